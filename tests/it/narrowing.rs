//! Registers narrowed, grouped and looked at in views of one's own, through the window.

use crate::support::{Setup, Window, app, empty, plain};
use eframe::egui::{Key, Role};
use egui_kittest::kittest::{NodeT, Queryable};
use tansiq::domain::*;
use tansiq::store::Edit;
use tansiq::store::query::UndoState;
use tansiq::strings::Language;

const LATE: &str = "تزويد الجمعيات بدليل إجراءات التراخيص";
const TOMORROW: &str = "إعداد مسودة مذكرة تفاهم مع جمعية «بيئة»";
const LATER: &str = "حصر الفعاليات التطوعية للربع الأول 2027 (Q1)";
const DONE: &str = "توفير قاعة تدريب للجمعيات شهريًا";

fn follow_ups(language: Language) -> Window {
    let mut window = app(language);
    window.press_ctrl(Key::Num2);
    window
}

/// Chooses from the menu of a chip or a button.
fn choose(window: &mut Window, button: &str, entry: &str) {
    window.click_role(Role::Button, button);
    window.click_role(Role::MenuItem, entry);
    if window.query_by_role(Role::Dialog).is_none() {
        // The keys are the table's again.
        window.press(Key::Escape);
    }
}

/// The headings of groups: what they are called and how many stand below.
fn groups(window: &Window) -> Vec<(String, String)> {
    let mut found: Vec<(f32, String, String)> = window
        .query_all_by_role(Role::Row)
        .filter(|row| row.accesskit_node().data().is_expanded().is_some())
        .map(|row| {
            let node = row.accesskit_node();
            (row.rect().top(), plain(&node.label().unwrap_or_default()), plain(&node.value().unwrap_or_default()))
        })
        .collect();
    found.sort_by(|one, other| one.0.total_cmp(&other.0));
    found.into_iter().map(|(_, name, about)| (name, about)).collect()
}

/// The rows that head no others.
fn records(window: &Window) -> Vec<String> {
    let heads: Vec<String> = groups(window).into_iter().map(|(name, _)| name).collect();
    window.rows().into_iter().filter(|row| !heads.contains(&plain(row))).collect()
}

#[test]
fn what_one_asks_every_day_is_a_press_away_and_counted() {
    let mut window = follow_ups(Language::Arabic);
    let mut check = |name: &str, count: &str, expected: &[&str]| {
        let chip = window.get_by_role_and_label(Role::Button, name);
        assert!(plain(&chip.value().unwrap_or_default()).ends_with(count), "{name}: {:?}", chip.value());
        window.click_role(Role::Button, name);
        assert_eq!(window.rows(), expected, "{name}");
        window.click_role(Role::Button, name);
        assert_eq!(window.rows().len(), 4, "{name} pressed again shows all");
    };
    check("المفتوحة", "3", &[LATE, TOMORROW, LATER]);
    check("المتأخرة", "1", &[LATE]);
    check("خلال 14 يومًا", "2", &[TOMORROW, LATER]);
}

#[test]
fn a_register_is_filtered_by_any_kind_of_field() {
    let mut window = follow_ups(Language::English);
    // A closed list, and more than one of it.
    choose(&mut window, "Filter: Status", "In progress");
    assert_eq!(window.rows(), [LATE, TOMORROW]);
    choose(&mut window, "Filter: Status", "Done");
    assert_eq!(window.rows().len(), 3);
    window.click("Remove the filter: Status");
    // A person, and those without one.
    choose(&mut window, "Filter: Owner", "Not given");
    assert_eq!(window.rows(), [LATER]);
    choose(&mut window, "Filter: Owner", "Given");
    assert_eq!(window.rows().len(), 3);
    window.click("Clear filters");
    // A stretch that moves with today.
    choose(&mut window, "Filter: Due", "In the past");
    assert_eq!(window.rows(), [LATE, DONE]);
    window.click("Remove the filter: Due");
    // Days of either calendar.
    choose(&mut window, "Filter: Due", "From – to…");
    window.type_into("From", "1/12/2026");
    window.type_into("To", "1/7/1448");
    window.press(Key::Enter);
    assert_eq!(window.rows(), [LATER]);
    window.click("Clear filters");
    // A number of any other field.
    choose(&mut window, "Filter", "Progress");
    window.type_into("From", "70");
    window.press(Key::Enter);
    assert_eq!(window.rows(), [TOMORROW, DONE]);
    window.click("Clear filters");
    // Letters in a text, however they are spelt.
    choose(&mut window, "Filter", "Task");
    window.type_into("Contains", "اجراءات");
    window.press(Key::Enter);
    assert_eq!(window.rows(), [LATE]);
    assert_eq!(window.rows().len(), 1);
}

#[test]
fn a_filter_that_finds_nothing_says_so_and_is_taken_away() {
    let mut window = follow_ups(Language::Arabic);
    window.click_role(Role::Button, "المُرحّلة");
    assert!(window.shows("لا سجلات بهذه التصفية"));
    window.click("إزالة التصفية");
    assert_eq!(window.rows().len(), 4);
}

#[test]
fn rows_are_grouped_under_headings_that_are_shut_and_opened_with_keys() {
    let mut window = follow_ups(Language::English);
    choose(&mut window, "Group", "Status");
    let heads: Vec<String> = groups(&window).into_iter().map(|(name, _)| name).collect();
    assert_eq!(heads, ["Not started", "In progress", "Done"]);
    assert_eq!(groups(&window)[1].1, "2 rows");
    assert_eq!(records(&window), [LATER, LATE, TOMORROW, DONE]);
    // From the first heading down to the second one, and shut.
    window.press(Key::ArrowDown);
    window.press(Key::ArrowDown);
    window.press(Key::ArrowDown);
    window.press(Key::ArrowLeft);
    assert_eq!(records(&window), [LATER, DONE]);
    window.press(Key::ArrowRight);
    assert_eq!(records(&window), [LATER, LATE, TOMORROW, DONE]);
    window.press(Key::Enter);
    assert_eq!(records(&window), [LATER, DONE], "Enter shuts it, too");
    choose(&mut window, "Group", "Close or open all groups");
    assert!(records(&window).is_empty());
    choose(&mut window, "Group", "Close or open all groups");
    assert_eq!(records(&window).len(), 4);
}

#[test]
fn days_are_grouped_by_the_months_of_the_first_calendar() {
    let mut window = follow_ups(Language::Arabic);
    choose(&mut window, "تجميع", "الاستحقاق");
    let heads: Vec<String> = groups(&window).into_iter().map(|(name, _)| name).collect();
    assert_eq!(heads, ["جمادى الآخرة 1448هـ"], "all of them are due in one Hijri month, and in two Gregorian ones");
    assert_eq!(groups(&window)[0].1, "4 صفوف");
}

#[test]
fn a_view_gets_a_name_and_is_there_after_a_restart() {
    let mut window = follow_ups(Language::English);
    let to_undo = window.state().store().read(UndoState).expect("the history").undo;
    window.click_role(Role::Button, "Overdue");
    choose(&mut window, "Group", "Owner");
    choose(&mut window, "Views", "Save this view as…");
    window.type_into("Name of the view", "Late by owner");
    window.press(Key::Enter);
    window.click_role(Role::Button, "All");
    assert_eq!(window.rows().len(), 4);

    let mut window = window.reopened(&Setup { language: Language::English, ..Setup::default() });
    window.press_ctrl(Key::Num2);
    assert_eq!(window.rows().len(), 4, "the one that was looked at last");
    window.click_role(Role::Button, "Late by owner");
    assert_eq!(records(&window), [LATE]);
    assert_eq!(groups(&window).len(), 1);
    assert_eq!(window.state().store().read(UndoState).expect("the history").undo, to_undo, "no step of the history");

    // Changed, put back, renamed, and away with it.
    window.click("Clear filters");
    choose(&mut window, "Views", "Back to the view as it was saved");
    assert_eq!(records(&window), [LATE]);
    choose(&mut window, "Views", "Rename the view…");
    window.type_into("Name of the view", " 2");
    window.press(Key::Enter);
    assert!(window.find("Late by owner 2"));
    choose(&mut window, "Views", "Delete the view");
    assert_eq!(window.rows().len(), 4);
    assert!(!window.find("Late by owner 2"));
}

#[test]
fn a_name_that_another_view_has_is_refused() {
    let mut window = follow_ups(Language::English);
    for is_second in [false, true] {
        choose(&mut window, "Views", "Save this view as…");
        window.type_into("Name of the view", "Mine");
        window.press(Key::Enter);
        assert_eq!(window.shows("You have a view with this name."), is_second);
    }
}

#[test]
fn a_long_group_is_read_as_one_comes_to_it() {
    let mut window = empty(Language::English);
    let organisation = |window: &Window, name: &str, city: &str| {
        let values = vec![("name", name.into()), ("city", city.into())];
        window.state().store().apply(Edit::Add { entity: Entity::Organisation, values }).expect("added");
    };
    for number in 0..260 {
        organisation(&window, &format!("Body {number:03}"), "Dammam");
    }
    organisation(&window, "The last of all", "Riyadh");
    window.press_ctrl(Key::Num7);
    choose(&mut window, "Group", "Kind");
    window.press(Key::End);
    window.press(Key::End);
    window.press(Key::End);
    assert_eq!(window.rows().last().map(String::as_str), Some("The last of all"));
}

#[test]
fn the_end_key_leads_to_the_end_of_a_list_of_which_only_the_beginning_was_read() {
    let mut window = empty(Language::English);
    let body = |number: i32| {
        let values = vec![("name", format!("Body {number:04}").into())];
        Edit::Add { entity: Entity::Organisation, values }
    };
    window.state().store().apply(Edit::Together((0..1200).map(body).collect())).expect("added");
    window.press_ctrl(Key::Num7);
    window.press(Key::End);
    // So many take longer to be read than a window is waited for.
    for _ in 0..100 {
        if !window.find("Body 1199") {
            window.settle();
        }
    }
    assert_eq!(window.rows().last().map(String::as_str), Some("Body 1199"));
}
