//! Writes a meeting as a calendar file (iCalendar), for the calendars of those who are invited.
//!
//! Times are written in UTC: the file then needs no time zone of its own, and every program reads them alike. The meeting
//! keeps its name through all its changes, and each of them has a higher number, so that a newer file replaces the older.
//! Who else is invited stands in no file: it goes from hand to hand, and their addresses are nobody's business.

use super::clean;
use crate::calendar::{Date, Time};
use icalendar::{Calendar, Class, Component, Event, EventStatus, Property};

/// A meeting as a calendar holds it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CalendarEvent {
    /// Its own name everywhere and always.
    pub uid: String,
    /// Grows with each change.
    pub sequence: i64,
    /// When this was written down, in Unix seconds.
    pub stamped_at: i64,
    /// What it is called.
    pub title: String,
    /// What it is about: purpose and agenda.
    pub about: String,
    /// Where.
    pub place: String,
    /// Its day; without one nothing can be written.
    pub date: Option<Date>,
    /// When it begins, at UTC+3; without it, it lasts the whole day.
    pub start: Option<Time>,
    /// How long it lasts.
    pub minutes: Option<i64>,
    /// Who invites: name and address.
    pub organizer: Option<(String, String)>,
    /// It was called off.
    pub is_cancelled: bool,
    /// Whether it takes place is not certain yet.
    pub is_tentative: bool,
    /// It is nobody else's business.
    pub is_private: bool,
}

/// UTC+3 all year round.
const OFFSET_MINUTES: i64 = 180;
const DAY_MINUTES: i64 = 24 * 60;

/// The file; nothing for a meeting without a day.
pub fn write(event: &CalendarEvent) -> Option<String> {
    let date = event.date?;
    let mut entry = Event::new();
    entry.uid(&event.uid).summary(&clean(&event.title));
    entry.add_property("DTSTAMP", moment(Date::at_unix(event.stamped_at), Time::at_unix(event.stamped_at), 0)?);
    entry.add_property("SEQUENCE", event.sequence.max(0).to_string());
    match event.start {
        Some(start) => {
            entry.add_property("DTSTART", moment(date, start, 0)?);
            if let Some(minutes) = event.minutes.filter(|minutes| *minutes > 0) {
                entry.add_property("DTEND", moment(date, start, minutes)?);
            }
        }
        None => {
            for (name, day) in [("DTSTART", date), ("DTEND", date.add_days(1).ok()?)] {
                entry.append_property(Property::new(name, plain(day)).add_parameter("VALUE", "DATE").done());
            }
        }
    }
    for (name, text) in [("DESCRIPTION", &event.about), ("LOCATION", &event.place)] {
        let text = clean(text);
        if !text.is_empty() {
            entry.add_property(name, text);
        }
    }
    if let Some((name, address)) = &event.organizer {
        let address = format!("mailto:{}", address.trim());
        entry.append_property(Property::new("ORGANIZER", address).add_parameter("CN", &quotable(name)).done());
    }
    entry.status(match (event.is_cancelled, event.is_tentative) {
        (true, _) => EventStatus::Cancelled,
        (false, true) => EventStatus::Tentative,
        (false, false) => EventStatus::Confirmed,
    });
    if event.is_private {
        entry.append_property(Class::Private);
    }
    let mut calendar = Calendar::empty();
    let program = concat!("-//", env!("CARGO_PKG_NAME"), "//", env!("CARGO_PKG_VERSION"), "//");
    for (name, value) in [("VERSION", "2.0"), ("PRODID", program), ("CALSCALE", "GREGORIAN")] {
        calendar.append_property(Property::new(name, value));
    }
    // A published event has to say who publishes it; without that it is a plain entry.
    if event.organizer.is_some() {
        calendar.append_property(Property::new("METHOD", if event.is_cancelled { "CANCEL" } else { "PUBLISH" }));
    }
    calendar.push(entry.done());
    Some(calendar.done().to_string())
}

/// A name inside quotes: those it has itself would end it.
fn quotable(name: &str) -> String {
    let plain: String = clean(name).chars().filter(|letter| !matches!(letter, '"' | '\n')).collect();
    format!("\"{plain}\"")
}

/// So many minutes after a time of a day at UTC+3, in UTC.
fn moment(date: Date, time: Time, after: i64) -> Option<String> {
    let minutes = time.minutes() - OFFSET_MINUTES + after;
    let day = date.add_days(minutes.div_euclid(DAY_MINUTES)).ok()?;
    let time = minutes.rem_euclid(DAY_MINUTES);
    Some(format!("{}T{:02}{:02}00Z", plain(day), time / 60, time % 60))
}

/// «20261123»
fn plain(date: Date) -> String {
    date.iso().replace('-', "")
}

#[cfg(test)]
mod tests {
    use super::*;
    use calcard::icalendar::{ICalendar, ICalendarProperty, ICalendarValue};

    fn event() -> CalendarEvent {
        CalendarEvent {
            uid: "0198-a@tansiq".into(),
            sequence: 4,
            stamped_at: 1_795_417_200,
            title: "الاجتماع التنسيقي، الثاني; \"بيئة\"".into(),
            about: "جدول الأعمال:\n1. الافتتاح، 5 دقائق\n2. ".to_owned() + &"المبادرات والمقترحات ".repeat(20),
            place: "مقر الأمانة، الدمام".into(),
            date: Date::from_iso("2026-11-23").ok(),
            start: Time::new(1, 30),
            minutes: Some(90),
            organizer: Some(("أمانة الواحة".into(), "amana@example.org".into())),
            ..CalendarEvent::default()
        }
    }

    /// The values of a property of the event, as another library reads them.
    fn read(file: &str, property: &ICalendarProperty) -> Vec<String> {
        let calendar = ICalendar::parse(file).expect("it is read");
        let event = calendar.components.iter().find(|component| component.component_type.as_str() == "VEVENT");
        let entries = event.expect("an event").entries.iter().filter(|entry| entry.name == *property);
        entries
            .flat_map(|entry| &entry.values)
            .map(|value| if let ICalendarValue::Text(text) = value { text.clone() } else { format!("{value:?}") })
            .collect()
    }

    #[test]
    fn another_library_reads_what_was_written() {
        let file = write(&event()).expect("a file");
        assert_eq!(read(&file, &ICalendarProperty::Summary), [event().title]);
        assert_eq!(read(&file, &ICalendarProperty::Description), [event().about.trim_end()]);
        assert_eq!(read(&file, &ICalendarProperty::Location), [event().place]);
        assert_eq!(read(&file, &ICalendarProperty::Uid), [event().uid]);
        // Half past one in the night at UTC+3 is the evening before.
        assert!(file.contains("DTSTART:20261122T223000Z\r\n"), "{file}");
        assert!(file.contains("DTEND:20261123T000000Z\r\n") && file.contains("SEQUENCE:4\r\n"), "{file}");
        assert!(file.lines().all(|line| line.len() <= 75), "long lines are folded");
    }

    #[test]
    fn without_a_time_it_lasts_the_day_and_without_a_day_there_is_no_file() {
        let day = CalendarEvent { start: None, ..event() };
        let file = write(&day).expect("a file");
        assert!(file.contains("DTSTART;VALUE=DATE:20261123") && file.contains("DTEND;VALUE=DATE:20261124"), "{file}");
        assert_eq!(write(&CalendarEvent { date: None, ..event() }), None);
    }

    #[test]
    fn what_is_called_off_says_so() {
        let file = write(&CalendarEvent { is_cancelled: true, ..event() }).expect("a file");
        assert!(file.contains("METHOD:CANCEL") && file.contains("STATUS:CANCELLED"), "{file}");
    }
}
