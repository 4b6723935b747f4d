//! What lies in the bin, and what is like to be one thing kept twice.

use super::naming::{self, Named};
use super::{Query, rows};
use crate::arabic::{self, BodyName};
use crate::domain::{Entity, Record};
use crate::error::Result;
use crate::store::edit::label_of;
use crate::store::edits::local;
use crate::store::gone::{self, Along, Tally};
use crate::store::search::names;
use crate::store::{Changes, Reader};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;

/// What was removed, the last first: each thing a person removed, not what went with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Bin {
    /// At most so many.
    pub limit: usize,
}

/// Something in the bin.
#[derive(Clone, Debug, PartialEq)]
pub struct BinRow {
    /// What it is.
    pub named: Named,
    /// When it was removed, in Unix milliseconds.
    pub at_ms: i64,
    /// By whom.
    pub author: String,
    /// The key of the label of how.
    pub label_key: &'static str,
    /// What belonged to it and went along.
    pub along: Vec<Along>,
}

impl Query for Bin {
    type Output = Vec<BinRow>;
    const DEPENDS_ON: Changes = Changes::ALL;

    fn run(&self, reader: &Reader<'_>) -> Result<Self::Output> {
        let sql = reader.sql;
        // The last first, so that each chosen record comes before what went along with it.
        let mut statement = sql.prepare_cached(
            "SELECT change.site, change.step, change.entity, change.uid, step.at, step.author, step.label
             FROM change JOIN step ON step.site = change.site AND step.id = change.step
             WHERE change.field = 'deleted' AND change.value = 1 AND step.kind <> 'undo'
             ORDER BY change.clock DESC",
        )?;
        let mut found = statement.query([])?;
        let mut bin: Vec<BinRow> = Vec::new();
        let mut seen: HashSet<String> = HashSet::new();
        let mut chosen: Option<(i64, i64, Entity)> = None;
        let mut open: Option<(BinRow, Tally)> = None;
        while let Some(row) = found.next()? {
            let (site, step, entity, uid): (i64, i64, String, String) =
                (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
            let Some(entity) = Entity::from_code(&entity) else { continue };
            // What went again since is told where it went last.
            let is_news = seen.insert(uid.clone());
            if chosen.is_some_and(|(of_site, of_step, sort)| (of_site, of_step) == (site, step) && sort != entity) {
                if let Some((_, tally)) = &mut open {
                    tally.add(entity, gone::kind_of(sql, entity, &uid)?);
                }
                continue;
            }
            chosen = Some((site, step, entity));
            bin.extend(open.take().map(told));
            if bin.len() >= self.limit {
                break;
            }
            let named = naming::named(sql, local(sql, entity.code(), &uid)?)?;
            open = match named.filter(|named| is_news && named.is_deleted) {
                Some(named) => Some((
                    BinRow {
                        named,
                        at_ms: row.get(4)?,
                        author: row.get(5)?,
                        label_key: label_of(&row.get::<_, String>(6)?),
                        along: Vec::new(),
                    },
                    Tally::default(),
                )),
                None => None,
            };
        }
        if bin.len() < self.limit {
            bin.extend(open.map(told));
        }
        Ok(bin)
    }
}

/// A row with what went along, all of which is counted now.
fn told((row, tally): (BinRow, Tally)) -> BinRow {
    BinRow { along: tally.along(), ..row }
}

/// Records of one entity that are like to be one: the review list.
#[derive(Clone, Debug, PartialEq)]
pub struct Twins {
    /// People or bodies.
    pub entity: Entity,
    /// Names that are known to be of one body, body by body.
    pub known: Arc<[Vec<String>]>,
}

/// Records that are like to be one.
#[derive(Clone, Debug, PartialEq)]
pub struct TwinRow {
    /// What they have in common.
    pub reason: Likeness,
    /// The records, the oldest first.
    pub records: Vec<Named>,
}

/// What makes two records look like one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// The same licence.
    Licence,
    /// The same phone.
    Phone,
    /// The same e-mail.
    Email,
    /// Two names that are known to be of one body: today's and a former one.
    Known,
    /// The same name, but for its spelling and what names of the sort have in common.
    Name,
}

impl Likeness {
    /// The key of its words.
    pub const fn label_key(self) -> &'static str {
        match self {
            Self::Licence => "likeness-licence",
            Self::Phone => "likeness-phone",
            Self::Email => "likeness-email",
            Self::Known => "likeness-known",
            Self::Name => "likeness-name",
        }
    }
}

impl Query for Twins {
    type Output = Vec<TwinRow>;
    const DEPENDS_ON: Changes = Changes::of(&[Entity::Person, Entity::Organisation, Entity::Alias]);

    fn run(&self, reader: &Reader<'_>) -> Result<Self::Output> {
        let table = self.entity.code();
        let (licence, short) =
            if self.entity == Entity::Organisation { ("licence", "short_name") } else { ("NULL", "NULL") };
        let mut statement = reader.sql.prepare_cached(&format!(
            "SELECT id, name, phone, email, {licence} AS licence, {short} AS short_name FROM {table} WHERE deleted = 0 ORDER BY id"
        ))?;
        let mut groups: BTreeMap<(Likeness, String), Vec<i64>> = BTreeMap::new();
        let mut bodies: Vec<(i64, BodyName)> = Vec::new();
        let mut found = statement.query([])?;
        while let Some(row) = found.next()? {
            let id: i64 = row.get("id")?;
            let mut add = |likeness, key: String| {
                if !key.is_empty() {
                    groups.entry((likeness, key)).or_default().push(id);
                }
            };
            add(Likeness::Licence, arabic::to_ascii_digits(rows::text(row, "licence")?.trim()));
            add(Likeness::Phone, rows::text(row, "phone")?);
            add(Likeness::Email, rows::text(row, "email")?.trim().to_lowercase());
            let name = rows::text(row, "name")?;
            if self.entity == Entity::Person {
                add(Likeness::Name, arabic::name_key(&name));
            } else {
                let names = [name, rows::text(row, "short_name")?];
                bodies.extend(names.iter().filter(|name| !name.is_empty()).map(|name| (id, BodyName::new(name))));
            }
        }
        let mut groups: Vec<(Likeness, Vec<i64>)> =
            groups.into_iter().map(|((reason, _), ids)| (reason, ids)).collect();
        for names in self.known.iter() {
            let ids = names::under_any(reader.sql, self.entity, names)?;
            groups.push((Likeness::Known, ids));
        }
        groups.extend(of_one_name(&bodies).into_iter().map(|ids| (Likeness::Name, ids)));
        let mut twins: Vec<TwinRow> = Vec::new();
        for (reason, ids) in groups {
            let is_known =
                twins.iter().any(|row| row.records.iter().map(|named| named.record.id).eq(ids.iter().copied()));
            if ids.len() < 2 || is_known {
                continue;
            }
            let records = ids
                .into_iter()
                .filter_map(|id| naming::named(reader.sql, Record { entity: self.entity, id }).transpose())
                .collect::<rusqlite::Result<_>>()?;
            twins.push(TwinRow { reason, records });
        }
        Ok(twins)
    }
}

/// So many pairs are told of names that are like each other by their words alone.
const MOST_PAIRS: usize = 200;

/// The bodies whose names may be one: those of one key, each place by itself, and those whose words the other holds all.
fn of_one_name(bodies: &[(i64, BodyName)]) -> Vec<Vec<i64>> {
    let mut by_key: BTreeMap<String, Vec<(i64, &BodyName)>> = BTreeMap::new();
    let mut by_word: BTreeMap<&str, Vec<(i64, &BodyName)>> = BTreeMap::new();
    for (id, name) in bodies {
        by_key.entry(name.key()).or_default().push((*id, name));
        for word in &name.words {
            by_word.entry(word).or_default().push((*id, name));
        }
    }
    let mut found: BTreeSet<Vec<i64>> = BTreeSet::new();
    for (_, alike) in by_key.into_iter().filter(|(key, alike)| !key.is_empty() && alike.len() > 1) {
        for (_, name) in &alike {
            // What names no place may be any of them: it stands with each.
            if name.place.is_empty() && alike.iter().any(|(_, other)| !other.place.is_empty()) {
                continue;
            }
            let ids: BTreeSet<i64> =
                alike.iter().filter(|(_, other)| !name.is_elsewhere(other)).map(|(id, _)| *id).collect();
            found.insert(ids.into_iter().collect());
        }
    }
    let mut pairs = 0;
    for (id, name) in bodies {
        // Whatever holds all its words holds the rarest of them.
        let rarest = name.words.iter().filter_map(|word| by_word.get(word.as_str())).min_by_key(|all| all.len());
        for (other_id, other) in rarest.into_iter().flatten() {
            let is_longer = other.words.len() > name.words.len();
            if id != other_id && is_longer && name.shares_all_words(other) && !name.is_elsewhere(other) {
                let mut pair = vec![*id, *other_id];
                pair.sort_unstable();
                let is_told = found.iter().any(|ids| pair.iter().all(|id| ids.contains(id)));
                pairs += usize::from(!is_told && found.insert(pair));
            }
        }
        if pairs >= MOST_PAIRS {
            break;
        }
    }
    found.into_iter().filter(|ids| ids.len() > 1).collect()
}
