//! Requirements: what must hold before documents may be issued.

use super::definitions::{Formula, citations, formula};
use super::load::Reader;
use super::parameters::names;
use crate::diag::Diagnostic;
use crate::source::Span;
use crate::syntax::expression::Expression;
use crate::syntax::expression::parser::truth;
use crate::syntax::fields::{flag, localized_under, text};
use crate::syntax::{Entry, Node};
use crate::vocabulary::Confidence;
use crate::wording::Localized;
use crate::wording::catalogue::loading::LoadingMessage as Message;

/// How much an unmet requirement weighs.
///
/// Deliberately exhaustive: a fourth weight must break every decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// Needs a reasoned waiver.
    Warn,
    /// Stands in the way of the documents it gates.
    Block,
}

impl Severity {
    /// Returns the severity of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "info" => Self::Info,
            "warn" => Self::Warn,
            "block" => Self::Block,
            _ => return None,
        })
    }

    /// Returns the name used in packs.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warn => "warn",
            Self::Block => "block",
        }
    }
}

/// The kind of file that a requirement about files is held against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Checked {
    /// A company's policy.
    Policy,
    /// A case.
    Case,
}

impl Checked {
    /// Returns the kind of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "policy" => Some(Self::Policy),
            "case" => Some(Self::Case),
            _ => None,
        }
    }
}

/// A condition under which the severity is another one.
#[derive(Debug, Clone)]
pub struct SeverityChange {
    /// The severity then.
    pub to: Severity,
    /// The condition.
    pub when: Expression,
    /// Citations as written.
    pub citations: Vec<(String, Span)>,
    /// Why; may be empty.
    pub title: Localized,
}

/// Something that must hold.
#[derive(Debug, Clone)]
pub struct Requirement {
    /// Kebab-case id that reads as the fact to be shown.
    pub id: String,
    /// Where the id stands.
    pub span: Span,
    /// Permanent code, such as `CN-S01`.
    pub code: String,
    /// Title.
    pub title: Localized,
    /// Citations as written.
    pub citations: Vec<(String, Span)>,
    /// How far its basis can be trusted.
    pub confidence: Confidence,
    /// Weight before changes.
    pub severity: Severity,
    /// Grounds it belongs to; none means all.
    pub grounds: Vec<(String, Span)>,
    /// Documents it gates.
    pub gates: Vec<(String, Span)>,
    /// When it binds; absent means always.
    pub applies: Option<Expression>,
    /// What must hold.
    pub value: Formula,
    /// Lower weight.
    pub downgrade: Option<SeverityChange>,
    /// Higher weight.
    pub upgrade: Option<SeverityChange>,
    /// How to mend it.
    pub remedy: Localized,
    /// Kinds of evidence that would prove it.
    pub evidence: Vec<(String, Span)>,
    /// Step of the chain it belongs to.
    pub element: Option<String>,
    /// The file `check` holds against it, if it is about the file itself.
    pub check: Option<Checked>,
    /// Whether a named person may waive it.
    pub waivable: bool,
    /// Whether a lawyer must look at it.
    pub lawyer_review: bool,
    /// The requirement of a farther layer that it replaces.
    pub replaces: Option<(String, Span)>,
}

pub(super) fn load(entry: &Entry, reader: &mut Reader) -> Option<Requirement> {
    let node = entry.value();
    let confidence =
        text(node, "confidence").and_then(Confidence::from_name).unwrap_or(Confidence::Unverified);
    let waivable = match node.get("waivable") {
        Some(_) => flag(node, "waivable"),
        None => confidence != Confidence::Statute,
    };
    let never = text(node, "applies").and_then(truth) == Some(false);
    Some(Requirement {
        id: entry.key().to_owned(),
        span: entry.key_span(),
        code: text(node, "code").unwrap_or_default().to_owned(),
        title: localized_under(node, "title"),
        citations: citations(node),
        confidence,
        severity: text(node, "severity").and_then(Severity::from_name).unwrap_or(Severity::Block),
        grounds: names(node, "grounds"),
        gates: names(node, "gates"),
        applies: node.get("applies").and_then(|n| reader.expression(n)),
        value: match formula(node, reader) {
            Some(value) => value,
            None if never => Formula::All(Vec::new()),
            None => {
                if !["value", "all", "any", "bands"].iter().any(|key| node.get(key).is_some()) {
                    let message = Message::NothingRequired { name: entry.key().to_owned() };
                    let (code, text) = (message.code(), message.text());
                    reader.diagnostics.push(Diagnostic::error(code, text, entry.key_span()));
                }
                return None;
            }
        },
        downgrade: node.get("downgrade").and_then(|n| change(n, reader)),
        upgrade: node.get("upgrade").and_then(|n| change(n, reader)),
        remedy: localized_under(node, "remedy"),
        evidence: names(node, "evidence"),
        element: text(node, "element").map(str::to_owned),
        check: text(node, "check").and_then(Checked::from_name),
        waivable,
        lawyer_review: flag(node, "lawyer_review"),
        replaces: node.get("replaces").and_then(|n| Some((n.text()?.to_owned(), n.span()))),
    })
}

fn change(node: &Node, reader: &mut Reader) -> Option<SeverityChange> {
    Some(SeverityChange {
        to: text(node, "to").and_then(Severity::from_name)?,
        when: reader.expression(node.get("when")?)?,
        citations: citations(node),
        title: localized_under(node, "title"),
    })
}
