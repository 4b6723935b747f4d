//! A field for text of several lines: it grows with what stands in it, up to a height from which on it scrolls.
//!
//! # Keyboard
//! Tab reaches and leaves it; Enter begins a line. Everything else is the editor's; the caret stays in sight.
//!
//! # Example
//! ```no_run
//! # fn form(ui: &mut egui::Ui, details: &mut String) {
//! use tansiq::widgets::TextArea;
//! let count = |used: usize, most: usize| format!("{used} / {most}");
//! TextArea::new(details, "Details").lines(4).limit(500, &count).show(ui);
//! # }
//! ```

use super::direction::UiExt;
use super::field::FieldOutput;
use super::scroll::scroll_vertical;
use super::surround::{INSIDE, Surround, surround_builders};
use crate::arabic::fold_char;
use crate::text::TextField;
use egui::{Ui, vec2};

/// Above and below the text.
const ABOVE: f32 = 8.0;
/// How many lines are seen at once: more would push the rest of a form out of sight.
const MOST_LINES: usize = 12;

/// Says how many characters are used, of how many.
type CountWords<'a> = &'a dyn Fn(usize, usize) -> String;

/// A field for text of several lines.
#[must_use = "show it"]
pub struct TextArea<'a> {
    text: &'a mut String,
    surround: Surround<'a>,
    hint: &'a str,
    lines: usize,
    most_lines: usize,
    limit: Option<(usize, CountWords<'a>)>,
    sought: Option<Sought<'a>>,
}

/// Words that are looked for in a text, however they are spelt.
#[derive(Clone, Copy, Debug)]
pub struct Sought<'a> {
    /// The words: all their places are marked.
    pub words: &'a str,
    /// The number of the place one stands at, from 0.
    pub at: Option<usize>,
    /// One has just come to it: it is selected and comes into sight.
    pub is_new: bool,
}

impl<'a> TextArea<'a> {
    /// `label` stands above and is its accessible name.
    pub const fn new(text: &'a mut String, label: &'a str) -> Self {
        Self {
            text,
            surround: Surround::new(label),
            hint: "",
            lines: 3,
            most_lines: MOST_LINES,
            limit: None,
            sought: None,
        }
    }

    surround_builders!();

    /// At least so many lines high.
    pub const fn lines(mut self, lines: usize) -> Self {
        self.lines = lines;
        self
    }

    /// At most so many lines high: longer text scrolls. Without it, twelve.
    pub const fn most_lines(mut self, lines: usize) -> Self {
        self.most_lines = lines;
        self
    }

    /// The longest text that can be typed; `words` says below the field how much of it is used.
    pub const fn limit(mut self, most: usize, words: CountWords<'a>) -> Self {
        self.limit = Some((most, words));
        self
    }

    /// What is looked for in it.
    pub const fn sought(mut self, sought: Option<Sought<'a>>) -> Self {
        self.sought = sought;
        self
    }

    /// Shows it.
    pub fn show(self, ui: &mut Ui) -> FieldOutput {
        let Self { text, surround, hint, lines, most_lines, limit, sought } = self;
        let editor = surround.editor(ui);
        let letters = text.chars().count();
        let used = limit.map(|(most, words)| (words(letters, most), letters > most));
        let aside = used.as_ref().map(|(words, is_over)| (words.as_str(), *is_over));
        let surround = Surround { aside, ..surround };
        // The height follows the text, which is laid out inside: what it came to last time, and at once anew when it
        // has become another.
        let known: Option<f32> = ui.ctx().data(|data| data.get_temp(editor));
        let height = |lines: usize| ui.text_style_height(&egui::TextStyle::Body) * lines as f32 + 2.0 * ABOVE;
        let (least, most) = (height(lines), height(most_lines.max(lines)));
        let wanted_before = known.unwrap_or(least).max(ui.metrics().control);
        let tall = wanted_before.min(most);
        let (frame, response, (changed, inner)) = surround.show(ui, tall, |ui, frame| {
            let mut room = frame.shrink2(vec2(0.0, ABOVE));
            let width = room.width() - 2.0 * INSIDE;
            // The bar stands in the margin behind the text.
            ui.direction().take_start(&mut room, INSIDE);
            let is_enabled = ui.is_enabled();
            let mut edit = |ui: &mut Ui| {
                let fold = |letter: char, push: &mut dyn FnMut(char)| fold_char(letter, &mut |folded| push(folded));
                let mut field = TextField::multiline(text);
                if let Some(Sought { words, at, is_new }) = sought {
                    field = field.sought(words, &fold, (at, is_new));
                }
                field
                    .id(editor)
                    .label(surround.name())
                    .hint(hint)
                    .width(width)
                    .min_lines(lines)
                    .char_limit(limit.map_or(usize::MAX, |(most, _)| most))
                    .read_only(!is_enabled)
                    .show(ui)
            };
            let output = ui.within(room, ("text", editor), |ui| {
                if wanted_before > most {
                    scroll_vertical(ui, ("lines", editor), |ui, area| area.show(ui, edit)).inner
                } else {
                    edit(ui)
                }
            });
            let inner = output.response.rect.height();
            (output.response, (output.changed, inner))
        });
        let wanted = inner + 2.0 * ABOVE;
        if (wanted - wanted_before).abs() > 0.5 {
            ui.ctx().data_mut(|data| data.insert_temp(editor, wanted));
            ui.ctx().request_discard("a text area has a new height");
        }
        FieldOutput { response, changed, submitted: false, frame }
    }
}
