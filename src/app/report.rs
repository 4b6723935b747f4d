//! Reports and letters: the window in which a report is asked for, and what becomes of a letter once it is written.

use super::App;
use crate::arabic::isolate::isolate_file_name;
use crate::domain::{DocumentKind, OrganisationId};
use crate::screens::form::kept;
use crate::screens::report::ReportForm;
use crate::screens::{Cx, LetterAsk};
use crate::tr;
use egui::Context;
use std::path::PathBuf;

impl App {
    /// Asks of which time a report is to be, and of whom.
    pub(super) fn begin_report(&mut self, body: Option<(OrganisationId, String)>) {
        let (today, now) = (self.clock.today(), self.clock.now());
        let Self { store, tr, settings, asks, report, .. } = &mut *self;
        *report = Some(ReportForm::period(body, &Cx { store, tr, settings, today, now, asks }));
    }

    /// Asks in which form the matrix of goals is to be.
    pub(super) fn begin_goals(&mut self) {
        self.report = Some(ReportForm::goals());
    }

    /// Shows what is being asked.
    pub(super) fn report_ui(&mut self, ctx: &Context) {
        let Some(mut form) = self.report.take() else { return };
        let (today, now) = (self.clock.today(), self.clock.now());
        let Self { store, tr, settings, asks, .. } = &mut *self;
        if !form.show(ctx, &mut Cx { store, tr, settings, today, now, asks }) {
            self.report = Some(form);
        } else if !self.asks.is_empty() {
            ctx.request_repaint();
        }
    }

    /// A letter is written: what was typed waits no longer, and a copy is kept with whom it is for.
    pub(super) fn letter_written(&mut self, ctx: &Context, ask: &LetterAsk, path: PathBuf) {
        kept::let_go(ctx, &self.store, &ask.waits_as);
        if !ask.keeps_copy {
            return self.say_written("shell-paper-written", &path);
        }
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        self.store.attach_as(DocumentKind::Letter, ask.letter.to, path);
        self.toasts.say(tr!(self.tr, "letter-kept", file = isolate_file_name(&name)));
    }
}
