//! The goals of the Vision and what is tied to each, as the facts of the matrix.

use crate::documents::reports::{GoalServed, GoalsFacts, ReportHead, Serving, ServingSort};
use crate::documents::without_signs;
use crate::domain::{Entity, EntryList, MeetingStatus, OutcomeKind, OutcomeStatus};
use crate::error::Result;
use crate::store::Store;
use crate::store::query::{Condition, RecordList, RecordPage, Sort, Tie, Which};
use std::collections::BTreeSet;

/// Every goal of the list that is not hidden, and what serves it.
pub(super) fn facts(store: &Store, head: ReportHead) -> Result<GoalsFacts> {
    let which = Which {
        entity: Entity::Entry,
        kinds: Vec::new(),
        conditions: vec![Condition::OneOf("list", vec![EntryList::Goal.into()])],
        containing: String::new(),
        order: vec![Sort { field: "position", is_descending: false }],
        today: head.today,
    };
    let list = RecordList { which, columns: vec!["name", "parent", "is_hidden"], first: 0, count: usize::MAX };
    let found = store.read(list)?;
    let mut goals = Vec::with_capacity(found.rows.len());
    for row in &found.rows {
        let view = store.read(RecordPage { record: row.record })?;
        // A record may be tied to a goal from either end, or twice.
        let mut told = BTreeSet::new();
        let records: Vec<Serving> =
            view.ties.iter().filter(|tie| told.insert(tie.other.record)).filter_map(serving).collect();
        let is_hidden = found.cell(row, "is_hidden").and_then(|cell| cell.number()).is_some_and(|flag| flag != 0);
        if is_hidden && records.is_empty() {
            continue;
        }
        let text = |name: &str| found.cell(row, name).map(|cell| (cell.text().to_owned(), cell.name.clone()));
        goals.push(GoalServed {
            name: text("name").map(|(name, _)| name).unwrap_or_default(),
            parent: text("parent").map(|(_, parent)| parent).unwrap_or_default(),
            records,
        });
    }
    Ok(GoalsFacts { head, goals })
}

/// What is tied to a goal; other entries of lists serve none.
fn serving(tie: &Tie) -> Option<Serving> {
    let sort = match tie.other.record.entity {
        Entity::Meeting => ServingSort::Meeting,
        Entity::Outcome => ServingSort::Outcome(OutcomeKind::from_code(&tie.other_kind)?),
        Entity::Partnership => ServingSort::Partnership,
        Entity::Regulation => ServingSort::Regulation,
        Entity::Organisation => ServingSort::Organisation,
        Entity::Entry => return None,
        Entity::Alias
        | Entity::Person
        | Entity::Post
        | Entity::Series
        | Entity::Party
        | Entity::AgendaItem
        | Entity::Attendance
        | Entity::Block
        | Entity::Progress
        | Entity::Link
        | Entity::Document
        | Entity::Reservation
        | Entity::Addendum
        | Entity::Setting => ServingSort::Other,
    };
    let status_key = if sort == ServingSort::Meeting {
        MeetingStatus::from_code(&tie.other_status).map(MeetingStatus::label_key)
    } else {
        OutcomeStatus::from_code(&tie.other_status).map(OutcomeStatus::label_key)
    };
    // What tells a body from its like is its town, which is no number.
    let has_number = !matches!(sort, ServingSort::Organisation | ServingSort::Other);
    let number = if has_number { tie.other.detail.clone() } else { String::new() };
    Some(Serving { sort, number, name: without_signs(&tie.other.name), status_key })
}
