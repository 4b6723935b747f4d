//! The words of lists: what columns are called, and what stands in cells for a choice, a yes, a nothing. The labels of the
//! declared fields in both languages come first; `assets/import/columns.json` has what else people write.

use super::Target;
use crate::arabic::{Digits, fold, without_article};
use crate::domain::{Choices, Field};
use crate::strings::{Language, Tr};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

const COLUMNS: &str = include_str!("../../assets/import/columns.json");

#[derive(Default, Deserialize)]
struct Shipped {
    harmless: Vec<String>,
    nothing: Vec<String>,
    sums: Vec<String>,
    telling: BTreeMap<String, Vec<String>>,
    yes: Vec<String>,
    no: Vec<String>,
    fields: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    choices: BTreeMap<String, Vec<String>>,
}

/// What columns and cells may say.
pub struct Vocabulary {
    /// What a column may be called, word by word, and the field that is.
    columns: Vec<(Vec<String>, &'static Field)>,
    harmless: BTreeSet<String>,
    nothing: BTreeSet<String>,
    sums: BTreeSet<String>,
    telling: BTreeSet<String>,
    yes: BTreeSet<String>,
    no: BTreeSet<String>,
    /// The labels of choices by the key of their label.
    labels: BTreeMap<String, Vec<String>>,
}

impl Vocabulary {
    /// The words for lists of a sort; the person's own labels are among them.
    pub fn new(target: Target, tr: &Tr) -> Self {
        let shipped: Shipped = serde_json::from_str(COLUMNS).unwrap_or_else(|error| {
            log::error!("the words of columns: {error}");
            Shipped::default()
        });
        let languages = [Tr::new(Language::Arabic, Digits::Latin), Tr::new(Language::English, Digits::Latin)];
        let said = |key: &str| -> Vec<String> {
            let own = std::iter::once(tr).chain(&languages);
            own.filter(|tr| tr.key_exists(key)).map(|tr| tr.text(key, &[])).collect()
        };
        let entity = target.entity();
        let mut columns = Vec::new();
        let mut labels = BTreeMap::new();
        let synonyms = shipped.fields.get(entity.code());
        for field in target.fields() {
            let further = synonyms.and_then(|fields| fields.get(field.name)).into_iter().flatten().cloned();
            let all = std::iter::once(field.name.to_owned())
                .chain(said(&format!("field-{}-{}", entity.code(), field.name)))
                .chain(further);
            columns.extend(all.map(|name| (words(&name), field)).filter(|(words, _)| !words.is_empty()));
            let crate::domain::FieldKind::Choice(choices) = field.kind else { continue };
            for code in choices.codes.iter().chain(choices.keys) {
                let key = choices.label_key(code);
                let further = shipped.choices.get(&key).into_iter().flatten().cloned();
                let all = said(&key).into_iter().chain(further).chain([(*code).to_owned()]);
                labels.insert(key, all.map(|label| loosely(&label)).collect());
            }
        }
        let set = |words: &[String]| words.iter().map(|word| fold(word)).collect();
        Self {
            columns,
            harmless: shipped.harmless.iter().flat_map(|word| words(word)).collect(),
            nothing: set(&shipped.nothing),
            telling: shipped.telling.get(target.code()).into_iter().flatten().flat_map(|word| words(word)).collect(),
            sums: shipped.sums.iter().map(|word| loosely(word)).collect(),
            yes: set(&shipped.yes),
            no: set(&shipped.no),
            labels,
        }
    }

    /// The field that a column of this name holds. Names are known whole, or with words around them that change nothing:
    /// «رقم الجوال*», «تاريخ الاستحقاق (هجري)».
    pub fn field_of(&self, column: &str) -> Option<&'static Field> {
        let said = words(column);
        if said.is_empty() {
            return None;
        }
        if let Some((_, field)) = self.columns.iter().find(|(name, _)| *name == said) {
            return Some(field);
        }
        let holds = |name: &&(Vec<String>, &'static Field)| {
            name.0.iter().all(|word| said.contains(word))
                && said.iter().all(|word| name.0.contains(word) || self.harmless.contains(word))
        };
        // The first of the longest: what stands earlier is the likelier.
        let found = self.columns.iter().filter(holds).rev().max_by_key(|(name, _)| name.len());
        found.map(|(_, field)| *field)
    }

    /// Does a column's name say outright that the rows are of this sort?
    pub fn is_telling(&self, column: &str) -> bool {
        words(column).iter().any(|word| self.telling.contains(word))
    }

    /// Says a cell that there is nothing to say?
    pub fn is_nothing(&self, folded: &str) -> bool {
        folded.is_empty() || self.nothing.contains(folded)
    }

    /// Says a cell that its row is the sum of those above?
    pub fn is_sum(&self, cell: &str) -> bool {
        let most = 40;
        cell.len() <= most && !cell.trim().is_empty() && self.sums.contains(&loosely(cell))
    }

    /// Yes or no.
    pub fn flag(&self, text: &str) -> Option<bool> {
        let folded = fold(text);
        if self.yes.contains(&folded) {
            return Some(true);
        }
        self.no.contains(&folded).then_some(false)
    }

    /// The code among these that a cell says.
    pub fn choice<'c>(&self, choices: &Choices, codes: impl Iterator<Item = &'c str>, text: &str) -> Option<&'c str> {
        let said = loosely(text);
        let mut codes = codes;
        codes.find(|code| self.labels.get(&choices.label_key(code)).is_some_and(|labels| labels.contains(&said)))
    }
}

/// The words of a column's name, folded: signs and what stands in no name are left out.
fn words(name: &str) -> Vec<String> {
    let folded = fold(name).replace('_', " ");
    let words = folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(|word| without_article(word).to_owned()).collect()
}

/// A label as it is compared: articles, the feminine ending and signs make no other word of it.
fn loosely(label: &str) -> String {
    let words = words(label);
    let bare =
        |word: &String| word.strip_suffix('ه').filter(|rest| rest.chars().count() > 2).unwrap_or(word).to_owned();
    words.iter().map(bare).collect::<Vec<_>>().join(" ")
}
