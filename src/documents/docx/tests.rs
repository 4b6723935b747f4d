//! What a DOCX holds, part by part: programs that show tables right to left whatever is written can't tell.

use super::runs::{Piece, parts_of_code, pieces};
use super::write;
use crate::documents::{Block, Cell, Column, Document, Fact, Logo, Section, Signatory, Signatures, Table};
use crate::domain::DocumentFont;
use crate::strings::Language;
use std::io::Read;

fn sample(language: Language) -> Document {
    let fact = |label: &str, value: &str, wide| Fact { label: label.into(), value: Cell::known(value), wide };
    let table = Table {
        description: "جدول الأعمال".into(),
        columns: vec![Column { header: "م".into(), weight: 1 }, Column { header: "البند".into(), weight: 9 }],
        rows: vec![
            vec![Cell::known("1"), Cell::known("الافتتاح").with_note("5 دقائق")],
            vec![Cell::known("2"), Cell::known_or("", "غير محدد")],
        ],
        tall: true,
    };
    let blocks = vec![
        Block::Paragraph("يوم 2026-11-23 في Dammam\nوالهاتف +966 13 812 3456".into()),
        Block::Facts(vec![
            fact("العنوان", "لقاء", true),
            fact("اليوم", "الاثنين", false),
            fact("الوقت", "9:30 ص", false),
        ]),
        Block::Table(table),
        Block::List(vec!["أول".into(), "ثان".into()]),
        Block::Subheading("فرع".into()),
        Block::List(vec!["أول".into()]),
        Block::Signatures(Signatures { signatories: vec![Signatory::default()], ..Signatures::default() }),
        Block::SignOff(vec!["أمين المنطقة".into(), "فلان <الفلاني> & غيره".into()]),
    ];
    let mut document = Document {
        title: "دعوة لحضور اجتماع".into(),
        language,
        sections: vec![Section { heading: "أولًا".into(), blocks, ..Section::default() }],
        ..Document::default()
    };
    document.letterhead.lines = vec!["أمانة الواحة".into()];
    document
}

/// The text of a part.
fn part(bytes: &[u8], name: &str) -> String {
    let mut package = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a package");
    let mut text = String::new();
    package.by_name(name).expect("the part").read_to_string(&mut text).expect("text");
    text
}

fn body(language: Language) -> String {
    part(&write(&sample(language)).expect("a document"), "word/document.xml")
}

fn count(text: &str, what: &str) -> usize {
    text.matches(what).count()
}

/// Every part is well formed: its elements close as they open.
fn check_form(xml: &str) {
    let mut reader = quick_xml::Reader::from_str(xml);
    while reader.read_event().expect("well formed") != quick_xml::events::Event::Eof {}
}

#[test]
fn every_part_is_well_formed_and_there() {
    let bytes = write(&sample(Language::Arabic)).expect("a document");
    for name in [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "word/document.xml",
        "word/styles.xml",
        "word/numbering.xml",
        "word/settings.xml",
        "word/footer1.xml",
        "word/_rels/document.xml.rels",
    ] {
        check_form(&part(&bytes, name));
    }
    assert!(part(&bytes, "word/document.xml").contains("فلان &lt;الفلاني&gt; &amp; غيره"), "text is no markup");
}

/// Who gets the file seldom has them.
#[test]
fn the_letters_travel_with_the_file() {
    for (font, name, other) in
        [(DocumentFont::Amiri, "Amiri", "IBM Plex Sans Arabic"), (DocumentFont::Plex, "IBM Plex Sans Arabic", "Amiri")]
    {
        let mut document = sample(Language::Arabic);
        document.style.font = font;
        let bytes = write(&document).expect("a document");
        let table = part(&bytes, "word/fontTable.xml");
        let of = |name: &str| {
            table.split("<w:font ").find(|it| it.starts_with(&format!("w:name=\"{name}\""))).expect("told")
        };
        assert!(of(name).contains("w:embedRegular") && of(name).contains("w:embedBold"), "{table}");
        assert!(!of(other).contains("w:embed"), "only those it is written in: {table}");
        let relations = part(&bytes, "word/_rels/fontTable.xml.rels");
        for (file, relation) in [("fonts/font1.odttf", "rId1"), ("fonts/font2.odttf", "rId2")] {
            assert!(relations.contains(file) && table.contains(&format!("r:id=\"{relation}\"")), "{relations}");
            let mut package = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).expect("a package");
            let size = package.by_name(&format!("word/{file}")).expect("the font").size();
            assert!(size > 200_000, "all of its letters: {size}");
        }
        assert!(part(&bytes, "word/settings.xml").contains("<w:embedTrueTypeFonts/>"));
        assert!(part(&bytes, "[Content_Types].xml").contains(r#"Extension="odttf""#));
    }
}

#[test]
fn each_paragraph_table_and_the_section_run_from_right_to_left() {
    let xml = body(Language::Arabic);
    let paragraphs = count(&xml, "<w:p>");
    // Each paragraph says so, and the section once.
    assert_eq!(count(&xml, "<w:bidi/>"), paragraphs + 1, "{xml}");
    assert_eq!(count(&xml, "<w:tbl>"), count(&xml, "<w:bidiVisual/>"));
    assert!(count(&xml, "<w:rtl/>") > 10);
    // Where lines start follows from the direction: nothing is aligned by hand but what is centred.
    assert_eq!(count(&xml, "w:jc"), count(&xml, r#"<w:jc w:val="center"/>"#));
    assert_eq!(count(&xml, r#"<w:lang w:bidi="ar-SA"/>"#), count(&xml, "<w:rtl/>"));
    let styles = super::STYLES;
    assert!(styles.contains(r#"w:cs="Sakkal Majalla""#) && styles.contains(r#"w:bidi="ar-SA""#));
    assert_eq!(count(styles, "<w:sz "), count(styles, "<w:szCs "), "complex scripts have their own size");
    assert_eq!(count(styles, "<w:b/>"), count(styles, "<w:bCs/>"));
}

#[test]
fn an_english_page_is_not_mirrored_and_its_arabic_paragraphs_run_from_right_to_left() {
    let xml = body(Language::English);
    assert_eq!(count(&xml, "<w:bidiVisual/>"), 0);
    assert_eq!(
        count(&xml, r#"<w:bidiVisual w:val="off"/>"#),
        count(&xml, "<w:tbl>"),
        "a table says that it runs from the left"
    );
    assert!(!xml.split("<w:sectPr>").nth(1).expect("a section").contains("<w:bidi/>"));
    let paragraph = |words: &str| xml.split("<w:p>").find(|it| it.contains(words)).expect("there").to_owned();
    let running = paragraph("والهاتف");
    assert!(running.contains("<w:bidi/>") && !running.contains("w:jc"), "it begins where it is read from: {running}");
    let cell = paragraph("الافتتاح");
    assert!(cell.contains(r#"<w:bidi/><w:jc w:val="right"/>"#), "a column stays in line: {cell}");
    assert!(paragraph("أمين المنطقة").contains("w:right="), "the far half is on the other side of its paragraph");
}

#[test]
fn a_line_of_english_on_an_arabic_page_runs_from_left_to_right() {
    let mut document = sample(Language::Arabic);
    let fact = |label: &str| Fact { label: label.into(), value: Cell::known("1"), wide: false };
    let blocks = vec![Block::Facts(vec![fact("الرقم\nNo.")]), Block::Paragraph("22 November".into())];
    document.sections = vec![Section { blocks, ..Section::default() }];
    let xml = part(&write(&document).expect("a document"), "word/document.xml");
    let xml = xml.split("<w:sectPr>").next().expect("paragraphs");
    for words in ["No.", "22 November"] {
        let paragraph = xml.split("<w:p>").find(|it| it.contains(words)).expect("there");
        assert!(!paragraph.contains("<w:bidi/>") && !paragraph.contains("<w:rtl/>"), "{paragraph}");
    }
}

#[test]
fn a_heading_of_words_of_both_directions_stands_on_a_line_of_its_own() {
    let mut document = Document { is_bilingual: true, ..sample(Language::Arabic) };
    let heading = "الموضوع: استلام المواقع\nSubject: استلام المواقع";
    document.sections = vec![Section { heading: heading.into(), ..Section::default() }];
    let xml = part(&write(&document).expect("a document"), "word/document.xml");
    let xml = xml.split("<w:sectPr>").next().expect("paragraphs");
    let second = xml.split("<w:p>").find(|it| it.contains("Subject")).expect("there");
    assert!(second.contains("Heading1Second") && !second.contains("<w:tab/>"), "{second}");
    assert!(!second.contains("<w:bidi/>"), "it runs as its language does: {second}");
}

#[test]
fn there_is_room_to_sign_between_the_post_and_the_name() {
    let xml = body(Language::Arabic);
    let name = xml.split("<w:p>").find(|it| it.contains("فلان")).expect("there");
    assert!(name.contains(r#"<w:spacing w:before="800"/>"#), "{name}");
}

#[test]
fn no_line_ends_inside_a_code_or_a_date() {
    let mut document = sample(Language::Arabic);
    let text = "رقم ت-1448-001-02 يوم 2026-11-23، والبريد a-long-name@a-long-name-of-a-place.example، وشبه-جملة";
    document.sections = vec![Section { blocks: vec![Block::Paragraph(text.into())], ..Section::default() }];
    let bytes = write(&document).expect("a document");
    let xml = part(&bytes, "word/document.xml");
    assert_eq!(count(&xml, "<w:noBreakHyphen/>"), 5, "three of the code and two of the day: {xml}");
    assert!(xml.contains("a-long-name@a-long-name-of-a-place.example") && xml.contains("وشبه-جملة"), "{xml}");
    assert!(!xml.contains('\u{2011}'), "{xml}");
    let read = crate::documents::reading::text_of(&bytes, "a.docx", &|| true).expect("its words");
    let read = crate::arabic::isolate::without_isolates(&read).replace(['\u{200E}', '\u{200F}'], "");
    assert!(read.contains("ت-1448-001-02 يوم 2026-11-23"), "{read}");
}

#[test]
fn what_stands_below_the_last_table_needs_no_page_of_its_own() {
    let table = || Block::Table(Table { columns: vec![Column { header: "م".into(), weight: 1 }], ..Table::default() });
    let mut document = sample(Language::Arabic);
    document.sections = vec![
        Section { blocks: vec![table(), table()], ..Section::default() },
        Section { blocks: vec![table()], ..Section::default() },
    ];
    let xml = part(&write(&document).expect("a document"), "word/document.xml");
    let styles: Vec<&str> = xml
        .split("</w:tbl>")
        .skip(1)
        .map(|after| if after.starts_with(r#"<w:p><w:pPr><w:pStyle w:val="End"/>"#) { "End" } else { "Gap" })
        .collect();
    assert_eq!(styles[styles.len() - 3..], ["Gap", "Gap", "End"], "{xml}");
    assert!(super::STYLES.contains(r#"<w:spacing w:after="0" w:line="20" w:lineRule="exact"/>"#));
}

#[test]
fn a_fact_without_another_beside_it_has_the_row_and_rows_of_facts_stay_together() {
    let fact = |label: &str| Fact { label: label.into(), value: Cell::known("1"), wide: false };
    let mut document = sample(Language::Arabic);
    document.sections =
        vec![Section { blocks: vec![Block::Facts(vec![fact("أ"), fact("ب"), fact("ج")])], ..Section::default() }];
    let xml = part(&write(&document).expect("a document"), "word/document.xml");
    let rows: Vec<&str> = xml.split("<w:tr>").collect();
    let last = rows.last().expect("rows");
    assert_eq!((count(last, "<w:tc>"), count(last, r#"<w:gridSpan w:val="3"/>"#)), (2, 1), "{last}");
    assert_eq!(count(last, "Kept"), 0, "{last}");
    assert_eq!(count(rows[rows.len() - 2], "Kept"), 4, "{xml}");
}

#[test]
fn heads_of_tables_are_repeated_headings_are_real_and_lists_begin_anew() {
    let bytes = write(&sample(Language::Arabic)).expect("a document");
    let xml = part(&bytes, "word/document.xml");
    assert_eq!(count(&xml, "<w:tblHeader/>"), 2, "the table's and the signatures'");
    assert!(xml.contains(r#"<w:pStyle w:val="Heading1"/>"#) && xml.contains(r#"<w:pStyle w:val="Heading2"/>"#));
    let numbering = part(&bytes, "word/numbering.xml");
    assert_eq!((count(&numbering, "<w:num "), count(&numbering, "w:startOverride")), (2, 2));
    assert!(part(&bytes, "word/footer1.xml").contains("NUMPAGES"));
}

#[test]
fn dates_phones_and_latin_words_are_runs_of_their_own() {
    let check = |line: &str, expected: &[(&str, bool)]| {
        let found: Vec<(String, bool)> =
            pieces(line, true).into_iter().map(|piece| (piece.text, piece.is_rtl)).collect();
        let expected: Vec<(String, bool)> = expected.iter().map(|(text, rtl)| ((*text).to_owned(), *rtl)).collect();
        assert_eq!(found, expected, "{line}");
    };
    check("يوم الاثنين", &[("يوم الاثنين", true)]);
    check("في Dammam قريبًا", &[("في ", true), ("Dammam ", false), ("قريبًا", true)]);
    check(
        "يوم \u{2066}2026-11-23\u{2069} مساءً",
        &[("يوم ", true), ("\u{2066}2026-11-23\u{2069}", false), (" مساءً", true)],
    );
    // A sentence of the other direction keeps its own; a name in it is a piece.
    check(
        "\u{2068}We at \u{2068}أمانة الواحة\u{2069} invite you to “\u{2068}لقاء\u{2069}”\u{2069}.",
        &[
            ("\u{2068}We at ", false),
            ("\u{2068}أمانة الواحة\u{2069}", true),
            (" invite you to “", false),
            ("\u{2068}لقاء\u{2069}", true),
            ("”\u{2069}", false),
            (".", true),
        ],
    );
    check("\u{2068}جمعية Green\u{2069}", &[("\u{2068}جمعية Green\u{2069}", true)]);
    check("123", &[("123", true)]);
    check("", &[]);
}

#[test]
fn the_letters_and_the_digits_of_a_code_are_runs_of_their_own() {
    let check = |text: &str, is_rtl: bool, expected: &[(&str, bool)]| {
        let piece = Piece { text: text.to_owned(), is_rtl: true };
        let found = parts_of_code(piece, is_rtl);
        let found: Vec<(&str, bool)> = found.iter().map(|piece| (piece.text.as_str(), piece.is_rtl)).collect();
        assert_eq!(found, expected, "{text}");
    };
    let code = "\u{2067}تن-\u{2066}1448-003\u{2069}\u{2069}";
    let digits = ("\u{200E}1448-003\u{200E}", false);
    check(code, true, &[("\u{200F}تن-", true), digits, ("\u{200F}", true)]);
    check(code, false, &[("\u{2067}تن-", true), digits, ("\u{2069}", true)]);
    check("\u{2067}ق-أ\u{2069}", true, &[("\u{2067}ق-أ\u{2069}", true)]);
    check("يوم الاثنين", true, &[("يوم الاثنين", true)]);
}

#[test]
fn an_emblem_comes_along_with_its_words_and_its_proportions() {
    let mut document = sample(Language::Arabic);
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    bytes.extend([0, 0, 0, 200, 0, 0, 0, 100]);
    document.letterhead.logo =
        Some(Logo { bytes, media_type: "image/png".into(), description: "شعار أمانة الواحة".into() });
    let package = write(&document).expect("a document");
    let xml = part(&package, "word/document.xml");
    assert!(xml.contains(r#"descr="شعار أمانة الواحة""#) && xml.contains(r#"cx="1260000" cy="630000""#), "{xml}");
    assert!(part(&package, "word/_rels/document.xml.rels").contains("media/logo.png"));
    // A format that Word does not show everywhere is left out.
    if let Some(logo) = &mut document.letterhead.logo {
        logo.media_type = "image/svg+xml".into();
    }
    assert!(!part(&write(&document).expect("a document"), "word/document.xml").contains("w:drawing"));
}

#[test]
fn a_document_in_both_languages_has_its_second_language_in_columns_of_its_own_direction() {
    let (arabic, english) = (sample(Language::Arabic), sample(Language::English));
    let mut second = english;
    for section in &mut second.sections {
        section.heading = "1. Matters".into();
        section.blocks.insert(0, Block::Paragraph("It was opened".into()));
    }
    let mut first = arabic;
    for section in &mut first.sections {
        section.heading = "أولًا: المسائل".into();
        section.blocks.insert(0, Block::Paragraph("افتُتح".into()));
    }
    let style = crate::documents::Style { margin: 30, ..crate::documents::Style::default() };
    let document = Document { style, ..crate::documents::both(first, second) };
    let bytes = write(&document).expect("a document");
    let xml = part(&bytes, "word/document.xml");
    check_form(&xml);
    check_form(&part(&bytes, "word/footer1.xml"));
    assert_eq!(count(&xml, "<w:tbl>"), count(&xml, "<w:bidiVisual/>"), "columns are mirrored like tables");
    assert!(xml.contains("<w:tab/>") && xml.contains("\u{200E}1. Matters"), "{xml}");
    let english = xml.split("<w:p>").find(|paragraph| paragraph.contains("It was opened")).expect("there");
    assert!(!english.contains("<w:bidi/>"), "{english}");
    assert!(xml.contains(r#"w:left="1701""#), "30 mm: {xml}");
}

#[test]
fn a_line_stands_below_a_head_and_only_there() {
    let rule = r#"<w:pStyle w:val="Rule"/>"#;
    assert_eq!(count(&body(Language::Arabic), rule), 1);
    let mut bare = sample(Language::Arabic);
    bare.letterhead.lines.clear();
    let bare = part(&write(&bare).expect("a document"), "word/document.xml");
    assert_eq!(count(&bare, rule), 0);
}

#[test]
fn a_document_of_wide_tables_lies_on_its_long_side() {
    let upright = body(Language::Arabic);
    assert!(upright.contains(r#"<w:pgSz w:w="11906" w:h="16838"/>"#), "{upright}");
    let wide = Document { is_wide: true, ..sample(Language::Arabic) };
    let wide = part(&write(&wide).expect("a document"), "word/document.xml");
    assert!(wide.contains(r#"<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>"#), "{wide}");
    let width = |xml: &str| -> u32 {
        let after = xml.split_once(r#"<w:tblW w:w=""#).expect("a table").1;
        after.split_once('"').expect("closed").0.parse().expect("a number")
    };
    assert!(width(&wide) > width(&upright) + 4000, "tables are as wide as the page");
}

#[test]
fn what_names_a_paper_in_both_languages_stands_below_the_names_in_each() {
    let reference =
        vec![Fact {
            label: "التاريخ\nDate".into(), value: Cell::known("19/06/1448هـ\n19/06/1448 AH"), wide: false
        }];
    let document = Document { is_bilingual: true, reference, ..sample(Language::Arabic) };
    let xml = part(&write(&document).expect("a document"), "word/document.xml");
    let head = xml.split_once("</w:tbl>").expect("a head").0;
    let cells: Vec<&str> = head.split("<w:tc>").skip(1).collect();
    let [arabic, _, english] = cells.as_slice() else { panic!("{cells:?}") };
    assert!(arabic.contains("التاريخ") && !arabic.contains("Date") && !arabic.contains("AH"), "{arabic}");
    assert!(english.contains("Date") && english.contains("AH") && !english.contains("التاريخ"), "{english}");
    assert!(!english.contains("<w:bidi/>"), "it runs from left to right: {english}");
}

#[test]
fn neither_the_first_row_of_a_table_nor_its_last_one_stands_on_a_page_alone() {
    let kept = |rows: usize| {
        let rows = (0..rows).map(|at| vec![Cell::known(format!("{at}."))]).collect();
        let columns = vec![Column { header: "م".into(), weight: 1 }];
        let blocks = vec![Block::Table(Table { columns, rows, ..Table::default() })];
        let sections = vec![Section { blocks, ..Section::default() }];
        let bytes = write(&Document { sections, ..Document::default() }).expect("a file");
        let xml = part(&bytes, "word/document.xml");
        let rows = xml.split("<w:tr>").skip(2).map(|row| row.contains("CellKept"));
        rows.collect::<Vec<_>>()
    };
    assert_eq!(kept(1), [false]);
    assert_eq!(kept(2), [true, false]);
    assert_eq!(kept(5), [true, false, false, true, false]);
}

#[test]
fn of_high_rows_the_end_of_a_page_may_part_any_but_the_last_two() {
    let kept = |text: &str, count: usize| {
        let table = Table {
            columns: vec![Column { header: "البند".into(), weight: 1 }, Column { header: "النص".into(), weight: 1 }],
            rows: vec![vec![Cell::known("1"), Cell::known(text)]; count],
            ..Table::default()
        };
        let sections = vec![Section { blocks: vec![Block::Table(table)], ..Section::default() }];
        let document = Document { sections, ..Document::default() };
        let xml = part(&write(&document).expect("a document"), "word/document.xml");
        xml.split("<w:tr>").skip(2).map(|row| row.contains("CellKept")).collect::<Vec<_>>()
    };
    let high = "سطر طويل يملأ خلية ضيقة ".repeat(20);
    assert_eq!(kept("سطر", 3), [true, true, false]);
    assert_eq!(kept(&high, 3), [false, true, false]);
    assert_eq!(kept(&high, 5), [false, false, false, true, false]);
}

#[test]
fn the_pages_of_a_paper_in_both_languages_are_counted_from_the_left() {
    use crate::documents::{Footer, PageOf};
    let page_of = PageOf { before: "صفحة / Page ".into(), between: " / ".into(), after: String::new() };
    let foot = Footer { text: "محضر تن-1448-003\nMinutes of it".into(), page_of, ..Footer::default() };
    let document = Document { is_bilingual: true, footer: foot, ..Document::default() };
    let xml = part(&write(&document).expect("a document"), "word/footer1.xml");
    let run = |words: &str| xml.split("<w:r>").find(|run| run.contains(words)).expect("a run").to_owned();
    assert!(run(">صفحة / <").contains("<w:rtl/>"), "{xml}");
    assert!(!run(">Page <").contains("<w:rtl/>"), "{xml}");
    let numbers = xml.split(">Page <").nth(1).and_then(|rest| rest.split("</w:p>").next()).expect("what follows");
    assert!(!numbers.contains("<w:rtl/>") && numbers.contains('\u{200E}'), "they run on with it: {numbers}");
    assert!(xml.contains(r#"<w:pStyle w:val="FooterSecond"/><w:jc w:val="right"/>"#), "below the first: {xml}");
}
