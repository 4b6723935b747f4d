//! The table: sorted, arranged, selected, changed in its place; with too little room; and what stands there without rows.

#![allow(clippy::indexing_slicing, reason = "the samples are the page's own: it knows how many there are")]

use super::{Cx, Page, note, section, section_of_lines};
use eframe::egui::{Sense, Ui, vec2};
use std::cell::RefCell;
use tansiq::arabic::fold;
use tansiq::text::Weight;
use tansiq::widgets::{
    Cell, Chip, Column, Field, Line, MenuEntry, RowHead, Skeleton, SortedRows, Table, TableState, Tone, Type, UiExt,
    Width, avatar, check_box, empty_state, progress_bar,
};

/// A row of the sample.
struct Row {
    task: String,
    person: String,
    letters: String,
    percent: i64,
    is_done: bool,
}

/// The page.
#[derive(Default)]
pub struct Tables {
    rows: Vec<Row>,
    state: TableState,
    order: SortedRows,
    revision: u64,
    narrow: TableState,
    many: TableState,
    filtered: TableState,
    /// What is looked for in each column of that one.
    sought: [RefCell<String>; 2],
}

const MANY: usize = 100_000;

impl Page for Tables {
    fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let words = cx.words;
        if self.rows.is_empty() {
            self.fill(cx);
        }
        section_of_lines(ui, words.get("whole"), |ui| {
            note(ui, words.get("keys"));
            room(ui, 330.0, |ui| self.table_ui(ui, cx));
        });
        section_of_lines(ui, words.get("many"), |ui| room(ui, 220.0, |ui| many_ui(ui, cx, &mut self.many)));
        section_of_lines(ui, words.get("beneath"), |ui| {
            room(ui, 290.0, |ui| filtered_ui(ui, cx, &self.sought, &mut self.filtered));
        });
        section_of_lines(ui, words.get("narrow"), |ui| {
            let width = 420.0_f32.min(ui.available_width());
            ui.allocate_ui_with_layout(vec2(width, 170.0), ui.direction().column(), |ui| {
                ui.set_width(width);
                room(ui, 170.0, |ui| narrow_ui(ui, cx, &mut self.narrow));
            });
        });
        section_of_lines(ui, words.get("loading"), |ui| {
            let name = words.get("loading");
            room(ui, 116.0, |ui| Skeleton::rows(name, ui.metrics().table_row).show(ui));
        });
        section(ui, words.get("empty"), |ui| {
            room(ui, 170.0, |ui| {
                empty_state(ui, words.get("empty-title"), words.get("empty-about"), Some(words.get("add")));
            });
        });
    }
}

impl Tables {
    fn fill(&mut self, cx: &Cx<'_>) {
        let (people, letters) = (cx.words.list("people"), cx.words.list("letters"));
        self.rows = cx
            .words
            .list("tasks")
            .into_iter()
            .enumerate()
            .map(|(at, task)| Row {
                task,
                person: people.get(at % people.len().max(1)).cloned().unwrap_or_default(),
                letters: letters.get(at % letters.len().max(1)).cloned().unwrap_or_default(),
                percent: [60, 80, 0, 100, 30][at % 5],
                is_done: at % 5 == 3,
            })
            .collect();
        // So that the picture shows a sorted column and rows that are selected.
        let mut layout = self.state.layout().clone();
        layout.sort_by("progress", true);
        self.state.set_layout(layout);
        self.state.select(Some(1));
    }

    fn table_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let words = cx.words;
        let columns = [
            Column::new("mark", words.get("done"), Width::Points(44.0)).fixed(),
            Column::new("task", words.get("task"), Width::Share(1.5)).sortable(),
            Column::new("person", words.get("person"), Width::Share(1.0)).sortable(),
            Column::new("status", words.get("status"), Width::Points(130.0)),
            Column::new("progress", words.get("progress"), Width::Points(120.0)).sortable(),
        ];
        let Self { rows, state, order, revision, .. } = self;
        order.update(*revision, rows.len(), state.layout().sort(), |column, one, other| match column {
            "task" => rows[one].task.cmp(&rows[other].task),
            "person" => rows[one].person.cmp(&rows[other].person),
            _ => rows[one].percent.cmp(&rows[other].percent),
        });
        let head = |place: usize| RowHead::new(order.row(place) as i64, rows[order.row(place)].task.as_str());
        let edits = |place: usize, column: usize| (column == 1).then(|| rows[order.row(place)].task.clone());
        let menu = |_: usize| menu(cx);
        let mut turned = Vec::new();
        let table = Table::new(cx.tr, words.get("whole"), &columns, rows.len()).multiple().edits(&edits).menu(&menu);
        let output = table.show_cells(ui, state, head, |ui, Cell { row, column, edit }| {
            let at = order.row(row);
            match (edit, column) {
                (Some(edit), _) => _ = edit.field(ui, words.get("task"), Weight::Medium),
                (None, 0) => {
                    if check_box(ui, &rows[at].task, rows[at].is_done).clicked() {
                        turned.push(at);
                    }
                }
                (None, _) => cell(ui, cx, &rows[at], column),
            }
        });
        if let Some(place) = output.toggled {
            turned.push(order.row(place));
        }
        let edited = output.edited.map(|edited| (order.row(edited.row), edited.text));
        if edited.is_some() || !turned.is_empty() {
            *revision += 1;
        }
        for at in turned {
            rows[at].is_done = !rows[at].is_done;
        }
        if let Some((at, text)) = edited {
            rows[at].task = text;
        }
    }
}

fn menu(cx: &Cx<'_>) -> Vec<MenuEntry> {
    let words = cx.words;
    let statuses = words.list("statuses").into_iter().map(MenuEntry::new).collect();
    vec![
        MenuEntry::new(words.get("open")).shortcut("Enter"),
        MenuEntry::new(words.get("status")).children(statuses),
        MenuEntry::new(words.get("remove")).danger().begins_group(),
    ]
}

fn cell(ui: &mut Ui, cx: &Cx<'_>, row: &Row, column: usize) {
    match column {
        1 => _ = ui.add(Line::new(&row.task).weight(Weight::Medium)),
        2 => {
            avatar(ui, &row.letters, 28.0);
            ui.add(Line::new(&row.person));
        }
        3 => {
            let (key, tone) = if row.is_done { ("done", Tone::Green) } else { ("open-task", Tone::Amber) };
            ui.add(Chip::new(cx.words.get(key), tone));
        }
        _ => _ = progress_bar(ui, &row.task, row.percent, ui.available_width().min(90.0)),
    }
}

fn many_ui(ui: &mut Ui, cx: &Cx<'_>, state: &mut TableState) {
    let words = cx.words;
    let columns = [
        Column::new("number", words.get("number"), Width::Points(120.0)),
        Column::new("task", words.get("task"), Width::Share(1.0)),
    ];
    let tasks = words.list("tasks");
    let task = |row: usize| tasks[row % tasks.len()].as_str();
    let head = |row: usize| RowHead::new(row as i64, format!("{} {row}", task(row)));
    let height = ui.metrics().table_line;
    Table::new(cx.tr, words.get("many"), &columns, MANY).multiple().row_height(height).show(
        ui,
        state,
        head,
        |ui, row, column| {
            if column == 0 {
                let weak = ui.tokens().ink_weak;
                let number = cx.tr.number(i64::try_from(row + 1).unwrap_or_default());
                ui.add(Line::new(&number).size(Type::Caption).color(weak));
            } else {
                ui.add(Line::new(task(row)));
            }
        },
    );
}

/// Under each head stands a field, and the rows are those that hold what is written there.
fn filtered_ui(ui: &mut Ui, cx: &Cx<'_>, sought: &[RefCell<String>; 2], state: &mut TableState) {
    let words = cx.words;
    let keys = ["task", "person"];
    let columns = [
        Column::new(keys[0], words.get(keys[0]), Width::Share(1.5)),
        Column::new(keys[1], words.get(keys[1]), Width::Share(1.0)),
    ];
    let (tasks, people) = (words.list("tasks"), words.list("people"));
    let texts = |row: usize| [&tasks[row], &people[row % people.len()]];
    let holds = |text: &str, sought: &RefCell<String>| fold(text).contains(&fold(&sought.borrow()));
    let is_found = |row: &usize| texts(*row).into_iter().zip(sought).all(|(text, sought)| holds(text, sought));
    let found: Vec<usize> = (0..tasks.len()).filter(is_found).collect();
    let head = |row: usize| RowHead::new(found[row] as i64, tasks[found[row]].as_str());
    let filter_ui = |ui: &mut Ui, column: usize| {
        let name = format!("{}: {}", words.get("filter"), words.get(keys[column]));
        let width = ui.available_width();
        Field::new(&mut sought[column].borrow_mut(), &name).bare().hint(words.get("filter")).width(width).show(ui);
    };
    let height = ui.metrics().control + 8.0;
    Table::new(cx.tr, words.get("beneath"), &columns, found.len())
        .row_height(ui.metrics().table_line)
        .beneath_heads(height, &filter_ui)
        .show(ui, state, head, |ui, row, column| _ = ui.add(Line::new(texts(found[row])[column])));
}

fn narrow_ui(ui: &mut Ui, cx: &Cx<'_>, state: &mut TableState) {
    let words = cx.words;
    let columns = ["task", "person", "status", "progress", "number"]
        .map(|key| Column::new(key, words.get(key), Width::Share(1.0)).sortable());
    let tasks = words.list("tasks");
    let head = |row: usize| RowHead::new(row as i64, tasks[row].as_str());
    Table::new(cx.tr, words.get("narrow"), &columns, 3).show(ui, state, head, |ui, row, _| {
        ui.add(Line::new(&tasks[row]));
    });
}

/// A piece of the page of a given height, as a screen has it.
pub fn room<R>(ui: &mut Ui, height: f32, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    ui.within(rect, response.id, |ui| {
        ui.set_max_size(rect.size());
        contents(ui)
    })
}
