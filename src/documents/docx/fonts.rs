//! The letters of a DOCX: those of the document's style, in its size, and what Word takes where they are not installed.

use super::embedded::{self, Embedded};
use super::xml::{Parts, Xml};
use crate::documents::Style;
use crate::domain::DocumentFont;
use std::io::Result;

/// What ships in the styles: replaced by the document's own.
const SHIPPED: [&str; 2] = ["Sakkal Majalla", "Arial"];

/// The styles in a document's letters and size.
pub(super) fn styles(style: Style) -> String {
    let mut styles = super::STYLES.to_owned();
    for shipped in SHIPPED {
        styles = styles.replace(&format!("=\"{shipped}\""), &format!("=\"{}\"", style.font.family()));
    }
    if style.text_size == Style::default().text_size { styles } else { scaled(&styles, style.scale()) }
}

/// The same with every size in proportion; Word counts them in half points.
fn scaled(styles: &str, scale: f64) -> String {
    let mut written = String::with_capacity(styles.len());
    let mut rest = styles;
    while let Some((before, after)) = rest.split_once("<w:sz") {
        written.push_str(before);
        written.push_str("<w:sz");
        let Some((name, after)) = after.split_once("w:val=\"") else {
            rest = after;
            break;
        };
        let Some((size, after)) = after.split_once('"') else {
            rest = after;
            break;
        };
        let own: f64 = size.parse().unwrap_or_default();
        written.push_str(&format!("{name}w:val=\"{}\"", (own * scale).round()));
        rest = after;
    }
    written.push_str(rest);
    written
}

/// What stands in for letters that are not there, and those that came with the file.
pub(super) fn table(xml: &mut Xml, own: DocumentFont, files: &[Embedded]) -> Result<()> {
    for font in DocumentFont::ALL {
        let instead = match font {
            DocumentFont::Amiri => "Sakkal Majalla",
            DocumentFont::Plex => "Arial",
        };
        xml.with("w:font", &[("w:name", font.family())], |xml| {
            xml.value("w:altName", instead)?;
            if font == own { embedded::entries(xml, files) } else { Ok(()) }
        })?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_and_letters_follow_the_style() {
        let style = Style { font: DocumentFont::Plex, text_size: 230, ..Style::default() };
        let styles = styles(style);
        assert!(!styles.contains("Sakkal Majalla") && styles.contains("w:cs=\"IBM Plex Sans Arabic\""));
        assert!(styles.contains("<w:sz w:val=\"48\"/><w:szCs w:val=\"48\"/>"), "{styles}");
        let count = |text: &str| styles.matches(text).count();
        assert_eq!(count("<w:sz "), super::super::STYLES.matches("<w:sz ").count());
    }
}
