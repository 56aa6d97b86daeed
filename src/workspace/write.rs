//! Writing files whole or not at all.
//!
//! ```text
//! bytes ─▶ staged beside their places ─▶ moved there, the old ones held ─▶ the old ones let go
//! ```
//!
//! **Invariant:** a place holds a whole file at every moment: what was there before, or what was
//! written. Whatever goes wrong, everything is as it was.

use std::io::{Error, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use super::files::Failure;
use super::machine;
use crate::wording::catalogue::workspace::WorkspaceMessage as Message;

/// How names of temporary files begin.
const MARK: &str = ".duecause-";
/// After this long no run is still at work.
const OLD: std::time::Duration = std::time::Duration::from_secs(60 * 60);

/// Writes files into a folder: all of them, or, if anything goes wrong, none.
///
/// Nothing that exists is overwritten without `force`.
///
/// # Errors
///
/// Says which file could not be written, and leaves what was there untouched.
pub fn write_new(
    folder: &Path,
    files: &[(String, Vec<u8>)],
    force: bool,
) -> Result<Vec<PathBuf>, Failure> {
    write(folder, files, &|_, _| force)
}

/// Writes files into a folder where some may stand already: all of them, or none.
///
/// Without `force` only what has the same bytes is written again, and the file `renewed`, which
/// lists the others.
///
/// # Errors
///
/// Says which file stands in the way or could not be written, and leaves what was there untouched.
pub fn write_beside(
    folder: &Path,
    files: &[(String, Vec<u8>)],
    renewed: Option<&str>,
    force: bool,
) -> Result<Vec<PathBuf>, Failure> {
    let is_same = |target: &Path, bytes: &[u8]| {
        let limit = u64::try_from(bytes.len() >> 20).unwrap_or(u64::MAX).saturating_add(1);
        super::files::read_bytes(target, limit).is_ok_and(|there| there == bytes)
    };
    let is_list = |target: &Path| renewed.is_some_and(|name| target == folder.join(name));
    write(folder, files, &|target, bytes| force || is_list(target) || is_same(target, bytes))
}

fn write(
    folder: &Path,
    files: &[(String, Vec<u8>)],
    may_replace: &dyn Fn(&Path, &[u8]) -> bool,
) -> Result<Vec<PathBuf>, Failure> {
    let targets: Vec<PathBuf> = files.iter().map(|(name, _)| folder.join(name)).collect();
    refuse(folder, &targets, files, may_replace)?;
    sweep(folder);
    let mut run = Run::default();
    for (target, (_, bytes)) in targets.iter().zip(files) {
        if let Err((place, error)) = run.stage(target, bytes) {
            run.undo();
            return Err(cannot_write(&place, &error));
        }
    }
    for at in 0..run.staged.len() {
        if let Err((target, error)) = run.settle(at) {
            run.undo();
            return Err(cannot_write(&target, &error));
        }
    }
    run.held.iter().for_each(|(held, _)| discard(held));
    Ok(targets)
}

/// Says what is in the way before anything is touched.
fn refuse(
    folder: &Path,
    targets: &[PathBuf],
    files: &[(String, Vec<u8>)],
    may_replace: &dyn Fn(&Path, &[u8]) -> bool,
) -> Result<(), Failure> {
    let in_the_way = folder.ancestors().find(|part| part.symlink_metadata().is_ok());
    if let Some(file) = in_the_way.filter(|part| !part.as_os_str().is_empty() && !part.is_dir()) {
        let path = file.display().to_string();
        return Err(Failure::new(&Message::NotAFolder { path }).with_help(&Message::NotAFolderHelp));
    }
    for (target, (_, bytes)) in targets.iter().zip(files) {
        let path = || target.display().to_string();
        if target.is_dir() {
            let failure = Failure::new(&Message::FolderInTheWay { path: path() });
            return Err(failure.with_help(&Message::NotAFolderHelp));
        }
        if target.symlink_metadata().is_ok() && !may_replace(target, bytes) {
            let failure = Failure::new(&Message::Exists { path: path() });
            return Err(failure.with_help(&Message::ExistsHelp));
        }
    }
    Ok(())
}

/// Says what could not be written: a folder that is not there could not be made.
fn cannot_write(place: &Place, error: &Error) -> Failure {
    let (chinese, english) = machine::both(&machine::reason(error));
    let shown = |path: &Path| path.display().to_string();
    let failure = match place {
        Place::File(path) => {
            Failure::new(&Message::CannotWrite { path: shown(path), chinese, english })
        }
        Place::Folder(path) if error.kind() == ErrorKind::NotFound => {
            Failure::new(&Message::NoFolderHere { path: shown(path) })
        }
        Place::Folder(path) => {
            Failure::new(&Message::CannotMakeFolder { path: shown(path), chinese, english })
        }
    };
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
            failure.with_help(&Message::MakeRoom)
        }
        _ => failure.with_help(&Message::OtherFolder),
    }
}

/// What could not be written.
#[derive(Debug, Clone)]
enum Place {
    /// A file.
    File(PathBuf),
    /// A folder that had to be made.
    Folder(PathBuf),
}

/// What a run has done so far, so that it can be undone.
#[derive(Default)]
struct Run {
    /// Folders made, outermost first.
    folders: Vec<PathBuf>,
    /// Temporary files and the places they are meant for.
    staged: Vec<(PathBuf, PathBuf)>,
    /// Second names of files that were there before, and their places.
    held: Vec<(PathBuf, PathBuf)>,
    /// Places that were free before.
    new: Vec<PathBuf>,
}

impl Run {
    /// Writes bytes beside a place, to the disk itself.
    #[expect(clippy::disallowed_methods, reason = "this is the atomic write itself")]
    fn stage(&mut self, target: &Path, bytes: &[u8]) -> Result<(), (Place, Error)> {
        self.make_folder(target.parent().unwrap_or(Path::new("")))?;
        let temporary = self.beside(target, "new");
        self.staged.push((temporary.clone(), target.to_path_buf()));
        let written = std::fs::File::create(&temporary).and_then(|mut file| {
            file.write_all(bytes)?;
            file.sync_all()
        });
        written.map_err(|error| (Place::File(target.to_path_buf()), error))
    }

    /// Moves a staged file to its place; what was there keeps a second name until all are there.
    fn settle(&mut self, at: usize) -> Result<(), (Place, Error)> {
        let Some((temporary, target)) = self.staged.get(at).cloned() else { return Ok(()) };
        let failed = |error| (Place::File(target.clone()), error);
        if target.symlink_metadata().is_ok() {
            let held = self.beside(&target, "old");
            discard(&held);
            let kept = std::fs::hard_link(&target, &held);
            // Not every disk knows second names.
            kept.or_else(|_| std::fs::copy(&target, &held).map(|_| ())).map_err(failed)?;
            self.held.push((held, target.clone()));
        } else {
            self.new.push(target.clone());
        }
        std::fs::rename(&temporary, &target).map_err(failed)
    }

    /// Puts everything back; what cannot be put back is not worth a second error.
    fn undo(&self) {
        self.staged.iter().for_each(|(temporary, _)| discard(temporary));
        self.new.iter().for_each(|target| discard(target));
        for (held, target) in &self.held {
            drop(std::fs::rename(held, target));
        }
        for folder in self.folders.iter().rev() {
            drop(std::fs::remove_dir(folder));
        }
    }

    /// Makes a folder and those above it.
    fn make_folder(&mut self, folder: &Path) -> Result<(), (Place, Error)> {
        let missing: Vec<&Path> = folder
            .ancestors()
            .take_while(|part| !part.as_os_str().is_empty() && !part.exists())
            .collect();
        for part in missing.into_iter().rev() {
            match std::fs::create_dir(part) {
                Ok(()) => self.folders.push(part.to_path_buf()),
                Err(error) if error.kind() == ErrorKind::AlreadyExists && part.is_dir() => {}
                Err(error) => return Err((Place::Folder(part.to_path_buf()), error)),
            }
        }
        Ok(())
    }

    /// Returns a hidden name in the folder of a place, short whatever the place is called.
    fn beside(&self, target: &Path, word: &str) -> PathBuf {
        let number = self.staged.len().saturating_add(self.held.len());
        target.with_file_name(format!("{MARK}{}-{number}-{word}.tmp", std::process::id()))
    }
}

/// Removes what runs that were killed left behind; younger files may belong to one that is running.
fn sweep(folder: &Path) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let is_ours = name.starts_with(MARK) && name.ends_with(".tmp");
        let age = || entry.metadata().ok()?.modified().ok()?.elapsed().ok();
        if is_ours && age().is_some_and(|age| age > OLD) {
            discard(&entry.path());
        }
    }
}

/// A temporary file that cannot be removed is not worth a second error.
fn discard(path: &Path) {
    drop(std::fs::remove_file(path));
}

/// Returns whether a path is a file, or a folder with something in it.
#[must_use]
pub fn is_occupied(path: &Path) -> bool {
    match std::fs::read_dir(path) {
        Ok(mut entries) => entries.next().is_some(),
        Err(_) => path.exists(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Makes an empty folder for one test.
    fn folder(name: &str) -> PathBuf {
        let folder =
            std::env::temp_dir().join(format!("duecause-write-{name}-{}", std::process::id()));
        drop(std::fs::remove_dir_all(&folder));
        std::fs::create_dir_all(&folder).unwrap();
        folder
    }

    /// Returns the names and texts of everything below a folder, hidden files too.
    fn seen(folder: &Path) -> Vec<(String, String)> {
        let mut found = Vec::new();
        let mut open = vec![folder.to_path_buf()];
        while let Some(next) = open.pop() {
            for entry in std::fs::read_dir(next).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    open.push(path);
                } else {
                    let name = path.strip_prefix(folder).unwrap().display().to_string();
                    let bytes = super::super::files::read_bytes(&path, 1).unwrap();
                    found.push((name, String::from_utf8(bytes).unwrap()));
                }
            }
        }
        found.sort();
        found
    }

    fn files(names: &[&str]) -> Vec<(String, Vec<u8>)> {
        names.iter().map(|name| ((*name).to_owned(), b"new".to_vec())).collect()
    }

    #[test]
    fn a_write_that_fails_half_way_leaves_nothing_behind() {
        let folder = folder("half");
        write_new(&folder, &[("a".to_owned(), b"old".to_vec())], false).unwrap();
        write_new(&folder, &[("taken".to_owned(), b"old".to_vec())], false).unwrap();
        let before = seen(&folder);
        let failure = write_new(&folder, &files(&["a", "deep/b", "taken/c"]), true).unwrap_err();
        assert_eq!(failure.code, "E0503");
        assert_eq!(seen(&folder), before);
        assert!(!folder.join("deep").exists());
    }

    #[test]
    fn a_move_that_fails_half_way_brings_back_what_was_there() {
        let folder = folder("move");
        write_new(&folder, &[("a".to_owned(), b"old".to_vec())], false).unwrap();
        let before = seen(&folder);
        let mut run = Run::default();
        for name in ["a", "b", "c"] {
            run.stage(&folder.join(name), b"new").unwrap();
        }
        discard(&run.staged[2].0);
        run.settle(0).unwrap();
        run.settle(1).unwrap();
        run.settle(2).unwrap_err();
        run.undo();
        assert_eq!(seen(&folder), before);
    }

    #[test]
    fn what_is_there_already_stays_and_only_a_changed_file_needs_force() {
        let folder = folder("beside");
        write_beside(&folder, &files(&["a", "list"]), Some("list"), false).unwrap();
        let second = [("b".to_owned(), b"b".to_vec()), ("list".to_owned(), b"a b".to_vec())];
        write_beside(&folder, &second, Some("list"), false).unwrap();
        write_beside(&folder, &second, Some("list"), false).unwrap();
        let expected = [("a", "new"), ("b", "b"), ("list", "a b")];
        assert_eq!(seen(&folder), expected.map(|(n, t)| (n.to_owned(), t.to_owned())));
        let changed = [("a".to_owned(), b"other".to_vec())];
        let failure = write_beside(&folder, &changed, Some("list"), false).unwrap_err();
        assert_eq!(failure.code, "E0504");
        write_beside(&folder, &changed, Some("list"), true).unwrap();
        assert_eq!(seen(&folder)[0].1, "other");
    }

    #[test]
    fn what_the_disk_refuses_is_said_with_what_to_do() {
        use crate::wording::Language::English;
        let said = |place: &Place, kind: ErrorKind| {
            let failure = cannot_write(place, &Error::from(kind));
            let (message, help) = (failure.message.get(English), failure.help.get(English));
            format!("{} {message} | {help}", failure.code)
        };
        let file = Place::File(PathBuf::from("papers/a.pdf"));
        let folder = Place::Folder(PathBuf::from("papers"));
        let untouched = "what was there is untouched";
        assert_eq!(
            said(&file, ErrorKind::StorageFull),
            format!(
                "E0503 cannot write `papers/a.pdf`: the disk is full; {untouched} | make room and run it again, or choose another disk"
            )
        );
        let elsewhere = "choose a folder that may be written to (`render` takes --out)";
        assert_eq!(
            said(&file, ErrorKind::ReadOnlyFilesystem),
            format!(
                "E0503 cannot write `papers/a.pdf`: the place is read-only; {untouched} | {elsewhere}"
            )
        );
        assert_eq!(
            said(&folder, ErrorKind::PermissionDenied),
            format!(
                "E0546 cannot make the folder `papers`: permission denied; {untouched} | {elsewhere}"
            )
        );
        assert_eq!(
            said(&folder, ErrorKind::NotFound),
            format!("E0546 no folder can be made at `papers`; {untouched} | {elsewhere}")
        );
    }

    #[test]
    fn nothing_is_left_but_what_was_asked_for() {
        let folder = folder("done");
        write_new(&folder, &files(&["a", "deep/b"]), false).unwrap();
        write_new(&folder, &files(&["a", "deep/b"]), true).unwrap();
        let names: Vec<String> = seen(&folder).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["a", "deep/b"]);
        assert_eq!(write_new(&folder, &files(&["a"]), false).unwrap_err().code, "E0504");
        assert_eq!(write_new(&folder, &files(&["deep"]), true).unwrap_err().code, "E0535");
    }
}
