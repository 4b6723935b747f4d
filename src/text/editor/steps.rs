//! What a step of undo changed, in words.
//!
//! Apart from the history because it is only heard: whoever sees the text sees it there.

use egui::{Context, Id};
use std::sync::Arc;
use unicode_segmentation::UnicodeSegmentation;

use crate::text::say;

/// More of what changed is not said.
const MOST_SAID: usize = 120;

/// The words for a step that is taken back, and for one that is made again.
pub(super) type Words = [Arc<str>; 2];

fn place() -> Id {
    Id::unique("step-words")
}

/// What is said before what a step of undo changed in a text, and before what one of redo did. Without them nothing is.
pub fn tell_steps(ctx: &Context, undo: &str, redo: &str) {
    let is_known = words(ctx).is_some_and(|[known, other]| *known == *undo && *other == *redo);
    if !is_known {
        ctx.data_mut(|data| data.insert_temp::<Words>(place(), [undo.into(), redo.into()]));
    }
}

pub(super) fn words(ctx: &Context) -> Option<Words> {
    ctx.data(|data| data.get_temp(place()))
}

/// Says what is another text after a step.
pub(super) fn say_step(ctx: &Context, word: &str, before: &str, after: &str) {
    let changed = changed(before, after);
    let said: String = changed.graphemes(true).take(MOST_SAID).collect();
    say(ctx, &if said.trim().is_empty() { word.to_owned() } else { [word, said.trim()].join(": ") });
}

/// What came with a change; where nothing came, what went.
fn changed<'a>(before: &'a str, after: &'a str) -> &'a str {
    let same = |pair: &(char, char)| pair.0 == pair.1;
    let length = |(letter, _): (char, char)| letter.len_utf8();
    let start: usize = before.chars().zip(after.chars()).take_while(same).map(length).sum();
    let (old, new) = (before.get(start..).unwrap_or_default(), after.get(start..).unwrap_or_default());
    let end: usize = old.chars().rev().zip(new.chars().rev()).take_while(same).map(length).sum();
    let cut = |text: &'a str| text.get(..text.len() - end).unwrap_or_default();
    if cut(new).trim().is_empty() { cut(old) } else { cut(new) }
}

#[cfg(test)]
mod tests {
    use super::changed;

    #[test]
    fn what_came_is_told_and_else_what_went() {
        let check = |before, after, expected| assert_eq!(changed(before, after), expected, "{before} → {after}");
        check("نص", "نص عربي", " عربي");
        check("نص عربي", "نص", " عربي");
        check("one two three", "one 2 three", "2");
        check("aa", "a", "a");
        check("سطر", "سطر", "");
    }
}
