//! What the room sees: the open item, its notes and its time in large letters, in a window of its own for the projector,
//! while notes go on being typed in the main one.
//!
//! Apart from the notes because it must not have what they have: a sheet is made of what may be read by all, and the window
//! draws nothing but the sheet. Private lines never get there, also while they are being typed: the line that the caret stands
//! in is shown as it was when the caret came there, and what is typed in it only once the caret has left it. Whoever makes
//! such a line private, before its first word or after its last, shows nothing of it. It stays held back while the caret is
//! nowhere, as when something else is clicked.
//!
//! The window stays when another screen is shown, and goes on showing its meeting; that of another meeting takes its place.
//!
//! # Keyboard
//! F11 in the meeting's workspace opens and closes it. In its own window F11 fills the screen, D turns light to dark and back, and
//! Escape closes it.

use super::line_kind::LineKind;
use super::notes::{Notes, Tag, Writing};
use super::{MeetingScreen, agenda, notes_ui};
use crate::arabic;
use crate::domain::{AgendaItemId, MeetingId};
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
    /// The line that was written last, until it has been brought into sight.
    newest: Option<usize>,
    /// Its own window was closed.
    is_closed: bool,
    /// The other of light and dark than the program's.
    is_turned: bool,
}

/// The window for the room, while it is open.
#[derive(Default)]
pub(super) struct Hall {
    shared: Arc<Mutex<Shared>>,
    held: Option<Held>,
    /// It has been drawn before: what is shown by now is not held back any more.
    is_drawn: bool,
}

/// The line that the caret stands in: the room reads it as it was when the caret came there.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Held {
    place: HeldPlace,
    shown: String,
}

/// Where the caret stands: in which paragraph of which section, and what that section is set apart as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct HeldPlace {
    item: AgendaItemId,
    tag: Tag,
    paragraph: usize,
    kind: Option<LineKind>,
    /// The revision of the text when the caret came there.
    revision: u64,
}

impl HeldPlace {
    /// Is it the same line, typed in perhaps?
    fn is_same_line(self, other: Self) -> bool {
        Self { revision: 0, ..self } == Self { revision: 0, ..other }
    }
}

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
    pub(super) fn turn_hall(&mut self, ctx: &egui::Context) {
        let is_opened = self.hall.is_none();
        self.hall = is_opened.then(Hall::default);
        if is_opened {
            ctx.data_mut(|data| data.insert_temp(meeting_shown(), self.id));
        }
    }

    /// Keeps the window for the room open and up to date.
    pub(super) fn hall_ui(&mut self, ui: &Ui, cx: &Cx<'_>, view: &MeetingView) {
        let Some(hall) = &self.hall else { return };
        let of_another = ui.data(|data| data.get_temp::<MeetingId>(meeting_shown())) != Some(self.id);
        if of_another || hall.shared.lock().is_closed {
            self.hall = None;
            return;
        }
        self.hold_line();
        let sheet = self.sheet(ui, cx, view);
        let Some(hall) = &self.hall else { return };
        let shared = Arc::clone(&hall.shared);
        {
            let mut shown = shared.lock();
            if shown.sheet != sheet {
                shown.newest = newest(&shown.sheet, &sheet).or(shown.newest);
                shown.sheet = sheet;
                ui.ctx().request_repaint_of(viewport());
            }
        }
        let builder = ViewportBuilder::default().with_title(tr!(cx.tr, "hall-title")).with_inner_size(SIZE);
        ui.ctx().show_viewport_deferred(viewport(), builder, move |ui, _| window_ui(ui, &mut shared.lock()));
    }

    /// Follows the caret from line to line. Where it was carried to another line by an edit, as when two lines are joined,
    /// the room reads nothing of that line: some of it was held back before.
    fn hold_line(&mut self) {
        let Some(hall) = &mut self.hall else { return };
        let is_drawn = std::mem::replace(&mut hall.is_drawn, true);
        let typed_in = self.notes.focused.or(self.last_focused);
        let place = self.active.filter(|_| typed_in.is_some() || hall.held.is_some()).and_then(|item| {
            let editor = &self.notes.documents.get(&item)?.editor;
            let (tag, paragraph, _) = editor.caret_in_section()?;
            let kind = self.notes.writings.get(&tag)?.kind;
            Some(HeldPlace { item, tag, paragraph, kind, revision: editor.revision() })
        });
        let Some(place) = place else { return };
        let shown = match hall.held.as_mut().filter(|held| held.place.item == place.item) {
            Some(held) if held.place.is_same_line(place) => {
                held.place.revision = place.revision;
                return;
            }
            Some(held) if held.place.revision != place.revision => String::new(),
            // when the window opens, nobody knows what was typed in the line
            None if !is_drawn => String::new(),
            Some(_) | None => line_of(&self.notes, place),
        };
        hall.held = Some(Held { place, shown });
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
        let held = self.hall.as_ref().and_then(|hall| hall.held.as_ref());
        let writings = document.order.iter().filter_map(|tag| Some((*tag, self.notes.writings.get(tag)?)));
        let lines = writings.filter_map(|(tag, writing)| {
            let held = held.filter(|held| held.place.tag == tag && held.place.item == item.id);
            let text = text_for_all(writing, held);
            let stored = item.blocks.iter().find(|block| Some(block.id) == writing.block);
            // What the store holds as private is so whatever stands on the screen.
            let is_private = stored.is_some_and(crate::store::query::BlockView::is_private);
            if text.is_empty() || is_private || writing.is_kept_back {
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
                Some(kind @ (LineKind::Outcome(_) | LineKind::Regulation)) => {
                    (cx.tr.text(kind.label_key(), &[]), kind.tone())
                }
            };
            Some(HallLine { label, tone, text })
        });
        lines.collect()
    }
}

/// A section's text, the held line in it as it was when the caret came there.
fn text_for_all(writing: &Writing, held: Option<&Held>) -> String {
    let text = writing.draft.text();
    let Some(held) = held else { return text.trim().to_owned() };
    let lines = text.split('\n').enumerate().filter_map(|(number, line)| {
        let is_held = number == held.place.paragraph;
        (!is_held || !held.shown.is_empty()).then_some(if is_held { held.shown.as_str() } else { line })
    });
    lines.collect::<Vec<_>>().join("\n").trim().to_owned()
}

/// The line at a place.
fn line_of(notes: &Notes, place: HeldPlace) -> String {
    let text = notes.writings.get(&place.tag).map_or("", |writing| writing.draft.text());
    text.split('\n').nth(place.paragraph).unwrap_or_default().to_owned()
}

/// The line that is not as it was: what is written in the middle of the notes is to be seen too. Nothing where another item is
/// shown, or only less.
fn newest(before: &Sheet, now: &Sheet) -> Option<usize> {
    if before.heading != now.heading || now.lines.len() < before.lines.len() {
        return None;
    }
    let same_above = before.lines.iter().zip(&now.lines).take_while(|(was, is)| was == is).count();
    let same_below = before.lines.iter().rev().zip(now.lines.iter().rev()).take_while(|(was, is)| was == is).count();
    let last = now.lines.len().checked_sub(same_below + 1)?;
    (last >= same_above).then_some(last)
}

/// Under this name the window remembers which meeting it shows.
fn meeting_shown() -> egui::Id {
    egui::Id::unique("meeting-hall-shown")
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
                    // The bar at the end lies over no letter.
                    ui.set_max_width(ui.available_width() - letters * 0.5);
                    ui.column(|ui| {
                        ui.spacing_mut().item_spacing.y = letters * 0.5;
                        let newest = shared.newest.take();
                        for (index, line) in shared.sheet.lines.iter().enumerate() {
                            let top = ui.cursor().top();
                            line_ui(ui, line, theme, letters);
                            if newest == Some(index) {
                                let shown = ui.min_rect();
                                // The end of a long note is what is new.
                                let tall = (shown.bottom() - top).min(ui.clip_rect().height());
                                ui.scroll_to_rect(shown.with_min_y(shown.bottom() - tall), None);
                            }
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
    ui.add(heading.weight(Weight::Bold).color(tokens.ink).fill_width());
    if is_told {
        ui.ctx().request_repaint_after(std::time::Duration::from_secs_f32(TOLD));
    }
}

/// A line of the notes: on its kind's ground where it was captured.
fn line_ui(ui: &mut Ui, line: &HallLine, theme: Theme, letters: f32) {
    let tokens = theme.tokens();
    let words = |ui: &mut Ui| {
        let text = Label::new(line.text.as_str()).size(letters).line_height(letters * LEADING).color(tokens.ink);
        ui.add(text.fill_width());
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

#[cfg(test)]
mod tests {
    use super::{HallLine, Sheet, newest};
    use crate::widgets::Tone;

    #[test]
    fn the_line_that_was_written_is_the_newest_wherever_it_stands() {
        let sheet = |lines: &str| {
            let line = |text: char| HallLine { label: String::new(), tone: Tone::Neutral, text: text.to_string() };
            Sheet { lines: lines.chars().map(line).collect(), ..Sheet::default() }
        };
        let check = |before, now, expected| assert_eq!(newest(&sheet(before), &sheet(now)), expected, "{before} {now}");
        check("", "a", Some(0));
        check("ab", "abc", Some(2));
        check("ab", "axb", Some(1));
        check("abc", "aXc", Some(1));
        check("abc", "abc", None);
        check("abc", "ac", None);
    }
}
