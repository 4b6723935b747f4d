//! What a line of the notes is set apart as: a record of some kind, somebody's own words, or a note that stays here.

use super::outcomes;
use crate::domain::{BlockKind, OutcomeId, OutcomeKind, Record, RegulationId};
use crate::screens::parts;
use crate::store::query::{BlockView, MeetingView, OutcomeRow, RegulationView};
use crate::widgets::{Icon, Tone};
use egui::{Event, Key};
use rustc_hash::FxHashMap;

/// What a line is set apart as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LineKind {
    /// A record in a register.
    Outcome(OutcomeKind),
    /// A change in laws and by-laws, in its own register.
    Regulation,
    /// Said by somebody; the minutes print it with the name.
    Quote,
    /// For nobody but who writes it: no document has it.
    Private,
}

/// The keys that set a line apart, held with Ctrl; the second flag asks for Shift.
const KEYS: [(LineKind, Key, bool); 10] = [
    (LineKind::Outcome(OutcomeKind::Proposal), Key::I, false),
    (LineKind::Outcome(OutcomeKind::FollowUp), Key::T, false),
    (LineKind::Outcome(OutcomeKind::Decision), Key::D, false),
    (LineKind::Outcome(OutcomeKind::Recommendation), Key::R, false),
    (LineKind::Outcome(OutcomeKind::Challenge), Key::L, false),
    (LineKind::Outcome(OutcomeKind::Opportunity), Key::O, false),
    (LineKind::Outcome(OutcomeKind::Initiative), Key::I, true),
    (LineKind::Regulation, Key::R, true),
    (LineKind::Quote, Key::K, true),
    (LineKind::Private, Key::P, true),
];

impl LineKind {
    /// In the order of lists and chips.
    pub(super) fn all() -> impl Iterator<Item = Self> {
        outcomes::KINDS.into_iter().map(Self::Outcome).chain([Self::Regulation, Self::Quote, Self::Private])
    }

    /// What a block is set apart as; `row` is the record it stands for.
    pub(super) fn of(block: &BlockView, row: Option<LineRecord<'_>>) -> Option<Self> {
        let own = match block.kind {
            BlockKind::Discussion => None,
            BlockKind::Quote => Some(Self::Quote),
            BlockKind::Private => Some(Self::Private),
        };
        row.map(LineRecord::kind).or(own)
    }

    /// The record's kind, where it becomes one.
    pub(super) const fn outcome(self) -> Option<OutcomeKind> {
        match self {
            Self::Outcome(kind) => Some(kind),
            Self::Regulation | Self::Quote | Self::Private => None,
        }
    }

    /// The key of its name.
    pub(super) const fn label_key(self) -> &'static str {
        match self {
            Self::Outcome(kind) => kind.label_key(),
            Self::Regulation => "capture-regulation",
            Self::Quote => BlockKind::Quote.label_key(),
            Self::Private => BlockKind::Private.label_key(),
        }
    }

    /// Its colour.
    pub(super) const fn tone(self) -> Tone {
        match self {
            Self::Outcome(kind) => parts::kind_tone(kind),
            Self::Regulation => Tone::Blue,
            Self::Quote | Self::Private => Tone::Neutral,
        }
    }

    /// Has it an outline in its colour, and no ground? It tells a regulation from a follow-up, whose colour it has.
    pub(super) const fn is_outlined(self) -> bool {
        matches!(self, Self::Regulation)
    }

    /// The sign that stands with its name; records have none.
    pub(super) const fn icon(self) -> Option<Icon> {
        match self {
            Self::Outcome(_) | Self::Regulation => None,
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

/// The record that a line stands for.
#[derive(Clone, Copy, Debug)]
pub(super) enum LineRecord<'v> {
    Outcome(&'v OutcomeRow),
    Regulation(&'v RegulationView),
}

impl LineRecord<'_> {
    /// What the line is set apart as.
    pub(super) const fn kind(self) -> LineKind {
        match self {
            Self::Outcome(row) => LineKind::Outcome(row.kind),
            Self::Regulation(_) => LineKind::Regulation,
        }
    }

    /// The record itself.
    pub(super) const fn record(self) -> Record {
        match self {
            Self::Outcome(row) => row.id.record(),
            Self::Regulation(row) => row.id.record(),
        }
    }

    /// For the next `based_on`.
    pub(super) const fn version(self) -> i64 {
        match self {
            Self::Outcome(row) => row.version,
            Self::Regulation(row) => row.version,
        }
    }

    /// Its number in its register.
    pub(super) fn number(&self) -> &str {
        match self {
            Self::Outcome(row) => &row.number,
            Self::Regulation(row) => &row.number,
        }
    }
}

impl<'v> LineRecord<'v> {
    /// The line's words.
    pub(super) fn text(self) -> &'v str {
        match self {
            Self::Outcome(row) => &row.text,
            Self::Regulation(row) => &row.title,
        }
    }
}

/// The records of a meeting's lines.
pub(super) struct LineRecords<'v> {
    outcomes: FxHashMap<OutcomeId, &'v OutcomeRow>,
    regulations: FxHashMap<RegulationId, &'v RegulationView>,
}

impl<'v> LineRecords<'v> {
    /// Those of a meeting.
    pub(super) fn of(view: &'v MeetingView) -> Self {
        let outcomes = view.outcomes.iter().map(|row| (row.id, row)).collect();
        let regulations = view.regulations.iter().map(|row| (row.id, row)).collect();
        Self { outcomes, regulations }
    }

    /// The record that a block stands for.
    pub(super) fn of_block(&self, block: &BlockView) -> Option<LineRecord<'v>> {
        let outcome = block.outcome.and_then(|id| self.outcomes.get(&id).copied()).map(LineRecord::Outcome);
        let regulation = || block.regulation.and_then(|id| self.regulations.get(&id).copied());
        outcome.or_else(|| regulation().map(LineRecord::Regulation))
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
