//! When the window draws without being touched: workers that were started before it ask for it, and the day turns over.

use crate::store::Waker;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

/// A slot for the window's context. Clones share it.
#[derive(Clone, Default)]
pub struct Wake(Arc<OnceLock<egui::Context>>);

impl Wake {
    /// What a worker calls when it has something to say; before the window is there it does nothing.
    pub fn waker(&self) -> Waker {
        let slot = Arc::clone(&self.0);
        Arc::new(move || {
            if let Some(ctx) = slot.get() {
                ctx.request_repaint();
            }
        })
    }

    /// From now on the window is woken.
    pub fn attach(&self, ctx: &egui::Context) {
        self.0.get_or_init(|| ctx.clone());
        ctx.request_repaint();
    }
}

/// The day turns over at midnight in Riyadh, also in a window that nobody touches.
pub(super) fn until_midnight(now: i64) -> Duration {
    let seconds = 86_400 - (now + 3 * 3_600).rem_euclid(86_400);
    Duration::from_secs(seconds.unsigned_abs())
}
