//! Whether two records are of the same company.

use std::collections::BTreeSet;

use hotprofile::Values;

use crate::likeness::Alike;
use crate::likeness::company::{are_alike, core};
use crate::likeness::number::dialled;

/// Fewer digits are no telephone number.
const LEAST_DIGITS: usize = 9;

/// A company as two of them are compared.
pub struct Company {
    name: String,
    tel: String,
}

impl Company {
    /// The company of what is typed or listed.
    pub fn of(values: &Values) -> Self {
        let text = |key: &str| values.get(key).map_or("", |text| text.trim());
        let tel = dialled(text("main_tel"));
        let is_number = tel.trim_start_matches('+').len() >= LEAST_DIGITS;
        let tel = if is_number { tel } else { String::new() };
        Self { name: text("name").to_owned(), tel }
    }

    /// Texts of which two records of one company share at least one.
    pub fn keys(&self) -> BTreeSet<String> {
        let keys = [("company", &core(&self.name)), ("telephone", &self.tel)];
        let filled = keys.into_iter().filter(|(_, text)| !text.is_empty());
        filled.map(|(kind, text)| format!("{kind} {text}")).collect()
    }

    /// What they have in common.
    pub fn reasons(&self, other: &Self) -> Vec<Alike> {
        let mut reasons = Vec::new();
        if are_alike(&self.name, &other.name) {
            reasons.push(Alike::SameCompanyName);
        }
        if !self.tel.is_empty() && self.tel == other.tel {
            reasons.push(Alike::SameTelephone);
        }
        reasons
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use hotprofile::{Entity, Values};

    use crate::duplicates::one::One;
    use crate::likeness::Alike;

    fn company(pairs: &[(&str, &str)]) -> One {
        let values = pairs.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned()));
        One::of(Entity::Clients, &values.collect::<Values>())
    }

    #[test]
    fn a_company_is_certain_where_the_list_of_names_says_so_and_is_found_by_a_key() {
        let list = include_str!("../likeness/company/pairs.csv");
        for row in csv::Reader::from_reader(list.as_bytes()).records() {
            let row = row.unwrap();
            let [one, other] = [&row[0], &row[1]].map(|name| company(&[("name", name)]));
            let is_wanted = &row[2] == "yes";
            let likeness = one.likeness(&other, &BTreeSet::new());
            let wanted = is_wanted.then(|| (vec![Alike::SameCompanyName], true));
            assert_eq!(likeness, wanted, "{row:?}");
            assert!(!is_wanted || !one.keys().is_disjoint(&other.keys()), "{row:?}");
        }
    }

    #[test]
    fn a_number_is_the_same_with_its_country_or_without() {
        let likeness = |one: &str, other: &str| {
            let [one, other] = [one, other].map(|number| company(&[("main_tel", number)]));
            assert_eq!(one.keys(), other.keys());
            one.likeness(&other, &BTreeSet::new())
        };
        let same = Some((vec![Alike::SameTelephone], false));
        assert_eq!(likeness("03-0000-1234", "+81 3-0000-1234"), same);
        assert_eq!(likeness("＋８１（０）３ ００００ １２３４", "(03) 0000-1234"), same);
        assert_eq!(likeness("0081-3-0000-1234", "0300001234"), same);
    }

    #[test]
    fn numbers_of_two_countries_are_two() {
        let [one, other] =
            ["+44 20 7946 0123", "020-7946-0123"].map(|number| company(&[("main_tel", number)]));
        assert_eq!(one.likeness(&other, &BTreeSet::new()), None);
    }
}
