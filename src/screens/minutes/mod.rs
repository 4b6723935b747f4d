//! The minutes of a meeting: its parts and their words at the start side, the very pages that will be exported at the end.
//!
//! What is typed here is stored as notes are, and shown on the pages before it is stored. Records are changed where they
//! are kept: here stand the order of the parts, what is left out, and words in place of composed ones.

mod addenda_ui;
mod finding;
mod head;
mod parts_ui;
mod preview;
mod texts;
mod versions_ui;
mod words_ui;

use crate::domain::{AddendumId, ComparedRow, MeetingId, MinutesPart};
use crate::screens::panes::{MINUTES, panes_ui};
use crate::screens::reason::ReasonForm;
use crate::screens::{CompareAsk, Cx, PaperSubject, PreviewShown, Screen, ScreenCommand};
use crate::store::query::{MeetingPage, MeetingView};
use crate::store::{Changes, Live, Reply, Ticket};
use crate::tr;
use crate::widgets::{KeyHint, UiExt, empty_state, key_footer};
use egui::{Event, Frame, Panel, Ui};
use finding::Finding;
use preview::PreviewPane;
use std::collections::BTreeSet;
use std::time::Duration;
use texts::{Place, Texts};
use versions_ui::Versions;

/// The minutes of one meeting.
pub struct MinutesScreen {
    id: MeetingId,
    page: Live<MeetingPage>,
    /// Which answer of the store is shown.
    revision: u64,
    texts: Texts,
    /// The parts whose words are shown.
    open: BTreeSet<MinutesPart>,
    /// The part that is being dragged.
    dragged: Option<MinutesPart>,
    /// The part that is to have the focus: it has just been moved by a key.
    focus: Option<MinutesPart>,
    preview: PreviewPane,
    /// Why minutes are returned or opened again, while it is being asked.
    reason: Option<ReasonForm>,
    /// An addendum on its way to the store, and the one whose pages are shown.
    new_addendum: Option<Ticket>,
    shown_addendum: Option<AddendumId>,
    /// The one that was just begun: its words come into sight and have the focus.
    begun_addendum: Option<AddendumId>,
    /// Versions side by side.
    versions: Option<Versions>,
    finding: Finding,
    /// What came with the key that opens the bar, in the same frame: it is the field's.
    later_events: Vec<Event>,
}

/// The editor's share of the room.
const EDITOR: f32 = 0.46;

impl MinutesScreen {
    /// The minutes of a meeting.
    pub fn new(id: MeetingId) -> Self {
        Self {
            id,
            page: Live::default(),
            revision: 0,
            texts: Texts::default(),
            open: BTreeSet::from([MinutesPart::Discussion]),
            dragged: None,
            focus: None,
            preview: PreviewPane::default(),
            reason: None,
            new_addendum: None,
            shown_addendum: None,
            begun_addendum: None,
            versions: None,
            finding: Finding::default(),
            later_events: Vec::new(),
        }
    }

    /// Takes up the pages that were asked for.
    pub fn take_preview(&mut self, shown: PreviewShown) {
        self.preview.take(shown);
    }

    /// Takes up what was compared.
    pub fn take_compared(&mut self, ask: &CompareAsk, rows: &[ComparedRow]) {
        if let Some(versions) = &mut self.versions {
            versions.take(ask, rows);
        }
    }

    fn page_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, view: &MeetingView) {
        self.texts.follow(view, self.revision);
        self.find_keys(ui);
        let head = Panel::top(egui::Id::unique("minutes-head")).frame(Frame::NONE).show_separator_line(false);
        head.show(ui, |ui| {
            self.head_ui(ui, cx, view);
            ui.painter().hline(ui.max_rect().x_range(), ui.min_rect().bottom() - 0.5, ui.tokens().hairline());
        });
        let keys: [(&[&str], String); 5] = [
            (&["Ctrl", "F"], tr!(cx.tr, "minutes-page-keys-find")),
            (&["Alt", "↑", "↓"], tr!(cx.tr, "minutes-page-keys-move")),
            (&["Ctrl", "P"], tr!(cx.tr, "paper-preview")),
            (&["Ctrl", "E"], tr!(cx.tr, "minutes-page-keys-export")),
            (&["Ctrl", "M"], tr!(cx.tr, "minutes-page-keys-back")),
        ];
        let hints = keys.each_ref().map(|(keys, words)| KeyHint { keys, words });
        key_footer(ui, "", &hints);
        self.find_bar_ui(ui, cx, view);
        let frame = Frame::new().fill(ui.tokens().surface);
        egui::CentralPanel::default().frame(frame).show(ui, |ui| {
            let label = tr!(cx.tr, "minutes-page-edge");
            // Both halves are drawn by the screen, one after the other.
            let mut preview = std::mem::take(&mut self.preview);
            let revision = self.revision;
            let texts = self.texts.typed(view);
            let mut editor_asks = Vec::new();
            {
                let mut editor_cx = Cx { asks: &mut editor_asks, ..*cx };
                let composed = preview.composed().clone();
                panes_ui(
                    ui,
                    cx,
                    (MINUTES, &label, EDITOR),
                    |ui| self.parts_ui(ui, &mut editor_cx, view, &composed),
                    |ui| preview.ui(ui, cx.tr),
                );
            }
            cx.asks.append(&mut editor_asks);
            let shown = self.shown_addendum.filter(|id| view.addenda.iter().any(|row| row.id == *id));
            let addendum = shown.map(|id| (id, self.texts.text(Place::Addendum(id)).to_owned()));
            preview.ask(cx, self.id, (revision, &texts, addendum));
            self.preview = preview;
        });
        self.autosave(ui, cx);
        if self.reason.as_mut().is_some_and(|reason| reason.show(ui.ctx(), cx)) {
            self.reason = None;
        }
        self.versions_ui(ui.ctx(), cx);
    }

    fn autosave(&mut self, ui: &Ui, cx: &Cx<'_>) {
        self.texts.now_ms = ui.input(|input| (input.time * 1000.0) as u64);
        if let Some(wait_ms) = self.texts.save_due(cx, self.id) {
            ui.ctx().request_repaint_after(Duration::from_millis(wait_ms));
        }
    }
}

impl Screen for MinutesScreen {
    fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        self.page.get(cx.store, MeetingPage { id: self.id });
        // Lent out for the frame, so that the parts of the screen can change the rest of it.
        let page = std::mem::take(&mut self.page);
        match page.last() {
            Some(view) => {
                self.revision = page.revision();
                self.page_ui(ui, cx, view);
            }
            None => {
                if let Some(error) = page.error() {
                    empty_state(ui, &error.message(cx.tr), "", None);
                }
            }
        }
        self.page = page;
    }

    fn on_reply(&mut self, reply: &Reply) {
        self.texts.on_reply(reply);
        if self.new_addendum.take_if(|ticket| *ticket == reply.ticket).is_some() {
            let made = reply.result.as_ref().ok().and_then(|applied| applied.record);
            self.shown_addendum = made.map(|record| AddendumId(record.id));
            self.begun_addendum = self.shown_addendum;
        }
        if reply.result.is_err() {
            self.page.note(Changes::ALL);
        }
    }

    fn title(&self) -> Option<&str> {
        self.page.last().map(|view| view.meeting.title.as_str())
    }

    fn note(&mut self, changes: Changes) {
        self.page.note(changes);
        // The letterhead, the calendars and the names of statuses are on the pages, too.
        self.preview.note(changes);
        if let Some(versions) = &mut self.versions {
            versions.note(changes);
        }
    }

    fn flush(&mut self, cx: &mut Cx<'_>) {
        self.texts.save_all(cx, self.id);
    }

    fn commands(&self, _is_read_only: bool) -> Vec<ScreenCommand> {
        vec![ScreenCommand::FindMinutes]
    }

    fn run(&mut self, command: ScreenCommand, _cx: &mut Cx<'_>) {
        if command == ScreenCommand::FindMinutes {
            self.open_find();
        }
    }

    /// The pages that stand beside: those of the minutes, or of what adds to them.
    fn paper(&self, _cx: &Cx<'_>) -> Option<PaperSubject> {
        let addendum = self.shown_addendum.map(|addendum| PaperSubject::Addendum(self.id, addendum));
        Some(addendum.unwrap_or(PaperSubject::Minutes(self.id)))
    }

    fn unsent(&self) -> Vec<String> {
        self.texts.unsent()
    }
}
