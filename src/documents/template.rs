//! A document as a template wants it: pure, whatever the document is. What a template says of sections it says of those with
//! its keys; a document that has none of them stays as it is.

use super::order::{kept_together, numbered};
use super::{Document, Logo, Section, Style};
use crate::domain::template::{TITLE, in_language};
use crate::domain::{LogoChoice, PaperTemplate};
use crate::strings::{Labels, Tr};

/// The words of a template that stand in the place of messages: to be put into the translator before a document is built.
pub fn own_words(template: &PaperTemplate) -> Labels {
    template.words.iter().filter(|(key, _)| *key != TITLE).map(|(key, words)| (key.clone(), words.clone())).collect()
}

/// Puts a document into the form of a template. `logo` is the emblem that the template names, read; the document's own
/// language decides which of the template's words are taken.
pub fn apply(template: &PaperTemplate, logo: Option<Logo>, document: Document, tr: &Tr) -> Document {
    let mut document = document;
    let is_arabic = document.is_rtl();
    if let Some(title) = template.words.get(TITLE).and_then(|title| in_language(title, is_arabic)) {
        title.trim().clone_into(&mut document.title);
    }
    head(template, logo, &mut document);
    if let Some(words) = template.footer.as_ref().and_then(|footer| in_language(footer, is_arabic)) {
        words.trim().clone_into(&mut document.footer.words);
    }
    let usual = Style::default();
    document.style = Style {
        font: template.font.unwrap_or(usual.font),
        text_size: template.text_size.unwrap_or(usual.text_size),
        margin: template.margin.unwrap_or(usual.margin),
    };
    document.sections = sections(template, std::mem::take(&mut document.sections), tr);
    document
}

/// The letterhead; a language without lines of its own has those of the other.
fn head(template: &PaperTemplate, logo: Option<Logo>, document: &mut Document) {
    let is_arabic = document.is_rtl();
    if let Some(lines) = &template.letterhead
        && let Some(lines) = in_language(lines, is_arabic).or_else(|| in_language(lines, !is_arabic))
    {
        let lines = lines.lines().map(str::trim).filter(|line| !line.is_empty());
        document.letterhead.lines = lines.map(str::to_owned).collect();
        if let Some(last) = document.letterhead.lines.last() {
            last.clone_into(&mut document.author);
        }
    }
    match template.logo {
        LogoChoice::Nothing | LogoChoice::Common => document.letterhead.logo = None,
        LogoChoice::Own(_) => {
            // The words for whose emblem it is are the document's where it has them.
            let described = document.letterhead.logo.take().map(|logo| logo.description);
            document.letterhead.logo = logo.map(|logo| match described {
                Some(description) if !description.trim().is_empty() => Logo { description, ..logo },
                Some(_) | None => logo,
            });
        }
    }
}

fn sections(template: &PaperTemplate, sections: Vec<Section>, tr: &Tr) -> Vec<Section> {
    let is_counted = sections.iter().any(|section| !section.uncounted.is_empty());
    let is_there = |section: &Section| section.key.is_empty() || !template.left_out.contains(section.key);
    let named = sections.into_iter().filter(is_there).map(|section| {
        let own = template.headings.get(section.key).and_then(|heading| in_language(heading, tr.is_rtl()));
        let bare = if section.uncounted.is_empty() { &section.heading } else { &section.uncounted };
        let heading = match own {
            // What stands without a heading goes on without one.
            Some(own) if !bare.is_empty() => own.trim().to_owned(),
            Some(_) | None => bare.clone(),
        };
        Section { heading, uncounted: String::new(), ..section }
    });
    let ordered = kept_together(ordered(template, named.collect()));
    if is_counted { numbered(ordered, tr) } else { ordered }
}

/// In the template's order. Sections of one key stay beside each other, those without one where they are.
fn ordered(template: &PaperTemplate, sections: Vec<Section>) -> Vec<Section> {
    if template.order.is_empty() {
        return sections;
    }
    let mut keys: Vec<&'static str> = Vec::new();
    for section in sections.iter().filter(|section| !section.key.is_empty()) {
        if !keys.contains(&section.key) {
            keys.push(section.key);
        }
    }
    let wanted = template.ordered(&keys);
    let mut groups: Vec<(&'static str, Vec<Section>)> = Vec::new();
    for section in sections {
        match groups.iter_mut().find(|(key, _)| *key == section.key && !key.is_empty()) {
            Some((_, group)) => group.push(section),
            None => groups.push((section.key, vec![section])),
        }
    }
    // The places of what has a key are filled anew.
    let mut next = wanted.into_iter();
    let places: Vec<&'static str> =
        groups.iter().map(|(key, _)| if key.is_empty() { "" } else { next.next().unwrap_or(key) }).collect();
    let mut sections = Vec::new();
    for place in places {
        let at = groups.iter().position(|(key, _)| *key == place);
        sections.extend(at.map(|at| groups.remove(at).1).into_iter().flatten());
    }
    sections
}
