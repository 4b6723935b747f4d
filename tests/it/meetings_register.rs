//! The meetings as a register: filters by any field, groups, named views, columns, several changed at once; and the section
//! that the navigation marks.

use crate::support::{Setup, Window, app, empty, open};
use eframe::egui::{Key, Modifiers, Role};
use egui_kittest::kittest::{NodeT, Queryable};
use tansiq::calendar::Date;
use tansiq::domain::*;
use tansiq::store::query::{MeetingList, MeetingRow};
use tansiq::store::{Edit, Store};
use tansiq::strings::Language;

const TITLES: [&str; 4] = ["لقاء مقبل", "ورشة مقبلة", "اجتماع انعقد", "بلا تاريخ"];

/// Two meetings to come, one that was held, one that nobody invited to yet.
fn meetings(store: &Store) {
    let today = Date::from_iso(crate::support::TODAY).expect("a day");
    let day = |days| today.add_days(days).expect("a day");
    let host = vec![("أمانة الواحة".to_owned(), Side::Host)];
    let rows = [
        (TITLES[0], Some(day(3)), MeetingKind::Coordination, host.clone()),
        (TITLES[1], Some(day(5)), MeetingKind::Workshop, vec![("وزارة المدن".to_owned(), Side::Host)]),
        (TITLES[2], Some(day(-9)), MeetingKind::Coordination, host),
        (TITLES[3], None, MeetingKind::Coordination, Vec::new()),
    ];
    for (title, date, kind, parties) in rows {
        let mut values: Vec<FieldValue> = vec![("title", title.into()), ("kind", kind.into())];
        values.extend(date.map(|date| ("date", date.into())));
        store.apply(Edit::NewMeeting { values, parties, agenda: Vec::new() }).expect("a meeting");
    }
    let held = MeetingId(3).record();
    store
        .apply(Edit::Set {
            record: held,
            values: vec![("status", MeetingStatus::Held.into())],
            session: None,
            based_on: None,
        })
        .expect("held");
}

fn opened() -> Window {
    open(&Setup { size: [1440.0, 900.0], ..Setup::default() }, meetings)
}

fn stored(window: &Window, title: &str) -> MeetingRow {
    let rows = window.state().store().read(MeetingList::all(String::new())).expect("the meetings").rows;
    rows.into_iter().find(|row| row.title == title).expect("the meeting")
}

/// Chooses from the menu of a chip or a button.
fn choose(window: &mut Window, menu: &str, entry: &str) {
    window.click(menu);
    window.click_role(Role::MenuItem, entry);
}

/// The link of the navigation that is marked.
fn section(window: &Window) -> Vec<String> {
    let links = window.query_all_by_role(Role::Link);
    let here = links.filter(|link| link.accesskit_node().is_selected() == Some(true));
    here.filter_map(|link| link.accesskit_node().label()).collect()
}

#[test]
fn meetings_are_filtered_by_what_one_asks_every_day_and_by_any_field() {
    let mut window = opened();
    assert_eq!(window.rows(), [TITLES[3], TITLES[1], TITLES[0], TITLES[2]], "what has no day yet, then the newest");
    window.click("القادمة");
    assert_eq!(window.rows(), [TITLES[1], TITLES[0]]);
    window.click("إزالة التصفية");
    window.click("بلا محضر معتمد");
    assert_eq!(window.rows(), [TITLES[2]]);
    window.click("إزالة التصفية");
    choose(&mut window, "تصفية: الحالة", "مسودة");
    assert_eq!(window.rows(), [TITLES[3]]);
    window.click("إزالة التصفية");
    choose(&mut window, "تصفية: الجهة المنظمة", "وزارة المدن");
    assert_eq!(window.rows(), [TITLES[1]]);
    window.click("إزالة التصفية");
    // Any other field is found by typing, however it is spelt.
    window.click("تصفية");
    window.type_into("ابحث…", "نوع الاجتماع");
    window.press(Key::Enter);
    // Its contents are offered at once, and the focus goes on with its chip and not with a neighbour's.
    window.click_role(Role::MenuItem, "ورشة عمل");
    assert_eq!(window.rows(), [TITLES[1]]);
    assert_eq!(window.focused_name().as_deref(), Some("تصفية: نوع الاجتماع"));
}

#[test]
fn a_view_of_the_meetings_is_grouped_named_and_there_after_a_restart() {
    let mut window = opened();
    choose(&mut window, "تجميع", "الجهة المنظمة");
    let rows = window.rows();
    assert_eq!(rows.len(), 7, "a heading for each host and one for those without: {rows:?}");
    assert_eq!(rows[0], "أمانة الواحة");
    window.click("بلا محضر معتمد");
    choose(&mut window, "العروض", "احفظ هذا العرض باسم…");
    window.type_into("اسم العرض", "محاضر تنتظر");
    window.click("حفظ");
    let mut window = window.reopened(&Setup { size: [1440.0, 900.0], ..Setup::default() });
    assert_eq!(window.rows(), ["أمانة الواحة", TITLES[2]]);
    window.click("الكل");
    assert_eq!(window.rows().len(), 4, "all again, and no groups");
    window.click("محاضر تنتظر");
    assert_eq!(window.rows(), ["أمانة الواحة", TITLES[2]]);
}

#[test]
fn columns_of_the_meetings_are_shown_and_hidden_one_after_the_other() {
    let mut window = opened();
    let has = |window: &Window, name: &str| window.query_by_role_and_label(Role::ColumnHeader, name).is_some();
    assert!(has(&window, "المكان") && !has(&window, "رئيس الاجتماع"));
    window.click_first("الأعمدة");
    window.click_role(Role::MenuItem, "المكان");
    // The menu is still there.
    window.type_into("ابحث…", "رييس");
    window.press(Key::Enter);
    window.press(Key::Escape);
    window.press(Key::Escape);
    assert!(!has(&window, "المكان") && has(&window, "رئيس الاجتماع"));
    assert!(window.query_by_role(Role::MenuItem).is_none());
}

#[test]
fn chosen_meetings_are_put_off_together_and_those_that_may_not_be_are_named() {
    let mut window = opened();
    window.press(Key::ArrowDown);
    window.press_ctrl(Key::A);
    assert!(window.shows("4 سجلات محددة"));
    choose(&mut window, "الحالة…", "مؤجل");
    window.type_into("السبب", "تعارض مع ملتقى الأمانات");
    window.click("انقل");
    let put_off = |window: &Window| {
        TITLES.iter().filter(|title| stored(window, title).status == MeetingStatus::Postponed).count()
    };
    assert_eq!(put_off(&window), 2);
    assert!(window.shows("لا يُنتقل من «انعقد» إلى «مؤجل» مباشرة."));
    window.click("حسنًا");
    window.press_ctrl(Key::Z);
    assert_eq!(put_off(&window), 0, "one step back");
}

#[test]
fn a_meeting_without_a_day_is_not_called_scheduled_with_others() {
    let mut window = opened();
    window.press(Key::ArrowDown);
    window.press_ctrl(Key::A);
    choose(&mut window, "الحالة…", "مجدول");
    assert_eq!(stored(&window, TITLES[3]).status, MeetingStatus::Draft);
    assert!(window.shows("بلا تاريخ"), "it is named");
    window.click("حسنًا");
}

#[test]
fn a_field_is_given_to_all_chosen_meetings() {
    let mut window = opened();
    window.press(Key::ArrowDown);
    window.press_ctrl(Key::A);
    choose(&mut window, "حقل آخر…", "المكان");
    window.type_into("المكان", "قاعة الاجتماعات الكبرى");
    window.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    window.settle();
    for title in TITLES {
        assert_eq!(stored(&window, title).venue, "قاعة الاجتماعات الكبرى", "{title}");
    }
}

#[test]
fn the_month_shows_what_the_filters_leave() {
    let mut window = opened();
    choose(&mut window, "تصفية: الجهة المنظمة", "وزارة المدن");
    window.click("شهر");
    assert!(window.query_by_label(TITLES[1]).is_some());
    assert!(window.query_by_label(TITLES[0]).is_none());
}

#[test]
fn the_navigation_marks_the_section_of_what_is_open() {
    let mut window = app(Language::English);
    assert_eq!(section(&window), ["Meetings"]);
    let row = window.rows()[0].clone();
    window.click_role(Role::Row, &row);
    assert_eq!(section(&window), ["Meetings"], "of a meeting's page");
    for (key, name) in [(Key::Num2, "Follow-ups"), (Key::Num3, "Proposals"), (Key::Num7, "Organisations")] {
        window.press_ctrl(key);
        let here = section(&window);
        assert_eq!(here.len(), 1, "{name}");
        window.press(Key::ArrowDown);
        window.press(Key::Enter);
        assert!(matches!(window.state().route(), tansiq::screens::Route::Record(_)), "{name}");
        assert_eq!(section(&window), here, "of a page below {name}");
    }
}

#[test]
fn an_empty_register_of_meetings_offers_the_form_of_a_new_one() {
    let mut window = empty(Language::Arabic);
    assert!(window.shows("لا اجتماعات بعد"));
    window.click_first("اجتماع");
    assert!(window.query_by_role(Role::Dialog).is_some());
}
