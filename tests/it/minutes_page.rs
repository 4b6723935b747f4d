//! The page of the minutes, through the real interface: its parts, their words, and the pages beside them.

use crate::support::{self, Setup, TODAY, Window, open, pages, until};
use eframe::egui::{Event, Key, Modifiers, PointerButton, Role, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use tansiq::domain::{AttendanceStatus, Entity, MeetingId, MeetingStatus, MinutesPart, MinutesState, Side, Value};
use tansiq::screens::Route;
use tansiq::store::query::{MeetingPage, MeetingView};
use tansiq::store::{Attendee, Edit, Store};
use tansiq::strings::Language;

mod finding;
mod later;

const MEETING: MeetingId = MeetingId(1);

/// A meeting that was held, with notes under its first item.
fn held(store: &Store) {
    let values = vec![("title", "الاجتماع التنسيقي".into()), ("date", TODAY.into()), ("venue", "مقر الأمانة".into())];
    let parties = vec![("أمانة الواحة".to_owned(), Side::Host)];
    let agenda = ["الافتتاح", "المبادرات"].map(|title| (title.to_owned(), Some(15))).to_vec();
    let apply = |edit: Edit| store.apply(edit).expect("an edit").record.expect("a record");
    apply(Edit::NewMeeting { values, parties, agenda });
    let view = store.read(MeetingPage { id: MEETING }).expect("there");
    let item = view.agenda[0].id;
    let note = |body: &str| {
        let values = vec![("meeting", MEETING.into()), ("agenda_item", item.into()), ("body", Value::from(body))];
        apply(Edit::Add { entity: Entity::Block, values });
    };
    note("رحّب الرئيس بالحضور");
    note("عُرضت أعمال الشهر");
    let decision = vec![
        ("kind", "decision".into()),
        ("text", "اعتماد دليل الشراكات".into()),
        ("meeting", MEETING.into()),
        ("agenda_item", item.into()),
    ];
    apply(Edit::Add { entity: Entity::Outcome, values: decision });
    let attendee = Attendee::Group { name: "جمعيات".to_owned(), count: Some(3) };
    apply(Edit::AddAttendee { meeting: MEETING, attendee, status: AttendanceStatus::Present });
    support::lead(store, MEETING);
    for to in [MeetingStatus::InProgress, MeetingStatus::Held] {
        apply(Edit::MoveMeeting { meeting: MEETING, to, reason: String::new() });
    }
}

fn stored(window: &Window) -> MeetingView {
    window.state().store().read(MeetingPage { id: MEETING }).expect("there")
}

/// Lets the pause pass after which a draft is saved.
fn pause(window: &mut Window) {
    for _ in 0..40 {
        window.step();
    }
    window.settle();
}

fn page_of(setup: &Setup) -> Window {
    let mut window = open(setup, held);
    let row = window.rows().into_iter().next().expect("the meeting is listed");
    window.click_role(Role::Row, &row);
    window.press_ctrl(Key::M);
    assert_eq!(window.state().route(), Route::Minutes(MEETING));
    until(&mut window, "the first page", |window| pages(window) > 0);
    window
}

fn page(language: Language) -> Window {
    page_of(&Setup { language, ..Setup::default() })
}

#[test]
fn the_page_is_reached_from_the_meeting_and_leads_back() {
    let mut window = page(Language::Arabic);
    window.click("العودة إلى الاجتماع");
    assert_eq!(window.state().route(), Route::Meeting(MEETING));
    window.click("المحضر");
    assert_eq!(window.state().route(), Route::Minutes(MEETING));
    window.press_ctrl(Key::M);
    assert_eq!(window.state().route(), Route::Meeting(MEETING));
}

#[test]
fn a_part_is_left_out_and_taken_in_again() {
    let mut window = page(Language::Arabic);
    window.click("إظهار: الحضور");
    pause(&mut window);
    assert!(!stored(&window).meeting.layout.has(MinutesPart::Attendance));
    window.press_ctrl(Key::Z);
    assert!(stored(&window).meeting.layout.has(MinutesPart::Attendance), "it is one step of undo");
    window.click("إظهار: الحضور");
    window.click("إظهار: الحضور");
    pause(&mut window);
    assert!(stored(&window).meeting.layout.has(MinutesPart::Attendance));
}

#[test]
fn a_part_is_moved_by_keys_and_by_dragging_and_put_back() {
    let mut window = page(Language::Arabic);
    let first = |window: &Window| stored(window).meeting.layout.parts()[0];
    window.get_by_role_and_label(Role::Button, "الهدف من الاجتماع").focus();
    window.settle();
    window.key_press_modifiers(Modifiers::ALT, Key::ArrowUp);
    pause(&mut window);
    assert_eq!(first(&window), MinutesPart::Purpose);
    assert_eq!(window.focused_name().as_deref(), Some("الهدف من الاجتماع"), "the focus goes with it");
    let place = |window: &Window, name: &str| window.get_by_role_and_label(Role::Button, name).rect();
    let (from, to) = (place(&window, "الحضور").center(), place(&window, "الهدف من الاجتماع"));
    let to = to.center_top() + vec2(0.0, 2.0);
    window.event(Event::PointerMoved(from));
    let press = |pressed, pos| Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    window.event(press(true, from));
    window.step();
    for part in 1..=4 {
        window.event(Event::PointerMoved(from + (to - from) * (part as f32 / 4.0)));
        window.step();
    }
    window.event(press(false, to));
    pause(&mut window);
    assert_eq!(first(&window), MinutesPart::Attendance);
    window.click("الترتيب المعتاد");
    pause(&mut window);
    assert_eq!(first(&window), MinutesPart::Facts);
}

#[test]
fn words_of_ones_own_take_the_place_of_the_composed_and_give_way_again() {
    let mut window = page(Language::Arabic);
    let opening = "جملة الافتتاح";
    let text = |window: &Window, name: &str| window.field(name).accesskit_node().value().unwrap_or_default();
    assert!(text(&window, opening).starts_with("افتتح فهد القحطاني الاجتماع"), "{}", text(&window, opening));
    window.type_into(opening, " وبدأ");
    pause(&mut window);
    let words = stored(&window).meeting.layout.words(MinutesPart::Opening).map(str::to_owned);
    assert!(words.as_ref().is_some_and(|words| words.contains("وبدأ") && words.contains("افتتح")), "{words:?}");
    assert!(window.shows("نص معدّل"));
    window.click("استعادة المؤلَّف: جملة الافتتاح");
    pause(&mut window);
    assert_eq!(stored(&window).meeting.layout.words(MinutesPart::Opening), None);
    assert!(!text(&window, opening).contains("وبدأ"));
}

#[test]
fn an_items_words_stand_in_place_of_its_notes_and_its_records_stay() {
    let mut window = page(Language::Arabic);
    let item = "البند 1: الافتتاح";
    let value = window.field(item).accesskit_node().value().unwrap_or_default();
    assert_eq!(value, "رحّب الرئيس بالحضور\nعُرضت أعمال الشهر");
    window.type_into(item, " كلها");
    // Leaving at once loses nothing.
    window.press_ctrl(Key::M);
    pause(&mut window);
    let view = stored(&window);
    assert!(view.agenda[0].wording.contains("كلها"), "{}", view.agenda[0].wording);
    let bodies: Vec<&str> = view.agenda[0].blocks.iter().map(|block| block.body.as_str()).collect();
    assert!(bodies.contains(&"رحّب الرئيس بالحضور"), "the notes are as they were: {bodies:?}");
}

#[test]
fn what_is_typed_stands_on_the_pages_before_it_is_stored() {
    let mut window = page(Language::English);
    window.click_role(Role::Button, "Purpose of the Meeting");
    window.click("Purpose");
    let before = stored(&window).meeting.version;
    window.field("Purpose").type_text("To agree");
    window.step();
    // Long enough that the minutes go on to another page.
    let long = "A very long purpose of this meeting. ".repeat(400);
    let shown = pages(&window);
    window.field("Purpose").type_text(&long);
    window.step();
    until(&mut window, "more pages", |window| {
        window.shows("Preview: ") && pages(window) >= shown && !window.shows("Updating")
    });
    pause(&mut window);
    assert!(stored(&window).meeting.purpose.contains("To agree"));
    assert!(stored(&window).meeting.version > before);
    assert!(!window.shows("Preview: one page") && !window.shows("Preview: 2 pages"), "the pages follow");
}

#[test]
fn approved_minutes_are_shown_as_they_were_kept_and_not_edited() {
    let mut window = page(Language::Arabic);
    window.click("اعتماد المحضر");
    assert_eq!(window.state().route(), Route::Meeting(MEETING), "what is missing is asked where it is filled in");
    window.click("اعتماد مع هذا النقص");
    pause(&mut window);
    assert_eq!(window.state().route(), Route::Minutes(MEETING), "one is led back to where one came from");
    until(&mut window, "the pages", |window| pages(window) > 0);
    assert!(window.shows("المحضر معتمد، فلا تُعدَّل نصوصه"));
    window.click("إظهار: الحضور");
    pause(&mut window);
    assert!(stored(&window).meeting.layout.has(MinutesPart::Attendance));
    assert!(window.shows("إعادة فتح المحضر"));
}

#[test]
fn everything_has_room_in_the_smallest_window() {
    for language in [Language::Arabic, Language::English] {
        let window = page_of(&Setup { language, size: [1024.0, 680.0], ..Setup::default() });
        let names = match language {
            Language::Arabic => ["العودة إلى الاجتماع", "المحضر PDF", "إرسال للمراجعة", "اعتماد المحضر"],
            Language::English => ["Back to the meeting", "Minutes PDF", "Send for review", "Approve minutes"],
        };
        for name in names {
            let place = window.get_by_label(name).rect();
            assert!(place.left() >= 0.0 && place.right() <= 1024.0, "{name}: {place:?}");
        }
    }
}

/// Pictures to be looked at, where a folder is asked for.
#[test]
fn pictures_can_be_taken() {
    let Some(folder) = std::env::var_os("TANSIQ_PICTURES").map(std::path::PathBuf::from) else { return };
    let looks = [
        ("ar", Language::Arabic, [1440.0, 900.0], 1.0, "light"),
        ("en-dark", Language::English, [1440.0, 900.0], 1.0, "dark"),
        ("ar-small", Language::Arabic, [1024.0, 680.0], 1.0, "light"),
        ("ar-2", Language::Arabic, [1280.0, 800.0], 2.0, "light"),
    ];
    for (name, language, size, scale, theme) in looks {
        let setup = Setup { language, size, scale, has_pictures: true };
        let mut window = page_of(&setup);
        let look = Edit::Configure { key: "theme".to_owned(), value: theme.to_owned() };
        window.state().store().send(look);
        pause(&mut window);
        until(&mut window, "the pages", |window| {
            pages(window) > 0 && !window.shows("تُحدَّث") && !window.shows("Updating")
        });
        window.picture(&folder.join(format!("minutes-{name}.png")));
        let (opening, versions, approve) = match language {
            Language::Arabic => ("جملة الافتتاح", "النسخ", "إضافة محضر تصويبي"),
            Language::English => ("Opening sentence", "Versions", "Add a correction"),
        };
        let review = Edit::ReviewMinutes { meeting: MEETING, to: MinutesState::InReview, comment: String::new() };
        window.state().store().send(review);
        pause(&mut window);
        window.type_into(opening, " (معدّل)");
        pause(&mut window);
        window.click(versions);
        pause(&mut window);
        until(&mut window, "the comparison", |window| !window.shows("تجري المقارنة") && !window.shows("Comparing"));
        window.picture(&folder.join(format!("versions-{name}.png")));
        window.press(Key::Escape);
        window.state().store().send(Edit::ApproveMinutes(MEETING));
        pause(&mut window);
        window.click(approve);
        pause(&mut window);
        let text = stored(&window).addenda[0].id.record();
        let values = vec![("text", Value::from("يُصحَّح رقم القرار إلى 1448/21."))];
        window.state().store().send(Edit::Set { record: text, values, session: None, based_on: None });
        pause(&mut window);
        until(&mut window, "its page", |window| !window.shows("تُحدَّث") && !window.shows("Updating"));
        window.picture(&folder.join(format!("addendum-{name}.png")));
    }
}
