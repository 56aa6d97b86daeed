//! Expressions asked of a case, and what is expected of them.

use duecause::assess::Eval;
use duecause::compile::RuleSet;
use duecause::value::Value;
use duecause::vocabulary::Type;
use duecause::vocabulary::values::parse;

/// Names under which expressions stand in the compiled rules.
pub const NAME: &str = "asked";

/// Types without a name of their own.
const PLAIN: [&str; 9] =
    ["yes/no", "number", "money", "days", "months", "date", "month", "proof", "words"];

/// What an expression is expected to be.
#[derive(Debug, PartialEq)]
pub enum Wanted {
    Known(String),
    None,
    /// Unknown, with the bounds that are known about it; `None` means that none is expected.
    Unknown(Option<[Option<String>; 2]>),
}

impl Wanted {
    /// Reads `3 days`, `none`, `unknown`, `2 .. 5`, `2 ..` or `.. 5`.
    pub fn read(written: &str) -> Self {
        let part = |text: &str| Some(text.trim().to_owned()).filter(|t| !t.is_empty());
        match (written, written.split_once("..")) {
            ("none", _) => Self::None,
            ("unknown", _) => Self::Unknown(None),
            (_, Some((low, high))) => Self::Unknown(Some([part(low), part(high)])),
            _ => Self::Known(written.to_owned()),
        }
    }

    /// Returns the types the expression may be declared with, the likely one first.
    pub fn types(&self, choices: &[String]) -> Vec<String> {
        let example = match self {
            Self::Known(text) => Some(text),
            Self::Unknown(Some([low, high])) => low.as_ref().or(high.as_ref()),
            _ => None,
        };
        let likely = example.map(|text| match text.rsplit(' ').next().unwrap() {
            "yes" | "no" => "yes/no",
            "CNY" => "money",
            "day" | "days" => "days",
            "month" | "months" => "months",
            word if word.len() == 10 && word.as_bytes()[4] == b'-' => "date",
            word if word.len() == 7 && word.as_bytes()[4] == b'-' => "month",
            word if word.as_bytes()[0].is_ascii_digit() || word.starts_with('-') => "number",
            "weak" | "fair" | "strong" => "proof",
            _ => "choice",
        });
        match likely {
            Some("choice") => choices.to_vec(),
            Some(one) => vec![one.to_owned()],
            None => every_type(choices),
        }
    }

    /// Returns whether a value is what is expected.
    pub fn holds(&self, found: &Eval, kind: Type, rules: &RuleSet) -> bool {
        let value = |text: &String| parse(text, kind, rules.vocabulary()).ok();
        let same = |text: &Option<String>, found: Option<&Value>| match text {
            Some(text) => value(text).as_ref() == found,
            None => found.is_none(),
        };
        match (self, found) {
            (Self::Known(text), Eval::Known(found)) => value(text).as_ref() == Some(found),
            (Self::None, Eval::None) | (Self::Unknown(None), Eval::Unknown(_)) => true,
            (Self::Unknown(Some([low, high])), Eval::Unknown(_)) => {
                same(low, found.low()) && same(high, found.high())
            }
            _ => false,
        }
    }
}

/// Returns every type an expression can have.
pub fn every_type(choices: &[String]) -> Vec<String> {
    PLAIN.iter().map(|t| (*t).to_owned()).chain(choices.iter().cloned()).collect()
}

/// Returns a `rules/1` text that gives expressions names; any of them may be none.
pub fn rules(asked: &[(String, String)]) -> String {
    let mut text = String::from("definitions:\n");
    for (index, (expression, kind)) in asked.iter().enumerate() {
        let quoted = format!("{expression:?}");
        text.push_str(&format!(
            "  {NAME}_{index}: {{ type: {kind}, optional: yes, value: {quoted} }}\n"
        ));
    }
    if asked.is_empty() { String::new() } else { text }
}

/// Shows a value as an example would write it.
pub fn shown(value: &Eval, rules: &RuleSet, kind: Type) -> String {
    let plain = |value: &Value| match value {
        Value::Truth(truth) => (if *truth { "yes" } else { "no" }).to_owned(),
        Value::Number(n) => n.to_string(),
        Value::Money(n) => format!("{n} CNY"),
        Value::Days(n) => format!("{n} days"),
        Value::Months(n) => format!("{n} months"),
        Value::Date(date) => date.to_string(),
        Value::Month(month) => month.to_string(),
        Value::Proof(proof) => proof.name().to_owned(),
        Value::Words(words) => words.to_string(),
        Value::Choice(m) => match kind {
            Type::Choice(id) => {
                rules.vocabulary().choice(id).unwrap().members()[*m as usize].name().to_owned()
            }
            _ => format!("member {m}"),
        },
        Value::Row(row) => format!("row {row}"),
    };
    match value {
        Eval::Known(value) => plain(value),
        Eval::None => "none".to_owned(),
        Eval::Unknown(unknown) => {
            let end = |end: &Option<Value>| end.as_ref().map(plain).unwrap_or_default();
            let problem = unknown.problem.map(|p| format!(" ({p:?})")).unwrap_or_default();
            match (&unknown.low, &unknown.high) {
                (None, None) => format!("unknown{problem}"),
                (low, high) => format!("{} .. {}{problem}", end(low), end(high)).trim().to_owned(),
            }
        }
    }
}
