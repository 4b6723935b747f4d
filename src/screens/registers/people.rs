//! «الأشخاص»: the people of the directory.

use super::frame::RegisterFrame;
use crate::arabic::format_phone;
use crate::domain::{Entity, Record, Value, initials};
use crate::screens::form::RecordForm;
use crate::screens::list::{Collation, ListColumn, ListRow, ListRows, RowAct, edit_menu};
use crate::screens::{Cx, KeptViews, Screen, parts};
use crate::store::query::{PeopleList, PersonRow};
use crate::store::{Changes, Live, Reply};
use crate::text::Weight;
use crate::tr;
use crate::widgets::{Line, UiExt, Width, avatar};
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
        let list = &mut self.frame.list;
        let listed = list.show(
            ui,
            cx,
            ListRows { revision, rows },
            COLUMNS,
            |_| edit_menu(tr).to_vec(),
            |ui, person, shown| cell(ui, cx, person, shown),
        );
        let mut opened = listed.opened;
        match listed.menu.map(|(person, chosen)| (person, RowAct::chosen(&chosen))) {
            Some((person, RowAct::Open)) => opened = Some(person),
            Some((_, RowAct::Copy)) => list.copy(ui, cx, rows),
            None => {}
        }
        if let Some(person) = opened {
            self.frame.show_form(|| edit_form(person, cx));
        }
    }
}

/// What a column shows.
#[derive(Clone, Copy, Debug)]
enum Shown {
    Name,
    Organisation,
    Phone,
    Email,
    Meetings,
}

const COLUMNS: &[ListColumn<Shown>] = &[
    ListColumn::new(Shown::Name, "name", "people-name", Width::Share(1.2)),
    ListColumn::new(Shown::Organisation, "organisation", "people-organisation", Width::Share(1.0)),
    ListColumn::new(Shown::Phone, "phone", "people-phone", Width::Points(160.0)),
    ListColumn::new(Shown::Email, "email", "people-email", Width::Share(0.8)),
    ListColumn::new(Shown::Meetings, "meetings", "people-meetings", Width::Points(90.0)),
];

impl ListRow for PersonRow {
    fn key(&self) -> i64 {
        self.id.0
    }

    fn name(&self) -> &str {
        &self.name
    }

    fn compare(&self, other: &Self, column: &str, by: &Collation<'_>) -> Ordering {
        let text = |of: fn(&Self) -> &str| by.text(of(self), of(other));
        match column {
            "name" => text(|row| &row.name),
            "organisation" => text(|row| &row.organisation_name),
            "phone" => text(|row| &row.phone),
            "email" => text(|row| &row.email),
            "meetings" => self.meetings.cmp(&other.meetings),
            _ => Ordering::Equal,
        }
    }

    fn copied(&self, _cx: &Cx<'_>) -> Vec<String> {
        let words = [&self.name, &self.post, &self.organisation_name, &self.phone, &self.email];
        words.map(String::clone).to_vec()
    }
}

fn cell(ui: &mut Ui, cx: &Cx<'_>, person: &PersonRow, shown: Shown) {
    let ink = ui.tokens().ink_soft;
    match shown {
        Shown::Name => {
            avatar(ui, &initials(&person.name), 30.0);
            let name = parts::person_short(person.honorific, &person.name);
            parts::two_lines(ui, &name, &person.post, Weight::Medium);
        }
        Shown::Organisation => _ = ui.add(Line::new(&person.organisation_name).color(ink)),
        Shown::Phone => _ = ui.add(Line::new(&cx.tr.code(&format_phone(&person.phone))).color(ink)),
        Shown::Email => _ = ui.add(Line::new(&person.email).color(ink)),
        Shown::Meetings if person.meetings > 0 => {
            ui.add(Line::new(&cx.tr.number(person.meetings)).color(ink));
        }
        Shown::Meetings => {}
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
        if self.frame.head_ui(ui, cx, "", |_| ()) {
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

    fn recall(&mut self, views: &KeptViews) {
        self.frame.list.recall(views);
    }
}
