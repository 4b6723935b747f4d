//! Pure Arabic text: folding, search tokens and stems, digits, number agreement, isolates.

/// Which digits are shown; both (and Persian ones) are read everywhere, ASCII is stored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Digits {
    /// 123
    #[default]
    Latin,
    /// ١٢٣
    ArabicIndic,
}
