//! Turns the validator's errors into diagnostics, one for each mistake.

use std::collections::{BTreeMap, BTreeSet};

use jsonschema::ValidationError;
use jsonschema::error::ValidationErrorKind as E;
use serde_json::Value;

use super::place::{self, Place};
use super::{MAX_MISTAKES, report, words};
use crate::diag::{Diagnostic, nearest};
use crate::source::Span;
use crate::syntax::tree::{Entry, Node};
use crate::wording::catalogue::schema::{SchemaHelp, SchemaMistake};

/// The errors of one file so far.
pub(super) struct Found<'a> {
    root: &'a Node,
    schema: &'a Value,
    diagnostics: Vec<Diagnostic>,
    /// Missing keys by the place of the mapping and its extent.
    missing: BTreeMap<(Span, Span), Vec<String>>,
    /// Keys that were probably meant by unknown ones, by the extent of the mapping.
    meant: Vec<(Span, String)>,
    /// Mappings of which none of several keys was found: place, extent, keys.
    none_of: Vec<(Span, Span, Vec<String>)>,
}

impl<'a> Found<'a> {
    /// Returns an empty collection for a tree and its schema.
    pub(super) fn new(root: &'a Node, schema: &'a Value) -> Self {
        Self {
            root,
            schema,
            diagnostics: Vec::new(),
            missing: BTreeMap::new(),
            meant: Vec::new(),
            none_of: Vec::new(),
        }
    }

    /// Takes one error of the validator.
    pub(super) fn take(&mut self, error: &ValidationError<'_>) {
        let place = place::find(self.root, error.instance_path());
        match error.kind() {
            E::Required { property } => self.take_missing(place, property),
            E::AdditionalProperties { unexpected } | E::UnevaluatedProperties { unexpected } => {
                let known = self.known_keys(error);
                let unexpected: BTreeSet<&str> = unexpected.iter().map(String::as_str).collect();
                let entries = place.node.entries().unwrap_or_default().iter();
                entries
                    .filter(|entry| unexpected.contains(entry.key()))
                    .take(MAX_MISTAKES)
                    .for_each(|entry| self.take_unknown(place, entry, &known));
            }
            E::PropertyNames { error: inner } => {
                let path = error.instance_path().as_str();
                let of_pack = path.ends_with("/facts") || path.contains("/lists");
                self.take_name(place, inner, of_pack && self.states_facts());
            }
            E::OneOfNotValid { .. } | E::AnyOf { .. } => {
                let keys = self.alternatives(error);
                self.none_of.push((place.head(), place.node.span(), keys));
            }
            E::OneOfMultipleValid { .. } => self.take_several(place, &self.alternatives(error)),
            _ => self.take_value(place, error),
        }
    }

    /// Returns the diagnostics in the order of the file.
    pub(super) fn finish(mut self) -> Vec<Diagnostic> {
        let meant = std::mem::take(&mut self.meant);
        let is_meant = |extent: Span, key: &String| meant.contains(&(extent, key.clone()));
        for ((head, extent), keys) in std::mem::take(&mut self.missing) {
            let keys: Vec<String> = keys.into_iter().filter(|k| !is_meant(extent, k)).collect();
            if !keys.is_empty() {
                let (chinese, english) = words::listed(&keys, words::Last::And);
                self.diagnostics
                    .push(report(&SchemaMistake::MissingKeys { chinese, english }, head));
            }
        }
        for (head, extent, keys) in std::mem::take(&mut self.none_of) {
            if !keys.iter().any(|key| is_meant(extent, key)) {
                let (chinese, english) = words::listed(&keys, words::Last::And);
                self.diagnostics
                    .push(report(&SchemaMistake::NoneOfKeys { chinese, english }, head));
            }
        }
        self.diagnostics.sort_by_key(Diagnostic::span);
        self.diagnostics
    }

    /// Notes a key that is not there.
    fn take_missing(&mut self, place: Place<'_>, property: &Value) {
        let key = property.as_str().unwrap_or_default().to_owned();
        self.missing.entry((place.head(), place.node.span())).or_default().push(key);
    }

    /// Reports a key nobody knows in its place.
    fn take_unknown(&mut self, place: Place<'_>, entry: &Entry, known: &[&str]) {
        let key = entry.key();
        let found = report(&SchemaMistake::UnknownKey, entry.key_span());
        let absent = known.iter().copied().filter(|name| place.node.entry(name).is_none());
        let help = if let Some(near) = nearest(key, absent) {
            self.meant.push((place.node.span(), near.to_owned()));
            SchemaHelp::DidYouMean { name: near.to_owned() }
        } else if self.schema.pointer("/properties").is_some_and(|p| p.get(key).is_some()) {
            SchemaHelp::TopLevel { key: key.to_owned() }
        } else {
            let (chinese, english) = words::listed(known, words::Last::And);
            SchemaHelp::KnownKeys { chinese, english }
        };
        self.diagnostics.push(found.with_help(help.text()));
    }

    /// Reports a key that is not written as names are.
    fn take_name(&mut self, place: Place<'_>, inner: &ValidationError<'_>, of_pack: bool) {
        let instance = inner.instance();
        let Some(entry) = instance.as_str().and_then(|key| place.node.entry(key)) else { return };
        let Some((chinese, english)) = words::title(self.schema_of(inner)) else { return };
        let mistake = SchemaMistake::WrongName { chinese, english };
        let found = report(&mistake, entry.key_span());
        self.diagnostics.push(match of_pack {
            true => found.with_help(SchemaHelp::NamesOfCase.text()),
            false => found,
        });
    }

    /// Returns whether the file uses names that a pack declares.
    fn states_facts(&self) -> bool {
        let kind = self.root.get("duecause").and_then(Node::text).unwrap_or_default();
        kind.starts_with("case/") || kind.starts_with("policy/")
    }

    /// Reports keys that exclude each other, all places labelled.
    fn take_several(&mut self, place: Place<'_>, keys: &[String]) {
        let given: Vec<&Entry> = keys.iter().filter_map(|key| place.node.entry(key)).collect();
        let names: Vec<&str> = given.iter().map(|entry| entry.key()).collect();
        let (chinese, english) = words::listed(&names, words::Last::And);
        let mistake = SchemaMistake::SeveralOfKeys { chinese, english };
        let mut spans = given.iter().map(|entry| entry.key_span());
        let first = spans.next().unwrap_or_else(|| place.head());
        let found = spans.fold(report(&mistake, first), Diagnostic::at);
        self.diagnostics.push(found.with_help(SchemaHelp::KeepOne.text()));
    }

    /// Reports a value that does not fit.
    fn take_value(&mut self, place: Place<'_>, error: &ValidationError<'_>) {
        let span = place.node.span();
        let schema = self.schema_of(error);
        if error.instance().is_null() || matches!(error.kind(), E::MinLength { .. }) {
            let help = if error.instance_path().as_str().starts_with("/facts/") {
                SchemaHelp::WriteFact
            } else {
                SchemaHelp::WriteValue
            };
            self.diagnostics.push(report(&SchemaMistake::NoValue, span).with_help(help.text()));
            return;
        }
        let diagnostic = match error.kind() {
            E::Type { .. } => wrong_shape(place, schema),
            E::Enum { options } => not_one_of(place, schema, options),
            E::Constant { expected_value } => not_one_of(place, schema, expected_value),
            E::MinItems { .. } | E::MinProperties { .. } => report(&SchemaMistake::Empty, span),
            _ => match words::title(schema) {
                Some((chinese, english)) => {
                    report(&SchemaMistake::WrongForm { chinese, english }, span)
                }
                None => report(&SchemaMistake::NotAllowed, span),
            },
        };
        self.diagnostics.push(diagnostic);
    }

    /// Returns the part of the schema whose keyword refused the value.
    fn schema_of(&self, error: &ValidationError<'_>) -> &'a Value {
        let path = error.schema_path().as_str();
        let parent = path.rsplit_once('/').map_or("", |(parent, _)| parent);
        self.schema.pointer(parent).unwrap_or(self.schema)
    }

    /// Returns the keys that are known where an unknown one was found.
    fn known_keys(&self, error: &ValidationError<'_>) -> Vec<&'a str> {
        let properties = self.schema_of(error).get("properties").and_then(Value::as_object);
        properties.into_iter().flat_map(|p| p.keys().map(String::as_str)).collect()
    }

    /// Returns the keys among which a `oneOf` or `anyOf` of required keys chooses.
    fn alternatives(&self, error: &ValidationError<'_>) -> Vec<String> {
        let branches = self.schema.pointer(error.schema_path().as_str()).and_then(Value::as_array);
        let required = branches.into_iter().flatten().filter_map(|b| b.get("required")?.as_array());
        required.flatten().filter_map(|key| Some(key.as_str()?.to_owned())).collect()
    }
}

/// Returns the diagnostic of a value, list or mapping where another of the three belongs.
fn wrong_shape(place: Place<'_>, schema: &Value) -> Diagnostic {
    let (chinese, english) = words::shape(schema);
    let mistake = SchemaMistake::WrongShape { chinese, english };
    let span = match place.node.text() {
        Some(_) => place.node.span(),
        None => place.head(),
    };
    let found = Diagnostic::new(mistake.code(), crate::diag::Severity::Error, mistake.text())
        .with_label(span, words::found(place.node));
    match words::scalar_remedy(place.node) {
        Some(remedy) => found.with_help(remedy),
        None => found,
    }
}

/// Returns the diagnostic of a value that is none of the words known here.
fn not_one_of(place: Place<'_>, schema: &Value, options: &Value) -> Diagnostic {
    let span = place.node.span();
    let one = std::slice::from_ref(options);
    let options: Vec<&str> =
        options.as_array().map_or(one, Vec::as_slice).iter().filter_map(Value::as_str).collect();
    let (chinese, english) =
        words::title(schema).unwrap_or_else(|| words::listed(&options, words::Last::Or));
    let found =
        report(&SchemaMistake::NotOneOf { chinese: chinese.trim().to_owned(), english }, span);
    match place.node.text().and_then(|text| nearest(text, options.iter().copied())) {
        Some(near) => found.with_help(SchemaHelp::DidYouMean { name: near.to_owned() }.text()),
        None => found,
    }
}
