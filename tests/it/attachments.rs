//! Files kept with records, through the window: attached, opened, copied out, refused with words, removed and brought back.

use crate::failing_disk::failing_disk;
use crate::support::{Setup, Window, open, plain};
use eframe::egui::{DroppedFile, Event, HoveredFile, Key, Modifiers, PointerButton, Role};
use egui_kittest::kittest::{NodeT, Queryable};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use tansiq::app::Task;
use tansiq::domain::*;
use tansiq::screens::{Choice, Route};
use tansiq::store::query::{DocumentRow, Documents, UndoState};
use tansiq::store::{AttachState, Edit, FileState, Store};
use tansiq::strings::Language;
use tempfile::TempDir;

/// Set for the child whose disk is full.
const CHILD: &str = "TANSIQ_TEST_ATTACHES_ON_A_FULL_DISK";
const CONTROL: &str = "TANSIQ_DISK_FAILS";
const MEGABYTE: u64 = 1024 * 1024;
/// No file at all.
const NOTHING: [PathBuf; 0] = [];
const NO_TITLES: [&str; 0] = [];

/// A file that is let go over the window.
#[derive(Debug)]
struct Dropped(PathBuf);

impl DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

/// A window on the page of a partnership, and a desk with the person's own files.
struct Page {
    window: Window,
    record: Record,
    desk: TempDir,
}

fn partnership(store: &Store) {
    let values = vec![("title", "حدائق الأحياء".into())];
    store.apply(Edit::Add { entity: Entity::Partnership, values }).expect("a partnership");
}

impl Page {
    fn new(language: Language) -> Self {
        let mut window = open(&Setup { language, ..Setup::default() }, partnership);
        window.press_ctrl(Key::Num5);
        window.press(Key::J);
        window.press(Key::Enter);
        let Route::Record(record) = window.state().route() else { panic!("{:?}", window.state().route()) };
        Self { window, record, desk: tempfile::tempdir().expect("a folder") }
    }

    fn file(&self, name: &str, content: &[u8]) -> PathBuf {
        let path = self.desk.path().join(name);
        std::fs::write(&path, content).expect("written");
        path
    }

    /// A file of that size, which takes no room on the disk.
    fn large(&self, name: &str, bytes: u64) -> PathBuf {
        let path = self.desk.path().join(name);
        std::fs::File::create(&path).and_then(|file| file.set_len(bytes)).expect("made");
        path
    }

    /// Lets files go over the window, and waits until they are in the store or refused.
    fn drop_files(&mut self, files: &[PathBuf]) {
        self.let_go(files);
        self.wait();
    }

    fn let_go(&mut self, files: &[PathBuf]) {
        for file in files {
            self.window.input_mut().dropped_files.push(Arc::new(Dropped(file.clone())));
        }
        self.window.step();
    }

    fn wait(&mut self) {
        self.window.settle();
        while self.window.state().store().is_attaching() {
            self.window.settle();
        }
        self.window.settle();
    }

    fn rows(&self) -> Vec<DocumentRow> {
        self.window.state().store().read(Documents { subject: self.record }).expect("the files")
    }

    fn titles(&self) -> Vec<String> {
        self.rows().into_iter().map(|row| row.name).collect()
    }

    /// What a screen reader hears of each file in the list, from the top.
    fn heard(&self) -> Vec<String> {
        let items = self.window.query_all_by_role(Role::ListItem);
        let labels = items.filter_map(|node| node.accesskit_node().label()).map(|label| plain(&label));
        // What came and went stands in the story too, after its day.
        labels.filter(|label| !label.contains(": ")).collect()
    }

    /// Does the record's story say so?
    fn tells(&self, words: &str) -> bool {
        let items = self.window.query_all_by_role(Role::ListItem);
        let mut about = items.filter_map(|node| node.accesskit_node().description());
        about.any(|about| plain(&about).contains(words))
    }

    /// Chooses from the menu of the file with that title.
    fn choose(&mut self, title: &str, entry: &str) {
        self.item(title).click_secondary();
        self.window.settle();
        self.window.click_plain(Role::MenuItem, entry);
    }

    fn item(&self, title: &str) -> egui_kittest::Node<'_> {
        let mut items = self.window.query_all_by_role(Role::ListItem);
        let found =
            items.find(|node| node.accesskit_node().label().is_some_and(|label| plain(&label).starts_with(title)));
        found.unwrap_or_else(|| panic!("no file «{title}»"))
    }

    /// Two clicks on a file, as fast as a hand makes them.
    fn double_click(&mut self, title: &str) {
        let pos = self.item(title).rect().center();
        let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
        let presses = [true, false, true, false];
        let clicks = presses.map(|pressed| Event::PointerButton { pos, button, pressed, modifiers });
        self.window.input_mut().events.push(Event::PointerMoved(pos));
        self.window.input_mut().events.extend(clicks);
        self.window.settle();
    }

    /// The bytes that are kept, and half copies, should there be any.
    fn kept(&self) -> Vec<PathBuf> {
        let folder = self.window.folder().join("tansiq-files");
        let groups = std::fs::read_dir(folder).into_iter().flatten().map(|group| group.expect("an entry").path());
        let files = groups.flat_map(|group| std::fs::read_dir(group).expect("a folder"));
        files.map(|file| file.expect("an entry").path()).collect()
    }
}

#[test]
fn files_let_go_over_a_page_are_attached_listed_and_taken_back_by_name() {
    let mut page = Page::new(Language::Arabic);
    assert!(page.window.shows("لا مرفقات بعد"));
    let files = [page.file("خطاب الأمانة.pdf", b"%PDF letter"), page.file("الموقع.jpg", &vec![1; 300 * 1024])];
    page.drop_files(&files);
    assert_eq!(page.titles(), ["الموقع", "خطاب الأمانة"]);
    assert_eq!(
        page.heard(),
        ["الموقع، صورة · JPG · 300 ك.ب · 13/06/1448", "خطاب الأمانة، خطاب · PDF · 11 بايت · 13/06/1448"]
            .map(|heard| heard.replace("13/06/1448", &today(&page)))
    );
    let undo = page.window.state().store().read(UndoState).expect("readable").undo;
    assert_eq!(undo, Some("edit-attach-several"));
    page.window.press_ctrl(Key::Z);
    assert!(page.window.shows("تراجع عن: إرفاق ملفين"));
    assert_eq!(page.titles(), NO_TITLES, "what came together goes together");
    page.window.press_ctrl(Key::Y);
    assert_eq!(page.titles(), ["الموقع", "خطاب الأمانة"]);
    // The same file again is told by the title it has here.
    let again = page.file("نسخة.pdf", b"%PDF letter");
    page.drop_files(&[again]);
    assert!(page.window.shows("هذا الملف مرفق بالسجل نفسه، وعنوانه «خطاب الأمانة»"));
    assert_eq!((page.rows().len(), page.kept().len()), (2, 2));
}

/// The day on which files come in tests, as the list shows it: the store's clock is the machine's.
fn today(page: &Page) -> String {
    let came = page.rows()[0].created_at;
    let tr = tansiq::strings::Tr::new(Language::Arabic, tansiq::arabic::Digits::Latin);
    plain(&tansiq::calendar::Date::at_unix(came).numbers(&tr, tansiq::calendar::Calendar::Hijri))
}

#[test]
fn a_record_tells_of_the_files_that_came_to_it_and_went() {
    let mut page = Page::new(Language::Arabic);
    let file = page.file("خطاب الأمانة.pdf", b"%PDF letter");
    page.drop_files(&[file]);
    assert!(page.tells("ملف أُرفق · خطاب · خطاب الأمانة.pdf"), "in its story");
    page.choose("خطاب الأمانة", "حذف");
    assert!(page.tells("ملف حُذف · خطاب · خطاب الأمانة.pdf"));
    page.window.click_plain(Role::Tab, "التغييرات");
    assert!(page.window.shows("أُرفق ملف «خطاب الأمانة»") && page.window.shows("حُذف الملف «خطاب الأمانة»"));
    page.window.press_ctrl(Key::Z);
    assert!(page.window.shows("استُعيد الملف «خطاب الأمانة»"));
    // What was taken back before anybody saw it never came.
    page.window.press_ctrl(Key::Z);
    page.window.click_plain(Role::Tab, "سجل العلاقة");
    assert!(!page.tells("ملف أُرفق") && !page.tells("ملف حُذف"));
}

#[test]
fn a_file_is_attached_by_the_button_too() {
    let mut page = Page::new(Language::English);
    let file = page.file("Agreement.docx", b"words");
    page.window.click("Attach a file");
    let choice = Choice::Files(page.record);
    page.window.give_path(choice, &file);
    page.wait();
    assert_eq!(page.titles(), ["Agreement"]);
    assert_eq!(page.rows()[0].kind, Some(DocumentKind::Agreement));
}

#[test]
fn a_file_opens_as_a_copy_of_its_own_name_that_can_only_be_read() {
    let mut page = Page::new(Language::Arabic);
    let file = page.file("خطاب الأمانة.pdf", b"%PDF letter");
    page.drop_files(&[file]);
    let id = page.rows()[0].id;
    page.item("خطاب الأمانة").click();
    page.window.settle();
    assert!(!page.window.tasks().contains(&Task::Open(id)), "one click only takes hold of it");
    page.window.press(Key::Enter);
    let [opened] = page.window.opened().try_into().expect("one file was opened");
    assert_eq!(opened.file_name().expect("a name"), "خطاب الأمانة.pdf");
    assert_eq!(std::fs::read(&opened).expect("readable"), b"%PDF letter");
    assert!(std::fs::metadata(&opened).expect("there").permissions().readonly());
    // Whatever is written over the copy, what is kept stays, and the next opening gives it again.
    std::fs::remove_file(&opened).expect("removed");
    std::fs::write(&opened, b"scribble").expect("written");
    page.double_click("خطاب الأمانة");
    assert_eq!(page.window.opened().len(), 2);
    let again = page.window.opened().pop().expect("opened again");
    assert_eq!(std::fs::read(&again).expect("readable"), b"%PDF letter");
    assert_eq!(page.rows()[0].state, FileState::Here);
}

#[test]
fn a_program_is_not_opened_by_a_double_click() {
    let mut page = Page::new(Language::English);
    let file = page.file("invoice.pdf.exe", b"MZ");
    page.drop_files(&[file]);
    page.item("invoice.pdf").click();
    page.window.settle();
    page.window.press(Key::Enter);
    assert!(page.window.shows("is a program and is not opened from here"));
    assert_eq!(page.window.opened(), NOTHING);
}

#[test]
fn a_copy_is_saved_where_the_person_says_and_never_over_another_file() {
    let mut page = Page::new(Language::English);
    let file = page.file("Letter.pdf", b"%PDF letter");
    page.drop_files(&[file]);
    let id = page.rows()[0].id;
    let place = tempfile::tempdir().expect("a folder");
    std::fs::write(place.path().join("Letter.pdf"), b"another one").expect("written");
    page.window.click_plain(Role::Button, "Commands for the attachment “Letter”");
    page.window.click_plain(Role::MenuItem, "Save a copy as…");
    page.window.give_path(Choice::CopyOf(id), place.path());
    assert!(page.window.shows("A copy was saved: Letter (2).pdf"));
    assert_eq!(std::fs::read(place.path().join("Letter (2).pdf")).expect("there"), b"%PDF letter");
    assert_eq!(std::fs::read(place.path().join("Letter.pdf")).expect("there"), b"another one");
    page.window.click("Open the folder");
    assert_eq!(page.window.tasks().last(), Some(&Task::Reveal(place.path().to_owned())));
}

#[test]
fn what_is_known_of_a_file_is_changed_and_a_removed_one_comes_back() {
    let mut page = Page::new(Language::English);
    let file = page.file("scan.pdf", b"%PDF");
    page.drop_files(&[file]);
    page.item("scan").click();
    page.window.settle();
    page.window.press(Key::F2);
    page.window.type_into("Title", " of the licence");
    page.window.type_into("Valid until", "2026-12-01");
    page.window.press_ctrl(Key::Enter);
    assert_eq!(page.titles(), ["scan of the licence"]);
    assert!(page.window.shows("Ends: In 8 days"), "what ends soon is pointed out");
    page.choose("scan of", "Delete");
    assert_eq!(page.rows().len(), 0);
    page.window.click("Undo");
    assert_eq!(page.titles(), ["scan of the licence"]);
    assert_eq!(page.rows()[0].state, FileState::Here);
}

#[test]
fn removing_by_keys_goes_on_with_the_next_file() {
    let mut page = Page::new(Language::English);
    let files = ["one.txt", "two.txt", "three.txt"].map(|name| page.file(name, name.as_bytes()));
    page.drop_files(&files);
    page.item("two").click();
    page.window.settle();
    page.window.press(Key::Delete);
    page.window.press(Key::Delete);
    assert_eq!(page.titles(), ["three"]);
    page.window.press(Key::Delete);
    assert_eq!(page.rows().len(), 0);
}

#[test]
fn what_can_not_be_attached_says_why_and_can_be_tried_again() {
    let mut page = Page::new(Language::Arabic);
    let empty = page.file("فارغ.txt", b"");
    let large = page.large("تسجيل.mp4", 200 * MEGABYTE + 1);
    let folder = page.desk.path().to_owned();
    let gone = page.desk.path().join("اختفى.pdf");
    page.drop_files(&[empty, large, folder, gone.clone()]);
    for words in ["فارغ.txt» فارغ", "أكبر من 200 ميغابايت", "مجلد وليس ملفًا", "لم يعد الملف «اختفى.pdf» في مكانه"]
    {
        assert!(page.window.shows(words), "{words}");
    }
    assert_eq!((page.rows().len(), page.kept().len()), (0, 0));
    // Away from the page they are told in passing; here they wait.
    std::fs::write(&gone, b"back again").expect("written");
    for _ in 0..3 {
        page.window.click_first("إخفاء");
    }
    page.window.click("إعادة المحاولة");
    page.wait();
    assert_eq!(page.titles(), ["اختفى"]);
    assert!(!page.window.find("إخفاء"));
}

#[test]
fn a_copy_under_way_shows_how_far_it_is_and_can_be_called_off() {
    let mut page = Page::new(Language::English);
    let files = ["one.bin", "two.bin", "three.bin"].map(|name| page.large(name, 199 * MEGABYTE));
    page.let_go(&files);
    // The thread that copies says in its own time that it has begun.
    let attaching =
        |page: &Page| page.window.query_by_role_and_label(Role::ProgressIndicator, "Attaching “one.bin”").is_some();
    for _ in 0..50 {
        page.window.step();
        if attaching(&page) {
            break;
        }
    }
    let bar = page.window.get_by_role_and_label(Role::ProgressIndicator, "Attaching “one.bin”");
    assert!(bar.accesskit_node().numeric_value().is_some());
    page.window.get_by_label("2 files are waiting");
    page.window.get_by_label("Stop those waiting").click_accesskit();
    page.window.get_by_label("Stop attaching “one.bin”").click_accesskit();
    page.window.step();
    page.wait();
    assert_eq!((page.rows().len(), page.kept().len()), (0, 0));
}

#[test]
fn the_window_closes_when_the_files_are_copied() {
    use eframe::egui::{ViewportCommand, ViewportEvent, ViewportId};
    let mut page = Page::new(Language::English);
    let file = page.large("one.bin", 199 * MEGABYTE);
    page.let_go(&[file]);
    let viewport = page.window.input_mut().viewports.entry(ViewportId::ROOT).or_default();
    viewport.events.push(ViewportEvent::Close);
    let mut closed_with = None;
    for _ in 0..10_000 {
        page.window.step();
        let output = page.window.output();
        let commands = output.viewport_output.values().flat_map(|viewport| viewport.commands.iter());
        if commands.into_iter().any(|command| *command == ViewportCommand::Close) {
            closed_with = Some(page.rows().len());
            break;
        }
    }
    assert_eq!(closed_with, Some(1), "not before the file was in the store");
}

#[test]
fn a_missing_or_altered_file_is_said_in_its_row_and_found_by_the_look_over() {
    let mut page = Page::new(Language::Arabic);
    let file = page.file("خطاب.pdf", b"%PDF letter");
    page.drop_files(&[file]);
    let kept = page.kept().remove(0);
    std::fs::write(&kept, b"%PDF lettex").expect("altered");
    page.item("خطاب").click();
    page.window.settle();
    page.window.press(Key::Enter);
    assert!(page.window.shows("تغيّر محتوى الملف «خطاب.pdf» عما حُفظ"), "{:?}", page.window.tasks());
    assert!(page.heard()[0].contains("تغيّر محتوى الملف عما حُفظ"), "{:?}", page.heard());
    std::fs::remove_file(&kept).expect("removed");
    let other = page.file("آخر.pdf", b"%PDF other");
    page.drop_files(&[other]);
    assert!(page.heard()[1].contains("الملف ليس في مجلد البيانات"), "{:?}", page.heard());
    let report = page.window.state().store().check().expect("looked over");
    assert!(report.faults.iter().any(|fault| fault.contains("خطاب.pdf") && fault.contains("missing")), "{report:?}");
}

#[test]
fn hostile_names_do_no_harm() {
    let mut page = Page::new(Language::Arabic);
    let long = format!("{}.pdf", "ب".repeat(125));
    let names = ["invoice\u{202E}fdp.txt", "CON.txt", "a:b*c?.txt", "  .. .txt", long.as_str(), "سطر\nآخر.txt"];
    for (content, name) in names.iter().enumerate() {
        let file = page.file(name, format!("content {content}").as_bytes());
        page.drop_files(&[file]);
    }
    assert_eq!(page.rows().len(), names.len());
    let hidden = |letter: char| letter.is_control() || ('\u{202A}'..='\u{202E}').contains(&letter);
    for row in page.rows() {
        assert!(!row.file_name.contains(hidden) && !row.name.contains(hidden), "{row:?}");
        let store = page.window.state().store();
        let copy = tansiq::jobs::copy_to_open(store, row.id).expect("opened");
        let name = copy.file_name().expect("a name").to_str().expect("UTF-8");
        assert!(name.len() <= 255 && !name.contains([':', '*', '?', '/', '\\']), "{name}");
        assert!(!name.starts_with("CON"), "{name}");
        assert!(copy.starts_with(page.window.folder()), "{}", copy.display());
    }
}

#[test]
fn files_held_over_the_window_are_invited_and_elsewhere_sent_to_a_page() {
    let mut page = Page::new(Language::Arabic);
    page.window.input_mut().hovered_files.push(HoveredFile::default());
    page.window.step();
    page.window.step();
    assert!(page.window.shows("أفلت الملفات لإرفاقها"));
    page.window.input_mut().hovered_files.clear();
    page.window.settle();
    assert!(!page.window.shows("أفلت الملفات لإرفاقها"));
    page.window.press_ctrl(Key::Num7);
    let file = page.file("خطاب.pdf", b"%PDF");
    page.drop_files(&[file]);
    assert!(page.window.shows("افتح صفحة سجل أو اجتماع"));
    assert_eq!(page.kept().len(), 0);
}

#[test]
fn a_file_is_found_by_its_name_and_leads_to_its_record() {
    let mut page = Page::new(Language::Arabic);
    let file = page.file("شهادة التشجير.pdf", b"%PDF");
    page.drop_files(&[file]);
    page.window.press_ctrl(Key::Num7);
    page.window.press_ctrl(Key::K);
    page.window.event(Event::Text("شهادة".to_owned()));
    page.window.settle();
    page.window.press(Key::Enter);
    assert_eq!(page.window.state().route(), Route::Record(page.record));
}

#[test]
fn a_meeting_has_its_files_beside_its_outcomes() {
    let mut window = open(&Setup::default(), |store| {
        let values = vec![("title", "اجتماع".into())];
        let edit = Edit::NewMeeting { values, parties: Vec::new(), agenda: vec![("بند".to_owned(), None)] };
        store.apply(edit).expect("a meeting");
    });
    window.press(Key::ArrowDown);
    window.press(Key::Enter);
    let Route::Meeting(meeting) = window.state().route() else { panic!("{:?}", window.state().route()) };
    let mut page = Page { window, record: meeting.record(), desk: tempfile::tempdir().expect("a folder") };
    let file = page.file("محضر موقع.pdf", b"%PDF");
    page.drop_files(&[file]);
    assert!(page.heard().iter().any(|heard| heard.starts_with("محضر موقع، محضر ممسوح")), "{:?}", page.heard());
}

#[test]
fn a_backup_on_the_command_line_takes_the_files_along() {
    let mut page = Page::new(Language::English);
    let file = page.file("Letter.pdf", b"%PDF letter");
    page.drop_files(&[file]);
    let Page { window, .. } = page;
    let other = tempfile::tempdir().expect("a folder");
    let run = |arguments: &[&str], data: &Path| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tansiq"));
        command.env("LANG", "C.UTF-8").env_remove("LC_ALL").env_remove("LC_MESSAGES");
        let output = command.args(arguments).arg("--data").arg(data).output().expect("the program runs");
        (output.status.success(), String::from_utf8_lossy(&output.stdout).into_owned())
    };
    let copy = other.path().join("tansiq.db");
    let window = window.reopened_after(&Setup { language: Language::English, ..Setup::default() }, |folder| {
        let (is_done, said) = run(&["backup", "--out", copy.to_str().expect("UTF-8")], folder);
        assert!(is_done && said.contains("tansiq-files"), "{said}");
    });
    drop(window);
    let (is_sound, said) = run(&["check"], other.path());
    assert!(is_sound, "{said}");
    let groups = std::fs::read_dir(other.path().join("tansiq-files")).expect("the files");
    let group = groups.map(|group| group.expect("an entry").path()).next().expect("one");
    std::fs::remove_dir_all(group).expect("removed");
    let (is_sound, said) = run(&["check"], other.path());
    assert!(!is_sound && said.contains("The attached file “Letter.pdf” is not in the data folder."), "{said}");
}

/// The child: attaches 100 MB while the disk is full, and again when there is room.
#[test]
fn attaches_on_a_full_disk() {
    let (Some(_), Some(control)) = (std::env::var_os(CHILD), std::env::var_os(CONTROL)) else { return };
    let mut page = Page::new(Language::Arabic);
    let file = page.large("تسجيل الورشة.mp4", 100 * MEGABYTE);
    // 40 MB find room, then the disk is full.
    std::fs::write(&control, "write 28 41943040").expect("written");
    page.drop_files(&[file]);
    assert!(page.window.shows("لا مساحة في القرص للملف «تسجيل الورشة.mp4»"));
    assert!(page.window.shows("أفرغ بعض المساحة"));
    assert_eq!((page.rows().len(), page.kept().len()), (0, 0), "half a copy stayed");
    let items = page.window.state().store().attaching();
    assert!(matches!(items.as_slice(), [item] if matches!(item.state, AttachState::Failed(_))), "{items:?}");
    // Notes need less room, and are written all the same.
    partnership(page.window.state().store());
    std::fs::remove_file(&control).expect("removed");
    page.window.click("إعادة المحاولة");
    page.wait();
    assert_eq!(page.titles(), ["تسجيل الورشة"]);
    assert!(page.window.state().store().check().expect("looked over").is_sound());
}

#[test]
#[cfg(target_os = "linux")]
fn a_large_file_on_a_full_disk_is_refused_whole_and_attached_when_there_is_room() {
    let tools = tempfile::tempdir().expect("a folder");
    let output = Command::new(std::env::current_exe().expect("this binary"))
        .args(["attachments::attaches_on_a_full_disk", "--exact", "--test-threads=1"])
        .env(CHILD, "1")
        .env(CONTROL, tools.path().join("control"))
        .env("TANSIQ_DISK_FAILS_BELOW", "/tansiq-files/")
        .env("LD_PRELOAD", failing_disk(tools.path()))
        .output()
        .expect("the child runs");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && said.contains("1 passed"), "{said}");
}
