//! A cell while it is being changed in its place.
//!
//! Apart because the table owns the keys (Escape restores, Enter and Tab commit and go on) and the caller owns the editor.

use crate::text::{self, TextField, Weight};
use crate::widgets::direction::UiExt;
use crate::widgets::theme::{RADIUS_CONTROL, Type};
use egui::{Response, Stroke, StrokeKind, Ui, vec2};

/// From the words of a cell to the frame of its editor.
const BESIDE: f32 = 7.0;

/// What stands in the cell that is being changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellEdit {
    /// What has been typed so far.
    pub text: String,
    pub(super) row: i64,
    pub(super) column: String,
    before: String,
    is_fresh: bool,
    /// The editor had the focus in the last frame.
    pub(super) had_focus: bool,
}

/// A cell as the table asks for it.
pub struct Cell<'a> {
    /// The place of the row.
    pub row: usize,
    /// The place of the column in the table's columns.
    pub column: usize,
    /// It is being changed: an editor is to be drawn instead of the value.
    pub edit: Option<&'a mut CellEdit>,
}

impl CellEdit {
    pub(super) fn new(row: i64, column: &str, text: String) -> Self {
        Self { before: text.clone(), text, row, column: column.to_owned(), is_fresh: true, had_focus: false }
    }

    /// Was anything changed?
    pub fn is_changed(&self) -> bool {
        self.text != self.before
    }

    /// The usual editor: one line of text over the whole cell. `name` is what a screen reader says, `weight` that of the
    /// words it stands in for: they stand still and look the same when they begin to be changed.
    pub fn field(&mut self, ui: &mut Ui, name: &str, weight: Weight) -> Response {
        let rect = ui.max_rect();
        let frame = rect.shrink2(vec2(-BESIDE, 6.0));
        let tokens = ui.tokens();
        ui.painter().rect(frame, RADIUS_CONTROL, tokens.surface, Stroke::NONE, StrokeKind::Inside);
        let place = rect.expand2(vec2(text::inset(ui.ctx()), 0.0));
        let field = TextField::new(&mut self.text).id_salt("edit").label(name).weight(weight).width(place.width());
        // Where the words of a cell begin, whatever their own direction.
        let field = field.line_height(Type::Interface.line_height()).align(Some(ui.direction().start()));
        let shown = ui.row_within(place, "editor", |ui| field.show(ui));
        ui.painter().rect_stroke(frame, RADIUS_CONTROL, tokens.focus_ring(), StrokeKind::Inside);
        self.hold_focus(&shown.response);
        shown.response
    }

    /// For editors of the caller's own: the editor that was drawn gets the focus when it is new, and the table learns when
    /// it has lost it.
    pub fn hold_focus(&mut self, editor: &Response) {
        if std::mem::take(&mut self.is_fresh) {
            editor.request_focus();
        }
        self.had_focus = editor.has_focus();
    }
}
