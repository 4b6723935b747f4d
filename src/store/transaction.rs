//! One edit on its way into the store: rows, change records, search index and undo step, all or nothing.

use super::changes::Changes;
use super::clock::Moment;
use super::edit::{ATTACH_SEVERAL, EditSession, Label};
use super::failure::internal;
use super::frozen::Composer;
use super::log::{CREATED, DELETED, Entry, Log};
use super::search::{feed, names};
use super::watch::ImportWatch;
use crate::domain::{Entity, Field, FieldKind, FieldValue, Record, Value};
use crate::error::{Error, ErrorKind, Result};
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::BTreeSet;

/// What kind of step a transaction is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum StepKind {
    /// An edit.
    Do,
    /// Takes that step back.
    Undo(i64),
    /// Takes an undo of that step back.
    Redo(i64),
    /// Fills a sample store, or changes how the program looks; undo passes it over.
    Fill,
}

/// An open write transaction.
pub(super) struct Transaction<'a> {
    sql: &'a Connection,
    log: Log,
    now: Moment,
    label: Label,
    kind: StepKind,
    session: Option<EditSession>,
    /// The step, once there is something to write down.
    step: Option<i64>,
    step_is_joined: bool,
    changes: Changes,
    to_index: BTreeSet<Record>,
    composer: Option<&'a Composer>,
    made: usize,
    put_away: Vec<(Record, String)>,
    watch: Option<ImportWatch>,
}

impl<'a> Transaction<'a> {
    /// Begins. The connection must be inside `BEGIN IMMEDIATE`.
    pub fn new(
        sql: &'a Connection,
        log: Log,
        now: Moment,
        label: Label,
        kind: StepKind,
        session: Option<EditSession>,
    ) -> Self {
        Self {
            sql,
            log,
            now,
            label,
            kind,
            session,
            step: None,
            step_is_joined: false,
            changes: Changes::NONE,
            to_index: BTreeSet::new(),
            composer: None,
            made: 0,
            put_away: Vec::new(),
            watch: None,
        }
    }

    /// How minutes are laid out, from here on.
    pub const fn set_composer(&mut self, composer: Option<&'a Composer>) {
        self.composer = composer;
    }

    /// How minutes are laid out, where the store knows.
    pub const fn composer(&self) -> Option<&'a Composer> {
        self.composer
    }

    /// The connection, to read with.
    pub const fn sql(&self) -> &'a Connection {
        self.sql
    }

    /// How many rows it has made so far.
    pub const fn made(&self) -> usize {
        self.made
    }

    /// What it put into the bin so far, in that order, each with its name everywhere.
    pub fn put_away(&self) -> &[(Record, String)] {
        &self.put_away
    }

    /// When this happens.
    pub const fn now(&self) -> Moment {
        self.now
    }

    /// From here on it is another time.
    pub const fn set_now(&mut self, now: Moment) {
        self.now = now;
    }

    /// Makes a row. Fields that are not given are empty.
    pub fn insert(&mut self, entity: Entity, values: &[FieldValue]) -> Result<Record> {
        self.insert_as(entity, &uuid::Uuid::now_v7().to_string(), values)
    }

    /// Makes a row under a name that is its own everywhere.
    pub fn insert_as(&mut self, entity: Entity, uid: &str, values: &[FieldValue]) -> Result<Record> {
        for (name, _) in values {
            declared(entity, name)?;
        }
        let value_of =
            |field: &Field| values.iter().rev().find(|(name, _)| *name == field.name).map(|(_, value)| value);
        let id = {
            let mut statement = self.sql.prepare_cached(&insert_sql(entity))?;
            statement.raw_bind_parameter(1, uid)?;
            statement.raw_bind_parameter(2, self.now.seconds())?;
            for (column, field) in (3..).zip(entity.fields()) {
                statement.raw_bind_parameter(column, value_of(field).unwrap_or(&Value::Empty))?;
            }
            statement.raw_execute()?;
            self.sql.last_insert_rowid()
        };
        self.made += 1;
        let record = Record { entity, id };
        let mut logged = serde_json::Map::new();
        for field in entity.fields() {
            match self.travelling(field, value_of(field).unwrap_or(&Value::Empty))? {
                Value::Empty => {}
                Value::Text(text) => {
                    logged.insert(field.name.to_owned(), text.into());
                }
                Value::Number(number) => {
                    logged.insert(field.name.to_owned(), number.into());
                }
            }
        }
        let value = Value::Text(serde_json::Value::Object(logged).to_string());
        self.write_down(&Entry { record, uid, field: CREATED, value: &value, version: 1 })?;
        Ok(record)
    }

    /// Gives fields new values; those that already hold them are left alone. Answers the row's version.
    pub fn set(&mut self, record: Record, values: &[FieldValue]) -> Result<i64> {
        let (uid, mut version, _) = self.row(record)?;
        let mut changed = false;
        for (name, value) in values {
            let field = declared(record.entity, name)?;
            let before = self.value(record, field.name)?;
            if before == *value {
                continue;
            }
            if !changed {
                changed = true;
                version += 1;
            }
            let sql = format!("UPDATE {} SET {} = ?2, version = ?3 WHERE id = ?1", record.entity.code(), field.name);
            self.sql.prepare_cached(&sql)?.execute(params![record.id, value, version])?;
            let value = self.travelling(field, value)?;
            self.write_down(&Entry { record, uid: &uid, field: field.name, value: &value, version })?;
            // Whose name it was is no longer found by it.
            if let (Entity::Alias, Some(owner), Value::Number(id)) = (record.entity, field.kind.target(), before) {
                names::index(self.sql, Record { entity: owner, id })?;
            }
        }
        Ok(version)
    }

    /// Puts a row into the bin, or takes it out.
    pub fn set_deleted(&mut self, record: Record, deleted: bool) -> Result<()> {
        let (uid, version, was_deleted) = self.row(record)?;
        if was_deleted == deleted {
            return Ok(());
        }
        let version = version + 1;
        let sql = format!("UPDATE {} SET deleted = ?2, version = ?3 WHERE id = ?1", record.entity.code());
        self.sql.prepare_cached(&sql)?.execute(params![record.id, deleted, version])?;
        let value = Value::Number(i64::from(deleted));
        self.write_down(&Entry { record, uid: &uid, field: DELETED, value: &value, version })?;
        if deleted {
            self.put_away.push((record, uid));
        }
        Ok(())
    }

    /// What a field holds.
    pub fn value(&self, record: Record, field: &'static str) -> Result<Value> {
        let sql = format!("SELECT {field} FROM {} WHERE id = ?1", record.entity.code());
        let found = self.sql.prepare_cached(&sql)?.query_row([record.id], |row| row.get(0)).optional()?;
        found.ok_or_else(|| not_found(record))
    }

    /// A field's text; empty when it has none.
    pub fn text(&self, record: Record, field: &'static str) -> Result<String> {
        Ok(self.value(record, field)?.as_text().unwrap_or_default().to_owned())
    }

    /// A row's uid, version, and whether it is in the bin.
    pub fn row(&self, record: Record) -> Result<(String, i64, bool)> {
        let sql = format!("SELECT uid, version, deleted FROM {} WHERE id = ?1", record.entity.code());
        let found = self
            .sql
            .prepare_cached(&sql)?
            .query_row([record.id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            .optional()?;
        found.ok_or_else(|| not_found(record))
    }

    /// A row's version; it must not be in the bin.
    pub fn version(&self, record: Record) -> Result<i64> {
        match self.row(record)? {
            (_, version, false) => Ok(version),
            (_, _, true) => Err(not_found(record)),
        }
    }

    /// The rows a query of ids finds.
    pub fn ids(&self, sql: &str, id: i64) -> Result<Vec<i64>> {
        let mut statement = self.sql.prepare_cached(sql)?;
        let ids = statement.query_map([id], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        Ok(ids)
    }

    /// Whoever watches may call the work off until it is committed.
    pub fn watch(&mut self, watch: &ImportWatch) {
        self.watch = Some(watch.clone());
    }

    /// Refuses to go on once the work is called off.
    pub fn stop_if_called_off(&self) -> Result<()> {
        if self.watch.as_ref().is_some_and(ImportWatch::is_cancelled) {
            return Err(Error::new(ErrorKind::ImportCancelled, "on the way"));
        }
        Ok(())
    }

    /// Writes the search index; then the caller commits. Answers the log as it stands then, and what was touched.
    pub fn finish(mut self) -> Result<(Log, Changes)> {
        if let Some(step) = self.step {
            self.sql.prepare_cached("UPDATE step SET last = ?3, at = ?4 WHERE site = ?1 AND id = ?2")?.execute([
                self.log.site,
                step,
                self.log.seq,
                self.now.ms,
            ])?;
        }
        let mut memo = feed::Memo::default();
        for record in std::mem::take(&mut self.to_index) {
            feed::index_with(self.sql, record, &mut memo)?;
            self.stop_if_called_off()?;
        }
        Ok((self.log, self.changes))
    }

    /// A value as it travels: a link by the uid of what it points to, with its entity where that may be any.
    fn travelling(&self, field: &Field, value: &Value) -> Result<Value> {
        let Value::Number(number) = value else { return Ok(value.clone()) };
        if field.kind == FieldKind::Any {
            let record =
                Record::from_key(*number).ok_or_else(|| internal(format!("no record has the key {number}")))?;
            return Ok(Value::Text(format!("{}/{}", record.entity.code(), self.row(record)?.0)));
        }
        match field.kind.target() {
            Some(entity) => Ok(Value::Text(self.row(Record { entity, id: *number })?.0)),
            None => Ok(value.clone()),
        }
    }

    /// Appends a change record to the step, which begins with the first one.
    fn write_down(&mut self, entry: &Entry<'_>) -> Result<()> {
        let step = match self.step {
            Some(step) => step,
            None => self.begin_step()?,
        };
        self.log.write(self.sql, step, self.session, self.now, entry)?;
        self.sql.prepare_cached("UPDATE step SET last = ?3, at = ?4 WHERE site = ?1 AND id = ?2")?.execute([
            self.log.site,
            step,
            self.log.seq,
            self.now.ms,
        ])?;
        self.changes = self.changes.and(Changes::of(&[entry.record.entity]));
        self.to_index.insert(entry.record);
        names::index(self.sql, entry.record)
    }

    /// A step that another file joins is about one more from now on.
    fn count_joined(&mut self, step: i64) -> Result<()> {
        if self.label.key != Label::of_file().key {
            return Ok(());
        }
        let stored: String = self
            .sql
            .prepare_cached("SELECT label FROM step WHERE site = ?1 AND id = ?2")?
            .query_row([self.log.site, step], |row| row.get(0))?;
        let label = joined_label(Label::read(&stored));
        self.sql.prepare_cached("UPDATE step SET label = ?3 WHERE site = ?1 AND id = ?2")?.execute(params![
            self.log.site,
            step,
            label.stored()
        ])?;
        Ok(())
    }

    fn begin_step(&mut self) -> Result<i64> {
        let joined = self.session.and_then(|session| self.log.step_of(session));
        let step = joined.unwrap_or(self.log.seq + 1);
        self.step = Some(step);
        self.step_is_joined = joined.is_some();
        if self.step_is_joined {
            self.count_joined(step)?;
            return Ok(step);
        }
        self.log.seal();
        let (kind, of) = match self.kind {
            StepKind::Do => ("do", None),
            StepKind::Undo(of) => ("undo", Some(of)),
            StepKind::Redo(of) => ("redo", Some(of)),
            StepKind::Fill => ("fill", None),
        };
        self.sql
            .prepare_cached(
                "INSERT INTO step (site, id, last, at, author, label, kind, of)
                 VALUES (?1, ?2, ?2, ?3, coalesce(
                     (SELECT value FROM setting WHERE key = 'coordinator' AND deleted = 0), ''), ?4, ?5, ?6)",
            )?
            .execute(params![self.log.site, step, self.now.ms, self.label.stored(), kind, of])?;
        if self.kind == StepKind::Do {
            // What was taken back before a new edit is not to be redone over it.
            self.sql
                .prepare_cached("UPDATE step SET undone = 2 WHERE site = ?1 AND kind = 'do' AND undone = 1")?
                .execute([self.log.site])?;
        }
        Ok(step)
    }
}

/// What a step is called that further files join.
fn joined_label(before: Label) -> Label {
    Label { key: ATTACH_SEVERAL, count: before.count + 1 }
}

fn declared(entity: Entity, name: &str) -> Result<&'static Field> {
    entity.field(name).ok_or_else(|| internal(format!("{} has no field {name}", entity.code())))
}

fn insert_sql(entity: Entity) -> String {
    let columns: Vec<&str> = entity.fields().iter().map(|field| field.name).collect();
    let places: Vec<String> = (3..columns.len() + 3).map(|place| format!("?{place}")).collect();
    format!(
        "INSERT INTO {} (uid, created_at, version, {}) VALUES (?1, ?2, 1, {})",
        entity.code(),
        columns.join(", "),
        places.join(", ")
    )
}

/// The record is not there.
pub(super) fn not_found(record: Record) -> Error {
    Error::new(ErrorKind::NotFound, format!("{} {}", record.entity.code(), record.id))
}
