//! What a reviewer would otherwise say twice: layers, purity, sizes, names, punctuation, links.

mod code;
mod layers;
mod prose;
mod purity;

use std::path::{Path, PathBuf};

/// Returns the folder of the package.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Returns the files below a folder of the package with one of these endings, in order.
fn files(folder: &str, endings: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = std::fs::read_dir(&folder) else { continue };
        for path in entries.map(|e| e.unwrap().path()) {
            let ending = path.extension().map(|e| e.to_string_lossy().into_owned());
            if path.is_dir() {
                folders.push(path);
            } else if ending.is_some_and(|e| endings.contains(&e.as_str())) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// Returns a path as it is written in messages.
fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}

/// Fails with one line for each complaint.
fn none(complaints: &[String], rule: &str) {
    assert!(complaints.is_empty(), "{rule}:\n  {}\n", complaints.join("\n  "));
}

#[test]
fn no_test_file_is_forgotten() {
    let mut forgotten = Vec::new();
    for path in files("tests/it", &["rs"]) {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let folder = path.parent().unwrap();
        let parent = match folder.ends_with("tests/it") {
            true if name == "main" => continue,
            true => folder.join("main.rs"),
            false => folder.with_extension("rs"),
        };
        let text = std::fs::read_to_string(&parent).unwrap_or_default();
        if !text.contains(&format!("mod {name};")) {
            forgotten.push(format!("{}: no `mod {name};` in {}", shown(&path), shown(&parent)));
        }
    }
    none(&forgotten, "every test file is a module of the integration tests");
}
