//! Files kept with records: what is taken in and what is refused, what stays and what is cleared away, what a backup brings
//! back.

use super::*;
use crate::domain::{Confidentiality, DocumentId, DocumentKind};
use crate::error::Result;
use crate::store::files::{self, FOLDER, Kept};
use crate::store::query::{Documents, Search};
use crate::store::{FileState, LARGEST_FILE_BYTES, restore};
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

impl Tried {
    /// Takes a file in for a record, as the thread does.
    pub(super) fn attach(&self, subject: Record, file: &Path) -> Result<DocumentId> {
        let kept = self.keep(file)?;
        let applied = self.store.apply(files::document(subject, &kept, None, EditSession::new()))?;
        Ok(DocumentId(applied.record.unwrap().id))
    }

    fn keep(&self, file: &Path) -> Result<Kept> {
        Ok(self.store.inner.files.keep(file, |_| true)?.expect("nobody calls it off"))
    }

    /// A file of these words, kept and with no record yet.
    pub(super) fn kept(&self, content: &str) -> Kept {
        self.keep(&self.file("ملف.txt", content.as_bytes())).unwrap()
    }

    /// A file of a person's, outside of the store.
    pub(super) fn file(&self, name: &str, content: &[u8]) -> PathBuf {
        let folder = self.folder.path().join("desk");
        std::fs::create_dir_all(&folder).unwrap();
        let path = folder.join(name);
        std::fs::write(&path, content).unwrap();
        path
    }

    fn subject(&self) -> Record {
        self.apply(Edit::Add { entity: Entity::Organisation, values: vec![("name", "جمعية بيئة".into())] })
            .record
            .unwrap()
    }

    fn files_of(&self, subject: Record) -> Vec<query::DocumentRow> {
        self.store.read(Documents { subject }).unwrap()
    }
}

/// No file at all.
const NOTHING: [PathBuf; 0] = [];

/// All files below a folder of files, half copies too.
fn kept_below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder.join(FOLDER)).into_iter().flatten() {
        let files = std::fs::read_dir(entry.unwrap().path()).unwrap();
        found.extend(files.map(|file| file.unwrap().path()));
    }
    found.sort();
    found
}

/// Where the file of a fingerprint stands below a store's folder.
fn below(folder: &Path, hash: &str) -> PathBuf {
    let group: String = hash.chars().take(2).collect();
    folder.join(FOLDER).join(group).join(hash)
}

fn place(tried: &Tried, hash: &str) -> PathBuf {
    below(tried.folder.path(), hash)
}

/// Makes a file look as old as that.
fn age(file: &Path, days: u64) {
    let then = moment() - Duration::from_secs(days * 24 * 60 * 60);
    std::fs::File::options().write(true).open(file).unwrap().set_modified(then).unwrap();
}

/// The moment of the tests' clock.
fn moment() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_millis(NOON_MS.unsigned_abs())
}

#[test]
fn a_file_is_kept_once_under_its_fingerprint_whatever_it_is_called() {
    let tried = Tried::new();
    let (one, other) = (tried.subject(), tried.subject());
    let letter = tried.file("خطاب الأمانة.pdf", b"%PDF words");
    tried.attach(one, &letter).unwrap();
    tried.attach(other, &tried.file("copy of it.bin", b"%PDF words")).unwrap();
    let kept = kept_below(tried.folder.path());
    let name = blake3::hash(b"%PDF words").to_hex().to_string();
    assert_eq!(kept, [place(&tried, &name)]);
    assert_eq!(std::fs::read(&kept[0]).unwrap(), b"%PDF words");
    let rows = tried.files_of(one);
    assert_eq!((rows.len(), rows[0].name.as_str(), rows[0].file_name.as_str()), (1, "خطاب الأمانة", "خطاب الأمانة.pdf"));
    assert_eq!((rows[0].kind, rows[0].bytes, rows[0].state), (Some(DocumentKind::Letter), 10, FileState::Here));
    assert_eq!(tried.files_of(other)[0].kind, Some(DocumentKind::Other));
    assert!(letter.exists(), "the person's own file stays where it was");
    let again = tried.attach(one, &letter).unwrap_err();
    assert_eq!(again.kind(), &ErrorKind::FileAttached("خطاب الأمانة".to_owned()));
}

#[test]
fn what_can_not_be_kept_is_refused_with_its_name_and_leaves_nothing() {
    let tried = Tried::new();
    let refused = |file: &Path| tried.keep(file).unwrap_err().kind().clone();
    let named = |name: &str| name.to_owned();
    assert_eq!(refused(&tried.file("فارغ.txt", b"")), ErrorKind::FileEmpty(named("فارغ.txt")));
    assert_eq!(refused(&tried.folder.path().join("desk")), ErrorKind::FileIsFolder(named("desk")));
    assert_eq!(refused(&tried.folder.path().join("desk/لا أحد")), ErrorKind::FileGone(named("لا أحد")));
    assert!(matches!(refused(Path::new("/dev/zero")), ErrorKind::FileUnreadable(_)));
    let large = tried.file("كبير.mp4", b"");
    let grow = |bytes| std::fs::File::options().write(true).open(&large).unwrap().set_len(bytes).unwrap();
    grow(LARGEST_FILE_BYTES + 1);
    assert_eq!(refused(&large), ErrorKind::FileTooLarge(named("كبير.mp4")));
    let file = tried.file("ملف.bin", &vec![7; 600 * 1024]);
    let room = &tried.store.inner.files;
    let changing = |change: &dyn Fn()| {
        let kept = room.keep(&file, |done| {
            if done < 300 * 1024 {
                change();
            }
            true
        });
        kept.unwrap_err().kind().clone()
    };
    let append = || std::fs::write(&file, vec![8; 900 * 1024]).unwrap();
    assert_eq!(changing(&append), ErrorKind::FileChanging(named("ملف.bin")));
    let cut = || std::fs::File::options().write(true).open(&file).unwrap().set_len(300 * 1024).unwrap();
    assert_eq!(changing(&cut), ErrorKind::FileChanging(named("ملف.bin")));
    assert_eq!(room.keep(&file, |_| false), Ok(None), "called off");
    assert_eq!(kept_below(tried.folder.path()), NOTHING);
}

#[test]
fn a_file_never_takes_the_last_room_of_a_disk() {
    let folder = tempfile::tempdir().unwrap();
    let room = Arc::new(std::sync::atomic::AtomicU64::new(20 * 1024 * 1024));
    let options = Options { room: Arc::clone(&room), ..Options::default() };
    let store = Store::open_with(folder.path(), Arc::new(|| {}), options).unwrap();
    let file = folder.path().join("ملف.bin");
    std::fs::write(&file, vec![7; 1000]).unwrap();
    let keep = || store.inner.files.keep(&file, |_| true);
    assert_eq!(keep().unwrap_err().kind(), &ErrorKind::NoRoom("ملف.bin".to_owned()));
    assert_eq!(kept_below(folder.path()), NOTHING);
    room.store(1024 * 1024 * 1024, Ordering::Relaxed);
    assert_eq!(keep().unwrap().unwrap().bytes, 1000);
}

#[test]
fn a_missing_or_altered_file_is_seen_in_its_row_and_by_the_look_over() {
    let tried = Tried::new();
    let subject = tried.subject();
    let file = tried.file("خطاب.txt", b"words");
    let id = tried.attach(subject, &file).unwrap();
    let kept = kept_below(tried.folder.path()).remove(0);
    let state = || tried.files_of(subject)[0].state;
    let check = |part: &str| {
        let report = tried.store.check().unwrap();
        assert!(
            matches!(report.faults.as_slice(), [fault] if fault.starts_with("attachment:") && fault.contains(part)),
            "{:?}",
            report.faults
        );
    };
    let copy = tried.folder.path().join("out.txt");
    assert!(tried.store.check().unwrap().is_sound());
    // As long as it was, so that only its bytes tell.
    std::fs::write(&kept, b"sword").unwrap();
    assert_eq!(state(), FileState::Here);
    let refused = tried.store.copy_out(id, &copy).unwrap_err();
    assert_eq!(refused.kind(), &ErrorKind::FileAltered("خطاب.txt".to_owned()));
    assert!(!copy.exists(), "altered bytes are not handed out");
    assert_eq!(state(), FileState::Altered);
    check("is not what was kept");
    std::fs::remove_file(&kept).unwrap();
    assert_eq!(state(), FileState::Missing);
    assert_eq!(tried.store.copy_out(id, &copy).unwrap_err().kind(), &ErrorKind::FileMissing("خطاب.txt".to_owned()));
    check("is missing");
    // The same file, attached anywhere, makes it good.
    tried.attach(tried.subject(), &file).unwrap();
    assert_eq!(state(), FileState::Here);
    tried.store.copy_out(id, &copy).unwrap();
    assert_eq!(std::fs::read(&copy).unwrap(), b"words");
}

#[test]
fn attaching_is_undone_redone_and_restored_from_the_bin_with_its_bytes() {
    let tried = Tried::new();
    let subject = tried.subject();
    let before = tried.content();
    let id = tried.attach(subject, &tried.file("خطاب.txt", b"words")).unwrap();
    let attached = tried.content();
    assert_eq!(tried.apply(Edit::Undo).label_key, "edit-add-document");
    assert_eq!(tried.content(), before);
    let tried = tried.reopen();
    tried.apply(Edit::Redo);
    assert_eq!(tried.content(), attached);
    assert_eq!(tried.files_of(subject)[0].state, FileState::Here);
    tried.apply(Edit::Remove(subject));
    assert_eq!(tried.files_of(subject).len(), 0, "its files go with a record");
    tried.apply(Edit::Restore(subject));
    assert_eq!(tried.files_of(subject)[0].id, id);
    let gone = Record { entity: Entity::Organisation, id: subject.id + 1 };
    let file = tried.file("خطاب.txt", b"words");
    assert_eq!(tried.attach(gone, &file).unwrap_err().kind(), &ErrorKind::NotFound);
}

#[test]
fn only_files_that_nothing_can_ask_for_are_cleared_away() {
    let tried = Tried::new();
    let subject = tried.subject();
    let file = |name: &str| tried.file(name, name.as_bytes());
    let own_folder = tried.folder.path().to_owned();
    let place = |kept: &Kept| below(&own_folder, &kept.hash);
    // In use, in the bin, undone: each has its record.
    let mut stay = Vec::new();
    for name in ["in use", "in the bin", "undone"] {
        let kept = tried.keep(&file(name)).unwrap();
        let made = tried.apply(files::document(subject, &kept, None, EditSession::new())).record.unwrap();
        match name {
            "in the bin" => _ = tried.apply(Edit::Remove(made)),
            "undone" => _ = tried.apply(Edit::Undo),
            _ => {}
        }
        age(&place(&kept), 400);
        stay.push(place(&kept));
    }
    let young = tried.keep(&file("young")).unwrap();
    let old = tried.keep(&file("old")).unwrap();
    let of_backup = tried.keep(&file("of a backup")).unwrap();
    for kept in [&old, &of_backup] {
        age(&place(kept), 400);
    }
    // A backup of a store that was put aside still names one.
    let backups = tried.folder.path().join("backups");
    std::fs::create_dir_all(&backups).unwrap();
    let other = tempfile::tempdir().unwrap();
    let elsewhere = Store::open(other.path(), Arc::new(|| {})).unwrap();
    let made = elsewhere.apply(Edit::Add { entity: Entity::Person, values: vec![("name", "سالم".into())] }).unwrap();
    elsewhere.apply(files::document(made.record.unwrap(), &of_backup, None, EditSession::new())).unwrap();
    elsewhere.close().unwrap();
    std::fs::copy(other.path().join(folder::DATABASE), backups.join("before-migration-from-2.db")).unwrap();
    let broken = backups.join("tansiq-20200101-000000.db");
    std::fs::write(&broken, b"no database").unwrap();
    age(&place(&young), 3);

    let tried = tried.reopen();
    assert!(place_exists(&tried, &old), "while a database can't be read, everything stays");
    // The closing backup has thinned nothing: the broken one is the only one of its year.
    std::fs::remove_file(&broken).unwrap_or_default();
    tried.apply(Edit::Configure { key: "digits".to_owned(), value: "latin".to_owned() });
    let tried = tried.reopen();
    assert!(!place_exists(&tried, &old), "nothing refers to it");
    assert!(place_exists(&tried, &young) && place_exists(&tried, &of_backup));
    assert!(stay.iter().all(|path| path.exists()));
}

fn place_exists(tried: &Tried, kept: &Kept) -> bool {
    place(tried, &kept.hash).exists()
}

#[test]
fn a_backup_elsewhere_has_its_files_and_gives_them_back() {
    let second = tempfile::tempdir().unwrap();
    let tried = Tried::new();
    let subject = tried.subject();
    tried.attach(subject, &tried.file("خطاب.txt", b"words")).unwrap();
    let value = second.path().to_str().unwrap().to_owned();
    tried.apply(Edit::Configure { key: "backup_folder".to_owned(), value });
    let own = kept_below(tried.folder.path());
    let tried = tried.reopen();
    assert_eq!(kept_below(second.path()).len(), 1);
    // By hand, to any place: a whole store.
    let by_hand = tempfile::tempdir().unwrap();
    tried.store.backup(&by_hand.path().join(folder::DATABASE)).unwrap();
    let opened = Store::open(by_hand.path(), Arc::new(|| {})).unwrap();
    assert_eq!(opened.read(Documents { subject }).unwrap()[0].state, FileState::Here);
    assert!(opened.check().unwrap().is_sound());
    // Database and files are lost; the second place has both.
    let Tried { store, folder, clock_ms } = tried;
    store.close().unwrap();
    std::fs::remove_dir_all(folder.path().join(FOLDER)).unwrap();
    let backup = std::fs::read_dir(second.path()).unwrap().map(|entry| entry.unwrap().path());
    let backup = backup.into_iter().find(|path| path.extension().is_some_and(|ending| ending == "db")).unwrap();
    restore::restore(folder.path(), &backup).unwrap();
    let tried = Tried::open(folder, clock_ms);
    assert_eq!(kept_below(tried.folder.path()), own);
    assert!(tried.store.check().unwrap().is_sound());
    assert_eq!(std::fs::read(&own[0]).unwrap(), b"words");
}

#[test]
fn a_file_is_found_by_its_title_and_its_name_and_leads_to_its_record() {
    let tried = Tried::new();
    let subject = tried.subject();
    let id = tried.attach(subject, &tried.file("scan_0042-ترخيص.pdf", b"words")).unwrap();
    tried.apply(set(id.record(), vec![("name", "شهادة الجمعية البيئية".into())]));
    let check = |text: &str| {
        let hits = tried.store.read(Search::new(text, 10)).unwrap().hits;
        let hit = hits.iter().find(|hit| hit.record == id.record()).unwrap_or_else(|| panic!("«{text}» finds nothing"));
        assert_eq!((hit.page, hit.kind_key), (subject, "hit-document"));
    };
    check("شهادة");
    check("0042");
    check("ترخيص");
}

#[test]
fn who_may_read_a_meeting_may_read_its_files() {
    let tried = Tried::new();
    let (meeting, ..) = tried.meeting();
    tried.apply(set(meeting.record(), vec![("confidentiality", Confidentiality::Restricted.into())]));
    tried.attach(meeting.record(), &tried.file("خطاب.txt", b"words")).unwrap();
    assert_eq!(tried.files_of(meeting.record())[0].confidentiality, Some(Confidentiality::Restricted));
    tried.attach(tried.subject(), &tried.file("آخر.txt", b"other words")).unwrap();
    let levels = "SELECT count(*) FROM document WHERE confidentiality = 'internal'";
    assert_eq!(tried.count(levels), 1);
}

#[test]
fn the_thread_takes_files_in_one_after_the_other_and_tells_how_far_it_is() {
    let (send, woken) = std::sync::mpsc::channel();
    let send = Mutex::new(send);
    let folder = tempfile::tempdir().unwrap();
    let waker = Arc::new(move || send.lock().unwrap().send(()).unwrap_or_default());
    let store = Store::open(folder.path(), waker).unwrap();
    let made = store.apply(Edit::Add { entity: Entity::Person, values: vec![("name", "سالم".into())] }).unwrap();
    let subject = made.record.unwrap();
    let file = folder.path().join("ملف.bin");
    std::fs::write(&file, vec![7; 2 * 1024 * 1024]).unwrap();
    store.attach(subject, file);
    let gone = store.attach(subject, folder.path().join("لا أحد.pdf"));
    while store.is_attaching() {
        woken.recv_timeout(Duration::from_secs(20)).expect("it goes on");
    }
    let left = store.attaching();
    assert_eq!((left.len(), left[0].id), (1, gone));
    assert!(
        matches!(&left[0].state, AttachState::Failed(error) if *error.kind() == ErrorKind::FileGone("لا أحد.pdf".to_owned()))
    );
    store.inner.queue.flush().unwrap();
    assert_eq!(store.read(Documents { subject }).unwrap().len(), 1);
    store.dismiss_attaching(gone);
    assert!(store.attaching().is_empty());
}

#[test]
fn a_file_of_the_largest_size_is_kept_whole() {
    let tried = Tried::new();
    // Nothing but a length stands on the disk until it is copied.
    let large = tried.file("تسجيل.mp4", b"");
    std::fs::File::options().write(true).open(&large).unwrap().set_len(LARGEST_FILE_BYTES).unwrap();
    let subject = tried.subject();
    tried.attach(subject, &large).unwrap();
    let rows = tried.files_of(subject);
    assert_eq!((rows[0].bytes, rows[0].state), (i64::try_from(LARGEST_FILE_BYTES).unwrap(), FileState::Here));
    assert_eq!(kept_below(tried.folder.path()).len(), 1);
}

#[test]
fn what_a_kept_file_says_is_found_also_of_files_that_came_before_and_goes_with_them() {
    let mut tried = Tried::new();
    let subject = tried.subject();
    // Nobody reads here: as a program without it left them.
    let early = tried.attach(subject, &tried.file("early.txt", "سطر\nترخيص الحدائق العامة".as_bytes())).unwrap();
    let found = |tried: &Tried, text: &str| -> Vec<(Record, String)> {
        let hits = tried.store.read(Search::new(text, 10)).unwrap().hits;
        hits.into_iter().map(|hit| (hit.record, hit.snippet)).collect()
    };
    assert_eq!(found(&tried, "حديقة"), []);
    let read_text: crate::store::ReadText = |bytes, _, _| String::from_utf8(bytes.to_vec()).ok();
    tried = tried.reopen_with(|options| options.read_text = Some(read_text));
    let wait = |tried: &Tried| tried.store.inner.texts.as_ref().unwrap().wait();
    wait(&tried);
    assert_eq!(found(&tried, "حديقة").len(), 1);
    let hits = tried.store.read(Search::new("للحدائق", 10)).unwrap().hits;
    assert_eq!((hits[0].record, hits[0].page), (early.record(), subject));
    let marked: Vec<&str> = hits[0].marks.iter().filter_map(|mark| hits[0].snippet.get(mark.clone())).collect();
    assert_eq!(marked, ["الحدائق"], "{}", hits[0].snippet);
    // Words side by side, far into a long text.
    let long = format!("{}\nرصيف ضيق جدا\n{}", "كلمة أخرى ".repeat(2_000), "نهاية ".repeat(2_000));
    tried.attach(subject, &tried.file("late.txt", long.as_bytes())).unwrap();
    wait(&tried);
    assert_eq!(found(&tried, "رصيف").len(), 1);
    assert!(found(&tried, "\"رصيف ضيق\"")[0].1.contains("رصيف ضيق"));
    assert_eq!(found(&tried, "\"ضيق رصيف\"").len(), 0);
    assert!(tried.store.check().unwrap().is_sound(), "{:?}", tried.store.check());
    // In the bin it is not found, and back from there it is.
    tried.apply(Edit::Remove(early.record()));
    assert_eq!(found(&tried, "حديقة"), []);
    tried.apply(Edit::Undo);
    assert_eq!(found(&tried, "حديقة").len(), 1);
}
