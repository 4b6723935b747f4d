//! What a record's page offers beyond changing and removing it: its papers, a letter, becoming one with another, another post,
//! the next meeting.

use super::Wish;
use crate::domain::{
    Entity, OrganisationId, PaperFormat, PartnershipId, PersonId, Report, ReportAsked, SeriesId, SheetFormat, Value,
};
use crate::screens::form::RecordForm;
use crate::screens::{Ask, Cx};
use crate::store::query::{Cell, RecordView};
use crate::tr;
use crate::widgets::{Button, Icon, MenuEntry, menu_below};
use egui::Ui;

/// One entry of the menu.
#[derive(Clone, Copy, PartialEq, Eq)]
enum More {
    /// Everything of a body on paper.
    Profile(PaperFormat),
    /// What was agreed, on paper.
    Agreement(PaperFormat),
    /// What was done with a body in a time.
    Period,
    Letter,
    Merge,
    ChangePost,
    NextMeeting,
    MeetingLike,
}

impl More {
    const fn key(self) -> &'static str {
        match self {
            Self::Profile(PaperFormat::Docx) => "report-menu-profile-docx",
            Self::Profile(_) => "report-menu-profile-pdf",
            Self::Agreement(PaperFormat::Docx) => "report-menu-partnership-docx",
            Self::Agreement(_) => "report-menu-partnership-pdf",
            Self::Period => "report-menu-period",
            Self::Letter => "letter-new",
            Self::Merge => "record-merge",
            Self::ChangePost => "post-change",
            Self::NextMeeting => "series-next",
            Self::MeetingLike => "template-meeting",
        }
    }

    /// Does it change the store? What only writes a paper can be done in one that is only read.
    const fn changes_store(self) -> bool {
        match self {
            Self::Profile(_) | Self::Agreement(_) | Self::Period | Self::Letter => false,
            Self::Merge | Self::ChangePost | Self::NextMeeting | Self::MeetingLike => true,
        }
    }
}

const fn of(entity: Entity) -> &'static [More] {
    match entity {
        Entity::Person => &[More::Letter, More::ChangePost, More::Merge],
        Entity::Organisation => &[
            More::Letter,
            More::Profile(PaperFormat::Pdf),
            More::Profile(PaperFormat::Docx),
            More::Period,
            More::Merge,
        ],
        Entity::Partnership => &[More::Agreement(PaperFormat::Pdf), More::Agreement(PaperFormat::Docx)],
        Entity::Entry => &[More::Merge],
        Entity::Series => &[More::NextMeeting],
        Entity::Alias
        | Entity::Post
        | Entity::Meeting
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
    let all = if is_template(view) { &[More::MeetingLike] } else { of(view.record.entity) };
    let may = |more: &&More| !(more.changes_store() && cx.store.is_read_only());
    let choices: Vec<More> = all.iter().filter(may).copied().collect();
    if choices.is_empty() {
        return;
    }
    let name = tr!(cx.tr, "record-more");
    let button = ui.add(Button::icon_only(Icon::Dots, &name));
    let first_change = choices.iter().position(|more| more.changes_store());
    let entry = |(at, more): (usize, &More)| {
        let entry = MenuEntry::new(tr!(cx.tr, more.key()));
        if at > 0 && Some(at) == first_change { entry.begins_group() } else { entry }
    };
    let entries: Vec<MenuEntry> = choices.iter().enumerate().map(entry).collect();
    let report = |report, format| Ask::Report(ReportAsked { report, format: SheetFormat::Paper(format) });
    let id = view.record.id;
    match menu_below(ui, &button, &name, &entries).and_then(|at| choices.get(at)) {
        Some(More::Profile(format)) => {
            wishes.push(Wish::Ask(report(Report::Profile(OrganisationId(id)), *format)));
        }
        Some(More::Agreement(format)) => {
            wishes.push(Wish::Ask(report(Report::Partnership(PartnershipId(id)), *format)));
        }
        Some(More::Period) => {
            wishes.push(Wish::Ask(Ask::ReportForm(Some((OrganisationId(id), view.title.clone())))));
        }
        Some(More::Letter) => wishes.push(Wish::Letter),
        Some(More::Merge) => wishes.push(Wish::Merge),
        Some(More::ChangePost) => wishes.push(Wish::Form(Box::new(post_form(view, cx)))),
        Some(More::MeetingLike) => wishes.push(Wish::Ask(Ask::MeetingLike(view.record))),
        Some(More::NextMeeting) => wishes.push(Wish::NextMeeting(SeriesId(id))),
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
