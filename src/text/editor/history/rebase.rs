//! The steps of undo when the text changes from outside: they move along, as long as the change lies beside them.
//!
//! Apart because it is arithmetic over all steps, where everything else looks at the last. The change is carried back
//! over every edit that was done, and forward over every one that was undone; where one of them touches it, that one
//! and what lies beyond it are forgotten.

use super::{Edit, History};

/// `removed` bytes at `at` became `inserted` bytes.
#[derive(Clone, Copy, Debug)]
struct Change {
    at: usize,
    removed: usize,
    inserted: usize,
}

impl Change {
    /// Where a place is after it.
    fn moved(&self, offset: usize) -> usize {
        if offset <= self.at {
            offset
        } else if offset >= self.at + self.removed {
            offset - self.removed + self.inserted
        } else {
            self.at + self.inserted
        }
    }

    /// The same change on the other side of an edit, before which `there` bytes stood at its place where there are
    /// `here` now. `None` where the edit touches it.
    fn across(&self, edit_at: usize, here: usize, there: usize) -> Option<Self> {
        if self.at > edit_at + here {
            return Some(Self { at: self.at - here + there, ..*self });
        }
        (self.at + self.removed < edit_at).then_some(*self)
    }
}

impl Edit {
    /// Moves along with a change that lies beside it: as it is before it, and after it.
    fn follow(&mut self, before: &Change, after: &Change) {
        self.at = before.moved(self.at);
        self.selection = (before.moved(self.selection.0), before.moved(self.selection.1));
        self.then = (after.moved(self.then.0), after.moved(self.then.1));
    }
}

impl History {
    /// The text was changed from outside: `removed` bytes at `at` became `inserted`.
    pub(crate) fn rebase(&mut self, at: usize, removed: usize, inserted: usize) {
        self.is_closed = true;
        let now = Change { at, removed, inserted };
        let mut change = now;
        let mut first_kept = self.done.len();
        for edit in self.done.iter_mut().rev() {
            let before = change.across(edit.at, edit.inserted.len(), edit.removed.len());
            let Some(before) = before.filter(|_| edit.altered.is_empty()) else { break };
            edit.follow(&before, &change);
            change = before;
            first_kept -= 1;
        }
        if first_kept > 0 {
            // a step goes as a whole: what was joined to the last that goes comes after it
            let others = self.done.iter().skip(first_kept).take_while(|edit| edit.is_joined).count();
            self.done.drain(..first_kept + others);
        }
        let mut change = now;
        let mut first_kept = self.undone.len();
        for edit in self.undone.iter_mut().rev() {
            let after = change.across(edit.at, edit.removed.len(), edit.inserted.len());
            let Some(after) = after.filter(|_| edit.altered.is_empty()) else { break };
            edit.follow(&change, &after);
            change = after;
            first_kept -= 1;
        }
        let is_cut = first_kept.checked_sub(1).and_then(|at| self.undone.get(at)).is_some_and(|edit| edit.is_joined);
        if is_cut {
            // here the first edit of a step lies on top of those that are joined to it
            let joined = self.undone.iter().skip(first_kept).take_while(|edit| edit.is_joined).count();
            first_kept = (first_kept + joined + 1).min(self.undone.len());
        }
        self.undone.drain(..first_kept);
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::Editor;
    use super::super::super::history::Kind;
    use super::super::super::sections::Section;

    /// Three sections, the middle one about to change from outside.
    fn three() -> Editor {
        let mut editor = Editor::new("");
        let section = |tag| Section { tag, ..Section::default() };
        editor.set_sections([(section(1), Some("one")), (section(2), Some("two")), (section(3), Some("three"))]);
        editor
    }

    fn type_in(editor: &mut Editor, tag: u64, letters: &str) {
        editor.caret_to_section(tag, true);
        editor.insert_as(letters, Kind::Typing);
    }

    fn check(steps: &[(u64, &str)], undos_before: usize, undone: &[&str], redone: &str) {
        let mut editor = three();
        for (tag, letters) in steps {
            type_in(&mut editor, *tag, letters);
        }
        (0..undos_before).for_each(|_| editor.undo());
        editor.replace_section(2, "a longer text");
        let mut texts = Vec::new();
        while editor.can_undo() {
            editor.undo();
            texts.push(editor.text());
        }
        assert_eq!(texts, undone, "{steps:?}");
        while editor.can_redo() {
            editor.redo();
        }
        assert_eq!(editor.text(), redone, "{steps:?}");
    }

    #[test]
    fn steps_beside_what_changed_stay_and_older_ones_go_with_what_it_touches() {
        check(
            &[(1, "+"), (3, "+")],
            0,
            &["one+\na longer text\nthree", "one\na longer text\nthree"],
            "one+\na longer text\nthree+",
        );
        check(&[(1, "+"), (2, "+"), (3, "+")], 0, &["one+\na longer text\nthree"], "one+\na longer text\nthree+");
        check(&[(1, "+"), (3, "+")], 2, &[], "one+\na longer text\nthree+");
        check(&[(3, "+"), (2, "+"), (1, "+")], 3, &[], "one\na longer text\nthree+");
    }

    #[test]
    fn a_step_over_several_sections_stays_or_goes_as_a_whole() {
        let over = |from: u64, to: u64, undos: usize| {
            let mut editor = three();
            editor.caret_to_section(from, false);
            let anchor = editor.caret();
            editor.caret_to_section(to, true);
            editor.select(anchor, editor.caret());
            editor.insert("x");
            (0..undos).for_each(|_| editor.undo());
            editor.replace_section(2, "new");
            (editor.can_undo(), editor.can_redo())
        };
        assert_eq!(over(1, 3, 0), (false, false));
        assert_eq!(over(1, 3, 1), (false, false));
        assert_eq!(over(3, 3, 0), (true, false));
        assert_eq!(over(1, 1, 1), (false, true));
    }
}
