//! Exporters: a [`crate::document::model::Document`] becomes bytes. They know no law.
