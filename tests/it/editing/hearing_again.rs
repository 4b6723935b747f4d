//! What screen readers hear of an editor from frame to frame: what stays, what changes, and how letters look.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use super::Listener;
use eframe::egui::{self, Color32, accesskit};
use egui_kittest::Harness;
use tansiq::text::{self, Editor, EditorView, RangeKind, RangeLook, TextRange, Weight};

const MENTION: RangeKind = RangeKind::new(1);
const LINK: RangeKind = RangeKind::new(2);
const HITS: (Color32, Color32) = (Color32::LIGHT_YELLOW, Color32::YELLOW);

fn look(kind: RangeKind) -> RangeLook {
    if kind == MENTION {
        let background = Some(Color32::LIGHT_GREEN);
        RangeLook {
            color: Some(Color32::DARK_GREEN),
            background,
            weight: Some(Weight::SemiBold),
            ..RangeLook::default()
        }
    } else {
        RangeLook { underline: true, ..RangeLook::default() }
    }
}

/// An editor in a scroll area, and the tree that comes of it.
struct Ear {
    harness: Harness<'static>,
    note: Arc<Mutex<Editor>>,
    tree: Arc<Mutex<Option<accesskit::TreeUpdate>>>,
    scroll: Arc<Mutex<f32>>,
}

impl Ear {
    fn new(note: Editor) -> Self {
        let (note, scroll) = (Arc::new(Mutex::new(note)), Arc::new(Mutex::new(0.0)));
        let tree = Arc::<Mutex<Option<accesskit::TreeUpdate>>>::default();
        let mut listener = Some(Listener(tree.clone()));
        let (shown, offset) = (note.clone(), scroll.clone());
        let builder = Harness::builder().with_size([320.0, 200.0]).with_max_steps(40);
        let mut harness = builder.build_ui(move |ui| {
            if let Some(listener) = listener.take() {
                text::install(ui.ctx());
                ui.ctx().add_plugin(listener);
            }
            let area = egui::ScrollArea::vertical().vertical_scroll_offset(*offset.lock().expect("one thread"));
            area.show(ui, |ui| {
                let note = &mut *shown.lock().expect("one thread");
                let view = EditorView::new(note, egui::Id::unique("note")).label("Note").color(Color32::BLACK);
                view.ranges(&look).hit_colors(HITS.0, HITS.1).show(ui);
            });
        });
        harness.run();
        Self { harness, note, tree, scroll }
    }

    fn edit(&mut self, edit: impl FnOnce(&mut Editor)) {
        edit(&mut self.note.lock().expect("one thread"));
        self.harness.run();
    }

    fn scroll_to(&mut self, offset: f32) {
        *self.scroll.lock().expect("one thread") = offset;
        self.harness.run();
    }

    fn editor(&self) -> accesskit::Node {
        let update = self.tree.lock().expect("one thread").clone().expect("a tree");
        update.nodes.into_iter().find(|(_, node)| node.label() == Some("Note")).expect("the editor").1
    }

    /// The runs in reading order.
    fn runs(&self) -> Vec<(accesskit::NodeId, accesskit::Node)> {
        let update = self.tree.lock().expect("one thread").clone().expect("a tree");
        let nodes: HashMap<_, _> = update.nodes.into_iter().collect();
        self.editor().children().iter().map(|id| (*id, nodes[id].clone())).collect()
    }

    fn heard(&self) -> String {
        self.runs().iter().filter_map(|(_, run)| run.value()).collect()
    }

    fn run(&self, text: &str) -> accesskit::Node {
        let runs = self.runs();
        let run = runs.iter().find(|(_, run)| run.value() == Some(text));
        run.unwrap_or_else(|| panic!("no run {text:?} of its own: {:?}", self.heard())).1.clone()
    }
}

const fn told(color: Color32) -> accesskit::Color {
    let [red, green, blue, alpha] = color.to_array();
    accesskit::Color { red, green, blue, alpha }
}

#[test]
fn mentions_links_and_what_was_found_are_heard_as_they_look() {
    let mut note = Editor::new("سألنا هدى علي عن الرابط هنا اليوم");
    let at = |text: &str| {
        let start = "سألنا هدى علي عن الرابط هنا اليوم".find(text).expect("there");
        start..start + text.len()
    };
    note.add_range(0, at("هدى علي"), TextRange { kind: MENTION, tag: 1, grows: false });
    note.add_range(0, at("الرابط"), TextRange { kind: LINK, tag: 2, grows: false });
    let mut ear = Ear::new(note);
    let editor = ear.editor();
    assert_eq!(editor.foreground_color(), Some(told(Color32::BLACK)));
    assert_eq!((editor.font_weight(), editor.font_size().is_some()), (Some(400.0), true));
    let mention = ear.run("هدى علي");
    assert_eq!(mention.foreground_color(), Some(told(Color32::DARK_GREEN)));
    assert_eq!(mention.background_color(), Some(told(Color32::LIGHT_GREEN)));
    assert_eq!(mention.font_weight(), Some(600.0));
    assert!(mention.underline().is_none());
    let link = ear.run("الرابط");
    assert_eq!(link.underline().map(|line| line.color), Some(told(Color32::BLACK)));
    assert!(link.foreground_color().is_none(), "the colour of all text is the editor's to say");
    let plain = ear.run("سألنا ");
    assert!(plain.background_color().is_none() && plain.underline().is_none() && plain.font_weight().is_none());
    ear.edit(|note| {
        note.find("هنا", &|letter, push| push(letter));
    });
    let hit = ear.run("هنا");
    assert!(hit.is_search_match());
    assert_eq!(hit.background_color(), Some(told(HITS.0)));
    ear.edit(|note| {
        note.find_next(true);
    });
    assert_eq!(ear.run("هنا").background_color(), Some(told(HITS.1)), "the current one");
    ear.edit(Editor::end_find);
    assert!(!ear.runs().iter().any(|(_, run)| run.is_search_match()));
    assert_eq!(ear.heard(), "سألنا هدى علي عن الرابط هنا اليوم");
}

#[test]
fn an_edit_changes_what_is_heard_of_its_paragraph_and_nothing_else() {
    let text: String = (0..60).map(|number| format!("({number}) فقرة من النص مع English ثم تتمة\n")).collect();
    let mut ear = Ear::new(Editor::new(&text));
    let before: HashMap<_, _> = ear.runs().into_iter().collect();
    ear.edit(|note| {
        note.set_caret(1, 0);
        note.insert("سطر\n");
    });
    let text = ear.note.lock().expect("one thread").text();
    assert_eq!(ear.heard(), text);
    let after = ear.runs();
    let new = after.iter().filter(|(id, _)| !before.contains_key(id)).count();
    assert!((1..=12).contains(&new), "{new} new runs for one new line");
    for (id, run) in &after {
        if let Some(old) = before.get(id).filter(|old| old.value() == run.value()) {
            assert_eq!(old.character_lengths(), run.character_lengths());
        }
    }
    // the last paragraph has no newline, and another one then has
    ear.edit(|note| {
        note.caret_to_end();
        note.insert("آخر\n");
    });
    assert_eq!(ear.heard(), ear.note.lock().expect("one thread").text());
    ear.edit(Editor::undo);
    assert_eq!(ear.heard(), ear.note.lock().expect("one thread").text());
}

#[test]
fn letters_have_places_where_they_are_seen_and_their_paragraph_s_elsewhere() {
    let text: String = (0..60).map(|number| format!("فقرة رقم {number}\n")).collect();
    let mut ear = Ear::new(Editor::new(&text));
    let placed = |ear: &Ear| -> Vec<String> {
        let placed = ear.runs().into_iter().filter(|(_, run)| run.character_positions().is_some());
        placed.filter_map(|(_, run)| run.value().map(str::to_owned)).collect()
    };
    let top = placed(&ear);
    assert!(top.concat().contains("فقرة رقم 0\n") && !top.concat().contains("فقرة رقم 50\n"), "{top:?}");
    let tops = |ear: &Ear| -> Vec<f64> {
        let runs = ear.runs();
        runs.iter().map(|(_, run)| run.bounds().expect("a place").y0).collect()
    };
    assert!(tops(&ear).is_sorted(), "out of sight too they stand one below the other");
    let before = tops(&ear);
    ear.scroll_to(600.0);
    let further = placed(&ear);
    assert!(!further.concat().contains("فقرة رقم 0\n") && further.concat().contains("فقرة رقم 30\n"), "{further:?}");
    let moved = before[0] - tops(&ear)[0];
    assert!((moved - 600.0).abs() < 1.0, "{moved}");
    assert_eq!(ear.heard(), text);
}
