//! Notes of several texts: sections in one editor, captured lines among them with their kind's chip, names in the words.
//!
//! Apart from the editor's page because it is a widget of its own: how the meeting's notes look.

use super::{Cx, note};
use eframe::egui::{CornerRadius, Id, Rect, Ui, vec2};
use tansiq::text::{
    AtomAt, EdgeKey, Editor, EditorView, RangeKind, Section, SectionAt, SectionFont, SectionFrame, TextRange, Weight,
};
use tansiq::widgets::theme::RADIUS_CONTROL;
use tansiq::widgets::{Button, Chip, Icon, Line, Tone, Type, UiExt, paint};

const ORGANISATION: RangeKind = RangeKind::new(0);

/// From the edge of a captured line to what stands in it.
const INSET: f32 = 12.0;
/// The stripe in the kind's colour.
const STRIPE: f32 = 3.0;
/// Room at a captured line's end, for its number and its button.
const END: f32 = 92.0;
/// Between what is captured and what stands above and below it: half of it is each one's own.
const GAP: f32 = 3.0;

/// What a line is captured as: its kind's key in the words, its tone, its number.
type Captured = (&'static str, Tone, u32);

/// The sections' keys in the words, from top to bottom, and what those are that are captured.
const SECTIONS: [(&str, Option<Captured>); 6] = [
    ("section-first", None),
    ("section-proposal", Some(("proposal", Tone::Green, 104))),
    ("section-follow-up", Some(("follow-up", Tone::Blue, 212))),
    ("section-second", None),
    ("section-decision", Some(("decision", Tone::Lavender, 58))),
    ("section-challenge", Some(("challenge", Tone::Amber, 17))),
];

/// The notes.
pub struct Sectioned {
    editor: Editor,
    /// The last key that ran into a section's edge.
    edge: Option<(u64, EdgeKey)>,
}

impl Sectioned {
    /// The sample.
    pub fn new(cx: &Cx<'_>) -> Self {
        let mut editor = Editor::new("");
        editor.set_sections((0..).zip(SECTIONS).map(|(tag, (key, kind))| {
            let is_single_line = kind.is_some();
            (Section { tag, is_single_line, ..Section::default() }, Some(cx.words.get(key)))
        }));
        let organisation = cx.words.get("organisation");
        for paragraph in 0..editor.paragraph_count() {
            let places: Vec<usize> =
                editor.paragraph(paragraph).match_indices(organisation).map(|(at, _)| at).collect();
            for at in places {
                let range = TextRange { kind: ORGANISATION, tag: 31, grows: false };
                editor.make_inline_atom(paragraph, at..at + organisation.len(), None, range);
            }
        }
        editor.caret_to_start();
        Self { editor, edge: None }
    }

    /// Draws them.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        note(ui, cx.words.get("sections-keys"));
        let words = cx.words;
        let font = Some(SectionFont { size: 15.0, line_height: Some(30.0) });
        let sections: Vec<(Section, Option<&str>)> = (0..)
            .zip(SECTIONS)
            .map(|(tag, (_, kind))| {
                let frame = kind.map_or(SectionFrame { margin: GAP, ..SectionFrame::default() }, |(key, tone, _)| {
                    let start = INSET + Chip::new(words.get(key), tone).width(ui) + ui.metrics().small;
                    SectionFrame { start, end: INSET + END, padding: 4.0, margin: GAP, font }
                });
                (Section { tag, is_single_line: kind.is_some(), frame, ..Section::default() }, None)
            })
            .collect();
        self.editor.set_sections(sections);
        let output = EditorView::new(&mut self.editor, Id::unique("editor page sections"))
            .label(words.get("sections"))
            .font_size(16.0)
            .line_height(32.0)
            .sections(behind, |ui, at| line_ui(ui, cx, at))
            .section_names(&|tag| SECTIONS.get(usize::try_from(tag).ok()?)?.1.map(|(key, ..)| words.get(key)))
            .inline_atoms(|ui, atom| organisation_chip(atom.text).width(ui) + 2.0, organisation_ui)
            .show(ui);
        self.edge = output.edge.or(self.edge);
        if let Some((tag, key)) = self.edge {
            ui.add(Line::new(&format!("{tag}: {key:?}")).weak(ui));
        }
    }
}

fn kind_of(at: &SectionAt) -> Option<Captured> {
    SECTIONS.get(usize::try_from(at.tag).ok()?)?.1
}

/// Paler than the chip that stands on it.
pub fn captured_ground(ui: &Ui, tone: Tone) -> eframe::egui::Color32 {
    if tone == Tone::Green { ui.tokens().accent_wash } else { ui.tokens().tone(tone).wash }
}

/// The ground of a captured line, and the stripe where lines start.
fn behind(ui: &Ui, at: &SectionAt) {
    let Some((_, tone, _)) = kind_of(at) else { return };
    let colors = ui.tokens().tone(tone);
    ui.painter().rect_filled(at.rect, CornerRadius::same(RADIUS_CONTROL), captured_ground(ui, tone));
    let mut rect = at.rect;
    let stripe = ui.direction().take_start(&mut rect, STRIPE);
    ui.painter().rect_filled(stripe, STRIPE / 2.0, colors.bar);
}

/// Its kind, its number and its button.
fn line_ui(ui: &mut Ui, cx: &Cx<'_>, at: &SectionAt) {
    let Some((key, tone, number)) = kind_of(at) else { return };
    let direction = ui.direction();
    let mut row = Rect::from_x_y_ranges(at.rect.x_range(), at.first_line);
    direction.take_start(&mut row, INSET);
    direction.take_end(&mut row, INSET);
    let chip = Chip::new(cx.words.get(key), tone);
    let start = direction.take_start(&mut row, chip.width(ui));
    ui.row_within(start, "kind", |ui| ui.add(chip));
    let end = direction.take_end(&mut row, END - ui.metrics().medium);
    let mut rest = end;
    let button = direction.take_end(&mut rest, ui.metrics().small_control);
    ui.row_within(button, "open", |ui| {
        let name = format!("{} {number}", cx.words.get("open"));
        ui.add(Button::icon_only(Icon::Dots, &name).small());
    });
    direction.take_end(&mut rest, ui.metrics().small);
    number_ui(ui, &mut rest, &number.to_string());
}

/// The number of a captured line, at the end of its room: those below each other end at the same place.
pub(super) fn number_ui(ui: &mut Ui, room: &mut Rect, number: &str) {
    let wide = paint::width_of(ui, number, Type::Caption, Weight::Regular);
    let place = ui.direction().take_end(room, wide);
    let ink = ui.tokens().ink_weak_on_wash;
    ui.row_within(place, "number", |ui| ui.add(Line::new(number).size(Type::Caption).color(ink)));
}

/// A name among the words of a line.
pub(super) const fn organisation_chip(name: &str) -> Chip<'_> {
    Chip::new(name, Tone::Lavender).clickable()
}

/// The name in its place on the line.
pub(super) fn organisation_ui(ui: &mut Ui, atom: &AtomAt<'_>) {
    let room = Rect::from_center_size(atom.rect.center(), vec2(atom.rect.width() - 2.0, ui.metrics().chip));
    let chip = organisation_chip(atom.text).selected(atom.is_selected);
    ui.row_within(room, "organisation", |ui| ui.add(chip));
}
