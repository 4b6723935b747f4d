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
use crate::store::query::{AgendaView, MeetingView};
use crate::text::{self, Editor};
use crate::tr;
use crate::widgets::{Button, Field, Icon, Line, Tone, Type, UiExt};
use egui::{Event, EventFilter, Frame, Key, Margin, Modifiers, Panel, Role, Ui};
use rustc_hash::FxHashMap;

/// What is being looked for in the notes, and how far one has come.
#[derive(Default)]
pub(super) struct Finding {
    is_open: bool,
    /// What stands in the field.
    sought: String,
    /// The field asks for the focus, and for all of its text to be selected.
    wants_focus: bool,
    /// What is sought came from elsewhere than the field: one stands at its next place at once.
    is_new: bool,
    /// A step that was asked for by its keys: forward, or back.
    step: Option<bool>,
    /// How many places each item has.
    found: Vec<(AgendaItemId, usize)>,
    /// The same of items that were not opened yet, with what was sought in which answer of the store.
    stored: (String, u64, FxHashMap<AgendaItemId, usize>),
    /// The item that was just opened for its place, and from which end one comes.
    arriving: Option<(AgendaItemId, bool)>,
    /// The field or a button had the focus in the last frame: Escape takes it from a button before anybody is asked.
    had_focus: bool,
}

impl Finding {
    /// Is the bar shown?
    pub(super) const fn is_open(&self) -> bool {
        self.is_open
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
        find_in(editor, &self.sought);
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

/// Is it Ctrl+F, and not with Shift?
fn is_asked(event: &Event) -> bool {
    let Event::Key { key, physical_key, pressed: true, modifiers, .. } = event else { return false };
    let is_latin = key.name().len() == 1;
    let is_key = *key == Key::F || (!is_latin && *physical_key == Some(Key::F));
    is_key && modifiers.matches_exact(Modifiers::COMMAND)
}

impl MeetingScreen {
    /// Before anybody else sees the keys. Answers the events that came after Ctrl+F in the same frame: they belong to the field,
    /// which has the focus with the next one.
    pub(super) fn find_keys(&mut self, ui: &Ui) -> Vec<Event> {
        let had_focus = std::mem::take(&mut self.finding.had_focus);
        let is_covered = self.open.is_some() || self.reason.is_some() || self.closing.is_some();
        if is_covered || ui.memory(egui::Memory::top_modal_layer).is_some() {
            return Vec::new();
        }
        let pressed = |key: Key, modifiers| ui.input_mut(|input| input.consume_key(modifiers, key));
        if self.finding.is_open {
            if had_focus && pressed(Key::Escape, Modifiers::NONE) {
                self.close_find();
            } else if pressed(Key::F3, Modifiers::SHIFT) {
                self.finding.step = Some(false);
            } else if pressed(Key::F3, Modifiers::NONE) {
                self.finding.step = Some(true);
            }
        }
        let after = ui.input_mut(|input| {
            let at = input.events.iter().position(is_asked)?;
            let after = input.events.split_off(at + 1);
            input.events.truncate(at);
            Some(after)
        });
        let Some(after) = after else { return Vec::new() };
        self.open_find();
        if !after.is_empty() {
            ui.ctx().request_repaint();
        }
        after
    }

    /// Opens the bar with what is selected in the notes, if that is a line or less.
    pub(super) fn open_find(&mut self) {
        self.part = Part::Notes;
        self.finding.is_open = true;
        self.finding.wants_focus = true;
        let is_in_notes = self.notes.focused.is_some();
        let Some(document) = self.document().filter(|_| is_in_notes) else { return };
        let selected = document.editor.selected_text();
        if !selected.trim().is_empty() && !selected.contains('\n') {
            self.finding.sought = selected;
            self.finding.is_new = true;
        }
    }

    /// Nothing is marked any more, and one writes on where one stands.
    pub(super) fn close_find(&mut self) {
        self.finding.is_open = false;
        self.finding.step = None;
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
    fn look_through(&mut self, view: &MeetingView) {
        let Self { finding, notes, page_facts: (answered, _), .. } = self;
        let Finding { sought, stored: (counted, revision, known), .. } = finding;
        if (counted.as_str(), *revision) != (sought.as_str(), *answered) {
            counted.clone_from(sought);
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
        if !self.finding.is_open {
            return;
        }
        let tokens = ui.tokens();
        let bar = Frame::new().fill(tokens.surface_sunken).inner_margin(Margin::symmetric(16, 8));
        let bar = Panel::top(egui::Id::unique("meeting-find")).frame(bar).show_separator_line(false);
        let shown = bar.show(ui, |ui| {
            ui.row_of(ui.metrics().control, |ui| {
                ui.spacing_mut().item_spacing.x = ui.metrics().small;
                self.find_row_ui(ui, cx, view);
            });
        });
        let rect = shown.response.rect;
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, tokens.hairline());
    }

    fn find_row_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, view: &MeetingView) {
        let name = tr!(cx.tr, "find-notes");
        let buttons = 3.0 * (ui.metrics().control + ui.metrics().small);
        let width = (ui.available_width() - buttons - COUNT).clamp(LEAST_FIELD, MOST_FIELD);
        // the editor takes Enter and does not say whether Shift was held
        let has_shift = ui.input(|input| input.events.iter().any(is_shift_enter));
        let wants_focus = std::mem::take(&mut self.finding.wants_focus);
        let field = Field::new(&mut self.finding.sought, &name).bare().hint(&name).icon(Icon::Search);
        let field = field.role(Role::SearchInput).width(width).selects(wants_focus).show(ui);
        if wants_focus {
            field.response.request_focus();
        }
        let mut has_focus = wants_focus || field.response.has_focus();
        if has_focus {
            // Escape closes the bar: egui would take the focus away with it.
            let filter = EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: true };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(field.response.id, filter));
        }
        let is_new = std::mem::take(&mut self.finding.is_new) || field.changed;
        self.look_through(view);
        if let Some(document) = self.document().filter(|_| is_new) {
            document.editor.find_next(true);
        }
        let asked = self.finding.step.take();
        let mut step = asked.or_else(|| field.submitted.then_some(!has_shift));
        let words = self.count_words_found(cx);
        let count = self.finding.count();
        let is_missed = count == 0 && !self.finding.sought.is_empty();
        let ink = if is_missed { ui.tokens().tone(Tone::Amber).ink } else { ui.tokens().ink_weak };
        let told = ui.add(Line::new(&words).size(Type::Caption).color(ink));
        ui.ctx().accesskit_node_builder(told.id, |node| node.set_live(egui::accesskit::Live::Polite));
        let steps = [(false, "find-before", "Shift Enter", Icon::Up), (true, "find-next", "Enter", Icon::Down)];
        for (forward, key, keys, icon) in steps {
            let words = cx.tr.text(key, &[]);
            let button = ui.add(Button::icon_only(icon, &words).keys(keys).enabled(count > 0));
            has_focus |= button.has_focus();
            if button.clicked() {
                step = Some(forward);
            }
        }
        let words = tr!(cx.tr, "find-close");
        let close = ui.at_end("close", |ui| ui.add(Button::icon_only(Icon::Close, &words).keys("Esc"))).inner;
        has_focus |= close.has_focus();
        self.finding.had_focus = has_focus;
        if let Some(forward) = step.filter(|_| count > 0) {
            self.step_find(cx, forward);
            ui.ctx().request_repaint();
        }
        if close.clicked() {
            self.close_find();
            ui.ctx().request_repaint();
        }
    }

    /// «3 من 12», or how many there are while one stands at none.
    fn count_words_found(&mut self, cx: &Cx<'_>) -> String {
        if self.finding.sought.is_empty() {
            return String::new();
        }
        let count = self.finding.count();
        match self.standing() {
            Some(number) if count > 0 => tr!(cx.tr, "find-place", number = number, count = count),
            _ => tr!(cx.tr, "find-count", count = count),
        }
    }
}

/// The room of the count, in points.
const COUNT: f32 = 88.0;

/// The field is no narrower than that, and no wider than this.
const LEAST_FIELD: f32 = 110.0;
const MOST_FIELD: f32 = 320.0;

fn is_shift_enter(event: &Event) -> bool {
    matches!(event, Event::Key { key: Key::Enter, pressed: true, modifiers, .. } if modifiers.shift)
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

    #[test]
    fn ctrl_f_is_where_it_is_on_the_keyboard_and_has_no_shift() {
        let key = |key, physical_key: Key, modifiers| Event::Key {
            key,
            physical_key: Some(physical_key),
            pressed: true,
            repeat: false,
            modifiers,
        };
        assert!(is_asked(&key(Key::F, Key::F, Modifiers::COMMAND)));
        assert!(is_asked(&key(Key::OpenBracket, Key::F, Modifiers::COMMAND)), "a layout without Latin letters");
        assert!(!is_asked(&key(Key::U, Key::F, Modifiers::COMMAND)), "another Latin layout");
        assert!(!is_asked(&key(Key::F, Key::F, Modifiers::COMMAND | Modifiers::SHIFT)));
        assert!(!is_asked(&key(Key::F, Key::F, Modifiers::NONE)));
    }
}
