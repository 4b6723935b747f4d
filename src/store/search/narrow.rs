//! What a search is narrowed to, as a condition on a row: asked beside the index while it is walked from the newest back, so
//! that the newest of what is left are found, and not what is left of the newest.

use super::words;
use crate::arabic;
use crate::calendar::Date;
use crate::domain::{Entity, Record, SearchFilter, SearchKind};
use crate::error::Result;
use rusqlite::{Connection, params};

/// So many bodies may be meant by the words of one name, and so many units stand below them.
const MOST_BODIES: usize = 500;
const MOST_UNITS: usize = 2_000;
/// Up to so many meetings of a body are named one by one, so that what is of them is found by its meeting.
const FEW_MEETINGS: usize = 1_000;

/// A filter, with its bodies looked up.
pub(in crate::store) struct Narrowed {
    kinds: Vec<SearchKind>,
    before: Option<Date>,
    after: Option<Date>,
    bodies: Vec<Bodies>,
}

/// The bodies that a name means, with the units below them, as lists in SQL.
struct Bodies {
    ids: String,
    /// Their meetings, where these are few.
    meetings: Option<String>,
}

impl Narrowed {
    /// Looks up whom a filter names.
    pub fn new(sql: &Connection, filter: &SearchFilter) -> Result<Self> {
        let bodies = filter.bodies.iter().map(|name| Bodies::named(sql, name)).collect::<Result<_>>()?;
        Ok(Self { kinds: filter.kinds.clone(), before: filter.before, after: filter.after, bodies })
    }

    /// Is any sort of record asked for by name?
    pub fn names_kinds(&self) -> bool {
        !self.kinds.is_empty()
    }

    /// What holds of the rows of an entity that are left, with the row as `row`: `None` where none is left, nothing to hold
    /// where all are.
    pub fn condition(&self, entity: Entity) -> Option<String> {
        let mut conditions = Vec::new();
        if self.names_kinds() {
            let outcomes: Vec<String> = self
                .kinds
                .iter()
                .filter_map(|kind| match kind {
                    SearchKind::Outcome(kind) => Some(format!("'{}'", kind.code())),
                    SearchKind::Of(_) => None,
                })
                .collect();
            // Another name of a body is of the body.
            let is_of = |kind: &SearchKind| match (kind, entity) {
                (SearchKind::Of(Entity::Organisation), Entity::Alias) => true,
                (SearchKind::Of(asked), _) => *asked == entity,
                (SearchKind::Outcome(_), _) => false,
            };
            if !self.kinds.iter().any(is_of) {
                if entity != Entity::Outcome || outcomes.is_empty() {
                    return None;
                }
                conditions.push(format!("row.kind IN ({})", outcomes.join(", ")));
            }
            if entity == Entity::Alias {
                conditions.push("row.organisation IS NOT NULL".to_owned());
            }
        }
        if self.before.is_some() || self.after.is_some() {
            let day = day_of(entity)?;
            // Days are stored so that they compare as text.
            conditions.extend(self.before.map(|before| format!("{day} < '{}'", before.iso())));
            conditions.extend(self.after.map(|after| format!("{day} > '{}'", after.iso())));
        }
        for bodies in &self.bodies {
            // Nobody is called so: what would hold of no row need not be asked of each.
            if bodies.ids.is_empty() {
                return None;
            }
            conditions.push(format!("({})", bodies.touch(entity, "row.id")?));
        }
        Some(conditions.join(" AND "))
    }
}

/// The day by which a row is narrowed: as it is shown of a find, and where it has none, the one on which it was written down.
fn day_of(entity: Entity) -> Option<&'static str> {
    Some(match entity {
        Entity::Meeting => "row.date",
        Entity::Outcome => "coalesce(row.met_on, date(row.created_at, 'unixepoch', '+3 hours'))",
        Entity::Block | Entity::AgendaItem | Entity::Attendance => {
            "(SELECT meeting.date FROM meeting WHERE meeting.id = row.meeting)"
        }
        Entity::Addendum => {
            "coalesce(row.approved_on, (SELECT meeting.date FROM meeting WHERE meeting.id = row.meeting))"
        }
        Entity::Reservation => "(SELECT outcome.met_on FROM outcome WHERE outcome.id = row.outcome)",
        Entity::Partnership => "row.starts_on",
        Entity::Regulation => "row.issued_on",
        Entity::Document => "coalesce(row.day, date(row.created_at, 'unixepoch', '+3 hours'))",
        Entity::Entry
        | Entity::Organisation
        | Entity::Alias
        | Entity::Person
        | Entity::Post
        | Entity::Series
        | Entity::Party
        | Entity::Progress
        | Entity::Link
        | Entity::Setting => return None,
    })
}

impl Bodies {
    /// Those with the words in one of their names, and all units below them.
    fn named(sql: &Connection, name: &str) -> Result<Self> {
        let asked = arabic::query(name);
        let mut ids = Vec::new();
        if !asked.is_empty() {
            let expression = words::all_of(sql, &asked)?;
            let is_meant = |name: &str| arabic::matches(&asked, &arabic::analyse(name)).is_some();
            for (entity, select) in [
                (
                    Entity::Organisation,
                    "SELECT id, coalesce(name, '') || char(10) || coalesce(short_name, '') || char(10)
                         || coalesce(name_en, '') FROM organisation WHERE id = ?1",
                ),
                (Entity::Alias, "SELECT organisation, name FROM alias WHERE id = ?1 AND organisation IS NOT NULL"),
            ] {
                let rows = Record::keys_of(entity);
                let mut found = sql.prepare_cached(
                    "SELECT rowid FROM search WHERE search MATCH ?1 AND rowid BETWEEN ?2 AND ?3
                     ORDER BY rowid DESC LIMIT ?4",
                )?;
                let most = i64::try_from(MOST_BODIES).unwrap_or(i64::MAX);
                let keys: Vec<i64> = found
                    .query_map(params![expression, rows.start(), rows.end(), most], |row| row.get(0))?
                    .collect::<rusqlite::Result<_>>()?;
                let mut names = sql.prepare_cached(select)?;
                for record in keys.into_iter().filter_map(Record::from_key) {
                    let mut named = names.query([record.id])?;
                    while let Some(row) = named.next()? {
                        let names: String = row.get(1)?;
                        if names.lines().any(is_meant) {
                            ids.push(row.get::<_, i64>(0)?);
                        }
                    }
                }
            }
        }
        Self::of(sql, &ids)
    }

    fn of(sql: &Connection, ids: &[i64]) -> Result<Self> {
        let bodies = list(ids);
        let with_units = format!(
            "WITH RECURSIVE below (id) AS (
                 SELECT id FROM organisation WHERE id IN ({bodies}) AND deleted = 0
                 UNION SELECT unit.id FROM organisation AS unit JOIN below ON unit.parent = below.id WHERE unit.deleted = 0)
             SELECT id FROM below LIMIT {MOST_UNITS}"
        );
        let ids = list(&column(sql, &with_units)?);
        let meetings = format!(
            "SELECT meeting FROM party WHERE organisation IN ({ids}) AND deleted = 0 AND meeting IS NOT NULL
             UNION SELECT meeting FROM attendance WHERE organisation IN ({ids}) AND deleted = 0 AND meeting IS NOT NULL
             LIMIT {}",
            FEW_MEETINGS + 1
        );
        // Of a host of everything not even so many are gathered: a union would walk all of them first.
        let counted = format!(
            "SELECT id FROM (SELECT id FROM party WHERE organisation IN ({ids}) AND deleted = 0 LIMIT {0}) LIMIT {0}",
            FEW_MEETINGS + 1
        );
        let are_few = column(sql, &counted)?.len() <= FEW_MEETINGS;
        let found = if are_few { Some(column(sql, &meetings)?) } else { None };
        let meetings = found.filter(|found| found.len() <= FEW_MEETINGS).map(|found| list(&found));
        Ok(Self { ids, meetings })
    }

    /// Is it one of their meetings? The sign before a body's column, here and of partnerships, keeps the index of bodies out
    /// of it: of each meeting it would ask for every one of them.
    fn meets(&self, meeting: &str) -> String {
        let ids = &self.ids;
        self.meetings.as_ref().map_or_else(
            || {
                format!(
                    "EXISTS (SELECT 1 FROM party WHERE party.meeting = {meeting} AND party.deleted = 0
                         AND +party.organisation IN ({ids}))
                     OR EXISTS (SELECT 1 FROM attendance WHERE attendance.meeting = {meeting} AND attendance.deleted = 0
                         AND +attendance.organisation IN ({ids}))"
                )
            },
            |meetings| format!("{meeting} IN ({meetings})"),
        )
    }

    /// Is it one of their people?
    fn employs(&self, person: &str) -> String {
        let ids = &self.ids;
        format!(
            "EXISTS (SELECT 1 FROM person WHERE person.id = {person} AND person.organisation IN ({ids}))
             OR EXISTS (SELECT 1 FROM post WHERE post.person = {person} AND post.deleted = 0
                 AND post.organisation IN ({ids}))"
        )
    }

    /// Is something tied to one of them by its meaning?
    fn is_tied(&self, entity: Entity, id: &str) -> String {
        let first = *Record::keys_of(Entity::Organisation).start();
        format!(
            "EXISTS (SELECT 1 FROM link WHERE link.source = {} + {id} AND link.deleted = 0
                 AND link.target - {first} IN ({}))",
            Record::keys_of(entity).start(),
            self.ids
        )
    }

    /// What holds of a row of theirs, by its id: nothing of an entity that is of no body.
    fn touch(&self, entity: Entity, id: &str) -> Option<String> {
        let ids = &self.ids;
        let table = entity.code();
        // Of the row at hand, a column; of another one, a look at it.
        let column = |name: &str| {
            if id == "row.id" {
                format!("row.{name}")
            } else {
                format!("(SELECT {table}.{name} FROM {table} WHERE {table}.id = {id})")
            }
        };
        Some(match entity {
            Entity::Organisation => format!("{id} IN ({ids})"),
            Entity::Alias => format!("{} IN ({ids}) OR {}", column("organisation"), self.employs(&column("person"))),
            Entity::Person => self.employs(id),
            Entity::Meeting => self.meets(id),
            Entity::AgendaItem | Entity::Block | Entity::Attendance | Entity::Addendum => {
                self.meets(&column("meeting"))
            }
            Entity::Outcome => format!(
                "{} IN ({ids}) OR {} IN ({ids}) OR {} IN ({ids}) OR {}",
                column("organisation"),
                column("support"),
                column("escalated_to"),
                self.is_tied(Entity::Outcome, id)
            ),
            Entity::Reservation => {
                format!("{} OR {}", self.touch(Entity::Outcome, &column("outcome"))?, self.employs(&column("person")))
            }
            Entity::Partnership => format!(
                "EXISTS (SELECT 1 FROM party WHERE party.partnership = {id} AND party.deleted = 0
                     AND +party.organisation IN ({ids}))"
            ),
            Entity::Regulation => format!("{} IN ({ids})", column("organisation")),
            Entity::Series => format!("{} IN ({ids})", column("organisation")),
            Entity::Document => {
                let subject = column("subject");
                let of = |entity: Entity| {
                    let keys = Record::keys_of(entity);
                    let touched = self.touch(entity, &format!("({subject} - {})", keys.start()))?;
                    Some(format!("({subject} BETWEEN {} AND {} AND ({touched}))", keys.start(), keys.end()))
                };
                let subjects = [
                    Entity::Organisation,
                    Entity::Person,
                    Entity::Meeting,
                    Entity::Outcome,
                    Entity::Partnership,
                    Entity::Regulation,
                    Entity::AgendaItem,
                    Entity::Series,
                ];
                subjects.into_iter().filter_map(of).collect::<Vec<_>>().join(" OR ")
            }
            Entity::Link => {
                let first = Record::keys_of(Entity::Organisation);
                format!(
                    "{0} - {2} IN ({ids}) OR {1} - {2} IN ({ids})",
                    column("source"),
                    column("target"),
                    first.start()
                )
            }
            Entity::Entry | Entity::Post | Entity::Party | Entity::Progress | Entity::Setting => return None,
        })
    }
}

fn column(sql: &Connection, select: &str) -> Result<Vec<i64>> {
    Ok(sql.prepare(select)?.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}

fn list(ids: &[i64]) -> String {
    ids.iter().map(i64::to_string).collect::<Vec<_>>().join(", ")
}
