//! The record of a partnership, in the order in which such papers have it: the parties and who stands for them, what it is
//! for, what each side took on and how that stands, who looks after it, its term, who signed.

use super::shared::{calendars, fact, files, or_none, paper, section};
use super::{Agreeing, Holder, PartnershipFacts, Progressed};
use crate::calendar::{Calendars, Date};
use crate::documents::minutes::Outcome;
use crate::documents::preparing::{Reader, Words, owed_under};
use crate::documents::sheet::SheetValue;
use crate::documents::{Block, Cell, Document, Fact, Keep, Section, Signatory, SignatureLabels, Signatures};
use crate::domain::{Entity, Side, lifecycle};
use crate::strings::Tr;
use crate::tr;

/// What is told elsewhere in the record.
const ELSEWHERE: [&str; 10] = [
    "title",
    "number",
    "agreement",
    "status",
    "purpose",
    "starts_on",
    "ends_on",
    "renews_itself",
    "notice_days",
    "notes",
];

/// Lays the record out.
pub fn partnership_record(facts: &PartnershipFacts, tr: &Tr, calendars: Calendars) -> Document {
    let words = Words { tr, calendars };
    let heading = |key: &str| tr!(tr, key);
    let today = facts.head.today;
    let mut sections = vec![
        section("facts", heading("report-heading-partnership"), vec![Block::Facts(about(facts, &words))]),
        section("parties", heading("record-parties"), or_none(parties(facts, &words), "report-parties-none", &words)),
    ];
    let mut add = |key: &'static str, heading_key: &str, blocks: Vec<Block>| {
        if !blocks.is_empty() {
            sections.push(section(key, heading(heading_key), blocks));
        }
    };
    let prose = |text: &str| match text.trim() {
        "" => Vec::new(),
        text => vec![Block::Paragraph(text.to_owned())],
    };
    add("purpose", "field-partnership-purpose", prose(&facts.purpose));
    let goals = match facts.goals.as_slice() {
        [] => Vec::new(),
        goals => vec![Block::Paragraph(tr!(tr, "report-partnership-goals", goals = tr.list(goals)))],
    };
    add("goals", "minutes-column-goal", goals);
    add("obligations", "record-obligations", obligations(facts, today, &words));
    add("team", "report-heading-team", or_none(team(&facts.team, &words), "report-team-none", &words));
    add("term", "report-heading-term", prose(&term(facts, &words).join(" ")));
    add("progress", "report-heading-progress", progress(&facts.progress, &words).into_iter().collect());
    add("documents", "report-heading-documents", files(&facts.documents, &words).into_iter().collect());
    if let Some(text) = note(facts) {
        add("notes", "field-partnership-notes", prose(text));
    }
    sections.extend(signatures(facts, &words));
    let number_line = match facts.number.trim() {
        "" => String::new(),
        number => tr!(tr, "minutes-number", number = number),
    };
    // The foot of its pages says it too.
    let title = match facts.agreement.trim() {
        "" => tr!(tr, "report-partnership"),
        agreement => tr.name(agreement).unwrap_or(agreement).to_owned(),
    };
    let mut document =
        paper(&facts.head, (title, number_line, facts.title.clone()), sections, (&words, Reader::Others));
    document.keywords.extend((!facts.number.trim().is_empty()).then(|| facts.number.trim().to_owned()));
    document
}

fn about(facts: &PartnershipFacts, words: &Words<'_>) -> Vec<Fact> {
    let tr = words.tr;
    let status = facts.status.map(|status| tr!(tr, status.label_key())).unwrap_or_default();
    let mut all = vec![
        words.fact("field-partnership-status", words.cell(status)),
        words.fact("field-partnership-agreement", words.cell(&facts.agreement)),
    ];
    let is_told = |name: &str| !ELSEWHERE.contains(&name);
    let known = facts.fields.iter().filter(|field| is_told(field.name) && field.value != SheetValue::Empty);
    all.extend(known.map(|field| fact(Entity::Partnership, field, words)));
    all
}

/// What a party is called: those that agreed with the first are counted in their order.
fn side(facts: &PartnershipFacts, party: &Agreeing, words: &Words<'_>) -> String {
    let tr = words.tr;
    let Some(side) = party.side else { return String::new() };
    let of = |side: Side| facts.parties.iter().filter(move |one| one.side == Some(side));
    let place = of(Side::Other).position(|one| std::ptr::eq(one, party));
    let place = place.map(|place| place + 1 + of(Side::First).count().min(1));
    let key = place.map(|place| format!("report-party-{place}")).filter(|key| tr.key_exists(key));
    tr!(tr, key.as_deref().unwrap_or_else(|| side.label_key()))
}

/// «الطرف الأول: أمانة … ويمثلها …».
fn parties(facts: &PartnershipFacts, words: &Words<'_>) -> Option<Block> {
    let layout = [
        ("report-column-side", 18),
        ("minutes-column-body", 32),
        ("report-column-represented", 25),
        ("minutes-signature-post", 20),
    ];
    words.table(&tr!(words.tr, "record-parties"), &layout, &facts.parties, |party| {
        let signatory = party.signatory.as_ref();
        vec![
            words.cell(side(facts, party, words)),
            words.cell(&party.name).with_note(&party.address),
            words.cell(signatory.map(|person| words.name(person)).unwrap_or_default()),
            words.cell(signatory.map(|person| person.post.clone()).unwrap_or_default()),
        ]
    })
}

/// What each side took on, in the order of the parties; what stands with nobody comes last.
fn obligations(facts: &PartnershipFacts, today: Date, words: &Words<'_>) -> Vec<Block> {
    let tr = words.tr;
    if facts.obligations.is_empty() {
        return vec![Block::Remark(tr!(tr, "report-obligations-none"))];
    }
    let mut blocks = Vec::new();
    let mut part = |heading: String, body: &str, owed_by: Vec<Outcome>| {
        if let Some(table) = owed_under(body, &owed_by, "record-obligations", today, words) {
            blocks.extend([Block::Subheading(heading), table]);
        }
    };
    let of = |name: &str| facts.obligations.iter().filter(|one| one.body() == name).cloned().collect::<Vec<_>>();
    for party in &facts.parties {
        let name = party.name.trim();
        let words_of_side = side(facts, party, words);
        let heading = if words_of_side.is_empty() {
            name.to_owned()
        } else {
            tr!(tr, "report-obligations-of", side = words_of_side, name = name)
        };
        if !name.is_empty() {
            part(heading, name, of(name));
        }
    }
    let is_of_none = |one: &&Outcome| !facts.parties.iter().any(|party| party.name.trim() == one.body());
    let rest: Vec<Outcome> = facts.obligations.iter().filter(is_of_none).cloned().collect();
    part(tr!(tr, "report-obligations-others"), "", rest);
    let done = facts.obligations.iter().filter(|one| lifecycle::is_done(one.status)).count();
    let late = facts.obligations.iter().filter(|one| lifecycle::is_overdue(one.status, one.due, today)).count();
    blocks.push(Block::Remark(tr!(
        tr,
        "report-obligations-count",
        all = facts.obligations.len(),
        done = done,
        late = late
    )));
    blocks
}

fn team(team: &[Holder], words: &Words<'_>) -> Option<Block> {
    let layout = [
        ("minutes-column-name", 25),
        ("minutes-signature-post", 24),
        ("minutes-column-body", 24),
        ("report-column-contact", 22),
    ];
    words.table(&tr!(words.tr, "report-heading-team"), &layout, team, |holder| {
        let phone = crate::arabic::format_phone(&holder.phone);
        let contact =
            if phone.is_empty() { words.cell(&holder.email) } else { Cell::known(phone).with_note(&holder.email) };
        vec![
            words.cell(words.name(&holder.person)),
            words.cell(&holder.person.post),
            words.cell(&holder.person.organisation),
            contact,
        ]
    })
}

/// Its term in sentences: from when to when, how it is renewed, when one has to say that it ends, how much of it is left.
/// What is over is told as what was, and what has not begun has nothing left of it.
fn term(facts: &PartnershipFacts, words: &Words<'_>) -> Vec<String> {
    let tr = words.tr;
    let today = facts.head.today;
    let day = |date: Date| date.long(tr, words.calendars);
    let is_closed = facts.status.is_some_and(lifecycle::is_closed);
    let is_over = facts.until.is_some_and(|until| until < today);
    let has_begun = facts.from.is_none_or(|from| from <= today);
    let mut sentences = vec![match (facts.from, facts.until) {
        (Some(from), Some(until)) => {
            let key = match (is_over, is_closed, has_begun) {
                (true, _, _) => "report-term-was-from-to",
                (false, true, true) => "report-term-was-to-end",
                (false, false, true) => "report-term-began-and-ends",
                (false, _, false) => "report-term-from-to",
            };
            tr!(tr, key, start = day(from), end = day(until))
        }
        (Some(from), None) => {
            tr!(tr, if has_begun { "report-term-began" } else { "report-term-from" }, start = day(from))
        }
        (None, Some(until)) => {
            tr!(tr, if is_over { "report-term-ended" } else { "report-term-until" }, end = day(until))
        }
        (None, None) => tr!(tr, "report-term-unknown"),
    }];
    if is_closed {
        return sentences;
    }
    let renews = facts.renews_itself.filter(|renews| *renews || !is_over);
    sentences.extend(renews.map(|renews| tr!(tr, if renews { "report-term-renews" } else { "report-term-ends" })));
    let notice = facts.notice_days.filter(|days| *days > 0 && !is_over);
    sentences.extend(notice.map(|days| {
        let last = facts.until.and_then(|until| until.add_days(-days).ok());
        match last {
            Some(last) => tr!(tr, "report-term-notice-by", count = days, day = day(last)),
            None => tr!(tr, "report-term-notice", count = days),
        }
    }));
    match facts.until {
        _ if !has_begun => sentences.push(tr!(tr, "report-term-ahead")),
        Some(_) if is_over => sentences.push(tr!(tr, "report-term-over")),
        Some(until) => sentences.push(tr!(tr, "report-term-left", count = today.days_until(until))),
        None => {}
    }
    sentences
}

fn progress(steps: &[Progressed], words: &Words<'_>) -> Option<Block> {
    let layout =
        [("paper-column-day", 18), ("report-column-done", 48), ("report-column-by", 17), ("minutes-column-status", 12)];
    let (first, _) = calendars(words.calendars);
    words.table(&tr!(words.tr, "report-heading-progress"), &layout, steps, |step| {
        let day = step.day.map(|day| day.numbers(words.tr, first)).unwrap_or_default();
        let status = step.status_key.as_deref().map(|key| tr!(words.tr, key)).unwrap_or_default();
        vec![words.cell(day), Cell::known(&step.text), Cell::known(&step.person), Cell::known(status)]
    })
}

fn note(facts: &PartnershipFacts) -> Option<&str> {
    let notes = facts.fields.iter().find(|field| field.name == "notes")?;
    if let SheetValue::Text(text) = &notes.value { Some(text) } else { None }
}

/// A column for each party that signs; nobody signs for a sponsor or an observer.
fn signatures(facts: &PartnershipFacts, words: &Words<'_>) -> Option<Section> {
    let tr = words.tr;
    let signs = |party: &&Agreeing| matches!(party.side, Some(Side::First | Side::Other) | None);
    let signatory = |party: &Agreeing| Signatory {
        role: match side(facts, party, words).as_str() {
            "" => party.name.clone(),
            side => tr!(tr, "report-signs-for", side = side, name = party.name.as_str()),
        },
        name: party.signatory.as_ref().map(|person| words.name(person)).unwrap_or_default(),
        post: party.signatory.as_ref().map(|person| person.post.clone()).unwrap_or_default(),
        date: String::new(),
    };
    let signatories: Vec<Signatory> = facts.parties.iter().filter(signs).map(signatory).collect();
    let labels = SignatureLabels {
        name: tr!(tr, "minutes-column-name"),
        post: tr!(tr, "minutes-signature-post"),
        signature: tr!(tr, "minutes-column-signature"),
        date: tr!(tr, "minutes-signature-date"),
    };
    (!signatories.is_empty()).then(|| Section {
        keep: Keep::Together,
        ..section(
            "signatures",
            tr!(tr, "report-heading-signatures"),
            vec![Block::Signatures(Signatures { labels, signatories })],
        )
    })
}
