//! The bidirectional text held against references: Unicode's own test file, and the layout against itself.
//!
//! Another shaper is the third reference: `examples/text_dump.rs` writes the same cases as JSON for it.
#![expect(clippy::expect_used, reason = "a test may fail loudly")]

use std::collections::HashMap;

use serde::Deserialize;
use tansiq::text::{self, Affinity, Caret, Direction, Editor, Engine, LayoutStyle, Style};

const BIDI_CHARACTER_TEST: &str = "/usr/share/unicode/BidiCharacterTest.txt";

/// All of the file's cases, through the function that stands beside the engine's own analysis.
#[test]
fn every_case_of_unicodes_bidi_test_has_the_right_levels() {
    let file = std::fs::read_to_string(BIDI_CHARACTER_TEST).unwrap_or_else(|error| {
        panic!("{BIDI_CHARACTER_TEST} can't be read ({error}): install Debian's package unicode-data")
    });
    let mut cases = 0;
    for line in file.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
        let fields: Vec<&str> = line.split(';').collect();
        let text: String = fields[0]
            .split(' ')
            .map(|hex| u32::from_str_radix(hex, 16).ok().and_then(char::from_u32).expect("a code point"))
            .collect();
        let base = match fields[1] {
            "0" => Some(Direction::LeftToRight),
            "1" => Some(Direction::RightToLeft),
            _ => None,
        };
        let levels = text::levels(&text, base);
        assert_eq!(levels.paragraph.to_string(), fields[2], "paragraph level of {line}");
        for (index, expected) in fields[3].split(' ').enumerate() {
            // "x": a character that has no level, being removed by rule X9
            if expected != "x" {
                assert_eq!(levels.letters[index].to_string(), expected, "level {index} of {line}");
            }
        }
        cases += 1;
    }
    assert_eq!(cases, 91_707);
}

#[derive(Deserialize)]
struct Case {
    text: String,
    base: String,
}

/// Unbroken, and broken at ten widths, down to one or two words a line.
const WIDTHS: [Option<f32>; 11] = [
    None,
    Some(420.0),
    Some(320.0),
    Some(260.0),
    Some(210.0),
    Some(170.0),
    Some(140.0),
    Some(115.0),
    Some(95.0),
    Some(75.0),
    Some(61.0),
];

/// Each case laid out at several widths; `check` gets the editor and a name for messages.
fn for_each_layout(check: impl FnMut(&mut Editor, &str)) {
    for_each_layout_at(&WIDTHS, check);
}

fn for_each_layout_at(widths: &[Option<f32>], mut check: impl FnMut(&mut Editor, &str)) {
    let cases: Vec<Case> = serde_json::from_str(include_str!("../fixtures/text_cases.json")).expect("cases");
    assert!(cases.len() >= 150, "{}", cases.len());
    let mut engine = Engine::new();
    for case in cases {
        let base = match case.base.as_str() {
            "rtl" => Some(Direction::RightToLeft),
            "ltr" => Some(Direction::LeftToRight),
            _ => None,
        };
        for &width in widths {
            let style = LayoutStyle {
                style: Style { size: 18.0, ..Style::default() },
                width_px: width,
                base,
                ..LayoutStyle::default()
            };
            let mut editor = Editor::new(&case.text);
            editor.lay_out(&mut engine, &style);
            check(&mut editor, &format!("{:?} at {width:?}", case.text));
        }
    }
}

fn place(editor: &Editor, caret: Caret) -> (usize, f32) {
    editor.caret_place(caret).expect("laid out")
}

#[test]
fn arrows_walk_over_every_cluster_once_in_both_directions() {
    for_each_layout(|editor, name| {
        let clusters = editor.clusters(0);
        for right in [true, false] {
            let forward = right != editor.is_rtl(0);
            let mut caret = editor.paragraph_edge(0, !forward);
            let mut visits: HashMap<usize, usize> = HashMap::new();
            let mut last = place(editor, caret);
            for step in 0.. {
                let next = editor.caret_after_arrow(caret, right);
                if next == caret {
                    break;
                }
                assert!(step <= clusters.len(), "{name}: the walk does not end");
                let (line, x) = place(editor, next);
                if line == last.0 {
                    assert!(if right { x > last.1 } else { x < last.1 }, "{name}: {last:?} to {x} at {next:?}");
                    // the cluster between the two places
                    let middle = f32::midpoint(x, last.1);
                    let passed =
                        clusters.iter().position(|(on, left, end, _)| *on == line && *left < middle && middle < *end);
                    *visits.entry(passed.expect("a cluster")).or_default() += 1;
                } else {
                    // over a soft break: going forward the last cluster of the line that is left, going back that of
                    // the line that is entered; it stands beside the place, on the side of the movement or against it
                    let (on_line, beside) = if forward { last } else { (line, x) };
                    let passed = clusters.iter().position(|(on, left, end, _)| {
                        let edge = if forward == right { *left } else { *end };
                        *on == on_line && (edge - beside).abs() < 0.1
                    });
                    *visits.entry(passed.expect("a cluster")).or_default() += 1;
                }
                last = (line, x);
                caret = next;
            }
            assert_eq!(visits.values().sum::<usize>(), clusters.len(), "{name}, right {right}: {visits:?}");
            assert!(visits.values().all(|count| *count == 1), "{name}, right {right}: {visits:?}");
        }
    });
}

#[test]
fn a_click_on_a_caret_puts_it_back_there() {
    for_each_layout(|editor, name| {
        let line_height = editor.height_px() / line_count(editor) as f32;
        for (line, left, right, _) in editor.clusters(0) {
            let y = (line as f32 + 0.5) * line_height;
            for x in [left + 0.1, right - 0.1] {
                let caret = editor.caret_from_point(x, y);
                let (on, at) = place(editor, caret);
                assert_eq!(on, line, "{name}: a click at {x} on line {line} gave {caret:?}");
                assert!((at - x).abs() < 0.2, "{name}: a click at {x} on line {line} gave {at}, {caret:?}");
            }
        }
    });
}

fn line_count(editor: &Editor) -> usize {
    editor.clusters(0).last().map_or(1, |(line, ..)| line + 1)
}

#[test]
fn a_selection_covers_its_clusters_and_nothing_else() {
    // every pair of places: fewer widths are enough work
    for_each_layout_at(&[None, Some(170.0), Some(75.0)], |editor, name| {
        let clusters = editor.clusters(0);
        let mut edges: Vec<usize> = clusters.iter().flat_map(|(_, _, _, bytes)| [bytes.start, bytes.end]).collect();
        edges.sort_unstable();
        edges.dedup();
        for (index, &from) in edges.iter().enumerate() {
            for &to in edges.iter().skip(index + 1) {
                let selected = clusters.iter().filter(|(_, _, _, bytes)| (from..to).contains(&bytes.start));
                let expected: f32 = selected.map(|(_, left, right, _)| right - left).sum();
                let spans = editor.selection_spans(0, &(from..to));
                let area: f32 = spans.iter().map(|(_, left, right)| right - left).sum();
                assert!((area - expected).abs() < 0.05, "{name}: {from}..{to} covers {area}, not {expected}");
                for pair in spans.windows(2) {
                    assert!(pair[0].0 < pair[1].0 || pair[0].2 <= pair[1].1 + 0.01, "{name}: {spans:?} overlap");
                }
            }
        }
    });
}

#[test]
fn the_caret_stands_at_the_base_edge_before_the_first_and_after_the_last_letter() {
    for_each_layout(|editor, name| {
        let clusters = editor.clusters(0);
        let last_line = line_count(editor) - 1;
        let edge = |line: usize, at_right: bool| {
            let on_line = clusters.iter().filter(|(on, ..)| *on == line);
            let edges = on_line.map(|(_, left, right, _)| if at_right { *right } else { *left });
            if at_right { edges.fold(f32::MIN, f32::max) } else { edges.fold(f32::MAX, f32::min) }
        };
        let rtl = editor.is_rtl(0);
        let length = editor.paragraph(0).len();
        let start = place(editor, Caret { paragraph: 0, byte: 0, affinity: Affinity::Upstream });
        let end = place(editor, Caret { paragraph: 0, byte: length, affinity: Affinity::Downstream });
        assert!((start.1 - edge(0, rtl)).abs() < 0.01, "{name}: starts at {start:?}");
        assert_eq!(end.0, last_line, "{name}");
        assert!((end.1 - edge(last_line, !rtl)).abs() < 0.01, "{name}: ends at {end:?}");
    });
}

/// Within a ligature with marks another shaper may put the two sides of one place at the ligature's two ends. In text
/// that reads one way all through, both sides of a place are the same.
#[test]
fn in_text_of_one_direction_a_place_has_one_side() {
    let mut checked = 0;
    for_each_layout(|editor, name| {
        let levels = text::levels(editor.paragraph(0), Some(Direction::from_rtl(editor.is_rtl(0))));
        if levels.letters.iter().any(|level| *level != levels.paragraph) {
            return;
        }
        checked += 1;
        for (line, .., bytes) in editor.clusters(0) {
            let at = |affinity| place(editor, Caret { paragraph: 0, byte: bytes.end, affinity });
            let (before, after) = (at(Affinity::Upstream), at(Affinity::Downstream));
            assert!(
                before.0 != after.0 || before.0 != line || (before.1 - after.1).abs() < 0.01,
                "{name} at {}: {before:?} {after:?}",
                bytes.end
            );
        }
    });
    assert!(checked > 300, "{checked}");
}

#[test]
fn arrows_walk_through_a_whole_document_and_back() {
    let text =
        "نص عربي مع English طويل\n\u{200F}abc def (12)\n\n\u{200E}نص مقلوب 35%\nbetween أسطر and lines\n\u{200F}";
    let mut engine = Engine::new();
    for width in WIDTHS {
        let mut editor = Editor::new(text);
        editor.lay_out(&mut engine, &LayoutStyle { width_px: width, ..LayoutStyle::default() });
        let last = editor.paragraph_count() - 1;
        // each paragraph by its own direction: forward is where it reads to
        for forward in [true, false] {
            let mut caret = editor.paragraph_edge(if forward { 0 } else { last }, !forward);
            let mut steps = 0;
            let mut paragraphs = vec![caret.paragraph];
            loop {
                let right = editor.is_rtl(caret.paragraph) != forward;
                let next = editor.caret_after_arrow(caret, right);
                if next == caret {
                    break;
                }
                if next.paragraph != caret.paragraph {
                    paragraphs.push(next.paragraph);
                }
                caret = next;
                steps += 1;
                assert!(steps < 500, "{width:?}: the walk does not end");
            }
            let letters: usize = (0..=last).map(|paragraph| editor.clusters(paragraph).len()).sum();
            assert_eq!(steps, letters + last, "{width:?}, forward {forward}");
            paragraphs.sort_unstable();
            assert_eq!(paragraphs, (0..=last).collect::<Vec<_>>(), "each is entered once");
        }
    }
}

/// A mark on a letter of a ligature moves no caret: «لًا» has the places of «لا», and one at each, not two.
///
/// Pango (1.50 to 1.58) has two there. Its `pango_glyph_string_index_to_x_full` counts the graphemes of a cluster that
/// begin before an index and, for the far side of what stands at it, one more. Where a mark stands at the index, its
/// letter has been counted already: the far side of the mark comes out one letter too far, at the ligature's end, and the
/// weak caret before the alef stands there. Its strong caret is ours. Where that one more is counted only for what begins
/// a grapheme, Pango has the same carets as this engine everywhere: the strings of `text_cases.json`, held against 1.56
/// with that condition, differ in no glyph, no position and no caret, in Plex and in Amiri.
#[test]
fn a_mark_on_a_ligature_moves_no_caret() {
    let mut engine = Engine::new();
    let mut places = |text: &str| {
        let mut editor = Editor::new(text);
        let style = Style { size: 64.0, ..Style::default() };
        editor.lay_out(&mut engine, &LayoutStyle { style, ..LayoutStyle::default() });
        let edges: Vec<usize> = editor.clusters(0).iter().map(|(_, _, _, bytes)| bytes.end).collect();
        assert_eq!(edges.len(), 2, "{text}: two letters");
        let ends = edges.into_iter().flat_map(|byte| {
            [Affinity::Upstream, Affinity::Downstream].map(|affinity| Caret { paragraph: 0, byte, affinity })
        });
        ends.map(|caret| place(&editor, caret).1.round()).collect::<Vec<f32>>()
    };
    for (bare, marked) in [("لا", "لًا"), ("لا", "لَا"), ("ضر", "ضَر"), ("لا", "لَّا")] {
        assert_eq!(places(bare), places(marked), "{marked}");
    }
}
