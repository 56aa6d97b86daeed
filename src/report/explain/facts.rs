//! A parameter, a fact or a list: what it is, its value, who reads it.

use super::Explanation;
use crate::assess::{Eval, Reading, Step, What};
use crate::case::Cell;
use crate::compile::typed::TypedNode;
use crate::compile::{DefinitionId, ParameterId};
use crate::report::law;
use crate::report::page::Ink;
use crate::report::waits;
use crate::vocabulary::{FactId, ListId, Type};
use crate::wording::catalogue::explaining::ExplainWords as Words;

impl Explanation<'_> {
    pub(super) fn parameter(&mut self, id: ParameterId) {
        let desk = self.desk;
        let Some(entry) = desk.rules().parameter(id) else { return };
        let (value, reading) = desk.assessment.parameter(id);
        let title = desk.title(&entry.title, &entry.name);
        let head = match entry.by {
            Some(_) => title,
            None => format!("{title} = {}", desk.value(&value, entry.kind, false)),
        };
        self.page.block(0, "", &head, Ink::Strong);
        self.pair(&Words::Name, &entry.name);
        let step = Step {
            what: What::Parameter(id, 0, reading.clone()),
            value: value.clone(),
            inputs: Vec::new(),
        };
        if entry.by.is_none() {
            if let Some(shown) = desk.shown(&step) {
                self.pair(&Words::Source, &shown.source);
                let place = shown.place.map(|p| desk.place(p)).unwrap_or_default();
                self.pair(&Words::Place, &place);
            }
            if let Some(Reading::Law(_, Some(date))) = reading {
                let on = waits::day(&desk, date);
                self.pair(&Words::SelectedBy, &on);
            }
        }
        law::parameter(&mut self.page, desk.speech(), entry);
        let readers = self.readers(&|node| matches!(node, TypedNode::Parameter(p, ..) if *p == id));
        self.read_by(&readers);
        self.waits(value.waits(), None);
    }

    pub(super) fn fact(&mut self, id: FactId) {
        let desk = self.desk;
        let Some(fact) = desk.vocabulary().fact(id) else { return };
        let title = desk.title(fact.title(), fact.name());
        self.page.block(0, "", &title, Ink::Strong);
        self.pair(&Words::Name, fact.name());
        let question = desk.say(fact.question());
        self.pair(&Words::Question, &question);
        let form = waits::form(&desk, fact.kind(), fact.is_optional());
        self.pair(&Words::Form, &form);
        let stated = desk.case().fact(id).filter(|s| s.span().is_some());
        match stated {
            None => {
                let words = self.say(&Words::NotStated);
                self.pair(&Words::Value, &words);
            }
            Some(stated) => {
                let value = match stated.cell() {
                    Cell::Known(value) => Eval::Known(value.clone()),
                    _ => Eval::None,
                };
                let step = Step { what: What::Fact(id), value, inputs: Vec::new() };
                let value = desk.shown(&step).map(|s| s.value).unwrap_or_default();
                self.pair(&Words::Value, &value);
                let place = stated.span().map(|s| desk.place(s)).unwrap_or_default();
                self.pair(&Words::Place, &place);
                let evidence = desk.evidence(stated);
                self.pair(&Words::Proof, &evidence);
            }
        }
        let readers = self.readers(&|node| matches!(node, TypedNode::Fact(f) if *f == id));
        self.read_by(&readers);
    }

    pub(super) fn list(&mut self, id: ListId) {
        let desk = self.desk;
        let Some(list) = desk.vocabulary().list(id) else { return };
        let title = desk.title(list.title(), list.name());
        self.page.block(0, "", &title, Ink::Strong);
        self.pair(&Words::Name, list.name());
        let question = desk.say(list.question());
        self.pair(&Words::Question, &question);
        let rows = desk.case().rows(id);
        let words = match rows.filter(|r| r.is_given()) {
            None => Words::NotStated,
            Some(rows) => Words::Rows { count: rows.rows().len().to_string() },
        };
        let words = self.say(&words);
        self.pair(&Words::Value, &words);
        for field in list.fields() {
            let title = desk.title(field.title(), field.name());
            let form = waits::form(&desk, field.kind(), field.is_optional());
            self.page.pair(4, field.name(), 20, &format!("{title}{}", desk.aside(&form)));
        }
        let reads = |node: &TypedNode| match node {
            TypedNode::Aggregate(aggregate) => aggregate.list == Some(id),
            TypedNode::FieldOf(_, list, _) | TypedNode::ColumnOf(_, list, _) => *list == id,
            TypedNode::Fact(fact) => {
                let fact = desk.vocabulary().fact(*fact);
                fact.is_some_and(|f| f.kind() == Type::Row(id))
            }
            _ => false,
        };
        let readers = self.readers(&reads);
        self.read_by(&readers);
    }

    /// Requirements and figures that read something, themselves or through definitions.
    fn readers(&self, reads: &dyn Fn(&TypedNode) -> bool) -> Vec<String> {
        let rules = self.desk.rules();
        let mut known = vec![None; rules.definitions().len()];
        let mut found = Vec::new();
        for entry in rules.requirements() {
            let typed = entry.applies.iter().chain(Some(&entry.value));
            let weights = [&entry.downgrade, &entry.upgrade].into_iter().flatten().map(|c| &c.1);
            if typed.chain(weights).any(|t| self.reaches(t, reads, &mut known)) {
                let title = self.desk.title(&entry.title, &entry.id);
                found.push(format!("{} {title}", entry.code));
            }
        }
        for (index, entry) in rules.definitions().iter().enumerate() {
            let is_printed = entry.purpose != crate::rules::Purpose::Definition;
            if is_printed && self.defines(DefinitionId::at(index), reads, &mut known) {
                found.push(self.desk.title(&entry.title, &entry.name));
            }
        }
        found
    }

    fn reaches(
        &self,
        typed: &crate::compile::typed::Typed,
        reads: &dyn Fn(&TypedNode) -> bool,
        known: &mut Vec<Option<bool>>,
    ) -> bool {
        let mut found = false;
        let mut below = Vec::new();
        typed.walk(&mut |part| {
            found |= reads(&part.node);
            match &part.node {
                TypedNode::Definition(id)
                | TypedNode::Call(id, _)
                | TypedNode::Column(_, id)
                | TypedNode::ColumnOf(_, _, id) => below.push(*id),
                _ => {}
            }
        });
        found || below.into_iter().any(|id| self.defines(id, reads, known))
    }

    fn defines(
        &self,
        id: DefinitionId,
        reads: &dyn Fn(&TypedNode) -> bool,
        known: &mut Vec<Option<bool>>,
    ) -> bool {
        if let Some(Some(answer)) = known.get(id.index()) {
            return *answer;
        }
        if let Some(slot) = known.get_mut(id.index()) {
            *slot = Some(false);
        }
        let entry = self.desk.rules().definition(id);
        let answer = entry.is_some_and(|d| self.reaches(&d.formula, reads, known));
        if let Some(slot) = known.get_mut(id.index()) {
            *slot = Some(answer);
        }
        answer
    }

    fn read_by(&mut self, readers: &[String]) {
        if readers.is_empty() {
            return;
        }
        let heading = self.say(&Words::ReadBy { count: readers.len().to_string() });
        self.page.heading(&heading);
        readers.iter().for_each(|reader| self.page.block(2, "· ", reader, Ink::Plain));
    }
}
