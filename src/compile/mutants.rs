//! Small changes of the rules, one at a time, such as a slip of the pen makes.
//!
//! ```text
//! RuleSet ── mutants ──▶ Mutant ── mutate ──▶ RuleSet with one change ── restore ──▶ RuleSet
//! ```
//!
//! Changed are comparisons at their edge, `all` and `any` (`and` and `or`), `not`, roundings, conventions
//! for the end of a month, numbers, amounts and dates by one unit, and values of parameters.
//!
//! **Invariant:** a change leaves every type as it is, and what is restored is what was there.

use super::rule_set::{DefinitionId, ParameterId, RequirementId, RuleSet};
use super::typed::{Comparison, Operation, Typed, TypedBound, TypedNode};
use crate::source::{Sources, Span};
use crate::value::dates::add_days;
use crate::value::{Exact, MonthEnd, Rounding, Value};
use crate::vocabulary::Type;

/// One small change of one rule.
#[derive(Debug, Clone)]
pub struct Mutant {
    /// The rule it is in.
    pub owner: Owner,
    /// The place that changes.
    pub span: Span,
    /// What stands there then.
    pub becomes: String,
    spot: Spot,
    change: Change,
}

/// The rule a change is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Owner {
    /// A definition, figure or deadline.
    Definition(DefinitionId),
    /// A requirement.
    Requirement(RequirementId),
    /// A parameter.
    Parameter(ParameterId),
}

/// What a change replaced.
#[derive(Debug)]
pub struct Original {
    spot: Spot,
    was: Was,
}

#[derive(Debug)]
enum Was {
    Node(TypedNode),
    Value(Value),
}

/// Where in a rule set something stands.
#[derive(Debug, Clone, Copy)]
enum Spot {
    /// An expression of a tree, by its number in the order of walking.
    Node(Tree, usize),
    /// A value of a parameter: member, position.
    Row(ParameterId, usize, usize),
}

/// An expression as a whole.
#[derive(Debug, Clone, Copy)]
enum Tree {
    Formula(DefinitionId),
    Applies(RequirementId),
    Value(RequirementId),
    Downgrade(RequirementId),
    Upgrade(RequirementId),
    SelectedBy(ParameterId),
}

#[derive(Debug, Clone)]
enum Change {
    Comparison(Comparison),
    /// `and` for `or` and the other way round.
    Joint,
    /// Without `not`.
    Affirmed,
    /// `all` for `any` over rows, or the other way round.
    Operation(Operation),
    Rounding(Rounding),
    MonthEnd(MonthEnd),
    /// `below` for `up_to` in the row of this number, or the other way round.
    Bound(usize),
    Value(Value),
}

impl RuleSet {
    /// Returns every small change that these rules allow, in the order of declaration.
    #[must_use]
    pub fn mutants(&self, sources: &Sources) -> Vec<Mutant> {
        let mut mutants = Vec::new();
        for (owner, tree) in self.trees() {
            let Some(typed) = self.tree(tree) else { continue };
            let mut nth = 0;
            typed.walk(&mut |part| {
                let spot = Spot::Node(tree, nth);
                mutants.extend(
                    changes(part, sources).into_iter().map(|(span, becomes, change)| Mutant {
                        owner,
                        span,
                        becomes,
                        spot,
                        change,
                    }),
                );
                nth += 1;
            });
        }
        self.values(sources, &mut mutants);
        mutants
    }

    /// Makes a change and returns what it replaced; nothing if the mutant is one of other rules.
    pub fn mutate(&mut self, mutant: &Mutant) -> Option<Original> {
        let spot = mutant.spot;
        let was = match (spot, &mutant.change) {
            (Spot::Row(..), Change::Value(value)) => {
                Was::Value(std::mem::replace(self.value_mut(spot)?, value.clone()))
            }
            (Spot::Row(..), _) => return None,
            (Spot::Node(..), change) => {
                let node = &mut self.node_mut(spot)?.node;
                let changed = changed(node, change)?;
                Was::Node(std::mem::replace(node, changed))
            }
        };
        Some(Original { spot, was })
    }

    /// Puts back what a change replaced.
    pub fn restore(&mut self, original: Original) {
        match original.was {
            Was::Value(value) => {
                self.value_mut(original.spot).into_iter().for_each(|v| *v = value.clone());
            }
            Was::Node(node) => {
                self.node_mut(original.spot).into_iter().for_each(|t| t.node = node.clone());
            }
        }
    }

    /// Every expression a rule consists of.
    fn trees(&self) -> Vec<(Owner, Tree)> {
        let definitions = (0..self.definitions.len()).map(DefinitionId::at);
        let mut trees: Vec<_> =
            definitions.map(|id| (Owner::Definition(id), Tree::Formula(id))).collect();
        for id in (0..self.requirements.len()).map(RequirementId::at) {
            let kinds = [Tree::Applies, Tree::Value, Tree::Downgrade, Tree::Upgrade];
            trees.extend(kinds.map(|tree| (Owner::Requirement(id), tree(id))));
        }
        let parameters = (0..self.parameters.len()).map(ParameterId::at);
        trees.extend(parameters.map(|id| (Owner::Parameter(id), Tree::SelectedBy(id))));
        trees
    }

    fn tree(&self, tree: Tree) -> Option<&Typed> {
        match tree {
            Tree::Formula(id) => Some(&self.definition(id)?.formula),
            Tree::Applies(id) => self.requirement(id)?.applies.as_ref(),
            Tree::Value(id) => Some(&self.requirement(id)?.value),
            Tree::Downgrade(id) => self.requirement(id)?.downgrade.as_ref().map(|(_, t, _)| t),
            Tree::Upgrade(id) => self.requirement(id)?.upgrade.as_ref().map(|(_, t, _)| t),
            Tree::SelectedBy(id) => self.parameter(id)?.selected_by.as_ref(),
        }
    }

    fn tree_mut(&mut self, tree: Tree) -> Option<&mut Typed> {
        match tree {
            Tree::Formula(id) => Some(&mut self.definitions.get_mut(id.index())?.formula),
            Tree::SelectedBy(id) => self.parameters.get_mut(id.index())?.selected_by.as_mut(),
            Tree::Applies(id) => self.requirements.get_mut(id.index())?.applies.as_mut(),
            Tree::Value(id) => Some(&mut self.requirements.get_mut(id.index())?.value),
            Tree::Downgrade(id) => {
                self.requirements.get_mut(id.index())?.downgrade.as_mut().map(|(_, t, _)| t)
            }
            Tree::Upgrade(id) => {
                self.requirements.get_mut(id.index())?.upgrade.as_mut().map(|(_, t, _)| t)
            }
        }
    }

    fn node_mut(&mut self, spot: Spot) -> Option<&mut Typed> {
        match spot {
            Spot::Node(tree, nth) => self.tree_mut(tree)?.nth_mut(nth),
            Spot::Row(..) => None,
        }
    }

    fn value_mut(&mut self, spot: Spot) -> Option<&mut Value> {
        match spot {
            Spot::Row(id, member, at) => {
                let rows = self.parameters.get_mut(id.index())?.series.get_mut(member)?;
                rows.get_mut(at).map(|row| &mut row.value)
            }
            Spot::Node(..) => None,
        }
    }

    /// Adds the values of parameters: one unit more and less, the other answer, the next member.
    fn values(&self, sources: &Sources, mutants: &mut Vec<Mutant>) {
        for (index, entry) in self.parameters.iter().enumerate() {
            let id = ParameterId::at(index);
            for (member, rows) in entry.series.iter().enumerate() {
                for (at, row) in rows.iter().enumerate() {
                    let others = match (&row.value, entry.kind) {
                        (Value::Truth(truth), _) => vec![Value::Truth(!truth)],
                        (Value::Choice(member), Type::Choice(choice)) => {
                            let count =
                                self.vocabulary().choice(choice).map_or(1, |c| c.members().len());
                            let next = u32::try_from(count)
                                .ok()
                                .and_then(|n| member.checked_add(1)?.checked_rem(n));
                            next.filter(|n| n != member).map(Value::Choice).into_iter().collect()
                        }
                        (value, _) => neighbours(value, sources.slice(row.value_span)),
                    };
                    mutants.extend(others.into_iter().map(|value| Mutant {
                        owner: Owner::Parameter(id),
                        span: row.value_span,
                        becomes: self.written_value(
                            &value,
                            entry.kind,
                            sources.slice(row.value_span),
                        ),
                        spot: Spot::Row(id, member, at),
                        change: Change::Value(value),
                    }));
                }
            }
        }
    }

    fn written_value(&self, value: &Value, kind: Type, like: &str) -> String {
        match (value, kind) {
            (Value::Truth(truth), _) => (if *truth { "yes" } else { "no" }).to_owned(),
            (Value::Choice(member), Type::Choice(choice)) => {
                let choice = self.vocabulary().choice(choice);
                let member = usize::try_from(*member).ok();
                let member = choice.zip(member).and_then(|(c, m)| c.members().get(m));
                member.map_or_else(String::new, |m| m.name().to_owned())
            }
            _ => written(value, like),
        }
    }
}

/// What one expression, not what is below it, can become: the place, the text, the change.
fn changes(typed: &Typed, sources: &Sources) -> Vec<(Span, String, Change)> {
    let here = |becomes: &str, change| (typed.span, becomes.to_owned(), change);
    match &typed.node {
        TypedNode::Compare(op, ..) => {
            let (sign, other) = edge(*op);
            vec![here(sign, Change::Comparison(other))]
        }
        TypedNode::And(items) if items.len() > 1 => vec![here("or", Change::Joint)],
        TypedNode::Or(items) if items.len() > 1 => vec![here("and", Change::Joint)],
        TypedNode::Not(inner) => {
            vec![here(sources.slice(inner.span), Change::Affirmed)]
        }
        TypedNode::Aggregate(aggregate) => match aggregate.operation {
            Operation::All => vec![here("any", Change::Operation(Operation::Any))],
            Operation::Any => vec![here("all", Change::Operation(Operation::All))],
            _ => Vec::new(),
        },
        TypedNode::Round(_, _, mode) => {
            let others = match mode {
                Rounding::HalfUp => vec![Rounding::HalfEven, Rounding::Floor, Rounding::Ceiling],
                Rounding::HalfEven => vec![Rounding::HalfUp, Rounding::Floor, Rounding::Ceiling],
                Rounding::Floor | Rounding::Truncate => vec![Rounding::Ceiling],
                Rounding::Ceiling => vec![Rounding::Floor],
            };
            others.into_iter().map(|mode| here(mode.name(), Change::Rounding(mode))).collect()
        }
        TypedNode::AddMonths(_, _, MonthEnd::Roll) => {
            vec![here("clip", Change::MonthEnd(MonthEnd::Clip))]
        }
        TypedNode::AddMonths(_, _, MonthEnd::Clip) => {
            vec![here("roll", Change::MonthEnd(MonthEnd::Roll))]
        }
        TypedNode::Bands(_, rows) => {
            let bounds = rows.iter().enumerate().filter_map(|(at, (bound, _))| match bound {
                TypedBound::Below(limit) => {
                    Some((limit.span, "up_to".to_owned(), Change::Bound(at)))
                }
                TypedBound::UpTo(limit) => {
                    Some((limit.span, "below".to_owned(), Change::Bound(at)))
                }
                TypedBound::Is(_) | TypedBound::Otherwise => None,
            });
            bounds.collect()
        }
        TypedNode::Constant(value) => {
            let like = sources.slice(typed.span);
            let others = neighbours(value, like);
            others.into_iter().map(|v| here(&written(&v, like), Change::Value(v))).collect()
        }
        _ => Vec::new(),
    }
}

/// The comparison that differs only at the edge; of equality the opposite.
fn edge(op: Comparison) -> (&'static str, Comparison) {
    match op {
        Comparison::Equal => ("!=", Comparison::Unequal),
        Comparison::Unequal => ("=", Comparison::Equal),
        Comparison::Less => ("<=", Comparison::AtMost),
        Comparison::AtMost => ("<", Comparison::Less),
        Comparison::Greater => (">=", Comparison::AtLeast),
        Comparison::AtLeast => (">", Comparison::Greater),
    }
}

fn changed(node: &TypedNode, change: &Change) -> Option<TypedNode> {
    Some(match (node.clone(), change) {
        (TypedNode::Compare(_, a, b), Change::Comparison(op)) => TypedNode::Compare(*op, a, b),
        (TypedNode::And(items), Change::Joint) => TypedNode::Or(items),
        (TypedNode::Or(items), Change::Joint) => TypedNode::And(items),
        (TypedNode::Not(inner), Change::Affirmed) => inner.node,
        (TypedNode::Aggregate(mut aggregate), Change::Operation(operation)) => {
            aggregate.operation = *operation;
            TypedNode::Aggregate(aggregate)
        }
        (TypedNode::Round(x, place, _), Change::Rounding(mode)) => {
            TypedNode::Round(x, place, *mode)
        }
        (TypedNode::AddMonths(a, b, _), Change::MonthEnd(end)) => TypedNode::AddMonths(a, b, *end),
        (TypedNode::Bands(by, mut rows), Change::Bound(at)) => {
            let (bound, _) = rows.get_mut(*at)?;
            *bound = match bound.clone() {
                TypedBound::Below(limit) => TypedBound::UpTo(limit),
                TypedBound::UpTo(limit) => TypedBound::Below(limit),
                other => other,
            };
            TypedNode::Bands(by, rows)
        }
        (TypedNode::Constant(_), Change::Value(value)) => TypedNode::Constant(value.clone()),
        _ => return None,
    })
}

/// A number, amount or date one unit away: one fen, one day, one in the last place that is written.
fn neighbours(value: &Value, like: &str) -> Vec<Value> {
    let around =
        |n: Exact, step: Exact| [n.checked_add(step), n.checked_sub(step)].into_iter().flatten();
    let step = last_place(like);
    match value {
        Value::Number(n) => around(*n, step).map(Value::Number).collect(),
        Value::Days(n) => around(*n, step).map(Value::Days).collect(),
        Value::Months(n) => around(*n, step).map(Value::Months).collect(),
        Value::Money(n) => around(*n, hundredth(Exact::ONE)).map(Value::Money).collect(),
        Value::Date(date) => {
            [1, -1].into_iter().filter_map(|n| add_days(*date, n)).map(Value::Date).collect()
        }
        Value::Month(month) => {
            [1, -1].into_iter().filter_map(|n| month.plus(n)).map(Value::Month).collect()
        }
        Value::Truth(_) | Value::Choice(_) | Value::Words(_) | Value::Row(_) | Value::Proof(_) => {
            Vec::new()
        }
    }
}

/// The size of the last place of a number as it is written.
fn last_place(like: &str) -> Exact {
    let number = like.trim_matches(['"', '\'']).trim_start_matches('-');
    let end = number.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(number.len());
    let (digits, rest) = number.split_at_checked(end).unwrap_or((number, ""));
    let places = digits.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    let tenth = |n: Exact| n.checked_div(Exact::whole(10)).ok().flatten().unwrap_or(n);
    let step = (0..places).fold(Exact::ONE, |step, _| tenth(step));
    if rest.starts_with('%') { hundredth(step) } else { step }
}

fn hundredth(n: Exact) -> Exact {
    n.checked_div(Exact::whole(100)).ok().flatten().unwrap_or(n)
}

/// A value as rules write it, a percentage where `like` is one.
fn written(value: &Value, like: &str) -> String {
    match value {
        Value::Number(n) if like.contains('%') => {
            n.checked_mul(Exact::whole(100)).map_or_else(|_| n.to_string(), |p| format!("{p}%"))
        }
        Value::Number(n) | Value::Money(n) => n.to_string(),
        Value::Days(n) => format!("{n} days"),
        Value::Months(n) => format!("{n} months"),
        Value::Date(date) => date.to_string(),
        Value::Month(month) => month.to_string(),
        Value::Truth(_) | Value::Choice(_) | Value::Words(_) | Value::Row(_) | Value::Proof(_) => {
            String::new()
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::bundle::{Bundle, Library};

    #[test]
    fn a_mutant_changes_its_place_and_what_is_restored_is_what_was_there() {
        let mut library = Library::new(Bundle::embedded());
        let (book, _) = library.rule_book(&[("cn".to_owned(), None)], None);
        let mut rules = book.unwrap().rules;
        let before = (format!("{:?}", rules.definitions), format!("{:?}", rules.requirements));
        let mutants = rules.mutants(library.sources());
        assert!(mutants.len() > 1000, "{}", mutants.len());
        for mutant in mutants.iter().step_by(20) {
            let original = rules.mutate(mutant).unwrap();
            assert!(format!("{:?}", original.was) != "", "{mutant:?}");
            rules.restore(original);
        }
        assert_eq!(before.0, format!("{:?}", rules.definitions));
        assert_eq!(before.1, format!("{:?}", rules.requirements));
    }
}
