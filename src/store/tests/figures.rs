//! What is counted as it changes and not as it is asked for: right after every change, and registers stand by it as if all
//! rows were sorted.

use super::orders::Random;
use super::*;
use crate::calendar::Date;
use crate::domain::{MEETING_APPROVED, MeetingKind, MeetingStatus, OutcomeStatus};
use crate::store::query::{Condition, HAS_DAY, RESULTS, RecordList, STANDING, Sort, Which};

fn today() -> Date {
    Date::from_iso("2026-11-22").unwrap()
}

/// Whatever may move a figure: who takes part, who is owed what, what goes into the bin and comes back, what is taken back,
/// two records that become one.
#[test]
fn kept_figures_follow_every_change_and_its_undoing() {
    for seed in [23, 29] {
        let mut random = Random(seed);
        let tried = Tried::new();
        let add = |entity, values: Vec<FieldValue>| tried.apply(Edit::Add { entity, values }).record.unwrap();
        let mut bodies: Vec<Record> =
            (0..5).map(|at| add(Entity::Organisation, vec![("name", format!("جهة {at}").into())])).collect();
        let mut people: Vec<Record> =
            (0..5).map(|at| add(Entity::Person, vec![("name", format!("شخص {at}").into())])).collect();
        let meetings: Vec<Record> =
            (0..4).map(|at| add(Entity::Meeting, vec![("title", format!("لقاء {at}").into())])).collect();
        let mut lines: Vec<Record> = Vec::new();
        for step in 0..180 {
            let or_none = |random: &mut Random, of: &[Record]| match random.below(6) {
                0 => Value::Empty,
                _ => Value::Number(random.pick(of).id),
            };
            #[expect(clippy::wildcard_enum_match_arm, reason = "the others are no lines of a meeting")]
            let values = |entity: Entity, random: &mut Random| -> Vec<FieldValue> {
                let (meeting, organisation) = (or_none(random, &meetings), or_none(random, &bodies));
                match entity {
                    Entity::Party => vec![
                        ("meeting", meeting),
                        ("organisation", organisation),
                        ("side", (*random.pick(&[Side::Host, Side::Invited])).into()),
                        ("position", format!("a{}", random.below(9)).into()),
                    ],
                    Entity::Attendance => vec![
                        ("meeting", meeting),
                        ("organisation", organisation),
                        ("person", or_none(random, &people)),
                        ("status", (*random.pick(AttendanceStatus::ALL)).into()),
                        ("group_count", i64::try_from(random.below(4)).unwrap().into()),
                    ],
                    Entity::Person => vec![("organisation", organisation)],
                    _ => vec![
                        ("meeting", meeting),
                        ("organisation", organisation),
                        ("person", or_none(random, &people)),
                        ("kind", (*random.pick(OutcomeKind::ALL)).into()),
                        ("status", (*random.pick(OutcomeStatus::ALL)).into()),
                    ],
                }
            };
            let entity = *random.pick(&[Entity::Party, Entity::Attendance, Entity::Outcome]);
            // What approved minutes or another record forbids is refused, and that moves nothing.
            let edit = match random.below(12) {
                0..=3 => Edit::Add { entity, values: values(entity, &mut random) },
                4 | 5 if !lines.is_empty() => {
                    let line = *random.pick(&lines);
                    set(line, values(line.entity, &mut random))
                }
                6 => set(*random.pick(&people), values(Entity::Person, &mut random)),
                7 if !lines.is_empty() => Edit::Remove(*random.pick(&lines)),
                8 => Edit::Remove(*random.pick(&meetings)),
                9 => Edit::Restore(*random.pick(if lines.is_empty() { &meetings } else { &lines })),
                10 if random.below(2) == 0 => Edit::Undo,
                10 => Edit::Redo,
                _ => {
                    let of = if random.below(2) == 0 { &mut bodies } else { &mut people };
                    if of.len() < 3 {
                        continue;
                    }
                    let other = of.swap_remove(random.below(of.len()));
                    Edit::Merge { keep: of[0], other, values: Vec::new() }
                }
            };
            let name = edit.label_key();
            if let Ok(applied) = tried.store.apply(edit)
                && let Some(record) = applied.record
                && [Entity::Party, Entity::Attendance, Entity::Outcome].contains(&record.entity)
                && !lines.contains(&record)
            {
                lines.push(record);
            }
            let off = query::figures::off(&tried.sql()).unwrap();
            assert!(off.is_empty(), "{seed}, step {step}, {name}: {off:?}");
        }
        assert!(tried.count("SELECT sum(meetings) + sum(open_tasks) FROM person") > 0);
        assert!(tried.store.check().unwrap().is_sound());
        let writer = rusqlite::Connection::open(tried.folder.path().join(folder::DATABASE)).unwrap();
        let id = bodies[0].id;
        writer.execute("UPDATE organisation SET took_part = took_part + 1 WHERE id = ?1", [id]).unwrap();
        assert_eq!(
            tried.store.check().unwrap().faults,
            [format!("index: organisation {id} took_part is not as counted")]
        );
    }
}

#[test]
fn people_and_bodies_stand_by_their_figures_as_if_all_were_sorted() {
    let tried = Tried::new();
    sample::generate(&tried.store, 60, 5, today()).unwrap();
    let sql = tried.sql();
    let by = |field, is_descending| Sort { field, is_descending };
    for (entity, figures) in [
        (Entity::Person, &["meetings", "open_tasks"][..]),
        (Entity::Organisation, &["people", "meetings", "open_tasks"]),
    ] {
        let table = entity.code();
        for (figure, is_descending) in figures.iter().flat_map(|figure| [(*figure, false), (*figure, true)]) {
            for rest in [vec![], vec![by("name", false)], vec![by("name", true)]] {
                let way = if is_descending { "DESC" } else { "ASC" };
                let then = rest.first().map_or(String::new(), |sort| {
                    format!("title_order {} NULLS LAST,", if sort.is_descending { "DESC" } else { "ASC" })
                });
                let select =
                    format!("SELECT id FROM {table} WHERE deleted = 0 ORDER BY +{figure} {way}, {then} id DESC");
                let mut statement = sql.prepare(&select).unwrap();
                let expected: Vec<i64> =
                    statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
                let order: Vec<Sort> = [by(figure, is_descending)].into_iter().chain(rest).collect();
                for (first, count) in [(0, 5), (0, 1000), (7, 4), (1000, 3)] {
                    let which = Which {
                        entity,
                        kinds: Vec::new(),
                        conditions: Vec::new(),
                        containing: String::new(),
                        order: order.clone(),
                        today: today(),
                    };
                    let found = tried.store.read(RecordList { which, columns: vec![figure], first, count }).unwrap();
                    let ids: Vec<i64> = found.rows.iter().map(|row| row.record.id).collect();
                    let window: Vec<i64> = expected.iter().copied().skip(first).take(count).collect();
                    assert_eq!((ids, found.total), (window, expected.len()), "{table} {order:?} from {first}");
                }
            }
        }
    }
}

#[test]
fn meetings_stand_by_each_column_as_if_all_were_sorted() {
    let tried = Tried::new();
    sample::generate(&tried.store, 60, 5, today()).unwrap();
    tried.apply(Edit::Add { entity: Entity::Meeting, values: vec![("title", "لقاء بلا يوم".into())] });
    let by = |field, is_descending| Sort { field, is_descending };
    let newest = [by("date", true), by("start_time", true)];
    let list = |containing: &str, conditions: &[Condition], (first, also): (Sort, &[Sort]), (start, count)| {
        let which = Which {
            entity: Entity::Meeting,
            kinds: Vec::new(),
            conditions: conditions.to_vec(),
            containing: containing.to_owned(),
            order: [first].into_iter().chain(newest).chain(also.iter().copied()).collect(),
            today: today(),
        };
        let found = tried.store.read(RecordList { which, columns: vec!["date"], first: start, count }).unwrap();
        (found.total, found.rows)
    };
    let (total, opened) = list("", &[], (by(HAS_DAY, false), &[]), (0, 1000));
    assert_eq!((total, opened.len()), (61, 61));
    assert_eq!(opened[0].cells[0].value, Value::Empty, "what has no day yet is first");
    let days = opened[1..].iter().map(|row| row.cells[0].date().unwrap());
    assert!(days.is_sorted_by(|one, other| one >= other));
    let kinds = MeetingKind::ALL.iter().map(|kind| Value::from(*kind)).chain([Value::Empty]).collect();
    let narrowed = [
        vec![],
        vec![Condition::OneOf("kind", kinds)],
        vec![Condition::OneOf(STANDING, vec![MeetingStatus::Held.into(), MEETING_APPROVED.into()])],
        vec![Condition::OneOf("host", vec![Value::Number(1)]), Condition::Within("attended", 2.into(), Value::Empty)],
        vec![Condition::Containing("title", "لقاء".to_owned())],
        vec![Condition::Within("date", today().into(), Value::Empty)],
    ];
    for field in [HAS_DAY, "date", "number", "title", "host", "venue", STANDING, "attended", RESULTS] {
        for is_descending in [false, true] {
            for (containing, conditions) in
                ["", "أمانة", "لقاء"].iter().flat_map(|word| narrowed.iter().map(move |all| (word, all)))
            {
                for window in [(0, 9), (0, 1000), (7, 5), (60, 5), (500, 5)] {
                    let walked = list(containing, conditions, (by(field, is_descending), &[]), window);
                    // Who asks for more of the order than a walk has is answered by sorting.
                    let sorted = list(containing, conditions, (by(field, is_descending), &newest[..1]), window);
                    assert_eq!(walked, sorted, "{field} {is_descending} «{containing}» {conditions:?} {window:?}");
                }
            }
        }
    }
}
