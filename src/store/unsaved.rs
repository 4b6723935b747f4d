//! What is typed in open forms and is no record yet: kept beside the records, so that it is there after a crash.
//!
//! Apart from the edits because nobody has said that it is to be: it has no step, no record in the log, and is not found.

use super::query::Query;
use super::queue::Work;
use super::{Changes, Reader};
use crate::error::Result;
use std::collections::BTreeMap;

/// Before the name of a form, among what else the file knows of itself.
const PREFIX: &str = "form/";

/// Writes down what stands in a form, or lets go of it. Should the disk refuse, the words still stand in the form: that is
/// worth a line in the log and no alarm.
pub(super) fn keep(name: String, words: Option<String>) -> Work {
    Box::new(move |writer| {
        let key = format!("{PREFIX}{name}");
        let kept = match words {
            Some(words) => writer.sql.execute(
                "INSERT INTO meta (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2",
                [key, words],
            ),
            None => writer.sql.execute("DELETE FROM meta WHERE key = ?1", [key]),
        };
        if let Err(error) = kept {
            log::warn!("what stands in the form {name} is not kept: {error}");
        }
    })
}

/// What stands in forms that were neither saved nor given up, by their names.
#[derive(Clone, Debug, PartialEq)]
pub struct UnsavedForms;

impl Query for UnsavedForms {
    type Output = BTreeMap<String, String>;
    /// Read once, when the window opens.
    const DEPENDS_ON: Changes = Changes::of(&[]);

    fn run(&self, reader: &Reader<'_>) -> Result<Self::Output> {
        let mut statement = reader.sql.prepare_cached("SELECT key, value FROM meta WHERE key LIKE ?1 || '%'")?;
        let found = statement.query_map([PREFIX], |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))?;
        let name = |(key, words): (String, String)| key.strip_prefix(PREFIX).map(|name| (name.to_owned(), words));
        Ok(found.collect::<rusqlite::Result<Vec<_>>>()?.into_iter().filter_map(name).collect())
    }
}
