//! «الأشخاص»: the people of the directory.

use super::frame::{RegisterFrame, row_menu};
use crate::arabic::{Collator, format_phone};
use crate::domain::{Entity, Record, Value, initials};
use crate::screens::form::RecordForm;
use crate::screens::{Cx, Screen, parts};
use crate::store::query::{PeopleList, PersonRow};
use crate::store::{Changes, Live, Reply};
use crate::text::Weight;
use crate::tr;
use crate::widgets::{Column, Line, RowHead, Table, UiExt, Width, avatar};
use egui::Ui;
use std::cmp::Ordering;

/// The fields of the form, in its order.
const FIELDS: &[&str] = &["name", "honorific", "post", "organisation", "phone", "email", "notes"];

/// The screen.
pub struct PeopleScreen {
    frame: RegisterFrame,
    list: Live<PeopleList>,
}

impl Default for PeopleScreen {
    fn default() -> Self {
        Self { frame: RegisterFrame::new("people"), list: Live::default() }
    }
}

impl PeopleScreen {
    fn show_new(&mut self, cx: &Cx<'_>) {
        let title = tr!(cx.tr, "people-new");
        self.frame.show_form(|| RecordForm::add(title, Entity::Person, FIELDS, Vec::new(), cx));
    }

    fn list_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let tr = cx.tr;
        let query = PeopleList { containing: self.frame.containing().to_owned() };
        self.list.get(cx.store, query);
        let (revision, Some(rows)) = (self.list.revision(), self.list.last()) else {
            return RegisterFrame::loading_ui(ui, cx);
        };
        if rows.is_empty() {
            if self.frame.nothing_ui(ui, cx) {
                self.show_new(cx);
            }
            return;
        }
        self.frame.footer(ui, cx, rows.len(), false);
        let titles = ["people-name", "people-organisation", "people-phone", "people-email", "people-meetings"]
            .map(|key| tr!(tr, key));
        let [name, organisation, phone, email, meetings] = &titles;
        let columns = [
            Column::new("name", name, Width::Share(1.2)).sortable(),
            Column::new("organisation", organisation, Width::Share(1.0)).sortable(),
            Column::new("phone", phone, Width::Points(160.0)).sortable(),
            Column::new("email", email, Width::Share(0.8)).sortable(),
            Column::new("meetings", meetings, Width::Points(90.0)).sortable(),
        ];
        let screen = self.frame.title(tr);
        let (order, table) = (&mut self.frame.order, &mut self.frame.table);
        let collator = Collator::new();
        order.update(revision, rows.len(), table.layout().sort(), |column, one, other| {
            let pair = rows.get(one).zip(rows.get(other));
            pair.map_or(Ordering::Equal, |(one, other)| compare(&collator, column, one, other))
        });
        let at = |place: usize| rows.get(order.row(place));
        let head = |place: usize| {
            let (key, name) = at(place).map(|person| (person.id.0, person.name.as_str())).unwrap_or_default();
            RowHead::new(key, name)
        };
        let menu = |_| row_menu(tr).to_vec();
        let output = Table::new(tr, &screen, &columns, rows.len()).multiple().menu(&menu).show(
            ui,
            table,
            head,
            |ui, row, column| {
                let Some(person) = at(row) else { return };
                cell(ui, cx, person, column);
            },
        );
        let chosen = output.menu.map(|(row, chosen)| (row, chosen.entry));
        let edited = chosen.filter(|&(_, entry)| entry == 0).map(|(row, _)| row);
        if output.is_copied || chosen.is_some_and(|(_, entry)| entry == 1) {
            let selected = (0..rows.len()).filter_map(at).filter(|row| table.selection().contains(row.id.0));
            ui.copy_text(parts::copied_rows(selected.map(copied)));
        }
        if let Some(person) = output.opened.or(edited).and_then(at) {
            self.frame.show_form(|| edit_form(person, cx));
        }
    }
}

fn compare(collator: &Collator, column: &str, one: &PersonRow, other: &PersonRow) -> Ordering {
    let text = |of: fn(&PersonRow) -> &str| parts::compare_text(collator, of(one), of(other));
    match column {
        "organisation" => text(|row| &row.organisation_name),
        "phone" => text(|row| &row.phone),
        "email" => text(|row| &row.email),
        "meetings" => one.meetings.cmp(&other.meetings),
        _ => text(|row| &row.name),
    }
}

fn copied(person: &PersonRow) -> [String; 5] {
    let words = [&person.name, &person.post, &person.organisation_name, &person.phone, &person.email];
    words.map(String::clone)
}

fn cell(ui: &mut Ui, cx: &Cx<'_>, person: &PersonRow, column: usize) {
    let ink = ui.tokens().ink_soft;
    match column {
        0 => {
            avatar(ui, &initials(&person.name), 30.0);
            let name = parts::person_short(person.honorific, &person.name);
            parts::two_lines(ui, &name, &person.post, Weight::Medium);
        }
        1 => _ = ui.add(Line::new(&person.organisation_name).color(ink)),
        2 => _ = ui.add(Line::new(&cx.tr.code(&format_phone(&person.phone))).color(ink)),
        3 => _ = ui.add(Line::new(&person.email).color(ink)),
        _ if person.meetings > 0 => _ = ui.add(Line::new(&cx.tr.number(person.meetings)).color(ink)),
        _ => {}
    }
}

fn edit_form(person: &PersonRow, cx: &Cx<'_>) -> RecordForm {
    let value = |name: &str| match name {
        "name" => Value::from(person.name.as_str()),
        "honorific" => Value::from(person.honorific),
        "post" => Value::from(person.post.as_str()),
        "organisation" => Value::from(person.organisation),
        "phone" => Value::from(person.phone.as_str()),
        "email" => Value::from(person.email.as_str()),
        "notes" => Value::from(person.notes.as_str()),
        _ => Value::Empty,
    };
    let linked = |_: &str| person.organisation_name.clone();
    RecordForm::edit(person.name.clone(), person.id.record(), FIELDS, value, linked, cx)
}

impl Screen for PeopleScreen {
    fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        if self.frame.head_ui(ui, cx, "") {
            self.show_new(cx);
        }
        self.list_ui(ui, cx);
        self.frame.show_wanted(self.list.last(), |row| row.id.record(), |row| edit_form(row, cx));
        self.frame.form_ui(ui, cx);
    }

    fn on_reply(&mut self, reply: &Reply) {
        self.frame.on_reply(reply);
    }

    fn note(&mut self, changes: Changes) {
        self.list.note(changes);
        self.frame.note(changes);
    }

    fn flush(&mut self, cx: &mut Cx<'_>) {
        self.frame.flush(cx);
    }

    fn open(&mut self, record: Record) {
        self.frame.want(record);
    }
}
