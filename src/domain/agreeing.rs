//! Where something stands, in words that agree with what it is: a decision is «منجز», a task «منجزة».
//!
//! Apart from the closed lists, whose labels stand by themselves: a label is what a column or a filter says of all kinds.

use super::{OutcomeKind, OutcomeStatus};
use crate::calendar::Date;
use crate::strings::{Argument, Tr};
use crate::tr;

impl From<OutcomeKind> for Argument {
    fn from(kind: OutcomeKind) -> Self {
        Self::Code(kind.code())
    }
}

impl OutcomeStatus {
    /// In words, said of something of that kind.
    pub fn words(self, kind: Option<OutcomeKind>, tr: &Tr) -> String {
        status_words(self.label_key(), kind, tr)
    }
}

/// The words of a status of that label, said of something of that kind. Words that a person put in their place agree with
/// whatever that person had in mind.
pub fn status_words(label_key: &str, kind: Option<OutcomeKind>, tr: &Tr) -> String {
    let agreeing = format!("{label_key}-of");
    match kind.filter(|_| tr.own(label_key).is_none() && tr.key_exists(&agreeing)) {
        Some(kind) => tr!(tr, &agreeing, kind = kind),
        None => tr!(tr, label_key),
    }
}

/// How far from today a day is by which something of that kind is due: «بعد 3 أيام», «متأخرة يومين», «متأخر يومين».
pub fn due_words(day: Date, kind: Option<OutcomeKind>, today: Date, tr: &Tr) -> String {
    match (kind, day.days_until(today)) {
        (Some(kind), days) if days > 0 => tr!(tr, "days-late-of", kind = kind, count = days),
        _ => day.due_text(tr, today),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arabic::Digits;
    use crate::domain::lifecycle;
    use crate::strings::Language;

    fn check(kind: OutcomeKind, expected: [&str; 6]) {
        let tr = Tr::new(Language::Arabic, Digits::Latin);
        let said: Vec<String> =
            lifecycle::statuses(kind).into_iter().map(|status| status.words(Some(kind), &tr)).collect();
        assert_eq!(said, expected, "{kind:?}");
    }

    #[test]
    fn a_status_agrees_with_what_it_is_said_of() {
        let his = ["لم يبدأ", "قيد التنفيذ", "متعثر", "قيد التعليق", "منجز", "ملغى"];
        let hers = ["لم تبدأ", "قيد التنفيذ", "متعثرة", "قيد التعليق", "منجزة", "ملغاة"];
        check(OutcomeKind::Decision, his);
        check(OutcomeKind::Obligation, his);
        check(OutcomeKind::Recommendation, hers);
        check(OutcomeKind::FollowUp, hers);
    }

    #[test]
    fn what_is_late_agrees_with_what_it_is_said_of() {
        let tr = Tr::new(Language::Arabic, Digits::Latin);
        let today = Date::from_iso("2026-11-29").expect("a day");
        let said = |kind, days| due_words(today.add_days(days).expect("a day"), Some(kind), today, &tr);
        assert_eq!(said(OutcomeKind::FollowUp, -2), "متأخرة يومين");
        assert_eq!(said(OutcomeKind::Obligation, -2), "متأخر يومين");
        assert_eq!(said(OutcomeKind::Challenge, -12), "متأخر 12 يومًا");
        assert_eq!(said(OutcomeKind::Decision, 1), "غدًا");
        let english = Tr::new(Language::English, Digits::Latin);
        let day = today.add_days(-1).expect("a day");
        assert_eq!(due_words(day, Some(OutcomeKind::Decision), today, &english), "1 day late");
    }

    #[test]
    fn what_covers_all_kinds_and_english_have_one_word() {
        let arabic = Tr::new(Language::Arabic, Digits::Latin);
        assert_eq!(OutcomeStatus::Done.words(None, &arabic), "منجزة");
        let english = Tr::new(Language::English, Digits::Latin);
        for status in OutcomeStatus::ALL {
            let said = status.words(Some(OutcomeKind::Decision), &english);
            assert_eq!(said, tr!(english, status.label_key()));
        }
    }

    #[test]
    fn the_word_that_a_person_gave_is_said_of_every_kind() {
        let labels = [("outcome-status-done".to_owned(), ["تمّ".to_owned(), String::new()])].into_iter().collect();
        let tr = Tr::new(Language::Arabic, Digits::Latin).relabelled(&labels);
        assert_eq!(OutcomeStatus::Done.words(Some(OutcomeKind::Decision), &tr), "تمّ");
    }
}
