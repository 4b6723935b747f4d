//! Everything that touched a record: meetings it took part in, what it raised or owes, what it is tied to, in order of days.
//!
//! It follows from the declared links: a record that links to this one is a part of its story, and so is what a line of
//! attendance, a part in an agreement or a name belongs to.

use super::naming;
use super::records::select_text;
use super::{Query, rows};
use crate::calendar::Date;
use crate::domain::{Entity, FieldKind, Record};
use crate::error::Result;
use crate::store::{Changes, Reader};
use rusqlite::params;
use std::collections::BTreeSet;

/// The story of a record, newest first.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline {
    /// Whose.
    pub record: Record,
    /// At most so many of each entity.
    pub limit: usize,
}

/// Something that touched a record.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Its day; that of its meeting.
    pub day: Option<Date>,
    /// When it was made, in Unix seconds.
    pub created_at: i64,
    /// What it is.
    pub record: Record,
    /// The field by which it touches: the key of its label is `field-<entity>-<field>`.
    pub by: &'static str,
    /// What it is called; of an update, what was done.
    pub name: String,
    /// What tells it from its like; of an update, whose it is.
    pub detail: String,
    /// Its kind, where its entity has kinds.
    pub kind: String,
    /// Its status, where it has one; of an update, where it led.
    pub status: String,
    /// Its day is that of a meeting: where it has none, somebody has still to give it.
    pub is_of_meeting: bool,
    /// A file that is no longer kept; its day is the one on which it went.
    pub is_removed: bool,
}

/// What a line belongs to, by the field that says so: the line itself tells no story.
const fn owners(entity: Entity) -> &'static [(&'static str, Entity)] {
    match entity {
        Entity::Party => &[("meeting", Entity::Meeting), ("partnership", Entity::Partnership)],
        Entity::AgendaItem => &[("meeting", Entity::Meeting), ("series", Entity::Series)],
        Entity::Attendance | Entity::Addendum => &[("meeting", Entity::Meeting)],
        Entity::Reservation => &[("outcome", Entity::Outcome)],
        Entity::Entry
        | Entity::Organisation
        | Entity::Alias
        | Entity::Person
        | Entity::Post
        | Entity::Series
        | Entity::Meeting
        | Entity::Partnership
        | Entity::Outcome
        | Entity::Block
        | Entity::Regulation
        | Entity::Progress
        | Entity::Link
        | Entity::Document
        | Entity::Setting => &[],
    }
}

/// The day of a row at hand.
fn day_of(entity: Entity) -> String {
    match entity {
        Entity::Meeting => "meeting.date".to_owned(),
        Entity::Outcome => "(SELECT came.date FROM meeting AS came WHERE came.id = outcome.meeting)".to_owned(),
        Entity::Partnership => "partnership.starts_on".to_owned(),
        Entity::Regulation => "regulation.issued_on".to_owned(),
        Entity::Post => "post.starts_on".to_owned(),
        Entity::Progress => "progress.day".to_owned(),
        Entity::Document => "document.day".to_owned(),
        Entity::Addendum => "addendum.approved_on".to_owned(),
        Entity::Party | Entity::AgendaItem | Entity::Attendance | Entity::Block => {
            format!("(SELECT held.date FROM meeting AS held WHERE held.id = {}.meeting)", entity.code())
        }
        Entity::Entry
        | Entity::Organisation
        | Entity::Alias
        | Entity::Person
        | Entity::Series
        | Entity::Link
        | Entity::Reservation
        | Entity::Setting => "NULL".to_owned(),
    }
}

/// Is the day of a row at hand that of a meeting, which somebody has to give?
fn is_of_meeting(entity: Entity) -> &'static str {
    match entity {
        Entity::Meeting => "1",
        Entity::Outcome => "outcome.meeting IS NOT NULL",
        Entity::Party => "party.meeting IS NOT NULL",
        Entity::AgendaItem => "agenda_item.meeting IS NOT NULL",
        Entity::Attendance => "attendance.meeting IS NOT NULL",
        Entity::Block => "block.meeting IS NOT NULL",
        Entity::Partnership
        | Entity::Regulation
        | Entity::Post
        | Entity::Progress
        | Entity::Document
        | Entity::Addendum
        | Entity::Entry
        | Entity::Organisation
        | Entity::Alias
        | Entity::Person
        | Entity::Series
        | Entity::Link
        | Entity::Reservation
        | Entity::Setting => "0",
    }
}

/// Is it an event? What a page lists by itself, such as a body's people or names, is none.
const fn tells_a_story(entity: Entity) -> bool {
    matches!(
        entity,
        Entity::Meeting
            | Entity::Partnership
            | Entity::Party
            | Entity::AgendaItem
            | Entity::Attendance
            | Entity::Outcome
            | Entity::Regulation
            | Entity::Series
    )
}

impl Query for Timeline {
    type Output = Vec<Event>;
    const DEPENDS_ON: Changes = Changes::ALL;

    fn run(&self, reader: &Reader<'_>) -> Result<Self::Output> {
        let mut events: Vec<Event> = Vec::new();
        let mut told: BTreeSet<Record> = BTreeSet::from([self.record]);
        for entity in Entity::ALL {
            for field in entity.fields() {
                let number = if field.kind == FieldKind::Any {
                    self.record.key()
                } else if field.kind.target() == Some(self.record.entity) {
                    self.record.id
                } else {
                    continue;
                };
                if reader.is_called_off() {
                    return Ok(Vec::new());
                }
                if !tells_a_story(entity) {
                    continue;
                }
                let through = owners(entity);
                let found = if through.is_empty() {
                    self.own(reader, entity, field.name, number)?
                } else {
                    let mut all = Vec::new();
                    for (by, owner) in through {
                        all.extend(self.owned(reader, entity, field.name, number, by, *owner)?);
                    }
                    all
                };
                events.extend(found.into_iter().filter(|event| told.insert(event.record)));
            }
        }
        events.extend(self.tied(reader)?.into_iter().filter(|event| told.insert(event.record)));
        events.extend(self.led_to(reader)?.into_iter().filter(|event| told.insert(event.record)));
        events.extend(self.files(reader)?);
        events.extend(self.updates(reader)?);
        // What nobody knows the day of is still to be settled: it stands first.
        let order = |event: &Event| (event.shown_on().is_none(), event.shown_on().map(Date::iso), event.created_at);
        events.sort_by_key(|event| std::cmp::Reverse(order(event)));
        Ok(events)
    }
}

impl Event {
    /// The day under which it is told: what has none of its own stands on the one on which it was written down. That is
    /// not the day of a meeting, which somebody has still to give.
    pub fn shown_on(&self) -> Option<Date> {
        self.day.or_else(|| (!self.is_of_meeting).then(|| Date::at_unix(self.created_at)))
    }
}

impl Timeline {
    /// What the record itself says it comes of: its meeting, its partnership.
    fn led_to(&self, reader: &Reader<'_>) -> Result<Vec<Event>> {
        let own = self.record.entity;
        let mut events = Vec::new();
        for field in own.fields() {
            let Some(target) = field.kind.target().filter(|target| tells_a_story(*target)) else { continue };
            // An item of an agenda is a part of its meeting, which is told.
            if target == Entity::AgendaItem {
                continue;
            }
            let condition = format!(
                "{}.id = (SELECT self.{} FROM {} AS self WHERE self.id = ?1)",
                target.code(),
                field.name,
                own.code()
            );
            events.extend(self.events(reader, target, field.name, &condition, self.record.id)?);
        }
        Ok(events)
    }

    /// How the work on it went on.
    fn updates(&self, reader: &Reader<'_>) -> Result<Vec<Event>> {
        let mut statement = reader.sql.prepare_cached(&format!(
            "SELECT id, day, created_at, text, to_status, {} AS person FROM progress
             WHERE subject = ?1 AND deleted = 0 ORDER BY id DESC LIMIT {}",
            naming::name_of(Entity::Person, "progress.person"),
            self.limit
        ))?;
        let found = statement.query_map([self.record.key()], |row| {
            Ok(Event {
                day: rows::date(row, "day")?,
                created_at: row.get("created_at")?,
                record: Record { entity: Entity::Progress, id: row.get("id")? },
                by: "subject",
                name: rows::text(row, "text")?,
                detail: rows::text(row, "person")?,
                kind: String::new(),
                status: rows::text(row, "to_status")?,
                is_of_meeting: false,
                is_removed: false,
            })
        })?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }

    /// Records that link to this one.
    fn own(&self, reader: &Reader<'_>, entity: Entity, by: &'static str, number: i64) -> Result<Vec<Event>> {
        let table = entity.code();
        self.events(reader, entity, by, &format!("{table}.{by} = ?1"), number)
    }

    /// The meetings or agreements in which a line names this one.
    fn owned(
        &self,
        reader: &Reader<'_>,
        line: Entity,
        by: &'static str,
        number: i64,
        owner_field: &str,
        owner: Entity,
    ) -> Result<Vec<Event>> {
        let (table, lines) = (owner.code(), line.code());
        // The newest of them at once, as the lines' index has them: a host is in every meeting there is.
        let condition = format!(
            "{table}.id IN (
                 SELECT DISTINCT {lines}.{owner_field} FROM {lines} JOIN {table} AS whole ON whole.id = {lines}.{owner_field}
                 WHERE {lines}.{by} = ?1 AND {lines}.deleted = 0 AND {lines}.{owner_field} IS NOT NULL AND whole.deleted = 0
                 ORDER BY {lines}.{owner_field} DESC LIMIT {})",
            self.limit
        );
        self.events(reader, owner, by, &condition, number)
    }

    /// What it is tied to by meaning.
    fn tied(&self, reader: &Reader<'_>) -> Result<Vec<Event>> {
        let mut statement = reader.sql.prepare_cached(
            "SELECT target FROM link WHERE source = ?1 AND deleted = 0
             UNION SELECT source FROM link WHERE target = ?1 AND deleted = 0 LIMIT ?2",
        )?;
        let limit = i64::try_from(self.limit).unwrap_or(i64::MAX);
        let keys: Vec<i64> = statement
            .query_map(params![self.record.key(), limit], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        let mut events = Vec::new();
        for record in keys.into_iter().filter_map(Record::from_key).filter(|record| tells_a_story(record.entity)) {
            let table = record.entity.code();
            events.extend(self.events(reader, record.entity, "link", &format!("{table}.id = ?1"), record.id)?);
        }
        Ok(events)
    }

    /// The files that were kept with it, and those that were taken away again; what an undo took back never came.
    fn files(&self, reader: &Reader<'_>) -> Result<Vec<Event>> {
        let mut statement = reader.sql.prepare_cached(
            "SELECT document.id AS id, document.created_at AS created_at, document.name AS name,
                 document.file_name AS detail, document.kind AS kind, document.deleted AS deleted,
                 step.at / 1000 AS gone_at, step.kind AS gone_by
             FROM document
                 LEFT JOIN field_version AS gone ON document.deleted = 1 AND gone.entity = 'document'
                     AND gone.record = document.id AND gone.field = 'deleted'
                 LEFT JOIN change ON change.site = gone.site AND change.seq = gone.seq
                 LEFT JOIN step ON step.site = change.site AND step.id = change.step
             WHERE (document.subject = ?1 OR document.subject IN (
                     SELECT ?3 + progress.id FROM progress WHERE progress.subject = ?1 AND progress.deleted = 0))
                 AND (document.deleted = 0 OR step.kind <> 'undo')
             ORDER BY document.id DESC LIMIT ?2",
        )?;
        let limit = i64::try_from(self.limit).unwrap_or(i64::MAX);
        let updates = *Record::keys_of(Entity::Progress).start();
        let found = statement.query_map(params![self.record.key(), limit, updates], |row| {
            let is_removed: bool = row.get("deleted")?;
            let created_at = row.get("created_at")?;
            let gone_at: Option<i64> = row.get("gone_at")?;
            Ok(Event {
                // The day that stands on a letter is not the one on which it came.
                day: None,
                created_at: gone_at.filter(|_| is_removed).unwrap_or(created_at),
                record: Record { entity: Entity::Document, id: row.get("id")? },
                by: "subject",
                name: rows::text(row, "name")?,
                detail: rows::text(row, "detail")?,
                kind: rows::text(row, "kind")?,
                status: String::new(),
                is_of_meeting: false,
                is_removed,
            })
        })?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }

    fn events(
        &self,
        reader: &Reader<'_>,
        entity: Entity,
        by: &'static str,
        condition: &str,
        number: i64,
    ) -> Result<Vec<Event>> {
        let table = entity.code();
        let select = format!(
            "SELECT {table}.id AS id, {day} AS day, {table}.created_at AS created_at, {name} AS name, {detail} AS detail,
                 {kind} AS kind, {status} AS status, {is_of_meeting} AS is_of_meeting
             FROM {table} WHERE {condition} AND {table}.deleted = 0 ORDER BY {table}.id DESC LIMIT {limit}",
            day = day_of(entity),
            name = naming::own_name(entity),
            detail = naming::own_detail(entity),
            kind = select_text(entity, "kind"),
            status = select_text(entity, "status"),
            is_of_meeting = is_of_meeting(entity),
            limit = self.limit,
        );
        let mut statement = reader.sql.prepare_cached(&select)?;
        let found = statement.query_map([number], |row| {
            Ok(Event {
                day: rows::date(row, "day")?,
                created_at: row.get("created_at")?,
                record: Record { entity, id: row.get("id")? },
                by,
                name: rows::text(row, "name")?,
                detail: rows::text(row, "detail")?,
                kind: rows::text(row, "kind")?,
                status: rows::text(row, "status")?,
                is_of_meeting: row.get("is_of_meeting")?,
                is_removed: false,
            })
        })?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }
}
