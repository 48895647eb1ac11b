//! Looking for a record whose answer was lost, among the service's newest.

use hotprofile::{Client, Entity, Error, List, ListedRecord, Page, Urgency};
use rusqlite::Connection;

use super::likeness::{Likeness, likeness};
use super::record::{Candidate, Record};
use super::state::Found;
use super::table;

/// Records on a page of a look-up: the most that every kind of record allows.
const ON_A_PAGE: u32 = 100;

/// More candidates help nobody to decide.
const MOST_CANDIDATES: usize = 20;

/// The service's records with an id above this one, the newest first.
pub async fn newest(
    client: &Client,
    entity: Entity,
    above: u32,
) -> Result<Vec<ListedRecord>, Error> {
    let mut records = Vec::new();
    for number in 1.. {
        let page = list(client, entity, number, ON_A_PAGE).await?;
        let page = page.records;
        let reached = page.iter().any(|record| record.id.is_some_and(|id| id <= above));
        let was_last = page.len() < ON_A_PAGE as usize;
        records.extend(page.into_iter().filter(|record| record.id.is_none_or(|id| id > above)));
        if reached || was_last {
            break;
        }
    }
    Ok(records)
}

/// The highest id at the service; 0 where it has no such record.
pub async fn highest(client: &Client, entity: Entity) -> Result<u32, Error> {
    let page = list(client, entity, 1, 1).await?;
    Ok(highest_of(&page).unwrap_or(0))
}

/// The highest id, as a page tells it that begins with the newest record; none where it does not.
pub fn highest_of(page: &Page) -> Option<u32> {
    let highest = page.records.iter().filter_map(|record| record.id).max();
    highest.or_else(|| (page.total_count == 0).then_some(0))
}

/// What the listed records say of the one whose answer was lost. Those that other records of this
/// machine have are left out.
pub fn compare(
    db: &Connection,
    ours: &Record,
    listed: Vec<ListedRecord>,
) -> rusqlite::Result<Found> {
    let mut same = None;
    let mut candidates = Vec::new();
    for record in listed {
        if let Some(id) = record.id
            && table::is_taken(db, ours.entity, id)?
        {
            continue;
        }
        match (likeness(ours, &record), record.id) {
            (Likeness::Other, _) => {}
            // Of several the oldest: it is nearest to the moment of sending.
            (Likeness::Same, Some(id)) => same = Some(same.map_or(id, |other: u32| other.min(id))),
            (Likeness::Same, None) | (Likeness::Alike, _) => {
                candidates.push(Candidate { id: record.id, fields: record.fields });
            }
        }
    }
    candidates.truncate(MOST_CANDIDATES);
    Ok(match same {
        Some(id) => Found::Same { id },
        None if candidates.is_empty() => Found::Nothing,
        None => Found::Alike(candidates),
    })
}

async fn list(
    client: &Client,
    entity: Entity,
    number: u32,
    display_number: u32,
) -> Result<Page, Error> {
    let list = List::newest(entity, number, display_number).map_err(Error::Invalid)?;
    client.list(&list, Urgency::Background).await
}
