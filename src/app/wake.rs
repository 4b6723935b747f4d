//! Lets workers that were started before the window ask it to draw.

use crate::store::Waker;
use std::sync::{Arc, OnceLock};

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
