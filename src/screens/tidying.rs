//! What wants tidying: what lies in the bin and can come back, and people and bodies that may be one and the same.

use super::{Cx, Screen, shown};
use crate::domain::{Entity, Record};
use crate::intake::KnownNames;
use crate::screens::merge::{MergeForm, MergeOutput};
use crate::screens::{Ask, parts};
use crate::store::query::{Bin, BinRow, TwinRow, Twins};
use crate::store::{Changes, Edit, Live};
use crate::text::Weight;
use crate::tr;
use crate::widgets::{Button, Card, Chip, Line, Tab, Tabs, Tone, UiExt, empty_state, page_heading, scroll_page};
use egui::{Frame, Margin, Ui};
use std::cell::OnceCell;
use std::sync::Arc;

/// So much of the bin is shown.
const IN_BIN: usize = 300;

/// «الترتيب»: the bin and the twins.
#[derive(Default)]
pub struct TidyingScreen {
    tab: usize,
    bin: Live<Bin>,
    people: Live<Twins>,
    bodies: Live<Twins>,
    /// Under which names bodies are known; read when the page is first shown.
    known: OnceCell<KnownNames>,
    merge: Option<MergeForm>,
}

impl TidyingScreen {
    fn page_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let people = Twins { entity: Entity::Person, known: Arc::default() };
        let people = self.people.get(cx.store, people).map_or(0, Vec::len);
        let known = self.known.get_or_init(KnownNames::shipped).bodies();
        let bodies = self.bodies.get(cx.store, Twins { entity: Entity::Organisation, known }).map_or(0, Vec::len);
        let titles = [tr!(cx.tr, "tidying-bin"), tr!(cx.tr, "tidying-bodies"), tr!(cx.tr, "tidying-people")];
        let number = |count: usize| {
            if count == 0 { String::new() } else { cx.tr.number(i64::try_from(count).unwrap_or(i64::MAX)) }
        };
        let counts = [String::new(), number(bodies), number(people)];
        let tabs: Vec<Tab<'_>> =
            titles.iter().zip(&counts).map(|(title, count)| Tab::new(title).count(count)).collect();
        let mut tab = self.tab;
        let mut compared = None;
        Tabs::new(&tr!(cx.tr, "screen-tidying"), &tabs).show(ui, &mut tab, |ui, page| {
            let name = titles.get(page).map(String::as_str).unwrap_or_default();
            scroll_page(ui, ("tidying", page), name, |ui, area| {
                area.show(ui, |ui| {
                    ui.add_space(ui.metrics().medium);
                    ui.spacing_mut().item_spacing.y = ui.metrics().medium;
                    match page {
                        0 => bin_ui(ui, cx, self.bin.get(cx.store, Bin { limit: IN_BIN })),
                        1 => compared = twins_ui(ui, cx, self.bodies.last()),
                        _ => compared = twins_ui(ui, cx, self.people.last()),
                    }
                })
            });
        });
        self.tab = tab;
        if let Some((keep, other)) = compared {
            self.merge = Some(MergeForm::new(keep, Some(other)));
        }
    }
}

fn bin_ui(ui: &mut Ui, cx: &mut Cx<'_>, rows: Option<&Vec<BinRow>>) {
    let Some(rows) = rows else { return };
    if rows.is_empty() {
        empty_state(ui, &tr!(cx.tr, "tidying-bin-empty"), &tr!(cx.tr, "tidying-bin-empty-about"), None);
    }
    let tr = cx.tr;
    for row in rows {
        let mut restored = None;
        ui.start_end(
            |ui| {
                ui.add(Chip::new(&shown::kind_words(row.named.record, "", tr), Tone::Neutral));
                ui.column(|ui| {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    let name = if row.named.name.is_empty() { tr!(tr, "unspecified") } else { row.named.name.clone() };
                    ui.add(Line::new(&name).weight(Weight::Medium));
                    let age = parts::age(cx.now - row.at_ms / 1000, tr);
                    let about = if row.along.is_empty() {
                        tr!(tr, "tidying-removed", age = age)
                    } else {
                        tr!(tr, "tidying-removed-with", age = age, along = shown::along_words(&row.along, tr))
                    };
                    ui.add(Line::new(&about).weak(ui));
                });
            },
            |ui| {
                let name = tr!(tr, "tidying-restore-name", name = &row.named.name);
                let words = tr!(tr, "tidying-restore");
                let button = Button::new(&words).name(&name).small();
                if ui.add(button.enabled(!cx.store.is_read_only())).clicked() {
                    restored = Some(row.named.record);
                }
            },
        );
        if let Some(record) = restored {
            let ticket = cx.store.send(Edit::Restore(record));
            cx.ask(Ask::ToastUndo(ticket, tr!(tr, "tidying-restored")));
        }
    }
}

/// Answers the two that are to be held beside each other.
fn twins_ui(ui: &mut Ui, cx: &mut Cx<'_>, rows: Option<&Vec<TwinRow>>) -> Option<(Record, Record)> {
    let mut compared = None;
    let rows = rows?;
    if rows.is_empty() {
        empty_state(ui, &tr!(cx.tr, "tidying-twins-empty"), &tr!(cx.tr, "tidying-twins-empty-about"), None);
    }
    for row in rows {
        let (mut kept, mut opened): (Option<Record>, Option<Record>) = (None, None);
        let title = tr!(cx.tr, row.reason.label_key());
        Card::new().title(&title).show(ui, |ui| {
            for named in &row.records {
                ui.start_end(
                    |ui| parts::two_lines(ui, &named.name, &named.detail, Weight::Medium),
                    |ui| {
                        let name = tr!(cx.tr, "tidying-keep-name", name = &named.name);
                        let words = tr!(cx.tr, "tidying-keep");
                        let button = Button::new(&words).name(&name).small();
                        if ui.add(button.enabled(!cx.store.is_read_only())).clicked() {
                            kept = Some(named.record);
                        }
                        let open = tr!(cx.tr, "record-open", name = &named.name);
                        if ui.add(Button::quiet(&tr!(cx.tr, "register-menu-open")).small().name(&open)).clicked() {
                            opened = Some(named.record);
                        }
                    },
                );
            }
            if let [first, second, ..] = row.records.as_slice() {
                let name = tr!(cx.tr, "tidying-compare-name", first = &first.name, second = &second.name);
                let words = tr!(cx.tr, "tidying-compare");
                let button = Button::new(&words).name(&name).small();
                if ui.add(button.enabled(!cx.store.is_read_only())).clicked() {
                    compared = Some((first.record, second.record));
                }
            }
        });
        if let Some(keep) = kept {
            let others = row.records.iter().map(|named| named.record).filter(|other| *other != keep);
            let merge = |other| Edit::Merge { keep, other, values: Vec::new() };
            let ticket = cx.store.send(Edit::Together(others.map(merge).collect()));
            cx.ask(Ask::ToastUndo(ticket, tr!(cx.tr, "tidying-merged")));
        }
        if let Some(record) = opened {
            cx.go(shown::route_of(record));
        }
    }
    compared
}

impl Screen for TidyingScreen {
    fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        page_heading(ui, &tr!(cx.tr, "screen-tidying"), "", |_| {});
        let page = ui.metrics().page as i8;
        Frame::new().inner_margin(Margin { top: 0, bottom: 0, ..Margin::same(page) }).show(ui, |ui| {
            self.page_ui(ui, cx);
        });
        let is_left = self.merge.as_mut().is_some_and(|merge| merge.show(ui.ctx(), cx) != MergeOutput::Open);
        if is_left {
            self.merge = None;
        }
    }

    fn note(&mut self, changes: Changes) {
        self.bin.note(changes);
        self.people.note(changes);
        self.bodies.note(changes);
        if let Some(merge) = &mut self.merge {
            merge.note(changes);
        }
    }
}
