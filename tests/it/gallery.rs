//! The gallery's pages: each draws in both languages and themes, and everything that can be used has a name.

#[path = "../../examples/gallery/pages/mod.rs"]
pub mod pages;

use eframe::egui::accesskit::{Role, Toggled};
use eframe::egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use pages::{Gallery, Switches};
use tansiq::strings::Language;
use tansiq::widgets::{Density, TextSize, Theme};

/// The gallery on a page, without a screen.
pub fn open(page: &'static str, switches: Switches) -> Harness<'static, Gallery> {
    let mut harness = Harness::builder().with_size([1180.0, 1300.0]).build_eframe(|creation| {
        let mut gallery = Gallery::new(&creation.egui_ctx, switches);
        gallery.go(page);
        gallery
    });
    harness.run();
    harness
}

/// The gallery on a page in a language, in the light theme.
pub fn open_in(page: &'static str, language: Language) -> Harness<'static, Gallery> {
    open(page, Switches { language, theme: Some(Theme::Light), ..Switches::default() })
}

const LANGUAGES: [Language; 2] = [Language::Arabic, Language::English];

/// What a person can use, and a screen reader has to name.
const fn is_control(role: Role) -> bool {
    matches!(
        role,
        Role::Button
            | Role::CheckBox
            | Role::ComboBox
            | Role::DateInput
            | Role::EditableComboBox
            | Role::Grid
            | Role::Link
            | Role::ListBox
            | Role::MultilineTextInput
            | Role::EmailInput
            | Role::PhoneNumberInput
            | Role::SearchInput
            | Role::SpinButton
            | Role::Tab
            | Role::Table
            | Role::TextInput
            | Role::TimeInput
    )
}

#[test]
fn everything_that_can_be_used_has_a_name() {
    for language in LANGUAGES {
        for page in Gallery::ids() {
            let harness = open_in(page, language);
            let controls: Vec<_> = harness.query_all_by(|node| is_control(node.role())).collect();
            assert!(!controls.is_empty(), "{page}");
            assert!(harness.root().accesskit_node().label().is_some(), "{page}: the window");
            let nothing = harness.query_all_by(|node| node.role() == Role::Unknown).count();
            assert_eq!(nothing, 0, "{page} in {language:?}: what is heard is something");
            for control in controls {
                let node = control.accesskit_node();
                let name = node.label().unwrap_or_default();
                assert!(!name.trim().is_empty(), "{page} in {language:?}: a {:?} without a name", node.role());
            }
        }
    }
}

#[test]
fn a_pages_words_are_there_in_both_languages() {
    let titles = |language| -> Vec<String> {
        let harness = open_in("buttons", language);
        harness.query_all_by_role(Role::Button).filter_map(|node| node.accesskit_node().label()).collect()
    };
    let (arabic, english) = (titles(Language::Arabic), titles(Language::English));
    assert_eq!(arabic.len(), english.len());
    assert!(english.iter().any(|title| title == "Buttons") && arabic.iter().any(|title| title == "الأزرار"));
}

#[test]
fn the_switches_change_the_look() {
    let mut harness = open_in("buttons", Language::English);
    let height = |harness: &Harness<'_, Gallery>| harness.get_by_label("Save Primary Normal").rect().height();
    let comfortable = height(&harness);
    harness.get_by_label("Compact").click();
    harness.run();
    assert!(height(&harness) < comfortable);
    harness.get_by_label("Larger").click();
    harness.run();
    harness.get_by_label("110%");
    harness.get_by_label("Dark").click();
    harness.run();
    harness.get_by_label("Arabic").click();
    harness.run();
    harness.get_by_role_and_label(Role::Heading, "الأزرار");
}

#[test]
fn pages_settle_in_every_look() {
    for page in Gallery::ids() {
        let theme = Some(Theme::Dark);
        let (density, text_size) = (Density::Compact, TextSize::new(150));
        for language in LANGUAGES {
            // A page that never rests stops here.
            open(page, Switches { language, theme, density, text_size });
        }
    }
}

/// A small window with a page in English.
fn small(page: &'static str) -> Harness<'static, Gallery> {
    let switches = Switches { language: Language::English, theme: Some(Theme::Light), ..Switches::default() };
    let mut harness = Harness::builder().with_size([1024.0, 500.0]).build_eframe(|creation| {
        let mut gallery = Gallery::new(&creation.egui_ctx, switches);
        gallery.go(page);
        gallery
    });
    harness.run();
    harness
}

#[test]
fn a_button_beyond_the_edge_comes_into_sight_when_tab_reaches_it_and_is_pressed_there() {
    let mut harness = small("panes");
    let sight = harness.ctx.content_rect();
    assert!(!sight.contains_rect(harness.get_by_label("Dialog").rect()), "it is far below");
    let mut steps = 0;
    while !harness.get_by_label("Dialog").is_focused() {
        harness.key_press(Key::Tab);
        harness.run();
        steps += 1;
        assert!(steps < 60, "Tab never reaches it");
    }
    assert!(sight.contains_rect(harness.get_by_label("Dialog").rect()), "one sees where one is");
    harness.key_press(Key::Enter);
    harness.run();
    harness.get_by_role(Role::Dialog);
}

#[test]
fn a_clicked_head_has_the_focus_whatever_other_tables_stand_on_the_page() {
    let mut harness = open_in("tables", Language::English);
    let name = "Task";
    harness.get_all_by_role_and_label(Role::ColumnHeader, name).next().expect("the first table's").click();
    harness.run();
    let mut heads = harness.get_all_by_role_and_label(Role::ColumnHeader, name);
    assert!(heads.next().is_some_and(|head| head.is_focused()));
    drop(heads);
    // The filter beneath the heads of another one narrows its rows.
    let rows = |harness: &Harness<'_, Gallery>| {
        let table = harness.get_by_role_and_label(Role::Table, "With a filter beneath its heads");
        table.query_all_by_role(Role::Row).count()
    };
    let all = rows(&harness);
    harness.get_by_role_and_label(Role::TextInput, "Filter: Task").click();
    harness.run();
    harness.get_by_role_and_label(Role::TextInput, "Filter: Task").type_text("hall");
    harness.run();
    assert_eq!((all, rows(&harness)), (5, 1));
}

#[test]
fn what_can_be_chosen_is_heard_as_chosen_or_not_and_is_the_same_thing_both_times() {
    let mut harness = open_in("marks", Language::English);
    let toggled = |harness: &Harness<'_, Gallery>, name: &str| {
        harness.get_by_role_and_label(Role::Button, name).accesskit_node().toggled()
    };
    let (on, off) = (Some(Toggled::True), Some(Toggled::False));
    assert_eq!((toggled(&harness, "Khobar"), toggled(&harness, "All cities")), (on, off));
    // The list of pages: which one is open changes, what the entries are does not.
    let pages = ["Buttons", "Chips and marks"];
    assert_eq!(pages.map(|page| toggled(&harness, page)), [off, on]);
    harness.get_by_role_and_label(Role::Button, pages[0]).click();
    harness.run();
    assert_eq!(pages.map(|page| toggled(&harness, page)), [on, off]);
    assert_eq!(toggled(&harness, "Larger"), None, "a button that only does something is no switch");
}

#[test]
fn a_bar_is_heard_as_a_part_of_a_hundred() {
    let harness = open_in("marks", Language::English);
    let bar = harness.get_by_role_and_label(Role::ProgressIndicator, "1%");
    let node = bar.accesskit_node();
    let heard = (node.min_numeric_value(), node.numeric_value(), node.max_numeric_value());
    assert_eq!(heard, (Some(0.0), Some(1.0), Some(100.0)));
}

#[test]
fn what_a_page_opened_with_is_not_taken_back() {
    let mut harness = open_in("editor", Language::English);
    let captured = |harness: &Harness<'_, Gallery>| harness.query_all_by_label("Proposal").count();
    let before = captured(&harness);
    harness.get_by_role_and_label(Role::MultilineTextInput, "Notes").click();
    harness.run();
    for _ in 0..3 {
        harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
        harness.run();
    }
    assert_eq!(captured(&harness), before);
}

#[test]
fn a_dialog_is_opened_by_enter_any_number_of_times_and_gives_the_focus_back() {
    let mut harness = open_in("panes", Language::English);
    harness.get_by_label("Dialog").focus();
    harness.run();
    let leave: [fn(&mut Harness<'_, Gallery>); 3] = [
        |harness| harness.key_press(Key::Escape),
        |harness| harness.key_press(Key::Enter),
        |harness| harness.key_press_modifiers(Modifiers::COMMAND, Key::Enter),
    ];
    for (turn, leave) in leave.iter().cycle().take(6).enumerate() {
        harness.key_press(Key::Enter);
        harness.run();
        assert!(
            harness.get_by_label("Save").is_focused(),
            "turn {turn}: it stays open, and its first button is at hand"
        );
        leave(&mut harness);
        harness.run();
        assert!(harness.query_by_role(Role::Dialog).is_none(), "turn {turn}");
        assert!(harness.get_by_label("Dialog").is_focused(), "turn {turn}");
    }
}
