//! The goals of the Vision that a text says it serves: names of the list, beside words such as «مستهدفات» and «تحسين».
//!
//! «الخدمات البلدية» are spoken of everywhere; they are a goal where something is done for them.

use super::bodies::Mention;
use super::cuts::{cuts, is_in};
use super::find::{GoalFind, PersonFind, Sureness};
use super::gazetteer::Gazetteer;
use super::lexicon::SERVING;
use super::page::Page;

/// So many words before a goal may say that it is one.
const NEAR: usize = 6;

/// The goals, in the order of the text.
pub(super) fn goals(
    page: &Page<'_>,
    gazetteer: &Gazetteer,
    mentions: &[Mention],
    people: &[PersonFind],
) -> Vec<GoalFind> {
    let mut found: Vec<GoalFind> = Vec::new();
    for sentence in &page.sentences {
        let mut at = sentence.words.start;
        // Once a sentence speaks of goals, what it goes on to name are goals too.
        let mut serves = false;
        while at < sentence.words.end {
            serves |= is_in("مستهدفات رويه اهداف vision goals", super::cuts::bare(page.norm(at)));
            let Some((goal, length)) = goal_at(page, gazetteer, at, sentence.words.end) else {
                at += 1;
                continue;
            };
            let range = page.bytes(at..at + length);
            let is_vision = super::cuts::bare(page.norm(at)) == "رويه" || page.norm(at).is_ascii();
            let near =
                (at.saturating_sub(NEAR).max(sentence.words.start)..at).any(|place| is_in(SERVING, page.norm(place)));
            let in_post =
                people.iter().any(|person| person.post_range.as_ref().is_some_and(|post| post.contains(&range.start)));
            let in_body = mentions.iter().any(|mention| mention.range.contains(&range.start));
            if (is_vision || serves || near) && !in_post && !in_body {
                match found.iter_mut().find(|other| other.name == goal.name) {
                    Some(other) => other.ranges.push(range),
                    None => found.push(GoalFind {
                        name: goal.name.clone(),
                        ranges: vec![range],
                        sureness: if serves || is_vision { Sureness::Sure } else { Sureness::Likely },
                        known: goal.record,
                    }),
                }
            }
            at += length;
        }
    }
    found
}

/// The goal whose name begins at a word: the longest.
fn goal_at<'g>(
    page: &Page<'_>,
    gazetteer: &'g Gazetteer,
    at: usize,
    end: usize,
) -> Option<(&'g super::KnownGoal, usize)> {
    let first = cuts(page.norm(at));
    let fits = |words: &[String]| {
        let is_first = words.first().is_some_and(|word| first.iter().any(|cut| cut.rest == word.as_str()));
        is_first
            && words.len() <= end - at
            && (1..words.len()).all(|place| {
                words.get(place).is_some_and(|word| page.norm(at + place) == word) && page.follows(at + place)
            })
    };
    let goals = gazetteer.goals.iter().filter(|(_, words)| fits(words));
    goals.max_by_key(|(_, words)| words.len()).map(|(goal, words)| (goal, words.len()))
}
