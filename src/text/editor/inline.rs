//! Inline atoms: words that the caller draws, such as a mention's chip. The caret steps over one as over a letter.
//!
//! Apart from [paragraph atoms](super::Editor::insert_atom), which are lines of their own. An inline atom is a
//! [range](super::TextRange) whose letters stay in the text, where they are copied, found and read aloud, and are not
//! shaped: a stand-in as wide as the caller's drawing takes their place on the line. It wraps as a word does, with what
//! is written close to it, and stands among right-to-left words as they do. An edit that reaches into it dissolves it
//! into plain text; undo makes it whole again.

use std::ops::Range;

use super::held::{Alteration, Held};
use super::history::Kind;
use super::{Caret, Editor, Paragraph, PlacedRange, TextRange};

/// The width of an atom that nobody has measured yet, in font sizes a letter.
const GUESSED_WIDTH: f32 = 0.5;

/// How wide an inline atom is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct InlineAtom {
    /// The range's.
    pub(super) id: u64,
    pub(super) width_px: f32,
}

/// The inline atoms of a chunk, counted from its start, with their widths: none is wider than a line.
pub(super) fn inline_within(
    ranges: &[Held],
    measured: &[InlineAtom],
    chunk: &Range<usize>,
    size_px: f32,
    width_px: Option<f32>,
) -> Vec<(Range<usize>, f32)> {
    let atoms = ranges.iter().filter(|held| held.is_inline);
    let within = atoms.filter(|held| chunk.start <= held.bytes.start && held.bytes.end <= chunk.end);
    let mut inline: Vec<(Range<usize>, f32)> = within
        .map(|held| {
            let guess = size_px * GUESSED_WIDTH * held.bytes.len() as f32 / 2.0;
            let known = measured.iter().find(|atom| atom.id == held.id).map(|atom| atom.width_px);
            let width = known.unwrap_or(guess).min(width_px.unwrap_or(f32::MAX)).max(1.0);
            (held.bytes.start - chunk.start..held.bytes.end - chunk.start, width)
        })
        .collect();
    inline.sort_by_key(|(bytes, _)| bytes.start);
    inline
}

impl Paragraph {
    /// Its inline atoms; none where all of it is one atom.
    pub(super) fn inline_atoms(&self) -> impl Iterator<Item = &Held> {
        let has_words = !self.is_atom();
        self.ranges().iter().filter(move |held| has_words && held.is_inline)
    }

    /// The inline atom that holds a place between its letters.
    pub(super) fn inline_around(&self, byte: usize) -> Option<Range<usize>> {
        self.inline_atoms().map(|held| &held.bytes).find(|bytes| bytes.start < byte && byte < bytes.end).cloned()
    }

    /// The inline atom that begins at a byte.
    pub(super) fn inline_from(&self, byte: usize) -> Option<Range<usize>> {
        self.inline_atoms().map(|held| &held.bytes).find(|bytes| bytes.start == byte).cloned()
    }

    /// The inline atom that ends at a byte.
    pub(super) fn inline_until(&self, byte: usize) -> Option<Range<usize>> {
        self.inline_atoms().map(|held| &held.bytes).find(|bytes| bytes.end == byte).cloned()
    }

    /// Bytes with all of the inline atoms that they reach into.
    pub(super) fn with_whole_atoms(&self, bytes: Range<usize>) -> Range<usize> {
        let start = self.inline_around(bytes.start).map_or(bytes.start, |atom| atom.start);
        let end = self.inline_around(bytes.end).map_or(bytes.end, |atom| atom.end);
        start..end
    }

    /// Bytes as the layout has them, in which what is being composed stands among the letters.
    pub(super) fn laid_out_bytes(&self, bytes: &Range<usize>) -> Range<usize> {
        let (at, length) = self.preedit.as_ref().map_or((usize::MAX, 0), |(at, preedit)| (*at, preedit.len()));
        let start = if bytes.start >= at { bytes.start + length } else { bytes.start };
        let end = if bytes.end > at { bytes.end + length } else { bytes.end };
        start..end
    }

    /// Takes the widths that the caller wants for its inline atoms, in pixels. `true` where one is new.
    pub(super) fn set_inline_px(&mut self, atoms: Vec<InlineAtom>) -> bool {
        let changed: Vec<u64> = atoms.iter().filter(|atom| !self.inline.contains(atom)).map(|atom| atom.id).collect();
        let bytes: Vec<Range<usize>> =
            self.inline_atoms().filter(|held| changed.contains(&held.id)).map(|held| held.bytes.clone()).collect();
        self.inline = atoms;
        bytes.iter().for_each(|bytes| self.forget_layout_of(bytes));
        !bytes.is_empty()
    }

    /// No chunk ends within an inline atom: those that it reaches over become one.
    pub(super) fn hold_atoms_together(&mut self) {
        let atoms: Vec<Range<usize>> = self.inline_atoms().map(|held| held.bytes.clone()).collect();
        for atom in atoms {
            let (mut start, mut first, mut count) = (0, 0, 0);
            for (index, chunk) in self.chunks.iter().enumerate() {
                let end = start + chunk.length;
                if start < atom.end && atom.start < end {
                    first = if count == 0 { index } else { first };
                    count += 1;
                }
                start = end;
            }
            if count > 1 {
                self.join_chunks(first..first + count);
            }
        }
    }
}

impl Editor {
    /// Puts an inline atom at the caret, in the place of the selection, as one step of undo; the caret goes behind it.
    /// `text` stands for it wherever there is only text. Answers the range's id.
    pub fn insert_inline_atom(&mut self, text: &str, range: TextRange) -> Option<u64> {
        let text = super::atoms::one_line(text);
        self.as_one_step(|editor| {
            editor.insert_as(&text, Kind::Whole);
            let Caret { paragraph, byte, .. } = editor.caret;
            let start = byte.checked_sub(text.len())?;
            let id = editor.hold_inline(paragraph, start..byte, range);
            editor.move_to(editor.caret_in(paragraph, byte), false);
            id
        })
    }

    /// Makes an inline atom of some bytes of a paragraph, as one step of undo: of their own text, or of another. The
    /// caret goes behind it. Answers the range's id; `None` where there is nothing, or another atom.
    pub fn make_inline_atom(
        &mut self,
        paragraph: usize,
        bytes: Range<usize>,
        text: Option<&str>,
        range: TextRange,
    ) -> Option<u64> {
        let at = self.paragraphs.get(paragraph).filter(|at| !at.is_atom())?;
        let start = at.text().floor_char_boundary(bytes.start).max(at.content_start());
        let end = at.text().ceil_char_boundary(bytes.end).min(at.len());
        let is_taken = at.inline_atoms().any(|held| held.bytes.start < end && start < held.bytes.end);
        let own = at.text().get(start..end).filter(|own| !own.is_empty() && !is_taken)?;
        let text = text.map(super::atoms::one_line).filter(|text| text != own);
        self.as_one_step(|editor| {
            let mut end = end;
            if let Some(text) = text {
                let place = |byte| Caret { paragraph, byte, ..Caret::default() };
                editor.replace_raw(place(start), place(end), &text, Kind::Whole);
                end = start + text.len();
            }
            let id = editor.hold_inline(paragraph, start..end, range);
            editor.move_to(editor.caret_in(paragraph, end), false);
            id
        })
    }

    /// Another text for an inline atom; the caret stays where it is among the other letters.
    pub(super) fn set_inline_text(&mut self, placed: PlacedRange, text: &str) -> Option<u64> {
        let text = super::atoms::one_line(text);
        let PlacedRange { paragraph, bytes, range, .. } = placed;
        let moved = |at: Caret| {
            let is_behind = at.paragraph == paragraph && at.byte >= bytes.end;
            Caret { byte: if is_behind { at.byte + text.len() - bytes.len() } else { at.byte }, ..at }
        };
        let (anchor, caret) = (moved(self.anchor), moved(self.caret));
        self.as_one_step(|editor| {
            let place = |byte| Caret { paragraph, byte, ..Caret::default() };
            editor.replace_raw(place(bytes.start), place(bytes.end), &text, Kind::Whole);
            let id = editor.hold_inline(paragraph, bytes.start..bytes.start + text.len(), range);
            editor.move_to(anchor, false);
            editor.move_to(caret, true);
            id
        })
    }

    /// Marks bytes as an inline atom.
    pub(super) fn hold_inline(&mut self, paragraph: usize, bytes: Range<usize>, range: TextRange) -> Option<u64> {
        let held = self.new_held(paragraph, bytes, TextRange { grows: false, ..range }, false)?;
        let held = Held { is_inline: true, ..held };
        let id = held.id;
        self.record_ranges(Alteration { before: Vec::new(), after: vec![held.clone()] });
        self.put_ranges(&[], &[held]);
        Some(id)
    }

    /// Is there an inline atom at a point, in pixels from the text's top left?
    pub(super) fn is_on_inline_px(&self, at: egui::Pos2) -> bool {
        let Some((index, top)) = self.paragraph_at_px(at.y) else { return false };
        let Some(paragraph) = self.paragraphs.get(index) else { return false };
        let line = paragraph.line_at(at.y - top);
        let mut parts =
            paragraph.inline_atoms().flat_map(|held| paragraph.selection(&paragraph.laid_out_bytes(&held.bytes)));
        parts.any(|(on, left, right)| on == line && (left..right).contains(&at.x))
    }
}
