//! Approved minutes on paper: always the same bytes, whatever becomes of the records; and a file is known by them.

use crate::support::TODAY;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Arc;
use tansiq::calendar::Date;
use tansiq::documents;
use tansiq::domain::{AddendumId, Entity, MeetingId, PaperFormat, Settings};
use tansiq::error::ErrorKind;
use tansiq::jobs::{self, Verified};
use tansiq::store::query::{AllSettings, FrozenMinutes, MeetingList, MeetingPage};
use tansiq::store::{AddendumStep, Edit, Store, sample};
use tansiq::strings::Tr;

/// A sample store, an approved meeting of it and one that is not.
struct Trial {
    folder: tempfile::TempDir,
    store: Store,
    approved: MeetingId,
    draft: MeetingId,
}

impl Trial {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let store = jobs::open_store(folder.path(), Arc::new(|| {})).expect("the store opens");
        sample::demo(&store, Date::from_iso(TODAY).expect("a day")).expect("the sample");
        let rows = store.read(MeetingList::all(String::new())).expect("the meetings").rows;
        let first = |approved: bool| rows.iter().find(|row| row.approved == approved).expect("a meeting").id;
        Self { approved: first(true), draft: first(false), store, folder }
    }

    fn export(&self, meeting: MeetingId, name: &str) -> PathBuf {
        let settings = Settings::from_rows(&self.store.read(AllSettings).expect("the settings"));
        let tr = Tr::new(settings.language, settings.digits);
        let to = self.folder.path().join(name);
        jobs::minutes_file(&self.store, (meeting, PaperFormat::Pdf), &settings, &tr, Some(&to)).expect("exported")
    }

    fn approved_number(&self) -> String {
        self.store.read(MeetingPage { id: self.approved }).expect("there").meeting.minutes_number
    }

    /// Why a file is not shown to be approved minutes; or its number, with a mark where another version wrote it.
    fn verdict(&self, file: &Path) -> Result<String, String> {
        let verified = jobs::verify(&self.store, file).map_err(|error| {
            let ErrorKind::MinutesUnverified(reason) = error.kind() else { panic!("{error:?}") };
            reason.clone()
        });
        verified.map(|verified| match verified {
            Verified::Same(number) => number,
            Verified::OtherVersion(number) => format!("other {number}"),
        })
    }

    fn set(&self, record: tansiq::domain::Record, field: &'static str, value: &str) {
        let values = vec![(field, value.into())];
        self.store.apply(Edit::Set { record, values, session: None, based_on: None }).expect("changed");
    }
}

#[test]
fn approved_minutes_stay_as_they_were_when_names_and_settings_change() {
    let trial = Trial::new();
    let before = std::fs::read(trial.export(trial.approved, "a.pdf")).expect("a file");
    let view = trial.store.read(MeetingPage { id: trial.approved }).expect("there");
    trial.set(view.parties[0].organisation.record(), "name", "أمانة الواحات");
    trial.set(view.meeting.chair.expect("a chair").id.record(), "name", "اسم آخر");
    for (key, value) in [("letterhead", "جهة أخرى"), ("digits", "arabic-indic"), ("language", "en")] {
        trial.store.apply(Edit::Configure { key: key.to_owned(), value: value.to_owned() }).expect("set");
    }
    let after = std::fs::read(trial.export(trial.approved, "b.pdf")).expect("a file");
    assert!(before == after, "approved minutes changed");
    assert_eq!(trial.verdict(&trial.folder.path().join("a.pdf")), Ok(trial.approved_number()));
}

#[test]
fn a_file_is_known_for_what_it_is() {
    let trial = Trial::new();
    let file = trial.export(trial.approved, "approved.pdf");
    assert_eq!(trial.verdict(&file), Ok(trial.approved_number()));
    let pdf = std::fs::read(&file).expect("a file");
    let write = |name: &str, bytes: &[u8]| {
        let path = trial.folder.path().join(name);
        std::fs::write(&path, bytes).expect("written");
        path
    };
    let check = |file: PathBuf, expected: &str| assert_eq!(trial.verdict(&file), Err(expected.to_owned()));
    let mut other = pdf.clone();
    let middle = other.len() / 2;
    other[middle] ^= 1;
    check(write("one_bit.pdf", &other), "verify-altered");
    check(write("longer.pdf", &[pdf.as_slice(), b"\n"].concat()), "verify-altered");
    check(write("text.pdf", "محضر".as_bytes()), "verify-no-pdf");
    check(trial.export(trial.draft, "draft.pdf"), "verify-unmarked");
    let elsewhere = tempfile::tempdir().expect("a folder");
    let store = jobs::open_store(elsewhere.path(), Arc::new(|| {})).expect("the store opens");
    let stranger = jobs::verify(&store, &file).expect_err("another store's");
    assert_eq!(stranger.kind(), &ErrorKind::MinutesUnverified("verify-unknown".to_owned()));
    let reopen = Edit::ReopenMinutes { meeting: trial.approved, reason: "خطأ".to_owned() };
    trial.store.apply(reopen).expect("reopened");
    check(file, "verify-reopened");
}

#[test]
fn a_file_of_another_version_is_told_from_one_that_was_changed() {
    let trial = Trial::new();
    let pdf = std::fs::read(trial.export(trial.approved, "approved.pdf")).expect("a file");
    let write = |name: &str, bytes: &[u8]| {
        let path = trial.folder.path().join(name);
        std::fs::write(&path, bytes).expect("written");
        path
    };
    // What a program that writes in another way makes of what was kept.
    let hash = trial.store.read(MeetingPage { id: trial.approved }).expect("there").meeting.content_hash;
    let kept = trial.store.read(FrozenMinutes { hash: hash.clone() }).expect("read").expect("kept");
    let frozen = documents::thaw(&kept.text).expect("a document");
    let kept_by = documents::writer_of(&frozen);
    assert_eq!(kept_by, Some(documents::pdf::WRITER), "how it was written is part of what is kept");
    let mut document = frozen.into_document(None);
    documents::stamp_as(&mut document, &hash, kept_by, documents::pdf::WRITER + 1);
    let other = write("other.pdf", &documents::pdf::write(&document).expect("a PDF"));
    assert_eq!(trial.verdict(&other), Ok(format!("other {}", trial.approved_number())));
    // Who changes the number of the version in a file of ours, and whatever else, has changed the file.
    let mark = b"tansiq-writer:";
    let places: Vec<usize> =
        (0..pdf.len()).filter(|at| pdf.get(*at..*at + mark.len()).is_some_and(|bytes| bytes == mark)).collect();
    assert!(!places.is_empty(), "the file says how it was written");
    let mut forged = pdf.clone();
    places.iter().for_each(|at| forged[at + mark.len()] = b'9');
    let altered = Err("verify-altered".to_owned());
    assert_eq!(trial.verdict(&write("number.pdf", &forged)), altered);
    let middle = forged.len() / 2;
    forged[middle] ^= 1;
    assert_eq!(trial.verdict(&write("number_and_more.pdf", &forged)), altered);
}

#[test]
fn an_addendum_in_a_file_is_known_as_well() {
    let trial = Trial::new();
    let values = vec![("meeting", trial.approved.into()), ("text", "تعديل موعد التسليم".into())];
    let added = trial.store.apply(Edit::Add { entity: Entity::Addendum, values }).expect("written");
    let addendum = AddendumId(added.record.expect("an addendum").id);
    let settings = Settings::from_rows(&trial.store.read(AllSettings).expect("the settings"));
    let tr = Tr::new(settings.language, settings.digits);
    let export = |name: &str| {
        let to = trial.folder.path().join(name);
        jobs::addendum_pdf(&trial.store, (trial.approved, addendum), &settings, &tr, Some(&to)).expect("exported")
    };
    assert_eq!(trial.verdict(&export("draft.pdf")), Err("verify-unmarked".to_owned()));
    trial.store.apply(Edit::Addendum { addendum, step: AddendumStep::Approve }).expect("approved");
    let file = export("addendum.pdf");
    let number = trial.store.read(MeetingPage { id: trial.approved }).expect("there").addenda[0].number.clone();
    assert_eq!(trial.verdict(&file), Ok(number));
    let mut changed = std::fs::read(&file).expect("a file");
    let middle = changed.len() / 2;
    changed[middle] ^= 1;
    std::fs::write(&file, changed).expect("written");
    assert_eq!(trial.verdict(&file), Err("verify-altered".to_owned()));
}

#[test]
fn approved_minutes_are_drawn_with_the_template_that_they_were_approved_with() {
    let trial = Trial::new();
    let before = std::fs::read(trial.export(trial.approved, "a.pdf")).expect("a file");
    let Trial { folder, store, approved, draft } = trial;
    let content = store.read(MeetingPage { id: approved }).expect("there").meeting.content_hash;
    store.close().expect("closed");
    // As if an older program had approved them, with paper of another colour.
    let sql = rusqlite::Connection::open(folder.path().join("tansiq.db")).expect("the file");
    let text: Vec<u8> =
        sql.query_row("SELECT content FROM frozen WHERE hash = ?1", [&content], |row| row.get(0)).expect("the content");
    let text = String::from_utf8(text).expect("text");
    let template = tansiq::documents::pdf::TEMPLATE;
    let older = template.replace("#161616", "#303030");
    assert_ne!(older, template);
    let named = |bytes: &str| tansiq::store::content_hash(bytes.as_bytes());
    let older_text = text.replace(&named(template), &named(&older));
    assert_ne!(older_text, text, "the content names its template");
    let hash = named(&older_text);
    sql.execute_batch("DROP TRIGGER frozen_never_changes; PRAGMA foreign_keys = OFF;").expect("open");
    for kept in [&older, &older_text] {
        sql.execute("INSERT INTO frozen (hash, content) VALUES (?1, ?2)", (named(kept), kept.as_bytes()))
            .expect("kept");
    }
    sql.execute("UPDATE meeting SET content_hash = ?2 WHERE id = ?1", (approved.0, &hash)).expect("named");
    drop(sql);
    let store = jobs::open_store(folder.path(), Arc::new(|| {})).expect("the store opens");
    let trial = Trial { folder, store, approved, draft };
    let file = trial.export(trial.approved, "b.pdf");
    assert_ne!(std::fs::read(&file).expect("a file"), before, "drawn with its own template");
    assert_eq!(trial.verdict(&file), Ok(trial.approved_number()), "and known to the byte");
}

#[test]
fn a_store_tampered_with_exports_no_approved_minutes_and_verifies_none() {
    let trial = Trial::new();
    let file = trial.export(trial.approved, "approved.pdf");
    let Trial { folder, store, approved, draft } = trial;
    store.close().expect("closed");
    let sql = rusqlite::Connection::open(folder.path().join("tansiq.db")).expect("the file");
    sql.execute_batch(
        "DROP TRIGGER frozen_never_changes;
         UPDATE frozen SET content = CAST(replace(CAST(content AS TEXT), 'محضر', 'مخضر') AS BLOB);",
    )
    .expect("tampered");
    drop(sql);
    let store = jobs::open_store(folder.path(), Arc::new(|| {})).expect("the store opens");
    let trial = Trial { folder, store, approved, draft };
    assert_eq!(trial.verdict(&file), Err("verify-store-altered".to_owned()));
    let settings = Settings::default();
    let tr = Tr::new(settings.language, settings.digits);
    let refused = jobs::minutes_file(&trial.store, (approved, PaperFormat::Pdf), &settings, &tr, Some(&file))
        .expect_err("altered");
    assert_eq!(refused.kind(), &ErrorKind::MinutesAltered(trial.approved_number()));
    let faults = trial.store.check().expect("looked over").faults;
    assert!(faults.iter().any(|fault| fault.starts_with("minutes: ")), "{faults:?}");
}

#[test]
fn what_looking_over_finds_is_told_in_peoples_words_and_the_rest_is_for_support() {
    let check = |damage: &str, arabic: &str, english: &str| {
        let trial = Trial::new();
        let number = trial.approved_number();
        let Trial { folder, store, approved, .. } = trial;
        store.close().expect("closed");
        let sql = rusqlite::Connection::open(folder.path().join("tansiq.db")).expect("the file");
        sql.execute_batch("DROP TRIGGER frozen_never_changes; DROP TRIGGER frozen_never_goes;").expect("open");
        sql.execute_batch(&damage.replace("?1", &approved.0.to_string())).expect("tampered");
        drop(sql);
        for (language, expected) in [("ar", arabic), ("en", english)] {
            let mut command = Command::new(env!("CARGO_BIN_EXE_tansiq"));
            command.args(["check", "--language", language, "--data"]).arg(folder.path());
            let said = command.output().expect("it runs");
            let told = String::from_utf8_lossy(&said.stdout).into_owned();
            assert_eq!(said.status.code(), Some(1), "{told}");
            assert!(crate::support::plain(&told).contains(&expected.replace("{number}", &number)), "{told}");
            let is_hash = |word: &str| word.len() > 30 && word.chars().all(|letter| letter.is_ascii_hexdigit());
            let technical = |text: &str| text.contains("minutes: ") || text.split_whitespace().any(is_hash);
            assert!(!technical(&told), "{told}");
            let details = String::from_utf8_lossy(&said.stderr).into_owned();
            assert!(technical(&details), "{details}");
        }
    };
    check(
        "UPDATE frozen SET content = CAST('غيره' AS BLOB) WHERE hash = (SELECT content_hash FROM meeting WHERE id = ?1)",
        "نص المحضر المعتمد {number} المحفوظ عند اعتماده غُيّر خارج البرنامج",
        "What was kept of approved minutes {number} when they were approved was changed outside the program",
    );
    check(
        "DELETE FROM frozen WHERE hash = (SELECT content_hash FROM meeting WHERE id = ?1)",
        "نص المحضر المعتمد {number} المحفوظ عند اعتماده حُذف",
        "What was kept of approved minutes {number} when they were approved was removed",
    );
    check(
        "UPDATE meeting SET approved_on = '2020-01-01' WHERE id = ?1",
        "بيانات اعتماد المحضر {number} غُيّرت",
        "The approval of minutes {number} was changed",
    );
    // The template that draws them is kept as their pictures are.
    check(
        "UPDATE frozen SET content = CAST('#set page()' AS BLOB) WHERE CAST(content AS TEXT) LIKE '%#set page%'",
        "نص المحضر المعتمد",
        "What was kept of approved minutes",
    );
}

#[test]
fn the_command_line_says_it_in_a_sentence_and_by_its_exit_code() {
    let trial = Trial::new();
    let file = trial.export(trial.approved, "approved.pdf");
    let draft = trial.export(trial.draft, "draft.pdf");
    let number = trial.approved_number();
    let Trial { folder, store, .. } = trial;
    store.close().expect("closed");
    let verify = |file: &Path| -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tansiq"));
        command.arg("verify").arg(file).arg("--data").arg(folder.path());
        command.env("LANG", "C.UTF-8").env_remove("LC_ALL").env_remove("LC_MESSAGES").output().expect("it runs")
    };
    let said = verify(&file);
    let words = String::from_utf8_lossy(&said.stdout).into_owned();
    assert!(said.status.success() && words.contains("matches approved minutes") && words.contains(&number), "{words}");
    let mut forged = std::fs::read(&file).expect("a file");
    let mark = b"tansiq-writer:";
    let at = forged.windows(mark.len()).position(|bytes| bytes == mark).expect("the number of the version");
    forged[at + mark.len()] = b'7';
    let changed = folder.path().join("changed.pdf");
    std::fs::write(&changed, forged).expect("written");
    let said = verify(&changed);
    let words = String::from_utf8_lossy(&said.stderr).into_owned();
    assert_eq!(said.status.code(), Some(1));
    assert!(words.contains("the file was changed after it was exported"), "{words}");
    let said = verify(&draft);
    assert_eq!(said.status.code(), Some(1));
    let words = String::from_utf8_lossy(&said.stderr).into_owned();
    assert!(words.contains("carries no mark of approved minutes"), "{words}");
    assert_eq!(verify(&folder.path().join("none.pdf")).status.code(), Some(1));
}

#[test]
fn a_file_is_verified_while_the_program_has_the_store_open_and_goes_on_writing() {
    let trial = Trial::new();
    let file = trial.export(trial.approved, "approved.pdf");
    let number = trial.approved_number();
    let verify = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tansiq"));
        command.arg("verify").arg(&file).arg("--data").arg(trial.folder.path()).args(["--language", "en"]);
        let said = command.output().expect("it runs");
        (said.status.code(), String::from_utf8_lossy(&said.stdout).into_owned())
    };
    let check = |expected: i32, words: &str| {
        let (code, said) = verify();
        assert_eq!(code, Some(expected), "{said}");
        assert!(said.contains(words), "{said}");
    };
    check(0, &number);
    // What is typed meanwhile is neither held up nor lost.
    trial.set(trial.draft.record(), "purpose", "أثناء التحقق");
    check(0, &number);
    // It reads what the program has written a moment ago.
    let reopen = Edit::ReopenMinutes { meeting: trial.approved, reason: "خطأ".to_owned() };
    trial.store.apply(reopen).expect("reopened");
    check(1, "");
    let Trial { folder, store, draft, .. } = trial;
    store.close().expect("closed");
    let store = jobs::open_store(folder.path(), Arc::new(|| {})).expect("the store opens again");
    let kept = store.read(MeetingPage { id: draft }).expect("there").meeting.purpose;
    assert_eq!(kept, "أثناء التحقق");
}

#[test]
fn every_approved_meeting_of_the_sample_has_its_content() {
    let trial = Trial::new();
    let report = trial.store.check().expect("looked over");
    assert_eq!((report.faults, report.unkept_minutes), (Vec::new(), 0));
    assert!(Entity::Meeting.field("content_hash").is_some_and(|field| field.is_kept), "no form shows it");
}
