//! The mouse: places, selections, drags by letters, words and paragraphs, the context menu.

use super::{Bench, WORD};
use eframe::egui::{self, Event, Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

#[test]
fn the_mouse_places_selects_and_drags() {
    let mut bench = Bench::new("نص عربي\nsecond line");
    let rect = bench.harness.get_by_label("Note").rect();
    let line = rect.height() / 2.0;
    let first = egui::pos2(rect.right() - 2.0, rect.top() + line / 2.0);
    let click = |bench: &mut Bench, at: egui::Pos2, modifiers: Modifiers| {
        bench.harness.hover_at(at);
        bench.harness.step();
        for pressed in [true, false] {
            let button = egui::PointerButton::Primary;
            bench.harness.event_modifiers(Event::PointerButton { pos: at, button, pressed, modifiers }, modifiers);
            bench.harness.step();
        }
        bench.harness.run_steps(2);
    };
    click(&mut bench, first, Modifiers::NONE);
    assert_eq!(bench.caret(), (0, 0), "the right edge is where Arabic begins");
    let second = egui::pos2(rect.right() - 2.0, rect.top() + line * 1.5);
    click(&mut bench, second, Modifiers::SHIFT);
    assert_eq!(bench.selected(), "نص عربي\nsecond line");
    // apart in time, or it is a double click
    bench.harness.run_steps(40);
    click(&mut bench, first - egui::vec2(4.0, 0.0), Modifiers::NONE);
    click(&mut bench, first - egui::vec2(4.0, 0.0), Modifiers::NONE);
    assert_eq!(bench.selected(), "نص");
    click(&mut bench, first - egui::vec2(4.0, 0.0), Modifiers::NONE);
    assert_eq!(bench.selected(), "نص عربي");
    // what is selected would be carried away
    bench.harness.run_steps(40);
    click(&mut bench, second, Modifiers::NONE);
    bench.harness.run_steps(40);
    bench.harness.drag_at(first);
    bench.harness.step();
    for step in 1..=4_u8 {
        bench.harness.hover_at(first.lerp(second, f32::from(step) / 4.0));
        bench.harness.step();
    }
    bench.harness.drop_at(second);
    bench.harness.run();
    assert_eq!(bench.selected(), "نص عربي\nsecond line");
}

#[test]
fn a_drag_after_a_double_click_goes_on_by_words_and_after_a_triple_click_by_paragraphs() {
    let mut bench = Bench::new("أول ثان ثالث رابع\nخامس سادس");
    bench.focus("Note");
    let rect = bench.harness.get_by_label("Note").rect();
    let line = rect.height() / 2.0;
    let at = |word: f32, row: f32| egui::pos2(rect.right() - word, rect.top() + line * (row + 0.5));
    let mut press = |presses: usize, from: egui::Pos2, to: egui::Pos2| {
        bench.harness.run_steps(60);
        bench.harness.hover_at(from);
        bench.harness.step();
        for number in 1..=presses {
            for pressed in [true, false].into_iter().take(if number == presses { 1 } else { 2 }) {
                let (button, modifiers) = (egui::PointerButton::Primary, Modifiers::NONE);
                bench.harness.event(Event::PointerButton { pos: from, button, pressed, modifiers });
                bench.harness.step();
            }
        }
        for step in 1..=4_u8 {
            bench.harness.hover_at(from.lerp(to, f32::from(step) / 4.0));
            bench.harness.step();
        }
        bench.harness.drop_at(to);
        bench.harness.run();
        bench.selected()
    };
    let (first, second, third) = (at(8.0, 0.0), at(35.0, 0.0), at(60.0, 0.0));
    assert_eq!(press(2, first, first), "أول");
    assert_eq!(press(2, second, third), "ثان ثالث", "whole words at both ends");
    assert_eq!(press(2, second, first), "أول ثان", "and back, with the first word kept");
    assert_eq!(press(3, first, at(8.0, 1.0)), "أول ثان ثالث رابع\nخامس سادس");
}

#[test]
fn the_context_menu_acts_on_the_selection() {
    let mut bench = Bench::new("نص عربي");
    bench.focus("Note").key(WORD, Key::A);
    bench.harness.get_by_label("Note").click_secondary();
    bench.harness.run();
    assert_eq!(bench.selected(), "نص عربي", "a click on a selection keeps it");
    bench.harness.get_by_label("Cut").click();
    bench.harness.run();
    assert_eq!(bench.text(), "");
    bench.harness.get_by_label("Note").click_secondary();
    bench.harness.run();
    bench.harness.get_by_label("Undo").click();
    bench.harness.run();
    assert_eq!(bench.text(), "نص عربي");
}

#[test]
fn the_menu_key_opens_the_context_menu_at_the_caret_and_the_text_has_the_focus_again() {
    for (held, key) in [(Modifiers::NONE, Key::Menu), (Modifiers::SHIFT, Key::F10)] {
        let mut bench = Bench::new("نص عربي");
        bench.focus("Note").key(WORD, Key::A).key(held, key);
        let is_at = |bench: &Bench, entry: &str| bench.harness.get_by_label(entry).is_focused();
        assert!(is_at(&bench, "Cut"), "nothing is there to be undone: the first entry that can be chosen");
        bench.key(Modifiers::NONE, Key::ArrowDown);
        assert!(is_at(&bench, "Copy"));
        bench.key(Modifiers::NONE, Key::ArrowUp).key(Modifiers::NONE, Key::Enter);
        assert_eq!(bench.text(), "");
        assert!(is_at(&bench, "Note"));
        bench.key(held, key);
        assert!(is_at(&bench, "Undo"));
        bench.key(Modifiers::NONE, Key::Escape);
        assert!(bench.harness.query_by_label("Undo").is_none());
        assert!(is_at(&bench, "Note"), "one writes on");
    }
}

#[test]
fn the_middle_button_pastes_where_it_clicks() {
    let mut bench = Bench::new("نص عربي");
    let rect = bench.harness.get_by_label("Note").rect();
    let pos = egui::pos2(rect.right() - 2.0, rect.center().y);
    bench.harness.hover_at(pos);
    bench.harness.step();
    bench.event(Event::MiddleClickPaste { pos, text: "هنا ".into() });
    assert_eq!(bench.text(), "هنا نص عربي");
    assert!(bench.harness.get_by_label("Note").is_focused());
}

#[test]
fn a_click_on_what_is_selected_puts_the_caret_there_also_within_one_frame() {
    for frames in [1, 2] {
        let mut bench = Bench::new("نص عربي طويل");
        bench.focus("Note").key(WORD, Key::A);
        assert!(!bench.desk.borrow().note.selected_text().is_empty());
        let rect = bench.harness.get_by_label("Note").rect();
        let pos = egui::pos2(rect.right() - 20.0, rect.center().y);
        bench.harness.hover_at(pos);
        bench.harness.step();
        for pressed in [true, false] {
            let button = egui::PointerButton::Primary;
            // Past the harness, which gives each event a frame of its own.
            let input = bench.harness.input_mut();
            input.events.push(Event::PointerButton { pos, button, pressed, modifiers: Modifiers::NONE });
            if frames == 2 {
                bench.harness.step();
            }
        }
        bench.harness.step();
        assert_eq!(bench.desk.borrow().note.selected_text(), "", "in {frames} frames");
    }
}
