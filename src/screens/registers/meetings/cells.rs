//! The cells of the meetings' list that look otherwise than a declared field does anywhere: the day in both calendars, the
//! title with what sort of meeting it is, where it stands, who was there, what came of it.

use super::super::cells::Around;
use crate::domain::{Field, MEETING_APPROVED, MeetingKind, MeetingStatus};
use crate::screens::{Cx, parts};
use crate::store::query::{Cell, RESULTS, STANDING};
use crate::strings::Tr;
use crate::text::{self, Weight};
use crate::tr;
use crate::widgets::{Chip, Line, Tone, Type, UiExt, paint};
use egui::Ui;

/// Draws one cell, if it is one of these.
pub(in super::super) fn cell(ui: &mut Ui, cx: &Cx<'_>, around: Around<'_>, field: &Field) -> bool {
    let tr = cx.tr;
    match field.name {
        "date" => date_cell(ui, cx, around),
        "number" => _ = ui.add(Line::new(&tr.code(around.text("number"))).weak(ui)),
        "title" if around.is_narrow => title_cell(ui, &around.row.title, &tr.code(around.text("number"))),
        "title" => {
            let kind = MeetingKind::from_code(&around.row.kind).unwrap_or(MeetingKind::Other);
            title_cell(ui, &around.row.title, &tr!(tr, kind.label_key()));
        }
        "host" => _ = ui.add(Line::new(around.name("host")).color(ui.tokens().ink_soft).may_fold()),
        STANDING => {
            if let Some((words, tone)) = standing(around.text(STANDING), tr) {
                ui.add(Chip::new(&words, tone));
            }
        }
        "attended" => {
            if let Some(words) = attended(around, tr) {
                ui.add(Line::new(&words).color(ui.tokens().ink_soft));
            }
        }
        RESULTS => results_cell(ui, around, tr),
        _ => return false,
    }
    true
}

/// What stands below a title gives way where that needs both lines.
fn title_cell(ui: &mut Ui, title: &str, below: &str) {
    if paint::width_of(ui, title, Type::Interface, Weight::Medium) <= ui.available_width() {
        parts::two_lines(ui, title, below, Weight::Medium);
    } else {
        ui.add(Line::new(title).weight(Weight::Medium).may_fold());
    }
}

/// The words and the colour of where a meeting stands.
fn standing(code: &str, tr: &Tr) -> Option<(String, Tone)> {
    if code == MEETING_APPROVED {
        return Some((tr!(tr, "meeting-status-approved"), Tone::Green));
    }
    let status = MeetingStatus::from_code(code)?;
    Some((tr!(tr, status.label_key()), parts::meeting_tone(status)))
}

/// «11 من 14»; nothing while nobody is on the list.
pub(in super::super) fn attended(around: Around<'_>, tr: &Tr) -> Option<String> {
    let number = |name| around.found.cell(around.row, name).and_then(Cell::number).unwrap_or_default();
    let all = number("listed");
    (all > 0).then(|| tr!(tr, "meetings-attended", present = number("attended"), all = all))
}

fn date_cell(ui: &mut Ui, cx: &Cx<'_>, around: Around<'_>) {
    let (tr, calendars) = (cx.tr, cx.settings.calendars);
    let Some(date) = around.found.cell(around.row, "date").and_then(Cell::date) else {
        ui.add(Line::new(&tr!(tr, "not-given")).weak(ui));
        return;
    };
    let first = date.numbers(tr, parts::first_calendar(calendars));
    let second = parts::second_calendar(calendars).map(|calendar| date.numbers(tr, calendar));
    parts::two_lines(ui, &first, second.as_deref().unwrap_or_default(), Weight::Regular);
}

fn results_cell(ui: &mut Ui, around: Around<'_>, tr: &Tr) {
    ui.spacing_mut().item_spacing.x = ui.metrics().hair;
    let counts = [
        ("proposals", Tone::Green, "meetings-proposals"),
        ("follow_ups", Tone::Blue, "meetings-follow-ups"),
        ("decisions", Tone::Lavender, "meetings-decisions"),
    ];
    for (field, tone, key) in counts {
        let count = around.found.cell(around.row, field).and_then(Cell::number).unwrap_or_default();
        if count > 0 {
            let name = tr!(tr, key, count = count);
            text::tooltip(ui.add(Chip::new(&tr.number(count), tone).name(&name)), &name);
        }
    }
}
