//! How much comes of each meeting of a generated store, where one asks for so many records in all: agendas, notes,
//! attendance and outcomes grow and shrink together, the registers of people and bodies stay as they are.

use super::Random;
use crate::domain::Entity;
use crate::error::Result;
use crate::store::sample::fill::Filler;

/// A whole, in thousandths.
const WHOLE: i64 = 1000;
/// With so many thousandths of the usual a meeting has so many thousandths of a record, itself among them: each has two
/// bodies, one who attends, an item and a note at least, and items bring notes that bring outcomes.
const GROWTH: [(i64, i64); 6] =
    [(0, 7_300), (330, 9_600), (670, 15_000), (1_000, 25_200), (2_000, 70_000), (4_000, 225_000)];

/// How many records are wished for, and how far the store is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Density {
    records: i64,
    meetings: i64,
    /// Of these, so many lie ahead: nothing came of them yet, so each counts half.
    ahead: i64,
    /// Records that were there before.
    before: i64,
}

impl Density {
    /// So many records in so many meetings, those of the registers among them, which came since `before`.
    pub fn new(records: u32, (meetings, ahead): (u32, u32), before: i64) -> Self {
        Self { records: i64::from(records), meetings: i64::from(meetings), ahead: i64::from(ahead), before }
    }

    /// What the next meeting brings along, `number` meetings having been made.
    pub fn share(&self, filler: &Filler<'_>, number: u32) -> Result<Share> {
        let made = counted(filler)? - self.before;
        let left = self.meetings - i64::from(number);
        let halves = (left * 2 - self.ahead.min(left)).max(1);
        Ok(Share(Some(share_for((self.records - made) * WHOLE * 2 / halves))))
    }
}

/// The share with which a meeting has about so many thousandths of a record.
fn share_for(wished: i64) -> i64 {
    let mut pairs = GROWTH.iter().zip(GROWTH.iter().skip(1));
    let found = pairs.clone().find(|(_, (_, until))| wished <= *until).or_else(|| pairs.next_back());
    found.map_or(WHOLE, |((share, from), (next, until))| {
        share + ((wished - from).clamp(0, until - from)) * (next - share) / (until - from)
    })
}

/// How many records there are, as far as a meeting brings them along; none is ever taken out of its table.
pub(super) fn counted(filler: &Filler<'_>) -> Result<i64> {
    let mut all = 0;
    for entity in Entity::ALL.iter().filter(|entity| !matches!(entity, Entity::Entry | Entity::Setting)) {
        let last = format!("SELECT coalesce(max(id), 0) FROM {}", entity.code());
        let last: i64 = filler.transaction.sql().prepare_cached(&last)?.query_row([], |row| row.get(0))?;
        all += last;
    }
    Ok(all)
}

/// How much of the usual a meeting brings along; as usual where nothing is wished.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Share(Option<i64>);

impl Share {
    /// Of a usual number so many, but no fewer than `least`: what is less than one comes as often.
    pub fn of(self, usual: usize, least: usize, random: &mut Random) -> usize {
        let Some(share) = self.0 else { return usual };
        let thousandths = usize::try_from(share).unwrap_or(0) * usual;
        let whole = usize::try_from(WHOLE).unwrap_or(1);
        let more = usize::from(random.below(whole) < thousandths % whole);
        (thousandths / whole + more).max(least)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wished_for_decides_how_much_comes_of_a_meeting() {
        let check = |wished: i64, expected: i64| assert_eq!(share_for(wished), expected, "{wished}");
        check(1_000, 0);
        check(7_300, 0);
        check(9_600, 330);
        check(25_200, 1_000);
        check(47_600, 1_500);
        check(1_000_000, 4_000);
    }
}
