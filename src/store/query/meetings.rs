//! The list of meetings: the first rows of it in any order, and those of a month.
//!
//! What a row shows besides its fields is kept with the meeting (see the schema), and each order is a walk along an index:
//! the first rows cost the same however many meetings there are.

use super::words::{Parameter, Words};
use super::{Query, rows, tally};
use crate::calendar::{Date, Time};
use crate::domain::{Entity, MeetingId, MeetingKind, MeetingStatus, Value};
use crate::error::Result;
use crate::store::{Changes, Reader};
use rusqlite::types::Value as SqlValue;
use rusqlite::{Row, params_from_iter};

/// The meetings whose title, number, place or bodies hold the words.
#[derive(Clone, Debug, PartialEq)]
pub struct MeetingList {
    /// Words to find; empty lists all.
    pub containing: String,
    /// By which column, and whether the greatest comes first; none: what has no day yet, then the newest first.
    pub by: Option<(MeetingColumn, bool)>,
    /// At most so many rows.
    pub count: usize,
}

impl MeetingList {
    /// All that hold the words, the newest first.
    pub const fn all(containing: String) -> Self {
        Self { containing, by: None, count: usize::MAX }
    }
}

/// What the list can be sorted by; what is not given comes last either way, and of equals the newest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeetingColumn {
    /// Its day.
    Date,
    /// Its number.
    Number,
    /// Its title.
    Title,
    /// The name of the hosting body.
    Host,
    /// Where it is.
    Venue,
    /// Where it stands: what is not approved by its life, then what is.
    Status,
    /// How many were there.
    Attendance,
    /// How much came of it.
    Outcomes,
}

/// The first rows, and how many there are.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MeetingRows {
    /// How many there are in all.
    pub total: usize,
    /// The first of them.
    pub rows: Vec<MeetingRow>,
}

/// A row of the meetings' list.
#[derive(Clone, Debug, PartialEq)]
pub struct MeetingRow {
    /// The meeting.
    pub id: MeetingId,
    /// «تن-1448-004»
    pub number: String,
    /// Its title.
    pub title: String,
    /// What sort of meeting.
    pub kind: MeetingKind,
    /// Its day, if that is known.
    pub date: Option<Date>,
    /// When it begins.
    pub start: Option<Time>,
    /// Where.
    pub venue: String,
    /// Where it stands.
    pub status: MeetingStatus,
    /// Are the minutes approved?
    pub approved: bool,
    /// The hosting body's name.
    pub host: String,
    /// How many were there; a group counts as many as it has.
    pub attended: i64,
    /// How many are on the list.
    pub attendance: i64,
    /// Proposals and initiatives.
    pub proposals: i64,
    /// Follow-ups.
    pub follow_ups: i64,
    /// Decisions and recommendations.
    pub decisions: i64,
}

/// The meetings of some days, from the first to the last, that hold the words: in the order of their days and times.
#[derive(Clone, Debug, PartialEq)]
pub struct MeetingDays {
    /// Words to find; empty finds all.
    pub containing: String,
    /// The first day.
    pub from: Date,
    /// The last.
    pub until: Date,
}

const DEPENDS_ON: Changes =
    Changes::of(&[Entity::Meeting, Entity::Party, Entity::Attendance, Entity::Outcome, Entity::Organisation]);
const SELECT: &str = "SELECT meeting.id AS id, meeting.number, meeting.title, meeting.kind, meeting.date,
         meeting.start_time, meeting.venue, meeting.status, meeting.approved_on,
         (SELECT body.name FROM organisation AS body WHERE body.id = meeting.host) AS host,
         meeting.attended, meeting.listed, meeting.proposals, meeting.follow_ups, meeting.decisions
     FROM meeting";
const NEWEST: &str = "meeting.date DESC, meeting.start_time DESC, meeting.id DESC";
const BY_DATE: &str = " INDEXED BY meeting_by_date";
const BY_HOST: &str = " INDEXED BY meeting_by_host";
/// Up to so many rows a list is walked content by content.
const WALKED: usize = 4_000;
const APPROVED: &str = "meeting.approved_on IS NOT NULL";

impl Query for MeetingList {
    type Output = MeetingRows;
    const DEPENDS_ON: Changes = DEPENDS_ON;

    fn run(&self, reader: &Reader<'_>) -> Result<Self::Output> {
        let listing = Listing::new(reader, &self.containing)?;
        let is_whole = listing.words.is_empty();
        let rows = match self.by {
            None => {
                // Few finds need no index.
                let index = if is_whole || listing.words.is_set { BY_DATE } else { "" };
                listing.parts(index, &["meeting.date IS NULL", "meeting.date IS NOT NULL"], self.count)?
            }
            Some((column, is_descending)) if !is_whole => listing.sorted(column, is_descending, self.count)?,
            Some((MeetingColumn::Host, is_descending)) => listing.by_host(is_descending, self.count)?,
            Some((MeetingColumn::Status, is_descending)) => {
                let parts = standings(is_descending);
                let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
                listing.parts(" INDEXED BY meeting_by_standing", &parts, self.count)?
            }
            // Content by content costs more than sorting where nearly each is another.
            Some((column, is_descending)) => match column.index().filter(|_| self.count <= WALKED) {
                Some(index) => listing.by_content(column, index, is_descending, self.count)?,
                None => listing.sorted(column, is_descending, self.count)?,
            },
        };
        let total = if rows.len() < self.count {
            rows.len()
        } else if is_whole {
            tally::of(reader.sql, Entity::Meeting)?.iter().map(|one| one.count).sum()
        } else {
            listing.count()?
        };
        Ok(MeetingRows { total, rows })
    }
}

impl Query for MeetingDays {
    type Output = Vec<MeetingRow>;
    const DEPENDS_ON: Changes = DEPENDS_ON;

    fn run(&self, reader: &Reader<'_>) -> Result<Self::Output> {
        let listing = Listing::new(reader, &self.containing)?;
        let (from, until) = (self.from.iso(), self.until.iso());
        let place = listing.words.parameters.len();
        let days = format!(" AND meeting.date BETWEEN ?{} AND ?{}", place + 1, place + 2);
        let mut found =
            listing.rows("", &days, NEWEST, &[from, until].map(|day| Value::Text(day).into()), usize::MAX)?;
        found.reverse();
        Ok(found)
    }
}

impl MeetingColumn {
    /// The index of its contents; none where it has another way.
    const fn index(self) -> Option<&'static str> {
        match self {
            Self::Date => Some(BY_DATE),
            Self::Number => Some(" INDEXED BY meeting_by_number"),
            Self::Title => Some(" INDEXED BY meeting_by_title"),
            Self::Venue => Some(" INDEXED BY meeting_by_venue"),
            Self::Attendance => Some(" INDEXED BY meeting_by_attended"),
            Self::Outcomes => Some(" INDEXED BY meeting_by_results"),
            Self::Host | Self::Status => None,
        }
    }

    /// What is compared.
    const fn content(self) -> &'static str {
        match self {
            Self::Date => "meeting.date",
            Self::Number => "meeting.number",
            Self::Title => "meeting.title_order",
            Self::Host => "(SELECT body.title_order FROM organisation AS body WHERE body.id = meeting.host)",
            Self::Venue => "meeting.venue_order",
            Self::Status => "meeting.status",
            Self::Attendance => "meeting.attended",
            Self::Outcomes => "meeting.proposals + meeting.follow_ups + meeting.decisions",
        }
    }

    /// As an order of all rows.
    fn order(self, is_descending: bool) -> String {
        let way = if is_descending { " DESC" } else { "" };
        if self != Self::Status {
            return format!("{}{way} NULLS LAST, {NEWEST}", self.content());
        }
        let ranks: String = (0..).zip(MeetingStatus::ALL).fold(String::new(), |ranks, (rank, status): (usize, _)| {
            format!("{ranks} WHEN '{}' THEN {rank}", status.code())
        });
        format!("{APPROVED}{way}, CASE {}{ranks} END{way} NULLS LAST, {NEWEST}", self.content())
    }
}

/// The parts in which the meetings stand by where they stand: by approval, by status, those of no known status last.
fn standings(is_descending: bool) -> Vec<String> {
    let mut statuses: Vec<&str> = MeetingStatus::ALL.iter().map(|status| status.code()).collect();
    let mut approvals = [0, 1];
    if is_descending {
        statuses.reverse();
        approvals.reverse();
    }
    let of = |approval: i32| {
        let known = statuses.iter().map(move |code| format!("({APPROVED}) = {approval} AND meeting.status = '{code}'"));
        known.chain([format!("({APPROVED}) = {approval} AND meeting.status IS NULL")]).collect::<Vec<_>>()
    };
    approvals.into_iter().flat_map(of).collect()
}

/// What is not in the bin and holds the words.
struct Listing<'r> {
    reader: &'r Reader<'r>,
    words: Words,
}

impl<'r> Listing<'r> {
    fn new(reader: &'r Reader<'r>, containing: &str) -> Result<Self> {
        let by_party = (
            Entity::Organisation,
            "meeting.id IN (SELECT party.meeting FROM party WHERE party.deleted = 0 AND party.organisation IN ({}))",
        );
        Ok(Self { reader, words: Words::of(reader, Entity::Meeting, containing, &[by_party])? })
    }

    /// The first rows of which this holds as well, in this order, read from this index.
    fn rows(
        &self,
        index: &str,
        and: &str,
        order: &str,
        further: &[Parameter],
        count: usize,
    ) -> Result<Vec<MeetingRow>> {
        let limit = i64::try_from(count).unwrap_or(i64::MAX);
        let select =
            format!("{SELECT}{index} WHERE meeting.deleted = 0{and}{} ORDER BY {order} LIMIT {limit}", self.words.sql);
        let mut statement = self.reader.sql.prepare_cached(&select)?;
        let parameters = self.words.parameters.iter().chain(further);
        let found = statement.query_map(params_from_iter(parameters), read)?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }

    /// The first rows of parts that come one after the other, each with the newest first.
    fn parts(&self, index: &str, parts: &[&str], count: usize) -> Result<Vec<MeetingRow>> {
        let mut found = Vec::new();
        for part in parts {
            // What is wanted is cut off afterwards, so that the parts are asked for by the same few statements every time.
            found.extend(self.rows(index, &format!(" AND {part}"), NEWEST, &[], count)?);
            if found.len() >= count {
                break;
            }
        }
        found.truncate(count);
        Ok(found)
    }

    /// The first rows by a column, sorted: what is shown of them is read for those alone.
    fn sorted(&self, column: MeetingColumn, is_descending: bool, count: usize) -> Result<Vec<MeetingRow>> {
        let order = column.order(is_descending);
        let limit = i64::try_from(count).unwrap_or(i64::MAX);
        let select = format!(
            "{SELECT} WHERE meeting.id IN (
                 SELECT meeting.id FROM meeting WHERE meeting.deleted = 0{} ORDER BY {order} LIMIT {limit})
             ORDER BY {order}",
            self.words.sql
        );
        let mut statement = self.reader.sql.prepare_cached(&select)?;
        let found = statement.query_map(params_from_iter(&self.words.parameters), read)?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }

    /// Content by content of a column, each with the newest first; then those without any.
    fn by_content(
        &self,
        column: MeetingColumn,
        index: &str,
        is_descending: bool,
        count: usize,
    ) -> Result<Vec<MeetingRow>> {
        let content = column.content();
        let (next, than) = if is_descending { ("max", "<") } else { ("min", ">") };
        let first = format!("SELECT {next}({content}) FROM meeting{index} WHERE meeting.deleted = 0");
        let mut beyond = self.reader.sql.prepare_cached(&format!("{first} AND {content} {than} ?1"))?;
        let mut held: SqlValue = self.reader.sql.prepare_cached(&first)?.query_row([], |row| row.get(0))?;
        let mut found = Vec::new();
        while held != SqlValue::Null && found.len() < count {
            found.extend(self.rows(
                index,
                &format!(" AND {content} = ?1"),
                NEWEST,
                &[Parameter::from(held.clone())],
                count,
            )?);
            held = beyond.query_row([&held], |row| row.get(0))?;
        }
        if found.len() < count {
            found.extend(self.rows("", &format!(" AND {content} IS NULL"), NEWEST, &[], count - found.len())?);
        }
        found.truncate(count);
        Ok(found)
    }

    /// Host by host, in the order of their names; then those without one.
    fn by_host(&self, is_descending: bool, count: usize) -> Result<Vec<MeetingRow>> {
        let way = if is_descending { " DESC" } else { "" };
        let names = format!(
            "SELECT id FROM organisation AS body
             WHERE EXISTS (SELECT 1 FROM meeting WHERE meeting.host = body.id AND meeting.deleted = 0)
             ORDER BY body.title_order{way} NULLS LAST, body.id"
        );
        let mut statement = self.reader.sql.prepare_cached(&names)?;
        let mut hosts = statement.query([])?;
        let mut found = Vec::new();
        while let Some(host) = hosts.next()?.map(|row| row.get::<_, i64>(0)).transpose()? {
            found.extend(self.rows(BY_HOST, " AND meeting.host = ?1", NEWEST, &[Value::Number(host).into()], count)?);
            if found.len() >= count {
                found.truncate(count);
                return Ok(found);
            }
        }
        found.extend(self.rows(BY_HOST, " AND meeting.host IS NULL", NEWEST, &[], count - found.len())?);
        Ok(found)
    }

    fn count(&self) -> Result<usize> {
        let select = format!("SELECT count(*) FROM meeting WHERE meeting.deleted = 0{}", self.words.sql);
        let mut statement = self.reader.sql.prepare_cached(&select)?;
        let count: i64 = statement.query_row(params_from_iter(&self.words.parameters), |row| row.get(0))?;
        Ok(usize::try_from(count).unwrap_or(0))
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<MeetingRow> {
    Ok(MeetingRow {
        id: MeetingId(row.get("id")?),
        number: rows::text(row, "number")?,
        title: rows::text(row, "title")?,
        kind: rows::choice(row, "kind", MeetingKind::from_code)?.unwrap_or(MeetingKind::Other),
        date: rows::date(row, "date")?,
        start: rows::time(row, "start_time")?,
        venue: rows::text(row, "venue")?,
        status: rows::choice(row, "status", MeetingStatus::from_code)?.unwrap_or(MeetingStatus::Draft),
        approved: !rows::text(row, "approved_on")?.is_empty(),
        host: rows::text(row, "host")?,
        attended: rows::number(row, "attended")?,
        attendance: rows::number(row, "listed")?,
        proposals: rows::number(row, "proposals")?,
        follow_ups: rows::number(row, "follow_ups")?,
        decisions: rows::number(row, "decisions")?,
    })
}
