//! What is known, under the keys by which a row finds it: the store's own records, and those of earlier rows.

use crate::arabic::{
    self, BodyName, Find, Token, body_key, fold, is_generic, name_key, to_ascii_digits, without_article,
};
use crate::domain::{EntryList, Known, KnownBody, KnownMeeting, KnownOutcome, KnownPerson};
use std::cell::RefCell;
use std::collections::HashMap;

/// A record that is there, or will be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Place {
    /// In the store.
    Record(i64),
    /// Of that row of the plan.
    Row(usize),
    /// Of that new name of the plan.
    Name(usize),
}

/// The keys of everything.
#[derive(Default)]
pub(super) struct Index<'k> {
    bodies: HashMap<String, Place>,
    like_bodies: HashMap<String, Vec<(Place, String)>>,
    licences: HashMap<String, Place>,
    people: HashMap<String, Vec<Somebody>>,
    phones: HashMap<String, Vec<Somebody>>,
    emails: HashMap<String, Vec<Somebody>>,
    entries: HashMap<(&'k str, String), i64>,
    classes: Vec<Class<'k>>,
    /// What each name of a class was likened to: a list has few of them, and many rows.
    likened: RefCell<HashMap<String, Option<(i64, &'k str)>>>,
    numbers: HashMap<String, Place>,
    texts: HashMap<String, Vec<(Place, Option<Place>)>>,
    meetings: HashMap<String, usize>,
    meeting_days: HashMap<(String, String), Place>,
    known: Option<&'k Known>,
    outcomes: HashMap<i64, usize>,
    binned: HashMap<String, Option<i64>>,
}

/// A name of a class of NGOs, word by word.
struct Class<'k> {
    id: i64,
    name: &'k str,
    words: Vec<Token>,
}

/// Somebody under a key.
#[derive(Clone, Debug)]
struct Somebody {
    place: Place,
    key: String,
    organisation: Option<Place>,
}

impl<'k> Index<'k> {
    pub fn new(known: &'k Known) -> Self {
        let mut index = Self { known: Some(known), ..Self::default() };
        for KnownBody { id, names, licence } in &known.bodies {
            for name in names {
                index.add_body(Place::Record(*id), name, licence);
            }
        }
        for KnownPerson { id, names, organisation, phone, email } in &known.people {
            for name in names {
                index.add_person(Place::Record(*id), name, organisation.map(Place::Record), phone, email);
            }
        }
        for entry in &known.entries {
            for name in entry.names.iter().filter(|name| !name.is_empty()) {
                index.entries.entry((entry.list.as_str(), entry_key(name))).or_insert(entry.id);
                if entry.list == EntryList::NgoClass.code() {
                    let words = arabic::analyse(name);
                    index.classes.push(Class { id: entry.id, name, words });
                }
            }
        }
        for (at, outcome) in known.outcomes.iter().enumerate() {
            let KnownOutcome { id, number, text, organisation, is_deleted, is_approved } = outcome;
            if *is_deleted {
                index.bin(*id, number, *is_approved);
                continue;
            }
            index.outcomes.insert(*id, at);
            index.add_outcome(Place::Record(*id), number, text, organisation.map(Place::Record));
        }
        for (at, meeting) in known.meetings.iter().enumerate() {
            let KnownMeeting { id, number, minutes_number, title, date, is_deleted, is_approved } = meeting;
            if *is_deleted {
                index.bin(*id, number, *is_approved);
                continue;
            }
            for key in [number, minutes_number].into_iter().filter(|key| !key.is_empty()) {
                index.meetings.entry(number_key(key)).or_insert(at);
            }
            index.meetings.entry(fold(title)).or_insert(at);
            index.add_meeting(Place::Record(*id), number, title, date);
        }
        index
    }

    fn bin(&mut self, id: i64, number: &str, is_approved: bool) {
        self.binned.insert(number_key(number), (!is_approved).then_some(id));
    }

    /// The record in the bin that has this number, and whether it may come out of it.
    pub fn binned(&self, number: &str) -> Option<Option<i64>> {
        self.binned.get(&number_key(number)).copied().filter(|_| !number.is_empty())
    }

    pub fn add_body(&mut self, place: Place, name: &str, licence: &str) {
        let key = body_key(name);
        if !key.is_empty() {
            self.bodies.entry(key).or_insert(place);
        }
        let licence = licence_key(licence);
        let like = like_key(name);
        if !like.is_empty() {
            self.like_bodies.entry(like).or_default().push((place, licence.clone()));
        }
        if !licence.is_empty() {
            self.licences.entry(licence).or_insert(place);
        }
    }

    pub fn add_person(&mut self, place: Place, name: &str, organisation: Option<Place>, phone: &str, email: &str) {
        let key = name_key(name);
        let somebody = Somebody { place, key: key.clone(), organisation };
        for (map, key) in
            [(&mut self.people, key), (&mut self.phones, phone.to_owned()), (&mut self.emails, email.to_lowercase())]
        {
            if !key.is_empty() {
                map.entry(key).or_default().push(somebody.clone());
            }
        }
    }

    pub fn add_outcome(&mut self, place: Place, number: &str, text: &str, organisation: Option<Place>) {
        if !number.is_empty() {
            self.numbers.entry(number_key(number)).or_insert(place);
        }
        let key = fold(text);
        if !key.is_empty() {
            self.texts.entry(key).or_default().push((place, organisation));
        }
    }

    pub fn add_meeting(&mut self, place: Place, number: &str, title: &str, date: &str) {
        if !number.is_empty() {
            self.numbers.entry(number_key(number)).or_insert(place);
        }
        self.meeting_days.entry((fold(title), date.to_owned())).or_insert(place);
    }

    /// The body of that name.
    pub fn body(&self, name: &str) -> Option<Place> {
        self.bodies.get(&body_key(name)).copied()
    }

    /// The body that a row is about, if it is there already: by its licence, else by its name, but for generic words. Two
    /// licences are two bodies.
    pub fn same_body(&self, name: &str, licence: &str) -> Option<Place> {
        let licence = licence_key(licence);
        let by_licence = self.licences.get(&licence).filter(|_| !licence.is_empty());
        let one = |(_, other): &&(Place, String)| other.is_empty() || licence.is_empty() || *other == licence;
        by_licence.copied().or_else(|| {
            let alike = self.like_bodies.get(&like_key(name))?;
            let whole = self.bodies.get(&body_key(name));
            let found = whole.and_then(|whole| alike.iter().filter(one).find(|(place, _)| place == whole));
            found.or_else(|| alike.iter().find(one)).map(|(place, _)| *place)
        })
    }

    /// Somebody of that name, in that body or in one nobody knows.
    pub fn person(&self, name: &str, organisation: Option<Place>) -> Option<Place> {
        let found = self.people.get(&name_key(name))?;
        let same =
            found.iter().find(|somebody| somebody.organisation.is_some() && somebody.organisation == organisation);
        let unsaid = || found.iter().find(|somebody| somebody.organisation.is_none() || organisation.is_none());
        same.or_else(unsaid).map(|somebody| somebody.place)
    }

    /// The person a row is about, if they are there already. A phone or an e-mail that several share tells nobody from
    /// another: the first name has to be the same too.
    pub fn same_person(&self, name: &str, organisation: Option<Place>, phone: &str, email: &str) -> Option<Place> {
        let key = name_key(name);
        let first = key.split(' ').next().unwrap_or_default();
        let under = |map: &HashMap<String, Vec<Somebody>>, key: &str| {
            let found = map.get(key)?;
            let is_one = |somebody: &&Somebody| somebody.key.split(' ').next() == Some(first);
            found.iter().find(is_one).map(|somebody| somebody.place)
        };
        let by_phone = (!phone.is_empty()).then(|| under(&self.phones, phone)).flatten();
        let by_email = || (!email.is_empty()).then(|| under(&self.emails, &email.to_lowercase())).flatten();
        by_phone.or_else(by_email).or_else(|| self.person(name, organisation))
    }

    /// The outcome of that number; without one that says the same for the same body.
    pub fn same_outcome(&self, number: &str, text: &str, organisation: Option<Place>) -> Option<Place> {
        if !number.is_empty() {
            return self.numbers.get(&number_key(number)).copied();
        }
        let alike = self.texts.get(&fold(text))?;
        alike
            .iter()
            .find(|(_, other)| *other == organisation || other.is_none() || organisation.is_none())
            .map(|(place, _)| *place)
    }

    pub fn same_meeting(&self, number: &str, title: &str, date: &str) -> Option<Place> {
        let by_number = self.numbers.get(&number_key(number)).filter(|_| !number.is_empty());
        by_number.or_else(|| self.meeting_days.get(&(fold(title), date.to_owned()))).copied()
    }

    /// Has another record this number?
    pub fn has_number(&self, number: &str) -> bool {
        self.numbers.contains_key(&number_key(number))
    }

    pub fn entry(&self, list: EntryList, name: &str) -> Option<i64> {
        let code = list.code();
        self.entries.get(&(code, entry_key(name))).copied()
    }

    /// The only class of NGOs that has all these words, in any form: «البيئة» is «البيئة وحماية الحياة الفطرية»,
    /// and «تعليمي» may be two. With what it is called.
    pub fn entry_like(&self, list: EntryList, name: &str) -> Option<(i64, &'k str)> {
        if list != EntryList::NgoClass {
            return None;
        }
        let known = self.likened.borrow().get(name).copied();
        known.unwrap_or_else(|| {
            let found = self.class_like(name);
            self.likened.borrow_mut().insert(name.to_owned(), found);
            found
        })
    }

    fn class_like(&self, name: &str) -> Option<(i64, &'k str)> {
        let asked = arabic::query(name);
        if asked.is_empty() || is_generic(name) {
            return None;
        }
        let is_like =
            |class: &&Class<'_>| arabic::matches(&asked, &class.words).is_some_and(|how| how >= Find::Related);
        let mut found = self.classes.iter().filter(is_like);
        let class = found.next()?;
        found.all(|other| other.id == class.id).then_some((class.id, class.name))
    }

    /// The meeting of that number, of those minutes, of that title.
    pub fn meeting(&self, name: &str) -> Option<&'k KnownMeeting> {
        let at = self.meetings.get(&number_key(name)).or_else(|| self.meetings.get(&fold(name)))?;
        self.known?.meetings.get(*at)
    }

    /// Does the outcome belong to approved minutes?
    pub fn is_approved(&self, outcome: i64) -> bool {
        let known = self.known.and_then(|known| known.outcomes.get(*self.outcomes.get(&outcome)?));
        known.is_some_and(|known| known.is_approved)
    }
}

/// What tells bodies of one sort apart, and their place.
fn like_key(name: &str) -> String {
    let name = BodyName::new(name);
    let key = name.key();
    if key.is_empty() { key } else { format!("{key}|{}", name.place) }
}

fn licence_key(licence: &str) -> String {
    to_ascii_digits(licence.trim()).to_lowercase()
}

fn number_key(number: &str) -> String {
    fold(number).replace(' ', "")
}

/// «منطقة عسير» is «عسير», «محافظة الخبر» is «الخبر».
fn entry_key(name: &str) -> String {
    let folded = fold(name);
    let words = folded.split(' ').map(without_article);
    let telling: Vec<&str> = words.filter(|word| !matches!(*word, "منطقه" | "محافظه" | "مدينه")).collect();
    if telling.is_empty() { folded } else { telling.join(" ") }
}
