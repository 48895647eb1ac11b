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
    is_whole: fn(&[u8]) -> bool,
}

impl Guard {
    /// Guards this file, whose writing is known to be done by what is in it.
    pub fn of(file: &Path, is_whole: fn(&[u8]) -> bool) -> Self {
        Self { file: file.to_owned(), copy: file.with_extension("before.json"), is_whole }
    }

    /// What was written last: the copy, where writing was cut short.
    pub fn read(&self) -> io::Result<Vec<u8>> {
        let file = fs::read(&self.file);
        match self.copy() {
            Some(copy) if !self.holds_all(&file) => Ok(copy),
            _ => file,
        }
    }

    /// Lets the file be written, and waits until it is on the disk. Where that fails the old one
    /// stands there again.
    pub fn write(&self, write: impl FnOnce() -> io::Result<()>) -> io::Result<()> {
        let is_there = self.copy_aside()?;
        let written = write().and_then(|()| self.sync());
        // A copy that stays is of use as long as the file is not whole, and else is passed over.
        let _ = match (&written, is_there) {
            (Ok(()), true) => fs::remove_file(&self.copy),
            (Err(_), true) => fs::rename(&self.copy, &self.file),
            (Err(_), false) => fs::remove_file(&self.file),
            (Ok(()), false) => Ok(()),
        };
        written
    }

    /// Whether there was anything to copy. Half a file never takes the place of a whole copy.
    fn copy_aside(&self) -> io::Result<bool> {
        let file = fs::read(&self.file);
        if !self.holds_all(&file) && self.copy().is_some() {
            return Ok(true);
        }
        match file {
            Ok(bytes) => file::replace(&self.copy, &bytes).map(|()| true),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
            Err(error) => Err(error),
        }
    }

    fn copy(&self) -> Option<Vec<u8>> {
        Some(fs::read(&self.copy)).filter(|read| self.holds_all(read))?.ok()
    }

    fn holds_all(&self, read: &io::Result<Vec<u8>>) -> bool {
        read.as_ref().is_ok_and(|bytes| (self.is_whole)(bytes))
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

    fn guard(file: &Path) -> Guard {
        Guard::of(file, |bytes| bytes.ends_with(b"}"))
    }

    fn read(guard: &Guard) -> String {
        String::from_utf8(guard.read().expect("it is there")).expect("a text")
    }

    /// Writes so many bytes of the new one, and is gone.
    fn killed_after(length: usize, guard: &Guard) {
        let killed = std::panic::catch_unwind(|| {
            guard.write(|| {
                fs::write(&guard.file, &NEW[..length])?;
                std::panic::resume_unwind(Box::new("killed"))
            })
        });
        assert!(killed.is_err());
    }

    #[test]
    fn wherever_writing_is_cut_the_old_one_or_the_new_one_is_there_afterwards() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("settings.json");
        for length in 0..=NEW.len() {
            fs::write(&file, OLD).expect("it can be written");
            killed_after(length, &guard(&file));
            let expected = if length == NEW.len() { NEW } else { OLD };
            assert_eq!(read(&guard(&file)), expected, "{length}");

            // Cut a second time: half a file is not what was written last.
            killed_after(0, &guard(&file));
            assert_eq!(read(&guard(&file)), expected, "{length}");
            guard(&file).write(|| fs::write(&file, NEW)).expect("it can be written");
            assert_eq!(read(&guard(&file)), NEW);
            assert_eq!(fs::read_dir(folder.path()).expect("the folder").count(), 1);
        }
    }

    #[test]
    fn where_writing_fails_the_old_one_is_there_and_nothing_beside_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("settings.json");
        let guard = guard(&file);
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
