//! How far a batch is, and the way to call it off: shared by who writes and who looks on.

use crate::store::Waker;
use std::process::Child;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

/// What both ends share.
#[derive(Clone, Default)]
pub struct BatchWatch(Arc<Shared>);

#[derive(Default)]
struct Shared {
    done: AtomicUsize,
    of: AtomicUsize,
    is_cancelled: AtomicBool,
    /// The paper that was written last.
    name: Mutex<String>,
    /// Who writes, where that is a process of its own.
    child: Mutex<Option<Child>>,
    waker: Option<Waker>,
}

impl BatchWatch {
    /// One that wakes somebody with each paper.
    pub fn new(waker: Waker) -> Self {
        Self(Arc::new(Shared { waker: Some(waker), ..Shared::default() }))
    }

    /// How many papers are done, of how many.
    pub fn progress(&self) -> (usize, usize) {
        (self.0.done.load(Ordering::Relaxed), self.0.of.load(Ordering::Relaxed))
    }

    /// The paper that was written last.
    pub fn name(&self) -> String {
        self.0.name.lock().map(|name| name.clone()).unwrap_or_default()
    }

    /// No more papers are to be written; those that are there stay.
    pub fn cancel(&self) {
        self.0.is_cancelled.store(true, Ordering::Relaxed);
        self.kill();
    }

    /// Is it called off?
    pub fn is_cancelled(&self) -> bool {
        self.0.is_cancelled.load(Ordering::Relaxed)
    }

    /// The number of the process that writes, where it is one of its own.
    pub fn process(&self) -> Option<u32> {
        self.0.child.lock().ok()?.as_ref().map(Child::id)
    }

    /// So many papers there will be.
    pub fn begin(&self, of: usize) {
        self.0.of.store(of, Ordering::Relaxed);
    }

    pub(super) fn tell(&self, done: usize, name: &str) {
        self.0.done.store(done, Ordering::Relaxed);
        if !name.is_empty()
            && let Ok(mut last) = self.0.name.lock()
        {
            name.clone_into(&mut last);
        }
        if let Some(waker) = &self.0.waker {
            waker();
        }
    }

    /// A process writes from now on; it ends at once where the batch was called off before it began.
    pub(super) fn hold(&self, child: Child) {
        if let Ok(mut held) = self.0.child.lock() {
            *held = Some(child);
        }
        if self.is_cancelled() {
            self.kill();
        }
    }

    /// The process that wrote.
    pub(super) fn release(&self) -> Option<Child> {
        self.0.child.lock().ok()?.take()
    }

    fn kill(&self) {
        let Ok(mut held) = self.0.child.lock() else { return };
        if let Some(child) = held.as_mut()
            && let Err(error) = child.kill()
        {
            log::info!("a child had ended: {error}");
        }
    }
}

impl std::fmt::Debug for BatchWatch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (done, of) = self.progress();
        write!(f, "{done} of {of} papers")
    }
}

/// Two ends of one batch.
impl PartialEq for BatchWatch {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}
