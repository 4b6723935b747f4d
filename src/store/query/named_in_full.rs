//! Who is named by their whole name in a line that is being written, although nobody chose them from a list.

use super::Query;
use super::naming::{self, Named};
use crate::arabic::tokens;
use crate::domain::{Entity, Record};
use crate::error::Result;
use crate::store::search::names::{self, Key};
use crate::store::{Changes, Reader};

/// People and bodies whose names stand in a line, each the only one of that name.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedInFull {
    /// One line of notes.
    pub line: String,
}

/// So many words of a line are looked through.
const MOST_WORDS: usize = 60;
/// A name of one word is no whole name; longer ones than this are not looked for.
const WORDS_OF_A_PERSON: std::ops::RangeInclusive<usize> = 2..=6;
const WORDS_OF_A_BODY: std::ops::RangeInclusive<usize> = 2..=9;

impl Query for NamedInFull {
    type Output = Vec<Named>;
    const DEPENDS_ON: Changes = Changes::of(&[Entity::Person, Entity::Organisation, Entity::Alias]);

    fn run(&self, reader: &Reader<'_>) -> Result<Self::Output> {
        let words: Vec<String> = tokens(&self.line).into_iter().take(MOST_WORDS).map(|(_, word)| word).collect();
        let mut found: Vec<Named> = Vec::new();
        let mut start = 0;
        while start < words.len() {
            let named = longest(reader, words.get(start..).unwrap_or_default())?;
            start += named.as_ref().map_or(1, |(_, length)| *length);
            found.extend(named.map(|(named, _)| named));
        }
        Ok(found)
    }
}

/// The longest name at the beginning of these words, and how many of them it has.
fn longest(reader: &Reader<'_>, words: &[String]) -> Result<Option<(Named, usize)>> {
    let most = (*WORDS_OF_A_BODY.end()).min(words.len());
    for length in (*WORDS_OF_A_PERSON.start()..=most).rev() {
        let text = words.get(..length).unwrap_or_default().join(" ");
        for (entity, lengths) in [(Entity::Person, WORDS_OF_A_PERSON), (Entity::Organisation, WORDS_OF_A_BODY)] {
            let key = Key::Name.of(entity, &text);
            if !lengths.contains(&length) || !key.contains(' ') {
                continue;
            }
            if let [id] = names::under(reader.sql, Key::Name, entity, &key, 2)?.as_slice()
                && let Some(named) = naming::named(reader.sql, Record { entity, id: *id })?
                && !named.is_deleted
            {
                return Ok(Some((named, length)));
            }
        }
    }
    Ok(None)
}
