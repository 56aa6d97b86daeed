//! Reads arbitrary text as a template, fills it and writes the paper in every form.
//!
//! Nothing may panic, every place must lie inside the text, and what the template engine
//! refuses must have been found before.

use std::sync::OnceLock;

use super::sheet::Given;
use duecause::diag::Diagnostics;
use duecause::document::{Partials, Template, compose};
use duecause::export::typst_source::typst_source;
use duecause::export::{docx, html, markdown};
use duecause::report::{self, RenderOptions};
use duecause::source::Sources;
use duecause::wording::Language;

/// Names a template may print, with values that look like markup.
fn given() -> &'static [Given; 2] {
    static GIVEN: OnceLock<[Given; 2]> = OnceLock::new();
    GIVEN.get_or_init(|| {
        let draft = include_str!("../../documents/mistakes/sheet.json");
        let paper = include_str!("given/template.json");
        [draft, paper].map(Given::parse)
    })
}

/// Reads one input.
pub fn run(text: &str) {
    let mut sources = Sources::new();
    let file = sources.add("fuzz.md", text);
    let template = match Template::parse(file, "fuzz", text) {
        Ok(template) => template,
        Err(found) => return hold(&found, &sources, text),
    };
    hold(template.warnings(), &sources, text);
    let shared = "共用：{{ x }}\n";
    let partial = sources.add("p.md", shared);
    let partial = Template::parse_partial(partial, "p", shared).unwrap();
    let partials = Partials::from([("p".to_owned(), partial)]);
    for given in given() {
        match compose(&template, &given.sheet, &partials, &given.paper) {
            Err(found) => hold(&found, &sources, text),
            Ok(composed) => {
                hold(&composed.warnings, &sources, text);
                let document = &composed.document;
                assert!(!html::write(document).is_empty());
                assert!(!markdown::write(document).is_empty());
                assert!(!typst_source(document, &[]).is_empty());
                docx::write(document).unwrap();
            }
        }
    }
}

/// Holds every place inside its file and shows what was found.
fn hold(diagnostics: &Diagnostics, sources: &Sources, text: &str) {
    assert!(diagnostics.iter().all(|d| d.code() != "document-engine"), "{diagnostics:?}");
    for span in diagnostics.iter().flat_map(|d| d.labels()).map(|label| label.span()) {
        let found = sources.get(span.file()).unwrap().text();
        assert!(found.get(span.start()..span.end()).is_some(), "{span:?} of {text:?}");
    }
    let options = RenderOptions::new();
    let shown = report::render(diagnostics, sources, Language::Chinese, &options);
    assert_eq!(shown.is_empty(), diagnostics.is_empty());
}
