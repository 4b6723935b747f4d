//! Looking for words in the minutes: in every text that is written here, also in those of parts that are shut.
//!
//! Apart from the texts, which it only marks. A step to a place in a part that is shut opens that part; closing the bar leads
//! into the text in which one stands.

use super::MinutesScreen;
use super::texts::{Field, Place};
use crate::arabic;
use crate::domain::{AddendumId, ComposedTexts, MinutesPart, TemplateKind};
use crate::screens::Cx;
use crate::screens::find_bar::{FindBar, Standing};
use crate::store::query::MeetingView;
use crate::text;
use crate::tr;
use crate::widgets::Sought;
use egui::{Response, Ui};

/// A text in which words are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Site {
    /// What stands in a field of a record.
    Purpose,
    Other,
    Addendum(AddendumId),
    /// What stands in a field of a part or an item.
    Field(Field),
}

/// How many places a text has, and the part in which it stands.
struct Found {
    site: Site,
    part: Option<MinutesPart>,
    count: usize,
}

/// What is being looked for, and how far one has come.
#[derive(Default)]
pub(super) struct Finding {
    bar: FindBar,
    found: Vec<Found>,
    /// The text in which one stands, and the number of the place in it.
    at: Option<(Site, usize)>,
    /// The place one stands at is new: it is to come into sight.
    reveals: bool,
    /// The text that is to have the focus, now that the bar is closed.
    enters: Option<Site>,
}

impl Finding {
    fn count(&self) -> usize {
        self.found.iter().map(|found| found.count).sum()
    }

    /// The number of the place one stands at among all of them.
    fn number(&self) -> Option<usize> {
        let (site, number) = self.at?;
        let above = self.found.iter().take_while(|found| found.site != site).map(|found| found.count);
        Some(above.sum::<usize>() + number)
    }

    /// Stands at the place of that number, round the ends. Answers the part in which it is.
    fn stand_at(&mut self, number: usize) -> Option<MinutesPart> {
        let mut rest = number.checked_rem(self.count())?;
        for found in &self.found {
            if rest < found.count {
                self.at = Some((found.site, rest));
                self.reveals = true;
                return found.part;
            }
            rest -= found.count;
        }
        None
    }

    /// What a text marks while the bar is shown.
    pub(super) fn sought_in(&mut self, site: Site) -> Option<Sought<'_>> {
        if !self.bar.is_open() {
            return None;
        }
        let at = self.at.filter(|(at, _)| *at == site).map(|(_, number)| number);
        let is_new = at.is_some() && std::mem::take(&mut self.reveals);
        Some(Sought { words: self.bar.sought(), at, is_new })
    }

    /// The text in which one stood when the bar was closed has the focus.
    pub(super) fn enter(&mut self, site: Site, response: &Response) {
        if self.enters.take_if(|enters| *enters == site).is_some() {
            response.request_focus();
        }
    }
}

fn count_in(text: &str, sought: &str) -> usize {
    text::find(text, sought, &|letter, push| arabic::fold_char(letter, &mut |folded| push(folded))).len()
}

impl MinutesScreen {
    /// Before anybody else sees the keys.
    pub(super) fn find_keys(&mut self, ui: &Ui) {
        let waited = std::mem::take(&mut self.later_events);
        ui.input_mut(|input| _ = input.events.splice(0..0, waited));
        let is_covered = self.reason.is_some() || self.versions.is_some();
        if is_covered || ui.memory(egui::Memory::top_modal_layer).is_some() {
            return;
        }
        let asked = self.finding.bar.keys(ui);
        if asked.closes {
            self.close_find();
        }
        if asked.opens {
            self.open_find();
        }
        self.later_events = asked.after;
    }

    pub(super) fn open_find(&mut self) {
        self.finding.bar.open(None);
    }

    fn close_find(&mut self) {
        self.finding.bar.close();
        self.finding.enters = self.finding.at.take().map(|(site, _)| site);
    }

    /// The bar above the parts.
    pub(super) fn find_bar_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, view: &MeetingView) {
        if !self.finding.bar.is_open() {
            return;
        }
        let composed = self.preview.composed().clone();
        let name = tr!(cx.tr, "find-minutes");
        let mut bar = std::mem::take(&mut self.finding.bar);
        let asked = bar.show(ui, cx.tr, (egui::Id::unique("minutes-find"), &name), |_, sought, is_new| {
            self.look_through(cx, view, &composed, sought);
            if is_new {
                self.finding.at = None;
                self.stand_at(0);
            }
            Standing { number: self.finding.number().map(|number| number + 1), count: self.finding.count() }
        });
        self.finding.bar = bar;
        if let Some(forward) = asked.step {
            let count = self.finding.count();
            let next = match (self.finding.number(), forward) {
                (None, true) => 0,
                (None, false) => count.saturating_sub(1),
                (Some(number), true) => number + 1,
                (Some(number), false) => number + count - 1,
            };
            self.stand_at(next);
            ui.ctx().request_repaint();
        }
        if asked.closes {
            self.close_find();
            ui.ctx().request_repaint();
        }
    }

    /// A part that is shut opens for its place.
    fn stand_at(&mut self, number: usize) {
        let part = self.finding.stand_at(number);
        self.open.extend(part);
    }

    /// Counts what is sought in every text, in the order in which they stand.
    fn look_through(&mut self, cx: &Cx<'_>, view: &MeetingView, composed: &ComposedTexts, sought: &str) {
        let mut found: Vec<Found> = Vec::new();
        let mut look = |part: Option<MinutesPart>, site: Site, text: &str| {
            let count = count_in(text, sought);
            found.push(Found { site, part, count });
        };
        for addendum in &view.addenda {
            look(None, Site::Addendum(addendum.id), self.texts.text(Place::Addendum(addendum.id)));
        }
        let of_part = |part: MinutesPart| {
            let words = composed.parts.get(&part).map_or("", String::as_str);
            self.texts.words(Field::Part(part)).unwrap_or(words)
        };
        let template = cx.settings.papers.of(TemplateKind::Minutes);
        for part in self.texts.layout.parts_after(&template) {
            match part {
                MinutesPart::Purpose => look(Some(part), Site::Purpose, self.texts.text(Place::Purpose)),
                MinutesPart::Other => look(Some(part), Site::Other, self.texts.text(Place::Other)),
                MinutesPart::Facts | MinutesPart::Approval => {}
                MinutesPart::Discussion => {
                    let opening = MinutesPart::Opening;
                    if self.texts.layout.has(opening) {
                        look(Some(part), Site::Field(Field::Part(opening)), of_part(opening));
                    }
                    for (index, item) in view.agenda.iter().enumerate() {
                        let notes = composed.items.get(index).map_or("", String::as_str);
                        let words = self.texts.words(Field::Item(item.id)).unwrap_or(notes);
                        look(Some(part), Site::Field(Field::Item(item.id)), words);
                    }
                }
                MinutesPart::Attendance
                | MinutesPart::Agenda
                | MinutesPart::Earlier
                | MinutesPart::Opening
                | MinutesPart::Regulations
                | MinutesPart::Proposals
                | MinutesPart::Decisions
                | MinutesPart::Tasks
                | MinutesPart::Next
                | MinutesPart::Closing
                | MinutesPart::Attachments => look(Some(part), Site::Field(Field::Part(part)), of_part(part)),
            }
        }
        self.finding.found = found;
        // The place may have gone with the words around it.
        let has = |(site, number): &(Site, usize)| {
            self.finding.found.iter().any(|found| found.site == *site && found.count > *number)
        };
        self.finding.at = self.finding.at.filter(has);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_walked_over_all_texts_and_round_the_ends() {
        let found = |site, part, count| Found { site, part: Some(part), count };
        let mut finding = Finding {
            found: vec![
                found(Site::Purpose, MinutesPart::Purpose, 2),
                found(Site::Field(Field::Part(MinutesPart::Tasks)), MinutesPart::Tasks, 0),
                found(Site::Other, MinutesPart::Other, 1),
            ],
            ..Finding::default()
        };
        let mut check = |number, part, at| {
            assert_eq!(finding.stand_at(number), Some(part), "{number}");
            assert_eq!((finding.at, finding.number()), (Some(at), Some(number % 3)));
        };
        check(1, MinutesPart::Purpose, (Site::Purpose, 1));
        check(2, MinutesPart::Other, (Site::Other, 0));
        check(3, MinutesPart::Purpose, (Site::Purpose, 0));
        assert_eq!(Finding::default().stand_at(0), None);
    }
}
