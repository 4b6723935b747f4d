//! What is said of each row, and the plan that comes of it: plain, for whoever shows it and whoever writes it.

use super::Target;
use crate::domain::{Field, Imported, Value};
use crate::strings::Tr;

/// What is done with a row whose record is there already.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Duplicates {
    /// It is passed over.
    #[default]
    Skip,
    /// What it says is written onto that record: empty fields are filled, others are overwritten. What it leaves empty stays.
    Update,
    /// It becomes a record of its own all the same.
    New,
}

impl Duplicates {
    /// All of them, in the order of a pick list.
    pub const ALL: [Self; 3] = [Self::Skip, Self::Update, Self::New];

    /// The end of the key of its words.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Skip => "skip",
            Self::Update => "update",
            Self::New => "new",
        }
    }
}

/// What is said of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Verdict {
    /// All of it comes in.
    Fine,
    /// It comes in with gaps.
    Incomplete,
    /// It does not come in.
    Refused,
    /// Its record is there already.
    Duplicate,
}

impl Verdict {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Fine, Self::Incomplete, Self::Refused, Self::Duplicate];

    /// The end of the key of its words.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Fine => "fine",
            Self::Incomplete => "incomplete",
            Self::Refused => "refused",
            Self::Duplicate => "duplicate",
        }
    }
}

/// What is done with a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// A new record.
    New,
    /// Written onto the record that is there.
    Update,
    /// Passed over.
    Skip,
    /// Refused.
    Refuse,
}

impl Action {
    /// The end of the key of its words.
    pub const fn code(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Update => "update",
            Self::Skip => "skip",
            Self::Refuse => "refuse",
        }
    }

    /// Is this what comes of that choice for a row whose record is there already?
    pub const fn is_of(self, duplicates: Duplicates) -> bool {
        matches!(
            (self, duplicates),
            (Self::Skip, Duplicates::Skip) | (Self::Update, Duplicates::Update) | (Self::New, Duplicates::New)
        )
    }
}

/// So much of a cell is quoted.
const SHOWN_LETTERS: usize = 80;

/// A remark on a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The key of its words, which speak of `$field`, `$text` and `$number`.
    pub key: &'static str,
    /// The field it is about.
    pub field: Option<&'static Field>,
    /// What stands in the cell, or the record that is meant.
    pub text: String,
    /// A row, a limit.
    pub number: i64,
    /// How grave it is.
    pub weight: Verdict,
}

impl Note {
    pub(super) fn new(key: &'static str, field: Option<&'static Field>, text: &str, weight: Verdict) -> Self {
        Self { key, field, text: text.to_owned(), number: 0, weight }
    }

    /// Does it tell of a value that is nowhere kept?
    fn is_set_aside(&self) -> bool {
        matches!(
            self.key,
            "import-note-unread" | "import-note-no-day" | "import-note-before-start" | "import-note-no-entry"
        )
    }

    /// In words.
    pub fn words(&self, target: Target, tr: &Tr) -> String {
        let label = self.field.map(|field| format!("field-{}-{}", target.entity().code(), field.name));
        let field = label.map(|key| tr.text(&key, &[])).unwrap_or_default();
        let text: String = self.text.chars().take(SHOWN_LETTERS).collect();
        tr.text(self.key, &[("field", field.into()), ("text", text.into()), ("number", self.number.into())])
    }

    pub(super) fn gap(key: &'static str, field: &'static Field, text: &str) -> Self {
        Self::new(key, Some(field), text, Verdict::Incomplete)
    }

    pub(super) fn refusing(key: &'static str, field: &'static Field, text: &str) -> Self {
        Self::new(key, Some(field), text, Verdict::Refused)
    }
}

/// What was found of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// The row of the sheet, from 0.
    pub row: usize,
    /// What it is called.
    pub title: String,
    /// The verdict.
    pub verdict: Verdict,
    /// What is done with it.
    pub action: Action,
    /// Why, and what else there is to say.
    pub notes: Vec<Note>,
    /// What is there already, where it is a duplicate.
    pub twin: Option<Twin>,
    /// What was read of its cells, field by field.
    pub told: Vec<(&'static Field, Told)>,
}

/// What a row repeats.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Twin {
    /// That record of the store.
    Record(i64),
    /// That row of the sheet, from 0.
    Row(usize),
}

/// What a row says of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// This.
    Value(Value),
    /// Somebody or something of this name, and which record of the store that is.
    Name(String, Option<i64>),
}

impl Judged {
    /// What it says of a field.
    pub fn told(&self, field: &str) -> Option<&Told> {
        self.told.iter().find(|(known, _)| known.name == field).map(|(_, told)| told)
    }

    /// How many of its values could not be read, and are kept among the remarks instead of in their fields.
    pub fn set_aside(&self) -> usize {
        let is_taken = matches!(self.action, Action::New | Action::Update);
        if is_taken { self.notes.iter().filter(|note| note.is_set_aside()).count() } else { 0 }
    }

    /// Its remarks, in words.
    pub fn words(&self, target: Target, tr: &Tr) -> Vec<String> {
        self.notes.iter().map(|note| note.words(target, tr)).collect()
    }
}

/// How many rows there are of each sort.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// In all.
    pub rows: usize,
    /// By verdict, in the order of [`Verdict::ALL`].
    pub verdicts: [usize; 4],
    /// New records.
    pub new: usize,
    /// Written onto what is there.
    pub updated: usize,
    /// Passed over.
    pub skipped: usize,
    /// Values of rows that are taken which could not be read, and are kept among the remarks.
    pub set_aside: usize,
    /// Rows that sum up what stands above them, and are no records.
    pub sums: usize,
    /// Bodies that rows name and nobody knew.
    pub bodies: usize,
    /// People that rows name and nobody knew.
    pub people: usize,
}

impl Counts {
    /// How many have that verdict.
    pub fn of(&self, verdict: Verdict) -> usize {
        Verdict::ALL.iter().zip(self.verdicts).find(|(one, _)| **one == verdict).map_or(0, |(_, count)| count)
    }
}

/// What an import would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Each row that says something.
    pub judged: Vec<Judged>,
    /// What is written.
    pub imported: Imported,
    /// The counts of both.
    pub counts: Counts,
}
