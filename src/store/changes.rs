//! What an edit touched, as a set of entities: enough for every screen to know whether its rows are old.

use crate::domain::Entity;

/// A set of entities whose data changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Changes(u32);

impl Changes {
    /// Nothing.
    pub const NONE: Self = Self(0);
    /// Everything.
    pub const ALL: Self = Self(u32::MAX);

    /// These entities.
    pub const fn of(entities: &[Entity]) -> Self {
        let mut bits = 0;
        let mut rest = entities;
        while let [first, tail @ ..] = rest {
            bits |= 1 << (*first as u32);
            rest = tail;
        }
        Self(bits)
    }

    /// Both sets together.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Do the sets share an entity?
    pub const fn touches(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}
