//! The editor of long texts: ranges, atoms between its lines and in them, search, limits.

use super::sectioned::{Sectioned, captured_ground, number_ui, organisation_chip, organisation_ui};
use super::{Cx, Page, case, note, row_of_cases, section};
use eframe::egui::{CornerRadius, Frame, Id, Key, Margin, Rect, Stroke, StrokeKind, Ui};
use tansiq::arabic::fold_char;
use tansiq::text::{AtomAt, Editor, EditorOutput, EditorView, RangeKind, RangeLook, TextRange, Weight};
use tansiq::tr;
use tansiq::widgets::{Button, Chip, Direction, Line, Tone, Type, UiExt};

const MENTION: RangeKind = RangeKind::new(0);
const LINK: RangeKind = RangeKind::new(1);
const PROPOSAL: RangeKind = RangeKind::new(2);
const FOLLOW_UP: RangeKind = RangeKind::new(3);
const ORGANISATION: RangeKind = RangeKind::new(4);

/// The page.
#[derive(Default)]
pub struct EditorPage {
    texts: Option<Texts>,
    sectioned: Option<Sectioned>,
}

struct Texts {
    note: Editor,
    needle: Editor,
    empty: Editor,
    limited: Editor,
    frozen: Editor,
    line: Editor,
    vocalised: Editor,
    left_out: bool,
    clicked: Option<u64>,
}

impl Texts {
    fn new(cx: &Cx<'_>) -> Self {
        let words = cx.words;
        let mut note = Editor::new(words.get("text"));
        for (kind, tag, key) in [(MENTION, 1, "mention"), (LINK, 2, "link")] {
            let word = words.get(key);
            for paragraph in 0..note.paragraph_count() {
                if let Some(at) = note.paragraph(paragraph).find(word) {
                    note.add_range(paragraph, at..at + word.len(), TextRange { kind, tag, grows: false });
                }
            }
        }
        let organisation = words.get("organisation");
        for paragraph in 0..note.paragraph_count() {
            for (at, _) in words.get("text").split('\n').nth(paragraph).unwrap_or_default().match_indices(organisation)
            {
                let range = TextRange { kind: ORGANISATION, tag: 31, grows: false };
                note.make_inline_atom(paragraph, at..at + organisation.len(), None, range);
            }
        }
        note.make_atom(1, None, TextRange { kind: PROPOSAL, tag: 104, grows: false });
        note.make_atom(3, None, TextRange { kind: FOLLOW_UP, tag: 212, grows: false });
        note.caret_to_start();
        note.forget_steps();
        Self {
            note,
            needle: Editor::default(),
            empty: Editor::default(),
            limited: Editor::default(),
            frozen: Editor::new(words.get("frozen")),
            line: Editor::new(words.get("line-text")),
            vocalised: Editor::new(words.get("vocalised-text")),
            left_out: false,
            clicked: None,
        }
    }
}

const WIDTH: f32 = 300.0;

/// The height of a captured line.
const CARD: f32 = 44.0;

impl Page for EditorPage {
    fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let words = cx.words;
        let texts = self.texts.get_or_insert_with(|| Texts::new(cx));
        section(ui, words.get("notes"), |ui| {
            note(ui, words.get("keys"));
            find_ui(ui, cx, texts);
            note_ui(ui, cx, texts);
        });
        section(ui, words.get("sections"), |ui| {
            self.sectioned.get_or_insert_with(|| Sectioned::new(cx)).ui(ui, cx);
        });
        section(ui, words.get("states"), |ui| {
            row_of_cases(ui, |ui| {
                state_ui(ui, cx, "empty", &mut texts.empty, |view| view.hint(words.get("hint")).min_lines(2));
                let left_out = state_ui(ui, cx, "limited", &mut texts.limited, |view| view.char_limit(20).min_lines(2));
                texts.left_out = left_out > 0 || texts.left_out && !texts.limited.is_empty();
                if texts.left_out {
                    ui.add(Line::new(words.get("left-out")).color(ui.tokens().tone(Tone::Red).ink));
                }
            });
            row_of_cases(ui, |ui| {
                state_ui(ui, cx, "read-only", &mut texts.frozen, |view| view.read_only(true));
                state_ui(ui, cx, "line", &mut texts.line, |view| view.single_line(true));
                state_ui(ui, cx, "vocalised", &mut texts.vocalised, |view| view.font_size(18.0).line_height(32.0));
            });
        });
    }
}

/// One more editor in a state of its own; answers how much had no room.
fn state_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    name: &str,
    editor: &mut Editor,
    shape: impl FnOnce(EditorView<'_>) -> EditorView<'_>,
) -> usize {
    let title = cx.words.get(name);
    let view = shape(EditorView::new(editor, Id::unique(("editor page", name))).label(title));
    case(ui, title, WIDTH, |ui| framed(ui, |ui| view.show(ui)).left_out)
}

/// A frame as fields have it, with a ring while one writes in it.
fn framed(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> EditorOutput) -> EditorOutput {
    let tokens = ui.tokens();
    let frame =
        Frame::new().fill(tokens.surface).stroke(tokens.hairline()).corner_radius(8).inner_margin(Margin::same(8));
    let shown = frame.show(ui, contents);
    if shown.inner.response.has_focus() {
        ui.painter().rect_stroke(shown.response.rect, 8, tokens.focus_ring(), StrokeKind::Inside);
    }
    shown.inner
}

fn find_ui(ui: &mut Ui, cx: &Cx<'_>, texts: &mut Texts) {
    let words = cx.words;
    let needle = texts.needle.text();
    let fold = |letter: char, push: &mut dyn FnMut(char)| fold_char(letter, &mut |folded| push(folded));
    let count = texts.note.find(&needle, &fold);
    let find = Id::unique("editor page find");
    // As in a meeting: Escape leads back to the text, at the place that was found.
    let is_left =
        ui.memory(|memory| memory.had_focus_last_frame(find)) && ui.input(|input| input.key_pressed(Key::Escape));
    if is_left {
        ui.memory_mut(|memory| memory.request_focus(Id::unique("editor page note")));
    }
    ui.row(|ui| {
        let field = EditorView::new(&mut texts.needle, find);
        let output = framed(ui, |ui| {
            field.label(words.get("find")).hint(words.get("find")).single_line(true).width(220.0).show(ui)
        });
        let mut step = output.submitted.then_some(true);
        for (key, forward) in [("previous", false), ("next", true)] {
            if ui.add(Button::new(words.get(key)).small()).clicked() {
                step = Some(forward);
            }
        }
        if let Some(forward) = step {
            texts.note.find_next(forward);
        }
        if !needle.is_empty() {
            let said = match texts.note.current_hit_number() {
                Some(number) => tr!(cx.tr, "find-place", number = number + 1, count = count),
                None => tr!(cx.tr, "find-count", count = count),
            };
            ui.add(Line::new(&said).weak(ui));
        }
        if let Some(tag) = texts.clicked {
            ui.add(Line::new(&format!("{}: {tag}", words.get("clicked"))).weak(ui));
        }
    });
}

fn note_ui(ui: &mut Ui, cx: &Cx<'_>, texts: &mut Texts) {
    let words = cx.words;
    let tokens = ui.tokens();
    let look = move |kind: RangeKind| RangeLook {
        color: Some(tokens.accent_ink),
        background: (kind == MENTION).then_some(tokens.accent_wash),
        underline: kind == LINK,
        weight: (kind == MENTION).then_some(Weight::SemiBold),
    };
    let output = framed(ui, |ui| {
        EditorView::new(&mut texts.note, Id::unique("editor page note"))
            .label(words.get("note"))
            .font_size(16.0)
            .line_height(32.0)
            .ranges(&look)
            .atoms(|_| CARD, |ui, atom| card_ui(ui, cx, atom))
            .inline_atoms(|ui, atom| organisation_chip(atom.text).width(ui) + 2.0, organisation_ui)
            .show(ui)
    });
    texts.clicked = output.clicked.map(|under| under.range.range.tag).or(texts.clicked);
    if output.hovered.is_some_and(|under| under.range.range.kind == LINK) {
        ui.ctx().set_cursor_icon(eframe::egui::CursorIcon::PointingHand);
    }
}

/// A captured line: its kind's chip, its words and its number, on the kind's colour.
fn card_ui(ui: &mut Ui, cx: &Cx<'_>, atom: &AtomAt<'_>) {
    let (key, tone) =
        if atom.range.range.kind == PROPOSAL { ("proposal", Tone::Green) } else { ("follow-up", Tone::Blue) };
    let colors = ui.tokens().tone(tone);
    let ground = atom.rect.shrink2(eframe::egui::vec2(0.0, 3.0));
    ui.painter().rect_filled(ground, CornerRadius::same(8), captured_ground(ui, tone));
    let ring = match (atom.is_found, atom.is_selected) {
        (true, _) => Stroke::new(1.5, ui.tokens().tone(Tone::Amber).ink),
        (false, true) => Stroke::new(2.0, colors.bar),
        (false, false) => Stroke::NONE,
    };
    let direction = ui.direction();
    let mut room = ground;
    let stripe = direction.take_start(&mut room, 3.0);
    ui.painter().rect_filled(stripe, 1.5, colors.bar);
    // Beside the stripe, which stays whole.
    let corners = match direction {
        Direction::RightToLeft => CornerRadius { nw: 8, sw: 8, ne: 0, se: 0 },
        Direction::LeftToRight => CornerRadius { nw: 0, sw: 0, ne: 8, se: 8 },
    };
    ui.painter().rect_stroke(room, corners, ring, StrokeKind::Inside);
    let mut inside: Rect = room.shrink2(eframe::egui::vec2(12.0, 4.0));
    let chip = Chip::new(cx.words.get(key), tone);
    let at_start = direction.take_start(&mut inside, chip.width(ui));
    direction.take_start(&mut inside, 8.0);
    ui.row_within(at_start, "kind", |ui| ui.add(chip));
    number_ui(ui, &mut inside, &atom.range.range.tag.to_string());
    direction.take_end(&mut inside, 8.0);
    ui.row_within(inside, "words", |ui| ui.add(Line::new(atom.text).size(Type::Body)));
}
