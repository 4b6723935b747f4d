//! A tooltip with the keys that do the same, each in its own frame: one way for all.
//!
//! It appears under the pointer after a moment. A screen reader hears the keys as the shortcut of the thing itself.
//!
//! ```no_run
//! use tansiq::widgets::{Button, Icon, tip};
//! fn back_ui(ui: &mut egui::Ui, words: &str) -> bool {
//!     // A button of the house has it by itself.
//!     ui.add(Button::icon_only(Icon::Undo, words).keys("Ctrl Z")).clicked()
//! }
//! fn logo_ui(logo: egui::Response, words: &str) -> bool {
//!     tip(logo, words, "Ctrl H").clicked()
//! }
//! ```

use super::direction::UiExt;
use super::mark::{key_cap_width, key_caps};
use super::paint::{Line, fit};
use super::theme::Type;
use crate::text::{Weight, tooltip_below};
use egui::{Response, vec2};

/// Adds a tooltip of `words` and `keys` (apart by spaces; empty: none) to a widget.
pub fn tip(response: Response, words: &str, keys: &str) -> Response {
    if !keys.is_empty() {
        response.ctx.accesskit_node_builder(response.id, |node| node.set_keyboard_shortcut(keys));
    }
    tooltip_below(&response).show(|ui| {
        let gap = ui.metrics().hair;
        let most = ui.spacing().tooltip_width;
        let words_wide = fit(ui, words, Type::Interface, Weight::Regular, most).size().x;
        let caps_wide: f32 = keys.split_whitespace().map(|key| gap + key_cap_width(ui, key)).sum();
        let tall = Type::Interface.line_height();
        // No wider than what it holds: a row from right to left would take all there is.
        let layout = ui.direction().row();
        ui.allocate_ui_with_layout(vec2(words_wide + caps_wide, tall), layout, |ui| {
            ui.set_min_height(tall);
            ui.spacing_mut().item_spacing.x = gap;
            ui.add(Line::new(words).max_width(most));
            key_caps(ui, keys.split_whitespace());
        });
    });
    response
}
