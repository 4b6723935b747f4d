//! Where a line names somebody: by name, by first name and title, by post, by a body's full, short or generic name.

use super::Known;
use crate::arabic::{is_title, tokens, without_article};
use crate::domain::Record;
use std::ops::Range;

/// A word of the line, a compound name («عبد الرحمن») being one.
#[derive(Clone, Debug)]
pub(super) struct Word {
    pub(super) range: Range<usize>,
    /// Folded.
    pub(super) norm: String,
}

/// A place that names somebody.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    /// The first word, counted from 0.
    pub(super) start: usize,
    /// One past the last.
    pub(super) end: usize,
    /// Who may be meant: several where the words fit them alike, nobody where a name is not known.
    pub(super) who: Vec<Record>,
    /// What is written together with the first word.
    pub(super) prefix: Prefix,
    /// «وإبراهيم»: it goes on after what stands before.
    pub(super) is_joined: bool,
    /// How surely these words are a name at all.
    pub(super) strength: Strength,
}

/// A preposition written together with a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Prefix {
    None,
    /// «لإبراهيم»
    To,
    /// «بالأمانة»
    By,
}

/// How surely words are a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    /// One word that may mean something else: a first or a family name alone.
    Single,
    /// Words that announce a name: a title, «جمعية».
    Announced,
    /// Several words of it, or all.
    Full,
}

impl Mention {
    pub(super) fn range(&self, words: &[Word]) -> Range<usize> {
        let start = words.get(self.start).map_or(0, |word| word.range.start);
        start..words.get(self.end.saturating_sub(1)).map_or(start, |word| word.range.end)
    }
}

/// What the names of bodies begin with, folded and without article.
const BODIES: &str = "\
    مكتب قسم نادي جمعيه امانه وزاره بلديه اداره موسسه شركه هييه مركز جامعه وكاله لجنه مجلس فريق";

/// Does a name begin as those of bodies do: «جمعية …»، «إدارة …»?
pub fn names_a_body(name: &str) -> bool {
    words(name).first().is_some_and(|word| is_in(BODIES, without_article(&word.norm)))
}

fn is_in(list: &str, word: &str) -> bool {
    list.split(' ').any(|listed| listed == word)
}

/// The words of a line: titles of one letter stay, «بن» goes, compounds are joined.
pub(super) fn words(line: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut waiting = tokens(line).into_iter().peekable();
    while let Some((mut range, mut norm)) = waiting.next() {
        let head = compound_head(&norm);
        if let Some(head) = head
            && let Some((next_range, next)) = waiting.next()
        {
            range.end = next_range.end;
            norm = format!("{head}{next}");
        }
        if !matches!(norm.as_str(), "بن" | "ابن" | "بنت") || words.is_empty() {
            words.push(Word { range, norm });
        }
    }
    words
}

/// The first half of a name of two words, as it is written when they are joined.
fn compound_head(word: &str) -> Option<&'static str> {
    match word {
        "عبد" => Some("عبد"),
        "وعبد" => Some("وعبد"),
        "لعبد" => Some("لعبد"),
        "ابو" | "ابا" | "ابي" => Some("ابو"),
        "ال" => Some("ال"),
        _ => None,
    }
}

/// A word with the ways it can be cut into a preposition and a name.
fn cuts(word: &str) -> Vec<(String, Prefix, bool)> {
    let mut cuts = vec![(word.to_owned(), Prefix::None, false)];
    let bare = word.strip_prefix(['و', 'ف']).filter(|rest| rest.chars().count() > 1);
    for (word, is_joined) in [Some((word, false)), bare.map(|bare| (bare, true))].into_iter().flatten() {
        if is_joined {
            cuts.push((word.to_owned(), Prefix::None, true));
        }
        if let Some(rest) = word.strip_prefix("لل") {
            cuts.push((format!("ال{rest}"), Prefix::To, is_joined));
        }
        for (letter, prefix) in [('ل', Prefix::To), ('ب', Prefix::By)] {
            if let Some(rest) = word.strip_prefix(letter).filter(|rest| rest.chars().count() > 2) {
                cuts.push((rest.to_owned(), prefix, is_joined));
            }
        }
    }
    cuts
}

/// Every place that names somebody, none overlapping another.
pub(super) fn mentions(line: &str, words: &[Word], known: &[Known<'_>]) -> Vec<Mention> {
    let known: Vec<Names> = known.iter().map(Names::of).collect();
    let mut mentions = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match at_word(line, words, at, &known) {
            Some(mention) => {
                at = mention.end;
                mentions.push(mention);
            }
            None => at += 1,
        }
    }
    mentions
}

/// How many mentions from the first on are strung together with «و» or «أو»; at least one.
pub(super) fn chain(words: &[Word], mentions: &[Mention]) -> usize {
    let follows = |(before, after): &(&Mention, &Mention)| {
        let is_or = words.get(before.end).is_some_and(|word| matches!(word.norm.as_str(), "او" | "and" | "or"));
        after.is_joined && after.start == before.end || is_or && after.start == before.end + 1
    };
    1 + mentions.iter().zip(mentions.iter().skip(1)).take_while(follows).count()
}

/// The names of somebody, cut into words without article.
struct Names {
    record: Record,
    /// A person's name; bodies have none here.
    person: Vec<String>,
    post: Vec<String>,
    bodies: Vec<Vec<String>>,
}

impl Names {
    fn of(known: &Known<'_>) -> Self {
        let cut = |name: &str| -> Vec<String> {
            let words = words(name).into_iter().map(|word| word.norm);
            words.skip_while(|word| is_title(word)).map(|word| without_article(&word).to_owned()).collect()
        };
        let is_person = known.record.entity == crate::domain::Entity::Person;
        let all = std::iter::once(known.name).chain(known.also.iter().copied()).map(cut);
        let mut all: Vec<Vec<String>> = all.filter(|name| !name.is_empty()).collect();
        let person = if is_person { all.drain(..).next().unwrap_or_default() } else { Vec::new() };
        Self { record: known.record, person, post: cut(known.post), bodies: all }
    }
}

/// The longest name that begins at a word.
fn at_word(line: &str, words: &[Word], at: usize, known: &[Names]) -> Option<Mention> {
    let mut best: Option<Mention> = None;
    for (first, prefix, is_joined) in cuts(&words.get(at)?.norm) {
        let titles = usize::from(is_title(&first) && is_title_there(line, words, at))
            + words
                .iter()
                .skip(at + 1)
                .take_while(|_| is_title(&first))
                .take_while(|word| is_title(&word.norm))
                .count();
        let name_at = at + titles;
        let rest = |offset: usize| words.get(name_at + offset).map(|word| word.norm.as_str());
        let word = |offset: usize| if titles == 0 && offset == 0 { Some(first.as_str()) } else { rest(offset) };
        for names in known {
            let Some((length, strength)) = names.begin_with(&word, titles > 0) else { continue };
            let mention =
                Mention { start: at, end: name_at + length, who: vec![names.record], prefix, is_joined, strength };
            match &mut best {
                Some(best) if best.end == mention.end && best.strength == strength => {
                    if !best.who.contains(&names.record) {
                        best.who.push(names.record);
                    }
                }
                Some(best) if (best.end, best.strength) >= (mention.end, strength) => {}
                best => *best = Some(mention),
            }
        }
        if best.is_none() {
            let unknown = unknown(&word, titles, name_at);
            best = unknown.map(|end| Mention {
                start: at,
                end,
                who: Vec::new(),
                prefix,
                is_joined,
                strength: Strength::Announced,
            });
        }
    }
    best
}

/// «م.» and «د.» are titles, a «م» behind a number is «ميلادي»: a title of one letter has its point, or a name at once.
fn is_title_there(line: &str, words: &[Word], at: usize) -> bool {
    let Some(word) = words.get(at) else { return false };
    if word.norm.chars().count() > 1 {
        return true;
    }
    line.get(word.range.end..).is_some_and(|rest| rest.starts_with(['.', '/']))
}

/// A title or «جمعية» with a name that nobody here has.
fn unknown<'a>(word: &impl Fn(usize) -> Option<&'a str>, titles: usize, name_at: usize) -> Option<usize> {
    if titles > 0 {
        return word(0).map(|_| name_at + 1);
    }
    let head = word(0)?;
    let name = word(1)?;
    // «المكتب الاستشاري» as «مكتب الدراسات»; «المكتب» alone is some office or other.
    let is_body = is_in(BODIES, head) || is_in(BODIES, without_article(head)) && name.starts_with("ال");
    let definite = (2..4).take_while(|offset| word(*offset).is_some_and(|next| next.starts_with("ال"))).count();
    (is_body && name.chars().count() > 2).then_some(name_at + 2 + definite)
}

impl Names {
    /// How many words from the first on are a name of this one.
    fn begin_with<'a>(&self, word: &impl Fn(usize) -> Option<&'a str>, has_title: bool) -> Option<(usize, Strength)> {
        let person = self.person_begins(word, has_title).or_else(|| self.post_and_name_begin(word));
        let post = run(&self.post, word).filter(|length| self.is_whole_post(*length));
        let post = post.map(|length| (length, Strength::Full));
        let body = self.bodies.iter().filter_map(|body| body_begins(body, word)).max();
        [person, post, body].into_iter().flatten().max()
    }

    /// «المحاسب أحمد»، «رئيس قسم التراخيص م. خالد المرجاني»: which Ahmad is meant, the post says.
    fn post_and_name_begin<'a>(&self, word: &impl Fn(usize) -> Option<&'a str>) -> Option<(usize, Strength)> {
        let post = run(&self.post, word)?;
        let titles = usize::from(word(post).is_some_and(is_title));
        let name = |offset: usize| word(post + titles + offset);
        let (length, _) = self.person_begins(&name, titles > 0)?;
        Some((post + titles + length, Strength::Full))
    }

    fn person_begins<'a>(
        &self,
        word: &impl Fn(usize) -> Option<&'a str>,
        has_title: bool,
    ) -> Option<(usize, Strength)> {
        let (first, family) = (self.person.first()?, self.person.last()?);
        let said = without_article(word(0)?);
        let alone = if has_title { Strength::Announced } else { Strength::Single };
        if said != first {
            let is_family = said == family && (has_title || said.chars().count() >= 4);
            return is_family.then_some((1, alone));
        }
        let mut length = 1;
        let mut next = 1;
        while let Some(said) = word(length).map(without_article)
            && let Some(at) = self.person.iter().skip(next).position(|part| part == said)
        {
            next += at + 1;
            length += 1;
        }
        Some((length, if length > 1 { Strength::Full } else { alone }))
    }

    /// All of the post, or as far as what it is a post of: «وكيل الأمين» of «وكيل الأمين للخدمات».
    fn is_whole_post(&self, length: usize) -> bool {
        match self.post.get(length) {
            None => true,
            Some(next) => length >= 3 || length == 2 && next.starts_with(['ل', 'ب']),
        }
    }
}

/// A body by its name, by its beginning («جمعية العمل»), or by what sort of body it is («الأمانة»).
fn body_begins<'a>(body: &[String], word: &impl Fn(usize) -> Option<&'a str>) -> Option<(usize, Strength)> {
    let length = run(body, word)?;
    let head = body.first()?;
    if length == body.len() {
        // A short name of a single word is sure when it is long enough to be one.
        return Some((length, if length > 1 { Strength::Full } else { Strength::Announced }));
    }
    if length >= 2 {
        return Some((length, Strength::Announced));
    }
    let is_definite = word(0).is_some_and(|said| said.starts_with("ال"));
    (is_definite && is_in(BODIES, head)).then_some((1, Strength::Single))
}

/// How many words of a name stand there one after the other.
fn run<'a>(name: &[String], word: &impl Fn(usize) -> Option<&'a str>) -> Option<usize> {
    let length = name.iter().enumerate().take_while(|(at, part)| word(*at).map(without_article) == Some(part)).count();
    (length > 0).then_some(length)
}
