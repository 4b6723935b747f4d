//! What was said: the opening, each agenda item's notes with what was captured in them, and the closing.

use super::words::{Words, is_female};
use super::{AgendaItem, Facts, Note, Outcome, Person};
use crate::calendar::Time;
use crate::documents::{Block, place};
use crate::domain::template::fill_parts;
use crate::domain::{AgendaState, MeetingKind, MinutesPart, OutcomeKind, without_preparation};
use crate::strings::Tr;
use crate::tr;

pub(super) fn blocks(facts: &Facts, words: &Words) -> Vec<Block> {
    let own = facts.layout.words(MinutesPart::Opening).map(str::to_owned);
    let mut blocks = Vec::new();
    if facts.layout.has(MinutesPart::Opening) {
        blocks.push(Block::Paragraph(own.unwrap_or_else(|| opening(facts, words))));
    }
    if facts.agenda.len() > 1 && !is_any_told(facts, words) {
        // Once for all of them: each by itself would say the same.
        blocks.push(Block::Remark(tr!(words.tr, "minutes-without-notes")));
        blocks.extend(unmentioned(facts, words));
        return blocks;
    }
    for (index, item) in facts.agenda.iter().enumerate() {
        let ordinal = words.number(index + 1);
        blocks.push(Block::Subheading(tr!(words.tr, "minutes-item", number = ordinal, title = &item.title)));
        blocks.extend(notes(item, words));
    }
    blocks.extend(unmentioned(facts, words));
    blocks
}

/// «افتتح … الاجتماع في تمام الساعة … مرحبًا بالحضور، ثم جرى استعراض جدول الأعمال، …», unless the template has a sentence
/// of its own.
pub(super) fn opening(facts: &Facts, words: &Words) -> String {
    let tr = words.tr;
    if let Some(own) = tr.own("minutes-opening-own") {
        return filled(own, facts, words, facts.occasion.start);
    }
    let start = facts.occasion.start.map(|time| time.text(tr));
    let (what, begins) = (what(facts, "minutes-what", tr), what(facts, "minutes-what-begins", tr));
    let opened = match (&facts.chair, start) {
        (Some(chair), start) => {
            let name = words.full_name(chair);
            match (is_female(chair), start) {
                (false, Some(time)) => tr!(tr, "minutes-opened-at", chair = name, what = what, time = time),
                (false, None) => tr!(tr, "minutes-opened", chair = name, what = what),
                (true, Some(time)) => tr!(tr, "minutes-opened-by-her-at", chair = name, what = what, time = time),
                (true, None) => tr!(tr, "minutes-opened-by-her", chair = name, what = what),
            }
        }
        (None, Some(time)) => tr!(tr, &agreeing(facts, "minutes-opened-by-nobody-at"), what = begins, time = time),
        (None, None) => tr!(tr, &agreeing(facts, "minutes-opened-by-nobody"), what = begins),
    };
    let then = match (facts.agenda.is_empty(), is_any_told(facts, words)) {
        (true, _) => "minutes-opening-no-agenda",
        (false, true) => "minutes-opening-agenda",
        (false, false) => "minutes-opening-agenda-only",
    };
    tr!(tr, then, opened = opened)
}

pub(super) fn closing(facts: &Facts, words: &Words) -> String {
    if let Some(own) = words.tr.own("minutes-closing-own") {
        return filled(own, facts, words, facts.occasion.end);
    }
    let tr = words.tr;
    let what = what(facts, "minutes-what-begins", tr);
    match facts.occasion.end {
        Some(end) => tr!(tr, &agreeing(facts, "minutes-closed-at"), what = what, time = end.text(tr)),
        None => tr!(tr, &agreeing(facts, "minutes-closed"), what = what),
    }
}

/// «الاجتماع», «ورشة العمل»: what was held, as sentences name it.
fn what(facts: &Facts, key: &str, tr: &Tr) -> String {
    match facts.occasion.kind {
        Some(kind @ (MeetingKind::Workshop | MeetingKind::Visit | MeetingKind::Introduction)) => {
            tr!(tr, &[key, kind.code()].join("-"))
        }
        Some(
            MeetingKind::Coordination
            | MeetingKind::Regular
            | MeetingKind::Urgent
            | MeetingKind::Committee
            | MeetingKind::Other,
        )
        | None => tr!(tr, key),
    }
}

/// The key of a sentence that agrees with what was held.
fn agreeing(facts: &Facts, key: &str) -> String {
    match facts.occasion.kind {
        Some(MeetingKind::Workshop | MeetingKind::Visit) => [key, "she"].join("-"),
        Some(
            MeetingKind::Coordination
            | MeetingKind::Regular
            | MeetingKind::Urgent
            | MeetingKind::Introduction
            | MeetingKind::Committee
            | MeetingKind::Other,
        )
        | None => key.to_owned(),
    }
}

/// A sentence of the template's with what is known of the meeting put into it.
fn filled(pattern: &str, facts: &Facts, words: &Words, time: Option<Time>) -> String {
    let tr = words.tr;
    let known = |text: String| if text.trim().is_empty() { tr!(tr, "minutes-unknown") } else { text };
    fill_parts(pattern, tr, |part| {
        known(match part {
            "chair" => facts.chair.as_ref().map(|chair| words.full_name(chair)).unwrap_or_default(),
            "time" => time.map(|time| time.text(tr)).unwrap_or_default(),
            "day" => facts.occasion.date.map(|date| date.long(tr, words.calendars)).unwrap_or_default(),
            "place" => place(&facts.occasion.venue, &facts.occasion.city, tr),
            _ => facts.occasion.title.clone(),
        })
    })
}

/// Is there anything to tell of an item?
fn is_any_told(facts: &Facts, words: &Words) -> bool {
    facts.agenda.iter().any(|item| is_put_off(item) || !notes_of(item, words).is_empty())
}

/// Was it not taken at all?
const fn is_put_off(item: &AgendaItem) -> bool {
    matches!(item.state, AgendaState::Deferred | AgendaState::Withdrawn)
}

/// What was said of an item, as far as anybody wrote it down.
fn notes_of(item: &AgendaItem, words: &Words) -> Vec<Block> {
    let has_wording = !item.wording.trim().is_empty();
    let wording = has_wording.then(|| Block::Paragraph(item.wording.clone()));
    let told = item.notes.iter().filter_map(|note| told(note, has_wording, words));
    wording.into_iter().chain(told).collect()
}

fn notes(item: &AgendaItem, words: &Words) -> Vec<Block> {
    let tr = words.tr;
    let blocks = notes_of(item, words);
    if !blocks.is_empty() {
        return blocks;
    }
    let remark = match item.state {
        AgendaState::Deferred => tr!(tr, "minutes-item-deferred"),
        AgendaState::Withdrawn => tr!(tr, "minutes-item-withdrawn"),
        AgendaState::Listed | AgendaState::Discussing | AgendaState::Discussed => tr!(tr, "minutes-item-without-notes"),
    };
    vec![Block::Remark(remark)]
}

/// A note as it is printed; its text is not where other words stand in its place.
fn told(note: &Note, has_wording: bool, words: &Words) -> Option<Block> {
    match note {
        Note::Text(_) if has_wording => None,
        Note::Text(text) => {
            let said = without_preparation(text, &words.preparing);
            (!said.trim().is_empty()).then_some(Block::Paragraph(said))
        }
        Note::Quote { text, .. } if text.trim().is_empty() => None,
        Note::Quote { speaker, text } => Some(Block::Paragraph(quoted(speaker.as_ref(), text, words))),
        Note::Regulation(title) if title.trim().is_empty() => None,
        Note::Regulation(title) => {
            Some(Block::Paragraph(tr!(words.tr, "minutes-regulation-shown", title = title.as_str())))
        }
        Note::Captured { kind, number, text } => Some(captured(*kind, number, text, words)),
        Note::At(time, note) => {
            let at = |text: &str| tr!(words.tr, "minutes-note-at", time = time.text(words.tr), text = text);
            Some(match told(note, has_wording, words)? {
                Block::Paragraph(text) => Block::Paragraph(at(&text)),
                Block::Marked { kind, label, text } => Block::Marked { kind, label, text: at(&text) },
                other @ (Block::Subheading(_)
                | Block::Remark(_)
                | Block::Facts(_)
                | Block::Table(_)
                | Block::List(_)
                | Block::Signatures(_)
                | Block::SignOff(_)
                | Block::Beside { .. }) => other,
            })
        }
    }
}

/// A note without its time.
fn bare_note(note: &Note) -> &Note {
    match note {
        Note::At(_, note) => bare_note(note),
        Note::Text(_) | Note::Quote { .. } | Note::Regulation(_) | Note::Captured { .. } => note,
    }
}

/// The texts of an item's notes, without quotes and what was captured in them, which are printed either way.
pub(super) fn notes_text(item: &AgendaItem, words: &Words) -> String {
    let texts = item.notes.iter().filter_map(|note| match bare_note(note) {
        Note::Text(text) => {
            Some(without_preparation(text, &words.preparing).trim().to_owned()).filter(|said| !said.is_empty())
        }
        Note::Quote { .. } | Note::Regulation(_) | Note::Captured { .. } | Note::At(..) => None,
    });
    texts.collect::<Vec<_>>().join("\n")
}

/// «وأكد وكيل الأمين المهندس إبراهيم الحفظي: "…"»
fn quoted(speaker: Option<&Person>, text: &str, words: &Words) -> String {
    let tr = words.tr;
    let said = bare(text);
    match speaker {
        Some(person) if is_female(person) => {
            tr!(tr, "minutes-quote-by-her", name = words.full_name(person), text = said)
        }
        Some(person) => tr!(tr, "minutes-quote", name = words.full_name(person), text = said),
        None => tr!(tr, "minutes-quote-by-nobody", text = said),
    }
}

/// Without the marks that somebody set around it: those of the sentence stand around it already.
fn bare(text: &str) -> &str {
    let text = text.trim();
    let pairs = [('"', '"'), ('«', '»'), ('“', '”')];
    let inner = pairs.iter().find_map(|(open, close)| text.strip_prefix(*open)?.strip_suffix(*close));
    inner.map_or(text, str::trim)
}

fn captured(kind: OutcomeKind, number: &str, text: &str, words: &Words) -> Block {
    // On paper a follow-up is called what its table calls it.
    let key = if kind.is_task() { "minutes-task" } else { kind.label_key() };
    let kind_label = tr!(words.tr, key);
    let label = if number.trim().is_empty() { kind_label } else { format!("{kind_label} {number}") };
    Block::Marked { kind, label, text: text.to_owned() }
}

/// Challenges and opportunities have no table of their own: those that no note shows are told here.
fn unmentioned(facts: &Facts, words: &Words) -> Vec<Block> {
    let is_told = |outcome: &Outcome| {
        facts.agenda.iter().flat_map(|item| &item.notes).any(|note| match bare_note(note) {
            Note::Text(_) | Note::Quote { .. } | Note::Regulation(_) | Note::At(..) => false,
            Note::Captured { kind, number, text } => {
                *kind == outcome.kind && *number == outcome.number && *text == outcome.text
            }
        })
    };
    let without_table = |outcome: &&Outcome| match outcome.kind {
        OutcomeKind::Challenge | OutcomeKind::Opportunity => true,
        OutcomeKind::Proposal
        | OutcomeKind::Initiative
        | OutcomeKind::FollowUp
        | OutcomeKind::Obligation
        | OutcomeKind::Decision
        | OutcomeKind::Recommendation => false,
    };
    let left = facts.outcomes.iter().filter(without_table).filter(|outcome| !is_told(outcome));
    left.map(|outcome| captured(outcome.kind, &outcome.number, &outcome.text, words)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arabic::Digits;
    use crate::calendar::Calendars;
    use crate::strings::Language;

    #[test]
    fn what_was_opened_and_closed_is_called_what_it_was() {
        let check = |kind, language, opened: &str, closed: &str| {
            let mut facts = Facts::default();
            facts.occasion.kind = kind;
            let tr = Tr::new(language, Digits::Latin);
            let words = Words::new(&tr, Calendars::HijriFirst);
            assert_eq!((opening(&facts, &words).as_str(), closing(&facts, &words).as_str()), (opened, closed));
        };
        let arabic = Language::Arabic;
        check(None, arabic, "افتُتح الاجتماع بالترحيب بالحضور.", "واختُتم الاجتماع، والله الموفق.");
        let workshop = Some(MeetingKind::Workshop);
        check(workshop, arabic, "افتُتحت ورشة العمل بالترحيب بالحضور.", "واختُتمت ورشة العمل، والله الموفق.");
        let told = "The workshop opened with a welcome to those present.";
        check(workshop, Language::English, told, "The workshop was then closed.");
        let met = Some(MeetingKind::Introduction);
        check(met, arabic, "افتُتح اللقاء بالترحيب بالحضور.", "واختُتم اللقاء، والله الموفق.");
    }
}
