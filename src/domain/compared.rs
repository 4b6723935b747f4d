//! Two versions of minutes beside each other: which of what is said, and what is another.

use std::ops::Range;

/// One of the versions of a meeting's minutes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum MinutesVersion {
    /// As they are now.
    Now,
    /// As they were at a step of their review: the name of what was kept.
    Kept(String),
}

/// A paragraph of one version and what stands in its place in the other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ComparedRow {
    /// What the earlier one says; nothing where the later one says more.
    pub earlier: Option<MarkedText>,
    /// What the later one says; nothing where it says less.
    pub later: Option<MarkedText>,
}

impl ComparedRow {
    /// Do both say the same?
    pub fn is_same(&self) -> bool {
        self.earlier == self.later
    }
}

/// A paragraph with the words that the other version does not have.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MarkedText {
    /// One paragraph.
    pub text: String,
    /// The bytes of those words, in order.
    pub changed: Vec<Range<usize>>,
}
