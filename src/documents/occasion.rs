//! What every paper of a meeting says of it: the same before it and after it.

use super::Letterhead;
use super::direction::is_right_to_left;
use crate::calendar::{Date, Time};
use crate::domain::{Confidentiality, MeetingKind, MeetingMode};
use crate::strings::Tr;
use crate::tr;

/// A meeting as its papers name it. Empty texts and `None` are unknown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Occasion {
    /// Who issues the papers.
    pub letterhead: Letterhead,
    /// «الاجتماع التنسيقي مع الجمعيات الأهلية».
    pub title: String,
    /// The meeting's number.
    pub number: String,
    /// What sort of meeting.
    pub kind: Option<MeetingKind>,
    /// Its day.
    pub date: Option<Date>,
    /// When it begins.
    pub start: Option<Time>,
    /// When it ends.
    pub end: Option<Time>,
    /// «مقر الأمانة».
    pub venue: String,
    /// «النخيل».
    pub city: String,
    /// How people meet.
    pub mode: Option<MeetingMode>,
    /// Who may read of it.
    pub confidentiality: Option<Confidentiality>,
    /// What it is for.
    pub purpose: String,
}

/// What Arabic puts between the parts of a place, whatever the language around it.
const ARABIC_JOINER: &str = "، ";

/// «مقر الأمانة، النخيل»: the venue and its city, joined as their own letters are and not as the paper's.
pub fn place(venue: &str, city: &str, tr: &Tr) -> String {
    let parts = [venue.trim(), city.trim()];
    let known: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let is_arabic =
        known.iter().all(|part| part.chars().find(|letter| letter.is_alphabetic()).is_some_and(is_right_to_left));
    if is_arabic { known.join(ARABIC_JOINER) } else { known.join(&tr!(tr, "minutes-place-joiner")) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arabic::Digits;
    use crate::strings::Language;

    #[test]
    fn the_parts_of_a_place_are_joined_as_their_letters_are() {
        let english = Tr::new(Language::English, Digits::Latin);
        let check = |venue: &str, city: &str, expected: &str| assert_eq!(place(venue, city, &english), expected);
        check("قاعة الشراكات، الدور الثاني", "النخيل", "قاعة الشراكات، الدور الثاني، النخيل");
        check("Hall 2", "Dammam", "Hall 2, Dammam");
        check(" ", "Dammam", "Dammam");
        check("", "", "");
    }
}
