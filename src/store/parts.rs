//! What belongs to a record, said once: what goes into the bin with it, and what its history tells of.

use crate::domain::Entity;
use Becomes::{Both, Gone, Told};

/// What becomes of a part besides what becomes of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Becomes {
    /// It goes with its owner, and its owner's history tells of it.
    Both,
    /// It goes with its owner. Notes are told in a way of their own, and what came of a meeting has its own history.
    Gone,
    /// Its owner's history tells of it. It stays where its owner goes, or nothing lets its owner go.
    Told,
}

/// What belongs to records of an entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Part {
    /// What it is.
    pub entity: Entity,
    /// The field that says whose it is.
    pub by: &'static str,
    becomes: Becomes,
}

/// What belongs to records of an entity and goes into the bin with them.
pub(super) fn going_with(owner: Entity) -> impl Iterator<Item = Part> + Clone {
    of(owner).iter().copied().filter(|part| part.becomes != Told)
}

/// What belongs to records of an entity and is told of in their history.
pub(super) fn told_of(owner: Entity) -> impl Iterator<Item = Part> + Clone {
    of(owner).iter().copied().filter(|part| part.becomes != Gone)
}

const fn part(entity: Entity, by: &'static str, becomes: Becomes) -> Part {
    Part { entity, by, becomes }
}

const fn of(owner: Entity) -> &'static [Part] {
    match owner {
        Entity::Meeting => {
            const {
                &[
                    part(Entity::Block, "meeting", Gone),
                    part(Entity::Outcome, "meeting", Gone),
                    part(Entity::Attendance, "meeting", Both),
                    part(Entity::AgendaItem, "meeting", Both),
                    part(Entity::Party, "meeting", Both),
                    part(Entity::Addendum, "meeting", Told),
                ]
            }
        }
        Entity::AgendaItem => {
            const { &[part(Entity::Outcome, "agenda_item", Gone), part(Entity::Block, "agenda_item", Gone)] }
        }
        Entity::Outcome => {
            const { &[part(Entity::Block, "outcome", Gone), part(Entity::Reservation, "outcome", Both)] }
        }
        Entity::Regulation => const { &[part(Entity::Block, "regulation", Gone)] },
        Entity::Series => const { &[part(Entity::AgendaItem, "series", Both), part(Entity::Party, "series", Both)] },
        // A unit is a body of its own, and somebody who works there stays when it goes.
        Entity::Organisation => {
            const {
                &[
                    part(Entity::Alias, "organisation", Both),
                    part(Entity::Organisation, "parent", Told),
                    part(Entity::Person, "organisation", Told),
                ]
            }
        }
        Entity::Person => const { &[part(Entity::Post, "person", Both), part(Entity::Alias, "person", Both)] },
        Entity::Partnership => {
            const { &[part(Entity::Party, "partnership", Both), part(Entity::Outcome, "partnership", Both)] }
        }
        Entity::Block
        | Entity::Entry
        | Entity::Alias
        | Entity::Post
        | Entity::Party
        | Entity::Attendance
        | Entity::Progress
        | Entity::Link
        | Entity::Document
        | Entity::Reservation
        | Entity::Addendum
        | Entity::Setting => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_has_the_field_that_says_whose_it_is() {
        for owner in Entity::ALL {
            for part in of(owner) {
                let field = part.entity.field(part.by).expect("a declared field");
                assert_eq!(field.kind.target(), Some(owner), "{part:?} of {owner:?}");
            }
        }
    }

    #[test]
    fn what_goes_with_a_record_is_of_another_sort() {
        // By this the bin tells what somebody chose from what went along.
        for owner in Entity::ALL {
            assert!(going_with(owner).all(|part| part.entity != owner), "{owner:?}");
        }
    }
}
