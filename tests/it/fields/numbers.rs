//! Numbers, percentages, phones, times.

use super::{Trial, show, show_english, show_in};
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::NodeT;
use tansiq::arabic::Digits;
use tansiq::calendar::Time;
use tansiq::strings::Language;
use tansiq::widgets::{NumberDraft, NumberField, PhoneDraft, TimeDraft};

fn minutes(number: Option<i64>) -> Trial<NumberDraft> {
    show(NumberDraft::new(number), |ui, draft, tr| {
        NumberField::new(draft, "الدقائق").range(0, 1_500_000).step(5).show(ui, tr);
    })
}

#[test]
fn a_number_is_typed_in_any_digits_and_written_out_on_leaving() {
    let check = |typed: &str, number: i64, written: &str| {
        let mut trial = minutes(None);
        trial.enter(typed);
        assert_eq!(trial.value().number(), Some(number), "{typed}");
        trial.press(Key::Tab);
        assert_eq!(trial.text(), written, "{typed}");
    };
    check("12500", 12_500, "12,500");
    check("١٢٥٠٠", 12_500, "12,500");
    check("۱۲٬۵۰۰", 12_500, "12,500");
    check("7", 7, "7");
}

#[test]
fn ctrl_z_takes_an_arrows_step_back() {
    let mut trial = minutes(Some(20));
    trial.field().click();
    trial.run();
    trial.press(Key::ArrowUp);
    trial.press(Key::PageUp);
    assert_eq!(trial.value().number(), Some(75));
    trial.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(trial.value().number(), Some(25));
    trial.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(trial.value().number(), Some(20));
    trial.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert_eq!(trial.value().number(), Some(25), "and makes it again");
    trial.type_on("0");
    assert_eq!(trial.value().number(), Some(250));
    trial.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(trial.value().number(), Some(25), "what was typed since goes first");
}

#[test]
fn steps_from_an_empty_field_are_said_as_long_as_the_focus_stays() {
    let mut trial = minutes(None);
    trial.field().click();
    trial.run();
    for (key, said) in [(Key::ArrowUp, "0"), (Key::ArrowUp, "5"), (Key::ArrowDown, "0")] {
        trial.press(key);
        trial.rest();
        assert_eq!(trial.said(), [said]);
    }
    // A field that holds a number when the focus comes says each by itself.
    let mut trial = minutes(Some(20));
    trial.field().click();
    trial.run();
    trial.press(Key::ArrowUp);
    trial.rest();
    assert_eq!(trial.said(), [""; 0]);
    let mut trial =
        show(NumberDraft::new(None), |ui, draft, tr| _ = NumberField::percent(draft, "الإنجاز").show(ui, tr));
    let before = trial.description();
    trial.field().click();
    trial.run();
    trial.press(Key::ArrowUp);
    trial.press(Key::ArrowUp);
    trial.rest();
    assert_eq!(trial.said(), ["5%"]);
    assert_eq!(trial.description(), before, "its sign does not come with its number");
}

#[test]
fn a_percentage_is_heard_with_its_sign_and_a_number_without_end_has_none() {
    let trial = show_in((Language::Arabic, Digits::ArabicIndic), NumberDraft::new(Some(60)), |ui, draft, tr| {
        NumberField::percent(draft, "الإنجاز").show(ui, tr);
    });
    assert_eq!(trial.field().value().as_deref(), Some("٦٠٪"));
    assert_eq!(trial.field().accesskit_node().max_numeric_value(), Some(100.0));
    let trial = show(NumberDraft::new(Some(60)), |ui, draft, tr| _ = NumberField::new(draft, "العدد").show(ui, tr));
    assert_eq!(trial.field().accesskit_node().max_numeric_value(), None);
}

#[test]
fn numbers_are_written_in_the_digits_of_the_interface() {
    let mut trial = show_in((Language::Arabic, Digits::ArabicIndic), NumberDraft::default(), |ui, draft, tr| {
        NumberField::new(draft, "المساحة").decimals(2).show(ui, tr);
    });
    trial.enter("1250.5");
    trial.press(Key::Tab);
    assert_eq!(trial.text(), "١٬٢٥٠٫٥");
    assert_eq!(trial.value().scaled(2), Some(125_050));
}

#[test]
fn up_and_down_step_a_number_within_its_bounds() {
    let mut trial = show_english(NumberDraft::new(Some(95)), |ui, draft, tr| {
        NumberField::percent(draft, "Progress").show(ui, tr);
    });
    trial.field().click();
    trial.run();
    for (key, number) in [
        (Key::ArrowUp, 100),
        (Key::ArrowUp, 100),
        (Key::ArrowDown, 95),
        (Key::PageDown, 45),
        (Key::PageDown, 0),
        (Key::ArrowDown, 0),
        (Key::PageUp, 50),
    ] {
        trial.press(key);
        assert_eq!(trial.value().number(), Some(number), "{key:?}");
    }
}

#[test]
fn a_screen_reader_hears_and_changes_a_number() {
    let mut trial = minutes(Some(20));
    let field = trial.field();
    let node = field.accesskit_node();
    assert_eq!((node.numeric_value(), node.numeric_value_step()), (Some(20.0), Some(5.0)));
    assert_eq!((node.min_numeric_value(), node.max_numeric_value()), (Some(0.0), Some(1_500_000.0)));
    trial.field().increment_accesskit();
    trial.run();
    assert_eq!(trial.value().number(), Some(25));
    trial.field().decrement_accesskit();
    trial.run();
    trial.field().set_value_accesskit(45.0);
    trial.run();
    assert_eq!(trial.value().number(), Some(45));
}

#[test]
fn a_number_out_of_bounds_is_announced_with_the_bounds() {
    let mut trial = show(NumberDraft::default(), |ui, draft, tr| {
        NumberField::percent(draft, "نسبة الإنجاز").show(ui, tr);
    });
    trial.enter("140");
    assert!(trial.is_wrong());
    trial.rest();
    assert_eq!(trial.description(), "من 0 إلى 100");
    trial.press(Key::Backspace);
    assert!(!trial.is_wrong());
    trial.type_on("س");
    trial.rest();
    assert_eq!(trial.description(), "اكتب رقمًا صحيحًا.");
}

fn phone(stored: &str) -> Trial<PhoneDraft> {
    show(PhoneDraft::new(stored), |ui, draft, tr| _ = draft.show(ui, "الجوال", 260.0, tr))
}

#[test]
fn a_phone_is_typed_as_people_write_it_and_grouped_on_leaving() {
    for typed in ["0551234567", "٠٥٥١٢٣٤٥٦٧", "00966551234567", "55 123 4567"] {
        let mut trial = phone("");
        trial.enter(typed);
        trial.press(Key::Tab);
        assert_eq!(trial.text(), "+966 55 123 4567", "{typed}");
        assert_eq!(trial.value().value(), "+966551234567", "{typed}");
    }
}

#[test]
fn a_phone_is_wrong_only_after_one_has_left_it() {
    let mut trial = phone("");
    trial.enter("0551");
    assert!(!trial.is_wrong(), "still being typed");
    trial.press(Key::Tab);
    assert!(trial.is_wrong());
    assert_eq!(trial.value().value(), "0551", "nothing that was typed is lost");
}

#[test]
fn a_stored_phone_is_shown_in_groups_from_left_to_right() {
    let trial = phone("+966138345678");
    assert_eq!(trial.text(), "+966 13 834 5678");
    let field = trial.field();
    let direction = field.accesskit_node().data().text_direction();
    assert_eq!(direction, Some(eframe::egui::accesskit::TextDirection::LeftToRight));
}

fn time(stored: Option<Time>) -> Trial<TimeDraft> {
    show_in((Language::Arabic, Digits::ArabicIndic), TimeDraft::default(), move |ui, draft, tr| {
        if let Some(time) = stored.filter(|_| draft.time().is_none()) {
            *draft = TimeDraft::new(Some(time), tr);
        }
        draft.show(ui, "من الساعة", 160.0, tr);
    })
}

#[test]
fn a_time_is_typed_in_many_ways_and_written_out_on_leaving() {
    let check = |typed: &str, written: &str| {
        let mut trial = time(None);
        trial.enter(typed);
        trial.press(Key::Tab);
        assert_eq!(trial.text(), written, "{typed}");
    };
    check("1415", "٢:١٥ م");
    check("٩ ص", "٩:٠٠ ص");
    check("4 ونصف عصرا", "٤:٣٠ م");
}

#[test]
fn up_and_down_move_a_time_by_quarters() {
    let mut trial = time(Time::new(11, 50));
    trial.field().click();
    trial.run();
    trial.press(Key::ArrowUp);
    assert_eq!(trial.value().time(), Time::new(12, 0));
    trial.press(Key::ArrowDown);
    assert_eq!(trial.value().time(), Time::new(11, 45));
    trial.press(Key::PageUp);
    assert_eq!(trial.value().time(), Time::new(12, 45));
}

#[test]
fn what_was_understood_as_a_time_is_said_on_leaving_and_what_was_not_is_named() {
    let mut trial = time(None);
    trial.enter("10");
    trial.press(Key::Tab);
    trial.rest();
    assert_eq!(trial.said(), ["١٠:٠٠ ص"]);
    let mut trial = time(None);
    trial.enter("ربع");
    trial.rest();
    assert!(crate::support::plain(&trial.description()).contains("«ربع»"), "{}", trial.description());
}

#[test]
fn a_time_that_an_arrow_changed_is_said_whole() {
    let mut trial = time(Some(Time { hour: 14, minute: 15 }));
    trial.field().click();
    trial.run();
    trial.press(Key::ArrowUp);
    trial.step();
    assert!(trial.said().contains(&trial.text()), "{:?}", trial.said());
}
