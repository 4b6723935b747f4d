//! A meeting's workspace: agenda and attendance at the start, notes in the middle, what comes out of them at the end.
//!
//! Notes are typed without waiting for anything: `notes` keeps what is newer than the store and hands it on; every list
//! beside them follows from the store's answer.

mod agenda;
mod attendance;
mod attendance_line;
mod attendee_sheet;
mod capture;
mod captures;
mod clock_here;
mod closing;
mod finding;
mod forms;
mod hall;
mod header;
mod item_heard;
mod joining;
mod line_kind;
mod line_times;
mod lines_ui;
mod marks;
mod more;
mod notes;
mod notes_ui;
mod outcomes;
mod parties;
mod pasted;
mod preparing;
mod press;
mod roll;
mod saving;
mod suggesting;
mod told;
mod trigger;
mod understood;

use crate::domain::{AgendaItemId, MeetingId, OutcomeId};
use crate::error::ErrorKind;
use crate::screens::attachments::Attachments;
use crate::screens::form::{FormOutput, RecordForm};
use crate::screens::next_meeting::NextMeeting;
use crate::screens::reason::ReasonForm;
use crate::screens::{Cx, Screen, ScreenCommand};
use crate::store::query::{MeetingPage, MeetingView, NamedIn, NamedInFull};
use crate::store::{Changes, Live, Reply, Ticket};
use crate::tr;
use crate::widgets::{Button, KeyHint, UiExt, keep_foot_free, key_footer, scroll_vertical};
use egui::{Frame, Margin, Panel, Ui};

/// The form that lies over the workspace.
enum Open {
    /// The declared fields of the meeting, an item, a line of attendance, an outcome.
    Form(Box<RecordForm>),
    /// Somebody who is not in the directory.
    Attendee(Box<attendee_sheet::AttendeeForm>),
    /// The bodies that take part.
    Parties(Box<parties::PartiesForm>),
    /// Who gets a letter of invitation.
    Invitations(Box<preparing::InvitationsForm>),
    /// For which paper its press item is.
    Press(Box<press::PressForm>),
}

/// Where the caret is to go, once it can.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Arrival {
    /// The meeting was just opened: one without a word yet waits to be written.
    Opened,
    /// To the notes.
    Notes,
}

/// A part of the workspace: a narrow window shows one at a time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Part {
    #[default]
    Notes,
    Start,
    End,
}

/// Below this width the parts don't fit beside each other.
const ROOM_FOR_PARTS: f32 = 760.0;

/// One meeting's workspace.
pub struct MeetingScreen {
    id: MeetingId,
    page: Live<MeetingPage>,
    /// Whom the notes name who do not take part.
    named: Live<NamedIn>,
    /// Who is named in full in the line that is being written.
    in_full: Live<NamedInFull>,
    /// That line, as it was typed last.
    typed_line: String,
    /// The item whose notes are open.
    active: Option<AgendaItemId>,
    notes: notes::Notes,
    /// Where the caret was before a button took the focus.
    last_focused: Option<notes::Tag>,
    /// The revision of the page that is shown, and whether a newer one is on its way.
    page_facts: (u64, bool),
    /// What was pressed in the last frame and has to wait for this one.
    later_events: Vec<egui::Event>,
    /// What came out of it, as it is listed at the side.
    side: outcomes::SideList,
    /// How many words the notes have, and in which answer of the store.
    words: Option<((u64, Option<AgendaItemId>), usize)>,
    attendance: attendance::AttendanceState,
    attachments: Attachments,
    /// What is looked for in the notes.
    finding: finding::Finding,
    /// What opens at the caret.
    suggesting: suggesting::Suggesting,
    /// What is being typed as a new agenda item.
    new_item: String,
    /// The only item was removed by its key: the field for a new one has the focus once it has gone.
    wants_new_item: bool,
    /// A step of the minutes was taken, on this answer of the store: with the next one its button may be gone, and what is next
    /// in the head has the focus.
    stepped: Option<u64>,
    /// What is said of the notes behind their name, and for which answer of the store and which item.
    notes_heard: (Option<clock_here::NotesHeardFrom>, String),
    /// What is said of the items behind their names.
    items_heard: item_heard::ItemsHeard,
    /// How high agenda and attendance were last, in points.
    start_heights: [f32; 2],
    /// How high the buttons below the notes stand.
    capture_height: f32,
    /// The open item that the agenda was scrolled to last.
    seen_item: Option<AgendaItemId>,
    /// An outcome whose form opens as soon as its row is there.
    wants_outcome: Option<OutcomeId>,
    open: Option<Open>,
    /// Why the meeting is put off or called off, while it is being asked.
    reason: Option<ReasonForm>,
    /// What the meeting lacks is shown before it ends, or before its minutes are approved.
    closing: Option<closing::Before>,
    /// Which line of that list is to have the focus.
    gap_focus: Option<closing::GapFocus>,
    /// The minutes are to be approved as soon as the meeting is shown.
    wants_approval: bool,
    /// That was asked for at the minutes, where one is led back to.
    comes_from_minutes: bool,
    next_meeting: NextMeeting,
    /// What of it was said to who hears the page.
    told: told::Told,
    arrival: Option<Arrival>,
    /// What a narrow window shows.
    part: Part,
    /// The page on which the meeting is prepared.
    preparing: preparing::Preparing,
    /// The window for the room; it stays while another screen is shown.
    hall: Option<hall::Hall>,
}

/// The agenda has at least so much of the start column, where it has to share it.
const LEAST_AGENDA: f32 = 0.42;

/// What the bar of a side column takes of its panel's margin, in points.
const BAR_ROOM: f32 = 14.0;

impl MeetingScreen {
    /// The workspace of a meeting.
    pub fn new(id: MeetingId) -> Self {
        Self {
            id,
            page: Live::default(),
            named: Live::default(),
            in_full: Live::default(),
            typed_line: String::new(),
            active: None,
            notes: notes::Notes::default(),
            last_focused: None,
            page_facts: (0, false),
            later_events: Vec::new(),
            side: outcomes::SideList::default(),
            words: None,
            attendance: attendance::AttendanceState::default(),
            attachments: Attachments::new(id.record()),
            finding: finding::Finding::default(),
            suggesting: suggesting::Suggesting::default(),
            new_item: String::new(),
            wants_new_item: false,
            stepped: None,
            notes_heard: <(Option<_>, String)>::default(),
            items_heard: item_heard::ItemsHeard::default(),
            start_heights: [0.0; 2],
            capture_height: 0.0,
            seen_item: None,
            wants_outcome: None,
            open: None,
            reason: None,
            closing: None,
            gap_focus: None,
            wants_approval: false,
            comes_from_minutes: false,
            next_meeting: NextMeeting::default(),
            told: told::Told::default(),
            arrival: Some(Arrival::Opened),
            part: Part::default(),
            preparing: preparing::Preparing::default(),
            hall: None,
        }
    }

    /// Approves the minutes, or shows what they lack first; then leads back to them, where one has come from.
    pub const fn ask_approval(&mut self) {
        self.wants_approval = true;
        self.comes_from_minutes = true;
    }

    /// Which meeting it shows.
    pub const fn meeting(&self) -> MeetingId {
        self.id
    }

    fn workspace_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, view: &MeetingView) {
        let is_gone = self.active.is_none_or(|active| notes_ui::item_of(view, active).is_none());
        if is_gone {
            self.active = view.agenda.first().map(|item| item.id);
        }
        self.tell_changes(ui, cx, view);
        if std::mem::take(&mut self.wants_approval) {
            self.approve_minutes(cx, view);
        }
        if !Self::can_prepare(view) {
            self.preparing.is_open = false;
        }
        if !self.preparing.is_open {
            self.notes_keys(ui, cx, view);
        } else if self.open.is_none() {
            self.roll_keys(ui, view);
        }
        let head = Panel::top(egui::Id::unique("meeting-head")).frame(Frame::NONE).show_separator_line(false);
        let is_narrow = ui.available_width() < ROOM_FOR_PARTS;
        head.show(ui, |ui| {
            self.header_ui(ui, cx, view, is_narrow);
            if is_narrow {
                self.parts_ui(ui, cx);
            }
            let line = ui.tokens().hairline();
            ui.painter().hline(ui.max_rect().x_range(), ui.min_rect().bottom() - 0.5, line);
        });
        let width = ui.available_width();
        let side = Frame::new().fill(ui.tokens().surface_sunken).inner_margin(Margin::symmetric(16, 16));
        if is_narrow {
            let whole = egui::CentralPanel::default().frame(side);
            match self.part {
                Part::Notes => self.middle_ui(ui, cx, view),
                Part::Start => _ = whole.show(ui, |ui| self.start_ui(ui, cx, view)),
                Part::End => _ = whole.show(ui, |ui| side_column(ui, "end", |ui| self.end_ui(ui, cx, view))),
            }
        } else {
            let start = ui.direction().start_panel("meeting-start").resizable(false).frame(side);
            start.exact_size((width * 0.23).clamp(196.0, 268.0)).show(ui, |ui| self.start_ui(ui, cx, view));
            // The notes come before what stands beyond them in the order of Tab.
            let end_width = (width * 0.29).clamp(212.0, 344.0);
            let mut middle = ui.available_rect_before_wrap();
            ui.direction().take_end(&mut middle, end_width);
            ui.within(middle, "middle", |ui| self.middle_ui(ui, cx, view));
            let end = ui.direction().end_panel("meeting-end").resizable(false).frame(side);
            end.exact_size(end_width).show(ui, |ui| {
                side_column(ui, "end", |ui| self.end_ui(ui, cx, view));
            });
        }
        self.autosave(ui, cx);
        self.open_wanted(cx, view);
        self.sheets_ui(ui, cx, view);
    }

    /// Which part a narrow window shows.
    fn parts_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let page = ui.metrics().page;
        let row = ui.available_rect_before_wrap().shrink2(egui::vec2(page, 0.0));
        let tall = ui.metrics().small_control + ui.metrics().small;
        ui.allocate_space(egui::vec2(ui.available_width(), tall));
        ui.row_within(row.with_max_y(row.top() + tall), "parts", |ui| {
            let keys = if self.preparing.is_open {
                ["attendance-title", "agenda-title", "offered-title"]
            } else {
                ["meeting-part-start", "meeting-part-notes", "meeting-part-end"]
            };
            for (part, key) in [Part::Start, Part::Notes, Part::End].into_iter().zip(keys) {
                let words = tr!(cx.tr, key);
                if ui.add(Button::quiet(&words).small().selected(self.part == part)).clicked() {
                    self.part = part;
                }
            }
        });
    }

    /// Agenda and attendance.
    ///
    /// Where they don't fit below each other each scrolls by itself: the open item stays in sight however many people there
    /// are, and the people however many items.
    fn start_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, view: &MeetingView) {
        // What the keys do stands at the foot, and takes its room from the people alone: nothing is where one did not expect
        // it when it comes.
        let room = ui.available_rect_before_wrap();
        self.roll_about_ui(ui, cx, view);
        let foot = ui.available_rect_before_wrap().bottom();
        if self.preparing.is_open {
            side_column(ui, "start", |ui| self.attendance_ui(ui, cx, view));
            return;
        }
        let gap = ui.metrics().page;
        let [agenda, people] = self.start_heights;
        let fits = room.height() - gap;
        let least = (fits * LEAST_AGENDA).max(fits - people);
        let tall = if agenda + people <= fits { agenda } else { agenda.min(least) };
        let (above, below) =
            (room.with_max_y(room.top() + tall), room.with_min_y(room.top() + tall + gap).with_max_y(foot));
        let agenda = ui.within(above, "agenda", |ui| side_column(ui, "agenda", |ui| self.agenda_ui(ui, cx, view)));
        let people = ui.within(below, "start", |ui| side_column(ui, "start", |ui| self.attendance_ui(ui, cx, view)));
        if self.start_heights != [agenda, people] {
            self.start_heights = [agenda, people];
            ui.ctx().request_discard("the parts of a column share its height anew");
        }
    }

    /// What came out of the meeting; before it, what is open.
    fn end_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, view: &MeetingView) {
        if self.preparing.is_open { self.offered_ui(ui, cx, view) } else { self.outcomes_ui(ui, cx, view) }
    }

    fn middle_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, view: &MeetingView) {
        if self.preparing.is_open {
            return self.preparing_ui(ui, cx, view);
        }
        let tokens = ui.tokens();
        let words = self.count_words(view);
        let words = tr!(cx.tr, "count-words", count = words);
        let bottom = Panel::bottom(egui::Id::unique("meeting-keys")).frame(Frame::new().fill(tokens.surface));
        bottom.show_separator_line(false).show(ui, |ui| {
            let all = [("/", "keys-capture"), ("@", "keys-name"), ("#", "keys-record"), ("Ctrl ↓", "keys-next-item")];
            // Where nothing can be typed no sign does anything.
            let is_open = view.meeting.approved_on.is_none() && !cx.store.is_read_only();
            let told = all.get(if is_open { 0 } else { 3 }..).unwrap_or_default();
            let told: Vec<([&str; 1], String)> =
                told.iter().map(|(keys, action)| ([*keys], cx.tr.text(action, &[]))).collect();
            let hints: Vec<KeyHint<'_>> = told.iter().map(|(keys, words)| KeyHint { keys, words }).collect();
            key_footer(ui, &words, &hints);
        });
        self.find_bar_ui(ui, cx, view);
        // The notes come before the buttons below them in the order of Tab.
        let room = ui.available_rect_before_wrap();
        let notes = room.with_max_y((room.bottom() - self.capture_height).max(room.top()));
        ui.within(notes, "notes", |ui| {
            let whole = egui::CentralPanel::default().frame(Frame::new().fill(tokens.surface));
            whole.show(ui, |ui| self.notes_ui(ui, cx, view));
        });
        let bar = Frame::new().fill(tokens.surface).inner_margin(Margin::symmetric(24, 8));
        let capture = Panel::bottom(egui::Id::unique("meeting-capture")).frame(bar).show_separator_line(false);
        let capture = capture.show(ui, |ui| {
            self.clock_elsewhere_ui(ui, cx, view);
            let layout = ui.direction().wrapping_row();
            ui.with_layout(layout, |ui| self.capture_bar_ui(ui, cx, view));
        });
        keep_foot_free(ui.ctx(), capture.response.rect.top());
        let tall = capture.response.rect.height();
        if self.capture_height != tall {
            self.capture_height = tall;
            ui.ctx().request_discard("the notes end where the buttons below them begin");
        }
    }

    /// The words of the open item's notes. Counted once an answer of the store: they may be many.
    fn count_words(&mut self, view: &MeetingView) -> usize {
        let now = (self.page_facts.0, self.active);
        let known = self.words.filter(|(counted, _)| *counted == now).map(|(_, words)| words);
        let item = self.active.and_then(|item| notes_ui::item_of(view, item));
        let words = known.unwrap_or_else(|| item.map_or(0, |item| capture::word_count(notes_ui::texts(view, item))));
        self.words = Some((now, words));
        words
    }

    /// Opens the form that was asked for, once its row has come.
    fn open_wanted(&mut self, cx: &Cx<'_>, view: &MeetingView) {
        let Some(wanted) = self.wants_outcome else { return };
        let row =
            view.outcomes.iter().chain(&view.earlier).chain(&view.closed_since).find(|outcome| outcome.id == wanted);
        if let Some(row) = row {
            self.open = Some(Open::Form(Box::new(forms::outcome(cx, view, row))));
            self.wants_outcome = None;
        }
    }

    /// The focus stays in the head, whichever of its buttons the step takes away.
    pub(super) const fn note_step(&mut self) {
        self.stepped = Some(self.page_facts.0);
    }

    fn sheets_ui(&mut self, ui: &Ui, cx: &mut Cx<'_>, view: &MeetingView) {
        self.attachments.over_ui(ui, cx);
        let ctx = ui.ctx();
        self.closing_ui(ctx, cx, view);
        if self.reason.as_mut().is_some_and(|reason| reason.show(ctx, cx)) {
            self.reason = None;
            self.note_step();
        }
        self.next_meeting.open(cx);
        let Some(mut open) = self.open.take() else { return };
        let is_done = match &mut open {
            Open::Form(form) => {
                let is_done = form.show(ctx, cx) != FormOutput::Open;
                if let Some((outcome, at)) = form.left_for().filter(|_| is_done) {
                    self.open = forms::reservation(cx, view, outcome, at).map(|form| Open::Form(Box::new(form)));
                }
                is_done
            }
            Open::Attendee(form) => self.attendee_sheet(ctx, cx, form, view),
            Open::Parties(form) => self.parties_sheet(ctx, cx, form, view),
            Open::Invitations(form) => self.invitations_sheet(ctx, cx, form, view),
            Open::Press(form) => self.press_dialog(ctx, cx, form, view),
        };
        // A form that opened another one gives way to it.
        if !is_done && self.open.is_none() {
            self.open = Some(open);
        }
    }
}

impl Screen for MeetingScreen {
    fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        self.page.get(cx.store, MeetingPage { id: self.id });
        for named in self.named.get(cx.store, NamedIn { meeting: self.id }).into_iter().flatten() {
            self.notes.understanding.meet(named);
        }
        self.page_facts = (self.page.revision(), self.page.is_loading());
        // Lent out for the frame, so that the parts of the screen can change the rest of it.
        let page = std::mem::take(&mut self.page);
        let is_gone = page.error().is_some_and(|error| *error.kind() == ErrorKind::NotFound);
        match page.last().filter(|_| !is_gone) {
            Some(view) => self.workspace_ui(ui, cx, view),
            // Somebody took it back or away, here or on its register: what is typed on its page would go nowhere.
            None if is_gone => {
                let (title, about) = (tr!(cx.tr, "record-gone"), tr!(cx.tr, "record-gone-about"));
                crate::widgets::empty_state(ui, &title, &about, None);
            }
            None => {
                if let Some(error) = page.error() {
                    crate::widgets::empty_state(ui, &error.message(cx.tr), "", None);
                }
            }
        }
        self.page = page;
    }

    fn title(&self) -> Option<&str> {
        self.page.last().map(|view| view.meeting.title.as_str())
    }

    fn commands(&self, is_read_only: bool) -> Vec<ScreenCommand> {
        self.page.last().map(|view| Self::commands_of(view, is_read_only)).unwrap_or_default()
    }

    fn run(&mut self, command: ScreenCommand, cx: &mut Cx<'_>) {
        let page = std::mem::take(&mut self.page);
        // What could be done when its name was chosen may have been done since.
        if let Some(view) = page.last()
            && Self::commands_of(view, cx.store.is_read_only()).contains(&command)
        {
            self.run_command(command, cx, view);
        }
        self.page = page;
    }

    fn beside_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, is_shown: bool) {
        let wants_hall = is_shown && ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::F11));
        if wants_hall {
            self.turn_hall(ui.ctx());
        }
        if self.hall.is_none() {
            return;
        }
        if !is_shown {
            self.page.get(cx.store, MeetingPage { id: self.id });
        }
        let page = std::mem::take(&mut self.page);
        if let Some(view) = page.last() {
            self.hall_ui(ui, cx, view);
        }
        self.page = page;
    }

    fn has_window(&self) -> bool {
        self.hall.is_some()
    }

    fn on_reply(&mut self, reply: &Reply) {
        self.notes.on_reply(reply);
        self.told.on_reply(reply, self.page_facts.0);
        self.attachments.on_reply(reply);
        self.suggesting.on_reply(reply);
        self.preparing.on_reply(reply);
        if reply.result.is_err() {
            // What the refusal speaks of may be newer than what is shown.
            self.page.note(Changes::ALL);
        }
        if let Some(Open::Form(form)) = &mut self.open {
            form.on_reply(reply);
        }
        self.next_meeting.on_reply(reply);
    }

    fn note(&mut self, changes: Changes) {
        self.page.note(changes);
        self.named.note(changes);
        self.in_full.note(changes);
        self.attachments.note(changes);
        self.attendance.note(changes);
        self.suggesting.note(changes);
        self.preparing.note(changes);
        match &mut self.open {
            Some(Open::Form(form)) => form.note(changes),
            Some(Open::Attendee(form)) => form.note(changes),
            Some(Open::Parties(form)) => form.note(changes),
            Some(Open::Invitations(form)) => form.note(changes),
            Some(Open::Press(form)) => form.note(changes),
            None => {}
        }
    }

    fn unsent(&self) -> Vec<String> {
        self.notes.unsent()
    }

    fn holds_form(&self) -> bool {
        let own = match &self.open {
            Some(Open::Form(form)) => !form.is_done(),
            // Somebody is half written down.
            Some(Open::Attendee(_)) => true,
            Some(Open::Parties(_) | Open::Invitations(_) | Open::Press(_)) | None => false,
        };
        own || self.attachments.holds_form()
    }

    fn holds_refused(&self, ticket: Ticket) -> bool {
        let own = matches!(&self.open, Some(Open::Form(form)) if form.was_refused(ticket));
        own || self.attachments.holds_refused(ticket)
    }

    fn flush(&mut self, cx: &mut Cx<'_>) {
        self.notes.save_all(cx);
        self.attachments.flush(cx);
        self.close_editor(cx);
        // What was pressed before leaving is not meant for whoever comes back.
        self.later_events.clear();
        // A form that was sent is done with: shown again, it would tell what holds no more.
        if let Some(Open::Form(form)) = &mut self.open
            && form.flush(cx)
        {
            self.open = None;
        }
    }
}

/// A column that scrolls by itself; answers how high what stands in it is.
fn side_column(ui: &mut Ui, name: &str, contents: impl FnOnce(&mut Ui)) -> f32 {
    // The bar stands in the panel's margin: over the words it would hide their ends.
    let width = ui.available_width();
    let mut room = ui.available_rect_before_wrap().expand2(egui::vec2(BAR_ROOM, 0.0));
    ui.direction().take_start(&mut room, BAR_ROOM);
    ui.within(room, name, |ui| {
        scroll_vertical(ui, ("meeting-column", name), |ui, area| {
            area.show(ui, |ui| {
                ui.column(|ui| {
                    ui.set_width(width);
                    ui.spacing_mut().item_spacing.y = ui.metrics().hair;
                    contents(ui);
                });
            })
        })
        .content_size
        .y
    })
}
