//! The filters above a register: a chip a field, whose menu holds what the field may be, and what the register holds of it.

use super::Register;
use crate::domain::{Field, FieldKind, OutcomeStatus, Value, lifecycle};
use crate::screens::Cx;
use crate::store::query::{Condition, Group, RecordGroups, Which};
use crate::store::{Changes, Live};
use crate::tr;
use crate::widgets::{Chip, MenuEntry, Tone, menu_below_with};
use egui::Ui;
use std::collections::BTreeMap;

/// So many contents are offered.
const OFFERED: usize = 30;

/// What a register is narrowed to.
pub(super) struct Filters {
    register: &'static Register,
    /// Only what is left to do.
    is_open: bool,
    chosen: BTreeMap<&'static str, Vec<Value>>,
    /// What the register holds in the field whose menu is open.
    groups: BTreeMap<&'static str, Live<RecordGroups>>,
}

impl Filters {
    pub(super) fn new(register: &'static Register) -> Self {
        Self { register, is_open: false, chosen: BTreeMap::new(), groups: BTreeMap::new() }
    }

    pub(super) fn note(&mut self, changes: Changes) {
        self.groups.values_mut().for_each(|groups| groups.note(changes));
    }

    pub(super) fn is_set(&self) -> bool {
        self.is_open || !self.chosen.is_empty()
    }

    /// As the store takes them.
    pub(super) fn conditions(&self) -> Vec<Condition> {
        let chosen = self.chosen.iter().map(|(field, values)| Condition::OneOf(field, values.clone()));
        self.is_open.then_some(Condition::Open).into_iter().chain(chosen).collect()
    }

    /// Shows them; says whether they are others now. `which` is the register without them.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, which: Which) -> bool {
        let mut is_changed = false;
        let open = tr!(cx.tr, "register-only-open");
        if ui.add(Chip::new(&open, tone(self.is_open)).clickable().selected(self.is_open)).clicked() {
            self.is_open = !self.is_open;
            is_changed = true;
        }
        for name in self.register.filters {
            if let Some(field) = self.register.entity.field(name) {
                is_changed |= self.field_ui(ui, cx, field, &which);
            }
        }
        if !self.chosen.is_empty() {
            let clear = tr!(cx.tr, "register-clear-filters");
            if ui.add(Chip::new(&clear, Tone::Neutral).clickable()).clicked() {
                self.chosen.clear();
                is_changed = true;
            }
        }
        is_changed
    }

    fn field_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, field: &'static Field, which: &Which) -> bool {
        let label = tr!(cx.tr, &format!("field-{}-{}", self.register.entity.code(), field.name));
        let groups = self.groups.entry(field.name).or_default();
        // A closed list is there to be chosen from at once; its counts come when its menu is opened, and are kept in step.
        if groups.last().is_some() || !matches!(field.kind, FieldKind::Choice(_)) {
            groups.get(cx.store, RecordGroups { which: which.clone(), by: field.name });
        }
        let options = options(self.register, field, groups.last().map(Vec::as_slice).unwrap_or_default(), cx);
        let chosen = self.chosen.get(field.name);
        let words = match chosen.map(Vec::as_slice) {
            None | Some([]) => label.clone(),
            Some(values) => {
                let named =
                    |value: &Value| options.iter().find(|(one, ..)| one == value).map(|(_, name, _)| name.as_str());
                // One is named; more would push each other off the bar.
                let one = values.first().and_then(named).filter(|_| values.len() == 1).map(str::to_owned);
                let shown = one.unwrap_or_else(|| cx.tr.number(i64::try_from(values.len()).unwrap_or(i64::MAX)));
                tr!(cx.tr, "register-filtered", field = &label, values = shown)
            }
        };
        let button = ui.add(Chip::new(&words, tone(chosen.is_some())).menu(&label));
        if button.clicked() {
            groups.get(cx.store, RecordGroups { which: which.clone(), by: field.name });
        }
        let entry = |(value, name, count): &(Value, String, Option<usize>)| {
            let is_chosen = chosen.is_some_and(|values| values.contains(value));
            let entry = MenuEntry::new(name.as_str()).current(is_chosen);
            match count {
                Some(count) => entry.shortcut(cx.tr.number(i64::try_from(*count).unwrap_or(i64::MAX))),
                None => entry,
            }
        };
        let picked = menu_below_with(ui, &button, &label, || options.iter().map(entry).collect());
        let Some((value, ..)) = picked.and_then(|at| options.get(at)) else { return false };
        let values = self.chosen.entry(field.name).or_default();
        match values.iter().position(|one| one == value) {
            Some(at) => _ = values.remove(at),
            None => values.push(value.clone()),
        }
        if values.is_empty() {
            self.chosen.remove(field.name);
        }
        true
    }
}

const fn tone(is_set: bool) -> Tone {
    if is_set { Tone::Green } else { Tone::Neutral }
}

/// What can be chosen: of a closed list its entries, else what the register holds, the most frequent first.
fn options(
    register: &'static Register,
    field: &'static Field,
    groups: &[Group],
    cx: &Cx<'_>,
) -> Vec<(Value, String, Option<usize>)> {
    let count = |value: &Value| groups.iter().find(|group| group.value == *value).map(|group| group.count);
    if let FieldKind::Choice(list) = field.kind {
        let codes: Vec<&str> = match field.name {
            "status" => statuses(register).iter().map(|status| status.code()).collect(),
            "kind" => register.kinds.iter().map(|kind| kind.code()).collect(),
            _ => list.codes.to_vec(),
        };
        let option = |code: &str| {
            let value = Value::from(code);
            let count = count(&value);
            (value, tr!(cx.tr, &list.label_key(code)), count)
        };
        return codes.into_iter().map(option).collect();
    }
    let mut held: Vec<&Group> = groups.iter().collect();
    held.sort_by_key(|group| std::cmp::Reverse(group.count));
    held.truncate(OFFERED);
    let option = |group: &&Group| {
        let name = if group.name.is_empty() { tr!(cx.tr, "not-given") } else { group.name.clone() };
        (group.value.clone(), name, Some(group.count))
    };
    held.iter().map(option).collect()
}

/// The statuses of all its kinds, in the order of their lives.
fn statuses(register: &'static Register) -> Vec<OutcomeStatus> {
    let kinds = register.kinds.iter().map(|kind| Some(*kind));
    let mut all = Vec::new();
    for kind in kinds.chain(register.kinds.is_empty().then_some(None)) {
        for status in lifecycle::cycle_of(register.entity, kind).into_iter().flat_map(lifecycle::statuses_of) {
            if !all.contains(&status) {
                all.push(status);
            }
        }
    }
    all
}
