//! For which paper the press item of a meeting is written, in which form, and what it may tell: a tick changes the record
//! itself, so that it holds for all items to come. A meeting of which nothing is told outside says so here.

use super::MeetingScreen;
use crate::domain::{
    BlockKind, MeetingId, PaperFormat, Record, Report, ReportAsked, SheetFormat, Value, preparing_marks,
};
use crate::error::Error;
use crate::screens::{Ask, Cx, Screen, parts};
use crate::store::query::{MayBeTold, MeetingView, Publishable};
use crate::store::{Changes, Edit, Live};
use crate::text::Label;
use crate::tr;
use crate::widgets::{
    Button, Chip, Field, Line, Tone, UiExt, check_box, dialog, pick_list, scroll_vertical, section_heading,
};
use egui::{Context, Ui};

/// The lists take at most that much of the dialog, in points.
const LISTS: f32 = 420.0;
/// A row of them, in points.
const ROW: f32 = 30.0;

/// Papers want to go on writing: Word comes first. The text has a button of its own.
const FORMATS: [PaperFormat; 5] =
    [PaperFormat::Docx, PaperFormat::Pdf, PaperFormat::Html, PaperFormat::Markdown, PaperFormat::Json];

/// The open form.
#[derive(Default)]
pub(super) struct PressForm {
    outlet: String,
    format: usize,
    told: Live<Publishable>,
}

/// What a tick allows.
struct Tick {
    record: Record,
    /// The field that says it may be told.
    field: &'static str,
    is_allowed: bool,
    /// What sort of thing, where that is not plain.
    kind: Option<(String, Tone)>,
    text: String,
    detail: String,
}

impl Tick {
    fn edit(&self, is_allowed: bool) -> Edit {
        let values = vec![(self.field, if is_allowed { Value::from(true) } else { Value::Empty })];
        Edit::Set { record: self.record, values, session: None, based_on: None }
    }
}

impl PressForm {
    pub(super) fn note(&mut self, changes: Changes) {
        self.told.note(changes);
    }

    /// Who may be named and what may be published, each with its tick.
    fn told_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, meeting: MeetingId, view: &MeetingView) {
        let Some(told) = self.told.get(cx.store, Publishable { meeting }) else { return };
        let lists = [("press-form-named", people(view, told)), ("press-form-published", said(cx, view, told))];
        let height = (ui.ctx().content_rect().height() * 0.45).min(LISTS);
        scroll_vertical(ui, "press-told", |ui, area| {
            area.max_height(height).auto_shrink([false, true]).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for (key, ticks) in &lists {
                    if !ticks.is_empty() {
                        ticks_ui(ui, cx, &tr!(cx.tr, key), ticks);
                    }
                }
            })
        });
    }
}

/// Who was there.
fn people(view: &MeetingView, told: &MayBeTold) -> Vec<Tick> {
    let present = view.attendance.iter().filter(|line| line.status.attended());
    let tick = |line: &crate::store::query::AttendanceView| {
        let person = line.person.as_ref()?;
        let (record, is_allowed) = (person.id.record(), told.people.contains(&person.id));
        let (text, detail) = (person.name.clone(), line.post.clone());
        Some(Tick { record, field: "may_be_named", is_allowed, kind: None, text, detail })
    };
    present.filter_map(tick).collect()
}

/// What was raised, decided and said.
fn said(cx: &Cx<'_>, view: &MeetingView, told: &MayBeTold) -> Vec<Tick> {
    let field = "may_be_published";
    let outcomes = view.outcomes.iter().filter(|row| row.kind.is_news()).map(|row| Tick {
        record: row.id.record(),
        field,
        is_allowed: told.outcomes.contains(&row.id),
        kind: Some((tr!(cx.tr, row.kind.label_key()), parts::kind_tone(row.kind))),
        text: row.text.clone(),
        detail: String::new(),
    });
    let blocks = view.agenda.iter().flat_map(|item| &item.blocks);
    let quotes = blocks.filter(|block| block.kind == BlockKind::Quote).map(|block| Tick {
        record: block.id.record(),
        field,
        is_allowed: block.may_be_published,
        kind: Some((tr!(cx.tr, BlockKind::Quote.label_key()), Tone::Neutral)),
        text: block.body.clone(),
        detail: block.speaker.as_ref().map(|speaker| speaker.name.clone()).unwrap_or_default(),
    });
    outcomes.chain(quotes).collect()
}

fn ticks_ui(ui: &mut Ui, cx: &Cx<'_>, title: &str, ticks: &[Tick]) {
    let are_all = ticks.iter().all(|tick| tick.is_allowed);
    ui.row(|ui| {
        section_heading(ui, title);
        let all = if are_all { "press-form-none" } else { "press-form-all" };
        let name = tr!(cx.tr, "press-form-all-of", all = tr!(cx.tr, all), what = title);
        let turned = ui.at_end(title, |ui| ui.add(Button::quiet(&tr!(cx.tr, all)).small().name(&name)).clicked()).inner;
        if turned && !cx.store.is_read_only() {
            let others = ticks.iter().filter(|tick| tick.is_allowed == are_all);
            cx.store.send(Edit::Together(others.map(|tick| tick.edit(!are_all)).collect()));
        }
    });
    for tick in ticks {
        ui.row_of(ROW, |ui| {
            ui.spacing_mut().item_spacing.x = ui.metrics().small;
            let name = tr!(cx.tr, "press-form-allow", what = tick.text.as_str());
            if check_box(ui, &name, tick.is_allowed).clicked() && !cx.store.is_read_only() {
                cx.store.send(tick.edit(!tick.is_allowed));
            }
            if let Some((kind, tone)) = &tick.kind {
                ui.add(Chip::new(kind, *tone));
            }
            let room = ui.available_width();
            ui.add(Line::new(&tick.text).max_width(if tick.detail.is_empty() { room } else { room * 0.6 }));
            let room = ui.available_width();
            ui.add(Line::new(&tick.detail).weak(ui).max_width(room));
        });
    }
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
        let refusal = view.press_refusal(cx.today, &preparing_marks(tr));
        let can = refusal.is_none();
        let left = dialog(ctx, "press", &tr!(tr, "press-form-title"), 520.0, |ui| {
            if let Some(kind) = refusal {
                let words = Error::new(kind, "").message(tr);
                let colour = ui.tokens().tone(Tone::Amber).ink;
                ui.add(Label::new(words).color(colour).wrap());
                is_left = ui.row(|ui| ui.add(Button::primary(&tr!(tr, "shell-close"))).clicked()).inner;
                return;
            }
            let weak = ui.tokens().ink_weak;
            ui.add(Label::new(tr!(tr, "press-form-about")).color(weak).wrap());
            let (label, hint) = (tr!(tr, "press-form-outlet"), tr!(tr, "press-form-outlet-hint"));
            Field::new(&mut form.outlet, &label).hint(&hint).show(ui);
            form.told_ui(ui, cx, self.id, view);
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
            let report = Report::Press { meeting: self.id, outlet: form.outlet.trim().to_owned(), tells_all: false };
            cx.ask(Ask::Report(ReportAsked { report, format: SheetFormat::Paper(format) }));
        }
        is_written || is_copied || is_left || left.is_closed
    }
}
