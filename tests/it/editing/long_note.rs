//! A long note: what is seen is painted and laid out first, and the caret is always brought into sight.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use eframe::egui::{self, Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use tansiq::text::{Editor, EditorView};
use tansiq::widgets::scroll_vertical;

/// An editor in a scroll area, which the first frame does not show yet.
struct Page {
    harness: Harness<'static>,
    note: Rc<RefCell<Editor>>,
    is_open: Rc<Cell<bool>>,
    /// Where the caret was painted last.
    caret: Rc<Cell<egui::Rect>>,
}

impl Page {
    fn closed(text: &str) -> Self {
        let caret = Rc::new(Cell::new(egui::Rect::NOTHING));
        let is_open = Rc::new(Cell::new(false));
        let note = Rc::new(RefCell::new(Editor::new(text)));
        note.borrow_mut().caret_to_start();
        let (place, open, shown) = (caret.clone(), is_open.clone(), note.clone());
        let builder = Harness::builder().with_size([420.0, 300.0]).with_max_steps(200).with_step_dt(1.0 / 10.0);
        let harness = builder.build_ui(move |ui| {
            if open.get() {
                scroll_vertical(ui, "page", |ui, area| {
                    area.show(ui, |ui| {
                        let note = &mut *shown.borrow_mut();
                        place.set(EditorView::new(note, egui::Id::unique("note")).label("Note").show(ui).caret_rect);
                    })
                });
            }
        });
        Self { harness, note, is_open, caret }
    }

    /// One frame of it.
    fn opening(text: &str) -> Self {
        let mut page = Self::closed(text);
        page.is_open.set(true);
        page.harness.step();
        page
    }

    fn focus(&mut self) {
        self.harness.get_by_label("Note").focus();
        self.harness.step();
    }

    fn caret_is_in_sight(&self) {
        let window = egui::Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(420.0, 300.0));
        assert!(window.contains_rect(self.caret.get()), "{:?}", self.caret.get());
    }

    fn height(&self) -> f32 {
        self.harness.get_by_label("Note").rect().height()
    }

    /// The corners of all glyphs painted.
    fn corners(&self) -> usize {
        fn count(shape: &egui::Shape) -> usize {
            match shape {
                egui::Shape::Vec(shapes) => shapes.iter().map(count).sum(),
                egui::Shape::Mesh(mesh) => mesh.vertices.len(),
                _ => 0,
            }
        }
        self.harness.output().shapes.iter().map(|clipped| count(&clipped.shape)).sum()
    }
}

/// A key that goes down and does not come up yet.
const fn held(key: Key, modifiers: Modifiers) -> Event {
    Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }
}

#[test]
fn a_long_note_paints_what_is_seen_and_follows_the_caret() {
    let mut page = Page::opening(&"فقرة من النص العربي مع English و 12 رقما.\n".repeat(400));
    page.focus();
    page.harness.run();
    assert!(page.corners() > 500, "{}", page.corners());
    assert!(page.corners() < 12_000, "{} corners for a screen of text", page.corners());
    assert!(page.caret.get().top() < 40.0);
    for key in [Key::End, Key::Home] {
        page.harness.key_press_modifiers(Modifiers::COMMAND, key);
        page.harness.run();
        page.caret_is_in_sight();
    }
}

#[test]
fn a_note_of_half_a_megabyte_is_read_at_once_and_finished_in_the_frames_after_it() {
    let paragraph = |number: usize| format!("{number} {}\n", "فقرة من النص العربي مع English. ".repeat(number % 9));
    let mut page = Page::opening(&(0..3_000).map(paragraph).collect::<String>());
    let corners = page.corners();
    assert!(corners > 500, "{corners}");
    let guessed = page.height();
    let frames = page.harness.run();
    assert!(frames > 5, "{frames}");
    assert_eq!(page.corners(), corners, "what one reads stays as it is");
    let real = page.height();
    assert!((guessed / real - 1.0).abs() < 0.05, "{guessed} {real}");
}

#[test]
fn a_key_in_a_note_that_is_not_finished_goes_where_it_should() {
    let text = "فقرة من النص العربي مع English و 12 رقما.\n".repeat(8_000);
    let check = |events: Vec<Event>, paragraphs: std::ops::RangeInclusive<usize>| {
        let mut page = Page::opening(&text);
        page.focus();
        for event in events {
            page.harness.event(event);
        }
        page.harness.run();
        let (paragraph, _) = page.note.borrow().caret();
        assert!(paragraphs.contains(&paragraph), "{paragraph}");
        page.caret_is_in_sight();
    };
    check(vec![held(Key::End, Modifiers::COMMAND)], 8_000..=8_000);
    check(vec![held(Key::End, Modifiers::COMMAND), held(Key::ArrowUp, Modifiers::NONE)], 7_999..=7_999);
    check(vec![Event::Paste("سطر\n".repeat(9_000))], 9_000..=9_000);
    check(vec![held(Key::PageDown, Modifiers::NONE); 100], 500..=3_000);
}

#[test]
fn a_key_held_down_keeps_the_caret_in_sight() {
    let mut page = Page::opening(&"فقرة من النص العربي مع English و 12 رقما.\n".repeat(400));
    page.focus();
    page.harness.run();
    for key in [Key::PageDown, Key::ArrowDown, Key::PageUp, Key::ArrowUp] {
        for repeats in 1..12 {
            for _ in 0..repeats {
                page.harness.event(held(key, Modifiers::NONE));
            }
            page.harness.run();
            page.caret_is_in_sight();
        }
    }
}
