//! The page of a body: its head with name, kind, licence and whom to write to, its figures, what it proposed and what was
//! agreed with it.

use super::Wish;
use crate::domain::{Entity, OrganisationId, OutcomeKind, OutcomeStatus, Record, initials, lifecycle};
use crate::screens::form::RecordForm;
use crate::screens::{Ask, Cx, parts, shown};
use crate::store::query::{Cell, CommitmentsView, RecordView, Side, Standing, StandingView};
use crate::store::{Changes, Live};
use crate::tr;
use crate::widgets::{Button, Card, Chip, Icon, Line, Tone, Type, UiExt, avatar, figure_card};
use egui::Ui;

/// The fields of the form of a new follow-up of a body.
const FOLLOW_UP: [&str; 5] = ["text", "person", "due", "priority", "details"];

/// What the page of a body asks beside what all pages ask.
#[derive(Default)]
pub(super) struct BodyHead {
    standing: Live<Standing>,
}

impl BodyHead {
    pub(super) fn note(&mut self, changes: Changes) {
        self.standing.note(changes);
    }

    /// Where the body stands, once that is known; nothing for what is no body.
    pub(super) fn standing(&mut self, cx: &Cx<'_>, record: Record) -> Option<&StandingView> {
        if record.entity != Entity::Organisation {
            return None;
        }
        self.standing.get(cx.store, Standing { organisation: OrganisationId(record.id), today: cx.today })
    }
}

fn cell<'v>(view: &'v RecordView, name: &str) -> Option<&'v Cell> {
    view.cells.iter().find(|(field, _)| *field == name).map(|(_, cell)| cell)
}

/// The round mark of a person or a body, before its name.
pub(super) fn mark_ui(ui: &mut Ui, view: &RecordView) {
    if matches!(view.record.entity, Entity::Organisation | Entity::Person) && !view.title.is_empty() {
        avatar(ui, &initials(&view.title), 44.0);
    }
}

/// Below the name of a body: how its licence and its board stand, and whom to write to. Below what is owed or runs out: how
/// long there is.
pub(super) fn lines_ui(ui: &mut Ui, cx: &Cx<'_>, view: &RecordView) {
    if view.record.entity != Entity::Organisation {
        return due_ui(ui, cx, view);
    }
    let tr = cx.tr;
    let terms = [("licence_ends_on", "head-licence"), ("board_ends_on", "head-board")];
    let terms: Vec<(String, Tone)> = terms
        .into_iter()
        .filter_map(|(field, key)| {
            let end = cell(view, field)?.date()?;
            let (word, tone) = match lifecycle::term(Some(end), cx.today) {
                lifecycle::Term::Ended => ("head-ended", Tone::Red),
                lifecycle::Term::Expiring => ("head-expiring", Tone::Amber),
                lifecycle::Term::Running | lifecycle::Term::Open => ("head-running", Tone::Green),
            };
            let day = parts::day(end, tr, cx.settings.calendars);
            Some((tr!(tr, key, state = tr!(tr, word, day = day)), tone))
        })
        .collect();
    let contact = contact(view, cx);
    if terms.is_empty() && contact.is_empty() {
        return;
    }
    ui.row_of(ui.metrics().chip, |ui| {
        ui.spacing_mut().item_spacing.x = ui.metrics().small;
        for (words, tone) in &terms {
            ui.add(Chip::new(words, *tone));
        }
        if !contact.is_empty() {
            ui.add(Line::new(&contact).size(Type::Caption).weak(ui));
        }
    });
}

/// «متأخرة 3 أيام · 16/06/1448هـ»
fn due_ui(ui: &mut Ui, cx: &Cx<'_>, view: &RecordView) {
    let due = ["due", "ends_on"].into_iter().find_map(|name| Some((name, cell(view, name)?.date()?)));
    let Some((name, day)) = due.filter(|_| matches!(view.record.entity, Entity::Outcome | Entity::Partnership)) else {
        return;
    };
    let status = cell(view, "status").and_then(|cell| OutcomeStatus::from_code(cell.text()));
    let kind = OutcomeKind::from_code(&view.kind);
    let is_end = name == "ends_on";
    let Some((words, tone)) = shown::due_words(Some(day), (kind, status), is_end, cx) else { return };
    // «بعد 45 يومًا» alone does not say what is then.
    let words = if is_end && day >= cx.today { tr!(cx.tr, "head-ends", when = words) } else { words };
    ui.row_of(ui.metrics().chip, |ui| {
        ui.spacing_mut().item_spacing.x = ui.metrics().small;
        ui.add(Chip::new(&words, tone));
        ui.add(Line::new(&parts::day(day, cx.tr, cx.settings.calendars)).weak(ui));
    });
}

/// «ضابط الاتصال: هند العمري · +966 5… · info@…»
fn contact(view: &RecordView, cx: &Cx<'_>) -> String {
    let name = cell(view, "contact").map(|cell| cell.name.as_str()).filter(|name| !name.is_empty());
    let who = name.map(|name| tr!(cx.tr, "head-contact", name = name));
    // The phone stands beside its name already.
    let ways = ["email", "website"].into_iter().filter_map(|name| {
        let field = view.record.entity.field(name)?;
        shown::words(field, cell(view, name)?, cx)
    });
    who.into_iter().chain(ways).collect::<Vec<_>>().join(" · ")
}

/// What can be begun with a body.
pub(super) fn actions_ui(ui: &mut Ui, cx: &Cx<'_>, view: &RecordView, wishes: &mut Vec<Wish>) {
    if view.record.entity == Entity::Meeting && !view.is_deleted {
        let open = tr!(cx.tr, "register-menu-meeting");
        if ui.add(Button::primary(&open)).clicked() {
            wishes.push(Wish::Open(view.record));
        }
    }
    if view.record.entity != Entity::Organisation || view.is_deleted {
        return;
    }
    let can_write = !cx.store.is_read_only();
    let (meeting, task) = (tr!(cx.tr, "head-meeting"), tr!(cx.tr, "head-follow-up"));
    if ui.add(Button::primary(&meeting).icon(Icon::Plus).enabled(can_write)).clicked() {
        wishes.push(Wish::Ask(Ask::NewMeeting { invited: view.title.clone() }));
    }
    if ui.add(Button::new(&task).icon(Icon::Plus).enabled(can_write)).clicked() {
        let fixed =
            vec![("kind", OutcomeKind::FollowUp.into()), ("organisation", OrganisationId(view.record.id).into())];
        let title = tr!(cx.tr, "follow-ups-new");
        let form = RecordForm::add(title, Entity::Outcome, &FOLLOW_UP, fixed, cx);
        wishes.push(Wish::Form(Box::new(form)));
    }
}

/// The figures of a body, in a bar above its story.
pub(super) fn figures_bar(
    ui: &mut Ui,
    cx: &Cx<'_>,
    standing: Option<&StandingView>,
    commitments: Option<CommitmentsView>,
) {
    if standing.is_none() || crate::widgets::theme::is_short(ui.ctx()) {
        return;
    }
    let side = ui.metrics().large as i8;
    let margin = egui::Margin { bottom: 0, ..egui::Margin::same(side) };
    egui::Frame::new().inner_margin(margin).show(ui, |ui| figures_ui(ui, cx, standing, commitments));
}

/// The figures, in the order one asks for them.
fn figures_ui(ui: &mut Ui, cx: &Cx<'_>, standing: Option<&StandingView>, commitments: Option<CommitmentsView>) {
    let Some(standing) = standing else { return };
    let tr = cx.tr;
    let sides = commitments.unwrap_or_default();
    let number = |count: i64| tr.number(count);
    let late = |side: Side| if side.late > 0 { tr!(tr, "shell-overdue", count = side.late) } else { String::new() };
    let tone = |side: Side| if side.late > 0 { Tone::Red } else { Tone::Neutral };
    let last = standing.last_meeting.map(|day| parts::day(day, tr, cx.settings.calendars));
    let last = last.map(|day| tr!(tr, "head-last", day = day)).unwrap_or_default();
    let ending = standing.partnerships.iter().filter(|row| is_expiring(row.ends_on, row.status, cx)).count();
    let ending = if ending > 0 { tr!(tr, "head-ending", count = ending) } else { String::new() };
    let open = |side: Side| side.all - side.done;
    let open_proposals: i64 =
        standing.proposals.iter().filter(|(status, _)| !lifecycle::is_closed(*status)).map(|(_, count)| count).sum();
    let figures = [
        (tr!(tr, "screen-meetings"), number(standing.meetings), last, Tone::Neutral),
        (tr!(tr, "head-theirs"), number(open(sides.theirs)), late(sides.theirs), tone(sides.theirs)),
        (tr!(tr, "head-ours"), number(open(sides.ours)), late(sides.ours), tone(sides.ours)),
        (
            tr!(tr, "head-proposals"),
            number(standing.proposed()),
            tr!(tr, "proposals-open", count = open_proposals),
            Tone::Neutral,
        ),
        (
            tr!(tr, "screen-partnerships"),
            number(i64::try_from(standing.partnerships.len()).unwrap_or(i64::MAX)),
            ending,
            Tone::Neutral,
        ),
    ];
    let gap = ui.metrics().medium;
    // As many beside each other as have room for their words.
    let across = ((ui.available_width() + gap) / (132.0 + gap)).floor().clamp(2.0, 5.0);
    let width = (ui.available_width() - gap * (across - 1.0)) / across;
    for line in figures.chunks(across as usize) {
        ui.row_of(104.0, |ui| {
            ui.spacing_mut().item_spacing.x = gap;
            for (label, figure, about, tone) in line {
                figure_card(ui, label, figure, about, *tone, width);
            }
        });
    }
}

fn is_expiring(
    ends_on: Option<crate::calendar::Date>,
    status: Option<crate::domain::OutcomeStatus>,
    cx: &Cx<'_>,
) -> bool {
    let is_open = !status.is_some_and(lifecycle::is_closed);
    is_open && lifecycle::term(ends_on, cx.today) == lifecycle::Term::Expiring
}

/// What it proposed by status, and what was agreed with it.
pub(super) fn cards_ui(ui: &mut Ui, cx: &Cx<'_>, standing: Option<&StandingView>, wishes: &mut Vec<Wish>) {
    let Some(standing) = standing else { return };
    let tr = cx.tr;
    if !standing.proposals.is_empty() {
        let title = tr!(tr, "head-proposals");
        Card::new().title(&title).show(ui, |ui| {
            let layout = ui.direction().wrapping_row();
            ui.with_layout(layout, |ui| {
                ui.spacing_mut().item_spacing = egui::Vec2::splat(ui.metrics().small);
                for (status, count) in &standing.proposals {
                    let name = tr!(tr, status.label_key());
                    let words = tr!(tr, "register-ready", name = name, count = *count);
                    ui.add(Chip::new(&words, parts::outcome_tone(*status)));
                }
            });
        });
    }
    if !standing.partnerships.is_empty() {
        let title = tr!(tr, "screen-partnerships");
        Card::new().title(&title).show(ui, |ui| {
            for row in &standing.partnerships {
                let mut is_opened = false;
                ui.start_end(
                    |ui| {
                        let open = tr!(tr, "record-open", name = &row.title);
                        is_opened = ui.add(Button::quiet(&row.title).small().name(&open)).clicked();
                    },
                    |ui| {
                        if let Some(status) = row.status {
                            ui.add(Chip::new(&tr!(tr, status.label_key()), parts::outcome_tone(status)));
                        }
                        if is_expiring(row.ends_on, row.status, cx)
                            && let Some(day) = row.ends_on
                        {
                            let when = day.due_text(tr, cx.today);
                            ui.add(Chip::new(&tr!(tr, "head-ends", when = when), Tone::Amber));
                        }
                    },
                );
                wishes.extend(is_opened.then_some(Wish::Open(row.id.record())));
            }
        });
    }
}
