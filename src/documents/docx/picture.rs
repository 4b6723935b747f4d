//! The emblem: what a DOCX can show of it, and how large it is.

use crate::documents::Logo;

/// A picture that goes into the package.
pub(super) struct Picture<'a> {
    /// Below `word/`.
    pub file: &'static str,
    /// The file's content.
    pub bytes: &'a [u8],
    /// What it shows.
    pub description: &'a str,
    /// Its width and height on paper, in English Metric Units.
    pub size: (u64, u64),
}

/// As high as the letterhead's lines, and no wider than so much: 1.75 cm and 4.5 cm.
const HIGHEST: u64 = 630_000;
const WIDEST: u64 = 1_620_000;
/// The sides of a cell.
const SIDES: u32 = 180;

impl<'a> Picture<'a> {
    /// The emblem, if Word shows its format everywhere and its size can be read.
    pub fn of(logo: &'a Logo) -> Option<Self> {
        let (file, (width, height)) = match logo.media_type.as_str() {
            "image/png" => ("media/logo.png", png(&logo.bytes)?),
            "image/jpeg" => ("media/logo.jpg", jpeg(&logo.bytes)?),
            _ => return None,
        };
        let (width, height) = (u64::from(width.max(1)), u64::from(height.max(1)));
        let by_height = (width * HIGHEST / height, HIGHEST);
        let size = if by_height.0 > WIDEST { (WIDEST, height * WIDEST / width) } else { by_height };
        Some(Self { file, bytes: &logo.bytes, description: &logo.description, size: (size.0.max(1), size.1.max(1)) })
    }
}

impl Picture<'_> {
    /// The width of a cell that holds it, in twentieths of a point, of which one is 635 metric units.
    pub fn width(&self) -> u32 {
        u32::try_from(self.size.0 / 635).unwrap_or(u32::MAX).saturating_add(SIDES)
    }
}

/// Width and height, which stand at the head of the file.
fn png(bytes: &[u8]) -> Option<(u32, u32)> {
    let number = |at: usize| Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
    Some((number(16)?, number(20)?))
}

/// Width and height, from the segment that begins the picture itself.
fn jpeg(bytes: &[u8]) -> Option<(u32, u32)> {
    let two = |at: usize| Some(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?));
    let mut at = 2;
    loop {
        let marker = two(at)?;
        if matches!(marker, 0xFFC0..=0xFFC3 | 0xFFC5..=0xFFC7 | 0xFFC9..=0xFFCB | 0xFFCD..=0xFFCF) {
            return Some((u32::from(two(at + 7)?), u32::from(two(at + 5)?)));
        }
        if marker < 0xFF00 {
            return None;
        }
        at += 2 + usize::from(two(at + 2)?).max(2);
    }
}
