//! Contacts (vCard) and calendars (iCalendar) as sheets: each card, each event is a row under the names of the fields.

use super::sheet::{Gathering, Sheet, refused};
use crate::calendar::{Date, Time};
use crate::error::Result;
use calcard::common::PartialDateTime;
use calcard::icalendar::{ICalendarComponent, ICalendarComponentType, ICalendarProperty, ICalendarValue};
use calcard::vcard::{VCard, VCardProperty, VCardValue};
use calcard::{Entry, Parser};

/// The columns of a card, called as the fields of a person are.
const OF_CARD: [&str; 6] = ["name", "post", "organisation", "phone", "email", "notes"];
/// The columns of an event, called as the fields of a meeting are.
const OF_EVENT: [&str; 6] = ["title", "date", "start_time", "end_time", "venue", "purpose"];

/// The sheet of a file of cards or of a calendar; nothing where it is neither.
pub(super) fn read(text: &str) -> Option<Result<Sheet>> {
    let begins: String = text.trim_start_matches('\u{FEFF}').trim_start().chars().take(16).collect();
    let begins = begins.to_ascii_uppercase();
    let columns = match begins.as_str() {
        begins if begins.starts_with("BEGIN:VCARD") => OF_CARD,
        begins if begins.starts_with("BEGIN:VCALENDAR") => OF_EVENT,
        _ => return None,
    };
    Some(rows(text, &columns))
}

fn rows(text: &str, columns: &[&str]) -> Result<Sheet> {
    let mut gathering = Gathering::new("");
    for (column, name) in columns.iter().enumerate() {
        gathering.put(0, column, name)?;
    }
    let mut parser = Parser::new(text);
    let mut row = 1;
    loop {
        #[expect(clippy::wildcard_enum_match_arm, reason = "another library's list, of which little is wanted")]
        let rows: Vec<Vec<String>> = match parser.entry() {
            Entry::VCard(card) => vec![of_card(&card)],
            Entry::ICalendar(calendar) => calendar.components.iter().filter_map(of_event).collect(),
            Entry::Eof => break,
            Entry::TooManyComponents => return Err(refused("too-large", "components")),
            Entry::UnterminatedComponent(name) => return Err(refused("broken", name)),
            // A line between cards that is none of them.
            _ => Vec::new(),
        };
        for cells in rows {
            for (column, cell) in cells.iter().enumerate() {
                gathering.put(row, column, cell)?;
            }
            row += 1;
        }
    }
    Ok(gathering.sheet())
}

fn words_of(value: &VCardValue) -> Vec<&str> {
    #[expect(clippy::wildcard_enum_match_arm, reason = "another library's list, of which little is wanted")]
    match value {
        VCardValue::Component(parts) => parts.iter().map(String::as_str).collect(),
        VCardValue::Text(text) => vec![text.as_str()],
        _ => Vec::new(),
    }
}

fn of_card(card: &VCard) -> Vec<String> {
    let words = |property: &VCardProperty| {
        let entry = card.entries.iter().find(|entry| entry.name == *property)?;
        let parts: Vec<&str> = entry.values.iter().flat_map(words_of).filter(|part| !part.trim().is_empty()).collect();
        Some(parts)
    };
    let first = |property| words(&property).and_then(|parts| parts.first().map(|part| (*part).to_owned()));
    // A structured name is written family first.
    let structured = || {
        let parts = words(&VCardProperty::N)?;
        let (family, given) = parts.split_first()?;
        Some(given.iter().chain([family]).copied().collect::<Vec<_>>().join(" "))
    };
    let name = first(VCardProperty::Fn).or_else(structured);
    let phone = first(VCardProperty::Tel).map(|phone| phone.trim_start_matches("tel:").to_owned());
    let of_field = |field: &&str| match *field {
        "name" => name.clone(),
        "post" => first(VCardProperty::Title).or_else(|| first(VCardProperty::Role)),
        "organisation" => first(VCardProperty::Org),
        "phone" => phone.clone(),
        "email" => first(VCardProperty::Email),
        _ => first(VCardProperty::Note),
    };
    OF_CARD.iter().map(|field| of_field(field).unwrap_or_default()).collect()
}

fn of_event(component: &ICalendarComponent) -> Option<Vec<String>> {
    if component.component_type != ICalendarComponentType::VEvent {
        return None;
    }
    let value = |property: ICalendarProperty| {
        component.entries.iter().find(|entry| entry.name == property).and_then(|entry| entry.values.first())
    };
    let words = |property| match value(property) {
        Some(ICalendarValue::Text(text)) => text.clone(),
        _ => String::new(),
    };
    let when = |property| match value(property) {
        Some(ICalendarValue::PartialDateTime(when)) => here(when),
        _ => None,
    };
    let (start, end) = (when(ICalendarProperty::Dtstart), when(ICalendarProperty::Dtend));
    let clock = |when: Option<(Date, Option<Time>)>| {
        when.and_then(|(_, time)| time).map(|time| time.to_string()).unwrap_or_default()
    };
    Some(vec![
        words(ICalendarProperty::Summary),
        start.map(|(day, _)| day.iso()).unwrap_or_default(),
        clock(start),
        clock(end),
        words(ICalendarProperty::Location),
        words(ICalendarProperty::Description),
    ])
}

/// The country's clock is three hours ahead of the world's, all year; a time without a zone is the country's own.
fn here(when: &PartialDateTime) -> Option<(Date, Option<Time>)> {
    let day = Date::gregorian(i32::from(when.year?), when.month?, when.day?).ok()?;
    let Some(time) = when.hour.and_then(|hour| Time::new(hour, when.minute.unwrap_or_default())) else {
        return Some((day, None));
    };
    let Some(hours) = when.tz_hour else { return Some((day, Some(time))) };
    let ahead = i64::from(hours) * 60 + i64::from(when.tz_minute.unwrap_or_default());
    let ahead = if when.tz_minus { -ahead } else { ahead };
    let minutes = time.minutes() + 180 - ahead;
    Some((day.add_days(minutes.div_euclid(24 * 60)).ok()?, Some(Time::new(0, 0)?.plus(minutes))))
}
