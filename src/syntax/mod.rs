//! Trees of files and of expressions, with places.

pub mod expression;
pub mod fields;
pub mod tree;
pub mod yaml;

pub use tree::{Entry, Kind, Node, Scalar};
