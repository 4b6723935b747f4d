//! Whom the next meeting of a series will invite, to be seen before it is made.

use super::Query;
use super::naming::{self, Named};
use crate::domain::{Entity, SeriesId};
use crate::error::Result;
use crate::store::invitees::{self, Invitee};
use crate::store::{Changes, Reader};

/// Whom the next meeting of a series invites.
#[derive(Clone, Debug, PartialEq)]
pub struct Invited {
    /// Which series.
    pub series: SeriesId,
}

/// Those who are invited, and why they are.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InvitedView {
    /// They were on the lists of its last meeting; else the series itself says so.
    pub is_of_last: bool,
    /// People and bodies of the registers.
    pub known: Vec<Named>,
    /// Groups without names, with their number where it is known.
    pub groups: Vec<(String, Option<i64>)>,
}

impl Query for Invited {
    type Output = InvitedView;
    const DEPENDS_ON: Changes = Changes::of(&[
        Entity::Series,
        Entity::Meeting,
        Entity::Party,
        Entity::Attendance,
        Entity::Link,
        Entity::Person,
        Entity::Organisation,
    ]);

    fn run(&self, reader: &Reader<'_>) -> Result<Self::Output> {
        let own = invitees::of_ties(reader.sql, self.series)?;
        let is_of_last = own.is_empty();
        let mut view = InvitedView { is_of_last, ..InvitedView::default() };
        for invitee in invitees::of_next(reader.sql, self.series, None)? {
            let record = match invitee {
                Invitee::Person(person) => person.record(),
                Invitee::Body(body, _) => body.record(),
                Invitee::Group { name, count } => {
                    view.groups.push((name, count));
                    continue;
                }
            };
            view.known.extend(naming::named(reader.sql, record)?.filter(|named| !named.is_deleted));
        }
        Ok(view)
    }
}
