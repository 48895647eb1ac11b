//! A search and what it should find, in the published words.

use super::known::Known;

/// A search parameter, a term, and whether a record is to be found by it.
pub struct Case {
    pub parameter: &'static str,
    pub term: String,
    pub finds: Box<dyn Fn(&Known) -> bool>,
}

impl Case {
    fn new(parameter: &'static str, term: &str, finds: impl Fn(&Known) -> bool + 'static) -> Self {
        Self { parameter, term: term.to_owned(), finds: Box::new(finds) }
    }

    /// The same finding for another term.
    pub fn asked(self, term: &str) -> Self {
        Self { term: term.to_owned(), ..self }
    }
}

/// The text occurs in the field; ASCII letters in either case.
pub fn part(parameter: &'static str, key: &'static str, term: &'static str) -> Case {
    Case::new(parameter, term, move |record| has(record, key, term))
}

/// The same id.
pub fn same(parameter: &'static str, key: &'static str, id: &str) -> Case {
    let same = id.to_owned();
    Case::new(parameter, id, move |record| record.get(key) == Some(&same))
}

/// Any of several ids.
pub fn any_of(parameter: &'static str, key: &'static str, ids: &'static str) -> Case {
    Case::new(parameter, ids, move |record| {
        record.get(key).is_some_and(|found| ids.split(',').any(|id| id == found))
    })
}

/// A number at least this.
pub fn from_number(parameter: &'static str, key: &'static str, term: &str) -> Case {
    let least = number(term);
    Case::new(parameter, term, move |record| {
        record.get(key).is_some_and(|found| number(found) >= least)
    })
}

/// A number at most this.
pub fn to_number(parameter: &'static str, key: &'static str, term: &str) -> Case {
    let most = number(term);
    Case::new(parameter, term, move |record| {
        record.get(key).is_some_and(|found| number(found) <= most)
    })
}

/// On or after the day of this moment.
pub fn from_day(parameter: &'static str, key: &'static str, moment: &str) -> Case {
    let day = moment[..10].to_owned();
    Case::new(parameter, &day.clone(), move |record| {
        record.get(key).is_some_and(|found| found[..10] >= *day)
    })
}

/// On or before the day of this moment.
pub fn to_day(parameter: &'static str, key: &'static str, moment: &str) -> Case {
    let day = moment[..10].to_owned();
    Case::new(parameter, &day.clone(), move |record| {
        record.get(key).is_some_and(|found| found[..10] <= *day)
    })
}

/// At or after this moment.
pub fn from_moment(parameter: &'static str, key: &'static str, moment: &str) -> Case {
    let least = moment.to_owned();
    Case::new(parameter, moment, move |record| record.get(key).is_some_and(|found| *found >= least))
}

/// At or before this moment.
pub fn to_moment(parameter: &'static str, key: &'static str, moment: &str) -> Case {
    let most = moment.to_owned();
    Case::new(parameter, moment, move |record| record.get(key).is_some_and(|found| *found <= most))
}

/// Set.
pub fn flag(parameter: &'static str, key: &'static str) -> Case {
    Case::new(parameter, "1", move |record| is_set(record, key))
}

/// Taken back, or never set.
pub fn no_flag(parameter: &'static str, key: &'static str) -> Case {
    Case::new(parameter, "0", move |record| !is_set(record, key))
}

/// Every word in one or another of these fields.
pub fn words(parameter: &'static str, keys: &'static [&str], term: &'static str) -> Case {
    Case::new(parameter, term, move |record| {
        term.split_whitespace().all(|word| keys.iter().any(|key| has(record, key, word)))
    })
}

fn is_set(record: &Known, key: &str) -> bool {
    record.get(key).is_some_and(|flag| flag == "1")
}

fn has(record: &Known, key: &str, part: &str) -> bool {
    let part = part.to_ascii_lowercase();
    record.get(key).is_some_and(|text| text.to_ascii_lowercase().contains(&part))
}

fn number(text: &str) -> f64 {
    text.parse().expect("a number")
}
