use std::panic::{AssertUnwindSafe, catch_unwind};

use super::super::key::Key;
use super::super::{Database, DatabaseError, cipher};
use super::machine::{Machine, add, made, names};

#[test]
fn what_fails_halfway_is_undone() {
    let machine = Machine::new();
    let (database, _) = made(machine.place().open().unwrap());
    let failed = database.write(|transaction| {
        transaction.execute("INSERT INTO cards (name) VALUES ('髙橋')", [])?;
        Err::<(), _>(DatabaseError::Disk)
    });
    assert_eq!(failed, Err(DatabaseError::Disk));
    assert!(names(&database).is_empty());
}

#[test]
fn what_panics_halfway_is_undone_and_the_next_goes_on() {
    let machine = Machine::new();
    let (database, _) = made(machine.place().open().unwrap());
    let panicked = catch_unwind(AssertUnwindSafe(|| {
        database.write::<()>(|transaction| {
            transaction.execute("INSERT INTO cards (name) VALUES ('髙橋')", [])?;
            panic!("on purpose");
        })
    }));
    assert!(panicked.is_err());
    add(&database, "佐藤");
    assert_eq!(names(&database), ["佐藤"]);
}

#[test]
fn what_a_read_writes_is_undone() {
    let machine = Machine::new();
    let (database, _) = made(machine.place().open().unwrap());
    database.read(|t| Ok(t.execute("INSERT INTO cards (name) VALUES ('髙橋')", [])?)).unwrap();
    assert!(names(&database).is_empty());
}

#[test]
fn a_full_disk_has_a_code_of_its_own_and_loses_nothing() {
    let machine = Machine::new();
    let (database, _) = made(machine.place().open().unwrap());
    add(&database, "髙橋");
    let full = database.write(|transaction| {
        transaction.execute_batch("PRAGMA max_page_count = 1")?;
        Ok(transaction.execute("INSERT INTO cards (name) VALUES (?)", ["佐藤".repeat(9_000)])?)
    });
    assert_eq!(full, Err(DatabaseError::Full));
    assert_eq!(names(&database), ["髙橋"]);
}

#[test]
fn tables_that_a_newer_version_changed_meanwhile_are_left_alone() {
    let machine = Machine::new();
    let (database, code) = made(machine.place().open().unwrap());
    let newer = cipher::connect(&machine.file(), &Key::of(&code)).unwrap();
    newer.execute_batch("PRAGMA user_version = 2").unwrap();
    assert_eq!(database.write(|_| Ok(())), Err(DatabaseError::Newer));
    assert_eq!(database.read(|_| Ok(())), Err(DatabaseError::Newer));
}

#[test]
fn every_commit_waits_for_the_disk_and_nothing_spills_unencrypted() {
    let machine = Machine::new();
    let (database, _) = made(machine.place().open().unwrap());
    let setting = |name: &str| -> String {
        let sql = format!("SELECT CAST({name} AS TEXT) FROM pragma_{name}");
        database.read(|transaction| Ok(transaction.query_row(&sql, [], |row| row.get(0))?)).unwrap()
    };
    assert_eq!(setting("synchronous"), "2");
    assert_eq!(setting("fullfsync"), "1");
    assert_eq!(setting("journal_mode"), "wal");
    assert_eq!(setting("temp_store"), "2");
    assert_eq!(setting("secure_delete"), "1");
    assert_eq!(setting("foreign_keys"), "1");
}

#[tokio::test]
async fn work_off_the_async_threads_is_done_though_nobody_waits() {
    let database = Database::in_memory().unwrap();
    let (begun, has_begun) = tokio::sync::oneshot::channel();
    let (done, is_done) = tokio::sync::oneshot::channel();
    let waiting = tokio::spawn({
        let database = database.clone();
        async move {
            database
                .run(|database| {
                    begun.send(()).unwrap();
                    database.write(|t| Ok(t.execute_batch("CREATE TABLE kept (id INTEGER)")?))?;
                    done.send(()).unwrap();
                    Ok(())
                })
                .await
        }
    });
    has_begun.await.unwrap();
    waiting.abort();
    is_done.await.unwrap();
    database.read(|t| Ok(t.query_row("SELECT count(*) FROM kept", [], |_| Ok(()))?)).unwrap();
}
