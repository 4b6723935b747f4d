//! Tests of the document, without a window: edits from code, moves over a layout, and both against plain models.

mod atoms;
mod directions;
mod inline;
mod languages;
mod model;
mod parted;
mod random;
mod ranges;
mod sections;

use super::history::Kind;
use super::*;
use crate::text::Engine;

fn laid_out(text: &str, width_px: Option<f32>) -> Editor {
    let mut editor = Editor::new(text);
    editor.lay_out(&mut Engine::new(), &LayoutStyle { width_px, ..LayoutStyle::default() });
    editor
}

#[test]
fn a_new_document_has_one_paragraph_and_the_caret_at_its_end() {
    let editor = Editor::new("");
    assert!(editor.is_empty());
    assert_eq!(editor.paragraph_count(), 1);
    assert_eq!(Editor::new("سطر\nab").caret(), (1, 2));
}

#[test]
fn text_is_cleaned_as_it_comes_in() {
    let check = |text: &str, expected: &str| assert_eq!(Editor::new(text).text(), expected, "{text:?}");
    check("a\r\nb\rc\u{2029}d\u{2028}e\u{85}f", "a\nb\nc\nd\ne\nf");
    check("a\u{0}\u{7}b\u{1b}[c\td", "ab[c\td");
    check("\u{2067}نص\u{2069} می\u{200C}خواهم", "\u{2067}نص\u{2069} می\u{200C}خواهم");
}

#[test]
fn newlines_make_paragraphs_and_deleting_them_joins_these() {
    let mut editor = Editor::new("واحداثنان");
    editor.set_caret(0, "واحد".len());
    editor.insert("\nبين\n");
    assert_eq!(editor.text(), "واحد\nبين\nاثنان");
    assert_eq!(editor.caret(), (2, 0));
    editor.backspace();
    assert_eq!(editor.text(), "واحد\nبيناثنان");
    editor.set_caret(0, "واحد".len());
    editor.delete();
    assert_eq!(editor.text(), "واحدبيناثنان");
    assert_eq!(editor.paragraph_count(), 1);
}

#[test]
fn backspace_takes_a_mark_first_and_an_emoji_whole() {
    let check = |text: &str, expected: &str| {
        let mut editor = Editor::new(text);
        editor.backspace();
        assert_eq!(editor.text(), expected, "{text:?}");
    };
    check("دٌ", "د");
    check("لا", "ل");
    check("a👨‍👩‍👧", "a");
    check("❤\u{FE0F}", "");
    check("مـ", "م");
}

#[test]
fn delete_takes_a_letter_with_its_marks() {
    let mut editor = Editor::new("مُحَمَّد");
    editor.caret_to_start();
    editor.delete();
    assert_eq!(editor.text(), "حَمَّد");
}

#[test]
fn undo_takes_back_words_and_redo_makes_them_again() {
    let mut editor = Editor::new("");
    for letter in "نص عربي".chars() {
        editor.insert_as(&letter.to_string(), Kind::Typing);
    }
    editor.undo();
    assert_eq!(editor.text(), "نص ");
    editor.undo();
    assert_eq!(editor.text(), "");
    assert!(!editor.can_undo());
    editor.redo();
    editor.redo();
    assert_eq!(editor.text(), "نص عربي");
    assert!(!editor.can_redo());
}

#[test]
fn undo_gives_the_selection_back() {
    let mut editor = Editor::new("one two");
    editor.select((0, 0), (0, 3));
    editor.insert("x");
    editor.undo();
    assert_eq!(editor.selected_text(), "one");
}

#[test]
fn another_text_cannot_be_undone_and_counts_as_a_change() {
    let mut editor = Editor::new("a");
    editor.insert("b");
    let revision = editor.revision();
    editor.set_text("c");
    assert!(!editor.can_undo());
    assert!(editor.revision() > revision);
}

#[test]
fn a_megabyte_pasted_over_a_selection_is_one_step_and_leaves_keys_as_light_as_before() {
    let mut engine = Engine::new();
    let style = LayoutStyle { width_px: Some(500.0), ..LayoutStyle::default() };
    let check = |engine: &mut Engine, megabyte: &str| {
        let mut editor = Editor::new("قبل\nما يحل محله\nبعد");
        editor.select((0, 2), (2, 2));
        editor.insert(megabyte);
        assert_eq!(editor.text().len(), megabyte.len() + "قعد".len());
        editor.lay_out(engine, &style);
        for place in [0, megabyte.len() / 2, megabyte.len()] {
            let at = editor.caret_at_offset(place);
            editor.move_to(at, false);
            editor.insert_as("ن", Kind::Typing);
            let stale: usize = editor.paragraphs.iter().map(Paragraph::stale_bytes).sum();
            assert!(stale <= 16_500, "{stale} bytes to be shaped for one key");
            editor.lay_out(engine, &style);
        }
        (0..3).for_each(|_| editor.undo());
        editor.undo();
        assert_eq!(editor.text(), "قبل\nما يحل محله\nبعد");
        assert_eq!(editor.selected_text(), "بل\nما يحل محله\nب");
    };
    check(&mut engine, &"فقرة من النص العربي مع English و 12 رقما.\n".repeat(15_500));
    check(&mut engine, &"كلمات في فقرة واحدة طويلة جدا ".repeat(19_000));
}

#[test]
fn a_replaced_paragraph_is_one_step() {
    let mut editor = Editor::new("a\nb\nc");
    editor.replace_paragraph(1, "x\ny");
    assert_eq!(editor.text(), "a\nx\ny\nc");
    editor.undo();
    assert_eq!(editor.text(), "a\nb\nc");
}

#[test]
fn an_empty_paragraph_takes_its_direction_from_above() {
    let editor = laid_out("\nabc\n\nنص\n\n12", Some(300.0));
    let rtl: Vec<bool> = (0..6).map(|index| editor.is_rtl(index)).collect();
    assert_eq!(rtl, [true, false, false, true, true, true]);
    let caret = |paragraph| editor.caret_place(editor.caret_in(paragraph, 0)).expect("laid out").1;
    assert_eq!(caret(0), 300.0);
    assert_eq!(caret(2), 0.0);
    assert_eq!(caret(4), 300.0);
}

#[test]
fn arrows_follow_the_eye() {
    let mut editor = laid_out("نص", Some(300.0));
    editor.caret_to_start();
    editor.arrow(false, false, false);
    assert_eq!(editor.caret(), (0, "ن".len()));
    editor.arrow(true, false, false);
    assert_eq!(editor.caret(), (0, 0));
    editor.arrow(false, false, true);
    assert_eq!(editor.selected_text(), "ن");
    editor.arrow(false, false, false);
    assert_eq!(editor.caret(), (0, "ن".len()));
}

#[test]
fn word_moves_follow_reading_order() {
    let mut editor = laid_out("نص عربي text", Some(300.0));
    editor.caret_to_start();
    editor.arrow(false, true, false);
    assert_eq!(editor.caret(), (0, "نص ".len()));
    editor.arrow(false, true, false);
    assert_eq!(editor.caret(), (0, "نص عربي ".len()));
    editor.arrow(true, true, false);
    assert_eq!(editor.caret(), (0, "نص ".len()));
}

#[test]
fn up_and_down_keep_their_aim_over_short_lines() {
    let mut editor = laid_out("long line here\nx\nlong line here", Some(300.0));
    editor.set_caret(0, 9);
    assert!(editor.line_move(true, false));
    assert_eq!(editor.caret(), (1, 1));
    assert!(editor.line_move(true, false));
    assert_eq!(editor.caret(), (2, 9));
    assert!(!editor.line_move(true, false));
    assert_eq!(editor.caret(), (2, 14));
}

#[test]
fn a_double_click_selects_the_word_and_a_triple_click_the_paragraph() {
    let mut editor = Editor::new("مُحَمَّدٌ رسول\nx");
    editor.select_word(Caret { paragraph: 0, byte: 3, affinity: Affinity::Downstream });
    assert_eq!(editor.selected_text(), "مُحَمَّدٌ");
    editor.select_paragraph(0);
    assert_eq!(editor.selected_text(), "مُحَمَّدٌ رسول");
}

#[test]
fn only_the_paragraph_that_changed_is_shaped_again() {
    let mut engine = Engine::new();
    let style = LayoutStyle { width_px: Some(300.0), ..LayoutStyle::default() };
    let mut editor = Editor::new(&"فقرة من النص\n".repeat(50));
    editor.lay_out(&mut engine, &style);
    editor.set_caret(20, 0);
    editor.insert("ب");
    let stale = editor.paragraphs.iter().filter(|paragraph| !paragraph.is_shaped()).count();
    assert_eq!(stale, 1);
    editor.lay_out(&mut engine, &style);
    editor.insert("\n");
    assert_eq!(editor.paragraphs.iter().filter(|paragraph| !paragraph.is_shaped()).count(), 2);
}

#[test]
fn a_long_text_shaped_on_several_threads_is_the_same_as_its_paragraphs_alone() {
    let mut engine = Engine::new();
    let style = LayoutStyle { width_px: Some(300.0), ..LayoutStyle::default() };
    let text: String =
        (0..400).map(|number| format!("({number}) فقرة من النص Text {number}%، وبعدها تتمة\n")).collect();
    let mut editor = Editor::new(&text);
    editor.lay_out(&mut engine, &style);
    for paragraph in &editor.paragraphs {
        let mut alone = Editor::new(paragraph.text());
        alone.lay_out(&mut engine, &style);
        let alone = &alone.paragraphs[0];
        assert_eq!(paragraph.line_count(), alone.line_count());
        for line in 0..alone.line_count() {
            assert_eq!(paragraph.stops(line), alone.stops(line), "{}", paragraph.text());
        }
        assert_eq!(paragraph.height_px(), alone.height_px());
    }
}
