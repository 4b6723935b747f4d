//! A table of many rows with what its cells really are: days as days, numbers as numbers. What a spreadsheet is written
//! from, where a [`super::Document`] has words alone.

use super::columns::{REGISTER, share_by_content};
use super::gaps::without_empty;
use super::kept::kept_table;
use super::{Block, Cell, Column, Document, Footer, PageOf, Section, Table};
use crate::arabic::to_digits;
use crate::calendar::{Calendar, Calendars, Date};
use crate::strings::{Language, Tr};
use crate::tr;

/// A table as a spreadsheet has it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// What it is called: the sheet's tab, and the title of a paper.
    pub title: String,
    /// Its direction follows from it.
    pub language: Language,
    /// In reading order.
    pub columns: Vec<SheetColumn>,
    /// Each with as many values as there are columns.
    pub rows: Vec<Vec<SheetValue>>,
}

/// A column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetColumn {
    /// What programs know it by, in every language: the name of its field. Empty: by its header.
    pub name: &'static str,
    /// What stands above it.
    pub header: String,
    /// What its values are.
    pub kind: SheetKind,
    /// Its share of the width of a paper; nothing: it has no room on paper.
    pub weight: Option<u16>,
}

/// What the values of a column are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum SheetKind {
    /// Words of a line.
    #[default]
    Text,
    /// Words of several lines.
    Prose,
    /// A number, a phone, an address: read from left to right, and never counted with.
    Code,
    /// A whole number.
    Number,
    /// 0 to 100.
    Percent,
    /// A day; its Hijri words stand in a column of their own beside it.
    Day,
    /// One of these words, each with its colour.
    Choice(Vec<(String, SheetTone)>),
}

/// What a word in a column of few says at a glance; never by its colour alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SheetTone {
    /// Nothing.
    #[default]
    Plain,
    /// Done.
    Good,
    /// On its way.
    Underway,
    /// To be looked after.
    Warning,
    /// Late, or very urgent.
    Bad,
}

/// A value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum SheetValue {
    /// Nothing is known.
    #[default]
    Empty,
    /// Words, or a code.
    Text(String),
    /// A number, or a percentage.
    Number(i64),
    /// A day.
    Day(Date),
}

impl SheetValue {
    /// Words; nothing for empty ones.
    pub fn text(text: impl Into<String>) -> Self {
        match text.into() {
            text if text.trim().is_empty() => Self::Empty,
            text => Self::Text(text),
        }
    }
}

impl Sheet {
    /// Does it run from right to left?
    pub const fn is_rtl(&self) -> bool {
        matches!(self.language, Language::Arabic)
    }

    /// The table as a paper has it: the columns that have room there, in words.
    pub fn document(&self, tr: &Tr, calendars: Calendars) -> Document {
        let shown = || self.columns.iter().enumerate().filter_map(|(at, column)| Some((at, column, column.weight?)));
        // As narrow as it may be beside the others.
        let all: u16 = self.columns.iter().filter_map(|column| column.weight).fold(0, u16::saturating_add);
        let index = Column { header: tr!(tr, "minutes-column-index"), weight: (all / 20).max(1) };
        let columns = shown().map(|(_, column, weight)| Column { header: column.header.clone(), weight });
        let rows = self.rows.iter().enumerate().map(|(number, row)| {
            let index = Cell::known(to_digits(&(number + 1).to_string(), tr.digits()));
            let cells = shown().map(|(at, column, _)| paper_cell(row.get(at), column, tr, calendars));
            [index].into_iter().chain(cells).collect()
        });
        let table = Table {
            description: self.title.clone(),
            columns: [index].into_iter().chain(columns).collect(),
            rows: rows.collect(),
            tall: false,
        };
        let (mut table, _) = without_empty(table);
        // What stays together wants its room.
        kept_table(&mut table);
        let is_wide = share_by_content(&mut table);
        let is_empty = table.rows.is_empty().then(|| Block::Remark(tr!(tr, "register-empty")));
        let blocks = [Block::Table(table)].into_iter().chain(is_empty).collect();
        Document {
            title: self.title.clone(),
            language: self.language,
            digits: tr.digits(),
            is_wide,
            footer: Footer { text: self.title.clone(), page_of: PageOf::new(tr), ..Footer::default() },
            sections: vec![Section { blocks, ..Section::default() }.keyed(REGISTER)],
            ..Document::default()
        }
    }
}

pub(super) fn paper_cell(value: Option<&SheetValue>, column: &SheetColumn, tr: &Tr, calendars: Calendars) -> Cell {
    match value {
        None | Some(SheetValue::Empty) => Cell::default(),
        Some(SheetValue::Text(text)) => Cell::known(text),
        Some(SheetValue::Number(number)) if column.kind == SheetKind::Percent => {
            Cell::known(crate::arabic::percent(*number, tr.digits()))
        }
        Some(SheetValue::Number(number)) => Cell::known(tr.number(*number)),
        Some(SheetValue::Day(day)) => {
            let (first, second) = match calendars {
                Calendars::HijriFirst => (Calendar::Hijri, Some(Calendar::Gregorian)),
                Calendars::GregorianFirst => (Calendar::Gregorian, Some(Calendar::Hijri)),
                Calendars::Hijri => (Calendar::Hijri, None),
                Calendars::Gregorian => (Calendar::Gregorian, None),
            };
            let cell = Cell::known(day.numbers(tr, first));
            match second {
                Some(second) => cell.with_note(day.numbers(tr, second)),
                None => cell,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arabic::Digits;

    #[test]
    fn a_register_of_nothing_says_so() {
        let sheet = Sheet { title: "المتابعات".into(), ..Sheet::default() };
        let document = sheet.document(&Tr::new(Language::Arabic, Digits::Latin), Calendars::HijriFirst);
        assert!(crate::documents::text::write(&document).contains("لا سجلات."));
    }
}
