//! What statuses and the like are called here: a word in the place of what ships, at once and everywhere. An empty field
//! stands for the word that ships.

use super::TextDraft;
use crate::domain::{
    AgendaState, AttendanceStatus, Confidentiality, Entity, EntryList, FieldValue, MeetingStatus, MinutesState,
    OutcomeStatus, Priority, Record, ReviewState, Severity, Value,
};
use crate::screens::Cx;
use crate::store::query::{Condition, RecordList, RecordRows, Sort, Which};
use crate::store::{Changes, Edit, Live};
use crate::tr;
use crate::widgets::{Field, Line, UiExt, pick_list, scroll_page};
use egui::Ui;
use std::collections::BTreeMap;

/// The vocabularies whose words may be others: each with the key of its title.
const VOCABULARIES: [(&str, &[&str]); 9] = [
    ("labels-meeting", MeetingStatus::LABEL_KEYS),
    ("labels-minutes", MinutesState::LABEL_KEYS),
    ("labels-outcome", OutcomeStatus::LABEL_KEYS),
    ("labels-attendance", AttendanceStatus::LABEL_KEYS),
    ("labels-agenda", AgendaState::LABEL_KEYS),
    ("labels-priority", Priority::LABEL_KEYS),
    ("labels-severity", Severity::LABEL_KEYS),
    ("labels-review", ReviewState::LABEL_KEYS),
    ("labels-confidentiality", Confidentiality::LABEL_KEYS),
];
const MOST: usize = 500;
const WIDE: f32 = 260.0;

/// The page.
#[derive(Default)]
pub(super) struct LabelsPage {
    at: usize,
    rows: Live<RecordList>,
    drafts: BTreeMap<&'static str, TextDraft>,
}

impl LabelsPage {
    pub(super) const fn note(&mut self, changes: Changes) {
        self.rows.note(changes);
    }

    pub(super) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let tr = cx.tr;
        let names = VOCABULARIES.map(|(key, _)| tr!(tr, key));
        if let Some(at) = pick_list(ui, &tr!(tr, "labels-which"), Some(self.at), &names, WIDE) {
            self.flush(cx);
            self.at = at;
        }
        ui.add(Line::new(&tr!(tr, "labels-about")).weak(ui));
        let Some((_, keys)) = VOCABULARIES.get(self.at) else { return };
        let found = self.rows.get(cx.store, asked(cx)).cloned().unwrap_or_default();
        let mut left = Vec::new();
        scroll_page(ui, "labels", &tr!(tr, "settings-labels"), |ui, area| {
            area.show(ui, |ui| {
                ui.column(|ui| {
                    ui.spacing_mut().item_spacing.y = ui.metrics().medium;
                    for key in *keys {
                        let shipped = tr.shipped(key);
                        let stored = stored(&found, key, cx).map(|(_, words)| words).unwrap_or_default();
                        let draft = self.drafts.entry(key).or_default();
                        let text = draft.shown(&stored);
                        let field = Field::new(text, &shipped).hint(&shipped).width(WIDE).char_limit(60);
                        let output = field.enabled(!cx.store.is_read_only()).show(ui);
                        if draft.is_left(ui, &output) {
                            left.push(*key);
                        }
                    }
                });
            })
        });
        for key in left {
            self.send(key, &found, cx);
        }
    }

    /// Sends what is typed.
    pub(super) fn flush(&mut self, cx: &Cx<'_>) {
        let Some(found) = self.rows.last().cloned() else { return };
        let keys: Vec<&'static str> = self.drafts.keys().copied().collect();
        for key in keys {
            self.send(key, &found, cx);
        }
    }

    fn send(&mut self, key: &'static str, found: &RecordRows, cx: &Cx<'_>) {
        let known = stored(found, key, cx);
        let before = known.as_ref().map(|(_, words)| words.clone()).unwrap_or_default();
        let Some(typed) = self.drafts.get_mut(key).and_then(|draft| draft.take(&before)) else { return };
        // The word that ships needs no other in its place.
        let typed = if typed.trim() == cx.tr.shipped(key) { String::new() } else { typed.trim().to_owned() };
        let value: FieldValue = (column(cx), typed.into());
        match known {
            Some((record, before)) if Value::from(before.as_str()) != value.1 => {
                cx.store.send(Edit::Set { record, values: vec![value], session: None, based_on: None });
            }
            Some(_) => {}
            None if value.1 == Value::Empty => {}
            None => {
                let values = vec![("list", EntryList::Label.into()), ("code", key.into()), value];
                cx.store.send(Edit::Add { entity: Entity::Entry, values });
            }
        }
    }
}

/// The word of the language that is shown.
fn column(cx: &Cx<'_>) -> &'static str {
    if cx.tr.is_rtl() { "name" } else { "name_en" }
}

/// The entry of a label, and the word that it gives in the language that is shown.
fn stored(found: &RecordRows, key: &str, cx: &Cx<'_>) -> Option<(Record, String)> {
    let row = found.rows.iter().find(|row| found.cell(row, "code").is_some_and(|cell| cell.text() == key))?;
    let words = found.cell(row, column(cx)).map(|cell| cell.text().to_owned()).unwrap_or_default();
    Some((row.record, words))
}

fn asked(cx: &Cx<'_>) -> RecordList {
    let which = Which {
        entity: Entity::Entry,
        kinds: Vec::new(),
        conditions: vec![Condition::OneOf("list", vec![EntryList::Label.into()])],
        containing: String::new(),
        order: vec![Sort { field: "position", is_descending: false }],
        today: cx.today,
    };
    RecordList { which, columns: vec!["code", "name", "name_en"], first: 0, count: MOST }
}
