//! The editor driven as people and screen readers drive it: by name, with keys, mouse, clipboard and input methods.
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::wildcard_enum_match_arm,
    reason = "a test may fail loudly"
)]

mod composing;
mod dragging;
mod hearing;
mod hearing_again;
mod inline_atoms;
mod long_note;
mod pointer;
mod selecting;
mod writing;

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::{Arc, Mutex};

use eframe::egui::{self, Event, ImeEvent, Key, Modifiers, OutputCommand, accesskit};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use tansiq::text::{self, Direction, Editor, EditorView, Label, Leave, TextField};

/// What the interface under test holds, and what it reported.
#[derive(Default)]
struct Desk {
    note: Editor,
    field: String,
    read_only: bool,
    submitted: usize,
    leave: Option<Leave>,
    changes: usize,
    /// What the application would have undone itself.
    undone_elsewhere: usize,
}

type Shared = Rc<RefCell<Desk>>;

struct Bench {
    harness: Harness<'static>,
    desk: Shared,
    tree: Arc<Mutex<Option<accesskit::TreeUpdate>>>,
}

/// Keeps what screen readers get: the harness takes it away.
struct Listener(Arc<Mutex<Option<accesskit::TreeUpdate>>>);

impl egui::Plugin for Listener {
    fn debug_name(&self) -> &'static str {
        "listener"
    }

    fn output_hook(&mut self, _ctx: &egui::Context, output: &mut egui::FullOutput) {
        *self.0.lock().expect("one thread") = output.platform_output.accesskit_update.clone();
    }
}

impl Bench {
    fn new(note: &str) -> Self {
        Self::with(Desk { note: Editor::new(note), ..Desk::default() })
    }

    fn with(desk: Desk) -> Self {
        let desk = Rc::new(RefCell::new(desk));
        let shown = desk.clone();
        let tree = Arc::<Mutex<Option<accesskit::TreeUpdate>>>::default();
        let mut listener = Some(Listener(tree.clone()));
        let builder = Harness::builder().with_size([420.0, 400.0]).with_max_steps(12).with_step_dt(1.0 / 60.0);
        let harness = builder.build_ui(move |ui| {
            if let Some(listener) = listener.take() {
                text::install(ui.ctx());
                ui.ctx().add_plugin(listener);
            }
            let desk = &mut *shown.borrow_mut();
            // a shortcut of the screen's own
            ui.input_mut(|input| input.consume_key(Modifiers::COMMAND | Modifiers::SHIFT, Key::S));
            let output = EditorView::new(&mut desk.note, egui::Id::unique("note"))
                .label("Note")
                .read_only(desk.read_only)
                .show(ui);
            desk.changes += usize::from(output.changed);
            desk.leave = desk.leave.or(output.leave);
            let output = TextField::new(&mut desk.field).id_salt("field").label("Field").char_limit(40).show(ui);
            desk.submitted += usize::from(output.submitted);
            ui.add(Label::new("عنوان طويل لا يتسع له هذا العرض الضيق وحده أبدا مهما كان من الأمر كله").truncate());
            if ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Z)) {
                desk.undone_elsewhere += 1;
            }
        });
        let mut bench = Self { harness, desk, tree };
        bench.harness.run();
        bench
    }

    fn focus(&mut self, name: &str) -> &mut Self {
        self.harness.get_by_label(name).focus();
        self.harness.run();
        self
    }

    fn type_text(&mut self, text: &str) -> &mut Self {
        for letter in text.chars() {
            self.event(Event::Text(letter.to_string()));
        }
        self
    }

    fn event(&mut self, event: Event) -> &mut Self {
        self.harness.event(event);
        self.harness.run();
        self
    }

    fn key(&mut self, modifiers: Modifiers, key: Key) -> &mut Self {
        self.harness.key_press_modifiers(modifiers, key);
        self.harness.run();
        self
    }

    fn press(&mut self, keys: &[Key]) -> &mut Self {
        for key in keys {
            self.key(Modifiers::NONE, *key);
        }
        self
    }

    /// Lets the caret stand for as long as it takes until an input method is told of its place.
    fn stand(&mut self) -> &mut Self {
        self.harness.run_steps(20);
        self
    }

    fn text(&self) -> String {
        self.desk.borrow().note.text()
    }

    fn selected(&self) -> String {
        self.desk.borrow().note.selected_text()
    }

    fn caret(&self) -> (usize, usize) {
        self.desk.borrow().note.caret()
    }

    fn copied(&self) -> Option<String> {
        self.harness.output().platform_output.commands.iter().find_map(|command| match command {
            OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        })
    }

    /// The text runs below an editor, as screen readers get them.
    fn runs(&self, name: &str) -> Vec<accesskit::Node> {
        let update = self.tree.lock().expect("one thread").clone().expect("a tree");
        let by_id: std::collections::HashMap<_, _> = update.nodes.iter().cloned().collect();
        let (_, parent) = update.nodes.iter().find(|(_, node)| node.label() == Some(name)).expect("the editor");
        parent.children().iter().map(|id| by_id[id].clone()).collect()
    }
}

const WORD: Modifiers = Modifiers::COMMAND;

#[test]
fn arabic_and_mixed_text_is_typed_in_reading_order() {
    let mut bench = Bench::new("");
    bench.focus("Note").type_text("اجتماع 12 (Vision 2030)");
    assert_eq!(bench.text(), "اجتماع 12 (Vision 2030)");
    assert_eq!(bench.harness.get_by_label("Note").value().as_deref(), Some("اجتماع 12 (Vision 2030)"));
    bench.press(&[Key::Enter]).type_text("سطر");
    assert_eq!(bench.text(), "اجتماع 12 (Vision 2030)\nسطر");
    assert!(bench.desk.borrow().changes > 20);
}

#[test]
fn arrows_go_where_they_point() {
    let mut bench = Bench::new("نص");
    bench.focus("Note").key(Modifiers::COMMAND, Key::Home).press(&[Key::ArrowLeft]);
    assert_eq!(bench.caret(), (0, 2), "left goes on in Arabic");
    bench.press(&[Key::ArrowRight]);
    assert_eq!(bench.caret(), (0, 0));
    let mut bench = Bench::new("ab");
    bench.focus("Note").press(&[Key::Home, Key::ArrowRight]);
    assert_eq!(bench.caret(), (0, 1), "right goes on in English");
}

#[test]
fn words_lines_and_the_whole_text_are_reached_by_key() {
    let mut bench = Bench::new("نص عربي\nsecond line");
    bench.focus("Note").key(WORD, Key::Home);
    assert_eq!(bench.caret(), (0, 0));
    bench.key(WORD, Key::ArrowLeft);
    assert_eq!(bench.caret(), (0, "نص ".len()));
    bench.press(&[Key::End]);
    assert_eq!(bench.caret(), (0, "نص عربي".len()));
    bench.press(&[Key::ArrowDown, Key::End]);
    assert_eq!(bench.caret(), (1, "second line".len()));
    bench.key(WORD, Key::ArrowLeft);
    assert_eq!(bench.caret(), (1, "second ".len()));
    bench.press(&[Key::PageUp]);
    assert_eq!(bench.caret(), (0, 0));
    bench.key(WORD, Key::End);
    assert_eq!(bench.caret(), (1, "second line".len()));
}

#[test]
fn shift_extends_and_typing_replaces() {
    let mut bench = Bench::new("نص عربي");
    bench.focus("Note").key(WORD, Key::Home).key(WORD | Modifiers::SHIFT, Key::ArrowLeft);
    assert_eq!(bench.selected(), "نص ");
    bench.type_text("x");
    assert_eq!(bench.text(), "xعربي");
    bench.key(WORD, Key::A);
    assert_eq!(bench.selected(), "xعربي");
    bench.press(&[Key::Backspace]);
    assert_eq!(bench.text(), "");
}

#[test]
fn words_are_deleted_to_either_side() {
    let mut bench = Bench::new("أول ثان ثالث");
    bench.focus("Note").key(WORD, Key::Backspace);
    assert_eq!(bench.text(), "أول ثان ");
    bench.key(WORD, Key::Home).key(WORD, Key::Delete);
    assert_eq!(bench.text(), "ثان ");
}

#[test]
fn marks_go_before_their_letters() {
    let mut bench = Bench::new("محمدٌ");
    bench.focus("Note").press(&[Key::Backspace]);
    assert_eq!(bench.text(), "محمد");
    bench.press(&[Key::Home, Key::Delete]);
    assert_eq!(bench.text(), "حمد");
}

#[test]
fn the_clipboard_takes_and_gives() {
    let mut bench = Bench::new("نص عربي");
    bench.focus("Note").key(WORD, Key::A);
    bench.harness.event(Event::Copy);
    bench.harness.step();
    assert_eq!(bench.copied().as_deref(), Some("نص عربي"));
    bench.harness.event(Event::Cut);
    bench.harness.step();
    assert_eq!(bench.copied().as_deref(), Some("نص عربي"));
    bench.harness.run();
    assert_eq!(bench.text(), "");
    bench.event(Event::Paste("سطر\r\nثان\u{2029}ثالث\u{7}".into()));
    assert_eq!(bench.text(), "سطر\nثان\nثالث");
}

#[test]
fn undo_and_redo_go_by_words_and_belong_to_the_focused_editor() {
    let mut bench = Bench::new("");
    bench.focus("Note").type_text("نص عربي").key(WORD, Key::Z);
    assert_eq!(bench.text(), "نص ");
    bench.key(WORD, Key::Z);
    assert_eq!((bench.text().as_str(), bench.desk.borrow().undone_elsewhere), ("", 0));
    bench.key(WORD, Key::Z);
    assert_eq!(bench.desk.borrow().undone_elsewhere, 1, "nothing left here: the application undoes");
    bench.key(WORD, Key::Y).key(WORD | Modifiers::SHIFT, Key::Z);
    assert_eq!(bench.text(), "نص عربي");
}

#[test]
fn shortcuts_work_on_an_arabic_layout() {
    let mut bench = Bench::new("نص");
    bench.focus("Note").type_text("!");
    let ctrl = |key, physical_key| Event::Key {
        key,
        physical_key: Some(physical_key),
        pressed: true,
        repeat: false,
        modifiers: Modifiers::CTRL | Modifiers::COMMAND,
    };
    // what a layout without Latin letters has in the place of Z
    bench.event(ctrl(Key::Slash, Key::Z));
    assert_eq!(bench.text(), "نص");
    bench.event(ctrl(Key::Semicolon, Key::A));
    assert_eq!(bench.selected(), "نص");
    bench.harness.event(ctrl(Key::CloseCurlyBracket, Key::C));
    bench.harness.step();
    assert_eq!(bench.copied().as_deref(), Some("نص"));
}

#[test]
fn an_input_method_composes_before_it_commits() {
    let mut bench = Bench::new("نص ");
    let preedit = |text: &str| Event::Ime(ImeEvent::Preedit { text: text.into(), active_range_chars: None });
    bench.focus("Note").event(preedit("كتا"));
    assert_eq!(bench.text(), "نص ", "what is composed is no text yet");
    let place = bench.harness.output().platform_output.ime.expect("while focused");
    assert!(place.rect.contains(place.cursor_rect.center()));
    bench.event(preedit("كتاب")).event(preedit("")).event(Event::Ime(ImeEvent::Commit("كتاب".into())));
    assert_eq!(bench.text(), "نص كتاب");
    bench.key(WORD, Key::Z);
    assert_eq!(bench.text(), "نص ");
    let around = ImeEvent::DeleteSurrounding { before_chars: 2, after_chars: 0 };
    bench.event(Event::Ime(around));
    assert_eq!(bench.text(), "ن");
}

#[test]
fn a_field_keeps_to_one_line_and_submits_on_enter() {
    let mut bench = Bench::new("");
    bench.focus("Field").event(Event::Paste("سطر\nثان".into())).press(&[Key::Enter]);
    assert_eq!(bench.desk.borrow().field, "سطر ثان");
    assert_eq!(bench.desk.borrow().submitted, 1);
    bench.event(Event::Paste("x".repeat(100)));
    assert_eq!(bench.desk.borrow().field.chars().count(), 40);
}

#[test]
fn a_field_follows_a_text_changed_from_outside() {
    let mut bench = Bench::new("");
    bench.focus("Field").type_text("قديم");
    bench.desk.borrow_mut().field = "جديد".into();
    bench.harness.run();
    bench.type_text("!");
    assert_eq!(bench.desk.borrow().field, "جديد!");
}

#[test]
fn the_caret_asks_to_leave_at_either_end() {
    let check = |keys: &[Key], expected: Leave| {
        let mut bench = Bench::new("نص\nab");
        bench.focus("Note").press(keys);
        assert_eq!(bench.desk.borrow().leave, Some(expected), "{keys:?}");
        assert_eq!(bench.text(), "نص\nab");
    };
    check(&[Key::ArrowUp, Key::ArrowUp], Leave::Start { backspace: false });
    check(&[Key::ArrowDown], Leave::End);
    let mut bench = Bench::new("نص");
    bench.focus("Note").press(&[Key::Home, Key::Backspace]);
    assert_eq!(bench.desk.borrow().leave, Some(Leave::Start { backspace: true }));
}

#[test]
fn what_is_read_only_can_be_copied_and_not_changed() {
    let mut bench = Bench::with(Desk { note: Editor::new("نص"), read_only: true, ..Desk::default() });
    bench.focus("Note").type_text("x").press(&[Key::Backspace, Key::Enter]).key(WORD, Key::A);
    bench.harness.event(Event::Copy);
    bench.harness.step();
    assert_eq!(bench.copied().as_deref(), Some("نص"));
    assert_eq!(bench.text(), "نص");
}

#[test]
fn keys_for_others_are_left_to_them() {
    let seen = Rc::new(RefCell::new(Vec::new()));
    let keys = seen.clone();
    let mut note = Editor::new("نص");
    let mut harness = Harness::builder().with_size([300.0, 100.0]).build_ui(move |ui| {
        EditorView::new(&mut note, egui::Id::unique("note")).label("Note").show(ui);
        ui.input(|input| {
            keys.borrow_mut().extend(input.events.iter().filter_map(|event| match event {
                Event::Key { key, pressed: true, .. } => Some(*key),
                _ => None,
            }));
        });
    });
    harness.get_by_label("Note").focus();
    harness.run();
    let command = Modifiers::COMMAND;
    for (modifiers, key) in
        [(command, Key::S), (command, Key::Enter), (Modifiers::ALT, Key::ArrowUp), (command, Key::A)]
    {
        harness.key_press_modifiers(modifiers, key);
        harness.run();
    }
    assert_eq!(*seen.borrow(), [Key::S, Key::Enter, Key::ArrowUp], "all but the editor's own");
}

#[test]
fn a_shortened_label_says_all_of_its_text() {
    let bench = Bench::new("");
    bench.harness.get_by_label("عنوان طويل لا يتسع له هذا العرض الضيق وحده أبدا مهما كان من الأمر كله");
}

#[test]
fn the_first_paragraph_without_letters_follows_the_interface() {
    let desk = Rc::new(RefCell::new(Editor::new("2026")));
    let shown = desk.clone();
    let mut harness = Harness::builder().with_size([300.0, 100.0]).build_ui(move |ui| {
        text::set_interface_direction(ui.ctx(), Direction::LeftToRight);
        EditorView::new(&mut shown.borrow_mut(), egui::Id::unique("note")).label("Note").show(ui);
    });
    harness.run();
    assert!(!desk.borrow().is_rtl(0));
}

#[test]
fn a_field_moves_sideways_to_show_the_caret() {
    let place = Rc::new(RefCell::new((egui::Rect::NOTHING, egui::Rect::NOTHING)));
    let shown = place.clone();
    let mut text = String::new();
    let mut harness = Harness::builder().with_size([300.0, 60.0]).build_ui(move |ui| {
        let output = TextField::new(&mut text).id_salt("field").label("Field").width(120.0).show(ui);
        *shown.borrow_mut() = (output.response.rect, output.caret_rect);
    });
    harness.get_by_label("Field").focus();
    harness.run();
    let check = |place: &Rc<RefCell<(egui::Rect, egui::Rect)>>, when: &str| {
        let (field, caret) = *place.borrow();
        assert!(
            field.left() <= caret.left() && caret.right() <= field.right() + 0.01,
            "{when}: {caret:?} in {field:?}"
        );
        caret.left() - field.left()
    };
    let x = check(&place, "empty");
    assert!(x > 110.0, "an empty field of an Arabic interface begins at its right: {x}");
    for _ in 0..12 {
        harness.event(Event::Text("كلمة word ".into()));
        harness.run();
        check(&place, "typing");
    }
    harness.key_press(Key::Home);
    harness.run();
    assert!(check(&place, "Home") > 110.0);
    for _ in 0..60 {
        harness.key_press(Key::ArrowLeft);
        harness.run();
        check(&place, "walking");
    }
    harness.key_press(Key::End);
    harness.run();
    check(&place, "End");
}
