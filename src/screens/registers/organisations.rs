//! «الجهات»: the bodies of the directory.

use super::{filter_ui, register_footer};
use crate::domain::{Entity, Record, Value};
use crate::screens::form::{FormOutput, RecordForm};
use crate::screens::{Ask, Cx, Screen, parts};
use crate::store::query::{OrganisationList, OrganisationRow};
use crate::store::{Changes, Live, Reply};
use crate::text::Weight;
use crate::tr;
use crate::widgets::{Button, Column, Icon, Line, RowHead, Table, TableState, UiExt, Width, empty_state, page_heading};
use egui::Ui;

/// The fields of the form, in its order.
const FIELDS: &[&str] = &["name", "short_name", "kind", "city", "licence", "phone", "email", "notes"];

/// The screen.
#[derive(Default)]
pub struct OrganisationsScreen {
    filter: String,
    list: Live<OrganisationList>,
    table: TableState,
    form: Option<RecordForm>,
    wanted: Option<Record>,
}

impl OrganisationsScreen {
    fn start_new(&mut self, cx: &Cx<'_>) {
        if self.form.is_none() {
            let title = tr!(cx.tr, "organisations-new");
            self.form = Some(RecordForm::add(title, Entity::Organisation, FIELDS, Vec::new(), cx));
        }
    }

    fn list_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let tr = cx.tr;
        let query = OrganisationList { containing: self.filter.trim().to_owned() };
        let Some(rows) = self.list.get(cx.store, query) else { return };
        if rows.is_empty() {
            if self.filter.trim().is_empty() {
                let (title, about) = (tr!(tr, "organisations-empty"), tr!(tr, "organisations-empty-about"));
                if empty_state(ui, &title, &about, Some(&tr!(tr, "organisations-add"))) {
                    self.start_new(cx);
                }
            } else {
                empty_state(ui, &tr!(tr, "register-nothing"), &tr!(tr, "register-nothing-about"), None);
            }
            return;
        }
        register_footer(ui, cx, rows.len(), false);
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
        let screen = tr!(tr, "screen-organisations");
        let head = |row: usize| {
            let (key, name) =
                rows.get(row).map(|organisation| (organisation.id.0, organisation.name.clone())).unwrap_or_default();
            RowHead { key, name }
        };
        let output = Table::new(&screen, &columns, rows.len()).show(ui, &mut self.table, head, |ui, row, column| {
            let Some(organisation) = rows.get(row) else { return };
            cell(ui, cx, organisation, column);
        });
        if let Some(organisation) = output.opened.and_then(|row| rows.get(row)) {
            self.form = Some(edit_form(organisation, cx));
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
        let tr = cx.tr;
        let mut is_new = false;
        page_heading(ui, &tr!(tr, "screen-organisations"), "", |ui| {
            let add = tr!(tr, "organisations-add");
            let button = Button::primary(&add).icon(Icon::Plus);
            is_new = ui.add(button.enabled(!cx.store.is_read_only())).clicked();
        });
        if is_new {
            self.start_new(cx);
        }
        filter_ui(ui, &mut self.filter, tr);
        self.list_ui(ui, cx);
        if let Some(record) = self.wanted
            && let Some(organisation) =
                self.list.last().and_then(|rows| rows.iter().find(|row| row.id.record() == record))
        {
            self.form = Some(edit_form(organisation, cx));
            self.wanted = None;
        }
        if let Some(form) = &mut self.form {
            match form.show(ui.ctx(), cx) {
                FormOutput::Open => return,
                FormOutput::Cancelled | FormOutput::Sent(_) => {}
                FormOutput::Removed(_) => cx.ask(Ask::ToastUndo(tr!(tr, "organisations-removed"))),
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
