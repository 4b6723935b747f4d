//! What a record's page offers beyond changing and removing it: its papers, a letter, becoming one with another, another post,
//! the next meeting.

use super::Wish;
use crate::domain::{
    Entity, OrganisationId, PaperFormat, PartnershipId, PersonId, Record, Report, ReportAsked, SeriesId, SheetFormat,
    Value,
};
use crate::screens::form::RecordForm;
use crate::screens::{Ask, Cx, PaperSubject};
use crate::store::query::{Cell, RecordView};
use crate::strings::Tr;
use crate::tr;
use crate::widgets::{Button, Icon, MenuEntry, menu_below};
use egui::Ui;

/// One entry of the menu.
#[derive(Clone, Copy, PartialEq, Eq)]
enum More {
    /// The record's own paper, page by page.
    Preview,
    /// The same as a file.
    Paper(PaperFormat),
    /// What was done with a body in a time.
    Period,
    Letter,
    Merge,
    ChangePost,
    NextMeeting,
    MeetingLike,
}

impl More {
    fn words(self, entity: Entity, tr: &Tr) -> String {
        match self {
            Self::Preview => tr!(tr, &format!("report-menu-{}-preview", entity.code())),
            Self::Paper(format) => {
                tr!(tr, &format!("report-menu-{}", entity.code()), format = tr!(tr, format.short_key()))
            }
            Self::Period => tr!(tr, "report-menu-period"),
            Self::Letter => tr!(tr, "letter-new"),
            Self::Merge => tr!(tr, "record-merge"),
            Self::ChangePost => tr!(tr, "post-change"),
            Self::NextMeeting => tr!(tr, "series-next"),
            Self::MeetingLike => tr!(tr, "template-meeting"),
        }
    }

    /// Does it change the store? What only writes a paper can be done in one that is only read.
    const fn changes_store(self) -> bool {
        match self {
            Self::Preview | Self::Paper(_) | Self::Period | Self::Letter => false,
            Self::Merge | Self::ChangePost | Self::NextMeeting | Self::MeetingLike => true,
        }
    }
}

fn of(entity: Entity) -> Vec<More> {
    let papers = || std::iter::once(More::Preview).chain(PaperFormat::OF_PAPERS.map(More::Paper));
    match entity {
        Entity::Person => vec![More::Letter, More::ChangePost, More::Merge],
        Entity::Organisation => {
            std::iter::once(More::Letter).chain(papers()).chain([More::Period, More::Merge]).collect()
        }
        Entity::Partnership => papers().collect(),
        Entity::Entry => vec![More::Merge],
        Entity::Series => vec![More::NextMeeting],
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
        | Entity::Setting => Vec::new(),
    }
}

/// What the record's own paper tells.
fn report_of(record: Record) -> Report {
    if record.entity == Entity::Partnership {
        Report::Partnership(PartnershipId(record.id))
    } else {
        Report::Profile(OrganisationId(record.id))
    }
}

/// The menu beside the page's buttons; nothing for a record that has none of it.
pub(super) fn more_ui(ui: &mut Ui, cx: &Cx<'_>, view: &RecordView, wishes: &mut Vec<Wish>) {
    let all = if is_template(view) { vec![More::MeetingLike] } else { of(view.record.entity) };
    let may = |more: &More| !(more.changes_store() && cx.store.is_read_only());
    let choices: Vec<More> = all.into_iter().filter(may).collect();
    if choices.is_empty() {
        return;
    }
    let name = tr!(cx.tr, "record-more");
    let button = ui.add(Button::icon_only(Icon::Dots, &name));
    let first_change = choices.iter().position(|more| more.changes_store());
    let entry = |(at, more): (usize, &More)| {
        let entry = MenuEntry::new(more.words(view.record.entity, cx.tr));
        let begins = Some(at) == first_change || matches!(more, More::Preview | More::Period);
        if at > 0 && begins { entry.begins_group() } else { entry }
    };
    let entries: Vec<MenuEntry> = choices.iter().enumerate().map(entry).collect();
    let report = report_of(view.record);
    let id = view.record.id;
    match menu_below(ui, &button, &name, &entries).and_then(|at| choices.get(at)) {
        Some(More::Preview) => wishes.push(Wish::Ask(Ask::ShowPaper(PaperSubject::Report(report)))),
        Some(More::Paper(format)) => {
            wishes.push(Wish::Ask(Ask::Report(ReportAsked { report, format: SheetFormat::Paper(*format) })));
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
