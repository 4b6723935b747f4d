//! The table: sorting, widths, order and hiding of columns, selection, changing cells, and what a screen reader meets.

use super::{BOTH, Hands, direction, in_reading_order, window, words};
use crate::support::ROWS;
use eframe::egui::{Event, Key, Modifiers, Rect, Role, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use tansiq::strings::{Language, Tr};
use tansiq::text::Weight;
use tansiq::widgets::{Column, Line, MenuEntry, RowHead, Table, TableOutput, TableState, Width};

/// A small list with its table.
struct Sheet {
    tr: Tr,
    state: TableState,
    rows: Vec<(i64, [String; 3])>,
    /// What the table reported, frames without anything aside.
    said: Vec<TableOutput>,
}

const NAMES: [&str; 6] = ["Farasan", "Abha", "Dammam", "Buraydah", "Ekram", "Cairo"];
const TITLES: [&str; 3] = ["Name", "City", "Phone"];

fn sheet(language: Language, size: [f32; 2]) -> Harness<'static, Sheet> {
    let row = |(at, name): (usize, &&str)| {
        (100 - at as i64, [(*name).to_owned(), format!("city {at}"), format!("05555500{at:02}")])
    };
    let rows = NAMES.iter().enumerate().map(row).collect();
    let state = Sheet { tr: words(language), state: TableState::default(), rows, said: Vec::new() };
    window(language, size, state, draw)
}

fn draw(ui: &mut eframe::egui::Ui, sheet: &mut Sheet) {
    let columns = [
        Column::new("name", TITLES[0], Width::Share(1.0)).sortable(),
        Column::new("city", TITLES[1], Width::Share(1.0)).sortable(),
        Column::new("phone", TITLES[2], Width::Points(150.0)),
    ];
    let Sheet { tr, state, rows, said } = sheet;
    let head = |row: usize| RowHead::new(rows[row].0, rows[row].1[0].as_str());
    // Names and cities can be changed in their place, telephone numbers cannot.
    let edits = |row: usize, column: usize| (column < 2).then(|| rows[row].1[column].clone());
    let menu = |_: usize| vec![MenuEntry::new("Open"), MenuEntry::new("More").children(vec![MenuEntry::new("Copy")])];
    let table = Table::new(tr, "people", &columns, rows.len()).multiple().edits(&edits).menu(&menu);
    let output = table.show_cells(ui, state, head, |ui, cell| match cell.edit {
        Some(edit) => _ = edit.field(ui, TITLES[cell.column], Weight::Regular),
        None => _ = ui.add(Line::new(&rows[cell.row].1[cell.column])),
    });
    if let Some(edited) = &output.edited {
        rows[edited.row].1[edited.column].clone_from(&edited.text);
    }
    if output != TableOutput::default() {
        said.push(output);
    }
}

fn head_rect(harness: &Harness<'_, Sheet>, title: &str) -> Rect {
    harness.get_by_role_and_label(Role::ColumnHeader, title).rect()
}

fn titles(harness: &Harness<'_, Sheet>, language: Language) -> Vec<String> {
    in_reading_order(harness, language, Role::ColumnHeader).into_iter().map(|(title, _)| title).collect()
}

fn selected(harness: &Harness<'_, Sheet>) -> Vec<String> {
    let rows = harness.query_all_by_role(Role::Row).filter(|row| row.accesskit_node().is_selected() == Some(true));
    rows.map(|row| row.accesskit_node().label().unwrap_or_default()).collect()
}

fn click_row(harness: &mut Harness<'_, Sheet>, name: &str, modifiers: Modifiers) {
    harness.get_by_role_and_label(Role::Row, name).click_modifiers(modifiers);
    harness.run();
}

const SHIFT_COMMAND: Modifiers = Modifiers { shift: true, ..Modifiers::COMMAND };

#[test]
fn columns_run_from_where_lines_start_and_their_heads_stay_above() {
    for language in BOTH {
        let harness = sheet(language, [700.0, 200.0]);
        assert_eq!(titles(&harness, language), TITLES);
        let (first, last) = (head_rect(&harness, TITLES[0]), head_rect(&harness, TITLES[2]));
        assert_eq!(first.center().x > last.center().x, language == Language::Arabic);
    }
}

#[test]
fn a_click_on_a_head_sorts_turns_and_gives_up() {
    let mut harness = sheet(Language::Arabic, [700.0, 500.0]);
    let mut clicked = || {
        harness.get_by_role_and_label(Role::ColumnHeader, TITLES[0]).click();
        harness.run();
        let sort = harness.state().state.layout().sort().map(|sort| (sort.column.clone(), sort.is_descending));
        let head = harness.get_by_role_and_label(Role::ColumnHeader, TITLES[0]);
        let node = head.accesskit_node();
        (sort, node.sort_direction(), node.description().unwrap_or_default())
    };
    use eframe::egui::accesskit::SortDirection::{Ascending, Descending};
    let told = |words: &str| words.to_owned();
    assert_eq!(clicked(), (Some(("name".to_owned(), false)), Some(Ascending), told("مرتّب تصاعديًّا")));
    assert_eq!(clicked(), (Some(("name".to_owned(), true)), Some(Descending), told("مرتّب تنازليًّا")));
    assert_eq!(clicked(), (None, None, String::new()));
    assert_eq!(harness.state().said.iter().filter(|output| output.is_sorted).count(), 3);
    harness.get_by_role_and_label(Role::ColumnHeader, TITLES[2]).click();
    harness.run();
    assert!(harness.state().state.layout().sort().is_none(), "this one cannot be sorted by");
    let phone = harness.get_by_role_and_label(Role::ColumnHeader, TITLES[2]);
    assert!(phone.accesskit_node().is_focused(), "keys go on from the head that was clicked");
    harness.press(direction(Language::Arabic).back_key());
    assert!(harness.get_by_role_and_label(Role::ColumnHeader, TITLES[1]).accesskit_node().is_focused());
}

#[test]
fn the_heads_are_worked_with_keys_alone() {
    for language in BOTH {
        let mut harness = sheet(language, [700.0, 500.0]);
        let (forward, back) = (direction(language).forward_key(), direction(language).back_key());
        harness.press(Key::Tab);
        harness.press(forward);
        harness.press(Key::Enter);
        let sort = harness.state().state.layout().sort().map(|sort| sort.column.clone());
        assert_eq!(sort.as_deref(), Some("city"), "arrows walk, Enter sorts");
        harness.press_with(Modifiers::COMMAND, back);
        assert_eq!(titles(&harness, language), ["City", "Name", "Phone"], "Ctrl+arrow moves it");
        let before = head_rect(&harness, "City").width();
        harness.press_with(Modifiers::SHIFT, forward);
        assert!(head_rect(&harness, "City").width() > before + 8.0, "Shift+arrow widens it");
        harness.press_with(Modifiers::SHIFT, Key::F10);
        harness.press(Key::End);
        harness.press(Key::Enter);
        assert_eq!(titles(&harness, language), TITLES, "the last entry of its menu puts all back");
        harness.press(Key::ArrowDown);
        harness.press(Key::ArrowDown);
        assert_eq!(harness.state().state.selected(), Some(100), "Down goes from the heads to the rows");
    }
}

#[test]
fn an_edge_is_dragged_and_a_double_click_on_it_fits_the_column() {
    for language in BOTH {
        let mut harness = sheet(language, [900.0, 500.0]);
        let before = head_rect(&harness, "Name");
        let edge = |rect: Rect| eframe::egui::pos2(direction(language).end_x(rect), rect.center().y);
        let along = |points: f32| vec2(direction(language).forward(points), 0.0);
        harness.drag(edge(before), along(60.0));
        let wider = head_rect(&harness, "Name");
        assert!((wider.width() - before.width() - 60.0).abs() < 2.0, "{} from {}", wider.width(), before.width());
        assert!(harness.state().said.last().is_some_and(|output| output.is_arranged), "it can be saved");
        assert!(harness.state().state.layout().sort().is_none(), "a drag is no click");
        harness.double_click(edge(wider));
        let fitted = head_rect(&harness, "Name").width();
        assert!(fitted < 140.0 && fitted > 60.0, "as wide as its longest name: {fitted}");
        let shown: Vec<Rect> =
            NAMES.iter().map(|name| harness.get_by_role_and_label(Role::Label, name).rect()).collect();
        assert!(shown.iter().all(|rect| rect.width() < fitted), "no name is shortened");
    }
}

#[test]
fn a_head_is_dragged_to_the_place_of_another() {
    for language in BOTH {
        let mut harness = sheet(language, [900.0, 500.0]);
        let (from, to) = (head_rect(&harness, "Name").center(), head_rect(&harness, "Phone").center());
        harness.drag(from, to - from);
        assert_eq!(titles(&harness, language), ["City", "Phone", "Name"]);
        assert!(harness.state().state.layout().sort().is_none(), "a drag is no click");
        let cells = |harness: &Harness<'_, Sheet>| {
            let phone = harness.get_by_role_and_label(Role::Label, "0555550000").rect();
            direction(language)
                .forward(harness.get_by_role_and_label(Role::Label, "Farasan").rect().center().x - phone.center().x)
        };
        assert!(cells(&harness) > 0.0, "the cells go with their head");
    }
}

#[test]
fn escape_gives_up_the_drag_of_a_head() {
    let mut harness = sheet(Language::Arabic, [900.0, 500.0]);
    let (from, to) = (head_rect(&harness, "Name").center(), head_rect(&harness, "Phone").center());
    harness.hover_at(from);
    harness.run();
    harness.drag_at(from);
    harness.step();
    for step in 1..=4 {
        harness.hover_at(from + (to - from) * (step as f32 / 4.0));
        harness.step();
    }
    harness.press(Key::Escape);
    harness.drop_at(to);
    harness.run();
    assert_eq!(titles(&harness, Language::Arabic), TITLES, "it stands where it stood");
    assert!(harness.state().state.layout().sort().is_none(), "and nothing was clicked");
}

#[test]
fn a_column_is_hidden_from_its_menu_and_shown_again_from_any() {
    let mut harness = sheet(Language::English, [900.0, 500.0]);
    harness.get_by_role_and_label(Role::ColumnHeader, "City").click_secondary();
    harness.run();
    harness.get_by_role_and_label(Role::MenuItem, "Hide: City").click();
    harness.run();
    assert_eq!(titles(&harness, Language::English), ["Name", "Phone"]);
    harness.get_by_role_and_label(Role::ColumnHeader, "Name").click_secondary();
    harness.run();
    harness.get_by_role_and_label(Role::MenuItem, "Columns").click();
    harness.run();
    harness.get_by_role_and_label(Role::MenuItem, "City").click();
    harness.run();
    assert_eq!(titles(&harness, Language::English), TITLES);
}

#[test]
fn a_menu_that_the_pointer_opened_is_walked_with_keys_and_the_rows_behind_it_stay() {
    let focused = |harness: &Harness<'_, Sheet>| {
        let entry = harness.query_all_by_role(Role::MenuItem).find(|entry| entry.is_focused());
        entry.and_then(|entry| entry.accesskit_node().label())
    };
    let mut harness = sheet(Language::English, [900.0, 500.0]);
    harness.get_by_role_and_label(Role::ColumnHeader, "City").click_secondary();
    harness.run();
    assert_eq!(focused(&harness), None);
    harness.press(Key::ArrowDown);
    assert!(focused(&harness).is_some() && selected(&harness).is_empty(), "the keys are the menu's");
    harness.press(Key::Escape);
    click_row(&mut harness, NAMES[1], Modifiers::NONE);
    harness.get_by_role_and_label(Role::ColumnHeader, "City").click_secondary();
    harness.run();
    for _ in 0..8 {
        harness.press(Key::ArrowDown);
        if focused(&harness).as_deref() == Some("Hide: City") {
            break;
        }
    }
    assert_eq!(selected(&harness), [NAMES[1]]);
    harness.press(Key::Enter);
    assert_eq!(titles(&harness, Language::English), ["Name", "Phone"]);
    harness.get_by_role_and_label(Role::Row, NAMES[3]).click_secondary();
    harness.run();
    harness.press(Key::ArrowUp);
    assert_eq!(focused(&harness).as_deref(), Some("More"), "from its end");
    harness.press(Key::Escape);
    harness.press(Key::ArrowDown);
    assert_eq!(selected(&harness), [NAMES[4]], "the rows have the keys again");
}

#[test]
fn rows_are_selected_with_the_mouse_and_shift_and_ctrl() {
    let mut harness = sheet(Language::Arabic, [700.0, 500.0]);
    click_row(&mut harness, NAMES[1], Modifiers::NONE);
    assert_eq!(selected(&harness), [NAMES[1]]);
    click_row(&mut harness, NAMES[3], Modifiers::SHIFT);
    assert_eq!(selected(&harness), NAMES[1..=3]);
    click_row(&mut harness, NAMES[2], Modifiers::COMMAND);
    assert_eq!(selected(&harness), [NAMES[1], NAMES[3]]);
    click_row(&mut harness, NAMES[5], Modifiers::COMMAND);
    click_row(&mut harness, NAMES[4], SHIFT_COMMAND);
    assert_eq!(selected(&harness), [NAMES[1], NAMES[3], NAMES[4], NAMES[5]]);
    click_row(&mut harness, NAMES[0], Modifiers::NONE);
    assert_eq!(selected(&harness), [NAMES[0]]);
    let plain = harness.state().said.iter().filter(|output| output.clicked.is_some()).count();
    assert_eq!(plain, 2, "only a click alone is reported as one");
}

#[test]
fn rows_are_selected_with_the_keyboard() {
    let mut harness = sheet(Language::English, [700.0, 500.0]);
    harness.press(Key::ArrowDown);
    harness.press_with(Modifiers::SHIFT, Key::ArrowDown);
    harness.press_with(Modifiers::SHIFT, Key::ArrowDown);
    assert_eq!(selected(&harness), NAMES[..=2]);
    harness.press_with(Modifiers::SHIFT, Key::ArrowUp);
    assert_eq!(selected(&harness), NAMES[..=1], "back towards where it began");
    harness.press_with(Modifiers::COMMAND, Key::End);
    assert_eq!(selected(&harness), NAMES[..=1], "Ctrl only walks");
    harness.press_with(Modifiers::COMMAND, Key::Space);
    assert_eq!(selected(&harness), [NAMES[0], NAMES[1], NAMES[5]]);
    harness.press_with(Modifiers::COMMAND, Key::A);
    assert_eq!(selected(&harness), NAMES);
    harness.event(Event::Copy);
    harness.run();
    assert!(harness.state().said.last().is_some_and(|output| output.is_copied));
    harness.press(Key::Home);
    assert_eq!(selected(&harness), [NAMES[0]]);
    harness.press(Key::Space);
    assert_eq!(harness.state().said.last().and_then(|output| output.toggled), Some(0));
}

fn cell(harness: &Harness<'_, Sheet>, row: usize, column: usize) -> String {
    harness.state().rows[row].1[column].clone()
}

/// Writes over what stands in the cell that is being changed.
fn write_over(harness: &mut Harness<'_, Sheet>, title: &str, text: &str) {
    harness.press_with(Modifiers::COMMAND, Key::A);
    harness.get_by_role_and_label(Role::TextInput, title).type_text(text);
    harness.run();
}

#[test]
fn a_cell_is_changed_in_its_place() {
    for language in BOTH {
        let mut harness = sheet(language, [700.0, 500.0]);
        harness.press(Key::ArrowDown);
        harness.press(direction(language).forward_key());
        harness.press(Key::F2);
        write_over(&mut harness, "Name", "Jazan");
        harness.press(Key::Escape);
        assert_eq!(cell(&harness, 0, 0), "Farasan", "Escape restores it");
        harness.press(Key::F2);
        write_over(&mut harness, "Name", "Jazan");
        harness.press(Key::Tab);
        assert_eq!(cell(&harness, 0, 0), "Jazan", "Tab commits it");
        write_over(&mut harness, "City", "the coast");
        harness.press(Key::Tab);
        assert_eq!(cell(&harness, 0, 1), "the coast", "and goes on to the next");
        write_over(&mut harness, "Name", "Najran");
        harness.press(Key::Enter);
        assert_eq!(cell(&harness, 1, 0), "Najran", "past those that cannot be changed, to the next row");
        assert!(harness.query_by_role(Role::TextInput).is_none());
        assert_eq!(selected(&harness), [NAMES[2]], "Enter goes on to the row below");
        harness.press(Key::Enter);
        write_over(&mut harness, "Name", "Hail");
        click_row(&mut harness, NAMES[4], Modifiers::NONE);
        assert_eq!(cell(&harness, 2, 0), "Hail", "a click elsewhere commits it as well");
    }
}

#[test]
fn a_row_has_its_menu_by_mouse_and_by_key() {
    let chosen = |harness: &Harness<'_, Sheet>| {
        let said = harness.state().said.last().and_then(|output| output.menu);
        said.map(|(row, chosen)| (row, chosen.entry, chosen.child))
    };
    for language in BOTH {
        let mut harness = sheet(language, [700.0, 500.0]);
        harness.get_by_role_and_label(Role::Row, NAMES[3]).click_secondary();
        harness.run();
        assert_eq!(selected(&harness), [NAMES[3]], "the row under the pointer is chosen");
        harness.get_by_role_and_label(Role::MenuItem, "Open").click();
        harness.run();
        assert_eq!(chosen(&harness), Some((3, 0, None)));
        harness.press(Key::ArrowUp);
        harness.press(Key::Menu);
        harness.press(Key::ArrowDown);
        harness.press(direction(language).forward_key());
        harness.press(Key::Enter);
        assert_eq!(chosen(&harness), Some((2, 1, Some(0))), "and the further entry of the row above, by keys");
        harness.press(Key::ArrowUp);
        assert_eq!(selected(&harness), [NAMES[1]], "the rows have the focus again");
    }
}

#[test]
fn escape_gives_up_the_selection_and_keeps_the_focus_and_the_menu_has_it_then() {
    let mut harness = sheet(Language::Arabic, [700.0, 500.0]);
    harness.press(Key::ArrowDown);
    harness.press_with(Modifiers::COMMAND, Key::A);
    harness.press(Key::Escape);
    assert_eq!(selected(&harness), [NAMES[0]]);
    let current = harness.get_by_role_and_label(Role::Row, NAMES[0]);
    assert!(current.accesskit_node().is_focused());
    harness.press_with(Modifiers::SHIFT, Key::F10);
    assert!(harness.get_by_role_and_label(Role::MenuItem, "Open").is_focused());
    harness.press(Key::Escape);
    harness.press(Key::Escape);
    harness.press_with(Modifiers::SHIFT, Key::F10);
    assert!(harness.get_by_role_and_label(Role::MenuItem, "Open").is_focused(), "also when nothing had the focus");
    harness.press(Key::Escape);
    harness.press(direction(Language::Arabic).forward_key());
    let row = harness.get_by_role_and_label(Role::Row, NAMES[0]);
    let cells: Vec<_> = row.query_all_by_role(Role::GridCell).collect();
    assert!(cells[0].accesskit_node().is_focused(), "the cell is heard once one walks along the row");
    assert_eq!(cells[0].accesskit_node().label().as_deref(), Some(NAMES[0]), "by what stands in it");
}

#[test]
fn a_screen_reader_finds_rows_in_the_table_and_cells_in_the_rows() {
    let mut harness = sheet(Language::Arabic, [700.0, 500.0]);
    harness.press(Key::ArrowDown);
    harness.press_with(Modifiers::SHIFT, Key::ArrowDown);
    let table = harness.get_by_role_and_label(Role::Grid, "people");
    let node = table.accesskit_node();
    assert_eq!((node.data().row_count(), node.data().column_count()), (Some(6), Some(3)));
    assert!(node.is_multiselectable());
    let rows: Vec<_> = table.query_all_by_role(Role::Row).collect();
    assert_eq!(rows.len(), 6, "the rows are below the table");
    for (index, row) in rows.iter().enumerate() {
        let node = row.accesskit_node();
        assert_eq!(node.data().row_index(), Some(index));
        assert_eq!(node.is_selected(), Some(index < 2));
        let cells: Vec<_> = row.query_all_by_role(Role::GridCell).collect();
        let columns: Vec<_> = cells.iter().map(|cell| cell.accesskit_node().data().column_index()).collect();
        assert_eq!(columns, [Some(0), Some(1), Some(2)]);
        cells[0].get_by_role_and_label(Role::Label, NAMES[index]);
        assert_eq!((node.position_in_set(), node.size_of_set()), (Some(index), Some(3)));
        // Each says what stands in it, then its column, and of which row, unless that is what it says.
        let told = |at: usize| {
            let cell = cells[at].accesskit_node();
            (cell.label().unwrap_or_default(), cell.description().unwrap_or_default())
        };
        assert_eq!(told(0), (NAMES[index].to_owned(), TITLES[0].to_owned()));
        assert_eq!(told(2), (format!("05555500{index:02}"), format!("{}. {}", TITLES[2], NAMES[index])));
    }
    // Who walks the rows hears what stands beside the name.
    let said = rows[0].accesskit_node().description().unwrap_or_default();
    assert!(said.contains(&format!("{}: 0555550000", TITLES[2])) && !said.contains(NAMES[0]), "{said}");
    let rows_of = table.get_by(|node| node.role() == ROWS && node.size_of_set() == Some(6));
    assert_eq!(rows_of.accesskit_node().label().as_deref(), Some("people"), "a row is one of six");
    let heads = table.query_all_by_role(Role::ColumnHeader).count();
    assert_eq!(heads, 3, "and so are the heads");
    assert!(rows[1].accesskit_node().is_focused(), "the current row is what has the focus inside the table");
}

#[test]
fn columns_that_do_not_fit_are_scrolled_to() {
    for language in BOTH {
        let mut harness = sheet(language, [300.0, 400.0]);
        let sight = Rect::from_min_size(eframe::egui::Pos2::ZERO, vec2(300.0, 400.0));
        let phone = |harness: &Harness<'_, Sheet>| head_rect(harness, "Phone");
        assert!(!sight.contains_rect(phone(&harness)), "the last column is out of sight");
        let scroll: Vec2 = vec2(direction(language).forward(-300.0), 0.0);
        harness.wheel(sight.center(), scroll);
        assert!(sight.contains_rect(phone(&harness)), "the wheel brings it into sight: {}", phone(&harness));
        harness.wheel(sight.center(), -scroll);
        harness.press(Key::ArrowDown);
        for _ in 0..3 {
            harness.press(direction(language).forward_key());
        }
        assert!(sight.contains_rect(phone(&harness)), "and so do the keys: {}", phone(&harness));
        let cell = harness.get_by_role_and_label(Role::Label, "0555550000").rect();
        assert!(phone(&harness).x_range().contains(cell.center().x), "heads and cells scroll together");
    }
}

#[test]
fn the_wheel_with_shift_moves_along_the_columns_as_one_reads_and_back() {
    for language in BOTH {
        let mut harness = sheet(language, [300.0, 400.0]);
        let sight = Rect::from_min_size(eframe::egui::Pos2::ZERO, vec2(300.0, 400.0));
        let is_last_in_sight = |harness: &Harness<'_, Sheet>| sight.contains_rect(head_rect(harness, "Phone"));
        assert!(!is_last_in_sight(&harness));
        harness.wheel_with(Modifiers::SHIFT, sight.center(), vec2(0.0, -300.0));
        assert!(is_last_in_sight(&harness), "down goes on, {language:?}");
        harness.wheel_with(Modifiers::SHIFT, sight.center(), vec2(0.0, 300.0));
        assert!(!is_last_in_sight(&harness), "up goes back, {language:?}");
    }
}

#[test]
fn cells_leave_room_for_the_bar_of_the_rows() {
    const BAR: f32 = 12.0;
    let check = |height: f32, is_kept_free: bool| {
        for language in BOTH {
            let size = [300.0, height];
            let state = (words(language), TableState::default(), Vec::<Rect>::new());
            let harness = window(language, size, state, |ui, (tr, state, seen)| {
                let columns = TITLES.map(|title| Column::new(title, title, Width::Points(200.0)));
                let head = |row: usize| RowHead::new(row as i64, NAMES[row]);
                seen.clear();
                Table::new(tr, "people", &columns, NAMES.len())
                    .show(ui, state, head, |ui, _, _| seen.push(ui.clip_rect()));
            });
            let free = match language {
                Language::Arabic => Rect::from_min_size(eframe::egui::Pos2::ZERO, vec2(BAR, height)),
                Language::English => Rect::from_min_size(eframe::egui::pos2(300.0 - BAR, 0.0), vec2(BAR, height)),
            };
            let (.., seen) = harness.state();
            let reach_below =
                seen.iter().filter(|cell| cell.is_positive()).any(|cell| cell.shrink(0.5).intersects(free));
            assert_eq!(!reach_below, is_kept_free, "{language:?}, {height} high: {seen:?}");
        }
    };
    check(160.0, true);
    check(900.0, false);
}

#[test]
fn the_words_of_a_cell_stand_still_when_they_begin_to_be_changed() {
    for language in BOTH {
        let mut harness = sheet(language, [700.0, 500.0]);
        let words = harness.get_by_role_and_label(Role::Label, NAMES[0]).rect();
        harness.press(Key::ArrowDown);
        harness.press(direction(language).forward_key());
        harness.press(Key::F2);
        let editor = harness.get_by(|node| node.is_text_input());
        let editor = editor.accesskit_node();
        let run = editor.children().find(|child| child.role() == Role::TextRun).expect("its words");
        let run = run.bounding_box().expect("a place");
        let (start, end) = (direction(language).start_x(words), direction(language).end_x(words));
        let (from, until) = if language == Language::Arabic { (run.x1, run.x0) } else { (run.x0, run.x1) };
        assert!((from - f64::from(start)).abs() < 0.6, "{language:?}: {from} for {start}");
        assert!((until - f64::from(end)).abs() < 1.1, "{language:?}: {until} for {end}");
    }
}
