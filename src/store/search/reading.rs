//! The thread that reads kept files for their words, one after the other: those that were just attached, and at the start
//! those that nobody has read yet. Edits never wait for it; the writer takes what it read between them.

use super::feed;
use super::file_text::{self, READER_VERSION, Terms};
use crate::arabic::ANALYSER_VERSION;
use crate::domain::{Entity, Record};
use crate::error::Result;
use crate::store::failure::internal;
use crate::store::files::Files;
use crate::store::queue::Queue;
use crate::store::writer::Writer;
use rusqlite::{Connection, params};
use std::collections::HashSet;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// Reads the words of a file by its bytes and its name, for as long as the last argument says so.
pub type ReadText = fn(&[u8], &str, &dyn Fn() -> bool) -> Option<String>;

/// So long is one file read.
const LONGEST: Duration = Duration::from_secs(20);
/// A larger file is not read, in bytes.
const LARGEST: u64 = 64 * 1024 * 1024;

/// What the thread is told.
pub(in crate::store) enum Turn {
    /// Files may have come.
    Look,
    /// To answer once those that came before are read.
    #[cfg(test)]
    Answer(Sender<()>),
}

/// The thread.
pub(in crate::store) struct TextReading {
    turn: Sender<Turn>,
    is_stopped: Arc<AtomicBool>,
    thread: Mutex<Option<JoinHandle<()>>>,
}

/// A file that nobody has read.
struct Unread {
    hash: String,
    name: String,
}

impl TextReading {
    /// Starts it, where files are read at all.
    pub fn start(read: ReadText, files: Arc<Files>, queue: Arc<Queue>) -> Result<Self> {
        let (turn, turns) = channel();
        let is_stopped = Arc::new(AtomicBool::new(false));
        let own = Arc::clone(&is_stopped);
        let run = move || run(read, &files, &queue, &turns, &own);
        let thread = std::thread::Builder::new().name("store-texts".to_owned()).spawn(run).map_err(internal)?;
        let reading = Self { turn, is_stopped, thread: Mutex::new(Some(thread)) };
        reading.look();
        Ok(reading)
    }

    /// Files may have come.
    pub fn look(&self) {
        // Once it is stopped nobody is there to hear.
        _ = self.turn.send(Turn::Look);
    }

    /// What tells it that files came.
    pub fn bell(&self) -> Sender<Turn> {
        self.turn.clone()
    }

    /// Waits until the files that came before are read.
    #[cfg(test)]
    pub fn wait(&self) {
        let (answer, wait) = channel();
        self.look();
        _ = self.turn.send(Turn::Answer(answer));
        _ = wait.recv();
    }

    /// Ends the thread after the page it is at; it is not waited for.
    pub fn stop(&self) {
        self.is_stopped.store(true, Ordering::Relaxed);
        self.look();
        let thread = self.thread.lock().unwrap_or_else(PoisonError::into_inner).take();
        if thread.is_some_and(|thread| thread.is_finished() && thread.join().is_err()) {
            log::error!("reading files ended with a panic");
        }
    }
}

fn run(read: ReadText, files: &Files, queue: &Arc<Queue>, turns: &Receiver<Turn>, is_stopped: &AtomicBool) {
    // A file that is not there now may be there at the next start.
    let mut missing = HashSet::new();
    while let Ok(turn) = turns.recv() {
        match turn {
            Turn::Look => {}
            #[cfg(test)]
            Turn::Answer(answer) => {
                _ = answer.send(());
                continue;
            }
        }
        let Some(found) = ask(queue, unread) else { return };
        let found = found.unwrap_or_else(|error| {
            log::warn!("which files are to be read is not known: {error}");
            Vec::new()
        });
        for Unread { hash, name } in found {
            if is_stopped.load(Ordering::Relaxed) {
                return;
            }
            if missing.contains(&hash) {
                continue;
            }
            let Some(bytes) = files.bytes(&hash, LARGEST) else {
                missing.insert(hash);
                continue;
            };
            let until = Instant::now() + LONGEST;
            let goes_on = || !is_stopped.load(Ordering::Relaxed) && Instant::now() < until;
            // What others wrote may break whoever reads it: that is a file without words.
            let all = std::panic::AssertUnwindSafe(|| read(&bytes, &name, &goes_on));
            let text = std::panic::catch_unwind(all).unwrap_or_else(|_| {
                log::warn!("{name} can't be read for its words");
                None
            });
            // Half of a file that was stopped is read whole at the next start.
            if is_stopped.load(Ordering::Relaxed) {
                return;
            }
            let text = text.unwrap_or_default();
            let terms = Terms::of(&text);
            let own = hash.clone();
            match ask(queue, move |sql| keep(sql, &own, &text, &terms)) {
                Some(Ok(())) => {}
                Some(Err(error)) => {
                    log::warn!("the words of {name} are not kept: {error}");
                    missing.insert(hash);
                }
                None => return,
            }
        }
        if is_stopped.load(Ordering::Relaxed) {
            return;
        }
    }
}

/// Has the writer do something between two edits; nothing once the store is closed.
fn ask<T: Send + 'static>(
    queue: &Queue,
    work: impl FnOnce(&Connection) -> Result<T> + Send + 'static,
) -> Option<Result<T>> {
    let (answer, wait) = sync_channel(1);
    queue.push_work(Box::new(move |writer: &mut Writer| {
        _ = answer.send(work(&writer.sql));
    }));
    wait.recv().ok()
}

/// The files whose words are not known, or known by another reader or analyser, the newest first. What is no longer kept is
/// forgotten.
fn unread(sql: &Connection) -> Result<Vec<Unread>> {
    sql.prepare_cached(
        "DELETE FROM file_text WHERE NOT EXISTS (SELECT 1 FROM document WHERE document.hash = file_text.hash)",
    )?
    .execute([])?;
    let mut statement = sql.prepare_cached(
        "SELECT document.hash, coalesce(document.file_name, '') FROM document
         WHERE document.hash IS NOT NULL AND document.deleted = 0 AND NOT EXISTS (
             SELECT 1 FROM file_text WHERE file_text.hash = document.hash AND file_text.version = ?1
                 AND file_text.analyser = ?2)
         GROUP BY document.hash ORDER BY max(document.id) DESC",
    )?;
    let rows = statement.query_map(params![READER_VERSION, ANALYSER_VERSION], |row| {
        Ok(Unread { hash: row.get(0)?, name: row.get(1)? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Keeps the words of a file, and brings the index in step with the records that have it.
fn keep(sql: &Connection, hash: &str, text: &str, terms: &Terms) -> Result<()> {
    sql.execute_batch("BEGIN IMMEDIATE")?;
    let done = keep_within(sql, hash, text, terms).and_then(|()| Ok(sql.execute_batch("COMMIT")?));
    if done.is_err() && sql.execute_batch("ROLLBACK").is_err() {
        log::error!("keeping the words of a file could not be rolled back");
    }
    done
}

fn keep_within(sql: &Connection, hash: &str, text: &str, terms: &Terms) -> Result<()> {
    file_text::keep(sql, hash, text, terms)?;
    let mut documents = sql.prepare_cached("SELECT id FROM document WHERE hash = ?1")?;
    let ids: Vec<i64> = documents.query_map([hash], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    for id in ids {
        feed::index(sql, Record { entity: Entity::Document, id })?;
    }
    Ok(())
}
