//! What screens and the writer share: the edits that are not on disk yet, the replies, the state of saving. The lock is
//! held to push and to pop, never across a file or SQL, so nobody who draws ever waits for a disk.

use super::Waker;
use super::edit::{Applied, Edit, Reply, Ticket};
use super::writer::Writer;
use crate::error::{Error, ErrorKind, Result};
use std::collections::VecDeque;
use std::sync::mpsc::SyncSender;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

/// Is what was typed on disk?
#[derive(Clone, Debug, PartialEq)]
pub enum Saved {
    /// All of it.
    Yes,
    /// Some edits are with the writer.
    Pending,
    /// The last write failed; the edits are kept in memory and tried again.
    Failed(Error),
}

/// Work on the writer's connection that is no edit: a part of rebuilding the index, filling a sample store.
pub(super) type Work = Box<dyn FnOnce(&mut Writer) + Send>;

/// An edit that is not on disk yet.
#[derive(Clone)]
struct Queued {
    ticket: Ticket,
    edit: Arc<Edit>,
    waiting: Option<SyncSender<Result<Applied>>>,
}

/// What the writer does next.
pub(super) enum Next {
    /// Carry out the edit at the front.
    Edit(Arc<Edit>),
    /// Do this.
    Work(Work),
    /// End.
    Stop,
}

#[derive(Default)]
struct State {
    next_ticket: u64,
    edits: VecDeque<Queued>,
    work: VecDeque<Work>,
    replies: Vec<Reply>,
    failed: Option<Error>,
    /// The edit at the front failed, and nothing has changed since.
    is_paused: bool,
    is_stopped: bool,
    changed: bool,
    last_backup: Option<i64>,
    damage: Option<Error>,
    /// The search index is being built.
    is_indexing: bool,
}

/// The shared queue.
pub(super) struct Queue {
    state: Mutex<State>,
    turn: Condvar,
    waker: Waker,
}

impl Queue {
    pub fn new(waker: Waker) -> Self {
        Self { state: Mutex::default(), turn: Condvar::new(), waker }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // A panic elsewhere leaves a queue that is still whole: every change to it is one push or pop.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Something waits for whoever draws.
    pub fn wake(&self) {
        (self.waker)();
    }

    /// Adds an edit; one that failed is tried again before it.
    pub fn push(&self, edit: Edit, waiting: Option<SyncSender<Result<Applied>>>) -> Ticket {
        let mut state = self.state();
        let ticket = state.ticket();
        if state.is_stopped {
            // Closed by another clone: nobody would ever carry it out. Who waits is told by the dropped sender.
            let result = Err(Error::new(ErrorKind::StoreReadOnly, "the store is closed"));
            state.replies.push(Reply { ticket, result });
            return ticket;
        }
        state.edits.push_back(Queued { ticket, edit: Arc::new(edit), waiting });
        state.is_paused = false;
        self.turn.notify_all();
        ticket
    }

    /// Answers an edit that never reaches the writer.
    pub fn refuse(&self, error: Error) -> Ticket {
        let mut state = self.state();
        let ticket = state.ticket();
        state.replies.push(Reply { ticket, result: Err(error) });
        drop(state);
        self.wake();
        ticket
    }

    /// Adds work for the writer; edits go first. In a closed store it is dropped.
    pub fn push_work(&self, work: Work) {
        let mut state = self.state();
        if !state.is_stopped {
            state.work.push_back(work);
            self.turn.notify_all();
        }
    }

    /// Tries what failed again.
    pub fn retry(&self) {
        self.state().is_paused = false;
        self.turn.notify_all();
    }

    /// No more edits; the writer ends when its queue allows.
    pub fn stop(&self) {
        self.state().is_stopped = true;
        self.turn.notify_all();
    }

    pub fn is_stopped(&self) -> bool {
        self.state().is_stopped
    }

    /// The writer waits here.
    pub fn next(&self) -> Next {
        let mut state = self.state();
        loop {
            if !state.is_paused
                && let Some(front) = state.edits.front()
            {
                return Next::Edit(Arc::clone(&front.edit));
            }
            if let Some(work) = state.work.pop_front() {
                return Next::Work(work);
            }
            if state.is_stopped {
                return Next::Stop;
            }
            state = self.turn.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// The edit at the front is done, or refused.
    pub fn finish(&self, result: Result<Applied>) {
        let mut state = self.state();
        let Some(Queued { ticket, waiting, .. }) = state.edits.pop_front() else { return };
        state.failed = None;
        state.changed |= result.is_ok();
        let unheard = match waiting {
            Some(waiting) => waiting.send(result).err().map(|unsent| unsent.0),
            None => Some(result),
        };
        state.replies.extend(unheard.map(|result| Reply { ticket, result }));
        drop(state);
        self.turn.notify_all();
        self.wake();
    }

    /// The edit at the front could not be written; it stays there.
    pub fn fail(&self, error: Error) {
        let mut state = self.state();
        state.is_paused = true;
        if let Some(waiting) = state.edits.front_mut().and_then(|front| front.waiting.take())
            && waiting.send(Err(error.clone())).is_err()
        {
            log::debug!("nobody waits for a failed edit any more");
        }
        state.failed = Some(error);
        drop(state);
        self.turn.notify_all();
        self.wake();
    }

    /// Waits until everything is on disk, or can't be.
    pub fn flush(&self) -> Result<()> {
        let mut state = self.state();
        while !state.edits.is_empty() {
            if let (true, Some(error)) = (state.is_paused, &state.failed) {
                return Err(error.clone());
            }
            state = self.turn.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        Ok(())
    }

    pub fn saved(&self) -> Saved {
        let state = self.state();
        match (&state.failed, state.edits.is_empty()) {
            (Some(error), _) => Saved::Failed(error.clone()),
            (None, true) => Saved::Yes,
            (None, false) => Saved::Pending,
        }
    }

    pub fn replies(&self) -> Vec<Reply> {
        std::mem::take(&mut self.state().replies)
    }

    /// The edits that are not on disk, in order.
    pub fn unsaved(&self) -> Vec<Arc<Edit>> {
        self.state().edits.iter().map(|queued| Arc::clone(&queued.edit)).collect()
    }

    /// Was anything written since the last backup? Asking forgets it.
    pub fn take_changed(&self) -> bool {
        std::mem::take(&mut self.state().changed)
    }

    pub fn note_change(&self) {
        self.state().changed = true;
    }

    pub fn last_backup(&self) -> Option<i64> {
        self.state().last_backup
    }

    pub fn note_backup(&self, at: Option<i64>) {
        self.state().last_backup = at;
    }

    pub fn is_indexing(&self) -> bool {
        let state = self.state();
        state.is_indexing && !state.is_stopped
    }

    /// The search index is being built from now on, or is no more.
    pub fn note_indexing(&self, is_indexing: bool) {
        self.state().is_indexing = is_indexing;
        self.turn.notify_all();
        self.wake();
    }

    /// Waits until the search index is built, or given up.
    pub fn wait_indexed(&self) {
        let mut state = self.state();
        while state.is_indexing && !state.is_stopped {
            state = self.turn.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }

    pub fn damage(&self) -> Option<Error> {
        self.state().damage.clone()
    }

    pub fn note_damage(&self, error: Error) {
        self.state().damage = Some(error);
        self.wake();
    }
}

impl State {
    fn ticket(&mut self) -> Ticket {
        self.next_ticket += 1;
        Ticket(self.next_ticket)
    }
}
