//! The search over everything: what the store finds, what narrows it, and the commands, days and new things that the words
//! name. Behind «>» it lists commands only.

mod narrowing;

use super::UiCommand;
use super::shell::screen_key;
use crate::arabic;
use crate::calendar::{self, Calendars, Date};
use crate::domain::{Entity, OutcomeKind, Record, SearchText, Settings};
use crate::screens::registers::QuickKind;
use crate::screens::{Route, ScreenCommand, parts, route_of};
use crate::store::query::{self, Hit, SearchedRecords};
use crate::store::{Changes, Live, Store};
use crate::strings::Tr;
use crate::tr;
use crate::widgets::palette::{Palette, PaletteChips, PaletteItem, PaletteWords};
use crate::widgets::{Direction, Tone};
use narrowing::Narrowing;

/// How many finds are listed.
const LIMIT: usize = 50;

/// From so many records on they are told in thousands.
const THOUSANDS: usize = 11_000;

/// The open search.
pub(super) struct Search {
    palette: Palette,
    narrowing: Narrowing,
    found: Live<query::Search>,
    records: Live<SearchedRecords>,
}

/// What the search knows of the window.
pub(super) struct Here<'a> {
    /// The day.
    pub today: Date,
    /// What can be done on the open screen.
    pub commands: &'a [ScreenCommand],
    /// Is a passing message on show?
    pub has_message: bool,
}

/// What was chosen.
#[derive(Clone, Copy, Debug)]
pub(super) enum Chosen {
    Command(UiCommand),
    /// Something on the open screen.
    Here(ScreenCommand),
    New(QuickKind),
    Record(Record, Route),
    /// The month of a day.
    Day(Date),
    /// A meeting on a day.
    NewMeeting(Date),
}

/// How the search was left.
pub(super) enum SearchOutput {
    Open,
    Closed,
    Chosen(Chosen),
}

/// Whoever types more words than these looks for no command.
const MOST_COMMAND_WORDS: usize = 3;

/// How much of a command's name was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Named {
    Whole,
    InPart,
}

/// What is listed, with what each leads to.
#[derive(Default)]
struct Listed {
    items: Vec<PaletteItem>,
    targets: Vec<Chosen>,
}

impl Listed {
    fn push(&mut self, item: PaletteItem, target: Chosen) {
        self.items.push(item);
        self.targets.push(target);
    }

    /// The commands whose names, or other words for the same (`…-also`), hold the words in any form of theirs, those of the
    /// open screen first. Whoever types the whole name of one means it: such are listed apart, before all else.
    fn commands(&mut self, named: Named, folded: &str, tr: &Tr, here: &Here<'_>) {
        let asked = arabic::query(folded);
        let is_word = (1..=MOST_COMMAND_WORDS).contains(&asked.len()) && folded.chars().count() > 2;
        let holds = |label: &str| {
            arabic::fold(label).contains(folded)
                || is_word && arabic::matches(&asked, &arabic::analyse(label)).is_some()
        };
        let is_whole = |name: &str| !folded.is_empty() && arabic::fold(name) == folded;
        let is_listed = |title: &str, key: &str, is_whole: bool| match named {
            Named::Whole => is_whole,
            Named::InPart => {
                let also = format!("{key}-also");
                !is_whole && (holds(title) || !folded.is_empty() && tr.key_exists(&also) && holds(&tr!(tr, &also)))
            }
        };
        for command in here.commands {
            let title = tr!(tr, command.label_key());
            if is_listed(&title, command.label_key(), is_whole(&title)) {
                let (kind, end) = (tr!(tr, "shell-command"), command.keys().to_owned());
                let item = PaletteItem { kind, title, end, ..PaletteItem::default() };
                self.push(item, Chosen::Here(*command));
            }
        }
        for command in UiCommand::ALL {
            let title = command.label(tr);
            let is_offered = command != UiCommand::Search && (command != UiCommand::GoMessage || here.has_message);
            // A screen goes by its own name too.
            let is_whole = is_whole(&title) || command.route().is_some() && is_whole(&tr!(tr, screen_key(command)));
            if is_offered && is_listed(&title, command.label_key(), is_whole) {
                let (kind, end) = (tr!(tr, "shell-command"), command.shortcut().keys(Direction::new(tr.is_rtl())));
                self.push(PaletteItem { kind, title, end, ..PaletteItem::default() }, Chosen::Command(command));
            }
        }
    }

    /// The way to a typed day, and a meeting on it.
    fn day(&mut self, typed: &str, store: &Store, tr: &Tr, calendars: Calendars, today: Date) {
        let Ok(day) = calendar::parse(typed, today) else { return };
        let item = |title: String| PaletteItem {
            kind: tr!(tr, "search-day"),
            tone: Tone::Blue,
            title,
            ..PaletteItem::default()
        };
        let title = tr!(tr, "search-go-day", day = day.long(tr, calendars));
        self.push(item(title), Chosen::Day(day));
        if !store.is_read_only() {
            self.push(item(tr!(tr, "search-meeting-on")), Chosen::NewMeeting(day));
        }
    }

    /// «+ متابعة»: by its sign, by the word for new, by its name.
    fn new_records(&mut self, folded: &str, tr: &Tr) {
        let new = arabic::fold(&tr!(tr, "quick-add"));
        for kind in QuickKind::all() {
            let asked = folded.trim_start_matches('+').trim();
            if arabic::fold(&kind.label(tr)).contains(asked) || new.contains(folded) {
                self.push(kind.item(tr), Chosen::New(kind));
            }
        }
    }
}

impl Search {
    pub(super) fn new() -> Self {
        Self {
            palette: Palette::new(),
            narrowing: Narrowing::default(),
            found: Live::default(),
            records: Live::default(),
        }
    }

    pub(super) fn note(&mut self, changes: Changes) {
        self.found.note(changes);
        self.records.note(changes);
        self.narrowing.note(changes);
    }

    pub(super) fn show(
        &mut self,
        ctx: &egui::Context,
        store: &Store,
        tr: &Tr,
        settings: &Settings,
        here: &Here<'_>,
    ) -> SearchOutput {
        let read = self.narrowing.take_up(&mut self.palette.text, here.today);
        let mut listed = Listed::default();
        // A right-to-left line shows the sign the other way round, and people type what they see.
        let command = self.palette.text.trim_start().strip_prefix(['>', '<']).map(|rest| arabic::fold(rest.trim()));
        let foot = match &command {
            Some(folded) => {
                listed.commands(Named::Whole, folded, tr, here);
                listed.commands(Named::InPart, folded, tr, here);
                Foot::default()
            }
            None => self.list(&mut listed, &read, store, tr, settings, here),
        };
        // Nor is anything missing while a filter waits for its value.
        let is_begun = read.begun.as_ref().is_some_and(|begun| begun.filter.is_some()) && read.words.is_empty();
        let is_waiting = command.is_none() && (is_begun || self.found.is_loading());
        // Nothing is said to be missing before the answer is there.
        let nothing = if is_waiting {
            String::new()
        } else if store.is_indexing() {
            tr!(tr, "search-is-building-now")
        } else {
            tr!(tr, "shell-search-nothing")
        };
        let words = PaletteWords {
            name: &tr!(tr, "shell-search"),
            hint: &tr!(tr, "shell-search-hint"),
            nothing: &nothing,
            count: &foot.words,
            heard: if listed.items.is_empty() { &nothing } else { &foot.heard },
            keys: [
                ("\u{2191}\u{2193}", &tr!(tr, "shell-key-walk")),
                ("Enter", &tr!(tr, "shell-key-open")),
                (">", &tr!(tr, "shell-key-commands")),
            ],
            is_waiting,
        };
        let held = self.narrowing.held_words(&read, tr, settings.calendars);
        let is_command = command.is_some();
        let offers = if is_command {
            Vec::new()
        } else {
            self.narrowing.offers(&read, &self.palette.text, store, tr, settings.calendars, here.today)
        };
        let offered: Vec<String> = offers.iter().map(|offer| offer.words(tr, settings.calendars)).collect();
        let chips = PaletteChips { held: &held, offered: &offered };
        let output = self.palette.show_with(ctx, &words, &listed.items, chips);
        let is_changed = match (output.removed, output.taken.and_then(|at| offers.get(at))) {
            (Some(at), _) => {
                self.narrowing.remove(at, &read, &mut self.palette.text);
                true
            }
            (None, Some(offer)) => {
                self.narrowing.take(offer, &read, &mut self.palette.text, tr);
                true
            }
            (None, None) => false,
        };
        if is_changed {
            self.palette.refocus();
            ctx.request_repaint();
        }
        match output.chosen.and_then(|index| listed.targets.get(index)) {
            Some(chosen) => SearchOutput::Chosen(*chosen),
            None if output.is_closed => SearchOutput::Closed,
            None => SearchOutput::Open,
        }
    }

    /// Lists what is found and what else the words name; answers what the foot says.
    fn list(
        &mut self,
        listed: &mut Listed,
        read: &SearchText,
        store: &Store,
        tr: &Tr,
        settings: &Settings,
        here: &Here<'_>,
    ) -> Foot {
        let records = self.records.get(store, SearchedRecords).copied();
        let typed = self.palette.text.trim();
        let filter = self.narrowing.filter(read);
        let is_open = filter.is_open();
        let mut foot = Foot::default();
        listed.day(typed, store, tr, settings.calendars, here.today);
        // Whoever narrows looks for records.
        if is_open {
            listed.commands(Named::Whole, &arabic::fold(typed), tr, here);
        }
        if !read.words.is_empty() || !is_open {
            let asked = query::Search { text: read.words.clone(), filter, limit: LIMIT };
            if let Some(found) = self.found.get(store, asked) {
                // Finds of one sort stand together, the sort of the best find first.
                for hit in grouped(&found.hits) {
                    listed.push(item(hit, tr, settings.calendars), Chosen::Record(hit.record, route(hit)));
                }
                if found.count > 0 {
                    foot = foot_words(found, records, tr);
                }
            }
        }
        if is_open {
            let folded = arabic::fold(typed);
            listed.commands(Named::InPart, &folded, tr, here);
            if !folded.is_empty() && !store.is_read_only() {
                listed.new_records(&folded, tr);
            }
        }
        foot
    }
}

/// What is said of how many were found.
#[derive(Default)]
struct Foot {
    /// How many of how many, and how fast: «214 نتيجة من 112 ألف سجل · 3 مللي ثانية».
    words: String,
    /// How many.
    heard: String,
}

fn foot_words(found: &query::Searched, records: Option<usize>, tr: &Tr) -> Foot {
    let key = if found.are_newest { "search-newest" } else { "shell-search-found" };
    let heard = tr!(tr, key, count = found.count);
    let Some(records) = records else { return Foot { words: heard.clone(), heard } };
    let among = if records < THOUSANDS {
        tr!(tr, "search-among", count = records)
    } else {
        tr!(tr, "search-among-thousands", count = (records + 500) / 1000)
    };
    let took = usize::try_from(found.took.as_millis()).unwrap_or(usize::MAX).max(1);
    let took = tr!(tr, "search-took", count = took);
    Foot { words: tr!(tr, "search-foot", found = heard.as_str(), among = among, took = took), heard }
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
