//! The manifest of a dossier: what was made, from what, and how it is marked.

use serde_json::{Value, json};

use super::artifact::Artifact;
use crate::assess::{Assessment, Receipt};

/// The format of a manifest.
const FORMAT: &str = "manifest/1";

/// Returns the manifest as text: receipt, verdict date, and each file with its digest.
///
/// Papers that `before` lists and that are not made anew stay listed, with the receipt of their own run.
#[must_use]
pub fn manifest(
    assessment: &Assessment<'_>,
    receipt: &Receipt,
    artifacts: &[Artifact],
    before: Option<&str>,
) -> String {
    let inputs: Vec<Value> = receipt
        .inputs
        .iter()
        .map(|(name, digest)| json!({ "name": name, "sha256": digest.to_string() }))
        .collect();
    let as_of = assessment.question().as_of.to_string();
    let fingerprint = receipt.fingerprint().to_string();
    let made = artifacts.iter().map(|a| {
        json!({
            "file": a.name,
            "document": a.document,
            "cleared": a.cleared,
            "sha256": a.digest().to_string(),
            "as_of": as_of,
            "fingerprint": fingerprint,
        })
    });
    let mut files: Vec<Value> = made.collect();
    let name =
        |file: &Value| file.get("file").and_then(Value::as_str).unwrap_or_default().to_owned();
    let is_made = |file: &Value| artifacts.iter().any(|a| a.name == name(file));
    let listed = before.and_then(listed).unwrap_or_default();
    files.extend(listed.into_iter().filter(|file| !is_made(file)));
    files.sort_by_key(name);
    let manifest = json!({
        "duecause": FORMAT,
        "as_of": as_of,
        "ground": assessment.question().ground,
        "fingerprint": fingerprint,
        "inputs": inputs,
        "files": files,
    });
    format!("{manifest:#}\n")
}

/// Returns the files a manifest lists; nothing if the text is no manifest of ours.
#[must_use]
pub fn listed(text: &str) -> Option<Vec<Value>> {
    let mut manifest: Value = serde_json::from_str(text).ok()?;
    let is_ours = manifest.get("duecause").and_then(Value::as_str) == Some(FORMAT);
    match manifest.get_mut("files").map(Value::take) {
        Some(Value::Array(files)) if is_ours => Some(files),
        _ => None,
    }
}
