//! How far an import is, seen from both ends: the writer counts, whoever waits looks on and may call it off.

use super::Waker;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// So many rows are written between two looks at it.
const STEP: usize = 200;

/// What both ends share.
#[derive(Clone, Default)]
pub struct ImportWatch(Arc<Shared>);

#[derive(Default)]
struct Shared {
    done: AtomicUsize,
    is_cancelled: AtomicBool,
    waker: Option<Waker>,
}

impl ImportWatch {
    /// One that wakes somebody now and then.
    pub fn new(waker: Waker) -> Self {
        Self(Arc::new(Shared { waker: Some(waker), ..Shared::default() }))
    }

    /// How many rows are written.
    pub fn done(&self) -> usize {
        self.0.done.load(Ordering::Relaxed)
    }

    /// Nothing of it is to be written.
    pub fn cancel(&self) {
        self.0.is_cancelled.store(true, Ordering::Relaxed);
    }

    /// Is it called off?
    pub fn is_cancelled(&self) -> bool {
        self.0.is_cancelled.load(Ordering::Relaxed)
    }

    /// So many rows are written now.
    pub(super) fn tell(&self, done: usize) {
        self.0.done.store(done, Ordering::Relaxed);
        if done.is_multiple_of(STEP)
            && let Some(waker) = &self.0.waker
        {
            waker();
        }
    }
}

impl std::fmt::Debug for ImportWatch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} rows", self.done())
    }
}

impl PartialEq for ImportWatch {
    /// One import is watched by one.
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}
