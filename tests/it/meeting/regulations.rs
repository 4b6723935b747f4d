//! A line of the notes becomes a change in laws and by-laws: a record of its own register, tied to the meeting and the item.

use super::*;
use tansiq::domain::{LinkKind, RegulationId, ReviewState};
use tansiq::store::query::RecordPage;

const LINE: &str = "ضوابط جديدة لتراخيص الفعاليات التطوعية";

fn started() -> Window {
    let mut window = workspace(Language::Arabic);
    window.click(NOTES);
    pause(&mut window);
    window
}

fn type_in(window: &mut Window, text: &str) {
    for letter in text.chars() {
        window.event(Event::Text(letter.to_string()));
        window.step();
    }
    window.settle();
    pause(window);
}

fn captured(window: &mut Window) -> RegulationId {
    type_in(window, &format!("{LINE} /نظا"));
    window.press(Key::Enter);
    pause(window);
    stored(window).agenda[0].blocks[0].regulation.expect("a regulation")
}

fn record(window: &Window, id: RegulationId) -> tansiq::store::query::RecordView {
    window.state().store().read(RecordPage { record: id.record() }).expect("its page")
}

#[test]
fn a_slash_makes_a_regulation_of_the_line_and_typing_goes_on_below() {
    let mut window = started();
    let id = captured(&mut window);
    type_in(&mut window, "وبعده نقاش");
    let view = stored(&window);
    assert_eq!(notes(&view, 0), [format!("[regulation] {LINE}"), "وبعده نقاش".to_owned()]);
    assert_eq!(view.agenda[0].links.len(), 1, "the item is about it");
    assert_eq!(view.agenda[0].links[0].named.record, id.record());
    let page = record(&window, id);
    let tie = page.ties.iter().find(|tie| tie.other.record.entity == Entity::Meeting).expect("a tie to the meeting");
    assert_eq!(tie.kind, LinkKind::ShownIn);
    let review = page.cells.iter().find(|(name, _)| *name == "review").map(|(_, cell)| cell.value.clone());
    assert_eq!(review, Some(ReviewState::Shown.into()));
    assert!(window.shows("نظام واحد"), "it is counted beside what else came out");
    assert!(window.find(&format!("نظام: {LINE}")), "and has its card");
}

#[test]
fn its_text_and_its_record_are_one_whichever_is_changed() {
    let mut window = started();
    captured(&mut window);
    window.press(Key::ArrowUp);
    window.press(Key::End);
    type_in(&mut window, " المعدلة");
    assert_eq!(stored(&window).regulations[0].title, format!("{LINE} المعدلة"), "the line changes its record");
    let number = stored(&window).regulations[0].number.clone();
    window.click(&format!("تفاصيل {number}"));
    window.type_into("عنوان المستجد", " لعام 1448");
    window.click("حفظ");
    pause(&mut window);
    let title = stored(&window).regulations[0].title.clone();
    assert!(title.contains("لعام 1448") && title.contains("المعدلة"), "{title}");
    assert_eq!(notes(&stored(&window), 0), [format!("[regulation] {title}"), String::new()]);
    window.click_first(NOTES);
    type_in(&mut window, ".");
    let view = stored(&window);
    assert!(view.regulations[0].title.contains("لعام 1448"), "what the form changed was not written over by the notes");
}

#[test]
fn it_is_taken_back_in_one_step_and_becomes_notes_again_before_its_first_letter() {
    let mut window = started();
    captured(&mut window);
    window.press_ctrl(Key::Z);
    pause(&mut window);
    let view = stored(&window);
    assert!(view.regulations.is_empty() && view.agenda[0].links.is_empty(), "neither record nor tie is left");
    assert!(notes(&view, 0)[0].starts_with(LINE));
    window.press_ctrl(Key::Y);
    pause(&mut window);
    assert_eq!(notes(&stored(&window), 0)[0], format!("[regulation] {LINE}"));
    window.press(Key::ArrowUp);
    window.press(Key::Home);
    window.press(Key::Backspace);
    pause(&mut window);
    assert_eq!(notes(&stored(&window), 0)[0], LINE);
    assert!(stored(&window).regulations.is_empty(), "its record went to the bin");
}

#[test]
fn it_has_keys_of_its_own_and_opens_what_the_minutes_tell() {
    let mut window = started();
    type_in(&mut window, LINE);
    window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::R);
    pause(&mut window);
    let number = stored(&window).regulations[0].number.clone();
    window.click(&format!("تفاصيل {number}"));
    window.type_into("الأثر على الجمعيات", "مهلة أطول");
    window.click("حفظ");
    pause(&mut window);
    assert_eq!(stored(&window).regulations[0].impact, "مهلة أطول");
}
