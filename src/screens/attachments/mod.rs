//! The files kept with a record, wherever its page is: a list to open them from, a button and the whole window to drop
//! others onto, and how far those are that are on their way.
//!
//! Apart because a record's page and a meeting's workspace both have it, and screens never see each other.
//!
//! Keys on a file: Enter opens it, F2 changes what is known of it, Delete removes it, the Menu key shows the rest.

mod progress;
mod row;

use crate::domain::{DocumentId, Entity, Record, Value};
use crate::screens::form::{FormOutput, RecordForm};
use crate::screens::{Ask, Choice, Cx};
use crate::store::query::{DocumentRow, Documents};
use crate::store::{AttachId, Changes, Edit, Live, Reply, Ticket};
use crate::text::{Label, Weight};
use crate::tr;
use crate::widgets::theme::RADIUS_CARD;
use crate::widgets::{Button, Card, Icon, Line, Type, UiExt, section_heading};
use egui::{Area, Id, Order, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo};

/// What a person can say of a file, in the order of the form.
const FIELDS: [&str; 6] = ["name", "kind", "day", "ends_on", "confidentiality", "notes"];
/// How much of the page shows through where files are to be dropped.
const VEIL: f32 = 0.92;

/// The files of one record.
pub(super) struct Attachments {
    subject: Record,
    list: Live<Documents>,
    form: Option<RecordForm>,
    wants: Vec<Want>,
    /// Files were let go: how far they are has to be seen.
    wants_sight: bool,
    /// The file that has the focus next, for the one that had it is gone.
    focus: Option<DocumentId>,
}

/// The files on their way to a record that has no list of files here, such as an update of the work on another.
pub(super) fn on_their_way_ui(ui: &mut Ui, cx: &Cx<'_>, subject: Record) {
    let items = cx.store.attaching();
    let mut wants = Vec::new();
    progress::progress_ui(ui, cx, items.iter().filter(|item| item.subject == subject), &mut wants);
    for want in wants {
        match want {
            Want::Again(id) => cx.store.retry_attaching(id),
            Want::Dismiss(ids) => ids.into_iter().for_each(|id| cx.store.dismiss_attaching(id)),
            // Nothing else is asked of what is on its way.
            Want::Add | Want::Open(_) | Want::SaveCopy(_) | Want::Edit(_) | Want::Remove(_) => {}
        }
    }
}

/// What was asked for; carried out when all is drawn.
enum Want {
    Add,
    Open(DocumentId),
    SaveCopy(DocumentId),
    Edit(DocumentId),
    Remove(DocumentId),
    Again(AttachId),
    Dismiss(Vec<AttachId>),
}

impl Attachments {
    /// The files of that record.
    pub fn new(subject: Record) -> Self {
        Self { subject, list: Live::default(), form: None, wants: Vec::new(), wants_sight: false, focus: None }
    }

    /// Hears what an edit touched.
    pub fn note(&mut self, changes: Changes) {
        self.list.note(changes);
        if let Some(form) = &mut self.form {
            form.note(changes);
        }
    }

    /// Hears what the writer says.
    pub fn on_reply(&mut self, reply: &Reply) {
        if let Some(form) = &mut self.form {
            form.on_reply(reply);
        }
    }

    /// Sends what is still only typed.
    pub fn flush(&mut self, cx: &Cx<'_>) {
        if self.form.as_mut().is_some_and(|form| form.flush(cx)) {
            self.form = None;
        }
    }

    /// Does a form of a file stand here that was left and is not done with?
    pub fn holds_form(&self) -> bool {
        self.form.as_ref().is_some_and(|form| !form.is_done())
    }

    /// Does it hold what the writer refused under that ticket?
    pub fn holds_refused(&self, ticket: Ticket) -> bool {
        self.form.as_ref().is_some_and(|form| form.was_refused(ticket))
    }

    /// Shows them in a card of their own.
    pub fn card_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        Card::new().show(ui, |ui| self.list_ui(ui, cx));
    }

    /// Shows them below a heading.
    pub fn list_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        ui.column(|ui| self.column_ui(ui, cx));
    }

    fn column_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let tr = cx.tr;
        ui.spacing_mut().item_spacing.y = ui.metrics().hair;
        let rows = self.list.get(cx.store, Documents { subject: self.subject });
        let is_known = rows.is_some();
        let rows = rows.map(Vec::as_slice).unwrap_or_default();
        let head = ui.start_end(
            |ui| {
                section_heading(ui, &tr!(tr, "attach-title"));
                if !rows.is_empty() {
                    let count = i64::try_from(rows.len()).unwrap_or(i64::MAX);
                    ui.add(Line::new(&tr.number(count)).weak(ui));
                }
            },
            |ui| {
                let words = tr!(tr, "attach-add");
                let add = Button::new(&words).icon(Icon::Plus).small();
                if ui.add(add.enabled(!cx.store.is_read_only())).clicked() {
                    self.wants.push(Want::Add);
                }
            },
        );
        let on_their_way = cx.store.attaching();
        let mut own = on_their_way.iter().filter(|item| item.subject == self.subject).peekable();
        if is_known && rows.is_empty() && own.peek().is_none() {
            let weak = ui.tokens().ink_weak;
            ui.add(Label::new(tr!(tr, "attach-empty")).size(12.0).line_height(18.0).color(weak).wrap());
        }
        progress::progress_ui(ui, cx, own, &mut self.wants);
        if std::mem::take(&mut self.wants_sight) {
            ui.scroll_to_rect(ui.min_rect().with_min_y(head.response.rect.top()), None);
        }
        for row in rows {
            let is_next = self.focus.take_if(|id| *id == row.id).is_some();
            row::row_ui(ui, cx, row, is_next, &mut self.wants);
        }
    }

    /// What opens over the page: the form of a file, and the place to drop files. Call it once the page is drawn.
    pub fn over_ui(&mut self, ui: &Ui, cx: &mut Cx<'_>) {
        self.carry_out(cx);
        if let Some(form) = &mut self.form {
            match form.show(ui.ctx(), cx) {
                FormOutput::Open => {}
                FormOutput::Cancelled | FormOutput::Sent(_) => self.form = None,
                FormOutput::Removed(ticket) => {
                    self.form = None;
                    cx.say_removed(ticket, "attach-removed", 1);
                }
            }
        }
        let (is_hovered, dropped) =
            ui.input_mut(|input| (!input.raw.hovered_files.is_empty(), std::mem::take(&mut input.raw.dropped_files)));
        self.wants_sight |= !dropped.is_empty();
        cx.store.attach_all(self.subject, dropped.iter().map(|file| file.path().to_owned()));
        if is_hovered {
            drop_ui(ui, cx);
        }
    }

    fn carry_out(&mut self, cx: &mut Cx<'_>) {
        for want in std::mem::take(&mut self.wants) {
            match want {
                Want::Add => cx.ask(Ask::Choose(Choice::Files(self.subject))),
                Want::Open(id) => cx.ask(Ask::OpenDocument(id)),
                Want::SaveCopy(id) => cx.ask(Ask::Choose(Choice::CopyOf(id))),
                Want::Edit(id) => {
                    let row = self.list.last().and_then(|rows| rows.iter().find(|row| row.id == id));
                    self.form = row.map(|row| form(row, cx));
                }
                Want::Remove(id) => {
                    self.focus = self.list.last().and_then(|rows| neighbour(rows, id));
                    let ticket = cx.store.send(Edit::Remove(id.record()));
                    cx.say_removed(ticket, "attach-removed", 1);
                }
                Want::Again(id) => cx.store.retry_attaching(id),
                Want::Dismiss(ids) => ids.into_iter().for_each(|id| cx.store.dismiss_attaching(id)),
            }
        }
    }
}

/// The file below one, or above the last.
fn neighbour(rows: &[DocumentRow], id: DocumentId) -> Option<DocumentId> {
    let at = rows.iter().position(|row| row.id == id)?;
    rows.get(at + 1).or_else(|| at.checked_sub(1).and_then(|at| rows.get(at))).map(|row| row.id)
}

fn form(row: &DocumentRow, cx: &Cx<'_>) -> RecordForm {
    debug_assert!(FIELDS.iter().all(|name| Entity::Document.field(name).is_some()));
    let value = |name: &str| match name {
        "name" => Value::from(row.name.as_str()),
        "kind" => row.kind.map_or(Value::Empty, Value::from),
        "day" => Value::from(row.day),
        "ends_on" => Value::from(row.ends_on),
        "confidentiality" => row.confidentiality.map_or(Value::Empty, Value::from),
        "notes" => Value::from(row.notes.as_str()),
        _ => Value::Empty,
    };
    RecordForm::edit(row.file_name.clone(), row.id.record(), &FIELDS, value, |_| String::new(), cx)
}

/// Says over the whole page what becomes of files that are let go here.
fn drop_ui(ui: &Ui, cx: &Cx<'_>) {
    let (tokens, page) = (ui.tokens(), ui.max_rect());
    let area = Area::new(Id::unique("attach-drop")).order(Order::Foreground).fixed_pos(page.min).interactable(false);
    area.show(ui.ctx(), |ui| {
        let (rect, response) = ui.allocate_exact_size(page.size(), Sense::hover());
        let words = tr!(cx.tr, "attach-drop");
        response.widget_info(|| WidgetInfo::labeled(Role::Group, true, &words));
        let inside = rect.shrink(ui.metrics().medium);
        let frame = Stroke::new(2.0, tokens.accent_stroke);
        let fill = tokens.accent_wash.gamma_multiply(VEIL);
        ui.painter().rect(inside, RADIUS_CARD, fill, frame, StrokeKind::Inside);
        let middle = egui::Rect::from_center_size(rect.center(), egui::vec2(inside.width(), 96.0));
        ui.within(middle, "words", |ui| {
            ui.vertical_centered(|ui| {
                Icon::Attach.show(ui, 32.0, tokens.accent_ink);
                ui.add(Line::new(&words).size(Type::Section).weight(Weight::SemiBold).color(tokens.accent_ink));
                ui.add(Line::new(&tr!(cx.tr, "attach-drop-to")).color(tokens.accent_ink));
            });
        });
    });
}
