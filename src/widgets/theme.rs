//! The look: every colour, size and radius of the program, as functions of a [`Theme`].
//!
//! Apart so that a colour is decided once: widgets take [`Tokens`] from the [`egui::Ui`] they draw in, and nothing else
//! in the program names a colour or a font size.

use super::direction::Direction;
use crate::text::{self, Weight};
use egui::{Color32, CornerRadius, FontFamily, FontId, Margin, Shadow, Stroke, TextStyle};

/// A set of colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Theme {
    /// Dark ink on white.
    #[default]
    Light,
}

/// What a colour says. A word or an icon always stands with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tone {
    /// Nothing special.
    #[default]
    Neutral,
    /// Proposals; what is done, saved, present.
    Green,
    /// Follow-ups; what informs.
    Blue,
    /// Decisions.
    Lavender,
    /// Challenges; what is under way or needs care.
    Amber,
    /// What is late or failed.
    Red,
}

/// A tone's ink and the wash it stands on: at least 4.5 : 1 together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ToneColors {
    /// Text, icons, the bar at a captured line's start.
    pub ink: Color32,
    /// The ground behind them.
    pub wash: Color32,
}

/// The colours of a theme, by what they are for.
#[derive(Debug)]
pub struct Tokens {
    /// The ground of pages and controls.
    pub surface: Color32,
    /// The ground of side panels, search boxes and boards.
    pub surface_sunken: Color32,
    /// A hovered quiet control.
    pub surface_hover: Color32,
    /// Thin lines between things.
    pub line: Color32,
    /// The frame of a control.
    pub line_strong: Color32,
    /// What is read first.
    pub ink: Color32,
    /// What is read next.
    pub ink_soft: Color32,
    /// Captions and hints.
    pub ink_weak: Color32,
    /// Marks that carry no words.
    pub ink_faint: Color32,
    /// The program's green.
    pub accent: Color32,
    /// The same, under the pointer.
    pub accent_hover: Color32,
    /// Green words on a pale ground.
    pub accent_ink: Color32,
    /// The ground of what is selected.
    pub accent_wash: Color32,
    /// The ground of chips and round marks.
    pub accent_tint: Color32,
    /// The frame of what is focused or selected softly.
    pub accent_line: Color32,
    /// Words on the accent.
    pub on_accent: Color32,
    /// Behind found words.
    pub mark: Color32,
    /// Behind a sheet or a dialog.
    pub scrim: Color32,
    neutral: ToneColors,
    green: ToneColors,
    blue: ToneColors,
    lavender: ToneColors,
    amber: ToneColors,
    red: ToneColors,
}

impl Tokens {
    /// The pair of colours of a tone.
    pub const fn tone(&self, tone: Tone) -> ToneColors {
        match tone {
            Tone::Neutral => self.neutral,
            Tone::Green => self.green,
            Tone::Blue => self.blue,
            Tone::Lavender => self.lavender,
            Tone::Amber => self.amber,
            Tone::Red => self.red,
        }
    }

    /// The ring around what has the focus.
    pub const fn focus_ring(&self) -> Stroke {
        Stroke { width: 2.0, color: self.accent }
    }

    /// A thin line.
    pub const fn hairline(&self) -> Stroke {
        Stroke { width: 1.0, color: self.line }
    }
}

#[allow(clippy::disallowed_methods, reason = "colours are named here and nowhere else")]
const fn rgb(hex: u32) -> Color32 {
    let [_, red, green, blue] = hex.to_be_bytes();
    Color32::from_rgb(red, green, blue)
}

const LIGHT: Tokens = Tokens {
    surface: rgb(0xFFFFFF),
    surface_sunken: rgb(0xF9FAFB),
    surface_hover: rgb(0xF3F4F6),
    line: rgb(0xE5E7EB),
    line_strong: rgb(0xD2D6DB),
    ink: rgb(0x161616),
    ink_soft: rgb(0x384250),
    ink_weak: rgb(0x6C737F),
    ink_faint: rgb(0x9DA4AE),
    accent: rgb(0x1B8354),
    accent_hover: rgb(0x166A45),
    accent_ink: rgb(0x14573A),
    accent_wash: rgb(0xF3FCF6),
    accent_tint: rgb(0xDFF6E7),
    accent_line: rgb(0x88D8AD),
    on_accent: rgb(0xFFFFFF),
    mark: rgb(0xFEEFC6),
    scrim: Color32::from_black_alpha(100),
    neutral: ToneColors { ink: rgb(0x384250), wash: rgb(0xF3F4F6) },
    green: ToneColors { ink: rgb(0x14573A), wash: rgb(0xDFF6E7) },
    blue: ToneColors { ink: rgb(0x175CD3), wash: rgb(0xEFF8FF) },
    lavender: ToneColors { ink: rgb(0x80519F), wash: rgb(0xF9F5FA) },
    amber: ToneColors { ink: rgb(0xB54708), wash: rgb(0xFFFAEB) },
    red: ToneColors { ink: rgb(0xB42318), wash: rgb(0xFEF3F2) },
};

impl Theme {
    /// Its colours.
    pub const fn tokens(self) -> &'static Tokens {
        match self {
            Self::Light => &LIGHT,
        }
    }
}

/// The type scale.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Type {
    /// Captions, chips, counts.
    Caption,
    /// Buttons, fields, navigation, tables.
    #[default]
    Interface,
    /// Reading.
    Body,
    /// A heading in a page.
    Section,
    /// A page's title.
    Title,
}

impl Type {
    /// Its size in points.
    pub const fn size(self) -> f32 {
        match self {
            Self::Caption => 12.0,
            Self::Interface => 14.0,
            Self::Body => 16.0,
            Self::Section => 18.0,
            Self::Title => 22.0,
        }
    }

    /// The height of its line in points.
    pub const fn line_height(self) -> f32 {
        match self {
            Self::Caption => 18.0,
            Self::Interface => 20.0,
            Self::Body => 24.0,
            Self::Section => 28.0,
            Self::Title => 31.0,
        }
    }

    /// Its font in a weight.
    pub fn font(self, weight: Weight) -> FontId {
        FontId::new(self.size(), text::family(weight))
    }
}

/// Steps of the 4-point grid.
pub mod space {
    /// Between an icon and its word.
    pub const HAIR: f32 = 4.0;
    /// Between things that belong together.
    pub const SMALL: f32 = 8.0;
    /// Between fields.
    pub const MEDIUM: f32 = 12.0;
    /// Between groups.
    pub const LARGE: f32 = 16.0;
    /// A page's margin.
    pub const PAGE: f32 = 24.0;
}

/// Heights that repeat.
pub mod height {
    /// Buttons and fields.
    pub const CONTROL: f32 = 36.0;
    /// Chips.
    pub const CHIP: f32 = 22.0;
    /// The head of a table.
    pub const TABLE_HEAD: f32 = 36.0;
    /// A table's row of two lines.
    pub const TABLE_ROW: f32 = 56.0;
    /// The bar above all screens.
    pub const TOP_BAR: f32 = 56.0;
    /// The bar that names a screen's keys.
    pub const FOOTER: f32 = 36.0;
}

/// Corners of buttons and fields.
pub const RADIUS_CONTROL: u8 = 8;
/// Corners of cards and popups.
pub const RADIUS_CARD: u8 = 12;

/// What the program looks like now, kept in the context for every widget.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// The colours.
    pub theme: Theme,
    /// Where lines start.
    pub direction: Direction,
}

impl Look {
    /// The look that was applied to a context, or the default one.
    pub fn of(ctx: &egui::Context) -> Self {
        ctx.data(|data| data.get_temp(egui::Id::NULL)).unwrap_or_default()
    }
}

/// Applies colours, fonts and direction; call it at the start and when one of them changes.
pub fn apply(ctx: &egui::Context, look: Look) {
    ctx.data_mut(|data| data.insert_temp(egui::Id::NULL, look));
    let tokens = look.theme.tokens();
    ctx.set_theme(egui::Theme::Light);
    ctx.all_styles_mut(|style| {
        style.text_styles = [
            (TextStyle::Small, Type::Caption.font(Weight::Regular)),
            (TextStyle::Body, Type::Interface.font(Weight::Regular)),
            (TextStyle::Button, Type::Interface.font(Weight::Medium)),
            (TextStyle::Heading, Type::Section.font(Weight::SemiBold)),
            (TextStyle::Monospace, FontId::new(Type::Interface.size(), FontFamily::Monospace)),
        ]
        .into();
        style.animation_time = 0.08;
        style.interaction.selectable_labels = false;
        style.interaction.tooltip_delay = 0.4;
        style.spacing.item_spacing = egui::vec2(space::SMALL, space::SMALL);
        style.spacing.button_padding = egui::vec2(14.0, 8.0);
        style.spacing.interact_size.y = height::CONTROL;
        style.spacing.menu_margin = Margin::same(6);
        style.spacing.tooltip_width = 360.0;
        style.visuals = visuals(tokens);
    });
}

fn visuals(tokens: &Tokens) -> egui::Visuals {
    let mut visuals = egui::Visuals::light();
    let shadow = Shadow { offset: [0, 8], blur: 24, spread: 0, color: Color32::from_black_alpha(28) };
    visuals.override_text_color = None;
    visuals.weak_text_color = Some(tokens.ink_weak);
    visuals.selection.bg_fill = tokens.accent_tint;
    visuals.selection.stroke = Stroke::new(1.0, tokens.accent_ink);
    visuals.hyperlink_color = tokens.accent_hover;
    visuals.faint_bg_color = tokens.surface_sunken;
    visuals.extreme_bg_color = tokens.surface;
    visuals.panel_fill = tokens.surface;
    visuals.window_fill = tokens.surface;
    visuals.window_stroke = tokens.hairline();
    visuals.window_corner_radius = CornerRadius::same(RADIUS_CARD);
    visuals.menu_corner_radius = CornerRadius::same(RADIUS_CARD);
    visuals.window_shadow = shadow;
    visuals.popup_shadow = shadow;
    visuals.warn_fg_color = tokens.tone(Tone::Amber).ink;
    visuals.error_fg_color = tokens.tone(Tone::Red).ink;
    visuals.text_cursor.stroke = Stroke::new(2.0, tokens.accent);
    visuals.text_cursor.blink = false;
    let widgets = &mut visuals.widgets;
    for state in [
        &mut widgets.noninteractive,
        &mut widgets.inactive,
        &mut widgets.hovered,
        &mut widgets.active,
        &mut widgets.open,
    ] {
        state.corner_radius = CornerRadius::same(RADIUS_CONTROL);
        state.expansion = 0.0;
        state.bg_fill = tokens.surface;
        state.weak_bg_fill = tokens.surface;
        state.bg_stroke = Stroke::new(1.0, tokens.line_strong);
        state.fg_stroke = Stroke::new(1.0, tokens.ink);
    }
    widgets.noninteractive.bg_stroke = tokens.hairline();
    widgets.hovered.weak_bg_fill = tokens.surface_hover;
    widgets.hovered.bg_fill = tokens.surface_hover;
    widgets.active.bg_stroke = tokens.focus_ring();
    visuals
}

#[cfg(test)]
mod tests {
    use super::*;

    fn luminance(color: Color32) -> f64 {
        let channel = |value: u8| {
            let value = f64::from(value) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(color.r()) + 0.7152 * channel(color.g()) + 0.0722 * channel(color.b())
    }

    fn contrast(one: Color32, other: Color32) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn words_stand_out_from_their_ground() {
        let tokens = Theme::Light.tokens();
        for tone in [Tone::Neutral, Tone::Green, Tone::Blue, Tone::Lavender, Tone::Amber, Tone::Red] {
            let ToneColors { ink, wash } = tokens.tone(tone);
            assert!(contrast(ink, wash) >= 4.5, "{tone:?} on its wash: {}", contrast(ink, wash));
        }
        for (ink, ground) in [
            (tokens.ink_weak, tokens.surface),
            (tokens.ink_weak, tokens.surface_sunken),
            (tokens.ink_soft, tokens.surface_hover),
            (tokens.on_accent, tokens.accent),
            (tokens.on_accent, tokens.accent_hover),
            (tokens.accent_ink, tokens.accent_tint),
            (tokens.ink, tokens.mark),
        ] {
            assert!(contrast(ink, ground) >= 4.5, "{ink:?} on {ground:?}: {}", contrast(ink, ground));
        }
    }
}
