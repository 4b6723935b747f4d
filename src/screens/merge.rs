//! «دمج مع…»: two records that are one, side by side: which of them stays, and field by field what it says from then on.
//! One step of undo brings both back.

use super::{Ask, Cx, shown};
use crate::domain::{Entity, EntryList, Field, FieldKind, FieldValue, Record, Value, initials};
use crate::screens::form::likely::Likely;
use crate::store::query::{Cell, LikelyTwins, Names, RecordPage, RecordView};
use crate::store::{Changes, Edit, Live};
use crate::text::Label;
use crate::tr;
use crate::widgets::{Button, ComboField, Line, Sheet, Suggestion, Type, UiExt};
use egui::{Context, Ui};
use std::collections::BTreeSet;

/// Wide enough for two values beside each other.
const WIDTH: f32 = 640.0;

/// A field's label, and what each of the two says of it: in words and as it is stored.
type Sides<'a> = (&'a str, Option<(String, Value)>, Option<(String, Value)>);

/// How the form was left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MergeOutput {
    /// It is still open.
    Open,
    /// It was left, and nothing happened.
    Cancelled,
    /// They become one: this one stays.
    Merged(Record),
}

/// The open form.
pub struct MergeForm {
    keep: Record,
    other: Option<Record>,
    /// What is typed to find the other.
    text: String,
    names: Live<Names>,
    likely: Likely,
    kept_page: Live<RecordPage>,
    other_page: Live<RecordPage>,
    /// The fields for which the other is right.
    theirs: BTreeSet<&'static str>,
    /// Of entries, the list.
    list: Option<EntryList>,
}

impl MergeForm {
    /// Merges a record with one that is still to be found, or with `other`.
    pub fn new(keep: Record, other: Option<Record>) -> Self {
        Self {
            keep,
            other,
            text: String::new(),
            names: Live::default(),
            likely: Likely::default(),
            kept_page: Live::default(),
            other_page: Live::default(),
            theirs: BTreeSet::new(),
            list: None,
        }
    }

    /// The other is to be found in that list.
    #[must_use]
    pub const fn of_list(mut self, list: EntryList) -> Self {
        self.list = Some(list);
        self
    }

    /// Tells it what an edit touched.
    pub const fn note(&mut self, changes: Changes) {
        self.names.note(changes);
        self.likely.note(changes);
        self.kept_page.note(changes);
        self.other_page.note(changes);
    }

    /// Shows it.
    pub fn show(&mut self, ctx: &Context, cx: &mut Cx<'_>) -> MergeOutput {
        let tr = cx.tr;
        let (title, close) = (tr!(tr, "merge-title"), tr!(tr, "shell-close"));
        let (mut is_confirmed, mut is_cancelled) = (false, false);
        let can_merge = self.other.is_some() && !cx.store.is_read_only();
        let sheet = Sheet::new("merge", &title, &close).width(WIDTH).show(
            ctx,
            |ui| self.contents_ui(ui, cx),
            |ui| {
                let words = tr!(tr, "merge-confirm");
                let button = Button::primary(&words).enabled(can_merge).keys("Ctrl Enter");
                is_confirmed = ui.add(button).clicked();
                is_cancelled = ui.add(Button::new(&tr!(tr, "shell-cancel"))).clicked();
            },
        );
        if let (true, Some(other)) = ((is_confirmed || sheet.is_confirmed) && can_merge, self.other) {
            let values = self.values();
            let ticket = cx.store.send(Edit::Merge { keep: self.keep, other, values });
            cx.ask(Ask::ToastUndo(ticket, tr!(tr, "tidying-merged")));
            return MergeOutput::Merged(self.keep);
        }
        if is_cancelled || sheet.is_closed { MergeOutput::Cancelled } else { MergeOutput::Open }
    }

    /// What the kept one takes over although it says something else.
    fn values(&self) -> Vec<FieldValue> {
        let Some(page) = self.other_page.last() else { return Vec::new() };
        page.cells
            .iter()
            .filter(|(name, _)| self.theirs.contains(name))
            .map(|(name, cell)| (*name, cell.value.clone()))
            .collect()
    }

    fn contents_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let tr = cx.tr;
        self.kept_page.get(cx.store, RecordPage { record: self.keep });
        if let Some(other) = self.other {
            self.other_page.get(cx.store, RecordPage { record: other });
        }
        let kept_title = self.kept_page.last().map(|page| page.title.clone()).unwrap_or_default();
        ui.add(Line::new(&tr!(tr, "merge-about")).weak(ui).max_width(ui.available_width()));
        if self.other.is_none() {
            self.find_ui(ui, cx, &kept_title);
            return;
        }
        let pages = (
            self.kept_page.last().filter(|page| page.record == self.keep).cloned(),
            self.other_page.last().filter(|page| Some(page.record) == self.other).cloned(),
        );
        let (Some(kept), Some(other)) = pages else { return };
        if let Some(stays) = which_ui(ui, cx, &kept, &other) {
            self.other = Some(self.keep);
            self.keep = stays;
            std::mem::swap(&mut self.kept_page, &mut self.other_page);
            self.theirs.clear();
            return;
        }
        for field in self.keep.entity.fields().iter().filter(|field| is_compared(field)) {
            self.field_ui(ui, cx, field, &kept, &other);
        }
    }

    /// Finds the other: those that are like it first, any of the register by words.
    fn find_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, title: &str) {
        let tr = cx.tr;
        let entity = self.keep.entity;
        let asked = Names { entity, list: self.list, containing: self.text.trim().to_owned() };
        let found = self.names.get(cx.store, asked).map(Vec::as_slice).unwrap_or_default();
        let others: Vec<_> = found.iter().filter(|named| named.record != self.keep).collect();
        let suggestions: Vec<Suggestion> = others
            .iter()
            .map(|named| Suggestion {
                text: named.name.clone(),
                detail: named.detail.clone(),
                also: named.also.clone(),
                letters: if entity == Entity::Person { initials(&named.name) } else { String::new() },
            })
            .collect();
        let output = ComboField::new(&mut self.text, &tr!(tr, "merge-with"), &suggestions).show(ui);
        self.other = output.picked.and_then(|place| others.get(place)).map(|named| named.record);
        if matches!(entity, Entity::Person | Entity::Organisation) && !title.is_empty() {
            let asked = LikelyTwins { except: Some(self.keep.id), ..LikelyTwins::of_name(entity, title) };
            if let Some((record, _)) = self.likely.show(ui, cx, asked) {
                self.other = Some(record);
            }
        }
    }

    /// What the two say of a field; where they differ, the one that stays is chosen.
    fn field_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, field: &'static Field, kept: &RecordView, other: &RecordView) {
        let words = |page: &RecordView| {
            cell_of(page, field).and_then(|cell| Some((shown::words(field, cell, cx)?, cell.value.clone())))
        };
        let (mine, yours) = (words(kept), words(other));
        let label = tr!(cx.tr, &shown::field_key(self.keep.entity, field));
        ui.column(|ui| {
            ui.spacing_mut().item_spacing.y = ui.metrics().hair;
            self.choices_ui(ui, cx, field, (&label, mine, yours));
        });
    }

    fn choices_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, field: &'static Field, (label, mine, yours): Sides<'_>) {
        let caption = |ui: &mut Ui| ui.add(Line::new(label).size(Type::Caption).color(ui.tokens().ink_weak));
        match (mine, yours) {
            (None, None) => {}
            (Some((mine, value)), Some((yours, theirs))) if value != theirs => {
                caption(ui);
                let is_theirs = self.theirs.contains(field.name);
                for (words, of_other) in [(&mine, false), (&yours, true)] {
                    let name = tr!(cx.tr, "merge-choose", field = label, what = words);
                    let button = Button::new(words).name(&name).small().selected(is_theirs == of_other);
                    if ui.add(button).clicked() {
                        if of_other {
                            self.theirs.insert(field.name);
                        } else {
                            self.theirs.remove(field.name);
                        }
                    }
                }
            }
            (Some((words, _)), _) | (None, Some((words, _))) => {
                caption(ui);
                ui.add(Label::new(words).size(14.0).line_height(22.0).wrap());
            }
        }
    }
}

/// Which of the two stays; answers the other one when that was chosen.
fn which_ui(ui: &mut Ui, cx: &Cx<'_>, kept: &RecordView, other: &RecordView) -> Option<Record> {
    let mut stays = None;
    ui.add(Line::new(&tr!(cx.tr, "merge-which")).size(Type::Caption).color(ui.tokens().ink_weak));
    ui.column(|ui| {
        ui.spacing_mut().item_spacing.y = ui.metrics().small;
        let room = ui.available_width();
        for (page, is_kept) in [(kept, true), (other, false)] {
            let name = tr!(cx.tr, "merge-keep", name = &page.title);
            let words = shortened(&page.title, room);
            if ui.add(Button::new(&words).name(&name).selected(is_kept)).clicked() && !is_kept {
                stays = Some(page.record);
            }
        }
    });
    stays
}

/// A name on one line.
fn shortened(name: &str, room: f32) -> String {
    // About eight points a letter.
    let most = (room / 8.0) as usize;
    if name.chars().count() <= most {
        return name.to_owned();
    }
    name.chars().take(most.saturating_sub(1)).chain(['…']).collect()
}

fn cell_of<'p>(page: &'p RecordView, field: &Field) -> Option<&'p Cell> {
    page.cells
        .iter()
        .find(|(name, _)| *name == field.name)
        .map(|(_, cell)| cell)
        .filter(|cell| cell.value != Value::Empty)
}

/// What the program keeps by itself is nobody's choice.
fn is_compared(field: &Field) -> bool {
    !field.is_kept && field.kind != FieldKind::Position
}
