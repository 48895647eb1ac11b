//! A record as it is compared with others of its kind.

use std::collections::BTreeSet;

use hotprofile::{Entity, Values};

use super::company::Company;
use crate::likeness::Alike;
use crate::likeness::person::{Likeness, Person};

/// A record as it is compared.
pub enum One {
    /// Of a card or a lead.
    Person(Box<Person>),
    /// A company.
    Company(Company),
}

impl One {
    /// What is compared of these values, typed or listed.
    pub fn of(entity: Entity, values: &Values) -> Self {
        match entity {
            Entity::Clients => Self::Company(Company::of(values)),
            Entity::BusinessCards | Entity::Leads => Self::Person(Box::new(Person::of(values))),
        }
    }

    /// What it is found by.
    pub fn keys(&self) -> BTreeSet<String> {
        match self {
            Self::Person(person) => person.keys(),
            Self::Company(company) => company.keys(),
        }
    }

    /// Why the other may be the same, and whether that is nearly certain.
    pub fn likeness(&self, other: &Self, shared: &BTreeSet<String>) -> Option<(Vec<Alike>, bool)> {
        match (self, other) {
            (Self::Person(one), Self::Person(other)) => {
                let Likeness { reasons, certain } = one.likeness(other, shared)?;
                Some((reasons, certain))
            }
            (Self::Company(one), Self::Company(other)) => {
                let reasons = one.reasons(other);
                let certain = reasons.contains(&Alike::SameCompanyName);
                (!reasons.is_empty()).then_some((reasons, certain))
            }
            _ => None,
        }
    }

    /// The person, where it is one.
    pub fn person(&self) -> Option<&Person> {
        match self {
            Self::Person(person) => Some(person),
            Self::Company(_) => None,
        }
    }
}
