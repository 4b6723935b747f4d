//! A letter to a body or to somebody: the block of its number, day and attachments, to whom it goes, a greeting, what it is
//! about, what was typed, a closing and who signs. The number is the one the office that sends it gave: it is typed, and left
//! to be written in by hand where nobody typed one.

use super::minutes::Person;
use super::preparing::{Addressee, Words, addressed};
use super::{Block, Cell, Document, Fact, Footer, Keep, Letterhead, PageOf, Section};
use crate::calendar::{Calendar, Calendars, Date};
use crate::domain::Address;
use crate::strings::Tr;
use crate::tr;

/// What a letter is made from.
#[derive(Clone, Debug, PartialEq)]
pub struct LetterFacts {
    /// Who sends it.
    pub letterhead: Letterhead,
    /// Its day.
    pub date: Date,
    /// Its own number; empty: left to be written in.
    pub number: String,
    /// What goes with it; empty: nothing.
    pub attachments: String,
    /// To whom it goes.
    pub to: Addressee,
    /// How letters name people.
    pub address: Address,
    /// What it is about; empty: nobody said.
    pub subject: String,
    /// What it says; each line is a paragraph.
    pub text: String,
    /// Who signs it.
    pub sender: Option<Person>,
}

/// Lays the letter out.
pub fn letter(facts: &LetterFacts, tr: &Tr, calendars: Calendars) -> Document {
    let words = Words { tr, calendars };
    let mut letterhead = facts.letterhead.clone();
    if let Some(logo) = &mut letterhead.logo
        && logo.description.trim().is_empty()
    {
        let body = letterhead.lines.first().cloned().unwrap_or_default();
        logo.description = tr!(tr, "documents-logo", body = body);
    }
    let subject = facts.subject.trim();
    let heading = if subject.is_empty() { String::new() } else { tr!(tr, "letter-subject", subject = subject) };
    // The subject stands before the greeting, which goes on into what is said.
    let greeting = part("greeting", vec![Block::Paragraph(tr!(tr, "paper-greeting"))], Keep::Free);
    let mut sections = vec![
        part("addressee", vec![Block::Paragraph(addressed(&facts.to, facts.address, &words).join("\n"))], Keep::Free),
        Section { heading, ..greeting },
    ];
    let paragraphs = facts.text.lines().map(str::trim).filter(|line| !line.is_empty());
    let text: Vec<Block> = paragraphs.map(|line| Block::Paragraph(line.to_owned())).collect();
    if !text.is_empty() {
        sections.push(part("text", text, Keep::Free));
    }
    sections.push(part("closing", closing(facts, &words), Keep::Together));
    Document {
        title: tr!(tr, "letter-title"),
        author: letterhead.lines.iter().rfind(|line| !line.trim().is_empty()).cloned().unwrap_or_default(),
        language: tr.language(),
        digits: tr.digits(),
        letterhead,
        reference: reference(facts, &words),
        sections,
        footer: Footer { text: subject.to_owned(), page_of: PageOf::new(tr), ..Footer::default() },
        keywords: [facts.number.trim()].into_iter().filter(|it| !it.is_empty()).map(str::to_owned).collect(),
        issued_on: facts.date.iso(),
        ..Document::default()
    }
}

fn part(key: &'static str, blocks: Vec<Block>, keep: Keep) -> Section {
    Section { key, blocks, keep, ..Section::default() }
}

/// «الرقم … التاريخ … المرفقات …».
fn reference(facts: &LetterFacts, words: &Words<'_>) -> Vec<Fact> {
    let (first, second) = match words.calendars {
        Calendars::HijriFirst => (Calendar::Hijri, Some(Calendar::Gregorian)),
        Calendars::GregorianFirst => (Calendar::Gregorian, Some(Calendar::Hijri)),
        Calendars::Hijri => (Calendar::Hijri, None),
        Calendars::Gregorian => (Calendar::Gregorian, None),
    };
    let day = |calendar| Cell::known(facts.date.numbers(words.tr, calendar));
    let mut lines = vec![
        words.fact("minutes-reference-number", Cell::known(facts.number.trim())),
        words.fact("minutes-reference-date", day(first)),
    ];
    lines.extend(second.map(|second| words.fact("minutes-reference-corresponding", day(second))));
    let attachments = match facts.attachments.trim() {
        "" => tr!(words.tr, "minutes-none"),
        given => given.to_owned(),
    };
    lines.push(words.fact("minutes-reference-attachments", Cell::known(attachments)));
    lines
}

fn closing(facts: &LetterFacts, words: &Words<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::Paragraph(tr!(words.tr, "paper-regards"))];
    let sender =
        facts.sender.as_ref().filter(|sender| !sender.name.trim().is_empty() || !sender.post.trim().is_empty());
    let lines: Vec<String> = match sender {
        Some(sender) => {
            let post = sender.post.trim();
            let name = words.name(sender);
            [post.to_owned(), name].into_iter().filter(|line| !line.trim().is_empty()).collect()
        }
        None => facts.letterhead.lines.iter().rfind(|line| !line.trim().is_empty()).cloned().into_iter().collect(),
    };
    blocks.push(signed(lines, words));
    blocks
}

/// Who signs; where nobody knows who does, a line to sign on.
pub(super) fn signed(lines: Vec<String>, words: &Words<'_>) -> Block {
    Block::SignOff(if lines.is_empty() { vec![tr!(words.tr, "letter-sign-here")] } else { lines })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arabic::Digits;
    use crate::arabic::isolate::without_isolates;
    use crate::documents::{pdf, text};
    use crate::domain::Honorific;
    use crate::strings::Language;

    fn facts() -> LetterFacts {
        let head = Person {
            honorific: Honorific::from_code("mrs"),
            name: "نورة العتيبي".into(),
            post: "رئيسة مجلس الإدارة".into(),
            ..Person::default()
        };
        LetterFacts {
            letterhead: Letterhead { lines: vec!["أمانة الواحة".into()], ..Letterhead::default() },
            date: Date::from_iso("2026-11-23").expect("a day"),
            number: " 4471 ".into(),
            attachments: String::new(),
            to: Addressee::Body { name: "جمعية بيئة".into(), head: Some(head) },
            address: Address::RankAndPost,
            subject: "استلام المواقع".into(),
            text: "نفيدكم باكتمال المواقع.\n\nونأمل تسمية من يستلمها.".into(),
            sender: Some(Person {
                name: "فيصل الشمراني".into(), post: "مدير الشراكات".into(), ..Person::default()
            }),
        }
    }

    fn told(facts: &LetterFacts) -> String {
        let letter = letter(facts, &Tr::new(Language::Arabic, Digits::Latin), Calendars::HijriFirst);
        without_isolates(&text::write(&letter))
    }

    #[test]
    fn it_has_its_parts_in_the_order_of_official_letters() {
        let told = told(&facts());
        let mut rest = told.as_str();
        for words in [
            "سعادة رئيسة مجلس الإدارة\nجمعية بيئة",
            "الموضوع: استلام المواقع",
            "السلام عليكم ورحمة الله وبركاته، وبعد:",
            "نفيدكم باكتمال المواقع.",
            "ونأمل تسمية من يستلمها.",
            "وتقبلوا تحياتي.",
            "مدير الشراكات\nفيصل الشمراني",
        ] {
            let (_, after) = rest.split_once(words).unwrap_or_else(|| panic!("«{words}» in its place in:\n{told}"));
            rest = after;
        }
        let letter = letter(&facts(), &Tr::new(Language::Arabic, Digits::Latin), Calendars::HijriFirst);
        let block: Vec<(&str, String)> =
            letter.reference.iter().map(|fact| (fact.label.as_str(), without_isolates(&fact.value.text))).collect();
        let expected =
            [("الرقم", "4471"), ("التاريخ", "13/06/1448هـ"), ("الموافق", "23/11/2026م"), ("المرفقات", "لا توجد")];
        assert_eq!(block, expected.map(|(label, value)| (label, value.to_owned())));
    }

    #[test]
    fn what_nobody_typed_is_left_to_be_written_in_and_the_letterhead_signs() {
        let bare = LetterFacts { number: String::new(), sender: None, subject: String::new(), ..facts() };
        let told = told(&bare);
        assert!(!told.contains("الموضوع") && told.trim_end().ends_with("أمانة الواحة"), "{told}");
    }

    #[test]
    fn it_can_be_read_aloud_in_both_languages() {
        for language in [Language::Arabic, Language::English] {
            let letter = letter(&facts(), &Tr::new(language, Digits::Latin), Calendars::HijriFirst);
            let pdf = pdf::write(&letter).expect("a PDF");
            assert!(pdf.windows(7).any(|bytes| bytes == b"pdfuaid"), "PDF/UA in {language:?}");
        }
    }

    #[test]
    fn a_letter_of_nobody_has_a_line_to_sign_on() {
        let told = told(&LetterFacts { letterhead: Letterhead::default(), sender: None, ..facts() });
        assert!(told.contains("وتقبلوا تحياتي.") && told.contains("الاسم والتوقيع: ...."), "{told}");
    }
}
