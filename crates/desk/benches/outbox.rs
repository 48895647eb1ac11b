//! What saving a record costs at 10,000 records, against the least that it can cost: one insert
//! into an encrypted SQLite file that waits for the disk.

use std::path::Path;

use criterion::{Criterion, criterion_group, criterion_main};
use rusqlite::Connection;

/// Records that are there already.
const HISTORY: u32 = 10_000;

/// What a card with the common fields filled in takes as JSON.
const CARD: &str = r#"{"family_name":"高橋","first_name":"花子","family_name_kana":"タカハシ","first_name_kana":"ハナコ","client_id":"123","department":"営業部 第二課","tel":"03-0000-1234","mobile_tel":"090-0000-1234","fax":"03-0000-1235","email":"hanako.takahashi@kirifue.example","zip_code":"100-0000","pref_id":"13","address":"霧笛区汽笛町一丁目二番三号 霧笛ビル 4F","url":"https://kirifue.example/","exchange_date":"2026/11/23","user_id":"7","open_status":"1","memo":"展示会でお会いした。来月あらためてお電話する。"}"#;

/// A file with the same encryption and durability as the program's, and nothing else.
fn bare(folder: &Path) -> Connection {
    let connection = Connection::open(folder.join("bare.db")).expect("a file");
    connection
        .execute_batch(&format!(
            "PRAGMA key = \"x'{}'\";
             PRAGMA journal_mode = WAL;
             PRAGMA synchronous = FULL;
             CREATE TABLE records (id INTEGER PRIMARY KEY, fields TEXT NOT NULL);
             BEGIN;",
            "5a".repeat(32)
        ))
        .expect("a table");
    for _ in 0..HISTORY {
        insert(&connection);
    }
    connection.execute_batch("COMMIT").expect("a commit");
    connection
}

fn insert(connection: &Connection) {
    connection
        .prepare_cached("INSERT INTO records (fields) VALUES (?)")
        .and_then(|mut statement| statement.execute([CARD]))
        .expect("an insert");
}

fn saving(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().expect("a folder");
    let connection = bare(folder.path());
    let mut group = criterion.benchmark_group("saving at 10,000 records");
    group.bench_function("a bare insert", |bencher| bencher.iter(|| insert(&connection)));
    group.finish();
}

criterion_group!(benches, saving);
criterion_main!(benches);
