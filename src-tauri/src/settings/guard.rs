//! Guards a file while a library writes it that empties it first: until the new one is on the
//! disk, a copy of the old one stands beside it.

use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::file;

/// A file and its copy, which is there only while the file is being written.
pub struct Guard {
    file: PathBuf,
    copy: PathBuf,
}

impl Guard {
    /// Guards this file.
    pub fn of(file: &Path) -> Self {
        Self { file: file.to_owned(), copy: file.with_extension("before.json") }
    }

    /// Puts the copy back where writing was cut short, and else removes it.
    pub fn recover(&self, is_whole: impl Fn(&[u8]) -> bool) -> io::Result<()> {
        if !self.copy.try_exists()? {
            return Ok(());
        }
        match fs::read(&self.file) {
            Ok(bytes) if is_whole(&bytes) => fs::remove_file(&self.copy),
            _ => fs::rename(&self.copy, &self.file),
        }
    }

    /// Lets the file be written, and waits until it is on the disk. Where that fails the old one
    /// stands there again.
    pub fn write(&self, write: impl FnOnce() -> io::Result<()>) -> io::Result<()> {
        let is_there = self.copy_aside()?;
        let written = write().and_then(|()| self.sync());
        // One that stays is removed at the next start.
        let _ = match (&written, is_there) {
            (Ok(()), true) => fs::remove_file(&self.copy),
            (Err(_), true) => fs::rename(&self.copy, &self.file),
            (Err(_), false) => fs::remove_file(&self.file),
            (Ok(()), false) => Ok(()),
        };
        written
    }

    /// Whether there was anything to copy.
    fn copy_aside(&self) -> io::Result<bool> {
        match fs::read(&self.file) {
            Ok(bytes) => file::replace(&self.copy, &bytes).map(|()| true),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
            Err(error) => Err(error),
        }
    }

    fn sync(&self) -> io::Result<()> {
        // Windows syncs only what was opened to be written.
        OpenOptions::new().write(true).open(&self.file)?.sync_all()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OLD: &str = r#"{"language": "ja"}"#;
    const NEW: &str = r#"{"language": "ru", "open": "practice"}"#;

    fn is_whole(bytes: &[u8]) -> bool {
        bytes.ends_with(b"}")
    }

    #[test]
    fn wherever_writing_is_cut_the_old_one_or_the_new_one_is_there_afterwards() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("settings.json");
        let guard = Guard::of(&file);
        for length in 0..=NEW.len() {
            fs::write(&file, OLD).expect("it can be written");
            let killed = std::panic::catch_unwind(|| {
                guard.write(|| {
                    fs::write(&file, &NEW[..length])?;
                    std::panic::resume_unwind(Box::new("killed"))
                })
            });
            assert!(killed.is_err());

            Guard::of(&file).recover(is_whole).expect("it can be put back");
            let expected = if length == NEW.len() { NEW } else { OLD };
            assert_eq!(fs::read_to_string(&file).expect("it is there"), expected, "{length}");
            assert!(!guard.copy.exists());
        }
    }

    #[test]
    fn where_writing_fails_the_old_one_is_there_and_nothing_beside_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("settings.json");
        let guard = Guard::of(&file);
        let fails = || {
            fs::write(&file, "{")?;
            Err(ErrorKind::StorageFull.into())
        };
        assert!(guard.write(fails).is_err());
        assert!(!file.exists());

        guard.write(|| fs::write(&file, OLD)).expect("it can be written");
        assert!(guard.write(fails).is_err());
        assert_eq!(fs::read_to_string(&file).expect("it is there"), OLD);
        assert_eq!(fs::read_dir(folder.path()).expect("the folder").count(), 1);
    }
}
