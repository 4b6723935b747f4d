//! Calling the roll: while the list of attendance has the focus, one key a person says who is here and who has left.
//!
//! Apart from the list, which it only tells whose key was pressed. A key is known by its place on the keyboard, so that the
//! layout changes nothing: the digits, then the rows of letters from the top. A list that is longer than there are keys
//! finds its people by the beginnings of their names instead.
//!
//! # Keyboard
//! Ctrl+Shift+A comes here and goes back to the notes, and so does Escape. Up, Down, Page Up, Page Down, Home and End walk;
//! Space and Enter mark whose line has the focus. In a list longer than there are keys letters lead to
//! the person, the blank inside a name and Backspace as one types them, and Enter marks. A person's key marks them present, or absent; with
//! Shift it marks that they left. Shift+Enter does that to the line that has the focus.

use super::attendance_line::{line_id, name_of};
use super::closing::is_unnoted;
use super::notes::Entrance;
use super::{MeetingScreen, Part};
use crate::arabic;
use crate::domain::AttendanceStatus;
use crate::screens::Cx;
use crate::store::query::{AttendanceView, MeetingView};
use crate::text::Label;
use crate::text::{can_take_focus, keep_keys, say, take_focus};
use crate::tr;
use crate::widgets::{Line, Tone, Type, UiExt};
use egui::{Event, EventFilter, Frame, Id, Key, Modifiers, Panel, Ui};
use std::time::Duration;

/// In the order of the list.
const KEYS: [Key; 35] = [
    Key::Num1,
    Key::Num2,
    Key::Num3,
    Key::Num4,
    Key::Num5,
    Key::Num6,
    Key::Num7,
    Key::Num8,
    Key::Num9,
    Key::Q,
    Key::W,
    Key::E,
    Key::R,
    Key::T,
    Key::Y,
    Key::U,
    Key::I,
    Key::O,
    Key::P,
    Key::A,
    Key::S,
    Key::D,
    Key::F,
    Key::G,
    Key::H,
    Key::J,
    Key::K,
    Key::L,
    Key::Z,
    Key::X,
    Key::C,
    Key::V,
    Key::B,
    Key::N,
    Key::M,
];

/// The digits come first.
const DIGITS: usize = 9;

/// So many lines are a page of the list.
const PAGE: usize = 8;

/// Where a key leads from a line.
type Walk = fn(usize) -> usize;

/// The keys that walk the list. None leads past its last line.
const WALKS: [(Key, Walk); 6] = [
    (Key::ArrowDown, |at| at + 1),
    (Key::ArrowUp, |at| at.saturating_sub(1)),
    (Key::PageDown, |at| at + PAGE),
    (Key::PageUp, |at| at.saturating_sub(PAGE)),
    (Key::Home, |_| 0),
    (Key::End, |_| usize::MAX),
];

/// Letters that come later than this begin another name, in seconds.
const SAME_NAME: f64 = 1.5;

/// What the roll remembers between frames.
#[derive(Default)]
pub(super) struct Roll {
    /// The list asks for the focus.
    pub wants_focus: bool,
    /// One of its lines had the focus in the last frame: Escape takes it away before anybody is asked.
    pub had_focus: bool,
    /// What the keys do is told, and has come in this frame.
    is_told: bool,
    is_covered: bool,
    /// What is being typed of a name, and when its last letter came.
    typed: String,
    typed_at: f64,
    /// Nobody is called so.
    is_nobody: bool,
}

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Called {
    /// Whose line.
    pub index: usize,
    /// They left, or came back.
    pub leaves: bool,
}

impl Called {
    /// What becomes of somebody who stands there.
    pub(super) const fn status(self, from: AttendanceStatus) -> AttendanceStatus {
        let has_left = matches!(from, AttendanceStatus::LeftEarly);
        match (self.leaves, has_left) {
            (true, false) => AttendanceStatus::LeftEarly,
            (false, false) if from.attended() => AttendanceStatus::Absent,
            (true | false, _) => AttendanceStatus::Present,
        }
    }
}

/// Do all have a key of their own?
pub(super) const fn has_keys(people: usize) -> bool {
    people <= KEYS.len()
}

/// What stands on the keys, in the order of the list and in the digits of the interface.
pub(super) fn caps(cx: &Cx<'_>) -> Vec<String> {
    let digits = (1..=DIGITS).map(|digit| arabic::to_digits(&digit.to_string(), cx.tr.digits()));
    let letters = tr!(cx.tr, "roll-letters");
    digits.chain(letters.split_whitespace().map(str::to_owned)).collect()
}

/// Whose key an event is. Where the layout has Latin letters they decide, elsewhere the key's place does.
fn called(event: &Event, people: usize) -> Option<Called> {
    let Event::Key { key, physical_key, pressed: true, repeat: false, modifiers } = event else { return None };
    if modifiers.command || modifiers.ctrl || modifiers.alt {
        return None;
    }
    let place = |wanted: Key| KEYS.iter().position(|known| *known == wanted);
    let index = place(*key).or_else(|| physical_key.and_then(place)).filter(|index| *index < people)?;
    Some(Called { index, leaves: modifiers.shift })
}

/// Takes the keys that walk a list and those that call, in their order, however many came at once; answers who was called
/// and where the keys arrived.
fn walked(events: &mut Vec<Event>, from: usize, people: usize, has_keys: bool, is_named: bool) -> (Vec<Called>, usize) {
    let (mut at, mut all) = (from, Vec::new());
    let last = people.saturating_sub(1);
    events.retain(|event| {
        if let Some(called) = called(event, people).filter(|_| has_keys) {
            at = called.index;
            all.push(called);
            return false;
        }
        let Event::Key { key, pressed: true, modifiers, .. } = event else { return true };
        let is_call = matches!(key, Key::Enter) || matches!(key, Key::Space) && !is_named;
        if is_call && (modifiers.is_none() || modifiers.shift_only()) {
            all.push(Called { index: at, leaves: modifiers.shift });
            return false;
        }
        let Some(to) = WALKS.iter().find(|(known, _)| known == key).map(|(_, to)| to(at)) else { return true };
        if modifiers.any() {
            return true;
        }
        at = to.min(last);
        false
    });
    (all, at)
}

/// The next line from `from` on, itself included, in whose name what was typed stands at the beginning of a word.
fn found(names: &[String], typed: &str, from: usize) -> Option<usize> {
    let typed = arabic::fold(typed);
    let typed = typed.trim();
    let begins = |name: &String| {
        let name = arabic::fold(name);
        name.match_indices(typed).any(|(at, _)| at == 0 || name.get(..at).is_some_and(|before| before.ends_with(' ')))
    };
    let after = names.iter().enumerate().skip(from);
    let before = names.iter().enumerate().take(from);
    after.chain(before).find(|(_, name)| begins(name)).map(|(index, _)| index)
}

impl Roll {
    /// Before the lines see the keys: who was called, one after the other. Moves the focus to the last of them, or to where
    /// the arrows lead.
    pub(super) fn keys(&mut self, ui: &Ui, lines: &[AttendanceView]) -> Vec<Called> {
        let Some(focused) = focused(ui, lines) else { return Vec::new() };
        // The arrows are the list's, and not ways to what lies above or below it.
        let filter = EventFilter { vertical_arrows: true, ..Default::default() };
        keep_keys(ui.ctx(), line_id_at(lines, focused), filter);
        let has_keys = has_keys(lines.len());
        // The blank inside a name is a letter of it.
        let is_named = !has_keys && !self.typed.is_empty() && ui.input(|input| input.time) - self.typed_at <= SAME_NAME;
        let (called, at) = ui.input_mut(|input| walked(&mut input.events, focused, lines.len(), has_keys, is_named));
        if at != focused {
            focus(ui, lines, at);
        }
        if !has_keys {
            self.find(ui, lines, at);
        }
        called
    }

    /// A long list: the letters of a name lead to its line.
    fn find(&mut self, ui: &Ui, lines: &[AttendanceView], focused: usize) {
        let now = ui.input(|input| input.time);
        if now - self.typed_at > SAME_NAME {
            self.typed.clear();
            self.is_nobody = false;
        }
        // The blank inside a name is a letter of it, and presses nobody's line.
        let is_begun = !self.typed.is_empty();
        let typed: String = ui.input_mut(|input| {
            let letters = |event: &Event| if let Event::Text(text) = event { text.clone() } else { String::new() };
            let typed: String = input.events.iter().map(letters).collect();
            let is_named = is_begun || typed.trim().len() > 1;
            let is_blank = |event: &Event| {
                matches!(event, Event::Key { key: Key::Space, modifiers, .. } if modifiers.is_none() && is_named)
            };
            input.events.retain(|event| !matches!(event, Event::Text(_)) && !is_blank(event));
            if is_begun { typed } else { typed.trim_start().to_owned() }
        });
        let is_taken_back = is_begun && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Backspace));
        if is_taken_back {
            self.typed.pop();
            self.typed_at = now;
        }
        if typed.is_empty() {
            return;
        }
        self.typed_at = now;
        // The same letter again goes on to the next name that begins with it.
        let goes_on = self.typed.is_empty() || self.typed == typed;
        if self.typed != typed {
            self.typed.push_str(&typed);
        }
        let from = if goes_on { focused + 1 } else { focused };
        let names: Vec<String> = lines.iter().map(name_of).collect();
        let found = found(&names, &self.typed, from.min(names.len()));
        self.is_nobody = found.is_none();
        if let Some(index) = found {
            focus(ui, lines, index);
        }
        // What is told of the letters goes when they are forgotten.
        ui.ctx().request_repaint_after(Duration::from_secs_f64(SAME_NAME));
    }

    /// What was typed of a name a moment ago, and whether nobody is called so.
    fn typed(&self, now: f64) -> Option<(&str, bool)> {
        let is_new = !self.typed.is_empty() && now - self.typed_at <= SAME_NAME;
        is_new.then_some((self.typed.as_str(), self.is_nobody))
    }
}

/// Which line has the focus.
pub(super) fn focused(ui: &Ui, lines: &[AttendanceView]) -> Option<usize> {
    let focused = ui.memory(egui::Memory::focused)?;
    lines.iter().position(|line| line_id(line.id) == focused)
}

/// The key of what the keys do.
const fn about_key(view: &MeetingView) -> &'static str {
    if has_keys(view.attendance.len()) { "roll-about" } else { "roll-about-names" }
}

fn focus(ui: &Ui, lines: &[AttendanceView], index: usize) {
    take_focus(ui.ctx(), line_id_at(lines, index));
}

fn line_id_at(lines: &[AttendanceView], index: usize) -> Id {
    lines.get(index).map_or(Id::NULL, |line| line_id(line.id))
}

impl MeetingScreen {
    /// Ctrl+Shift+A leads from the notes to the roll and back, Escape only back.
    pub(super) fn roll_keys(&mut self, ui: &Ui, view: &MeetingView) {
        let is_asked = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND | Modifiers::SHIFT, Key::A));
        let had_focus = std::mem::take(&mut self.attendance.roll.had_focus);
        let is_here = focused(ui, &view.attendance).is_some();
        let is_left = had_focus && ui.input(|input| input.key_pressed(Key::Escape));
        let goes_back = is_here && is_asked || is_left;
        if goes_back {
            self.part = Part::Notes;
            self.notes.enter = self.active.map(|item| (item, Entrance::AsItIs));
        } else if is_asked {
            self.call_roll(view);
        }
    }

    /// Leads to whom the roll is called of next; without anybody on the list, to where somebody is added.
    pub(super) fn call_roll(&mut self, view: &MeetingView) {
        self.part = Part::Start;
        self.attendance.wants_focus = view.attendance.is_empty();
        self.attendance.roll.wants_focus = !view.attendance.is_empty();
    }

    /// At the foot of the column, where it stays in sight however long the list is: what the keys do, and what is typed of a
    /// name.
    pub(super) fn roll_about_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, view: &MeetingView) {
        let is_open = view.meeting.approved_on.is_none() && !cx.store.is_read_only();
        let is_told = is_open && focused(ui, &view.attendance).is_some();
        let was_told = std::mem::replace(&mut self.attendance.roll.is_told, is_told);
        self.attendance.roll.is_covered = is_told && !was_told;
        if is_told && !was_told {
            // It is seen below the list, where nobody hears it.
            say(ui.ctx(), &tr!(cx.tr, about_key(view)));
        }
        if is_told {
            let foot = Panel::bottom(Id::unique("roll-about")).frame(Frame::NONE).show_separator_line(false);
            foot.show(ui, |ui| ui.column(|ui| self.roll_words_ui(ui, cx, view)));
        } else {
            // What stands beside it keeps its names to the focus, whether it is there or not: the key that leads out of the
            // list leads to one of them.
            ui.skip_ahead_auto_ids(1);
        }
    }

    fn roll_words_ui(&self, ui: &mut Ui, cx: &Cx<'_>, view: &MeetingView) {
        ui.add_space(ui.metrics().small);
        let tokens = ui.tokens();
        let about = tr!(cx.tr, about_key(view));
        ui.add(Label::new(about).size(12.0).line_height(18.0).color(tokens.accent_ink).wrap());
        let now = ui.input(|input| input.time);
        if let Some((typed, is_nobody)) = self.attendance.roll.typed(now) {
            let key = if is_nobody { "roll-nobody" } else { "roll-typed" };
            let ink = if is_nobody { tokens.tone(Tone::Amber).ink } else { tokens.ink_soft };
            ui.add(Line::new(&tr!(cx.tr, key, name = typed)).size(Type::Caption).color(ink));
        }
    }

    /// What the keys do has just come, over the line at the foot perhaps: the one that has the focus comes into sight again.
    pub(super) fn roll_uncover(&mut self, ui: &Ui, view: &MeetingView) {
        if !std::mem::take(&mut self.attendance.roll.is_covered) {
            return;
        }
        let line =
            focused(ui, &view.attendance).and_then(|at| ui.ctx().read_response(line_id_at(&view.attendance, at)));
        if let Some(line) = line {
            ui.scroll_to_rect(line.rect, None);
        }
    }

    /// Gives the list the focus that was asked for: the first whose presence was not noted, or who is not here.
    pub(super) fn roll_focus(&mut self, ui: &Ui, view: &MeetingView) {
        if can_take_focus(ui) && std::mem::take(&mut self.attendance.roll.wants_focus) {
            let lines = &view.attendance;
            let unnoted = lines.iter().position(|line| is_unnoted(line.status));
            let first = unnoted.or_else(|| lines.iter().position(|line| !line.status.attended()));
            focus(ui, lines, first.unwrap_or_default());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(key: Key, physical_key: Option<Key>, modifiers: Modifiers) -> Event {
        Event::Key { key, physical_key, pressed: true, repeat: false, modifiers }
    }

    #[test]
    fn a_key_is_known_by_its_place_whatever_the_layout() {
        let check = |event: Event, expected: Option<(usize, bool)>| {
            assert_eq!(called(&event, 12).map(|called| (called.index, called.leaves)), expected, "{event:?}");
        };
        check(press(Key::Num3, Some(Key::Num3), Modifiers::NONE), Some((2, false)));
        check(press(Key::Exclamationmark, Some(Key::Num1), Modifiers::SHIFT), Some((0, true)));
        check(press(Key::Q, Some(Key::Q), Modifiers::NONE), Some((9, false)));
        // Another Latin layout: the letter on the key counts.
        check(press(Key::Q, Some(Key::A), Modifiers::NONE), Some((9, false)));
        check(press(Key::M, Some(Key::M), Modifiers::NONE), None);
        check(press(Key::Num3, Some(Key::Num3), Modifiers::COMMAND), None);
    }

    #[test]
    fn keys_that_come_at_once_call_and_walk_in_their_order() {
        let plain = |key| press(key, Some(key), Modifiers::NONE);
        let check = |keys: &[Key], has_keys, expected: (&[usize], usize)| {
            let mut events: Vec<Event> = keys.iter().map(|key| plain(*key)).collect();
            let (called, at) = walked(&mut events, 1, 20, has_keys, false);
            assert!(events.is_empty(), "{events:?}");
            assert_eq!((called.iter().map(|called| called.index).collect::<Vec<_>>().as_slice(), at), expected);
        };
        check(&[Key::Space, Key::ArrowDown, Key::Space, Key::ArrowDown], false, (&[1, 2], 3));
        check(&[Key::ArrowUp, Key::ArrowUp, Key::Enter], false, (&[0], 0));
        check(&[Key::End, Key::ArrowDown, Key::Space], false, (&[19], 19));
        check(&[Key::PageDown, Key::Num3, Key::ArrowDown], true, (&[2], 3));
        // Inside a name a blank is a letter.
        let mut events = vec![plain(Key::Space)];
        assert_eq!(walked(&mut events, 1, 20, false, true), (Vec::new(), 1));
        assert_eq!(events.len(), 1);
    }

    #[test]
    fn a_press_turns_presence_and_shift_turns_leaving() {
        use AttendanceStatus::{Absent, Invited, LeftEarly, Present, Remote};
        let check = |leaves, from, expected| assert_eq!(Called { index: 0, leaves }.status(from), expected, "{from:?}");
        check(false, Invited, Present);
        check(false, Present, Absent);
        check(false, Remote, Absent);
        check(false, Absent, Present);
        check(false, LeftEarly, Present);
        check(true, Present, LeftEarly);
        check(true, LeftEarly, Present);
    }

    #[test]
    fn a_long_list_is_searched_by_the_beginnings_of_names() {
        let names = ["إبراهيم الحفظي", "سارة العنزي", "أحمد إبراهيم"].map(str::to_owned);
        assert_eq!(found(&names, "ابر", 0), Some(0));
        assert_eq!(found(&names, "ابر", 1), Some(2), "goes on to the next");
        assert_eq!(found(&names, "الع", 2), Some(1), "and around");
        assert_eq!(found(&names, "احمد ابر", 0), Some(2), "a name has several words");
        assert_eq!(found(&names, "حمد", 0), None, "in the middle of a word nobody looks");
        assert_eq!(found(&names, "زيد", 0), None);
    }
}
