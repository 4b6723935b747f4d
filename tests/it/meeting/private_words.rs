//! Private words, and whom they name, leave the program by no paper, in no form: every paper of a meeting is written and read
//! by its bytes.

use super::set_apart::{press_ctrl_shift, type_in};
use super::*;
use crate::minutes::{bare_letters, text_of};
use tansiq::arabic::Digits;
use tansiq::documents::{docx, minutes as paper, text};
use tansiq::domain::{AddendumId, Paper, PaperFormat, PaperKind, PersonId, Settings};
use tansiq::jobs;
use tansiq::store::AddendumStep;
use tansiq::store::query::AllSettings;
use tansiq::strings::Tr;

/// A word in either script that stands in a private line only, and who is named there only.
const PRIVATE: [&str; 3] = ["المزايدة", "Zugzwang", "العنزي"];
/// What all may read.
const PUBLIC: &str = "نقاش علني";

/// A meeting with a line for all and two private ones: one was private from its first letter, of the other that was decided
/// after somebody, and a regulation, had been chosen from the list for it.
fn with_private_lines() -> Window {
    let mut window = workspace(Language::Arabic);
    let store = window.state().store().clone();
    let values = vec![("list", "tag".into()), ("name", "سري للغاية".into())];
    store.apply(Edit::Add { entity: Entity::Entry, values }).expect("a tag");
    window.settle();
    window.click(NOTES);
    type_in(&mut window, PUBLIC);
    window.press(Key::Enter);
    press_ctrl_shift(&mut window, Key::P);
    type_in(&mut window, "المزايدة Zugzwang متوقعة");
    window.press(Key::Enter);
    type_in(&mut window, "رأي @سارة");
    window.press(Key::Enter);
    pause(&mut window);
    type_in(&mut window, "#سري");
    window.press(Key::Enter);
    pause(&mut window);
    press_ctrl_shift(&mut window, Key::P);
    let view = stored(&window);
    let private: Vec<&str> =
        view.agenda[0].blocks.iter().filter(|block| block.is_private()).map(|block| block.body.trim()).collect();
    assert_eq!(private, ["المزايدة Zugzwang متوقعة", "رأي @سارة العنزي #سري للغاية"]);
    window
}

/// The text of a package of XML files, without its marks.
fn text_of_package(bytes: &[u8]) -> String {
    let mut package = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a package");
    let mut all = String::new();
    for index in 0..package.len() {
        let mut file = package.by_index(index).expect("a file");
        let mut content = Vec::new();
        std::io::Read::read_to_end(&mut file, &mut content).expect("read");
        let content = String::from_utf8_lossy(&content);
        let words = content.split('<').map(|part| part.split_once('>').map_or(part, |(_, words)| words));
        all.extend(words);
    }
    bare_letters(&all)
}

/// What a reader finds in a file, whatever its form.
fn read_file(bytes: &[u8], format: PaperFormat) -> String {
    let raw = String::from_utf8_lossy(bytes);
    match format {
        PaperFormat::Pdf => format!("{}{raw}", text_of(bytes)),
        PaperFormat::Docx => format!("{}{raw}", text_of_package(bytes)),
        // Long lines of a calendar go on after a line break and a space.
        PaperFormat::Ics | PaperFormat::Text | PaperFormat::Html | PaperFormat::Markdown | PaperFormat::Json => {
            bare_letters(&raw)
        }
    }
}

#[track_caller]
fn check(what: &str, found: &str, public: &str) {
    assert!(found.contains(&bare_letters(public)), "{what} has what all may read:\n{found}");
    for word in PRIVATE {
        assert!(!found.contains(word), "{what} has «{word}»");
    }
}

#[test]
fn private_words_and_names_are_in_no_paper_of_the_meeting() {
    let window = with_private_lines();
    let store = window.state().store();
    let settings = Settings::from_rows(&store.read(AllSettings).expect("the settings"));
    let tr = Tr::new(Language::Arabic, Digits::Latin);
    let meeting = stored(&window).meeting.id;
    let begun = Edit::MoveMeeting { meeting, to: MeetingStatus::InProgress, reason: String::new() };
    store.apply(begun).expect("what was said is told of a meeting that has begun");
    let view = stored(&window);
    let out = tempfile::tempdir().expect("a folder");
    let file = |name: &str| out.path().join(name);
    let document = paper::build(&jobs::facts(&view, (&settings, &tr), window.folder()), &tr, settings.calendars);
    let draft = jobs::minutes_file(store, (meeting, PaperFormat::Pdf), &settings, &tr, Some(&file("draft.pdf")))
        .expect("minutes");
    check("the draft", &read_file(&std::fs::read(draft).expect("a file"), PaperFormat::Pdf), PUBLIC);
    check("the minutes in Word", &read_file(&docx::write(&document).expect("a file"), PaperFormat::Docx), PUBLIC);
    check("the minutes as text", &read_file(text::write(&document).as_bytes(), PaperFormat::Text), PUBLIC);
    for (kind, formats) in [
        (PaperKind::Invitation, [PaperFormat::Pdf, PaperFormat::Docx, PaperFormat::Ics, PaperFormat::Text].as_slice()),
        (PaperKind::Invitations, [PaperFormat::Pdf].as_slice()),
        (PaperKind::SigningSheet, [PaperFormat::Pdf, PaperFormat::Docx].as_slice()),
        (PaperKind::Preparation, [PaperFormat::Pdf, PaperFormat::Docx].as_slice()),
    ] {
        for format in formats {
            let asked = Paper { kind, format: *format, meeting, whom: Vec::new() };
            let written = jobs::written(store, &asked, &settings, &tr, support::NOW).expect("a paper");
            let bytes = &written[0].bytes;
            check(&format!("{kind:?} {format:?}"), &read_file(bytes, *format), "جمعيات الأحياء");
        }
    }
    let attendee = Attendee::Known(PersonId(1));
    store.apply(Edit::AddAttendee { meeting, attendee, status: AttendanceStatus::Present }).expect("on the list");
    store.apply(Edit::MoveMeeting { meeting, to: MeetingStatus::Held, reason: String::new() }).expect("moved");
    support::lead(store, meeting);
    store.apply(Edit::ApproveMinutes(meeting)).expect("approved");
    let approved = jobs::minutes_file(store, (meeting, PaperFormat::Pdf), &settings, &tr, Some(&file("approved.pdf")))
        .expect("minutes");
    check("the approved minutes", &read_file(&std::fs::read(approved).expect("a file"), PaperFormat::Pdf), PUBLIC);
    let values = vec![("meeting", meeting.into()), ("text", "تعديل موعد التسليم".into())];
    let added = store.apply(Edit::Add { entity: Entity::Addendum, values }).expect("written");
    let addendum = AddendumId(added.record.expect("an addendum").id);
    store.apply(Edit::Addendum { addendum, step: AddendumStep::Approve }).expect("approved");
    let added = jobs::addendum_pdf(store, (meeting, addendum), &settings, &tr, Some(&file("addendum.pdf")));
    let added = std::fs::read(added.expect("an addendum")).expect("a file");
    check("the addendum", &read_file(&added, PaperFormat::Pdf), "تعديل موعد التسليم");
}

#[test]
fn what_a_private_line_names_is_tied_to_nothing_and_comes_back_with_an_undo() {
    let window = with_private_lines();
    let store = window.state().store();
    let ties = || {
        let sql = rusqlite::Connection::open(window.folder().join("tansiq.db")).expect("the file");
        let count = "SELECT count(*) FROM link WHERE deleted = 0";
        sql.query_row(count, [], |row| row.get::<_, i64>(0)).expect("counted")
    };
    assert_eq!(ties(), 0);
    store.apply(Edit::Undo).expect("the line is notes again");
    assert_eq!(ties(), 2, "she and the tag");
}
