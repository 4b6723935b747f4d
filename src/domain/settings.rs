//! The settings of a store, read from its key–value rows; unknown or broken values fall back to the defaults.

use super::{Address, Naming, PaperTemplates, Scheme};
use crate::arabic::Digits;
use crate::calendar::Calendars;
use crate::strings::Language;
use std::collections::BTreeMap;

/// Which colours are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ThemeChoice {
    /// Those the system asks for, also when it changes its mind.
    #[default]
    System,
    /// Always the light ones.
    Light,
    /// Always the dark ones.
    Dark,
}

impl ThemeChoice {
    /// All of them, as the settings' screen lists them.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// How it is stored, and the end of its message's key.
    pub const fn code(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// How much room things have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum DensityChoice {
    /// Easy to hit and to read.
    #[default]
    Comfortable,
    /// More at once.
    Compact,
}

impl DensityChoice {
    /// All of them, as the settings' screen lists them.
    pub const ALL: [Self; 2] = [Self::Comfortable, Self::Compact];

    /// How it is stored, and the end of its message's key.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Comfortable => "comfortable",
            Self::Compact => "compact",
        }
    }
}

/// How large text is, in percent of the usual.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TextPercent(pub u16);

impl Default for TextPercent {
    fn default() -> Self {
        Self(100)
    }
}

impl TextPercent {
    /// The smallest and the largest.
    pub const RANGE: std::ops::RangeInclusive<u16> = 80..=200;

    /// Reads the stored number; what is outside the range is the usual size.
    fn read(text: &str) -> Self {
        text.parse().ok().filter(|percent| Self::RANGE.contains(percent)).map(Self).unwrap_or_default()
    }
}

/// How this store is shown, and what stands at the head of its documents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Of the interface.
    pub language: Language,
    /// Of the interface.
    pub digits: Digits,
    /// Which calendars are shown.
    pub calendars: Calendars,
    /// Which colours are shown.
    pub theme: ThemeChoice,
    /// How much room things have.
    pub density: DensityChoice,
    /// How large text is, in percent of the usual; nothing stored: 100.
    pub text_percent: TextPercent,
    /// The letterhead's lines, the widest body first, one a line.
    pub letterhead: String,
    /// The logo's file name inside the store's folder; empty: none.
    pub logo: String,
    /// The coordinator's name, for the top bar and «أعدّه».
    pub coordinator: String,
    /// Where documents go; empty: the person's own documents folder.
    pub export_folder: String,
    /// A second place for backups; empty: only the store's own folder.
    pub backup_folder: String,
    /// How letters, minutes and news name people, where it is not the usual way.
    pub addresses: BTreeMap<Naming, Address>,
    /// How numbers are written.
    pub numbering: Scheme,
    /// How papers look, and what stands in them.
    pub papers: PaperTemplates,
    /// Beside each line of the notes stands when it was begun, not only beside the one under the pointer.
    pub shows_line_times: bool,
}

impl Settings {
    /// The key of the switch in the notes' own menu.
    pub const LINE_TIMES: &'static str = "line_times";

    /// The keys of the rows, in the order of the settings' screen.
    pub const KEYS: [&'static str; 11] = [
        "language",
        "digits",
        "calendars",
        "theme",
        "density",
        "text_size",
        "letterhead",
        "logo",
        "coordinator",
        "export_folder",
        "backup_folder",
    ];

    /// Does that setting only say how the program looks to who sits before it?
    pub fn is_look(key: &str) -> bool {
        matches!(key, "language" | "theme" | "density" | "text_size")
    }

    /// Reads the rows.
    pub fn from_rows(rows: &BTreeMap<String, String>) -> Self {
        let text = |key: &str| rows.get(key).cloned().unwrap_or_default();
        Self {
            language: if text("language") == "en" { Language::English } else { Language::Arabic },
            digits: if text("digits") == "arabic-indic" { Digits::ArabicIndic } else { Digits::Latin },
            calendars: match text("calendars").as_str() {
                "gregorian-first" => Calendars::GregorianFirst,
                "hijri" => Calendars::Hijri,
                "gregorian" => Calendars::Gregorian,
                _ => Calendars::HijriFirst,
            },
            theme: chosen(&ThemeChoice::ALL, |choice| choice.code() == text("theme")),
            density: chosen(&DensityChoice::ALL, |choice| choice.code() == text("density")),
            text_percent: TextPercent::read(&text("text_size")),
            letterhead: text("letterhead"),
            logo: text("logo"),
            coordinator: text("coordinator"),
            export_folder: text("export_folder"),
            backup_folder: text("backup_folder"),
            addresses: Naming::ALL
                .into_iter()
                .filter_map(|naming| Some((naming, Address::from_code(&text(naming.key()))?)))
                .collect(),
            numbering: Scheme::from_rows(rows),
            papers: PaperTemplates::from_rows(rows),
            shows_line_times: text(Self::LINE_TIMES) == "1",
        }
    }

    /// How a sort of document names people.
    pub fn address(&self, naming: Naming) -> Address {
        self.addresses.get(&naming).copied().unwrap_or_else(|| naming.usual())
    }
}

fn chosen<T: Copy + Default>(choices: &[T], is_stored: impl Fn(&T) -> bool) -> T {
    choices.iter().copied().find(is_stored).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(rows: &[(&str, &str)]) -> Settings {
        let rows = rows.iter().map(|&(key, value)| (key.to_owned(), value.to_owned())).collect();
        Settings::from_rows(&rows)
    }

    #[test]
    fn the_look_is_read_from_its_rows() {
        let settings = read(&[("theme", "dark"), ("density", "compact"), ("text_size", "150")]);
        assert_eq!(settings.theme, ThemeChoice::Dark);
        assert_eq!(settings.density, DensityChoice::Compact);
        assert_eq!(settings.text_percent, TextPercent(150));
    }

    #[test]
    fn a_look_that_makes_no_sense_is_the_usual_one() {
        for rows in [&[][..], &[("theme", "pink"), ("density", ""), ("text_size", "7000")], &[("text_size", "large")]] {
            assert_eq!(read(rows), Settings::default());
        }
    }
}
