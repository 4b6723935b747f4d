//! What belongs to a record and has no page of its own, and what stands below it: a body's other names and units, the posts
//! somebody held, the parties to an agreement and what each owes. Each is a list with a form.

use super::Wish;
use super::period::Period;
use crate::domain::{Entity, FieldValue, MeetingStatus, OrganisationKind, OutcomeKind, OutcomeStatus, Record, Value};
use crate::screens::form::RecordForm;
use crate::screens::{Cx, parts, shown};
use crate::store::query::{Cell, Condition, RecordList, RecordRow, RecordRows, RecordView, Sort, Which};
use crate::store::{Changes, Live, position};
use crate::tr;
use crate::widgets::{Button, Card, Chip, Icon, Line, Tone, UiExt};
use egui::Ui;

/// So many are listed.
const LISTED: usize = 100;

/// A list of what belongs to records of an entity.
struct Belonging {
    owner: Entity,
    entity: Entity,
    /// The field that says whose it is.
    by: &'static str,
    /// The key of the list's title.
    title: &'static str,
    /// What a new one starts with besides its owner.
    fixed: fn() -> Vec<FieldValue>,
    /// The key of what its button adds, where that is to be said.
    add: &'static str,
    /// The key of the title of its form.
    new: &'static str,
    /// It is opened on a page and not in a form.
    has_page: bool,
}

const BELONGINGS: [Belonging; 9] = [
    Belonging {
        owner: Entity::Partnership,
        entity: Entity::Party,
        by: "partnership",
        title: "record-parties",
        fixed: Vec::new,
        add: "register-add",
        new: "record-parties-new",
        has_page: false,
    },
    Belonging {
        owner: Entity::Partnership,
        entity: Entity::Outcome,
        by: "partnership",
        title: "record-obligations",
        fixed: || vec![("kind", OutcomeKind::Obligation.into())],
        add: "register-add",
        new: "record-obligations-new",
        has_page: true,
    },
    Belonging {
        owner: Entity::Organisation,
        entity: Entity::Alias,
        by: "organisation",
        title: "record-aliases",
        fixed: Vec::new,
        add: "register-add",
        new: "record-aliases-new",
        has_page: false,
    },
    Belonging {
        owner: Entity::Organisation,
        entity: Entity::Organisation,
        by: "parent",
        title: "record-units",
        fixed: || vec![("kind", OrganisationKind::Unit.into())],
        add: "record-units-add",
        new: "record-units-new",
        has_page: true,
    },
    Belonging {
        owner: Entity::Organisation,
        entity: Entity::Person,
        by: "organisation",
        title: "record-people",
        fixed: Vec::new,
        add: "register-add",
        new: "people-new",
        has_page: true,
    },
    Belonging {
        owner: Entity::Series,
        entity: Entity::AgendaItem,
        by: "series",
        title: "series-agenda",
        fixed: Vec::new,
        add: "register-add",
        new: "series-agenda-new",
        has_page: false,
    },
    Belonging {
        owner: Entity::Series,
        entity: Entity::Meeting,
        by: "series",
        title: "record-meetings",
        fixed: Vec::new,
        add: "register-add",
        new: "meetings-new",
        has_page: true,
    },
    Belonging {
        owner: Entity::Person,
        entity: Entity::Alias,
        by: "person",
        title: "record-aliases",
        fixed: Vec::new,
        add: "register-add",
        new: "record-aliases-new",
        has_page: false,
    },
    Belonging {
        owner: Entity::Person,
        entity: Entity::Post,
        by: "person",
        title: "record-posts",
        fixed: Vec::new,
        add: "register-add",
        new: "record-posts-new",
        has_page: false,
    },
];

/// The lists of one record.
#[derive(Default)]
pub(super) struct Belongings {
    lists: Vec<(usize, Live<RecordList>)>,
}

impl Belongings {
    pub(super) fn new(owner: Entity) -> Self {
        let of_owner = BELONGINGS.iter().enumerate().filter(|(_, belonging)| belonging.owner == owner);
        Self { lists: of_owner.map(|(place, _)| (place, Live::default())).collect() }
    }

    pub(super) fn note(&mut self, changes: Changes) {
        self.lists.iter_mut().for_each(|(_, list)| list.note(changes));
    }

    /// Shows a card for each list.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, view: &RecordView, wishes: &mut Vec<Wish>) {
        for (place, list) in &mut self.lists {
            let Some(belonging) = BELONGINGS.get(*place) else { continue };
            let found = list.get(cx.store, belonging.asked(view.record, cx));
            card_ui(ui, cx, belonging, view, found, wishes);
        }
    }
}

impl Belonging {
    fn asked(&self, owner: Record, cx: &Cx<'_>) -> RecordList {
        let which = Which {
            entity: self.entity,
            kinds: Vec::new(),
            conditions: vec![Condition::OneOf(self.by, vec![Value::Number(owner.id)])],
            containing: String::new(),
            // The last post and the last meeting are what one asks for first.
            order: vec![Sort {
                field: self.order(),
                is_descending: matches!(self.entity, Entity::Post | Entity::Meeting),
            }],
            today: cx.today,
        };
        let columns = self.entity.fields().iter().map(|field| field.name).collect();
        RecordList { which, columns, first: 0, count: LISTED }
    }

    fn order(&self) -> &'static str {
        let by = ["position", "due", "ends_on", "name", "date"];
        by.into_iter().find(|name| self.entity.field(name).is_some()).unwrap_or(self.by)
    }

    /// The fields of its form: all but whose it is.
    fn fields(&self) -> Vec<&'static str> {
        let kind = (self.fixed)().into_iter().find_map(|(name, value)| match value {
            Value::Text(code) if name == "kind" => Some(code),
            Value::Text(_) | Value::Empty | Value::Number(_) => None,
        });
        self.entity
            .fields()
            .iter()
            .filter(|field| !field.is_kept && field.is_of(kind.as_deref()) && field.name != self.by)
            .filter(|field| {
                !matches!(field.name, "meeting" | "state" | "status" | "percent" | "done_on" | "number" | "target")
            })
            // A name is of one alone.
            .filter(|field| self.entity != Entity::Alias || !matches!(field.name, "organisation" | "person"))
            .filter(|field| kind.is_none() || field.name != "kind")
            .map(|field| field.name)
            .collect()
    }

    fn add_form(&self, owner: Record, cx: &Cx<'_>) -> RecordForm {
        let mut fixed: Vec<FieldValue> = vec![(self.by, Value::Number(owner.id))];
        fixed.extend((self.fixed)());
        RecordForm::add(tr!(cx.tr, self.new), self.entity, &self.fields(), fixed, cx)
    }

    fn edit_form(&self, found: &RecordRows, row: &RecordRow, cx: &Cx<'_>) -> RecordForm {
        let value = |name: &str| found.cell(row, name).map_or(Value::Empty, |cell| cell.value.clone());
        let linked = |name: &str| found.cell(row, name).map(|cell| cell.name.clone()).unwrap_or_default();
        RecordForm::edit(row.title.clone(), row.record, &self.fields(), value, linked, cx)
    }
}

fn card_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    belonging: &Belonging,
    view: &RecordView,
    found: Option<&RecordRows>,
    wishes: &mut Vec<Wish>,
) {
    let tr = cx.tr;
    let title = tr!(tr, belonging.title);
    Card::new().title(&title).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = ui.metrics().small;
        if belonging.entity == Entity::Post {
            present_post_ui(ui, cx, view, wishes);
        }
        let rows = found.into_iter().flat_map(|found| found.rows.iter().enumerate().map(move |row| (found, row)));
        for (found, (place, row)) in rows {
            let name = if row.title.is_empty() { tr!(tr, "unspecified") } else { row.title.clone() };
            let open = tr!(tr, "record-open", name = &name);
            let mut is_opened = false;
            let mut name_ui = |ui: &mut Ui| is_opened = ui.add(Button::quiet(&name).small().name(&open)).clicked();
            let period = period(found, row).filter(|period| period.short(cx).is_some());
            if belonging.entity == Entity::Meeting || period.is_some() {
                // A title takes the whole line: where it stands and its days stand below it.
                name_ui(ui);
                ui.row(|ui| {
                    about_ui(ui, cx, found, row);
                    if let Some(period) = period {
                        period.show(ui, cx);
                    }
                });
            } else {
                let mut moved = None;
                ui.start_end(name_ui, |ui| {
                    about_ui(ui, cx, found, row);
                    if belonging.entity == Entity::AgendaItem && !cx.store.is_read_only() {
                        moved = order_ui(ui, cx, found, place);
                    }
                });
                wishes.extend(moved);
            }
            if is_opened {
                wishes.push(if belonging.has_page {
                    Wish::Open(row.record)
                } else {
                    Wish::Form(Box::new(belonging.edit_form(found, row, cx)))
                });
            }
        }
        // The next meeting of a series is made by its rule, from the page's menu.
        if belonging.entity == Entity::Meeting {
            return;
        }
        let words = tr!(tr, belonging.add);
        let name = tr!(tr, "record-add-to", list = &title);
        let add = Button::new(&words).name(&name).icon(Icon::Plus).small();
        if ui.add(add.enabled(!cx.store.is_read_only())).clicked() {
            wishes.push(Wish::Form(Box::new(belonging.add_form(view.record, cx))));
        }
    });
}

/// The post that somebody holds now, which is a part of themselves: it is changed in their form.
fn present_post_ui(ui: &mut Ui, cx: &Cx<'_>, view: &RecordView, wishes: &mut Vec<Wish>) {
    let cell = |name: &str| view.cells.iter().find(|(field, _)| *field == name).map(|(_, cell)| cell);
    let body = cell("organisation").map(|cell| cell.name.as_str()).unwrap_or_default();
    let post = cell("post").map(Cell::text).filter(|post| !post.is_empty());
    let Some(name) = post.or(Some(body)).filter(|name| !name.is_empty()) else { return };
    let open = tr!(cx.tr, "record-open", name = name);
    ui.start_end(
        |ui| {
            if ui.add(Button::quiet(name).small().name(&open)).clicked() {
                wishes.push(Wish::Edit);
            }
        },
        |ui| _ = ui.add(Chip::new(&tr!(cx.tr, "record-post-present"), Tone::Green)),
    );
    if post.is_some() && !body.is_empty() {
        ui.add(Line::new(body).weak(ui));
    }
    match cell("post_since").and_then(Cell::date) {
        since @ Some(_) => Period { start: since, end: None }.show(ui, cx),
        None => _ = ui.add(Line::new(&tr!(cx.tr, "record-post-since-unknown")).weak(ui)),
    }
}

/// The buttons that move a line one place up or down.
fn order_ui(ui: &mut Ui, cx: &Cx<'_>, found: &RecordRows, at: usize) -> Option<Wish> {
    let row = found.rows.get(at)?;
    let place_of = |at: Option<usize>| {
        let row = at.and_then(|at| found.rows.get(at))?;
        found.cell(row, "position").map(|cell| cell.text())
    };
    let mut wish = None;
    let above = (place_of(at.checked_sub(2)), place_of(at.checked_sub(1)));
    let below = (place_of(Some(at + 1)), place_of(Some(at + 2)));
    let ways = [
        (Icon::Up, "record-place-up", above, at > 0),
        (Icon::Down, "record-place-down", below, at + 1 < found.rows.len()),
    ];
    for (icon, key, (before, after), can) in ways {
        let name = tr!(cx.tr, key, name = &row.title);
        if ui.add(Button::icon_only(icon, &name).small().enabled(can)).clicked() {
            wish = Some(Wish::Place(row.record, position::between(before, after)));
        }
    }
    wish
}

/// What one asks of a line at a glance: whose it is and where it stands, of which sort, until when.
fn about_ui(ui: &mut Ui, cx: &Cx<'_>, found: &RecordRows, row: &RecordRow) {
    let entity = row.record.entity;
    let status = found.cell(row, "status").and_then(|cell| OutcomeStatus::from_code(cell.text()));
    if let Some(status) = status.filter(|_| entity == Entity::Outcome) {
        let words = status.words(OutcomeKind::from_code(&row.kind), cx.tr);
        ui.add(Chip::new(&words, parts::outcome_tone(status)));
    }
    if entity == Entity::Meeting {
        let status = found.cell(row, "status").and_then(|cell| MeetingStatus::from_code(cell.text()));
        if let Some(status) = status {
            ui.add(Chip::new(&tr!(cx.tr, status.label_key()), parts::meeting_tone(status)));
        }
        if let Some(date) = found.cell(row, "date").and_then(|cell| cell.date()) {
            ui.add(Line::new(&date.medium(cx.tr, cx.settings.calendars)).weak(ui));
        }
        return;
    }
    if let Some(minutes) = found.cell(row, "planned_minutes").and_then(|cell| cell.number()) {
        ui.add(Line::new(&tr!(cx.tr, "minutes-short", count = minutes)).weak(ui));
    }
    for name in ["presenter", "side", "kind", "post", "level", "organisation"] {
        let is_told = name == "organisation" && matches!(entity, Entity::Party | Entity::Person | Entity::Alias);
        let of_outcome = entity == Entity::Outcome && name == "kind";
        // That a unit is one, or of no sort of body, tells nothing.
        let is_other = found
            .cell(row, name)
            .is_some_and(|cell| [OrganisationKind::Other.code(), OrganisationKind::Unit.code()].contains(&cell.text()));
        let words = entity
            .field(name)
            .zip(found.cell(row, name))
            .filter(|_| !is_told && !of_outcome && !is_other)
            .and_then(|(field, cell)| shown::words(field, cell, cx));
        if let Some(words) = words {
            ui.add(Line::new(&words).weak(ui));
        }
    }
}

/// The time in which a post was held or a name was used.
fn period(found: &RecordRows, row: &RecordRow) -> Option<Period> {
    let day = |name: &str| found.cell(row, name).and_then(Cell::date);
    let has_period = matches!(row.record.entity, Entity::Post | Entity::Alias);
    has_period.then(|| Period { start: day("starts_on"), end: day("ends_on") })
}
