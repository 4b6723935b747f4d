//! How the content of a declared field looks in a table: by its kind, whatever the register.

use super::kinds::AREA;
use super::{Wish, meetings, move_of, row_choices, status_of};
use crate::domain::{
    Entity, Field, FieldKind, OrganisationKind, OutcomeKind, OutcomeStatus, Record, initials, lifecycle,
};
use crate::screens::{Cx, parts, shown};
use crate::store::query::{Cell, DAYS_LATE, RecordRow, RecordRows};
use crate::text::{self, Weight};
use crate::tr;
use crate::widgets::{Button, Chip, Icon, Line, Tone, Type, UiExt, avatar, check_box, paint, progress_bar};
use egui::Ui;

/// What surrounds a cell.
#[derive(Clone, Copy)]
pub(super) struct Around<'a> {
    pub(super) found: &'a RecordRows,
    pub(super) row: &'a RecordRow,
    /// The number stands below the title, and round marks are left out.
    pub(super) is_narrow: bool,
    /// Person and body have a column each.
    pub(super) has_both: bool,
}

impl Around<'_> {
    /// How what a field links to is called.
    pub(super) fn name(&self, field: &str) -> &str {
        self.found.cell(self.row, field).map_or("", |cell| cell.name.as_str())
    }

    pub(super) fn text(&self, field: &str) -> &str {
        self.found.cell(self.row, field).map_or("", Cell::text)
    }
}

/// The mark that turns a row done.
pub(super) fn mark(ui: &mut Ui, cx: &Cx<'_>, around: Around<'_>, wishes: &mut Vec<Wish>) {
    let name = tr!(cx.tr, "register-mark-done", what = &around.row.title);
    let is_done = status_of(around.found, around.row) == Some(OutcomeStatus::Done);
    if check_box(ui, &name, is_done).clicked() {
        wishes.extend(turn_done(around.found, std::iter::once(around.row)));
    }
}

/// All of them done; where they are already, none of them.
pub(super) fn turn_done<'a>(found: &RecordRows, rows: impl Iterator<Item = &'a RecordRow> + Clone) -> Vec<Wish> {
    let are_done = rows.clone().all(|row| status_of(found, row) == Some(OutcomeStatus::Done));
    let to = if are_done { OutcomeStatus::InProgress } else { OutcomeStatus::Done };
    rows.filter_map(|row| move_of(found, row, to)).collect()
}

/// Draws one cell; what it asks for goes on the list.
pub(super) fn cell(ui: &mut Ui, cx: &Cx<'_>, around: Around<'_>, field: &'static Field, wishes: &mut Vec<Wish>) {
    let Around { found, row, .. } = around;
    let Some(cell) = found.cell(row, field.name) else { return };
    if row.record.entity == Entity::Meeting && meetings::cells::cell(ui, cx, around, field) {
        return;
    }
    let weak = ui.tokens().ink_weak;
    match field.kind {
        FieldKind::Choice(_) if field.name == "status" => status_cell(ui, cx, found, row, wishes),
        FieldKind::Choice(choices) if !cell.text().is_empty() => {
            let words = tr!(cx.tr, &choices.label_key(cell.text()));
            ui.add(Chip::new(&words, shown::choice_tone(field.name, cell.text())));
        }
        FieldKind::Entry(_) if !cell.name.is_empty() => {
            let name = cx.tr.named(&cell.name);
            let chip = Chip::new(name, Tone::Lavender);
            // What a chip would cut is told in two lines.
            if chip.width(ui) <= ui.available_width() {
                ui.add(chip);
            } else {
                ui.add(Line::new(name).color(ui.tokens().tone(Tone::Lavender).ink).may_fold());
            }
        }
        FieldKind::Link(Entity::Person) if field.name == "person" => party_cell(ui, around, true),
        FieldKind::Link(Entity::Organisation) if field.name == "organisation" => party_cell(ui, around, false),
        FieldKind::Link(Entity::Person) if !cell.name.is_empty() => {
            parts::two_lines(ui, &cell.name, &cell.detail, Weight::Regular);
        }
        FieldKind::Link(Entity::Meeting) => meeting_cell(ui, cx, cell, wishes),
        FieldKind::Link(_) => _ = ui.add(Line::new(&cell.name).may_fold()),
        FieldKind::Date if is_term(field) => due_cell(ui, cx, around, field, cell),
        FieldKind::Date => {
            if let Some(date) = cell.date() {
                let whole = date.medium(cx.tr, cx.settings.calendars);
                let day = ui.add(Line::new(&parts::day(date, cx.tr, cx.settings.calendars)).weak(ui));
                text::tooltip(day, &whole);
            }
        }
        FieldKind::Percent => {
            let width = ui.available_width().min(90.0);
            let name = tr!(cx.tr, "register-progress-of", what = &row.title);
            progress_bar(ui, &name, cell.number().unwrap_or_default(), width);
        }
        FieldKind::Flag if cell.number() == Some(1) => {
            let (rect, response) = ui.allocate_exact_size(egui::Vec2::splat(16.0), egui::Sense::hover());
            Icon::Check.paint(ui.painter(), rect, ui.tokens().accent, false);
            let yes = tr!(cx.tr, "yes");
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &yes));
        }
        FieldKind::Number if field.name == DAYS_LATE => {
            let status = status_of(found, row).filter(|status| !lifecycle::is_closed(*status));
            let tone = if status.is_some() { Tone::Red } else { Tone::Amber };
            if let Some(days) = cell.number() {
                ui.add(Chip::new(&tr!(cx.tr, "count-days", count = days), tone));
            }
        }
        FieldKind::Number if !cell.name.is_empty() => files_cell(ui, cx, cell),
        FieldKind::Number if cell.number().is_some_and(|number| number != 0) => {
            let words = cell.number().map(|number| cx.tr.number(number)).unwrap_or_default();
            ui.add(Line::new(&words).color(ui.tokens().ink_soft));
        }
        FieldKind::Phone if !cell.text().is_empty() => {
            let phone = crate::arabic::format_phone(cell.text());
            ui.add(Line::new(&cx.tr.code(&phone)).size(Type::Caption).color(weak));
        }
        FieldKind::Code | FieldKind::Time if !cell.text().is_empty() => {
            ui.add(Line::new(&cx.tr.code(cell.text())).size(Type::Caption).color(weak));
        }
        FieldKind::Line | FieldKind::Prose if Some(field.name) == title_name(row) => title_cell(ui, cx, around),
        FieldKind::Line | FieldKind::Prose => {
            // A text of several lines stands in one; all of it is told where the pointer rests.
            let line = on_one_line(if field.name == AREA { cx.tr.named(cell.text()) } else { cell.text() });
            let shown = ui.add(Line::new(&line).color(ui.tokens().ink_soft).may_fold());
            if line.len() != cell.text().len() || field.kind == FieldKind::Prose && !line.is_empty() {
                text::tooltip(shown, cell.text());
            }
        }
        FieldKind::Choice(_)
        | FieldKind::Entry(_)
        | FieldKind::Flag
        | FieldKind::Number
        | FieldKind::Phone
        | FieldKind::Code
        | FieldKind::Time
        | FieldKind::Any
        | FieldKind::Position => {}
    }
}

/// Files by their names, and how many where that is more than one.
fn files_cell(ui: &mut Ui, cx: &Cx<'_>, cell: &Cell) {
    let names: Vec<String> = cell.name.lines().map(crate::arabic::isolate::isolate).collect();
    let count = cell.number().unwrap_or_default();
    if count > 1 {
        ui.add(Chip::new(&cx.tr.number(count), Tone::Neutral).icon(Icon::Attach));
    }
    let all = cx.tr.list(&names);
    text::tooltip(ui.add(Line::new(&all).color(ui.tokens().ink_soft)), &names.join("\n"));
}

fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Does something end by it, so that one wants to know when?
fn is_term(field: &Field) -> bool {
    matches!(field.name, "due" | "ends_on" | "licence_ends_on" | "board_ends_on" | "keep_until")
}

fn title_name(row: &RecordRow) -> Option<&'static str> {
    row.record.entity.title_field().map(|field| field.name)
}

/// The name of the record: a body and a person with their round mark, an outcome with what it is where that is not plain.
fn title_cell(ui: &mut Ui, cx: &Cx<'_>, around: Around<'_>) {
    let Around { row, is_narrow, .. } = around;
    let number = around.text("number");
    if row.record.entity == Entity::Person {
        if !is_narrow {
            avatar(ui, &initials(&row.title), 30.0);
        }
        return parts::two_lines(ui, &row.title, around.text("post"), Weight::Medium);
    }
    if row.record.entity == Entity::Organisation {
        let is_unit = around.text("kind") == OrganisationKind::Unit.code();
        let whose = Some(around.name("parent")).filter(|name| is_unit && !name.is_empty());
        let second = whose.unwrap_or_else(|| around.text("short_name"));
        return parts::two_lines(ui, &row.title, second, Weight::Medium);
    }
    if let Some(kind) = OutcomeKind::from_code(&row.kind).filter(|kind| !is_plain(*kind)) {
        ui.add(Chip::new(&tr!(cx.tr, kind.label_key()), parts::kind_tone(kind)));
    }
    // A number may go where the title needs both lines.
    let room = ui.available_width();
    if is_narrow && !number.is_empty() && paint::width_of(ui, &row.title, Type::Interface, Weight::Medium) <= room {
        parts::two_lines(ui, &row.title, &cx.tr.code(number), Weight::Medium);
    } else {
        ui.add(Line::new(&row.title).weight(Weight::Medium).may_fold());
    }
}

/// Is it what one expects in its register, so that nobody has to be told?
const fn is_plain(kind: OutcomeKind) -> bool {
    matches!(kind, OutcomeKind::FollowUp | OutcomeKind::Proposal)
}

/// Who owes it or raised it: the person with their body below, or the body alone.
fn party_cell(ui: &mut Ui, around: Around<'_>, is_person: bool) {
    let (person, body) = (around.name("person"), around.name("organisation"));
    let (first, second) = match (is_person, around.has_both) {
        (_, true) if is_person => (person, ""),
        (_, true) => (body, ""),
        (true, false) if person.is_empty() => (body, ""),
        (true, false) => (person, body),
        (false, false) if body.is_empty() => (person, ""),
        (false, false) => (body, person),
    };
    if first.is_empty() {
        return;
    }
    if first == person && !around.is_narrow {
        avatar(ui, &initials(person), 28.0);
    }
    parts::two_lines(ui, first, second, Weight::Regular);
}

fn meeting_cell(ui: &mut Ui, cx: &Cx<'_>, cell: &Cell, wishes: &mut Vec<Wish>) {
    let Some(id) = cell.number() else { return };
    let number = if cell.detail.is_empty() { cell.name.clone() } else { cx.tr.code(&cell.detail) };
    let name = tr!(cx.tr, "register-open-meeting", number = number.clone());
    if ui.add(Button::quiet(&number).small().flush().name(&name).tooltip(&cell.name)).clicked() {
        wishes.push(Wish::Open(Record { entity: Entity::Meeting, id }));
    }
}

fn due_cell(ui: &mut Ui, cx: &Cx<'_>, around: Around<'_>, field: &Field, cell: &Cell) {
    let status = status_of(around.found, around.row);
    let calendars = cx.settings.calendars;
    let is_over = status.is_some_and(lifecycle::is_closed);
    let done = around.found.cell(around.row, "done_on").and_then(Cell::date).filter(|_| is_over && field.name == "due");
    if let Some(done) = done {
        // What is done says on which day; the day it was due would only crowd it. On a narrow window the day says enough:
        // the status beside it says «done».
        let day = parts::day(done, cx.tr, calendars);
        let kind = OutcomeKind::from_code(&around.row.kind).unwrap_or(OutcomeKind::FollowUp);
        let words = if around.is_narrow { day } else { tr!(cx.tr, "register-done-on", kind = kind, date = day) };
        text::tooltip(ui.add(Chip::new(&words, Tone::Green)), &done.medium(cx.tr, calendars));
        return;
    }
    let Some(date) = cell.date() else { return };
    let day = parts::day(date, cx.tr, calendars);
    let whole = date.medium(cx.tr, calendars);
    let kind = OutcomeKind::from_code(&around.row.kind);
    let due = shown::due_words(Some(date), (kind, status), field.name != "due", cx);
    let is_low = ui.available_width() < 150.0;
    let draw = |ui: &mut Ui| {
        if let Some((words, tone)) = &due {
            text::tooltip(ui.add(Chip::new(words, *tone)), &whole);
        }
        text::tooltip(ui.add(Line::new(&day).size(Type::Caption).weak(ui)), &whole);
    };
    if !is_low || due.is_none() {
        return draw(ui);
    }
    // Beside each other they would be cut short.
    ui.column(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        let lines = ui.metrics().chip + 2.0 + Type::Caption.line_height();
        ui.add_space(((ui.available_height() - lines) / 2.0).max(0.0));
        draw(ui);
    });
}

/// The status, and the menu of those it may move to.
fn status_cell(ui: &mut Ui, cx: &Cx<'_>, found: &RecordRows, row: &RecordRow, wishes: &mut Vec<Wish>) {
    let Some(present) = status_of(found, row) else { return };
    let kind = OutcomeKind::from_code(&row.kind);
    if let Some(to) = shown::status_menu(ui, cx.tr, (&row.title, kind), present, || row_choices(found, row)) {
        wishes.extend(move_of(found, row, to));
    }
}

/// A cell as a spreadsheet takes it.
pub(super) fn copied(found: &RecordRows, row: &RecordRow, field: &'static Field, cx: &Cx<'_>) -> String {
    let Some(cell) = found.cell(row, field.name) else { return String::new() };
    if row.record.entity == Entity::Meeting && field.name == "attended" {
        let around = Around { found, row, is_narrow: false, has_both: false };
        return meetings::cells::attended(around, cx.tr).unwrap_or_default();
    }
    if field.kind == FieldKind::Date {
        return cell.date().map(|date| parts::day(date, cx.tr, cx.settings.calendars)).unwrap_or_default();
    }
    // Files are told by their names, as links are; how many they are follows from that.
    let is_of_files = field.kind == FieldKind::Number && !cell.name.is_empty();
    if is_of_files {
        return cx.tr.list(&cell.name.lines().collect::<Vec<_>>());
    }
    if matches!(field.kind, FieldKind::Entry(_)) {
        return cx.tr.named(&cell.name).to_owned();
    }
    let is_named = matches!(field.kind, FieldKind::Link(_));
    if is_named { cell.name.clone() } else { shown::words_of(field, cell, &row.kind, cx).unwrap_or_default() }
}
