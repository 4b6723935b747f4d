//! Migrations: in order, each whole or not at all, after a backup, and never backwards.

use super::*;
use crate::domain::OrganisationKind;
use crate::store::migrate::{MIGRATIONS, Migration, migrate, newest, version};
use rusqlite::Connection;
use std::cell::Cell;

const FUTURE: &[Migration] = &[
    Migration { version: 1, sql: "CREATE TABLE first (a TEXT) STRICT;" },
    Migration { version: 2, sql: "ALTER TABLE first ADD COLUMN b TEXT; UPDATE first SET b = a;" },
    Migration { version: 3, sql: "CREATE TABLE third (c TEXT) STRICT;" },
];
const BROKEN: &[Migration] = &[
    Migration { version: 1, sql: "CREATE TABLE first (a TEXT) STRICT;" },
    Migration { version: 2, sql: "CREATE TABLE second (a TEXT) STRICT; CREATE TABLE first (again TEXT);" },
];

/// A store as a program of that version would have left it.
fn fixture(at: i32) -> Connection {
    let sql = Connection::open_in_memory().unwrap();
    let until: Vec<Migration> = FUTURE.iter().copied().filter(|migration| migration.version <= at).collect();
    migrate(&sql, &until, || Ok(())).unwrap();
    if at > 0 {
        sql.execute("INSERT INTO first (a) VALUES ('سطر')", []).unwrap();
    }
    sql
}

#[test]
fn every_old_version_comes_up_to_date_after_one_backup() {
    for at in 0..=3 {
        let sql = fixture(at);
        let backups = Cell::new(0);
        migrate(&sql, FUTURE, || {
            backups.set(backups.get() + 1);
            Ok(())
        })
        .unwrap();
        assert_eq!(version(&sql).unwrap(), 3);
        assert_eq!(backups.get(), i32::from(at == 1 || at == 2), "from {at}");
        let kept: i64 = sql.query_row("SELECT count(*) FROM first WHERE a = 'سطر'", [], |row| row.get(0)).unwrap();
        assert_eq!(kept, i64::from(at > 0));
    }
}

#[test]
fn a_migration_that_fails_leaves_the_version_before_it() {
    let sql = fixture(1);
    assert_eq!(migrate(&sql, BROKEN, || Ok(())).unwrap_err().kind(), &ErrorKind::Internal);
    assert_eq!(version(&sql).unwrap(), 1);
    assert!(sql.prepare("SELECT * FROM second").is_err());
    assert!(sql.is_autocommit());
}

#[test]
fn without_a_backup_nothing_is_migrated() {
    let sql = fixture(1);
    let no_room = || Err(crate::error::Error::new(ErrorKind::DiskFull, ""));
    assert_eq!(migrate(&sql, FUTURE, no_room).unwrap_err().kind(), &ErrorKind::DiskFull);
    assert_eq!(version(&sql).unwrap(), 1);
}

#[test]
fn a_newer_store_is_left_alone() {
    let sql = fixture(3);
    assert_eq!(migrate(&sql, &FUTURE[..1], || Ok(())).unwrap_err().kind(), &ErrorKind::StoreNewer);
}

#[test]
fn versions_are_numbered_without_gaps() {
    assert!(MIGRATIONS.iter().zip(1..).all(|(migration, expected)| migration.version == expected));
    assert_eq!(newest(MIGRATIONS), i32::try_from(MIGRATIONS.len()).unwrap());
}

#[test]
fn a_store_of_the_first_version_opens_whole_and_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let kept = include_bytes!("../../../tests/fixtures/stores/1.db");
    std::fs::write(folder.path().join(crate::store::folder::DATABASE), kept).unwrap();
    let tried = Tried::open(folder, Arc::new(AtomicI64::new(NOON_MS)));
    let report = tried.store.check().unwrap();
    assert!(report.is_sound(), "{:?}", report.faults);
    assert_eq!(tried.count("SELECT count(*) FROM meeting"), 4);
    // What was stalled is being looked into: a challenge has a life of its own now.
    assert_eq!(tried.count("SELECT count(*) FROM outcome WHERE kind = 'challenge' AND status = 'analysing'"), 1);
    assert!(tried.count("SELECT count(*) FROM entry WHERE list = 'region'") == 13);
    let before = tried.content();
    tried.apply(Edit::Add { entity: Entity::Partnership, values: vec![("title", "مذكرة تفاهم".into())] });
    tried.apply(Edit::Undo);
    assert_eq!(tried.content(), before);
}

#[test]
fn a_store_of_the_second_version_opens_whole_and_takes_files() {
    let folder = tempfile::tempdir().unwrap();
    let kept = include_bytes!("../../../tests/fixtures/stores/2.db");
    std::fs::write(folder.path().join(crate::store::folder::DATABASE), kept).unwrap();
    let tried = Tried::open(folder, Arc::new(AtomicI64::new(NOON_MS)));
    let report = tried.store.check().unwrap();
    assert!(report.is_sound(), "{:?}", report.faults);
    assert_eq!(tried.count("SELECT count(*) FROM partnership"), 3);
    let before = tried.content();
    let file = tried.folder.path().join("خطاب.txt");
    std::fs::write(&file, "نص").unwrap();
    let subject = Record { entity: Entity::Partnership, id: 1 };
    tried.attach(subject, &file).unwrap();
    assert_eq!(tried.count("SELECT count(*) FROM document WHERE kind = 'letter'"), 1);
    tried.apply(Edit::Undo);
    assert_eq!(tried.content(), before);
}

#[test]
fn other_bodies_below_a_body_become_its_units_and_all_else_stays_what_it_was() {
    let tried = Tried::new();
    let whole = tried.add(Entity::Organisation, vec![("name", "أمانة المنطقة الشرقية".into())]);
    let below = |name: &str, kind: OrganisationKind, is_below: bool| {
        let parent = if is_below { Value::Number(whole.id) } else { Value::Empty };
        tried.add(Entity::Organisation, vec![("name", name.into()), ("kind", kind.into()), ("parent", parent)])
    };
    let part = below("وكالة الخدمات", OrganisationKind::Other, true);
    let removed = below("وحدة ملغاة", OrganisationKind::Other, true);
    let own = below("بلدية القطيف", OrganisationKind::Municipality, true);
    let alone = below("لقاء الثلاثاء", OrganisationKind::Other, false);
    tried.apply(Edit::Remove(removed));
    let Tried { store, clock_ms, folder } = tried;
    store.close().unwrap();
    let file = Connection::open(folder.path().join(crate::store::folder::DATABASE)).unwrap();
    file.execute_batch(
        "DROP INDEX change_put_away; DROP INDEX meeting_kinds; DROP INDEX meeting_modes; DROP INDEX meeting_chairs;
         DROP INDEX meeting_by_source; ALTER TABLE meeting DROP COLUMN source_text;
         ALTER TABLE meeting DROP COLUMN source_hash; DROP TABLE file_text;
         DROP INDEX entry_english; DROP INDEX organisation_english; DROP INDEX person_english;
         DROP TRIGGER outcome_owed; DROP TRIGGER outcome_owed_no_more; DROP TRIGGER outcome_owed_now;
         DROP TRIGGER person_owes_elsewhere; PRAGMA user_version = 16;",
    )
    .unwrap();
    drop(file);
    let tried = Tried::open(folder, clock_ms);
    let kind = |body: Record| {
        let page = tried.store.read(query::RecordPage { record: body }).unwrap();
        OrganisationKind::from_code(&page.kind).unwrap()
    };
    assert_eq!((kind(part), kind(own)), (OrganisationKind::Unit, OrganisationKind::Municipality));
    assert_eq!(kind(alone), OrganisationKind::Other);
    // From the bin it comes back as a unit too, and undo still goes on.
    tried.apply(Edit::Restore(removed));
    assert_eq!(kind(removed), OrganisationKind::Unit);
    tried.apply(Edit::Undo);
    tried.apply(Edit::Undo);
    assert_eq!(kind(removed), OrganisationKind::Unit);
    let report = tried.store.check().unwrap();
    assert!(report.is_sound(), "{:?}", report.faults);
}

#[test]
fn a_list_is_filled_once_and_what_was_changed_in_it_stays() {
    let tried = Tried::new();
    let entries = "SELECT count(*) FROM entry WHERE deleted = 0";
    let shipped = tried.count(entries);
    assert!(shipped > 200);
    let id = tried.count("SELECT id FROM entry WHERE uid = 'entry-goal-volunteering'");
    let goal = Record { entity: Entity::Entry, id };
    tried.apply(set(goal, vec![("name", "العمل التطوعي".into())]));
    tried.apply(Edit::Remove(Record { entity: Entity::Entry, id: goal.id + 1 }));
    let tried = tried.reopen();
    assert_eq!(tried.count(entries), shipped - 1);
    assert_eq!(tried.count("SELECT count(*) FROM entry WHERE name = 'العمل التطوعي'"), 1);
    // Its first name comes back by undo, like any other.
    tried.apply(Edit::Undo);
    tried.apply(Edit::Undo);
    assert_eq!(tried.count("SELECT count(*) FROM entry WHERE name = 'التطوع'"), 1);
}

#[test]
fn an_upgrade_says_that_it_is_due_and_what_it_is_at() {
    use crate::store::upgrade::{self, UpgradeStep};
    use std::cell::RefCell;
    let folder = tempfile::tempdir().unwrap();
    assert!(!upgrade::is_due(folder.path()), "there is nothing to bring up to date yet");
    let kept = include_bytes!("../../../tests/fixtures/stores/2.db");
    std::fs::write(folder.path().join(crate::store::folder::DATABASE), kept).unwrap();
    assert!(upgrade::is_due(folder.path()));
    let steps = RefCell::new(Vec::new());
    upgrade::run(folder.path(), &|step| steps.borrow_mut().push(step)).unwrap();
    assert_eq!(steps.take(), [UpgradeStep::BackingUp, UpgradeStep::Changing]);
    assert!(folder.path().join("backups/before-migration-from-2.db").exists());
    assert!(!upgrade::is_due(folder.path()));
    upgrade::run(folder.path(), &|step| steps.borrow_mut().push(step)).unwrap();
    assert_eq!(steps.take(), []);
    let other = tempfile::tempdir().unwrap();
    std::fs::write(other.path().join(crate::store::folder::DATABASE), [7_u8; 200]).unwrap();
    assert!(!upgrade::is_due(other.path()), "what is not a store is none of an earlier version");
}
