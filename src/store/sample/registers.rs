//! What the small sample holds beside its meetings, from `assets/samples/registers.json`: other names of bodies,
//! partnerships with what their parties owe, regulations, challenges and opportunities.

use super::demo::{Names, code, link, named, working_day};
use super::fill::Filler;
use crate::calendar::Date;
use crate::domain::{
    AliasKind, Entity, EntryList, FieldValue, LinkKind, OutcomeKind, OutcomeStatus, Record, ReviewState, Severity,
    Side, Value,
};
use crate::error::Result;
use crate::store::failure::internal;
use serde::Deserialize;

const REGISTERS: &str = include_str!("../../../assets/samples/registers.json");

#[derive(Deserialize)]
struct Registers<'a> {
    #[serde(borrow)]
    aliases: Vec<Alias<'a>>,
    #[serde(borrow)]
    partnerships: Vec<Partnership<'a>>,
    #[serde(borrow)]
    regulations: Vec<Regulation<'a>>,
    #[serde(borrow)]
    matters: Vec<Matter<'a>>,
}

#[derive(Deserialize)]
struct Alias<'a> {
    organisation: &'a str,
    name: &'a str,
    kind: &'a str,
}

#[derive(Deserialize)]
struct Partnership<'a> {
    title: &'a str,
    agreement: &'a str,
    status: &'a str,
    starts: i64,
    ends: i64,
    purpose: &'a str,
    person: &'a str,
    parties: Vec<&'a str>,
    #[serde(borrow)]
    obligations: Vec<Obligation<'a>>,
    goals: Vec<&'a str>,
}

#[derive(Deserialize)]
struct Obligation<'a> {
    organisation: &'a str,
    text: &'a str,
    due: i64,
    status: &'a str,
}

#[derive(Deserialize)]
struct Regulation<'a> {
    title: &'a str,
    instrument: &'a str,
    number: &'a str,
    issuer: &'a str,
    status: &'a str,
    review: &'a str,
    issued: i64,
    effective: i64,
    due: i64,
    summary: &'a str,
    impact: &'a str,
    action: &'a str,
}

#[derive(Deserialize)]
struct Matter<'a> {
    kind: &'a str,
    text: &'a str,
    organisation: &'a str,
    severity: &'a str,
    status: &'a str,
    due: i64,
}

/// Writes them, counted from a day.
pub(super) fn write(filler: &mut Filler<'_>, names: &Names<'_>, today: Date) -> Result<()> {
    let sample: Registers<'_> = serde_json::from_str(REGISTERS).map_err(internal)?;
    for alias in &sample.aliases {
        let values = vec![
            ("organisation", link(names, Some(alias.organisation))?),
            ("name", alias.name.into()),
            ("kind", code(alias.kind, AliasKind::from_code)?),
        ];
        filler.add(Entity::Alias, values)?;
    }
    sample.partnerships.iter().try_for_each(|partnership| write_partnership(filler, partnership, names, today))?;
    for regulation in &sample.regulations {
        let values = vec![
            ("title", regulation.title.into()),
            ("instrument", entry(filler, EntryList::Instrument, regulation.instrument)?),
            ("instrument_number", regulation.number.into()),
            ("organisation", link(names, Some(regulation.issuer))?),
            ("status", code(regulation.status, OutcomeStatus::from_code)?),
            ("review", code(regulation.review, ReviewState::from_code)?),
            ("issued_on", working_day(today, regulation.issued)?.into()),
            ("effective_on", working_day(today, regulation.effective)?.into()),
            ("due", working_day(today, regulation.due)?.into()),
            ("summary", regulation.summary.into()),
            ("impact", regulation.impact.into()),
            ("required_action", regulation.action.into()),
        ];
        filler.add(Entity::Regulation, values)?;
    }
    for matter in &sample.matters {
        let severity =
            if matter.severity.is_empty() { Value::Empty } else { code(matter.severity, Severity::from_code)? };
        let values = vec![
            ("kind", code(matter.kind, OutcomeKind::from_code)?),
            ("text", matter.text.into()),
            ("organisation", link(names, Some(matter.organisation))?),
            ("severity", severity),
            ("status", code(matter.status, OutcomeStatus::from_code)?),
            ("due", working_day(today, matter.due)?.into()),
        ];
        filler.add(Entity::Outcome, values)?;
    }
    Ok(())
}

fn write_partnership(
    filler: &mut Filler<'_>,
    partnership: &Partnership<'_>,
    names: &Names<'_>,
    today: Date,
) -> Result<()> {
    let values = vec![
        ("title", partnership.title.into()),
        ("agreement", entry(filler, EntryList::Agreement, partnership.agreement)?),
        ("status", code(partnership.status, OutcomeStatus::from_code)?),
        ("purpose", partnership.purpose.into()),
        ("starts_on", working_day(today, partnership.starts)?.into()),
        ("ends_on", working_day(today, partnership.ends)?.into()),
        ("person", link(names, Some(partnership.person))?),
    ];
    let record = filler.add(Entity::Partnership, values)?;
    for (place, party) in partnership.parties.iter().enumerate() {
        let side = if place == 0 { Side::First } else { Side::Other };
        let values: Vec<FieldValue> = vec![
            ("partnership", record.id.into()),
            ("organisation", named(names, party)?.id.into()),
            ("side", side.into()),
        ];
        filler.add(Entity::Party, values)?;
    }
    for obligation in &partnership.obligations {
        let due = working_day(today, obligation.due)?;
        let status = OutcomeStatus::from_code(obligation.status);
        let done = (status == Some(OutcomeStatus::Done)).then_some(due);
        let values = vec![
            ("kind", OutcomeKind::Obligation.into()),
            ("text", obligation.text.into()),
            ("partnership", record.id.into()),
            ("organisation", link(names, Some(obligation.organisation))?),
            ("due", due.into()),
            ("status", status.into()),
            ("percent", done.map(|_| 100).into()),
            ("done_on", done.into()),
        ];
        filler.add(Entity::Outcome, values)?;
    }
    for goal in &partnership.goals {
        let Value::Number(id) = entry(filler, EntryList::Goal, goal)? else { continue };
        let target = Record { entity: Entity::Entry, id };
        let values = vec![("source", record.into()), ("kind", LinkKind::Serves.into()), ("target", target.into())];
        filler.add(Entity::Link, values)?;
    }
    Ok(())
}

/// An entry of a list that ships, by its code.
fn entry(filler: &Filler<'_>, list: EntryList, code: &str) -> Result<Value> {
    let uid = format!("entry-{}-{code}", list.code());
    let id: i64 = filler
        .transaction
        .sql()
        .prepare_cached("SELECT id FROM entry WHERE uid = ?1")?
        .query_row([uid], |row| row.get(0))?;
    Ok(Value::Number(id))
}
