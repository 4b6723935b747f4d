//! What a person made of the lists and views is there at the next start; undo and the history know nothing of it.

use crate::support::{Setup, Window, app, open, sample};
use eframe::egui::{Key, Modifiers, Role, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use tansiq::store::Views;
use tansiq::store::query::UndoState;
use tansiq::strings::Language;

/// The headings in reading order, with how wide each is.
fn heads(window: &Window) -> Vec<(String, f32)> {
    let mut heads: Vec<(f32, String, f32)> = window
        .query_all_by_role(Role::ColumnHeader)
        .map(|head| {
            let (rect, name) = (head.rect(), head.accesskit_node().label().unwrap_or_default());
            (rect.left(), name, rect.width())
        })
        .collect();
    heads.sort_by(|one, other| one.0.total_cmp(&other.0));
    heads.into_iter().map(|(_, name, width)| (name, width)).collect()
}

fn next_undo(window: &Window) -> Option<&'static str> {
    window.state().store().read(UndoState).expect("the history").undo
}

#[test]
fn columns_stay_as_they_were_left_and_undo_leaves_them_alone() {
    let mut window = app(Language::English);
    window.press_ctrl(Key::Num2);
    let (untouched, to_undo) = (heads(&window), next_undo(&window));
    // By the task, the owner before it, no progress.
    window.click_role(Role::ColumnHeader, "Task");
    window.get_by_role_and_label(Role::ColumnHeader, "Progress").click_secondary();
    window.settle();
    window.click_role(Role::MenuItem, "Hide: Progress");
    let [from, to] = ["Owner", "Task"].map(|name| window.get_by_role_and_label(Role::ColumnHeader, name).rect());
    window.drag_at(from.center());
    window.settle();
    window.hover_at(to.center());
    window.settle();
    window.drop_at(to.center());
    window.settle();
    let (left, rows) = (heads(&window), window.rows());
    assert_ne!(left, untouched);
    assert!(!left.iter().any(|(name, _)| name == "Progress"));
    let place = |name: &str| left.iter().position(|(other, _)| other == name);
    assert!(place("Owner") < place("Task"), "{left:?}");
    assert_eq!(next_undo(&window), to_undo, "none of it is a step of the history");

    let mut window = window.reopened(&Setup::default());
    window.press_ctrl(Key::Num2);
    assert_eq!(heads(&window), left);
    assert_eq!(window.rows(), rows, "they stand by the task");
    window.press_ctrl(Key::Z);
    window.press_ctrl(Key::Num2);
    assert_eq!(heads(&window), left, "undo took the last edit back, and no column");
    assert_ne!(next_undo(&window), to_undo);
}

#[test]
fn a_register_is_shown_as_it_was_left() {
    let mut window = app(Language::English);
    window.press_ctrl(Key::Num3);
    window.click("Board");
    window.press_ctrl(Key::Num1);
    window.click("Month");
    let mut window = window.reopened(&Setup::default());
    assert!(window.query_by_role(Role::Grid).is_some(), "the meetings are a month");
    window.press_ctrl(Key::Num3);
    assert!(window.query_all_by_role(Role::ListItem).next().is_some(), "the proposals are a board");
    window.press_ctrl(Key::Num2);
    assert!(!window.rows().is_empty(), "the follow-ups are a table still");
}

#[test]
fn views_that_make_no_sense_are_as_the_program_makes_them() {
    let mut usual = app(Language::English);
    usual.press_ctrl(Key::Num2);
    let window = |kept: &'static str| {
        let setup = Setup { language: Language::English, ..Setup::default() };
        let mut window = open(&setup, |store| {
            sample(store);
            store.keep_view("register-follow-ups", kept.to_owned());
            while store.read(Views).expect("the views").is_empty() {
                std::thread::yield_now();
            }
        });
        window.press_ctrl(Key::Num2);
        window
    };
    let check = |kept| {
        let window = window(kept);
        assert_eq!((heads(&window), window.rows()), (heads(&usual), usual.rows()), "{kept}");
    };
    check("{\"now\":");
    check("[]");
    check("{\"now\":{\"shape\":\"cube\"}}");
    check("{\"at\":\"a view that is not there\",\"now\":7}");
}

#[test]
fn a_width_given_with_keys_is_kept() {
    let mut window = app(Language::Arabic);
    window.press_ctrl(Key::Num7);
    window.click_role(Role::ColumnHeader, "المدينة");
    for _ in 0..3 {
        window.key_press_modifiers(Modifiers::SHIFT, Key::ArrowLeft);
        window.settle();
    }
    let left = heads(&window);
    let mut window = window.reopened(&Setup::default());
    window.press_ctrl(Key::Num7);
    assert_eq!(heads(&window), left);
}

#[test]
fn the_edge_between_panes_stays_where_it_was_left() {
    let mut window = app(Language::English);
    let open_page = |window: &mut Window| {
        window.press_ctrl(Key::Num7);
        window.press(Key::J);
        window.press(Key::Enter);
    };
    let edge = |window: &Window| window.get_by_role(Role::Splitter).rect().center();
    open_page(&mut window);
    let before = edge(&window);
    window.drag_at(before);
    window.settle();
    window.hover_at(before - vec2(120.0, 0.0));
    window.settle();
    window.drop_at(before - vec2(120.0, 0.0));
    window.settle();
    let left = edge(&window);
    assert!(left.x < before.x - 100.0, "{left:?} {before:?}");
    // Another page of the kind has it too.
    window.press_ctrl(Key::Num8);
    window.press(Key::J);
    window.press(Key::Enter);
    assert!((edge(&window).x - left.x).abs() < 0.5);
    let mut window = window.reopened(&Setup { language: Language::English, ..Setup::default() });
    open_page(&mut window);
    assert_eq!(edge(&window), left);
}
