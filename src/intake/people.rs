//! Who is named, with title, post and body: «وكيل الأمين للخدمات الأستاذ …», «المهندس …، مدير إدارة … بالأمانة».
//!
//! A post stands before the name, as officials are listed, or behind it. The body is the one the post names; a deputy of
//! the mayor is of the municipality that holds the meeting. Of a post without a body no more is said.

use super::bodies::{Mention, within};
use super::cuts::{Prefix, after_letters, is_in, plain};
use super::find::{BodyFind, Part, PersonFind, Sureness};
use super::gazetteer::{Gazetteer, name_words};
use super::labels::Label;
use super::lexicon::{CHAIRING, TAKING_PART};
use super::names::{Named, Names};
use super::page::{Page, Sentence};
use crate::arabic::name_key;
use crate::domain::{Honorific, Side};
use std::ops::Range;

/// A post has no more words.
const LONGEST_POST: usize = 18;

/// What the text says of bodies.
pub(super) struct Bodies<'b> {
    pub mentions: &'b [Mention],
    pub finds: &'b [BodyFind],
}

/// Everybody who is named, in the order of the text.
pub(super) fn people(page: &Page<'_>, gazetteer: &Gazetteer, bodies: &Bodies<'_>) -> Vec<PersonFind> {
    let names = Names { page, gazetteer };
    let mut roll = Roll::default();
    for sentence in &page.sentences {
        let own = within(bodies.mentions, &sentence.words);
        let reader = Reader { page, gazetteer, names: &names, bodies, own, sentence };
        reader.people().into_iter().for_each(|person| roll.add(person));
    }
    for sender in &page.senders {
        let name = plain(page.slice(sender.range.clone()));
        let words = name_words(&name);
        let first = words.first().map_or("", String::as_str);
        let is_name =
            words.len() > 1 && gazetteer.is_given(first) || first.starts_with("ابو") && first.len() > "ابو".len() + 2;
        let part = Part::Correspondent;
        let person = PersonFind { name, part, ranges: vec![sender.range.clone()], ..PersonFind::default() };
        if is_name || roll.same(&name_key(&person.name)).is_some() {
            let known = gazetteer.person(&person.name).map(|person| person.record);
            roll.add(PersonFind { known, ..person });
        }
    }
    roll.found
}

/// A text names no more people.
const MOST: usize = 500;

/// Those who were named so far, each once.
#[derive(Default)]
struct Roll {
    found: Vec<PersonFind>,
    /// Their names as they are compared.
    keys: Vec<String>,
}

impl Roll {
    /// Somebody who is named again is the same: what is new is added.
    fn add(&mut self, person: PersonFind) {
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
    fn same(&self, key: &str) -> Option<usize> {
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

struct Reader<'p> {
    page: &'p Page<'p>,
    gazetteer: &'p Gazetteer,
    names: &'p Names<'p>,
    bodies: &'p Bodies<'p>,
    /// Where this sentence names bodies.
    own: &'p [Mention],
    sentence: &'p Sentence,
}

impl Reader<'_> {
    fn people(&self) -> Vec<PersonFind> {
        let named = self.named();
        let mut found = Vec::with_capacity(named.len());
        let mut floor = self.sentence.words.start;
        for (at, person) in named.iter().enumerate() {
            let next = named.get(at + 1).map_or(self.sentence.words.end, |next| next.words.start);
            let before = self.post_before(floor, person.words.start);
            let post =
                before.clone().or_else(|| self.post_after(person.words.end, next)).or_else(|| self.post_beside(person));
            floor = post.as_ref().map_or(person.words.end, |post| post.words.end.max(person.words.end));
            let (post_text, post_range, body) = match &post {
                Some(post) => (
                    Some(post.text.clone()),
                    Some(post.range.clone()),
                    self.body_of(post).or_else(|| self.body_of_line(post.words.end, next)),
                ),
                None => (None, None, self.body_behind(person.words.end, next)),
            };
            let words = self.page.slice(self.name_bytes(person));
            let (title, honorific) = self.title_of(person, post.as_ref());
            let name = plain(words);
            let is_sure = person.title.is_some() || post_text.is_some() || self.sentence.label.is_some();
            let sureness =
                self.gazetteer.sureness_of(&name).min(if is_sure { Sureness::Sure } else { Sureness::Likely });
            let known = self.gazetteer.person(&name).map(|person| person.record);
            found.push(PersonFind {
                name,
                title,
                honorific,
                part: self.part(person, post.as_ref()),
                post: post_text,
                body,
                ranges: vec![person.range.clone()],
                post_range,
                sureness,
                known,
            });
        }
        found
    }

    /// The title; «د.» of a «مديرة» is that of a woman.
    fn title_of(&self, person: &Named, post: Option<&Post>) -> (Option<String>, Option<Honorific>) {
        let is_letter = self.page.norm(person.words.start).chars().count() == 1;
        let is_woman = post.is_some_and(|post| {
            post.words.clone().next().is_some_and(|at| {
                is_in(
                    "مديره المديره رييسه مشرفه المشرفه منسقه المنسقه وكيله عضوه ممثله مندوبه نايبه",
                    super::cuts::bare(self.page.norm(at)),
                )
            })
        });
        let printed = person
            .title
            .as_ref()
            .and_then(|title| self.gazetteer.feminine.get(title))
            .filter(|_| is_letter && is_woman);
        match printed {
            Some(printed) => {
                let title = Honorific::ALL.iter().copied().rev().find(|title| title.printed() == printed);
                (Some(printed.clone()), title)
            }
            None => (person.title.clone(), person.honorific),
        }
    }

    /// The name without the letters that are written together with its first word.
    fn name_bytes(&self, person: &Named) -> Range<usize> {
        let bytes = self.page.bytes(person.name.clone());
        if person.name.start == person.words.start { person.range.start.max(bytes.start)..bytes.end } else { bytes }
    }

    /// Where people are named in this sentence.
    fn named(&self) -> Vec<Named> {
        let mut found: Vec<Named> = Vec::new();
        let lists = matches!(self.sentence.label, Some(Label::Attendees | Label::Chair | Label::From | Label::To));
        let mut at = self.sentence.words.start;
        while at < self.sentence.words.end {
            let inside = self.own.iter().find(|mention| mention.words.contains(&at) && !mention.is_general);
            if let Some(mention) = inside {
                at = mention.words.end;
                continue;
            }
            let floor = found.last().map_or(self.sentence.words.start, |last| last.words.end);
            let opens = at == self.sentence.words.start && lists;
            let named = self.names.titled(at, self.sentence.words.end).or_else(|| {
                let of_list = || self.names.listed(at, self.sentence.words.end).filter(|_| opens);
                let plain = self.names.plain(at, self.sentence.words.end).or_else(of_list)?;
                let name = self.page.said(plain.name.clone());
                let is_announced = lists
                    || self.gazetteer.person(name).is_some()
                    || self.post_before(floor, at).is_some()
                    || self.page.norm(at.saturating_sub(1)).is_empty()
                    || self.is_signature(&plain)
                    || self.post_after(plain.words.end, self.sentence.words.end).is_some_and(|post| post.is_apart);
                is_announced.then_some(plain)
            });
            match named {
                Some(named) => {
                    at = named.words.end.max(at + 1);
                    found.push(named);
                }
                None => at += 1,
            }
        }
        found
    }

    /// A line of nothing but a name is one of a list, or somebody's signature.
    fn is_signature(&self, named: &Named) -> bool {
        named.words == self.sentence.words && (self.sentence.is_bullet || self.page.is_mail)
    }

    /// The post right before a title or a name.
    fn post_before(&self, floor: usize, until: usize) -> Option<Post> {
        let mut start = until;
        while start > floor.max(until.saturating_sub(LONGEST_POST)) && self.is_together(start) {
            start -= 1;
        }
        let mut first = None;
        for place in start..until {
            let Some(letters) = self.names.post_letters(place) else { continue };
            // «مدير التعليم ووكيل الأمين الأستاذ»: the second post is his.
            let after_deputising = first.is_some_and(|(first, _): (usize, usize)| {
                first > start
                    && self.page.norm(first - 1) == "عن"
                    && is_in("نيابه بالنيابه", super::cuts::bare(self.page.norm(first.saturating_sub(2))))
            });
            let is_another = letters > 0 && self.page.norm(place).starts_with('و')
                || after_deputising && is_in("وكيل مدير رييس نايب الوكيل المدير مساعد", self.page.norm(place));
            if first.is_none() || is_another {
                first = Some((place, letters));
            }
        }
        let (place, letters) = first?;
        Some(self.post(place, letters, until, false))
    }

    /// Is a word of the same clause as the one before it?
    fn is_together(&self, at: usize) -> bool {
        self.page.gap(at).chars().all(|letter| {
            letter.is_whitespace() && letter != '\n' || matches!(letter, '.' | '/' | '"' | '«' | '»' | '(' | ')')
        })
    }

    /// The post behind a name: set apart by a comma, a dash or a bracket, or at once.
    fn post_after(&self, at: usize, next: usize) -> Option<Post> {
        let gap = self.page.gap(at);
        let is_apart = gap.contains(['،', ',', '-', '–', '—', '(', ':', '/', '|']);
        let letters = self.names.post_letters(at).filter(|letters| *letters == 0 && at < next)?;
        let end = (at + 1..next.min(at + LONGEST_POST)).find(|place| {
            let gap = self.page.gap(*place);
            let is_over = gap.contains(['،', ',', '؛', ')', '\n', '–', '—', ':', '|', '.']) || gap.contains(" - ");
            is_over || is_in(super::lexicon::STOPS, self.page.norm(*place)) || self.starts_post_of_next(*place)
        });
        let end = end.unwrap_or(next.min(at + LONGEST_POST).min(self.sentence.words.end));
        // Before the next name it may be the post of that one.
        if end == next && next < self.sentence.words.end && is_apart && !gap.contains(['(', '-', '–', '—']) {
            return None;
        }
        Some(self.post(at, letters, end, is_apart))
    }

    /// A name on a line of its own, as in signatures: the line below it, or above it, is the post; the next one the body.
    fn post_beside(&self, person: &Named) -> Option<Post> {
        let sentences = &self.page.sentences;
        let own = sentences.partition_point(|sentence| sentence.words.start < self.sentence.words.start);
        let is_alone = person.words == self.sentence.words && !self.sentence.is_bullet && self.sentence.label.is_none();
        let is_post = |sentence: &&Sentence| {
            let words = sentence.words.clone();
            !sentence.is_bullet
                && sentence.label.is_none()
                && words.len() <= 10
                && self.names.post_letters(words.start) == Some(0)
                && sentence.line.abs_diff(self.sentence.line) == 1
                && !words.clone().any(|at| self.names.titled(at, words.end).is_some())
        };
        let beside = |at: Option<usize>| at.and_then(|at| sentences.get(at)).filter(is_post);
        let post = beside(own.checked_add(1)).or_else(|| beside(own.checked_sub(1))).filter(|_| is_alone)?;
        let mut post = self.post(post.words.start, 0, post.words.end, true);
        let below = self.page.sentence_of(post.words.end).filter(|_| post.words.start > person.words.start);
        let body = below.and_then(|below| within(self.bodies.mentions, &below.words).first());
        let body = body.filter(|body| body.words.start == post.words.end);
        post.body = post.body.or_else(|| body.and_then(|body| body.body));
        // What stands on another line is not this sentence's to go on from.
        post.words = person.words.clone();
        Some(post)
    }

    fn starts_post_of_next(&self, at: usize) -> bool {
        self.page.norm(at).starts_with('و') && self.names.post_letters(at).is_some_and(|letters| letters > 0)
    }

    /// A post in words, without the body it is held in.
    fn post(&self, at: usize, letters: usize, end: usize, is_apart: bool) -> Post {
        let inside = |mention: &&Mention| mention.words.start > at && mention.words.start < end;
        let body = self.own.iter().rfind(inside);
        let cut = body.filter(|body| body.prefix != Prefix::None || self.page.norm(body.words.start - 1) == "في");
        let until = match cut {
            Some(body) if body.prefix == Prefix::None => body.words.start - 1,
            Some(body) => body.words.start,
            None => end,
        };
        let bytes = self.page.bytes(at..until.max(at + 1));
        let start = bytes.start + after_letters(self.page.raw(at), letters);
        let text = plain(self.page.slice(start..bytes.end));
        Post { words: at..end, range: start..bytes.end, text, body: body.and_then(|body| body.body), is_apart }
    }

    /// The body somebody's post is of: the one it names, else that of the mayor whose deputy they are.
    fn body_of(&self, post: &Post) -> Option<usize> {
        if post.body.is_some() {
            return post.body;
        }
        // «وفد من جمعية … برئاسة رئيس مجلس الإدارة»: of the body that stands right before.
        let before = self.own.iter().find(|mention| {
            mention.words.end == post.words.start
                || mention.words.end + 1 == post.words.start && is_in(CHAIRING, self.page.norm(mention.words.end))
        });
        let heads_it = post.words.clone().next().is_some_and(|at| {
            is_in("رييس مدير المدير الرييس رييسه مديره المديره", super::cuts::bare(self.page.norm(at)))
        });
        if let Some(mention) = before.filter(|mention| heads_it && self.sentence.words.contains(&mention.words.start)) {
            return mention.body;
        }
        let words: Vec<&str> = post.words.clone().map(|at| self.page.norm(at)).collect();
        let is_of_mayor =
            words.iter().any(|word| matches!(super::cuts::bare(word), "الامين" | "امين" | "الوكيل" | "وكيل" | "وكيله"));
        let is_of_other = words.iter().any(|word| is_in("وزاره الوزاره الوزير مجلس المجلس عام", word));
        if !is_of_mayor || is_of_other {
            return None;
        }
        let amanat: Vec<usize> = (0..self.bodies.finds.len()).filter(|at| self.is_amana(*at)).collect();
        let of_place = amanat.iter().copied().find(|at| {
            let place = self.bodies.finds.get(*at).map(|body| crate::arabic::BodyName::new(&body.name).words);
            let place = place.unwrap_or_default();
            place.len() > 1 && place.iter().skip(1).all(|word| words.iter().any(|said| said.ends_with(word.as_str())))
        });
        let host = amanat
            .iter()
            .copied()
            .find(|at| self.bodies.finds.get(*at).is_some_and(|body| body.side == Some(Side::Host)));
        let only = if let [only] = amanat.as_slice() { Some(*only) } else { None };
        let names_place = words.first().is_some_and(|word| super::cuts::bare(word) == "امين");
        if names_place { of_place.or_else(|| only.filter(|_| words.len() < 2)) } else { of_place.or(host).or(only) }
    }

    fn is_amana(&self, body: usize) -> bool {
        self.bodies.mentions.iter().any(|mention| mention.body == Some(body) && mention.head == "امانه")
    }

    /// `Director, Jeddah Municipality`; «مديرة البرامج، جمعية …»: in a list, what follows the post is the body.
    fn body_of_line(&self, at: usize, next: usize) -> Option<usize> {
        let is_list = self.sentence.label == Some(Label::Attendees) || self.sentence.is_bullet;
        let mention = self.own.iter().find(|mention| mention.words.start == at && at < next)?;
        mention.body.filter(|_| is_list)
    }

    /// «الأستاذ أحمد عسيري من جمعية بيئة», «… (جمعية بيئة)», «… - جمعية بيئة».
    fn body_behind(&self, at: usize, next: usize) -> Option<usize> {
        let skips = usize::from(is_in("من عن", self.page.norm(at)) && at < next);
        let mention = self.own.iter().find(|mention| mention.words.start == at + skips && at + skips < next)?;
        let gap = self.page.gap(at);
        let is_apart = gap.contains(['(', '-', '–', '—', '/', '|']);
        (skips > 0 || is_apart || mention.prefix == Prefix::By).then_some(mention.body).flatten()
    }

    /// What the words before somebody make of them.
    fn part(&self, person: &Named, post: Option<&Post>) -> Part {
        match self.sentence.label {
            Some(Label::Attendees) => return Part::Attends,
            Some(Label::Chair) => return Part::Chairs,
            Some(Label::From | Label::To) => return Part::Correspondent,
            Some(_) | None => {}
        }
        let start = post.map_or(person.words.start, |post| post.words.start.min(person.words.start));
        let before: Vec<&str> =
            (self.sentence.words.start..start).rev().take(12).map(|at| self.page.norm(at)).collect();
        let near = |list: &str, most: usize| before.iter().take(most).any(|word| is_in(list, super::cuts::bare(word)));
        let is_deputised = before.iter().take(2).any(|word| matches!(*word, "عن" | "عنه"))
            && before
                .iter()
                .take(3)
                .any(|word| matches!(super::cuts::bare(word), "نيابه" | "ينوب" | "بالنيابه" | "بالانابه" | "انابه"));
        if is_deputised {
            return Part::Represented;
        }
        let own = self.page.norm(start);
        if near(CHAIRING, 3) || is_in(CHAIRING, super::cuts::bare(own)) {
            // «وفد برئاسة …»: who leads those who come does not lead the meeting.
            let leads_others = before.iter().any(|word| is_in("وفد الوفد وفدا ووفد فريق الفريق", word));
            return if leads_others { Part::Attends } else { Part::Chairs };
        }
        let attends =
            (self.sentence.words.start..start).any(|at| is_in(TAKING_PART, super::cuts::bare(self.page.norm(at))));
        if attends { Part::Attends } else { Part::Named }
    }
}

/// A post as it was read.
#[derive(Clone, Debug)]
struct Post {
    words: Range<usize>,
    range: Range<usize>,
    text: String,
    body: Option<usize>,
    /// Set apart from the name before it.
    is_apart: bool,
}
