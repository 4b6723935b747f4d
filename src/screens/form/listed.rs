//! A line of free text for which an editable list suggests what it usually is: a meeting's place.
//!
//! Apart from links, which hold an entry of the list: here the words stay what was typed, known or not.

use crate::domain::{Entity, EntryList};
use crate::screens::Cx;
use crate::store::query::Names;
use crate::store::{Changes, Live};
use crate::widgets::{ComboField, Suggestion};
use egui::{Response, Ui};

/// What stands there, and what the list has.
#[derive(Default)]
pub struct ListedLine {
    /// What stands there.
    pub text: String,
    names: Live<Names>,
}

impl ListedLine {
    /// A line that holds `text`.
    pub fn new(text: String) -> Self {
        Self { text, names: Live::default() }
    }

    /// Tells its suggestions what an edit touched.
    pub fn note(&mut self, changes: Changes) {
        self.names.note(changes);
    }

    /// Shows it under its label, with what that list suggests; `error` says what is wrong.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        label: &str,
        list: EntryList,
        error: Option<&str>,
        width: f32,
        cx: &Cx<'_>,
    ) -> Response {
        let containing = self.text.trim().to_owned();
        self.names.get(cx.store, Names { entity: Entity::Entry, list: Some(list), containing });
        let known = self.names.last().map(Vec::as_slice).unwrap_or_default();
        let words: Vec<Suggestion> =
            known.iter().map(|named| Suggestion { text: named.name.clone(), ..Suggestion::default() }).collect();
        ComboField::new(&mut self.text, label, &words).error(error).width(width).show(ui).response
    }
}
