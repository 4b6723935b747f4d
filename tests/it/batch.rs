//! The papers of many meetings at once: through the window, by the job, by child processes of the program, and when one of
//! them is killed.

use crate::support::{self, TODAY, Window};
use eframe::egui::{Key, Modifiers, Role};
use egui_kittest::kittest::Queryable;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex};
use tansiq::app::{Finished, Task};
use tansiq::calendar::Date;
use tansiq::domain::{Confidentiality, Entity, MeetingId, PaperFormat, Settings, TemplateKind};
use tansiq::error::ErrorKind;
use tansiq::jobs::{self, BatchAsked, BatchDone, BatchWatch};
use tansiq::screens::Choice;
use tansiq::store::{Edit, Store, sample};
use tansiq::strings::{Language, Tr};

fn program() -> PathBuf {
    PathBuf::from(env!("CARGO_BIN_EXE_tansiq"))
}

/// A store with so many meetings.
fn store(folder: &Path, meetings: u32) -> Store {
    let store = Store::open(folder, Arc::new(|| ())).expect("a store");
    sample::generate_records(&store, meetings, None, 1, Date::from_iso(TODAY).expect("a day")).expect("meetings");
    store
}

fn asked(meetings: i64, papers: &[TemplateKind], folder: PathBuf) -> BatchAsked {
    BatchAsked {
        records: (1..=meetings).map(|id| MeetingId(id).record()).collect(),
        papers: papers.to_vec(),
        format: PaperFormat::Pdf,
        folder,
        language: None,
        told_in: None,
        program: Some(program()),
    }
}

fn write(store: &Store, asked: &BatchAsked, watch: &BatchWatch) -> tansiq::error::Result<BatchDone> {
    let tr = Tr::new(Language::Arabic, Default::default());
    jobs::write_batch(store, asked, watch, (&Settings::default(), &tr), support::NOW)
}

fn files(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("a folder");
    entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect()
}

/// Every file is a whole PDF.
fn are_whole(folder: &Path) -> bool {
    files(folder).iter().all(|name| {
        let bytes = std::fs::read(folder.join(name)).expect("readable");
        name.ends_with(".pdf") && bytes.starts_with(b"%PDF-") && bytes.trim_ascii_end().ends_with(b"%%EOF")
    })
}

#[test]
fn a_few_papers_are_written_here_and_what_may_not_be_told_or_has_not_been_is_named() {
    let place = tempfile::tempdir().expect("a folder");
    let store = Store::open(&place.path().join("store"), Arc::new(|| ())).expect("a store");
    support::sample(&store);
    let value = Confidentiality::Confidential.into();
    let record = MeetingId(1).record();
    let edit = Edit::Set { record, values: vec![("confidentiality", value)], session: None, based_on: None };
    store.apply(edit).expect("a secret");
    let out = place.path().join("papers");
    let asked = asked(2, &[TemplateKind::SigningSheet, TemplateKind::PressItem], out.clone());
    let done = write(&store, &asked, &BatchWatch::default()).expect("written");
    assert_eq!((done.written, done.refused.len(), done.is_cancelled), (2, 2, false), "{done:?}");
    assert!(done.refused[0].0.contains("الخبر الصحفي") && done.refused[0].1.contains("سري"), "{done:?}");
    assert!(done.refused[1].0.contains("الخبر الصحفي") && done.refused[1].1.contains("لم يُعقد"), "{done:?}");
    assert_eq!(files(&out).len(), 2, "{:?}", files(&out));
    assert!(are_whole(&out));
    // Whoever asks in English hears it in English, whatever language the papers are in.
    let asked = BatchAsked { told_in: Some(Language::English), ..asked };
    let done = write(&store, &asked, &BatchWatch::default()).expect("written");
    let (name, why) = &done.refused[1];
    assert!(name.starts_with("Press item") && why.is_ascii(), "{name}: {why}");
}

#[test]
fn many_papers_are_written_by_a_process_of_their_own() {
    let place = tempfile::tempdir().expect("a folder");
    let store = store(&place.path().join("store"), 8);
    let out = place.path().join("papers");
    let watch = BatchWatch::default();
    let done = write(&store, &asked(8, &[TemplateKind::SigningSheet], out.clone()), &watch).expect("written");
    assert_eq!((done.written, watch.progress()), (8, (8, 8)), "{done:?}");
    assert_eq!(files(&out).len(), 8);
    assert!(are_whole(&out));
}

#[cfg(unix)]
#[test]
fn a_process_that_is_killed_is_told_and_what_it_wrote_is_whole() {
    let place = tempfile::tempdir().expect("a folder");
    let store = store(&place.path().join("store"), 40);
    let out = place.path().join("papers");
    let (told, hears) = channel();
    let told = Mutex::new(told);
    let watch = BatchWatch::new(Arc::new(move || told.lock().expect("alone").send(()).unwrap_or_default()));
    let killer = watch.clone();
    let kill = std::thread::Builder::new().spawn(move || {
        hears.recv().expect("a first paper");
        let process = killer.process().expect("a process").to_string();
        assert!(Command::new("kill").args(["-9", &process]).status().expect("kill").success());
    });
    let failed = write(&store, &asked(40, &[TemplateKind::Minutes], out.clone()), &watch).expect_err("it was killed");
    kill.expect("a thread").join().expect("it killed");
    let ErrorKind::BatchBroken(count) = failed.kind() else { panic!("{failed:?}") };
    assert_eq!(count.parse::<usize>().expect("a number"), files(&out).len(), "{:?}", files(&out));
    assert!(are_whole(&out), "nothing half is left: {:?}", files(&out));
    // The program goes on: the same again writes the rest.
    let again = write(&store, &asked(8, &[TemplateKind::SigningSheet], out), &BatchWatch::default());
    assert_eq!(again.expect("written").written, 8);
}

#[test]
fn a_batch_that_is_called_off_ends_at_once_and_keeps_what_is_there() {
    let place = tempfile::tempdir().expect("a folder");
    let store = store(&place.path().join("store"), 40);
    let out = place.path().join("papers");
    let (told, hears) = channel();
    let told = Mutex::new(told);
    let watch = BatchWatch::new(Arc::new(move || told.lock().expect("alone").send(()).unwrap_or_default()));
    let canceller = watch.clone();
    let cancel = std::thread::Builder::new().spawn(move || {
        hears.recv().expect("a first paper");
        canceller.cancel();
    });
    let done = write(&store, &asked(40, &[TemplateKind::Minutes], out.clone()), &watch).expect("called off");
    cancel.expect("a thread").join().expect("it called off");
    assert!(done.is_cancelled && done.written < 40, "{done:?}");
    assert!(are_whole(&out));
}

#[test]
fn the_command_line_writes_the_papers_of_all_meetings() {
    let place = tempfile::tempdir().expect("a folder");
    let folder = place.path().join("store");
    store(&folder, 8).close().expect("closed");
    let out = place.path().join("papers");
    let mut command = Command::new(program());
    command.args(["--language", "en", "export", "batch", "--all", "--of", "attendance-sheet", "--format", "docx"]);
    let output = command.arg("--data").arg(&folder).arg("--out").arg(&out).output().expect("it runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(String::from_utf8_lossy(&output.stdout).contains("8 papers were written"));
    assert!(files(&out).len() == 8 && files(&out).iter().all(|name| name.ends_with(".docx")), "{:?}", files(&out));
    let output = Command::new(program()).args(["export", "batch", "--out", "x"]).output().expect("it runs");
    assert_eq!(output.status.code(), Some(2), "nothing was said of which meetings");
}

#[test]
fn the_command_line_writes_the_profiles_and_records_of_those_that_are_named() {
    let place = tempfile::tempdir().expect("a folder");
    let folder = place.path().join("store");
    let store = Store::open(&folder, Arc::new(|| ())).expect("a store");
    sample::demo(&store, Date::from_iso(TODAY).expect("a day")).expect("records");
    store.close().expect("closed");
    let write = |arguments: &[&str]| {
        let out = tempfile::tempdir().expect("a folder");
        let mut command = Command::new(program());
        command.args(["--language", "en", "export", "batch", "--format", "docx"]).args(arguments);
        let output = command.arg("--data").arg(&folder).arg("--out").arg(out.path()).output().expect("it runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        files(out.path())
    };
    let named = ["--body", "جمعية بصمة خضراء البيئية", "--body", "جمعية إعمار المساكن", "--partnership", "ش-1447-001"];
    assert_eq!(write(&named).len(), 3, "a profile each, and the partnership's record");
    // Twelve bodies are more than this process writes by itself.
    let all = write(&["--all", "--of", "profile"]);
    assert_eq!(all.len(), 12, "{all:?}");
    assert_eq!(write(&["--all", "--of", "partnership"]).len(), 3);
}

#[test]
fn the_profiles_of_selected_bodies_are_asked_for_in_the_register() {
    let mut window = support::app(Language::Arabic);
    window.press_ctrl(Key::Num7);
    select_all(&mut window);
    window.click("الأوراق…");
    let bodies = window.rows().len();
    assert!(window.shows(&format!("ملفات {bodies} جهات")), "{bodies}");
    window.press_ctrl(Key::Enter);
    window.give_path(Choice::BatchFolder, &support::some_path());
    let Some(Task::Batch(asked, _)) = window.tasks().pop() else { panic!("no batch: {:?}", window.tasks()) };
    assert_eq!((asked.papers.as_slice(), asked.count()), ([TemplateKind::Profile].as_slice(), bodies));
    assert!(asked.records.iter().all(|record| record.entity == Entity::Organisation));
}

/// Selects every row.
fn select_all(window: &mut Window) {
    let row = window.rows().into_iter().next().expect("a row");
    window.get_by_role_and_label(Role::Row, &row).focus();
    window.settle();
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.settle();
}

#[test]
fn the_papers_of_selected_meetings_are_asked_for_in_the_register() {
    let mut window = support::app(Language::Arabic);
    select_all(&mut window);
    window.click("الأوراق…");
    assert!(window.shows("أوراق اجتماعين"));
    window.click_role(Role::CheckBox, "كشف الحضور والتوقيع");
    window.click("إخراج 4 أوراق…");
    window.give_path(Choice::BatchFolder, &support::some_path());
    let Some(Task::Batch(asked, watch)) = window.tasks().pop() else { panic!("no batch: {:?}", window.tasks()) };
    assert_eq!(asked.papers, [TemplateKind::Minutes, TemplateKind::SigningSheet]);
    assert_eq!((asked.records.len(), asked.folder.clone()), (2, support::some_path()));
    assert!(asked.program.is_some());
    assert!(window.shows("تُكتب الأوراق: 0 من 4"), "how far it is stands above the screen");
    window.click("إيقاف");
    assert!(watch.is_cancelled());
    let done =
        BatchDone { written: 1, refused: vec![("المحضر".into(), "السبب".into())], is_cancelled: true };
    window.finish(Finished::BatchEnded(support::some_path(), Ok(done)));
    assert!(window.shows("أُوقف الإخراج بعد ورقة واحدة") && window.shows("السبب"));
}

/// Pictures to be looked at, where a folder is asked for.
#[test]
fn pictures_of_a_batch_can_be_taken() {
    let Some(folder) = std::env::var_os("TANSIQ_PICTURES").map(PathBuf::from) else { return };
    for (name, language) in [("ar", Language::Arabic), ("en", Language::English)] {
        let setup = support::Setup { language, size: [1024.0, 680.0], has_pictures: true, ..support::Setup::default() };
        let mut window = support::open(&setup, support::sample);
        select_all(&mut window);
        window.picture(&folder.join(format!("batch-bar-{name}.png")));
        let words = Tr::new(language, Default::default());
        window.click(&words.text("batch-papers", &[]));
        window.picture(&folder.join(format!("batch-form-{name}.png")));
        window.click(&words.text("batch-start", &[("count", 2_i64.into())]));
        window.give_path(Choice::BatchFolder, &support::some_path());
        window.picture(&folder.join(format!("batch-running-{name}.png")));
    }
}
