//! People on papers as the paper's language says them. Apart from the registers and reports, which both name people by links.

use crate::documents::minutes::Person;
use crate::domain::{Honorific, Naming, Settings};
use crate::error::Result;
use crate::store::Store;
use crate::store::query::{Cell, PersonTitles};
use crate::strings::{Language, Tr};
use crate::tr;
use std::collections::HashMap;

/// Everybody's title, by their id.
#[derive(Debug, Default)]
pub(super) struct Titles(HashMap<i64, Honorific>);

impl Titles {
    /// All of them.
    pub fn all(store: &Store) -> Result<Self> {
        Ok(Self(store.read(PersonTitles)?))
    }

    /// Those that a paper in that language needs: in Arabic a link's name has its title in short already.
    pub fn of(store: &Store, tr: &Tr) -> Result<Self> {
        if tr.language() == Language::Arabic { Ok(Self::default()) } else { Self::all(store) }
    }

    /// Whom a link leads to: «Eng. سالم الدوسري» on a paper in English.
    pub fn said(&self, cell: &Cell, tr: &Tr) -> String {
        self.said_of(cell.number(), &cell.name, tr)
    }

    /// The same of somebody by id and name.
    pub fn said_of(&self, person: Option<i64>, name: &str, tr: &Tr) -> String {
        match person.and_then(|id| self.0.get(&id)) {
            Some(title) if !name.is_empty() => {
                format!("{} {}", tr!(tr, &format!("minutes-honorific-{}", title.code())), title.bare(name))
            }
            Some(_) | None => name.to_owned(),
        }
    }

    /// Whom a link leads to, as papers name people.
    pub fn person(&self, cell: &Cell, settings: &Settings) -> Person {
        let title = cell.number().and_then(|id| self.0.get(&id)).copied();
        Person {
            honorific: title.filter(|_| settings.address(Naming::Minutes).has_title()),
            gender: None,
            name: title.map_or(cell.name.as_str(), |title| title.bare(&cell.name)).to_owned(),
            post: String::new(),
            organisation: cell.detail.clone(),
        }
    }
}
