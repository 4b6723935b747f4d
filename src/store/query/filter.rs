//! The words of a list's filter, as conditions: each word must be in the record itself or in what it refers to by name.

use crate::arabic;
use crate::domain::{Entity, Record};
use crate::store::search::words;
use rusqlite::ToSql;

/// Conditions and their parameters.
pub(super) struct Filter {
    /// To be put after `WHERE … `; begins with ` AND` when there are any.
    pub sql: String,
    /// For the numbered places, from `?1` on.
    pub parameters: Vec<String>,
}

/// Where a word may stand besides the record itself: a condition on the record with `{}` for the finds of that entity.
pub(super) type Reference<'a> = (Entity, &'a str);

impl Filter {
    /// The filter of `containing` on rows of `entity` (aliased by its table's name). The first parameter is `first`.
    pub fn new(entity: Entity, containing: &str, references: &[Reference<'_>], first: usize) -> Self {
        let found = arabic::query(containing);
        let mut filter = Self { sql: String::new(), parameters: Vec::with_capacity(found.len()) };
        for (place, expression) in (first..).zip(words::expressions(&found)) {
            filter.parameters.push(expression);
            let own = format!("{}.id IN ({})", entity.code(), finds(entity, place));
            let others = references
                .iter()
                .map(|(other, condition)| format!(" OR {}", condition.replace("{}", &finds(*other, place))));
            filter.sql.push_str(&format!(" AND ({own}{})", others.collect::<String>()));
        }
        filter
    }

    /// The parameters as SQLite takes them.
    pub fn parameters(&self) -> Vec<&dyn ToSql> {
        self.parameters.iter().map(|text| text as &dyn ToSql).collect()
    }
}

/// The ids of an entity that hold the word of a place.
fn finds(entity: Entity, place: usize) -> String {
    let rows = Record::keys_of(entity);
    let (first, last) = (rows.start(), rows.end());
    format!("SELECT rowid - {first} FROM search WHERE search MATCH ?{place} AND rowid BETWEEN {first} AND {last}")
}
