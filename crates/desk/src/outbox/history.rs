//! What this machine registered: searching it, keeping it for a time, wiping it.

use hotprofile::Entity;
use jiff::Timestamp;
use rusqlite::{Connection, named_params, params_from_iter};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::likeness::fold;
use super::record::{OutboxRecord, Record};
use super::table;

/// What is looked for in the history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct HistoryQuery {
    /// Words that all occur in what was registered; everything where it is blank.
    pub text: String,
    /// Of this kind alone.
    pub entity: Option<Entity>,
    /// Which page, from 1.
    pub number: u32,
    /// Records on a page.
    pub display_number: u32,
}

/// A page of the history, the latest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct HistoryPage {
    /// The records of this page.
    pub records: Vec<OutboxRecord>,
    /// Records in all.
    pub total_count: u32,
}

/// The records that are looked for, registered since this moment, and how many there are in all.
pub fn search(
    db: &Connection,
    query: &HistoryQuery,
    since: Timestamp,
) -> rusqlite::Result<(Vec<Record>, u32)> {
    let words: Vec<_> =
        query.text.split_whitespace().map(|word| fold(word).to_lowercase()).collect();
    // A key of the contract, never a person's text.
    let of_kind =
        query.entity.map_or(String::new(), |entity| format!(" AND entity = '{}'", entity.key()));
    let with_words = " AND instr(words, ?) > 0".repeat(words.len());
    let since = since.as_millisecond();
    let condition = format!("kind = 'done' AND done_at >= {since}{of_kind}{with_words}");
    let total_count = db
        .prepare_cached(&format!("SELECT count(*) FROM records WHERE {condition}"))?
        .query_row(params_from_iter(&words), |row| row.get(0))?;
    let skipped = u64::from(query.number.saturating_sub(1)) * u64::from(query.display_number);
    let page = format!(
        "{condition} ORDER BY done_at DESC, id DESC LIMIT {} OFFSET {skipped}",
        query.display_number
    );
    Ok((table::select(db, &page, params_from_iter(&words))?, total_count))
}

/// Forgets what was registered before this moment.
pub fn forget_before(db: &Connection, moment: Timestamp) -> rusqlite::Result<()> {
    db.prepare_cached("DELETE FROM records WHERE kind = 'done' AND done_at < :moment")?
        .execute(named_params! { ":moment": moment.as_millisecond() })?;
    forget_ids(db)
}

/// Forgets everything that was registered.
pub fn wipe(db: &Connection) -> rusqlite::Result<()> {
    db.execute("DELETE FROM records WHERE kind = 'done'", [])?;
    forget_ids(db)
}

/// An id stays taken, with its record or without, as long as a look-up can come upon it.
fn forget_ids(db: &Connection) -> rusqlite::Result<()> {
    db.prepare_cached(
        "DELETE FROM taken WHERE NOT EXISTS (
             SELECT 1 FROM records
             WHERE kind <> 'done' AND kind IN ('sending', 'uncertain', 'undecided')
             AND records.entity = taken.entity AND state ->> 'above' < taken.id)",
    )?
    .execute([])?;
    Ok(())
}
