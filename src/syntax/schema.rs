//! Checks the shape of a file against its JSON Schema and says what is wrong in words.
//!
//! ```text
//! Node ─▶ JSON (scalars as strings) ─▶ validator ─▶ errors ─▶ place.rs: Node ─▶ words.rs: Diagnostic
//! ```
//!
//! The same schemas serve editors, so they accept what an editor sees (numbers,
//! truth values) and what this module feeds them (text).
//!
//! **Invariant:** no diagnostic repeats a value of the file, only keys.

mod found;
mod place;
#[cfg(test)]
mod tests;
mod words;

use std::sync::OnceLock;

use jsonschema::Validator;
use serde_json::{Map, Value};

use crate::diag::{Diagnostic, Diagnostics, nearest};
use crate::source::Span;
use crate::syntax::tree::{Kind, Node};
use crate::wording::catalogue::schema::{SchemaHelp, SchemaMistake};

/// At most this many mistakes of one file are reported at once.
const MAX_MISTAKES: usize = 50;
/// At most this many errors of the validator are looked at.
const MAX_ERRORS: usize = 500;

/// A kind of file, as its first line `duecause: …` names it.
///
/// Exhaustive on purpose: every kind has its schema and its reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SchemaKind {
    /// The rules of one jurisdiction as a whole.
    Pack,
    /// What a case may say.
    Vocabulary,
    /// Parameters, definitions, requirements, figures, deadlines and steps.
    Rules,
    /// Kinds of documents.
    Documents,
    /// The layer of one company.
    Policy,
    /// One employee's case.
    Case,
    /// Vectors.
    Test,
}

/// A schema as it is written and as it is used.
struct Schema {
    json: Value,
    validator: Validator,
}

impl SchemaKind {
    /// Every kind.
    pub const ALL: [Self; 7] = [
        Self::Pack,
        Self::Vocabulary,
        Self::Rules,
        Self::Documents,
        Self::Policy,
        Self::Case,
        Self::Test,
    ];

    /// Returns the word that names the kind in a file.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Pack => "pack",
            Self::Vocabulary => "vocabulary",
            Self::Rules => "rules",
            Self::Documents => "documents",
            Self::Policy => "policy",
            Self::Case => "case",
            Self::Test => "test",
        }
    }

    /// Returns the kind with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Returns the text of the JSON Schema.
    #[must_use]
    pub fn text(self) -> &'static str {
        match self {
            Self::Pack => include_str!("../../schemas/pack-1.json"),
            Self::Vocabulary => include_str!("../../schemas/vocabulary-1.json"),
            Self::Rules => include_str!("../../schemas/rules-1.json"),
            Self::Documents => include_str!("../../schemas/documents-1.json"),
            Self::Policy => include_str!("../../schemas/policy-1.json"),
            Self::Case => include_str!("../../schemas/case-1.json"),
            Self::Test => include_str!("../../schemas/test-1.json"),
        }
    }

    /// Returns the compiled schema; absent only if the embedded text were broken, which a test excludes.
    fn schema(self) -> Option<&'static Schema> {
        static SCHEMAS: [OnceLock<Option<Schema>>; SchemaKind::ALL.len()] =
            [const { OnceLock::new() }; SchemaKind::ALL.len()];
        let slot = SCHEMAS.get(self as usize)?;
        slot.get_or_init(|| {
            let json: Value = serde_json::from_str(self.text()).ok()?;
            let validator = jsonschema::draft202012::new(&json).ok()?;
            Some(Schema { json, validator })
        })
        .as_ref()
    }
}

/// Returns the kind of file a tree says it is.
///
/// # Errors
///
/// Says what is wrong with the line `duecause: …`, or that it is missing.
pub fn kind(node: &Node) -> Result<SchemaKind, Diagnostics> {
    let Some(entry) = node.entry("duecause") else {
        return Err(one(no_kind(node)));
    };
    let value = entry.value();
    let text = value.text().unwrap_or("");
    let (name, version) = text.split_once('/').unwrap_or((text, ""));
    let at = |mistake: &SchemaMistake| report(mistake, value.span());
    match SchemaKind::from_name(name) {
        Some(kind) if version == "1" => Ok(kind),
        Some(_) => Err(one(at(&SchemaMistake::UnknownVersion { kind: name.to_owned() }))),
        None => {
            let found = at(&SchemaMistake::UnknownKind);
            let near = nearest(name, SchemaKind::ALL.map(SchemaKind::name));
            Err(one(match near {
                Some(near) => {
                    let name = format!("{near}/1");
                    found.with_help(SchemaHelp::DidYouMean { name }.text())
                }
                None => found.with_help(known_kinds()),
            }))
        }
    }
}

/// Checks a tree against the schema of its kind.
#[must_use]
pub fn check(node: &Node, kind: SchemaKind) -> Diagnostics {
    let Some(schema) = kind.schema() else {
        return one(report(&SchemaMistake::NotAllowed, node.span()));
    };
    let instance = to_json(node);
    let errors = schema.validator.iter_errors(&instance).take(MAX_ERRORS);
    let mut found = found::Found::new(node, &schema.json);
    for error in errors {
        found.take(&error);
    }
    let mut diagnostics = Diagnostics::new();
    found.finish().into_iter().take(MAX_MISTAKES).for_each(|d| diagnostics.push(d));
    diagnostics
}

/// Returns the tree as JSON in which every scalar is a string, and null where nothing is written.
fn to_json(node: &Node) -> Value {
    match node.kind() {
        Kind::Scalar(scalar) => {
            let null = matches!(scalar.text(), "" | "~" | "null" | "Null" | "NULL");
            if null && !scalar.is_quoted() { Value::Null } else { scalar.text().into() }
        }
        Kind::Sequence(items) => Value::Array(items.iter().map(to_json).collect()),
        Kind::Mapping(entries) => {
            let pairs = entries.iter().map(|e| (e.key().to_owned(), to_json(e.value())));
            Value::Object(pairs.collect::<Map<_, _>>())
        }
    }
}

/// Returns the diagnostic of a tree without a line `duecause: …`.
fn no_kind(node: &Node) -> Diagnostic {
    let place = place::start(node);
    let found = report(&SchemaMistake::NoKind, place);
    let near = nearest("duecause", node.entries().unwrap_or_default().iter().map(|e| e.key()));
    let near = near.and_then(|key| node.entry(key));
    match (near, words::scalar_remedy(node)) {
        (Some(entry), _) => report(&SchemaMistake::NoKind, entry.key_span())
            .with_help(SchemaHelp::DidYouMean { name: "duecause".to_owned() }.text()),
        (None, Some(remedy)) => found.with_help(remedy),
        (None, None) => found.with_help(known_kinds()),
    }
}

/// Returns the help that lists the kinds of files.
fn known_kinds() -> crate::wording::Localized {
    let (chinese, english) =
        words::listed(&SchemaKind::ALL.map(SchemaKind::name), words::Last::And);
    SchemaHelp::FirstLine { chinese, english }.text()
}

/// Returns a list of one diagnostic.
fn one(diagnostic: Diagnostic) -> Diagnostics {
    let mut diagnostics = Diagnostics::new();
    diagnostics.push(diagnostic);
    diagnostics
}

/// Returns the diagnostic of a mistake at a place.
fn report(mistake: &SchemaMistake, span: Span) -> Diagnostic {
    Diagnostic::error(mistake.code(), mistake.text(), span)
}
