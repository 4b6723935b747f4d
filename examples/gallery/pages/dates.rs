//! Fields for days and times.

use super::{Cx, Page, case, note, row_of_cases, section};
use eframe::egui::Ui;
use tansiq::calendar::{Date, Time};
use tansiq::widgets::{DateDraft, TimeDraft};

/// The page.
#[derive(Default)]
pub struct Dates {
    drafts: Option<Drafts>,
}

struct Drafts {
    empty: DateDraft,
    full: DateDraft,
    wrong: DateDraft,
    closed: DateDraft,
    no_time: TimeDraft,
    time: TimeDraft,
    closed_time: TimeDraft,
}

const WIDTH: f32 = 300.0;

impl Page for Dates {
    fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let words = cx.words;
        let drafts = self.drafts.get_or_insert_with(|| Drafts {
            empty: DateDraft::default(),
            full: DateDraft::new(Date::from_iso("2026-12-24").ok(), cx.dates()),
            wrong: DateDraft::typed(words.get("wrong-day"), cx.dates()),
            closed: DateDraft::new(Date::from_iso("2026-12-24").ok(), cx.dates()),
            no_time: TimeDraft::default(),
            time: TimeDraft::new(Time::new(14, 15), cx.tr),
            closed_time: TimeDraft::new(Time::new(9, 0), cx.tr),
        });
        section(ui, words.get("days"), |ui| {
            note(ui, words.get("day-keys"));
            row_of_cases(ui, |ui| {
                case(ui, words.get("empty"), WIDTH, |ui| {
                    drafts.empty.show(ui, words.get("due"), WIDTH, cx.dates());
                });
                case(ui, words.get("full"), WIDTH, |ui| {
                    drafts.full.show(ui, words.get("held"), WIDTH, cx.dates());
                });
                case(ui, words.get("wrong"), WIDTH, |ui| {
                    drafts.wrong.show(ui, words.get("due"), WIDTH, cx.dates());
                });
                case(ui, words.get("disabled"), WIDTH, |ui| {
                    drafts.closed.show_enabled(ui, words.get("held"), WIDTH, cx.dates(), false);
                });
            });
        });
        section(ui, words.get("times"), |ui| {
            note(ui, words.get("time-keys"));
            row_of_cases(ui, |ui| {
                case(ui, words.get("empty"), WIDTH, |ui| {
                    drafts.no_time.show(ui, words.get("start"), 160.0, cx.tr);
                });
                case(ui, words.get("full"), WIDTH, |ui| {
                    drafts.time.show(ui, words.get("end"), 160.0, cx.tr);
                });
                case(ui, words.get("disabled"), WIDTH, |ui| {
                    drafts.closed_time.show_enabled(ui, words.get("end"), 160.0, cx.tr, false);
                });
            });
        });
    }
}
