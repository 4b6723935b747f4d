//! The page of a body: what one sees of it at a glance, and what is begun from it.

use crate::support::{Setup, Window, app, empty, open};
use eframe::egui::{Key, Role};
use egui_kittest::kittest::{NodeT, Queryable};
use tansiq::domain::*;
use tansiq::screens::Route;
use tansiq::store::Edit;
use tansiq::strings::Language;

/// What a figure says.
fn figure(window: &Window, name: &str) -> String {
    let groups = window.query_all_by_role(Role::Group);
    let found = groups.into_iter().find(|group| group.accesskit_node().label().is_some_and(|label| label == name));
    found.unwrap_or_else(|| panic!("no figure «{name}»")).accesskit_node().value().unwrap_or_default()
}

#[test]
fn the_figures_of_a_body_stand_above_its_story() {
    let mut window = app(Language::English);
    window.press_ctrl(Key::Num7);
    window.click_role(Role::Row, "جمعية العمل التطوعي");
    window.press(Key::Enter);
    assert_eq!(figure(&window, "Proposals"), "3");
    assert_eq!(figure(&window, "Owed by them"), "1");
    assert_eq!(figure(&window, "Meetings"), "0");
}

#[test]
fn a_licence_that_runs_out_is_said_in_the_head() {
    let mut window = empty(Language::English);
    let values = vec![
        ("name", "Green charity".into()),
        ("kind", OrganisationKind::Ngo.into()),
        ("licence_ends_on", "2026-12-20".into()),
        ("board_ends_on", "2026-10-01".into()),
        ("email", "info@example.org".into()),
    ];
    window.state().store().apply(Edit::Add { entity: Entity::Organisation, values }).expect("added");
    window.press_ctrl(Key::Num7);
    window.press(Key::J);
    window.press(Key::Enter);
    assert!(window.shows("Licence ends"));
    assert!(window.shows("Board’s term ended"));
    assert!(window.shows("info@example.org"));
}

#[test]
fn a_unit_says_whose_it_is_and_a_municipality_does_not_speak_of_itself_as_the_other_side() {
    let mut window = app(Language::Arabic);
    let values = vec![("name", "إدارة الحدائق".into()), ("parent", Value::Number(1))];
    window.state().store().apply(Edit::Add { entity: Entity::Organisation, values }).expect("a unit");
    window.press_ctrl(Key::Num7);
    window.click_role(Role::Row, "إدارة الحدائق");
    window.press(Key::Enter);
    assert!(window.shows("تتبع أمانة منطقة الواحة"));
    assert!(window.shows("على الأمانة وغيرها"));
    window.press_ctrl(Key::Num7);
    window.click_role(Role::Row, "أمانة منطقة الواحة");
    window.press(Key::Enter);
    assert!(window.shows("على الجهات الأخرى") && !window.shows("على الأمانة وغيرها"));
}

#[test]
fn a_meeting_and_a_follow_up_are_begun_from_the_page_of_a_body() {
    let mut window = app(Language::Arabic);
    window.press_ctrl(Key::Num7);
    window.click_role(Role::Row, "جمعية العمل التطوعي");
    window.press(Key::Enter);
    let Route::Record(body) = window.state().route() else { panic!("its page") };
    window.click_role(Role::Button, "متابعة");
    window.type_into("النص", "تسليم الموقع");
    window.press_ctrl(Key::Enter);
    assert_eq!(window.state().route(), Route::Record(body));
    assert_eq!(figure(&window, "متابعات عليها"), "2");
    window.click_role(Role::Button, "اجتماع");
    assert_eq!(window.field("جهة مدعوة").value().as_deref(), Some("جمعية العمل التطوعي"));
    window.type_into("عنوان الاجتماع", "لقاء الجمعية");
    window.press_ctrl(Key::Enter);
    let Route::Meeting(meeting) = window.state().route() else { panic!("{:?}", window.state().route()) };
    let page = window.state().store().read(tansiq::store::query::MeetingPage { id: meeting });
    let parties = page.expect("the meeting").parties;
    assert!(parties.iter().any(|party| party.side == Side::Invited && party.name == "جمعية العمل التطوعي"));
}

#[test]
fn every_button_of_a_page_has_room_in_the_smallest_window_however_long_its_title() {
    for (language, names) in [
        (Language::Arabic, ["إدراج في اجتماع", "تعديل", "حذف"]),
        (Language::English, ["Put on an agenda", "Edit", "Delete"]),
    ] {
        let mut window = open(&Setup { language, size: [1024.0, 680.0], ..Setup::default() }, |store| {
            let title = "حصر المرافق البلدية غير المستغلة الصالحة لتكون مقرات مؤقتة للجمعيات في أحياء المدينة كلها";
            let values = vec![("kind", OutcomeKind::FollowUp.into()), ("text", title.into())];
            store.apply(Edit::Add { entity: Entity::Outcome, values }).expect("a task");
        });
        window.press_ctrl(Key::Num2);
        let row = window.rows().into_iter().next().expect("the task");
        window.click_role(Role::Row, &row);
        window.press(Key::Enter);
        for name in names {
            let place = window.get_by_label(name).rect();
            assert!(place.left() >= 0.0 && place.right() <= 1024.0, "{name}: {place:?}");
        }
    }
}

#[test]
fn a_unit_is_added_on_the_page_of_its_body_and_listed_with_whose_it_is_and_counted_apart() {
    let mut window = app(Language::Arabic);
    window.press_ctrl(Key::Num7);
    assert!(window.shows("4 جهات") && !window.shows("وحدة واحدة"));
    window.click_role(Role::Row, "أمانة منطقة الواحة");
    window.press(Key::Enter);
    window.click("إضافة إلى «الوحدات»");
    window.type_into("اسم الجهة", "قسم الحدائق");
    window.press_ctrl(Key::Enter);
    assert!(window.find("فتح «قسم الحدائق»"), "it stands on the page of its body");
    window.press_ctrl(Key::Num7);
    assert!(window.shows("4 جهات · وحدة واحدة"));
    assert!(window.shows("الوحدات 1"));
    let kinds = window
        .state()
        .store()
        .read(tansiq::store::query::OrganisationList { containing: "قسم الحدائق".into() });
    assert_eq!(kinds.expect("the unit")[0].kind, OrganisationKind::Unit);
}

#[test]
fn a_form_of_something_new_is_called_by_what_it_makes() {
    for (language, body, made) in [
        (
            Language::Arabic,
            "أمانة منطقة الواحة",
            [
                ("إضافة إلى «الوحدات»", "وحدة جديدة"),
                ("إضافة إلى «أسماء أخرى»", "اسم جديد"),
                ("إضافة إلى «منسوبوها»", "شخص جديد"),
            ],
        ),
        (
            Language::English,
            "أمانة منطقة الواحة",
            [("Add to “Units”", "New unit"), ("Add to “Other names”", "New name"), ("Add to “People”", "New person")],
        ),
    ] {
        let mut window = app(language);
        window.press_ctrl(Key::Num7);
        window.click_role(Role::Row, body);
        window.press(Key::Enter);
        for (button, title) in made {
            window.click_plain(Role::Button, button);
            assert!(window.query_by_role_and_label(Role::Dialog, title).is_some(), "{title}");
            window.press(Key::Escape);
        }
    }
    let mut window = app(Language::Arabic);
    window.press_ctrl(Key::Num3);
    window.click_role(Role::Button, "مبادرة");
    assert!(window.query_by_role_and_label(Role::Dialog, "مبادرة جديدة").is_some());
}

#[test]
fn a_change_of_a_bodys_other_name_is_told_and_put_back_from_its_history() {
    let mut window = app(Language::Arabic);
    let store = window.state().store().clone();
    let values = vec![("organisation", Value::Number(1)), ("name", "أمانة الشرقية".into())];
    let alias = store.apply(Edit::Add { entity: Entity::Alias, values }).expect("a name").record.expect("it");
    let values = vec![("name", "أمانة الدمام".into())];
    store.apply(Edit::Set { record: alias, values, session: None, based_on: None }).expect("another name");
    window.press_ctrl(Key::Num7);
    window.click_role(Role::Row, "أمانة منطقة الواحة");
    window.press(Key::Enter);
    window.click_role(Role::Tab, "التغييرات");
    assert!(window.shows("تعديل اسم آخر «أمانة الدمام» — الاسم: من «أمانة الشرقية» إلى «أمانة الدمام»"));
    window.click_first("أعد القيمة السابقة");
    assert!(window.find("فتح «أمانة الشرقية»"), "the name is what it was");
}

#[test]
fn the_history_of_a_body_tells_what_came_and_went_and_brings_it_back() {
    let mut window = app(Language::Arabic);
    let body = OrganisationId(1);
    let add = |window: &Window, entity, values| {
        window.state().store().apply(Edit::Add { entity, values }).expect("added").record.expect("it")
    };
    let alias = add(&window, Entity::Alias, vec![("organisation", body.into()), ("name", "أمانة الواحة".into())]);
    window.state().store().apply(Edit::Remove(alias)).expect("removed");
    window.press_ctrl(Key::Num7);
    window.click_role(Role::Row, "أمانة منطقة الواحة");
    window.press(Key::Enter);
    window.click_role(Role::Tab, "التغييرات");
    assert!(window.shows("إضافة اسم آخر: «أمانة الواحة»"));
    assert!(window.shows("حذف اسم آخر: «أمانة الواحة»"));
    window.click_first("استعادة ما في «حذف اسم آخر: «أمانة الواحة»»");
    assert!(window.shows("استعادة اسم آخر: «أمانة الواحة»"));
    assert!(window.find("فتح «أمانة الواحة»"), "it stands among the names again");
}

#[test]
fn the_story_of_a_task_has_its_meeting_and_its_updates() {
    let mut window = open(&Setup::default(), |store| {
        let meeting = store
            .apply(Edit::Add { entity: Entity::Meeting, values: vec![("title", "لقاء بلا تاريخ".into())] })
            .expect("a meeting")
            .record
            .expect("it");
        let values = vec![
            ("kind", OutcomeKind::FollowUp.into()),
            ("text", "حصر المواقع".into()),
            ("meeting", Value::Number(meeting.id)),
        ];
        let record = store.apply(Edit::Add { entity: Entity::Outcome, values }).expect("a task").record.expect("it");
        let text = "أُرسل الخطاب إلى الجمعية".to_owned();
        store
            .apply(Edit::Report { record, text, percent: Some(10), obstacles: String::new(), to: None })
            .expect("an update");
    });
    window.press_ctrl(Key::Num2);
    let row = window.rows().into_iter().next().expect("the task");
    window.click_role(Role::Row, &row);
    window.press(Key::Enter);
    assert!(window.shows("تاريخه غير محدد: لقاء بلا تاريخ"));
    let told: Vec<String> = window
        .query_all_by_role(Role::ListItem)
        .filter_map(|item| item.accesskit_node().label())
        .filter(|label| label.contains("أُرسل الخطاب إلى الجمعية"))
        .collect();
    assert_eq!(told.len(), 1, "the update stands in the story");
}
