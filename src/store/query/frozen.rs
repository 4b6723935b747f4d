//! What approved minutes say, as it was kept.

use super::{Query, rows};
use crate::domain::Entity;
use crate::error::Result;
use crate::store::frozen::{self, content_hash};
use crate::store::{Changes, Reader};
use rusqlite::OptionalExtension;

/// What approved minutes say, as it was kept when they were approved.
#[derive(Clone, Debug, PartialEq)]
pub struct FrozenMinutes {
    /// Its name.
    pub hash: String,
}

/// A kept content, with the minutes that it is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrozenView {
    /// All they say.
    pub text: String,
    /// The number of the minutes that it is; nothing where they were opened again since.
    pub number: Option<String>,
    /// Is it what was kept?
    pub is_sound: bool,
}

impl Query for FrozenMinutes {
    type Output = Option<FrozenView>;
    const DEPENDS_ON: Changes = Changes::of(&[Entity::Meeting, Entity::Addendum]);

    fn run(&self, reader: &Reader<'_>) -> Result<Self::Output> {
        let Some(bytes) = frozen::content(reader.sql, &self.hash)? else { return Ok(None) };
        let number = reader
            .sql
            .prepare_cached(
                "SELECT minutes_number AS number FROM meeting WHERE content_hash = ?1 AND approved_on IS NOT NULL
                 UNION ALL SELECT number FROM addendum WHERE content_hash = ?1 AND approved_on IS NOT NULL LIMIT 1",
            )?
            .query_row([&self.hash], |row| rows::text(row, "number"))
            .optional()?;
        let is_sound = content_hash(&bytes) == self.hash;
        Ok(Some(FrozenView { text: String::from_utf8_lossy(&bytes).into_owned(), number, is_sound }))
    }
}

/// A picture of approved minutes; nothing where it is not what was kept.
#[derive(Clone, Debug, PartialEq)]
pub struct FrozenPicture {
    /// Its name.
    pub hash: String,
}

impl Query for FrozenPicture {
    type Output = Option<Vec<u8>>;
    const DEPENDS_ON: Changes = Changes::NONE;

    fn run(&self, reader: &Reader<'_>) -> Result<Self::Output> {
        Ok(frozen::content(reader.sql, &self.hash)?.filter(|bytes| content_hash(bytes) == self.hash))
    }
}
