//! What is being typed and not on disk yet: when it is due, what it is based on, what became of it. Pure; time is passed in.
//!
//! A key makes the draft dirty. It is due after [`QUIET_MS`] without a key, or [`LONGEST_MS`] after the first unsaved one,
//! or at once when the person leaves. Between sending and the writer's answer it may become dirty again.

use super::{EditSession, Reply, Ticket};
use crate::error::ErrorKind;

/// So long without a key, and the text is sent.
pub const QUIET_MS: u64 = 400;
/// So long after the first unsaved key at most: a key is on disk within two seconds, with room for a slow disk.
pub const LONGEST_MS: u64 = 1_500;
/// So long is one stretch of typing one step of undo and one entry of the history.
const SESSION_MS: u64 = 5 * 60 * 1_000;

/// A text between the keyboard and the store.
#[derive(Debug)]
pub struct Draft {
    text: String,
    /// The version of the record this text came from or was saved as.
    version: i64,
    first_unsaved_ms: Option<u64>,
    last_key_ms: u64,
    session: Option<(EditSession, u64)>,
    /// Sent and not answered.
    in_flight: Option<Ticket>,
    is_stale: bool,
}

/// What to send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Save {
    /// The whole text.
    pub text: String,
    /// The stretch of typing it belongs to.
    pub session: EditSession,
    /// The version it is based on.
    pub based_on: Option<i64>,
}

impl Draft {
    /// A draft in step with what is stored.
    pub fn new(text: &str, version: i64) -> Self {
        Self {
            text: text.to_owned(),
            version,
            first_unsaved_ms: None,
            last_key_ms: 0,
            session: None,
            in_flight: None,
            is_stale: false,
        }
    }

    /// The text is this now.
    pub fn typed(&mut self, text: &str, now_ms: u64) {
        if text == self.text {
            return;
        }
        text.clone_into(&mut self.text);
        self.last_key_ms = now_ms;
        self.first_unsaved_ms.get_or_insert(now_ms);
        let is_over = self.session.is_none_or(|(_, since_ms)| now_ms.saturating_sub(since_ms) >= SESSION_MS);
        if is_over {
            self.session = Some((EditSession::new(), now_ms));
        }
    }

    /// The text as it was typed last.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The version of the record that it came from or was saved as.
    pub const fn version(&self) -> i64 {
        self.version
    }

    /// Is there anything that was not sent?
    pub const fn is_dirty(&self) -> bool {
        self.first_unsaved_ms.is_some()
    }

    /// Is everything on disk?
    pub const fn is_clean(&self) -> bool {
        self.first_unsaved_ms.is_none() && self.in_flight.is_none()
    }

    /// Did the last save meet a newer version? Both texts are to be offered.
    pub const fn is_stale(&self) -> bool {
        self.is_stale
    }

    /// Is it time to send? Never while an answer is awaited: the next version is not known yet.
    pub fn is_due(&self, now_ms: u64) -> bool {
        self.due_in_ms(now_ms) == Some(0)
    }

    /// In how many milliseconds it is due; `None` when nothing is to be sent, or an answer is awaited.
    pub fn due_in_ms(&self, now_ms: u64) -> Option<u64> {
        let first_ms = self.first_unsaved_ms.filter(|_| self.in_flight.is_none() && !self.is_stale)?;
        let due_ms = (self.last_key_ms + QUIET_MS).min(first_ms + LONGEST_MS);
        Some(due_ms.saturating_sub(now_ms))
    }

    /// What to send now. The draft counts as sent from here on.
    pub fn take(&mut self) -> Save {
        self.first_unsaved_ms = None;
        let session = self.session.map_or_else(EditSession::new, |(session, _)| session);
        // While an answer is awaited the version is not known; the same session is never stale to itself.
        let based_on = self.in_flight.is_none().then_some(self.version);
        Save { text: self.text.clone(), session, based_on }
    }

    /// It went to the writer under this ticket.
    pub const fn sent(&mut self, ticket: Ticket) {
        self.in_flight = Some(ticket);
    }

    /// This much of it went to the writer as the first content of a new record.
    pub fn sent_as(&mut self, text: &str, ticket: Ticket) {
        if text == self.text {
            self.first_unsaved_ms = None;
        }
        self.in_flight = Some(ticket);
    }

    /// The next key begins another step of undo.
    pub const fn end_session(&mut self) {
        self.session = None;
    }

    /// The stretch of typing that it is in.
    pub fn session(&self) -> Option<EditSession> {
        self.session.map(|(session, _)| session)
    }

    /// What was typed last changed other texts too: together they are one step of undo.
    pub const fn share_session(&mut self, session: EditSession, now_ms: u64) {
        self.session = Some((session, now_ms));
    }

    /// Another edit has taken all of the text along.
    pub const fn forget(&mut self) {
        self.first_unsaved_ms = None;
        self.is_stale = false;
    }

    /// Takes up the writer's answer.
    pub fn on_reply(&mut self, reply: &Reply) {
        if self.in_flight != Some(reply.ticket) {
            return;
        }
        self.in_flight = None;
        match &reply.result {
            Ok(applied) => self.version = applied.version,
            Err(error) if *error.kind() == ErrorKind::Stale => {
                self.is_stale = true;
                self.first_unsaved_ms.get_or_insert(self.last_key_ms);
            }
            // Refused for good (approved, gone): the program says why; sending it again would be refused again.
            Err(_) => {}
        }
    }

    /// What is stored now, as a screen shows it. Answers whether the screen is to take it over: something newer is there,
    /// and nothing typed would be lost.
    pub fn follow(&mut self, text: &str, version: i64) -> bool {
        if version <= self.version || !self.is_clean() {
            return false;
        }
        self.version = version;
        text.clone_into(&mut self.text);
        true
    }

    /// Settles a stale draft: what was typed wins over that version, or gives way to it.
    pub fn settle(&mut self, keep_typed: bool, stored: &str, version: i64) {
        self.is_stale = false;
        self.version = version;
        if !keep_typed {
            self.first_unsaved_ms = None;
            stored.clone_into(&mut self.text);
        }
    }
}

impl EditSession {
    /// A stretch of typing that no other shares.
    pub fn new() -> Self {
        let (_, low) = uuid::Uuid::now_v7().as_u64_pair();
        Self(low)
    }
}

impl Default for EditSession {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Error;
    use crate::store::{Applied, Changes};

    fn applied(ticket: u64, version: i64) -> Reply {
        let applied = Applied {
            record: None,
            continue_in: None,
            version,
            changes: Changes::NONE,
            label_key: "edit-set-block",
            count: 1,
            made: 0,
            along: Vec::new(),
        };
        Reply { ticket: Ticket(ticket), result: Ok(applied) }
    }

    #[test]
    fn a_text_is_due_after_a_pause_and_soon_enough_to_be_on_disk_within_two_seconds() {
        let mut draft = Draft::new("", 1);
        let mut check = |now_ms: u64, key: Option<&str>, expected: Option<u64>| {
            if let Some(text) = key {
                draft.typed(text, now_ms);
            }
            assert_eq!(draft.due_in_ms(now_ms), expected, "at {now_ms} ms");
        };
        check(0, None, None);
        check(100, Some("ا"), Some(400));
        check(300, Some("ال"), Some(400));
        check(600, None, Some(100));
        check(700, None, Some(0));
        check(1_400, Some("الا"), Some(200));
        check(1_600, Some("الاج"), Some(0));
    }

    #[test]
    fn typing_goes_on_while_the_answer_is_awaited() {
        let mut draft = Draft::new("", 1);
        draft.typed("ا", 0);
        let save = draft.take();
        assert_eq!((save.text.as_str(), save.based_on), ("ا", Some(1)));
        draft.sent(Ticket(7));
        draft.typed("اب", 100);
        assert!(!draft.is_due(9_000), "nothing is sent before the answer");
        draft.on_reply(&applied(7, 2));
        assert!(draft.is_due(9_000));
        assert_eq!(draft.take().based_on, Some(2));
    }

    #[test]
    fn one_stretch_of_typing_is_one_session() {
        let mut draft = Draft::new("", 1);
        draft.typed("ا", 0);
        let first = draft.take().session;
        draft.typed("اب", 10_000);
        assert_eq!(draft.take().session, first);
        draft.end_session();
        draft.typed("ابت", 11_000);
        assert_ne!(draft.take().session, first);
    }

    #[test]
    fn texts_that_were_changed_together_are_one_session() {
        let mut drafts = [Draft::new("أ", 1), Draft::new("ب", 1)];
        let session = EditSession::new();
        for draft in &mut drafts {
            draft.typed("", 0);
            draft.share_session(session, 0);
        }
        assert_eq!(drafts.map(|mut draft| draft.take().session), [session, session]);
    }

    #[test]
    fn the_store_is_followed_only_when_nothing_typed_would_be_lost() {
        let mut draft = Draft::new("قديم", 3);
        assert!(!draft.follow("أقدم", 2), "an older answer says nothing");
        assert!(draft.follow("جديد", 4));
        draft.typed("جديد جدًا", 0);
        assert!(!draft.follow("آخر", 5), "something is typed");
        let _save = draft.take();
        draft.sent(Ticket(1));
        assert!(!draft.follow("آخر", 5), "something is on its way");
        draft.on_reply(&applied(1, 6));
        assert!(!draft.follow("آخر", 5));
        assert!(draft.follow("تراجع", 7));
    }

    #[test]
    fn a_newer_version_in_the_store_keeps_both_texts() {
        let mut draft = Draft::new("قديم", 1);
        draft.typed("لي", 0);
        let _save = draft.take();
        draft.sent(Ticket(1));
        draft.on_reply(&Reply { ticket: Ticket(1), result: Err(Error::new(ErrorKind::Stale, "")) });
        assert!(draft.is_stale() && draft.is_dirty());
        assert_eq!(draft.due_in_ms(10_000), None, "nothing is sent before the person has chosen");
        draft.settle(true, "لغيري", 2);
        assert_eq!(draft.take(), Save { based_on: Some(2), ..draft.take() });
    }
}
