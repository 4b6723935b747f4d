//! The writer: one thread, one connection, one transaction an edit. What the disk refuses stays at the front of the queue,
//! in order, until it can be written.

use super::clock::{Moment, WallClock};
use super::edit::{Applied, Edit, EditSession};
use super::edits::{self, Sessions};
use super::failure::{self, internal};
use super::frozen::Composer;
use super::gone;
use super::log::Log;
use super::queue::{Next, Queue};
use super::reserve::Reserve;
use super::transaction::Transaction;
use crate::error::{Error, ErrorKind, Result};
use rusqlite::Connection;
use std::panic::AssertUnwindSafe;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread::JoinHandle;

/// A limit of pages a test sets to fill the disk of one store; 0 is none.
pub type PageLimit = Arc<AtomicU32>;

/// The writer's side of a store.
pub(super) struct Writer {
    pub(super) sql: Connection,
    pub(super) log: Log,
    sessions: Sessions,
    clock: WallClock,
    page_limit: PageLimit,
    pub(super) composer: Option<Composer>,
}

impl Writer {
    /// Takes a connection that is set up and migrated.
    pub fn new(sql: Connection, clock: WallClock, page_limit: PageLimit, composer: Option<Composer>) -> Result<Self> {
        let log = Log::load(&sql)?;
        Ok(Self { sql, log, sessions: Sessions::default(), clock, page_limit, composer })
    }

    /// Starts the thread.
    pub fn start(mut self, queue: Arc<Queue>, folder: &Path) -> Result<JoinHandle<()>> {
        let folder = folder.to_owned();
        let thread = std::thread::Builder::new().name("store-writer".to_owned());
        thread.spawn(move || self.run(&queue, &folder)).map_err(internal)
    }

    fn run(&mut self, queue: &Queue, folder: &Path) {
        let mut reserve = Reserve::new(folder);
        loop {
            match queue.next() {
                Next::Edit(edit) => self.save(&edit, queue, &mut reserve),
                Next::Work(work) => {
                    if std::panic::catch_unwind(AssertUnwindSafe(|| work(self))).is_err() {
                        log::error!("a panic in work beside the edits");
                        self.roll_back();
                    }
                }
                Next::Stop => break,
            }
        }
        if let Err(error) = self.sql.execute_batch("PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE);") {
            log::warn!("the journal stays beside the store: {error}");
        }
    }

    fn save(&mut self, edit: &Edit, queue: &Queue, reserve: &mut Reserve) {
        let mut result = self.apply(edit);
        let is_disk = |error: &Error| matches!(error.kind(), ErrorKind::DiskFull | ErrorKind::Disk);
        if result.as_ref().is_err_and(is_disk) && reserve.release() {
            result = self.apply(edit);
        }
        match result {
            Err(error) if failure::is_about_the_disk(error.kind()) => {
                log::error!("not saved: {error}");
                queue.fail(error);
            }
            result => {
                if result.is_ok() {
                    reserve.refill();
                }
                queue.finish(result);
            }
        }
    }

    /// One edit, one transaction; a fault of ours answers an error and leaves the writer alive.
    fn apply(&mut self, edit: &Edit) -> Result<Applied> {
        let result = std::panic::catch_unwind(AssertUnwindSafe(|| self.try_apply(edit)))
            .unwrap_or_else(|_| Err(internal(format!("a panic while applying {}", edit.label_key()))));
        if result.is_err() {
            self.roll_back();
        }
        result
    }

    fn try_apply(&mut self, edit: &Edit) -> Result<Applied> {
        self.limit_pages()?;
        let session = session_of(edit);
        let now = self.now();
        self.sql.execute_batch("BEGIN IMMEDIATE")?;
        let site = self.log.site;
        let (kind, label) = edits::plan(&self.sql, site, edit)?;
        let mut transaction = Transaction::new(&self.sql, self.log.clone(), now, label, kind, session);
        transaction.set_composer(self.composer.as_ref());
        let outcome = edits::apply(&mut transaction, site, kind, edit, &self.sessions)?;
        let version = outcome.record.map_or(Ok(0), |record| transaction.row(record).map(|(_, version, _)| version))?;
        let made = transaction.made();
        let along = gone::along(&self.sql, transaction.put_away())?;
        let (log, changes) = transaction.finish()?;
        self.sql.execute_batch("COMMIT")?;
        self.log = log;
        self.sessions.note(edit);
        Ok(Applied {
            record: outcome.record,
            continue_in: outcome.continue_in,
            version,
            changes,
            label_key: label.key,
            count: label.count,
            made,
            along,
        })
    }

    /// The time, for rows and log.
    pub fn now(&self) -> Moment {
        Moment { ms: (self.clock)() }
    }

    /// Ends a transaction that went wrong, if SQLite has not done so itself.
    pub fn roll_back(&self) {
        if !self.sql.is_autocommit()
            && let Err(error) = self.sql.execute_batch("ROLLBACK")
        {
            log::error!("rolling back: {error}");
        }
    }

    fn limit_pages(&self) -> Result<()> {
        let limit = self.page_limit.load(Ordering::Relaxed);
        if limit > 0 {
            self.sql.pragma_update_and_check(None, "max_page_count", limit, |_| Ok(()))?;
        }
        Ok(())
    }
}
/// The stretch of typing that an edit belongs to: that of all its parts, where they have one.
fn session_of(edit: &Edit) -> Option<EditSession> {
    #[expect(clippy::wildcard_enum_match_arm, reason = "only what is typed belongs to a stretch of typing")]
    match edit {
        Edit::Set { session, .. } => *session,
        Edit::Attach { session, .. } => Some(*session),
        Edit::Together(edits) => {
            let session = session_of(edits.first()?)?;
            edits.iter().all(|edit| session_of(edit) == Some(session)).then_some(session)
        }
        _ => None,
    }
}
