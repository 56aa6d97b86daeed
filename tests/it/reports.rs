//! Cases and what the reports say about them.
//!
//! Each `tests/reports/<name>/case.yaml` has its expected reports beside it;
//! `SNAPSHOTS=overwrite` writes them anew.

use std::path::{Path, PathBuf};

use duecause::assess::{Overrides, Question, assess};
use duecause::bundle::{Bundle, Library, RuleBook};
use duecause::case::{self, Annex, CaseFile, Head};
use duecause::diag::Diagnostics;
use duecause::report::{RenderOptions, ReviewOptions, explain, json, law, render, review};
use duecause::source::FileId;
use duecause::wording::Language;
use unicode_width::UnicodeWidthStr;

/// A case with everything needed to assess it.
struct Opened {
    library: Library,
    file: FileId,
    book: RuleBook,
    case: CaseFile,
    question: Question,
}

/// Opens a case that names its layers.
fn open(path: &Path) -> Opened {
    let mut library = Library::new(Bundle::embedded());
    let text = std::fs::read_to_string(path).unwrap();
    let (file, node, mut diagnostics) = library.add("case.yaml", &text);
    let node = node.unwrap();
    diagnostics.extend(duecause::syntax::schema::check(&node, duecause::syntax::SchemaKind::Case));
    let head = Head::read(&node, &mut diagnostics);
    let layers: Vec<_> =
        head.extends.iter().map(|(name, span)| (name.clone(), Some(*span))).collect();
    let (book, found) = library.rule_book(&layers, None);
    diagnostics.extend(found);
    let book = book.unwrap();
    let (case, found) = case::load(&node, Annex::default(), book.rules.vocabulary());
    diagnostics.extend(found);
    silent(&diagnostics, &library);
    let question = Question {
        ground: head.ground.unwrap().0,
        as_of: head.as_of.unwrap(),
        version: None,
        overrides: Overrides::default(),
    };
    Opened { library, file, book, case, question }
}

/// A case of these tests has no mistakes.
fn silent(diagnostics: &Diagnostics, library: &Library) {
    let options = RenderOptions::new().show_values(true);
    let text = render(diagnostics, library.sources(), Language::English, &options);
    assert_eq!(text, "");
}

/// Returns the folders of the cases.
fn folders() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reports");
    let entries = std::fs::read_dir(&root).unwrap();
    let mut folders: Vec<PathBuf> =
        entries.map(|e| e.unwrap().path()).filter(|p| p.is_dir()).collect();
    folders.sort();
    folders
}

/// Leaves digests and fingerprints out: they change with every comment in a rule.
fn without_digests(text: &str) -> String {
    let is_digest = |run: &&str| [12, 64].contains(&run.len());
    let mut rest = text;
    let mut kept = String::new();
    while let Some(start) = rest.find(|c: char| c.is_ascii_alphanumeric()) {
        let (before, run) = rest.split_at(start);
        let run = &run[..run.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(run.len())];
        let is_hex = run.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        kept += before;
        kept += if is_hex && is_digest(&run) { "<digest>" } else { run };
        rest = &rest[start + run.len()..];
    }
    kept + rest
}

/// Compares or writes one expected file.
fn same(path: PathBuf, actual: String, failures: &mut Vec<String>) {
    let actual = without_digests(&actual);
    let assert = snapbox::Assert::new().action_env("SNAPSHOTS");
    let expected = snapbox::Data::read_from(&path, None).raw();
    if let Err(difference) =
        assert.try_eq(Some(&path.display()), snapbox::Data::text(actual).raw(), expected)
    {
        failures.push(difference.to_string());
    }
}

/// What a file `explain-<name>.<language>.txt` is about.
fn explained(file: &str) -> Option<(&str, Language)> {
    let (name, language) = file.strip_prefix("explain-")?.strip_suffix(".txt")?.rsplit_once('.')?;
    Some((name, Language::from_tag(language)?))
}

/// Returns the names of the files of a folder, in order.
fn files(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let names = entries.map(|e| e.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}

#[test]
fn reports_say_what_they_said() {
    let mut failures = Vec::new();
    for folder in folders() {
        let opened = open(&folder.join("case.yaml"));
        let assessment = assess(&opened.book.rules, &opened.case, &opened.question);
        let (receipt, sources) = (&opened.book.receipt, opened.library.sources());
        let options = ReviewOptions::new(opened.file);
        for language in [Language::Chinese, Language::English] {
            let text = review(&assessment, receipt, sources, language, &options);
            same(folder.join(format!("review.{}.txt", language.tag())), text, &mut failures);
        }
        for file in files(&folder) {
            let options = options.clone().show_values(true).verbose(true);
            if let Some((name, language)) = explained(&file) {
                let text = explain(&assessment, name, sources, language, &options);
                same(folder.join(&file), text, &mut failures);
            } else if file == "review.json" {
                let value = json::review(&assessment, receipt, Language::Chinese, &options);
                same(folder.join(&file), format!("{value:#}\n"), &mut failures);
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn reviews_as_json_fit_their_schema() {
    let schema = include_str!("../../schemas/review-1.json");
    let schema: serde_json::Value = serde_json::from_str(schema).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    for folder in folders() {
        let opened = open(&folder.join("case.yaml"));
        let assessment = assess(&opened.book.rules, &opened.case, &opened.question);
        for (language, shown) in [(Language::Chinese, false), (Language::English, true)] {
            let options = ReviewOptions::new(opened.file).show_values(shown);
            let value = json::review(&assessment, &opened.book.receipt, language, &options);
            let errors = misfits(&validator, &value);
            assert!(errors.is_empty(), "{}: {errors:#?}", folder.display());
            assert_eq!(value.to_string().contains("\"facts\":"), shown);
        }
    }
}

/// Returns what does not fit a schema.
fn misfits(validator: &jsonschema::Validator, value: &serde_json::Value) -> Vec<String> {
    validator.iter_errors(value).map(|e| format!("{}: {e}", e.instance_path())).collect()
}

#[test]
fn derivations_as_json_fit_their_schema() {
    let schema = include_str!("../../schemas/explain-1.json");
    let schema: serde_json::Value = serde_json::from_str(schema).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    for (folder, shown) in folders().into_iter().zip([false, true, true]) {
        let opened = open(&folder.join("case.yaml"));
        let rules = &opened.book.rules;
        let assessment = assess(rules, &opened.case, &opened.question);
        let options = ReviewOptions::new(opened.file).show_values(shown);
        let names = rules.names().map(|(name, _)| name);
        let codes = rules.requirements().iter().map(|r| r.code.as_str());
        for name in names.chain(codes) {
            let value = json::explain(&assessment, name, Language::English, &options);
            let errors = misfits(&validator, &value);
            assert!(errors.is_empty(), "{} {name}: {errors:#?}", folder.display());
        }
    }
}

#[test]
fn schemas_of_outputs_speak_of_the_same_things() {
    let read = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
    let review = read(include_str!("../../schemas/review-1.json"));
    let explain = read(include_str!("../../schemas/explain-1.json"));
    for (name, definition) in explain["$defs"].as_object().unwrap() {
        if let Some(other) = review["$defs"].get(name) {
            assert_eq!(definition, other, "{name}");
        }
    }
}

/// Signs that Chinese text writes full-width; file names, formulas and YAML keep theirs.
const HALF_WIDTH: [char; 6] = [',', ';', '?', '!', '(', ')'];

/// Returns what is wrong with the look of a Chinese report.
fn ugly(text: &str) -> Option<String> {
    let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    let is_ugly = |line: &&str| {
        let letters: Vec<char> = line.chars().collect();
        let half = letters.windows(2).any(|pair| {
            is_han(pair[0]) && HALF_WIDTH.contains(&pair[1])
                || HALF_WIDTH.contains(&pair[0]) && is_han(pair[1])
        });
        let doubled = ["，，", "；；", "。。", "。；", "：：", "（）", "“”"];
        let doubled = doubled.iter().any(|pair| line.contains(pair));
        !line.contains(" |") && (half || doubled || UnicodeWidthStr::width(*line) > 96)
    };
    text.lines().find(is_ugly).map(str::to_owned)
}

#[test]
fn everything_can_be_explained_in_well_set_text() {
    for folder in folders().into_iter().take(1) {
        let opened = open(&folder.join("case.yaml"));
        let rules = &opened.book.rules;
        let assessment = assess(rules, &opened.case, &opened.question);
        let sources = opened.library.sources();
        let options = ReviewOptions::new(opened.file).verbose(true);
        let names = rules.names().map(|(name, _)| name);
        let names = names.chain(rules.requirements().iter().map(|r| r.code.as_str()));
        let mut texts = Vec::new();
        for name in names {
            let text = explain(&assessment, name, sources, Language::Chinese, &options);
            assert!(text.lines().count() > 1, "{name}: {text}");
            texts.push((name, text));
            assert!(!explain(&assessment, name, sources, Language::English, &options).is_empty());
            assert!(json::explain(&assessment, name, Language::English, &options).is_object());
            let page = law::page(rules, name, sources, Language::Chinese, false);
            texts.extend(page.map(|text| (name, text)));
        }
        let receipt = &opened.book.receipt;
        texts.push(("review", review(&assessment, receipt, sources, Language::Chinese, &options)));
        texts.push(("law", law::list(rules, Language::Chinese, false)));
        for (name, text) in texts {
            if let Some(line) = ugly(&text) {
                panic!("{} {name}: {line}", folder.display());
            }
        }
        let nothing = explain(&assessment, "no.such", sources, Language::Chinese, &options);
        assert_eq!(nothing, "");
    }
}

#[test]
fn names_and_sensitive_facts_stay_hidden_unless_asked_for() {
    let opened = open(&folders()[0].join("case.yaml"));
    let assessment = assess(&opened.book.rules, &opened.case, &opened.question);
    let (receipt, sources) = (&opened.book.receipt, opened.library.sources());
    let options = ReviewOptions::new(opened.file).verbose(true);
    let mut text = review(&assessment, receipt, sources, Language::Chinese, &options);
    for name in opened.book.rules.vocabulary().facts().iter().map(|f| f.name()) {
        text += &explain(&assessment, name, sources, Language::English, &options);
        text += &json::explain(&assessment, name, Language::English, &options).to_string();
    }
    text += &json::review(&assessment, receipt, Language::English, &options).to_string();
    for secret in ["张某某", "310101", "1988"] {
        assert!(!text.contains(secret), "{secret}");
    }
    let name = opened.book.rules.vocabulary().fact_with_role("employee-name").unwrap().1.name();
    let shown = options.show_values(true);
    assert!(explain(&assessment, name, sources, Language::Chinese, &shown).contains("张某某"));
}

#[test]
fn colour_changes_no_letter() {
    let opened = open(&folders()[2].join("case.yaml"));
    let assessment = assess(&opened.book.rules, &opened.case, &opened.question);
    let (receipt, sources) = (&opened.book.receipt, opened.library.sources());
    let options = ReviewOptions::new(opened.file);
    let plain = review(&assessment, receipt, sources, Language::English, &options);
    let styled = review(&assessment, receipt, sources, Language::English, &options.color(true));
    let mut bare = String::new();
    let mut rest = styled.as_str();
    while let Some((before, after)) = rest.split_once('\u{1b}') {
        bare += before;
        rest = after.split_once('m').unwrap().1;
    }
    bare += rest;
    assert!(styled.len() > bare.len());
    let lines = |text: &str| text.lines().map(|l| l.trim_end().to_owned()).collect::<Vec<_>>();
    assert_eq!(lines(&bare), lines(&plain));
}
