//! Every cycle hangs together, and the rules say what the practice says.

use super::*;
use std::collections::BTreeSet;

fn all_cycles() -> impl Iterator<Item = Cycle> {
    OutcomeKind::ALL.iter().map(|kind| cycle(*kind)).chain([REGULATION, PARTNERSHIP])
}

#[test]
fn a_move_leads_to_a_status_of_the_same_cycle() {
    for cycle in all_cycles() {
        let own: BTreeSet<OutcomeStatus> = statuses_of(cycle).collect();
        assert_eq!(own.len(), cycle.len(), "each status has one row: {cycle:?}");
        for (from, to) in cycle {
            assert!(to.iter().all(|to| own.contains(to)), "{from:?}");
        }
    }
}

#[test]
fn the_statuses_of_a_proposal_agree_with_it_as_with_an_initiative() {
    let tr = crate::strings::Tr::new(crate::strings::Language::Arabic, crate::arabic::Digits::Latin);
    let adjectives = |kind: OutcomeKind| -> Vec<String> {
        let words =
            statuses(kind).into_iter().filter(|status| *status != Idea).map(|status| tr.text(status.label_key(), &[]));
        words
            .filter(|words| words.split(' ').next().is_some_and(|first| first.ends_with('ة') && first != "بحاجة"))
            .collect()
    };
    assert!(adjectives(OutcomeKind::Proposal).is_empty(), "{:?}", adjectives(OutcomeKind::Proposal));
    assert!(!adjectives(OutcomeKind::FollowUp).is_empty(), "those of a follow-up do");
}

#[test]
fn every_status_can_be_reached_or_is_an_entrance() {
    // Records come in as ideas and as drafts for consultation too.
    let entrances = [Idea, Consultation];
    for cycle in all_cycles() {
        let reached: BTreeSet<OutcomeStatus> = cycle.iter().flat_map(|(_, to)| to.iter().copied()).collect();
        for status in statuses_of(cycle).skip(1) {
            assert!(reached.contains(&status) || entrances.contains(&status), "{status:?}");
        }
    }
}

#[track_caller]
fn check(kind: OutcomeKind, from: OutcomeStatus, to: OutcomeStatus, expected: bool) {
    assert_eq!(may_move(cycle(kind), from, to), expected, "{kind:?} {from:?} to {to:?}");
}

#[test]
fn a_proposal_is_not_carried_out_before_it_is_approved() {
    check(OutcomeKind::Proposal, UnderStudy, InProgress, false);
    check(OutcomeKind::Proposal, UnderStudy, Approved, true);
    check(OutcomeKind::Proposal, Approved, InProgress, true);
}

#[test]
fn what_stops_work_says_why() {
    check(OutcomeKind::FollowUp, Done, InProgress, true);
    check(OutcomeKind::FollowUp, Done, Cancelled, false);
    assert!(!needs_reason(Done, InProgress));
    assert!(needs_reason(InProgress, Cancelled));
}

#[test]
fn a_kind_never_moves_to_a_status_of_another() {
    check(OutcomeKind::Challenge, Logged, Done, false);
    check(OutcomeKind::Opportunity, NotStarted, Done, false);
}

#[test]
fn ninety_days_before_its_end_an_agreement_is_running_out() {
    let today = Date::from_iso("2026-11-23").unwrap();
    let ends = |iso: &str| term(Some(Date::from_iso(iso).unwrap()), today);
    assert_eq!(term(None, today), Term::Open);
    assert_eq!(ends("2027-02-22"), Term::Running);
    assert_eq!(ends("2027-02-21"), Term::Expiring);
    assert_eq!(ends("2026-11-23"), Term::Expiring);
    assert_eq!(ends("2026-11-22"), Term::Ended);
}

#[test]
fn the_way_of_a_kind_begins_where_it_starts_and_goes_through_its_statuses_in_order() {
    for kind in OutcomeKind::ALL.iter().copied() {
        let place = |stage: &OutcomeStatus| statuses_of(cycle(kind)).position(|status| status == *stage);
        let places: Vec<usize> = way(kind).iter().map(|stage| place(stage).expect("a status of the kind")).collect();
        assert_eq!(start_of(Entity::Outcome, Some(kind)), way(kind).first().copied(), "{kind:?}");
        assert!(places.is_sorted(), "{kind:?}: {places:?}");
        assert!(way(kind).last().is_some_and(|last| is_closed(*last)), "{kind:?}");
    }
}

#[test]
fn each_stage_of_a_way_may_follow_the_one_before() {
    for kind in OutcomeKind::ALL.iter().copied() {
        for pair in way(kind).windows(2) {
            check(kind, pair[0], pair[1], true);
        }
    }
}

#[test]
fn a_regulation_that_a_meeting_heard_of_stands_where_its_line_says() {
    let check = |line: &str, expected: OutcomeStatus| assert_eq!(of_captured_regulation(line), expected, "{line}");
    check("لائحة الاشتراطات البلدية للجمعيات", Issued);
    check("تعديل لائحة جمع التبرعات", Issued);
    check("مشروع نظام العمل التطوعي على منصة استطلاع", Consultation);
    check("مسودّة ضوابط الشراكات", Consultation);
    check("ضوابط التبرع، ساريةٌ من محرم", InForce);
    check("دخول اللائحة حيّز النفاذ", InForce);
    check("نظام المشروعات الصغيرة", Issued);
}
