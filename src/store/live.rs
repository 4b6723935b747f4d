//! The last answer to a question, kept while a newer one loads.

use super::{Changes, Query, Store};
use crate::error::Error;

/// A question a screen keeps asking, and its last answer.
pub struct Live<Q: Query> {
    asked: Option<Q>,
    output: Option<Q::Output>,
    error: Option<Error>,
}

impl<Q: Query> Default for Live<Q> {
    fn default() -> Self {
        Self { asked: None, output: None, error: None }
    }
}

impl<Q: Query> Live<Q> {
    /// The newest answer there is; asks when the question is new or what it depends on has changed. Never waits.
    pub fn get(&mut self, _store: &Store, _query: Q) -> Option<&Q::Output> { todo!() }
    /// The last answer, without asking.
    pub const fn last(&self) -> Option<&Q::Output> { self.output.as_ref() }
    /// Why the last question had no answer.
    pub const fn error(&self) -> Option<&Error> { self.error.as_ref() }
    /// Tells it what an edit touched.
    pub fn note(&mut self, _changes: Changes) {}
    /// Has the newest question no answer yet?
    pub const fn is_loading(&self) -> bool { todo!() }
}
