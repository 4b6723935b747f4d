//! The time in which a post was held or a name was used, as the cards beside a record's story say it: in years, with the
//! days in the tooltip. Two dates in both calendars take more room than a card has.

use crate::calendar::Date;
use crate::screens::{Cx, parts};
use crate::text::tooltip;
use crate::tr;
use crate::widgets::Line;
use egui::Ui;

/// A time that may have no known beginning, or not have ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Period {
    pub(super) start: Option<Date>,
    pub(super) end: Option<Date>,
}

impl Period {
    /// «1445هـ – 1447هـ», «منذ محرم 1447هـ»; nothing where nothing is known.
    pub(super) fn short(self, cx: &Cx<'_>) -> Option<String> {
        let tr = cx.tr;
        let calendar = parts::first_calendar(cx.settings.calendars);
        Some(match (self.start, self.end) {
            (Some(start), Some(end)) => {
                let (start, end) = (start.year_text(tr, calendar), end.year_text(tr, calendar));
                if start == end { start } else { tr!(tr, "period-years", start = start, end = end) }
            }
            (Some(start), None) => tr!(tr, "period-since", start = start.month_text(tr, calendar)),
            (None, Some(end)) => tr!(tr, "period-until", end = end.month_text(tr, calendar)),
            (None, None) => return None,
        })
    }

    /// «من … إلى …», each day in both calendars.
    fn whole(self, cx: &Cx<'_>) -> String {
        let day = |date: Date| date.medium(cx.tr, cx.settings.calendars);
        match (self.start.map(day), self.end.map(day)) {
            (Some(start), Some(end)) => tr!(cx.tr, "period-from-to", start = start, end = end),
            (Some(start), None) => tr!(cx.tr, "period-from", start = start),
            (None, Some(end)) => tr!(cx.tr, "period-to", end = end),
            (None, None) => String::new(),
        }
    }

    /// Shows it, if anything of it is known.
    pub(super) fn show(self, ui: &mut Ui, cx: &Cx<'_>) {
        if let Some(short) = self.short(cx) {
            tooltip(ui.add(Line::new(&short).weak(ui)), &self.whole(cx));
        }
    }
}
