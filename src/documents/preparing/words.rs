//! How these papers say a name, a day, a time.

use super::Coming;
use crate::arabic::to_digits;
use crate::calendar::{Calendar, Calendars, Date, Time};
use crate::documents::minutes::Person;
use crate::documents::{Block, Cell, Column, Document, Fact, Footer, Letterhead, PageOf, Section, Table, place};
use crate::domain::{Confidentiality, MeetingKind};
use crate::strings::Tr;
use crate::tr;

/// The translator, and which calendars are shown.
pub(in crate::documents) struct Words<'a> {
    pub(in crate::documents) tr: &'a Tr,
    pub(in crate::documents) calendars: Calendars,
}

impl Words<'_> {
    pub(in crate::documents) fn number(&self, number: impl std::fmt::Display) -> String {
        to_digits(&number.to_string(), self.tr.digits())
    }

    /// A text, or «غير محدد».
    pub(in crate::documents) fn cell(&self, text: impl Into<String>) -> Cell {
        Cell::known_or(text, &tr!(self.tr, "minutes-unknown"))
    }

    /// «الأستاذ سالم بن حمد».
    pub(in crate::documents) fn name(&self, person: &Person) -> String {
        let Some(title) = person.honorific else { return person.name.clone() };
        format!("{} {}", tr!(self.tr, &format!("minutes-honorific-{}", title.code())), person.name)
    }

    /// A day in the calendars shown, the second one under the first.
    pub(in crate::documents) fn day(&self, date: Option<Date>) -> Cell {
        let Some(date) = date else { return self.cell("") };
        let numbers = |calendar| date.numbers(self.tr, calendar);
        match self.calendars {
            Calendars::HijriFirst => Cell::known(numbers(Calendar::Hijri)).with_note(numbers(Calendar::Gregorian)),
            Calendars::GregorianFirst => Cell::known(numbers(Calendar::Gregorian)).with_note(numbers(Calendar::Hijri)),
            Calendars::Hijri => Cell::known(numbers(Calendar::Hijri)),
            Calendars::Gregorian => Cell::known(numbers(Calendar::Gregorian)),
        }
    }

    /// «10:00 ص – 11:30 ص».
    pub(in crate::documents) fn times(&self, coming: &Coming) -> String {
        coming.occasion.start.map(|start| start.range_text(coming.occasion.end, self.tr)).unwrap_or_default()
    }

    /// «مقر الأمانة، النخيل».
    pub(in crate::documents) fn place(&self, coming: &Coming) -> String {
        place(&coming.occasion.venue, &coming.occasion.city, self.tr)
    }

    /// «اجتماع تنسيقي»: what sort of meeting, as sentences call it.
    pub(in crate::documents) fn sort(&self, kind: Option<MeetingKind>) -> String {
        match kind {
            None | Some(MeetingKind::Other) => tr!(self.tr, "paper-meeting"),
            Some(kind) => tr!(self.tr, &format!("paper-meeting-{}", kind.code())),
        }
    }

    pub(in crate::documents) fn fact(&self, key: &str, value: Cell) -> Fact {
        Fact { label: tr!(self.tr, key), value, wide: false }
    }

    pub(in crate::documents) fn section(&self, heading_key: &str, blocks: Vec<Block>) -> Section {
        Section { heading: tr!(self.tr, heading_key), blocks, ..Section::default() }
    }

    /// A table whose rows are numbered; nothing without rows.
    pub(in crate::documents) fn table<T>(
        &self,
        name: &str,
        layout: &[(&str, u16)],
        items: &[T],
        row: impl Fn(&T) -> Vec<Cell>,
    ) -> Option<Block> {
        let mut columns = vec![Column { header: tr!(self.tr, "minutes-column-index"), weight: 5 }];
        columns.extend(layout.iter().map(|(key, weight)| Column { header: tr!(self.tr, key), weight: *weight }));
        let rows = items.iter().enumerate().map(|(at, item)| {
            let mut cells = vec![Cell::known(self.number(at + 1))];
            cells.extend(row(item));
            cells
        });
        (!items.is_empty())
            .then(|| Block::Table(Table { description: name.to_owned(), columns, rows: rows.collect(), tall: false }))
    }

    /// When and where: what every paper says of the meeting.
    pub(in crate::documents) fn when_and_where(&self, coming: &Coming) -> Vec<Fact> {
        let day =
            |calendar| self.cell(coming.occasion.date.map(|date| date.words(self.tr, calendar)).unwrap_or_default());
        let weekday = coming.occasion.date.map(|date| date.weekday().name(self.tr)).unwrap_or_default();
        let mode = coming.occasion.mode.map(|mode| tr!(self.tr, mode.label_key())).unwrap_or_default();
        vec![
            self.fact("minutes-fact-weekday", self.cell(weekday)),
            self.fact("paper-fact-time", self.cell(self.times(coming))),
            self.fact("minutes-fact-hijri", day(Calendar::Hijri)),
            self.fact("minutes-fact-gregorian", day(Calendar::Gregorian)),
            self.fact("minutes-fact-place", self.cell(self.place(coming))),
            self.fact("minutes-fact-mode", self.cell(mode)),
        ]
    }

    /// The agenda with the time at which each item begins; nothing for an empty one.
    pub(in crate::documents) fn agenda(&self, coming: &Coming) -> Option<Block> {
        let layout = [
            ("minutes-column-item", 46),
            ("minutes-column-presenter", 27),
            ("paper-column-begins", 15),
            ("paper-column-length", 12),
        ];
        let begins = begins(coming);
        let items: Vec<_> = coming.agenda.iter().zip(begins).collect();
        self.table(&tr!(self.tr, "minutes-heading-agenda"), &layout, &items, |(item, begins)| {
            let presenter = item.presenter.as_ref().map(|person| self.name(person)).unwrap_or_default();
            let minutes =
                item.minutes.map(|minutes| tr!(self.tr, "minutes-short", count = minutes)).unwrap_or_default();
            let begins = begins.map(|time| time.text(self.tr)).unwrap_or_default();
            vec![self.cell(&item.title), self.cell(presenter), Cell::known(begins), Cell::known(minutes)]
        })
    }

    /// What a paper has besides its sections.
    pub(in crate::documents) fn paper(
        &self,
        coming: &Coming,
        (title, footer): (String, String),
        reader: Reader,
    ) -> Document {
        let mut letterhead: Letterhead = coming.occasion.letterhead.clone();
        if let Some(logo) = &mut letterhead.logo
            && logo.description.trim().is_empty()
        {
            let body = letterhead.lines.first().cloned().unwrap_or_default();
            logo.description = tr!(self.tr, "documents-logo", body = body);
        }
        let level = coming.occasion.confidentiality.filter(|level| reader.is_told(*level));
        let confidentiality = level.map(|level| tr!(self.tr, level.label_key()));
        let footer: Vec<String> = [Some(footer), confidentiality].into_iter().flatten().collect();
        Document {
            title,
            subject: coming.occasion.title.clone(),
            author: letterhead.lines.iter().rfind(|line| !line.trim().is_empty()).cloned().unwrap_or_default(),
            language: self.tr.language(),
            digits: self.tr.digits(),
            letterhead,
            footer: Footer { text: footer.join(" · "), page_of: PageOf::new(self.tr), ..Footer::default() },
            keywords: [coming.occasion.number.trim()]
                .into_iter()
                .filter(|it| !it.is_empty())
                .map(str::to_owned)
                .collect(),
            issued_on: coming.today.iso(),
            ..Document::default()
        }
    }
}

/// Who gets a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::documents) enum Reader {
    /// The office that writes it.
    Office,
    /// Those it is sent to.
    Others,
}

impl Reader {
    /// Is a level of confidentiality printed? What is sent to others is not called internal.
    const fn is_told(self, level: Confidentiality) -> bool {
        match self {
            Self::Office => true,
            Self::Others => matches!(level, Confidentiality::Restricted | Confidentiality::Confidential),
        }
    }
}

/// When each item begins, as long as all before it say how long they take.
pub(in crate::documents) fn begins(coming: &Coming) -> Vec<Option<Time>> {
    let mut next = coming.occasion.start;
    coming
        .agenda
        .iter()
        .map(|item| {
            let begins = next;
            next = next.zip(item.minutes).map(|(time, minutes)| time.plus(minutes));
            begins
        })
        .collect()
}
