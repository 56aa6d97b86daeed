//! Time of reading, compiling and assessing: `cargo bench --bench assess --no-default-features --features cli`.
//!
//! `docs/performance.md` says what the figures mean and what they should be.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a bench that cannot go on fails")]
#![expect(clippy::indexing_slicing, reason = "a bench that cannot go on fails")]
#![expect(clippy::print_stdout, reason = "a bench says what it measures")]

#[path = "twin/hand.rs"]
mod hand;
#[path = "../tests/it/properties/values.rs"]
#[expect(dead_code, reason = "the tests use more of it")]
mod values;

use std::sync::OnceLock;

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use duecause::assess::{Assessment, Outcome, Overrides, Question, assess, assess_silently};
use duecause::bundle::{Bundle, Library, RuleBook};
use duecause::case::{self, Annex, CaseFile, Cell, Head, Row, Rows, Stated};
use duecause::compile::{Input, RuleSet, compile};
use duecause::diag::Diagnostics;
use duecause::report::{ReviewOptions, json, review};
use duecause::rules::{Policy, policy};
use duecause::source::{FileId, Sources};
use duecause::syntax::{Node, SchemaKind, schema, yaml};
use duecause::value::{Date, Month, Value};
use duecause::vocabulary::{FactId, FieldId, ListId};
use duecause::wording::Language;
use hand::Twin;
use values::{Dice, known, put, value};

/// A complete case over twelve months.
const CASE: &str = include_str!("../examples/lawful-path/case.yaml");

/// The policy it names.
const POLICY: &str = "policies/cn-sh-sales.yaml";

/// How many cases are assessed in turn, so that no branch is learnt by heart.
const CASES: usize = 64;

/// One place in so many is unknown.
const UNKNOWN: usize = 20;

/// Runs the benches.
fn main() {
    agree();
    let world = world();
    let (rules, leaves) = world.size();
    println!(
        "{rules} rules a case, of which {} are requirements; {leaves} places read; {} bytes a case",
        world.requirements(),
        CASE.len()
    );
    divan::main();
}

/// Everything that is read once.
struct World {
    library: Library,
    file: FileId,
    node: Node,
    policy: Policy,
    book: RuleBook,
    question: Question,
    full: CaseFile,
    cases: Vec<CaseFile>,
}

fn world() -> &'static World {
    static WORLD: OnceLock<World> = OnceLock::new();
    WORLD.get_or_init(|| {
        let mut library = Library::new(Bundle::embedded());
        let (policy, book) = book(&mut library);
        let (file, node, mut diagnostics) = library.add("case.yaml", CASE);
        let node = node.unwrap();
        let head = Head::read(&node, &mut diagnostics);
        let full = read(&node, &policy, &book);
        let mut dice = Dice::new(1);
        let cases = (0..CASES).map(|_| blanked(&full, &book.rules, &mut dice)).collect();
        let question = Question {
            ground: head.ground.unwrap().0,
            as_of: head.as_of.unwrap(),
            version: Some(policy.versions.last().unwrap().from),
            overrides: Overrides::default(),
        };
        World { library, file, node, policy, book, question, full, cases }
    })
}

/// Compiles pack, region and policy.
fn book(library: &mut Library) -> (Policy, RuleBook) {
    let policy = policy::load(library.node(POLICY).unwrap()).0;
    let names: Vec<_> =
        policy.extends.iter().map(|(name, span)| (name.clone(), Some(*span))).collect();
    let book = library.rule_book(&names, Some(&policy)).0.unwrap();
    (policy, book)
}

/// Types the case against the vocabulary.
fn read(node: &Node, policy: &Policy, book: &RuleBook) -> CaseFile {
    let annex = Annex {
        facts: policy.versions.last().unwrap().facts.as_ref(),
        lists: policy.versions.last().unwrap().lists.as_ref(),
        evidence: policy.evidence.as_ref(),
        accept: policy.accept.as_ref(),
        waivers: None,
    };
    case::load(node, annex, book.rules.vocabulary()).0
}

/// Returns a case of which one place in twenty is unknown.
fn blanked(full: &CaseFile, rules: &RuleSet, dice: &mut Dice) -> CaseFile {
    let mut case = full.clone();
    for place in known(full, rules.vocabulary()) {
        if dice.one_in(UNKNOWN) {
            put(&mut case, place, Cell::Unknown);
        }
    }
    case
}

impl World {
    fn assess(&self) -> Assessment<'_> {
        assess(&self.book.rules, &self.full, &self.question)
    }

    fn requirements(&self) -> usize {
        assess_silently(&self.book.rules, &self.full, &self.question).len()
    }

    /// Returns how many rules a case evaluates, and how many steps its derivation has.
    fn size(&self) -> (usize, usize) {
        let assessment = self.assess();
        let definitions = self.book.rules.definitions().iter();
        let definitions = definitions.filter(|d| d.takes.is_empty() && d.of.is_none()).count();
        (assessment.findings().len() + definitions, assessment.steps().len())
    }
}

mod load {
    use super::*;

    /// Reads and compiles pack, region and policy, from nothing.
    #[divan::bench]
    fn pack_region_policy() -> (Policy, RuleBook) {
        book(&mut Library::new(Bundle::embedded()))
    }

    /// Finds the embedded texts.
    #[divan::bench]
    fn embedded_texts() -> Bundle {
        Bundle::embedded()
    }

    /// Compiles pack, region and policy whose trees are read.
    #[divan::bench]
    fn compile_only(bencher: Bencher) {
        let mut library = Library::new(Bundle::embedded());
        book(&mut library);
        bencher.bench_local(|| book(&mut library));
    }

    /// Reads a case: text to tree, schema, types.
    #[divan::bench]
    fn case_file(bencher: Bencher) {
        let world = world();
        bencher.bench(|| {
            let mut sources = Sources::new();
            let file = sources.add("case.yaml", CASE);
            let node = yaml::read(&sources, file).0.unwrap();
            let found = schema::check(&node, SchemaKind::Case);
            (read(&node, &world.policy, &world.book), found)
        });
    }

    /// Types a case whose tree is read.
    #[divan::bench]
    fn case_types(bencher: Bencher) {
        let world = world();
        bencher.bench(|| read(black_box(&world.node), &world.policy, &world.book));
    }
}

mod pack {
    use super::*;

    /// Outcomes alone, one case after the other; items are rules.
    #[divan::bench]
    fn silently(bencher: Bencher) {
        let world = world();
        let mut cases = world.cases.iter().cycle();
        let rules = ItemsCount::new(world.size().0);
        bencher.counter(rules).bench_local(|| {
            assess_silently(&world.book.rules, cases.next().unwrap(), &world.question)
        });
    }

    /// Outcomes and figures with their derivation; items are cases.
    #[divan::bench]
    fn with_derivation(bencher: Bencher) {
        let world = world();
        let mut cases = world.cases.iter().cycle();
        bencher.counter(ItemsCount::new(1_usize)).bench_local(|| {
            drop(black_box(assess(&world.book.rules, cases.next().unwrap(), &world.question)));
        });
    }

    /// The review in words.
    #[divan::bench(args = ["zh", "en"])]
    fn review_in_words(bencher: Bencher, language: &str) {
        let (world, language) = (world(), Language::from_tag(language).unwrap());
        let assessment = world.assess();
        let options = ReviewOptions::new(world.file);
        let (receipt, sources) = (&world.book.receipt, world.library.sources());
        bencher.bench(|| review(&assessment, receipt, sources, language, &options));
    }

    /// The review as JSON.
    #[divan::bench]
    fn review_as_json(bencher: Bencher) {
        let world = world();
        let assessment = world.assess();
        let options = ReviewOptions::new(world.file);
        bencher
            .bench(|| json::review(&assessment, &world.book.receipt, Language::Chinese, &options));
    }
}

/// Twenty rules, by the evaluator and by hand.
mod twenty {
    use super::*;

    /// The evaluator; items are rules.
    #[divan::bench]
    fn evaluator(bencher: Bencher) {
        let (rules, cases) = twenty();
        let question = ending();
        let mut cases = cases.iter().cycle();
        bencher
            .counter(ItemsCount::new(20_usize))
            .bench_local(|| assess_silently(rules, &cases.next().unwrap().0, &question));
    }

    /// The same twenty written by hand; items are rules.
    #[divan::bench]
    fn by_hand(bencher: Bencher) {
        let mut cases = twenty().1.iter().cycle();
        bencher
            .counter(ItemsCount::new(20_usize))
            .bench_local(|| black_box(&cases.next().unwrap().1).outcomes());
    }
}

/// Returns twenty rules, and cases over twelve months with their twins.
fn twenty() -> &'static (RuleSet, Vec<(CaseFile, Twin)>) {
    static TWENTY: OnceLock<(RuleSet, Vec<(CaseFile, Twin)>)> = OnceLock::new();
    TWENTY.get_or_init(|| {
        let mut sources = Sources::new();
        let file = sources.add("rules.yaml", include_str!("twin/rules.yaml"));
        let node = yaml::read(&sources, file).0.unwrap();
        let mut diagnostics = Diagnostics::new();
        let (vocabulary, found) = duecause::vocabulary::load(&[&node]);
        diagnostics.extend(found);
        let (layer, found) = duecause::rules::load("twenty", &[&node]);
        diagnostics.extend(found);
        let input = Input { vocabulary, layers: vec![(0, &layer)], policy: None };
        let (rules, found) = compile(input, &sources);
        diagnostics.extend(found);
        let Some(rules) = rules else { panic!("{diagnostics:?}") };
        let mut dice = Dice::new(2);
        let cases = (0..CASES).map(|_| {
            let case = random(&rules, &mut dice);
            let twin = Twin::new(&case, rules.vocabulary());
            (case, twin)
        });
        let cases = cases.collect();
        (rules, cases)
    })
}

fn ending() -> Question {
    Question {
        ground: "ending".to_owned(),
        as_of: Date::from_ymd_opt(2026, 11, 20).unwrap(),
        version: None,
        overrides: Overrides::default(),
    }
}

/// Returns a case of random values of which one in twenty is unknown.
fn random(rules: &RuleSet, dice: &mut Dice) -> CaseFile {
    let v = rules.vocabulary();
    let mut case = CaseFile::unknown(v);
    let cell = |kind, optional: bool, dice: &mut Dice| match dice.below(UNKNOWN) {
        0 => Cell::Unknown,
        1..5 if optional => Cell::None,
        _ => Cell::Known(value(kind, v, &CaseFile::unknown(v), dice).unwrap()),
    };
    for (at, fact) in v.facts().iter().enumerate() {
        let cell = cell(fact.kind(), fact.is_optional(), dice);
        case.set_fact(FactId::at(at), Stated::bare(cell));
    }
    let list = ListId::at(0);
    let fields = v.list(list).unwrap().fields();
    let rows = (1..=12).map(|month| {
        let cells = (0..fields.len()).map(|at| match at {
            0 => Cell::Known(Value::Month(Month::new(2026, month).unwrap())),
            _ => cell(v.list(list).unwrap().field(FieldId::at(at)).unwrap().kind(), false, dice),
        });
        Row::new(format!("2026-{month:02}"), cells.map(Stated::bare).collect())
    });
    let rows: Vec<Row> = rows.collect();
    case.set_rows(list, Rows::known(rows, true));
    case
}

/// Holds that evaluator and hand say the same, and that all outcomes occur.
fn agree() {
    let (rules, cases) = twenty();
    let question = ending();
    let mut seen: Vec<Outcome> = Vec::new();
    for (case, twin) in cases {
        let found = assess_silently(rules, case, &question);
        let found: Vec<Outcome> = found.iter().map(|f| f.outcome()).collect();
        assert_eq!(found, twin.outcomes(), "{twin:?}");
        seen.extend(found);
    }
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen.len(), 4, "{seen:?}");
}
