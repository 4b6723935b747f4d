//! The rows that are refused, or not taken whole, as a workbook: as they stand in the list, with the reason beside each, so
//! that they can be mended and imported again.

use super::ImportPlanned;
use super::judged::{Action, Judged};
use super::sheet::{MOST_LETTERS, Sheet};
use crate::error::{Error, ErrorKind, Result};
use crate::strings::Tr;
use crate::tr;
use rust_xlsxwriter::{Color, Format, FormatAlign, Workbook, XlsxError};

/// The width of a column, in letters.
const COLUMN_LETTERS: f64 = 22.0;
/// That of the reasons.
const REASON_LETTERS: f64 = 60.0;

/// Which rows a workbook is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reported {
    /// Those that are refused.
    Refused,
    /// Those of which something was not taken: refused, left out as duplicates, or without a value that could not be read.
    LeftOut,
}

impl Reported {
    fn has(self, judged: &Judged) -> bool {
        match self {
            Self::Refused => judged.action == Action::Refuse,
            Self::LeftOut => matches!(judged.action, Action::Refuse | Action::Skip) || judged.set_aside() > 0,
        }
    }

    const fn reason_key(self) -> &'static str {
        match self {
            Self::Refused => "import-report-reason",
            Self::LeftOut => "import-head-why",
        }
    }

    /// The key of what they are called.
    pub const fn title_key(self) -> &'static str {
        match self {
            Self::Refused => "import-report-refused",
            Self::LeftOut => "import-report-left-out",
        }
    }
}

/// The workbook of these rows. All cells are texts: nothing of a list that came from outside is run.
///
/// # Errors
/// The workbook can't be composed.
pub fn report(which: Reported, sheet: &Sheet, planned: &ImportPlanned, tr: &Tr) -> Result<Vec<u8>> {
    compose(which, sheet, planned, tr).map_err(|error| Error::new(ErrorKind::Document, error))
}

fn compose(which: Reported, sheet: &Sheet, planned: &ImportPlanned, tr: &Tr) -> Result<Vec<u8>, XlsxError> {
    let ImportPlanned { asked, columns, plan, .. } = planned;
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    page.set_name(tr!(tr, which.title_key()))?;
    page.set_right_to_left(tr.is_rtl());
    let reading = if tr.is_rtl() { 2 } else { 1 };
    let plain = Format::new().set_text_wrap().set_align(FormatAlign::Top).set_reading_direction(reading);
    let head = plain.clone().set_bold().set_background_color(Color::RGB(0x00DF_F6E7));
    let width = columns.fields.len().max(sheet.rows.get(columns.header).map_or(0, Vec::len));
    page.write_string_with_format(0, 0, tr!(tr, "import-report-row"), &head)?;
    page.write_string_with_format(0, 1, tr!(tr, which.reason_key()), &head)?;
    page.set_column_width(1, REASON_LETTERS)?;
    for column in 0..width {
        let to = u16::try_from(column + 2).unwrap_or(u16::MAX);
        page.write_string_with_format(0, to, sheet.cell(columns.header, column), &head)?;
        page.set_column_width(to, COLUMN_LETTERS)?;
    }
    page.set_freeze_panes(1, 0)?;
    let reported = plan.judged.iter().filter(|judged| which.has(judged));
    for (line, judged) in (1_u32..).zip(reported) {
        let number = i64::try_from(judged.row + 1).unwrap_or_default();
        page.write_string_with_format(line, 0, number.to_string(), &plain)?;
        page.write_string_with_format(line, 1, judged.words(asked.target, tr).join("\n"), &plain)?;
        for column in 0..width {
            let cell: String = sheet.cell(judged.row, column).chars().take(MOST_LETTERS).collect();
            let to = u16::try_from(column + 2).unwrap_or(u16::MAX);
            page.write_string_with_format(line, to, cell, &plain)?;
        }
    }
    book.save_to_buffer()
}
