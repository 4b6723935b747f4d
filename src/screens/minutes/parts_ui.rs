//! The list of the parts of the minutes: each with its switch, moved by dragging and by keys, and opened for its words.

use super::MinutesScreen;
use super::texts::Field;
use crate::domain::{ComposedTexts, MinutesPart, TemplateKind};
use crate::screens::parts::{Dragged, drag_among};
use crate::screens::{Cx, Route};
use crate::store::query::MeetingView;
use crate::text::{Label, Weight};
use crate::tr;
use crate::widgets::button::focus_ring;
use crate::widgets::theme::RADIUS_CONTROL;
use crate::widgets::{Button, Chip, Icon, Line, Tone, Type, UiExt, check_box, paint, scroll_vertical, section_heading};
use egui::accesskit::Action;
use egui::{Frame, Id, Key, Margin, Modifiers, Rect, Response, Role, Sense, Ui, WidgetInfo, vec2};

/// The marks before a part's name, in points.
const GRIP: f32 = 16.0;
const SWITCH: f32 = 28.0;
const ARROW: f32 = 16.0;

/// The id of a part's row: the same wherever it stands.
fn row_id(part: MinutesPart) -> Id {
    Id::unique(("minutes-part", part))
}

impl MinutesScreen {
    /// The editor: the parts from the first on.
    pub(super) fn parts_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, view: &MeetingView, composed: &ComposedTexts) {
        let is_open = view.meeting.approved_on.is_none() && !cx.store.is_read_only();
        let page = ui.metrics().page;
        scroll_vertical(ui, "minutes-parts", |ui, area| {
            area.show(ui, |ui| {
                Frame::new().inner_margin(Margin::symmetric(page as i8, 16)).show(ui, |ui| {
                    ui.column(|ui| {
                        ui.set_width(ui.available_width());
                        self.editor_ui(ui, cx, view, composed, is_open);
                    });
                });
            })
        });
    }

    fn editor_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, view: &MeetingView, composed: &ComposedTexts, is_open: bool) {
        self.addenda_ui(ui, cx, view);
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.row(|ui| {
            section_heading(ui, &tr!(cx.tr, "minutes-page-parts"));
            if is_open && self.texts.layout.is_reordered() {
                ui.at_end("order", |ui| {
                    if ui.add(Button::quiet(&tr!(cx.tr, "minutes-page-usual-order")).small()).clicked() {
                        self.texts.change_layout(crate::domain::MinutesLayout::reset_order);
                    }
                });
            }
        });
        let is_locked = view.meeting.approved_on.is_some();
        if is_open || is_locked {
            let weak = ui.tokens().ink_weak;
            let about = tr!(cx.tr, if is_locked { "minutes-page-locked" } else { "minutes-page-parts-about" });
            ui.add(Label::new(about).size(Type::Caption.size()).color(weak).wrap());
        }
        ui.add_space(ui.metrics().small);
        let template = cx.settings.papers.of(TemplateKind::Minutes);
        let parts = self.texts.layout.parts_after(&template);
        let left_out = self.texts.layout.parts().len().saturating_sub(parts.len());
        if left_out > 0 {
            // What no minutes have is changed where the template is.
            ui.row(|ui| {
                ui.add(Line::new(&tr!(cx.tr, "template-left-out", count = left_out)).weak(ui));
                if ui.add(Button::quiet(&tr!(cx.tr, "screen-templates")).small()).clicked() {
                    cx.go(Route::Templates);
                }
            });
        }
        let mut rows: Vec<(MinutesPart, Rect)> = Vec::new();
        for (place, part) in parts.iter().copied().enumerate() {
            let rect = self.part_ui(ui, cx, (place, part), &parts, is_open);
            rows.push((part, rect));
            if self.open.contains(&part) {
                // Below the part's name; the fields end where the rows do.
                let inside = (GRIP + SWITCH) as i8;
                let (left, right) = if ui.direction().is_rtl() { (4, inside) } else { (inside, 4) };
                let inset = Margin { top: 4, bottom: 12, left, right };
                Frame::new().inner_margin(inset).show(ui, |ui| {
                    ui.column(|ui| {
                        ui.spacing_mut().item_spacing.y = ui.metrics().small;
                        self.words_ui(ui, cx, view, composed, (part, is_open));
                    });
                });
            }
        }
        self.drop_ui(ui, &rows);
    }

    /// A part's row; answers where it is.
    fn part_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        (place, part): (usize, MinutesPart),
        parts: &[MinutesPart],
        is_open: bool,
    ) -> Rect {
        let count = parts.len();
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ui.metrics().entry), Sense::hover());
        let sense = if is_open { Sense::click_and_drag() } else { Sense::click() };
        let response = ui.interact(rect, row_id(part), sense);
        let name = tr!(cx.tr, part.heading_key());
        let has = self.texts.layout.has(part);
        let is_shown = self.open.contains(&part);
        self.tell(ui, cx, &response, (&name, place, count));
        let tokens = ui.tokens();
        if response.hovered() || self.dragged == Some(part) {
            ui.painter().rect_filled(rect, RADIUS_CONTROL, tokens.surface_hover);
        }
        let direction = ui.direction();
        let mut content = rect.shrink2(vec2(4.0, 0.0));
        let grip = direction.take_start(&mut content, GRIP);
        if is_open {
            grip_ui(ui, grip);
        }
        let switch = direction.take_start(&mut content, SWITCH);
        let switch_name = tr!(cx.tr, "minutes-page-switch", part = name.as_str());
        let pressed = ui.row_within(switch, ("switch", part), |ui| {
            if !is_open {
                ui.disable();
            }
            check_box(ui, &switch_name, has).clicked()
        });
        if pressed {
            self.texts.change_layout(|layout| layout.set_has(part, !has));
        }
        let arrow = direction.take_end(&mut content, ARROW);
        let arrow = Rect::from_center_size(arrow.center(), egui::Vec2::splat(11.0));
        let icon = if is_shown { Icon::Up } else { Icon::Down };
        icon.paint(ui.painter(), arrow, tokens.ink_weak, direction.is_rtl());
        if self.has_own_words(part) {
            let words = tr!(cx.tr, "minutes-page-changed");
            let chip = Chip::new(&words, Tone::Lavender);
            let width = chip.width(ui) + 8.0;
            let mut end = direction.take_end(&mut content, width);
            end = end.shrink2(vec2(4.0, (end.height() - ui.metrics().chip) / 2.0));
            ui.row_within(end, ("changed", part), |ui| ui.add(chip));
        }
        let ink = if has { tokens.ink } else { tokens.ink_faint };
        let weight = if is_shown { Weight::SemiBold } else { Weight::Regular };
        paint::line_in(ui, content, direction.start_center(), &name, (Type::Interface, weight), ink);
        focus_ring(ui, &response, RADIUS_CONTROL);
        if response.clicked() && !self.open.remove(&part) {
            self.open.insert(part);
        }
        if self.focus.take_if(|focus| *focus == part).is_some() {
            response.request_focus();
            response.scroll_to_me(None);
        }
        if is_open {
            self.move_ui(ui, &response, (place, part), parts);
        }
        rect
    }

    /// What a screen reader hears of a row.
    fn tell(&self, ui: &Ui, cx: &Cx<'_>, response: &Response, (name, place, count): (&str, usize, usize)) {
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
        let is_shown = self.open.iter().any(|part| row_id(*part) == response.id);
        let about = tr!(cx.tr, "minutes-page-place", place = place + 1, count = count);
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_expanded(is_shown);
            node.set_description(about);
            node.add_action(Action::Increment);
            node.add_action(Action::Decrement);
        });
    }

    /// Alt with an arrow moves the part, and so does a screen reader; dragging begins.
    fn move_ui(&mut self, ui: &Ui, response: &Response, (place, part): (usize, MinutesPart), parts: &[MinutesPart]) {
        let count = parts.len();
        let mut moved = ui.input(|input| {
            let times = |action| input.num_accesskit_action_requests(response.id, action) as isize;
            times(Action::Increment) - times(Action::Decrement)
        });
        if response.has_focus() {
            ui.input_mut(|input| {
                moved += input.count_and_consume_key(Modifiers::ALT, Key::ArrowDown) as isize;
                moved -= input.count_and_consume_key(Modifiers::ALT, Key::ArrowUp) as isize;
            });
        }
        let to = place.saturating_add_signed(moved).min(count.saturating_sub(1));
        if to != place {
            self.texts.change_layout(|layout| layout.move_among(part, to, parts));
            self.focus = Some(part);
            ui.ctx().request_repaint();
        }
        if response.drag_started() {
            self.dragged = Some(part);
        }
    }

    /// Where a dragged part would go, and there it goes when it is let go. Escape lets it be.
    fn drop_ui(&mut self, ui: &Ui, rows: &[(MinutesPart, Rect)]) {
        let Some(dragged) = self.dragged else { return };
        let places: Vec<Rect> = rows.iter().map(|(_, rect)| *rect).collect();
        let dropped = drag_among(ui, &places, rows.iter().position(|(part, _)| *part == dragged));
        if dropped != Dragged::Held {
            self.dragged = None;
        }
        if let Dragged::LetGo(Some(to)) = dropped {
            let shown: Vec<MinutesPart> = rows.iter().map(|(part, _)| *part).collect();
            self.texts.change_layout(|layout| layout.move_among(dragged, to, &shown));
        }
    }

    /// Does anything in a part stand in other words than the composed ones?
    fn has_own_words(&self, part: MinutesPart) -> bool {
        let own = |field| self.texts.words(field).is_some();
        own(Field::Part(part))
            || part == MinutesPart::Discussion
                && (own(Field::Part(MinutesPart::Opening)) || self.texts.has_item_words())
    }
}

/// Six dots by which a row is taken.
fn grip_ui(ui: &Ui, place: Rect) {
    let ink = ui.tokens().ink_faint;
    for x in [-2.5, 2.5] {
        for y in [-5.0, 0.0, 5.0] {
            ui.painter().circle_filled(place.center() + vec2(x, y), 1.2, ink);
        }
    }
}
