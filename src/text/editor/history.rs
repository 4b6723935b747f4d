//! Undo and redo of text, in steps a person would name: a word typed, a run of deletions, a paste.
//!
//! Apart from the document, which only reports what it replaced. Places are counted in bytes from the start of the
//! whole text, so that they survive whatever the paragraphs do.

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
}

/// How many steps are kept.
const DEPTH: usize = 1_000;

/// What was done, and what was undone.
#[derive(Default)]
pub(crate) struct History {
    done: Vec<Edit>,
    undone: Vec<Edit>,
    /// The next edit begins a step of its own: the caret has moved in between.
    is_closed: bool,
}

impl History {
    /// Ends the step: what follows is another.
    pub(crate) const fn close(&mut self) {
        self.is_closed = true;
    }

    pub(crate) fn record(&mut self, edit: Edit) {
        self.undone.clear();
        let grown = !self.is_closed && self.done.last_mut().is_some_and(|last| last.grow(&edit));
        if !grown {
            if self.done.len() >= DEPTH {
                self.done.remove(0);
            }
            self.done.push(edit);
        }
        self.is_closed = false;
    }

    pub(crate) const fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    pub(crate) const fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    /// The edit to take back.
    pub(crate) fn undo(&mut self) -> Option<Edit> {
        let edit = self.done.pop()?;
        self.undone.push(edit.clone());
        self.is_closed = true;
        Some(edit)
    }

    /// The edit to make again.
    pub(crate) fn redo(&mut self) -> Option<Edit> {
        let edit = self.undone.pop()?;
        self.done.push(edit.clone());
        self.is_closed = true;
        Some(edit)
    }
}

impl Edit {
    /// Takes the next edit in, if it goes on with this one.
    fn grow(&mut self, next: &Self) -> bool {
        if self.kind != next.kind || next.inserted.contains('\n') || next.removed.contains('\n') {
            return false;
        }
        match next.kind {
            Kind::Typing => {
                let begins_a_word =
                    self.inserted.ends_with(char::is_whitespace) && !next.inserted.starts_with(char::is_whitespace);
                let goes_on = next.removed.is_empty() && next.at == self.at + self.inserted.len();
                if !goes_on || begins_a_word {
                    return false;
                }
                self.inserted.push_str(&next.inserted);
                true
            }
            // backspace
            Kind::Deleting if next.at + next.removed.len() == self.at => {
                self.removed.insert_str(0, &next.removed);
                self.at = next.at;
                true
            }
            // delete
            Kind::Deleting if next.at == self.at => {
                self.removed.push_str(&next.removed);
                true
            }
            Kind::Deleting | Kind::Whole => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(at: usize, text: &str) -> Edit {
        Edit { at, removed: String::new(), inserted: text.into(), kind: Kind::Typing, selection: (at, at) }
    }

    fn deleted(at: usize, text: &str) -> Edit {
        Edit { at, removed: text.into(), inserted: String::new(), kind: Kind::Deleting, selection: (at, at) }
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
    fn a_new_edit_forgets_what_was_undone() {
        let mut history = History::default();
        history.record(typed(0, "a"));
        history.undo();
        assert!(history.can_redo());
        history.record(typed(0, "b"));
        assert!(!history.can_redo());
    }
}
