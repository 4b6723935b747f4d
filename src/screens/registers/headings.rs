//! What stands above the groups of a register: a heading for each content of a field, in the order a person expects; days
//! go together by month.

use super::kinds::{AREA, Register};
use super::view::month;
use crate::calendar::{Date, MonthGrid};
use crate::domain::{Field, FieldKind, Value};
use crate::screens::{Cx, parts};
use crate::store::query::{Condition, Group, keeps_order};
use crate::tr;
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// A group's heading.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Heading {
    /// What its records hold; of a month, its first day.
    pub(super) value: Value,
    /// What it is called.
    pub(super) title: String,
    /// How many records stand below it.
    pub(super) count: usize,
    /// What holds of them.
    pub(super) condition: Condition,
}

impl Heading {
    /// The same for the same group; never the id of a record.
    pub(super) fn key(&self) -> i64 {
        let mut hasher = DefaultHasher::new();
        match &self.value {
            Value::Empty => 0.hash(&mut hasher),
            Value::Text(text) => text.hash(&mut hasher),
            Value::Number(number) => number.hash(&mut hasher),
        }
        // Records have positive ids; lines that wait for their record the lowest numbers there are.
        -1 - i64::try_from(hasher.finish() >> 2).unwrap_or_default()
    }
}

/// The headings of the groups of a field.
pub(super) fn headings(
    register: &'static Register,
    field: &'static Field,
    groups: &[Group],
    is_descending: bool,
    cx: &Cx<'_>,
) -> Vec<Heading> {
    let mut found = if field.kind == FieldKind::Date {
        months(field, groups, cx)
    } else {
        groups.iter().map(|group| plain(field, group, cx)).collect()
    };
    match field.kind {
        FieldKind::Choice(choices) => {
            let codes: Vec<&str> = if field.name == "status" {
                register.statuses().iter().map(|status| status.code()).collect()
            } else {
                choices.codes.to_vec()
            };
            let place = |heading: &Heading| match &heading.value {
                Value::Text(code) => codes.iter().position(|one| one == code),
                Value::Empty | Value::Number(_) => None,
            };
            found.sort_by_key(|heading| place(heading).unwrap_or(usize::MAX));
        }
        FieldKind::Flag => found.sort_by_key(|heading| heading.value != Value::from(true)),
        // By month, and links by the names they lead to, as they come.
        FieldKind::Date => {}
        FieldKind::Link(target) if keeps_order(target) => return found,
        FieldKind::Link(_)
        | FieldKind::Entry(_)
        | FieldKind::Line
        | FieldKind::Prose
        | FieldKind::Code
        | FieldKind::Phone
        | FieldKind::Time
        | FieldKind::Number
        | FieldKind::Percent
        | FieldKind::Any
        | FieldKind::Position => {
            let collator = crate::arabic::Collator::new();
            found.sort_by(|one, other| collator.compare(&one.title, &other.title));
        }
    }
    if is_descending {
        found.reverse();
    }
    // What is not given comes last either way.
    found.sort_by_key(|heading| heading.value == Value::Empty);
    found
}

fn plain(field: &'static Field, group: &Group, cx: &Cx<'_>) -> Heading {
    let title = match (&group.value, field.kind) {
        (Value::Empty, _) => tr!(cx.tr, "not-given"),
        (Value::Text(code), FieldKind::Choice(choices)) => tr!(cx.tr, &choices.label_key(code)),
        (Value::Number(is), FieldKind::Flag) => tr!(cx.tr, if *is == 0 { "no" } else { "yes" }),
        (Value::Number(number), _) if group.name.is_empty() => cx.tr.number(*number),
        (Value::Text(text), _) if field.name == AREA => cx.tr.named(text).to_owned(),
        (Value::Text(text), _) if group.name.is_empty() => text.clone(),
        (Value::Text(_) | Value::Number(_), FieldKind::Entry(_)) => cx.tr.named(&group.name).to_owned(),
        (Value::Text(_) | Value::Number(_), _) => group.name.clone(),
    };
    let condition = Condition::OneOf(field.name, vec![group.value.clone()]);
    Heading { value: group.value.clone(), title, count: group.count, condition }
}

/// The days' counts month by month, in the calendar that comes first.
fn months(field: &'static Field, groups: &[Group], cx: &Cx<'_>) -> Vec<Heading> {
    let calendar = parts::first_calendar(cx.settings.calendars);
    let mut found: BTreeMap<String, Heading> = BTreeMap::new();
    let mut without = None;
    for group in groups {
        let day = match &group.value {
            Value::Text(iso) => Date::from_iso(iso).ok(),
            Value::Empty | Value::Number(_) => None,
        };
        let Some(day) = day else {
            without = Some(plain(field, &Group { value: Value::Empty, name: String::new(), count: group.count }, cx));
            continue;
        };
        let (first, last) = month(calendar, day);
        let Value::Text(key) = &first else { continue };
        let heading = found.entry(key.clone()).or_insert_with(|| Heading {
            value: first.clone(),
            title: MonthGrid::around(calendar, day).title(cx.tr),
            count: 0,
            condition: Condition::Within(field.name, first.clone(), last),
        });
        heading.count += group.count;
    }
    found.into_values().chain(without).collect()
}
