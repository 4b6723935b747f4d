//! Isolation as a table: what is typed, and which parts of it keep their own order.

use super::*;
use proptest::prelude::*;

/// `[…]` stands for a left-to-right isolate, `{…}` for a right-to-left one, `<…>` for one with an override.
fn check(text: &str, expected: &str) {
    let shown = isolate(text)
        .replace("\u{2066}\u{202D}", "<")
        .replace("\u{202C}\u{2069}", ">")
        .replace('\u{2067}', "{")
        .replace('\u{2066}', "[");
    let mut open = Vec::new();
    let shown: String = shown
        .chars()
        .map(|character| match character {
            '[' => (open.push(']'), '[').1,
            '{' => (open.push('}'), '{').1,
            '\u{2069}' => open.pop().expect("an open isolate"),
            other => other,
        })
        .collect();
    assert_eq!(shown, expected, "{text}");
}

#[test]
fn what_is_set_apart_already_is_not_set_apart_again() {
    let check = |text: &str| assert_eq!(isolate(text), text);
    check("يوم \u{2066}18/06/1448\u{2069}هـ");
    check("\u{2068}اتفاقية \u{2066}12/4471\u{2069}\u{2069}");
    check("\u{2066}");
    // The override of Arabic digits is put in again: what is typed has none.
    assert_eq!(isolate("\u{2066}١٤٤٨-٠٠٤\u{2069}"), "\u{2066}\u{202D}١٤٤٨-٠٠٤\u{202C}\u{2069}");
}

#[test]
fn dates_keep_their_order() {
    check("التاريخ 2025-09-30 بعد حرف عربي", "التاريخ [2025-09-30] بعد حرف عربي");
    check("التاريخ:2025-09-30.", "التاريخ:[2025-09-30].");
    check("بـ2025-09-30، ثم", "بـ[2025-09-30]، ثم");
    check("13/06/1448هـ – 23/11/2026م", "[13/06/1448]هـ – [23/11/2026]م");
    check("(2025/09/30)", "([2025/09/30])");
    check("بتاريخ ٢٠٢٥-٠٩-٣٠ و", "بتاريخ <٢٠٢٥-٠٩-٣٠> و");
    check("عام 1448هـ", "عام 1448هـ");
}

#[test]
fn times_and_ranges_keep_their_order() {
    check("من 10:00–11:30 صباحًا", "من [10:00–11:30] صباحًا");
    check("من 10:00 – 11:30 صباحًا", "من [10:00 – 11:30] صباحًا");
    check("10:00 ص – 11:30 ص", "[10:00] ص – [11:30] ص");
    check("خلال 3-5 أيام", "خلال [3-5] أيام");
    check("بنسبة 65% أو 3.5٪", "بنسبة [65%] أو [3.5٪]");
    check("المبلغ 1,250,000 ريال.", "المبلغ [1,250,000] ريال.");
    check("من 5 إلى 7", "من 5 إلى 7");
    check("البند 1.", "البند 1.");
    check("- 5 جمعيات", "- 5 جمعيات");
    check("درجة -5 مئوية", "درجة [-5] مئوية");
}

#[test]
fn phones_keep_their_order() {
    check("هاتف +966 13 812 3456.", "هاتف [+966 13 812 3456].");
    check("هاتف +966501234567", "هاتف [+966501234567]");
    check("جوال 050 123 4567 للتواصل", "جوال [050 123 4567] للتواصل");
    check("جوال 050-123-4567", "جوال [050-123-4567]");
    check("عام 2025 100 جمعية", "عام 2025 100 جمعية");
}

#[test]
fn codes_run_in_the_direction_of_their_letters() {
    check("محضر مح-1448-004 وملحقه مح-1448-004/م1.", "محضر {مح-[1448-004]} وملحقه {مح-[1448-004]/م1}.");
    check("الرقم: 1448/ت/017", "الرقم: {1448/ت/017}");
    check("رقم (تن-1448-004)", "رقم ({تن-[1448-004]})");
    check("ت-١٤٤٨-٠٠٤", "{ت-<١٤٤٨-٠٠٤>}");
    check("المعيار ISO-9001 والرمز A1", "المعيار [ISO-9001] والرمز A1");
    check("و/أو", "و/أو");
    check("1447/1448هـ", "[1447/1448]هـ");
    check("الاجتماع/2025-09-30", "الاجتماع/[2025-09-30]");
}

#[test]
fn addresses_keep_their_order() {
    check("راسلونا على info@example.sa.", "راسلونا على [info@example.sa].");
    check("الموقع https://example.sa/a/2025/ للتسجيل", "الموقع [https://example.sa/a/2025/] للتسجيل");
    check("الموقع www.example.sa", "الموقع [www.example.sa]");
}

#[test]
fn plain_words_stay_as_they_are() {
    for text in ["", "برنامج Quality of Life.", "(Vision 2030)", "«بيئة»", "\n\n", "e.g. نعم", "+", "....", "-–—", "ـ"]
    {
        check(text, text);
    }
}

proptest! {
    #[test]
    fn only_marks_are_added(text in "[ا-ي0-9٠-٩a-z+:/., %@#()–-]{0,60}") {
        let marks = ['\u{2066}', '\u{2067}', '\u{2069}', '\u{202D}', '\u{202C}'];
        prop_assert_eq!(isolate(&text).replace(marks, ""), text);
    }

    #[test]
    fn each_isolate_ends(text in "\\PC{0,80}") {
        let isolated = isolate(&text);
        let count = |wanted: &[char]| isolated.chars().filter(|c| wanted.contains(c)).count()
            - text.chars().filter(|c| wanted.contains(c)).count();
        prop_assert_eq!(count(&['\u{2066}', '\u{2067}']), count(&['\u{2069}']));
    }
}
