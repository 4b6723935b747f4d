//! The minutes on paper: what a reader finds on the pages, in which order, whatever was typed.
//!
//! The PDF is read back by poppler's tools, as a person's reader would.

#![allow(clippy::expect_used, reason = "a test says what is wrong by panicking, in its helpers too")]

mod from_store;
mod sample;

use sample::{bare, long, outcome, person, short, whole};
use std::io::Write;
use std::process::{Command, Stdio};
use tansiq::arabic::Digits;
use tansiq::calendar::{Calendars, Date};
use tansiq::documents::minutes::{AgendaItem, Attendee, Facts, Note, Regulation, Who, build};
use tansiq::documents::pdf::Writer;
use tansiq::documents::{Logo, file_name};
use tansiq::domain::{AgendaState, AttendanceStatus, OutcomeKind};
use tansiq::strings::{Language, Tr};

const HEADINGS: [&str; 14] = [
    "أولًا: بيانات الاجتماع",
    "ثانيًا: الهدف من الاجتماع",
    "ثالثًا: الحضور",
    "رابعًا: جدول الأعمال",
    "خامسًا: متابعة توصيات الاجتماعات السابقة",
    "سادسًا: وقائع الاجتماع والمناقشات",
    "سابعًا: مستجدات الأنظمة والتشريعات",
    "ثامنًا: المبادرات والمقترحات",
    "تاسعًا: القرارات والتوصيات",
    "عاشرًا: التكليفات (المهام)",
    "حادي عشر: ما يستجد من أعمال",
    "ثاني عشر: موعد الاجتماع القادم",
    "ثالث عشر: الاعتماد والتواقيع",
    "رابع عشر: المرفقات",
];

fn arabic() -> Tr {
    Tr::new(Language::Arabic, Digits::Latin)
}

fn pdf(facts: &Facts, tr: &Tr) -> Vec<u8> {
    Writer::new().write(&build(facts, tr, Calendars::HijriFirst)).expect("a PDF")
}

/// Runs one of poppler's tools on the PDF.
fn poppler(tool: &str, arguments: &[&str], pdf: &[u8]) -> String {
    let mut child = Command::new(tool)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap_or_else(|error| panic!("{tool} is missing: install the package poppler-utils ({error})"));
    let mut input = child.stdin.take().expect("its input");
    let bytes = pdf.to_vec();
    let feeder = std::thread::Builder::new().spawn(move || input.write_all(&bytes)).expect("a thread");
    let output = child.wait_with_output().expect("its output");
    feeder.join().expect("the thread").expect("the whole PDF is read");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The text without what poppler places by its own lights: spaces, direction marks, vowel signs.
pub fn bare_letters(text: &str) -> String {
    let ignored = |character: char| {
        character.is_whitespace()
            || matches!(character, '\u{64B}'..='\u{652}' | '\u{640}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    };
    text.chars().filter(|character| !ignored(*character)).collect()
}

pub fn text_of(pdf: &[u8]) -> String {
    bare_letters(&poppler("pdftotext", &["-enc", "UTF-8", "-", "-"], pdf))
}

pub fn pages_of(pdf: &[u8]) -> usize {
    let info = poppler("pdfinfo", &["-"], pdf);
    let pages = info.lines().find_map(|line| line.strip_prefix("Pages:")).expect("a number of pages");
    pages.trim().parse().expect("a number")
}

/// Each of these stands in the text, after the one before it.
pub fn check_order(text: &str, expected: &[&str]) {
    let mut rest = text;
    for part in expected {
        let wanted = bare_letters(part);
        let (_, after) = rest
            .split_once(wanted.as_str())
            .unwrap_or_else(|| panic!("«{part}» is missing, or too early, in:\n{text}"));
        rest = after;
    }
}

#[test]
fn the_sections_stand_in_their_order() {
    check_order(&text_of(&pdf(&whole(), &arabic())), &HEADINGS);
    let papers = ["المرفقات", "الاعتماد والتواقيع", "رابع عشر: المرفقات", "خريطة المواقع", "عرض المبادرات"];
    check_order(&text_of(&pdf(&whole(), &arabic())), &papers);
}

#[test]
fn every_fact_is_on_the_paper() {
    let text = text_of(&pdf(&whole(), &arabic()));
    let facts = [
        "المملكة العربية السعودية",
        "محضر اجتماع تنسيقي",
        "الاجتماع التنسيقي مع الجمعيات الأهلية بمنطقة الواحة",
        "جمادى الآخرة",
        "نوفمبر",
        "الاثنين",
        "حضوري",
        "مقر الأمانة، الواحة",
        "أمانة منطقة الواحة",
        "وزارة البلديات والإسكان، و",
        "الأستاذ سالم بن حمد الواحي",
        "الأستاذة نورة بنت فهد السدير",
        "داخلي",
        "ممثلو جمعيات أهلية من المنطقة",
        "العدد غير محدد",
        "مهمة رسمية خارج المنطقة",
        "نيابة عن الدكتور عبد الرحمن السهل",
        "لائحة استثمار المواقع العامة",
        "تحديث طلبات المواقع",
        "ماجد بن ناصر",
        "افتتح وكيل الأمين للتنمية المجتمعية الأستاذ سالم بن حمد الواحي الاجتماع في تمام الساعة",
        "طول مدة إصدار تراخيص الفعاليات التطوعية",
        "تشجير 12 حديقة حي",
        "بوابة موحدة لطلبات الجمعيات",
        "اعتماد اجتماع ربع سنوي مع مجلس الجمعيات",
        "زيارة ميدانية للحدائق المنجزة",
        "والله الموفق",
        "أعدته (أمينة الاجتماع)",
        "اعتمده (رئيس الاجتماع)",
    ];
    for fact in facts {
        assert!(text.contains(&bare_letters(fact)), "«{fact}» is missing in:\n{text}");
    }
}

#[test]
fn dates_phones_ranges_and_codes_read_in_their_own_order() {
    let cases = [
        ("التاريخ 2025-09-30 بعد حرف عربي", "2025-09-30"),
        ("هاتف +966 13 812 3456 للتواصل", "+966 13 812 3456"),
        ("من 10:00–11:30 صباحًا", "10:00–11:30"),
        ("المحضر مح-1448-004 معتمد", "1448-004"),
        ("خلال 3-5 أيام", "3-5"),
        ("بنسبة 65% تقريبًا", "65%"),
        ("راسلونا على info@example.sa اليوم", "info@example.sa"),
        ("بتاريخ ٢٠٢٥-٠٩-٣٠ م", "٢٠٢٥-٠٩-٣٠"),
        ("القيمة 1,250,000 ريال", "1,250,000"),
    ];
    for (typed, drawn) in cases {
        let pdf = pdf(&Facts { other_business: typed.to_owned(), ..bare() }, &arabic());
        let text = text_of(&pdf);
        assert!(text.contains(&bare_letters(drawn)), "{typed}: {drawn} is not drawn so:\n{text}");
    }
}

#[test]
fn a_draft_is_marked_until_it_is_approved() {
    let mark = bare_letters("مسودة غير معتمدة – للاطلاع فقط");
    let draft = Facts { approved_on: None, ..short() };
    assert!(text_of(&pdf(&draft, &arabic())).contains(&mark));
    let approved = text_of(&pdf(&short(), &arabic()));
    assert!(!approved.contains(&bare_letters("مسودة")), "{approved}");
}

#[test]
fn what_nobody_said_is_told_as_unknown_and_empty_sections_are_left_out() {
    let pdf = pdf(&bare(), &arabic());
    let text = text_of(&pdf);
    assert!(text.matches(&bare_letters("غير محدد")).count() >= 18, "{text}");
    check_order(
        &text,
        &[
            "محضر اجتماع",
            "لقاء بلا تفاصيل",
            "رابعًا: جدول الأعمال",
            "خامسًا: وقائع",
            "سادسًا: موعد الاجتماع القادم",
            "سابعًا: الاعتماد",
        ],
    );
    for left_out in ["متابعة توصيات", "المبادرات والمقترحات", "القرارات والتوصيات", "التكليفات", "ما يستجد"]
    {
        assert!(!text.contains(&bare_letters(left_out)), "{left_out} in:\n{text}");
    }
    assert_eq!(pages_of(&pdf), 1);
}

#[test]
fn the_pdf_is_tagged_titled_and_meets_the_standard_for_accessible_files() {
    let pdf = pdf(&whole(), &arabic());
    assert!(pdf.starts_with(b"%PDF-"));
    let info = poppler("pdfinfo", &["-"], &pdf);
    for (name, value) in
        [("Title", "محضر اجتماع تنسيقي"), ("Author", "وكالة الخدمات"), ("Tagged", "yes"), ("Page size", "(A4)")]
    {
        assert!(info.lines().any(|line| line.starts_with(name) && line.contains(value)), "{name} {value}:\n{info}");
    }
    assert!(poppler("pdfinfo", &["-meta", "-"], &pdf).contains("pdfuaid"));
}

/// The words of a text that have at least two letters, vowel signs and marks of direction aside.
fn words_of(text: &str) -> Vec<String> {
    let told: String =
        text.chars().filter(|letter| letter.is_whitespace() || !bare_letters(&letter.to_string()).is_empty()).collect();
    let words = told.split(|letter: char| !letter.is_alphanumeric()).filter(|word| word.chars().count() > 1);
    words.map(str::to_owned).collect()
}

#[test]
#[expect(clippy::print_stdout, reason = "what a machine without poppler does not look for is to be seen")]
fn of_a_hundred_words_of_the_minutes_eighty_five_are_found_in_their_pdf() {
    if Command::new("pdftotext").arg("-v").output().is_err() {
        println!("poppler is not here: no words are looked for");
        return;
    }
    let document = build(&whole(), &arabic(), Calendars::HijriFirst);
    let pdf = Writer::new().write(&document).expect("a PDF");
    let mut found = std::collections::HashMap::<String, usize>::new();
    for word in words_of(&poppler("pdftotext", &["-enc", "UTF-8", "-", "-"], &pdf)) {
        *found.entry(word).or_default() += 1;
    }
    let written = words_of(&tansiq::documents::text::write(&document));
    let mut take = |word: &String| match found.get_mut(word) {
        Some(left) if *left > 0 => {
            *left -= 1;
            true
        }
        _ => false,
    };
    let missed: Vec<&String> = written.iter().filter(|word| !take(word)).collect();
    let share = 100 - 100 * missed.len() / written.len();
    assert!(written.len() > 300 && share >= 85, "{share} of 100; missed: {missed:?}");
}

#[test]
fn long_minutes_number_their_pages_and_repeat_the_tables_header() {
    let pdf = pdf(&long(), &arabic());
    let pages = pages_of(&pdf);
    assert!((9..=11).contains(&pages), "{pages}");
    for page in 1..=pages {
        let number = page.to_string();
        let text = bare_letters(&poppler("pdftotext", &["-f", &number, "-l", &number, "-", "-"], &pdf));
        assert!(text.contains(&format!("صفحة{page}من{pages}")), "page {page}:\n{text}");
        assert!(text.contains("1448-004"), "page {page} does not name its minutes");
    }
    // Sixty-six people are more than two pages of a table, its header at the top of each.
    let headers = text_of(&pdf).matches(&bare_letters("الصفة / المنصب")).count();
    assert!(headers >= 4, "{headers}");
}

#[test]
fn english_minutes_run_from_left_to_right() {
    let tr = Tr::new(Language::English, Digits::Latin);
    let text = text_of(&pdf(&whole(), &tr));
    check_order(
        &text,
        &[
            "Minutes of a Coordination Meeting",
            "Unapproved draft – for information only",
            "1. Meeting Details",
            "3. Attendance",
            "6. Proceedings and Discussion",
            "7. Regulation Updates",
            "13. Approval and Signatures",
        ],
    );
    // Drawn from the left: the first column's header stands before the second one's on the page.
    let boxes = poppler("pdftotext", &["-bbox", "-", "-"], &pdf(&short(), &tr));
    let place = |word: &str| -> f64 {
        let line = boxes.lines().find(|line| line.contains(&format!(">{word}<"))).expect("the word");
        let (_, from) = line.split_once("xMin=\"").expect("its place");
        from.split('"').next().expect("a number").parse().expect("a number")
    };
    assert!(place("Position") < place("Signature"));
}

#[test]
fn numbers_are_shown_in_the_digits_asked_for() {
    let text = text_of(&pdf(&short(), &Tr::new(Language::Arabic, Digits::ArabicIndic)));
    for shown in ["١٤٤٨", "١٠:٠٠", "صفحة١من"] {
        assert!(text.contains(shown), "{shown}:\n{text}");
    }
    // Codes stay as they were given.
    assert!(text.contains("1448-004"));
}

/// What people paste, and what somebody might try.
fn hostile_texts() -> Vec<String> {
    vec![
        "#panic() $x$ *bold* _it_ `raw` <label> @ref [x] {y} = عنوان \\ // /* */ #include \"x\" ~ --- '\"".to_owned(),
        "#read(\"/etc/passwd\") #image(\"x.png\") #eval(\"1\")".to_owned(),
        "\u{0}\u{1}\u{7}\u{1B}[31m\u{85}\u{FFFE}نص\u{FFFF}\u{10FFFF}".to_owned(),
        "\u{202E}مقلوب\u{2066}\u{2067}\u{2068} بلا نهاية \u{2069}\u{2069}\u{2069}\u{2069} بعد".to_owned(),
        "شكرًا 👍🏽👨‍👩‍👧‍👦🇸🇦 \u{FE0F}\u{20E3} ☐☑ 中文 हिन्दी".to_owned(),
        "ز\u{610}\u{610}\u{64B}".repeat(300),
        format!("ب{}", "\u{650}".repeat(2000)),
        "https://example.sa/".to_owned() + &"very-long-path-".repeat(40),
        "ـ".repeat(600),
        "بلامسافات".repeat(200),
        "WWWWWWWWWW".repeat(60),
        " \u{A0}\u{2003}\u{3000}\t\n\r\n ".to_owned(),
        "سطر\n".repeat(120),
        "<w:p>&amp;</w:p> ]]> {\"a\": \"\\u0000\"}".to_owned(),
        "\u{5E9}\u{5DC}\u{5D5}\u{5DD} \u{FDFA} \u{FDFD} ﻻ ﷲ".to_owned(),
    ]
}

fn everywhere(text: &str) -> Facts {
    let mut facts = whole();
    let all = |target: &mut String| text.clone_into(target);
    for field in [
        &mut facts.occasion.title,
        &mut facts.occasion.number,
        &mut facts.minutes_number,
        &mut facts.occasion.venue,
        &mut facts.occasion.city,
        &mut facts.occasion.purpose,
        &mut facts.other_business,
    ] {
        all(field);
    }
    facts.occasion.letterhead.lines.push(text.to_owned());
    facts.chair = Some(person("dr", text, text, text));
    facts.secretary.clone_from(&facts.chair);
    facts.attendance.push(Attendee {
        organisation: text.to_owned(),
        deputises: facts.chair.clone(),
        excuse: text.to_owned(),
        ..Attendee::new(Who::Group { name: text.to_owned(), count: Some(i64::MAX) }, AttendanceStatus::Present)
    });
    facts.regulations.push(Regulation {
        title: text.to_owned(),
        instrument: text.to_owned(),
        instrument_number: text.to_owned(),
        effective_on: None,
        impact: text.to_owned(),
        required_action: text.to_owned(),
        due: None,
    });
    facts.agenda.push(AgendaItem {
        title: text.to_owned(),
        presenter: facts.chair.clone(),
        planned_minutes: Some(i64::MIN),
        state: AgendaState::Discussed,
        notes: vec![
            Note::Text(text.to_owned()),
            Note::Captured { kind: OutcomeKind::Decision, number: text.to_owned(), text: text.to_owned() },
        ],
        wording: String::new(),
    });
    for kind in OutcomeKind::ALL {
        let mut outcome = outcome(*kind, text, text);
        all(&mut outcome.details);
        all(&mut outcome.area);
        outcome.person.clone_from(&facts.chair);
        facts.outcomes.push(outcome);
    }
    facts.earlier.push(outcome(OutcomeKind::Recommendation, text, text));
    facts
}

#[test]
fn hostile_text_becomes_a_good_pdf_in_every_field() {
    let writer = Writer::new();
    for (index, text) in hostile_texts().into_iter().enumerate() {
        // Both languages take the same way but for their direction: a third of the texts in English is enough.
        let languages = [Language::Arabic, Language::English];
        for language in languages.into_iter().take(if index % 3 == 0 { 2 } else { 1 }) {
            let tr = Tr::new(language, Digits::Latin);
            let pdf = writer
                .write(&build(&everywhere(&text), &tr, Calendars::HijriFirst))
                .unwrap_or_else(|error| panic!("{text:?}: {error}"));
            assert!(pages_of(&pdf) >= 3, "{text:?}");
            assert!(pdf.windows(7).any(|bytes| bytes == b"pdfuaid"), "{text:?} costs the PDF its standard");
        }
    }
}

#[test]
fn markup_is_printed_as_it_was_typed() {
    let typed = "#panic() $x$ *bold* \"q\" [y] \\ // --- <label> end";
    let text = text_of(&pdf(&Facts { other_business: typed.to_owned(), ..bare() }, &arabic()));
    assert!(text.contains(&bare_letters(typed)), "{text}");
}

#[test]
fn fifty_thousand_characters_in_a_note_or_a_cell_fill_pages() {
    let text = "كلمة طويلة وأخرى قصيرة 2025-09-30 ثم ".repeat(1_350);
    let mut facts = whole();
    facts.agenda[1].notes.push(Note::Text(text.clone()));
    facts.outcomes[4].text = text;
    let pdf = pdf(&facts, &arabic());
    assert!(pages_of(&pdf) > 25);
    assert!(text_of(&pdf).contains(&bare_letters("ثالث عشر: الاعتماد والتواقيع")));
}

#[test]
fn a_logo_stands_in_the_letterhead_and_a_broken_one_costs_nothing() {
    let svg = br##"<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><circle cx="20" cy="20" r="18" fill="#1B8354"/></svg>"##;
    let with_logo = |media_type: &str, bytes: &[u8]| {
        let mut facts = short();
        facts.occasion.letterhead.logo =
            Some(Logo { bytes: bytes.to_vec(), media_type: media_type.to_owned(), description: String::new() });
        pdf(&facts, &arabic())
    };
    let plain = pdf(&short(), &arabic());
    assert_ne!(with_logo("image/svg+xml", svg), plain);
    for (media_type, bytes) in [("image/png", b"no picture".as_slice()), ("text/html", b"<p>"), ("image/jpeg", b"")] {
        assert_eq!(with_logo(media_type, bytes), plain, "{media_type}");
    }
}

#[test]
fn the_same_facts_give_the_same_bytes() {
    assert_eq!(pdf(&whole(), &arabic()), pdf(&whole(), &arabic()));
}

#[test]
fn the_file_is_named_by_number_title_and_day() {
    let day = Date::from_iso("2026-11-23").ok();
    assert_eq!(
        file_name(&arabic(), "مح-1448-004", "الاجتماع التنسيقي: الأول", day, "pdf"),
        "محضر_مح-1448-004_الاجتماع التنسيقي- الأول_2026-11-23.pdf"
    );
    assert_eq!(file_name(&arabic(), "", "", None, "pdf"), "محضر.pdf");
    for text in hostile_texts() {
        let name = file_name(&arabic(), &text, &text, day, "pdf");
        assert!(name.len() <= 255 && !name.contains(['/', '\\', ':', '\0', '\n', '"', '*', '\u{202E}']), "{name:?}");
        assert!(name.ends_with("_2026-11-23.pdf"), "{name:?}");
    }
}
