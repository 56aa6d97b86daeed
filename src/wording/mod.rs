//! Words for people: localized text, the catalogue of messages, and numbers,
//! dates and amounts written out.
//!
//! ```text
//! catalogue! enum, typed arguments ──▶ Localized { zh, en } ──▶ one language, at the very end
//! ```
//!
//! **Invariant:** no message exists in one language only: the catalogue macro
//! asks for both, and both are checked by the compiler.

pub mod amounts;
pub mod catalogue;
pub mod localized;

pub use localized::{Language, Localized};
