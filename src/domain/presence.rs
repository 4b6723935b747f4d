//! How many were at a meeting. One rule for its page, its list and its minutes: a person is one head, a group as many as it
//! has and none while that is not known; who came late, left early or was on the call was there; who is represented by
//! another on the list is not expected beside them.

use super::AttendanceStatus;
use std::collections::BTreeSet;

/// A line of attendance, as far as it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PresenceLine<'a> {
    /// Were they there?
    pub status: AttendanceStatus,
    /// How many they are: one for a person; nothing for a group whose number nobody noted.
    pub heads: Option<i64>,
    /// The body they stand for, if that is known.
    pub body: &'a str,
}

/// How many were there: «الحضور 11 من 14، وعدد الجهات 5».
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Presence {
    /// Heads that were there.
    pub attended: i64,
    /// Heads that were expected.
    pub expected: i64,
    /// Bodies of those that were there.
    pub bodies: usize,
    /// Some were there whose number nobody noted.
    pub has_uncounted: bool,
}

impl Presence {
    /// Counts a meeting's lines.
    pub fn of<'a>(lines: impl Iterator<Item = PresenceLine<'a>> + Clone) -> Self {
        let heads = |line: PresenceLine<'_>| line.heads.unwrap_or(0).max(0);
        let came = || lines.clone().filter(|line| line.status.attended());
        let expected = lines.clone().filter(|line| line.status.expected());
        let bodies: BTreeSet<&str> = came().map(|line| line.body.trim()).filter(|name| !name.is_empty()).collect();
        Self {
            attended: came().map(heads).fold(0, i64::saturating_add),
            expected: expected.map(heads).fold(0, i64::saturating_add),
            bodies: bodies.len(),
            has_uncounted: came().any(|line| line.heads.is_none()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_are_counted_by_one_rule() {
        use AttendanceStatus::{Absent, Deputised, Late, Present, Remote};
        let check = |lines: &[(AttendanceStatus, Option<i64>, &str)], expected: (i64, i64, usize, bool)| {
            let lines = lines.iter().map(|(status, heads, body)| PresenceLine { status: *status, heads: *heads, body });
            let found = Presence::of(lines);
            assert_eq!((found.attended, found.expected, found.bodies, found.has_uncounted), expected);
        };
        check(&[], (0, 0, 0, false));
        check(&[(Present, Some(1), "أمانة"), (Late, Some(1), "أمانة"), (Absent, Some(1), "وزارة")], (2, 3, 1, false));
        // Who is represented does not stand beside who came for them.
        check(&[(Present, Some(1), "أمانة"), (Deputised, Some(1), "أمانة")], (1, 1, 1, false));
        // A delegation counts as many as it has, and nobody while that is not known.
        check(&[(Present, Some(4), "جمعية"), (Remote, None, "جمعية أخرى")], (4, 4, 2, true));
        check(&[(Absent, None, "جمعية")], (0, 0, 0, false));
    }
}
