//! «الاجتماعات»: the list of meetings, and the form of a new one.

mod new_meeting;

use super::parts::two_lines;
use super::{Cx, Route, Screen, parts};
use crate::arabic::Collator;
use crate::domain::MeetingId;
use crate::store::query::{MeetingList, MeetingRow};
use crate::store::{Changes, Live, Reply, Ticket};
use crate::strings::Tr;
use crate::text::Weight;
use crate::tr;
use crate::widgets::table::NARROW;
use crate::widgets::{
    Button, Chip, Column, Field, Icon, KeyHint, Line, MenuEntry, RowHead, Skeleton, SortedRows, Table, TableState,
    Tone, UiExt, Width, empty_state, key_footer, page_heading,
};
use egui::{Frame, Margin, Ui};
use new_meeting::{NewMeetingForm, NewMeetingOutput};
use std::cmp::Ordering;

/// The screen.
#[derive(Default)]
pub struct MeetingsScreen {
    filter: String,
    list: Live<MeetingList>,
    table: TableState,
    order: SortedRows,
    form: Option<NewMeetingForm>,
    wants_new: bool,
    created: Option<Ticket>,
    opening: Option<MeetingId>,
}

impl MeetingsScreen {
    /// Opens the form of a new meeting.
    pub const fn start_new(&mut self) {
        self.wants_new = true;
    }

    fn list_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let tr = cx.tr;
        let query = MeetingList { containing: self.filter.trim().to_owned() };
        self.list.get(cx.store, query);
        let (revision, Some(rows)) = (self.list.revision(), self.list.last()) else {
            return Skeleton::rows(&tr!(tr, "register-loading"), ui.metrics().table_row).show(ui);
        };
        if rows.is_empty() {
            if self.filter.trim().is_empty() {
                let (title, about) = (tr!(tr, "meetings-empty"), tr!(tr, "meetings-empty-about"));
                self.wants_new |= empty_state(ui, &title, &about, Some(&tr!(tr, "meetings-add")));
            } else {
                empty_state(ui, &tr!(tr, "register-nothing"), &tr!(tr, "register-nothing-about"), None);
            }
            return;
        }
        let shown = parts::shown_and_selected(tr, rows.len(), self.table.selection().len());
        let (walk, open, new) =
            (tr!(tr, "register-key-walk"), tr!(tr, "shell-key-open"), tr!(tr, "command-new-meeting"));
        let hints = [
            KeyHint { keys: &["J", "K"], words: &walk },
            KeyHint { keys: &["Enter"], words: &open },
            KeyHint { keys: &["Ctrl N"], words: &new },
        ];
        key_footer(ui, &shown, &hints);
        let shown = columns(ui.available_width() < NARROW);
        let titles: Vec<String> = shown.iter().map(|(column, _)| tr!(tr, column.key())).collect();
        let columns: Vec<Column<'_>> =
            shown.iter().zip(&titles).map(|((column, width), title)| column.column(title, *width)).collect();
        let screen = tr!(tr, "screen-meetings");
        let (order, table) = (&mut self.order, &mut self.table);
        let collator = Collator::new();
        order.update(revision, rows.len(), table.layout().sort(), |column, one, other| {
            let pair = rows.get(one).zip(rows.get(other));
            pair.map_or(Ordering::Equal, |(one, other)| compare(tr, &collator, column, one, other))
        });
        let at = |place: usize| rows.get(order.row(place));
        let head = |place: usize| {
            let (key, name) = at(place).map(|row| (row.id.0, row.title.as_str())).unwrap_or_default();
            RowHead::new(key, name)
        };
        let menu = |_| row_menu(tr).to_vec();
        let output = Table::new(tr, &screen, &columns, rows.len()).multiple().menu(&menu).show(
            ui,
            table,
            head,
            |ui, row, column| {
                if let (Some(row), Some((column, _))) = (at(row), shown.get(column)) {
                    cell(ui, cx, row, *column);
                }
            },
        );
        let chosen = output.menu.map(|(row, chosen)| (row, chosen.entry));
        let entered = chosen.filter(|&(_, entry)| entry == 0).map(|(row, _)| row);
        if output.is_copied || chosen.is_some_and(|(_, entry)| entry == 1) {
            let selected = (0..rows.len()).filter_map(at).filter(|row| table.selection().contains(row.id.0));
            ui.copy_text(parts::copied_rows(selected.map(|row| copied(row, cx))));
        }
        // A meeting is entered by one click: its page is where the work is.
        if let Some(row) = output.opened.or(output.clicked).or(entered).and_then(at) {
            cx.go(Route::Meeting(row.id));
        }
    }
}

fn row_menu(tr: &Tr) -> [MenuEntry; 2] {
    [
        MenuEntry::new(tr!(tr, "register-menu-meeting")).shortcut("Enter"),
        MenuEntry::new(tr!(tr, "register-menu-copy")).shortcut("Ctrl C"),
    ]
}

fn compare(tr: &Tr, collator: &Collator, column: &str, one: &MeetingRow, other: &MeetingRow) -> Ordering {
    let text = |one: &str, other: &str| parts::compare_text(collator, one, other);
    let status = |row: &MeetingRow| (row.approved, tr!(tr, row.status.label_key()));
    let came_out = |row: &MeetingRow| row.proposals + row.follow_ups + row.decisions;
    match column {
        "date" => parts::compare_known(one.date, other.date),
        "number" => text(&one.number, &other.number),
        "host" => text(&one.host, &other.host),
        "venue" => text(&one.venue, &other.venue),
        "status" => status(one).cmp(&status(other)),
        "attendance" => one.attended.cmp(&other.attended),
        "outcomes" => came_out(one).cmp(&came_out(other)),
        _ => text(&one.title, &other.title),
    }
}

fn copied(row: &MeetingRow, cx: &Cx<'_>) -> [String; 5] {
    let day = row.date.map(|date| parts::day(date, cx.tr, cx.settings.calendars)).unwrap_or_default();
    [row.number.clone(), day, row.title.clone(), row.host.clone(), row.venue.clone()]
}

/// What a column shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
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

impl Shown {
    fn column(self, title: &str, width: Width) -> Column<'_> {
        let key = match self {
            Self::Date => "date",
            Self::Number => "number",
            Self::Title | Self::TitleAndNumber => "title",
            Self::Host => "host",
            Self::Venue => "venue",
            Self::Status => "status",
            Self::Attendance => "attendance",
            Self::Outcomes => "outcomes",
        };
        Column::new(key, title, width).sortable()
    }

    const fn key(self) -> &'static str {
        match self {
            Self::Date => "meetings-date",
            Self::Number => "meetings-number",
            Self::Title | Self::TitleAndNumber => "meetings-title",
            Self::Host => "meetings-host",
            Self::Venue => "meetings-venue",
            Self::Status => "meetings-status",
            Self::Attendance => "meetings-attendance",
            Self::Outcomes => "meetings-outcomes",
        }
    }
}

/// The columns; a narrow window puts the number below the title and leaves the venue to the meeting's page.
const fn columns(is_narrow: bool) -> &'static [(Shown, Width)] {
    use Shown::{Attendance, Date, Host, Number, Outcomes, Status, Title, TitleAndNumber, Venue};
    use Width::{Points, Share};
    if is_narrow {
        &[
            (Date, Points(116.0)),
            (TitleAndNumber, Share(1.7)),
            (Host, Share(1.0)),
            (Status, Points(116.0)),
            (Attendance, Points(72.0)),
            (Outcomes, Points(112.0)),
        ]
    } else {
        &[
            (Date, Points(140.0)),
            (Number, Points(118.0)),
            (Title, Share(1.8)),
            (Host, Share(1.0)),
            (Venue, Share(0.7)),
            (Status, Points(124.0)),
            (Attendance, Points(84.0)),
            (Outcomes, Points(124.0)),
        ]
    }
}

fn cell(ui: &mut Ui, cx: &Cx<'_>, row: &MeetingRow, shown: Shown) {
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
            ui.add(Chip::new(&tr.number(count), tone).name(&name)).on_hover_text(&name);
        }
    }
}

impl Screen for MeetingsScreen {
    fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let tr = cx.tr;
        if let Some(meeting) = self.opening.take() {
            cx.go(Route::Meeting(meeting));
        }
        page_heading(ui, &tr!(tr, "screen-meetings"), "", |ui| {
            let tooltip = tr!(tr, "command-tooltip", command = tr!(tr, "command-new-meeting"), keys = "Ctrl+N");
            let add = tr!(tr, "meetings-add");
            let button = Button::primary(&add).icon(Icon::Plus).tooltip(tooltip);
            self.wants_new |= ui.add(button.enabled(!cx.store.is_read_only())).clicked();
        });
        Frame::new()
            .inner_margin(Margin { top: 0, bottom: ui.metrics().medium as i8, ..Margin::same(ui.metrics().page as i8) })
            .show(ui, |ui| {
                ui.row(|ui| {
                    let label = tr!(tr, "register-filter");
                    let clear = tr!(tr, "widgets-clear", label = &label);
                    if Field::search(&mut self.filter, &label, &clear).width(320.0).show(ui).changed {
                        self.table.show_top();
                    }
                });
            });
        self.list_ui(ui, cx);
        if std::mem::take(&mut self.wants_new) && self.form.is_none() && !cx.store.is_read_only() {
            self.form = Some(NewMeetingForm::new(cx));
        }
        if let Some(form) = &mut self.form {
            match form.show(ui.ctx(), cx) {
                NewMeetingOutput::Open => return,
                NewMeetingOutput::Cancelled => {}
                NewMeetingOutput::Sent(ticket) => self.created = Some(ticket),
            }
            self.form = None;
        }
    }

    fn on_reply(&mut self, reply: &Reply) {
        if self.created == Some(reply.ticket) {
            self.created = None;
            self.opening =
                reply.result.as_ref().ok().and_then(|applied| applied.record).map(|record| MeetingId(record.id));
        }
    }

    fn note(&mut self, changes: Changes) {
        self.list.note(changes);
        if let Some(form) = &mut self.form {
            form.note(changes);
        }
    }

    fn flush(&mut self, cx: &mut Cx<'_>) {
        if let Some(form) = self.form.take() {
            form.flush(cx);
        }
    }
}
