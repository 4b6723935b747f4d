//! The papers of several records at once: which, in which form; where they go is asked by the program.

use super::whole::Work;
use super::{RegisterScreen, table};
use crate::domain::{Entity, PaperFormat, TemplateKind};
use crate::screens::{Ask, BatchAsk, Cx};
use crate::store::query::RecordRow;
use crate::strings::Tr;
use crate::text::Label;
use crate::tr;
use crate::widgets::{Button, Line, UiExt, check_box, dialog, pick_list};
use egui::{Context, Ui};
use std::collections::BTreeSet;

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
    entity: Entity,
    count: usize,
    kinds: BTreeSet<TemplateKind>,
    format: usize,
}

impl PapersForm {
    /// For so many records; what is asked for most often comes first among their papers.
    pub(super) fn new(entity: Entity, count: usize) -> Self {
        let kinds = TemplateKind::of_record(entity).iter().take(1).copied().collect();
        Self { entity, count, kinds, format: 0 }
    }

    /// Shows it.
    pub(super) fn show(&mut self, ctx: &Context, cx: &Cx<'_>) -> PapersOutput {
        let tr = cx.tr;
        let all = TemplateKind::of_record(self.entity);
        let title = tr!(tr, &format!("batch-title-{}", self.entity.code()), count = self.count);
        let (mut is_confirmed, mut is_cancelled) = (false, false);
        let can = !self.kinds.is_empty();
        let left = dialog(ctx, "papers", &title, WIDTH, |ui| {
            // Where there is one paper only there is nothing to choose.
            if all.len() > 1 {
                self.kinds_ui(ui, tr);
            }
            let names = PaperFormat::OF_PAPERS.map(|format| tr!(tr, format.label_key()));
            if let Some(format) = pick_list(ui, &tr!(tr, "paper-format"), Some(self.format), &names, WIDTH) {
                self.format = format;
            }
            let weak = ui.tokens().ink_weak;
            ui.add(Label::new(tr!(tr, "batch-about")).size(12.0).color(weak).wrap());
            ui.row(|ui| {
                ui.spacing_mut().item_spacing.x = ui.metrics().small;
                let start = tr!(tr, "batch-start", count = self.count * self.kinds.len());
                is_confirmed = ui.add(Button::primary(&start).enabled(can).keys("Ctrl Enter")).clicked();
                is_cancelled = ui.add(Button::new(&tr!(tr, "shell-cancel"))).clicked();
            });
        });
        if (is_confirmed || left.is_confirmed) && can {
            let format = PaperFormat::OF_PAPERS.get(self.format).copied().unwrap_or(PaperFormat::Pdf);
            let kinds = all.iter().copied().filter(|kind| self.kinds.contains(kind)).collect();
            return PapersOutput::Wanted(WantedPapers { kinds, format });
        }
        if is_cancelled || left.is_closed { PapersOutput::Cancelled } else { PapersOutput::Open }
    }

    fn kinds_ui(&mut self, ui: &mut Ui, tr: &Tr) {
        ui.add(Line::new(&tr!(tr, "batch-which")).weak(ui));
        for kind in TemplateKind::of_record(self.entity) {
            let has = self.kinds.contains(kind);
            ui.row(|ui| {
                let name = tr!(tr, kind.label_key());
                if check_box(ui, &name, has).clicked() && !self.kinds.remove(kind) {
                    self.kinds.insert(*kind);
                }
                ui.add(Line::new(&name));
            });
        }
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
    let records = rows.iter().map(|row| row.record).collect();
    cx.ask(Ask::Batch(BatchAsk { records, papers: wanted.kinds, format: wanted.format }));
}
