//! Tables of what is owed and of what was raised, as every paper that tells of a body has them.

use super::words::Words;
use crate::calendar::Date;
use crate::documents::minutes::Outcome;
use crate::documents::{Block, Cell};
use crate::domain::lifecycle;
use crate::tr;

/// What is late says so, and by how much.
pub(in crate::documents) fn due(outcome: &Outcome, today: Date, words: &Words<'_>) -> Cell {
    let Some(day) = outcome.due else { return words.cell("") };
    let cell = words.day(Some(day));
    if lifecycle::is_overdue(outcome.status, Some(day), today) {
        return Cell::known(cell.text).with_note(day.due_text(words.tr, today));
    }
    cell
}

/// What somebody owes, in the table of that name: whose it is, by when, where it stands and how often it was carried.
pub(in crate::documents) fn owed(outcomes: &[Outcome], name: &str, today: Date, words: &Words<'_>) -> Option<Block> {
    let layout = [
        ("minutes-column-number", 18),
        ("minutes-column-task", 31),
        ("minutes-column-responsible", 19),
        ("minutes-column-due", 20),
        ("minutes-column-status", 12),
    ];
    words.table(&tr!(words.tr, name), &layout, outcomes, |outcome| {
        let person = outcome.person.as_ref().map(|person| words.name(person)).unwrap_or_default();
        let (who, note) = if person.is_empty() {
            (outcome.body().to_owned(), String::new())
        } else {
            (person, outcome.body().to_owned())
        };
        let carried = (outcome.carried > 0).then(|| tr!(words.tr, "minutes-carried", count = outcome.carried));
        vec![
            words.cell(&outcome.number).with_note(&outcome.meeting_number),
            words.cell(&outcome.text),
            words.cell(who).with_note(note),
            due(outcome, today, words),
            Cell::known(outcome.standing(words.tr)).with_note(carried.unwrap_or_default()),
        ]
    })
}

/// What somebody raised, in the table of that name: proposals, challenges, opportunities.
pub(in crate::documents) fn raised(outcomes: &[Outcome], name: &str, words: &Words<'_>) -> Option<Block> {
    let layout = [
        ("minutes-column-number", 18),
        ("minutes-column-text", 48),
        ("minutes-column-area", 18),
        ("minutes-column-status", 16),
    ];
    words.table(&tr!(words.tr, name), &layout, outcomes, |outcome| {
        vec![
            words.cell(&outcome.number).with_note(&outcome.meeting_number),
            words.cell(&outcome.text),
            Cell::known(&outcome.area),
            Cell::known(outcome.standing(words.tr)),
        ]
    })
}
