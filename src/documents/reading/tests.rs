//! Files as they come: what the program writes itself, and what is broken or means ill.

use super::*;
use crate::documents::{Block, Document, Section, docx, pdf as paper};
use crate::strings::Language;
use std::io::Write as _;

const WORDS: [&str; 5] = ["ترخيص", "الفعاليات", "للحدائق", "1448", "Dammam"];

fn written() -> Document {
    let words = "نوقش ترخيص الفعاليات في الحدائق العامة\nوالتوصية للحدائق عام 1448 في Dammam & غيرها".to_owned();
    Document {
        title: "محضر اجتماع".into(),
        language: Language::Arabic,
        sections: vec![Section {
            heading: "أولًا".into(), blocks: vec![Block::Paragraph(words)], ..Section::default()
        }],
        ..Document::default()
    }
}

fn read(bytes: &[u8], name: &str) -> Option<String> {
    text_of(bytes, name, &|| true)
}

fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut package = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in parts {
        package.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        package.write_all(content.as_bytes()).unwrap();
    }
    package.finish().unwrap().into_inner()
}

fn check_words(text: &str) {
    let folded: Vec<String> = crate::arabic::tokens(text).into_iter().map(|(_, word)| word).collect();
    for word in WORDS {
        assert!(folded.contains(&crate::arabic::fold(word)), "«{word}» is not in:\n{text}");
    }
}

#[test]
fn a_pdf_says_its_words_in_the_order_they_are_read() {
    let text = read(&paper::write(&written()).unwrap(), "minutes.pdf").unwrap();
    check_words(&text);
    let folded = crate::arabic::fold(&text);
    assert!(folded.contains("ترخيص الفعاليات في الحداي") || folded.contains("ترخيص الفعاليات"), "{text}");
}

#[test]
fn a_word_document_says_its_words() {
    check_words(&read(&docx::write(&written()).unwrap(), "minutes.docx").unwrap());
}

#[test]
fn a_sheet_says_its_texts_and_its_numbers() {
    let sheet = r#"<worksheet><sheetData><row><c t="s"><v>0</v></c><c><v>48213</v></c>
        <c t="inlineStr"><is><t>رصيف</t></is></c></row></sheetData></worksheet>"#;
    let shared = r"<sst><si><t>ترخيص &amp; رخصة</t></si><si><r><t>الحد</t></r><r><t>ائق</t></r></si></sst>";
    let book = r#"<workbook><sheets><sheet name="الميزانية" sheetId="1"/></sheets></workbook>"#;
    let parts = [("xl/worksheets/sheet1.xml", sheet), ("xl/sharedStrings.xml", shared), ("xl/workbook.xml", book)];
    let text = read(&zipped(&parts), "budget.xlsx").unwrap();
    assert_eq!(text.lines().collect::<Vec<_>>(), ["الميزانية", "ترخيص & رخصة", "الحدائق", "48213", "رصيف"]);
}

#[test]
fn plain_text_is_read_in_the_encodings_of_the_region() {
    let check = |bytes: &[u8]| assert_eq!(read(bytes, "notes.TXT").as_deref(), Some("أمانة"));
    check("أمانة".as_bytes());
    check(&[b"\xEF\xBB\xBF", "أمانة".as_bytes()].concat());
    check(&[0xC3, 0xE3, 0xC7, 0xE4, 0xC9]);
    check(&[0xFF, 0xFE, 0x23, 0x06, 0x45, 0x06, 0x27, 0x06, 0x46, 0x06, 0x29, 0x06]);
}

#[test]
fn what_is_no_text_or_broken_has_no_words() {
    assert_eq!(read(b"\x89PNG\r\n", "picture.png"), None);
    assert_eq!(read(b"%PDF-1.7\nnothing of it", "broken.pdf").unwrap_or_default(), "");
    assert_eq!(read(b"PK\x03\x04 nothing of it", "broken.docx"), None);
    assert_eq!(read(&zipped(&[("other.xml", "<a/>")]), "other.zip"), None);
    let whole = docx::write(&written()).unwrap();
    for end in [10, whole.len() / 2, whole.len() - 1] {
        read(&whole[..end], "cut.docx");
    }
    let whole = paper::write(&written()).unwrap();
    for end in [10, whole.len() / 2, whole.len() - 1] {
        read(&whole[..end], "cut.pdf");
    }
}

#[test]
fn a_few_bytes_that_unpack_to_very_many_end_at_the_limit() {
    // 80 MB of blanks before the only word, and very many words.
    let blanks = format!("<w:document>{}<w:t>word</w:t></w:document>", " ".repeat(80 << 20));
    let bomb = zipped(&[("word/document.xml", &blanks)]);
    assert!(bomb.len() < 200_000, "{}", bomb.len());
    assert_eq!(read(&bomb, "bomb.docx").as_deref(), Some(""));
    let words = format!("<w:document>{}</w:document>", "<w:p><w:t>كلمة</w:t></w:p>".repeat(400_000));
    let text = read(&zipped(&[("word/document.xml", &words)]), "long.docx").unwrap();
    assert!(text.len() <= MOST_TEXT && text.len() > MOST_TEXT - 16, "{}", text.len());
}

#[test]
fn whoever_says_stop_is_heard() {
    assert_eq!(text_of(&docx::write(&written()).unwrap(), "minutes.docx", &|| false).as_deref(), Some(""));
    assert_eq!(text_of(&paper::write(&written()).unwrap(), "minutes.pdf", &|| false).as_deref(), Some(""));
}
