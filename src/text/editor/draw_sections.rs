//! Sections on the screen: where each of them stands, and the caller's drawing behind and around its letters.
//!
//! Apart from the editor's own drawing because here the caller draws, with widgets of his own.

use egui::{Pos2, Rangef, Rect, Ui, UiBuilder};

use super::EditorView;
use super::stops::CARET_ROOM_PX;

/// A section as it stands on the screen, in points.
#[derive(Clone, Debug, PartialEq)]
pub struct SectionAt {
    /// Which one.
    pub tag: u64,
    /// All of it but its margins, as wide as the editor.
    pub rect: Rect,
    /// From the top to the bottom of its first line: where what is drawn beside it is level with its letters.
    pub first_line: Rangef,
    /// The same of each of its paragraphs that can be seen, with its number.
    pub paragraphs: Vec<(usize, Rangef)>,
}

type Behind<'a> = Box<dyn Fn(&Ui, &SectionAt) + 'a>;
type Draw<'a> = Box<dyn FnMut(&mut Ui, &SectionAt) + 'a>;

/// How the caller draws sections.
#[derive(Default)]
pub(super) struct Sections<'a>(Option<(Behind<'a>, Draw<'a>)>);

impl<'a> Sections<'a> {
    pub(super) fn new(behind: impl Fn(&Ui, &SectionAt) + 'a, draw: impl FnMut(&mut Ui, &SectionAt) + 'a) -> Self {
        Self(Some((Box::new(behind), Box::new(draw))))
    }
}

impl EditorView<'_> {
    /// The sections within what can be seen.
    pub(super) fn sections_seen(&self, ui: &Ui, rect: Rect, origin: Pos2, scale: f32) -> Vec<SectionAt> {
        if self.sections.0.is_none() {
            return Vec::new();
        }
        let clip = ui.clip_rect();
        let width = rect.width().max(CARET_ROOM_PX / scale);
        let mut paragraphs = self.editor.paragraphs.iter();
        let mut top = origin.y;
        let mut seen = Vec::new();
        for (section, span) in self.editor.sections.spans() {
            let from = top;
            let mut first_line = None;
            let mut within = Vec::new();
            for (number, paragraph) in paragraphs.by_ref().take(span.len()).enumerate() {
                let bottom = top + paragraph.height_px() / scale;
                let is_seen = bottom >= clip.top() && top <= clip.bottom();
                let line = if is_seen || first_line.is_none() { paragraph.line_span_px(0) } else { None };
                first_line = first_line.or(line);
                if let Some((above_px, below_px)) = line.filter(|_| is_seen) {
                    within.push((number, Rangef::new(top + above_px / scale, top + below_px / scale)));
                }
                top = bottom;
            }
            if top < clip.top() || from > clip.bottom() {
                continue;
            }
            let margin = (section.frame.margin * scale).round() / scale;
            let inner = Rect::from_min_max(
                egui::pos2(rect.left(), from + margin),
                egui::pos2(rect.left() + width, (top - margin).max(from + margin)),
            );
            let first_line = first_line.map_or(inner.y_range(), |(above_px, below_px)| {
                Rangef::new(from + above_px / scale, from + below_px / scale)
            });
            seen.push(SectionAt { tag: section.tag, rect: inner, first_line, paragraphs: within });
        }
        seen
    }

    /// What the caller has behind the letters.
    pub(super) fn draw_behind(&self, ui: &Ui, seen: &[SectionAt]) {
        if let Some((behind, _)) = &self.sections.0 {
            seen.iter().for_each(|section| behind(ui, section));
        }
    }

    /// What the caller has around them.
    pub(super) fn draw_sections(&mut self, ui: &mut Ui, seen: &[SectionAt]) {
        let Some((_, draw)) = &mut self.sections.0 else { return };
        for section in seen {
            let id = ("section", self.id, section.tag);
            let mut child = ui.new_child(UiBuilder::new().id_salt(id).max_rect(section.rect));
            draw(&mut child, section);
        }
    }
}
