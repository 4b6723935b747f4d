//! «الجهات»: the bodies of the directory.

use super::frame::{RegisterFrame, row_menu};
use crate::arabic::Collator;
use crate::domain::{Entity, Record, Value};
use crate::screens::form::RecordForm;
use crate::screens::{Cx, Screen, parts};
use crate::store::query::{OrganisationList, OrganisationRow};
use crate::store::{Changes, Live, Reply};
use crate::strings::Tr;
use crate::text::Weight;
use crate::tr;
use crate::widgets::{Column, Line, RowHead, Table, UiExt, Width};
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
            Column::new("name", name, Width::Share(1.6)).sortable(),
            Column::new("kind", kind, Width::Share(0.7)).sortable(),
            Column::new("city", city, Width::Share(0.6)).sortable(),
            Column::new("people", people, Width::Points(100.0)).sortable(),
            Column::new("meetings", meetings, Width::Points(100.0)).sortable(),
        ];
        let screen = self.frame.title(tr);
        let (order, table) = (&mut self.frame.order, &mut self.frame.table);
        let collator = Collator::new();
        order.update(revision, rows.len(), table.layout().sort(), |column, one, other| {
            let pair = rows.get(one).zip(rows.get(other));
            pair.map_or(Ordering::Equal, |(one, other)| compare(tr, &collator, column, one, other))
        });
        let at = |place: usize| rows.get(order.row(place));
        let head = |place: usize| {
            let (key, name) = at(place).map(|body| (body.id.0, body.name.as_str())).unwrap_or_default();
            RowHead::new(key, name)
        };
        let menu = |_| row_menu(tr).to_vec();
        let output = Table::new(tr, &screen, &columns, rows.len()).multiple().menu(&menu).show(
            ui,
            table,
            head,
            |ui, row, column| {
                let Some(organisation) = at(row) else { return };
                cell(ui, cx, organisation, column);
            },
        );
        let chosen = output.menu.map(|(row, chosen)| (row, chosen.entry));
        let edited = chosen.filter(|&(_, entry)| entry == 0).map(|(row, _)| row);
        if output.is_copied || chosen.is_some_and(|(_, entry)| entry == 1) {
            let selected = (0..rows.len()).filter_map(at).filter(|row| table.selection().contains(row.id.0));
            ui.copy_text(parts::copied_rows(selected.map(|body| copied(tr, body))));
        }
        if let Some(organisation) = output.opened.or(edited).and_then(at) {
            self.frame.show_form(|| edit_form(organisation, cx));
        }
    }
}

fn compare(tr: &Tr, collator: &Collator, column: &str, one: &OrganisationRow, other: &OrganisationRow) -> Ordering {
    let text = |one: &str, other: &str| parts::compare_text(collator, one, other);
    match column {
        "kind" => text(&tr!(tr, one.kind.label_key()), &tr!(tr, other.kind.label_key())),
        "city" => text(&one.city, &other.city),
        "people" => one.people.cmp(&other.people),
        "meetings" => one.meetings.cmp(&other.meetings),
        _ => text(&one.name, &other.name),
    }
}

fn copied(tr: &Tr, body: &OrganisationRow) -> [String; 5] {
    let kind = tr!(tr, body.kind.label_key());
    [body.name.clone(), kind, body.city.clone(), body.phone.clone(), body.email.clone()]
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
