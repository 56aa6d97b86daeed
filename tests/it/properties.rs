//! Properties of the engine: it is total, deterministic and monotone, and it counts as the law does.

mod completions;
mod counting;
mod expressions;
mod numbers;
pub mod values;

use std::sync::OnceLock;

use duecause::bundle::{Bundle, Library, RuleBook};
use duecause::vectors::{Vector, paths};
use proptest::test_runner::Config;

/// Returns how often a property is tried; `PROPTEST_CASES` asks for more, or less.
pub fn tries(usual: u32) -> Config {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|n| n.parse().ok());
    Config { cases: asked.unwrap_or(usual), failure_persistence: None, ..Config::default() }
}

/// Returns the rules of the nation with Shanghai, compiled once.
fn book() -> &'static RuleBook {
    static BOOK: OnceLock<RuleBook> = OnceLock::new();
    BOOK.get_or_init(|| {
        let mut library = Library::new(Bundle::embedded());
        let names = ["cn", "cn/regions/sh"].map(|name| (name.to_owned(), None));
        library.rule_book(&names, None).0.unwrap()
    })
}

/// Returns every vector of the packs.
fn vectors(library: &mut Library) -> Vec<Vector> {
    let paths = paths(library);
    let mut all = Vec::new();
    for path in paths {
        let node = library.node(&path).cloned().unwrap();
        all.extend(duecause::vectors::load(&path, &node));
    }
    all
}
