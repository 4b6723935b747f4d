//! What came out of the meeting, at the end side: counts by kind, a card each, its files, and what is open from earlier
//! meetings.

use super::line_kind::{LineKind, LineRecord};
use super::{MeetingScreen, Open, forms};
use crate::arabic;
use crate::domain::{OutcomeId, OutcomeKind, RegulationId, lifecycle};
use crate::screens::{Cx, parts};
use crate::store::query::{MeetingView, OutcomeRow, RegulationView};
use crate::text::Weight;
use crate::tr;
use crate::widgets::button::focus_ring;
use crate::widgets::theme::RADIUS_CONTROL;
use crate::widgets::{Chip, Icon, Line, Tone, Type, UiExt, section_heading};
use egui::{Frame, Id, Margin, Role, Sense, Ui, WidgetInfo, vec2};

/// A narrower list leaves the age out.
const ROOM_FOR_AGE: f32 = 240.0;

/// So far past the edge of what one sees cards are drawn all the same: Tab goes on to them.
const AROUND: f32 = 300.0;

/// What a card's height follows from.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Shown {
    version: i64,
    width: f32,
}

/// The kinds in the order of the chips.
pub(super) const KINDS: [OutcomeKind; 7] = [
    OutcomeKind::Proposal,
    OutcomeKind::Initiative,
    OutcomeKind::FollowUp,
    OutcomeKind::Decision,
    OutcomeKind::Recommendation,
    OutcomeKind::Challenge,
    OutcomeKind::Opportunity,
];

/// What the notes captured of laws and by-laws, the oldest first.
pub(super) fn regulations(view: &MeetingView) -> impl Iterator<Item = &RegulationView> {
    let blocks = view.agenda.iter().flat_map(|item| &item.blocks);
    let captured: Vec<RegulationId> = blocks.filter_map(|block| block.regulation).collect();
    view.regulations.iter().filter(move |row| captured.contains(&row.id))
}

impl MeetingScreen {
    /// The side list.
    pub(super) fn outcomes_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, view: &MeetingView) {
        // The newest first: what was just captured is seen to have arrived.
        let outcomes = view.outcomes.iter().map(LineRecord::Outcome);
        let mut newest: Vec<LineRecord<'_>> = outcomes.chain(regulations(view).map(LineRecord::Regulation)).collect();
        newest.sort_by_key(|row| std::cmp::Reverse((created_at(*row), row.record().id)));
        ui.row(|ui| {
            section_heading(ui, &tr!(cx.tr, "outcomes-title"));
            if !newest.is_empty() {
                let count = arabic::to_digits(&newest.len().to_string(), cx.tr.digits());
                ui.at_end("outcomes-count", |ui| ui.add(Chip::new(&count, Tone::Neutral)));
            }
        });
        if newest.is_empty() {
            let weak = ui.tokens().ink_weak;
            let about = tr!(cx.tr, "outcomes-empty");
            ui.add(crate::text::Label::new(&about).size(12.0).line_height(18.0).color(weak).wrap());
        } else {
            kind_chips(ui, cx, view);
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        for row in newest {
            match row {
                LineRecord::Outcome(outcome) => {
                    let reservations = view.reservations.iter().filter(|it| it.outcome == outcome.id).count();
                    if card_ui(ui, cx, outcome, (true, reservations)) {
                        self.open_outcome(outcome.id);
                    }
                }
                LineRecord::Regulation(row) => {
                    if regulation_card_ui(ui, cx, row) {
                        self.open = Some(Open::Form(Box::new(forms::regulation(cx, row))));
                    }
                }
            }
        }
        ui.add_space(ui.metrics().large);
        self.attachments.list_ui(ui, cx);
        if view.earlier.is_empty() && view.closed_since.is_empty() {
            return;
        }
        ui.add_space(ui.metrics().large);
        ui.row(|ui| {
            ui.spacing_mut().item_spacing.x = ui.metrics().small;
            section_heading(ui, &tr!(cx.tr, "earlier-title"));
            let weak = ui.tokens().ink_weak;
            let open = tr!(cx.tr, "earlier-open", count = view.earlier.len());
            ui.add(Line::new(&open).size(Type::Caption).weight(Weight::SemiBold).color(weak));
        });
        for outcome in view.earlier.iter().chain(&view.closed_since) {
            if card_ui(ui, cx, outcome, (false, 0)) {
                self.open_outcome(outcome.id);
            }
        }
    }

    /// Opens the form of an outcome.
    pub(super) fn open_outcome(&mut self, outcome: OutcomeId) {
        self.wants_outcome = Some(outcome);
    }
}

fn kind_chips(ui: &mut Ui, cx: &Cx<'_>, view: &MeetingView) {
    let layout = ui.direction().wrapping_row();
    ui.with_layout(layout, |ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for kind in KINDS {
            let count = view.outcomes.iter().filter(|outcome| outcome.kind == kind).count();
            if count > 0 {
                let words = tr!(cx.tr, kind_count_key(kind), count = count);
                ui.add(Chip::new(&words, parts::kind_tone(kind)));
            }
        }
        let count = regulations(view).count();
        if count > 0 {
            let words = tr!(cx.tr, "kind-count-regulation", count = count);
            ui.add(Chip::new(&words, LineKind::Regulation.tone()).outlined(true));
        }
    });
    ui.add_space(ui.metrics().hair);
}

fn created_at(row: LineRecord<'_>) -> i64 {
    match row {
        LineRecord::Outcome(row) => row.created_at,
        LineRecord::Regulation(row) => row.created_at,
    }
}

/// The key of «مقترحات 3».
const fn kind_count_key(kind: OutcomeKind) -> &'static str {
    match kind {
        OutcomeKind::Proposal => "kind-count-proposal",
        OutcomeKind::Initiative => "kind-count-initiative",
        OutcomeKind::FollowUp => "kind-count-follow-up",
        OutcomeKind::Decision => "kind-count-decision",
        OutcomeKind::Recommendation => "kind-count-recommendation",
        OutcomeKind::Challenge => "kind-count-challenge",
        OutcomeKind::Opportunity => "kind-count-opportunity",
        OutcomeKind::Obligation => "kind-count-obligation",
    }
}

/// An outcome's card; answers whether it was pressed. `own`: it came out of this meeting; some may have reservations.
fn card_ui(ui: &mut Ui, cx: &Cx<'_>, outcome: &OutcomeRow, (own, reservations): (bool, usize)) -> bool {
    let kind = cx.tr.text(outcome.kind.label_key(), &[]);
    let title = if outcome.text.is_empty() { tr!(cx.tr, "unspecified") } else { outcome.text.clone() };
    let card = Card {
        id: Id::unique(("outcome-card", outcome.id)),
        version: outcome.version,
        kind: &kind,
        title: &title,
        detail: &detail_line(cx, outcome),
    };
    card.ui(ui, cx, |ui, width| {
        card_chip(ui, cx, outcome, own, &kind);
        let number = cx.tr.code(&outcome.number);
        ui.add(Line::new(&number).weak(ui));
        if reservations > 0 {
            let words = tr!(cx.tr, "count-reservations", count = reservations);
            ui.add(Chip::new(&words, Tone::Amber));
        }
        if own && width > ROOM_FOR_AGE {
            age_ui(ui, cx, outcome.created_at);
        }
    })
}

/// The card of a change in laws and by-laws.
fn regulation_card_ui(ui: &mut Ui, cx: &Cx<'_>, row: &RegulationView) -> bool {
    let kind = cx.tr.text(LineKind::Regulation.label_key(), &[]);
    let title = if row.title.is_empty() { tr!(cx.tr, "unspecified") } else { row.title.clone() };
    let known = [row.instrument.as_str(), row.impact.as_str()].into_iter().filter(|text| !text.is_empty());
    let effective = row.effective_on.map(|day| parts::day(day, cx.tr, cx.settings.calendars));
    let known: Vec<String> =
        known.map(str::to_owned).chain(effective).map(|it| arabic::isolate::isolate(&it)).collect();
    let detail = if known.is_empty() { tr!(cx.tr, "entity-regulation") } else { known.join(" · ") };
    let id = Id::unique(("regulation-card", row.id));
    let card = Card { id, version: row.version, kind: &kind, title: &title, detail: &detail };
    card.ui(ui, cx, |ui, width| {
        ui.add(Chip::new(&kind, LineKind::Regulation.tone()).outlined(true));
        let number = cx.tr.code(&row.number);
        ui.add(Line::new(&number).weak(ui));
        if width > ROOM_FOR_AGE {
            age_ui(ui, cx, row.created_at);
        }
    })
}

fn age_ui(ui: &mut Ui, cx: &Cx<'_>, created_at: i64) {
    let ago = parts::age(cx.now - created_at, cx.tr);
    ui.at_end("ago", |ui| ui.add(Line::new(&ago).weak(ui)));
}

/// What a card of the list says below its first row.
struct Card<'c> {
    id: Id,
    version: i64,
    kind: &'c str,
    title: &'c str,
    detail: &'c str,
}

impl Card<'_> {
    /// Draws it with this first row, which is told the width; answers whether it was pressed.
    fn ui(self, ui: &mut Ui, cx: &Cx<'_>, first_row: impl FnOnce(&mut Ui, f32)) -> bool {
        let Self { id, version, kind, title, detail } = self;
        let width = ui.available_width();
        // A card out of sight takes the room that it had: there may be hundreds.
        let look = Shown { version, width };
        let known = ui.data(|data| data.get_temp::<(Shown, f32)>(id)).filter(|(shown, _)| *shown == look);
        if let Some((_, height)) = known {
            let top = ui.cursor().top();
            let clip = ui.clip_rect();
            if top + height < clip.top() - AROUND || top > clip.bottom() + AROUND {
                ui.allocate_space(vec2(width, height));
                return false;
            }
        }
        let background = ui.painter().add(egui::Shape::Noop);
        let card = Frame::new().inner_margin(Margin::symmetric(4, 10)).show(ui, |ui| {
            ui.set_width(width - 8.0);
            ui.spacing_mut().item_spacing.y = 4.0;
            ui.row_of(22.0, |ui| {
                ui.spacing_mut().item_spacing.x = ui.metrics().small;
                first_row(ui, width);
            });
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.add(crate::text::Label::new(title).size(14.0).line_height(20.0).weight(Weight::Medium).wrap());
            ui.add(Line::new(detail).weak(ui).max_width(width - 12.0));
        });
        let rect = card.response.rect;
        ui.data_mut(|data| data.insert_temp(id, (look, rect.height())));
        let response = ui.interact(rect, id, Sense::click());
        response.widget_info(|| {
            let name = tr!(cx.tr, "outcome-card-name", kind = kind, text = title);
            WidgetInfo::labeled(Role::Button, true, name)
        });
        let tokens = ui.tokens();
        if response.hovered() {
            let fill = egui::Shape::rect_filled(rect, RADIUS_CONTROL, tokens.surface_hover);
            ui.painter().set(background, fill);
        }
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, tokens.hairline());
        focus_ring(ui, &response, RADIUS_CONTROL);
        response.clicked()
    }
}

/// The kind, or how late it is when it comes from an earlier meeting.
fn card_chip(ui: &mut Ui, cx: &Cx<'_>, outcome: &OutcomeRow, own: bool, kind: &str) {
    // What was closed since says so, this once.
    if !own && lifecycle::is_closed(outcome.status) {
        ui.add(Chip::new(&cx.tr.text(outcome.status.label_key(), &[]), parts::outcome_tone(outcome.status)));
        return;
    }
    let is_late = lifecycle::is_overdue(outcome.status, outcome.due, cx.today);
    match outcome.due.filter(|_| is_late && !own) {
        Some(due) => {
            ui.add(Chip::new(&due.due_text(cx.tr, cx.today), Tone::Red).icon(Icon::Warning));
        }
        None => {
            ui.add(Chip::new(kind, parts::kind_tone(outcome.kind)));
        }
    }
}

/// Who, when, where it stands: what is known.
fn detail_line(cx: &Cx<'_>, outcome: &OutcomeRow) -> String {
    let mut known: Vec<String> = Vec::new();
    if outcome.person.is_some() {
        known.push(parts::person_short(outcome.person_honorific, &outcome.person_name));
    }
    known.extend([&outcome.organisation_name, &outcome.area].into_iter().filter(|text| !text.is_empty()).cloned());
    if let Some(due) = outcome.due {
        known.push(parts::day(due, cx.tr, cx.settings.calendars));
    }
    if known.is_empty() || !outcome.kind.is_task() {
        known.push(cx.tr.text(outcome.status.label_key(), &[]));
    }
    let known: Vec<String> = known.iter().map(|part| arabic::isolate::isolate(part)).collect();
    known.join(" · ")
}
