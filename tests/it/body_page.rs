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
    assert_eq!(figure(&window, "Follow-ups of theirs"), "1");
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
