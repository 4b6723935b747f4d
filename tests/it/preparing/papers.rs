//! Invitations, the sheet for signing and the preparation file, from the window and from the command line.

use super::*;
use std::process::Command;

fn asked(window: &Window) -> Paper {
    let paper = |task| if let Task::WritePaper(paper) = task { Some(paper) } else { None };
    window.tasks().into_iter().rev().find_map(paper).expect("a paper was asked for")
}

#[test]
fn letters_go_to_the_chosen() {
    let mut window = prepared();
    window.click("الدعوات");
    assert!(window.shows("جمعية بيئة"));
    // Whoever comes from the host has no letter through a body: it is for the person to choose.
    window.click("كتابة خطاب واحد");
    let body = OrganisationId(2).record();
    let paper = asked(&window);
    assert_eq!((paper.kind, paper.format, paper.whom), (PaperKind::Invitation, PaperFormat::Pdf, vec![body]));
    window.click("خطاب إلى: أ. ماجد الدوسري");
    window.press_ctrl(Key::Enter);
    assert_eq!(asked(&window).whom.len(), 2);
}

#[test]
fn all_letters_come_in_one_file_each_with_its_own_pages() {
    let mut window = prepared();
    window.click("الدعوات");
    window.click("خطاب إلى: أ. ماجد الدوسري");
    window.click("كل الدعوات في ملف واحد");
    let paper = asked(&window);
    assert_eq!((paper.kind, paper.format, paper.whom.len()), (PaperKind::Invitations, PaperFormat::Pdf, 2));
    let store = window.state().store();
    let tr = tansiq::strings::Tr::new(Language::Arabic, tansiq::arabic::Digits::Latin);
    let written = tansiq::jobs::written(store, &paper, &Settings::default(), &tr, 1_795_417_200).expect("written");
    let [file] = written.as_slice() else { panic!("one file") };
    assert!(file.name.starts_with("الدعوات_") && file.name.ends_with(".pdf"), "{}", file.name);
    let text = crate::minutes::text_of(&file.bytes);
    crate::minutes::check_order(&text, &["السادة/ جمعية بيئة", "صفحة 1 من 1", "سعادة وكيل الخدمات", "صفحة 1 من 1"]);
    assert_eq!(crate::minutes::pages_of(&file.bytes), 2);
}

#[test]
fn there_is_one_for_all_a_calendar_and_a_text_to_copy() {
    let mut window = prepared();
    window.click("الدعوات");
    for (button, format) in
        [("خطاب عام", PaperFormat::Pdf), ("ملف تقويم (ICS)", PaperFormat::Ics), ("نسخ النص", PaperFormat::Text)]
    {
        window.click(button);
        assert_eq!((asked(&window).format, asked(&window).whom), (format, Vec::new()));
    }
    window.finish(Finished::TextWritten("دعوة".to_owned()));
    assert!(window.shows("نُسخ نص الدعوة"));
}

#[test]
fn the_sheet_and_the_file_are_asked_for_in_either_form() {
    let mut window = prepared();
    for (button, kind) in [("كشف الحضور والتوقيع", PaperKind::SigningSheet), ("ملف التحضير", PaperKind::Preparation)]
    {
        for (entry, format) in [("للطباعة (PDF)", PaperFormat::Pdf), ("للتعديل (Word)", PaperFormat::Docx)]
        {
            window.click(button);
            window.click_role(Role::MenuItem, entry);
            assert_eq!((asked(&window).kind, asked(&window).format), (kind, format));
        }
    }
    window.finish(Finished::PaperWritten("/srv/documents/كشف.pdf".into()));
    assert!(window.shows("كُتب: كشف.pdf"));
}

#[test]
fn letters_are_written_into_a_folder_under_the_names_of_those_they_go_to() {
    let window = open(&Setup::default(), fill);
    let store = window.state().store();
    let out = tempfile::tempdir().expect("a folder");
    let settings = Settings { export_folder: out.path().to_string_lossy().into_owned(), ..Settings::default() };
    let tr = tansiq::strings::Tr::new(Language::Arabic, tansiq::arabic::Digits::Latin);
    let whom = vec![OrganisationId(2).record(), PersonId(2).record()];
    let paper = Paper { kind: PaperKind::Invitation, format: PaperFormat::Docx, meeting: MeetingId(2), whom };
    let folder = tansiq::jobs::write_papers(store, &paper, &settings, &tr, 1_795_417_200).expect("written");
    let mut names: Vec<String> = std::fs::read_dir(&folder)
        .expect("a folder")
        .map(|entry| entry.expect("a file").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    assert_eq!(names.len(), 2);
    assert!(names.iter().any(|name| name.contains("جمعية بيئة") && name.ends_with(".docx")), "{names:?}");
    assert!(folder.file_name().is_some_and(|name| name.to_string_lossy().starts_with("الدعوات_")), "{folder:?}");
}

#[test]
fn all_letters_come_in_one_file_for_word_each_from_page_one() {
    let window = open(&Setup::default(), fill);
    let store = window.state().store();
    let whom = vec![OrganisationId(2).record(), PersonId(2).record()];
    let paper = Paper { kind: PaperKind::Invitations, format: PaperFormat::Docx, meeting: MeetingId(2), whom };
    for (language, to, closing) in [
        (Language::Arabic, ["السادة/ جمعية بيئة", "سعادة وكيل الخدمات"], "السلام عليكم"),
        (Language::English, ["جمعية بيئة", "وكيل الخدمات"], "لقاء الجمعيات"),
    ] {
        let tr = tansiq::strings::Tr::new(language, tansiq::arabic::Digits::Latin);
        let written = tansiq::jobs::written(store, &paper, &Settings::default(), &tr, 1_795_417_200).expect("written");
        let [file] = written.as_slice() else { panic!("one file") };
        assert!(file.name.ends_with(".docx"), "{}", file.name);
        let mut package = zip::ZipArchive::new(std::io::Cursor::new(&file.bytes)).expect("a package");
        let mut body = String::new();
        let mut part = package.by_name("word/document.xml").expect("its body");
        std::io::Read::read_to_string(&mut part, &mut body).expect("UTF-8");
        // What is written stands in runs between tags.
        let text: String = body.split('<').filter_map(|piece| Some(piece.split_once('>')?.1)).collect();
        let text = crate::minutes::bare_letters(&text);
        crate::minutes::check_order(&text, &[to[0], closing, to[1], closing]);
        let restarts = body.matches("w:pgNumType").count();
        assert_eq!((body.matches("<w:sectPr").count(), restarts), (2, 2), "a section each, from page one: {body}");
    }
}

#[test]
fn the_preparation_file_has_a_part_for_each_invited_body_with_what_is_open_there() {
    let window = open(&Setup::default(), |store| {
        fill(store);
        let side = Side::Invited;
        let organisation = "جمعية الإحسان".to_owned();
        store.apply(Edit::AddParty { meeting: MeetingId(2), organisation, side }).expect("invited");
        let body = store.read(MeetingPage { id: MeetingId(2) }).expect("it").parties[2].organisation;
        for (kind, text) in [(OutcomeKind::FollowUp, "تجهيز القاعة"), (OutcomeKind::Challenge, "ندرة المواقع")]
        {
            let values = vec![("kind", kind.into()), ("text", text.into()), ("organisation", body.into())];
            store.apply(Edit::Add { entity: Entity::Outcome, values }).expect("a record");
        }
    });
    let store = window.state().store();
    let view = store.read(MeetingPage { id: MeetingId(2) }).expect("the meeting");
    let tr = tansiq::strings::Tr::new(Language::Arabic, tansiq::arabic::Digits::Latin);
    let written = |whom: Vec<Record>| {
        let paper = Paper { kind: PaperKind::Preparation, format: PaperFormat::Text, meeting: MeetingId(2), whom };
        let written = tansiq::jobs::written(store, &paper, &Settings::default(), &tr, 1_795_417_200).expect("written");
        crate::minutes::bare_letters(&String::from_utf8(written[0].bytes.clone()).expect("UTF-8"))
    };
    let all = written(Vec::new());
    let theirs = ["جمعية بيئة", "تزويد الجمعيات بالدليل", "حصر الفعاليات"];
    let others = ["جمعية الإحسان", "تجهيز القاعة", "ندرة المواقع"];
    crate::minutes::check_order(&all, &[&theirs[..], &others[..]].concat());
    let one = written(vec![view.parties[2].organisation.record()]);
    crate::minutes::check_order(&one, &others);
    for text in ["تزويد الجمعيات بالدليل", "حصر الفعاليات"] {
        assert!(!one.contains(&crate::minutes::bare_letters(text)), "{text} is not theirs");
    }
}

#[test]
fn the_command_line_writes_each_paper_in_each_form() {
    let place = tempfile::tempdir().expect("a folder");
    let run = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tansiq"));
        command.args(arguments).arg("--data").arg(place.path()).env("LANG", "C.UTF-8");
        command.env_remove("LC_ALL").env_remove("LC_MESSAGES").output().expect("the program runs")
    };
    assert!(run(&["demo"]).status.success());
    let written = |document: &str, format: &str| {
        let out = place.path().join(format!("out.{format}"));
        let path = out.to_str().expect("a UTF-8 path");
        let output = run(&["export", document, "--meeting", "last", "--format", format, "--out", path]);
        assert!(output.status.success(), "{document} {format}: {}", String::from_utf8_lossy(&output.stderr));
        std::fs::read(out).expect("a file")
    };
    for document in ["invitation", "attendance-sheet", "preparation"] {
        assert!(written(document, "pdf").starts_with(b"%PDF"), "{document}");
        assert!(written(document, "docx").starts_with(b"PK"), "{document}");
    }
    assert!(written("invitation", "ics").starts_with(b"BEGIN:VCALENDAR"));
    assert!(String::from_utf8(written("invitation", "text")).expect("UTF-8").contains("السلام عليكم"));
    let out = place.path().join("out.pdf");
    let out = out.to_str().expect("a UTF-8 path");
    // A letter for each body: into a folder, or all in one file.
    let folder = place.path().join("letters");
    let letters = folder.to_str().expect("a UTF-8 path");
    assert!(run(&["export", "invitation", "--meeting", "last", "--all", "--out", letters]).status.success());
    let names: Vec<String> = std::fs::read_dir(&folder)
        .expect("a folder")
        .map(|entry| entry.expect("a file").file_name().to_string_lossy().into_owned())
        .collect();
    assert!(!names.is_empty() && names.iter().all(|name| name.ends_with(".pdf")), "{names:?}");
    let said = run(&["export", "invitation", "--meeting", "last", "--all", "--out", out]);
    assert!(String::from_utf8_lossy(&said.stdout).contains(&format!("({})", names.len())), "{said:?}");
    assert!(crate::minutes::pages_of(&std::fs::read(out).expect("a file")) >= names.len());
    let nobody = run(&["export", "invitation", "--meeting", "last", "--body", "جهة مجهولة", "--out", out]);
    assert_eq!(nobody.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&nobody.stderr).contains("جهة مجهولة"));
}
