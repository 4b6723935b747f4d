//! «الجهات»: the bodies of the directory.

use super::frame::RegisterFrame;
use crate::domain::{Entity, Record, Value};
use crate::screens::form::RecordForm;
use crate::screens::{Cx, Screen, parts};
use crate::store::query::{OrganisationList, OrganisationRow};
use crate::store::{Changes, Live, Reply};
use crate::text::Weight;
use crate::tr;
use crate::widgets::{Column, Line, RowHead, Table, UiExt, Width};
use egui::Ui;

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
        let Some(rows) = self.list.get(cx.store, query) else { return };
        if rows.is_empty() {
            if self.frame.nothing_ui(ui, cx) {
                self.show_new(cx);
            }
            return;
        }
        RegisterFrame::footer(ui, cx, rows.len(), false);
        let titles = [
            "organisations-name",
            "organisations-kind",
            "organisations-city",
            "organisations-people",
            "organisations-meetings",
        ]
        .map(|key| tr!(tr, key));
        let [name, kind, city, people, meetings] = &titles;
        let columns = [
            Column { title: name, width: Width::Share(1.6) },
            Column { title: kind, width: Width::Share(0.7) },
            Column { title: city, width: Width::Share(0.6) },
            Column { title: people, width: Width::Points(100.0) },
            Column { title: meetings, width: Width::Points(100.0) },
        ];
        let screen = self.frame.title(tr);
        let head = |row: usize| {
            let (key, name) =
                rows.get(row).map(|organisation| (organisation.id.0, organisation.name.clone())).unwrap_or_default();
            RowHead { key, name }
        };
        let output =
            Table::new(&screen, &columns, rows.len()).show(ui, &mut self.frame.table, head, |ui, row, column| {
                let Some(organisation) = rows.get(row) else { return };
                cell(ui, cx, organisation, column);
            });
        if let Some(organisation) = output.opened.and_then(|row| rows.get(row)) {
            self.frame.show_form(|| edit_form(organisation, cx));
        }
    }
}

fn cell(ui: &mut Ui, cx: &Cx<'_>, organisation: &OrganisationRow, column: usize) {
    let ink = ui.tokens().ink_soft;
    let count = |count: i64| if count > 0 { cx.tr.number(count) } else { String::new() };
    match column {
        0 => parts::two_lines(ui, &organisation.name, &organisation.short_name, Weight::Medium),
        1 => _ = ui.add(Line::new(&tr!(cx.tr, organisation.kind.label_key())).color(ink)),
        2 => _ = ui.add(Line::new(&organisation.city).color(ink)),
        3 => _ = ui.add(Line::new(&count(organisation.people)).color(ink)),
        _ => _ = ui.add(Line::new(&count(organisation.meetings)).color(ink)),
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
