//! Which small changes of the rules no vector notices.
//!
//! A change can only be noticed by a vector whose assessment reads the rule it is in. The evaluator reads
//! a formula, or a value of a parameter, only where it makes a step that names it; so the steps of the
//! unchanged run say which rules a vector reads, and as long as the changed rule is not reached the changed
//! run is the same run. Only those vectors are asked, shortest run first, until one notices.
//!
//! **Invariant:** after each question the rules are what they were.

use std::collections::{BTreeMap, BTreeSet};

use super::explanation::Explanation;
use super::judge::{judge, wanted};
use super::load::{Vector, load, paths};
use super::run::{Report, prepare};
use crate::assess::{Assessment, Question, Wanted, What, assess_only};
use crate::bundle::Library;
use crate::case::CaseFile;
use crate::compile::RuleSet;
use crate::compile::mutants::{Mutant, Owner};
use crate::diag::Diagnostics;
use crate::source::Sources;

/// The place of a change, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// File of the rule.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1.
    pub column: usize,
    /// The rule: id of a requirement, name of anything else.
    pub rule: String,
    /// Code of the requirement; empty for anything else.
    pub code: String,
    /// What stands there.
    pub at: String,
    /// What would stand there.
    pub becomes: String,
    /// Which of several equal places of the rule it is, from 1.
    pub nth: usize,
    /// Whether the rule has several such places.
    pub is_one_of_several: bool,
}

/// Why nothing can be changed yet.
#[derive(Debug)]
pub enum Unready {
    /// Files that cannot be used, or layers that do not compile.
    Files(Diagnostics),
    /// These vectors fail without a change.
    Vectors(usize),
}

/// The rules, their vectors, and every small change.
#[derive(Debug)]
pub struct Mutation {
    books: Vec<RuleSet>,
    trials: Vec<Trial>,
    /// For each book the vectors that read a rule, shortest run first.
    readers: Vec<BTreeMap<Owner, Vec<usize>>>,
    changes: Vec<Changed>,
    explanations: Vec<Explanation>,
}

/// A vector, ready to be run again and again.
#[derive(Debug)]
struct Trial {
    vector: Vector,
    book: usize,
    case: CaseFile,
    question: Question,
    wanted: Wanted,
}

/// One change in every book whose rules have the place.
#[derive(Debug)]
struct Changed {
    place: Place,
    mutants: Vec<(usize, Mutant)>,
}

impl Mutation {
    /// Reads all rules and vectors of a library and runs each vector once.
    ///
    /// # Errors
    ///
    /// Returns what does not hold without any change.
    pub fn new(library: &mut Library) -> Result<Self, Unready> {
        let mut vectors = Vec::new();
        let mut explanations = Vec::new();
        for path in paths(library) {
            let Some(node) = library.node(&path).cloned() else { continue };
            vectors.extend(load(&path, &node));
            explanations.extend(Explanation::load(&node));
        }
        let found = library.take_diagnostics();
        if found.has_errors() {
            return Err(Unready::Files(found));
        }
        // Every layer counts, also one that no vector speaks of.
        let layers = library.layer_names().into_iter().map(|name| vec![name]);
        let of_vectors = vectors.iter().map(|vector: &Vector| vector.extends.clone());
        let stacks: BTreeSet<Vec<String>> = layers.chain(of_vectors).collect();
        let mut books = Vec::new();
        for stack in &stacks {
            let names: Vec<_> = stack.iter().map(|name| (name.clone(), None)).collect();
            let (book, found) = library.rule_book(&names, None);
            books.push(book.ok_or(Unready::Files(found))?.rules);
        }
        let changes = changes(&books, library.sources());
        let readers = vec![BTreeMap::new(); books.len()];
        let mut mutation = Self { books, trials: Vec::new(), readers, changes, explanations };
        let at = |stack: &Vec<String>| stacks.iter().position(|other| other == stack);
        let failed = vectors.into_iter().filter_map(|v| at(&v.extends).map(|book| (v, book)));
        match mutation.add(failed) {
            0 => Ok(mutation),
            failed => Err(Unready::Vectors(failed)),
        }
    }

    /// Adds vectors with the book each is run with; returns how many fail.
    fn add(&mut self, vectors: impl Iterator<Item = (Vector, usize)>) -> usize {
        let mut failed = 0;
        let mut sizes: Vec<usize> = Vec::new();
        for (vector, book) in vectors {
            let Some(rules) = self.books.get(book) else { continue };
            let Ok((case, question)) = prepare(rules, &vector) else {
                failed += 1;
                continue;
            };
            let wanted = wanted(rules, &vector);
            let trial = Trial { vector, book, case, question, wanted };
            let assessment = trial.assess(rules);
            failed += usize::from(trial.notices(&assessment));
            sizes.push(assessment.steps().len());
            let read = owners(&assessment);
            let number = self.trials.len();
            for owner in read {
                if let Some(readers) = self.readers.get_mut(book) {
                    readers.entry(owner).or_default().push(number);
                }
            }
            self.trials.push(trial);
        }
        for readers in self.readers.iter_mut().flat_map(BTreeMap::values_mut) {
            readers.sort_by_key(|number| sizes.get(*number).copied());
        }
        failed
    }

    /// Returns how many changes there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.changes.len()
    }

    /// Iterates over the places of all changes, by file and line.
    pub fn places(&self) -> impl Iterator<Item = &Place> {
        self.changes.iter().map(|changed| &changed.place)
    }

    /// Returns what is said about changes that go unnoticed.
    #[must_use]
    pub fn explanations(&self) -> &[Explanation] {
        &self.explanations
    }

    /// Makes the change of a number and returns the vector that notices it, if one does.
    pub fn noticed_by(&mut self, number: usize) -> Option<&Vector> {
        self.ask(number, |mutation, book, owner| {
            mutation.readers.get(book).and_then(|r| r.get(&owner)).cloned().unwrap_or_default()
        })
    }

    /// As [`Mutation::noticed_by`], asking every vector, also those that do not read the rule.
    pub fn noticed_by_any(&mut self, number: usize) -> Option<&Vector> {
        self.ask(number, |mutation, book, _| {
            let trials = mutation.trials.iter().enumerate();
            trials.filter(|(_, trial)| trial.book == book).map(|(number, _)| number).collect()
        })
    }

    fn ask(
        &mut self,
        number: usize,
        choose: impl Fn(&Self, usize, Owner) -> Vec<usize>,
    ) -> Option<&Vector> {
        let mutants = self.changes.get(number)?.mutants.clone();
        // Places of one text in one book, such as two lists of one rule, change together.
        let books: BTreeSet<usize> = mutants.iter().map(|(book, _)| *book).collect();
        for book in books {
            let of_book: Vec<&Mutant> =
                mutants.iter().filter(|(at, _)| *at == book).map(|(_, mutant)| mutant).collect();
            let asked: BTreeSet<Owner> = of_book.iter().map(|mutant| mutant.owner).collect();
            let chosen: Vec<usize> =
                asked.into_iter().flat_map(|owner| choose(self, book, owner)).collect();
            if chosen.is_empty() {
                continue;
            }
            let Some(rules) = self.books.get_mut(book) else { continue };
            let mut originals: Vec<_> =
                of_book.into_iter().filter_map(|mutant| rules.mutate(mutant)).collect();
            let trials = &self.trials;
            let noticed = chosen.into_iter().find(|number| {
                trials.get(*number).is_some_and(|trial| trial.notices(&trial.assess(rules)))
            });
            while let Some(original) = originals.pop() {
                rules.restore(original);
            }
            if let Some(number) = noticed {
                return self.trials.get(number).map(|trial| &trial.vector);
            }
        }
        None
    }
}

impl Trial {
    fn assess<'a>(&'a self, rules: &'a RuleSet) -> Assessment<'a> {
        assess_only(rules, &self.case, &self.question, &self.wanted)
    }

    fn notices(&self, assessment: &Assessment<'_>) -> bool {
        let mut report = Report::of(&self.vector);
        judge(assessment, &self.vector, &mut report);
        !report.failures.is_empty()
    }
}

/// The rules that an assessment read.
fn owners(assessment: &Assessment<'_>) -> BTreeSet<Owner> {
    let owner = |what: &What| match what {
        What::Definition(id) | What::Call(id, _) | What::Column(id, _) | What::Company(id, _) => {
            Some(Owner::Definition(*id))
        }
        What::Parameter(id, ..) => Some(Owner::Parameter(*id)),
        What::Requirement(id) => Some(Owner::Requirement(*id)),
        What::Fact(_)
        | What::Cell(..)
        | What::AbsentCell(..)
        | What::Calendar(_)
        | What::Line(_)
        | What::Test(..) => None,
    };
    assessment.steps().iter().filter_map(|step| owner(&step.what)).collect()
}

/// The changes of all books by file and place; those of one place and text are one.
fn changes(books: &[RuleSet], sources: &Sources) -> Vec<Changed> {
    let mut all: BTreeMap<_, Changed> = BTreeMap::new();
    for (book, rules) in books.iter().enumerate() {
        for mutant in rules.mutants(sources) {
            let place = place(rules, &mutant, sources);
            let (start, end) = (mutant.span.start(), mutant.span.end());
            let key = (place.file.clone(), start, end, mutant.becomes.clone());
            let changed = all.entry(key).or_insert_with(|| Changed { place, mutants: Vec::new() });
            changed.mutants.push((book, mutant));
        }
    }
    let mut changes: Vec<Changed> = all.into_values().collect();
    number(&mut changes);
    changes
}

/// Numbers equal places of one rule.
fn number(changes: &mut [Changed]) {
    let text = |p: &Place| (p.file.clone(), p.rule.clone(), p.at.clone(), p.becomes.clone());
    let mut seen: BTreeMap<_, usize> = BTreeMap::new();
    for changed in changes.iter_mut() {
        let count = seen.entry(text(&changed.place)).or_default();
        *count += 1;
        changed.place.nth = *count;
    }
    for changed in changes {
        changed.place.is_one_of_several = seen.get(&text(&changed.place)) > Some(&1);
    }
}

fn place(rules: &RuleSet, mutant: &Mutant, sources: &Sources) -> Place {
    let (rule, code) = match mutant.owner {
        Owner::Definition(id) => (rules.definition(id).map(|d| d.name.clone()), None),
        Owner::Parameter(id) => (rules.parameter(id).map(|p| p.name.clone()), None),
        Owner::Requirement(id) => {
            let entry = rules.requirement(id);
            (entry.map(|r| r.id.clone()), entry.map(|r| r.code.clone()))
        }
    };
    let (line, column) = sources.line_column(mutant.span);
    let file = sources.get(mutant.span.file()).map_or("", |file| file.name());
    let words = sources.slice(mutant.span).split_whitespace();
    Place {
        file: file.to_owned(),
        line,
        column,
        rule: rule.unwrap_or_default(),
        code: code.unwrap_or_default(),
        at: words.collect::<Vec<_>>().join(" "),
        becomes: mutant.becomes.clone(),
        nth: 1,
        is_one_of_several: false,
    }
}
