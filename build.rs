//! Unpacks the embedded fonts at build time: unpacking takes longer than a whole document.

#![expect(clippy::disallowed_methods, reason = "a build script reads assets and writes OUT_DIR")]

use std::error::Error;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// Unpacks every `assets/fonts/*.ttf.zst` into the build folder.
///
/// # Errors
///
/// Returns an error, and so stops the build, if a font cannot be read, unpacked or written.
fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=assets/fonts");
    // What `bundle` embeds: a new file there must rebuild the program.
    for folder in ["rules", "templates", "policies"] {
        println!("cargo::rerun-if-changed={folder}");
    }
    if env::var_os("CARGO_FEATURE_PDF").is_none() {
        return Ok(());
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?);
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
