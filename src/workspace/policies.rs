//! The root of a workspace and the policies in it.

use std::path::{Path, PathBuf};

use super::files::{Failure, read_text};
use crate::bundle::Bundle;

/// Folders that make a directory the root of a workspace.
const MARKS: [&str; 3] = ["policies", "rules", "templates"];

/// The root of a workspace, if there is one above a path.
#[derive(Debug, Clone, Default)]
pub struct Root {
    path: Option<PathBuf>,
}

/// Returns the nearest folder above `start` that looks like the root of a workspace.
#[must_use]
pub fn find_root(start: &Path) -> Root {
    let absolute = std::path::absolute(start).unwrap_or_else(|_| start.to_path_buf());
    let path = absolute
        .ancestors()
        .skip(usize::from(!absolute.is_dir()))
        .find(|folder| MARKS.iter().any(|mark| folder.join(mark).is_dir()))
        .map(Path::to_path_buf);
    Root { path }
}

impl Root {
    /// Returns the folder.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// Returns the embedded files with those of the workspace over them.
    ///
    /// # Errors
    ///
    /// Says which file cannot be read.
    pub fn bundle(&self) -> Result<Bundle, Failure> {
        let mut bundle = Bundle::embedded();
        let Some(root) = &self.path else { return Ok(bundle) };
        for mark in MARKS {
            let mut files = Vec::new();
            list(&root.join(mark), &mut files);
            files.sort();
            for file in files {
                let Ok(relative) = file.strip_prefix(root) else { continue };
                let path = relative.to_string_lossy().replace('\\', "/");
                let text = read_text(&file)?;
                // What the program carries word for word is not read twice.
                if bundle.text(&path) != Some(text.as_str()) {
                    bundle.insert(path, shown(&file), text);
                }
            }
        }
        Ok(bundle)
    }
}

/// Adds the YAML, JSON and Markdown files below a folder; what cannot be listed has none.
///
/// Links to folders are not followed: they may lead in a circle.
fn list(folder: &Path, files: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        let known = |e: &std::ffi::OsStr| ["yaml", "yml", "json", "md"].iter().any(|k| e == *k);
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            list(&path, files);
        } else if path.extension().is_some_and(known) && path.is_file() {
            files.push(path);
        }
    }
}

/// Returns a path as the user would type it from where he stands.
pub(super) fn shown(path: &Path) -> String {
    let here = std::env::current_dir().unwrap_or_default();
    path.strip_prefix(&here).unwrap_or(path).display().to_string()
}

/// Adds policies that lie beside a case, so that a folder can be complete in itself.
///
/// # Errors
///
/// Says which file cannot be read.
pub(super) fn beside(case: &Path, bundle: &mut Bundle) -> Result<(), Failure> {
    let Some(folder) = case.parent() else { return Ok(()) };
    let file = folder.join("policy.yaml");
    if file.is_file() {
        let text = read_text(&file)?;
        bundle.insert("policies/policy.yaml", file.display().to_string(), text);
    }
    Ok(())
}

/// Returns the YAML and JSON files below a folder that may be ours, in order: hidden folders,
/// build output and dependencies are left out.
#[must_use]
pub fn yaml_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    list(folder, &mut files);
    let ours = |path: &PathBuf| {
        let inside = path.strip_prefix(folder).unwrap_or(path);
        let skipped = |c: std::path::Component<'_>| {
            let name = c.as_os_str().to_string_lossy();
            name.starts_with('.') && name.len() > 1
                || ["target", "node_modules", "papers", "diagnostics", "corpus", "schemas"]
                    .contains(&name.as_ref())
        };
        let format = path.extension().is_some_and(|e| e == "yaml" || e == "yml" || e == "json");
        format && !inside.components().any(skipped)
    };
    files.retain(ours);
    files.sort();
    files
}
