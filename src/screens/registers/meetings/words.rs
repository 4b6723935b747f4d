//! What stands in the form of a new meeting, as it is written down until it is a meeting.

use super::new_meeting::{AgendaLine, NewMeetingForm};
use crate::calendar::{Date, Time};
use crate::domain::Record;
use crate::screens::Cx;
use crate::widgets::{DateDraft, NumberDraft, TimeDraft};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

const DATE: &str = "date";
const START: &str = "start";
const END: &str = "end";

/// What stands in the form and makes no value, by its field; the minutes of an item by its place.
fn unread(form: &NewMeetingForm) -> BTreeMap<String, String> {
    let fields = [
        (DATE, form.date.is_wrong(), form.date.text()),
        (START, form.start.is_wrong(), form.start.text()),
        (END, form.end.is_wrong(), form.end.text()),
    ];
    let fields = fields.into_iter().filter(|(_, is_wrong, _)| *is_wrong);
    let fields = fields.map(|(name, _, text)| (name.to_owned(), text.to_owned()));
    let lines = form.agenda.iter().enumerate().filter(|(_, line)| line.minutes.is_wrong());
    fields.chain(lines.map(|(place, line)| (place.to_string(), line.minutes.text().to_owned()))).collect()
}

/// The form's words. A field that came since they were written down is empty.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Words {
    source: (String, Option<i64>),
    title: String,
    kind: usize,
    date: Option<String>,
    start: Option<String>,
    end: Option<String>,
    mode: usize,
    venue: String,
    city: String,
    series: (String, Option<i64>),
    host: String,
    co_host: String,
    /// The body for whose sake the form was opened.
    invited: Option<String>,
    agenda: Vec<(String, Option<i64>)>,
    /// What was typed as a day, a time, an item's minutes, and is none.
    unread: BTreeMap<String, String>,
}

impl Words {
    /// What stands in a form now.
    pub(super) fn of(form: &NewMeetingForm) -> Self {
        let line = |line: &AgendaLine| (line.title.clone(), line.minutes.number());
        let time = |draft: &TimeDraft| draft.time().map(|time| time.to_string());
        let (source, chosen) = form.source.words();
        Self {
            source: (source.to_owned(), chosen.map(Record::key)),
            title: form.title.clone(),
            kind: form.kind,
            date: form.date.date().map(Date::iso),
            start: time(&form.start),
            end: time(&form.end),
            mode: form.mode,
            venue: form.venue.text.clone(),
            city: form.city.clone(),
            series: (form.series.text.clone(), form.series.id),
            host: form.host.name.clone(),
            co_host: form.co_host.name.clone(),
            invited: form.has_invited.then(|| form.invited.name.clone()),
            agenda: form.agenda.iter().map(line).collect(),
            unread: unread(form),
        }
    }

    /// A form with them.
    pub(super) fn form(self, cx: &Cx<'_>) -> NewMeetingForm {
        let unread = |name: &str| self.unread.get(name).cloned();
        let date = unread(DATE);
        let (start, end) = (unread(START), unread(END));
        let minutes = self.unread.clone();
        let day = self.date.and_then(|day| Date::from_iso(&day).ok());
        let mut form = NewMeetingForm::new(day, cx).invite(self.invited.unwrap_or_default());
        let time = |stored: Option<String>| TimeDraft::new(Time::from_stored(&stored.unwrap_or_default()), cx.tr);
        form.source.recall(self.source.0, self.source.1.and_then(Record::from_key));
        (form.title, form.kind, form.mode) = (self.title, self.kind, self.mode);
        (form.start, form.end) = (time(self.start), time(self.end));
        (form.venue.text, form.city) = (self.venue, self.city);
        (form.series.text, form.series.id) = self.series;
        (form.host.name, form.co_host.name) = (self.host, self.co_host);
        if let Some(typed) = date {
            form.date = DateDraft::typed(&typed, cx.dates()).for_work();
        }
        for (draft, typed) in [(&mut form.start, start), (&mut form.end, end)] {
            if let Some(typed) = typed {
                *draft = TimeDraft::typed(&typed);
            }
        }
        let line = |(place, (title, number)): (usize, (String, Option<i64>))| {
            let typed = minutes.get(&place.to_string()).map(|typed| NumberDraft::typed(typed));
            AgendaLine { title, minutes: typed.unwrap_or_else(|| NumberDraft::new(number)) }
        };
        let agenda: Vec<AgendaLine> = self.agenda.into_iter().enumerate().map(line).collect();
        if !agenda.is_empty() {
            form.agenda = agenda;
        }
        form
    }
}
