//! Which registers there are: what each lists, how its words begin, and what is shown of it unless a person wants more.

use super::ready::Ready;
use super::view::Shape;
use crate::domain::{Entity, Field, FieldKind, OutcomeKind, OutcomeStatus, lifecycle};
use crate::screens::shown::field_key;
use crate::store::query::{DAYS_LATE, HAS_DAY, IS_CLOSED, RESULTS, STANDING, Sort as By, field_or_figure, figures};
use crate::strings::Tr;
use crate::tr;
use crate::widgets::{Column, Sort, TableLayout, Width};

/// What a register is.
#[derive(Debug)]
pub struct Register {
    /// How the keys of its words begin.
    pub(super) words: &'static str,
    /// What it lists.
    pub(super) entity: Entity,
    /// Of outcomes, which kinds.
    pub(super) kinds: &'static [OutcomeKind],
    /// Of outcomes, what a new one is.
    pub(super) added: Option<OutcomeKind>,
    /// Of outcomes, what else is often added.
    pub(super) also_added: Option<OutcomeKind>,
    /// The columns one sees first, with their widths; every other field can be shown too.
    columns: &'static [(&'static str, Width)],
    /// The columns that are offered after them, in the order in which such a register is printed.
    further: &'static [(&'static str, Width)],
    /// Headings of its own, where a field's label says too little.
    headings: &'static [(&'static str, &'static str)],
    /// What a narrow window leaves to the record's page.
    narrow: &'static [&'static str],
    /// The fields whose filter is always at hand; every other field can be filtered by too.
    pub(super) filters: &'static [&'static str],
    /// What one asks every day.
    pub(super) ready: &'static [Ready],
    /// The fields it is mostly grouped by.
    groups: &'static [&'static str],
    /// How it stands until a heading is pressed.
    order: &'static [By],
    /// Its rows begin with a mark that turns them done.
    pub(super) has_marks: bool,
    /// The fields of the form of something new; none: it has a form of its own.
    pub(super) short: &'static [&'static str],
    /// What it can be shown as; none: a table and no other way.
    pub(super) shapes: &'static [(Shape, &'static str)],
    /// What the program keeps with each record for itself, and no register tells.
    untold: &'static [&'static str],
}

const WITH_BOARD: &[(Shape, &str)] = &[(Shape::Table, "register-as-table"), (Shape::Board, "register-as-board")];

const fn up(field: &'static str) -> By {
    By { field, is_descending: false }
}

const fn down(field: &'static str) -> By {
    By { field, is_descending: true }
}

/// The field of what a record is about: a name of one of the lists, kept as a text.
pub(super) const AREA: &str = "area";
const AGENDA_ITEM: &str = "agenda_item";

/// May a register stand by it? Nobody looks for a long text by its first letters, nor for an item of one meeting among those
/// of all others.
pub(super) fn is_order(field: &Field) -> bool {
    field.kind != FieldKind::Prose && field.name != AGENDA_ITEM
}

/// «الاجتماعات»
pub static MEETINGS: Register = Register {
    words: "meetings",
    entity: Entity::Meeting,
    kinds: &[],
    added: None,
    also_added: None,
    columns: &[
        ("date", Width::Points(140.0)),
        ("number", Width::Points(118.0)),
        ("title", Width::Share(1.8)),
        ("host", Width::Share(1.0)),
        ("venue", Width::Share(0.7)),
        (STANDING, Width::Points(124.0)),
        ("attended", Width::Points(92.0)),
        (RESULTS, Width::Points(124.0)),
    ],
    further: &[
        ("series", Width::Points(180.0)),
        ("kind", Width::Points(124.0)),
        ("start_time", Width::Points(92.0)),
        ("end_time", Width::Points(92.0)),
        ("mode", Width::Points(112.0)),
        ("city", Width::Points(120.0)),
        ("chair", Width::Points(180.0)),
        ("secretary", Width::Points(180.0)),
        ("minutes_number", Width::Points(128.0)),
        ("approved_on", Width::Points(132.0)),
        ("review", Width::Points(128.0)),
        ("next_date", Width::Points(132.0)),
        ("purpose", Width::Points(240.0)),
    ],
    headings: &[
        ("date", "meetings-date"),
        ("number", "meetings-number"),
        ("title", "meetings-title"),
        ("host", "meetings-host"),
        ("venue", "meetings-venue"),
        (STANDING, "meetings-status"),
        ("attended", "meetings-attendance"),
        (RESULTS, "meetings-outcomes"),
    ],
    narrow: &["number", "venue"],
    filters: &[STANDING, "date", "host", "series"],
    ready: &[Ready::Coming, Ready::NoMinutes],
    groups: &[STANDING, "date", "series", "host", "kind", "chair"],
    order: &[up(HAS_DAY), down("date"), down("start_time")],
    has_marks: false,
    short: &[],
    shapes: &[(Shape::Table, "meetings-as-list"), (Shape::Month, "meetings-as-month")],
    // Where a meeting stands is told with its approval, in a figure.
    untold: &["status", "content_hash", "layout", "running_since", "ran_seconds"],
};

/// «المتابعات»
pub static FOLLOW_UPS: Register = Register {
    words: "follow-ups",
    entity: Entity::Outcome,
    kinds: &[OutcomeKind::FollowUp, OutcomeKind::Recommendation, OutcomeKind::Decision, OutcomeKind::Obligation],
    added: Some(OutcomeKind::FollowUp),
    also_added: None,
    columns: &[
        ("number", Width::Points(124.0)),
        ("text", Width::Share(2.2)),
        ("person", Width::Share(1.2)),
        ("due", Width::Points(208.0)),
        ("status", Width::Points(128.0)),
        ("percent", Width::Points(96.0)),
        ("meeting", Width::Points(116.0)),
    ],
    further: &[
        ("kind", Width::Points(112.0)),
        ("minutes_number", Width::Points(128.0)),
        ("met_on", Width::Points(132.0)),
        (AGENDA_ITEM, Width::Points(200.0)),
        ("organisation", Width::Points(200.0)),
        ("support", Width::Points(180.0)),
        ("priority", Width::Points(104.0)),
        ("last_action", Width::Points(260.0)),
        ("updated_on", Width::Points(132.0)),
        ("obstacles", Width::Points(220.0)),
        ("support_needed", Width::Points(220.0)),
        ("carried", Width::Points(104.0)),
        (DAYS_LATE, Width::Points(112.0)),
        ("done_on", Width::Points(132.0)),
        ("evidence", Width::Points(200.0)),
        ("details", Width::Points(220.0)),
    ],
    headings: &[
        ("text", "follow-ups-task"),
        ("due", "register-due"),
        ("percent", "follow-ups-progress"),
        ("person", "follow-ups-owner"),
        ("done_on", "follow-ups-done-on"),
        ("details", "follow-ups-notes"),
    ],
    narrow: &["number", "percent"],
    filters: &["status", "person", "organisation", "due"],
    ready: &[Ready::Open, Ready::Overdue, Ready::DueSoon, Ready::Carried],
    groups: &["organisation", "person", "meeting", "status", "due", "priority"],
    order: &[up(IS_CLOSED), up("due")],
    has_marks: true,
    short: &["text", "person", "organisation", "due", "priority", "details"],
    shapes: WITH_BOARD,
    untold: &[],
};

/// «المبادرات والمقترحات»
pub static PROPOSALS: Register = Register {
    words: "proposals",
    entity: Entity::Outcome,
    kinds: &[OutcomeKind::Proposal, OutcomeKind::Initiative],
    added: Some(OutcomeKind::Proposal),
    also_added: Some(OutcomeKind::Initiative),
    columns: &[
        ("number", Width::Points(124.0)),
        ("text", Width::Share(2.2)),
        ("organisation", Width::Share(1.0)),
        ("area", Width::Points(140.0)),
        ("status", Width::Points(136.0)),
        ("due", Width::Points(204.0)),
        ("meeting", Width::Points(124.0)),
    ],
    further: &[],
    headings: &[("text", "proposals-text"), ("organisation", "proposals-proposer"), ("due", "register-due")],
    narrow: &["number", "area"],
    filters: &["status", "organisation", "kind", "meeting"],
    ready: &[Ready::Open, Ready::Overdue, Ready::DueSoon],
    groups: &["status", "organisation", "kind", "meeting", "due"],
    order: &[up(IS_CLOSED), up("due")],
    has_marks: false,
    short: &["text", "person", "organisation", "area", "due", "priority", "details"],
    shapes: WITH_BOARD,
    untold: &[],
};

/// «التحديات والفرص»
pub static CHALLENGES: Register = Register {
    words: "challenges",
    entity: Entity::Outcome,
    kinds: &[OutcomeKind::Challenge, OutcomeKind::Opportunity],
    added: Some(OutcomeKind::Challenge),
    also_added: Some(OutcomeKind::Opportunity),
    columns: &[
        ("number", Width::Points(124.0)),
        ("text", Width::Share(2.2)),
        ("organisation", Width::Share(1.0)),
        ("severity", Width::Points(104.0)),
        ("status", Width::Points(164.0)),
        ("due", Width::Points(204.0)),
    ],
    further: &[],
    headings: &[("due", "register-due")],
    narrow: &["number"],
    filters: &["kind", "status", "severity", "organisation"],
    ready: &[Ready::Open, Ready::Overdue, Ready::DueSoon],
    groups: &["kind", "severity", "challenge_class", "opportunity_class", "organisation", "status"],
    order: &[up(IS_CLOSED), up("due")],
    has_marks: false,
    short: &["text", "organisation", "person", "severity", "challenge_class", "opportunity_class", "due", "details"],
    shapes: WITH_BOARD,
    untold: &[],
};

/// «الشراكات»
pub static PARTNERSHIPS: Register = Register {
    words: "partnerships",
    entity: Entity::Partnership,
    kinds: &[],
    added: None,
    also_added: None,
    columns: &[
        ("number", Width::Points(124.0)),
        ("title", Width::Share(2.2)),
        ("agreement", Width::Points(136.0)),
        ("person", Width::Share(1.0)),
        ("status", Width::Points(164.0)),
        ("starts_on", Width::Points(120.0)),
        ("ends_on", Width::Points(204.0)),
    ],
    further: &[],
    headings: &[],
    narrow: &["number", "starts_on"],
    filters: &["status", "agreement", "person", "ends_on"],
    ready: &[Ready::Open, Ready::Expiring, Ready::Ended],
    groups: &["status", "agreement", "person", "ends_on"],
    order: &[up(IS_CLOSED), up("ends_on")],
    has_marks: false,
    short: &["title", "agreement", "purpose", "starts_on", "ends_on", "person", "sponsor", "notes"],
    shapes: WITH_BOARD,
    untold: &[],
};

/// «الأنظمة والتشريعات»
pub static REGULATIONS: Register = Register {
    words: "regulations",
    entity: Entity::Regulation,
    kinds: &[],
    added: None,
    also_added: None,
    columns: &[
        ("number", Width::Points(124.0)),
        ("title", Width::Share(2.2)),
        ("instrument", Width::Points(136.0)),
        ("organisation", Width::Share(1.0)),
        ("status", Width::Points(150.0)),
        ("review", Width::Points(104.0)),
        ("effective_on", Width::Points(128.0)),
    ],
    further: &[],
    headings: &[],
    narrow: &["number", "effective_on"],
    filters: &["status", "review", "instrument", "organisation"],
    ready: &[Ready::Open, Ready::NotShown, Ready::Overdue, Ready::DueSoon],
    groups: &["instrument", "organisation", "status", "review", "issued_on"],
    order: &[down("issued_on")],
    has_marks: false,
    short: &["title", "instrument", "instrument_number", "organisation", "issued_on", "effective_on", "summary", "due"],
    shapes: WITH_BOARD,
    untold: &[],
};

/// «الجهات»
pub static ORGANISATIONS: Register = Register {
    words: "organisations",
    entity: Entity::Organisation,
    kinds: &[],
    added: None,
    also_added: None,
    columns: &[
        ("name", Width::Share(1.7)),
        ("kind", Width::Points(140.0)),
        ("city", Width::Points(120.0)),
        ("licence_ends_on", Width::Points(204.0)),
        ("people", Width::Points(96.0)),
        ("meetings", Width::Points(104.0)),
    ],
    further: &[],
    headings: &[],
    narrow: &["licence_ends_on"],
    filters: &["kind", "city", "class", "region"],
    ready: &[Ready::LicenceExpiring, Ready::LicenceEnded, Ready::BoardEnding, Ready::Units],
    groups: &["kind", "region", "governorate", "class", "supervisor"],
    order: &[up("name")],
    has_marks: false,
    short: &["name", "short_name", "kind", "parent", "city", "licence", "phone", "email", "notes"],
    shapes: &[],
    untold: &[],
};

/// «الأشخاص»
pub static PEOPLE: Register = Register {
    words: "people",
    entity: Entity::Person,
    kinds: &[],
    added: None,
    also_added: None,
    columns: &[
        ("name", Width::Share(1.2)),
        ("organisation", Width::Share(1.0)),
        ("phone", Width::Points(160.0)),
        ("email", Width::Share(0.8)),
        ("meetings", Width::Points(104.0)),
    ],
    further: &[],
    headings: &[("name", "people-name")],
    narrow: &["email"],
    filters: &["organisation", "post_level", "is_contact"],
    ready: &[Ready::Contacts, Ready::KeepEnding],
    groups: &["organisation", "post_level", "is_contact", "gender"],
    order: &[up("name")],
    has_marks: false,
    short: &["name", "honorific", "post", "organisation", "post_since", "phone", "email", "notes"],
    shapes: &[],
    untold: &[],
};

/// Those whose records have one form for all, in the order of the navigation; the meetings' screen has more to it.
pub static REGISTERS: [&Register; 7] =
    [&FOLLOW_UPS, &PROPOSALS, &CHALLENGES, &PARTNERSHIPS, &REGULATIONS, &ORGANISATIONS, &PEOPLE];

impl Register {
    /// A field of what it lists, or a figure.
    pub(super) fn field(&self, name: &str) -> Option<&'static Field> {
        field_or_figure(self.entity, name)
    }

    fn declared(&'static self) -> impl Iterator<Item = &'static Field> {
        let has =
            |field: &&Field| self.kinds.is_empty() || self.kinds.iter().any(|kind| field.is_of(Some(kind.code())));
        self.entity.fields().iter().filter(has)
    }

    /// The fields it can show, filter and group by: what is declared, and its figures.
    pub(super) fn fields(&'static self) -> impl Iterator<Item = &'static Field> {
        let is_told = |field: &&Field| !matches!(field.kind, FieldKind::Any | FieldKind::Position);
        let is_asked =
            |field: &&Field| !matches!(field.name, IS_CLOSED | HAS_DAY) && !self.untold.contains(&field.name);
        self.declared().chain(figures(self.entity)).filter(is_told).filter(is_asked)
    }

    /// The label of a field, as this register heads it.
    pub(super) fn heading(&self, field: &Field, tr: &Tr) -> String {
        match self.headings.iter().find(|(name, _)| *name == field.name) {
            Some((_, key)) => tr!(tr, key),
            None => tr!(tr, &field_key(self.entity, field)),
        }
    }

    /// The columns that a layout shows, each with what stands above it. In a spreadsheet what a cell shows besides its own
    /// field has a column behind it.
    pub(super) fn shown_columns(
        &'static self,
        layout: &TableLayout,
        is_sheet: bool,
        tr: &Tr,
    ) -> Vec<(&'static str, String)> {
        let columns = self.columns();
        let heads: Vec<Column<'_>> = columns.iter().map(|(field, width)| Column::new(field.name, "", *width)).collect();
        let shown = layout.shown(&heads).into_iter().filter_map(|at| columns.get(at)).map(|(field, _)| *field);
        let mut shown: Vec<&'static Field> = shown.collect();
        for at in (0..shown.len()).rev().filter(|_| is_sheet) {
            let beside = shown.get(at).and_then(|field| self.beside(field.name)).and_then(|name| self.field(name));
            if let Some(beside) = beside.filter(|beside| !shown.iter().any(|field| field.name == beside.name)) {
                shown.insert(at + 1, beside);
            }
        }
        shown.into_iter().map(|field| (field.name, self.heading(field, tr))).collect()
    }

    /// The field that a cell shows besides its own.
    fn beside(&self, name: &str) -> Option<&'static str> {
        match (self.entity, name) {
            (Entity::Outcome, "text") if self.kinds.len() > 1 => Some("kind"),
            (Entity::Outcome, "person") => Some("organisation"),
            (Entity::Outcome, "organisation") => Some("person"),
            (Entity::Person, "name") => Some("post"),
            (Entity::Organisation, "name") => Some("short_name"),
            _ => None,
        }
    }

    /// All columns: those one sees first in their order, those that are told next in theirs, then the other fields. Long
    /// texts are columns where the register says so, for there are many; what was done last is one anywhere.
    pub(super) fn columns(&'static self) -> Vec<(&'static Field, Width)> {
        let told = || self.columns.iter().chain(self.further);
        let is_further = |field: &&Field| {
            !told().any(|(name, _)| *name == field.name)
                && (field.kind != FieldKind::Prose || self.entity.field(field.name).is_none())
        };
        let first = told().filter_map(|(name, width)| Some((self.field(name)?, *width)));
        first.chain(self.fields().filter(is_further).map(|field| (field, Width::Points(140.0)))).collect()
    }

    /// Does a narrow window leave the field to the record's page?
    pub(super) fn is_left_out(&self, name: &str) -> bool {
        self.narrow.contains(&name)
    }

    /// The columns as nobody has touched them: what is not seen first is hidden.
    pub(super) fn standard_layout(&'static self) -> TableLayout {
        let columns = self.columns();
        let heads: Vec<Column<'_>> = columns.iter().map(|(field, width)| Column::new(field.name, "", *width)).collect();
        let mut layout = TableLayout::default();
        for (field, _) in columns.iter().skip(self.columns.len()) {
            layout.turn_hidden(&heads, field.name);
        }
        layout
    }

    /// Hides a column, or shows it again.
    pub(super) fn turn_hidden(&'static self, layout: &mut TableLayout, field: &Field) {
        let columns = self.columns();
        let heads: Vec<Column<'_>> = columns.iter().map(|(field, width)| Column::new(field.name, "", *width)).collect();
        layout.turn_hidden(&heads, field.name);
    }

    /// How many columns a layout hides.
    pub(super) fn hidden(&'static self, layout: &TableLayout) -> usize {
        self.columns().iter().filter(|(field, _)| layout.is_hidden(field.name)).count()
    }

    /// What has to be read for what is shown: the columns that are not hidden, and what stands beside them in cells and on
    /// cards.
    pub(super) fn columns_of(&'static self, layout: &TableLayout, is_board: bool) -> Vec<&'static str> {
        const BESIDE: [&str; 27] = [
            "status",
            "due",
            "ends_on",
            "done_on",
            "number",
            "kind",
            "person",
            "organisation",
            "percent",
            "area",
            "agreement",
            "instrument",
            "severity",
            "short_name",
            "parent",
            "post",
            "name",
            "meeting",
            "date",
            "start_time",
            STANDING,
            "host",
            "attended",
            "listed",
            "proposals",
            "follow_ups",
            "decisions",
        ];
        let is_shown = |name: &str| !is_board && !layout.is_hidden(name);
        let mut names: Vec<&'static str> =
            self.columns().iter().map(|(field, _)| field.name).filter(|name| is_shown(name)).collect();
        for name in BESIDE {
            if !names.contains(&name) {
                names.extend(self.field(name).map(|field| field.name));
            }
        }
        names
    }

    /// The order: by the pressed heading, then the register's own.
    pub(super) fn order(&'static self, pressed: Option<&Sort>) -> Vec<By> {
        let by = pressed.and_then(|sort| {
            let field = self.field(&sort.column)?;
            Some(By { field: field.name, is_descending: sort.is_descending })
        });
        // What has no day comes first only as long as nothing else is asked.
        let own = self.order.iter().filter(|own| by.is_none() || own.field != HAS_DAY);
        by.into_iter().chain(own.copied()).collect()
    }

    /// By what it can be grouped, what is mostly asked for first.
    pub(super) fn groups(&'static self) -> Vec<&'static Field> {
        let can = |field: &&Field| {
            matches!(
                field.kind,
                FieldKind::Choice(_) | FieldKind::Entry(_) | FieldKind::Link(_) | FieldKind::Flag | FieldKind::Date
            )
        };
        // Each item is one meeting's: a heading for each would be little else than the list by meeting, in pieces.
        let is_item = |field: &&Field| field.name == AGENDA_ITEM;
        let first: Vec<&'static Field> = self.groups.iter().filter_map(|name| self.field(name)).collect();
        let rest: Vec<&'static Field> =
            self.fields().filter(can).filter(|field| !self.groups.contains(&field.name) && !is_item(field)).collect();
        first.into_iter().chain(rest).collect()
    }

    /// By what it can be filtered: what is mostly asked for first, then what one sees, then the rest as it is declared.
    pub(super) fn filterable(&'static self) -> Vec<&'static Field> {
        let often = self.groups.iter().copied().chain(self.columns.iter().map(|(name, _)| *name));
        let often = often.chain(self.further.iter().map(|(name, _)| *name));
        let mut found: Vec<&'static Field> = Vec::new();
        for field in often.filter_map(|name| self.field(name)).chain(self.fields()) {
            if !found.contains(&field) {
                found.push(field);
            }
        }
        found
    }

    /// The statuses of all its kinds, in the order of their lives.
    pub(super) fn statuses(&self) -> Vec<OutcomeStatus> {
        let mut all = Vec::new();
        for cycle in self.kinds_or_none().filter_map(|kind| lifecycle::cycle_of(self.entity, kind)) {
            for status in lifecycle::statuses_of(cycle) {
                if !all.contains(&status) {
                    all.push(status);
                }
            }
        }
        all
    }

    /// The stages a board always shows.
    pub(super) fn way(&self) -> Vec<OutcomeStatus> {
        self.kinds_or_none().flat_map(|kind| lifecycle::way_of(self.entity, kind)).copied().collect()
    }

    /// Do its records move from status to status?
    pub(super) fn has_board(&self) -> bool {
        !self.way().is_empty()
    }

    fn kinds_or_none(&self) -> impl Iterator<Item = Option<OutcomeKind>> {
        self.kinds.iter().map(|kind| Some(*kind)).chain(self.kinds.is_empty().then_some(None))
    }

    /// The fields of the form of something new of a kind, in their order.
    pub(super) fn short(&'static self, kind: Option<OutcomeKind>) -> Vec<&'static str> {
        let code = kind.map(OutcomeKind::code);
        let is_of = |name: &&&'static str| self.field(name).is_some_and(|field| field.is_of(code));
        self.short.iter().filter(is_of).copied().collect()
    }
}
