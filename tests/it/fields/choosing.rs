//! The field that suggests, and the one that holds several things.

use super::{Trial, show, show_english};
use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use tansiq::widgets::{ComboField, Suggestion, Theme, TokenDraft, TokenField, pick_list};

fn bodies() -> Vec<Suggestion> {
    ["أمانة الواحة", "بلدية النخيل", "جمعية الإحسان", "جمعية بساتين", "مركز حي النخيل"]
        .map(|text| Suggestion { text: text.to_owned(), ..Suggestion::default() })
        .to_vec()
}

/// What a combo came to.
#[derive(Default)]
struct Chosen {
    text: String,
    picked: Option<usize>,
    created: bool,
}

fn combo(text: &str, bodies: Vec<Suggestion>) -> Trial<Chosen> {
    let chosen = Chosen { text: text.to_owned(), ..Chosen::default() };
    show(chosen, move |ui, chosen, _| {
        let create = |typed: &str| format!("جهة جديدة «{typed}»");
        let output = ComboField::new(&mut chosen.text, "الجهة", &bodies).create(&create).show(ui);
        chosen.picked = output.picked.or(chosen.picked);
        chosen.created |= output.created;
    })
}

#[test]
fn typing_filters_whatever_the_spelling() {
    let mut trial = combo("", bodies());
    trial.enter("احسان");
    assert_eq!(trial.options(), ["جمعية الإحسان", "جهة جديدة «احسان»"]);
    trial.press(Key::Enter);
    assert_eq!((trial.value().text.as_str(), trial.value().picked), ("جمعية الإحسان", Some(2)));
    assert!(trial.options().is_empty(), "the list is closed");
    assert!(trial.field().is_focused());
}

#[test]
fn the_screen_reader_follows_the_keys_through_the_list() {
    let mut trial = combo("", bodies());
    trial.enter("النخيل");
    assert_eq!(trial.current(), "بلدية النخيل");
    trial.press(Key::ArrowDown);
    assert_eq!(trial.current(), "مركز حي النخيل");
    trial.press(Key::ArrowDown);
    assert_eq!(trial.current(), "جهة جديدة «النخيل»");
    trial.press(Key::ArrowDown);
    assert_eq!(trial.current(), "بلدية النخيل", "around the end");
    trial.press(Key::ArrowUp);
    trial.press(Key::Enter);
    assert!(trial.value().created);
}

/// On a busy machine a frame brings all that was typed meanwhile.
#[test]
fn what_is_typed_with_the_arrow_and_enter_at_once_is_what_was_meant() {
    let mut trial = combo("", bodies());
    trial.field().focus();
    trial.run();
    let press = |key| Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE };
    // Past the harness, which gives each event a frame of its own.
    let typed = [Event::Text("النخيل".to_owned()), press(Key::ArrowDown), press(Key::Enter)];
    trial.input_mut().events.extend(typed);
    trial.run();
    assert_eq!(trial.value().text, "مركز حي النخيل");
}

#[test]
fn a_list_that_is_opened_by_hand_shows_all_and_stands_at_what_is_chosen() {
    let mut trial = combo("جمعية بساتين", bodies());
    trial.field().click();
    trial.run();
    trial.press(Key::ArrowDown);
    assert_eq!(trial.options().len(), 5);
    assert_eq!(trial.current(), "جمعية بساتين");
    trial.press_with(Modifiers::ALT, Key::ArrowUp);
    assert!(trial.options().is_empty());
    // The arrow stands at the end of the frame: at the left in Arabic.
    let at = trial.field().rect().left_center() - vec2(14.0, 0.0);
    trial.click_at(at);
    assert_eq!(trial.options().len(), 5);
}

#[test]
fn escape_closes_the_list_and_keeps_what_was_typed() {
    let mut trial = combo("", bodies());
    trial.enter("جمعية");
    trial.press(Key::Escape);
    assert!(trial.options().is_empty());
    assert!(trial.field().is_focused());
    assert_eq!(trial.value().text, "جمعية");
}

#[test]
fn an_entry_is_chosen_by_mouse() {
    let mut trial = combo("", bodies());
    trial.enter("بلدية");
    trial.click("بلدية النخيل");
    assert_eq!(trial.value().picked, Some(1));
    assert!(trial.field().is_focused());
}

#[test]
fn a_long_list_scrolls_to_where_the_keys_are() {
    let many = (1..=300).map(|at| Suggestion { text: format!("جهة رقم {at}"), ..Suggestion::default() }).collect();
    let mut trial = combo("", many);
    trial.field().click();
    trial.run();
    trial.press(Key::ArrowDown);
    assert!(trial.options().len() < 12, "only what is seen is drawn");
    trial.press(Key::ArrowUp);
    assert_eq!(trial.current(), "جهة رقم 300");
    for _ in 0..3 {
        trial.press(Key::PageUp);
    }
    assert_eq!(trial.current(), "جهة رقم 279");
}

fn tokens(start: &[&str]) -> Trial<TokenDraft> {
    let known: Vec<Suggestion> = ["سارة النصر", "خالد المرجاني", "ليلى العمودي"]
        .map(|text| Suggestion { text: text.to_owned(), ..Suggestion::default() })
        .to_vec();
    show(TokenDraft::new(start.iter().copied()), move |ui, draft, _| {
        let create = |typed: &str| format!("شخص جديد «{typed}»");
        let remove = |token: &str| format!("إزالة {token}");
        TokenField::new(draft, "المدعوون", &known, &remove).create(&create).show(ui);
    })
}

#[test]
fn a_comma_or_enter_makes_a_chip() {
    let mut trial = tokens(&[]);
    trial.enter("سهام،");
    assert_eq!(trial.value().tokens(), ["سهام"]);
    trial.type_on("ليلي");
    trial.press(Key::Enter);
    assert_eq!(trial.value().tokens(), ["سهام", "ليلى العمودي"]);
    assert_eq!(trial.value().typed(), "");
    trial.type_on("جديد");
    trial.press(Key::ArrowUp);
    trial.press(Key::Enter);
    assert_eq!(trial.value().tokens(), ["سهام", "ليلى العمودي", "جديد"]);
}

#[test]
fn a_pasted_list_becomes_chips() {
    let mut trial = tokens(&["سهام"]);
    trial.field().click();
    trial.run();
    trial.paste("ساره النصر، خالد المرجاني\nRana Ali; سهام");
    assert_eq!(trial.value().tokens(), ["سهام", "سارة النصر", "خالد المرجاني", "Rana Ali"]);
}

#[test]
fn backspace_before_the_first_letter_removes_the_last_chip() {
    let mut trial = tokens(&["سهام", "رنا"]);
    trial.enter("س");
    trial.press(Key::Backspace);
    assert_eq!(trial.value().tokens().len(), 2, "a letter goes first");
    trial.press(Key::Backspace);
    assert_eq!(trial.value().tokens(), ["سهام"]);
}

#[test]
fn ctrl_z_brings_back_what_went_and_ctrl_y_lets_it_go_again() {
    let mut trial = tokens(&["سهام", "رنا"]);
    trial.field().click();
    trial.run();
    trial.press(Key::Backspace);
    assert_eq!(trial.value().tokens(), ["سهام"]);
    trial.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(trial.value().tokens(), ["سهام", "رنا"], "the chip is back");
    trial.press_with(Modifiers::COMMAND, Key::Y);
    assert_eq!(trial.value().tokens(), ["سهام"]);
    trial.press_with(Modifiers::COMMAND, Key::Z);
    trial.get_by_label("إزالة سهام").click();
    trial.run();
    assert_eq!(trial.value().tokens(), ["رنا"]);
    trial.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(trial.value().tokens(), ["سهام", "رنا"], "in its place, also after its cross was pressed");
    trial.type_on("هند");
    trial.press(Key::Enter);
    assert_eq!(trial.value().tokens().len(), 3);
    trial.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!((trial.value().tokens().len(), trial.value().typed()), (2, "هند"), "it is a word being typed again");
}

#[test]
fn arrows_walk_the_chips_as_they_are_seen() {
    // In Arabic the chips stand to the right of what is typed.
    let mut trial = tokens(&["سهام", "رنا", "هند"]);
    trial.field().click();
    trial.run();
    for (key, at) in [
        (Key::ArrowRight, "هند"),
        (Key::ArrowRight, "رنا"),
        (Key::ArrowLeft, "هند"),
        (Key::ArrowLeft, ""),
        (Key::ArrowRight, "هند"),
        (Key::Home, "سهام"),
    ] {
        trial.press(key);
        assert_eq!(trial.current(), at, "{key:?}");
    }
    trial.press(Key::Delete);
    assert_eq!(trial.value().tokens(), ["رنا", "هند"]);
    assert_eq!(trial.current(), "رنا", "the next one takes its place");
    trial.press(Key::Escape);
    assert_eq!(trial.current(), "");
    assert!(trial.field().is_focused());
}

#[test]
fn in_english_the_chips_are_to_the_left() {
    let mut trial = show_english(TokenDraft::new(["parks", "roads"]), |ui, draft, _| {
        let remove = |token: &str| format!("Remove {token}");
        TokenField::new(draft, "Tags", &[], &remove).show(ui);
    });
    trial.field().click();
    trial.run();
    trial.press(Key::ArrowLeft);
    assert_eq!(trial.current(), "roads");
    trial.press(Key::Backspace);
    assert_eq!(trial.value().tokens(), ["parks"]);
    assert_eq!(trial.current(), "parks");
}

#[test]
fn a_chip_is_removed_by_its_cross() {
    let mut trial = tokens(&["سهام", "رنا"]);
    trial.click("إزالة سهام");
    assert_eq!(trial.value().tokens(), ["رنا"]);
    assert!(trial.field().is_focused());
    let chips: Vec<_> = trial.query_all_by_role(Role::ListBoxOption).collect();
    assert_eq!(chips.len(), 1);
    assert_eq!(chips[0].accesskit_node().label().as_deref(), Some("رنا"));
}

#[test]
fn what_is_there_is_not_suggested_again() {
    let mut trial = tokens(&["سارة النصر"]);
    trial.field().click();
    trial.run();
    trial.press(Key::ArrowDown);
    assert_eq!(trial.options(), ["سارة النصر", "خالد المرجاني", "ليلى العمودي"], "its chip, then the two others");
}

#[test]
fn the_entry_the_keys_stand_at_has_a_line_around_it() {
    let tokens = Theme::Light.tokens();
    let mut trial = combo("", bodies());
    let lines = |trial: &Trial<Chosen>| trial.frames(tokens.accent_line).len();
    assert_eq!(lines(&trial), 0);
    trial.enter("النخيل");
    assert_eq!(lines(&trial), 1);
    let before = trial.frames(tokens.accent_line);
    trial.press(Key::ArrowDown);
    assert!(trial.frames(tokens.accent_line)[0].top() > before[0].bottom(), "it goes along");
}

#[test]
fn what_helps_gives_way_to_an_open_list_and_is_still_heard() {
    let bodies = bodies();
    let mut trial = show(String::new(), move |ui, text, _| {
        _ = ComboField::new(text, "الجهة", &bodies).help(Some("من يدعو")).show(ui);
    });
    let is_seen = |trial: &Trial<String>| trial.query_by_label("من يدعو").is_some();
    assert!(is_seen(&trial));
    let next = trial.get_by_label("next").rect();
    trial.enter("النخيل");
    trial.run();
    assert!(!is_seen(&trial));
    assert_eq!(trial.description(), "من يدعو");
    assert_eq!(trial.get_by_label("next").rect(), next, "its room stays");
    assert!(trial.query_by_role(Role::ListBox).is_some() && trial.query_by_role(Role::Dialog).is_none());
    trial.press(Key::Escape);
    assert!(is_seen(&trial));
}

#[test]
fn a_closed_list_keeps_its_ring_while_it_is_open_and_tells_so() {
    let kinds = ["أمانة", "بلدية", "جمعية"].map(str::to_owned);
    let mut trial = show(Some(1), move |ui, at: &mut Option<usize>, _| {
        *at = pick_list(ui, "نوع الجهة", *at, &kinds, 240.0).or(*at);
    });
    let ring = Theme::Light.tokens().focus_ring().color;
    let rings = |trial: &Trial<Option<usize>>| trial.frames(ring).len();
    let expanded = |trial: &Trial<Option<usize>>| {
        let list = trial.get_by_role_and_label(Role::ComboBox, "نوع الجهة");
        let data = list.accesskit_node().data().clone();
        assert!(data.has_popup().is_some());
        data.is_expanded()
    };
    assert_eq!((rings(&trial), expanded(&trial)), (0, Some(false)));
    trial.get_by_role(Role::ComboBox).click();
    trial.run();
    assert!(trial.get_by_label("بلدية").is_focused(), "an entry has the focus");
    assert_eq!((rings(&trial), expanded(&trial)), (1, Some(true)));
    trial.press(Key::Escape);
    assert_eq!((rings(&trial), expanded(&trial)), (1, Some(false)), "the field itself has the focus again");
}

#[test]
fn chips_are_heard_where_one_comes_to_them_and_as_they_come_and_go() {
    let mut trial = tokens(&["سهام", "رنا"]);
    assert_eq!(trial.description(), "سهام. رنا");
    trial.enter("نهال،");
    trial.step();
    assert!(trial.said().contains(&"نهال".to_owned()), "{:?}", trial.said());
    assert_eq!(trial.description(), "سهام. رنا", "who is in the field heard of it already");
    trial.press(Key::Backspace);
    trial.step();
    assert!(trial.said().contains(&"إزالة نهال".to_owned()), "{:?}", trial.said());
    trial.press(Key::ArrowRight);
    let current = trial.current();
    let first = trial.get_by_role_and_label(Role::ListBoxOption, &current);
    assert_eq!(first.accesskit_node().is_selected(), Some(true), "from the first frame on");
}
