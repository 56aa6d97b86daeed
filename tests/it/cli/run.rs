//! A folder for the commands of a page, and how they are run in it.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Returns the folder with the program, and with a `cargo` whose `run` is the program.
pub fn bin() -> PathBuf {
    let bin = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cmd-bin");
    drop(std::fs::remove_dir_all(&bin));
    std::fs::create_dir_all(&bin).unwrap();
    let program = env!("CARGO_BIN_EXE_duecause");
    script(&bin.join("duecause"), &format!("#!/bin/sh\nexec '{program}' \"$@\"\n"));
    let cargo = format!(
        "#!/bin/sh\n[ \"$1\" = run ] || exit 99\nwhile [ \"$1\" != -- ]; do shift; done\nshift\nexec '{program}' \"$@\"\n"
    );
    script(&bin.join("cargo"), &cargo);
    bin
}

fn script(path: &Path, text: &str) {
    std::fs::write(path, text).unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o755)).unwrap();
    }
}

/// Makes the folder in which the commands of a page run.
pub fn folder(page: &Path) -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let name: String =
        page.strip_prefix(root).unwrap().to_string_lossy().replace(['/', '\\', '.'], "-");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cmd").join(name);
    drop(std::fs::remove_dir_all(&folder));
    std::fs::create_dir_all(&folder).unwrap();
    copy(&root.join("examples"), &folder.join("examples"));
    copy(&root.join("policies"), &folder.join("policies"));
    copy(&root.join("tests/cmd").join(page.file_stem().unwrap()), &folder);
    folder
}

fn copy(from: &Path, to: &Path) {
    let Ok(entries) = std::fs::read_dir(from) else { return };
    std::fs::create_dir_all(to).unwrap();
    for entry in entries {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target)
        } else {
            std::fs::copy(&path, target).unwrap();
        }
    }
}

/// Runs a command; returns its exit code and what it printed on both streams.
pub fn run(command: &str, folder: &Path, bin: &Path) -> (i32, String) {
    let path = format!("{}:/usr/local/bin:/usr/bin:/bin", bin.display());
    let output = Command::new("sh")
        .args(["-c", &format!("{{ {command}\n}} 2>&1")])
        .current_dir(folder)
        .env_clear()
        .envs([("PATH", path.as_str()), ("LANG", "C"), ("LC_ALL", "C"), ("NO_COLOR", "1")])
        .env("HOME", folder)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let printed = String::from_utf8_lossy(&output.stdout);
    let printed = printed.replace(&folder.display().to_string(), "[CWD]");
    (output.status.code().unwrap_or(-1), printed)
}
