//! What opens over a screen: dialogs, sheets and passing messages, and where the focus goes.

use super::{BOTH, Hands, direction, window};
use eframe::egui::{Event, Key, Modifiers, Role, Ui};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use std::cell::RefCell;
use tansiq::strings::Language;
use tansiq::widgets::{Button, Sheet, Toasts, dialog};

/// A page with a button that opens something.
#[derive(Default)]
struct Page {
    is_sheet: bool,
    is_open: bool,
    confirmed: usize,
    /// What was pressed inside it.
    pressed: Vec<&'static str>,
    /// So often the page behind heard Ctrl+Enter or Escape while something was open.
    heard_behind: usize,
}

fn page(language: Language, is_sheet: bool) -> Harness<'static, Page> {
    let state = Page { is_sheet, ..Page::default() };
    window(language, [900.0, 600.0], state, |ui, page| {
        ui.add(Button::new("before"));
        if ui.add(Button::new("opener")).clicked() {
            page.is_open = true;
        }
        ui.add(Button::new("after").tooltip("what comes after"));
        if !page.is_open {
            return;
        }
        let is_heard = ui.input(|input| input.key_pressed(Key::Enter) && input.modifiers.command);
        page.heard_behind += usize::from(is_heard);
        let mut pressed = Vec::new();
        let mut press = |ui: &mut Ui, name: &'static str| {
            let is_pressed = ui.add(Button::new(name)).clicked();
            pressed.extend(is_pressed.then_some(name));
        };
        if page.is_sheet {
            let mut is_saved = false;
            let press = RefCell::new(press);
            let sheet = Sheet::new("form", "Form", "Close").show(
                ui.ctx(),
                |ui| press.borrow_mut()(ui, "field"),
                |ui| {
                    is_saved = ui.add(Button::primary("Save")).clicked();
                    press.borrow_mut()(ui, "Cancel");
                },
            );
            page.confirmed += usize::from(sheet.is_confirmed || is_saved);
            page.is_open = !sheet.is_closed && !sheet.is_confirmed && !is_saved;
        } else {
            let left = dialog(ui.ctx(), "question", "Question", 300.0, |ui| {
                press(ui, "field");
                press(ui, "Cancel");
            });
            page.confirmed += usize::from(left.is_confirmed);
            page.is_open = !left.is_closed && !left.is_confirmed;
        }
        let is_heard = ui.input(|input| input.key_pressed(Key::Escape));
        page.heard_behind += usize::from(is_heard);
        page.pressed.extend(pressed);
    })
}

fn focused<S>(harness: &Harness<'_, S>) -> Option<String> {
    let button = harness.query_all_by_role(Role::Button).find(|button| button.is_focused());
    button.and_then(|button| button.accesskit_node().label())
}

#[test]
fn what_is_open_keeps_the_focus_and_gives_it_back() {
    for (language, is_sheet) in [(Language::Arabic, true), (Language::English, false), (Language::English, true)] {
        let mut harness = page(language, is_sheet);
        harness.press(Key::Tab);
        harness.press(Key::Tab);
        harness.press(Key::Enter);
        harness.get_by_role(Role::Dialog);
        assert_eq!(focused(&harness).as_deref(), Some("field"), "the first thing has the focus");
        // Round and round, each press to the next stop, and back.
        let stops: &[&str] = if is_sheet { &["field", "Save", "Cancel", "Close"] } else { &["field", "Cancel"] };
        for step in 1..=6 {
            // Past the harness, which gives the release a frame of its own: not even for one does nothing have the focus.
            let (key, modifiers) = (Key::Tab, Modifiers::NONE);
            let pressed = Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers };
            harness.input_mut().events.push(pressed);
            harness.step();
            assert!(focused(&harness).is_some(), "at step {step}, sheet: {is_sheet}");
            harness.run();
            assert_eq!(focused(&harness).as_deref(), Some(stops[step % stops.len()]), "after {step} of Tab");
        }
        for step in (0..6).rev() {
            harness.press_with(Modifiers::SHIFT, Key::Tab);
            assert_eq!(focused(&harness).as_deref(), Some(stops[step % stops.len()]), "back to {step} of Tab");
        }
        harness.press(Key::Escape);
        assert!(harness.query_by_role(Role::Dialog).is_none());
        assert_eq!(focused(&harness).as_deref(), Some("opener"), "it has the focus again");
    }
}

#[test]
fn a_tooltip_goes_when_a_dialog_comes_over_what_the_pointer_rests_on() {
    let mut harness = page(Language::English, false);
    harness.press(Key::Tab);
    harness.press(Key::Tab);
    let after = harness.get_by_role_and_label(Role::Button, "after").rect().center();
    harness.hover_at(after);
    for _ in 0..20 {
        harness.step();
    }
    assert_eq!(harness.query_all_by_label("what comes after").count(), 1);
    harness.press(Key::Enter);
    harness.get_by_role(Role::Dialog);
    assert_eq!(harness.query_all_by_label("what comes after").count(), 0);
}

#[test]
fn what_was_opened_with_the_pointer_gives_the_focus_to_its_opener_when_a_key_closes_it() {
    for is_sheet in [true, false] {
        let mut harness = page(Language::Arabic, is_sheet);
        harness.get_by_role_and_label(Role::Button, "opener").click();
        harness.run();
        harness.press(Key::Escape);
        assert_eq!(focused(&harness).as_deref(), Some("opener"), "sheet: {is_sheet}");
        let mut harness = page(Language::Arabic, is_sheet);
        harness.get_by_role_and_label(Role::Button, "opener").click();
        harness.run();
        harness.state_mut().is_open = false;
        harness.run();
        assert_eq!(focused(&harness), None, "what the pointer closes takes no focus from the page");
    }
}

#[test]
fn a_sheet_is_confirmed_from_anywhere_in_it_and_its_main_button_leads() {
    for language in BOTH {
        let mut harness = page(language, true);
        harness.get_by_role_and_label(Role::Button, "opener").click();
        harness.run();
        let place = |name| harness.get_by_role_and_label(Role::Button, name).rect().center().x;
        assert!(direction(language).forward(place("Cancel") - place("Save")) > 0.0);
        harness.press_with(Modifiers::COMMAND, Key::Enter);
        assert_eq!(harness.state().confirmed, 1);
        assert!(harness.query_by_role(Role::Dialog).is_none());
    }
}

#[test]
fn the_keys_of_what_is_open_are_its_own_whatever_has_the_focus() {
    let check = |is_sheet: bool, focus: &str, key: Key, confirmed: usize| {
        let mut harness = page(Language::Arabic, is_sheet);
        harness.get_by_role_and_label(Role::Button, "opener").click();
        harness.run();
        harness.get_by_role_and_label(Role::Button, focus).focus();
        harness.run();
        assert_eq!(focused(&harness).as_deref(), Some(focus));
        let modifiers = if key == Key::Enter { Modifiers::COMMAND } else { Modifiers::NONE };
        harness.press_with(modifiers, key);
        let page = harness.state();
        let found = (page.confirmed, page.pressed.as_slice(), page.heard_behind, page.is_open);
        assert_eq!(found, (confirmed, &[][..], 0, false), "{key:?} on {focus}, sheet: {is_sheet}");
    };
    for focus in ["field", "Cancel"] {
        for is_sheet in [true, false] {
            check(is_sheet, focus, Key::Enter, 1);
            check(is_sheet, focus, Key::Escape, 0);
        }
    }
    check(true, "Save", Key::Enter, 1);
    check(true, "Close", Key::Enter, 1);
}

#[test]
fn enter_alone_still_presses_what_has_the_focus() {
    let mut harness = page(Language::Arabic, true);
    harness.get_by_role_and_label(Role::Button, "opener").click();
    harness.run();
    harness.press(Key::Enter);
    assert_eq!((harness.state().pressed.as_slice(), harness.state().confirmed), (&["field"][..], 0));
}

fn toasts() -> Harness<'static, (Toasts<u32>, Option<u32>)> {
    let mut toasts = Toasts::default();
    toasts.say_with("removed", "Undo", 7);
    window(Language::Arabic, [900.0, 600.0], (toasts, None), |ui, (toasts, pressed)| {
        ui.add(Button::new("page"));
        *pressed = toasts.show(ui.ctx(), "Close").or(*pressed);
    })
}

/// Lets about so many seconds pass.
fn wait<S>(harness: &mut Harness<'_, S>, seconds: f64) {
    harness.run_steps((seconds / 0.04) as usize);
}

fn is_shown<S>(harness: &Harness<'_, S>) -> bool {
    harness.query_all_by(|node| node.value().as_deref() == Some("removed")).next().is_some()
}

#[test]
fn a_message_goes_by_itself_but_not_under_the_pointer_or_the_focus() {
    let mut harness = toasts();
    assert!(is_shown(&harness));
    let undo = harness.get_by_role_and_label(Role::Button, "Undo").rect().center();
    harness.hover_at(undo);
    wait(&mut harness, 20.0);
    assert!(is_shown(&harness), "it waits under the pointer");
    harness.event(Event::PointerGone);
    harness.press(Key::F8);
    assert_eq!(focused(&harness).as_deref(), Some("Undo"), "a key leads to it");
    wait(&mut harness, 20.0);
    assert!(is_shown(&harness), "it waits while it has the focus");
    harness.get_by_role_and_label(Role::Button, "page").focus();
    wait(&mut harness, 4.0);
    assert!(is_shown(&harness), "its time runs on");
    wait(&mut harness, 4.0);
    assert!(!is_shown(&harness));
}

#[test]
fn a_message_that_appears_below_a_resting_pointer_goes_by_itself() {
    let mut harness = toasts();
    let undo = harness.get_by_role_and_label(Role::Button, "Undo").rect().center();
    wait(&mut harness, 8.0);
    assert!(!is_shown(&harness));
    harness.hover_at(undo);
    wait(&mut harness, 1.0);
    harness.state_mut().0.say_with("removed", "Undo", 7);
    wait(&mut harness, 4.0);
    assert!(is_shown(&harness));
    wait(&mut harness, 4.0);
    assert!(!is_shown(&harness), "nobody pointed at it");
}

#[test]
fn a_message_is_answered_with_keys_and_the_focus_returns() {
    let mut harness = toasts();
    harness.press(Key::Tab);
    assert_eq!(focused(&harness).as_deref(), Some("page"));
    harness.press(Key::F8);
    harness.press(Key::Enter);
    assert_eq!(harness.state().1, Some(7));
    assert!(!is_shown(&harness));
    assert_eq!(focused(&harness).as_deref(), Some("page"));
}

#[test]
fn a_message_that_has_gone_is_still_answered_with_its_key_as_long_as_it_is_true() {
    let mut harness = toasts();
    wait(&mut harness, 8.0);
    assert!(!is_shown(&harness));
    assert!(harness.state_mut().0.go_to_newest());
    harness.run();
    assert_eq!(focused(&harness).as_deref(), Some("Undo"));
    harness.press(Key::F8);
    wait(&mut harness, 8.0);
    harness.state_mut().0.drop_offers(|action| *action == 7);
    assert!(!harness.state_mut().0.go_to_newest(), "what it offered is not true any more");
    assert!(!is_shown(&harness));
}

#[test]
fn messages_are_heard_at_once_and_failures_interrupt() {
    let mut harness = toasts();
    use eframe::egui::accesskit::Live;
    let told = |harness: &Harness<'_, (Toasts<u32>, Option<u32>)>, role: Role, words: &str| {
        let message = harness.get_by_role_and_label(role, words);
        let inside = message.query_all_by(|node| matches!(node.role(), Role::Label | Role::Button));
        let are_silent = inside.into_iter().all(|inside| inside.accesskit_node().live() == Live::Off);
        (message.accesskit_node().live(), are_silent)
    };
    assert_eq!(told(&harness, Role::Status, "removed (F8: Undo)"), (Live::Polite, true), "once, as a whole");
    harness.state_mut().0.fail("not saved");
    harness.run();
    assert_eq!(told(&harness, Role::Alert, "not saved"), (Live::Assertive, true));
}

#[test]
fn a_key_leads_to_the_newest_message_and_back_and_is_told() {
    let mut harness = toasts();
    harness.press(Key::Tab);
    harness.press(Key::F8);
    assert_eq!(focused(&harness).as_deref(), Some("Undo"));
    let undo = harness.get_by_role_and_label(Role::Button, "Undo");
    assert_eq!(undo.accesskit_node().data().keyboard_shortcut(), Some("F8"));
    harness.press(Key::F8);
    assert_eq!(focused(&harness).as_deref(), Some("page"), "back where one was");
    harness.press(Key::Tab);
    assert_eq!(focused(&harness).as_deref(), Some("Undo"), "and it is the next stop after the page");
    harness.state_mut().0.fail("not saved");
    harness.run();
    let keys = |name: &str| {
        let buttons = harness.query_all_by_role_and_label(Role::Button, name);
        buttons.filter(|button| button.accesskit_node().data().keyboard_shortcut() == Some("F8")).count()
    };
    assert_eq!((keys("Undo"), keys("Close")), (0, 1), "the key is the newest one's");
}
