//! What screen readers hear of editors, and of egui's own widgets with Arabic in them.

use super::{Bench, Listener};
use eframe::egui::{self, Event, Key, Modifiers, accesskit};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use tansiq::text::{self, Editor, EditorView, RangeKind, TextRange};

#[test]
fn screen_readers_set_replace_and_select() {
    let mut bench = Bench::new("نص");
    bench.harness.get_by_label("Note").set_text_value_accesskit("من قارئ الشاشة");
    bench.harness.run();
    assert_eq!(bench.text(), "من قارئ الشاشة");
    let note = egui::Id::unique("note").accesskit_id();
    let first_run = bench.tree.lock().expect("one thread").as_ref().and_then(|update| {
        let (_, node) = update.nodes.iter().find(|(id, _)| *id == note)?;
        node.children().first().copied()
    });
    let position = |index| accesskit::TextPosition { node: first_run.expect("a run"), character_index: index };
    bench.event(Event::AccessKitActionRequest(accesskit::ActionRequest {
        action: accesskit::Action::SetTextSelection,
        target_tree: accesskit::TreeId::ROOT,
        target_node: note,
        data: Some(accesskit::ActionData::SetTextSelection(accesskit::TextSelection {
            anchor: position(3),
            focus: position(7),
        })),
    }));
    assert_eq!(bench.selected(), "قارئ");
    bench.harness.get_by_label("Note").replace_selected_text_accesskit("كاتب");
    bench.harness.run();
    assert_eq!(bench.text(), "من كاتب الشاشة");
}

#[test]
fn screen_readers_hear_runs_in_reading_order() {
    let bench = Bench::new("نص Text ثم\n\nسطر");
    let runs = bench.runs("Note");
    let values: Vec<&str> = runs.iter().filter_map(accesskit::Node::value).collect();
    assert_eq!(values.concat(), "نص Text ثم\n\nسطر");
    assert!(values.len() >= 5, "one direction a run: {values:?}");
    for run in &runs {
        let value = run.value().unwrap_or_default();
        let lengths = run.character_lengths();
        assert!(lengths.len() <= 255);
        assert_eq!(lengths.iter().map(|length| usize::from(*length)).sum::<usize>(), value.len(), "{value:?}");
        if let Some(positions) = run.character_positions() {
            assert_eq!(
                (positions.len(), run.character_widths().map(<[f32]>::len)),
                (lengths.len(), Some(lengths.len()))
            );
        }
    }
    let rtl = runs.iter().filter(|run| run.text_direction() == Some(accesskit::TextDirection::RightToLeft)).count();
    assert!(rtl >= 3 && rtl < runs.len(), "{rtl} of {}", runs.len());
}

#[test]
fn a_long_note_is_whole_for_screen_readers_and_its_runs_are_short() {
    let text = "فقرة طويلة من النص العربي مع English و 12 رقما. ".repeat(30) + "\n";
    let text = text.repeat(12);
    let bench = Bench::new(&text);
    let runs = bench.runs("Note");
    let heard: String = runs.iter().filter_map(accesskit::Node::value).collect();
    assert_eq!(heard, text);
    assert!(runs.iter().all(|run| run.character_lengths().len() <= 255));
}

/// A tree as screen readers get it.
struct Heard {
    nodes: HashMap<accesskit::NodeId, accesskit::Node>,
}

impl Heard {
    fn new(mut add: impl FnMut(&mut egui::Ui) + 'static, focus: Option<&str>) -> Self {
        let tree = Arc::<Mutex<Option<accesskit::TreeUpdate>>>::default();
        let mut listener = Some(Listener(tree.clone()));
        let mut harness = Harness::builder().with_size([320.0, 300.0]).build_ui(move |ui| {
            if let Some(listener) = listener.take() {
                text::install(ui.ctx());
                ui.ctx().add_plugin(listener);
            }
            add(ui);
        });
        harness.run();
        if let Some(name) = focus {
            harness.get_by_label(name).focus();
            harness.run();
            harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
            harness.run();
        }
        let update = tree.lock().expect("one thread").clone().expect("a tree");
        Self { nodes: update.nodes.into_iter().collect() }
    }

    fn named(&self, name: &str) -> &accesskit::Node {
        let is_it = |node: &&accesskit::Node| node.label() == Some(name) || node.value() == Some(name);
        self.nodes.values().filter(|node| node.role() != accesskit::Role::TextRun).find(is_it).expect("the widget")
    }

    fn runs(&self, name: &str) -> Vec<&accesskit::Node> {
        let children = self.named(name).children().iter().map(|id| &self.nodes[id]);
        children.filter(|node| node.role() == accesskit::Role::TextRun).collect()
    }
}

#[test]
fn the_runs_of_built_in_widgets_say_their_text() {
    let long = "اجتماع تنسيقي مع 12 جمعية أهلية (Vision 2030) في الدمام، وبعده لقاء مفتوح مع الحضور";
    let heard = Heard::new(
        move |ui| {
            // only labels that can be selected have runs
            ui.style_mut().interaction.selectable_labels = true;
            ui.label(long);
            ui.label("plain Latin");
            ui.add(egui::Button::new("حفظ المحضر"));
            let mut number = 12;
            ui.add(egui::DragValue::new(&mut number).suffix(" يومًا"));
        },
        None,
    );
    let check = |name: &str, direction: accesskit::TextDirection| {
        let runs = heard.runs(name);
        let said: String = runs.iter().filter_map(|run| run.value()).collect();
        assert_eq!(said, name);
        for run in runs {
            let lengths = run.character_lengths();
            let length: usize = lengths.iter().copied().map(usize::from).sum();
            assert_eq!(length, run.value().unwrap_or_default().len());
            assert_eq!(run.text_direction(), Some(direction), "{name}");
        }
    };
    check(long, accesskit::TextDirection::RightToLeft);
    check("plain Latin", accesskit::TextDirection::LeftToRight);
    // no run anywhere says what no widget says
    let texts: Vec<&str> = heard.nodes.values().flat_map(|node| [node.value(), node.label()]).flatten().collect();
    assert!(texts.contains(&"حفظ المحضر"), "{texts:?}");
    for node in heard.nodes.values().filter(|node| node.role() == accesskit::Role::TextRun) {
        let value = node.value().unwrap_or_default();
        assert!(texts.iter().filter(|text| text.contains(value)).count() >= 2, "{value:?} is only in the run");
    }
}

#[expect(clippy::disallowed_types, reason = "egui's own widget is what is heard here")]
#[test]
fn a_built_in_text_field_says_its_text_and_no_place_that_is_wrong() {
    let mut text = "نص مُحَرَّر".to_owned();
    let heard = Heard::new(
        move |ui| {
            let field = egui::TextEdit::singleline(&mut text).id(egui::Id::unique("built-in")).show(ui);
            field.response.response.widget_info(|| {
                let mut info = egui::WidgetInfo::labeled(egui::Role::TextInput, true, "Built-in");
                info.current_text_value = Some(text.clone());
                info
            });
        },
        Some("Built-in"),
    );
    let said: String = heard.runs("Built-in").iter().filter_map(|run| run.value()).collect();
    assert_eq!(said, "نص مُحَرَّر");
    let children = heard.named("Built-in").children();
    if let Some(selection) = heard.named("Built-in").text_selection() {
        for position in [selection.anchor, selection.focus] {
            assert!(children.contains(&position.node), "a place in a run that is not there");
            let run = &heard.nodes[&position.node];
            assert!(position.character_index <= run.character_lengths().len());
        }
    }
}

#[test]
fn the_caret_and_the_selection_are_heard_in_wrapped_mixed_text_and_beside_atoms() {
    let note = Arc::new(Mutex::new(Editor::new(
        "كلمة English words ثم عربي 12 وكلمات أخرى تطول حتى تنكسر الأسطر (Vision 2030) مرات\nبطاقة\nآخر",
    )));
    note.lock().expect("one thread").make_atom(1, None, TextRange { kind: RangeKind::new(1), tag: 1, grows: false });
    let mention = TextRange { kind: RangeKind::new(2), tag: 2, grows: false };
    note.lock().expect("one thread").add_range(0, 0.."كلمة".len(), mention);
    let tree = Arc::<Mutex<Option<accesskit::TreeUpdate>>>::default();
    let mut listener = Some(Listener(tree.clone()));
    let shown = note.clone();
    let mut harness = Harness::builder().with_size([160.0, 300.0]).build_ui(move |ui| {
        if let Some(listener) = listener.take() {
            text::install(ui.ctx());
            ui.ctx().add_plugin(listener);
        }
        EditorView::new(&mut shown.lock().expect("one thread"), egui::Id::unique("note")).label("Note").show(ui);
    });
    harness.run();
    let places: Vec<(usize, usize)> = {
        let note = note.lock().expect("one thread");
        let whole = note.text();
        let in_paragraph = |paragraph: usize| {
            let edges: Vec<usize> = match paragraph {
                0 => note.clusters(0).into_iter().map(|(_, _, _, bytes)| bytes.start).collect(),
                _ => vec![0, note.paragraph(paragraph).len()],
            };
            edges.into_iter().map(move |byte| (paragraph, byte))
        };
        assert!(whole.len() > 100);
        (0..3).flat_map(in_paragraph).collect()
    };
    for place in places {
        note.lock().expect("one thread").select((0, 0), place);
        harness.run();
        let update = tree.lock().expect("one thread").clone().expect("a tree");
        let nodes: HashMap<_, _> = update.nodes.iter().cloned().collect();
        let (_, editor) = update.nodes.iter().find(|(_, node)| node.label() == Some("Note")).expect("the editor");
        let selection = editor.text_selection().expect("a selection");
        // how much text a screen reader counts between the two
        let mut heard = String::new();
        for child in editor.children() {
            let run = &nodes[child];
            let value = run.value().unwrap_or_default();
            if *child == selection.focus.node {
                let lengths = run.character_lengths().iter().take(selection.focus.character_index);
                let bytes: usize = lengths.copied().map(usize::from).sum();
                heard.extend(value.get(..bytes));
                break;
            }
            heard.push_str(value);
        }
        assert_eq!(heard, note.lock().expect("one thread").selected_text(), "{place:?}");
    }
}
