//! The sheet as composing looks things up in it: scope 0 is the sheet, every row is a scope.

use std::collections::{BTreeMap, BTreeSet};

use super::model::Origin;
use super::sheet::{Cell, Condition, Row, Sheet};

/// Number of the scope that is the sheet itself.
pub(super) const SHEET: usize = 0;

/// What one scope holds, by name.
#[derive(Debug, Clone, Default)]
pub(super) struct Scope {
    cells: BTreeMap<String, Cell>,
    conditions: BTreeMap<String, Condition>,
    lists: BTreeMap<String, Vec<usize>>,
}

/// All scopes of one paper.
#[derive(Debug, Clone)]
pub(super) struct Scopes {
    scopes: Vec<Scope>,
}

/// Something needed and not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Open<'s> {
    /// The question to answer.
    pub(super) question: &'s str,
    /// What waits for it.
    pub(super) origin: &'s Origin,
}

impl Scopes {
    /// Numbers the sheet and its rows; `more` are cells that the sheet may override.
    pub(super) fn new(sheet: &Sheet, more: Vec<(String, Cell)>) -> Self {
        let mut scopes = Self { scopes: vec![Scope::default()] };
        let mut cells: BTreeMap<String, Cell> = more.into_iter().collect();
        cells.extend(sheet.cells.iter().cloned());
        let conditions = sheet.conditions.iter().cloned().collect();
        let lists = scopes.add_lists(&sheet.lists);
        scopes.replace(SHEET, Scope { cells, conditions, lists });
        scopes
    }

    fn add_lists(&mut self, lists: &[(String, Vec<Row>)]) -> BTreeMap<String, Vec<usize>> {
        let numbered = |(name, rows): &(String, Vec<Row>)| {
            (name.clone(), rows.iter().map(|row| self.add_row(row)).collect())
        };
        lists.iter().map(numbered).collect()
    }

    fn add_row(&mut self, row: &Row) -> usize {
        let number = self.scopes.len();
        self.scopes.push(Scope::default());
        let cells = row.cells.iter().cloned().collect();
        let conditions = row.conditions.iter().cloned().collect();
        let lists = self.add_lists(&row.lists);
        self.replace(number, Scope { cells, conditions, lists });
        number
    }

    fn replace(&mut self, number: usize, scope: Scope) {
        if let Some(place) = self.scopes.get_mut(number) {
            *place = scope;
        }
    }

    /// Returns the value of that name in a scope.
    pub(super) fn cell(&self, scope: usize, name: &str) -> Option<&Cell> {
        self.scopes.get(scope)?.cells.get(name)
    }

    /// Returns the condition of that name in a scope.
    pub(super) fn condition(&self, scope: usize, name: &str) -> Option<&Condition> {
        self.scopes.get(scope)?.conditions.get(name)
    }

    /// Returns the rows of a list; a row without that list has none.
    pub(super) fn rows(&self, scope: usize, name: &str) -> &[usize] {
        self.scopes.get(scope).and_then(|s| s.lists.get(name)).map_or(&[], Vec::as_slice)
    }

    /// Returns whether a scope has a list of that name, with or without rows.
    pub(super) fn has_list(&self, scope: usize, name: &str) -> bool {
        self.scopes.get(scope).is_some_and(|s| s.lists.contains_key(name))
    }

    /// Returns all names of the kinds asked for in some scopes.
    pub(super) fn names(&self, scopes: &BTreeSet<usize>, which: Names) -> BTreeSet<&str> {
        let scopes = scopes.iter().filter_map(|number| self.scopes.get(*number));
        scopes.flat_map(|scope| scope.names(which)).collect()
    }

    /// Returns what a name waits for, if it is not known.
    pub(super) fn open(&self, scope: usize, name: &str, condition: bool) -> Option<Open<'_>> {
        if condition {
            return match self.condition(scope, name)? {
                Condition::Unknown { question, origin } => Some(Open { question, origin }),
                Condition::Yes | Condition::No => None,
            };
        }
        match self.cell(scope, name)? {
            Cell::Missing { question, origin } => Some(Open { question, origin }),
            Cell::Known { .. } | Cell::None { .. } => None,
        }
    }
}

/// Which names of a scope are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Names {
    /// Printable values.
    Cells,
    /// Conditions.
    Conditions,
    /// Lists.
    Lists,
}

impl Scope {
    fn names(&self, which: Names) -> Vec<&str> {
        match which {
            Names::Cells => self.cells.keys().map(String::as_str).collect(),
            Names::Conditions => self.conditions.keys().map(String::as_str).collect(),
            Names::Lists => self.lists.keys().map(String::as_str).collect(),
        }
    }
}
