//! Where the focus goes when a key leads to another page: to the list or the text that the page is about. With nothing in
//! focus the next key would do nothing that one sees, and a screen reader would say nothing of where one is.
//!
//! Who came by pointer has the pointer: nothing takes the focus then, and the first arrow leads into the list all the same
//! (see [`super::focus`]).
//!
//! The program says that it leads elsewhere ([`arrive`]); whatever is the page's own asks for the focus when it is drawn
//! ([`greet`]), in this frame or later, when what it shows has been read.

use super::focus::{is_by_key, is_idle};
use crate::text::{await_focus, take_focus};
use egui::{Context, Id};

fn awaited() -> Id {
    Id::unique("widgets-arrival")
}

/// Another page is shown from here on. Where a key led there, what had the focus on the page before gives it up.
pub fn arrive(ctx: &Context) {
    if !is_by_key(ctx) {
        return give_up(ctx);
    }
    ctx.memory_mut(|memory| {
        if let Some(focused) = memory.focused() {
            memory.surrender_focus(focused);
        }
    });
    ctx.data_mut(|data| data.insert_temp(awaited(), true));
    await_focus(ctx);
    ctx.request_repaint();
}

/// What the page is about takes the focus that nothing has: as the first page is shown to somebody who hears it, of which a
/// screen reader would say nothing; and as somebody leaves a text on it.
pub fn arrive_first(ctx: &Context) {
    if is_idle(ctx) {
        ctx.data_mut(|data| data.insert_temp(awaited(), true));
        ctx.request_repaint();
    }
}

/// Somebody just arrived by key, and nothing has taken the focus yet.
pub fn is_arriving(ctx: &Context) -> bool {
    is_awaited(ctx) && is_idle(ctx)
}

/// Somebody is on the way by key, whatever is still open over the page.
pub(super) fn is_awaited(ctx: &Context) -> bool {
    ctx.data(|data| data.get_temp(awaited())).unwrap_or(false)
}

/// Call it where a list or a text is drawn that a page is about: the first one takes the focus of who just arrived. Answers
/// whether it did.
pub fn greet(ctx: &Context, id: Id) -> bool {
    let takes = is_arriving(ctx);
    if takes {
        give_up(ctx);
        take_focus(ctx, id);
    }
    takes
}

/// Nobody is on the way any more: something has the focus, or the pointer is used.
pub(super) fn give_up(ctx: &Context) {
    ctx.data_mut(|data| data.remove::<bool>(awaited()));
}
