//! An editor in a frame: input first, then layout, then what can be seen, and what all of it came to.
//!
//! Apart from the view's builder, which only gathers what the caller wants.

use egui::{Align, CursorIcon, Pos2, Rect, Response, Role, Sense, Ui, WidgetInfo, accesskit, vec2};
use parley::Alignment;

use super::heard::{Voice, told};
use super::keys::Outcome;
use super::layout::Progress;
use super::stops::CARET_ROOM_PX;
use super::view::{EditorOutput, EditorView};
use super::{LayoutStyle, Paragraph, RangeKind};
use crate::text::block::Request;
use crate::text::engine::Shared;
use crate::text::fonts::Weight;

impl EditorView<'_> {
    /// Adds it to the ui.
    pub fn show(mut self, ui: &mut Ui) -> EditorOutput {
        if self.style.size <= 0.0 {
            self.style.size = egui::TextStyle::Body.resolve(ui.style()).size;
        }
        let ctx = ui.ctx().clone();
        let shared = Shared::of(&ctx);
        let scale = ctx.pixels_per_point();
        let width = self.width.unwrap_or_else(|| ui.available_width()).max(4.0);
        let view_px = ((width * scale).floor() - CARET_ROOM_PX).max(1.0);
        let style = LayoutStyle {
            style: self.style,
            pixels_per_point: scale,
            width_px: (!self.is_single_line).then_some(view_px),
            alignment: if self.is_single_line { Alignment::Left } else { self.alignment },
            fallback: crate::text::interface(&ctx),
            base: self.direction.or(self.editor.line_direction.filter(|_| self.is_single_line)),
            weights: self.weights(),
        };
        self.editor.set_time(ctx.input(|input| input.time));
        let revision = self.editor.revision();
        self.give_up_dragged(&ctx);
        let outcome = self.handle_events(ui, &shared, &style);
        let line_px = self.line_px(&shared, &style);
        let height = self.editor.height_px().max(line_px * self.min_lines.max(1) as f32) / scale;
        let (rect, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
        let mut response = ui.interact(rect, self.id, Sense::click_and_drag()).on_hover_cursor(CursorIcon::Text);

        let mut shift_px = self.shift_px(view_px);
        let to_px = |at: Pos2| ((at - rect.min) * scale - vec2(shift_px, 0.0)).to_pos2();
        // a click ends a composition, and the input method has to know
        let was_composing = self.editor.is_composing();
        if response.is_pointer_button_down_on() {
            // a drag reaches past what is seen
            self.editor.lay_out(&mut shared.lock().engine, &style);
        }
        // who asks for the focus ends what an input method composes
        if response.clicked() && !response.has_focus() {
            response.request_focus();
        }
        // egui calls Space and Enter on what has the focus a click too: here they are typed
        let pointed = {
            let mut pointed = response.clone();
            pointed.flags -= egui::response::Flags::FAKE_PRIMARY_CLICKED;
            pointed
        };
        self.handle_pointer(ui, &pointed, to_px);
        let interrupts = was_composing && !self.editor.is_composing();
        self.handle_drop(ui, &response, &shared, &style, to_px);
        self.handle_middle_click(&response, &shared, &style, to_px);
        self.handle_menu(&response, &shared, &style, shift_px);
        if response.has_focus() {
            self.report_selection(&ctx);
        }
        if self.editor.progress == Progress::Stale {
            self.lay_out(ui, &shared, &style, rect.top());
        }
        if self.is_single_line {
            self.scroll_sideways(view_px);
            shift_px = self.shift_px(view_px);
        }
        let origin = rect.min + vec2(shift_px / scale, 0.0);
        let caret_rect = self.caret_rect(origin, scale, line_px);
        if ui.is_rect_visible(rect) {
            let seen = self.sections_seen(ui, rect, origin, scale);
            self.draw_behind(ui, &seen);
            self.paint(ui, &shared, rect, origin);
            self.draw_atoms(ui, origin, scale);
            self.draw_inline(ui, origin, scale);
            self.draw_sections(ui, &seen);
            self.paint_carets(ui, rect, origin, caret_rect);
        }
        let has_focus = response.has_focus();
        if has_focus {
            let cursor_rect = told_place(&ctx, self.id, beside_composed(&ctx, caret_rect));
            ctx.output_mut(|output| {
                output.ime = (!self.is_read_only).then_some(egui::output::IMEOutput {
                    purpose: egui::IMEPurpose::Normal,
                    rect,
                    cursor_rect,
                    should_interrupt_composition: interrupts,
                });
            });
        }
        // Tab may lead to a text that is scrolled out of sight; the pointer is where one sees it.
        let is_led =
            response.gained_focus() && !ctx.input(|input| input.pointer.any_down() || input.pointer.any_released());
        let reveals_caret = (std::mem::take(&mut self.editor.reveals_caret) || is_led) && has_focus;
        let reveals_hit = std::mem::take(&mut self.editor.reveals_hit);
        if reveals_hit || reveals_caret {
            let place = caret_rect.expand2(vec2(0.0, 4.0));
            // what was looked for out of sight comes to the middle: one sees what stands around it
            let is_far =
                reveals_hit && !ui.clip_rect().shrink2(vec2(0.0, line_px / scale)).y_range().contains(place.center().y);
            ui.scroll_to_rect(place, is_far.then_some(Align::Center));
        }
        let changed = self.editor.revision() != revision;
        if changed {
            response.mark_changed();
            ctx.request_repaint();
        }
        let (hovered, clicked) = self.ranges_under(&pointed, origin, scale);
        self.announce(ui, &response, &shared, origin, scale);
        let Outcome { submitted, leave, edge, left_out } = outcome;
        let left_out = left_out + self.left_out;
        let beyond = self.beyond_px(view_px).map(|px| px / scale);
        EditorOutput { response, changed, submitted, leave, edge, caret_rect, beyond, left_out, hovered, clicked }
    }

    /// The weights of ranges that are heavier or lighter than the text.
    fn weights(&self) -> Vec<(RangeKind, Weight)> {
        let Some(look) = self.look else { return Vec::new() };
        (0..RangeKind::COUNT)
            .map(RangeKind::new)
            .filter_map(|kind| Some((kind, look(kind).weight.filter(|weight| *weight != self.style.weight)?)))
            .collect()
    }

    /// The height of one line, also of an empty text.
    fn line_px(&self, shared: &Shared, style: &LayoutStyle) -> f32 {
        match self.style.line_height {
            Some(points) => points * style.pixels_per_point,
            None => {
                let request = Request::new("", self.style, style.pixels_per_point, style.fallback);
                shared.lock().engine.block(&request).size().y * style.pixels_per_point
            }
        }
    }

    /// How far the text stands from the widget's left: a single line is aligned, then moved to show the caret.
    fn shift_px(&self, view_px: f32) -> f32 {
        let edge = CARET_ROOM_PX / 2.0;
        if !self.is_single_line {
            return edge;
        }
        let room = view_px - self.content_px();
        let is_rtl = self.editor.is_rtl(0);
        let aligned = match self.alignment {
            Alignment::Center if room > 0.0 => room / 2.0,
            Alignment::Right if room > 0.0 => room,
            Alignment::Left if room > 0.0 => 0.0,
            Alignment::Start
            | Alignment::End
            | Alignment::Justify
            | Alignment::Center
            | Alignment::Left
            | Alignment::Right => {
                if is_rtl {
                    room
                } else {
                    0.0
                }
            }
        };
        edge + aligned + self.editor.scroll_px
    }

    fn content_px(&self) -> f32 {
        self.editor.paragraphs.iter().map(Paragraph::width_px).fold(0.0, f32::max)
    }

    /// How far a single line goes on to the left and to the right of what is seen.
    fn beyond_px(&self, view_px: f32) -> [f32; 2] {
        if !self.is_single_line {
            return [0.0; 2];
        }
        let left = self.shift_px(view_px) - CARET_ROOM_PX / 2.0;
        [-left, left + self.content_px() - view_px].map(|px| px.max(0.0))
    }

    fn scroll_sideways(&mut self, view_px: f32) {
        let overflow = (self.content_px() - view_px).max(0.0);
        let range = if self.editor.is_rtl(0) { 0.0..=overflow } else { -overflow..=0.0 };
        let clamp = |scroll: f32| scroll.clamp(*range.start(), *range.end());
        self.editor.scroll_px = clamp(self.editor.scroll_px);
        if self.editor.reveals_caret
            && let Some(caret) = self.editor.caret_rect_px(self.editor.full_caret())
        {
            let x = caret.left() + self.shift_px(view_px) - CARET_ROOM_PX / 2.0;
            let back = if x < 0.0 { -x } else { (view_px - x).min(0.0) };
            self.editor.scroll_px = clamp(self.editor.scroll_px + back);
        }
    }

    fn announce(&self, ui: &Ui, response: &Response, shared: &Shared, origin: Pos2, scale: f32) {
        let ctx = &response.ctx;
        let role = self.role.unwrap_or(if self.is_single_line { Role::TextInput } else { Role::MultilineTextInput });
        response.widget_info(|| {
            // the text is the node's to say: a long one is copied once
            WidgetInfo::labeled(role, response.enabled(), &self.label)
        });
        let color = self.color.unwrap_or_else(|| ui.visuals().text_color());
        let is_announced = ctx.accesskit_node_builder(self.id, |node| {
            node.set_role(role);
            node.set_value(self.editor.text());
            node.set_font_size(self.style.size);
            node.set_font_weight(self.style.weight.css().value());
            node.set_foreground_color(told(color));
            if !self.hint.is_empty() {
                node.set_placeholder(self.hint.as_str());
            }
            if self.is_read_only {
                node.set_read_only();
            } else {
                node.add_action(accesskit::Action::SetValue);
                node.add_action(accesskit::Action::ReplaceSelectedText);
            }
            node.add_action(accesskit::Action::SetTextSelection);
            let direction = if self.editor.is_rtl(0) {
                accesskit::TextDirection::RightToLeft
            } else {
                accesskit::TextDirection::LeftToRight
            };
            node.set_text_direction(direction);
        });
        if is_announced.is_some() {
            let number = self.looks_number(color);
            let hit_colors = self.colors_of_hits(ui);
            let voice = Voice { look: self.look, name: self.section_names, color, hit_colors, number };
            let announcement = self.editor.announcement(self.id, origin, scale, ui.clip_rect(), &voice);
            shared.lock().announcements.push(announcement);
        }
    }
}

/// Where an input method opens its list of choices. X11 knows a point and no height: with the caret's top the list would
/// cover the line that it is about.
fn beside_composed(ctx: &egui::Context, caret: Rect) -> Rect {
    let is_unix = ctx.os() == egui::os::OperatingSystem::Nix;
    if is_unix { caret.with_min_y(caret.bottom() - 1.0) } else { caret }
}

/// How long a caret stands before an input method is told where, in seconds.
const STANDING: f64 = 0.2;

/// What an input method was told of a caret's place, and where the caret is since when.
#[derive(Clone, Copy)]
struct ToldPlace {
    told: Rect,
    place: Rect,
    since: f64,
}

/// The place that an input method is told: the caret's where it stands, the one told before while somebody types. Xlib waits
/// for the input method's answer to each, and turns the order of letters around that arrive meanwhile.
fn told_place(ctx: &egui::Context, id: egui::Id, place: Rect) -> Rect {
    if ctx.os() != egui::os::OperatingSystem::Nix {
        return place;
    }
    let now = ctx.input(|input| input.time);
    let told = ctx.data_mut(|data| {
        let known =
            data.get_temp_mut_or_insert_with(id.with("told place"), || ToldPlace { told: place, place, since: now });
        if known.place != place {
            known.place = place;
            known.since = now;
        }
        if now - known.since >= STANDING {
            known.told = place;
        }
        known.told
    });
    if told != place {
        ctx.request_repaint_after(std::time::Duration::from_secs_f64(STANDING));
    }
    told
}
