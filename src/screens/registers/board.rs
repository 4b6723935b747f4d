//! A register on a board: a column a stage, cards that are moved from stage to stage.
//!
//! The stages on the way of its kinds are always there to be moved to; the others while something stands in them, and every
//! card's menu leads to all.

use super::listing::Listing;
use super::{Register, Wish, kind_of, move_of, row_choices, status_of};
use crate::arabic::percent;
use crate::domain::{Entity, OutcomeKind, OutcomeStatus, lifecycle};
use crate::screens::shown::due_words;
use crate::screens::{Ask, Cx, parts};
use crate::store::query::{Cell, RecordRow, RecordRows};
use crate::text::{Label, Weight};
use crate::tr;
use crate::widgets::board::Place;
use crate::widgets::{Board, BoardColumn, BoardState, CardHead, Chip, Ends, Line, MenuEntry, Tone, Type, UiExt, ends};
use egui::{Context, Ui};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// A stage: how many stand in it, and the places of those that were read.
struct Stage {
    status: OutcomeStatus,
    count: usize,
    places: Vec<usize>,
}

/// A register's board.
#[derive(Default)]
pub(super) struct RegisterBoard {
    state: BoardState,
    /// For which answer of the store the stages were made.
    revision: u64,
    stages: Vec<Stage>,
    /// Where the cards of each stage end, as it was measured last.
    measured: RefCell<BTreeMap<usize, Measured>>,
}

/// Where cards end, and for which answer of the store, which width and which size of a pixel.
struct Measured {
    revision: u64,
    width: f32,
    pixels_per_point: f32,
    ends: Ends,
}

/// So many lines of its title a card shows at most.
const TITLE_LINES: usize = 3;
/// A card without its title.
const REST: f32 = 100.0;
/// Beside the words of a card.
const CARD_MARGIN: f32 = 14.0;

/// What is needed beside the rows.
pub(super) struct Hands<'a> {
    pub(super) name: &'a str,
    pub(super) register: &'static Register,
    /// What the menu of a card holds.
    pub(super) menu: &'a dyn Fn(&RecordRow) -> Vec<MenuEntry>,
}

impl RegisterBoard {
    /// Shows it in the room that is left; answers the row of a card of which something is wanted, and what.
    pub(super) fn show<'r>(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        hands: &Hands<'_>,
        listing: &'r Listing,
        wishes: &mut Vec<Wish>,
    ) -> Option<(&'r RecordRow, CardWish)> {
        let tr = cx.tr;
        let found = listing.rows();
        if self.revision != listing.revision() || self.stages.is_empty() {
            self.revision = listing.revision();
            self.stages = stages(hands.register, listing);
        }
        let (stages, measured, revision) = (&self.stages, &self.measured, self.revision);
        let ctx = ui.ctx().clone();
        let heights = |column: usize, width: f32| {
            let places = stages.get(column).map(|stage| stage.places.as_slice()).unwrap_or_default();
            let titles = || places.iter().filter_map(|place| found.rows.get(*place)).map(|row| row.title.as_str());
            ends_of(&ctx, measured, (column, width, revision), titles)
        };
        let titles: Vec<String> = stages.iter().map(|stage| tr!(tr, stage.status.label_key())).collect();
        let columns: Vec<BoardColumn<'_>> = stages
            .iter()
            .zip(&titles)
            .map(|(stage, title)| {
                BoardColumn::new(title, parts::outcome_tone(stage.status), stage.places.len()).of(stage.count)
            })
            .collect();
        let at = |column: usize, place: usize| found.rows.get(*stages.get(column)?.places.get(place)?);
        let stage = |column: usize| stages.get(column).map(|stage| stage.status);
        let head = |column: usize, place: usize| {
            at(column, place).map_or(CardHead::new(0, ""), |row| CardHead::new(row.record.id, row.title.as_str()))
        };
        let find = |key: i64| found.rows.iter().find(|row| row.record.id == key);
        let is_read_only = cx.store.is_read_only();
        let may = |key: i64, column: usize| {
            let pair = find(key).zip(stage(column));
            !is_read_only && pair.is_some_and(|(row, stage)| row_choices(found, row).contains(&stage))
        };
        let menu = |(column, place)| -> Vec<MenuEntry> { at(column, place).map(hands.menu).unwrap_or_default() };
        let board = Board::new(tr, hands.name, &columns).sorted().allows(&may).menu(&menu).heights(&heights);
        let board = if is_read_only { board } else { board.removable() };
        let shown: &Cx<'_> = cx;
        let mut ends = Vec::new();
        let output = board.show(ui, &mut self.state, head, |ui, column, place| {
            let Some(row) = at(column, place) else { return };
            card_ui(ui, shown, found, row);
            let is_last = |stage: &Stage| place + 1 == stage.places.len() && stage.count > stage.places.len();
            ends.extend(stages.get(column).filter(|stage| is_last(stage)).map(|stage| stage.status));
        });
        // The last card that was read is in sight.
        wishes.extend(ends.into_iter().map(|status| Wish::MoreOf(status.into())));
        wishes.extend(output.opened.and_then(|(column, place)| at(column, place)).map(|row| Wish::Open(row.record)));
        let moved = output.moved.and_then(|moved| Some((find(moved.key)?, stage(moved.to.0)?)));
        wishes.extend(moved.and_then(|(row, to)| move_of(found, row, to)));
        if let Some((row, to)) = output.refused.and_then(|refused| Some((find(refused.key)?, stage(refused.to.0)?))) {
            cx.ask(Ask::Toast(refusal(found, row, to, is_read_only, cx)));
        }
        let row = |(column, place): Place| at(column, place);
        let chosen = output.menu.and_then(|(place, chosen)| Some((row(place)?, CardWish::Chosen(chosen))));
        chosen.or_else(|| Some((output.removed.and_then(row)?, CardWish::Remove)))
    }

    /// The row of the card that the keys work on.
    pub(super) fn current<'r>(&self, listing: &'r Listing) -> Option<&'r RecordRow> {
        let key = self.state.selected()?;
        listing.rows().rows.iter().find(|row| row.record.id == key)
    }

    /// The current card goes: the keys go on at the next of its stage, else at the one before.
    pub(super) fn go_on(&mut self, listing: &Listing) {
        let Some(key) = self.state.selected() else { return };
        let keys = |stage: &Stage| -> Vec<i64> {
            stage.places.iter().filter_map(|place| listing.rows().rows.get(*place)).map(|row| row.record.id).collect()
        };
        let stage = self.stages.iter().map(keys).find(|keys| keys.contains(&key)).unwrap_or_default();
        let at = stage.iter().position(|other| *other == key).unwrap_or_default();
        let heir = stage.get(at + 1).or_else(|| stage.get(at.checked_sub(1)?)).copied();
        self.state.select(heir);
    }
}

/// What a person wants of a card.
pub(super) enum CardWish {
    /// This of its menu.
    Chosen(crate::widgets::Chosen),
    /// It is to go.
    Remove,
}

/// Where the cards of a stage end, measured once for each answer of the store.
fn ends_of<'r, Titles: Iterator<Item = &'r str>>(
    ctx: &Context,
    measured: &RefCell<BTreeMap<usize, Measured>>,
    (column, width, revision): (usize, f32, u64),
    titles: impl Fn() -> Titles,
) -> Ends {
    let pixels_per_point = ctx.pixels_per_point();
    let is_same =
        |one: &&Measured| (one.revision, one.width, one.pixels_per_point) == (revision, width, pixels_per_point);
    if let Some(one) = measured.borrow().get(&column).filter(is_same) {
        return one.ends.clone();
    }
    let room = width - 2.0 * CARD_MARGIN;
    let ends = ends(titles().map(|title| REST + title_label(title).height_in(ctx, room)));
    let one = Measured { revision, width, pixels_per_point, ends: ends.clone() };
    measured.borrow_mut().insert(column, one);
    ends
}

/// A card's title.
fn title_label(title: &str) -> Label {
    let label = Label::new(title).size(Type::Interface.size()).line_height(Type::Interface.line_height());
    label.weight(Weight::SemiBold).most_lines(TITLE_LINES)
}

/// Why a card stays where it is.
fn refusal(found: &RecordRows, row: &RecordRow, to: OutcomeStatus, is_read_only: bool, cx: &Cx<'_>) -> String {
    if is_read_only {
        return tr!(cx.tr, "register-move-read-only");
    }
    let kind = kind_of(row);
    let status = to.words(kind, cx.tr);
    let is_of_life = lifecycle::cycle_of(row.record.entity, kind)
        .is_some_and(|cycle| lifecycle::statuses_of(cycle).any(|status| status == to));
    if !is_of_life && let Some(kind) = kind {
        return tr!(cx.tr, "register-move-refused", kind = tr!(cx.tr, kind.label_key()), status = status);
    }
    let from = status_of(found, row).map(|from| from.words(kind, cx.tr)).unwrap_or_default();
    tr!(cx.tr, "register-move-not-allowed", from = from, to = status)
}

/// The stages on the way of what is listed, and the others while something stands in them.
fn stages(register: &'static Register, listing: &Listing) -> Vec<Stage> {
    let way = register.way();
    let stage = |status: OutcomeStatus| {
        let at = listing.headings().iter().position(|heading| heading.value == status.into());
        let count = at.and_then(|at| listing.headings().get(at)).map_or(0, |heading| heading.count);
        Stage { status, count, places: at.map(|at| listing.places_below(at)).unwrap_or_default() }
    };
    let is_shown = |stage: &Stage| way.contains(&stage.status) || stage.count > 0;
    let mut stages: Vec<Stage> = register.statuses().into_iter().map(stage).filter(is_shown).collect();
    // While the stages are read one after the other, a card that moved may be told of in two: it is shown in one.
    let mut seen = BTreeSet::new();
    for stage in &mut stages {
        stage.places.retain(|place| listing.rows().rows.get(*place).is_some_and(|row| seen.insert(row.record.id)));
    }
    stages
}

fn card_ui(ui: &mut Ui, cx: &Cx<'_>, found: &RecordRows, row: &RecordRow) {
    let tr = cx.tr;
    let weak = ui.tokens().ink_weak;
    let cell = |name: &str| found.cell(row, name);
    let text = |name: &str| cell(name).map(Cell::text).unwrap_or_default();
    let name = |field: &str| cell(field).map(|cell| cell.name.as_str()).unwrap_or_default();
    ui.row_of(Type::Caption.line_height(), |ui| {
        ui.add(Line::new(&tr.code(text("number"))).size(Type::Caption).color(weak));
        if row.ties > 0 {
            let ties = tr!(tr, "register-ties", count = row.ties);
            ui.at_end("ties", |ui| ui.add(Line::new(&ties).size(Type::Caption).color(weak)));
        }
    });
    ui.add(title_label(&row.title));
    let kind = kind_of(row);
    let is_tasks = kind.is_some_and(OutcomeKind::binds) || row.record.entity == Entity::Partnership;
    let pair = if is_tasks { ["person", "organisation"] } else { ["organisation", "person"] };
    let who = pair.map(name).into_iter().find(|name| !name.is_empty()).unwrap_or_default();
    ui.add(Line::new(who).size(Type::Caption).color(weak));
    ui.row_of(ui.metrics().chip, |ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        if let Some(kind) = kind.filter(|kind| !matches!(kind, OutcomeKind::FollowUp | OutcomeKind::Proposal)) {
            ui.add(Chip::new(&tr!(tr, kind.label_key()), parts::kind_tone(kind)));
        }
        for entry in [text("area"), name("agreement"), name("instrument")] {
            if !entry.is_empty() {
                ui.add(Chip::new(tr.named(entry), Tone::Lavender));
            }
        }
        let status = status_of(found, row);
        let done = cell("percent").and_then(Cell::number).filter(|done| *done > 0);
        if let Some(done) = done.filter(|_| !status.is_some_and(lifecycle::is_closed)) {
            let done = percent(done, cx.settings.digits);
            ui.add(Chip::new(&tr!(tr, "register-card-progress", percent = done), Tone::Neutral));
        }
        let is_end = cell("due").is_none();
        let day = cell(if is_end { "ends_on" } else { "due" }).and_then(Cell::date);
        if let Some((words, tone)) = due_words(day, (OutcomeKind::from_code(&row.kind), status), is_end, cx) {
            ui.add(Chip::new(&words, tone));
        }
    });
}
