//! Where the names of a table's columns stand, below what is written over it, and which fields they are.

use super::sheet::Sheet;
use super::vocabulary::Vocabulary;
use super::{Target, sheet::refused};
use crate::arabic::fold;
use crate::domain::{Field, FieldKind};
use crate::error::{Error, ErrorKind, Result};
use std::collections::BTreeMap;

/// So many rows may stand above the names of the columns.
const LOOKED_AT: usize = 60;

/// The columns of a sheet: where their names stand, and which field each is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns {
    /// The row of the names.
    pub header: usize,
    /// The field of each column; nothing for one that is passed over.
    pub fields: Vec<Option<&'static Field>>,
}

/// Which columns a person said are which fields, by the name of the column ([`column_key`]); an empty field passes it over.
pub type Mapping = BTreeMap<String, String>;

/// A column's name as it is remembered.
pub fn column_key(name: &str) -> String {
    fold(name)
}

impl Columns {
    /// Finds the names of the columns and what they mean.
    ///
    /// # Errors
    /// No row of the sheet names columns that are known.
    pub fn find(sheet: &Sheet, target: Target, words: &Vocabulary, mapping: &Mapping) -> Result<Self> {
        let mut best: Option<(usize, usize)> = None;
        for row in 0..sheet.rows.len().min(LOOKED_AT) {
            let known = Self::in_row(sheet, row, target, words, mapping)?.known();
            if known > best.map_or(0, |(_, count)| count) {
                best = Some((row, known));
            }
        }
        let (header, known) = best.ok_or_else(|| refused("no-header", ""))?;
        let found = Self::in_row(sheet, header, target, words, mapping)?;
        let names = sheet.rows.get(header).into_iter().flatten().filter(|cell| !cell.trim().is_empty()).count();
        // One name that is known among others that are not is more likely a title with a familiar word.
        if known == 1 && names > 1 && !found.has(target.title()) {
            return Err(refused("no-header", header + 1));
        }
        Ok(found)
    }

    /// The columns whose names stand in that row.
    ///
    /// # Errors
    /// The mapping names a field there is not.
    pub fn in_row(sheet: &Sheet, header: usize, target: Target, words: &Vocabulary, mapping: &Mapping) -> Result<Self> {
        let names = sheet.rows.get(header).map(Vec::as_slice).unwrap_or_default();
        let mut fields = Vec::with_capacity(names.len());
        for (column, name) in names.iter().enumerate() {
            let said = mapping.get(&column_key(name)).filter(|_| !name.trim().is_empty());
            let said = said.or_else(|| mapping.get(&letters(column)));
            fields.push(match said {
                Some(none) if none.is_empty() => None,
                Some(field) => Some(field_named(target, field)?),
                None => words.field_of(name),
            });
        }
        Ok(Self { header, fields })
    }

    /// Is there a column of this field?
    pub fn has(&self, field: &str) -> bool {
        self.fields.iter().flatten().any(|known| known.name == field)
    }

    /// How many fields there is a column of.
    pub(super) fn known(&self) -> usize {
        let mut names: Vec<&str> = self.fields.iter().flatten().map(|field| field.name).collect();
        names.sort_unstable();
        names.dedup();
        names.len()
    }

    /// The fields that several columns are taken for, each with those columns. Remarks are not among them: they stand below
    /// each other.
    pub fn shared(&self) -> Vec<(&'static Field, Vec<usize>)> {
        let mut shared: Vec<(&'static Field, Vec<usize>)> = Vec::new();
        let told = self.fields.iter().enumerate().filter_map(|(column, field)| Some((column, (*field)?)));
        for (column, field) in told.filter(|(_, field)| field.kind != FieldKind::Prose) {
            match shared.iter_mut().find(|(known, _)| *known == field) {
                Some((_, columns)) => columns.push(column),
                None => shared.push((field, vec![column])),
            }
        }
        shared.retain(|(_, columns)| columns.len() > 1);
        shared
    }
}

fn field_named(target: Target, name: &str) -> Result<&'static Field> {
    target
        .fields()
        .find(|field| field.name == name)
        .ok_or_else(|| Error::new(ErrorKind::Usage(name.to_owned()), "no such field"))
}

/// Is that how programs name a column, and not what stands above one?
pub fn is_letters(key: &str) -> bool {
    (1..=2).contains(&key.len()) && key.bytes().all(|letter| letter.is_ascii_lowercase())
}

/// How programs name a column: A, B, … Z, AA.
pub fn letters(column: usize) -> String {
    let mut rest = column;
    let mut letters = Vec::new();
    loop {
        let digit = u8::try_from(rest % 26).unwrap_or_default();
        letters.push(char::from(b'a' + digit));
        if rest < 26 {
            break;
        }
        rest = rest / 26 - 1;
    }
    letters.iter().rev().collect()
}
