//! Properties of composing and exporting: values stay words, no text is lost, nothing panics.

use duecause::document::model::{Block, Document, Inline, Origin, OriginKind};
use duecause::document::sheet::{Cell, Row, Sheet};
use duecause::document::{Partials, Template, compose};
use duecause::export::typst_source::typst_source;
use duecause::export::{docx, html, markdown};
use duecause::source::Sources;
use duecause::wording::Language;
use proptest::collection::vec;
use proptest::prelude::*;

use super::random::{document, hostile};
use super::readers::{markdown_text, typst_text, xml_text};
use super::sheet::Given;
use super::word::part;
use crate::properties::tries;

/// Every way to print a value.
const TEMPLATE: &str = "---\nid: test\nlanguage: zh\n---\n# {{ x }}\n\n{{ x }}依据**{{ x }}**，*{{ x }}*。\n\n\
    | 甲 | 乙 |\n|---|---|\n{% for r in rows %}\n| {{ r.x }} | **{{ r.x }}**：{{ r.x }} |\n{% endfor %}\n\n\
    1. {{ x }}\n2. 甲\n   - {{ x }}\n\n::: right\n{{ x }}\n:::\n\n::: slip\n## {{ x }}\n\n\
    ::: signatures\n- employee: 员工\n  name: x\n  sign:\n:::\n:::\n";

fn given(x: &str) -> Given {
    let origin = Origin { kind: OriginKind::Fact, name: "x".to_owned(), place: None };
    let cell = ("x".to_owned(), Cell::Known { text: x.to_owned(), origin });
    let row = Row { cells: vec![cell.clone()], ..Row::default() };
    let json = r#"{ "paper": { "kind": "test", "title": "测试", "language": "zh", "date": "2026-01-05", "fingerprint": "0" } }"#;
    let mut given = Given::parse(json);
    given.sheet = Sheet {
        cells: vec![cell],
        lists: vec![("rows".to_owned(), vec![row.clone(), row])],
        conditions: Vec::new(),
    };
    given
}

fn compose_with(template: &str, given: &Given) -> Option<Document> {
    let mut sources = Sources::new();
    let file = sources.add("test.md", template);
    let template = Template::parse(file, "test", template);
    let composed = template
        .and_then(|template| compose(&template, &given.sheet, &Partials::new(), &given.paper));
    match composed {
        Ok(composed) => Some(composed.document),
        Err(diagnostics) => {
            // Whatever the engine would refuse was found before.
            assert!(diagnostics.iter().all(|d| d.code() != "E0747"), "{diagnostics:?}");
            for span in diagnostics.iter().flat_map(|d| d.labels()).map(|label| label.span()) {
                let text = sources.get(span.file()).unwrap().text();
                assert!(text.get(span.start()..span.end()).is_some(), "{span:?} in {text:?}");
            }
            None
        }
    }
}

/// The document with every value replaced by the same word.
fn shape(document: &Document, x: &str) -> String {
    let shown = format!("{document:?}");
    shown.replace(&format!("text: {x:?}, origin"), "text: X, origin")
}

proptest! {
    #![proptest_config(tries(256))]

    #[test]
    fn a_value_is_printed_as_it_is_and_changes_nothing_else(x in hostile()) {
        let document = compose_with(TEMPLATE, &given(&x)).unwrap();
        let plain = compose_with(TEMPLATE, &given("X")).unwrap();
        prop_assert_eq!(shape(&document, &x), shape(&plain, "X"));
    }

    #[test]
    fn no_template_makes_the_program_panic(
        parts in vec(prop_oneof![
            hostile(),
            prop::sample::select(vec![
                "{{ x }}", "{{ r.x }}", "{% for r in rows %}", "{% endfor %}", "{% else %}",
                "{% if exists(name=\"x\") %}", "{% if not (loop.first or loop.last) %}", "{% endif %}",
                "{% elif holds(name=\"y\") %}", "{% include \"p\" %}", "\n::: right\n", "\n::: slip\n",
                "\n::: signatures\n- a: 甲\n  sign:\n", "\n:::\n", "\n| a |\n|---|\n", "\n\n", "- ", "> ",
                "    ", "{{ v(name=\"x\") }}", "{{ loop.index }}", "**",
            ]).prop_map(str::to_owned),
        ], 0..24),
        front in prop_oneof![Just("---\nid: a\nlanguage: zh\n---\n"), Just("---\nid: a"), Just("")],
    ) {
        let template = format!("{front}{}", parts.concat());
        if let Some(document) = compose_with(&template, &given("值")) {
            prop_assert!(!html::write(&document).is_empty());
            prop_assert!(!markdown::write(&document).is_empty());
            docx::write(&document).unwrap();
        }
    }

    #[test]
    fn no_exporter_loses_text(document in document()) {
        let wanted = texts(&document);
        let page = html::write(&document);
        let (_, page) = page.split_once("<main>").unwrap();
        contains_in_order(&xml_text(page, None), &wanted, "HTML");
        let file = docx::write(&document).unwrap();
        let body = part(&file, "word/document.xml");
        contains_in_order(&xml_text(&body, Some("w:t")), &wanted, "DOCX");
        contains_in_order(&markdown_text(&markdown::write(&document)), &wanted, "Markdown");
        // A character without a glyph stays, so that printing can name it.
        let source = printed(&typst_text(&typst_source(&document, &[])));
        contains_in_order(&source, &wanted, "Typst");
    }
}

/// Asserts that the texts follow each other in `found`; blanks do not count.
fn contains_in_order(found: &str, wanted: &[String], format: &str) {
    let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let found = bare(found);
    let mut rest = found.as_str();
    for text in wanted.iter().map(|text| bare(text)) {
        let after = rest.split_once(&text).map(|(_, after)| after);
        assert!(after.is_some(), "{format} lacks {text:?}\nin {rest:?}\nof {found:?}");
        rest = after.unwrap();
    }
}

/// Returns the texts of a document in the order in which every exporter prints them.
fn texts(document: &Document) -> Vec<String> {
    let mut out = Vec::new();
    blocks(&document.blocks, document.language, &mut out);
    out.retain(|text| !text.is_empty());
    out
}

fn blocks(list: &[Block], language: Language, out: &mut Vec<String>) {
    for block in list {
        match block {
            Block::Heading { content, .. } | Block::Paragraph { content, .. } => {
                inlines(content, language, out);
            }
            Block::List { items, .. } => {
                items.iter().for_each(|item| blocks(item, language, out));
            }
            Block::Table { head, rows, .. } => {
                head.iter().chain(rows.iter().flatten()).for_each(|cell| {
                    inlines(cell, language, out);
                });
            }
            Block::Signatures { parties } => {
                for party in parties {
                    out.push(printed(&party.label));
                    inlines(&party.name, language, out);
                    out.extend(party.lines.iter().map(|line| printed(&line.label)));
                }
            }
            Block::Slip { blocks: inner } => blocks(inner, language, out),
            Block::Rule | Block::PageBreak => {}
        }
    }
}

fn inlines(list: &[Inline], language: Language, out: &mut Vec<String>) {
    for inline in list {
        match inline {
            Inline::Text(text) | Inline::Value { text, .. } => out.push(printed(text)),
            Inline::Strong(content) | Inline::Emphasis(content) => inlines(content, language, out),
            Inline::Missing { question, .. } => {
                out.push(printed(&duecause::export::words::missing(language, question)));
            }
            Inline::Blank { .. } | Inline::Pages | Inline::Break => {}
        }
    }
}

fn printed(text: &str) -> String {
    duecause::export::paper::printable(text)
}
