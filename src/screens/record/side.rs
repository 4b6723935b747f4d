//! What stands beside a record's story: both sides' commitments, its facts, its ties, the work on it.

use super::Wish;
use super::update::UpdateForm;
use crate::domain::{Entity, EntryList, LinkId, OrganisationKind, OutcomeKind, lifecycle, status_words};
use crate::screens::goals::GoalsField;
use crate::screens::{Ask, Choice, Cx, attachments, parts, shown};
use crate::store::query::{CommitmentsView, ProgressRow, RecordView, Side, Tie};
use crate::text::{Label, Weight};
use crate::tr;
use crate::widgets::{Button, Card, Chip, Icon, Line, Tone, Type, UiExt, progress_bar};
use egui::Ui;

/// How much of what both sides owe is done.
pub(super) fn commitments_ui(ui: &mut Ui, cx: &Cx<'_>, commitments: Option<CommitmentsView>, kind: &str) {
    // To a municipality itself the other side is everybody else.
    let is_ours = kind == OrganisationKind::Amana.code();
    let ours = if is_ours { "record-others" } else { "record-ours" };
    if let Some(sides) = commitments {
        let title = tr!(cx.tr, "record-commitments");
        Card::new().title(&title).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = ui.metrics().small;
            side_line(ui, cx, &tr!(cx.tr, ours), sides.ours);
            side_line(ui, cx, &tr!(cx.tr, "record-theirs"), sides.theirs);
        });
    }
}

/// Facts, ties and work.
pub(super) fn side_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    view: &RecordView,
    (update, goals): (&mut UpdateForm, &mut GoalsField),
    wishes: &mut Vec<Wish>,
) {
    // What somebody owes is opened to say how it goes on; of all else one asks first what it is.
    let is_work = view.record.entity == Entity::Outcome;
    if is_work {
        progress_ui(ui, cx, view, update, wishes);
    }
    facts_ui(ui, cx, view);
    goals_ui(ui, cx, view, goals);
    ties_ui(ui, cx, view, wishes);
    if !is_work {
        progress_ui(ui, cx, view, update, wishes);
    }
}

/// One side of what was agreed: how much of it is done.
fn side_line(ui: &mut Ui, cx: &Cx<'_>, name: &str, side: Side) {
    let figures = tr!(cx.tr, "record-done-of", done = side.done, all = side.all);
    ui.start_end(
        |ui| _ = ui.add(Line::new(name)),
        |ui| {
            ui.add(Line::new(&figures).weak(ui));
            let percent = if side.all > 0 { side.done * 100 / side.all } else { 0 };
            progress_bar(ui, name, percent, (ui.available_width() - 8.0).clamp(40.0, 200.0));
            if side.late > 0 {
                ui.add(Chip::new(&tr!(cx.tr, "shell-overdue", count = side.late), Tone::Red));
            }
        },
    );
}

/// The fields that hold something, in the order of the form.
fn facts_ui(ui: &mut Ui, cx: &Cx<'_>, view: &RecordView) {
    let entity = view.record.entity;
    let title_name = entity.title_field().map(|field| field.name);
    let facts: Vec<(String, String)> = view
        .cells
        .iter()
        .filter(|(name, _)| Some(*name) != title_name && *name != "status")
        .filter_map(|(name, cell)| Some((entity.field(name)?, cell)))
        .filter(|(field, _)| !field.is_kept)
        .filter_map(|(field, cell)| {
            Some((tr!(cx.tr, &shown::field_key(entity, field)), shown::words(field, cell, cx)?))
        })
        .collect();
    let title = tr!(cx.tr, "record-facts");
    Card::new().title(&title).show(ui, |ui| {
        if facts.is_empty() {
            ui.add(Line::new(&tr!(cx.tr, "record-facts-empty")).weak(ui));
        }
        ui.spacing_mut().item_spacing.y = ui.metrics().small;
        for (label, words) in &facts {
            ui.column(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.add(Line::new(label).size(Type::Caption).color(ui.tokens().ink_weak));
                ui.add(Label::new(words.as_str()).size(14.0).line_height(22.0).wrap());
            });
        }
    });
}

/// The goals that it serves, where goals matter to such records.
fn goals_ui(ui: &mut Ui, cx: &Cx<'_>, view: &RecordView, field: &mut GoalsField) {
    if !GoalsField::is_for(view.record.entity) {
        return;
    }
    let goals: Vec<(LinkId, &str)> =
        view.ties.iter().filter(|tie| is_goal(view, tie)).map(|tie| (tie.link, tie.other.name.as_str())).collect();
    Card::new().show(ui, |ui| field.show(ui, cx, view.record, &goals, true));
}

/// Is it a goal that the record serves? Those have a field of their own.
fn is_goal(view: &RecordView, tie: &Tie) -> bool {
    let is_of_list = tie.other.record.entity == Entity::Entry && tie.other_kind == EntryList::Goal.code();
    GoalsField::is_for(view.record.entity) && is_of_list
}

fn ties_ui(ui: &mut Ui, cx: &Cx<'_>, view: &RecordView, wishes: &mut Vec<Wish>) {
    let tr = cx.tr;
    let title = tr!(tr, "record-ties");
    Card::new().title(&title).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = ui.metrics().small;
        for tie in view.ties.iter().filter(|tie| !is_goal(view, tie)) {
            tie_ui(ui, cx, tie, wishes);
        }
        let words = tr!(tr, "record-add-tie");
        let add = Button::new(&words).icon(Icon::Plus).small();
        if ui.add(add.enabled(!cx.store.is_read_only())).clicked() {
            wishes.push(Wish::Tie);
        }
    });
}

fn tie_ui(ui: &mut Ui, cx: &Cx<'_>, tie: &Tie, wishes: &mut Vec<Wish>) {
    let tr = cx.tr;
    let mut is_cut = false;
    ui.start_end(
        |ui| {
            ui.add(Line::new(&tr!(tr, tie.label_key())).weak(ui));
            let tone = shown::record_tone(tie.other.record, &tie.other_kind);
            ui.add(Chip::new(&shown::kind_words(tie.other.record, &tie.other_kind, tr), tone));
        },
        |ui| {
            let cut = tr!(tr, "record-cut-tie", name = &tie.other.name);
            let button = Button::icon_only(Icon::Close, &cut).small();
            is_cut = ui.add(button.enabled(!cx.store.is_read_only())).clicked();
        },
    );
    // On a line of its own: beside what it means, the title of a meeting would push the cards out of the window.
    let name = if tie.other.name.is_empty() { tr!(tr, "unspecified") } else { tie.other.name.clone() };
    let open = tr!(tr, "record-open", name = &name);
    let is_opened = ui.add(Button::quiet(&name).small().name(&open)).clicked();
    wishes.extend(is_opened.then_some(Wish::Open(tie.other.record)));
    wishes.extend(is_cut.then_some(Wish::Remove(tie.link.record())));
}

fn progress_ui(ui: &mut Ui, cx: &Cx<'_>, view: &RecordView, update: &mut UpdateForm, wishes: &mut Vec<Wish>) {
    let tr = cx.tr;
    let title = tr!(tr, "record-progress");
    Card::new().title(&title).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = ui.metrics().small;
        if !cx.store.is_read_only() {
            update.show(ui, cx, view, &super::moves(view));
        }
        for (at, step) in view.progress.iter().enumerate() {
            step_ui(ui, cx, step, (at == 0, OutcomeKind::from_code(&view.kind)), wishes);
        }
    });
}

/// One update: its day, where it led, how far, what was done and what stood in the way, the files that witness it. The
/// newest says in words that a file may be added, where it says that the work is done and has none.
fn step_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    step: &ProgressRow,
    (is_newest, kind): (bool, Option<OutcomeKind>),
    wishes: &mut Vec<Wish>,
) {
    let tr = cx.tr;
    ui.column(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let day = step.day.map(|day| parts::day(day, tr, cx.settings.calendars)).unwrap_or_default();
        let can_write = !cx.store.is_read_only();
        let asks = is_newest && step.files.is_empty() && step.to_status.is_some_and(lifecycle::is_done);
        let mut is_witnessed = false;
        ui.start_end(
            |ui| {
                if !day.is_empty() {
                    ui.add(Line::new(&day).weak(ui));
                }
                if let Some(label) = &step.to_label {
                    let tone = step.to_status.map_or(Tone::Neutral, parts::outcome_tone);
                    ui.add(Chip::new(&status_words(label, kind, tr), tone));
                }
                if let Some(percent) = step.percent {
                    let words = crate::arabic::percent(percent, tr.digits());
                    ui.add(Line::new(&words).color(ui.tokens().ink_soft));
                }
                if !step.person.is_empty() {
                    ui.add(Line::new(&step.person).weak(ui));
                }
            },
            |ui| {
                let name = tr!(tr, "update-witness-of", day = &day);
                let witness = tr!(tr, "update-witness");
                let button = if asks {
                    Button::new(&witness).icon(Icon::Attach).small().name(&name)
                } else {
                    Button::icon_only(Icon::Attach, &name).small()
                };
                is_witnessed = can_write && ui.add(button).clicked();
            },
        );
        wishes.extend(is_witnessed.then(|| Wish::Ask(Ask::Choose(Choice::Files(step.id.record())))));
        let wrapped = |text: &str| Label::new(text).size(14.0).line_height(22.0).weight(Weight::Regular).wrap();
        if !step.text.is_empty() {
            ui.add(wrapped(&step.text));
        }
        if !step.obstacles.is_empty() {
            let words = tr!(tr, "update-obstacles", text = step.obstacles.trim());
            ui.add(wrapped(&words).color(ui.tokens().ink_soft));
        }
        for (id, name) in &step.files {
            let open = tr!(tr, "record-open", name = name);
            if ui.add(Button::quiet(name).icon(Icon::Attach).small().flush().name(&open)).clicked() {
                wishes.push(Wish::Ask(Ask::OpenDocument(*id)));
            }
        }
        attachments::on_their_way_ui(ui, cx, step.id.record());
    });
}
