//! Counting, in the practice server's own database.

use std::collections::BTreeMap;
use std::path::Path;

use desk::outbox::record::Form;
use hotprofile::Entity;
use rusqlite::Connection;

use super::core::Word;
use super::driver::Failure;
use super::plan::Registered;

/// How it ended.
#[derive(Debug, Default)]
pub struct Outcome {
    /// Registrations that the outbox has no more, or calls done while the service has them not.
    pub lost: usize,
    /// Records that the service has once more than they were registered.
    pub twice: usize,
    /// Registrations that a person has to decide.
    pub uncertain: usize,
    /// Those among them that only their owner sees.
    pub private: usize,
    /// What else is wrong, in words.
    pub problems: Vec<String>,
}

/// What tells registrations apart; twins have the same.
type Content = Vec<String>;

/// Of one content: registered by the person, done or left open in the outbox, at the service.
#[derive(Debug, Default)]
struct Tally {
    registered: usize,
    done: usize,
    open: usize,
    stored: usize,
}

/// Compares what was registered, what the outbox says of it and what the service holds.
pub fn tally(
    data: &Path,
    forms: &[Form],
    records: &[Word],
    registered: &Registered,
) -> Result<Outcome, Failure> {
    let mut outcome = Outcome::default();
    let mut tallies: BTreeMap<Content, Tally> = BTreeMap::new();
    let stored = stored(data, registered)?;
    for content in stored.values() {
        tallies.entry(content.clone()).or_default().stored += 1;
    }
    for form in forms {
        tallies.entry(content(form)).or_default().registered += 1;
    }
    for word in records {
        let Word::Record { form, done, undecided } = word else { continue };
        let tally = tallies.entry(content(form)).or_default();
        tally.open += usize::from(*undecided);
        let is_private = form.values.get("open_status").is_some_and(|status| status == "3");
        outcome.private += usize::from(*undecided && is_private);
        let Some(id) = *done else { continue };
        tally.done += 1;
        if stored.get(&(form.entity, id)) != Some(&content(form)) {
            outcome.problems.push(format!("{id} at the service is another than {form:?}"));
        }
    }
    for (content, tally) in &tallies {
        let lost = tally.registered.saturating_sub(tally.done + tally.open)
            + tally.done.saturating_sub(tally.stored);
        let twice = tally.stored.saturating_sub(tally.done + tally.open);
        if lost + twice > 0 {
            outcome.problems.push(format!("{content:?}: {tally:?}"));
        }
        outcome.lost += lost;
        outcome.twice += twice;
        outcome.uncertain += tally.open;
    }
    Ok(outcome)
}

/// The name, the note with its number, and whether it is private: enough to tell all of the plan
/// apart but the twins. Of a change the telephone, which none but it writes.
fn content(form: &Form) -> Content {
    let keys: &[&str] = match form.entity {
        Entity::Clients if form.change.is_some() => &["main_tel"],
        Entity::Clients => &["name"],
        Entity::BusinessCards | Entity::Leads => &["family_name", "note", "open_status"],
    };
    keys.iter().map(|key| form.values.get(*key).cloned().unwrap_or_default()).collect()
}

fn stored(
    data: &Path,
    registered: &Registered,
) -> Result<BTreeMap<(Entity, u32), Content>, Failure> {
    let db = Connection::open(data)?;
    let mut stored = BTreeMap::new();
    let mut companies = db.prepare("SELECT id, name, main_tel FROM clients")?;
    let mut rows = companies.query([])?;
    while let Some(row) = rows.next()? {
        let id = row.get(0)?;
        let was_there = registered.companies.iter().chain(&registered.to_change);
        let content = match row.get(2)? {
            Some(tel) => tel,
            None if was_there.into_iter().any(|(known, _)| *known == id) => continue,
            None => row.get(1)?,
        };
        stored.insert((Entity::Clients, id), vec![content]);
    }
    let mut cards = db.prepare("SELECT id, family_name, note, open_status FROM business_cards")?;
    let mut rows = cards.query([])?;
    while let Some(row) = rows.next()? {
        let open_status: u32 = row.get(3)?;
        let content = vec![row.get(1)?, row.get(2)?, open_status.to_string()];
        stored.insert((Entity::BusinessCards, row.get(0)?), content);
    }
    Ok(stored)
}
