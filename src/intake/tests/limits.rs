//! Whatever is pasted: no panic, no place outside the text, no long wait.

use super::*;
use proptest::prelude::*;
use std::time::{Duration, Instant};

fn check_places(text: &str) {
    let intake = read(text, &Gazetteer::shipped(), today());
    let repeated = intake.repeated.iter().cloned();
    for range in intake.marks().into_iter().map(|mark| mark.range).chain(repeated) {
        assert!(range.start <= range.end && text.get(range.clone()).is_some(), "{range:?} of {text:?}");
    }
}

#[test]
fn a_megabyte_is_read_in_seconds_even_unoptimised() {
    let sentence = |at: usize| {
        format!(
            "عقدت أمانة الشرقية اجتماعًا رقم {at} يوم الأحد 15/{}/2026م بحضور المهندس خالد السالم، وعلى جمعية نماء أن ترسل القائمة {at} قبل 1/1/2027.\n",
            at % 12 + 1
        )
    };
    let text: String = (0..5_000).map(sentence).collect();
    assert!(text.len() > 1_000_000);
    let begun = Instant::now();
    check_places(&text);
    assert!(begun.elapsed() < Duration::from_secs(60), "{:?}", begun.elapsed());
    let one_word = "ا".repeat(500_000);
    check_places(&one_word);
    check_places(&"محمد ".repeat(100_000));
}

const WORDS: [&str; 48] = [
    "عقدت",
    "أمانة",
    "الشرقية",
    "وزارة",
    "البلديات",
    "والإسكان",
    "المهندس",
    "د.",
    "م.",
    "خالد",
    "بن",
    "عبد",
    "الله",
    "آل",
    "أبو",
    "،",
    "، و",
    ".",
    ":",
    "\n",
    "-",
    "«",
    "»",
    "(",
    "بمقر",
    "في",
    "قاعة",
    "يوم",
    "الأحد",
    "13/6/1448هـ",
    "الموافق",
    "23",
    "نوفمبر",
    "2026م",
    "الساعة",
    "العاشرة",
    "لمناقشة",
    "قرر",
    "على",
    "أن",
    "قبل",
    "المكان:",
    "التوصيات:",
    "[12/06/2026, 10:15 ص] سعد:",
    "مُحَمَّد",
    "\u{200F}",
    "بعنوان",
    "بالوزارة",
];

proptest! {
    #[test]
    fn any_letters_are_read_without_a_panic(text in "\\PC{0,200}") {
        check_places(&text);
    }

    #[test]
    fn any_words_are_read_without_a_panic(picked in prop::collection::vec((0..WORDS.len(), prop::bool::ANY), 0..80)) {
        let word = |(at, blank): (usize, bool)| format!("{}{}", WORDS.get(at).unwrap_or(&""), if blank { " " } else { "" });
        let text: String = picked.into_iter().map(word).collect();
        check_places(&text);
    }
}
