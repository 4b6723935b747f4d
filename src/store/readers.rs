//! The readers: a few threads with connections that only read. A question that was asked again is skipped, or interrupted
//! when it runs already.

use super::connection::Source;
use super::failure::internal;
use super::files::Files;
use crate::error::{Error, Result};
use rusqlite::{Connection, InterruptHandle};
use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;

/// A reader's connection, for the queries below this module only.
pub struct Reader<'a> {
    pub(super) sql: &'a Connection,
    pub(super) files: &'a Files,
    asking: &'a Asking,
}

impl<'a> Reader<'a> {
    /// Reads on a connection that is not a reader's own, such as that of an open transaction.
    pub(super) const fn new(sql: &'a Connection, files: &'a Files, asking: &'a Asking) -> Self {
        Self { sql, files, asking }
    }

    /// Does nobody want the answer any more? For work between the statements, which an interrupt does not reach.
    pub(super) fn is_called_off(&self) -> bool {
        self.asking.is_off()
    }
}

/// Runs on a reader; is told when there is no connection to run on.
type Task = Box<dyn FnOnce(Result<&Connection>) + Send>;

/// A question on its way, which can be called off.
#[derive(Clone, Default)]
pub(super) struct Asking {
    is_off: Arc<AtomicBool>,
    running: Arc<Mutex<Option<InterruptHandle>>>,
}

impl Asking {
    /// Not wanted any more.
    pub fn call_off(&self) {
        self.is_off.store(true, Ordering::Relaxed);
        // The handle is only there while this question runs, so no other one is interrupted.
        if let Some(handle) = lock(&self.running).as_ref() {
            handle.interrupt();
        }
    }

    pub fn is_off(&self) -> bool {
        self.is_off.load(Ordering::Relaxed)
    }

    fn set_running(&self, handle: Option<InterruptHandle>) {
        *lock(&self.running) = handle;
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[derive(Default)]
struct Waiting {
    tasks: VecDeque<(Asking, Task)>,
    /// So many are being answered.
    running: usize,
    is_stopped: bool,
}

#[derive(Default)]
struct Shared {
    waiting: Mutex<Waiting>,
    turn: Condvar,
}

/// The threads and what waits for them.
pub(super) struct Readers {
    shared: Arc<Shared>,
    threads: Mutex<Vec<JoinHandle<()>>>,
}

impl Readers {
    /// Starts `count` readers; each opens its connection on its own thread.
    pub fn start(source: &Source, count: usize) -> Result<Self> {
        let shared = Arc::new(Shared::default());
        let mut threads = Vec::with_capacity(count);
        for number in 1..=count {
            let (shared, source) = (Arc::clone(&shared), source.clone());
            let thread = std::thread::Builder::new().name(format!("store-reader-{number}"));
            threads.push(thread.spawn(move || run(&shared, &source)).map_err(internal)?);
        }
        Ok(Self { shared, threads: Mutex::new(threads) })
    }

    /// Runs a task on the next free reader.
    pub fn ask(&self, asking: Asking, task: Task) {
        let mut waiting = lock(&self.shared.waiting);
        waiting.tasks.retain(|(asking, _)| !asking.is_off());
        waiting.tasks.push_back((asking, task));
        drop(waiting);
        self.shared.turn.notify_one();
    }

    /// Does a question wait for its answer?
    pub fn is_busy(&self) -> bool {
        let waiting = lock(&self.shared.waiting);
        waiting.running > 0 || waiting.tasks.iter().any(|(asking, _)| !asking.is_off())
    }

    /// Ends the threads; what waits is dropped.
    pub fn stop(&self) {
        let mut waiting = lock(&self.shared.waiting);
        waiting.is_stopped = true;
        waiting.tasks.clear();
        drop(waiting);
        self.shared.turn.notify_all();
        let me = std::thread::current().id();
        for thread in std::mem::take(&mut *lock(&self.threads)) {
            if thread.thread().id() != me && thread.join().is_err() {
                log::error!("a reader ended with a panic");
            }
        }
    }
}

fn run(shared: &Shared, source: &Source) {
    let mut connection: Option<Connection> = None;
    while let Some((asking, task)) = next(shared) {
        answer(source, &mut connection, &asking, task);
        lock(&shared.waiting).running -= 1;
    }
}

fn answer(source: &Source, connection: &mut Option<Connection>, asking: &Asking, task: Task) {
    if asking.is_off() {
        return;
    }
    // Opened again after a failure: the folder may be back.
    let opened = match connection.take() {
        Some(open) => Ok(open),
        None => super::connection::reader(source),
    };
    match opened {
        Ok(open) => {
            asking.set_running(Some(open.get_interrupt_handle()));
            let outcome = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| task(Ok(&open))));
            asking.set_running(None);
            if outcome.is_err() {
                log::error!("a query ended with a panic");
            }
            if open.is_autocommit() {
                *connection = Some(open);
            }
        }
        Err(error) => task(Err(error)),
    }
}

fn next(shared: &Shared) -> Option<(Asking, Task)> {
    let mut waiting = lock(&shared.waiting);
    loop {
        if waiting.is_stopped {
            return None;
        }
        if let Some(task) = waiting.tasks.pop_front() {
            waiting.running += 1;
            return Some(task);
        }
        waiting = shared.turn.wait(waiting).unwrap_or_else(PoisonError::into_inner);
    }
}

/// Runs a query on one state of the store.
pub(super) fn run_query<Q: super::Query>(
    connection: Result<&Connection>,
    query: &Q,
    asking: &Asking,
    files: &Files,
) -> Result<Q::Output> {
    let sql = connection?;
    // One read transaction, so that all its statements see the same state.
    let snapshot = sql.unchecked_transaction()?;
    let output = query.run(&Reader { sql, files, asking })?;
    snapshot.finish().map_err(Error::from)?;
    Ok(output)
}
