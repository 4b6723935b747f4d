//! The picture at the head of documents: kept in the store's folder, so that it travels with it.

use super::write_whole;
use crate::documents::Logo;
use crate::domain::Settings;
use crate::error::{Error, ErrorKind, Result};
use std::path::Path;

/// A logo larger than this makes every document large.
const LARGEST_BYTES: u64 = 4 * 1024 * 1024;

/// Copies a picture into the store's folder; answers its name there, for the setting.
///
/// # Errors
/// [`ErrorKind::FileUnreadable`] when it is no PNG, JPEG or SVG, or too large; [`ErrorKind::FileUnwritable`].
pub fn install_logo(picture: &Path, store_folder: &Path) -> Result<String> {
    let unreadable =
        |why: &dyn ToString| Error::new(ErrorKind::FileUnreadable(picture.display().to_string()), why.to_string());
    let size = std::fs::metadata(picture).map_err(|error| unreadable(&error))?.len();
    if size > LARGEST_BYTES {
        return Err(unreadable(&format!("{size} bytes, at most {LARGEST_BYTES}")));
    }
    let bytes = std::fs::read(picture).map_err(|error| unreadable(&error))?;
    let (_, extension) = media_type(&bytes).ok_or_else(|| unreadable(&"no PNG, JPEG or SVG"))?;
    // The content names the file: a new picture never hides behind the old one's name.
    let hash = blake3::hash(&bytes).to_hex();
    let name = format!("logo-{}.{extension}", hash.get(..12).unwrap_or_default());
    write_whole(&store_folder.join(&name), &bytes)?;
    Ok(name)
}

/// The logo of a store, if there is one that can be read.
pub fn logo_of(settings: &Settings, store_folder: &Path) -> Option<Logo> {
    logo_named(&settings.logo, settings.letterhead.lines().last().unwrap_or_default(), store_folder)
}

/// The picture of that name in a store's folder, with words for who does not see it.
pub(super) fn logo_named(name: &str, described: &str, store_folder: &Path) -> Option<Logo> {
    if name.is_empty() {
        return None;
    }
    // The setting is a name inside the store's folder, whatever an exchanged store may say.
    let name = Path::new(name).file_name()?;
    let bytes = std::fs::read(store_folder.join(name)).map_err(|error| log::warn!("the logo: {error}")).ok()?;
    let (media_type, _) = media_type(&bytes)?;
    Some(Logo { bytes, media_type: media_type.to_owned(), description: described.to_owned() })
}

/// Media type and extension, by content.
fn media_type(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Some(("image/png", "png"));
    }
    if bytes.starts_with(b"\xff\xd8\xff") {
        return Some(("image/jpeg", "jpg"));
    }
    let head = String::from_utf8_lossy(bytes.get(..bytes.len().min(1024))?).into_owned();
    head.contains("<svg").then_some(("image/svg+xml", "svg"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_known_by_its_content() {
        let check =
            |bytes: &[u8], expected: Option<&str>| assert_eq!(media_type(bytes).map(|(kind, _)| kind), expected);
        check(b"\x89PNG\r\n\x1a\n\0", Some("image/png"));
        check(b"\xff\xd8\xff\xe0", Some("image/jpeg"));
        check(b"<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>", Some("image/svg+xml"));
        check(b"hello", None);
        check(b"", None);
    }

    #[test]
    fn a_logo_travels_with_the_store() {
        let place = tempfile::tempdir().expect("a folder");
        let picture = place.path().join("emblem.svg");
        std::fs::write(&picture, "<svg xmlns=\"http://www.w3.org/2000/svg\"/>").expect("written");
        let store = place.path().join("store");
        let name = install_logo(&picture, &store).expect("installed");
        let settings = Settings { logo: name, ..Settings::default() };
        assert_eq!(logo_of(&settings, &store).expect("there").media_type, "image/svg+xml");
        let outside = Settings { logo: "../emblem.svg".to_owned(), ..Settings::default() };
        assert_eq!(logo_of(&outside, &store), None, "never read from outside of the store");
    }
}
