//! The pasted text, with every find marked in the colour of its kind; the one that the keys are at stands out.

use super::IntakeScreen;
use super::decided::Standing;
use super::found::Item;
use crate::intake::MarkKind;
use crate::screens::Cx;
use crate::text::{EditorView, RangeKind, RangeLook, TextRange};
use crate::tr;
use crate::widgets::{Tokens, Tone, UiExt, scroll_vertical};
use egui::{Frame, Id, Sense, Ui, vec2};
use std::ops::Range;

/// What was said: a ground behind it, on which the names that stand in it keep their own.
const SAID: [(RangeKind, Tone); 4] = [
    (RangeKind::new(0), Tone::Neutral),
    (RangeKind::new(1), Tone::Green),
    (RangeKind::new(2), Tone::Lavender),
    (RangeKind::new(3), Tone::Blue),
];
/// What is named. Where marks lie in each other the later look counts: a place is a place, also where it names a body.
const NAMED: [(RangeKind, Tone); 4] = [
    (RangeKind::new(8), Tone::Blue),
    (RangeKind::new(9), Tone::Lavender),
    (RangeKind::new(10), Tone::Amber),
    (RangeKind::new(11), Tone::Green),
];
/// What the text contradicts itself in.
const OPEN: RangeKind = RangeKind::new(20);
/// The find that the keys are at.
const CURRENT: RangeKind = RangeKind::new(30);

/// What marks are made from: the reading, the decisions, the find that the keys are at.
type Sources = (u64, Vec<(Item, Standing)>, Option<Item>);

/// The marks as they are.
#[derive(Default)]
pub(super) struct Marked {
    made_from: Option<Sources>,
    /// The caret stands at the find that is to come into sight.
    reveals: bool,
    /// A find was clicked, and is to come into sight in the list.
    shows_in_list: bool,
}

impl Marked {
    /// The caret is to come into sight.
    pub(super) const fn shows_caret(&mut self) {
        self.reveals = true;
    }
}

/// The id of the text, for the focus.
pub(super) fn widget() -> Id {
    Id::unique("intake-text")
}

fn look(tokens: &Tokens, kind: RangeKind) -> RangeLook {
    let tone = |all: &[(RangeKind, Tone)]| all.iter().find(|(known, _)| *known == kind).map(|(_, tone)| *tone);
    if kind == CURRENT {
        return RangeLook { color: Some(tokens.on_accent), background: Some(tokens.accent), ..RangeLook::default() };
    }
    if kind == OPEN {
        let colors = tokens.tone(Tone::Red);
        return RangeLook {
            color: Some(colors.ink),
            background: Some(colors.wash),
            underline: true,
            ..RangeLook::default()
        };
    }
    if let Some(tone) = tone(&SAID) {
        return RangeLook { background: Some(tokens.tone(tone).wash), ..RangeLook::default() };
    }
    match tone(&NAMED) {
        Some(tone) => {
            let colors = tokens.tone(tone);
            RangeLook { color: Some(colors.ink), background: Some(colors.wash), ..RangeLook::default() }
        }
        None => RangeLook::default(),
    }
}

/// The look of a place in the text.
fn kind_of(mark: MarkKind) -> RangeKind {
    let [(topic, _), (proposal, _), (decision, _), (follow_up, _)] = SAID;
    let [(body, _), (post, _), (fact, _), (person, _)] = NAMED;
    match mark {
        MarkKind::Title | MarkKind::Topic(_) => topic,
        MarkKind::Proposal(_) => proposal,
        MarkKind::Decision(_) => decision,
        MarkKind::FollowUp(_) => follow_up,
        MarkKind::Date | MarkKind::Time | MarkKind::End | MarkKind::NextDate | MarkKind::Place | MarkKind::Goal(_) => {
            fact
        }
        MarkKind::Body(_) | MarkKind::Group(_) => body,
        MarkKind::Post(_) => post,
        MarkKind::Person(_) => person,
    }
}

/// The bytes of a whole text as bytes of its paragraphs.
fn in_paragraphs(text: &str, range: &Range<usize>) -> Vec<(usize, Range<usize>)> {
    let mut start = 0;
    let mut found = Vec::new();
    for (paragraph, line) in text.split('\n').enumerate() {
        let end = start + line.len();
        let (from, to) = (range.start.max(start), range.end.min(end));
        if from < to {
            found.push((paragraph, from - start..to - start));
        }
        start = end + 1;
    }
    found
}

impl IntakeScreen {
    /// Brings the marks in step with what was read and decided, once for each.
    fn mark(&mut self) {
        // While it is written on, the marks go with their words until it is read again.
        if !self.is_read() {
            return;
        }
        let intake = &self.found.intake;
        let standings =
            self.found.items.iter().map(|item| (*item, self.decisions.standing(*item, intake))).collect::<Vec<_>>();
        let current = self.item_at();
        let made_from = Some((self.found.number, standings, current));
        if self.marked.made_from == made_from {
            return;
        }
        let kinds = SAID.iter().chain(&NAMED).map(|(kind, _)| *kind).chain([OPEN, CURRENT]);
        kinds.for_each(|kind| self.editor.unmark(kind));
        let text = self.editor.text();
        let mut first = None;
        for mark in intake.marks() {
            let item = Item::of_mark(mark.kind);
            let places = in_paragraphs(&text, &mark.range);
            let looks = match self.decisions.standing(item, intake) {
                _ if current == Some(item) => Some(CURRENT),
                Standing::Dropped => None,
                Standing::Open => Some(OPEN),
                Standing::Accepted | Standing::Missing => Some(kind_of(mark.kind)),
            };
            if current == Some(item) && first.is_none() {
                first = places.first().map(|(paragraph, bytes)| (*paragraph, bytes.start));
            }
            for (paragraph, bytes) in places {
                let tag = self.found.items.iter().position(|other| *other == item).map_or(0, |at| at as u64);
                let range = |kind| TextRange { kind, tag, grows: false };
                // The place stays one that can be clicked, whatever it looks like.
                _ = looks.and_then(|kind| self.editor.mark(paragraph, bytes, range(kind)));
            }
        }
        if let Some((paragraph, byte)) = first.filter(|_| self.shows) {
            self.editor.set_caret(paragraph, byte);
            self.marked.reveals = true;
        }
        self.marked.made_from = made_from;
    }

    /// The text's pane.
    pub(super) fn text_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        self.mark();
        let column = ui.available_rect_before_wrap();
        let tokens = ui.tokens();
        let is_read_only = cx.store.is_read_only();
        let mut clicked = None;
        let shown = scroll_vertical(ui, "intake-text", |ui, area| {
            area.show(ui, |ui| {
                Frame::new().inner_margin(ui.direction().margin(24, 20, 20)).show(ui, |ui| {
                    let output = EditorView::new(&mut self.editor, widget())
                        .label(tr!(cx.tr, "intake-text"))
                        .hint(tr!(cx.tr, "intake-hint"))
                        .font_size(16.0)
                        .line_height(30.0)
                        .min_lines(4)
                        .read_only(is_read_only)
                        .ranges(&|kind| look(tokens, kind))
                        .show(ui);
                    if std::mem::take(&mut self.marked.reveals) {
                        ui.scroll_to_rect(output.caret_rect.expand2(vec2(0.0, 60.0)), None);
                    }
                    // Only now: the text gives its focus away at a click beside it.
                    let is_new = !self.is_open && self.editor.is_empty();
                    if std::mem::take(&mut self.wants_text) || is_new {
                        output.response.request_focus();
                    }
                    clicked = output.clicked.map(|under| under.range.range.tag);
                })
            })
        });
        // The paper goes on below the last line.
        let below = column.with_min_y(column.top() + shown.content_size.y);
        if below.is_positive() && !is_read_only {
            let paper = ui.interact(below, widget().with("below"), Sense::CLICK);
            if paper.clicked() {
                self.editor.caret_to_end();
                ui.memory_mut(|memory| memory.request_focus(widget()));
            }
        }
        let item = clicked.and_then(|tag| self.found.items.get(usize::try_from(tag).ok()?).copied());
        if let Some(item) = item {
            // The caret stays where it was put: only the list goes along.
            self.at = Some(item.key(&self.found.intake));
            self.marked.shows_in_list = true;
        }
    }

    /// Was a find clicked in the text? Says it once.
    pub(super) fn was_clicked(&mut self) -> bool {
        std::mem::take(&mut self.marked.shows_in_list)
    }
}

#[cfg(test)]
mod tests {
    use super::in_paragraphs;

    fn check(text: &str, range: std::ops::Range<usize>, expected: &[&str]) {
        let lines: Vec<&str> = text.split('\n').collect();
        let found: Vec<&str> = in_paragraphs(text, &range)
            .into_iter()
            .map(|(paragraph, bytes)| lines.get(paragraph).and_then(|line| line.get(bytes)).expect("whole letters"))
            .collect();
        assert_eq!(found, expected, "{text:?} {range:?}");
    }

    #[test]
    fn a_place_in_the_text_is_a_place_in_its_paragraphs() {
        check("one\ntwo three", 4..7, &["two"]);
        check("one\ntwo three", 0..7, &["one", "two"]);
        check("one\n\ntwo", 2..6, &["e", "t"]);
        check("one", 0..0, &[]);
    }
}
