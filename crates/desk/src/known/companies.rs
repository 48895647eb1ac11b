//! Companies as they are looked for while somebody types, kept beside what is known: every company
//! that an answer or the person told, whether by its own record or by one of its people.

mod words;

use std::collections::HashMap;

use hotprofile::{Entity, Values};
use rusqlite::{Connection, OptionalExtension as _, Result, named_params, params};

pub use self::words::{Place, Words, place};
use super::told::{Told, told};
use crate::likeness::company::{each_domain, is_common, looked_for};
use crate::likeness::fold;
use crate::outbox::likeness::fold as compared;

/// Counted up whenever texts are folded in another way than before, or more is kept of them.
const VERSION: u32 = 3;

/// A company that was found, and how well it fits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Match {
    /// Where in its words.
    pub place: Place,
    /// The service's id.
    pub id: u32,
}

/// The companies that this text finds, in no order.
pub fn search(db: &Connection, part: &str) -> Result<Vec<Match>> {
    let wanted = looked_for(part);
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    let mut best: HashMap<u32, Place> = HashMap::new();
    for sql in [BY_WORDS, BY_DOMAIN] {
        let mut statement = db.prepare_cached(sql)?;
        let mut rows = statement.query([&wanted])?;
        while let Some(row) = rows.next()? {
            let words = row.get_ref(1)?.as_str()?;
            if let Some(place) = place(words, &wanted) {
                let before = best.entry(row.get(0)?).or_insert(place);
                *before = place.min(*before);
            }
        }
    }
    Ok(best.into_iter().map(|(id, place)| Match { place, id }).collect())
}

const BY_WORDS: &str = "SELECT id, words FROM known_companies WHERE instr(words, ?) > 0";

/// A domain of its people is one more line: it begins a word.
const BY_DOMAIN: &str = "SELECT id, words || char(10) || domain
    FROM known_domains JOIN known_companies USING (called) WHERE instr(domain, ?) > 0";

/// The name of a company, and all that is known of it.
pub fn get(db: &Connection, id: u32) -> Result<Option<(String, Values)>> {
    let name = db
        .prepare_cached("SELECT name FROM known_companies WHERE id = ?")?
        .query_row([id], |row| row.get(0))
        .optional()?;
    let Some(name) = name else { return Ok(None) };
    let told = told(db, Entity::Clients, id)?;
    Ok(Some((name, told.map(Told::latest).unwrap_or_default())))
}

/// Where a company has its mail and its pages, as it is written in its own record.
pub fn hosts(db: &Connection, id: u32) -> Result<Vec<String>> {
    Ok(get(db, id)?.map(|(_, fields)| hosts_in(&fields)).unwrap_or_default())
}

/// Where the people of a company have their mail.
pub fn hosts_of_people(db: &Connection, id: u32) -> Result<Vec<String>> {
    db.prepare_cached(
        "SELECT host FROM known_domains JOIN known_companies USING (called)
         WHERE id = ? AND host <> ''",
    )?
    .query_map([id], |row| row.get(0))?
    .collect()
}

fn hosts_in(fields: &Values) -> Vec<String> {
    let texts = ["mail_domain", "url"].into_iter().filter_map(|key| fields.get(key));
    texts.flat_map(|text| each_domain(text)).map(str::to_owned).collect()
}

/// Makes them anew out of what is known where that was done in another way, or not to its end: out
/// of so many known records at most. Says whether they are whole now. Companies of which something
/// is told meanwhile are learned as ever.
pub fn make_missing(db: &Connection, most: u32) -> Result<bool> {
    let Some((entity, id)) = made_up_to(db)? else { return Ok(true) };
    let records: Vec<(String, u32)> = db
        .prepare_cached(
            "SELECT entity, id FROM known WHERE (entity, id) > (?, ?) ORDER BY entity, id LIMIT ?",
        )?
        .query_map(params![entity, id, most], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_>>()?;
    for (key, id) in &records {
        if let Some(entity) = Entity::ALL.into_iter().find(|entity| entity.key() == key) {
            learn(db, entity, *id)?;
        }
    }
    let last = records.last().filter(|_| records.len() == most as usize);
    db.prepare_cached(
        "INSERT INTO folded (what, version, entity, id) VALUES ('companies', ?, ?, ?)
         ON CONFLICT (what) DO UPDATE
         SET version = excluded.version, entity = excluded.entity, id = excluded.id",
    )?
    .execute(params![VERSION, last.map(|(entity, _)| entity), last.map(|(_, id)| id)])?;
    Ok(last.is_none())
}

/// The known record up to which they were made in this way; none where they are whole. What was
/// made in another way goes.
fn made_up_to(db: &Connection) -> Result<Option<(String, u32)>> {
    let made = db
        .prepare_cached("SELECT entity, id FROM folded WHERE what = 'companies' AND version = ?")?
        .query_row([VERSION], |row| Ok(row.get::<_, Option<_>>(0)?.zip(row.get(1)?)))
        .optional()?;
    if let Some(made) = made {
        return Ok(made);
    }
    db.execute_batch("DELETE FROM known_companies; DELETE FROM known_domains;")?;
    Ok(Some((String::new(), 0)))
}

/// Learns what the known record tells of a company.
pub fn learn(db: &Connection, entity: Entity, id: u32) -> Result<()> {
    let Some(told) = told(db, entity, id)? else { return Ok(()) };
    if entity == Entity::Clients {
        let fields = told.latest();
        return match text(&fields, "name") {
            "" => Ok(()),
            name => write(db, id, name, &Words::of(&fields), true),
        };
    }
    // What was sent and what is answered may be of two companies: each is taken for itself.
    for fields in told.each() {
        learn_of_person(db, &fields)?;
    }
    Ok(())
}

fn learn_of_person(db: &Connection, fields: &Values) -> Result<()> {
    let name = text(fields, "client_name");
    if name.is_empty() {
        return Ok(());
    }
    if let Ok(id @ 1..) = text(fields, "client_id").parse::<u32>() {
        let words = Words::of(&Values::from([("name".to_owned(), name.to_owned())]));
        write(db, id, name, &words, false)?;
    }
    let host = text(fields, "email").rsplit_once('@').map_or("", |(_, host)| host);
    if host.contains('.') && !is_common(host) {
        db.prepare_cached(
            "INSERT OR IGNORE INTO known_domains (called, domain, host) VALUES (?, ?, ?)",
        )?
        .execute(params![compared(name), fold(host), host.to_lowercase()])?;
    }
    Ok(())
}

/// The company's own record tells it better than its people do.
fn write(db: &Connection, id: u32, name: &str, words: &Words, own: bool) -> Result<()> {
    db.prepare_cached(
        "INSERT INTO known_companies (id, words, name, called, own)
         VALUES (:id, :words, :name, :called, :own)
         ON CONFLICT (id) DO UPDATE
         SET words = excluded.words, name = excluded.name, called = excluded.called,
             own = excluded.own
         WHERE own <= excluded.own",
    )?
    .execute(named_params! {
        ":id": id,
        ":words": words.as_str(),
        ":name": name,
        ":called": compared(name),
        ":own": own,
    })?;
    Ok(())
}

fn text<'a>(fields: &'a Values, key: &str) -> &'a str {
    fields.get(key).map_or("", |text| text.trim())
}

#[cfg(test)]
mod tests;
