//! The bar above texts in which words are looked for: the field, how many places there are, and the ways from one to the
//! next.
//!
//! Apart because the notes of a meeting and its minutes have it; each knows for itself where the places are.
//!
//! # Keyboard
//! Ctrl+F opens it, or comes back to its field. Enter and F3 go to the next place, with Shift to the one before. Escape
//! closes it.

use crate::strings::Tr;
use crate::text::keep_keys;
use crate::tr;
use crate::widgets::{Button, Field, Icon, Line, Tone, Type, UiExt};
use egui::accesskit::Live;
use egui::{Event, EventFilter, Frame, Id, Key, Margin, Modifiers, Panel, Role, Ui};

/// The bar between frames.
#[derive(Default)]
pub(super) struct FindBar {
    is_open: bool,
    /// What stands in the field.
    sought: String,
    /// The field asks for the focus, and for all of its text to be selected.
    wants_focus: bool,
    /// What is sought came from elsewhere than the field: one stands at its next place at once.
    is_new: bool,
    /// A step that was asked for by its keys: forward, or back.
    step: Option<bool>,
    /// The field or a button had the focus in the last frame: Escape takes it from a button before anybody is asked.
    had_focus: bool,
}

/// What its keys ask for.
#[derive(Default)]
pub(super) struct FindKeys {
    /// It is to be opened.
    pub(super) opens: bool,
    /// It is to be closed.
    pub(super) closes: bool,
    /// What came after the key that opens it, in the same frame: it belongs to the field, which has the focus with the next
    /// one.
    pub(super) after: Vec<Event>,
}

/// Where one stands among the places.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Standing {
    /// The number of the place one stands at, from 1.
    pub(super) number: Option<usize>,
    /// How many there are.
    pub(super) count: usize,
}

/// What the person asks of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct FindAsked {
    /// On to the next place, or back to the one before.
    pub(super) step: Option<bool>,
    /// It is to be closed.
    pub(super) closes: bool,
}

/// The room of the count, in points.
const COUNT: f32 = 88.0;

/// The field is no narrower than that, and no wider than this.
const LEAST_FIELD: f32 = 110.0;
const MOST_FIELD: f32 = 320.0;

impl FindBar {
    /// Is it shown?
    pub(super) const fn is_open(&self) -> bool {
        self.is_open
    }

    /// What is looked for.
    pub(super) fn sought(&self) -> &str {
        &self.sought
    }

    /// Opens it, or comes back to its field; what is selected in the text is looked for, if that is a line or less.
    pub(super) fn open(&mut self, selected: Option<String>) {
        self.is_open = true;
        self.wants_focus = true;
        if let Some(selected) = selected.filter(|words| !words.trim().is_empty() && !words.contains('\n')) {
            self.sought = selected;
            self.is_new = true;
        }
    }

    /// Closes it; what was sought stands in it when it is opened again.
    pub(super) const fn close(&mut self) {
        self.is_open = false;
        self.step = None;
    }

    /// Takes its keys before anybody else sees them.
    pub(super) fn keys(&mut self, ui: &Ui) -> FindKeys {
        let had_focus = std::mem::take(&mut self.had_focus);
        let pressed = |key: Key, modifiers| ui.input_mut(|input| input.consume_key(modifiers, key));
        let mut asked = FindKeys::default();
        if self.is_open {
            if had_focus && pressed(Key::Escape, Modifiers::NONE) {
                asked.closes = true;
            } else if pressed(Key::F3, Modifiers::SHIFT) {
                self.step = Some(false);
            } else if pressed(Key::F3, Modifiers::NONE) {
                self.step = Some(true);
            }
        }
        let after = ui.input_mut(|input| {
            let at = input.events.iter().position(is_asked)?;
            let after = input.events.split_off(at + 1);
            input.events.truncate(at);
            Some(after)
        });
        asked.opens = after.is_some();
        asked.after = after.unwrap_or_default();
        if !asked.after.is_empty() {
            ui.ctx().request_repaint();
        }
        asked
    }

    /// Shows it. `look` marks what is sought wherever it stands and says where one stands; it is told whether that is new, and
    /// then stands at the next place.
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        tr: &Tr,
        (id, name): (Id, &str),
        look: impl FnOnce(&Ui, &str, bool) -> Standing,
    ) -> FindAsked {
        let tokens = ui.tokens();
        let bar = Frame::new().fill(tokens.surface_sunken).inner_margin(Margin::symmetric(16, 8));
        let shown = Panel::top(id).frame(bar).show_separator_line(false).show(ui, |ui| {
            ui.row_of(ui.metrics().control, |ui| {
                ui.spacing_mut().item_spacing.x = ui.metrics().small;
                self.row_ui(ui, tr, name, look)
            })
            .inner
        });
        let rect = shown.response.rect;
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, tokens.hairline());
        shown.inner
    }

    fn row_ui(
        &mut self,
        ui: &mut Ui,
        tr: &Tr,
        name: &str,
        look: impl FnOnce(&Ui, &str, bool) -> Standing,
    ) -> FindAsked {
        let buttons = 3.0 * (ui.metrics().control + ui.metrics().small);
        let width = (ui.available_width() - buttons - COUNT).clamp(LEAST_FIELD, MOST_FIELD);
        // the editor takes Enter and does not say whether Shift was held
        let has_shift = ui.input(|input| input.events.iter().any(is_shift_enter));
        let wants_focus = std::mem::take(&mut self.wants_focus);
        let field = Field::new(&mut self.sought, name).bare().hint(name).icon(Icon::Search);
        let field = field.role(Role::SearchInput).width(width).selects(wants_focus).show(ui);
        if wants_focus {
            field.response.request_focus();
        }
        let mut has_focus = wants_focus || field.response.has_focus();
        if has_focus {
            // Escape closes the bar: egui would take the focus away with it.
            let filter = EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: true };
            keep_keys(ui.ctx(), field.response.id, filter);
        }
        let is_new = std::mem::take(&mut self.is_new) || field.changed;
        let standing = look(ui, &self.sought, is_new);
        let asked = self.step.take();
        let mut step = asked.or_else(|| field.submitted.then_some(!has_shift));
        let words = if self.sought.is_empty() { String::new() } else { standing.words(tr) };
        let is_missed = standing.count == 0 && !self.sought.is_empty();
        let ink = if is_missed { ui.tokens().tone(Tone::Amber).ink } else { ui.tokens().ink_weak };
        let told = ui.add(Line::new(&words).size(Type::Caption).color(ink));
        if !words.is_empty() {
            ui.ctx().accesskit_node_builder(told.id, |node| node.set_live(Live::Polite));
        }
        let steps = [(false, "find-before", "Shift Enter", Icon::Up), (true, "find-next", "Enter", Icon::Down)];
        for (forward, key, keys, icon) in steps {
            let words = tr.text(key, &[]);
            let button = ui.add(Button::icon_only(icon, &words).keys(keys).enabled(standing.count > 0));
            has_focus |= button.has_focus();
            if button.clicked() {
                step = Some(forward);
            }
        }
        let words = tr!(tr, "find-close");
        let close = ui.at_end("close", |ui| ui.add(Button::icon_only(Icon::Close, &words).keys("Esc"))).inner;
        has_focus |= close.has_focus();
        self.had_focus = has_focus;
        FindAsked { step: step.filter(|_| standing.count > 0), closes: close.clicked() }
    }
}

impl Standing {
    /// «3 من 12», or how many there are while one stands at none.
    fn words(self, tr: &Tr) -> String {
        match self.number {
            Some(number) if self.count > 0 => tr!(tr, "find-place", number = number, count = self.count),
            _ => tr!(tr, "find-count", count = self.count),
        }
    }
}

/// Is it Ctrl+F, and not with Shift?
fn is_asked(event: &Event) -> bool {
    let Event::Key { key, physical_key, pressed: true, modifiers, .. } = event else { return false };
    let is_latin = key.name().len() == 1;
    let is_key = *key == Key::F || (!is_latin && *physical_key == Some(Key::F));
    is_key && modifiers.matches_exact(Modifiers::COMMAND)
}

fn is_shift_enter(event: &Event) -> bool {
    matches!(event, Event::Key { key: Key::Enter, pressed: true, modifiers, .. } if modifiers.shift)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ctrl_f_is_where_it_is_on_the_keyboard_and_has_no_shift() {
        let key = |key, physical_key: Key, modifiers| Event::Key {
            key,
            physical_key: Some(physical_key),
            pressed: true,
            repeat: false,
            modifiers,
        };
        assert!(is_asked(&key(Key::F, Key::F, Modifiers::COMMAND)));
        assert!(is_asked(&key(Key::OpenBracket, Key::F, Modifiers::COMMAND)), "a layout without Latin letters");
        assert!(!is_asked(&key(Key::U, Key::F, Modifiers::COMMAND)), "another Latin layout");
        assert!(!is_asked(&key(Key::F, Key::F, Modifiers::COMMAND | Modifiers::SHIFT)));
        assert!(!is_asked(&key(Key::F, Key::F, Modifiers::NONE)));
    }
}
