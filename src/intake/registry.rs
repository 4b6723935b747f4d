//! Which of the mentions are one body: other spellings, short and former names, «الوزارة».

use super::bodies::{Mention, is_head};
use super::cuts::is_in;
use super::find::{Alias, BodyFind, Sureness};
use super::gazetteer::{Gazetteer, name_words};
use super::lexicon::CHARITIES;
use crate::arabic::{BodyName, without_article};
use crate::domain::AliasKind;
use rustc_hash::FxHashMap;

/// The bodies that the mentions name, in the order of the text; each mention learns which one it is.
pub(super) fn bodies(mentions: &mut [Mention], gazetteer: &Gazetteer) -> Vec<BodyFind> {
    let mut registry = Registry { gazetteer, bodies: Vec::new() };
    mean_those_of_text(mentions);
    for mention in mentions.iter_mut().filter(|mention| !mention.is_general) {
        mention.body = Some(registry.body(mention));
    }
    refer_back(mentions);
    let mut finds: Vec<BodyFind> = registry.bodies.iter().map(Body::find).collect();
    for mention in mentions.iter() {
        let Some(find) = mention.body.and_then(|body| finds.get_mut(body)) else { continue };
        find.ranges.push(mention.range.clone());
        if !find.aliases.iter().any(|alias| alias.name == mention.surface) && find.name != mention.surface {
            let kind = if mention.is_general { AliasKind::Short } else { AliasKind::Spelling };
            let kept = registry.bodies.get(mention.body.unwrap_or_default()).and_then(|body| body.known);
            let kept = kept.and_then(|known| gazetteer.bodies.get(known)).into_iter().flat_map(|known| &known.aliases);
            let words = name_words(&mention.surface);
            let alias = kept.into_iter().find(|alias| name_words(&alias.name) == words);
            let found = Alias { kind, ..Alias::named(&mention.surface) };
            find.aliases.push(alias.map_or(found, |kept| Alias { name: mention.surface.clone(), ..kept.clone() }));
        }
    }
    finds
}

/// A body as it comes together.
struct Body {
    head: String,
    name: String,
    key: BodyName,
    names: Vec<Vec<String>>,
    known: Option<usize>,
    record: Option<crate::domain::Record>,
    sureness: Sureness,
}

impl Body {
    fn find(&self) -> BodyFind {
        BodyFind { name: self.name.clone(), known: self.record, sureness: self.sureness, ..BodyFind::default() }
    }
}

impl Body {
    fn learn(&mut self, name: Vec<String>) {
        if !self.names.contains(&name) {
            self.names.push(name);
        }
    }
}

struct Registry<'g> {
    gazetteer: &'g Gazetteer,
    bodies: Vec<Body>,
}

impl Registry<'_> {
    fn body(&mut self, mention: &Mention) -> usize {
        let words = name_words(&mention.surface);
        let key = BodyName::new(&mention.surface);
        if let Some(at) = self.place(mention, &words, &key) {
            if let Some(body) = self.bodies.get_mut(at) {
                // The fullest name is the name, unless it is known what the body is called.
                if let Some(known) = mention.known.filter(|_| body.known.is_none()) {
                    body.known = Some(known);
                    let known = self.gazetteer.bodies.get(known);
                    body.name = known.map_or_else(|| body.name.clone(), |known| known.name.clone());
                    body.record = known.and_then(|known| known.record);
                    body.learn(words);
                } else if body.known.is_none() && words.len() > body.names.first().map_or(0, Vec::len) {
                    body.name.clone_from(&mention.surface);
                    body.key = key;
                    body.names.insert(0, words);
                } else {
                    body.learn(words);
                }
            }
            return at;
        }
        let known = mention.known.and_then(|known| self.gazetteer.bodies.get(known));
        let is_short = words.len() < 3
            && is_in(CHARITIES, &mention.head)
            && !words.iter().skip(1).any(|word| word.starts_with("ال"));
        self.bodies.push(Body {
            head: mention.head.clone(),
            name: known.map_or_else(|| mention.surface.clone(), |known| known.name.clone()),
            key,
            names: vec![words],
            known: mention.known,
            record: known.and_then(|known| known.record),
            sureness: if known.is_none() && is_short { Sureness::Likely } else { Sureness::Sure },
        });
        self.bodies.len() - 1
    }

    fn place(&self, mention: &Mention, words: &[String], key: &BodyName) -> Option<usize> {
        let same = |body: &Body| {
            mention.known.is_some() && body.known == mention.known || body.names.iter().any(|name| name == words)
        };
        if let Some(at) = self.bodies.iter().position(same) {
            return Some(at);
        }
        let may_be = |body: &&(usize, &Body)| {
            let both_known = body.1.known.is_some() && mention.known.is_some();
            let begins = |name: &Vec<String>| name.starts_with(words) || words.starts_with(name);
            !both_known
                && body.1.head == mention.head
                && !body.1.head.is_empty()
                && (body.1.key.may_be(key)
                    || words.len() > 1 && body.1.names.iter().any(|name| name.len() > 1 && begins(name)))
        };
        let all: Vec<(usize, &Body)> = self.bodies.iter().enumerate().collect();
        let mut like = all.iter().filter(may_be);
        // «جمعية البر» may be that of either town: it stays its own.
        match (like.next(), like.next()) {
            (Some((at, _)), None) => Some(*at),
            _ => None,
        }
    }
}

/// «الأمانة» may be a short name of a body that is known; in a text that names an «أمانة» it is that one.
fn mean_those_of_text(mentions: &mut [Mention]) {
    let is_short = |mention: &Mention| {
        let words = name_words(&mention.surface);
        words.len() == 1 && words.iter().all(|word| without_article(word) != word.as_str() && is_head(word))
    };
    let named: Vec<String> =
        mentions.iter().filter(|mention| !is_short(mention)).map(|mention| mention.head.clone()).collect();
    for mention in mentions.iter_mut().filter(|mention| mention.known.is_some()) {
        if is_short(mention) && named.contains(&mention.head) {
            (mention.known, mention.is_general) = (None, true);
        }
    }
}

/// «الوزارة» is the ministry that was named last, or the one that is named at all.
fn refer_back(mentions: &mut [Mention]) {
    let mut all: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    for mention in mentions.iter().filter(|mention| !mention.is_general) {
        let of_head = all.entry(mention.head.clone()).or_default();
        of_head.extend(mention.body.filter(|body| !of_head.contains(body)));
    }
    let mut last: FxHashMap<String, usize> = FxHashMap::default();
    for mention in mentions {
        if mention.is_general {
            let only = all
                .get(&mention.head)
                .and_then(|bodies| if let [only] = bodies.as_slice() { Some(*only) } else { None });
            mention.body = last.get(&mention.head).copied().or(only);
        } else if let Some(body) = mention.body {
            last.insert(mention.head.clone(), body);
        }
    }
}
