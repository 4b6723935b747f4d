//! Tables of what is owed and of what was raised, as every paper that tells of a body has them.

use super::words::Words;
use crate::calendar::Date;
use crate::documents::minutes::Outcome;
use crate::documents::{Block, Cell};
use crate::domain::{due_words, lifecycle};
use crate::tr;

/// What is late says so, and by how much.
pub(in crate::documents) fn due(outcome: &Outcome, today: Date, words: &Words<'_>) -> Cell {
    let Some(day) = outcome.due else { return words.cell("") };
    let cell = words.day(Some(day));
    if lifecycle::is_overdue(outcome.status, Some(day), today) {
        let notes = [cell.note, due_words(day, Some(outcome.kind), today, words.tr)];
        let notes: Vec<String> = notes.into_iter().filter(|note| !note.is_empty()).collect();
        return Cell::known(cell.text).with_note(notes.join("\n"));
    }
    cell
}

/// What somebody owes, in the table of that name: whose it is, by when, where it stands and how often it was carried.
pub(in crate::documents) fn owed(outcomes: &[Outcome], name: &str, today: Date, words: &Words<'_>) -> Option<Block> {
    owed_under("", outcomes, name, today, words)
}

/// What was done, in the table of that name, with the day on which it was.
pub(in crate::documents) fn done(outcomes: &[Outcome], name: &str, words: &Words<'_>) -> Option<Block> {
    let day = |outcome: &Outcome| words.day(outcome.done_on);
    tasks(outcomes, (name, "report-column-finished"), "", day, words)
}

/// The same under a heading that names the body: it is not named again in each row.
pub(in crate::documents) fn owed_under(
    heading: &str,
    outcomes: &[Outcome],
    name: &str,
    today: Date,
    words: &Words<'_>,
) -> Option<Block> {
    tasks(outcomes, (name, "minutes-column-due"), heading, |outcome| due(outcome, today, words), words)
}

/// Who has what to do, with a day of it, under the head of that name.
fn tasks(
    outcomes: &[Outcome],
    (name, day_key): (&str, &str),
    heading: &str,
    day: impl Fn(&Outcome) -> Cell,
    words: &Words<'_>,
) -> Option<Block> {
    let layout = [
        ("minutes-column-number", 16),
        ("minutes-column-task", 28),
        ("minutes-column-responsible", 21),
        (day_key, 17),
        ("minutes-column-status", 18),
    ];
    words.table(&tr!(words.tr, name), &layout, outcomes, |outcome| {
        let person = outcome.person.as_ref().map(|person| words.name(person)).unwrap_or_default();
        let is_named = !heading.is_empty() && outcome.body().trim() == heading;
        let body = if is_named { "" } else { outcome.body() };
        let who = match (person.as_str(), body) {
            ("", "") if is_named => Cell::default(),
            ("", body) => words.cell(body),
            (person, body) => words.cell(person).with_note(body),
        };
        let carried = (outcome.carried > 0).then(|| tr!(words.tr, "minutes-carried", count = outcome.carried));
        vec![
            words.cell(&outcome.number).with_note(&outcome.meeting_number),
            words.cell(&outcome.text),
            who,
            day(outcome),
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
            words.cell(&outcome.area),
            Cell::known(outcome.standing(words.tr)),
        ]
    })
}
