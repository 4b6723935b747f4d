//! The last answer to a question, kept while a newer one loads.

use super::readers::{Asking, run_query};
use super::{Changes, Query, Store};
use crate::error::{Error, Result};
use std::sync::mpsc::{Receiver, TryRecvError, sync_channel};

/// A question a screen keeps asking, and its last answer.
pub struct Live<Q: Query> {
    asked: Option<Q>,
    output: Option<Q::Output>,
    error: Option<Error>,
    is_stale: bool,
    waiting: Option<Waiting<Q::Output>>,
    revision: u64,
}

/// A question without an answer yet.
struct Waiting<T> {
    asking: Asking,
    answer: Receiver<Result<T>>,
}

impl<Q: Query> Default for Live<Q> {
    fn default() -> Self {
        Self { asked: None, output: None, error: None, is_stale: false, waiting: None, revision: 0 }
    }
}

impl<Q: Query> Live<Q> {
    /// The newest answer there is; asks when the question is new or what it depends on has changed. Never waits.
    pub fn get(&mut self, store: &Store, query: Q) -> Option<&Q::Output> {
        self.take_answer();
        let is_new = self.asked.as_ref() != Some(&query);
        // A question that is only stale waits for the answer on its way first, or fast typing would never see one.
        if is_new || (self.is_stale && self.waiting.is_none()) {
            self.ask(store, query);
        }
        self.output.as_ref()
    }

    /// The last answer, without asking.
    pub const fn last(&self) -> Option<&Q::Output> {
        self.output.as_ref()
    }

    /// How many answers there have been: what is made from one is made anew when this is another number.
    pub const fn revision(&self) -> u64 {
        self.revision
    }

    /// Why the last question had no answer.
    pub const fn error(&self) -> Option<&Error> {
        self.error.as_ref()
    }

    /// Tells it what an edit touched.
    pub const fn note(&mut self, changes: Changes) {
        if Q::DEPENDS_ON.touches(changes) {
            self.is_stale = true;
        }
    }

    /// Has the newest question no answer yet?
    pub const fn is_loading(&self) -> bool {
        self.waiting.is_some() || self.is_stale
    }

    fn take_answer(&mut self) {
        let Some(waiting) = &self.waiting else { return };
        match waiting.answer.try_recv() {
            Ok(Ok(output)) => {
                self.output = Some(output);
                self.revision += 1;
                self.error = None;
            }
            Ok(Err(error)) => self.error = Some(error),
            Err(TryRecvError::Empty) => return,
            // The store was closed.
            Err(TryRecvError::Disconnected) => {}
        }
        self.waiting = None;
    }

    fn ask(&mut self, store: &Store, query: Q) {
        if let Some(before) = self.waiting.take() {
            before.asking.call_off();
        }
        let asking = Asking::default();
        let (sender, answer) = sync_channel(1);
        let (waker, files) = (store.waker(), store.files());
        let (question, own) = (query.clone(), asking.clone());
        store.readers().ask(
            asking.clone(),
            Box::new(move |connection| {
                let result = run_query(connection, &question, &own, &files);
                if !own.is_off() && sender.send(result).is_ok() {
                    waker();
                }
            }),
        );
        self.asked = Some(query);
        self.is_stale = false;
        self.waiting = Some(Waiting { asking, answer });
    }
}

impl<Q: Query> Drop for Live<Q> {
    fn drop(&mut self) {
        if let Some(waiting) = &self.waiting {
            waiting.asking.call_off();
        }
    }
}
