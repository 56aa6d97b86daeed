//! Properties of the file: title, language, dates, number and fingerprint.

use std::io;

use super::xml::Xml;
use crate::document::model::Document;
use crate::export::paper::language_tag;

const CORE: &str = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
const CUSTOM: &str = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties";
const TYPES: &str = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes";
/// The format id that all custom properties share.
const FORMAT: &str = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";

/// Writes title, language and dates; both dates are the document's own.
pub(super) fn core(document: &Document) -> io::Result<Vec<u8>> {
    let spaces = [
        ("xmlns:cp", CORE),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", "http://purl.org/dc/terms/"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ];
    let moment = format!("{}T00:00:00Z", document.date);
    let mut xml = Xml::new();
    xml.element("cp:coreProperties", &spaces, |xml| {
        xml.words("dc:title", &[], &document.title);
        if is_date(&document.date) {
            let kind = [("xsi:type", "dcterms:W3CDTF")];
            xml.words("dcterms:created", &kind, &moment);
            xml.words("dcterms:modified", &kind, &moment);
        }
        xml.words("dc:language", &[], &language_tag(document));
    });
    xml.finish()
}

/// Returns whether a text has the form `YYYY-MM-DD`.
fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let digits = |part: &str, count: usize| {
        part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    matches!(parts.as_slice(), [year, month, day]
        if digits(year, 4) && digits(month, 2) && digits(day, 2))
}

/// Writes kind, number and fingerprint, so that a program can tell what the file is.
pub(super) fn custom(document: &Document) -> io::Result<Vec<u8>> {
    let properties = [
        ("DocumentKind", Some(document.kind.as_str())),
        ("DocumentNumber", document.number.as_deref()),
        ("TextFingerprint", Some(document.fingerprint.as_str())),
    ];
    let known = properties.into_iter().filter_map(|(name, value)| Some((name, value?)));
    let mut xml = Xml::new();
    xml.element("Properties", &[("xmlns", CUSTOM), ("xmlns:vt", TYPES)], |xml| {
        // Property ids begin with 2.
        for (id, (name, value)) in (2..).zip(known) {
            let id: String = i32::to_string(&id);
            let attributes = [("fmtid", FORMAT), ("pid", id.as_str()), ("name", name)];
            xml.element("property", &attributes, |xml| xml.words("vt:lpwstr", &[], value));
        }
    });
    xml.finish()
}
