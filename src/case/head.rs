//! The head of a case file, waivers and acceptances.

use crate::diag::Diagnostics;
use crate::source::Span;
use crate::syntax::Node;
use crate::syntax::fields::{items, text};
use crate::value::Date;
use crate::value::dates::parse_date;
use crate::vocabulary::load::not_of_type;
use crate::wording::Localized;

/// What a case says about itself before any vocabulary is known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Head {
    /// Policy by name and, after `@`, the first day of its version.
    pub policy: Option<(String, Option<String>, Span)>,
    /// Layers it extends where it names no policy.
    pub extends: Vec<(String, Span)>,
    /// Ground of ending.
    pub ground: Option<(String, Span)>,
    /// Date of knowledge.
    pub as_of: Option<Date>,
}

/// A named person's decision to go on in spite of a requirement that is not satisfied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiver {
    /// Id of the requirement.
    pub requirement: String,
    /// Where the waiver stands.
    pub span: Span,
    /// Who waives.
    pub by: String,
    /// In what role.
    pub role: String,
    /// On what day.
    pub on: Date,
    /// Last day on which it counts.
    pub until: Option<Date>,
    /// Why.
    pub reason: String,
}

/// A named person's acceptance of an unverified value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acceptance {
    /// Name of the parameter.
    pub parameter: String,
    /// Where the acceptance stands.
    pub span: Span,
    /// Layer whose value it is, such as `cn/regions/sh`.
    pub region: Option<String>,
    /// First day of the accepted value.
    pub from: Option<Date>,
    /// Who accepts.
    pub by: String,
    /// In what role.
    pub role: String,
    /// On what day.
    pub on: Date,
    /// Why.
    pub reason: String,
}

impl Acceptance {
    /// Returns whether it means the value of a parameter that a layer gives from a day on.
    ///
    /// The region may be written in full (`cn/regions/sh`) or by its last part (`sh`).
    #[must_use]
    pub fn names(&self, parameter: &str, layer: &str, from: Option<Date>) -> bool {
        let of_layer = |region: &str| region == layer || layer.rsplit('/').next() == Some(region);
        self.parameter == parameter
            && self.region.as_deref().is_none_or(of_layer)
            && (self.from.is_none() || self.from == from)
    }
}

impl Head {
    /// Reads the head of a case file.
    pub fn read(case: &Node, diagnostics: &mut Diagnostics) -> Self {
        let policy = case.get("policy").and_then(|n| {
            let (name, version) = match n.text()?.split_once('@') {
                Some((name, version)) => (name, Some(version.to_owned())),
                None => (n.text()?, None),
            };
            Some((name.to_owned(), version, n.span()))
        });
        Self {
            policy,
            extends: items(case, "extends")
                .filter_map(|n| Some((n.text()?.to_owned(), n.span())))
                .collect(),
            ground: case.get("ground").and_then(|n| Some((n.text()?.to_owned(), n.span()))),
            as_of: date(case, "as_of", diagnostics),
        }
    }
}

/// Reads a date under `key` and reports one that does not exist.
pub(super) fn date(node: &Node, key: &str, diagnostics: &mut Diagnostics) -> Option<Date> {
    let at = node.get(key).filter(|n| !n.is_empty())?;
    let date = at.text().and_then(parse_date);
    if date.is_none() {
        let wanted = Localized::new("YYYY-MM-DD 格式的真实日期", "an existing date as YYYY-MM-DD");
        diagnostics.push(not_of_type(key, &wanted, at.span()));
    }
    date
}

pub(super) fn waivers(section: Option<&Node>, diagnostics: &mut Diagnostics) -> Vec<Waiver> {
    let mut waivers = Vec::new();
    for item in section.into_iter().flat_map(Node::one_or_many) {
        let on = date(item, "on", diagnostics);
        let until = date(item, "until", diagnostics);
        let part = |key: &str| text(item, key).map(str::to_owned);
        let made = || -> Option<Waiver> {
            Some(Waiver {
                requirement: part("requirement")?,
                span: item.get("requirement")?.span(),
                by: part("by")?,
                role: part("role")?,
                on: on?,
                until,
                reason: part("reason")?,
            })
        };
        waivers.extend(made());
    }
    waivers
}

pub(super) fn acceptances(
    section: Option<&Node>,
    diagnostics: &mut Diagnostics,
) -> Vec<Acceptance> {
    let mut acceptances = Vec::new();
    for item in section.into_iter().flat_map(Node::one_or_many) {
        let on = date(item, "on", diagnostics);
        let from = date(item, "from", diagnostics);
        let part = |key: &str| text(item, key).map(str::to_owned);
        let made = || -> Option<Acceptance> {
            Some(Acceptance {
                parameter: part("parameter")?,
                span: item.get("parameter")?.span(),
                region: part("region"),
                from,
                by: part("by")?,
                role: part("role")?,
                on: on?,
                reason: part("reason")?,
            })
        };
        acceptances.extend(made());
    }
    acceptances
}
