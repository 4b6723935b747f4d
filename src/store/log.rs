//! The change log: who changed which field of which record to what, in a chain that shows every later alteration.
//!
//! It is the audit trail, the undo history and the exchange format at once. A record's hash covers the hash before it,
//! so the log is append-only, with one exception that the chain allows: while a stretch of typing goes on, its record is
//! *the last of the log*, and nothing yet depends on its hash; it is rewritten instead of appended to. As soon as another
//! record follows, five minutes pass, or a copy of the store is made, it is sealed for good.
//!
//! The hash covers the hash of the value, not the value: a purge can blank a value later and keep its digest.

use super::clock::{self, Moment};
use super::edit::EditSession;
use crate::domain::{Record, Value};
use crate::error::Result;
use rusqlite::{Connection, OptionalExtension, params};

/// How long one record stands for a stretch of typing.
const SESSION_RECORD_MS: i64 = 5 * 60 * 1000;

/// The field name of a record that makes a row.
pub(super) const CREATED: &str = "*";
/// The field name of the bin.
pub(super) const DELETED: &str = "deleted";

/// A hash of the chain.
pub(super) type Hash = [u8; 32];

/// Where this site's log stands. Copied into a transaction and back when that is committed.
#[derive(Clone, Debug)]
pub(super) struct Log {
    /// The local number of this site.
    pub site: i64,
    /// The last record's sequence number.
    pub seq: i64,
    last_clock: i64,
    last_hash: Hash,
    open: Option<Open>,
}

/// The record a stretch of typing may still rewrite, and its step.
#[derive(Clone, Debug)]
struct Open {
    session: EditSession,
    step: i64,
    seq: i64,
    record: Record,
    field: &'static str,
    hash_before: Hash,
    since_ms: i64,
}

/// A field's present version.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct FieldVersion {
    /// The row's version in which it was written.
    pub version: i64,
    clock: i64,
    previous: Option<(i64, i64)>,
}

/// What is written down about one change.
pub(super) struct Entry<'a> {
    /// Which row, here.
    pub record: Record,
    /// Which row, everywhere.
    pub uid: &'a str,
    /// Which field, [`CREATED`] or [`DELETED`].
    pub field: &'static str,
    /// What it holds now; links as uids.
    pub value: &'a Value,
    /// The row's version with this change.
    pub version: i64,
}

/// A record as it stands in the log.
pub(super) struct Stored {
    pub site: i64,
    pub seq: i64,
    pub clock: i64,
    pub step: i64,
    pub entity: String,
    pub uid: String,
    pub field: String,
    pub value: Value,
    pub previous: Option<(i64, i64)>,
    pub hash: Vec<u8>,
}

impl Log {
    /// Reads where the log stands.
    pub fn load(sql: &Connection) -> Result<Self> {
        let (site, uid): (i64, String) = sql.query_row(
            "SELECT site.id, site.uid FROM site JOIN meta ON meta.key = 'site' AND meta.value = site.uid",
            [],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        let last = sql
            .query_row("SELECT seq, clock, hash FROM change WHERE site = ?1 ORDER BY seq DESC LIMIT 1", [site], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get::<_, Hash>(2)?))
            })
            .optional()?;
        let (seq, last_clock, last_hash) = last.unwrap_or_else(|| (0, 0, genesis(&uid)));
        Ok(Self { site, seq, last_clock, last_hash, open: None })
    }

    /// Nothing may be rewritten any more: the log is about to be copied, or another step begins.
    pub fn seal(&mut self) {
        self.open = None;
    }

    /// The step that this session may still add to.
    pub fn step_of(&self, session: EditSession) -> Option<i64> {
        self.open.as_ref().filter(|open| open.session == session).map(|open| open.step)
    }

    /// Writes a change down: rewrites the session's own last record, or appends.
    pub fn write(
        &mut self,
        sql: &Connection,
        step: i64,
        session: Option<EditSession>,
        now: Moment,
        entry: &Entry<'_>,
    ) -> Result<()> {
        // A row that is being made has no version yet.
        let present = match entry.field {
            CREATED => FieldVersion::default(),
            field => field_version(sql, entry.record, field)?,
        };
        let clock = clock::next_stamp(now.ms, self.last_clock, present.clock);
        let reopened = self.open.take().filter(|open| {
            Some(open.session) == session
                && open.seq == self.seq
                && (open.record, open.field) == (entry.record, entry.field)
                && (0..SESSION_RECORD_MS).contains(&(now.ms - open.since_ms))
        });
        if let Some(open) = reopened {
            self.rewrite(sql, clock, entry, &open)?;
            self.open = Some(open);
        } else {
            let hash_before = self.last_hash;
            self.append(sql, step, clock, present.previous, entry)?;
            self.open = session.map(|session| Open {
                session,
                step,
                seq: self.seq,
                record: entry.record,
                field: entry.field,
                hash_before,
                since_ms: now.ms,
            });
        }
        self.last_clock = clock;
        sql.prepare_cached(
            "INSERT INTO field_version (entity, record, field, version, clock, site, seq)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
             ON CONFLICT (entity, record, field) DO UPDATE SET version = ?4, clock = ?5, site = ?6, seq = ?7",
        )?
        .execute(params![
            entry.record.entity.code(),
            entry.record.id,
            entry.field,
            entry.version,
            clock,
            self.site,
            self.seq
        ])?;
        Ok(())
    }

    fn append(
        &mut self,
        sql: &Connection,
        step: i64,
        clock: i64,
        previous: Option<(i64, i64)>,
        entry: &Entry<'_>,
    ) -> Result<()> {
        self.seq += 1;
        self.last_hash = Chained {
            site: self.site,
            seq: self.seq,
            clock,
            step,
            entity: entry.record.entity.code(),
            uid: entry.uid,
            field: entry.field,
            value: entry.value,
            previous,
        }
        .hash(&self.last_hash);
        sql.prepare_cached(
            "INSERT INTO change (site, seq, clock, step, entity, uid, field, value, previous_site, previous_seq, hash)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        )?
        .execute(params![
            self.site,
            self.seq,
            clock,
            step,
            entry.record.entity.code(),
            entry.uid,
            entry.field,
            entry.value,
            previous.map(|(site, _)| site),
            previous.map(|(_, seq)| seq),
            self.last_hash,
        ])?;
        Ok(())
    }

    fn rewrite(&mut self, sql: &Connection, clock: i64, entry: &Entry<'_>, open: &Open) -> Result<()> {
        let stored = stored(sql, self.site, open.seq)?;
        self.last_hash = Chained {
            site: self.site,
            seq: open.seq,
            clock,
            step: stored.step,
            entity: entry.record.entity.code(),
            uid: entry.uid,
            field: entry.field,
            value: entry.value,
            previous: stored.previous,
        }
        .hash(&open.hash_before);
        sql.prepare_cached("UPDATE change SET value = ?3, clock = ?4, hash = ?5 WHERE site = ?1 AND seq = ?2")?
            .execute(params![self.site, open.seq, entry.value, clock, self.last_hash])?;
        Ok(())
    }
}

/// A field's present version: its own, or that of the row's making.
pub(super) fn field_version(sql: &Connection, record: Record, field: &str) -> Result<FieldVersion> {
    let found = sql
        .prepare_cached(
            "SELECT version, clock, site, seq FROM field_version
             WHERE entity = ?1 AND record = ?2 AND field IN (?3, '*') ORDER BY field = '*' LIMIT 1",
        )?
        .query_row(params![record.entity.code(), record.id, field], |row| {
            Ok(FieldVersion { version: row.get(0)?, clock: row.get(1)?, previous: Some((row.get(2)?, row.get(3)?)) })
        })
        .optional()?;
    Ok(found.unwrap_or_default())
}

/// One record of the log.
pub(super) fn stored(sql: &Connection, site: i64, seq: i64) -> Result<Stored> {
    Ok(sql
        .prepare_cached(
            "SELECT site, seq, clock, step, entity, uid, field, value, previous_site, previous_seq, hash
             FROM change WHERE site = ?1 AND seq = ?2",
        )?
        .query_row([site, seq], read)?)
}

/// Reads a row of the columns that [`stored`] selects.
pub(super) fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Stored> {
    let previous_site: Option<i64> = row.get(8)?;
    let previous_seq: Option<i64> = row.get(9)?;
    Ok(Stored {
        site: row.get(0)?,
        seq: row.get(1)?,
        clock: row.get(2)?,
        step: row.get(3)?,
        entity: row.get(4)?,
        uid: row.get(5)?,
        field: row.get(6)?,
        value: row.get(7)?,
        previous: previous_site.zip(previous_seq),
        hash: row.get(10)?,
    })
}

/// The hash before a site's first record.
pub(super) fn genesis(site_uid: &str) -> Hash {
    *blake3::hash(site_uid.as_bytes()).as_bytes()
}

impl Stored {
    /// The hash this record must have after the one before it.
    pub fn expected_hash(&self, before: &Hash) -> Hash {
        Chained {
            site: self.site,
            seq: self.seq,
            clock: self.clock,
            step: self.step,
            entity: &self.entity,
            uid: &self.uid,
            field: &self.field,
            value: &self.value,
            previous: self.previous,
        }
        .hash(before)
    }
}

/// What a hash covers. The site itself is covered by the genesis, so its local number is left out.
struct Chained<'a> {
    site: i64,
    seq: i64,
    clock: i64,
    step: i64,
    entity: &'a str,
    uid: &'a str,
    field: &'a str,
    value: &'a Value,
    previous: Option<(i64, i64)>,
}

impl Chained<'_> {
    fn hash(&self, before: &Hash) -> Hash {
        let (tag, digest) = match self.value {
            Value::Empty => (0_u8, blake3::hash(b"")),
            Value::Text(text) => (1, blake3::hash(text.as_bytes())),
            Value::Number(number) => (2, blake3::hash(&number.to_le_bytes())),
        };
        // A predecessor of the same site is written as such, so that local site numbers never matter.
        let (own, previous_seq) = self.previous.map_or((0, 0), |(site, seq)| (1 + u8::from(site != self.site), seq));
        let mut hasher = blake3::Hasher::new();
        hasher.update(before);
        for number in [self.seq, self.clock, self.step, previous_seq] {
            hasher.update(&number.to_le_bytes());
        }
        for text in [self.entity, self.uid, self.field] {
            hasher.update(&text.len().to_le_bytes()).update(text.as_bytes());
        }
        hasher.update(&[own, tag]).update(digest.as_bytes());
        *hasher.finalize().as_bytes()
    }
}
