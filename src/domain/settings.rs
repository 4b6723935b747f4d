//! The settings of a store, read from its key–value rows; unknown or broken values fall back to the defaults.

use crate::arabic::Digits;
use crate::calendar::Calendars;
use crate::strings::Language;
use std::collections::BTreeMap;

/// How this store is shown, and what stands at the head of its documents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Of the interface.
    pub language: Language,
    /// Of the interface.
    pub digits: Digits,
    /// Which calendars are shown.
    pub calendars: Calendars,
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
}

impl Settings {
    /// The keys of the rows, in the order of the settings' screen.
    pub const KEYS: [&'static str; 8] =
        ["language", "digits", "calendars", "letterhead", "logo", "coordinator", "export_folder", "backup_folder"];

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
            letterhead: text("letterhead"),
            logo: text("logo"),
            coordinator: text("coordinator"),
            export_folder: text("export_folder"),
            backup_folder: text("backup_folder"),
        }
    }
}
