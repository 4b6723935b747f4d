//! Everything of one meeting.

use super::addenda::{self, AddendumView, ReservationView};
use super::before::{self, Told};
use super::documents;
use super::goals::{self, GoalOf};
use super::item_links::{self, ItemLink};
use super::outcomes::{self, OutcomeRow};
use super::registers::{self, PersonRow};
use super::{Query, rows};
use crate::calendar::{Date, Time};
use crate::domain::{
    AgendaItemId, AgendaState, AttendanceId, AttendanceStatus, BlockId, BlockKind, Confidentiality, Entity, EntryId,
    Further, LineTimes, MeetingId, MeetingKind, MeetingMode, MeetingStatus, MinutesLayout, MinutesState,
    OrganisationId, OutcomeId, PartyId, PersonId, Presence, PresenceLine, Record, RegulationId, Role, SeriesId, Side,
};
use crate::error::{Error, ErrorKind, Result};
use crate::store::{Changes, Reader};
use rusqlite::{Connection, OptionalExtension, Row};
use std::collections::BTreeMap;

/// Everything of one meeting.
#[derive(Clone, Debug, PartialEq)]
pub struct MeetingPage {
    /// Which one.
    pub id: MeetingId,
}

/// One meeting, whole.
#[derive(Clone, Debug, PartialEq)]
pub struct MeetingView {
    /// Its own fields.
    pub meeting: Meeting,
    /// The bodies, the host first.
    pub parties: Vec<PartyView>,
    /// The agenda with its notes.
    pub agenda: Vec<AgendaView>,
    /// Who is on the list.
    pub attendance: Vec<AttendanceView>,
    /// How many of them were there.
    pub presence: Presence,
    /// What came out of it, in the order it was made.
    pub outcomes: Vec<OutcomeRow>,
    /// The goals of the Vision that it and its outcomes serve.
    pub goals: Vec<GoalOf>,
    /// The reservations on its decisions, in the order they were made.
    pub reservations: Vec<ReservationView>,
    /// What adds to its approved minutes, or corrects them, in order.
    pub addenda: Vec<AddendumView>,
    /// What changed in laws and by-laws that it is about: tied to it or to one of its items, or captured in its notes.
    pub regulations: Vec<RegulationView>,
    /// The papers that go with its minutes, by name, in the order in which they came.
    pub attachments: Vec<String>,
    /// What is still open from earlier meetings of its series, or without one with its host: oldest due first. How often it
    /// was carried counts this meeting too.
    pub earlier: Vec<OutcomeRow>,
    /// How much more is open than [`Self::earlier`] tells: of very much it tells what is due first.
    pub earlier_left: Further,
    /// What was closed since the meeting before it, and is told here and nowhere else.
    pub closed_since: Vec<OutcomeRow>,
}

/// A meeting's own fields.
#[derive(Clone, Debug, PartialEq)]
pub struct Meeting {
    /// The meeting.
    pub id: MeetingId,
    /// For the next `based_on`.
    pub version: i64,
    /// «تن-1448-004»
    pub number: String,
    /// Its title.
    pub title: String,
    /// What sort of meeting.
    pub kind: MeetingKind,
    /// What it is for.
    pub purpose: String,
    /// Its day.
    pub date: Option<Date>,
    /// When it is to begin.
    pub start: Option<Time>,
    /// When it did.
    pub began: Option<Time>,
    /// When it ends.
    pub end: Option<Time>,
    /// How people meet.
    pub mode: Option<MeetingMode>,
    /// Where.
    pub venue: String,
    /// In which city.
    pub city: String,
    /// Who leads it.
    pub chair: Option<PersonRow>,
    /// Who writes the minutes.
    pub secretary: Option<PersonRow>,
    /// The series it belongs to, and its title.
    pub series: Option<(SeriesId, String)>,
    /// Where it stands.
    pub status: MeetingStatus,
    /// Who may read it.
    pub confidentiality: Confidentiality,
    /// The day of the next one.
    pub next_date: Option<Date>,
    /// ما يستجد من أعمال
    pub other_business: String,
    /// «مح-1448-004», from the first approval on.
    pub minutes_number: String,
    /// The day the minutes were approved; empty while they are a draft.
    pub approved_on: Option<Date>,
    /// Where its minutes stand, once it was held.
    pub minutes: MinutesState,
    /// What is to be changed, while they are returned.
    pub remark: String,
    /// Names what the approved minutes say ([`super::FrozenMinutes`]); empty where nothing was kept.
    pub content_hash: String,
    /// How its minutes are laid out.
    pub layout: MinutesLayout,
    /// Unix seconds when the clock was last started, while it runs.
    pub running_since: Option<i64>,
    /// What had run before.
    pub ran_seconds: i64,
}

/// A body's part.
#[derive(Clone, Debug, PartialEq)]
pub struct PartyView {
    /// The part.
    pub id: PartyId,
    /// The body.
    pub organisation: OrganisationId,
    /// The body's name.
    pub name: String,
    /// The other names it goes by, each on a line.
    pub also: String,
    /// Host, co-host or invited.
    pub side: Side,
}

/// An agenda item with its notes.
#[derive(Clone, Debug, PartialEq)]
pub struct AgendaView {
    /// The item.
    pub id: AgendaItemId,
    /// For the next `based_on`.
    pub version: i64,
    /// Among the items.
    pub position: String,
    /// What it is about.
    pub title: String,
    /// Who presents it.
    pub presenter: Option<PersonRow>,
    /// How long it may take.
    pub planned_minutes: Option<i64>,
    /// Where it stands.
    pub state: AgendaState,
    /// What the minutes say of it in place of its notes; empty: its notes.
    pub wording: String,
    /// Unix seconds since which it is discussed, while its clock runs.
    pub running_since: Option<i64>,
    /// How long it was discussed before, in seconds.
    pub ran_seconds: i64,
    /// What it is about, in the order in which that was said.
    pub links: Vec<ItemLink>,
    /// Its notes, in order.
    pub blocks: Vec<BlockView>,
}

/// A block of notes: text, or a captured record.
#[derive(Clone, Debug, PartialEq)]
pub struct BlockView {
    /// The block.
    pub id: BlockId,
    /// For the next `based_on`.
    pub version: i64,
    /// Among the item's blocks.
    pub position: String,
    /// The text; empty when the block is a record.
    pub body: String,
    /// Index into [`MeetingView::outcomes`] by id.
    pub outcome: Option<OutcomeId>,
    /// Index into [`MeetingView::regulations`] by id.
    pub regulation: Option<RegulationId>,
    /// What is private leaves the program by no way: whoever builds something for others asks [`Self::is_private`].
    pub kind: BlockKind,
    /// Who said it, of a quote.
    pub speaker: Option<PersonRow>,
    /// May the quote be published?
    pub may_be_published: bool,
    /// When each of its lines was begun.
    pub line_times: LineTimes,
}

impl BlockView {
    /// Running notes: neither captured nor set apart.
    pub fn is_plain(&self) -> bool {
        self.outcome.is_none() && self.regulation.is_none() && self.kind == BlockKind::Discussion
    }

    /// For nobody but who wrote it.
    pub fn is_private(&self) -> bool {
        self.kind == BlockKind::Private
    }
}

/// A line of attendance.
#[derive(Clone, Debug, PartialEq)]
pub struct AttendanceView {
    /// The line.
    pub id: AttendanceId,
    /// For the next `based_on`.
    pub version: i64,
    /// Among the lines.
    pub position: String,
    /// Who, unless it is a group.
    pub person: Option<PersonRow>,
    /// Their post at the meeting, also when they hold another one since.
    pub post: String,
    /// The body they came from.
    pub organisation_id: Option<OrganisationId>,
    /// Its name.
    pub organisation: String,
    /// The group, such as «جمعيات أهلية من المنطقة».
    pub group_name: String,
    /// How many, when that is known.
    pub group_count: Option<i64>,
    /// What they do there.
    pub role: Option<Role>,
    /// Present, invited…
    pub status: AttendanceStatus,
    /// Whom they stand for.
    pub deputises: Option<PersonRow>,
    /// When they came, where that was noted.
    pub came_at: Option<Time>,
    /// When they left.
    pub left_at: Option<Time>,
    /// Did they sign?
    pub is_signed: bool,
    /// Why not.
    pub excuse: String,
}

/// A change in laws and by-laws, as a meeting speaks of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegulationView {
    /// The record.
    pub id: RegulationId,
    /// For the next `based_on`.
    pub version: i64,
    /// «نظ-1448-001»
    pub number: String,
    /// Unix seconds.
    pub created_at: i64,
    /// «قرار وزاري», as an entry of its list.
    pub instrument_id: Option<EntryId>,
    /// What it is called.
    pub title: String,
    /// «قرار وزاري».
    pub instrument: String,
    /// Its number.
    pub instrument_number: String,
    /// From when it holds.
    pub effective_on: Option<Date>,
    /// What it means for the charities.
    pub impact: String,
    /// What has to be done.
    pub required_action: String,
    /// By when.
    pub due: Option<Date>,
}

impl AttendanceView {
    /// What of it counts.
    fn presence(&self) -> PresenceLine<'_> {
        let own = self.person.as_ref().map_or("", |person| person.organisation_name.as_str());
        PresenceLine {
            status: self.status,
            heads: self.person.as_ref().map_or(self.group_count, |_| Some(1)),
            body: if self.organisation.trim().is_empty() { own } else { &self.organisation },
        }
    }
}

impl Query for MeetingPage {
    type Output = MeetingView;
    const DEPENDS_ON: Changes = Changes::of(&[
        Entity::Meeting,
        Entity::AgendaItem,
        Entity::Attendance,
        Entity::Party,
        Entity::Block,
        Entity::Outcome,
        Entity::Person,
        Entity::Organisation,
        Entity::Progress,
        Entity::Series,
        Entity::Document,
        Entity::Regulation,
        Entity::Link,
        Entity::Entry,
        Entity::Reservation,
        Entity::Addendum,
    ]);

    fn run(&self, reader: &Reader<'_>) -> Result<Self::Output> {
        let sql = reader.sql;
        let attendance = attendance(sql, self.id)?;
        let Told { open: earlier, left: earlier_left, closed: closed_since } = before::told(sql, self.id)?;
        Ok(MeetingView {
            presence: Presence::of(attendance.iter().map(AttendanceView::presence)),
            meeting: meeting(sql, self.id)?,
            parties: parties(sql, self.id)?,
            agenda: agenda(sql, self.id)?,
            attendance,
            outcomes: outcomes::of_meeting(sql, self.id)?,
            goals: goals::of_meeting(sql, self.id)?,
            reservations: addenda::reservations(sql, self.id)?,
            addenda: addenda::of_meeting(sql, self.id)?,
            regulations: regulations(sql, self.id)?,
            attachments: documents::names_of(sql, self.id.record())?,
            earlier,
            earlier_left,
            closed_since,
        })
    }
}

fn meeting(sql: &Connection, id: MeetingId) -> Result<Meeting> {
    let found = sql
        .prepare_cached(
            "SELECT id, version, number, title, kind, purpose, date, start_time, began_at, end_time, mode, venue, city, chair,
                 secretary, status, confidentiality, next_date, other_business, minutes_number, approved_on,
                 running_since, ran_seconds, series, content_hash, review, layout,
                 (SELECT series.title FROM series WHERE series.id = meeting.series AND series.deleted = 0) AS series_title
             FROM meeting WHERE id = ?1 AND deleted = 0",
        )?
        .query_row([id.0], |row| read_meeting(sql, row))
        .optional()?;
    found.ok_or_else(|| Error::new(ErrorKind::NotFound, format!("meeting {}", id.0)))
}

/// Where the minutes stand: what is approved, and what is signed, follows from the rest.
fn minutes_state(sql: &Connection, row: &Row<'_>) -> rusqlite::Result<MinutesState> {
    addenda::state(sql, row, MeetingId(row.get("id")?).record())
}

fn read_meeting(sql: &Connection, row: &Row<'_>) -> rusqlite::Result<Meeting> {
    let minutes = minutes_state(sql, row)?;
    Ok(Meeting {
        id: MeetingId(row.get("id")?),
        version: row.get("version")?,
        number: rows::text(row, "number")?,
        title: rows::text(row, "title")?,
        kind: rows::choice(row, "kind", MeetingKind::from_code)?.unwrap_or(MeetingKind::Other),
        purpose: rows::text(row, "purpose")?,
        date: rows::date(row, "date")?,
        start: rows::time(row, "start_time")?,
        began: rows::time(row, "began_at")?,
        end: rows::time(row, "end_time")?,
        mode: rows::choice(row, "mode", MeetingMode::from_code)?,
        venue: rows::text(row, "venue")?,
        city: rows::text(row, "city")?,
        chair: registers::person(sql, row.get("chair")?)?,
        secretary: registers::person(sql, row.get("secretary")?)?,
        series: row
            .get::<_, Option<String>>("series_title")?
            .zip(row.get::<_, Option<i64>>("series")?)
            .map(|(title, id)| (SeriesId(id), title)),
        status: rows::choice(row, "status", MeetingStatus::from_code)?.unwrap_or(MeetingStatus::Draft),
        confidentiality: rows::choice(row, "confidentiality", Confidentiality::from_code)?
            .unwrap_or(Confidentiality::Internal),
        next_date: rows::date(row, "next_date")?,
        other_business: rows::text(row, "other_business")?,
        minutes_number: rows::text(row, "minutes_number")?,
        approved_on: rows::date(row, "approved_on")?,
        minutes,
        remark: if minutes == MinutesState::Returned {
            addenda::remark(sql, MeetingId(row.get("id")?).record())?
        } else {
            String::new()
        },
        content_hash: rows::text(row, "content_hash")?,
        layout: MinutesLayout::read(&rows::text(row, "layout")?),
        running_since: row.get("running_since")?,
        ran_seconds: rows::number(row, "ran_seconds")?,
    })
}

fn parties(sql: &Connection, id: MeetingId) -> Result<Vec<PartyView>> {
    let mut statement = sql.prepare_cached(
        "SELECT party.id, party.organisation, organisation.name, party.side,
             (SELECT group_concat(other, char(10)) FROM (
                 SELECT organisation.short_name AS other
                 UNION ALL SELECT alias.name FROM alias
                     WHERE alias.organisation = organisation.id AND alias.deleted = 0)) AS also
         FROM party JOIN organisation ON organisation.id = party.organisation
         WHERE party.meeting = ?1 AND party.deleted = 0
         ORDER BY CASE party.side WHEN 'host' THEN 0 WHEN 'co-host' THEN 1 ELSE 2 END, party.position, party.id",
    )?;
    let found = statement.query_map([id.0], |row| {
        Ok(PartyView {
            id: PartyId(row.get("id")?),
            organisation: OrganisationId(row.get("organisation")?),
            name: rows::text(row, "name")?,
            also: rows::text(row, "also")?,
            side: rows::choice(row, "side", Side::from_code)?.unwrap_or(Side::Invited),
        })
    })?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

fn agenda(sql: &Connection, id: MeetingId) -> Result<Vec<AgendaView>> {
    let mut blocks = blocks(sql, id)?;
    let mut links = item_links::of_meeting(sql, id)?;
    let mut statement = sql.prepare_cached(
        "SELECT id, version, position, title, presenter, planned_minutes, state, wording, running_since, ran_seconds
         FROM agenda_item WHERE meeting = ?1 AND deleted = 0 ORDER BY position, id",
    )?;
    let found = statement.query_map([id.0], |row| {
        let id = AgendaItemId(row.get("id")?);
        Ok(AgendaView {
            id,
            version: row.get("version")?,
            position: rows::text(row, "position")?,
            title: rows::text(row, "title")?,
            presenter: registers::person(sql, row.get("presenter")?)?,
            planned_minutes: row.get("planned_minutes")?,
            state: rows::choice(row, "state", AgendaState::from_code)?.unwrap_or(AgendaState::Listed),
            wording: rows::text(row, "wording")?,
            running_since: row.get("running_since")?,
            ran_seconds: rows::number(row, "ran_seconds")?,
            links: links.remove(&id).unwrap_or_default(),
            blocks: blocks.remove(&id).unwrap_or_default(),
        })
    })?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Those tied to the meeting or to one of its items, from either end, in the order in which they were; and those captured
/// in its notes, also where somebody untied them.
/// What changed in laws and by-laws that a meeting is about.
pub(super) fn regulations(sql: &Connection, id: MeetingId) -> Result<Vec<RegulationView>> {
    let mut statement = sql.prepare_cached(
        "WITH about (key) AS (
             SELECT ?2 UNION ALL SELECT ?3 + id FROM agenda_item WHERE meeting = ?1 AND deleted = 0),
         tied (other, link) AS (
             SELECT target, link.id FROM link JOIN about ON link.source = about.key WHERE link.deleted = 0
             UNION ALL SELECT source, link.id FROM link JOIN about ON link.target = about.key WHERE link.deleted = 0
             UNION ALL SELECT ?4 + regulation, NULL FROM block
                 WHERE meeting = ?1 AND deleted = 0 AND regulation IS NOT NULL)
         SELECT regulation.id, regulation.version, regulation.number, regulation.created_at,
             regulation.title, regulation.instrument AS instrument_id,
             (SELECT entry.name FROM entry WHERE entry.id = regulation.instrument) AS instrument,
             regulation.instrument_number, regulation.effective_on, regulation.impact, regulation.required_action,
             regulation.due
         FROM tied JOIN regulation ON regulation.id = tied.other - ?4 AND regulation.deleted = 0
         WHERE tied.other BETWEEN ?4 AND ?5 GROUP BY regulation.id
         ORDER BY min(tied.link) NULLS LAST, regulation.id",
    )?;
    let first_item = *Record::keys_of(Entity::AgendaItem).start();
    let (first, last) = Record::keys_of(Entity::Regulation).into_inner();
    let found = statement.query_map([id.0, id.record().key(), first_item, first, last], |row| {
        Ok(RegulationView {
            id: RegulationId(row.get("id")?),
            version: row.get("version")?,
            number: rows::text(row, "number")?,
            created_at: row.get("created_at")?,
            instrument_id: row.get::<_, Option<i64>>("instrument_id")?.map(EntryId),
            title: rows::text(row, "title")?,
            instrument: rows::text(row, "instrument")?,
            instrument_number: rows::text(row, "instrument_number")?,
            effective_on: rows::date(row, "effective_on")?,
            impact: rows::text(row, "impact")?,
            required_action: rows::text(row, "required_action")?,
            due: rows::date(row, "due")?,
        })
    })?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

fn blocks(sql: &Connection, id: MeetingId) -> Result<BTreeMap<AgendaItemId, Vec<BlockView>>> {
    let mut statement = sql.prepare_cached(
        "SELECT id, version, agenda_item, position, body, outcome, regulation, kind, speaker, may_be_published,
             line_times
         FROM block WHERE meeting = ?1 AND deleted = 0 AND agenda_item IS NOT NULL ORDER BY position, id",
    )?;
    let found = statement.query_map([id.0], |row| {
        let block = BlockView {
            id: BlockId(row.get("id")?),
            version: row.get("version")?,
            position: rows::text(row, "position")?,
            body: rows::text(row, "body")?,
            outcome: row.get::<_, Option<i64>>("outcome")?.map(OutcomeId),
            regulation: row.get::<_, Option<i64>>("regulation")?.map(RegulationId),
            kind: rows::choice(row, "kind", BlockKind::from_code)?.unwrap_or(BlockKind::Discussion),
            speaker: registers::person(sql, row.get("speaker")?)?,
            may_be_published: rows::number(row, "may_be_published")? != 0,
            line_times: LineTimes::read(&rows::text(row, "line_times")?),
        };
        Ok((AgendaItemId(row.get("agenda_item")?), block))
    })?;
    let mut blocks: BTreeMap<AgendaItemId, Vec<BlockView>> = BTreeMap::new();
    for block in found {
        let (item, block) = block?;
        blocks.entry(item).or_default().push(block);
    }
    Ok(blocks)
}

fn attendance(sql: &Connection, id: MeetingId) -> Result<Vec<AttendanceView>> {
    let mut statement = sql.prepare_cached(
        "SELECT attendance.id, attendance.version, position, person, attendance.post, organisation.id AS body,
             organisation.name AS organisation, group_name, group_count, role, status, deputises,
             came_at, left_at,
             EXISTS (SELECT 1 FROM progress WHERE progress.subject = ?2 + attendance.id AND progress.deleted = 0
                 AND progress.to_status = 'signed') AS is_signed, excuse
         FROM attendance LEFT JOIN organisation ON organisation.id = attendance.organisation
         WHERE attendance.meeting = ?1 AND attendance.deleted = 0 ORDER BY position, attendance.id",
    )?;
    let first_key = *Record::keys_of(Entity::Attendance).start();
    let found = statement.query_map([id.0, first_key], |row| {
        let person = row.get::<_, Option<i64>>("person")?.map(PersonId);
        let person = registers::person(sql, person.map(|person| person.0))?;
        // A list of long ago that noted no post shows the present one.
        let own_post = rows::text(row, "post")?;
        let known = person.as_ref().map(|person| person.post.clone()).unwrap_or_default();
        Ok(AttendanceView {
            id: AttendanceId(row.get("id")?),
            version: row.get("version")?,
            position: rows::text(row, "position")?,
            person,
            post: if own_post.is_empty() { known } else { own_post },
            organisation_id: row.get::<_, Option<i64>>("body")?.map(OrganisationId),
            organisation: rows::text(row, "organisation")?,
            group_name: rows::text(row, "group_name")?,
            group_count: row.get("group_count")?,
            status: rows::choice(row, "status", AttendanceStatus::from_code)?.unwrap_or(AttendanceStatus::Invited),
            role: rows::choice(row, "role", Role::from_code)?,
            deputises: registers::person(sql, row.get("deputises")?)?,
            came_at: rows::time(row, "came_at")?,
            left_at: rows::time(row, "left_at")?,
            is_signed: row.get("is_signed")?,
            excuse: rows::text(row, "excuse")?,
        })
    })?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}
