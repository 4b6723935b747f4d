//! How a person left the window's lists and panes.
//!
//! Apart from the settings because it is about this machine and no change a person would name: it has no step, no record in
//! the log, and travels nowhere.

use super::query::Query;
use super::queue::Work;
use super::{Changes, Reader};
use crate::error::Result;
use std::collections::BTreeMap;

/// Before the name of a view, among what else the file knows of itself.
const PREFIX: &str = "view/";

/// Writes a view down. Should the disk refuse, the view is as it was before: that is worth a line in the log and no alarm.
pub(super) fn keep(name: String, view: String) -> Work {
    Box::new(move |writer| {
        let kept = writer.sql.execute(
            "INSERT INTO meta (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2",
            [format!("{PREFIX}{name}"), view],
        );
        if let Err(error) = kept {
            log::warn!("the view {name} is not kept: {error}");
        }
    })
}

/// All views that were kept, by their names.
#[derive(Clone, Debug, PartialEq)]
pub struct Views;

impl Query for Views {
    type Output = BTreeMap<String, String>;
    /// Read once, when the window opens.
    const DEPENDS_ON: Changes = Changes::of(&[]);

    fn run(&self, reader: &Reader<'_>) -> Result<Self::Output> {
        let mut statement = reader.sql.prepare_cached("SELECT key, value FROM meta WHERE key LIKE ?1 || '%'")?;
        let found = statement.query_map([PREFIX], |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))?;
        let name = |(key, view): (String, String)| key.strip_prefix(PREFIX).map(|name| (name.to_owned(), view));
        Ok(found.collect::<rusqlite::Result<Vec<_>>>()?.into_iter().filter_map(name).collect())
    }
}
