//! A formula as written, with titles in the place of names.

use super::words::Words;
use crate::compile::{Named, RuleSet};

/// Operators and functions in words, Chinese and English.
const WORDS: [(&str, &str, &str); 15] = [
    ("round", "四舍五入", "round"),
    ("floor", "舍去小数", "round down"),
    ("ceil", "进位取整", "round up"),
    ("truncate", "截去", "truncate"),
    ("min", "取较小值", "lesser of"),
    ("max", "取较大值", "greater of"),
    ("sum", "合计", "sum"),
    ("average", "平均", "average"),
    ("count", "个数", "count"),
    ("default", "如无则", "or, if none,"),
    ("exists", "存在", "exists"),
    ("if", "如果", "if"),
    ("then", "则", "then"),
    ("else", "否则", "else"),
    ("and", "且", "and"),
];

/// Returns a formula for people: names by their titles, `*` as ×, `/` as ÷.
pub(super) fn in_words(written: &str, rules: &RuleSet, words: &Words<'_, '_>) -> String {
    let mut text = String::new();
    let mut name = String::new();
    for c in written.chars().chain(std::iter::once('\n')) {
        if c.is_alphanumeric() || c == '_' || (c == '.' && !name.is_empty()) {
            name.push(c);
            continue;
        }
        if !name.is_empty() {
            text.push_str(&one(&name, rules, words));
            name.clear();
        }
        match c {
            '*' => text.push('×'),
            '/' => text.push('÷'),
            '\n' => text.push_str("; "),
            other => text.push(other),
        }
    }
    text.trim_end_matches("; ").to_owned()
}

fn one(name: &str, rules: &RuleSet, words: &Words<'_, '_>) -> String {
    if let Some((_, zh, en)) = WORDS.into_iter().find(|(word, _, _)| *word == name) {
        return words.pick(zh, en);
    }
    let v = rules.vocabulary();
    let title = match rules.named(name) {
        Some(Named::Fact(id)) => v.fact(id).map(|f| f.title()),
        Some(Named::List(id)) => v.list(id).map(|l| l.title()),
        Some(Named::Parameter(id)) => rules.parameter(id).map(|p| &p.title),
        Some(Named::Definition(id)) => rules.definition(id).map(|d| &d.title),
        None => None,
    };
    let title = title.map_or("", |t| words.of(t));
    if title.is_empty() { name.to_owned() } else { title.to_owned() }
}
