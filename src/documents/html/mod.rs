//! Writes a document as a web page of one file: for an intranet, an e-mail, a browser's own printing.
//!
//! Nothing in it runs and nothing is fetched: whatever a person typed is text, and the page itself forbids scripts and
//! addresses. It is written as XML too, so that every element is closed.

use super::direction::leans_right_to_left;
use super::{Block, Cell, Document, Fact, Logo, Section, Signatures, Table, clean, isolate};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use quick_xml::escape::escape;

#[cfg(test)]
mod tests;

const STYLE: &str = include_str!("../../../assets/documents/html/page.css");

/// The page, in UTF-8.
pub fn write(document: &Document) -> String {
    let mut page = Page::of(document);
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
    // A title has no lines.
    let title = clean(&document.known_as());
    page.raw(&format!("<title>{}</title>\n", escape(isolate(&title))));
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
    let mut page = Page { is_pasted: true, ..Page::of(document) };
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
    let mut look = styled(document);
    if document.is_wide {
        look.push_str(
            "body { max-width: 80rem; }\n@media print { @page { size: A4 landscape; } body { max-width: none; } }\n",
        );
    }
    look
}

fn styled(document: &Document) -> String {
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
struct Page {
    text: String,
    /// What is being written runs from right to left.
    is_rtl: bool,
    /// Two languages stand in it, side by side.
    is_bilingual: bool,
    /// It goes into another text, where the style may be dropped.
    is_pasted: bool,
}

impl Page {
    fn of(document: &Document) -> Self {
        Self { text: String::new(), is_rtl: document.is_rtl(), is_bilingual: document.is_bilingual, is_pasted: false }
    }

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
        let words = self.words(&text);
        self.raw(&format!("<{element}{class}>{words}</{element}>\n"));
    }

    /// The same, an element for each line of the text.
    fn lines(&mut self, element: &str, class: &str, text: &str) {
        for line in clean(text).lines() {
            self.line(element, class, line);
        }
    }

    /// Running text: each line a paragraph, which starts where it is read from.
    fn paragraphs(&mut self, class: &str, text: &str) {
        let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
        for line in clean(text).lines().filter(|line| !line.trim().is_empty()) {
            let (words, own) = (isolated(&isolate(line)), self.own_direction(line));
            let own = own.map(|own| format!(" {own}")).unwrap_or_default();
            self.raw(&format!("<p{class}{own}>{words}</p>\n"));
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
            self.section(section);
        }
        self.raw("</main>\n");
        let foot = document.foot();
        if !foot.is_empty() {
            self.raw("<footer>\n");
            self.lines("p", "", &foot);
            self.raw("</footer>\n");
        }
    }

    fn letterhead(&mut self, document: &Document) {
        let head = &document.letterhead;
        if head.lines.is_empty() && head.logo.is_none() && document.reference.is_empty() {
            return;
        }
        let names = |page: &mut Self, names: &[String], at: usize| {
            names.iter().for_each(|line| page.line("p", "", line));
            if document.is_bilingual {
                page.references(&document.reference, at);
            }
        };
        self.raw("<header>\n<div>\n");
        names(self, &head.lines, 0);
        self.raw("</div>\n");
        if let Some(logo) = head.logo.as_ref().filter(|logo| !logo.bytes.is_empty()) {
            self.logo(logo);
        }
        if document.is_bilingual {
            self.raw(&format!("<div {}>\n", other_language(self.is_rtl)));
            self.in_other_direction(|page| names(page, &head.second_lines, 1));
            self.raw("</div>\n");
        } else {
            self.facts(&document.reference);
        }
        self.raw("</header>\n");
    }

    /// What names the paper, in one of its two languages; nobody writes into a page by hand, so that what is empty is left
    /// out.
    fn references(&mut self, facts: &[Fact], at: usize) {
        let of = |text: &str| {
            let text = clean(text);
            text.lines().nth(at).or_else(|| text.lines().next()).unwrap_or_default().to_owned()
        };
        for fact in facts.iter().filter(|fact| !fact.value.text.trim().is_empty()) {
            self.line("p", "reference", &format!("{}: {}", of(&fact.label), of(&fact.value.text)));
        }
    }

    fn logo(&mut self, logo: &Logo) {
        let bytes = STANDARD.encode(&logo.bytes);
        let about = escape(clean(&logo.description)).into_owned();
        self.raw(&format!("<img alt=\"{about}\" src=\"data:{};base64,{bytes}\" />\n", escape(&logo.media_type)));
    }

    fn section(&mut self, section: &Section) {
        // What has no heading is no section to whoever goes from heading to heading.
        let element = if section.heading.trim().is_empty() { "div" } else { "section" };
        self.raw(&format!("<{element}>\n"));
        match section.heading.split_once('\n').filter(|_| self.is_bilingual) {
            Some((first, second)) => {
                let first = self.words(&clean(first));
                let second = self.in_other_direction(|page| page.words(&clean(second)));
                let other = other_language(self.is_rtl);
                self.raw(&format!("<h2 class=\"both\"><span>{first}</span> <span {other}>{second}</span></h2>\n"));
            }
            None => self.line("h2", "", &section.heading),
        }
        section.blocks.iter().for_each(|block| self.block(block));
        self.raw(&format!("</{element}>\n"));
    }

    /// What is written here is in the page's second language.
    fn in_other_direction<T>(&mut self, write: impl FnOnce(&mut Self) -> T) -> T {
        self.is_rtl = !self.is_rtl;
        let written = write(self);
        self.is_rtl = !self.is_rtl;
        written
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Subheading(text) => self.line("h3", "", text),
            Block::Paragraph(text) => self.paragraphs("", text),
            Block::Remark(text) => self.paragraphs("remark", text),
            Block::Marked { kind, label, text } => {
                self.raw(&format!("<div class=\"marked {}\">\n", kind.code()));
                self.line("strong", "", label);
                self.paragraphs("", text);
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
                first.iter().for_each(|block| self.block(block));
                self.raw(&format!("</td>\n<td {}>\n", other_language(self.is_rtl)));
                self.in_other_direction(|page| second.iter().for_each(|block| page.block(block)));
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
        let table = self.table_start("facts", "");
        self.raw(&format!("{table}\n<tbody>\n"));
        for fact in facts {
            let (label, value) = (self.words(&clean(&fact.label)), self.cell(&fact.value));
            self.raw(&format!("<tr><th scope=\"row\">{label}</th><td>{value}</td></tr>\n"));
        }
        self.raw("</tbody>\n</table>\n");
    }

    fn table(&mut self, table: &Table) {
        let start = self.table_start(if table.tall { "rows tall" } else { "rows" }, &table.description);
        let opens = self.box_start(table);
        self.raw(&format!("{opens}{start}\n"));
        self.widths(table);
        self.raw("<thead>\n<tr>");
        for column in &table.columns {
            let header = self.words(&clean(&column.header));
            self.raw(&format!("<th scope=\"col\">{header}</th>"));
        }
        self.raw("</tr>\n</thead>\n<tbody>\n");
        for row in &table.rows {
            self.raw("<tr>");
            for it in row {
                let content = self.cell(it);
                self.raw(&format!("<td>{content}</td>"));
            }
            self.raw("</tr>\n");
        }
        let closes = if self.is_pasted { "" } else { "</div>\n" };
        self.raw(&format!("</tbody>\n</table>\n{closes}"));
    }

    /// What a wide table is moved in where the page is narrower: by the keyboard too, so it has the table's name. What is
    /// pasted has none.
    fn box_start(&self, table: &Table) -> String {
        if self.is_pasted {
            return String::new();
        }
        let name = match clean(&table.description) {
            name if name.trim().is_empty() => String::new(),
            name => format!(" role=\"region\" aria-label=\"{}\"", escape(name.replace('\n', " / "))),
        };
        let columns = match table.columns.len() {
            0..=3 => "few",
            4..=6 => "some",
            _ => "many",
        };
        format!("<div class=\"wide {columns}\" tabindex=\"0\"{name}>\n")
    }

    /// Columns share the width as on paper.
    fn widths(&mut self, table: &Table) {
        let all: u32 = table.columns.iter().map(|column| u32::from(column.weight)).sum();
        if all == 0 {
            return;
        }
        self.raw("<colgroup>");
        for column in &table.columns {
            let share = u32::from(column.weight) * 1000 / all;
            self.raw(&format!("<col style=\"inline-size: {}.{}%\" />", share / 10, share % 10));
        }
        self.raw("</colgroup>\n");
    }

    /// A table, and what it is called for who does not see it. Where the style is dropped it still has its lines.
    fn table_start(&self, class: &str, description: &str) -> String {
        let name = match clean(description) {
            name if name.trim().is_empty() => String::new(),
            name => format!(" aria-label=\"{}\"", escape(name.replace('\n', " / "))),
        };
        let lines =
            if self.is_pasted { " border=\"1\" cellpadding=\"4\" style=\"border-collapse: collapse\"" } else { "" };
        format!("<table class=\"{class}\"{name}{lines}>")
    }

    fn signatures(&mut self, signatures: &Signatures) {
        let labels = &signatures.labels;
        let start = self.table_start("facts tall", "");
        self.raw(&start);
        self.raw("\n<thead>\n<tr><td></td>");
        for signatory in &signatures.signatories {
            let role = self.words(&clean(&signatory.role));
            self.raw(&format!("<th scope=\"col\">{role}</th>"));
        }
        self.raw("</tr>\n</thead>\n<tbody>\n");
        let rows = [(&labels.name, 0), (&labels.post, 1), (&labels.signature, 2), (&labels.date, 3)];
        for (label, row) in rows {
            let label = self.words(&clean(label));
            self.raw(&format!("<tr><th scope=\"row\">{label}</th>"));
            for one in &signatures.signatories {
                let text = [one.name.as_str(), one.post.as_str(), "", one.date.as_str()].get(row).copied();
                let text = self.words(&clean(text.unwrap_or_default()));
                self.raw(&format!("<td>{text}</td>"));
            }
            self.raw("</tr>\n");
        }
        self.raw("</tbody>\n</table>\n");
    }

    /// Text as the page has it: nothing in it is markup, numbers keep their order, and a line in the other script runs in that
    /// script's direction.
    fn words(&self, text: &str) -> String {
        let lines: Vec<String> = text.lines().map(|line| self.shown(line)).collect();
        lines.join("<br />")
    }

    fn shown(&self, line: &str) -> String {
        let shown = isolated(&isolate(line));
        match self.own_direction(line) {
            Some(own) => format!("<span {own}>{shown}</span>"),
            None => shown,
        }
    }

    /// What says that a line runs in the other direction than the page; nothing, where it does not.
    fn own_direction(&self, line: &str) -> Option<&'static str> {
        let is_rtl = leans_right_to_left(line).filter(|is_rtl| *is_rtl != self.is_rtl)?;
        Some(match is_rtl {
            _ if self.is_bilingual => other_language(self.is_rtl),
            true => "dir=\"rtl\"",
            false => "dir=\"ltr\"",
        })
    }

    fn cell(&self, cell: &Cell) -> String {
        let text = self.words(&clean(&cell.text));
        let text = if cell.unknown { format!("<span class=\"unknown\">{text}</span>") } else { text };
        match clean(&cell.note) {
            note if note.trim().is_empty() => text,
            note => format!("{text}<span class=\"note\">{}</span>", self.words(&note)),
        }
    }
}

/// A piece set apart that is longer may be broken into lines: an address.
const LONGEST_ON_ONE_LINE: usize = 24;

/// A line in which what is set apart by marks is an element, so that whoever copies it copies no marks. Dates, numbers and
/// codes stay on one line.
fn isolated(line: &str) -> String {
    let mut shown = String::with_capacity(line.len());
    let mut depth = 0_usize;
    for (at, letter) in line.char_indices() {
        match letter {
            '\u{2066}' | '\u{2067}' => {
                let direction = if letter == '\u{2066}' { "ltr" } else { "rtl" };
                let after = line.get(at..).unwrap_or_default().chars().skip(1);
                let is_short = after.take_while(|letter| *letter != '\u{2069}').count() <= LONGEST_ON_ONE_LINE;
                let class = if is_short { " class=\"one\"" } else { "" };
                shown.push_str(&format!("<bdi dir=\"{direction}\"{class}>"));
                depth += 1;
            }
            '\u{2068}' => {
                shown.push_str("<bdi>");
                depth += 1;
            }
            // One that was typed closes nothing of ours.
            '\u{2069}' if depth == 0 => {}
            '\u{2069}' => {
                shown.push_str("</bdi>");
                depth -= 1;
            }
            letter => shown.push_str(&escape(letter.encode_utf8(&mut [0; 4]) as &str)),
        }
    }
    shown.push_str(&"</bdi>".repeat(depth));
    shown
}

/// What says that an element is in the other language.
const fn other_language(is_rtl: bool) -> &'static str {
    if is_rtl { "lang=\"en\" dir=\"ltr\"" } else { "lang=\"ar\" dir=\"rtl\"" }
}
