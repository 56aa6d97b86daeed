//! Places, limits and characters of the reader; wording is tested by `tests/diagnostics`.

use super::*;
use crate::source::Sources;
use crate::syntax::tree::Kind;

/// Reads a text as one file.
fn read_text(text: &str) -> (Sources, Option<Node>, Diagnostics) {
    let mut sources = Sources::new();
    let file = sources.add("test.yaml", text);
    let (node, diagnostics) = read(&sources, file);
    (sources, node, diagnostics)
}

/// Reads a text that has no mistake.
fn tree(text: &str) -> (Sources, Node) {
    let (sources, node, diagnostics) = read_text(text);
    assert!(diagnostics.is_empty(), "{text:?}: {diagnostics:?}");
    (sources, node.unwrap())
}

/// Returns the codes reported for a text, and what each primary place covers.
fn mistakes(text: &str) -> Vec<(&'static str, String)> {
    let (sources, _, diagnostics) = read_text(text);
    let place = |d: &Diagnostic| sources.slice(d.span().unwrap()).to_owned();
    diagnostics.iter().map(|d| (d.code(), place(d))).collect()
}

#[test]
fn spans_are_bytes_of_the_text_without_quotation_marks() {
    let (sources, node) = tree(
        "姓名: 张三  # 甲\n职务: '销售 ''员'''\n备注: \"一\\n二\"\n地: >\n  一\n  二\n末: 1\n",
    );
    let entries = node.entries().unwrap();
    let keys: Vec<&str> = entries.iter().map(|e| sources.slice(e.key_span())).collect();
    assert_eq!(keys, ["姓名", "职务", "备注", "地", "末"]);
    let values: Vec<&str> = entries.iter().map(|e| sources.slice(e.value().span())).collect();
    assert_eq!(values, ["张三", "销售 ''员''", "一\\n二", "一\n  二", "1"]);
    let texts: Vec<&str> = entries.iter().map(|e| e.value().text().unwrap()).collect();
    assert_eq!(texts, ["张三", "销售 '员'", "一\n二", "一 二\n", "1"]);
}

#[test]
fn collections_span_their_content() {
    let (sources, node) = tree("甲:\n  - { 乙: 1, 丙: [ 二 ] }\n  - 三\n# end\n");
    assert_eq!(sources.slice(node.span()), "甲:\n  - { 乙: 1, 丙: [ 二 ] }\n  - 三");
    let items = node.get("甲").unwrap().items().unwrap();
    assert_eq!(sources.slice(items[0].span()), "{ 乙: 1, 丙: [ 二 ] }");
    assert_eq!(sources.slice(items[0].get("丙").unwrap().span()), "[ 二 ]");
}

#[test]
fn scalars_stay_text() {
    let (_, node) = tree("a: NO\nb: 0123\nc: 1e3\nd: 2026-02-30\ne: 0.10\nf: \"yes\"\ng: ~\nh:\n");
    let of = |key: &str| node.get(key).unwrap().text().unwrap();
    assert_eq!(
        [of("a"), of("b"), of("c"), of("d"), of("e"), of("f"), of("g"), of("h")],
        ["NO", "0123", "1e3", "2026-02-30", "0.10", "yes", "~", ""]
    );
    assert!(node.get("h").unwrap().is_empty());
    assert!(matches!(node.get("f").unwrap().kind(), Kind::Scalar(s) if s.is_quoted()));
}

#[test]
fn windows_line_ends_change_nothing() {
    let (sources, node) = tree("a: 张三\r\nb:\r\n  - \"一\r\n    二\"\r\nc: |\r\n  x\r\n");
    assert_eq!(sources.slice(node.get("a").unwrap().span()), "张三");
    assert_eq!(node.get("b").unwrap().items().unwrap()[0].text(), Some("一 二"));
    assert_eq!(node.get("c").unwrap().text(), Some("x\n"));
    assert_eq!(mistakes("a: 1\r\n\tb: 2\r\n"), [("E0117", "\t".to_owned())]);
}

#[test]
fn json_is_read_too() {
    let long = "长".repeat(3000);
    let (_, node) = tree(&format!("{{\"a\":{{\"b\":[1,2.50,true,null]}},\n\t\"c\":\"{long}\"}}"));
    assert_eq!(node.get("a").unwrap().get("b").unwrap().items().unwrap()[1].text(), Some("2.50"));
    assert_eq!(node.get("c").unwrap().text(), Some(long.as_str()));
}

#[test]
fn text_is_composed_while_spans_stay_raw() {
    let (sources, node) = tree("\u{feff}caf\u{65}\u{301}: e\u{301}\n");
    let entry = &node.entries().unwrap()[0];
    assert_eq!(entry.key(), "café");
    assert_eq!(entry.value().text(), Some("é"));
    assert_eq!(sources.slice(entry.value().span()), "e\u{301}");
    assert_eq!(mistakes("\u{e9}: 1\ne\u{301}: 2\n"), [("E0110", "e\u{301}".to_owned())]);
}

#[test]
fn invisible_characters_are_refused_where_they_stand() {
    assert_eq!(mistakes("a: 张\u{200B}三\n"), [("E0113", "\u{200B}".to_owned())]);
    assert_eq!(mistakes("a\u{202E}b: 1\n"), [("E0112", "\u{202E}".to_owned())]);
    assert_eq!(mistakes("a: \"x\\u202Ey\"\n"), [("E0112", "x\\u202Ey".to_owned())]);
    assert_eq!(mistakes("a: x\0y\n"), [("E0114", "\0".to_owned())]);
    assert_eq!(mistakes("a: \"\\uFDD0\"\n"), [("E0115", "\\uFDD0".to_owned())]);
    assert_eq!(mistakes("a: \u{FEFF}b\n").first().map(|m| m.0), Some("E0113"));
}

#[test]
fn texts_cut_by_a_comma_are_reported_and_put_together() {
    let text = "f: { value: round(max(x, y), 0.01), zh: 甲, 乙, en: a }\ng: [ round(x, 2), b ]\n";
    let (sources, node, diagnostics) = read_text(text);
    let places: Vec<_> = diagnostics.iter().map(|d| sources.slice(d.span().unwrap())).collect();
    assert_eq!(places, ["round(max(x, y), 0.01)", "甲, 乙", "round(x, 2)"]);
    let node = node.unwrap();
    let f = node.get("f").unwrap();
    assert_eq!(f.get("value").unwrap().text(), Some("round(max(x, y), 0.01)"));
    assert_eq!(f.get("zh").unwrap().text(), Some("甲, 乙"));
    assert_eq!(f.get("en").unwrap().text(), Some("a"));
    assert_eq!(node.get("g").unwrap().items().unwrap().len(), 2);
}

#[test]
fn several_syntax_errors_are_found_in_one_run() {
    let text = "a: \"x\\q\"\nb: {x: 1]\nc: 1\n名称：值\nd: [1\n";
    let codes: Vec<_> = mistakes(text).into_iter().map(|m| m.0).collect();
    assert_eq!(codes, ["E0130", "E0120", "E0122", "E0119"]);
}

#[test]
fn anchors_and_aliases_cannot_multiply() {
    let mut bomb = String::from("a0: &a0 [ x ]\n");
    for i in 1..60 {
        bomb += &format!("a{i}: &a{i} [ {} ]\n", vec![format!("*a{}", i - 1); 9].join(", "));
    }
    let (_, node, diagnostics) = read_text(&bomb);
    assert!(node.is_none());
    assert_eq!(diagnostics.iter().count(), MAX_MISTAKES);
}

#[test]
fn nesting_is_bounded() {
    let nested = |n: usize| format!("{}x{}", "[".repeat(n), "]".repeat(n));
    assert!(read_text(&nested(MAX_DEPTH)).2.is_empty());
    for depth in [MAX_DEPTH + 1, 300, 100_000] {
        assert_eq!(mistakes(&nested(depth))[0].0, "E0103", "{depth}");
    }
    let block: String = (0..70).map(|i| format!("{}a:\n", " ".repeat(i))).collect();
    assert_eq!(mistakes(&block)[0].0, "E0103");
}

#[test]
fn the_number_of_nodes_is_bounded() {
    assert!(read_text(&format!("[{}]", "1,".repeat(MAX_NODES - 1))).2.is_empty());
    assert_eq!(mistakes(&format!("[{}]", "1,".repeat(MAX_NODES + 1)))[0].0, "E0102");
}

#[test]
fn the_size_is_bounded() {
    let of = |n: usize| format!("a: {}", "x".repeat(n));
    assert!(read_text(&of(MAX_BYTES - 3)).2.is_empty());
    assert_eq!(mistakes(&of(MAX_BYTES - 2)), [("E0101", String::new())]);
}
