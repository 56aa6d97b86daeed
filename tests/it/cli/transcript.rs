//! Pages as lines and commands, and how the printed is compared with the expected.

use std::path::{Path, PathBuf};

/// A page with the commands of its console blocks.
pub struct Page {
    path: PathBuf,
    lines: Vec<String>,
    /// The commands in the order of the page.
    pub commands: Vec<Transcript>,
}

/// One command of a page.
pub struct Transcript {
    /// The command as a shell reads it.
    pub text: String,
    /// The line after the command, and the line after what it prints, from 0.
    body: (usize, usize),
    expected: Vec<String>,
    actual: Vec<String>,
}

impl Page {
    /// Reads a page.
    pub fn read(path: &Path) -> Self {
        let text = std::fs::read_to_string(path).unwrap();
        let lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let mut commands = Vec::new();
        let mut at = 0;
        while at < lines.len() {
            let fence = lines[at].trim_end();
            at += 1;
            let Some(info) = fence.strip_prefix("```").filter(|i| i.starts_with("console")) else {
                continue;
            };
            let end =
                (at..lines.len()).find(|i| lines[*i].starts_with("```")).unwrap_or(lines.len());
            if cfg!(feature = "pdf") || !info.contains("pdf") {
                block(&lines, at, end, &mut commands);
            }
            at = end + 1;
        }
        Self { path: path.to_path_buf(), lines, commands }
    }

    /// Writes what was printed in the place of what was expected.
    pub fn write(&self) {
        let mut lines = self.lines.clone();
        for command in self.commands.iter().rev().filter(|c| !c.holds()) {
            let printed = elided(&command.expected, &command.actual);
            lines.splice(command.body.0..command.body.1, printed.unwrap_or(command.actual.clone()));
        }
        if lines != self.lines {
            std::fs::write(&self.path, lines.join("\n") + "\n").unwrap();
        }
    }

    /// Returns a page's commands that print something else.
    pub fn complaints(&self) -> Vec<String> {
        let differs = self.commands.iter().filter(|c| !c.holds());
        differs
            .map(|c| {
                let (expected, actual) = (c.expected.join("\n"), c.actual.join("\n"));
                format!(
                    "{}:{}: $ {}\n--- expected\n{expected}\n+++ printed\n{actual}\n",
                    self.path.display(),
                    c.body.0,
                    c.text,
                )
            })
            .collect()
    }
}

/// Adds the commands of the block whose lines are `from..end`.
fn block(lines: &[String], from: usize, end: usize, commands: &mut Vec<Transcript>) {
    let mut at = from;
    while at < end {
        let Some(first) = lines[at].strip_prefix("$ ") else {
            at += 1;
            continue;
        };
        let mut text = first.to_owned();
        at += 1;
        while let Some(more) = lines.get(at).filter(|_| at < end).and_then(|l| l.strip_prefix("> "))
        {
            text = format!("{text}\n{more}");
            at += 1;
        }
        let stop = (at..end).find(|i| lines[*i].starts_with("$ ")).unwrap_or(end);
        let expected = lines[at..stop].to_vec();
        commands.push(Transcript { text, body: (at, stop), expected, actual: Vec::new() });
        at = stop;
    }
}

impl Transcript {
    /// Takes note of what happened.
    pub fn observe(&mut self, status: i32, printed: &str) {
        self.actual = printed.lines().map(|l| l.trim_end().to_owned()).collect();
        if status != 0 {
            self.actual.insert(0, format!("? {status}"));
        }
        // Fences inside what is printed would close the block.
        self.actual.iter_mut().filter(|l| l.starts_with("```")).for_each(|l| l.insert(0, ' '));
        // A blank line before the next command or the end of the block is for the eye.
        if self.expected.last().is_some_and(String::is_empty)
            && self.actual.last().is_none_or(|l| !l.is_empty())
        {
            self.actual.push(String::new());
        }
    }

    fn holds(&self) -> bool {
        matches(&self.expected, &self.actual)
    }
}

/// Compares lines; `...` stands for any lines.
fn matches(expected: &[String], actual: &[String]) -> bool {
    match expected.split_first() {
        None => actual.is_empty(),
        Some((first, rest)) if first == "..." => {
            (0..=actual.len()).any(|i| matches(rest, &actual[i..]))
        }
        Some((first, rest)) => actual
            .split_first()
            .is_some_and(|(line, others)| same(first.trim_end(), line) && matches(rest, others)),
    }
}

/// Returns the new text with the elisions of the old: between two of them, what stands from the
/// first to the last line of the old part; nothing if such a line is gone.
fn elided(expected: &[String], actual: &[String]) -> Option<Vec<String>> {
    // A line with an elision of its own stays as it is.
    let kept = |l: &String| {
        let old = expected.iter().find(|old| old.contains("[..]") && same(old, l));
        old.unwrap_or(l).clone()
    };
    let parts: Vec<&[String]> = expected.split(|l| l == "...").collect();
    if parts.len() == 1 {
        return Some(actual.iter().map(kept).collect());
    }
    let (mut at, mut result) = (0, Vec::new());
    for (index, part) in parts.iter().enumerate() {
        let find = |wanted: &String, from: usize| {
            (from..actual.len()).find(|i| actual.get(*i).is_some_and(|l| same(wanted, l)))
        };
        if index > 0 {
            result.push("...".to_owned());
        }
        let blank = |l: &&String| !l.is_empty();
        let (Some(first), Some(last)) = (part.iter().find(blank), part.iter().rev().find(blank))
        else {
            result.extend(part.iter().cloned());
            continue;
        };
        let start = if index == 0 { 0 } else { find(first, at)? };
        at = find(last, if first == last { start } else { start + 1 })? + 1;
        let lines = actual.get(start..at)?;
        result.extend(lines.iter().map(kept));
    }
    // What follows the last elision goes to the end.
    let tail = expected.iter().rev().take_while(|l| l.is_empty()).count();
    result.extend(std::iter::repeat_n(String::new(), tail));
    Some(result)
}

/// Compares one line; `[..]` stands for any part of it.
fn same(expected: &str, actual: &str) -> bool {
    match expected.split_once("[..]") {
        None => expected == actual,
        Some((before, after)) => actual.strip_prefix(before).is_some_and(|rest| {
            rest.char_indices().map(|(i, _)| i).chain([rest.len()]).any(|i| same(after, &rest[i..]))
        }),
    }
}

#[test]
fn elisions_stand_for_what_they_say() {
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    assert!(matches(&lines("a\n...\nd [..]!"), &lines("a\nb\nc\nd 4!")));
    assert!(!matches(&lines("a\n...\nd [..]!"), &lines("a\nb\nd 4")));
}
