use std::fs;
use std::path::Path;

use super::super::migrate::MIGRATIONS;
use super::super::{DatabaseError, NotOpened, Place};
use super::machine::{CARDS, Machine, found, names};

const STEPS: &[&str] = &[
    CARDS,
    "ALTER TABLE cards ADD COLUMN kana TEXT",
    "UPDATE cards SET name = 'changed'",
    "DELETE FROM cards",
];

/// Opens it as a version of the program with so many steps does.
fn place(machine: &Machine, steps: usize) -> Place {
    let mut place = machine.place();
    place.migrations = &STEPS[..steps];
    place
}

#[test]
fn a_migration_copies_the_file_first() {
    let machine = Machine::new();
    machine.made(&["髙橋"]);
    let database = found(place(&machine, 3).open().unwrap());
    assert_eq!(names(&database), ["changed"]);
    drop(database);
    // The copy is a database of the version before, with the same key.
    fs::rename(machine.file().with_file_name("desk.before-3.db"), machine.file()).unwrap();
    assert_eq!(names(&found(machine.place().open().unwrap())), ["髙橋"]);
}

#[test]
fn a_migration_that_fails_changes_nothing() {
    let machine = Machine::new();
    machine.made(&["髙橋"]);
    let mut broken = machine.place();
    broken.migrations = &[CARDS, "DELETE FROM cards", "this is no SQL"];
    let refused = broken.open().unwrap_err();
    assert!(matches!(refused, NotOpened::Database(DatabaseError::Failed { .. })), "{refused:?}");
    assert_eq!(names(&found(machine.place().open().unwrap())), ["髙橋"]);
}

#[test]
fn the_two_youngest_copies_are_kept() {
    let machine = Machine::new();
    machine.made(&["髙橋"]);
    for steps in 2..=STEPS.len() {
        place(&machine, steps).open().unwrap();
    }
    let names: Vec<_> = machine.files().into_keys().collect();
    assert_eq!(names, ["desk.before-3.db", "desk.before-4.db", "desk.db"]);
}

#[test]
fn opening_the_same_version_copies_nothing() {
    let machine = Machine::new();
    machine.made(&["髙橋"]);
    machine.place().open().unwrap();
    assert_eq!(machine.files().into_keys().collect::<Vec<_>>(), ["desk.db"]);
}

#[test]
fn every_file_of_migrations_is_taken_in_order() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/database/migrations");
    let Ok(entries) = fs::read_dir(folder) else {
        assert!(MIGRATIONS.is_empty());
        return;
    };
    let mut files: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    for (index, file) in files.iter().enumerate() {
        let number = format!("{:04}_", index + 1);
        let name = file.file_name().unwrap().to_str().unwrap();
        assert!(name.starts_with(&number), "{name} should start with {number}");
    }
    let texts: Vec<_> = files.iter().map(|file| fs::read_to_string(file).unwrap()).collect();
    assert_eq!(texts, MIGRATIONS);
}
