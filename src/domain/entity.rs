//! The kinds of stored records, and what names one of them.

use super::declared;
use super::fields::{Field, FieldKind, Searched};

macro_rules! entities {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $band:literal, $fields:ident;)+) => {
        /// A kind of stored record; the code is the table's name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Entity { $($(#[$doc])* $name),+ }

        impl Entity {
            /// All entities, parents before what refers to them.
            pub const ALL: [Self; [$($code),+].len()] = [$(Self::$name),+];

            /// The table's name, also the entity's name in the change log and in string keys.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code),+ }
            }

            /// The fields a person can change, in the order of a form.
            pub const fn fields(self) -> &'static [Field] {
                match self { $(Self::$name => declared::$fields),+ }
            }

            /// The entity's number in a [`Record::key`]. It is stored: never given to another.
            const fn band(self) -> i64 {
                match self { $(Self::$name => $band),+ }
            }
        }
    };
}

entities! {
    /// An entry of an editable list: a region, a goal, a class, a tag.
    Entry = "entry", 10, ENTRY;
    /// A body: ministry, amana, charity and the like, or a unit below one.
    Organisation = "organisation", 7, ORGANISATION;
    /// Another name of a body or of somebody: a former one, a short one, a spelling.
    Alias = "alias", 11, ALIAS;
    /// A person.
    Person = "person", 6, PERSON;
    /// A post that a person holds or held, with its period.
    Post = "post", 12, POST;
    /// Meetings that come again.
    Series = "series", 13, SERIES;
    /// A meeting.
    Meeting = "meeting", 1, MEETING;
    /// A partnership of bodies: a memorandum, an agreement.
    Partnership = "partnership", 14, PARTNERSHIP;
    /// A body's part in a meeting or a partnership.
    Party = "party", 8, PARTY;
    /// An agenda item.
    AgendaItem = "agenda_item", 4, AGENDA_ITEM;
    /// A line of attendance.
    Attendance = "attendance", 5, ATTENDANCE;
    /// What came out of a meeting, or binds a partner.
    Outcome = "outcome", 2, OUTCOME;
    /// A block of notes.
    Block = "block", 3, BLOCK;
    /// News of a regulation.
    Regulation = "regulation", 15, REGULATION;
    /// How work on a record went on: what was done, or a move and its reason.
    Progress = "progress", 16, PROGRESS;
    /// A meaning that ties one record to another.
    Link = "link", 17, LINK;
    /// A file kept with a record.
    Document = "document", 18, DOCUMENT;
    /// Somebody's reservation on a decision («تحفّظ»).
    Reservation = "reservation", 21, RESERVATION;
    /// What adds to approved minutes, or corrects them.
    Addendum = "addendum", 22, ADDENDUM;
    /// A setting of this store (language, letterhead and the like); `key` names it.
    Setting = "setting", 9, SETTING;
}

impl Entity {
    /// The entity a table name stands for.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|entity| entity.code() == code)
    }

    /// The field that names a record in lists and links: the first line of words that search takes for a title, else any
    /// that it looks into.
    pub fn title_field(self) -> Option<&'static Field> {
        let is_words = |field: &&Field| matches!(field.kind, FieldKind::Line | FieldKind::Prose);
        let first = |searched| self.fields().iter().filter(is_words).find(|field| field.searched == searched);
        first(Searched::Title).or_else(|| first(Searched::Body))
    }

    /// The declared field with this column name.
    pub fn field(self, name: &str) -> Option<&'static Field> {
        self.fields().iter().find(|field| field.name == name)
    }

    /// Its pairs of fields in which something begins and ends.
    pub fn periods(self) -> impl Iterator<Item = (&'static Field, &'static Field)> {
        let own = declared::PERIODS.iter().filter(move |(entity, _, _)| *entity == self);
        own.filter_map(move |(_, start, end)| self.field(start).zip(self.field(end)))
    }

    /// The field in which that begins what ends in that one.
    pub fn start_of(self, end: &Field) -> Option<&'static Field> {
        self.periods().find(|(_, other)| other.name == end.name).map(|(start, _)| start)
    }
}

/// A row of an entity, by its local id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Record {
    /// Which table.
    pub entity: Entity,
    /// Which row.
    pub id: i64,
}

/// So many bits of a key are the row's id.
const ID_BITS: u32 = 48;

impl Record {
    /// One number for a record of any entity: the entity's band above the row's id. Search rows and the fields that may
    /// hold any record are kept under it, so that those of one entity are a range, the newest last.
    pub const fn key(self) -> i64 {
        self.entity.band() << ID_BITS | self.id
    }

    /// The record of a [`Record::key`].
    pub fn from_key(key: i64) -> Option<Self> {
        let entity = Entity::ALL.into_iter().find(|entity| entity.band() == key >> ID_BITS)?;
        Some(Self { entity, id: key & ((1 << ID_BITS) - 1) })
    }

    /// The keys of all records of an entity.
    pub const fn keys_of(entity: Entity) -> std::ops::RangeInclusive<i64> {
        let first = entity.band() << ID_BITS;
        first..=(first | ((1 << ID_BITS) - 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_names_its_record() {
        for entity in Entity::ALL {
            let record = Record { entity, id: 123_456 };
            assert_eq!(Record::from_key(record.key()), Some(record));
            assert!(Record::keys_of(entity).contains(&record.key()));
        }
    }

    #[test]
    fn no_two_entities_share_a_band_or_a_code() {
        let mut bands: Vec<i64> = Entity::ALL.iter().map(|entity| entity.band()).collect();
        bands.sort_unstable();
        bands.dedup();
        assert_eq!(bands.len(), Entity::ALL.len());
        for entity in Entity::ALL {
            assert_eq!(Entity::from_code(entity.code()), Some(entity));
        }
    }
}
