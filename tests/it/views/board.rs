//! The board: cards walked, opened and moved, by hand and by keys, and what is said of it.

use super::{BOTH, Hands, direction, window, words};
use eframe::egui::{Event, Key, Modifiers, Rect, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use tansiq::strings::{Language, Tr};
use tansiq::widgets::{Board, BoardColumn, BoardOutput, BoardState, CardHead, Line, MenuEntry, Tone};

/// Cards in three stages; the last stage takes no card whose number is odd.
struct Stages {
    tr: Tr,
    state: BoardState,
    cards: [Vec<i64>; 3],
    said: Vec<BoardOutput>,
    drawn: usize,
    is_sorted: bool,
}

const TITLES: [&str; 3] = ["Received", "Studied", "Done"];

fn stages(language: Language, cards: [Vec<i64>; 3]) -> Harness<'static, Stages> {
    let state = Stages {
        tr: words(language),
        state: BoardState::default(),
        cards,
        said: Vec::new(),
        drawn: 0,
        is_sorted: false,
    };
    window(language, [900.0, 600.0], state, draw)
}

fn few(language: Language) -> Harness<'static, Stages> {
    stages(language, [vec![1, 2, 3], vec![4], Vec::new()])
}

fn draw(ui: &mut eframe::egui::Ui, stages: &mut Stages) {
    let Stages { tr, state, cards, said, drawn, is_sorted } = stages;
    *drawn = 0;
    let columns = [0, 1, 2].map(|at| BoardColumn::new(TITLES[at], Tone::Neutral, cards[at].len()));
    let head = |column: usize, place: usize| {
        let key = cards[column][place];
        CardHead::new(key, format!("card {key}"))
    };
    let allows = |key: i64, column: usize| column != 2 || key % 2 == 0;
    let menu = |_| vec![MenuEntry::new("Open")];
    let board = Board::new(tr, "stages", &columns).allows(&allows).menu(&menu);
    let board = if *is_sorted { board.sorted() } else { board };
    let output = board.show(ui, state, head, |ui, column, place| {
        *drawn += 1;
        ui.add(Line::new(&format!("text {}", cards[column][place])));
    });
    if let Some(moved) = output.moved {
        let card = cards[moved.from.0].remove(moved.from.1);
        assert_eq!(card, moved.key);
        cards[moved.to.0].insert(moved.to.1, card);
    }
    if output != BoardOutput::default() {
        said.push(output);
    }
}

fn card(harness: &Harness<'_, Stages>, key: i64) -> Rect {
    harness.get_by_role_and_label(Role::ListItem, &format!("card {key}")).rect()
}

fn said(harness: &Harness<'_, Stages>) -> String {
    let live = harness.get_by_role(Role::Status);
    live.accesskit_node().value().or(live.accesskit_node().label()).unwrap_or_default()
}

#[test]
fn a_card_is_dragged_to_another_column_and_within_its_own() {
    for language in BOTH {
        let mut harness = few(language);
        let (from, to) = (card(&harness, 1), card(&harness, 4));
        assert_eq!(from.center().x > to.center().x, language == Language::Arabic, "columns run from where lines start");
        harness.drag(from.center(), to.center_bottom() - from.center());
        assert_eq!(harness.state().cards, [vec![2, 3], vec![4, 1], Vec::new()]);
        let (from, to) = (card(&harness, 2), card(&harness, 3));
        harness.drag(from.center(), to.center_bottom() - from.center());
        assert_eq!(harness.state().cards[0], [3, 2]);
        assert_eq!(harness.state().said.iter().filter(|output| output.opened.is_some()).count(), 0);
    }
}

#[test]
fn a_column_that_refuses_a_card_does_not_get_it() {
    let mut harness = few(Language::Arabic);
    let step = card(&harness, 4).center() - card(&harness, 1).center();
    harness.drag(card(&harness, 1).center(), step * 2.0);
    assert_eq!(harness.state().cards[2], [0_i64; 0]);
    let refused = harness.state().said.iter().find_map(|output| output.refused).expect("the caller can say why");
    assert_eq!((refused.key, refused.from, refused.to.0), (1, (0, 0), 2));
    harness.drag(card(&harness, 2).center(), step * 2.0);
    assert_eq!(harness.state().cards[2], [2]);
}

#[test]
fn a_card_on_a_sorted_board_goes_into_a_column_and_to_no_place_of_its_own() {
    for language in BOTH {
        let mut harness = few(language);
        harness.state_mut().is_sorted = true;
        harness.run();
        let (from, to) = (card(&harness, 1), card(&harness, 3));
        harness.drag(from.center(), to.center_bottom() - from.center());
        assert_eq!(harness.state().cards[0], [1, 2, 3], "within a column nothing moves");
        let forward = direction(language).forward_key();
        harness.press_with(Modifiers::COMMAND, Key::ArrowDown);
        assert_eq!(harness.state().cards[0], [1, 2, 3]);
        harness.press_with(Modifiers::COMMAND, forward);
        assert_eq!(harness.state().cards[0], [2, 3]);
        assert!(harness.state().cards[1].contains(&1));
        let announced = said(&harness);
        assert!(announced.contains("Studied") && !announced.contains('2'), "{announced}");
        // The last column refuses it.
        harness.press_with(Modifiers::COMMAND, forward);
        assert!(harness.state().said.last().is_some_and(|output| output.refused.is_some()));
        assert!(harness.state().cards[1].contains(&1));
    }
}

#[test]
fn a_drag_is_given_up_with_escape() {
    let mut harness = few(Language::English);
    let (from, to) = (card(&harness, 1).center(), card(&harness, 4).center());
    harness.hover_at(from);
    harness.run();
    harness.drag_at(from);
    harness.step();
    harness.hover_at(to);
    harness.step();
    harness.key_press(Key::Escape);
    harness.step();
    harness.drop_at(to);
    harness.run();
    assert_eq!(harness.state().cards, [vec![1, 2, 3], vec![4], Vec::new()]);
}

#[test]
fn cards_are_walked_opened_and_moved_with_keys_and_it_is_said() {
    for language in BOTH {
        let mut harness = few(language);
        let board = harness.query_all_by(|node| node.description().is_some_and(|about| about.contains("Ctrl")));
        assert_eq!(board.count(), 1, "what stands on it, and what the keys do, is said before anything is current");
        let (forward, back) = (direction(language).forward_key(), direction(language).back_key());
        harness.press(Key::Tab);
        harness.press(Key::ArrowDown);
        harness.press(Key::ArrowDown);
        assert_eq!(harness.state().state.selected(), Some(2));
        let current = harness.get_by_role_and_label(Role::ListItem, "card 2");
        assert!(current.accesskit_node().is_focused(), "what the keys work on has the focus inside the board");
        harness.press(forward);
        assert_eq!(harness.state().state.selected(), Some(4));
        harness.press(back);
        harness.press_with(Modifiers::COMMAND, forward);
        let key = harness.state().state.selected().expect("a card");
        assert_eq!(harness.state().cards[1].iter().filter(|card| **card == key).count(), 1, "it goes with its card");
        let announced = said(&harness);
        assert!(announced.contains(&format!("card {key}")) && announced.contains("Studied"), "{announced}");
        harness.press_with(Modifiers::COMMAND, Key::ArrowDown);
        assert_eq!(harness.state().cards[1].last(), Some(&key));
        harness.press_with(Modifiers::COMMAND, back);
        assert_eq!(harness.state().cards[0].iter().filter(|card| **card == key).count(), 1);
        harness.press(Key::Enter);
        let opened = harness.state().said.last().and_then(|output| output.opened).expect("it is opened");
        assert_eq!(harness.state().cards[opened.0][opened.1], key);
        harness.press_with(Modifiers::SHIFT, Key::F10);
        harness.press(Key::Enter);
        assert!(harness.state().said.last().is_some_and(|output| output.menu.is_some()), "it has its menu");
    }
}

/// On a busy machine a frame brings several presses.
#[test]
fn keys_that_come_in_one_frame_are_answered_one_after_the_other() {
    let key = |key, modifiers| Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers };
    let forward = direction(Language::English).forward_key();
    let mut harness = few(Language::English);
    harness.press(Key::Tab);
    let steps = [Key::ArrowDown, Key::ArrowDown, Key::ArrowDown, Key::ArrowUp, Key::Enter];
    harness.input_mut().events.extend(steps.map(|step| key(step, Modifiers::NONE)));
    harness.run();
    assert_eq!(harness.state().state.selected(), Some(2));
    assert_eq!(harness.state().said.last().and_then(|output| output.opened), Some((0, 1)));
    harness.input_mut().events.extend([key(forward, Modifiers::COMMAND), key(forward, Modifiers::COMMAND)]);
    harness.run();
    assert_eq!(harness.state().cards, [vec![1, 3], vec![4], vec![2]]);
    // A step, and the card it led to moved twice.
    harness.get_by_role_and_label(Role::ListItem, "card 1").click();
    harness.run();
    let moves = [(Key::ArrowDown, Modifiers::NONE), (forward, Modifiers::COMMAND), (Key::ArrowUp, Modifiers::COMMAND)];
    harness.input_mut().events.extend(moves.map(|(step, held)| key(step, held)));
    harness.run();
    assert_eq!(harness.state().cards, [vec![1], vec![3, 4], vec![2]]);
}

#[test]
fn a_card_that_is_nowhere_for_a_moment_is_not_forgotten() {
    let mut harness = few(Language::English);
    harness.get_by_role_and_label(Role::ListItem, "card 2").click();
    harness.run();
    harness.state_mut().cards = [vec![1, 3], vec![4], Vec::new()];
    harness.run();
    harness.press(Key::Enter);
    assert!(harness.state().said.iter().all(|output| output.opened.is_none()), "nothing is there to be opened");
    harness.state_mut().cards = [vec![1, 3], vec![4, 2], Vec::new()];
    harness.run();
    assert!(harness.get_by_role_and_label(Role::ListItem, "card 2").accesskit_node().is_focused());
    harness.press(Key::Enter);
    assert_eq!(harness.state().said.last().and_then(|output| output.opened), Some((1, 1)));
}

#[test]
fn a_screen_reader_finds_lists_of_cards_and_only_those_in_sight_are_laid_out() {
    let harness = stages(Language::English, [(0..10_000).collect(), vec![20_000], Vec::new()]);
    let board = harness.get_by_role_and_label(Role::Group, "stages");
    let lists: Vec<_> = board.query_all_by_role(Role::List).collect();
    let names: Vec<String> =
        lists.iter().map(|list| super::plain(&list.accesskit_node().label().unwrap_or_default())).collect();
    assert_eq!(names, ["Received: 10000 cards", "Studied: 1 card", "Done: 0 cards"]);
    let first = lists[0].query_all_by_role(Role::ListItem).next().expect("a card");
    assert_eq!(lists[0].accesskit_node().data().size_of_set(), Some(10_000));
    assert_eq!(first.accesskit_node().data().position_in_set(), Some(0), "AccessKit counts from nothing");
    first.get_by_role_and_label(Role::Label, "text 0");
    assert!(harness.state().drawn < 12, "{} cards were laid out", harness.state().drawn);
}
