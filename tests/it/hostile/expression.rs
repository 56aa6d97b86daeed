//! Reads arbitrary text as an expression, compiles it as every type, evaluates it and explains it.
//!
//! Nothing may panic, every place must lie inside the text, and equal cases give equal values.

use duecause::assess::{Overrides, Question, assess};
use duecause::case::{Annex, CaseFile, load};
use duecause::compile::{Input, RuleSet, compile};
use duecause::report::{ReviewOptions, explain, law};
use duecause::source::{FileId, Sources, Span};
use duecause::syntax::expression::{Expression, ExpressionKind, parse};
use duecause::syntax::{Entry, Kind, Node, Scalar, yaml};
use duecause::value::Date;
use duecause::wording::Language;

/// Words the expressions may use, and what is above them.
const WORDS: &str = include_str!("given/expression.yaml");

/// What an expression can be.
const TYPES: [&str; 10] = [
    "yes/no",
    "number",
    "money",
    "days",
    "months",
    "date",
    "month",
    "proof",
    "words",
    "choice of kind",
];

/// Reads one input.
pub fn run(text: &str) {
    let mut sources = Sources::new();
    let words = sources.add("words.yaml", WORDS);
    let words = yaml::read(&sources, words).0.unwrap();
    let file = sources.add("fuzz", text);
    let whole = Span::new(file, 0, text.len());
    match parse(text, whole) {
        Ok(expression) => hold(&expression, text),
        Err(diagnostic) => {
            diagnostic.labels().iter().for_each(|label| hold_place(label.span(), text));
            return;
        }
    }
    for kind in TYPES {
        if let Some(rules) = rules(&words, text, kind, whole, &sources) {
            ask(&rules, &words, file, &sources);
            break;
        }
    }
}

/// Holds the places of an expression inside the text and inside each other.
fn hold(expression: &Expression, text: &str) {
    let outer = expression.span();
    hold_place(outer, text);
    let inside = |inner: &Expression| {
        hold(inner, text);
        assert!(outer.start() <= inner.span().start() && inner.span().end() <= outer.end());
    };
    match expression.kind() {
        ExpressionKind::Literal(_) | ExpressionKind::Name(_) => {}
        ExpressionKind::Entry(_, a) | ExpressionKind::Negate(a) | ExpressionKind::Not(a) => {
            inside(a);
        }
        ExpressionKind::At(a, b)
        | ExpressionKind::Compare(_, a, b)
        | ExpressionKind::Arithmetic(_, a, b) => [a, b].into_iter().for_each(|e| inside(e)),
        ExpressionKind::And(all) | ExpressionKind::Or(all) => all.iter().for_each(inside),
        ExpressionKind::Among(a, all) => {
            inside(a);
            all.iter().for_each(inside);
        }
        ExpressionKind::If(a, b, c) => [a, b, c].into_iter().for_each(|e| inside(e)),
        ExpressionKind::Call(call) => {
            let range = call.range.iter().flat_map(|(from, to)| [from, to]);
            call.arguments.iter().chain(range).chain(&call.filter).for_each(inside);
        }
    }
}

/// Holds one place inside the text.
fn hold_place(span: Span, text: &str) {
    assert!(text.get(span.start()..span.end()).is_some(), "{span:?} of {} bytes", text.len());
}

/// Compiles the expression as a definition of one type.
fn rules(words: &Node, text: &str, kind: &str, whole: Span, sources: &Sources) -> Option<RuleSet> {
    let scalar = |text: &str| Node::new(whole, Kind::Scalar(Scalar::new(text.to_owned(), false)));
    let mapping = |entries| Node::new(whole, Kind::Mapping(entries));
    let entry = |key: &'static str, value| Entry::new(key, whole, value);
    let asked = mapping(vec![
        entry("type", scalar(kind)),
        entry("optional", scalar("yes")),
        entry("value", scalar(text)),
    ]);
    let own = mapping(vec![entry("definitions", mapping(vec![entry("asked", asked)]))]);
    let pack = words.get("pack")?;
    let (vocabulary, found) = duecause::vocabulary::load(&[pack]);
    assert!(!found.has_errors(), "{found:?}");
    let (layer, found) = duecause::rules::load("fuzz", &[pack, &own]);
    if found.has_errors() {
        return None;
    }
    compile(Input { vocabulary, layers: vec![(0, &layer)], policy: None }, sources).0
}

/// Evaluates the expression over a full case, a poor one and an empty one, and shows how.
fn ask(rules: &RuleSet, words: &Node, file: FileId, sources: &Sources) {
    let question = Question {
        ground: "ending".to_owned(),
        as_of: Date::from_ymd_opt(2026, 1, 1).unwrap(),
        version: None,
        overrides: Overrides::default(),
    };
    let given = ["full", "poor"].map(|name| {
        let (case, found) = load(words.get(name).unwrap(), Annex::default(), rules.vocabulary());
        assert!(!found.has_errors(), "{found:?}");
        case
    });
    let options = ReviewOptions::new(file).show_values(true).verbose(true);
    for case in given.into_iter().chain([CaseFile::unknown(rules.vocabulary())]) {
        let assessment = assess(rules, &case, &question);
        assert_eq!(assessment.steps(), assess(rules, &case, &question).steps());
        for language in [Language::Chinese, Language::English] {
            assert!(!explain(&assessment, "asked", sources, language, &options).is_empty());
            let _ = law::page(rules, "asked", sources, language, false);
        }
    }
}
