//! The bin: a row for each record that somebody chose, which comes back alone with what belonged to it, while undo takes
//! back the whole step.

use super::*;
use crate::domain::LinkKind;
use query::{Bin, BinRow, RecordPage};

impl Tried {
    fn bin(&self) -> Vec<BinRow> {
        self.store.read(Bin { limit: 20 }).unwrap()
    }

    fn in_bin(&self) -> Vec<Record> {
        self.bin().into_iter().map(|row| row.named.record).collect()
    }

    /// What went along with each row of the bin.
    fn along(&self, record: Record) -> Vec<(Entity, i64)> {
        let row = self.bin().into_iter().find(|row| row.named.record == record).expect("it is in the bin");
        row.along.iter().map(|along| (along.entity, along.count)).collect()
    }

    fn remove_together(&self, records: &[Record]) -> Applied {
        self.apply(Edit::Together(records.iter().copied().map(Edit::Remove).collect()))
    }

    fn tied(&self, record: Record) -> usize {
        self.store.read(RecordPage { record }).unwrap().ties.len()
    }
}

/// Three meetings of which each has a body's part, an item and notes; the last two are tied to each other.
fn three_meetings(tried: &Tried) -> [Record; 3] {
    let meetings = [0; 3].map(|_| tried.meeting().0.record());
    let tie = vec![("source", meetings[1].into()), ("target", meetings[2].into()), ("kind", LinkKind::Related.into())];
    tried.add(Entity::Link, tie);
    meetings
}

const PARTS: [(Entity, i64); 3] = [(Entity::AgendaItem, 1), (Entity::Party, 1), (Entity::Block, 1)];

#[test]
fn each_of_several_has_a_row_of_its_own_and_comes_back_alone_with_its_parts() {
    let tried = Tried::new();
    let [first, second, third] = three_meetings(&tried);
    let before = tried.content();
    let removed = tried.remove_together(&[first, second, third]);
    let told: Vec<(Entity, i64)> = removed.along.iter().map(|along| (along.entity, along.count)).collect();
    let all = [(Entity::AgendaItem, 3), (Entity::Party, 3), (Entity::Block, 3), (Entity::Link, 1)];
    assert_eq!(told, all, "what went along is told at once");
    assert_eq!(tried.in_bin(), [third, second, first]);
    assert_eq!(tried.along(first), PARTS);
    tried.apply(Edit::Restore(first));
    assert_eq!(tried.in_bin(), [third, second]);
    let view = tried.view(MeetingId(first.id));
    assert_eq!((view.agenda.len(), view.parties.len()), (1, 1), "with what belonged to it");
    tried.apply(Edit::Restore(second));
    assert_eq!(tried.tied(second), 0, "what it is tied to is still in the bin");
    tried.apply(Edit::Restore(third));
    assert_eq!((tried.in_bin(), tried.content()), (Vec::new(), before), "and the tie is back with its last end");
}

#[test]
fn undo_takes_back_the_whole_step_and_redo_brings_it_again_whatever_came_out_between() {
    let tried = Tried::new();
    let all = three_meetings(&tried);
    let [_, second, third] = all;
    let before = tried.content();
    tried.remove_together(&all);
    let gone = tried.content();
    tried.apply(Edit::Undo);
    assert_eq!((tried.in_bin(), tried.content()), (Vec::new(), before.clone()));
    tried.apply(Edit::Redo);
    assert_eq!((tried.in_bin().len(), tried.content()), (3, gone.clone()), "each has its row again");
    tried.apply(Edit::Restore(second));
    let with_second = tried.content();
    // First what was brought back goes again, then all comes back.
    tried.apply(Edit::Undo);
    assert_eq!(tried.content(), gone);
    assert_eq!(tried.along(second), [PARTS.as_slice(), &[(Entity::Link, 1)]].concat());
    tried.apply(Edit::Undo);
    assert_eq!((tried.in_bin(), tried.content()), (Vec::new(), before.clone()));
    tried.apply(Edit::Redo);
    tried.apply(Edit::Redo);
    assert_eq!(tried.content(), with_second);
    // A row of the bin works after a redo as it did before.
    let first = all[0];
    tried.apply(Edit::Restore(first));
    tried.apply(Edit::Restore(third));
    assert_eq!(tried.content(), before);
}

#[test]
fn a_part_that_is_brought_back_brings_the_record_it_belongs_to_and_no_other() {
    let tried = Tried::new();
    let [first, second, third] = three_meetings(&tried);
    let item = tried.view(MeetingId(second.id)).agenda[0].id.record();
    tried.remove_together(&[first, second, third]);
    tried.apply(Edit::Restore(item));
    assert_eq!(tried.in_bin(), [third, first]);
    assert_eq!(tried.view(MeetingId(second.id)).agenda.len(), 1);
}

#[test]
fn what_went_by_itself_before_its_owner_stays_in_the_bin_when_the_owner_comes_back() {
    let tried = Tried::new();
    let [first, second, _] = three_meetings(&tried);
    let item = tried.view(MeetingId(first.id)).agenda[0].id.record();
    tried.apply(Edit::Remove(item));
    tried.remove_together(&[first, second]);
    assert_eq!(tried.in_bin(), [second, first, item]);
    assert_eq!(tried.along(first), [(Entity::Party, 1)]);
    tried.apply(Edit::Restore(first));
    assert_eq!(tried.in_bin(), [second, item]);
}

#[test]
fn outcomes_that_went_along_are_told_by_their_kinds() {
    let tried = Tried::new();
    let (meeting, ..) = tried.meeting();
    for kind in [OutcomeKind::FollowUp, OutcomeKind::Proposal, OutcomeKind::FollowUp] {
        let values = vec![("kind", kind.into()), ("text", "حصر المواقع".into()), ("meeting", meeting.into())];
        tried.add(Entity::Outcome, values);
    }
    tried.apply(Edit::Remove(meeting.record()));
    let row = tried.bin().remove(0);
    let outcomes: Vec<(Option<OutcomeKind>, i64)> = row
        .along
        .iter()
        .filter(|along| along.entity == Entity::Outcome)
        .map(|along| (along.kind, along.count))
        .collect();
    assert_eq!(outcomes, [(Some(OutcomeKind::FollowUp), 2), (Some(OutcomeKind::Proposal), 1)]);
}

#[test]
fn a_part_is_of_another_sort_than_what_it_belongs_to() {
    // By this the bin tells what somebody chose from what went along with it.
    let tried = Tried::new();
    let [meeting, ..] = three_meetings(&tried);
    let person = tried.add(Entity::Person, vec![("name", "نورة العتيبي".into())]);
    let body = tried.add(Entity::Organisation, vec![("name", "جمعية بيئة".into())]);
    let unit = tried.add(Entity::Organisation, vec![("name", "فرع".into()), ("parent", Value::Number(body.id))]);
    tried.add(Entity::Alias, vec![("name", "بيئة".into()), ("organisation", Value::Number(body.id))]);
    tried.add(Entity::Post, vec![("title", "مديرة".into()), ("person", Value::Number(person.id))]);
    for record in [meeting, person, body, unit] {
        let along = tried.apply(Edit::Remove(record)).along;
        assert!(along.iter().all(|along| along.entity != record.entity), "{record:?}: {along:?}");
        assert_eq!(tried.in_bin()[0], record);
    }
    assert_eq!(tried.along(body), [(Entity::Alias, 1)], "a unit is a body of its own");
}
