//! Those who are not named one by one: «عدد من الجمعيات الأهلية في المنطقة», «12 جمعية». How many people came of so many
//! bodies no text says.

use super::cuts::{after_letters, bare, is_in};
use super::find::GroupFind;
use super::lexicon::{NOT_OF_NAMES, PLURALS};
use super::page::Page;
use crate::arabic::fold;

/// Those who are not named one by one: «عدد من الجمعيات الأهلية في المنطقة», «12 جمعية».
pub(super) fn groups(page: &Page<'_>) -> Vec<GroupFind> {
    let mut found: Vec<GroupFind> = Vec::new();
    for sentence in &page.sentences {
        for at in sentence.words.clone() {
            let norm = bare(page.norm(at));
            let number: Option<i64> =
                norm.parse().ok().filter(|count| (1..10_000).contains(count)).or_else(|| number(norm));
            let starts = match norm {
                "عدد" | "مجموعه" | "عددا" if page.norm(at + 1) == "من" => Some(at + 2),
                "ممثلي" | "ممثلو" | "ممثلين" if page.norm(at + 1) == "عن" => Some(at + 2),
                "ممثلي" | "ممثلو" => Some(at + 1),
                _ if number.is_some() => Some(at + 1),
                _ => None,
            };
            let Some(first) = starts else { continue };
            let is_counted = number.is_none() && page.norm(first).parse::<i64>().is_ok();
            let noun = first + usize::from(is_counted);
            let is_group = noun < sentence.words.end
                && is_in(PLURALS, page.norm(noun))
                && (first..=noun).all(|place| page.follows(place));
            let floor = sentence.words.start.max(at.saturating_sub(4));
            let takes_part = (floor..at).any(|place| {
                is_in(
                    "مع بحضور بمشاركه حضور مشاركه شارك شاركت حضر حضرت ومشاركه وبمشاركه وحضور وبحضور استضافت",
                    bare(page.norm(place)),
                )
            });
            let is_inside = found.last().is_some_and(|last| page.bytes(at..at + 1).start < last.range.end);
            if !is_group || !takes_part || is_inside {
                continue;
            }
            let mut end = noun + 1;
            while end < sentence.words.end && page.follows(end) {
                let norm = page.norm(end);
                let goes_on = norm.starts_with("ال") && !is_in(NOT_OF_NAMES, norm)
                    || is_in("اهليه خيريه حكوميه خاصه تطوعيه غير ربحيه", norm)
                    || norm == "في" && is_in("المنطقه المحافظه المدينه منطقه محافظه", page.norm(end + 1));
                if !goes_on {
                    break;
                }
                end += 1;
            }
            let mut range = page.bytes(at..end);
            range.start += if norm.len() < page.norm(at).len() { after_letters(page.raw(at), 1) } else { 0 };
            let name = page.slice(range.clone()).split_whitespace().collect::<Vec<_>>().join(" ");
            found.push(GroupFind { name, range });
        }
    }
    found
}

/// How those are called who are not named one by one, where a name is asked for: the first words, folded.
const GROUP_BEGINNINGS: &[&str] = &[
    "عدد من ",
    "مجموعه من ",
    "وفد ",
    "ممثلو ",
    "ممثلي ",
    "ممثلون ",
    "اعضاء ",
    "منسوبو ",
    "منسوبي ",
    "a number of ",
    "a group of ",
    "several ",
    "delegation ",
    "representatives ",
    "members of ",
];

/// Does somebody who is asked for a name give several who are not named: «وفد من الوزارة»?
pub fn names_group(typed: &str) -> bool {
    let folded = fold(typed);
    GROUP_BEGINNINGS.iter().any(|beginning| folded.starts_with(beginning))
}

/// Small numbers in words.
fn number(word: &str) -> Option<i64> {
    let list = ["ثلاث", "اربع", "خمس", "ست", "سبع", "ثمان", "تسع", "عشر"];
    let word = word.strip_suffix('ه').unwrap_or(word);
    list.iter().position(|number| *number == word.trim_end_matches('ي')).and_then(|place| i64::try_from(place + 3).ok())
}
