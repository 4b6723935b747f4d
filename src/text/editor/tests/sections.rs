//! Sections: texts that stay apart whatever is edited, with one caret, one selection and one undo through all of them.
#![expect(clippy::string_slice, reason = "the model's places are between letters, or the test fails as it should")]

use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

use super::super::edits::is_emoji;
use super::*;

const LINE: SectionFrame = SectionFrame { start: 60.0, end: 40.0, padding: 4.0, margin: 3.0, font: None };

fn section(tag: u64, is_single_line: bool) -> Section {
    let frame = if is_single_line { LINE } else { SectionFrame::default() };
    Section { tag, is_single_line, frame, ..Section::default() }
}

/// Notes, a captured line, notes of two lines.
fn minutes() -> Editor {
    let mut editor = Editor::new("");
    editor.set_sections([
        (section(1, false), Some("قبل")),
        (section(2, true), Some("تشجير 12 حديقة")),
        (section(3, false), Some("بعد\nآخر")),
    ]);
    editor
}

fn texts(editor: &Editor) -> Vec<String> {
    let tags: Vec<u64> = editor.sections().map(|section| section.tag).collect();
    tags.into_iter().map(|tag| editor.section_text(tag).expect("there")).collect()
}

fn lay_out(editor: &mut Editor, fallback: Direction) {
    let style = LayoutStyle { width_px: Some(300.0), fallback, ..LayoutStyle::default() };
    editor.lay_out(&mut Engine::new(), &style);
}

#[test]
fn a_selection_over_sections_is_copied_as_one_text() {
    let mut editor = minutes();
    editor.select_all();
    assert_eq!(editor.selected_text(), "قبل\nتشجير 12 حديقة\nبعد\nآخر");
    editor.select((0, "ق".len()), (2, "بعد".len()));
    assert_eq!(editor.selected_text(), "بل\nتشجير 12 حديقة\nبعد");
}

#[test]
fn what_is_typed_over_sections_comes_to_the_first_and_each_of_them_stays() {
    let mut editor = minutes();
    editor.select((0, "ق".len()), (2, "ب".len()));
    editor.insert_as("ن", Kind::Typing);
    editor.insert_as("ص", Kind::Typing);
    assert_eq!(texts(&editor), ["قنص", "", "عد\nآخر"]);
    assert_eq!(editor.take_changed_sections(), [1, 2, 3]);
    editor.undo();
    assert_eq!(texts(&editor), ["قبل", "تشجير 12 حديقة", "بعد\nآخر"], "one step brings all of it back");
    assert_eq!(editor.selected_text(), "بل\nتشجير 12 حديقة\nب");
    editor.redo();
    assert_eq!(texts(&editor), ["قنص", "", "عد\nآخر"]);
}

#[test]
fn deleting_everything_leaves_every_section() {
    let mut editor = minutes();
    editor.select_all();
    editor.backspace();
    assert_eq!(texts(&editor), ["", "", ""]);
    assert_eq!(editor.caret(), (0, 0));
    editor.insert("أ");
    assert_eq!(texts(&editor), ["أ", "", ""]);
}

#[test]
fn deletions_end_at_a_sections_edges() {
    let check = |tag: u64, at_end: bool, delete: fn(&mut Editor)| {
        let mut editor = minutes();
        editor.caret_to_section(tag, at_end);
        delete(&mut editor);
        assert_eq!(texts(&editor), texts(&minutes()), "{tag} {at_end}");
        assert_eq!(editor.section_at_caret(), Some(tag));
        assert_eq!(editor.take_changed_sections(), [0_u64; 0], "nothing was edited");
    };
    for tag in 1..=3 {
        check(tag, false, Editor::backspace);
        check(tag, true, Editor::delete);
    }
    // an empty one is no exception
    let mut editor = minutes();
    editor.replace_section(1, "");
    editor.caret_to_section(2, false);
    editor.backspace();
    editor.caret_to_section(1, false);
    editor.delete();
    assert_eq!(texts(&editor), ["", "تشجير 12 حديقة", "بعد\nآخر"]);
}

#[test]
fn a_section_of_a_single_line_takes_no_newline() {
    let mut editor = minutes();
    editor.caret_to_section(2, true);
    editor.insert("\nو\nغيره\n");
    assert_eq!(texts(&editor)[1], "تشجير 12 حديقةو غيره");
    editor.break_line();
    assert_eq!(texts(&editor).len(), 3);
    editor.select((0, 0), (1, "تشجير".len()));
    editor.insert("سطر\nآخر");
    assert_eq!(texts(&editor)[..2], ["سطر\nآخر", " 12 حديقةو غيره"], "the first of them can have newlines");
    assert_eq!(editor.caret(), (1, "آخر".len()));
}

#[test]
fn arrows_and_words_go_through_all_sections() {
    let mut editor = minutes();
    lay_out(&mut editor, Direction::RightToLeft);
    editor.caret_to_start();
    let mut seen = vec![editor.section_at_caret()];
    for _ in 0..editor.text().chars().count() {
        editor.arrow(false, false, false);
        seen.push(editor.section_at_caret());
    }
    assert_eq!(editor.caret(), (3, "آخر".len()));
    seen.dedup();
    assert_eq!(seen, [Some(1), Some(2), Some(3)]);
    assert!(editor.line_move(false, false) && editor.line_move(false, false));
    assert_eq!(editor.section_at_caret(), Some(2));
}

#[test]
fn lines_break_within_the_frame_which_stands_by_the_interfaces_direction() {
    let check = |text: &str, fallback: Direction, left: f32, right: f32| {
        let mut editor = Editor::new("");
        editor.set_sections([(section(1, false), Some("قبل")), (section(2, true), Some(text))]);
        lay_out(&mut editor, fallback);
        let stops = editor.clusters(1);
        assert!(stops.iter().all(|(_, x0, x1, _)| *x0 >= left - 0.1 && *x1 <= right + 0.1), "{text}: {stops:?}");
        assert!(stops.last().is_some_and(|(line, ..)| *line > 0), "{text} is broken");
        // a selection and a caret stand there too, and a click finds them
        let spans = editor.selection_spans(1, &(0..text.len()));
        assert!(spans.iter().all(|(_, x0, x1)| *x0 >= left - 0.1 && *x1 <= right + 0.1), "{spans:?}");
        let caret = editor.caret_rect_px(editor.caret_in(1, 0)).expect("laid out");
        assert_eq!(editor.hit_px(caret.left(), caret.center().y).paragraph, 1);
        let above = editor.caret_rect_px(editor.caret_in(0, 0)).expect("laid out");
        assert_eq!(caret.top() - above.bottom(), 7.0, "padding and margin");
        assert_eq!(editor.height_px(), above.height() + editor.paragraphs[1].height_px());
    };
    let arabic = "تشجير اثنتي عشرة حديقة حي بالشراكة مع جمعية نماء قبل نهاية العام";
    let latin = "Planting trees in twelve gardens of the quarter before the year ends";
    check(arabic, Direction::RightToLeft, 40.0, 240.0);
    check(latin, Direction::RightToLeft, 40.0, 240.0);
    check(arabic, Direction::LeftToRight, 60.0, 260.0);
    check(latin, Direction::LeftToRight, 60.0, 260.0);
}

#[test]
fn an_empty_section_takes_the_interfaces_direction_and_has_its_caret_within_the_frame() {
    let mut editor = Editor::new("");
    editor.set_sections([(section(1, true), Some("abc")), (section(2, true), Some("")), (section(3, false), Some(""))]);
    lay_out(&mut editor, Direction::RightToLeft);
    let x = |paragraph| editor.caret_place(editor.caret_in(paragraph, 0)).expect("laid out").1;
    assert_eq!([x(0), x(1), x(2)], [40.0, 240.0, 300.0]);
}

#[test]
fn other_letters_are_other_in_their_section_only() {
    let mut editor = minutes();
    let font = Some(SectionFont { size: 28.0, line_height: Some(50.0) });
    let mut large = section(2, true);
    large.frame.font = font;
    lay_out(&mut editor, Direction::RightToLeft);
    let before = editor.clusters(1);
    editor.set_sections([(section(1, false), None), (large, None), (section(3, false), None)]);
    lay_out(&mut editor, Direction::RightToLeft);
    let height = |paragraph| editor.caret_rect_px(editor.caret_in(paragraph, 0)).expect("laid out").height();
    assert_eq!(height(1), 50.0);
    assert!(height(0) < 40.0 && height(2) < 40.0);
    let width = |stops: &[(usize, f32, f32, Range<usize>)]| stops.iter().map(|stop| stop.2 - stop.1).sum::<f32>();
    assert!((width(&editor.clusters(1)) / width(&before) - 2.0).abs() < 0.05);
}

#[test]
fn new_sections_leave_the_others_their_layout_and_the_caret_its_place() {
    let mut editor = minutes();
    lay_out(&mut editor, Direction::RightToLeft);
    editor.select((2, 0), (3, "آ".len()));
    let renewed = editor.set_sections([
        (section(1, false), None),
        (section(7, true), Some("جديد")),
        (section(2, true), Some("تشجير 12 حديقة")),
        (section(3, false), None),
    ]);
    assert_eq!(renewed, [7], "what is known of the letters of the others still holds");
    assert_eq!(texts(&editor), ["قبل", "جديد", "تشجير 12 حديقة", "بعد\nآخر"]);
    assert_eq!(editor.selected_text(), "بعد\nآ");
    let stale: Vec<bool> = editor.paragraphs.iter().map(|paragraph| !paragraph.is_shaped()).collect();
    assert_eq!(stale, [false, true, false, false, false]);
    // where the caret's section goes, it stands where the one above ends
    editor.set_sections([(section(1, false), None), (section(7, true), None)]);
    assert_eq!(editor.caret(), (1, "جديد".len()));
    assert_eq!(editor.take_changed_sections(), [0_u64; 0], "the caller knows what it did");
}

#[test]
fn undo_forgets_what_came_before_other_sections_and_keeps_it_where_these_are_the_same() {
    let mut editor = minutes();
    editor.caret_to_section(1, true);
    editor.insert("+");
    editor.set_sections([(section(1, false), None), (section(2, true), None), (section(3, false), None)]);
    assert!(editor.can_undo());
    editor.set_sections([(section(1, false), None), (section(3, false), None), (section(2, true), None)]);
    assert!(!editor.can_undo());
}

#[test]
fn what_comes_from_outside_moves_the_caret_with_its_letters() {
    let check = |text: &str, byte: usize, new: &str, expected: usize| {
        let mut editor = minutes();
        editor.replace_section(1, text);
        editor.set_caret(0, byte);
        editor.replace_section(1, new);
        assert_eq!(editor.caret(), (0, expected), "{text:?} to {new:?}");
        assert_eq!(texts(&editor)[0], new);
        assert_eq!(editor.take_changed_sections(), [0_u64; 0]);
    };
    check("one two", 3, "one and two", 3);
    check("one two", 7, "one and two", 11);
    check("one two", 7, "one", 3);
    check("one two", 2, "", 0);
    check("one two", 5, "a one two", 7);
}

#[test]
fn what_is_composed_goes_on_while_other_sections_change() {
    let mut editor = minutes();
    editor.caret_to_section(3, false);
    editor.compose("كتا".to_owned());
    editor.replace_section(1, "قبل\nوقبله");
    assert!(editor.is_composing());
    editor.set_sections([(section(2, true), None), (section(3, false), None)]);
    assert_eq!(editor.composing, Some(1));
    editor.end_composition();
    editor.insert("كتاب ");
    assert_eq!(texts(&editor), ["تشجير 12 حديقة", "كتاب بعد\nآخر"]);
}

#[test]
fn a_screen_readers_whole_text_changes_only_the_sections_it_differs_in() {
    let mut editor = minutes();
    editor.replace_all("قبل\nتشجير 15 حديقة\nبعد\nآخر");
    assert_eq!(texts(&editor), ["قبل", "تشجير 15 حديقة", "بعد\nآخر"]);
    assert_eq!(editor.take_changed_sections(), [2]);
    editor.replace_all("");
    assert_eq!(texts(&editor), ["", "", ""]);
}

#[test]
fn a_selection_is_moved_between_sections_as_one_step() {
    let mut editor = minutes();
    editor.select((1, "تشجير ".len()), (1, "تشجير 12 ".len()));
    editor.move_selection(editor.caret_in(0, 0));
    assert_eq!(texts(&editor)[..2], ["12 قبل", "تشجير حديقة"]);
    editor.undo();
    assert_eq!(texts(&editor), texts(&minutes()));
    editor.select((0, 0), (1, "تشجير".len()));
    editor.move_selection(editor.caret_in(3, "آخر".len()));
    assert_eq!(texts(&editor), ["", " 12 حديقة", "بعد\nآخرقبل\nتشجير"]);
}

const LETTERS: [&str; 12] = ["ن", "ص", "لا", " ", "a", "5", "\n", "ٌ", "\u{200C}", "😀", "(", "ـ"];

/// The texts, each with whether it is a single line.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Model(Vec<(bool, String)>);

impl Model {
    /// Puts text in the place of bytes of all texts, joined by newlines.
    fn replace(&mut self, from: usize, to: usize, with: &str) {
        let mut start = 0;
        let mut with = Some(with);
        for (is_single_line, text) in &mut self.0 {
            let length = text.len();
            let end = start + length;
            if from <= end && start <= to {
                let within = from.max(start) - start..to.min(end) - start;
                let with = with.take().unwrap_or_default();
                let with = if *is_single_line { with.trim_matches('\n').replace('\n', " ") } else { with.to_owned() };
                text.replace_range(within, &with);
            }
            start = end + 1;
        }
    }

    fn text(&self) -> String {
        self.0.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join("\n")
    }

    /// The place within its text.
    fn within(&self, offset: usize) -> (&str, usize) {
        let mut start = 0;
        for (_, text) in &self.0 {
            if offset <= start + text.len() {
                return (text, offset - start);
            }
            start += text.len() + 1;
        }
        ("", 0)
    }
}

#[derive(Clone, Debug)]
enum Step {
    Insert(String),
    Type(String),
    Backspace,
    Delete,
    Select(usize, usize),
    Outside(usize, String),
    Undo,
    Redo,
}

fn step() -> impl Strategy<Value = Step> {
    let text = || prop::collection::vec(prop::sample::select(LETTERS.to_vec()), 0..6).prop_map(|parts| parts.concat());
    prop_oneof![
        4 => text().prop_map(Step::Insert),
        4 => text().prop_map(Step::Type),
        3 => Just(Step::Backspace),
        3 => Just(Step::Delete),
        5 => (0_usize..80, 0_usize..80).prop_map(|(from, to)| Step::Select(from, to)),
        1 => (0_usize..5, text()).prop_map(|(at, text)| Step::Outside(at, text)),
        2 => Just(Step::Undo),
        1 => Just(Step::Redo),
    ]
}

proptest! {
    /// No edit joins two sections, makes one vanish, or is lost: what there is, is what a list of texts would hold.
    #[test]
    fn edits_are_those_of_a_list_of_texts(steps in prop::collection::vec(step(), 1..80)) {
        let mut model = Model(["نص أول", "captured", "", "سطر\nوآخر", "ختام"].map(str::to_owned).into_iter().zip([false, true, false, false, true]).map(|(text, line)| (line, text)).collect());
        let mut editor = Editor::new("");
        let all = model.0.iter().zip(1..);
        editor.set_sections(all.map(|((line, text), tag)| (section(tag, *line), Some(text.as_str()))).collect::<Vec<_>>());
        let mut past = vec![model.clone()];
        for step in steps {
            let (from, to) = editor.selection().unwrap_or((editor.caret, editor.caret));
            let (from, to) = (editor.offset(from), editor.offset(to));
            let before = texts(&editor);
            match &step {
                Step::Insert(text) => {
                    editor.insert(text);
                    model.replace(from, to, text);
                }
                Step::Type(text) => {
                    editor.insert_as(text, Kind::Typing);
                    model.replace(from, to, text);
                }
                Step::Backspace | Step::Delete if from < to => {
                    if matches!(step, Step::Delete) { editor.delete() } else { editor.backspace() }
                    model.replace(from, to, "");
                }
                Step::Backspace => {
                    editor.backspace();
                    let (text, at) = model.within(from);
                    let cluster = text[..at].graphemes(true).next_back().unwrap_or_default();
                    let letter = cluster.chars().next_back().map_or(0, char::len_utf8);
                    let length = if is_emoji(cluster) { cluster.len() } else { letter };
                    model.replace(from - length, from, "");
                }
                Step::Delete => {
                    editor.delete();
                    let (text, at) = model.within(from);
                    let line = text[at..].split('\n').next().unwrap_or_default();
                    let newline = usize::from(text.len() > at);
                    let length = line.graphemes(true).next().map_or(newline, str::len);
                    model.replace(from, from + length, "");
                }
                Step::Select(one, other) => {
                    let [one, other] = [one, other].map(|at| editor.caret_at_offset(*at));
                    editor.select((one.paragraph, one.byte), (other.paragraph, other.byte));
                }
                Step::Outside(at, text) => {
                    editor.take_changed_sections();
                    editor.replace_section(*at as u64 + 1, text);
                    prop_assert_eq!(editor.take_changed_sections(), [0_u64; 0]);
                    let (line, there) = &mut model.0[*at];
                    *there = if *line { text.trim_matches('\n').replace('\n', " ") } else { text.clone() };
                    // what was before is not what undo leads to now, but for this text
                    let now = model.0[*at].clone();
                    if before[*at] != now.1 {
                        past.iter_mut().for_each(|state| state.0[*at] = now.clone());
                    }
                }
                Step::Undo | Step::Redo => {
                    if matches!(step, Step::Undo) { editor.undo() } else { editor.redo() }
                    let now = texts(&editor);
                    let found = past.iter().rfind(|state| state.0.iter().map(|(_, text)| text).eq(&now));
                    prop_assert!(found.is_some(), "{:?} led to {:?}, which never was", step, now);
                    model = found.cloned().unwrap_or(model);
                }
            }
            prop_assert_eq!(editor.text(), model.text(), "after {:?}", step);
            let now = texts(&editor);
            prop_assert!(model.0.iter().map(|(_, text)| text).eq(&now), "after {:?}: {:?}", step, now);
            if !matches!(step, Step::Outside(..)) {
                let differing = (1..).zip(before.iter().zip(&now)).filter(|(_, (before, now))| before != now);
                let changed = editor.take_changed_sections();
                for (tag, _) in differing {
                    prop_assert!(changed.contains(&tag), "after {:?}: {:?} told, {} changed", step, changed, tag);
                }
            }
            let spans: Vec<Range<usize>> = editor.sections.spans().map(|(_, span)| span).collect();
            prop_assert_eq!(spans.last().map(|span| span.end), Some(editor.paragraph_count()));
            past.push(model.clone());
        }
    }
}

#[test]
fn what_is_kept_back_is_taken_along_only_by_itself() {
    let mut editor = Editor::new("");
    let private = Section { is_kept_back: true, ..section(2, true) };
    editor.set_sections([
        (section(1, false), Some("قبل")),
        (private, Some("بيننا")),
        (section(3, false), Some("بعد\nآخر")),
    ]);
    editor.select_all();
    assert_eq!(editor.copied_text(), "قبل\nبعد\nآخر");
    editor.delete_copied();
    assert_eq!(texts(&editor), ["", "بيننا", ""], "cutting leaves it where it is");
    editor.undo();
    assert_eq!(texts(&editor), ["قبل", "بيننا", "بعد\nآخر"]);
    editor.select((1, 0), (1, "بيننا".len()));
    assert_eq!(editor.copied_text(), "بيننا");
}
