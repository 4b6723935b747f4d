//! The day and the time of the meeting, in running text: «يوم الاثنين 13/6/1448هـ الموافق 23 نوفمبر 2026م الساعة 10 صباحًا».
//!
//! What is read of a day is what the date field reads. A day of the week that is not that day's, or two calendars that
//! differ, leave the date open with what it may be; so does a bare weekday in a story of what was. A term of something
//! that is to be done is no day of the meeting.

use super::cuts::{bare, is_in};
use super::find::{Find, MeetingFind, Sureness};
use super::gazetteer::Gazetteer;
use super::labels::Label;
use super::lexicon::{HOLDING, INVITING};
use super::page::{Page, Sentence};
use crate::calendar::{self, Date, Time};
use crate::error::ErrorKind;
use std::ops::Range;

/// The longest way of naming a day, in words.
const LONGEST: usize = 12;
/// A text has no more days than that; what follows is a table of figures.
const MOST: usize = 500;

/// A place that names a day.
#[derive(Debug)]
struct Said {
    words: Range<usize>,
    /// What it may be; one where it says one.
    days: Vec<Date>,
    is_open: bool,
    /// How surely it is the meeting's.
    weight: i32,
    line: usize,
}

/// Finds the meeting's day and time.
pub(super) fn read(page: &Page<'_>, gazetteer: &Gazetteer, meeting: &mut MeetingFind) {
    let mut said: Vec<Said> = Vec::new();
    let mut tries = 0;
    for sentence in &page.sentences {
        if matches!(sentence.label, Some(Label::Sent | Label::From | Label::To | Label::Tasks)) {
            continue;
        }
        let is_of_meeting = is_of_meeting(page, gazetteer, sentence);
        let mut at = sentence.words.start;
        while at < sentence.words.end && tries < MOST {
            let found = begins_day(page, at).then(|| {
                tries += 1;
                day(page, sentence, at)
            });
            let Some((end, days, is_open)) = found.flatten() else {
                at += 1;
                continue;
            };
            if let ([day], false, None, true) =
                (days.as_slice(), is_open, &meeting.next_date, is_next(page, sentence, at))
            {
                meeting.next_date = Some(Find::sure(*day, page.bytes(at..end)));
            }
            let weight = weight(page, sentence, at, is_of_meeting);
            said.push(Said { words: at..end, days, is_open, weight, line: sentence.line });
            at = end;
        }
        if meeting.time.is_none() && (is_of_meeting || matches!(sentence.label, Some(Label::Time | Label::Date))) {
            (meeting.time, meeting.end) = times(page, sentence);
        }
    }
    said.retain(|said| said.weight > 0);
    said.sort_by_key(|said| (std::cmp::Reverse(said.weight), said.line));
    let Some(best) = said.first() else { return };
    let range = page.bytes(best.words.clone());
    match best.days.as_slice() {
        [day] if !best.is_open => {
            let ranges: Vec<Range<usize>> = std::iter::once(range)
                .chain(
                    said.iter()
                        .skip(1)
                        .filter(|other| other.days == best.days)
                        .map(|other| page.bytes(other.words.clone())),
                )
                .collect();
            let is_relative = !page.said(best.words.clone()).contains(|letter: char| letter.is_numeric());
            let sureness = if is_relative { Sureness::Likely } else { Sureness::Sure };
            let rival = said
                .iter()
                .skip(1)
                .find(|other| other.weight == best.weight && other.days != best.days && !other.is_open);
            match rival {
                // Two days that the text says alike: a person chooses.
                Some(rival) => {
                    let ranges = vec![page.bytes(best.words.clone()), page.bytes(rival.words.clone())];
                    let value = best.days.iter().chain(&rival.days).copied().collect();
                    meeting.unsure_dates.push(Find { value, ranges, sureness: Sureness::Unsure });
                }
                None => meeting.date = Some(Find { value: *day, ranges, sureness }),
            }
        }
        days => {
            let value = days.to_vec();
            meeting.unsure_dates.push(Find { value, ranges: vec![range], sureness: Sureness::Unsure });
        }
    }
}

/// Say that people met, and name no meeting.
const MEETING: &str = "\
    نلتقي سنلتقي موعدنا نجتمع سنجتمع اجتمع اجتمعت اجتمعنا التقي التقت التقينا استقبل استقبلت زار زارت وقع وقعت met hosted held signed convened";

/// Does a sentence tell of the meeting itself?
pub(super) fn is_of_meeting(page: &Page<'_>, gazetteer: &Gazetteer, sentence: &Sentence) -> bool {
    matches!(sentence.label, Some(Label::Title | Label::Subject | Label::Date | Label::Place))
        || sentence.words.clone().any(|at| {
            let word = bare(page.norm(at));
            let kind = word.strip_prefix("ال").or_else(|| word.strip_prefix("لل")).unwrap_or(word);
            gazetteer.kinds.contains_key(kind)
                || kind.strip_prefix(['ل', 'ب']).is_some_and(|kind| gazetteer.kinds.contains_key(kind))
                || is_in(HOLDING, word)
                || is_in(INVITING, word)
                || is_in(MEETING, word)
                || is_in(MEETING, page.norm(at))
        })
}

/// How surely a day is the meeting's; none of the day of something else.
fn weight(page: &Page<'_>, sentence: &Sentence, at: usize, is_of_meeting: bool) -> i32 {
    if sentence.label == Some(Label::Date) {
        return 10;
    }
    // A day on a line of its own, at the top.
    let is_alone = at == sentence.words.start && sentence.words.len() <= 6 && sentence.line < 4;
    let is_all = day(page, sentence, at).is_some_and(|(end, ..)| end == sentence.words.end);
    if is_alone && is_all {
        return 5;
    }
    let before =
        at.checked_sub(1).filter(|before| *before >= sentence.words.start).map_or("", |before| page.norm(before));
    let second =
        at.checked_sub(2).filter(|before| *before >= sentence.words.start).map_or("", |before| page.norm(before));
    let own = page.norm(at);
    let is_term = is_in("قبل حتي خلال بحلول لغايه نهايه بنهايه اقصاه اقصاها غايه بعد منذ before by until", before)
        || is_in("قبل حتي خلال بحلول اقصاه before by until", second) && is_in("يوم تاريخ نهايه موعد", before)
        || is_in("قبل حتي خلال بحلول نهايه بنهايه قبل", own);
    let is_of_other =
        is_in("رقم قرار خطاب خطابكم تعميم المورخ الصادر وتاريخ", before) || is_in("رقم خطابكم المورخ الصادر", second);
    if is_term || is_next(page, sentence, at) || is_of_other {
        return 0;
    }
    let is_day = is_in("يوم وذلك بتاريخ الموافق في مساء صباح اليوم on", before) || is_in("يوم بتاريخ", own);
    match (is_of_meeting, is_day) {
        (true, true) => 8,
        (true, false) => 6,
        (false, true) => 3,
        (false, false) => 0,
    }
}

/// «والاجتماع القادم يوم …»: is it a day of the one after?
fn is_next(page: &Page<'_>, sentence: &Sentence, at: usize) -> bool {
    let mut before = sentence.words.start..at;
    let is_next = before.clone().any(|place| {
        is_in("القادم المقبل التالي", page.norm(place)) && is_in("الاجتماع اللقاء", page.norm(place.saturating_sub(1)))
            || is_in("next following", page.norm(place)) && is_in("meeting session workshop", page.norm(place + 1))
    });
    is_next && !before.any(|place| is_in(INVITING, bare(page.norm(place))))
}

/// May a day begin at a word? A cheap look before the reading.
fn begins_day(page: &Page<'_>, at: usize) -> bool {
    let norm = page.norm(at);
    let is_number = norm.len() <= 4 && norm.bytes().all(|byte| byte.is_ascii_digit()) && !norm.is_empty();
    if is_number {
        let gap = page.gap(at + 1);
        let next = page.norm(at + 1);
        let is_signed =
            gap.trim().chars().all(|letter| matches!(letter, '/' | '-' | '.' | '–')) && !gap.trim().is_empty();
        return is_signed && next.starts_with(|letter: char| letter.is_ascii_digit())
            || next.starts_with(|letter: char| letter.is_alphabetic()) && !gap.contains(['،', '؛', '\n']);
    }
    is_weekday(norm)
        || is_in(
            "يوم ليوم بتاريخ غدا غد بكره بكرا باكر امس اليوم بعد monday tuesday wednesday thursday friday saturday sunday tomorrow today yesterday next last",
            norm,
        )
        || is_in(
            "january february march april may june july august september october november december jan feb mar apr jun jul aug sep oct nov dec",
            norm,
        )
}

/// The days of the week in English.
const WEEKDAYS: &str = "monday tuesday wednesday thursday friday saturday sunday";

fn is_weekday(word: &str) -> bool {
    is_in("الاحد الاثنين الثلاثاء الاربعاء الخميس الجمعه السبت", word)
}

/// The day that is named from a word on: where it ends, what it may be, and whether that is open.
fn day(page: &Page<'_>, sentence: &Sentence, at: usize) -> Option<(usize, Vec<Date>, bool)> {
    let most = sentence.words.end.min(at + LONGEST);
    let mut doubtful = None;
    for end in (at + 1..=most).rev() {
        let said = page.said(at..end);
        match calendar::parse(said, sentence.base) {
            Ok(date) => {
                // «13 رجب و14 شعبان» begins as a day does, and «1/2» is a half.
                if !is_whole(page, at, end) {
                    return None;
                }
                // A longer reading that contradicts itself leaves it open.
                if let Some((until, days)) = doubtful {
                    return Some((until, days, true));
                }
                let is_open = is_story(page, sentence, at, end);
                let days = if is_open { date.add_days(-7).into_iter().collect() } else { vec![date] };
                return Some((end, days, is_open));
            }
            Err(error) if matches!(error.kind(), ErrorKind::DateImpossible(_)) && doubtful.is_none() => {
                let mut days = readings(page, sentence, at, end);
                // The one whose day of the week is named stands first, for it is right more often.
                let named = named_by_weekday(page, at, end, &days);
                days.sort_by_key(|day| !named.contains(day));
                if let [only] = days.as_slice() {
                    days.extend(as_weekday(page, at, end, *only));
                }
                doubtful = (!days.is_empty()).then_some((end, days));
            }
            Err(_) => {}
        }
    }
    doubtful.map(|(end, days)| (end, days, true))
}

/// Those of the days that are the day of the week which is named among the words.
fn named_by_weekday(page: &Page<'_>, at: usize, end: usize, days: &[Date]) -> Vec<Date> {
    let Some(named) = (at..end).map(|place| page.norm(place)).find(|word| is_weekday(word)) else { return Vec::new() };
    let is_named = |day: &&Date| calendar::parse(&format!("{named} {}", day.iso()), **day).is_ok();
    days.iter().filter(is_named).copied().collect()
}

/// The day of the week that is named, nearest to a day that is none.
fn as_weekday(page: &Page<'_>, at: usize, end: usize, day: Date) -> Option<Date> {
    let named = (at..end).map(|place| page.norm(place)).find(|word| is_weekday(word))?;
    let near = (1..=3).flat_map(|days| [-days, days]).filter_map(|days| day.add_days(days).ok());
    near.into_iter().find(|near| calendar::parse(&format!("{named} {}", near.iso()), day).is_ok())
}

/// What the parts of a day that contradicts itself say by themselves.
fn readings(page: &Page<'_>, sentence: &Sentence, at: usize, end: usize) -> Vec<Date> {
    let mut days: Vec<Date> = Vec::new();
    let mut place = at;
    while place < end {
        let starts = page.norm(place).starts_with(|letter: char| letter.is_ascii_digit());
        let until = (place + 1..=end)
            .rev()
            .find(|until| starts && calendar::parse(page.said(place..*until), sentence.base).is_ok());
        match until {
            Some(until) => {
                let day = calendar::parse(page.said(place..until), sentence.base).ok();
                days.extend(day.filter(|day| !days.contains(day)));
                place = until;
            }
            None => place += 1,
        }
    }
    days
}

/// Numbers alone are a day only with a year, or behind «يوم»; «اليوم» only beside a day or a verb.
fn is_whole(page: &Page<'_>, at: usize, end: usize) -> bool {
    let words = at..end;
    let has_letters = words.clone().any(|place| page.norm(place).starts_with(|letter: char| letter.is_alphabetic()));
    let has_year = words
        .clone()
        .any(|place| page.norm(place).len() == 4 && page.norm(place).bytes().all(|byte| byte.is_ascii_digit()));
    let before = at.checked_sub(1).map_or("", |before| page.norm(before));
    if page.norm(at) == "اليوم" && end == at + 1 {
        return is_in(HOLDING, before) || is_in("صباح مساء ظهر", before) || is_weekday(page.norm(at + 1));
    }
    if page.norm(at) == "بعد" && end == at + 2 && page.norm(at + 1) != "غد" {
        return false;
    }
    has_letters || has_year || is_in("يوم بتاريخ تاريخ الموافق", before)
}

/// A bare day of the week in a story of what was may be any.
fn is_story(page: &Page<'_>, sentence: &Sentence, at: usize, end: usize) -> bool {
    let mut words = (at..end).map(|place| page.norm(place)).filter(|word| !is_in("يوم ليوم في", word));
    let is_bare = words.next().is_some_and(|word| is_weekday(word) || is_in(WEEKDAYS, word)) && words.next().is_none();
    let is_past = |place: usize| {
        is_in(
            "عقدت عقد نظمت نظم استضافت استضاف اقامت اقام شهدت شهد احتضنت اختتمت اختتم التقت زار زارت ناقش ناقشت اجتمع اجتمعت اطلقت دشنت بحث بحثت ترأس تراس استقبل استقبلت وقع وقعت held hosted met organised organized convened signed",
            bare(page.norm(place)),
        ) && !is_in("be to is", page.norm(place.saturating_sub(1)))
    };
    is_bare && sentence.label.is_none() && sentence.words.clone().any(is_past)
}

/// Hours in words, folded.
const HOURS: [&str; 12] = [
    "الواحده",
    "الثانيه",
    "الثالثه",
    "الرابعه",
    "الخامسه",
    "السادسه",
    "السابعه",
    "الثامنه",
    "التاسعه",
    "العاشره",
    "الحاديه عشره",
    "الثانيه عشره",
];

/// When it begins, and when it ends: «من الساعة 10 صباحًا حتى 12:15 ظهرًا».
fn times(page: &Page<'_>, sentence: &Sentence) -> (Option<Find<Time>>, Option<Find<Time>>) {
    let Some((begins, after)) = time(page, sentence, sentence.words.start) else { return (None, None) };
    let is_until = is_in("حتي الي وحتي والي to until till", page.norm(after)) && after < sentence.words.end;
    let ends = is_until.then(|| time(page, sentence, after + 1)).flatten();
    // A range goes on at once.
    let ends = ends.filter(|(ends, _)| {
        ends.ranges.first().is_some_and(|range| range.start == page.bytes(after + 1..after + 2).start)
    });
    let ends = ends.map(|(ends, _)| ends).filter(|ends| ends.value > begins.value);
    (Some(begins), ends)
}

/// The first time that a sentence says from a word on, and one past its last word.
fn time(page: &Page<'_>, sentence: &Sentence, from: usize) -> Option<(Find<Time>, usize)> {
    for at in from..sentence.words.end {
        let is_announced = is_in("الساعه ساعه at", bare(page.norm(at)));
        let first = if is_announced { at + 1 } else { at };
        let is_number = page.norm(first).len() <= 2
            && page.norm(first).bytes().all(|byte| byte.is_ascii_digit())
            && !page.norm(first).is_empty();
        let is_clock =
            is_number && (is_announced || page.gap(first + 1).trim() == ":" || is_half(page.norm(first + 1)));
        if !is_clock && !is_announced {
            continue;
        }
        let most = sentence.words.end.min(first + 6);
        for end in (first + 1..=most).rev() {
            let said = page.said(first..end);
            let spelt = in_words(page, first, end);
            let found = Time::parse(spelt.as_deref().unwrap_or(said));
            let Some(time) = found else { continue };
            let has_half = (first..end).any(|place| is_half(page.norm(place)));
            // «الساعة 3» alone may be of the night or of the day.
            if !has_half && (time.hour < 7 || spelt.is_some()) {
                break;
            }
            return Some((Find::sure(time, page.bytes(at..end)), end));
        }
    }
    None
}

fn is_half(word: &str) -> bool {
    is_in("ص م صباحا صباح مساء ظهرا الظهر عصرا العصر ليلا فجرا am pm", word)
}

/// «العاشرة والنصف صباحًا» in figures.
fn in_words(page: &Page<'_>, at: usize, end: usize) -> Option<String> {
    let two = format!("{} {}", page.norm(at), page.norm(at + 1));
    let of_two = HOURS.iter().position(|hour| *hour == two);
    let hour = of_two.or_else(|| HOURS.iter().position(|hour| *hour == page.norm(at)))?;
    let rest = at + if of_two.is_some() { 2 } else { 1 };
    let rest: Vec<String> = (rest..end)
        .map(|place| match page.norm(place) {
            "والنصف" => "ونصف".to_owned(),
            "والربع" => "وربع".to_owned(),
            "والثلث" => "وثلث".to_owned(),
            word => word.to_owned(),
        })
        .filter(|word| !is_in("من تمام في", word))
        .collect();
    Some(format!("{} {}", hour + 1, rest.join(" ")))
}
