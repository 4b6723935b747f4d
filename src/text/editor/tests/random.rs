//! Long random walks: the document held against a plain `String`, and against its own promises.

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRng, TestRunner};

use super::model::{ATOM, INLINE, Model};
use super::*;

const LETTERS: [&str; 16] =
    ["ن", "ص", "لا", " ", "a", "Z", "5", "\n", "ٌ", "\u{200C}", "😀", "(", "ـ", "\u{2067}", "٤", "گ"];

const EDITS: usize = 100_000;

fn kinds_over(editor: &Editor) -> Vec<Vec<u8>> {
    let mut over = vec![Vec::new(); editor.byte_len()];
    for placed in editor.ranges() {
        let start = editor.offset(Caret { paragraph: placed.paragraph, ..Caret::default() });
        let added = if placed.is_atom { ATOM } else { u8::from(placed.is_inline) * INLINE };
        for byte in placed.bytes {
            over[start + byte].push(placed.range.kind.number() + added);
        }
    }
    over.iter_mut().for_each(|kinds| kinds.sort_unstable());
    over
}

pub(super) struct Dice(TestRng);

impl Dice {
    pub(super) fn new() -> Self {
        Self(TestRunner::new_with_rng(Config::default(), TestRng::deterministic_rng(Default::default())).new_rng())
    }

    pub(super) fn below(&mut self, end: usize) -> usize {
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
    let (mut seen_atoms, mut seen_inline, mut seen_directions) = (0, 0, 0);
    for edit in 0..EDITS {
        let (from, to) = editor.selection().unwrap_or((editor.caret, editor.caret));
        let (from, to) = (editor.offset(from), editor.offset(to));
        let before = model.clone();
        let is_long = model.text.len() > 200;
        match dice.below(if is_long { 17 } else { 22 }) {
            0 | 1 => {
                editor.backspace();
                model.backspace(from, to);
            }
            2 | 3 => {
                editor.delete();
                model.delete(from, to);
            }
            4 | 5 if from == to => {
                let forward = dice.below(2) == 0;
                editor.delete_word(forward);
                model.delete_word(from, forward);
            }
            6..=8 => {
                let places = [dice.below(model.text.len() + 1), dice.below(model.text.len() + 1)];
                let [one, other] = places.map(|at| editor.caret_at_offset(model.text.floor_char_boundary(at)));
                editor.select((one.paragraph, one.byte), (other.paragraph, other.byte));
            }
            9 => editor.caret_to_end(),
            10 | 11 if editor.can_undo() => {
                editor.undo();
                model = Model::clone(found(&past, &editor, "undo", edit));
            }
            12 if editor.can_redo() => {
                editor.redo();
                model = Model::clone(found(&past, &editor, "redo", edit));
            }
            13 => {
                let direction = [None, Some(Direction::RightToLeft), Some(Direction::LeftToRight)][dice.below(3)];
                editor.set_direction(direction);
                model.direct(from, to, direction);
            }
            14 if editor.ranges().count() < 6 => {
                let kind = u8::try_from(dice.below(4)).unwrap_or_default();
                let at = editor.caret_at_offset(dice.below(model.text.len() + 1));
                let length = dice.below(9);
                let range = TextRange { kind: RangeKind::new(kind), tag: 0, grows: kind % 2 == 1 };
                if let Some(id) = editor.add_range(at.paragraph, at.byte..at.byte + length, range) {
                    let placed = editor.range(id).expect("just added");
                    let start = editor.offset(Caret { paragraph: placed.paragraph, ..Caret::default() });
                    model.add_range(start + placed.bytes.start..start + placed.bytes.end, kind);
                }
            }
            16 if editor.ranges().count() < 6 => {
                let at = editor.caret_at_offset(dice.below(model.text.len() + 1));
                let range = TextRange { kind: RangeKind::new(2), tag: 1, grows: false };
                let bytes = at.byte..at.byte + dice.below(9);
                if let Some(id) = editor.make_inline_atom(at.paragraph, bytes, None, range) {
                    let placed = editor.range(id).expect("just made");
                    let start = editor.offset(Caret { paragraph: placed.paragraph, ..Caret::default() });
                    model.add_range(start + placed.bytes.start..start + placed.bytes.end, 2 + INLINE);
                }
            }
            15 => {
                editor.break_line();
                model.enter(from, to);
            }
            17 if from == to && editor.ranges().count() < 6 => {
                let range = TextRange { kind: RangeKind::new(2), tag: 1, grows: false };
                editor.insert_atom("ذرة", range);
                model.insert_atom(from, "ذرة", 2);
            }
            18 | 19 => {
                let text = dice.letters(8);
                editor.insert(&text);
                model.insert(from, to, &text);
            }
            20 | 21 => {
                let letter = dice.letters(1);
                editor.insert_as(&letter, Kind::Typing);
                model.insert(from, to, &letter);
            }
            _ => {}
        }
        seen_atoms += usize::from((0..editor.paragraph_count()).any(|paragraph| editor.is_atom(paragraph)));
        seen_inline += usize::from(editor.ranges().any(|placed| placed.is_inline));
        seen_directions += usize::from(editor.paragraph_direction(editor.caret.paragraph).is_some());
        if edit % 500 == 0 {
            editor.lay_out(&mut engine, &style);
            assert!(editor.caret_place(editor.full_caret()).is_some());
            // words are counted as read where nothing says how they are seen
            editor.layout = None;
        }
        assert_eq!(editor.text(), model.text, "edit {edit}");
        assert_eq!(kinds_over(&editor), model.kinds(), "edit {edit}: {:?}", model.text);
        model.forget_names();
        if model != before {
            past.push(before);
            past.push(model.clone());
            let long_ago = past.len().saturating_sub(6_000);
            past.drain(..long_ago);
        }
    }
    let seen = [seen_atoms, seen_inline, seen_directions];
    assert!(seen.iter().all(|times| *times > EDITS / 10), "{seen:?}");
}

/// What the document has come back to, among what it was before.
fn found<'a>(past: &'a [Model], editor: &Editor, step: &str, edit: usize) -> &'a Model {
    let (text, kinds) = (editor.text(), kinds_over(editor));
    let found = past.iter().rfind(|state| state.text == text && state.kinds() == kinds);
    found.unwrap_or_else(|| panic!("edit {edit}: {step} led to {text:?} {kinds:?}, which never was"))
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
