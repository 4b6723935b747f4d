//! What a register shows and sorts by that no field holds: how many meetings a body took part in, whether the work on a
//! record is over.
//!
//! A figure is a field to whoever asks for it, so that columns, orders and conditions need no second way; its content is
//! an expression and not a column. Nothing of it is stored.

use super::rows;
use crate::domain::{Entity, Field, FieldKind, Searched};

const fn figure(name: &'static str, kind: FieldKind) -> Field {
    Field { name, kind, searched: Searched::No, kinds: &[], is_required: false, is_kept: true }
}

/// Nothing is left to do: sorts what is open before what is over.
pub const IS_CLOSED: &str = "is_closed";

static OUTCOME: [Field; 1] = [figure(IS_CLOSED, FieldKind::Flag)];
static ORGANISATION: [Field; 3] = [
    figure("people", FieldKind::Number),
    figure("meetings", FieldKind::Number),
    figure("open_tasks", FieldKind::Number),
];
static PERSON: [Field; 2] = [figure("meetings", FieldKind::Number), figure("open_tasks", FieldKind::Number)];

/// The figures of an entity, in the order a register offers them.
pub fn figures(entity: Entity) -> &'static [Field] {
    match entity {
        Entity::Outcome | Entity::Partnership | Entity::Regulation => &OUTCOME,
        Entity::Organisation => &ORGANISATION,
        Entity::Person => &PERSON,
        Entity::Entry
        | Entity::Alias
        | Entity::Post
        | Entity::Series
        | Entity::Meeting
        | Entity::Party
        | Entity::AgendaItem
        | Entity::Attendance
        | Entity::Block
        | Entity::Progress
        | Entity::Link
        | Entity::Document
        | Entity::Reservation
        | Entity::Addendum
        | Entity::Setting => &[],
    }
}

/// The declared field of that name, or the figure.
pub fn field_or_figure(entity: Entity, name: &str) -> Option<&'static Field> {
    entity.field(name).or_else(|| figures(entity).iter().find(|figure| figure.name == name))
}

/// What a field or a figure holds, as SQL on a row that is at hand.
pub(super) fn content(entity: Entity, field: &Field) -> String {
    let table = entity.code();
    if entity.field(field.name).is_some() {
        return format!("{table}.{}", field.name);
    }
    let tasks = |of: &str| {
        format!(
            "(SELECT count(*) FROM outcome AS task WHERE task.{of} = {table}.id AND task.deleted = 0
                 AND task.kind IN ('follow-up', 'recommendation', 'decision', 'obligation')
                 AND task.status IN ({}))",
            rows::open_codes()
        )
    };
    match (entity, field.name) {
        (_, IS_CLOSED) => format!("({table}.status IN ({}))", rows::closed_codes()),
        (Entity::Organisation, "people") => "(SELECT count(*) FROM person AS one
             WHERE one.organisation = organisation.id AND one.deleted = 0)"
            .to_owned(),
        (Entity::Organisation, "meetings") => "(SELECT count(DISTINCT part.meeting) FROM party AS part
             WHERE part.organisation = organisation.id AND part.deleted = 0)"
            .to_owned(),
        (Entity::Person, "meetings") => "(SELECT count(DISTINCT line.meeting) FROM attendance AS line
             WHERE line.person = person.id AND line.deleted = 0)"
            .to_owned(),
        (Entity::Organisation, _) => tasks("organisation"),
        (Entity::Person, _) => tasks("person"),
        _ => "NULL".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_figure_has_the_name_of_a_field() {
        for entity in Entity::ALL {
            for figure in figures(entity) {
                assert!(entity.field(figure.name).is_none(), "{} {}", entity.code(), figure.name);
                assert_ne!(content(entity, figure), "NULL", "{} {}", entity.code(), figure.name);
            }
        }
    }
}
