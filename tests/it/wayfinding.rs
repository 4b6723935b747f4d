//! Going about by keys: where the focus is on the page one comes to, and how one comes back.

use crate::support::{ROWS, Window, app, demo};
use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2, Role};
use egui_kittest::kittest::{NodeT, Queryable};
use tansiq::domain::{Entity, MeetingId, MeetingStatus};
use tansiq::screens::Route;
use tansiq::store::Edit;
use tansiq::store::query::{MeetingPage, MeetingView};
use tansiq::strings::Language;

/// A register by its key: the list has the focus, without a click.
fn people(language: Language) -> Window {
    let mut window = demo(language);
    window.press_ctrl(Key::Num8);
    window
}

fn is_at_a_record(window: &Window) -> bool {
    matches!(window.state().route(), Route::Record(record) if record.entity == Entity::Person)
}

fn alt(window: &mut Window, key: Key) {
    window.key_press_modifiers(Modifiers::ALT, key);
    window.settle();
}

/// The names of the rows that are chosen.
fn chosen(window: &Window) -> Vec<String> {
    let rows = window.query_all_by_role(Role::Row).filter(|row| row.accesskit_node().is_selected() == Some(true));
    rows.filter_map(|row| row.accesskit_node().label()).collect()
}

fn focused_role(window: &Window) -> Option<Role> {
    window.query_all_by(|node| node.is_focused()).next().map(|node| node.accesskit_node().role())
}

#[test]
fn a_list_that_a_key_leads_to_has_the_keys() {
    let mut window = people(Language::Arabic);
    assert_eq!(focused_role(&window), Some(ROWS));
    // Whatever had the focus on the page before: here a link of the navigation.
    window.get_all_by_role(Role::Link).nth(2).expect("a link").focus();
    window.settle();
    window.press_ctrl(Key::Num8);
    window.press(Key::ArrowDown);
    assert_eq!(chosen(&window).len(), 1);
}

#[test]
fn whoever_opens_a_record_by_key_reads_on_and_comes_back_to_its_row() {
    let mut window = people(Language::Arabic);
    window.press(Key::ArrowDown);
    window.press(Key::ArrowDown);
    let row = chosen(&window);
    window.press(Key::Enter);
    assert!(is_at_a_record(&window));
    assert_eq!(focused_role(&window), Some(Role::Article), "one stands on its page");
    window.press(Key::Escape);
    assert_eq!(window.state().route(), Route::People);
    assert_eq!(chosen(&window), row);
    window.press(Key::ArrowDown);
    assert_ne!(chosen(&window), row, "and goes on from there");
}

#[test]
fn a_page_moves_by_arrows_without_a_click() {
    let mut window = people(Language::Arabic);
    window.press(Key::ArrowDown);
    window.press(Key::Enter);
    window.set_size(eframe::egui::vec2(1024.0, 420.0));
    window.settle();
    let top = |window: &Window| {
        let tabs = window.get_all_by_role(Role::TabList).next().expect("the tabs of its story");
        tabs.rect().top()
    };
    let before = top(&window);
    window.press(Key::ArrowDown);
    assert!(top(&window) < before, "it moved up");
    window.press(Key::Home);
    assert_eq!(top(&window), before);
}

#[test]
fn alt_with_the_arrow_to_where_lines_begin_goes_back_and_the_other_forward_again() {
    let ways =
        [(Language::Arabic, Key::ArrowRight, Key::ArrowLeft), (Language::English, Key::ArrowLeft, Key::ArrowRight)];
    for (language, back, forward) in ways {
        let mut window = people(language);
        window.press_ctrl(Key::Num3);
        alt(&mut window, back);
        assert_eq!(window.state().route(), Route::People);
        alt(&mut window, back);
        assert_eq!(window.state().route(), Route::Meetings);
        alt(&mut window, back);
        assert_eq!(window.state().route(), Route::Meetings, "it began here");
        alt(&mut window, forward);
        alt(&mut window, forward);
        assert_eq!(window.state().route(), Route::Proposals);
    }
}

#[test]
fn the_buttons_at_a_mouses_side_go_back_and_forward() {
    let mut window = people(Language::Arabic);
    for (button, route) in [(PointerButton::Extra1, Route::Meetings), (PointerButton::Extra2, Route::People)] {
        for pressed in [true, false] {
            let (pos, modifiers) = (Pos2::new(500.0, 400.0), Modifiers::NONE);
            window.event(Event::PointerButton { pos, button, pressed, modifiers });
            window.step();
        }
        window.settle();
        assert_eq!(window.state().route(), route);
    }
}

#[test]
fn escape_that_means_nothing_leads_to_what_the_page_is_about() {
    let mut window = people(Language::Arabic);
    assert_eq!(focused_role(&window), Some(ROWS));
    window.press(Key::Escape);
    assert_eq!(focused_role(&window), Some(ROWS));
    window.get_all_by_role(Role::Link).nth(2).expect("a link").focus();
    window.settle();
    window.press(Key::Escape);
    assert_eq!(focused_role(&window), Some(ROWS), "the list has the keys");
    // On a page that Escape leads back from, the second one does.
    window.press_ctrl(Key::Num8);
    window.press(Key::ArrowDown);
    window.press(Key::Enter);
    window.press(Key::Tab);
    assert_ne!(focused_role(&window), Some(Role::Article));
    window.press(Key::Escape);
    assert_eq!(focused_role(&window), Some(Role::Article));
    window.press(Key::Escape);
    assert_eq!(window.state().route(), Route::People);
}

#[test]
fn the_first_page_has_the_focus_for_whoever_hears_it() {
    let window = crate::support::app(Language::Arabic);
    assert_eq!(focused_role(&window), Some(ROWS));
}

#[test]
fn escape_in_a_text_of_a_page_ends_the_text_and_not_the_page() {
    let mut window = people(Language::Arabic);
    window.press(Key::ArrowDown);
    window.press(Key::Enter);
    let text = window.get_all_by_role(Role::MultilineTextInput).next().expect("what is new about them");
    text.focus();
    window.settle();
    window.press(Key::Escape);
    assert!(is_at_a_record(&window));
    window.press(Key::Escape);
    assert_eq!(window.state().route(), Route::People);
}

#[test]
fn a_new_meeting_that_is_called_off_leads_back_to_where_it_was_asked_for() {
    let mut window = people(Language::Arabic);
    window.press(Key::ArrowDown);
    window.press(Key::Enter);
    let record = window.state().route();
    window.press_ctrl(Key::N);
    assert!(window.find("اجتماع جديد"));
    window.press(Key::Escape);
    assert_eq!(window.state().route(), record);
    let mut window = app(Language::Arabic);
    window.press_ctrl(Key::N);
    window.press(Key::Escape);
    assert_eq!(window.state().route(), Route::Meetings, "here it was asked for in the list itself");
}

#[test]
fn whoever_comes_to_a_meeting_by_key_writes_where_it_is_going_on_and_reads_its_agenda_where_it_is_not() {
    let mut window = demo(Language::Arabic);
    let page = |window: &Window, id| window.state().store().read(MeetingPage { id });
    let known: Vec<MeetingView> = (1..400).filter_map(|id| page(&window, MeetingId(id)).ok()).collect();
    let mut comes_to = |is_running: bool| {
        let is_it = |view: &&MeetingView| {
            let statuses: &[MeetingStatus] =
                if is_running { &[MeetingStatus::Scheduled, MeetingStatus::Invited] } else { &[MeetingStatus::Held] };
            !view.agenda.is_empty() && statuses.contains(&view.meeting.status)
        };
        let view = known.iter().find(is_it).expect("there is one");
        if is_running {
            let (meeting, to) = (view.meeting.id, MeetingStatus::InProgress);
            window.state().store().send(Edit::MoveMeeting { meeting, to, reason: String::new() });
            window.settle();
        }
        window.press_ctrl(Key::K);
        window.event(Event::Text(view.meeting.title.clone()));
        window.settle();
        window.press(Key::Enter);
        assert_eq!(window.state().route(), Route::Meeting(view.meeting.id));
        focused_role(&window)
    };
    assert_eq!(comes_to(true), Some(Role::MultilineTextInput));
    assert_eq!(comes_to(false), Some(Role::ListItem));
}
