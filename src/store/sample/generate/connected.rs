//! What connects the meetings of a generated store: the goals they serve, agreements that came of them with what each party
//! owes, regulations that were shown in them, and what became of their follow-ups.

use super::{Place, Random, Registers, Words, sentence};
use crate::calendar::Date;
use crate::domain::{
    Entity, EntryList, LinkKind, OutcomeKind, OutcomeStatus, Record, ReviewState, Side, Value, lifecycle,
};
use crate::error::Result;
use crate::store::numbers;
use crate::store::sample::fill::Filler;

/// One meeting in so many leads to an agreement, and one to a regulation being shown.
const AGREEMENT_EVERY: u32 = 40;
const REGULATION_EVERY: u32 = 25;

/// Adds what a meeting is connected with.
pub(super) fn connect(
    filler: &mut Filler<'_>,
    words: &Words,
    registers: &Registers,
    random: &mut Random,
    place: Place,
    meeting: Record,
    date: Date,
) -> Result<()> {
    if random.chance(40) {
        let goal = entry(filler, EntryList::Goal, random)?;
        tie(filler, meeting, LinkKind::Serves, goal)?;
    }
    if place.number % AGREEMENT_EVERY == AGREEMENT_EVERY - 1 {
        agreement(filler, words, registers, random, meeting, date)?;
    }
    if place.number % REGULATION_EVERY == REGULATION_EVERY - 1 {
        regulation(filler, words, registers, random, meeting, date)?;
    }
    let outcomes = "SELECT id FROM outcome WHERE meeting = ?1 AND deleted = 0 AND kind = 'follow-up'";
    for id in filler.transaction.ids(outcomes, meeting.id)? {
        if random.chance(20) {
            let values = [
                ("subject", Record { entity: Entity::Outcome, id }.into()),
                ("day", date.add_days(days(random, 20))?.into()),
                ("person", random.pick(&registers.people)?.0.id.into()),
                ("text", sentence(words, random)?.into()),
            ];
            filler.transaction.insert(Entity::Progress, &values)?;
        }
    }
    Ok(())
}

fn agreement(
    filler: &mut Filler<'_>,
    words: &Words,
    registers: &Registers,
    random: &mut Random,
    meeting: Record,
    date: Date,
) -> Result<()> {
    let (number, given) = numbers::of_register(&filler.transaction, Entity::Partnership, Some(date))?;
    let cycle = lifecycle::cycle_of(Entity::Partnership, None).unwrap_or_default();
    let statuses: Vec<OutcomeStatus> = lifecycle::statuses_of(cycle).collect();
    let values = [
        ("title", format!("{} {}", random.pick(&words.outcomes)?, random.pick(&words.outcome_tails)?).into()),
        ("number", number.into()),
        ("agreement", entry(filler, EntryList::Agreement, random)?.id.into()),
        ("status", (*random.pick(&statuses)?).into()),
        ("purpose", sentence(words, random)?.into()),
        ("starts_on", date.add_days(days(random, 90))?.into()),
        ("ends_on", date.add_days(300 + days(random, 900))?.into()),
        ("person", random.pick(&registers.people)?.0.id.into()),
        ("meeting", meeting.id.into()),
    ];
    let record = filler.transaction.insert(Entity::Partnership, &values)?;
    given.keep(&filler.transaction, record)?;
    for number in 0..2 {
        let body = if number == 0 { registers.bodies.first() } else { Some(random.pick(&registers.bodies)?) };
        let body = body.map(|body| body.id);
        let side = if number == 0 { Side::First } else { Side::Other };
        let values = [("partnership", record.id.into()), ("organisation", body.into()), ("side", side.into())];
        filler.transaction.insert(Entity::Party, &values)?;
        let numbered = numbers::outcome(&filler.transaction, OutcomeKind::Obligation, Some(meeting))?;
        let (number, given) = numbered.unzip();
        let values = [
            ("kind", OutcomeKind::Obligation.into()),
            ("number", number.into()),
            ("text", random.pick(&words.outcomes)?.as_str().into()),
            ("partnership", record.id.into()),
            ("organisation", body.into()),
            ("due", date.add_days(days(random, 300))?.into()),
            ("status", OutcomeStatus::InProgress.into()),
        ];
        let obligation = filler.transaction.insert(Entity::Outcome, &values)?;
        if let Some(given) = given {
            given.keep(&filler.transaction, obligation)?;
        }
    }
    Ok(())
}

fn regulation(
    filler: &mut Filler<'_>,
    words: &Words,
    registers: &Registers,
    random: &mut Random,
    meeting: Record,
    date: Date,
) -> Result<()> {
    let (number, given) = numbers::of_register(&filler.transaction, Entity::Regulation, Some(date))?;
    let values = [
        ("title", random.pick(&words.topics)?.as_str().into()),
        ("number", number.into()),
        ("instrument", entry(filler, EntryList::Instrument, random)?.id.into()),
        ("instrument_number", Value::Text(random.below(90_000).to_string())),
        ("organisation", random.pick(&registers.bodies)?.id.into()),
        ("status", OutcomeStatus::InForce.into()),
        ("review", ReviewState::Shown.into()),
        ("issued_on", date.add_days(-days(random, 200))?.into()),
        ("effective_on", date.into()),
        ("summary", sentence(words, random)?.into()),
    ];
    let record = filler.transaction.insert(Entity::Regulation, &values)?;
    given.keep(&filler.transaction, record)?;
    tie(filler, record, LinkKind::ShownIn, meeting)
}

fn tie(filler: &mut Filler<'_>, source: Record, kind: LinkKind, target: Record) -> Result<()> {
    let values = [("source", source.into()), ("kind", kind.into()), ("target", target.into())];
    filler.transaction.insert(Entity::Link, &values)?;
    Ok(())
}

/// Any entry of a list.
fn entry(filler: &Filler<'_>, list: EntryList, random: &mut Random) -> Result<Record> {
    let sql = format!("SELECT id FROM entry WHERE list = '{}' AND id > ?1 ORDER BY id", list.code());
    let ids = filler.transaction.ids(&sql, 0)?;
    Ok(Record { entity: Entity::Entry, id: *random.pick(&ids)? })
}

/// Fewer than so many days.
fn days(random: &mut Random, limit: usize) -> i64 {
    i64::try_from(random.below(limit)).unwrap_or(0)
}
