//! The compiled rules of one jurisdiction, region and policy.

use std::collections::BTreeMap;

use super::typed::Typed;
use crate::rules::{Better, Checked, Purpose, Severity, Status, Supplier};
use crate::source::Span;
use crate::value::{Date, Value};
use crate::vocabulary::{Citation, Confidence, FactId, ListId, Type, Vocabulary};
use crate::wording::Localized;

crate::vocabulary::ids! {
    /// Names a parameter.
    ParameterId,
    /// Names a definition, figure or deadline.
    DefinitionId,
    /// Names a requirement.
    RequirementId,
}

/// What a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// A fact.
    Fact(FactId),
    /// A list.
    List(ListId),
    /// A parameter.
    Parameter(ParameterId),
    /// A definition, figure or deadline.
    Definition(DefinitionId),
}

/// A compiled parameter.
#[derive(Debug, Clone)]
pub struct ParameterEntry {
    /// Name.
    pub name: String,
    /// Where it is declared.
    pub span: Span,
    /// Title.
    pub title: Localized,
    /// Type.
    pub kind: Type,
    /// What a company may change.
    pub better: Better,
    /// Who supplies it if the law does not.
    pub supplier: Option<Supplier>,
    /// The choice that keys it.
    pub by: Option<crate::vocabulary::ChoiceId>,
    /// The date that selects its row; `None` means the ground's.
    pub selected_by: Option<Typed>,
    /// Citations of the parameter as a whole.
    pub citations: Vec<Citation>,
    /// The law's values: by member if it is a table, else one series.
    pub series: Vec<Vec<Dated>>,
    /// The policy's values, earliest version first.
    pub settings: Vec<SettingValue>,
    /// Whether a lawyer must look at it.
    pub lawyer_review: bool,
    /// Who holds which reading, by member.
    pub readings: Vec<(u32, Localized)>,
    /// Name of the layer that gave the law's values.
    pub layer: String,
}

/// One dated value of the law.
#[derive(Debug, Clone)]
pub struct Dated {
    /// First day; `None` means from ever.
    pub from: Option<Date>,
    /// Last day, made explicit by the next value; `None` means open.
    pub to: Option<Date>,
    /// Whether that last day is only the eve of the next value: where that one is not known yet, this one holds.
    pub until_next: bool,
    /// The value.
    pub value: Value,
    /// Day on which it was published.
    pub published_on: Option<Date>,
    /// How far it can be trusted.
    pub status: Status,
    /// What exactly was counted.
    pub caliber: Option<Localized>,
    /// Whether it carries on past its last day until another value begins.
    pub carry: bool,
    /// Citations of this value.
    pub citations: Vec<Citation>,
    /// Remark.
    pub note: Localized,
    /// Where it stands.
    pub span: Span,
    /// Where the value itself stands.
    pub value_span: Span,
    /// Layer that gave it.
    pub layer: String,
}

impl Dated {
    /// Returns whether it holds past its last day until another value begins.
    #[must_use]
    pub fn goes_on(&self) -> bool {
        self.carry || self.until_next
    }
}

/// A value that a policy version sets.
#[derive(Debug, Clone)]
pub struct SettingValue {
    /// Version of the policy: its first day; `None` holds in every version.
    pub version: Option<Date>,
    /// Position of the member; 0 where the parameter is no table.
    pub member: usize,
    /// The value.
    pub value: Value,
    /// Where it stands.
    pub span: Span,
}

/// A compiled definition, figure or deadline.
#[derive(Debug, Clone)]
pub struct DefinitionEntry {
    /// Name.
    pub name: String,
    /// Where it is declared.
    pub span: Span,
    /// What it is for.
    pub purpose: Purpose,
    /// Title; empty if it is never printed.
    pub title: Localized,
    /// Type.
    pub kind: Type,
    /// Whether it may be none.
    pub optional: bool,
    /// Types of its arguments, with their names.
    pub takes: Vec<(String, Type)>,
    /// The list it is a column of.
    pub of: Option<ListId>,
    /// Citations.
    pub citations: Vec<Citation>,
    /// Citations of each exception, in order.
    pub exception_citations: Vec<Vec<Citation>>,
    /// The formula.
    pub formula: Typed,
    /// The formula as written, for derivations.
    pub written: String,
    /// Grounds it belongs to; none means all.
    pub grounds: Vec<String>,
    /// For a deadline: whether the date is the earliest.
    pub is_earliest: bool,
    /// Whether a lawyer must look at it.
    pub lawyer_review: bool,
    /// Whether it depends on a sensitive fact.
    pub sensitive: bool,
    /// Formulas of the policy that may be better for the employee, by version.
    pub company: Vec<(Option<Date>, Typed, String)>,
    /// The outcome whose cost it is, such as an unlawful ending; empty for all others.
    pub exposure: Localized,
    /// In which direction the employee is better off.
    pub better: Better,
    /// Name of the layer that gave it.
    pub layer: String,
}

/// A compiled requirement.
#[derive(Debug, Clone)]
pub struct RequirementEntry {
    /// Id.
    pub id: String,
    /// Where it is declared.
    pub span: Span,
    /// Permanent code.
    pub code: String,
    /// Title.
    pub title: Localized,
    /// Citations.
    pub citations: Vec<Citation>,
    /// How far its basis can be trusted.
    pub confidence: Confidence,
    /// Weight before changes.
    pub severity: Severity,
    /// Grounds it belongs to; none means all.
    pub grounds: Vec<String>,
    /// Documents it gates.
    pub gates: Vec<String>,
    /// When it binds.
    pub applies: Option<Typed>,
    /// What must hold.
    pub value: Typed,
    /// What must hold, as written, for derivations.
    pub written: String,
    /// Lower weight: to, when, why.
    pub downgrade: Option<(Severity, Typed, Localized)>,
    /// Higher weight: to, when, why.
    pub upgrade: Option<(Severity, Typed, Localized)>,
    /// How to mend it.
    pub remedy: Localized,
    /// Kinds of evidence that would prove it.
    pub evidence: Vec<String>,
    /// Step of the chain.
    pub element: Option<String>,
    /// The file `check` holds against it.
    pub check: Option<Checked>,
    /// Whether a named person may waive it.
    pub waivable: bool,
    /// Whether a lawyer must look at it.
    pub lawyer_review: bool,
    /// Whether it depends on a sensitive fact.
    pub sensitive: bool,
    /// Name of the layer that gave it.
    pub layer: String,
}

/// A compiled step of the process.
#[derive(Debug, Clone)]
pub struct StepEntry {
    /// Name.
    pub name: String,
    /// Title.
    pub title: Localized,
    /// Its date.
    pub date: Typed,
    /// Positions of earlier steps, with the least and greatest gap to them.
    pub after: Vec<(usize, Option<Typed>, Option<Typed>)>,
}

/// Everything the evaluator needs, resolved and typed.
#[derive(Debug, Clone, Default)]
pub struct RuleSet {
    pub(super) vocabulary: Vocabulary,
    pub(super) names: BTreeMap<String, Named>,
    pub(super) parameters: Vec<ParameterEntry>,
    pub(super) definitions: Vec<DefinitionEntry>,
    pub(super) requirements: Vec<RequirementEntry>,
    pub(super) law_dates: BTreeMap<String, Typed>,
    pub(super) steps: Vec<StepEntry>,
    pub(super) not_checked: Vec<(String, Localized)>,
    pub(super) policy: Option<(String, Localized)>,
    pub(super) versions: Vec<Date>,
    pub(super) layers: Vec<(String, Localized)>,
}

impl RuleSet {
    /// Returns the vocabulary.
    #[must_use]
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// Returns what a name stands for.
    #[must_use]
    pub fn named(&self, name: &str) -> Option<Named> {
        self.names.get(name).copied()
    }

    /// Iterates over all names.
    pub fn names(&self) -> impl Iterator<Item = (&str, Named)> {
        self.names.iter().map(|(name, named)| (name.as_str(), *named))
    }

    /// Returns all parameters.
    #[must_use]
    pub fn parameters(&self) -> &[ParameterEntry] {
        &self.parameters
    }

    /// Returns a parameter.
    #[must_use]
    pub fn parameter(&self, id: ParameterId) -> Option<&ParameterEntry> {
        self.parameters.get(id.index())
    }

    /// Returns all definitions, figures and deadlines.
    #[must_use]
    pub fn definitions(&self) -> &[DefinitionEntry] {
        &self.definitions
    }

    /// Returns a definition.
    #[must_use]
    pub fn definition(&self, id: DefinitionId) -> Option<&DefinitionEntry> {
        self.definitions.get(id.index())
    }

    /// Returns all requirements.
    #[must_use]
    pub fn requirements(&self) -> &[RequirementEntry] {
        &self.requirements
    }

    /// Returns a requirement.
    #[must_use]
    pub fn requirement(&self, id: RequirementId) -> Option<&RequirementEntry> {
        self.requirements.get(id.index())
    }

    /// Returns the requirement of an id or a code.
    #[must_use]
    pub fn requirement_named(&self, name: &str) -> Option<(RequirementId, &RequirementEntry)> {
        let at = self.requirements.iter().position(|r| r.id == name || r.code == name)?;
        Some((RequirementId::at(at), self.requirements.get(at)?))
    }

    /// Returns the date that selects versions of the law on a ground.
    #[must_use]
    pub fn law_date(&self, ground: &str) -> Option<&Typed> {
        self.law_dates.get(ground)
    }

    /// Returns the steps of the process in the order of declaration.
    #[must_use]
    pub fn steps(&self) -> &[StepEntry] {
        &self.steps
    }

    /// Returns the rules of the catalogue that nobody has written yet: code and what it would check.
    #[must_use]
    pub fn not_checked(&self) -> &[(String, Localized)] {
        &self.not_checked
    }

    /// Returns what the pack does not cover, as far as it concerns these layers.
    #[must_use]
    pub fn not_covered(&self) -> Vec<&Localized> {
        let is_applied = |region: &str| self.layers().iter().any(|(name, _)| name == region);
        self.vocabulary().not_covered(is_applied).collect()
    }

    /// Returns name and title of the policy.
    #[must_use]
    pub fn policy(&self) -> Option<(&str, &Localized)> {
        self.policy.as_ref().map(|(name, title)| (name.as_str(), title))
    }

    /// Returns the first days of the policy's versions, earliest first.
    #[must_use]
    pub fn policy_versions(&self) -> &[Date] {
        &self.versions
    }

    /// Returns name and title of each layer, the nation first.
    #[must_use]
    pub fn layers(&self) -> &[(String, Localized)] {
        &self.layers
    }

    /// Returns the citations that bind here: national ones and those of a region among the layers.
    /// All of them if none does, since a rule without its source is worth nothing.
    #[must_use]
    pub fn of_here<'c>(&self, citations: &'c [Citation]) -> Vec<&'c Citation> {
        let own: Vec<&Citation> = citations.iter().filter(|c| self.is_of_here(c)).collect();
        if own.is_empty() { citations.iter().collect() } else { own }
    }

    /// Whether an instrument is national or belongs to a region among the layers.
    #[must_use]
    pub fn is_of_here(&self, citation: &Citation) -> bool {
        let region = self.vocabulary().sources().get(citation.source()).and_then(|s| s.region());
        region.is_none_or(|region| self.layers.iter().any(|(name, _)| name == region))
    }
}
