//! Whether two records are of the same person.

mod address;

use std::collections::BTreeSet;

use hotprofile::Values;
use unicode_normalization::UnicodeNormalization;

use self::address::own_email;
use super::number::dialled;
use super::{Alike, company, letters};

/// How like two people are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Likeness {
    /// What is alike; never empty.
    pub reasons: Vec<Alike>,
    /// Nearly certain: worth a question before it is registered a second time.
    pub certain: bool,
}

/// A person as two of them are compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    name: Name,
    reading: Name,
    company: company::Name,
    /// The service's number of the company; empty where it is not known.
    company_id: String,
    emails: BTreeSet<String>,
    mobiles: BTreeSet<String>,
}

/// A name in the forms in which two are compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Name {
    /// As it is written, widths and spaces aside.
    written: String,
    /// Folded, in the order of writing.
    plain: String,
    /// Folded, the other way round.
    swapped: String,
    /// Folded, its words sorted.
    sorted: String,
    /// Its words, folded.
    parts: Vec<String>,
}

/// How two names stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Relation {
    Same,
    WrittenDifferently,
    Swapped,
    /// A part of it is the same, or one of them is not known.
    Open,
    Different,
}

impl Person {
    /// The person of a card or a lead, as it is typed or as it is listed.
    #[must_use]
    pub fn of(values: &Values) -> Self {
        let text = |key: &str| values.get(key).map_or("", |text| text.trim());
        let name = |family: &str, first: &str, whole: &str| match text(family) {
            "" => Name::of(text(whole).split_whitespace()),
            family => Name::of([family, text(first)].into_iter()),
        };
        Self {
            name: name("family_name", "first_name", "name"),
            reading: name("family_name_kana", "first_name_kana", "name_kana"),
            company: company::Name::of(text("client_name")),
            company_id: text("client_id").to_owned(),
            emails: ["email", "mobile_email"]
                .iter()
                .filter_map(|key| own_email(text(key)))
                .collect(),
            // A telephone of a company is its colleagues' too, unless it is a mobile by its number.
            mobiles: mobile(text("mobile_tel"))
                .into_iter()
                .chain(mobile(text("tel")).filter(|number| number.starts_with('0')))
                .collect(),
        }
    }

    /// Texts of which two records of one person share at least one, with the names of several
    /// others behind each at most: what a record is found by.
    #[must_use]
    pub fn keys(&self) -> BTreeSet<String> {
        let mut keys = self.contacts();
        let company = self.company.core();
        if !company.is_empty() {
            for (kind, name) in [("name", &self.name), ("reading", &self.reading)] {
                let forms = [&name.plain, &name.swapped, &name.sorted];
                let filled = forms.into_iter().filter(|form| !form.is_empty());
                keys.extend(filled.map(|form| format!("{kind} {form} {company}")));
            }
        }
        keys
    }

    /// The addresses and numbers that it can be found by, as keys.
    #[must_use]
    pub fn contacts(&self) -> BTreeSet<String> {
        let emails = self.emails.iter().map(|email| format!("email {email}"));
        emails.chain(self.mobiles.iter().map(|mobile| format!("mobile {mobile}"))).collect()
    }

    /// Whether both have full names, and they are not the same by any reading.
    #[must_use]
    pub fn is_someone_else(&self, other: &Self) -> bool {
        self.name.relation(&other.name) == Relation::Different
            && self.reading.relation(&other.reading) != Relation::Same
    }

    /// Whether both are called the same, however that is written.
    #[must_use]
    pub fn has_name_of(&self, other: &Self) -> bool {
        self.name.relation(&other.name).is_one()
    }

    /// Whether the names of both are read the same.
    #[must_use]
    pub fn has_reading_of(&self, other: &Self) -> bool {
        self.reading.relation(&other.reading).is_one()
    }

    /// How like another person is. `shared` are the [contacts](Self::contacts) that are known with
    /// several names: they tell of nobody.
    #[must_use]
    pub fn likeness(&self, other: &Self, shared: &BTreeSet<String>) -> Option<Likeness> {
        let name = self.name.relation(&other.name);
        let reading = self.reading.relation(&other.reading);
        let is_at_same = self.company.is_like(&other.company);
        let mut reasons = Vec::new();

        let same = |kind: &str| {
            let (ours, theirs) = (self.contacts(), other.contacts());
            let mut both = ours.intersection(&theirs);
            both.any(|contact| contact.starts_with(kind) && !shared.contains(contact))
        };
        reasons.extend(same("email ").then_some(Alike::SameEmail));
        reasons.extend(same("mobile ").then_some(Alike::SameMobile));
        let is_reachable = !reasons.is_empty();
        if is_at_same {
            reasons.extend(match name {
                Relation::Same => Some(Alike::SameName),
                Relation::WrittenDifferently => Some(Alike::WrittenDifferently),
                Relation::Swapped => Some(Alike::SwappedNames),
                _ if reading.is_one() => Some(Alike::SameReading),
                _ => None,
            });
        } else if is_reachable && self.is_elsewhere(other) {
            reasons.push(Alike::OtherCompany);
        }
        if reasons.is_empty() {
            return None;
        }
        let is_same_name = is_at_same
            && !self.has_other_number(other)
            && name.is_one()
            && (self.name.is_full() || other.name.is_full())
            && !self.reading.contradicts(&other.reading);
        let is_same_person = is_reachable && (name != Relation::Different || reading.is_one());
        Some(Likeness { reasons, certain: is_same_name || is_same_person })
    }

    /// Whether the companies of both are known, and called otherwise.
    fn is_elsewhere(&self, other: &Self) -> bool {
        let is_known = |person: &Self| !person.company.core().is_empty();
        is_known(self) && is_known(other) && !self.company.is_like(&other.company)
    }

    /// Whether their companies have two numbers: two companies of one name, or one that was
    /// registered twice.
    fn has_other_number(&self, other: &Self) -> bool {
        let (ours, theirs) = (&self.company_id, &other.company_id);
        !ours.is_empty() && !theirs.is_empty() && ours != theirs
    }
}

impl Name {
    fn of<'a>(words: impl Iterator<Item = &'a str>) -> Self {
        let written: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
        let parts: Vec<String> = written
            .iter()
            .map(|word| letters::fold(word))
            .filter(|part| !part.is_empty())
            .collect();
        let mut words: Vec<String> =
            written.iter().flat_map(|part| part.split_whitespace()).map(letters::fold).collect();
        words.sort_unstable();
        let plain = parts.concat();
        let swapped = match parts.split_last() {
            Some((last, rest)) => last.clone() + &rest.concat(),
            None => String::new(),
        };
        let written: String = written.concat().nfkc().filter(|c| !c.is_whitespace()).collect();
        Self { written, plain, swapped, sorted: words.concat(), parts }
    }

    fn relation(&self, other: &Self) -> Relation {
        if self.plain.is_empty() || other.plain.is_empty() {
            return Relation::Open;
        }
        if self.plain == other.plain {
            let is_same = self.written == other.written;
            return if is_same { Relation::Same } else { Relation::WrittenDifferently };
        }
        let is_swapped = self.plain == other.swapped
            || self.swapped == other.plain
            || self.sorted == other.sorted;
        if is_swapped {
            return Relation::Swapped;
        }
        let shares = self.parts.iter().any(|part| other.parts.contains(part));
        if shares { Relation::Open } else { Relation::Different }
    }

    /// Whether it is more than a family name, as far as that can be seen.
    fn is_full(&self) -> bool {
        self.parts.len() > 1 || self.plain.chars().count() > 3
    }

    /// Whether the readings are of two different names, more than by a voiced or a long sound.
    fn contradicts(&self, other: &Self) -> bool {
        !self.relation(other).is_one()
            && !self.plain.is_empty()
            && !other.plain.is_empty()
            && letters::base_of_reading(&self.plain) != letters::base_of_reading(&other.plain)
    }
}

impl Relation {
    const fn is_one(self) -> bool {
        matches!(self, Self::Same | Self::WrittenDifferently | Self::Swapped)
    }
}

/// A mobile number for comparing: one of Japan as it is dialled, another one with its country where
/// that can be told. None for other numbers of Japan, which colleagues share.
fn mobile(text: &str) -> Option<String> {
    let number = dialled(text);
    if number.starts_with('0') {
        return is_of_japan(&number, text).then_some(number);
    }
    let abroad = number.trim_start_matches('+');
    (9..=15).contains(&abroad.len()).then(|| with_its_country(abroad))
}

fn is_of_japan(number: &str, text: &str) -> bool {
    number.len() == 11
        && ["06", "07", "08", "09"].iter().any(|start| number.starts_with(start))
        // 0800-000-0000 is free to call; 080-0000-0000 is a mobile.
        && !text.nfkc().collect::<String>().trim_start().starts_with("0800")
}

/// The mobiles of Russia and of Kazakhstan are dialled behind an 8 there, and behind +7 elsewhere.
/// No other country has numbers of this length that begin so.
fn with_its_country(number: &str) -> String {
    match number.strip_prefix('8') {
        Some(rest) if rest.len() == 10 && rest.starts_with(['7', '9']) => format!("7{rest}"),
        _ => number.to_owned(),
    }
}

#[cfg(test)]
mod tests;
