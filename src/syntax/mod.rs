//! Trees of files and of expressions, with places.

pub mod expression;
pub mod fields;
pub mod prepared;
pub mod schema;
pub mod tree;
pub mod yaml;

pub use schema::SchemaKind;
pub use tree::{Entry, Kind, Node, Scalar};
