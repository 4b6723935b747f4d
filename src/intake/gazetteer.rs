//! What is known before a text is read: names and words that ship, and what the caller's store has.
//!
//! What ships stands in `assets/intake` (ministries with their former names, titles, posts, given names) and in
//! `assets/lists` (regions, amanat, goals), as the editable lists do. The rules of the language are in the readers.

use super::find::{Alias, Sureness};
use crate::arabic::{fold, halves_together, name_key, tokens};
use crate::calendar::Date;
use crate::domain::{AliasKind, Honorific, MeetingKind, Record};
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;
use std::collections::BTreeMap;

const BODIES: &str = include_str!("../../assets/intake/bodies.json");
const WORDS: &str = include_str!("../../assets/intake/words.json");
const LISTS: &str = include_str!("../../assets/lists/lists.json");

/// A body that is known by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KnownBody {
    /// Its name today.
    pub name: String,
    /// Short, former and otherwise spelt names.
    pub aliases: Vec<Alias>,
    /// Its record, where a store has it.
    pub record: Option<Record>,
}

/// Somebody who is known by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownPerson {
    /// As printed.
    pub name: String,
    /// Their record.
    pub record: Record,
}

/// A goal that is known by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownGoal {
    /// «جودة الحياة».
    pub name: String,
    /// Its record, where a store has it.
    pub record: Option<Record>,
}

/// A title before a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Title {
    /// As minutes print it.
    pub printed: String,
    /// As it is stored; some titles have no code.
    pub honorific: Option<Honorific>,
    /// Without an article or a point it is a common noun: «مهندس».
    pub is_bare: bool,
}

/// Everything that is known by name.
#[derive(Debug, Default)]
pub struct Gazetteer {
    pub(super) titles: FxHashMap<String, Title>,
    pub(super) feminine: BTreeMap<String, String>,
    pub(super) ranks: FxHashSet<String>,
    pub(super) posts: FxHashSet<String>,
    pub(super) kinds: FxHashMap<String, MeetingKind>,
    pub(super) given: FxHashSet<String>,
    pub(super) given_female: FxHashSet<String>,
    pub(super) bodies: Vec<KnownBody>,
    pub(super) people: FxHashMap<String, KnownPerson>,
    pub(super) goals: Vec<(KnownGoal, Vec<String>)>,
    /// Names of bodies in words, by their first word; what they name, by its place in `bodies`.
    names: FxHashMap<String, Vec<(Vec<String>, usize)>>,
    places: FxHashMap<String, Vec<Vec<String>>>,
}

#[derive(Deserialize)]
struct ShippedBodies {
    ministries: Vec<ShippedBody>,
    others: Vec<ShippedBody>,
}

#[derive(Deserialize)]
struct ShippedBody {
    name: String,
    english: String,
    #[serde(default)]
    short: Vec<String>,
    #[serde(default)]
    former: Vec<Former>,
}

#[derive(Deserialize)]
struct Former {
    name: String,
    starts: Option<String>,
    ends: Option<String>,
}

#[derive(Deserialize)]
struct Words {
    titles: Vec<Forms>,
    feminine: BTreeMap<String, String>,
    ranks: Vec<String>,
    posts: Vec<String>,
    kinds: Vec<Forms>,
    visions: Vec<String>,
    places: Vec<String>,
    given: Vec<String>,
    given_female: Vec<String>,
}

#[derive(Deserialize)]
struct Forms {
    code: Option<String>,
    forms: Vec<String>,
}

#[derive(Deserialize)]
struct Listed {
    name: String,
    english: String,
}

/// The words of a name, folded, names of two halves together.
pub(super) fn name_words(name: &str) -> Vec<String> {
    halves_together(&tokens(name).into_iter().map(|(_, word)| word).collect::<Vec<_>>().join(" "))
        .split(' ')
        .map(str::to_owned)
        .collect()
}

impl Gazetteer {
    /// What ships with the program.
    pub fn shipped() -> Self {
        let mut gazetteer = Self::default();
        // The files are part of the program; a test reads them.
        let words: Option<Words> = serde_json::from_str(WORDS).ok();
        let lists = shipped_lists();
        if let Some(words) = words {
            gazetteer.add_words(words);
        }
        shipped_bodies().into_iter().for_each(|body| gazetteer.add_body(body));
        for place in ["region", "governorate"].into_iter().filter_map(|list| lists.get(list)).flatten() {
            gazetteer.add_place(&place.name);
        }
        for goal in lists.get("goal").into_iter().flatten() {
            gazetteer.add_goal(KnownGoal { name: goal.name.clone(), record: None });
        }
        gazetteer
    }

    /// The same with the bodies, the people and the goals of a store.
    #[must_use]
    pub fn with(mut self, bodies: Vec<KnownBody>, people: Vec<KnownPerson>, goals: Vec<KnownGoal>) -> Self {
        bodies.into_iter().for_each(|body| self.add_body(body));
        for person in people {
            self.people.insert(name_key(&person.name), person);
        }
        goals.into_iter().for_each(|goal| self.add_goal(goal));
        self
    }

    fn add_words(&mut self, words: Words) {
        for Forms { code, forms } in words.titles {
            let honorific = code.as_deref().and_then(Honorific::from_code);
            for form in forms {
                let is_letter = form.chars().count() == 1;
                let with_article = form.starts_with("ال") || !form.starts_with(|letter: char| letter > '\u{600}');
                let printed = match honorific {
                    Some(title) if is_letter || !with_article => title.printed().to_owned(),
                    Some(_) | None => form.clone(),
                };
                self.titles.insert(fold(&form), Title { printed, honorific, is_bare: !is_letter && !with_article });
            }
        }
        words.places.iter().for_each(|place| self.add_place(place));
        self.feminine = words.feminine;
        self.ranks = words.ranks.iter().map(|word| fold(word)).collect();
        self.posts = words.posts.iter().map(|word| fold(word)).collect();
        for Forms { code, forms } in words.kinds {
            let kind = code.as_deref().and_then(MeetingKind::from_code).unwrap_or(MeetingKind::Other);
            self.kinds.extend(forms.iter().map(|form| (fold(form), kind)));
        }
        self.given = words.given.iter().map(|word| fold(word)).collect();
        self.given_female = words.given_female.iter().map(|word| fold(word)).collect();
        let mut visions = words.visions.into_iter();
        if let Some(name) = visions.next() {
            let goal = KnownGoal { name, record: None };
            self.goals.push((goal.clone(), name_words(&goal.name)));
            self.goals.extend(visions.map(|spelt| (goal.clone(), name_words(&spelt))));
        }
    }

    /// A body, or what a store adds to one that ships.
    fn add_body(&mut self, body: KnownBody) {
        let there = self.body_of(&name_words(&body.name)).or_else(|| {
            let of_alias = |alias: &Alias| self.body_of(&name_words(&alias.name));
            body.aliases.iter().find_map(of_alias)
        });
        let at = there.unwrap_or(self.bodies.len());
        for name in std::iter::once(&body.name).chain(body.aliases.iter().map(|alias| &alias.name)) {
            let words = name_words(name);
            let Some(first) = words.first().filter(|first| !first.is_empty()).cloned() else { continue };
            let listed = self.names.entry(first).or_default();
            if !listed.iter().any(|(other, _)| *other == words) {
                listed.push((words, at));
            }
        }
        match self.bodies.get_mut(at) {
            Some(known) => {
                // As the store calls it, it is called.
                known.record = body.record.or(known.record);
                if known.name != body.name {
                    known.aliases.retain(|alias| alias.name != body.name);
                    let shipped = std::mem::replace(&mut known.name, body.name);
                    known.aliases.push(Alias { kind: AliasKind::Spelling, ..Alias::named(&shipped) });
                }
                known.aliases.extend(body.aliases);
            }
            None => self.bodies.push(body),
        }
    }

    fn body_of(&self, words: &[String]) -> Option<usize> {
        let listed = self.names.get(words.first()?)?;
        listed.iter().find(|(name, _)| name == words).map(|(_, at)| *at)
    }

    fn add_place(&mut self, name: &str) {
        let words = name_words(name);
        if let Some(first) = words.first().cloned() {
            self.places.entry(first).or_default().push(words);
        }
    }

    fn add_goal(&mut self, goal: KnownGoal) {
        let words = name_words(&goal.name);
        match self.goals.iter_mut().find(|(_, there)| *there == words) {
            Some((known, _)) => *known = goal,
            None => self.goals.push((goal, words)),
        }
    }

    /// The known body whose name begins with these words, and how many of them it takes: the longest.
    pub(super) fn body_at<'w>(&self, word: impl Fn(usize) -> Option<&'w str>) -> Option<(usize, usize)> {
        let listed = self.names.get(word(0)?)?;
        let fits = |name: &[String]| name.iter().enumerate().all(|(at, part)| word(at) == Some(part.as_str()));
        listed
            .iter()
            .filter(|(name, _)| fits(name))
            .map(|(name, at)| (*at, name.len()))
            .max_by_key(|(_, length)| *length)
    }

    /// How many words from the first on are the name of a place; none where they are not.
    pub(super) fn place_at<'w>(&self, word: impl Fn(usize) -> Option<&'w str>) -> usize {
        let Some(listed) = word(0).and_then(|first| self.places.get(first)) else { return 0 };
        let fits = |name: &&Vec<String>| name.iter().enumerate().all(|(at, part)| word(at) == Some(part.as_str()));
        listed.iter().filter(fits).map(Vec::len).max().unwrap_or(0)
    }

    /// Is a folded word a given name, of a woman or of a man?
    pub(super) fn is_given(&self, word: &str) -> bool {
        self.given.contains(word) || self.given_female.contains(word)
    }

    /// The person of that name.
    pub(super) fn person(&self, name: &str) -> Option<&KnownPerson> {
        self.people.get(&name_key(name))
    }

    /// How surely a name of that many words is one.
    pub(super) fn sureness_of(&self, name: &str) -> Sureness {
        if self.person(name).is_some() || name.split_whitespace().count() > 1 {
            Sureness::Sure
        } else {
            Sureness::Likely
        }
    }
}

impl From<ShippedBody> for KnownBody {
    fn from(body: ShippedBody) -> Self {
        let short = body.short.iter().map(|name| Alias { kind: AliasKind::Short, ..Alias::named(name) });
        let day = |iso: Option<String>| iso.and_then(|iso| Date::from_iso(&iso).ok());
        let former = body.former.into_iter().map(|former| Alias {
            name: former.name,
            kind: AliasKind::Former,
            starts: day(former.starts),
            ends: day(former.ends),
        });
        let english = Alias::named(&body.english);
        Self { name: body.name, aliases: former.chain(short).chain([english]).collect(), record: None }
    }
}

fn shipped_lists() -> BTreeMap<String, Vec<Listed>> {
    serde_json::from_str(LISTS).unwrap_or_default()
}

/// Given names of women.
pub(super) fn shipped_womens_names() -> Vec<String> {
    let words: Option<Words> = serde_json::from_str(WORDS).ok();
    words.map(|words| words.given_female).unwrap_or_default()
}

/// The bodies that ship: ministries and what is below them, and the amanat.
pub(super) fn shipped_bodies() -> Vec<KnownBody> {
    let named: Option<ShippedBodies> = serde_json::from_str(BODIES).ok();
    let named = named.map(|all| all.ministries.into_iter().chain(all.others)).into_iter().flatten();
    let lists = shipped_lists();
    let amanat = lists.get("amana").into_iter().flatten().map(amana_body);
    named.map(KnownBody::from).chain(amanat).collect()
}

/// «أمانة منطقة الرياض» is called «أمانة الرياض» too.
fn amana_body(amana: &Listed) -> KnownBody {
    let short: Vec<&str> =
        amana.name.split(' ').filter(|word| !matches!(*word, "منطقة" | "محافظة" | "المنطقة")).collect();
    let aliases = [short.join(" "), amana.english.clone()];
    let aliases = aliases.iter().filter(|name| **name != amana.name).map(|name| Alias::named(name)).collect();
    KnownBody { name: amana.name.clone(), aliases, record: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ships_can_be_read() {
        assert!(serde_json::from_str::<Words>(WORDS).is_ok() && serde_json::from_str::<ShippedBodies>(BODIES).is_ok());
        let gazetteer = Gazetteer::shipped();
        assert!(gazetteer.given.len() > 100 && gazetteer.bodies.len() > 30 && gazetteer.goals.len() > 10);
        for title in gazetteer.titles.values() {
            assert!(!title.printed.is_empty());
        }
    }

    #[test]
    fn former_names_lead_to_todays() {
        let gazetteer = Gazetteer::shipped();
        let at = |name: &str| {
            let words = name_words(name);
            let (body, length) = gazetteer.body_at(|at| words.get(at).map(String::as_str))?;
            Some((gazetteer.bodies.get(body)?.name.clone(), length))
        };
        let housing = || "وزارة البلديات والإسكان".to_owned();
        assert_eq!(at("وزارة الشؤون البلدية والقروية والإسكان"), Some((housing(), 5)));
        assert_eq!(at("وزارة البلديات والجمعيات"), Some((housing(), 2)));
        assert_eq!(at("أمانة الرياض"), Some(("أمانة منطقة الرياض".to_owned(), 2)));
        assert_eq!(at("وزارة الواحة"), None);
    }
}
