//! What a record's page offers beyond changing and removing it: becoming one with another, another post, the next meeting.

use super::Wish;
use crate::domain::{Entity, PersonId, SeriesId, Value};
use crate::screens::form::RecordForm;
use crate::screens::{Ask, Cx};
use crate::store::query::{Cell, RecordView};
use crate::tr;
use crate::widgets::{Button, Icon, MenuEntry, menu_below};
use egui::Ui;

/// One entry of the menu.
#[derive(Clone, Copy)]
enum More {
    Merge,
    ChangePost,
    NextMeeting,
    MeetingLike,
}

impl More {
    const fn key(self) -> &'static str {
        match self {
            Self::Merge => "record-merge",
            Self::ChangePost => "post-change",
            Self::NextMeeting => "series-next",
            Self::MeetingLike => "template-meeting",
        }
    }
}

const fn of(entity: Entity) -> &'static [More] {
    match entity {
        Entity::Person => &[More::ChangePost, More::Merge],
        Entity::Organisation | Entity::Entry => &[More::Merge],
        Entity::Series => &[More::NextMeeting],
        Entity::Alias
        | Entity::Post
        | Entity::Meeting
        | Entity::Partnership
        | Entity::Party
        | Entity::AgendaItem
        | Entity::Attendance
        | Entity::Outcome
        | Entity::Block
        | Entity::Regulation
        | Entity::Progress
        | Entity::Link
        | Entity::Document
        | Entity::Reservation
        | Entity::Addendum
        | Entity::Setting => &[],
    }
}

/// The menu beside the page's buttons; nothing for a record that has none of it.
pub(super) fn more_ui(ui: &mut Ui, cx: &Cx<'_>, view: &RecordView, wishes: &mut Vec<Wish>) {
    let choices = if is_template(view) { &[More::MeetingLike] } else { of(view.record.entity) };
    if choices.is_empty() || cx.store.is_read_only() {
        return;
    }
    let name = tr!(cx.tr, "record-more");
    let button = ui.add(Button::icon_only(Icon::Dots, &name));
    let entries: Vec<MenuEntry> = choices.iter().map(|more| MenuEntry::new(tr!(cx.tr, more.key()))).collect();
    match menu_below(ui, &button, &name, &entries).and_then(|at| choices.get(at)) {
        Some(More::Merge) => wishes.push(Wish::Merge),
        Some(More::ChangePost) => wishes.push(Wish::Form(Box::new(post_form(view, cx)))),
        Some(More::MeetingLike) => wishes.push(Wish::Ask(Ask::MeetingLike(view.record))),
        Some(More::NextMeeting) => wishes.push(Wish::NextMeeting(SeriesId(view.record.id))),
        None => {}
    }
}

/// Meetings begin from it, and are none of it.
fn is_template(view: &RecordView) -> bool {
    let of_template = |(field, cell): &(&str, Cell)| *field == "is_template" && cell.value == true.into();
    view.record.entity == Entity::Series && view.cells.iter().any(of_template)
}

/// The form of another post, with the present one to start from.
fn post_form(view: &RecordView, cx: &Cx<'_>) -> RecordForm {
    let cell = |name: &str| view.cells.iter().find(|(field, _)| *field == name).map(|(_, cell)| cell);
    let value = |name: &str| cell(name).map_or(Value::Empty, |cell| cell.value.clone());
    let linked = |name: &str| cell(name).map(|cell| cell.name.clone()).unwrap_or_default();
    RecordForm::change_post(PersonId(view.record.id), value, linked, cx)
}
