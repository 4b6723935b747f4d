//! Rows of registers as the facts of reports have them: fields with what they hold, people, files, agreements.

use crate::documents::minutes::Person;
use crate::documents::reports::{Agreed, Holder, KeptFile, KnownField, Met};
use crate::documents::sheet::SheetValue;
use crate::domain::{Entity, FieldKind, Honorific, MeetingStatus, Naming, Record, Settings, Value};
use crate::error::Result;
use crate::jobs::register;
use crate::jobs::titles::Titles;
use crate::store::Store;
use crate::store::query::{
    Cell, Condition, DocumentRow, Documents, MeetingRow, PartnershipRow, RecordList, RecordPage, RecordRow, RecordRows,
    RecordView, Sort, Which,
};
use crate::strings::Tr;

/// All records of an entity that a field ties to a record, by that order.
pub(super) fn belonging(
    store: &Store,
    (entity, by): (Entity, &'static str),
    to: i64,
    order: &[Sort],
    today: crate::calendar::Date,
) -> Result<RecordRows> {
    let which = Which {
        entity,
        kinds: Vec::new(),
        conditions: vec![Condition::OneOf(by, vec![Value::Number(to)])],
        containing: String::new(),
        order: order.to_vec(),
        today,
    };
    let columns = entity.fields().iter().map(|field| field.name).collect();
    store.read(RecordList { which, columns, first: 0, count: usize::MAX })
}

/// In the order of that field.
pub(super) const fn by(field: &'static str) -> Sort {
    Sort { field, is_descending: false }
}

/// What a row holds in a field.
pub(super) fn cell<'r>(rows: &'r RecordRows, row: &'r RecordRow, name: &str) -> Cell {
    rows.cell(row, name).cloned().unwrap_or_default()
}

/// What a page holds in a field.
pub(super) fn held(view: &RecordView, name: &str) -> Cell {
    view.cells.iter().find(|(field, _)| *field == name).map(|(_, cell)| cell.clone()).unwrap_or_default()
}

/// The fields of a record that people give, in the order of its form.
pub(super) fn fields(view: &RecordView, titles: &Titles, tr: &Tr) -> Vec<KnownField> {
    let kind = Some(view.kind.as_str()).filter(|kind| !kind.is_empty());
    let declared = view.record.entity.fields().iter();
    let told = declared.filter(|field| !field.is_kept && field.is_of(kind) && field.kind != FieldKind::Position);
    told.map(|field| KnownField {
        name: field.name,
        kind: register::kind(field, tr),
        value: if field.kind == FieldKind::Link(Entity::Person) {
            SheetValue::text(titles.said(&held(view, field.name), tr))
        } else {
            register::value(field, &held(view, field.name), tr)
        },
    })
    .collect()
}

/// Somebody of the register, as papers name them.
pub(super) fn person_of(store: &Store, person: i64, settings: &Settings) -> Result<(Person, Holder)> {
    let view = store.read(RecordPage { record: Record { entity: Entity::Person, id: person } })?;
    let text = |name: &str| held(&view, name).text().to_owned();
    let person = Person {
        honorific: honorific(&text("honorific"), settings),
        gender: None,
        name: text("name"),
        post: text("post"),
        organisation: held(&view, "organisation").name,
    };
    let holder = Holder {
        person: person.clone(),
        from: held(&view, "post_since").date(),
        until: None,
        is_present: true,
        phone: text("phone"),
        email: text("email"),
    };
    Ok((person, holder))
}

/// A title, where papers have titles.
pub(super) fn honorific(code: &str, settings: &Settings) -> Option<Honorific> {
    Honorific::from_code(code).filter(|_| settings.address(Naming::Minutes).has_title())
}

/// The files kept with a record, in the order in which they came.
pub(super) fn files(store: &Store, subject: Record) -> Result<Vec<KeptFile>> {
    let mut found = store.read(Documents { subject })?;
    found.reverse();
    let file = |row: DocumentRow| KeptFile {
        name: row.name,
        kind_key: row.kind.map(crate::domain::DocumentKind::label_key),
        day: row.day,
    };
    Ok(found.into_iter().map(file).collect())
}

/// A meeting in a list.
pub(super) fn met(row: &MeetingRow) -> Met {
    Met {
        title: row.title.clone(),
        number: row.number.clone(),
        date: row.date,
        start: row.start,
        status: Some(row.status),
        is_approved: row.approved && row.status == MeetingStatus::Held,
        attended: row.attended,
        listed: row.attendance,
        results: [row.proposals, row.decisions, row.follow_ups],
    }
}

/// An agreement in a list.
pub(super) fn agreed(row: &PartnershipRow) -> Agreed {
    Agreed {
        title: row.title.clone(),
        number: row.number.clone(),
        status: row.status,
        from: row.starts_on,
        until: row.ends_on,
    }
}
