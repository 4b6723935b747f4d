//! Who is named, with title, post and body: «وكيل الأمين للخدمات الأستاذ …», «المهندس …، مدير إدارة … بالأمانة».
//!
//! A post stands before the name, as officials are listed, or behind it. The body is the one the post names; a deputy of
//! the mayor is of the municipality that holds the meeting. Of a post without a body no more is said.

use super::bodies::{Mention, within};
use super::cuts::{Prefix, is_in, plain};
use super::find::{BodyFind, Part, PersonFind, Sureness};
use super::gazetteer::{Gazetteer, name_words};
use super::labels::Label;
use super::lexicon::{CHAIRING, TAKING_PART};
use super::names::{Named, Names};
use super::page::{Page, Sentence};
use super::posts::Post;
use super::roll::Roll;
use crate::arabic::name_key;
use crate::domain::{Honorific, Side};
use std::ops::Range;

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

pub(super) struct Reader<'p> {
    pub(super) page: &'p Page<'p>,
    pub(super) gazetteer: &'p Gazetteer,
    pub(super) names: &'p Names<'p>,
    pub(super) bodies: &'p Bodies<'p>,
    /// Where this sentence names bodies.
    pub(super) own: &'p [Mention],
    pub(super) sentence: &'p Sentence,
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
                let plain = self.names.plain(at, self.sentence.words.end).or_else(of_list);
                let plain = plain.or_else(|| self.signed_above_post(at))?;
                let name = self.page.said(plain.name.clone());
                let is_announced = lists
                    || self.gazetteer.person(name).is_some()
                    || self.post_before(floor, at).is_some()
                    || self.page.norm(at.saturating_sub(1)).is_empty()
                    || self.is_signed(at)
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

    /// A name of capitals alone on its line, and a post on the next one: the end of a letter.
    fn signed_above_post(&self, at: usize) -> Option<Named> {
        let is_english = super::english::is_english(self.page.raw(at));
        if !self.page.is_mail || !is_english || at != self.sentence.words.start {
            return None;
        }
        let named = self.names.listed(at, self.sentence.words.end)?;
        let next = self.page.sentence_of(self.sentence.words.end)?;
        let is_above = named.words == self.sentence.words
            && next.line == self.sentence.line + 1
            && self.names.is_post(next.words.start);
        is_above.then_some(named)
    }

    /// «أخوك سعد الطريقي»: who writes so signs so.
    fn is_signed(&self, at: usize) -> bool {
        let before = at.checked_sub(1).filter(|before| *before == self.sentence.words.start);
        before.is_some_and(|before| {
            is_in("اخوك اخوكم اختك اختكم محبك محبكم محبتكم تحيات تحياتي زميلك زميلكم زميلتكم", self.page.norm(before))
        })
    }

    /// A line of nothing but a name is one of a list, or somebody's signature.
    fn is_signature(&self, named: &Named) -> bool {
        named.words == self.sentence.words && (self.sentence.is_bullet || self.page.is_mail)
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
        let is_of_mayor = words
            .iter()
            .any(|word| matches!(super::cuts::bare(word), "الامين" | "امين" | "الوكيل" | "وكيل" | "وكيله" | "mayor"));
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
        let is_english = super::english::is_english(self.page.raw(at));
        mention.body.filter(|_| is_list || is_english)
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
