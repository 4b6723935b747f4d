//! The command line: the same jobs without a window, driven through the real binary.

use serde_json::Value;
use std::path::Path;
use std::process::{Command, Output};

/// Runs the program in English, so that messages can be compared.
fn tansiq(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tansiq"));
    command.args(arguments).env("LANG", "C.UTF-8").env_remove("LC_ALL").env_remove("LC_MESSAGES");
    command.output().expect("the program runs")
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[track_caller]
fn succeed(arguments: &[&str]) -> String {
    let output = tansiq(arguments);
    assert!(output.status.success(), "{arguments:?}: {}", stderr(&output));
    stdout(&output)
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// A sample store in a folder of its own.
fn sample() -> tempfile::TempDir {
    let place = tempfile::tempdir().expect("a folder");
    succeed(&["demo", "--data", path(place.path())]);
    place
}

fn path(path: &Path) -> &str {
    path.to_str().expect("a UTF-8 path")
}

#[test]
fn a_date_is_told_in_both_calendars() {
    let check = |typed: &str, expected: [&str; 3]| {
        let told = json(&succeed(&["date", typed, "--json"]));
        let found = ["gregorian", "hijri", "weekday"].map(|key| told[key].as_str().unwrap_or_default().to_owned());
        assert_eq!(found, expected.map(str::to_owned), "{typed}");
    };
    check("2026-11-23", ["2026-11-23", "1448-06-13", "الاثنين"]);
    check("١ محرم ١٤٤٧", ["2025-06-26", "1447-01-01", "الخميس"]);
    check("3 ديسمبر 2025", ["2025-12-03", "1447-06-12", "الأربعاء"]);
}

#[test]
fn an_impossible_date_is_refused_in_words() {
    let output = tansiq(&["date", "1446-05-30", "--json"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("1446-05-30"), "{}", stderr(&output));
    assert_eq!(stdout(&output), "");
}

#[test]
fn the_sample_is_searched_whatever_way_a_word_is_spelt() {
    let place = sample();
    let found = json(&succeed(&["search", "--data", path(place.path()), "الجمعيه", "--json"]));
    let hits = found.as_array().expect("a list");
    assert!(!hits.is_empty(), "«جمعية» stands in the sample");
    for hit in hits {
        for key in ["kind", "number", "title", "snippet", "date"] {
            assert!(hit.get(key).is_some(), "{key} is missing: {hit}");
        }
    }
}

#[test]
fn right_after_an_upgrade_a_search_waits_for_the_index() {
    let place = tempfile::tempdir().expect("a folder");
    let kept = include_bytes!("../fixtures/stores/2.db");
    std::fs::write(place.path().join("tansiq.db"), kept).expect("an old store");
    let found = json(&succeed(&["search", "--data", path(place.path()), "الحدائق", "--json"]));
    assert!(found.as_array().is_some_and(|hits| !hits.is_empty()), "{found}");
}

#[test]
fn the_minutes_of_the_last_meeting_and_of_a_numbered_one_are_written() {
    let place = sample();
    let out = place.path().join("minutes.pdf");
    let export = |meeting: &str| {
        let data = path(place.path());
        succeed(&["export", "minutes", "--data", data, "--meeting", meeting, "--format", "pdf", "--out", path(&out)]);
        let pdf = std::fs::read(&out).expect("a file");
        assert!(pdf.starts_with(b"%PDF"), "{meeting}");
    };
    export("last");
    let found = json(&succeed(&["search", "--data", path(place.path()), "اجتماع", "--json"]));
    let meetings = found.as_array().expect("a list").iter().filter(|hit| hit["kind"] == "meeting");
    let number = meetings.filter_map(|hit| hit["number"].as_str()).next().expect("a meeting with a number");
    export(number);
}

#[test]
fn minutes_are_written_for_word_and_as_plain_text_too() {
    let place = sample();
    let write = |format: &str| {
        let out = place.path().join("minutes").with_extension(format);
        let data = path(place.path());
        succeed(&["export", "minutes", "--data", data, "--meeting", "last", "--format", format, "--out", path(&out)]);
        std::fs::read(&out).expect("a file")
    };
    assert!(write("docx").starts_with(b"PK"), "Word's own format");
    let words = String::from_utf8(write("text")).expect("text");
    assert!(words.contains("محضر اجتماع") && words.contains("جدول الأعمال"), "{words}");
}

#[test]
fn approved_minutes_say_that_they_stay_in_their_language() {
    let place = sample();
    let out = place.path().join("minutes.md");
    let told = |meeting: &str, language: &[&str]| {
        let data = path(place.path());
        let asked = ["export", "minutes", "--data", data, "--meeting", meeting, "--format", "md"];
        let output = tansiq(&[&asked[..], language, &["--out", path(&out)]].concat());
        assert!(output.status.success(), "{}", stderr(&output));
        let words = stderr(&output);
        words.contains("in the language of that day") || words.contains("بلغة اعتماده")
    };
    let said = |meeting: &str, language: &str| told(meeting, &["--language", language]);
    assert!(said("تن-1448-001", "en"), "approved in Arabic");
    assert!(!said("تن-1448-003", "en"), "not approved");
    assert!(!said("تن-1448-001", "ar"), "the language it has");
    assert!(!told("تن-1448-001", &[]), "nothing else is asked for");
    let store = tansiq::store::Store::open(place.path(), std::sync::Arc::new(|| ())).expect("the store");
    let values = vec![("key", "paper_template".into()), ("value", r#"{"language":"both"}"#.into())];
    let edit = tansiq::store::Edit::Add { entity: tansiq::domain::Entity::Setting, values };
    store.apply(edit).expect("a template");
    store.close().expect("closed");
    assert!(told("تن-1448-001", &[]), "papers are in both languages, and this one is not");
    assert!(!told("تن-1448-003", &[]), "what is not approved is written in both");
}

#[test]
fn a_meeting_that_is_not_there_is_named() {
    let place = sample();
    let out = place.path().join("minutes.pdf");
    let data = path(place.path());
    let output = tansiq(&["export", "minutes", "--data", data, "--meeting", "تن-1400-999", "--out", path(&out)]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("تن-1400-999"));
    assert!(!out.exists());
}

#[test]
fn a_generated_store_has_the_records_one_wishes() {
    let place = tempfile::tempdir().expect("a folder");
    let data = path(place.path());
    let records = || -> i64 {
        let said = succeed(&["check", "--data", data]);
        let (_, count) = said.split_once("The store is sound: ").expect("it is sound");
        let digits: String = count.chars().take_while(|sign| *sign != ' ').filter(char::is_ascii_digit).collect();
        digits.parse().expect("a number")
    };
    let shipped = records();
    succeed(&["generate", "--data", data, "--meetings", "100", "--records", "1000"]);
    let made = records() - shipped;
    assert!((980..=1_020).contains(&made), "{made}");
}

#[test]
fn a_sample_and_a_generated_store_are_sound() {
    let place = sample();
    succeed(&["check", "--data", path(place.path())]);
    let place = tempfile::tempdir().expect("a folder");
    succeed(&["generate", "--data", path(place.path()), "--meetings", "30", "--seed", "7"]);
    succeed(&["check", "--data", path(place.path())]);
}

#[test]
fn the_same_seed_makes_the_same_store() {
    let generated = || {
        let place = tempfile::tempdir().expect("a folder");
        let data = path(place.path());
        succeed(&["generate", "--data", data, "--meetings", "12", "--seed", "3"]);
        succeed(&["search", "--data", data, "اجتماع", "--json"])
    };
    assert_eq!(generated(), generated());
}

#[test]
fn a_backup_is_a_store_of_its_own() {
    let place = sample();
    let other = tempfile::tempdir().expect("a folder");
    let copy = other.path().join("tansiq.db");
    succeed(&["backup", "--data", path(place.path()), "--out", path(&copy)]);
    succeed(&["check", "--data", path(other.path())]);
    let search = |folder: &Path| succeed(&["search", "--data", path(folder), "جمعية", "--json"]);
    assert_eq!(search(place.path()), search(other.path()));
}

#[test]
fn a_damaged_store_is_reported_with_an_exit_code() {
    let place = sample();
    std::fs::write(place.path().join("tansiq.db"), "this is no database, and long enough to be read as one")
        .expect("written");
    let output = tansiq(&["check", "--data", path(place.path())]);
    assert_eq!(output.status.code(), Some(1));
    assert!(!stderr(&output).trim().is_empty());
}

#[test]
fn a_wrong_call_has_an_exit_code_of_its_own() {
    let check = |arguments: &[&str]| {
        let output = tansiq(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(stderr(&output).contains("--help"), "{}", stderr(&output));
    };
    check(&["fly"]);
    check(&["export", "minutes"]);
    check(&["generate", "--meetings", "many"]);
}

#[test]
fn without_a_display_the_window_is_refused_in_words() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tansiq"));
    let output = command.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY").output().expect("the program runs");
    if cfg!(target_os = "linux") {
        assert_eq!(output.status.code(), Some(1));
        assert!(stderr(&output).contains("display"), "{}", stderr(&output));
    }
}

#[test]
fn a_meeting_is_named_by_its_title_or_as_the_next_and_alike_ones_are_told_apart() {
    let place = sample();
    let data = path(place.path());
    let out = place.path().join("letter.txt");
    let export = |meeting: &str| {
        tansiq(&["export", "invitation", "--data", data, "--meeting", meeting, "--format", "text", "--out", path(&out)])
    };
    let list = json(&succeed(&["search", "--data", data, "اجتماع", "--json"]));
    let hit = list.as_array().expect("a list").iter().find(|hit| hit["kind"] == "meeting").expect("a meeting");
    let title = hit["title"].as_str().expect("a title");
    assert!(export(title).status.success(), "{title}: {}", stderr(&export(title)));
    assert!(export("next").status.success(), "{}", stderr(&export("next")));
    let nothing = export("لا شيء بهذا العنوان");
    assert_eq!(nothing.status.code(), Some(1));
    assert!(stderr(&nothing).contains("number or title"), "{}", stderr(&nothing));
}

/// The parts of a package, by their names.
fn parts_of(file: &Path) -> Vec<(String, String)> {
    let bytes = std::fs::read(file).expect("written");
    let mut package = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a package");
    let count = package.len();
    let read = |place| {
        let mut part = package.by_index(place).expect("a part");
        let mut text = String::new();
        std::io::Read::read_to_string(&mut part, &mut text).expect("text");
        (part.name().expect("a name").into_owned(), text)
    };
    (0..count).map(read).collect()
}

#[test]
fn the_register_goes_out_as_a_workbook_that_runs_from_right_to_left() {
    let place = sample();
    let file = place.path().join("register.xlsx");
    let told = succeed(&["export", "register", "--data", path(place.path()), "--language", "ar", "--out", path(&file)]);
    assert!(told.contains("register.xlsx"), "{told}");
    let parts = parts_of(&file);
    let part =
        |name: &str| parts.iter().find(|(part, _)| part.contains(name)).map(|(_, text)| text.as_str()).expect(name);
    let sheet = part("worksheets/sheet1");
    for wanted in [
        "rightToLeft=\"1\"",
        "state=\"frozen\"",
        "<autoFilter",
        "<dataValidation ",
        "<conditionalFormatting ",
        // Printed, its columns stand beside each other.
        "fitToPage=\"1\"",
        "fitToHeight=\"0\"",
        "orientation=\"landscape\"",
    ] {
        assert!(sheet.contains(wanted), "{wanted}");
    }
    assert!(part("xl/workbook.xml").contains("_xlnm.Print_Titles"), "with the heads on every page");
    assert!(!sheet.contains("<f>"), "nothing in it is a formula");
    let words = part("sharedStrings");
    for wanted in ["أيام التأخير", "(هـ)", "قيد التنفيذ", "1448"] {
        assert!(words.contains(wanted), "{wanted}");
    }
    assert!(!words.contains('\u{2066}'), "marks that only order belong to the window");
}

#[test]
fn every_register_goes_out_in_every_format() {
    let place = sample();
    let registers =
        ["follow-ups", "proposals", "challenges", "meetings", "partnerships", "regulations", "organisations", "people"];
    for register in registers {
        for format in ["xlsx", "csv", "html", "md", "json", "text", "docx"] {
            let file = place.path().join(format!("{register}.{format}"));
            succeed(&[
                "export",
                "register",
                "--of",
                register,
                "--format",
                format,
                "--data",
                path(place.path()),
                "--out",
                path(&file),
            ]);
            assert!(std::fs::metadata(&file).expect("written").len() > 100, "{register} {format}");
        }
        let csv = std::fs::read_to_string(place.path().join(format!("{register}.csv"))).expect("UTF-8");
        let (head, rows) = csv.split_once("\r\n").expect("a head");
        assert!(head.starts_with('\u{feff}') && !rows.is_empty(), "{register}: {head}");
        assert!(!head.contains("field-"), "every column has a name: {head}");
        let read = json(&std::fs::read_to_string(place.path().join(format!("{register}.json"))).expect("UTF-8"));
        let listed = read["rows"].as_array().expect("rows");
        let first = listed.first().and_then(|row| row.as_object()).expect("each by the names of the fields");
        // The comma inside of a head is in quotes; none has one.
        assert_eq!(first.len(), head.split(',').count(), "{register}: {first:?}");
    }
    let tasks = json(&std::fs::read_to_string(place.path().join("follow-ups.json")).expect("UTF-8"));
    let days = tasks["rows"].as_array().expect("rows").iter().filter_map(|row| row["due"].as_str());
    let days: Vec<&str> = days.collect();
    assert!(!days.is_empty() && days.iter().all(|day| day.len() == 10 && day.starts_with("20")), "{days:?}");
}

#[test]
fn the_minutes_go_out_for_browsers_notes_and_programs() {
    let place = sample();
    let written = |format: &str| {
        let file = place.path().join(format!("minutes.{format}"));
        let arguments = [
            "export",
            "minutes",
            "--meeting",
            "last",
            "--format",
            format,
            "--data",
            path(place.path()),
            "--out",
            path(&file),
        ];
        succeed(&arguments);
        std::fs::read_to_string(&file).expect("UTF-8")
    };
    let page = written("html");
    assert!(page.contains("dir=\"rtl\"") && page.contains("<h2>"), "{page}");
    assert!(written("md").contains("\n## "), "sections have headings");
    let document = json(&written("json"));
    assert!(document["sections"].as_array().is_some_and(|sections| sections.len() > 3), "{document}");
}

#[test]
fn a_press_item_tells_only_what_may_be_told() {
    let place = sample();
    let file = place.path().join("press.txt");
    let arguments = [
        "export",
        "press-item",
        "--meeting",
        "last",
        "--format",
        "text",
        "--outlet",
        "صحيفة المدينة",
        "--language",
        "ar",
        "--data",
        path(place.path()),
        "--out",
        path(&file),
    ];
    succeed(&arguments);
    let text = std::fs::read_to_string(&file).expect("UTF-8");
    assert!(text.contains("صحيفة المدينة") && text.contains("عقدت"), "{text}");
    assert!(!text.contains("غير محدد"), "what is not known is left out: {text}");
}
