//! Writes XML element by element.
//!
//! A failure is kept until the end, so that the parts read like the files they write.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use crate::export::paper::printable;

/// Attributes as they are written.
pub(super) type Attributes<'a> = &'a [(&'a str, &'a str)];

/// A part of a package while it is written.
pub(super) struct Xml {
    writer: Writer<Vec<u8>>,
    failure: Option<io::Error>,
}

impl Xml {
    /// Begins a part.
    pub(super) fn new() -> Self {
        let mut xml = Self { writer: Writer::new(Vec::new()), failure: None };
        xml.event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))));
        xml
    }

    /// Writes an element without content.
    pub(super) fn leaf(&mut self, name: &str, attributes: Attributes<'_>) {
        let start = BytesStart::new(name).with_attributes(attributes.iter().copied());
        self.event(Event::Empty(start));
    }

    /// Writes an element whose only attribute is `w:val`.
    pub(super) fn value(&mut self, name: &str, value: &str) {
        self.leaf(name, &[("w:val", value)]);
    }

    /// Writes an element and what `content` writes into it.
    pub(super) fn element(
        &mut self,
        name: &str,
        attributes: Attributes<'_>,
        content: impl FnOnce(&mut Self),
    ) {
        self.start(name, attributes);
        content(self);
        self.end(name);
    }

    /// Writes an element that holds words.
    pub(super) fn words(&mut self, name: &str, attributes: Attributes<'_>, words: &str) {
        self.element(name, attributes, |xml| {
            xml.event(Event::Text(BytesText::new(&printable(words))));
        });
    }

    /// Begins an element.
    pub(super) fn start(&mut self, name: &str, attributes: Attributes<'_>) {
        let start = BytesStart::new(name).with_attributes(attributes.iter().copied());
        self.event(Event::Start(start));
    }

    /// Ends an element.
    pub(super) fn end(&mut self, name: &str) {
        self.event(Event::End(BytesEnd::new(name)));
    }

    /// Returns the part.
    pub(super) fn finish(self) -> io::Result<Vec<u8>> {
        match self.failure {
            Some(failure) => Err(failure),
            None => Ok(self.writer.into_inner()),
        }
    }

    fn event(&mut self, event: Event<'_>) {
        if let Err(failure) = self.writer.write_event(event) {
            self.failure.get_or_insert(failure);
        }
    }
}
