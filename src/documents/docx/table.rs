//! Tables and grids, mirrored where the document is.

use super::frame::Frame;
use super::runs::{Look, paragraphs};
use super::xml::{Parts, Xml};
use crate::documents::{Cell, Fact, Signatures, Table};
use std::io::Result;

const LINE: &str = "D2D6DB";
const HEAD: &str = "F3FCF6";
const LABEL: &str = "F9FAFB";
const QUIET: Look = Look { bold: false, colour: Some("4D5761") };
/// Rows to sign in are so high.
const TALL: &str = "620";
const TO_SIGN: &str = "750";

/// The shares as widths that add up to the whole.
fn widths(frame: Frame, shares: &[u16]) -> Vec<u32> {
    let all: u32 = shares.iter().map(|share| u32::from(*share)).sum();
    shares.iter().map(|share| frame.width * u32::from(*share) / all.max(1)).collect()
}

/// A table's frame: its direction, its lines and its columns.
pub(super) fn framed(
    xml: &mut Xml,
    frame: Frame,
    widths: &[u32],
    line: Option<&str>,
    description: &str,
    rows: impl FnOnce(&mut Xml) -> Result<()>,
) -> Result<()> {
    xml.with("w:tbl", &[], |xml| {
        xml.with("w:tblPr", &[], |xml| {
            if frame.is_rtl {
                xml.flag("w:bidiVisual")?;
            } else {
                // Said of a table that runs from the left too: else a reader takes the direction of its first paragraph.
                xml.value("w:bidiVisual", "off")?;
            }
            xml.empty("w:tblW", &[("w:w", &frame.width.to_string()), ("w:type", "dxa")])?;
            if let Some(line) = line {
                xml.with("w:tblBorders", &[], |xml| {
                    for side in ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"] {
                        let line = [("w:val", "single"), ("w:sz", "4"), ("w:space", "0"), ("w:color", line)];
                        xml.empty(side, &line)?;
                    }
                    Ok(())
                })?;
            }
            xml.empty("w:tblLayout", &[("w:type", "fixed")])?;
            if description.is_empty() { Ok(()) } else { xml.value("w:tblDescription", description) }
        })?;
        xml.with("w:tblGrid", &[], |xml| {
            widths.iter().try_for_each(|width| xml.empty("w:gridCol", &[("w:w", &width.to_string())]))
        })?;
        rows(xml)
    })
}

/// A row that stays whole; `height` is the least it has, in twentieths of a point.
pub(super) fn row(
    xml: &mut Xml,
    is_head: bool,
    height: Option<&str>,
    cells: impl FnOnce(&mut Xml) -> Result<()>,
) -> Result<()> {
    xml.with("w:tr", &[], |xml| {
        xml.with("w:trPr", &[], |xml| {
            xml.flag("w:cantSplit")?;
            if let Some(height) = height {
                xml.empty("w:trHeight", &[("w:val", height), ("w:hRule", "atLeast")])?;
            }
            if is_head { xml.flag("w:tblHeader") } else { Ok(()) }
        })?;
        cells(xml)
    })
}

/// One cell over so many columns, on that ground.
pub(super) fn cell(
    xml: &mut Xml,
    width: u32,
    columns: u32,
    ground: Option<&str>,
    inner: impl FnOnce(&mut Xml) -> Result<()>,
) -> Result<()> {
    xml.with("w:tc", &[], |xml| {
        xml.with("w:tcPr", &[], |xml| {
            xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")])?;
            if columns > 1 {
                xml.value("w:gridSpan", &columns.to_string())?;
            }
            if let Some(ground) = ground {
                xml.empty("w:shd", &[("w:val", "clear"), ("w:color", "auto"), ("w:fill", ground)])?;
            }
            xml.value("w:vAlign", "center")
        })?;
        inner(xml)
    })
}

/// A cell without lines around it, whose content begins at its top: a column of text.
pub(super) fn top_cell(xml: &mut Xml, width: u32, inner: impl FnOnce(&mut Xml) -> Result<()>) -> Result<()> {
    xml.with("w:tc", &[], |xml| {
        xml.with("w:tcPr", &[], |xml| {
            xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")])?;
            xml.value("w:vAlign", "top")
        })?;
        inner(xml)
    })
}

/// The styles of a cell's content and of what is said in passing, in a row that may stand on another page than the next one,
/// or may not.
const fn styles(is_kept: bool) -> (&'static str, &'static str) {
    if is_kept { ("CellKept", "CellQuietKept") } else { ("Cell", "CellQuiet") }
}

fn content(xml: &mut Xml, cell: &Cell, is_kept: bool, frame: Frame) -> Result<()> {
    let look = if cell.unknown { QUIET } else { Look::default() };
    let (style, quiet) = styles(is_kept);
    paragraphs(xml, style, &cell.text, look, frame.is_rtl)?;
    if cell.note.trim().is_empty() { Ok(()) } else { paragraphs(xml, quiet, &cell.note, Look::default(), frame.is_rtl) }
}

/// What stands above a column; its second language is smaller, for its words may be longer.
fn heads(xml: &mut Xml, header: &str, frame: Frame) -> Result<()> {
    match header.split_once('\n').filter(|_| frame.is_bilingual) {
        None => paragraphs(xml, "CellHead", header, Look::default(), frame.is_rtl),
        Some((first, second)) => {
            paragraphs(xml, "CellHead", first, Look::default(), frame.is_rtl)?;
            paragraphs(xml, "CellHeadSecond", second, Look::default(), frame.is_rtl)
        }
    }
}

/// A table, its head repeated on each page.
pub(super) fn table(xml: &mut Xml, table: &Table, frame: Frame) -> Result<()> {
    let widths = widths(frame, &table.columns.iter().map(|column| column.weight).collect::<Vec<_>>());
    framed(xml, frame, &widths, Some(LINE), &table.description, |xml| {
        row(xml, true, None, |xml| {
            for (column, width) in table.columns.iter().zip(&widths) {
                cell(xml, *width, 1, Some(HEAD), |xml| heads(xml, &column.header, frame))?;
            }
            Ok(())
        })?;
        let heights: Vec<u32> = table.rows.iter().map(|cells| height_of_row(cells, &widths)).collect();
        for (at, cells) in table.rows.iter().enumerate() {
            // Neither the first row nor the last one stands on a page alone; but of few high rows that would make one piece.
            let has_next = |count: usize| at + count == table.rows.len();
            let pair = heights.iter().skip(at).take(2).sum::<u32>();
            let is_kept = has_next(2) || at == 0 && !has_next(1) && pair <= KEPT_HEIGHT / 2;
            let is_kept = is_kept && (table.rows.len() > 3 || at > 0 || heights.iter().sum::<u32>() <= KEPT_HEIGHT);
            row(xml, false, table.tall.then_some(TALL), |xml| {
                for (it, width) in cells.iter().zip(&widths) {
                    cell(xml, *width, 1, None, |xml| content(xml, it, is_kept, frame))?;
                }
                Ok(())
            })?;
        }
        Ok(())
    })
}

/// What is higher than about a third of a page may be parted, in twentieths of a point.
const KEPT_HEIGHT: u32 = 4_600;
/// A line of a cell, with the room around it; and a letter of it.
const LINE_HEIGHT: u32 = 300;
const LETTER_WIDTH: u32 = 105;

/// How high a row is, about.
fn height_of_row(cells: &[Cell], widths: &[u32]) -> u32 {
    let lines_of = |text: &str, width: u32| -> u32 {
        let room = (width / LETTER_WIDTH).max(1);
        text.lines().map(|line| u32::try_from(line.chars().count()).unwrap_or(u32::MAX).div_ceil(room).max(1)).sum()
    };
    let cells = cells.iter().zip(widths).map(|(it, width)| lines_of(&it.text, *width) + lines_of(&it.note, *width));
    cells.max().unwrap_or_default().max(1).saturating_mul(LINE_HEIGHT)
}

/// Labels and values, two pairs a row. A value without another beside it has the row for itself.
pub(super) fn facts(xml: &mut Xml, facts: &[Fact], frame: Frame) -> Result<()> {
    let widths = widths(frame, &[19, 31, 19, 31]);
    let [label, value, ..] = widths.as_slice() else { return Ok(()) };
    let pair = |xml: &mut Xml, fact: &Fact, columns: u32, is_kept: bool| -> Result<()> {
        let quiet = styles(is_kept).1;
        cell(xml, *label, 1, Some(LABEL), |xml| paragraphs(xml, quiet, &fact.label, Look::default(), frame.is_rtl))?;
        let width = if columns > 1 { frame.width - label } else { *value };
        cell(xml, width, columns, None, |xml| content(xml, &fact.value, is_kept, frame))
    };
    let height: u32 = facts
        .iter()
        .map(|fact| {
            let label_and_value = [Cell::known(fact.label.as_str()), fact.value.clone()];
            // Two stand beside each other.
            height_of_row(&label_and_value, &widths) / if fact.wide { 1 } else { 2 }
        })
        .sum();
    framed(xml, frame, &widths, Some(LINE), "", |xml| {
        let mut rest = facts;
        let mut is_first = true;
        while let [first, after @ ..] = rest {
            let second = after.first().filter(|second| !first.wide && !second.wide);
            rest = after.get(usize::from(second.is_some())..).unwrap_or_default();
            // Neither the first row nor the last one of a high grid stands on a page alone.
            let is_last_pair = match rest {
                [_] => true,
                [one, other] => !one.wide && !other.wide,
                _ => false,
            };
            let is_kept = !rest.is_empty() && (height <= KEPT_HEIGHT || is_first || is_last_pair);
            is_first = false;
            row(xml, false, None, |xml| match second {
                Some(second) => {
                    pair(xml, first, 1, is_kept)?;
                    pair(xml, second, 1, is_kept)
                }
                None => pair(xml, first, 3, is_kept),
            })?;
        }
        Ok(())
    })
}

/// Who signs: a column each, a row a label. None of it stands on another page than the rest.
pub(super) fn signatures(xml: &mut Xml, signatures: &Signatures, frame: Frame) -> Result<()> {
    let mut shares = vec![12];
    shares.extend(signatures.signatories.iter().map(|_| 29));
    let widths = widths(frame, &shares);
    let labels = &signatures.labels;
    let rows = [
        (labels.name.as_str(), None),
        (labels.post.as_str(), None),
        (labels.signature.as_str(), Some(TO_SIGN)),
        (labels.date.as_str(), None),
    ];
    framed(xml, frame, &widths, Some(LINE), "", |xml| {
        let cells =
            |xml: &mut Xml, label: &str, texts: &[&str], styles: [&str; 2], ground: Option<&str>| -> Result<()> {
                let [of_label, of_text] = styles;
                let first = widths.first().copied().unwrap_or_default();
                cell(xml, first, 1, Some(ground.unwrap_or(LABEL)), |xml| {
                    paragraphs(xml, of_label, label, Look::default(), frame.is_rtl)
                })?;
                for (text, width) in texts.iter().zip(widths.iter().skip(1)) {
                    cell(xml, *width, 1, ground, |xml| paragraphs(xml, of_text, text, Look::default(), frame.is_rtl))?;
                }
                Ok(())
            };
        let roles: Vec<&str> = signatures.signatories.iter().map(|it| it.role.as_str()).collect();
        row(xml, true, None, |xml| cells(xml, "", &roles, ["CellHead", "CellHead"], Some(HEAD)))?;
        let last = rows.len() - 1;
        for (at, (label, height)) in rows.into_iter().enumerate() {
            let texts: Vec<&str> = signatures
                .signatories
                .iter()
                .map(|it| match at {
                    0 => it.name.as_str(),
                    1 => it.post.as_str(),
                    3 => it.date.as_str(),
                    _ => "",
                })
                .collect();
            let styles = if at < last { ["CellQuietKept", "CellKept"] } else { ["CellQuiet", "Cell"] };
            row(xml, false, height, |xml| cells(xml, label, &texts, styles, None))?;
        }
        Ok(())
    })
}
