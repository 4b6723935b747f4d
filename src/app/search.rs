//! The search over everything: what the store finds and the commands whose names hold the words.

use super::UiCommand;
use crate::arabic;
use crate::calendar::Calendars;
use crate::domain::{Entity, OutcomeKind, Record, Settings};
use crate::screens::registers::QuickKind;
use crate::screens::{Route, parts, route_of};
use crate::store::query::{self, Hit};
use crate::store::{Changes, Live, Store};
use crate::strings::Tr;
use crate::tr;
use crate::widgets::Tone;
use crate::widgets::palette::{Palette, PaletteItem, PaletteWords};

/// How many finds are asked for.
const LIMIT: usize = 50;

/// The open search.
pub(super) struct Search {
    palette: Palette,
    found: Live<query::Search>,
}

/// What was chosen.
#[derive(Clone, Copy, Debug)]
pub(super) enum Chosen {
    Command(UiCommand),
    New(QuickKind),
    Record(Record, Route),
}

/// How the search was left.
pub(super) enum SearchOutput {
    Open,
    Closed,
    Chosen(Chosen),
}

impl Search {
    pub(super) fn new() -> Self {
        Self { palette: Palette::new(), found: Live::default() }
    }

    pub(super) fn note(&mut self, changes: Changes) {
        self.found.note(changes);
    }

    pub(super) fn show(&mut self, ctx: &egui::Context, store: &Store, tr: &Tr, settings: &Settings) -> SearchOutput {
        let text = self.palette.text.trim().to_owned();
        let mut items = Vec::new();
        let mut targets = Vec::new();
        let mut found = 0;
        if !text.is_empty() {
            let hits = self.found.get(store, query::Search { text: text.clone(), limit: LIMIT });
            // Finds of one sort stand together, the sort of the best find first.
            for hit in grouped(hits.map_or(&[], Vec::as_slice)) {
                items.push(item(hit, tr, settings.calendars));
                targets.push(Chosen::Record(hit.record, route(hit)));
            }
            found = items.len();
        }
        let folded = arabic::fold(&text);
        for command in UiCommand::ALL {
            let label = command.label(tr);
            if command != UiCommand::Search && arabic::fold(&label).contains(&folded) {
                items.push(PaletteItem {
                    kind: tr!(tr, "shell-command"),
                    title: label,
                    end: command.shortcut().text(),
                    ..PaletteItem::default()
                });
                targets.push(Chosen::Command(command));
            }
        }
        // «+ متابعة»: by its sign, by the word for new, by its name.
        let new = arabic::fold(&tr!(tr, "quick-add"));
        for kind in QuickKind::all().into_iter().filter(|_| !folded.is_empty() && !store.is_read_only()) {
            let asked = folded.trim_start_matches('+').trim();
            let is_asked = arabic::fold(&kind.label(tr)).contains(asked) || new.contains(&folded);
            if is_asked {
                items.push(kind.item(tr));
                targets.push(Chosen::New(kind));
            }
        }
        let count = if found > 0 { tr!(tr, "shell-search-found", count = found) } else { String::new() };
        let words = PaletteWords {
            name: &tr!(tr, "shell-search"),
            hint: &tr!(tr, "shell-search-hint"),
            // Nothing is said to be missing before the answer is there.
            nothing: &if self.found.is_loading() {
                String::new()
            } else if store.is_indexing() {
                tr!(tr, "search-is-building-now")
            } else {
                tr!(tr, "shell-search-nothing")
            },
            count: &count,
            keys: [&tr!(tr, "shell-key-walk"), &tr!(tr, "shell-key-open"), &tr!(tr, "shell-key-close")],
            is_waiting: !text.is_empty() && self.found.is_loading(),
        };
        let output = self.palette.show(ctx, &words, &items);
        match output.chosen.and_then(|index| targets.get(index)) {
            Some(chosen) => SearchOutput::Chosen(*chosen),
            None if output.is_closed => SearchOutput::Closed,
            None => SearchOutput::Open,
        }
    }
}

fn grouped(hits: &[Hit]) -> Vec<&Hit> {
    let mut order: Vec<&str> = Vec::new();
    for hit in hits {
        if !order.contains(&hit.kind_key) {
            order.push(hit.kind_key);
        }
    }
    order.iter().flat_map(|kind| hits.iter().filter(move |hit| hit.kind_key == *kind)).collect()
}

fn item(hit: &Hit, tr: &Tr, calendars: Calendars) -> PaletteItem {
    let date = hit.date.map(|date| parts::day(date, tr, calendars)).unwrap_or_default();
    // What was found in the title is marked there; what stands in the words that were found is not said again at the end.
    let is_title = hit.snippet == hit.title;
    let is_said = hit.snippet.contains(hit.number.as_str());
    PaletteItem {
        kind: tr!(tr, hit.kind_key),
        tone: tone(hit),
        title: hit.title.clone(),
        snippet: if is_title { String::new() } else { hit.snippet.clone() },
        marks: hit.marks.clone(),
        end: match (date.is_empty(), is_said) {
            (false, _) => date,
            (true, true) => String::new(),
            (true, false) => tr.code(&hit.number),
        },
    }
}

fn tone(hit: &Hit) -> Tone {
    let outcome = OutcomeKind::ALL.iter().find(|kind| kind.label_key() == hit.kind_key);
    match (outcome, hit.record.entity) {
        (Some(kind), _) => parts::kind_tone(*kind),
        (None, Entity::Meeting | Entity::Block | Entity::AgendaItem | Entity::Attendance | Entity::Party) => {
            Tone::Green
        }
        (None, _) => Tone::Neutral,
    }
}

/// Where a find is opened: a meeting and what is part of one in the meeting, everything else on its page.
fn route(hit: &Hit) -> Route {
    match (hit.record.entity, hit.meeting) {
        (Entity::Setting, _) => Route::Settings,
        (Entity::Block | Entity::AgendaItem | Entity::Attendance | Entity::Party, Some(meeting)) => {
            Route::Meeting(meeting)
        }
        (Entity::Block | Entity::AgendaItem | Entity::Attendance, None) => Route::Meetings,
        _ => route_of(hit.page),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arabic::Digits;
    use crate::strings::Language;

    fn check((title, snippet, number): (&str, &str, &str), expected: (&str, &str, &str)) {
        let tr = Tr::new(Language::Arabic, Digits::Latin);
        let record = Record { entity: Entity::Alias, id: 1 };
        let hit = Hit {
            record,
            kind_key: "hit-alias",
            number: number.to_owned(),
            title: title.to_owned(),
            snippet: snippet.to_owned(),
            marks: Vec::new(),
            date: None,
            meeting: None,
            page: record,
        };
        let item = item(&hit, &tr, Calendars::HijriFirst);
        let end = item.end.replace(|letter| ('\u{2066}'..='\u{2069}').contains(&letter), "");
        assert_eq!((item.title.as_str(), item.snippet.as_str(), end.as_str()), expected);
    }

    #[test]
    fn a_find_says_each_name_once() {
        let (whole, short) = ("أمانة المنطقة الشرقية", "أمانة الشرقية");
        // A body by its other name, and by its own.
        check((whole, short, short), (whole, short, ""));
        check((whole, whole, "123"), (whole, "", "123"));
        check((whole, "ترخيص 123", "123"), (whole, "ترخيص 123", ""));
        check((whole, "حي النخيل", "123"), (whole, "حي النخيل", "123"));
        check((whole, whole, ""), (whole, "", ""));
    }
}
