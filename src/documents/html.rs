//! Writes a document as a web page of one file: for an intranet, an e-mail, a browser's own printing.
//!
//! Nothing in it runs and nothing is fetched: whatever a person typed is text, and the page itself forbids scripts and
//! addresses. It is written as XML too, so that every element is closed.

use super::{Block, Cell, Document, Fact, Logo, Section, Signatures, Table, clean, isolate};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use quick_xml::escape::escape;

const STYLE: &str = include_str!("../../assets/documents/html/page.css");

/// The page, in UTF-8.
pub fn write(document: &Document) -> String {
    let mut page = Page::default();
    let (language, direction) = if document.is_rtl() { ("ar", "rtl") } else { ("en", "ltr") };
    page.raw("<!DOCTYPE html>\n");
    page.raw(&format!(
        "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"{language}\" dir=\"{direction}\">\n<head>\n"
    ));
    page.raw("<meta charset=\"utf-8\" />\n");
    page.raw(
        "<meta http-equiv=\"Content-Security-Policy\" \
         content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\" />\n",
    );
    page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n");
    page.line("title", "", &document.title);
    for (name, content) in [("author", document.author.clone()), ("keywords", document.keywords.join(", "))] {
        if !content.trim().is_empty() {
            page.raw(&format!("<meta name=\"{name}\" content=\"{}\" />\n", escape(clean(&content))));
        }
    }
    page.raw(&format!("<style>\n{STYLE}{}</style>\n</head>\n<body>\n", look(document)));
    page.body(document);
    page.raw("</body>\n</html>\n");
    page.text
}

/// The document for the clipboard: what is pasted into a message or a text keeps its tables and its direction.
pub fn fragment(document: &Document) -> String {
    let mut page = Page { is_pasted: true, ..Page::default() };
    let (language, direction) = if document.is_rtl() { ("ar", "rtl") } else { ("en", "ltr") };
    page.raw("<meta charset=\"utf-8\" />\n");
    page.raw(&format!("<style>\n{STYLE}{}</style>\n", look(document)));
    page.raw(&format!("<div lang=\"{language}\" dir=\"{direction}\">\n"));
    page.body(document);
    page.raw("</div>\n");
    page.text
}

/// What the user decided of the look, below what ships.
fn look(document: &Document) -> String {
    if document.style.is_usual() {
        return String::new();
    }
    let style = document.style;
    let percent = (style.scale() * 100.0).round();
    let family = style.font.family();
    format!(
        "body {{ font-family: \"{family}\", \"Segoe UI\", Tahoma, sans-serif; font-size: {percent}%; }}\n\
         @page {{ margin-inline: {}mm; }}\n",
        style.margin
    )
}

/// What is written of the page.
#[derive(Default)]
struct Page {
    text: String,
    /// It goes into another text, where the style may be dropped.
    is_pasted: bool,
}

impl Page {
    /// Markup of ours.
    fn raw(&mut self, markup: &str) {
        self.text.push_str(markup);
    }

    /// A text inside an element, its own line of the file; nothing where there is no text.
    fn line(&mut self, element: &str, class: &str, text: &str) {
        let text = clean(text);
        if text.trim().is_empty() {
            return;
        }
        let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
        self.raw(&format!("<{element}{class}>{}</{element}>\n", words(&text)));
    }

    /// The same, an element for each line of the text.
    fn lines(&mut self, element: &str, class: &str, text: &str) {
        for line in clean(text).lines() {
            self.line(element, class, line);
        }
    }

    /// Everything below the letterhead's top.
    fn body(&mut self, document: &Document) {
        self.letterhead(document);
        self.raw("<main>\n");
        self.line("h1", "", &document.title);
        for line in [&document.number_line, &document.subject] {
            self.lines("p", "under-title", line);
        }
        if let Some(banner) = &document.banner {
            self.lines("p", "warning", &banner.text);
        }
        for section in &document.sections {
            self.section(section, document);
        }
        self.raw("</main>\n");
        let foot = &document.footer;
        let foot = [foot.text.as_str(), foot.mark.as_str(), foot.words.as_str()];
        let foot: Vec<&str> = foot.into_iter().filter(|text| !text.trim().is_empty()).collect();
        self.lines("footer", "", &foot.join(" · "));
    }

    fn letterhead(&mut self, document: &Document) {
        let head = &document.letterhead;
        if head.lines.is_empty() && head.logo.is_none() && document.reference.is_empty() {
            return;
        }
        self.raw("<header>\n<div>\n");
        head.lines.iter().for_each(|line| self.line("p", "", line));
        self.raw("</div>\n");
        if let Some(logo) = head.logo.as_ref().filter(|logo| !logo.bytes.is_empty()) {
            self.logo(logo);
        }
        if !head.second_lines.is_empty() {
            self.raw(if document.is_rtl() {
                "<div lang=\"en\" dir=\"ltr\">\n"
            } else {
                "<div lang=\"ar\" dir=\"rtl\">\n"
            });
            head.second_lines.iter().for_each(|line| self.line("p", "", line));
            self.raw("</div>\n");
        }
        if document.is_bilingual {
            self.raw("</header>\n");
            return self.facts(&document.reference);
        }
        self.facts(&document.reference);
        self.raw("</header>\n");
    }

    fn logo(&mut self, logo: &Logo) {
        let bytes = STANDARD.encode(&logo.bytes);
        let about = escape(clean(&logo.description)).into_owned();
        self.raw(&format!("<img alt=\"{about}\" src=\"data:{};base64,{bytes}\" />\n", escape(&logo.media_type)));
    }

    fn section(&mut self, section: &Section, document: &Document) {
        self.raw("<section>\n");
        match section.heading.split_once('\n').filter(|_| document.is_bilingual) {
            Some((first, second)) => {
                let (first, second) = (words(&clean(first)), words(&clean(second)));
                let other = other_language(document.is_rtl());
                self.raw(&format!("<h2 class=\"both\"><span>{first}</span> <span {other}>{second}</span></h2>\n"));
            }
            None => self.line("h2", "", &section.heading),
        }
        section.blocks.iter().for_each(|block| self.block(block, document.is_rtl()));
        self.raw("</section>\n");
    }

    fn block(&mut self, block: &Block, is_rtl: bool) {
        match block {
            Block::Subheading(text) => self.line("h3", "", text),
            Block::Paragraph(text) => self.lines("p", "", text),
            Block::Remark(text) => self.lines("p", "remark", text),
            Block::Marked { kind, label, text } => {
                self.raw(&format!("<div class=\"marked {}\">\n", kind.code()));
                self.line("strong", "", label);
                self.lines("p", "", text);
                self.raw("</div>\n");
            }
            Block::Facts(facts) => self.facts(facts),
            Block::Table(table) => self.table(table),
            Block::List(items) => {
                self.raw("<ol>\n");
                items.iter().for_each(|item| self.line("li", "", item));
                self.raw("</ol>\n");
            }
            Block::Signatures(signatures) => self.signatures(signatures),
            Block::Beside { first, second } => {
                self.raw("<table class=\"beside\"><tbody><tr>\n<td>\n");
                first.iter().for_each(|block| self.block(block, is_rtl));
                self.raw(&format!("</td>\n<td {}>\n", other_language(is_rtl)));
                second.iter().for_each(|block| self.block(block, !is_rtl));
                self.raw("</td>\n</tr></tbody></table>\n");
            }
            Block::SignOff(lines) => {
                self.raw("<div class=\"sign-off\">\n");
                lines.iter().for_each(|line| self.line("p", "", line));
                self.raw("</div>\n");
            }
        }
    }

    fn facts(&mut self, facts: &[Fact]) {
        if facts.is_empty() {
            return;
        }
        let table = self.table_start("");
        self.raw(&format!("{table}\n<tbody>\n"));
        for fact in facts {
            let (label, value) = (words(&clean(&fact.label)), cell(&fact.value));
            self.raw(&format!("<tr><th scope=\"row\">{label}</th><td>{value}</td></tr>\n"));
        }
        self.raw("</tbody>\n</table>\n");
    }

    fn table(&mut self, table: &Table) {
        let start = self.table_start(if table.tall { "tall" } else { "" });
        self.raw(&format!("{start}\n"));
        self.line("caption", "remark", &table.description);
        self.raw("<thead>\n<tr>");
        for column in &table.columns {
            self.raw(&format!("<th scope=\"col\">{}</th>", words(&clean(&column.header))));
        }
        self.raw("</tr>\n</thead>\n<tbody>\n");
        for row in &table.rows {
            self.raw("<tr>");
            row.iter().for_each(|it| self.raw(&format!("<td>{}</td>", cell(it))));
            self.raw("</tr>\n");
        }
        self.raw("</tbody>\n</table>\n");
    }

    /// Where the style is dropped a table still has its lines.
    fn table_start(&self, class: &str) -> String {
        let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
        let lines =
            if self.is_pasted { " border=\"1\" cellpadding=\"4\" style=\"border-collapse: collapse\"" } else { "" };
        format!("<table{class}{lines}>")
    }

    fn signatures(&mut self, signatures: &Signatures) {
        let labels = &signatures.labels;
        let start = self.table_start("tall");
        self.raw(&start);
        self.raw("\n<thead>\n<tr><td></td>");
        for signatory in &signatures.signatories {
            self.raw(&format!("<th scope=\"col\">{}</th>", words(&clean(&signatory.role))));
        }
        self.raw("</tr>\n</thead>\n<tbody>\n");
        let rows = [(&labels.name, 0), (&labels.post, 1), (&labels.signature, 2), (&labels.date, 3)];
        for (label, row) in rows {
            self.raw(&format!("<tr><th scope=\"row\">{}</th>", words(&clean(label))));
            for one in &signatures.signatories {
                let text = [one.name.as_str(), one.post.as_str(), "", one.date.as_str()].get(row).copied();
                self.raw(&format!("<td>{}</td>", words(&clean(text.unwrap_or_default()))));
            }
            self.raw("</tr>\n");
        }
        self.raw("</tbody>\n</table>\n");
    }
}

/// What says that an element is in the other language.
const fn other_language(is_rtl: bool) -> &'static str {
    if is_rtl { "lang=\"en\" dir=\"ltr\"" } else { "lang=\"ar\" dir=\"rtl\"" }
}

/// Text as the page has it: nothing in it is markup, and numbers keep their order.
fn words(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(|line| escape(isolate(line)).into_owned()).collect();
    lines.join("<br />")
}

fn cell(cell: &Cell) -> String {
    let text = words(&clean(&cell.text));
    let text = if cell.unknown { format!("<span class=\"unknown\">{text}</span>") } else { text };
    match clean(&cell.note) {
        note if note.trim().is_empty() => text,
        note => format!("{text}<span class=\"note\">{}</span>", words(&note)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::{Banner, Column, Footer, Letterhead, Signatory};
    use crate::domain::OutcomeKind;
    use crate::strings::Language;
    use quick_xml::Reader;
    use quick_xml::events::Event;

    /// A document in every text of which the same is typed.
    fn filled(text: &str) -> Document {
        let cell = || Cell::known(text).with_note(text);
        let signatory = || Signatory { role: text.into(), name: text.into(), post: text.into(), date: text.into() };
        let blocks = vec![
            Block::Subheading(text.into()),
            Block::Paragraph(text.into()),
            Block::Remark(text.into()),
            Block::Marked { kind: OutcomeKind::Decision, label: text.into(), text: text.into() },
            Block::Facts(vec![Fact { label: text.into(), value: cell(), wide: true }]),
            Block::Table(Table {
                description: text.into(),
                columns: vec![Column { header: text.into(), weight: 1 }],
                rows: vec![vec![cell()], vec![Cell::known_or("", text)]],
                tall: true,
            }),
            Block::List(vec![text.into()]),
            Block::Signatures(Signatures { signatories: vec![signatory()], ..Signatures::default() }),
            Block::SignOff(vec![text.into()]),
            Block::Beside { first: vec![Block::Paragraph(text.into())], second: vec![Block::Table(Table::default())] },
        ];
        Document {
            title: text.into(),
            number_line: text.into(),
            subject: text.into(),
            author: text.into(),
            keywords: vec![text.into()],
            letterhead: Letterhead {
                lines: vec![text.into()],
                logo: Some(Logo { bytes: vec![1, 2, 3], media_type: text.into(), description: text.into() }),
                ..Letterhead::default()
            },
            banner: Some(Banner { text: text.into(), short: text.into() }),
            reference: vec![Fact { label: text.into(), value: cell(), wide: false }],
            sections: vec![Section { heading: text.into(), blocks, ..Section::default() }],
            footer: Footer { text: text.into(), ..Footer::default() },
            ..Document::default()
        }
    }

    /// The elements of a page, each with the names of its attributes.
    fn elements(page: &str) -> Vec<(String, Vec<String>)> {
        let mut reader = Reader::from_str(page);
        let mut found = Vec::new();
        loop {
            let event = reader.read_event().expect("every element is closed");
            if event == Event::Eof {
                return found;
            }
            if let Event::Start(start) | Event::Empty(start) = event {
                let attributes = start.attributes().map(|it| it.expect("an attribute").key.as_ref().to_owned());
                found.push((start.name().as_ref().to_owned(), attributes.collect()));
            }
        }
    }

    #[test]
    fn nothing_that_is_typed_becomes_markup() {
        let harmless = elements(&write(&filled("نص")));
        for typed in [
            "<script>alert(1)</script>",
            "\" onload=\"alert(1)",
            "' onerror='alert(1)",
            "</style><script>x</script>",
            "<img src=x onerror=alert(1)>",
            "&lt;b&gt; & ]]> <!-- ",
        ] {
            let page = write(&filled(typed));
            assert_eq!(elements(&page), harmless, "{typed}");
        }
        assert!(
            harmless.iter().all(|(name, attributes)| name != "script"
                && !attributes.iter().any(|attribute| attribute.starts_with("on")))
        );
    }

    #[test]
    fn a_page_runs_as_its_language_does_and_lets_nothing_run_in_it() {
        for (language, expected) in
            [(Language::Arabic, "lang=\"ar\" dir=\"rtl\""), (Language::English, "lang=\"en\" dir=\"ltr\"")]
        {
            let page = write(&Document { language, ..filled("نص 2026-11-23") });
            assert!(page.contains(expected), "{page}");
            assert!(page.contains("default-src 'none'"), "{page}");
            assert!(page.contains("\u{2066}2026-11-23\u{2069}"), "a date keeps its order");
        }
    }
}
