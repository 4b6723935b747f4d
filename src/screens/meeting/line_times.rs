//! When the lines of the notes were begun, in the margin where lines end: of the one under the pointer, or of all of them.
//!
//! Apart from the notes' column because it is drawn beside the letters, in the margin that the column keeps free for it.

use super::lines_ui::ROOM_FOR_ASIDE;
use crate::calendar::Time;
use crate::domain::LineTimes;
use crate::screens::Cx;
use crate::text::{SectionAt, Weight, first_strong};
use crate::widgets::theme::RADIUS_CONTROL;
use crate::widgets::{Type, UiExt, paint};
use egui::{Pos2, Rect, Role, Ui, WidgetInfo};

/// The margin of the paper at both ends of its lines, in points.
pub(super) const MARGIN: i8 = 32;
/// What the margin where lines end has besides while all times stand in it: the widest one fits.
pub(super) const ROOM: i8 = 28;
/// Between the letters and the time, and around a time that stands over the end of a line.
const GAP: f32 = 6.0;

/// The margin where lines end.
pub(super) const fn end_margin(shows_all: bool) -> i8 {
    if shows_all { MARGIN + ROOM } else { MARGIN }
}

/// Of which lines the times are shown.
#[derive(Clone, Copy, Debug)]
pub(super) struct LineTimesShown {
    /// Is the paper wide enough to have a margin?
    has_margin: bool,
    all: bool,
    pointer: Option<Pos2>,
}

impl LineTimesShown {
    /// For a column of that width.
    pub(super) fn new(ui: &Ui, cx: &Cx<'_>, width: f32) -> Self {
        let pointer = ui.input(|input| input.pointer.hover_pos()).filter(|place| ui.clip_rect().contains(*place));
        let all = cx.settings.shows_line_times;
        Self { has_margin: width + f32::from(end_margin(all)) > ROOM_FOR_ASIDE, all, pointer }
    }

    /// Draws those of a section's lines that are in sight; `letters` is its text.
    pub(super) fn ui(self, ui: &Ui, cx: &Cx<'_>, at: &SectionAt, letters: &str, times: &LineTimes) {
        if !self.has_margin || !self.all && self.pointer.is_none_or(|place| !at.rect.y_range().contains(place.y)) {
            return;
        }
        for (index, (number, line)) in at.paragraphs.iter().enumerate() {
            let next = at.paragraphs.get(index + 1).map_or(at.rect.bottom(), |(_, next)| next.min);
            let is_pointed = self.pointer.is_some_and(|place| line.min <= place.y && place.y < next);
            let Some(time) = times.of(*number).filter(|_| self.all || is_pointed) else { continue };
            let words = Time::at_unix(time).text(cx.tr);
            let margin = f32::from(end_margin(self.all));
            let mut row = Rect::from_x_y_ranges(at.rect.x_range(), *line).expand2(egui::vec2(margin, 0.0));
            // A line that reads against the interface ends where others begin; only the room kept for all times is as good.
            let reads = letters.split('\n').nth(*number).and_then(first_strong);
            let is_against = !self.all && reads.is_some_and(|reads| reads.is_rtl() != ui.direction().is_rtl());
            let side = if is_against {
                ui.direction().take_end(&mut row, margin + GAP);
                ui.direction().take_start(&mut row, GAP);
                ui.direction().start_center()
            } else {
                ui.direction().take_start(&mut row, margin + GAP);
                ui.direction().take_end(&mut row, GAP);
                ui.direction().end_center()
            };
            let painter = ui.painter().with_clip_rect(ui.clip_rect().expand2(egui::vec2(margin, 0.0)));
            let galley = paint::fit(ui, &words, Type::Caption, Weight::Regular, row.width());
            let place = side.align_size_within_rect(galley.size(), row);
            // Without a margin of its own it stands over the end of a long line.
            painter.rect_filled(place.expand2(egui::vec2(GAP, 0.0)), RADIUS_CONTROL, ui.tokens().surface);
            painter.galley(place.min, galley, ui.tokens().ink_weak);
            let heard = ui.interact(place, ui.scope_id().with(("line-time", at.tag, number)), egui::Sense::hover());
            heard.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
        }
    }
}
