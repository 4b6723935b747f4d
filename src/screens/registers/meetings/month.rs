//! The meetings of a month, on their days.

use crate::calendar::Date;
use crate::domain::{MeetingId, MeetingStatus};
use crate::screens::{Cx, Route, parts};
use crate::store::query::{Cell, RecordRows};
use crate::tr;
use crate::widgets::{KeyHint, MonthEvent, MonthView, MonthViewState, UiExt, key_footer};
use egui::{Frame, Margin, Ui};

/// The fields of a meeting that are shown of it there.
pub(super) const COLUMNS: [&str; 3] = ["date", "start_time", "status"];

/// The meetings on their days; answers the day on which a new one is asked for.
pub(super) fn month_ui(ui: &mut Ui, cx: &mut Cx<'_>, month: &mut MonthViewState, found: &RecordRows) -> Option<Date> {
    let tr = cx.tr;
    let (walk, open, new) = (tr!(tr, "meetings-key-day"), tr!(tr, "shell-key-open"), tr!(tr, "command-new-meeting"));
    let hints = [
        KeyHint { keys: &["\u{2191}", "\u{2193}"], words: &walk },
        KeyHint { keys: &["Enter"], words: &open },
        KeyHint { keys: &["Ctrl N"], words: &new },
    ];
    key_footer(ui, "", &hints);
    let mut events: Vec<MonthEvent<'_>> = Vec::new();
    for row in &found.rows {
        let status = found.cell(row, "status").and_then(|cell| MeetingStatus::from_code(cell.text()));
        if let Some(date) = found.cell(row, "date").and_then(Cell::date) {
            let tone = parts::meeting_tone(status.unwrap_or(MeetingStatus::Draft));
            events.push(MonthEvent { key: row.record.id, date, text: &row.title, tone });
        }
    }
    let page = ui.metrics().page as i8;
    let name = tr!(tr, "screen-meetings");
    let margin = Margin { top: ui.metrics().small as i8, bottom: page, ..Margin::same(page) };
    let output = Frame::new()
        .inner_margin(margin)
        .show(ui, |ui| MonthView::new(&name, cx.dates(), &events).show(ui, month))
        .inner;
    if let Some(key) = output.opened {
        cx.go(Route::Meeting(MeetingId(key)));
    }
    output.asked
}
