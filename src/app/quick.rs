//! Something new from anywhere: its form stands over the screen, and once it is saved a message leads to it.

use super::{App, ToastAction};
use crate::screens::registers::{QuickAdd, QuickKind, QuickOutput};
use crate::screens::{Ask, Cx, LeftForm, Route};
use crate::store::Reply;
use crate::tr;
use egui::Context;

/// Gives a block of code the context of a screen and what is being added.
macro_rules! with_quick {
    ($app:expr, |$cx:ident, $quick:ident| $body:expr) => {{
        let (today, now) = ($app.clock.today(), $app.clock.now());
        let Self { store, tr, settings, asks, quick: $quick, .. } = &mut *$app;
        let mut context = Cx { store, tr, settings, today, now, asks };
        let $cx = &mut context;
        $body
    }};
}

impl App {
    /// Asks of which kind, unless that is known.
    pub(super) fn begin_new(&mut self, kind: Option<QuickKind>) {
        if self.store.is_read_only() {
            self.toasts.say(tr!(self.tr, "quick-read-only"));
            return;
        }
        with_quick!(self, |cx, quick| {
            // What is being typed in an open form is not thrown away.
            if quick.is_none() {
                *quick = Some(kind.map_or_else(QuickAdd::default, |kind| QuickAdd::of(kind, cx)));
            }
        });
    }

    /// Opens a form of something new again, as it was left.
    pub(super) fn begin_again(&mut self, ctx: &Context, left: &LeftForm) {
        with_quick!(self, |cx, quick| {
            if quick.is_none() {
                left.keep(ctx);
                *quick = Some(QuickAdd::again(left, cx));
            }
        });
    }

    /// Shows what is being added.
    pub(super) fn quick_ui(&mut self, ctx: &Context) {
        let output = with_quick!(self, |cx, quick| quick.as_mut().map(|quick| quick.show(ctx, cx)));
        match output {
            None | Some(QuickOutput::Open) => {}
            Some(QuickOutput::Closed) => self.quick = None,
            Some(QuickOutput::FromText) => {
                self.quick = None;
                self.asks.push(Ask::Go(Route::Intake));
                ctx.request_repaint();
            }
            Some(QuickOutput::Added(record, what)) => {
                self.quick = None;
                let words = tr!(self.tr, "quick-added", what = what);
                match record {
                    Some(record) => {
                        self.toasts.say_with(words, tr!(self.tr, "quick-open"), ToastAction::Open(record));
                    }
                    None => self.toasts.say(words),
                }
            }
        }
    }

    /// Hands on what the writer says.
    pub(super) fn take_quick_reply(&mut self, reply: &Reply) {
        if let Some(quick) = &mut self.quick {
            quick.on_reply(reply);
        }
    }

    /// Sends what is typed: the program is left.
    pub(super) fn flush_quick(&mut self) {
        with_quick!(self, |cx, quick| {
            if let Some(quick) = quick {
                quick.flush(cx);
            }
        });
    }
}
