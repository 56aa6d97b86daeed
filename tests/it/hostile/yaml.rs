//! Reads arbitrary text as YAML, checks it against every schema and shows what was found.
//!
//! Nothing may panic, and every place must lie inside the file on character boundaries.

use duecause::diag::Diagnostics;
use duecause::report::{self, RenderOptions};
use duecause::source::{Sources, Span};
use duecause::syntax::{Kind, Node, SchemaKind, schema, yaml};
use duecause::wording::Language;

/// Reads one input.
pub fn run(text: &str) {
    let mut sources = Sources::new();
    let file = sources.add("fuzz.yaml", text);
    let (node, mut diagnostics) = yaml::read(&sources, file);
    if let Some(node) = &node {
        hold_places(node, text);
        if let Err(found) = schema::kind(node) {
            diagnostics.extend(found);
        }
        for kind in SchemaKind::ALL {
            diagnostics.extend(schema::check(node, kind));
        }
    }
    for label in diagnostics.iter().flat_map(|d| d.labels()) {
        hold(label.span(), text);
    }
    show(&diagnostics, &sources);
}

/// Holds the places of a tree inside the file and its text free of what is refused.
fn hold_places(node: &Node, text: &str) {
    hold(node.span(), text);
    match node.kind() {
        Kind::Scalar(scalar) => assert!(!scalar.text().contains(['\0', '\u{202E}', '\u{FEFF}'])),
        Kind::Sequence(items) => items.iter().for_each(|item| hold_places(item, text)),
        Kind::Mapping(entries) => {
            for (i, entry) in entries.iter().enumerate() {
                hold(entry.key_span(), text);
                hold_places(entry.value(), text);
                assert!(i > 64 || entries[..i].iter().all(|other| other.key() != entry.key()));
            }
        }
    }
}

/// Holds one place inside the file.
fn hold(span: Span, text: &str) {
    assert!(text.get(span.start()..span.end()).is_some(), "{span:?} of {} bytes", text.len());
}

/// Shows the diagnostics as a user would see them, plain and with values hidden.
fn show(diagnostics: &Diagnostics, sources: &Sources) {
    for (language, hide) in [(Language::Chinese, true), (Language::English, false)] {
        let masked = move |_| hide;
        let options = RenderOptions::new().masked(&masked).color(!hide);
        let shown = report::render(diagnostics, sources, language, &options);
        assert_eq!(shown.is_empty(), diagnostics.is_empty());
    }
}
