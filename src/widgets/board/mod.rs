//! A board: cards in columns, each column a stage of the work, moved from stage to stage.
//!
//! Columns stand from where lines start. A card is dragged to another place or column; Escape lets it be. With keys the
//! board is one stop of Tab: arrows walk from card to card, Enter opens one, Ctrl+arrows move it (along the line to the
//! neighbouring column, up and down within its own) and say where it went; the Menu key or Shift+F10 opens its menu. The
//! caller carries a move out; the board only asks for it. Delete asks for a card to go. Only the cards one sees are laid out.
//!
//! ```no_run
//! use tansiq::strings::Tr;
//! use tansiq::widgets::{Board, BoardColumn, BoardState, CardHead, Line, Tone};
//! fn board_ui(ui: &mut egui::Ui, tr: &Tr, state: &mut BoardState, stages: [&str; 2], cards: &mut [Vec<String>; 2]) {
//!     let columns = [
//!         BoardColumn::new(stages[0], Tone::Neutral, cards[0].len()),
//!         BoardColumn::new(stages[1], Tone::Green, cards[1].len()),
//!     ];
//!     let head = |column: usize, place: usize| CardHead::new((column * 1000 + place) as i64, &cards[column][place]);
//!     let output = Board::new(tr, "stages", &columns).show(ui, state, head, |ui, column, place| {
//!         ui.add(Line::new(&cards[column][place]));
//!     });
//!     if let Some(moved) = output.moved {
//!         let card = cards[moved.from.0].remove(moved.from.1);
//!         cards[moved.to.0].insert(moved.to.1, card);
//!     }
//! }
//! ```

mod draw;
mod keys;
mod stack;

use super::menu::{Chosen, MenuEntry};
use super::theme::Tone;
use crate::strings::Tr;
pub use stack::{Ends, ends};
use std::borrow::Cow;

/// A column: its title and how many cards are in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BoardColumn<'a> {
    /// The title.
    pub title: &'a str,
    /// The tone of its stage.
    pub tone: Tone,
    /// How many cards.
    pub cards: usize,
    /// How many there are, where not all of them are at hand.
    pub all: usize,
}

impl<'a> BoardColumn<'a> {
    /// A column with that many cards.
    pub const fn new(title: &'a str, tone: Tone, cards: usize) -> Self {
        Self { title, tone, cards, all: cards }
    }

    /// It holds so many, of which only the first are at hand.
    #[must_use]
    pub const fn of(mut self, all: usize) -> Self {
        self.all = all;
        self
    }
}

/// What the board must know of a card besides what is drawn in it.
pub struct CardHead<'a> {
    /// The same for the same record wherever it stands.
    pub key: i64,
    /// What a screen reader calls the card.
    pub name: Cow<'a, str>,
}

impl<'a> CardHead<'a> {
    /// A card with that key and that name.
    pub fn new(key: i64, name: impl Into<Cow<'a, str>>) -> Self {
        Self { key, name: name.into() }
    }
}

/// The column of a card and its place in it.
pub type Place = (usize, usize);

/// A card is to be moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved {
    /// Which card.
    pub key: i64,
    /// Where it stands.
    pub from: Place,
    /// Where it is to stand once it is taken out of there.
    pub to: Place,
}

/// What the person did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BoardOutput {
    /// Enter or a double click: this card is to be opened.
    pub opened: Option<Place>,
    /// One click: this card was chosen.
    pub clicked: Option<Place>,
    /// A card is to be moved.
    pub moved: Option<Moved>,
    /// A card was to go where [`Board::allows`] does not let it: say why.
    pub refused: Option<Moved>,
    /// Something was chosen from a card's menu.
    pub menu: Option<(Place, Chosen)>,
    /// Delete: this card is to go.
    pub removed: Option<Place>,
}

/// A board's memory; it belongs to the screen.
#[derive(Clone, Debug, Default)]
pub struct BoardState {
    /// The card the keys work on.
    at: Option<i64>,
    /// Where it stood last.
    place: Place,
    reveals: bool,
    /// The card being dragged, and where in it the pointer took hold.
    dragged: Option<(i64, egui::Vec2)>,
    menu_card: Option<i64>,
    /// What a screen reader hears next.
    announced: String,
    /// How far one has scrolled along the columns, in points from the start.
    scrolled: f32,
}

impl BoardState {
    /// The key of the current card.
    pub const fn selected(&self) -> Option<i64> {
        self.at
    }

    /// Chooses a card and scrolls to it.
    pub const fn select(&mut self, key: Option<i64>) {
        self.at = key;
        self.reveals = true;
    }
}

/// A board before it is shown.
#[must_use = "show it"]
pub struct Board<'a> {
    tr: &'a Tr,
    name: &'a str,
    columns: &'a [BoardColumn<'a>],
    card_height: f32,
    heights: Option<&'a dyn Fn(usize, f32) -> Ends>,
    is_sorted: bool,
    is_removable: bool,
    allows: Option<&'a dyn Fn(i64, usize) -> bool>,
    menu: Option<&'a dyn Fn(Place) -> Vec<MenuEntry>>,
}

/// The height of a card of three lines.
const CARD: f32 = 120.0;

impl<'a> Board<'a> {
    /// A board with that name for screen readers; `tr` has the words that say where a card went.
    pub const fn new(tr: &'a Tr, name: &'a str, columns: &'a [BoardColumn<'a>]) -> Self {
        Self {
            tr,
            name,
            columns,
            card_height: CARD,
            heights: None,
            is_sorted: false,
            is_removable: false,
            allows: None,
            menu: None,
        }
    }

    /// The height of each card.
    pub const fn card_height(mut self, height: f32) -> Self {
        self.card_height = height;
        self
    }

    /// Cards of different heights: where each card of a column ends when the columns are that wide, the gap below it
    /// included; [`ends`] adds them up. It is asked in every frame: keep the answer.
    pub const fn heights(mut self, heights: &'a dyn Fn(usize, f32) -> Ends) -> Self {
        self.heights = Some(heights);
        self
    }

    /// Cards can go: the Delete key asks for it.
    pub const fn removable(mut self) -> Self {
        self.is_removable = true;
        self
    }

    /// The cards of a column stand by an order of their own: they are moved from column to column and not within one, and
    /// the place in [`Moved::to`] says nothing.
    pub const fn sorted(mut self) -> Self {
        self.is_sorted = true;
        self
    }

    /// Which columns a card may go to; without this, to all.
    pub const fn allows(mut self, allows: &'a dyn Fn(i64, usize) -> bool) -> Self {
        self.allows = Some(allows);
        self
    }

    /// What can be done with a card.
    pub const fn menu(mut self, entries: &'a dyn Fn(Place) -> Vec<MenuEntry>) -> Self {
        self.menu = Some(entries);
        self
    }

    fn may_go(&self, key: i64, from: usize, to: usize) -> bool {
        if from == to {
            return !self.is_sorted;
        }
        self.allows.is_none_or(|allows| allows(key, to))
    }

    fn cards(&self, column: usize) -> usize {
        self.columns.get(column).map_or(0, |column| column.cards)
    }
}
