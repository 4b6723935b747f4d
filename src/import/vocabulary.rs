//! The words of lists: what columns are called, and what stands in cells for a choice, a yes, a nothing. The labels of the
//! declared fields in both languages come first; `assets/import/columns.json` has what else people write.

use super::Target;
use crate::arabic::{Digits, fold, without_article};
use crate::domain::{Choices, Entity, Field, FieldKind};
use crate::strings::{Language, Tr};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

const COLUMNS: &str = include_str!("../../assets/import/columns.json");

#[derive(Default, Deserialize)]
struct Shipped {
    harmless: Vec<String>,
    harmless_of_days: Vec<String>,
    harmless_of_numbers: Vec<String>,
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
    /// What the rows are, as «الجمعية» in «هاتف الجمعية», and the field that is called so by itself.
    rows: (BTreeSet<String>, &'static str),
    harmless: BTreeSet<String>,
    harmless_of_days: BTreeSet<String>,
    harmless_of_numbers: BTreeSet<String>,
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
        }
        // The titles of people stand before the names that any list has of them.
        for field in target.fields().chain(Entity::Person.field("honorific")) {
            let FieldKind::Choice(choices) = field.kind else { continue };
            for code in choices.codes.iter().chain(choices.keys) {
                let key = choices.label_key(code);
                let further = shipped.choices.get(&key).into_iter().flatten().cloned();
                let all = said(&key).into_iter().chain(further).chain([(*code).to_owned()]);
                labels.insert(key, all.map(|label| loosely(&label)).collect());
            }
        }
        let set = |words: &[String]| words.iter().map(|word| fold(word)).collect();
        let each_word = |all: &[String]| all.iter().flat_map(|word| words(word)).collect::<BTreeSet<String>>();
        let harmless = each_word(&shipped.harmless);
        let titles = columns.iter().filter(|(_, field)| field.name == target.title());
        let rows = titles.flat_map(|(name, _)| name).filter(|word| !harmless.contains(*word)).cloned().collect();
        Self {
            columns,
            rows: (rows, target.title()),
            harmless,
            harmless_of_days: each_word(&shipped.harmless_of_days),
            harmless_of_numbers: each_word(&shipped.harmless_of_numbers),
            nothing: set(&shipped.nothing),
            telling: shipped.telling.get(target.code()).map(|words| each_word(words)).unwrap_or_default(),
            sums: shipped.sums.iter().map(|word| loosely(word)).collect(),
            yes: set(&shipped.yes),
            no: set(&shipped.no),
            labels,
        }
    }

    /// The field that a column of this name holds. Names are known whole, or with words around them that change nothing:
    /// «رقم الجوال*», «تاريخ الاستحقاق (هجري)», other words for the same («جوال التواصل»), whose it is («هاتف الجمعية»).
    pub fn field_of(&self, column: &str) -> Option<&'static Field> {
        let said = words(column);
        if said.is_empty() {
            return None;
        }
        if let Some((_, field)) = self.columns.iter().find(|(name, _)| *name == said) {
            return Some(field);
        }
        let holds = |(name, field): &&(Vec<String>, &'static Field)| {
            name.iter().all(|word| said.contains(word))
                && said.iter().all(|word| name.contains(word) || self.changes_nothing(word, field))
        };
        // The first of the longest: what stands earlier is the likelier.
        let found = self.columns.iter().filter(holds).rev().max_by_key(|(name, _)| name.len());
        found.map(|(_, field)| *field)
    }

    /// Is a column still one of this field with that word beside its name? A day's word stands beside days alone: «رقم
    /// الجمعية» is not what the society is called.
    fn changes_nothing(&self, word: &String, field: &'static Field) -> bool {
        let (rows, title) = &self.rows;
        let is_number = matches!(field.kind, FieldKind::Code | FieldKind::Phone | FieldKind::Number);
        self.harmless.contains(word)
            || field.kind == FieldKind::Date && self.harmless_of_days.contains(word)
            || is_number && self.harmless_of_numbers.contains(word)
            || field.name != *title && rows.contains(word)
            || self.columns.iter().any(|(name, other)| *other == field && name.contains(word))
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

#[cfg(test)]
mod tests {
    use super::*;

    fn check(target: Target, column: &str, expected: Option<&str>) {
        let words = Vocabulary::new(target, &Tr::new(Language::Arabic, Digits::Latin));
        assert_eq!(words.field_of(column).map(|field| field.name), expected, "{column}");
    }

    #[test]
    fn a_column_is_known_with_words_around_its_name_that_change_nothing() {
        check(Target::Organisations, "رقم الجوال*", Some("phone"));
        check(Target::Register, "تاريخ الاستحقاق (هجري)", Some("due"));
        check(Target::Organisations, "جوال التواصل", Some("phone"));
        check(Target::Organisations, "مدير الفرع", None);
    }

    #[test]
    fn whose_it_is_changes_nothing_and_its_number_is_not_its_name() {
        check(Target::Organisations, "هاتف الجمعية", Some("phone"));
        check(Target::Organisations, "اسم الجمعية", Some("name"));
        check(Target::Organisations, "رقم الجمعية", None);
        check(Target::People, "جوال الموظف", Some("phone"));
        check(Target::Register, "حالة القرار", Some("status"));
        check(Target::Register, "تاريخ القرار", None);
    }
}
