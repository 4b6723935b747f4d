//! What came back: of the writer, what it refused; of tasks outside, what became of them.

use super::{App, Finished, ToastAction, path_dialog};
use crate::arabic::isolate::isolate_file_name;
use crate::domain::Entity;
use crate::error::{Error, ErrorKind};
use crate::store::{Changes, Ticket};
use crate::tr;

impl App {
    /// Says what the writer refused. A form that was left holds what was typed: a button leads back to it, and a window
    /// that was about to close stays for it.
    pub(super) fn tell_refused(&mut self, error: &Error, ticket: Ticket) {
        let words = error.message(&self.tr);
        match self.screens.refused_at(ticket).filter(|route| *route != self.route) {
            Some(route) => {
                let back = tr!(self.tr, "shell-back-to-form");
                self.toasts.fail_with(words, back, ToastAction::Go(route));
                if std::mem::take(&mut self.wants_close) {
                    self.route = route;
                }
            }
            // Nothing went wrong, and nothing is to be done about it.
            None if error.kind() == &ErrorKind::NothingToUndo => self.toasts.say(words),
            None => self.toasts.fail(words),
        }
    }

    pub(super) fn take_finished(&mut self, ctx: &egui::Context) {
        for finished in self.outside.finished() {
            match finished {
                Finished::Exported(path) => self.say_written("shell-exported", &path),
                Finished::PaperWritten(path) => self.say_written("shell-paper-written", &path),
                Finished::LetterWritten { ask, path } => self.letter_written(ctx, &ask, path),
                Finished::TextWritten(text) => {
                    ctx.copy_text(text);
                    self.toasts.say(tr!(self.tr, "shell-text-copied"));
                }
                Finished::ReportCopied(text) => {
                    ctx.copy_text(text);
                    self.toasts.say(tr!(self.tr, "report-copied"));
                }
                Finished::Compared(ask, rows) => {
                    if let Some((_, screen)) = &mut self.screens.minutes {
                        screen.take_compared(&ask, &rows);
                    }
                }
                Finished::Picked(choice, path) => self.chosen(choice, path),
                Finished::PickedFiles(record, paths) => self.store.attach_all(record, paths),
                Finished::CopySaved(path) => self.say_written("attach-copy-saved", &path),
                Finished::ReportedWritten(which, path) => {
                    self.say_written(&format!("{}-written", which.title_key()), &path);
                }
                Finished::ListRead(target, name, sheets) => self.take_list(target, name, sheets),
                Finished::ImportPlanned(asked, planned) => self.take_import_planned(&asked, *planned),
                Finished::PickCancelled(_) | Finished::Opened => {}
                Finished::PickUnavailable(choice) => {
                    let start = path_dialog::present(choice, &self.settings, self.store.folder(), &self.tr);
                    self.path_dialog = Some(path_dialog::PathDialog::new(choice, start));
                }
                Finished::LogoInstalled(kind, name) => self.take_logo(kind, name),
                Finished::PaperCopied(copied) => self.take_copied(ctx, copied),
                Finished::Printed(printed) => self.say_printed(printed),
                Finished::BatchEnded(folder, done) => self.take_batch(folder, done),
                Finished::Rescued(path) => {
                    let words = tr!(self.tr, "shell-rescued", file = path.to_string_lossy().into_owned());
                    self.toasts.say(words);
                    self.save_failure.rescued();
                }
                Finished::Failed(error) => {
                    // What was found out about a kept file is seen in its row.
                    if matches!(error.kind(), ErrorKind::FileMissing(_) | ErrorKind::FileAltered(_)) {
                        let changes = Changes::of(&[Entity::Document]);
                        self.screens.each(|screen| screen.note(changes));
                    }
                    if matches!(error.kind(), ErrorKind::NotPrinted(_) | ErrorKind::FileUnopened(_)) {
                        self.end_printing();
                    }
                    self.toasts.fail(error.message(&self.tr));
                }
            }
        }
    }

    /// Says that a file was written, with the way to its folder.
    pub(super) fn say_written(&mut self, key: &str, path: &std::path::Path) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let folder = path.parent().map(std::path::Path::to_path_buf).unwrap_or_default();
        let words = tr!(self.tr, key, file = isolate_file_name(&name));
        self.toasts.say_with(words, tr!(self.tr, "shell-open-folder"), ToastAction::Reveal(folder));
    }
}
