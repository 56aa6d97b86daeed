//! Writes a document as a Word file (WordprocessingML, ISO 29500 transitional).
//!
//! ```text
//! Document ──▶ body, styles, numbering, settings, header, footer, properties ──▶ package
//! ```
//!
//! The file is meant to be edited: real styles, numbered lists that restart,
//! content controls around values, signature and date lines. Equal documents
//! give equal bytes: dates are the document's own, entries are in a fixed order.

mod body;
mod controls;
mod header;
mod inline;
mod look;
mod numbering;
mod package;
mod properties;
mod settings;
mod signatures;
mod styles;
mod table;
mod xml;

use super::error::Error;
use crate::document::model::Document;

/// Returns the document as a Word file.
///
/// # Errors
///
/// Fails if the file cannot be packed in memory.
pub fn write(document: &Document) -> Result<Vec<u8>, Error> {
    let (body, lists) = body::write(document)?;
    let draft = document.draft.is_some();
    let mut parts = vec![
        ("[Content_Types].xml", package::content_types(draft)?),
        ("_rels/.rels", package::relationships()?),
        ("docProps/core.xml", properties::core(document)?),
        ("docProps/custom.xml", properties::custom(document)?),
        ("word/_rels/document.xml.rels", package::document_relationships(draft)?),
        ("word/document.xml", body),
        ("word/footer1.xml", header::footer(document)?),
    ];
    if let Some(draft) = &document.draft {
        parts.push(("word/header1.xml", header::watermark(&draft.watermark)?));
    }
    parts.push(("word/numbering.xml", numbering::write(&lists, document.language)?));
    parts.push(("word/settings.xml", settings::write(document.language)?));
    parts.push(("word/styles.xml", styles::write(document)?));
    package::pack(&parts)
}
