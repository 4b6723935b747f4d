//! Backups and the look over.

use super::*;
use crate::store::query::MeetingList;

fn backups(folder: &Path) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_store_in_use_is_sound() {
    let tried = Tried::new();
    let (_, _, block) = tried.meeting();
    tried.apply(typing(block.record(), vec![("body", "أ".into())], 1));
    tried.apply(typing(block.record(), vec![("body", "أب".into())], 1));
    tried.apply(Edit::Undo);
    tried.apply(Edit::Redo);
    let report = tried.store.check().unwrap();
    assert!(report.is_sound(), "{report:?}");
    assert!(report.records > 3 && report.changes > 3);
}

#[test]
fn a_look_over_finds_what_was_tampered_with() {
    let broken = |damage: &str| {
        let tried = Tried::new();
        tried.meeting();
        let path = tried.folder.path().join(folder::DATABASE);
        let sql = rusqlite::Connection::open(path).unwrap();
        sql.execute_batch(damage).unwrap();
        drop(sql);
        tried.store.check().unwrap()
    };
    let check = |damage: &str, expected: &[&str]| {
        let faults = broken(damage).faults;
        let parts: Vec<&str> = faults.iter().map(|fault| fault.split(' ').next().unwrap()).collect();
        assert_eq!(parts, expected, "{damage}: {faults:?}");
    };
    check("UPDATE change SET value = 'غيره' WHERE seq = 2", &["log:"]);
    check("DELETE FROM change WHERE seq = 2", &["log:"]);
    check("UPDATE block SET body = 'غيره'", &["index:"]);
    check("DELETE FROM search WHERE rowid = (SELECT max(rowid) FROM search)", &["index:"]);
    check("PRAGMA foreign_keys = OFF; UPDATE block SET meeting = 77", &["link:"]);
}

#[test]
fn a_backup_is_a_whole_store() {
    let tried = Tried::new();
    tried.meeting();
    let copy = tempfile::tempdir().unwrap();
    tried.store.backup(&copy.path().join(folder::DATABASE)).unwrap();
    assert_eq!(backups(copy.path()), [folder::DATABASE]);
    let restored = Store::open(copy.path(), Arc::new(|| {})).unwrap();
    let rows = |store: &Store| store.read(MeetingList::all(String::new())).unwrap().rows;
    assert_eq!(rows(&restored), rows(&tried.store));
    assert!(restored.check().unwrap().is_sound());
}

#[test]
fn a_backup_to_a_place_that_is_none_says_so() {
    let tried = Tried::new();
    let failed = tried.store.backup(Path::new("/proc/nowhere/copy.db")).unwrap_err();
    assert!(matches!(failed.kind(), ErrorKind::FileUnwritable(_)), "{failed}");
}

#[test]
fn closing_makes_a_backup_when_something_changed() {
    let second = tempfile::tempdir().unwrap();
    let tried = Tried::new();
    let own = tried.folder.path().join("backups");
    assert_eq!(tried.store.last_backup(), None);
    let tried = tried.reopen();
    assert_eq!(backups(&own), [""; 0], "nothing was written");
    let value = second.path().to_str().unwrap().to_owned();
    tried.apply(Edit::Configure { key: "backup_folder".to_owned(), value });
    let tried = tried.reopen();
    assert_eq!(backups(&own), ["tansiq-20261122-120000.db"]);
    assert_eq!(backups(second.path()), ["tansiq-20261122-120000.db"]);
    assert_eq!(tried.store.last_backup(), Some(NOON_MS / 1000));
    tried.pass(60 * 1000);
    let tried = tried.reopen();
    assert_eq!(backups(&own).len(), 1);
    assert_eq!(tried.store.last_backup(), Some(NOON_MS / 1000));
}

#[test]
fn the_last_clone_closes_what_nobody_closed() {
    let tried = Tried::new();
    let (_, _, block) = tried.meeting();
    let again = tried.store.clone();
    for at in 0..20 {
        again.send(set(block.record(), vec![("body", format!("نص {at}").into())]));
    }
    let Tried { store, clock_ms, folder } = tried;
    drop(store);
    drop(again);
    let tried = Tried::open(folder, clock_ms);
    let body: String = tried.sql().query_row("SELECT body FROM block", [], |row| row.get(0)).unwrap();
    assert_eq!(body, "نص 19");
}

#[test]
fn a_closed_store_refuses_what_its_other_clones_send() {
    let tried = Tried::new();
    let (_, _, block) = tried.meeting();
    let other = tried.store.clone();
    let Tried { store, folder, .. } = tried;
    store.close().unwrap();
    assert_eq!(other.apply(Edit::Remove(block.record())).unwrap_err().kind(), &ErrorKind::StoreReadOnly);
    other.send(Edit::Remove(block.record()));
    assert!(other.replies().remove(0).result.is_err());
    // A copy can still be made; nothing waits for a writer that has ended.
    other.backup(&folder.path().join("copy.db")).unwrap();
}

#[test]
fn a_later_program_migrates_after_a_backup_and_this_one_then_only_reads() {
    use crate::store::migrate::{MIGRATIONS, Migration};
    let tried = Tried::new();
    tried.meeting();
    let before = tried.content();
    let Tried { store, folder, clock_ms } = tried;
    store.close().unwrap();
    let present = crate::store::migrate::newest(MIGRATIONS);
    let later = Migration { version: present + 1, sql: "ALTER TABLE meeting ADD COLUMN later TEXT;" };
    let migrations: Vec<Migration> = MIGRATIONS.iter().copied().chain([later]).collect();
    let opened = open::open_with(folder.path(), &migrations).unwrap();
    assert_eq!(crate::store::migrate::version(opened.writer.as_ref().unwrap()).unwrap(), present + 1);
    drop(opened);
    // The backup is the store as it was.
    let restored = tempfile::tempdir().unwrap();
    let kept = folder.path().join("backups").join(format!("before-migration-from-{present}.db"));
    std::fs::copy(kept, restored.path().join(folder::DATABASE)).unwrap();
    assert_eq!(Tried::open(restored, Arc::clone(&clock_ms)).content(), before);
    let tried = Tried::open(folder, clock_ms);
    assert_eq!(tried.store.notices(), [Notice::NewerReadOnly]);
    assert_eq!(tried.content(), before);
}
