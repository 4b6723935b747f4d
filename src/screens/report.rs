//! The small windows in which a report is asked for: the time it is of and whose it is, and the matrix of goals; each with the
//! form in which it goes out. They stand over whatever screen is open.

use super::{Ask, Cx, PaperSubject, parts};
use crate::calendar::Calendar;
use crate::domain::{Entity, NamedPeriod, OrganisationId, PaperFormat, Report, ReportAsked, ReportPeriod, SheetFormat};
use crate::error::{Error, ErrorKind};
use crate::store::query::Names;
use crate::store::{Changes, Live};
use crate::text::Label;
use crate::tr;
use crate::widgets::{Button, ComboField, DateDraft, Suggestion, UiExt, dialog, pick_list};
use egui::{Context, Ui};

/// The forms of a report, and those of the matrix, which is a table too.
const FORMATS: [SheetFormat; 8] = [
    SheetFormat::Paper(PaperFormat::Pdf),
    SheetFormat::Paper(PaperFormat::Docx),
    SheetFormat::Paper(PaperFormat::Html),
    SheetFormat::Paper(PaperFormat::Markdown),
    SheetFormat::Paper(PaperFormat::Text),
    SheetFormat::Paper(PaperFormat::Json),
    SheetFormat::Xlsx,
    SheetFormat::Csv,
];
/// Of which a report has so many.
const OF_REPORT: usize = PaperFormat::OF_PAPERS.len();

/// The open window.
pub enum ReportForm {
    /// The report of a period.
    Period(Box<PeriodForm>),
    /// The goals of the Vision and what serves them.
    Goals {
        /// Which of the formats on offer.
        format: usize,
    },
}

/// What is being chosen of a period.
pub struct PeriodForm {
    /// Which named period; the last choice is another one.
    period: usize,
    from: DateDraft,
    until: DateDraft,
    body: String,
    names: Live<Names>,
    /// The body that is chosen.
    chosen: Option<OrganisationId>,
    format: usize,
}

/// The named periods as they are offered: those of the calendar that comes first, then those of the other.
fn offered(cx: &Cx<'_>) -> Vec<(NamedPeriod, Calendar)> {
    let first = parts::first_calendar(cx.settings.calendars);
    let calendars = std::iter::once(first).chain(parts::second_calendar(cx.settings.calendars));
    calendars.flat_map(|calendar| NamedPeriod::ALL.map(|period| (period, calendar))).collect()
}

impl ReportForm {
    /// The window of a report, of the month before this one; of that body alone, if one is given.
    pub fn period(body: Option<(OrganisationId, String)>, cx: &Cx<'_>) -> Self {
        let (chosen, body) = body.map_or((None, String::new()), |(id, name)| (Some(id), name));
        let last_month = offered(cx).iter().position(|(period, _)| *period == NamedPeriod::LastMonth);
        let mut form = PeriodForm {
            period: last_month.unwrap_or_default(),
            from: DateDraft::default(),
            until: DateDraft::default(),
            body,
            names: Live::default(),
            chosen,
            format: 0,
        };
        form.take_days(cx);
        Self::Period(Box::new(form))
    }

    /// The window of the matrix.
    pub const fn goals() -> Self {
        Self::Goals { format: 0 }
    }

    /// Tells its list what an edit touched.
    pub fn note(&mut self, changes: Changes) {
        if let Self::Period(form) = self {
            form.names.note(changes);
        }
    }

    /// Shows it; `true` once it has done its work or was left.
    pub fn show(&mut self, ctx: &Context, cx: &mut Cx<'_>) -> bool {
        let tr = cx.tr;
        let key = match self {
            Self::Period(_) => "report-period",
            Self::Goals { .. } => "goals-form-title",
        };
        let title = tr!(tr, key);
        let (mut asked, mut is_seen, mut is_cancelled, mut can) = (false, false, false, false);
        let left = dialog(ctx, "report", &title, 440.0, |ui| {
            let write = match self {
                Self::Period(form) => {
                    form.fields_ui(ui, cx);
                    can = form.period_of().is_ok_and(|period| period.is_some()) && form.is_body_known();
                    "report-form-write"
                }
                Self::Goals { format } => {
                    can = true;
                    let weak = ui.tokens().ink_weak;
                    ui.add(Label::new(tr!(tr, "goals-form-about")).color(weak).wrap());
                    format_ui(ui, cx, format, FORMATS.len());
                    "goals-form-write"
                }
            };
            ui.row(|ui| {
                asked = ui.add(Button::primary(&tr!(tr, write)).enabled(can).keys("Ctrl Enter")).clicked();
                is_seen = ui.add(Button::new(&tr!(tr, "paper-see")).enabled(can)).clicked();
                is_cancelled = ui.add(Button::new(&tr!(tr, "shell-cancel"))).clicked();
            });
        });
        if is_seen {
            // Whoever has seen it may still choose another time, or its form.
            cx.asks.extend(self.asked().map(|asked| Ask::ShowPaper(PaperSubject::Report(asked.report))));
        }
        asked |= left.is_confirmed && can;
        if asked {
            cx.asks.extend(self.asked().map(Ask::Report));
        }
        asked || is_cancelled || left.is_closed
    }

    fn asked(&self) -> Option<ReportAsked> {
        let (report, format) = match self {
            Self::Period(form) => (Report::Period(form.period_of().ok()??), form.format),
            Self::Goals { format } => (Report::Goals, *format),
        };
        Some(ReportAsked { report, format: FORMATS.get(format).copied()? })
    }
}

/// In which form it goes out.
fn format_ui(ui: &mut Ui, cx: &Cx<'_>, format: &mut usize, many: usize) {
    let names: Vec<String> = FORMATS.iter().take(many).map(|format| tr!(cx.tr, format.label_key())).collect();
    let width = ui.available_width();
    if let Some(at) = pick_list(ui, &tr!(cx.tr, "paper-format"), Some(*format), &names, width) {
        *format = at;
    }
}

impl PeriodForm {
    /// The days of the named period, where one is chosen.
    fn take_days(&mut self, cx: &Cx<'_>) {
        let Some((period, calendar)) = offered(cx).get(self.period).copied() else { return };
        if let Some((from, until)) = period.days(cx.today, calendar) {
            self.from = DateDraft::new(Some(from), cx.dates());
            self.until = DateDraft::new(Some(until), cx.dates());
        }
    }

    /// What is asked for; nothing while a day is missing.
    fn period_of(&self) -> Result<Option<ReportPeriod>, Error> {
        let Some((from, until)) = self.from.date().zip(self.until.date()) else { return Ok(None) };
        if until < from {
            return Err(Error::new(ErrorKind::PeriodReversed, ""));
        }
        Ok(Some(ReportPeriod { from, until, body: self.chosen }))
    }

    /// Nothing is typed as the body, or one that the register has.
    fn is_body_known(&self) -> bool {
        self.body.trim().is_empty() || self.chosen.is_some()
    }

    fn fields_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let tr = cx.tr;
        let offered = offered(cx);
        let mut words: Vec<String> =
            offered.iter().map(|(period, calendar)| tr!(tr, &period.label_key(*calendar))).collect();
        words.push(tr!(tr, "report-period-other"));
        let label = tr!(tr, "report-form-period");
        let width = ui.available_width();
        if let Some(at) = pick_list(ui, &label, Some(self.period), &words, width) {
            self.period = at;
            self.take_days(cx);
        }
        let reversed = self.period_of().err().map(|error| error.message(tr));
        let from = self.from.show(ui, &tr!(tr, "report-form-from"), f32::INFINITY, cx.dates());
        let label = tr!(tr, "report-form-until");
        let until = self.until.show_with_error(ui, &label, f32::INFINITY, cx.dates(), reversed.as_deref());
        if from.changed || until.changed {
            // A day that was chosen is no named period any more.
            self.period = offered.len();
        }
        self.body_ui(ui, cx);
        format_ui(ui, cx, &mut self.format, OF_REPORT);
    }

    fn body_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let tr = cx.tr;
        let asked = Names { entity: Entity::Organisation, list: None, containing: self.body.trim().to_owned() };
        self.names.get(cx.store, asked);
        let known = self.names.last().map(Vec::as_slice).unwrap_or_default();
        let words: Vec<Suggestion> = known
            .iter()
            .map(|named| Suggestion {
                text: named.name.clone(),
                detail: named.detail.clone(),
                also: named.also.clone(),
                ..Suggestion::default()
            })
            .collect();
        let unknown = (!self.is_body_known()).then(|| tr!(tr, "report-form-body-unknown"));
        let (label, hint) = (tr!(tr, "report-form-body"), tr!(tr, "report-form-body-hint"));
        let field = ComboField::new(&mut self.body, &label, &words).hint(&hint);
        let output = field.error(unknown.as_deref()).width(f32::INFINITY).show(ui);
        if let Some(named) = output.picked.and_then(|place| known.get(place)) {
            self.chosen = Some(OrganisationId(named.record.id));
        } else if output.changed || self.chosen.is_none() {
            // Also where the register answers after the last letter.
            let typed = self.body.trim();
            let named = known.iter().find(|named| named.name == typed && !typed.is_empty());
            self.chosen = named.map(|named| OrganisationId(named.record.id));
        }
    }
}
