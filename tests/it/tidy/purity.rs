//! The core knows no disk, clock, environment or thread, no name of a pack, and does not panic.

use std::collections::BTreeSet;

use duecause::bundle::{Bundle, Library};

use super::code::{Code, sources};
use super::none;

/// Modules that may touch the machine.
const OUTSIDE: [&str; 3] = ["workspace", "cli", "main"];

/// No file is longer than this.
const LONG: usize = 500;

/// Words of the expression language, which a pack may use as names too.
const OF_THE_LANGUAGE: [&str; 1] = ["last_day"];

#[test]
fn the_core_touches_no_machine() {
    let forbidden = [
        "fs",
        "env",
        "time",
        "thread",
        "process",
        "net",
        "os",
        "SystemTime",
        "Instant",
        "Utc",
        "Local",
        "stdin",
        "stdout",
        "stderr",
        "println!",
        "eprintln!",
        "print!",
        "eprint!",
    ];
    let mut complaints = Vec::new();
    for file in sources().iter().filter(|f| !OUTSIDE.contains(&f.module())) {
        for word in forbidden {
            for at in file.find(word) {
                // `env!` of cargo is a constant; a path into the machine goes through `std::`, alone or in a group.
                let is_path = word.chars().all(|c| c.is_ascii_lowercase());
                let line = line_of(file, at);
                let is_std = line.contains("std::");
                let printer = file.path.starts_with("src/export/pdf/") && word == "thread";
                if (!is_path || is_std) && !printer {
                    complaints.push(format!("{}: `{word}`", file.place(at)));
                }
            }
        }
    }
    none(
        &complaints,
        "below `workspace` and `cli` nothing touches disk, clock, environment or threads",
    );
}

fn line_of(file: &Code, at: usize) -> &str {
    let start = file.code[..at].rfind('\n').map_or(0, |i| i + 1);
    let end = file.code[at..].find('\n').map_or(file.code.len(), |i| at + i);
    &file.code[start..end]
}

#[test]
fn the_code_does_not_panic() {
    let forbidden = [
        ".unwrap()",
        ".expect(",
        "panic!",
        "todo!",
        "unimplemented!",
        "unreachable!",
        "assert!",
        "assert_eq!",
    ];
    let mut complaints = Vec::new();
    for file in &sources() {
        for word in forbidden {
            complaints.extend(
                file.find(word).into_iter().map(|at| format!("{}: `{word}`", file.place(at))),
            );
        }
    }
    none(&complaints, "what can fail is a diagnostic or a `Result`");
}

#[test]
fn files_stay_short() {
    let long: Vec<String> = sources()
        .iter()
        .filter(|f| f.lines > LONG)
        .map(|f| format!("{}: {} lines", f.path, f.lines))
        .collect();
    none(&long, "a file over 500 lines is split");
}

/// Returns the names that belong to packs, not to the program.
///
/// One plain word (`union`, `results`) may mean anything; a name of several is the pack's.
fn names_of_packs() -> BTreeSet<String> {
    let mut library = Library::new(Bundle::embedded());
    let mut names = BTreeSet::new();
    for layer in library.layer_names() {
        let (book, _) = library.rule_book(&[(layer, None)], None);
        let Some(book) = book else { continue };
        let vocabulary = book.rules.vocabulary();
        names.extend(book.rules.names().map(|(name, _)| name.to_owned()));
        names.extend(book.rules.requirements().iter().flat_map(|r| [r.id.clone(), r.code.clone()]));
        names.extend(vocabulary.facts().iter().map(|f| f.name().to_owned()));
        names.extend(vocabulary.lists().iter().map(|l| l.name().to_owned()));
        names.extend(
            vocabulary.documents().iter().flat_map(|d| [d.name().to_owned(), d.code().to_owned()]),
        );
        names.extend(vocabulary.grounds().iter().map(|g| g.name().to_owned()));
    }
    names.retain(|n| n.contains(['.', '_', '-']) && !OF_THE_LANGUAGE.contains(&n.as_str()));
    names
}

#[test]
fn the_code_knows_no_name_of_a_pack() {
    let names = names_of_packs();
    assert!(names.len() > 300, "the packs are read: {}", names.len());
    let roles = roles();
    let mut complaints = Vec::new();
    for file in &sources() {
        for (line, text) in &file.texts {
            let words = text.split(|c: char| !(c.is_ascii_alphanumeric() || ".-_".contains(c)));
            for word in words.map(|w| w.trim_matches(['.', '-'])) {
                if names.contains(word) && !roles.contains(word) {
                    complaints.push(format!("{}:{line}: `{word}`", file.path));
                }
            }
        }
    }
    complaints.sort();
    complaints.dedup();
    none(&complaints, "where code needs a role, the vocabulary declares it");
}

/// Returns the roles facts may have, such as `employee-number`.
fn roles() -> BTreeSet<String> {
    let mut library = Library::new(Bundle::embedded());
    let mut roles = BTreeSet::new();
    for layer in library.layer_names() {
        let (book, _) = library.rule_book(&[(layer, None)], None);
        let facts = book.iter().flat_map(|b| b.rules.vocabulary().facts());
        roles.extend(facts.filter_map(|f| f.role().map(str::to_owned)));
    }
    roles
}
