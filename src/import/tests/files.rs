//! Files of all sorts, and hostile ones.

use super::*;
use crate::error::ErrorKind;
use crate::import::sheet::{MOST_LETTERS, read};
use encoding_rs::WINDOWS_1256;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use std::io::Write;
use zip::write::SimpleFileOptions;

#[track_caller]
fn refused(bytes: &[u8], reason: &str) {
    let error = read(bytes).expect_err("refused");
    assert_eq!(*error.kind(), ErrorKind::ImportRefused(format!("import-refused-{reason}")), "{error}");
    for language in [Language::Arabic, Language::English] {
        let words = error.message(&Tr::new(language, Digits::Latin));
        assert!(words.len() > 40 && !words.contains("import-refused"), "{words}");
    }
}

const TABLE: &str = "الاسم,الجهة,الجوال\r\nسالم العمري,أمانة الواحة,+966551234567\r\n\"علي، الغافي\",\"جمعية \"\"البر\"\"\",'+966557654321\r\n";

#[track_caller]
fn is_the_table(bytes: &[u8]) {
    let sheets = read(bytes).expect("a table");
    let rows = &sheets[0].rows;
    assert_eq!(rows[0], ["الاسم", "الجهة", "الجوال"]);
    assert_eq!(rows[1], ["سالم العمري", "أمانة الواحة", "+966551234567"]);
    assert_eq!(rows[2], ["علي، الغافي", "جمعية \"البر\"", "+966557654321"]);
    assert_eq!(rows.len(), 3);
}

#[test]
fn a_text_table_is_read_in_the_letters_it_is_written_in() {
    is_the_table(TABLE.as_bytes());
    is_the_table(format!("\u{FEFF}{TABLE}").as_bytes());
    let little: Vec<u8> = TABLE.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = TABLE.encode_utf16().flat_map(u16::to_be_bytes).collect();
    is_the_table(&little);
    is_the_table(&big);
    is_the_table(&[&b"\xFF\xFE"[..], &little].concat());
    is_the_table(&[&b"\xFE\xFF"[..], &big].concat());
    let (old, _, lost) = WINDOWS_1256.encode(TABLE);
    assert!(!lost);
    is_the_table(&old);
}

#[test]
fn cells_are_parted_by_whatever_sign_parts_them() {
    for sign in [",", ";", "\t", "|"] {
        let text = ["الاسم", "الجهة", "ملاحظات"].join(sign) + "\nسالم" + sign + "أمانة" + sign + "أ و، ب\n";
        let rows = read(text.as_bytes()).expect("a table").remove(0).rows;
        assert_eq!(rows[1], ["سالم", "أمانة", "أ و، ب"], "{sign:?}");
    }
    let told = read("sep=;\r\nالاسم;الجهة\r\nسالم;أ,ب\r\n".as_bytes()).expect("a table").remove(0).rows;
    assert_eq!(told, [["الاسم", "الجهة"], ["سالم", "أ,ب"]]);
}

#[test]
fn rows_are_counted_as_a_spreadsheet_counts_them() {
    for end in ["\n", "\r\n"] {
        let lines = ["قائمة", "", "الاسم,ملاحظات", "", "", "سالم,\"سطر\nآخر\n\"", "علي,", "", "نورة,ن"];
        let rows = read(lines.join(end).as_bytes()).expect("a table").remove(0).rows;
        let told: Vec<_> = rows
            .iter()
            .enumerate()
            .filter(|(_, row)| !row.is_empty())
            .map(|(at, row)| (at + 1, row[0].as_str()))
            .collect();
        assert_eq!(told, [(1, "قائمة"), (3, "الاسم"), (6, "سالم"), (7, "علي"), (9, "نورة")], "{end:?}");
    }
}

#[test]
fn a_workbook_is_read_with_its_days_numbers_formulas_and_merged_cells() {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    page.set_name("الجمعيات").expect("a name");
    page.merge_range(0, 0, 0, 4, "قائمة الجمعيات", &Format::new()).expect("merged");
    for (column, name) in (0..).zip(["اسم الجمعية", "المحافظة", "الجوال", "تاريخ الترخيص", "رابط"])
    {
        page.write(1, column, name).expect("written");
    }
    page.write(2, 0, "جمعية البر").expect("written");
    page.merge_range(2, 1, 3, 1, "الخبر", &Format::new()).expect("merged");
    page.write(2, 2, 551_234_567).expect("written");
    let day = Format::new().set_num_format("yyyy-mm-dd");
    page.write_with_format(2, 3, ExcelDateTime::from_ymd(2025, 12, 3).expect("a day"), &day).expect("written");
    page.write_formula(2, 4, Formula::new("=HYPERLINK(\"http://x\",\"اضغط\")").set_result("اضغط")).expect("written");
    page.write(3, 0, "جمعية النور").expect("written");
    page.write_string(3, 4, "=cmd|' /C calc'!A0").expect("written");
    let sheets = read(&book.save_to_buffer().expect("bytes")).expect("a workbook");
    assert_eq!(sheets[0].name, "الجمعيات");
    assert_eq!(sheets[0].rows[0], ["قائمة الجمعيات"], "a title over the whole table is one title");
    assert_eq!(sheets[0].rows[2], ["جمعية البر", "الخبر", "551234567", "2025-12-03", "اضغط"]);
    assert_eq!(sheets[0].rows[3], ["جمعية النور", "الخبر", "", "", "=cmd|' /C calc'!A0"], "a text and nothing else");
}

#[test]
fn old_workbooks_and_open_documents_are_read_alike() {
    let expected = read(include_bytes!("../../../tests/fixtures/lists/charities.xlsx")).expect("new");
    let old = read(include_bytes!("../../../tests/fixtures/lists/charities.xls")).expect("old");
    let open = read(include_bytes!("../../../tests/fixtures/lists/charities.ods")).expect("open");
    assert_eq!(expected[0].rows[3][1], "جمعية البر الخيرية بالدمام");
    assert_eq!(old[0].rows, expected[0].rows);
    assert_eq!(open[0].rows, expected[0].rows);
}

/// Small parts of what programs write with a password: the container of Excel, the package of LibreOffice before and since
/// its version 24, and an old workbook that says in its records how it is locked.
#[test]
fn what_is_locked_is_said_to_be() {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    refused(&[&b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"[..], &[0; 512], &name, &[0; 64]].concat(), "locked");
    let manifest = b"<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry>";
    refused(&zipped(&[("META-INF/manifest.xml", manifest), ("content.xml", b"\x8f\x01")]), "locked");
    refused(&zipped(&[("META-INF/manifest.xml", manifest), ("encrypted-package", b"\x8f\x01")]), "locked");
    let mut old = include_bytes!("../../../tests/fixtures/lists/charities.xls").to_vec();
    let code_page = b"\x42\x00\x02\x00\xB0\x04";
    let at = old.windows(code_page.len()).position(|window| window == code_page).expect("a code page");
    old[at] = 0x2F;
    refused(&old, "locked");
}

fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).expect("begun");
        archive.write_all(bytes).expect("written");
    }
    archive.finish().expect("whole").into_inner()
}

fn workbook(rows: &[&str]) -> Vec<u8> {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    for (row, text) in (0..).zip(rows) {
        page.write(row, 0, *text).expect("written");
    }
    book.save_to_buffer().expect("bytes")
}

#[test]
fn a_file_that_unpacks_to_no_end_is_not_unpacked() {
    let bomb = zipped(&[("xl/workbook.xml", b"<workbook/>"), ("xl/worksheets/sheet1.xml", &vec![b' '; 500 << 20])]);
    assert!(bomb.len() < 2 << 20, "{}", bomb.len());
    refused(&bomb, "bomb");
}

#[test]
fn a_cell_at_the_far_end_fills_no_memory() {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    page.write(0, 0, "الاسم").expect("written");
    page.write(1_048_575, 0, "آخر").expect("written");
    refused(&book.save_to_buffer().expect("bytes"), "too-many-rows");
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    page.write(0, 0, "الاسم").expect("written");
    page.write(1, 16_383, "بعيد").expect("written");
    let sheets = read(&book.save_to_buffer().expect("bytes")).expect("what is near is read");
    assert_eq!(sheets[0].width(), 1);
}

#[test]
fn an_open_document_that_repeats_a_cell_a_billion_times_is_refused() {
    let content = "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"a\">\
        <table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell table:number-columns-repeated=\"16384\" \
        office:value-type=\"string\"><text:p>x</text:p></table:table-cell></table:table-row></table:table>\
        </office:spreadsheet></office:body></office:document-content>";
    let file =
        zipped(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content.as_bytes())]);
    refused(&file, "too-large");
    let blank = content.replace("<text:p>x</text:p>", "").replace(
        "</table:table>",
        "<table:table-row><table:table-cell><text:p>ب</text:p></table:table-cell></table:table-row></table:table>",
    );
    let file = zipped(&[("content.xml", blank.as_bytes())]);
    refused(&file, "too-many-rows");
}

#[test]
fn entities_that_grow_are_not_followed() {
    let content = "<!DOCTYPE a [<!ENTITY a \"ها\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]>\
        <office:body><table:table table:name=\"a\"><table:table-row><table:table-cell><text:p>س&c;&amp;&#1593;</text:p>\
        </table:table-cell></table:table-row></table:table></office:body>";
    let sheets = read(&zipped(&[("content.xml", content.as_bytes())])).expect("read");
    assert_eq!(sheets[0].rows, [["س&ع"]]);
}

#[test]
fn a_cell_of_ten_megabytes_refuses_its_row_alone() {
    let huge = "ه".repeat(5 << 20);
    let text = format!("الاسم,الجهة\nسالم,أمانة\n{huge},أمانة\n");
    let sheet = read(text.as_bytes()).expect("read").remove(0);
    assert!(sheet.rows[2][0].len() < MOST_LETTERS);
    let words = Vocabulary::new(Target::People, &tr());
    let columns = Columns::find(&sheet, Target::People, &words, &Mapping::new()).expect("columns");
    let plan = judge(&sheet, &columns, &ImportAsked::new(Target::People), &Known::default(), &words, today());
    assert_eq!(plan.judged[0].verdict, Verdict::Fine);
    assert_eq!(plan.judged[1].verdict, Verdict::Refused);
    assert_eq!(plan.judged[1].notes[0].key, "import-note-oversized");
}

#[test]
fn what_is_cut_short_broken_or_no_table_is_refused_with_its_reason() {
    let whole = workbook(&["الاسم", "سالم"]);
    for end in [whole.len() / 4, whole.len() / 2, whole.len() - 10] {
        refused(&whole[..end], "broken");
    }
    let mut altered = whole.clone();
    let middle = altered.len() / 2;
    altered[middle..middle + 64].iter_mut().for_each(|byte| *byte ^= 0x5A);
    assert!(read(&altered).is_err());
    refused(b"", "empty");
    refused(b"  \r\n \n", "empty");
    refused(b",,,\n,,\n", "empty");
    refused(b"%PDF-1.7\n", "no-table");
    refused(b"\x00\x01\x02\x03binary\x00\x00", "no-table");
    refused(&zipped(&[("word/document.xml", b"<w/>")]), "no-table");
    refused(&zipped(&[("xl/workbook.bin", b"x")]), "binary-workbook");
    refused("<html><table><tr><td>الاسم</td></tr></table></html>".as_bytes(), "web-page");
    refused(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1nothing more", "broken");
    refused(&[0xFF, 0xFE, 0x00, 0xD8, 0x41, 0x00], "encoding");
    // Letters of Western Europe in one byte each.
    refused(b"Nom;Pr\xE9nom\nFran\xE7ois;Ren\xE9\n\xC9l\xE8ve;No\xEBl\n", "encoding");
    refused(&vec![b'a'; LARGEST_FILE_BYTES + 1], "too-large");
}

#[test]
fn no_bytes_make_reading_stop() {
    let whole = include_bytes!("../../../tests/fixtures/lists/charities.xls");
    for at in (0..whole.len()).step_by(97) {
        let mut bytes = whole.to_vec();
        bytes[at] ^= 0xFF;
        // Read or refused: either is an answer.
        drop(read(&bytes));
        drop(read(&whole[..at]));
    }
}

#[test]
fn contacts_and_calendars_are_lists_too() {
    let cards = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:د. سالم العمري\r\nORG:أمانة الواحة;إدارة الحدائق\r\nTITLE:مدير عام\r\n\
        TEL;TYPE=CELL:+966 55 123 4567\r\nEMAIL:salem@example.org\r\nEND:VCARD\r\n\
        BEGIN:VCARD\r\nVERSION:4.0\r\nN:الغافي;نورة;;;\r\nTEL;VALUE=uri:tel:+966557654321\r\nEND:VCARD\r\n";
    let rows = read(cards.as_bytes()).expect("cards").remove(0).rows;
    assert_eq!(rows[1][..5], ["د. سالم العمري", "مدير عام", "أمانة الواحة", "+966 55 123 4567", "salem@example.org"]);
    assert_eq!(rows[2][0], "نورة الغافي");
    assert_eq!(rows[2][3], "+966557654321");
    let calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:اجتماع تنسيقي\r\nDTSTART:20261203T070000Z\r\n\
        DTEND:20261203T083000Z\r\nLOCATION:مقر الأمانة\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:2\r\nSUMMARY:زيارة\r\n\
        DTSTART;VALUE=DATE:20261210\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    let rows = read(calendar.as_bytes()).expect("a calendar").remove(0).rows;
    assert_eq!(rows[1][..5], ["اجتماع تنسيقي", "2026-12-03", "10:00", "11:30", "مقر الأمانة"]);
    assert_eq!(rows[2][..2], ["زيارة", "2026-12-10"]);
}

#[test]
fn refused_rows_come_back_as_a_workbook_that_can_be_mended() {
    let sheet = sheet(&[&["الاسم", "الجهة"], &["سالم", "أ"], &["", "=1+1"]]);
    let words = Vocabulary::new(Target::People, &tr());
    let columns = Columns::find(&sheet, Target::People, &words, &Mapping::new()).expect("columns");
    let plan = judge(&sheet, &columns, &ImportAsked::new(Target::People), &Known::default(), &words, today());
    let planned = ImportPlanned { asked: ImportAsked::new(Target::People), sheet: 0, columns, plan };
    let bytes = report(Reported::Refused, &sheet, &planned, &tr()).expect("a workbook");
    let rows = read(&bytes).expect("read back").remove(0).rows;
    assert_eq!(rows[0], ["الصف", "سبب الرفض", "الاسم", "الجهة"]);
    assert_eq!(rows.len(), 2, "only what is refused");
    assert_eq!((rows[1][0].as_str(), rows[1][3].as_str()), ("3", "=1+1"));
}
