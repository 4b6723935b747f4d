//! The editor's widget: lays the document out, feeds it this frame's input, paints what can be seen.

use egui::{Align, Color32, CursorIcon, Id, Pos2, Rect, Response, Role, Sense, Ui, WidgetInfo, accesskit, vec2};
use parley::Alignment;

use super::draw_atoms::{AtomAt, Atoms};
use super::draw_inline::InlineAtoms;
use super::draw_sections::{SectionAt, Sections};
use super::heard::{Voice, told};
use super::keys::Outcome;
use super::layout::Progress;
use super::pointer::RangeUnder;
use super::stops::CARET_ROOM_PX;
use super::{EdgeKey, Editor, LayoutStyle, Paragraph, RangeKind, RangeLook};
use crate::text::bidi::Direction;
use crate::text::block::Request;
use crate::text::engine::Shared;
use crate::text::fonts::Weight;
use crate::text::shaper::Style;

/// On which side the caret wants to leave the text: for views that stand one below the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leave {
    /// Above, or before.
    Start {
        /// By Backspace, with nothing before the caret: the text wants to join the one above.
        backspace: bool,
    },
    /// Below, or after.
    End,
}

/// What a frame of an editor came to.
#[derive(Debug)]
pub struct EditorOutput {
    /// The widget; `changed()` says whether the text did.
    pub response: Response,
    /// The text changed.
    pub changed: bool,
    /// Enter was pressed in a single line.
    pub submitted: bool,
    /// The caret stands at an end and was told to go on.
    pub leave: Option<Leave>,
    /// A key that was pressed at the edge of a section and is the caller's to carry out, and the section's tag.
    pub edge: Option<(u64, EdgeKey)>,
    /// The caret on the screen.
    pub caret_rect: Rect,
    /// How many `char`s of what was typed, pasted or dropped had no room within the limit.
    pub left_out: usize,
    /// The range below the pointer; of several, the one whose look counts.
    pub hovered: Option<RangeUnder>,
    /// The range that was clicked, with the primary button and without a drag.
    pub clicked: Option<RangeUnder>,
}

/// Shows an [`Editor`] and edits it.
///
/// # Keyboard
/// | keys | what they do |
/// |---|---|
/// | arrows, with Ctrl | by letter as seen, by word as read; Up and Down by line |
/// | Home, End, with Ctrl | to the line's start and end, the text's |
/// | PageUp, PageDown | by what is seen |
/// | the same with Shift | selects |
/// | Ctrl+A | selects all |
/// | Ctrl+C, X, V, middle button | copies, cuts, pastes, pastes the last selection |
/// | Ctrl+Z, Ctrl+Y or Ctrl+Shift+Z | undoes, makes again |
/// | Backspace, Delete, with Ctrl | a letter before or after the caret, a word |
/// | Ctrl with the right or the left Shift | the paragraph reads from the right, or from the left |
/// | Enter | a new line; in a single line it submits; in a section of a single line it goes to the one below |
///
/// On macOS Option takes the place of Ctrl with arrows and deletions, and Command elsewhere.
///
/// # Mouse
/// A second click chooses the word, a third the paragraph, and a drag goes on from there; past the edge of what is seen
/// it scrolls. A drag of what is selected moves it, within the text or to another; with Ctrl it copies.
///
/// # Example
/// ```
/// # egui::__run_test_ui(|ui| {
/// # tansiq::text::install(ui.ctx());
/// use tansiq::text::{Editor, EditorView, RangeKind, RangeLook, TextRange};
///
/// let mention = RangeKind::new(0);
/// let mut note = Editor::new("Ask Huda");
/// note.add_range(0, 4..8, TextRange { kind: mention, tag: 17, grows: false });
/// let look = |_: RangeKind| RangeLook { underline: true, ..RangeLook::default() };
/// let output = EditorView::new(&mut note, egui::Id::unique("note")).label("Notes").ranges(&look).show(ui);
/// if let Some(clicked) = output.clicked {
///     println!("{}", clicked.range.range.tag);
/// }
/// # });
/// ```
///
/// Grows to its content's height; has no frame and no scroll area of its own, and
/// moves the one around it to keep the caret in sight. Make that one with `animated(false)`: egui's animation runs
/// past a place that changes while it runs (<https://github.com/emilk/egui/issues/5289>).
#[must_use = "a view shows nothing until `show` is called"]
pub struct EditorView<'a> {
    pub(super) editor: &'a mut Editor,
    pub(super) id: Id,
    pub(super) label: String,
    pub(super) hint: String,
    pub(super) style: Style,
    pub(super) color: Option<Color32>,
    pub(super) alignment: Alignment,
    pub(super) direction: Option<Direction>,
    pub(super) width: Option<f32>,
    pub(super) min_lines: usize,
    pub(super) role: Option<Role>,
    pub(super) is_single_line: bool,
    pub(super) is_read_only: bool,
    pub(super) char_limit: usize,
    pub(super) look: Option<&'a dyn Fn(RangeKind) -> RangeLook>,
    pub(super) atoms: Atoms<'a>,
    pub(super) inline: InlineAtoms<'a>,
    pub(super) sections: Sections<'a>,
    section_names: Option<&'a dyn Fn(u64) -> Option<&'a str>>,
    pub(super) hit_colors: Option<(Color32, Color32)>,
    pub(super) left_out: usize,
    /// Where what is dragged would be dropped.
    pub(super) drop_at: Option<super::Caret>,
}

impl<'a> EditorView<'a> {
    /// `id` is where focus and screen readers find it: the same in every frame.
    pub fn new(editor: &'a mut Editor, id: Id) -> Self {
        Self {
            editor,
            id,
            label: String::new(),
            hint: String::new(),
            style: Style { size: 0.0, ..Style::default() },
            color: None,
            alignment: Alignment::Start,
            direction: None,
            width: None,
            min_lines: 1,
            role: None,
            is_single_line: false,
            is_read_only: false,
            char_limit: usize::MAX,
            look: None,
            atoms: Atoms::default(),
            inline: InlineAtoms::default(),
            sections: Sections::default(),
            section_names: None,
            hit_colors: None,
            left_out: 0,
            drop_at: None,
        }
    }

    /// The name that screen readers and tests know it by.
    pub fn label(mut self, name: impl Into<String>) -> Self {
        self.label = name.into();
        self
    }

    /// What stands there while there is no text.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }

    /// In points; the body text's size where none is given.
    pub const fn font_size(mut self, points: f32) -> Self {
        self.style.size = points;
        self
    }

    /// From line to line, in points; the font's own where none is given.
    pub const fn line_height(mut self, points: f32) -> Self {
        self.style.line_height = Some(points);
        self
    }

    /// How heavy.
    pub const fn weight(mut self, weight: Weight) -> Self {
        self.style.weight = weight;
        self
    }

    /// The text's colour; the theme's where none is given.
    pub const fn color(mut self, color: Color32) -> Self {
        self.color = Some(color);
        self
    }

    /// Where lines stand: `None` (at first) by each paragraph's direction, `Some` at the left, centre or right.
    pub const fn align(mut self, align: Option<Align>) -> Self {
        self.alignment = match align {
            None => Alignment::Start,
            Some(Align::Min) => Alignment::Left,
            Some(Align::Center) => Alignment::Center,
            Some(Align::Max) => Alignment::Right,
        };
        self
    }

    /// One direction for every paragraph, whatever its letters: for e-mail addresses and the like.
    pub const fn direction(mut self, direction: Option<Direction>) -> Self {
        self.direction = direction;
        self
    }

    /// In points; all that is available where none is given.
    pub const fn width(mut self, points: f32) -> Self {
        self.width = Some(points);
        self
    }

    /// Never breaks a line: it moves sideways to keep the caret in sight. Enter submits.
    pub const fn single_line(mut self, is_single_line: bool) -> Self {
        self.is_single_line = is_single_line;
        self
    }

    /// At least this many lines high.
    pub const fn min_lines(mut self, lines: usize) -> Self {
        self.min_lines = lines;
        self
    }

    /// For reading, selecting and copying only.
    pub const fn read_only(mut self, is_read_only: bool) -> Self {
        self.is_read_only = is_read_only;
        self
    }

    /// The longest text that can be typed, in `char`s. What is pasted is cut to fit, between two letters as one sees
    /// them; [`EditorOutput::left_out`] says how much had no room.
    pub const fn char_limit(mut self, limit: usize) -> Self {
        self.char_limit = limit;
        self
    }

    /// How the [ranges](super::TextRange) of each kind look. They have the text's own look where nobody says otherwise.
    pub const fn ranges(mut self, look: &'a dyn Fn(RangeKind) -> RangeLook) -> Self {
        self.look = Some(look);
        self
    }

    /// Draws the [atoms](Editor::insert_atom): `height`, in points, for the room there is (the rectangle's width), and
    /// then `draw` in it, in a `Ui` of its own. Without this they are shown as their text in a box.
    pub fn atoms(
        mut self,
        height: impl Fn(&AtomAt<'_>) -> f32 + 'a,
        draw: impl FnMut(&mut Ui, &AtomAt<'_>) + 'a,
    ) -> Self {
        self.atoms = Atoms::new(height, draw);
        self
    }

    /// Draws the [inline atoms](Editor::insert_inline_atom): `width`, in points, for each, and then `draw` in the
    /// rectangle that it has on its line, in a `Ui` of its own. Without this they are shown as their text in a box.
    pub fn inline_atoms(
        mut self,
        width: impl Fn(&Ui, &AtomAt<'_>) -> f32 + 'a,
        draw: impl FnMut(&mut Ui, &AtomAt<'_>) + 'a,
    ) -> Self {
        self.inline = InlineAtoms::new(width, draw);
        self
    }

    /// Draws the [sections](Editor::set_sections) that can be seen: `behind` what lies behind a section's letters, and
    /// `draw` what stands in the room around them, in a `Ui` of its own. What is drawn there can be clicked; a press
    /// that no widget takes puts the caret into the nearest line.
    pub fn sections(
        mut self,
        behind: impl Fn(&Ui, &SectionAt) + 'a,
        draw: impl FnMut(&mut Ui, &SectionAt) + 'a,
    ) -> Self {
        self.sections = Sections::new(behind, draw);
        self
    }

    /// What screen readers say before a section's first letter, by its tag: what one sees beside it says it to the eye.
    pub const fn section_names(mut self, name: &'a dyn Fn(u64) -> Option<&'a str>) -> Self {
        self.section_names = Some(name);
        self
    }

    /// What lies behind each place that [`Editor::find`] found, and behind the current one; the theme's warning
    /// colour where none is given.
    pub const fn hit_colors(mut self, each: Color32, current: Color32) -> Self {
        self.hit_colors = Some((each, current));
        self
    }

    /// Another role for screen readers.
    pub(crate) const fn role(mut self, role: Role) -> Self {
        self.role = Some(role);
        self
    }

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
        self.handle_pointer(ui, &response, to_px);
        let interrupts = was_composing && !self.editor.is_composing();
        self.handle_drop(ui, &response, &shared, &style, to_px);
        self.handle_middle_click(&response, &shared, &style, to_px);
        self.handle_menu(&response, &shared, &style);
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
            let cursor_rect = beside_composed(&ctx, caret_rect);
            ctx.output_mut(|output| {
                output.ime = (!self.is_read_only).then_some(egui::output::IMEOutput {
                    purpose: egui::IMEPurpose::Normal,
                    rect,
                    cursor_rect,
                    should_interrupt_composition: interrupts,
                });
            });
        }
        let reveals_caret = std::mem::take(&mut self.editor.reveals_caret) && has_focus;
        if std::mem::take(&mut self.editor.reveals_hit) || reveals_caret {
            ui.scroll_to_rect(caret_rect.expand2(vec2(0.0, 4.0)), None);
        }
        let changed = self.editor.revision() != revision;
        if changed {
            response.mark_changed();
            ctx.request_repaint();
        }
        let (hovered, clicked) = self.ranges_under(&response, origin, scale);
        self.announce(ui, &response, &shared, origin, scale);
        let Outcome { submitted, leave, edge, left_out } = outcome;
        let left_out = left_out + self.left_out;
        EditorOutput { response, changed, submitted, leave, edge, caret_rect, left_out, hovered, clicked }
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
        if !self.is_single_line {
            return 0.0;
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
        aligned + self.editor.scroll_px
    }

    fn content_px(&self) -> f32 {
        self.editor.paragraphs.iter().map(Paragraph::width_px).fold(0.0, f32::max)
    }

    fn scroll_sideways(&mut self, view_px: f32) {
        let overflow = (self.content_px() - view_px).max(0.0);
        let range = if self.editor.is_rtl(0) { 0.0..=overflow } else { -overflow..=0.0 };
        let clamp = |scroll: f32| scroll.clamp(*range.start(), *range.end());
        self.editor.scroll_px = clamp(self.editor.scroll_px);
        if self.editor.reveals_caret
            && let Some(caret) = self.editor.caret_rect_px(self.editor.full_caret())
        {
            let x = caret.left() + self.shift_px(view_px);
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
