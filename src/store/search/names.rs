//! Folded names, by which a typed name finds its record: «عبدالرحمن حسن» is «عبد الرحمن بن حسن». Beside them the keys of
//! what is like to be one thing: looked up while a name is typed, however many records there are.

use crate::arabic::{self, BodyName};
use crate::domain::{Entity, Record};
use crate::error::Result;
use rusqlite::{Connection, OptionalExtension, params};

pub(in crate::store) use crate::domain::guess_kind;

/// The number of how records are keyed; another one keys them all anew.
pub(in crate::store) const KEYING_VERSION: u32 = 5;

/// What a key is made from, and how sure one may be of what it finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::store) enum Key {
    /// The name. A body's is strict, for two charities of one name in two towns are two; a person's leaves titles and
    /// «بن» out.
    Name,
    /// A body's name without what names of its sort share, and a person's first and last name.
    Like,
    /// Each word of a body's name that is its own.
    Word,
    /// The phone.
    Phone,
    /// The e-mail.
    Email,
    /// The licence.
    Licence,
}

impl Key {
    /// Under which word such keys of an entity stand; `None` where it has none.
    const fn scope(self, entity: Entity) -> Option<&'static str> {
        match (entity, self) {
            (Entity::Person, Self::Name) => Some("person"),
            (Entity::Person, Self::Like) => Some("person/like"),
            (Entity::Person, Self::Phone) => Some("person/phone"),
            (Entity::Person, Self::Email) => Some("person/email"),
            (Entity::Organisation, Self::Name) => Some("organisation"),
            (Entity::Organisation, Self::Like) => Some("organisation/like"),
            (Entity::Organisation, Self::Word) => Some("organisation/word"),
            (Entity::Organisation, Self::Phone) => Some("organisation/phone"),
            (Entity::Organisation, Self::Email) => Some("organisation/email"),
            (Entity::Organisation, Self::Licence) => Some("organisation/licence"),
            _ => None,
        }
    }

    /// The key of what stands in a field; empty where it has none.
    pub(in crate::store) fn of(self, entity: Entity, text: &str) -> String {
        match self {
            Self::Name if entity == Entity::Person => arabic::name_key(text),
            Self::Name => arabic::body_key(text),
            Self::Like if entity == Entity::Person => first_and_last(&arabic::name_key(text)),
            Self::Like => BodyName::new(text).key(),
            // A name has several: they are kept one by one.
            Self::Word => String::new(),
            Self::Phone => arabic::parse_phone(text).unwrap_or_default(),
            Self::Email => text.trim().to_lowercase(),
            Self::Licence => arabic::to_ascii_digits(text.trim()).to_lowercase(),
        }
    }
}

/// «محمود حسن رتوعي» is «محمود رتوعي» where one says less of it; a name of one word has no such key.
fn first_and_last(key: &str) -> String {
    match key.split_once(' ') {
        Some((first, rest)) => format!("{first} {}", rest.rsplit(' ').next().unwrap_or(rest)),
        None => String::new(),
    }
}

/// The records under a key, the oldest first, at most so many.
pub(in crate::store) fn under(
    sql: &Connection,
    kind: Key,
    entity: Entity,
    key: &str,
    limit: usize,
) -> rusqlite::Result<Vec<i64>> {
    let Some(scope) = kind.scope(entity).filter(|_| !key.is_empty()) else { return Ok(Vec::new()) };
    let mut statement =
        sql.prepare_cached("SELECT record FROM name_key WHERE entity = ?1 AND key = ?2 ORDER BY record LIMIT ?3")?;
    statement.query_map(params![scope, key, row_limit(limit)], |row| row.get(0))?.collect()
}

/// The records that are called by any of these names, the oldest first.
pub(in crate::store) fn under_any(sql: &Connection, entity: Entity, names: &[String]) -> rusqlite::Result<Vec<i64>> {
    let mut found = std::collections::BTreeSet::new();
    for name in names {
        found.extend(under(sql, Key::Name, entity, &Key::Name.of(entity, name), OF_ONE_NAME)?);
    }
    Ok(found.into_iter().collect())
}

/// More records of one name are not told of.
const OF_ONE_NAME: usize = 8;

/// The records whose key begins so, in the order of the keys, at most so many.
pub(in crate::store) fn beginning(
    sql: &Connection,
    kind: Key,
    entity: Entity,
    key: &str,
    limit: usize,
) -> rusqlite::Result<Vec<i64>> {
    let Some(scope) = kind.scope(entity).filter(|_| !key.is_empty()) else { return Ok(Vec::new()) };
    let mut statement = sql.prepare_cached(
        "SELECT record FROM name_key WHERE entity = ?1 AND key > ?2 AND key < ?2 || ?3 ORDER BY key LIMIT ?4",
    )?;
    statement.query_map(params![scope, key, LAST_LETTER, row_limit(limit)], |row| row.get(0))?.collect()
}

/// The bodies in whose names at least two of these words stand, those with most of them first, at most so many.
pub(in crate::store) fn with_words(sql: &Connection, words: &[String], limit: usize) -> rusqlite::Result<Vec<i64>> {
    if words.len() < 2 {
        return Ok(Vec::new());
    }
    // Each word is a range of the index, and of a word that stands in every name the first ones do.
    let one = "SELECT * FROM (SELECT record FROM name_key WHERE entity = 'organisation/word' AND key = ? LIMIT 2000)";
    let all = words.iter().take(MOST_WORDS).map(|_| one).collect::<Vec<_>>().join(" UNION ALL ");
    let select = format!(
        "SELECT record FROM ({all}) GROUP BY record HAVING count(*) > 1 ORDER BY count(*) DESC, record LIMIT {limit}"
    );
    let words = rusqlite::params_from_iter(words.iter().take(MOST_WORDS));
    sql.prepare_cached(&select)?.query_map(words, |row| row.get(0))?.collect()
}

/// So many words of a name are looked for.
const MOST_WORDS: usize = 8;

/// The names under which a body is found, taken apart.
pub(in crate::store) fn of_body(sql: &Connection, body: i64) -> rusqlite::Result<Vec<BodyName>> {
    let mut statement = sql.prepare_cached(
        "SELECT name FROM organisation WHERE id = ?1 UNION ALL SELECT short_name FROM organisation WHERE id = ?1
         UNION ALL SELECT name FROM alias WHERE organisation = ?1 AND deleted = 0",
    )?;
    let names: Vec<Option<String>> = statement.query_map([body], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    Ok(names.into_iter().flatten().filter(|name| !name.is_empty()).map(|name| BodyName::new(&name)).collect())
}

/// After every letter.
const LAST_LETTER: &str = "\u{10FFFF}";

fn row_limit(limit: usize) -> i64 {
    i64::try_from(limit).unwrap_or(i64::MAX)
}

/// The records of that name, the oldest first.
pub(in crate::store) fn find(sql: &Connection, entity: Entity, name: &str) -> Result<Vec<i64>> {
    let mut statement =
        sql.prepare_cached("SELECT record FROM name_key WHERE entity = ?1 AND key = ?2 ORDER BY record")?;
    let found = statement.query_map(params![entity.code(), Key::Name.of(entity, name)], |row| row.get(0))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Brings the keys of a record in step with its row. At once, not at the end of a transaction: the same new name may be
/// typed twice in one edit.
pub(in crate::store) fn index(sql: &Connection, record: Record) -> Result<()> {
    let (names, told) = match record.entity {
        // Under other names too, those of the past among them.
        Entity::Person => (
            "SELECT name, NULL FROM person WHERE id = ?1 AND deleted = 0
             UNION ALL SELECT alias.name, NULL FROM alias JOIN person ON person.id = alias.person
             WHERE alias.person = ?1 AND alias.deleted = 0 AND person.deleted = 0",
            "SELECT phone, email, NULL FROM person WHERE id = ?1 AND deleted = 0",
        ),
        Entity::Organisation => (
            "SELECT name, short_name FROM organisation WHERE id = ?1 AND deleted = 0
             UNION ALL SELECT alias.name, NULL FROM alias JOIN organisation ON organisation.id = alias.organisation
             WHERE alias.organisation = ?1 AND alias.deleted = 0 AND organisation.deleted = 0",
            "SELECT phone, email, licence FROM organisation WHERE id = ?1 AND deleted = 0",
        ),
        Entity::Alias => return index_owner_of(sql, record),
        Entity::Entry
        | Entity::Post
        | Entity::Series
        | Entity::Meeting
        | Entity::Partnership
        | Entity::AgendaItem
        | Entity::Attendance
        | Entity::Party
        | Entity::Block
        | Entity::Outcome
        | Entity::Regulation
        | Entity::Progress
        | Entity::Link
        | Entity::Document
        | Entity::Reservation
        | Entity::Addendum
        | Entity::Setting => return Ok(()),
    };
    let entity = record.entity;
    sql.prepare_cached(
        "DELETE FROM name_key WHERE record = ?2
         AND entity IN (?1, ?1 || '/like', ?1 || '/word', ?1 || '/phone', ?1 || '/email', ?1 || '/licence')",
    )?
    .execute(params![entity.code(), record.id])?;
    let names: Vec<[Option<String>; 2]> = sql
        .prepare_cached(names)?
        .query_map([record.id], |row| Ok([row.get(0)?, row.get(1)?]))?
        .collect::<rusqlite::Result<_>>()?;
    for name in names.into_iter().flatten().flatten() {
        keep_key(sql, record, Key::Name, &name)?;
        keep_key(sql, record, Key::Like, &name)?;
        if entity == Entity::Organisation {
            for word in BodyName::new(&name).words {
                put_key(sql, record, Key::Word, &word)?;
            }
        }
    }
    let told: Option<[Option<String>; 3]> = sql
        .prepare_cached(told)?
        .query_row([record.id], |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?]))
        .optional()?;
    for (kind, text) in [Key::Phone, Key::Email, Key::Licence].into_iter().zip(told.into_iter().flatten()) {
        keep_key(sql, record, kind, text.as_deref().unwrap_or_default())?;
    }
    Ok(())
}

fn keep_key(sql: &Connection, record: Record, kind: Key, text: &str) -> Result<()> {
    put_key(sql, record, kind, &kind.of(record.entity, text))
}

fn put_key(sql: &Connection, record: Record, kind: Key, key: &str) -> Result<()> {
    if let Some(scope) = kind.scope(record.entity).filter(|_| !key.is_empty()) {
        sql.prepare_cached("INSERT OR IGNORE INTO name_key (entity, key, record) VALUES (?1, ?2, ?3)")?
            .execute(params![scope, key, record.id])?;
    }
    Ok(())
}

/// Another name was given, changed or taken away: whose it is, is indexed anew.
fn index_owner_of(sql: &Connection, alias: Record) -> Result<()> {
    let [body, person]: [Option<i64>; 2] = sql
        .prepare_cached("SELECT organisation, person FROM alias WHERE id = ?1")?
        .query_row([alias.id], |row| Ok([row.get(0)?, row.get(1)?]))
        .optional()?
        .unwrap_or_default();
    let owners = body
        .map(|id| Record { entity: Entity::Organisation, id })
        .into_iter()
        .chain(person.map(|id| Record { entity: Entity::Person, id }));
    for owner in owners {
        index(sql, owner)?;
    }
    Ok(())
}
