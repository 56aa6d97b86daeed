//! Exporters: a [`crate::document::model::Document`] becomes bytes. They know no law.

pub mod docx;
pub mod error;
pub mod html;
pub mod markdown;
pub mod paper;
pub mod words;
