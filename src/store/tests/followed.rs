//! What the register shows of an outcome beyond its own fields: right after every change, and a register stands by it as if
//! all rows were sorted.

use super::orders::Random;
use super::*;
use crate::calendar::Date;
use crate::domain::OutcomeStatus;
use crate::store::query::{Cell, Condition, DAYS_LATE, Reach, RecordGroups, RecordList, RecordRows, Sort, Which};

const FIGURES: [&str; 6] = ["minutes_number", "met_on", "last_action", "updated_on", DAYS_LATE, "evidence"];

fn today() -> Date {
    Date::from_iso("2026-11-22").unwrap()
}

fn which(conditions: Vec<Condition>, order: Vec<Sort>) -> Which {
    let kinds = vec![OutcomeKind::FollowUp.code(), OutcomeKind::Recommendation.code()];
    Which { entity: Entity::Outcome, kinds, conditions, containing: String::new(), order, today: today() }
}

impl Tried {
    fn rows(&self, which: Which) -> RecordRows {
        self.store.read(RecordList { which, columns: FIGURES.to_vec(), first: 0, count: 1000 }).unwrap()
    }

    fn figure(&self, outcome: Record, name: &str) -> Cell {
        let rows = self.rows(which(Vec::new(), Vec::new()));
        let row = rows.rows.iter().find(|row| row.record == outcome).unwrap();
        rows.cell(row, name).unwrap().clone()
    }

    fn follow_up(&self, values: Vec<FieldValue>) -> Record {
        let mut all = vec![("kind", OutcomeKind::FollowUp.into()), ("text", "إعداد الدليل".into())];
        all.extend(values);
        self.apply(Edit::Add { entity: Entity::Outcome, values: all }).record.unwrap()
    }

    fn progress(&self, of: Record, text: &str, day: &str) -> Record {
        let values = vec![("subject", of.into()), ("text", text.into()), ("day", day.into())];
        self.apply(Edit::Add { entity: Entity::Progress, values }).record.unwrap()
    }
}

#[test]
fn the_last_action_is_the_newest_update_that_says_something() {
    let tried = Tried::new();
    let task = tried.follow_up(Vec::new());
    tried.progress(task, "خاطبنا الجمعيات", "2026-11-02");
    let last = tried.progress(task, "وصل رد ثلاث منها", "2026-11-10");
    tried.apply(Edit::Move { record: task, to: OutcomeStatus::InProgress, reason: String::new() });
    assert_eq!(tried.figure(task, "last_action").text(), "وصل رد ثلاث منها");
    assert_eq!(tried.figure(task, "updated_on").text(), "2026-11-22", "a move is an update too");
    tried.apply(Edit::Remove(last));
    assert_eq!(tried.figure(task, "last_action").text(), "خاطبنا الجمعيات");
    tried.apply(Edit::Undo);
    assert_eq!(tried.figure(task, "last_action").text(), "وصل رد ثلاث منها");
}

#[test]
fn an_update_says_all_of_it_in_one_step() {
    use crate::store::query::RecordPage;
    let tried = Tried::new();
    let task = tried.follow_up(Vec::new());
    let report = |text: &str, percent, obstacles: &str, to| Edit::Report {
        record: task,
        text: text.to_owned(),
        percent,
        obstacles: obstacles.to_owned(),
        to,
    };
    let update = tried.apply(report("خاطبنا الجمعيات", Some(40), "تأخر الردود", Some(OutcomeStatus::InProgress)));
    tried.attach(update.record.unwrap(), &tried.file("خطاب.txt", b"one")).unwrap();
    let page = tried.store.read(RecordPage { record: task }).unwrap();
    let [step] = page.progress.as_slice() else { panic!("{:?}", page.progress) };
    assert_eq!(
        (step.text.as_str(), step.percent, step.obstacles.as_str()),
        ("خاطبنا الجمعيات", Some(40), "تأخر الردود")
    );
    assert_eq!((step.to_status, step.files[0].1.as_str()), (Some(OutcomeStatus::InProgress), "خطاب"));
    let held =
        "SELECT count(*) FROM outcome WHERE percent = 40 AND obstacles = 'تأخر الردود' AND status = 'in-progress'";
    assert_eq!(tried.count(held), 1);
    // What is not said stays; a stop asks why, and done is all of it.
    assert_eq!(tried.refused(report("", None, "", Some(OutcomeStatus::OnHold))), ErrorKind::ReasonMissing);
    assert!(tried.store.apply(report("", Some(140), "", None)).is_err(), "no more than all of it");
    tried.apply(report("سُلّم الدليل", Some(60), "", Some(OutcomeStatus::Done)));
    let done =
        "SELECT count(*) FROM outcome WHERE percent = 100 AND obstacles = 'تأخر الردود' AND done_on = '2026-11-22'";
    assert_eq!(tried.count(done), 1);
    let page = tried.store.read(RecordPage { record: task }).unwrap();
    assert_eq!(
        page.progress.iter().map(|step| step.text.as_str()).collect::<Vec<_>>(),
        ["سُلّم الدليل", "خاطبنا الجمعيات"]
    );
    assert_eq!(tried.apply(Edit::Undo).label_key, "edit-add-progress");
    assert_eq!(tried.count(held), 1);
}

#[test]
fn files_of_a_task_and_of_its_updates_witness_it() {
    let tried = Tried::new();
    let task = tried.follow_up(Vec::new());
    assert_eq!(tried.figure(task, "evidence"), Cell::default());
    tried.attach(task, &tried.file("خطاب.txt", b"one")).unwrap();
    let step = tried.progress(task, "سُلّم الدليل", "2026-11-10");
    tried.attach(step, &tried.file("محضر التسليم.txt", b"two")).unwrap();
    let cell = tried.figure(task, "evidence");
    assert_eq!(cell.number(), Some(2));
    assert_eq!(cell.name.lines().collect::<Vec<_>>(), ["خطاب", "محضر التسليم"]);
    // With the task its updates go, and what witnesses them; undo brings all of it back.
    tried.apply(Edit::Remove(task));
    assert_eq!(tried.count("SELECT count(*) FROM document WHERE deleted = 0"), 0);
    tried.apply(Edit::Undo);
    assert_eq!(tried.figure(task, "evidence").number(), Some(2));
    tried.apply(Edit::Remove(step));
    assert_eq!(tried.figure(task, "evidence").number(), Some(1));
}

#[test]
fn days_late_run_until_today_or_until_the_day_it_was_done() {
    let tried = Tried::new();
    let check = |due: &str, status: OutcomeStatus, done_on: &str, expected: Option<i64>| {
        let task = tried.follow_up(vec![("due", due.into()), ("status", status.into()), ("done_on", done_on.into())]);
        assert_eq!(tried.figure(task, DAYS_LATE).number(), expected, "{due} {status:?} {done_on}");
    };
    check("2026-11-21", OutcomeStatus::NotStarted, "", Some(1));
    check("2026-02-28", OutcomeStatus::Stalled, "", Some(267));
    check("2026-11-22", OutcomeStatus::InProgress, "", None);
    check("2026-12-01", OutcomeStatus::InProgress, "", None);
    check("", OutcomeStatus::InProgress, "", None);
    check("2026-11-01", OutcomeStatus::Done, "2026-11-04", Some(3));
    check("2026-11-01", OutcomeStatus::Done, "2026-11-01", None);
    check("2026-11-01", OutcomeStatus::Cancelled, "", None);
}

#[test]
fn what_is_kept_of_an_outcome_follows_every_change_and_its_undoing() {
    let mut random = Random(41);
    let tried = Tried::new();
    let (first, ..) = tried.meeting();
    let (second, ..) = tried.meeting();
    let meetings = [first, second];
    let tasks: Vec<Record> =
        (0..4).map(|_| tried.follow_up(vec![("meeting", random.pick(&meetings).0.into())])).collect();
    let mut steps: Vec<Record> = Vec::new();
    let mut files: Vec<Record> = Vec::new();
    let days = ["2026-11-02", "2026-11-10", ""];
    for step in 0..100 {
        let task = *random.pick(&tasks);
        let edit = match random.below(11) {
            0 | 1 => Edit::Add {
                entity: Entity::Progress,
                values: vec![
                    ("subject", task.into()),
                    ("text", (*random.pick(&["خاطبنا", "وصل الرد", ""])).into()),
                    ("day", (*random.pick(&days)).into()),
                ],
            },
            2 if !steps.is_empty() => set(*random.pick(&steps), vec![("subject", task.into()), ("text", "عُدّل".into())]),
            3 if !steps.is_empty() => Edit::Remove(*random.pick(&steps)),
            4 => {
                let subject = if steps.is_empty() || random.below(2) == 0 { task } else { *random.pick(&steps) };
                let values = vec![("subject", subject.into()), ("name", format!("ملف {step}").into())];
                Edit::Add { entity: Entity::Document, values }
            }
            5 if !files.is_empty() => Edit::Remove(*random.pick(&files)),
            6 => Edit::Move { record: task, to: *random.pick(OutcomeStatus::ALL), reason: "سبب".to_owned() },
            7 => {
                set(task, vec![("meeting", random.pick(&meetings).0.into()), ("done_on", (*random.pick(&days)).into())])
            }
            8 => set(random.pick(&meetings).record(), vec![("date", (*random.pick(&days)).into())]),
            9 => Edit::Remove(task),
            _ => Edit::Undo,
        };
        let name = edit.label_key();
        if let Ok(applied) = tried.store.apply(edit)
            && let Some(record) = applied.record
        {
            let seen = if record.entity == Entity::Progress { &mut steps } else { &mut files };
            if matches!(record.entity, Entity::Progress | Entity::Document) && !seen.contains(&record) {
                seen.push(record);
            }
        }
        let off = query::figures::off(&tried.sql()).unwrap();
        assert!(off.is_empty(), "step {step}, {name}: {off:?}");
    }
    assert!(tried.count("SELECT count(*) FROM outcome WHERE last_action <> '' AND evidence > 0 AND met_on <> ''") > 0);
    let writer = rusqlite::Connection::open(tried.folder.path().join(folder::DATABASE)).unwrap();
    writer.execute("UPDATE outcome SET evidence = 77 WHERE id = ?1", [tasks[0].id]).unwrap();
    let faults = tried.store.check().unwrap().faults;
    assert!(faults.contains(&format!("index: outcome {} evidence is not as counted", tasks[0].id)), "{faults:?}");
}

#[test]
fn a_register_stands_by_each_figure_as_if_all_were_sorted_and_is_filtered_by_it() {
    let tried = Tried::new();
    sample::generate(&tried.store, 120, 9, today()).unwrap();
    let tasks = tried.rows(which(Vec::new(), Vec::new()));
    // Of those that the sample made some are witnessed, and some minutes approved.
    for (at, row) in tasks.rows.iter().enumerate().filter(|(at, _)| at % 5 == 0) {
        let words = ["خاطبنا الجمعيات", "وصل الرد", "أُعدّت المسودة"];
        let step = tried.progress(row.record, words[at % 3], &format!("2026-11-{:02}", at % 20 + 1));
        let values = vec![("subject", step.into()), ("name", format!("ملف {at}").into())];
        tried.apply(Edit::Add { entity: Entity::Document, values });
    }
    let collator = crate::arabic::Collator::new();
    for (figure, is_descending) in FIGURES.iter().flat_map(|figure| [(*figure, false), (*figure, true)]) {
        for conditions in [Vec::new(), vec![Condition::Open], vec![Condition::Overdue]] {
            let order = vec![Sort { field: figure, is_descending }];
            let found = tried.rows(which(conditions.clone(), order));
            let cell = |row| found.cell(row, figure).unwrap();
            let mut sorted: Vec<_> = found.rows.iter().collect();
            sorted.sort_by(|one, other| {
                let (a, b) = (cell(one), cell(other));
                let given = (a.value == Value::Empty).cmp(&(b.value == Value::Empty));
                let by = a.number().cmp(&b.number()).then_with(|| collator.compare(a.text(), b.text()));
                given.then(if is_descending { by.reverse() } else { by }).then(other.record.id.cmp(&one.record.id))
            });
            let ids = |rows: Vec<&query::RecordRow>| rows.iter().map(|row| row.record.id).collect::<Vec<_>>();
            assert_eq!(ids(found.rows.iter().collect()), ids(sorted), "{figure} {is_descending} {conditions:?}");
            let given = Condition::Within(figure, Value::Empty, Value::Empty);
            let narrowed = tried.rows(which(conditions.into_iter().chain([given]).collect(), Vec::new()));
            let expected = found.rows.iter().filter(|row| cell(row).value != Value::Empty).count();
            assert_eq!(narrowed.total, expected, "{figure}");
        }
    }
    for by in ["met_on", "updated_on"] {
        let groups =
            tried.store.read(RecordGroups { which: which(Vec::new(), Vec::new()), by, reach: Reach::All }).unwrap();
        assert_eq!(groups.total, tasks.total);
        for group in &groups.found {
            let of = vec![Condition::OneOf(by, vec![group.value.clone()])];
            assert_eq!(tried.rows(which(of, Vec::new())).total, group.count, "{by} {:?}", group.value);
        }
    }
}
