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

/// What stands between that number and its seal.
const SEAL_MARK: &str = "-";

/// How many letters a seal has.
const SEAL_LETTERS: usize = 16;

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
    /// How the program wrote that kept it. Nothing: before that was kept, and files made from it carry no seal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    writer: Option<u32>,
}

/// How a file says that it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimedWriter {
    /// The number of the way.
    pub number: u32,
    /// What ties the number to the content; files of older contents have none.
    seal: Option<String>,
}

/// A document as JSON. `hash` names the bytes of its picture and of its template, which are kept apart.
///
/// # Errors
/// It can't be written, which is a fault of the program.
pub fn freeze(document: &Document, hash: impl Fn(&[u8]) -> String) -> Result<String> {
    let picture = document.letterhead.logo.as_ref().map(|logo| hash(&logo.bytes));
    let template = Some(hash(super::pdf::TEMPLATE.as_bytes()));
    let writer = Some(super::pdf::WRITER);
    let frozen = Frozen { document: document.clone(), picture, template, writer };
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

/// How the program wrote that kept a document.
pub const fn writer_of(frozen: &Frozen) -> Option<u32> {
    frozen.writer
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
/// `kept_by` is how the program wrote that kept it.
pub fn stamp(document: &mut Document, hash: &str, kept_by: Option<u32>) {
    stamp_as(document, hash, kept_by, super::pdf::WRITER);
}

/// Marks a document as a program does that writes in another way.
pub fn stamp_as(document: &mut Document, hash: &str, kept_by: Option<u32>, writer: u32) {
    document.keywords.push(format!("{MARK}{hash}"));
    let seal = kept_by.map(|_| format!("{SEAL_MARK}{}", seal(hash, writer))).unwrap_or_default();
    document.keywords.push(format!("{WRITER_MARK}{writer}{seal}"));
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

/// How a file says that it was written. One that says nothing comes from before ways had numbers.
pub fn claimed_writer(file: &[u8]) -> Option<ClaimedWriter> {
    let mark = WRITER_MARK.as_bytes();
    let start = file.windows(mark.len()).position(|bytes| bytes == mark)? + mark.len();
    let rest = file.get(start..)?;
    let (digits, rest) = rest.split_at(rest.iter().take_while(|byte| byte.is_ascii_digit()).count());
    let number = String::from_utf8_lossy(digits).parse().ok()?;
    let seal = rest.strip_prefix(SEAL_MARK.as_bytes()).and_then(|rest| rest.get(..SEAL_LETTERS));
    Some(ClaimedWriter { number, seal: seal.map(|seal| String::from_utf8_lossy(seal).into_owned()) })
}

impl ClaimedWriter {
    /// Does the number belong to that content? Who changes the number breaks the seal.
    pub fn is_sealed(&self, hash: &str) -> bool {
        self.seal.as_deref() == Some(seal(hash, self.number).as_str())
    }

    /// The file with this program's number wherever it says another one: what it would be if nothing else were changed.
    pub fn with_own_number(&self, file: &[u8]) -> Vec<u8> {
        let (claimed, own) = (format!("{WRITER_MARK}{}", self.number), format!("{WRITER_MARK}{}", super::pdf::WRITER));
        let mut whole = Vec::with_capacity(file.len());
        let mut rest = file;
        while let Some(at) = rest.windows(claimed.len()).position(|bytes| bytes == claimed.as_bytes()) {
            let (before, from) = rest.split_at(at);
            whole.extend_from_slice(before);
            whole.extend_from_slice(own.as_bytes());
            rest = from.get(claimed.len()..).unwrap_or_default();
        }
        whole.extend_from_slice(rest);
        whole
    }
}

/// Ties the number of a way of writing to a content.
fn seal(hash: &str, writer: u32) -> String {
    blake3::hash(format!("{hash} {writer}").as_bytes()).to_hex().chars().take(SEAL_LETTERS).collect()
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
            letterhead: Letterhead { lines: vec!["أمانة".into()], logo: Some(logo), ..Letterhead::default() },
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
        let check = |file: &str, expected: Option<u32>| {
            assert_eq!(claimed_writer(file.as_bytes()).map(|claim| claim.number), expected, "{file}");
        };
        check("tansiq-content:0, tansiq-writer:1)", Some(1));
        check("tansiq-writer:10-0123456789abcdef", Some(10));
        check("tansiq-writer:x", None);
        check("tansiq-content:0", None);
    }

    #[test]
    fn who_changes_the_number_breaks_its_seal() {
        let mut stamped = document();
        stamp_as(&mut stamped, "0123", Some(1), 7);
        let file = stamped.keywords.join(", ");
        let sealed = |file: &str| claimed_writer(file.as_bytes()).expect("a number").is_sealed("0123");
        assert!(sealed(&file), "{file}");
        assert!(!sealed(&file.replace("writer:7", "writer:8")));
        assert!(!sealed(file.rsplit_once('-').expect("a seal").0));
        assert!(!claimed_writer(file.as_bytes()).expect("a number").is_sealed("4567"), "of another content");
        let own = claimed_writer(file.as_bytes()).expect("a number").with_own_number(file.as_bytes());
        let expected = file.replace("writer:7", &format!("writer:{}", super::super::pdf::WRITER));
        assert_eq!(String::from_utf8_lossy(&own), expected);
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
