//! Faults: a full disk, a folder that can't be written, files that are damaged, foreign, empty or newer, a second
//! program, a clock that jumps. Each is said clearly, and nothing typed is lost.

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test that meets what it did not expect has failed")]
#![allow(clippy::print_stdout, reason = "children say on their standard output what became of their saves")]

use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU32, Ordering};
use tansiq::domain::{Entity, Record};
use tansiq::error::ErrorKind;
use tansiq::store::query::{OrganisationList, PeopleList, UndoState};
use tansiq::store::{Edit, Notice, Options, Saved, Store};
use tansiq::strings::{Language, Tr};

const DATABASE: &str = "tansiq.db";
const YEAR_MS: i64 = 365 * 24 * 60 * 60 * 1000;

fn try_open(folder: &Path) -> tansiq::error::Result<Store> {
    Store::open(folder, Arc::new(|| {}))
}

fn open(folder: &Path) -> Store {
    try_open(folder).expect("the store opens")
}

fn person(name: &str) -> Edit {
    Edit::Add { entity: Entity::Person, values: vec![("name", name.into())] }
}

fn names(store: &Store) -> Vec<String> {
    let people = store.read(PeopleList { containing: String::new() }).expect("readable");
    people.into_iter().map(|row| row.name).collect()
}

/// A folder with a store of one person, closed.
fn closed_store() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let store = open(folder.path());
    store.apply(person("أول")).expect("saved");
    store.close().expect("closed");
    folder
}

fn check_refused(folder: &Path, expected: &ErrorKind) {
    let before = std::fs::read(folder.join(DATABASE)).expect("still there");
    let error = try_open(folder).err().expect("refused");
    assert_eq!(error.kind(), expected, "{error}");
    for language in [Language::Arabic, Language::English] {
        let words = error.message(&Tr::new(language, tansiq::arabic::Digits::Latin));
        assert!(words.contains(' ') && !words.contains("error-"), "{words}");
    }
    assert_eq!(std::fs::read(folder.join(DATABASE)).expect("still there"), before, "the file was touched");
}

#[test]
fn an_empty_file_is_not_taken_for_a_new_store() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join(DATABASE), "").expect("written");
    check_refused(folder.path(), &ErrorKind::StoreEmpty);
}

#[test]
fn a_damaged_header_is_told() {
    let folder = closed_store();
    let path = folder.path().join(DATABASE);
    let mut bytes = std::fs::read(&path).expect("readable");
    bytes[..16].fill(0x41);
    std::fs::write(&path, bytes).expect("written");
    check_refused(folder.path(), &ErrorKind::StoreCorrupt);
}

#[test]
fn a_truncated_file_is_told() {
    let folder = closed_store();
    let path = folder.path().join(DATABASE);
    let bytes = std::fs::read(&path).expect("readable");
    for length in [50, 4096, bytes.len() - 4096] {
        std::fs::write(&path, &bytes[..length]).expect("written");
        check_refused(folder.path(), &ErrorKind::StoreCorrupt);
    }
}

#[test]
fn a_database_that_is_gone_while_its_log_is_there_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("tansiq.db-wal"), "something").expect("written");
    let error = try_open(folder.path()).err().expect("refused");
    assert_eq!(error.kind(), &ErrorKind::StoreCorrupt);
    assert!(!folder.path().join(DATABASE).exists());
}

#[test]
fn a_foreign_database_is_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let other = closed_store();
    let mut bytes = std::fs::read(other.path().join(DATABASE)).expect("readable");
    // Another program's `application_id`.
    bytes[68..72].copy_from_slice(b"GPKG");
    std::fs::write(folder.path().join(DATABASE), bytes).expect("written");
    check_refused(folder.path(), &ErrorKind::StoreForeign);
}

#[test]
fn damage_inside_is_found_in_the_background_after_a_kill() {
    let folder = closed_store();
    let path = folder.path().join(DATABASE);
    let mut bytes = std::fs::read(&path).expect("readable");
    // Pages in the middle, which opening does not read.
    let (middle, page) = (bytes.len() / 2 / 4096 * 4096, 4096);
    bytes[middle..middle + 8 * page].fill(0xff);
    std::fs::write(&path, bytes).expect("written");
    std::fs::write(folder.path().join("store.lock"), "open").expect("written");
    let (wake, woken) = std::sync::mpsc::channel();
    let store = Store::open(folder.path(), Arc::new(move || wake.send(()).unwrap_or_default()));
    let damage = match store {
        Err(error) => error,
        Ok(store) => {
            woken.recv_timeout(std::time::Duration::from_secs(20)).expect("told");
            store.damage().expect("found")
        }
    };
    assert_eq!(damage.kind(), &ErrorKind::StoreCorrupt);
}

#[test]
fn a_newer_store_is_only_read() {
    let folder = closed_store();
    let path = folder.path().join(DATABASE);
    let mut bytes = std::fs::read(&path).expect("readable");
    // `user_version` in the header.
    bytes[60..64].copy_from_slice(&999_u32.to_be_bytes());
    std::fs::write(&path, bytes).expect("written");
    let store = open(folder.path());
    assert!(store.is_read_only());
    assert!(store.notices().contains(&Notice::NewerReadOnly));
    assert_eq!(names(&store), ["أول"]);
    assert_eq!(store.apply(person("ثان")).expect_err("refused").kind(), &ErrorKind::StoreNewer);
    let ticket = store.send(person("ثان"));
    let reply = store.replies().remove(0);
    assert_eq!((reply.ticket, reply.result.expect_err("refused").kind()), (ticket, &ErrorKind::StoreNewer));
}

/// Makes a folder unwritable, for root too where the system allows; `None` where it does not.
struct Locked<'a>(&'a Path);

impl<'a> Locked<'a> {
    fn new(folder: &'a Path) -> Option<Self> {
        let tried = |program: &str, arguments: &[&str]| {
            let done = Command::new(program).args(arguments).arg(folder).stderr(Stdio::null()).status();
            done.is_ok_and(|status| status.success()) && std::fs::write(folder.join("probe"), "").is_err()
        };
        for file in std::fs::read_dir(folder).expect("readable").flatten().filter(|file| file.path().is_file()) {
            let marked = Command::new("chattr").arg("+i").arg(file.path()).stderr(Stdio::null()).status();
            drop(marked);
        }
        if tried("chattr", &["+i"]) || tried("chmod", &["a-w"]) {
            return Some(Self(folder));
        }
        drop(Self(folder));
        None
    }
}

impl Drop for Locked<'_> {
    fn drop(&mut self) {
        for arguments in [["chattr", "-i"], ["chmod", "u+w"]] {
            let mut command = Command::new(arguments[0]);
            command.arg(arguments[1]).arg(self.0).stderr(Stdio::null());
            drop(command.status());
        }
        for file in std::fs::read_dir(self.0).expect("readable").flatten().filter(|file| file.path().is_file()) {
            drop(Command::new("chattr").arg("-i").arg(file.path()).stderr(Stdio::null()).status());
        }
        drop(std::fs::remove_file(self.0.join("probe")));
    }
}

#[test]
fn a_folder_that_cant_be_written_is_read() {
    let folder = closed_store();
    let Some(_locked) = Locked::new(folder.path()) else {
        println!("nothing is unwritable for this user here");
        return;
    };
    let store = open(folder.path());
    assert!(store.is_read_only());
    assert!(store.notices().contains(&Notice::ReadOnly), "{:?}", store.notices());
    assert_eq!(names(&store), ["أول"]);
    assert_eq!(store.apply(person("ثان")).expect_err("refused").kind(), &ErrorKind::StoreReadOnly);
    store.close().expect("closed");
}

#[test]
fn what_stands_in_the_log_of_an_unwritable_folder_is_read_too() {
    let folder = tempfile::tempdir().expect("a folder");
    let source = tempfile::tempdir().expect("a folder");
    let store = open(source.path());
    store.apply(person("في السجل")).expect("saved");
    for name in [DATABASE, "tansiq.db-wal"] {
        std::fs::copy(source.path().join(name), folder.path().join(name)).expect("copied");
    }
    std::fs::write(folder.path().join("store.lock"), "open").expect("written");
    let Some(_locked) = Locked::new(folder.path()) else {
        println!("nothing is unwritable for this user here");
        return;
    };
    let store = open(folder.path());
    assert!(store.is_read_only());
    assert_eq!(names(&store), ["في السجل"]);
}

#[test]
fn an_unwritable_folder_without_a_store_says_so() {
    let folder = tempfile::tempdir().expect("a folder");
    let Some(_locked) = Locked::new(folder.path()) else {
        println!("nothing is unwritable for this user here");
        return;
    };
    let error = try_open(folder.path()).err().expect("refused");
    assert_eq!(error.kind(), &ErrorKind::StoreReadOnly);
}

/// Set for the child that tries to open a store.
const CHILD: &str = "TANSIQ_TEST_OPENS";

/// The child: says what opening answers.
#[test]
fn opens_beside_another() {
    let Some(folder) = std::env::var_os(CHILD) else { return };
    match try_open(Path::new(&folder)) {
        Ok(store) => println!("opened {}", names(&store).len()),
        Err(error) => println!("refused {:?}", error.kind()),
    }
}

#[test]
fn two_programs_never_have_one_store() {
    let folder = tempfile::tempdir().expect("a folder");
    let beside = || {
        let output = Command::new(std::env::current_exe().expect("this binary"))
            .args(["faults::opens_beside_another", "--exact", "--nocapture", "--test-threads=1"])
            .env(CHILD, folder.path())
            .output()
            .expect("the child runs");
        let said = String::from_utf8(output.stdout).expect("text");
        said.lines().find(|line| line.contains("opened") || line.contains("refused")).expect("an answer").to_owned()
    };
    let store = open(folder.path());
    store.apply(person("أول")).expect("saved");
    assert!(beside().contains("refused StoreInUse"));
    // Also in the same process.
    assert_eq!(try_open(folder.path()).err().expect("refused").kind(), &ErrorKind::StoreInUse);
    store.apply(person("ثان")).expect("goes on");
    store.close().expect("closed");
    assert!(beside().contains("opened 2"));
}

/// A store whose disk can be filled.
fn on_a_small_disk(folder: &Path) -> (Store, Arc<AtomicU32>) {
    let page_limit = Arc::new(AtomicU32::new(0));
    let options = Options { page_limit: Arc::clone(&page_limit), ..Options::default() };
    (Store::open_with(folder, Arc::new(|| {}), options).expect("the store opens"), page_limit)
}

#[test]
fn a_full_disk_keeps_every_edit_in_order_until_there_is_room() {
    let folder = tempfile::tempdir().expect("a folder");
    let (store, page_limit) = on_a_small_disk(folder.path());
    store.apply(person("قبل")).expect("saved");
    let reserve = folder.path().join("store.reserve");
    assert!(reserve.metadata().expect("there").len() >= 1 << 20);
    // SQLite takes no limit below what is there already: from here on nothing grows.
    page_limit.store(1, Ordering::Relaxed);
    let long = "نص طويل ".repeat(2000);
    let values = |name: &str| vec![("name", name.into()), ("notes", long.as_str().into())];
    let add = |name: &str| Edit::Add { entity: Entity::Person, values: values(name) };
    let error = store.apply(add("أ 00")).expect_err("full");
    assert_eq!(error.kind(), &ErrorKind::DiskFull);
    assert!(!reserve.exists(), "the reserve was not given back");
    let sent: Vec<_> = (1..20).map(|number| store.send(add(&format!("أ {number:02}")))).collect();
    assert!(matches!(store.saved(), Saved::Failed(error) if *error.kind() == ErrorKind::DiskFull));
    // Alive: it reads, and what is not on disk can be taken to another place.
    assert_eq!(names(&store), ["قبل"]);
    let elsewhere = tempfile::tempdir().expect("a folder");
    let rescued = std::fs::read_to_string(store.rescue(elsewhere.path(), &["لم يُرسل".to_owned()]).expect("rescued"))
        .expect("UTF-8");
    assert!((0..20).all(|number| rescued.contains(&format!("name: أ {number:02}"))), "{rescued}");
    assert!(rescued.contains("لم يُرسل"), "{rescued}");
    assert!(store.clone().close().is_err(), "closing must not drop them");

    page_limit.store(u32::MAX - 1, Ordering::Relaxed);
    store.retry();
    store.apply(person("ي بعد")).expect("saved");
    assert_eq!(store.saved(), Saved::Yes);
    let replied: Vec<_> =
        store.replies().into_iter().filter(|reply| reply.result.is_ok()).map(|reply| reply.ticket).collect();
    assert!(replied.ends_with(&sent), "{replied:?}");
    let mut expected: Vec<String> = (0..20).map(|number| format!("أ {number:02}")).collect();
    expected.extend(["ي بعد".to_owned(), "قبل".to_owned()]);
    let mut present = names(&store);
    present.sort();
    expected.sort();
    assert_eq!(present, expected);
    assert!(reserve.exists(), "the reserve was not made again");
    assert!(store.check().expect("looked over").is_sound());
    store.close().expect("closed");
}

#[test]
fn edits_that_were_only_sent_are_on_disk_after_closing() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = open(folder.path());
    for number in 0..30 {
        store.send(person(&format!("شخص {number:02}")));
    }
    store.close().expect("closed");
    assert_eq!(names(&open(folder.path())).len(), 30);
}

#[test]
fn a_clock_that_jumps_by_years_loses_no_edit_and_no_order() {
    let folder = tempfile::tempdir().expect("a folder");
    let clock_ms = Arc::new(AtomicI64::new(1_795_338_000_000));
    let open = || {
        let clock = Arc::clone(&clock_ms);
        let options = Options { clock: Arc::new(move || clock.load(Ordering::Relaxed)), ..Options::default() };
        Store::open_with(folder.path(), Arc::new(|| {}), options).expect("the store opens")
    };
    let mut store = open();
    let made = store.apply(Edit::Add { entity: Entity::Organisation, values: vec![("name", "0".into())] });
    let record: Record = made.expect("saved").record.expect("a record");
    let name =
        |store: &Store| store.read(OrganisationList { containing: String::new() }).expect("readable")[0].name.clone();
    for (number, jump) in
        [10 * YEAR_MS, -20 * YEAR_MS, 0, 30 * YEAR_MS, -25 * YEAR_MS, 5 * YEAR_MS].into_iter().enumerate()
    {
        clock_ms.fetch_add(jump, Ordering::Relaxed);
        let value = (number + 1).to_string();
        let edit = Edit::Set { record, values: vec![("name", value.as_str().into())], session: None, based_on: None };
        store.apply(edit).expect("saved");
        assert_eq!(name(&store), value, "the newest edit does not stand");
        store.close().expect("closed");
        store = open();
    }
    for number in (0..6).rev() {
        store.apply(Edit::Undo).expect("undone");
        assert_eq!(name(&store), number.to_string());
    }
    store.apply(Edit::Redo).expect("redone");
    assert_eq!(name(&store), "1");
    assert!(store.read(UndoState).expect("readable").redo.is_some());
    assert!(store.check().expect("looked over").is_sound());
}

#[test]
fn a_damaged_store_is_brought_back_from_its_newest_backup_and_kept_beside_it() {
    let folder = closed_store();
    let database = folder.path().join(DATABASE);
    let backup = tansiq::store::restore::newest_backup(folder.path()).expect("closing made a backup");
    std::fs::write(&database, vec![7; 8192]).expect("damaged");
    assert!(try_open(folder.path()).is_err());
    tansiq::store::restore::restore(folder.path(), &backup).expect("restored");
    let store = open(folder.path());
    assert_eq!(names(&store), ["أول"]);
    store.apply(person("ثانٍ")).expect("it goes on");
    store.close().expect("closed");
    let is_kept = std::fs::read_dir(folder.path())
        .expect("readable")
        .flatten()
        .any(|entry| entry.file_name().to_string_lossy().starts_with("tansiq.db.damaged-"));
    assert!(is_kept, "the damaged file is kept");
}

#[test]
fn a_broken_backup_replaces_nothing() {
    let folder = closed_store();
    let broken = folder.path().join("broken.db");
    std::fs::write(&broken, vec![7; 8192]).expect("written");
    assert!(tansiq::store::restore::restore(folder.path(), &broken).is_err());
    assert_eq!(names(&open(folder.path())), ["أول"]);
}
