//! The keeper: one thread for what goes on beside the work. It looks a store over after an unclean close, rebuilds the
//! index, and makes the backups while there is something new to keep.

use super::backup;
use super::clock::{Moment, WallClock};
use super::connection::{self, Source};
use super::failure::internal;
use super::files;
use super::queue::Queue;
use crate::error::{Error, ErrorKind, Result};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

/// Between two backups while editing.
const BACKUP_EVERY: Duration = Duration::from_secs(30 * 60);

/// What the keeper is told.
enum Chore {
    LookOver,
    Stop,
}

/// The thread, and what it and the store's own threads copy with.
pub(super) struct Keeper {
    folder: PathBuf,
    source: Source,
    queue: Arc<Queue>,
    clock: WallClock,
    is_read_only: bool,
    chores: Sender<Chore>,
    thread: Mutex<Option<JoinHandle<()>>>,
    /// One backup at a time.
    copying: Mutex<()>,
}

impl Keeper {
    /// Starts the thread.
    pub fn start(
        folder: &Path,
        source: &Source,
        queue: &Arc<Queue>,
        clock: WallClock,
        is_read_only: bool,
    ) -> Result<Arc<Self>> {
        let (chores, told) = channel();
        let keeper = Arc::new(Self {
            folder: folder.to_owned(),
            source: source.clone(),
            queue: Arc::clone(queue),
            clock,
            is_read_only,
            chores,
            thread: Mutex::default(),
            copying: Mutex::default(),
        });
        let own = Arc::clone(&keeper);
        let thread = std::thread::Builder::new().name("store-keeper".to_owned());
        let thread = thread
            .spawn(move || {
                loop {
                    match told.recv_timeout(BACKUP_EVERY) {
                        Ok(Chore::LookOver) => own.quick_check(),
                        Ok(Chore::Stop) | Err(RecvTimeoutError::Disconnected) => return,
                        Err(RecvTimeoutError::Timeout) => {
                            if let Err(error) = own.closing_backup() {
                                log::error!("no backup: {error}");
                            }
                        }
                    }
                }
            })
            .map_err(internal)?;
        *keeper.thread.lock().unwrap_or_else(PoisonError::into_inner) = Some(thread);
        Ok(keeper)
    }

    /// Looks the whole file over, in the background.
    pub fn look_over(&self) {
        self.tell(Chore::LookOver);
    }

    /// A backup into the store's own place, if anything changed since the last one.
    pub fn closing_backup(&self) -> Result<()> {
        if self.is_read_only || !self.queue.take_changed() {
            return Ok(());
        }
        let _one_at_a_time = self.copying.lock().unwrap_or_else(PoisonError::into_inner);
        let now = Moment { ms: (self.clock)() };
        let made = backup::automatic(&self.folder, &self.source, now, || self.seal());
        match &made {
            Ok(()) => self.queue.note_backup(Some(now.seconds())),
            Err(_) => self.queue.note_change(),
        }
        made
    }

    /// A copy to any place.
    pub fn copy(&self, to: &Path) -> Result<()> {
        let _one_at_a_time = self.copying.lock().unwrap_or_else(PoisonError::into_inner);
        backup::copy(&self.source, Some(&self.folder.join(files::FOLDER)), to, || self.seal())
    }

    /// Ends the thread.
    pub fn stop(&self) {
        self.tell(Chore::Stop);
        let thread = self.thread.lock().unwrap_or_else(PoisonError::into_inner).take();
        if thread.is_some_and(|thread| thread.join().is_err()) {
            log::error!("the keeper ended with a panic");
        }
    }

    fn tell(&self, chore: Chore) {
        if self.chores.send(chore).is_err() {
            log::debug!("the keeper has ended");
        }
    }

    /// Records that are in a copy may not be rewritten any more.
    fn seal(&self) {
        if self.is_read_only {
            return;
        }
        let (sender, sealed) = std::sync::mpsc::sync_channel(1);
        self.queue.push_work(Box::new(move |writer| {
            writer.log.seal();
            if sender.send(()).is_err() {
                log::debug!("nobody waits for the seal");
            }
        }));
        if sealed.recv().is_err() {
            log::debug!("the writer has ended, nothing is rewritten");
        }
    }

    fn quick_check(&self) {
        let said = connection::reader(&self.source)
            .and_then(|sql| Ok(sql.query_row("PRAGMA quick_check(1)", [], |row| row.get::<_, String>(0))?));
        match said {
            Ok(said) if said == "ok" => log::info!("looked over after an unclean close: sound"),
            Ok(said) => self.queue.note_damage(Error::new(ErrorKind::StoreCorrupt, said)),
            Err(error) => self.queue.note_damage(error),
        }
    }
}
