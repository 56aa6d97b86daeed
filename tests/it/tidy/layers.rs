//! The table of modules in `docs/architecture.md` against the folders and the imports.

use std::collections::{BTreeMap, BTreeSet};

use super::code::{Code, sources};
use super::{none, root};

/// What may be used everywhere above itself.
const GROUND: [&str; 4] = ["value", "source", "wording", "diag"];

/// A row of the table: module, what it may use besides the ground.
struct Row {
    module: String,
    may_use: Vec<String>,
}

/// Reads the table: rows whose first cell is one name in backticks.
fn table() -> Vec<Row> {
    let text = std::fs::read_to_string(root().join("docs/architecture.md")).unwrap();
    let lines = text.lines().skip_while(|l| !l.starts_with("| module |")).skip(2);
    let cells =
        |line: &str| line.trim_matches('|').split('|').map(str::trim).map(str::to_owned).collect();
    lines
        .take_while(|l| l.starts_with('|'))
        .map(|line| {
            let cells: Vec<String> = cells(line);
            let [module, _, may_use] = cells.as_slice() else { panic!("three cells: {line}") };
            let names = may_use.split(',').map(|n| n.trim().trim_matches('`').to_owned());
            Row {
                module: module.trim_matches('`').to_owned(),
                may_use: names.filter(|n| n != "–" && !n.is_empty()).collect(),
            }
        })
        .collect()
}

/// Returns the modules a file names after `crate::`, with a place for each.
fn imports(file: &Code) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for at in file.find("crate::") {
        let rest = &file.code[at + "crate::".len()..];
        let names: Vec<&str> = match rest.strip_prefix('{') {
            Some(group) => outer(group.split_inclusive(['{', '}', ','])),
            None => vec![rest],
        };
        for name in names {
            let name: String = name
                .trim_start()
                .chars()
                .take_while(|c| c.is_ascii_lowercase() || *c == '_')
                .collect();
            if !name.is_empty() {
                found.push((name, file.place(at)));
            }
        }
    }
    found
}

/// Returns the members of the outermost group, which closes with the first unmatched brace.
fn outer<'a>(parts: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let (mut depth, mut members) = (0, Vec::new());
    for part in parts {
        if depth == 0 {
            members.push(part);
        }
        match part.chars().last() {
            Some('{') => depth += 1,
            Some('}') if depth == 0 => break,
            Some('}') => depth -= 1,
            _ => {}
        }
    }
    members
}

#[test]
fn the_table_names_every_module_once() {
    let in_table: Vec<String> = table().into_iter().map(|r| r.module).collect();
    let mut sorted = in_table.clone();
    sorted.sort();
    let mut on_disk: Vec<String> = sources().iter().map(|f| f.module().to_owned()).collect();
    on_disk.retain(|m| m != "lib" && m != "main");
    on_disk.sort();
    on_disk.dedup();
    assert_eq!(sorted, on_disk, "docs/architecture.md and src/ list the same modules");
}

#[test]
fn the_table_only_points_upward() {
    let mut above: BTreeSet<String> = BTreeSet::new();
    let mut complaints = Vec::new();
    for row in table() {
        for name in row.may_use.iter().filter(|n| *n != "everything" && !above.contains(*n)) {
            complaints.push(format!("`{}` may use `{name}`, which stands below it", row.module));
        }
        above.insert(row.module);
    }
    none(&complaints, "a module uses only modules above it in the table");
}

#[test]
fn imports_keep_to_the_table() {
    let table = table();
    let order: Vec<&str> = table.iter().map(|r| r.module.as_str()).collect();
    let rows: BTreeMap<&str, &Row> = table.iter().map(|r| (r.module.as_str(), r)).collect();
    let mut used: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    let mut complaints = Vec::new();
    for file in &sources() {
        let Some(row) = rows.get(file.module()) else { continue };
        for (name, place) in imports(file) {
            let rank = |m: &str| order.iter().position(|o| *o == m);
            let is_ground = GROUND.contains(&name.as_str())
                && !GROUND.contains(&row.module.as_str())
                && rank(&name) < rank(&row.module);
            let listed = row.may_use.iter().any(|n| *n == name || n == "everything");
            // A macro or an item of the crate's root is no module.
            if name == row.module || is_ground || rank(&name).is_none() {
                continue;
            }
            if !listed {
                complaints.push(format!("{place}: `{}` may not use `{name}`", row.module));
            }
            used.entry(&row.module).or_default().insert(name);
        }
    }
    none(&complaints, "imports keep to the table in docs/architecture.md");
    let mut idle = Vec::new();
    for row in table.iter().filter(|r| !r.may_use.iter().any(|n| n == "everything")) {
        let of_row = used.get(row.module.as_str());
        let unused = row.may_use.iter().filter(|n| !of_row.is_some_and(|u| u.contains(*n)));
        idle.extend(unused.map(|n| format!("`{}` does not use `{n}` any more", row.module)));
    }
    none(&idle, "the table permits no more than is needed");
}
