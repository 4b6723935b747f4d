//! What a person decided about the finds: accepted, dropped, corrected; and the edit that follows from it.
//!
//! Decisions belong to what the text says and not to where it stands: they stay while the rest of the text is written on.

use super::found::{Item, Owner, Presence, Values};
use crate::calendar::{Date, Time};
use crate::domain::{AttendanceStatus, Honorific, MeetingKind, MeetingStatus, OutcomeKind, Side, Value};
use crate::intake::{Intake, Sureness};
use crate::store::{TakenBody, TakenIn, TakenOutcome, TakenPerson};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How a find stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// It goes into the register.
    Accepted,
    /// The text contradicts itself: it goes in once somebody says so.
    Open,
    /// It stays out.
    Dropped,
    /// The text does not say it, and nobody has filled it in.
    Missing,
}

/// What was decided about one find.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct Decision {
    is_accepted: bool,
    is_dropped: bool,
    values: Option<Values>,
}

/// What was decided, by what names the finds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Decisions(BTreeMap<String, Decision>);

impl Decisions {
    /// How a find stands.
    pub(super) fn standing(&self, item: Item, intake: &Intake) -> Standing {
        let decision = self.0.get(&item.key(intake));
        let values = decision.and_then(|decision| decision.values.as_ref());
        if decision.is_some_and(|decision| decision.is_dropped) {
            return Standing::Dropped;
        }
        if let Some(values) = values {
            return if values.is_said(item) { Standing::Accepted } else { Standing::Missing };
        }
        match item.sureness(intake) {
            None => Standing::Missing,
            Some(Sureness::Unsure) if !decision.is_some_and(|decision| decision.is_accepted) => Standing::Open,
            Some(Sureness::Unsure | Sureness::Likely | Sureness::Sure) => Standing::Accepted,
        }
    }

    /// What it says: as the text has it, or as it was corrected.
    pub(super) fn values(&self, item: Item, intake: &Intake) -> Values {
        let corrected = self.corrected(item, intake).cloned();
        corrected.unwrap_or_else(|| Values::of(item, intake))
    }

    /// What it was corrected to.
    pub(super) fn corrected(&self, item: Item, intake: &Intake) -> Option<&Values> {
        self.0.get(&item.key(intake)).and_then(|decision| decision.values.as_ref())
    }

    /// It goes in as it is.
    pub(super) fn accept(&mut self, item: Item, intake: &Intake) {
        let decision = self.0.entry(item.key(intake)).or_default();
        (decision.is_accepted, decision.is_dropped) = (true, false);
    }

    /// It stays out; once more, and it is back as it was.
    pub(super) fn drop_or_bring_back(&mut self, item: Item, intake: &Intake) {
        if self.standing(item, intake) != Standing::Missing {
            let decision = self.0.entry(item.key(intake)).or_default();
            decision.is_dropped = !decision.is_dropped;
        }
    }

    /// It says this. What it says by itself is no correction.
    pub(super) fn correct(&mut self, item: Item, intake: &Intake, values: Values) {
        let is_other = values != Values::of(item, intake);
        self.accept(item, intake);
        if let Some(decision) = self.0.get_mut(&item.key(intake)) {
            decision.values = is_other.then_some(values);
        }
    }

    /// Everything goes in that the text says.
    pub(super) fn accept_all(&mut self, intake: &Intake) {
        for item in Item::all(intake) {
            if matches!(self.standing(item, intake), Standing::Open | Standing::Dropped) {
                self.accept(item, intake);
            }
        }
    }

    /// How many finds there are, and how many of them go in.
    pub(super) fn counts(&self, intake: &Intake) -> (usize, usize) {
        let standings: Vec<Standing> = Item::all(intake).into_iter().map(|item| self.standing(item, intake)).collect();
        let count = |wanted: Standing| standings.iter().filter(|standing| **standing == wanted).count();
        (standings.len() - count(Standing::Missing), count(Standing::Accepted))
    }

    /// The edit that keeps what goes in; `whole` is the one that would keep everything as it was read.
    pub(super) fn taken(&self, intake: &Intake, whole: &TakenIn, text: &str, today: Date) -> TakenIn {
        let is_in = |item: Item| self.standing(item, intake) == Standing::Accepted;
        let bodies = Kept::of(&whole.bodies, |at| is_in(Item::Body(at)));
        let people = Kept::of(&whole.people, |at| is_in(Item::Person(at)));
        let body_named = |name: &str| intake.bodies.iter().position(|body| body.name == name);
        let person_named = |name: &str| intake.people.iter().position(|person| person.name == name);
        let body = |(at, taken): (usize, &TakenBody)| {
            let mut taken = taken.clone();
            if let Some(values) = self.corrected(Item::Body(at), intake) {
                if taken.name != values.text.trim() {
                    // Another body: what the text calls the one leads not to the other.
                    values.text.trim().clone_into(&mut taken.name);
                    (taken.record, taken.aliases) = (None, Vec::new());
                }
                taken.side = values.code.as_deref().and_then(Side::from_code);
            }
            taken
        };
        let person = |(at, taken): (usize, &TakenPerson)| {
            let mut taken = taken.clone();
            if let Some(values) = self.corrected(Item::Person(at), intake) {
                if taken.name != values.text.trim() {
                    values.text.trim().clone_into(&mut taken.name);
                    taken.record = None;
                }
                taken.honorific = values.code.as_deref().and_then(Honorific::from_code);
                values.post.trim().clone_into(&mut taken.post);
                taken.body = values.body.as_deref().and_then(body_named);
                taken.comes = values.presence != Presence::Named;
                taken.is_chair = values.presence == Presence::Chairs;
            }
            taken.body = taken.body.and_then(|at| bodies.place(at));
            taken
        };
        let statements = [
            (0..intake.proposals.len()).map(Item::Proposal as fn(usize) -> Item),
            (0..intake.decisions.len()).map(Item::Decision as fn(usize) -> Item),
            (0..intake.follow_ups.len()).map(Item::FollowUp as fn(usize) -> Item),
        ];
        let outcome = |(item, taken): (Item, &TakenOutcome)| {
            let mut taken = taken.clone();
            if let Some(values) = self.corrected(item, intake) {
                values.text.trim().clone_into(&mut taken.text);
                taken.kind = values.code.as_deref().and_then(OutcomeKind::from_code).unwrap_or(taken.kind);
                (taken.person, taken.body) = match &values.owner {
                    Some(Owner::Person(name)) => (person_named(name), None),
                    Some(Owner::Body(name)) => (None, body_named(name)),
                    None => (None, None),
                };
                taken.due = values.date.as_deref().and_then(|iso| Date::from_iso(iso).ok());
            }
            taken.person = taken.person.and_then(|at| people.place(at));
            taken.body = taken.body.and_then(|at| bodies.place(at));
            taken
        };
        let values_of = |item: Item| self.values(item, intake);
        let words = |item: Item| values_of(item).text.trim().to_owned();
        let mut meeting = whole.meeting.clone();
        for (field, value) in &mut meeting {
            let fact = Item::FACTS.into_iter().find(|item| field_of(*item) == Some(*field));
            if let Some(item) = fact {
                *value = if is_in(item) { stored(item, &values_of(item)) } else { Value::Empty };
            }
        }
        let status = is_in(Item::Status).then(|| values_of(Item::Status).code).flatten();
        let status = status.as_deref().and_then(MeetingStatus::from_code);
        let day = is_in(Item::Date).then(|| values_of(Item::Date).date).flatten();
        let day = day.and_then(|iso| Date::from_iso(&iso).ok());
        // A day that is yet to come says more than the words.
        let is_ahead = day.map_or(status == Some(MeetingStatus::Scheduled), |day| day > today);
        if let Some((_, kept)) = meeting.iter_mut().find(|(field, _)| *field == "status") {
            let is_held = status == Some(MeetingStatus::Held) && !is_ahead;
            *kept = is_held.then_some(MeetingStatus::Held).into();
        }
        TakenIn {
            into: whole.into,
            source_text: text.to_owned(),
            source_hash: whole.source_hash.clone(),
            meeting,
            bodies: bodies.iter().map(body).collect(),
            people: people.iter().map(person).collect(),
            groups: (0..intake.groups.len())
                .map(Item::Group)
                .filter(|item| is_in(*item))
                .map(|item| (words(item), values_of(item).count))
                .collect(),
            status: Some(if is_ahead { AttendanceStatus::Invited } else { AttendanceStatus::Present }),
            agenda: (0..intake.topics.len()).map(Item::Topic).filter(|item| is_in(*item)).map(words).collect(),
            outcomes: statements
                .into_iter()
                .flatten()
                .zip(&whole.outcomes)
                .filter(|(item, _)| is_in(*item))
                .map(outcome)
                .collect(),
            goals: (0..intake.goals.len()).map(Item::Goal).filter(|item| is_in(*item)).map(words).collect(),
        }
    }
}

/// What goes in of a list, and where what referred to it by its place finds it now.
struct Kept<'t, T> {
    all: &'t [T],
    kept: Vec<usize>,
}

impl<'t, T> Kept<'t, T> {
    fn of(all: &'t [T], is_in: impl Fn(usize) -> bool) -> Self {
        Self { all, kept: (0..all.len()).filter(|at| is_in(*at)).collect() }
    }

    fn place(&self, before: usize) -> Option<usize> {
        self.kept.iter().position(|at| *at == before)
    }

    fn iter(&self) -> impl Iterator<Item = (usize, &'t T)> {
        self.kept.iter().filter_map(|at| Some((*at, self.all.get(*at)?)))
    }
}

/// The meeting's field that a fact fills.
const fn field_of(item: Item) -> Option<&'static str> {
    match item {
        Item::Title => Some("title"),
        Item::Kind => Some("kind"),
        Item::Date => Some("date"),
        Item::Status => Some("status"),
        Item::Time => Some("start_time"),
        Item::End => Some("end_time"),
        Item::NextDate => Some("next_date"),
        Item::Place => Some("venue"),
        Item::City => Some("city"),
        Item::Person(_)
        | Item::Body(_)
        | Item::Group(_)
        | Item::Goal(_)
        | Item::Topic(_)
        | Item::Proposal(_)
        | Item::Decision(_)
        | Item::FollowUp(_) => None,
    }
}

/// A fact as the meeting stores it.
fn stored(item: Item, values: &Values) -> Value {
    match item {
        Item::Kind => values.code.as_deref().and_then(MeetingKind::from_code).into(),
        Item::Date | Item::NextDate => values.date.as_deref().and_then(|iso| Date::from_iso(iso).ok()).into(),
        Item::Status => values.code.as_deref().and_then(MeetingStatus::from_code).into(),
        Item::Time | Item::End => values.time.as_deref().and_then(Time::from_stored).into(),
        Item::Title
        | Item::Place
        | Item::City
        | Item::Person(_)
        | Item::Body(_)
        | Item::Group(_)
        | Item::Goal(_)
        | Item::Topic(_)
        | Item::Proposal(_)
        | Item::Decision(_)
        | Item::FollowUp(_) => Value::from(values.text.trim()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::{BodyFind, Find, MeetingFind, Part, PersonFind, Statement};

    /// Two bodies, somebody of each, and what the one of the second is to do.
    fn read() -> (Intake, TakenIn) {
        let body = |name: &str| BodyFind { name: name.to_owned(), sureness: Sureness::Sure, ..BodyFind::default() };
        let person = |name: &str, body: usize, sureness| PersonFind {
            name: name.to_owned(),
            body: Some(body),
            part: Part::Attends,
            sureness,
            ..PersonFind::default()
        };
        let said = Statement {
            kind: OutcomeKind::FollowUp,
            text: "survey the sites".to_owned(),
            range: 0..1,
            owner: None,
            person: Some(1),
            body: None,
            due: None,
            sureness: Sureness::Sure,
        };
        let title = Find { value: "Parks".to_owned(), ranges: Vec::new(), sureness: Sureness::Sure };
        let intake = Intake {
            meeting: MeetingFind { title: Some(title), ..MeetingFind::default() },
            bodies: vec![body("Oasis"), body("Palms")],
            people: vec![person("Huda", 0, Sureness::Unsure), person("Saad", 1, Sureness::Sure)],
            follow_ups: vec![said],
            ..Intake::default()
        };
        let taken_person = |name: &str, body| TakenPerson {
            name: name.to_owned(),
            body: Some(body),
            comes: true,
            ..TakenPerson::default()
        };
        let taken_body = |name: &str| TakenBody { name: name.to_owned(), ..TakenBody::default() };
        let outcome = TakenOutcome {
            kind: OutcomeKind::FollowUp,
            text: "survey the sites".to_owned(),
            person: Some(1),
            body: None,
            due: None,
        };
        let whole = TakenIn {
            meeting: vec![("title", "Parks".into()), ("date", Value::Empty), ("mode", Value::Empty)],
            bodies: vec![taken_body("Oasis"), taken_body("Palms")],
            people: vec![taken_person("Huda", 0), taken_person("Saad", 1)],
            outcomes: vec![outcome],
            ..TakenIn::default()
        };
        (intake, whole)
    }

    fn taken(decisions: &Decisions) -> TakenIn {
        let (intake, whole) = read();
        decisions.taken(&intake, &whole, "text", Date::from_iso("2026-11-23").expect("a day"))
    }

    fn names(taken: &TakenIn) -> (Vec<&str>, Vec<&str>) {
        let bodies = taken.bodies.iter().map(|body| body.name.as_str()).collect();
        (bodies, taken.people.iter().map(|person| person.name.as_str()).collect())
    }

    #[test]
    fn what_the_text_leaves_open_goes_in_once_somebody_says_so() {
        let (intake, _) = read();
        let mut decisions = Decisions::default();
        assert_eq!(decisions.standing(Item::Person(0), &intake), Standing::Open);
        assert_eq!(names(&taken(&decisions)), (vec!["Oasis", "Palms"], vec!["Saad"]));
        assert_eq!(decisions.counts(&intake), (6, 5));
        decisions.accept_all(&intake);
        assert_eq!(names(&taken(&decisions)).1, ["Huda", "Saad"]);
        assert_eq!(decisions.counts(&intake), (6, 6));
    }

    #[test]
    fn what_goes_in_refers_to_what_goes_in() {
        let (intake, _) = read();
        let mut decisions = Decisions::default();
        decisions.drop_or_bring_back(Item::Body(0), &intake);
        let kept = taken(&decisions);
        assert_eq!(
            (kept.people[0].body, kept.outcomes[0].person),
            (Some(0), Some(0)),
            "Palms and Saad stand first now"
        );
        decisions.drop_or_bring_back(Item::Person(1), &intake);
        assert_eq!(taken(&decisions).outcomes[0].person, None);
        decisions.drop_or_bring_back(Item::Person(1), &intake);
        decisions.drop_or_bring_back(Item::Body(0), &intake);
        assert_eq!(decisions.counts(&intake), Decisions::default().counts(&intake), "twice is never");
    }

    #[test]
    fn what_was_corrected_goes_in_as_it_was_corrected() {
        let (intake, _) = read();
        let mut decisions = Decisions::default();
        let values = |item| Values::of(item, &intake);
        decisions.correct(Item::Date, &intake, Values { date: Some("2026-12-01".to_owned()), ..Values::default() });
        let person = Item::Person(1);
        let corrected = Values {
            text: " Saad Ali ".to_owned(),
            body: Some("Oasis".to_owned()),
            presence: Presence::Chairs,
            ..values(person)
        };
        decisions.correct(person, &intake, corrected);
        let task = Item::FollowUp(0);
        decisions.correct(task, &intake, Values { owner: Some(Owner::Body("Palms".to_owned())), ..values(task) });
        let kept = taken(&decisions);
        assert_eq!(kept.meeting[1], ("date", "2026-12-01".into()));
        assert_eq!(kept.status, Some(AttendanceStatus::Invited), "what is still to come is not attended yet");
        let saad = &kept.people[0];
        assert_eq!((saad.name.as_str(), saad.body, saad.is_chair), ("Saad Ali", Some(0), true));
        assert_eq!((kept.outcomes[0].person, kept.outcomes[0].body), (None, Some(1)));
        // Put back as the text has it, it is no correction any more.
        decisions.correct(person, &intake, values(person));
        assert_eq!(decisions.corrected(person, &intake), None);
    }
}
