//! A pasted text becomes finds: a news item, an invitation, a letter, messages. Rules and lists of names, offline.
//!
//! [`read`] is a function of its text, of what is known by name, and of today; it knows no store and no window. What the
//! text does not say is [`Missing`], never guessed; what it says twice or in contradiction is left [`Sureness::Unsure`].
//!
//! In reading order:
//!
//! | file | what |
//! |---|---|
//! | `find`, `marks` | what is found, with its places in the text |
//! | `gazetteer`, `known_names`, `given_names` | what is known by name before; the names of one body beside each other; women's names |
//! | `page`, `chat`, `labels` | the text cut into lines that are not repeated, sentences, words |
//! | `lexicon`, `cuts` | the words of the rules; words with what is written together with them |
//! | `bodies`, `english`, `registry` | where bodies are named, in either language, and which of these are one |
//! | `names`, `posts`, `people`, `roll` | who is named, with title, post and body; each once |
//! | `meeting`, `title`, `place`, `dates`, `standing`, `groups` | kind and hosts; what it is called; where and when it is; whether it was; who else comes |
//! | `topics`, `statements`, `goals` | what is talked about, what came out of it, what it serves |

mod bodies;
mod chat;
mod cuts;
mod dates;
mod english;
mod find;
mod gazetteer;
mod given_names;
mod goals;
mod groups;
mod known_names;
mod labels;
mod lexicon;
mod marks;
mod meeting;
mod names;
mod page;
mod people;
mod place;
mod posts;
mod registry;
mod roll;
mod standing;
mod statements;
#[cfg(test)]
mod tests;
mod title;
mod topics;

pub use find::{
    Alias, BodyFind, Find, GoalFind, GroupFind, Intake, MeetingFind, Missing, Part, PersonFind, Statement, Sureness,
};
pub use gazetteer::{Gazetteer, KnownBody, KnownGoal, KnownPerson};
pub use given_names::WomensNames;
pub use groups::names_group;
pub use known_names::KnownNames;
pub use marks::{Mark, MarkKind};

use crate::calendar::Date;
use crate::domain::OutcomeKind;
use page::Page;

/// «يعقد اللقاء القادم يوم الأحد 20 ديسمبر 2026» has no more words than that.
const LONGEST_OF_NEXT: usize = 14;

/// Reads a text; `today` is what relative days count from.
pub fn read(text: &str, gazetteer: &Gazetteer, today: Date) -> Intake {
    let page = Page::new(text, today);
    let mut mentions = bodies::mentions(&page, gazetteer);
    let mut bodies = registry::bodies(&mut mentions, gazetteer);
    let mut meeting = meeting::read(&page, gazetteer, &mentions, &mut bodies);
    dates::read(&page, gazetteer, &mut meeting);
    standing::read(&page, gazetteer, &mut meeting, today);
    let people = people::people(&page, gazetteer, &people::Bodies { mentions: &mentions, finds: &bodies });
    let statements =
        statements::statements(&page, &mentions, &bodies, &people, meeting.date.as_ref().map(|date| date.value));
    // When the next one is, is a fact of this one, and no decision of its own.
    let is_of_next = |statement: &Statement| {
        let next = meeting.next_date.as_ref().and_then(|next| next.ranges.first());
        next.is_some_and(|next| statement.range.start <= next.start && next.end == statement.range.end)
            && statement.text.split_whitespace().count() <= LONGEST_OF_NEXT
    };
    let statements: Vec<Statement> = statements.into_iter().filter(|statement| !is_of_next(statement)).collect();
    let of = |kinds: &[OutcomeKind]| {
        statements.iter().filter(|statement| kinds.contains(&statement.kind)).cloned().collect::<Vec<_>>()
    };
    let mut intake = Intake {
        topics: topics::topics(&page, &mentions),
        goals: goals::goals(&page, gazetteer, &mentions, &people),
        groups: groups::groups(&page),
        proposals: of(&[OutcomeKind::Proposal]),
        decisions: of(&[OutcomeKind::Decision, OutcomeKind::Recommendation]),
        follow_ups: of(&[OutcomeKind::FollowUp]),
        repeated: page.repeated,
        fingerprint: page.fingerprint,
        missing: Vec::new(),
        meeting,
        people,
        bodies,
    };
    intake.missing = missing(&intake);
    intake
}

/// What a meeting should have and the text does not say.
fn missing(intake: &Intake) -> Vec<Missing> {
    let meeting = &intake.meeting;
    let comes = |person: &PersonFind| matches!(person.part, Part::Attends | Part::Chairs);
    let lacks = [
        (Missing::Title, meeting.title.is_none()),
        (Missing::Date, meeting.date.is_none()),
        (Missing::Time, meeting.time.is_none()),
        (Missing::Place, meeting.place.is_none()),
        (Missing::Hosts, intake.hosts().next().is_none()),
        (Missing::Chair, intake.chair().is_none()),
        (Missing::People, !intake.people.iter().any(comes)),
        (Missing::Topics, intake.topics.is_empty()),
        (Missing::Decisions, intake.decisions.is_empty()),
        (Missing::FollowUps, intake.follow_ups.is_empty()),
        (Missing::Owner, intake.follow_ups.iter().any(|task| task.owner.is_none())),
        (Missing::Due, intake.follow_ups.iter().any(|task| task.due.is_none())),
    ];
    lacks.into_iter().filter(|(_, is_missing)| *is_missing).map(|(missing, _)| missing).collect()
}
