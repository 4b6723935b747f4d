//! Letters that travel with the file: who gets it seldom has them, and in other letters columns are too narrow for their words.
//!
//! Fonts lie in a package with their first bytes veiled by a key that stands beside them (ECMA-376, part 4, 2.8.1: the 32
//! first bytes, xored with the 16 of the key, which is read from its end). Their licences let them travel so, whole: whoever
//! writes on in the file has all letters.

use super::xml::{Parts, Xml};
use crate::documents::letters::letters;
use crate::domain::DocumentFont;
use std::io::Result;

/// One file of a font in the package.
pub(super) struct Embedded {
    /// Below `word/`.
    pub(super) file: &'static str,
    pub(super) bytes: Vec<u8>,
    relation: &'static str,
    element: &'static str,
    key: &'static str,
}

/// Of each file another one; they mean nothing.
const KEYS: [&str; 2] = ["{8F3B0C52-6A1D-4E97-B2C4-5D0E7A91F364}", "{2D74E1A9-93C5-4B08-8E6F-A1B7C03D5F28}"];
/// How many bytes of a file are veiled.
const VEILED: usize = 32;

/// The files of a font.
pub(super) fn files(font: DocumentFont) -> [Embedded; 2] {
    let letters = letters(font);
    let [usual, bold] = KEYS;
    let file = |file, bytes: &[u8], relation, element, key| {
        let mut bytes = bytes.to_vec();
        veil(&mut bytes, key);
        Embedded { file, bytes, relation, element, key }
    };
    [
        file("fonts/font1.odttf", letters.regular, "rId1", "w:embedRegular", usual),
        file("fonts/font2.odttf", letters.bold, "rId2", "w:embedBold", bold),
    ]
}

/// Veils the head of a file, or unveils it.
fn veil(bytes: &mut [u8], key: &str) {
    let digits: Vec<u8> = key.chars().filter_map(|digit| Some(digit.to_digit(16)? as u8)).collect();
    let key = digits.chunks_exact(2).rev().map(|pair| pair.iter().fold(0, |byte, digit| byte << 4 | digit));
    let key: Vec<u8> = key.collect();
    for (byte, key) in bytes.iter_mut().take(VEILED).zip(key.iter().cycle()) {
        *byte ^= key;
    }
}

/// Where the files lie, for the table of fonts.
pub(super) fn relations(files: &[Embedded]) -> Result<Vec<u8>> {
    super::relations_of(|relation| {
        files.iter().try_for_each(|embedded| relation(embedded.relation, "font", embedded.file))
    })
}

/// What the table of fonts says of them.
pub(super) fn entries(xml: &mut Xml, files: &[Embedded]) -> Result<()> {
    files.iter().try_for_each(|file| xml.empty(file.element, &[("r:id", file.relation), ("w:fontKey", file.key)]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_veiled_head_is_what_the_standard_asks_for_and_comes_back() {
        let mut bytes: Vec<u8> = (0..64).collect();
        veil(&mut bytes, "{00112233-4455-6677-8899-AABBCCDDEEFF}");
        // The key from its end.
        let head: Vec<u8> = (0..32).map(|at: u8| at ^ (0xFF - 0x11 * (at % 16))).collect();
        assert_eq!(bytes.get(..32), Some(head.as_slice()));
        assert!(bytes.iter().skip(32).copied().eq(32..64), "only the head");
        veil(&mut bytes, "{00112233-4455-6677-8899-AABBCCDDEEFF}");
        assert!(bytes.into_iter().eq(0..64));
    }
}
