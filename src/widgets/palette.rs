//! The search: one field, and below it what was found, with the found words marked.
//!
//! # Keyboard
//! Typing searches; Up and Down walk what was found, Enter opens it, Escape closes. The focus stays in the field.
//!
//! # Example
//! ```no_run
//! use tansiq::widgets::palette::{Palette, PaletteItem, PaletteWords};
//! fn search_ui(ctx: &egui::Context, palette: &mut Palette, words: &PaletteWords<'_>, found: &[PaletteItem]) {
//!     let output = palette.show(ctx, words, found);
//!     if let Some(index) = output.chosen {
//!         println!("{}", found[index].title);
//!     }
//! }
//! ```

use super::chip::Chip;
use super::direction::UiExt;
use super::icon::Icon;
use super::mark::key_cap;
use super::paint::{self, Line};
use super::presses::{self, ListKey};
use super::scroll::scroll_vertical;
use super::sheet::top_dialog;
use super::theme::{RADIUS_CONTROL, Tone, Type};
use crate::text::keep_keys;
use crate::text::{TextField, Weight, say};
use egui::{Align2, Context, EventFilter, Frame, Id, Key, Margin, Modifiers, Rect, Response, Role, Sense, Ui};
use egui::{StrokeKind, WidgetInfo, vec2};
use std::collections::VecDeque;
use std::ops::Range;
use std::time::Duration;

/// Something found, or a command.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PaletteItem {
    /// What sort it is, on a chip.
    pub kind: String,
    /// The chip's tone.
    pub tone: Tone,
    /// Its title.
    pub title: String,
    /// What stands below the title, and the found words in it.
    pub snippet: String,
    /// Byte ranges of `snippet`; of `title`, where nothing stands below it.
    pub marks: Vec<Range<usize>>,
    /// What stands at the end: a date, a number, a shortcut.
    pub end: String,
}

impl PaletteItem {
    /// What stands around its title, as it is said behind that: of what sort it is, what was found, the date or the key.
    fn about(&self) -> String {
        let parts = [&self.kind, &self.snippet, &self.end].map(String::as_str);
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }
}

/// The words of the search itself.
pub struct PaletteWords<'a> {
    /// Its accessible name.
    pub name: &'a str,
    /// In the empty field.
    pub hint: &'a str,
    /// Below the field while nothing is found.
    pub nothing: &'a str,
    /// How many were found.
    pub count: &'a str,
    /// What is said of that once nobody types: how many, or that there is nothing.
    pub heard: &'a str,
    /// Keys, and what each does.
    pub keys: [(&'a str, &'a str); 3],
    /// The items are those of words that were typed before: arrows and Enter wait for the answer.
    pub is_waiting: bool,
}

/// What narrows the search, beside what is typed.
#[derive(Clone, Copy, Default)]
pub struct PaletteChips<'a> {
    /// What it is narrowed to, each with the name of what takes it away.
    pub held: &'a [(String, String)],
    /// What it can be narrowed to.
    pub offered: &'a [String],
}

/// The state of the open search.
#[derive(Clone, Debug, Default)]
pub struct Palette {
    /// What is typed.
    pub text: String,
    at: usize,
    is_fresh: bool,
    /// What was pressed before the answer was there, in its order.
    pressed: VecDeque<ListKey>,
    /// Since when nobody typed, until it is said what that came to.
    untold_since: Option<f64>,
    /// Where one types, once it was shown.
    field: Option<Id>,
    /// An arrow led to where one was.
    stays: bool,
}

/// What the person did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PaletteOutput {
    /// This item is to be opened.
    pub chosen: Option<usize>,
    /// This narrowing is to go.
    pub removed: Option<usize>,
    /// This offered one is taken.
    pub taken: Option<usize>,
    /// The search is to be closed.
    pub is_closed: bool,
}

/// What was found is said after nobody typed for so long, in seconds.
const PAUSE: f64 = 0.7;
/// What the keys at the foot take, in points.
const KEYS: f32 = 230.0;
/// The chip that says of what kind an item is: at least so wide, at most so wide, with so much around its words.
const LEAST_CHIP: f32 = 72.0;
const MOST_CHIP: f32 = 140.0;
const CHIP_ENDS: f32 = 20.0;

/// How high an item of two lines is, in points.
fn tall(ui: &Ui) -> f32 {
    ui.metrics().tall_entry + ui.metrics().small
}

impl Palette {
    /// A fresh search.
    pub fn new() -> Self {
        Self { is_fresh: true, ..Self::default() }
    }

    /// Shows it.
    pub fn show(&mut self, ctx: &Context, words: &PaletteWords<'_>, items: &[PaletteItem]) -> PaletteOutput {
        self.show_with(ctx, words, items, PaletteChips::default())
    }

    /// The caret goes back to the field, in the next frame: its text was changed by something else than a key.
    pub const fn refocus(&mut self) {
        self.is_fresh = true;
    }

    /// Shows it, with what narrows the search below the field.
    pub fn show_with(
        &mut self,
        ctx: &Context,
        words: &PaletteWords<'_>,
        items: &[PaletteItem],
        chips: PaletteChips<'_>,
    ) -> PaletteOutput {
        let width = 640.0_f32.min(ctx.content_rect().width() - 48.0);
        let mut output = PaletteOutput::default();
        self.at = self.at.min(items.len().saturating_sub(1));
        // Enter on a chip is for the chip.
        let focused = ctx.memory(|memory| memory.focused());
        let is_typing = focused.is_none() || focused == self.field;
        let moved = self.keys(ctx, words.is_waiting, (items.len(), is_typing), &mut output);
        let takes_last = is_typing && self.text.is_empty() && !chips.held.is_empty();
        if takes_last && ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Backspace)) {
            output.removed = chips.held.len().checked_sub(1);
        }
        let is_closed = top_dialog(ctx, "palette", words.name, width, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            Frame::new().inner_margin(Margin::symmetric(20, 14)).show(ui, |ui| {
                let field = TextField::new(&mut self.text).id_salt("palette").label(words.name).hint(words.hint);
                let shown = field.width(width - 40.0).font_size(Type::Body.size()).show(ui);
                if std::mem::take(&mut self.is_fresh) {
                    shown.response.request_focus();
                }
                // The arrows walk the list, also when the field is the only thing to focus.
                let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..Default::default() };
                keep_keys(ui.ctx(), shown.response.id, filter);
                self.field = Some(shown.response.id);
                if shown.changed {
                    self.at = 0;
                    self.pressed.clear();
                    self.untold_since = Some(ui.input(|input| input.time));
                }
                // The focus stays in the field, and a screen reader follows what the arrows walk.
                if self.at < items.len() {
                    let at = item_id(self.at).accesskit_id();
                    ui.ctx().accesskit_node_builder(shown.response.id, |node| node.set_active_descendant(at));
                }
                chips_ui(ui, chips, &mut output);
            });
            let line = ui.tokens().hairline();
            let rect = ui.available_rect_before_wrap();
            ui.painter().hline(rect.x_range(), rect.top(), line);
            let row = tall(ui);
            let room = (ctx.content_rect().height() - 320.0).max(row * 3.0);
            let tall = (items.len() as f32 * row).min(room).min(row * 8.0);
            if items.is_empty() {
                if !self.text.trim().is_empty() {
                    Frame::new().inner_margin(Margin::symmetric(20, 16)).show(ui, |ui| {
                        ui.add(Line::new(words.nothing).weak(ui));
                    });
                }
            } else {
                scroll_vertical(ui, "found", |ui, area| {
                    area.max_height(tall).min_scrolled_height(tall).auto_shrink([false, true]).show(ui, |ui| {
                        let chip = chip_width(ui, items);
                        for (index, item) in items.iter().enumerate() {
                            let response = item_ui(ui, (index, chip), item, index == self.at);
                            if moved == Some(index) {
                                response.scroll_to_me(None);
                            }
                            if response.clicked() {
                                output.chosen = Some(index);
                            }
                        }
                    })
                });
            }
            let rect = ui.available_rect_before_wrap();
            ui.painter().hline(rect.x_range(), rect.top(), line);
            Frame::new().inner_margin(Margin::symmetric(20, 4)).show(ui, |ui| {
                ui.row_of(32.0, |ui| {
                    ui.spacing_mut().item_spacing.x = ui.metrics().hair;
                    if !items.is_empty() {
                        ui.add(Line::new(words.count).weak(ui).max_width((ui.available_width() - KEYS).max(120.0)));
                    }
                    ui.at_end("keys", |ui| {
                        ui.spacing_mut().item_spacing.x = 6.0;
                        for (key, word) in words.keys {
                            key_cap(ui, key);
                            ui.add(Line::new(word).weak(ui).max_width(120.0));
                        }
                    });
                });
            });
        });
        output.is_closed = is_closed;
        self.tell(ctx, words, moved.and_then(|at| items.get(at)));
        output
    }
}

impl Palette {
    /// Says what was found, at a pause: with each letter it is something else. Where an arrow leads to what one is at
    /// already, a screen reader that follows it hears nothing.
    fn tell(&mut self, ctx: &Context, words: &PaletteWords<'_>, stood: Option<&PaletteItem>) {
        if let Some(item) = stood.filter(|_| self.stays) {
            say(ctx, &item.title);
        }
        let Some(since) = self.untold_since.filter(|_| !words.is_waiting) else { return };
        let left = PAUSE - (ctx.input(|input| input.time) - since);
        if left > 0.0 {
            return ctx.request_repaint_after(Duration::from_secs_f64(left));
        }
        self.untold_since = None;
        if !self.text.trim().is_empty() {
            say(ctx, words.heard);
        }
    }

    /// Takes the keys that walk and choose, which wait while the items are not yet those of the words; answers the item that
    /// was walked to.
    fn keys(
        &mut self,
        ctx: &Context,
        is_waiting: bool,
        (count, is_typing): (usize, bool),
        output: &mut PaletteOutput,
    ) -> Option<usize> {
        let can_choose = is_typing && (is_waiting || count > 0);
        let keys = [(Key::ArrowDown, ListKey::Down), (Key::ArrowUp, ListKey::Up), (Key::Enter, ListKey::Choose)];
        let keys = keys.get(..if can_choose { 3 } else { 2 }).unwrap_or_default();
        ctx.input_mut(|input| {
            while let Some(key) = presses::next(input, keys) {
                self.pressed.push_back(key);
            }
        });
        let mut moved = None;
        let before = self.at;
        let last = count.saturating_sub(1);
        while !is_waiting
            && output.chosen.is_none()
            && let Some(key) = self.pressed.pop_front()
        {
            match key {
                ListKey::Choose => output.chosen = (count > 0).then_some(self.at),
                ListKey::Down => self.at = (self.at + 1).min(last),
                ListKey::Up => self.at = self.at.saturating_sub(1),
                ListKey::PageDown | ListKey::PageUp | ListKey::Close => {}
            }
            moved = Some(self.at);
        }
        self.stays = moved == Some(before) && output.chosen.is_none();
        moved
    }
}

/// What the search is narrowed to, and what it can be narrowed to.
fn chips_ui(ui: &mut Ui, chips: PaletteChips<'_>, output: &mut PaletteOutput) {
    if chips.held.is_empty() && chips.offered.is_empty() {
        return;
    }
    ui.add_space(8.0);
    let layout = ui.direction().wrapping_row();
    ui.with_layout(layout, |ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for (at, (text, remove)) in chips.held.iter().enumerate() {
            if ui.add(Chip::new(text, Tone::Green).icon(Icon::Close).name(remove).clickable()).clicked() {
                output.removed = Some(at);
            }
        }
        for (at, text) in chips.offered.iter().enumerate() {
            if ui.add(Chip::new(text, Tone::Neutral).outlined(true).clickable()).clicked() {
                output.taken = Some(at);
            }
        }
    });
}

fn item_id(index: usize) -> Id {
    Id::unique(("palette-item", index))
}

/// One width for the kinds of all items, so that their titles begin at one edge: what the widest of them takes.
fn chip_width(ui: &Ui, items: &[PaletteItem]) -> f32 {
    let mut kinds: Vec<&str> = items.iter().map(|item| item.kind.as_str()).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let width = |kind: &str| paint::width_of(ui, kind, Type::Caption, Weight::Medium) + CHIP_ENDS;
    kinds.into_iter().map(width).fold(LEAST_CHIP, f32::max).min(MOST_CHIP)
}

fn item_ui(ui: &mut Ui, (index, chip_width): (usize, f32), item: &PaletteItem, is_current: bool) -> Response {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), tall(ui)), Sense::hover());
    let response = ui.interact(rect, item_id(index), Sense::CLICK);
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_current, &item.title));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(item.about()));
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let tokens = ui.tokens();
    let direction = ui.direction();
    let ground = rect.shrink2(vec2(8.0, 1.0));
    if is_current {
        paint::active_entry(ui, ground);
    } else if response.hovered() {
        ui.painter().rect_filled(ground, RADIUS_CONTROL, tokens.surface_sunken);
    }
    let mut content = rect.shrink2(vec2(20.0, 6.0));
    let chip = direction.take_start(&mut content, chip_width);
    let chip = Rect::from_center_size(chip.center(), vec2(chip_width, 22.0));
    let colors = tokens.tone(item.tone);
    ui.painter().rect(chip, 11.0, colors.wash, egui::Stroke::NONE, StrokeKind::Inside);
    paint::line_in(ui, chip, Align2::CENTER_CENTER, &item.kind, (Type::Caption, Weight::Medium), colors.ink);
    direction.take_start(&mut content, 12.0);
    let end_width = paint::width_of(ui, &item.end, Type::Caption, Weight::Regular);
    let end = direction.take_end(&mut content, end_width);
    let caption = (Type::Caption, Weight::Regular);
    paint::line_in(ui, end, direction.end_center(), &item.end, caption, tokens.ink_weak);
    direction.take_end(&mut content, 12.0);
    let start = direction.start_center();
    if item.snippet.is_empty() {
        let title = (Type::Interface, Weight::Medium);
        paint::marked_line(ui, content, &item.title, &item.marks, title, tokens.ink);
    } else {
        let (upper, lower) = content.split_top_bottom_at_fraction(0.54);
        paint::line_in(ui, upper, start, &item.title, (Type::Interface, Weight::Medium), tokens.ink);
        paint::marked_line(ui, lower, &item.snippet, &item.marks, (Type::Caption, Weight::Regular), tokens.ink_weak);
    }
    response
}
