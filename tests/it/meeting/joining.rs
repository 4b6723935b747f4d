//! Notes that lie one below the other in the store: one text to read and to edit.

use super::*;

/// Adds notes below each other to the first item, as an import does.
fn add_notes(store: &Store, bodies: &[&str]) -> MeetingId {
    with_meeting(store);
    let meetings = tansiq::store::query::MeetingList::all(String::new());
    let meeting = store.read(meetings).expect("readable").rows[0].id;
    let item = read(store, meeting).agenda[0].id;
    for body in bodies {
        let values = vec![("meeting", meeting.into()), ("agenda_item", item.into()), ("body", (*body).into())];
        store.apply(Edit::Add { entity: Entity::Block, values }).expect("a note");
    }
    meeting
}

fn opened(bodies: &'static [&'static str]) -> Window {
    opened_on(move |store| _ = add_notes(store, bodies))
}

fn opened_on(fill: impl FnOnce(&Store) + 'static) -> Window {
    let mut window = open(&Setup::default(), fill);
    let row = window.rows().into_iter().next().expect("the meeting is listed");
    window.click_role(Role::Row, &row);
    window
}

fn shown(window: &Window) -> String {
    window.field(NOTES).accesskit_node().value().unwrap_or_default()
}

fn type_on(window: &mut Window, text: &str) {
    window.event(Event::Text(text.to_owned()));
    window.settle();
}

#[test]
fn notes_below_each_other_are_one_text_and_one_block_once_they_are_edited() {
    let mut window = opened(&["أول", "", "ثان\nثالث", "رابع"]);
    assert_eq!(shown(&window), "أول\nثان\nثالث\nرابع");
    window.field(NOTES).focus();
    window.settle();
    assert_eq!(notes(&stored(&window), 0), ["أول", "", "ثان\nثالث", "رابع"], "looking at them changes nothing");
    window.press_ctrl(Key::Home);
    window.press(Key::End);
    window.press(Key::Delete);
    pause(&mut window);
    assert_eq!(shown(&window), "أولثان\nثالث\nرابع");
    assert_eq!(notes(&stored(&window), 0), ["أولثان\nثالث\nرابع", "", "", ""]);
    type_on(&mut window, " و");
    pause(&mut window);
    assert_eq!(notes(&stored(&window), 0)[0], "أول وثان\nثالث\nرابع");
    // one stretch of typing, one step
    window.press(Key::Escape);
    window.press_ctrl(Key::Z);
    pause(&mut window);
    assert_eq!(notes(&stored(&window), 0), ["أول", "", "ثان\nثالث", "رابع"]);
    assert_eq!(shown(&window), "أول\nثان\nثالث\nرابع");
    window.press_ctrl(Key::Y);
    pause(&mut window);
    assert_eq!(shown(&window), "أول وثان\nثالث\nرابع");
}

#[test]
fn a_line_of_joined_notes_is_captured_and_comes_back_in_one_step() {
    let mut window = opened(&["أول", "ثان\nثالث", "رابع"]);
    window.field(NOTES).focus();
    window.settle();
    window.press_ctrl(Key::Home);
    window.press(Key::ArrowDown);
    window.press_ctrl(Key::I);
    pause(&mut window);
    let full = |window: &Window| -> Vec<String> {
        notes(&stored(window), 0).into_iter().filter(|text| !text.is_empty()).collect()
    };
    assert_eq!(full(&window), ["أول", "[proposal] ثان", "ثالث\nرابع"]);
    assert_eq!(shown(&window), "أول\nثان\nثالث\nرابع");
    type_on(&mut window, "و");
    pause(&mut window);
    assert_eq!(full(&window)[2], "وثالث\nرابع");
    window.press(Key::Escape);
    window.press_ctrl(Key::Z);
    window.press_ctrl(Key::Z);
    pause(&mut window);
    assert_eq!(full(&window), ["أول", "ثان\nثالث", "رابع"]);
}

#[test]
fn the_caret_stays_between_its_letters_when_a_line_given_back_joins_the_notes_around_it() {
    let captured = |store: &Store| {
        let meeting = add_notes(store, &["قبل", "السطر", "بعد"]);
        let block = read(store, meeting).agenda[0].blocks[1].id;
        let (before, after, text) = (String::new(), String::new(), "السطر".to_owned());
        let edit = Edit::Capture { block, kind: OutcomeKind::Proposal, before, text, after, values: Vec::new() };
        store.apply(edit).expect("captured");
    };
    let mut window = opened_on(captured);
    window.field(NOTES).focus();
    window.settle();
    window.press_ctrl(Key::Home);
    window.press(Key::ArrowDown);
    window.press(Key::Home);
    window.press(Key::Backspace);
    pause(&mut window);
    type_on(&mut window, "هذا ");
    pause(&mut window);
    assert_eq!(shown(&window), "قبل\nهذا السطر\nبعد");
    assert_eq!(notes(&stored(&window), 0)[0], "قبل\nهذا السطر\nبعد");
}
