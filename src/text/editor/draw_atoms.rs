//! Atoms on the screen: how much room the caller wants for each, and the caller's drawing in it.
//!
//! Apart from the editor's own drawing because here the caller draws, with widgets of his own.

use egui::{Pos2, Rect, Sense, Stroke, StrokeKind, Ui, UiBuilder, vec2};

use super::layout::Progress;
use super::{EditorView, LayoutStyle, PlacedRange};
use crate::text::label::Label;

/// Room for an atom that nobody draws, above and below its text, in points.
pub(super) const PADDING: f32 = 4.0;

/// An atom as it is to be drawn.
#[derive(Clone, Debug)]
pub struct AtomAt<'a> {
    /// Which one: its kind and tag.
    pub range: PlacedRange,
    /// The text that stands for it.
    pub text: &'a str,
    /// Where it goes, in points. As long as it is being measured only what is given counts: the width of the room for
    /// a paragraph, nothing for an inline atom.
    pub rect: Rect,
    /// It is selected: whoever draws it shows it, in the shape that the drawing has.
    pub is_selected: bool,
    /// [`Editor::find`](super::Editor::find) found something in its text.
    pub is_found: bool,
}

type Measure<'a> = Box<dyn Fn(&AtomAt<'_>) -> f32 + 'a>;
/// The caller's drawing of an atom.
pub(super) type Draw<'a> = Box<dyn FnMut(&mut Ui, &AtomAt<'_>) + 'a>;

/// How the caller draws atoms.
#[derive(Default)]
pub(super) struct Atoms<'a> {
    height: Option<Measure<'a>>,
    draw: Option<Draw<'a>>,
}

impl<'a> Atoms<'a> {
    pub(super) fn new(height: impl Fn(&AtomAt<'_>) -> f32 + 'a, draw: impl FnMut(&mut Ui, &AtomAt<'_>) + 'a) -> Self {
        Self { height: Some(Box::new(height)), draw: Some(Box::new(draw)) }
    }
}

impl EditorView<'_> {
    /// Asks for the height of every atom; what comes of it needs another layout.
    pub(super) fn measure_atoms(&mut self, style: &LayoutStyle) {
        let scale = style.pixels_per_point;
        let width_px = style.width_px.unwrap_or(0.0);
        let plain = self.style.size * 1.5 + 2.0 * PADDING;
        let mut is_changed = false;
        for (index, paragraph) in self.editor.paragraphs.iter_mut().enumerate() {
            let Some(held) = paragraph.atom() else { continue };
            let range = held.placed(index);
            let width_px = (width_px - paragraph.room().sides_px()).max(1.0);
            let room = Rect::from_min_size(Pos2::ZERO, vec2(width_px / scale, 0.0));
            let atom = AtomAt { range, text: paragraph.text(), rect: room, is_selected: false, is_found: false };
            let height = self.atoms.height.as_ref().map_or(plain, |height| height(&atom));
            let room_px = (width_px, (height * scale).round().max(1.0));
            is_changed |= paragraph.set_atom_px(room_px);
        }
        if is_changed {
            self.editor.progress = Progress::Stale;
        }
    }

    /// Lets the caller draw every atom that can be seen.
    pub(super) fn draw_atoms(&mut self, ui: &mut Ui, origin: Pos2, scale: f32) {
        let clip = ui.clip_rect();
        let mut top = origin.y;
        let mut draw = self.atoms.draw.take();
        for (index, paragraph) in self.editor.paragraphs.iter().enumerate() {
            let height = paragraph.height_px() / scale;
            let (from, until) = (top, top + height);
            top = until;
            let Some(held) = paragraph.atom().filter(|_| until >= clip.top() && from <= clip.bottom()) else {
                continue;
            };
            let width = paragraph.atom_width_px().unwrap_or(0.0) / scale;
            let room = paragraph.room();
            let at = egui::pos2(origin.x + room.left_px / scale, from + room.above_px / scale);
            let height = height - (room.above_px + room.below_px) / scale;
            let rect = Rect::from_min_size(at, vec2(width, height));
            let selected = self.editor.selected_in(index).is_some_and(|(bytes, _)| bytes == (0..paragraph.len()));
            let atom = AtomAt {
                range: held.placed(index),
                text: paragraph.text(),
                rect,
                is_selected: selected,
                is_found: self.editor.hits_in(index).next().is_some(),
            };
            self.atom_ui(ui, held.id, &atom, draw.as_mut(), plain_ui);
        }
        self.atoms.draw = draw;
    }

    /// Draws an atom in its place: as the caller does, or `plain`, with a frame around it where it is selected.
    pub(super) fn atom_ui(
        &self,
        ui: &mut Ui,
        id: u64,
        atom: &AtomAt<'_>,
        draw: Option<&mut Draw<'_>>,
        plain: fn(&mut Ui, &AtomAt<'_>),
    ) {
        let mut child = ui.new_child(UiBuilder::new().id_salt((self.id, id)).max_rect(atom.rect));
        match draw {
            Some(draw) => draw(&mut child, atom),
            None => {
                plain(&mut child, atom);
                if atom.is_selected {
                    let stroke = Stroke::new(1.5, ui.visuals().selection.stroke.color);
                    ui.painter().rect_stroke(atom.rect, 4.0, stroke, StrokeKind::Inside);
                }
            }
        }
    }
}

/// An atom that nobody else draws: its text in a box.
fn plain_ui(ui: &mut Ui, atom: &AtomAt<'_>) {
    ui.painter().rect_filled(atom.rect, 4.0, ui.visuals().faint_bg_color);
    let inner = atom.rect.shrink(PADDING);
    ui.put(inner, Label::new(atom.text).truncate().sense(Sense::hover()));
}
