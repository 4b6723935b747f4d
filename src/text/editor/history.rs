//! Undo and redo of text, in steps a person would name: a word typed, a run of deletions, a paste.
//!
//! Apart from the document, which only reports what it replaced. Places are counted in bytes from the start of the
//! whole text, so that they survive whatever the paragraphs do.
//!
//! A step ends where the kind of edit changes, where a word begins, where the caret moves, and where one pauses.

mod rebase;

use super::held::Altered;

/// What kind of change an edit is: runs of one kind grow together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Letters from the keyboard.
    Typing,
    /// Backspace and Delete.
    Deleting,
    /// Paste, cut, a new line, a change from outside: a step of its own.
    Whole,
}

/// `removed` at `at` became `inserted`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Edit {
    pub(crate) at: usize,
    pub(crate) removed: String,
    pub(crate) inserted: String,
    pub(crate) kind: Kind,
    /// Anchor and caret before it.
    pub(crate) selection: (usize, usize),
    /// Anchor and caret after it.
    pub(crate) then: (usize, usize),
    /// The ranges that it did more to than move them.
    pub(crate) altered: Altered,
    /// It is undone and redone with the one before it.
    pub(crate) is_joined: bool,
}

/// How many edits are kept.
const DEPTH: usize = 2_000;

/// A pause this long ends a step, in seconds: what one types after it is another thought.
const PAUSE: f64 = 2.0;

/// An `as_one_step` that is going on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Grouping {
    #[default]
    None,
    /// Nothing was done in it yet.
    Begun,
    /// What comes next joins what was done in it.
    GoingOn,
}

/// What was done, and what was undone.
#[derive(Default)]
pub(crate) struct History {
    done: Vec<Edit>,
    undone: Vec<Edit>,
    /// The next edit begins a step of its own: the caret has moved in between.
    is_closed: bool,
    /// The next edit belongs to the last one, whatever kinds they are.
    joins_next: bool,
    grouping: Grouping,
    /// The time now and at the last edit, in seconds.
    now: f64,
    last: f64,
}

impl History {
    /// Ends the step: what follows is another.
    pub(crate) const fn close(&mut self) {
        self.is_closed = true;
        self.joins_next = false;
    }

    /// What comes next is undone with what was done last, however late it comes, unless the caret moves in between:
    /// that gave way to it.
    pub(crate) const fn join_next(&mut self) {
        self.joins_next = true;
    }

    /// What time it is, in seconds: a pause ends a step.
    pub(crate) const fn set_time(&mut self, seconds: f64) {
        self.now = seconds;
    }

    /// What follows is one step; `false` where it is part of one already.
    pub(crate) fn begin_step(&mut self) -> bool {
        let begins = self.grouping == Grouping::None;
        if begins {
            self.grouping = Grouping::Begun;
            self.is_closed = true;
        }
        begins
    }

    /// The step is over.
    pub(crate) const fn end_step(&mut self) {
        self.grouping = Grouping::None;
        self.is_closed = true;
    }

    /// The next edit may go on with the last one after all.
    pub(crate) const fn reopen(&mut self) {
        self.is_closed = false;
    }

    /// There is nothing to undo or redo any more.
    pub(crate) fn forget_all(&mut self) {
        *self = Self { now: self.now, last: self.last, grouping: self.grouping, ..Self::default() };
    }

    pub(crate) fn record(&mut self, mut edit: Edit) {
        self.undone.clear();
        let paused = self.now - self.last > PAUSE;
        self.last = self.now;
        let goes_on = !self.is_closed && !paused && self.done.last().is_some_and(|last| last.goes_on_with(&edit));
        edit.is_joined = match self.grouping {
            Grouping::None => goes_on || self.joins_next,
            Grouping::Begun => self.joins_next,
            Grouping::GoingOn => true,
        };
        self.joins_next = false;
        match self.done.last_mut() {
            Some(last) if goes_on && last.altered.is_empty() && edit.altered.is_empty() => last.grow(edit),
            _ => self.done.push(edit),
        }
        if self.grouping == Grouping::Begun {
            self.grouping = Grouping::GoingOn;
        }
        self.is_closed = false;
        self.forget_oldest();
    }

    /// Records ranges that came or went without a change of the text.
    pub(crate) fn record_ranges(&mut self, at: usize, altered: Altered, selection: (usize, usize)) {
        self.is_closed = true;
        self.record(Edit {
            at,
            removed: String::new(),
            inserted: String::new(),
            kind: Kind::Whole,
            selection,
            then: selection,
            altered,
            is_joined: false,
        });
        self.is_closed = true;
    }

    /// Where the last edit left anchor and caret.
    pub(crate) fn settle(&mut self, then: (usize, usize)) {
        if let Some(last) = self.done.last_mut() {
            last.then = then;
        }
    }

    /// A range was taken away for good: no undo brings it back.
    pub(crate) fn forget_range(&mut self, id: u64) {
        for edit in self.done.iter_mut().chain(&mut self.undone) {
            edit.altered.forget(id);
        }
    }

    fn forget_oldest(&mut self) {
        if self.done.len() > DEPTH {
            let next_step = self.done.iter().skip(1).position(|edit| !edit.is_joined);
            self.done.drain(..next_step.map_or(self.done.len(), |position| position + 1));
        }
    }

    pub(crate) const fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    pub(crate) const fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    /// The edits of the step to take back, the last one first. Give them back to [`History::undone`].
    pub(crate) fn undo(&mut self) -> Vec<Edit> {
        let first = self.done.iter().rposition(|edit| !edit.is_joined).unwrap_or_default();
        let mut step = self.done.split_off(first);
        step.reverse();
        self.close();
        step
    }

    /// An edit of a step was taken back.
    pub(crate) fn undone(&mut self, edit: Edit) {
        self.undone.push(edit);
    }

    /// The edits of the step to make again, the first one first. Give them back to [`History::redone`].
    pub(crate) fn redo(&mut self) -> Vec<Edit> {
        let Some(first) = self.undone.pop() else { return Vec::new() };
        let mut step = vec![first];
        while self.undone.last().is_some_and(|edit| edit.is_joined) {
            step.extend(self.undone.pop());
        }
        self.close();
        step
    }

    /// An edit of a step was made again.
    pub(crate) fn redone(&mut self, edit: Edit) {
        self.done.push(edit);
    }
}

impl Edit {
    /// Is the next edit more of the same?
    fn goes_on_with(&self, next: &Self) -> bool {
        if self.kind != next.kind || next.inserted.contains('\n') || next.removed.contains('\n') {
            return false;
        }
        match next.kind {
            Kind::Typing => {
                let begins_a_word =
                    self.inserted.ends_with(char::is_whitespace) && !next.inserted.starts_with(char::is_whitespace);
                next.removed.is_empty() && next.at == self.at + self.inserted.len() && !begins_a_word
            }
            // backspace, or delete
            Kind::Deleting => next.at + next.removed.len() == self.at || next.at == self.at,
            Kind::Whole => false,
        }
    }

    /// Takes in an edit that goes on with this one.
    fn grow(&mut self, next: Self) {
        self.then = next.then;
        if next.kind == Kind::Typing {
            self.inserted.push_str(&next.inserted);
        } else if next.at == self.at {
            self.removed.push_str(&next.removed);
        } else {
            self.removed.insert_str(0, &next.removed);
            self.at = next.at;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edit(at: usize, removed: &str, inserted: &str, kind: Kind) -> Edit {
        let (removed, inserted) = (removed.to_owned(), inserted.to_owned());
        let (selection, then) = ((at, at), (at + inserted.len(), at + inserted.len()));
        Edit { at, removed, inserted, kind, selection, then, altered: Altered::default(), is_joined: false }
    }

    fn typed(at: usize, text: &str) -> Edit {
        edit(at, "", text, Kind::Typing)
    }

    fn deleted(at: usize, text: &str) -> Edit {
        edit(at, text, "", Kind::Deleting)
    }

    fn steps(edits: impl IntoIterator<Item = Edit>) -> Vec<(usize, String, String)> {
        let mut history = History::default();
        edits.into_iter().for_each(|edit| history.record(edit));
        history.done.into_iter().map(|edit| (edit.at, edit.removed, edit.inserted)).collect()
    }

    #[test]
    fn a_word_with_the_space_after_it_is_one_step() {
        let steps = steps([typed(0, "a"), typed(1, "b"), typed(2, " "), typed(3, "c")]);
        assert_eq!(steps, [(0, String::new(), "ab ".into()), (3, String::new(), "c".into())]);
    }

    #[test]
    fn typing_elsewhere_is_another_step() {
        assert_eq!(steps([typed(0, "a"), typed(9, "b")]).len(), 2);
    }

    #[test]
    fn backspaces_and_deletes_grow_together() {
        assert_eq!(steps([deleted(2, "c"), deleted(1, "b")]), [(1, "bc".into(), String::new())]);
        assert_eq!(steps([deleted(1, "b"), deleted(1, "c")]), [(1, "bc".into(), String::new())]);
    }

    #[test]
    fn a_moved_caret_ends_the_step() {
        let mut history = History::default();
        history.record(typed(0, "a"));
        history.close();
        history.record(typed(1, "b"));
        assert_eq!(history.done.len(), 2);
    }

    #[test]
    fn a_pause_ends_the_step() {
        let check = |seconds: f64, expected: usize| {
            let mut history = History::default();
            history.set_time(10.0);
            history.record(typed(0, "a"));
            history.set_time(10.0 + seconds);
            history.record(typed(1, "b"));
            assert_eq!(history.done.len(), expected, "{seconds} s");
        };
        check(0.3, 1);
        check(3.0, 2);
    }

    #[test]
    fn several_edits_as_one_step_are_undone_and_redone_together() {
        let mut history = History::default();
        history.record(typed(0, "a"));
        assert!(history.begin_step());
        assert!(!history.begin_step(), "a step within a step is part of it");
        history.record(deleted(0, "a"));
        history.record(typed(0, "b"));
        history.end_step();
        history.record(typed(1, "c"));
        assert_eq!(history.undo().len(), 1);
        let step = history.undo();
        assert_eq!(step.iter().map(|edit| edit.inserted.as_str()).collect::<Vec<_>>(), ["b", ""]);
        step.into_iter().for_each(|edit| history.undone(edit));
        let step = history.redo();
        assert_eq!(step.iter().map(|edit| edit.inserted.as_str()).collect::<Vec<_>>(), ["", "b"]);
    }

    #[test]
    fn what_gave_way_is_undone_with_what_it_gave_way_to() {
        let check = |between: fn(&mut History), expected: usize| {
            let mut history = History::default();
            history.record(typed(0, "a"));
            history.begin_step();
            history.record(deleted(9, "b"));
            history.record(deleted(0, "c"));
            history.end_step();
            history.join_next();
            history.set_time(60.0);
            between(&mut history);
            history.record(typed(0, "d"));
            assert_eq!(history.undo().len(), expected);
        };
        check(|_| (), 3);
        check(|history| _ = history.begin_step(), 3);
        check(History::close, 1);
    }

    #[test]
    fn the_oldest_steps_are_forgotten_whole() {
        let mut history = History::default();
        for number in 0..DEPTH {
            history.begin_step();
            history.record(edit(number, "", "a", Kind::Whole));
            history.record(edit(number, "a", "", Kind::Whole));
            history.end_step();
        }
        assert!(history.done.len() <= DEPTH);
        assert!(!history.done[0].is_joined);
    }

    #[test]
    fn a_new_edit_forgets_what_was_undone() {
        let mut history = History::default();
        history.record(typed(0, "a"));
        history.undo().into_iter().for_each(|edit| history.undone(edit));
        assert!(history.can_redo());
        history.record(typed(0, "b"));
        assert!(!history.can_redo());
    }
}
