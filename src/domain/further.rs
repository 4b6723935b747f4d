//! How much more there is than a list tells. Apart because the store counts it, and screens and papers say it.

/// How much more there is than is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Further {
    /// So much; none, where all of it is told.
    Counted(usize),
    /// More than is counted whenever a page opens.
    Uncounted,
}

impl Default for Further {
    fn default() -> Self {
        Self::Counted(0)
    }
}

impl Further {
    /// How much there is with what is told; nothing where that is not counted.
    pub const fn with(self, told: usize) -> Option<usize> {
        match self {
            Self::Counted(further) => Some(told + further),
            Self::Uncounted => None,
        }
    }

    /// As many as were found, or more than is counted.
    pub const fn of(found: Option<usize>) -> Self {
        match found {
            Some(found) => Self::Counted(found),
            None => Self::Uncounted,
        }
    }
}
