//! A page is well formed, whatever was typed into it, and runs as its language does.

use super::*;
use crate::documents::{Banner, Column, Footer, Letterhead, Signatory};
use crate::domain::OutcomeKind;
use crate::strings::Language;
use quick_xml::Reader;
use quick_xml::events::Event;

/// A document in every text of which the same is typed.
fn filled(text: &str) -> Document {
    let cell = || Cell::known(text).with_note(text);
    let signatory = || Signatory { role: text.into(), name: text.into(), post: text.into(), date: text.into() };
    let blocks = vec![
        Block::Subheading(text.into()),
        Block::Paragraph(text.into()),
        Block::Remark(text.into()),
        Block::Marked { kind: OutcomeKind::Decision, label: text.into(), text: text.into() },
        Block::Facts(vec![Fact { label: text.into(), value: cell(), wide: true }]),
        Block::Table(Table {
            description: text.into(),
            columns: vec![Column { header: text.into(), weight: 1 }],
            rows: vec![vec![cell()], vec![Cell::known_or("", text)]],
            tall: true,
        }),
        Block::List(vec![text.into()]),
        Block::Signatures(Signatures { signatories: vec![signatory()], ..Signatures::default() }),
        Block::SignOff(vec![text.into()]),
        Block::Beside { first: vec![Block::Paragraph(text.into())], second: vec![Block::Table(Table::default())] },
    ];
    Document {
        title: text.into(),
        number_line: text.into(),
        subject: text.into(),
        author: text.into(),
        keywords: vec![text.into()],
        letterhead: Letterhead {
            lines: vec![text.into()],
            logo: Some(Logo { bytes: vec![1, 2, 3], media_type: text.into(), description: text.into() }),
            ..Letterhead::default()
        },
        banner: Some(Banner { text: text.into(), short: text.into() }),
        reference: vec![Fact { label: text.into(), value: cell(), wide: false }],
        sections: vec![Section { heading: text.into(), blocks, ..Section::default() }],
        footer: Footer { text: text.into(), ..Footer::default() },
        ..Document::default()
    }
}

/// The elements of a page, each with the names of its attributes.
fn elements(page: &str) -> Vec<(String, Vec<String>)> {
    let mut reader = Reader::from_str(page);
    let mut found = Vec::new();
    loop {
        let event = reader.read_event().expect("every element is closed");
        if event == Event::Eof {
            return found;
        }
        if let Event::Start(start) | Event::Empty(start) = event {
            let attributes = start.attributes().map(|it| it.expect("an attribute").key.as_ref().to_owned());
            found.push((start.name().as_ref().to_owned(), attributes.collect()));
        }
    }
}

#[test]
fn nothing_that_is_typed_becomes_markup() {
    let harmless = elements(&write(&filled("text")));
    for typed in [
        "<script>alert(1)</script>",
        "\" onload=\"alert(1)",
        "' onerror='alert(1)",
        "</style><script>x</script>",
        "<img src=x onerror=alert(1)>",
        "&lt;b&gt; & ]]> <!-- ",
    ] {
        let page = write(&filled(typed));
        assert_eq!(elements(&page), harmless, "{typed}");
    }
    assert!(
        harmless
            .iter()
            .all(|(name, attributes)| name != "script"
                && !attributes.iter().any(|attribute| attribute.starts_with("on")))
    );
}

#[test]
fn a_paragraph_of_the_other_direction_starts_where_it_is_read_from() {
    let blocks = vec![Block::Paragraph("أوضح الوكيل أن الأمانة شريك.".into())];
    let english = Document {
        language: Language::English,
        sections: vec![Section { blocks, ..Section::default() }],
        ..Document::default()
    };
    let page = write(&english);
    assert!(page.contains("<p dir=\"rtl\">أوضح الوكيل أن الأمانة شريك.</p>"), "{page}");
    let both = write(&Document { is_bilingual: true, ..english });
    assert!(both.contains("<p lang=\"ar\" dir=\"rtl\">"), "{both}");
}

#[test]
fn a_wide_table_is_moved_in_a_box_of_its_own_and_a_pasted_one_is_not() {
    let table = Table {
        description: "التكليفات".into(),
        columns: vec![Column { header: "م".into(), weight: 1 }; 7],
        ..Table::default()
    };
    let sections = vec![Section { blocks: vec![Block::Table(table)], ..Section::default() }];
    let document = Document { sections, ..Document::default() };
    let page = write(&document);
    assert!(
        page.contains("<div class=\"wide many\" tabindex=\"0\" role=\"region\" aria-label=\"التكليفات\">"),
        "{page}"
    );
    elements(&page);
    assert!(!fragment(&document).contains("<div class=\"wide"), "what is pasted has no page to be narrower than");
}

#[test]
fn a_page_runs_as_its_language_does_and_lets_nothing_run_in_it() {
    for (language, expected) in
        [(Language::Arabic, "lang=\"ar\" dir=\"rtl\""), (Language::English, "lang=\"en\" dir=\"ltr\"")]
    {
        let page = write(&Document { language, ..filled("نص 2026-11-23") });
        assert!(page.contains(expected), "{page}");
        assert!(page.contains("default-src 'none'"), "{page}");
        assert!(page.contains("<bdi dir=\"ltr\" class=\"one\">2026-11-23</bdi>"), "a date keeps its order");
    }
}

#[test]
fn what_names_a_paper_in_both_languages_stands_below_the_names_in_each() {
    let fact = |label: &str, text: &str| Fact { label: label.into(), value: Cell::known(text), wide: false };
    let document = Document {
        is_bilingual: true,
        reference: vec![fact("الرقم\nNumber", ""), fact("المرفقات\nAttachments", "لا توجد\nNone")],
        letterhead: Letterhead { lines: vec!["أمانة الواحة".into()], ..Letterhead::default() },
        ..Document::default()
    };
    let page = write(&document);
    let head = page.split_once("</header>").expect("a head").0;
    let (arabic, english) = head.split_once("<div lang=\"en\" dir=\"ltr\">").expect("two sides");
    assert!(arabic.contains("المرفقات: لا توجد") && english.contains("Attachments: None"), "{head}");
    assert!(!head.contains("الرقم") && !head.contains("<table"), "no box, and none that is empty: {head}");
}
