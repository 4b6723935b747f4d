//! What ends before it begins, and addresses that are none: told, and the row comes in.

use super::*;
use crate::domain::Value;

fn keys(plan: &Plan, row: usize) -> Vec<&'static str> {
    plan.judged[row].notes.iter().map(|note| note.key).collect()
}

fn text(plan: &Plan, row: usize, field: &str) -> Option<Value> {
    let values = &plan.imported.rows[row].values;
    values.iter().find(|(name, _)| *name == field).map(|(_, value)| value.clone())
}

#[test]
fn an_end_before_its_beginning_is_told_and_left_out_of_its_row_alone() {
    let rows: &[&[&str]] = &[
        &["الاسم", "تاريخ الترخيص", "تاريخ انتهاء الترخيص"],
        &["جمعية النور", "2026-03-01", "2025-03-01"],
        &["جمعية الضياء", "2026-03-01", "2026-03-01"],
        &["جمعية الواحة", "", "2025-03-01"],
    ];
    let plan = planned(Target::Organisations, rows, &Known::default(), Duplicates::Skip);
    assert_eq!(keys(&plan, 0), ["import-note-before-start"]);
    assert_eq!((plan.judged[0].verdict, plan.judged[0].notes[0].text.as_str()), (Verdict::Incomplete, "2025-03-01"));
    assert_eq!(text(&plan, 0, "licence_ends_on"), None);
    assert_eq!(text(&plan, 0, "notes"), Some("تاريخ انتهاء الترخيص: 2025-03-01".into()));
    assert_eq!(text(&plan, 0, "licensed_on"), Some("2026-03-01".into()));
    assert_eq!(text(&plan, 1, "licence_ends_on"), Some("2026-03-01".into()));
    assert_eq!(text(&plan, 2, "licence_ends_on"), Some("2025-03-01".into()));
    assert_eq!((keys(&plan, 1).len(), keys(&plan, 2).len()), (0, 0));
}

#[test]
fn an_address_that_is_none_is_told_and_kept_as_it_is_written() {
    let rows: &[&[&str]] = &[
        &["الاسم", "البريد"],
        &["جمعية النور", "info@example.org"],
        &["جمعية الضياء", "not-an-email"],
        &["جمعية الواحة", ""],
    ];
    let plan = planned(Target::Organisations, rows, &Known::default(), Duplicates::Skip);
    assert!(keys(&plan, 0).is_empty() && keys(&plan, 2).is_empty());
    assert_eq!(keys(&plan, 1), ["import-note-doubtful-email"]);
    assert_eq!(text(&plan, 1, "email"), Some("not-an-email".into()));
}
