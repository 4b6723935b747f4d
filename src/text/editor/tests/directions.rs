//! A paragraph's own direction: set, seen, stepped over by nothing, copied with the text and undone.

use super::*;
use crate::text::Direction::{LeftToRight, RightToLeft};

const RTL: &str = "\u{200F}";

#[test]
fn a_direction_is_set_taken_back_and_set_again() {
    let mut editor = laid_out("abc\nنص", Some(300.0));
    editor.set_caret(0, 1);
    editor.set_direction(Some(RightToLeft));
    assert_eq!(editor.text(), format!("{RTL}abc\nنص"));
    assert_eq!((editor.paragraph_direction(0), editor.paragraph_direction(1)), (Some(RightToLeft), None));
    assert_eq!(editor.caret(), (0, RTL.len() + 1), "the caret stays where it was among the letters");
    editor.set_direction(Some(LeftToRight));
    editor.undo();
    assert_eq!(editor.paragraph_direction(0), Some(RightToLeft));
    editor.undo();
    assert_eq!((editor.text().as_str(), editor.caret()), ("abc\nنص", (0, 1)));
    editor.redo();
    assert_eq!((editor.paragraph_direction(0), editor.caret()), (Some(RightToLeft), (0, RTL.len() + 1)));
    editor.set_direction(None);
    assert_eq!(editor.text(), "abc\nنص");
}

#[test]
fn all_paragraphs_of_a_selection_are_set_in_one_step() {
    let mut editor = Editor::new("one\ntwo\nثلاثة");
    editor.select((0, 1), (1, 2));
    editor.set_direction(Some(RightToLeft));
    assert_eq!([0, 1, 2].map(|index| editor.paragraph_direction(index)), [Some(RightToLeft), Some(RightToLeft), None]);
    assert_eq!(editor.selected_text(), format!("ne\n{RTL}tw"));
    editor.undo();
    assert_eq!(editor.text(), "one\ntwo\nثلاثة");
    assert_eq!(editor.selected_text(), "ne\ntw");
}

#[test]
fn the_letters_stand_at_the_side_that_was_set() {
    let edges = |text: &str| {
        let editor = laid_out(text, Some(300.0));
        let clusters = editor.clusters(0);
        (editor.is_rtl(0), clusters[0].1.min(clusters[2].1) < 1.0)
    };
    assert_eq!(edges("abc"), (false, true));
    assert_eq!(edges(&format!("{RTL}abc")), (true, false));
    assert_eq!(edges("\u{200E}نصص"), (false, true));
    // an empty paragraph shows its direction by the caret
    let editor = laid_out("abc\n\u{200F}", Some(300.0));
    assert_eq!(editor.caret_place(editor.caret_in(1, 0)), Some((0, 300.0)));
}

#[test]
fn the_mark_is_no_letter_to_whoever_types() {
    let text = format!("نص\n{RTL}abc (د)");
    let start = (1, RTL.len());
    let mut editor = laid_out(&text, Some(300.0));
    editor.set_caret(1, 0);
    assert_eq!(editor.caret(), start, "a caret set before it stands behind it");
    editor.set_caret(1, 7);
    editor.line_end_move(false, false);
    assert_eq!(editor.caret(), start, "Home");
    let after_word = Caret { affinity: Affinity::Upstream, ..editor.caret_in(1, 6) };
    assert_eq!(editor.word_from(after_word, false).byte, RTL.len(), "a word back");
    let back = editor.word_from(editor.caret_in(1, 0), false);
    assert_eq!((back.paragraph, back.byte), (0, "نص".len()), "another word back");
    editor.select_word(Caret { affinity: Affinity::Upstream, ..editor.caret_in(1, 0) });
    assert_eq!(editor.selected_text(), "abc");
    editor.select_paragraph(1);
    assert_eq!(editor.selected_text(), "abc (د)");
    // a walk from above enters behind it, and takes as many steps as there are letters
    let mut caret = editor.paragraph_edge(1, false);
    let mut steps = 0;
    while editor.stepped(caret, false) != caret && editor.stepped(caret, false).paragraph == 1 {
        caret = editor.stepped(caret, false);
        assert!(caret.byte >= RTL.len());
        steps += 1;
    }
    assert_eq!(steps, "abc (د)".chars().count());
    editor.select_all();
    editor.insert("x");
    assert_eq!(editor.text(), "x");
}

#[test]
fn a_new_line_goes_on_in_the_same_direction() {
    let mut editor = Editor::new(&format!("{RTL}abc def"));
    editor.set_caret(0, RTL.len() + 4);
    editor.break_line();
    assert_eq!(editor.text(), format!("{RTL}abc \n{RTL}def"));
    assert_eq!(editor.caret(), (1, RTL.len()));
    editor.backspace();
    assert_eq!(editor.text(), format!("{RTL}abc def"), "and joins again without a mark in the middle");
    editor.undo();
    editor.undo();
    assert_eq!(editor.text(), format!("{RTL}abc def"));
    editor.set_caret(0, 0);
    editor.break_line();
    assert_eq!(editor.text(), format!("{RTL}\n{RTL}abc def"));
}

#[test]
fn lines_are_joined_without_their_marks() {
    let mut editor = Editor::new(&format!("نص\n{RTL}abc"));
    editor.set_caret(1, 0);
    editor.backspace();
    assert_eq!(editor.text(), "نصabc");
    editor.undo();
    editor.set_caret(0, "نص".len());
    editor.delete();
    assert_eq!(editor.text(), "نصabc");
    let mut editor = Editor::new(&format!("\n{RTL}abc"));
    editor.set_caret(1, 0);
    editor.backspace();
    assert_eq!(editor.text(), format!("{RTL}abc"), "an empty line above goes, and the direction stays");
    assert_eq!(editor.caret(), (0, RTL.len()));
    editor.backspace();
    assert_eq!(editor.text(), format!("{RTL}abc"), "before the first letter there is nothing to delete");
}

#[test]
fn a_direction_travels_with_whole_paragraphs() {
    let mut editor = Editor::new(&format!("{RTL}abc\nنص"));
    editor.select_all();
    assert_eq!(editor.selected_text(), format!("{RTL}abc\nنص"));
    editor.select((0, 0), (0, 6));
    assert_eq!(editor.selected_text(), "abc", "part of a line is letters alone");
    let mut other = Editor::new("قبل بعد");
    other.set_caret(0, "قبل ".len());
    let pasted = format!("{RTL}abc\nنص");
    assert_eq!(other.without_stray_mark(&pasted), "abc\nنص", "in the middle of a line there is no place for it");
    other.set_caret(0, 0);
    assert_eq!(other.without_stray_mark(&pasted), pasted);
    assert_eq!(Editor::new("قبل").without_stray_mark("\u{200F}+966"), "\u{200F}+966", "what is typed is kept");
}

#[test]
fn a_mark_that_comes_to_stand_first_becomes_the_direction() {
    let mut editor = Editor::new("");
    for letter in ["\u{200F}", "a"] {
        editor.insert_as(letter, Kind::Typing);
    }
    assert_eq!((editor.paragraph_direction(0), editor.text().as_str()), (Some(RightToLeft), "\u{200F}a"));
    let mut editor = Editor::new("ab\u{200F}c");
    editor.set_caret(0, 2);
    editor.backspace();
    editor.backspace();
    assert_eq!((editor.paragraph_direction(0), editor.caret()), (Some(RightToLeft), (0, RTL.len())));
    editor.undo();
    assert_eq!((editor.paragraph_direction(0), editor.text().as_str()), (None, "ab\u{200F}c"));
}

#[test]
fn a_direction_alone_is_no_text() {
    let mut editor = Editor::new("");
    editor.set_direction(Some(LeftToRight));
    assert!(editor.is_empty());
    editor.insert("ن");
    assert!(!editor.is_empty());
}
