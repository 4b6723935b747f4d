//! Feeds the index: the words of a record's searched fields, as they are written and as they may be stemmed.

use super::{file_text, order};
use crate::arabic::{self, Collator, IndexTerms};
use crate::domain::fields::Searched;
use crate::domain::{Entity, Field, Record};
use crate::error::Result;
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::HashMap;

/// The words of a record, by column of the index.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::store) struct Document {
    pub title: String,
    pub body: String,
    pub title_stems: String,
    pub body_stems: String,
}

impl Document {
    fn is_empty(&self) -> bool {
        self.title.is_empty() && self.body.is_empty()
    }
}

/// Has the entity fields that are searched?
pub(in crate::store) fn is_searched(entity: Entity) -> bool {
    searched(entity).next().is_some()
}

/// Texts a memo holds before it starts over.
const MEMO_TEXTS: usize = 20_000;

/// The terms of texts that come again and again, when many records are written at once, and the order of titles.
#[derive(Default)]
pub(in crate::store) struct Memo {
    terms: HashMap<String, IndexTerms>,
    collator: Collator,
}

impl Memo {
    fn terms(&mut self, text: &str) -> &IndexTerms {
        if self.terms.len() >= MEMO_TEXTS {
            self.terms.clear();
        }
        self.terms.entry(text.to_owned()).or_insert_with(|| arabic::index_terms(text))
    }

    pub(super) const fn collator(&self) -> &Collator {
        &self.collator
    }
}

/// Brings the index in step with a row.
pub(in crate::store) fn index(sql: &Connection, record: Record) -> Result<()> {
    index_with(sql, record, &mut Memo::default())
}

/// Brings the index in step with a row, one of many.
pub(in crate::store) fn index_with(sql: &Connection, record: Record, memo: &mut Memo) -> Result<()> {
    order::index(sql, record, memo)?;
    if !is_searched(record.entity) {
        return Ok(());
    }
    let row_id = record.key();
    let document = document(sql, record, memo)?;
    match document.filter(|document| !document.is_empty()) {
        Some(Document { title, body, title_stems, body_stems }) => {
            sql.prepare_cached(
                "INSERT OR REPLACE INTO search (rowid, title, body, title_stem, body_stem) VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute(params![row_id, title, body, title_stems, body_stems])?;
        }
        None => {
            sql.prepare_cached("DELETE FROM search WHERE rowid = ?1")?.execute([row_id])?;
        }
    }
    Ok(())
}

/// What the index must hold of a record; nothing for one in the bin.
pub(in crate::store) fn document(sql: &Connection, record: Record, memo: &mut Memo) -> Result<Option<Document>> {
    let statement = select_sql(record.entity);
    let found = sql.prepare_cached(&statement)?.query_row([record.id], |row| {
        let mut document = Document::default();
        for (column, field) in searched(record.entity).enumerate() {
            let text: Option<String> = row.get(column)?;
            let is_title = field.searched == Searched::Title;
            add(&mut document, is_title, memo.terms(text.as_deref().unwrap_or_default()));
        }
        Ok(document)
    });
    let mut found = found.optional()?;
    if record.entity == Entity::Document
        && let Some(document) = &mut found
        && let Some((words, stems)) = file_text::terms_of(sql, record)?
    {
        add(document, false, &IndexTerms { words, stems });
    }
    Ok(found)
}

/// Reads the searched fields of a row that is not in the bin.
pub(super) fn select_sql(entity: Entity) -> String {
    let columns: Vec<&str> = searched(entity).map(|field| field.name).collect();
    format!("SELECT {} FROM {} WHERE id = ?1 AND deleted = 0", columns.join(", "), entity.code())
}

/// The searched fields, in the order of [`select_sql`].
pub(super) fn searched(entity: Entity) -> impl DoubleEndedIterator<Item = &'static Field> {
    entity.fields().iter().filter(|field| field.searched != Searched::No)
}

fn add(document: &mut Document, is_title: bool, terms: &IndexTerms) {
    let (words, stems) = if is_title {
        (&mut document.title, &mut document.title_stems)
    } else {
        (&mut document.body, &mut document.body_stems)
    };
    for (column, text) in [(words, &terms.words), (stems, &terms.stems)] {
        if !column.is_empty() {
            column.push(' ');
        }
        column.push_str(text);
    }
}
