use std::fs;
use std::time::Duration;

use proptest::prelude::*;
use rusqlite::Connection;

use super::super::key::{Key, SALT};
use super::super::{CodeProblem, DatabaseError, NotOpened, Opened, Place, RecoveryCode, cipher};
use super::machine::{Bytes, CARDS, Machine, add, files, found, impatient, made, names, text};
use crate::testing::Mood;

#[test]
fn what_was_written_is_there_when_it_is_opened_again() {
    let machine = Machine::new();
    machine.made(&["髙橋", "𠮷野"]);
    let database = found(machine.place().open().unwrap());
    assert_eq!(names(&database), ["髙橋", "𠮷野"]);
    assert!(!database.is_in_memory());
}

#[test]
fn without_a_keychain_it_is_in_memory_and_the_file_untouched() {
    let machine = Machine::new();
    machine.made(&["髙橋"]);
    let before = machine.files();
    machine.keychain.set(Mood::Missing);
    let Opened::InMemory(database) = machine.place().open().unwrap() else {
        panic!("it should be in memory");
    };
    add(&database, "佐藤");
    assert!(database.is_in_memory());
    assert_eq!(names(&database), ["佐藤"]);
    assert_eq!(machine.files(), before);
}

#[test]
fn a_locked_keychain_leaves_the_file_untouched_and_can_be_tried_again() {
    let machine = Machine::new();
    machine.made(&["髙橋"]);
    let before = machine.files();
    machine.keychain.set(Mood::Locked);
    assert_eq!(machine.place().open().unwrap_err(), NotOpened::KeychainLocked);
    assert_eq!(machine.place().begin_anew().unwrap_err(), NotOpened::KeychainLocked);
    assert_eq!(machine.files(), before);
    machine.keychain.set(Mood::Works);
    assert_eq!(names(&found(machine.place().open().unwrap())), ["髙橋"]);
}

#[test]
fn a_locked_keychain_makes_nothing() {
    let machine = Machine::new();
    machine.keychain.set(Mood::Locked);
    assert_eq!(machine.place().open().unwrap_err(), NotOpened::KeychainLocked);
    assert!(machine.files().is_empty());
}

#[test]
fn a_keychain_that_keeps_nothing_gets_no_database() {
    let machine = Machine::new();
    machine.keychain.set(Mood::Forgets);
    assert_eq!(machine.place().open().unwrap_err(), NotOpened::KeychainFailed);
    assert!(machine.files().is_empty());
}

#[test]
fn a_key_without_its_file_goes_on_with_a_new_one() {
    let machine = Machine::new();
    let code = machine.made(&[]);
    fs::remove_file(machine.file()).unwrap();
    let (_database, again) = made(machine.place().open().unwrap());
    assert_eq!(text(&again), text(&code));
}

#[test]
fn what_an_interrupted_making_left_is_in_nobodys_way() {
    let machine = Machine::new();
    fs::create_dir(machine.folder.path().join("1f")).unwrap();
    fs::write(machine.file().with_extension("db.new"), "half").unwrap();
    machine.made(&["髙橋"]);
    assert_eq!(machine.files().keys().collect::<Vec<_>>(), ["desk.db"]);
}

#[test]
fn a_file_whose_key_is_gone_is_not_replaced_and_its_code_brings_the_key_back() {
    let machine = Machine::new();
    let code = machine.made(&["髙橋"]);
    let before = machine.files();
    machine.keychain.empty();
    assert_eq!(machine.place().open().unwrap_err(), NotOpened::KeyGone);
    assert_eq!(machine.files(), before);
    let typed = text(&code).to_lowercase().replace('-', "　");
    assert_eq!(names(&found(machine.place().recover(&typed).unwrap())), ["髙橋"]);
    assert_eq!(names(&found(machine.place().open().unwrap())), ["髙橋"]);
}

#[test]
fn its_code_opens_a_file_on_a_new_machine() {
    let old = Machine::new();
    let code = old.made(&["髙橋"]);
    let new = Machine::new();
    fs::create_dir(new.folder.path().join("1f")).unwrap();
    fs::copy(old.file(), new.file()).unwrap();
    assert_eq!(new.place().open().unwrap_err(), NotOpened::KeyGone);
    assert_eq!(names(&found(new.place().recover(&text(&code)).unwrap())), ["髙橋"]);
    assert_eq!(names(&found(new.place().open().unwrap())), ["髙橋"]);
}

#[test]
fn the_key_of_another_database_counts_as_gone() {
    let (machine, other) = (Machine::new(), Machine::new());
    machine.made(&["髙橋"]);
    other.made(&["佐藤"]);
    fs::copy(other.file(), machine.file()).unwrap();
    let before = machine.files();
    assert_eq!(machine.place().open().unwrap_err(), NotOpened::KeyGone);
    assert_eq!(machine.files(), before);
}

#[test]
fn a_wrong_code_says_how_it_is_wrong_and_changes_nothing() {
    let machine = Machine::new();
    let code = text(&machine.made(&["髙橋"]));
    machine.keychain.empty();
    let before = machine.files();
    let slip = if code.starts_with('7') { "8" } else { "7" };
    let mistyped = format!("{slip}{}", &code[1..]);
    let (place, group) = (machine.place(), CodeProblem::Group { group: 1 });
    assert_eq!(place.recover(&mistyped).unwrap_err(), NotOpened::CodeMistyped(group));
    let other = text(&RecoveryCode::random());
    assert_eq!(place.recover(&other).unwrap_err(), NotOpened::CodeOfAnother);
    assert_eq!(machine.files(), before);
    assert_eq!(place.open().unwrap_err(), NotOpened::KeyGone);
}

#[test]
fn without_a_file_there_is_nothing_to_recover() {
    let machine = Machine::new();
    let code = text(&RecoveryCode::random());
    assert_eq!(machine.place().recover(&code).unwrap_err(), NotOpened::Nothing);
}

#[test]
fn a_code_whose_key_can_not_be_put_back_opens_nothing() {
    let machine = Machine::new();
    let code = text(&machine.made(&["髙橋"]));
    machine.keychain.empty();
    machine.keychain.set(Mood::Forgets);
    assert_eq!(machine.place().recover(&code).unwrap_err(), NotOpened::KeychainFailed);
}

#[test]
fn a_lost_key_can_be_given_up_and_the_file_stays() {
    let machine = Machine::new();
    let code = machine.made(&["髙橋"]);
    let before = Bytes::of(&machine.file());
    machine.keychain.empty();
    let opened = machine.place().begin_anew().unwrap();
    let Opened::Made { database, recovery_code, set_aside: Some(aside) } = opened else {
        panic!("the old one should be set aside: {opened:?}");
    };
    assert!(names(&database).is_empty());
    assert_ne!(text(&recovery_code), text(&code));
    assert_eq!(Bytes::of(&aside), before);
}

#[test]
fn a_damaged_file_is_left_alone_then_set_aside_byte_for_byte() {
    type Damage = fn(&mut Vec<u8>);
    let ways: [(&str, Damage); 7] = [
        ("in its first page", |bytes| bytes[100] ^= 1),
        ("in a later page", |bytes| bytes[4096 + 100] ^= 1),
        ("cut in the middle of a page", |bytes| bytes.truncate(4096 + 2000)),
        ("cut in the middle of the start", |bytes| bytes.truncate(SALT + 3)),
        ("cut between two pages", |bytes| bytes.truncate(4096)),
        ("emptied", Vec::clear),
        ("all zero behind the start", |bytes| bytes[SALT..].fill(0)),
    ];
    for (damage, change) in ways {
        let machine = Machine::new();
        let code = machine.made(&["髙橋"]);
        let damaged = machine.tamper(change);
        let before = machine.files();
        assert_eq!(machine.place().open().unwrap_err(), NotOpened::Damaged, "{damage}");
        assert_eq!(machine.files(), before, "{damage}");
        let opened = machine.place().begin_anew().unwrap();
        let Opened::Made { database, recovery_code, set_aside: Some(aside) } = opened else {
            panic!("it should be set aside: {opened:?}");
        };
        assert!(names(&database).is_empty());
        assert_eq!(text(&recovery_code), text(&code), "the code still opens what was set aside");
        assert_eq!(Bytes::of(&aside), damaged, "{damage}");
    }
}

#[test]
fn what_is_set_aside_twice_in_a_second_is_there_twice() {
    let machine = Machine::new();
    machine.made(&["髙橋"]);
    for _ in 0..3 {
        machine.place().begin_anew().unwrap();
    }
    let names: Vec<_> = machine.files().into_keys().collect();
    assert_eq!(names.iter().filter(|name| name.starts_with("desk.set-aside-")).count(), 3);
}

#[test]
fn a_newer_version_is_left_byte_for_byte() {
    let machine = Machine::new();
    let code = machine.made(&["髙橋"]);
    let mut newer = machine.place();
    newer.migrations = &[CARDS, "CREATE TABLE more (id INTEGER PRIMARY KEY) STRICT"];
    drop(newer.open().unwrap());
    let before = machine.files();
    let refused = NotOpened::Newer { found: 2, known: 1 };
    assert_eq!(machine.place().open().unwrap_err(), refused);
    assert_eq!(machine.place().recover(&text(&code)).unwrap_err(), refused);
    assert_eq!(machine.files(), before);
}

#[test]
fn a_newer_version_that_was_killed_is_left_with_its_log() {
    let machine = Machine::new();
    let code = machine.made(&["髙橋"]);
    let killed = cipher::connect(&machine.file(), &Key::of(&code)).unwrap();
    killed.execute_batch("PRAGMA user_version = 2").unwrap();
    std::mem::forget(killed);
    let before = machine.files();
    assert!(!before["desk.db-wal"].0.is_empty());
    let refused = NotOpened::Newer { found: 2, known: 1 };
    assert_eq!(machine.place().open().unwrap_err(), refused);
    let after = machine.files();
    assert_eq!(after["desk.db"], before["desk.db"]);
    assert_eq!(after["desk.db-wal"], before["desk.db-wal"]);
}

#[test]
fn a_file_that_another_program_holds_is_in_use() {
    let machine = Machine::new();
    let (database, code) = made(machine.place().open().unwrap());
    let place = impatient(machine.place());
    assert_eq!(place.open().unwrap_err(), NotOpened::InUse);
    assert_eq!(place.recover(&text(&code)).unwrap_err(), NotOpened::InUse);
    assert_eq!(place.begin_anew().unwrap_err(), NotOpened::InUse);
    assert_eq!(place.destroy().unwrap_err(), NotOpened::InUse);
    drop(database);
    found(place.open().unwrap());
}

#[test]
fn a_folder_that_can_not_be_written_is_said_so() {
    let machine = Machine::new();
    fs::write(machine.folder.path().join("1f"), "a file where the folder should be").unwrap();
    let refused = machine.place().open().unwrap_err();
    assert!(matches!(refused, NotOpened::Database(_)), "{refused:?}");
}

#[tokio::test]
async fn a_keychain_that_asks_for_too_long_counts_as_locked() {
    let machine = Machine::new();
    let mut desk = machine.start_with_patience(Duration::from_millis(20));
    let unlock = machine.keychain.wait_for_a_person();
    assert_eq!(desk.at_place("1f", Place::open).await.unwrap_err(), NotOpened::KeychainLocked);
    drop(unlock);
    // The one that came late is closed again, else this would be in use.
    desk.surroundings.keychain_patience = Duration::from_mins(1);
    let opened = desk.at_place("1f", Place::open).await.unwrap();
    assert!(matches!(opened, Opened::Found(_) | Opened::Made { .. }));
}

#[test]
fn a_removed_database_leaves_nothing() {
    let machine = Machine::new();
    machine.made(&["髙橋"]);
    machine.place().begin_anew().unwrap();
    machine.place().destroy().unwrap();
    assert_eq!(fs::read_dir(machine.folder.path().join("1f")).unwrap().count(), 0);
    assert!(machine.place().recovery_code().unwrap().is_none());
}

#[test]
fn no_secret_and_no_card_is_printed() {
    let machine = Machine::new();
    let (database, code) = made(machine.place().open().unwrap());
    add(&database, "髙橋");
    let error = database
        .write(|transaction| Ok(transaction.execute("INSERT INTO cards VALUES (1, '佐藤')", [])?))
        .unwrap_err();
    assert_eq!(error, DatabaseError::Constraint);
    let printed = format!("{database:?} {code:?} {error:?} {error}");
    assert!(!printed.contains("佐藤") && !printed.contains(&text(&code)[..5]), "{printed}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// The salt at the very start is not needed to read, everything else is checked.
    #[test]
    fn any_changed_byte_is_noticed_or_harmless(place in any::<prop::sample::Index>(), bit in 0..8) {
        let machine = Machine::new();
        machine.made(&["髙橋", "佐藤"]);
        machine.tamper(|bytes| { let place = place.index(bytes.len()); bytes[place] ^= 1_u8 << bit; });
        let before = machine.files();
        match machine.place().open() {
            Ok(opened) => prop_assert_eq!(names(&found(opened)), ["髙橋", "佐藤"]),
            Err(problem) => {
                prop_assert!(matches!(problem, NotOpened::Damaged | NotOpened::KeyGone), "{:?}", problem);
                prop_assert_eq!(machine.files(), before);
            }
        }
    }
}

#[test]
fn the_file_is_no_database_without_its_key() {
    let machine = Machine::new();
    machine.made(&["髙橋"]);
    let plain = Connection::open(machine.file()).unwrap();
    assert!(plain.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(())).is_err());
    assert!(files(machine.file().parent().unwrap()).contains_key("desk.db"));
}
