//! «الجهات»: the bodies of the directory.

use super::frame::RegisterFrame;
use crate::domain::{Entity, Record, Value};
use crate::screens::form::RecordForm;
use crate::screens::list::{Collation, ListColumn, ListRow, ListRows, RowAct, edit_menu};
use crate::screens::{Cx, KeptViews, Screen, parts};
use crate::store::query::{OrganisationList, OrganisationRow};
use crate::store::{Changes, Live, Reply};
use crate::text::Weight;
use crate::tr;
use crate::widgets::{Line, UiExt, Width};
use egui::Ui;
use std::cmp::Ordering;

/// The fields of the form, in its order.
const FIELDS: &[&str] = &["name", "short_name", "kind", "city", "licence", "phone", "email", "notes"];

/// The screen.
pub struct OrganisationsScreen {
    frame: RegisterFrame,
    list: Live<OrganisationList>,
}

impl Default for OrganisationsScreen {
    fn default() -> Self {
        Self { frame: RegisterFrame::new("organisations"), list: Live::default() }
    }
}

impl OrganisationsScreen {
    fn show_new(&mut self, cx: &Cx<'_>) {
        let title = tr!(cx.tr, "organisations-new");
        self.frame.show_form(|| RecordForm::add(title, Entity::Organisation, FIELDS, Vec::new(), cx));
    }

    fn list_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let tr = cx.tr;
        let query = OrganisationList { containing: self.frame.containing().to_owned() };
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
            |ui, organisation, shown| cell(ui, cx, organisation, shown),
        );
        let mut opened = listed.opened;
        match listed.menu.map(|(organisation, chosen)| (organisation, RowAct::chosen(&chosen))) {
            Some((organisation, RowAct::Open)) => opened = Some(organisation),
            Some((_, RowAct::Copy)) => list.copy(ui, cx, rows),
            None => {}
        }
        if let Some(organisation) = opened {
            self.frame.show_form(|| edit_form(organisation, cx));
        }
    }
}

/// What a column shows.
#[derive(Clone, Copy, Debug)]
enum Shown {
    Name,
    Kind,
    City,
    People,
    Meetings,
}

const COLUMNS: &[ListColumn<Shown>] = &[
    ListColumn::new(Shown::Name, "name", "organisations-name", Width::Share(1.6)),
    ListColumn::new(Shown::Kind, "kind", "organisations-kind", Width::Share(0.7)),
    ListColumn::new(Shown::City, "city", "organisations-city", Width::Share(0.6)),
    ListColumn::new(Shown::People, "people", "organisations-people", Width::Points(100.0)),
    ListColumn::new(Shown::Meetings, "meetings", "organisations-meetings", Width::Points(100.0)),
];

impl ListRow for OrganisationRow {
    fn key(&self) -> i64 {
        self.id.0
    }

    fn name(&self) -> &str {
        &self.name
    }

    fn compare(&self, other: &Self, column: &str, by: &Collation<'_>) -> Ordering {
        match column {
            "name" => by.text(&self.name, &other.name),
            "kind" => by.text(&tr!(by.tr, self.kind.label_key()), &tr!(by.tr, other.kind.label_key())),
            "city" => by.text(&self.city, &other.city),
            "people" => self.people.cmp(&other.people),
            "meetings" => self.meetings.cmp(&other.meetings),
            _ => Ordering::Equal,
        }
    }

    fn copied(&self, cx: &Cx<'_>) -> Vec<String> {
        let kind = tr!(cx.tr, self.kind.label_key());
        vec![self.name.clone(), kind, self.city.clone(), self.phone.clone(), self.email.clone()]
    }
}

fn cell(ui: &mut Ui, cx: &Cx<'_>, organisation: &OrganisationRow, shown: Shown) {
    let ink = ui.tokens().ink_soft;
    let count = |count: i64| if count > 0 { cx.tr.number(count) } else { String::new() };
    match shown {
        Shown::Name => parts::two_lines(ui, &organisation.name, &organisation.short_name, Weight::Medium),
        Shown::Kind => _ = ui.add(Line::new(&tr!(cx.tr, organisation.kind.label_key())).color(ink)),
        Shown::City => _ = ui.add(Line::new(&organisation.city).color(ink)),
        Shown::People => _ = ui.add(Line::new(&count(organisation.people)).color(ink)),
        Shown::Meetings => _ = ui.add(Line::new(&count(organisation.meetings)).color(ink)),
    }
}

fn edit_form(organisation: &OrganisationRow, cx: &Cx<'_>) -> RecordForm {
    let value = |name: &str| match name {
        "name" => Value::from(organisation.name.as_str()),
        "short_name" => Value::from(organisation.short_name.as_str()),
        "kind" => Value::from(organisation.kind),
        "city" => Value::from(organisation.city.as_str()),
        "licence" => Value::from(organisation.licence.as_str()),
        "phone" => Value::from(organisation.phone.as_str()),
        "email" => Value::from(organisation.email.as_str()),
        "notes" => Value::from(organisation.notes.as_str()),
        _ => Value::Empty,
    };
    RecordForm::edit(organisation.name.clone(), organisation.id.record(), FIELDS, value, |_| String::new(), cx)
}

impl Screen for OrganisationsScreen {
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
