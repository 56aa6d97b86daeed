//! A document as Typst source: the layout in `paper.typ`, and calls of it with
//! the words of the document as string literals.
//!
//! ```text
//! Document ─▶ #let setup = (...)  +  paper.typ  +  #show: paper  +  #{ running({"..."; ...}) ... }
//! ```
//!
//! **Invariant:** words of the document stand in string literals only; no
//! character of them is ever read as Typst markup or code.

mod blocks;
mod inline;
mod literal;
mod setup;
mod signatures;
mod table;

#[cfg(feature = "pdf")]
pub(crate) use setup::date;

use crate::document::model::Document;

/// Functions that draw the blocks.
const LAYOUT: &str = include_str!("paper.typ");

/// Returns the document as Typst source that stands on its own.
///
/// `families` are the font families to be used beyond the embedded ones, as the
/// fonts themselves name them; a 仿宋 or 楷体 among them is used where the page
/// style asks for it.
#[must_use]
pub fn typst_source(document: &Document, families: &[String]) -> String {
    let mut out = String::from("// ");
    out.push_str(&document.kind.replace(char::is_control, " "));
    out.push('\n');
    setup::setup(&mut out, document, families);
    out.push('\n');
    out.push_str(LAYOUT);
    out.push_str("\n#show: paper\n\n#{\n");
    blocks::document(&mut out, document);
    out.push_str("}\n");
    out
}
