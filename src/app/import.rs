//! A list comes in: its file is chosen and read outside of the window, its form stands over the screen.

use super::{App, Task, ToastAction};
use crate::import::{ImportAsked, ImportPlanned, Reported, Sheet, Target};
use crate::screens::import::ImportForm;
use crate::screens::{Choice, Cx, Route};
use crate::store::Reply;
use crate::tr;
use egui::Context;
use std::path::PathBuf;
use std::sync::Arc;

/// A list that came in, of which something was not taken.
pub(super) type LeftOut = (Arc<Vec<Sheet>>, Arc<ImportPlanned>);

impl App {
    /// Asks for the file of a list, unless one is being looked at.
    pub(super) fn begin_import(&mut self, target: Target) {
        if self.store.is_read_only() {
            self.toasts.say(tr!(self.tr, "quick-read-only"));
        } else if self.import.is_none() {
            self.start(Task::Pick(Choice::List(target)));
        }
    }

    /// What a list is of by what is looked at, where its columns do not tell.
    pub(super) const fn import_target(&self) -> Target {
        match self.route {
            Route::Meetings | Route::Meeting(_) | Route::Minutes(_) => Target::Meetings,
            Route::FollowUps => Target::Register,
            Route::Proposals => Target::Proposals,
            Route::People => Target::People,
            Route::Challenges
            | Route::Partnerships
            | Route::Regulations
            | Route::Record(_)
            | Route::Tidying
            | Route::Organisations
            | Route::Intake
            | Route::Settings
            | Route::Templates => Target::Organisations,
        }
    }

    /// A list was read: its form opens.
    pub(super) fn take_list(&mut self, target: Target, name: String, sheets: Vec<Sheet>) {
        self.import = Some(ImportForm::new(target, name, sheets));
    }

    pub(super) fn take_import_planned(&mut self, asked: &ImportAsked, planned: crate::error::Result<ImportPlanned>) {
        if let Some(form) = &mut self.import {
            form.take_planned(asked, planned);
        }
    }

    pub(super) fn take_import_reply(&mut self, reply: &Reply) {
        if let Some(form) = &mut self.import {
            form.on_reply(reply);
        }
    }

    /// The refused rows of the list that is looked at, or what was left out of the last one, go there.
    pub(super) fn write_reported(&mut self, which: Reported, to: PathBuf) {
        let list = match which {
            Reported::Refused => self.import.as_ref().and_then(ImportForm::shown),
            Reported::LeftOut => self.left_out.take(),
        };
        if let Some((sheets, planned)) = list {
            self.start(Task::WriteReported { which, sheets, planned, to });
        }
    }

    /// Says what was not taken of a list that came in, with the way to a file of it.
    fn say_left_out(&mut self, form: &ImportForm) {
        if let Some((words, list)) = form.left_out(&self.tr).zip(form.shown()) {
            self.toasts.say_with(words, tr!(self.tr, "import-left-save"), ToastAction::SaveLeftOut(list));
        }
    }

    /// Shows the list that is looked at.
    pub(super) fn import_ui(&mut self, ctx: &Context) {
        let Some(mut form) = self.import.take() else { return };
        let (today, now) = (self.clock.today(), self.clock.now());
        let Self { store, tr, settings, asks, .. } = &mut *self;
        if form.show(ctx, &mut Cx { store, tr, settings, today, now, asks }) {
            self.say_left_out(&form);
        } else {
            self.import = Some(form);
        }
    }
}
