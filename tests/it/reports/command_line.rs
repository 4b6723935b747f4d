//! Every paper in every form by the command line: each runs as its language does, and nothing that is typed is markup, a
//! formula or a script.

use std::io::Read;
use std::path::Path;
use std::process::{Command, Output};
use tansiq::domain::*;
use tansiq::store::{Edit, Store};

/// Names that try to be something else.
const SCRIPT: &str = "<script>alert('ن')</script><img src=x onerror=alert(1)>";
const FORMULA: &str = "=HYPERLINK(\"http://example.org\";\"هدف\")";

pub(super) fn run(data: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tansiq"));
    command.args(arguments).arg("--data").arg(data).env("LANG", "C.UTF-8");
    command.env_remove("LC_ALL").env_remove("LC_MESSAGES").output().expect("the program runs")
}

#[track_caller]
pub(super) fn write(data: &Path, document: &[&str], format: &str, language: &str) -> Vec<u8> {
    let out = data.join(format!("out.{format}"));
    let mut arguments = vec!["export"];
    arguments.extend(document);
    arguments.extend(["--format", format, "--language", language, "--out", out.to_str().expect("UTF-8")]);
    let output = run(data, &arguments);
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    let bytes = std::fs::read(&out).expect("a file");
    std::fs::remove_file(&out).expect("it goes");
    bytes
}

/// A store in which every name tries to be something else.
fn hostile() -> tempfile::TempDir {
    let place = tempfile::tempdir().expect("a folder");
    let store = Store::open(place.path(), std::sync::Arc::new(|| ())).expect("a store");
    let add = |entity, values| {
        let applied = store.apply(Edit::Add { entity, values }).expect("an addition");
        applied.record.expect("a record")
    };
    let kind = OrganisationKind::Ngo;
    let body =
        add(Entity::Organisation, vec![("name", SCRIPT.into()), ("kind", kind.into()), ("notes", SCRIPT.into())]);
    add(Entity::Alias, vec![("organisation", Value::Number(body.id)), ("name", SCRIPT.into())]);
    let partnership = add(Entity::Partnership, vec![("title", SCRIPT.into()), ("purpose", SCRIPT.into())]);
    add(
        Entity::Party,
        vec![
            ("partnership", Value::Number(partnership.id)),
            ("organisation", Value::Number(body.id)),
            ("side", Side::First.into()),
        ],
    );
    add(
        Entity::Outcome,
        vec![
            ("kind", OutcomeKind::Obligation.into()),
            ("text", SCRIPT.into()),
            ("partnership", Value::Number(partnership.id)),
            ("organisation", Value::Number(body.id)),
        ],
    );
    let goal = add(Entity::Entry, vec![("list", EntryList::Goal.into()), ("name", FORMULA.into())]);
    add(Entity::Link, vec![("source", partnership.into()), ("kind", LinkKind::Serves.into()), ("target", goal.into())]);
    let values = vec![("title", SCRIPT.into()), ("date", "2026-11-20".into()), ("status", MeetingStatus::Held.into())];
    let parties = vec![(SCRIPT.to_owned(), Side::Host)];
    store.apply(Edit::NewMeeting { values, parties, agenda: vec![(SCRIPT.to_owned(), Some(5))] }).expect("a meeting");
    store.close().expect("closed");
    std::fs::write(place.path().join("letter.txt"), format!("{SCRIPT}\n{FORMULA}")).expect("a text");
    place
}

/// All papers beside the minutes and the registers, of a store that has these records.
fn papers<'a>(body: &'a str, partnership: &'a str, meeting: &'a str, text: &'a str) -> Vec<Vec<&'a str>> {
    vec![
        vec!["agenda", "--meeting", meeting],
        vec!["profile", "--body", body],
        vec!["partnership", "--partnership", partnership],
        vec!["report", "--from", "2026-01-01", "--until", "2027-12-31"],
        vec!["report", "--period", "this-year", "--calendar", "gregorian", "--body", body],
        vec!["goals"],
        vec!["letter", "--to", body, "--subject", "استلام المواقع", "--text", text],
        vec!["press-item", "--meeting", meeting],
    ]
}

pub(super) fn demo() -> tempfile::TempDir {
    let place = tempfile::tempdir().expect("a folder");
    assert!(run(place.path(), &["demo"]).status.success());
    std::fs::write(place.path().join("letter.txt"), "نفيدكم باكتمال المواقع.\nونأمل استلامها.").expect("a text");
    place
}

pub(super) fn part(bytes: &[u8], name: &str) -> String {
    let mut package = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a package");
    let mut text = String::new();
    package.by_name(name).expect("the part").read_to_string(&mut text).expect("text");
    text
}

#[test]
fn every_paper_goes_out_in_every_form() {
    let place = demo();
    let text = place.path().join("letter.txt");
    let text = text.to_str().expect("UTF-8");
    for paper in papers("جمعية بصمة خضراء البيئية", "ش-1447-001", "last", text) {
        for (format, begins) in
            [("pdf", "%PDF"), ("docx", "PK"), ("html", "<!"), ("md", "#"), ("json", "{"), ("text", "")]
        {
            let bytes = write(place.path(), &paper, format, "ar");
            assert!(bytes.starts_with(begins.as_bytes()) && bytes.len() > 100, "{paper:?} {format}");
        }
    }
    let sheet = write(place.path(), &["goals"], "xlsx", "ar");
    assert!(part(&sheet, "xl/worksheets/sheet1.xml").contains("rightToLeft=\"1\""));
    let table = String::from_utf8(write(place.path(), &["goals"], "csv", "ar")).expect("UTF-8");
    assert!(table.starts_with('\u{feff}') && table.contains("جودة الحياة"), "{table}");
}

#[test]
fn each_paper_for_word_runs_from_right_to_left_in_arabic_and_only_there() {
    let place = demo();
    let text = place.path().join("letter.txt");
    let text = text.to_str().expect("UTF-8");
    for paper in papers("جمعية بصمة خضراء البيئية", "ش-1447-001", "last", text) {
        let xml = part(&write(place.path(), &paper, "docx", "ar"), "word/document.xml");
        let count = |what: &str| xml.matches(what).count();
        // Each paragraph says so but for a line of nothing but Latin, and the section once; each table, and each run of Arabic.
        let paragraphs = xml.split("<w:p>").skip(1).map(|it| it.split("</w:p>").next().unwrap_or_default());
        let (arabic, latin): (Vec<&str>, Vec<&str>) = paragraphs.partition(|it| it.contains("<w:bidi/>"));
        assert_eq!(count("<w:bidi/>"), arabic.len() + count("<w:sectPr"), "{paper:?}");
        assert!(latin.len() * 10 < arabic.len(), "{paper:?}: {latin:?}");
        assert!(latin.iter().all(|it| it.contains("<w:t ") && !it.contains("<w:rtl/>")), "{paper:?}: {latin:?}");
        assert_eq!(count("<w:tbl>"), count("<w:bidiVisual/>"), "{paper:?}");
        assert!(count("<w:rtl/>") > 3, "{paper:?}");
        let by_hand = |it: &&&str| it.contains("w:jc") && !it.contains(r#"<w:jc w:val="center"/>"#);
        assert_eq!(arabic.iter().filter(by_hand).count(), 0, "{paper:?}: nothing is aligned by hand");
        let english = part(&write(place.path(), &paper, "docx", "en"), "word/document.xml");
        let (paragraphs, page) = english.split_once("<w:sectPr").expect("a section");
        assert!(!page.contains("<w:bidi/>") && !english.contains("<w:bidiVisual/>"), "{paper:?}");
        // What was typed in Arabic runs from right to left all the same.
        for paragraph in paragraphs.split("<w:p>").filter(|paragraph| paragraph.contains("<w:bidi/>")) {
            assert!(paragraph.contains("<w:rtl/>"), "{paper:?}: {paragraph}");
        }
    }
}

/// The order in which Word wants what stands in these elements: one that is out of order is a damaged file to it.
const ORDERS: [(&str, &[&str]); 6] = [
    (
        "w:pPr",
        &[
            "pStyle",
            "keepNext",
            "keepLines",
            "pageBreakBefore",
            "numPr",
            "pBdr",
            "shd",
            "tabs",
            "bidi",
            "spacing",
            "ind",
            "jc",
            "sectPr",
        ],
    ),
    ("w:rPr", &["rStyle", "rFonts", "b", "bCs", "i", "iCs", "color", "sz", "szCs", "shd", "vertAlign", "rtl", "lang"]),
    (
        "w:tblPr",
        &[
            "tblStyle",
            "bidiVisual",
            "tblW",
            "jc",
            "tblInd",
            "tblBorders",
            "shd",
            "tblLayout",
            "tblCellMar",
            "tblCaption",
            "tblDescription",
        ],
    ),
    ("w:tcPr", &["tcW", "gridSpan", "vMerge", "tcBorders", "shd", "noWrap", "tcMar", "vAlign"]),
    ("w:tbl", &["tblPr", "tblGrid", "tr"]),
    (
        "w:sectPr",
        &[
            "headerReference",
            "footerReference",
            "type",
            "pgSz",
            "pgMar",
            "pgNumType",
            "cols",
            "titlePg",
            "bidi",
            "docGrid",
        ],
    ),
];

/// Each of these elements holds what it may hold, in the order of the standard.
fn check_orders(xml: &str) {
    use quick_xml::events::Event;
    let mut reader = quick_xml::Reader::from_str(xml);
    reader.config_mut().expand_empty_elements = true;
    let mut open: Vec<(String, usize)> = Vec::new();
    loop {
        let event = reader.read_event().expect("well formed");
        if event == Event::Eof {
            break;
        }
        if matches!(event, Event::End(_)) {
            open.pop();
        }
        let Event::Start(start) = event else { continue };
        let name = start.name().as_ref().to_owned();
        if let Some((parent, reached)) = open.last_mut()
            && let Some((_, order)) = ORDERS.iter().find(|(element, _)| element == parent)
        {
            let place = order.iter().position(|child| name == format!("w:{child}"));
            let place = place.unwrap_or_else(|| panic!("<{name}> in <{parent}>"));
            assert!(place >= *reached, "<{name}> comes too late in <{parent}>");
            *reached = place;
        }
        open.push((name, 0));
    }
    assert!(open.is_empty());
}

#[test]
fn each_paper_for_word_has_its_elements_in_the_order_of_the_standard() {
    let place = demo();
    let text = place.path().join("letter.txt");
    let text = text.to_str().expect("UTF-8");
    let mut all = papers("جمعية بصمة خضراء البيئية", "ش-1447-001", "last", text);
    for document in ["minutes", "invitation", "attendance-sheet", "preparation"] {
        all.push(vec![document, "--meeting", "last"]);
    }
    for paper in all {
        for language in ["ar", "en"] {
            check_orders(&part(&write(place.path(), &paper, "docx", language), "word/document.xml"));
        }
    }
}

#[test]
fn nothing_that_is_typed_becomes_markup_or_a_formula() {
    let place = hostile();
    let text = place.path().join("letter.txt");
    let text = text.to_str().expect("UTF-8");
    for paper in papers(SCRIPT, SCRIPT, "last", text) {
        let page = String::from_utf8(write(place.path(), &paper, "html", "ar")).expect("UTF-8");
        let (_, body) = page.split_once("<body").expect("a body");
        assert!(!body.contains("<script") && !body.contains("<img"), "{paper:?}: {body}");
        let xml = part(&write(place.path(), &paper, "docx", "ar"), "word/document.xml");
        check_orders(&xml);
        assert!(write(place.path(), &paper, "pdf", "ar").starts_with(b"%PDF"), "{paper:?}");
    }
    let table = String::from_utf8(write(place.path(), &["goals"], "csv", "ar")).expect("UTF-8");
    let cells = table.lines().filter(|line| line.contains("HYPERLINK"));
    let starts: Vec<&str> = cells.map(|line| line.trim_start_matches('"')).collect();
    assert!(!starts.is_empty() && starts.iter().all(|cell| !cell.starts_with('=')), "{starts:?}");
    let sheet = write(place.path(), &["goals"], "xlsx", "ar");
    assert!(!part(&sheet, "xl/worksheets/sheet1.xml").contains("<f>"), "no cell is a formula");
}

#[test]
fn what_is_not_there_is_said_in_words() {
    let place = demo();
    let out = place.path().join("out.pdf");
    let out = out.to_str().expect("UTF-8");
    let text = place.path().join("letter.txt");
    let text = text.to_str().expect("UTF-8");
    let check = |arguments: &[&str], words: &str| {
        let mut all = vec!["export"];
        all.extend(arguments);
        all.extend(["--out", out]);
        let output = run(place.path(), &all);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(said.contains(words), "{arguments:?}: {said}");
    };
    check(&["profile", "--body", "جهة لا يعرفها أحد"], "جهة لا يعرفها أحد");
    check(&["profile", "--body", "جمعية"], "Several records have that name");
    for person in ["م. يوسف النعمي", "المهندس يوسف النعمي", "يوسف النعمي"] {
        let paper = ["letter", "--to", person, "--subject", "س", "--text", text];
        assert!(!write(place.path(), &paper, "text", "ar").is_empty(), "{person}");
    }
    check(&["report", "--from", "2026-12-01", "--until", "2026-01-01"], "ends before it begins");
    check(&["report", "--from", "30/2/2026"], "30/2/2026");
    check(&["letter", "--to", "جمعية بصمة خضراء البيئية", "--subject", "س", "--text", "/nowhere.txt"], "/nowhere.txt");
}
