//! Lists as they come from outside: what is read of them, what each row is taken for, and what is refused.

mod early_ends;
mod files;
mod likely;
mod repeats;
mod rows;

use super::*;
use crate::arabic::Digits;
use crate::calendar::Date;
use crate::domain::Known;
use crate::strings::{Language, Tr};

pub(super) fn tr() -> Tr {
    Tr::new(Language::Arabic, Digits::Latin)
}

pub(super) fn today() -> Date {
    Date::gregorian(2026, 11, 28).expect("a day")
}

/// A table of cells.
pub(super) fn sheet(rows: &[&[&str]]) -> Sheet {
    let rows = rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect();
    Sheet { rows, ..Sheet::default() }
}

/// Judges a table.
pub(super) fn planned(target: Target, rows: &[&[&str]], known: &Known, duplicates: Duplicates) -> Plan {
    let sheet = sheet(rows);
    let words = Vocabulary::new(target, &tr());
    let columns = Columns::find(&sheet, target, &words, &Mapping::new()).expect("columns");
    let asked = ImportAsked { duplicates, ..ImportAsked::new(target) };
    judge(&sheet, &columns, &asked, known, &words, today())
}

/// As [`planned`], where single rows are to be taken otherwise.
pub(super) fn planned_by_row(target: Target, rows: &[&[&str]], known: &Known, by_row: &[(usize, Duplicates)]) -> Plan {
    let sheet = sheet(rows);
    let words = Vocabulary::new(target, &tr());
    let columns = Columns::find(&sheet, target, &words, &Mapping::new()).expect("columns");
    let asked = ImportAsked { by_row: by_row.iter().copied().collect(), ..ImportAsked::new(target) };
    judge(&sheet, &columns, &asked, known, &words, today())
}
