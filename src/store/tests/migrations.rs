//! Migrations: in order, each whole or not at all, after a backup, and never backwards.

use crate::error::ErrorKind;
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
