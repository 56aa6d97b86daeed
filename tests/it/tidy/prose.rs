//! Chinese punctuation, and pages that can be reached.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use duecause::bundle::{Bundle, Library};
use duecause::document::punctuation::{is_chinese, punctuation_lint};
use duecause::source::Sources;
use duecause::syntax::{Kind, Node, yaml};
use duecause::wording::{Language, Localized};

use super::{files, none, root, shown};

/// Adds a complaint for each ASCII mark beside Chinese text in `text`, which begins on `line`.
fn lint(path: &Path, line: usize, text: &str, complaints: &mut Vec<String>) {
    for (at, mark) in punctuation_lint(text) {
        let line = line + text[..at].matches('\n').count();
        let near: String =
            text[..at].chars().rev().take(6).collect::<Vec<_>>().into_iter().rev().collect();
        let after: String = text[at..].chars().take(6).collect();
        complaints.push(format!("{}:{line}: `{mark}` in `{near}{after}`", shown(path)));
    }
}

/// Returns Markdown with code, in fences and in backticks, and addresses of links left blank.
fn prose(text: &str) -> String {
    let mut fenced = false;
    let mut result = String::new();
    for line in text.lines() {
        let is_fence = line.trim_start().starts_with("```") || line.trim_start().starts_with("~~~");
        fenced ^= is_fence;
        if !fenced && !is_fence {
            let mut in_code = false;
            for c in line.chars() {
                in_code ^= c == '`';
                result.push(if in_code || c == '`' { ' ' } else { c });
            }
        }
        result.push('\n');
    }
    result
}

/// Returns Markdown with the addresses of its links left out.
fn without_addresses(text: &str) -> String {
    let mut parts = text.split("](");
    let mut result = parts.next().unwrap_or("").to_owned();
    for part in parts {
        result.push(']');
        result.push_str(part.split_once(')').map_or(part, |(_, after)| after));
    }
    result
}

/// Returns the pages people read.
fn pages() -> Vec<PathBuf> {
    let mut pages = files("docs", &["md"]);
    pages.extend(files("examples", &["md"]));
    pages.extend(["README.md", "README.zh.md", "CHANGELOG.md"].map(|p| root().join(p)));
    pages.retain(|p| p.is_file());
    pages
}

#[test]
fn chinese_prose_has_chinese_punctuation() {
    let mut complaints = Vec::new();
    // The catalogues quote code and endings of files; they are made, not written.
    for path in pages().into_iter().filter(|p| !p.ends_with("formats/diagnostics.md")) {
        let text = prose(&std::fs::read_to_string(&path).unwrap());
        lint(&path, 1, &without_addresses(&text), &mut complaints);
    }
    none(&complaints, "punctuation beside Chinese characters is full-width");
}

#[test]
fn chinese_words_of_rules_and_policies_have_chinese_punctuation() {
    let mut complaints = Vec::new();
    let folders = ["rules", "policies", "examples"];
    for path in folders.into_iter().flat_map(|f| files(f, &["yaml"])) {
        let text = std::fs::read_to_string(&path).unwrap();
        for (index, line) in text.lines().enumerate() {
            match line.trim_start().strip_prefix('#') {
                Some(comment) if is_mostly_chinese(comment) => {
                    lint(&path, index + 1, comment, &mut complaints);
                }
                _ => {}
            }
        }
        let mut sources = Sources::new();
        let file = sources.add(shown(&path), text);
        let (node, _) = yaml::read(&sources, file);
        node.iter().for_each(|n| scalars(n, &sources, &path, &mut complaints));
    }
    none(&complaints, "punctuation beside Chinese characters is full-width");
}

#[test]
fn chinese_papers_have_chinese_punctuation() {
    let mut complaints = Vec::new();
    for path in files("templates", &["md"]).into_iter().filter(|p| shown(p).contains("/zh/")) {
        lint(&path, 1, &without_tags(&std::fs::read_to_string(&path).unwrap()), &mut complaints);
    }
    none(&complaints, "punctuation beside Chinese characters is full-width");
}

/// Returns a template with blanks in the place of what stands in braces.
fn without_tags(text: &str) -> String {
    let mut inside = false;
    let mut previous = ' ';
    let mut blank = |c: char| {
        inside |= previous == '{' && "{%#".contains(c);
        let is_blank = inside && c != '\n';
        inside &= !("}%#".contains(previous) && c == '}');
        previous = c;
        if is_blank { ' ' } else { c }
    };
    text.chars().map(&mut blank).collect()
}

/// Returns whether a text is Chinese: an English note may name a Chinese case in passing.
fn is_mostly_chinese(text: &str) -> bool {
    let chinese = text.chars().filter(|c| is_chinese(*c)).count();
    chinese > text.chars().filter(char::is_ascii_alphabetic).count()
}

/// Visits every text of a tree.
fn scalars(node: &Node, sources: &Sources, path: &Path, complaints: &mut Vec<String>) {
    match node.kind() {
        Kind::Scalar(scalar) => {
            let (line, _) = sources.line_column(node.span());
            if is_mostly_chinese(scalar.text()) {
                lint(path, line, scalar.text(), complaints);
            }
        }
        Kind::Sequence(items) => items.iter().for_each(|n| scalars(n, sources, path, complaints)),
        Kind::Mapping(entries) => {
            entries.iter().for_each(|e| scalars(e.value(), sources, path, complaints));
        }
    }
}

/// Returns the addresses of the links of a page, with their lines.
fn links(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (index, line) in prose(text).lines().enumerate() {
        for (at, _) in line.match_indices("](") {
            let address: String = line[at + 2..].chars().take_while(|c| *c != ')').collect();
            found.push((index + 1, address));
        }
    }
    found
}

#[test]
fn links_lead_somewhere() {
    let mut broken = Vec::new();
    for path in pages() {
        let folder = path.parent().unwrap();
        for (line, address) in links(&std::fs::read_to_string(&path).unwrap()) {
            let file = address.split('#').next().unwrap_or("");
            let is_local = !address.contains("://") && !file.is_empty();
            if is_local && !folder.join(file).exists() {
                broken.push(format!("{}:{line}: {address}", shown(&path)));
            }
        }
    }
    none(&broken, "every link to a file of ours leads to one");
}

/// Returns the titles a formula may print, by name.
fn titles(library: &mut Library, layer: String) -> Vec<(String, Localized)> {
    let (book, _) = library.rule_book(&[(layer, None)], None);
    let Some(book) = book else { return Vec::new() };
    let vocabulary = book.rules.vocabulary();
    let facts = vocabulary.facts().iter().map(|f| (f.name().to_owned(), f.title().clone()));
    let fields = vocabulary.lists().iter().flat_map(|l| {
        l.fields().iter().map(|f| (format!("{}.{}", l.name(), f.name()), f.title().clone()))
    });
    let parameters = book.rules.parameters().iter().map(|p| (p.name.clone(), p.title.clone()));
    let definitions = book.rules.definitions().iter().map(|d| (d.name.clone(), d.title.clone()));
    facts.chain(fields).chain(parameters).chain(definitions).collect()
}

#[test]
fn titles_are_statements_and_not_questions() {
    let mut library = Library::new(Bundle::embedded());
    let mut asking = BTreeSet::new();
    for layer in library.layer_names() {
        for (name, title) in titles(&mut library, layer) {
            let (zh, en) = (title.get(Language::Chinese), title.get(Language::English));
            let asks = zh.contains("是否") || zh.ends_with('？') || en.starts_with("whether ");
            if asks || en.ends_with('?') {
                asking.insert(format!("{name}: {zh} / {en}"));
            }
        }
    }
    let asking: Vec<String> = asking.into_iter().collect();
    none(&asking, "a title stands in sentences; what is asked is the `question`");
}

#[test]
fn every_page_can_be_reached() {
    let mut reached: BTreeSet<PathBuf> = BTreeSet::new();
    for index in ["README.md", "docs/README.md"].map(|p| root().join(p)) {
        let Ok(text) = std::fs::read_to_string(&index) else { continue };
        let folder = index.parent().unwrap();
        let linked =
            links(&text).into_iter().map(|(_, a)| folder.join(a.split('#').next().unwrap_or("")));
        reached.extend(linked.filter_map(|p| p.canonicalize().ok()));
        reached.insert(index.canonicalize().unwrap());
    }
    let lost: Vec<String> = files("docs", &["md"])
        .into_iter()
        .filter(|p| !reached.contains(&p.canonicalize().unwrap()))
        .map(|p| shown(&p))
        .collect();
    none(&lost, "every page of docs/ is linked from README.md or docs/README.md");
}

#[test]
fn the_map_fits_its_page() {
    let text = std::fs::read_to_string(root().join("docs/architecture.md")).unwrap();
    assert!(text.lines().count() <= 200, "docs/architecture.md has at most 200 lines");
}
