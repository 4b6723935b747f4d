//! The month and the timeline: days walked in both calendars, and what happens on them opened.

use super::{BOTH, Hands, direction, in_reading_order, plain, rings, window, words};
use eframe::egui::{Key, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use tansiq::calendar::{Calendar, Calendars, Date};
use tansiq::strings::{Language, Tr};
use tansiq::widgets::{DateContext, MonthEvent, MonthOutput, MonthView, MonthViewState, Timeline, TimelineEntry, Tone};

struct Page {
    tr: Tr,
    month: MonthViewState,
    said: Vec<MonthOutput>,
    opened: Option<i64>,
}

fn day(iso: &str) -> Date {
    Date::from_iso(iso).expect("a day")
}

const TODAY: &str = "2026-11-23";

fn page(language: Language) -> Page {
    let month = MonthViewState::new(Calendar::Hijri, day(TODAY));
    Page { tr: words(language), month, said: Vec::new(), opened: None }
}

fn month(language: Language) -> Harness<'static, Page> {
    window(language, [1000.0, 700.0], page(language), |ui, page| {
        let about = DateContext { tr: &page.tr, today: day(TODAY), calendars: Calendars::HijriFirst };
        let event = |key, iso, text| MonthEvent { key, date: day(iso), text, tone: Tone::Green };
        let events = [
            event(1, TODAY, "meeting"),
            event(2, "2026-11-25", "one"),
            event(3, "2026-11-25", "two"),
            event(4, "2026-11-25", "three"),
            event(5, "2026-11-25", "four"),
            event(6, "2026-11-25", "five"),
            event(7, "2030-01-01", "far away"),
        ];
        let output = MonthView::new("Calendar", about, &events).show(ui, &mut page.month);
        if output != MonthOutput::default() {
            page.said.push(output);
        }
    })
}

#[test]
fn the_month_has_whole_weeks_from_sunday_where_lines_start() {
    for language in BOTH {
        let harness = month(language);
        let days = in_reading_order(&harness, language, Role::GridCell);
        assert_eq!(days.len() % 7, 0);
        let sunday = if language == Language::Arabic { "الأحد" } else { "Sunday" };
        for week in days.chunks(7) {
            assert!(week[0].0.contains(sunday), "{}", week[0].0);
        }
        let rows = harness.query_all_by_role(Role::Row).count();
        assert_eq!((rows - 1) * 7, days.len(), "each week is a row of the grid, below that of the days' names");
        let heads = in_reading_order(&harness, language, Role::ColumnHeader);
        assert_eq!((heads.len(), heads[0].0.as_str()), (7, sunday));
    }
}

#[test]
fn a_month_that_a_button_turned_to_is_said() {
    for (language, turn, title) in
        [(Language::Arabic, "الشهر السابق", "جمادى"), (Language::English, "Month before", "Jumada")]
    {
        let mut harness = month(language);
        harness.get_by_role_and_label(Role::Button, turn).focus();
        harness.run();
        harness.press(Key::Enter);
        harness.run_steps(8);
        let said: Vec<String> =
            harness.query_all_by_role(Role::Status).filter_map(|node| node.accesskit_node().label()).collect();
        assert!(said.iter().any(|words| words.contains(title)), "{said:?}");
    }
}

#[test]
fn days_are_walked_with_keys_into_the_next_month_and_back() {
    for language in BOTH {
        let mut harness = month(language);
        harness.get_by_role(Role::Grid).focus();
        harness.run();
        let (forward, back) = (direction(language).forward_key(), direction(language).back_key());
        let mut check = |key, expected: &str| {
            harness.press(key);
            assert_eq!(harness.state().month.day(), day(expected), "{key:?}");
        };
        check(forward, "2026-11-24");
        check(back, TODAY);
        check(Key::ArrowDown, "2026-11-30");
        check(Key::ArrowUp, TODAY);
        check(Key::End, "2026-11-28");
        check(Key::Home, "2026-11-22");
        for _ in 0..3 {
            harness.press(Key::ArrowDown);
        }
        let title = if language == Language::Arabic { "رجب 1448هـ" } else { "Rajab 1448 AH" };
        assert!(
            harness
                .query_all_by_role(Role::Heading)
                .any(|node| { node.accesskit_node().label().is_some_and(|label| plain(&label) == title) }),
            "past the month's end comes the next one"
        );
        harness.press(Key::PageUp);
        assert_eq!(
            harness.state().month.day(),
            Date::from_hijri(tansiq::calendar::Hijri { year: 1448, month: 6, day: 4 }).expect("a day"),
            "the same day of the month before"
        );
    }
}

#[test]
fn what_a_day_has_is_opened_by_key_and_by_hand() {
    let mut harness = month(Language::Arabic);
    harness.get_by_role(Role::Grid).focus();
    harness.run();
    let said = |harness: &Harness<'_, Page>| *harness.state().said.last().expect("something was asked for");
    harness.press(Key::Enter);
    assert_eq!(said(&harness).opened, Some(1), "the only event at once");
    harness.press(direction(Language::Arabic).forward_key());
    harness.press(Key::Enter);
    assert_eq!(said(&harness).asked, Some(day("2026-11-24")), "where nothing is, something new");
    harness.press(direction(Language::Arabic).forward_key());
    harness.press(Key::Enter);
    harness.press(Key::End);
    harness.press(Key::Enter);
    assert_eq!(said(&harness).opened, Some(6), "of several a list");
    harness.get_by_role_and_label(Role::Button, "one").click();
    harness.run();
    assert_eq!(said(&harness).opened, Some(2));
    let more: Vec<String> = in_reading_order(&harness, Language::Arabic, Role::Button)
        .into_iter()
        .map(|(name, _)| plain(&name))
        .filter(|name| name.contains("أخرى") || name.contains("آخر"))
        .collect();
    assert_eq!(more.len(), 1, "what has no room is counted");
}

#[test]
fn a_ring_is_around_the_day_the_keys_work_on() {
    let mut harness = month(Language::Arabic);
    assert!(rings(&harness).is_empty());
    harness.get_by_role(Role::Grid).focus();
    harness.press(Key::ArrowDown);
    let day = harness.query_all_by_role(Role::GridCell).find(|cell| cell.accesskit_node().is_focused());
    let day = day.expect("a day").rect();
    assert!(rings(&harness).iter().any(|ring| day.contains_rect(*ring)), "{:?} in {day}", rings(&harness));
}

fn timeline(language: Language) -> Harness<'static, Page> {
    window(language, [700.0, 500.0], page(language), |ui, page| {
        let about = DateContext { tr: &page.tr, today: day(TODAY), calendars: Calendars::HijriFirst };
        let entry =
            |key, iso, title| TimelineEntry { key, date: Some(day(iso)), title, about: "more", tone: Tone::Blue };
        let entries = [entry(1, TODAY, "first"), entry(2, TODAY, "second"), entry(3, "2026-10-14", "third")];
        if let Some(opened) = Timeline::new("History", about, &entries).show(ui) {
            page.opened = Some(opened);
        }
    })
}

#[test]
fn a_history_is_walked_and_opened_and_names_its_days() {
    for language in BOTH {
        let mut harness = timeline(language);
        let names = in_reading_order(&harness, language, Role::ListItem);
        assert_eq!(names.len(), 3);
        let month = if language == Language::Arabic { "جمادى الآخرة" } else { "Jumada" };
        assert!(names[0].0.contains(month) && names[0].0.ends_with("first"), "{}", names[0].0);
        harness.press(Key::Tab);
        harness.press(Key::ArrowDown);
        harness.press(Key::ArrowDown);
        harness.press(Key::Enter);
        assert_eq!(harness.state().opened, Some(2));
        harness.press(Key::End);
        let last = harness.query_all_by_role(Role::ListItem).find(|item| item.accesskit_node().is_focused());
        let last = last.expect("an entry");
        assert!(last.accesskit_node().label().is_some_and(|name| name.ends_with("third")));
        assert!(rings(&harness).iter().any(|ring| last.rect().contains_rect(*ring)), "one sees which");
        let first = harness.query_all_by_role(Role::ListItem).next().expect("an entry").rect().center();
        harness.drag(first, eframe::egui::Vec2::ZERO);
        assert_eq!(harness.state().opened, Some(1), "a click opens as well");
    }
}
