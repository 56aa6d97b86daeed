//! Exporters: a [`crate::document::model::Document`] becomes bytes. They know no law.
//!
//! ```text
//! Document ──typst_source──▶ Typst text ──pdf──▶ Pdf { bytes, fields, pages }
//! ```

#[cfg(feature = "pdf")]
pub mod pdf;
pub mod typst_source;
pub mod words;
