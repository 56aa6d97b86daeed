//! Names in formulas: their titles, their types, and whether the case has their value.

use super::{Phrases, Words, functions, is_time};
use crate::compile::DefinitionId;
use crate::compile::typed::{Typed, TypedNode};
use crate::value::Value;
use crate::vocabulary::load::GROUND;
use crate::vocabulary::{FieldId, ListId, Type};

impl<'a> Phrases<'a> {
    /// Whether an expression is a name whose value the case has as a whole.
    pub(super) fn is_name(&self, typed: &Typed) -> bool {
        match &typed.node {
            TypedNode::Ground
            | TypedNode::Fact(_)
            | TypedNode::FieldOf(..)
            | TypedNode::ColumnOf(..)
            | TypedNode::Definition(_)
            | TypedNode::Aggregate(_)
            | TypedNode::Function(..)
            | TypedNode::Default(..) => self.is_closed(typed),
            TypedNode::Parameter(..) | TypedNode::Call(..) => self.is_closed(typed),
            _ => false,
        }
    }

    /// Whether an expression reads no row or argument from outside itself.
    pub(super) fn is_closed(&self, typed: &Typed) -> bool {
        let mut open = false;
        typed.walk(&mut |part| {
            open |= match &part.node {
                TypedNode::Argument(_) => true,
                TypedNode::Field(frame, _)
                | TypedNode::Column(frame, _)
                | TypedNode::RowVariable(frame) => self.frames.iter().any(|(f, _)| f == frame),
                _ => false,
            };
        });
        !open
    }

    pub(super) fn hides(&self, typed: &Typed) -> bool {
        let vocabulary = self.speech.vocabulary();
        match &typed.node {
            TypedNode::Fact(id) => vocabulary.fact(*id).is_some_and(|f| f.is_sensitive()),
            TypedNode::FieldOf(_, list, field) => {
                let list = vocabulary.list(*list);
                list.and_then(|l| l.field(*field)).is_some_and(|f| f.is_sensitive())
            }
            TypedNode::Definition(id) => {
                self.speech.rules().definition(*id).is_some_and(|d| d.sensitive)
            }
            _ => false,
        }
    }

    /// Returns the type of a name.
    pub(super) fn kind(&self, typed: &Typed) -> Option<Type> {
        let rules = self.speech.rules();
        let of_definition = |id: DefinitionId| rules.definition(id).map(|d| d.kind);
        match &typed.node {
            TypedNode::Ground => {
                rules.vocabulary().choice_named(GROUND).map(|(id, _)| Type::Choice(id))
            }
            TypedNode::Fact(id) => rules.vocabulary().fact(*id).map(|f| f.kind()),
            TypedNode::FieldOf(_, list, field) => {
                Some(rules.vocabulary().list(*list)?.field(*field)?.kind())
            }
            TypedNode::Field(frame, field) => {
                Some(rules.vocabulary().list(self.list(*frame)?)?.field(*field)?.kind())
            }
            TypedNode::Definition(id)
            | TypedNode::Call(id, _)
            | TypedNode::Column(_, id)
            | TypedNode::ColumnOf(_, _, id) => of_definition(*id),
            TypedNode::Parameter(id, ..) => rules.parameter(*id).map(|p| p.kind),
            TypedNode::Argument(at) => self.takes.get(*at).map(|(_, kind)| *kind),
            TypedNode::Default(x, _) => self.kind(x),
            TypedNode::Constant(Value::Date(_)) | TypedNode::AddMonths(..) => Some(Type::Date),
            TypedNode::Constant(Value::Month(_)) => Some(Type::Month),
            TypedNode::Arithmetic(_, a, b) => {
                self.kind(a).filter(|k| is_time(*k)).or_else(|| self.kind(b))
            }
            TypedNode::Function(function, items) => {
                functions::kind(*function).or_else(|| self.kind(items.first()?))
            }
            TypedNode::Aggregate(aggregate) => self.kind(aggregate.body.as_ref()?),
            _ => None,
        }
    }

    pub(super) fn list(&self, frame: usize) -> Option<ListId> {
        self.frames.iter().rev().find(|(f, _)| *f == frame)?.1
    }

    /// Returns a name by its title.
    pub(super) fn name(&self, typed: &'a Typed) -> String {
        let rules = self.speech.rules();
        let definition = |id: DefinitionId| {
            rules.definition(id).map_or_else(String::new, |d| self.speech.title(&d.title, &d.name))
        };
        match &typed.node {
            TypedNode::Ground => {
                let choice = rules.vocabulary().choice_named(GROUND);
                choice.map_or_else(String::new, |(_, c)| self.speech.title(c.title(), c.name()))
            }
            TypedNode::Fact(id) => {
                let fact = rules.vocabulary().fact(*id);
                fact.map_or_else(String::new, |f| self.speech.title(f.title(), f.name()))
            }
            TypedNode::Field(frame, field) => self.field(self.list(*frame), *field),
            TypedNode::Column(_, id) | TypedNode::Definition(id) => definition(*id),
            TypedNode::RowVariable(frame) if self.list(*frame).is_none() => {
                self.say(&Words::ThisMonth)
            }
            TypedNode::RowVariable(_) => self.say(&Words::ThisRow),
            TypedNode::FieldOf(row, list, field) => {
                let field = self.field(Some(*list), *field);
                self.say(&Words::FieldOf { row: self.name(row), field })
            }
            TypedNode::ColumnOf(row, _, id) => {
                self.say(&Words::FieldOf { row: self.name(row), field: definition(*id) })
            }
            TypedNode::Parameter(id, member, at) => {
                let entry = rules.parameter(*id);
                let mut title =
                    entry.map_or_else(String::new, |p| self.speech.title(&p.title, &p.name));
                if let Some(member) = member {
                    title.push_str(&self.speech.aside(&self.phrase(member)));
                }
                match at {
                    Some(at) => self.say(&Words::At { a: title, b: self.phrase(at) }),
                    None => title,
                }
            }
            TypedNode::Call(id, items) => {
                let items: Vec<String> = items.iter().map(|i| self.phrase(i)).collect();
                format!("{}{}", definition(*id), self.speech.aside(&self.speech.listed(&items)))
            }
            TypedNode::Argument(at) => self.argument(*at),
            _ => self.phrase(typed),
        }
    }

    /// Returns the value an argument was given, or its name.
    pub(super) fn argument(&self, at: usize) -> String {
        let Some((name, kind)) = self.takes.get(at) else { return String::new() };
        match self.given.get(at) {
            Some(value) => self.constant(value, Some(*kind)),
            None => name.replace('_', " "),
        }
    }

    pub(super) fn field(&self, list: Option<ListId>, field: FieldId) -> String {
        let list = list.and_then(|id| self.speech.vocabulary().list(id));
        let field = list.and_then(|l| l.field(field));
        field.map_or_else(String::new, |f| self.speech.title(f.title(), f.name()))
    }
}
