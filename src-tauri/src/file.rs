//! Files that a person chooses, and writing a file as a whole.

use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use desk::trouble::Trouble;
use tauri::WebviewWindow;
use tauri::async_runtime::spawn_blocking;
use tauri_plugin_dialog::{DialogExt as _, FileDialogBuilder, FilePath};
use tokio::sync::oneshot;

/// Asks where a file is to be written, offering this name; none where the person chose nothing.
pub async fn choose_to_write(window: &WebviewWindow, name: &str) -> Option<PathBuf> {
    chosen(|answer| dialog(window).set_file_name(name).save_file(answer)).await
}

/// Asks which file is to be read; none where the person chose nothing.
pub async fn choose_to_read(window: &WebviewWindow) -> Option<PathBuf> {
    chosen(|answer| dialog(window).pick_file(answer)).await
}

/// Writes a file that a person chose.
pub async fn write(path: PathBuf, bytes: Vec<u8>) -> Result<(), Trouble> {
    match spawn_blocking(move || replace(&path, &bytes)).await {
        Ok(Ok(())) => Ok(()),
        Ok(Err(error)) if error.kind() == io::ErrorKind::StorageFull => Err(Trouble::DiskFull),
        _ => Err(Trouble::FileNotWritten),
    }
}

/// Reads a file that a person chose, of at most so many bytes.
pub async fn read(path: PathBuf, most: usize) -> Result<Vec<u8>, Trouble> {
    match spawn_blocking(move || start(&path, most)).await {
        Ok(Ok(bytes)) if bytes.len() > most => Err(Trouble::FileTooLarge),
        Ok(Ok(bytes)) => Ok(bytes),
        _ => Err(Trouble::FileNotRead),
    }
}

/// Replaces a file as a whole, so that a crash leaves the old one or the new one.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".new");
    let new = path.with_file_name(name);
    let mut writer = File::create(&new)?;
    let written = writer.write_all(bytes).and_then(|()| writer.sync_all());
    drop(writer);
    let replaced = written.and_then(|()| fs::rename(&new, path));
    if replaced.is_err() {
        // Half a file is of use to nobody; what went wrong is told.
        let _ = fs::remove_file(new);
    }
    replaced
}

fn dialog(window: &WebviewWindow) -> FileDialogBuilder<tauri::Wry> {
    window.dialog().file().set_parent(window).add_filter("CSV", &["csv"])
}

/// Waits for the person, without holding up a thread.
async fn chosen(ask: impl FnOnce(Box<dyn FnOnce(Option<FilePath>) + Send>)) -> Option<PathBuf> {
    let (tell, told) = oneshot::channel();
    ask(Box::new(move |path| {
        // The command that asked may have ended with its window.
        let _ = tell.send(path);
    }));
    told.await.ok().flatten()?.into_path().ok()
}

/// The start of a file: one byte more than `most` where it is longer.
fn start(path: &Path, most: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let most = u64::try_from(most).unwrap_or(u64::MAX);
    File::open(path)?.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_as_a_whole_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("names.csv");
        for text in ["a longer one", "short"] {
            replace(&file, text.as_bytes()).expect("it can be written");
            assert_eq!(fs::read_to_string(&file).expect("it is there"), text);
        }
        // A folder can not be replaced by a file.
        let taken = folder.path().join("taken.csv");
        fs::create_dir_all(taken.join("x")).expect("a folder");
        assert!(replace(&taken, b"x").is_err());
        let left = fs::read_dir(folder.path()).expect("the folder").count();
        assert_eq!(left, 2);
    }

    #[tokio::test]
    async fn of_a_file_that_is_too_large_no_more_is_read_than_shows_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("names.csv");
        assert_eq!(read(file.clone(), 3).await, Err(Trouble::FileNotRead));
        fs::write(&file, "123").expect("it can be written");
        assert_eq!(read(file.clone(), 3).await, Ok(b"123".to_vec()));
        assert_eq!(read(file.clone(), 2).await, Err(Trouble::FileTooLarge));
        assert_eq!(start(&file, 1).expect("it is there"), b"12");
    }
}
