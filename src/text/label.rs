//! A label that reads, wraps and shortens in the right order.

use std::sync::Arc;

use egui::mutex::Mutex;
use egui::{Color32, Context, Response, Role, Sense, TextWrapMode, Ui, Widget, WidgetInfo, pos2, vec2};
use parley::Alignment;

use super::block::Request;
use super::editor::{Editor, EditorView};
use super::engine::Shared;
use super::fonts::Weight;
use super::shaper::Style;

/// Text to read. Wraps as the surrounding layout asks, unless told otherwise.
#[derive(Clone, Debug)]
#[must_use = "a label shows nothing until it is added to a Ui"]
pub struct Label {
    text: String,
    style: Style,
    color: Option<Color32>,
    wrap_mode: Option<TextWrapMode>,
    alignment: Option<Alignment>,
    most_lines: usize,
    fills_width: bool,
    is_selectable: bool,
    sense: Sense,
}

impl Label {
    /// In the body text's size.
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            style: Style { size: 0.0, ..Style::default() },
            color: None,
            wrap_mode: None,
            alignment: None,
            most_lines: usize::MAX,
            fills_width: false,
            is_selectable: false,
            sense: Sense::hover(),
        }
    }

    /// In points.
    pub const fn size(mut self, points: f32) -> Self {
        self.style.size = points;
        self
    }

    /// How heavy.
    pub const fn weight(mut self, weight: Weight) -> Self {
        self.style.weight = weight;
        self
    }

    /// The text colour; the theme's where none is given.
    pub const fn color(mut self, color: Color32) -> Self {
        self.color = Some(color);
        self
    }

    /// From line to line, in points.
    pub const fn line_height(mut self, points: f32) -> Self {
        self.style.line_height = Some(points);
        self
    }

    /// Breaks at the available width.
    pub const fn wrap(mut self) -> Self {
        self.wrap_mode = Some(TextWrapMode::Wrap);
        self
    }

    /// Breaks at the available width into so many lines; what does not fit is «…», and the tooltip then has it all.
    pub const fn most_lines(mut self, lines: usize) -> Self {
        self.wrap_mode = Some(TextWrapMode::Wrap);
        self.most_lines = lines;
        self
    }

    /// One line, shortened with «…» at the available width; the tooltip then has it all.
    pub const fn truncate(mut self) -> Self {
        self.wrap_mode = Some(TextWrapMode::Truncate);
        self
    }

    /// One line, however long.
    pub const fn extend(mut self) -> Self {
        self.wrap_mode = Some(TextWrapMode::Extend);
        self
    }

    /// Centres the lines among themselves.
    pub const fn centered(mut self) -> Self {
        self.alignment = Some(Alignment::Center);
        self
    }

    /// Wraps, and takes all the width there is, as a page does: each paragraph begins where its own direction begins.
    pub const fn fill_width(mut self) -> Self {
        self.fills_width = true;
        self.wrap()
    }

    /// Lets people select and copy the text.
    pub const fn selectable(mut self, selectable: bool) -> Self {
        self.is_selectable = selectable;
        self
    }

    /// What the label reacts to; hovering only, at first.
    pub const fn sense(mut self, sense: Sense) -> Self {
        self.sense = sense;
        self
    }

    /// How high it is in that width, without showing it.
    pub fn height_in(&self, ctx: &Context, width: f32) -> f32 {
        let mut style = self.style;
        if style.size == 0.0 {
            style.size = egui::TextStyle::Body.resolve(&ctx.global_style()).size;
        }
        let mut request = Request::new(&self.text, style, ctx.pixels_per_point(), super::interface(ctx));
        request.width_px = Some((width * ctx.pixels_per_point() + 0.5).max(1.0));
        request.max_lines = self.most_lines.max(1);
        Shared::of(ctx).lock().engine.block(&request).size().y
    }

    /// A document to select in, kept as long as the text is the same.
    fn selectable_ui(&self, ui: &mut Ui, width: f32) -> Response {
        let id = ui.next_auto_id().with("selectable label");
        let editor = ui.ctx().data_mut(|data| {
            data.get_temp_mut_or_insert_with(id, || Arc::new(Mutex::new(Editor::new(&self.text)))).clone()
        });
        let mut editor = editor.lock();
        if !editor.is(&self.text) {
            editor.set_text(&self.text);
        }
        ui.allocate_ui(vec2(width, 0.0), |ui| {
            ui.set_max_width(width);
            let mut view = EditorView::new(&mut editor, id)
                .label(&self.text)
                .role(Role::Label)
                .font_size(self.style.size)
                .weight(self.style.weight)
                .read_only(true);
            if let Some(points) = self.style.line_height {
                view = view.line_height(points);
            }
            if let Some(color) = self.color {
                view = view.color(color);
            }
            view.show(ui).response
        })
        .inner
    }
}

impl Widget for Label {
    fn ui(mut self, ui: &mut Ui) -> Response {
        if self.style.size == 0.0 {
            self.style.size = egui::TextStyle::Body.resolve(ui.style()).size;
        }
        let ctx = ui.ctx().clone();
        let pixels_per_point = ctx.pixels_per_point();
        let available = ui.available_width();
        let mode = self.wrap_mode.unwrap_or_else(|| ui.wrap_mode());
        let mut request = Request::new(&self.text, self.style, pixels_per_point, super::interface(&ctx));
        request.alignment = self.alignment.unwrap_or(Alignment::Start);
        match mode {
            TextWrapMode::Extend => {}
            // a hair wider than what was measured, or rounding breaks a line that fits
            TextWrapMode::Wrap => {
                request.width_px = Some((available * pixels_per_point + 0.5).max(1.0));
                request.max_lines = self.most_lines.max(1);
            }
            TextWrapMode::Truncate => {
                request.width_px = Some((available * pixels_per_point + 0.5).max(1.0));
                request.max_lines = 1;
            }
        }
        let shared = Shared::of(&ctx);
        let mut block = shared.lock().engine.block(&request);
        let mut size = block.size();
        let fills_width = self.fills_width && mode == TextWrapMode::Wrap;
        // lines are aligned within the widest of them, so that the label is no wider than its words
        let tight_px = (size.x * pixels_per_point).ceil() + 0.5;
        if fills_width {
            size.x = available;
        } else if request.width_px.is_some_and(|width| width > tight_px) || block.lines().count() > 1 {
            let available_px = request.width_px.replace(tight_px);
            let tight = shared.lock().engine.block(&request);
            if tight.size().y == size.y {
                block = tight;
            } else {
                request.width_px = available_px;
            }
        }
        if self.is_selectable && mode != TextWrapMode::Truncate {
            return self.selectable_ui(ui, (size.x + 4.0 / pixels_per_point).min(available.max(1.0)));
        }
        let (rect, mut response) = ui.allocate_exact_size(size, self.sense);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, ui.is_enabled(), &self.text));
        if ui.is_rect_visible(rect) {
            let color = self.color.unwrap_or_else(|| ui.style().interact(&response).text_color());
            let color =
                if self.color.is_none() && !self.sense.interactive() { ui.visuals().text_color() } else { color };
            let inner = ui.layout().align_size_within_rect(size, rect);
            // lines are laid out in whole pixels, a little wider than the label: the surplus lies where lines end
            let laid_out = request.width_px.filter(|_| request.fallback.is_rtl()).map(|width| width / pixels_per_point);
            let left = laid_out.map_or(inner.left(), |width| inner.right() - width);
            let shapes = shared.lock().block_shapes(&ctx, &block, color, pos2(left, inner.top()), ui.clip_rect());
            ui.painter().extend(shapes);
        }
        if block.shortened {
            response = super::tooltip(response, &self.text);
        }
        response
    }
}
