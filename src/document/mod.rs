//! Composes documents: a template and a sheet of values become a [`model::Document`].

pub mod model;
pub mod sheet;
