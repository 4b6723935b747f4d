//! What approved minutes say, word for word, kept under its hash from the moment of approval.
//!
//! The store does not know how minutes are laid out: whoever opens it brings the function that does
//! ([`super::Options::compose`]), and approval runs it inside its own transaction, on the rows as they are then. The
//! content is never changed; a meeting names the one that holds by the field `content_hash`, which the change log covers.

use super::check::Finding;
use super::files::Files;
use super::readers::{Asking, Reader};
use super::transaction::Transaction;
use crate::domain::{Entity, Record};
use crate::error::Result;
use rusqlite::{Connection, OptionalExtension, params};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Lays the minutes of a meeting, or what adds to them, out from the rows; the folder is the store's own.
pub type Compose = fn(&Reader<'_>, Record, &Path) -> Result<Content>;

/// What is to be kept of approved minutes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Content {
    /// All they say; names its pictures by [`content_hash`].
    pub text: String,
    /// The pictures in them.
    pub pictures: Vec<Vec<u8>>,
}

/// Names a content: BLAKE3 of its bytes, in hexadecimal.
pub fn content_hash(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex().to_string()
}

/// The composing function with what it needs of the open store.
#[derive(Clone)]
pub(super) struct Composer {
    pub compose: Compose,
    pub files: Arc<Files>,
    pub folder: PathBuf,
}

impl Composer {
    fn content(&self, sql: &Connection, record: Record) -> Result<Content> {
        let asking = Asking::default();
        (self.compose)(&Reader::new(sql, &self.files, &asking), record, &self.folder)
    }
}

/// Keeps what the minutes of a meeting, or what adds to them, say now; answers the hash. Nothing where the store was opened without knowing how.
pub(super) fn keep(transaction: &Transaction<'_>, record: Record) -> Result<Option<String>> {
    let Some(composer) = transaction.composer() else { return Ok(None) };
    let content = composer.content(transaction.sql(), record)?;
    for picture in &content.pictures {
        insert(transaction.sql(), picture)?;
    }
    insert(transaction.sql(), content.text.as_bytes()).map(Some)
}

fn insert(sql: &Connection, bytes: &[u8]) -> Result<String> {
    let hash = content_hash(bytes);
    sql.prepare_cached("INSERT INTO frozen (hash, content) VALUES (?1, ?2) ON CONFLICT (hash) DO NOTHING")?
        .execute(params![hash, bytes])?;
    Ok(hash)
}

/// A kept content, whether or not it is still what its hash says.
pub(super) fn content(sql: &Connection, hash: &str) -> Result<Option<Vec<u8>>> {
    Ok(sql
        .prepare_cached("SELECT content FROM frozen WHERE hash = ?1")?
        .query_row([hash], |row| row.get(0))
        .optional()?)
}

/// Was a scan of the signed paper attached on the day of approval or after it?
pub(super) fn is_signed(sql: &Connection, record: Record) -> rusqlite::Result<bool> {
    let table = record.entity.code();
    sql.prepare_cached(&format!(
        "SELECT 1 FROM document JOIN {table} ON {table}.id = ?2
         WHERE document.subject = ?1 AND document.kind = 'scan' AND document.deleted = 0
             AND date(document.created_at, 'unixepoch', '+3 hours') >= {table}.approved_on"
    ))?
    .exists(params![record.key(), record.id])
}

/// What is wrong with the kept contents, and how many approved minutes come from before contents were kept.
pub(super) fn faults(sql: &Connection) -> Result<(Vec<(Finding, String)>, i64)> {
    let mut faults = Vec::new();
    let mut contents = sql.prepare("SELECT hash, content FROM frozen ORDER BY hash")?;
    let mut rows = contents.query([])?;
    while let Some(row) = rows.next()? {
        let (hash, bytes): (String, Vec<u8>) = (row.get(0)?, row.get(1)?);
        if content_hash(&bytes) != hash {
            faults.push((whose(sql, &hash)?, format!("the content {hash} was altered")));
        }
    }
    let mut unkept = 0;
    for (entity, fields) in APPROVED {
        let [number, ..] = fields;
        let table = entity.code();
        let mut approved = sql.prepare(&format!(
            "SELECT id, coalesce({number}, ''), content_hash, content_hash IN (SELECT hash FROM frozen) AS is_there
             FROM {table} WHERE approved_on IS NOT NULL OR content_hash IS NOT NULL ORDER BY id"
        ))?;
        let mut rows = approved.query([])?;
        while let Some(row) = rows.next()? {
            let (id, number): (i64, String) = (row.get(0)?, row.get(1)?);
            match (row.get::<_, Option<String>>(2)?, row.get::<_, Option<bool>>(3)?) {
                (Some(_), Some(true)) => {}
                (None, _) => unkept += 1,
                (Some(hash), _) => {
                    let finding = Finding::new("check-minutes-missing", number.as_str());
                    faults.push((finding, format!("{number}: its content {hash} is missing")));
                }
            }
            let record = Record { entity, id };
            for field in fields {
                if held(sql, record, field)? != logged(sql, record, field)? {
                    let finding = Finding::new("check-minutes-unlogged", number.as_str());
                    faults.push((finding, format!("{number}: {field} is not what the log says")));
                }
            }
        }
    }
    Ok((faults, unkept))
}

/// What it means that a content is not what was kept: the words of which minutes it is, or a picture in them; a version of
/// before they were approved; or what nobody's minutes are any more.
fn whose(sql: &Connection, hash: &str) -> Result<Finding> {
    const APPROVED: &str = "WITH approved (number, hash) AS (
             SELECT minutes_number, content_hash FROM meeting WHERE content_hash IS NOT NULL
             UNION ALL SELECT number, content_hash FROM addendum WHERE content_hash IS NOT NULL)
         SELECT approved.number FROM approved JOIN frozen ON frozen.hash = approved.hash
         WHERE approved.hash = ?1 OR instr(CAST(frozen.content AS TEXT), ?1) > 0 ORDER BY approved.hash <> ?1 LIMIT 1";
    const HANDED_ON: &str = "SELECT meeting.number FROM progress JOIN meeting ON ?2 + meeting.id = progress.subject
         WHERE progress.content = ?1 LIMIT 1";
    let number: Option<Option<String>> = sql.prepare(APPROVED)?.query_row([hash], |row| row.get(0)).optional()?;
    if let Some(number) = number {
        return Ok(Finding::new("check-minutes-altered", number.unwrap_or_default()));
    }
    let first = *Record::keys_of(Entity::Meeting).start();
    let number: Option<Option<String>> =
        sql.prepare(HANDED_ON)?.query_row(params![hash, first], |row| row.get(0)).optional()?;
    Ok(match number {
        Some(number) => Finding::new("check-version-altered", number.unwrap_or_default()),
        None => Finding::new("check-evidence-altered", ""),
    })
}

/// What says that minutes, or what adds to them, are approved: under which number, since when, with which content.
const APPROVED: [(Entity, [&str; 3]); 2] = [
    (Entity::Meeting, ["minutes_number", "approved_on", "content_hash"]),
    (Entity::Addendum, ["number", "approved_on", "content_hash"]),
];

fn held(sql: &Connection, record: Record, field: &str) -> Result<Option<String>> {
    let select = format!("SELECT {field} FROM {} WHERE id = ?1", record.entity.code());
    Ok(sql.prepare_cached(&select)?.query_row([record.id], |row| row.get(0))?)
}

/// The last value the log has of a field of text: its own change, or what the row was made with.
fn logged(sql: &Connection, record: Record, field: &str) -> Result<Option<String>> {
    Ok(sql
        .prepare_cached(
            "SELECT CASE change.field WHEN '*' THEN json_extract(change.value, '$.' || ?3) ELSE change.value END
             FROM change JOIN field_version ON change.site = field_version.site AND change.seq = field_version.seq
             WHERE field_version.entity = ?1 AND field_version.record = ?2 AND field_version.field IN (?3, '*')
             ORDER BY field_version.field = '*' LIMIT 1",
        )?
        .query_row(params![record.entity.code(), record.id, field], |row| row.get(0))
        .optional()?
        .flatten())
}
