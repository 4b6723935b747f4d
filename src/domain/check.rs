//! What a field takes. Typing is never in the way of this; it is asked when something is to be stored.

use super::{Field, FieldKind, Value};
use crate::calendar::{Date, Time};

/// Why a field does not take a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// More letters than [`FieldKind::most_letters`].
    TooLong,
    /// Not what the field holds: no date, no entry of its list, no number in its range.
    NotOfKind,
}

/// Does the field take the value? Nothing at all is always taken: «غير محدد» is an answer.
///
/// # Errors
/// Why it does not.
pub fn check(field: &Field, value: &Value) -> Result<(), Refusal> {
    let is_fine = match (field.kind, value) {
        (_, Value::Empty) => true,
        (kind, Value::Text(text)) if text.chars().nth(kind.most_letters()).is_some() => return Err(Refusal::TooLong),
        (FieldKind::Line | FieldKind::Code | FieldKind::Phone, Value::Text(text)) => !text.contains(['\n', '\r']),
        (FieldKind::Prose | FieldKind::Position, Value::Text(_)) => true,
        (FieldKind::Date, Value::Text(text)) => Date::from_iso(text).is_ok(),
        (FieldKind::Time, Value::Text(text)) => Time::from_stored(text).is_some(),
        (FieldKind::Choice(choices), Value::Text(text)) => choices.has(text),
        (FieldKind::Number, Value::Number(_)) => true,
        (FieldKind::Percent, Value::Number(number)) => (0..=100).contains(number),
        (FieldKind::Flag, Value::Number(number)) => (0..=1).contains(number),
        (FieldKind::Entry(_) | FieldKind::Link(_), Value::Number(number)) => *number > 0,
        (FieldKind::Any, Value::Number(number)) => super::Record::from_key(*number).is_some_and(|record| record.id > 0),
        (
            FieldKind::Line
            | FieldKind::Prose
            | FieldKind::Code
            | FieldKind::Phone
            | FieldKind::Date
            | FieldKind::Time
            | FieldKind::Choice(_)
            | FieldKind::Position,
            Value::Number(_),
        )
        | (
            FieldKind::Number
            | FieldKind::Percent
            | FieldKind::Flag
            | FieldKind::Entry(_)
            | FieldKind::Link(_)
            | FieldKind::Any,
            Value::Text(_),
        ) => false,
    };
    if is_fine { Ok(()) } else { Err(Refusal::NotOfKind) }
}

/// Does an end lie before its beginning? Both are days, or both times of one day, as [`Entity::periods`] pairs them; what
/// is not given is never before anything.
///
/// [`Entity::periods`]: super::Entity::periods
pub fn is_reversed(start: &Value, end: &Value) -> bool {
    // As they are stored, days and times are in order as texts are.
    matches!((start, end), (Value::Text(start), Value::Text(end)) if end < start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Entity;

    #[test]
    fn what_begins_and_what_ends_are_fields_of_one_kind_that_hold_days_or_times() {
        let mut pairs = 0;
        for entity in Entity::ALL.iter().copied() {
            for (start, end) in entity.periods() {
                assert_eq!(start.kind, end.kind, "{} {}", entity.code(), end.name);
                assert!(matches!(end.kind, FieldKind::Date | FieldKind::Time), "{} {}", entity.code(), end.name);
                assert_eq!(entity.start_of(end), Some(start));
                pairs += 1;
            }
        }
        assert_eq!(pairs, super::super::declared::PERIODS.len(), "each names two fields of its entity");
    }

    #[test]
    fn an_end_may_be_where_its_beginning_is_and_not_before_it() {
        let is = |start: &str, end: &str| is_reversed(&start.into(), &end.into());
        assert!(is("2026-12-10", "2026-11-10"));
        assert!(is("11:00", "09:30"));
        assert!(!is("2026-12-10", "2026-12-10"));
        assert!(!is("2026-12-10", "2027-01-01"));
        assert!(!is_reversed(&"2026-12-10".into(), &Value::Empty));
        assert!(!is_reversed(&Value::Empty, &"2026-12-10".into()));
    }

    #[track_caller]
    fn check(entity: Entity, name: &str, value: impl Into<Value>, expected: Result<(), Refusal>) {
        let field = entity.field(name).expect("a declared field");
        assert_eq!(super::check(field, &value.into()), expected, "{name}");
    }

    #[test]
    fn a_title_takes_five_hundred_letters_of_one_line() {
        check(Entity::Meeting, "title", "ن".repeat(500), Ok(()));
        check(Entity::Meeting, "title", "ن".repeat(10_000), Err(Refusal::TooLong));
        check(Entity::Meeting, "title", "سطر\nآخر", Err(Refusal::NotOfKind));
        check(Entity::Meeting, "purpose", "سطر\nآخر", Ok(()));
    }

    #[test]
    fn a_date_is_a_day_of_the_calendar() {
        check(Entity::Meeting, "date", "2026-02-28", Ok(()));
        check(Entity::Meeting, "date", "2026-02-30", Err(Refusal::NotOfKind));
        check(Entity::Meeting, "date", "غدًا", Err(Refusal::NotOfKind));
        check(Entity::Meeting, "date", Value::Empty, Ok(()));
    }

    #[test]
    fn a_choice_is_an_entry_of_its_list() {
        check(Entity::Organisation, "kind", "ngo", Ok(()));
        check(Entity::Organisation, "kind", "club", Err(Refusal::NotOfKind));
    }

    #[test]
    fn a_percentage_is_not_more_than_a_hundred() {
        check(Entity::Outcome, "percent", Value::Number(100), Ok(()));
        check(Entity::Outcome, "percent", Value::Number(101), Err(Refusal::NotOfKind));
        check(Entity::Outcome, "percent", "كثير", Err(Refusal::NotOfKind));
    }

    #[test]
    fn any_record_is_named_by_its_key() {
        let record = crate::domain::Record { entity: Entity::Outcome, id: 7 };
        check(Entity::Link, "source", record, Ok(()));
        check(Entity::Link, "source", Value::Number(7), Err(Refusal::NotOfKind));
    }
}
