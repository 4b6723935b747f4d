//! How numbers are written: one pattern for all kinds of records, each kind with its own code, counted anew each Hijri
//! year. What was given out stays as it was written, also when the pattern changes.

use super::OutcomeKind;
use std::collections::BTreeMap;

/// A kind of record that has numbers of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Numbered {
    /// A meeting.
    Meeting,
    /// Its minutes.
    Minutes,
    /// What adds to minutes or corrects them: counted within them.
    Addendum,
    /// A follow-up or a recommendation.
    Task,
    /// A decision.
    Decision,
    /// A proposal or an initiative.
    Proposal,
    /// A challenge.
    Challenge,
    /// An opportunity.
    Opportunity,
    /// What a partner owes.
    Obligation,
    /// A partnership.
    Partnership,
    /// News of a regulation.
    Regulation,
}

impl Numbered {
    /// All of them, in the order of the settings' screen, with the code that ships.
    pub const ALL: [(Self, &'static str); 11] = [
        (Self::Meeting, "تن"),
        (Self::Minutes, "مح"),
        (Self::Addendum, "م"),
        (Self::Task, "ت"),
        (Self::Decision, "ق"),
        (Self::Proposal, "مب"),
        (Self::Challenge, "تح"),
        (Self::Opportunity, "فر"),
        (Self::Obligation, "لت"),
        (Self::Partnership, "ش"),
        (Self::Regulation, "نظ"),
    ];

    /// The kind a kind of outcome is numbered as.
    pub const fn of(kind: OutcomeKind) -> Self {
        match kind {
            OutcomeKind::Proposal | OutcomeKind::Initiative => Self::Proposal,
            OutcomeKind::FollowUp | OutcomeKind::Recommendation => Self::Task,
            OutcomeKind::Decision => Self::Decision,
            OutcomeKind::Challenge => Self::Challenge,
            OutcomeKind::Opportunity => Self::Opportunity,
            OutcomeKind::Obligation => Self::Obligation,
        }
    }

    /// Of the setting that holds its code, and of its label: `numbering-code-…`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Meeting => "numbering-code-meeting",
            Self::Minutes => "numbering-code-minutes",
            Self::Addendum => "numbering-code-addendum",
            Self::Task => "numbering-code-task",
            Self::Decision => "numbering-code-decision",
            Self::Proposal => "numbering-code-proposal",
            Self::Challenge => "numbering-code-challenge",
            Self::Opportunity => "numbering-code-opportunity",
            Self::Obligation => "numbering-code-obligation",
            Self::Partnership => "numbering-code-partnership",
            Self::Regulation => "numbering-code-regulation",
        }
    }
}

/// The setting that holds the pattern.
pub const PATTERN_KEY: &str = "numbering-pattern";
/// The setting that holds how many digits a sequence has at least.
pub const DIGITS_KEY: &str = "numbering-digits";

/// What ships: `تن-1448-004`.
const PATTERN: &str = "{code}-{year}-{seq}";
const DIGITS: usize = 3;
/// The parts of a pattern; each has to stand in it once, or two records would have one number.
const PARTS: [&str; 3] = ["{code}", "{year}", "{seq}"];
/// The most letters of a pattern and of a code.
const PATTERN_LETTERS: usize = 40;
const CODE_LETTERS: usize = 10;

/// Why a pattern or a code is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SchemeRefusal {
    /// One of the three parts does not stand in it exactly once.
    Parts,
    /// It is too long, or has a letter no number can have.
    Letters,
    /// Nothing is given.
    Empty,
}

/// The scheme in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scheme {
    pattern: String,
    digits: usize,
    codes: BTreeMap<Numbered, String>,
}

impl Default for Scheme {
    fn default() -> Self {
        Self::from_rows(&BTreeMap::new())
    }
}

impl Scheme {
    /// Reads the settings' rows; what makes no sense is as it ships.
    pub fn from_rows(rows: &BTreeMap<String, String>) -> Self {
        let pattern = rows.get(PATTERN_KEY).filter(|pattern| check_pattern(pattern).is_ok());
        let digits =
            rows.get(DIGITS_KEY).and_then(|digits| digits.parse().ok()).filter(|digits| (1..=6).contains(digits));
        let code = |(kind, shipped): (Numbered, &str)| {
            let given = rows.get(kind.key()).filter(|code| check_code(code).is_ok());
            (kind, given.map_or_else(|| shipped.to_owned(), Clone::clone))
        };
        Self {
            pattern: pattern.map_or_else(|| PATTERN.to_owned(), Clone::clone),
            digits: digits.unwrap_or(DIGITS),
            codes: Numbered::ALL.into_iter().map(code).collect(),
        }
    }

    /// The pattern, with its parts named as they are stored.
    pub fn pattern(&self) -> &str {
        &self.pattern
    }

    /// How many digits a sequence has at least.
    pub const fn digits(&self) -> usize {
        self.digits
    }

    /// A kind's code.
    pub fn code(&self, kind: Numbered) -> &str {
        self.codes.get(&kind).map_or("", String::as_str)
    }

    /// A number as the scheme writes it.
    pub fn number(&self, kind: Numbered, year: i32, sequence: i64) -> String {
        let sequence = format!("{sequence:0digits$}", digits = self.digits);
        let [code, of_year, of_sequence] = PARTS;
        self.pattern.replace(code, self.code(kind)).replace(of_year, &year.to_string()).replace(of_sequence, &sequence)
    }

    /// The series of what adds to minutes of that number; the count follows: `مح-1448-004/م1`.
    pub fn addenda(&self, minutes: &str) -> String {
        format!("{minutes}/{}", self.code(Numbered::Addendum))
    }
}

/// May numbers be written so?
///
/// # Errors
/// Why not.
pub fn check_pattern(pattern: &str) -> Result<(), SchemeRefusal> {
    if pattern.trim().is_empty() {
        return Err(SchemeRefusal::Empty);
    }
    if PARTS.iter().any(|part| pattern.matches(part).count() != 1) {
        return Err(SchemeRefusal::Parts);
    }
    let rest = PARTS.iter().fold(pattern.to_owned(), |rest, part| rest.replace(part, ""));
    check_letters(&rest, PATTERN_LETTERS)
}

/// May a kind have that code?
///
/// # Errors
/// Why not.
pub fn check_code(code: &str) -> Result<(), SchemeRefusal> {
    if code.trim().is_empty() {
        return Err(SchemeRefusal::Empty);
    }
    check_letters(code, CODE_LETTERS)
}

fn check_letters(text: &str, most: usize) -> Result<(), SchemeRefusal> {
    let is_fine = |letter: char| !letter.is_control() && !letter.is_whitespace() && !matches!(letter, '{' | '}');
    if text.chars().count() > most || !text.chars().all(is_fine) { Err(SchemeRefusal::Letters) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scheme(rows: &[(&str, &str)]) -> Scheme {
        Scheme::from_rows(&rows.iter().map(|&(key, value)| (key.to_owned(), value.to_owned())).collect())
    }

    #[test]
    fn numbers_are_written_as_the_pattern_says() {
        let check = |rows: &[(&str, &str)], expected: &str| {
            assert_eq!(scheme(rows).number(Numbered::Meeting, 1448, 4), expected);
        };
        check(&[], "تن-1448-004");
        check(&[(PATTERN_KEY, "{year}/{code}/{seq}"), (DIGITS_KEY, "5")], "1448/تن/00004");
        check(&[("numbering-code-meeting", "اج")], "اج-1448-004");
        // What makes no sense is as it ships.
        check(&[(PATTERN_KEY, "{code}-{seq}"), (DIGITS_KEY, "90"), ("numbering-code-meeting", " ")], "تن-1448-004");
    }

    #[test]
    fn addenda_are_counted_within_their_minutes() {
        assert_eq!(scheme(&[]).addenda("مح-1448-004"), "مح-1448-004/م");
        assert_eq!(scheme(&[("numbering-code-addendum", "لح")]).addenda("مح-1448-004"), "مح-1448-004/لح");
    }

    #[test]
    fn a_pattern_has_each_of_its_parts_once() {
        let check = |pattern: &str, expected| assert_eq!(check_pattern(pattern), expected, "{pattern}");
        check("{code}.{year}.{seq}", Ok(()));
        check("{code}{seq}", Err(SchemeRefusal::Parts));
        check("{code}{seq}{seq}{year}", Err(SchemeRefusal::Parts));
        check("{code} {year} {seq}", Err(SchemeRefusal::Letters));
        check("{code}{year}{seq}{x}", Err(SchemeRefusal::Letters));
        check("", Err(SchemeRefusal::Empty));
        assert_eq!(check_code("أمانة المنطقة"), Err(SchemeRefusal::Letters));
        assert_eq!(check_code(""), Err(SchemeRefusal::Empty));
    }
}
