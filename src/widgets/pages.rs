//! Pages of a document below each other, as wide as the room: pictures that come from elsewhere, and may come late.
//!
//! Where a page's new picture is not there yet the one before it stays, and the place where one reads is kept. Pages are
//! asked for as they come into sight.
//!
//! # Keyboard
//! One stop of Tab. Arrows move by a line, Page Up, Page Down and Space by a screen, Home and End to the first and last page.
//!
//! # Example
//! ```no_run
//! use tansiq::widgets::{PageView, PagesState, pages_ui};
//! fn preview_ui(ui: &mut egui::Ui, pages: &[PageView], state: &mut PagesState) {
//!     let wanted = pages_ui(ui, "Preview", pages, &|page, count| format!("Page {page} of {count}"), state);
//!     // Have the pages in `wanted.seen` drawn at `wanted.pixels_per_point`.
//!     drop(wanted);
//! }
//! ```

use super::arrival::greet;
use super::direction::UiExt;
use super::scroll::{page_keys, reading_keys, scroll_vertical};
use egui::{
    Align, Color32, ColorImage, Rect, Role, Sense, Stroke, StrokeKind, TextureHandle, TextureOptions, Ui, WidgetInfo,
    pos2, vec2,
};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

/// A page: how large it is, what is on it, and its picture where it has been drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct PageView {
    /// Its width and its height, in the document's points.
    pub size: [f32; 2],
    /// Names what is on it.
    pub key: u128,
    /// What is on it.
    pub picture: Option<PagePicture>,
}

/// A page's picture, without anything transparent in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PagePicture {
    /// The width and the height, in pixels.
    pub size: [usize; 2],
    /// Row by row from the top, four bytes a pixel.
    pub rgba: Arc<Vec<u8>>,
}

/// How large pages are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Zoom {
    /// As wide as the room.
    #[default]
    Width,
    /// So that a page is seen as a whole.
    Page,
    /// So many times as large as on paper; never wider than the room.
    Times(f32),
}

/// What is kept of shown pages.
#[derive(Default)]
pub struct PagesState {
    textures: HashMap<usize, Shown>,
    zoom: Zoom,
    /// This page is to come to the top.
    goes_to: Option<usize>,
    /// Nothing else is read beside them.
    is_alone: bool,
}

impl PagesState {
    /// Nothing else is read where they are shown: the keys that turn pages are theirs, wherever the focus is.
    pub const fn set_alone(&mut self) {
        self.is_alone = true;
    }

    /// How large pages are shown.
    pub const fn zoom(&self) -> Zoom {
        self.zoom
    }

    /// Shows them larger or smaller; the page one reads stays.
    pub const fn set_zoom(&mut self, zoom: Zoom, reading: usize) {
        self.zoom = zoom;
        self.goes_to = Some(reading);
    }

    /// Shows a page from its top.
    pub const fn go_to(&mut self, page: usize) {
        self.goes_to = Some(page);
    }
}

/// A page's texture: of what, and how large it is.
struct Shown {
    key: u128,
    size: [usize; 2],
    texture: TextureHandle,
}

/// What is to be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct PagesWanted {
    /// The pages in sight, and those beside them.
    pub seen: Range<usize>,
    /// Pixels of the screen a point of the document.
    pub pixels_per_point: f32,
    /// The page that one reads, from zero.
    pub reading: usize,
    /// Points of the screen a point of the document.
    pub scale: f32,
}

/// Around and between pages, in points.
const MARGIN: f32 = 16.0;
/// The widest a page is shown, in points of the screen a point of the document.
const LARGEST: f32 = 2.0;
/// What a page is before one is known: A4.
const USUAL: [f32; 2] = [595.28, 841.89];

/// Shows them. `name` is what a screen reader calls them all, `page_name` a page of so many.
pub fn pages_ui(
    ui: &mut Ui,
    name: &str,
    pages: &[PageView],
    page_name: &dyn Fn(usize, usize) -> String,
    state: &mut PagesState,
) -> PagesWanted {
    state.textures.retain(|index, _| *index < pages.len());
    let ratio = ui.ctx().pixels_per_point();
    let widest = pages.iter().map(|page| page.size[0]).fold(0.0, f32::max);
    let widest = if widest > 0.0 { widest } else { USUAL[0] };
    let tallest = pages.iter().map(|page| page.size[1]).fold(0.0, f32::max);
    let tallest = if tallest > 0.0 { tallest } else { USUAL[1] };
    // Whole pixels, so that a picture is drawn as it is.
    let room = (ui.available_width() - 2.0 * MARGIN).max(80.0);
    let width = match state.zoom {
        Zoom::Width => room.min(widest * LARGEST),
        Zoom::Page => ((ui.available_height() - 2.0 * MARGIN).max(80.0) * widest / tallest).min(room),
        Zoom::Times(times) => (widest * times).clamp(80.0, room),
    };
    let scale = (width * ratio).floor() / ratio / widest;
    let mut seen: Option<Range<usize>> = None;
    let viewport = ui.available_rect_before_wrap();
    ui.painter().rect_filled(viewport, 0, ui.tokens().surface_sunken);
    let around = ui.interact(viewport, ui.scope_id().with(("pages", name)), Sense::click());
    around.widget_info(|| WidgetInfo::labeled(Role::Document, true, name));
    if around.clicked() {
        around.request_focus();
    }
    greet(ui.ctx(), around.id);
    let mut reading = 0;
    let goes_to = state.goes_to.take().filter(|page| *page < pages.len());
    scroll_vertical(ui, ("pages", name), |ui, area| {
        area.show_viewport(ui, |ui, visible| {
            let mut moved = reading_keys(ui, &around, visible.height());
            if state.is_alone && !egui::Popup::is_any_open(ui.ctx()) {
                moved += page_keys(ui, visible.height());
            }
            if moved != 0.0 {
                ui.scroll_with_delta(vec2(0.0, -moved));
            }
            let origin = ui.max_rect().min;
            let mut top = MARGIN;
            for (index, page) in pages.iter().enumerate() {
                let size = vec2(page.size[0], page.size[1]) * scale;
                let start = (ui.max_rect().width() - size.x).max(0.0) / 2.0;
                let place = snapped(Rect::from_min_size(pos2(origin.x + start, origin.y + top), size), ratio);
                if top <= visible.center().y.max(MARGIN) {
                    reading = index;
                }
                if goes_to == Some(index) {
                    ui.scroll_to_rect(place.expand(MARGIN), Some(Align::Min));
                }
                let is_near =
                    top + size.y > visible.top() - visible.height() && top < visible.bottom() + visible.height();
                if is_near {
                    seen = Some(seen.as_ref().map_or(index, |seen| seen.start)..index + 1);
                    page_ui(ui, place, index, page, &page_name(index + 1, pages.len()), state);
                } else {
                    state.textures.remove(&index);
                }
                top += size.y + MARGIN;
            }
            ui.allocate_space(vec2(ui.max_rect().width(), top));
        })
    });
    if around.has_focus() {
        ui.painter().rect_stroke(viewport, 0, ui.tokens().focus_ring(), StrokeKind::Inside);
    }
    // A picture is no larger than the graphics card takes.
    let most = ui.input(|input| input.max_texture_side) as f32 / tallest.max(widest);
    // Before anything is known the first pages are what will be seen.
    PagesWanted { seen: seen.unwrap_or(0..2), pixels_per_point: (scale * ratio).min(most), reading, scale }
}

fn page_ui(ui: &Ui, place: Rect, index: usize, page: &PageView, name: &str, state: &mut PagesState) {
    let response = ui.interact(place, ui.scope_id().with(("page", index)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, name));
    if let Some(picture) = &page.picture {
        let is_known = state.textures.get(&index).is_some_and(|it| it.key == page.key && it.size == picture.size);
        let most = ui.input(|input| input.max_texture_side);
        if !is_known && picture.size.iter().all(|side| *side <= most) {
            let image = ColorImage::from_rgba_premultiplied(picture.size, &picture.rgba);
            let texture = ui.ctx().load_texture("page", image, TextureOptions::LINEAR);
            state.textures.insert(index, Shown { key: page.key, size: picture.size, texture });
        }
    }
    // Paper is white in the dark, too: it is what will be printed.
    ui.painter().rect_filled(place, 0, Color32::WHITE);
    if let Some(shown) = state.textures.get(&index) {
        let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
        ui.painter().image(shown.texture.id(), place, whole, Color32::WHITE);
    }
    ui.painter().rect_stroke(place, 0, Stroke::new(1.0, ui.tokens().line), StrokeKind::Outside);
}

/// The rectangle on whole pixels.
fn snapped(rect: Rect, ratio: f32) -> Rect {
    let snap = |points: f32| (points * ratio).round() / ratio;
    Rect::from_min_size(pos2(snap(rect.left()), snap(rect.top())), vec2(snap(rect.width()), snap(rect.height())))
}
