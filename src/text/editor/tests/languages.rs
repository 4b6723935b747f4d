//! What is typed stays as it is typed: tatweel, full vocalisation, lam-alef, Arabic-Indic digits, Persian letters,
//! joined emoji, isolates and marks can each be typed, walked over, deleted, selected and undone.
#![expect(clippy::string_slice, reason = "places are between letters, or the test fails as it should")]

use super::*;
use unicode_segmentation::UnicodeSegmentation;

const TEXTS: [&str; 12] = [
    "العـــربية",
    "بِسْمِ ٱللَّهِ ٱلرَّحْمَٰنِ ٱلرَّحِيمِ",
    "لا لأ لإ لآ ﻻ",
    "السعر ١٢٬٥٠٠٫٧٥ ريال (٪٣٥)",
    "پژوهش‌های گچ کیفیت",
    "ہے ٹھیک ڈاکٹر ے",
    "أسرة 👨\u{200D}👩\u{200D}👧\u{200D}👦 و🇸🇦 ✔\u{FE0F}",
    "رقم \u{2066}+966 50 123\u{2069} هنا",
    "نص\u{200F}!\u{200E}abc\u{061C}12",
    "e\u{301}a\u{308} naïve",
    "اللّٰهم صلِّ على محمدﷺ",
    "(أ) [ب] «ج» {د} \"هـ\"",
];

/// A mark that comes to stand first becomes the paragraph's direction: where letters go from the front, it is no letter.
fn without_marks() -> impl Iterator<Item = &'static str> {
    TEXTS.into_iter().filter(|text| !text.contains(['\u{200E}', '\u{200F}']))
}

#[test]
fn what_is_typed_letter_by_letter_is_what_stands_there_and_undo_takes_it_all_back() {
    for text in TEXTS {
        let mut editor = Editor::new("");
        for letter in text.chars() {
            editor.insert_as(&letter.to_string(), Kind::Typing);
        }
        assert_eq!(editor.text(), text, "nothing is replaced by itself");
        while editor.can_undo() {
            editor.undo();
        }
        assert_eq!(editor.text(), "");
        while editor.can_redo() {
            editor.redo();
        }
        assert_eq!(editor.text(), text);
    }
}

#[test]
fn arrows_walk_over_all_of_it_and_back() {
    for text in TEXTS {
        let editor = laid_out(text, Some(90.0));
        for right in [true, false] {
            let forward = right != editor.is_rtl(0);
            let mut caret = editor.paragraph_edge(0, !forward);
            let mut steps = 0;
            while editor.stepped(caret, right) != caret {
                let next = editor.stepped(caret, right);
                assert!(text.is_char_boundary(next.byte), "{text:?}");
                assert!(
                    !text[next.byte..].starts_with(|letter| matches!(letter, '\u{064B}'..='\u{0652}' | '\u{200D}')),
                    "{text:?}: between a letter and its mark, at {}",
                    next.byte
                );
                caret = next;
                steps += 1;
                assert!(steps <= text.len(), "{text:?}");
            }
            assert_eq!(steps, editor.clusters(0).len(), "{text:?}");
        }
    }
}

#[test]
fn backspace_empties_it_from_its_end_and_delete_from_its_start() {
    for text in TEXTS {
        let mut editor = Editor::new(text);
        let mut keys = 0;
        while !editor.text().is_empty() {
            let before = editor.text();
            editor.backspace();
            assert!(before.starts_with(&editor.text()) && before != editor.text(), "{text:?}");
            keys += 1;
        }
        assert!(keys <= text.chars().count() && keys >= text.graphemes(true).count(), "{text:?}: {keys} keys");
    }
    for text in without_marks() {
        let mut editor = Editor::new(text);
        editor.caret_to_start();
        let mut keys = 0;
        while !editor.text().is_empty() {
            let before = editor.text();
            editor.delete();
            assert!(before.ends_with(&editor.text()) && before != editor.text(), "{text:?}");
            keys += 1;
        }
        assert_eq!(keys, text.graphemes(true).count(), "{text:?}");
        editor.undo();
        assert_eq!(editor.text(), text, "one run of deletions is one step");
    }
}

#[test]
fn any_part_of_it_can_be_selected_copied_and_put_back() {
    for text in without_marks() {
        let mut edges: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).collect();
        edges.push(text.len());
        for (index, &from) in edges.iter().enumerate() {
            for &to in &edges[index..] {
                let mut editor = Editor::new(text);
                editor.select((0, from), (0, to));
                assert_eq!(editor.selected_text(), &text[from..to]);
                let copied = editor.selected_text();
                editor.delete_selection();
                editor.insert(&copied);
                assert_eq!(editor.text(), text);
                editor.undo();
                editor.undo();
                assert_eq!(editor.text(), text);
            }
        }
    }
}
