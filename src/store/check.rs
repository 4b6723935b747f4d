//! Looking a store over: the file, the links, the index against the rows, the chain of the log, the kept files.

use super::connection;
use super::files::{self, Files};
use super::frozen;
use super::log::{self, Hash};
use super::query::{figures, tally};
use super::search::{feed, order, rebuild};
use crate::domain::{Entity, Record};
use crate::error::Result;
use rusqlite::Connection;
use std::collections::{BTreeSet, HashMap};
use std::hash::{DefaultHasher, Hash as _, Hasher};
use std::path::Path;

/// So many faults of a kind are listed.
const LISTED: usize = 20;

/// What is wrong, as a person is told: the same thing once.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// The key of the sentence that says it.
    pub key: &'static str,
    /// The number of the minutes or the name of the file it is about, or nothing.
    pub about: String,
}

impl Finding {
    pub(super) fn new(key: &'static str, about: impl Into<String>) -> Self {
        Self { key, about: about.into() }
    }
}

/// What looking over found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CheckReport {
    /// What is wrong, for support: which part of the store (`file`, `link`, `index`, `log`,
    /// `minutes`, `attachment`) and where in it.
    pub faults: Vec<String>,
    /// The same for people: what it means to them, without what only support can read.
    pub findings: BTreeSet<Finding>,
    /// How many records were looked at, those in the bin among them.
    pub records: i64,
    /// How many changes.
    pub changes: i64,
    /// How many approved minutes come from before their content was kept.
    pub unkept_minutes: i64,
}

impl CheckReport {
    /// Is nothing wrong?
    pub const fn is_sound(&self) -> bool {
        self.faults.is_empty()
    }

    /// Faults of a part that mean one thing to a person.
    fn add(&mut self, part: &str, key: &'static str, faults: Vec<String>) {
        if !faults.is_empty() {
            self.findings.insert(Finding::new(key, ""));
        }
        self.list(part, faults);
    }

    /// Faults that each say to a person what they mean.
    fn add_told(&mut self, part: &str, faults: Vec<(Finding, String)>) {
        let (findings, faults): (Vec<Finding>, Vec<String>) = faults.into_iter().unzip();
        self.findings.extend(findings);
        self.list(part, faults);
    }

    fn list(&mut self, part: &str, faults: Vec<String>) {
        self.faults.extend(faults.into_iter().map(|fault| format!("{part}: {fault}")));
    }
}

/// Looks a store over.
pub(super) fn check(database: &Path, kept: &Files) -> Result<CheckReport> {
    let sql = connection::checker(database)?;
    sql.execute_batch("BEGIN;")?;
    let mut report = CheckReport::default();
    report.add("file", "check-file", integrity(&sql)?);
    if !report.is_sound() {
        // Whatever else is wrong follows from that.
        return Ok(report);
    }
    report.add("link", "check-link", foreign_keys(&sql)?);
    let (faults, records) = index(&sql)?;
    // While it is made anew it can't agree; that goes on by itself.
    if !rebuild::is_needed(&sql)? {
        report.add("index", "check-index", faults);
    }
    report.add("index", "check-counts", tallies(&sql)?);
    report.add(
        "index",
        "check-counts",
        figures::off(&sql)?.into_iter().take(LISTED).map(|one| format!("{one} is not as counted")).collect(),
    );
    let (faults, changes) = chains(&sql)?;
    report.add("log", "check-log", faults);
    let (faults, unkept_minutes) = frozen::faults(&sql)?;
    report.add_told("minutes", faults);
    report.add_told("attachment", files::faults(&sql, kept)?);
    Ok(CheckReport { records, changes, unkept_minutes, ..report })
}

fn integrity(sql: &Connection) -> Result<Vec<String>> {
    let mut statement = sql.prepare("PRAGMA integrity_check(20)")?;
    let said: Vec<String> = statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    Ok(said.into_iter().filter(|line| line != "ok").collect())
}

fn foreign_keys(sql: &Connection) -> Result<Vec<String>> {
    let mut statement = sql.prepare("PRAGMA foreign_key_check")?;
    let found = statement.query_map([], |row| {
        Ok(format!(
            "{} {} -> {}",
            row.get::<_, String>(0)?,
            row.get::<_, Option<i64>>(1)?.unwrap_or_default(),
            row.get::<_, String>(2)?
        ))
    })?;
    Ok(found.take(LISTED).collect::<rusqlite::Result<_>>()?)
}

/// Compares the words of every record with what the index holds under it: one sum of hashes a record, either way.
fn index(sql: &Connection) -> Result<(Vec<String>, i64)> {
    let mut held: HashMap<i64, u64> = HashMap::new();
    let mut statement = sql.prepare("SELECT doc, col, term FROM temp.search_words")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (record, column, term): (i64, &str, &str) =
            (row.get(0)?, row.get_ref(1)?.as_str().unwrap_or_default(), row.get_ref(2)?.as_str().unwrap_or_default());
        let sum = held.entry(record).or_default();
        *sum = sum.wrapping_add(hash(column, term));
    }
    let mut faults = Vec::new();
    let mut count = 0;
    let mut memo = feed::Memo::default();
    for entity in Entity::ALL {
        let mut statement = sql.prepare(&format!("SELECT id FROM {}", entity.code()))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            count += 1;
            if !feed::is_searched(entity) {
                continue;
            }
            let record = Record { entity, id: row.get(0)? };
            if expected(sql, record, &mut memo)? != held.remove(&record.key()).unwrap_or_default() {
                faults.push(format!("{} {}", entity.code(), record.id));
            }
        }
    }
    faults.extend(orders(sql, &memo)?);
    faults.extend(held.into_keys().map(|row| format!("row {row} of the index has no record")));
    faults.truncate(LISTED);
    Ok((faults, count))
}

/// Compares the place of every title and post in sorted lists with the text itself.
fn orders(sql: &Connection, memo: &feed::Memo) -> Result<Vec<String>> {
    let mut faults = Vec::new();
    for entity in Entity::ALL.iter().copied().filter(|entity| order::is_kept(*entity)) {
        for (field, column) in order::kept(entity) {
            let mut statement = sql.prepare(&format!("SELECT id, {}, {column} FROM {}", field.name, entity.code()))?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let text = row.get_ref(1)?.as_str_or_null().unwrap_or_default();
                if order::key(memo, text).as_deref() != row.get_ref(2)?.as_blob_or_null().unwrap_or_default() {
                    faults.push(format!("{} {} is not sorted", entity.code(), row.get::<_, i64>(0)?));
                }
            }
        }
    }
    Ok(faults)
}

/// Compares how many records are said to stand in each status with those that do.
fn tallies(sql: &Connection) -> Result<Vec<String>> {
    let mut faults = Vec::new();
    for entity in Entity::ALL.iter().copied().filter(|entity| tally::is_kept(*entity)) {
        if tally::of(sql, entity)? != tally::counted(sql, entity)? {
            faults.push(format!("{} are not as many as counted", entity.code()));
        }
    }
    Ok(faults)
}

fn expected(sql: &Connection, record: Record, memo: &mut feed::Memo) -> Result<u64> {
    let Some(document) = feed::document(sql, record, memo)? else { return Ok(0) };
    let columns = [
        ("title", document.title),
        ("body", document.body),
        ("title_stem", document.title_stems),
        ("body_stem", document.body_stems),
    ];
    let mut sum = 0_u64;
    for (column, text) in &columns {
        let terms: BTreeSet<&str> = text.split_ascii_whitespace().collect();
        sum = terms.into_iter().map(|term| hash(column, term)).fold(sum, u64::wrapping_add);
    }
    Ok(sum)
}

fn hash(column: &str, term: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    (column, term).hash(&mut hasher);
    hasher.finish()
}

/// Follows the chain of each site from its beginning.
fn chains(sql: &Connection) -> Result<(Vec<String>, i64)> {
    let mut faults = Vec::new();
    let mut count = 0;
    let mut sites = sql.prepare("SELECT id, uid FROM site ORDER BY id")?;
    let sites: Vec<(i64, String)> =
        sites.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?;
    for (site, uid) in sites {
        let mut before: Hash = log::genesis(&uid);
        let mut seq = 0;
        let mut statement = sql.prepare(
            "SELECT site, seq, clock, step, entity, uid, field, value, previous_site, previous_seq, hash
             FROM change WHERE site = ?1 ORDER BY seq",
        )?;
        for stored in statement.query_map([site], log::read)? {
            let stored = stored?;
            count += 1;
            seq += 1;
            let expected = stored.expected_hash(&before);
            if stored.seq != seq || stored.hash != expected {
                faults.push(format!("{} of site {uid}", stored.seq));
                if faults.len() >= LISTED {
                    return Ok((faults, count));
                }
            }
            // Goes on from what is written, so that one break is one fault.
            seq = stored.seq;
            before = stored.hash.try_into().unwrap_or(expected);
        }
    }
    Ok((faults, count))
}
