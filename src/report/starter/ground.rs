//! What a case of one ground is asked, in the order of its chain.

use std::collections::{BTreeMap, BTreeSet};

use crate::compile::typed::{Typed, TypedNode};
use crate::compile::{DefinitionId, RequirementEntry, RuleSet};
use crate::vocabulary::{Fact, FactId, List, ListId, QuestionGroup};

/// A group of questions of one ground.
pub(super) struct Asked<'a> {
    /// The group.
    pub(super) group: &'a QuestionGroup,
    /// Its facts that the ground may need.
    pub(super) facts: Vec<&'a Fact>,
    /// Its lists that the ground may need.
    pub(super) lists: Vec<&'a List>,
}

/// Something a requirement reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Read {
    Fact(FactId),
    List(ListId),
}

/// Returns the groups of a ground: who the parties are, then the steps of its chain.
///
/// What only requirements of other grounds read is left out.
pub(super) fn asked<'a>(rules: &'a RuleSet, ground: &str) -> Vec<Asked<'a>> {
    let vocabulary = rules.vocabulary();
    let readers = readers(rules, ground);
    let is_ours = |read: Read| readers.get(&read).is_none_or(|r| r.ours > 0);
    let mut groups: Vec<(usize, Asked<'a>)> = Vec::new();
    for group in vocabulary.questions() {
        let reads = group.facts().iter().map(|id| Read::Fact(*id));
        let reads: Vec<Read> =
            reads.chain(group.lists().iter().map(|id| Read::List(*id))).collect();
        let known = || reads.iter().filter_map(|read| readers.get(read));
        let facts = || group.facts().iter().filter_map(|id| vocabulary.fact(*id));
        let is_of_party = facts().any(|f| f.role().is_some_and(is_of_party));
        // What only papers print of a group goes with what requirements read of it.
        if !is_of_party && known().next().is_some() && known().all(|r| r.ours == 0) {
            continue;
        }
        let facts = group.facts().iter().filter(|id| is_ours(Read::Fact(**id)));
        let lists = group.lists().iter().filter(|id| is_ours(Read::List(**id)));
        let asked = Asked {
            group,
            facts: facts.filter_map(|id| vocabulary.fact(*id)).collect(),
            lists: lists.filter_map(|id| vocabulary.list(*id)).collect(),
        };
        groups.push((if is_of_party { 0 } else { place(known()) }, asked));
    }
    groups.sort_by_key(|(place, _)| *place);
    groups.into_iter().map(|(_, asked)| asked).collect()
}

/// Returns the facts that stand in no group and that the ground may need.
pub(super) fn ungrouped<'a>(rules: &'a RuleSet, ground: &str) -> Vec<&'a Fact> {
    let vocabulary = rules.vocabulary();
    let readers = readers(rules, ground);
    let grouped: BTreeSet<&str> = vocabulary
        .questions()
        .iter()
        .flat_map(|group| group.facts().iter().filter_map(|id| vocabulary.fact(*id)))
        .map(Fact::name)
        .collect();
    let is_ours = |fact: &&Fact| {
        let id = vocabulary.fact_named(fact.name()).map(|(id, _)| Read::Fact(id));
        id.and_then(|read| readers.get(&read)).is_none_or(|r| r.ours > 0)
    };
    let rest = vocabulary.facts().iter().filter(|f| !grouped.contains(f.name()));
    rest.filter(is_ours).collect()
}

/// Whether a role is one of the parties or of what they agreed on: that is asked first.
fn is_of_party(role: &str) -> bool {
    role.starts_with("employer-") || role.starts_with("employee-") || role == "place-of-performance"
}

/// Who reads something.
#[derive(Default)]
struct Readers {
    /// How many requirements of the ground.
    ours: usize,
    /// How many of them stand at each step of the chain.
    steps: BTreeMap<usize, usize>,
}

fn readers(rules: &RuleSet, ground: &str) -> BTreeMap<Read, Readers> {
    let elements = rules.vocabulary().elements();
    let mut readers: BTreeMap<Read, Readers> = BTreeMap::new();
    for entry in rules.requirements() {
        let step = elements.iter().position(|(name, _)| Some(name) == entry.element.as_ref());
        let is_ours = belongs(rules, entry, ground);
        for read in reads(rules, entry) {
            let found = readers.entry(read).or_default();
            if is_ours {
                found.ours += 1;
                *found.steps.entry(step.map_or(elements.len(), |s| s + 1)).or_default() += 1;
            }
        }
    }
    readers
}

/// Whether a requirement bears on a ground: it is of the ground, and gates one of its documents.
fn belongs(rules: &RuleSet, entry: &RequirementEntry, ground: &str) -> bool {
    let of_ground = entry.grounds.is_empty() || entry.grounds.iter().any(|g| g == ground);
    let document = |name: &String| rules.vocabulary().document(name);
    let gates = entry.gates.iter().filter_map(document).any(|d| d.belongs_to(ground));
    of_ground && (gates || entry.gates.is_empty())
}

/// The step of the chain at which most requirements read a group.
fn place<'r>(readers: impl Iterator<Item = &'r Readers>) -> usize {
    let mut steps: BTreeMap<usize, usize> = BTreeMap::new();
    for (step, count) in readers.flat_map(|r| &r.steps) {
        *steps.entry(*step).or_default() += count;
    }
    let most = steps.iter().max_by_key(|(step, count)| (**count, std::cmp::Reverse(**step)));
    most.map_or(usize::MAX, |(step, _)| *step)
}

fn reads(rules: &RuleSet, entry: &RequirementEntry) -> BTreeSet<Read> {
    let (mut found, mut seen) = (BTreeSet::new(), BTreeSet::new());
    let mut open: Vec<&Typed> = entry.applies.iter().chain([&entry.value]).collect();
    while let Some(typed) = open.pop() {
        let mut below: Vec<DefinitionId> = Vec::new();
        typed.walk(&mut |part| match &part.node {
            TypedNode::Fact(id) => {
                found.insert(Read::Fact(*id));
            }
            TypedNode::Aggregate(aggregate) => found.extend(aggregate.list.map(Read::List)),
            TypedNode::FieldOf(_, list, _) => {
                found.insert(Read::List(*list));
            }
            TypedNode::Definition(id)
            | TypedNode::Call(id, _)
            | TypedNode::Column(_, id)
            | TypedNode::ColumnOf(_, _, id) => below.push(*id),
            _ => {}
        });
        let new = below.into_iter().filter(|id| seen.insert(*id));
        open.extend(new.filter_map(|id| rules.definition(id)).map(|entry| &entry.formula));
    }
    found
}
