//! One document of two: the same facts, built once in each language, side by side.
//!
//! Both were laid out by the same builder, so that their parts stand in the same places. What only one of them says, and what
//! both say in the same words (a name, a number, whatever a person typed), stands there once.

use super::clean::is_isolate;
use super::columns::{fit, share_registers};
use super::direction::{is_right_to_left, own_words};
use super::kept::KEPT;
use super::{
    Banner, Block, Cell, Column, Document, Fact, Letterhead, PageOf, Section, Signatory, SignatureLabels, Signatures,
    Table,
};
use crate::arabic::{isolate::without_isolates, to_ascii_digits};
use crate::calendar::{Date, Hijri};

/// Between a label's two languages on one line.
pub(super) const BESIDE: &str = " / ";
/// So many letters around names make a sentence, and not only a title before one.
const SENTENCE: usize = 16;
/// A line of a letter that is no longer is told in both languages, though it is little more than a name: to whom it goes.
const SHORT_LINE: usize = 80;
/// What stands behind a Hijri year in English.
const OF_HIJRA: &str = "AH";
/// Years that are counted from the Hijra are smaller, and those of the common era are not.
const FIRST_GREGORIAN: i32 = 1700;

/// The document in both languages: in the direction of the first, which stands at the start.
pub fn both(first: Document, second: Document) -> Document {
    let mut both = Document {
        title: labels(&first.title, &second.title),
        number_line: labels(&first.number_line, &second.number_line),
        subject: texts(&first.subject, &second.subject),
        letterhead: letterhead(first.letterhead, second.letterhead),
        reference: references(&first.reference, &second.reference),
        banner: match (first.banner, second.banner) {
            (Some(one), Some(other)) => {
                Some(Banner { text: on_one_line(&one.text, &other.text), short: on_one_line(&one.short, &other.short) })
            }
            (one, other) => one.or(other),
        },
        sections: sections(first.sections, second.sections),
        footer: super::Footer {
            text: texts(&first.footer.text, &second.footer.text),
            words: on_one_line(&first.footer.words, &second.footer.words),
            page_of: page_of(&first.footer.page_of, &second.footer.page_of),
            ..first.footer
        },
        is_bilingual: true,
        is_wide: first.is_wide || second.is_wide,
        ..first
    };
    // The words of the second language may be longer than those that the columns were made for.
    both.is_wide |= share_registers(&mut both);
    fit(&mut both);
    both
}

/// The names of the bodies, each on its own side. Where only the second language has any, the first was given them too.
fn letterhead(first: Letterhead, second: Letterhead) -> Letterhead {
    let is_of_second = !first.lines.is_empty()
        && first.lines == second.lines
        && first.lines.iter().all(|line| !line.chars().any(is_right_to_left));
    if is_of_second {
        return Letterhead { lines: Vec::new(), second_lines: second.lines, ..first };
    }
    let second_lines = second.lines.into_iter().filter(|line| !first.lines.contains(line)).collect();
    Letterhead { second_lines, ..first }
}

/// «صفحة / Page 1 / 4»: the numbers stand there once.
fn page_of(first: &PageOf, second: &PageOf) -> PageOf {
    if second.before.trim().is_empty() || first == second {
        return first.clone();
    }
    let before = [first.before.trim_end(), second.before.trim_start()].join(BESIDE);
    PageOf { before, between: BESIDE.to_owned(), after: String::new() }
}

/// Sections go by their keys; where they have none, by their places.
fn sections(first: Vec<Section>, second: Vec<Section>) -> Vec<Section> {
    if first.len() != second.len() || first.iter().zip(&second).any(|(one, other)| one.key != other.key) {
        // Two builds of other facts: nothing of either is lost.
        return first.into_iter().chain(second).collect();
    }
    let section = |(one, other): (Section, Section)| Section {
        heading: labels(&one.heading, &other.heading),
        uncounted: labels(&one.uncounted, &other.uncounted),
        blocks: blocks(one.blocks, other.blocks),
        ..one
    };
    first.into_iter().zip(second).map(section).collect()
}

fn blocks(first: Vec<Block>, second: Vec<Block>) -> Vec<Block> {
    let is_same = |(one, other): (&Block, &Block)| std::mem::discriminant(one) == std::mem::discriminant(other);
    if first.len() != second.len() || !first.iter().zip(&second).all(is_same) {
        return vec![Block::Beside { first, second }];
    }
    first.into_iter().zip(second).flat_map(|(one, other)| block(one, other)).collect()
}

fn block(one: Block, other: Block) -> Vec<Block> {
    let merged = match (one, other) {
        (Block::Subheading(one), Block::Subheading(other)) => Block::Subheading(on_one_line(&one, &other)),
        (Block::Paragraph(one), Block::Paragraph(other)) => return paragraphs(&one, &other, Block::Paragraph),
        (Block::Remark(one), Block::Remark(other)) => return paragraphs(&one, &other, Block::Remark),
        (Block::Marked { kind, label, text }, Block::Marked { label: second, text: other, .. }) => {
            Block::Marked { kind, label: on_one_line(&label, &second), text: on_one_line(&text, &other) }
        }
        (Block::Facts(one), Block::Facts(other)) if one.len() == other.len() => Block::Facts(facts(&one, &other)),
        (Block::Table(one), Block::Table(other)) if is_alike(&one, &other) => Block::Table(table(one, &other)),
        (Block::List(one), Block::List(other)) if one.len() == other.len() => Block::List(lines(&one, &other)),
        (Block::SignOff(one), Block::SignOff(other)) if one.len() == other.len() => Block::SignOff(lines(&one, &other)),
        (Block::Signatures(one), Block::Signatures(other)) if one.signatories.len() == other.signatories.len() => {
            Block::Signatures(signatures(one, &other))
        }
        (one, other) => Block::Beside { first: vec![one], second: vec![other] },
    };
    vec![merged]
}

/// Running text in two columns. Lines that say the same go over both.
fn paragraphs(one: &str, other: &str, block: impl Fn(String) -> Block) -> Vec<Block> {
    let pairs: Vec<(&str, &str)> = one.lines().zip(other.lines()).collect();
    if one.lines().count() != other.lines().count() {
        let beside = Block::Beside { first: vec![block(one.to_owned())], second: vec![block(other.to_owned())] };
        return vec![if says_more(one, other) { beside } else { block(one.to_owned()) }];
    }
    let pair = |(one, other): (&str, &str)| {
        if says_more(one, other) || begins_in_its_own_words(one, other) {
            Block::Beside { first: vec![block(one.to_owned())], second: vec![block(other.to_owned())] }
        } else {
            block(one.to_owned())
        }
    };
    pairs.into_iter().filter(|(one, other)| !one.trim().is_empty() || !other.trim().is_empty()).map(pair).collect()
}

/// «To جمعية البر»: a short line that the message begins, and goes on with a name.
fn begins_in_its_own_words(one: &str, other: &str) -> bool {
    let first = other.trim_start_matches(is_isolate).chars().next();
    one.trim() != other.trim()
        && other.chars().count() <= SHORT_LINE
        && other.contains(is_isolate)
        && first.is_some_and(|letter| letter.is_ascii_alphabetic())
}

fn facts(first: &[Fact], second: &[Fact]) -> Vec<Fact> {
    let fact = |(one, other): (&Fact, &Fact)| Fact {
        label: labels(&one.label, &other.label),
        value: cell(&one.value, &other.value),
        wide: one.wide,
    };
    let shared = first.len().min(second.len());
    let rest = first.iter().skip(shared).chain(second.iter().skip(shared)).cloned();
    first.iter().zip(second).map(fact).chain(rest).collect()
}

/// What names the paper, whole in each language: it stands below the names of the bodies in that language. A day in two
/// calendars is one day.
fn references(first: &[Fact], second: &[Fact]) -> Vec<Fact> {
    let (first, second) = (days_joined(first), days_joined(second));
    if first.len() != second.len() {
        return facts(&first, &second);
    }
    let text = |one: &Cell, other: &Cell| Cell { text: labels(&one.text, &other.text), ..one.clone() };
    let fact = |(one, other): (&Fact, &Fact)| Fact {
        label: labels(&one.label, &other.label),
        value: text(&one.value, &other.value),
        wide: one.wide,
    };
    first.iter().zip(&second).map(fact).collect()
}

/// «التاريخ: 19/06/1448هـ» and «الموافق: 29/11/2026م» as one fact.
fn days_joined(facts: &[Fact]) -> Vec<Fact> {
    let mut joined = facts.to_vec();
    let is_pair = |pair: &[Fact]| matches!(pair, [day, same] if are_one_day(&day.value.text, &same.value.text));
    // The last pair: the number before the day may look like one too.
    if let Some(at) = facts.windows(2).rposition(is_pair) {
        let same = joined.remove(at + 1);
        if let Some(day) = joined.get_mut(at) {
            day.value.text = format!("{} {} {}", day.value.text, in_sentence(&same.label), same.value.text);
        }
    }
    joined
}

/// The same day, first in one calendar and then in the other one. The number of a paper may look like a day and is none.
fn are_one_day(one: &str, other: &str) -> bool {
    match (day_in_numbers(one), day_in_numbers(other)) {
        (Some((day, is_hijri)), Some((same, is_hijri_too))) => day == same && is_hijri != is_hijri_too,
        (None, _) | (_, None) => false,
    }
}

/// A day in numbers with at most the letters of its calendar behind it, and whether that is the Hijri one.
fn day_in_numbers(text: &str) -> Option<(Date, bool)> {
    let text = to_ascii_digits(&without_isolates(text));
    let numbers = text.trim().trim_end_matches(|letter: char| !letter.is_ascii_digit());
    let mut parts = numbers.split('/').map(str::parse::<i32>);
    let (Some(Ok(day)), Some(Ok(month)), Some(Ok(year)), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return None;
    };
    let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    let is_hijri = year < FIRST_GREGORIAN;
    let date = if is_hijri { Date::from_hijri(Hijri { year, month, day }) } else { Date::gregorian(year, month, day) };
    date.ok().map(|date| (date, is_hijri))
}

/// A label's words inside a line: «corresponding to».
fn in_sentence(label: &str) -> String {
    let mut letters = label.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

fn is_alike(one: &Table, other: &Table) -> bool {
    one.columns.len() == other.columns.len() && one.rows.len() == other.rows.len()
}

fn table(one: Table, other: &Table) -> Table {
    let column =
        |(one, other): (&Column, &Column)| Column { header: labels(&one.header, &other.header), ..one.clone() };
    let row =
        |(one, other): (&Vec<Cell>, &Vec<Cell>)| one.iter().zip(other).map(|(one, other)| cell(one, other)).collect();
    Table {
        description: on_one_line(&one.description, &other.description),
        columns: one.columns.iter().zip(&other.columns).map(column).collect(),
        rows: one.rows.iter().zip(&other.rows).map(row).collect(),
        tall: one.tall,
    }
}

fn cell(one: &Cell, other: &Cell) -> Cell {
    Cell {
        text: line_by_line(&one.text, &other.text),
        note: line_by_line(&one.note, &other.note),
        unknown: one.unknown,
    }
}

/// What a cell holds in both languages. Of several lines only those stand there twice that say more in the second one: a day
/// or a percentage is the same in both.
fn line_by_line(one: &str, other: &str) -> String {
    if one.lines().count() < 2 || one.lines().count() != other.lines().count() {
        return texts(one, other);
    }
    let more = one.lines().zip(other.lines()).filter(|(one, other)| says_more(one, other)).map(|(_, other)| other);
    one.lines().chain(more).collect::<Vec<_>>().join("\n")
}

fn lines(first: &[String], second: &[String]) -> Vec<String> {
    first.iter().zip(second).map(|(one, other)| texts(one, other)).collect()
}

fn signatures(one: Signatures, other: &Signatures) -> Signatures {
    let role = |one: &str, other: &str| with_shared_end(one, other).unwrap_or_else(|| labels(one, other));
    let signatory = |(one, other): (&Signatory, &Signatory)| Signatory {
        role: role(&one.role, &other.role),
        name: texts(&one.name, &other.name),
        post: texts(&one.post, &other.post),
        date: texts(&one.date, &other.date),
    };
    Signatures {
        labels: SignatureLabels {
            name: labels(&one.labels.name, &other.labels.name),
            post: labels(&one.labels.post, &other.labels.post),
            signature: labels(&one.labels.signature, &other.labels.signature),
            date: labels(&one.labels.date, &other.labels.date),
        },
        signatories: one.signatories.iter().zip(&other.signatories).map(signatory).collect(),
    }
}

/// A label in both languages, each on a line of its own.
fn labels(one: &str, other: &str) -> String {
    if one.trim() == other.trim() || other.trim().is_empty() { one.to_owned() } else { stacked(one, other) }
}

/// A content in both languages; once, where the second says nothing of its own.
fn texts(one: &str, other: &str) -> String {
    if says_more(one, other) { stacked(one, other) } else { one.to_owned() }
}

fn on_one_line(one: &str, other: &str) -> String {
    if let Some(text) = with_shared_end(one, other) {
        return text;
    }
    if says_more(one, other) { [one.trim(), other.trim()].join(BESIDE) } else { one.to_owned() }
}

/// «مقترح / Proposal مب-1448-002»: what both end with stands there once, behind both of what they begin with.
fn with_shared_end(one: &str, other: &str) -> Option<String> {
    let (own, second) = (words(one), words(other));
    let is_same = |(one, other): &(&&str, &&str)| one.replace(is_isolate, "") == other.replace(is_isolate, "");
    let shared = own.iter().rev().zip(second.iter().rev()).take_while(is_same).count();
    let begins = own.get(..own.len() - shared)?.join(" ");
    let is_told = |text: &[&str]| text.iter().any(|word| word.chars().any(|letter| letter.is_ascii_alphabetic()));
    let is_shared = shared > 0 && !begins.is_empty() && is_told(second.get(..second.len() - shared)?);
    is_shared.then(|| [begins.trim_end_matches(':'), other.trim()].join(BESIDE))
}

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

fn stacked(one: &str, other: &str) -> String {
    if one.trim().is_empty() { other.to_owned() } else { [one, other].join("\n") }
}

/// Does a text say anything in its own language that the first does not? A name that a person typed in Arabic is one also
/// where an English title stands before it.
fn says_more(one: &str, other: &str) -> bool {
    if one.trim() == other.trim() || other.trim().is_empty() {
        return false;
    }
    // A day in numbers is the same day, whatever the letters behind it.
    let digits = |text: &str| text.chars().filter(|letter| letter.is_numeric() || *letter == '/').collect::<String>();
    let is_of_calendar = |word: &&str| word.trim_matches(is_isolate) == OF_HIJRA;
    let letters = |text: &str| {
        let words = text.split([' ', KEPT]).filter(|word| !is_of_calendar(word));
        words.flat_map(str::chars).filter(char::is_ascii_alphabetic).count()
    };
    if other.contains('/') && digits(one) == digits(other) && letters(other) < 3 {
        return false;
    }
    if own_words(other).chars().filter(char::is_ascii_alphabetic).count() >= SENTENCE {
        return true;
    }
    let is_arabic = |letter: &char| matches!(letter, '\u{621}'..='\u{64A}' | '\u{671}'..='\u{6D3}');
    let arabic = other.chars().filter(is_arabic).count();
    let latin = other.chars().filter(char::is_ascii_alphabetic).count();
    let is_bare_number = arabic + latin == 0 && one.chars().any(|letter| letter.is_alphabetic());
    latin >= arabic && !is_bare_number
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(blocks: Vec<Block>) -> Document {
        Document { sections: vec![Section { blocks, ..Section::default() }], ..Document::default() }
    }

    fn check(one: Block, other: Block, expected: &[Block]) {
        let merged = both(document(vec![one]), document(vec![other]));
        assert_eq!(merged.sections[0].blocks, expected);
    }

    fn beside(one: &str, other: &str) -> Block {
        let column = |text: &str| vec![Block::Paragraph(text.into())];
        Block::Beside { first: column(one), second: column(other) }
    }

    #[test]
    fn running_text_stands_in_two_columns_and_what_was_typed_once() {
        let text = |text: &str| Block::Paragraph(text.into());
        check(
            text("افتتح الاجتماع"),
            text("The meeting was opened"),
            &[beside("افتتح الاجتماع", "The meeting was opened")],
        );
        check(text("زراعة الحدائق"), text("زراعة الحدائق"), &[text("زراعة الحدائق")]);
        check(
            text("نرحب بكم\nحي الواحة"),
            text("Welcome\nحي الواحة"),
            &[beside("نرحب بكم", "Welcome"), text("حي الواحة")],
        );
        check(
            text("قرار: زراعة الحدائق في الحي"),
            text("Item: زراعة الحدائق في الحي"),
            &[text("قرار: زراعة الحدائق في الحي")],
        );
    }

    #[test]
    fn labels_and_heads_of_tables_are_in_both_languages() {
        let table = |header: &str, status: &str| {
            Block::Table(Table {
                columns: vec![Column { header: header.into(), weight: 1 }],
                rows: vec![vec![Cell::known(status)], vec![Cell::known("سالم")]],
                ..Table::default()
            })
        };
        let merged = both(document(vec![table("الحالة", "منجز")]), document(vec![table("Status", "Done")]));
        let [Block::Table(table)] = merged.sections[0].blocks.as_slice() else { panic!("one table") };
        assert_eq!(table.columns[0].header, "الحالة\nStatus");
        assert_eq!(table.rows[0][0].text, "منجز\nDone");
        assert_eq!(table.rows[1][0].text, "سالم");
        let fact =
            |label: &str| Block::Facts(vec![Fact { label: label.into(), value: Cell::known("1448"), wide: false }]);
        let expected =
            Block::Facts(vec![Fact { label: "الرقم\nNumber".into(), value: Cell::known("1448"), wide: false }]);
        check(fact("الرقم"), fact("Number"), &[expected]);
    }

    #[test]
    fn what_names_the_paper_is_whole_in_each_language_and_a_day_is_one() {
        let fact = |label: &str, text: &str| Fact { label: label.into(), value: Cell::known(text), wide: false };
        let first = Document {
            reference: vec![
                fact("الرقم", "مح-1448-004"),
                fact("التاريخ", "19/06/1448هـ"),
                fact("الموافق", "29/11/2026م"),
            ],
            ..Document::default()
        };
        let second = Document {
            reference: vec![
                fact("Number", "مح-1448-004"),
                fact("Date", "19/06/1448 AH"),
                fact("Corresponding to", "29/11/2026"),
            ],
            ..Document::default()
        };
        let date = "19/06/1448هـ الموافق 29/11/2026م\n19/06/1448 AH corresponding to 29/11/2026";
        let expected = [fact("الرقم\nNumber", "مح-1448-004"), fact("التاريخ\nDate", date)];
        assert_eq!(both(first, second).reference, expected);
    }

    #[test]
    fn the_number_of_a_paper_is_no_day_whatever_its_signs() {
        let fact = |label: &str, text: &str| Fact { label: label.into(), value: Cell::known(text), wide: false };
        let day = |number: &str| {
            let facts = [fact("الرقم", number), fact("التاريخ", "19/06/1448هـ"), fact("الموافق", "29/11/2026م")];
            days_joined(&facts).into_iter().map(|fact| fact.value.text).collect::<Vec<_>>()
        };
        for number in ["1448/ص/217", "17/06/1448", "29/11/2026", "12/4471", ""] {
            assert_eq!(day(number), [number, "19/06/1448هـ الموافق 29/11/2026م"]);
        }
    }

    #[test]
    fn to_whom_a_letter_goes_is_said_in_both_languages() {
        let name = "\u{2068}جمعية البر\u{2069}";
        check(
            Block::Paragraph("السادة / جمعية البر".into()),
            Block::Paragraph(format!("To {name}")),
            &[beside("السادة / جمعية البر", &format!("To {name}"))],
        );
        let long = format!(
            "Its purpose: {}",
            "\u{2068}توحيد إجراءات زراعة الحدائق في الأحياء القديمة والحديثة في المحافظات كلها\u{2069}"
        );
        let told = Block::Paragraph("والهدف منه: توحيد الإجراءات".into());
        check(told.clone(), Block::Paragraph(long), &[told]);
    }

    #[test]
    fn of_a_cell_only_what_is_said_otherwise_stands_there_twice() {
        let check = |one: &str, other: &str, expected: &str| {
            let cell = |note: &str| Cell::known("النص").with_note(note);
            assert_eq!(super::cell(&cell(one), &cell(other)).note, expected);
        };
        check("24/11/2026م\nمتأخرة 5 أيام", "24/11/2026\n5 days late", "24/11/2026م\nمتأخرة 5 أيام\n5 days late");
        check("60%\nرُحّلت مرتين", "60%\nCarried 2 times", "60%\nرُحّلت مرتين\nCarried 2 times");
        check(
            "من 16/03/1446هـ إلى 09/04/1448هـ",
            "16/03/1446\u{A0}AH to 09/04/1448 AH",
            "من 16/03/1446هـ إلى 09/04/1448هـ",
        );
        check("رُحّلت مرة واحدة", "Carried once", "رُحّلت مرة واحدة\nCarried once");
    }

    #[test]
    fn what_both_end_with_stands_there_once() {
        let check = |one: &str, other: &str, expected: &str| assert_eq!(on_one_line(one, other), expected);
        check("مقترح مب-1448-002", "Proposal مب-1448-002", "مقترح / Proposal مب-1448-002");
        check("البند 1: ما جدّ", "Item 1: \u{2068}ما جدّ\u{2069}", "البند / Item 1: \u{2068}ما جدّ\u{2069}");
        check(
            "التزامات الطرف الأول: أمانة",
            "Obligations, First party: أمانة",
            "التزامات الطرف الأول / Obligations, First party: أمانة",
        );
        check("مسودة", "Draft", "مسودة / Draft");
        check("زراعة الحدائق", "زراعة الحدائق", "زراعة الحدائق");
    }

    #[test]
    fn a_letterhead_of_the_second_language_alone_stands_on_its_own_side() {
        let paper = |line: &str| {
            let letterhead = Letterhead { lines: vec![line.into()], ..Letterhead::default() };
            Document { letterhead, ..Document::default() }
        };
        let head = |one: &str, other: &str| {
            let Letterhead { lines, second_lines, .. } = both(paper(one), paper(other)).letterhead;
            [lines.concat(), second_lines.concat()]
        };
        assert_eq!(head("Oasis", "Oasis"), ["", "Oasis"]);
        assert_eq!(head("أمانة", "أمانة"), ["أمانة", ""]);
        assert_eq!(head("أمانة", "Oasis"), ["أمانة", "Oasis"]);
    }

    #[test]
    fn nothing_is_lost_where_the_two_are_not_alike() {
        let one = vec![Block::Paragraph("أ".into()), Block::Remark("ب".into())];
        let other = vec![Block::Paragraph("a".into())];
        let merged = both(document(one.clone()), document(other.clone()));
        assert_eq!(merged.sections[0].blocks, [Block::Beside { first: one, second: other }]);
    }

    #[test]
    fn pages_are_counted_in_both_languages() {
        let of = |before: &str, between: &str| Document {
            footer: super::super::Footer {
                page_of: PageOf { before: before.into(), between: between.into(), after: String::new() },
                ..Default::default()
            },
            ..Document::default()
        };
        let page_of = both(of("صفحة ", " من "), of("Page ", " of ")).footer.page_of;
        assert_eq!([page_of.before.as_str(), &page_of.between, &page_of.after], ["صفحة / Page ", " / ", ""]);
    }
}
