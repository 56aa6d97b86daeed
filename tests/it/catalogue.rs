//! The page of diagnostics, made from the catalogues of messages.
//!
//! `SNAPSHOTS=overwrite` writes `docs/formats/diagnostics.md` anew.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use duecause::wording::catalogue::checking::CheckMessage;
use duecause::wording::catalogue::documents::{DocumentHelp, DocumentMessage};
use duecause::wording::catalogue::export::{PrintHelp, PrintMistake};
use duecause::wording::catalogue::expressions::ExpressionMessage;
use duecause::wording::catalogue::loading::LoadingMessage;
use duecause::wording::catalogue::remedies;
use duecause::wording::catalogue::schema::{SchemaHelp, SchemaMistake};
use duecause::wording::catalogue::workspace::WorkspaceMessage;
use duecause::wording::catalogue::yaml::{YamlHelp, YamlMistake};

/// Messages of one catalogue: code, Chinese, English.
type Messages = &'static [(&'static str, &'static str, &'static str)];

/// A part of the page: heading, sentence, catalogues in the order of the page.
type Part = (&'static str, &'static str, &'static [Messages]);

const PARTS: [Part; 8] = [
    (
        "YAML and JSON",
        "The reader of files speaks before anybody asks what a file means; see [YAML](yaml.md).",
        &[YamlMistake::ALL, YamlHelp::ALL],
    ),
    (
        "Shape of a file",
        "The schema check says which keys stand where, and how a value is written.",
        &[SchemaMistake::ALL, SchemaHelp::ALL],
    ),
    (
        "Declarations and cases",
        "The loaders and the compiler speak of what a schema cannot see: names, types, citations, floors.",
        &[LoadingMessage::ALL],
    ),
    (
        "Policies and cases against the law",
        "`check` holds them against the requirements about files; the code printed is that of the requirement, such as `CN-K01`.",
        &[CheckMessage::ALL],
    ),
    ("Expressions", "See [expressions](expressions.md).", &[ExpressionMessage::ALL]),
    (
        "Files, folders and commands",
        "What stands between the program and the machine, or between two files.",
        &[WorkspaceMessage::ALL],
    ),
    (
        "Printing",
        "Why a composed paper cannot become a file.",
        &[PrintMistake::ALL, PrintHelp::ALL],
    ),
    (
        "Templates",
        "What may stand in a template says [templates](templates.md).",
        &[DocumentMessage::ALL, DocumentHelp::ALL],
    ),
];

const HEAD: &str = "# Diagnostics

<!-- Made from the catalogues of messages by tests/it/catalogue.rs; SNAPSHOTS=overwrite cargo test --test it catalogue -->

Every mistake has a code that stays, a message in Chinese and English, a place (file, line, column, a mark under the text), and where possible a remedy.
`E` is an error: the file cannot be used.
`W` is a warning: the file can be used, and somebody should look.
`H` is a remedy that several mistakes share; other remedies bear the code of their mistake.
The first two digits say who speaks: 01 the reader of files, 02 the shape of a file, 03 names and values, 04 the compiler of rules, 05 files and commands, 06 expressions, 07 templates, 08 printing.
A code is never given to another mistake, and one that is no longer used is not used again.
All mistakes of a file are shown at once; none is shown twice; a mistake never repeats a value of a case.
Names in braces stand for what is shown at that place; lines under a code are its remedies and notes.
`→` is the remedy that is shown when the place of the mistake knows no better one.
";

fn page() -> String {
    let mut text = HEAD.to_owned();
    for (heading, sentence, catalogues) in PARTS {
        text.push_str(&format!(
            "\n## {heading}\n\n{sentence}\n\n| code | 中文 | English |\n|---|---|---|\n"
        ));
        let mut told = BTreeSet::new();
        let mut row = |code: &str, chinese: &str, english: &str| {
            let cell = |words: &str| words.replace('|', "\\|");
            text.push_str(&format!("| `{code}` | {} | {} |\n", cell(chinese), cell(english)));
        };
        for (code, chinese, english) in catalogues.iter().flat_map(|c| c.iter()) {
            let shown = |words: &str| words.replace("{{", "{").replace("}}", "}");
            row(code, &shown(chinese), &shown(english));
            let standing = remedies::all().find(|(of, ..)| of == code);
            if let Some((_, chinese, english)) = standing.filter(|_| told.insert(*code)) {
                row(code, &format!("→ {chinese}"), &format!("→ {english}"));
            }
        }
    }
    text
}

#[test]
fn the_page_of_diagnostics_is_that_of_the_catalogues() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/formats/diagnostics.md");
    let expected = snapbox::Data::read_from(&path, None).raw();
    let actual = snapbox::Data::text(page()).raw();
    snapbox::Assert::new().action_env("SNAPSHOTS").eq(actual, expected);
}

#[test]
fn a_code_means_one_thing() {
    let mut owners: BTreeMap<&str, &str> = BTreeMap::new();
    for (heading, _, catalogues) in PARTS {
        for (code, ..) in catalogues.iter().flat_map(|c| c.iter()) {
            let owner = owners.entry(code).or_insert(heading);
            assert_eq!(*owner, heading, "{code}");
        }
    }
}

/// Codes without a remedy in any expected output, and why.
const NO_REMEDY: [(&str, &str); 1] =
    [("E0901", "the remedy is that of the requirement, under whose code it is printed")];

/// Returns all files below a folder.
fn below(folder: PathBuf) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { below(path) } else { vec![path] }).collect()
}

/// Returns the codes that some expected output shows, with whether a remedy always follows.
fn shown() -> BTreeMap<String, bool> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = ["tests/diagnostics/bad", "tests/documents/mistakes", "tests/cmd", "docs/guide"];
    let mut codes: BTreeMap<String, bool> = BTreeMap::new();
    for path in folders.iter().flat_map(|folder| below(root.join(folder))) {
        let is_read = path.extension().is_some_and(|e| e == "stderr" || e == "txt" || e == "md");
        let Ok(text) = std::fs::read_to_string(&path) else { continue };
        let mut open: Option<String> = None;
        let mut close = |open: &mut Option<String>, remedied: bool| {
            if let Some(code) = open.take() {
                *codes.entry(code).or_insert(true) &= remedied;
            }
        };
        for line in text.lines().filter(|_| is_read) {
            let is_head = ["error", "warning", "错误", "警告"].iter().any(|w| line.starts_with(w));
            if is_head {
                close(&mut open, false);
                let words = line.split(['[', ']', ' ']);
                open = words.into_iter().find(|w| is_code(w)).map(str::to_owned);
            } else if line.trim_start().starts_with("= ") {
                close(&mut open, true);
            } else if line.starts_with("```") || line.starts_with("$ ") {
                close(&mut open, false);
            }
        }
        close(&mut open, false);
    }
    codes
}

fn is_code(word: &str) -> bool {
    word.len() == 5
        && word.starts_with(['E', 'W'])
        && word.bytes().skip(1).all(|b| b.is_ascii_digit())
}

#[test]
fn every_mistake_comes_with_a_remedy() {
    let shown = shown();
    let without: Vec<_> = shown.iter().filter(|(_, remedied)| !**remedied).collect();
    assert!(without.is_empty(), "printed without a remedy: {without:?}");
    let standing: BTreeSet<&str> = remedies::all().map(|(code, ..)| *code).collect();
    assert_eq!(standing.len(), remedies::all().count(), "two standing remedies of one code");
    let codes: BTreeSet<&str> = PARTS
        .iter()
        .flat_map(|(_, _, catalogues)| catalogues.iter().flat_map(|c| c.iter().map(|m| m.0)))
        .filter(|code| is_code(code))
        .collect();
    let is_settled = |code: &str| {
        let excused = NO_REMEDY.iter().any(|(of, _)| *of == code);
        let known = standing.contains(code) || shown.contains_key(code);
        known != excused
    };
    let open: Vec<_> = codes.iter().filter(|code| !is_settled(code)).collect();
    assert!(open.is_empty(), "a remedy, or a reason for none, and not both: {open:?}");
    let unused: Vec<_> = standing.difference(&codes).collect();
    assert!(unused.is_empty(), "remedies of no mistake: {unused:?}");
}

#[test]
fn codes_follow_one_scheme() {
    for (heading, _, catalogues) in PARTS {
        for (code, ..) in catalogues.iter().flat_map(|c| c.iter()) {
            let (letter, digits) = code.split_at(1);
            assert!("EWH".contains(letter), "{code} of {heading}");
            assert!(digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit()), "{code}");
            assert!(("01"..="09").contains(&&digits[..2]), "{code}");
        }
    }
}

#[test]
fn no_catalogue_is_forgotten() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/wording/catalogue");
    let this = include_str!("catalogue.rs");
    for path in below(folder) {
        let text = std::fs::read_to_string(path).unwrap();
        for line in text.lines().filter_map(|l| l.trim().strip_prefix("pub enum ")) {
            let name = line.trim_end_matches([' ', '{']);
            // Words of reports and papers are no diagnostics.
            let is_words = name.starts_with('$') || name.ends_with("Words");
            assert!(
                is_words || this.contains(&format!("{name}::ALL")),
                "{name} is not on the page"
            );
        }
    }
}
