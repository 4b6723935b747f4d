//! Writing in one editor and beside others: directions of paragraphs, limits, search, ranges and atoms on the screen.

use std::cell::RefCell;
use std::rc::Rc;

use super::{Bench, Desk, WORD};
use eframe::egui::{self, Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use tansiq::text::{self, Direction, Editor, EditorView, RangeKind, RangeLook, TextRange};

/// Ctrl held down with one of the Shift keys, and both let go: the events that winit's key codes become.
fn chord(bench: &mut Bench, shift: Key) {
    let both = Modifiers::CTRL | Modifiers::COMMAND | Modifiers::SHIFT;
    for (key, pressed) in [(Key::ControlLeft, true), (shift, true), (shift, false), (Key::ControlLeft, false)] {
        let event = Event::Key { key, physical_key: Some(key), pressed, repeat: false, modifiers: both };
        bench.harness.event(event);
        bench.harness.run();
    }
}

#[test]
fn ctrl_with_either_shift_turns_a_paragraph() {
    let mut bench = Bench::new("abc\nنص");
    bench.focus("Note").key(WORD, Key::Home);
    chord(&mut bench, Key::ShiftRight);
    assert_eq!(bench.text(), "\u{200F}abc\nنص");
    assert!(bench.desk.borrow().note.is_rtl(0));
    chord(&mut bench, Key::ShiftLeft);
    assert_eq!(bench.text(), "\u{200E}abc\nنص");
    bench.key(WORD, Key::Z);
    assert_eq!(bench.text(), "\u{200F}abc\nنص");
    let changes = bench.desk.borrow().changes;
    assert!(changes >= 3, "whoever saves the text hears of it: {changes}");
    // with a letter in between it is a shortcut
    let both = WORD | Modifiers::SHIFT;
    let shift =
        |pressed| Event::Key { key: Key::ShiftLeft, physical_key: None, pressed, repeat: false, modifiers: both };
    bench.event(shift(true)).key(both, Key::Z).event(shift(false));
    assert_eq!(bench.text(), "\u{200E}abc\nنص", "made again, and nothing turned");
}

#[test]
fn ctrl_and_shift_of_a_shortcut_that_somebody_else_takes_turn_nothing() {
    let both = WORD | Modifiers::SHIFT;
    let event =
        |key: Key, pressed| Event::Key { key, physical_key: Some(key), pressed, repeat: false, modifiers: both };
    let pressed = [
        (Key::ControlLeft, true),
        (Key::ShiftLeft, true),
        (Key::S, true),
        (Key::S, false),
        (Key::ShiftLeft, false),
        (Key::ControlLeft, false),
    ];
    for a_frame in 1..=pressed.len() {
        let mut bench = Bench::new("نص");
        bench.focus("Note");
        for keys in pressed.chunks(a_frame) {
            for (key, is_down) in keys {
                bench.harness.event(event(*key, *is_down));
            }
            bench.harness.step();
        }
        bench.harness.run();
        assert_eq!(bench.text(), "نص", "{a_frame} in a frame");
    }
}

#[test]
fn a_paragraph_is_turned_by_menu_too() {
    let mut bench = Bench::new("abc");
    bench.focus("Note");
    let mut choose = |word: &str| {
        bench.harness.get_by_label("Note").click_secondary();
        bench.harness.run();
        bench.harness.get_by_label(word).click();
        bench.harness.run();
        bench.text()
    };
    assert_eq!(choose("Right to left"), "\u{200F}abc");
    assert_eq!(choose("Left to right"), "\u{200E}abc");
    assert_eq!(choose("Direction from the text"), "abc");
}

#[test]
fn a_single_line_is_turned_without_a_change_of_its_text() {
    let mut bench = Bench::new("");
    bench.focus("Field").type_text("abc");
    let x = |bench: &mut Bench| {
        bench.stand();
        bench.harness.output().platform_output.ime.expect("focused").cursor_rect.left()
    };
    let before = x(&mut bench);
    chord(&mut bench, Key::ShiftRight);
    assert_eq!(bench.desk.borrow().field, "abc");
    let after = x(&mut bench);
    assert!(after > before + 100.0, "{before} {after}");
}

#[test]
fn what_is_typed_backspaced_and_selected_beside_a_mark_leaves_it_alone() {
    let mut bench = Bench::new("نص\n\u{200F}abc");
    bench.focus("Note").press(&[Key::Home]).key(Modifiers::SHIFT, Key::End);
    assert_eq!(bench.selected(), "abc");
    bench.type_text("x").press(&[Key::Enter]).type_text("y");
    assert_eq!(bench.text(), "نص\n\u{200F}x\n\u{200F}y");
    bench.press(&[Key::Backspace, Key::Backspace, Key::Backspace, Key::Backspace]);
    assert_eq!(bench.text(), "نص");
}

#[test]
fn a_limit_cuts_what_is_pasted_between_letters_and_says_so() {
    let left_out = Rc::new(RefCell::new(0));
    let desk = Rc::new(RefCell::new(Editor::new("")));
    let (shown, said) = (desk.clone(), left_out.clone());
    let mut harness = Harness::builder().with_size([300.0, 100.0]).build_ui(move |ui| {
        let note = &mut *shown.borrow_mut();
        let output = EditorView::new(note, egui::Id::unique("note")).label("Note").char_limit(4).show(ui);
        *said.borrow_mut() += output.left_out;
    });
    harness.get_by_label("Note").focus();
    harness.run();
    let mut event = |event: Event, expected: &str, missing: usize| {
        *left_out.borrow_mut() = 0;
        harness.event(event);
        harness.run();
        assert_eq!((desk.borrow().text().as_str(), *left_out.borrow()), (expected, missing));
    };
    // «دٌ» is two characters and one letter: it has no room as a whole
    event(Event::Paste("محمدٌ علي".into()), "محم", 6);
    event(Event::Text("د".into()), "محمد", 0);
    event(Event::Text("x".into()), "محمد", 1);
    event(
        Event::Key { key: Key::Enter, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE },
        "محمد",
        1,
    );
    desk.borrow_mut().select_all();
    event(Event::Paste("أبجد".into()), "أبجد", 0);
}

#[test]
fn a_pause_in_typing_ends_a_step_of_undo() {
    let mut bench = Bench::new("");
    bench.focus("Note").type_text("نص");
    bench.harness.run_steps(150);
    bench.type_text("وص").key(WORD, Key::Z);
    assert_eq!(bench.text(), "نص");
}

#[test]
fn shortcuts_take_their_keys_by_place_on_an_arabic_keyboard() {
    let mut bench = Bench::new("");
    // what egui sends for Ctrl+ز, Ctrl+غ and Ctrl+ش: no key of the layout's own, so the place stands for it
    let ctrl = |place: Key| Event::Key {
        key: place,
        physical_key: Some(place),
        pressed: true,
        repeat: false,
        modifiers: Modifiers::CTRL | Modifiers::COMMAND,
    };
    bench.focus("Note").type_text("نص").event(ctrl(Key::Z));
    assert_eq!(bench.text(), "");
    bench.event(ctrl(Key::Y));
    assert_eq!(bench.text(), "نص");
    bench.event(ctrl(Key::A));
    assert_eq!(bench.selected(), "نص");
    // where a layout has punctuation in the place of a letter
    let ctrl_on = |key: Key, place: Key| Event::Key {
        key,
        physical_key: Some(place),
        pressed: true,
        repeat: false,
        modifiers: Modifiers::CTRL | Modifiers::COMMAND,
    };
    bench.event(ctrl_on(Key::Backtick, Key::Z));
    assert_eq!(bench.text(), "");
}

const MENTION: RangeKind = RangeKind::new(0);
const CARD: RangeKind = RangeKind::new(1);

/// What an editor with ranges and an atom reported.
#[derive(Default)]
struct Report {
    hovered: Option<u64>,
    clicked: Option<u64>,
    buttons: usize,
    /// Where the atom was drawn.
    atom: Option<egui::Rect>,
    is_selected: bool,
}

struct Page {
    harness: Harness<'static>,
    note: Rc<RefCell<Editor>>,
    report: Rc<RefCell<Report>>,
}

impl Page {
    fn new(note: Editor) -> Self {
        let note = Rc::new(RefCell::new(note));
        let report = Rc::new(RefCell::new(Report::default()));
        let (shown, told) = (note.clone(), report.clone());
        let mut is_installed = false;
        let builder = Harness::builder().with_size([420.0, 300.0]).with_step_dt(1.0 / 60.0);
        let mut harness = builder.build_ui(move |ui| {
            if !is_installed {
                text::install(ui.ctx());
                is_installed = true;
            }
            let note = &mut *shown.borrow_mut();
            let look = |kind: RangeKind| RangeLook {
                color: (kind == MENTION).then_some(egui::Color32::RED),
                background: (kind == MENTION).then_some(egui::Color32::YELLOW),
                ..RangeLook::default()
            };
            let output = EditorView::new(note, egui::Id::unique("note"))
                .label("Note")
                .ranges(&look)
                .atoms(
                    |atom| if atom.rect.width() > 200.0 { 40.0 } else { 80.0 },
                    |ui, atom| {
                        let mut report = told.borrow_mut();
                        report.atom = Some(atom.rect);
                        report.is_selected = atom.is_selected;
                        ui.horizontal(|ui| {
                            ui.label(format!("card {}", atom.range.range.tag));
                            report.buttons += usize::from(ui.button("Open").clicked());
                        });
                    },
                )
                .show(ui);
            let mut report = told.borrow_mut();
            report.hovered = output.hovered.map(|under| under.range.range.tag);
            report.clicked = output.clicked.map(|under| under.range.range.tag).or(report.clicked);
        });
        harness.run();
        Self { harness, note, report }
    }

    /// The middle of some letters of a paragraph on the first line.
    fn middle_of(&self, paragraph: usize, word: &str) -> egui::Pos2 {
        let note = self.note.borrow();
        let at = note.paragraph(paragraph).find(word).expect("the word");
        let spans = note.selection_spans(paragraph, &(at..at + word.len()));
        let (_, left, right) = spans[0];
        let rect = self.harness.get_by_label("Note").rect();
        egui::pos2(rect.left() + f32::midpoint(left, right), rect.top() + 8.0)
    }

    fn click(&mut self, at: egui::Pos2) {
        self.harness.hover_at(at);
        self.harness.step();
        for pressed in [true, false] {
            let (button, modifiers) = (egui::PointerButton::Primary, Modifiers::NONE);
            self.harness.event(Event::PointerButton { pos: at, button, pressed, modifiers });
            self.harness.step();
        }
        self.harness.run();
    }
}

#[test]
fn a_range_says_when_it_is_pointed_at_and_clicked() {
    let mut note = Editor::new("قال أحمد شيئا");
    let at = "قال ".len();
    note.add_range(0, at..at + "أحمد".len(), TextRange { kind: MENTION, tag: 17, grows: false });
    let mut page = Page::new(note);
    let beside = page.middle_of(0, "شيئا");
    page.click(beside);
    assert_eq!((page.report.borrow().hovered, page.report.borrow().clicked), (None, None));
    let on_it = page.middle_of(0, "أحمد");
    page.harness.hover_at(on_it);
    page.harness.run();
    assert_eq!(page.report.borrow().hovered, Some(17));
    page.harness.run_steps(60);
    page.click(on_it);
    assert_eq!(page.report.borrow().clicked, Some(17));
    let (paragraph, byte) = page.note.borrow().caret();
    assert!(paragraph == 0 && (at..=at + "أحمد".len()).contains(&byte), "and the caret goes where it was clicked");
    // the range has the colour that was given
    fn has_yellow(shape: &egui::Shape) -> bool {
        match shape {
            egui::Shape::Vec(shapes) => shapes.iter().any(has_yellow),
            egui::Shape::Rect(rect) => rect.fill == egui::Color32::YELLOW,
            _ => false,
        }
    }
    assert!(page.harness.output().shapes.iter().any(|clipped| has_yellow(&clipped.shape)));
}

#[test]
fn a_space_within_a_range_under_the_pointer_is_typed_and_presses_nothing() {
    let mut note = Editor::new("قال أحمد شيئا");
    let at = "قال ".len();
    note.add_range(0, at..at + "أحمد".len(), TextRange { kind: MENTION, tag: 17, grows: false });
    let mut page = Page::new(note);
    let on_it = page.middle_of(0, "أحمد");
    page.harness.hover_at(on_it);
    page.harness.get_by_label("Note").focus();
    page.harness.run();
    page.note.borrow_mut().caret_to_start();
    for _ in 0.."قال أح".chars().count() {
        page.harness.key_press(Key::ArrowLeft);
    }
    page.harness.key_press(Key::Space);
    page.harness.event(Event::Text(" ".to_owned()));
    page.harness.run();
    assert_eq!(page.note.borrow().text(), "قال أح مد شيئا");
    assert_eq!((page.report.borrow().hovered, page.report.borrow().clicked), (Some(17), None));
}

#[test]
fn an_atom_is_drawn_by_the_caller_in_the_room_it_asked_for_and_its_widgets_work() {
    let mut note = Editor::new("قبل\nبطاقة\nبعد");
    note.make_atom(1, None, TextRange { kind: CARD, tag: 104, grows: false });
    note.caret_to_start();
    let mut page = Page::new(note);
    let rect = page.report.borrow().atom.expect("drawn");
    assert_eq!(rect.height(), 40.0);
    assert!(page.harness.get_by_label("Note").rect().contains_rect(rect));
    page.harness.get_by_label("card 104");
    page.harness.get_by_label("Open").click();
    page.harness.run();
    assert_eq!(page.report.borrow().buttons, 1);
    page.harness.get_by_label("Note").focus();
    page.harness.run();
    // over the three letters, the newline, and the atom
    for _ in 0..5 {
        page.harness.key_press_modifiers(Modifiers::SHIFT, Key::ArrowLeft);
        page.harness.run();
    }
    assert_eq!(page.note.borrow().selected_text(), "قبل\nبطاقة");
    assert!(page.report.borrow().is_selected);
    page.harness.key_press(Key::Backspace);
    page.harness.run();
    assert_eq!(page.note.borrow().text(), "\nبعد");
    page.harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    page.harness.run();
    assert!(page.note.borrow().is_atom(1));
    let value = page.harness.get_by_label("Note").value();
    assert_eq!(value.as_deref(), Some("قبل\nبطاقة\nبعد"), "a screen reader hears its text");
}

#[test]
fn what_is_found_is_marked_and_brought_into_sight() {
    let text = (0..200).map(|number| format!("سطر {number} من النص\n")).collect::<String>() + "الهدف هنا";
    let note = Rc::new(RefCell::new(Editor::new(&text)));
    note.borrow_mut().caret_to_start();
    let caret = Rc::new(RefCell::new(egui::Rect::NOTHING));
    let (shown, place) = (note.clone(), caret.clone());
    let (each, current) = (egui::Color32::LIGHT_GREEN, egui::Color32::ORANGE);
    let fold = |letter: char, push: &mut dyn FnMut(char)| push(letter);
    let mut harness = Harness::builder().with_size([300.0, 200.0]).with_max_steps(60).build_ui(move |ui| {
        egui::ScrollArea::vertical().animated(false).show(ui, |ui| {
            let view = EditorView::new(&mut shown.borrow_mut(), egui::Id::unique("note"))
                .label("Note")
                .hit_colors(each, current)
                .show(ui);
            *place.borrow_mut() = view.caret_rect;
        });
    });
    harness.run();
    assert_eq!(note.borrow_mut().find("الهدف", &fold), 1);
    note.borrow_mut().find_next(true);
    harness.run();
    assert!((0.0..200.0).contains(&caret.borrow().center().y), "{:?}", caret.borrow());
    let count = |harness: &Harness<'_>, color: egui::Color32| {
        fn rects(shape: &egui::Shape, color: egui::Color32) -> usize {
            match shape {
                egui::Shape::Vec(shapes) => shapes.iter().map(|shape| rects(shape, color)).sum(),
                egui::Shape::Rect(rect) => usize::from(rect.fill == color),
                _ => 0,
            }
        }
        harness.output().shapes.iter().map(|clipped| rects(&clipped.shape, color)).sum::<usize>()
    };
    assert_eq!((count(&harness, each), count(&harness, current)), (0, 1));
    let found = note.borrow_mut().find("سطر", &fold);
    assert_eq!(found, 200);
    harness.run();
    let seen = count(&harness, each);
    assert!((3..20).contains(&seen), "all that are seen are marked: {seen}");
    note.borrow_mut().end_find();
    harness.run();
    assert_eq!(count(&harness, each), 0);
}

#[test]
fn read_only_text_turns_nothing_and_takes_nothing() {
    let mut bench = Bench::with(Desk { note: Editor::new("abc"), read_only: true, ..Desk::default() });
    bench.focus("Note");
    chord(&mut bench, Key::ShiftRight);
    bench.key(WORD, Key::Z).event(Event::Paste("x".into()));
    assert_eq!(bench.text(), "abc");
    assert_eq!(bench.desk.borrow().note.paragraph_direction(0), None::<Direction>);
}

#[test]
fn a_placeholder_stands_there_until_something_is_written() {
    let note = Rc::new(RefCell::new(Editor::new("")));
    let shown = note.clone();
    let mut is_installed = false;
    let mut harness = Harness::builder().with_size([300.0, 100.0]).build_ui(move |ui| {
        if !is_installed {
            text::install(ui.ctx());
            is_installed = true;
        }
        EditorView::new(&mut shown.borrow_mut(), egui::Id::unique("note")).label("Note").hint("اكتب هنا").show(ui);
    });
    let corners = |harness: &mut Harness<'_>| {
        fn count(shape: &egui::Shape) -> usize {
            match shape {
                egui::Shape::Vec(shapes) => shapes.iter().map(count).sum(),
                egui::Shape::Mesh(mesh) => mesh.vertices.len(),
                _ => 0,
            }
        }
        harness.run();
        harness.output().shapes.iter().map(|clipped| count(&clipped.shape)).sum::<usize>()
    };
    let with_hint = corners(&mut harness);
    assert!(with_hint >= 4 * 7, "{with_hint}");
    // a direction alone is nothing written
    note.borrow_mut().set_direction(Some(Direction::LeftToRight));
    assert_eq!(corners(&mut harness), with_hint);
    note.borrow_mut().insert("ن");
    let with_text = corners(&mut harness);
    assert!((1..with_hint).contains(&with_text), "{with_text}");
}
