//! What captured lines say of who does it and by when, and how their records follow the words.
//!
//! The words are read against those who take part in the meeting. A record's fields follow its words as long as nobody
//! set them otherwise: what was read from the words before is what is replaced, and nothing else.

use super::MeetingScreen;
use super::notes::Tag;
use crate::arabic::ends_clause;
use crate::calendar::{Date, Term};
use crate::domain::assignment::{self, Assignment, Known, Owner, read};
use crate::domain::{Entity, FieldValue, OutcomeId, OutcomeKind, PersonId, Record, Value};
use crate::screens::Cx;
use crate::store::Edit;
use crate::store::query::{MeetingView, Named, NamedInFull};
use rustc_hash::FxHashMap;

/// Somebody a line may mean.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Participant {
    record: Record,
    name: String,
    also: String,
    post: String,
}

/// What the store has of a captured line, or will have when what was sent has arrived.
#[derive(Clone, Debug, PartialEq)]
struct Stored {
    kind: OutcomeKind,
    text: String,
    owner: Option<Record>,
    due: Option<Date>,
}

impl Stored {
    /// Whom its words name as the one who does it.
    fn names(&self, known: &[Known<'_>]) -> Option<Record> {
        let said = if is_task(self.kind) { assignment::owner(&self.text, known) } else { Owner::Unsaid };
        if let Owner::Known(record, _) = said { Some(record) } else { None }
    }
}

/// Who takes part, and what is stored of the captured lines.
#[derive(Default)]
pub(super) struct Understanding {
    participants: Vec<Participant>,
    /// Who was named with «@» and does not take part.
    named: Vec<Participant>,
    stored: FxHashMap<OutcomeId, Stored>,
    next_meeting: Option<Date>,
    revision: Option<u64>,
    /// Owners that lines name since somebody new is known, whose records have none yet.
    caught_up: Vec<(OutcomeId, Record)>,
    /// Grows with everybody who comes or goes.
    number: u64,
}

/// Is it for somebody to do by a day?
const fn is_task(kind: OutcomeKind) -> bool {
    matches!(kind, OutcomeKind::FollowUp | OutcomeKind::Decision | OutcomeKind::Recommendation)
}

impl Understanding {
    /// Takes up an answer of the store; lines that have something unsaved in them stay as they were sent.
    pub(super) fn follow(&mut self, view: &MeetingView, revision: u64, is_clean: impl Fn(OutcomeId) -> bool) {
        if self.revision == Some(revision) {
            return;
        }
        // What was there when the page was opened says nothing new.
        let is_first = self.revision.replace(revision).is_none();
        let participants = participants(view);
        let mut strangers = Vec::new();
        if self.participants != participants {
            strangers = if is_first { Vec::new() } else { self.without_owner() };
            self.participants = participants;
            self.number += 1;
        }
        self.next_meeting = view.meeting.next_date;
        for row in &view.outcomes {
            if is_clean(row.id) || !self.stored.contains_key(&row.id) {
                let owner = row.person.map(crate::domain::PersonId::record);
                let owner = owner.or(row.organisation.map(crate::domain::OrganisationId::record));
                let stored = Stored { kind: row.kind, text: row.text.clone(), owner, due: row.due };
                self.stored.insert(row.id, stored);
            }
        }
        self.catch_up(&strangers);
    }

    /// The lines whose record has no owner, and whose words name nobody who is known.
    fn without_owner(&self) -> Vec<OutcomeId> {
        let known = self.known();
        let is_without = |stored: &Stored| stored.owner.is_none() && stored.names(&known).is_none();
        self.stored.iter().filter(|(_, stored)| is_without(stored)).map(|(id, _)| *id).collect()
    }

    /// Of these lines, the ones that name somebody now.
    fn catch_up(&mut self, lines: &[OutcomeId]) {
        if lines.is_empty() {
            return;
        }
        let known = self.known();
        let stored = lines.iter().filter_map(|id| Some((*id, self.stored.get(id)?)));
        let without = stored.filter(|(_, stored)| stored.owner.is_none());
        let found: Vec<_> = without.filter_map(|(id, stored)| Some((id, stored.names(&known)?))).collect();
        for (id, owner) in found {
            if let Some(stored) = self.stored.get_mut(&id) {
                stored.owner = Some(owner);
            }
            self.caught_up.push((id, owner));
        }
    }

    /// The fields of lines that name somebody who became known after they were written; each is told once.
    pub(super) fn take_caught_up(&mut self) -> Vec<(OutcomeId, FieldValue)> {
        let field = |(id, owner): (OutcomeId, Record)| (id, (owner_field(owner), Value::Number(owner.id)));
        std::mem::take(&mut self.caught_up).into_iter().map(field).collect()
    }

    /// Somebody was chosen by name: lines may mean them from now on.
    pub(super) fn meet(&mut self, named: &Named) {
        if !self.knows(named.record) {
            let (name, also) = (super::suggesting::bare_name(&named.name).to_owned(), named.also.clone());
            self.named.push(Participant { record: named.record, name, also, post: String::new() });
            self.number += 1;
        }
    }

    /// Somebody is named in full in a line that is being written: it means them, also where it was kept before that was known.
    pub(super) fn hear(&mut self, named: &Named) {
        // Asked in each frame in which the line stands there: all lines are read once only.
        if !self.knows(named.record) {
            let strangers = self.without_owner();
            self.meet(named);
            self.catch_up(&strangers);
        }
    }

    fn knows(&self, record: Record) -> bool {
        self.participants.iter().chain(&self.named).any(|known| known.record == record)
    }

    /// What a line says.
    pub(super) fn read(&self, kind: OutcomeKind, line: &str, today: Date) -> Assignment {
        if !is_task(kind) || line.is_empty() {
            return Assignment::NONE;
        }
        read(line, &self.known(), today)
    }

    fn known(&self) -> Vec<Known<'_>> {
        let all = self.participants.iter().chain(&self.named);
        all.map(|participant| Known {
            record: participant.record,
            name: &participant.name,
            also: participant.also.lines().filter(|name| !name.is_empty()).collect(),
            post: &participant.post,
        })
        .collect()
    }

    /// How many bytes at the beginning of a text are the longest name that is known here.
    pub(super) fn longest_name(&self, text: &str) -> Option<usize> {
        let all = self.participants.iter().chain(&self.named);
        let names = all.flat_map(|known| std::iter::once(known.name.as_str()).chain(known.also.lines()));
        names.filter(|name| !name.is_empty() && text.starts_with(*name)).map(str::len).max()
    }

    /// Who is named with «@» at the beginning of a line, and what the line says after the name.
    pub(super) fn speaker(&self, line: &str) -> Option<(PersonId, String)> {
        let rest = line.trim_start().strip_prefix('@')?;
        let people = self.participants.iter().chain(&self.named).filter(|known| known.record.entity == Entity::Person);
        let is_named = |known: &&Participant| !known.name.is_empty() && rest.starts_with(known.name.as_str());
        let person = people.filter(is_named).max_by_key(|known| known.name.len())?;
        let said = rest.strip_prefix(person.name.as_str())?;
        let said = said.trim_start_matches(|letter: char| letter.is_whitespace() || ends_clause(letter));
        Some((PersonId(person.record.id), said.to_owned()))
    }

    /// Changes with everybody whom lines may mean, and with nothing else: all lines are read anew then.
    pub(super) const fn number(&self) -> u64 {
        self.number
    }

    /// The fields of a line that is captured now.
    pub(super) fn of_new(&self, kind: OutcomeKind, line: &str, today: Date) -> Vec<FieldValue> {
        let (owner, due) = self.claims(kind, line, today);
        let mut values = Vec::new();
        if let Some(owner) = owner {
            values.push((owner_field(owner), Value::Number(owner.id)));
        }
        if let Some(due) = due {
            values.push(("due", due.into()));
        }
        values
    }

    /// The fields that follow when a line's words change.
    pub(super) fn of_change(&mut self, outcome: OutcomeId, line: &str, today: Date) -> Vec<FieldValue> {
        let Some(stored) = self.stored.get(&outcome).cloned() else { return Vec::new() };
        let before = self.claims(stored.kind, &stored.text, today);
        let after = self.claims(stored.kind, line, today);
        let mut now = Stored { text: line.to_owned(), ..stored };
        let mut values = Vec::new();
        let owner_follows = now.owner.is_none() || now.owner == before.0;
        if owner_follows && now.owner != after.0 {
            for entity in [Entity::Person, Entity::Organisation] {
                let is_of = |record: Option<Record>| record.filter(|record| record.entity == entity);
                if is_of(now.owner) != is_of(after.0) {
                    let value = is_of(after.0).map_or(Value::Empty, |record| Value::Number(record.id));
                    values.push((field_of(entity), value));
                }
            }
            now.owner = after.0;
        }
        if (now.due.is_none() || now.due == before.1) && now.due != after.1 {
            values.push(("due", after.1.into()));
            now.due = after.1;
        }
        self.stored.insert(outcome, now);
        values
    }

    /// What a line is sure to say.
    fn claims(&self, kind: OutcomeKind, line: &str, today: Date) -> (Option<Record>, Option<Date>) {
        let said = self.read(kind, line, today);
        let owner = if let Owner::Known(record, _) = said.owner { Some(record) } else { None };
        let due = match said.term {
            Term::Day(date, _) => Some(date),
            Term::NextMeeting(_) => self.next_meeting.filter(|date| *date >= today),
            Term::Unsaid | Term::Unsure(_) => None,
        };
        (owner, due)
    }
}

impl MeetingScreen {
    /// Knows whoever is named in full in the line that is being written, and gives records their owners that were kept before
    /// somebody was known. `typed` is where the caret stands, if something was typed there.
    pub(super) fn hear_named(&mut self, cx: &Cx<'_>, typed: Option<(Tag, usize, usize)>) {
        if let Some((tag, paragraph, _)) = typed {
            let text = self.notes.writings.get(&tag).map(|writing| writing.draft.text()).unwrap_or_default();
            let line = text.split('\n').nth(paragraph).unwrap_or_default();
            line.clone_into(&mut self.typed_line);
        }
        if !self.typed_line.is_empty() {
            let asked = NamedInFull { line: self.typed_line.clone() };
            for named in self.in_full.get(cx.store, asked).into_iter().flatten() {
                self.notes.understanding.hear(named);
            }
        }
        for (outcome, value) in self.notes.understanding.take_caught_up() {
            let (record, values) = (outcome.record(), vec![value]);
            cx.store.send(Edit::Set { record, values, session: None, based_on: None });
        }
    }
}

const fn owner_field(owner: Record) -> &'static str {
    field_of(owner.entity)
}

const fn field_of(entity: Entity) -> &'static str {
    if matches!(entity, Entity::Person) { "person" } else { "organisation" }
}

/// Everybody who takes part: who is on the list, who leads, writes and presents, the bodies.
fn participants(view: &MeetingView) -> Vec<Participant> {
    let mut all: Vec<Participant> = Vec::new();
    let mut add = |participant: Participant| {
        if !participant.name.is_empty() && !all.iter().any(|known| known.record == participant.record) {
            all.push(participant);
        }
    };
    let meeting = &view.meeting;
    let leading = meeting.chair.iter().chain(&meeting.secretary);
    let presenting = view.agenda.iter().filter_map(|item| item.presenter.as_ref());
    let listed = view.attendance.iter().filter_map(|line| Some((line.person.as_ref()?, line.post.as_str())));
    for (person, post) in listed.chain(leading.chain(presenting).map(|person| (person, person.post.as_str()))) {
        let (name, post) = (person.name.clone(), post.to_owned());
        add(Participant { record: person.id.record(), name, also: String::new(), post });
    }
    for party in &view.parties {
        let (name, also) = (party.name.clone(), party.also.clone());
        add(Participant { record: party.organisation.record(), name, also, post: String::new() });
    }
    for line in &view.attendance {
        if let Some(body) = line.organisation_id {
            let name = line.organisation.clone();
            add(Participant { record: body.record(), name, also: String::new(), post: String::new() });
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_was_named_is_known_by_the_whole_name_once_they_are_met() {
        let mut understanding = Understanding::default();
        let typed = "عبد الرحمن الوادعي الدراسة";
        assert_eq!(understanding.longest_name(typed), None);
        let named = Named {
            record: PersonId(7).record(),
            name: "م. عبد الرحمن الوادعي".to_owned(),
            detail: String::new(),
            also: String::new(),
            is_deleted: false,
        };
        let before = understanding.number();
        understanding.meet(&named);
        understanding.meet(&named);
        assert_eq!(understanding.longest_name(typed), Some("عبد الرحمن الوادعي".len()));
        assert_eq!(understanding.number(), before + 1, "marks are made anew, once");
        let said = |line: &str| understanding.speaker(line);
        assert_eq!(said("@عبد الرحمن الوادعي: نؤيد"), Some((PersonId(7), "نؤيد".to_owned())));
        assert_eq!(said("قال @عبد الرحمن الوادعي"), None, "named within");
        assert_eq!(said("@سارة نؤيد"), None, "nobody knows her");
    }

    #[test]
    fn a_line_that_names_somebody_who_becomes_known_gives_its_record_the_owner_once() {
        let named = |name: &str| Named {
            record: PersonId(7).record(),
            name: name.to_owned(),
            detail: String::new(),
            also: String::new(),
            is_deleted: false,
        };
        let check = |line: &str, owner: Option<Record>, expected: usize| {
            let mut understanding = Understanding::default();
            let stored = Stored { kind: OutcomeKind::FollowUp, text: line.to_owned(), owner, due: None };
            understanding.stored.insert(OutcomeId(1), stored);
            understanding.hear(&named("م. فيصل الحربي"));
            assert_eq!(understanding.take_caught_up().len(), expected, "{line}");
            understanding.hear(&named("م. فيصل الحربي"));
            assert!(understanding.take_caught_up().is_empty(), "{line}");
        };
        check("يُعدّ م. فيصل الحربي المخطط", None, 1);
        check("يُعدّ م. فيصل المخطط", None, 1);
        check("يُعدّ م. فيصل الحربي المخطط", Some(PersonId(3).record()), 0);
        check("يُعدّ سالم المخطط", None, 0);
    }
}
