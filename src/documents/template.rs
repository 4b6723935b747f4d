//! A document as a template wants it: pure, whatever the document is. What a template says of sections it says of those with
//! its keys; a document that has none of them stays as it is.

use super::columns::fit;
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
    fit(&mut document);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arabic::Digits;
    use crate::documents::{Block, Keep, Signatures};
    use crate::domain::DocumentFont;
    use crate::strings::Language;

    /// Three counted sections, of which the last is signed.
    fn paper(tr: &Tr) -> Document {
        let section = |key, heading: &str, block| {
            Section { heading: heading.into(), blocks: vec![block], ..Section::default() }.keyed(key)
        };
        let text = || Block::Paragraph("نص".into());
        let sections = vec![
            section("facts", "البيانات", text()),
            section("tasks", "التكليفات", text()),
            section("approval", "الاعتماد", Block::Signatures(Signatures::default())),
        ];
        Document { sections: kept_together(numbered(sections, tr)), ..Document::default() }
    }

    fn headings(document: &Document) -> Vec<&str> {
        document.sections.iter().map(|section| section.heading.as_str()).collect()
    }

    #[test]
    fn sections_are_ordered_left_out_and_called_otherwise_and_counted_anew() {
        let tr = Tr::new(Language::Arabic, Digits::Latin);
        let order = ["tasks", "facts", "approval"].map(str::to_owned).to_vec();
        let mut template = PaperTemplate { order, ..PaperTemplate::default() };
        template.headings.insert("tasks".into(), ["المهام".into(), String::new()]);
        let applied = apply(&template, None, paper(&tr), &tr);
        assert_eq!(headings(&applied), ["أولًا: المهام", "ثانيًا: البيانات", "ثالثًا: الاعتماد"]);
        template.left_out.insert("tasks".into());
        let applied = apply(&template, None, paper(&tr), &tr);
        assert_eq!(headings(&applied), ["أولًا: البيانات", "ثانيًا: الاعتماد"]);
        let keeps: Vec<Keep> = applied.sections.iter().map(|section| section.keep).collect();
        assert_eq!(keeps, [Keep::WithNext, Keep::Together], "none signs an empty page");
    }

    #[test]
    fn a_template_that_says_nothing_changes_nothing() {
        let tr = Tr::new(Language::Arabic, Digits::Latin);
        let before = paper(&tr);
        let after = apply(&PaperTemplate::default(), None, before.clone(), &tr);
        assert_eq!(headings(&after), headings(&before));
        assert!(after.style.is_usual());
    }

    #[test]
    fn look_head_and_foot_are_the_templates() {
        let tr = Tr::new(Language::English, Digits::Latin);
        let mut template = PaperTemplate {
            font: Some(DocumentFont::Plex),
            text_size: Some(130),
            letterhead: Some(["أمانة الواحة".into(), "Oasis\n\nPartnerships".into()]),
            footer: Some([String::new(), "Tel. 1".into()]),
            ..PaperTemplate::default()
        };
        template.words.insert(TITLE.into(), [String::new(), "Record".into()]);
        let document = Document { language: Language::English, title: "Minutes".into(), ..Document::default() };
        let applied = apply(&template, None, document.clone(), &tr);
        assert_eq!((applied.title.as_str(), applied.footer.words.as_str()), ("Record", "Tel. 1"));
        assert_eq!(applied.letterhead.lines, ["Oasis", "Partnerships"]);
        assert_eq!((applied.style.font, applied.style.text_size), (DocumentFont::Plex, 130));
        template.letterhead = Some(["أمانة الواحة".into(), String::new()]);
        let applied = apply(&template, None, document, &tr);
        assert_eq!(applied.letterhead.lines, ["أمانة الواحة"], "a language without lines has those of the other");
    }
}
