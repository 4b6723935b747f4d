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
use super::mark::key_cap;
use super::paint::Line;
use super::theme::Type;
use egui::Response;

/// Adds a tooltip of `words` and `keys` (apart by spaces; empty: none) to a widget.
pub fn tip(response: Response, words: &str, keys: &str) -> Response {
    if !keys.is_empty() {
        response.ctx.accesskit_node_builder(response.id, |node| node.set_keyboard_shortcut(keys));
    }
    response.on_hover_ui(|ui| {
        ui.row_of(Type::Interface.line_height(), |ui| {
            ui.spacing_mut().item_spacing.x = ui.metrics().hair;
            ui.add(Line::new(words).max_width(ui.spacing().tooltip_width));
            for key in keys.split_whitespace() {
                key_cap(ui, key);
            }
        });
    })
}
