//! «من نص إلى سجل»: a pasted text at one side, what was found in it at the other; what is accepted goes into the register
//! as one step.
//!
//! The text is read on a thread of its own, one reading after the other: while one is on its way the text can be written
//! on, and is read again when it is there. What was decided belongs to what the text says, and outlives each reading.
//!
//! In reading order: `found` (the finds as a list), `decided` (what a person made of them), `text_ui` (the text and its
//! marks), `finds_ui` and `row_ui` (the list), `correcting` (the fields of one find).

mod correcting;
mod decided;
mod finds_ui;
mod found;
mod row_ui;
mod text_ui;

use super::form::kept::KeptForm;
use super::{Ask, Cx, Route, Screen, panes};
use crate::calendar::Date;
use crate::domain::MeetingId;
use crate::error::{Error, ErrorKind, Result};
use crate::intake::Intake;
use crate::store::query::{MeetingLike, MeetingLikeView, MeetingOfText, Names};
use crate::store::{Changes, Edit, Live, Reply, TakenIn, Ticket};
use crate::text::Editor;
use crate::tr;
use crate::widgets::{Button, Icon, KeyHint, Tone, UiExt, key_footer, notice_bar, notice_with_button, page_heading};
use correcting::Correcting;
use decided::{Decisions, Standing};
use egui::{Context, Event, Id, Key, Modifiers, Ui};
use found::Item;
use serde::{Deserialize, Serialize};

/// Under which name what is typed is kept.
const NAME: &str = "intake";
/// In a narrower page the heading is the title and its buttons.
const ROOM_FOR_ABOUT: f32 = 960.0;
/// Nobody types so many bytes between one reading and the next.
const PASTED: usize = 200;

/// What was read of a text that was asked for.
#[derive(Debug)]
pub struct TextRead {
    /// Which question it answers.
    pub ticket: u64,
    /// What was found, with the edit that keeps all of it.
    pub result: Result<(Intake, TakenIn)>,
}

/// What stands on the screen, as it is written down until it is in the register.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Words {
    text: String,
    decisions: Decisions,
    is_another: bool,
}

/// The screen.
#[derive(Default)]
pub struct IntakeScreen {
    editor: Editor,
    decisions: Decisions,
    /// What was found in the text as it was read last.
    found: Found,
    reading: Reading,
    /// The find that the keys are at, by what names it.
    at: Option<String>,
    correcting: Option<Correcting>,
    marked: text_ui::Marked,
    known: Live<MeetingOfText>,
    like: Live<MeetingLike>,
    /// It is another meeting than the one of that title on that day.
    is_another: bool,
    names: Live<Names>,
    kept: Option<KeptForm>,
    sent: Option<Ticket>,
    /// It is to be sent as soon as it has been read as it stands.
    wants_save: bool,
    refusal: Option<Error>,
    /// Where the store has put it.
    made: Option<MeetingId>,
    /// What went into the register last: whoever takes that back wants it here again.
    before: Option<Words>,
    /// The screen was open in the last frame.
    is_open: bool,
    /// The list of finds takes the keys in the next frame.
    wants_list: bool,
    /// The text takes them.
    wants_text: bool,
    /// The find that the keys are at is to come into sight in the next frame; and in this one.
    reveals: bool,
    shows: bool,
}

/// What the last reading came to.
#[derive(Default)]
struct Found {
    intake: Intake,
    taken: TakenIn,
    items: Vec<Item>,
    /// What names each of them.
    keys: Vec<String>,
    /// The revision of the text that was read.
    revision: Option<u64>,
    /// Grows with every reading.
    number: u64,
    /// Grows with every text that is begun.
    round: u64,
}

impl Found {
    /// Nothing was found in that revision.
    fn none(&self, revision: Option<u64>) -> Self {
        Self { revision, number: self.number + 1, round: self.round, ..Self::default() }
    }
}

/// Was a text put in the place of another one, rather than written on? Little of it stood there before, at its beginning
/// and its end.
fn is_another_text(before: &str, now: &str) -> bool {
    let beginning = before.bytes().zip(now.bytes()).take_while(|(before, now)| before == now).count();
    let rest = before.len().min(now.len()) - beginning;
    let end = before.bytes().rev().zip(now.bytes().rev()).take(rest).take_while(|(before, now)| before == now).count();
    now.len() > PASTED && (beginning + end) * 4 < now.len().min(before.len())
}

/// What is being read.
#[derive(Default)]
struct Reading {
    /// The newest question.
    ticket: u64,
    /// The revision of the text that is on its way.
    asked: Option<u64>,
    /// What is known by name changed while it was being read.
    again: bool,
    error: Option<Error>,
}

impl IntakeScreen {
    /// Takes up what was read.
    pub fn take_read(&mut self, read: TextRead) {
        if read.ticket != self.reading.ticket {
            return;
        }
        let asked = self.reading.asked.take();
        let revision = asked.filter(|_| !std::mem::take(&mut self.reading.again));
        match read.result {
            Ok((intake, taken)) => {
                let (items, number) = (Item::all(&intake), self.found.number + 1);
                let is_begun =
                    self.found.items.is_empty() || is_another_text(&self.found.taken.source_text, &taken.source_text);
                let round = self.found.round + u64::from(is_begun);
                let keys = items.iter().map(|item| item.key(&intake)).collect();
                // A whole text that was pasted is looked through from its beginning.
                let is_pasted = is_begun && taken.source_text.len() > PASTED;
                if is_pasted && revision == Some(self.editor.revision()) {
                    self.editor.caret_to_start();
                    self.marked.shows_caret();
                }
                self.found = Found { intake, taken, items, keys, revision, number, round };
                self.reading.error = None;
            }
            Err(error) => {
                self.found = self.found.none(revision);
                self.reading.error = Some(error);
            }
        }
    }

    /// Has the text been read as it stands?
    fn is_read(&self) -> bool {
        self.found.revision == Some(self.editor.revision())
    }

    /// Is there a text to be read?
    fn has_text(&self) -> bool {
        !self.editor.is_empty()
    }

    /// Asks for another reading where the text is another one; one at a time.
    fn read(&mut self, cx: &mut Cx<'_>) {
        if self.reading.asked.is_some() || self.is_read() {
            return;
        }
        if !self.has_text() {
            self.found = self.found.none(Some(self.editor.revision()));
            return;
        }
        self.reading.ticket += 1;
        self.reading.asked = Some(self.editor.revision());
        cx.ask(Ask::ReadText(self.reading.ticket, self.editor.text()));
    }

    /// The meeting that the same text made.
    fn meeting_of_text(&mut self, cx: &Cx<'_>) -> Option<MeetingId> {
        let hash = self.found.intake.fingerprint.clone();
        if !self.has_text() || hash.is_empty() {
            return None;
        }
        self.known.get(cx.store, MeetingOfText { hash }).copied().flatten()
    }

    /// The meeting of the register that the text tells of, as it was read or put right.
    fn meeting_like(&mut self, cx: &Cx<'_>) -> Option<MeetingLikeView> {
        let values = |item: Item| self.decisions.values(item, &self.found.intake);
        let title = values(Item::Title).text.trim().to_owned();
        let is_in = |item: Item| self.decisions.standing(item, &self.found.intake) == Standing::Accepted;
        let day = values(Item::Date).date.filter(|_| is_in(Item::Date)).and_then(|iso| Date::from_iso(&iso).ok());
        if !self.has_text() || !is_in(Item::Title) {
            return None;
        }
        let found = &self.found.intake.meeting;
        // Two days of which nobody has said yet which is right: it may be either.
        let is_open = found.date.is_none() && values(Item::Date).date.is_none();
        let days = if is_open { found.days() } else { day.into_iter().collect() };
        self.like.get(cx.store, MeetingLike { title, days }).cloned().flatten()
    }

    /// The meeting that there is nothing more to take for: the text is in already, or its minutes are approved.
    fn finished_meeting(&mut self, cx: &Cx<'_>) -> Option<MeetingId> {
        let is_another = self.is_another;
        self.meeting_of_text(cx)
            .or_else(|| self.meeting_like(cx).filter(|like| like.is_approved && !is_another).map(|like| like.id))
    }

    /// The find that the keys are at.
    fn item_at(&self) -> Option<Item> {
        let place = self.found.keys.iter().position(|key| Some(key) == self.at.as_ref())?;
        self.found.items.get(place).copied()
    }

    /// Goes to a find, and brings it into sight on both sides.
    fn go_to(&mut self, item: Item) {
        self.at = Some(item.key(&self.found.intake));
        self.reveals = true;
    }

    /// Goes on to the next find, or back; the first comes first.
    fn step(&mut self, forward: bool) {
        let items = &self.found.items;
        let place = self.item_at().and_then(|at| items.iter().position(|item| *item == at));
        let next = match (place, forward) {
            (None, _) => 0,
            (Some(place), true) => (place + 1).min(items.len().saturating_sub(1)),
            (Some(place), false) => place.saturating_sub(1),
        };
        if let Some(item) = items.get(next).copied() {
            self.go_to(item);
        }
    }

    /// The keys that mean the same wherever the focus is.
    fn keys(&mut self, ui: &Ui, cx: &mut Cx<'_>) {
        let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
        let (forward, back) = (pressed(Modifiers::COMMAND, Key::ArrowDown), pressed(Modifiers::COMMAND, Key::ArrowUp));
        if (forward || back) && self.correcting.is_none() && !self.found.items.is_empty() {
            self.step(forward);
            self.wants_list = true;
        }
        if pressed(Modifiers::COMMAND | Modifiers::SHIFT, Key::A) {
            self.decisions.accept_all(&self.found.intake);
        }
        // A focused button would hear the Enter in it.
        let is_saved = |event: &Event| {
            matches!(event, Event::Key { key: Key::Enter, pressed: true, modifiers, .. }
                if modifiers.matches_exact(Modifiers::COMMAND))
        };
        let saves = ui.input_mut(|input| {
            let count = input.events.len();
            input.events.retain(|event| !is_saved(event));
            input.events.len() < count
        });
        if saves {
            self.save(cx);
        }
    }

    /// Sends what goes in; a text that is in already leads to its meeting.
    fn save(&mut self, cx: &mut Cx<'_>) {
        if let Some(meeting) = self.finished_meeting(cx) {
            return cx.go(Route::Meeting(meeting));
        }
        if !self.finish_correcting(cx) || !self.has_text() || cx.store.is_read_only() {
            return;
        }
        // What was typed last counts too: it is read within a blink.
        if !self.is_read() || self.sent.is_some() {
            self.wants_save = self.sent.is_none();
            return;
        }
        let text = self.editor.text();
        let like = self.meeting_like(cx).filter(|_| !self.is_another);
        let Found { intake, taken, .. } = &self.found;
        if self.decisions.standing(Item::Title, intake) != Standing::Accepted {
            self.refusal = Some(Error::new(ErrorKind::NoMeetingInText, ""));
            self.begin_correcting(Item::Title, cx);
            return self.go_to(Item::Title);
        }
        self.refusal = None;
        let into = like.map(|like| like.id);
        let taken = TakenIn { into, ..self.decisions.taken(intake, taken, &text, cx.today) };
        let ticket = cx.store.send(Edit::TakeIn(Box::new(taken)));
        self.sent = Some(ticket);
        cx.ask(Ask::ToastUndo(ticket, tr!(cx.tr, "intake-saved")));
    }

    /// Writes down what stands here: after a pause, or at once where the screen is left.
    fn keep(&mut self, ctx: Option<&Context>) {
        // Nothing has been read back yet.
        let Some(kept) = &mut self.kept else { return };
        let words = (!self.editor.is_empty()).then(|| Words {
            text: self.editor.text(),
            decisions: self.decisions.clone(),
            is_another: self.is_another,
        });
        match ctx {
            Some(ctx) => kept.typed(ctx, words.as_ref()),
            None => kept.write_now(words.as_ref()),
        }
    }

    /// What stood here when the program ended.
    fn recall_words(&mut self, ctx: &Context, cx: &Cx<'_>) {
        if self.kept.is_some() {
            return;
        }
        let mut kept = KeptForm::new(NAME.to_owned(), cx);
        if let Some(words) = kept.take::<Words>(ctx) {
            self.editor.set_text(&words.text);
            (self.decisions, self.is_another) = (words.decisions, words.is_another);
        }
        self.kept = Some(kept);
    }

    /// It is in the register: the screen is ready for the next text.
    fn begin_anew(&mut self) {
        let decisions = std::mem::take(&mut self.decisions);
        let is_another = std::mem::take(&mut self.is_another);
        self.before = Some(Words { text: self.editor.text(), decisions, is_another });
        if let Some(kept) = &mut self.kept {
            kept.forget();
        }
        self.editor.set_text("");
        (self.at, self.correcting, self.refusal) = (None, None, None);
    }

    fn heading_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let tr = cx.tr;
        let (count, accepted) = self.decisions.counts(&self.found.intake);
        let has_room = ui.available_width() > ROOM_FOR_ABOUT;
        let is_finished = self.finished_meeting(cx).is_some();
        let about = if is_finished { "intake-about-kept" } else { "intake-about" };
        let about = tr.text(about, &[("count", count.into())]);
        let about = if self.has_text() && has_room { about } else { String::new() };
        let is_added = !self.is_another && self.meeting_like(cx).is_some();
        let (mut saves, mut opens, mut accepts, mut clears) = (false, false, false, false);
        page_heading(ui, &tr!(tr, "screen-intake"), &about, |ui| {
            if is_finished {
                opens = ui.add(Button::primary(&tr!(tr, "intake-open-meeting")).keys("Ctrl Enter")).clicked();
            } else {
                let save = if is_added { "intake-add" } else { "intake-save" };
                let save = tr.text(save, &[("count", accepted.into())]);
                let is_ready = self.has_text() && !cx.store.is_read_only() && self.sent.is_none();
                let save = Button::primary(&save).icon(Icon::Check).keys("Ctrl Enter").enabled(is_ready);
                // It comes and goes with every find that is dropped: what is pressed more often keeps its place.
                if accepted < count {
                    let all = tr!(tr, "intake-accept-all");
                    accepts = ui.add(Button::new(&all).keys("Ctrl Shift A")).clicked();
                }
                saves = ui.add(save).clicked();
            }
            if self.has_text() {
                clears = ui.add(Button::quiet(&tr!(tr, "intake-clear"))).clicked();
            }
        });
        if saves || opens {
            self.save(cx);
        }
        if accepts {
            self.decisions.accept_all(&self.found.intake);
        }
        if clears {
            // As a person would: the text's own undo brings it back, and what was decided of it is still known.
            self.editor.select_all();
            self.editor.insert("");
            self.wants_text = true;
        }
    }

    fn notices_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        if self.meeting_of_text(cx).is_some() {
            notice_bar(ui, &tr!(cx.tr, "intake-known"), Tone::Amber);
        } else if let Some(like) = self.meeting_like(cx) {
            let (words, button) = match (self.is_another, like.is_approved) {
                (true, _) => ("intake-another", "intake-same"),
                (false, true) => ("intake-like-approved", "intake-as-another"),
                (false, false) => ("intake-like", "intake-as-another"),
            };
            let words = cx.tr.text(words, &[("meeting", like.name.as_str().into())]);
            self.is_another ^= notice_with_button(ui, &words, Tone::Amber, &cx.tr.text(button, &[]));
        }
        if let Some(error) = self.reading.error.as_ref().or(self.refusal.as_ref()) {
            notice_bar(ui, &error.message(cx.tr), Tone::Red);
        }
    }

    fn footer_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        // Of a text that nothing is taken of there is nothing to be decided.
        let is_finished = self.finished_meeting(cx).is_some();
        let keys: [(&[&str], &str, bool); 6] = [
            (&["Ctrl", "\u{2191}", "\u{2193}"], "intake-key-walk", true),
            (&["Enter"], "intake-key-open", !is_finished),
            (&["Delete"], "intake-key-drop", !is_finished),
            (&["Ctrl", "Shift", "A"], "intake-key-all", !is_finished),
            (&["Ctrl", "Enter"], "intake-key-save", !is_finished),
            (&["Ctrl", "Enter"], "intake-open-meeting", is_finished),
        ];
        let hints: Vec<(&[&str], String)> = keys
            .into_iter()
            .filter(|(.., is_told)| *is_told)
            .map(|(keys, words, _)| (keys, tr!(cx.tr, words)))
            .collect();
        let hints: Vec<KeyHint<'_>> = hints.iter().map(|(keys, words)| KeyHint { keys, words }).collect();
        key_footer(ui, "", &hints);
    }
}

impl Screen for IntakeScreen {
    fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        self.recall_words(ui.ctx(), cx);
        if let Some(meeting) = self.made.take() {
            return cx.go(Route::Meeting(meeting));
        }
        self.keys(ui, cx);
        self.shows = std::mem::take(&mut self.reveals);
        self.heading_ui(ui, cx);
        self.notices_ui(ui, cx);
        self.footer_ui(ui, cx);
        let rect = ui.available_rect_before_wrap();
        let edge = tr!(cx.tr, "intake-edge");
        // Both sides change the same finds.
        let screen = std::cell::RefCell::new(&mut *self);
        let words = &*cx;
        panes::panes_ui(
            ui,
            words,
            (panes::INTAKE, &edge, 0.5),
            |ui| screen.borrow_mut().text_ui(ui, words),
            |ui| screen.borrow_mut().finds_ui(ui, words),
        );
        ui.painter().hline(rect.x_range(), rect.top(), ui.tokens().hairline());
        if self.reveals {
            ui.ctx().request_repaint();
        }
        self.wants_list |= !self.is_open && self.has_text();
        self.is_open = true;
        self.read(cx);
        if self.wants_save && self.is_read() {
            self.wants_save = false;
            self.save(cx);
        }
        self.keep(Some(ui.ctx()));
    }

    fn on_reply(&mut self, reply: &Reply) {
        if self.sent.take_if(|ticket| *ticket == reply.ticket).is_none() {
            return;
        }
        match &reply.result {
            Ok(applied) => {
                // Whoever has gone elsewhere meanwhile stays there.
                self.made = applied.record.map(|record| MeetingId(record.id)).filter(|_| self.is_open);
                self.begin_anew();
            }
            Err(error) => self.refusal = Some(error.clone()),
        }
    }

    fn note(&mut self, changes: Changes) {
        self.known.note(changes);
        self.like.note(changes);
        self.names.note(changes);
        // Who is known by name may be somebody else now.
        if changes.touches(names_changes()) {
            self.found.revision = None;
            self.reading.again = self.reading.asked.is_some();
        }
    }

    fn flush(&mut self, _cx: &mut Cx<'_>) {
        (self.is_open, self.wants_save) = (false, false);
        self.keep(None);
    }
}

/// What the names follow from that a text is read with.
const fn names_changes() -> Changes {
    <crate::store::query::KnownNames as crate::store::query::Query>::DEPENDS_ON
}

/// The id of the list of finds, for the focus.
fn list_id() -> Id {
    Id::unique("intake-finds")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_in_the_place_of_another_is_told_from_one_that_is_written_on() {
        let check = |before: &str, now: &str, expected: bool| assert_eq!(is_another_text(before, now), expected);
        let (first, second) = ("الاجتماع الأول ".repeat(20), "ورشة أخرى ".repeat(30));
        check(&first, &second, true);
        check(&first, &format!("{first}{second}"), false);
        check(&first, &format!("{second}{first}"), false);
        check(&first, &first, false);
        check(&first, "قصير", false);
    }
}
