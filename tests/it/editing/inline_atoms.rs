//! Names in a line that the caller draws: on the screen, under the mouse, and for screen readers.

use std::cell::RefCell;
use std::rc::Rc;

use eframe::egui::{self, Key, Modifiers, Rect, accesskit};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable as _};
use tansiq::text::{self, Editor, EditorView, RangeKind, TextRange};

const NAME: &str = "هدى علي";
const TEXT: &str = "سألنا هدى علي عن موعد اللقاء (Kick-off) وبعده هدى علي مرة أخرى";
const CHIP: TextRange = TextRange { kind: RangeKind::new(3), tag: 17, grows: false };

/// A note whose names are buttons.
struct Page {
    harness: Harness<'static>,
    note: Rc<RefCell<Editor>>,
    /// Where the names were drawn in the last frame, and whether each was selected.
    drawn: Rc<RefCell<Vec<(Rect, bool)>>>,
    clicks: Rc<RefCell<usize>>,
}

impl Page {
    fn new(width: f32) -> Self {
        let mut note = Editor::new(TEXT);
        for (at, _) in TEXT.match_indices(NAME) {
            note.make_inline_atom(0, at..at + NAME.len(), None, CHIP);
        }
        note.caret_to_start();
        let note = Rc::new(RefCell::new(note));
        let (drawn, clicks) = (Rc::<RefCell<Vec<_>>>::default(), Rc::<RefCell<usize>>::default());
        let (shown, places, count) = (note.clone(), drawn.clone(), clicks.clone());
        let mut is_installed = false;
        let mut harness = Harness::builder().with_size([500.0, 300.0]).build_ui(move |ui| {
            if !is_installed {
                text::install(ui.ctx());
                is_installed = true;
            }
            places.borrow_mut().clear();
            let note = &mut *shown.borrow_mut();
            let view = EditorView::new(note, egui::Id::unique("note")).label("Note").font_size(16.0).line_height(28.0);
            let width_of = |ui: &egui::Ui, atom: &text::AtomAt<'_>| {
                text::measure(ui.ctx(), atom.text, 14.0, text::Weight::Regular).x + 16.0
            };
            view.width(width)
                .inline_atoms(width_of, |ui, atom| {
                    places.borrow_mut().push((atom.rect, atom.is_selected));
                    let button = egui::Button::new(atom.text).min_size(egui::Vec2::ZERO);
                    *count.borrow_mut() += usize::from(ui.put(atom.rect.shrink(2.0), button).clicked());
                })
                .show(ui);
        });
        harness.run();
        Self { harness, note, drawn, clicks }
    }

    fn drawn(&self) -> Vec<(Rect, bool)> {
        self.drawn.borrow().clone()
    }

    fn key(&mut self, key: Key, modifiers: Modifiers) {
        self.harness.key_press_modifiers(modifiers, key);
        self.harness.run();
    }
}

#[test]
fn names_are_drawn_in_their_lines_as_wide_as_they_ask_at_any_width() {
    for width in [460.0, 300.0, 200.0, 140.0] {
        let page = Page::new(width);
        let drawn = page.drawn();
        assert_eq!(drawn.len(), 2, "{width}");
        let asked = text::measure(&page.harness.ctx, NAME, 14.0, text::Weight::Regular).x + 16.0;
        for (rect, is_selected) in drawn {
            assert!((rect.width() - asked).abs() <= 1.0, "{width}: {} for {asked}", rect.width());
            assert!((rect.height() - 28.0).abs() < 0.1, "{width}: a line high");
            assert!(!is_selected);
            assert!(page.harness.get_by_label("Note").rect().expand(1.0).contains_rect(rect), "{width}: {rect:?}");
        }
    }
}

#[test]
fn a_click_on_a_name_is_its_widgets_and_a_drag_over_it_selects_it() {
    let mut page = Page::new(460.0);
    let (first, _) = page.drawn()[0];
    page.note.borrow_mut().caret_to_end();
    page.harness.hover_at(first.center());
    page.harness.step();
    let button = |page: &mut Page, pos, pressed| {
        let event = egui::Event::PointerButton {
            pos,
            button: egui::PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        };
        page.harness.event(event);
        page.harness.step();
    };
    button(&mut page, first.center(), true);
    button(&mut page, first.center(), false);
    page.harness.run();
    assert_eq!(*page.clicks.borrow(), 1);
    assert_eq!(page.note.borrow().caret().1, TEXT.len(), "the caret stays");
    page.harness.run_steps(60);
    let (from, to) = (first.right_center() + egui::vec2(8.0, 0.0), first.left_center() - egui::vec2(8.0, 0.0));
    page.harness.hover_at(from);
    page.harness.step();
    button(&mut page, from, true);
    for step in 1..=4_u8 {
        page.harness.hover_at(from.lerp(to, f32::from(step) / 4.0));
        page.harness.step();
    }
    button(&mut page, to, false);
    page.harness.run();
    assert!(page.note.borrow().selected_text().contains(NAME), "{:?}", page.note.borrow().selected_text());
    assert!(page.drawn()[0].1, "it knows that it is selected");
}

#[test]
fn keys_pass_over_a_name_and_delete_it_whole() {
    let mut page = Page::new(300.0);
    page.harness.get_by_label("Note").focus();
    page.harness.run();
    let start = "سألنا ".len();
    page.note.borrow_mut().set_caret(0, start);
    page.key(Key::ArrowLeft, Modifiers::NONE);
    assert_eq!(page.note.borrow().caret().1, start + NAME.len());
    page.key(Key::Backspace, Modifiers::NONE);
    assert_eq!(page.drawn().len(), 1);
    assert!(page.note.borrow().text().starts_with("سألنا  عن"));
    page.key(Key::Z, Modifiers::COMMAND);
    assert_eq!((page.drawn().len(), page.note.borrow().text().as_str()), (2, TEXT));
    page.note.borrow_mut().set_caret(0, start);
    page.key(Key::ArrowLeft, Modifiers::SHIFT);
    assert!(page.drawn()[0].1);
    page.key(Key::Delete, Modifiers::NONE);
    assert_eq!(page.drawn().len(), 1);
}

#[test]
fn screen_readers_hear_a_names_letters_in_the_room_it_has() {
    let page = Page::new(460.0);
    let (first, _) = page.drawn()[0];
    let note = page.harness.get_by_label("Note");
    let node = note.accesskit_node();
    assert_eq!(node.data().value(), Some(TEXT));
    let runs: Vec<_> = node.children().filter(|child| child.role() == accesskit::Role::TextRun).collect();
    let heard: String = runs.iter().filter_map(|run| run.data().value().map(str::to_owned)).collect();
    assert_eq!(heard, TEXT);
    let name = runs.iter().find(|run| run.data().value() == Some(NAME)).expect("a run of its own");
    let widths = name.data().character_widths().expect("it is seen");
    assert_eq!((name.data().character_lengths().len(), widths.len()), (7, 7), "letter by letter");
    assert!((widths.iter().sum::<f32>() - first.width()).abs() < 1.0);
    let bounds = name.data().bounds().expect("a place");
    assert!((bounds.x0 as f32 - first.left()).abs() < 1.0 && (bounds.x1 as f32 - first.right()).abs() < 1.0);
}

#[test]
fn names_that_nobody_draws_are_their_text_in_a_box() {
    let note = Rc::new(RefCell::new(Editor::new("سألنا هدى علي عن")));
    let start = "سألنا ".len();
    note.borrow_mut().make_inline_atom(0, start..start + NAME.len(), None, CHIP);
    let shown = note.clone();
    let mut is_installed = false;
    let mut harness = Harness::builder().with_size([300.0, 100.0]).build_ui(move |ui| {
        if !is_installed {
            text::install(ui.ctx());
            is_installed = true;
        }
        EditorView::new(&mut shown.borrow_mut(), egui::Id::unique("note")).label("Note").show(ui);
    });
    harness.run();
    let label = harness.get_by_label(NAME).rect();
    let cluster = note.borrow().clusters(0).into_iter().find(|(.., bytes)| bytes.start == start).expect("there");
    assert!(label.width() > 10.0 && label.width() <= cluster.2 - cluster.1, "{label:?} in {cluster:?}");
}

#[test]
fn a_space_is_typed_also_where_the_pointer_and_the_caret_are_at_a_name() {
    let mut page = Page::new(460.0);
    page.harness.get_by_label("Note").focus();
    page.harness.run();
    let (first, _) = page.drawn()[0];
    page.harness.hover_at(first.center());
    let space = |page: &mut Page| {
        page.key(Key::Space, Modifiers::NONE);
        page.harness.event(egui::Event::Text(" ".to_owned()));
        page.harness.run();
    };
    let (before, _) = TEXT.split_once(NAME).expect("a name");
    for _ in before.chars() {
        page.key(Key::ArrowLeft, Modifiers::NONE);
    }
    space(&mut page);
    page.key(Key::ArrowLeft, Modifiers::NONE);
    space(&mut page);
    let expected = TEXT.replacen(NAME, &format!(" {NAME} "), 1);
    assert_eq!(page.note.borrow().text(), expected, "before the name and behind it");
    assert_eq!(*page.clicks.borrow(), 0, "the name is not pressed");
    assert!(page.harness.get_by_label("Note").is_focused());
}
