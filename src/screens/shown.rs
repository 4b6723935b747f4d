//! How declared fields are shown wherever they are: their words, their colours, the days by which something ends, the chip
//! of a status with the menu of its moves.

use super::{Cx, Route, form, parts};
use crate::calendar::{Date, Time};
use crate::domain::{
    Entity, EntryList, Field, FieldKind, MeetingId, MeetingStatus, OrganisationKind, OutcomeKind, OutcomeStatus,
    Priority, Record, Rule, Severity, lifecycle, status_words,
};
use crate::store::Along;
use crate::store::query::Cell;
use crate::strings::Tr;
pub use crate::strings::capitalised;
use crate::tr;
use crate::widgets::{Chip, MenuEntry, Tone, menu_below_with};
use egui::Ui;

/// The key of a field's label.
pub fn field_key(entity: Entity, field: &Field) -> String {
    format!("field-{}-{}", entity.code(), field.name)
}

/// Does a number tell what the field leads to from its like? It keeps its order behind the name as it does alone.
const fn is_told_by_number(kind: FieldKind) -> bool {
    matches!(
        kind,
        FieldKind::Link(
            Entity::Meeting | Entity::Outcome | Entity::Partnership | Entity::Regulation | Entity::AgendaItem
        )
    )
}

/// The same of a record of that kind, with which its status agrees.
pub fn words_of(field: &Field, cell: &Cell, kind: &str, cx: &Cx<'_>) -> Option<String> {
    match (field.kind, OutcomeKind::from_code(kind)) {
        (FieldKind::Choice(choices), Some(kind)) if field.name == "status" && !cell.text().is_empty() => {
            Some(status_words(&choices.label_key(cell.text()), Some(kind), cx.tr))
        }
        _ => words(field, cell, cx),
    }
}

/// What a field holds, in words; nothing for an empty one.
pub fn words(field: &Field, cell: &Cell, cx: &Cx<'_>) -> Option<String> {
    let tr = cx.tr;
    let words = match field.kind {
        FieldKind::Choice(choices) if !cell.text().is_empty() => tr!(tr, &choices.label_key(cell.text())),
        FieldKind::Date => cell.date().map(|date| date.medium(tr, cx.settings.calendars)).unwrap_or_default(),
        FieldKind::Percent => {
            let percent = |number| crate::arabic::percent(number, cx.settings.digits);
            cell.number().map(percent).unwrap_or_default()
        }
        FieldKind::Flag => match cell.number() {
            Some(0) => tr!(tr, "no"),
            Some(_) => tr!(tr, "yes"),
            None => String::new(),
        },
        FieldKind::Number => cell.number().map(|number| tr.number(number)).unwrap_or_default(),
        FieldKind::Phone if !cell.text().is_empty() => tr.code(&crate::arabic::format_phone(cell.text())),
        // A series' rule is stored as calendars write it.
        FieldKind::Code if field.name == "repeats" => {
            Rule::parse(cell.text()).map(|rule| form::rule::words(rule, tr)).unwrap_or_default()
        }
        FieldKind::Code if !cell.text().is_empty() => tr.code(cell.text()),
        FieldKind::Time => Time::from_stored(cell.text()).map(|time| time.text(tr)).unwrap_or_default(),
        FieldKind::Entry(_) if cell.detail.is_empty() => tr.named(&cell.name).to_owned(),
        FieldKind::Link(_) | FieldKind::Any if cell.detail.is_empty() => cell.name.clone(),
        FieldKind::Entry(_) | FieldKind::Link(_) | FieldKind::Any => {
            let detail = if is_told_by_number(field.kind) { tr.code(&cell.detail) } else { cell.detail.clone() };
            tr!(tr, "record-name-and-detail", name = &cell.name, detail = detail)
        }
        FieldKind::Line | FieldKind::Prose => cell.text().to_owned(),
        FieldKind::Choice(_) | FieldKind::Code | FieldKind::Phone | FieldKind::Position => String::new(),
    };
    Some(words).filter(|words| !words.is_empty())
}

/// What a record is, in a word: its kind where kinds matter, else its entity.
pub fn kind_words(record: Record, kind: &str, tr: &Tr) -> String {
    if record.entity == Entity::Organisation && !kind.is_empty() {
        return tr!(tr, &OrganisationKind::CHOICES.label_key(kind));
    }
    match OutcomeKind::from_code(kind).filter(|_| record.entity == Entity::Outcome) {
        Some(kind) => tr!(tr, kind.label_key()),
        None if record.entity == Entity::Entry && !kind.is_empty() => list_words(kind, tr),
        None => tr!(tr, &format!("entity-{}", record.entity.code())),
    }
}

/// What one entry of a list is called; a list whose entries are met by themselves has a word for one of them.
pub fn list_words(list: &str, tr: &Tr) -> String {
    match list {
        goal if goal == EntryList::Goal.code() => tr!(tr, "entry-goal"),
        tag if tag == EntryList::Tag.code() => tr!(tr, "entry-tag"),
        other => tr!(tr, &EntryList::CHOICES.label_key(other)),
    }
}

/// The colour of what a record is.
pub fn record_tone(record: Record, kind: &str) -> Tone {
    match (record.entity, OutcomeKind::from_code(kind)) {
        (Entity::Outcome, Some(kind)) => parts::kind_tone(kind),
        (Entity::Meeting, _) => Tone::Green,
        (Entity::Partnership, _) => Tone::Blue,
        (Entity::Regulation, _) => Tone::Blue,
        _ => Tone::Neutral,
    }
}

/// The colour of an entry of a closed list.
pub fn choice_tone(field: &str, code: &str) -> Tone {
    match field {
        "kind" => OutcomeKind::from_code(code).map_or(Tone::Neutral, parts::kind_tone),
        "priority" => Priority::from_code(code).map_or(Tone::Neutral, parts::priority_tone),
        "severity" => match Severity::from_code(code) {
            Some(Severity::Critical) => Tone::Red,
            Some(Severity::High) => Tone::Amber,
            Some(Severity::Medium | Severity::Low) | None => Tone::Neutral,
        },
        _ => Tone::Neutral,
    }
}

/// The words and the tone of a day by which something is due or ends; nothing where it is done with.
pub fn due_words(
    day: Option<Date>,
    (kind, status): (Option<OutcomeKind>, Option<OutcomeStatus>),
    is_end: bool,
    cx: &Cx<'_>,
) -> Option<(String, Tone)> {
    let day = day.filter(|_| !status.is_some_and(lifecycle::is_closed))?;
    let days = cx.today.days_until(day);
    let tone = match days {
        days if days < 0 => Tone::Red,
        0..=1 => Tone::Amber,
        days if is_end && days <= lifecycle::EXPIRING_DAYS => Tone::Amber,
        _ => Tone::Neutral,
    };
    Some((crate::domain::due_words(day, kind, cx.today, cx.tr), tone))
}

/// A chip of where something stands, and the menu of where it may go.
pub fn status_menu(
    ui: &mut Ui,
    tr: &Tr,
    (what, kind): (&str, Option<OutcomeKind>),
    present: OutcomeStatus,
    choices: impl Fn() -> Vec<OutcomeStatus>,
) -> Option<OutcomeStatus> {
    let words = present.words(kind, tr);
    let name = tr!(tr, "register-status-of", what = what);
    let button = ui.add(Chip::new(&words, parts::outcome_tone(present)).menu(&name));
    let entry = |status: &OutcomeStatus| MenuEntry::new(status.words(kind, tr)).current(*status == present);
    let chosen = menu_below_with(ui, &button, &name, || choices().iter().map(entry).collect())?;
    choices().get(chosen).copied()
}

/// Where a record of that kind stands, in words; nothing for what has no status.
pub fn standing_words(record: Record, (kind, status): (&str, &str), tr: &Tr) -> Option<String> {
    if record.entity == Entity::Meeting {
        return Some(tr!(tr, MeetingStatus::from_code(status)?.label_key()));
    }
    Some(OutcomeStatus::from_code(status)?.words(OutcomeKind::from_code(kind), tr))
}

/// So many sorts of what went along are named.
const ALONG_NAMED: usize = 3;

/// «3 بنود، و5 متابعات»: what went into the bin along with something, the weightiest first.
pub fn along_words(along: &[Along], tr: &Tr) -> String {
    // What is left is named too where it is of one sort: its name is no longer than saying that there is more.
    let named = if along.len() > ALONG_NAMED + 1 { ALONG_NAMED } else { along.len() };
    let one = |along: &Along| {
        let sort = along.kind.map_or(along.entity.code(), OutcomeKind::code);
        tr!(tr, &format!("along-{sort}"), count = along.count)
    };
    let mut words: Vec<String> = along.iter().take(named).map(one).collect();
    let others: i64 = along.iter().skip(named).map(|along| along.count).sum();
    if others > 0 {
        words.push(tr!(tr, "along-others", count = others));
    }
    tr.list(&words)
}

/// Where a record is opened: a meeting in its workspace, everything else on its page.
pub fn route_of(record: Record) -> Route {
    if record.entity == Entity::Meeting { Route::Meeting(MeetingId(record.id)) } else { Route::Record(record) }
}

/// The register that lists a record.
pub fn register_of(record: Record, kind: &str) -> Route {
    match (record.entity, OutcomeKind::from_code(kind)) {
        (Entity::Outcome, Some(kind)) if kind.is_proposal() => Route::Proposals,
        (Entity::Outcome, Some(OutcomeKind::Challenge | OutcomeKind::Opportunity)) => Route::Challenges,
        (Entity::Outcome, _) => Route::FollowUps,
        (Entity::Partnership, _) => Route::Partnerships,
        (Entity::Regulation, _) => Route::Regulations,
        (Entity::Organisation | Entity::Alias, _) => Route::Organisations,
        (Entity::Person | Entity::Post, _) => Route::People,
        (Entity::Setting | Entity::Entry, _) => Route::Settings,
        _ => Route::Meetings,
    }
}
