//! A document kept for good: its structure as JSON, its picture apart, and the marks by which a file made from it is
//! recognised.
//!
//! What is kept is what stands on the paper and not what it was made from: neither a changed name nor a newer program with
//! other words can tell the kept document otherwise.

use super::{Document, Logo};
use crate::error::{Error, ErrorKind, Result};
use serde::{Deserialize, Serialize};

/// What begins the keyword that names a file's content; its hash follows.
const MARK: &str = "tansiq-content:";

/// What begins the keyword that names the program's way of writing; its number follows.
const WRITER_MARK: &str = "tansiq-writer:";

/// How many letters a hash has.
const HASH_LETTERS: usize = 64;

/// How many of them are printed.
const PRINTED_LETTERS: usize = 12;

/// A document as it is kept: everything but the bytes of its picture.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Frozen {
    document: Document,
    /// Names the picture's bytes.
    picture: Option<String>,
    /// Names the template it is drawn with, also when newer programs have another one. Nothing: before templates were kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    template: Option<String>,
}

/// A document as JSON. `hash` names the bytes of its picture and of its template, which are kept apart.
///
/// # Errors
/// It can't be written, which is a fault of the program.
pub fn freeze(document: &Document, hash: impl Fn(&[u8]) -> String) -> Result<String> {
    let picture = document.letterhead.logo.as_ref().map(|logo| hash(&logo.bytes));
    let template = Some(hash(super::pdf::TEMPLATE.as_bytes()));
    let frozen = Frozen { document: document.clone(), picture, template };
    serde_json::to_string(&frozen).map_err(|error| Error::new(ErrorKind::Document, error))
}

/// A kept document, as yet without its picture.
///
/// # Errors
/// It was written by a program that knows more than this one.
pub fn thaw(text: &str) -> Result<Frozen> {
    serde_json::from_str(text).map_err(|error| Error::new(ErrorKind::Document, error))
}

/// What names the picture of a kept document.
pub fn picture_of(frozen: &Frozen) -> Option<&str> {
    frozen.picture.as_deref()
}

/// What names the template of a kept document.
pub fn template_of(frozen: &Frozen) -> Option<&str> {
    frozen.template.as_deref()
}

impl Frozen {
    /// The document with its picture.
    pub fn into_document(self, picture: Option<Vec<u8>>) -> Document {
        let mut document = self.document;
        let logo = document.letterhead.logo.take();
        document.letterhead.logo = logo.zip(picture).map(|(logo, bytes)| Logo { bytes, ..logo });
        document
    }
}

/// Marks a document with the hash of what was kept of it: whole in the file's metadata, and its beginning on each page.
pub fn stamp(document: &mut Document, hash: &str) {
    document.keywords.push(format!("{MARK}{hash}"));
    document.keywords.push(format!("{WRITER_MARK}{}", super::pdf::WRITER));
    document.footer.mark = hash.chars().take(PRINTED_LETTERS).collect();
}

/// The hash that a file claims for its content.
pub fn claimed(file: &[u8]) -> Option<String> {
    let mark = MARK.as_bytes();
    let start = file.windows(mark.len()).position(|bytes| bytes == mark)? + mark.len();
    let hash = file.get(start..start + HASH_LETTERS)?;
    let is_hash = hash.iter().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(byte));
    is_hash.then(|| String::from_utf8_lossy(hash).into_owned())
}

/// Was a file written the way this program writes? One that says nothing comes from before ways had numbers.
pub fn is_of_this_writer(file: &[u8]) -> bool {
    let mark = format!("{WRITER_MARK}{}", super::pdf::WRITER);
    let mark = mark.as_bytes();
    let at = file.windows(mark.len()).position(|bytes| bytes == mark);
    at.is_some_and(|at| !file.get(at + mark.len()).is_some_and(u8::is_ascii_digit))
}

#[cfg(test)]
mod tests {
    use super::super::{Block, Letterhead, Section};
    use super::*;
    use crate::domain::OutcomeKind;

    fn document() -> Document {
        let marked = Block::Marked {
            kind: OutcomeKind::FollowUp, label: "متابعة".into(), text: "إعداد دليل".into()
        };
        let logo =
            Logo { bytes: b"<svg/>".to_vec(), media_type: "image/svg+xml".into(), description: "شعار".into() };
        Document {
            title: "محضر".into(),
            sections: vec![Section { blocks: vec![marked], ..Section::default() }],
            letterhead: Letterhead { lines: vec!["أمانة".into()], logo: Some(logo) },
            issued_on: "2026-11-25".into(),
            ..Document::default()
        }
    }

    #[test]
    fn a_kept_document_comes_back_as_it_was() {
        let text = freeze(&document(), |bytes| format!("{} bytes", bytes.len())).expect("kept");
        let frozen = thaw(&text).expect("read");
        assert_eq!(picture_of(&frozen), Some("6 bytes"));
        assert_eq!(frozen.clone().into_document(Some(b"<svg/>".to_vec())), document());
        assert_eq!(frozen.into_document(None).letterhead.logo, None, "a picture that is lost costs nobody the rest");
    }

    #[test]
    fn a_file_tells_which_way_it_was_written() {
        let check = |file: &str, expected: bool| assert_eq!(is_of_this_writer(file.as_bytes()), expected, "{file}");
        let own = super::super::pdf::WRITER;
        check(&format!("tansiq-content:0, tansiq-writer:{own})"), true);
        check(&format!("tansiq-writer:{own}0"), false);
        check(&format!("tansiq-writer:{}", own + 1), false);
        check("tansiq-content:0", false);
    }

    #[test]
    fn what_an_older_program_kept_is_read() {
        let frozen = thaw(r#"{"document":{"title":"محضر"}}"#).expect("read");
        assert_eq!(frozen.into_document(None).title, "محضر");
    }

    #[test]
    fn a_file_tells_what_it_claims_to_be() {
        let check = |file: &str, expected: Option<&str>| {
            assert_eq!(claimed(file.as_bytes()).as_deref(), expected, "{file}");
        };
        let hash = "0123456789abcdef".repeat(4);
        check(&format!("%PDF مح-1, tansiq-content:{hash}) more"), Some(&hash));
        check(&format!("tansiq-content:{}", hash.to_uppercase()), None);
        check("tansiq-content:0123", None);
        check("%PDF", None);
    }
}
