use rusqlite::Transaction;

use super::AT_ONCE;
use crate::Desk;
use crate::testing::{KEY, Machine, service};

/// More than can be made while nobody looks.
const KNOWN: u32 = 3 * AT_ONCE;

/// A machine on which an earlier version knew companies, and the connection that knows them.
async fn machine() -> (Machine, String) {
    let (machine, service) = (Machine::new(), service().await);
    let desk = machine.start();
    let id = desk.connect_to(&service, KEY, false).await.unwrap().id;
    let known = format!(
        "WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {KNOWN})
         INSERT INTO known (entity, id, answered, seen_at)
         SELECT 'clients', n, json_object('name', '霧笛商会' || n), 1 FROM numbers;
         DELETE FROM folded;"
    );
    desk.write(move |db| Ok(db.execute_batch(&known)?)).await.unwrap();
    desk.close_outbox().await;
    (machine, id)
}

/// Known records that are not found yet: among companies, and as duplicates.
async fn missing(desk: &Desk) -> [u32; 2] {
    let count = |db: &Transaction, sql| db.query_row(sql, [], |row| row.get::<_, u32>(0));
    desk.read(move |db| {
        let named = count(db, "SELECT count(*) FROM known_companies")?;
        Ok([KNOWN - named, count(db, "SELECT count(*) FROM known WHERE keyed = 0")?])
    })
    .await
    .unwrap()
}

async fn all_made(desk: &Desk) {
    while missing(desk).await != [0, 0] {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn a_connection_is_open_before_all_that_it_knows_is_found() {
    let (machine, id) = machine().await;
    let desk = machine.start();
    desk.open_connection(&id).await.unwrap();
    // Whoever types is answered from what is there, and what is saved is kept.
    desk.known_companies("霧笛").await.unwrap();
    desk.submit_company().await;
    let [_, without_keys] = missing(&desk).await;
    assert!(without_keys > 0, "nobody waited for them");
    all_made(&desk).await;
    assert_eq!(desk.known_companies("霧笛商会2345").await.unwrap().companies.len(), 1);
}

#[tokio::test]
async fn what_was_not_made_before_the_program_closed_is_made_the_next_time() {
    let (machine, id) = machine().await;
    let desk = machine.start();
    desk.open_connection(&id).await.unwrap();
    desk.close_outbox().await;
    let next = machine.start();
    next.open_connection(&id).await.unwrap();
    assert_ne!(missing(&next).await, [0, 0], "closing waited for nothing");
    all_made(&next).await;
}
