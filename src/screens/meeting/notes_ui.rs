//! The middle of the workspace: the open item's notes, with captured lines in the colour of their kind.

use super::notes::{Captured, Entrance, Place};
use super::{Arrival, MeetingScreen, outcomes};
use crate::arabic;
use crate::domain::{AgendaItemId, BlockId, OutcomeId, OutcomeKind, lifecycle};
use crate::screens::{Ask, Cx, parts};
use crate::store::Edit;
use crate::store::query::{AgendaView, BlockView, MeetingView, OutcomeRow};
use crate::text::{EditorOutput, EditorView, Leave, Weight};
use crate::tr;
use crate::widgets::theme::RADIUS_CONTROL;
use crate::widgets::{Button, Chip, Icon, Line, Tone, Type, UiExt, mark_heading, scroll_vertical};
use egui::{CursorIcon, Frame, Key, Margin, Modifiers, Rect, Sense, Ui, vec2};
use std::time::Duration;

/// A narrower column shows captured lines without their number, and the capture buttons without their sign.
const ROOM_FOR_ASIDE: f32 = 420.0;

/// The keys that capture a line, held with Ctrl; the second flag asks for Shift.
pub(super) const CAPTURE_KEYS: [(OutcomeKind, Key, bool); 7] = [
    (OutcomeKind::Proposal, Key::I, false),
    (OutcomeKind::FollowUp, Key::T, false),
    (OutcomeKind::Decision, Key::D, false),
    (OutcomeKind::Recommendation, Key::R, false),
    (OutcomeKind::Challenge, Key::L, false),
    (OutcomeKind::Opportunity, Key::O, false),
    (OutcomeKind::Initiative, Key::I, true),
];

/// The name of a capture's keys, as the keyboard shows them.
pub(super) fn capture_keys_name(kind: OutcomeKind) -> String {
    let of = CAPTURE_KEYS.iter().find(|(other, _, _)| *other == kind);
    of.map_or_else(String::new, |(_, key, shift)| {
        let shift = if *shift { "Shift " } else { "" };
        format!("Ctrl {shift}{}", key.name())
    })
}

impl MeetingScreen {
    /// Keys of the notes, before an editor sees them.
    pub(super) fn notes_keys(&mut self, ui: &Ui, cx: &mut Cx<'_>, view: &MeetingView) {
        if view.meeting.approved_on.is_some() || self.open.is_some() {
            return;
        }
        for (kind, key, shift) in CAPTURE_KEYS {
            let modifiers = if shift { Modifiers::COMMAND | Modifiers::SHIFT } else { Modifiers::COMMAND };
            if ui.input_mut(|input| input.modifiers.shift == shift && input.consume_key(modifiers, key)) {
                self.capture(cx, view, kind);
            }
        }
        let forward = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::ArrowDown));
        let back = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::ArrowUp));
        if forward || back {
            self.step_item(cx, view, forward);
        }
    }

    fn capture(&mut self, cx: &mut Cx<'_>, view: &MeetingView, kind: OutcomeKind) {
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
        if is_open && (arrival == Some(Arrival::Notes) || arrival == Some(Arrival::Opened) && is_unwritten) {
            self.notes.focus_end_of(item);
        }
        let is_wide = ui.available_width() > ROOM_FOR_ASIDE;
        let column = ui.available_rect_before_wrap();
        let shown = scroll_vertical(ui, ("notes", item.id), |ui, area| {
            area.show(ui, |ui| {
                Frame::new().inner_margin(Margin::symmetric(if is_wide { 32 } else { 16 }, 24)).show(ui, |ui| {
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
                        self.blocks_ui(ui, cx, view, item);
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
        let outcome = block.outcome.and_then(|id| outcome_of(view, id));
        let (stored, version) =
            outcome.map_or((block.body.as_str(), block.version), |row| (row.text.as_str(), row.version));
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
            self.notes.settle(block.id, keep_typed, stored, version);
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

    fn blocks_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, view: &MeetingView, item: &AgendaView) {
        let mut order: Vec<Place> = item.blocks.iter().map(|block| Place::Block(block.id)).collect();
        let fresh = self.notes.fresh_blocks(item);
        order.extend(fresh.iter().map(|block| Place::Block(*block)));
        if fresh.is_empty() && self.notes.needs_tail(item) && view.meeting.approved_on.is_none() {
            order.push(Place::Tail(item.id));
            self.notes.tail(item.id);
        }
        let was_focused = self.notes.focused;
        let mut focused = None;
        for (index, place) in order.iter().enumerate() {
            let block = match place {
                Place::Block(id) => item.blocks.iter().find(|block| block.id == *id),
                Place::Tail(_) => None,
            };
            let outcome = block.and_then(|block| block.outcome).and_then(|id| outcome_of(view, id));
            let output = match (block, outcome) {
                (Some(block), Some(outcome)) => self.outcome_line_ui(ui, cx, view, block, outcome),
                (Some(block), None) => {
                    self.notes.block(block, &block.body, block.version);
                    self.text_ui(ui, cx, view, *place, item)
                }
                (None, _) => self.text_ui(ui, cx, view, *place, item),
            };
            let Some(output) = output else { continue };
            if output.response.has_focus() {
                focused = Some(*place);
            }
            self.hand_caret_on(cx, &order, index, block, outcome, &output);
        }
        if was_focused.is_some() && was_focused != focused {
            // Leaving a block puts it on its way to disk at once.
            self.notes.save_all(cx);
        }
        self.notes.focused = focused;
    }

    /// Shows an editor; what is typed in it becomes its draft.
    fn editor_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        place: Place,
        view: &MeetingView,
        shape: impl FnOnce(EditorView<'_>) -> EditorView<'_>,
    ) -> Option<EditorOutput> {
        let entrance = self.notes.enter.take_if(|(target, _)| *target == place).map(|(_, entrance)| entrance);
        let read_only = view.meeting.approved_on.is_some() || cx.store.is_read_only();
        let writing = self.notes.writing(place)?;
        match entrance {
            Some(Entrance::Start) => writing.editor.caret_to_start(),
            Some(Entrance::End) => writing.editor.caret_to_end(),
            None => {}
        }
        let widget = writing.widget;
        let output = shape(EditorView::new(&mut writing.editor, widget).read_only(read_only)).show(ui);
        if entrance.is_some() {
            output.response.request_focus();
            output.response.scroll_to_me(None);
        }
        if output.changed {
            let now_ms = now_ms(ui);
            self.notes.typed(cx, self.id, place, now_ms);
        }
        Some(output)
    }

    fn text_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        view: &MeetingView,
        place: Place,
        item: &AgendaView,
    ) -> Option<EditorOutput> {
        let name = tr!(cx.tr, "notes-name", title = item.title.as_str());
        let is_only = item.blocks.is_empty();
        let hint = if is_only { tr!(cx.tr, "notes-hint") } else { String::new() };
        self.editor_ui(ui, cx, place, view, |editor| {
            editor.label(&name).hint(&hint).font_size(16.0).line_height(32.0).min_lines(1)
        })
    }

    /// A captured line: the kind's chip, the words, the number and what is left of the time.
    fn outcome_line_ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        view: &MeetingView,
        block: &BlockView,
        outcome: &OutcomeRow,
    ) -> Option<EditorOutput> {
        self.notes.block(block, &outcome.text, outcome.version);
        let tone = parts::kind_tone(outcome.kind);
        let colors = ui.tokens().tone(tone);
        let kind = cx.tr.text(outcome.kind.label_key(), &[]);
        let name = tr!(cx.tr, "outcome-line-name", kind = kind.as_str(), number = outcome.number.as_str());
        let direction = ui.direction();
        // A captured line is one line: Enter goes on below it.
        let is_here = self.notes.focused == Some(Place::Block(block.id));
        let entered = is_here && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        // The chip stands out from its line: green, whose wash is the strongest, lies on a paler one.
        let fill = if tone == Tone::Green { ui.tokens().accent_wash } else { colors.wash };
        let frame = Frame::new().fill(fill).corner_radius(RADIUS_CONTROL).inner_margin(Margin::symmetric(12, 4));
        let shown = frame.show(ui, |ui| {
            let width = ui.available_width();
            let mut room = ui.available_rect_before_wrap();
            let chip = Chip::new(&kind, tone);
            let start = direction.take_start(&mut room, chip.width(ui));
            direction.take_start(&mut room, ui.metrics().small);
            // In a narrow window the words need the room; the number stands in the side list too.
            let aside = if width > ROOM_FOR_ASIDE { aside_words(cx, outcome) } else { String::new() };
            let aside_width = crate::widgets::paint::width_of(ui, &aside, Type::Caption, Weight::Regular) + 44.0;
            let end = direction.take_end(&mut room, aside_width.min(width * 0.4));
            direction.take_end(&mut room, ui.metrics().medium);
            let output = ui.within(room, ("line", block.id), |ui| {
                let output = self.editor_ui(ui, cx, Place::Block(block.id), view, |editor| {
                    editor.label(&name).font_size(15.0).line_height(30.0)
                });
                (output, ui.min_rect().height())
            });
            let (output, tall) = output;
            ui.allocate_space(vec2(width, tall.max(30.0)));
            let first_line = |rect: Rect| Rect::from_min_size(rect.min, vec2(rect.width(), 30.0));
            ui.row_within(first_line(start), ("kind", block.id), |ui| ui.add(chip));
            ui.row_within(first_line(end), ("aside", block.id), |ui| {
                ui.add(Line::new(&aside).weak(ui));
                ui.at_end("open", |ui| {
                    let open = tr!(cx.tr, "outcome-open", number = outcome.number.as_str());
                    if ui.add(Button::icon_only(Icon::Dots, &open).small()).clicked() {
                        self.open_outcome(outcome.id);
                    }
                });
            });
            output
        });
        // The stripe of the kind's colour stands where lines start.
        let mut rect = shown.response.rect;
        let stripe = direction.take_start(&mut rect, 3.0);
        ui.painter().rect_filled(stripe, 1.5, colors.bar);
        shown.inner.map(|output| EditorOutput { submitted: output.submitted || entered, ..output })
    }

    /// Arrows past an end, Enter in a captured line, Backspace before its first letter.
    fn hand_caret_on(
        &mut self,
        cx: &Cx<'_>,
        order: &[Place],
        index: usize,
        block: Option<&BlockView>,
        outcome: Option<&OutcomeRow>,
        output: &EditorOutput,
    ) {
        let neighbour = |step: isize| index.checked_add_signed(step).and_then(|at| order.get(at)).copied();
        match output.leave {
            Some(Leave::Start { backspace: true }) if outcome.is_some() => {
                if let Some(block) = block {
                    release(cx, block.id);
                }
            }
            Some(Leave::Start { .. }) => self.notes.enter = neighbour(-1).map(|place| (place, Entrance::End)),
            Some(Leave::End) => self.notes.enter = neighbour(1).map(|place| (place, Entrance::Start)),
            None => {}
        }
        if output.submitted {
            self.notes.enter = neighbour(1).map(|place| (place, Entrance::Start));
        }
    }

    /// The buttons that capture, and the count of words.
    pub(super) fn capture_bar_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, view: &MeetingView) {
        ui.spacing_mut().item_spacing.x = 6.0;
        if view.meeting.approved_on.is_none() {
            let weak = ui.tokens().ink_weak;
            let is_wide = ui.available_width() > ROOM_FOR_ASIDE;
            if is_wide {
                ui.add(Line::new(&tr!(cx.tr, "capture-as")).size(Type::Caption).color(weak));
            }
            for kind in outcomes::KINDS {
                let label = cx.tr.text(kind.label_key(), &[]);
                let keys = capture_keys_name(kind);
                let chip = Chip::new(&label, parts::kind_tone(kind)).clickable();
                let chip = ui.add(if is_wide { chip.icon(Icon::Plus) } else { chip });
                let chip = chip.on_hover_text(tr!(cx.tr, "capture-tooltip", kind = label.as_str(), keys = keys));
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
        if let Some(wait_ms) = self.notes.save_due(cx, now_ms(ui)) {
            ui.ctx().request_repaint_after(Duration::from_millis(wait_ms));
        }
    }
}

fn release(cx: &Cx<'_>, block: BlockId) {
    cx.store.send(Edit::Release(block));
}

/// The frame's time in milliseconds; simulated in tests.
fn now_ms(ui: &Ui) -> u64 {
    ui.input(|input| (input.time * 1000.0) as u64)
}

fn outcome_of(view: &MeetingView, id: OutcomeId) -> Option<&OutcomeRow> {
    view.outcomes.iter().find(|outcome| outcome.id == id)
}

/// What stands at the end of a captured line: how long is left, or the number.
fn aside_words(cx: &Cx<'_>, outcome: &OutcomeRow) -> String {
    match outcome.due {
        Some(due) if !lifecycle::is_closed(outcome.status) => due.due_text(cx.tr, cx.today),
        _ => cx.tr.code(&outcome.number),
    }
}

/// All texts of a meeting's notes, for the count of words.
pub(super) fn texts(view: &MeetingView) -> impl Iterator<Item = &str> {
    let bodies = view.agenda.iter().flat_map(|item| &item.blocks).map(|block| block.body.as_str());
    bodies.chain(view.outcomes.iter().map(|outcome| outcome.text.as_str()))
}

/// An item by its id.
pub(super) fn item_of(view: &MeetingView, id: AgendaItemId) -> Option<&AgendaView> {
    view.agenda.iter().find(|item| item.id == id)
}
