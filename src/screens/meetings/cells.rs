//! The columns of the meetings' list: which there are, what rows stand by, and how their cells look.

use crate::screens::list::{ListColumn, ListRow};
use crate::screens::parts::two_lines;
use crate::screens::{Cx, parts};
use crate::store::query::{MeetingColumn, MeetingRow};
use crate::strings::Tr;
use crate::text::{self, Weight};
use crate::tr;
use crate::widgets::{Chip, Line, Tone, UiExt, Width};
use egui::Ui;

/// What a column shows.
#[derive(Clone, Copy, Debug)]
pub(super) enum Shown {
    Date,
    Number,
    Title,
    /// The title with the number below it.
    TitleAndNumber,
    Host,
    Venue,
    Status,
    Attendance,
    Outcomes,
}

/// The columns; a narrow window puts the number below the title and leaves the venue to the meeting's page.
pub(super) const fn columns(is_narrow: bool) -> &'static [ListColumn<Shown>] {
    if is_narrow { NARROW } else { WIDE }
}

const WIDE: &[ListColumn<Shown>] = &[
    ListColumn::new(Shown::Date, "date", "meetings-date", Width::Points(140.0)),
    ListColumn::new(Shown::Number, "number", "meetings-number", Width::Points(118.0)),
    ListColumn::new(Shown::Title, "title", "meetings-title", Width::Share(1.8)),
    ListColumn::new(Shown::Host, "host", "meetings-host", Width::Share(1.0)),
    ListColumn::new(Shown::Venue, "venue", "meetings-venue", Width::Share(0.7)),
    ListColumn::new(Shown::Status, "status", "meetings-status", Width::Points(124.0)),
    ListColumn::new(Shown::Attendance, "attendance", "meetings-attendance", Width::Points(84.0)),
    ListColumn::new(Shown::Outcomes, "outcomes", "meetings-outcomes", Width::Points(124.0)),
];

const NARROW: &[ListColumn<Shown>] = &[
    ListColumn::new(Shown::Date, "date", "meetings-date", Width::Points(116.0)),
    ListColumn::new(Shown::TitleAndNumber, "title", "meetings-title", Width::Share(1.7)),
    ListColumn::new(Shown::Host, "host", "meetings-host", Width::Share(1.0)),
    ListColumn::new(Shown::Status, "status", "meetings-status", Width::Points(116.0)),
    ListColumn::new(Shown::Attendance, "attendance", "meetings-attendance", Width::Points(72.0)),
    ListColumn::new(Shown::Outcomes, "outcomes", "meetings-outcomes", Width::Points(112.0)),
];

/// What the rows stand by when a column of that key is pressed.
pub(super) fn sorted_by(column: &str) -> Option<MeetingColumn> {
    match column {
        "date" => Some(MeetingColumn::Date),
        "number" => Some(MeetingColumn::Number),
        "title" => Some(MeetingColumn::Title),
        "host" => Some(MeetingColumn::Host),
        "venue" => Some(MeetingColumn::Venue),
        "status" => Some(MeetingColumn::Status),
        "attendance" => Some(MeetingColumn::Attendance),
        "outcomes" => Some(MeetingColumn::Outcomes),
        _ => None,
    }
}

impl ListRow for MeetingRow {
    fn key(&self) -> i64 {
        self.id.0
    }

    fn name(&self) -> &str {
        &self.title
    }

    fn copied(&self, cx: &Cx<'_>) -> Vec<String> {
        let day = self.date.map(|date| parts::day(date, cx.tr, cx.settings.calendars)).unwrap_or_default();
        vec![self.number.clone(), day, self.title.clone(), self.host.clone(), self.venue.clone()]
    }
}

pub(super) fn cell(ui: &mut Ui, cx: &Cx<'_>, row: &MeetingRow, shown: Shown) {
    let (tr, calendars) = (cx.tr, cx.settings.calendars);
    let ink = ui.tokens().ink_soft;
    match shown {
        Shown::Date => {
            let Some(date) = row.date else {
                ui.add(Line::new(&tr!(tr, "not-given")).weak(ui));
                return;
            };
            let first = date.numbers(tr, parts::first_calendar(calendars));
            let second = parts::second_calendar(calendars).map(|calendar| date.numbers(tr, calendar));
            two_lines(ui, &first, second.as_deref().unwrap_or_default(), Weight::Regular);
        }
        Shown::Number => _ = ui.add(Line::new(&tr.code(&row.number)).weak(ui)),
        Shown::Title => two_lines(ui, &row.title, &tr!(tr, row.kind.label_key()), Weight::Medium),
        Shown::TitleAndNumber => two_lines(ui, &row.title, &tr.code(&row.number), Weight::Medium),
        Shown::Host => _ = ui.add(Line::new(&row.host).color(ink)),
        Shown::Venue => _ = ui.add(Line::new(&row.venue).color(ink)),
        Shown::Status => {
            let (words, tone) = if row.approved {
                (tr!(tr, "meetings-approved"), Tone::Green)
            } else {
                (tr!(tr, row.status.label_key()), parts::meeting_tone(row.status))
            };
            ui.add(Chip::new(&words, tone));
        }
        Shown::Attendance if row.attendance > 0 => {
            let words = tr!(tr, "meetings-attended", present = row.attended, all = row.attendance);
            ui.add(Line::new(&words).color(ink));
        }
        Shown::Attendance => {}
        Shown::Outcomes => outcomes_cell(ui, row, tr),
    }
}

fn outcomes_cell(ui: &mut Ui, row: &MeetingRow, tr: &Tr) {
    ui.spacing_mut().item_spacing.x = ui.metrics().hair;
    let counts = [
        (row.proposals, Tone::Green, "meetings-proposals"),
        (row.follow_ups, Tone::Blue, "meetings-follow-ups"),
        (row.decisions, Tone::Lavender, "meetings-decisions"),
    ];
    for (count, tone, key) in counts {
        if count > 0 {
            let name = tr!(tr, key, count = count);
            text::tooltip(ui.add(Chip::new(&tr.number(count), tone).name(&name)), &name);
        }
    }
}
