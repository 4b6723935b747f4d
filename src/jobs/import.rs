//! Lists that come in: a file is read, held against the store, and written when a person agrees.

use crate::calendar::Date;
use crate::error::{Error, ErrorKind, Result};
use crate::import::header::{column_key, is_letters};
use crate::import::{
    self, Columns, ImportAsked, ImportPlanned, LARGEST_FILE_BYTES, Mapping, Reported, Sheet, Target, Vocabulary,
};
use crate::store::query::KnownOf;
use crate::store::{Applied, Edit, ImportWatch, Store, Views};
use crate::strings::Tr;
use crate::tr;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The sheets of a file.
///
/// # Errors
/// It can't be read, or is no list.
pub fn read_list(path: &Path) -> Result<Vec<Sheet>> {
    let unreadable = |error: std::io::Error| Error::new(ErrorKind::FileUnreadable(path.display().to_string()), error);
    let about = std::fs::metadata(path).map_err(unreadable)?;
    let most = u64::try_from(LARGEST_FILE_BYTES).unwrap_or(u64::MAX);
    if about.is_dir() || about.len() > most {
        let reason = if about.is_dir() { "import-refused-no-table" } else { "import-refused-too-large" };
        return Err(Error::new(ErrorKind::ImportRefused(reason.to_owned()), about.len()));
    }
    import::read(&std::fs::read(path).map_err(unreadable)?)
}

/// The sheets of a file, and what they are likely to be of, where one stands on a page of `stands_on`.
///
/// # Errors
/// As [`read_list`]; the store can't be read.
pub fn open_list(store: &Store, path: &Path, stands_on: Target, tr: &Tr) -> Result<(Target, Vec<Sheet>)> {
    let sheets = read_list(path)?;
    let mut kept = BTreeMap::new();
    for target in Target::ALL {
        let mut mapping = mapping_of(store, &ImportAsked::new(target))?;
        // A letter was said of a column without a name: of other lists it tells nothing.
        mapping.retain(|column, _| !is_letters(column));
        kept.insert(target, mapping);
    }
    let target = import::likely_target(&sheets, stands_on, |target| kept.remove(&target).unwrap_or_default(), tr);
    Ok((target, sheets))
}

/// Holds a list against the store.
///
/// # Errors
/// Its columns are not known, or the store can't be read.
pub fn plan_import(store: &Store, sheets: &[Sheet], asked: &ImportAsked, tr: &Tr) -> Result<ImportPlanned> {
    let words = Vocabulary::new(asked.target, tr);
    let mapping = mapping_of(store, asked)?;
    let (at, columns) = chosen_sheet(sheets, asked, &words, &mapping)?;
    let sheet = sheets.get(at).ok_or_else(|| Error::new(ErrorKind::Internal, "no such sheet"))?;
    let known = store.read(KnownOf { entity: asked.target.entity() })?;
    let plan = import::judge(sheet, &columns, asked, &known, &words, Date::today());
    if plan.judged.is_empty() {
        return Err(Error::new(ErrorKind::ImportRefused("import-refused-nothing".to_owned()), ""));
    }
    Ok(ImportPlanned { asked: asked.clone(), sheet: at, columns, plan })
}

/// What is remembered of earlier lists, and over it what is said now.
fn mapping_of(store: &Store, asked: &ImportAsked) -> Result<Mapping> {
    let kept = store.read(Views)?.remove(&view_name(asked.target));
    let mut mapping: Mapping = kept.and_then(|kept| serde_json::from_str(&kept).ok()).unwrap_or_default();
    // A field may be gone since.
    mapping.retain(|_, field| field.is_empty() || asked.target.fields().any(|known| known.name == field));
    mapping.extend(asked.mapping.iter().map(|(column, field)| (column.clone(), field.clone())));
    Ok(mapping)
}

fn view_name(target: Target) -> String {
    format!("import/{}", target.code())
}

fn chosen_sheet(
    sheets: &[Sheet],
    asked: &ImportAsked,
    words: &Vocabulary,
    mapping: &Mapping,
) -> Result<(usize, Columns)> {
    let mut best: Option<(usize, Columns)> = None;
    let mut refusal = Error::new(ErrorKind::ImportRefused("import-refused-no-sheet".to_owned()), "");
    for (at, sheet) in sheets.iter().enumerate() {
        if asked.sheet.as_ref().is_some_and(|name| column_key(name) != column_key(&sheet.name)) {
            continue;
        }
        let found = match asked.header {
            Some(header) => Columns::in_row(sheet, header, asked.target, words, mapping),
            None => Columns::find(sheet, asked.target, words, mapping),
        };
        let known = |columns: &Columns| columns.fields.iter().flatten().count();
        match found {
            Ok(columns) if best.as_ref().is_none_or(|(_, before)| known(before) < known(&columns)) => {
                best = Some((at, columns));
            }
            Ok(_) => {}
            Err(error) => refusal = error,
        }
    }
    best.ok_or(refusal)
}

/// Writes what was planned, in one step, and remembers what a person said of its columns. Waits.
///
/// # Errors
/// There is nothing to write, it was called off, or the store refuses it.
pub fn write_import(store: &Store, planned: &ImportPlanned, watch: &ImportWatch) -> Result<Applied> {
    if planned.plan.imported.rows.is_empty() {
        return Err(Error::new(ErrorKind::ImportRefused("import-refused-nothing".to_owned()), ""));
    }
    let imported = Arc::new(planned.plan.imported.clone());
    let applied = store.apply(Edit::Import { imported, watch: watch.clone() })?;
    remember(store, &planned.asked)?;
    Ok(applied)
}

/// The next list of this sort with such columns is understood at once.
///
/// # Errors
/// What was kept before can't be read.
pub fn remember(store: &Store, asked: &ImportAsked) -> Result<()> {
    if !asked.mapping.is_empty() {
        let mapping = mapping_of(store, asked)?;
        let kept = serde_json::to_string(&mapping).map_err(|error| Error::new(ErrorKind::Internal, error))?;
        store.keep_view(&view_name(asked.target), kept);
    }
    Ok(())
}

/// The ending of what is written; those that somebody may have typed in its place, meaning a table.
const ENDING: &str = "xlsx";
const OTHER_ENDINGS: [&str; 7] = ["xls", "xlsm", "xlsb", "ods", "csv", "tsv", "txt"];

/// How the file of refused rows, or of what was left out, is called where nobody says it.
pub fn reported_file(which: Reported, tr: &Tr) -> String {
    format!("{}.{ENDING}", tr!(tr, which.title_key()))
}

/// Writes these rows to a file, or into a folder; answers where. It is a workbook, whatever ending was typed, and
/// nothing that nobody was asked about is written over.
///
/// # Errors
/// It can't be written there.
pub fn write_reported(
    which: Reported,
    (sheets, planned): (&[Sheet], &ImportPlanned),
    to: &Path,
    tr: &Tr,
) -> Result<PathBuf> {
    let sheet = sheets.get(planned.sheet).ok_or_else(|| Error::new(ErrorKind::Internal, "no such sheet"))?;
    let bytes = import::report(which, sheet, planned, tr)?;
    let to = if to.is_dir() { to.join(reported_file(which, tr)) } else { to.to_owned() };
    let to = as_workbook(&to);
    super::write_whole(&to, &bytes)?;
    Ok(to)
}

/// The path with the ending of a workbook; a free one, where that is not the path that was asked for.
fn as_workbook(to: &Path) -> PathBuf {
    let is = |ending: &str| to.extension().is_some_and(|typed| typed.eq_ignore_ascii_case(ending));
    if is(ENDING) {
        return to.to_owned();
    }
    let mut name =
        if OTHER_ENDINGS.into_iter().any(is) { to.file_stem() } else { to.file_name() }.unwrap_or_default().to_owned();
    name.push(".");
    name.push(ENDING);
    let (folder, name) = (to.parent().unwrap_or(Path::new("")), name.to_string_lossy().into_owned());
    let mut attempts = (0..).map(|attempt| super::free_name(folder, &name, attempt));
    attempts.find(|path| !path.exists()).unwrap_or_else(|| folder.join(&name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_called_a_workbook_and_takes_no_place_that_is_taken() {
        let place = tempfile::tempdir().expect("a folder");
        let check = |typed: &str, expected: &str| {
            assert_eq!(as_workbook(&place.path().join(typed)), place.path().join(expected), "{typed}");
        };
        check("a.xlsx", "a.xlsx");
        check("a.XLSX", "a.XLSX");
        check("a.csv", "a.xlsx");
        check("a", "a.xlsx");
        check("مرفوض 1.2", "مرفوض 1.2.xlsx");
        std::fs::write(place.path().join("a.xlsx"), b"").expect("written");
        check("a.csv", "a (2).xlsx");
        check("a.xlsx", "a.xlsx");
    }
}
