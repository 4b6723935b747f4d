//! From columns to the plain types; a value that can't be read counts as not given.

use crate::calendar::{Date, Time};
use crate::domain::{OutcomeStatus, lifecycle};
use rusqlite::Row;

/// A text; nothing is an empty one.
pub(super) fn text(row: &Row<'_>, column: &str) -> rusqlite::Result<String> {
    Ok(row.get::<_, Option<String>>(column)?.unwrap_or_default())
}

/// A number; nothing is 0.
pub(super) fn number(row: &Row<'_>, column: &str) -> rusqlite::Result<i64> {
    Ok(row.get::<_, Option<i64>>(column)?.unwrap_or_default())
}

/// A civil date.
pub(super) fn date(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<Date>> {
    Ok(row.get_ref(column)?.as_str_or_null().ok().flatten().and_then(|iso| Date::from_iso(iso).ok()))
}

/// A time of day.
pub(super) fn time(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<Time>> {
    Ok(row.get_ref(column)?.as_str_or_null().ok().flatten().and_then(Time::from_stored))
}

/// An entry of a closed list.
pub(super) fn choice<T>(row: &Row<'_>, column: &str, from: impl Fn(&str) -> Option<T>) -> rusqlite::Result<Option<T>> {
    Ok(row.get_ref(column)?.as_str_or_null().ok().flatten().and_then(from))
}

/// Codes as an SQL list. They are our own constants, never what a person typed.
pub(super) fn code_list(codes: impl Iterator<Item = &'static str>) -> String {
    codes.map(|code| format!("'{code}'")).collect::<Vec<_>>().join(", ")
}

/// The codes of the statuses in which nothing is left to do.
pub(super) fn closed_codes() -> String {
    codes_of(true)
}

/// The codes of the statuses in which something is left to do: an index is entered at each of them, where one that leaves
/// the others out would be read whole.
pub(super) fn open_codes() -> String {
    codes_of(false)
}

fn codes_of(are_closed: bool) -> String {
    let is_of = |status: &&OutcomeStatus| lifecycle::is_closed(**status) == are_closed;
    code_list(OutcomeStatus::ALL.iter().filter(is_of).map(|status| status.code()))
}
