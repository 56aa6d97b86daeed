//! What only the inside can show: the words on the finished pages, and what the
//! typesetter may not reach.

use std::fmt::Write as _;
use std::sync::LazyLock;

use proptest::prelude::*;
use typst::layout::{Frame, FrameItem};
use typst_layout::PagedDocument;

use super::world::Desk;
use super::{Fonts, pdf, typeset};
use crate::document::model::{
    Align, Block, Document, Draft, FieldKind, Inline, Origin, OriginKind, PageStyle,
    ParagraphShape, SignatureLine, SignatureParty,
};
use crate::wording::Language;

/// The embedded fonts, read once.
static FONTS: LazyLock<Fonts> = LazyLock::new(Fonts::embedded);

/// Characters that mean something to Typst, to Markdown or to a template, and some that do not.
const HOSTILE: &str = "#$%&*_`~@<>[](){}\\/\"'+-=|^:;,.!?0123abn页元，。；：“”‘’（）《》〈〉【】〔〕—…·、䶮㛃𬭎𠅤é§¥％";

/// Returns a value of the case.
fn value(text: &str) -> Inline {
    let origin = Origin { kind: OriginKind::Fact, name: "employee.name".to_owned(), place: None };
    Inline::Value { text: text.to_owned(), origin }
}

/// Returns a document with nothing in it but `blocks`.
fn document(blocks: Vec<Block>) -> Document {
    Document {
        kind: "test".to_owned(),
        title: "题目".to_owned(),
        language: Language::Chinese,
        region: "CN".to_owned(),
        number: None,
        date: "2026-11-12".to_owned(),
        fingerprint: String::new(),
        draft: None,
        style: PageStyle::Company,
        blocks,
    }
}

/// Returns a document that prints `words` in each place that takes words.
fn everywhere(words: &[String]) -> Document {
    let mut words = words.iter().map(String::as_str).cycle();
    let mut next = || words.next().unwrap_or_default().to_owned();
    let mut prose = || Inline::Text(next());
    let mut blocks: Vec<Block> = [
        ParagraphShape::Body,
        ParagraphShape::Flush,
        ParagraphShape::Right,
        ParagraphShape::Center,
        ParagraphShape::Note,
    ]
    .into_iter()
    .map(|shape| Block::Paragraph { shape, content: vec![prose()] })
    .collect();
    blocks.push(Block::Heading { level: 2, content: vec![Inline::Strong(vec![prose()])] });
    let mut facts = || value(&next());
    let item = |content| vec![Block::Paragraph { shape: ParagraphShape::Body, content }];
    blocks.push(Block::List { start: Some(1), items: vec![item(vec![facts()])] });
    blocks.push(Block::List {
        start: None,
        items: vec![item(vec![Inline::Emphasis(vec![facts()])])],
    });
    blocks.push(Block::Table {
        align: vec![Align::Left],
        head: vec![vec![facts()]],
        rows: vec![vec![vec![facts()]], vec![vec![facts()]]],
    });
    let origin = Origin { kind: OriginKind::Fact, name: "a".to_owned(), place: None };
    blocks.push(Block::Slip {
        blocks: vec![Block::Paragraph {
            shape: ParagraphShape::Body,
            content: vec![Inline::Missing { question: next(), origin }],
        }],
    });
    let line = SignatureLine { id: next(), label: next(), kind: FieldKind::Date };
    let name = vec![value(&next())];
    let party = SignatureParty { id: next(), label: next(), name, lines: vec![line], seal: true };
    blocks.push(Block::Signatures { parties: vec![party] });
    document(blocks)
}

/// Collects the words of a frame in the order in which they were set.
fn collect(frame: &Frame, words: &mut String) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => collect(&group.frame, words),
            FrameItem::Text(text) => words.push_str(&text.text),
            _ => {}
        }
    }
}

/// Returns the words on the pages without the blanks between them.
fn words_of(pages: &PagedDocument) -> String {
    let mut words = String::new();
    pages.pages().iter().for_each(|page| collect(&page.frame, &mut words));
    words.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Returns numbered strings, so that each can be found among the others.
fn numbered(strings: &[String]) -> Vec<String> {
    (100..).zip(strings).map(|(n, string)| format!("k{n}{string}k{n}")).collect()
}

/// Returns strings of hostile characters, short enough to stand on one line.
fn hostile() -> impl Strategy<Value = Vec<String>> {
    let characters: Vec<char> = HOSTILE.chars().collect();
    let string = prop::collection::vec(prop::sample::select(characters), 0..16)
        .prop_map(|list| list.into_iter().collect());
    prop::collection::vec(string, 17)
}

/// Returns a tenth of the usual number of cases; `PROPTEST_CASES` asks for more.
fn config() -> ProptestConfig {
    let usual = ProptestConfig::default();
    ProptestConfig { cases: usual.cases.div_ceil(10), failure_persistence: None, ..usual }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn words_come_out_as_they_went_in(strings in hostile()) {
        let strings = numbered(&strings);
        let pages = typeset(&everywhere(&strings), &FONTS).expect("it is typeset");
        let words = words_of(&pages);
        // The ids of places are not printed.
        let printed = strings.iter().enumerate().filter(|(n, _)| ![12, 15].contains(n));
        for (_, string) in printed {
            prop_assert!(words.contains(string.as_str()), "{string} is not in {words}");
        }
    }

    #[test]
    fn any_characters_print_or_the_reason_is_named(strings in prop::collection::vec(any::<String>(), 17)) {
        let mut document = everywhere(&strings);
        document.title = strings.concat();
        document.draft = Some(Draft { watermark: strings.concat().chars().take(9).collect(), reasons: strings });
        if let Err(all) = pdf(&document, &FONTS) {
            for mistake in all.iter() {
                prop_assert!(["E0801", "E0802", "E0804"].contains(&mistake.code()), "{mistake:?}");
            }
        }
    }
}

#[test]
fn the_typesetter_reaches_nothing_but_its_source() {
    for reach in [
        r#"#read("/etc/passwd")"#,
        r#"#read("paper.typ")"#,
        r#"#read("../Cargo.toml")"#,
        r#"#image("a.png")"#,
        r#"#plugin("a.wasm")"#,
        r#"#import "@preview/cetz:0.4.0""#,
        r#"#include "other.typ""#,
        "#datetime.today()",
    ] {
        let desk = Desk::new(reach.to_owned(), &FONTS).expect("a desk");
        assert!(typst::compile::<PagedDocument>(&desk).output.is_err(), "{reach} was let through");
    }
}

#[test]
fn a_typesetter_that_panics_is_a_diagnostic() {
    let stopped = super::isolated::<()>(|| panic!("as a typesetter might"));
    assert_eq!(stopped.unwrap_err().iter().map(|d| d.code()).collect::<Vec<_>>(), ["E0806"]);
}

#[test]
fn long_lists_of_lists_do_not_overflow_the_stack() {
    let mut block = Block::Paragraph {
        shape: ParagraphShape::Body,
        content: vec![Inline::Text("最里面".to_owned())],
    };
    for _ in 0..12 {
        block = Block::List { start: Some(1), items: vec![vec![block]] };
    }
    let printed = pdf(&document(vec![block]), &FONTS);
    assert!(printed.is_ok(), "{printed:?}");
}

#[test]
fn levels_of_headings_may_be_skipped_and_breaks_stand_anywhere() {
    let heading =
        |level| Block::Heading { level, content: vec![Inline::Text(format!("第{level}级"))] };
    let inner = vec![heading(4), Block::PageBreak, heading(2)];
    let mut blocks = vec![heading(3), heading(1), heading(4), Block::PageBreak, Block::PageBreak];
    blocks.push(Block::List { start: None, items: vec![inner.clone(), Vec::new()] });
    blocks.extend([Block::Slip { blocks: inner }, Block::Signatures { parties: Vec::new() }]);
    blocks.push(Block::Table { align: Vec::new(), head: Vec::new(), rows: Vec::new() });
    blocks.push(Block::Paragraph { shape: ParagraphShape::Note, content: Vec::new() });
    assert!(pdf(&document(blocks), &FONTS).is_ok());
    assert!(pdf(&document(Vec::new()), &FONTS).is_ok());
}

#[test]
fn a_slip_that_is_too_long_for_a_page_is_printed_to_the_end() {
    let blocks = (0..90)
        .map(|n| {
            let mut words = String::new();
            write!(words, "第{n}行，").expect("writing to a string");
            Block::Paragraph { shape: ParagraphShape::Body, content: vec![Inline::Text(words)] }
        })
        .collect();
    let printed = pdf(&document(vec![Block::Slip { blocks }]), &FONTS);
    assert_eq!(printed.map(|printed| printed.pages), Ok(3));
}
