//! What this machine sent of a record, and for how long that can be relied on: a colleague may
//! have changed it since, and the service does not show all of it.

use std::time::Duration;

use hotprofile::contract::{Kind, names};
use hotprofile::{Entity, Values, check};
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz;
use rusqlite::{Connection, Result};

use super::table;
use crate::outbox::likeness::fold;

/// What this machine sent of a record, the latest of each field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// By key; with a company's id its name.
    pub values: Values,
    /// When it sent something of it last.
    pub at: Timestamp,
}

/// The service's clock and this machine's may differ by so much.
const CLOCKS_DIFFER: Duration = Duration::from_mins(2);

/// Fields of people that answers show in one piece.
const PARTS_OF_NAMES: [&str; 4] =
    ["family_name", "first_name", "family_name_kana", "first_name_kana"];

impl Sent {
    /// What was sent of a field that no answer shows in any way; none where the record was changed
    /// since, of which that field may have been a part.
    pub fn unseen(&self, key: &str, listed: &Values) -> Option<&str> {
        let text = self.values.get(key)?;
        self.is_latest(listed).then_some(text)
    }

    /// What is still known of it, as it is listed now: all of it where nobody changed it since,
    /// else what a listing shows in another form, so that it can be compared.
    pub fn known_still(self, entity: Entity, listed: &Values) -> Values {
        let is_latest = self.is_latest(listed);
        let mut values = self.values;
        values.retain(|key, _| is_latest || is_comparable(entity, key));
        values
    }

    /// The id of the company that was sent with a card, where the listed card still names it.
    pub fn company(&self, db: &Connection, listed: &Values) -> Result<Option<String>> {
        let listed = listed.get("client_name").map(|name| fold(name));
        let (Some(id), Some(listed)) = (self.values.get("client_id"), listed) else {
            return Ok(None);
        };
        let is_it = match self.values.get("client_name") {
            Some(sent) if fold(sent) == listed => true,
            _ => table::client_name(db, id)?.is_some_and(|known| known == listed),
        };
        Ok(is_it.then(|| id.clone()))
    }

    /// Whether nobody changed the record since.
    fn is_latest(&self, listed: &Values) -> bool {
        let until = self.at.saturating_add(CLOCKS_DIFFER).unwrap_or(Timestamp::MAX);
        listed.get("updated_at").and_then(|text| moment(text)).is_some_and(|moment| moment <= until)
    }
}

fn is_comparable(entity: Entity, key: &str) -> bool {
    key == "client_name"
        || PARTS_OF_NAMES.contains(&key)
        || names(entity).any(|named| named.id == key)
}

/// A moment as the service writes it, in Japan's time.
fn moment(text: &str) -> Option<Timestamp> {
    let text = check::check_value(Kind::Moment, text).ok()?;
    let moment = DateTime::strptime("%Y/%m/%d %H:%M:%S", text).ok()?;
    tz::offset(9).to_timestamp(moment).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(pairs: &[(&str, &str)]) -> Values {
        pairs.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect()
    }

    fn sent() -> Sent {
        let values = values(&[("extension", "12"), ("first_name", "花"), ("organization_id", "3")]);
        Sent { values, at: "2026-11-23T03:00:00Z".parse().unwrap() }
    }

    #[test]
    fn what_no_answer_shows_is_known_until_somebody_changes_the_record() {
        for (updated_at, known) in [
            ("2026/11/23 12:00:00", Some("12")),
            ("2026-11-23 12:01:59", Some("12")),
            ("2026/11/23 12:02:01", None),
            ("2026/11/24", None),
            ("", None),
        ] {
            let listed = values(&[("updated_at", updated_at)]);
            assert_eq!(sent().unseen("extension", &listed), known, "{updated_at}");
            assert_eq!(sent().unseen("fax", &listed), None);
        }
    }

    #[test]
    fn of_a_record_that_a_colleague_changed_only_what_can_be_compared_is_kept() {
        let kept = |updated_at| {
            sent().known_still(Entity::BusinessCards, &values(&[("updated_at", updated_at)]))
        };
        assert_eq!(kept("2026/11/23 12:00:00"), sent().values);
        let comparable = values(&[("first_name", "花"), ("organization_id", "3")]);
        assert_eq!(kept("2026/11/25 12:00:00"), comparable);
    }
}
