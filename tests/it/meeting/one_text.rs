//! The notes of an item as one text: selections, keys and undo through captured lines, and what the store holds of it.

use super::*;
use crate::support::plain;
use eframe::egui::OutputCommand;
use egui_kittest::kittest::AccessKitNode as AccessNode;
use tansiq::domain::{BlockId, MeetingId as Meeting, OutcomeId};

/// Writes a note, a captured line and another note; the caret stands at the end.
fn three_blocks(window: &mut Window) {
    window.type_into(NOTES, "قبل السطر");
    window.press(Key::Enter);
    type_on(window, "تشجير الحدائق");
    window.press_ctrl(Key::I);
    pause(window);
    type_on(window, "بعد السطر");
    pause(window);
    assert_eq!(notes(&stored(window), 0), ["قبل السطر", "[proposal] تشجير الحدائق", "بعد السطر"]);
}

fn type_on(window: &mut Window, text: &str) {
    window.event(Event::Text(text.to_owned()));
    window.settle();
}

fn press_shift(window: &mut Window, key: Key) {
    window.key_press_modifiers(Modifiers::SHIFT, key);
    window.settle();
}

/// What Ctrl+C copies.
fn copied(window: &mut Window) -> String {
    window.event(Event::Copy);
    window.step();
    let commands = &window.output().platform_output.commands;
    let text =
        commands.iter().find_map(|command| if let OutputCommand::CopyText(text) = command { Some(text) } else { None });
    text.cloned().expect("something is copied")
}

/// Does a screen reader say this of it?
fn says(node: &AccessNode<'_>, words: &str) -> bool {
    node.value().is_some_and(|text| plain(&text) == words)
}

/// The blocks of the first item, and the outcomes they hold.
fn blocks(window: &Window) -> Vec<(BlockId, Option<OutcomeId>)> {
    stored(window).agenda[0].blocks.iter().map(|block| (block.id, block.outcome)).collect()
}

#[test]
fn a_selection_over_a_captured_line_is_copied_whole() {
    let mut window = workspace(Language::Arabic);
    three_blocks(&mut window);
    window.press(Key::ArrowRight);
    press_shift(&mut window, Key::ArrowUp);
    press_shift(&mut window, Key::ArrowUp);
    let text = copied(&mut window);
    let lines: Vec<&str> = text.split('\n').collect();
    assert!("قبل السطر".ends_with(lines[0]) && !lines[0].is_empty(), "{text:?}");
    assert_eq!(lines[1..], ["تشجير الحدائق", "بعد السط"]);
    window.press_ctrl(Key::A);
    assert_eq!(copied(&mut window), "قبل السطر\nتشجير الحدائق\nبعد السطر");
}

#[test]
fn screen_readers_meet_one_text_and_the_lines_captured_in_it() {
    let mut window = workspace(Language::Arabic);
    three_blocks(&mut window);
    let field = window.get_by_label(NOTES);
    assert_eq!(field.accesskit_node().value().as_deref(), Some("قبل السطر\nتشجير الحدائق\nبعد السطر"));
    let number = stored(&window).outcomes[0].number.clone();
    let name = format!("سطر مقترح {number}");
    assert_eq!(window.query_all_by(|node| says(node, &name)).count(), 1);
    window.click_plain(Role::Button, &format!("تفاصيل {number}"));
    assert!(window.find("نسبة الإنجاز") || window.find("الموعد"), "its form is open");
}

#[test]
fn everything_typed_over_keeps_every_record_and_comes_back_at_once() {
    let mut window = workspace(Language::Arabic);
    three_blocks(&mut window);
    let before = blocks(&window);
    let texts = notes(&stored(&window), 0);
    let check_emptied = |window: &Window| {
        assert_eq!(notes(&stored(window), 0), ["م", "[proposal] ", ""]);
        assert_eq!(blocks(window), before, "the same records");
    };
    window.press_ctrl(Key::A);
    type_on(&mut window, "م");
    pause(&mut window);
    check_emptied(&window);
    window.press_ctrl(Key::Z);
    pause(&mut window);
    assert_eq!(notes(&stored(&window), 0), texts, "the text's own undo");
    window.press_ctrl(Key::A);
    type_on(&mut window, "م");
    pause(&mut window);
    check_emptied(&window);
    window.press(Key::Escape);
    window.press_ctrl(Key::Z);
    pause(&mut window);
    assert_eq!(notes(&stored(&window), 0), texts, "one step of the records");
    assert_eq!(blocks(&window), before);
}

#[test]
fn what_is_deleted_over_a_captured_line_is_deleted_in_each_record() {
    let mut window = workspace(Language::Arabic);
    three_blocks(&mut window);
    window.press(Key::Home);
    press_shift(&mut window, Key::ArrowUp);
    window.press(Key::Backspace);
    pause(&mut window);
    assert_eq!(notes(&stored(&window), 0), ["قبل السطر", "[proposal] ", "بعد السطر"]);
}

#[test]
fn a_captured_line_is_edited_in_place_and_stays_one_line() {
    let mut window = workspace(Language::Arabic);
    three_blocks(&mut window);
    window.press(Key::ArrowUp);
    window.press(Key::End);
    window.event(Event::Paste(" وإنارتها\nهذا العام".to_owned()));
    pause(&mut window);
    window.press(Key::Enter);
    type_on(&mut window, "و");
    pause(&mut window);
    let expected = ["قبل السطر", "[proposal] تشجير الحدائق وإنارتها هذا العام", "وبعد السطر"];
    assert_eq!(notes(&stored(&window), 0), expected);
}

#[test]
fn backspace_before_a_captured_line_makes_notes_of_it_with_all_that_was_typed() {
    let mut window = workspace(Language::Arabic);
    three_blocks(&mut window);
    window.press(Key::ArrowUp);
    window.press(Key::Home);
    // not saved yet when the line is given back
    window.event(Event::Text("غدًا ".to_owned()));
    window.step();
    window.key_press(Key::Home);
    window.key_press(Key::Backspace);
    pause(&mut window);
    assert_eq!(notes(&stored(&window), 0), ["قبل السطر", "غدًا تشجير الحدائق", "بعد السطر"]);
    // they are one text by now: once more joins the line to the one above
    window.press(Key::Backspace);
    type_on(&mut window, " ثم ");
    pause(&mut window);
    assert_eq!(notes(&stored(&window), 0), ["قبل السطر ثم غدًا تشجير الحدائق\nبعد السطر", "", ""]);
}

#[test]
fn typing_goes_on_below_a_capture_before_the_store_has_answered() {
    let mut window = workspace(Language::Arabic);
    window.click(NOTES);
    let key = |key| Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::COMMAND };
    // all of it within a frame or two, as on a slow machine
    let events = [
        Event::Text("أول".to_owned()),
        key(Key::T),
        Event::Text("ثان".to_owned()),
        key(Key::D),
        Event::Text("ثالث".to_owned()),
    ];
    for event in events {
        window.event(event);
    }
    pause(&mut window);
    assert_eq!(notes(&stored(&window), 0), ["[follow-up] أول", "[decision] ثان", "ثالث"]);
    type_on(&mut window, " ورابع");
    pause(&mut window);
    assert_eq!(notes(&stored(&window), 0)[2], "ثالث ورابع");
}

#[test]
fn a_capture_is_undone_and_done_again_with_the_caret_in_the_notes() {
    let mut window = workspace(Language::Arabic);
    window.type_into(NOTES, "أول");
    window.press(Key::Enter);
    type_on(&mut window, "سطر");
    window.press_ctrl(Key::D);
    pause(&mut window);
    let captured = ["أول", "[decision] سطر", ""];
    assert_eq!(notes(&stored(&window), 0), captured);
    window.press_ctrl(Key::Z);
    pause(&mut window);
    assert_eq!(notes(&stored(&window), 0), ["أول\nسطر"]);
    window.press_ctrl(Key::Y);
    pause(&mut window);
    assert_eq!(notes(&stored(&window), 0), captured);
    type_on(&mut window, " وما بعده");
    pause(&mut window);
    let all: String = notes(&stored(&window), 0).concat();
    assert!(all.contains("وما بعده"), "{all}: the caret still stands in the notes");
}

#[test]
fn a_capture_within_a_note_leaves_what_stands_around_it() {
    let mut window = workspace(Language::Arabic);
    window.type_into(NOTES, "أول");
    for line in ["ثان", "ثالث"] {
        window.press(Key::Enter);
        type_on(&mut window, line);
    }
    window.press(Key::ArrowUp);
    window.press_ctrl(Key::L);
    window.event(Event::Text("قبل ".to_owned()));
    pause(&mut window);
    assert_eq!(notes(&stored(&window), 0), ["أول", "[challenge] ثان", "قبل ثالث"]);
}

#[test]
fn a_capture_that_is_refused_puts_the_line_back_with_what_was_typed_since() {
    let mut window = workspace(Language::Arabic);
    window.type_into(NOTES, "مقدمة");
    window.press(Key::Enter);
    type_on(&mut window, "سطر");
    pause(&mut window);
    // the block goes while it is on the screen
    let block = stored(&window).agenda[0].blocks[0].id;
    window.state().store().apply(Edit::Remove(block.record())).expect("in the bin");
    window.key_press_modifiers(Modifiers::COMMAND, Key::T);
    window.event(Event::Text("بعده".to_owned()));
    window.step();
    pause(&mut window);
    assert!(stored(&window).outcomes.is_empty());
    // in a block of its own, since the old one is gone; the refusal may come before the words or after them
    let [text] = notes(&stored(&window), 0).try_into().expect("one block");
    assert!(["مقدمة\nسطر\nبعده", "مقدمة\nسطربعده"].contains(&text.as_str()), "{text:?}");
}

#[test]
fn what_the_store_tells_of_other_blocks_disturbs_nobody_who_types() {
    let mut window = workspace(Language::Arabic);
    three_blocks(&mut window);
    let first = stored(&window).agenda[0].blocks[0].id;
    window.press(Key::ArrowUp);
    window.press(Key::End);
    window.event(Event::Text(" كلها".to_owned()));
    window.step();
    let values = vec![("body", "من مكان آخر\nبسطرين".into())];
    let other = Edit::Set { record: first.record(), values, session: None, based_on: None };
    window.state().store().apply(other).expect("the other edit");
    window.settle();
    type_on(&mut window, " غدًا");
    pause(&mut window);
    let expected = ["من مكان آخر\nبسطرين", "[proposal] تشجير الحدائق كلها غدًا", "بعد السطر"];
    assert_eq!(notes(&stored(&window), 0), expected);
    // and the words typed before can still be taken back
    window.press_ctrl(Key::Z);
    window.press_ctrl(Key::Z);
    pause(&mut window);
    assert_eq!(notes(&stored(&window), 0)[1], "[proposal] تشجير الحدائق");
}

#[test]
fn a_click_beside_a_captured_lines_words_goes_to_the_line() {
    let mut window = workspace(Language::Arabic);
    three_blocks(&mut window);
    let number = stored(&window).outcomes[0].number.clone();
    let name = format!("سطر مقترح {number}");
    let chip = window.query_all_by(|node| says(node, &name)).next();
    let at = chip.expect("its chip").rect().center();
    for pressed in [true, false] {
        window.event(Event::PointerMoved(at));
        let button = PointerButton::Primary;
        window.event(Event::PointerButton { pos: at, button, pressed, modifiers: Modifiers::NONE });
    }
    window.settle();
    type_on(&mut window, "غدًا ");
    pause(&mut window);
    assert_eq!(notes(&stored(&window), 0), ["قبل السطر", "[proposal] غدًا تشجير الحدائق", "بعد السطر"]);
}

/// A meeting of one item with 500 notes and 300 captured lines among them.
fn long_meeting(store: &Store) {
    let values = vec![("title", TITLE.into()), ("date", TODAY.into())];
    let agenda = vec![("الافتتاح".to_owned(), None)];
    let parties: Vec<(String, Side)> = Vec::new();
    let made = store.apply(Edit::NewMeeting { values, parties, agenda }).expect("a meeting");
    let meeting = Meeting(made.record.expect("a record").id);
    let item = read(store, meeting).agenda[0].id;
    for number in 0..500 {
        let body = format!("{number} ناقش الحضور بنود اللقاء وما يتصل بها من أعمال");
        let values = vec![("meeting", meeting.into()), ("agenda_item", item.into()), ("body", body.as_str().into())];
        let block = store.apply(Edit::Add { entity: Entity::Block, values }).expect("a note").record.expect("a record");
        if number % 5 < 3 {
            let (before, text, after) = (body.clone(), format!("متابعة رقم {number}"), String::new());
            let kind = OutcomeKind::FollowUp;
            let (block, values) = (BlockId(block.id), Vec::new());
            store.apply(Edit::Capture { block, kind, before, text, after, values }).expect("captured");
        }
    }
}

#[test]
fn a_key_among_hundreds_of_captured_lines_costs_what_one_sees() {
    let mut window = open(&Setup::default(), long_meeting);
    let row = window.rows().into_iter().next().expect("the meeting is listed");
    window.click_role(Role::Row, &row);
    // a busy machine may read a page of 800 blocks for longer than a window settles
    for _ in 0..100 {
        if window.find(NOTES) {
            break;
        }
        window.settle();
    }
    window.field(NOTES).focus();
    window.settle();
    window.press_ctrl(Key::End);
    type_on(&mut window, "ختام");
    let view = stored(&window);
    assert_eq!(view.outcomes.len(), 300);
    assert!(view.agenda[0].blocks.len() >= 800);
    // one frame takes the key, and nothing but what is seen is drawn in it
    window.event(Event::Text("ا".to_owned()));
    window.step();
    assert!(window.field(NOTES).accesskit_node().value().is_some_and(|text| text.ends_with("ختاما")));
    let is_line = |node: &AccessNode<'_>| {
        node.role() != Role::TextRun && node.value().is_some_and(|text| plain(&text).starts_with("سطر متابعة"))
    };
    let lines = window.query_all_by(is_line).count();
    assert!((1..30).contains(&lines), "{lines} captured lines are drawn");
    assert!(window.output().shapes.len() < 3_000, "{} shapes", window.output().shapes.len());
    pause(&mut window);
    assert!(notes(&stored(&window), 0).iter().any(|text| text.ends_with("ختاما")));
}

/// What a screen reader reads of the notes: their runs in the order of the text.
fn heard(window: &Window) -> Vec<String> {
    let field = window.get_by_label(NOTES);
    let runs = field.accesskit_node();
    let range = runs.document_range();
    plain(&range.text()).split('\n').map(str::to_owned).collect()
}

#[test]
fn the_kind_of_a_captured_line_is_heard_where_the_line_begins() {
    let mut window = workspace(Language::Arabic);
    three_blocks(&mut window);
    let number = stored(&window).outcomes[0].number.clone();
    let line = format!("سطر مقترح {number} تشجير الحدائق");
    assert_eq!(heard(&window), ["قبل السطر", &line, "بعد السطر"]);
    // the caret's place counts the words before it
    window.press(Key::ArrowUp);
    window.press(Key::Home);
    let field = window.get_by_label(NOTES);
    let notes = field.accesskit_node();
    let focus = notes.text_selection_focus().expect("a caret");
    let mut before = notes.document_range();
    before.set_end(focus);
    assert_eq!(plain(&before.text()), format!("قبل السطر\nسطر مقترح {number} "));
}
