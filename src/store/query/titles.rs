//! The titles before people's names. A link's name has its title in short, and in Arabic: a paper in another language, or one
//! that writes titles out, asks here.

use super::{Query, rows};
use crate::domain::{Entity, Honorific};
use crate::error::Result;
use crate::store::{Changes, Reader};
use std::collections::HashMap;

/// Everybody's title, by their id.
#[derive(Clone, Debug, PartialEq)]
pub struct PersonTitles;

impl Query for PersonTitles {
    type Output = HashMap<i64, Honorific>;
    const DEPENDS_ON: Changes = Changes::of(&[Entity::Person]);

    fn run(&self, reader: &Reader<'_>) -> Result<Self::Output> {
        let select = "SELECT id, honorific FROM person WHERE honorific IS NOT NULL";
        let mut statement = reader.sql.prepare_cached(select)?;
        let found = statement.query_map([], |row| {
            Ok((row.get::<_, i64>("id")?, rows::choice(row, "honorific", Honorific::from_code)?))
        })?;
        let found: Vec<(i64, Option<Honorific>)> = found.collect::<rusqlite::Result<_>>()?;
        Ok(found.into_iter().filter_map(|(id, title)| Some((id, title?))).collect())
    }
}
