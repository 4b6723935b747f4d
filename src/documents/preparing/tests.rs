//! What the papers before a meeting say.

use super::*;
use crate::arabic::Digits;
use crate::calendar::{Calendars, Date, Time};
use crate::documents::minutes::{Outcome, Person};
use crate::documents::{Block, Document, Letterhead, Occasion, pdf, text};
use crate::domain::{
    Address, Confidentiality, Further, Honorific, MeetingKind, MeetingMode, OutcomeKind, OutcomeStatus,
};
use crate::strings::{Language, Tr};

fn arabic() -> Tr {
    Tr::new(Language::Arabic, Digits::Latin)
}

fn day(iso: &str) -> Date {
    Date::from_iso(iso).expect("a day")
}

fn person(title: &str, name: &str, post: &str) -> Person {
    Person {
        gender: None,
        honorific: Honorific::from_code(title),
        name: name.into(),
        post: post.into(),
        organisation: "جمعية بيئة".into(),
    }
}

fn coming() -> Coming {
    let item = |title: &str, minutes| PlannedItem { title: title.into(), minutes, ..PlannedItem::default() };
    Coming {
        occasion: Occasion {
            letterhead: Letterhead { lines: vec!["أمانة الواحة".into()], ..Letterhead::default() },
            number: "تن-1448-004".into(),
            title: "اللقاء الدوري مع الجمعيات".into(),
            kind: Some(MeetingKind::Coordination),
            date: Some(day("2026-11-23")),
            start: Time::new(9, 30),
            end: Time::new(11, 0),
            venue: "مقر الأمانة".into(),
            city: "الدمام".into(),
            mode: Some(MeetingMode::InPerson),
            purpose: "متابعة ما سبق".into(),
            confidentiality: Some(Confidentiality::Internal),
        },
        today: day("2026-11-16"),
        hosts: vec!["أمانة الواحة".into()],
        agenda: vec![item("الافتتاح", Some(5)), item("المبادرات", None), item("ما يستجد", Some(10))],
        sender: Some(person("mr", "سالم بن حمد", "وكيل الأمين للخدمات")),
        address: Address::RankAndPost,
    }
}

/// The document as text, without what only orders it.
fn told(document: &Document) -> String {
    let text = text::write(document);
    text.chars().filter(|letter| !matches!(letter, '\u{2066}'..='\u{2069}')).collect()
}

fn letter(to: &Addressee) -> String {
    told(&invitation(&coming(), to, &arabic(), Calendars::HijriFirst))
}

#[test]
fn a_letter_says_to_whom_when_where_and_what() {
    let letter = letter(&Addressee::Everybody);
    for words in [
        "دعوة لحضور اجتماع تنسيقي",
        "السادة المدعوون إلى الاجتماع",
        "السلام عليكم ورحمة الله وبركاته، وبعد:",
        "يسرنا في أمانة الواحة دعوتكم إلى حضور اجتماع تنسيقي «اللقاء الدوري مع الجمعيات»",
        "الاثنين 13 جمادى الآخرة 1448هـ الموافق 23 نوفمبر 2026م في تمام الساعة 9:30 ص",
        "وذلك في مقر الأمانة، الدمام",
        "1. الافتتاح – 9:30 ص – 5",
        "2. المبادرات – 9:35 ص",
        "وتقبلوا تحياتي",
        "الأستاذ سالم بن حمد",
    ] {
        assert!(letter.contains(words), "«{words}» in:\n{letter}");
    }
    // After an item that says nothing of its time nobody knows when the next one begins.
    assert!(letter.contains("3. ما يستجد – 10"), "{letter}");
}

#[test]
fn a_letter_names_its_addressee_as_letters_do() {
    let head = person("mrs", "نورة العتيبي", "رئيسة مجلس الإدارة");
    let check = |to: Addressee, expected: &str| {
        let letter = letter(&to);
        assert!(letter.contains(expected), "«{expected}» in:\n{letter}");
    };
    let name = "جمعية بيئة".to_owned();
    check(Addressee::Body { name: name.clone(), head: Some(head.clone()) }, "سعادة رئيسة مجلس الإدارة\nجمعية بيئة");
    check(Addressee::Body { name, head: None }, "السادة / جمعية بيئة");
    check(Addressee::Person(head), "سعادة رئيسة مجلس الإدارة\nجمعية بيئة");
    check(Addressee::Person(person("dr-f", "سارة العنزي", "")), "سعادة الدكتورة سارة العنزي");
    let bare = Coming { address: Address::PostTitleAndName, ..coming() };
    let to = Addressee::Person(person("eng", "إبراهيم القصيبي", "مدير الإدارة"));
    let letter = told(&invitation(&bare, &to, &arabic(), Calendars::HijriFirst));
    assert!(letter.contains("مدير الإدارة المهندس إبراهيم القصيبي"), "{letter}");
}

#[test]
fn what_nobody_knows_yet_leaves_a_sentence_that_reads_well() {
    let bare = Coming {
        occasion: Occasion {
            date: None,
            start: None,
            end: None,
            venue: String::new(),
            city: String::new(),
            purpose: String::new(),
            ..coming().occasion
        },
        hosts: Vec::new(),
        agenda: Vec::new(),
        sender: None,
        ..coming()
    };
    let letter = told(&invitation(&bare, &Addressee::Everybody, &arabic(), Calendars::HijriFirst));
    assert!(letter.contains("يسرنا دعوتكم إلى حضور اجتماع تنسيقي «اللقاء الدوري مع الجمعيات»."), "{letter}");
}

fn table(document: &Document) -> &crate::documents::Table {
    let mut tables = document
        .sections
        .iter()
        .flat_map(|section| &section.blocks)
        .filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None });
    tables.next().expect("a table")
}

#[test]
fn the_sheet_has_a_row_for_each_who_is_invited_and_some_to_spare() {
    let lines = [
        SigningLine {
            person: Some(person("mr", "ماجد", "")),
            post: "وكيل الخدمات".into(),
            body: "أمانة الواحة".into(),
            count: 1,
        },
        SigningLine { body: "جمعيات أهلية".into(), count: 3, ..SigningLine::default() },
        SigningLine { body: "جمعية بيئة".into(), count: 1, ..SigningLine::default() },
    ];
    let sheet = signing_sheet(&coming(), &lines, &arabic(), Calendars::HijriFirst);
    let table = table(&sheet);
    assert!(table.tall);
    assert_eq!(table.rows.len(), 5 + 6);
    let row = |at: usize| -> Vec<&str> { table.rows[at].iter().map(|cell| cell.text.as_str()).collect() };
    assert_eq!(row(0), ["1", "الأستاذ ماجد", "وكيل الخدمات", "أمانة الواحة", ""]);
    assert_eq!(row(3), ["4", "", "", "جمعيات أهلية", ""]);
    assert_eq!(row(10), ["11", "", "", "", ""]);
    assert!(told(&sheet).contains("المدعوون: 5"));
}

fn owed(text: &str, due: Option<&str>) -> Outcome {
    Outcome {
        goals: Vec::new(),
        reservations: Vec::new(),
        kind: OutcomeKind::FollowUp,
        number: "ت-1448-004-07".into(),
        text: text.into(),
        details: String::new(),
        person: None,
        organisation: "جمعية بيئة".into(),
        area: String::new(),
        due: due.map(day),
        status: OutcomeStatus::InProgress,
        priority: None,
        percent: None,
        meeting_number: "تن-1448-003".into(),
        done_on: None,
        last_action: String::new(),
        carried: 0,
    }
}

#[test]
fn the_file_says_what_is_late_and_what_there_is_nothing_of() {
    let body = BodyFile {
        name: "جمعية بيئة".into(),
        phone: "+966138123456".into(),
        theirs: vec![owed("تزويد الأمانة بالقوائم", Some("2026-11-10"))],
        partnerships: vec![Agreement {
            title: "حدائق الأحياء".into(),
            status: Some(OutcomeStatus::Active),
            ends_on: Some(day("2027-01-01")),
            owed: vec![owed("تخصيص المواقع", Some("2026-12-01"))],
        }],
        ..BodyFile::default()
    };
    let file = preparation(&coming(), &[body], &arabic(), Calendars::HijriFirst);
    let told = told(&file);
    for words in [
        "جمعية بيئة",
        "تزويد الأمانة بالقوائم",
        "متأخرة",
        "لا شيء مفتوح للجهة على غيرها.",
        "لا تحديات مفتوحة لديها.",
        "حدائق الأحياء",
        "تخصيص المواقع",
        "لم تحضر اجتماعًا من قبل.",
        "+966 13 812 3456",
    ] {
        assert!(told.contains(words), "«{words}» in:\n{told}");
    }
    let bare = BodyFile { name: "جمعية سند".into(), ..BodyFile::default() };
    let bare = self::told(&preparation(&coming(), &[bare], &arabic(), Calendars::HijriFirst));
    assert!(!bare.contains("ما على الجهة\n"), "what there is nothing of has no heading of its own:\n{bare}");
    assert!(bare.contains("لا شيء مفتوح على الجهة. لا شيء مفتوح للجهة على غيرها."), "it is said all the same:\n{bare}");
    let nobody = preparation(&coming(), &[], &arabic(), Calendars::HijriFirst);
    assert!(text::write(&nobody).contains("لم تُدعَ إلى هذا الاجتماع جهة بعد."));
}

#[test]
fn an_agenda_runs_by_the_clock_and_says_what_its_items_are_about_and_what_is_carried() {
    let mut meeting = coming();
    let about = AboutRecord {
        label_key: "outcome-kind-recommendation".into(),
        number: "ت-1448-003-02".into(),
        name: "حصر المقرات".into(),
        carried: 2,
    };
    meeting.agenda[0].about = vec![about];
    let facts = AgendaFacts {
        chair: Some(person("mr", "سالم بن حمد", "وكيل الأمين")),
        invited: vec!["جمعية بيئة".into(), "جمعيات أهلية".into()],
        earlier: vec![Outcome { carried: 2, ..owed("حصر المقرات", Some("2026-11-10")) }],
        earlier_left: Further::Counted(4),
        ..AgendaFacts::default()
    };
    let paper = agenda(&meeting, &facts, &arabic(), Calendars::HijriFirst);
    let told = told(&paper);
    for words in [
        "جدول الأعمال",
        "رئيس الاجتماع: الأستاذ سالم بن حمد",
        "المدعوون: جمعية بيئة، وجمعيات أهلية",
        "9:30 ص – 9:35 ص",
        "توصية ت-1448-003-02: حصر المقرات (رُحّلت مرتين)",
        "المجموع 15 د، ينتهي 9:45 ص",
        "متأخرة 6 أيام",
        "رُحّلت مرتين",
    ] {
        assert!(told.contains(words), "«{words}» in:\n{told}");
    }
    let none = agenda(&Coming { agenda: Vec::new(), ..coming() }, &AgendaFacts::default(), &arabic(), Calendars::Hijri);
    assert!(text::write(&none).contains("لا بنود في جدول الأعمال بعد."));
}

#[test]
fn each_paper_is_laid_out_in_both_languages() {
    for language in [Language::Arabic, Language::English] {
        let tr = Tr::new(language, Digits::Latin);
        let papers = [
            invitation(&coming(), &Addressee::Everybody, &tr, Calendars::HijriFirst),
            signing_sheet(&coming(), &[], &tr, Calendars::HijriFirst),
            preparation(&coming(), &[BodyFile::default()], &tr, Calendars::HijriFirst),
            agenda(&coming(), &AgendaFacts::default(), &tr, Calendars::HijriFirst),
        ];
        for paper in papers {
            assert!(pdf::write(&paper).expect("a PDF").starts_with(b"%PDF"));
        }
    }
}

#[test]
fn an_agenda_names_each_body_once_as_what_it_is() {
    let hosts = vec!["أمانة الواحة".to_owned(), "بلدية الساحل".to_owned()];
    let facts = AgendaFacts { partners: vec!["بلدية الساحل".into()], ..AgendaFacts::default() };
    let paper = told(&agenda(&Coming { hosts, ..coming() }, &facts, &arabic(), Calendars::HijriFirst));
    assert_eq!(paper.matches("بلدية الساحل").count(), 1, "{paper}");
}

#[test]
fn a_title_that_says_what_sort_of_meeting_it_is_is_not_told_it_again() {
    let sentence = |title: &str| {
        let occasion = Occasion { title: title.into(), ..coming().occasion };
        let letter = invitation(&Coming { occasion, ..coming() }, &Addressee::Everybody, &arabic(), Calendars::Hijri);
        told(&letter).lines().find(|line| line.contains("دعوتكم")).unwrap_or_default().to_owned()
    };
    assert!(sentence("اجتماع تنسيقي: ترميم المساكن").contains("إلى حضور «اجتماع تنسيقي: ترميم المساكن»"));
    assert!(sentence("ترميم المساكن").contains("إلى حضور اجتماع تنسيقي «ترميم المساكن»"));
}

#[test]
fn only_the_office_reads_that_a_paper_is_internal() {
    let foot = |level, paper: &dyn Fn(&Coming) -> Document| {
        let occasion = Occasion { confidentiality: Some(level), ..coming().occasion };
        paper(&Coming { occasion, ..coming() }).footer.text
    };
    let tr = arabic();
    let letter = |coming: &Coming| invitation(coming, &Addressee::Everybody, &tr, Calendars::Hijri);
    let file = |coming: &Coming| preparation(coming, &[], &tr, Calendars::Hijri);
    use crate::domain::Confidentiality::{Confidential, Internal};
    assert!(!foot(Internal, &letter).contains("داخلي") && foot(Internal, &file).contains("داخلي"));
    assert!(foot(Confidential, &letter).contains("سري"), "whoever gets a secret is told so");
}

#[test]
fn what_is_late_keeps_its_day_in_both_calendars() {
    let body = BodyFile { theirs: vec![owed("تزويد الأمانة", Some("2026-11-10"))], ..BodyFile::default() };
    let told = told(&preparation(&coming(), &[body], &arabic(), Calendars::HijriFirst));
    assert!(told.contains("30/05/1448هـ") && told.contains("10/11/2026م") && told.contains("متأخرة"), "{told}");
}
