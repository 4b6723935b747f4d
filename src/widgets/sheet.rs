//! What opens over a screen: a sheet at its end side for a form, a dialog in its middle for a question.
//!
//! What is open keeps Tab to itself, and the first thing in it has the focus; Escape closes it (first a list that is open in
//! it), and what had the focus before has it again. Ctrl+Enter does what its main button does, whatever in it has the focus.
//! Both keys are for what is open and for nothing behind it. The main button comes first in the row of buttons, where lines
//! start.
//!
//! ```no_run
//! use tansiq::widgets::{Button, Line, Sheet, dialog};
//! fn forms_ui(ctx: &egui::Context, words: [&str; 3], is_asked: &mut bool) -> bool {
//!     if dialog(ctx, "question", words[0], 360.0, |ui| _ = ui.add(Line::new(words[1]))).is_closed {
//!         *is_asked = false;
//!     }
//!     let fields = |ui: &mut egui::Ui| _ = ui.add(Line::new(words[1]));
//!     let sheet = Sheet::new("form", words[0], words[2]).show(ctx, fields, |ui| _ = ui.add(Button::primary(words[1])));
//!     sheet.is_confirmed || sheet.is_closed
//! }
//! ```

use super::button::Button;
use super::direction::UiExt;
use super::focus;
use super::icon::Icon;
use super::paint::Line;
use super::scroll::scroll_vertical;
use super::theme::{RADIUS_CARD, Type};
use crate::text::Weight;
use egui::{Align, Align2, Area, Context, Frame, Id, Key, Margin, Modal, Modifiers, Order, Rect, UiKind, Vec2};
use egui::{CornerRadius, Sense, Ui, pos2};

/// How a sheet or a dialog was left.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SheetOutput {
    /// Escape or the cross: it is to be closed.
    pub is_closed: bool,
    /// Ctrl+Enter: its main button.
    pub is_confirmed: bool,
}

/// A form over the page, as high as the window, at its end side.
pub struct Sheet<'a> {
    id: Id,
    title: &'a str,
    close: &'a str,
    width: f32,
    is_filled: bool,
}

impl<'a> Sheet<'a> {
    /// `close` is the word for its cross.
    pub fn new(id: &str, title: &'a str, close: &'a str) -> Self {
        Self { id: Id::unique(("sheet", id)), title, close, width: 480.0, is_filled: false }
    }

    /// That wide.
    #[must_use]
    pub const fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    /// Its contents fill the room between title and buttons, as a table does that scrolls by itself.
    #[must_use]
    pub const fn filled(mut self) -> Self {
        self.is_filled = true;
        self
    }

    /// Shows it: the fields scroll, the buttons stay below.
    pub fn show(self, ctx: &Context, fields: impl FnOnce(&mut Ui), buttons: impl FnOnce(&mut Ui)) -> SheetOutput {
        let look = super::theme::Look::of(ctx);
        let tokens = look.theme.tokens();
        let direction = look.direction;
        let window = ctx.content_rect();
        let width = self.width.min(window.width() - 40.0);
        let mut rest = window;
        let rect = direction.take_end(&mut rest, width);
        let area = Area::new(self.id)
            .kind(UiKind::Modal)
            .sense(Sense::hover())
            .order(Order::Foreground)
            .interactable(true)
            .fixed_pos(rect.min)
            .accessible_name(self.title)
            .role(egui::accesskit::Role::Dialog);
        let frame = Frame::new().fill(tokens.surface).shadow(ctx.global_style().visuals.window_shadow);
        let mut output = SheetOutput::default();
        focus::enter(ctx, self.id);
        let modal = Modal::new(self.id).area(area).backdrop_color(tokens.scrim).frame(frame).show(ctx, |ui| {
            ui.set_min_size(rect.size());
            ui.set_max_size(rect.size());
            let mut inside = rect;
            let head = inside.with_max_y(rect.top() + 60.0);
            let foot = inside.with_min_y(rect.bottom() - 68.0);
            inside = Rect::from_min_max(pos2(rect.left(), head.bottom()), pos2(rect.right(), foot.top()));
            ui.row_within(head.shrink2(Vec2::new(ui.metrics().page, 0.0)), "head", |ui| {
                let title = Line::new(self.title).size(Type::Section).weight(Weight::Bold).heading();
                ui.add(title.max_width(width - 100.0));
            });
            if self.is_filled {
                let inner = inside.shrink2(Vec2::new(ui.metrics().page, 4.0));
                ui.within(inner, "fields", |ui| {
                    ui.spacing_mut().item_spacing.y = ui.metrics().medium;
                    fields(ui);
                });
            } else {
                ui.within(inside, "fields", |ui| {
                    scroll_vertical(ui, "fields", |ui, area| {
                        area.show(ui, |ui| {
                            Frame::new().inner_margin(Margin::symmetric(ui.metrics().page as i8, 4)).show(ui, |ui| {
                                ui.set_width(width - 2.0 * ui.metrics().page);
                                ui.spacing_mut().item_spacing.y = ui.metrics().medium;
                                ui.column(fields);
                            });
                        })
                    });
                });
            }
            ui.painter().hline(foot.x_range(), foot.top(), tokens.hairline());
            ui.row_within(foot.shrink2(Vec2::new(ui.metrics().page, 0.0)), "buttons", buttons);
            // The cross comes last in the order of Tab: the fields are what the sheet is for.
            let mut cross = head.shrink2(Vec2::new(16.0, 0.0));
            let cross = direction.take_end(&mut cross, 36.0);
            ui.row_within(cross, "close", |ui| {
                output.is_closed = ui.add(Button::icon_only(Icon::Close, self.close)).clicked();
            });
        });
        output.is_closed |= is_escaped(ctx, &modal);
        output.is_confirmed = focus::is_confirmed(ctx, self.id);
        output
    }
}

/// Escape closes what is on top, unless a list is open in it. Nothing that is drawn later hears it.
fn is_escaped<T>(ctx: &Context, modal: &egui::containers::ModalResponse<T>) -> bool {
    let is_ours = modal.is_top_modal && !modal.any_popup_open;
    is_ours && ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape))
}

/// A small window in the middle of the page. Answers whether it is to be closed, and whether its main button is meant.
pub fn dialog(ctx: &Context, id: &str, title: &str, width: f32, contents: impl FnOnce(&mut Ui)) -> SheetOutput {
    let look = super::theme::Look::of(ctx);
    let tokens = look.theme.tokens();
    let id = Id::unique(("dialog", id));
    let frame = Frame::popup(&ctx.global_style())
        .fill(tokens.surface)
        .corner_radius(CornerRadius::same(RADIUS_CARD))
        .inner_margin(Margin::same(24));
    let area = Modal::default_area(id).accessible_name(title).role(egui::accesskit::Role::Dialog);
    focus::enter(ctx, id);
    let modal = Modal::new(id).area(area).backdrop_color(tokens.scrim).frame(frame).show(ctx, |ui| {
        ui.set_width(width);
        ui.spacing_mut().item_spacing.y = ui.metrics().medium;
        ui.column(|ui| {
            ui.add(Line::new(title).size(Type::Section).weight(Weight::Bold).heading());
            contents(ui);
        });
    });
    SheetOutput { is_closed: is_escaped(ctx, &modal), is_confirmed: focus::is_confirmed(ctx, id) }
}

/// A panel at the top of the page, as the search has it. Answers whether it is to be closed.
pub fn top_dialog(ctx: &Context, id: &str, name: &str, width: f32, contents: impl FnOnce(&mut Ui)) -> bool {
    let look = super::theme::Look::of(ctx);
    let tokens = look.theme.tokens();
    let id = Id::unique(("dialog", id));
    let frame =
        Frame::popup(&ctx.global_style()).corner_radius(CornerRadius::same(RADIUS_CARD)).inner_margin(Margin::same(0));
    let area = Modal::default_area(id)
        .anchor(Align2([Align::Center, Align::Min]), Vec2::new(0.0, (ctx.content_rect().height() * 0.12).min(110.0)))
        .accessible_name(name)
        .role(egui::accesskit::Role::Dialog);
    focus::enter(ctx, id);
    let modal = Modal::new(id).area(area).backdrop_color(tokens.scrim).frame(frame).show(ctx, |ui| {
        ui.set_width(width);
        ui.column(contents);
    });
    is_escaped(ctx, &modal) || modal.backdrop_response.clicked()
}
