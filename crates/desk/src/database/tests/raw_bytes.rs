use std::fs;
use std::path::Path;

use rusqlite::Connection;

use super::super::key::Key;
use super::super::{Opened, cipher};
use super::machine::{CARDS, Machine, add, found};
use super::program::{Program, card};

/// Typed into forms, and found nowhere on the disk.
pub const MARKERS: [&str; 4] =
    ["髙橋めじるし𠮷子", "Markierung-Zwölf", "Иванов Метка", "0300001234mark"];

/// Files with a marker in them, in the encodings that a program may keep text in.
fn with_markers(folder: &Path) -> Vec<String> {
    let utf_16 = |marker: &str, bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        marker.encode_utf16().flat_map(bytes).collect()
    };
    let wanted: Vec<Vec<u8>> = MARKERS
        .iter()
        .flat_map(|marker| {
            let (little, big) =
                (utf_16(marker, u16::to_le_bytes), utf_16(marker, u16::to_be_bytes));
            [marker.as_bytes().to_vec(), little, big]
        })
        .collect();
    let holds = |bytes: &[u8]| {
        wanted.iter().any(|marker| bytes.windows(marker.len()).any(|part| part == marker))
    };
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter(|entry| holds(&fs::read(entry.path()).unwrap()))
        .map(|entry| entry.file_name().into_string().unwrap())
        .collect()
}

/// Without which the other tests could not fail.
#[test]
fn an_unencrypted_file_is_found_out() {
    let folder = tempfile::tempdir().unwrap();
    for (file, encoding) in [("8", "UTF-8"), ("16le", "UTF-16le"), ("16be", "UTF-16be")] {
        let plain = Connection::open(folder.path().join(file)).unwrap();
        plain.pragma_update(None, "encoding", encoding).unwrap();
        plain.execute_batch(CARDS).unwrap();
        plain.execute("INSERT INTO cards (name) VALUES (?)", [card(1)]).unwrap();
    }
    let mut found = with_markers(folder.path());
    found.sort();
    assert_eq!(found, ["16be", "16le", "8"]);
}

#[test]
fn no_file_holds_what_was_typed() {
    let machine = Machine::new();
    let folder = machine.folder.path().join("1f");
    let code = machine.made(&[&card(1)]);
    let database = found(machine.place().open().unwrap());
    add(&database, &card(2));
    let names: Vec<_> = machine.files().into_keys().collect();
    assert_eq!(names, ["desk.db", "desk.db-shm", "desk.db-wal"]);
    assert!(with_markers(&folder).is_empty());
    drop(database);

    let mut newer = machine.place();
    newer.migrations = &[CARDS, "ALTER TABLE cards ADD COLUMN kana TEXT"];
    drop(newer.open().unwrap());
    // A log that is set aside along with its file.
    let killed = cipher::connect(&machine.file(), &Key::of(&code)).unwrap();
    killed.execute("INSERT INTO cards (name) VALUES (?)", [card(3)]).unwrap();
    std::mem::forget(killed);
    let opened = newer.begin_anew().unwrap();
    assert!(matches!(opened, Opened::Made { set_aside: Some(_), .. }));
    let names: Vec<_> = machine.files().into_keys().collect();
    assert_eq!(names.len(), 6, "{names:?}");
    assert!(names.iter().any(|name| name == "desk.before-2.db"));
    assert!(names.iter().any(|name| name.starts_with("desk.set-aside-") && name.ends_with("-wal")));
    assert!(with_markers(&folder).is_empty());
}

#[test]
fn no_file_holds_what_was_typed_after_a_crash() {
    let machine = Machine::new();
    let code = machine.made(&[]);
    for task in ["write without end", "stop in a transaction"] {
        let mut program = Program::start(task, machine.folder.path(), &code);
        program.said().unwrap();
        program.kill();
        assert!(!machine.files()["desk.db-wal"].0.is_empty());
        assert!(with_markers(&machine.folder.path().join("1f")).is_empty(), "{task}");
    }
}
