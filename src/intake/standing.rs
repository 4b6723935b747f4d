//! Whether the meeting was held or is still to come: by its day, and where the text names none, by what it says was or will
//! be done. What it leaves open stays open.

use super::cuts::{bare, is_in};
use super::find::{Find, MeetingFind};
use super::gazetteer::Gazetteer;
use super::labels::Label;
use super::lexicon::{DENYING, INVITING};
use super::page::{Page, Sentence};
use crate::calendar::Date;
use crate::domain::MeetingStatus;

/// Tell of a meeting that was.
const PAST: &str = "\
    عقد عقدت عقدنا عقدوا انعقد انعقدت نظم نظمت نظمنا استضاف استضافت اقام اقامت اقمنا شهد شهدت احتضن احتضنت اختتم اختتمت \
    اجتمع اجتمعت اجتمعنا التقي التقت التقينا استقبل استقبلت زار زارت زرنا وقع وقعت ناقش ناقشت ناقشنا استعرض استعرضت ترا \
    تراس تراست حضره حضرها نفذت نفذ دشن دشنت held met hosted convened organised organized signed concluded attended";

/// Tell of one that will be.
const AHEAD: &str = "\
    سيعقد ستعقد سينعقد ستنعقد ستنظم سينظم سنعقد سنجتمع سنلتقي نلتقي نجتمع سيقام ستقام ستستضيف سيستضيف بيكون موعدنا غدا \
    المقرر المزمع will shall tomorrow upcoming";

/// Reads it; the day is known by now.
pub(super) fn read(page: &Page<'_>, gazetteer: &Gazetteer, meeting: &mut MeetingFind, today: Date) {
    let said = said(page, gazetteer);
    let by_day = meeting.date.as_ref().and_then(|date| {
        let status = match date.value.cmp(&today) {
            std::cmp::Ordering::Less => MeetingStatus::Held,
            std::cmp::Ordering::Greater => MeetingStatus::Scheduled,
            std::cmp::Ordering::Equal => return None,
        };
        Some(Find { value: status, ranges: date.ranges.clone(), sureness: date.sureness })
    });
    meeting.status = by_day.or(said);
}

/// What the words say: those of what is to come first, for an invitation tells of earlier meetings too.
fn said(page: &Page<'_>, gazetteer: &Gazetteer) -> Option<Find<MeetingStatus>> {
    let tells = |sentence: &&Sentence| {
        !matches!(sentence.label, Some(Label::From | Label::To | Label::Sent | Label::Tasks | Label::Proposals))
    };
    let sentences = || page.sentences.iter().filter(tells);
    let found = |list: &'static str, status: MeetingStatus| {
        sentences().find_map(|sentence| {
            let is_about = super::dates::is_of_meeting(page, gazetteer, sentence) || status == MeetingStatus::Held;
            let at = sentence.words.clone().find(|at| {
                let is_denied = at.checked_sub(1).is_some_and(|before| is_in(DENYING, page.norm(before)));
                // `will be held`: the word before says it.
                let is_yet = at.checked_sub(1).is_some_and(|before| is_in("be is to", page.norm(before)));
                // «وقعت» begins with a letter of its own.
                (is_in(list, page.norm(*at)) || is_in(list, bare(page.norm(*at))))
                    && !is_denied
                    && !(is_yet && status == MeetingStatus::Held)
            });
            at.filter(|_| is_about).map(|at| Find::likely(status, page.bytes(at..at + 1)))
        })
    };
    let is_next = |find: &Find<MeetingStatus>| {
        // «والاجتماع القادم سيعقد …» says nothing of this one.
        let at = page.words.iter().position(|word| Some(&word.range) == find.ranges.first());
        let sentence = at.and_then(|at| page.sentence_of(at));
        sentence.is_some_and(|sentence| {
            sentence.words.clone().any(|at| is_in("القادم المقبل التالي القادمه المقبله next", page.norm(at)))
        })
    };
    let invited = || found(INVITING, MeetingStatus::Scheduled);
    let minutes = || {
        let first = page.sentences.first().filter(|first| page.norm(first.words.start) == "محضر")?;
        Some(Find::likely(MeetingStatus::Held, page.bytes(first.words.start..first.words.start + 1)))
    };
    let past = || found(PAST, MeetingStatus::Held);
    let ahead = || found(AHEAD, MeetingStatus::Scheduled).filter(|find| !is_next(find));
    invited().or_else(minutes).or_else(ahead_before_past(ahead, past))
}

/// Where a text has both, what stands first is the meeting's: «عقدت … وستعقد», «سيُعقد … كما عُقد».
fn ahead_before_past(
    ahead: impl FnOnce() -> Option<Find<MeetingStatus>>,
    past: impl FnOnce() -> Option<Find<MeetingStatus>>,
) -> impl FnOnce() -> Option<Find<MeetingStatus>> {
    move || match (ahead(), past()) {
        (Some(ahead), Some(past)) => {
            let start = |find: &Find<MeetingStatus>| find.ranges.first().map_or(usize::MAX, |range| range.start);
            Some(if start(&ahead) < start(&past) { ahead } else { past })
        }
        (ahead, past) => ahead.or(past),
    }
}
