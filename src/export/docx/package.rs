//! The package: what parts there are, how they hang together, and the zip file.

use std::io::{self, Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::xml::Xml;
use crate::export::error::Error;

const TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

/// The part names in `word/` with the last word of their relationship's type.
const PARTS: [(&str, &str); 4] = [
    ("styles.xml", "styles"),
    ("numbering.xml", "numbering"),
    ("settings.xml", "settings"),
    ("footer1.xml", "footer"),
];
const HEADER: (&str, &str) = ("header1.xml", "header");

/// Relationship of the footer in the document.
pub(super) const FOOTER_ID: &str = "rId4";
/// Relationship of the header in the document.
pub(super) const HEADER_ID: &str = "rId5";

fn parts(draft: bool) -> impl Iterator<Item = (&'static str, &'static str)> {
    PARTS.into_iter().chain(draft.then_some(HEADER))
}

/// Writes the types of all parts.
pub(super) fn content_types(draft: bool) -> io::Result<Vec<u8>> {
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    let mut xml = Xml::new();
    xml.element("Types", &[("xmlns", TYPES)], |xml| {
        let rels = "application/vnd.openxmlformats-package.relationships+xml";
        xml.leaf("Default", &[("Extension", "rels"), ("ContentType", rels)]);
        xml.leaf("Default", &[("Extension", "xml"), ("ContentType", "application/xml")]);
        let mut part = |name: &str, kind: &str| {
            xml.leaf("Override", &[("PartName", name), ("ContentType", kind)]);
        };
        part("/word/document.xml", &format!("{word}.document.main+xml"));
        for (file, kind) in parts(draft) {
            part(&format!("/word/{file}"), &format!("{word}.{kind}+xml"));
        }
        part("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
        part(
            "/docProps/custom.xml",
            "application/vnd.openxmlformats-officedocument.custom-properties+xml",
        );
    });
    xml.finish()
}

/// Writes the relationships of the package.
pub(super) fn relationships() -> io::Result<Vec<u8>> {
    let core = format!("{PACKAGE}/metadata/core-properties");
    let mut xml = Xml::new();
    xml.element("Relationships", &[("xmlns", RELATIONSHIPS)], |xml| {
        relationship(xml, "rId1", &format!("{OFFICE}/officeDocument"), "word/document.xml");
        relationship(xml, "rId2", &core, "docProps/core.xml");
        relationship(xml, "rId3", &format!("{OFFICE}/custom-properties"), "docProps/custom.xml");
    });
    xml.finish()
}

/// Writes the relationships of the document.
pub(super) fn document_relationships(draft: bool) -> io::Result<Vec<u8>> {
    let mut xml = Xml::new();
    xml.element("Relationships", &[("xmlns", RELATIONSHIPS)], |xml| {
        for (number, (file, kind)) in (1..).zip(parts(draft)) {
            relationship(xml, &format!("rId{number}"), &format!("{OFFICE}/{kind}"), file);
        }
    });
    xml.finish()
}

fn relationship(xml: &mut Xml, id: &str, kind: &str, target: &str) {
    xml.leaf("Relationship", &[("Id", id), ("Type", kind), ("Target", target)]);
}

/// Packs the parts in the given order, with the zip format's first day as their time.
pub(super) fn pack(parts: &[(&str, Vec<u8>)]) -> Result<Vec<u8>, Error> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(6))
        .last_modified_time(DateTime::default());
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(*name, options)?;
        writer.write_all(bytes)?;
    }
    Ok(writer.finish()?.into_inner())
}
