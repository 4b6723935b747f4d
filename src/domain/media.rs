//! What sort of file a name promises, told by its ending: for the picture beside it, for its first kind, and for what must
//! not be opened by a double click.

use super::DocumentKind;
use crate::arabic;

/// What is in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Media {
    /// Pages to be read.
    Text,
    /// Tables.
    Sheet,
    /// A presentation.
    Slides,
    /// A picture.
    Picture,
    /// Sound or film.
    Recording,
    /// Several files in one.
    Archive,
    /// Anything else.
    Other,
}

const TEXTS: &[&str] = &["pdf", "doc", "docx", "odt", "rtf", "txt", "md", "html", "htm", "eml", "msg", "pages"];
const SHEETS: &[&str] = &["xls", "xlsx", "xlsm", "ods", "csv", "tsv", "numbers"];
const SLIDES: &[&str] = &["ppt", "pptx", "pps", "ppsx", "odp", "key"];
const PICTURES: &[&str] =
    &["png", "jpg", "jpeg", "gif", "webp", "svg", "bmp", "tif", "tiff", "heic", "heif", "avif", "dwg", "dxf"];
const RECORDINGS: &[&str] = &["mp3", "m4a", "wav", "ogg", "opus", "aac", "mp4", "mov", "mkv", "avi", "webm", "3gp"];
const ARCHIVES: &[&str] = &["zip", "rar", "7z", "gz", "tar", "bz2", "xz"];

/// What the systems run, or run something by, when it is opened.
const RUNS: &[&str] = &[
    "exe",
    "com",
    "bat",
    "cmd",
    "msi",
    "msp",
    "scr",
    "pif",
    "cpl",
    "ps1",
    "psm1",
    "vbs",
    "vbe",
    "js",
    "jse",
    "wsf",
    "wsh",
    "hta",
    "lnk",
    "url",
    "reg",
    "inf",
    "jar",
    "jnlp",
    "msc",
    "gadget",
    "application",
    "appref-ms",
    "chm",
    "scf",
    "iso",
    "img",
    "vhd",
    "vhdx",
    "desktop",
    "sh",
    "bash",
    "run",
    "bin",
    "appimage",
    "deb",
    "rpm",
    "py",
    "pl",
    "rb",
    "command",
    "workflow",
    "pkg",
    "dmg",
    "app",
];

impl Media {
    /// What a file of that name holds.
    pub fn of_name(name: &str) -> Self {
        let ending = ending(name);
        let lists = [
            (TEXTS, Self::Text),
            (SHEETS, Self::Sheet),
            (SLIDES, Self::Slides),
            (PICTURES, Self::Picture),
            (RECORDINGS, Self::Recording),
            (ARCHIVES, Self::Archive),
        ];
        lists.into_iter().find(|(list, _)| list.contains(&ending.as_str())).map_or(Self::Other, |(_, media)| media)
    }
}

/// Would opening a file of that name run it?
pub fn runs(name: &str) -> bool {
    // Windows passes over dots and spaces at the end of a name.
    let name = name.trim_end_matches(['.', ' ']);
    RUNS.contains(&ending(name).as_str())
}

/// What stands behind the last dot, in small letters; nothing for a name without one.
pub fn ending(name: &str) -> String {
    let ending = name.rsplit_once('.').filter(|(stem, _)| !stem.is_empty()).map(|(_, ending)| ending);
    ending.unwrap_or_default().trim().to_lowercase()
}

/// Words of a name that say what a document is, folded.
const SAYS: [(&str, DocumentKind); 9] = [
    ("محضر", DocumentKind::Scan),
    ("خطاب", DocumentKind::Letter),
    ("اتفاق", DocumentKind::Agreement),
    ("تفاهم", DocumentKind::Agreement),
    ("ترخيص", DocumentKind::Licence),
    ("رخصه", DocumentKind::Licence),
    ("licence", DocumentKind::Licence),
    ("agreement", DocumentKind::Agreement),
    ("letter", DocumentKind::Letter),
];

impl DocumentKind {
    /// What a file of that name is likely to be; the person can say otherwise.
    pub fn of_name(name: &str) -> Self {
        let words = arabic::fold(&name.replace(['_', '-'], " "));
        if let Some((_, kind)) = SAYS.into_iter().find(|(word, _)| words.contains(word)) {
            return kind;
        }
        match Media::of_name(name) {
            Media::Picture => Self::Photo,
            Media::Slides => Self::Presentation,
            Media::Text | Media::Sheet | Media::Recording | Media::Archive | Media::Other => Self::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_what_is_in_a_file() {
        let check = |name: &str, expected: Media| assert_eq!(Media::of_name(name), expected, "{name}");
        check("خطاب.PDF", Media::Text);
        check("جدول.xlsx", Media::Sheet);
        check("عرض.pptx", Media::Slides);
        check("صورة.jpeg", Media::Picture);
        check("تسجيل.m4a", Media::Recording);
        check("ملفات.tar.gz", Media::Archive);
        check("بلا نهاية", Media::Other);
        check(".pdf", Media::Other);
    }

    #[test]
    fn what_runs_is_known_whatever_hides_it() {
        let check = |name: &str, expected: bool| assert_eq!(runs(name), expected, "{name}");
        check("invoice.pdf.exe", true);
        check("Setup.EXE", true);
        check("ملف.lnk. ", true);
        check("shortcut.desktop", true);
        check("تقرير.pdf", false);
        check("exe", false);
        check("macro.xlsm", false);
    }

    #[test]
    fn a_name_suggests_a_kind() {
        let check = |name: &str, expected: DocumentKind| assert_eq!(DocumentKind::of_name(name), expected, "{name}");
        check("محضر_الاجتماع_004.pdf", DocumentKind::Scan);
        check("خطاب الأمانة.docx", DocumentKind::Letter);
        check("مذكرة التفاهم - نهائية.pdf", DocumentKind::Agreement);
        check("رخصة الجمعية.jpg", DocumentKind::Licence);
        check("IMG_2026.jpg", DocumentKind::Photo);
        check("عرض.pptx", DocumentKind::Presentation);
        check("بيانات.csv", DocumentKind::Other);
    }
}
