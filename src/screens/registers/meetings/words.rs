//! What stands in the form of a new meeting, as it is written down until it is a meeting.

use super::new_meeting::{AgendaLine, NewMeetingForm};
use crate::calendar::{Date, Time};
use crate::domain::Record;
use crate::screens::Cx;
use crate::widgets::{NumberDraft, TimeDraft};
use serde::{Deserialize, Serialize};

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
        }
    }

    /// A form with them.
    pub(super) fn form(self, cx: &Cx<'_>) -> NewMeetingForm {
        let day = self.date.and_then(|day| Date::from_iso(&day).ok());
        let mut form = NewMeetingForm::new(day, cx).invite(self.invited.unwrap_or_default());
        let time = |stored: Option<String>| TimeDraft::new(Time::from_stored(&stored.unwrap_or_default()), cx.tr);
        form.source.recall(self.source.0, self.source.1.and_then(Record::from_key));
        (form.title, form.kind, form.mode) = (self.title, self.kind, self.mode);
        (form.start, form.end) = (time(self.start), time(self.end));
        (form.venue.text, form.city) = (self.venue, self.city);
        (form.series.text, form.series.id) = self.series;
        (form.host.name, form.co_host.name) = (self.host, self.co_host);
        let line = |(title, minutes)| AgendaLine { title, minutes: NumberDraft::new(minutes) };
        let agenda: Vec<AgendaLine> = self.agenda.into_iter().map(line).collect();
        if !agenda.is_empty() {
            form.agenda = agenda;
        }
        form
    }
}
