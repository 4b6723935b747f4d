//! Dragging: past the edge of what is seen, and of selected text to another place.

use std::cell::RefCell;
use std::rc::Rc;

use eframe::egui::{self, Event, Key, Modifiers, PointerButton, Pos2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use tansiq::text::{self, Editor, EditorView};

/// Two editors, one above the other, each in a scroll area of its own.
struct Two {
    harness: Harness<'static>,
    first: Rc<RefCell<Editor>>,
    second: Rc<RefCell<Editor>>,
    first_is_read_only: Rc<RefCell<bool>>,
}

impl Two {
    fn new(first: &str, second: &str) -> Self {
        let first = Rc::new(RefCell::new(Editor::new(first)));
        let second = Rc::new(RefCell::new(Editor::new(second)));
        let first_is_read_only = Rc::new(RefCell::new(false));
        let (one, other, reads) = (first.clone(), second.clone(), first_is_read_only.clone());
        let mut is_installed = false;
        let builder = Harness::builder().with_size([300.0, 300.0]).with_max_steps(30).with_step_dt(1.0 / 60.0);
        let mut harness = builder.build_ui(move |ui| {
            if !is_installed {
                text::install(ui.ctx());
                is_installed = true;
            }
            let area = |salt: &str| egui::ScrollArea::vertical().id_salt(salt).max_height(100.0).animated(false);
            area("first").show(ui, |ui| {
                let note = &mut *one.borrow_mut();
                let view = EditorView::new(note, egui::Id::unique("first")).label("First");
                view.read_only(*reads.borrow()).show(ui);
            });
            ui.add_space(20.0);
            area("second").show(ui, |ui| {
                EditorView::new(&mut other.borrow_mut(), egui::Id::unique("second")).label("Second").show(ui);
            });
        });
        harness.run();
        Self { harness, first, second, first_is_read_only }
    }

    /// The right end of an editor's first line, or so far left of it.
    fn at(&self, label: &str, left: f32) -> Pos2 {
        let rect = self.harness.get_by_label(label).rect();
        egui::pos2(rect.right() - 3.0 - left, rect.top() + 8.0)
    }

    fn button(&mut self, at: Pos2, pressed: bool, modifiers: Modifiers) {
        let event = Event::PointerButton { pos: at, button: PointerButton::Primary, pressed, modifiers };
        self.harness.event_modifiers(event, modifiers);
        self.harness.step();
    }

    fn drag(&mut self, from: Pos2, to: Pos2, modifiers: Modifiers) {
        self.harness.hover_at(from);
        self.harness.step();
        self.button(from, true, modifiers);
        for step in 1..=6_u8 {
            self.harness.event_modifiers(Event::PointerMoved(from.lerp(to, f32::from(step) / 6.0)), modifiers);
            self.harness.step();
        }
        self.button(to, false, modifiers);
        self.harness.run();
    }

    fn texts(&self) -> (String, String) {
        (self.first.borrow().text(), self.second.borrow().text())
    }
}

#[test]
fn a_drag_past_the_edge_scrolls_and_selects_on_though_it_is_held_still() {
    let lines: String = (0..100).map(|number| format!("سطر رقم {number}\n")).collect();
    let mut two = Two::new(&lines, "");
    two.first.borrow_mut().caret_to_start();
    // egui's bar stands at the right edge
    let start = two.at("First", 20.0);
    two.harness.hover_at(start);
    two.harness.step();
    two.button(start, true, Modifiers::NONE);
    let below = start + egui::vec2(-20.0, 130.0);
    for step in 1..=4_u8 {
        two.harness.hover_at(start.lerp(below, f32::from(step) / 4.0));
        two.harness.step();
    }
    let reached = |two: &Two| two.first.borrow().caret().0;
    let first = reached(&two);
    assert!((1..12).contains(&first), "no further than what is seen: {first}");
    let mut last = first;
    for _ in 0..3 {
        two.harness.run_steps(20);
        assert!(reached(&two) > last, "held still it goes on: {last}");
        last = reached(&two);
    }
    assert!(two.first.borrow().selected_text().contains("رقم 0\nسطر رقم 1\n"));
    // back above the edge it scrolls up
    two.harness.hover_at(egui::pos2(start.x, 0.0));
    two.harness.run_steps(400);
    assert!(reached(&two) <= 1, "{}", reached(&two));
    two.button(egui::pos2(start.x, 0.0), false, Modifiers::NONE);
    two.harness.run();
}

#[test]
fn selected_text_is_moved_within_an_editor() {
    let mut two = Two::new("أول ثان ثالث", "");
    two.first.borrow_mut().select((0, 0), (0, "أول ".len()));
    let end = two.harness.get_by_label("First").rect().left() + 2.0;
    let from = two.at("First", 8.0);
    two.drag(from, egui::pos2(end, from.y), Modifiers::NONE);
    assert_eq!(two.first.borrow().text(), "ثان ثالثأول ");
    assert_eq!(two.first.borrow().selected_text(), "أول ");
    two.first.borrow_mut().undo();
    assert_eq!(two.first.borrow().text(), "أول ثان ثالث", "one step");
}

#[test]
fn selected_text_is_moved_and_with_ctrl_copied_to_another_editor() {
    let mut two = Two::new("أول ثان", "هناك");
    two.first.borrow_mut().select((0, 0), (0, "أول ".len()));
    let (from, to) = (two.at("First", 8.0), two.at("Second", 0.0));
    two.drag(from, to, Modifiers::COMMAND | Modifiers::CTRL);
    assert_eq!(two.texts(), ("أول ثان".into(), "أول هناك".into()));
    assert_eq!(two.second.borrow().selected_text(), "أول ");
    two.second.borrow_mut().undo();
    two.first.borrow_mut().select((0, 0), (0, "أول ".len()));
    two.harness.run_steps(60);
    two.drag(from, to, Modifiers::NONE);
    assert_eq!(two.texts(), ("ثان".into(), "أول هناك".into()));
    two.first.borrow_mut().undo();
    assert_eq!(two.texts().0, "أول ثان", "either side is undone by itself");
}

#[test]
fn what_is_read_only_gives_text_and_keeps_it_and_takes_none() {
    let mut two = Two::new("أول ثان", "هناك");
    *two.first_is_read_only.borrow_mut() = true;
    two.first.borrow_mut().select((0, 0), (0, "أول ".len()));
    let (first, second) = (two.at("First", 8.0), two.at("Second", 0.0));
    two.drag(first, second, Modifiers::NONE);
    assert_eq!(two.texts(), ("أول ثان".into(), "أول هناك".into()));
    two.harness.run_steps(60);
    two.drag(two.at("Second", 8.0), first, Modifiers::NONE);
    assert_eq!(two.texts(), ("أول ثان".into(), "أول هناك".into()));
}

#[test]
fn a_click_on_what_is_selected_puts_the_caret_there_and_escape_ends_a_drag() {
    let mut two = Two::new("أول ثان", "هناك");
    two.first.borrow_mut().select_all();
    let at = two.at("First", 3.0);
    two.harness.hover_at(at);
    two.harness.step();
    two.button(at, true, Modifiers::NONE);
    assert_eq!(two.first.borrow().selected_text(), "أول ثان", "not yet: it may become a drag");
    two.button(at, false, Modifiers::NONE);
    two.harness.run();
    assert_eq!(two.first.borrow().selected_text(), "");
    two.harness.run_steps(60);
    two.first.borrow_mut().select_all();
    two.harness.hover_at(at);
    two.harness.step();
    two.button(at, true, Modifiers::NONE);
    let to = two.at("Second", 0.0);
    for step in 1..=4_u8 {
        two.harness.hover_at(at.lerp(to, f32::from(step) / 4.0));
        two.harness.step();
    }
    two.harness.key_press(Key::Escape);
    two.harness.step();
    two.button(to, false, Modifiers::NONE);
    two.harness.run();
    assert_eq!(two.texts(), ("أول ثان".into(), "هناك".into()));
}

#[test]
fn text_held_near_the_edge_of_another_editor_scrolls_it_and_is_dropped_where_one_sees_it() {
    let lines: String = (0..100).map(|number| format!("سطر رقم {number}\n")).collect();
    let mut two = Two::new("منقول هنا", &lines);
    two.first.borrow_mut().select((0, 0), (0, "منقول".len()));
    let from = two.at("First", 8.0);
    let top = two.harness.get_by_label("Second").rect().top();
    let (near_top, near_bottom) = (egui::pos2(from.x - 40.0, top + 6.0), egui::pos2(from.x - 40.0, top + 94.0));
    let scrolled = |two: &Two| top - two.harness.get_by_label("Second").rect().top();
    two.harness.hover_at(from);
    two.harness.step();
    two.button(from, true, Modifiers::NONE);
    for step in 1..=6_u8 {
        two.harness.hover_at(from.lerp(near_bottom, f32::from(step) / 6.0));
        two.harness.step();
    }
    let mut last = scrolled(&two);
    for _ in 0..3 {
        two.harness.run_steps(20);
        assert!(scrolled(&two) > last + 5.0, "held still it goes on: {last}");
        last = scrolled(&two);
    }
    two.harness.hover_at(egui::pos2(near_top.x, top + 50.0));
    two.harness.run_steps(10);
    last = scrolled(&two);
    two.harness.run_steps(10);
    assert_eq!(scrolled(&two), last, "in the middle it stands still");
    two.harness.hover_at(near_top);
    two.harness.run_steps(10);
    assert!(scrolled(&two) < last, "and near the other edge it goes back");
    two.harness.hover_at(egui::pos2(near_top.x, top + 50.0));
    two.harness.run_steps(5);
    let line_height = two.harness.get_by_label("Second").rect().height() / 101.0;
    let expected = ((scrolled(&two) + 50.0) / line_height) as usize;
    two.button(egui::pos2(near_top.x, top + 50.0), false, Modifiers::NONE);
    two.harness.run_steps(3);
    let second = two.second.borrow();
    assert!(expected > 3, "{expected}: below what was seen at first");
    assert!(second.paragraph(expected).contains("منقول"), "{expected}: {:?}", second.caret());
    assert_eq!(two.first.borrow().text(), " هنا");
}
