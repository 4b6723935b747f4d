//! What is like to be kept already, while somebody types it in anew: found by the keys of names, phones, e-mails and
//! licences, each a look-up in an index, so that it costs the same among a hundred people and a hundred thousand.

use super::bin::Likeness;
use super::naming::{self, Named};
use super::{Query, rows};
use crate::arabic::{BodyName, to_ascii_digits};
use crate::domain::{Entity, Record};
use crate::error::Result;
use crate::store::search::names::{self, Key};
use crate::store::{Changes, Reader};
use rusqlite::{Connection, OptionalExtension, params};

/// People or bodies that may be what is being typed.
#[derive(Clone, Debug, PartialEq)]
pub struct LikelyTwins {
    /// People or bodies.
    pub entity: Entity,
    /// The name as far as it is typed.
    pub name: String,
    /// The other names under which a body of that name is known.
    pub also: Vec<String>,
    /// The phone, as typed.
    pub phone: String,
    /// The e-mail, as typed.
    pub email: String,
    /// The licence, as typed.
    pub licence: String,
    /// The record that is being changed is not its own twin.
    pub except: Option<i64>,
}

/// One that may be it.
#[derive(Clone, Debug, PartialEq)]
pub struct LikelyRow {
    /// Which one, how it is called and of which body or town it is.
    pub named: Named,
    /// A person's post.
    pub post: String,
    /// What they have in common.
    pub reason: Likeness,
}

/// So many are offered.
const OFFERED: usize = 4;
/// So many bodies are looked at for each way in which a name may be found.
const LOOKED_AT: usize = 60;
/// From so many letters of its key on, the beginning of a name says something.
const TELLING: usize = 4;

impl LikelyTwins {
    /// A name alone.
    pub fn of_name(entity: Entity, name: &str) -> Self {
        let (phone, email, licence) = Default::default();
        Self { entity, name: name.trim().to_owned(), also: Vec::new(), phone, email, licence, except: None }
    }

    /// Is anything typed that could find somebody?
    pub fn is_empty(&self) -> bool {
        [&self.name, &self.phone, &self.email, &self.licence].iter().all(|text| text.trim().is_empty())
    }

    fn ids(&self, sql: &Connection) -> rusqlite::Result<Vec<(i64, Likeness)>> {
        let mut found: Vec<(i64, Likeness)> = Vec::new();
        let mut add = |ids: Vec<i64>, reason| {
            for id in ids {
                if Some(id) != self.except && !found.iter().any(|(other, _)| *other == id) {
                    found.push((id, reason));
                }
            }
        };
        // One more than is offered: the record itself may be among them.
        let limit = OFFERED + 1;
        let sure = [
            (Key::Licence, &self.licence, Likeness::Licence),
            (Key::Phone, &self.phone, Likeness::Phone),
            (Key::Email, &self.email, Likeness::Email),
            (Key::Name, &self.name, Likeness::Name),
            (Key::Like, &self.name, Likeness::Name),
        ];
        for (kind, text, reason) in sure {
            // Of one name there may be a charity in each town.
            let limit = if (kind, self.entity) == (Key::Like, Entity::Organisation) { LOOKED_AT } else { limit };
            add(names::under(sql, kind, self.entity, &kind.of(self.entity, text), limit)?, reason);
        }
        add(names::under_any(sql, self.entity, &self.also)?, Likeness::Known);
        if self.entity == Entity::Person {
            let key = Key::Name.of(self.entity, &self.name);
            if key.chars().count() >= TELLING {
                add(names::beginning(sql, Key::Name, self.entity, &key, limit)?, Likeness::Name);
            }
        } else {
            let typed = BodyName::new(&self.name);
            let key = typed.key();
            if key.chars().count() >= TELLING && typed.is_telling() {
                add(names::beginning(sql, Key::Like, self.entity, &key, LOOKED_AT)?, Likeness::Name);
            }
            // The names that are the beginning of what is typed, and those whose words stand in it in another order.
            for end in (1..typed.words.len()).rev() {
                let begun = typed.words.iter().take(end).cloned().collect::<Vec<_>>().join(" ");
                add(names::under(sql, Key::Like, self.entity, &begun, LOOKED_AT)?, Likeness::Name);
            }
            add(names::with_words(sql, &typed.words, LOOKED_AT)?, Likeness::Name);
            let mut kept = Vec::with_capacity(OFFERED);
            for (id, reason) in found {
                let is_one = || -> rusqlite::Result<bool> {
                    Ok(names::of_body(sql, id)?.iter().any(|name| name.may_be(&typed)))
                };
                if kept.len() < OFFERED && (reason != Likeness::Name || is_one()?) {
                    kept.push((id, reason));
                }
            }
            found = kept;
        }
        found.truncate(OFFERED);
        Ok(found)
    }
}

impl Query for LikelyTwins {
    type Output = Vec<LikelyRow>;
    const DEPENDS_ON: Changes = Changes::of(&[Entity::Person, Entity::Organisation, Entity::Alias]);

    fn run(&self, reader: &Reader<'_>) -> Result<Self::Output> {
        let mut likely = Vec::new();
        for (id, reason) in self.ids(reader.sql)? {
            let Some(named) = naming::named(reader.sql, Record { entity: self.entity, id })? else { continue };
            let post = if self.entity == Entity::Person { post(reader.sql, id)? } else { String::new() };
            likely.push(LikelyRow { named, post, reason });
        }
        Ok(likely)
    }
}

fn post(sql: &Connection, person: i64) -> rusqlite::Result<String> {
    let found = sql
        .prepare_cached("SELECT post FROM person WHERE id = ?1")?
        .query_row([person], |row| rows::text(row, "post"))
        .optional()?;
    Ok(found.unwrap_or_default())
}

/// Whose a number is, which somebody types in anew; a record in the bin keeps its own.
#[derive(Clone, Debug, PartialEq)]
pub struct NumberOwner {
    /// Of which register.
    pub entity: Entity,
    /// As typed.
    pub number: String,
    /// The record that is being changed.
    pub except: Option<i64>,
}

impl Query for NumberOwner {
    type Output = Option<Named>;
    const DEPENDS_ON: Changes =
        Changes::of(&[Entity::Meeting, Entity::Outcome, Entity::Partnership, Entity::Regulation]);

    fn run(&self, reader: &Reader<'_>) -> Result<Self::Output> {
        if self.entity.field("number").is_none() {
            return Ok(None);
        }
        let sql = format!("SELECT id FROM {} WHERE number = ?1 AND id IS NOT ?2 LIMIT 1", self.entity.code());
        let id: Option<i64> = reader
            .sql
            .prepare_cached(&sql)?
            .query_row(params![to_ascii_digits(self.number.trim()), self.except], |row| row.get(0))
            .optional()?;
        let Some(id) = id else { return Ok(None) };
        Ok(naming::named(reader.sql, Record { entity: self.entity, id })?)
    }
}
