//! The settings through the window: each holds at once and is kept.

use crate::support::{Window, app, some_path};
use eframe::egui::{Key, Role};
use egui_kittest::kittest::Queryable;
use tansiq::arabic::Digits;
use tansiq::calendar::Calendars;
use tansiq::domain::{DensityChoice, Settings, TextPercent, ThemeChoice};
use tansiq::screens::Choice;
use tansiq::store::query::AllSettings;
use tansiq::strings::Language;
use tansiq::widgets::{Look, Theme};

fn stored(window: &Window) -> Settings {
    Settings::from_rows(&window.state().store().read(AllSettings).expect("the settings"))
}

fn settings(language: Language) -> Window {
    let mut window = app(language);
    window.press_ctrl(Key::Num9);
    window
}

#[test]
fn the_language_is_named_in_itself_and_changes_at_once() {
    let mut window = settings(Language::Arabic);
    window.click_role(Role::ComboBox, "اللغة");
    window.click_role(Role::MenuItem, "English");
    assert_eq!(stored(&window).language, Language::English);
    window.get_by_role_and_label(Role::Heading, "Settings");
    assert!(window.get_by_role_and_label(Role::Link, "Settings").rect().center().x < 720.0);
}

#[test]
fn digits_change_in_the_whole_window() {
    let mut window = settings(Language::Arabic);
    window.click_role(Role::ComboBox, "الأرقام");
    window.click_role(Role::MenuItem, "\u{661}\u{662}\u{663}");
    assert_eq!(stored(&window).digits, Digits::ArabicIndic);
    assert!(window.shows("\u{661}\u{663} جمادى الآخرة \u{661}\u{664}\u{664}\u{668}هـ"));
}

#[test]
fn the_calendars_show_a_sample_as_they_will_be() {
    let mut window = settings(Language::Arabic);
    assert!(window.shows("مثال: الاثنين 13 جمادى الآخرة 1448هـ الموافق 23 نوفمبر 2026م"));
    window.click_role(Role::ComboBox, "التقويم");
    window.click_role(Role::MenuItem, "الميلادي وحده");
    assert_eq!(stored(&window).calendars, Calendars::Gregorian);
    assert!(window.shows("مثال: الاثنين 23 نوفمبر 2026م"));
}

#[test]
fn the_theme_is_dark_at_once_and_stays_so() {
    let mut window = settings(Language::Arabic);
    window.click_role(Role::ComboBox, "المظهر");
    window.click_role(Role::MenuItem, "داكن");
    assert_eq!(stored(&window).theme, ThemeChoice::Dark);
    assert_eq!(Look::of(&window.ctx).theme, Theme::Dark);
}

#[test]
fn a_window_follows_the_theme_of_the_system_until_one_is_chosen() {
    let mut window = settings(Language::English);
    window.input_mut().system_theme = Some(eframe::egui::Theme::Dark);
    window.settle();
    assert_eq!(Look::of(&window.ctx).theme, Theme::Dark);
    window.input_mut().system_theme = Some(eframe::egui::Theme::Light);
    window.settle();
    assert_eq!(Look::of(&window.ctx).theme, Theme::Light);
    window.click_role(Role::ComboBox, "Theme");
    window.click_role(Role::MenuItem, "Light");
    window.input_mut().system_theme = Some(eframe::egui::Theme::Dark);
    window.settle();
    assert_eq!(Look::of(&window.ctx).theme, Theme::Light);
}

#[test]
fn a_compact_window_has_lower_rows() {
    let mut window = settings(Language::English);
    let height = |window: &Window| window.get_by_role_and_label(Role::ComboBox, "Density").rect().height();
    let comfortable = height(&window);
    window.click_role(Role::ComboBox, "Density");
    window.click_role(Role::MenuItem, "Compact");
    assert_eq!(stored(&window).density, DensityChoice::Compact);
    assert!(height(&window) < comfortable);
}

#[test]
fn text_grows_and_shrinks_by_keys_and_is_kept() {
    let mut window = settings(Language::Arabic);
    window.press_ctrl(Key::Plus);
    window.press_ctrl(Key::Plus);
    assert_eq!(stored(&window).text_percent, TextPercent(125));
    assert!((window.ctx.zoom_factor() - 1.25).abs() < 0.01);
    window.press_ctrl(Key::Minus);
    assert_eq!(stored(&window).text_percent, TextPercent(110));
    window.press_ctrl(Key::Num0);
    assert_eq!(stored(&window).text_percent, TextPercent(100));
    window.press_ctrl(Key::Z);
    assert!((window.ctx.zoom_factor() - 1.0).abs() < 0.01, "undo is for what was written");
}

#[test]
fn the_coordinator_is_kept_when_one_leaves_the_field() {
    let mut window = settings(Language::English);
    window.field("Coordinator\u{2019}s name").click();
    window.settle();
    window.press_ctrl(Key::A);
    window.field("Coordinator\u{2019}s name").type_text("Sara Nasser");
    window.settle();
    window.press(Key::Tab);
    assert_eq!(stored(&window).coordinator, "Sara Nasser");
}

#[test]
fn what_is_refused_has_a_way_back_and_escape_is_one() {
    let mut window = settings(Language::Arabic);
    window.click_role(Role::Tab, "الترقيم والمخاطبة");
    let pattern = window.field("صيغة الرقم").value();
    let type_bad = |window: &mut Window| {
        window.field("صيغة الرقم").click();
        window.settle();
        window.press_ctrl(Key::A);
        window.field("صيغة الرقم").type_text("خطأ");
        window.settle();
        assert!(window.shows("ينقصها جزء من الثلاثة أو تكرر."));
    };
    type_bad(&mut window);
    window.click("تراجع عن تعديل «صيغة الرقم»");
    assert_eq!(window.field("صيغة الرقم").value(), pattern);
    assert!(!window.shows("ينقصها جزء من الثلاثة أو تكرر."));
    type_bad(&mut window);
    window.press(Key::Escape);
    assert_eq!(window.field("صيغة الرقم").value(), pattern);
    assert!(!window.find("تراجع عن تعديل «صيغة الرقم»"));
}

#[test]
fn the_letterhead_is_kept_when_one_leaves_the_screen() {
    let mut window = settings(Language::English);
    window.type_into("Letterhead", "Eastern Province Municipality");
    window.press_ctrl(Key::Num1);
    assert_eq!(stored(&window).letterhead, "Eastern Province Municipality");
}

#[test]
fn a_folder_is_typed_where_the_system_has_no_dialog() {
    let mut window = settings(Language::Arabic);
    window.click("تغيير مجلد التصدير");
    window.give_path(Choice::ExportFolder, &some_path());
    assert_eq!(stored(&window).export_folder, some_path().to_string_lossy());
    window.click("مسح مجلد التصدير");
    assert_eq!(stored(&window).export_folder, "");
}

#[test]
fn the_settings_say_where_the_store_lives() {
    let window = settings(Language::Arabic);
    let folder = window.folder().to_string_lossy().into_owned();
    assert!(window.shows(&folder));
}
