//! Does at build time what every start would do again: unpacks the embedded fonts, which takes
//! longer than a whole document, and reads the embedded YAML files, which takes longer than a review.
//!
//! The files are read by the program's own reader, whose modules are compiled into this script too.

#![expect(clippy::disallowed_methods, reason = "a build script reads assets and writes OUT_DIR")]

use std::error::Error;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

#[path = "src/diag.rs"]
#[expect(dead_code, unreachable_pub, reason = "the program uses more of it")]
mod diag;
#[path = "src/source.rs"]
#[expect(dead_code, reason = "the program uses more of it")]
mod source;
#[path = "src/syntax"]
#[expect(dead_code, reason = "the program uses more of it")]
mod syntax {
    //! Of the program's `syntax` what reading a file needs.
    pub mod prepared;
    pub mod tree;
    pub mod yaml;
}
#[path = "src/value/mod.rs"]
#[expect(dead_code, unused_imports, reason = "the program uses more of it")]
mod value;
#[path = "src/wording/mod.rs"]
#[expect(dead_code, reason = "the program uses more of it")]
mod wording;

/// Unpacks every `assets/fonts/*.ttf.zst` and prepares the trees of `rules` and `policies`.
///
/// # Errors
///
/// Returns an error, and so stops the build, if a file cannot be read, unpacked or written.
fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=assets/fonts");
    // What `bundle` embeds: a new file there must rebuild the program.
    for folder in ["rules", "templates", "policies"] {
        println!("cargo::rerun-if-changed={folder}");
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?);
    let mut trees = Vec::new();
    for folder in ["rules", "policies"] {
        prepare(Path::new(folder), &mut trees)?;
    }
    fs::write(out.join("trees"), trees)?;
    if env::var_os("CARGO_FEATURE_PDF").is_none() {
        return Ok(());
    }
    for entry in fs::read_dir("assets/fonts")? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "zst") {
            unpack(&path, &out)?;
        }
    }
    Ok(())
}

/// Unpacks one font; its name loses the ending `.zst`.
fn unpack(path: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    let packed = fs::read(path)?;
    let mut font = Vec::new();
    ruzstd::decoding::StreamingDecoder::new(packed.as_slice())?.read_to_end(&mut font)?;
    fs::write(out.join(path.file_stem().ok_or("a font has a name")?), font)?;
    Ok(())
}

/// Adds the trees of the YAML files below a folder; vectors are read too rarely.
fn prepare(folder: &Path, trees: &mut Vec<u8>) -> Result<(), Box<dyn Error>> {
    let mut paths =
        fs::read_dir(folder)?.map(|e| e.map(|e| e.path())).collect::<Result<Vec<_>, _>>()?;
    paths.sort();
    for path in paths {
        if path.is_dir() && path.file_name().is_some_and(|name| name != "tests") {
            prepare(&path, trees)?;
        } else if path.extension().is_some_and(|extension| extension == "yaml") {
            let text = fs::read_to_string(&path)?;
            let mut sources = source::Sources::new();
            let file = sources.add("", text.as_str());
            // What is wrong with a file is said at run time, with its place.
            let (tree, found) = syntax::yaml::read(&sources, file);
            if let Some(tree) = tree.filter(|_| found.is_empty()) {
                let name = path.to_str().ok_or("paths are UTF-8")?.replace('\\', "/");
                for part in [name.as_bytes(), &syntax::prepared::write(&tree, &text)] {
                    trees.extend(u32::try_from(part.len())?.to_le_bytes());
                    trees.extend(part);
                }
            }
        }
    }
    Ok(())
}
