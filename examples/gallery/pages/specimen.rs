//! How a page sets out its widgets: sections, and in them cases with the name of their state above.

use eframe::egui::{Response, Ui, vec2};
use tansiq::text::{Label, Weight};
use tansiq::widgets::{Line, Type, UiExt};

/// A heading, and what belongs below it.
pub fn section<R>(ui: &mut Ui, title: &str, contents: impl FnOnce(&mut Ui) -> R) -> R {
    ui.add_space(8.0);
    ui.add(Line::new(title).size(Type::Body).weight(Weight::Bold).heading());
    let rect = ui.max_rect();
    ui.painter().hline(rect.x_range(), ui.cursor().top() - 6.0, ui.tokens().hairline());
    contents(ui)
}

/// A heading above what has a line of its own at its top.
pub fn section_of_lines<R>(ui: &mut Ui, title: &str, contents: impl FnOnce(&mut Ui) -> R) -> R {
    ui.add_space(8.0);
    ui.add(Line::new(title).size(Type::Body).weight(Weight::Bold).heading());
    contents(ui)
}

/// One widget in one state, `width` points wide, with the state's name above.
pub fn case<R>(ui: &mut Ui, name: &str, width: f32, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let layout = ui.direction().column();
    ui.allocate_ui_with_layout(vec2(width, 0.0), layout, |ui| {
        ui.set_width(width);
        ui.spacing_mut().item_spacing.y = 4.0;
        ui.push_id(name, |ui| {
            ui.column(|ui| {
                ui.add(Line::new(name).weak(ui));
                contents(ui)
            })
            .inner
        })
        .inner
    })
    .inner
}

/// Cases beside each other, and further rows where there are too many.
pub fn row_of_cases<R>(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let layout = ui.direction().wrapping_row();
    let width = ui.available_width();
    ui.allocate_ui_with_layout(vec2(width, 0.0), layout, |ui| {
        ui.spacing_mut().item_spacing = vec2(24.0, 16.0);
        contents(ui)
    })
    .inner
}

/// Some words about a widget: its keys.
pub fn note(ui: &mut Ui, words: &str) -> Response {
    let weak = ui.tokens().ink_weak;
    ui.add(Label::new(words).size(Type::Caption.size()).color(weak).wrap())
}
