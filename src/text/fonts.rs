//! The fonts: one family in four weights for the interface, egui's own as fallback, the system's when all else fails.
//!
//! Apart because two shapers must agree. egui measures what its widgets show and the engine draws it, so both get
//! the same files in the same order; only then are a button's width and its words the same width.

use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily};
use parley::fontique::{Blob, Collection, CollectionOptions, FontInfoOverride, FontWeight};

/// The name under which the interface's family is registered, whatever its files call themselves.
const FAMILY: &str = "IBM Plex Sans Arabic";

/// egui's own fonts, in egui's own order; where a build left one out it is skipped.
const FALLBACKS: [&str; 4] = ["Ubuntu-Light", "NotoEmoji-Regular", "emoji-icon-font", "Hack"];

/// How heavy the letters are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Weight {
    /// 400, for text.
    #[default]
    Regular,
    /// 500, for what is said a little louder.
    Medium,
    /// 600, for headings.
    SemiBold,
    /// 700.
    Bold,
}

impl Weight {
    const ALL: [Self; 4] = [Self::Regular, Self::Medium, Self::SemiBold, Self::Bold];

    const fn file(self) -> &'static [u8] {
        match self {
            Self::Regular => include_bytes!("../../assets/fonts/IBMPlexSansArabic-Regular.ttf"),
            Self::Medium => include_bytes!("../../assets/fonts/IBMPlexSansArabic-Medium.ttf"),
            Self::SemiBold => include_bytes!("../../assets/fonts/IBMPlexSansArabic-SemiBold.ttf"),
            Self::Bold => include_bytes!("../../assets/fonts/IBMPlexSansArabic-Bold.ttf"),
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Self::Regular => "plex-regular",
            Self::Medium => "plex-medium",
            Self::SemiBold => "plex-semibold",
            Self::Bold => "plex-bold",
        }
    }

    pub(crate) const fn css(self) -> FontWeight {
        match self {
            Self::Regular => FontWeight::NORMAL,
            Self::Medium => FontWeight::MEDIUM,
            Self::SemiBold => FontWeight::SEMI_BOLD,
            Self::Bold => FontWeight::BOLD,
        }
    }

    /// The weight that a built-in widget's font family stands for.
    pub(crate) fn of(family: &FontFamily) -> Self {
        let FontFamily::Name(name) = family else { return Self::default() };
        Self::ALL.into_iter().find(|weight| weight.key() == name.as_ref()).unwrap_or_default()
    }
}

/// egui's name for a weight, for `RichText::family` and `FontId`.
pub fn family(weight: Weight) -> FontFamily {
    match weight {
        Weight::Regular => FontFamily::Proportional,
        Weight::Medium | Weight::SemiBold | Weight::Bold => FontFamily::Name(weight.key().into()),
    }
}

/// egui's fonts with ours first in every family.
pub(crate) fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    let fallback = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    for weight in Weight::ALL {
        fonts.font_data.insert(weight.key().to_owned(), Arc::new(FontData::from_static(weight.file())));
        let stack = fonts.families.entry(family(weight)).or_insert_with(|| fallback.clone());
        stack.insert(0, weight.key().to_owned());
    }
    if let Some(stack) = fonts.families.get_mut(&FontFamily::Monospace) {
        stack.insert(0, Weight::Regular.key().to_owned());
    }
    fonts
}

/// The engine's fonts.
pub(crate) struct Stack {
    pub(crate) collection: Collection,
    /// In the order in which they are asked for a glyph.
    pub(crate) families: Vec<String>,
    pub(crate) coverage: Coverage,
}

impl Stack {
    /// The interface's family, then egui's own fonts.
    pub(crate) fn interface() -> Self {
        let mut stack = Self::empty();
        for weight in Weight::ALL {
            stack.add(Blob::new(Arc::new(weight.file())), FAMILY, Some(weight.css()));
        }
        let bundled = FontDefinitions::default();
        for fallback in FALLBACKS {
            let Some(data) = bundled.font_data.get(fallback) else { continue };
            stack.add(Blob::new(data.font.clone()), fallback, None);
        }
        stack
    }

    /// One file, for holding a font against another shaper.
    pub(crate) fn single(bytes: Vec<u8>, family: &str) -> Self {
        let mut stack = Self::empty();
        stack.add(bytes.into(), family, None);
        stack
    }

    /// Without the system's fonts: reading them takes longer than everything else at the start, and few texts need
    /// them.
    fn empty() -> Self {
        let options = CollectionOptions { shared: false, system_fonts: false };
        Self { collection: Collection::new(options), families: Vec::new(), coverage: Coverage::default() }
    }

    fn add(&mut self, file: Blob<u8>, family: &str, weight: Option<FontWeight>) {
        let name = FontInfoOverride { family_name: Some(family), weight, ..Default::default() };
        self.collection.register_fonts(file.clone(), Some(name));
        if self.families.iter().all(|known| known != family) {
            self.families.push(family.to_owned());
            self.coverage.files.push(file);
        }
    }
}

/// Which letters the bundled fonts have: asked of every letter that is shaped, so each is looked up once.
#[derive(Default)]
pub(crate) struct Coverage {
    files: Vec<Blob<u8>>,
    /// A bit for each letter of the first plane that is known to be there.
    known: Vec<u64>,
}

impl Coverage {
    /// Has some bundled font every letter of the text?
    pub(crate) fn covers(&mut self, text: &str) -> bool {
        let mut is_there = |letter: char| self.is_known(letter) || is_invisible(letter) || self.covers_letter(letter);
        text.chars().all(|letter| letter.is_ascii() || is_there(letter))
    }

    fn is_known(&self, letter: char) -> bool {
        self.known.get(letter as usize / 64).is_some_and(|known| known >> (letter as usize % 64) & 1 != 0)
    }

    fn covers_letter(&mut self, letter: char) -> bool {
        let (word, bit) = (letter as usize / 64, 1_u64 << (letter as usize % 64));
        let is_covered = self.files.iter().any(|file| {
            swash::FontRef::from_index(file.as_ref(), 0).is_some_and(|font| font.charmap().map(letter) != 0)
        });
        if is_covered && letter <= '\u{FFFF}' {
            self.known.resize(0x1_0000 / 64, 0);
            if let Some(known) = self.known.get_mut(word) {
                *known |= bit;
            }
        }
        is_covered
    }
}

/// Joiners, direction marks, isolates, variation selectors: drawn as nothing, with or without a glyph.
const fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{00AD}' | '\u{061C}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{0080}'..='\u{009F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_family_of_egui_begins_with_the_house_font() {
        let fonts = definitions();
        for weight in Weight::ALL {
            assert_eq!(fonts.families[&family(weight)][0], weight.key());
            assert_eq!(Weight::of(&family(weight)), weight);
        }
        assert_eq!(fonts.families[&FontFamily::Monospace][0], Weight::Regular.key());
        assert_eq!(Weight::of(&FontFamily::Monospace), Weight::Regular);
    }

    #[test]
    fn the_engine_has_the_same_fonts_in_the_same_order() {
        let mut stack = Stack::interface();
        assert_eq!(stack.families.first().map(String::as_str), Some(FAMILY));
        assert_eq!(stack.collection.family_by_name(FAMILY).expect("registered").fonts().len(), 4);
        for name in &stack.families {
            assert!(stack.collection.family_by_name(name).is_some(), "{name}");
        }
    }

    #[test]
    fn arabic_latin_and_persian_need_no_font_of_the_system() {
        let mut coverage = Stack::interface().coverage;
        let mut check = |text: &str, expected: bool| assert_eq!(coverage.covers(text), expected, "{text:?}");
        check("نص Text 35% «گچپژ» ٱلله…", true);
        check("می\u{200C}خواهم \u{2067}abc\u{2069}", true);
        // egui leaves its emoji fonts out unless asked for them
        check("😀", FontDefinitions::default().font_data.contains_key("NotoEmoji-Regular"));
        check("שלום", false);
        check("漢字", false);
    }
}
