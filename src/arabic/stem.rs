//! Stems of Arabic words: what is left of a word when what changes from sentence to sentence is taken off.
//!
//! A light stemmer that keeps its doubts. «والد» may be «و» and «الد», «مساهم» may end in «هم»: where letters could be
//! part of the word, both readings become terms, and a query meets a text in any of them. Broken plurals change inside
//! the word; they are known by their pattern («مفاعل» of «مفعل»), and a plural only asks for singulars and a singular for
//! plurals, so that «مكتوب» does not find «مفتاح»'s kin.

use super::plurals;
use std::borrow::Cow;

/// Whose terms are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// A text's: everything the word could be found under.
    Text,
    /// A query's: what the word most likely means.
    Query,
}

/// An alef that was written with its hamza or its madda: what folding forgets, and what tells «إعلان» from «أعلام».
#[derive(Clone, Copy, Debug)]
pub(super) struct Alef {
    /// Which letter of the word it is.
    pub place: usize,
    /// As it was written.
    pub letter: char,
}

/// The forms and terms of a word: `norm` is folded, `letters` is folded with its hamzas kept, `alef` is its first alef that
/// was written with one.
///
/// `is_feminine`: it was written with «ة», which is no pronoun.
pub(super) fn analyse(
    norm: &str,
    letters: &[char],
    alef: Option<Alef>,
    is_feminine: bool,
    role: Role,
) -> (Vec<String>, Vec<String>) {
    if letters.len() < 2 || !letters.iter().all(is_arabic) {
        let mut terms = vec![norm.to_owned()];
        terms.extend(english_singular(norm));
        return (vec![norm.to_owned()], terms);
    }
    let bases = bases(letters, alef, role);
    let mut forms = Vec::with_capacity(3);
    let mut terms = Vec::with_capacity(6);
    for base in &bases {
        // A form is a tail of the folded word: the two foldings have the same number of letters.
        let skipped = letters.len() - base.len();
        let form = norm.char_indices().nth(skipped).and_then(|(place, _)| norm.get(place..)).unwrap_or(norm);
        if !forms.iter().any(|known| known == form) {
            forms.push(form.to_owned());
        }
        let unowned = if is_feminine { None } else { without_pronoun(base) };
        stems(base, unowned, &mut terms);
        patterns(base, unowned, begins_with_low_hamza(base, letters, alef), role, &mut terms);
    }
    (forms, terms)
}

/// «projects» is of «project».
fn english_singular(norm: &str) -> Option<String> {
    let is_word = norm.len() > 3 && norm.bytes().all(|byte| byte.is_ascii_lowercase());
    let singular = norm.strip_suffix('s').filter(|rest| is_word && !rest.ends_with(['s', 'u', 'i']))?;
    Some(singular.strip_suffix("ie").map_or_else(|| singular.to_owned(), |rest| format!("{rest}y")))
}

fn is_arabic(letter: &char) -> bool {
    matches!(letter, 'ء'..='ي')
}

fn add(list: &mut Vec<String>, term: String) {
    if !list.contains(&term) {
        list.push(term);
    }
}

/// Letters as text, allocated once: nearly all are of two bytes.
fn written<'a>(letters: impl ExactSizeIterator<Item = &'a char>) -> String {
    let mut text = String::with_capacity(letters.len() * 2);
    text.extend(letters);
    text
}

/// Does a tail of the word begin with «إ»? Then it is no plural.
fn begins_with_low_hamza(base: &[char], letters: &[char], alef: Option<Alef>) -> bool {
    alef.is_some_and(|alef| alef.letter == 'إ' && alef.place == letters.len() - base.len())
}

/// The word without what is written together with it, the most likely reading first.
fn bases(letters: &[char], alef: Option<Alef>, role: Role) -> Vec<&[char]> {
    let mut found: Vec<&[char]> = Vec::with_capacity(4);
    if let Some(rest) = without_article(letters) {
        let article_at = letters.len() - rest.len();
        found.push(rest);
        // «للجنة» is of «لجنة».
        if let ['ل', 'ل', _, _, ..] = letters
            && let Some(tail) = letters.get(1..)
        {
            found.push(tail);
        }
        // «إلزام», «بآلية»: no article, but often typed without the hamza, so that both readings stay.
        if alef.is_some_and(|alef| alef.place < article_at) || rest.len() <= 3 {
            found.push(letters);
            found.extend(without_clitics(letters, alef, role));
        }
    } else {
        found.push(letters);
        found.extend(without_clitics(letters, alef, role));
    }
    // «الإلتزام» meets «التزام», whose first letters were taken for an article.
    let again: Vec<&[char]> = found
        .iter()
        .filter(|base| alef.is_some_and(|alef| alef.place == letters.len() - base.len()))
        .filter_map(|base| after_article(base))
        .collect();
    found.extend(again);
    found
}

/// The word without a conjunction, a preposition, or both, where enough is left.
fn without_clitics(letters: &[char], alef: Option<Alef>, role: Role) -> impl Iterator<Item = &[char]> {
    let least = match role {
        Role::Text => 3,
        Role::Query => 5,
    };
    // «بأم», «لأن»: an alef with its hamza begins a word.
    let enough = move |rest: &&[char]| {
        let begins_word = alef.is_some_and(|alef| alef.place == letters.len() - rest.len());
        rest.len() >= if begins_word { 2 } else { least }
    };
    let conjunction = match letters {
        ['و' | 'ف', rest @ ..] => Some(rest),
        _ => None,
    };
    let both = conjunction.and_then(after_preposition);
    let future = after_future(conjunction.unwrap_or(letters));
    [conjunction, after_preposition(letters), both].into_iter().flatten().filter(enough).chain(future)
}

const fn after_preposition(letters: &[char]) -> Option<&[char]> {
    match letters {
        ['ب' | 'ل' | 'ك', rest @ ..] => Some(rest),
        _ => None,
    }
}

/// «سيعقد» says of «يعقد» when.
const fn after_future(letters: &[char]) -> Option<&[char]> {
    match letters {
        ['س', rest @ ..] if matches!(rest, ['ي' | 'ت' | 'ن', _, _, _, ..]) => Some(rest),
        _ => None,
    }
}

/// What follows «ال» and what may stand before it.
fn without_article(letters: &[char]) -> Option<&[char]> {
    let letters = match letters {
        ['و' | 'ف', rest @ ..] if rest.len() >= 4 => after_article(rest).map(|_| rest).unwrap_or(letters),
        _ => letters,
    };
    after_article(letters)
}

fn after_article(letters: &[char]) -> Option<&[char]> {
    match letters {
        ['ا', 'ل', rest @ ..] if rest.len() >= 2 => Some(rest),
        ['ب' | 'ك', 'ا', 'ل', rest @ ..] | ['ل', 'ل', rest @ ..] if rest.len() >= 3 => Some(rest),
        _ => None,
    }
}

/// The light stems of a base: with a pronoun taken off, and without.
fn stems(base: &[char], unowned: Option<&[char]>, terms: &mut Vec<String>) {
    let mut push = |stem: Cow<'_, [char]>| {
        // Most readings end in the same stem, so it is compared before it is written out.
        if !terms.iter().any(|term| term.chars().eq(stem.iter().copied())) {
            terms.push(written(stem.iter()));
            if let Some(group) = plurals::group(&stem) {
                add(terms, group.to_owned());
            }
        }
    };
    if plurals::group(base).is_some() {
        push(Cow::Borrowed(base));
    }
    push(without_number(base, false));
    if let Some(owned) = unowned {
        push(without_number(owned, true));
        // «قضاتها» is of «قضاة»، and «لجانهم» of «لجان».
        let whole = match owned {
            [rest @ .., 'ت'] => Cow::Owned([rest, &['ه']].concat()),
            _ => Cow::Borrowed(owned),
        };
        if plurals::group(&whole).is_some() {
            push(whole);
        }
    }
    // «إعلانات» is of «إعلان», whose own ending was taken for a plural's.
    if let [rest @ .., 'ا', 'ت'] = unowned.unwrap_or(base)
        && let [_, _, _, .., 'ا' | 'ي' | 'و', 'ن'] = rest
    {
        push(without_number(rest, false));
    }
    // «رصيفًا»; «ممثلو الجمعيات».
    if let [rest @ .., 'ا' | 'و'] = base
        && rest.len() >= 3
    {
        push(without_number(rest, false));
    }
    // «ممثلي الجمعيات», «باحثيها»: of people, who are named by what they do; elsewhere «ي» makes another word.
    let owner_gone = unowned.filter(|_| !matches!(base, [.., 'ه'])).unwrap_or(base);
    if let [rest @ .., 'ي'] = owner_gone
        && matches!(rest, ['م', _, _, _, ..] | [_, 'ا', _, _, ..])
    {
        push(Cow::Borrowed(rest));
    }
}

/// «بلديتهم» without «هم».
fn without_pronoun(letters: &[char]) -> Option<&[char]> {
    let rest = match letters {
        [rest @ .., 'ه' | 'ك', 'م', 'ا'] => rest,
        [rest @ .., 'ه' | 'ك', 'م' | 'ن'] | [rest @ .., 'ن' | 'ه', 'ا'] | [rest @ .., 'ه'] => rest,
        _ => return None,
    };
    (rest.len() >= 3).then_some(rest)
}

/// Without the endings of number and gender. What is too short for that keeps its «ة», by which «جهات» meets «جهة».
fn without_number(letters: &[char], pronoun_gone: bool) -> Cow<'_, [char]> {
    let (rest, was_feminine) = match letters {
        [rest @ .., 'ت', 'ا' | 'ي', 'ن'] if rest.len() >= 2 => (rest, true),
        [rest @ .., 'ا', 'ت'] if rest.len() >= 2 => (rest, true),
        [rest @ .., 'و' | 'ي' | 'ا', 'ن'] | [rest @ .., 'و', 'ا'] if rest.len() >= 3 => (rest, false),
        _ => (letters, false),
    };
    let (rest, was_feminine) = match rest {
        [shorter @ .., 'ه' | 'ت'] if shorter.len() >= 3 => (shorter, false),
        [shorter @ .., 'ت'] if pronoun_gone && shorter.len() == 2 => (shorter, true),
        _ => (rest, was_feminine),
    };
    if was_feminine && rest.len() == 2 { Cow::Owned([rest, &['ه']].concat()) } else { Cow::Borrowed(rest) }
}

/// Words of three letters that are everywhere and no singular of anything.
const COMMON: [&str; 16] =
    ["قبل", "بعد", "غير", "بين", "عند", "منذ", "نحو", "ضمن", "حول", "دون", "ليس", "وفق", "حسب", "خلف", "جري", "علي"];

/// A broken plural's pattern and the letters it is made of.
struct Pattern<'a> {
    /// The class of plural; part of the term.
    class: char,
    root: [&'a char; 4],
}

/// The terms of a base's patterns. A text is indexed under what it is, a query asks for the counterpart.
fn patterns(base: &[char], unowned: Option<&[char]>, low_hamza: bool, role: Role, terms: &mut Vec<String>) {
    let mut push = |pattern: Pattern<'_>, is_plural: bool| {
        let side = if is_plural == (role == Role::Text) { 'p' } else { 's' };
        let mut term = String::with_capacity(3 + 2 * pattern.root.len());
        term.extend(['z', pattern.class, side]);
        term.extend(pattern.root.into_iter().filter(|letter| **letter != NOTHING));
        add(terms, term);
    };
    if base.len() == 3 && COMMON.iter().any(|word| word.chars().eq(base.iter().copied())) {
        return;
    }
    // «أجهزتها» is of «أجهزة».
    let unowned = unowned.map(|owned| match owned {
        [rest @ .., 'ت'] => [rest, &['ه']].concat(),
        _ => owned.to_vec(),
    });
    for base in [Some(base), unowned.as_deref()].into_iter().flatten() {
        let plurals =
            [as_plural(base, low_hamza), as_doubled_plural(base), as_long_root_plural(base), as_late_plural(base)];
        for pattern in plurals.into_iter().flatten() {
            push(pattern, true);
        }
        // «مناطق» is of «منطقة».
        let (base, feminine) = match base {
            [rest @ .., 'ه' | 'ت'] if rest.len() >= 3 => (rest, true),
            _ => (base, false),
        };
        for pattern in as_singular(base, feminine).into_iter().chain(as_late_singular(base, feminine)).flatten() {
            push(pattern, false);
        }
    }
}

const NOTHING: char = '\0';

/// «شأن»، «شؤون» and «باب»، «أبواب» have a changing middle.
const fn middle(letter: &char) -> &char {
    match letter {
        'ا' | 'ء' => &'و',
        _ => letter,
    }
}

const fn three<'a>(class: char, first: &'a char, second: &'a char, third: &'a char) -> Pattern<'a> {
    Pattern { class, root: [first, second, third, &NOTHING] }
}

/// Is every letter a consonant, as far as these patterns go?
fn solid(letters: &[&char]) -> bool {
    letters.iter().all(|letter| **letter != 'ا')
}

/// The plural patterns with letters of their own.
fn as_plural(base: &[char], low_hamza: bool) -> Option<Pattern<'_>> {
    Some(match base {
        // أفعلة: أنظمة، أرصفة
        ['ا', first, second, third, 'ه'] if solid(&[first, second, third]) => three('b', first, second, third),
        // فعلاء: رؤساء، شركاء
        [first, second, third, 'ا', 'ء'] if solid(&[first, second, third]) => three('f', first, second, third),
        // فعائل: حدائق، وثائق
        [first, second, 'ا', 'ء', third] if *first != 'ا' && solid(&[second, third]) => {
            three('y', first, second, third)
        }
        // فعالى: قضايا، هدايا
        [first, second, 'ا', 'ي', 'ا'] if solid(&[first, second]) => three('d', first, second, &NOTHING),
        // أفعال: أعمال، أبواب; with «إ» it is no plural but «إعلان».
        ['ا', first, second, 'ا', third] if solid(&[first, second, third]) && !low_hamza => {
            three('t', first, middle(second), third)
        }
        // فعول: عقود، شؤون
        [first, second, 'و', third] if solid(&[first, second, third]) && *first != 'م' => {
            three('t', first, middle(second), third)
        }
        _ => return None,
    })
}

/// فواعل and فواعيل: قوانين، شوارع.
fn as_doubled_plural(base: &[char]) -> Option<Pattern<'_>> {
    match base {
        [first, 'و', 'ا', second, 'ي', third] if solid(&[first, second, third]) => {
            Some(three('v', first, second, third))
        }
        [first, 'و', 'ا', second, third] if solid(&[first, second, third]) => Some(three('w', first, second, third)),
        _ => None,
    }
}

/// مفاعل and مفاعيل, of four consonants whatever they are: مراكز، مشاريع، تواقيع.
fn as_long_root_plural(base: &[char]) -> Option<Pattern<'_>> {
    match base {
        [first, second, 'ا', third, 'ي', fourth] if solid(&[second, third, fourth]) => {
            Some(Pattern { class: 'l', root: [first, second, third, fourth] })
        }
        [first, second, 'ا', third, fourth] if solid(&[second, third, fourth]) && *third != 'ء' => {
            Some(Pattern { class: 'q', root: [first, second, third, fourth] })
        }
        _ => None,
    }
}

/// Plurals whose end changes: أصدقاء، أطباء، أغنياء; جدران، جيران; قضاة; حصص.
fn as_late_plural(base: &[char]) -> Option<Pattern<'_>> {
    match base {
        ['ا', first, second, third, 'ا', 'ء'] if solid(&[first, second, third]) => {
            Some(three('a', first, second, third))
        }
        ['ا', first, second, 'ا', 'ء'] if solid(&[first, second]) => Some(three('a', first, second, second)),
        [first, second, third, 'ا', 'ن'] if solid(&[first, second, third]) => Some(three('n', first, second, third)),
        [first, second, 'ا', 'ه'] if solid(&[first, second]) => Some(three('o', first, second, &NOTHING)),
        [first, second, again] if second == again && solid(&[first, second]) => {
            Some(three('h', first, second, &NOTHING))
        }
        _ => None,
    }
}

/// The singulars those are of: صديق، طبيب، غني; جدار، جار; قاضي; حصة.
fn as_late_singular(base: &[char], feminine: bool) -> [Option<Pattern<'_>>; 2] {
    match base {
        [first, second, 'ي', third] if !feminine => [Some(three('a', first, second, third)), None],
        [first, second, 'ي'] if !feminine => [Some(three('a', first, second, &'ي')), None],
        [first, second, 'ا', third] if !feminine => [Some(three('n', first, second, third)), None],
        [first, 'ا', third] => [Some(three('n', first, &'ي', third)), None],
        [first, 'ا', second, 'ي'] => [Some(three('o', first, second, &NOTHING)), None],
        [first, second, 'ه'] => [Some(three('h', first, second, &NOTHING)), None],
        _ => [None, None],
    }
}

/// The singulars those plurals are of, without their «ة».
fn as_singular(base: &[char], feminine: bool) -> [Option<Pattern<'_>>; 2] {
    match base {
        // قضية
        [first, second, 'ي'] if feminine => [Some(three('d', first, second, &NOTHING)), None],
        // عمل، باب، شجرة
        [first, second, third] => [Some(three('t', first, middle(second), third)), None],
        // شارع، لائحة
        [first, 'ا', second, third] => [Some(three('w', first, second, third)), None],
        // قانون
        [first, 'ا', second, 'و' | 'ي', third] => [Some(three('v', first, second, third)), None],
        // خبير، رصيف، دليل
        [first, second, 'ي', third] if !feminine => {
            [Some(three('f', first, second, third)), Some(three('b', first, second, third))]
        }
        // نظام، عمود
        [first, second, 'ا' | 'و', third] if !feminine => [Some(three('b', first, second, third)), None],
        // حديقة، رسالة
        [first, second, 'ي' | 'ا' | 'و', third] => [Some(three('y', first, second, third)), None],
        // مركز، منطقة
        [first, second, third, fourth] => [Some(Pattern { class: 'q', root: [first, second, third, fourth] }), None],
        // مشروع، تقرير، مفتاح
        [first, second, third, 'و' | 'ي' | 'ا', fourth] => {
            [Some(Pattern { class: 'l', root: [first, second, third, fourth] }), None]
        }
        _ => [None, None],
    }
}
