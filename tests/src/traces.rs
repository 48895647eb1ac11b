//! Looking for what must not have been left behind.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// The files below this folder that hold one of these texts, with the text. Raw bytes are looked
/// at, in UTF-8 and in UTF-16 as browsers keep it.
#[must_use]
pub fn files_holding(folder: &Path, texts: &[&str]) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for file in files(folder) {
        let bytes = match fs::read(&file) {
            // Of a program that has just tidied up.
            Err(error) if error.kind() == ErrorKind::NotFound => continue,
            read => read.unwrap_or_else(|error| panic!("{}: {error}", file.display())),
        };
        for text in texts {
            let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            if holds(&bytes, text.as_bytes()) || holds(&bytes, &wide) {
                found.push((file.clone(), (*text).to_owned()));
            }
        }
    }
    found
}

/// Every ordinary file below a folder: sockets and pipes hold nothing.
#[must_use]
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => files.extend(self::files(&entry.path())),
            Ok(kind) if kind.is_file() => files.push(entry.path()),
            _ => {}
        }
    }
    files
}

fn holds(bytes: &[u8], text: &[u8]) -> bool {
    bytes.windows(text.len()).any(|window| window == text)
}

#[cfg(test)]
mod tests {
    use super::files_holding;

    #[test]
    fn a_text_is_found_in_either_encoding_however_deep() {
        let folder = tempfile::tempdir().expect("a folder");
        let deep = folder.path().join("a/b");
        std::fs::create_dir_all(&deep).expect("a folder");
        std::fs::write(deep.join("narrow"), "..痕跡..").expect("a file");
        let wide: Vec<u8> = "..痕跡..".encode_utf16().flat_map(u16::to_le_bytes).collect();
        std::fs::write(deep.join("wide"), wide).expect("a file");
        std::fs::write(deep.join("neither"), "....").expect("a file");
        assert_eq!(files_holding(folder.path(), &["痕跡"]).len(), 2);
    }
}
