//! A list that comes in: first whom its rows name, then the rows, in one transaction and one step.

use super::{Outcome, records};
use crate::domain::{
    Entity, FieldKind, FieldValue, ImportTo, Imported, ImportedRef, ImportedRow, Record, Value, says_the_same,
};
use crate::error::Result;
use crate::store::failure::internal;
use crate::store::transaction::Transaction;
use crate::store::watch::ImportWatch;

/// Writes all of it, or nothing where it is called off on the way. Answers the first record.
pub(super) fn import(transaction: &mut Transaction<'_>, imported: &Imported, watch: &ImportWatch) -> Result<Outcome> {
    let mut made = Made::default();
    transaction.watch(watch);
    for name in &imported.names {
        transaction.stop_if_called_off()?;
        let mut values = name.values.clone();
        for (field, earlier) in &name.links {
            values.push((field, Value::Number(made.of(ImportedRef::Name(*earlier))?.id)));
        }
        let record = records::add(transaction, name.entity, values)?.record;
        made.names.push(record.ok_or_else(|| internal("nothing was made"))?);
    }
    for (at, row) in imported.rows.iter().enumerate() {
        transaction.stop_if_called_off()?;
        let record = write(transaction, imported.entity, row, &made)?;
        for person in &row.staff {
            let person = made.of(ImportedRef::Name(*person))?;
            transaction.set(person, &[("organisation", Value::Number(record.id))])?;
        }
        made.rows.push(record);
        watch.tell(at + 1);
    }
    let first = made.rows.first().copied().ok_or_else(|| internal("a list of no rows"))?;
    Ok(Outcome::of(first))
}

/// What was made so far.
#[derive(Default)]
struct Made {
    names: Vec<Record>,
    rows: Vec<Record>,
}

impl Made {
    fn of(&self, made: ImportedRef) -> Result<Record> {
        let found = match made {
            ImportedRef::Name(at) => self.names.get(at),
            ImportedRef::Row(at) => self.rows.get(at),
        };
        found.copied().ok_or_else(|| internal(format!("{made:?} is not made yet")))
    }
}

fn write(transaction: &mut Transaction<'_>, entity: Entity, row: &ImportedRow, made: &Made) -> Result<Record> {
    let mut values: Vec<FieldValue> = row.values.clone();
    for (field, link) in &row.links {
        values.push((field, Value::Number(made.of(*link)?.id)));
    }
    let record = match row.to {
        ImportTo::New => {
            let record = records::add(transaction, entity, values)?.record;
            return record.ok_or_else(|| internal("nothing was made"));
        }
        ImportTo::Record(id) => Record { entity, id },
        ImportTo::Made(earlier) => made.of(earlier)?,
    };
    transaction.set_deleted(record, false)?;
    // What is the same is no change, and its record may be one that can only be read.
    let mut changed = Vec::with_capacity(values.len());
    for (field, value) in values {
        let there = transaction.value(record, field)?;
        let declared = entity.field(field);
        let value = match declared.filter(|declared| declared.kind == FieldKind::Prose) {
            Some(_) => with_lines(&there, value),
            None => value,
        };
        let is_same = match declared {
            Some(declared) => says_the_same(declared, &there, &value),
            None => there == value,
        };
        if !is_same {
            changed.push((field, value));
        }
    }
    if !changed.is_empty() {
        records::set(transaction, record, &changed)?;
    }
    Ok(record)
}

/// What somebody wrote in a field of prose stays: a list adds the lines that are not there yet, so that the same list twice
/// adds nothing.
fn with_lines(there: &Value, value: Value) -> Value {
    let (Value::Text(before), Value::Text(lines)) = (there, &value) else { return value };
    if before.trim().is_empty() {
        return value;
    }
    let is_there = |line: &str| before.lines().any(|known| known.trim() == line.trim());
    let new: Vec<&str> = lines.lines().filter(|line| !line.trim().is_empty() && !is_there(line)).collect();
    if new.is_empty() {
        return there.clone();
    }
    // A line that goes on where one ends which is there says the same and more.
    let goes_on = |known: &str| {
        let rest = new.iter().find_map(|line| line.trim().strip_prefix(known)).filter(|_| !known.is_empty());
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    let kept = before.trim_end().lines().filter(|known| !goes_on(known.trim()));
    kept.chain(new.iter().copied()).collect::<Vec<_>>().join("\n").into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_adds_to_prose_what_is_not_there_yet() {
        let check = |there: &str, list: &str, expected: &str| {
            assert_eq!(with_lines(&there.into(), list.into()), expected.into(), "{there:?} and {list:?}");
        };
        check("", "تُراجع سنويًا", "تُراجع سنويًا");
        check("كتبها المنسق", "من القائمة", "كتبها المنسق\nمن القائمة");
        check("كتبها المنسق\nمن القائمة", "من القائمة", "كتبها المنسق\nمن القائمة");
        check("أ\nب", "ب\nج", "أ\nب\nج");
        check("كتبها المنسق\nالبيئة", "البيئة، تطلب شتلات", "كتبها المنسق\nالبيئة، تطلب شتلات");
        check("البيئة", "البيئةُ والصحة", "البيئة\nالبيئةُ والصحة");
    }
}
