//! The head of the minutes: whose they are, where they stand, and what is next.

use super::MinutesScreen;
use super::versions_ui::Versions;
use crate::domain::{MeetingStatus, MinutesState, PaperFormat};
use crate::screens::reason::{reopen_minutes, return_minutes};
use crate::screens::{Ask, Cx, Route, Screen};
use crate::store::Edit;
use crate::store::query::MeetingView;
use crate::text::{Label, Weight};
use crate::tr;
use crate::widgets::{Button, Chip, Icon, Line, Tone, Type, UiExt, paint};
use egui::{Frame, Margin, Ui};

/// What the chip of the status takes, and what a title keeps, in points.
const CHIP: f32 = 150.0;
const TITLE: f32 = 140.0;
/// What a button has around its words.
const AROUND: f32 = 44.0;

/// What the head's buttons do, from the first on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Act {
    Versions,
    Export,
    Review,
    Return,
    Reopen,
    Approve,
}

impl Act {
    const fn words_key(self) -> &'static str {
        match self {
            Self::Versions => "versions-open",
            Self::Export => "meeting-export",
            Self::Review => "meeting-review",
            Self::Return => "meeting-return",
            Self::Reopen => "minutes-page-reopen",
            Self::Approve => "meeting-approve",
        }
    }
}

impl MinutesScreen {
    pub(super) fn head_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, view: &MeetingView) {
        let margin = Margin::symmetric(ui.metrics().page as i8, ui.metrics().medium as i8);
        Frame::new().fill(ui.tokens().surface).inner_margin(margin).show(ui, |ui| {
            ui.column(|ui| {
                ui.spacing_mut().item_spacing.y = ui.metrics().hair;
                let acts = acts(cx, view);
                let one = |act: &Act| {
                    let words = tr!(cx.tr, act.words_key());
                    paint::width_of(ui, &words, Type::Interface, Weight::SemiBold) + AROUND
                };
                let buttons: f32 = acts.iter().map(one).sum();
                let is_stacked = ui.available_width() < buttons + CHIP + TITLE + AROUND;
                ui.row(|ui| {
                    ui.spacing_mut().item_spacing.x = ui.metrics().small;
                    let back = tr!(cx.tr, "minutes-page-back");
                    if ui.add(Button::icon_only(Icon::Back, &back).keys("Ctrl M")).clicked() {
                        cx.go(Route::Meeting(self.id));
                    }
                    let room = ui.available_width() - CHIP - if is_stacked { 0.0 } else { buttons };
                    let title = tr!(cx.tr, "minutes-page-title", title = view.meeting.title.as_str());
                    let title = Line::new(&title).size(Type::Title).weight(Weight::Bold).heading();
                    ui.add(title.max_width(room.max(TITLE)));
                    state_chip(ui, cx, view);
                    if !is_stacked {
                        ui.at_end("minutes-buttons", |ui| self.acts_ui(ui, cx, view, &acts));
                    }
                });
                if is_stacked {
                    ui.row(|ui| self.acts_ui(ui, cx, view, &acts));
                }
                if !view.meeting.remark.is_empty() {
                    let words = tr!(cx.tr, "meeting-returned-with", remark = view.meeting.remark.as_str());
                    let colour = ui.tokens().tone(Tone::Amber).ink;
                    ui.add(Label::new(words).color(colour).wrap());
                }
            });
        });
    }

    fn acts_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, view: &MeetingView, acts: &[Act]) {
        ui.spacing_mut().item_spacing.x = ui.metrics().small;
        for act in acts {
            let words = tr!(cx.tr, act.words_key());
            let button = match act {
                Act::Export => Button::new(&words).icon(Icon::Document).tooltip(tr!(cx.tr, "meeting-export-tooltip")),
                Act::Versions => Button::new(&words).tooltip(tr!(cx.tr, "versions-open-tooltip")),
                Act::Review => Button::new(&words).tooltip(tr!(cx.tr, "meeting-review-tooltip")),
                Act::Return | Act::Reopen => Button::new(&words),
                Act::Approve => {
                    Button::primary(&words).icon(Icon::Check).tooltip(tr!(cx.tr, "meeting-approve-tooltip"))
                }
            };
            if ui.add(button).clicked() {
                self.act(cx, view, *act);
            }
        }
    }

    fn act(&mut self, cx: &mut Cx<'_>, view: &MeetingView, act: Act) {
        // What is still only typed belongs in the minutes.
        self.flush(cx);
        let meeting = view.meeting.id;
        match act {
            Act::Versions => self.versions = Some(Versions::default()),
            Act::Export => cx.ask(Ask::ExportMinutes(meeting, PaperFormat::Pdf)),
            Act::Review => {
                cx.store.send(Edit::ReviewMinutes { meeting, to: MinutesState::InReview, comment: String::new() });
            }
            Act::Return => self.reason = Some(return_minutes(meeting)),
            Act::Reopen => self.reason = Some(reopen_minutes(meeting)),
            Act::Approve => cx.ask(Ask::ApproveMinutes(meeting)),
        }
    }
}

/// What can be done with the minutes as they stand.
fn acts(cx: &Cx<'_>, view: &MeetingView) -> Vec<Act> {
    let mut acts = vec![Act::Versions, Act::Export];
    if view.meeting.status != MeetingStatus::Held || cx.store.is_read_only() {
        return acts;
    }
    match view.meeting.minutes {
        MinutesState::Draft | MinutesState::Returned => acts.extend([Act::Review, Act::Approve]),
        MinutesState::InReview => acts.extend([Act::Return, Act::Approve]),
        MinutesState::Approved => acts.push(Act::Reopen),
        MinutesState::Signed => {}
    }
    acts
}

fn state_chip(ui: &mut Ui, cx: &Cx<'_>, view: &MeetingView) {
    let number = cx.tr.code(&view.meeting.minutes_number);
    let (words, tone) = match view.meeting.minutes {
        MinutesState::Approved => (tr!(cx.tr, "meeting-approved", number = number), Tone::Green),
        MinutesState::Signed => (tr!(cx.tr, "meeting-signed", number = number), Tone::Green),
        MinutesState::InReview => (tr!(cx.tr, "minutes-state-in-review"), Tone::Blue),
        MinutesState::Returned => (tr!(cx.tr, "minutes-state-returned"), Tone::Amber),
        MinutesState::Draft => (tr!(cx.tr, "minutes-state-draft"), Tone::Neutral),
    };
    ui.add(Chip::new(&words, tone));
}
