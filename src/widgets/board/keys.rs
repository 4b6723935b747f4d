//! Where the keys of a board lead, and where they move a card.

use super::{Board, BoardOutput, BoardState, CardHead, Moved, Place};
use crate::text::{keep_keys, take_focus};
use crate::tr;
use crate::widgets::direction::{Direction, UiExt};
use crate::widgets::focus::is_idle;
use crate::widgets::menu::{below, open_menu};
use egui::{Event, EventFilter, Id, Key, Modifiers, Rect, Ui};

/// A step of the arrow keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Up,
    Down,
    Forward,
    Back,
    First,
    Last,
}

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Press {
    /// Another card.
    Step(Step),
    /// The card goes there.
    Move(Step),
    Open,
    Remove,
    Menu,
}

impl Board<'_> {
    /// Where the current card stands now: mostly where it stood. One that moves may stand nowhere while the columns are read
    /// anew: it is not forgotten for that.
    pub(super) fn place<'r>(
        &self,
        state: &mut BoardState,
        head: &impl Fn(usize, usize) -> CardHead<'r>,
    ) -> Option<Place> {
        let found = self.find(state, head);
        state.place = found.unwrap_or(state.place);
        found
    }

    /// Where the current card stands now.
    pub(super) fn find<'r>(&self, state: &BoardState, head: &impl Fn(usize, usize) -> CardHead<'r>) -> Option<Place> {
        let key = state.at?;
        let is_there = |&(column, place): &Place| place < self.cards(column) && head(column, place).key == key;
        let all = || (0..self.columns.len()).flat_map(|at| (0..self.cards(at)).map(move |place| (at, place)));
        Some(state.place).filter(is_there).or_else(|| all().find(is_there))
    }

    /// Carries out the keys that were pressed.
    pub(super) fn keys<'r>(
        &self,
        ui: &Ui,
        id: Id,
        state: &mut BoardState,
        place: Option<Place>,
        head: &impl Fn(usize, usize) -> CardHead<'r>,
        output: &mut BoardOutput,
    ) {
        if is_idle(ui.ctx()) && self.is_entered(ui) {
            take_focus(ui.ctx(), id);
        } else if !ui.memory(|memory| memory.has_focus(id)) {
            return;
        }
        let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..Default::default() };
        keep_keys(ui.ctx(), id, filter);
        let mut place = place;
        for press in self.presses(ui) {
            match (press, place) {
                (Press::Move(step), Some(at)) => {
                    let Some(key) = state.at else { continue };
                    // Moved twice in a frame it still stands where it stood.
                    let from = output.moved.filter(|moved| moved.key == key).map_or(at, |moved| moved.from);
                    match self.moved(at, key, step) {
                        Some(to) => {
                            place = Some(to);
                            self.ask(state, Moved { key, from, to }, &head(from.0, from.1).name, output);
                        }
                        None => {
                            output.refused = self.neighbour(at.0, step).map(|to| Moved { key, from, to: (to, 0) });
                        }
                    }
                }
                (Press::Step(step), _) => {
                    let target = match place {
                        Some(place) => self.stepped(place, step),
                        None => self.columns.iter().position(|column| column.cards > 0).map(|column| (column, 0)),
                    };
                    if let Some(target) = target {
                        self.choose(state, target, head);
                        state.reveals = true;
                        place = Some(target);
                    }
                }
                (Press::Open, Some(_)) => output.opened = place,
                (Press::Remove, Some(_)) => output.removed = place,
                (Press::Menu, Some(_)) => {
                    state.menu_card = state.at;
                    let rect = ui.data(|data| data.get_temp::<Rect>(id.with("current"))).unwrap_or(ui.max_rect());
                    open_menu(ui, id.with("menu"), below(ui, rect), true);
                }
                (Press::Move(_) | Press::Open | Press::Remove | Press::Menu, None) => {}
            }
        }
    }

    /// Does a key lead into the board, while nothing has the focus?
    fn is_entered(&self, ui: &Ui) -> bool {
        let keys = Self::arrows(ui.direction()).map(|(key, _)| key);
        ui.input(|input| input.modifiers.is_none() && keys.into_iter().any(|key| input.key_pressed(key)))
    }

    fn arrows(direction: Direction) -> [(Key, Step); 6] {
        [
            (Key::ArrowUp, Step::Up),
            (Key::ArrowDown, Step::Down),
            (direction.forward_key(), Step::Forward),
            (direction.back_key(), Step::Back),
            (Key::Home, Step::First),
            (Key::End, Step::Last),
        ]
    }

    /// Takes the keys that are the board's out of the input, in their order.
    fn presses(&self, ui: &Ui) -> Vec<Press> {
        let arrows = Self::arrows(ui.direction());
        let meaning = |event: &Event| {
            let Event::Key { key, pressed: true, modifiers, .. } = event else { return None };
            let step = arrows.iter().find(|(arrow, _)| arrow == key).map(|(_, step)| *step);
            let is_plain = modifiers.is_none();
            match (step, *key) {
                (Some(step), _) if is_plain => Some(Press::Step(step)),
                (Some(step), _) if modifiers.matches_logically(Modifiers::COMMAND) => Some(Press::Move(step)),
                (None, Key::Enter | Key::Space) if is_plain => Some(Press::Open),
                (None, Key::Delete) if is_plain && self.is_removable => Some(Press::Remove),
                (None, Key::Menu) if self.menu.is_some() => Some(Press::Menu),
                (None, Key::F10) if self.menu.is_some() && modifiers.shift_only() => Some(Press::Menu),
                _ => None,
            }
        };
        let mut presses = Vec::new();
        ui.input_mut(|input| {
            input.events.retain(|event| {
                let press = meaning(event);
                presses.extend(press);
                press.is_none()
            });
        });
        presses
    }

    pub(super) fn choose<'r>(
        &self,
        state: &mut BoardState,
        place: Place,
        head: &impl Fn(usize, usize) -> CardHead<'r>,
    ) {
        state.at = Some(head(place.0, place.1).key);
        state.place = place;
    }

    /// Asks for a move and says where the card goes.
    pub(super) fn ask(&self, state: &mut BoardState, moved: Moved, name: &str, output: &mut BoardOutput) {
        let (column, place) = moved.to;
        let title = self.columns.get(column).map_or("", |column| column.title);
        let count = self.cards(column) + usize::from(moved.from.0 != column);
        let (tr, place) = (self.tr, place + 1);
        state.announced = if self.is_sorted {
            tr!(tr, "widgets-board-moved-into", card = name, column = title)
        } else {
            tr!(tr, "widgets-board-moved", card = name, column = title, place = place, count = count)
        };
        state.at = Some(moved.key);
        state.place = moved.to;
        state.reveals = true;
        output.moved = Some(moved);
    }

    /// The card one step on; columns without cards are passed over.
    fn stepped(&self, (column, place): Place, step: Step) -> Option<Place> {
        let last = self.cards(column).saturating_sub(1);
        let beside = |mut columns: Box<dyn Iterator<Item = usize>>| {
            let found = columns.find(|&at| self.cards(at) > 0)?;
            Some((found, place.min(self.cards(found).saturating_sub(1))))
        };
        match step {
            Step::Up => Some((column, place.saturating_sub(1))),
            Step::Down => Some((column, (place + 1).min(last))),
            Step::First => Some((column, 0)),
            Step::Last => Some((column, last)),
            Step::Forward => beside(Box::new(column + 1..self.columns.len())),
            Step::Back => beside(Box::new((0..column).rev())),
        }
    }

    /// The column a step along the line leads to.
    fn neighbour(&self, column: usize, step: Step) -> Option<usize> {
        match step {
            Step::Forward => Some(column + 1).filter(|next| *next < self.columns.len()),
            Step::Back => column.checked_sub(1),
            Step::Up | Step::Down | Step::First | Step::Last => None,
        }
    }

    /// Where a card stands after a step with Ctrl.
    fn moved(&self, (column, place): Place, key: i64, step: Step) -> Option<Place> {
        let last = self.cards(column).saturating_sub(1);
        let into = |to: usize| Some((to, place.min(self.cards(to))));
        let may = |to: &usize| self.may_go(key, column, *to);
        let to = match step {
            Step::Up | Step::Down | Step::First | Step::Last if self.is_sorted => None,
            Step::Up => Some((column, place.checked_sub(1)?)),
            Step::Down => Some((column, place + 1)).filter(|_| place < last),
            Step::First => Some((column, 0)).filter(|_| place > 0),
            Step::Last => Some((column, last)).filter(|_| place < last),
            Step::Forward => (column + 1..self.columns.len()).find(may).and_then(into),
            Step::Back => (0..column).rev().find(may).and_then(into),
        };
        to.filter(|&to| to != (column, place))
    }
}
