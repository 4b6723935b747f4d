//! The only code that knows SQL: one file an organisation, one writer thread, readers that only read.
//!
//! A screen sends an [`Edit`] and goes on; the [`Reply`] says what changed. It asks a [`Query`] through [`Live`], which
//! keeps the old rows while new ones load. Nothing here waits for a window, and no window waits for anything here.
//!
//! | to see | look into |
//! |---|---|
//! | how an edit becomes rows, records and index | `writer`, `transaction`, `edits/` |
//! | the audit trail, undo, what travels between machines | `log`, `clock`, `edits/undo` |
//! | what is asked | `query/`, `readers`, `live` |
//! | words anywhere | `search/` |
//! | files kept with records | `attach`, `files/` |
//! | what approved minutes say | `frozen` |
//! | opening, damage, backups | `open`, `upgrade`, `folder`, `check`, `backup`, `retention`, `keeper` |

mod attach;
mod backup;
mod changes;
mod check;
mod clock;
mod columns;
mod connection;
mod draft;
mod edit;
mod edit_labels;
mod edits;
mod failure;
mod files;
mod folder;
mod frozen;
mod gone;
mod invitees;
mod keeper;
mod lists;
mod live;
mod log;
mod migrate;
mod numbers;
mod open;
mod parts;
mod place;
pub mod position;
pub mod query;
mod queue;
mod readers;
mod rescue;
mod reserve;
pub mod restore;
mod retention;
pub mod sample;
mod search;
mod sought;
mod transaction;
mod unsaved;
pub mod upgrade;
mod value;
mod views;
mod watch;
mod writer;

#[cfg(test)]
mod tests;

pub use changes::Changes;
pub use check::{CheckReport, Finding};
pub use clock::WallClock;
pub use draft::{Draft, Save};
pub use edit::{Applied, Attendee, Edit, EditSession, NewName, Reply, Ticket};
pub use edits::{AddendumStep, TakenBody, TakenIn, TakenOutcome, TakenPerson};
pub use files::{AttachId, AttachState, Attaching, FileState, LARGEST_FILE_BYTES, RoomLimit};
pub use frozen::{Compose, Content, content_hash};
pub use gone::Along;
pub use live::Live;
pub use open::Notice;
pub use query::Query;
pub use queue::Saved;
pub use readers::Reader;
pub use search::reading::ReadText;
pub use unsaved::UnsavedForms;
pub use views::Views;
pub use watch::ImportWatch;
pub use writer::PageLimit;

use crate::error::{Error, ErrorKind, Result};
use files::{Attacher, Files};
use folder::{Copied, Lock};
use frozen::Composer;
use keeper::Keeper;
use open::Opened;
use queue::Queue;
use readers::{Asking, Readers, run_query};
use search::reading::TextReading;
use search::rebuild;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicU64;
use std::sync::mpsc::sync_channel;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use writer::Writer;

/// How many questions of screens are answered at once.
const SCREEN_READERS: usize = 2;

/// An open store: its writer, its readers, its folder. Cheap to clone; the last clone's end closes it.
#[derive(Clone)]
pub struct Store {
    inner: Arc<Inner>,
}

/// Called from a worker when a reply waits, so that the window draws once.
pub type Waker = Arc<dyn Fn() + Send + Sync>;

/// How a store is opened; the program uses the defaults.
#[derive(Clone)]
pub struct Options {
    /// What time it is; tests choose it.
    pub clock: WallClock,
    /// A limit of pages, by which tests fill the disk of one store.
    pub page_limit: PageLimit,
    /// How much room a test says there is for files.
    pub room: RoomLimit,
    /// How minutes are laid out when they are approved. Without it they are approved and nothing of them is kept.
    pub compose: Option<Compose>,
    /// How the words in kept files are read, so that they are found. Without it they are not.
    pub read_text: Option<ReadText>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            clock: clock::system(),
            page_limit: PageLimit::default(),
            room: Arc::new(AtomicU64::new(u64::MAX)),
            compose: None,
            read_text: None,
        }
    }
}

/// What the clones share.
struct Inner {
    folder: PathBuf,
    /// The file that is read.
    database: PathBuf,
    notices: Vec<Notice>,
    /// Why nothing may be written.
    read_only: Option<ErrorKind>,
    queue: Arc<Queue>,
    screen_readers: Readers,
    other_readers: Readers,
    keeper: Arc<Keeper>,
    files: Arc<Files>,
    attacher: Attacher,
    texts: Option<TextReading>,
    writer: Mutex<Option<JoinHandle<()>>>,
    waker: Waker,
    clock: WallClock,
    /// These let go of the folder when they are dropped, after everything above ended.
    lock: Mutex<Option<Lock>>,
    copied: Mutex<Option<Copied>>,
}

impl Store {
    /// Opens the store in a folder, or makes it. Takes the single-instance lock.
    ///
    /// # Errors
    /// In use, foreign, corrupt, empty, unwritable: see [`crate::error::ErrorKind`].
    pub fn open(folder: &Path, waker: Waker) -> Result<Self> {
        Self::open_with(folder, waker, Options::default())
    }

    /// Opens a store with other than the usual clock or room.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub fn open_with(folder: &Path, waker: Waker, options: Options) -> Result<Self> {
        Self::start(folder, open::open(folder)?, waker, options)
    }

    /// Opens a store to read: as [`Self::open_with`], and where another program has it, beside that one. What is only read is
    /// in nobody's way.
    ///
    /// # Errors
    /// As [`Self::open`]; in use only while the other program upgrades the store, or is of another version.
    pub fn open_to_read(folder: &Path, waker: Waker, options: Options) -> Result<Self> {
        let opened = match open::open(folder) {
            Err(error) if *error.kind() == ErrorKind::StoreInUse => open::open_beside(folder)?,
            opened => opened?,
        };
        Self::start(folder, opened, waker, options)
    }

    fn start(folder: &Path, opened: Opened, waker: Waker, options: Options) -> Result<Self> {
        let queue = Arc::new(Queue::new(Arc::clone(&waker)));
        queue.note_backup(backup::newest(folder));
        let is_newer = opened.notices.contains(&Notice::NewerReadOnly);
        let read_only =
            opened.writer.is_none().then_some(if is_newer { ErrorKind::StoreNewer } else { ErrorKind::StoreReadOnly });
        let was_unclean = opened.lock.as_ref().is_some_and(|lock| lock.was_unclean);
        if let Some(sql) = &opened.writer
            && rebuild::is_needed(sql)?
        {
            rebuild::start(&queue);
        }
        let files = Arc::new(Files::new(folder, Arc::clone(&options.room)));
        let composer =
            options.compose.map(|compose| Composer { compose, files: Arc::clone(&files), folder: folder.to_owned() });
        let writer = opened
            .writer
            .map(|sql| Writer::new(sql, Arc::clone(&options.clock), options.page_limit, composer))
            .transpose()?
            .map(|mut writer| {
                lists::seed(&mut writer);
                writer
            })
            .map(|writer| writer.start(Arc::clone(&queue), folder))
            .transpose()?;
        let (own_files, own_queue) = (Arc::clone(&files), Arc::clone(&queue));
        let texts = options
            .read_text
            .filter(|_| read_only.is_none())
            .map(|read| TextReading::start(read, Arc::clone(&files), Arc::clone(&queue)))
            .transpose()?;
        let bell = texts.as_ref().map(TextReading::bell);
        let attacher = Attacher::start(own_files, own_queue, Arc::clone(&waker), bell, read_only.is_some())?;
        let keeper = Keeper::start(folder, &opened.source, &queue, Arc::clone(&options.clock), read_only.is_some())?;
        if was_unclean {
            keeper.look_over();
        }
        Ok(Self {
            inner: Arc::new(Inner {
                folder: folder.to_owned(),
                database: opened.source.path.clone(),
                notices: opened.notices,
                read_only,
                screen_readers: Readers::start(&opened.source, SCREEN_READERS)?,
                other_readers: Readers::start(&opened.source, 1)?,
                keeper,
                files,
                attacher,
                texts,
                queue,
                writer: Mutex::new(writer),
                waker,
                clock: options.clock,
                lock: Mutex::new(opened.lock),
                copied: Mutex::new(opened.copied),
            }),
        })
    }

    /// Where it lives.
    pub fn folder(&self) -> &Path {
        &self.inner.folder
    }

    /// What opening found.
    pub fn notices(&self) -> &[Notice] {
        &self.inner.notices
    }

    /// What looking the file over in the background found, after a close that was not in order.
    pub fn damage(&self) -> Option<Error> {
        self.inner.queue.damage()
    }

    /// May nothing be written?
    pub fn is_read_only(&self) -> bool {
        self.inner.read_only.is_some()
    }

    /// Hands an edit to the writer and returns at once; its [`Reply`] comes in [`Self::replies`].
    pub fn send(&self, edit: Edit) -> Ticket {
        match self.inner.refusal() {
            Some(error) => self.inner.queue.refuse(error),
            None => self.inner.queue.push(edit, None),
        }
    }

    /// Keeps how a person left a view of the window, and returns at once. It is no edit: it is not in the history, undo
    /// passes it by, and a store that can only be read forgets it.
    pub fn keep_view(&self, name: &str, view: String) {
        if self.inner.refusal().is_none() {
            self.inner.queue.push_work(views::keep(name.to_owned(), view));
        }
    }

    /// Keeps what stands in an open form and is no record yet, or lets go of it, and returns at once. It is no edit, as a
    /// view is none.
    pub fn keep_form(&self, name: &str, words: Option<String>) {
        if self.inner.refusal().is_none() {
            self.inner.queue.push_work(unsaved::keep(name.to_owned(), words));
        }
    }

    /// The replies that have come in since the last call.
    pub fn replies(&self) -> Vec<Reply> {
        self.inner.queue.replies()
    }

    /// Does a question wait for its answer?
    pub fn is_reading(&self) -> bool {
        self.readers().is_busy()
    }

    /// Is everything that was sent on disk?
    pub fn saved(&self) -> Saved {
        self.inner.queue.saved()
    }

    /// Tries the edits that failed again (after space was made, for instance).
    pub fn retry(&self) {
        self.inner.queue.retry();
    }

    /// Sends an edit and waits. For the command line, jobs and tests; never from a screen. An edit that the disk refused
    /// answers an error and stays queued all the same.
    ///
    /// # Errors
    /// Why the edit was refused, or what the disk says.
    pub fn apply(&self, edit: Edit) -> Result<Applied> {
        if let Some(error) = self.inner.refusal() {
            return Err(error);
        }
        let (sender, answer) = sync_channel(1);
        self.inner.queue.push(edit, Some(sender));
        answer.recv().map_err(failure::internal)?
    }

    /// Runs a query and waits. For the command line, jobs and tests; never from a screen.
    ///
    /// # Errors
    /// What the database says.
    pub fn read<Q: Query>(&self, query: Q) -> Result<Q::Output> {
        let (sender, answer) = sync_channel(1);
        let asking = Asking::default();
        let own = asking.clone();
        let files = Arc::clone(&self.inner.files);
        self.inner.other_readers.ask(
            asking,
            Box::new(move |connection| {
                if sender.send(run_query(connection, &query, &own, &files)).is_err() {
                    ::log::debug!("nobody waits for an answer any more");
                }
            }),
        );
        answer.recv().map_err(failure::internal)?
    }

    /// Writes a checked copy of the store to a file, and the files it refers to into a folder beside it. Waits: call it from a job.
    ///
    /// # Errors
    /// The file can't be written, or the store is damaged.
    pub fn backup(&self, to: &Path) -> Result<()> {
        self.inner.queue.flush()?;
        self.inner.keeper.copy(to)
    }

    /// Looks the whole store over. Waits: for the command line and jobs.
    ///
    /// # Errors
    /// It can't be read.
    pub fn check(&self) -> Result<CheckReport> {
        self.inner.queue.flush()?;
        check::check(&self.inner.database, &self.inner.files)
    }

    /// Is the search index being built, as it is after an upgrade? Until then words find only a part of what there is.
    pub fn is_indexing(&self) -> bool {
        self.inner.queue.is_indexing()
    }

    /// Waits until the search index is built. For the command line, jobs and tests; never from a screen.
    pub fn wait_for_index(&self) {
        self.inner.queue.wait_indexed();
    }

    /// When the last automatic backup was made (Unix seconds).
    pub fn last_backup(&self) -> Option<i64> {
        self.inner.queue.last_backup()
    }

    /// Waits until everything sent is on disk; its replies are there then. For whoever is about to close.
    ///
    /// # Errors
    /// What could not be written.
    pub fn wait_saved(&self) -> Result<()> {
        self.inner.queue.flush()
    }

    /// Calls files off that are still being copied, waits until everything sent is on disk, makes the closing backup when something changed, and lets go.
    ///
    /// # Errors
    /// What could not be written. Other clones stay usable then, to [`Self::retry`] or to [`Self::rescue`].
    pub fn close(self) -> Result<()> {
        self.inner.attacher.stop();
        self.inner.texts.iter().for_each(TextReading::stop);
        self.inner.queue.flush()?;
        let backed_up = self.inner.keeper.closing_backup();
        self.inner.end();
        backed_up
    }

    /// A file for everything that could not be written: the failed edits, as readable text, to another place. `unsent`
    /// are texts that no edit holds yet.
    ///
    /// # Errors
    /// That place can't be written either.
    pub fn rescue(&self, to: &Path, unsent: &[String]) -> Result<PathBuf> {
        rescue::write(&self.inner.queue.unsaved(), unsent, to, (self.inner.clock)().div_euclid(1000))
    }

    /// What a worker calls when it has something to say to the window.
    pub fn waker(&self) -> Waker {
        Arc::clone(&self.inner.waker)
    }

    fn files(&self) -> Arc<Files> {
        Arc::clone(&self.inner.files)
    }

    fn readers(&self) -> &Readers {
        &self.inner.screen_readers
    }
}

impl Inner {
    /// Why no edit is taken, if none is.
    fn refusal(&self) -> Option<Error> {
        let kind = self.read_only.clone().or_else(|| self.queue.is_stopped().then_some(ErrorKind::StoreReadOnly))?;
        Some(Error::new(kind, self.folder.display()))
    }

    /// Ends the threads and lets the folder go. May be called again.
    fn end(&self) {
        self.attacher.stop();
        self.texts.iter().for_each(TextReading::stop);
        self.keeper.stop();
        self.queue.stop();
        let writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner).take();
        if writer.is_some_and(|writer| writer.join().is_err()) {
            ::log::error!("the writer ended with a panic");
        }
        self.screen_readers.stop();
        self.other_readers.stop();
        if let Some(lock) = self.lock.lock().unwrap_or_else(PoisonError::into_inner).take() {
            lock.close();
        }
        drop(self.copied.lock().unwrap_or_else(PoisonError::into_inner).take());
    }
}

impl Drop for Inner {
    fn drop(&mut self) {
        if let Err(error) = self.queue.flush() {
            ::log::error!("closed with edits that could not be written: {error}");
        }
        self.end();
    }
}
