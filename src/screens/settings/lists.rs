//! The editable lists: what they offer, in which order, and what is no longer offered. Two entries that mean one thing
//! become one.

use crate::arabic;
use crate::domain::{Entity, EntryList, Record, Value};
use crate::screens::form::{FormOutput, RecordForm};
use crate::screens::merge::{MergeForm, MergeOutput};
use crate::screens::{Ask, Cx};
use crate::store::query::{Condition, RecordList, RecordRow, RecordRows, Sort, Which};
use crate::store::{Changes, Edit, Live, Reply, position};
use crate::text::Weight;
use crate::tr;
use crate::widgets::{Button, Chip, Field, Icon, Line, MenuEntry, Tone, UiExt, menu_below, pick_list, scroll_page};
use egui::{Context, Key, Ui};

/// No list is longer.
const MOST: usize = 2000;
/// What a list's entries tell of themselves.
const COLUMNS: [&str; 6] = ["name", "name_en", "parent", "position", "is_hidden", "list"];
const WIDE: f32 = 260.0;
/// A row is read from its name to its buttons.
const WIDEST: f32 = 720.0;
const BAR: f32 = 16.0;

/// The lists that are edited here; labels have a page of their own.
fn lists() -> impl Iterator<Item = EntryList> {
    EntryList::ALL.iter().copied().filter(|list| *list != EntryList::Label)
}

/// The page.
#[derive(Default)]
pub(super) struct ListsPage {
    at: usize,
    rows: Live<RecordList>,
    /// What is being typed as a new entry.
    typed: String,
    form: Option<RecordForm>,
    merge: Option<MergeForm>,
}

/// What was asked for an entry.
#[derive(Clone, Copy)]
enum Act {
    Edit,
    Up,
    Down,
    Retire(bool),
    Merge,
}

impl ListsPage {
    pub(super) fn note(&mut self, changes: Changes) {
        self.rows.note(changes);
        if let Some(form) = &mut self.form {
            form.note(changes);
        }
        if let Some(merge) = &mut self.merge {
            merge.note(changes);
        }
    }

    pub(super) fn on_reply(&mut self, reply: &Reply) {
        if let Some(form) = &mut self.form {
            form.on_reply(reply);
        }
    }

    pub(super) fn flush(&mut self, cx: &Cx<'_>) {
        if self.form.as_mut().is_some_and(|form| form.flush(cx)) {
            self.form = None;
        }
    }

    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let tr = cx.tr;
        let all: Vec<EntryList> = lists().collect();
        let names: Vec<String> = all.iter().map(|list| tr!(tr, list.label_key())).collect();
        if let Some(at) = pick_list(ui, &tr!(tr, "lists-which"), Some(self.at), &names, WIDE) {
            self.at = at;
            self.typed.clear();
        }
        let Some(list) = all.get(self.at).copied() else { return };
        self.new_ui(ui, cx, list);
        let found = self.rows.get(cx.store, asked(list, cx)).cloned().unwrap_or_default();
        let tall = ui.metrics().control + ui.metrics().hair;
        let mut wish = None;
        scroll_page(ui, ("entries", list.code()), &tr!(cx.tr, "settings-lists"), |ui, area| {
            ui.spacing_mut().item_spacing.y = 0.0;
            area.show_rows(ui, tall, found.rows.len(), |ui, shown| {
                // The bar stands beside the buttons, not on them.
                ui.set_max_width((ui.available_width() - BAR).min(WIDEST));
                for (place, row) in found.rows.iter().enumerate().skip(shown.start).take(shown.len()) {
                    if let Some(act) = entry_ui(ui, cx, &found, row, (place, tall)) {
                        wish = Some((place, act));
                    }
                }
            })
        });
        if let Some((place, act)) = wish {
            self.carry_out(cx, list, &found, place, act);
        }
        self.sheets_ui(ui.ctx(), cx);
    }

    /// The field for a new entry.
    fn new_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, list: EntryList) {
        let tr = cx.tr;
        let can_write = !cx.store.is_read_only();
        let typed = arabic::fold(self.typed.trim());
        let rows = self.rows.last().map(|found| found.rows.as_slice()).unwrap_or_default();
        let there = rows.iter().find(|row| !typed.is_empty() && arabic::fold(row.title.trim()) == typed);
        let there = there.map(|row| tr!(tr, "lists-there", name = &row.title));
        ui.row(|ui| {
            ui.spacing_mut().item_spacing.x = ui.metrics().small;
            let label = tr!(tr, "lists-new");
            let field = Field::new(&mut self.typed, &label).bare().hint(&label).icon(Icon::Plus).width(WIDE);
            let output = field.enabled(can_write).error(there.as_deref()).show(ui);
            if output.response.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape)) {
                self.typed.clear();
            }
            let is_given = !self.typed.trim().is_empty() && there.is_none();
            let pressed = ui.add(Button::new(&tr!(tr, "register-add")).enabled(is_given && can_write)).clicked();
            if (output.submitted || pressed) && is_given {
                let values = vec![("list", list.into()), ("name", self.typed.trim().into())];
                cx.store.send(Edit::Add { entity: Entity::Entry, values });
                self.typed.clear();
                output.response.request_focus();
            }
        });
        if let Some(there) = &there {
            ui.add(Line::new(there).color(ui.tokens().tone(Tone::Red).ink).max_width(WIDE));
        }
    }

    fn carry_out(&mut self, cx: &mut Cx<'_>, list: EntryList, found: &RecordRows, place: usize, act: Act) {
        let Some(row) = found.rows.get(place) else { return };
        let set =
            |value| cx.store.send(Edit::Set { record: row.record, values: vec![value], session: None, based_on: None });
        let position = |at: Option<usize>| {
            let row = at.and_then(|at| found.rows.get(at))?;
            found.cell(row, "position").map(|cell| cell.text().to_owned()).filter(|place| !place.is_empty())
        };
        match act {
            Act::Edit => self.form = Some(edit_form(list, found, row, cx)),
            Act::Up if place > 0 => {
                let (before, after) = (position(place.checked_sub(2)), position(place.checked_sub(1)));
                _ = set(("position", position::between(before.as_deref(), after.as_deref()).into()));
            }
            Act::Down if place + 1 < found.rows.len() => {
                let (before, after) = (position(Some(place + 1)), position(Some(place + 2)));
                _ = set(("position", position::between(before.as_deref(), after.as_deref()).into()));
            }
            Act::Up | Act::Down => {}
            Act::Retire(is_hidden) => {
                let ticket = set(("is_hidden", if is_hidden { true.into() } else { Value::Empty }));
                let key = if is_hidden { "lists-retired" } else { "lists-offered" };
                cx.ask(Ask::ToastUndo(ticket, tr!(cx.tr, key)));
            }
            Act::Merge => self.merge = Some(MergeForm::new(row.record, None).of_list(list)),
        }
    }

    fn sheets_ui(&mut self, ctx: &Context, cx: &mut Cx<'_>) {
        if let Some(form) = &mut self.form {
            match form.show(ctx, cx) {
                FormOutput::Open => {}
                FormOutput::Cancelled | FormOutput::Sent(_) => self.form = None,
                FormOutput::Removed(ticket) => {
                    self.form = None;
                    cx.say_removed(ticket, "record-removed", 1);
                }
            }
        }
        if self.merge.as_mut().is_some_and(|merge| merge.show(ctx, cx) != MergeOutput::Open) {
            self.merge = None;
        }
    }
}

fn asked(list: EntryList, cx: &Cx<'_>) -> RecordList {
    let which = Which {
        entity: Entity::Entry,
        kinds: Vec::new(),
        conditions: vec![Condition::OneOf("list", vec![list.into()])],
        containing: String::new(),
        order: vec![Sort { field: "position", is_descending: false }],
        today: cx.today,
    };
    RecordList { which, columns: COLUMNS.to_vec(), first: 0, count: MOST }
}

/// One entry: its names, what it stands below, and what can be done with it.
fn entry_ui(ui: &mut Ui, cx: &Cx<'_>, found: &RecordRows, row: &RecordRow, (place, tall): (usize, f32)) -> Option<Act> {
    let tr = cx.tr;
    let can_write = !cx.store.is_read_only();
    let text = |name: &str| found.cell(row, name).map(|cell| cell.text().to_owned()).unwrap_or_default();
    let is_hidden = found.cell(row, "is_hidden").is_some_and(|cell| cell.number() == Some(1));
    let parent = found.cell(row, "parent").map(|cell| cell.name.clone()).unwrap_or_default();
    let mut act = None;
    ui.push_id(("entry", row.record.id), |ui| {
        ui.row_of(tall, |ui| {
            ui.spacing_mut().item_spacing.x = ui.metrics().small;
            let ink = if is_hidden { ui.tokens().ink_weak } else { ui.tokens().ink };
            ui.add(Line::new(&row.title).weight(Weight::Medium).color(ink));
            let about: Vec<String> = [text("name_en"), parent].into_iter().filter(|words| !words.is_empty()).collect();
            ui.add(Line::new(&about.join(" · ")).weak(ui).max_width((ui.available_width() - 150.0).max(0.0)));
            if is_hidden {
                ui.add(Chip::new(&tr!(tr, "lists-hidden"), Tone::Neutral));
            }
            ui.at_end("acts", |ui| {
                for (icon, key, wish, is_possible) in [
                    (Icon::Up, "lists-up", Act::Up, place > 0),
                    (Icon::Down, "lists-down", Act::Down, place + 1 < found.rows.len()),
                ] {
                    let name = tr!(tr, key, name = &row.title);
                    let button = Button::icon_only(icon, &name).small().enabled(is_possible && can_write);
                    if ui.add(button).clicked() {
                        act = Some(wish);
                    }
                }
                let name = tr!(tr, "lists-more", name = &row.title);
                let button = ui.add(Button::icon_only(Icon::Dots, &name).small().enabled(can_write));
                let retire = if is_hidden { "lists-offer" } else { "lists-retire" };
                let entries = [
                    (MenuEntry::new(tr!(tr, "lists-rename")), Act::Edit),
                    (MenuEntry::new(tr!(tr, retire)), Act::Retire(!is_hidden)),
                    (MenuEntry::new(tr!(tr, "record-merge")), Act::Merge),
                ];
                let words = entries.clone().map(|(entry, _)| entry);
                if let Some(chosen) = menu_below(ui, &button, &name, &words) {
                    act = entries.get(chosen).map(|(_, wish)| *wish);
                }
            });
        });
    });
    act
}

fn edit_form(list: EntryList, found: &RecordRows, row: &RecordRow, cx: &Cx<'_>) -> RecordForm {
    let cell = |name: &str| found.cell(row, name);
    let value = |name: &str| cell(name).map_or(Value::Empty, |cell| cell.value.clone());
    let linked = |name: &str| cell(name).map(|cell| cell.name.clone()).unwrap_or_default();
    let names: &[&str] = if list.parents().is_some() { &["name", "name_en", "parent"] } else { &["name", "name_en"] };
    let record: Record = row.record;
    RecordForm::edit(row.title.clone(), record, names, value, linked, cx)
}
