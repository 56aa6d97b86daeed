//! The values a fact or a field can have at all; what lies outside is a slip of the pen.

use super::refused::unfit;
use super::values::{WORDS, parse};
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
    /// The most characters of words.
    characters: usize,
}

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

    /// Reads `at_least` and `at_most`: of words the most characters. Amounts begin at zero unless
    /// the declaration says `signed`.
    pub(super) fn load(
        node: &Node,
        kind: Type,
        vocabulary: &Vocabulary,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        if kind == Type::Words {
            let most = text(node, "at_most").and_then(|t| t.parse().ok());
            return Self { characters: most.unwrap_or(WORDS), ..Self::default() };
        }
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
        let begins_at_zero = matches!(kind, Type::Number | Type::Money | Type::Days | Type::Months)
            && !flag(node, "signed");
        let zero = begins_at_zero.then(|| zero(kind));
        Self { least: least.or(zero), most, characters: WORDS }
    }

    /// Returns the most characters that words may have.
    #[must_use]
    pub fn characters(&self) -> usize {
        self.characters
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
            return unfit(words, name, self.characters, span);
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

fn zero(kind: Type) -> Bound {
    let value = match kind {
        Type::Money => Value::Money(Exact::ZERO),
        Type::Days => Value::Days(Exact::ZERO),
        Type::Months => Value::Months(Exact::ZERO),
        _ => Value::Number(Exact::ZERO),
    };
    Bound { value, written: "0".to_owned() }
}
