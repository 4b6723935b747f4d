//! The papers of several meetings at once: which, in which form; where they go is asked by the program.

use super::whole::Work;
use super::{RegisterScreen, table};
use crate::domain::{MeetingId, PaperFormat, TemplateKind};
use crate::screens::{Ask, BatchAsk, Cx};
use crate::store::query::RecordRow;
use crate::text::Label;
use crate::tr;
use crate::widgets::{Button, Line, UiExt, check_box, dialog, pick_list};
use egui::Context;
use std::collections::BTreeSet;

/// The papers that a meeting has.
const KINDS: [TemplateKind; 6] = [
    TemplateKind::Minutes,
    TemplateKind::Agenda,
    TemplateKind::Invitation,
    TemplateKind::SigningSheet,
    TemplateKind::Preparation,
    TemplateKind::PressItem,
];
/// In which forms, each with the key of its name.
const FORMATS: [(PaperFormat, &str); 5] = [
    (PaperFormat::Pdf, "paper-format-pdf"),
    (PaperFormat::Docx, "paper-format-docx"),
    (PaperFormat::Html, "paper-format-html"),
    (PaperFormat::Markdown, "paper-format-markdown"),
    (PaperFormat::Text, "paper-format-text"),
];
const WIDTH: f32 = 420.0;

/// What is to be written of each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct WantedPapers {
    kinds: Vec<TemplateKind>,
    format: PaperFormat,
}

/// What became of the window.
pub(super) enum PapersOutput {
    Open,
    Cancelled,
    Wanted(WantedPapers),
}

/// The open window.
pub(super) struct PapersForm {
    meetings: usize,
    kinds: BTreeSet<TemplateKind>,
    format: usize,
}

impl PapersForm {
    /// For so many meetings; the minutes are what is asked for most often.
    pub(super) fn new(meetings: usize) -> Self {
        Self { meetings, kinds: BTreeSet::from([TemplateKind::Minutes]), format: 0 }
    }

    /// Shows it.
    pub(super) fn show(&mut self, ctx: &Context, cx: &Cx<'_>) -> PapersOutput {
        let tr = cx.tr;
        let title = tr!(tr, "batch-title", count = self.meetings);
        let (mut is_confirmed, mut is_cancelled) = (false, false);
        let can = !self.kinds.is_empty();
        let left = dialog(ctx, "papers", &title, WIDTH, |ui| {
            ui.add(Line::new(&tr!(tr, "batch-which")).weak(ui));
            for kind in KINDS {
                let has = self.kinds.contains(&kind);
                ui.row(|ui| {
                    let name = tr!(tr, kind.label_key());
                    if check_box(ui, &name, has).clicked() && !self.kinds.remove(&kind) {
                        self.kinds.insert(kind);
                    }
                    ui.add(Line::new(&name));
                });
            }
            let names = FORMATS.map(|(_, key)| tr!(tr, key));
            if let Some(format) = pick_list(ui, &tr!(tr, "paper-format"), Some(self.format), &names, WIDTH) {
                self.format = format;
            }
            let weak = ui.tokens().ink_weak;
            ui.add(Label::new(tr!(tr, "batch-about")).size(12.0).color(weak).wrap());
            ui.row(|ui| {
                ui.spacing_mut().item_spacing.x = ui.metrics().small;
                let start = tr!(tr, "batch-start", count = self.meetings * self.kinds.len());
                is_confirmed = ui.add(Button::primary(&start).enabled(can).keys("Ctrl Enter")).clicked();
                is_cancelled = ui.add(Button::new(&tr!(tr, "shell-cancel"))).clicked();
            });
        });
        if (is_confirmed || left.is_confirmed) && can {
            let format = FORMATS.get(self.format).map_or(PaperFormat::Pdf, |(format, _)| *format);
            let kinds = KINDS.into_iter().filter(|kind| self.kinds.contains(kind)).collect();
            return PapersOutput::Wanted(WantedPapers { kinds, format });
        }
        if is_cancelled || left.is_closed { PapersOutput::Cancelled } else { PapersOutput::Open }
    }
}

impl RegisterScreen {
    /// Has the papers of what is selected written; where all of the list is, it is read first.
    pub(super) fn write_papers(&mut self, cx: &mut Cx<'_>, wanted: WantedPapers) {
        if self.has_all {
            return self.begin_whole(cx, Work::Papers(wanted));
        }
        let rows = table::selected(&self.listing, &self.table);
        ask(cx, &rows, wanted);
    }
}

/// Asks the program for the papers of those rows.
pub(super) fn ask(cx: &mut Cx<'_>, rows: &[&RecordRow], wanted: WantedPapers) {
    let meetings = rows.iter().map(|row| MeetingId(row.record.id)).collect();
    cx.ask(Ask::Batch(BatchAsk { meetings, papers: wanted.kinds, format: wanted.format }));
}
