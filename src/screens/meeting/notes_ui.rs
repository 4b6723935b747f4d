//! The middle of the workspace: the open item's notes, with captured lines in the colour of their kind.

use super::captures::Captured;
use super::line_kind::{LineKind, LineRecords};
use super::line_times::{self, LineTimesShown};
use super::lines_ui::{LineLook, ROOM_FOR_ASIDE};
use super::notes::{Document, Entrance, Facts, LineHeard, Tag};
use super::suggesting::{self, Chosen};
use super::{Arrival, MeetingScreen, Open};
use crate::arabic;
use crate::calendar::Time;
use crate::domain::{AgendaItemId, BlockId, Entity, MeetingStatus, OutcomeId, PersonId, Record, RegulationId};
use crate::screens::{Ask, Cx};
use crate::store::query::{AgendaView, MeetingView};
use crate::text::{self, EdgeKey, EditorView, SectionAt, Weight};
use crate::text::{keep_keys, say};
use crate::tr;
use crate::widgets::{Button, Chip, Icon, Line, Tone, Type, UiExt, is_arriving, mark_heading, scroll_vertical};
use egui::{CursorIcon, Event, EventFilter, Frame, Key, Modifiers, Sense, Ui};
use std::hash::{Hash, Hasher};
use std::time::Duration;

impl MeetingScreen {
    /// Keys of the notes, before an editor sees them.
    pub(super) fn notes_keys(&mut self, ui: &Ui, cx: &mut Cx<'_>, view: &MeetingView) {
        let waited = std::mem::take(&mut self.later_events);
        ui.input_mut(|input| _ = input.events.splice(0..0, waited));
        let after = self.find_keys(ui);
        self.writing_keys(ui, cx, view);
        self.later_events.extend(after);
    }

    fn writing_keys(&mut self, ui: &Ui, cx: &mut Cx<'_>, view: &MeetingView) {
        if view.meeting.approved_on.is_some() || self.open.is_some() {
            return;
        }
        self.roll_keys(ui, view);
        self.keep_order_of_keys(ui);
        let pressed = ui.input_mut(|input| {
            let mut pressed = Vec::new();
            input.events.retain(|event| {
                let kind = LineKind::pressed(event);
                pressed.extend(kind);
                kind.is_none()
            });
            pressed
        });
        for kind in pressed {
            self.capture(cx, view, kind);
        }
        if self.reason.is_none() && self.closing.is_none() {
            self.clock_keys(ui, cx, view);
        }
        let forward = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::ArrowDown));
        let back = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::ArrowUp));
        if forward || back {
            self.step_item(ui, cx, view, forward);
        }
    }

    /// On a slow machine a frame brings several keys. What was typed before a capture belongs to the line that it captures:
    /// the capture, and what comes after it, wait for the next frame, as the editor's library has it of Enter.
    fn keep_order_of_keys(&mut self, ui: &Ui) {
        self.later_events = ui.input_mut(|input| {
            let is_typed = |event: &Event| {
                matches!(event, Event::Text(_) | Event::Paste(_) | Event::Ime(_) | Event::Key { pressed: true, .. })
            };
            let is_capture = |event: &Event| LineKind::pressed(event).is_some();
            let captures = input.events.iter().position(is_capture);
            let typed = input.events.iter().position(is_typed);
            match captures.zip(typed) {
                Some((capture, typed)) if typed < capture => input.events.split_off(capture),
                _ => Vec::new(),
            }
        });
        if !self.later_events.is_empty() {
            ui.ctx().request_repaint();
        }
    }

    fn capture(&mut self, cx: &mut Cx<'_>, view: &MeetingView, kind: LineKind) {
        let Some(active) = view.agenda.iter().find(|item| Some(item.id) == self.active) else { return };
        if self.notes.capture(cx, view, active, kind) == Captured::AsAnother {
            cx.ask(Ask::Toast(tr!(cx.tr, "capture-as-another")));
        }
    }

    /// The open item's heading and notes.
    pub(super) fn notes_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, view: &MeetingView) {
        let Some((index, item)) = view.agenda.iter().enumerate().find(|(_, item)| Some(item.id) == self.active) else {
            self.no_item_ui(ui, cx, view);
            return;
        };
        let is_open = view.meeting.approved_on.is_none() && !cx.store.is_read_only();
        let is_unwritten = view.agenda.iter().all(|item| item.blocks.is_empty());
        // The Enter that led here is not meant for the notes.
        let is_led = ui.input(|input| input.key_down(Key::Enter) || input.key_pressed(Key::Enter));
        let arrival = self.arrival.take_if(|_| !is_led);
        let is_running = view.meeting.status == MeetingStatus::InProgress;
        if is_open && is_running && !is_led && is_arriving(ui.ctx()) {
            self.notes.focus_end_of(item);
        }
        if is_open && (arrival == Some(Arrival::Notes) || arrival == Some(Arrival::Opened) && is_unwritten) {
            self.notes.focus_end_of(item);
        }
        let is_wide = ui.available_width() > ROOM_FOR_ASIDE;
        let column = ui.available_rect_before_wrap();
        let shown = scroll_vertical(ui, ("notes", item.id), |ui, area| {
            area.show(ui, |ui| {
                let end = line_times::MARGIN + line_times::ROOM;
                let (start, end) = if is_wide { (line_times::MARGIN, end) } else { (16, 16) };
                let margin = ui.direction().margin(start, end, 24);
                Frame::new().inner_margin(margin).show(ui, |ui| {
                    let layout = ui.direction().column();
                    ui.with_layout(layout, |ui| {
                        ui.spacing_mut().item_spacing.y = ui.metrics().small;
                        let number = arabic::to_digits(&(index + 1).to_string(), cx.tr.digits());
                        let heading = format!("{number} · {}", item.title);
                        let label = crate::text::Label::new(heading.as_str())
                            .size(18.0)
                            .line_height(28.0)
                            .weight(Weight::SemiBold)
                            .wrap();
                        let line = ui.add(label);
                        mark_heading(ui, &line, &heading);
                        self.stale_ui(ui, cx, view, item);
                        let times = LineTimesShown::new(ui, cx, is_wide);
                        self.document_ui(ui, cx, view, item, times);
                    });
                });
            })
        });
        // The paper goes on below the last line: a click there writes on.
        let below = column.with_min_y(column.top() + shown.content_size.y);
        if is_open && below.is_positive() {
            let paper = ui.interact(below, ui.scope_id().with(("below", item.id)), Sense::CLICK);
            if paper.on_hover_cursor(CursorIcon::Text).clicked() {
                self.notes.focus_end_of(item);
            }
        }
    }

    /// Both texts are offered where a block was changed elsewhere while it was being typed.
    fn stale_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, view: &MeetingView, item: &AgendaView) {
        let Some(stale) = self.notes.stale() else { return };
        let Some(block) = item.blocks.iter().find(|block| block.id == stale) else { return };
        let row = LineRecords::of(view).of_block(block);
        let (stored, version) = row.map_or((block.body.as_str(), block.version), |row| (row.text(), row.version()));
        ui.add(Line::new(&tr!(cx.tr, "notes-stale")).color(ui.tokens().tone(Tone::Amber).ink));
        ui.add(crate::text::Label::new(stored).size(14.0).line_height(22.0).wrap());
        let mut keeps = None;
        ui.row(|ui| {
            if ui.add(Button::primary(&tr!(cx.tr, "notes-keep-mine"))).clicked() {
                keeps = Some(true);
            }
            if ui.add(Button::new(&tr!(cx.tr, "notes-take-other"))).clicked() {
                keeps = Some(false);
            }
        });
        if let Some(keep_typed) = keeps {
            self.notes.settle(item.id, block.id, keep_typed, stored, version);
        }
    }

    fn no_item_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, view: &MeetingView) {
        let title = tr!(cx.tr, "notes-no-item");
        let about = tr!(cx.tr, "notes-no-item-about");
        let write = tr!(cx.tr, "notes-write");
        let is_open = view.meeting.approved_on.is_none() && !cx.store.is_read_only();
        if crate::widgets::empty_state(ui, &title, &about, is_open.then_some(write.as_str())) {
            self.write_notes(cx, view);
        }
    }

    /// The item's notes: one text with one caret, in which captured lines stand in the colour of their kind.
    fn document_ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        view: &MeetingView,
        item: &AgendaView,
        times: LineTimesShown,
    ) {
        let read_only = view.meeting.approved_on.is_some() || cx.store.is_read_only();
        // What the times have room for beside the lines is no reason to leave something out of a captured one.
        let line_width = ui.available_width() + f32::from(line_times::ROOM);
        self.notes.now_ms = now_ms(ui);
        let facts = Facts {
            revision: self.page_facts.0,
            is_loading: self.page_facts.1,
            is_open: view.meeting.approved_on.is_none(),
            look: look_number(ui, cx, line_width),
        };
        self.notes.sync(item, view, facts, |kind, stored| LineLook::new(ui, cx, line_width, kind, stored));
        self.notes.mark(item.id, cx.today);
        self.say_heard(ui, cx, item.id);
        self.follow_notes_heard(cx, view);
        self.suggesting.tie_made(cx, view);
        let entrance = self.notes.enter.take_if(|(target, _)| *target == item.id).map(|(_, entrance)| entrance);
        let Some(Document { editor, widget, lines, order, .. }) = self.notes.documents.get_mut(&item.id) else {
            return;
        };
        if order.is_empty() {
            return;
        }
        if entrance == Some(Entrance::End) {
            editor.caret_to_end();
        }
        self.finding.arrive(ui, item.id, editor);
        let has_focus = ui.memory(|memory| memory.has_focus(*widget));
        let meeting = view.meeting.id;
        let writings = &self.notes.writings;
        let source = |editor: &crate::text::Editor| {
            let writing = editor.section_at_caret().and_then(|tag| writings.get(&tag));
            let speaker = |block: BlockId| item.blocks.iter().find(|other| other.id == block)?.speaker.as_ref();
            suggesting::source_of(writing, meeting, |block| speaker(block).is_some())
        };
        let stamps = has_focus && !read_only;
        if stamps && ui.input_mut(|input| input.consume_key(Modifiers::COMMAND | Modifiers::SHIFT, Key::S)) {
            editor.insert(&stamp(cx, view));
        }
        let mut chosen = Chosen::Nothing;
        if has_focus && !read_only {
            let of = source(editor);
            chosen = self.suggesting.keys(ui, cx, view, editor, of);
        }
        // Behind the list at the caret, which it closes first.
        let is_composing = editor.is_composing();
        let is_escaped = has_focus && self.finding.is_open() && !is_composing && {
            ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape))
        };
        let mut opened = None;
        let name = tr!(cx.tr, "notes-name", title = item.title.as_str());
        let hint = if item.blocks.is_empty() && !read_only { tr!(cx.tr, "notes-hint") } else { String::new() };
        let behind = |ui: &Ui, at: &SectionAt| {
            if let Some(line) = lines.get(&at.tag) {
                line.paint_behind(ui, at);
            }
        };
        let names = |tag| lines.get(&tag).map(|line: &LineLook| line.heard.as_str()).filter(|name| !name.is_empty());
        let words = &*cx;
        let tokens = ui.tokens();
        let draw = |ui: &mut Ui, at: &SectionAt| {
            if let Some(writing) = writings.get(&at.tag) {
                times.ui(ui, words, at, &writing.times);
            }
            if let Some(line) = lines.get(&at.tag)
                && line.ui(ui, words, at)
            {
                opened = line.opens;
            }
        };
        let output = EditorView::new(editor, *widget)
            .label(name)
            .hint(hint)
            .font_size(16.0)
            .line_height(32.0)
            .read_only(read_only)
            .sections(behind, draw)
            .section_names(&names)
            .ranges(&|kind| super::marks::look(tokens, kind))
            .show(ui);
        let has_focus = output.response.has_focus();
        let about = &self.notes_heard.1;
        ui.ctx().accesskit_node_builder(*widget, |node| node.set_description(about.as_str()));
        if has_focus {
            // Escape closes what is open over the notes; the caret stays where one types.
            let filter = EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: true };
            keep_keys(ui.ctx(), *widget, filter);
        }
        if !read_only && matches!(chosen, Chosen::Nothing) {
            let of = source(editor);
            let at = suggesting::At { widget: *widget, caret: output.caret_rect, has_focus };
            chosen = self.suggesting.show(ui, cx, view, editor, at, of);
            if !matches!(chosen, Chosen::Nothing) {
                output.response.request_focus();
            }
        }
        if entrance.is_some() {
            output.response.request_focus();
            ui.scroll_to_rect(output.caret_rect, None);
        }
        let focused = output.response.has_focus().then(|| editor.section_at_caret()).flatten();
        let place = editor.caret_in_section();
        self.notes.typed(cx, self.id, item.id, focused);
        if !read_only {
            self.hear_named(cx, place.filter(|_| output.changed));
        }
        match chosen {
            Chosen::Nothing => {}
            Chosen::Kind(kind) => self.capture(cx, view, kind),
            Chosen::Named(named) => self.notes.understanding.meet(&named),
            Chosen::Speaker(named) => {
                self.notes.understanding.meet(&named);
                let writing = focused.and_then(|tag| self.notes.writings.get_mut(&tag));
                if let Some(writing) = writing {
                    writing.speaker = Some(PersonId(named.record.id));
                }
            }
        }
        if is_escaped {
            self.close_find();
        } else if self.finding.is_open() && output.changed {
            ui.ctx().request_discard("what was found is marked anew in what was typed");
        }
        if let Some((tag, key)) = output.edge {
            self.edge_key(cx, item.id, tag, key);
        }
        match opened {
            Some(Record { entity: Entity::Outcome, id }) => self.open_outcome(OutcomeId(id)),
            Some(Record { entity: Entity::Regulation, id }) => {
                let row = view.regulations.iter().find(|row| row.id == RegulationId(id));
                self.open = row.map(|row| Open::Form(Box::new(super::forms::regulation(cx, row))));
            }
            Some(record) => {
                let block = item.blocks.iter().find(|block| block.id.record() == record);
                self.open = block.map(|block| Open::Form(Box::new(super::forms::quote(cx, block))));
            }
            None => {}
        }
    }

    /// Says what became of lines since the last frame.
    fn say_heard(&mut self, ui: &Ui, cx: &Cx<'_>, item: AgendaItemId) {
        if self.notes.heard.is_empty() {
            return;
        }
        let lines = self.notes.documents.get(&item).map(|document| &document.lines);
        for heard in std::mem::take(&mut self.notes.heard) {
            let line = |tag| lines.and_then(|lines| lines.get(&tag)).map(|line: &LineLook| line.heard.as_str());
            let words = match heard {
                LineHeard::Captured(tag) => line(tag).map(|line| tr!(cx.tr, "capture-heard", line = line)),
                LineHeard::Released => Some(tr!(cx.tr, "capture-released")),
                LineHeard::Understood(tag) => line(tag).map(str::to_owned),
            };
            say(ui.ctx(), &words.unwrap_or_default());
        }
    }

    /// Backspace before a block's first letter makes notes of a captured line, and else goes to the block above.
    fn edge_key(&mut self, cx: &Cx<'_>, item: AgendaItemId, tag: Tag, key: EdgeKey) {
        let is_captured = self.notes.writings.get(&tag).is_some_and(|writing| writing.kind.is_some());
        match key {
            EdgeKey::Backspace if is_captured => self.notes.release(cx, tag),
            EdgeKey::Backspace => {
                let Some(document) = self.notes.documents.get_mut(&item) else { return };
                let above = document.order.iter().take_while(|other| **other != tag).last();
                if let Some(above) = above {
                    document.editor.caret_to_section(*above, true);
                }
            }
            EdgeKey::Delete | EdgeKey::Enter => {}
        }
    }

    /// The buttons that capture, and the count of words.
    pub(super) fn capture_bar_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, view: &MeetingView) {
        // as far from each other below as beside: in a narrow window they take two rows
        ui.spacing_mut().item_spacing = egui::Vec2::splat(6.0);
        if view.meeting.approved_on.is_none() {
            let weak = ui.tokens().ink_weak;
            let is_wide = ui.available_width() > ROOM_FOR_ASIDE;
            if is_wide {
                ui.add(Line::new(&tr!(cx.tr, "capture-as")).size(Type::Caption).color(weak));
            }
            for kind in LineKind::all() {
                let label = cx.tr.text(kind.label_key(), &[]);
                let keys = kind.keys_name();
                let chip = Chip::new(&label, kind.tone()).clickable().outlined(kind.is_outlined());
                let icon = kind.icon().or(is_wide.then_some(Icon::Plus));
                let chip = ui.add(if let Some(icon) = icon { chip.icon(icon) } else { chip });
                let chip = text::tooltip(chip, &tr!(cx.tr, "capture-tooltip", kind = label.as_str(), keys = keys));
                if chip.clicked() {
                    self.notes.focused = self.notes.focused.or(self.last_focused);
                    self.capture(cx, view, kind);
                }
            }
        }
        self.last_focused = self.notes.focused.or(self.last_focused);
    }

    /// Saves what is due and asks to be called when more will be.
    pub(super) fn autosave(&mut self, ui: &Ui, cx: &Cx<'_>) {
        self.notes.now_ms = now_ms(ui);
        if let Some(wait_ms) = self.notes.save_due(cx) {
            ui.ctx().request_repaint_after(Duration::from_millis(wait_ms));
        }
    }
}

/// «[10:05، +12 د] »: the time of day, and how long the meeting has run where it does.
fn stamp(cx: &Cx<'_>, view: &MeetingView) -> String {
    let clock = Time::at_unix(cx.now).text(cx.tr);
    let meeting = &view.meeting;
    let ran = meeting.ran_seconds + meeting.running_since.map_or(0, |since| (cx.now - since).max(0));
    let words = match meeting.status {
        MeetingStatus::InProgress => tr!(cx.tr, "notes-stamp-running", clock = clock, count = ran / 60),
        MeetingStatus::Draft
        | MeetingStatus::Scheduled
        | MeetingStatus::Invited
        | MeetingStatus::Held
        | MeetingStatus::Postponed
        | MeetingStatus::Cancelled => tr!(cx.tr, "notes-stamp", clock = clock),
    };
    // What is typed is text of its own: the marks that keep numbers in order belong to the interface.
    words.chars().filter(|letter| !matches!(letter, '\u{2066}'..='\u{2069}')).chain([' ']).collect()
}

/// The frame's time in milliseconds; simulated in tests.
fn now_ms(ui: &Ui) -> u64 {
    ui.input(|input| (input.time * 1000.0) as u64)
}

/// A number that is another where captured lines look different though their records are the same.
fn look_number(ui: &Ui, cx: &Cx<'_>, width: f32) -> u64 {
    let mut hasher = std::hash::DefaultHasher::new();
    let look = (width.to_bits(), ui.ctx().pixels_per_point().to_bits(), cx.today, ui.direction().is_rtl());
    look.hash(&mut hasher);
    cx.tr.digits().hash(&mut hasher);
    hasher.finish()
}

/// The texts that stand under an item, for the count of words.
pub(super) fn texts<'v>(view: &'v MeetingView, item: &'v AgendaView) -> impl Iterator<Item = &'v str> {
    item.blocks.iter().map(move |block| {
        let outcome = block.outcome.and_then(|id| view.outcomes.iter().find(|outcome| outcome.id == id));
        let regulation = block.regulation.and_then(|id| view.regulations.iter().find(|row| row.id == id));
        let captured = outcome.map(|outcome| &outcome.text).or(regulation.map(|row| &row.title));
        captured.unwrap_or(&block.body).as_str()
    })
}

/// An item by its id.
pub(super) fn item_of(view: &MeetingView, id: AgendaItemId) -> Option<&AgendaView> {
    view.agenda.iter().find(|item| item.id == id)
}
