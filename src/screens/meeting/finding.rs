//! Finding words in the notes: the bar above them, and the walk from place to place through all items of the agenda.
//!
//! Apart from the notes, which it only marks: nothing of it is kept, and closing it leaves the caret where it was found.
//!
//! # Keyboard
//! Ctrl+F opens it, with what is selected in the notes, or comes back to its field. Enter and F3 go to the next place, with
//! Shift to the one before; after the last place of an item comes the next item that has one. Escape closes it, from the bar
//! and from the notes.

use super::notes::{Document, Entrance};
use super::{MeetingScreen, Part, notes_ui};
use crate::arabic;
use crate::domain::AgendaItemId;
use crate::screens::Cx;
use crate::screens::find_bar::{FindBar, Standing};
use crate::store::query::{AgendaView, MeetingView};
use crate::text::{self, Editor};
use crate::tr;
use egui::{Event, Ui};
use rustc_hash::FxHashMap;

/// What is being looked for in the notes, and how far one has come.
#[derive(Default)]
pub(super) struct Finding {
    bar: FindBar,
    /// How many places each item has.
    found: Vec<(AgendaItemId, usize)>,
    /// The same of items that were not opened yet, with what was sought in which answer of the store.
    stored: (String, u64, FxHashMap<AgendaItemId, usize>),
    /// The item that was just opened for its place, and from which end one comes.
    arriving: Option<(AgendaItemId, bool)>,
}

impl Finding {
    /// Is the bar shown?
    pub(super) const fn is_open(&self) -> bool {
        self.bar.is_open()
    }

    /// All places, in all items.
    fn count(&self) -> usize {
        self.found.iter().map(|(_, count)| count).sum()
    }

    /// The next item beside this one that has a place, round the ends of the agenda.
    fn next_item(&self, active: AgendaItemId, forward: bool) -> Option<AgendaItemId> {
        let at = self.found.iter().position(|(item, _)| *item == active)?;
        let (before, after) = (self.found.get(..at)?, self.found.get(at + 1..)?);
        let has = |(item, count): &(AgendaItemId, usize)| (*count > 0).then_some(*item);
        if forward {
            after.iter().chain(before).find_map(has)
        } else {
            before.iter().rev().chain(after.iter().rev()).find_map(has)
        }
    }

    /// The item that was opened for its place stands at the first one, or the last.
    pub(super) fn arrive(&mut self, ui: &Ui, item: AgendaItemId, editor: &mut Editor) {
        let Some((_, forward)) = self.arriving.take_if(|(arriving, _)| *arriving == item) else { return };
        if forward {
            editor.caret_to_start();
        } else {
            editor.caret_to_end();
        }
        find_in(editor, self.bar.sought());
        editor.find_next(forward);
        // the count stands above, and was told before
        ui.ctx().request_repaint();
    }
}

/// Marks every place in a text; answers how many there are.
fn find_in(editor: &mut Editor, sought: &str) -> usize {
    editor.find(sought, &|letter, push| arabic::fold_char(letter, &mut |folded| push(folded)))
}

/// How many places an item has as the store knows it.
fn count_stored(view: &MeetingView, item: &AgendaView, sought: &str) -> usize {
    let fold = |letter: char, push: &mut dyn FnMut(char)| arabic::fold_char(letter, &mut |folded| push(folded));
    notes_ui::texts(view, item).map(|text| text::find(text, sought, &fold).len()).sum()
}

impl MeetingScreen {
    /// Before anybody else sees the keys. Answers the events that came after Ctrl+F in the same frame: they belong to the field,
    /// which has the focus with the next one.
    pub(super) fn find_keys(&mut self, ui: &Ui) -> Vec<Event> {
        let is_covered = self.open.is_some() || self.reason.is_some() || self.closing.is_some();
        if is_covered || ui.memory(egui::Memory::top_modal_layer).is_some() {
            return Vec::new();
        }
        let asked = self.finding.bar.keys(ui);
        if asked.closes {
            self.close_find();
        }
        if asked.opens {
            self.open_find();
        }
        asked.after
    }

    /// Opens the bar with what is selected in the notes, if that is a line or less.
    pub(super) fn open_find(&mut self) {
        self.part = Part::Notes;
        let is_in_notes = self.notes.focused.is_some();
        let selected = self.document().filter(|_| is_in_notes).map(|document| document.editor.selected_text());
        self.finding.bar.open(selected);
    }

    /// Nothing is marked any more, and one writes on where one stands.
    pub(super) fn close_find(&mut self) {
        self.finding.bar.close();
        self.finding.arriving = None;
        for document in self.notes.documents.values_mut() {
            document.editor.end_find();
        }
        self.notes.enter = self.active.map(|item| (item, Entrance::AsItIs));
    }

    fn document(&mut self) -> Option<&mut Document> {
        self.notes.documents.get_mut(&self.active?)
    }

    /// Marks what is sought wherever it stands, and counts it.
    fn look_through(&mut self, view: &MeetingView, sought: &str) {
        let Self { finding, notes, page_facts: (answered, _), .. } = self;
        let Finding { stored: (counted, revision, known), .. } = finding;
        if (counted.as_str(), *revision) != (sought, *answered) {
            sought.clone_into(counted);
            *revision = *answered;
            known.clear();
        }
        let found = view.agenda.iter().map(|item| {
            let document = notes.documents.get_mut(&item.id);
            let count = match document {
                // what is typed in it may be newer than the store
                Some(document) => find_in(&mut document.editor, sought),
                None => *known.entry(item.id).or_insert_with(|| count_stored(view, item, sought)),
            };
            (item.id, count)
        });
        finding.found = found.collect();
    }

    /// The number of the place one stands at among all of them, from 1.
    fn standing(&mut self) -> Option<usize> {
        let number = self.document()?.editor.current_hit_number()?;
        let above = self.finding.found.iter().take_while(|(item, _)| Some(*item) != self.active);
        Some(above.map(|(_, count)| count).sum::<usize>() + number + 1)
    }

    /// On to the next place or back to the one before, in this item or beyond it.
    fn step_find(&mut self, cx: &mut Cx<'_>, forward: bool) {
        let Some(active) = self.active else { return };
        let within = self.document().and_then(|document| document.editor.next_hit(forward));
        let is_beyond = within.is_none_or(|next| next.is_round);
        if let Some(item) = self.finding.next_item(active, forward).filter(|_| is_beyond) {
            self.activate(cx, item);
            self.finding.arriving = Some((item, forward));
        } else if let Some(document) = self.document() {
            document.editor.find_next(forward);
        }
    }

    /// The bar above the notes.
    pub(super) fn find_bar_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, view: &MeetingView) {
        if !self.finding.is_open() {
            return;
        }
        let name = tr!(cx.tr, "find-notes");
        let mut bar = std::mem::take(&mut self.finding.bar);
        let asked = bar.show(ui, cx.tr, (egui::Id::unique("meeting-find"), &name), |_, sought, is_new| {
            self.look_through(view, sought);
            if let Some(document) = self.document().filter(|_| is_new) {
                document.editor.find_next(true);
            }
            Standing { number: self.standing(), count: self.finding.count() }
        });
        self.finding.bar = bar;
        if let Some(forward) = asked.step {
            self.step_find(cx, forward);
            ui.ctx().request_repaint();
        }
        if asked.closes {
            self.close_find();
            ui.ctx().request_repaint();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn after_the_last_place_of_an_item_comes_the_next_item_that_has_one() {
        let found = [(1, 2), (2, 0), (3, 1)].map(|(item, count)| (AgendaItemId(item), count)).to_vec();
        let finding = Finding { found, ..Finding::default() };
        let next = |active, forward| finding.next_item(AgendaItemId(active), forward).map(|item| item.0);
        assert_eq!(next(1, true), Some(3), "over one without");
        assert_eq!(next(3, true), Some(1), "round the end");
        assert_eq!(next(1, false), Some(3), "round the beginning");
        assert_eq!(next(2, false), Some(1));
        assert_eq!(next(9, true), None, "an item that is gone");
    }
}
