//! Large stores to measure with: years of meetings of an invented region, put together from `assets/samples/words.json`.
//! The same seed makes the same store.

mod connected;
mod density;

use super::fill::{Filler, fill};
use crate::calendar::{Date, Time, Weekday};
use crate::domain::{
    AgendaState, AttendanceStatus, Confidentiality, Entity, FieldValue, MeetingId, MeetingKind, MeetingMode,
    MeetingStatus, OrganisationKind, OutcomeKind, OutcomeStatus, Priority, Record, Side, Value, lifecycle,
};
use crate::error::Result;
use crate::store::Store;
use crate::store::failure::internal;
use crate::store::numbers;
use crate::store::position;
use density::{Density, Share};
use serde::Deserialize;
use std::sync::Arc;

const WORDS: &str = include_str!("../../../assets/samples/words.json");
/// Meetings in one transaction.
const BATCH: u32 = 1000;
/// Over how many days the meetings are spread, back from today.
const DAYS: i64 = 6 * 354;
/// Of the newest meetings, so many still lie ahead.
const AHEAD: u32 = 12;

/// Adds so many meetings, with bodies, people, notes and outcomes.
///
/// # Errors
/// The store can't be written.
pub fn generate(store: &Store, meetings: u32, seed: u64, today: Date) -> Result<()> {
    generate_records(store, meetings, None, seed, today)
}

/// Adds so many meetings with about so many records in all: fewer or more notes, lines of attendance and outcomes a
/// meeting. Less than seven records a meeting are not to be had.
///
/// # Errors
/// The store can't be written.
pub fn generate_records(store: &Store, meetings: u32, records: Option<u32>, seed: u64, today: Date) -> Result<()> {
    let words: Arc<Words> = Arc::new(serde_json::from_str(WORDS).map_err(internal)?);
    let mut random = Random::new(seed);
    let own = Arc::clone(&words);
    let (bodies, people) = ((meetings / 60).clamp(12, 2000), (meetings / 20).clamp(20, 10_000));
    let (registers, density) = fill(store, move |filler| {
        let before = density::counted(filler)?;
        let registers = registers(filler, &own, &mut random, bodies, people)?;
        Ok((registers, records.map(|records| Density::new(records, (meetings, ahead(meetings)), before))))
    })?;
    let registers = Arc::new(registers);
    let mut made = 0;
    while made < meetings {
        let upto = meetings.min(made + BATCH);
        let (words, registers) = (Arc::clone(&words), Arc::clone(&registers));
        fill(store, move |filler| {
            (made..upto).try_for_each(|number| {
                // Each meeting has randomness of its own, whatever the batches are.
                let mut random = Random::new(seed ^ (u64::from(number) + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15));
                let share = density.map(|density| density.share(filler, number)).transpose()?.unwrap_or_default();
                meeting(filler, &words, &registers, &mut random, Place { number, of: meetings, today, share })
            })
        })?;
        made = upto;
    }
    Ok(())
}

#[derive(Deserialize)]
struct Words {
    host: String,
    districts: String,
    sons: String,
    places: String,
    first_names: Vec<String>,
    fathers: Vec<String>,
    families: Vec<String>,
    posts: Vec<String>,
    organisation_heads: Vec<String>,
    organisation_names: Vec<String>,
    organisation_tails: Vec<String>,
    cities: Vec<String>,
    titles: Vec<String>,
    venues: Vec<String>,
    topics: Vec<String>,
    openings: Vec<String>,
    subjects: Vec<String>,
    endings: Vec<String>,
    outcomes: Vec<String>,
    outcome_tails: Vec<String>,
    groups: Vec<String>,
}

/// Nothing is carried more often.
const MOST_CARRIED: u32 = 8;

/// Which meeting of how many.
#[derive(Clone, Copy)]
struct Place {
    number: u32,
    of: u32,
    today: Date,
    share: Share,
}

struct Registers {
    bodies: Vec<Record>,
    /// Each with their body.
    people: Vec<(Record, Record)>,
}

/// Random numbers that are the same everywhere (splitmix64).
struct Random(u64);

impl Random {
    const fn new(seed: u64) -> Self {
        Self(seed)
    }

    const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        let limit = u64::try_from(limit).unwrap_or(u64::MAX).max(1);
        usize::try_from(self.next() % limit).unwrap_or(0)
    }

    fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    fn pick<'a, T>(&mut self, list: &'a [T]) -> Result<&'a T> {
        list.get(self.below(list.len())).ok_or_else(|| internal("an empty list of the sample"))
    }
}

fn registers(
    filler: &mut Filler<'_>,
    words: &Words,
    random: &mut Random,
    bodies: u32,
    people: u32,
) -> Result<Registers> {
    let mut registers = Registers { bodies: Vec::new(), people: Vec::new() };
    for number in 0..bodies {
        let city = random.pick(&words.cities)?;
        let (name, kind) = if number == 0 {
            (words.host.clone(), OrganisationKind::Amana)
        } else {
            let head = random.pick(&words.organisation_heads)?;
            let name = random.pick(&words.organisation_names)?;
            let tail = random.pick(&words.organisation_tails)?;
            (
                format!("{head} {name} {tail} {} {city} {number}", words.districts),
                crate::store::search::names::guess_kind(head),
            )
        };
        let values = vec![
            ("name", name.into()),
            ("kind", kind.into()),
            ("city", city.as_str().into()),
            ("licence", format!("{:04}", 1000 + number).into()),
            ("phone", format!("+96613555{number:04}").into()),
        ];
        registers.bodies.push(filler.transaction.insert(Entity::Organisation, &values)?);
    }
    for number in 0..people {
        let body = *random.pick(&registers.bodies)?;
        let name = format!(
            "{} {} {} {}",
            random.pick(&words.first_names)?,
            words.sons,
            random.pick(&words.fathers)?,
            random.pick(&words.families)?
        );
        let values = vec![
            ("name", name.into()),
            ("post", random.pick(&words.posts)?.as_str().into()),
            ("organisation", body.id.into()),
            ("phone", format!("+9665555{number:05}").into()),
        ];
        registers.people.push((filler.transaction.insert(Entity::Person, &values)?, body));
    }
    Ok(registers)
}

fn meeting(
    filler: &mut Filler<'_>,
    words: &Words,
    registers: &Registers,
    random: &mut Random,
    place: Place,
) -> Result<()> {
    let date = day(place)?;
    let is_held = date < place.today;
    filler.at(if is_held { date } else { place.today }, Time { hour: 9, minute: 0 })?;
    let (number, given) = numbers::meeting(&filler.transaction, Some(date))?;
    let status = if is_held { MeetingStatus::Held } else { MeetingStatus::Scheduled };
    let title = format!("{} {} {}", random.pick(&words.titles)?, words.places, random.pick(&words.cities)?);
    let mut values: Vec<FieldValue> = vec![
        ("title", title.into()),
        ("number", number.into()),
        ("kind", (*random.pick(MeetingKind::ALL)?).into()),
        ("purpose", sentence(words, random)?.into()),
        ("date", date.into()),
        ("start_time", "10:00".into()),
        ("mode", (*random.pick(MeetingMode::ALL)?).into()),
        ("venue", random.pick(&words.venues)?.as_str().into()),
        ("city", random.pick(&words.cities)?.as_str().into()),
        ("chair", random.pick(&registers.people)?.0.id.into()),
        ("secretary", random.pick(&registers.people)?.0.id.into()),
        ("status", status.into()),
        ("confidentiality", Confidentiality::Internal.into()),
    ];
    if is_held {
        values.extend([("end_time", "11:30".into()), ("ran_seconds", Value::Number(5400))]);
    }
    let record = filler.transaction.insert(Entity::Meeting, &values)?;
    given.keep(&filler.transaction, record)?;
    let id = MeetingId(record.id);
    parties(filler, registers, random, id, place.share)?;
    attendance(filler, words, registers, random, id, (is_held, place.share))?;
    agenda(filler, words, registers, random, id, (date, is_held, place))?;
    if is_held && random.chance(85) {
        let minutes = numbers::minutes(&filler.transaction, record)?;
        filler.transaction.set(record, &[("minutes_number", minutes.into()), ("approved_on", date.into())])?;
    }
    connected::connect(filler, words, registers, random, place, record, date)
}

/// Of so many meetings, so many lie ahead.
fn ahead(meetings: u32) -> u32 {
    AHEAD.min(meetings / 10)
}

/// Spread evenly over the years, the last few ahead; never on a weekend.
fn day(place: Place) -> Result<Date> {
    let ahead = ahead(place.of);
    let past = i64::from(place.of - ahead).max(1);
    let number = i64::from(place.number);
    let days = if number < past { (number - past) * DAYS / past - 1 } else { (number - past) * 2 + 1 };
    let date = place.today.add_days(days)?;
    match date.weekday() {
        Weekday::Friday => date.add_days(if days < 0 { -1 } else { 2 }),
        Weekday::Saturday => date.add_days(if days < 0 { -2 } else { 1 }),
        Weekday::Sunday | Weekday::Monday | Weekday::Tuesday | Weekday::Wednesday | Weekday::Thursday => Ok(date),
    }
}

fn sentence(words: &Words, random: &mut Random) -> Result<String> {
    let (opening, subject) = (random.pick(&words.openings)?, random.pick(&words.subjects)?);
    Ok(format!("{opening} {subject}. {}", random.pick(&words.endings)?))
}

fn parties(
    filler: &mut Filler<'_>,
    registers: &Registers,
    random: &mut Random,
    meeting: MeetingId,
    share: Share,
) -> Result<()> {
    let mut place = None;
    let count = 2 + random.below(3);
    for number in 0..share.of(count, 2, random).min(12) {
        let body = if number == 0 { registers.bodies.first() } else { Some(random.pick(&registers.bodies)?) };
        let side = [Side::Host, Side::CoHost].get(number).copied().unwrap_or(Side::Invited);
        let next = position::between(place.as_deref(), None);
        let values = [
            ("meeting", meeting.into()),
            ("organisation", body.map(|body| body.id).into()),
            ("side", side.into()),
            ("position", next.as_str().into()),
        ];
        filler.transaction.insert(Entity::Party, &values)?;
        place = Some(next);
    }
    Ok(())
}

fn attendance(
    filler: &mut Filler<'_>,
    words: &Words,
    registers: &Registers,
    random: &mut Random,
    meeting: MeetingId,
    (is_held, share): (bool, Share),
) -> Result<()> {
    let mut place = None;
    let first = random.below(registers.people.len());
    let usual = 4 + random.below(6);
    let count = share.of(usual, 1, random);
    for (person, body) in registers.people.iter().cycle().skip(first).take(count) {
        let status = match random.below(10) {
            _ if !is_held => AttendanceStatus::Invited,
            0 => AttendanceStatus::Apology,
            1 => AttendanceStatus::Absent,
            2 => AttendanceStatus::Remote,
            _ => AttendanceStatus::Present,
        };
        let next = position::between(place.as_deref(), None);
        let values = [
            ("meeting", meeting.into()),
            ("position", next.as_str().into()),
            ("person", person.id.into()),
            ("organisation", body.id.into()),
            ("status", status.into()),
        ];
        filler.transaction.insert(Entity::Attendance, &values)?;
        place = Some(next);
    }
    if random.chance(30) {
        let known = random.chance(50).then(|| i64::try_from(3 + random.below(20)).unwrap_or(3));
        let values = [
            ("meeting", meeting.into()),
            ("position", position::between(place.as_deref(), None).into()),
            ("group_name", random.pick(&words.groups)?.as_str().into()),
            ("group_count", known.into()),
            ("status", AttendanceStatus::Present.into()),
        ];
        filler.transaction.insert(Entity::Attendance, &values)?;
    }
    Ok(())
}

fn agenda(
    filler: &mut Filler<'_>,
    words: &Words,
    registers: &Registers,
    random: &mut Random,
    meeting: MeetingId,
    (date, is_held, of): (Date, bool, Place),
) -> Result<()> {
    let mut place = None;
    let usual = 2 + random.below(3);
    for _ in 0..of.share.of(usual, 1, random) {
        let next = position::between(place.as_deref(), None);
        let state = if is_held { AgendaState::Discussed } else { AgendaState::Listed };
        let values = [
            ("meeting", meeting.into()),
            ("position", next.as_str().into()),
            ("title", random.pick(&words.topics)?.as_str().into()),
            ("presenter", random.pick(&registers.people)?.0.id.into()),
            ("planned_minutes", Value::Number(20)),
            ("state", state.into()),
        ];
        let item = filler.transaction.insert(Entity::AgendaItem, &values)?;
        place = Some(next);
        if is_held {
            notes(filler, words, registers, random, (meeting, item), date, of)?;
        }
    }
    Ok(())
}

fn notes(
    filler: &mut Filler<'_>,
    words: &Words,
    registers: &Registers,
    random: &mut Random,
    (meeting, item): (MeetingId, Record),
    date: Date,
    of: Place,
) -> Result<()> {
    let mut place = None;
    let usual = 1 + random.below(4);
    for _ in 0..of.share.of(usual, 1, random) {
        let next = position::between(place.as_deref(), None);
        let mut values: Vec<FieldValue> =
            vec![("meeting", meeting.into()), ("agenda_item", item.id.into()), ("position", next.as_str().into())];
        if random.chance(40) {
            values.push(("outcome", outcome(filler, words, registers, random, (meeting, item), (date, of))?.id.into()));
        } else {
            values.push(("body", sentence(words, random)?.into()));
        }
        filler.transaction.insert(Entity::Block, &values)?;
        place = Some(next);
    }
    Ok(())
}

/// Into how many of the meetings held since something open was carried, as far as anybody carried it on.
fn carried(of: Place) -> Option<i64> {
    let since = (of.of - ahead(of.of)).saturating_sub(of.number + 1);
    Some(i64::from(since.min(MOST_CARRIED))).filter(|times| *times > 0)
}

fn outcome(
    filler: &mut Filler<'_>,
    words: &Words,
    registers: &Registers,
    random: &mut Random,
    (meeting, item): (MeetingId, Record),
    (date, of): (Date, Place),
) -> Result<Record> {
    let kind = match random.below(10) {
        0..=3 => OutcomeKind::FollowUp,
        4 | 5 => OutcomeKind::Proposal,
        6 => OutcomeKind::Initiative,
        7 => OutcomeKind::Decision,
        8 => OutcomeKind::Recommendation,
        _ => OutcomeKind::Challenge,
    };
    let numbered = numbers::outcome(&filler.transaction, kind, Some(meeting.record()))?;
    let (number, given) = numbered.ok_or_else(|| internal("a meeting without a number"))?;
    let is_closed = random.chance(80);
    let statuses: Vec<OutcomeStatus> =
        lifecycle::statuses(kind).into_iter().filter(|status| lifecycle::is_closed(*status) == is_closed).collect();
    let (person, body) = random.pick(&registers.people)?;
    let due = kind.is_task().then(|| date.add_days(i64::try_from(7 + random.below(60)).unwrap_or(7))).transpose()?;
    let status = *random.pick(&statuses)?;
    let is_done = matches!(status, OutcomeStatus::Done | OutcomeStatus::Completed);
    let values = [
        ("kind", kind.into()),
        ("number", number.into()),
        ("text", format!("{} {}", random.pick(&words.outcomes)?, random.pick(&words.outcome_tails)?).into()),
        ("meeting", meeting.into()),
        ("agenda_item", item.id.into()),
        ("person", person.id.into()),
        ("organisation", body.id.into()),
        ("due", due.into()),
        ("status", status.into()),
        ("priority", (*random.pick(Priority::ALL)?).into()),
        ("percent", is_done.then_some(100).into()),
        ("done_on", due.filter(|_| is_done).into()),
        ("carried", carried(of).filter(|_| kind.is_task() && !is_closed).into()),
    ];
    let record = filler.transaction.insert(Entity::Outcome, &values)?;
    given.keep(&filler.transaction, record)?;
    Ok(record)
}
