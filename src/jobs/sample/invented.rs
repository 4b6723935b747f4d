//! Invented facts, in words of the interface: for a store in which nothing has happened yet.

use crate::calendar::{Date, Time};
use crate::documents::letter::LetterFacts;
use crate::documents::minutes::{AgendaItem, Attendee, Facts, Note, Outcome, Party, Person, Who};
use crate::documents::preparing::{Addressee, Coming, PlannedItem};
use crate::documents::press::PressFacts;
use crate::documents::{Letterhead, Occasion};
use crate::domain::{
    AgendaState, AttendanceStatus, Confidentiality, MeetingKind, MeetingMode, Naming, OutcomeKind, OutcomeStatus,
    Settings, Side,
};
use crate::strings::Tr;
use crate::tr;

/// The first items of the invented agenda.
const ITEMS: [&str; 2] = ["template-sample-item-1", "template-sample-item-2"];

fn occasion(today: Date, settings: &Settings, tr: &Tr) -> Occasion {
    let lines = settings.letterhead.lines().map(str::trim).filter(|line| !line.is_empty());
    Occasion {
        letterhead: Letterhead { lines: lines.map(str::to_owned).collect(), ..Letterhead::default() },
        title: tr!(tr, "template-sample-title"),
        number: String::new(),
        kind: Some(MeetingKind::Coordination),
        date: Some(today),
        start: Time::new(10, 0),
        end: Time::new(11, 30),
        venue: tr!(tr, "template-sample-venue"),
        city: String::new(),
        mode: Some(MeetingMode::InPerson),
        confidentiality: Some(Confidentiality::Public),
        purpose: tr!(tr, "template-sample-purpose"),
    }
}

fn chair(tr: &Tr) -> Person {
    Person { name: tr!(tr, "template-sample-chair"), post: tr!(tr, "template-sample-post"), ..Person::default() }
}

pub(super) fn minutes(today: Date, settings: &Settings, tr: &Tr) -> Facts {
    let item = |(at, key): (usize, &str)| AgendaItem {
        title: tr!(tr, key),
        presenter: None,
        planned_minutes: Some(30),
        state: AgendaState::Discussed,
        notes: if at == 0 { vec![Note::Text(tr!(tr, "template-sample-note"))] } else { Vec::new() },
        wording: String::new(),
    };
    let outcome = |kind, key: &str| Outcome {
        kind,
        number: String::new(),
        text: tr!(tr, key),
        details: String::new(),
        person: None,
        organisation: tr!(tr, "template-sample-body"),
        area: String::new(),
        goals: Vec::new(),
        due: Some(today),
        status: OutcomeStatus::NotStarted,
        priority: None,
        percent: None,
        meeting_number: String::new(),
        done_on: None,
        last_action: String::new(),
        carried: 0,
        reservations: Vec::new(),
    };
    Facts {
        occasion: occasion(today, settings, tr),
        attachments: Some(Vec::new()),
        parties: vec![
            Party { name: tr!(tr, "template-sample-host"), side: Side::Host },
            Party { name: tr!(tr, "template-sample-body"), side: Side::Invited },
        ],
        chair: Some(chair(tr)),
        attendance: vec![Attendee::new(Who::Person(chair(tr)), AttendanceStatus::Present)],
        agenda: ITEMS.into_iter().enumerate().map(item).collect(),
        outcomes: vec![
            outcome(OutcomeKind::Decision, "template-sample-decision"),
            outcome(OutcomeKind::FollowUp, "template-sample-task"),
        ],
        next_date: Some(today),
        ..Facts::default()
    }
}

pub(super) fn coming(today: Date, settings: &Settings, tr: &Tr) -> Coming {
    let item = |key| PlannedItem { title: tr!(tr, key), minutes: Some(30), ..PlannedItem::default() };
    Coming {
        occasion: occasion(today, settings, tr),
        today,
        hosts: vec![tr!(tr, "template-sample-host")],
        agenda: ITEMS.into_iter().map(item).collect(),
        sender: Some(chair(tr)),
        address: settings.address(Naming::Letter),
    }
}

pub(super) fn letter(letterhead: Letterhead, today: Date, settings: &Settings, tr: &Tr) -> LetterFacts {
    LetterFacts {
        letterhead,
        date: today,
        number: String::new(),
        attachments: String::new(),
        to: Addressee::Body { name: tr!(tr, "template-sample-body"), head: None },
        address: settings.address(Naming::Letter),
        subject: tr!(tr, "template-sample-title"),
        text: tr!(tr, "template-sample-note"),
        sender: Some(chair(tr)),
    }
}

pub(super) fn press(tr: &Tr) -> PressFacts {
    PressFacts {
        title: tr!(tr, "template-sample-title"),
        kind: Some(MeetingKind::Coordination),
        venue: tr!(tr, "template-sample-venue"),
        purpose: tr!(tr, "template-sample-purpose"),
        hosts: vec![tr!(tr, "template-sample-host")],
        guests: vec![tr!(tr, "template-sample-body")],
        topics: ITEMS.into_iter().map(|key| tr!(tr, key)).collect(),
        ..PressFacts::default()
    }
}
