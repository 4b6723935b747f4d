//! «الأشخاص»: the people of the directory.

use super::{filter_ui, register_footer};
use crate::domain::{Entity, Record, Value, initials};
use crate::screens::form::{FormOutput, RecordForm};
use crate::screens::{Ask, Cx, Screen, parts};
use crate::store::query::{PeopleList, PersonRow};
use crate::store::{Changes, Live, Reply};
use crate::text::Weight;
use crate::tr;
use crate::widgets::{
    Button, Column, Icon, Line, RowHead, Table, TableState, UiExt, Width, avatar, empty_state, page_heading,
};
use egui::Ui;

/// The fields of the form, in its order.
const FIELDS: &[&str] = &["name", "honorific", "post", "organisation", "phone", "email", "notes"];

/// The screen.
#[derive(Default)]
pub struct PeopleScreen {
    filter: String,
    list: Live<PeopleList>,
    table: TableState,
    form: Option<RecordForm>,
    wanted: Option<Record>,
}

impl PeopleScreen {
    fn start_new(&mut self, cx: &Cx<'_>) {
        if self.form.is_none() {
            let title = tr!(cx.tr, "people-new");
            self.form = Some(RecordForm::add(title, Entity::Person, FIELDS, Vec::new(), cx));
        }
    }

    fn list_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let tr = cx.tr;
        let query = PeopleList { containing: self.filter.trim().to_owned() };
        let Some(rows) = self.list.get(cx.store, query) else { return };
        if rows.is_empty() {
            if self.filter.trim().is_empty() {
                let (title, about) = (tr!(tr, "people-empty"), tr!(tr, "people-empty-about"));
                if empty_state(ui, &title, &about, Some(&tr!(tr, "people-add"))) {
                    self.start_new(cx);
                }
            } else {
                empty_state(ui, &tr!(tr, "register-nothing"), &tr!(tr, "register-nothing-about"), None);
            }
            return;
        }
        register_footer(ui, cx, rows.len(), false);
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
        let screen = tr!(tr, "screen-people");
        let head = |row: usize| {
            let (key, name) = rows.get(row).map(|person| (person.id.0, person.name.clone())).unwrap_or_default();
            RowHead { key, name }
        };
        let output = Table::new(&screen, &columns, rows.len()).show(ui, &mut self.table, head, |ui, row, column| {
            let Some(person) = rows.get(row) else { return };
            cell(ui, cx, person, column);
        });
        if let Some(person) = output.opened.and_then(|row| rows.get(row)) {
            self.form = Some(edit_form(person, cx));
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
        2 => _ = ui.add(Line::new(&cx.tr.code(&person.phone)).color(ink)),
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
        let tr = cx.tr;
        let mut is_new = false;
        page_heading(ui, &tr!(tr, "screen-people"), "", |ui| {
            let add = tr!(tr, "people-add");
            let button = Button::primary(&add).icon(Icon::Plus);
            is_new = ui.add(button.enabled(!cx.store.is_read_only())).clicked();
        });
        if is_new {
            self.start_new(cx);
        }
        filter_ui(ui, &mut self.filter, tr);
        self.list_ui(ui, cx);
        if let Some(record) = self.wanted
            && let Some(person) = self.list.last().and_then(|rows| rows.iter().find(|row| row.id.record() == record))
        {
            self.form = Some(edit_form(person, cx));
            self.wanted = None;
        }
        if let Some(form) = &mut self.form {
            match form.show(ui.ctx(), cx) {
                FormOutput::Open => return,
                FormOutput::Cancelled | FormOutput::Sent(_) => {}
                FormOutput::Removed(_) => cx.ask(Ask::ToastUndo(tr!(tr, "people-removed"))),
            }
            self.form = None;
        }
    }

    fn on_reply(&mut self, reply: &Reply) {
        if let Some(form) = &mut self.form {
            form.on_reply(reply);
        }
    }

    fn note(&mut self, changes: Changes) {
        self.list.note(changes);
        if let Some(form) = &mut self.form {
            form.note(changes);
        }
    }

    fn flush(&mut self, cx: &mut Cx<'_>) {
        if self.form.as_mut().is_some_and(|form| form.flush(cx)) {
            self.form = None;
        }
    }

    fn open(&mut self, record: Record) {
        self.filter.clear();
        self.table.select(Some(record.id));
        self.wanted = Some(record);
    }
}
