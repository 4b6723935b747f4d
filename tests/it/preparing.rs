//! A meeting is prepared: its agenda planned by keys and by hand, what is open from before put onto it, its papers sent out.

use crate::support::{Setup, TODAY, Window, open, plain};
use eframe::egui::{Event, Key, Modifiers, PointerButton, Role, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use tansiq::app::{Finished, Task};
use tansiq::domain::*;
use tansiq::screens::Route;
use tansiq::store::query::{MeetingPage, MeetingView};
use tansiq::store::{Attendee, Edit, Store};
use tansiq::strings::Language;

mod papers;

const TITLE: &str = "لقاء الجمعيات";
const NEW: &str = "بند جديد";

/// A series with a meeting that was held and one that is to come, a body that is invited, and what is open with it.
pub fn fill(store: &Store) {
    let add = |entity, values| store.apply(Edit::Add { entity, values }).expect("added").record.expect("a record");
    let series = add(Entity::Series, vec![("title", "اللقاء الدوري".into())]);
    let meeting = |title: &str, date: &str, agenda: Vec<(String, Option<i64>)>| {
        let values = vec![
            ("title", title.into()),
            ("date", date.into()),
            ("start_time", "09:30".into()),
            ("end_time", "10:30".into()),
            ("venue", "مقر الأمانة".into()),
            ("series", Value::Number(series.id)),
        ];
        let parties = vec![("أمانة الواحة".to_owned(), Side::Host), ("جمعية بيئة".to_owned(), Side::Invited)];
        let made = store.apply(Edit::NewMeeting { values, parties, agenda }).expect("a meeting");
        MeetingId(made.record.expect("its record").id)
    };
    let last = meeting("اللقاء السابق", "2026-10-18", Vec::new());
    let items = ["الافتتاح", "المبادرات", "التوصيات"].map(|title| (title.to_owned(), Some(15))).to_vec();
    let next = meeting(TITLE, TODAY, items);
    let task = |text: &str, due: &str| {
        let values = vec![
            ("kind", OutcomeKind::FollowUp.into()),
            ("text", text.into()),
            ("meeting", last.into()),
            ("organisation", Value::Number(2)),
            ("due", due.into()),
        ];
        add(Entity::Outcome, values);
    };
    task("تزويد الجمعيات بالدليل", "2026-11-10");
    task("حصر الفعاليات", "2026-12-10");
    add(Entity::Person, vec![("name", "سارة العنزي".into()), ("post", "مديرة الشراكات".into())]);
    let guest = Attendee::New {
        name: "ماجد الدوسري".to_owned(),
        honorific: Honorific::from_code("mr"),
        post: "وكيل الخدمات".to_owned(),
        organisation: "أمانة الواحة".to_owned(),
    };
    let status = AttendanceStatus::Invited;
    store.apply(Edit::AddAttendee { meeting: next, attendee: guest, status }).expect("a guest");
}

fn prepared_of(setup: &Setup) -> Window {
    let mut window = open(setup, fill);
    window.click_role(Role::Row, TITLE);
    window.click(if setup.language == Language::English { "Prepare" } else { "التحضير" });
    window
}

fn prepared() -> Window {
    prepared_of(&Setup::default())
}

fn stored(window: &Window) -> MeetingView {
    let Route::Meeting(id) = window.state().route() else { panic!("no meeting is open") };
    window.state().store().read(MeetingPage { id }).expect("the meeting")
}

fn titles(window: &Window) -> Vec<String> {
    stored(window).agenda.into_iter().map(|item| item.title).collect()
}

/// The row of the item of that title.
fn row<'w>(window: &'w Window, title: &str) -> egui_kittest::Node<'w> {
    let mut rows = window.query_all_by_role(Role::ListItem);
    let found = rows.find(|row| row.accesskit_node().label().is_some_and(|name| name.contains(title)));
    found.unwrap_or_else(|| panic!("no row «{title}»"))
}

fn focus(window: &mut Window, title: &str) {
    row(window, title).focus();
    window.settle();
}

fn press_alt(window: &mut Window, key: Key) {
    window.key_press_modifiers(Modifiers::ALT, key);
    window.settle();
}

#[test]
fn items_are_written_one_after_the_other() {
    let mut window = prepared();
    window.type_into(NEW, "مستجدات الأنظمة");
    window.press(Key::Enter);
    window.event(Event::Text("ما يستجد".to_owned()));
    window.settle();
    window.press(Key::Enter);
    assert_eq!(titles(&window), ["الافتتاح", "المبادرات", "التوصيات", "مستجدات الأنظمة", "ما يستجد"]);
}

#[test]
fn an_item_moves_by_keys_and_keeps_the_focus() {
    let mut window = prepared();
    focus(&mut window, "التوصيات");
    press_alt(&mut window, Key::ArrowUp);
    press_alt(&mut window, Key::ArrowUp);
    assert_eq!(titles(&window), ["التوصيات", "الافتتاح", "المبادرات"]);
    press_alt(&mut window, Key::ArrowUp);
    press_alt(&mut window, Key::ArrowDown);
    assert_eq!(titles(&window), ["الافتتاح", "التوصيات", "المبادرات"]);
    assert!(window.focused_name().is_some_and(|name| name.contains("التوصيات")), "{:?}", window.focused_name());
    window.press(Key::ArrowDown);
    assert!(window.focused_name().is_some_and(|name| name.contains("المبادرات")), "{:?}", window.focused_name());
}

#[test]
fn an_item_is_dragged_to_its_place() {
    let mut window = prepared();
    let (from, to) = (row(&window, "الافتتاح").rect().center(), row(&window, "التوصيات").rect().center());
    let button = |pos, pressed| Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    window.event(Event::PointerMoved(from));
    window.event(button(from, true));
    window.step();
    for step in 1..=6 {
        window.event(Event::PointerMoved(from + (to + vec2(0.0, 8.0) - from) * (step as f32 / 6.0)));
        window.step();
    }
    window.event(button(to + vec2(0.0, 8.0), false));
    window.settle();
    assert_eq!(titles(&window), ["المبادرات", "التوصيات", "الافتتاح"]);
}

#[test]
fn delete_removes_and_undo_brings_back() {
    let mut window = prepared();
    focus(&mut window, "المبادرات");
    window.press(Key::Delete);
    assert_eq!(titles(&window), ["الافتتاح", "التوصيات"]);
    assert!(window.focused_name().is_some_and(|name| name.contains("التوصيات")), "the next one has the focus");
    window.press_ctrl(Key::Z);
    assert_eq!(titles(&window), ["الافتتاح", "المبادرات", "التوصيات"]);
}

#[test]
fn an_item_gets_its_minutes_and_its_presenter_without_the_mouse() {
    let mut window = prepared();
    focus(&mut window, "المبادرات");
    window.press(Key::Enter);
    assert_eq!(window.focused_name().as_deref(), Some("البند"));
    window.press(Key::Tab);
    window.press_ctrl(Key::A);
    window.event(Event::Text("٢٠".to_owned()));
    window.settle();
    window.press(Key::Tab);
    window.event(Event::Text("ساره العنزي".to_owned()));
    window.settle();
    window.press(Key::Enter);
    window.press(Key::Enter);
    let item = stored(&window).agenda.remove(1);
    assert_eq!(item.planned_minutes, Some(20));
    assert_eq!(item.presenter.map(|person| person.name).as_deref(), Some("سارة العنزي"), "however it is spelt");
    // Enter goes on to the next item, right below.
    window.event(Event::Text("بعدها".to_owned()));
    window.settle();
    window.press(Key::Enter);
    assert_eq!(titles(&window), ["الافتتاح", "المبادرات", "بعدها", "التوصيات"]);
}

#[test]
fn a_presenter_whom_nobody_knows_grows_the_register() {
    let mut window = prepared();
    focus(&mut window, "الافتتاح");
    window.press(Key::Enter);
    window.type_into("مقدم البند", "هند العمري");
    window.click("حفظ");
    let presenter = stored(&window).agenda.remove(0).presenter.expect("a presenter");
    assert_eq!(presenter.name, "هند العمري");
}

#[test]
fn escape_drops_what_was_typed() {
    let mut window = prepared();
    focus(&mut window, "الافتتاح");
    window.press(Key::Enter);
    window.event(Event::Text(" والترحيب".to_owned()));
    window.settle();
    window.press(Key::Escape);
    assert_eq!(titles(&window)[0], "الافتتاح");
    assert!(window.focused_name().is_some_and(|name| name.contains("الافتتاح")), "{:?}", window.focused_name());
}

#[test]
fn what_is_typed_in_an_item_is_kept_when_one_goes_elsewhere() {
    let mut window = prepared();
    focus(&mut window, "الافتتاح");
    window.press(Key::Enter);
    window.event(Event::Text(" والترحيب".to_owned()));
    window.settle();
    window.press_ctrl(Key::Num1);
    let view = window.state().store().read(MeetingPage { id: MeetingId(2) }).expect("the meeting");
    assert_eq!(view.agenda[0].title, "الافتتاح والترحيب");
}

#[test]
fn each_item_says_when_it_begins_and_the_sum_is_held_against_the_time() {
    let mut window = prepared();
    let name = row(&window, "المبادرات").accesskit_node().label().expect("a name");
    assert!(plain(&name).contains("9:45 ص") && name.contains("15"), "{name}");
    assert!(window.shows("المجموع 45 د من 60 د، ينتهي 10:15 ص"));
    window.click("حذف البند: الافتتاح");
    assert!(window.shows("المجموع 30 د من 60 د"));
}

#[test]
fn a_record_is_tied_to_an_item_and_taken_off_again() {
    let mut window = prepared();
    focus(&mut window, "المبادرات");
    window.press(Key::Enter);
    window.type_into("ربط بسجل", "حصر");
    window.press(Key::Enter);
    let links = stored(&window).agenda.remove(1).links;
    assert_eq!(links.len(), 1);
    assert_eq!(links[0].named.name, "حصر الفعاليات");
    window.press(Key::Escape);
    window.click("حذف الرابط مع «حصر الفعاليات»");
    assert!(stored(&window).agenda[1].links.is_empty());
}

#[test]
fn what_is_open_from_before_is_put_on_with_one_press() {
    let mut window = prepared();
    assert!(window.shows("مفتوح من قبل") && window.shows("تزويد الجمعيات بالدليل"));
    window.click("إدراج بند مستقل: تزويد الجمعيات بالدليل");
    let view = stored(&window);
    assert_eq!(view.agenda[3].title, "تزويد الجمعيات بالدليل");
    assert_eq!(view.agenda[3].links.len(), 1);
    assert!(!window.find("إدراج بند مستقل: تزويد الجمعيات بالدليل"), "it is not offered again");
    window.press_ctrl(Key::Z);
    assert!(window.find("إدراج بند مستقل: تزويد الجمعيات بالدليل"));
}

#[test]
fn all_of_it_comes_under_one_item_in_one_step() {
    let mut window = prepared();
    window.click("إدراج الكل في «متابعة ما سبق»");
    let view = stored(&window);
    assert_eq!((view.agenda.len(), view.agenda[3].links.len()), (4, 2));
    assert_eq!(view.agenda[3].title, "متابعة ما سبق");
    assert!(window.shows("لا شيء مفتوح"));
    window.press_ctrl(Key::Z);
    assert_eq!(stored(&window).agenda.len(), 3);
}

#[test]
fn what_was_carried_before_says_how_often() {
    let mut window = open(&Setup::default(), |store| {
        fill(store);
        let record = OutcomeId(1).record();
        store.apply(Edit::PutOnAgenda { record, meeting: MeetingId(2) }).expect("on the agenda");
        let series = SeriesId(1);
        store.apply(Edit::NextMeeting(series)).expect("the one after it");
    });
    window.click_role(Role::Row, "اللقاء الدوري");
    window.click("التحضير");
    assert!(window.shows("ترحيل 1") && window.shows("من تن-1448-001"));
}

#[test]
fn the_agenda_becomes_that_of_the_series() {
    let mut window = prepared();
    window.click("أوامر أخرى للاجتماع");
    window.click_role(Role::MenuItem, "اعتماد جدول الأعمال للسلسلة");
    window.click("أوامر أخرى للاجتماع");
    window.click_role(Role::MenuItem, "صفحة السلسلة");
    assert!(window.shows("جدول أعمال السلسلة") && window.shows("المبادرات"));
    window.click("أوامر أخرى للسجل");
    window.click_role(Role::MenuItem, "الاجتماع التالي في السلسلة");
    window.settle();
    assert_eq!(titles(&window), ["الافتتاح", "المبادرات", "التوصيات"]);
}

#[test]
fn the_notes_are_there_when_the_meeting_starts() {
    let mut window = prepared();
    window.click("بدء الاجتماع");
    assert!(window.find("ملاحظات: الافتتاح"));
    assert!(!window.find("التحضير"), "what runs is prepared no more");
}

#[test]
fn it_reads_in_english_and_fits_a_small_window() {
    for size in [[1024.0, 680.0], [1440.0, 900.0]] {
        let mut window = prepared_of(&Setup { language: Language::English, size, ..Setup::default() });
        assert!(window.shows("45 of 60 min, ends 10:15"));
        let width = size[0];
        let row = row(&window, "المبادرات").rect();
        assert!(row.left() >= 0.0 && row.right() <= width, "{row:?}");
        assert!(window.shows("Open from before"));
        window.click("Put all under “Follow-up of earlier meetings”");
        assert_eq!(stored(&window).agenda.len(), 4);
    }
}
