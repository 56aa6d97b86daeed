//! Properties of composing and exporting: values stay words, no text is lost, nothing panics.

use duecause::document::model::{
    Align, Block, Document, Draft, FieldKind, Inline, Origin, OriginKind, PageStyle,
    ParagraphShape, SignatureLine, SignatureParty,
};
use duecause::document::sheet::{Cell, Row, Sheet};
use duecause::document::{Partials, Template, compose};
use duecause::export::{docx, html, markdown};
use duecause::source::Sources;
use duecause::wording::Language;
use proptest::collection::vec;
use proptest::prelude::*;

use super::sheet::Given;
use super::word::part;

/// Every way to print a value.
const TEMPLATE: &str = "---\nid: test\nlanguage: zh\n---\n# {{ x }}\n\n{{ x }}依据**{{ x }}**，*{{ x }}*。\n\n\
    | 甲 | 乙 |\n|---|---|\n{% for r in rows %}\n| {{ r.x }} | **{{ r.x }}**：{{ r.x }} |\n{% endfor %}\n\n\
    1. {{ x }}\n2. 甲\n   - {{ x }}\n\n::: right\n{{ x }}\n:::\n\n::: slip\n## {{ x }}\n\n\
    ::: signatures\n- employee: 员工\n  name: x\n  sign:\n:::\n:::\n";

/// Text that a parser of markup, templates or XML could stumble over.
fn hostile() -> impl Strategy<Value = String> {
    let marks = prop::sample::select(
        "*_`#[](){}<>|\\&~$@!\"'-+=.:;,%/^\n\t 　，。：（）【】《》“”、王张一二三aZ019\u{2060}\u{FDD0}\u{FDD1}\u{FDD2}\u{200b}é𰻞"
            .chars()
            .collect::<Vec<_>>(),
    );
    let words = prop::sample::select(vec![
        "{{ x }}",
        "{% if %}",
        ":::",
        "\\pagebreak",
        "---",
        "**",
        "____",
        "1. ",
        "- ",
        "<b>",
        "]]>",
        "&amp;",
        "```",
        "![a](b)",
        "\n\n",
        "\n# ",
        "{#",
        "#}",
        "王某",
    ]);
    vec(prop_oneof![marks.prop_map(String::from), words.prop_map(str::to_owned)], 0..12)
        .prop_map(|parts| parts.concat())
}

fn given(x: &str) -> Given {
    let origin = Origin { kind: OriginKind::Fact, name: "x".to_owned() };
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
            assert!(diagnostics.iter().all(|d| d.code() != "document-engine"), "{diagnostics:?}");
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
    #![proptest_config(ProptestConfig {
        cases: 256,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

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

/// Returns the text of XML or of our HTML; of `only` one element if given.
fn xml_text(xml: &str, only: Option<&str>) -> String {
    use quick_xml::events::Event;
    let mut reader = quick_xml::Reader::from_str(xml);
    reader.config_mut().check_end_names = false;
    reader.config_mut().allow_unmatched_ends = true;
    let mut inside = only.is_none();
    let mut out = String::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) if only.is_some() => inside = only == Some(tag.name().as_ref()),
            Event::End(_) if only.is_some() => inside = false,
            Event::Text(text) if inside => out.push_str(&text.xml10_content()),
            Event::GeneralRef(reference) if inside => {
                let name: &str = &reference;
                let names = [
                    ("amp", "&"),
                    ("lt", "<"),
                    ("gt", ">"),
                    ("quot", "\""),
                    ("apos", "'"),
                    ("#39", "'"),
                ];
                out.push_str(names.iter().find(|(known, _)| *known == name).unwrap().1);
            }
            Event::Eof => return out,
            _ => {}
        }
    }
}

fn markdown_text(markdown: &str) -> String {
    use pulldown_cmark::{Event, Options, Parser};
    let parser = Parser::new_ext(markdown, Options::ENABLE_TABLES);
    let texts = parser.map(|event| {
        assert!(
            !matches!(event, Event::Html(_) | Event::InlineHtml(_) | Event::Code(_)),
            "{event:?}"
        );
        match event {
            Event::Text(text) => text.to_string(),
            _ => String::new(),
        }
    });
    texts.collect()
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

fn inline() -> impl Strategy<Value = Inline> {
    let origin = Origin { kind: OriginKind::Figure, name: "a.b[c]".to_owned() };
    let (value, missing) = (origin.clone(), origin);
    let leaf = prop_oneof![
        hostile().prop_map(Inline::Text),
        hostile().prop_map(move |text| Inline::Value { text, origin: value.clone() }),
        hostile().prop_map(move |question| Inline::Missing { question, origin: missing.clone() }),
        (1u8..20).prop_map(|width| Inline::Blank { width }),
        Just(Inline::Break),
    ];
    leaf.prop_recursive(2, 8, 3, |inner| {
        prop_oneof![
            vec(inner.clone(), 1..3).prop_map(Inline::Strong),
            vec(inner, 1..3).prop_map(Inline::Emphasis),
        ]
    })
}

fn words() -> impl Strategy<Value = Vec<Inline>> {
    vec(inline(), 0..4)
}

fn shapes() -> impl Strategy<Value = ParagraphShape> {
    prop::sample::select(vec![
        ParagraphShape::Body,
        ParagraphShape::Flush,
        ParagraphShape::Right,
        ParagraphShape::Center,
        ParagraphShape::Note,
    ])
}

fn party() -> impl Strategy<Value = SignatureParty> {
    let kinds = prop::sample::select(vec![FieldKind::Signature, FieldKind::Date, FieldKind::Text]);
    let line = (hostile(), kinds).prop_map(|(label, kind)| SignatureLine {
        id: "a_sign".to_owned(),
        label,
        kind,
    });
    (hostile(), words(), vec(line, 0..3), any::<bool>()).prop_map(|(label, name, lines, seal)| {
        SignatureParty { id: "a".to_owned(), label, name, lines, seal }
    })
}

fn table() -> impl Strategy<Value = Block> {
    (1usize..4).prop_flat_map(|columns| {
        let row = || vec(words(), columns);
        let aligns = prop::sample::select(vec![Align::Left, Align::Center, Align::Right]);
        (vec(aligns, columns), row(), vec(row(), 0..3))
            .prop_map(|(align, head, rows)| Block::Table { align, head, rows })
    })
}

fn block() -> impl Strategy<Value = Block> {
    let leaf = prop_oneof![
        (1u8..5, words()).prop_map(|(level, content)| Block::Heading { level, content }),
        (shapes(), words()).prop_map(|(shape, content)| Block::Paragraph { shape, content }),
        table(),
        vec(party(), 0..3).prop_map(|parties| Block::Signatures { parties }),
        Just(Block::Rule),
        Just(Block::PageBreak),
    ];
    leaf.prop_recursive(3, 16, 3, |inner| {
        prop_oneof![
            (prop::option::of(0u64..12), vec(vec(inner.clone(), 0..3), 1..3))
                .prop_map(|(start, items)| Block::List { start, items }),
            vec(inner, 0..3).prop_map(|blocks| Block::Slip { blocks }),
        ]
    })
}

fn document() -> impl Strategy<Value = Document> {
    let draft = prop::option::of((hostile(), vec(hostile(), 0..2)))
        .prop_map(|draft| draft.map(|(watermark, reasons)| Draft { watermark, reasons }));
    let style =
        prop::sample::select(vec![PageStyle::Company, PageStyle::Sheet, PageStyle::Official]);
    let language = prop::sample::select(vec![Language::Chinese, Language::English]);
    (vec(block(), 0..6), hostile(), draft, style, language).prop_map(
        |(blocks, title, draft, style, language)| Document {
            kind: "test".to_owned(),
            title,
            language,
            region: "CN".to_owned(),
            number: None,
            date: "2026-01-05".to_owned(),
            fingerprint: "0".to_owned(),
            draft,
            style,
            blocks,
        },
    )
}
