//! The words of one part of the minutes, to be read and written.

use super::MinutesScreen;
use super::finding::Site;
use super::texts::{Field, Place};
use crate::domain::{ComposedTexts, MinutesPart};
use crate::screens::{Cx, Route};
use crate::store::query::{AgendaView, MeetingView};
use crate::text::Label;
use crate::tr;
use crate::widgets::{Button, Icon, Line, TextArea, Tone, Type, UiExt, check_box};
use egui::Ui;

impl MinutesScreen {
    pub(super) fn words_ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        view: &MeetingView,
        composed: &ComposedTexts,
        (part, is_open): (MinutesPart, bool),
    ) {
        match part {
            MinutesPart::Purpose => self.record_ui(ui, cx, (Place::Purpose, "field-meeting-purpose"), is_open),
            MinutesPart::Other => self.record_ui(ui, cx, (Place::Other, "field-meeting-other_business"), is_open),
            MinutesPart::Discussion => self.discussion_ui(ui, cx, view, composed, is_open),
            MinutesPart::Facts | MinutesPart::Approval => {
                about_ui(ui, &tr!(cx.tr, "minutes-page-from-meeting"));
                if ui.add(Button::new(&tr!(cx.tr, "minutes-page-to-meeting")).small()).clicked() {
                    cx.go(Route::Meeting(self.id));
                }
            }
            MinutesPart::Attendance
            | MinutesPart::Agenda
            | MinutesPart::Earlier
            | MinutesPart::Opening
            | MinutesPart::Regulations
            | MinutesPart::Proposals
            | MinutesPart::Decisions
            | MinutesPart::Tasks
            | MinutesPart::Next
            | MinutesPart::Closing
            | MinutesPart::Attachments => self.part_words_ui(ui, cx, composed, (part, is_open)),
        }
    }

    /// A text that is a field of the meeting: it is the same wherever it is changed.
    fn record_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, (place, label): (Place, &str), is_open: bool) {
        let mut text = self.texts.text(place).to_owned();
        let label = tr!(cx.tr, label);
        let site = if place == Place::Purpose { Site::Purpose } else { Site::Other };
        let sought = self.finding.sought_in(site);
        let output = TextArea::new(&mut text, &label).lines(2).sought(sought).enabled(is_open).show(ui);
        self.finding.enter(site, &output.response);
        if output.changed {
            self.texts.type_text(place, &text);
        }
    }

    /// The words of a part that is composed: a sentence, or a table for which words may stand.
    fn part_words_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        composed: &ComposedTexts,
        (part, is_open): (MinutesPart, bool),
    ) {
        let is_sentence = matches!(part, MinutesPart::Opening | MinutesPart::Next | MinutesPart::Closing);
        let key = if is_sentence { "minutes-page-words" } else { "minutes-page-instead" };
        let label = tr!(cx.tr, key, part = tr!(cx.tr, part.heading_key()));
        let sentence = composed.parts.get(&part).cloned().unwrap_or_default();
        self.field_ui(ui, cx, (Field::Part(part), &label), &sentence, is_open);
    }

    /// The opening, then each item of the agenda.
    fn discussion_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, view: &MeetingView, composed: &ComposedTexts, is_open: bool) {
        let opening = MinutesPart::Opening;
        let has = self.texts.layout.has(opening);
        let name = tr!(cx.tr, "minutes-page-switch", part = tr!(cx.tr, opening.heading_key()));
        if switch_ui(ui, &name, has, is_open) {
            self.texts.change_layout(|layout| layout.set_has(opening, !has));
        }
        if has {
            self.part_words_ui(ui, cx, composed, (opening, is_open));
        }
        let has_times = self.texts.layout.has_times();
        let times = tr!(cx.tr, "minutes-page-times");
        if switch_ui(ui, &times, has_times, is_open) {
            self.texts.change_layout(|layout| layout.set_has_times(!has_times));
        }
        for (index, item) in view.agenda.iter().enumerate() {
            let notes = composed.items.get(index).map_or("", String::as_str);
            let label = tr!(
                cx.tr,
                "minutes-item",
                number = cx.tr.number(i64::try_from(index + 1).unwrap_or(i64::MAX)),
                title = item.title.as_str()
            );
            self.field_ui(ui, cx, (Field::Item(item.id), &label), notes, is_open);
            captured_ui(ui, cx, item);
        }
    }

    /// A field with composed words, or others in their place; what is changed says so, and can be put back.
    fn field_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, (field, label): (Field, &str), composed: &str, is_open: bool) {
        let id = ui.make_persistent_id(("minutes-words", field));
        let is_typing = ui.data(|data| data.get_temp::<bool>(id)).unwrap_or_default();
        let mut shown = self.texts.take_shown(field, composed, is_typing);
        let hint = tr!(cx.tr, "minutes-page-hint");
        let sought = self.finding.sought_in(Site::Field(field));
        let area = TextArea::new(&mut shown, label).lines(2).hint(&hint).sought(sought);
        let output = area.enabled(is_open).show(ui);
        self.finding.enter(Site::Field(field), &output.response);
        let has_focus = output.response.has_focus();
        ui.data_mut(|data| data.insert_temp(id, has_focus));
        self.texts.put_shown(field, shown, composed, output.changed);
        if self.texts.words(field).is_none() {
            return;
        }
        ui.row_of(ui.metrics().small_control, |ui| {
            ui.spacing_mut().item_spacing.x = ui.metrics().small;
            let ink = ui.tokens().tone(Tone::Lavender).ink;
            let words = tr!(cx.tr, "minutes-page-own-words");
            ui.add(Line::new(&words).size(Type::Caption).color(ink));
            if !is_open {
                return;
            }
            let restore = tr!(cx.tr, "minutes-page-restore");
            let name = tr!(cx.tr, "minutes-page-restore-name", part = label);
            ui.at_end("restore", |ui| {
                if ui.add(Button::quiet(&restore).small().icon(Icon::Undo).name(&name)).clicked() {
                    self.texts.restore(field);
                }
            });
        });
    }
}

/// A switch with its words beside it; answers whether it was pressed.
fn switch_ui(ui: &mut Ui, name: &str, is_on: bool, is_open: bool) -> bool {
    ui.row(|ui| {
        ui.spacing_mut().item_spacing.x = ui.metrics().small;
        if !is_open {
            ui.disable();
        }
        let is_pressed = check_box(ui, name, is_on).clicked();
        ui.add(Line::new(name));
        is_pressed
    })
    .inner
}

/// What was captured in an item is printed from its records, whatever words stand there.
fn captured_ui(ui: &mut Ui, cx: &Cx<'_>, item: &AgendaView) {
    let count = item.blocks.iter().filter(|block| block.outcome.is_some()).count();
    if count > 0 {
        about_ui(ui, &tr!(cx.tr, "minutes-page-captured", count = count));
    }
}

fn about_ui(ui: &mut Ui, words: &str) {
    let weak = ui.tokens().ink_weak;
    ui.add(Label::new(words).size(Type::Caption.size()).line_height(Type::Caption.line_height()).color(weak).wrap());
}
