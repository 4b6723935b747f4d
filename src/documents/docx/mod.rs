//! Writes a document as DOCX: WordprocessingML of our own, since right-to-left text needs what no library writes.
//!
//! Each Arabic paragraph and run says its direction itself, sizes and weights are given for complex scripts too, tables and
//! the section are mirrored. The look stands in `assets/documents/docx/styles.xml`, of which headings are real headings.

mod blocks;
mod embedded;
mod fonts;
mod frame;
mod picture;
mod runs;
mod table;
#[cfg(test)]
mod tests;
mod xml;

use super::Document;
use crate::error::{Error, ErrorKind, Result};
use picture::Picture;
use std::io::{Cursor, Write};
use xml::{Parts, Xml};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const STYLES: &str = include_str!("../../../assets/documents/docx/styles.xml");
const CONTENT_TYPES: &str = include_str!("../../../assets/documents/docx/content_types.xml");
const PACKAGE: &str = include_str!("../../../assets/documents/docx/package.rels");

/// The namespaces of a part.
const NAMESPACES: [(&str, &str); 5] = [
    ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    ("xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
    ("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
    ("xmlns:pic", "http://schemas.openxmlformats.org/drawingml/2006/picture"),
];
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The document as DOCX.
///
/// # Errors
/// [`ErrorKind::Document`] where it can't be put together.
pub fn write(document: &Document) -> Result<Vec<u8>> {
    write_several(std::slice::from_ref(document))
}

/// Several documents of one letterhead, such as letters, one after the other: each begins on a page of its own, from one.
///
/// # Errors
/// As [`write()`], and where there is none.
pub fn write_several(documents: &[Document]) -> Result<Vec<u8>> {
    packed(documents).map_err(|error| Error::new(ErrorKind::Document, error))
}

fn packed(documents: &[Document]) -> std::io::Result<Vec<u8>> {
    let document = documents.first().ok_or(std::io::ErrorKind::InvalidInput)?;
    let picture = document.letterhead.logo.as_ref().and_then(Picture::of);
    let mut lists = 0;
    let body = part("w:document", |xml| blocks::documents(xml, documents, picture.as_ref(), &mut lists))?;
    let mut package = ZipWriter::new(Cursor::new(Vec::new()));
    let mut file = |name: &str, content: &[u8]| -> std::io::Result<()> {
        package.start_file(name, SimpleFileOptions::DEFAULT)?;
        package.write_all(content)
    };
    file("[Content_Types].xml", CONTENT_TYPES.as_bytes())?;
    file("_rels/.rels", PACKAGE.as_bytes())?;
    file("docProps/core.xml", &properties(document)?)?;
    file("word/document.xml", &body)?;
    file("word/styles.xml", fonts::styles(document.style).as_bytes())?;
    let letters = embedded::files(document.style.font);
    file("word/fontTable.xml", &part("w:fonts", |xml| fonts::table(xml, document.style.font, &letters))?)?;
    file("word/_rels/fontTable.xml.rels", &embedded::relations(&letters)?)?;
    for embedded in &letters {
        file(&format!("word/{}", embedded.file), &embedded.bytes)?;
    }
    file("word/numbering.xml", &part("w:numbering", |xml| blocks::numbering(xml, lists, document))?)?;
    file("word/settings.xml", &part("w:settings", |xml| settings(xml, document))?)?;
    file("word/footer1.xml", &part("w:ftr", |xml| blocks::footer(xml, document, documents.len() > 1))?)?;
    file("word/_rels/document.xml.rels", &relations(picture.as_ref())?)?;
    if let Some(picture) = &picture {
        file(&format!("word/{}", picture.file), picture.bytes)?;
    }
    Ok(package.finish()?.into_inner())
}

/// A part of the package, under its root.
fn part(root: &str, inner: impl FnOnce(&mut Xml) -> std::io::Result<()>) -> std::io::Result<Vec<u8>> {
    let mut xml = xml::start()?;
    xml.with(root, &NAMESPACES, inner)?;
    Ok(xml.into_inner())
}

fn settings(xml: &mut Xml, document: &Document) -> std::io::Result<()> {
    xml.empty("w:zoom", &[("w:percent", "100")])?;
    xml.flag("w:embedTrueTypeFonts")?;
    xml.empty("w:defaultTabStop", &[("w:val", "720")])?;
    // What is newer than this shapes Arabic in compatibility mode.
    xml.with("w:compat", &[], |xml| {
        let mode =
            [("w:name", "compatibilityMode"), ("w:uri", "http://schemas.microsoft.com/office/word"), ("w:val", "15")];
        xml.empty("w:compatSetting", &mode)
    })?;
    let language = if document.is_rtl() { "ar-SA" } else { "en-US" };
    xml.empty("w:themeFontLang", &[("w:val", language), ("w:bidi", "ar-SA")])
}

fn relations(picture: Option<&Picture<'_>>) -> std::io::Result<Vec<u8>> {
    relations_of(|relation| {
        relation("rId1", "styles", "styles.xml")?;
        relation("rId2", "numbering", "numbering.xml")?;
        relation("rId3", "settings", "settings.xml")?;
        relation(blocks::FOOTER, "footer", "footer1.xml")?;
        relation("rId6", "fontTable", "fontTable.xml")?;
        match picture {
            Some(picture) => relation(blocks::LOGO, "image", picture.file),
            None => Ok(()),
        }
    })
}

/// What a part leads to: each with its name, its kind and where it lies.
fn relations_of(
    each: impl FnOnce(&mut dyn FnMut(&str, &str, &str) -> std::io::Result<()>) -> std::io::Result<()>,
) -> std::io::Result<Vec<u8>> {
    let mut xml = xml::start()?;
    let namespace = [("xmlns", "http://schemas.openxmlformats.org/package/2006/relationships")];
    xml.with("Relationships", &namespace, |xml| {
        each(&mut |id, kind, target| {
            let kind = format!("{RELATIONS}/{kind}");
            xml.empty("Relationship", &[("Id", id), ("Type", &kind), ("Target", target)])
        })
    })?;
    Ok(xml.into_inner())
}

/// What the file says of itself.
fn properties(document: &Document) -> std::io::Result<Vec<u8>> {
    let mut xml = xml::start()?;
    let namespaces = [
        ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", "http://purl.org/dc/terms/"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ];
    let title: Vec<&str> = [&document.title, &document.subject].map(String::as_str).to_vec();
    let title: Vec<&str> = title.into_iter().filter(|text| !text.trim().is_empty()).collect();
    xml.with("cp:coreProperties", &namespaces, |xml| {
        xml.text("dc:title", &super::clean(&title.join(" – ")))?;
        xml.text("dc:creator", &super::clean(&document.author))?;
        xml.text("cp:keywords", &document.keywords.join(" "))?;
        xml.text("dc:language", if document.is_rtl() { "ar-SA" } else { "en-US" })
    })?;
    Ok(xml.into_inner())
}
