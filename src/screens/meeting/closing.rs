//! What a meeting still lacks when it is about to end: asked while all are in the room, and never in the way of ending. It
//! is asked once more before the minutes are approved, when it can be filled in for the last time.

use super::agenda::state_edit;
use super::{MeetingScreen, Open, forms};
use crate::domain::{
    AgendaItemId, AgendaState, AttendanceStatus, MeetingStatus, OutcomeId, OutcomeKind, Settings, Side, lifecycle,
};
use crate::screens::{Ask, Cx, Route, Screen};
use crate::store::Edit;
use crate::store::query::{MeetingView, OutcomeRow};
use crate::text::{Label, Weight, await_focus, say};
use crate::tr;
use crate::widgets::{Button, Sheet, Type, UiExt, paint, section_heading};
use egui::{Context, Response, Ui, vec2};

/// What a button beside a gap takes beyond its words, in points, with what parts it from what stands before it.
const AROUND_BUTTON: f32 = 28.0;
/// The lines of a gap's words, of which it has two.
const WORDS_LINE: f32 = 20.0;

/// More items than so many that nobody has come to are counted instead of named.
const MOST_NAMED: usize = 4;

/// One thing that is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Gap {
    /// So many lines whose presence nobody noted.
    Attendance(usize),
    /// Of all who are listed nobody came.
    Nobody,
    /// Items that nobody has come to: one, or too many to name each.
    Agenda(Vec<AgendaItemId>),
    /// A decision or follow-up without somebody who does it.
    Owner(OutcomeId),
    /// A follow-up without a day.
    Term(OutcomeId),
    /// A decision or recommendation that says nothing.
    Words(OutcomeId),
    /// A fact of the minutes: the name of its field.
    Fact(&'static str),
    /// The body that holds the meeting.
    Host,
}

impl Gap {
    /// Does no meeting end without it, are no minutes approved?
    const fn is_needed(&self, before: Before) -> bool {
        match (before, self) {
            // Nobody stands on the list: nobody can have met.
            (Before::End, Self::Attendance(unnoted)) => *unnoted == 0,
            (Before::Approval, Self::Words(_)) => true,
            (Before::Approval, Self::Fact(field)) => matches!(field.as_bytes(), b"chair" | b"secretary"),
            (Before::End | Before::Approval, _) => false,
        }
    }

    const fn is_of_record(&self) -> bool {
        matches!(self, Self::Owner(_) | Self::Term(_) | Self::Words(_))
    }
}

/// What the list of what is missing stands before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Before {
    /// The meeting ends.
    End,
    /// Its minutes are approved.
    Approval,
}

/// The gap that is to have the focus.
#[derive(Clone, Copy, Debug)]
pub(super) struct GapFocus {
    /// Its place in the list; behind the last one what the list stands before.
    at: usize,
    /// Once the store has answered what was sent on this answer of it: the gap before it has gone then.
    after: Option<u64>,
}

/// Did nobody note yet whether they are here?
pub(super) const fn is_unnoted(status: AttendanceStatus) -> bool {
    matches!(status, AttendanceStatus::Invited | AttendanceStatus::Confirmed)
}

/// All that is missing, in the order of the minutes.
fn gaps(view: &MeetingView, settings: &Settings) -> Vec<Gap> {
    let meeting = &view.meeting;
    // Who uses the program is named as the one who writes the minutes, unless somebody else is.
    let has_secretary = meeting.secretary.is_some() || !settings.coordinator.trim().is_empty();
    let facts = [
        ("date", meeting.date.is_none()),
        ("venue", meeting.venue.is_empty()),
        ("chair", meeting.chair.is_none()),
        ("secretary", !has_secretary),
    ];
    let mut gaps: Vec<Gap> =
        facts.into_iter().filter(|(_, is_missing)| *is_missing).map(|(field, _)| Gap::Fact(field)).collect();
    if !view.parties.iter().any(|party| party.side == Side::Host) {
        gaps.push(Gap::Host);
    }
    let is_decided = |row: &&OutcomeRow| matches!(row.kind, OutcomeKind::Decision | OutcomeKind::Recommendation);
    let wordless = view.outcomes.iter().filter(is_decided).filter(|row| row.text.trim().is_empty());
    gaps.extend(wordless.map(|row| Gap::Words(row.id)));
    let unnoted = view.attendance.iter().filter(|line| is_unnoted(line.status)).count();
    if unnoted > 0 || view.attendance.is_empty() {
        gaps.push(Gap::Attendance(unnoted));
    } else if !view.attendance.iter().any(|line| line.status.attended()) {
        gaps.push(Gap::Nobody);
    }
    let left = view.agenda.iter().filter(|item| item.state == AgendaState::Listed).map(|item| item.id);
    let left: Vec<AgendaItemId> = left.collect();
    match left.len() {
        0 => {}
        1..=MOST_NAMED => gaps.extend(left.into_iter().map(|item| Gap::Agenda(vec![item]))),
        _ => gaps.push(Gap::Agenda(left)),
    }
    for row in view.outcomes.iter().filter(|row| !lifecycle::is_closed(row.status)) {
        let is_owed = matches!(row.kind, OutcomeKind::FollowUp | OutcomeKind::Decision | OutcomeKind::Recommendation);
        if is_owed && row.person.is_none() && row.organisation.is_none() {
            gaps.push(Gap::Owner(row.id));
        }
        if row.kind == OutcomeKind::FollowUp && row.due.is_none() {
            gaps.push(Gap::Term(row.id));
        }
    }
    if meeting.next_date.is_none() {
        gaps.push(Gap::Fact("next_date"));
    }
    gaps
}

impl MeetingScreen {
    /// Ends the meeting, or shows what it lacks first.
    pub(super) fn close_meeting(&mut self, cx: &mut Cx<'_>, view: &MeetingView) {
        self.flush(cx);
        if gaps(view, cx.settings).is_empty() {
            self.end_meeting(cx, view, false);
        } else {
            self.closing = Some(Before::End);
        }
    }

    /// Approves the minutes, or shows what they lack first.
    pub(super) fn approve_minutes(&mut self, cx: &mut Cx<'_>, view: &MeetingView) {
        self.flush(cx);
        if gaps(view, cx.settings).is_empty() {
            self.send_approval(cx, view);
        } else {
            self.closing = Some(Before::Approval);
        }
    }

    fn send_approval(&mut self, cx: &mut Cx<'_>, view: &MeetingView) {
        let ticket = cx.store.send(Edit::ApproveMinutes(view.meeting.id));
        cx.ask(Ask::ToastUndo(ticket, tr!(cx.tr, "minutes-approved")));
        self.note_step();
        self.leave_closing(cx);
    }

    /// Back to the minutes, where approval was asked for there.
    fn leave_closing(&mut self, cx: &mut Cx<'_>) {
        self.closing = None;
        if std::mem::take(&mut self.comes_from_minutes) {
            cx.go(Route::Minutes(self.id));
        }
    }

    fn end_meeting(&mut self, cx: &Cx<'_>, view: &MeetingView, makes_next: bool) {
        let meeting = view.meeting.id;
        cx.store.send(Edit::MoveMeeting { meeting, to: MeetingStatus::Held, reason: String::new() });
        if let (true, Some((series, _))) = (makes_next, &view.meeting.series) {
            self.next_meeting.make(cx, *series);
        }
        self.note_step();
        self.closing = None;
    }

    /// The list of what is missing, each with the way to it. It waits while a form lies over it.
    pub(super) fn closing_ui(&mut self, ctx: &Context, cx: &mut Cx<'_>, view: &MeetingView) {
        let Some(before) = self.closing.filter(|_| self.open.is_none()) else { return };
        let tr = cx.tr;
        let (title, about, refused, confirm) = match before {
            Before::End => ("closing-title", "closing-about", "closing-refused", "meeting-end"),
            Before::Approval => ("approving-title", "approving-about", "approving-refused", "meeting-approve-anyway"),
        };
        let (title, close) = (tr!(tr, title), tr!(tr, "shell-close"));
        let gaps = gaps(view, cx.settings);
        let is_refused = gaps.iter().any(|gap| gap.is_needed(before));
        let about = if is_refused { refused } else { about };
        let is_plain = before == Before::Approval && (is_refused || gaps.is_empty());
        let confirm = if is_plain { "meeting-approve" } else { confirm };
        let (mut chosen, mut is_confirmed, mut makes_next) = (Chosen::default(), false, false);
        let series = before == Before::End && view.meeting.series.is_some();
        let rows = in_order(&gaps, before);
        let focus = self.gap_to_focus(ctx, cx, rows.len());
        let output = Sheet::new("closing", &title, &close).show(
            ctx,
            |ui| {
                if gaps.is_empty() {
                    ui.add(Label::new(tr!(tr, "closing-complete")).wrap());
                    return;
                }
                let weak = ui.tokens().ink_weak;
                ui.add(Label::new(tr!(tr, about)).color(weak).wrap());
                ui.add_space(ui.metrics().medium);
                chosen = gaps_ui(ui, cx, view, (&rows, before), focus);
            },
            |ui| {
                let button = ui.add(Button::primary(&tr!(tr, confirm)).enabled(!is_refused).keys("Ctrl Enter"));
                if focus.is_some_and(|at| at >= rows.len()) {
                    button.request_focus();
                }
                is_confirmed = button.clicked();
                if series {
                    makes_next = ui.add(Button::new(&tr!(tr, "closing-with-next")).enabled(!is_refused)).clicked();
                }
            },
        );
        match before {
            _ if output.is_closed && !output.is_confirmed => self.leave_closing(cx),
            Before::End | Before::Approval if output.is_confirmed && is_refused => {
                // What it is refused for stands first.
                say(ctx, &tr!(tr, refused));
                self.gap_focus = Some(GapFocus { at: 0, after: None });
                ctx.request_repaint();
            }
            Before::End if is_confirmed || makes_next || output.is_confirmed => self.end_meeting(cx, view, makes_next),
            Before::Approval if is_confirmed || output.is_confirmed => self.send_approval(cx, view),
            Before::End | Before::Approval => {}
        }
        if let Some(gap) = chosen.filled {
            self.mend(cx, view, &gap);
        }
        if !chosen.discussed.is_empty() {
            self.gap_focus = Some(GapFocus { at: chosen.at, after: Some(self.page_facts.0) });
            await_focus(ctx);
            let discussed = chosen.discussed.into_iter().map(|item| state_edit(item, AgendaState::Discussed));
            cx.store.send(Edit::Together(discussed.collect()));
        }
    }

    /// The place in the list that has the focus from now on: the row that had it has gone. Says how many are left.
    fn gap_to_focus(&mut self, ctx: &Context, cx: &Cx<'_>, left: usize) -> Option<usize> {
        let (revision, is_loading) = self.page_facts;
        let is_due = |focus: &mut GapFocus| focus.after.is_none_or(|after| after != revision && !is_loading);
        let focus = self.gap_focus.take_if(is_due)?;
        if focus.after.is_some() {
            let words =
                if left == 0 { tr!(cx.tr, "closing-complete") } else { tr!(cx.tr, "closing-left", count = left) };
            say(ctx, &words);
        }
        Some(focus.at)
    }

    /// Opens what fills a gap.
    fn mend(&mut self, cx: &mut Cx<'_>, view: &MeetingView, gap: &Gap) {
        self.comes_from_minutes = false;
        match gap {
            Gap::Attendance(_) | Gap::Nobody => {
                self.closing = None;
                self.call_roll(view);
            }
            Gap::Agenda(items) => {
                self.closing = None;
                let left = items.first().and_then(|first| view.agenda.iter().find(|item| item.id == *first));
                if let Some(item) = left {
                    self.activate(cx, item.id);
                    self.notes.focus_end_of(item);
                }
            }
            Gap::Owner(outcome) => self.mend_outcome(cx, view, *outcome, "person"),
            Gap::Term(outcome) => self.mend_outcome(cx, view, *outcome, "due"),
            Gap::Words(outcome) => self.mend_outcome(cx, view, *outcome, "text"),
            Gap::Host => self.open = Some(Open::Parties(Box::default())),
            Gap::Fact(field) => self.open = Some(Open::Form(Box::new(forms::facts(cx, view).at(field)))),
        }
    }
}

impl MeetingScreen {
    /// The form of an outcome of the meeting, at one of its fields.
    fn mend_outcome(&mut self, cx: &Cx<'_>, view: &MeetingView, outcome: OutcomeId, field: &'static str) {
        let row = view.outcomes.iter().find(|row| row.id == outcome);
        self.open = row.map(|row| Open::Form(Box::new(forms::outcome(cx, view, row).at(field))));
    }
}

/// What was pressed in the list of gaps.
#[derive(Default)]
struct Chosen {
    /// This one is to be filled.
    filled: Option<Gap>,
    /// These items were discussed, it only was not noted.
    discussed: Vec<AgendaItemId>,
    /// Where those stand in the list.
    at: usize,
}

/// What it is refused for.
const fn needed(before: Before) -> &'static str {
    match before {
        Before::End => "closing-needed",
        Before::Approval => "approving-needed",
    }
}

/// The headings, in their order.
const fn headings(before: Before) -> [&'static str; 3] {
    [needed(before), "closing-of-meeting", "closing-of-records"]
}

/// The gaps as they are listed, each with its heading: those first that it is refused for.
fn in_order(gaps: &[Gap], before: Before) -> Vec<(&'static str, &Gap)> {
    let heading_of = |gap: &Gap| match gap {
        gap if gap.is_needed(before) => 0,
        gap if gap.is_of_record() => 2,
        _ => 1,
    };
    let of = |(at, heading): (usize, &'static str)| {
        gaps.iter().filter(move |gap| heading_of(gap) == at).map(move |gap| (heading, gap))
    };
    headings(before).into_iter().enumerate().flat_map(of).collect()
}

/// The gaps under their headings; answers what was pressed. The one at `focus` gets the focus.
fn gaps_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    view: &MeetingView,
    (rows, before): (&[(&'static str, &Gap)], Before),
    focus: Option<usize>,
) -> Chosen {
    let mut chosen = Chosen::default();
    for heading in headings(before) {
        let mut of = rows.iter().enumerate().filter(|(_, (its, _))| *its == heading).peekable();
        if of.peek().is_none() {
            continue;
        }
        let words = tr!(cx.tr, heading);
        section_heading(ui, &words);
        let about = (heading == needed(before)).then_some(words);
        ui.add_space(ui.metrics().hair);
        for (at, (_, gap)) in of {
            let words = words_of(cx, view, gap);
            let fill = tr!(cx.tr, "closing-fill");
            let name = tr!(cx.tr, "closing-fill-name", words = words.as_str());
            ui.row(|ui| {
                let items = if let Gap::Agenda(items) = gap { items.as_slice() } else { &[] };
                let key = if items.len() > 1 { "closing-all-discussed" } else { "closing-discussed" };
                let label = tr!(cx.tr, key);
                let taken = |words: &str| paint::width_of(ui, words, Type::Caption, Weight::SemiBold) + AROUND_BUTTON;
                let buttons = taken(&fill) + if items.is_empty() { 0.0 } else { taken(&label) };
                let room = ui.available_width() - buttons;
                let told = Label::new(words.as_str()).line_height(WORDS_LINE).color(ui.tokens().ink).most_lines(2);
                ui.allocate_ui_with_layout(vec2(room, WORDS_LINE), ui.direction().column(), |ui| {
                    ui.set_width(room);
                    ui.add(told.fill_width());
                });
                ui.at_end(&name, |ui| {
                    // That it was discussed is said of the item, and not of its not having been.
                    let of = if let [item] = items { title_of(view, *item) } else { words.clone() };
                    let answer = tr!(cx.tr, "closing-answer-name", answer = label.as_str(), words = of);
                    let answer = (!items.is_empty()).then(|| ui.add(Button::new(&label).small().name(&answer)));
                    if answer.as_ref().is_some_and(Response::clicked) {
                        chosen.discussed = items.to_vec();
                        chosen.at = at;
                    }
                    let fill = ui.add(Button::new(&fill).small().name(&name));
                    if let Some(about) = &about {
                        ui.ctx().accesskit_node_builder(fill.id, |node| node.set_description(about.as_str()));
                    }
                    if fill.clicked() {
                        chosen.filled = Some((*gap).clone());
                    }
                    if focus == Some(at) {
                        answer.as_ref().unwrap_or(&fill).request_focus();
                    }
                });
            });
        }
        ui.add_space(ui.metrics().large);
    }
    chosen
}

fn words_of(cx: &Cx<'_>, view: &MeetingView, gap: &Gap) -> String {
    let record = |outcome: &OutcomeId| {
        let row: Option<&OutcomeRow> = view.outcomes.iter().find(|row| row.id == *outcome);
        row.map(|row| row.text.clone()).unwrap_or_default()
    };
    match gap {
        Gap::Attendance(0) | Gap::Nobody => tr!(cx.tr, "closing-nobody"),
        Gap::Attendance(count) => tr!(cx.tr, "closing-attendance", count = *count),
        Gap::Agenda(items) => match items.as_slice() {
            [item] => tr!(cx.tr, "closing-item", title = title_of(view, *item)),
            _ => tr!(cx.tr, "closing-agenda", count = items.len()),
        },
        Gap::Owner(outcome) => tr!(cx.tr, "closing-owner", text = record(outcome)),
        Gap::Term(outcome) => tr!(cx.tr, "closing-term", text = record(outcome)),
        Gap::Words(outcome) => {
            let number = view.outcomes.iter().find(|row| row.id == *outcome).map(|row| cx.tr.code(&row.number));
            tr!(cx.tr, "closing-words", number = number.unwrap_or_default())
        }
        Gap::Host => tr!(cx.tr, "closing-fact", name = cx.tr.text(Side::Host.label_key(), &[])),
        Gap::Fact(field) => {
            tr!(cx.tr, "closing-fact", name = cx.tr.text(&format!("field-meeting-{field}"), &[]))
        }
    }
}

/// What an agenda item is about.
fn title_of(view: &MeetingView, item: AgendaItemId) -> String {
    view.agenda.iter().find(|known| known.id == item).map(|known| known.title.clone()).unwrap_or_default()
}
