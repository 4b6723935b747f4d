//! Ranges in a document: they follow edits over paragraphs, and undo gives them back as they were.

use super::*;

const MENTION: TextRange = TextRange { kind: RangeKind::new(1), tag: 7, grows: false };
const LINE: TextRange = TextRange { kind: RangeKind::new(2), tag: 9, grows: true };

/// The text of each range, with its paragraph, by kind.
fn shown(editor: &Editor) -> Vec<(u8, usize, String)> {
    let mut ranges: Vec<_> = editor
        .ranges()
        .map(|placed| {
            let text = editor.paragraph(placed.paragraph).get(placed.bytes.clone()).expect("between letters");
            (placed.range.kind.number(), placed.paragraph, text.to_owned())
        })
        .collect();
    ranges.sort();
    ranges
}

fn marked(text: &str, word: &str, range: TextRange) -> Editor {
    let mut editor = Editor::new(text);
    let at = text.find(word).expect("the word");
    editor.add_range(0, at..at + word.len(), range);
    editor
}

#[test]
fn a_range_follows_what_is_typed_around_and_in_it() {
    let mut editor = marked("قال أحمد شيئا", "أحمد", MENTION);
    let check = |editor: &Editor, expected: &str| assert_eq!(shown(editor), [(1, 0, expected.to_owned())]);
    editor.caret_to_start();
    editor.insert("ثم ");
    check(&editor, "أحمد");
    let end = "ثم قال أحمد".len();
    editor.set_caret(0, end);
    editor.insert("ين");
    check(&editor, "أحمد");
    editor.set_caret(0, end - "مد".len());
    editor.insert("ـ");
    check(&editor, "أحـمد");
    editor.backspace();
    editor.backspace();
    check(&editor, "أمد");
    let mut editor = marked("سطر ملتقط", "ملتقط", LINE);
    editor.insert(" ويطول");
    assert_eq!(shown(&editor), [(2, 0, "ملتقط ويطول".to_owned())], "one that grows takes in what is typed at its end");
}

#[test]
fn a_new_line_splits_a_range_and_undo_makes_it_whole() {
    let mut editor = marked("قبل أحمد علي بعد", "أحمد علي", MENTION);
    editor.set_caret(0, "قبل أحمد".len());
    editor.insert("\n");
    assert_eq!(shown(&editor), [(1, 0, "أحمد".to_owned()), (1, 1, " علي".to_owned())]);
    editor.backspace();
    assert_eq!(shown(&editor).len(), 2, "joining the lines does not join the ranges");
    editor.undo();
    editor.undo();
    assert_eq!(shown(&editor), [(1, 0, "أحمد علي".to_owned())]);
    editor.redo();
    assert_eq!(shown(&editor), [(1, 0, "أحمد".to_owned()), (1, 1, " علي".to_owned())]);
}

#[test]
fn what_an_edit_took_comes_back_with_undo() {
    let text = "قبل أحمد بعد\nسطر آخر";
    let check = |edit: &dyn Fn(&mut Editor)| {
        let mut editor = marked(text, "أحمد", MENTION);
        editor.add_range(1, 0.."سطر".len(), LINE);
        let before = shown(&editor);
        edit(&mut editor);
        let after = shown(&editor);
        assert_ne!(before, after);
        for _ in 0..3 {
            editor.undo();
            assert_eq!((editor.text().as_str(), shown(&editor)), (text, before.clone()));
            editor.redo();
            assert_eq!(shown(&editor), after);
        }
    };
    check(&|editor| {
        editor.select_all();
        editor.insert("x");
    });
    check(&|editor| {
        editor.select((0, "قبل أح".len()), (1, "سط".len()));
        editor.delete_selection();
    });
    check(&|editor| editor.replace_paragraph(0, "آخر"));
    check(&|editor| {
        editor.set_caret(0, "قبل أحمد".len());
        (0..3).for_each(|_| editor.backspace());
    });
}

#[test]
fn letters_deleted_one_by_one_from_a_range_are_one_step() {
    let mut editor = marked("قبل أحمد", "أحمد", MENTION);
    (0..4).for_each(|_| editor.backspace());
    assert_eq!((editor.text().as_str(), shown(&editor).len()), ("قبل ", 0));
    editor.undo();
    assert_eq!(shown(&editor), [(1, 0, "أحمد".to_owned())]);
}

#[test]
fn ranges_come_and_go_as_steps_of_their_own_or_with_a_text() {
    let mut editor = Editor::new("سلام @أح");
    let from = "سلام ".len();
    let end = editor.paragraph(0).len();
    let id = editor.replace_range(0, from..end, "@أحمد", Some(MENTION)).expect("an id");
    assert_eq!(shown(&editor), [(1, 0, "@أحمد".to_owned())]);
    assert_eq!(editor.caret(), (0, "سلام @أحمد".len()));
    editor.undo();
    assert_eq!((editor.text().as_str(), shown(&editor).len()), ("سلام @أح", 0), "the name and its mark are one step");
    editor.redo();
    editor.remove_range(id);
    assert!(editor.range(id).is_none());
    editor.undo();
    assert_eq!(editor.range(id).map(|placed| placed.range), Some(MENTION));
}

#[test]
fn marks_of_the_callers_are_no_steps_and_are_gone_for_good() {
    let mut editor = Editor::new("رابط هنا");
    editor.mark(0, 0.."رابط".len(), MENTION).expect("an id");
    assert!(!editor.can_undo());
    editor.select((0, 0), (0, "را".len()));
    editor.delete_selection();
    editor.unmark(MENTION.kind);
    editor.undo();
    assert_eq!((editor.text().as_str(), shown(&editor).len()), ("رابط هنا", 0));
}

#[test]
fn there_is_nothing_to_mark_in_nothing() {
    let mut editor = Editor::new("نص");
    assert_eq!(editor.add_range(0, 2..2, MENTION), None);
    assert_eq!(editor.add_range(5, 0..2, MENTION), None);
    assert!(!editor.can_undo());
}

#[test]
fn weight_and_look_lay_out_no_more_than_their_paragraph() {
    let mut engine = Engine::new();
    let weights = vec![(MENTION.kind, crate::text::Weight::Bold)];
    let style = LayoutStyle { width_px: Some(300.0), weights, ..LayoutStyle::default() };
    let mut editor = Editor::new("سطر أول\nسطر ثان");
    editor.lay_out(&mut engine, &style);
    let width = |editor: &Editor| editor.clusters(1).iter().map(|(_, left, right, _)| right - left).sum::<f32>();
    let plain = width(&editor);
    editor.add_range(1, 0.."سطر".len(), MENTION);
    assert_eq!(editor.paragraphs.iter().filter(|paragraph| !paragraph.is_shaped()).count(), 1);
    editor.lay_out(&mut engine, &style);
    assert!(width(&editor) > plain + 0.5, "{plain} {}", width(&editor));
}
