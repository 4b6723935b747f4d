//! What a register shows and sorts by that no field holds: how many meetings a body took part in, whether the work on a
//! record is over.
//!
//! A figure is a field to whoever asks for it, so that columns, orders and conditions need no second way. Some are an
//! expression; those that take counting are kept in columns of their own, in step by the tables' triggers (see the schema)
//! and looked over by the check.

use super::{owner, rows};
use crate::calendar::Date;
use crate::domain::{
    AttendanceStatus, Entity, Field, FieldKind, MEETING_APPROVED, MEETING_STANDING, OutcomeKind, Record, Searched,
};
use crate::error::Result;
use rusqlite::Connection;

const fn figure(name: &'static str, kind: FieldKind) -> Field {
    Field { name, kind, searched: Searched::No, kinds: &[], is_required: false, is_kept: true, suggested_by: None }
}

/// Nothing is left to do: sorts what is open before what is over.
pub const IS_CLOSED: &str = "is_closed";

/// So many days it is late: until today what is open, until its day what was done late.
pub const DAYS_LATE: &str = "days_late";
/// How many files witness it, its own and those of its updates.
pub(super) const EVIDENCE: &str = "evidence";
/// The day on which nothing was left to do any more.
pub(super) const CLOSED_ON: &str = "closed_on";

/// The series of the meeting it came out of.
pub const MEETING_SERIES: &str = "meeting_series";
/// The body that invited first to the meeting it came out of.
pub const MEETING_HOST: &str = "meeting_host";

/// A meeting has a day: sorts what has none yet before what has.
pub const HAS_DAY: &str = "has_day";
/// Where a meeting stands, as its list tells it.
pub const STANDING: &str = "standing";
/// Of a meeting, the body that invited first.
pub(super) const HOST: &str = "host";
/// How much came of a meeting.
pub const RESULTS: &str = "results";
/// What came of a meeting, each sort by itself.
pub(super) const RESULTS_OF: [&str; 3] = ["proposals", "follow_ups", "decisions"];

static STATUS: [Field; 1] = [figure(IS_CLOSED, FieldKind::Flag)];
static OUTCOME: [Field; 9] = [
    figure(IS_CLOSED, FieldKind::Flag),
    figure("minutes_number", FieldKind::Code),
    figure("met_on", FieldKind::Date),
    figure("last_action", FieldKind::Prose),
    figure("updated_on", FieldKind::Date),
    figure(DAYS_LATE, FieldKind::Number),
    figure(EVIDENCE, FieldKind::Number),
    figure(MEETING_SERIES, FieldKind::Link(Entity::Series)),
    figure(MEETING_HOST, FieldKind::Link(Entity::Organisation)),
];
static ORGANISATION: [Field; 3] = [
    figure("people", FieldKind::Number),
    figure("meetings", FieldKind::Number),
    figure("open_tasks", FieldKind::Number),
];
static MEETING: [Field; 9] = [
    figure(HAS_DAY, FieldKind::Flag),
    figure(STANDING, FieldKind::Choice(&MEETING_STANDING)),
    figure(HOST, FieldKind::Link(Entity::Organisation)),
    figure("attended", FieldKind::Number),
    figure("listed", FieldKind::Number),
    figure(RESULTS, FieldKind::Number),
    figure("proposals", FieldKind::Number),
    figure("follow_ups", FieldKind::Number),
    figure("decisions", FieldKind::Number),
];
static PERSON: [Field; 2] = [figure("meetings", FieldKind::Number), figure("open_tasks", FieldKind::Number)];

/// The figures of an entity, in the order a register offers them.
pub fn figures(entity: Entity) -> &'static [Field] {
    match entity {
        Entity::Outcome => &OUTCOME,
        Entity::Partnership | Entity::Regulation => &STATUS,
        Entity::Organisation => &ORGANISATION,
        Entity::Person => &PERSON,
        Entity::Meeting => &MEETING,
        Entity::Entry
        | Entity::Alias
        | Entity::Post
        | Entity::Series
        | Entity::Party
        | Entity::AgendaItem
        | Entity::Attendance
        | Entity::Block
        | Entity::Progress
        | Entity::Link
        | Entity::Document
        | Entity::Reservation
        | Entity::Addendum
        | Entity::Setting => &[],
    }
}

/// The declared field of that name, or the figure.
pub fn field_or_figure(entity: Entity, name: &str) -> Option<&'static Field> {
    entity.field(name).or_else(|| figures(entity).iter().find(|figure| figure.name == name))
}

/// What a field or a figure holds, as SQL on a row that is at hand. What is late is known where the day is.
pub(super) fn content(entity: Entity, field: &Field, today: Option<Date>) -> String {
    let table = entity.code();
    if field.name == IS_CLOSED && entity.field(IS_CLOSED).is_none() {
        return format!("({table}.status IN ({}))", rows::closed_codes());
    }
    if field.name == DAYS_LATE && entity == Entity::Outcome {
        let today = today.map_or_else(|| "NULL".to_owned(), |day| format!("'{}'", day.iso()));
        let until =
            format!("CASE WHEN {table}.status IN ({}) THEN {today} ELSE {table}.done_on END", rows::open_codes());
        // Days are compared as they are written; counted is only what is late.
        return format!(
            "(CASE WHEN {table}.due < {until} THEN
                 CAST(julianday({until}) - julianday({table}.due) AS INTEGER) END)"
        );
    }
    if let Some(column) = of_its_meeting(entity, field.name) {
        return format!(
            "(SELECT came.{column} FROM meeting AS came WHERE came.id = {table}.meeting AND came.deleted = 0)"
        );
    }
    if entity == Entity::Meeting {
        match field.name {
            HAS_DAY => return format!("({table}.date IS NOT NULL)"),
            // As the index of the meetings' facets has it.
            STANDING => {
                return format!(
                    "CASE WHEN {table}.approved_on IS NOT NULL THEN '{MEETING_APPROVED}' ELSE {table}.status END"
                );
            }
            RESULTS => return RESULTS_OF.map(|one| format!("{table}.{one}")).join(" + "),
            _ => {}
        }
    }
    format!("{table}.{}", field.name)
}

/// The column of its meeting in which a figure of an outcome stands.
pub(super) fn of_its_meeting(entity: Entity, name: &str) -> Option<&'static str> {
    match (entity, name) {
        (Entity::Outcome, MEETING_SERIES) => Some("series"),
        (Entity::Outcome, MEETING_HOST) => Some(HOST),
        _ => None,
    }
}

/// Is it a figure that is kept in a column of its own?
#[cfg(test)]
fn is_kept(entity: Entity, name: &str) -> bool {
    kept(entity).contains(&name)
}

/// Is it a kept figure that every row has, if only none?
pub(super) fn is_always_given(entity: Entity, name: &str) -> bool {
    entity != Entity::Outcome && name != HOST && kept(entity).contains(&name)
}

/// Beside what a figure counts, the names of what was counted, a line each: SQL on a row at hand whose key is the second
/// parameter.
pub(super) fn named(entity: Entity, figure: &str) -> Option<String> {
    let first = *Record::keys_of(Entity::Progress).start();
    (entity == Entity::Outcome && figure == EVIDENCE).then(|| {
        format!(
            "(SELECT group_concat(name, char(10)) FROM (
                 SELECT coalesce(kept.name, kept.file_name) AS name FROM document AS kept
                 WHERE kept.deleted = 0 AND kept.subject IN (
                     SELECT ?2 UNION ALL SELECT {first} + step.id FROM progress AS step
                     WHERE step.subject = ?2 AND step.deleted = 0)
                 ORDER BY kept.id))"
        )
    })
}

/// The columns of an entity in which figures are kept.
pub(in crate::store) const fn kept(entity: Entity) -> &'static [&'static str] {
    match entity {
        Entity::Organisation => &["people", "meetings", "open_tasks", TOOK_PART],
        Entity::Person => &["meetings", "open_tasks"],
        Entity::Meeting => &["host", "attended", "listed", "proposals", "follow_ups", "decisions"],
        Entity::Outcome => &["minutes_number", "met_on", "last_action", "updated_on", EVIDENCE, CLOSED_ON],
        Entity::Entry
        | Entity::Alias
        | Entity::Post
        | Entity::Series
        | Entity::Partnership
        | Entity::Party
        | Entity::AgendaItem
        | Entity::Attendance
        | Entity::Block
        | Entity::Regulation
        | Entity::Progress
        | Entity::Link
        | Entity::Document
        | Entity::Reservation
        | Entity::Addendum
        | Entity::Setting => &[],
    }
}

/// In how many meetings a body took part, as a party or by somebody who attended; those in the bin left out.
pub(super) const TOOK_PART: &str = "took_part";

/// What a kept figure has to be, counted anew for a row that is at hand.
fn counted(entity: Entity, name: &str) -> String {
    let table = entity.code();
    match (entity, name) {
        (Entity::Organisation, "people") => "(SELECT count(*) FROM person AS one
             WHERE one.organisation = organisation.id AND one.deleted = 0)"
            .to_owned(),
        (Entity::Organisation, "meetings") => "(SELECT count(DISTINCT part.meeting) FROM party AS part
             WHERE part.organisation = organisation.id AND part.deleted = 0)"
            .to_owned(),
        (Entity::Organisation, TOOK_PART) => {
            "(SELECT count(*) FROM meeting WHERE meeting.deleted = 0 AND meeting.id IN (
                 SELECT party.meeting FROM party WHERE party.organisation = organisation.id AND party.deleted = 0
                 UNION SELECT attendance.meeting FROM attendance
                     WHERE attendance.organisation = organisation.id AND attendance.deleted = 0))"
                .to_owned()
        }
        (Entity::Person, "meetings") => "(SELECT count(DISTINCT line.meeting) FROM attendance AS line
             WHERE line.person = person.id AND line.deleted = 0)"
            .to_owned(),
        (Entity::Meeting, "host") => "(SELECT part.organisation FROM party AS part
             WHERE part.meeting = meeting.id AND part.deleted = 0 AND part.side = 'host'
                 AND part.organisation IS NOT NULL
             ORDER BY part.position, part.id LIMIT 1)"
            .to_owned(),
        (Entity::Meeting, "attended" | "listed") => {
            // The rule is that of `domain::Presence`.
            let counts =
                |status: &&AttendanceStatus| if name == "listed" { status.expected() } else { status.attended() };
            let counted = AttendanceStatus::ALL.iter().filter(counts);
            let or_none = if name == "listed" { " OR line.status IS NULL" } else { "" };
            format!(
                "(SELECT coalesce(sum(CASE WHEN line.person IS NOT NULL THEN 1
                         ELSE max(coalesce(line.group_count, 0), 0) END), 0) FROM attendance AS line
                     WHERE line.meeting = meeting.id AND line.deleted = 0 AND (line.status IN ({}){or_none}))",
                rows::code_list(counted.map(|status| status.code()))
            )
        }
        (Entity::Meeting, _) => {
            let is_of = |kind: &&OutcomeKind| match name {
                "proposals" => kind.is_proposal(),
                "follow_ups" => **kind == OutcomeKind::FollowUp,
                _ => matches!(kind, OutcomeKind::Decision | OutcomeKind::Recommendation),
            };
            format!(
                "(SELECT count(*) FROM outcome AS one
                     WHERE one.meeting = meeting.id AND one.deleted = 0 AND one.kind IN ({}))",
                rows::code_list(OutcomeKind::ALL.iter().filter(is_of).map(|kind| kind.code()))
            )
        }
        (Entity::Outcome, _) => followed(name),
        (_, _) => format!(
            "(SELECT count(*) FROM outcome AS task WHERE {} AND task.deleted = 0
                 AND task.kind IN ('follow-up', 'recommendation', 'decision', 'obligation')
                 AND task.status IN ({}))",
            if entity == Entity::Organisation {
                format!("task.id IN ({})", owner::ids_of("organisation.id"))
            } else {
                format!("task.{table} = {table}.id")
            },
            rows::open_codes()
        ),
    }
}

/// What is kept of an outcome, looked up anew.
fn followed(name: &str) -> String {
    let own = *Record::keys_of(Entity::Outcome).start();
    let update = *Record::keys_of(Entity::Progress).start();
    let steps = format!("FROM progress AS step WHERE step.subject = {own} + outcome.id AND step.deleted = 0");
    match name {
        "met_on" => "(SELECT held.date FROM meeting AS held WHERE held.id = outcome.meeting)".to_owned(),
        "minutes_number" => {
            "(SELECT held.minutes_number FROM meeting AS held WHERE held.id = outcome.meeting)".to_owned()
        }
        "last_action" => format!("(SELECT step.text {steps} AND step.text <> '' ORDER BY step.id DESC LIMIT 1)"),
        "updated_on" => format!("(SELECT max(step.day) {steps})"),
        CLOSED_ON => format!(
            "CASE WHEN outcome.status IN ({}) THEN coalesce(outcome.done_on,
                 (SELECT max(step.day) {steps} AND step.to_status = outcome.status)) END",
            rows::closed_codes()
        ),
        _ => format!(
            "(SELECT nullif(count(*), 0) FROM document AS kept WHERE kept.deleted = 0 AND (
                 kept.subject = {own} + outcome.id OR kept.subject IN (SELECT {update} + step.id {steps})))"
        ),
    }
}

/// The rows whose kept figures are not what counting anew finds, for whoever looks the store over.
pub(in crate::store) fn off(sql: &Connection) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for entity in Entity::ALL {
        for name in kept(entity) {
            let table = entity.code();
            let select = format!("SELECT id FROM {table} WHERE {name} IS NOT {} ORDER BY id", counted(entity, name));
            let mut statement = sql.prepare(&select)?;
            let rows = statement.query_map([], |row| Ok(format!("{table} {} {name}", row.get::<_, i64>(0)?)))?;
            found.extend(rows.collect::<rusqlite::Result<Vec<_>>>()?);
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_figure_has_the_name_of_a_field() {
        for entity in Entity::ALL {
            for figure in figures(entity) {
                assert!(entity.field(figure.name).is_none(), "{} {}", entity.code(), figure.name);
                let is_worked_out = [IS_CLOSED, DAYS_LATE, HAS_DAY, STANDING, RESULTS, MEETING_SERIES, MEETING_HOST]
                    .contains(&figure.name);
                assert!(is_worked_out || is_kept(entity, figure.name), "{} {}", entity.code(), figure.name);
            }
        }
    }
}
