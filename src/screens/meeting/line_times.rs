//! When the lines of the notes were begun, in the margin where lines end: of the one under the pointer, or of all of them.
//!
//! Apart from the notes' column because it is drawn beside the letters, in the margin that the column keeps free for it.

use crate::calendar::Time;
use crate::domain::LineTimes;
use crate::screens::Cx;
use crate::text::{SectionAt, Weight};
use crate::widgets::{Type, UiExt, paint};
use egui::{Pos2, Rect, Role, Ui, WidgetInfo};

/// The margin of the paper where lines start, in points.
pub(super) const MARGIN: i8 = 32;
/// What the margin where lines end has besides: the widest time fits, and stands over no letter of a full line.
pub(super) const ROOM: i8 = 28;
/// Between the time and the edge of the paper.
const GAP: f32 = 6.0;

/// Of which lines the times are shown.
#[derive(Clone, Copy, Debug)]
pub(super) struct LineTimesShown {
    /// Has the paper a margin for them?
    has_margin: bool,
    all: bool,
    pointer: Option<Pos2>,
}

impl LineTimesShown {
    /// For a paper with margins, or without.
    pub(super) fn new(ui: &Ui, cx: &Cx<'_>, has_margin: bool) -> Self {
        let pointer = ui.input(|input| input.pointer.hover_pos()).filter(|place| ui.clip_rect().contains(*place));
        Self { has_margin, all: cx.settings.shows_line_times, pointer }
    }

    /// Draws those of a section's lines that are in sight.
    pub(super) fn ui(self, ui: &Ui, cx: &Cx<'_>, at: &SectionAt, times: &LineTimes) {
        if !self.has_margin || !self.all && self.pointer.is_none_or(|place| !at.rect.y_range().contains(place.y)) {
            return;
        }
        for (index, (number, line)) in at.paragraphs.iter().enumerate() {
            let next = at.paragraphs.get(index + 1).map_or(at.rect.bottom(), |(_, next)| next.min);
            let is_pointed = self.pointer.is_some_and(|place| line.min <= place.y && place.y < next);
            let Some(time) = times.of(*number).filter(|_| self.all || is_pointed) else { continue };
            let words = Time::at_unix(time).text(cx.tr);
            let margin = f32::from(MARGIN + ROOM);
            let mut row = Rect::from_x_y_ranges(at.rect.x_range(), *line).expand2(egui::vec2(margin, 0.0));
            let mut row = ui.direction().take_end(&mut row, margin);
            ui.direction().take_end(&mut row, GAP);
            let painter = ui.painter().with_clip_rect(ui.clip_rect().expand2(egui::vec2(margin, 0.0)));
            let galley = paint::fit(ui, &words, Type::Caption, Weight::Regular, row.width());
            let place = ui.direction().end_center().align_size_within_rect(galley.size(), row);
            painter.galley(place.min, galley, ui.tokens().ink_weak);
            let heard = ui.interact(place, ui.scope_id().with(("line-time", at.tag, number)), egui::Sense::hover());
            heard.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
        }
    }
}
