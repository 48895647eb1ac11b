//! What the service answered to a part of a name a moment ago. It finds what holds a text (its
//! searches are published as partial matches): where it told everything that holds a part, whoever
//! types on needs no other call, however slowly.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use hotprofile::{ListedRecord, Page};
use unicode_normalization::UnicodeNormalization as _;

use super::Wanted;

/// How long an answer is good for; as long as on the pages.
const GOOD_FOR: Duration = Duration::from_mins(1);

/// The latest answer that was whole.
#[derive(Default)]
pub struct Latest(Mutex<Option<Answer>>);

struct Answer {
    connection: String,
    wanted: Wanted,
    page: Page,
    at: Instant,
}

impl Latest {
    /// Keeps an answer, where it tells everything that was wanted.
    pub fn keep(&self, connection: &str, wanted: Wanted, page: &Page) {
        if page.unreadable == 0 && page.total_count as usize <= page.records.len() {
            let (connection, page, at) = (connection.to_owned(), page.clone(), Instant::now());
            *self.lock() = Some(Answer { connection, wanted, page, at });
        }
    }

    /// What the service would answer now, where that is in the latest answer.
    pub fn holding(&self, connection: &str, wanted: &Wanted) -> Option<Page> {
        let latest = self.lock();
        let answer = latest.as_ref().filter(|answer| answer.holds(connection, wanted))?;
        let holds = |record: &&ListedRecord| {
            let text = record.fields.get(wanted.field);
            text.is_none_or(|text| fold(text).contains(&fold(&wanted.text)))
        };
        let records: Vec<_> = answer.page.records.iter().filter(holds).cloned().collect();
        let total_count = u32::try_from(records.len()).unwrap_or(u32::MAX);
        Some(Page { records, total_count, ..answer.page.clone() })
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

/// Whether the service tells widths and cases apart is not published: what it may find stays.
fn fold(text: &str) -> String {
    text.nfkc().collect::<String>().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(names: &[&str], total_count: u32, unreadable: u32) -> Page {
        let record = |name: &&str| ListedRecord {
            id: Some(1),
            fields: [("name".to_owned(), (*name).to_owned())].into(),
            items: Vec::new(),
        };
        let records = names.iter().map(record).collect();
        let (total_number, current_number, display_number) = (1, 1, 100);
        Page { records, unreadable, total_count, total_number, current_number, display_number }
    }

    fn told(page: &Page, first: &str, part: &str) -> Option<usize> {
        let latest = Latest::default();
        latest.keep("one", Wanted::by(first), page);
        latest.holding("one", &Wanted::by(part)).map(|page| page.records.len())
    }

    #[test]
    fn only_an_answer_that_tells_all_is_good_for_a_longer_text() {
        let names = ["株式会社霧笛", "霧氷有限会社"];
        assert_eq!(told(&page(&names, 2, 0), "霧", "霧"), Some(2));
        assert_eq!(told(&page(&names, 2, 0), "霧", "（株）霧笛"), Some(1));
        assert_eq!(told(&page(&names, 2, 0), "霧", "夜霧"), Some(0));
        assert_eq!(told(&page(&[], 0, 0), "霧", "霧笛"), Some(0));
        for page in [page(&names, 3, 0), page(&names, 2, 1)] {
            assert_eq!(told(&page, "霧", "霧笛"), None);
        }
        assert_eq!(told(&page(&names, 2, 0), "霧", "笛"), None);
        assert_eq!(told(&page(&names, 2, 0), "muteki", "muteki.example"), None, "another field");
    }
}
