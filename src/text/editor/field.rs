//! A text field over a `String`: the editor behind it lives in egui's memory.
//!
//! Apart from the view because most forms have a `String` to fill, and no document to keep.

use std::sync::Arc;

use egui::mutex::Mutex;
use egui::{Align, Id, Ui};

use super::{Editor, EditorOutput, EditorView, Fold};
use crate::text::bidi::Direction;
use crate::text::fonts::Weight;

/// What is kept between frames.
struct Kept {
    editor: Editor,
    /// The caller's text as last seen: another one now was changed from outside.
    seen: String,
}

/// Edits a `String`, on one line or on several. Has no frame: that belongs to whoever draws the house's fields.
#[must_use = "a field shows nothing until `show` is called"]
pub struct TextField<'a> {
    text: &'a mut String,
    id: Option<Id>,
    id_salt: Option<egui::IdSalt>,
    label: String,
    hint: String,
    width: Option<f32>,
    size: f32,
    line_height: Option<f32>,
    weight: Weight,
    direction: Option<Direction>,
    align: Option<Align>,
    min_lines: usize,
    is_multiline: bool,
    is_read_only: bool,
    is_emptied: bool,
    is_selected: bool,
    char_limit: usize,
    sought: Option<Sought<'a>>,
}

/// What is looked for in a field, and where one stands.
struct Sought<'a> {
    words: &'a str,
    fold: Fold<'a>,
    at: Option<usize>,
    is_new: bool,
}

impl<'a> TextField<'a> {
    /// On one line.
    pub fn new(text: &'a mut String) -> Self {
        Self {
            text,
            id: None,
            id_salt: None,
            label: String::new(),
            hint: String::new(),
            width: None,
            size: 0.0,
            line_height: None,
            weight: Weight::Regular,
            direction: None,
            align: None,
            min_lines: 1,
            is_multiline: false,
            is_read_only: false,
            is_emptied: false,
            is_selected: false,
            char_limit: usize::MAX,
            sought: None,
        }
    }

    /// On several lines.
    pub fn multiline(text: &'a mut String) -> Self {
        Self { is_multiline: true, min_lines: 3, ..Self::new(text) }
    }

    /// Tells it from other fields of the same ui.
    pub fn id_salt(mut self, salt: impl egui::AsIdSalt) -> Self {
        self.id_salt = Some(egui::IdSalt::new(salt));
        self
    }

    /// Its id, where the caller needs to know it.
    pub const fn id(mut self, id: Id) -> Self {
        self.id = Some(id);
        self
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

    /// In points; all that is available where none is given.
    pub const fn width(mut self, points: f32) -> Self {
        self.width = Some(points);
        self
    }

    /// In points; the body text's size where none is given.
    pub const fn font_size(mut self, points: f32) -> Self {
        self.size = points;
        self
    }

    /// From line to line, in points.
    pub const fn line_height(mut self, points: f32) -> Self {
        self.line_height = Some(points);
        self
    }

    /// How heavy.
    pub const fn weight(mut self, weight: Weight) -> Self {
        self.weight = weight;
        self
    }

    /// One direction, whatever the letters: for e-mail addresses and the like.
    pub const fn direction(mut self, direction: Option<Direction>) -> Self {
        self.direction = direction;
        self
    }

    /// Where lines stand: `None` (at first) by each paragraph's direction, `Some` at the left, centre or right.
    pub const fn align(mut self, align: Option<Align>) -> Self {
        self.align = align;
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

    /// Empties it first, as a step of undo: a text that its owner takes away is gone for good.
    pub const fn emptied(mut self, is_emptied: bool) -> Self {
        self.is_emptied = is_emptied;
        self
    }

    /// Selects all of it: what is typed next comes in its place.
    pub const fn selected(mut self, is_selected: bool) -> Self {
        self.is_selected = is_selected;
        self
    }

    /// The longest text that can be typed, in `char`s.
    pub const fn char_limit(mut self, limit: usize) -> Self {
        self.char_limit = limit;
        self
    }

    /// Looks for words in it, as [`Editor::find`] does, and marks every place. `at` is the number of the place one stands
    /// at, and whether one has just come to it: then it is selected and brought into sight.
    pub const fn sought(mut self, words: &'a str, fold: Fold<'a>, (at, is_new): (Option<usize>, bool)) -> Self {
        self.sought = Some(Sought { words, fold, at, is_new });
        self
    }

    /// Adds it to the ui.
    pub fn show(self, ui: &mut Ui) -> EditorOutput {
        let id = self.id.unwrap_or_else(|| match self.id_salt {
            Some(salt) => ui.make_persistent_id(salt),
            None => ui.next_auto_id(),
        });
        let kept = ui.ctx().data_mut(|data| {
            let new = || Arc::new(Mutex::new(Kept { editor: Editor::new(self.text), seen: self.text.clone() }));
            data.get_temp_mut_or_insert_with(id.with("text field"), new).clone()
        });
        let kept = &mut *kept.lock();
        if kept.seen != *self.text {
            kept.editor.set_text(self.text);
            kept.seen.clone_from(self.text);
        }
        if self.is_emptied {
            kept.editor.replace_all("");
            kept.seen.clear();
            self.text.clear();
        }
        if self.is_selected {
            kept.editor.select_all();
        }
        match self.sought {
            Some(Sought { words, fold, at, is_new }) => {
                kept.editor.find(words, fold);
                match at {
                    Some(number) if is_new => kept.editor.stand_at_hit(number),
                    Some(_) => {}
                    None => kept.editor.leave_hit(),
                }
            }
            None => kept.editor.end_find(),
        }
        let mut view = EditorView::new(&mut kept.editor, id)
            .label(self.label)
            .hint(self.hint)
            .font_size(self.size)
            .weight(self.weight)
            .direction(self.direction)
            .align(self.align)
            .single_line(!self.is_multiline)
            .min_lines(self.min_lines)
            .read_only(self.is_read_only)
            .char_limit(self.char_limit);
        if let Some(points) = self.line_height {
            view = view.line_height(points);
        }
        if let Some(points) = self.width {
            view = view.width(points);
        }
        let output = view.show(ui);
        if output.changed {
            *self.text = kept.editor.text();
            kept.seen.clone_from(self.text);
        }
        output
    }
}
