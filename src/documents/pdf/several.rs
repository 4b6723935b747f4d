//! Several documents in one file, each as it would be alone: its own head, and pages counted from one.
//!
//! Apart from the writing of one because the template knows nothing of it: each document is drawn by the same template, with
//! other data, and the files that come of it are taken into one.

use super::data::Data;
use super::line::Lines;
use super::world::Drawn;
use super::{TEMPLATE, Writer, exported};
use crate::documents::Document;
use crate::error::{Error, ErrorKind, Result};

/// Where the template says what it draws, and how many pages that has.
const DATA: &str = "json(\"data.json\")";
const PAGES: &str = "counter(page).final()";

/// The documents as one PDF, in order.
///
/// # Errors
/// As [`super::write`]; none at all.
pub fn write_several(documents: &[Document]) -> Result<Vec<u8>> {
    if let [only] = documents {
        return super::write(only);
    }
    let writer = Writer::with_template(&main(documents.len()));
    match laid(&writer, documents, true) {
        // A picture that typst can't read must not cost anybody their letters.
        Err(error) if documents.iter().any(|document| document.letterhead.logo.is_some()) => {
            log::warn!("the documents are written without their logo: {error}");
            laid(&writer, documents, false)
        }
        done => done,
    }
}

fn laid(writer: &Writer, documents: &[Document], with_logo: bool) -> Result<Vec<u8>> {
    let mut drawn = Vec::with_capacity(documents.len());
    for (place, document) in documents.iter().enumerate() {
        let mut document = document.clone();
        let logo = document.letterhead.logo.take_if(|_| !with_logo).map_or(document.letterhead.logo.clone(), |_| None);
        let lines = Lines::new(&writer.glyphs, document.is_rtl(), super::template_can(TEMPLATE));
        let data = Data::new(&document, &lines);
        let json = serde_json::to_vec(&data).map_err(|error| Error::new(ErrorKind::Document, error))?;
        let logo = data.logo.zip(logo).map(|(name, logo)| (name, logo.bytes));
        drawn.push(Drawn { name: file_of(place), text: one(place), data_name: data_of(place), data: json, logo });
    }
    let done = writer.compose_drawn(drawn).and_then(exported);
    typst::comemo::evict(super::REMEMBERED_DOCUMENTS);
    done
}

/// What takes the documents in.
fn main(count: usize) -> String {
    (0..count).map(|place| format!("#include \"{}\"\n", file_of(place))).collect()
}

/// The template for the document at a place.
fn one(place: usize) -> String {
    let end = format!("end-{place}");
    let own = TEMPLATE.replace(DATA, &format!("json(\"{}\")", data_of(place)));
    let own = own.replace(PAGES, &format!("counter(page).at(<{end}>)"));
    // counted once the page has begun that it stands on
    let from_one = "\n#counter(page).update(1)\n#letterhead()\n";
    format!("{}\n#metadata(none) <{end}>\n", own.replacen("\n#letterhead()\n", from_one, 1))
}

fn file_of(place: usize) -> String {
    format!("document-{place}.typ")
}

fn data_of(place: usize) -> String {
    format!("data-{place}.json")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_template_is_drawn_with_the_data_and_the_pages_of_each() {
        for part in [DATA, PAGES, "\n#letterhead()\n"] {
            assert_eq!(TEMPLATE.matches(part).count(), 1, "{part}");
        }
        let second = one(1);
        assert!(second.contains("json(\"data-1.json\")") && second.contains("counter(page).at(<end-1>)"));
        assert_eq!(main(2), "#include \"document-0.typ\"\n#include \"document-1.typ\"\n");
    }
}
