//! The day's field and its month.

use super::{Trial, dates, show, show_english};
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, Ui};
use egui_kittest::kittest::{NodeT, Queryable};
use tansiq::arabic::Digits;
use tansiq::calendar::Date;
use tansiq::strings::Tr;
use tansiq::tr;
use tansiq::widgets::{DateDraft, Field, Theme};

fn day() -> Trial<DateDraft> {
    show(DateDraft::default(), |ui, draft, tr| _ = draft.show(ui, "تاريخ الاستحقاق", 260.0, dates(tr)))
}

fn english_day() -> Trial<DateDraft> {
    show_english(DateDraft::default(), |ui, draft, tr| _ = draft.show(ui, "Due", 260.0, dates(tr)))
}

fn iso(trial: &Trial<DateDraft>) -> String {
    trial.value().date().map(Date::iso).unwrap_or_default()
}

/// The day the keys stand at in the open month.
fn at(trial: &Trial<DateDraft>) -> String {
    let grid = trial.get_by_role(Role::Grid);
    let cell = grid.accesskit_node().active_descendant().expect("a day");
    crate::support::plain(&cell.label().unwrap_or_default())
}

#[test]
fn a_day_is_typed_in_either_calendar_or_as_a_phrase() {
    let check = |typed: &str, expected: &str| {
        let mut trial = day();
        trial.enter(typed);
        assert_eq!(iso(&trial), expected, "{typed}");
    };
    check("15 رجب 1448", "2026-12-24");
    check("٢٤/١٢/٢٠٢٦", "2026-12-24");
    check("بعد أسبوعين", "2026-12-07");
    check("غدا", "2026-11-24");
}

#[test]
fn what_is_no_day_is_announced_with_its_cause() {
    let mut trial = day();
    trial.enter("31 رجب");
    assert!(trial.is_wrong());
    trial.rest();
    assert!(!trial.description().is_empty());
}

#[test]
fn half_a_day_is_not_called_wrong_at_every_key_but_at_a_pause() {
    let mut trial = day();
    trial.enter("3");
    assert_eq!(trial.description(), "", "it is being typed");
    trial.type_on("1 ر");
    assert_eq!(trial.description(), "");
    trial.rest();
    let wrong = trial.description();
    assert!(wrong.contains("31 ر"), "{wrong}");
    trial.type_on("جب");
    assert_ne!(trial.description(), wrong, "what was said is said of other words");
}

#[test]
fn a_chosen_day_is_heard_without_the_one_before() {
    let mut trial = day();
    trial.enter("15 رجب 1448");
    trial.press(Key::ArrowDown);
    trial.press(Key::ArrowDown);
    trial.key_press(Key::Enter);
    let mut heard: Vec<(String, String)> = Vec::new();
    for _ in 0..6 {
        trial.step();
        if !heard.contains(&(trial.text(), trial.description())) {
            heard.push((trial.text(), trial.description()));
        }
    }
    assert_eq!(iso(&trial), "2026-12-31");
    let last = heard.last().expect("the new day").clone();
    assert!(heard.iter().all(|(text, about)| *text != last.0 || *about == last.1), "{heard:?}");
}

#[test]
fn the_arrows_walk_the_month_as_it_is_seen() {
    // 23 November 2026 is a Monday; in Arabic the days run from the right.
    let mut trial = day();
    trial.field().click();
    trial.run();
    trial.press(Key::ArrowDown);
    for (key, day) in [
        (Key::ArrowLeft, "24 نوفمبر 2026م"),
        (Key::ArrowRight, "23 نوفمبر 2026م"),
        (Key::ArrowDown, "30 نوفمبر 2026م"),
        (Key::ArrowUp, "23 نوفمبر 2026م"),
        (Key::Home, "22 نوفمبر 2026م"),
        (Key::End, "28 نوفمبر 2026م"),
    ] {
        trial.press(key);
        assert!(at(&trial).contains(day), "{key:?}: {}", at(&trial));
    }
    trial.press(Key::Enter);
    assert_eq!(iso(&trial), "2026-11-28");
    assert!(trial.field().is_focused(), "Tab leads on from the field");
    assert!(trial.query_by_role(Role::Grid).is_none());
}

#[test]
fn a_screen_reader_finds_weeks_of_days_below_the_names_of_the_days() {
    let mut trial = day();
    trial.field().click();
    trial.run();
    trial.press(Key::ArrowDown);
    let grid = trial.get_by_role(Role::Grid);
    let rows: Vec<_> = grid.query_all_by_role(Role::Row).collect();
    let heads: Vec<_> = rows[0].query_all_by_role(Role::ColumnHeader).collect();
    let names: Vec<String> = heads.iter().filter_map(|head| head.accesskit_node().label()).collect();
    assert_eq!((names.len(), names[0].as_str(), names[6].as_str()), (7, "الأحد", "السبت"));
    assert_eq!(rows[1..].len(), grid.accesskit_node().data().row_count().expect("weeks"));
    for row in &rows[1..] {
        let days: Vec<_> = row.query_all_by_role(Role::GridCell).collect();
        assert_eq!(days.len(), 7);
        let stands_below = |(at, day): (usize, &egui_kittest::Node<'_>)| {
            let column = day.accesskit_node().data().column_index();
            column == Some(at) && heads[at].rect().x_range().contains(day.rect().center().x)
        };
        assert!(days.iter().enumerate().all(stands_below));
    }
}

#[test]
fn months_and_years_turn_by_keys_in_both_calendars() {
    let mut trial = english_day();
    trial.field().click();
    trial.run();
    trial.press(Key::ArrowDown);
    trial.press(Key::PageDown);
    assert!(at(&trial).contains("13 Rajab 1448"), "{}", at(&trial));
    trial.press_with(Modifiers::SHIFT, Key::PageDown);
    assert!(at(&trial).contains("13 Rajab 1449"), "{}", at(&trial));
    trial.press_with(Modifiers::SHIFT, Key::PageUp);
    trial.press(Key::PageUp);
    trial.press(Key::C);
    trial.press(Key::PageDown);
    assert!(at(&trial).contains("23 December 2026"), "{}", at(&trial));
    trial.press(Key::T);
    assert!(at(&trial).contains("23 November 2026"), "{}", at(&trial));
    trial.press(Key::Space);
    assert_eq!(iso(&trial), "2026-11-23");
}

#[test]
fn escape_leaves_the_month_and_stays_in_the_field() {
    let mut trial = day();
    trial.enter("غدا");
    trial.press(Key::ArrowDown);
    trial.press(Key::ArrowDown);
    trial.press(Key::Escape);
    assert!(trial.query_by_role(Role::Grid).is_none());
    assert_eq!(iso(&trial), "2026-11-24", "nothing was picked");
    assert!(trial.field().is_focused());
}

#[test]
fn the_month_is_opened_turned_and_picked_from_by_mouse() {
    let mut trial = english_day();
    trial.click("Calendar: Due");
    trial.click("Month after");
    trial.click("Year after");
    trial.click("Year before");
    let name = |node: &egui_kittest::Node<'_>| node.accesskit_node().label().unwrap_or_default();
    let rajab: Vec<_> =
        trial.query_all_by_role(Role::GridCell).filter(|cell| name(cell).contains("15 Rajab")).collect();
    rajab.first().expect("the 15th").click();
    drop(rajab);
    trial.run();
    assert_eq!(iso(&trial), "2026-12-24");
}

#[test]
fn today_is_named_and_the_week_runs_from_sunday() {
    let mut trial = day();
    trial.click("تقويم: تاريخ الاستحقاق");
    let cells: Vec<(String, f32, f32)> = trial
        .query_all_by_role(Role::GridCell)
        .map(|cell| (cell.accesskit_node().label().unwrap_or_default(), cell.rect().center().x, cell.rect().center().y))
        .collect();
    let today: Vec<_> = cells.iter().filter(|(name, ..)| name.contains("(اليوم)")).collect();
    let [(_, x, y)] = today.as_slice() else { panic!("one day is today: {today:?}") };
    let sunday = cells.iter().find(|(name, ..)| name.contains("22 نوفمبر")).expect("the day before");
    assert!(sunday.1 > *x && (sunday.2 - y).abs() < 1.0, "Sunday stands at the start of the week");
}

#[test]
fn an_open_month_is_as_wide_as_its_field_which_keeps_its_ring_and_tells_of_it() {
    let mut trial = show_english(DateDraft::default(), |ui, draft, tr| _ = draft.show(ui, "Due", 300.0, dates(tr)));
    let expanded = |trial: &Trial<DateDraft>| {
        let data = trial.field().accesskit_node().data().clone();
        assert!(data.has_popup().is_some());
        data.is_expanded()
    };
    assert_eq!(expanded(&trial), Some(false));
    trial.field().click();
    trial.run();
    trial.press(Key::ArrowDown);
    assert_eq!(expanded(&trial), Some(true));
    assert!(!at(&trial).is_empty(), "a day has the focus");
    let rings = trial.frames(Theme::Light.tokens().focus_ring().color);
    let frame = rings.iter().find(|ring| ring.width() == 300.0).expect("a ring around the field");
    let line = Theme::Light.tokens().hairline().color;
    let popup = trial.frames(line).into_iter().find(|popup| popup.top() > frame.bottom()).expect("the month");
    assert!((popup.left() - frame.left()).abs() <= 1.0 && (popup.right() - frame.right()).abs() <= 1.0, "{popup}");
    trial.press(Key::Escape);
    assert_eq!(expanded(&trial), Some(false));
    assert!(trial.field().is_focused());
}

#[test]
fn the_signs_at_the_ends_of_fields_stand_below_each_other() {
    fn fields_ui(ui: &mut Ui, draft: &mut DateDraft, tr: &Tr) {
        draft.show(ui, "Due", 260.0, dates(tr));
        let mut text = "hall".to_owned();
        Field::new(&mut text, "Venue").clears("empty it").width(260.0).show(ui);
    }
    for trial in [show(DateDraft::default(), fields_ui), show_english(DateDraft::default(), fields_ui)] {
        let middle = |name: &str| trial.get_by_role_and_label(Role::Button, name).rect().center().x;
        let month = tr!(&Tr::new(trial.language(), Digits::Latin), "widgets-date-open", label = "Due");
        assert_eq!(middle(&month), middle("empty it"));
    }
}
