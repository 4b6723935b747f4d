//! Two records become one from their page and from the list of what is alike; posts follow each other as periods.

use crate::support::{Setup, Window, open};
use eframe::egui::{Key, Role};
use tansiq::domain::*;
use tansiq::screens::Route;
use tansiq::store::query::{MeetingPage, PeopleList, PersonRow, RecordPage, UndoState};
use tansiq::store::{Attendee, Edit, Store};

/// One person kept twice, each in a meeting of their own and both in a third.
fn twins(store: &Store) {
    let add = |entity, values| store.apply(Edit::Add { entity, values }).expect("added").record.expect("it");
    let body = add(Entity::Organisation, vec![("name", "أمانة الواحة".into())]);
    let person = |name: &str, post: &str, phone: &str| {
        let values = vec![
            ("name", name.into()),
            ("post", post.into()),
            ("phone", phone.into()),
            ("organisation", Value::Number(body.id)),
        ];
        PersonId(add(Entity::Person, values).id)
    };
    let first = person("عبد الرحمن الوادعي", "مدير إدارة", "");
    let second = person("عبدالرحمن بن علي الوادعي", "مدير عام", "+966555550001");
    for people in [vec![first], vec![second], vec![first, second]] {
        let values = vec![("title", "اجتماع".into()), ("date", "2026-10-14".into())];
        let parties = vec![("أمانة الواحة".to_owned(), Side::Host)];
        let made = store.apply(Edit::NewMeeting { values, parties, agenda: Vec::new() }).expect("made");
        let meeting = MeetingId(made.record.expect("it").id);
        for person in people {
            let attendee = Attendee::Known(person);
            store.apply(Edit::AddAttendee { meeting, attendee, status: AttendanceStatus::Present }).expect("added");
        }
    }
}

fn people(window: &Window) -> Vec<PersonRow> {
    window.state().store().read(PeopleList { containing: String::new() }).expect("the people")
}

fn go(window: &mut Window, record: Record) {
    let named = window.state().store().read(RecordPage { record }).expect("a page").title;
    window.press_ctrl(Key::Num8);
    window.click_role(Role::Row, &named);
    window.press(Key::Enter);
}

fn lines(window: &Window, meeting: i64) -> Vec<String> {
    let view = window.state().store().read(MeetingPage { id: MeetingId(meeting) }).expect("the meeting");
    view.attendance.iter().filter_map(|line| line.person.as_ref().map(|person| person.name.clone())).collect()
}

#[test]
fn a_page_merges_with_another_field_by_field_in_one_step() {
    let mut window = open(&Setup::default(), twins);
    go(&mut window, PersonId(1).record());
    window.click("أوامر أخرى للسجل");
    window.click("دمج مع…");
    window.type_into("السجل الآخر", "عبدالرحمن بن علي");
    window.press(Key::Enter);
    // The post of the other is right, the name of this one stays.
    window.click_plain(Role::Button, "المنصب: مدير عام");
    window.press_ctrl(Key::Enter);
    let [person] = people(&window).try_into().expect("one person");
    assert_eq!((person.name.as_str(), person.post.as_str()), ("عبد الرحمن الوادعي", "مدير عام"));
    assert_eq!(person.phone, "+966555550001", "what the kept one lacked was taken over");
    assert_eq!(person.meetings, 3);
    assert_eq!(lines(&window, 3), ["عبد الرحمن الوادعي"], "in one meeting one takes part once");
    assert_eq!(window.state().store().read(UndoState).expect("a step").undo, Some("edit-merge-person"));
    window.press_ctrl(Key::Z);
    assert!(window.shows("تراجع عن: دمج شخصين"));
    assert_eq!(people(&window).len(), 2);
    assert_eq!(lines(&window, 3).len(), 2);
}

#[test]
fn the_other_stays_when_it_is_chosen_and_its_page_is_shown() {
    let mut window = open(&Setup::default(), twins);
    go(&mut window, PersonId(1).record());
    window.click("أوامر أخرى للسجل");
    window.click("دمج مع…");
    window.type_into("السجل الآخر", "عبدالرحمن بن علي");
    window.press(Key::Enter);
    window.click_plain(Role::Button, "أبقِ «عبدالرحمن بن علي الوادعي»");
    window.press_ctrl(Key::Enter);
    assert_eq!(window.state().route(), Route::Record(PersonId(2).record()));
    assert_eq!(people(&window).len(), 1);
}

#[test]
fn what_is_alike_is_compared_before_it_is_merged() {
    let mut window = open(&Setup::default(), |store| {
        for phone in ["+966555550001", "+966555550002"] {
            let values = vec![("name", "نورة العتيبي".into()), ("phone", phone.into())];
            store.apply(Edit::Add { entity: Entity::Person, values }).expect("a person");
        }
    });
    window.press_ctrl(Key::K);
    window.type_into("البحث في كل شيء", "المتشابهات");
    window.press(Key::Enter);
    window.click_plain(Role::Tab, "أشخاص متشابهون");
    window.click_plain(Role::Button, "قارن «نورة العتيبي» و«نورة العتيبي» وادمج");
    window.press_ctrl(Key::Enter);
    assert_eq!(people(&window).len(), 1);
}

#[test]
fn another_post_keeps_the_earlier_one_as_a_period_and_old_lists_as_they_were() {
    let mut window = open(&Setup::default(), twins);
    go(&mut window, PersonId(1).record());
    window.click("أوامر أخرى للسجل");
    window.click("تغيير المنصب…");
    window.field("المنصب").click();
    window.settle();
    window.press_ctrl(Key::A);
    window.field("المنصب").type_text("وكيل مساعد");
    window.settle();
    window.field("من تاريخ").click();
    window.settle();
    window.press_ctrl(Key::A);
    window.field("من تاريخ").type_text("2026-11-01");
    window.settle();
    window.press_ctrl(Key::Enter);
    let person = people(&window).into_iter().find(|row| row.id == PersonId(1)).expect("the person");
    assert_eq!(person.post, "وكيل مساعد");
    assert!(window.shows("مدير إدارة"), "the earlier post stands on the page");
    assert!(window.shows("حتى جمادى الأولى 1448هـ"), "with the month of its last day");
    let view = window.state().store().read(MeetingPage { id: MeetingId(1) }).expect("the meeting");
    assert_eq!(view.attendance[0].post, "مدير إدارة");
}

#[test]
fn two_that_are_selected_in_a_register_become_one() {
    let mut window = open(&Setup::default(), twins);
    window.press_ctrl(Key::Num8);
    window.press(Key::ArrowDown);
    window.press_ctrl(Key::A);
    window.click("دمج…");
    window.press_ctrl(Key::Enter);
    assert_eq!(people(&window).len(), 1);
    window.press_ctrl(Key::Z);
    assert_eq!(people(&window).len(), 2);
}

#[test]
fn a_ministry_typed_under_its_former_name_is_shown_as_the_one_that_is_kept() {
    let ministry = |store: &Store| {
        let values = vec![("name", "وزارة البلديات والإسكان".into())];
        store.apply(Edit::Add { entity: Entity::Organisation, values }).expect("added");
    };
    let mut window = open(&Setup::default(), ministry);
    window.press_ctrl(Key::N);
    window.type_into("الجهة المنظمة", "وزارة الشؤون البلدية والقروية والإسكان");
    // The list of the field is put away first: it stands over what is below.
    window.press(Key::Escape);
    window.click("استخدم: وزارة البلديات والإسكان — اسمان معروفان لجهة واحدة");
    assert_eq!(window.field("الجهة المنظمة").value().as_deref(), Some("وزارة البلديات والإسكان"));
}
