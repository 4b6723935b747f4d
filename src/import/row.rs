//! One row, read: what it says of each field, whom it names, and what of it could not be read.

use super::header::Columns;
use super::judged::{Note, Verdict};
use super::sheet::Sheet;
use super::values::{self, Read, Reading};
use super::vocabulary::Vocabulary;
use super::{MOST_LETTERS, Target};
use crate::arabic::{fold, is_title};
use crate::calendar::Date;
use crate::domain::{Entity, Field, FieldKind, FieldValue, OutcomeKind, Refusal, Value, check, is_reversed};

/// What reads the rows of a sheet.
pub(super) struct Rows<'a> {
    pub sheet: &'a Sheet,
    pub columns: &'a Columns,
    pub target: Target,
    pub words: &'a Vocabulary,
    pub today: Date,
    are_of_one: Vec<bool>,
}

/// What a row says.
#[derive(Default)]
pub(super) struct RowRead {
    pub values: Vec<FieldValue>,
    /// The names that stand in fields which hold records, each with the column it stands in.
    pub names: Vec<(&'static Field, String, usize)>,
    pub notes: Vec<Note>,
    pub kind: Option<OutcomeKind>,
}

impl RowRead {
    pub fn text(&self, field: &str) -> &str {
        self.value(field).map_or("", words_of)
    }

    pub fn value(&self, field: &str) -> Option<&Value> {
        self.values.iter().find(|(name, _)| *name == field).map(|(_, value)| value)
    }

    pub fn has(&self, field: &str) -> bool {
        self.value(field).is_some() || self.names.iter().any(|(named, _, _)| named.name == field)
    }

    /// Puts a line below what a field of prose says.
    pub fn append(&mut self, field: &'static str, line: &str) {
        let before = self.values.iter_mut().find(|(name, _)| *name == field);
        match before {
            Some((_, Value::Text(text))) => {
                text.push('\n');
                text.push_str(line);
            }
            Some((_, value)) => *value = line.into(),
            None => self.values.push((field, line.into())),
        }
    }
}

fn words_of(value: &Value) -> &str {
    if let Value::Text(text) = value { text } else { "" }
}

impl<'a> Rows<'a> {
    pub fn new(sheet: &'a Sheet, columns: &'a Columns, target: Target, words: &'a Vocabulary, today: Date) -> Self {
        let of_one = |(column, field): (usize, &Option<&'static Field>)| {
            field.is_some_and(|field| field.kind == FieldKind::Percent)
                && values::are_of_one((columns.header + 1..sheet.rows.len()).map(|row| sheet.cell(row, column)))
        };
        let are_of_one = columns.fields.iter().enumerate().map(of_one).collect();
        Self { sheet, columns, target, words, today, are_of_one }
    }

    /// What the name of a column is.
    pub fn column_name(&self, column: usize) -> &str {
        self.sheet.cell(self.columns.header, column).trim()
    }

    /// Is there anything in the row to import, and is it not the names of the columns once more, nor the sum of what stands
    /// above it?
    pub fn is_told(&self, row: usize) -> bool {
        if self.is_sum(row) {
            return false;
        }
        let mapped = || self.columns.fields.iter().enumerate().filter(|(_, field)| field.is_some());
        let is_blank = mapped().all(|(column, _)| self.sheet.cell(row, column).trim().is_empty());
        let repeats = || mapped().all(|(column, _)| self.sheet.cell(row, column).trim() == self.column_name(column));
        !is_blank && !repeats()
    }

    /// «الإجمالي» in a row without a name of its own, as its name, or beside how many there are.
    pub fn is_sum(&self, row: usize) -> bool {
        let is_title = |field: &Option<&'static Field>| field.is_some_and(|field| field.name == self.target.title());
        let title = self.columns.fields.iter().position(is_title).map_or("", |column| self.sheet.cell(row, column));
        let cells = self.sheet.rows.get(row).map_or(&[][..], Vec::as_slice);
        if title.trim().is_empty() {
            cells.iter().any(|cell| self.words.is_sum(cell))
        } else {
            // «الإجمالي | 12 جمعية»: the number stands where the names do.
            let counts = title.trim().starts_with(char::is_numeric) && cells.iter().any(|cell| self.words.is_sum(cell));
            counts || self.words.is_sum(title)
        }
    }

    /// Reads a row.
    pub fn read(&self, row: usize) -> RowRead {
        let mut read = RowRead { kind: self.kind_of(row), ..RowRead::default() };
        let mut unread: Vec<(&'static str, &'static Field, &str)> = Vec::new();
        // What is left of a cell stands below what the row says in its remarks.
        let mut further: Vec<(usize, String)> = Vec::new();
        for (column, field) in self.columns.fields.iter().enumerate() {
            let Some(field) = *field else { continue };
            let text = self.sheet.cell(row, column);
            if self.sheet.oversized.contains(&(row, column)) {
                let most = i64::try_from(MOST_LETTERS).unwrap_or_default();
                read.notes.push(Note { number: most, ..Note::refusing("import-note-oversized", field, text) });
                continue;
            }
            if field.kind == FieldKind::Prose && read.has(field.name) {
                self.add_prose(&mut read, field, column, text);
                continue;
            }
            if read.has(field.name) {
                continue;
            }
            let reading = Reading {
                words: self.words,
                today: self.today,
                kind: read.kind,
                is_of_one: self.are_of_one.get(column).copied().unwrap_or_default(),
            };
            match values::read(field, text, &reading) {
                Read::Nothing => {}
                Read::Name(name) => read.names.push((field, name, column)),
                Read::Value(value) => self.take(&mut read, field, value),
                Read::Doubtful(value) => {
                    let is_email = field.is_email();
                    let key = if is_email { "import-note-doubtful-email" } else { "import-note-doubtful" };
                    read.notes.push(Note::gap(key, field, text.trim()));
                    self.take(&mut read, field, value);
                }
                Read::First(value, rest) => {
                    read.notes.push(Note::new("import-note-first-phone", Some(field), &rest, Verdict::Fine));
                    further.push((column, rest));
                    self.take(&mut read, field, value);
                }
                Read::Unread => unread.push(("import-note-unread", field, text.trim())),
                Read::NoDay => unread.push(("import-note-no-day", field, text.trim())),
            }
        }
        for (column, rest) in further {
            self.keep_as_remark(&mut read, &rest, column);
        }
        for (key, field, text) in unread {
            if !read.has(field.name) {
                self.keep_unread(&mut read, Note::gap(key, field, text));
            }
        }
        self.leave_out_early_ends(&mut read, row);
        if self.target.entity() == Entity::Person {
            self.part_title(&mut read);
        }
        read
    }

    /// What could not be read is told, and kept among the remarks under the name of its column.
    fn keep_unread(&self, read: &mut RowRead, note: Note) {
        let column = note.field.and_then(|field| self.columns.fields.iter().position(|known| *known == Some(field)));
        if let Some(column) = column.filter(|_| !note.text.is_empty()) {
            self.keep_as_remark(read, &note.text, column);
        }
        read.notes.push(note);
    }

    /// What a column says, under its name. That stands over several lines in a narrow column of the sheet; a remark is one.
    fn remark(&self, column: usize, text: &str) -> String {
        let name: Vec<&str> = self.column_name(column).split_whitespace().collect();
        format!("{}: {text}", name.join(" "))
    }

    /// Puts what a column says into the field that takes what no other does.
    pub fn keep_as_remark(&self, read: &mut RowRead, text: &str, column: usize) {
        if let Some(remarks) = self.target.remarks() {
            read.append(remarks.name, &self.remark(column, text));
        }
    }

    /// A day on which something ends before the one on which it begins in the same row is told and left out; a time may lie
    /// beyond midnight.
    fn leave_out_early_ends(&self, read: &mut RowRead, row: usize) {
        for (start, end) in self.target.entity().periods().filter(|(_, end)| end.kind == FieldKind::Date) {
            let Some((starts, ends)) = read.value(start.name).zip(read.value(end.name)) else { continue };
            if is_reversed(starts, ends) {
                let column = self.columns.fields.iter().position(|field| *field == Some(end));
                let text = column.map_or("", |column| self.sheet.cell(row, column)).trim();
                self.keep_unread(read, Note::gap("import-note-before-start", end, text));
                read.values.retain(|(name, _)| *name != end.name);
            }
        }
    }

    fn take(&self, read: &mut RowRead, field: &'static Field, value: Value) {
        match check(field, &value) {
            Ok(()) => read.values.push((field.name, value)),
            Err(Refusal::TooLong) => {
                let shown: String = words_of(&value).chars().take(60).collect();
                let most = i64::try_from(field.kind.most_letters()).unwrap_or_default();
                read.notes.push(Note { number: most, ..Note::refusing("import-note-too-long", field, &shown) });
            }
            Err(Refusal::NotOfKind) => {
                self.keep_unread(read, Note::gap("import-note-unread", field, words_of(&value)));
            }
        }
    }

    /// A second column of remarks stands below the first, under its name.
    fn add_prose(&self, read: &mut RowRead, field: &'static Field, column: usize, text: &str) {
        if !self.words.is_nothing(&fold(text)) {
            read.append(field.name, &self.remark(column, text.trim()));
        }
    }

    /// What kind of outcome a row is.
    fn kind_of(&self, row: usize) -> Option<OutcomeKind> {
        let usual = self.target.usual_kind()?;
        let column = self.columns.fields.iter().position(|field| field.is_some_and(|field| field.name == "kind"));
        let said = column.and_then(|column| {
            let codes = OutcomeKind::CHOICES.codes.iter().copied();
            self.words.choice(&OutcomeKind::CHOICES, codes, self.sheet.cell(row, column))
        });
        Some(said.and_then(OutcomeKind::from_code).unwrap_or(usual))
    }

    /// «د. سالم العمري» is a title and a name, where no column has the title.
    fn part_title(&self, read: &mut RowRead) {
        let Some((title, own)) = self.titled(read.text("name")) else { return };
        if !read.has("honorific") {
            read.values.push(("honorific", title.into()));
        }
        if let Some((_, value)) = read.values.iter_mut().find(|(name, _)| *name == "name") {
            *value = own.into();
        }
    }

    /// The code of the title that a name begins with, and the name without it.
    pub fn titled(&self, name: &str) -> Option<(&'static str, String)> {
        let FieldKind::Choice(choices) = Entity::Person.field("honorific")?.kind else { return None };
        // «د.محمد» is written together too.
        let spaced = name.replace('.', ". ");
        let words: Vec<&str> = spaced.split_whitespace().collect();
        let titles = words.iter().take_while(|word| is_title(&fold(word.trim_matches(['.', '/', ':'])))).count();
        if titles == 0 || titles >= words.len() {
            return None;
        }
        let (before, own) = words.split_at(titles);
        let codes = || choices.codes.iter().copied();
        let title = before.iter().rev().find_map(|word| self.words.choice(choices, codes(), word))?;
        Some((title, own.join(" ")))
    }
}
