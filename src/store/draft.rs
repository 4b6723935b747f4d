//! A draft: what is being typed in one field, and when it must go to the store. Pure: the time is passed in, so a test
//! can type for an hour in a microsecond.
//!
//! A key changes the text; after 400 ms of quiet, 2 s at most, or at once on leaving, [`Draft::due`] hands out the edit.
//! The reply to the newest one makes the draft clean: only then may «حُفظ» be shown for it.

use super::edit::{Edit, EditSession, Reply, Ticket};
use crate::domain::{Record, Value};
use crate::error::{Error, ErrorKind};

/// After so much quiet a draft is written.
pub const QUIET_MS: i64 = 400;
/// Also while somebody types on.
pub const AT_MOST_MS: i64 = 2000;

/// What is being typed in one field of a record.
#[derive(Clone, Debug)]
pub struct Draft {
    record: Record,
    field: &'static str,
    text: String,
    session: EditSession,
    base_version: i64,
    /// When the first and the last key came that no sent edit holds.
    unsent: Option<Unsent>,
    sent: Option<Ticket>,
    failure: Option<Error>,
}

#[derive(Clone, Copy, Debug)]
struct Unsent {
    first_ms: i64,
    last_ms: i64,
}

impl Draft {
    /// Begins from what the store holds. `session` is new for each stretch of typing.
    pub fn new(record: Record, field: &'static str, text: &str, version: i64, session: EditSession) -> Self {
        Self {
            record,
            field,
            text: text.to_owned(),
            session,
            base_version: version,
            unsent: None,
            sent: None,
            failure: None,
        }
    }

    /// What is being edited.
    pub const fn record(&self) -> Record {
        self.record
    }

    /// The text, to show.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The version it came from.
    pub const fn base_version(&self) -> i64 {
        self.base_version
    }

    /// Why the last edit was refused. After [`ErrorKind::Stale`] both texts are to be offered: see [`Self::keep_mine`]
    /// and [`Self::take_theirs`].
    pub const fn failure(&self) -> Option<&Error> {
        self.failure.as_ref()
    }

    /// Is every character on disk?
    pub const fn is_clean(&self) -> bool {
        self.unsent.is_none() && self.sent.is_none() && self.failure.is_none()
    }

    /// The text has changed.
    pub fn change(&mut self, text: &str, now_ms: i64) {
        if text == self.text {
            return;
        }
        text.clone_into(&mut self.text);
        let first_ms = self.unsent.map_or(now_ms, |unsent| unsent.first_ms);
        self.unsent = Some(Unsent { first_ms, last_ms: now_ms });
    }

    /// In how many milliseconds the draft is due; `None` when nothing waits. For one wake-up, so that nothing polls.
    pub fn due_in_ms(&self, now_ms: i64) -> Option<i64> {
        // After a refusal it waits for the person's choice.
        if self.failure.is_some() {
            return None;
        }
        let Unsent { first_ms, last_ms } = self.unsent?;
        // A clock that was set back must not put the writing off.
        let quiet = QUIET_MS - (now_ms - last_ms).max(0);
        let at_most = AT_MOST_MS - (now_ms - first_ms).max(0);
        Some(quiet.min(at_most).max(0))
    }

    /// The edit to send now, if it is due. Tell [`Self::sent`] the ticket.
    pub fn due(&mut self, now_ms: i64) -> Option<Edit> {
        if self.due_in_ms(now_ms)? > 0 {
            return None;
        }
        self.leave()
    }

    /// The edit to send on leaving the field, the screen or the program, however fresh the last key.
    pub fn leave(&mut self) -> Option<Edit> {
        if self.failure.is_some() {
            return None;
        }
        self.unsent.take()?;
        Some(Edit::Set {
            record: self.record,
            values: vec![(self.field, Value::from(self.text.as_str()))],
            session: Some(self.session),
            based_on: Some(self.base_version),
        })
    }

    /// The edit was sent.
    pub const fn sent(&mut self, ticket: Ticket) {
        self.sent = Some(ticket);
    }

    /// A reply came. Answers whether it was about this draft's newest edit.
    pub fn note(&mut self, reply: &Reply) -> bool {
        // Replies come in the order of the edits: an older one changes nothing.
        if self.sent != Some(reply.ticket) {
            return false;
        }
        self.sent = None;
        match &reply.result {
            Ok(applied) => self.base_version = applied.version,
            Err(error) => self.failure = Some(error.clone()),
        }
        true
    }

    /// What the store holds now, from a fresh query. A clean draft follows it; one with unsent text keeps its own.
    pub fn follow(&mut self, text: &str, version: i64) {
        if self.is_clean() && version > self.base_version {
            text.clone_into(&mut self.text);
            self.base_version = version;
        }
    }

    /// After `Stale`: this text, over what the store holds in that version.
    pub fn keep_mine(&mut self, version: i64, now_ms: i64) {
        self.failure = None;
        self.base_version = version;
        self.unsent = Some(Unsent { first_ms: now_ms - AT_MOST_MS, last_ms: now_ms });
    }

    /// After `Stale`: the store's text instead of this.
    pub fn take_theirs(&mut self, text: &str, version: i64) {
        self.failure = None;
        self.unsent = None;
        self.base_version = version;
        text.clone_into(&mut self.text);
    }

    /// Was the last edit refused because somebody changed the text in the meantime?
    pub fn is_stale(&self) -> bool {
        self.failure.as_ref().is_some_and(|error| *error.kind() == ErrorKind::Stale)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::BlockId;
    use crate::error::Result;
    use crate::store::{Applied, Changes};

    fn draft() -> Draft {
        Draft::new(BlockId(1).record(), "body", "قبل", 3, EditSession(1))
    }

    fn reply(ticket: u64, result: Result<i64>) -> Reply {
        let applied = |version| Applied {
            record: None,
            continue_in: None,
            version,
            changes: Changes::NONE,
            label_key: "edit-set-block",
        };
        Reply { ticket: Ticket(ticket), result: result.map(applied) }
    }

    fn body(edit: Option<Edit>) -> Option<(String, Option<i64>)> {
        match edit? {
            Edit::Set { values, based_on, .. } => Some((values[0].1.as_text().unwrap().to_owned(), based_on)),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_key_is_written_after_400_ms_of_quiet() {
        let mut draft = draft();
        assert_eq!(draft.due_in_ms(0), None);
        draft.change("قبل أ", 1000);
        draft.change("قبل أب", 1300);
        assert_eq!(draft.due_in_ms(1300), Some(400));
        assert!(draft.due(1699).is_none());
        assert_eq!(body(draft.due(1700)), Some(("قبل أب".to_owned(), Some(3))));
        assert!(draft.due(1700).is_none());
        assert!(!draft.is_clean());
    }

    #[test]
    fn typing_without_a_pause_is_written_every_two_seconds() {
        let mut draft = draft();
        let mut written = Vec::new();
        for at in 0..100 {
            let now = at * 100;
            draft.change(&format!("نص {at}"), now);
            written.extend(draft.due(now).map(|_| now));
        }
        assert_eq!(written, [2000, 4100, 6200, 8300]);
    }

    #[test]
    fn leaving_writes_at_once() {
        let mut draft = draft();
        assert!(draft.leave().is_none());
        draft.change("قبل أ", 1000);
        assert!(draft.leave().is_some());
    }

    #[test]
    fn only_the_reply_to_the_newest_edit_makes_it_clean() {
        let mut draft = draft();
        draft.change("أ", 0);
        assert!(draft.leave().is_some());
        draft.sent(Ticket(1));
        draft.change("أب", 100);
        assert!(draft.leave().is_some());
        draft.sent(Ticket(2));
        assert!(!draft.note(&reply(1, Ok(4))));
        assert!(!draft.is_clean());
        assert!(draft.note(&reply(2, Ok(5))));
        assert!(draft.is_clean());
        assert_eq!(draft.base_version(), 5);
        // A key that came while the edit was on its way keeps it dirty.
        draft.change("أبت", 200);
        assert!(!draft.is_clean());
    }

    #[test]
    fn a_clean_draft_follows_the_store_and_a_dirty_one_keeps_its_text() {
        let mut draft = draft();
        draft.follow("من جهاز آخر", 4);
        assert_eq!(draft.text(), "من جهاز آخر");
        draft.change("أكتب", 0);
        draft.follow("غيره", 5);
        assert_eq!((draft.text(), draft.base_version()), ("أكتب", 4));
        // An answer older than what is known is passed over.
        let mut clean = self::draft();
        clean.follow("قديم", 2);
        assert_eq!(clean.text(), "قبل");
    }

    #[test]
    fn after_stale_the_person_chooses() {
        let stale = || Err(Error::new(ErrorKind::Stale, ""));
        let refused = || {
            let mut draft = draft();
            draft.change("لي", 0);
            assert!(draft.leave().is_some());
            draft.sent(Ticket(1));
            draft.note(&reply(1, stale()));
            assert!(draft.is_stale() && !draft.is_clean());
            draft.change("لي أنا", 10);
            assert!(draft.due(10_000).is_none(), "nothing is sent before the choice");
            draft
        };
        let mut mine = refused();
        mine.keep_mine(9, 10_000);
        assert_eq!(body(mine.due(10_000)), Some(("لي أنا".to_owned(), Some(9))));
        let mut theirs = refused();
        theirs.take_theirs("لهم", 9);
        assert!(theirs.is_clean());
        assert_eq!(theirs.text(), "لهم");
    }
}
