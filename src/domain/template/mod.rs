//! How papers look and what stands in them, as the user wants it: letterhead, font, size, margins, the order of sections,
//! their headings, sentences, the language. One template for all papers, and for each sort what is another there.
//!
//! Each is one setting, so that a change of it is one line of the history and one step of undo.

mod kinds;
mod wording;

pub use kinds::{SectionName, TemplateKind};
pub use wording::{
    TITLE, WordSlot, WordingRefusal, check_heading, check_lines, check_words, fill_parts, in_language, part_names,
};

use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

/// The Arabic and the English of a text; an empty one stands for what ships.
pub type Bilingual = [String; 2];

/// The fonts that ship for documents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DocumentFont {
    /// A book's letters. What decides for it: its words can best be found and copied in a PDF.
    #[default]
    Amiri,
    /// A screen's letters.
    Plex,
}

impl DocumentFont {
    /// All of them, as they are offered.
    pub const ALL: [Self; 2] = [Self::Amiri, Self::Plex];

    /// What the font calls itself.
    pub const fn family(self) -> &'static str {
        match self {
            Self::Amiri => "Amiri",
            Self::Plex => "IBM Plex Sans Arabic",
        }
    }

    /// The key of how it is offered.
    pub const fn label_key(self) -> &'static str {
        match self {
            Self::Amiri => "template-font-amiri",
            Self::Plex => "template-font-plex",
        }
    }
}

/// In which language a paper is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PaperLanguage {
    /// In that of the program.
    #[default]
    AsProgram,
    /// In Arabic.
    Arabic,
    /// In English.
    English,
    /// In both, side by side.
    Both,
}

impl PaperLanguage {
    /// All of them, as they are offered.
    pub const ALL: [Self; 4] = [Self::AsProgram, Self::Arabic, Self::English, Self::Both];

    /// The key of its name.
    pub const fn label_key(self) -> &'static str {
        match self {
            Self::AsProgram => "template-language-program",
            Self::Arabic => "template-language-arabic",
            Self::English => "template-language-english",
            Self::Both => "template-language-both",
        }
    }
}

/// Which emblem stands at the head.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LogoChoice {
    /// That of all papers.
    #[default]
    Common,
    /// None.
    Nothing,
    /// This file in the store's folder.
    Own(String),
}

/// Text sizes of papers, in tenths of a point.
pub const TEXT_SIZES: RangeInclusive<u16> = 80..=180;
/// The size that ships.
pub const USUAL_TEXT_SIZE: u16 = 115;
/// Margins at the sides, in millimetres.
pub const MARGINS: RangeInclusive<u16> = 10..=40;
/// The margin that ships.
pub const USUAL_MARGIN: u16 = 20;

/// What is said of a paper. What is not said is as on all papers, and what is not said there is as it ships.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PaperTemplate {
    /// The lines of the letterhead, the widest body first. Those of all papers are settings of their own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub letterhead: Option<Bilingual>,
    /// The emblem. That of all papers is a setting of its own.
    #[serde(skip_serializing_if = "is_usual")]
    pub logo: LogoChoice,
    /// The letters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub font: Option<DocumentFont>,
    /// The size of running text, in tenths of a point.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text_size: Option<u16>,
    /// The margin at both sides, in millimetres.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub margin: Option<u16>,
    /// The language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<PaperLanguage>,
    /// Words at the foot of each page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub footer: Option<Bilingual>,
    /// Its sections by their keys, where they stand in another order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub order: Vec<String>,
    /// The sections it does not have.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub left_out: BTreeSet<String>,
    /// Other headings of sections, by their keys.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub headings: BTreeMap<String, Bilingual>,
    /// Other sentences, by the key of what they stand for.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub words: BTreeMap<String, Bilingual>,
}

fn is_usual(choice: &LogoChoice) -> bool {
    *choice == LogoChoice::Common
}

impl PaperTemplate {
    /// Reads what is stored; what makes no sense is as it ships.
    pub fn read(text: &str) -> Self {
        if text.is_empty() {
            return Self::default();
        }
        let mut template: Self = serde_json::from_str(text).unwrap_or_default();
        template.text_size = template.text_size.filter(|size| TEXT_SIZES.contains(size));
        template.margin = template.margin.filter(|margin| MARGINS.contains(margin));
        template
    }

    /// As it is stored; empty where everything is as it ships.
    pub fn stored(&self) -> String {
        let said = Self {
            headings: spoken(&self.headings),
            words: spoken(&self.words),
            footer: self.footer.clone().filter(is_spoken),
            letterhead: self.letterhead.clone().filter(is_spoken),
            ..self.clone()
        };
        if said == Self::default() {
            return String::new();
        }
        // Plain texts under plain names: nothing here can fail to be written.
        serde_json::to_string(&said).unwrap_or_default()
    }

    /// Moves a section to a place among all that there are, which stand as given now.
    pub fn move_section(&mut self, key: &str, place: usize, shown: &[String]) {
        let mut order = shown.to_vec();
        let Some(from) = order.iter().position(|other| other == key) else { return };
        let moved = order.remove(from);
        order.insert(place.min(order.len()), moved);
        self.order = order;
    }

    /// The keys of sections in the order of this template: one that it does not name stands behind the one that it usually
    /// follows.
    pub fn ordered<'k>(&self, usual: &[&'k str]) -> Vec<&'k str> {
        let mut whole: Vec<&'k str> = Vec::new();
        for named in &self.order {
            if let Some(key) = usual.iter().find(|key| *key == named)
                && !whole.contains(key)
            {
                whole.push(key);
            }
        }
        let mut before: Option<&str> = None;
        for key in usual {
            if !whole.contains(key) {
                let place = before.and_then(|before| whole.iter().position(|other| *other == before));
                whole.insert(place.map_or(0, |place| place + 1), key);
            }
            before = Some(key);
        }
        whole
    }
}

fn is_spoken(texts: &Bilingual) -> bool {
    texts.iter().any(|text| !text.trim().is_empty())
}

fn spoken(texts: &BTreeMap<String, Bilingual>) -> BTreeMap<String, Bilingual> {
    texts.iter().filter(|(_, texts)| is_spoken(texts)).map(|(key, texts)| (key.clone(), texts.clone())).collect()
}

/// The templates of a store.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaperTemplates {
    /// That of all papers.
    pub common: PaperTemplate,
    /// What is another on one sort of paper.
    pub own: BTreeMap<TemplateKind, PaperTemplate>,
}

impl PaperTemplates {
    /// The key of the setting that holds the template of all papers.
    pub const COMMON_KEY: &'static str = "paper_template";
    /// The key of the setting that holds the English lines of the letterhead.
    pub const LETTERHEAD_ENGLISH: &'static str = "letterhead_en";

    /// The key of the setting that holds a template.
    pub fn key(kind: Option<TemplateKind>) -> String {
        kind.map_or_else(|| Self::COMMON_KEY.to_owned(), |kind| format!("{}_{}", Self::COMMON_KEY, kind.code()))
    }

    /// Reads the settings' rows.
    pub fn from_rows(rows: &BTreeMap<String, String>) -> Self {
        let text = |key: &str| rows.get(key).cloned().unwrap_or_default();
        let mut common = PaperTemplate::read(&text(Self::COMMON_KEY));
        common.letterhead = Some([text("letterhead"), text(Self::LETTERHEAD_ENGLISH)]).filter(is_spoken);
        common.logo = match text("logo") {
            name if name.is_empty() => LogoChoice::default(),
            name => LogoChoice::Own(name),
        };
        let own = |kind: TemplateKind| {
            let template = PaperTemplate::read(&text(&Self::key(Some(kind))));
            (template != PaperTemplate::default()).then_some((kind, template))
        };
        Self { common, own: TemplateKind::ALL.into_iter().filter_map(own).collect() }
    }

    /// The template of all papers, or what is another on one sort.
    pub fn said(&self, kind: Option<TemplateKind>) -> PaperTemplate {
        match kind {
            None => self.common.clone(),
            Some(kind) => self.own.get(&kind).cloned().unwrap_or_default(),
        }
    }

    /// Another one in its place.
    pub fn set(&mut self, kind: Option<TemplateKind>, template: PaperTemplate) {
        match kind {
            None => self.common = template,
            Some(kind) => _ = self.own.insert(kind, template),
        }
    }

    /// All that is said of a sort of paper, there and for all papers.
    pub fn of(&self, kind: TemplateKind) -> PaperTemplate {
        let common = &self.common;
        let own = self.own.get(&kind).cloned().unwrap_or_default();
        let has_head = kind.has_letterhead() || own.letterhead.is_some();
        let lines = |own: &Bilingual| {
            // A language of which nothing is said there has the common lines.
            let common = common.letterhead.clone().unwrap_or_default();
            let [arabic, english] = own.clone();
            let [common_arabic, common_english] = common;
            [or(arabic, common_arabic), or(english, common_english)]
        };
        PaperTemplate {
            letterhead: match &own.letterhead {
                Some(own) => Some(lines(own)),
                None => common.letterhead.clone().filter(|_| has_head),
            },
            logo: match own.logo {
                LogoChoice::Common if !has_head => LogoChoice::Nothing,
                LogoChoice::Common => common.logo.clone(),
                own @ (LogoChoice::Nothing | LogoChoice::Own(_)) => own,
            },
            font: own.font.or(common.font),
            text_size: own.text_size.or(common.text_size),
            margin: own.margin.or(common.margin),
            language: own.language.or(common.language),
            footer: own.footer.or_else(|| common.footer.clone()),
            ..own
        }
    }

    /// All papers in the language of whoever asks for them, whatever the templates say.
    pub fn forget_languages(&mut self) {
        self.common.language = None;
        self.own.values_mut().for_each(|template| template.language = None);
    }
}

fn or(own: String, common: String) -> String {
    if own.trim().is_empty() { common } else { own }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(rows: &[(&str, &str)]) -> BTreeMap<String, String> {
        rows.iter().map(|&(key, value)| (key.to_owned(), value.to_owned())).collect()
    }

    #[test]
    fn what_is_stored_comes_back() {
        let mut template = PaperTemplate {
            font: Some(DocumentFont::Plex),
            text_size: Some(120),
            language: Some(PaperLanguage::Both),
            ..PaperTemplate::default()
        };
        template.left_out.insert("agenda".into());
        template.headings.insert("tasks".into(), ["المهام".into(), String::new()]);
        assert_eq!(PaperTemplate::read(&template.stored()), template);
    }

    #[test]
    fn what_says_nothing_is_stored_as_nothing() {
        let mut template = PaperTemplate::default();
        template.headings.insert("tasks".into(), [" ".into(), String::new()]);
        assert_eq!(template.stored(), "");
        assert_eq!(PaperTemplate::read("{broken"), PaperTemplate::default());
        assert_eq!(PaperTemplate::read("{\"text_size\": 7000, \"margin\": 0}"), PaperTemplate::default());
    }

    #[test]
    fn a_sort_of_paper_says_what_is_another_there() {
        let templates = PaperTemplates::from_rows(&rows(&[
            ("letterhead", "أمانة الواحة"),
            ("letterhead_en", "Oasis Municipality"),
            ("paper_template", "{\"font\": \"plex\", \"margin\": 25}"),
            ("paper_template_minutes", "{\"margin\": 15, \"letterhead\": [\"وكالة الخدمات\", \"\"]}"),
        ]));
        let minutes = templates.of(TemplateKind::Minutes);
        assert_eq!((minutes.font, minutes.margin), (Some(DocumentFont::Plex), Some(15)));
        assert_eq!(minutes.letterhead, Some(["وكالة الخدمات".into(), "Oasis Municipality".into()]));
        assert_eq!(templates.of(TemplateKind::Invitation).margin, Some(25));
        assert_eq!(templates.of(TemplateKind::PressItem).letterhead, None, "a news item has no head");
    }

    #[test]
    fn sections_that_a_template_does_not_name_keep_their_neighbour() {
        let check = |order: &[&str], expected: &[&str]| {
            let order = order.iter().map(|key| (*key).to_owned()).collect();
            let template = PaperTemplate { order, ..PaperTemplate::default() };
            assert_eq!(template.ordered(&["a", "b", "c", "d"]), expected);
        };
        check(&[], &["a", "b", "c", "d"]);
        check(&["c", "a"], &["c", "d", "a", "b"]);
        check(&["d", "unknown", "d"], &["a", "b", "c", "d"]);
    }
}
