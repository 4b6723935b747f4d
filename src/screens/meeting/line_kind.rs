//! What a line of the notes is set apart as: a record of some kind, somebody's own words, or a note that stays here.

use super::outcomes;
use crate::domain::{BlockKind, OutcomeKind};
use crate::screens::parts;
use crate::store::query::{BlockView, OutcomeRow};
use crate::widgets::{Icon, Tone};
use egui::{Event, Key};

/// What a line is set apart as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LineKind {
    /// A record in a register.
    Outcome(OutcomeKind),
    /// Said by somebody; the minutes print it with the name.
    Quote,
    /// For nobody but who writes it: no document has it.
    Private,
}

/// The keys that set a line apart, held with Ctrl; the second flag asks for Shift.
const KEYS: [(LineKind, Key, bool); 9] = [
    (LineKind::Outcome(OutcomeKind::Proposal), Key::I, false),
    (LineKind::Outcome(OutcomeKind::FollowUp), Key::T, false),
    (LineKind::Outcome(OutcomeKind::Decision), Key::D, false),
    (LineKind::Outcome(OutcomeKind::Recommendation), Key::R, false),
    (LineKind::Outcome(OutcomeKind::Challenge), Key::L, false),
    (LineKind::Outcome(OutcomeKind::Opportunity), Key::O, false),
    (LineKind::Outcome(OutcomeKind::Initiative), Key::I, true),
    (LineKind::Quote, Key::K, true),
    (LineKind::Private, Key::P, true),
];

impl LineKind {
    /// In the order of lists and chips.
    pub(super) fn all() -> impl Iterator<Item = Self> {
        outcomes::KINDS.into_iter().map(Self::Outcome).chain([Self::Quote, Self::Private])
    }

    /// What a block is set apart as; `row` is the record it stands for.
    pub(super) fn of(block: &BlockView, row: Option<&OutcomeRow>) -> Option<Self> {
        let own = match block.kind {
            BlockKind::Discussion => None,
            BlockKind::Quote => Some(Self::Quote),
            BlockKind::Private => Some(Self::Private),
        };
        row.map(|row| Self::Outcome(row.kind)).or(own)
    }

    /// The record's kind, where it becomes one.
    pub(super) const fn outcome(self) -> Option<OutcomeKind> {
        match self {
            Self::Outcome(kind) => Some(kind),
            Self::Quote | Self::Private => None,
        }
    }

    /// The key of its name.
    pub(super) const fn label_key(self) -> &'static str {
        match self {
            Self::Outcome(kind) => kind.label_key(),
            Self::Quote => BlockKind::Quote.label_key(),
            Self::Private => BlockKind::Private.label_key(),
        }
    }

    /// Its colour.
    pub(super) const fn tone(self) -> Tone {
        match self {
            Self::Outcome(kind) => parts::kind_tone(kind),
            Self::Quote | Self::Private => Tone::Neutral,
        }
    }

    /// The sign that stands with its name; records have none.
    pub(super) const fn icon(self) -> Option<Icon> {
        match self {
            Self::Outcome(_) => None,
            Self::Quote => Some(Icon::Quote),
            Self::Private => Some(Icon::Lock),
        }
    }

    /// Its keys, as the keyboard shows them.
    pub(super) fn keys_name(self) -> String {
        let of = KEYS.iter().find(|(other, _, _)| *other == self);
        of.map_or_else(String::new, |(_, key, shift)| {
            let shift = if *shift { "Shift " } else { "" };
            format!("Ctrl {shift}{}", key.name())
        })
    }

    /// The kind whose keys an event is.
    pub(super) fn pressed(event: &Event) -> Option<Self> {
        let Event::Key { key: pressed, pressed: true, modifiers, .. } = event else { return None };
        if !modifiers.command || modifiers.alt {
            return None;
        }
        let is_it = |(_, key, shift): &&(Self, Key, bool)| key == pressed && *shift == modifiers.shift;
        KEYS.iter().find(is_it).map(|(kind, _, _)| *kind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_has_keys_of_its_own() {
        let mut keys: Vec<String> = LineKind::all().map(LineKind::keys_name).collect();
        assert!(keys.iter().all(|keys| !keys.is_empty()));
        keys.sort();
        let count = keys.len();
        keys.dedup();
        assert_eq!(keys.len(), count);
    }
}
