//! A register as a table: headings, groups, rows, and what is asked of them.

use super::bulk::{self, BulkAct, Change};
use super::cells::{self, Around};
use super::kinds::is_order;
use super::listing::{Listing, Place};
use super::view::View;
use super::{Register, Wish, move_of, row_choices, status_of};
use crate::domain::{Entity, Field, MeetingStatus, OutcomeKind, OutcomeStatus, Record};
use crate::screens::Cx;
use crate::store::query::{RecordRow, RecordRows};
use crate::strings::Tr;
use crate::tr;
use crate::widgets::table::NARROW;
use crate::widgets::{Chosen, Column, Icon, MenuEntry, RowHead, Table, TableState, Width};
use egui::Ui;

/// A column: of a field, or the one of marks.
struct Shown {
    field: Option<&'static Field>,
    title: String,
    width: Width,
}

/// Shows the rows in the room that is left; what is asked for goes on the list. Answers whether the layout is another one.
pub(super) fn table_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    (name, register): (&str, &'static Register),
    (state, listing): (&mut TableState, &mut Listing),
    wishes: &mut Vec<Wish>,
) -> bool {
    let tr = cx.tr;
    let is_narrow = ui.available_width() < NARROW;
    let shown = columns(register, is_narrow, state, tr);
    let heads: Vec<Column<'_>> = shown
        .iter()
        .map(|column| match column.field {
            Some(field) => {
                let column = Column::new(field.name, &column.title, column.width);
                if is_order(field) { column.sortable() } else { column }
            }
            None => Column::new("mark", &column.title, column.width).fixed(),
        })
        .collect();
    let is_seen = |name: &str| shown.iter().any(|column| column.field.is_some_and(|field| field.name == name));
    let has_both = ["person", "organisation"].iter().all(|name| is_seen(name) && !state.layout().is_hidden(name));
    let found = listing.rows();
    let waiting = tr!(tr, "register-loading");
    let head = |at: usize| match listing.line(at) {
        Place::Row(_) => {
            listing.row(at).map_or(RowHead::new(0, ""), |row| RowHead::new(row.record.id, row.title.as_str()))
        }
        Place::Heading(heading) => match listing.headings().get(heading) {
            Some(heading) => RowHead::new(heading.key(), heading.title.as_str())
                .band(tr!(tr, "register-shown", count = heading.count), !listing.is_folded(heading)),
            None => RowHead::new(i64::MIN, ""),
        },
        Place::Waiting => {
            let place = i64::try_from(at).unwrap_or_default();
            RowHead::new(i64::MIN + place, waiting.as_str())
        }
    };
    let menu = |at: usize| listing.row(at).map(|row| menu_entries(listing, row, register, cx)).unwrap_or_default();
    let table = Table::new(tr, name, &heads, listing.len()).multiple().menu(&menu);
    let table = if cx.store.is_read_only() { table } else { table.removable() };
    let mut seen: Option<(usize, usize)> = None;
    let output = table.show(ui, state, head, |ui, at, column| {
        let (first, last) = seen.unwrap_or((at, at));
        seen = Some((first.min(at), last.max(at)));
        let (Some(row), Some(column)) = (listing.row(at), shown.get(column)) else { return };
        let around = Around { found, row, is_narrow, has_both };
        match column.field {
            Some(field) => cells::cell(ui, cx, around, field, wishes),
            None => cells::mark(ui, cx, around, wishes),
        }
    });
    if let Some(Place::Heading(heading)) = output.folded.map(|at| listing.line(at)) {
        wishes.push(Wish::Fold(heading));
    }
    if output.toggled.is_some() && register.has_marks {
        let rows = selected(listing, state);
        wishes.extend(cells::turn_done(found, rows.into_iter()));
    }
    // A meeting is entered by one click: its page is where the work is.
    let entered = output.clicked.filter(|_| register.entity == Entity::Meeting);
    wishes.extend(output.opened.or(entered).and_then(|at| listing.row(at)).map(|row| Wish::Open(row.record)));
    if output.is_copied {
        wishes.push(Wish::Bulk(BulkAct::Copy));
    }
    if output.is_removed {
        wishes.push(Wish::Bulk(BulkAct::Change(Change::Remove)));
    }
    if let Some((row, chosen)) = output.menu.and_then(|(at, chosen)| Some((listing.row(at)?, chosen))) {
        wishes.extend(menu_wish(listing, row, register, &chosen, cx));
    }
    let (first, last) = seen.unwrap_or_default();
    if listing.saw(first, last) {
        ui.ctx().request_repaint();
    }
    output.is_arranged || output.is_sorted
}

/// The columns: a narrow window leaves some of them to the record's page.
fn columns(register: &'static Register, is_narrow: bool, state: &TableState, tr: &Tr) -> Vec<Shown> {
    let is_left = |name: &str| is_narrow && register.is_left_out(name) && state.layout().width(name).is_none();
    let mark = register.has_marks.then(|| Shown {
        field: None,
        title: tr!(tr, "register-mark"),
        width: Width::Points(if is_narrow { 40.0 } else { 44.0 }),
    });
    let columns = register.columns().into_iter().filter(|(field, _)| !is_left(field.name));
    let column = |(field, width): (&'static Field, Width)| Shown {
        field: Some(field),
        title: register.heading(field, tr),
        width: if is_narrow { narrow(field, width) } else { width },
    };
    mark.into_iter().chain(columns.map(column)).collect()
}

/// A day and what it means stand below each other in a narrow window.
fn narrow(field: &Field, width: Width) -> Width {
    match width {
        Width::Points(points) if points > 190.0 => Width::Points(132.0),
        _ if field.name == "status" => Width::Points(128.0),
        _ if field.name == "date" => Width::Points(116.0),
        Width::Points(_) | Width::Share(_) => width,
    }
}

/// The selected rows, in the order they stand in.
pub(super) fn selected<'r>(listing: &'r Listing, state: &TableState) -> Vec<&'r RecordRow> {
    let is_selected = |row: &&RecordRow| state.selection().contains(row.record.id);
    listing.rows().rows.iter().filter(is_selected).collect()
}

/// The row that is worked on once all that are selected have gone: the next one below the first of them, else the one
/// above.
pub(super) fn heir(listing: &Listing, state: &TableState) -> Option<i64> {
    let is_selected = |row: &&RecordRow| state.selection().contains(row.record.id);
    let first = (0..listing.len()).find(|at| listing.row(*at).as_ref().is_some_and(is_selected))?;
    let stays = |at: usize| listing.row(at).filter(|row| !is_selected(row)).map(|row| row.record.id);
    (first..listing.len()).find_map(stays).or_else(|| (0..first).rev().find_map(stays))
}

/// The place of the line that has this key because its row was not read.
pub(super) fn waiting_place(key: i64) -> Option<usize> {
    const MOST: i64 = 1 << 32;
    usize::try_from(key.checked_sub(i64::MIN).filter(|place| (0..MOST).contains(place))?).ok()
}

/// These rows as a spreadsheet takes them: a line a record, the columns one sees.
pub(super) fn copy(
    ui: &Ui,
    cx: &Cx<'_>,
    register: &'static Register,
    found: &RecordRows,
    rows: &[&RecordRow],
    view: &View,
) {
    let columns = register.columns();
    let heads: Vec<Column<'_>> = columns.iter().map(|(field, width)| Column::new(field.name, "", *width)).collect();
    let shown: Vec<&'static Field> =
        view.layout.shown(&heads).into_iter().filter_map(|at| columns.get(at)).map(|(field, _)| *field).collect();
    // A break within a cell would begin another row.
    let cell = |text: String| text.replace(['\t', '\n', '\r'], " ");
    let line = |row: &RecordRow| {
        let cells = shown.iter().map(|field| cell(cells::copied(found, row, field, cx)));
        cells.collect::<Vec<_>>().join("\t")
    };
    let lines: Vec<String> = rows.iter().map(|row| line(row)).collect();
    ui.copy_text(lines.join("\n"));
}

/// What the menu of a row offers, in its order.
#[derive(Clone, Debug, PartialEq)]
enum Act {
    Open,
    Move,
    MoveMeetings,
    Meeting(Record),
    Bulk(BulkAct),
}

fn acts(listing: &Listing, row: &RecordRow, register: &'static Register, cx: &Cx<'_>) -> Vec<Act> {
    let mut acts = vec![Act::Open];
    let meeting = listing.rows().cell(row, "meeting").and_then(|cell| cell.number());
    acts.extend(meeting.map(|id| Act::Meeting(Record { entity: Entity::Meeting, id })));
    if !cx.store.is_read_only() {
        acts.extend(bulk::moves(row).then_some(Act::Move));
        acts.extend((!bulk::meeting_choices(listing.rows(), row).is_empty()).then_some(Act::MoveMeetings));
        let together = register.changed_together();
        for name in ["person", "organisation", "due", "ends_on", "priority", "severity", "date", "series"] {
            let field = together.iter().find(|field| field.name == name);
            acts.extend(field.map(|field| Act::Bulk(BulkAct::Ask(field))));
        }
        acts.push(Act::Bulk(BulkAct::AskTag));
    }
    acts.extend(bulk::has_papers(register).then_some(Act::Bulk(BulkAct::Papers)));
    acts.push(Act::Bulk(BulkAct::Copy));
    if !cx.store.is_read_only() {
        acts.push(Act::Bulk(BulkAct::Change(Change::Remove)));
    }
    acts
}

/// The menu of a row, whose entries are for all that are selected.
pub(super) fn menu_entries(
    listing: &Listing,
    row: &RecordRow,
    register: &'static Register,
    cx: &Cx<'_>,
) -> Vec<MenuEntry> {
    let tr = cx.tr;
    let found = listing.rows();
    let entry = |act: &Act| match act {
        Act::Open => {
            let is_meeting = register.entity == Entity::Meeting;
            let key = if is_meeting { "register-menu-meeting" } else { "register-menu-open" };
            MenuEntry::new(tr!(tr, key)).shortcut("Enter")
        }
        Act::Meeting(_) => MenuEntry::new(tr!(tr, "register-menu-meeting")),
        Act::Move => {
            let (present, kind) = (status_of(found, row), OutcomeKind::from_code(&row.kind));
            let status =
                |status: OutcomeStatus| MenuEntry::new(status.words(kind, tr)).current(Some(status) == present);
            let statuses = row_choices(found, row).into_iter().map(status).collect();
            MenuEntry::new(tr!(tr, "register-status")).children(statuses).begins_group()
        }
        Act::MoveMeetings => {
            let status = |status: MeetingStatus| MenuEntry::new(tr!(tr, status.label_key()));
            let statuses = bulk::meeting_choices(found, row).into_iter().map(status).collect();
            MenuEntry::new(tr!(tr, "register-status")).children(statuses).begins_group()
        }
        Act::Bulk(BulkAct::Ask(field)) => MenuEntry::new(tr!(tr, "bulk-set", field = register.heading(field, tr))),
        Act::Bulk(BulkAct::AskTag) => MenuEntry::new(tr!(tr, "bulk-tag")),
        Act::Bulk(BulkAct::Papers) => MenuEntry::new(tr!(tr, "batch-papers")).icon(Icon::Document),
        Act::Bulk(BulkAct::Copy) => MenuEntry::new(tr!(tr, "register-menu-copy")).shortcut("Ctrl C").begins_group(),
        Act::Bulk(BulkAct::Change(_) | BulkAct::Unselect | BulkAct::Merge) => {
            let entry = MenuEntry::new(tr!(tr, "register-remove")).shortcut("Delete");
            entry.icon(Icon::Trash).danger().begins_group()
        }
    };
    acts(listing, row, register, cx).iter().map(entry).collect()
}

/// What was chosen from the menu of a row.
pub(super) fn menu_wish(
    listing: &Listing,
    row: &RecordRow,
    register: &'static Register,
    chosen: &Chosen,
    cx: &Cx<'_>,
) -> Option<Wish> {
    match acts(listing, row, register, cx).into_iter().nth(chosen.entry)? {
        Act::Open => Some(Wish::Open(row.record)),
        Act::Meeting(meeting) => Some(Wish::Open(meeting)),
        Act::Move => {
            let to = chosen.child.and_then(|child| row_choices(listing.rows(), row).get(child).copied())?;
            Some(Wish::Bulk(BulkAct::Change(Change::Move(to))))
        }
        Act::MoveMeetings => {
            let to = chosen.child.and_then(|child| bulk::meeting_choices(listing.rows(), row).get(child).copied())?;
            Some(Wish::Bulk(BulkAct::Change(Change::MoveMeetings(to))))
        }
        Act::Bulk(act) => Some(Wish::Bulk(act)),
    }
}

/// The move of one row alone, of a card that has no selection beside it.
pub(super) fn move_alone(listing: &Listing, row: &RecordRow, chosen: &Chosen) -> Option<Wish> {
    let to = chosen.child.and_then(|child| row_choices(listing.rows(), row).get(child).copied())?;
    move_of(listing.rows(), row, to)
}
