//! The list of meetings in each of its orders: a walk along an index, so that the first rows cost the same however many
//! meetings there are.

use super::asked::Asked;
use super::{Condition, Sort, Which};
use crate::domain::{Entity, MEETING_STANDING, Value};
use crate::error::Result;
use crate::store::Reader;
use crate::store::query::figures::{HAS_DAY, HOST, RESULTS, STANDING};
use crate::store::query::words::{Parameter, Words};
use rusqlite::params_from_iter;
use rusqlite::types::Value as SqlValue;

/// What the list can be walked by; what is not given comes last either way, and of equals the newest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum MeetingColumn {
    Date,
    Number,
    Title,
    Host,
    Venue,
    Standing,
    Attended,
    Results,
}

const NEWEST: &str = "meeting.date DESC, meeting.start_time DESC, meeting.id DESC";
const BY_DATE: &str = " INDEXED BY meeting_by_date";
const BY_HOST: &str = " INDEXED BY meeting_by_host";
/// Up to so many rows a list is walked content by content.
const WALKED: usize = 4_000;
/// As [`crate::store::query::figures::content`] has it, and the index.
const STANDS: &str = "CASE WHEN meeting.approved_on IS NOT NULL THEN 'approved' ELSE meeting.status END";

/// The order of a question that a walk has: by a column and then the newest first, or what has no day yet before the
/// newest.
#[derive(Clone, Copy, Debug)]
pub(super) struct ByMeeting(Option<(MeetingColumn, bool)>);

/// The walk for a question, where there is one.
pub(super) fn asks_for(which: &Which) -> Option<ByMeeting> {
    if which.entity != Entity::Meeting || !which.kinds.is_empty() {
        return None;
    }
    let newest = ["date", "start_time"].map(|field| Sort { field, is_descending: true });
    let (first, rest) = which.order.split_first()?;
    let by = match first.field {
        HAS_DAY if !first.is_descending => return (rest == newest).then_some(ByMeeting(None)),
        "date" => MeetingColumn::Date,
        "number" => MeetingColumn::Number,
        "title" => MeetingColumn::Title,
        HOST => MeetingColumn::Host,
        "venue" => MeetingColumn::Venue,
        STANDING => MeetingColumn::Standing,
        "attended" => MeetingColumn::Attended,
        RESULTS => MeetingColumn::Results,
        _ => return None,
    };
    (rest == newest).then_some(ByMeeting(Some((by, first.is_descending))))
}

/// One in so many has to be asked for, so that a walk soon finds what it looks for; fewer are better sorted.
const SPARSE: usize = 20;

/// How many there are in all, and the ids of the window; `tallied` is how many meetings there are.
pub(super) fn window(
    reader: &Reader<'_>,
    which: &Which,
    words: &Words,
    by: ByMeeting,
    (first, count): (usize, usize),
    tallied: usize,
) -> Result<(usize, Vec<i64>)> {
    let asked = Asked::new(which, words)?;
    let is_whole = which.conditions.is_empty();
    // Texts are looked into once, and not to count and then to sort.
    if which.conditions.iter().any(|condition| matches!(condition, Condition::Containing(..))) {
        return asked.window(reader, first, count);
    }
    let total = match (is_whole, words.is_empty()) {
        (true, true) => tallied,
        (true, false) => {
            let ids = ids(reader, &asked, which, words, (by, first, count))?;
            // What ends within the window is counted.
            let is_counted = ids.len() < count && (first == 0 || !ids.is_empty());
            return Ok((if is_counted { first + ids.len() } else { asked.count(reader)? }, ids));
        }
        (false, true) => asked.count(reader)?,
        (false, false) => return asked.window(reader, first, count),
    };
    let is_sparse = total.saturating_mul(SPARSE) < tallied;
    if is_sparse && count > 0 {
        return asked.window(reader, first, count);
    }
    Ok((total, ids(reader, &asked, which, words, (by, first, count))?))
}

/// The ids of a window of the walk.
fn ids(
    reader: &Reader<'_>,
    asked: &Asked,
    which: &Which,
    words: &Words,
    (by, first, count): (ByMeeting, usize, usize),
) -> Result<Vec<i64>> {
    if count == 0 {
        return Ok(Vec::new());
    }
    let listing = Listing { reader, asked };
    let is_whole = words.is_empty();
    let until = first.saturating_add(count);
    let mut ids = match by.0 {
        None => {
            // Few finds need no index.
            let index = if is_whole || words.is_set { BY_DATE } else { "" };
            listing.parts(index, &["meeting.date IS NULL", "meeting.date IS NOT NULL"], until)?
        }
        Some((column, is_descending)) if !is_whole => listing.sorted(column, is_descending, until)?,
        Some((MeetingColumn::Host, is_descending)) => listing.by_host(is_descending, until)?,
        Some((MeetingColumn::Standing, is_descending)) => {
            let parts = standings(which, is_descending);
            let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
            listing.parts(" INDEXED BY meeting_facets", &parts, until)?
        }
        // Content by content costs more than sorting where nearly each is another.
        Some((column, is_descending)) => match column.index().filter(|_| until <= WALKED) {
            Some(index) => listing.by_content(column, index, is_descending, until)?,
            None => listing.sorted(column, is_descending, until)?,
        },
    };
    ids.drain(..first.min(ids.len()));
    Ok(ids)
}

impl MeetingColumn {
    /// The index of its contents; none where it has another way.
    const fn index(self) -> Option<&'static str> {
        match self {
            Self::Date => Some(BY_DATE),
            Self::Number => Some(" INDEXED BY meeting_by_number"),
            Self::Title => Some(" INDEXED BY meeting_by_title"),
            Self::Venue => Some(" INDEXED BY meeting_by_venue"),
            Self::Attended => Some(" INDEXED BY meeting_by_attended"),
            Self::Results => Some(" INDEXED BY meeting_by_results"),
            Self::Host | Self::Standing => None,
        }
    }

    /// What is compared.
    const fn content(self) -> &'static str {
        match self {
            Self::Date => "meeting.date",
            Self::Number => "meeting.number",
            Self::Title => "meeting.title_order",
            Self::Host => "(SELECT body.title_order FROM organisation AS body WHERE body.id = meeting.host)",
            Self::Venue => "meeting.venue_order",
            Self::Standing => STANDS,
            Self::Attended => "meeting.attended",
            Self::Results => "meeting.proposals + meeting.follow_ups + meeting.decisions",
        }
    }

    /// As an order of all rows.
    fn order(self, is_descending: bool) -> String {
        let way = if is_descending { " DESC" } else { "" };
        if self != Self::Standing {
            return format!("{}{way} NULLS LAST, {NEWEST}", self.content());
        }
        let ranks: String = (0..)
            .zip(MEETING_STANDING.codes)
            .fold(String::new(), |ranks, (rank, code): (usize, _)| format!("{ranks} WHEN '{code}' THEN {rank}"));
        format!("CASE {}{ranks} END{way} NULLS LAST, {NEWEST}", self.content())
    }
}

/// The parts in which the meetings stand by where they stand, as far as they are asked for; those of whom that is not known
/// come last.
fn standings(which: &Which, is_descending: bool) -> Vec<String> {
    let is_asked = |code: &&&str| {
        which.conditions.iter().all(|condition| {
            if let Condition::OneOf(STANDING, values) = condition {
                values.contains(&Value::from(**code))
            } else {
                true
            }
        })
    };
    let mut codes: Vec<&str> = MEETING_STANDING.codes.iter().filter(is_asked).copied().collect();
    if is_descending {
        codes.reverse();
    }
    let known = codes.into_iter().map(|code| format!("{STANDS} = '{code}'"));
    known.chain([format!("{STANDS} IS NULL")]).collect()
}

/// What is asked for.
struct Listing<'r> {
    reader: &'r Reader<'r>,
    asked: &'r Asked,
}

impl Listing<'_> {
    /// How SQL names a further parameter.
    fn place(&self) -> String {
        format!("?{}", self.asked.parameters.len() + 1)
    }

    /// The first rows of which this holds as well, in this order, read from this index.
    fn ids(&self, index: &str, and: &str, order: &str, further: &[Parameter], count: usize) -> Result<Vec<i64>> {
        let limit = i64::try_from(count).unwrap_or(i64::MAX);
        let select = format!(
            "SELECT meeting.id FROM meeting{index} WHERE {}{and} ORDER BY {order} LIMIT {limit}",
            self.asked.conditions
        );
        let mut statement = self.reader.sql.prepare_cached(&select)?;
        let parameters = self.asked.parameters.iter().chain(further);
        let found = statement.query_map(params_from_iter(parameters), |row| row.get(0))?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }

    /// The first rows of parts that come one after the other, each with the newest first.
    fn parts(&self, index: &str, parts: &[&str], count: usize) -> Result<Vec<i64>> {
        let mut found = Vec::new();
        for part in parts {
            // What is wanted is cut off afterwards, so that the parts are asked for by the same few statements every time.
            found.extend(self.ids(index, &format!(" AND {part}"), NEWEST, &[], count)?);
            if found.len() >= count {
                break;
            }
        }
        found.truncate(count);
        Ok(found)
    }

    /// The first rows by a column, sorted.
    fn sorted(&self, column: MeetingColumn, is_descending: bool, count: usize) -> Result<Vec<i64>> {
        self.ids("", "", &column.order(is_descending), &[], count)
    }

    /// Content by content of a column, each with the newest first; then those without any.
    fn by_content(&self, column: MeetingColumn, index: &str, is_descending: bool, count: usize) -> Result<Vec<i64>> {
        let content = column.content();
        let (next, than) = if is_descending { ("max", "<") } else { ("min", ">") };
        let first = format!("SELECT {next}({content}) FROM meeting{index} WHERE meeting.deleted = 0");
        let mut beyond = self.reader.sql.prepare_cached(&format!("{first} AND {content} {than} ?1"))?;
        let mut held: SqlValue = self.reader.sql.prepare_cached(&first)?.query_row([], |row| row.get(0))?;
        let mut found = Vec::new();
        while held != SqlValue::Null && found.len() < count {
            found.extend(self.ids(
                index,
                &format!(" AND {content} = {}", self.place()),
                NEWEST,
                &[Parameter::from(held.clone())],
                count,
            )?);
            held = beyond.query_row([&held], |row| row.get(0))?;
        }
        if found.len() < count {
            found.extend(self.ids("", &format!(" AND {content} IS NULL"), NEWEST, &[], count - found.len())?);
        }
        found.truncate(count);
        Ok(found)
    }

    /// Host by host, in the order of their names; then those without one.
    fn by_host(&self, is_descending: bool, count: usize) -> Result<Vec<i64>> {
        let way = if is_descending { " DESC" } else { "" };
        let names = format!(
            "SELECT id FROM organisation AS body
             WHERE EXISTS (SELECT 1 FROM meeting WHERE meeting.host = body.id AND meeting.deleted = 0)
             ORDER BY body.title_order{way} NULLS LAST, body.id"
        );
        let mut statement = self.reader.sql.prepare_cached(&names)?;
        let mut hosts = statement.query([])?;
        let mut found = Vec::new();
        while let Some(host) = hosts.next()?.map(|row| row.get::<_, i64>(0)).transpose()? {
            let of_host = format!(" AND meeting.host = {}", self.place());
            found.extend(self.ids(BY_HOST, &of_host, NEWEST, &[Value::Number(host).into()], count)?);
            if found.len() >= count {
                found.truncate(count);
                return Ok(found);
            }
        }
        found.extend(self.ids(BY_HOST, " AND meeting.host IS NULL", NEWEST, &[], count - found.len())?);
        Ok(found)
    }
}
