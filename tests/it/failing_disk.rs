//! A disk that refuses to write or to sync, as a dying one or a pulled plug does: what was typed waits, in order, and is
//! saved once the disk answers again.

#![allow(clippy::expect_used, reason = "a test that meets what it did not expect has failed")]

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use tansiq::domain::Entity;
use tansiq::error::ErrorKind;
use tansiq::store::query::PeopleList;
use tansiq::store::{Edit, Saved, Store};

/// Set for the child whose disk fails: the store's folder, and what fails.
const CHILD: &str = "TANSIQ_TEST_DISK_FAILS_IN";
const CONTROL: &str = "TANSIQ_DISK_FAILS";

fn open(folder: &Path) -> Store {
    Store::open(folder, Arc::new(|| {})).expect("the store opens")
}

fn person(name: &str) -> Edit {
    Edit::Add { entity: Entity::Person, values: vec![("name", name.into())] }
}

fn names(store: &Store) -> Vec<String> {
    let people = store.read(PeopleList { containing: String::new() }).expect("readable");
    people.into_iter().map(|row| row.name).collect()
}

/// The disk of `failing_disk.c`, as a library for `LD_PRELOAD`.
pub fn failing_disk(folder: &Path) -> PathBuf {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/failing_disk.c");
    let library = folder.join("failing_disk.so");
    let built = Command::new("gcc").args(["-shared", "-fPIC", "-o"]).arg(&library).arg(source).arg("-ldl").status();
    assert!(built.expect("gcc, which SQLite needs too").success());
    library
}

/// The child: saves, has its disk fail, and recovers.
#[test]
fn saves_on_a_failing_disk() {
    let (Some(folder), Some(control)) = (std::env::var_os(CHILD), std::env::var_os(CONTROL)) else { return };
    let fault = std::env::var("TANSIQ_TEST_FAULT").expect("a fault");
    let expected = if fault.ends_with("28") { ErrorKind::DiskFull } else { ErrorKind::Disk };
    let store = open(Path::new(&folder));
    store.apply(person("قبل")).expect("saved");

    std::fs::write(&control, &fault).expect("written");
    let error = store.apply(person("أثناء ١")).expect_err("the disk fails");
    assert_eq!(error.kind(), &expected, "{error}");
    store.send(person("أثناء ٢"));
    assert!(matches!(store.saved(), Saved::Failed(_)), "{:?}", store.saved());
    assert_eq!(names(&store), ["قبل"], "what is not on disk is not shown as saved");
    assert!(store.clone().close().is_err(), "closing must not drop them");

    std::fs::remove_file(&control).expect("removed");
    store.retry();
    store.apply(person("بعد")).expect("saved");
    assert_eq!(store.saved(), Saved::Yes);
    store.close().expect("closed");
}

#[test]
#[cfg(target_os = "linux")]
fn a_disk_that_fails_to_write_or_to_sync_loses_nothing() {
    let tools = tempfile::tempdir().expect("a folder");
    let library = failing_disk(tools.path());
    // errno: 5 is an input or output error, 28 no space left
    for fault in ["sync 5", "write 5", "write 28"] {
        let folder = tempfile::tempdir().expect("a folder");
        let output = Command::new(std::env::current_exe().expect("this binary"))
            .args(["failing_disk::saves_on_a_failing_disk", "--exact", "--test-threads=1"])
            .env(CHILD, folder.path())
            .env(CONTROL, tools.path().join("control"))
            .env("TANSIQ_TEST_FAULT", fault)
            .env("LD_PRELOAD", &library)
            .output()
            .expect("the child runs");
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success() && said.contains("1 passed"), "{fault}: {said}");
        let store = open(folder.path());
        let mut present = names(&store);
        present.sort();
        assert_eq!(present, ["أثناء ١", "أثناء ٢", "بعد", "قبل"], "{fault}");
        assert!(store.check().expect("looked over").is_sound(), "{fault}");
    }
}
