//! Elements inside each other, over quick-xml.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use std::io::Result;

/// Where a part is written to.
pub(super) type Xml = Writer<Vec<u8>>;

/// A part with its first line.
pub(super) fn start() -> Result<Xml> {
    let mut xml = Writer::new(Vec::new());
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))))?;
    Ok(xml)
}

/// How elements are written.
pub(super) trait Parts {
    /// An element with others in it.
    fn with(
        &mut self,
        name: &str,
        attributes: &[(&str, &str)],
        inner: impl FnOnce(&mut Self) -> Result<()>,
    ) -> Result<()>;
    /// An element with nothing in it.
    fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) -> Result<()>;
    /// An element with its one value.
    fn value(&mut self, name: &str, value: &str) -> Result<()>;
    /// An element that is switched on.
    fn flag(&mut self, name: &str) -> Result<()>;
    /// An element with a text in it.
    fn text(&mut self, name: &str, text: &str) -> Result<()>;
}

impl Parts for Xml {
    fn with(
        &mut self,
        name: &str,
        attributes: &[(&str, &str)],
        inner: impl FnOnce(&mut Self) -> Result<()>,
    ) -> Result<()> {
        self.create_element(name).with_attributes(attributes.iter().copied()).write_inner_content(inner)?;
        Ok(())
    }

    fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) -> Result<()> {
        self.create_element(name).with_attributes(attributes.iter().copied()).write_empty()?;
        Ok(())
    }

    fn value(&mut self, name: &str, value: &str) -> Result<()> {
        self.empty(name, &[("w:val", value)])
    }

    fn flag(&mut self, name: &str) -> Result<()> {
        self.empty(name, &[])
    }

    fn text(&mut self, name: &str, text: &str) -> Result<()> {
        // Spaces at the ends of a run are part of it.
        let element = self.create_element(name).with_attribute(("xml:space", "preserve"));
        element.write_text_content(BytesText::new(text))?;
        Ok(())
    }
}
