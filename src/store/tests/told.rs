//! The history of a record tells what became of all that belongs to it, whatever that is and whichever of its fields.

use super::approved::held;
use super::*;
use crate::calendar::Date;
use crate::domain::{AddendumKind, EntryList, Field, FieldKind, LinkKind, PersonId};
use crate::store::query::history::{told_fields, told_parts};
use query::{Became, ChangeRow, Changed, History};

/// Makes records of any sort, of which no two are called the same.
struct Maker {
    tried: Tried,
    made: std::cell::Cell<i64>,
}

impl Maker {
    fn new() -> Self {
        Self { tried: Tried::new(), made: std::cell::Cell::new(0) }
    }

    /// What a field may hold, and does not hold yet.
    fn value(&self, field: &Field) -> Value {
        self.made.set(self.made.get() + 1);
        let number = self.made.get();
        match field.kind {
            FieldKind::Line | FieldKind::Prose | FieldKind::Position => format!("قيمة {number}").into(),
            FieldKind::Code => format!("ق-{number}").into(),
            FieldKind::Phone => format!("+9665{:08}", number).into(),
            FieldKind::Date => format!("2026-10-{:02}", number % 28 + 1).into(),
            FieldKind::Time => format!("10:{:02}", number % 60).into(),
            FieldKind::Number => Value::Number(1000 + number),
            FieldKind::Percent => Value::Number(number % 100),
            FieldKind::Flag => true.into(),
            FieldKind::Choice(choices) => (*choices.codes.last().unwrap()).into(),
            FieldKind::Entry(list) => Value::Number(self.entry(list).id),
            FieldKind::Link(entity) => Value::Number(self.record(entity).id),
            FieldKind::Any => self.record(Entity::Person).into(),
        }
    }

    /// One of these that the field does not hold.
    fn another(&self, record: Record, field: &Field, codes: &[&'static str]) -> Value {
        let select = format!("SELECT {} FROM {} WHERE id = ?1", field.name, record.entity.code());
        let present: Value = self.tried.sql().query_row(&select, [record.id], |row| row.get(0)).unwrap();
        codes.iter().map(|code| Value::from(*code)).find(|value| *value != present).unwrap()
    }

    fn entry(&self, list: EntryList) -> Record {
        self.made.set(self.made.get() + 1);
        let name = format!("قيمة قائمة {}", self.made.get());
        self.tried.add(Entity::Entry, vec![("list", list.into()), ("name", name.into())])
    }

    /// A new record, with what it needs.
    fn record(&self, entity: Entity) -> Record {
        if entity == Entity::Entry { self.entry(EntryList::Tag) } else { self.with(entity, Vec::new()) }
    }

    fn with(&self, entity: Entity, mut values: Vec<FieldValue>) -> Record {
        if entity == Entity::Outcome && !values.iter().any(|(name, _)| *name == "partnership") {
            values.push(("kind", OutcomeKind::FollowUp.into()));
        }
        for field in entity.fields().iter().filter(|field| field.is_required) {
            if !values.iter().any(|(name, _)| *name == field.name) {
                values.push((field.name, self.value(field)));
            }
        }
        self.tried.add(entity, values)
    }

    /// Something of a sort that belongs to a record by that field.
    fn part(&self, owner: Record, entity: Entity, by: &'static str) -> Record {
        let is_any = entity.field(by).unwrap().kind == FieldKind::Any;
        let mut values = vec![(by, if is_any { owner.into() } else { Value::Number(owner.id) })];
        let further: &[(Entity, &'static str, Value)] = &[
            (Entity::Outcome, "kind", OutcomeKind::Obligation.into()),
            (Entity::Link, "kind", LinkKind::Tagged.into()),
            (Entity::Addendum, "kind", AddendumKind::Addendum.into()),
            (Entity::Party, "group_name", "جمعيات المنطقة".into()),
            (Entity::Attendance, "group_name", "جمعيات المنطقة".into()),
            (Entity::Progress, "text", "أُرسل الخطاب".into()),
        ];
        let of_part = further.iter().filter(|(of, ..)| *of == entity);
        values.extend(of_part.map(|(_, name, value)| (*name, value.clone())));
        self.with(entity, values)
    }

    fn history(&self, owner: Record) -> Vec<ChangeRow> {
        self.tried.store.read(History { record: owner, limit: 500 }).unwrap()
    }

    /// The way of one part through all that can become of it, as its owner's history tells it.
    fn check(&self, owner: Record, entity: Entity, by: &'static str) {
        let part = self.part(owner, entity, by);
        let became = |expected: Became| {
            let is_told = |row: &ChangeRow| matches!(&row.what, Changed::Part { part: told, became, .. } if *told == part && *became == expected);
            let history = self.history(owner);
            assert!(history.iter().any(is_told), "{owner:?}, {part:?} by {by}: {expected:?} in {history:#?}");
        };
        became(Became::Added);
        for field in told_fields(owner.entity, entity) {
            let kind = self.tried.store.read(query::RecordPage { record: part }).unwrap().kind;
            if !field.is_of(Some(kind.as_str()).filter(|kind| !kind.is_empty())) {
                continue;
            }
            let value = if let FieldKind::Choice(choices) = field.kind {
                self.another(part, field, choices.codes)
            } else {
                self.value(field)
            };
            self.tried.apply(set(part, vec![(field.name, value.clone())]));
            let is_told = |row: &ChangeRow| match &row.what {
                Changed::PartField { part: told, field: name, before, after, name: called, .. } => {
                    let is_it = *told == part && *name == field.name && after.value == value;
                    is_it && before.value != value && !called.is_empty()
                }
                Changed::Part { .. }
                | Changed::Notes { .. }
                | Changed::Made
                | Changed::Removed
                | Changed::Restored
                | Changed::Field { .. } => false,
            };
            let history = self.history(owner);
            assert!(history.iter().any(is_told), "{owner:?}, {part:?}: {} in {history:#?}", field.name);
        }
        self.tried.apply(Edit::Remove(part));
        became(Became::Removed);
        self.tried.apply(Edit::Restore(part));
        became(Became::Restored);
    }
}

#[test]
fn every_change_of_all_that_belongs_to_a_record_is_told_in_its_history() {
    let maker = Maker::new();
    for entity in Entity::ALL {
        // What is held under a key is held alike under each.
        let has_page = matches!(
            entity,
            Entity::Outcome | Entity::Organisation | Entity::Person | Entity::Partnership | Entity::Regulation
        );
        for (part, by) in told_parts(entity).filter(|(part, _)| has_page || !is_held(*part)) {
            let owner = if part == Entity::Addendum {
                // Only what is approved has any.
                let meeting = held(&maker.tried);
                maker.tried.apply(Edit::ApproveMinutes(meeting));
                meeting.record()
            } else {
                maker.record(entity)
            };
            maker.check(owner, part, by);
        }
    }
}

const fn is_held(part: Entity) -> bool {
    matches!(part, Entity::Progress | Entity::Document | Entity::Link)
}

#[test]
fn a_bodys_other_name_is_told_from_what_it_was_to_what_it_is() {
    let maker = Maker::new();
    let body = maker.record(Entity::Organisation);
    let values = vec![("organisation", Value::Number(body.id)), ("name", "أمانة الشرقية".into())];
    let name = maker.tried.add(Entity::Alias, values);
    maker.tried.apply(set(name, vec![("name", "أمانة الدمام".into()), ("ends_on", "2018-01-01".into())]));
    let told: Vec<(&str, String, String)> = maker
        .history(body)
        .iter()
        .filter_map(|row| match &row.what {
            Changed::PartField { field, before, after, .. } => {
                Some((*field, before.text().to_owned(), after.text().to_owned()))
            }
            Changed::Part { .. }
            | Changed::Notes { .. }
            | Changed::Made
            | Changed::Removed
            | Changed::Restored
            | Changed::Field { .. } => None,
        })
        .collect();
    let row = |field, before: &str, after: &str| (field, before.to_owned(), after.to_owned());
    assert_eq!(told, [row("ends_on", "", "2018-01-01"), row("name", "أمانة الشرقية", "أمانة الدمام")]);
}

#[test]
fn a_bodys_history_tells_who_joined_it_and_who_left() {
    let maker = Maker::new();
    let (body, other) = (maker.record(Entity::Organisation), maker.record(Entity::Organisation));
    let works_at = |body: Record| ("organisation", Value::Number(body.id));
    let joined = maker.tried.add(Entity::Person, vec![("name", "نورة العتيبي".into()), ("post", "مديرة".into())]);
    maker.tried.apply(set(joined, vec![works_at(body)]));
    let since = Date::from_iso("2026-11-01").unwrap();
    let values = vec![("post", "وكيلة".into()), works_at(other)];
    maker.tried.apply(Edit::ChangePost { person: PersonId(joined.id), values, since });
    let told = |owner: Record| -> Vec<(String, Became)> {
        let part = |row: ChangeRow| {
            let Changed::Part { part, name, became, .. } = row.what else { return None };
            (part.entity == Entity::Person).then_some((name, became))
        };
        maker.history(owner).into_iter().filter_map(part).collect()
    };
    let row = |became| ("نورة العتيبي".to_owned(), became);
    assert_eq!(told(body), [row(Became::Left), row(Became::Added)]);
    assert_eq!(told(other), [row(Became::Added)]);
    // What becomes of somebody who left is told where they are now.
    maker.tried.apply(Edit::Remove(joined));
    assert_eq!(told(body).len(), 2);
    assert_eq!(told(other)[0], row(Became::Removed));
}

#[test]
fn a_meetings_history_tells_that_the_notes_of_an_item_were_changed_once_an_hour() {
    let tried = Tried::new();
    let (meeting, _, _) = tried.meeting();
    let items: Vec<_> = tried.view(meeting).agenda.iter().map(|item| (item.id, item.title.clone())).collect();
    for (item, _) in items.iter().take(2) {
        for body in ["سطر", "سطر آخر"] {
            let values = vec![("agenda_item", Value::Number(item.0)), ("body", body.into())];
            tried.add(Entity::Block, values);
        }
    }
    let history = tried.store.read(History { record: meeting.record(), limit: 100 }).unwrap();
    let notes = |row: &ChangeRow| {
        if let Changed::Notes { item } = &row.what { Some(item.clone()) } else { None }
    };
    let mut told: Vec<String> = history.iter().filter_map(notes).collect();
    told.sort();
    let mut expected: Vec<String> = items.iter().take(2).map(|(_, title)| title.clone()).collect();
    expected.sort();
    assert_eq!(told, expected, "one row an item");
    assert!(history.windows(2).all(|two| two[0].at_ms >= two[1].at_ms), "the newest first");
}
