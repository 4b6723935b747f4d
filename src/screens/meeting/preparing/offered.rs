//! What is open from before, at the end side: one press puts it onto the agenda.

use crate::arabic;
use crate::domain::{OutcomeId, OutcomeStatus, Record, due_words, lifecycle};
use crate::screens::meeting::MeetingScreen;
use crate::screens::meeting::outcomes::{left_ui, open_before};
use crate::screens::{Cx, OpenTasks, parts};
use crate::store::Edit;
use crate::store::query::{Because, MeetingView, Offered, OfferedRow, OfferedRows, OutcomeRow};
use crate::text::{Label, Weight};
use crate::tr;
use crate::widgets::{Button, Chip, Icon, Line, Tone, Type, UiExt, section_heading};
use egui::{Frame, Id, Margin, Ui, vec2};

/// So far past the edge of what one sees cards are drawn all the same: Tab goes on to them.
const AROUND: f32 = 300.0;

/// What was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wish {
    /// An item of its own.
    Own(OutcomeId),
    /// Under the item for what is open.
    Gathered(OutcomeId),
    Open(OutcomeId),
}

impl MeetingScreen {
    /// The list, in place of what came out of the meeting.
    pub(in crate::screens::meeting) fn offered_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, view: &MeetingView) {
        let meeting = view.meeting.id;
        let offered = self.preparing.offered.get(cx.store, Offered { meeting }).cloned();
        let Some(OfferedRows { rows, left, left_of_bodies, bodies }) = offered else { return };
        ui.row(|ui| {
            section_heading(ui, &tr!(cx.tr, "offered-title"));
            let told = rows.iter().filter(|row| row.because != Because::Done).count();
            let open = left.with(told).and_then(|open| left_of_bodies.with(open));
            if open.is_none_or(|open| open > 0) {
                let more = if open.is_none() { "+" } else { "" };
                let told = arabic::to_digits(&open.unwrap_or(told).to_string(), cx.tr.digits());
                let count = format!("{told}{more}");
                ui.at_end("offered-count", |ui| ui.add(Chip::new(&count, Tone::Neutral)));
            }
        });
        let weak = ui.tokens().ink_weak;
        let about = if rows.is_empty() { "offered-empty" } else { "offered-about" };
        ui.add(Label::new(tr!(cx.tr, about)).size(12.0).line_height(18.0).color(weak).wrap());
        if rows.is_empty() {
            return;
        }
        ui.add_space(ui.metrics().hair);
        let title = tr!(cx.tr, "offered-item");
        let all = tr!(cx.tr, "offered-all", title = title.as_str());
        if ui.add(Button::new(&all).icon(Icon::Plus).small().full_width()).clicked() {
            let records = rows.iter().map(|row| row.outcome.id.record()).collect();
            cx.store.send(Edit::GatherOnAgenda { records, meeting, title: title.clone() });
            // The button goes with the list: the agenda is what one goes on with.
            self.preparing.wants_new = true;
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        let mut wish = None;
        for row in &rows {
            wish = wish.or(card_ui(ui, cx, row));
        }
        left_ui(ui, cx, "earlier-left", left, || open_before(view));
        let of = bodies.into_iter().map(|(body, name)| (body.0, name)).collect();
        let tasks = || OpenTasks { field: "organisation", of, until: None };
        left_ui(ui, cx, "earlier-left-of-bodies", left_of_bodies, tasks);
        let put = |record: Record| Edit::PutOnAgenda { record, meeting };
        match wish {
            Some(Wish::Own(id)) => _ = cx.store.send(put(id.record())),
            Some(Wish::Gathered(id)) => {
                cx.store.send(Edit::GatherOnAgenda { records: vec![id.record()], meeting, title });
            }
            Some(Wish::Open(id)) => cx.go(crate::screens::Route::Record(id.record())),
            None => {}
        }
    }
}

fn card_ui(ui: &mut Ui, cx: &Cx<'_>, row: &OfferedRow) -> Option<Wish> {
    let outcome = &row.outcome;
    let width = ui.available_width();
    let id = Id::unique(("offered-card", outcome.id));
    // A card out of sight takes the room that it had: there may be hundreds.
    let known = ui.data(|data| data.get_temp::<(i64, f32, f32)>(id));
    let known = known.filter(|(version, wide, _)| *version == outcome.version && *wide == width);
    if let Some((_, _, height)) = known {
        let (top, clip) = (ui.cursor().top(), ui.clip_rect());
        if top + height < clip.top() - AROUND || top > clip.bottom() + AROUND {
            ui.allocate_space(vec2(width, height));
            return None;
        }
    }
    let mut wish = None;
    let text = if outcome.text.is_empty() { tr!(cx.tr, "unspecified") } else { outcome.title().to_owned() };
    let about = about(cx, outcome);
    let card = Frame::new().inner_margin(Margin::symmetric(4, 10)).show(ui, |ui| {
        ui.set_width(width - 8.0);
        ui.spacing_mut().item_spacing.y = 4.0;
        let layout = ui.direction().wrapping_row();
        ui.with_layout(layout, |ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 4.0);
            let standing = standing_chip(ui, cx, row);
            if outcome.carried > 0 {
                let words = tr!(cx.tr, "offered-carried", count = outcome.carried);
                ui.add(Chip::new(&words, Tone::Neutral));
            }
            let number = cx.tr.code(&outcome.number);
            let open = tr!(cx.tr, "record-open", name = text.as_str());
            if !number.is_empty() {
                let button = ui.add(Button::quiet(&number).small().name(&open));
                // What is seen around it; its name is the title alone.
                ui.ctx().accesskit_node_builder(button.id, |node| {
                    node.set_description([standing.as_str(), &number, &about].join(" · "));
                });
                if button.clicked() {
                    wish = Some(Wish::Open(outcome.id));
                }
            }
        });
        ui.add(Label::new(&text).size(14.0).line_height(20.0).weight(Weight::Medium).wrap());
        ui.add(Line::new(&about).size(Type::Caption).weak(ui).max_width(width - 12.0));
        let layout = ui.direction().wrapping_row();
        ui.with_layout(layout, |ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 4.0);
            let (own, name) = (tr!(cx.tr, "offered-own"), tr!(cx.tr, "offered-own-name", text = text.as_str()));
            if ui.add(Button::new(&own).icon(Icon::Plus).small().name(&name)).clicked() {
                wish = Some(Wish::Own(outcome.id));
            }
            let (under, name) = (tr!(cx.tr, "offered-under"), tr!(cx.tr, "offered-under-name", text = text.as_str()));
            if ui.add(Button::quiet(&under).small().name(&name)).clicked() {
                wish = Some(Wish::Gathered(outcome.id));
            }
        });
    });
    let rect = card.response.rect;
    ui.data_mut(|data| data.insert_temp(id, (outcome.version, width, rect.height())));
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, ui.tokens().hairline());
    wish
}

/// How late it is, else what it is; what is done says so. Answers its words.
fn standing_chip(ui: &mut Ui, cx: &Cx<'_>, row: &OfferedRow) -> String {
    let outcome = &row.outcome;
    let is_done = row.because == Because::Done;
    let late = outcome.due.filter(|_| lifecycle::is_overdue(outcome.status, outcome.due, cx.today));
    let (words, tone, icon) = if is_done && outcome.status == OutcomeStatus::Done {
        (tr!(cx.tr, "offered-done"), Tone::Green, Some(Icon::Check))
    } else if let Some(due) = late {
        (due_words(due, Some(outcome.kind), cx.today, cx.tr), Tone::Red, Some(Icon::Warning))
    } else if is_done {
        // Closed, and not because it was done.
        (outcome.status.words(Some(outcome.kind), cx.tr), parts::outcome_tone(outcome.status), None)
    } else {
        (tr!(cx.tr, outcome.kind.label_key()), parts::kind_tone(outcome.kind), None)
    };
    let chip = Chip::new(&words, tone);
    ui.add(if let Some(icon) = icon { chip.icon(icon) } else { chip });
    words
}

/// Who owes it, by when, and from which meeting it comes.
fn about(cx: &Cx<'_>, outcome: &OutcomeRow) -> String {
    let mut known: Vec<String> = Vec::new();
    if outcome.person.is_some() {
        known.push(parts::person_short(outcome.person_honorific, &outcome.person_name));
    }
    known.extend(Some(&outcome.organisation_name).filter(|name| !name.is_empty()).cloned());
    known.extend(outcome.due.map(|due| parts::day(due, cx.tr, cx.settings.calendars)));
    if !outcome.meeting_number.is_empty() {
        known.push(tr!(cx.tr, "offered-from", number = cx.tr.code(&outcome.meeting_number)));
    }
    let known: Vec<String> = known.iter().map(|part| arabic::isolate::isolate(part)).collect();
    known.join(" · ")
}
