//! For which paper the press item of a meeting is written, and in which form. A meeting of which nothing is told outside says
//! so here.

use super::MeetingScreen;
use crate::domain::{Confidentiality, PaperFormat, Report, ReportAsked, SheetFormat};
use crate::error::{Error, ErrorKind};
use crate::screens::{Ask, Cx, Screen};
use crate::store::query::MeetingView;
use crate::text::Label;
use crate::tr;
use crate::widgets::{Button, Field, Tone, UiExt, dialog, pick_list};
use egui::Context;

/// Papers want to go on writing: Word comes first. The text has a button of its own.
const FORMATS: [PaperFormat; 5] =
    [PaperFormat::Docx, PaperFormat::Pdf, PaperFormat::Html, PaperFormat::Markdown, PaperFormat::Json];

/// The open form.
#[derive(Default)]
pub(super) struct PressForm {
    outlet: String,
    format: usize,
}

/// Is nothing of the meeting told outside?
const fn is_closed(view: &MeetingView) -> bool {
    matches!(view.meeting.confidentiality, Confidentiality::Restricted | Confidentiality::Confidential)
}

impl MeetingScreen {
    /// Shows the form; answers whether it is done with.
    pub(super) fn press_dialog(
        &mut self,
        ctx: &Context,
        cx: &mut Cx<'_>,
        form: &mut PressForm,
        view: &MeetingView,
    ) -> bool {
        let tr = cx.tr;
        let (mut is_written, mut is_copied, mut is_left) = (false, false, false);
        let can = !is_closed(view);
        let left = dialog(ctx, "press", &tr!(tr, "press-form-title"), 440.0, |ui| {
            if !can {
                let words = Error::new(ErrorKind::PressConfidential, "").message(tr);
                let colour = ui.tokens().tone(Tone::Amber).ink;
                ui.add(Label::new(words).color(colour).wrap());
                is_left = ui.row(|ui| ui.add(Button::primary(&tr!(tr, "shell-close"))).clicked()).inner;
                return;
            }
            let weak = ui.tokens().ink_weak;
            ui.add(Label::new(tr!(tr, "press-form-about")).color(weak).wrap());
            let (label, hint) = (tr!(tr, "press-form-outlet"), tr!(tr, "press-form-outlet-hint"));
            Field::new(&mut form.outlet, &label).hint(&hint).show(ui);
            let names = FORMATS.map(|format| tr!(tr, format.label_key()));
            let width = ui.available_width();
            if let Some(at) = pick_list(ui, &tr!(tr, "paper-format"), Some(form.format), &names, width) {
                form.format = at;
            }
            ui.row(|ui| {
                is_written = ui.add(Button::primary(&tr!(tr, "press-form-write")).keys("Ctrl Enter")).clicked();
                is_copied = ui.add(Button::new(&tr!(tr, "press-form-copy"))).clicked();
                is_left = ui.add(Button::new(&tr!(tr, "shell-cancel"))).clicked();
            });
        });
        is_written |= left.is_confirmed && can;
        if is_written || is_copied {
            // What is only typed belongs in it.
            self.flush(cx);
            let format = FORMATS.get(form.format).copied().unwrap_or(PaperFormat::Docx);
            let format = if is_copied { PaperFormat::Text } else { format };
            let report = Report::Press { meeting: self.id, outlet: form.outlet.trim().to_owned() };
            cx.ask(Ask::Report(ReportAsked { report, format: SheetFormat::Paper(format) }));
        }
        is_written || is_copied || is_left || left.is_closed
    }
}
