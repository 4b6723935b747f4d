//! Which registers there are: what each lists, how its words begin, and what is shown of it unless a person wants more.

use crate::domain::{Entity, Field, FieldKind, OutcomeKind};
use crate::screens::list::ListColumn;
use crate::store::query::Sort as By;
use crate::widgets::{Column, Sort, TableState, Width};

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
    /// The columns one sees first, with their widths; every other field can be shown too.
    columns: &'static [(&'static str, Width)],
    /// By what it can be narrowed.
    pub(super) filters: &'static [&'static str],
    /// How it stands until a heading is pressed.
    order: &'static [By],
}

/// «التحديات والفرص»
pub static CHALLENGES: Register = Register {
    words: "challenges",
    entity: Entity::Outcome,
    kinds: &[OutcomeKind::Challenge, OutcomeKind::Opportunity],
    added: Some(OutcomeKind::Challenge),
    columns: &[
        ("number", Width::Points(128.0)),
        ("text", Width::Share(1.6)),
        ("kind", Width::Points(128.0)),
        ("organisation", Width::Share(1.0)),
        ("severity", Width::Points(104.0)),
        ("status", Width::Points(172.0)),
        ("due", Width::Points(200.0)),
    ],
    filters: &["kind", "status", "severity", "organisation"],
    order: &[By { field: "due", is_descending: false }],
};

/// «الشراكات»
pub static PARTNERSHIPS: Register = Register {
    words: "partnerships",
    entity: Entity::Partnership,
    kinds: &[],
    added: None,
    columns: &[
        ("number", Width::Points(128.0)),
        ("title", Width::Share(1.6)),
        ("agreement", Width::Points(136.0)),
        ("person", Width::Share(1.0)),
        ("status", Width::Points(172.0)),
        ("starts_on", Width::Points(120.0)),
        ("ends_on", Width::Points(200.0)),
    ],
    filters: &["status", "agreement", "person"],
    order: &[By { field: "ends_on", is_descending: false }],
};

/// «الأنظمة والتشريعات»
pub static REGULATIONS: Register = Register {
    words: "regulations",
    entity: Entity::Regulation,
    kinds: &[],
    added: None,
    columns: &[
        ("number", Width::Points(128.0)),
        ("title", Width::Share(1.6)),
        ("instrument", Width::Points(136.0)),
        ("organisation", Width::Share(1.0)),
        ("status", Width::Points(150.0)),
        ("review", Width::Points(104.0)),
        ("effective_on", Width::Points(128.0)),
    ],
    filters: &["status", "review", "instrument", "organisation"],
    order: &[By { field: "issued_on", is_descending: true }],
};

impl Register {
    /// The declared fields of what it lists, in the order of its form.
    pub(super) fn fields(&'static self) -> impl Iterator<Item = &'static str> {
        self.declared().map(|field| field.name)
    }

    fn declared(&'static self) -> impl Iterator<Item = &'static Field> {
        let has = |field: &&Field| {
            !field.is_kept && (self.kinds.is_empty() || self.kinds.iter().any(|kind| field.is_of(Some(kind.code()))))
        };
        self.entity.fields().iter().filter(has)
    }

    /// All columns: those one sees first in their order, then the other fields.
    pub(super) fn list_columns(&'static self) -> Vec<ListColumn<&'static Field>> {
        let of = |name: &str| self.entity.field(name);
        let first = self.columns.iter().filter_map(|(name, width)| Some((of(name)?, *width)));
        let is_further = |field: &&Field| {
            !self.columns.iter().any(|(name, _)| *name == field.name) && !matches!(field.kind, FieldKind::Prose)
        };
        let further = self.declared().filter(is_further).map(|field| (field, Width::Points(140.0)));
        first.chain(further).map(|(field, width)| ListColumn::field(field, self.entity, field.name, width)).collect()
    }

    /// Hides the fields that nobody has asked for yet.
    pub(super) fn hide_the_rest(&'static self, state: &mut TableState) {
        if !state.layout().is_untouched() {
            return;
        }
        let columns = self.list_columns();
        let heads: Vec<Column<'_>> =
            columns.iter().map(|column| Column::new(column.key(), "", column.width())).collect();
        let mut layout = state.layout().clone();
        for column in columns.iter().skip(self.columns.len()) {
            layout.turn_hidden(&heads, column.key());
        }
        state.set_layout(layout);
    }

    /// What has to be read for what is shown: the columns that are not hidden, and what a status needs beside it.
    pub(super) fn columns_of(&'static self, state: &TableState, is_board: bool) -> Vec<&'static str> {
        let hidden = |name: &str| !is_board && state.layout().is_hidden(name);
        let mut names: Vec<&'static str> =
            self.list_columns().iter().map(ListColumn::key).filter(|name| !hidden(name)).collect();
        for name in ["status", "due", "done_on", "number"] {
            if !names.contains(&name) {
                names.extend(self.entity.field(name).map(|field| field.name));
            }
        }
        names
    }

    /// The order: by the pressed heading, then the register's own.
    pub(super) fn order(&'static self, pressed: Option<&Sort>) -> Vec<By> {
        let by = pressed.and_then(|sort| {
            let field = self.entity.field(&sort.column)?;
            Some(By { field: field.name, is_descending: sort.is_descending })
        });
        by.into_iter().chain(self.order.iter().copied()).collect()
    }
}
