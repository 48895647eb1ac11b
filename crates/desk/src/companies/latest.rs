//! What the service answered to a part of a name a moment ago. It finds what holds a text (its
//! searches are published as partial matches): where it told everything that holds a part, whoever
//! types on needs no other call, however slowly. The records are those that this machine knows by
//! then.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use hotprofile::Page;

use super::wanted::Wanted;
use crate::known::GOOD_FOR;

/// The latest answer that was whole.
#[derive(Default)]
pub struct Latest(Mutex<Option<Answer>>);

struct Answer {
    connection: String,
    wanted: Wanted,
    ids: Vec<u32>,
    at: Instant,
}

impl Latest {
    /// Keeps an answer, where it tells everything that was wanted.
    pub fn keep(&self, connection: &str, wanted: Wanted, page: &Page) {
        let ids: Option<Vec<_>> = page.records.iter().map(|record| record.id).collect();
        if let Some(ids) = ids.filter(|_| page.tells_all()) {
            let (connection, at) = (connection.to_owned(), Instant::now());
            *self.lock() = Some(Answer { connection, wanted, ids, at });
        }
    }

    /// The companies among which is everything that the service would find now; none where that is
    /// not known.
    pub fn holding(&self, connection: &str, wanted: &Wanted) -> Option<Vec<u32>> {
        let latest = self.lock();
        let answer = latest.as_ref().filter(|answer| answer.holds(connection, wanted))?;
        Some(answer.ids.clone())
    }

    /// Whether it told of every company whose name holds this text.
    pub fn tells_of(&self, connection: &str, name: &str) -> bool {
        self.holding(connection, &Wanted::by_name(name)).is_some()
    }

    /// What was answered holds no more.
    pub fn forget(&self) {
        *self.lock() = None;
    }

    fn lock(&self) -> MutexGuard<'_, Option<Answer>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Answer {
    fn holds(&self, connection: &str, wanted: &Wanted) -> bool {
        self.connection == connection
            && self.wanted.field == wanted.field
            && wanted.text.contains(&self.wanted.text)
            && self.at.elapsed() < GOOD_FOR
    }
}

#[cfg(test)]
mod tests {
    use hotprofile::ListedRecord;

    use super::*;

    fn page(ids: &[u32], total_count: u32, unreadable: u32) -> Page {
        let record = |id: &u32| ListedRecord {
            id: Some(*id),
            fields: hotprofile::Values::new(),
            items: Vec::new(),
        };
        let records = ids.iter().map(record).collect();
        let (total_number, current_number, display_number) = (1, 1, 100);
        Page { records, unreadable, total_count, total_number, current_number, display_number }
    }

    fn told(page: &Page, first: &str, part: &str) -> Option<Vec<u32>> {
        let latest = Latest::default();
        latest.keep("one", Wanted::by(first), page);
        assert_eq!(latest.holding("another", &Wanted::by(part)), None);
        latest.holding("one", &Wanted::by(part))
    }

    #[test]
    fn only_an_answer_that_tells_all_is_good_for_a_longer_text() {
        for part in ["霧", "（株）霧笛", "夜霧"] {
            assert_eq!(told(&page(&[7, 8], 2, 0), "霧", part), Some(vec![7, 8]));
        }
        assert_eq!(told(&page(&[], 0, 0), "霧", "霧笛"), Some(vec![]));
        for page in [page(&[7, 8], 3, 0), page(&[7, 8], 2, 1)] {
            assert_eq!(told(&page, "霧", "霧笛"), None);
        }
        assert_eq!(told(&page(&[7], 1, 0), "霧", "笛"), None);
        assert_eq!(told(&page(&[7], 1, 0), "muteki", "muteki.example"), None, "another field");
    }
}
