//! The board, the month and the timeline.

#![allow(clippy::indexing_slicing, reason = "the samples are the page's own: it knows how many there are")]

use super::tables::room;
use super::{Cx, Page, note, section};
use eframe::egui::Ui;
use tansiq::calendar::Calendar;
use tansiq::text::Weight;
use tansiq::widgets::{
    Board, BoardColumn, BoardState, CardHead, Chip, Line, MenuEntry, MonthEvent, MonthView, MonthViewState, Skeleton,
    Timeline, TimelineEntry, Tone, UiExt,
};

/// The page.
#[derive(Default)]
pub struct Boards {
    cards: Vec<Vec<(i64, String)>>,
    board: BoardState,
    month: Option<MonthViewState>,
}

/// The height of a card: its number, its words, its chips.
const CARD: f32 = 96.0;

const TONES: [Tone; 4] = [Tone::Neutral, Tone::Amber, Tone::Green, Tone::Blue];

impl Page for Boards {
    fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let words = cx.words;
        if self.cards.is_empty() {
            let titles = words.list("cards");
            self.cards = vec![Vec::new(); TONES.len()];
            for (at, title) in titles.into_iter().enumerate() {
                self.cards[at % 3].push((at as i64, title));
            }
        }
        section(ui, words.get("board"), |ui| {
            note(ui, words.get("board-keys"));
            room(ui, 330.0, |ui| self.board_ui(ui, cx));
        });
        section(ui, words.get("month"), |ui| room(ui, 420.0, |ui| self.month_ui(ui, cx)));
        section(ui, words.get("timeline"), |ui| timeline_ui(ui, cx));
        section(ui, words.get("loading"), |ui| {
            room(ui, 100.0, |ui| Skeleton::cards(words.get("loading"), 100.0).show(ui));
        });
    }
}

impl Boards {
    fn board_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let words = cx.words;
        let stages = words.list("stages");
        let cards = &mut self.cards;
        let columns: Vec<BoardColumn<'_>> = stages
            .iter()
            .zip(TONES)
            .enumerate()
            .map(|(at, (title, tone))| BoardColumn::new(title, tone, cards[at].len()))
            .collect();
        let head = |column: usize, place: usize| {
            let (key, title) = &cards[column][place];
            CardHead::new(*key, title.as_str())
        };
        let menu = |_| vec![MenuEntry::new(words.get("open")), MenuEntry::new(words.get("remove")).danger()];
        let numbers = words.list("numbers");
        let board = Board::new(cx.tr, words.get("board"), &columns).menu(&menu).card_height(CARD);
        let output = board.show(ui, &mut self.board, head, |ui, column, place| {
            let (key, title) = &cards[column][place];
            let number = usize::try_from(*key).ok().and_then(|at| numbers.get(at)).map_or("", String::as_str);
            ui.add(Line::new(&cx.tr.code(number)).weak(ui));
            ui.add(Line::new(title).weight(Weight::SemiBold));
            ui.row_of(22.0, |ui| {
                ui.add(Chip::new(words.get("area"), Tone::Lavender));
                ui.add(Chip::new(words.get("new"), Tone::Neutral));
            });
        });
        if let Some(moved) = output.moved {
            let card = cards[moved.from.0].remove(moved.from.1);
            cards[moved.to.0].insert(moved.to.1, card);
        }
    }

    fn month_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let texts = cx.words.list("events");
        let day = |days: i64| cx.today.add_days(days).unwrap_or(cx.today);
        let places = [0, 2, 2, 2, 2, 2, 2, -4, 9];
        let events: Vec<MonthEvent<'_>> = places
            .iter()
            .enumerate()
            .map(|(at, &days)| MonthEvent {
                key: at as i64,
                date: day(days),
                text: &texts[at % texts.len()],
                tone: TONES[at % TONES.len()],
            })
            .collect();
        let state = self.month.get_or_insert_with(|| MonthViewState::new(Calendar::Hijri, cx.today));
        MonthView::new(cx.words.get("month"), cx.dates(), &events).show(ui, state);
    }
}

fn timeline_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let (titles, abouts) = (cx.words.list("history"), cx.words.list("history-about"));
    let tones = [Tone::Green, Tone::Blue, Tone::Lavender, Tone::Amber];
    let days = [0, 0, -40, -120];
    let entries: Vec<TimelineEntry<'_>> = titles
        .iter()
        .zip(&abouts)
        .enumerate()
        .map(|(at, (title, about))| TimelineEntry {
            key: at as i64,
            date: Some(cx.today.add_days(days[at % days.len()]).unwrap_or(cx.today)),
            title,
            about,
            tone: tones[at % tones.len()],
        })
        .collect();
    Timeline::new(cx.words.get("timeline"), cx.dates(), &entries).show(ui);
}
