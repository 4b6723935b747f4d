//! The document as the template reads it: the same structure, with every text made fit for its place on the page.

use super::line::{Line, Lines, Paragraph};
use crate::arabic::Digits;
use crate::documents::{Block, Cell, Document, Fact, Keep, Logo, Section, Signatures, Table};
use crate::domain::OutcomeKind;
use crate::strings::Language;
use serde::Serialize;

/// Characters that fit beside each other on a line over the whole width, at the size of tables.
const LINE_CHARACTERS: usize = 100;
/// The same where pages lie on their long side.
const WIDE_CHARACTERS: usize = 150;

/// Of a column of text beside another one, in hundredths of the line.
const COLUMN: usize = 46;

/// A row longer than this many lines may go on to the next page; shorter ones stay whole.
const KEPT_LINES: usize = 16;

/// A text's lines.
type Text = Vec<Line>;

#[derive(Serialize)]
pub(super) struct Data {
    lang: &'static str,
    rtl: bool,
    /// Headings have their second language at the far side.
    both: bool,
    /// Pages lie on their long side.
    wide: bool,
    arabic_digits: bool,
    /// The letters, how large they are against what ships, and the margin at the sides in millimetres.
    font: &'static str,
    scale: f64,
    margin: u16,
    /// For the metadata.
    title: String,
    author: String,
    keywords: Vec<String>,
    /// Year, month and day of issue.
    date: Option<[i32; 3]>,
    heading: Text,
    number_line: Text,
    subject: Text,
    letterhead: Vec<Text>,
    letterhead_second: Vec<Text>,
    pub(super) logo: Option<&'static str>,
    logo_alt: String,
    reference: Vec<FactData>,
    banner: Text,
    sections: Vec<SectionData>,
    footer: FooterData,
}

#[derive(Serialize)]
struct FactData {
    label: Text,
    value: LinesData,
    wide: bool,
}

/// What stands in a table's cell: one paragraph where it can be, for that costs typst least.
#[derive(Serialize)]
#[serde(untagged)]
enum CellData {
    Paragraph(Paragraph),
    Lines(LinesData),
}

/// Lines with a note below them.
#[derive(Serialize)]
struct LinesData {
    text: Text,
    note: Text,
    unknown: bool,
}

#[derive(Serialize)]
struct FooterData {
    text: Text,
    mark: Text,
    known_by: Text,
    words: Text,
    before: String,
    between: String,
    after: String,
}

#[derive(Serialize)]
struct SectionData {
    heading: Text,
    keep: bool,
    with_next: bool,
    blocks: Vec<BlockData>,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum BlockData {
    Subheading {
        text: Text,
    },
    Paragraph {
        text: Text,
    },
    Remark {
        text: Text,
    },
    Marked {
        colour: &'static str,
        label: Text,
        text: Text,
        keep: bool,
    },
    Facts {
        rows: Vec<FactData>,
    },
    Table {
        description: String,
        columns: Vec<ColumnData>,
        rows: Vec<RowData>,
        tall: bool,
        /// No end of a page parts it.
        whole: bool,
        /// The room of its head and first rows, against the size of its letters: with less it begins on the next page.
        room: f64,
    },
    List {
        items: Vec<Text>,
    },
    Signatures {
        labels: LabelsData,
        signatories: Vec<SignatoryData>,
    },
    SignOff {
        items: Vec<Text>,
    },
    Beside {
        first: Vec<Self>,
        second: Vec<Self>,
    },
}

#[derive(Serialize)]
struct ColumnData {
    header: Text,
    weight: u16,
}

#[derive(Serialize)]
struct RowData {
    keep: bool,
    cells: Vec<CellData>,
}

#[derive(Serialize)]
struct LabelsData {
    name: Text,
    post: Text,
    signature: Text,
    date: Text,
}

#[derive(Serialize)]
struct SignatoryData {
    role: Text,
    name: Text,
    post: Text,
    date: Text,
}

impl Data {
    pub(super) fn new(document: &Document, lines: &Lines) -> Self {
        let across = if document.is_wide { WIDE_CHARACTERS } else { LINE_CHARACTERS };
        let room = Room { line: LINE_CHARACTERS, across };
        let one_line = |text: &str| lines.fit_one(text, LINE_CHARACTERS);
        // In both languages each has a line of its own.
        let is_bilingual = document.is_bilingual;
        let heads =
            |text: &str, longest| if is_bilingual { lines.fit(text, longest) } else { lines.fit_one(text, longest) };
        let names = |names: &[String]| {
            let fit = names.iter().map(|line| lines.fit_one(line, LINE_CHARACTERS / 3));
            fit.filter(|line| !line.is_empty()).collect()
        };
        let logo = document.letterhead.logo.as_ref();
        let banner = document.banner.as_ref();
        let page_of = &document.footer.page_of;
        Self {
            lang: match document.language {
                Language::Arabic => "ar",
                Language::English => "en",
            },
            rtl: document.is_rtl(),
            both: document.is_bilingual,
            wide: document.is_wide,
            font: document.style.font.family(),
            scale: document.style.scale(),
            margin: document.style.margin,
            arabic_digits: document.digits == Digits::ArabicIndic,
            title: lines.plain(&if lines.is_kept_before() { document.title.clone() } else { document.known_as() }),
            author: lines.plain(&document.author),
            keywords: document.keywords.iter().map(|word| lines.plain(word)).collect(),
            date: day(&document.issued_on),
            heading: heads(&document.title, LINE_CHARACTERS / 2),
            number_line: if lines.flow_names() {
                lines.fit(&document.number_line, LINE_CHARACTERS)
            } else {
                heads(&document.number_line, LINE_CHARACTERS)
            },
            subject: lines.fit(&document.subject, LINE_CHARACTERS * 3 / 4),
            letterhead: names(&document.letterhead.lines),
            letterhead_second: names(&document.letterhead.second_lines),
            logo: logo.and_then(file_of),
            logo_alt: logo.map(|logo| lines.plain(&logo.description)).unwrap_or_default(),
            reference: references(&document.reference, lines, is_bilingual),
            banner: banner.map(|banner| one_line(&banner.text)).unwrap_or_default(),
            sections: document.sections.iter().map(|it| section(it, lines, (is_bilingual, room))).collect(),
            footer: FooterData {
                text: heads(&document.footer.text, LINE_CHARACTERS / 3),
                words: one_line(&document.footer.words),
                known_by: lines.fit_one(&document.footer.mark, LINE_CHARACTERS / 3),
                mark: banner.map(|banner| one_line(&banner.short)).unwrap_or_default(),
                // Their spaces at the ends matter: they stand around numbers.
                before: page_of.before.clone(),
                between: page_of.between.clone(),
                after: page_of.after.clone(),
            },
        }
    }
}

/// A day in ISO form as typst takes it.
fn day(iso: &str) -> Option<[i32; 3]> {
    let parts: Vec<i32> = iso.split('-').map(str::parse).collect::<std::result::Result<_, _>>().ok()?;
    parts.try_into().ok()
}

/// The name the template reads the picture under, by which typst also knows its format.
fn file_of(logo: &Logo) -> Option<&'static str> {
    match logo.media_type.as_str() {
        "image/png" => Some("logo.png"),
        "image/jpeg" => Some("logo.jpg"),
        "image/gif" => Some("logo.gif"),
        "image/webp" => Some("logo.webp"),
        "image/svg+xml" => Some("logo.svg"),
        _ => None,
    }
}

/// What names the paper. In two languages each has its half of the page, in which also a number runs as that one does.
fn references(facts: &[Fact], lines: &Lines, is_bilingual: bool) -> Vec<FactData> {
    let longest = LINE_CHARACTERS / 4;
    if !is_bilingual || !lines.flow_names() {
        return self::facts(facts, lines, longest);
    }
    let others = lines.in_other_direction();
    let in_both = |text: &str| {
        let (first, second) = text.split_once('\n').unwrap_or((text, text));
        let mut all = lines.fit_one(first, longest);
        all.extend(others.fit_one(second, longest));
        all
    };
    let value = |cell: &Cell| LinesData { text: in_both(&cell.text), note: Vec::new(), unknown: cell.unknown };
    let fact = |fact: &Fact| FactData { label: in_both(&fact.label), value: value(&fact.value), wide: fact.wide };
    facts.iter().map(fact).collect()
}

fn section(section: &Section, lines: &Lines, (is_bilingual, room): (bool, Room)) -> SectionData {
    let longest = LINE_CHARACTERS * 3 / 4;
    SectionData {
        heading: if is_bilingual {
            lines.fit(&section.heading, longest)
        } else {
            lines.fit_one(&section.heading, longest)
        },
        keep: section.keep != Keep::Free && section.blocks.iter().all(is_short),
        with_next: section.keep == Keep::WithNext && section.blocks.iter().all(is_short),
        blocks: section.blocks.iter().map(|it| block(it, lines, room)).collect(),
    }
}

/// Could it fit on a page, whatever stands in it?
fn is_short(block: &Block) -> bool {
    let short = |text: &str| text.len() < 400;
    match block {
        Block::Signatures(signatures) => {
            signatures.signatories.iter().all(|it| short(&it.name) && short(&it.post) && short(&it.role))
        }
        Block::Subheading(text) | Block::Paragraph(text) | Block::Remark(text) | Block::Marked { text, .. } => {
            short(text)
        }
        Block::SignOff(lines) => lines.iter().all(|line| short(line)),
        Block::Beside { first, second } => first.iter().chain(second).all(is_short),
        Block::Facts(_) | Block::Table(_) | Block::List(_) => false,
    }
}

/// How many characters have room beside each other.
#[derive(Clone, Copy)]
struct Room {
    /// In running text.
    line: usize,
    /// In tables, over the whole width.
    across: usize,
}

fn block(block: &Block, lines: &Lines, room: Room) -> BlockData {
    let whole = |text: &str| lines.fit(text, room.line * 9 / 10);
    match block {
        Block::Subheading(text) => BlockData::Subheading { text: lines.fit_one(text, LINE_CHARACTERS * 4 / 5) },
        Block::Paragraph(text) => BlockData::Paragraph { text: whole(text) },
        Block::Remark(text) => BlockData::Remark { text: whole(text) },
        Block::Marked { kind, label, text } => BlockData::Marked {
            colour: colour(*kind),
            label: whole(label),
            text: whole(text),
            keep: estimated_lines(text, LINE_CHARACTERS) < KEPT_LINES,
        },
        Block::Facts(rows) => BlockData::Facts { rows: facts(rows, lines, LINE_CHARACTERS * 7 / 25) },
        Block::Table(it) => table(it, lines, room.across),
        Block::List(items) => BlockData::List { items: items.iter().map(|item| whole(item)).collect() },
        Block::Signatures(it) => signatures(it, lines),
        Block::Beside { first, second } => {
            let half = |all: usize| if lines.flow_names() { all * COLUMN / 100 } else { all };
            let room = Room { line: half(room.line), across: half(room.across) };
            let column =
                |blocks: &[Block], lines: &Lines| blocks.iter().map(|it| self::block(it, lines, room)).collect();
            BlockData::Beside { first: column(first, lines), second: column(second, &lines.in_other_direction()) }
        }
        Block::SignOff(items) => {
            BlockData::SignOff { items: items.iter().map(|item| lines.fit(item, LINE_CHARACTERS / 2)).collect() }
        }
    }
}

/// Kinds keep one colour everywhere; the label says the kind as well, for who does not see it.
const fn colour(kind: OutcomeKind) -> &'static str {
    match kind {
        OutcomeKind::Proposal | OutcomeKind::Initiative | OutcomeKind::Opportunity => "green",
        OutcomeKind::FollowUp | OutcomeKind::Obligation => "blue",
        OutcomeKind::Decision | OutcomeKind::Recommendation => "lavender",
        OutcomeKind::Challenge => "amber",
    }
}

fn facts(rows: &[Fact], lines: &Lines, longest: usize) -> Vec<FactData> {
    let fact = |fact: &Fact| FactData {
        label: lines.fit(&fact.label, longest),
        value: lines_of(&fact.value, lines, longest),
        wide: fact.wide,
    };
    rows.iter().map(fact).collect()
}

fn table(table: &Table, lines: &Lines, across: usize) -> BlockData {
    let sum: usize = table.columns.iter().map(|column| usize::from(column.weight)).sum();
    // What the padding of a cell takes away is about two characters. No word of usual length is broken.
    let fitting = |weight: u16| (across * usize::from(weight) / sum.max(1)).saturating_sub(2).max(11);
    let widths: Vec<usize> = table.columns.iter().map(|column| fitting(column.weight)).collect();
    let row = |row: &Vec<Cell>| {
        let cells = || row.iter().zip(&widths);
        let is_kept = |(cell, width): (&Cell, &usize)| {
            estimated_lines(&cell.text, *width) + estimated_lines(&cell.note, *width) < KEPT_LINES
        };
        RowData {
            keep: cells().all(is_kept),
            cells: cells().map(|(content, width)| cell(content, lines, *width)).collect(),
        }
    };
    let (whole, room) = needed(table, &widths);
    BlockData::Table {
        description: lines.plain(&table.description),
        columns: table
            .columns
            .iter()
            .zip(&widths)
            .map(|(column, width)| ColumnData { header: lines.fit(&column.header, *width), weight: column.weight })
            .collect(),
        rows: table.rows.iter().map(row).collect(),
        tall: table.tall,
        whole,
        room,
    }
}

/// About a third of a page, against the size of the letters.
const THIRD_OF_PAGE: f64 = 22.0;
/// A line, the padding of a row, and that of one to sign in.
const LINE: f64 = 1.27;
const ROW: f64 = 0.65;
const TALL_ROW: f64 = 1.05;

/// May no page's end part it, as one of few rows that are not high? And how much of it should be on its first page: the head
/// with two rows, or with one where two are high.
fn needed(table: &Table, widths: &[usize]) -> (bool, f64) {
    let padding = if table.tall { TALL_ROW } else { ROW };
    // Arabic letters are narrow.
    let lines = |text: &str, width: usize| -> usize {
        text.lines().map(|line| line.chars().count().div_ceil((width * 5 / 4).max(1))).sum()
    };
    let height = |lines: usize| f64::from(u16::try_from(lines).unwrap_or(u16::MAX)) * LINE;
    let heads = table.columns.iter().zip(widths).map(|(column, width)| lines(&column.header, *width));
    let head = height(heads.max().unwrap_or_default()) + ROW;
    let row = |cells: &Vec<Cell>| {
        let all = cells.iter().zip(widths).map(|(it, width)| lines(&it.text, *width) + lines(&it.note, *width));
        height(all.max().unwrap_or(1).max(1)) + padding
    };
    let rows: Vec<f64> = table.rows.iter().take(3).map(row).collect();
    let with = |count: usize| head + rows.iter().take(count).sum::<f64>();
    let is_whole = matches!(table.rows.len(), 2 | 3) && with(3) <= THIRD_OF_PAGE;
    let room = if with(2) <= THIRD_OF_PAGE { with(2) } else { with(1).min(THIRD_OF_PAGE) };
    (is_whole, room)
}

fn estimated_lines(text: &str, width: usize) -> usize {
    text.lines().map(|line| line.chars().count() / width.max(1) + 1).sum()
}

fn cell(cell: &Cell, lines: &Lines, longest: usize) -> CellData {
    let LinesData { text, note, unknown } = lines_of(cell, lines, longest);
    match lines.paragraph(text, note, unknown) {
        Ok(paragraph) => CellData::Paragraph(paragraph),
        Err([text, note]) => CellData::Lines(LinesData { text, note, unknown }),
    }
}

fn lines_of(cell: &Cell, lines: &Lines, longest: usize) -> LinesData {
    LinesData { text: lines.fit(&cell.text, longest), note: lines.fit(&cell.note, longest), unknown: cell.unknown }
}

fn signatures(signatures: &Signatures, lines: &Lines) -> BlockData {
    let fit = |text: &str| lines.fit(text, LINE_CHARACTERS / 4);
    let labels = &signatures.labels;
    BlockData::Signatures {
        labels: LabelsData {
            name: fit(&labels.name),
            post: fit(&labels.post),
            signature: fit(&labels.signature),
            date: fit(&labels.date),
        },
        signatories: signatures
            .signatories
            .iter()
            .map(|it| SignatoryData {
                role: fit(&it.role),
                name: fit(&it.name),
                post: fit(&it.post),
                date: fit(&it.date),
            })
            .collect(),
    }
}
