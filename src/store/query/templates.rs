//! What a new meeting may begin from: templates, and any meeting; and what it then has, to be seen in its form.

use super::filter::Filter;
use super::naming::{self, Named};
use super::{Query, rows};
use crate::calendar::Time;
use crate::domain::{Entity, MeetingKind, MeetingMode, Record, SeriesId, Side};
use crate::error::{Error, ErrorKind, Result};
use crate::store::{Changes, Reader};
use rusqlite::{Connection, OptionalExtension, params_from_iter};

/// The templates whose names hold the words, by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Templates {
    /// Words to find; empty: all.
    pub containing: String,
}

/// So many templates are offered.
const OFFERED: usize = 40;

impl Query for Templates {
    type Output = Vec<Named>;
    const DEPENDS_ON: Changes = Changes::of(&[Entity::Series]);

    fn run(&self, reader: &Reader<'_>) -> Result<Self::Output> {
        let filter = Filter::new(reader.sql, Entity::Series, &self.containing, &[], 1)?;
        let select = format!(
            "SELECT series.id FROM series WHERE series.deleted = 0 AND series.is_template = 1{}
             ORDER BY series.title {}, series.id LIMIT {OFFERED}",
            filter.sql,
            naming::NAME_ORDER
        );
        let mut statement = reader.sql.prepare_cached(&select)?;
        let ids: Vec<i64> = statement
            .query_map(params_from_iter(&filter.parameters), |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        let named = |id| naming::named(reader.sql, SeriesId(id).record());
        let found: Vec<Option<Named>> = ids.into_iter().map(named).collect::<rusqlite::Result<_>>()?;
        Ok(found.into_iter().flatten().collect())
    }
}

/// What a meeting has that begins from another one, or from a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beginning {
    /// The meeting, or the template.
    pub source: Record,
}

/// What its form shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BeginningView {
    /// Its title.
    pub title: String,
    /// What sort of meeting.
    pub kind: Option<MeetingKind>,
    /// How people meet.
    pub mode: Option<MeetingMode>,
    /// When it begins.
    pub start: Option<Time>,
    /// When it ends.
    pub end: Option<Time>,
    /// Where.
    pub venue: String,
    /// In which city.
    pub city: String,
    /// The series it belongs to, and its title.
    pub series: Option<(SeriesId, String)>,
    /// The bodies with their sides, in order.
    pub bodies: Vec<(String, Side)>,
    /// The agenda: titles and planned minutes.
    pub agenda: Vec<(String, Option<i64>)>,
}

impl Query for Beginning {
    type Output = BeginningView;
    const DEPENDS_ON: Changes = Changes::of(&[Entity::Meeting, Entity::Series, Entity::AgendaItem, Entity::Party]);

    fn run(&self, reader: &Reader<'_>) -> Result<Self::Output> {
        let table = self.source.entity.code();
        let of_meeting = self.source.entity == Entity::Meeting;
        let series = if of_meeting { "series" } else { "NULL" };
        let select = format!(
            "SELECT title, kind, mode, start_time, end_time, venue, city, {series} AS series,
                 (SELECT series.title FROM series WHERE series.id = {series} AND series.deleted = 0) AS series_title
             FROM {table} WHERE id = ?1 AND deleted = 0"
        );
        let found = reader
            .sql
            .prepare_cached(&select)?
            .query_row([self.source.id], |row| {
                let title: Option<String> = row.get("series_title")?;
                Ok(BeginningView {
                    title: rows::text(row, "title")?,
                    kind: rows::choice(row, "kind", MeetingKind::from_code)?,
                    mode: rows::choice(row, "mode", MeetingMode::from_code)?,
                    start: rows::time(row, "start_time")?,
                    end: rows::time(row, "end_time")?,
                    venue: rows::text(row, "venue")?,
                    city: rows::text(row, "city")?,
                    series: row.get::<_, Option<i64>>("series")?.map(SeriesId).zip(title),
                    ..BeginningView::default()
                })
            })
            .optional()?;
        let view = found.ok_or_else(|| Error::new(ErrorKind::NotFound, format!("{:?}", self.source)))?;
        let owner = if of_meeting { "meeting" } else { "series" };
        Ok(BeginningView {
            bodies: bodies(reader.sql, owner, self.source.id)?,
            agenda: agenda(reader.sql, owner, self.source.id)?,
            ..view
        })
    }
}

fn bodies(sql: &Connection, owner: &str, id: i64) -> Result<Vec<(String, Side)>> {
    let mut statement = sql.prepare_cached(&format!(
        "SELECT organisation.name AS name, party.side AS side FROM party
             JOIN organisation ON organisation.id = party.organisation AND organisation.deleted = 0
         WHERE party.{owner} = ?1 AND party.deleted = 0 ORDER BY party.position, party.id"
    ))?;
    let found = statement.query_map([id], |row| {
        Ok((rows::text(row, "name")?, rows::choice(row, "side", Side::from_code)?.unwrap_or(Side::Invited)))
    })?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

fn agenda(sql: &Connection, owner: &str, id: i64) -> Result<Vec<(String, Option<i64>)>> {
    let mut statement = sql.prepare_cached(&format!(
        "SELECT title, planned_minutes FROM agenda_item WHERE {owner} = ?1 AND deleted = 0 ORDER BY position, id"
    ))?;
    let found = statement.query_map([id], |row| Ok((rows::text(row, "title")?, row.get("planned_minutes")?)))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}
