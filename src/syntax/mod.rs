//! Trees of files and of expressions, with places.

pub mod tree;

pub use tree::{Entry, Kind, Node, Scalar};
