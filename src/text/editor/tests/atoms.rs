//! Atoms: one thing to the caret, the selection, the clipboard and undo, whatever is typed beside them.

use super::*;

const CARD: TextRange = TextRange { kind: RangeKind::new(3), tag: 104, grows: false };
const TEXT: &str = "قبل\nمقترح: 12 حديقة\nبعد";

/// «before», an atom, «after», laid out.
fn with_atom() -> Editor {
    let mut editor = Editor::new(TEXT);
    editor.make_atom(1, None, CARD);
    lay_out(&mut editor);
    editor
}

fn lay_out(editor: &mut Editor) {
    let style = LayoutStyle { width_px: Some(300.0), ..LayoutStyle::default() };
    for paragraph in &mut editor.paragraphs {
        paragraph.set_atom_px((300.0, 40.0));
    }
    editor.lay_out(&mut Engine::new(), &style);
}

fn atoms(editor: &Editor) -> Vec<(usize, u64)> {
    let atoms = editor.ranges().filter(|placed| placed.is_atom);
    atoms.map(|placed| (placed.paragraph, placed.range.tag)).collect()
}

#[test]
fn the_caret_steps_over_an_atom_at_once() {
    let editor = with_atom();
    let length = editor.paragraph(1).len();
    let mut caret = editor.paragraph_edge(0, true);
    let mut walk = Vec::new();
    for _ in 0..3 {
        caret = editor.stepped(caret, false);
        walk.push((caret.paragraph, caret.byte));
    }
    assert_eq!(walk, [(1, 0), (1, length), (2, 0)]);
    for _ in 0..3 {
        caret = editor.stepped(caret, true);
        walk.push((caret.paragraph, caret.byte));
    }
    assert_eq!(walk[3..], [(1, length), (1, 0), (0, "قبل".len())]);
    assert_eq!(editor.caret_in(1, 5).byte, 0, "there is no place within it");
    let word = editor.word_from(editor.caret_in(1, 0), true);
    assert_eq!((word.paragraph, word.byte), (1, length), "and no word");
}

#[test]
fn an_atom_has_the_height_it_was_given_and_both_its_edges() {
    let editor = with_atom();
    let start = editor.caret_rect_px(editor.caret_in(1, 0)).expect("laid out");
    let end = editor.caret_rect_px(editor.caret_in(1, usize::MAX)).expect("laid out");
    assert_eq!((start.height(), start.left(), end.left()), (40.0, 300.0, 0.0));
    let below = editor.caret_rect_px(editor.caret_in(2, 0)).expect("laid out");
    assert_eq!(below.top(), start.bottom());
    assert_eq!(editor.hit_px(280.0, start.center().y).byte, 0);
    assert_eq!(editor.hit_px(20.0, start.center().y).byte, editor.paragraph(1).len());
    assert_eq!(editor.selection_spans(1, &(0..editor.paragraph(1).len())), [(0, 0.0, 300.0)]);
}

#[test]
fn up_and_down_and_the_lines_ends_know_it_as_a_line() {
    let mut editor = with_atom();
    editor.caret_to_start();
    editor.line_move(true, false);
    assert_eq!(editor.caret(), (1, 0));
    editor.line_end_move(true, false);
    assert_eq!(editor.caret(), (1, editor.paragraph(1).len()));
    editor.line_end_move(false, false);
    editor.line_move(true, false);
    assert_eq!(editor.caret(), (2, 0));
}

#[test]
fn text_typed_beside_an_atom_goes_to_a_line_of_its_own() {
    let check = |byte: usize, typed: &str, expected: &str, caret: (usize, usize), at: usize| {
        let mut editor = with_atom();
        editor.set_caret(1, byte);
        typed.chars().for_each(|letter| editor.insert_as(&letter.to_string(), Kind::Typing));
        assert_eq!(editor.text(), expected);
        assert_eq!(editor.caret(), caret);
        assert_eq!(atoms(&editor), [(at, 104)]);
        while editor.text() != TEXT {
            assert!(editor.can_undo());
            editor.undo();
        }
        assert_eq!(atoms(&editor), [(1, 104)]);
    };
    let end = "مقترح: 12 حديقة".len();
    check(0, "ab", "قبل\nab\nمقترح: 12 حديقة\nبعد", (1, 2), 2);
    check(end, "ab", "قبل\nمقترح: 12 حديقة\nab\nبعد", (2, 2), 1);
    check(0, "\n", "قبل\n\nمقترح: 12 حديقة\nبعد", (2, 0), 2);
    check(end, "\n", "قبل\nمقترح: 12 حديقة\n\nبعد", (2, 0), 1);
}

#[test]
fn backspace_and_delete_take_an_atom_whole() {
    let mut editor = with_atom();
    editor.set_caret(1, usize::MAX);
    editor.backspace();
    assert_eq!((editor.text().as_str(), editor.caret()), ("قبل\n\nبعد", (1, 0)));
    editor.undo();
    assert_eq!((editor.text().as_str(), atoms(&editor)), (TEXT, vec![(1, 104)]));
    editor.set_caret(1, 0);
    editor.delete();
    assert_eq!(editor.text(), "قبل\n\nبعد");
}

#[test]
fn nothing_is_joined_to_an_atom() {
    let check = |caret: (usize, usize), backspace: bool, selected: &str| {
        let mut editor = with_atom();
        editor.set_caret(caret.0, caret.1);
        if backspace {
            editor.backspace()
        } else {
            editor.delete()
        }
        assert_eq!((editor.text().as_str(), atoms(&editor)), (TEXT, vec![(1, 104)]), "{caret:?}");
        assert_eq!(editor.selected_text(), selected, "{caret:?}");
    };
    check((2, 0), true, "مقترح: 12 حديقة");
    check((0, "قبل".len()), false, "مقترح: 12 حديقة");
    check((1, 0), true, "");
    check((1, usize::MAX), false, "");
    // an empty line beside it goes
    let mut editor = with_atom();
    editor.select((2, 0), (2, usize::MAX));
    editor.delete_selection();
    editor.backspace();
    assert_eq!((editor.text().as_str(), atoms(&editor)), ("قبل\nمقترح: 12 حديقة", vec![(1, 104)]));
    assert_eq!(editor.caret(), (1, editor.paragraph(1).len()));
}

#[test]
fn a_selection_over_an_atom_is_copied_and_deleted_with_it() {
    let mut editor = with_atom();
    editor.select((0, 2), (2, 2));
    assert_eq!(editor.selected_text(), "بل\nمقترح: 12 حديقة\nب");
    editor.delete_selection();
    assert_eq!((editor.text().as_str(), atoms(&editor).len()), ("قعد", 0));
    editor.undo();
    assert_eq!((editor.text().as_str(), atoms(&editor)), (TEXT, vec![(1, 104)]));
    // one that ends beside it leaves it alone
    let length = editor.paragraph(1).len();
    let check = |from: (usize, usize), to: (usize, usize), with: &str, expected: &str, at: usize| {
        let mut editor = with_atom();
        editor.select(from, to);
        editor.insert(with);
        assert_eq!((editor.text().as_str(), atoms(&editor)), (expected, vec![(at, 104)]));
    };
    check((0, 2), (1, 0), "", "ق\nمقترح: 12 حديقة\nبعد", 1);
    check((0, 0), (1, 0), "", "مقترح: 12 حديقة\nبعد", 0);
    check((0, 2), (1, 0), "x", "قx\nمقترح: 12 حديقة\nبعد", 1);
    check((1, length), (2, 2), "", "قبل\nمقترح: 12 حديقة\nعد", 1);
    check((1, length), (2, 0), "x", "قبل\nمقترح: 12 حديقة\nxبعد", 1);
}

#[test]
fn an_atom_is_put_on_a_line_of_its_own() {
    let check = |text: &str, at: usize, expected: &str, line: usize| {
        let mut editor = Editor::new(text);
        editor.set_caret(0, at);
        editor.insert_atom("ذرة", CARD);
        assert_eq!((editor.text().as_str(), atoms(&editor)), (expected, vec![(line, 104)]));
        assert_eq!(editor.caret(), (line, "ذرة".len()));
        editor.undo();
        assert_eq!((editor.text().as_str(), atoms(&editor).len()), (text, 0), "in one step");
        editor.redo();
        assert_eq!(atoms(&editor), [(line, 104)]);
    };
    check("", 0, "ذرة", 0);
    check("ab", 0, "ذرة\nab", 0);
    check("ab", 1, "a\nذرة\nb", 1);
    check("ab", 2, "ab\nذرة", 1);
    check("\u{200F}ab", 3, "ذرة\n\u{200F}ab", 0);
    let mut editor = with_atom();
    editor.set_caret(1, usize::MAX);
    editor.insert_atom("أخرى", TextRange { tag: 105, ..CARD });
    assert_eq!(atoms(&editor), [(1, 104), (2, 105)], "beside another");
}

#[test]
fn an_atom_gets_another_text_and_an_edit_from_code_dissolves_it() {
    let mut editor = with_atom();
    editor.caret_to_start();
    let id = editor.ranges().next().expect("the atom").id;
    let id = editor.set_atom_text(id, "مقترح: 13\nحديقة").expect("still there");
    assert_eq!((editor.paragraph(1), editor.caret()), ("مقترح: 13 حديقة", (0, 0)));
    assert!(editor.range(id).is_some());
    editor.undo();
    assert_eq!((editor.text().as_str(), atoms(&editor)), (TEXT, vec![(1, 104)]));
    editor.replace_paragraph(1, "نص عادي");
    assert!(atoms(&editor).is_empty());
    editor.undo();
    assert_eq!(atoms(&editor), [(1, 104)]);
}

#[test]
fn a_moved_selection_takes_its_ranges_and_atoms_along() {
    let mut editor = with_atom();
    editor.select((1, 0), (1, usize::MAX));
    let target = editor.caret_in(0, 0);
    editor.move_selection(target);
    assert_eq!((editor.text().as_str(), atoms(&editor)), ("مقترح: 12 حديقة\nقبل\nبعد", vec![(0, 104)]));
    assert_eq!(editor.selected_text(), "مقترح: 12 حديقة");
    editor.undo();
    assert_eq!((editor.text().as_str(), atoms(&editor)), (TEXT, vec![(1, 104)]), "in one step");
    let mut editor = Editor::new("قبل أحمد بعد");
    editor.add_range(0, "قبل ".len().."قبل أحمد".len(), TextRange { tag: 3, ..CARD });
    editor.select((0, "قبل ".len()), (0, "قبل أحمد ".len()));
    editor.move_selection(editor.caret_in(0, 0));
    assert_eq!((editor.text().as_str(), editor.selected_text().as_str()), ("أحمد قبل بعد", "أحمد "));
    let moved = editor.ranges().next().expect("the range");
    assert_eq!((moved.bytes, moved.range.tag), (0.."أحمد".len(), 3));
    editor.undo();
    assert_eq!(editor.text(), "قبل أحمد بعد");
    assert_eq!(editor.ranges().next().map(|placed| placed.bytes), Some("قبل ".len().."قبل أحمد".len()));
}
