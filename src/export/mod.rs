//! Exporters: a [`crate::document::model::Document`] becomes bytes. They know no law.
//!
//! ```text
//! Document ─┬─ typst_source ──▶ Typst text ── pdf ──▶ Pdf { bytes, fields, pages }
//!           ├─ docx ──▶ bytes
//!           ├─ html ──▶ text
//!           └─ markdown ──▶ text
//! ```

pub mod docx;
pub mod error;
pub mod html;
mod keep;
pub mod markdown;
pub mod paper;
#[cfg(feature = "pdf")]
pub mod pdf;
pub mod typst_source;
pub mod words;
