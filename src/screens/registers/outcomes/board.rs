//! What came out of meetings on a board: a column a stage, moved from stage to stage by hand.
//!
//! The stages on a kind's way are always there to be moved to; the others while something stands in them, and every card's
//! menu leads to all.

use super::{Wish, asks_to_copy, choices, menu_entries, menu_wishes};
use crate::arabic::percent;
use crate::domain::{OutcomeKind, OutcomeStatus, Record, lifecycle};
use crate::screens::list::{ListRows, copy_rows};
use crate::screens::{Ask, Cx, parts};
use crate::store::query::OutcomeRow;
use crate::strings::Tr;
use crate::text::Weight;
use crate::tr;
use crate::widgets::{
    Board, BoardColumn, BoardState, CardHead, Chip, KeyHint, Line, MenuEntry, Tone, Type, UiExt, key_footer,
};
use egui::Ui;
use std::iter::once;

/// A stage, and the places in the list of what stands in it, in the list's order.
type Stage = (OutcomeStatus, Vec<usize>);

/// A register's board.
#[derive(Default)]
pub(super) struct OutcomeBoard {
    state: BoardState,
    /// For which answer of the store the stages were made.
    revision: u64,
    stages: Vec<Stage>,
}

impl OutcomeBoard {
    /// Chooses a card, to be seen when the board is shown.
    pub(super) const fn select(&mut self, record: Record) {
        self.state.select(Some(record.id));
    }

    /// Shows it in the room that is left; `kind` is the register's.
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        (name, kind): (&str, OutcomeKind),
        ListRows { revision, rows }: ListRows<'_, OutcomeRow>,
        wishes: &mut Vec<Wish>,
    ) {
        let tr = cx.tr;
        footer(ui, tr);
        if self.revision != revision || self.stages.is_empty() {
            self.revision = revision;
            self.stages = stages(kind, rows);
        }
        let stages = &self.stages;
        let titles: Vec<String> = stages.iter().map(|(stage, _)| tr!(tr, stage.label_key())).collect();
        let columns: Vec<BoardColumn<'_>> = stages
            .iter()
            .zip(&titles)
            .map(|((stage, places), title)| BoardColumn::new(title, parts::outcome_tone(*stage), places.len()))
            .collect();
        let at = |column: usize, place: usize| rows.get(*stages.get(column)?.1.get(place)?);
        let stage = |column: usize| stages.get(column).map(|(stage, _)| *stage);
        let head = |column: usize, place: usize| {
            at(column, place).map_or(CardHead::new(0, ""), |row| CardHead::new(row.id.0, row.text.as_str()))
        };
        let find = |key: i64| rows.iter().find(|row| row.id.0 == key);
        let is_read_only = cx.store.is_read_only();
        let may = |key: i64, column: usize| {
            let pair = find(key).zip(stage(column));
            !is_read_only && pair.is_some_and(|(row, stage)| choices(row).contains(&stage))
        };
        let menu = |(column, place)| -> Vec<MenuEntry> {
            at(column, place).map(|row| menu_entries(row, tr)).unwrap_or_default()
        };
        let board = Board::new(tr, name, &columns).sorted().allows(&may).menu(&menu);
        let shown: &Cx<'_> = cx;
        let output = board.show(ui, &mut self.state, head, |ui, column, place| {
            if let Some(row) = at(column, place) {
                card_ui(ui, shown, row);
            }
        });
        wishes.extend(output.opened.and_then(|(column, place)| at(column, place)).map(|row| Wish::Edit(row.id)));
        if let Some((row, to)) = output.moved.and_then(|moved| Some((find(moved.key)?, stage(moved.to.0)?))) {
            wishes.push(Wish::Move(row.id, to));
        }
        if let Some((row, chosen)) =
            output.menu.and_then(|((column, place), chosen)| Some((at(column, place)?, chosen)))
        {
            if asks_to_copy(&chosen) {
                copy_rows(ui, cx, once(row));
            }
            wishes.extend(menu_wishes(row, &chosen, once(row)));
        }
        if let Some((row, to)) = output.refused.and_then(|refused| Some((find(refused.key)?, stage(refused.to.0)?))) {
            cx.ask(Ask::Toast(refusal(row, to, is_read_only, cx)));
        }
    }
}

/// Why a card stays where it is.
fn refusal(row: &OutcomeRow, to: OutcomeStatus, is_read_only: bool, cx: &Cx<'_>) -> String {
    if is_read_only {
        return tr!(cx.tr, "register-move-read-only");
    }
    let (kind, status) = (tr!(cx.tr, row.kind.label_key()), tr!(cx.tr, to.label_key()));
    tr!(cx.tr, "register-move-refused", kind = kind, status = status)
}

/// The stages of a kind with what stands in them.
fn stages(kind: OutcomeKind, rows: &[OutcomeRow]) -> Vec<Stage> {
    let within = |status: OutcomeStatus| {
        let places = rows.iter().enumerate().filter(|(_, row)| row.status == status).map(|(place, _)| place);
        (status, places.collect::<Vec<_>>())
    };
    let is_shown = |(status, places): &Stage| !places.is_empty() || lifecycle::way(kind).contains(status);
    lifecycle::statuses_of(lifecycle::cycle(kind)).map(within).filter(is_shown).collect()
}

fn card_ui(ui: &mut Ui, cx: &Cx<'_>, row: &OutcomeRow) {
    let tr = cx.tr;
    let (weak, calendars) = (ui.tokens().ink_weak, cx.settings.calendars);
    ui.row_of(Type::Caption.line_height(), |ui| {
        ui.add(Line::new(&tr.code(&row.number)).size(Type::Caption).color(weak));
        if let Some(due) = row.due {
            let day = parts::day(due, tr, calendars);
            ui.at_end("due", |ui| ui.add(Line::new(&day).size(Type::Caption).color(weak)));
        }
    });
    ui.add(Line::new(&row.text).weight(Weight::SemiBold));
    let person = parts::person_short(row.person_honorific, &row.person_name);
    let who = if row.person_name.is_empty() { &row.organisation_name } else { &person };
    ui.add(Line::new(who).size(Type::Caption).color(weak));
    ui.row_of(ui.metrics().chip, |ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        if row.kind == OutcomeKind::Initiative {
            ui.add(Chip::new(&tr!(tr, row.kind.label_key()), parts::kind_tone(row.kind)));
        }
        if !row.area.is_empty() {
            ui.add(Chip::new(&row.area, Tone::Lavender));
        }
        if row.percent > 0 && !lifecycle::is_closed(row.status) {
            let done = percent(row.percent, cx.settings.digits);
            ui.add(Chip::new(&tr!(tr, "register-card-progress", percent = done), Tone::Neutral));
        }
        if let Some((words, tone)) = parts::due(row, cx.today, tr, calendars) {
            ui.add(Chip::new(&words, tone));
        }
    });
}

fn footer(ui: &mut Ui, tr: &Tr) {
    let (walk, move_on, edit) =
        (tr!(tr, "register-key-walk"), tr!(tr, "register-key-move"), tr!(tr, "register-key-edit"));
    let forward = if tr.is_rtl() { "\u{2190}" } else { "\u{2192}" };
    let hints = [
        KeyHint { keys: &["\u{2191}", "\u{2193}"], words: &walk },
        KeyHint { keys: &["Ctrl", forward], words: &move_on },
        KeyHint { keys: &["Enter"], words: &edit },
    ];
    key_footer(ui, "", &hints);
}
