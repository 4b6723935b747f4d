//! «الأشخاص»: the people of the directory.

use super::frame::RegisterFrame;
use crate::arabic::format_phone;
use crate::domain::{Entity, Record, Value, initials};
use crate::screens::form::RecordForm;
use crate::screens::{Cx, Screen, parts};
use crate::store::query::{PeopleList, PersonRow};
use crate::store::{Changes, Live, Reply};
use crate::text::Weight;
use crate::tr;
use crate::widgets::{Column, Line, RowHead, Table, UiExt, Width, avatar};
use egui::Ui;

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
        let Some(rows) = self.list.get(cx.store, query) else { return };
        if rows.is_empty() {
            if self.frame.nothing_ui(ui, cx) {
                self.show_new(cx);
            }
            return;
        }
        RegisterFrame::footer(ui, cx, rows.len(), false);
        let titles = ["people-name", "people-organisation", "people-phone", "people-email", "people-meetings"]
            .map(|key| tr!(tr, key));
        let [name, organisation, phone, email, meetings] = &titles;
        let columns = [
            Column { title: name, width: Width::Share(1.2) },
            Column { title: organisation, width: Width::Share(1.0) },
            Column { title: phone, width: Width::Points(160.0) },
            Column { title: email, width: Width::Share(0.8) },
            Column { title: meetings, width: Width::Points(90.0) },
        ];
        let screen = self.frame.title(tr);
        let head = |row: usize| {
            let (key, name) = rows.get(row).map(|person| (person.id.0, person.name.clone())).unwrap_or_default();
            RowHead { key, name }
        };
        let output =
            Table::new(&screen, &columns, rows.len()).show(ui, &mut self.frame.table, head, |ui, row, column| {
                let Some(person) = rows.get(row) else { return };
                cell(ui, cx, person, column);
            });
        if let Some(person) = output.opened.and_then(|row| rows.get(row)) {
            self.frame.show_form(|| edit_form(person, cx));
        }
    }
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
