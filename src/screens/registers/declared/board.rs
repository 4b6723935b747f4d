//! A register on a board: a column a stage, cards that are moved from stage to stage.

use super::{Register, Wish, chosen_status, kind_of, menu_entries, move_of, row_choices, status_of};
use crate::domain::{OutcomeStatus, lifecycle};
use crate::screens::shown::due_words;
use crate::screens::{Ask, Cx, parts};
use crate::store::query::{RecordRow, RecordRows};
use crate::text::Weight;
use crate::tr;
use crate::widgets::{Board, BoardColumn, BoardState, CardHead, Chip, Line, MenuEntry, Tone, Type, UiExt};
use egui::Ui;

/// A stage, and the places in the list of what stands in it, in the list's order.
type Stage = (OutcomeStatus, Vec<usize>);

/// A register's board.
#[derive(Default)]
pub(super) struct RegisterBoard {
    state: BoardState,
    /// For which answer of the store the stages were made.
    revision: u64,
    stages: Vec<Stage>,
}

impl RegisterBoard {
    /// Shows it in the room that is left.
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        (name, register): (&str, &'static Register),
        (revision, found): (u64, &RecordRows),
        wishes: &mut Vec<Wish>,
    ) {
        let tr = cx.tr;
        if self.revision != revision || self.stages.is_empty() {
            self.revision = revision;
            self.stages = stages(register, found);
        }
        let stages = &self.stages;
        let titles: Vec<String> = stages.iter().map(|(stage, _)| tr!(tr, stage.label_key())).collect();
        let columns: Vec<BoardColumn<'_>> = stages
            .iter()
            .zip(&titles)
            .map(|((stage, places), title)| BoardColumn::new(title, parts::outcome_tone(*stage), places.len()))
            .collect();
        let at = |column: usize, place: usize| found.rows.get(*stages.get(column)?.1.get(place)?);
        let stage = |column: usize| stages.get(column).map(|(stage, _)| *stage);
        let head = |column: usize, place: usize| {
            at(column, place).map_or(CardHead::new(0, ""), |row| CardHead::new(row.record.id, row.title.as_str()))
        };
        let find = |key: i64| found.rows.iter().find(|row| row.record.id == key);
        let is_read_only = cx.store.is_read_only();
        let may = |key: i64, column: usize| {
            let pair = find(key).zip(stage(column));
            !is_read_only && pair.is_some_and(|(row, stage)| row_choices(found, row).contains(&stage))
        };
        let menu = |(column, place)| -> Vec<MenuEntry> {
            at(column, place).map(|row| menu_entries(found, row, tr)).unwrap_or_default()
        };
        let board = Board::new(tr, name, &columns).sorted().allows(&may).menu(&menu);
        let shown: &Cx<'_> = cx;
        let output = board.show(ui, &mut self.state, head, |ui, column, place| {
            if let Some(row) = at(column, place) {
                card_ui(ui, shown, found, row);
            }
        });
        wishes.extend(output.opened.and_then(|(column, place)| at(column, place)).map(|row| Wish::Open(row.record)));
        let moved = output.moved.and_then(|moved| Some((find(moved.key)?, stage(moved.to.0)?)));
        wishes.extend(moved.and_then(|(row, to)| move_of(found, row, to)));
        if let Some((row, chosen)) =
            output.menu.and_then(|((column, place), chosen)| Some((at(column, place)?, chosen)))
        {
            match chosen_status(found, row, &chosen) {
                Some(to) => wishes.extend(move_of(found, row, to)),
                None if chosen.entry == 0 => wishes.push(Wish::Open(row.record)),
                None => ui.copy_text(row.title.clone()),
            }
        }
        if let Some((row, to)) = output.refused.and_then(|refused| Some((find(refused.key)?, stage(refused.to.0)?))) {
            let status = tr!(tr, to.label_key());
            let words = if is_read_only {
                tr!(tr, "register-move-read-only")
            } else {
                let from = status_of(found, row).map(|from| tr!(tr, from.label_key())).unwrap_or_default();
                tr!(tr, "register-move-not-allowed", from = from, to = status)
            };
            cx.ask(Ask::Toast(words));
        }
    }
}

/// The stages on the way of what is listed, and the others while something stands in them.
fn stages(register: &'static Register, found: &RecordRows) -> Vec<Stage> {
    let within = |status: OutcomeStatus| {
        let is_here = |(_, row): &(usize, &RecordRow)| status_of(found, row) == Some(status);
        (status, found.rows.iter().enumerate().filter(is_here).map(|(place, _)| place).collect::<Vec<_>>())
    };
    let kinds = register.kinds.iter().map(|kind| Some(*kind));
    let mut all: Vec<Stage> = Vec::new();
    for kind in kinds.chain(register.kinds.is_empty().then_some(None)) {
        let way = lifecycle::way_of(register.entity, kind);
        for status in lifecycle::cycle_of(register.entity, kind).into_iter().flat_map(lifecycle::statuses_of) {
            let stage = within(status);
            let is_new = !all.iter().any(|(other, _)| *other == status);
            if is_new && (way.contains(&status) || !stage.1.is_empty()) {
                all.push(stage);
            }
        }
    }
    all
}

fn card_ui(ui: &mut Ui, cx: &Cx<'_>, found: &RecordRows, row: &RecordRow) {
    let tr = cx.tr;
    let weak = ui.tokens().ink_weak;
    let text = |name: &str| found.cell(row, name).map(|cell| cell.text()).unwrap_or_default();
    let name = |field: &str| found.cell(row, field).map(|cell| cell.name.as_str()).unwrap_or_default();
    ui.row_of(Type::Caption.line_height(), |ui| {
        ui.add(Line::new(&tr.code(text("number"))).size(Type::Caption).color(weak));
        if row.ties > 0 {
            let ties = tr!(tr, "register-ties", count = row.ties);
            ui.at_end("ties", |ui| ui.add(Line::new(&ties).size(Type::Caption).color(weak)));
        }
    });
    ui.add(Line::new(&row.title).weight(Weight::SemiBold));
    let who = if name("organisation").is_empty() { name("person") } else { name("organisation") };
    ui.add(Line::new(who).size(Type::Caption).color(weak));
    ui.row_of(ui.metrics().chip, |ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        if let Some(kind) = kind_of(row) {
            ui.add(Chip::new(&tr!(tr, kind.label_key()), parts::kind_tone(kind)));
        }
        for entry in ["agreement", "instrument"].map(name) {
            if !entry.is_empty() {
                ui.add(Chip::new(entry, Tone::Lavender));
            }
        }
        let is_end = found.cell(row, "due").is_none();
        let day = found.cell(row, if is_end { "ends_on" } else { "due" }).and_then(|cell| cell.date());
        if let Some((words, tone)) = due_words(day, status_of(found, row), is_end, cx) {
            ui.add(Chip::new(&words, tone));
        }
    });
}
