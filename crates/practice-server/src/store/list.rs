//! Listing records.

use hotprofile::{Entity, Values};
use rusqlite::{Connection, params_from_iter};
use serde_json::{Value as Json, json};

use super::condition::{Condition, condition};
use super::references;
use super::wanted::Wanted;
use crate::answer;
use crate::refusal::Refusal;

/// The records that a list call asks for, with the four counters.
pub fn list(connection: &Connection, entity: Entity, parameters: &Values) -> Result<Json, Refusal> {
    let mut wanted = Wanted::read(entity.record(), parameters)?;
    if entity == Entity::Clients {
        follow_merger(connection, &mut wanted.search)?;
    }
    let Condition { sql: found, values } = every_condition(entity, &wanted.search);
    let view = format!("listed_{} WHERE {found}", entity.key());
    let total_count: u32 = connection.query_row(
        &format!("SELECT count(*) FROM {view}"),
        params_from_iter(&values),
        |row| row.get(0),
    )?;

    let Wanted { order_key, display_number, number, .. } = &wanted;
    let direction = if wanted.descending { "DESC" } else { "ASC" };
    let skipped = u64::from(number - 1) * u64::from(*display_number);
    let mut statement = connection.prepare(&format!(
        "SELECT * FROM {view} ORDER BY {order_key} {direction}, id {direction} \
         LIMIT {display_number} OFFSET {skipped}"
    ))?;
    let records = statement
        .query_map(params_from_iter(&values), |row| answer::listed(entity, row, wanted.dashes))?
        .collect::<Result<Vec<_>, _>>()?;
    Ok(json!({
        entity.key(): records,
        "pages": {
            "total_count": total_count,
            "total_number": total_count.div_ceil(*display_number),
            "current_number": number,
            "display_number": display_number,
        },
    }))
}

fn every_condition(entity: Entity, search: &Values) -> Condition {
    let mut every = Condition { sql: "true".to_owned(), values: Vec::new() };
    for (field, parameter) in entity.record().searches() {
        if let Some(term) = search.get(parameter.parameter) {
            let Condition { sql, values } = condition(field, parameter, term);
            every.sql.push_str(" AND ");
            every.sql.push_str(&sql);
            every.values.extend(values);
        }
    }
    every
}

/// One company that is asked for by its id may have been merged into another.
fn follow_merger(connection: &Connection, search: &mut Values) -> rusqlite::Result<()> {
    let asked = |key| search.get(key).and_then(|id| id.parse::<i64>().ok());
    if let (Some(from), Some(to)) = (asked("search[from_id]"), asked("search[to_id]"))
        && from == to
    {
        let id = references::after_merger(connection, from)?.to_string();
        search.insert("search[from_id]".to_owned(), id.clone());
        search.insert("search[to_id]".to_owned(), id);
    }
    Ok(())
}
