//! What saving into the outbox costs at 10,000 records of history, against the least that it can
//! cost: one insert into an encrypted SQLite file that waits for the disk. At most three times
//! that; the ratio is printed.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use criterion::{Criterion, criterion_group, criterion_main};
use desk::database::{Database, Opened, Place};
use desk::keychain::{Keychain, KeychainError};
use desk::outbox::record::Form;
use desk::outbox::{Options, Outbox};
use hotprofile::{Entity, Values};
use rusqlite::Connection;
use secrecy::SecretString;
use tokio::runtime::Runtime;

/// Records that are there already.
const HISTORY: u32 = 10_000;

/// A card with the common fields filled in.
const CARD: [(&str, &str); 16] = [
    ("client_id", "123"),
    ("family_name", "高橋"),
    ("first_name", "花子"),
    ("family_name_kana", "タカハシ"),
    ("first_name_kana", "ハナコ"),
    ("tel", "03-0000-1234"),
    ("mobile_tel", "090-0000-1234"),
    ("fax", "03-0000-1235"),
    ("email", "hanako.takahashi@kirifue.example"),
    ("zip", "100-0000"),
    ("address", "霧笛区汽笛町一丁目二番三号 霧笛ビル 4F"),
    ("url", "https://kirifue.example/"),
    ("trade_on", "2026/11/23"),
    ("status", "1"),
    ("open_status", "1"),
    ("note", "展示会でお会いした。来月あらためてお電話する。"),
];

type Failure = Box<dyn std::error::Error>;

fn values() -> Values {
    CARD.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect()
}

/// A file with the same encryption and durability as the program's, and nothing else.
fn bare(folder: &Path, card: &str) -> Result<Connection, Failure> {
    let connection = Connection::open(folder.join("bare.db"))?;
    connection.execute_batch(&format!(
        "PRAGMA key = \"x'{}'\";
         PRAGMA journal_mode = WAL;
         PRAGMA synchronous = FULL;
         CREATE TABLE records (id INTEGER PRIMARY KEY, fields TEXT NOT NULL);
         BEGIN;",
        "5a".repeat(32)
    ))?;
    for _ in 0..HISTORY {
        insert(&connection, card)?;
    }
    connection.execute_batch("COMMIT")?;
    Ok(connection)
}

fn insert(connection: &Connection, card: &str) -> rusqlite::Result<usize> {
    connection.prepare_cached("INSERT INTO records (fields) VALUES (?)")?.execute([card])
}

/// The program's own database with its history.
fn program(folder: &Path, card: &str) -> Result<Database, Failure> {
    let Opened::Made { database, .. } =
        Place::new(folder, "bench", Arc::new(InMemory::default())).open()?
    else {
        return Err("a new database was wanted".into());
    };
    database.write(|db| {
        let mut insert = db.prepare(
            r#"INSERT INTO records (entity, operation, "values", client_name, state, saved_at, words)
               VALUES ('business_cards', 'create', ?1, '霧笛社', ?2, 1800000000000, ?1)"#,
        )?;
        for id in 1..=HISTORY {
            let state = format!(r#"{{"kind":"done","id":{id},"at":{}}}"#, 1_800_000_000_000_i64);
            insert.execute([card, &state])?;
        }
        Ok(())
    })?;
    Ok(database)
}

#[derive(Default)]
struct InMemory(Mutex<BTreeMap<String, SecretString>>);

impl Keychain for InMemory {
    fn keep(&self, name: &str, secret: &SecretString) -> Result<(), KeychainError> {
        let mut secrets = self.0.lock().map_err(|_| KeychainError::Failed)?;
        secrets.insert(name.to_owned(), secret.clone());
        Ok(())
    }

    fn give(&self, name: &str) -> Result<Option<SecretString>, KeychainError> {
        Ok(self.0.lock().map_err(|_| KeychainError::Failed)?.get(name).cloned())
    }

    fn remove(&self, name: &str) -> Result<(), KeychainError> {
        self.0.lock().map_err(|_| KeychainError::Failed)?.remove(name);
        Ok(())
    }
}

/// Saves so many forms as a person does; each is taken out again while no time is counted.
async fn save(outbox: &Outbox, times: u64) -> Result<Duration, Failure> {
    let mut taken = Duration::ZERO;
    for _ in 0..times {
        let form = Form {
            entity: Entity::BusinessCards,
            values: values(),
            client_name: Some("霧笛社".to_owned()),
            needs: None,
            change: None,
        };
        let begun = Instant::now();
        let record = outbox.submit(None, form).await?;
        taken += begun.elapsed();
        outbox.take_back(record.id).await?;
        outbox.throw_away(record.id).await?;
    }
    Ok(taken)
}

fn saving(criterion: &mut Criterion) {
    if let Err(failure) = measure(criterion) {
        eprintln!("{failure}");
        std::process::exit(1);
    }
}

fn measure(criterion: &mut Criterion) -> Result<(), Failure> {
    let folder = tempfile::tempdir()?;
    let card = serde_json::to_string(&values())?;
    let connection = bare(folder.path(), &card)?;
    let runtime = Runtime::new()?;
    let database = program(folder.path(), &card)?;
    let outbox = runtime.block_on(Outbox::open(database, Options::new(Arc::new(|_| ()))))?;

    // The mean of all that criterion measured, warming up included.
    let (mut inserts, mut saves) = ((Duration::ZERO, 0), (Duration::ZERO, 0));
    let mut failed = None;
    let mut group = criterion.benchmark_group("saving at 10,000 records of history");
    group.bench_function("a bare insert", |bencher| {
        bencher.iter_custom(|times| {
            let begun = Instant::now();
            for _ in 0..times {
                failed = insert(&connection, &card).err().map(Failure::from);
            }
            let taken = begun.elapsed();
            inserts = (inserts.0 + taken, inserts.1 + times);
            taken
        });
    });
    group.bench_function("saving into the outbox", |bencher| {
        bencher.iter_custom(|times| match runtime.block_on(save(&outbox, times)) {
            Ok(taken) => {
                saves = (saves.0 + taken, saves.1 + times);
                taken
            }
            Err(failure) => {
                failed = Some(failure);
                Duration::from_secs(1)
            }
        });
    });
    group.finish();
    if let Some(failure) = failed {
        return Err(failure);
    }
    let mean = |(taken, times): (Duration, u64)| {
        Duration::from_secs_f64(taken.as_secs_f64() / f64::from(u32::try_from(times).unwrap_or(1)))
    };
    let (insert, save) = (mean(inserts), mean(saves));
    println!(
        "saving costs {:.2} bare inserts ({save:?} to {insert:?})",
        save.as_secs_f64() / insert.as_secs_f64()
    );
    Ok(())
}

criterion_group!(benches, saving);
criterion_main!(benches);
