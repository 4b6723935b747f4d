//! Who was named so far, each once: the same name again adds what it says.

use super::find::PersonFind;
use crate::arabic::name_key;

/// A text names no more people.
const MOST: usize = 500;

/// Those who were named so far, each once.
#[derive(Default)]
pub(super) struct Roll {
    pub(super) found: Vec<PersonFind>,
    /// Their names as they are compared.
    keys: Vec<String>,
}

impl Roll {
    /// Somebody who is named again is the same: what is new is added.
    pub(super) fn add(&mut self, person: PersonFind) {
        let key = name_key(&person.name);
        let same = self.same(&key);
        let Some((there, there_key)) = same.and_then(|at| Some((self.found.get_mut(at)?, self.keys.get_mut(at)?)))
        else {
            if self.found.len() < MOST {
                self.found.push(person);
                self.keys.push(key);
            }
            return;
        };
        if person.name.split(' ').count() > there.name.split(' ').count() {
            there.name = person.name;
            *there_key = key;
        }
        there.title = there.title.take().or(person.title);
        there.honorific = there.honorific.or(person.honorific);
        if there.post.is_none() {
            (there.post, there.post_range, there.body) = (person.post, person.post_range, person.body.or(there.body));
        }
        there.body = there.body.or(person.body);
        there.part = there.part.max(person.part);
        there.known = there.known.or(person.known);
        there.ranges.extend(person.ranges);
    }

    /// Who is called so. «الأستاذ ماجد» is the one Majed who is named, where one of both is a first name alone.
    pub(super) fn same(&self, key: &str) -> Option<usize> {
        if let Some(at) = self.keys.iter().position(|there| is_same(there, key)) {
            return Some(at);
        }
        let is_first = |short: &str, long: &str| !short.contains(' ') && long.split(' ').next() == Some(short);
        let like = |(_, there): &(usize, &String)| is_first(key, there) || is_first(there, key);
        let mut like = self.keys.iter().enumerate().filter(like);
        match (like.next(), like.next()) {
            (Some((at, _)), None) => Some(at),
            _ => None,
        }
    }
}

/// The same key, or one that leaves out what stands between the first and the last name.
fn is_same(first: &str, second: &str) -> bool {
    if first == second {
        return true;
    }
    let (short, long) = if first.len() <= second.len() { (first, second) } else { (second, first) };
    let ends = |name: &str| (name.split(' ').next().map(str::to_owned), name.rsplit(' ').next().map(str::to_owned));
    short.contains(' ')
        && ends(short) == ends(long)
        && short.split(' ').all(|word| long.split(' ').any(|other| other == word))
}
