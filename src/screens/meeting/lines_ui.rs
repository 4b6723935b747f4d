//! A captured line among the notes: the room it takes, the ground behind its words, and what stands beside them.
//!
//! Apart from the notes' column because this is about a single line, drawn in the frame that the editor keeps free.

use super::line_kind::{LineKind, LineRecord};
use crate::domain::{OutcomeKind, Record, due_words, lifecycle};
use crate::screens::{Cx, parts};
use crate::store::query::{BlockView, OutcomeRow};
use crate::text::{SectionAt, SectionFont, SectionFrame, Weight};
use crate::tr;
use crate::widgets::theme::RADIUS_CONTROL;
use crate::widgets::{Button, Chip, Icon, Line, Tone, Type, UiExt};
use egui::{CursorIcon, Rect, Stroke, StrokeKind, Ui};

/// Between what is captured and what stands above and below it, in points: half of it is each one's own.
pub(super) const GAP: f32 = 3.0;

/// A narrower column shows captured lines without their number, and the capture buttons without their sign.
pub(super) const ROOM_FOR_ASIDE: f32 = 420.0;

/// From the edge of a captured line to what stands in it.
const INSET: f32 = 12.0;
/// The stripe in the kind's colour.
const STRIPE: f32 = 3.0;
/// The button at the end, with the space before it.
const BUTTON: f32 = 44.0;

/// A captured line as it looks.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct LineLook {
    pub kind: LineKind,
    /// What its button opens: the record, or the block of a quote. Nothing as long as the store has not answered.
    pub opens: Option<Record>,
    /// What stands in the chip.
    label: String,
    /// What the button says: it names the record by its number.
    button: String,
    /// What a screen reader says of it before its words: the kind, and the number once it has one.
    pub name: String,
    /// The same with what the program understood in its words: by when, and whether somebody does it.
    pub heard: String,
    /// What stands after the words: how long is left, or the number. Nothing in a narrow column.
    aside: String,
    pub frame: SectionFrame,
}

impl LineLook {
    /// One that was captured this moment: what stands beside it follows.
    pub(super) fn pending(kind: LineKind) -> Self {
        let font = Some(SectionFont { size: 15.0, line_height: Some(30.0) });
        let frame = SectionFrame { padding: 4.0, margin: GAP, font, ..SectionFrame::default() };
        let [label, button, name, heard, aside] = <[String; 5]>::default();
        Self { kind, opens: None, label, button, name, heard, aside, frame }
    }

    /// As wide as its chip and its aside are in this column.
    pub(super) fn new(
        ui: &Ui,
        cx: &Cx<'_>,
        width: f32,
        kind: LineKind,
        stored: Option<(&BlockView, Option<LineRecord<'_>>)>,
    ) -> Self {
        let mut look = Self::pending(kind);
        let row = stored.and_then(|(_, row)| row);
        let number = row.as_ref().map_or("", |row| row.number());
        let label = cx.tr.text(kind.label_key(), &[]);
        look.name = match kind {
            LineKind::Outcome(_) | LineKind::Regulation => {
                tr!(cx.tr, "outcome-line-name", kind = label.as_str(), number = number)
            }
            LineKind::Quote | LineKind::Private => tr!(cx.tr, "set-apart-line-name", kind = label.as_str()),
        };
        look.label = label;
        if let Some((block, _)) = stored.filter(|_| kind == LineKind::Quote) {
            look.quote(cx, block, width);
        }
        look.frame.start = INSET + look.chip().width(ui) + ui.metrics().small;
        look.frame.end = INSET;
        let about = match &row {
            Some(LineRecord::Outcome(outcome)) => understood(cx, outcome),
            // What stands beside a quote is how somebody is named in it.
            Some(LineRecord::Regulation(_)) | None => {
                Vec::from_iter(Some(look.aside.clone()).filter(|it| !it.is_empty()))
            }
        };
        // Who does it stands out among the words, and is not said of them.
        let owner = row.as_ref().and_then(|row| owner(cx, row));
        let said: Vec<&str> = std::iter::once(&look.name).chain(&about).chain(&owner).map(String::as_str).collect();
        look.heard = said.join(&tr!(cx.tr, "list-comma"));
        if let Some(row) = row {
            look.opens = Some(row.record());
            look.button = tr!(cx.tr, "outcome-open", number = number);
            // In a narrow window the words need the room; the number stands in the side list too.
            if width > ROOM_FOR_ASIDE {
                look.aside = if about.is_empty() { cx.tr.code(number) } else { about.join(" · ") };
            }
        }
        if look.opens.is_none() {
            return look;
        }
        let aside = crate::widgets::paint::width_of(ui, &look.aside, Type::Caption, Weight::Regular) + BUTTON;
        look.frame.end += aside.min(width * 0.4) + ui.metrics().medium;
        look
    }

    /// Who said it stands in the chip; where nobody is known yet, the line says how they are named.
    fn quote(&mut self, cx: &Cx<'_>, block: &BlockView, width: f32) {
        self.opens = Some(block.id.record());
        self.button = tr!(cx.tr, "quote-open");
        match &block.speaker {
            Some(person) => {
                let name = parts::person_short(person.honorific, &person.name);
                self.name = tr!(cx.tr, "quote-line-name", name = name.as_str());
                // In a narrow column the given name has to do.
                let given = person.name.split_whitespace().next().unwrap_or_default();
                let short = parts::person_short(person.honorific, given);
                self.label = if width > ROOM_FOR_ASIDE { name } else { short };
            }
            None => self.aside = tr!(cx.tr, "quote-no-speaker"),
        }
    }

    fn chip(&self) -> Chip<'_> {
        let chip = Chip::new(&self.label, self.kind.tone()).outlined(self.kind.is_outlined());
        match self.kind.icon() {
            Some(icon) => chip.icon(icon),
            None => chip,
        }
    }

    /// Its ground, and the stripe of the kind's colour where lines start.
    pub(super) fn paint_behind(&self, ui: &Ui, at: &SectionAt) {
        let tone = self.kind.tone();
        let colors = ui.tokens().tone(tone);
        // The chip stands out from its line: green and grey, whose washes are the strongest, lie on paler ones.
        let fill = match tone {
            _ if self.kind.is_outlined() => ui.tokens().surface,
            Tone::Green => ui.tokens().accent_wash,
            Tone::Neutral => ui.tokens().surface_sunken,
            Tone::Blue | Tone::Lavender | Tone::Amber | Tone::Red => colors.wash,
        };
        let outline = if self.kind.is_outlined() { Stroke::new(1.0, colors.bar) } else { Stroke::NONE };
        ui.painter().rect(at.rect, RADIUS_CONTROL, fill, outline, StrokeKind::Inside);
        let mut rect = at.rect;
        let stripe = ui.direction().take_start(&mut rect, STRIPE);
        // What is private draws nobody's eye.
        let bar = if self.kind == LineKind::Private { ui.tokens().line_strong } else { colors.bar };
        ui.painter().rect_filled(stripe, STRIPE / 2.0, bar);
    }

    /// The kind before the words; after them number or remaining time, and the button to its details. Answers whether
    /// that was pressed.
    pub(super) fn ui(&self, ui: &mut Ui, cx: &Cx<'_>, at: &SectionAt) -> bool {
        let direction = ui.direction();
        let mut row = Rect::from_x_y_ranges(at.rect.x_range(), at.first_line);
        direction.take_start(&mut row, INSET);
        direction.take_end(&mut row, INSET);
        let kind = cx.tr.text(self.kind.label_key(), &[]);
        let pending = Self { label: kind, ..self.clone() };
        let look = if self.label.is_empty() { &pending } else { self };
        let chip = look.chip().name(if self.name.is_empty() { &look.label } else { &self.name });
        let start = direction.take_start(&mut row, chip.width(ui));
        ui.row_within(start, "kind", |ui| ui.add(chip));
        if self.opens.is_none() {
            return false;
        }
        let end = direction.take_end(&mut row, self.frame.end - INSET - ui.metrics().medium);
        ui.row_within(end, "aside", |ui| {
            if !self.aside.is_empty() {
                let ink = ui.tokens().ink_weak_on_wash;
                ui.add(Line::new(&self.aside).size(Type::Caption).color(ink));
            }
            ui.at_end("open", |ui| {
                let button = ui.add(Button::icon_only(Icon::Dots, &self.button).small());
                button.on_hover_cursor(CursorIcon::Default).clicked()
            })
            .inner
        })
    }
}

/// Who was understood to do what a captured line says.
fn owner(cx: &Cx<'_>, row: &LineRecord<'_>) -> Option<String> {
    let LineRecord::Outcome(outcome) = row else { return None };
    let person = outcome.person.map(|_| parts::person_short(outcome.person_honorific, &outcome.person_name));
    let body = || outcome.organisation.map(|_| outcome.organisation_name.clone());
    Some(tr!(cx.tr, "line-owner", name = person.or_else(body)?))
}

/// What was understood in a captured line: how long is left, and of a follow-up also what its words leave open.
fn understood(cx: &Cx<'_>, outcome: &OutcomeRow) -> Vec<String> {
    if lifecycle::is_closed(outcome.status) {
        return Vec::new();
    }
    let is_follow_up = outcome.kind == OutcomeKind::FollowUp;
    let due = outcome.due.map(|due| due_words(due, Some(outcome.kind), cx.today, cx.tr));
    let mut words: Vec<String> = due.into_iter().collect();
    if is_follow_up && words.is_empty() {
        words.push(tr!(cx.tr, "line-no-term"));
    }
    if is_follow_up && outcome.person.is_none() && outcome.organisation.is_none() {
        words.push(tr!(cx.tr, "line-no-owner"));
    }
    words
}
