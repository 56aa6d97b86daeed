//! The values a fact or a field can have at all; what lies outside is a slip of the pen.

use super::values::parse;
use super::{Type, Vocabulary};
use crate::diag::{Diagnostic, Diagnostics};
use crate::syntax::Node;
use crate::syntax::fields::{flag, text};
use crate::value::{Exact, Value};
use crate::wording::catalogue::loading::LoadingMessage as Message;

/// An end of a range, as a value and as the pack writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bound {
    value: Value,
    written: String,
}

/// The values a fact or field can have; an absent end is open.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Range {
    least: Option<Bound>,
    most: Option<Bound>,
    length: Option<usize>,
}

/// The most characters words may have where the vocabulary sets no other limit.
const LENGTH: usize = 200;

impl Bound {
    /// Returns the end that `written` is; `None` if it is not of the type.
    pub(super) fn read(written: &str, kind: Type, vocabulary: &Vocabulary) -> Option<Self> {
        let value = parse(written, kind, vocabulary).ok()?;
        Some(Self { value, written: written.to_owned() })
    }
}

impl Range {
    /// Returns the least value.
    #[must_use]
    pub fn least(&self) -> Option<&Value> {
        self.least.as_ref().map(|b| &b.value)
    }

    /// Returns the greatest value.
    #[must_use]
    pub fn most(&self) -> Option<&Value> {
        self.most.as_ref().map(|b| &b.value)
    }

    /// Reads `at_least` and `at_most`. Amounts begin at zero unless the declaration says `signed`,
    /// dates and months keep to the days of the pack.
    pub(super) fn load(
        node: &Node,
        kind: Type,
        vocabulary: &Vocabulary,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let mut end = |key: &str| {
            let at = node.get(key)?;
            let bound = Bound::read(at.text()?, kind, vocabulary);
            if bound.is_none() {
                let wanted = kind.words(vocabulary);
                diagnostics.push(super::load::not_of_type(key, &wanted, at.span()));
            }
            bound
        };
        let (least, most) = (end("at_least"), end("at_most"));
        let days = vocabulary.dates.as_ref();
        let (from, to) = match kind {
            Type::Date | Type::Month => {
                let part = |b: &Bound| match kind {
                    Type::Date => Some(b.clone()),
                    _ => Bound::read(b.written.get(..7)?, kind, vocabulary),
                };
                (days.and_then(|d| part(&d.0)), days.and_then(|d| part(&d.1)))
            }
            Type::Number | Type::Money | Type::Days | Type::Months if !flag(node, "signed") => {
                (Some(zero(kind)), None)
            }
            _ => (None, None),
        };
        let length = text(node, "length").and_then(|t| t.parse().ok());
        Self { least: least.or(from), most: most.or(to), length }
    }

    /// Returns the most characters it may have if it is words.
    #[must_use]
    pub fn length(&self) -> usize {
        self.length.unwrap_or(LENGTH)
    }

    /// Returns what is wrong with a value of `name`, if it lies outside.
    #[must_use]
    pub fn refuse(
        &self,
        name: &str,
        value: &Value,
        span: crate::source::Span,
    ) -> Option<Diagnostic> {
        if let Value::Words(words) = value {
            return self.unfit(words, name, span);
        }
        let below = self.least().is_some_and(|least| value < least);
        let above = self.most().is_some_and(|most| value > most);
        let name = name.to_owned();
        let written = |b: &Option<Bound>| b.as_ref().map(|b| b.written.clone());
        let message = match (below || above, written(&self.least), written(&self.most)) {
            (false, ..) => return None,
            (true, Some(least), Some(most)) => Message::NotBetween { name, least, most },
            (true, _, Some(most)) => Message::AboveMost { name, most },
            (true, Some(least), _) if least != "0" => Message::BelowLeast { name, least },
            (true, ..) => Message::Negative { name },
        };
        Some(Diagnostic::error(message.code(), message.text(), span))
    }
}

impl Range {
    /// Returns what is wrong with words: they are one line, and not longer than declared.
    fn unfit(&self, words: &str, name: &str, span: crate::source::Span) -> Option<Diagnostic> {
        let name = name.to_owned();
        let (message, help) = if words.contains(char::is_control) {
            (Message::NotOneLine { name }, Message::OneLineHelp)
        } else if words.chars().nth(self.length()).is_some() {
            (Message::TooLong { name, limit: self.length() }, Message::TooLongHelp)
        } else {
            return None;
        };
        let diagnostic = Diagnostic::error(message.code(), message.text(), span);
        Some(diagnostic.with_help(help.text()))
    }
}

fn zero(kind: Type) -> Bound {
    let value = match kind {
        Type::Money => Value::Money(Exact::ZERO),
        Type::Days => Value::Days(Exact::ZERO),
        Type::Months => Value::Months(Exact::ZERO),
        _ => Value::Number(Exact::ZERO),
    };
    Bound { value, written: "0".to_owned() }
}

/// Reads the days a pack deals with: `dates: { from: …, to: … }`.
pub(super) fn dates(conventions: &Node, vocabulary: &Vocabulary) -> Option<(Bound, Bound)> {
    let dates = conventions.get("dates")?;
    let end = |key: &str| Bound::read(text(dates, key)?, Type::Date, vocabulary);
    Some((end("from")?, end("to")?))
}
