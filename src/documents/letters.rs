//! The files of the letters that papers are written in.

use crate::domain::DocumentFont;

/// A font's files: upright letters, usual and bold.
pub(super) struct Letters {
    pub(super) regular: &'static [u8],
    pub(super) bold: &'static [u8],
}

/// The files of a font. Amiri is what decides whether the words in a PDF can be found and copied; Plex has the signs that
/// Amiri lacks.
pub(super) const fn letters(font: DocumentFont) -> Letters {
    match font {
        DocumentFont::Amiri => Letters {
            regular: include_bytes!("../../assets/fonts/Amiri-Regular.ttf"),
            bold: include_bytes!("../../assets/fonts/Amiri-Bold.ttf"),
        },
        DocumentFont::Plex => Letters {
            regular: include_bytes!("../../assets/fonts/IBMPlexSansArabic-Regular.ttf"),
            bold: include_bytes!("../../assets/fonts/IBMPlexSansArabic-Bold.ttf"),
        },
    }
}
