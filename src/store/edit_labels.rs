//! What steps are called: the keys of their words, as they are stored with them.
//!
//! Apart from the edits because a stored label outlives the program that wrote it: one that nobody knows is any change.

use super::edit::Edit;
use crate::domain::{BlockKind, Entity};

/// What a step is called, as it is stored: the key of its words, and how many records it was about where that is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Label {
    pub key: &'static str,
    pub count: i64,
}

/// Between the key and the count of a stored label.
const TIMES: char = '*';

impl Label {
    /// That of an edit.
    pub fn of(edit: &Edit) -> Self {
        Self { key: edit.label_key(), count: edit.count() }
    }

    /// That of a file that came.
    pub const fn of_file() -> Self {
        Self { key: labels(Entity::Document).add, count: 1 }
    }

    /// A stored one.
    pub fn read(stored: &str) -> Self {
        let (key, count) = stored.split_once(TIMES).unwrap_or((stored, ""));
        Self { key: label_of(key), count: count.parse().unwrap_or(1) }
    }

    /// As it is stored.
    pub fn stored(self) -> String {
        if self.count == 1 { self.key.to_owned() } else { format!("{}{TIMES}{}", self.key, self.count) }
    }
}

/// That of a line of the notes that is set apart as a kind.
pub(super) const fn set_apart_label(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Discussion => "edit-release",
        BlockKind::Quote => "edit-quote",
        BlockKind::Private => "edit-private",
    }
}

/// The labels of the edits that any entity has.
pub(super) struct Labels {
    pub add: &'static str,
    pub set: &'static str,
    pub remove: &'static str,
}

/// Those of an entity.
pub(super) const fn labels(entity: Entity) -> Labels {
    macro_rules! labels {
        ($name:literal) => {
            Labels {
                add: concat!("edit-add-", $name),
                set: concat!("edit-set-", $name),
                remove: concat!("edit-remove-", $name),
            }
        };
    }
    match entity {
        Entity::Meeting => Labels { add: "edit-new-meeting", ..labels!("meeting") },
        Entity::Attendance => Labels { add: "edit-add-attendee", ..labels!("attendance") },
        Entity::AgendaItem => labels!("agenda-item"),
        Entity::Party => labels!("party"),
        Entity::Block => labels!("block"),
        Entity::Outcome => labels!("outcome"),
        Entity::Person => labels!("person"),
        Entity::Organisation => labels!("organisation"),
        Entity::Entry => labels!("entry"),
        Entity::Alias => labels!("alias"),
        Entity::Post => labels!("post"),
        Entity::Series => labels!("series"),
        Entity::Partnership => labels!("partnership"),
        Entity::Regulation => labels!("regulation"),
        Entity::Progress => labels!("progress"),
        Entity::Link => labels!("link"),
        Entity::Document => labels!("document"),
        Entity::Reservation => labels!("reservation"),
        Entity::Addendum => labels!("addendum"),
        Entity::Setting => Labels { add: "edit-configure", set: "edit-configure", remove: "edit-configure" },
    }
}

/// The label a step was stored with; one of a newer program is shown as any change.
pub(super) fn label_of(stored: &str) -> &'static str {
    let stored = stored.split_once(TIMES).map_or(stored, |(key, _)| key);
    let of_edits = [
        "edit-new-meeting",
        "edit-add-party",
        "edit-add-attendee",
        "edit-capture",
        "edit-quote",
        "edit-private",
        "edit-release",
        "edit-move-meeting",
        "edit-start-meeting",
        "edit-move-outcome",
        "edit-move-partnership",
        "edit-move-regulation",
        "edit-restore",
        "edit-merge",
        "edit-merge-person",
        "edit-merge-organisation",
        "edit-merge-entry",
        "edit-next-meeting",
        "edit-order-attendance",
        "edit-sign",
        "edit-discuss",
        "edit-pause",
        "edit-change-post",
        "edit-put-on-agenda",
        "edit-tie-to-item",
        "edit-keep-agenda",
        "edit-keep-template",
        "edit-together",
        "edit-remove-several",
        "edit-move-several",
        "edit-set-several",
        ATTACH_SEVERAL,
        IMPORT_LABEL,
        "edit-approve-minutes",
        "edit-reopen-minutes",
        "edit-review-minutes",
        "edit-return-minutes",
        "edit-approve-addendum",
        "edit-reopen-addendum",
        "edit-review-addendum",
        "edit-configure",
        "edit-take-in",
        SAMPLE_LABEL,
    ];
    let of_entities = Entity::ALL.into_iter().flat_map(|entity| {
        let Labels { add, set, remove } = labels(entity);
        [add, set, remove]
    });
    of_edits.into_iter().chain(of_entities).find(|label| *label == stored).unwrap_or("edit-any")
}

/// The label of a step in which several files came together.
pub(super) const ATTACH_SEVERAL: &str = "edit-attach-several";

/// The label of a list that came in.
pub(super) const IMPORT_LABEL: &str = "edit-import";

/// The label of the step that fills a sample store.
pub(super) const SAMPLE_LABEL: &str = "edit-sample";
