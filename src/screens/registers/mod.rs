//! The registers: meetings, follow-ups, proposals, challenges, partnerships, regulations, organisations, people. One screen
//! for all, which follows from their fields' declarations (`kinds`): table, groups, board, filters, views, and what is done
//! to several records at once. The meetings' has a month and a form of its own besides (`meetings`).

mod board;
mod bulk;
mod cells;
mod filters;
mod frame;
mod headings;
mod kinds;
mod listing;
mod meetings;
mod papers;
mod quick;
mod range;
mod ready;
mod shelf;
mod table;
mod view;
mod whole;

use crate::domain::{OutcomeKind, OutcomeStatus, PaperFormat, Record, SheetFormat, Value, lifecycle};
use crate::screens::reason::Move;
use crate::screens::{Ask, Cx, KeptViews, OpenTasks, PaperSubject, Screen, ScreenCommand, ShownRegister, parts, shown};
use crate::store::query::{RecordRow, RecordRows, Which};
use crate::store::{Changes, Reply, Ticket};
use crate::tr;
use crate::widgets::theme::is_narrow;
use crate::widgets::{TableState, UiExt};
use board::{CardWish, Hands, RegisterBoard};
use bulk::{Bulk, BulkAct, Change};
use egui::{Event, Frame, Key, Margin, Ui};
use filters::Filters;
use frame::RegisterFrame;
pub use kinds::{
    CHALLENGES, FOLLOW_UPS, ORGANISATIONS, PARTNERSHIPS, PEOPLE, PROPOSALS, REGISTERS, REGULATIONS, Register,
};
use listing::{Asked, Listing};
pub use meetings::MeetingsScreen;
pub use quick::{QuickAdd, QuickKind, QuickOutput};
use ready::Ready;
use shelf::Shelf;
use view::{Content, Picked, Shape, Views};
use whole::{Whole, Work, gathered};

/// The screen of a register.
pub struct RegisterScreen {
    register: &'static Register,
    frame: RegisterFrame,
    listing: Listing,
    filters: Filters,
    shelf: Shelf,
    views: Views,
    /// As they were kept last.
    kept: Views,
    table: TableState,
    board: RegisterBoard,
    bulk: Bulk,
    whole: Whole,
    /// How high the filters are.
    bar_height: f32,
    /// Every record of the list is selected, read or not; the rows that are read stand for them.
    has_all: bool,
    /// The End key leads to the last row once that is read.
    wants_end: bool,
    /// Something new is asked for: by a key, or where that has a form of its own.
    wants_new: bool,
}

/// What a cell, a card or a menu asks for; carried out when all is drawn.
#[derive(Clone, Debug, PartialEq)]
enum Wish {
    Move(Move),
    Open(Record),
    Fold(usize),
    MoreOf(Value),
    Bulk(BulkAct),
}

impl RegisterScreen {
    /// The screen of that register.
    pub fn new(register: &'static Register) -> Self {
        let views = Views::new(register);
        let mut table = TableState::default();
        table.set_layout(views.now.layout.clone());
        Self {
            register,
            frame: RegisterFrame::new(register),
            listing: Listing::default(),
            filters: Filters::default(),
            shelf: Shelf::default(),
            kept: views.clone(),
            views,
            table,
            board: RegisterBoard::default(),
            bulk: Bulk::default(),
            whole: Whole::default(),
            bar_height: 0.0,
            has_all: false,
            wants_end: false,
            wants_new: false,
        }
    }

    /// Shows what is open from somewhere, and nothing else, whatever was looked at before.
    pub fn show_open(&mut self, tasks: OpenTasks) {
        self.views.choose(None, self.register);
        self.views.now.ready = Some(Ready::Open);
        let picked = tasks.of.into_iter().map(|(id, name)| Picked { value: Value::Number(id), name }).collect();
        self.views.now.sift(tasks.field, Some(Content::OneOf(picked)));
        if let Some(day) = tasks.until {
            self.views.now.sift("met_on", Some(Content::Between(Value::Empty, day.into())));
        }
        self.table.set_layout(self.views.now.layout.clone());
        self.frame.clear_words();
        self.begin_again();
    }

    fn is_board(&self) -> bool {
        self.views.now.shape == Shape::Board
    }

    fn which(&self, cx: &Cx<'_>) -> Which {
        let calendar = parts::first_calendar(cx.settings.calendars);
        Which {
            entity: self.register.entity,
            kinds: self.register.kinds.iter().map(|kind| kind.code()).collect(),
            conditions: self.views.now.conditions(self.register, cx.today, calendar),
            containing: self.frame.containing().to_owned(),
            order: self.register.order(self.views.now.layout.sort()),
            today: cx.today,
        }
    }

    /// «47 مفتوحة · 5 متأخرة», or how many there are where nothing is ever late.
    fn about(&mut self, cx: &Cx<'_>) -> String {
        let (which, register) = (self.which(cx), self.register);
        let filters = &mut self.filters;
        let mut count =
            |ready: Ready| register.ready.contains(&ready).then(|| filters.standing(cx, ready, &which)).flatten();
        let open = count(Ready::Open);
        let late = [(Ready::Overdue, "shell-overdue"), (Ready::Ended, "partnerships-late")]
            .into_iter()
            .find_map(|(ready, key)| Some(tr!(cx.tr, key, count = count(ready).filter(|late| *late > 0)?)));
        let units = count(Ready::Units).filter(|units| *units > 0);
        match (open, late) {
            (None, _) if units.is_some_and(|units| units < self.listing.total()) && !self.is_narrowed() => {
                let units = units.unwrap_or_default();
                let bodies = tr!(cx.tr, &self.frame.key("count"), count = self.listing.total() - units);
                let units = tr!(cx.tr, "count-units", count = units);
                tr!(cx.tr, "register-open-and-late", open = bodies, late = units)
            }
            (Some(open), Some(late)) => {
                let open = tr!(cx.tr, &self.frame.key("open"), count = open);
                tr!(cx.tr, "register-open-and-late", open = open, late = late)
            }
            (Some(open), None) => tr!(cx.tr, &self.frame.key("open"), count = open),
            (None, _) if self.listing.total() > 0 && !self.is_narrowed() => {
                tr!(cx.tr, &self.frame.key("count"), count = self.listing.total())
            }
            (None, _) => String::new(),
        }
    }

    fn is_narrowed(&self) -> bool {
        self.views.now.is_narrowed() || !self.frame.containing().is_empty()
    }

    /// Above the rows: the views, and the filters.
    fn bars_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let (before, columns) = (self.views.now.clone(), self.table.layout().clone());
        let (mut act, mut has_other_words) = (None, false);
        let is_wide = !is_narrow(ui.ctx());
        let metrics = ui.metrics();
        let margin = Margin { top: 0, bottom: metrics.small as i8, ..Margin::same(metrics.page as i8) };
        Frame::new().inner_margin(margin).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = metrics.small;
            ui.row(|ui| {
                ui.spacing_mut().item_spacing.x = metrics.small;
                self.shelf.start_ui(ui, cx, self.register, &mut self.views);
                if is_wide {
                    let beside = Shelf::end_width(ui, cx, self.register, &self.views) + metrics.medium;
                    has_other_words = self.frame.words_ui(ui, cx, beside);
                }
                if Shelf::end_ui(ui, cx, self.register, &mut self.views) {
                    self.listing.fold_all();
                }
            });
            let whole = Which { conditions: Vec::new(), ..self.which(cx) };
            let is_table = self.views.now.shape == Shape::Table;
            let rows = if is_table { table::selected(&self.listing, &self.table) } else { Vec::new() };
            if rows.len() > 1 || self.has_all && is_table {
                // As high as what it stands for, so that no row moves away under the pointer.
                let height = self.bar_height;
                let shown = ui.scope(|ui| {
                    ui.set_min_height(height);
                    let count = self.selected_count();
                    self.bulk.bar_ui(ui, cx, self.register, self.listing.rows(), (&rows, count), self.whole.is_busy())
                });
                act = shown.inner;
                return;
            }
            let layout = ui.direction().wrapping_row();
            let shown = ui.with_layout(layout, |ui| {
                ui.spacing_mut().item_spacing = egui::Vec2::splat(metrics.small);
                self.filters.show(ui, cx, self.register, &mut self.views.now, &whole);
                if !is_wide {
                    has_other_words = self.frame.words_ui(ui, cx, 0.0);
                }
            });
            self.bar_height = shown.response.rect.height();
        });
        if let Some(format) = self.shelf.take_export() {
            let columns = self.register.shown_columns(&self.views.now.layout, format.paper().is_none(), cx.tr);
            let (title_key, which) = (self.frame.title_key(), self.which(cx));
            cx.ask(Ask::ExportRegister(Box::new(ShownRegister { title_key, which, columns, format })));
        }
        if self.shelf.take_preview()
            && let Some(paper) = self.paper(cx)
        {
            cx.ask(Ask::ShowPaper(paper));
        }
        if has_other_words {
            self.begin_again();
        }
        if let Some(act) = act {
            self.carry_out(ui, cx, vec![Wish::Bulk(act)]);
        }
        if before.layout != self.views.now.layout && self.views.now.layout != columns {
            self.table.set_layout(self.views.now.layout.clone());
        }
        let is_other = (before.ready, &before.sieves, &before.group, before.layout.sort())
            != (self.views.now.ready, &self.views.now.sieves, &self.views.now.group, self.views.now.layout.sort());
        if is_other {
            self.begin_again();
        }
    }

    /// The list holds other rows now.
    fn begin_again(&mut self) {
        self.listing.rewind();
        self.table.show_top();
        self.table.select_all(std::iter::empty());
        (self.has_all, self.wants_end) = (false, false);
    }

    fn list_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let is_board = self.is_board();
        let group = if is_board { Some("status") } else { self.views.now.group.as_deref() };
        let asked = Asked {
            which: self.which(cx),
            columns: self.register.columns_of(&self.views.now.layout, is_board),
            group: group.and_then(|name| self.register.field(name)),
            is_whole: is_board,
        };
        if !self.listing.update(cx, self.register, &asked) {
            return RegisterFrame::loading_ui(ui, cx);
        }
        if self.listing.total() == 0 && !is_board {
            self.table.want_focus(false);
            let asks = self.frame.empty_ui(ui, cx, self.is_narrowed());
            self.wants_new |= asks;
            return;
        }
        self.keep_selection();
        let rows = match is_board {
            true => self.board.current(&self.listing).into_iter().collect(),
            false => table::selected(&self.listing, &self.table),
        };
        self.bulk.look_at(cx, &rows);
        let about = self.footer_words(cx, self.selected_count());
        self.frame.footer(ui, cx, &about, is_board, self.listing.is_grouped());
        let mut wishes = Vec::new();
        let name = self.frame.title(cx.tr);
        if is_board {
            self.board_ui(ui, cx, &name, &mut wishes);
        } else {
            let is_end = ui.input(|input| input.key_pressed(Key::End) && !input.modifiers.shift);
            let is_arranged =
                table::table_ui(ui, cx, (&name, self.register), (&mut self.table, &mut self.listing), &mut wishes);
            if is_arranged {
                self.take_layout();
            }
            // What is asked for now is asked of the store in the next frame.
            if self.has_all {
                wishes = gathered(wishes);
            }
            self.note_all();
            let last = self.listing.rows().rows.last().map(|row| row.record.id);
            if !self.wants_end && self.table.selected() != last {
                self.listing.turned_back();
            }
            if self.listing.read_on() | (is_end && self.want_end()) {
                ui.ctx().request_repaint();
            }
        }
        self.carry_out(ui, cx, wishes);
    }

    fn board_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, name: &str, wishes: &mut Vec<Wish>) {
        let (listing, register) = (&self.listing, self.register);
        // The asks go on a list of their own, for the menus look at the rest.
        let (store, tr, settings) = (cx.store, cx.tr, cx.settings);
        let mut none = Vec::new();
        let shown = Cx { store, tr, settings, today: cx.today, now: cx.now, asks: &mut none };
        let menu = |row: &RecordRow| table::menu_entries(listing, row, register, &shown);
        let hands = Hands { name, register, menu: &menu };
        let Some((row, wanted)) = self.board.show(ui, cx, &hands, listing, wishes) else { return };
        // A card stands alone: what is wanted of it is for it and for no row that was selected in the table.
        let (wish, chosen) = match wanted {
            CardWish::Remove => (Some(Wish::Bulk(BulkAct::Change(Change::Remove))), None),
            CardWish::Chosen(chosen) => (table::menu_wish(listing, row, register, &chosen, &shown), Some(chosen)),
        };
        match wish {
            Some(Wish::Bulk(BulkAct::Change(Change::Move(_)))) => {
                wishes.extend(chosen.and_then(|chosen| table::move_alone(listing, row, &chosen)));
            }
            Some(wish @ Wish::Bulk(_)) => {
                self.table.select(Some(row.record.id));
                wishes.push(wish);
            }
            Some(wish) => wishes.push(wish),
            None => {}
        }
    }

    /// «أول 200 من 10٬000», «12 صفًا · 3 محددة».
    fn footer_words(&self, cx: &Cx<'_>, selected: usize) -> String {
        let total = self.listing.total();
        parts::shown_and_selected(cx.tr, total, selected)
    }

    /// The columns are as the person made them; where they were put back, what is not seen first is hidden again.
    fn take_layout(&mut self) {
        let layout = self.table.layout().clone();
        let (before, now) = (self.register.hidden(&self.views.now.layout), self.register.hidden(&layout));
        if now == 0 && before > 1 {
            let mut standard = self.register.standard_layout();
            if let Some(sort) = layout.sort() {
                standard.sort_by(&sort.column, sort.is_descending);
            }
            self.table.set_layout(standard.clone());
            self.views.now.layout = standard;
        } else {
            self.views.now.layout = layout;
        }
    }

    fn carry_out(&mut self, ui: &Ui, cx: &mut Cx<'_>, wishes: Vec<Wish>) {
        let mut moves = Vec::new();
        for wish in wishes {
            match wish {
                Wish::Move(one) => moves.push(one),
                Wish::Open(record) => cx.go(shown::route_of(record)),
                Wish::Fold(heading) => self.listing.fold(heading),
                Wish::MoreOf(value) => {
                    if self.listing.read_on_below(&value) {
                        ui.ctx().request_repaint();
                    }
                }
                Wish::Bulk(act) => moves.extend(self.act(ui, cx, act)),
            }
        }
        self.frame.move_all(moves, cx);
    }

    fn act(&mut self, ui: &Ui, cx: &mut Cx<'_>, act: BulkAct) -> Vec<Move> {
        let count = self.selected_count();
        match act {
            BulkAct::Change(change) => return self.change(cx, &change),
            BulkAct::Ask(field) => self.bulk.ask(field, self.register, count, cx),
            BulkAct::Papers => self.bulk.ask_papers(self.register, count),
            BulkAct::Merge => self.bulk.ask_merge(&table::selected(&self.listing, &self.table)),
            BulkAct::AskTag => self.bulk.ask_tag(self.register, count, cx),
            BulkAct::Copy if self.has_all => self.begin_whole(cx, Work::Copy),
            BulkAct::Copy => {
                let rows = table::selected(&self.listing, &self.table);
                table::copy(ui, cx, self.register, self.listing.rows(), &rows, &self.views.now);
            }
            BulkAct::Unselect => {
                self.has_all = false;
                self.table.select(self.table.selected());
                self.table.want_focus(true);
            }
        }
        Vec::new()
    }

    fn change(&mut self, cx: &mut Cx<'_>, change: &Change) -> Vec<Move> {
        if self.has_all {
            self.begin_whole(cx, Work::Change(change.clone()));
            return Vec::new();
        }
        let rows = table::selected(&self.listing, &self.table);
        let plan = self.bulk.plan(change, self.listing.rows(), &rows, self.register, cx.tr);
        let is_table = self.views.now.shape == Shape::Table;
        if *change == Change::Remove && is_table && plan.refused.is_empty() && !plan.edits.is_empty() {
            // One goes on at the next row, with the keys.
            self.table.select(table::heir(&self.listing, &self.table));
            self.table.want_focus(true);
        } else if *change == Change::Remove && self.is_board() && !plan.edits.is_empty() {
            self.board.go_on(&self.listing);
        }
        self.bulk.send(plan, cx)
    }

    fn forms_ui(&mut self, ui: &Ui, cx: &mut Cx<'_>) {
        let before = self.views.now.clone();
        self.filters.forms_ui(ui, cx, &mut self.views.now);
        if before.sieves != self.views.now.sieves {
            self.begin_again();
        }
        self.shelf.forms_ui(ui, cx, &mut self.views);
        if let Some(change) = self.bulk.forms_ui(ui, cx) {
            let moves = self.change(cx, &change);
            self.frame.move_all(moves, cx);
        }
        if let Some(kept) = self.bulk.merge_ui(ui.ctx(), cx) {
            self.has_all = false;
            self.table.select(Some(kept.id));
            self.table.want_focus(true);
        }
        if let Some(wanted) = self.bulk.papers_ui(ui.ctx(), cx) {
            self.write_papers(cx, wanted);
        }
        self.frame.forms_ui(ui, cx);
        if self.frame.take_called_off() {
            self.bulk.call_off();
        }
        self.bulk.tell_tagged(cx);
        if !self.frame.is_covered() {
            self.bulk.refused_ui(ui, cx);
        }
    }

    /// What comes after all is drawn.
    fn end_ui(&mut self, ui: &Ui, cx: &mut Cx<'_>) {
        if !self.register.short.is_empty() && std::mem::take(&mut self.wants_new) && !cx.store.is_read_only() {
            self.frame.show_new(cx);
        }
        self.forms_ui(ui, cx);
        self.show_made(ui);
        self.carry_out_whole(ui, cx);
        self.keep(ui, cx);
    }

    /// What was added is shown among the others once it is read with them, and the keys go on from it; unless the person
    /// went on before that.
    fn show_made(&mut self, ui: &Ui) {
        let Some(made) = self.frame.made else { return };
        let is_read = self.listing.rows().rows.iter().any(|row| row.record == made);
        if is_read {
            self.table.select(Some(made.id));
            self.table.want_focus(!self.is_board());
        }
        // The key that sent the form may still be held.
        let is_press = |event: &Event| matches!(event, Event::Key { pressed: true, repeat: false, .. });
        let goes_on = ui.input(|input| input.pointer.any_pressed() || input.events.iter().any(is_press));
        if is_read || goes_on {
            self.frame.made = None;
        }
    }

    /// Takes up how a person left it.
    fn take_up(&mut self, kept: Views) {
        self.views = kept;
        self.kept = self.views.clone();
        self.table.set_layout(self.views.now.layout.clone());
    }

    fn view_name(&self) -> String {
        format!("register-{}", self.register.words)
    }

    /// How it is looked at is kept for the next start.
    fn keep(&mut self, ui: &Ui, cx: &Cx<'_>) {
        if self.kept != self.views && !ui.input(|input| input.pointer.any_down()) {
            cx.keep_view(&self.view_name(), &self.views);
            self.kept = self.views.clone();
        }
    }
}

/// The kind of a row, where kinds have lives of their own.
fn kind_of(row: &RecordRow) -> Option<OutcomeKind> {
    OutcomeKind::from_code(&row.kind)
}

/// Where a row stands.
fn status_of(found: &RecordRows, row: &RecordRow) -> Option<OutcomeStatus> {
    OutcomeStatus::from_code(found.cell(row, "status")?.text())
}

/// Where a row stands and where it may go, in the order of its life.
fn row_choices(found: &RecordRows, row: &RecordRow) -> Vec<OutcomeStatus> {
    let cycle = lifecycle::cycle_of(row.record.entity, kind_of(row));
    let Some((cycle, from)) = cycle.zip(status_of(found, row)) else { return Vec::new() };
    let may = |to: &OutcomeStatus| *to == from || lifecycle::may_move(cycle, from, *to);
    lifecycle::statuses_of(cycle).filter(may).collect()
}

/// The move of a row to a status it may have.
fn move_of(found: &RecordRows, row: &RecordRow, to: OutcomeStatus) -> Option<Wish> {
    let from = status_of(found, row)?;
    row_choices(found, row).contains(&to).then_some(Wish::Move(Move { record: row.record, from, to }))
}

/// The keys of what a register's list can be asked for by name.
const EXPORT: ScreenCommand = ScreenCommand::Menu("register-export-sheet");

impl Screen for RegisterScreen {
    fn commands(&self, _is_read_only: bool) -> Vec<ScreenCommand> {
        vec![EXPORT]
    }

    fn run(&mut self, command: ScreenCommand, _cx: &mut Cx<'_>) {
        if command == EXPORT {
            self.shelf.export(SheetFormat::Xlsx);
        }
    }

    fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let about = self.about(cx);
        let (shelf, views, words, register) = (&mut self.shelf, &self.views, &*cx, self.register);
        self.frame.heading_ui(ui, words, &about, |ui| shelf.lists_ui(ui, words, register, views));
        if let Some(target) = self.shelf.take_import() {
            cx.ask(Ask::Import(target));
        }
        self.bars_ui(ui, cx);
        self.list_ui(ui, cx);
        self.end_ui(ui, cx);
    }

    fn on_reply(&mut self, reply: &Reply) {
        self.frame.on_reply(reply);
        self.bulk.on_reply(reply);
    }

    fn note(&mut self, changes: Changes) {
        self.listing.note(changes);
        self.filters.note(changes);
        self.bulk.note(changes);
        self.whole.note(changes);
        self.frame.note(changes);
    }

    fn holds_refused(&self, ticket: Ticket) -> bool {
        self.frame.holds_refused(ticket)
    }

    fn flush(&mut self, cx: &mut Cx<'_>) {
        self.frame.flush(cx);
    }

    fn ask_new(&mut self) -> bool {
        self.wants_new = true;
        true
    }

    fn paper(&self, cx: &Cx<'_>) -> Option<PaperSubject> {
        let columns = self.register.shown_columns(&self.views.now.layout, false, cx.tr);
        let format = SheetFormat::Paper(PaperFormat::Pdf);
        let shown = ShownRegister { title_key: self.frame.title_key(), which: self.which(cx), columns, format };
        Some(PaperSubject::Register(Box::new(shown)))
    }

    fn recall(&mut self, views: &KeptViews) {
        if let Some(kept) = views.get::<Views>(&self.view_name()) {
            self.take_up(kept.sound(self.register));
        }
    }
}
