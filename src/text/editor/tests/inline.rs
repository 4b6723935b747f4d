//! Inline atoms: one thing to the caret among the words of a line, whatever is typed beside them.

use super::*;
use crate::text::editor::inline::InlineAtom;

const CHIP: TextRange = TextRange { kind: RangeKind::new(3), tag: 17, grows: false };
const NAME: &str = "هدى علي";
const WIDTHS: [Option<f32>; 6] = [None, Some(260.0), Some(170.0), Some(120.0), Some(90.0), Some(60.0)];

/// A text with every «هدى علي» in it as an atom, each this wide, laid out.
fn with_atoms(text: &str, width_px: Option<f32>) -> Editor {
    let mut editor = Editor::new(text);
    let mut places: Vec<(usize, usize)> = Vec::new();
    for paragraph in 0..editor.paragraph_count() {
        places.extend(editor.paragraph(paragraph).match_indices(NAME).map(|(at, _)| (paragraph, at)));
    }
    for (paragraph, at) in places {
        editor.make_inline_atom(paragraph, at..at + NAME.len(), None, CHIP).expect("an atom");
    }
    lay_out(&mut editor, width_px);
    editor
}

fn lay_out(editor: &mut Editor, width_px: Option<f32>) {
    for paragraph in &mut editor.paragraphs {
        let atoms = paragraph.inline_atoms().map(|held| InlineAtom { id: held.id, width_px: 50.0 }).collect();
        paragraph.set_inline_px(atoms);
    }
    editor.lay_out(&mut Engine::new(), &LayoutStyle { width_px, ..LayoutStyle::default() });
}

fn atoms(editor: &Editor) -> Vec<String> {
    let inline = editor.ranges().filter(|placed| placed.is_inline);
    let text = |placed: PlacedRange| editor.paragraph(placed.paragraph).get(placed.bytes).map(str::to_owned);
    inline.filter_map(text).collect()
}

#[test]
fn an_atom_takes_the_room_it_was_given_in_its_place_among_the_words() {
    let check = |text: &str| {
        let editor = with_atoms(text, None);
        let start = text.find(NAME).expect("there");
        let clusters = editor.clusters(0);
        let within: Vec<_> =
            clusters.iter().filter(|(.., bytes)| bytes.start < start + NAME.len() && start < bytes.end).collect();
        assert_eq!(within.len(), 1, "{text}: one cluster");
        let (_, left, right, bytes) = within[0].clone();
        assert_eq!(bytes, start..start + NAME.len(), "{text}");
        assert!((right - left - 50.0).abs() < 0.1, "{text}: {left} to {right}");
        // in reading order: what comes before it is on its leading side
        let is_rtl = editor.is_rtl(0);
        for (_, other_left, other_right, other) in &clusters {
            if other.end <= start {
                assert!(
                    if is_rtl { *other_left >= right - 0.1 } else { *other_right <= left + 0.1 },
                    "{text} {other:?}"
                );
            }
        }
    };
    check("سألنا هدى علي عن الموعد");
    check("We asked هدى علي about it");
    check("هدى علي");
    check("(هدى علي)");
}

#[test]
fn a_line_with_nothing_but_an_atom_is_as_high_as_others() {
    let height = |text: &str, line_height| {
        let mut editor = Editor::new(text);
        if text == NAME {
            editor.make_inline_atom(0, 0..NAME.len(), None, CHIP);
        }
        let style = crate::text::Style { line_height, ..crate::text::Style::default() };
        editor.lay_out(&mut Engine::new(), &LayoutStyle { style, ..LayoutStyle::default() });
        editor.height_px()
    };
    for line_height in [None, Some(32.0)] {
        assert_eq!(height(NAME, line_height), height("نص", line_height), "{line_height:?}");
    }
}

#[test]
fn arrows_words_and_clicks_take_an_atom_as_one() {
    let text = "سألنا هدى علي عن الموعد";
    let mut editor = with_atoms(text, Some(400.0));
    let (start, end) = ("سألنا ".len(), "سألنا هدى علي".len());
    editor.set_caret(0, start);
    editor.arrow(false, false, false);
    assert_eq!(editor.caret(), (0, end));
    editor.arrow(true, false, false);
    assert_eq!(editor.caret(), (0, start));
    editor.arrow(false, true, false);
    assert_eq!(editor.caret(), (0, end + 1), "a word move goes to the word after it");
    editor.arrow(true, true, false);
    assert_eq!(editor.caret(), (0, start));
    assert_eq!(editor.caret_in(0, start + 2).byte, start, "there is no place within it");
    assert_eq!(editor.caret_in(0, end - 2).byte, end);
    let place = editor.caret_place(editor.caret_in(0, start)).expect("laid out").1;
    assert_eq!(editor.caret_from_point(place - 10.0, 5.0).byte, start);
    assert_eq!(editor.caret_from_point(place - 40.0, 5.0).byte, end);
    editor.select_word(editor.caret_in(0, start));
    assert_eq!(editor.selected_text(), NAME);
    assert_eq!(editor.selection_spans(0, &(start..end)).len(), 1);
    assert!(
        editor.is_on_inline_px(egui::pos2(place - 25.0, 5.0)) && !editor.is_on_inline_px(egui::pos2(place + 5.0, 5.0))
    );
}

#[test]
fn walks_visit_every_letter_and_atom_once_at_any_width() {
    let texts = ["سألنا هدى علي عن (Vision 2030) وهدى علي، ثم 12 مرة", "We met هدى علي and عربي هدى علي in 2026", NAME];
    for text in texts {
        for width in WIDTHS {
            let editor = with_atoms(text, width);
            let clusters = editor.clusters(0).len();
            for right in [true, false] {
                let forward = right != editor.is_rtl(0);
                let mut caret = editor.paragraph_edge(0, !forward);
                let mut steps = 0;
                loop {
                    let next = editor.caret_after_arrow(caret, right);
                    if next == caret {
                        break;
                    }
                    assert_eq!(editor.caret_in(0, next.byte).byte, next.byte, "{text} at {width:?}: within an atom");
                    caret = next;
                    steps += 1;
                    assert!(steps <= clusters, "{text} at {width:?}: the walk does not end");
                }
                assert_eq!(steps, clusters, "{text} at {width:?}, right {right}");
            }
        }
    }
}

#[test]
fn an_atom_wraps_as_a_word_with_what_is_written_close_to_it() {
    let lines = |text: &str, width: f32| -> Vec<String> {
        let editor = with_atoms(text, Some(width));
        let paragraph = &editor.paragraphs[0];
        let bytes = (0..paragraph.line_count()).map(|line| paragraph.line_bytes(line));
        bytes.filter_map(|bytes| paragraph.text().get(bytes)).map(str::to_owned).collect()
    };
    assert_eq!(lines("كلمة أخرى هدى علي", 80.0), ["كلمة أخرى ", NAME], "its own space is no place to break");
    assert_eq!(lines("كلمة وهدى علي، ثم", 75.0), ["كلمة ", "وهدى علي، ", "ثم"], "nor is its edge");
    assert_eq!(lines("هدى علي هدى علي هدى علي", 110.0), ["هدى علي هدى علي ", NAME]);
    assert_eq!(lines("كلمة هدى علي", 30.0).last().map(String::as_str), Some(NAME), "wider than a line: cut to it");
}

#[test]
fn keys_delete_an_atom_whole_and_undo_brings_it_back() {
    let text = "سألنا هدى علي عن";
    let check = |byte: usize, delete: fn(&mut Editor), expected: &str| {
        let mut editor = with_atoms(text, Some(300.0));
        editor.set_caret(0, byte);
        delete(&mut editor);
        assert_eq!((editor.text().as_str(), atoms(&editor).len()), (expected, 0));
        editor.undo();
        assert_eq!((editor.text().as_str(), atoms(&editor)), (text, vec![NAME.to_owned()]));
        editor.redo();
        assert_eq!(editor.text(), expected);
    };
    let (start, end) = ("سألنا ".len(), "سألنا هدى علي".len());
    check(end, Editor::backspace, "سألنا  عن");
    check(start, Editor::delete, "سألنا  عن");
    check(end, |editor| editor.delete_word(false), "سألنا  عن");
    check(start, |editor| editor.delete_word(true), "سألنا عن");
}

#[test]
fn what_is_typed_beside_an_atom_leaves_it_whole_and_an_edit_within_dissolves_it() {
    let mut editor = with_atoms("سألنا هدى علي عن", None);
    let (start, end) = ("سألنا ".len(), "سألنا هدى علي".len());
    editor.set_caret(0, end);
    editor.insert("،");
    editor.set_caret(0, start);
    editor.insert("و");
    editor.insert("\n");
    assert_eq!(editor.text(), "سألنا و\nهدى علي، عن");
    assert_eq!(atoms(&editor), [NAME]);
    editor.backspace();
    editor.replace_range(0, 0.."سألنا".len(), "رأينا", None);
    assert_eq!((editor.text().as_str(), atoms(&editor)), ("رأينا وهدى علي، عن", vec![NAME.to_owned()]));
    // an edit from code that reaches into it
    let inside = "رأينا وهدى".len();
    let (from, to) = (Caret { byte: inside, ..Caret::default() }, Caret { byte: inside + 1, ..Caret::default() });
    editor.replace_raw(from, to, "", Kind::Whole);
    assert!(atoms(&editor).is_empty());
    editor.undo();
    assert_eq!(atoms(&editor), [NAME]);
}

#[test]
fn an_atom_is_inserted_made_of_what_was_typed_and_given_another_text() {
    let mut editor = Editor::new("سألنا @هد عن");
    let typed = "سألنا ".len().."سألنا @هد".len();
    let id = editor.make_inline_atom(0, typed.clone(), Some(NAME), CHIP).expect("an atom");
    assert_eq!(editor.text(), "سألنا هدى علي عن");
    assert_eq!(editor.caret(), (0, "سألنا هدى علي".len()), "the caret goes behind it");
    assert!(editor.make_inline_atom(0, typed.start + 2..typed.end, None, CHIP).is_none(), "no atom within another");
    let id = editor.set_atom_text(id, "هدى\nالأحمد").expect("still there");
    assert_eq!(editor.text(), "سألنا هدى الأحمد عن");
    assert!(editor.range(id).is_some_and(|placed| placed.is_inline && placed.range.tag == 17));
    (0..2).for_each(|_| editor.undo());
    assert_eq!((editor.text().as_str(), atoms(&editor).len()), ("سألنا @هد عن", 0));
    editor.select((0, typed.start), (0, typed.end));
    editor.insert_inline_atom(NAME, CHIP);
    assert_eq!((editor.text().as_str(), atoms(&editor)), ("سألنا هدى علي عن", vec![NAME.to_owned()]));
    // beside a paragraph that is an atom it stands on a line of its own
    let mut editor = Editor::new("بطاقة");
    editor.make_atom(0, None, CHIP);
    editor.insert_inline_atom(NAME, CHIP);
    assert_eq!((editor.text().as_str(), atoms(&editor)), ("بطاقة\nهدى علي", vec![NAME.to_owned()]));
    assert!(editor.is_atom(0) && !editor.is_atom(1));
}

#[test]
fn an_atom_moves_with_the_text_around_it_and_is_found_by_its_text() {
    let mut editor = with_atoms("أول هدى علي ثان", Some(300.0));
    editor.select((0, "أول ".len()), (0, "أول هدى علي ".len()));
    editor.move_selection(editor.end());
    assert_eq!((editor.text().as_str(), atoms(&editor)), ("أول ثانهدى علي ", vec![NAME.to_owned()]));
    editor.undo();
    assert_eq!((editor.text().as_str(), atoms(&editor)), ("أول هدى علي ثان", vec![NAME.to_owned()]));
    editor.caret_to_start();
    let same = |letter: char, push: &mut dyn FnMut(char)| push(letter);
    assert_eq!(editor.find("ي", &same), 1);
    assert_eq!(editor.find("ل", &same), 2);
    let selected = |editor: &mut Editor| {
        editor.find_next(true);
        editor.selected_text()
    };
    assert_eq!([selected(&mut editor), selected(&mut editor), selected(&mut editor)], ["ل", NAME, "ل"]);
}

#[test]
fn what_is_composed_beside_an_atom_leaves_it_in_its_place() {
    let mut editor = with_atoms("سألنا هدى علي عن", Some(300.0));
    let end = "سألنا هدى علي".len();
    let width = |editor: &Editor| {
        let paragraph = &editor.paragraphs[0];
        let atom = paragraph.inline_atoms().next().expect("there").bytes.clone();
        let spans = paragraph.selection(&paragraph.laid_out_bytes(&atom));
        assert_eq!(spans.len(), 1);
        spans[0].2 - spans[0].1
    };
    for byte in [end, "سألنا ".len()] {
        editor.set_caret(0, byte);
        editor.compose("كتا".to_owned());
        lay_out(&mut editor, Some(300.0));
        assert!((width(&editor) - 50.0).abs() < 0.1, "{}", width(&editor));
        assert!(editor.caret_rect_px(editor.full_caret()).is_some());
        editor.end_composition();
    }
}

#[test]
fn a_very_long_paragraph_is_never_cut_within_an_atom() {
    let text = "كلمات هدى علي في فقرة ".repeat(1_500);
    let mut editor = with_atoms(&text, Some(500.0));
    let check = |editor: &Editor, count: usize| {
        let paragraph = &editor.paragraphs[0];
        let mut edges = paragraph.chunks.iter().scan(0, |at, chunk| {
            *at += chunk.length;
            Some(*at)
        });
        assert!(paragraph.chunks.len() > 3);
        assert!(edges.all(|edge| paragraph.inline_around(edge).is_none()));
        assert_eq!(atoms(editor).len(), count);
    };
    check(&editor, 1_500);
    editor.set_caret(0, 0);
    editor.insert(&"ن".repeat(9_000));
    lay_out(&mut editor, Some(500.0));
    check(&editor, 1_500);
}
