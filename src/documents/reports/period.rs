//! The report of a period: which meetings were held and who came, what was decided and how it stands, what is overdue, what
//! was proposed, what was agreed, what was shown of laws. Each count is of records, and says of which day it is.

use super::profile::standing;
use super::shared::{agreements, or_none, paper, section, told};
use super::{Met, PeriodFacts, ShownRegulation};
use crate::calendar::{Calendars, Date};
use crate::documents::minutes::Outcome;
use crate::documents::preparing::{Reader, Words, done, owed, raised};
use crate::documents::{Block, Cell, Column, Document, Table};
use crate::domain::{OutcomeKind, OutcomeStatus, lifecycle};
use crate::strings::Tr;
use crate::tr;

/// What is owed by somebody, in the order of the table.
const OWED: [OutcomeKind; 4] =
    [OutcomeKind::Decision, OutcomeKind::Recommendation, OutcomeKind::FollowUp, OutcomeKind::Obligation];

/// Where what is owed may stand, with the key of its column; several statuses may share one.
const STANDINGS: [(&str, &[OutcomeStatus]); 5] = [
    ("outcome-status-not-started", &[OutcomeStatus::NotStarted]),
    ("outcome-status-in-progress", &[OutcomeStatus::InProgress]),
    ("report-column-stopped", &[OutcomeStatus::Stalled, OutcomeStatus::OnHold]),
    ("outcome-status-done", &[OutcomeStatus::Done]),
    ("outcome-status-cancelled", &[OutcomeStatus::Cancelled]),
];

/// Lays the report out.
pub fn period_report(facts: &PeriodFacts, tr: &Tr, calendars: Calendars) -> Document {
    let words = Words { tr, calendars };
    let today = facts.head.today;
    let of = |kinds: &[OutcomeKind]| -> Vec<Outcome> {
        facts.outcomes.iter().filter(|one| kinds.contains(&one.kind)).cloned().collect()
    };
    let none = |key: &str| none_of(facts, key);
    let mut sections = vec![section("summary", tr!(tr, "report-heading-summary"), summary(facts, &words))];
    let mut add = |key: &'static str, heading: &str, blocks: Vec<Block>| {
        sections.push(section(key, tr!(tr, heading), blocks));
    };
    add("meetings", "report-heading-period-meetings", meetings(facts, &words));
    add("decisions", "report-heading-decisions", by_standing(facts, &words));
    let owed_then: Vec<Outcome> = of(&OWED);
    if let Some(table) = owed(&owed_then, "report-heading-owed", today, &words) {
        add("decisions-list", "report-heading-owed", vec![table]);
    }
    let done = done(&facts.done.rows, "report-heading-done", &words);
    add("done", "report-heading-done", told(done, facts.done.left, &none("report-done-none"), &words));
    let late = owed(&facts.overdue.rows, "report-heading-overdue", today, &words);
    add("overdue", "report-heading-overdue", told(late, facts.overdue.left, &none("report-overdue-none"), &words));
    let proposals = raised(&of(&[OutcomeKind::Initiative, OutcomeKind::Proposal]), "report-heading-proposals", &words);
    add("proposals", "report-heading-proposals", or_none(proposals, &none("report-period-proposals-none"), &words));
    let challenges =
        raised(&of(&[OutcomeKind::Challenge, OutcomeKind::Opportunity]), "report-heading-challenges", &words);
    add("challenges", "report-heading-challenges", or_none(challenges, &none("report-period-challenges-none"), &words));
    let agreed = agreements(&facts.partnerships, &words);
    add("partnerships", "report-heading-partnerships", or_none(agreed, "report-period-partnerships-none", &words));
    let shown = regulations(&facts.regulations, &words);
    add("regulations", "minutes-heading-regulations", or_none(shown, "report-period-regulations-none", &words));
    let (from, until) = (facts.from.long(tr, calendars), facts.until.long(tr, calendars));
    let number_line = tr!(tr, "report-from-to", start = from, end = until);
    paper(&facts.head, (tr!(tr, "report-period"), number_line, facts.body.clone()), sections, (&words, Reader::Office))
}

/// The key of the words for there being nothing of something: of the one body that is asked about, or of any.
fn none_of(facts: &PeriodFacts, key: &str) -> String {
    if facts.body.trim().is_empty() { key.to_owned() } else { [key, "of-body"].join("-") }
}

/// Those that took place.
fn held(facts: &PeriodFacts) -> impl Iterator<Item = &Met> {
    facts.meetings.iter().filter(|meeting| took_place(meeting, facts.head.today))
}

/// As the minutes have it: one to which people came was held, whether anybody told the program or not.
fn took_place(meeting: &Met, today: Date) -> bool {
    let held = |status| {
        lifecycle::took_place(status)
            || meeting.attended > 0 && lifecycle::may_have_been_held(status, meeting.date, today)
    };
    meeting.is_approved || meeting.status.is_some_and(held)
}

/// What one wants to know first, in sentences whose numbers agree.
fn summary(facts: &PeriodFacts, words: &Words<'_>) -> Vec<Block> {
    let tr = words.tr;
    let count = |kinds: &[OutcomeKind]| facts.outcomes.iter().filter(|one| kinds.contains(&one.kind)).count();
    let none = |key: &str| none_of(facts, key);
    let held_count = held(facts).count();
    let mut sentences = Vec::new();
    if held_count == 0 {
        sentences.push(tr!(tr, &none("report-nothing-held")));
    } else {
        let meetings = tr!(tr, "count-meetings", count = held_count);
        sentences.push(tr!(tr, &none("report-held"), meetings = meetings));
        let attended: i64 = held(facts).map(|meeting| meeting.attended).sum();
        let listed: i64 = held(facts).map(|meeting| meeting.listed).sum();
        sentences.push(tr!(tr, "report-attended", attended = attended, listed = listed));
        if facts.bodies > 0 {
            let bodies = tr!(tr, "count-organisations", count = facts.bodies);
            sentences.push(tr!(tr, "report-bodies", bodies = bodies, count = held_count));
        }
    }
    let came: Vec<String> = [
        ("count-decisions", count(&[OutcomeKind::Decision])),
        ("count-recommendations", count(&[OutcomeKind::Recommendation])),
        ("count-follow-ups", count(&[OutcomeKind::FollowUp])),
        ("count-obligations", count(&[OutcomeKind::Obligation])),
        ("count-initiatives", count(&[OutcomeKind::Initiative])),
        ("count-proposals", count(&[OutcomeKind::Proposal])),
        ("count-challenges", count(&[OutcomeKind::Challenge])),
        ("count-opportunities", count(&[OutcomeKind::Opportunity])),
    ]
    .into_iter()
    .filter(|(_, count)| *count > 0)
    .map(|(key, count)| tr!(tr, key, count = count))
    .collect();
    match (came.is_empty(), held_count) {
        (true, _) => {}
        (false, 0) => sentences.push(tr!(tr, "report-recorded", counts = tr.list(&came))),
        (false, _) => sentences.push(tr!(tr, "report-came-out", counts = tr.list(&came), count = held_count)),
    }
    sentences.push(tr!(tr, "report-done-count", count = facts.done.rows.len() + facts.done.left));
    let day = facts.head.today.long(tr, words.calendars);
    sentences.push(tr!(tr, "report-overdue-count", count = facts.overdue.rows.len() + facts.overdue.left, day = day));
    vec![Block::Paragraph(sentences.join(" "))]
}

/// The meetings in order of days, each with where it stands; what did not take place is counted by its words.
fn meetings(facts: &PeriodFacts, words: &Words<'_>) -> Vec<Block> {
    let tr = words.tr;
    let layout = [
        ("paper-column-meeting", 36),
        ("paper-column-day", 17),
        ("minutes-column-status", 13),
        ("minutes-column-presence", 12),
        ("report-column-results", 22),
    ];
    let table = words.table(&tr!(tr, "report-heading-period-meetings"), &layout, &facts.meetings, |meeting| {
        let [proposals, decisions, follow_ups] = meeting.results;
        let results: Vec<String> = [
            ("report-results-proposals", proposals),
            ("report-results-decisions", decisions),
            ("report-results-follow-ups", follow_ups),
        ]
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(key, count)| tr!(tr, key, count = count))
        .collect();
        // Nobody can have come to what is still to come.
        let presence = if meeting.listed > 0 && took_place(meeting, facts.head.today) {
            tr!(tr, "report-of", part = meeting.attended, all = meeting.listed)
        } else {
            String::new()
        };
        vec![
            words.cell(&meeting.title).with_note(&meeting.number),
            words.day(meeting.date),
            words.cell(standing(meeting, words)),
            Cell::known(presence),
            Cell::known(results.join("\n")),
        ]
    });
    let mut blocks = or_none(table, "report-meetings-none", words);
    // What was held on a day that nobody wrote down belongs to no period, and is not passed over in silence.
    blocks.extend((facts.undated > 0).then(|| Block::Remark(tr!(tr, "report-undated", count = facts.undated))));
    blocks
}

/// How what was decided and asked for in that time stands on the day of the report: a row a kind, a column a standing.
fn by_standing(facts: &PeriodFacts, words: &Words<'_>) -> Vec<Block> {
    let tr = words.tr;
    let today = facts.head.today;
    let of = |kind: OutcomeKind| facts.outcomes.iter().filter(move |one| one.kind == kind);
    let kinds: Vec<OutcomeKind> = OWED.into_iter().filter(|kind| of(*kind).next().is_some()).collect();
    if kinds.is_empty() {
        return vec![Block::Remark(tr!(tr, &none_of(facts, "report-decisions-none")))];
    }
    let number = |count: usize| Cell::known(words.number(count));
    let mut columns = vec![
        Column { header: tr!(tr, "minutes-column-index"), weight: 6 },
        Column { header: tr!(tr, "minutes-column-kind"), weight: 22 },
        Column { header: tr!(tr, "report-column-all"), weight: 12 },
    ];
    columns.extend(STANDINGS.map(|(key, _)| Column { header: tr!(tr, key), weight: 13 }));
    columns.push(Column { header: tr!(tr, "report-column-late"), weight: 13 });
    let row = |(at, kind): (usize, &OutcomeKind)| {
        let mut cells =
            vec![Cell::known(words.number(at + 1)), Cell::known(tr!(tr, kind.label_key())), number(of(*kind).count())];
        cells.extend(
            STANDINGS.map(|(_, standing)| number(of(*kind).filter(|one| standing.contains(&one.status)).count())),
        );
        let late = of(*kind).filter(|one| lifecycle::is_overdue(one.status, one.due, today)).count();
        cells.push(number(late));
        cells
    };
    let table = Table {
        description: tr!(tr, "report-heading-decisions"),
        columns,
        rows: kinds.iter().enumerate().map(row).collect(),
        tall: false,
    };
    let as_of = tr!(tr, "report-as-of", day = today.long(tr, words.calendars));
    let mut blocks = vec![Block::Table(table), Block::Remark(as_of)];
    let undated = without_day(facts);
    blocks.extend((undated > 0).then(|| Block::Remark(tr!(tr, "report-done-undated", count = undated))));
    blocks
}

/// How many are done of which nobody knows since when: they do not count as done in that time.
fn without_day(facts: &PeriodFacts) -> usize {
    let is_told = |one: &&Outcome| facts.done.rows.iter().any(|done| done.number == one.number);
    let done = facts.outcomes.iter().filter(|one| OWED.contains(&one.kind) && one.status == OutcomeStatus::Done);
    let undated = done.filter(|one| one.done_on.is_none() && !is_told(one)).count();
    if facts.done.left > 0 { 0 } else { undated }
}

fn regulations(shown: &[ShownRegulation], words: &Words<'_>) -> Option<Block> {
    let layout = [
        ("minutes-column-regulation", 42),
        ("minutes-column-instrument", 19),
        ("minutes-column-effective", 17),
        ("report-column-shown-in", 17),
    ];
    words.table(&tr!(words.tr, "minutes-heading-regulations"), &layout, shown, |regulation| {
        vec![
            words.cell(&regulation.title),
            Cell::known(&regulation.instrument),
            words.day(regulation.effective_on),
            Cell::known(&regulation.meeting_number),
        ]
    })
}
