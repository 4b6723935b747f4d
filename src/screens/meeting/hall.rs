//! What the room sees: the open item, its notes and its time in large letters, in a window of its own for the projector,
//! while notes go on being typed in the main one.
//!
//! Apart from the notes because it must not have what they have: a sheet is made of what may be read by all, and the window
//! draws nothing but the sheet. Private lines never get there, also while they are being typed.
//!
//! # Keyboard
//! F11 in the main window opens and closes it. In its own window F11 fills the screen, D turns light to dark and back, and
//! Escape closes it.

use super::line_kind::LineKind;
use super::{MeetingScreen, agenda, notes_ui};
use crate::arabic;
use crate::screens::{Cx, parts};
use crate::store::query::{AgendaView, MeetingView};
use crate::text::{Label, Weight};
use crate::tr;
use crate::widgets::{Look, Theme, Tone, UiExt, scroll_vertical};
use egui::mutex::Mutex;
use egui::{Frame, Key, Margin, Modifiers, Ui, ViewportBuilder, ViewportCommand, ViewportId, vec2};
use std::sync::Arc;

/// A line as the room reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct HallLine {
    /// What it was captured as, or who says it.
    label: String,
    tone: Tone,
    text: String,
}

/// All that the window draws.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Sheet {
    meeting: String,
    heading: String,
    clock: String,
    is_over: bool,
    lines: Vec<HallLine>,
    hint: String,
}

/// What the two windows share.
#[derive(Default)]
struct Shared {
    sheet: Sheet,
    /// Its own window was closed.
    is_closed: bool,
    /// The other of light and dark than the program's.
    is_turned: bool,
}

/// The window for the room, while it is open.
#[derive(Default)]
pub(super) struct Hall(Arc<Mutex<Shared>>);

/// As large as a projector shows at least.
const SIZE: [f32; 2] = [1280.0, 720.0];
/// So many lines of notes fill the window.
const LINES: f32 = 15.0;
/// Letters are never smaller or larger than this, in points.
const LETTERS: std::ops::RangeInclusive<f32> = 18.0..=72.0;
/// The height of a line, of its letters.
const LEADING: f32 = 1.6;
/// The keys are told for so long after the pointer has moved, in seconds.
const TOLD: f32 = 3.0;

fn viewport() -> ViewportId {
    ViewportId::from_hash_of("meeting-hall")
}

impl MeetingScreen {
    /// Opens the window for the room, or closes it.
    pub(super) fn turn_hall(&mut self) {
        self.hall = if self.hall.is_some() { None } else { Some(Hall::default()) };
    }

    /// Keeps the window for the room open and up to date.
    pub(super) fn hall_ui(&mut self, ui: &Ui, cx: &Cx<'_>, view: &MeetingView) {
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::F11)) {
            self.turn_hall();
        }
        let Some(Hall(shared)) = &self.hall else { return };
        if shared.lock().is_closed {
            self.hall = None;
            return;
        }
        let sheet = self.sheet(ui, cx, view);
        let shared = Arc::clone(shared);
        {
            let mut shown = shared.lock();
            if shown.sheet != sheet {
                shown.sheet = sheet;
                ui.ctx().request_repaint_of(viewport());
            }
        }
        let builder = ViewportBuilder::default().with_title(tr!(cx.tr, "hall-title")).with_inner_size(SIZE);
        ui.ctx().show_viewport_deferred(viewport(), builder, move |ui, _| window_ui(ui, &mut shared.lock()));
    }

    /// What may be read by all, as it is on the screen this moment.
    fn sheet(&self, ui: &Ui, cx: &Cx<'_>, view: &MeetingView) -> Sheet {
        let mut sheet =
            Sheet { meeting: view.meeting.title.clone(), hint: tr!(cx.tr, "hall-keys"), ..Sheet::default() };
        let Some(active) = self.active else { return sheet };
        let Some(item) = notes_ui::item_of(view, active) else { return sheet };
        let index = view.agenda.iter().position(|other| other.id == active).unwrap_or_default();
        let number = arabic::to_digits(&(index + 1).to_string(), cx.tr.digits());
        sheet.heading = format!("{number} · {}", item.title);
        (sheet.clock, sheet.is_over) = agenda::aside(ui, cx, item);
        sheet.lines = self.lines_for_all(cx, item);
        sheet
    }

    fn lines_for_all(&self, cx: &Cx<'_>, item: &AgendaView) -> Vec<HallLine> {
        let Some(document) = self.notes.documents.get(&item.id) else { return Vec::new() };
        let writings = document.order.iter().filter_map(|tag| self.notes.writings.get(tag));
        let lines = writings.filter_map(|writing| {
            let text = writing.draft.text().trim();
            let stored = item.blocks.iter().find(|block| Some(block.id) == writing.block);
            // What the store holds as private is so whatever stands on the screen.
            if text.is_empty() || stored.is_some_and(crate::store::query::BlockView::is_private) {
                return None;
            }
            let (label, tone) = match writing.kind {
                None => (String::new(), Tone::Neutral),
                Some(LineKind::Private) => return None,
                Some(LineKind::Quote) => {
                    let speaker = stored.and_then(|block| block.speaker.as_ref());
                    let name = speaker.map(|person| parts::person_short(person.honorific, &person.name));
                    (name.unwrap_or_else(|| cx.tr.text(LineKind::Quote.label_key(), &[])), Tone::Neutral)
                }
                Some(LineKind::Outcome(kind)) => (cx.tr.text(kind.label_key(), &[]), parts::kind_tone(kind)),
            };
            Some(HallLine { label, tone, text: text.to_owned() })
        });
        lines.collect()
    }
}

/// The whole window.
fn window_ui(ui: &mut Ui, shared: &mut Shared) {
    keys(ui, shared);
    let own = Look::of(ui.ctx()).theme;
    let theme = match (own, shared.is_turned) {
        (Theme::Light, true) | (Theme::Dark, false) => Theme::Dark,
        (Theme::Light, false) | (Theme::Dark, true) => Theme::Light,
    };
    let tokens = theme.tokens();
    let letters = (ui.available_height() / LINES / LEADING).clamp(*LETTERS.start(), *LETTERS.end());
    let margin = Margin::same(letters.min(100.0) as i8);
    Frame::new().fill(tokens.surface).inner_margin(margin).show(ui, |ui| {
        ui.set_min_size(ui.available_size());
        ui.column(|ui| {
            ui.spacing_mut().item_spacing = vec2(letters, letters * 0.4);
            head_ui(ui, &shared.sheet, theme, letters);
            let salt = shared.sheet.heading.clone();
            scroll_vertical(ui, ("hall", salt), |ui, area| {
                area.stick_to_bottom(true).show(ui, |ui| {
                    ui.column(|ui| {
                        ui.spacing_mut().item_spacing.y = letters * 0.5;
                        for line in &shared.sheet.lines {
                            line_ui(ui, line, theme, letters);
                        }
                    });
                })
            });
        });
    });
}

fn keys(ui: &Ui, shared: &mut Shared) {
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let is_closed = pressed(Key::Escape) || ui.input(|input| input.viewport().close_requested());
    if is_closed {
        shared.is_closed = true;
        // the main window lets go of it with its next frame
        ui.ctx().request_repaint_of(ViewportId::ROOT);
    }
    let is_own = ui.ctx().viewport_id() == viewport();
    if is_own && pressed(Key::D) {
        shared.is_turned = !shared.is_turned;
    }
    if is_own && pressed(Key::F11) {
        let is_full = ui.input(|input| input.viewport().fullscreen.unwrap_or_default());
        ui.ctx().send_viewport_cmd(ViewportCommand::Fullscreen(!is_full));
    }
}

/// The meeting and the time, and below them the item.
fn head_ui(ui: &mut Ui, sheet: &Sheet, theme: Theme, letters: f32) {
    let tokens = theme.tokens();
    let small = letters * 0.6;
    let is_told = ui.input(|input| input.pointer.time_since_last_movement() < TOLD);
    ui.row_of(letters * LEADING, |ui| {
        let meeting = if is_told { &sheet.hint } else { &sheet.meeting };
        ui.add(Label::new(meeting.as_str()).size(small).color(tokens.ink_weak).extend());
        ui.at_end("hall-clock", |ui| {
            let ink = if sheet.is_over { tokens.tone(Tone::Amber).ink } else { tokens.accent_ink };
            ui.add(Label::new(sheet.clock.as_str()).size(letters).weight(Weight::Bold).color(ink).extend());
        });
    });
    let heading = Label::new(sheet.heading.as_str()).size(letters * 1.4).line_height(letters * 2.1);
    ui.add(heading.weight(Weight::Bold).color(tokens.ink).wrap());
    if is_told {
        ui.ctx().request_repaint_after(std::time::Duration::from_secs_f32(TOLD));
    }
}

/// A line of the notes: on its kind's ground where it was captured.
fn line_ui(ui: &mut Ui, line: &HallLine, theme: Theme, letters: f32) {
    let tokens = theme.tokens();
    let words = |ui: &mut Ui| {
        ui.add(Label::new(line.text.as_str()).size(letters).line_height(letters * LEADING).color(tokens.ink).wrap());
    };
    if line.label.is_empty() {
        return words(ui);
    }
    let colors = tokens.tone(line.tone);
    let inner = Margin::symmetric((letters * 0.6) as i8, (letters * 0.3) as i8);
    let shown = Frame::new().fill(colors.wash).inner_margin(inner).corner_radius(letters * 0.25).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.column(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let label = Label::new(line.label.as_str()).size(letters * 0.6).line_height(letters);
            ui.add(label.weight(Weight::SemiBold).color(colors.ink));
            words(ui);
        });
    });
    let mut rect = shown.response.rect;
    let stripe = ui.direction().take_start(&mut rect, letters * 0.15);
    ui.painter().rect_filled(stripe, 0.0, colors.bar);
}
