//! How the minutes say a name, a day, a time and a list.

use super::{Facts, Outcome, Person, Who};
use crate::arabic::{is_people, to_digits};
use crate::calendar::{Calendar, Calendars, Date};
use crate::documents::Cell;
use crate::domain::preparing_marks;

use crate::strings::Tr;
use crate::tr;

/// The words of one set of minutes: the translator, and which calendars are shown.
pub(in crate::documents) struct Words<'a> {
    pub(in crate::documents) tr: &'a Tr,
    pub(in crate::documents) calendars: Calendars,
    /// How lines of notes begin that were written to prepare for the meeting.
    pub(in crate::documents) preparing: Vec<String>,
    unknown: String,
}

impl<'a> Words<'a> {
    pub(in crate::documents) fn new(tr: &'a Tr, calendars: Calendars) -> Self {
        Self { tr, calendars, preparing: preparing_marks(tr), unknown: tr!(tr, "minutes-unknown") }
    }

    /// The text, or «غير محدد».
    pub(in crate::documents) fn cell(&self, text: impl Into<String>) -> Cell {
        Cell::known_or(text, &self.unknown)
    }

    /// A code's label, or «غير محدد».
    pub(in crate::documents) fn label(&self, key: Option<&str>) -> Cell {
        self.cell(key.map(|key| tr!(self.tr, key)).unwrap_or_default())
    }

    pub(in crate::documents) fn number(&self, number: impl std::fmt::Display) -> String {
        to_digits(&number.to_string(), self.tr.digits())
    }

    /// «الأستاذ سالم بن حمد»: title and name, for tables and signatures.
    pub(in crate::documents) fn name(&self, person: &Person) -> String {
        let Some(title) = person.honorific else { return person.name.clone() };
        format!("{} {}", tr!(self.tr, &format!("minutes-honorific-{}", title.code())), person.name)
    }

    /// «وكيل الأمين للتنمية المجتمعية الأستاذ سالم بن حمد»: post, title and name, for sentences.
    pub(in crate::documents) fn full_name(&self, person: &Person) -> String {
        let name = self.name(person);
        match person.post.trim() {
            "" => name,
            post => tr!(self.tr, "minutes-name-with-post", name = name, post = post),
        }
    }

    /// «ممثلو جمعيات أهلية من المنطقة», or the person's title and name.
    pub(in crate::documents) fn attendee(&self, who: &Who, organisation: &str) -> Cell {
        match who {
            Who::Person(person) => self.cell(self.name(person)),
            Who::Group { name, .. } => {
                let name = if name.trim().is_empty() { organisation } else { name };
                if name.trim().is_empty() {
                    return self.cell("");
                }
                let named = tr!(self.tr, "minutes-group", name = name);
                // «ممثلو …» was typed already, or «متطوعو …», who represent nobody but themselves.
                let prefix = named.split(name).next().unwrap_or_default().trim();
                if name.trim_start().starts_with(prefix) || is_people(name) {
                    Cell::known(name)
                } else {
                    Cell::known(named)
                }
            }
        }
    }

    /// A day in the calendars shown, the second one under the first.
    pub(in crate::documents) fn day(&self, date: Option<Date>) -> Cell {
        let Some(date) = date else { return self.cell("") };
        let first = Cell::known(date.numbers(self.tr, self.first_calendar()));
        match self.second_calendar() {
            Some(second) => first.with_note(date.numbers(self.tr, second)),
            None => first,
        }
    }

    /// The year minutes are counted in: `1448هـ`.
    pub(in crate::documents) fn year(&self, date: Date) -> String {
        date.year_text(self.tr, self.first_calendar())
    }

    /// The calendar that is shown alone or first.
    pub(in crate::documents) const fn first_calendar(&self) -> Calendar {
        match self.calendars {
            Calendars::HijriFirst | Calendars::Hijri => Calendar::Hijri,
            Calendars::GregorianFirst | Calendars::Gregorian => Calendar::Gregorian,
        }
    }

    /// The calendar that is shown beside it.
    pub(in crate::documents) const fn second_calendar(&self) -> Option<Calendar> {
        match self.calendars {
            Calendars::HijriFirst => Some(Calendar::Gregorian),
            Calendars::GregorianFirst => Some(Calendar::Hijri),
            Calendars::Hijri | Calendars::Gregorian => None,
        }
    }

    /// «أ، وب، وج».
    pub(in crate::documents) fn list(&self, names: &[&str]) -> String {
        self.tr.list(names)
    }

    /// Who owes or proposed it, in a cell: title and name.
    pub(in crate::documents) fn person(&self, person: Option<&Person>) -> Cell {
        self.cell(person.map(|person| self.name(person)).unwrap_or_default())
    }

    /// The name under the responsible body; empty where the body is all that is known.
    pub(in crate::documents) fn responsible_name(&self, outcome: &Outcome) -> String {
        outcome.person.as_ref().map(|person| self.name(person)).unwrap_or_default()
    }

    /// Who proposed it: a person with the body under the name, or the body.
    pub(in crate::documents) fn proposer(&self, outcome: &Outcome) -> Cell {
        match &outcome.person {
            Some(person) => self.person(Some(person)).with_note(outcome.body()),
            None => self.cell(outcome.body()),
        }
    }
}

impl Outcome {
    /// Where it stands: proposals are «تم الاعتماد», tasks «منجزة», decisions «منجز».
    pub(in crate::documents) fn standing(&self, tr: &Tr) -> String {
        self.status.words(Some(self.kind), tr)
    }

    /// The body given, or else the person's own.
    pub(in crate::documents) fn body(&self) -> &str {
        let own = self.person.as_ref().map_or("", |person| person.organisation.as_str());
        if self.organisation.trim().is_empty() { own } else { &self.organisation }
    }
}

impl Facts {
    /// Approved minutes are no draft.
    pub(in crate::documents) const fn is_draft(&self) -> bool {
        self.approved_on.is_none()
    }

    /// Is there anything to tell of what happened there?
    pub(in crate::documents) const fn took_place(&self) -> bool {
        self.awaited.is_none()
    }
}

/// Does the sentence speak of a woman? As somebody said, else by the title.
pub(in crate::documents) fn is_female(person: &Person) -> bool {
    crate::domain::is_female(person.gender, person.honorific)
}

/// The key of what is said of somebody: `own` of a man and of nobody known, `hers` of a woman.
pub(in crate::documents) fn said_of<'k>(person: Option<&Person>, own: &'k str, hers: &'k str) -> &'k str {
    if person.is_some_and(is_female) { hers } else { own }
}
