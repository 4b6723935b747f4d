//! Text to what search needs: words with their places in the original, and the terms they are indexed and asked under.
//!
//! A query word finds a text word when it is the beginning of one of its forms, or when they share a term. Terms come
//! from [`super::stem`]; which words have two plurals' worth of spelling is in [`super::plurals`].

use super::digits;
use super::fold::{find_folded, fold_char, fold_char_keeping_hamza, is_mark};
use super::stem::{self, Alef, Role};
use std::ops::Range;

/// Goes up when the same text would give other terms: the search index is then rebuilt.
pub const ANALYSER_VERSION: u32 = 3;

/// A word of a text, or a name of two words that is one («عبد الرحمن»).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands in the original text, in bytes.
    pub range: Range<usize>,
    /// The word, folded.
    pub norm: String,
    /// Its folded forms without what is written together with it: article, conjunction, preposition. The first is the
    /// most likely one.
    pub forms: Vec<String>,
    /// What it is indexed under besides its forms, or, in a query, what it asks for: stems and plural patterns.
    pub terms: Vec<String>,
    /// «بن», and «هـ» after a year, which are left out as often as written: a query does not insist on them.
    pub linking: bool,
}

/// How well a word of a query finds a word of a text, the worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Find {
    /// It is the beginning of the word.
    Beginning,
    /// They are forms of one word.
    Related,
    /// They are the same, but for spelling.
    Same,
}

/// A text's words as the index keeps them: two columns, blanks between terms.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IndexTerms {
    /// The folded words and their forms, searched by prefix.
    pub words: String,
    /// The stems, searched whole.
    pub stems: String,
}

/// The folded words of a text and where they stand in it, in bytes.
pub fn tokens(text: &str) -> Vec<(Range<usize>, String)> {
    let mut words = Vec::new();
    let mut folded = String::new();
    let mut start = None;
    for (place, letter) in text.char_indices() {
        if is_of_a_word(letter) {
            // «1448هـ» is a number and its suffix, «Q4» is one word.
            let after_digit = folded.ends_with(|last: char| last.is_ascii_digit());
            if after_digit
                && is_arabic_letter(letter)
                && let Some(start) = start.take()
            {
                finish(&mut words, start..place, &mut folded);
            }
            start.get_or_insert(place);
            fold_char(letter, &mut |letter| folded.push(letter));
        } else if let Some(start) = start.take() {
            finish(&mut words, start..place, &mut folded);
        }
    }
    if let Some(start) = start {
        finish(&mut words, start..text.len(), &mut folded);
    }
    words
}

/// Where the words of a text stand, in bytes: as [`tokens`] parts them, without folding them.
pub fn word_ranges(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut letters = text.char_indices().peekable();
    std::iter::from_fn(move || {
        while letters.next_if(|(_, letter)| !is_of_a_word(*letter)).is_some() {}
        let (start, first) = letters.next()?;
        let (mut end, mut last) = (start + first.len_utf8(), first);
        while let Some((at, letter)) = letters.next_if(|(_, letter)| {
            is_of_a_word(*letter) && !(digits::value(last).is_some() && is_arabic_letter(*letter))
        }) {
            end = at + letter.len_utf8();
            // A mark behind a digit does not part it from the letter after it.
            if !is_mark(letter) {
                last = letter;
            }
        }
        Some(start..end)
    })
}

/// Letters, digits, and marks on them. Most are Arabic: they are told without a look into Unicode's tables.
fn is_of_a_word(letter: char) -> bool {
    matches!(letter, 'ء'..='ي') || letter.is_alphanumeric() || is_mark(letter)
}

fn is_arabic_letter(letter: char) -> bool {
    matches!(letter, 'ء'..='ي') && !is_mark(letter)
}

/// A word of marks alone is none.
fn finish(words: &mut Vec<(Range<usize>, String)>, range: Range<usize>, folded: &mut String) {
    if !folded.is_empty() {
        words.push((range, folded.clone()));
        folded.clear();
    }
}

/// The words of a text with everything they are found under.
pub fn analyse(text: &str) -> Vec<Token> {
    analyse_as(text, Role::Text)
}

/// The words of a query with everything they ask for; what nobody insists on is left out.
pub fn query(text: &str) -> Vec<Token> {
    let mut words = analyse_as(text, Role::Query);
    if words.iter().any(|word| !word.linking) {
        words.retain(|word| !word.linking);
    }
    words
}

fn analyse_as(text: &str, role: Role) -> Vec<Token> {
    let words = tokens(text);
    let mut analysed = Vec::with_capacity(words.len());
    let mut letters = Vec::with_capacity(24);
    let mut waiting = words.into_iter().peekable();
    while let Some((mut range, mut norm)) = waiting.next() {
        let mut own = None;
        if let Some(head) = compound_head(&norm, text.get(range.clone()))
            && let Some((next_range, next)) = waiting.next_if(|(next, _)| is_blank(text, range.end..next.start))
        {
            range.end = next_range.end;
            norm = format!("{head}{next}");
            own = Some(next);
        } else if let Some(tail) = norm.strip_prefix("عبد").filter(|tail| tail.starts_with("ال")) {
            own = Some(tail.to_owned());
        }
        letters.clear();
        let source = text.get(range.clone()).unwrap_or_default();
        source.chars().for_each(|letter| fold_char_keeping_hamza(letter, &mut |letter| letters.push(letter)));
        letters.retain(|letter| !letter.is_whitespace());
        let alef = written_alef(source);
        let after_number =
            analysed.last().is_some_and(|last: &Token| last.norm.bytes().all(|byte| byte.is_ascii_digit()));
        let linking = match norm.as_str() {
            "بن" | "ابن" | "بنت" => true,
            "ه" | "م" => after_number,
            _ => false,
        };
        let is_feminine = source.trim_end_matches(is_mark).ends_with('ة');
        let (mut forms, terms) = stem::analyse(&norm, &letters, alef, is_feminine, role);
        // The second part of a name is found by itself, but a query for the whole name asks for the whole.
        if role == Role::Text
            && let Some(own) = own
        {
            if let Some(bare) = own.strip_prefix("ال") {
                forms.push(bare.to_owned());
            }
            forms.push(own);
        }
        analysed.push(Token { range, norm, forms, terms, linking });
    }
    analysed
}

/// The first half of a name that is written both together and apart.
fn compound_head(norm: &str, source: Option<&str>) -> Option<&'static str> {
    match norm {
        "عبد" => Some("عبد"),
        "ابو" | "ابا" | "ابي" => Some("ابو"),
        // «آل» of families; «ال» alone is a slip of the article.
        "ال" if source.is_some_and(|source| source.starts_with('آ')) => Some("ال"),
        _ => None,
    }
}

fn is_blank(text: &str, range: Range<usize>) -> bool {
    text.get(range).is_some_and(|between| between.chars().all(|letter| letter == ' ' || letter == '\u{00A0}'))
}

/// The first alef that was written with its hamza: there, «ال» is no article.
fn written_alef(source: &str) -> Option<Alef> {
    let mut letters = source.chars().filter(|letter| !is_mark(*letter) && !letter.is_whitespace()).enumerate();
    let (place, letter) = letters.find(|(_, letter)| matches!(letter, 'أ' | 'إ' | 'آ'))?;
    Some(Alef { place, letter })
}

impl Token {
    /// How well this word of a query finds that word of a text, if it does.
    pub fn finds(&self, word: &Self) -> Option<Find> {
        let asked = self.forms.first().unwrap_or(&self.norm);
        if word.norm == self.norm || word.forms.contains(asked) {
            return Some(Find::Same);
        }
        if self.terms.iter().any(|term| word.terms.contains(term)) {
            return Some(Find::Related);
        }
        let begins = |form: &String| form.starts_with(asked.as_str());
        let begun = word.norm.starts_with(&self.norm) || begins(&word.norm) || word.forms.iter().any(begins);
        begun.then_some(Find::Beginning)
    }

    /// Where in the text the beginning ends that this word of a query is of that word of the text.
    fn begins_until(&self, word: &Self, text: &str) -> Option<usize> {
        let written = text.get(word.range.clone())?;
        let asked = if word.norm.starts_with(&self.norm) { &self.norm } else { self.forms.first()? };
        Some(word.range.start + find_folded(written, asked)?.end)
    }

    /// Is it the first half of a name that is written both together and apart?
    pub fn is_name_head(&self, written: &str) -> bool {
        compound_head(&self.norm, Some(written)).is_some()
    }

    /// Is the word long enough that its beginning says something?
    pub fn is_short(&self) -> bool {
        self.norm.chars().count() < 3
    }
}

/// How well all the query's words are found in the text, in any form and order: as well as the worst of them, or not.
///
/// A short word is looked for whole, unless it is the last, which may still be being typed.
pub fn matches(asked: &[Token], text: &[Token]) -> Option<Find> {
    let mut worst = Find::Same;
    for (place, word) in asked.iter().enumerate() {
        let is_last = place + 1 == asked.len();
        let best = text.iter().filter_map(|found| word.finds(found)).max()?;
        if best == Find::Beginning && word.is_short() && !is_last {
            return None;
        }
        worst = worst.min(best);
    }
    Some(worst)
}

/// What of the text the query's words find, in bytes, in order: whole words, and of those that only begin like a word of
/// the query as much as was asked for, with what is written together before it.
pub fn find(asked: &[Token], text: &str) -> Vec<Range<usize>> {
    analyse(text).into_iter().filter_map(|word| found_in(asked, &word, text)).collect()
}

/// What of a word of the text the query's words find, as [`find`] tells it of all.
pub fn found_in(asked: &[Token], word: &Token, text: &str) -> Option<Range<usize>> {
    let best = asked.iter().filter_map(|asked| Some((asked.finds(word)?, asked)));
    let found = best.map(|(how, asked)| match how {
        Find::Beginning => asked.begins_until(word, text).unwrap_or(word.range.end),
        Find::Related | Find::Same => word.range.end,
    });
    found.max().map(|end| word.range.start..end)
}

/// What a text is indexed under.
pub fn index_terms(text: &str) -> IndexTerms {
    let mut index = IndexTerms::default();
    let push = |column: &mut String, term: &str| {
        if !column.is_empty() {
            column.push(' ');
        }
        column.push_str(term);
    };
    for word in analyse(text) {
        push(&mut index.words, &word.norm);
        word.forms.iter().filter(|form| **form != word.norm).for_each(|form| push(&mut index.words, form));
        word.terms.iter().for_each(|term| push(&mut index.stems, term));
    }
    index
}

#[cfg(test)]
mod tests {
    use super::{Find, analyse, find, index_terms, matches, query, tokens, word_ranges};
    use proptest::prelude::*;

    fn check(asked: &str, text: &str, found: bool) {
        let (asked_words, words) = (query(asked), analyse(text));
        assert_eq!(matches(&asked_words, &words).is_some(), found, "{asked} in {text}\n{asked_words:#?}\n{words:#?}");
    }

    #[test]
    fn words_keep_their_places_in_the_original() {
        let text = "الجَمْعِيّة، (Vision) ٢٠٣٠";
        let words = tokens(text);
        let shown: Vec<(&str, &str)> =
            words.iter().map(|(range, word)| (text.get(range.clone()).expect("a place"), word.as_str())).collect();
        assert_eq!(shown, [("الجَمْعِيّة", "الجمعيه"), ("Vision", "vision"), ("٢٠٣٠", "2030")]);
    }

    #[test]
    fn names_written_together_and_apart_are_one() {
        for (asked, text) in [
            ("عبدالرحمن الوادعي", "الدكتور عبد الرحمن الوادعي"),
            ("عبد الرحمن", "عبدالرحمن بن علي"),
            ("الرحمن", "عبد الرحمن"),
            ("أبوبكر", "أبو بكر"),
            ("آل سعود", "الأمير آل سعود"),
            ("سالم بن حمد", "سالم حمد الغافي"),
            ("سالم حمد", "سالم بن حمد الغافي"),
        ] {
            check(asked, text, true);
        }
        check("عبدالرحمن", "عبد العزيز", false);
    }

    #[test]
    fn a_word_finds_its_inflections() {
        check("جمعية", "للجمعيات دور", true);
        check("توصية", "وتوصياتها", true);
        check("مسئول", "المسؤولون", true);
        check("شئون", "للشؤون القانونية", true);
        check("أعضاء", "أعضائه", true);
        check("مدير ادارة", "مدير إدارة الجمعيات", true);
        check("الجمعيات الاهليه", "الجمعيات الأهلية", true);
        check("قرار", "قرى نائية", false);
        check("مدير", "إدارة الفروع", false);
    }

    #[test]
    fn a_plural_that_changes_within_the_word_finds_its_singular() {
        for (asked, text) in [
            ("صديق", "أصدقاء البيئة"),
            ("طبيب", "وبأطبائنا"),
            ("غني", "أغنياء الحي"),
            ("جدار", "الجدران الخارجية"),
            ("جار", "جيرانهم"),
            ("حصة", "الحصص الدراسية"),
            ("قاضي", "وقضاتها"),
            ("سيعقد", "يعقد الاجتماع"),
            ("project", "two projects"),
            ("authority", "local authorities"),
        ] {
            check(asked, text, true);
        }
        // «ة» is no pronoun, and what ends in two equal letters no plural of every word like it.
        check("حملة", "حمولة الشاحنة", false);
        check("حد", "عدد الحضور", false);
    }

    #[test]
    fn what_was_found_is_marked_in_the_original() {
        let text = "اعتماد الخُطَّة، والخطط اللاحقة";
        let marked: Vec<&str> = find(&query("خطة"), text).into_iter().filter_map(|range| text.get(range)).collect();
        assert_eq!(marked, ["الخُطَّة", "والخطط"]);
    }

    #[test]
    fn a_query_of_nothing_asks_for_nothing() {
        assert!(query("").is_empty() && query("، .. ـ").is_empty());
        assert_eq!(query("بن").len(), 1);
    }

    proptest! {
        #[test]
        fn words_stand_where_they_are_parted(text in "[\u{0621}-\u{0652}A-Za-z0-9٠-٩ .،]{0,60}") {
            let parted: Vec<_> = tokens(&text).into_iter().map(|(range, _)| range).collect();
            let ranges: Vec<_> = word_ranges(&text).filter(|range| text.get(range.clone()).is_some_and(|word| !tokens(word).is_empty())).collect();
            prop_assert_eq!(ranges, parted);
        }

        #[test]
        fn every_word_finds_itself(text in "[\u{0621}-\u{0652}A-Za-z0-9 ]{0,60}") {
            let asked = query(&text);
            prop_assert!(matches(&asked, &analyse(&text)).is_some_and(|found| asked.is_empty() || found == Find::Same));
            for word in asked {
                prop_assert!(text.get(word.range).is_some());
            }
        }

        #[test]
        fn the_index_holds_only_what_its_tokenizer_keeps_whole(text in "\\PC{0,40}") {
            let index = index_terms(&text);
            for column in [index.words, index.stems] {
                let ascii_sign = |letter: char| letter.is_ascii() && !letter.is_ascii_alphanumeric() && letter != ' ';
                prop_assert!(!column.contains(ascii_sign), "{}", column);
            }
        }
    }
}
