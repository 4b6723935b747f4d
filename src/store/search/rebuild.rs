//! Rebuilding the index after the analyser or the order of titles has changed: in the background, in parts, between the edits.

use super::{feed, names, order};
use crate::arabic::ANALYSER_VERSION;
use crate::domain::{Entity, Record};
use crate::error::{Error, Result};
use crate::store::queue::Queue;
use crate::store::writer::Writer;
use rusqlite::Connection;
use std::sync::Arc;

/// Rows a part: a few milliseconds, so that no edit waits long.
const PART: i64 = 300;
const KEY: &str = "analyser_version";

/// What the index, the keys of names and the order of titles are made by.
fn version() -> String {
    format!("{ANALYSER_VERSION}.{}.{}", names::KEYING_VERSION, order::VERSION)
}

/// Was the index fed by another analyser than this program's?
pub(in crate::store) fn is_needed(sql: &Connection) -> Result<bool> {
    let current =
        sql.prepare_cached("SELECT 1 FROM meta WHERE key = ?1 AND value = ?2")?.exists([KEY, version().as_str()])?;
    Ok(!current)
}

/// Notes that the index is this analyser's.
pub(in crate::store) fn note_current(sql: &Connection) -> Result<()> {
    sql.execute(
        "INSERT INTO meta (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2",
        [KEY, version().as_str()],
    )?;
    Ok(())
}

/// Where a rebuild stands: the entity by its place in [`Entity::ALL`], and the last row of it that is done.
#[derive(Clone, Copy, Debug)]
struct Place {
    entity: usize,
    after: i64,
}

/// Starts a rebuild on the writer. Ended too early, it starts over at the next opening.
pub(in crate::store) fn start(queue: &Arc<Queue>) {
    let own = Arc::clone(queue);
    queue.note_indexing(true);
    queue.push_work(Box::new(move |writer| {
        log::info!("rebuilding the search index");
        match in_transaction(writer, clear) {
            Ok(()) => go_on(&own, Place { entity: 0, after: 0 }),
            Err(error) => give_up(&own, &error),
        }
    }));
}

fn go_on(queue: &Arc<Queue>, place: Place) {
    let own = Arc::clone(queue);
    queue.push_work(Box::new(move |writer| {
        if own.is_stopped() {
            return;
        }
        match in_transaction(writer, |sql| part(sql, place)) {
            Ok(Some(next)) => go_on(&own, next),
            Ok(None) => {
                log::info!("the search index is rebuilt");
                own.note_indexing(false);
            }
            Err(error) => give_up(&own, &error),
        }
    }));
}

/// Whoever waits for it waits no longer; the next opening begins anew.
fn give_up(queue: &Queue, error: &Error) {
    log::error!("the search index can't be rebuilt: {error}");
    queue.note_indexing(false);
}

fn in_transaction<T>(writer: &Writer, work: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
    writer.sql.execute_batch("BEGIN IMMEDIATE")?;
    let done = work(&writer.sql).and_then(|done| {
        writer.sql.execute_batch("COMMIT")?;
        Ok(done)
    });
    if done.is_err() {
        writer.roll_back();
    }
    done
}

fn clear(sql: &Connection) -> Result<()> {
    sql.execute_batch("INSERT INTO search (search) VALUES ('delete-all'); DELETE FROM name_key;")?;
    sql.execute("DELETE FROM meta WHERE key = ?1", [KEY])?;
    Ok(())
}

/// Feeds the next rows; `None` after the last.
fn part(sql: &Connection, place: Place) -> Result<Option<Place>> {
    let Some(entity) = Entity::ALL.get(place.entity).copied() else {
        note_current(sql)?;
        return Ok(None);
    };
    let next_entity = Place { entity: place.entity + 1, after: 0 };
    if !feed::is_searched(entity) {
        return Ok(Some(next_entity));
    }
    let select = format!("SELECT id FROM {} WHERE id > ?1 ORDER BY id LIMIT ?2", entity.code());
    let ids: Vec<i64> = sql
        .prepare_cached(&select)?
        .query_map([place.after, PART], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    for id in &ids {
        let record = Record { entity, id: *id };
        feed::index(sql, record)?;
        names::index(sql, record)?;
    }
    Ok(Some(ids.last().map_or(next_entity, |last| Place { after: *last, ..place })))
}
