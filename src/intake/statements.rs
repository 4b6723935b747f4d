//! What came out of it: proposals, decisions and recommendations, and what is to be done by whom and when.
//!
//! Who does it and by when is read as in a line of live notes ([`crate::domain::assignment`]); here is only which words
//! are such a line.

use super::bodies::{Mention, within};
use super::cuts::{after_letters, bare, is_in};
use super::find::{BodyFind, Find, PersonFind, Statement, Sureness};
use super::labels::Label;
use super::lexicon::{
    AIMING, CLAUSES, DECIDING, DENYING, INVITING, PROPOSALS, PROPOSING, RAISING, RECOMMENDING, SUBJECTS, TASKING,
};
use super::page::{Page, Sentence, trimmed};
use super::topics::cleaned;
use crate::arabic::fold;
use crate::calendar::{Date, Term};
use crate::domain::assignment::{self, Known, Owner};
use crate::domain::{Entity, OutcomeKind, Record};
use std::ops::Range;

/// A text has no more of them.
const MOST: usize = 300;
/// Ask somebody to do something, in messages.
const IMPERATIVES: &str =
    "جهز جهزي ارسل ارسلي حضر حضري اعد اعدي رتب رتبي احصر احصري كلم كلمي تابع تابعي اكتب اكتبي راجع راجعي";

/// Between a name and its verb a post stands of so many words at most.
const LONGEST_POST: usize = 16;
/// Of so many it is asked whether they do something.
const MOST_KNOWN: usize = 200;

/// Reads all of them, in order.
pub(super) fn statements(
    page: &Page<'_>,
    mentions: &[Mention],
    bodies: &[BodyFind],
    people: &[PersonFind],
    day: Option<Date>,
) -> Vec<Statement> {
    let reader = Reader { page, mentions, bodies, people, known: known(bodies, people), day };
    let mut found: Vec<Statement> = Vec::new();
    for sentence in &page.sentences {
        for statement in reader.of_sentence(sentence) {
            let key = fold(&statement.text);
            if found.len() < MOST && !found.iter().any(|other| other.kind == statement.kind && fold(&other.text) == key)
            {
                found.push(statement);
            }
        }
    }
    found
}

/// Those who are found, as one may be meant by a line.
fn known<'f>(bodies: &'f [BodyFind], people: &'f [PersonFind]) -> Vec<Known<'f>> {
    let id = |at: usize| i64::try_from(at).unwrap_or(i64::MAX);
    let people = people.iter().enumerate().map(|(at, person)| Known {
        record: Record { entity: Entity::Person, id: id(at) },
        name: &person.name,
        also: Vec::new(),
        post: person.post.as_deref().unwrap_or_default(),
    });
    let bodies = bodies.iter().enumerate().map(|(at, body)| Known {
        record: Record { entity: Entity::Organisation, id: id(at) },
        name: &body.name,
        also: body.aliases.iter().map(|alias| alias.name.as_str()).collect(),
        post: "",
    });
    people.take(MOST_KNOWN).chain(bodies.take(MOST_KNOWN)).collect()
}

struct Reader<'p> {
    page: &'p Page<'p>,
    mentions: &'p [Mention],
    bodies: &'p [BodyFind],
    people: &'p [PersonFind],
    known: Vec<Known<'p>>,
    /// The meeting's day.
    day: Option<Date>,
}

impl Reader<'_> {
    /// What terms count from: the day of a message, that of a meeting that was, else today.
    fn base(&self, sentence: &Sentence) -> Date {
        let is_dated = self.page.is_mail || !self.page.senders.is_empty();
        self.day.filter(|_| !is_dated).map_or(sentence.base, |day| day.min(sentence.base))
    }

    fn of_sentence(&self, sentence: &Sentence) -> Vec<Statement> {
        let kind = match sentence.label {
            Some(Label::Tasks) => OutcomeKind::FollowUp,
            Some(Label::Proposals) => OutcomeKind::Proposal,
            Some(Label::Decisions) => OutcomeKind::Decision,
            Some(Label::Recommendations) => OutcomeKind::Recommendation,
            None => return self.of_story(sentence),
            Some(_) => return Vec::new(),
        };
        let whole = sentence.words.clone();
        let is_task = kind != OutcomeKind::Proposal && self.is_task(sentence, &whole, true);
        let is_assigned = kind != OutcomeKind::Proposal && self.names_owner(sentence);
        let kind = if is_task || is_assigned { OutcomeKind::FollowUp } else { kind };
        self.statement(kind, sentence.range.clone(), sentence, Sureness::Sure).into_iter().collect()
    }

    /// «…، المسؤول: …»: whatever it is listed under, it is theirs to do.
    fn names_owner(&self, sentence: &Sentence) -> bool {
        sentence.words.clone().skip(1).any(|at| {
            is_in("المسوول المسووله المكلف المكلفه المنفذ المنفذه", self.page.norm(at))
                && self.page.gap(at + 1).contains(':')
        })
    }

    /// What running text says of them.
    fn of_story(&self, sentence: &Sentence) -> Vec<Statement> {
        let invites = sentence.words.clone().any(|at| is_in(INVITING, bare(self.page.norm(at))));
        let mut found: Vec<Statement> = Vec::new();
        let tasks: Vec<Range<usize>> = self
            .clauses(sentence)
            .into_iter()
            .filter(|clause| {
                (!invites || self.page.norm(clause.start) != "علي")
                    && self.is_task(
                        sentence,
                        clause,
                        sentence.is_bullet || self.page.is_mail || !self.page.senders.is_empty(),
                    )
            })
            .collect();
        let is_in_task = |at: usize| tasks.iter().any(|task| task.contains(&at));
        for task in &tasks {
            let bytes = self.page.bytes(task.clone());
            let letters = usize::from(self.page.norm(task.start).starts_with('و'));
            let start = bytes.start + after_letters(self.page.raw(task.start), letters);
            found.extend(self.statement(OutcomeKind::FollowUp, start..bytes.end, sentence, Sureness::Likely));
        }
        let mut at = sentence.words.start;
        while at < sentence.words.end {
            let word = bare(self.page.norm(at));
            let is_denied = (at.saturating_sub(2).max(sentence.words.start)..at)
                .any(|before| is_in(DENYING, self.page.norm(before)));
            let next = if is_in_task(at) || is_denied {
                None
            } else if is_in(PROPOSING, word) {
                self.proposed(sentence, at)
            } else if is_in(RAISING, word) {
                self.raised(sentence, at)
            } else if is_in(DECIDING, word) {
                self.decided(sentence, at)
            } else if is_in(RECOMMENDING, word) {
                self.recommended(sentence, at, OutcomeKind::Recommendation)
            } else if is_in("وجه وجهت ووجه ووجهت", self.page.norm(at)) {
                // «وجّه الأمين بتشكيل فريق …» is an order.
                self.recommended(sentence, at, OutcomeKind::FollowUp)
            } else {
                None
            };
            match next {
                Some((statements, end)) => {
                    found.extend(statements);
                    at = end.max(at + 1);
                }
                None => at += 1,
            }
        }
        found
    }

    /// The clauses of a sentence that may each say what somebody is to do.
    fn clauses(&self, sentence: &Sentence) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut start = sentence.words.start;
        for at in sentence.words.clone().skip(1) {
            let parted = self.page.gap(at).contains(['،', ',', '؛', ':', '-', '–']);
            if parted && is_in(TASKING, self.page.norm(at)) {
                found.push(start..at);
                start = at;
            }
        }
        found.push(start..sentence.words.end);
        found
    }

    /// Is it something that somebody is to do? `is_noted`: it stands among notes, where a verb and a name are enough.
    fn is_task(&self, sentence: &Sentence, clause: &Range<usize>, is_noted: bool) -> bool {
        let first = self.page.norm(clause.start);
        let second = self.page.norm(clause.start + 1);
        let opens = is_in(TASKING, first) || is_in("قرر تقرر وتقرر تم", bare(first)) && is_in("تكليف", second);
        let has_verb = clause
            .clone()
            .skip(1)
            .take(8)
            .any(|at| is_in(TASKING, self.page.norm(at)) && bare(self.page.norm(at)) != "علي");
        let is_one = opens || has_verb && is_noted || self.is_promised(sentence, clause);
        if !is_one || clause.len() < 3 {
            return false;
        }
        let assignment = assignment::read(self.page.said(clause.clone()), &self.known, self.base(sentence));
        let is_owned = assignment.owner != Owner::Unsaid;
        let has_term = matches!(assignment.term, Term::Day(..) | Term::NextMeeting(_));
        let is_strong = is_in(
            "علي تكليف يكلف تكلف كلف كلفت سيقوم ستقوم سيتولي ستتولي ستزود سيزود سترفع سيرفع سيرسل سترسل سيعد ستعد",
            bare(first),
        ) || second == "تكليف";
        let asks = is_in("يرجي نرجو نامل مطلوب المطلوب please kindly", bare(first)) || first == "والمطلوب";
        if asks {
            let wants = is_in("مطلوب المطلوب", bare(first));
            let invites = clause.clone().any(|at| is_in(INVITING, self.page.norm(at)));
            return !invites && (has_term || is_owned && is_noted || wants);
        }
        if opens {
            is_owned && (has_term || is_strong || is_noted) || bare(first) == "تكليف"
        } else {
            matches!(assignment.owner, Owner::Known(..)) || self.is_promised(sentence, clause)
        }
    }

    /// Does a verb of doing stand there, and a limit behind it?
    fn is_limited(&self, start: usize, end: usize) -> bool {
        is_in(TASKING, self.page.norm(start))
            && self.page.norm(start) != "علي"
            && (start..end).any(|at| is_in("قبل بحلول", self.page.norm(at)))
    }

    /// Somebody who is known, what they will do, and by when: `Ertiqa Society will submit … by 15 Rajab`, «فهد جهّز العرض قبل
    /// الأحد». Of who `will hold` a meeting `on` a day nothing is asked.
    fn is_promised(&self, sentence: &Sentence, clause: &Range<usize>) -> bool {
        let has_limit = clause.clone().any(|at| is_in("قبل بحلول by before within until", self.page.norm(at)));
        if !has_limit || clause.len() < 4 {
            return false;
        }
        let said = self.page.said(clause.clone());
        let assignment = assignment::read(said, &self.known, self.base(sentence));
        let has_term = matches!(assignment.term, Term::Day(..));
        let Some((after, ..)) = self.starts_with_somebody(clause) else { return false };
        let verb = self.page.norm(after);
        // `Eng. Waleed Asiri, Head of Parks, will send …`
        let mut ahead = after..clause.end.min(after + LONGEST_POST);
        let will = ahead.find(|at| is_in("will shall must should", self.page.norm(*at)));
        let is_english = will.is_some_and(|will| {
            (will == after || self.page.gap(after).contains(','))
                && !is_in("hold host be attend chair", self.page.norm(will + 1))
        });
        let is_spoken =
            verb.strip_prefix('ب').is_some_and(|verb| verb.starts_with(['ي', 'ت']) && verb.chars().count() >= 4);
        is_english || is_spoken || has_term && (is_in(IMPERATIVES, verb) || verb == "to")
    }

    /// One past the name of somebody known that a clause begins with, and who that is: a person, a body.
    fn starts_with_somebody(&self, clause: &Range<usize>) -> Option<(usize, Option<usize>, Option<usize>)> {
        let start = clause.start + usize::from(self.page.norm(clause.start) == "the");
        let mention = within(self.mentions, clause).iter().find(|mention| mention.words.start == start);
        if let Some(mention) = mention.filter(|mention| mention.body.is_some()) {
            return Some((mention.words.end, None, mention.body));
        }
        let from = self.page.bytes(start..start + 1).start;
        let named = self.people.iter().enumerate().find_map(|(at, person)| {
            person.ranges.iter().find(|range| range.start == from).map(|range| (at, range.end))
        });
        if let Some((person, end)) = named {
            let after = (start..clause.end).find(|at| self.page.bytes(*at..at + 1).start >= end)?;
            return Some((after, Some(person), None));
        }
        // In messages a first name is enough.
        let first =
            |person: &&PersonFind| person.name.split(' ').next().map(fold).as_deref() == Some(self.page.norm(start));
        let mut of_name = self.people.iter().enumerate().filter(|(_, person)| first(person));
        let (person, _) = of_name.next().filter(|_| !self.page.senders.is_empty())?;
        // Of two of one name it is said of neither.
        of_name.next().is_none().then_some((start + 1, Some(person), None))
    }

    fn statement(
        &self,
        kind: OutcomeKind,
        range: Range<usize>,
        sentence: &Sentence,
        sureness: Sureness,
    ) -> Option<Statement> {
        let range = trimmed(self.page.text, range);
        let said = self.page.slice(range.clone());
        let text = cleaned(said);
        let words = fold(&text);
        let points_on = ["ما يلي", "الاتي", "التالي", "التاليه", "الاتيه"].iter().any(|end| words.ends_with(end));
        if points_on || words.chars().count() < 4 || words.split(' ').count() < 2 {
            return None;
        }
        let mut statement =
            Statement { kind, text, range: range.clone(), owner: None, person: None, body: None, due: None, sureness };
        if kind == OutcomeKind::Proposal {
            return Some(statement);
        }
        let assignment = assignment::read(said, &self.known, self.base(sentence));
        let at = |words: &Range<usize>| range.start + words.start..range.start + words.end;
        match &assignment.owner {
            Owner::Known(record, words) => {
                let place = usize::try_from(record.id).ok();
                if record.entity == Entity::Person {
                    statement.person = place;
                    let name = place.and_then(|place| self.people.get(place)).map(|person| person.name.clone());
                    statement.owner = name.map(|name| Find::sure(name, at(words)));
                } else {
                    statement.body = place;
                    let name = place.and_then(|place| self.bodies.get(place)).map(|body| body.name.clone());
                    statement.owner = name.map(|name| Find::sure(name, at(words)));
                }
            }
            Owner::Unsure(words) => {
                let said = self.page.slice(at(words));
                if assignment::names_a_body(said) {
                    statement.owner = Some(Find::likely(cleaned(said), at(words)));
                }
            }
            Owner::Unsaid => {}
        }
        if statement.owner.is_none() && kind == OutcomeKind::FollowUp {
            statement = self.promised_by(statement, sentence);
        }
        if let Term::Day(day, words) = &assignment.term {
            statement.due = Some(Find::sure(*day, at(words)));
        }
        Some(self.without_owner(statement, sentence))
    }

    /// Without who does it and by when, where those stand behind it like entries of a form: «…، المسؤول: …، قبل …».
    fn without_owner(&self, statement: Statement, sentence: &Sentence) -> Statement {
        let Some(owner) = &statement.owner else { return statement };
        let said = owner.ranges.first().map_or("", |range| self.page.slice(range.clone()));
        let due = statement.due.as_ref().map(|due| due.value);
        let title = assignment::title(&statement.text, &[said, &owner.value], due, self.base(sentence));
        let is_behind = statement.text.get(title.len()..).is_some_and(|rest| rest.contains(said));
        if !is_behind {
            return statement;
        }
        Statement { text: title.to_owned(), ..statement }
    }

    /// Who is to do it, where the words begin with their name: «فهد جهّز …».
    fn promised_by(&self, statement: Statement, sentence: &Sentence) -> Statement {
        let first = sentence.words.clone().find(|at| self.page.bytes(*at..at + 1).start == statement.range.start);
        let clause = first.map(|first| first..sentence.words.end);
        let clause = clause.filter(|clause| self.is_promised(sentence, clause));
        match clause.and_then(|clause| self.starts_with_somebody(&clause)) {
            Some((_, person, body)) => self.by(statement, body, person),
            None => statement,
        }
    }

    /// Passes over who does it: a body, a person, «الاجتماع», and over «أن», «على».
    fn past_subject(&self, sentence: &Sentence, at: usize, over: &str) -> (usize, Option<usize>, Option<usize>) {
        let (mut at, mut body, mut person) = (at, None, None);
        while at < sentence.words.end {
            let mention = within(self.mentions, &sentence.words).iter().find(|mention| mention.words.start == at);
            let start = self.page.bytes(at..at + 1).start;
            let named = self.people.iter().enumerate().find_map(|(place, person)| {
                let of_name = person.ranges.iter().find(|range| range.start == start);
                let of_post = person.post_range.as_ref().filter(|range| range.start == start);
                // A post goes on to the name behind it.
                let end = of_name.or_else(|| of_post.and(person.ranges.iter().find(|range| range.start > start)))?.end;
                Some((place, end))
            });
            if let Some((place, end)) = named {
                person = Some(place);
                while at < sentence.words.end && self.page.bytes(at..at + 1).start < end {
                    at += 1;
                }
            } else if let Some(mention) = mention {
                body = mention.body;
                at = mention.words.end;
            } else if is_in(SUBJECTS, self.page.norm(at)) || is_in(over, self.page.norm(at)) {
                at += 1;
            } else {
                break;
            }
        }
        (at, body, person)
    }

    /// Where the clause ends: at a comma behind which another one begins.
    fn clause_end(&self, sentence: &Sentence, from: usize, goes_on: &str) -> usize {
        let ends = |at: &usize| {
            if is_in(goes_on, self.page.norm(*at)) {
                return false;
            }
            let parted = self.page.gap(*at).contains(['،', ',', '؛']);
            let opens = is_in(CLAUSES, self.page.norm(*at)) || is_in(TASKING, self.page.norm(*at));
            parted && opens && !is_in("في لتحقيق", self.page.norm(*at))
        };
        (from + 1..sentence.words.end).find(ends).unwrap_or(sentence.words.end)
    }

    fn proposed(&self, sentence: &Sentence, at: usize) -> Option<(Vec<Statement>, usize)> {
        let (first, body, person) = self.past_subject(sentence, at + 1, "ان بان احد احدي ممثل ممثلو ممثله عن that");
        let end = self.clause_end(sentence, first, "");
        let statement =
            self.statement(OutcomeKind::Proposal, self.page.bytes(first..end), sentence, Sureness::Likely)?;
        Some((vec![self.by(statement, body, person)], end))
    }

    /// «طُرحت مبادرات تهدف إلى …», «قدّمت جمعية … مبادرة …». Of several that are not named only the aim is told: whether
    /// that is to stand for them is for a person to say.
    fn raised(&self, sentence: &Sentence, at: usize) -> Option<(Vec<Statement>, usize)> {
        let (first, body, person) = self.past_subject(sentence, at + 1, "مجموعه من عدد عدد عددا خلال كذلك ايضا");
        let noun =
            (first..sentence.words.end.min(first + 4)).find(|place| is_in(PROPOSALS, bare(self.page.norm(*place))))?;
        let aim = (noun..sentence.words.end.min(noun + 8)).find(|place| is_in(AIMING, bare(self.page.norm(*place))));
        let one = is_in("مبادره مقترح مقترحا اقتراح اقتراحا", bare(self.page.norm(noun)));
        let (from, sureness) = match aim {
            Some(aim) if !one => (aim + 1 + usize::from(self.page.norm(aim + 1) == "الي"), Sureness::Unsure),
            _ if one => (noun, Sureness::Likely),
            _ => return None,
        };
        let end = self.clause_end(sentence, from, "");
        let statement = self.statement(OutcomeKind::Proposal, self.page.bytes(from..end), sentence, sureness)?;
        Some((vec![self.by(statement, body, person)], end))
    }

    fn by(&self, statement: Statement, body: Option<usize>, person: Option<usize>) -> Statement {
        let named = person
            .and_then(|at| self.people.get(at))
            .map(|person| (person.name.clone(), person.ranges.first().cloned()));
        let named = named.or_else(|| {
            body.and_then(|at| self.bodies.get(at)).map(|body| (body.name.clone(), body.ranges.first().cloned()))
        });
        let owner = named.and_then(|(name, range)| Some(Find::sure(name, range?)));
        Statement { owner, body, person, ..statement }
    }

    fn decided(&self, sentence: &Sentence, at: usize) -> Option<(Vec<Statement>, usize)> {
        let word = bare(self.page.norm(at));
        let agrees = is_in("اتفق اتفقت اتفقوا الاتفاق", word);
        let first = if agrees {
            let (after, ..) = self.past_subject(sentence, at + 1, "");
            (after..sentence.words.end.min(after + 6)).find(|place| self.page.norm(*place) == "علي")? + 1
        } else if is_in("اعتمد اعتمدت وافق وافقت اقر اقرت", word) {
            let relies = self.page.norm(at + 1) == "علي" && is_in("اعتمد اعتمدت", word);
            if relies {
                return None;
            }
            at
        } else {
            self.past_subject(sentence, at + 1, "ان علي to that").0
        };
        let end = self.clause_end(sentence, first, if agrees { "وعلي" } else { "" });
        // `We agreed that Ataa Foundation will share … by …` is theirs to do.
        let said = (at + 1..first).find(|place| self.page.norm(*place) == "that").map_or(first, |that| that + 1);
        if self.is_promised(sentence, &(said..end)) {
            let bytes = self.page.bytes(said..end);
            let task = self.statement(OutcomeKind::FollowUp, bytes, sentence, Sureness::Likely);
            return Some((task.into_iter().collect(), end));
        }
        let statements = self.parts(sentence, first, end, OutcomeKind::Decision);
        Some((statements, end))
    }

    fn recommended(&self, sentence: &Sentence, at: usize, kind: OutcomeKind) -> Option<(Vec<Statement>, usize)> {
        let (first, ..) = self.past_subject(sentence, at + 1, "");
        let first = (first..sentence.words.end.min(first + 4))
            .find(|place| self.page.norm(*place).starts_with('ب') || self.page.norm(*place).is_ascii())?;
        let end = self.clause_end(sentence, first, "");
        Some((self.parts(sentence, first, end, kind), end))
    }

    /// «على … ، وعلى …», «بـ…، وبـ…»: several in a row.
    fn parts(&self, sentence: &Sentence, from: usize, until: usize, kind: OutcomeKind) -> Vec<Statement> {
        let mut found = Vec::new();
        let mut start = from;
        for at in from + 1..=until {
            let norm = self.page.norm(at);
            let goes_on = is_in("وعلي وان وبان", norm)
                || kind != OutcomeKind::Decision && norm.starts_with("وب") && norm.chars().count() > 4;
            let parted = at < until && self.page.gap(at).contains(['،', '؛']) && goes_on;
            if at < until && !parted {
                continue;
            }
            let skips = usize::from(is_in("علي وعلي ان وان بان وبان", self.page.norm(start)) && at > start + 1);
            let letters = if self.page.norm(start).starts_with("وب") { 2 } else { 1 };
            let bytes = self.page.bytes(start + skips..at);
            let strips = kind != OutcomeKind::Decision && skips == 0 && bare(self.page.norm(start)).starts_with('ب');
            let first = bytes.start + if strips { after_letters(self.page.raw(start), letters) } else { 0 };
            let is_task = bare(self.page.norm(start + skips)) == "تكليف"
                // «على أن ترفع كل جمعية احتياجها قبل …»
                || self.is_limited(start + usize::from(is_in("ان بان", self.page.norm(start))), at)
                || skips > 0 && self.is_task(sentence, &(start..at), false);
            let kind = if is_task { OutcomeKind::FollowUp } else { kind };
            found.extend(self.statement(kind, first..bytes.end, sentence, Sureness::Likely));
            start = at;
        }
        found
    }
}
