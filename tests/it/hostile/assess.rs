//! Fills a case of the pack with arbitrary values, assesses it, explains it and writes a paper.
//!
//! Nothing may panic; the silent assessment agrees with the recorded one; an explained finding
//! says something; a paper that ends an employment is a draft unless it is cleared.

use std::sync::OnceLock;

use super::filling::Bytes;
use duecause::assess::{Assessment, Question, Verdict, assess, assess_silently};
use duecause::bundle::{Bundle, Library, RuleBook};
use duecause::case::CaseFile;
use duecause::document::{Partials, Template};
use duecause::dossier::{Issue, Obstacle, Papers};
use duecause::export::{docx, html, markdown};
use duecause::report::{ReviewOptions, explain, json, review};
use duecause::source::{FileId, Sources};
use duecause::vectors::{load, prepare};
use duecause::wording::Language;

/// What stays the same in every run.
struct World {
    book: RuleBook,
    sources: Sources,
    file: FileId,
    /// The worked examples of the chain, to start from.
    cases: Vec<(CaseFile, Question)>,
    papers: Vec<(String, Template)>,
    partials: Partials,
}

fn world() -> &'static World {
    static WORLD: OnceLock<World> = OnceLock::new();
    WORLD.get_or_init(|| {
        let mut library = Library::new(Bundle::embedded());
        let names = ["cn", "cn/regions/sh"].map(|name| (name.to_owned(), None));
        let book = library.rule_book(&names, None).0.unwrap();
        let path = "rules/cn/art-40-2/tests/chain.yaml";
        let node = library.node(path).cloned().unwrap();
        let vectors = load(path, &node);
        let cases = vectors.iter().filter_map(|vector| prepare(&book.rules, vector).ok()).collect();
        let (papers, partials) = templates(&mut library);
        let file = library.add("case.yaml", "").0;
        let sources = library.sources().clone();
        World { book, sources, file, cases, papers, partials }
    })
}

/// Returns the templates and shared blocks in Chinese.
fn templates(library: &mut Library) -> (Vec<(String, Template)>, Partials) {
    let folder = "templates/cn/zh";
    let paths: Vec<String> = library.bundle().below(folder).map(|(p, _)| p.to_owned()).collect();
    let (mut papers, mut partials) = (Vec::new(), Partials::new());
    for path in paths {
        let name = path.rsplit('/').next().unwrap().trim_end_matches(".md").to_owned();
        let (file, text) = library.text(&path).unwrap();
        if path.contains("/partials/") {
            partials.insert(name.clone(), Template::parse_partial(file, &name, &text).unwrap());
        } else {
            papers.push((name, Template::parse(file, &path, &text).unwrap()));
        }
    }
    (papers, partials)
}

/// Reads one input.
pub fn run(data: &[u8]) {
    let world = world();
    let rules = &world.book.rules;
    let mut bytes = Bytes::new(data);
    let (mut case, mut question) = bytes.pick(&world.cases).clone();
    if bytes.below(4) == 0 {
        case = CaseFile::unknown(rules.vocabulary());
    }
    bytes.change(&mut case, rules.vocabulary());
    question.as_of = bytes.date();
    question.ground = bytes.pick(rules.vocabulary().grounds()).name().to_owned();
    let assessment = assess(rules, &case, &question);
    let silent = assess_silently(rules, &case, &question);
    assert_eq!(silent.len(), assessment.findings().len());
    for (silent, told) in silent.iter().zip(assessment.findings()) {
        assert_eq!(silent.outcome(), told.outcome());
        assert_eq!(silent.obstacle(), told.obstacle());
    }
    // Words take longer than the assessment.
    match bytes.below(4) {
        0 => tell(world, &assessment, &mut bytes),
        1 => write(world, &assessment, &mut bytes),
        _ => {}
    }
}

/// Reviews the case and explains something of it.
fn tell(world: &World, assessment: &Assessment<'_>, bytes: &mut Bytes<'_>) {
    let options = ReviewOptions::new(world.file).verbose(true).show_values(bytes.below(2) == 0);
    let language = *bytes.pick(&[Language::Chinese, Language::English]);
    let (receipt, sources) = (&world.book.receipt, &world.sources);
    assert!(!review(assessment, receipt, sources, language, &options).is_empty());
    let _ = json::review(assessment, receipt, language, &options);
    let rules = assessment.rules();
    let names: Vec<&str> = rules
        .names()
        .map(|(name, _)| name)
        .chain(rules.requirements().iter().map(|r| r.code.as_str()))
        .collect();
    let name = *bytes.pick(&names);
    assert!(!explain(assessment, name, sources, language, &options).is_empty());
    let _ = json::explain(assessment, name, language, &options);
}

/// Writes a paper, as a draft where it is not cleared.
fn write(world: &World, assessment: &Assessment<'_>, bytes: &mut Bytes<'_>) {
    let papers = Papers {
        assessment,
        receipt: &world.book.receipt,
        language: Language::Chinese,
        partials: &world.partials,
        number: None,
        generated: &[],
    };
    let (name, template) = bytes.pick(&world.papers);
    let Some(kind) = assessment.rules().vocabulary().document(name) else { return };
    let draft = bytes.below(4) > 0;
    match papers.compose(kind, template, draft) {
        Ok(paper) => {
            let blocked = assessment.verdict(name) != Verdict::Ready;
            assert!(!(blocked && kind.needs_clearance() && paper.issue == Issue::Cleared));
            assert!(!papers.file_name(kind, &paper).is_empty());
            let _ = html::write(&paper.document);
            let _ = markdown::write(&paper.document);
            docx::write(&paper.document).unwrap();
        }
        Err(Obstacle::NotCleared(_)) => assert!(!draft),
        Err(Obstacle::Mistakes(found)) => {
            assert!(found.iter().all(|d| d.code() != "document-engine"), "{found:?}");
        }
    }
}
