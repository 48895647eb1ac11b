//! The words that sample data is made of, read from `data/`.

use std::sync::LazyLock;

/// A word with its reading and its Latin spelling.
pub struct Word {
    pub name: &'static str,
    pub kana: &'static str,
    pub roman: &'static str,
}

/// A person with a name of another language, and its reading.
pub struct Foreigner {
    pub family: &'static str,
    pub given: &'static str,
    pub family_kana: &'static str,
    pub given_kana: &'static str,
}

/// A place that does not exist, in a prefecture that does.
pub struct Place {
    pub pref_id: &'static str,
    pub zip: &'static str,
    pub city: &'static str,
    pub town: &'static str,
    pub latitude: &'static str,
    pub longitude: &'static str,
}

macro_rules! data {
    ($file:literal) => {
        include_str!(concat!("../../data/", $file))
    };
}

pub static FAMILY_NAMES: LazyLock<Vec<Word>> = LazyLock::new(|| words(data!("family_names.csv")));
pub static GIVEN_NAMES: LazyLock<Vec<Word>> = LazyLock::new(|| words(data!("given_names.csv")));
pub static COMPANY_WORDS: LazyLock<Vec<Word>> = LazyLock::new(|| words(data!("company_words.csv")));
pub static COMPANY_TRADES: LazyLock<Vec<Word>> =
    LazyLock::new(|| words(data!("company_trades.csv")));
/// Company names with a gap for the words.
pub static COMPANY_FORMS: LazyLock<Vec<&str>> =
    LazyLock::new(|| data!("company_forms.txt").lines().collect());
/// A name and its reading.
pub static FOREIGN_COMPANIES: LazyLock<Vec<[&str; 2]>> =
    LazyLock::new(|| rows(data!("foreign_companies.csv")));
pub static LEAD_SOURCES: LazyLock<Vec<&str>> =
    LazyLock::new(|| data!("lead_sources.txt").lines().collect());
pub static POSTS: LazyLock<Vec<&str>> = LazyLock::new(|| data!("posts.txt").lines().collect());
/// Memos, with `\n` for a new line.
pub static NOTES: LazyLock<Vec<&str>> = LazyLock::new(|| data!("notes.txt").lines().collect());

pub static FOREIGN_PEOPLE: LazyLock<Vec<Foreigner>> = LazyLock::new(|| {
    let people = rows(data!("foreign_people.csv")).into_iter();
    people
        .map(|[family, given, family_kana, given_kana]| Foreigner {
            family,
            given,
            family_kana,
            given_kana,
        })
        .collect()
});

pub static PLACES: LazyLock<Vec<Place>> = LazyLock::new(|| {
    let places = rows(data!("places.csv")).into_iter();
    places
        .map(|[pref_id, zip, city, town, latitude, longitude]| Place {
            pref_id,
            zip,
            city,
            town,
            latitude,
            longitude,
        })
        .collect()
});

fn words(text: &'static str) -> Vec<Word> {
    rows(text).into_iter().map(|[name, kana, roman]| Word { name, kana, roman }).collect()
}

/// The lines of a table after its head; a cell holds no comma.
fn rows<const N: usize>(text: &'static str) -> Vec<[&'static str; N]> {
    let cells = |line: &'static str| line.split(',').collect::<Vec<_>>().try_into().ok();
    text.lines().skip(1).filter_map(cells).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_every_table_is_read() {
        let lines = |text: &str| text.lines().count() - 1;
        assert_eq!(FAMILY_NAMES.len(), lines(data!("family_names.csv")));
        assert_eq!(GIVEN_NAMES.len(), lines(data!("given_names.csv")));
        assert_eq!(COMPANY_WORDS.len(), lines(data!("company_words.csv")));
        assert_eq!(COMPANY_TRADES.len(), lines(data!("company_trades.csv")));
        assert_eq!(FOREIGN_COMPANIES.len(), lines(data!("foreign_companies.csv")));
        assert_eq!(FOREIGN_PEOPLE.len(), lines(data!("foreign_people.csv")));
        assert_eq!(PLACES.len(), lines(data!("places.csv")));
    }
}
