//! The manifest of a dossier: what was made, from what, and how it is marked.

use serde_json::{Value, json};

use super::artifact::Artifact;
use crate::assess::{Assessment, Receipt};

/// Returns the manifest as text: receipt, verdict date, and each file with its digest.
#[must_use]
pub fn manifest(assessment: &Assessment<'_>, receipt: &Receipt, artifacts: &[Artifact]) -> String {
    let inputs: Vec<Value> = receipt
        .inputs
        .iter()
        .map(|(name, digest)| json!({ "name": name, "sha256": digest.to_string() }))
        .collect();
    let files: Vec<Value> = artifacts
        .iter()
        .map(|a| {
            json!({
                "file": a.name,
                "document": a.document,
                "cleared": a.cleared,
                "sha256": a.digest().to_string(),
            })
        })
        .collect();
    let manifest = json!({
        "duecause": "manifest/1",
        "as_of": assessment.question().as_of.to_string(),
        "ground": assessment.question().ground,
        "fingerprint": receipt.fingerprint().to_string(),
        "inputs": inputs,
        "files": files,
    });
    format!("{manifest:#}\n")
}
