//! Rows that meet in one record, within one list.

use super::*;
use crate::domain::{ImportTo, ImportedRef, KnownBody};

/// What becomes of a row, what it repeats, and what is said of it.
type Told = (Action, Option<Twin>, Vec<(&'static str, i64)>);

fn told(plan: &Plan) -> Vec<Told> {
    let notes = |judged: &Judged| judged.notes.iter().map(|note| (note.key, note.number)).collect();
    plan.judged.iter().map(|judged| (judged.action, judged.twin, notes(judged))).collect()
}

fn known() -> Known {
    let body = KnownBody {
        id: 7, names: vec!["جمعية ودّ للتنمية الأسرية".to_owned()], ..KnownBody::default()
    };
    Known { bodies: vec![body], ..Known::default() }
}

const ROWS: &[&[&str]] = &[
    &["اسم الجمعية", "المدينة"],
    &["جمعية ودّ للتنمية الأسرية", "الخبر"],
    &["جمعية النخيل", "الدمام"],
    &["جمعية ود للتنمية الاسرية", "القطيف"],
    &["جمعية النخيل", "الجبيل"],
];

#[test]
fn two_rows_do_not_both_update_one_record_and_the_later_one_says_which_it_repeats() {
    let plan = planned(Target::Organisations, ROWS, &known(), Duplicates::Update);
    assert_eq!(
        told(&plan),
        [
            (Action::Update, Some(Twin::Record(7)), vec![("import-note-twin", 0)]),
            (Action::New, None, vec![]),
            (Action::Skip, Some(Twin::Row(1)), vec![("import-note-twin-row", 2)]),
            (Action::Skip, Some(Twin::Row(2)), vec![("import-note-twin-row", 3)]),
        ]
    );
    assert_eq!((plan.counts.updated, plan.counts.new, plan.counts.skipped), (1, 1, 2));
}

#[test]
fn a_person_may_still_say_that_the_later_row_counts() {
    let plan =
        planned_by_row(Target::Organisations, ROWS, &known(), &[(3, Duplicates::Update), (4, Duplicates::Update)]);
    let to: Vec<_> = plan.imported.rows.iter().map(|row| row.to).collect();
    assert_eq!(to, [ImportTo::New, ImportTo::Record(7), ImportTo::Made(ImportedRef::Row(0))], "the first was left out");
}

#[test]
fn a_body_that_was_named_before_has_one_row_of_its_own() {
    let rows: &[&[&str]] =
        &[&["اسم الجهة", "تتبع"], &["إدارة الحدائق", "أمانة الواحة"], &["أمانة الواحة", ""], &["امانة الواحه", ""]];
    let plan = planned(Target::Organisations, rows, &Known::default(), Duplicates::Skip);
    let actions: Vec<_> = plan.judged.iter().map(|judged| (judged.action, judged.twin)).collect();
    assert_eq!(actions, [(Action::New, None), (Action::New, None), (Action::Skip, Some(Twin::Row(2)))]);
}
