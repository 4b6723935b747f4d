//! The clock runs on the item under discussion, which need not be the one whose notes are open: whoever looks something up
//! elsewhere does not stop it. Where the two are different the notes say so, and one press moves the discussion here.
//!
//! A meeting starts on the item whose notes are open, where it is still to be discussed: that is where its caret is. Ctrl+Down
//! and Ctrl+Up move caret and clock together.
//!
//! # Keyboard
//! Ctrl+Enter moves the discussion to the item whose notes are open.

use super::{MeetingScreen, agenda};
use crate::arabic::{self, Digits};
use crate::domain::{AgendaItemId, AgendaState, MeetingStatus};
use crate::screens::Cx;
use crate::store::Edit;
use crate::store::query::{AgendaView, MeetingView};
use crate::strings::Language;
use crate::tr;
use crate::widgets::{Button, Icon, Line, Type, UiExt};
use egui::{Key, Modifiers, Ui};

impl MeetingScreen {
    /// Starts the meeting: its clock, and that of the item whose notes are open.
    pub(super) fn start(&self, cx: &Cx<'_>, view: &MeetingView) {
        let meeting = view.meeting.id;
        // A draft is scheduled on the way: the person only says «start».
        let first = match view.meeting.status {
            MeetingStatus::Postponed => Some(MeetingStatus::Scheduled),
            MeetingStatus::Cancelled => Some(MeetingStatus::Draft),
            MeetingStatus::Draft
            | MeetingStatus::Scheduled
            | MeetingStatus::Invited
            | MeetingStatus::InProgress
            | MeetingStatus::Held => None,
        };
        let edit = |to| Edit::MoveMeeting { meeting, to, reason: String::new() };
        let moves = first.into_iter().chain([MeetingStatus::InProgress]).map(edit);
        let open = view.agenda.iter().find(|item| Some(item.id) == self.active);
        let open = open.filter(|item| item.state == AgendaState::Listed).map(|item| item.id);
        let discussed = open.map(|item| Edit::Discuss { meeting, item: Some(item), is_done: false });
        cx.store.send(Edit::Together(moves.chain(discussed).collect()));
    }

    /// The item under discussion, while the meeting runs on another one than is open.
    fn discussed_elsewhere<'v>(&self, cx: &Cx<'_>, view: &'v MeetingView) -> Option<Elsewhere<'v>> {
        let is_running = view.meeting.status == MeetingStatus::InProgress && !cx.store.is_read_only();
        let here = view.agenda.iter().position(|item| Some(item.id) == self.active).filter(|_| is_running)?;
        let there = view.agenda.iter().position(|item| item.state == AgendaState::Discussing);
        let open = view.agenda.get(here).filter(|_| there != Some(here))?;
        let other = there.and_then(|there| Some((there, view.agenda.get(there)?)));
        Some(Elsewhere { open, other, goes_on: there.is_some_and(|there| there < here) })
    }

    /// What is said of the notes behind their name: which item of how many, and where the clock runs if elsewhere. Put into
    /// words when one of them has changed.
    pub(super) fn follow_notes_heard(&mut self, cx: &Cx<'_>, view: &MeetingView) {
        let is_coming = self.is_clock_coming();
        let from = Some((self.page_facts.0, self.active, (cx.tr.language(), cx.tr.digits()), is_coming));
        if self.notes_heard.0 == from {
            return;
        }
        let index = view.agenda.iter().position(|item| Some(item.id) == self.active).unwrap_or_default();
        let number = arabic::to_digits(&(index + 1).to_string(), cx.tr.digits());
        let place = tr!(cx.tr, "notes-place", number = number, count = view.agenda.len());
        // Where it runs is out of date while it is on its way here.
        let elsewhere = self.discussed_elsewhere(cx, view).filter(|_| !is_coming);
        let clock = elsewhere.map(|elsewhere| elsewhere.words(cx));
        let words = std::iter::once(place).chain(clock).collect::<Vec<_>>().join(" · ");
        self.notes_heard = (from, words);
    }

    /// Ctrl+Enter, before the notes see it.
    pub(super) fn clock_keys(&self, ui: &Ui, cx: &Cx<'_>, view: &MeetingView) {
        let Some(elsewhere) = self.discussed_elsewhere(cx, view) else { return };
        if ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter)) {
            elsewhere.move_here(cx, view);
        }
    }

    /// Above the buttons that capture: where the clock runs, and the press that moves it here.
    pub(super) fn clock_elsewhere_ui(&self, ui: &mut Ui, cx: &Cx<'_>, view: &MeetingView) {
        let Some(elsewhere) = self.discussed_elsewhere(cx, view) else { return };
        let words = elsewhere.words(cx);
        let here = tr!(cx.tr, "clock-here");
        ui.row(|ui| {
            ui.spacing_mut().item_spacing.x = ui.metrics().small;
            let width = crate::widgets::paint::width_of(ui, &here, Type::Interface, crate::text::Weight::SemiBold);
            let room = (ui.available_width() - width - BUTTON).max(BUTTON);
            ui.add(Line::new(&words).size(Type::Caption).weak(ui).max_width(room));
            let tooltip = tr!(cx.tr, "clock-here-tooltip");
            if ui.add(Button::new(&here).icon(Icon::Clock).small().tooltip(tooltip).keys("Ctrl Enter")).clicked() {
                elsewhere.move_here(cx, view);
            }
        });
    }
}

/// What the words about the notes are made from: the store's answer, the item, how words and numbers are written, and whether
/// the clock is on its way.
pub(super) type NotesHeardFrom = (u64, Option<AgendaItemId>, (Language, Digits), bool);

/// What a button takes besides its words, in points.
const BUTTON: f32 = 64.0;

/// The discussion is not where the notes are.
struct Elsewhere<'v> {
    /// The item whose notes are open.
    open: &'v AgendaView,
    /// The one under discussion, and its place.
    other: Option<(usize, &'v AgendaView)>,
    /// It comes before the open one: the meeting goes on, and it has been discussed.
    goes_on: bool,
}

impl Elsewhere<'_> {
    fn words(&self, cx: &Cx<'_>) -> String {
        match self.other {
            Some((index, item)) => {
                let number = arabic::to_digits(&(index + 1).to_string(), cx.tr.digits());
                tr!(cx.tr, "clock-elsewhere", number = number, title = item.title.as_str())
            }
            None => tr!(cx.tr, "clock-nowhere"),
        }
    }

    fn move_here(&self, cx: &Cx<'_>, view: &MeetingView) {
        agenda::discuss(cx, view, self.open.id, self.goes_on);
    }
}
