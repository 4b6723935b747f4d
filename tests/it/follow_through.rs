//! Following through: the register of recommendations with all its columns, an update written in one step, and what comes
//! of it in the minutes of one meeting after the other.

use crate::support::{self, Outcome, Setup, Window, app, empty, open, outcomes};
use eframe::egui::{Key, Modifiers, Role};
use egui_kittest::kittest::Queryable;
use tansiq::app::Task;
use tansiq::domain::*;
use tansiq::jobs;
use tansiq::screens::{Choice, Route};
use tansiq::store::query::{MeetingPage, RecordPage};
use tansiq::store::{Edit, Store};
use tansiq::strings::{Language, Tr};

const GUIDE: &str = "تزويد الجمعيات بدليل إجراءات التراخيص";

fn task(window: &Window, text: &str) -> Outcome {
    let all = outcomes(window.state().store(), OutcomeKind::ALL);
    all.into_iter().find(|row| row.text == text).expect("the task")
}

fn updates(window: &Window, text: &str) -> Vec<tansiq::store::query::ProgressRow> {
    let record = task(window, text).id.record();
    window.state().store().read(RecordPage { record }).expect("its page").progress
}

fn open_page(window: &mut Window, text: &str) {
    window.press_ctrl(Key::Num2);
    window.click_role(Role::Row, text);
    window.press(Key::Enter);
    assert!(matches!(window.state().route(), Route::Record(_)), "its page");
}

/// Shows further columns, and hides others for the room they need.
fn columns(window: &mut Window, turned: &[&str]) {
    for name in turned {
        window.click_first("الأعمدة");
        window.type_into("ابحث…", name);
        window.click_role(Role::MenuItem, name);
        window.press(Key::Escape);
    }
}

#[test]
fn the_register_offers_every_column_of_a_follow_up_table() {
    let mut window = open(&Setup { size: [2600.0, 900.0], ..Setup::default() }, |store| {
        crate::support::sample(store);
        let record = outcomes(store, &[OutcomeKind::FollowUp]).into_iter().find(|row| row.text == GUIDE).expect("it");
        let (percent, to) = (Some(40), None);
        let (text, obstacles) = ("خاطبنا الجمعيات".to_owned(), "تأخر الردود".to_owned());
        store.apply(Edit::Report { record: record.id.record(), text, percent, obstacles, to }).expect("an update");
    });
    window.press_ctrl(Key::Num2);
    let all = [
        "النوع",
        "رقم المحضر",
        "تاريخ الاجتماع",
        "البند",
        "الجهة",
        "الجهة المساندة",
        "الأولوية",
        "آخر إجراء",
        "تاريخ آخر تحديث",
        "المعوقات",
        "الدعم المطلوب",
        "مرات الترحيل",
        "أيام التأخير",
        "تاريخ الإنجاز الفعلي",
        "الشاهد / المرفق",
        "ملاحظات",
    ];
    columns(&mut window, &all);
    for name in all {
        assert!(window.query_by_role_and_label(Role::ColumnHeader, name).is_some(), "{name}");
    }
    assert!(window.shows("خاطبنا الجمعيات") && window.shows("تأخر الردود"));
    // It was due six days ago: said in words that agree.
    assert!(window.shows("6 أيام"));
    window.get_by_role_and_label(Role::ColumnHeader, "أيام التأخير").click();
    window.settle();
    assert_eq!(window.rows()[0], GUIDE, "what is not late stands below");
}

#[test]
fn the_page_of_what_is_late_says_so() {
    let mut window = app(Language::Arabic);
    open_page(&mut window, "تزويد الجمعيات بدليل إجراءات التراخيص");
    window.get_by_label("متأخرة 6 أيام");
}

#[test]
fn an_update_is_written_from_the_keyboard_and_its_file_chosen_for_it() {
    let mut window = app(Language::Arabic);
    open_page(&mut window, GUIDE);
    window.press_ctrl(Key::U);
    assert_eq!(window.focused_name().as_deref(), Some("ما الذي تم؟"));
    window.field("ما الذي تم؟").type_text("وصلت المسودة");
    window.settle();
    // On with Tab: where it stands, how far it is, what stands in the way.
    for (name, typed) in [("الحالة بعده", ""), ("نسبة الإنجاز", "60"), ("المعوقات", "تأخر الردود")]
    {
        window.press(Key::Tab);
        assert_eq!(window.focused_name().as_deref(), Some(name));
        if !typed.is_empty() {
            window.field(name).type_text(typed);
            window.settle();
        }
    }
    window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::Enter);
    window.settle();
    let newest = updates(&window, GUIDE).remove(0);
    assert_eq!((newest.text.as_str(), newest.percent), ("وصلت المسودة", Some(60)));
    assert_eq!(newest.obstacles, "تأخر الردود");
    let choice = Choice::Files(newest.id.record());
    assert!(window.tasks().contains(&Task::Pick(choice)));
    let file = window.folder().join("مسودة الدليل.txt");
    std::fs::write(&file, "نص").expect("a file");
    window.give_path(choice, &file);
    assert_eq!(updates(&window, GUIDE)[0].files[0].1, "مسودة الدليل");
    assert!(window.shows("مسودة الدليل") && window.shows("المعوقات: تأخر الردود"));
    window.press_ctrl(Key::Z);
    window.press_ctrl(Key::Z);
    assert!(!window.shows("وصلت المسودة"), "the file and the update are a step each");
}

#[test]
fn an_update_that_ends_the_work_says_that_a_file_may_witness_it() {
    let mut window = app(Language::English);
    open_page(&mut window, GUIDE);
    window.press_ctrl(Key::U);
    window.field("What was done?").type_text("The guide was handed over");
    window.settle();
    window.click("Status after it");
    window.click_role(Role::MenuItem, "Done");
    assert!(window.shows("Evidence is optional"));
    window.press_ctrl(Key::Enter);
    let row = task(&window, GUIDE);
    assert_eq!((row.status, row.percent), (OutcomeStatus::Done, 100));
    let update = updates(&window, GUIDE).remove(0);
    assert!(window.shows("Attach evidence"));
    window.query_all_by_label_contains("Attach evidence to the update").next().expect("the newest").click_accesskit();
    window.settle();
    assert!(window.tasks().contains(&Task::Pick(Choice::Files(update.id.record()))));
}

#[test]
fn what_is_half_written_is_kept_when_one_goes_elsewhere() {
    let mut window = app(Language::Arabic);
    open_page(&mut window, GUIDE);
    window.type_into("ما الذي تم؟", "مكالمة مع الجمعية");
    window.press_ctrl(Key::Num2);
    assert_eq!(updates(&window, GUIDE)[0].text, "مكالمة مع الجمعية");
}

/// Three meetings of a series, the first with two recommendations.
fn meetings(store: &Store) -> [MeetingId; 3] {
    let add = |entity, values| store.apply(Edit::Add { entity, values }).expect("added").record.expect("it");
    let series = add(Entity::Series, vec![("title", "اللقاء الدوري".into())]);
    let meetings = ["2026-09-01", "2026-11-23", "2026-12-23"].map(|date| {
        let series = ("series", Value::Number(series.id));
        let values = vec![("title", "اللقاء الدوري".into()), ("date", date.into()), series];
        let parties = vec![("أمانة الواحة".to_owned(), Side::Host)];
        let edit = Edit::NewMeeting { values, parties, agenda: Vec::new() };
        MeetingId(store.apply(edit).expect("a meeting").record.expect("it").id)
    });
    for text in ["توصية تبقى", "توصية تُنجز"] {
        let meeting = ("meeting", meetings[0].into());
        add(Entity::Outcome, vec![("kind", OutcomeKind::Recommendation.into()), ("text", text.into()), meeting]);
    }
    for meeting in &meetings {
        let values = vec![("meeting", (*meeting).into()), ("group_name", "جمعيات".into())];
        add(Entity::Attendance, values);
    }
    meetings
}

fn hold(store: &Store, meeting: MeetingId) {
    support::lead(store, meeting);
    for to in [MeetingStatus::InProgress, MeetingStatus::Held] {
        store.apply(Edit::MoveMeeting { meeting, to, reason: String::new() }).expect("moved");
    }
}

/// The follow-up of earlier recommendations as the minutes print it, a row a line.
fn followed_up(window: &Window, meeting: MeetingId) -> Vec<String> {
    let store = window.state().store();
    let view = store.read(MeetingPage { id: meeting }).expect("the meeting");
    let tr = Tr::new(Language::Arabic, window.state().settings().digits);
    let facts = jobs::facts(&view, (window.state().settings(), &tr), window.folder());
    let document = tansiq::documents::minutes::build(&facts, &tr, window.state().settings().calendars);
    let text = tansiq::documents::text::write(&document);
    let heading = "متابعة توصيات الاجتماعات السابقة";
    let part = text.split(heading).nth(1).unwrap_or_default();
    part.lines().filter(|line| line.contains("توصية ")).map(crate::support::plain).collect()
}

#[test]
fn three_minutes_tell_it_open_then_closed_then_no_more() {
    let mut window = empty(Language::Arabic);
    let [_, second, third] = meetings(window.state().store());
    window.settle();
    let store = window.state().store();
    hold(store, second);
    let before = followed_up(&window, second);
    assert_eq!(before.len(), 2, "{before:?}");
    assert!(before.iter().all(|row| row.contains("رُحّلت مرة واحدة")), "{before:?}");
    store.apply(Edit::ApproveMinutes(second)).expect("approved");
    assert_eq!(followed_up(&window, second), before, "they say what they said before they were approved");
    let done = task(&window, "توصية تُنجز").id.record();
    let (text, to) = ("سُلّم التقرير".to_owned(), Some(OutcomeStatus::Done));
    let edit = Edit::Report { record: done, text, percent: None, obstacles: String::new(), to };
    store.apply(edit).expect("an update");
    let rows = followed_up(&window, third);
    assert!(rows[0].contains("توصية تبقى") && rows[0].contains("رُحّلت مرتين"), "{rows:?}");
    assert!(rows[1].contains("توصية تُنجز") && rows[1].contains("منجزة"), "{rows:?}");
    assert!(rows[1].contains("100") && rows[1].contains("سُلّم التقرير"), "{rows:?}");
    // The approved ones say what they said; the meeting after the next knows of the open one alone.
    let series = store.read(MeetingPage { id: third }).expect("the meeting").meeting.series.expect("its series").0;
    hold(store, third);
    store.apply(Edit::ApproveMinutes(third)).expect("approved");
    let fourth = store.apply(Edit::NextMeeting(series)).expect("the next").record.expect("it");
    let rows = followed_up(&window, MeetingId(fourth.id));
    assert_eq!(rows.len(), 1, "{rows:?}");
    assert!(rows[0].contains("توصية تبقى") && rows[0].contains("رُحّلت 3 مرات"), "{rows:?}");
}
