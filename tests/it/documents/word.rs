//! Word files: equal bytes, expected text of the body, and the verdict of a validator.

use std::io::{Cursor, Read as _};
use std::path::{Path, PathBuf};
use std::process::Command;

use duecause::document::model::Document;
use duecause::export::{docx, html};

use super::{check, composed, entries};

/// Returns one part of a Word file.
pub fn part(file: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// Writes all expected papers as Word files and pages where they can be looked at.
fn write_all() -> Vec<(PathBuf, Document, PathBuf)> {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("documents");
    std::fs::create_dir_all(&out).unwrap();
    let folders = entries("compose").into_iter();
    let files = folders.map(|folder| {
        let document = composed(&folder).document;
        let name = folder.file_name().unwrap().to_str().unwrap();
        let path = out.join(format!("{name}.docx"));
        std::fs::write(&path, docx::write(&document).unwrap()).unwrap();
        std::fs::write(path.with_extension("html"), html::write(&document)).unwrap();
        (folder, document, path)
    });
    files.collect()
}

#[test]
fn equal_documents_give_equal_bytes_with_fixed_times() {
    for (_, document, _) in write_all() {
        let file = docx::write(&document).unwrap();
        assert_eq!(file, docx::write(&document).unwrap());
        let mut archive = zip::ZipArchive::new(Cursor::new(&file)).unwrap();
        let names: Vec<String> =
            archive.file_names().map(|name| name.unwrap().into_owned()).collect();
        assert!(names.is_sorted(), "{names:?}");
        for number in 0..archive.len() {
            let entry = archive.by_index(number).unwrap();
            assert_eq!(entry.last_modified(), Some(zip::DateTime::default()));
        }
    }
}

#[test]
fn the_body_is_as_expected() {
    let mut failures = Vec::new();
    for (folder, document, _) in write_all() {
        let expected = folder.join("expected.document.xml");
        // Two papers show everything; the others would repeat it.
        if expected.exists() {
            let file = docx::write(&document).unwrap();
            // One element a line, so that a difference can be read.
            let body = part(&file, "word/document.xml").replace("><", ">\n<");
            check(body, &expected, &mut failures);
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// Asks a validator of Word files, if `tests/support/ooxml/validate` finds one; see the note there.
#[test]
#[ignore = "the validator needs ten seconds a file"]
fn a_validator_finds_nothing() {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/support/ooxml/validate");
    let files: Vec<PathBuf> = write_all().into_iter().map(|(_, _, path)| path).collect();
    let output = Command::new("sh").arg(&script).args(&files).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    // 77: there is no validator here.
    assert!(matches!(output.status.code(), Some(0 | 77)), "{said}");
}
