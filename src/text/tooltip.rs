//! A tooltip that reads as its language does: it stands below where its widget's words start, its lines start there too.
//!
//! Apart because egui's own stands by its left edge, and breaks lines before it knows which way they run.

use egui::{RectAlign, Response, Tooltip};

use super::Label;

/// A tooltip of a widget, not yet shown, that stands below its start.
pub fn tooltip_below(response: &Response) -> Tooltip<'_> {
    let is_rtl = super::interface(&response.ctx).is_rtl();
    let align = if is_rtl { RectAlign::BOTTOM_END } else { RectAlign::BOTTOM_START };
    let mut tooltip = Tooltip::for_enabled(response);
    tooltip.popup = tooltip.popup.align(align);
    // egui keeps one open as long as the pointer rests on what it is of, though a dialog lies over it by now.
    if !response.ctx.memory(|memory| memory.is_above_modal_layer(response.layer_id)) {
        tooltip.popup = tooltip.popup.open(false);
    }
    tooltip
}

/// Adds a tooltip of a text of any length.
///
/// ```no_run
/// fn number_ui(ui: &mut egui::Ui) {
///     let short = ui.label("12 م");
///     tansiq::text::tooltip(short, "اثنا عشر مليون ريال");
/// }
/// ```
pub fn tooltip(response: Response, text: &str) -> Response {
    describe(&response, text);
    tooltip_unheard(response, text)
}

/// The same for who sees it alone: what the pointer does, or what is said in another way.
pub fn tooltip_unheard(response: Response, text: &str) -> Response {
    tooltip_below(&response).show(|ui| {
        ui.set_max_width(ui.spacing().tooltip_width);
        ui.add(Label::new(text).wrap());
    });
    response
}

/// A screen reader hears it too: as the name of what has none, as the description of what has one. What is no widget to
/// it stays none.
fn describe(response: &Response, text: &str) {
    if !response.ctx.has_accesskit_node(response.id) {
        return;
    }
    response.ctx.accesskit_node_builder(response.id, |node| {
        // The name is said anyway: a tooltip that holds the whole of a shortened one adds nothing to hear.
        if node.description().is_none() && node.label() != Some(text) {
            node.set_description(text);
        }
        let is_named = node.role() == egui::accesskit::Role::Label || !node.labelled_by().is_empty();
        if !is_named && node.label().is_none_or(str::is_empty) {
            node.set_label(text);
        }
    });
}
