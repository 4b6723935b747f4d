//! Keeps dates, phones, codes and ranges in their own order inside a line of the other direction.
//!
//! The bidirectional algorithm shows «2025-09-30» after an Arabic letter as 30-09-2025, and breaks phones and ranges the
//! same way. Every writer passes its text through [`isolate`], what a person typed as well as what the program composed.

const LEFT_TO_RIGHT: char = '\u{2066}';
const RIGHT_TO_LEFT: char = '\u{2067}';
const END: char = '\u{2069}';
const OVERRIDE: char = '\u{202D}';
const END_OVERRIDE: char = '\u{202C}';

/// The letters of one part of a code, such as «مح» in «مح-1448-004»; a longer part is a word of its own.
const CODE_PART_LETTERS: usize = 4;

/// The text with direction isolates around each date, time, range, phone, address and code.
pub fn isolate(text: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    let mut rest = characters.as_slice();
    let mut isolated = String::with_capacity(text.len());
    let mut previous = ' ';
    while let [first, ..] = rest {
        let (length, order) = next_piece(previous, rest);
        let (piece, after) = rest.split_at(length.clamp(1, rest.len()));
        order.push(piece, &mut isolated);
        previous = piece.last().copied().unwrap_or(*first);
        rest = after;
    }
    isolated
}

/// How a piece of the text is put out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    AsItIs,
    LeftToRight,
    RightToLeft,
}

impl Order {
    fn push(self, piece: &[char], isolated: &mut String) {
        match self {
            Self::AsItIs => isolated.extend(piece),
            // Its letters run to the left, its digits with the dashes between them still to the right.
            Self::RightToLeft => {
                isolated.push(RIGHT_TO_LEFT);
                let mut rest = piece;
                while !rest.is_empty() {
                    let digits = digits_of_code(rest);
                    let (part, after) = rest.split_at(digits.max(1));
                    let order = if part.iter().any(|c| is_code_joiner(*c)) { Self::LeftToRight } else { Self::AsItIs };
                    if digits > 0 {
                        order.push(part, isolated)
                    } else {
                        isolated.extend(part)
                    }
                    rest = after;
                }
                isolated.push(END);
            }
            // Arabic-Indic digits pull the dashes between them to the right even inside an isolate.
            Self::LeftToRight if piece.iter().any(|character| is_arabic_digit(*character)) => {
                isolated.extend([LEFT_TO_RIGHT, OVERRIDE]);
                isolated.extend(piece);
                isolated.extend([END_OVERRIDE, END]);
            }
            Self::LeftToRight => {
                isolated.push(LEFT_TO_RIGHT);
                isolated.extend(piece);
                isolated.push(END);
            }
        }
    }
}

/// The length of the piece that starts here, at least one, and its order.
fn next_piece(previous: char, rest: &[char]) -> (usize, Order) {
    let at_word_start = !previous.is_alphanumeric();
    if at_word_start {
        let code = arabic_code(rest);
        if code > 0 {
            return (code, Order::RightToLeft);
        }
        let phone = phone(rest);
        if phone > 0 {
            return (phone, Order::LeftToRight);
        }
    }
    let run = run(rest);
    if run == 0 {
        return (run_of(rest, |character| character.is_alphabetic() && !is_latin(character)).max(1), Order::AsItIs);
    }
    let core = trimmed(rest.get(..run).unwrap_or_default());
    if core.length == 0 {
        return (run, Order::AsItIs);
    }
    if core.start > 0 {
        return (core.start, Order::AsItIs);
    }
    let length = with_range(rest, core.length);
    let piece = rest.get(..length).unwrap_or_default();
    if needs_order(piece) { (length, Order::LeftToRight) } else { (length, Order::AsItIs) }
}

/// Latin letters, digits and what joins them: the longest run of them here.
fn run(rest: &[char]) -> usize {
    run_of(rest, |character| is_latin(character) || is_digit(character) || is_joiner(character))
}

fn run_of(rest: &[char], belongs: impl Fn(char) -> bool) -> usize {
    rest.iter().take_while(|character| belongs(**character)).count()
}

/// Where the content of a run stands: without the punctuation of the sentence around it.
struct Core {
    start: usize,
    length: usize,
}

fn trimmed(run: &[char]) -> Core {
    let starts = |character: char| is_latin(character) || is_digit(character);
    let Some(first) = run.iter().position(|character| starts(*character)) else { return Core { start: 0, length: 0 } };
    let signed = first.checked_sub(1).filter(|before| {
        matches!(run.get(*before), Some('+' | '-' | '#' | '@' | '%' | '٪' | '~' | '\u{2212}'))
            && run.get(first).is_some_and(|character| is_digit(*character) || run.get(*before) == Some(&'@'))
    });
    let start = if run.first().is_some_and(|character| starts(*character)) { 0 } else { signed.unwrap_or(first) };
    let ends = |character: char| starts(character) || matches!(character, '%' | '٪' | '+' | '#');
    let last = run.iter().rposition(|character| ends(*character)).unwrap_or(first);
    let is_address = run.windows(3).any(|three| matches!(three, [':', '/', '/']));
    let end = if is_address && run.last() == Some(&'/') { run.len() } else { last + 1 };
    Core { start, length: end.saturating_sub(start) }
}

/// «10:00 – 11:30»: a number, a dash with a space on both sides, a number. Returns the whole length.
fn with_range(rest: &[char], length: usize) -> usize {
    let mut whole = length;
    loop {
        let number = |piece: &[char]| {
            piece.iter().all(|c| is_digit(*c) || matches!(c, '.' | ',' | ':' | '/' | '-' | '%' | '٪' | '٫' | '٬'))
        };
        let ([before @ .., _] | before @ []) = rest.get(..whole).unwrap_or_default();
        if !number(before) {
            return whole;
        }
        let Some([' ', '-' | '–' | '—', ' ', after @ ..]) = rest.get(whole..) else { return whole };
        let core = trimmed(after.get(..run(after)).unwrap_or_default());
        let next = after.get(core.start..core.start + core.length).unwrap_or_default();
        if core.start > 0 || next.is_empty() || !number(next) {
            return whole;
        }
        whole += 3 + core.length;
        // One range is enough: a list of numbers with dashes between them keeps the sentence's order.
        return whole;
    }
}

/// Would the algorithm, or a careless neighbour, reorder this run?
fn needs_order(piece: &[char]) -> bool {
    let has_digit = piece.iter().any(|character| is_digit(*character));
    let is_address = piece.contains(&'@') || piece.windows(3).any(|three| matches!(three, [':', '/', '/']));
    let is_site = matches!(piece, ['w' | 'W', 'w' | 'W', 'w' | 'W', '.', ..]);
    is_address || is_site || has_digit && piece.iter().any(|character| is_joiner(*character) || *character == ' ')
}

/// «+966 13 812 3456», «013 812 3456»: groups of digits with single spaces or dashes, 8 to 15 digits in all.
fn phone(rest: &[char]) -> usize {
    if !matches!(rest.first(), Some('+' | '0' | '٠')) {
        return 0;
    }
    let mut digits = 0;
    let mut length = 0;
    let mut gap = false;
    for (index, character) in rest.iter().enumerate().take(32) {
        match character {
            '+' if index == 0 => {}
            digit if is_digit(*digit) => {
                digits += 1;
                length = index + 1;
                gap = false;
            }
            ' ' | '-' | '\u{A0}' if !gap && digits > 0 => gap = true,
            _ => break,
        }
    }
    let plain = rest.get(length).is_none_or(|next| !next.is_alphanumeric() && !matches!(next, '/' | ':'));
    let spaced = rest.get(..length).unwrap_or_default().iter().any(|character| !is_digit(*character));
    if (8..=15).contains(&digits) && plain && spaced { length } else { 0 }
}

/// «مح-1448-004», «1448/ت/017»: short Arabic letters and digits, joined by dashes or slashes.
fn arabic_code(rest: &[char]) -> usize {
    let (mut length, mut letters, mut digits, mut joiners) = (0, 0, 0, 0);
    loop {
        let part = rest.get(length..).unwrap_or_default();
        let count = run_of(part, is_digit);
        if count > 0 {
            digits += 1;
            length += count;
        } else {
            // «م1»: letters may be followed by their digits at once.
            let count = part.iter().take(CODE_PART_LETTERS + 1).take_while(|c| is_arabic_letter(**c)).count();
            if count == 0 || count > CODE_PART_LETTERS {
                return 0;
            }
            letters += 1;
            length += count;
            let count = run_of(rest.get(length..).unwrap_or_default(), is_digit);
            digits += usize::from(count > 0);
            length += count;
        }
        match rest.get(length..) {
            Some([joiner, next, ..]) if is_code_joiner(*joiner) && (is_digit(*next) || is_arabic_letter(*next)) => {
                joiners += 1;
                length += 1;
            }
            Some([next, ..]) if next.is_alphanumeric() => return 0,
            _ => break,
        }
    }
    if letters > 0 && digits > 0 && joiners > 0 { length } else { 0 }
}

/// «1448-004» of a code: its digits and what joins them.
fn digits_of_code(part: &[char]) -> usize {
    let mut length = run_of(part, is_digit);
    while length > 0 {
        match part.get(length..) {
            Some([joiner, next, ..]) if is_code_joiner(*joiner) && is_digit(*next) => {
                length += 1 + run_of(part.get(length + 1..).unwrap_or_default(), is_digit);
            }
            _ => break,
        }
    }
    length
}

const fn is_code_joiner(character: char) -> bool {
    matches!(character, '-' | '/' | '_' | '\u{2011}')
}

fn is_latin(character: char) -> bool {
    character.is_alphabetic() && character < '\u{250}'
}

const fn is_arabic_digit(character: char) -> bool {
    matches!(character, '٠'..='٩' | '۰'..='۹')
}

const fn is_digit(character: char) -> bool {
    character.is_ascii_digit() || is_arabic_digit(character)
}

const fn is_arabic_letter(character: char) -> bool {
    matches!(character, '\u{620}'..='\u{63F}' | '\u{641}'..='\u{64A}' | '\u{66E}'..='\u{6D3}')
}

const fn is_joiner(character: char) -> bool {
    matches!(
        character,
        '+' | '-'
            | '–'
            | '—'
            | '\u{2011}'
            | '\u{2212}'
            | '/'
            | '.'
            | ':'
            | ','
            | '_'
            | '@'
            | '#'
            | '%'
            | '&'
            | '='
            | '?'
            | '~'
            | '٪'
            | '٫'
            | '٬'
    )
}

#[cfg(test)]
mod tests {
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
                END => open.pop().expect("an open isolate"),
                other => other,
            })
            .collect();
        assert_eq!(shown, expected, "{text}");
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
        for text in
            ["", "برنامج Quality of Life.", "(Vision 2030)", "«بيئة»", "\n\n", "e.g. نعم", "+", "....", "-–—", "ـ"]
        {
            check(text, text);
        }
    }

    proptest! {
        #[test]
        fn only_marks_are_added(text in "[ا-ي0-9٠-٩a-z+:/., %@#()–-]{0,60}") {
            let marks = [LEFT_TO_RIGHT, RIGHT_TO_LEFT, END, OVERRIDE, END_OVERRIDE];
            prop_assert_eq!(isolate(&text).replace(marks, ""), text);
        }

        #[test]
        fn each_isolate_ends(text in "\\PC{0,80}") {
            let isolated = isolate(&text);
            let count = |wanted: &[char]| isolated.chars().filter(|c| wanted.contains(c)).count()
                - text.chars().filter(|c| wanted.contains(c)).count();
            prop_assert_eq!(count(&[LEFT_TO_RIGHT, RIGHT_TO_LEFT]), count(&[END]));
        }
    }
}
