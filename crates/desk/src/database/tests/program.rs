//! A second program: this test program once more, with one task.

use std::env;
use std::io::{BufRead, BufReader, Lines, Write, stdin, stdout};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::Arc;

use super::super::key::Key;
use super::super::{Database, RecoveryCode, cipher};
use super::machine::{CARDS, add, found, place, text};
use crate::keychain::Keychain;
use crate::testing::MemoryKeychain;

const TASK: &str = "MEISHI_DESK_TEST_TASK";
const FOLDER: &str = "MEISHI_DESK_TEST_FOLDER";
const CODE: &str = "MEISHI_DESK_TEST_CODE";

/// A program that runs; it is killed when dropped.
pub struct Program {
    child: Child,
    lines: Lines<BufReader<ChildStdout>>,
}

impl Program {
    /// Starts one with a database and its key.
    pub fn start(task: &str, folder: &Path, code: &RecoveryCode) -> Self {
        let mut child = Command::new(env::current_exe().unwrap())
            .args(["--exact", "database::tests::program::as_a_program_of_its_own"])
            .args(["--ignored", "--nocapture"])
            .envs([(TASK, task), (CODE, &text(code))])
            .env(FOLDER, folder)
            // What it would put there is looked at too.
            .env("TMPDIR", folder.join("1f"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        Self { child, lines }
    }

    /// Waits for its next word; `None` when it has ended.
    pub fn said(&mut self) -> Option<String> {
        self.lines
            .by_ref()
            .map(Result::unwrap)
            .find_map(|line| line.split_once("said: ").map(|(_, said)| said.to_owned()))
    }

    /// Lets it go on.
    pub fn go_on(&mut self) {
        self.child.stdin.as_mut().unwrap().write_all(b"\n").unwrap();
    }

    /// Ends it at once, wherever it is, and gives what it had said until then.
    pub fn kill(mut self) -> Vec<String> {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        std::iter::from_fn(|| self.said()).collect()
    }

    /// Waits for its end, which should be a good one.
    pub fn end(mut self) {
        assert!(self.child.wait().unwrap().success());
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // It has ended already, as it should, or the test has failed.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
#[ignore = "other tests start it, as a program of its own"]
fn as_a_program_of_its_own() {
    let Ok(task) = env::var(TASK) else { return };
    let folder = env::var(FOLDER).unwrap();
    let code = RecoveryCode::read(&env::var(CODE).unwrap()).unwrap();
    let keychain = Arc::new(MemoryKeychain::default());
    let place = place(Path::new(&folder), &keychain);
    keychain.keep(&place.key_name(), &code.text()).unwrap();
    match task.as_str() {
        "write without end" => write_without_end(&found(place.open().unwrap())),
        "stop in a transaction" => stop_in_a_transaction(&found(place.open().unwrap())),
        "hold" => hold(&found(place.open().unwrap())),
        "count past the lock" => count(&unlocked(&place.file(), &code)),
        _ => panic!("no such task: {task}"),
    }
}

/// The text of the card with this number, with something in it that is easy to search for.
pub fn card(number: u32) -> String {
    format!("{} {number}", super::raw_bytes::MARKERS.join(" "))
}

fn write_without_end(database: &Database) {
    for number in 0.. {
        let id = add(database, &card(number));
        say(&id.to_string());
    }
}

/// Writes and sorts so much that it does not stay in memory, and does not commit.
fn stop_in_a_transaction(database: &Database) {
    let stopped = database.write(|transaction| {
        transaction.execute_batch("PRAGMA cache_size = 10")?;
        for number in 0..300 {
            let name = card(number).repeat(20);
            transaction.execute("INSERT INTO cards (name) VALUES (?)", [name])?;
        }
        let sorted = "SELECT name FROM cards ORDER BY name DESC LIMIT 1 OFFSET 200";
        transaction.query_row(sorted, [], |_| Ok(()))?;
        say("in the middle");
        wait();
        Ok(())
    });
    panic!("it should have been killed: {stopped:?}");
}

fn hold(database: &Database) {
    add(database, "held");
    say("open");
    wait();
    add(database, "held on");
}

/// As if there were no lock.
pub fn unlocked(file: &Path, code: &RecoveryCode) -> Database {
    let connection = cipher::connect(file, &Key::of(code)).unwrap();
    cipher::prepare(&connection).unwrap();
    Database::of(connection, &[CARDS], None)
}

fn count(database: &Database) {
    say("ready");
    wait();
    for _ in 0..100 {
        database
            .write(|transaction| {
                let sql = "SELECT CAST(name AS INTEGER) FROM cards WHERE id = 1";
                let count: i64 = transaction.query_row(sql, [], |row| row.get(0))?;
                let sql = "UPDATE cards SET name = ? WHERE id = 1";
                Ok(transaction.execute(sql, [(count + 1).to_string()])?)
            })
            .unwrap();
    }
}

fn say(word: &str) {
    println!("said: {word}");
    stdout().flush().unwrap();
}

fn wait() {
    stdin().read_line(&mut String::new()).unwrap();
}
