//! The words themselves and the collection that holds them.

use std::collections::BTreeMap;

use super::calendar::Calendar;
use super::chain::Chain;
use super::documents::{DocumentKind, Ground};
use super::range::Range;
use super::sources::{Citation, Source};
use super::types::Type;
use super::{ChoiceId, FactId, FieldId, ListId};
use crate::source::Span;
use crate::syntax::Node;
use crate::syntax::fields::{localized, text};
use crate::value::{LastDay, MonthEnd, Proof, Rounding};
use crate::wording::{Language, Localized};

/// A closed set of members.
#[derive(Debug, Clone)]
pub struct Choice {
    pub(super) name: String,
    pub(super) title: Localized,
    pub(super) open: bool,
    pub(super) members: Vec<Member>,
}

/// A member of a choice.
#[derive(Debug, Clone)]
pub struct Member {
    pub(super) name: String,
    pub(super) title: Localized,
    pub(super) unit: Option<Type>,
    pub(super) measure: Option<Measure>,
}

/// What the numbers of a member count, where that is no type: 件, tickets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measure {
    /// The word behind a number.
    pub words: Localized,
    /// The English word behind the number one.
    pub one: String,
}

/// A fact a case may state.
#[derive(Debug, Clone)]
pub struct Fact {
    pub(super) name: String,
    pub(super) kind: Type,
    pub(super) title: Localized,
    pub(super) question: Localized,
    pub(super) optional: bool,
    pub(super) sensitive: bool,
    pub(super) range: Range,
    pub(super) ahead: bool,
    pub(super) borne_by: Vec<String>,
    pub(super) role: Option<String>,
    pub(super) evidence: Vec<String>,
    pub(super) follows: Option<FactId>,
    pub(super) span: Span,
}

/// A list of rows a case may give.
#[derive(Debug, Clone)]
pub struct List {
    pub(super) name: String,
    pub(super) title: Localized,
    pub(super) question: Localized,
    pub(super) key: Vec<FieldId>,
    pub(super) every: Option<FieldId>,
    pub(super) fields: Vec<Field>,
    pub(super) follows: Option<FactId>,
    pub(super) span: Span,
}

/// A field of a list's rows.
#[derive(Debug, Clone)]
pub struct Field {
    pub(super) name: String,
    pub(super) kind: Type,
    pub(super) title: Localized,
    pub(super) question: Localized,
    pub(super) optional: bool,
    pub(super) sensitive: bool,
    pub(super) range: Range,
    pub(super) ahead: bool,
    pub(super) borne_by: Vec<String>,
    pub(super) printed_by: Option<String>,
    pub(super) unit_in: Option<String>,
}

/// A kind of evidence and how strongly it proves by itself.
#[derive(Debug, Clone)]
pub struct EvidenceKind {
    pub(super) name: String,
    pub(super) title: Localized,
    pub(super) strength: Proof,
    pub(super) note: Localized,
    pub(super) purpose: Localized,
    pub(super) element: Option<String>,
    pub(super) electronic: bool,
}

/// Facts and lists one asks about together.
#[derive(Debug, Clone)]
pub struct QuestionGroup {
    pub(super) name: String,
    pub(super) title: Localized,
    pub(super) facts: Vec<FactId>,
    pub(super) lists: Vec<ListId>,
}

/// Everything a case of one jurisdiction may say.
#[derive(Debug, Clone)]
pub struct Vocabulary {
    pub(super) name: String,
    pub(super) title: Localized,
    pub(super) currency: String,
    pub(super) month_end: MonthEnd,
    pub(super) last_day: LastDay,
    pub(super) rounding: Rounding,
    pub(super) calendar: Calendar,
    pub(super) choices: Vec<Choice>,
    pub(super) facts: Vec<Fact>,
    pub(super) lists: Vec<List>,
    pub(super) evidence_kinds: Vec<EvidenceKind>,
    pub(super) questions: Vec<QuestionGroup>,
    pub(super) grounds: Vec<Ground>,
    pub(super) documents: Vec<DocumentKind>,
    pub(super) sources: BTreeMap<String, Source>,
    pub(super) elements: Vec<(String, Localized)>,
    pub(super) chain: Chain,
    pub(super) not_covered: Vec<(Localized, Vec<String>)>,
    pub(super) checked_on: Option<String>,
    pub(super) fact_names: BTreeMap<String, FactId>,
}

impl Default for Vocabulary {
    fn default() -> Self {
        Self {
            name: String::new(),
            title: Localized::default(),
            currency: String::new(),
            month_end: MonthEnd::Roll,
            last_day: LastDay::Inclusive,
            rounding: Rounding::HalfUp,
            calendar: Calendar::default(),
            choices: Vec::new(),
            facts: Vec::new(),
            lists: Vec::new(),
            evidence_kinds: Vec::new(),
            questions: Vec::new(),
            grounds: Vec::new(),
            documents: Vec::new(),
            sources: BTreeMap::new(),
            elements: Vec::new(),
            chain: Chain::default(),
            not_covered: Vec::new(),
            checked_on: None,
            fact_names: BTreeMap::new(),
        }
    }
}

macro_rules! getters {
    ($owner:ident { $($(#[$meta:meta])* $name:ident : $ty:ty = |$this:ident| $body:expr;)* }) => {
        impl $owner { $( $(#[$meta])* #[must_use] pub fn $name(&self) -> $ty { let $this = self; $body } )* }
    };
}

getters! { Choice {
    /// Returns the name.
    name: &str = |c| &c.name;
    /// Returns the title.
    title: &Localized = |c| &c.title;
    /// Returns whether a policy may add members.
    is_open: bool = |c| c.open;
    /// Returns the members in order.
    members: &[Member] = |c| &c.members;
} }

getters! { Member {
    /// Returns the name.
    name: &str = |m| &m.name;
    /// Returns the title.
    title: &Localized = |m| &m.title;
    /// Returns the type in which numbers of this member are printed, such as money for a metric.
    unit: Option<Type> = |m| m.unit;
    /// Returns what its numbers count, unless a case says otherwise.
    measure: Option<&Measure> = |m| m.measure.as_ref();
} }

getters! { Fact {
    /// Returns the dotted name.
    name: &str = |f| &f.name;
    /// Returns the type.
    kind: Type = |f| f.kind;
    /// Returns the title.
    title: &Localized = |f| &f.title;
    /// Returns the question to ask for it.
    question: &Localized = |f| &f.question;
    /// Returns whether it may be known not to exist.
    is_optional: bool = |f| f.optional;
    /// Returns whether it is sensitive (health, pregnancy …).
    is_sensitive: bool = |f| f.sensitive;
    /// Returns the values it can have.
    range: &Range = |f| &f.range;
    /// Returns whether it is a term or a plan, which may lie ahead of the day of a review.
    lies_ahead: bool = |f| f.ahead;
    /// Returns the kinds of exhibits that bear this day.
    borne_by: &[String] = |f| &f.borne_by;
    /// Returns the role it plays for the program, such as `employee-name`.
    role: Option<&str> = |f| f.role.as_deref();
    /// Returns the kinds of evidence that usually prove it.
    evidence: &[String] = |f| &f.evidence;
    /// Returns the fact that must be known before one asks for this one.
    follows: Option<FactId> = |f| f.follows;
    /// Returns where it is declared.
    span: Span = |f| f.span;
} }

getters! { List {
    /// Returns the name.
    name: &str = |l| &l.name;
    /// Returns the title.
    title: &Localized = |l| &l.title;
    /// Returns the question to ask for it.
    question: &Localized = |l| &l.question;
    /// Returns the fields that identify and order a row.
    key: &[FieldId] = |l| &l.key;
    /// Returns the month field of a series.
    every: Option<FieldId> = |l| l.every;
    /// Returns the fields.
    fields: &[Field] = |l| &l.fields;
    /// Returns the fact that must be known before one asks for the list.
    follows: Option<FactId> = |l| l.follows;
    /// Returns where it is declared.
    span: Span = |l| l.span;
} }

getters! { Field {
    /// Returns the name.
    name: &str = |f| &f.name;
    /// Returns the type.
    kind: Type = |f| f.kind;
    /// Returns the title.
    title: &Localized = |f| &f.title;
    /// Returns the question to ask for it; its title if none was declared.
    question: &Localized = |f| &f.question;
    /// Returns whether it may be known not to exist.
    is_optional: bool = |f| f.optional;
    /// Returns whether it is sensitive.
    is_sensitive: bool = |f| f.sensitive;
    /// Returns the values it can have.
    range: &Range = |f| &f.range;
    /// Returns whether it is a term or a plan, which may lie ahead of the day of a review.
    lies_ahead: bool = |f| f.ahead;
    /// Returns the kinds of exhibits that bear this day.
    borne_by: &[String] = |f| &f.borne_by;
    /// Returns the choice field whose member says how this number is printed.
    printed_by: Option<&str> = |f| f.printed_by.as_deref();
    /// Returns `list.field` where a case writes the unit, in the row of the same choice.
    unit_in: Option<&str> = |f| f.unit_in.as_deref();
} }

getters! { EvidenceKind {
    /// Returns the name.
    name: &str = |k| &k.name;
    /// Returns the title.
    title: &Localized = |k| &k.title;
    /// Returns how strongly it proves by itself.
    strength: Proof = |k| k.strength;
    /// Returns why, or what would make it stronger.
    note: &Localized = |k| &k.note;
    /// Returns what it usually proves, as it follows the word; empty if that depends on the case.
    purpose: &Localized = |k| &k.purpose;
    /// Returns the element it proves.
    element: Option<&str> = |k| k.element.as_deref();
    /// Returns whether it is an electronic record.
    is_electronic: bool = |k| k.electronic;
} }

getters! { QuestionGroup {
    /// Returns the name.
    name: &str = |q| &q.name;
    /// Returns the title.
    title: &Localized = |q| &q.title;
    /// Returns the facts in the order of asking.
    facts: &[FactId] = |q| &q.facts;
    /// Returns the lists in the order of asking.
    lists: &[ListId] = |q| &q.lists;
} }

getters! { Vocabulary {
    /// Returns the pack's name.
    name: &str = |v| &v.name;
    /// Returns the pack's title.
    title: &Localized = |v| &v.title;
    /// Returns the currency's ISO 4217 code.
    currency: &str = |v| &v.currency;
    /// Returns the month-end convention.
    month_end: MonthEnd = |v| v.month_end;
    /// Returns whether the last day counts.
    last_day: LastDay = |v| v.last_day;
    /// Returns the rounding used where a rule names none.
    rounding: Rounding = |v| v.rounding;
    /// Returns the working days.
    calendar: &Calendar = |v| &v.calendar;
    /// Returns all choices.
    choices: &[Choice] = |v| &v.choices;
    /// Returns all facts.
    facts: &[Fact] = |v| &v.facts;
    /// Returns all lists.
    lists: &[List] = |v| &v.lists;
    /// Returns all kinds of evidence.
    evidence_kinds: &[EvidenceKind] = |v| &v.evidence_kinds;
    /// Returns the groups of questions in the order of asking.
    questions: &[QuestionGroup] = |v| &v.questions;
    /// Returns the grounds.
    grounds: &[Ground] = |v| &v.grounds;
    /// Returns the kinds of documents.
    documents: &[DocumentKind] = |v| &v.documents;
    /// Returns the sources by name.
    sources: &BTreeMap<String, Source> = |v| &v.sources;
    /// Returns the steps of the chain in their order, with titles.
    elements: &[(String, Localized)] = |v| &v.elements;
    /// Returns the events of the chain and the groups of exhibits.
    chain: &Chain = |v| &v.chain;
    /// Returns the day on which the pack was last checked against its sources.
    checked_on: Option<&str> = |v| v.checked_on.as_deref();
} }

impl Measure {
    /// Reads what numbers count: `{ zh: 件, en: tickets, one: ticket }`.
    #[must_use]
    pub fn read(node: &Node) -> Option<Self> {
        let words = localized(node)?;
        let one = text(node, "one").unwrap_or_else(|| words.get(Language::English)).to_owned();
        Some(Self { words, one })
    }
}

impl Choice {
    /// Returns the position of a member.
    #[must_use]
    pub fn member_named(&self, name: &str) -> Option<u32> {
        self.members.iter().position(|m| m.name == name).and_then(|i| u32::try_from(i).ok())
    }
}

impl List {
    /// Returns a field.
    #[must_use]
    pub fn field(&self, id: FieldId) -> Option<&Field> {
        self.fields.get(id.index())
    }

    /// Returns the field of a name.
    #[must_use]
    pub fn field_named(&self, name: &str) -> Option<(FieldId, &Field)> {
        let at = self.fields.iter().position(|f| f.name == name)?;
        Some((FieldId::at(at), self.fields.get(at)?))
    }
}

impl Vocabulary {
    /// Returns what the pack says it does not cover, as far as it concerns one of these layers.
    pub fn not_covered(
        &self,
        mut is_applied: impl FnMut(&str) -> bool,
    ) -> impl Iterator<Item = &Localized> {
        let mut concerns = move |regions: &[String]| {
            regions.is_empty() || regions.iter().any(|region| is_applied(region))
        };
        let own = self.not_covered.iter().filter(move |(_, regions)| concerns(regions));
        own.map(|(text, _)| text)
    }

    /// Returns a choice.
    #[must_use]
    pub fn choice(&self, id: ChoiceId) -> Option<&Choice> {
        self.choices.get(id.index())
    }

    /// Returns the choice of a name.
    #[must_use]
    pub fn choice_named(&self, name: &str) -> Option<(ChoiceId, &Choice)> {
        let at = self.choices.iter().position(|c| c.name == name)?;
        Some((ChoiceId::at(at), self.choices.get(at)?))
    }

    /// Returns a fact.
    #[must_use]
    pub fn fact(&self, id: FactId) -> Option<&Fact> {
        self.facts.get(id.index())
    }

    /// Returns the fact of a name.
    #[must_use]
    pub fn fact_named(&self, name: &str) -> Option<(FactId, &Fact)> {
        let id = *self.fact_names.get(name)?;
        Some((id, self.fact(id)?))
    }

    /// Returns the fact that plays a role for the program.
    #[must_use]
    pub fn fact_with_role(&self, role: &str) -> Option<(FactId, &Fact)> {
        let at = self.facts.iter().position(|f| f.role.as_deref() == Some(role))?;
        Some((FactId::at(at), self.facts.get(at)?))
    }

    /// Returns a list.
    #[must_use]
    pub fn list(&self, id: ListId) -> Option<&List> {
        self.lists.get(id.index())
    }

    /// Returns the list of a name.
    #[must_use]
    pub fn list_named(&self, name: &str) -> Option<(ListId, &List)> {
        let at = self.lists.iter().position(|l| l.name == name)?;
        Some((ListId::at(at), self.lists.get(at)?))
    }

    /// Returns the kind of evidence of a name.
    #[must_use]
    pub fn evidence_kind(&self, name: &str) -> Option<&EvidenceKind> {
        self.evidence_kinds.iter().find(|k| k.name == name)
    }

    /// Returns the ground of a name.
    #[must_use]
    pub fn ground(&self, name: &str) -> Option<&Ground> {
        self.grounds.iter().find(|g| g.name() == name)
    }

    /// Returns the kind of document of a name.
    #[must_use]
    pub fn document(&self, name: &str) -> Option<&DocumentKind> {
        self.documents.iter().find(|d| d.name() == name)
    }

    /// Returns a citation if its source is declared; the longest name at its start wins.
    #[must_use]
    pub fn citation(&self, text: &str) -> Option<Citation> {
        let (name, _) = self
            .sources
            .iter()
            .filter(|(name, _)| {
                text.strip_prefix(name.as_str())
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
            })
            .max_by_key(|(name, _)| name.len())?;
        let place = text.strip_prefix(name.as_str()).unwrap_or("").trim();
        Some(Citation::new(name, place))
    }

    /// Adds a member to a choice that policies may extend; returns whether it was added.
    pub fn add_member(
        &mut self,
        id: ChoiceId,
        name: &str,
        title: Localized,
        unit: Option<Type>,
        measure: Option<Measure>,
    ) -> bool {
        match self.choices.get_mut(id.index()) {
            Some(choice) if choice.open && choice.member_named(name).is_none() => {
                choice.members.push(Member { name: name.to_owned(), title, unit, measure });
                true
            }
            _ => false,
        }
    }
}
