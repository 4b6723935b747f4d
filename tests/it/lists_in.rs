//! Lists come in through the real command line and the real store.

use serde_json::Value;
use std::path::Path;
use std::process::{Command, Output};
use std::sync::Arc;
use tansiq::arabic::Digits;
use tansiq::error::ErrorKind;
use tansiq::import::{Duplicates, ImportAsked, Target, read};
use tansiq::jobs;
use tansiq::store::query::Search;
use tansiq::store::{Edit, ImportWatch, Store};
use tansiq::strings::{Language, Tr};

fn tansiq(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tansiq"));
    command.args(arguments).env("LANG", "C.UTF-8").env_remove("LC_ALL").env_remove("LC_MESSAGES");
    command.output().expect("the program runs")
}

#[track_caller]
fn succeed(arguments: &[&str]) -> String {
    let output = tansiq(arguments);
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn path(path: &Path) -> &str {
    path.to_str().expect("a UTF-8 path")
}

const CHARITIES: &str = "tests/fixtures/lists/charities.xlsx";

/// A folder with a store of its own in it, and lists beside that.
struct Place {
    folder: tempfile::TempDir,
}

impl Place {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder") }
    }

    fn data(&self) -> String {
        path(&self.folder.path().join("store")).to_owned()
    }

    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        let file = self.folder.path().join(name);
        std::fs::write(&file, bytes).expect("written");
        path(&file).to_owned()
    }

    fn found(&self, words: &str) -> usize {
        let found = json(&succeed(&["search", words, "--data", &self.data(), "--json"]));
        found.as_array().expect("a list").len()
    }

    fn import(&self, list: &str, file: &str, more: &[&str]) -> Value {
        let data = self.data();
        let arguments = [&["import", list, file, "--data", data.as_str(), "--json"], more].concat();
        json(&succeed(&arguments))
    }

    fn store(&self) -> Store {
        Store::open(&self.folder.path().join("store"), Arc::new(|| ())).expect("a store")
    }
}

#[test]
fn a_list_of_charities_is_looked_at_first_and_then_comes_in() {
    let place = Place::new();
    let looked = place.import("organisations", CHARITIES, &["--dry-run"]);
    assert_eq!(looked["header_row"], 3);
    assert_eq!(looked["counts"]["new"], 3);
    assert_eq!(looked["written"], false);
    let fields: Vec<_> =
        looked["columns"].as_array().expect("columns").iter().map(|column| column["field"].as_str()).collect();
    assert_eq!(
        fields,
        [None, Some("name"), Some("licence"), Some("governorate"), Some("phone"), Some("licence_ends_on")]
    );
    assert_eq!(place.found("البيئة"), 0, "nothing is written by looking");
    let done = place.import("organisations", CHARITIES, &[]);
    assert_eq!(done["written"], true);
    let verdicts: Vec<_> = done["rows"].as_array().expect("rows").iter().map(|row| row["verdict"].as_str()).collect();
    assert_eq!(verdicts, [Some("fine"); 3], "{done}");
    assert_eq!(place.found("جمعيه البيئه"), 1);
    let again = place.import("organisations", CHARITIES, &[]);
    assert_eq!(
        (&again["counts"]["skipped"], &again["written"]),
        (&3.into(), &false.into()),
        "a second time changes nothing"
    );
    succeed(&["check", "--data", &place.data()]);
}

#[test]
fn all_sorts_of_files_give_the_same_records() {
    for ending in ["xls", "ods"] {
        let place = Place::new();
        let done = place.import("organisations", &format!("tests/fixtures/lists/charities.{ending}"), &[]);
        assert_eq!(done["counts"]["fine"], 3, "{done}");
    }
}

#[test]
fn an_old_register_makes_the_bodies_and_people_it_names_and_knows_those_there_are() {
    let place = Place::new();
    place.import("organisations", CHARITIES, &[]);
    let list = place.file(
        "register.csv",
        "سجل التوصيات\n\nرقم التوصية;نص التوصية;الجهة المسؤولة;المسؤول;الحالة;تاريخ الاستحقاق;نسبة الإنجاز\n\
         ق-1;تهيئة الحديقة;جمعية البيئه;سالم العمري;قيد التنفيذ;12/06/1449هـ;40%\n\
         ق-2;رفع تقرير;أمانة الواحة;سالم العمري;مكتملة;2025-12-03;\n\
         ق-3;;أمانة الواحة;;;;\n",
    );
    let report = place.folder.path().join("refused.xlsx");
    let done = place.import("register", &list, &["--report", path(&report)]);
    assert_eq!((&done["counts"]["new"], &done["counts"]["refused"]), (&2.into(), &1.into()));
    assert_eq!((&done["counts"]["new_organisations"], &done["counts"]["new_people"]), (&1.into(), &2.into()));
    assert_eq!(place.found("\"تهيئة الحديقة\""), 1);
    let refused = read(&std::fs::read(&report).expect("a report")).expect("a workbook").remove(0);
    assert_eq!(refused.rows.len(), 2);
    assert_eq!(refused.rows[1][2], "ق-3");
    succeed(&["check", "--data", &place.data()]);
}

#[test]
fn what_a_person_says_of_a_column_is_remembered() {
    let place = Place::new();
    let list = place.file("people.csv", "من؟,كود,أين\nسالم العمري,055 123 4567,أمانة الواحة\n");
    let output = tansiq(&["import", "people", &list, "--data", &place.data()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("Name the columns"));
    let said = ["--mapping", "من؟=name", "--mapping", "B=phone", "--mapping", "أين=organisation"];
    assert_eq!(place.import("people", &list, &said)["counts"]["fine"], 1);
    let next = place.file("next.csv", "من؟,كود,أين\nنورة الغافي,055 765 4321,أمانة الواحة\n");
    assert_eq!(place.import("people", &next, &[])["counts"]["fine"], 1);
    let wrong = tansiq(&["import", "people", &next, "--data", &place.data(), "--mapping", "من؟=colour"]);
    assert_eq!(wrong.status.code(), Some(2), "a wrong call");
}

#[test]
fn a_class_is_taken_by_its_words_where_only_one_has_them() {
    let place = Place::new();
    let list = "اسم الجمعية,هاتف الجمعية,مجال العمل\nجمعية بيئة الواحة,0551234567,البيئة\nجمعية النور,,تعليمي\nجمعية البر,,خيرية\n";
    let file = place.file("list.csv", list);
    let looked = place.import("organisations", &file, &["--dry-run"]);
    assert_eq!(looked["columns"][1]["field"], "phone");
    let verdicts: Vec<_> = (0..3).map(|row| looked["rows"][row]["verdict"].as_str().unwrap_or_default()).collect();
    assert_eq!(verdicts, ["fine", "incomplete", "incomplete"], "{looked:#}");
    let note = looked["rows"][0]["notes"][0].as_str().unwrap_or_default();
    assert!(note.contains("البيئة وحماية الحياة الفطرية"), "what it was taken for is told: {note}");
}

#[test]
fn duplicates_are_written_onto_what_is_there_when_that_is_asked_for() {
    let place = Place::new();
    let first = place.file("first.csv", "الاسم,الجهة,الجوال\nسالم العمري,أمانة الواحة,\n");
    place.import("people", &first, &[]);
    let second = place.file("second.csv", "الاسم,الجهة,الجوال\nم. سالم بن العمري,أمانة الواحة,0551234567\n");
    let done = place.import("people", &second, &["--duplicates", "update"]);
    assert_eq!(done["counts"]["updated"], 1, "{done}");
    assert_eq!(done["rows"][0]["verdict"], "duplicate");
    assert_eq!(place.found("+966551234567"), 1);
    let done = place.import("people", &second, &["--duplicates", "new"]);
    assert_eq!(done["counts"]["new"], 1);
    assert_eq!(place.found("سالم"), 2);
}

#[test]
fn contacts_and_a_calendar_come_in() {
    let place = Place::new();
    let cards = place.file(
        "cards.vcf",
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:نورة الغافي\r\nORG:أمانة الواحة\r\nTEL:0551234567\r\nEND:VCARD\r\n",
    );
    assert_eq!(place.import("people", &cards, &[])["counts"]["fine"], 1);
    let calendar = place.file(
        "calendar.ics",
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:لقاء الجمعيات\r\nDTSTART:20261203T070000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    );
    assert_eq!(place.import("meetings", &calendar, &[])["counts"]["fine"], 1);
    assert_eq!(
        place.import("meetings", &calendar, &[])["counts"]["duplicates"],
        1,
        "the same event is the same meeting"
    );
    assert_eq!(place.found("لقاء الجمعيات"), 1);
}

#[test]
fn a_hostile_file_is_refused_in_words_and_nothing_changes() {
    let place = Place::new();
    let check = |name: &str, bytes: &[u8], said: &str| {
        let file = place.file(name, bytes);
        let output = tansiq(&["import", "people", &file, "--data", &place.data()]);
        let words = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(1), "{name}: {words}");
        assert!(words.contains(said), "{name}: {words}");
    };
    check("cut.xlsx", &std::fs::read(CHARITIES).expect("a list")[..2000], "damaged or cut short");
    check("nothing.csv", b"", "nothing in the file");
    check("picture.xlsx", b"\x89PNG\r\n\x1a\n", "no file of a table");
    check("page.xls", b"<html><table></table></html>", "web page");
    check("no rows.csv", "الاسم,الجهة,الجوال\n".as_bytes(), "No row of the list");
}

#[test]
fn one_step_of_undo_takes_a_whole_list_back_and_it_can_come_in_again() {
    let place = Place::new();
    let store = place.store();
    let tr = Tr::new(Language::Arabic, Digits::Latin);
    let list = place.file(
        "register.csv",
        "رقم التوصية,نص التوصية,الجهة المسؤولة,المسؤول\nق-1,تهيئة الحديقة,أمانة الواحة,سالم العمري\nق-2,رفع التقرير,أمانة الواحة,سالم العمري\n",
    );
    let sheets = jobs::read_list(Path::new(&list)).expect("a list");
    let asked = ImportAsked { duplicates: Duplicates::Update, ..ImportAsked::new(Target::Register) };
    let count = |words: &str| {
        store
            .read(Search { text: words.to_owned(), limit: 50, filter: Default::default() })
            .expect("a search")
            .hits
            .len()
    };
    for _ in 0..2 {
        let planned = jobs::plan_import(&store, &sheets, &asked, &tr).expect("a plan");
        assert_eq!(planned.plan.counts.new, 2);
        let watch = ImportWatch::default();
        let applied = jobs::write_import(&store, &planned, &watch).expect("written");
        assert_eq!((applied.label_key, applied.count, watch.done()), ("edit-import", 2, 2));
        assert_eq!((count("تهيئة"), count("الواحة"), count("العمري")), (1, 1, 1));
        store.apply(Edit::Undo).expect("taken back");
        assert_eq!((count("تهيئة"), count("الواحة")), (0, 0));
    }
    assert!(store.check().expect("looked over").faults.is_empty());
}

#[test]
fn an_import_that_is_called_off_leaves_nothing_behind() {
    let place = Place::new();
    let store = place.store();
    let tr = Tr::new(Language::Arabic, Digits::Latin);
    let list = place.file("people.csv", "الاسم,الجهة\nسالم العمري,أمانة الواحة\n");
    let sheets = jobs::read_list(Path::new(&list)).expect("a list");
    let planned = jobs::plan_import(&store, &sheets, &ImportAsked::new(Target::People), &tr).expect("a plan");
    let watch = ImportWatch::default();
    watch.cancel();
    let error = jobs::write_import(&store, &planned, &watch).expect_err("called off");
    assert_eq!(*error.kind(), ErrorKind::ImportCancelled);
    assert_eq!(
        store.read(Search { text: "الواحة".to_owned(), limit: 5, filter: Default::default() }).expect("a search").hits,
        []
    );
    assert!(store.check().expect("looked over").faults.is_empty());
}

#[test]
fn a_single_row_is_taken_otherwise_than_the_rest() {
    let place = Place::new();
    let first = place.file("first.csv", "الاسم,الجهة,الجوال\nسالم العمري,أمانة الواحة,\nنورة الغافي,أمانة الواحة,\n");
    place.import("people", &first, &[]);
    let second = place.file(
        "second.csv",
        "الاسم,الجهة,الجوال\nسالم العمري,أمانة الواحة,0551234567\nنورة الغافي,أمانة الواحة,0557654321\n",
    );
    let done = place.import("people", &second, &["--row", "3=update"]);
    assert_eq!((&done["counts"]["updated"], &done["counts"]["skipped"]), (&1.into(), &1.into()), "{done}");
    assert_eq!((place.found("+966551234567"), place.found("+966557654321")), (0, 1));
    for wrong in ["3", "0=new", "3=paint"] {
        let data = place.data();
        let output = tansiq(&["import", "people", &second, "--data", &data, "--row", wrong]);
        assert_eq!(output.status.code(), Some(2), "{wrong} is a wrong call");
    }
}

#[test]
fn a_workbook_behind_a_password_is_refused_in_words() {
    let place = Place::new();
    for name in ["locked.xlsx", "locked-agile.xlsx", "locked.ods", "locked.xls"] {
        let data = place.data();
        let output = tansiq(&["import", "organisations", &format!("tests/fixtures/lists/{name}"), "--data", &data]);
        let words = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(1), "{name}: {words}");
        assert!(words.contains("password"), "{name}: {words}");
    }
}

#[test]
fn a_good_name_is_not_written_over_by_the_same_name_written_worse() {
    let place = Place::new();
    let list = |name: &str, city: &str| place.file("list.csv", format!("اسم الجمعية,المدينة\n{name},{city}\n"));
    let update = ["--duplicates", "update"];
    place.import("organisations", &list("جمعية ودّ للتنمية الأسرية", "الخبر"), &[]);
    let names = || {
        let found = json(&succeed(&["search", "التنمية", "--data", &place.data(), "--json"]));
        found.to_string()
    };
    assert_eq!(
        place.import("organisations", &list("جمعية ود للتنميه الاسرية", "الدمام"), &update)["counts"]["updated"],
        1
    );
    assert!(names().contains("جمعية ودّ للتنمية الأسرية"), "{}", names());
    assert_eq!(place.found("الدمام"), 1, "what says something else is written");
}
