//! A line of text, a search, several lines.

use super::{Trial, show, show_english};
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use tansiq::text::TextField;
use tansiq::widgets::{Field, TextArea};

fn search() -> Trial<String> {
    show(String::new(), |ui, text, _| _ = Field::search(text, "ابحث في الجهات", "مسح البحث").show(ui))
}

#[test]
fn escape_empties_a_search_before_it_is_left() {
    let mut trial = search();
    trial.enter("جمعية");
    trial.press(Key::Escape);
    assert_eq!(trial.value(), "");
    assert!(trial.field().is_focused());
    trial.press(Key::Escape);
    assert!(!trial.field().is_focused(), "an empty one leaves Escape to what is around it");
}

#[test]
fn a_cross_empties_a_search_and_is_there_only_then() {
    let mut trial = search();
    assert!(trial.query_by_label("مسح البحث").is_none());
    trial.enter("جمعية");
    trial.click("مسح البحث");
    assert_eq!(trial.value(), "");
    assert!(trial.field().is_focused(), "one goes on typing");
    assert!(trial.query_by_label("مسح البحث").is_none());
}

#[test]
fn what_a_search_was_emptied_of_comes_back_with_undo() {
    let mut trial = search();
    let ways: [fn(&mut Trial<String>); 2] = [|trial| trial.press(Key::Escape), |trial| trial.click("مسح البحث")];
    for empty in ways {
        trial.enter("جمعية");
        empty(&mut trial);
        assert_eq!(trial.value(), "");
        trial.key_press_modifiers(Modifiers::COMMAND, Key::Z);
        trial.run();
        assert_eq!(trial.value(), "جمعية");
        trial.press(Key::Escape);
    }
}

#[test]
fn a_search_is_announced_as_one() {
    assert_eq!(search().field().accesskit_node().role(), Role::SearchInput);
}

#[test]
fn what_is_wrong_and_what_helps_are_heard_with_the_field() {
    let mut trial = show_english((String::new(), false), |ui, (text, is_wrong), _| {
        let error = is_wrong.then_some("Too short");
        Field::new(text, "Name").help(Some("As on the card")).error(error).show(ui);
    });
    assert_eq!((trial.description().as_str(), trial.is_wrong()), ("As on the card", false));
    trial.state_mut().value.1 = true;
    trial.run();
    assert_eq!((trial.description().as_str(), trial.is_wrong()), ("Too short", true));
    trial.get_by_label("Too short");
}

#[test]
fn a_disabled_field_is_passed_by_and_takes_nothing() {
    let mut trial = show_english((String::from("kept"), String::new()), |ui, (closed, open), _| {
        Field::new(closed, "Closed").enabled(false).clears("Clear").show(ui);
        Field::new(open, "Open").show(ui);
    });
    trial.press(Key::Tab);
    assert!(trial.get_by_label("Open").is_focused());
    trial.get_by_label("Closed").click();
    trial.run();
    trial.get_by_label("Closed").type_text("x");
    trial.run();
    assert_eq!(trial.value().0, "kept");
    assert!(trial.get_by_label("Closed").accesskit_node().is_disabled());
    assert!(trial.query_by_label("Clear").is_none());
}

#[test]
fn a_text_area_counts_what_is_typed_and_stops_at_its_limit() {
    let mut trial = show_english(String::new(), |ui, text, _| {
        let count = |used: usize, most: usize| format!("{used} of {most}");
        TextArea::new(text, "Details").limit(12, &count).show(ui);
    });
    trial.enter("one");
    trial.press(Key::Enter);
    trial.type_on("two and more");
    assert_eq!(trial.value(), "one\ntwo and ");
    trial.get_by_label("12 of 12");
}

#[test]
fn a_text_area_grows_with_its_text() {
    let mut trial = show(String::new(), |ui, text, _| _ = TextArea::new(text, "التفاصيل").lines(2).show(ui));
    let height = |trial: &Trial<String>| trial.field().rect().height();
    let before = height(&trial);
    trial.enter("سطر");
    for _ in 0..4 {
        trial.press(Key::Enter);
    }
    assert!(height(&trial) > 1.8 * before);
}

#[test]
fn a_long_text_scrolls_in_a_text_area_and_the_caret_stays_in_sight() {
    let long = |lines: usize| vec!["سطر من التفاصيل"; lines].join("\n");
    let mut trial = show((long(40), 0.0), |ui, (text, height), _| {
        let output = TextArea::new(text, "التفاصيل").lines(2).most_lines(6).show(ui);
        *height = output.frame.height();
    });
    let (seen, whole) = (trial.value().1, trial.field().rect());
    assert!(seen * 3.0 < whole.height(), "{seen} of {}", whole.height());
    trial.click_at(whole.center_top() + vec2(0.0, 20.0));
    trial.press_with(Modifiers::COMMAND, Key::End);
    let scrolled = trial.field().rect();
    assert!(scrolled.bottom() < whole.top() + seen + 16.0, "its last line is seen: {scrolled:?}");
    trial.press_with(Modifiers::COMMAND, Key::Home);
    assert!((trial.field().rect().top() - whole.top()).abs() < 8.0, "and its first line again");
    trial.state_mut().value.0 = long(3);
    trial.run();
    assert!(trial.value().1 < seen, "a short text makes it small again");
}

#[test]
fn a_line_knows_how_far_it_goes_on_beyond_its_edges() {
    let mut trial = show((String::new(), [0.0; 2]), |ui, (text, beyond), _| {
        *beyond = TextField::new(text).id_salt("place").label("المكان").width(160.0).show(ui).beyond;
    });
    let mut check = |text: &str, goes_on: [bool; 2]| {
        text.clone_into(&mut trial.state_mut().value.0);
        trial.run();
        assert_eq!(trial.value().1.map(|points| points > 1.0), goes_on, "{text}");
    };
    check("قاعة 2", [false, false]);
    check("مركز التنمية الاجتماعية بحي النخيل، القاعة الكبرى", [true, false]);
    check("Social development centre of the Palm District", [false, true]);
    trial.field().click();
    trial.run();
    assert!(trial.field().is_focused());
    trial.press(Key::End);
    assert_eq!(trial.value().1.map(|points| points > 1.0), [true, false], "its end is in sight");
}
