//! The filters above a register: what one asks every day as chips with counts, and a chip for each field that is asked or
//! often is, whose menu holds what the field may be and what the register holds of it.

use super::Register;
use super::kinds::AREA;
use super::range::{RangeForm, RangeOutput};
use super::ready::Ready;
use super::view::{Content, Period, Picked, View};
use crate::domain::{Field, FieldKind, Value};
use crate::screens::form::{OneForm, OneOutput};
use crate::screens::parts::long_menu;
use crate::screens::{Cx, parts};
use crate::store::query::{Group, Groups, Reach, RecordGroups, RecordList, STANDING, Which};
use crate::store::{Changes, Live};
use crate::tr;
use crate::widgets::{Button, Chip, Icon, MenuEntry, Tone};
use egui::response::Flags;
use egui::{Response, Ui};
use std::collections::{BTreeMap, BTreeSet};

/// So many contents are offered; further ones are typed.
const OFFERED: usize = 30;

/// The filters' memory; what is asked stands in the view.
#[derive(Default)]
pub(super) struct Filters {
    counts: BTreeMap<Ready, Live<RecordList>>,
    /// The same of the whole register, whatever is asked of it and whether the chips are seen or not.
    standing: BTreeMap<Ready, Live<RecordList>>,
    /// What the register holds in the fields whose menus were opened.
    groups: BTreeMap<&'static str, Live<RecordGroups>>,
    opened: BTreeSet<&'static str>,
    range: Option<RangeForm>,
    other: Option<(&'static Field, OneForm)>,
    /// A field that was just added: its menu opens as its chip is drawn.
    added: Option<&'static str>,
}

/// What an entry of a field's menu asks for.
enum Choice {
    Turn(Picked),
    Only(Content),
    Range,
    Other,
}

impl Filters {
    pub(super) fn note(&mut self, changes: Changes) {
        self.counts.values_mut().chain(self.standing.values_mut()).for_each(|count| count.note(changes));
        self.groups.values_mut().for_each(|groups| groups.note(changes));
        if let Some((_, form)) = &mut self.other {
            form.note(changes);
        }
    }

    /// How many there are in all of what one asks every day, if that is known: by the rule of the navigation's counts.
    pub(super) fn standing(&mut self, cx: &Cx<'_>, ready: Ready, which: &Which) -> Option<usize> {
        let whole = Which { containing: String::new(), conditions: Vec::new(), ..which.clone() };
        let asked = counted(&whole, ready, cx);
        self.standing.entry(ready).or_default().get(cx.store, asked).map(|rows| rows.total)
    }

    /// Shows them. `which` is the register without them.
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        register: &'static Register,
        view: &mut View,
        which: &Which,
    ) {
        for ready in register.ready {
            self.ready_ui(ui, cx, *ready, view, which);
        }
        let asked: Vec<&'static Field> = view.sieves.iter().filter_map(|sieve| register.field(&sieve.field)).collect();
        let often = register.filters.iter().filter_map(|name| register.field(name));
        let often: Vec<&'static Field> = often.filter(|field| view.content(field.name).is_none()).collect();
        for field in asked.iter().chain(&often) {
            self.field_ui(ui, cx, (register, field), view, which);
        }
        self.more_ui(ui, cx, register, view);
        if view.is_narrowed() {
            let clear = tr!(cx.tr, "register-clear-filters");
            if ui.add(Chip::new(&clear, Tone::Neutral).icon(Icon::Close).clickable()).clicked() {
                view.widen();
            }
        }
    }

    fn ready_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, ready: Ready, view: &mut View, which: &Which) {
        let asked = counted(which, ready, cx);
        let total = self.counts.entry(ready).or_default().get(cx.store, asked).map(|rows| rows.total);
        let name = tr!(cx.tr, ready.label_key());
        let words = match total {
            Some(total) => tr!(cx.tr, "register-ready", name = &name, count = total),
            None => name.clone(),
        };
        let is_chosen = view.ready == Some(ready);
        let tone = match total {
            _ if is_chosen => Tone::Green,
            None | Some(0) => Tone::Neutral,
            Some(_) => ready.tone(),
        };
        if ui.add(Chip::new(&words, tone).name(&name).clickable().selected(is_chosen)).clicked() {
            view.ready = (!is_chosen).then_some(ready);
        }
    }

    fn field_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        (register, field): (&'static Register, &'static Field),
        view: &mut View,
        which: &Which,
    ) {
        let tr = cx.tr;
        let label = register.heading(field, tr);
        let is_counted = is_discrete(field);
        let groups = self.groups.entry(field.name).or_default();
        let by = || {
            // All of a short list; of names the most frequent, for there may be as many as there are meetings.
            let reach = if matches!(field.kind, FieldKind::Link(_)) { Reach::Most(OFFERED) } else { Reach::All };
            RecordGroups { which: Which { order: Vec::new(), ..which.clone() }, by: field.name, reach }
        };
        // Its counts come when its menu is opened, and are kept in step.
        if is_counted && self.opened.contains(field.name) {
            groups.get(cx.store, by());
        }
        let content = view.content(field.name).cloned();
        let held = groups.last().map_or(&[][..], contents);
        let words = content.as_ref().map(|content| words_of(field, content, held, cx));
        let shown = words.as_ref().map_or_else(
            || label.clone(),
            |words| tr!(tr, "register-filtered", field = &label, values = words.as_str()),
        );
        let name = tr!(tr, "filter-of", field = &label);
        let tone = if words.is_some() { Tone::Green } else { Tone::Neutral };
        let (mut button, is_removed) = chip_ui(ui, (&shown, &name, tone), || tr!(tr, "filter-remove", field = &label));
        if self.added.take_if(|added| *added == field.name).is_some() {
            // The next thing one says is which contents are meant; what had the focus has gone on to another chip.
            button.request_focus();
            button.flags.insert(Flags::FAKE_PRIMARY_CLICKED);
        }
        if button.clicked() && is_counted {
            self.opened.insert(field.name);
            groups.get(cx.store, by());
        }
        let held = groups.last().map_or(&[][..], contents);
        let choices = || choices(register, field, held, content.as_ref(), cx);
        let picked =
            long_menu(ui, tr, (&button, &name), false, || choices().into_iter().map(|(_, entry)| entry).collect());
        let chosen = picked.and_then(|at| choices().into_iter().nth(at)).map(|(choice, _)| choice);
        if is_removed {
            view.sift(field.name, None);
        }
        match chosen {
            Some(Choice::Turn(picked)) => turn(view, field, picked),
            Some(Choice::Only(content)) => {
                let is_so = view.content(field.name) == Some(&content);
                view.sift(field.name, (!is_so).then_some(content));
            }
            Some(Choice::Range) => self.open_range(&label, field, view, cx),
            Some(Choice::Other) => self.open_other(&label, register, field, cx),
            None => {}
        }
    }

    fn open_range(&mut self, label: &str, field: &'static Field, view: &View, cx: &Cx<'_>) {
        self.range = Some(RangeForm::new(label.to_owned(), field, view.content(field.name), cx));
    }

    fn open_other(&mut self, label: &str, register: &'static Register, field: &'static Field, cx: &Cx<'_>) {
        let words = (label.to_owned(), label.to_owned(), tr!(cx.tr, "filter-apply"));
        self.other = Some((field, OneForm::new(words, register.entity, field, false, cx)));
    }

    /// The menu of all other fields.
    fn more_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, register: &'static Register, view: &mut View) {
        let words = tr!(cx.tr, "filter-add");
        let button = ui.add(Chip::new(&words, Tone::Neutral).icon(Icon::Plus).menu(&words));
        let fields = || {
            let is_further =
                |field: &&'static Field| view.content(field.name).is_none() && !register.filters.contains(&field.name);
            register.filterable().into_iter().filter(is_further).collect::<Vec<_>>()
        };
        let entry = |field: &&'static Field| MenuEntry::new(register.heading(field, cx.tr));
        let picked = long_menu(ui, cx.tr, (&button, &words), false, || fields().iter().map(entry).collect());
        let Some(field) = picked.and_then(|at| fields().get(at).copied()) else { return };
        let label = register.heading(field, cx.tr);
        if matches!(field.kind, FieldKind::Link(_) | FieldKind::Entry(_)) {
            self.open_other(&label, register, field, cx);
        } else if matches!(field.kind, FieldKind::Choice(_) | FieldKind::Flag) {
            // The chip stands there with its menu open, and asks for what is given until something is chosen.
            view.sift(field.name, Some(Content::Given));
            self.added = Some(field.name);
            ui.ctx().request_repaint();
        } else {
            self.open_range(&label, field, view, cx);
        }
    }

    /// The small windows over everything else.
    pub(super) fn forms_ui(&mut self, ui: &Ui, cx: &Cx<'_>, view: &mut View) {
        if let Some(form) = &mut self.range {
            let field = form.field.name;
            match form.show(ui.ctx(), cx) {
                RangeOutput::Open => {}
                RangeOutput::Cancelled => self.range = None,
                RangeOutput::Given(content) => {
                    view.sift(field, Some(content));
                    self.range = None;
                }
            }
        }
        if let Some((field, form)) = &mut self.other {
            let field = *field;
            match form.show(ui.ctx(), cx) {
                OneOutput::Open => {}
                // A name that no register knows is nothing to look for.
                OneOutput::Cancelled | OneOutput::New(_) => self.other = None,
                OneOutput::Given(value, name) => {
                    let is_there = matches!(view.content(field.name), Some(Content::OneOf(all))
                        if all.iter().any(|one| one.value == value));
                    if !is_there {
                        turn(view, field, Picked { value, name });
                    }
                    self.other = None;
                }
            }
        }
    }
}

fn contents(groups: &Groups) -> &[Group] {
    &groups.found
}

/// Asks how many of these there are of what one asks every day.
fn counted(which: &Which, ready: Ready, cx: &Cx<'_>) -> RecordList {
    let mut counted = which.clone();
    counted.conditions.extend(ready.conditions(cx.today));
    counted.order.clear();
    RecordList { which: counted, columns: Vec::new(), first: 0, count: 0 }
}

/// A filter's chip, and where something is asked the cross that takes it away: says whether that was pressed.
fn chip_ui(ui: &mut Ui, (words, name, tone): (&str, &str, Tone), remove: impl FnOnce() -> String) -> (Response, bool) {
    if tone == Tone::Neutral {
        return (ui.add(Chip::new(words, tone).menu(name)), false);
    }
    let spacing = std::mem::replace(&mut ui.spacing_mut().item_spacing.x, 0.0);
    let button = ui.add(Chip::new(words, tone).menu(name));
    ui.spacing_mut().item_spacing.x = spacing;
    let is_removed = ui.add(Button::icon_only(Icon::Close, &remove()).small()).clicked();
    (button, is_removed)
}

/// Adds a content to those that are asked for, or takes it from them.
fn turn(view: &mut View, field: &Field, picked: Picked) {
    let mut all = match view.content(field.name) {
        Some(Content::OneOf(all)) => all.clone(),
        _ => Vec::new(),
    };
    match all.iter().position(|one| one.value == picked.value) {
        Some(at) => _ = all.remove(at),
        None => all.push(picked),
    }
    view.sift(field.name, (!all.is_empty()).then_some(Content::OneOf(all)));
}

/// Does it hold one of a few contents, so that they can be counted?
fn is_discrete(field: &Field) -> bool {
    matches!(field.kind, FieldKind::Choice(_) | FieldKind::Entry(_) | FieldKind::Link(_) | FieldKind::Flag)
        || is_short_list(field)
}

/// Texts that are chosen again and again, such as a city.
fn is_short_list(field: &Field) -> bool {
    matches!(field.name, "city" | AREA)
}

/// What is asked of a field, in words.
fn words_of(field: &'static Field, content: &Content, held: &[Group], cx: &Cx<'_>) -> String {
    let tr = cx.tr;
    match content {
        Content::OneOf(all) => match all.as_slice() {
            [one] => named(field, one, held, cx),
            // One is named; more would push each other off the bar.
            several => tr.number(i64::try_from(several.len()).unwrap_or(i64::MAX)),
        },
        Content::Given => tr!(tr, "filter-given"),
        Content::During(period) => tr!(tr, period.label_key()),
        Content::Containing(letters) => tr!(tr, "filter-containing", letters = letters),
        Content::Between(from, until) => {
            let word = |value: &Value| match value {
                Value::Text(iso) => crate::calendar::Date::from_iso(iso)
                    .map(|day| parts::day(day, tr, cx.settings.calendars))
                    .unwrap_or_default(),
                Value::Number(number) => tr.number(*number),
                Value::Empty => String::new(),
            };
            match (from, until) {
                (Value::Empty, _) => tr!(tr, "filter-up-to", until = word(until)),
                (_, Value::Empty) => tr!(tr, "filter-from-on", from = word(from)),
                _ => tr!(tr, "filter-between", from = word(from), until = word(until)),
            }
        }
    }
}

/// What a content is called: as the register calls it now, else as it was called when it was picked.
fn named(field: &'static Field, picked: &Picked, held: &[Group], cx: &Cx<'_>) -> String {
    match (&picked.value, field.kind) {
        (Value::Empty, _) => tr!(cx.tr, "not-given"),
        (Value::Text(code), FieldKind::Choice(list)) if list.codes.contains(&code.as_str()) => {
            tr!(cx.tr, &list.label_key(code))
        }
        (Value::Number(is), FieldKind::Flag) => tr!(cx.tr, if *is == 0 { "no" } else { "yes" }),
        (Value::Text(text), _) if field.name == AREA => cx.tr.named(text).to_owned(),
        (Value::Text(text), _) => text.clone(),
        (value, _) => {
            let now = held.iter().find(|group| group.value == *value).map(|group| group.name.clone());
            let name = now.filter(|name| !name.is_empty()).unwrap_or_else(|| picked.name.clone());
            if matches!(field.kind, FieldKind::Entry(_)) { cx.tr.named(&name).to_owned() } else { name }
        }
    }
}

/// What can be chosen for a field: of a closed list its entries, else what the register holds, the most frequent first.
fn choices(
    register: &'static Register,
    field: &'static Field,
    held: &[Group],
    content: Option<&Content>,
    cx: &Cx<'_>,
) -> Vec<(Choice, MenuEntry)> {
    let tr = cx.tr;
    let chosen: &[Picked] = if let Some(Content::OneOf(all)) = content { all } else { &[] };
    let turn = |value: Value, name: String| {
        let count = held.iter().find(|group| group.value == value).map(|group| group.count);
        let picked = Picked { value, name };
        let entry = MenuEntry::new(named(field, &picked, held, cx));
        let entry = entry.current(chosen.iter().any(|one| one.value == picked.value));
        let count = count.map(|count| tr.number(i64::try_from(count).unwrap_or(i64::MAX)));
        (Choice::Turn(picked), entry.shortcut(count.unwrap_or_default()))
    };
    let mut all: Vec<(Choice, MenuEntry)> = match field.kind {
        FieldKind::Choice(list) => {
            let codes: Vec<&str> = match field.name {
                "status" => register.statuses().iter().map(|status| status.code()).collect(),
                "kind" if !register.kinds.is_empty() => register.kinds.iter().map(|kind| kind.code()).collect(),
                _ => list.codes.to_vec(),
            };
            codes.into_iter().map(|code| turn(code.into(), String::new())).collect()
        }
        FieldKind::Flag => [true, false].into_iter().map(|is| turn(is.into(), String::new())).collect(),
        FieldKind::Date => Period::ALL
            .into_iter()
            .map(|period| {
                let content_of = Content::During(period);
                let entry = MenuEntry::new(tr!(tr, period.label_key())).current(content == Some(&content_of));
                (Choice::Only(content_of), entry)
            })
            .collect(),
        _ if is_discrete(field) => {
            let mut held: Vec<&Group> = held.iter().filter(|group| group.value != Value::Empty).collect();
            held.sort_by_key(|group| std::cmp::Reverse(group.count));
            held.truncate(OFFERED);
            held.into_iter().map(|group| turn(group.value.clone(), group.name.clone())).collect()
        }
        FieldKind::Entry(_)
        | FieldKind::Link(_)
        | FieldKind::Line
        | FieldKind::Prose
        | FieldKind::Code
        | FieldKind::Phone
        | FieldKind::Time
        | FieldKind::Number
        | FieldKind::Percent
        | FieldKind::Any
        | FieldKind::Position => Vec::new(),
    };
    let is_link = matches!(field.kind, FieldKind::Link(_) | FieldKind::Entry(_));
    let is_range = !is_link && !matches!(field.kind, FieldKind::Choice(_) | FieldKind::Flag);
    if is_link {
        all.push((Choice::Other, MenuEntry::new(tr!(tr, "filter-other"))));
    }
    if is_range {
        let is_so = matches!(content, Some(Content::Between(..) | Content::Containing(_)));
        let is_number = matches!(field.kind, FieldKind::Date | FieldKind::Number | FieldKind::Percent);
        let key = if is_number { "filter-range" } else { "filter-letters-of" };
        all.push((Choice::Range, MenuEntry::new(tr!(tr, key)).current(is_so)));
    }
    // What every record has need not be asked for.
    if !field.is_required && field.kind != FieldKind::Flag && !matches!(field.name, "status" | "kind" | STANDING) {
        let (_, empty) = turn(Value::Empty, String::new());
        let nothing = Picked { value: Value::Empty, name: String::new() };
        all.push((Choice::Turn(nothing), empty.begins_group()));
        let given = MenuEntry::new(tr!(tr, "filter-given")).current(content == Some(&Content::Given));
        all.push((Choice::Only(Content::Given), given));
    }
    all
}
