//! Sample data, invented from a seed: people and companies that do not exist, in Japanese and
//! Latin script, as varied as real cards are. The words stand in `data/`.

mod clients;
mod contacts;
mod people;
mod words;

use jiff::ToSpan;
use jiff::civil::{Date, DateTime};
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use rand::{Rng, SeedableRng};

use crate::clock::written;
use crate::store::Row;

/// Days that the sample data reaches back.
const DAYS: i32 = 4 * 365;

/// Rows of the three kinds of record. Their ids run from 1 in this order.
#[derive(Debug, Default)]
pub struct Sample {
    pub clients: Vec<Row>,
    pub business_cards: Vec<Row>,
    pub leads: Vec<Row>,
}

/// Invents so many cards, and companies and leads in proportion: three for ten cards. One more
/// company was merged into another, and is never listed. The same seed, number and day give the
/// same records.
pub fn invent(seed: u64, records: usize, today: Date) -> Sample {
    if records == 0 {
        return Sample::default();
    }
    let mut dice = Dice { rng: StdRng::seed_from_u64(seed), today };
    let share = (records * 3).div_ceil(10);
    let companies: Vec<_> = (0..share).map(|_| clients::invent(&mut dice)).collect();
    let mut rows: Vec<_> = companies.iter().map(|company| company.row.clone()).collect();
    rows.push(clients::merged(&mut dice));
    Sample {
        clients: rows,
        business_cards: (0..records)
            .map(|number| contacts::business_card(&mut dice, &companies, number))
            .collect(),
        leads: (0..share).map(|number| contacts::lead(&mut dice, &companies, number)).collect(),
    }
}

/// Chance, and the day it is.
struct Dice {
    rng: StdRng,
    today: Date,
}

impl Dice {
    /// One of these, which are never none.
    fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        of.choose(&mut self.rng).unwrap_or(&of[0])
    }

    /// True once in so many times.
    fn once_in(&mut self, times: u32) -> bool {
        self.rng.random_ratio(1, times)
    }

    /// A number from 0, less than this.
    fn below(&mut self, end: u32) -> u32 {
        self.rng.random_range(0..end)
    }

    /// A day of the last years.
    fn day(&mut self) -> Date {
        let back = self.rng.random_range(0..DAYS);
        self.today.saturating_sub(back.days())
    }

    /// When a record was made, and changed: within office hours, and never later than yesterday.
    fn made_and_changed(&mut self) -> (String, String) {
        let yesterday = self.today.saturating_sub(1.day());
        let made = self.day().min(yesterday);
        let changed = if self.once_in(3) { self.day().clamp(made, yesterday) } else { made };
        let (first, second) = (self.moment(made), self.moment(changed));
        (written(first.min(second)), written(first.max(second)))
    }

    fn moment(&mut self, day: Date) -> DateTime {
        let [hour, minute, second] =
            [(9, 19), (0, 60), (0, 60)].map(|(start, end)| self.rng.random_range(start..end));
        day.at(hour, minute, second, 0)
    }

    /// Decimal degrees near these.
    fn near(&mut self, degrees: &str) -> String {
        let degrees: f64 = degrees.parse().unwrap_or_default();
        format!("{:.6}", degrees + self.rng.random_range(-0.02..0.02))
    }

    /// A phone number that no one has: its exchange is 0000.
    fn phone(&mut self, area: &str) -> String {
        format!("{area}-0000-{:04}", self.below(10_000))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use hotprofile::{Entity, Operation};
    use jiff::civil::date;

    use super::*;
    use crate::choices;

    #[test]
    fn the_same_seed_gives_the_same_records() {
        let text = |seed| format!("{:?}", invent(seed, 50, date(2026, 11, 1)));
        assert_eq!(text(7), text(7));
        assert_ne!(text(7), text(8));
    }

    #[test]
    fn records_are_as_varied_as_promised() {
        let sample = invent(1, 200, date(2026, 11, 1));
        let counts = [sample.clients.len(), sample.business_cards.len(), sample.leads.len()];
        assert_eq!(counts, [61, 200, 60]);
        let rows = sample.clients.iter().chain(&sample.business_cards).flatten();
        let text: String = rows.map(|(_, text)| text.as_str()).collect();
        for sign in ["髙", "﨑", "𠮷", "㈱", "Ltd.", "example", "　"] {
            assert!(text.contains(sign), "{sign}");
        }
        let dated = sample.business_cards.iter().flatten();
        let years: BTreeSet<_> =
            dated.filter(|(key, _)| *key == "trade_on").map(|(_, day)| &day[..4]).collect();
        assert!(years.len() >= 4, "{years:?}");
    }

    #[test]
    fn every_name_behind_an_id_can_be_learned_from_a_lead() {
        let sample = invent(1, 200, date(2026, 11, 1));
        let ids = |key: &str| -> BTreeSet<u32> {
            let cells = sample.leads.iter().flatten().filter(|(column, _)| *column == key);
            cells.map(|(_, id)| id.parse().expect("an id")).collect()
        };
        for (key, of) in [
            ("owner_user_id", "user"),
            ("organization_id", "organization"),
            ("lead_source_kbn_id", "lead_source"),
            ("lead_status", "lead_status"),
        ] {
            assert_eq!(ids(key), choices::ids(of).into_iter().collect(), "{key}");
        }
        assert!(ids("pref_id").len() >= 8, "{:?}", ids("pref_id"));
    }

    #[test]
    fn there_is_something_of_every_field() {
        let Sample { clients, business_cards, leads } = invent(1, 200, date(2026, 11, 1));
        let shown_of_companies = ["items", "corporate_number"];
        let shown_of_cards = ["tag_ids", "request_key", "post", "address3"];
        let shown_of_leads = ["tag_ids", "items", "interest_product_type_ids", "trade_on"];
        for (entity, rows, shown) in [
            (Entity::Clients, clients, &shown_of_companies[..]),
            (Entity::BusinessCards, business_cards, &shown_of_cards[..]),
            (Entity::Leads, leads, &shown_of_leads[..]),
        ] {
            let written = entity.record().written(Operation::Create).into_iter();
            for key in written.map(|(field, _)| field.key).chain(shown.iter().copied()) {
                assert!(rows.iter().any(|row| has(row, key)), "{entity:?} {key}");
            }
        }
    }

    #[test]
    fn some_company_has_all_four_choices() {
        let choices = ["business_category_kbn", "worker_number_kbn", "capital_kbn", "ipo_kbn"];
        let sample = invent(1, 200, date(2026, 11, 1));
        assert!(sample.clients.iter().any(|row| choices.iter().all(|key| has(row, key))));
    }

    fn has(row: &Row, key: &str) -> bool {
        row.iter().any(|(column, _)| *column == key)
    }
}
