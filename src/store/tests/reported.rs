//! What the reports ask: what stands between a body and others, and what was done in a time.

use super::*;
use crate::calendar::Date;
use crate::domain::{MeetingStatus, OrganisationId, OutcomeStatus, ReportPeriod};
use crate::store::query::{Dealings, PeriodOf, PeriodView};

/// A host and a charity, with a meeting in October that was held, one in November that is planned, and what came of them.
struct Reported {
    tried: Tried,
    charity: OrganisationId,
}

fn day(iso: &str) -> Date {
    Date::from_iso(iso).unwrap()
}

impl Reported {
    fn new() -> Self {
        let tried = Tried::new();
        let add = |entity, values| tried.apply(Edit::Add { entity, values }).record.unwrap();
        let charity = add(Entity::Organisation, vec![("name", "جمعية بيئة".into())]);
        let meeting = |title: &str, date: &str, status: MeetingStatus| {
            let values = vec![("title", title.into()), ("date", date.into()), ("status", status.into())];
            let parties = vec![("أمانة الواحة".to_owned(), Side::Host), ("جمعية بيئة".to_owned(), Side::Invited)];
            tried.apply(Edit::NewMeeting { values, parties, agenda: Vec::new() }).record.unwrap().id
        };
        let held = meeting("لقاء أكتوبر", "2026-10-18", MeetingStatus::Held);
        meeting("لقاء نوفمبر", "2026-11-29", MeetingStatus::Scheduled);
        let outcome = |kind: OutcomeKind, text: &str, body: Option<i64>, meeting: Option<i64>, due: &str| {
            let values = vec![
                ("kind", kind.into()),
                ("text", text.into()),
                ("organisation", body.map_or(Value::Empty, Value::Number)),
                ("meeting", meeting.map_or(Value::Empty, Value::Number)),
                ("due", due.into()),
            ];
            tried.apply(Edit::Add { entity: Entity::Outcome, values }).record.unwrap()
        };
        let (own, host) = (Some(charity.id), Some(2));
        outcome(OutcomeKind::FollowUp, "متأخرة عليها", own, Some(held), "2026-11-01");
        let done = outcome(OutcomeKind::FollowUp, "منجزة عليها", own, Some(held), "2026-11-10");
        tried.apply(Edit::Move { record: done, to: OutcomeStatus::Done, reason: String::new() });
        outcome(OutcomeKind::Decision, "قرار على الأمانة", host, Some(held), "2026-12-01");
        outcome(OutcomeKind::Proposal, "مقترحها", own, Some(held), "");
        outcome(OutcomeKind::Challenge, "بلا اجتماع", None, None, "");
        Self { tried, charity: OrganisationId(charity.id) }
    }

    fn period(&self, from: &str, until: &str, body: Option<OrganisationId>) -> PeriodView {
        let period = ReportPeriod { from: day(from), until: day(until), body };
        self.tried.store.read(PeriodOf { period, today: day("2026-11-22") }).unwrap()
    }
}

fn texts(rows: &[query::OutcomeRow]) -> Vec<&str> {
    rows.iter().map(|row| row.text.as_str()).collect()
}

#[test]
fn a_time_has_its_meetings_and_what_came_of_them_and_what_was_written_down_without_one() {
    let reported = Reported::new();
    let october = reported.period("2026-10-01", "2026-10-31", None);
    assert_eq!(october.meetings.iter().map(|row| row.title.as_str()).collect::<Vec<_>>(), ["لقاء أكتوبر"]);
    assert_eq!(texts(&october.outcomes), ["متأخرة عليها", "منجزة عليها", "قرار على الأمانة", "مقترحها"]);
    assert_eq!(october.bodies, 1, "who held it was there; who was invited need not have come");
    assert!(october.done.rows.is_empty(), "it was finished in November");
    assert_eq!(texts(&october.overdue.rows), ["متأخرة عليها"], "late is late whenever it was raised");
    let november = reported.period("2026-11-01", "2026-11-30", None);
    assert_eq!(texts(&november.outcomes), ["بلا اجتماع"], "it counts by the day on which it was written down");
    assert_eq!(texts(&november.done.rows), ["منجزة عليها"]);
    assert_eq!((november.meetings.len(), november.bodies), (1, 0), "what is planned was not attended");
}

#[test]
fn the_time_of_a_body_has_what_is_its_own() {
    let reported = Reported::new();
    let october = reported.period("2026-10-01", "2026-10-31", Some(reported.charity));
    assert_eq!(texts(&october.outcomes), ["متأخرة عليها", "منجزة عليها", "مقترحها"]);
    let stranger =
        reported.tried.apply(Edit::Add { entity: Entity::Organisation, values: vec![("name", "أخرى".into())] });
    let stranger = OrganisationId(stranger.record.unwrap().id);
    let nothing = reported.period("2026-10-01", "2026-12-31", Some(stranger));
    assert!(nothing.meetings.is_empty() && nothing.outcomes.is_empty() && nothing.overdue.rows.is_empty());
}

#[test]
fn a_body_has_what_is_open_before_what_is_done_and_both_its_sides() {
    let reported = Reported::new();
    let add = |entity, values| reported.tried.apply(Edit::Add { entity, values }).record.unwrap();
    let partnership = add(Entity::Partnership, vec![("title", "حدائق".into()), ("ends_on", "2027-01-12".into())]);
    let of = Value::Number(partnership.id);
    add(Entity::Party, vec![("partnership", of.clone()), ("organisation", Value::Number(reported.charity.0))]);
    let owed = vec![("kind", OutcomeKind::Obligation.into()), ("text", "تخصيص المواقع".into()), ("partnership", of)];
    add(Entity::Outcome, owed);
    let dealings = reported.tried.store.read(Dealings { organisation: reported.charity }).unwrap();
    assert_eq!(texts(&dealings.theirs.rows), ["متأخرة عليها", "منجزة عليها"]);
    assert_eq!(texts(&dealings.ours.rows), ["تخصيص المواقع"]);
    assert_eq!(texts(&dealings.proposals.rows), ["مقترحها"]);
    assert_eq!(dealings.partnerships.iter().map(|row| row.title.as_str()).collect::<Vec<_>>(), ["حدائق"]);
    let met: Vec<&str> = dealings.meetings.rows.iter().map(|row| row.title.as_str()).collect();
    assert_eq!((met, dealings.meetings.left), (vec!["لقاء نوفمبر", "لقاء أكتوبر"], 0));
}

#[test]
fn what_a_body_owes_is_also_what_its_people_owe_where_no_body_was_named() {
    let reported = Reported::new();
    let add = |entity, values| reported.tried.apply(Edit::Add { entity, values }).record.unwrap();
    let values = vec![("name", "سارة العنزي".into()), ("organisation", Value::Number(reported.charity.0))];
    let person = Value::Number(add(Entity::Person, values).id);
    let owed = |text: &str, kind: OutcomeKind, body: Value| {
        let due = "2026-10-20".into();
        let values = vec![
            ("kind", kind.into()),
            ("text", text.into()),
            ("person", person.clone()),
            ("organisation", body),
            ("due", due),
        ];
        add(Entity::Outcome, values)
    };
    let hers = owed("على موظفتها", OutcomeKind::FollowUp, Value::Empty);
    owed("عليها لجهة أخرى", OutcomeKind::FollowUp, Value::Number(2));
    owed("اقترحته موظفتها", OutcomeKind::Proposal, Value::Empty);
    let read = || reported.tried.store.read(Dealings { organisation: reported.charity }).unwrap();
    let dealings = read();
    assert_eq!(texts(&dealings.theirs.rows), ["على موظفتها", "متأخرة عليها", "منجزة عليها"]);
    assert_eq!(texts(&dealings.proposals.rows), ["اقترحته موظفتها", "مقترحها"]);
    let november = reported.period("2026-11-01", "2026-11-30", Some(reported.charity));
    assert_eq!(texts(&november.overdue.rows), ["على موظفتها", "متأخرة عليها"]);
    let asked = query::Commitments { organisation: reported.charity, today: day("2026-11-22") };
    let counted = reported.tried.store.read(asked).unwrap();
    assert_eq!((counted.theirs.all, counted.theirs.late), (3, 2));
    // What is its own is not owed to it, even where it is said to help itself.
    let set = vec![("support", Value::Number(reported.charity.0))];
    reported.tried.apply(super::set(hers, set));
    assert!(read().ours.rows.is_empty());
}
