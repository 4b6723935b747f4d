//! The sections of a paper: each with its switch, moved by dragging and by keys, and opened for another heading.

use super::TemplatesScreen;
use crate::domain::TemplateKind;
use crate::domain::template::{Bilingual, SectionName, check_heading};
use crate::screens::Cx;
use crate::screens::parts::{Dragged, drag_among};
use crate::text::{Label, Weight};
use crate::tr;
use crate::widgets::button::focus_ring;
use crate::widgets::theme::RADIUS_CONTROL;
use crate::widgets::{Button, Chip, Field, Icon, Tone, Type, UiExt, check_box, paint, section_heading};
use egui::accesskit::Action;
use egui::{Frame, Id, Key, Margin, Modifiers, Rect, Response, Role, Sense, Ui, WidgetInfo, vec2};

/// The marks before a section's name, in points.
const GRIP: f32 = 16.0;
const SWITCH: f32 = 28.0;
const ARROW: f32 = 16.0;

/// The id of a section's row: the same wherever it stands.
fn row_id(key: &str) -> Id {
    Id::unique(("template-section", key))
}

/// A section as its row shows it.
struct Row<'a> {
    key: &'a str,
    name: String,
    place: usize,
    count: usize,
    takes_heading: bool,
}

impl TemplatesScreen {
    pub(super) fn sections_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let tr = cx.tr;
        let Some(kind) = self.draft.as_ref().and_then(|draft| draft.kind) else { return };
        let names = self.names(kind, cx);
        if names.len() < 2 {
            return;
        }
        let usual: Vec<&str> = names.iter().map(|(key, _)| *key).collect();
        let order: Vec<String> = match &self.draft {
            Some(draft) => draft.template.ordered(&usual).into_iter().map(str::to_owned).collect(),
            None => return,
        };
        let is_reordered = order.iter().zip(&usual).any(|(key, usual)| key != usual);
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.row(|ui| {
            section_heading(ui, &tr!(tr, "template-sections"));
            if is_reordered {
                ui.at_end("order", |ui| {
                    if ui.add(Button::quiet(&tr!(tr, "minutes-page-usual-order")).small()).clicked() {
                        self.change(|draft| draft.template.order.clear());
                    }
                });
            }
        });
        let weak = ui.tokens().ink_weak;
        ui.add(Label::new(tr!(tr, "template-sections-about")).size(Type::Caption.size()).color(weak).wrap());
        let mut rows: Vec<(String, Rect)> = Vec::new();
        for (place, key) in order.iter().enumerate() {
            let name = names.iter().find(|(other, _)| other == key).map(|(_, name)| name.clone()).unwrap_or_default();
            let takes_heading = kind.takes_heading(key);
            let row = Row { key, name, place, count: order.len(), takes_heading };
            let rect = self.row_ui(ui, cx, &row, &order);
            rows.push((key.clone(), rect));
            if takes_heading && self.open.contains(key) {
                self.heading_fields_ui(ui, cx, &row);
            }
        }
        self.drop_ui(ui, &rows, &order);
    }

    /// The sections it can have by the names that ship, also those that the paper beside has of itself.
    fn names(&self, kind: TemplateKind, cx: &Cx<'_>) -> Vec<(&'static str, String)> {
        let known: Vec<SectionName> = kind.sections();
        let mut names: Vec<(&'static str, String)> = known.iter().map(|(key, name)| (*key, tr!(cx.tr, name))).collect();
        for (key, heading) in self.pane.sections() {
            if !names.iter().any(|(other, _)| other == key) {
                let heading = heading.lines().next().filter(|heading| !heading.trim().is_empty());
                names.push((key, heading.map_or_else(|| tr!(cx.tr, "template-section-text"), str::to_owned)));
            }
        }
        names
    }

    fn row_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, row: &Row<'_>, order: &[String]) -> Rect {
        let can_write = ui.is_enabled();
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ui.metrics().entry), Sense::hover());
        let sense = if can_write { Sense::click_and_drag() } else { Sense::click() };
        let response = ui.interact(rect, row_id(row.key), sense);
        let is_shown = row.takes_heading && self.open.contains(row.key);
        tell(ui, cx, &response, row, is_shown);
        let tokens = ui.tokens();
        if response.hovered() || self.dragged.as_deref() == Some(row.key) {
            ui.painter().rect_filled(rect, RADIUS_CONTROL, tokens.surface_hover);
        }
        let Some(draft) = &self.draft else { return rect };
        let has = !draft.template.left_out.contains(row.key);
        let is_renamed =
            draft.template.headings.get(row.key).is_some_and(|own| own.iter().any(|it| !it.trim().is_empty()));
        let direction = ui.direction();
        let mut content = rect.shrink2(vec2(4.0, 0.0));
        let grip = direction.take_start(&mut content, GRIP);
        if can_write {
            grip_ui(ui, grip);
        }
        let switch = direction.take_start(&mut content, SWITCH);
        let switch_name = tr!(cx.tr, "minutes-page-switch", part = row.name.as_str());
        let pressed = ui.row_within(switch, ("switch", row.key), |ui| check_box(ui, &switch_name, has).clicked());
        if pressed {
            let key = row.key.to_owned();
            self.change(|draft| {
                if has {
                    draft.template.left_out.insert(key);
                } else {
                    draft.template.left_out.remove(&key);
                }
            });
        }
        if row.takes_heading {
            let arrow = direction.take_end(&mut content, ARROW);
            let arrow = Rect::from_center_size(arrow.center(), egui::Vec2::splat(11.0));
            let icon = if is_shown { Icon::Up } else { Icon::Down };
            icon.paint(ui.painter(), arrow, tokens.ink_weak, direction.is_rtl());
        }
        if is_renamed {
            let words = tr!(cx.tr, "template-renamed");
            let chip = Chip::new(&words, Tone::Lavender);
            let width = chip.width(ui) + 8.0;
            let mut end = direction.take_end(&mut content, width);
            end = end.shrink2(vec2(4.0, (end.height() - ui.metrics().chip) / 2.0));
            ui.row_within(end, ("renamed", row.key), |ui| ui.add(chip));
        }
        let ink = if has { tokens.ink } else { tokens.ink_faint };
        let weight = if is_shown { Weight::SemiBold } else { Weight::Regular };
        paint::line_in(ui, content, direction.start_center(), &row.name, (Type::Interface, weight), ink);
        focus_ring(ui, &response, RADIUS_CONTROL);
        if response.clicked() && row.takes_heading && !self.open.remove(row.key) {
            self.open.insert(row.key.to_owned());
        }
        if self.focus.take_if(|focus| focus == row.key).is_some() {
            response.request_focus();
            response.scroll_to_me(None);
        }
        if can_write {
            self.move_ui(ui, &response, row, order);
        }
        rect
    }

    /// Alt with an arrow moves the section, and so does a screen reader; dragging begins.
    fn move_ui(&mut self, ui: &Ui, response: &Response, row: &Row<'_>, order: &[String]) {
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
        let to = row.place.saturating_add_signed(moved).min(row.count.saturating_sub(1));
        if to != row.place {
            self.change(|draft| draft.template.move_section(row.key, to, order));
            self.focus = Some(row.key.to_owned());
            ui.ctx().request_repaint();
        }
        if response.drag_started() {
            self.dragged = Some(row.key.to_owned());
        }
    }

    /// Where a dragged section would go, and there it goes when it is let go. Escape lets it be.
    fn drop_ui(&mut self, ui: &Ui, rows: &[(String, Rect)], order: &[String]) {
        let Some(dragged) = self.dragged.clone() else { return };
        let places: Vec<Rect> = rows.iter().map(|(_, rect)| *rect).collect();
        let dropped = drag_among(ui, &places, rows.iter().position(|(key, _)| *key == dragged));
        if dropped != Dragged::Held {
            self.dragged = None;
        }
        if let Dragged::LetGo(Some(to)) = dropped {
            self.change(|draft| draft.template.move_section(&dragged, to, order));
        }
    }

    /// Another heading, in each language.
    fn heading_fields_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, row: &Row<'_>) {
        let tr = cx.tr;
        let Some(kind) = self.draft.as_ref().and_then(|draft| draft.kind) else { return };
        let shipped = kind.sections().into_iter().find(|(key, _)| *key == row.key).map(|(_, name)| name);
        let (Some(draft), Some(words)) = (&mut self.draft, &self.words) else { return };
        let mut has_changed = false;
        // Below the section's name; the fields end where the rows do.
        let inside = (GRIP + SWITCH) as i8;
        let (left, right) = if ui.direction().is_rtl() { (4, inside) } else { (inside, 4) };
        Frame::new().inner_margin(Margin { top: 4, bottom: 12, left, right }).show(ui, |ui| {
            ui.column(|ui| {
                ui.spacing_mut().item_spacing.y = ui.metrics().small;
                let texts = draft.template.headings.entry(row.key.to_owned()).or_default();
                let languages = [(&words.arabic, "template-heading-ar"), (&words.english, "template-heading-en")];
                for (text, (of, label)) in texts.iter_mut().zip(languages) {
                    let hint = shipped.map(|key| of.shipped(key)).unwrap_or_default();
                    let wrong = check_heading(text).err().map(|refusal| refusal.words(tr));
                    let label = tr!(tr, label, section = row.name.as_str());
                    has_changed |= Field::new(text, &label).hint(&hint).error(wrong.as_deref()).show(ui).changed;
                }
            });
        });
        let is_empty = |texts: &Bilingual| texts.iter().all(String::is_empty);
        if draft.template.headings.get(row.key).is_some_and(is_empty) {
            draft.template.headings.remove(row.key);
        }
        if has_changed {
            self.change(|_| ());
        }
    }
}

/// What a screen reader hears of a row.
fn tell(ui: &Ui, cx: &Cx<'_>, response: &Response, row: &Row<'_>, is_shown: bool) {
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &row.name));
    let about = tr!(cx.tr, "minutes-page-place", place = row.place + 1, count = row.count);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        if row.takes_heading {
            node.set_expanded(is_shown);
        }
        node.set_description(about);
        node.add_action(Action::Increment);
        node.add_action(Action::Decrement);
    });
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
