//! What papers say of people, of where things stand and of what nobody has said, by the command line.

use super::command_line::{demo, part, run, write};
use tansiq::domain::*;
use tansiq::store::query::{FindMeeting, MeetingNamed, MeetingPage};
use tansiq::store::{Edit, Store};

/// A task and a decision of «م. سالم الدوسري», who is of a body, and a partner's obligation of his.
fn engineer() -> tempfile::TempDir {
    let place = tempfile::tempdir().expect("a folder");
    let store = Store::open(place.path(), std::sync::Arc::new(|| ())).expect("a store");
    let add = |entity, values| {
        let applied = store.apply(Edit::Add { entity, values }).expect("an addition");
        applied.record.expect("a record")
    };
    let kind = OrganisationKind::Ngo;
    let body = add(Entity::Organisation, vec![("name", "جمعية الواحة الخضراء".into()), ("kind", kind.into())]);
    let engineer = Honorific::from_code("eng").expect("a title");
    let person = add(
        Entity::Person,
        vec![
            ("name", "عبد الرحمن الدوسري".into()),
            ("honorific", engineer.into()),
            ("organisation", Value::Number(body.id)),
        ],
    );
    let outcome = |kind: OutcomeKind, text: &str, status: OutcomeStatus| {
        vec![
            ("kind", kind.into()),
            ("text", text.into()),
            ("status", status.into()),
            ("person", Value::Number(person.id)),
        ]
    };
    add(Entity::Outcome, outcome(OutcomeKind::FollowUp, "حصر المواقع", OutcomeStatus::NotStarted));
    add(Entity::Outcome, outcome(OutcomeKind::Decision, "اعتماد الدليل", OutcomeStatus::NotStarted));
    let partnership =
        add(Entity::Partnership, vec![("title", "شراكة الحدائق".into()), ("number", "ش-1448-001".into())]);
    let mut owed = outcome(OutcomeKind::Obligation, "تدريب المتطوعين", OutcomeStatus::Done);
    owed.push(("partnership", Value::Number(partnership.id)));
    add(Entity::Outcome, owed);
    store.close().expect("closed");
    place
}

fn text(place: &tempfile::TempDir, document: &[&str], format: &str, language: &str) -> String {
    let text = String::from_utf8(write(place.path(), document, format, language)).expect("UTF-8");
    text.chars().filter(|letter| !matches!(letter, '\u{2066}'..='\u{2069}')).collect()
}

#[test]
fn a_status_agrees_with_what_it_is_said_of_on_paper_and_in_a_sheet() {
    let place = engineer();
    let register = ["register", "--of", "follow-ups"];
    let paper = text(&place, &register, "md", "ar");
    let row = |what: &str| paper.lines().find(|line| line.contains(what)).unwrap_or_default().to_owned();
    assert!(row("حصر المواقع").contains("لم تبدأ"), "a follow-up is she: {paper}");
    assert!(row("اعتماد الدليل").contains("لم يبدأ"), "a decision is he: {paper}");
    let csv = text(&place, &register, "csv", "ar");
    assert!(csv.contains("لم تبدأ") && csv.contains("لم يبدأ"), "{csv}");
    assert!(
        text(&place, &["partnership", "--partnership", "ش-1448-001"], "md", "ar").contains("منجز |"),
        "and he is done"
    );
}

#[test]
fn a_task_is_called_as_in_the_list_where_its_owner_has_a_column_of_his_own() {
    let place = engineer();
    let store = Store::open(place.path(), std::sync::Arc::new(|| ())).expect("a store");
    let person = store.read(tansiq::store::query::PeopleList { containing: String::new() }).expect("people")[0].id;
    let values = vec![
        ("kind", OutcomeKind::FollowUp.into()),
        ("text", "إعداد الدليل مع @عبد الرحمن الدوسري ونشره @عبد الرحمن الدوسري".into()),
        ("person", Value::Number(person.0)),
    ];
    store.apply(Edit::Add { entity: Entity::Outcome, values }).expect("a task");
    store.close().expect("closed");
    for format in ["md", "csv"] {
        let register = text(&place, &["register", "--of", "follow-ups"], format, "ar");
        assert!(register.contains("إعداد الدليل مع عبد الرحمن الدوسري ونشره"), "{register}");
        assert!(!register.contains("ونشره عبد") && !register.contains('@'), "{register}");
    }
}

#[test]
fn papers_in_english_have_english_titles() {
    let place = engineer();
    for paper in [vec!["register", "--of", "follow-ups"], vec!["partnership", "--partnership", "ش-1448-001"]] {
        let paper = text(&place, &paper, "md", "en");
        assert!(paper.contains("Eng. عبد الرحمن الدوسري"), "{paper}");
        assert!(!paper.contains("م. عبد"), "{paper}");
    }
    // In a sheet the name is the store's, by which it is looked up.
    assert!(text(&place, &["register", "--of", "follow-ups"], "csv", "en").contains("م. عبد الرحمن الدوسري"));
}

#[test]
fn a_letter_goes_to_the_body_of_that_name_and_not_to_its_people() {
    let place = engineer();
    std::fs::write(place.path().join("letter.txt"), "نفيدكم بذلك.").expect("a text");
    let file = place.path().join("letter.txt");
    let letter = |to: &str| {
        let asked = ["letter", "--to", to, "--subject", "المواقع", "--text", file.to_str().expect("UTF-8")];
        text(&place, &asked, "text", "ar")
    };
    assert!(letter("جمعية الواحة الخضراء").contains("السادة / جمعية الواحة الخضراء"));
    assert!(letter("عبد الرحمن الدوسري").contains("عبد الرحمن الدوسري"));
}

#[test]
fn the_title_of_a_woman_is_printed_as_papers_have_it() {
    let place = engineer();
    let store = Store::open(place.path(), std::sync::Arc::new(|| ())).expect("a store");
    let title = Honorific::from_code("dr-f").expect("a title");
    let values = vec![("name", "هدى السالم".into()), ("honorific", title.into())];
    store.apply(Edit::Add { entity: Entity::Person, values }).expect("a person");
    store.close().expect("closed");
    let row = |format: &str, language: &str| {
        let register = text(&place, &["register", "--of", "people"], format, language);
        register.lines().find(|line| line.contains("هدى السالم")).expect("her row").to_owned()
    };
    let paper = row("md", "en");
    assert!(paper.contains("| Dr |"), "{paper}");
    assert!(row("md", "ar").contains("الدكتورة"));
    assert!(row("csv", "en").contains("Dr (f.)"), "whoever takes the sheet in again knows of whom it is");
}

#[test]
fn a_task_is_told_with_the_body_of_who_owes_it_on_paper_and_in_data() {
    let place = engineer();
    let register = ["register", "--of", "follow-ups"];
    let paper = text(&place, &register, "md", "ar");
    let row = paper.lines().find(|line| line.contains("حصر المواقع")).unwrap_or_default();
    assert!(row.contains("جمعية الواحة الخضراء"), "{paper}");
    let data: serde_json::Value = serde_json::from_str(&text(&place, &register, "json", "ar")).expect("JSON");
    assert_eq!(data["rows"][0]["organisation"], "جمعية الواحة الخضراء", "{data}");
    let sheet = text(&place, &register, "csv", "ar");
    let row = sheet.lines().find(|line| line.contains("حصر المواقع")).unwrap_or_default();
    assert!(row.contains("جمعية الواحة الخضراء"), "a sheet that is filtered by the body has it too: {sheet}");
}

#[test]
fn columns_that_nothing_fills_are_left_out_of_a_paper_and_kept_in_data() {
    let place = engineer();
    let register = ["register", "--of", "follow-ups"];
    let paper = text(&place, &register, "md", "ar");
    assert!(!paper.contains("تاريخ الاستحقاق") && paper.contains("المسؤول"), "{paper}");
    assert!(text(&place, &register, "csv", "ar").contains("تاريخ الاستحقاق"));
}

#[test]
fn names_of_two_words_are_not_parted_by_the_end_of_a_line() {
    let place = engineer();
    let register = ["register", "--of", "follow-ups"];
    let page = text(&place, &register, "html", "ar");
    assert!(page.contains("عبد\u{A0}الرحمن الدوسري"), "{page}");
    let xml = part(&write(place.path(), &register, "docx", "ar"), "word/document.xml");
    assert!(xml.contains("عبد\u{A0}الرحمن"), "{xml}");
    for format in ["md", "csv", "json"] {
        assert!(!text(&place, &register, format, "ar").contains('\u{A0}'), "{format} is read by programs");
    }
}

#[test]
fn a_press_item_says_what_it_holds_back_and_tells_it_if_asked_to() {
    let place = demo();
    let out = place.path().join("press.md");
    let item = |more: &[&str]| {
        let mut arguments = vec!["export", "press-item", "--meeting", "last", "--format", "md", "--language", "en"];
        arguments.extend(["--out", out.to_str().expect("UTF-8")]);
        arguments.extend(more);
        let output = run(place.path(), &arguments);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let told = std::fs::read_to_string(&out).expect("an item");
        (String::from_utf8_lossy(&output.stderr).into_owned(), told)
    };
    let (said, few) = item(&[]);
    assert!(said.contains("nobody has released it") && said.contains("--tell-all"), "{said}");
    let (said, all) = item(&["--tell-all"]);
    assert!(!said.contains("--tell-all"), "{said}");
    assert!(all.len() > few.len(), "{few}\n{all}");
}

#[test]
fn the_press_hears_of_a_meeting_once_it_has_begun_and_the_minutes_tell_of_it_then() {
    let place = demo();
    let out = place.path().join("told.md");
    let store = || Store::open(place.path(), std::sync::Arc::new(|| ())).expect("a store");
    let opened = store();
    let named = MeetingNamed::NextFrom(tansiq::calendar::Date::today());
    let next = opened.read(FindMeeting { named }).expect("read")[0].id;
    let number = opened.read(MeetingPage { id: next }).expect("read").meeting.number;
    opened.close().expect("closed");
    let export = |paper: &str, language: &str| {
        let arguments = ["export", paper, "--meeting", &number, "--format", "md", "--language", language, "--out"];
        let output = run(place.path(), &[&arguments[..], &[out.to_str().expect("UTF-8")]].concat());
        let told = std::fs::read_to_string(&out).unwrap_or_default();
        (output.status.success(), String::from_utf8_lossy(&output.stderr).into_owned(), told)
    };
    let (is_written, said, _) = export("press-item", "ar");
    assert!(!is_written && said.contains("لم يُعقد الاجتماع بعد"), "{said}");
    let (is_written, said, _) = export("press-item", "en");
    assert!(!is_written && said.contains("has not been held"), "{said}");
    let (_, _, minutes) = export("minutes", "ar");
    assert!(minutes.contains("لم يُعقد الاجتماع بعد") && minutes.contains("المدعوون"), "{minutes}");
    assert!(!minutes.contains("افتتح") && !minutes.contains("للتحضير:") && !minutes.contains("واختُتم"), "{minutes}");
    let opened = store();
    let begun = Edit::MoveMeeting { meeting: next, to: MeetingStatus::InProgress, reason: String::new() };
    opened.apply(begun).expect("it begins");
    opened.close().expect("closed");
    let (is_written, said, item) = export("press-item", "ar");
    assert!(is_written && item.contains("عقدت"), "{said} {item}");
    let (_, _, minutes) = export("minutes", "ar");
    assert!(minutes.contains("افتتح") && !minutes.contains("للتحضير:"), "{minutes}");
}

#[test]
fn who_signs_a_letter_by_being_the_coordinator_has_the_title_and_the_post_of_the_register() {
    let place = demo();
    let words = place.path().join("letter.txt");
    let letter = ["letter", "--to", "جمعية بصمة خضراء البيئية", "--subject", "المواقع", "--text"];
    let letter = text(&place, &[&letter[..], &[words.to_str().expect("UTF-8")]].concat(), "md", "ar");
    assert!(letter.contains("الأستاذة نورة بنت فهد السديري"), "{letter}");
    assert!(letter.contains("منسقة العلاقة مع الجمعيات"), "{letter}");
}

#[test]
fn whoever_invites_to_what_is_over_is_told_so() {
    let place = demo();
    let out = place.path().join("invitation.md");
    let out = out.to_str().expect("UTF-8");
    let said = |meeting: &str| {
        let arguments =
            ["export", "invitation", "--meeting", meeting, "--format", "text", "--language", "ar", "--out", out];
        let output = run(place.path(), &arguments);
        assert!(output.status.success());
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    assert!(said("last").contains("مضى موعده"));
    assert_eq!(said("next"), "");
    let letter = std::fs::read_to_string(out).expect("a letter");
    assert!(!letter.contains("غير محدد") && !letter.contains("لم يُذكر") && !letter.contains("داخلي"), "{letter}");
}

#[test]
fn what_a_report_says_was_done_is_told_among_what_was_done() {
    let place = demo();
    let report = text(&place, &["report", "--from", "2020-01-01", "--until", "2099-01-01"], "text", "ar");
    let (_, done) = report.split_once("\nما أُنجز في الفترة\n").expect("a part of its own");
    let (done, _) = done.split_once("\nالمتأخر عن موعده\n").expect("another part");
    assert!(done.contains("اعتماد نموذج موحّد لطلبات الجمعيات"), "{report}");
    let count = done.lines().filter(|line| line.contains(" – ")).count();
    assert!(report.contains(&format!("وأُنجز في الفترة {count} بنود")), "{report}");
    // The same record was carried as often wherever that is told.
    let carried = |paper: &str| {
        let row = paper.lines().find(|line| line.contains("حصر المرافق البلدية")).unwrap_or_default();
        row.split("رُحّلت ").nth(1).and_then(|rest| rest.split([')', ' ', '|']).next()).unwrap_or_default().to_owned()
    };
    let minutes = text(&place, &["minutes", "--meeting", "last"], "text", "ar");
    assert_eq!((carried(&report).as_str(), carried(&minutes).as_str()), ("مرتين", "مرتين"), "{report}\n{minutes}");
}

#[test]
fn one_paper_names_somebody_in_one_way() {
    let place = demo();
    let record = text(&place, &["partnership", "--partnership", "ش-1447-001"], "text", "ar");
    assert!(record.contains("الدكتورة هند العبيد") && !record.contains("د. هند"), "{record}");
}
