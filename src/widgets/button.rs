//! Buttons: one look for each rank, an accessible name always, and the shortcut in the tooltip.
//!
//! # Keyboard
//! Tab reaches it, Enter and Space press it.
//!
//! # Example
//! ```no_run
//! # fn foot(ui: &mut egui::Ui) {
//! use tansiq::widgets::{Button, Icon};
//! if ui.add(Button::primary("Save").icon(Icon::Check).keys("Ctrl Enter")).clicked() {
//!     // It was pressed.
//! }
//! ui.add(Button::icon_only(Icon::Trash, "Delete the line"));
//! # }
//! ```

use super::direction::UiExt;
use super::icon::Icon;
use super::paint;
use super::scroll::bring_into_sight;
use super::theme::{RADIUS_CONTROL, Tokens, Tone, Type};
use super::tip::tip;
use crate::text::Weight;
use egui::{Color32, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, Widget, WidgetInfo, vec2};

/// How much a button asks to be pressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rank {
    /// The one thing to do here.
    Primary,
    /// What else can be done.
    #[default]
    Secondary,
    /// Seen when looked for.
    Quiet,
    /// Takes something away.
    Danger,
}

/// A button with words, an icon, or both.
#[must_use = "add it to a Ui"]
pub struct Button<'a> {
    text: &'a str,
    name: Option<&'a str>,
    icon: Option<Icon>,
    icon_only: bool,
    rank: Rank,
    selected: Option<bool>,
    is_small: bool,
    tooltip: Option<String>,
    keys: &'a str,
    enabled: bool,
    full_width: bool,
    is_flush: bool,
    is_tab_stop: bool,
    is_inverse: bool,
    is_at_start: bool,
}

impl<'a> Button<'a> {
    /// What else can be done here.
    pub const fn new(text: &'a str) -> Self {
        Self {
            text,
            name: None,
            icon: None,
            icon_only: false,
            rank: Rank::Secondary,
            selected: None,
            is_small: false,
            tooltip: None,
            keys: "",
            enabled: true,
            full_width: false,
            is_flush: false,
            is_tab_stop: true,
            is_inverse: false,
            is_at_start: false,
        }
    }

    /// The one thing to do here.
    pub const fn primary(text: &'a str) -> Self {
        Self::new(text).rank(Rank::Primary)
    }

    /// Words only, until the pointer is on it.
    pub const fn quiet(text: &'a str) -> Self {
        Self::new(text).rank(Rank::Quiet)
    }

    /// Takes something away.
    pub const fn danger(text: &'a str) -> Self {
        Self::new(text).rank(Rank::Danger)
    }

    /// A square with an icon; `name` is what a screen reader says and the tooltip shows.
    pub fn icon_only(icon: Icon, name: &'a str) -> Self {
        let mut button = Self::new(name).icon(icon).rank(Rank::Quiet).tooltip(name);
        button.icon_only = true;
        button
    }

    /// How much it asks to be pressed.
    pub const fn rank(mut self, rank: Rank) -> Self {
        self.rank = rank;
        self
    }

    /// An icon before the words.
    pub const fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// A name for screen readers and tests when the words alone are not enough.
    pub const fn name(mut self, name: &'a str) -> Self {
        self.name = Some(name);
        self
    }

    /// It can be chosen among its neighbours, or turned on, and is so now or not: a screen reader hears which.
    pub const fn selected(mut self, is_selected: bool) -> Self {
        self.selected = Some(is_selected);
        self
    }

    /// For inside rows and chips.
    pub const fn small(mut self) -> Self {
        self.is_small = true;
        self
    }

    /// The keys that do the same, apart by spaces: the tooltip shows them behind its words, which are the button's name where
    /// [`Self::tooltip`] gives no others.
    pub const fn keys(mut self, keys: &'a str) -> Self {
        self.keys = keys;
        self
    }

    /// What it does.
    pub fn tooltip(mut self, tooltip: impl Into<String>) -> Self {
        self.tooltip = Some(tooltip.into());
        self
    }

    /// Can it be pressed now?
    pub const fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }

    /// Tab passes it by: a key of the field beside it does the same.
    pub const fn passed_by_tab(mut self) -> Self {
        self.is_tab_stop = false;
        self
    }

    /// A quiet one on a ground that is dark where the page is light: a message's.
    pub(super) const fn inverse(mut self) -> Self {
        self.is_inverse = true;
        self
    }

    /// As wide as the room.
    pub const fn full_width(mut self) -> Self {
        self.full_width = true;
        self
    }

    /// One that is wider than its words has them where lines start: in a list of buttons.
    pub const fn at_start(mut self) -> Self {
        self.is_at_start = true;
        self
    }

    /// In a row: its words, and not its ground, begin where the row does. For quiet ones below a heading.
    pub const fn flush(mut self) -> Self {
        self.is_flush = true;
        self
    }

    fn colors(&self, tokens: &Tokens, is_hot: bool, is_enabled: bool) -> (Color32, Color32, Stroke) {
        let line = Stroke::new(1.0, tokens.line_strong);
        let quiet_fill = if is_hot { tokens.surface_hover } else { Color32::TRANSPARENT };
        let is_selected = self.selected == Some(true);
        match self.rank {
            Rank::Danger if is_selected => {
                let red = tokens.tone(Tone::Red);
                (red.wash, red.ink, Stroke::new(1.0, red.ink))
            }
            _ if is_selected => (tokens.accent_wash, tokens.accent_ink, Stroke::new(1.0, tokens.accent_stroke)),
            // White words on a pale green could not be read.
            Rank::Primary if !is_enabled => (tokens.line, tokens.ink_soft, Stroke::NONE),
            Rank::Primary if is_hot => (tokens.accent_hover, tokens.on_accent, Stroke::NONE),
            Rank::Primary => (tokens.accent, tokens.on_accent, Stroke::NONE),
            Rank::Secondary if is_hot => (tokens.surface_hover, tokens.ink_soft, line),
            Rank::Secondary => (tokens.surface, tokens.ink_soft, line),
            Rank::Quiet if self.is_inverse => {
                let fill = if is_hot { tokens.surface.gamma_multiply(0.2) } else { Color32::TRANSPARENT };
                (fill, tokens.surface, Stroke::NONE)
            }
            Rank::Quiet => (quiet_fill, tokens.ink_soft, Stroke::NONE),
            Rank::Danger => {
                let red = tokens.tone(Tone::Red);
                (if is_hot { red.wash } else { tokens.surface }, red.ink, Stroke::new(1.0, red.ink))
            }
        }
    }
}

impl Widget for Button<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        if !self.enabled && ui.is_enabled() {
            return ui.add_enabled(false, self);
        }
        let metrics = ui.metrics();
        let (size, padding, tall) = if self.is_small {
            (Type::Caption, 8.0, metrics.small_control)
        } else {
            (Type::Interface, 14.0, metrics.control)
        };
        let weight = if self.rank == Rank::Quiet { Weight::Medium } else { Weight::SemiBold };
        let icon_size = if self.is_small { 12.0 } else { 14.0 };
        let words = if self.icon_only { "" } else { self.text };
        let icon_room = match (self.icon, words.is_empty()) {
            (None, _) => 0.0,
            (Some(_), true) => icon_size,
            (Some(_), false) => icon_size + 6.0,
        };
        let words_width = if words.is_empty() { 0.0 } else { paint::width_of(ui, words, size, weight) };
        let wanted = if self.icon_only { tall } else { words_width + icon_room + 2.0 * padding };
        if self.is_flush && ui.layout().is_horizontal() {
            ui.add_space(-padding);
        }
        // A long word gives way in a narrow place; a click on what hangs over the edge would go elsewhere.
        let width = if self.full_width { ui.available_width() } else { wanted.min(ui.available_width().max(tall)) };
        let sense = if self.is_tab_stop { Sense::click() } else { Sense::CLICK };
        let (rect, response) = ui.allocate_exact_size(vec2(width, tall), sense);
        let name = self.name.unwrap_or(self.text);
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::Button, ui.is_enabled(), name);
            info.selected = self.selected;
            info
        });
        if ui.is_rect_visible(rect) {
            let tokens = ui.tokens();
            let is_hot = ui.is_enabled() && (response.hovered() || response.is_pointer_button_down_on());
            let (fill, ink, stroke) = self.colors(tokens, is_hot, ui.is_enabled());
            ui.painter().rect(rect, RADIUS_CONTROL, fill, stroke, StrokeKind::Inside);
            let direction = ui.direction();
            let mut content = Rect::from_center_size(rect.center(), Vec2::new(words_width + icon_room, tall));
            if self.is_at_start {
                let mut room = rect;
                direction.take_start(&mut room, padding);
                content = direction.take_start(&mut room, words_width + icon_room);
            }
            content = content.intersect(rect.shrink2(vec2(if self.icon_only { 0.0 } else { 6.0 }, 0.0)));
            if let Some(icon) = self.icon {
                let place = direction.take_start(&mut content, icon_size);
                let place = Rect::from_center_size(place.center(), Vec2::splat(icon_size));
                icon.paint(ui.painter(), place, ink, direction.is_rtl());
                direction.take_start(&mut content, icon_room - icon_size);
            }
            if !words.is_empty() {
                paint::line_in(ui, content, direction.start_center(), words, (size, weight), ink);
            }
        }
        let is_inverse = self.is_inverse;
        ring_around(ui, &response, RADIUS_CONTROL, |tokens| {
            if is_inverse { Stroke::new(2.0, tokens.surface) } else { tokens.focus_ring() }
        });
        match (self.tooltip, self.keys) {
            (None, "") => response,
            (words, keys) => tip(response, words.as_deref().unwrap_or(name), keys),
        }
    }
}

/// The ring around what has the focus, outside its frame. What has just got it comes into sight: call it for what is out of
/// sight as well.
pub fn focus_ring(ui: &Ui, response: &Response, radius: u8) {
    ring_around(ui, response, radius, Tokens::focus_ring);
}

/// The same ring around the entry of a list at which the keys are, while the list itself has the focus.
pub(super) fn ring_at(ui: &Ui, rect: Rect, radius: u8) {
    ui.painter().rect_stroke(rect.expand(1.0), radius + 1, ui.tokens().focus_ring(), StrokeKind::Outside);
}

/// One widget of all has the focus: the ring is made for it alone.
fn ring_around(ui: &Ui, response: &Response, radius: u8, ring: impl FnOnce(&Tokens) -> Stroke) {
    if response.gained_focus() {
        bring_into_sight(ui, response.rect);
    }
    if response.has_focus() {
        let ring = ring(ui.tokens());
        ui.painter().rect_stroke(response.rect.expand(1.0), radius + 1, ring, StrokeKind::Outside);
    }
}
