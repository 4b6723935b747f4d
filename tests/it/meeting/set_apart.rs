//! Lines that are no records: a private note that stays here, and a quote with the one who said it; and what the room sees.

use super::*;
use eframe::egui::OutputCommand;
use tansiq::documents::minutes::build;
use tansiq::domain::{BlockKind, PersonId, Settings};
use tansiq::jobs;
use tansiq::store::query::{AllSettings, Names, Search};
use tansiq::strings::Tr;

const PRIVATE: &str = "المزايدة";

pub(super) fn type_in(window: &mut Window, text: &str) {
    for letter in text.chars() {
        window.event(Event::Text(letter.to_string()));
        window.step();
    }
    window.settle();
    pause(window);
}

pub(super) fn press_ctrl_shift(window: &mut Window, key: Key) {
    window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, key);
    window.settle();
    pause(window);
}

/// A private line, a quote whose speaker is known, and one whose speaker is not.
pub fn fill(window: &mut Window) {
    last_notes(window).click();
    window.settle();
    window.press_ctrl(Key::End);
    for (line, key) in [
        ("المزايدة على الموقع متوقعة: لا تُذكر في المحضر", Key::P),
        ("@ماجد بن سعد الدوسري: نلتزم بتسليم الأراضي قبل نهاية الربع", Key::K),
        ("نحتاج إلى دعم عاجل لتراخيص التطوع", Key::K),
    ] {
        type_in(window, line);
        press_ctrl_shift(window, key);
    }
}

/// The kinds and texts of the first item's blocks that hold something.
fn blocks(window: &Window) -> Vec<(BlockKind, String)> {
    let view = stored(window);
    let blocks = view.agenda[0].blocks.iter().filter(|block| !block.body.is_empty() || block.outcome.is_some());
    blocks.map(|block| (block.kind, block.body.clone())).collect()
}

/// A meeting that two people attend; its notes are a public line, a private one and a public one again.
fn with_private_line(language: Language) -> Window {
    let mut window = workspace(language);
    let store = window.state().store();
    let Route::Meeting(meeting) = window.state().route() else { panic!("no meeting is open") };
    for name in ["ماجد بن سعد الدوسري", "سارة العنزي"] {
        let query = Names { entity: Entity::Person, list: None, containing: name.to_owned() };
        let person = store.read(query).expect("names").first().expect("one of that name").record.id;
        let (attendee, status) = (Attendee::Known(PersonId(person)), AttendanceStatus::Present);
        store.apply(Edit::AddAttendee { meeting, attendee, status }).expect("on the list");
    }
    window.settle();
    last_notes(&window).click();
    window.settle();
    type_in(&mut window, "نقاش علني");
    window.press(Key::Enter);
    type_in(&mut window, &format!("{PRIVATE} متوقعة"));
    press_ctrl_shift(&mut window, Key::P);
    type_in(&mut window, "وبعده نقاش");
    window
}

#[test]
fn a_line_is_private_by_its_keys_and_typing_goes_on_below_for_all() {
    let window = with_private_line(Language::Arabic);
    let expected = [
        (BlockKind::Discussion, "نقاش علني".to_owned()),
        (BlockKind::Private, format!("{PRIVATE} متوقعة")),
        (BlockKind::Discussion, "وبعده نقاش".to_owned()),
    ];
    assert_eq!(blocks(&window), expected);
    assert!(window.find("سطر ملاحظة خاصة"), "it is heard as what it is");
}

#[test]
fn the_list_of_kinds_makes_a_line_private_before_a_word_is_written() {
    let mut window = workspace(Language::Arabic);
    window.click(NOTES);
    pause(&mut window);
    type_in(&mut window, "/ملا");
    window.press(Key::Enter);
    pause(&mut window);
    type_in(&mut window, "بيننا");
    assert_eq!(blocks(&window), [(BlockKind::Private, "بيننا".to_owned())]);
    // What was private becomes notes again before its first letter.
    window.press(Key::Home);
    window.press(Key::Backspace);
    pause(&mut window);
    assert_eq!(blocks(&window), [(BlockKind::Discussion, "بيننا".to_owned())]);
    let undone = window.state().store().apply(Edit::Undo);
    undone.expect("taken back");
    assert_eq!(blocks(&window), [(BlockKind::Private, "بيننا".to_owned())]);
}

#[test]
fn a_private_word_is_in_no_document_and_no_copy_but_the_search_finds_it() {
    let mut window = with_private_line(Language::Arabic);
    let mut view = stored(&window);
    view.meeting.status = MeetingStatus::InProgress;
    let store = window.state().store();
    let settings = Settings::from_rows(&store.read(AllSettings).expect("the settings"));
    for language in [Language::Arabic, Language::English] {
        let tr = Tr::new(language, settings.digits);
        let facts = jobs::facts(&view, (&settings, &tr), window.folder());
        assert!(!format!("{facts:?}").contains(PRIVATE), "the facts of the minutes");
        let document = format!("{:?}", build(&facts, &tr, settings.calendars));
        assert!(document.contains("نقاش علني") && !document.contains(PRIVATE), "the minutes in {language:?}");
    }
    let hits = store.read(Search::new(PRIVATE, 10)).expect("searched").hits;
    assert_eq!(hits.len(), 1, "who wrote it finds it");
    // What approval keeps word for word has none of it either.
    let meeting = view.meeting.id;
    for to in [MeetingStatus::InProgress, MeetingStatus::Held] {
        store.apply(Edit::MoveMeeting { meeting, to, reason: String::new() }).expect("moved");
    }
    support::lead(store, meeting);
    store.apply(Edit::ApproveMinutes(meeting)).expect("approved");
    let sql = rusqlite::Connection::open(window.folder().join("tansiq.db")).expect("the file");
    let kept: Vec<Vec<u8>> = sql
        .prepare("SELECT content FROM frozen")
        .and_then(|mut found| found.query_map([], |row| row.get(0))?.collect())
        .expect("what was kept");
    assert!(!kept.is_empty());
    for content in kept {
        assert!(!String::from_utf8_lossy(&content).contains(PRIVATE), "the kept minutes");
    }
    // The whole of the notes is copied without it.
    store.apply(Edit::UndoWithReason("نسخ".to_owned())).expect("a draft again");
    window.settle();
    last_notes(&window).click();
    window.settle();
    window.press_ctrl(Key::A);
    window.event(Event::Copy);
    window.step();
    let commands = &window.output().platform_output.commands;
    let copied =
        commands.iter().find_map(|command| if let OutputCommand::CopyText(text) = command { Some(text) } else { None });
    assert_eq!(copied.map(String::as_str), Some("نقاش علني\nوبعده نقاش"));
}

#[test]
fn who_is_named_in_a_private_note_is_not_tied_to_the_meeting() {
    let mut window = workspace(Language::Arabic);
    window.click(NOTES);
    pause(&mut window);
    press_ctrl_shift(&mut window, Key::P);
    type_in(&mut window, "رأي @سارة");
    window.press(Key::Enter);
    pause(&mut window);
    assert_eq!(blocks(&window)[0].0, BlockKind::Private);
    let sql = rusqlite::Connection::open(window.folder().join("tansiq.db")).expect("the file");
    let links: i64 = sql.query_row("SELECT count(*) FROM link", [], |row| row.get(0)).expect("counted");
    assert_eq!(links, 0);
}

#[test]
fn a_quote_has_its_speaker_and_the_minutes_print_it_with_the_name() {
    let mut window = with_private_line(Language::Arabic);
    window.press(Key::Enter);
    press_ctrl_shift(&mut window, Key::K);
    assert!(window.shows("القائل؟ اكتب @"));
    type_in(&mut window, "@ماجد");
    window.press(Key::Enter);
    pause(&mut window);
    type_in(&mut window, "نؤيد التشجير");
    let mut view = stored(&window);
    view.meeting.status = MeetingStatus::InProgress;
    let quote = view.agenda[0].blocks.iter().find(|block| block.kind == BlockKind::Quote).expect("a quote");
    assert_eq!(quote.body, "نؤيد التشجير");
    assert_eq!(quote.speaker.as_ref().map(|person| person.name.as_str()), Some("ماجد بن سعد الدوسري"));
    assert!(window.find("اقتباس من ماجد بن سعد الدوسري"));
    let settings = Settings::default();
    let tr = Tr::new(Language::Arabic, settings.digits);
    let document =
        format!("{:?}", build(&jobs::facts(&view, (&settings, &tr), window.folder()), &tr, settings.calendars));
    assert!(
        support::plain(&document).contains("وأكد وكيل الخدمات ماجد بن سعد الدوسري: \\\"نؤيد التشجير\\\""),
        "{document}"
    );
    window.click("القائل والنشر");
    window.click("يجوز نشره");
    window.click_plain(Role::MenuItem, "نعم");
    window.press_ctrl(Key::Enter);
    let view = stored(&window);
    assert!(view.agenda[0].blocks.iter().any(|block| block.may_be_published));
}

#[test]
fn a_name_at_the_beginning_of_a_line_is_the_speaker_once_it_is_a_quote() {
    let mut window = with_private_line(Language::Arabic);
    window.press(Key::Enter);
    type_in(&mut window, "@سارة العنزي: نوافق");
    press_ctrl_shift(&mut window, Key::K);
    let view = stored(&window);
    let quote = view.agenda[0].blocks.iter().find(|block| block.kind == BlockKind::Quote).expect("a quote");
    assert_eq!(
        (quote.body.as_str(), quote.speaker.as_ref().map(|row| row.name.as_str())),
        ("نوافق", Some("سارة العنزي"))
    );
}

#[test]
fn the_room_sees_the_notes_line_by_line_without_the_private_ones() {
    let mut window = with_private_line(Language::Arabic);
    let count = |window: &Window, words: &str| {
        let holds = |text: Option<String>| text.is_some_and(|text| support::plain(&text).contains(words));
        window.query_all_by(|node| node.role() == Role::Label && (holds(node.label()) || holds(node.value()))).count()
    };
    assert_eq!(count(&window, "نقاش علني"), 0);
    window.press(Key::F11);
    assert_eq!(count(&window, "نقاش علني"), 1, "the room reads it");
    assert_eq!(count(&window, PRIVATE), 0);
    window.event(Event::Text(" يُكتب الآن".to_owned()));
    window.settle();
    window.press(Key::Enter);
    assert_eq!(count(&window, "وبعده نقاش يُكتب الآن"), 1, "as soon as the line is done");
    window.press(Key::F11);
    assert_eq!(count(&window, "نقاش علني"), 0);
}

#[test]
fn the_blank_behind_a_chosen_name_is_one_though_it_is_typed_as_well() {
    let mut window = workspace(Language::Arabic);
    type_in(&mut window, "يتابع @ماجد");
    window.press(Key::Enter);
    for letters in [" ", "خلال", " ", " ", "أسبوع"] {
        window.event(Event::Text(letters.to_owned()));
        window.settle();
    }
    pause(&mut window);
    assert_eq!(notes(&stored(&window), 0), ["يتابع @ماجد بن سعد الدوسري خلال  أسبوع"], "other blanks are as typed");
}
