//! Reads arbitrary text as a case of the pack, assesses it and reviews it.
//!
//! Nothing may panic, and equal cases give equal reviews.

use std::sync::OnceLock;

use duecause::assess::{Overrides, Question, assess};
use duecause::bundle::{Bundle, Library, RuleBook};
use duecause::case::{self, Annex, Head};
use duecause::report::{self, RenderOptions, ReviewOptions, json, review};
use duecause::source::Sources;
use duecause::syntax::{SchemaKind, schema, yaml};
use duecause::value::Date;
use duecause::wording::Language;

/// Returns the rules of the nation with Shanghai, and the files they were read from.
fn book() -> &'static (RuleBook, Sources) {
    static BOOK: OnceLock<(RuleBook, Sources)> = OnceLock::new();
    BOOK.get_or_init(|| {
        let mut library = Library::new(Bundle::embedded());
        let names = ["cn", "cn/regions/sh"].map(|name| (name.to_owned(), None));
        let book = library.rule_book(&names, None).0.unwrap();
        (book, library.sources().clone())
    })
}

/// Reads one input.
pub fn run(text: &str) {
    let (book, sources) = book();
    let mut sources = sources.clone();
    let file = sources.add("case.yaml", text);
    let (node, mut diagnostics) = yaml::read(&sources, file);
    let Some(node) = node else { return };
    diagnostics.extend(schema::check(&node, SchemaKind::Case));
    let head = Head::read(&node, &mut diagnostics);
    let (case, found) = case::load(&node, Annex::default(), book.rules.vocabulary());
    diagnostics.extend(found);
    let _ = report::render(&diagnostics, &sources, Language::Chinese, &RenderOptions::new());
    // A case with mistakes is assessed too: what could be read of it must not hurt.
    let question = Question {
        ground: head.ground.map_or_else(|| "art-40-2".to_owned(), |(name, _)| name),
        as_of: head.as_of.unwrap_or(Date::from_ymd_opt(2026, 3, 31).unwrap()),
        version: None,
        overrides: Overrides::default(),
    };
    let assessment = assess(&book.rules, &case, &question);
    let options = ReviewOptions::new(file).verbose(true).show_values(text.len().is_multiple_of(2));
    let told = review(&assessment, &book.receipt, &sources, Language::English, &options);
    assert_eq!(told, review(&assessment, &book.receipt, &sources, Language::English, &options));
    assert!(!review(&assessment, &book.receipt, &sources, Language::Chinese, &options).is_empty());
    let _ = json::review(&assessment, &book.receipt, Language::English, &options);
}
