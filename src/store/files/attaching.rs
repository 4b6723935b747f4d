//! Files on their way into the store: a thread that takes them in one after the other, and the list of them that a window
//! shows. The lock is held to look and to note, never across a file.

use super::{Files, Kept, name};
use crate::domain::{DocumentKind, Record, Value};
use crate::error::{Error, Result};
use crate::store::Waker;
use crate::store::edit::{Edit, EditSession};
use crate::store::failure::internal;
use crate::store::queue::Queue;
use crate::store::search::reading::Turn;
use std::path::PathBuf;
use std::sync::mpsc::Sender;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;

/// Names a file on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct AttachId(u64);

/// How far a file is.
#[derive(Clone, Debug, PartialEq)]
pub enum AttachState {
    /// Others come first.
    Waiting,
    /// It is being copied; so much of it is done, in percent.
    Copying(u8),
    /// It could not be taken in, and stays on the list until it is tried again or dismissed.
    Failed(Error),
}

/// A file on its way to a record.
#[derive(Clone, Debug, PartialEq)]
pub struct Attaching {
    /// Which one.
    pub id: AttachId,
    /// The record it goes to.
    pub subject: Record,
    /// What it is called.
    pub name: String,
    /// How far it is.
    pub state: AttachState,
}

struct Item {
    told: Attaching,
    coming: Coming,
}

/// What a file is taken in with.
#[derive(Clone)]
pub(in crate::store) struct Coming {
    /// The record it goes to.
    pub subject: Record,
    /// Where it is.
    pub path: PathBuf,
    /// What it is, where that is known; else its name tells.
    pub kind: Option<DocumentKind>,
    /// The files that came together.
    pub session: EditSession,
}

#[derive(Default)]
struct State {
    next: u64,
    items: Vec<Item>,
    is_stopped: bool,
}

struct Shared {
    state: Mutex<State>,
    turn: Condvar,
    files: Arc<Files>,
    queue: Arc<Queue>,
    waker: Waker,
    /// Rung when a file has come, for whoever reads its words.
    bell: Option<Sender<Turn>>,
}

/// The thread and its list.
pub(in crate::store) struct Attacher {
    shared: Arc<Shared>,
    thread: Mutex<Option<JoinHandle<()>>>,
}

impl Attacher {
    /// Clears away what an earlier run left, where the folder may be written, and starts the thread.
    pub fn start(
        files: Arc<Files>,
        queue: Arc<Queue>,
        waker: Waker,
        bell: Option<Sender<Turn>>,
        is_read_only: bool,
    ) -> Result<Self> {
        let shared = Arc::new(Shared { state: Mutex::default(), turn: Condvar::new(), files, queue, waker, bell });
        let own = Arc::clone(&shared);
        if !is_read_only {
            shared.files.tidy();
        }
        let run = move || {
            while let Some((id, coming)) = own.next() {
                own.take_in(id, &coming);
            }
        };
        let thread = std::thread::Builder::new().name("store-files".to_owned()).spawn(run).map_err(internal)?;
        Ok(Self { shared, thread: Mutex::new(Some(thread)) })
    }

    /// Puts a file on the list; `refusal` says why nothing is taken in at all. Files of one session come together.
    pub fn add(&self, coming: Coming, refusal: Option<Error>) -> AttachId {
        let mut state = self.shared.state();
        state.next += 1;
        let id = AttachId(state.next);
        let state_now = refusal.map_or(AttachState::Waiting, AttachState::Failed);
        let told = Attaching { id, subject: coming.subject, name: name::shown(&coming.path), state: state_now };
        state.items.push(Item { told, coming });
        drop(state);
        self.shared.turn.notify_all();
        (self.shared.waker)();
        id
    }

    /// The files on their way and those that failed, in the order they came.
    pub fn list(&self) -> Vec<Attaching> {
        self.shared.state().items.iter().map(|item| item.told.clone()).collect()
    }

    /// Takes a file off the list: a copy that is under way ends and leaves nothing.
    pub fn dismiss(&self, id: AttachId) {
        self.shared.state().items.retain(|item| item.told.id != id);
        (self.shared.waker)();
    }

    /// Tries one that failed again.
    pub fn retry(&self, id: AttachId) {
        if let Some(item) = self.shared.state().items.iter_mut().find(|item| item.told.id == id) {
            item.told.state = AttachState::Waiting;
        }
        self.shared.turn.notify_all();
        (self.shared.waker)();
    }

    /// Is a file still on its way?
    pub fn is_busy(&self) -> bool {
        let state = self.shared.state();
        state.items.iter().any(|item| !matches!(item.told.state, AttachState::Failed(_)))
    }

    /// Ends the thread; what is under way is called off. A place that does not answer is not waited for.
    pub fn stop(&self) {
        let mut state = self.shared.state();
        state.is_stopped = true;
        state.items.clear();
        drop(state);
        self.shared.turn.notify_all();
        let thread = self.thread.lock().unwrap_or_else(PoisonError::into_inner).take();
        if thread.is_some_and(|thread| thread.is_finished() && thread.join().is_err()) {
            log::error!("taking files in ended with a panic");
        }
    }
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The thread waits here.
    fn next(&self) -> Option<(AttachId, Coming)> {
        let mut state = self.state();
        loop {
            if state.is_stopped {
                return None;
            }
            let next = state.items.iter_mut().find(|item| item.told.state == AttachState::Waiting);
            if let Some(item) = next {
                item.told.state = AttachState::Copying(0);
                return Some((item.told.id, item.coming.clone()));
            }
            state = self.turn.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn take_in(&self, id: AttachId, coming: &Coming) {
        let path = coming.path.as_path();
        let all = std::fs::metadata(path).map_or(0, |data| data.len()).max(1);
        let copy = || self.files.keep(path, |done| self.note_done(id, done.saturating_mul(100) / all));
        let kept = std::panic::catch_unwind(std::panic::AssertUnwindSafe(copy))
            .unwrap_or_else(|_| Err(internal("a panic while taking a file in")));
        let mut state = self.state();
        match kept {
            // Whoever took it off the list meanwhile does not want it any more.
            Ok(Some(kept)) if state.items.iter().any(|item| item.told.id == id) => {
                // In one breath: while it is on the list or with the writer, the window does not close.
                self.queue.push(document(coming.subject, &kept, coming.kind, coming.session), None);
                if let Some(bell) = self.bell.clone() {
                    // Work comes after the edits before it.
                    self.queue.push_work(Box::new(move |_| _ = bell.send(Turn::Look)));
                }
                state.items.retain(|item| item.told.id != id);
            }
            Ok(_) => state.items.retain(|item| item.told.id != id),
            Err(error) => {
                log::warn!("{} was not taken in: {error}", path.display());
                if let Some(item) = state.items.iter_mut().find(|item| item.told.id == id) {
                    item.told.state = AttachState::Failed(error);
                }
            }
        }
        drop(state);
        (self.waker)();
    }

    /// Notes how much is done; answers whether to go on.
    fn note_done(&self, id: AttachId, percent: u64) -> bool {
        let percent = u8::try_from(percent.min(100)).unwrap_or(100);
        let mut state = self.state();
        let Some(item) = state.items.iter_mut().find(|item| item.told.id == id) else { return false };
        let is_news = item.told.state != AttachState::Copying(percent);
        item.told.state = AttachState::Copying(percent);
        drop(state);
        if is_news {
            (self.waker)();
        }
        true
    }
}

/// The record of a file that was taken in; what kind it is its name tells, unless it is known.
pub(in crate::store) fn document(
    subject: Record,
    kept: &Kept,
    kind: Option<DocumentKind>,
    session: EditSession,
) -> Edit {
    let kind = kind.unwrap_or_else(|| DocumentKind::of_name(&kept.name));
    let bytes = i64::try_from(kept.bytes).unwrap_or(i64::MAX);
    let values = vec![
        ("subject", subject.into()),
        ("name", name::title(&kept.name).into()),
        ("kind", kind.into()),
        ("file_name", kept.name.as_str().into()),
        ("hash", kept.hash.as_str().into()),
        ("bytes", Value::Number(bytes)),
    ];
    Edit::Attach { values, session }
}
