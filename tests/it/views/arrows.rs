//! Whose the arrows are: the list's, from the first one on, and no way to the buttons around it or in it.

use super::{BOTH, Hands, window, words};
use crate::support::ROWS;
use eframe::egui::{Id, Key, Memory, Rect, Role, Ui, UiBuilder, pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use tansiq::calendar::{Calendar, Calendars, Date};
use tansiq::strings::{Language, Tr};
use tansiq::text::{Editor, EditorView};
use tansiq::widgets::{
    Board, BoardColumn, BoardState, Button, CardHead, Column, DateContext, Line, MonthView, MonthViewState, RowHead,
    Tab, Table, TableState, Tabs, Timeline, TimelineEntry, Tone, Width, scroll_page, scroll_vertical,
};

/// One view amid buttons.
struct Amid<V> {
    tr: Tr,
    view: V,
    /// Of the view, in points.
    height: f32,
}

fn amid<V: 'static>(
    language: Language,
    (view, height): (V, f32),
    mut draw: impl FnMut(&mut Ui, &Tr, &mut V) + 'static,
) -> Harness<'static, Amid<V>> {
    let amid = Amid { tr: words(language), view, height };
    window(language, [600.0, 700.0], amid, move |ui, amid| {
        let mut within = |name: &str, rect: Rect, contents: &mut dyn FnMut(&mut Ui)| {
            contents(&mut ui.new_child(UiBuilder::new().id_salt(name.to_owned()).max_rect(rect)));
        };
        let middle = Rect::from_min_size(pos2(120.0, 60.0), vec2(360.0, amid.height));
        within("view", middle, &mut |ui| draw(ui, &amid.tr, &mut amid.view));
        let beside = [
            ("above", pos2(250.0, 10.0)),
            ("below", pos2(250.0, middle.bottom() + 4.0)),
            ("left", pos2(20.0, middle.center().y)),
            ("right", pos2(500.0, middle.center().y)),
        ];
        for (name, at) in beside {
            within(name, Rect::from_min_size(at, vec2(90.0, 30.0)), &mut |ui| _ = ui.add(Button::new(name)));
        }
    })
}

fn focused<V>(harness: &Harness<'_, Amid<V>>) -> Option<Id> {
    harness.ctx.memory(Memory::focused)
}

const ARROWS: [Key; 4] = [Key::ArrowDown, Key::ArrowUp, Key::ArrowLeft, Key::ArrowRight];

/// Many rows, each with a button at its end; the height cuts the last one somewhere.
fn rows(ui: &mut Ui, tr: &Tr, state: &mut TableState) {
    let columns = [Column::new("name", "Name", Width::Share(1.0)), Column::new("stage", "Stage", Width::Points(120.0))];
    let head = |row: usize| RowHead::new(row as i64 + 1, format!("row {row}"));
    Table::new(tr, "rows", &columns, 100).show(ui, state, head, |ui, row, column| match column {
        0 => _ = ui.add(Line::new(&format!("text {row}"))),
        _ => _ = ui.add(Button::new(&format!("stage {row}"))),
    });
}

fn board(ui: &mut Ui, tr: &Tr, state: &mut BoardState) {
    let columns = [("First", 3), ("Second", 2)].map(|(title, count)| BoardColumn::new(title, Tone::Neutral, count));
    let head = |column: usize, place: usize| CardHead::new((column * 10 + place + 1) as i64, "card");
    Board::new(tr, "stages", &columns).show(ui, state, head, |ui, _, _| _ = ui.add(Line::new("card")));
}

fn today() -> Date {
    Date::from_iso("2026-11-23").expect("a day")
}

fn month(ui: &mut Ui, tr: &Tr, state: &mut MonthViewState) {
    let about = DateContext { tr, today: today(), calendars: Calendars::HijriFirst };
    MonthView::new("Calendar", about, &[]).show(ui, state);
}

fn timeline(ui: &mut Ui, tr: &Tr, _: &mut ()) {
    let about = DateContext { tr, today: today(), calendars: Calendars::HijriFirst };
    let entries = ["one", "two", "three"].into_iter().zip(1..);
    let entries: Vec<TimelineEntry<'_>> = entries
        .map(|(title, key)| TimelineEntry { key, date: Some(today()), title, about: "", tone: Tone::Green })
        .collect();
    Timeline::new("Story", about, &entries).show(ui);
}

#[test]
fn the_first_arrow_leads_into_a_table_wherever_its_last_row_is_cut() {
    for language in BOTH {
        for height in (0..12).map(|step| 300.0 + 5.0 * step as f32) {
            let mut harness = amid(language, (TableState::default(), height), rows);
            assert_eq!(focused(&harness), None);
            harness.press(Key::ArrowDown);
            assert_eq!(harness.state().view.selected(), Some(1), "{height}");
            let table = focused(&harness).expect("the table has the focus");
            harness.press(Key::ArrowDown);
            assert_eq!((harness.state().view.selected(), focused(&harness)), (Some(2), Some(table)), "{height}");
        }
    }
}

/// How a view gets the focus.
#[derive(Clone, Copy)]
enum By {
    /// Tab, so many times.
    Tab(usize),
    /// A screen reader gives it to the one of this role.
    Reader(Role),
}

/// Whatever has taken the focus just now answers the arrow of the very next frame, and keeps the focus.
fn keeps<V: 'static>(by: By, keys: &[Key], view: impl Fn() -> V, draw: impl Fn(&mut Ui, &Tr, &mut V) + Copy + 'static) {
    for (language, key) in BOTH.into_iter().flat_map(|language| keys.iter().map(move |key| (language, *key))) {
        let mut harness = amid(language, (view(), 400.0), draw);
        match by {
            By::Tab(times) => (0..times).for_each(|_| {
                harness.key_press(Key::Tab);
                harness.step();
            }),
            By::Reader(role) => {
                harness.get_by_role(role).focus();
                harness.step();
            }
        }
        let before = focused(&harness);
        assert!(before.is_some());
        harness.key_press(key);
        harness.step();
        assert_eq!(focused(&harness), before, "{key:?}");
    }
}

#[test]
fn an_arrow_right_behind_the_focus_does_not_lead_away() {
    let first = || MonthViewState::new(Calendar::Hijri, today());
    keeps(By::Tab(1), &ARROWS[2..], TableState::default, rows);
    keeps(By::Tab(2), &ARROWS, TableState::default, rows);
    keeps(By::Reader(Role::Group), &ARROWS, BoardState::default, board);
    keeps(By::Reader(Role::Grid), &ARROWS, first, month);
    keeps(By::Reader(Role::List), &ARROWS[..2], || (), timeline);
    keeps(
        By::Reader(Role::MultilineTextInput),
        &ARROWS,
        || Editor::new("two\nlines"),
        |ui, _, editor| {
            EditorView::new(editor, Id::unique("note")).label("Note").width(300.0).show(ui);
        },
    );
}

#[test]
fn the_first_arrow_leads_into_a_board_and_a_month_as_into_a_table() {
    for (language, key) in BOTH.into_iter().flat_map(|language| ARROWS.map(|key| (language, key))) {
        let mut harness = amid(language, (BoardState::default(), 400.0), board);
        harness.press(key);
        assert_eq!(harness.state().view.selected(), Some(1), "{key:?}");
        let board = focused(&harness).expect("the board has the focus");
        harness.press(Key::ArrowDown);
        assert_eq!((harness.state().view.selected(), focused(&harness)), (Some(2), Some(board)));

        let mut harness = amid(language, (MonthViewState::new(Calendar::Hijri, today()), 400.0), month);
        harness.press(key);
        assert_ne!(harness.state().view.day(), today(), "{key:?}");
        let month = focused(&harness).expect("the month has the focus");
        harness.press(Key::ArrowDown);
        assert_eq!(focused(&harness), Some(month));
    }
}

/// What stands far below on a page that scrolls.
fn below(language: Language, mut draw: impl FnMut(&mut Ui, &Tr) + 'static) -> Harness<'static, Tr> {
    window(language, [500.0, 400.0], words(language), move |ui, tr| {
        scroll_vertical(ui, "page", |ui, area| {
            area.show(ui, |ui| {
                ui.add(Button::new("first"));
                ui.add_space(900.0);
                draw(ui, tr);
                ui.add_space(300.0);
            })
        });
    })
}

#[test]
fn the_keys_of_a_page_that_is_all_in_sight_move_the_one_beside_it() {
    for language in BOTH {
        let mut harness = amid(language, ((), 400.0), |ui, _, ()| {
            let all = ui.max_rect();
            let (short, long) = all.split_left_right_at_fraction(0.5);
            for (name, place, lines) in [("short", short, 2), ("long", long, 60)] {
                let mut part = ui.new_child(UiBuilder::new().id_salt(name).max_rect(place));
                scroll_page(&mut part, name, name, |ui, area| {
                    area.show(ui, |ui| {
                        for line in 0..lines {
                            ui.add(Line::new(&format!("{name} {line}")));
                        }
                    })
                });
            }
        });
        let top = |harness: &Harness<'_, Amid<()>>| harness.get_by_label("long 0").rect().top();
        let before = top(&harness);
        harness.press(Key::ArrowDown);
        assert!(top(&harness) < before, "while nothing has the focus");
        harness.get_by_role_and_label(Role::Article, "short").focus();
        harness.run();
        harness.press(Key::Home);
        assert_eq!(top(&harness), before, "and while the other has it");
        assert!(harness.get_by_role_and_label(Role::Article, "short").is_focused());
    }
}

#[test]
fn tab_brings_a_text_a_history_and_a_table_into_sight() {
    type Draw = Box<dyn FnMut(&mut Ui, &Tr)>;
    let text = || -> Draw {
        let mut editor = Editor::new("a line");
        Box::new(move |ui, _| {
            EditorView::new(&mut editor, Id::unique("note")).label("Note").width(300.0).show(ui);
        })
    };
    let history = || -> Draw { Box::new(|ui, tr| timeline(ui, tr, &mut ())) };
    let list = || -> Draw {
        let mut state = TableState::default();
        Box::new(move |ui, tr| {
            let place = Rect::from_min_size(ui.cursor().min, vec2(300.0, 200.0));
            ui.allocate_rect(place, eframe::egui::Sense::hover());
            rows(&mut ui.new_child(UiBuilder::new().id_salt("list").max_rect(place)), tr, &mut state);
        })
    };
    let sight = Rect::from_min_size(pos2(0.0, 0.0), vec2(500.0, 400.0));
    let all: [(&str, &dyn Fn() -> Draw, Role, usize); 3] = [
        ("a text", &text, Role::MultilineTextInput, 2),
        ("a history", &history, Role::List, 2),
        ("a table", &list, ROWS, 3),
    ];
    for (language, (what, make, role, times)) in BOTH.into_iter().flat_map(|language| all.map(|one| (language, one))) {
        let mut harness = below(language, make());
        (0..times).for_each(|_| harness.press(Key::Tab));
        let at = harness.get_all_by_role(role).last().expect(what);
        assert!(at.is_focused(), "{what}");
        assert!(sight.contains(pos2(at.rect().center().x, at.rect().top() + 4.0)), "{what}: {:?}", at.rect());
    }
}

#[test]
fn a_screen_reader_is_told_where_each_part_of_a_view_stands() {
    fn stand<V: 'static>(roles: &[Role], view: V, draw: impl FnMut(&mut Ui, &Tr, &mut V) + 'static) {
        let harness = amid(Language::Arabic, (view, 400.0), draw);
        let all = Rect::from_min_size(pos2(0.0, 0.0), vec2(600.0, 700.0));
        for role in roles {
            let rects: Vec<Rect> = harness.get_all_by_role(*role).map(|node| node.rect()).collect();
            assert!(!rects.is_empty() && rects.iter().all(|rect| rect.is_positive()), "{role:?}: {rects:?}");
            assert!(rects.iter().any(|rect| all.contains_rect(*rect)), "{role:?}: {rects:?}");
        }
    }
    stand(&[Role::Table, Role::Cell], TableState::default(), rows);
    stand(&[Role::List], BoardState::default(), board);
    stand(&[Role::Row], MonthViewState::new(Calendar::Hijri, today()), month);
    stand(&[Role::TabList, Role::TabPanel], 0, |ui, _, at| {
        Tabs::new("parts", &[Tab::new("one"), Tab::new("two")]).show(ui, at, |ui, _| _ = ui.add(Line::new("page")));
    });
}
