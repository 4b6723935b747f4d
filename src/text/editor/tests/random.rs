//! Long random walks: the document held against a plain `String`, and against its own promises.
#![expect(clippy::string_slice, reason = "the model's places are between letters, or the test fails as it should")]

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRng, TestRunner};
use unicode_segmentation::UnicodeSegmentation;

use super::super::edits::is_emoji;
use super::*;

const LETTERS: [&str; 16] =
    ["ن", "ص", "لا", " ", "a", "Z", "5", "\n", "ٌ", "\u{200C}", "😀", "(", "ـ", "\u{2067}", "٤", "گ"];

const EDITS: usize = 100_000;

/// A text and, for each of its bytes, the ranges over it: by a name that a new line renews.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Model {
    text: String,
    over: Vec<Vec<u32>>,
    /// The kind of each name.
    kinds: BTreeMap<u32, u8>,
}

impl Model {
    fn replace(&mut self, from: usize, to: usize, with: &str) {
        self.text.replace_range(from..to, with);
        self.over.drain(from..to);
        let before = from.checked_sub(1).and_then(|byte| self.over.get(byte)).cloned().unwrap_or_default();
        let after = self.over.get(from).cloned().unwrap_or_default();
        let within: Vec<u32> =
            before.into_iter().filter(|name| after.contains(name) || self.kinds[name] % 2 == 1).collect();
        self.over.splice(from..from, std::iter::repeat_n(within, with.len()));
        // a range holds no newline: what comes after one goes by another name
        let mut at = from;
        while let Some(line) = self.text[at..(from + with.len()).max(at)].find('\n').map(|found| at + found) {
            for name in std::mem::take(&mut self.over[line]) {
                let renamed = self.kinds.keys().next_back().map_or(0, |last| last + 1);
                self.kinds.insert(renamed, self.kinds[&name]);
                for over in self.over.iter_mut().skip(line + 1) {
                    over.iter_mut().filter(|other| **other == name).for_each(|other| *other = renamed);
                }
            }
            at = line + 1;
        }
    }

    /// The kinds over each byte.
    fn kinds(&self) -> Vec<Vec<u8>> {
        let kinds = |names: &Vec<u32>| {
            let mut kinds: Vec<u8> = names.iter().map(|name| self.kinds[name]).collect();
            kinds.sort_unstable();
            kinds
        };
        self.over.iter().map(kinds).collect()
    }
}

fn kinds_over(editor: &Editor) -> Vec<Vec<u8>> {
    let mut over = vec![Vec::new(); editor.byte_len()];
    for placed in editor.ranges() {
        let start = editor.offset(Caret { paragraph: placed.paragraph, ..Caret::default() });
        for byte in placed.bytes {
            over[start + byte].push(placed.range.kind.number());
        }
    }
    over.iter_mut().for_each(|kinds| kinds.sort_unstable());
    over
}

struct Dice(TestRng);

impl Dice {
    fn new() -> Self {
        Self(TestRunner::new_with_rng(Config::default(), TestRng::deterministic_rng(Default::default())).new_rng())
    }

    fn below(&mut self, end: usize) -> usize {
        (self.0.next_u64() % end.max(1) as u64) as usize
    }

    fn letters(&mut self, most: usize) -> String {
        (0..=self.below(most)).map(|_| LETTERS[self.below(LETTERS.len())]).collect()
    }
}

#[test]
fn a_hundred_thousand_edits_are_those_of_a_plain_string() {
    let mut dice = Dice::new();
    let mut editor = Editor::new("");
    let mut model = Model::default();
    // what can be come back to
    let mut past: Vec<Model> = Vec::new();
    let mut engine = Engine::new();
    let style = LayoutStyle { width_px: Some(60.0), ..LayoutStyle::default() };
    for edit in 0..EDITS {
        let (from, to) = editor.selection().unwrap_or((editor.caret, editor.caret));
        let (from, to) = (editor.offset(from), editor.offset(to));
        let before = model.clone();
        let is_long = model.text.len() > 200;
        match dice.below(if is_long { 12 } else { 16 }) {
            0 | 1 => {
                editor.backspace();
                let start = if from == to {
                    let cluster = model.text[..from].graphemes(true).next_back().unwrap_or_default();
                    let letter = cluster.chars().next_back().map_or(0, char::len_utf8);
                    from - if is_emoji(cluster) { cluster.len() } else { letter }
                } else {
                    from
                };
                model.replace(start, to, "");
            }
            2 => {
                editor.delete();
                let line = model.text[from..].split('\n').next().unwrap_or_default();
                let cluster = line.graphemes(true).next().map_or(1, str::len);
                let end = if from == to { (from + cluster).min(model.text.len()) } else { to };
                model.replace(from, end, "");
            }
            3 => {
                // a word back, within its line
                let start = model.text[..from].rfind('\n').map_or(0, |at| at + 1);
                let is_word = |word: &&str| word.chars().any(char::is_alphanumeric);
                let mut back = 0;
                for word in model.text[start..from].split_word_bounds().rev() {
                    back += word.len();
                    if is_word(&word) {
                        break;
                    }
                }
                if from == to && from > start {
                    let word = editor.word_from(editor.caret, false);
                    editor.replace(word, editor.caret, "", Kind::Deleting);
                    model.replace(from - back, from, "");
                }
            }
            4..=6 => {
                let places = [dice.below(model.text.len() + 1), dice.below(model.text.len() + 1)];
                let [one, other] = places.map(|at| editor.caret_at_offset(model.text.floor_char_boundary(at)));
                editor.select((one.paragraph, one.byte), (other.paragraph, other.byte));
            }
            7 => editor.caret_to_end(),
            8 | 9 if editor.can_undo() => {
                editor.undo();
                let (text, kinds) = (editor.text(), kinds_over(&editor));
                let found = past.iter().rposition(|state| state.text == text && state.kinds() == kinds);
                assert!(found.is_some(), "edit {edit}: undo led to {text:?} {kinds:?}, which never was");
                model = past[found.unwrap_or_default()].clone();
            }
            10 if editor.can_redo() => {
                editor.redo();
                let (text, kinds) = (editor.text(), kinds_over(&editor));
                let found = past.iter().rposition(|state| state.text == text && state.kinds() == kinds);
                assert!(found.is_some(), "edit {edit}: redo led to {text:?} {kinds:?}, which never was");
                model = past[found.unwrap_or_default()].clone();
            }
            11 if editor.ranges().count() < 6 => {
                let kind = u8::try_from(dice.below(4)).unwrap_or_default();
                let at = editor.caret_at_offset(dice.below(model.text.len() + 1));
                let length = dice.below(9);
                let range = TextRange { kind: RangeKind::new(kind), tag: 0, grows: kind % 2 == 1 };
                if let Some(id) = editor.add_range(at.paragraph, at.byte..at.byte + length, range) {
                    let placed = editor.range(id).expect("just added");
                    let start = editor.offset(Caret { paragraph: placed.paragraph, ..Caret::default() });
                    let name = model.kinds.keys().next_back().map_or(0, |last| last + 1);
                    model.kinds.insert(name, kind);
                    placed.bytes.for_each(|byte| model.over[start + byte].push(name));
                }
            }
            12 | 13 => {
                let text = dice.letters(8);
                editor.insert(&text);
                model.replace(from, to, &text);
            }
            14 | 15 => {
                let letter = dice.letters(1);
                editor.insert_as(&letter, Kind::Typing);
                model.replace(from, to, &letter);
            }
            _ => {}
        }
        if edit % 500 == 0 {
            editor.lay_out(&mut engine, &style);
            assert!(editor.caret_place(editor.full_caret()).is_some());
            // words are counted as read where nothing says how they are seen
            editor.layout = None;
        }
        assert_eq!(editor.text(), model.text, "edit {edit}");
        assert_eq!(kinds_over(&editor), model.kinds(), "edit {edit}: {:?}", model.text);
        // the names that nobody goes by any more only cost time
        let in_use: Vec<u32> = model.over.iter().flatten().copied().collect();
        model.kinds.retain(|name, _| in_use.contains(name));
        if model != before {
            past.push(before);
            past.push(model.clone());
            let long_ago = past.len().saturating_sub(6_000);
            past.drain(..long_ago);
        }
    }
}

/// What can be done to a document with directions and atoms in it.
#[derive(Clone, Debug)]
enum Step {
    Insert(String),
    Enter,
    Backspace,
    Delete,
    Select(usize, usize),
    Direct(Option<Direction>),
    Atom,
    Move(usize),
    Undo,
    Redo,
}

fn step() -> impl Strategy<Value = Step> {
    let text = prop::collection::vec(prop::sample::select(LETTERS.to_vec()), 0..6).prop_map(|parts| parts.concat());
    let direction = prop::sample::select(vec![None, Some(Direction::RightToLeft), Some(Direction::LeftToRight)]);
    prop_oneof![
        4 => text.prop_map(Step::Insert),
        2 => Just(Step::Enter),
        3 => Just(Step::Backspace),
        3 => Just(Step::Delete),
        4 => (0_usize..60, 0_usize..60).prop_map(|(from, to)| Step::Select(from, to)),
        2 => direction.prop_map(Step::Direct),
        2 => Just(Step::Atom),
        2 => (0_usize..60).prop_map(Step::Move),
        2 => Just(Step::Undo),
        1 => Just(Step::Redo),
    ]
}

fn state(editor: &Editor) -> (String, Vec<(usize, std::ops::Range<usize>)>) {
    let ranges = editor.ranges().map(|placed| (placed.paragraph, placed.bytes)).collect();
    (editor.text(), ranges)
}

proptest! {
    #[test]
    fn atoms_and_directions_keep_their_promises(steps in prop::collection::vec(step(), 1..60)) {
        let first = "نص أول\n\u{200F}abc\n\nسطر";
        let mut editor = Editor::new(first);
        let mut engine = Engine::new();
        let style = LayoutStyle { width_px: Some(60.0), ..LayoutStyle::default() };
        for step in steps {
            match &step {
                Step::Insert(text) => editor.insert(text),
                Step::Enter => editor.break_line(),
                Step::Backspace => editor.backspace(),
                Step::Delete => editor.delete(),
                Step::Select(from, to) => {
                    let (from, to) = (editor.caret_at_offset(*from), editor.caret_at_offset(*to));
                    editor.select((from.paragraph, from.byte), (to.paragraph, to.byte));
                }
                Step::Direct(direction) => editor.set_direction(*direction),
                Step::Atom => {
                    editor.insert_atom("ذرة (atom)", TextRange::default());
                }
                Step::Move(to) => editor.move_selection(editor.caret_at_offset(*to)),
                Step::Undo => editor.undo(),
                Step::Redo => editor.redo(),
            }
            for placed in editor.ranges() {
                prop_assert_eq!(placed.bytes, 0..editor.paragraph(placed.paragraph).len(), "after {:?}", step);
            }
            for at in [editor.caret, editor.anchor] {
                let paragraph = &editor.paragraphs[at.paragraph];
                prop_assert_eq!(paragraph.snap(at.byte), at.byte, "{:?} after {:?} in {:?}", at, step, editor);
            }
            editor.lay_out(&mut engine, &style);
            prop_assert!(editor.caret_rect_px(editor.full_caret()).is_some());
        }
        while editor.can_redo() {
            editor.redo();
        }
        let last = state(&editor);
        while editor.can_undo() {
            editor.undo();
        }
        prop_assert_eq!(state(&editor), (first.to_owned(), Vec::new()));
        while editor.can_redo() {
            editor.redo();
        }
        prop_assert_eq!(state(&editor), last);
    }
}
