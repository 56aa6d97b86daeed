//! Console blocks of the documentation and of `tests/cmd`, run as they stand.
//!
//! A block whose info string begins with `console` holds commands after `$ ` (continued after
//! `> `), then `? N` if the exit code is not 0, then what is printed, both streams as they come.
//! `...` on a line of its own stands for any lines, `[..]` for any part of a line, `[CWD]` for
//! the folder. Commands of one page share a folder that holds copies of `examples/`, `policies/`
//! and of the folder `tests/cmd/<page>/`, if there is one; `cargo run --` stands for the program as built here.
//! A block with `pdf` after `console` needs that feature. `SNAPSHOTS=overwrite` writes what was
//! printed into the pages. The form is that of trycmd, which cannot give a page of `docs/` a
//! folder to write to.

mod run;
mod transcript;

use std::path::{Path, PathBuf};

use transcript::Page;

/// Returns the pages with console blocks.
fn pages() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found: Vec<PathBuf> = ["README.md", "README.zh.md"]
        .map(|p| root.join(p))
        .into_iter()
        .filter(|p| p.is_file())
        .collect();
    let mut folders = ["tests/cmd", "docs", "examples"].map(|f| root.join(f)).to_vec();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "md") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

#[test]
fn console_blocks_print_what_they_say() {
    let overwrite = std::env::var_os("SNAPSHOTS").is_some_and(|v| v == "overwrite");
    let bin = run::bin();
    let check = |path: &PathBuf| {
        let mut page = Page::read(path);
        if page.commands.is_empty() {
            return Vec::new();
        }
        let folder = run::folder(path);
        for command in &mut page.commands {
            let (status, printed) = run::run(&command.text, &folder, &bin);
            command.observe(status, &printed);
        }
        if overwrite {
            page.write();
        }
        page.complaints()
    };
    let complaints: Vec<String> = std::thread::scope(|scope| {
        let pages = pages();
        let half = pages.len().div_ceil(4).max(1);
        let parts: Vec<Vec<PathBuf>> = pages.chunks(half).map(<[PathBuf]>::to_vec).collect();
        let check = &check;
        let threads: Vec<_> = parts
            .into_iter()
            .map(|part| scope.spawn(move || part.iter().flat_map(check).collect::<Vec<_>>()))
            .collect();
        threads.into_iter().flat_map(|t| t.join().unwrap()).collect()
    });
    assert!(overwrite || complaints.is_empty(), "\n{}", complaints.join("\n"));
}
