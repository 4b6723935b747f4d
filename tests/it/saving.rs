//! What the window says and does when nothing can be written: the mark, the ways out, and that no letter is lost.

use crate::support::{Setup, StoreOptions, Window, open_on, some_path};
use eframe::egui::accesskit::Live;
use eframe::egui::{Event, Key, ViewportCommand, ViewportEvent, ViewportId};
use egui_kittest::kittest::{NodeT, Queryable};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use tansiq::app::Task;
use tansiq::domain::Side;
use tansiq::screens::Choice;
use tansiq::store::query::{MeetingList, MeetingPage};
use tansiq::store::{Edit, Saved, Store};
use tansiq::strings::Language;

const NOTES: &str = "ملاحظات: الافتتاح";
const WORDS: &str = "كلام لا يُعاد قوله";

fn with_meeting(store: &Store) {
    let values = vec![("title", "اجتماع على قرص ممتلئ".into())];
    let parties: Vec<(String, Side)> = Vec::new();
    let agenda = vec![("الافتتاح".to_owned(), None)];
    store.apply(Edit::NewMeeting { values, parties, agenda }).expect("a meeting");
}

/// A window in a meeting whose disk can be filled and emptied.
fn on_a_small_disk(language: Language) -> (Window, Arc<AtomicU32>) {
    let room = Arc::new(AtomicU32::new(0));
    let options = StoreOptions { page_limit: Arc::clone(&room), ..StoreOptions::default() };
    let mut window = open_on(&Setup { language, ..Setup::default() }, options, with_meeting);
    window.press(Key::ArrowDown);
    window.press(Key::Enter);
    (window, room)
}

/// Types into the notes while the disk is full, and lets the pause pass after which they are saved.
fn type_on_a_full_disk(window: &mut Window, room: &AtomicU32) {
    window.click(NOTES);
    room.store(1, Ordering::Relaxed);
    // Larger than what is left in the pages there are.
    let long = format!("{WORDS} {}", "كلمة ".repeat(4_000));
    window.event(Event::Text(long));
    for _ in 0..60 {
        window.step();
    }
    window.settle();
    assert!(matches!(window.state().store().saved(), Saved::Failed(_)), "the disk is full");
}

fn stored_notes(store: &Store) -> String {
    let meetings = store.read(MeetingList::all(String::new())).expect("readable").rows;
    let view = store.read(MeetingPage { id: meetings[0].id }).expect("the meeting");
    view.agenda[0].blocks.iter().map(|block| block.body.clone()).collect()
}

#[test]
fn a_full_disk_is_told_and_what_was_typed_is_saved_once_there_is_room() {
    let (mut window, room) = on_a_small_disk(Language::Arabic);
    type_on_a_full_disk(&mut window, &room);
    assert!(window.shows("لم يُحفظ: القرص ممتلئ"));
    let chip = window.get_by_label("لم يُحفظ: القرص ممتلئ");
    assert_eq!(chip.accesskit_node().live(), Live::Assertive, "who hears the page is interrupted by it");
    window.click("لم يُحفظ: القرص ممتلئ");
    room.store(u32::MAX - 1, Ordering::Relaxed);
    window.click("إعادة المحاولة");
    for _ in 0..60 {
        window.step();
    }
    window.settle();
    assert_eq!(window.state().store().saved(), Saved::Yes);
    assert!(stored_notes(window.state().store()).starts_with(WORDS));
    assert!(window.shows("حُفظ الآن"));
}

#[test]
fn what_cannot_be_saved_can_be_written_down_in_another_place() {
    let (mut window, room) = on_a_small_disk(Language::English);
    // The item's title is Arabic in the English window too.
    window.get_by_label_contains("Notes: ").click();
    window.settle();
    room.store(1, Ordering::Relaxed);
    window.event(Event::Text(format!("{WORDS} {}", "كلمة ".repeat(4_000))));
    for _ in 0..60 {
        window.step();
    }
    window.settle();
    // the store cannot answer the capture: what follows it stands on the screen alone
    window.press_ctrl(Key::I);
    window.event(Event::Text("كُتب بعد الالتقاط".to_owned()));
    for _ in 0..60 {
        window.step();
    }
    window.settle();
    window.click("Not saved: the disk is full");
    window.click("Write it to another place…");
    window.give_path(Choice::RescueFolder, &some_path());
    let tasks = window.tasks();
    let unsent = tasks.iter().find_map(|task| {
        if let Task::Rescue(path, unsent) = task { (*path == some_path()).then(|| unsent.join("\n")) } else { None }
    });
    let unsent = unsent.expect("it is written there");
    assert!(unsent.contains("كُتب بعد الالتقاط"), "{unsent}");
}

#[test]
fn a_window_that_could_not_save_does_not_close() {
    let (mut window, room) = on_a_small_disk(Language::Arabic);
    type_on_a_full_disk(&mut window, &room);
    ask_to_close(&mut window);
    assert!(commands(&window).contains(&ViewportCommand::CancelClose));
    assert!(!commands(&window).contains(&ViewportCommand::Close));
    window.settle();
    assert!(window.shows("الخروج دون حفظ"), "the ways out are offered");
}

#[test]
fn a_window_with_fresh_words_closes_with_them_on_disk() {
    let (mut window, _room) = on_a_small_disk(Language::Arabic);
    window.click(NOTES);
    window.event(Event::Text(WORDS.to_owned()));
    window.step();
    ask_to_close(&mut window);
    window.settle();
    assert_eq!(stored_notes(window.state().store()), WORDS);
}

fn ask_to_close(window: &mut Window) {
    let viewport = window.input_mut().viewports.entry(ViewportId::ROOT).or_default();
    viewport.events.push(ViewportEvent::Close);
    window.step();
}

/// What the window asked of the system in the last frame.
fn commands(window: &Window) -> Vec<ViewportCommand> {
    let output = window.output();
    output.viewport_output.get(&ViewportId::ROOT).map(|viewport| viewport.commands.clone()).unwrap_or_default()
}
