//! Rust files as a reader of lines needs them: code without comments and texts, and the texts.

use std::path::PathBuf;

use super::{files, shown};

/// A Rust file without its unit tests.
pub struct Code {
    /// Its path from the root.
    pub path: String,
    /// The code; comments and the insides of literals are blanks, lines are kept.
    pub code: String,
    /// String literals with their line, from 1.
    pub texts: Vec<(usize, String)>,
    /// How many lines the whole file has.
    pub lines: usize,
}

impl Code {
    /// Returns the module of `src` the file belongs to: its folder or its name.
    pub fn module(&self) -> &str {
        let inside = self.path.strip_prefix("src/").unwrap_or(&self.path);
        inside.split('/').next().unwrap_or("").trim_end_matches(".rs")
    }

    /// Returns `path:line` of a place in `code`.
    pub fn place(&self, at: usize) -> String {
        let line = self.code.bytes().take(at).filter(|b| *b == b'\n').count() + 1;
        format!("{}:{line}", self.path)
    }

    /// Returns where `wanted` stands in the code as a whole word.
    pub fn find(&self, wanted: &str) -> Vec<usize> {
        let inside = |b: Option<&u8>| b.is_some_and(|b| b.is_ascii_alphanumeric() || *b == b'_');
        let bytes = self.code.as_bytes();
        let is_word = |at: usize| {
            let before = at.checked_sub(1).and_then(|i| bytes.get(i));
            let starts = wanted.starts_with(|c: char| c.is_alphanumeric());
            let ends = wanted.ends_with(|c: char| c.is_alphanumeric());
            !(starts && inside(before) || ends && inside(bytes.get(at + wanted.len())))
        };
        self.code.match_indices(wanted).map(|(at, _)| at).filter(|at| is_word(*at)).collect()
    }
}

/// Returns every file of `src`; files of unit tests are left out.
pub fn sources() -> Vec<Code> {
    let is_tests = |p: &PathBuf| p.file_stem().is_some_and(|s| s == "tests");
    files("src", &["rs"]).into_iter().filter(|p| !is_tests(p)).map(|p| read(&p)).collect()
}

fn read(path: &PathBuf) -> Code {
    let whole = std::fs::read_to_string(path).unwrap();
    // By house rule the unit tests close a file.
    let text = match whole.find("#[cfg(test)]\nmod ") {
        Some(at) if whole[at..].contains("mod tests {") => &whole[..at],
        _ => &whole,
    };
    let (code, texts) = split(text);
    Code { path: shown(path), code, texts, lines: whole.lines().count() }
}

/// Takes comments and literals out of the code.
fn split(text: &str) -> (String, Vec<(usize, String)>) {
    let chars: Vec<char> = text.chars().collect();
    let (mut code, mut texts, mut i, mut line) = (String::new(), Vec::new(), 0, 1);
    let at = |i: usize| chars.get(i).copied().unwrap_or('\0');
    while i < chars.len() {
        let end = if at(i) == '/' && at(i + 1) == '/' {
            until(&chars, i, "\n")
        } else if at(i) == '/' && at(i + 1) == '*' {
            until(&chars, i, "*/") + 2
        } else if at(i) == 'r' && (at(i + 1) == '"' || at(i + 1) == '#' && at(i + 2) == '"') {
            let hashes = usize::from(at(i + 1) == '#');
            let end = until(&chars, i + 2 + hashes, if hashes == 1 { "\"#" } else { "\"" });
            texts.push((line, chars[i + 2 + hashes..end].iter().collect()));
            end + 1 + hashes
        } else if at(i) == '"' {
            let end = closing(&chars, i + 1, '"');
            texts.push((line, chars[i + 1..end].iter().collect()));
            end + 1
        } else if at(i) == '\'' && (at(i + 1) == '\\' || at(i + 2) == '\'') {
            closing(&chars, i + 1, '\'') + 1
        } else {
            if at(i) == '\n' {
                line += 1;
            }
            code.push(at(i));
            i += 1;
            continue;
        };
        for c in &chars[i..end.min(chars.len())] {
            code.push(if *c == '\n' { '\n' } else { ' ' });
            line += usize::from(*c == '\n');
        }
        i = end;
    }
    (code, texts)
}

/// Returns where `what` begins, from `from`, or the end.
fn until(chars: &[char], from: usize, what: &str) -> usize {
    let what: Vec<char> = what.chars().collect();
    (from..chars.len()).find(|i| chars[*i..].starts_with(&what)).unwrap_or(chars.len())
}

/// Returns where a literal closes; a backslash hides the character after it.
fn closing(chars: &[char], from: usize, quote: char) -> usize {
    let mut i = from;
    while i < chars.len() && chars[i] != quote {
        i += if chars[i] == '\\' { 2 } else { 1 };
    }
    i.min(chars.len())
}

#[test]
fn literals_and_comments_are_told_from_code() {
    let (code, texts) =
        split("let a = \"x // \\\" y\"; // \"no\"\nlet b = r#\"q\"#; 'a' '\"' &'a T");
    assert_eq!(texts, [(1, "x // \\\" y".to_owned()), (2, "q".to_owned())]);
    assert!(code.contains("let b =") && code.contains("&'a T") && !code.contains("no"));
}
