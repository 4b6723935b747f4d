//! The files of a record, as they stand in the store's folder.

use super::{Query, rows};
use crate::calendar::Date;
use crate::domain::{Confidentiality, DocumentId, DocumentKind, Entity, Record};
use crate::error::{Error, ErrorKind, Result};
use crate::store::{Changes, FileState, Reader};
use rusqlite::{Connection, OptionalExtension, params};

/// The files kept with a record, the newest first.
#[derive(Clone, Debug, PartialEq)]
pub struct Documents {
    /// Which record.
    pub subject: Record,
}

/// A file kept with a record.
#[derive(Clone, Debug, PartialEq)]
pub struct DocumentRow {
    /// Which one.
    pub id: DocumentId,
    /// For the next `based_on`.
    pub version: i64,
    /// When it came, in Unix seconds.
    pub created_at: i64,
    /// Its title.
    pub name: String,
    /// What the file was called when it came, with its ending.
    pub file_name: String,
    /// What it is.
    pub kind: Option<DocumentKind>,
    /// A remark.
    pub notes: String,
    /// Its own day.
    pub day: Option<Date>,
    /// Until when it holds.
    pub ends_on: Option<Date>,
    /// Who may read it.
    pub confidentiality: Option<Confidentiality>,
    /// How large it is.
    pub bytes: i64,
    /// Is the file as it was when it came?
    pub state: FileState,
}

impl Query for Documents {
    type Output = Vec<DocumentRow>;
    const DEPENDS_ON: Changes = Changes::of(&[Entity::Document]);

    fn run(&self, reader: &Reader<'_>) -> Result<Self::Output> {
        let mut statement = reader.sql.prepare_cached(
            "SELECT id, version, created_at, name, file_name, kind, notes, day, ends_on, confidentiality, hash, bytes
             FROM document WHERE subject = ?1 AND deleted = 0 ORDER BY id DESC",
        )?;
        let found = statement.query_map([self.subject.key()], |row| {
            let (hash, bytes) = (rows::text(row, "hash")?, rows::number(row, "bytes")?);
            let (name, file_name) = (rows::text(row, "name")?, rows::text(row, "file_name")?);
            Ok(DocumentRow {
                id: DocumentId(row.get("id")?),
                version: row.get("version")?,
                created_at: row.get("created_at")?,
                file_name: if file_name.is_empty() { name.clone() } else { file_name },
                name,
                kind: rows::choice(row, "kind", DocumentKind::from_code)?,
                notes: rows::text(row, "notes")?,
                day: rows::date(row, "day")?,
                ends_on: rows::date(row, "ends_on")?,
                confidentiality: rows::choice(row, "confidentiality", Confidentiality::from_code)?,
                state: reader.files.state(&hash, bytes.unsigned_abs()),
                bytes,
            })
        })?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }
}

/// The names of the files kept with a record, in the order in which they came; the scan of the signed paper is the paper
/// itself.
pub(super) fn names_of(sql: &Connection, subject: Record) -> Result<Vec<String>> {
    let mut statement = sql.prepare_cached(
        "SELECT coalesce(nullif(trim(name), ''), file_name, '') AS name FROM document
         WHERE subject = ?1 AND deleted = 0 AND kind IS NOT ?2 ORDER BY id",
    )?;
    let found =
        statement.query_map(params![subject.key(), DocumentKind::Scan.code()], |row| rows::text(row, "name"))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Which kept file a document is; also of one in the bin.
#[derive(Clone, Debug, PartialEq)]
pub struct DocumentFile {
    /// Which document.
    pub id: DocumentId,
}

/// A kept file.
#[derive(Clone, Debug, PartialEq)]
pub struct FileView {
    /// What it is called, with its ending.
    pub file_name: String,
    /// Names its content.
    pub hash: String,
}

impl Query for DocumentFile {
    type Output = FileView;
    const DEPENDS_ON: Changes = Changes::of(&[Entity::Document]);

    fn run(&self, reader: &Reader<'_>) -> Result<Self::Output> {
        let found = reader
            .sql
            .prepare_cached("SELECT coalesce(file_name, name) AS file_name, hash FROM document WHERE id = ?1")?
            .query_row([self.id.0], |row| {
                Ok(FileView { file_name: rows::text(row, "file_name")?, hash: rows::text(row, "hash")? })
            })
            .optional()?;
        found.ok_or_else(|| Error::new(ErrorKind::NotFound, format!("{:?}", self.id)))
    }
}
