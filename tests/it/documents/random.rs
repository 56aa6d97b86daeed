//! Random papers, of text that a parser could stumble over.

use duecause::document::model::{
    Align, Block, Document, Draft, FieldKind, Inline, Origin, OriginKind, PageStyle,
    ParagraphShape, SignatureLine, SignatureParty,
};
use duecause::wording::Language;
use proptest::collection::vec;
use proptest::prelude::*;

/// Text that a parser of markup, templates or XML could stumble over.
pub fn hostile() -> impl Strategy<Value = String> {
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

fn inline() -> impl Strategy<Value = Inline> {
    let origin = Origin { kind: OriginKind::Figure, name: "a.b[c]".to_owned(), place: None };
    let (value, missing) = (origin.clone(), origin);
    let leaf = prop_oneof![
        hostile().prop_map(Inline::Text),
        hostile().prop_map(move |text| Inline::Value { text, origin: value.clone() }),
        hostile().prop_map(move |question| Inline::Missing { question, origin: missing.clone() }),
        (1u8..20).prop_map(|width| Inline::Blank { width }),
        Just(Inline::Pages),
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

pub fn document() -> impl Strategy<Value = Document> {
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
