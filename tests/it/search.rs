//! The search over everything: what narrows it, what its foot tells, commands behind their sign, days.

use crate::support::{Setup, Window, app, heard, open, plain, sample};
use eframe::egui::{Event, Key, Role};
use egui_kittest::kittest::{NodeT, Queryable};
use tansiq::screens::Route;
use tansiq::store::Edit;
use tansiq::strings::Language;

/// The search, open, with that typed.
fn searching(language: Language, typed: &str) -> Window {
    let mut window = app(language);
    window.press_ctrl(Key::K);
    window.event(Event::Text(typed.to_owned()));
    window.settle();
    window
}

#[test]
fn a_search_is_narrowed_by_what_is_typed_and_by_chips() {
    let mut window = searching(Language::Arabic, "نوع:شخص ");
    // What is done became a chip, and the field is free for words.
    window.get_by_role_and_label(Role::Button, "إزالة «نوع: شخص»");
    window.event(Event::Text("ابراهيم".to_owned()));
    window.settle();
    window.get_by_role_and_label(Role::ListBoxOption, "إبراهيم القصيبي");
    assert!(window.query_by_role_and_label(Role::ListBoxOption, "الاجتماع التنسيقي الأول").is_none());
    // Backspace in an empty field takes the chip away.
    for _ in 0.."ابراهيم".chars().count() {
        window.press(Key::Backspace);
    }
    window.get_by_role_and_label(Role::Button, "إزالة «نوع: شخص»");
    window.press(Key::Backspace);
    assert!(window.query_by_role_and_label(Role::Button, "إزالة «نوع: شخص»").is_none());
    // By a click: the word first, then what it may be.
    window.click_plain(Role::Button, "نوع:");
    window.click_plain(Role::Button, "مقترح");
    window.get_by_role_and_label(Role::Button, "إزالة «نوع: مقترح»");
    let options = |window: &Window| window.query_all_by_role(Role::ListBoxOption).count();
    let proposals = options(&window);
    assert!((1..10).contains(&proposals), "the proposals alone, and no commands: {proposals}");
    window.click_plain(Role::Button, "إزالة «نوع: مقترح»");
    assert!(window.query_by_role_and_label(Role::Button, "إزالة «نوع: مقترح»").is_none());
    assert!(options(&window) > proposals, "everything again");
}

#[test]
fn the_foot_of_the_search_tells_how_many_of_how_many_and_how_fast() {
    let window = searching(Language::Arabic, "الاجتماع");
    assert!(window.shows("سجل"), "of how many");
    assert!(window.shows("مللي ثانية"), "how fast");
}

#[test]
fn how_much_was_found_is_said_and_what_each_find_is() {
    let mut window = searching(Language::Arabic, "الاجتماع التنسيقي");
    let said = heard(&mut window);
    assert!(said.iter().any(|words| words.contains("نتيج") || words.contains("نتائج")), "{said:?}");
    let find = window.get_by_role_and_label(Role::ListBoxOption, "الاجتماع التنسيقي الأول");
    let about = plain(&find.accesskit_node().description().unwrap_or_default());
    assert!(about.starts_with("اجتماع · "), "{about}");
    // An arrow that leads nowhere says where one is.
    let mut window = searching(Language::Arabic, "الاجتماع التنسيقي الأول");
    heard(&mut window);
    window.press(Key::ArrowUp);
    assert!(heard(&mut window).iter().any(|words| words == "الاجتماع التنسيقي الأول"));
    let mut window = searching(Language::English, "zzzzqqq");
    let said = heard(&mut window);
    assert!(said.iter().any(|words| words.starts_with("Nothing holds these words")), "{said:?}");
}

#[test]
fn a_command_or_a_screen_whose_name_is_typed_in_full_comes_first() {
    let check = |language, typed: &str, expected: Route| {
        let mut window = searching(language, typed);
        window.press(Key::Enter);
        assert_eq!(window.state().route(), expected, "{typed}");
    };
    check(Language::Arabic, "الإعدادات", Route::Settings);
    check(Language::Arabic, "الاعدادات", Route::Settings);
    check(Language::English, "settings", Route::Settings);
    check(Language::English, ">people", Route::People);
    check(Language::Arabic, "المتابعات", Route::FollowUps);
}

#[test]
fn behind_its_sign_the_search_lists_commands_only_also_those_of_the_open_meeting() {
    let mut window = app(Language::English);
    window.click_role(Role::Row, "الاجتماع التنسيقي الأول");
    let Route::Meeting(meeting) = window.state().route() else { panic!("no meeting is open") };
    window.press_ctrl(Key::K);
    window.event(Event::Text(">".to_owned()));
    window.settle();
    window.get_by_role_and_label(Role::ListBoxOption, "Call the roll");
    window.get_by_role_and_label(Role::ListBoxOption, "Minutes of the open meeting");
    assert!(window.query_by_role_and_label(Role::ListBoxOption, "+ Person").is_none());
    window.event(Event::Text(" minutes of".to_owned()));
    window.settle();
    window.press(Key::Enter);
    assert_eq!(window.state().route(), Route::Minutes(meeting));
}

#[test]
fn a_typed_day_leads_to_its_month_and_to_a_meeting_on_it() {
    let mut window = searching(Language::Arabic, "15 رجب");
    window.press(Key::Enter);
    assert_eq!(window.state().route(), Route::Meetings);
    assert!(window.shows("رجب"), "the month of that day");
    let mut window = searching(Language::English, "24/12");
    window.click_plain(Role::ListBoxOption, "New meeting on this day");
    assert!(window.query_by_role(Role::Dialog).is_some(), "its form");
}

/// `TANSIQ_PICTURES=DIR cargo test --test it -- pictures_of_the_search` writes the search as it looks.
#[test]
fn pictures_of_the_search() {
    let Some(folder) = std::env::var_os("TANSIQ_PICTURES") else { return };
    let folder = std::path::PathBuf::from(folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    for (code, language) in [("ar", Language::Arabic), ("en", Language::English)] {
        for theme in ["light", "dark"] {
            let typed = [
                ("empty", ""),
                ("words", "الجمعيات"),
                ("kind", "نوع:"),
                ("chips", "نوع:اجتماع الاجتماع قبل:2027"),
                ("only", "نوع:اجتماع "),
                ("commands", ">"),
                ("day", "15 رجب"),
            ];
            for (what, typed) in typed {
                let setup = Setup { language, size: [1440.0, 900.0], scale: 1.0, has_pictures: true };
                let mut window = open(&setup, |store| {
                    sample(store);
                    let edit = Edit::Configure { key: "theme".to_owned(), value: theme.to_owned() };
                    store.apply(edit).expect("a theme");
                });
                window.press_ctrl(Key::K);
                if !typed.is_empty() {
                    window.event(Event::Text(typed.to_owned()));
                }
                window.settle();
                window.picture(&folder.join(format!("search-{code}-{theme}-{what}.png")));
            }
        }
    }
}
