//! A paper in the form that the store's templates give its sort: language, letterhead, look, sections, sentences.

use super::logo::logo_named;
use crate::documents::{
    Document, Logo, apply, both, kept_words, named, own_words, without_a_word_of_gaps, without_gaps,
};
use crate::domain::{LogoChoice, PaperLanguage, PaperTemplate, Settings, TemplateKind};
use crate::error::Result;
use crate::strings::{Language, Tr};
use std::path::Path;

/// What a sort of paper is put on.
pub(super) struct Dress {
    kind: TemplateKind,
    template: PaperTemplate,
    logo: Option<Logo>,
}

impl Dress {
    /// The template of a sort, with its emblem.
    pub fn new(kind: TemplateKind, settings: &Settings, store_folder: &Path) -> Self {
        let template = settings.papers.of(kind);
        let described = settings.letterhead.lines().last().unwrap_or_default();
        let logo = match &template.logo {
            LogoChoice::Own(name) => logo_named(name, described, store_folder),
            LogoChoice::Common | LogoChoice::Nothing => None,
        };
        Self { kind, template, logo }
    }

    /// The sections stand as they were built: somebody put those of this very paper in order.
    pub fn in_own_order(mut self, is_own: bool) -> Self {
        if is_own {
            self.template.order.clear();
        }
        self
    }

    /// The words in which the paper is written; of two languages those of the first.
    pub fn words(&self, tr: &Tr) -> Tr {
        let language = match self.template.language.unwrap_or_default() {
            PaperLanguage::AsProgram => tr.language(),
            PaperLanguage::Arabic | PaperLanguage::Both => Language::Arabic,
            PaperLanguage::English => Language::English,
        };
        tr.in_language(language).worded(&own_words(&self.template))
    }

    /// The document, built once in each of its languages.
    pub fn document(&self, tr: &Tr, build: impl Fn(&Tr) -> Document) -> Document {
        let words = self.words(tr);
        let first = self.applied(&words, build(&words));
        if !self.is_in_both() {
            return first;
        }
        let words = words.in_language(Language::English);
        both(first, self.applied(&words, build(&words)))
    }

    /// The same of a document that may not come about.
    pub fn try_document(&self, tr: &Tr, build: impl Fn(&Tr) -> Result<Document>) -> Result<Document> {
        let words = self.words(tr);
        let first = self.applied(&words, build(&words)?);
        if !self.is_in_both() {
            return Ok(first);
        }
        let words = words.in_language(Language::English);
        Ok(both(first, self.applied(&words, build(&words)?)))
    }

    fn is_in_both(&self) -> bool {
        self.template.language == Some(PaperLanguage::Both)
    }

    fn applied(&self, tr: &Tr, document: Document) -> Document {
        let mut document = document;
        if self.kind.is_sent_out() {
            without_a_word_of_gaps(&mut document);
        } else {
            without_gaps(&mut document, tr);
        }
        named(&mut document, tr);
        kept_words(&mut document);
        apply(&self.template, self.logo.clone(), document, tr)
    }
}
