//! The tables of the minutes: agenda, what earlier meetings left open, regulations, proposals, decisions, tasks.

use super::words::Words;
use super::{AgendaItem, Outcome, Regulation};
use crate::arabic::percent;
use crate::documents::{Block, Cell, Column, Table};
use crate::domain::{Further, OutcomeKind};
use crate::tr;

/// A table's layout: the key and the weight of each column.
type Layout<'a> = &'a [(&'a str, u16)];

fn table<T>(
    words: &Words,
    heading_key: &str,
    layout: Layout,
    items: &[T],
    row: impl Fn(&T) -> Vec<Cell>,
) -> Vec<Block> {
    if items.is_empty() {
        return Vec::new();
    }
    let tr = words.tr;
    let mut columns = vec![Column { header: tr!(tr, "minutes-column-index"), weight: 5 }];
    columns.extend(layout.iter().map(|(key, weight)| Column { header: tr!(tr, key), weight: *weight }));
    let rows = items.iter().enumerate().map(|(index, item)| {
        let mut cells = vec![Cell::known(words.number(index + 1))];
        cells.extend(row(item));
        cells
    });
    vec![Block::Table(Table { description: tr!(tr, heading_key), columns, rows: rows.collect(), tall: false })]
}

pub(super) fn agenda(items: &[AgendaItem], words: &Words) -> Vec<Block> {
    let layout = [("minutes-column-item", 50), ("minutes-column-presenter", 31), ("minutes-column-minutes", 14)];
    let blocks = table(words, "minutes-heading-agenda", &layout, items, |item| {
        let planned = item.planned_minutes.map(|minutes| words.number(minutes)).unwrap_or_default();
        vec![words.cell(&item.title), words.person(item.presenter.as_ref()), words.cell(planned)]
    });
    if blocks.is_empty() { vec![Block::Remark(words.cell("").text)] } else { blocks }
}

/// What is told of what earlier meetings left open, and how much more there is.
pub(super) fn earlier(outcomes: &[Outcome], left: Further, words: &Words) -> Vec<Block> {
    let layout = [
        ("minutes-column-recommendation-number", 18),
        ("minutes-column-recommendation-text", 36),
        ("minutes-column-responsible-body", 24),
        ("minutes-column-due", 19),
        ("minutes-column-status", 21),
    ];
    let mut blocks = table(words, "minutes-heading-earlier", &layout, outcomes, |outcome| {
        vec![
            words.cell(&outcome.number).with_note(&outcome.meeting_number),
            with_last_action(outcome, words),
            words.cell(outcome.body()).with_note(words.responsible_name(outcome)),
            words.day(outcome.due),
            Cell::known(outcome.standing(words.tr)).with_note(so_far(outcome, words)),
        ]
    });
    let more = match left {
        Further::Counted(0) => None,
        Further::Counted(left) => Some(tr!(words.tr, "minutes-earlier-left", count = left)),
        Further::Uncounted => Some(tr!(words.tr, "minutes-earlier-left-more")),
    };
    blocks.extend(more.map(Block::Remark));
    blocks
}

/// What was recommended, and below it what was done for it last: that is known of a few, and a column of its own would be
/// narrow and mostly blank.
fn with_last_action(outcome: &Outcome, words: &Words) -> Cell {
    let action = outcome.last_action.trim();
    let action = (!action.is_empty()).then(|| tr!(words.tr, "minutes-last-action", text = action));
    let notes = Some(outcome.details.clone()).filter(|details| !details.trim().is_empty()).into_iter().chain(action);
    words.cell(&outcome.text).with_note(notes.collect::<Vec<_>>().join("\n"))
}

/// How much of it is done, and how often it was carried; nothing to say is no gap.
fn so_far(outcome: &Outcome, words: &Words) -> String {
    let done = outcome.percent.filter(|done| *done > 0).map(|done| percent(done, words.tr.digits()));
    let carried = (outcome.carried > 0).then(|| tr!(words.tr, "minutes-carried", count = outcome.carried));
    done.into_iter().chain(carried).collect::<Vec<_>>().join("\n")
}

pub(super) fn regulations(regulations: &[Regulation], words: &Words) -> Vec<Block> {
    let layout = [
        ("minutes-column-regulation", 24),
        ("minutes-column-instrument", 17),
        ("minutes-column-effective", 17),
        ("minutes-column-impact", 20),
        ("minutes-column-required", 20),
    ];
    table(words, "minutes-heading-regulations", &layout, regulations, |regulation| {
        let required = words.cell(&regulation.required_action);
        // The day by which it is to be done stands with what is to be done.
        let by = regulation.due.map(|due| tr!(words.tr, "minutes-required-by", day = words.day(Some(due)).text));
        vec![
            words.cell(&regulation.title),
            words.cell(&regulation.instrument).with_note(&regulation.instrument_number),
            words.day(regulation.effective_on),
            words.cell(&regulation.impact),
            required.with_note(by.unwrap_or_default()),
        ]
    })
}

/// With the goals of the Vision that they serve, where any of them does.
pub(super) fn proposals(outcomes: &[Outcome], words: &Words) -> Vec<Block> {
    let proposals: Vec<&Outcome> = outcomes.iter().filter(|outcome| outcome.kind.is_proposal()).collect();
    let some_goal = proposals.iter().any(|outcome| !outcome.goals.is_empty());
    let mut layout = vec![
        ("minutes-column-number", 17),
        ("minutes-column-proposal", if some_goal { 27 } else { 32 }),
        ("minutes-column-proposer", if some_goal { 19 } else { 22 }),
        ("minutes-column-area", 14),
    ];
    layout.extend(some_goal.then_some(("minutes-column-goal", 18)));
    layout.push(("minutes-column-verdict", 13));
    table(words, "minutes-heading-proposals", &layout, &proposals, |outcome| {
        let mut cells =
            vec![words.cell(&outcome.number), text(outcome, words), words.proposer(outcome), words.cell(&outcome.area)];
        let goals: Vec<&str> = outcome.goals.iter().map(String::as_str).collect();
        cells.extend(some_goal.then(|| words.cell(words.list(&goals))));
        cells.push(Cell::known(outcome.standing(words.tr)));
        cells
    })
}

/// With who carries them out and by when, where anybody said so.
pub(super) fn decisions(outcomes: &[Outcome], words: &Words) -> Vec<Block> {
    let is_decision = |outcome: &&Outcome| matches!(outcome.kind, OutcomeKind::Decision | OutcomeKind::Recommendation);
    let decisions: Vec<&Outcome> = outcomes.iter().filter(is_decision).collect();
    let somebody = decisions.iter().any(|outcome| outcome.person.is_some() || !outcome.body().trim().is_empty());
    let some_day = decisions.iter().any(|outcome| outcome.due.is_some());
    // «Recommendation» is a long word.
    let (kind, text_weight) = if words.tr.is_rtl() { (11, 36) } else { (22, 27) };
    let mut layout =
        vec![("minutes-column-number", 20), ("minutes-column-kind", kind), ("minutes-column-text", text_weight)];
    layout.extend(somebody.then_some(("minutes-column-carried-out-by", 22)));
    layout.extend(some_day.then_some(("minutes-column-due", 18)));
    table(words, "minutes-heading-decisions", &layout, &decisions, |outcome| {
        let mut cells = vec![
            words.cell(&outcome.number),
            Cell::known(tr!(words.tr, outcome.kind.label_key())),
            decided(outcome, words),
        ];
        cells.extend(somebody.then(|| words.proposer(outcome)));
        cells.extend(some_day.then(|| words.day(outcome.due)));
        cells
    })
}

pub(super) fn tasks(outcomes: &[Outcome], words: &Words) -> Vec<Block> {
    let layout = [
        ("minutes-column-number", 21),
        ("minutes-column-task", 27),
        ("minutes-column-responsible", 18),
        ("minutes-column-body", 17),
        ("minutes-column-due", 18),
        ("minutes-column-priority", 11),
    ];
    let tasks: Vec<&Outcome> = outcomes.iter().filter(|outcome| outcome.kind.is_task()).collect();
    table(words, "minutes-heading-tasks", &layout, &tasks, |outcome| {
        vec![
            words.cell(&outcome.number),
            text(outcome, words),
            words.person(outcome.person.as_ref()),
            words.cell(outcome.body()),
            words.day(outcome.due),
            words.label(outcome.priority.map(|priority| priority.label_key())),
        ]
    })
}

/// What was decided, and below it who has reservations.
fn decided(outcome: &Outcome, words: &Words) -> Cell {
    let reservations = outcome.reservations.iter().map(|reservation| {
        let name = words.person(reservation.person.as_ref()).text;
        tr!(words.tr, "minutes-reservation", name = name, text = reservation.text.trim())
    });
    let details = Some(outcome.details.clone()).filter(|details| !details.trim().is_empty());
    let lines: Vec<String> = details.into_iter().chain(reservations).collect();
    words.cell(&outcome.text).with_note(lines.join("\n"))
}

fn text(outcome: &Outcome, words: &Words) -> Cell {
    words.cell(&outcome.text).with_note(&outcome.details)
}
