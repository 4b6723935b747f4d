//! What a table's keys ask for.

use super::edit::CellEdit;
use super::head::heads_id;
use super::selection::Choice;
use super::state::{Reveal, TableState};
use super::{Edited, RowHead, Table, TableOutput};
use crate::text::{keep_keys, take_focus};
use crate::widgets::direction::UiExt;
use crate::widgets::focus::is_idle;
use crate::widgets::menu::{below, open_menu};
use egui::{Event, EventFilter, Id, Key, Modifiers, Rect, Ui};

/// How a table stands in this frame, as far as its keys care.
pub(super) struct Standing<'a> {
    pub(super) id: Id,
    /// Rows a Page key goes.
    pub(super) page: usize,
    /// The shown columns, as places in the table's.
    pub(super) shown: &'a [usize],
    /// Does the table scroll along its columns?
    pub(super) is_wide: bool,
    /// Where the current row was drawn last, as far as one knows.
    pub(super) row_rect: Option<Rect>,
}

impl Table<'_> {
    /// Chooses the row at a place, in one of the ways.
    pub(super) fn choose<'r>(
        &self,
        state: &mut TableState,
        choice: Choice,
        row: usize,
        head: &impl Fn(usize) -> RowHead<'r>,
    ) {
        let choice = if self.is_multiple { choice } else { Choice::Only };
        let rows = self.rows;
        let stood = state.place;
        let place_of = |key: i64| {
            let stayed = stood < rows && head(stood).key == key;
            if stayed { Some(stood) } else { (0..rows).find(|&row| head(row).key == key) }
        };
        state.selection.choose(choice, head(row).key, row, place_of, |row| head(row).key);
        state.place = row;
    }

    /// Where the current row stands now: mostly where it stood.
    pub(super) fn place<'r>(&self, state: &mut TableState, head: &impl Fn(usize) -> RowHead<'r>) -> Option<usize> {
        if state.rows != self.rows && state.selection.len() > 1 {
            let there: std::collections::HashSet<i64> = (0..self.rows).map(|row| head(row).key).collect();
            state.selection.keep(|key| there.contains(&key));
        }
        state.rows = self.rows;
        let key = state.selection.at()?;
        let stayed = (state.place < self.rows).then(|| head(state.place).key) == Some(key);
        let place = if stayed { Some(state.place) } else { (0..self.rows).find(|&row| head(row).key == key) };
        match place {
            Some(row) => state.place = row,
            // Of several the others stay.
            None if state.selection.len() > 1 => state.selection.leave_place(),
            None => state.selection.only(None),
        }
        place
    }

    /// Is this cell one that can be changed? Answers what stands in it.
    fn editable(&self, row: usize, column: usize) -> Option<String> {
        self.edits.and_then(|text| text(row, column))
    }

    /// Begins to change a cell.
    pub(super) fn begin_edit<'r>(
        &self,
        state: &mut TableState,
        row: usize,
        column: usize,
        head: &impl Fn(usize) -> RowHead<'r>,
    ) -> bool {
        let (Some(text), Some(of)) = (self.editable(row, column), self.columns.get(column)) else { return false };
        self.choose(state, Choice::Only, row, head);
        state.column = Some(of.key.to_owned());
        state.editing = Some(CellEdit::new(head(row).key, of.key, text));
        state.reveals = Some(Reveal::Chosen);
        true
    }

    /// Ends the change of a cell and reports what stands there now.
    pub(super) fn commit(&self, state: &mut TableState, place: Option<usize>, output: &mut TableOutput) {
        let Some(edit) = state.editing.take().filter(CellEdit::is_changed) else { return };
        let column = self.columns.iter().position(|column| column.key == edit.column);
        if let (Some(row), Some(column)) = (place, column) {
            output.edited = Some(Edited { row, column, text: edit.text });
        }
    }

    /// The keys of a cell that is being changed.
    pub(super) fn edit_keys<'r>(
        &self,
        ui: &Ui,
        state: &mut TableState,
        standing: &Standing<'_>,
        head: &impl Fn(usize) -> RowHead<'r>,
        output: &mut TableOutput,
    ) {
        let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
        let Some(key) = state.editing.as_ref().map(|edit| edit.row) else { return };
        let place = if state.selection.at() == Some(key) { self.place(state, head) } else { None };
        let at = standing.shown.iter().position(|&at| self.column_key(at) == state.column.as_deref());
        let focus_table = || ui.memory_mut(|memory| memory.request_focus(standing.id));
        if pressed(Modifiers::NONE, Key::Escape) {
            state.editing = None;
            focus_table();
        } else if pressed(Modifiers::NONE, Key::Enter) {
            self.commit(state, place, output);
            if let Some(below) = place.map(|row| row + 1).filter(|&row| row < self.rows) {
                self.choose(state, Choice::Only, below, head);
                state.reveals = Some(Reveal::Chosen);
            }
            focus_table();
        } else {
            let is_back = pressed(Modifiers::SHIFT, Key::Tab);
            if !is_back && !pressed(Modifiers::NONE, Key::Tab) {
                return;
            }
            self.commit(state, place, output);
            let next = place.zip(at).and_then(|(row, at)| self.next_editable(row, at, is_back, standing.shown));
            if !next.is_some_and(|(row, column)| self.begin_edit(state, row, column, head)) {
                focus_table();
            }
        }
    }

    fn column_key(&self, at: usize) -> Option<&str> {
        self.columns.get(at).map(|column| column.key)
    }

    /// The next cell that can be changed, in reading order.
    fn next_editable(&self, row: usize, at: usize, is_back: bool, shown: &[usize]) -> Option<(usize, usize)> {
        let count = shown.len();
        let can = |&(row, at): &(usize, usize)| shown.get(at).is_some_and(|&at| self.editable(row, at).is_some());
        let cell = |index: usize| (index / count.max(1), index % count.max(1));
        let index = row * count + at;
        // Two rows on there is one, or there is none.
        let found = if is_back {
            (index.saturating_sub(2 * count)..index).rev().map(cell).find(can)
        } else {
            (index + 1..(index + 2 * count).min(self.rows * count)).map(cell).find(can)
        };
        found.and_then(|(row, at)| Some((row, *shown.get(at)?)))
    }

    /// Carries out the keys that were pressed; answers the row they led to.
    pub(super) fn keys<'r>(
        &self,
        ui: &Ui,
        state: &mut TableState,
        standing: &Standing<'_>,
        place: Option<usize>,
        head: &impl Fn(usize) -> RowHead<'r>,
        output: &mut TableOutput,
    ) -> Option<usize> {
        let last = self.rows.checked_sub(1)?;
        let (focused, is_idle) = (ui.memory(egui::Memory::focused), is_idle(ui.ctx()));
        // A menu that is open has the keys: it is only drawn after this.
        if egui::Popup::is_any_open(ui.ctx()) {
            return None;
        }
        if focused == Some(standing.id) {
            // Escape first gives up a selection of several rows, and only then the focus.
            let escape = state.selection.len() > 1;
            let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, escape, ..Default::default() };
            keep_keys(ui.ctx(), standing.id, filter);
        } else if focused == Some(heads_id(standing.id)) {
            // Who sorted by a heading and asks for all means the rows.
            if self.is_multiple && ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::A)) {
                state.selection.all((0..self.rows).map(|row| head(row).key));
                ui.memory_mut(|memory| memory.request_focus(standing.id));
            }
            return None;
        } else if !is_idle {
            return None;
        }
        if focused == Some(standing.id) && !state.selection.is_empty() {
            output.is_copied = take_copy(ui);
        }
        let mut place = place;
        let mut led_to = None;
        let is_band = |place: Option<usize>| place.is_some_and(|row| head(row).band.is_some());
        for (key, modifiers) in self.taken(ui, state, standing, place.is_some(), is_band(place)) {
            if let Some(target) = target(key, place, last, standing.page) {
                let choice = match (modifiers.command, modifiers.shift) {
                    (false, false) => Choice::Only,
                    (false, true) => Choice::Range,
                    (true, true) => Choice::AddRange,
                    (true, false) => Choice::Walk,
                };
                self.choose(state, choice, target, head);
                (place, led_to) = (Some(target), Some(target));
            } else if key == Key::A && modifiers.command {
                state.selection.all((0..self.rows).map(|row| head(row).key));
            } else if key == Key::Escape {
                let at = state.selection.at();
                state.selection.only(at);
            } else if key == Key::Delete {
                if state.selection.is_empty() {
                    let at = state.selection.at();
                    state.selection.only(at);
                }
                output.is_removed = true;
            } else if let Some(row) = place {
                self.act(ui, state, standing, (row, key, modifiers), head, output);
            }
        }
        if led_to.is_some() && is_idle {
            // To egui the arrow leads to the nearest widget below: a button in some row, where Enter would change it.
            take_focus(ui.ctx(), standing.id);
        }
        led_to
    }

    /// What a key does with the current row.
    #[allow(clippy::wildcard_enum_match_arm, reason = "of egui's keys only those taken come here")]
    fn act<'r>(
        &self,
        ui: &Ui,
        state: &mut TableState,
        standing: &Standing<'_>,
        (row, key, modifiers): (usize, Key, Modifiers),
        head: &impl Fn(usize) -> RowHead<'r>,
        output: &mut TableOutput,
    ) {
        let (shown, direction) = (standing.shown, ui.direction());
        let at = shown.iter().position(|&at| self.column_key(at) == state.column.as_deref());
        let column = at.and_then(|at| shown.get(at)).copied();
        if let Some(band) = head(row).band {
            let is_turned = match key {
                Key::Space => !modifiers.command,
                Key::Enter | Key::E => true,
                _ if key == direction.forward_key() => !band.is_open,
                _ if key == direction.back_key() => band.is_open,
                _ => false,
            };
            if is_turned {
                output.folded = Some(row);
            }
            if is_turned || !matches!(key, Key::Space) {
                return;
            }
        }
        match key {
            Key::Space if modifiers.command => self.choose(state, Choice::Turn, row, head),
            Key::Space => output.toggled = Some(row),
            Key::Enter | Key::F2 => {
                let is_changed = column.is_some_and(|column| self.begin_edit(state, row, column, head));
                if !is_changed && key == Key::Enter {
                    output.opened = Some(row);
                }
            }
            Key::E => output.opened = Some(row),
            Key::Menu | Key::F10 => {
                state.menu_row = state.selection.at();
                let rect = standing.row_rect.unwrap_or(ui.max_rect());
                open_menu(ui, standing.id.with("menu"), below(ui, rect), true);
            }
            _ if key == direction.forward_key() || key == direction.back_key() => {
                let next = match at {
                    None => 0,
                    Some(at) if key == direction.forward_key() => (at + 1).min(shown.len().saturating_sub(1)),
                    Some(at) => at.saturating_sub(1),
                };
                state.column = shown.get(next).and_then(|&at| self.column_key(at)).map(str::to_owned);
                state.reveals = Some(Reveal::Chosen);
            }
            _ => {}
        }
    }

    /// Takes the keys that are the table's out of the input, in their order.
    #[allow(clippy::wildcard_enum_match_arm, reason = "egui has two hundred keys; those named here are the table's")]
    fn taken(
        &self,
        ui: &Ui,
        state: &TableState,
        standing: &Standing<'_>,
        has_place: bool,
        is_band: bool,
    ) -> Vec<(Key, Modifiers)> {
        let walks_columns = self.edits.is_some() || standing.is_wide || is_band;
        let is_ours = |key: Key, held: Modifiers| {
            let is_plain = held.is_none();
            match key {
                _ if held.alt => false,
                Key::ArrowUp | Key::ArrowDown | Key::PageUp | Key::PageDown | Key::Home | Key::End => {
                    is_plain || self.is_multiple
                }
                Key::J | Key::K => is_plain,
                Key::A => held.command && self.is_multiple,
                Key::Escape => is_plain && state.selection.len() > 1,
                Key::ArrowLeft | Key::ArrowRight => is_plain && has_place && walks_columns,
                Key::Space => has_place && (is_plain || (held.command && self.is_multiple)),
                Key::Enter | Key::E => is_plain && has_place,
                Key::Delete => is_plain && self.is_removable && (has_place || !state.selection.is_empty()),
                Key::F2 => is_plain && has_place && self.edits.is_some(),
                Key::Menu => has_place && self.menu.is_some(),
                Key::F10 => held.shift && has_place && self.menu.is_some(),
                _ => false,
            }
        };
        let mut taken = Vec::new();
        ui.input_mut(|input| {
            input.events.retain(|event| {
                let Event::Key { key, pressed: true, modifiers, .. } = event else { return true };
                let is_taken = is_ours(*key, *modifiers);
                if is_taken {
                    taken.push((*key, *modifiers));
                }
                !is_taken
            });
        });
        taken
    }
}

/// Was Ctrl+C pressed? The window system makes an event of its own of it.
fn take_copy(ui: &Ui) -> bool {
    ui.input_mut(|input| {
        let before = input.events.len();
        input.events.retain(|event| !matches!(event, Event::Copy));
        input.events.len() < before
    })
}

/// The row a key leads to from another.
fn target(key: Key, place: Option<usize>, last: usize, page: usize) -> Option<usize> {
    let target = match (key, place) {
        (Key::ArrowDown | Key::J | Key::PageDown, None) => 0,
        (Key::ArrowUp | Key::K, None) => last,
        (Key::PageUp, None) => 0,
        (Key::ArrowDown | Key::J, Some(row)) => row + 1,
        (Key::ArrowUp | Key::K, Some(row)) => row.saturating_sub(1),
        (Key::PageDown, Some(row)) => row + page,
        (Key::PageUp, Some(row)) => row.saturating_sub(page),
        (Key::Home, _) => 0,
        (Key::End, _) => last,
        _ => return None,
    };
    Some(target.min(last))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(key: Key, place: Option<usize>, expected: Option<usize>) {
        assert_eq!(target(key, place, 99, 10), expected, "{key:?} from {place:?}");
    }

    #[test]
    fn keys_lead_from_row_to_row_and_never_out_of_the_list() {
        check(Key::ArrowDown, None, Some(0));
        check(Key::ArrowDown, Some(99), Some(99));
        check(Key::ArrowUp, Some(0), Some(0));
        check(Key::ArrowUp, None, Some(99));
        check(Key::PageDown, Some(95), Some(99));
        check(Key::PageUp, Some(25), Some(15));
        check(Key::Home, Some(50), Some(0));
        check(Key::End, None, Some(99));
        check(Key::Enter, Some(3), None);
    }
}
