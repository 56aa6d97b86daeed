//! Templates with a sheet, and the papers they become.
//!
//! `tests/documents/compose/<name>/` holds `template.md`, `sheet.json`, partials
//! in `partials/` and the expected paper as Markdown and HTML.
//! `tests/documents/mistakes/<mistake>.md` are templates with one mistake and
//! what is said about it, over one `sheet.json`. `SNAPSHOTS=overwrite` writes
//! the expected files anew.

mod properties;
mod random;
mod readers;
pub mod sheet;
mod word;

use std::path::{Path, PathBuf};

use duecause::diag::{Diagnostics, Severity};
use duecause::document::{Composed, Partials, Template, compose};
use duecause::export::{html, markdown};
use duecause::source::Sources;
use duecause::wording::Language;

use sheet::Given;

/// Returns the entries of a folder below `tests/documents`, in order.
fn entries(folder: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents").join(folder);
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(&root).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap()
}

/// A template on its way through the program, with the texts it came from.
struct Run {
    sources: Sources,
    result: Result<Composed, Diagnostics>,
}

fn run(template: &Path, partials: &[PathBuf], given: &Given) -> Run {
    let mut sources = Sources::new();
    let mut add = |path: &Path| {
        let text = read(path);
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let file = sources.add(path.file_name().unwrap().to_str().unwrap(), text.clone());
        (file, name, text)
    };
    let (file, name, text) = add(template);
    let parsed = Template::parse(file, &name, &text);
    let partials: Result<Partials, Diagnostics> = partials
        .iter()
        .map(|path| {
            let (file, name, text) = add(path);
            Ok((name.clone(), Template::parse_partial(file, &name, &text)?))
        })
        .collect();
    let result =
        parsed.and_then(|template| compose(&template, &given.sheet, &partials?, &given.paper));
    Run { sources, result }
}

/// Writes diagnostics as a reader of the expected file wants them.
fn listed(diagnostics: &Diagnostics, sources: &Sources) -> String {
    let mut sorted = diagnostics.clone();
    sorted.sort(sources);
    let lines = sorted.iter().map(|diagnostic| {
        let severity = match diagnostic.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        };
        let place = diagnostic.span().map_or_else(String::new, |span| {
            let (line, column) = sources.line_column(span);
            let name = sources.get(span.file()).unwrap().name();
            format!("{name}:{line}:{column} [{}]", sources.slice(span))
        });
        let both = |text: &duecause::wording::Localized| {
            format!("{}\n  {}", text.get(Language::Chinese), text.get(Language::English))
        };
        let help: String = diagnostic.help().iter().map(|h| format!("  = {}\n", both(h))).collect();
        format!(
            "{severity} {} {place}\n  {}\n{help}",
            diagnostic.code(),
            both(diagnostic.message())
        )
    });
    lines.collect()
}

/// Takes the style sheet away, which is the same in every page.
fn without_style(page: &str) -> String {
    let (before, rest) = page.split_once("<style>").unwrap();
    let (_, after) = rest.split_once("</style>\n").unwrap();
    format!("{before}{after}")
}

/// Compares with an expected file, or writes it.
fn check(actual: String, expected: &Path, failures: &mut Vec<String>) {
    let assert = snapbox::Assert::new().action_env("SNAPSHOTS");
    let expected_data = snapbox::Data::read_from(expected, None).raw();
    let actual = snapbox::Data::text(actual).raw();
    if let Err(difference) = assert.try_eq(Some(&expected.display()), actual, expected_data) {
        failures.push(difference.to_string());
    }
}

/// Composes the paper of a folder.
fn run_folder(folder: &Path) -> Run {
    let given = Given::parse(&read(&folder.join("sheet.json")));
    let mut partials: Vec<PathBuf> = match std::fs::read_dir(folder.join("partials")) {
        Ok(entries) => entries.map(|entry| entry.unwrap().path()).collect(),
        Err(_) => Vec::new(),
    };
    partials.sort();
    run(&folder.join("template.md"), &partials, &given)
}

/// Returns the paper of a folder, which must have one.
fn composed(folder: &Path) -> Composed {
    let run = run_folder(folder);
    run.result.map_err(|diagnostics| listed(&diagnostics, &run.sources)).unwrap()
}

#[test]
fn templates_become_the_expected_papers() {
    let mut failures = Vec::new();
    for folder in entries("compose") {
        let run = run_folder(&folder);
        let composed = match run.result {
            Ok(composed) => composed,
            Err(diagnostics) => {
                failures.push(format!("{folder:?}\n{}", listed(&diagnostics, &run.sources)));
                continue;
            }
        };
        check(markdown::write(&composed.document), &folder.join("expected.md"), &mut failures);
        let page = without_style(&html::write(&composed.document));
        check(page, &folder.join("expected.html"), &mut failures);
        let missing: String =
            composed.missing.iter().map(|m| format!("missing {}\n", m.origin.name)).collect();
        let said = missing + &listed(&composed.warnings, &run.sources);
        check(said, &folder.join("expected.txt"), &mut failures);
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn the_example_of_the_guide_is_a_template() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let guide = read(&root.join("docs/formats/templates.md"));
    let (_, rest) = guide.split_once("```markdown\n").unwrap();
    let (example, _) = rest.split_once("```\n").unwrap();
    let given = Given::parse(&read(&root.join("tests/documents/guide.json")));
    let mut sources = Sources::new();
    let file = sources.add("templates.md", example);
    let composed = Template::parse(file, "example", example)
        .and_then(|template| compose(&template, &given.sheet, &Partials::new(), &given.paper))
        .map_err(|diagnostics| listed(&diagnostics, &sources))
        .unwrap();
    assert!(composed.warnings.is_empty(), "{}", listed(&composed.warnings, &sources));
}

#[test]
fn every_mistake_is_found_where_it_stands() {
    let folder = entries("mistakes");
    let given = folder.iter().find(|path| path.ends_with("sheet.json")).unwrap();
    let given = Given::parse(&read(given));
    let mut failures = Vec::new();
    for template in folder.iter().filter(|path| path.extension().is_some_and(|e| e == "md")) {
        let run = run(template, &[], &given);
        let diagnostics = match run.result {
            Ok(composed) => composed.warnings,
            Err(diagnostics) => diagnostics,
        };
        assert!(!diagnostics.is_empty(), "{} has no mistake", template.display());
        check(listed(&diagnostics, &run.sources), &template.with_extension("txt"), &mut failures);
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
