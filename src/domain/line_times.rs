//! When each line of a block of notes was begun. Pure: the moment is passed in.
//!
//! A line keeps its time while it is edited, moved by lines above it, deleted and brought back. One that Enter cuts off
//! another begins at that moment; of two that are joined the earlier time stays. Kept with the block as one field, so that
//! a change of it belongs to the same step of undo as the words.

use std::collections::HashMap;

/// The times of a text's lines, in Unix seconds; an empty line has none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LineTimes {
    lines: Vec<Option<i64>>,
    /// Those of lines that are gone, by their words: what brings the words back, as undo does, brings their time back.
    gone: HashMap<String, i64>,
}

/// Between two lines as they are stored: the first time whole, each further one as what it lies after the one before.
const SEPARATOR: &str = ",";

impl LineTimes {
    /// As they are stored; what is no number is no time.
    pub fn read(stored: &str) -> Self {
        let mut last = 0_i64;
        let mut line = |part: &str| {
            let time = part.parse::<i64>().ok().and_then(|step| last.checked_add(step));
            last = time.unwrap_or(last);
            time
        };
        let lines = if stored.is_empty() { Vec::new() } else { stored.split(SEPARATOR).map(&mut line).collect() };
        Self { lines, gone: HashMap::new() }
    }

    /// To be stored; nothing where no line has a time.
    pub fn stored(&self) -> String {
        if self.lines.iter().all(Option::is_none) {
            return String::new();
        }
        let mut last = 0;
        let step = |time: &Option<i64>| {
            let step = time.map(|time| time - std::mem::replace(&mut last, time));
            step.map(|step| step.to_string()).unwrap_or_default()
        };
        self.lines.iter().map(step).collect::<Vec<_>>().join(SEPARATOR)
    }

    /// When a line was begun, where that is known.
    pub fn of(&self, line: usize) -> Option<i64> {
        self.lines.get(line).copied().flatten()
    }

    /// Those of texts that stand one below the other, each with its times.
    pub fn joined<'t>(parts: impl IntoIterator<Item = (&'t str, Self)>) -> Self {
        let mut joined = Self::default();
        for (text, mut part) in parts {
            part.lines.resize(count(text), None);
            joined.lines.append(&mut part.lines);
            joined.gone.extend(part.gone);
        }
        joined
    }

    /// The text has become another one, at this moment.
    pub fn follow(&mut self, before: &str, after: &str, now: i64) {
        if before == after {
            return;
        }
        self.lines.resize(count(before), None);
        let above = before.split('\n').zip(after.split('\n')).take_while(|(one, other)| one == other).count();
        let new_count = count(after);
        let rest = self.lines.len().min(new_count).saturating_sub(above);
        let same = before.rsplit('\n').zip(after.rsplit('\n')).take(rest);
        let below = same.take_while(|(one, other)| one == other).count();
        let (old_end, new_end) = (self.lines.len() - below, new_count - below);
        let was: Vec<&str> = before.split('\n').take(old_end).skip(above).collect();
        let times: Vec<Option<i64>> = self.lines.drain(above..old_end).collect();
        let is: Vec<&str> = after.split('\n').take(new_end).skip(above).collect();
        let words = was.iter().zip(&times).filter(|(line, _)| !is.contains(*line));
        let gone = words.filter_map(|(line, time)| Some(((*line).to_owned(), (*time)?)));
        // what is only being typed on is not gone
        if is.len() < was.len() || is.iter().any(|line| line.trim().is_empty()) {
            self.gone.extend(gone);
        }
        let last = is.len().saturating_sub(1);
        let time = |(index, line): (usize, &&str)| {
            if line.trim().is_empty() {
                return None;
            }
            let own = times.get(index).copied().flatten();
            // the lines that were joined to the last one have no other home
            let earliest = times.iter().skip(index).flatten().min().copied().filter(|_| index == last);
            let own = earliest.or(own);
            let is_new = own.is_none() && was.get(index).is_none_or(|line| line.trim().is_empty());
            self.gone.get(*line).copied().or(own).or_else(|| is_new.then_some(now))
        };
        let made: Vec<Option<i64>> = is.iter().enumerate().map(time).collect();
        self.lines.splice(above..above, made);
    }

    /// Those of texts into which a text was cut, in order: each line has the time of the one it was cut from, also where
    /// only a part of that is left. What the text did not have begins now.
    pub fn cut<const PARTS: usize>(&self, whole: &str, parts: [&str; PARTS], now: i64) -> [Self; PARTS] {
        let lines: Vec<&str> = whole.split('\n').collect();
        let mut at = 0;
        parts.map(|part| {
            let time = |line: &str| {
                let words = line.trim();
                if words.is_empty() {
                    return None;
                }
                let found = lines.iter().skip(at).position(|other| other.contains(words)).map(|further| at + further);
                let Some(found) = found else { return Some(now) };
                let is_all = lines.get(found).is_some_and(|other| other.trim() == words);
                at = if is_all { found + 1 } else { found };
                self.of(found)
            };
            Self { lines: part.split('\n').map(time).collect(), gone: HashMap::new() }
        })
    }
}

fn count(text: &str) -> usize {
    text.split('\n').count()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Types the texts one after the other, a minute apart; answers the minute in which each line of the last was begun.
    #[track_caller]
    fn check(texts: &[&str], expected: &[Option<i64>]) {
        let mut times = LineTimes::default();
        let mut before = "";
        for (text, minute) in texts.iter().zip(1..) {
            times.follow(before, text, minute * 60);
            before = text;
        }
        let minutes: Vec<Option<i64>> = times.lines.iter().map(|time| time.map(|time| time / 60)).collect();
        assert_eq!(minutes, expected, "{texts:?}");
        let stored = LineTimes::read(&times.stored());
        let of = |times: &LineTimes| (0..expected.len()).map(|line| times.of(line)).collect::<Vec<_>>();
        assert_eq!(of(&stored), of(&times), "as they are stored");
    }

    #[test]
    fn a_line_keeps_the_time_in_which_it_was_begun() {
        check(&["أ", "أب", "أب\n", "أب\nج", "أب\nجد"], &[Some(1), Some(4)]);
        check(&["أول\nثان", "قبل\nأول\nثان"], &[Some(2), Some(1), Some(1)]);
        check(&["أول\nثان", "أول\n\nثان"], &[Some(1), None, Some(1)]);
        check(&["أول", ""], &[None]);
    }

    #[test]
    fn what_was_there_before_times_were_kept_has_none() {
        let mut times = LineTimes::default();
        times.follow("قديم", "قديم جدا\nجديد", 60);
        assert_eq!((times.of(0), times.of(1)), (None, Some(60)));
    }

    #[test]
    fn a_line_cut_off_by_enter_begins_then() {
        check(&["أولثان", "أول\nثان"], &[Some(1), Some(2)]);
        check(&["أول", "\nأول"], &[None, Some(1)]);
    }

    #[test]
    fn of_joined_lines_the_earlier_time_stays() {
        check(&["أول", "أول\nثان", "أولثان"], &[Some(1)]);
        check(&["\nثان", "قبل\nثان", "قبلثان"], &[Some(1)]);
        check(&["أول", "أول\nثان", "أول\nثان\nثالث", "أول\nثانثالث"], &[Some(1), Some(2)]);
    }

    #[test]
    fn what_is_deleted_and_brought_back_has_its_time_again() {
        check(&["أول\nثان\nثالث", "أول", "أول\nثان\nثالث"], &[Some(1), Some(1), Some(1)]);
        check(&["أول\nثان", "أول", "أول\nآخر"], &[Some(1), Some(3)]);
        check(&["أول", "", "أول"], &[Some(1)]);
        check(&["أول", "", "غيره"], &[Some(3)]);
    }

    #[test]
    fn the_parts_of_a_text_keep_the_times_of_their_lines() {
        let mut times = LineTimes::default();
        times.follow("", "نعم", 60);
        times.follow("نعم", "نعم\nنعم", 120);
        times.follow("نعم\nنعم", "نعم\nنعم\nيعد المدير الدراسة قريبا", 180);
        let whole = "نعم\nنعم\nيعد المدير الدراسة قريبا";
        let parts = times.cut(whole, ["نعم\nنعم\nيعد المدير", "الدراسة", "قريبا\nجديد"], 600);
        let lines: Vec<Option<i64>> = parts.iter().flat_map(|part| part.lines.clone()).collect();
        assert_eq!(lines, [60, 120, 180, 180, 180, 600].map(Some));
    }

    #[test]
    fn texts_below_each_other_keep_theirs() {
        let of = |stored| LineTimes::read(stored);
        let joined = LineTimes::joined([("أ\nب", of("60")), ("ج", of("120"))]);
        assert_eq!(joined.stored(), "60,,60");
        assert_eq!(of("nonsense,9223372036854775807,1").of(2), None, "what makes no sense is no time");
    }
}
