//! The look: every colour, size and radius of the program, as they follow from a [`Look`].
//!
//! Apart so that a colour is decided once: widgets take [`Tokens`] and [`Metrics`] from the [`egui::Ui`] they draw in
//! (`ui.tokens()`, `ui.metrics()`), and nothing else in the program names a colour or a font size.

mod colors;
mod metrics;

pub use colors::{Theme, Tokens, Tone, ToneColors};
pub use metrics::{Density, Metrics, TextSize, Type};

use super::direction::Direction;
use crate::text::Weight;
use egui::{CornerRadius, FontFamily, FontId, Margin, Shadow, Stroke, TextStyle};

/// Between what opens a popup and the popup.
pub const POPUP_GAP: f32 = 4.0;
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
    /// How much room things have.
    pub density: Density,
    /// How large everything is.
    pub text_size: TextSize,
}

impl Look {
    /// The look that was applied to a context, or the default one.
    pub fn of(ctx: &egui::Context) -> Self {
        ctx.data(|data| data.get_temp(egui::Id::NULL)).unwrap_or_default()
    }
}

/// The theme the system asks for: the light one where it says nothing.
pub fn of_system(ctx: &egui::Context) -> Theme {
    match ctx.system_theme() {
        Some(egui::Theme::Dark) => Theme::Dark,
        Some(egui::Theme::Light) | None => Theme::Light,
    }
}

/// Below this width, in points, a window has no room for what stands beside its page. Large text gets there too.
pub const NARROW_WINDOW: f32 = 860.0;
/// Below this height, in points, a window keeps what it has for its page.
pub const SHORT_WINDOW: f32 = 480.0;

/// Has the window no room beside its page?
pub fn is_narrow(ctx: &egui::Context) -> bool {
    ctx.content_rect().width() < NARROW_WINDOW
}

/// Has the window hardly room for its page?
pub fn is_short(ctx: &egui::Context) -> bool {
    ctx.content_rect().height() < SHORT_WINDOW
}

/// Applies colours, fonts, sizes and direction; call it at the start and when one of them changes.
pub fn apply(ctx: &egui::Context, look: Look) {
    ctx.data_mut(|data| data.insert_temp(egui::Id::NULL, look));
    super::focus::install(ctx);
    let tokens = look.theme.tokens();
    let metrics = look.density.metrics();
    ctx.set_theme(match look.theme {
        Theme::Light => egui::Theme::Light,
        Theme::Dark => egui::Theme::Dark,
    });
    ctx.set_zoom_factor(look.text_size.factor());
    // The text's size is a setting of the program, with commands of its own.
    ctx.options_mut(|options| options.zoom_with_keyboard = false);
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
        style.spacing.item_spacing = egui::vec2(metrics.small, metrics.small);
        style.spacing.button_padding = egui::vec2(14.0, 8.0);
        style.spacing.interact_size.y = metrics.control;
        style.spacing.menu_margin = Margin::same(6);
        style.spacing.tooltip_width = 360.0;
        // What goes on beyond an edge fades out before it: half a letter is no letter.
        style.spacing.scroll.fade.strength = 1.0;
        style.visuals = visuals(look.theme, tokens);
    });
}

fn visuals(theme: Theme, tokens: &Tokens) -> egui::Visuals {
    let mut visuals = match theme {
        Theme::Light => egui::Visuals::light(),
        Theme::Dark => egui::Visuals::dark(),
    };
    let shadow = Shadow { offset: [0, 8], blur: 24, spread: 0, color: tokens.shadow };
    visuals.override_text_color = None;
    visuals.weak_text_color = Some(tokens.ink_weak);
    visuals.selection.bg_fill = tokens.accent_tint;
    visuals.selection.stroke = Stroke::new(1.0, tokens.accent_ink);
    visuals.hyperlink_color = tokens.accent_stroke;
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
    visuals.text_cursor.stroke = Stroke::new(2.0, tokens.accent_stroke);
    visuals.text_cursor.blink = false;
    // Words of what is disabled can still be read.
    visuals.disabled_alpha = 0.62;
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
