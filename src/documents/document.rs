//! The format-neutral document: what stands on the paper and in which order, and nothing about how it is drawn.
//!
//! Builders fill it, writers walk it. Its text is plain: it holds no markup and no direction marks, since each writer
//! cleans and isolates what it prints by the same two functions ([`super::clean`], [`super::isolate`]).

use crate::arabic::Digits;
use crate::arabic::isolate::without_isolates;
use crate::domain::OutcomeKind;
use crate::domain::template::{DocumentFont, USUAL_MARGIN, USUAL_TEXT_SIZE};
use crate::strings::{Language, Tr};
use crate::tr;
use serde::{Deserialize, Serialize};

/// A whole document, ready for any writer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Document {
    /// What it is called: the large line, and the file's metadata.
    pub title: String,
    /// Between the large line and the subject: «رقم (…) لعام …»; may be empty.
    pub number_line: String,
    /// What it is about, under the title; may be empty.
    pub subject: String,
    /// For the file's metadata.
    pub author: String,
    /// The language it is written in; the direction follows from it.
    pub language: Language,
    /// The digits of page numbers; the builder has already put its own numbers in them.
    pub digits: Digits,
    /// At the top of the first page, on the starting side.
    pub letterhead: Letterhead,
    /// At the top of the first page, on the far side: number, dates, attachments.
    pub reference: Vec<Fact>,
    /// A warning under the title and at each page's foot, such as the mark of a draft.
    pub banner: Option<Banner>,
    /// The body.
    pub sections: Vec<Section>,
    /// At the foot of each page.
    pub footer: Footer,
    /// For the file's metadata, by which it is found and recognised.
    pub keywords: Vec<String>,
    /// The day it was issued, in ISO form, for the file's metadata; empty while it is a draft.
    pub issued_on: String,
    /// How it looks.
    #[serde(skip_serializing_if = "Style::is_usual")]
    pub style: Style,
    /// Its pages lie on their long side: it has a table of many columns.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub is_wide: bool,
    /// It is written in both languages: titles, headings and labels have the second one on a line of its own.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub is_bilingual: bool,
}

/// How a document looks, as far as the user decides it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Style {
    /// Its letters.
    pub font: DocumentFont,
    /// The size of running text, in tenths of a point; all others follow it.
    pub text_size: u16,
    /// The margin at both sides, in millimetres.
    pub margin: u16,
}

impl Default for Style {
    fn default() -> Self {
        Self { font: DocumentFont::default(), text_size: USUAL_TEXT_SIZE, margin: USUAL_MARGIN }
    }
}

impl Style {
    /// Is it the look that ships?
    pub fn is_usual(&self) -> bool {
        *self == Self::default()
    }

    /// How large text is against what ships.
    pub fn scale(&self) -> f64 {
        f64::from(self.text_size) / f64::from(USUAL_TEXT_SIZE)
    }
}

impl Document {
    /// The direction its paragraphs and tables run in.
    pub const fn is_rtl(&self) -> bool {
        matches!(self.language, Language::Arabic)
    }

    /// What stands at the foot of each page, on one line, for forms that have no pages; nothing, where that is its
    /// title or its subject.
    pub fn foot(&self) -> String {
        let foot = &self.footer;
        let said = [foot.text.as_str(), foot.mark.as_str(), foot.words.as_str()].into_iter();
        let is_heading = |text: &str| {
            text == self.title.trim() || self.sections.iter().any(|section| section.heading.contains(text))
        };
        let said = said.filter(|text| !text.trim().is_empty() && !is_heading(text.trim()));
        said.map(|text| text.trim().replace('\n', " · ")).collect::<Vec<_>>().join(" · ")
    }
}

/// Who issues the document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Letterhead {
    /// The widest body first, one a line.
    pub lines: Vec<String>,
    /// The same in the second language, on the far side, where the document is in both.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub second_lines: Vec<String>,
    /// The body's emblem.
    pub logo: Option<Logo>,
}

/// A picture, with its words for people who do not see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Logo {
    /// The file's content.
    #[serde(skip)]
    pub bytes: Vec<u8>,
    /// Its media type, such as `image/png`.
    pub media_type: String,
    /// What it shows.
    pub description: String,
}

/// A warning, whole and in short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Banner {
    /// Under the title.
    pub text: String,
    /// At each page's foot.
    pub short: String,
}

/// A label and what stands beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// «مكان الانعقاد».
    pub label: String,
    /// «مقر الأمانة».
    pub value: Cell,
    /// Takes a whole row of the grid instead of half of one.
    pub wide: bool,
}

/// A part of the body under a heading.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Section {
    /// What a template calls it, such as `follow-ups`; empty: it has no say there. It is not kept with approved minutes.
    #[serde(skip)]
    pub key: &'static str,
    /// With its ordinal; empty: the part goes on without a heading.
    pub heading: String,
    /// The heading without its ordinal, where it has one: sections in another order are counted anew.
    #[serde(skip)]
    pub uncounted: String,
    /// What stands in it.
    pub blocks: Vec<Block>,
    /// How it may be parted by the end of a page.
    pub keep: Keep,
}

impl Section {
    /// The same, which templates call so.
    #[must_use]
    pub fn keyed(mut self, key: &'static str) -> Self {
        self.key = key;
        self
    }
}

/// What the end of a page may part; long content is parted all the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Keep {
    /// Anything but a heading from its text.
    #[default]
    Free,
    /// Not this section, such as the signatures.
    Together,
    /// Not this section, nor it from the next one: signatures never stand on a page alone.
    WithNext,
}

/// A piece of a section.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Block {
    /// A heading inside the section.
    Subheading(String),
    /// Running text; each line of it is a paragraph.
    Paragraph(String),
    /// A small remark, such as a summary under a table.
    Remark(String),
    /// A captured outcome, marked in its kind's colour and by its kind's word.
    Marked {
        /// Whose colour.
        #[serde(with = "kind_code")]
        kind: OutcomeKind,
        /// «قرار · ق-058».
        label: String,
        /// What was captured.
        text: String,
    },
    /// A grid of labels and values, two pairs a row.
    Facts(Vec<Fact>),
    /// A table.
    Table(Table),
    /// A list, numbered by the writer.
    List(Vec<String>),
    /// Who signs.
    Signatures(Signatures),
    /// Who sends a letter, a line each, in the far half of the page; the first line stands out.
    SignOff(Vec<String>),
    /// The same in both languages, in two columns: the document's own at the start.
    Beside {
        /// In the document's language.
        first: Vec<Self>,
        /// In the other one.
        second: Vec<Self>,
    },
}

/// A table; its header is repeated on each page it reaches.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Table {
    /// What it is, for people who hear it.
    pub description: String,
    /// The columns, in reading order.
    pub columns: Vec<Column>,
    /// The rows, each with as many cells as there are columns.
    pub rows: Vec<Vec<Cell>>,
    /// Rows tall enough to sign in.
    pub tall: bool,
}

/// A column: its header, and its share of the width.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// The header.
    pub header: String,
    /// Its share, against the other columns' shares.
    pub weight: u16,
}

/// What stands in a cell.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Cell {
    /// The content; may be empty, for writing in by hand.
    pub text: String,
    /// A second, smaller line; may be empty.
    pub note: String,
    /// Nobody has said: shown paler than a fact.
    pub unknown: bool,
}

impl Cell {
    /// A known content.
    pub fn known(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// A content, or the word for what nobody has said.
    pub fn known_or(text: impl Into<String>, unknown: &str) -> Self {
        let text = text.into();
        if text.trim().is_empty() {
            Self { text: unknown.to_owned(), unknown: true, ..Self::default() }
        } else {
            Self::known(text)
        }
    }

    /// The same, with a second, smaller line.
    #[must_use]
    pub fn with_note(mut self, note: impl Into<String>) -> Self {
        self.note = note.into();
        self
    }
}

/// The signatures' table: one column a signatory, one row a label.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Signatures {
    /// The labels of the rows: name, post, signature, date.
    pub labels: SignatureLabels,
    /// In the order they sign.
    pub signatories: Vec<Signatory>,
}

/// What stands before each row of a signature.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SignatureLabels {
    /// «الاسم».
    pub name: String,
    /// «المنصب».
    pub post: String,
    /// «التوقيع».
    pub signature: String,
    /// «التاريخ».
    pub date: String,
}

/// Somebody who signs. What is not known is left to be written by hand.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Signatory {
    /// «اعتمده (رئيس الاجتماع)».
    pub role: String,
    /// Title and name.
    pub name: String,
    /// Post.
    pub post: String,
    /// When it was signed.
    pub date: String,
}

/// The foot of each page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Footer {
    /// On the starting side.
    pub text: String,
    /// In the middle, where no banner stands: by what the paper is known; may be empty.
    pub mark: String,
    /// Below it, over the whole width: what the body says of itself on all its papers; may be empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub words: String,
    /// On the far side.
    pub page_of: PageOf,
}

impl Document {
    /// What programs call it among others: what it is, and of what. On one line.
    pub fn known_as(&self) -> String {
        let parts = [&self.title, &self.subject].map(|text| text.trim().replace('\n', TITLES));
        parts.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(SUBJECT)
    }
}

/// Between the languages of a title.
const TITLES: &str = " / ";
/// Between what a paper is and of what.
const SUBJECT: &str = " – ";

/// «صفحة 1 من 3», around the two numbers that only a writer knows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PageOf {
    /// Before the page's number.
    pub before: String,
    /// Between the two.
    pub between: String,
    /// After the number of pages.
    pub after: String,
}

impl PageOf {
    /// In the words of a language.
    pub fn new(tr: &Tr) -> Self {
        // The numbers come from writers that set them apart by themselves.
        let page_of = without_isolates(&tr!(tr, "documents-page-of", page = "{page}", pages = "{pages}"));
        let (before, rest) = page_of.split_once("{page}").unwrap_or((&page_of, ""));
        let (between, after) = rest.split_once("{pages}").unwrap_or((rest, ""));
        Self { before: before.into(), between: between.into(), after: after.into() }
    }
}

/// A kind is kept by its code, as everywhere.
mod kind_code {
    use super::OutcomeKind;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature is serde's")]
    pub fn serialize<S: Serializer>(kind: &OutcomeKind, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(kind.code())
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<OutcomeKind, D::Error> {
        let code = String::deserialize(deserializer)?;
        OutcomeKind::from_code(&code).ok_or_else(|| D::Error::custom(code))
    }
}

#[cfg(test)]
mod tests {
    use super::Document;

    #[test]
    fn among_others_a_paper_is_called_what_it_is_and_of_what() {
        let check = |title: &str, subject: &str, expected: &str| {
            let document = Document { title: title.into(), subject: subject.into(), ..Document::default() };
            assert_eq!(document.known_as(), expected);
        };
        check("ملف الجهة", "جمعية بيئة", "ملف الجهة – جمعية بيئة");
        check("خطاب", "", "خطاب");
        check("محضر\nMinutes", "اللقاء", "محضر / Minutes – اللقاء");
    }
}
