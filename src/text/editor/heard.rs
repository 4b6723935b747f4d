//! The runs of one paragraph as a screen reader gets them, kept until what they depend on changes.
//!
//! Apart from the announcement, which only says where on the screen they stand. Cutting a long text into the letters and
//! words that AccessKit wants takes longer than all else in a frame, and between two frames hardly anything changes.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::mem::Discriminant;
use std::ops::Range;

use egui::accesskit::{Color, Node, NodeId, Role, TextDecoration, TextDecorationStyle, TextDirection};
use egui::{Color32, Id};
use parley::Alignment;
use unicode_segmentation::UnicodeSegmentation;

use super::announce::run_id;
use super::find::Hit;
use super::lines::LineAt;
use super::{Editor, Paragraph, RangeKind, RangeLook};
use crate::text::access::{LONGEST_RUN, word_starts};
use crate::text::bidi::{Direction, first_strong};

/// What of the looks of letters is told: attributes that differ from those of the editor's own node.
pub(super) struct Voice<'a> {
    pub(super) look: Option<&'a dyn Fn(RangeKind) -> RangeLook>,
    /// What is said before a section's first letter.
    pub(super) name: Option<&'a dyn Fn(u64) -> Option<&'a str>>,
    /// The colour of text without a look of its own.
    pub(super) color: Color32,
    /// Behind what was found, and behind the current one.
    pub(super) hit_colors: (Color32, Color32),
    /// Another number where any of it is different.
    pub(super) number: u64,
}

/// What a paragraph's runs depend on, besides the paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct HeardAs {
    pub(super) parent: Id,
    pub(super) serial: u64,
    /// It is seen: its letters have places.
    pub(super) is_placed: bool,
    pub(super) has_newline: bool,
    pub(super) scale: u32,
    /// Where lines break and stand.
    pub(super) lines: Option<(Option<u32>, Discriminant<Alignment>)>,
    pub(super) looks: u64,
    pub(super) hits: u64,
}

/// The runs as they were announced last.
#[derive(Default)]
pub(super) struct Heard {
    /// `None`: the paragraph has changed since.
    pub(super) key: Option<HeardAs>,
    pub(super) runs: Vec<HeardRun>,
    /// What is said before them, where they begin a section that has a name.
    pub(super) spoken: Option<(String, Node)>,
}

/// A run without its place on the screen.
pub(super) struct HeardRun {
    pub(super) id: NodeId,
    pub(super) node: Node,
    /// The byte of the paragraph at which it begins.
    pub(super) start: usize,
    /// How many letters it has, besides the newline.
    pub(super) letters: usize,
    /// Left, right, top and bottom in pixels from the paragraph's top left; that of the paragraph where nobody knows.
    pub(super) edges_px: Option<[f32; 4]>,
}

/// A cluster as AccessKit has it.
struct Letter {
    bytes: Range<usize>,
    width_px: f32,
}

/// A run before it becomes a node.
struct Run {
    line: usize,
    letters: Vec<Letter>,
    is_rtl: bool,
    edges_px: Option<[f32; 4]>,
    /// Its letters have places of their own.
    is_placed: bool,
    style: LetterStyle,
}

/// What is told about letters: the kinds of ranges over them, as bits, and whether they were found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct LetterStyle {
    kinds: u32,
    /// `true` where it is the current one.
    found: Option<bool>,
}

/// The styles of a paragraph's letters.
struct Styles {
    over: Vec<(Range<usize>, LetterStyle)>,
}

impl Styles {
    fn of<'h>(paragraph: &Paragraph, hits: impl Iterator<Item = (&'h Hit, bool)>) -> Self {
        let ranges = paragraph.ranges().iter().map(|held| {
            let kinds = 1 << held.range.kind.number();
            (held.bytes.clone(), LetterStyle { kinds, found: None })
        });
        let hits = hits.map(|(hit, is_current)| (hit.bytes.clone(), LetterStyle { kinds: 0, found: Some(is_current) }));
        Self { over: ranges.chain(hits).collect() }
    }

    fn at(&self, byte: usize) -> LetterStyle {
        let over = self.over.iter().filter(|(bytes, _)| bytes.contains(&byte));
        over.fold(LetterStyle::default(), |all, (_, one)| LetterStyle {
            kinds: all.kinds | one.kinds,
            found: all.found.max(one.found),
        })
    }

    /// How many of the letters, at most a run's worth, look like the first of them.
    fn alike(&self, letters: &[Letter]) -> usize {
        let most = letters.len().min(LONGEST_RUN - 1);
        let Some(first) = letters.first().filter(|_| !self.over.is_empty()) else { return most };
        let style = self.at(first.bytes.start);
        letters.iter().take(most).take_while(|letter| self.at(letter.bytes.start) == style).count().max(1)
    }
}

impl Heard {
    /// The runs of a paragraph as it is now.
    pub(super) fn renew<'h>(
        &mut self,
        key: HeardAs,
        paragraph: &Paragraph,
        hits: impl Iterator<Item = (&'h Hit, bool)>,
        voice: &Voice<'_>,
    ) {
        let styles = Styles::of(paragraph, hits);
        let mut runs = Vec::new();
        if key.is_placed && !paragraph.text().is_empty() {
            for (line, at) in paragraph.lines().enumerate() {
                line_runs(paragraph, line, &at, &styles, &mut runs);
            }
        }
        if runs.is_empty() {
            unplaced_runs(paragraph, &styles, &mut runs);
        }
        let id = |run: &Run| {
            let start = run.letters.first().map_or(0, |letter| letter.bytes.start);
            run_id(key.parent, key.serial, start)
        };
        let lines: Vec<(usize, NodeId)> = runs.iter().map(|run| (run.line, id(run))).collect();
        let count = runs.len();
        let heard = runs.into_iter().enumerate().map(|(index, run)| {
            let scale = f32::from_bits(key.scale);
            let ends_with_newline = key.has_newline && index + 1 == count;
            let mut node = run.node(paragraph.text(), scale, ends_with_newline, voice);
            if let Some(own) = paragraph.room().style {
                node.set_font_size(own.size);
                if node.font_weight().is_none() {
                    node.set_font_weight(own.weight.css().value());
                }
            }
            let beside = |index: usize| lines.get(index).filter(|(line, _)| *line == run.line).map(|(_, id)| *id);
            if let Some(previous) = index.checked_sub(1).and_then(beside) {
                node.set_previous_on_line(previous);
            }
            if let Some(next) = beside(index + 1) {
                node.set_next_on_line(next);
            }
            HeardRun {
                id: id(&run),
                node,
                start: run.letters.first().map_or(0, |letter| letter.bytes.start),
                letters: run.letters.len(),
                edges_px: run.edges_px,
            }
        });
        self.runs = heard.collect();
        self.key = Some(key);
    }
}

impl Heard {
    /// The run that says a section's name before its letters: it belongs to the text as a list's bullet does, and no
    /// caret stands in it.
    pub(super) fn spoken(&mut self, name: &str) -> Node {
        if let Some((said, node)) = &self.spoken
            && said == name
        {
            return node.clone();
        }
        let mut node = Node::new(Role::TextRun);
        let letters: Vec<&str> = name.graphemes(true).take(LONGEST_RUN - 1).chain([" "]).collect();
        let value = letters.concat();
        node.set_word_starts(word_starts(&value, letters.iter().map(|letter| letter.len())));
        let lengths = letters.iter().map(|letter| u8::try_from(letter.len()).unwrap_or(u8::MAX));
        node.set_character_lengths(lengths.collect::<Vec<u8>>());
        let is_rtl = first_strong(name).is_none_or(Direction::is_rtl);
        node.set_text_direction(if is_rtl { TextDirection::RightToLeft } else { TextDirection::LeftToRight });
        node.set_value(value);
        self.spoken = Some((name.to_owned(), node.clone()));
        node
    }
}

impl Run {
    fn node(&self, text: &str, scale: f32, has_newline: bool, voice: &Voice<'_>) -> Node {
        let mut node = Node::new(Role::TextRun);
        let start = self.letters.first().map_or(0, |letter| letter.bytes.start);
        let end = self.letters.last().map_or(0, |letter| letter.bytes.end);
        let mut value = text.get(start..end).unwrap_or_default().to_owned();
        let mut lengths: Vec<u8> =
            self.letters.iter().map(|letter| u8::try_from(letter.bytes.len()).unwrap_or(u8::MAX)).collect();
        node.set_word_starts(word_starts(&value, self.letters.iter().map(|letter| letter.bytes.len())));
        let direction = if self.is_rtl { TextDirection::RightToLeft } else { TextDirection::LeftToRight };
        node.set_text_direction(direction);
        if self.is_placed {
            // widths run in the text's own direction
            let mut at = 0.0;
            let mut positions = Vec::with_capacity(self.letters.len() + 1);
            let mut widths = Vec::with_capacity(self.letters.len() + 1);
            for letter in &self.letters {
                positions.push(at / scale);
                widths.push(letter.width_px / scale);
                at += letter.width_px;
            }
            if has_newline {
                positions.push(at / scale);
                widths.push(0.0);
            }
            node.set_character_positions(positions);
            node.set_character_widths(widths);
        }
        if has_newline {
            value.push('\n');
            lengths.push(1);
        }
        node.set_value(value);
        node.set_character_lengths(lengths);
        self.tell_style(&mut node, voice);
        node
    }

    /// Says how the letters look where that is not the look of all text.
    fn tell_style(&self, node: &mut Node, voice: &Voice<'_>) {
        let kinds = (0..RangeKind::COUNT).map(RangeKind::new);
        let looks = kinds
            .filter(|kind| self.style.kinds & (1 << kind.number()) != 0)
            .map(|kind| voice.look.map(|look| look(kind)));
        let mut color = voice.color;
        let mut background = None;
        let mut is_underlined = false;
        for look in looks.flatten() {
            color = look.color.unwrap_or(color);
            background = look.background.or(background);
            is_underlined |= look.underline;
            if let Some(weight) = look.weight {
                node.set_font_weight(weight.css().value());
            }
        }
        if let Some(is_current) = self.style.found {
            node.set_is_search_match();
            background = Some(if is_current { voice.hit_colors.1 } else { voice.hit_colors.0 });
        }
        if color != voice.color {
            node.set_foreground_color(told(color));
        }
        if let Some(background) = background {
            node.set_background_color(told(background));
        }
        if is_underlined {
            node.set_underline(TextDecoration { style: TextDecorationStyle::Solid, color: told(color) });
        }
    }
}

/// A colour as AccessKit has it.
pub(super) fn told(color: Color32) -> Color {
    let [red, green, blue, alpha] = color.to_srgba_unmultiplied();
    Color { red, green, blue, alpha }
}

impl Editor {
    /// A number that is another where other places of a paragraph were found.
    pub(super) fn hits_number(&self, paragraph: usize) -> u64 {
        let mut hasher = DefaultHasher::new();
        for (hit, is_current) in self.hits_in(paragraph) {
            (hit.bytes.start, hit.bytes.end, is_current).hash(&mut hasher);
        }
        hasher.finish()
    }
}

/// The runs of a line in reading order, each of one direction, one look, and 255 characters at most.
fn line_runs(paragraph: &Paragraph, line: usize, at: &LineAt<'_>, styles: &Styles, runs: &mut Vec<Run>) {
    let (line_top, line_bottom) = at.span_px();
    let metrics = at.line.metrics();
    let mut x = at.left_px + metrics.offset + metrics.inline_min_coord;
    let from = runs.len();
    for run in at.line.runs() {
        let mut left_px = x;
        x += run.advance();
        let mut right_px = x;
        let mut letters: Vec<Letter> = Vec::new();
        for cluster in run.clusters() {
            let bytes = at.text_bytes(cluster.text_range());
            let bytes = bytes.start..bytes.end.min(paragraph.len());
            letters_of(paragraph, bytes, cluster.advance(), &mut letters);
        }
        let mut rest = letters;
        while !rest.is_empty() {
            let after = rest.split_off(styles.alike(&rest));
            let letters = std::mem::replace(&mut rest, after);
            let style = letters.first().map(|letter| styles.at(letter.bytes.start)).unwrap_or_default();
            let width: f32 = letters.iter().map(|letter| letter.width_px).sum();
            // a run is cut in reading order: from the left, or from the right
            let left = if run.is_rtl() { right_px - width } else { left_px };
            right_px -= width;
            left_px += width;
            let edges_px = Some([left, left + width, line_top, line_bottom]);
            runs.push(Run { line, letters, is_rtl: run.is_rtl(), edges_px, is_placed: true, style });
        }
    }
    if let Some(line) = runs.get_mut(from..) {
        line.sort_by_key(|run| run.letters.first().map_or(0, |letter| letter.bytes.start));
    }
}

/// The letters of a cluster: one, but those of an inline atom's text, which share its room.
fn letters_of(paragraph: &Paragraph, bytes: Range<usize>, width_px: f32, letters: &mut Vec<Letter>) {
    let text = paragraph.text().get(bytes.clone()).unwrap_or_default();
    let is_atom = paragraph.inline_from(bytes.start).is_some_and(|atom| atom.end <= bytes.end);
    let count = if is_atom { text.graphemes(true).count() } else { usize::from(!bytes.is_empty()) };
    match count {
        0 => {}
        1 => letters.push(Letter { bytes, width_px }),
        _ => letters.extend(text.grapheme_indices(true).map(|(at, letter)| Letter {
            bytes: bytes.start + at..bytes.start + at + letter.len(),
            width_px: width_px / count as f32,
        })),
    }
}

/// A paragraph as text alone; an atom is seen as a whole.
fn unplaced_runs(paragraph: &Paragraph, styles: &Styles, runs: &mut Vec<Run>) {
    let room = paragraph.room();
    let edges_px = paragraph
        .atom_width_px()
        .map(|width| [room.left_px, room.left_px + width, room.above_px, paragraph.height_px() - room.below_px]);
    let letters = paragraph.text().grapheme_indices(true);
    let mut rest: Vec<Letter> =
        letters.map(|(at, letter)| Letter { bytes: at..at + letter.len(), width_px: 0.0 }).collect();
    loop {
        let after = rest.split_off(styles.alike(&rest));
        let letters = std::mem::replace(&mut rest, after);
        let style = letters.first().map(|letter| styles.at(letter.bytes.start)).unwrap_or_default();
        let is_rtl = paragraph.direction().is_rtl();
        runs.push(Run { line: 0, letters, is_rtl, edges_px, is_placed: false, style });
        if rest.is_empty() {
            return;
        }
    }
}
