//! A list that is to come in: its records, and the bodies and people they name that nobody knows yet.

use super::{Entity, Field, FieldKind, FieldValue, Value};
use crate::arabic::fold;

/// Does a list say of a field what is there already? A line that only differs in how its letters are written does: in vowels,
/// hamzas, strokes and blanks, which hurried lists leave out and nobody wants to lose.
pub fn says_the_same(field: &Field, there: &Value, said: &Value) -> bool {
    match (there, said) {
        (Value::Text(there), Value::Text(said)) if field.kind == FieldKind::Line && there != said => {
            let letters = |text: &str| fold(text).replace(' ', "");
            !there.is_empty() && letters(there) == letters(said)
        }
        (there, said) => there == said,
    }
}

/// What is written in one step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// What the rows are.
    pub entity: Entity,
    /// What the rows name and no register knows: made before them, in this order.
    pub names: Vec<ImportedName>,
    /// The rows.
    pub rows: Vec<ImportedRow>,
}

/// A body or somebody whom a row names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportedName {
    /// A body or somebody.
    pub entity: Entity,
    /// What is known of it.
    pub values: Vec<FieldValue>,
    /// The field that holds an earlier one of these.
    pub links: Vec<(&'static str, usize)>,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportedRow {
    /// Where it goes.
    pub to: ImportTo,
    /// What it says.
    pub values: Vec<FieldValue>,
    /// The fields that hold what is made in the same step.
    pub links: Vec<(&'static str, ImportedRef)>,
    /// Those of the names that work for the body this row is.
    pub staff: Vec<usize>,
}

/// Where a row goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportTo {
    /// A record of its own.
    New,
    /// Onto a record that is there.
    Record(i64),
    /// Onto what is made in the same step.
    Made(ImportedRef),
}

/// What is made in the same step, before this.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportedRef {
    /// One of the [`Imported::names`].
    Name(usize),
    /// One of the [`Imported::rows`].
    Row(usize),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_is_only_written_otherwise_says_what_is_there_and_other_letters_do_not() {
        let check = |field: &str, there: &str, said: &str, expected: bool| {
            let field = Entity::Organisation.field(field).expect("a field");
            assert_eq!(says_the_same(field, &there.into(), &said.into()), expected, "{there} / {said}");
        };
        check("name", "جمعية ودّ للتنمية الأسرية", "جمعية ود للتنميه الاسريه", true);
        check("name", "مركز عبد الرحمن", "مركز عبدالرحمن", true);
        check("name", "جمعية ودّ", "جمعية ورد", false);
        check("name", "", "جمعية ودّ", false);
        check("licence", "A-5", "a-5", false);
    }
}
