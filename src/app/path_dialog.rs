//! A field for a path, where the system has no dialog of its own. Tests drive this one.

use crate::domain::Settings;
use crate::jobs;
use crate::screens::Choice;
use crate::strings::Tr;
use crate::tr;
use crate::widgets::{Button, Field, UiExt, dialog};
use std::path::{Path, PathBuf};

/// The open dialog.
pub(super) struct PathDialog {
    choice: Choice,
    text: String,
    is_fresh: bool,
}

/// How the dialog was left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PathOutput {
    Open,
    Cancelled,
    Confirmed,
}

/// What the setting holds now; where a file goes that has a name of its own.
pub(super) fn present(choice: Choice, settings: &Settings, store_folder: &Path, tr: &Tr) -> String {
    match choice {
        Choice::ExportFolder => settings.export_folder.clone(),
        Choice::BackupFolder => settings.backup_folder.clone(),
        Choice::BatchFolder => settings.export_folder.clone(),
        Choice::Logo
        | Choice::PaperLogo(_)
        | Choice::PaperFile(_)
        | Choice::RescueFolder
        | Choice::Files(_)
        | Choice::CopyOf(_)
        | Choice::StoreFolder
        | Choice::List(_) => String::new(),
        Choice::ReportedRows(which) => {
            let file = jobs::export_folder(settings, store_folder).join(jobs::reported_file(which, tr));
            file.to_string_lossy().into_owned()
        }
    }
}

impl PathDialog {
    pub(super) const fn new(choice: Choice, text: String) -> Self {
        Self { choice, text, is_fresh: true }
    }

    pub(super) const fn choice(&self) -> Choice {
        self.choice
    }

    pub(super) fn path(&self) -> PathBuf {
        PathBuf::from(self.text.trim())
    }

    pub(super) fn show(&mut self, ctx: &egui::Context, tr: &Tr) -> PathOutput {
        let title = match self.choice {
            Choice::ExportFolder => tr!(tr, "settings-export-folder"),
            Choice::BackupFolder => tr!(tr, "settings-backup-folder"),
            Choice::Logo | Choice::PaperLogo(_) => tr!(tr, "settings-logo"),
            Choice::PaperFile(_) => tr!(tr, "paper-save"),
            Choice::BatchFolder => tr!(tr, "batch-folder"),
            Choice::RescueFolder => tr!(tr, "shell-rescue-folder"),
            Choice::Files(_) => tr!(tr, "attach-add"),
            Choice::CopyOf(_) => tr!(tr, "attach-save-copy"),
            Choice::StoreFolder => tr!(tr, "refusal-other"),
            Choice::List(_) => tr!(tr, "import-choose"),
            Choice::ReportedRows(which) => tr!(tr, which.title_key()),
        };
        let mut output = PathOutput::Open;
        let left = dialog(ctx, "path", &title, 460.0, |ui| {
            let label = tr!(tr, "shell-path");
            let help = tr!(tr, "shell-path-help");
            let field = Field::new(&mut self.text, &label).help(Some(&help)).show(ui);
            if std::mem::take(&mut self.is_fresh) {
                field.response.request_focus();
            }
            let is_given = !self.text.trim().is_empty();
            ui.row(|ui| {
                let chosen = ui.add(Button::primary(&tr!(tr, "shell-choose")).enabled(is_given)).clicked();
                if chosen || (field.submitted && is_given) {
                    output = PathOutput::Confirmed;
                }
                if ui.add(Button::new(&tr!(tr, "shell-cancel"))).clicked() {
                    output = PathOutput::Cancelled;
                }
            });
        });
        match output {
            PathOutput::Open if left.is_closed => PathOutput::Cancelled,
            PathOutput::Open if left.is_confirmed && !self.text.trim().is_empty() => PathOutput::Confirmed,
            output @ (PathOutput::Open | PathOutput::Confirmed | PathOutput::Cancelled) => output,
        }
    }
}
