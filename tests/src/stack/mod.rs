//! A stack of cards, and the companies that the service knows beforehand.

pub mod clerk;
pub mod unaided;

use hotprofile::{Entity, Operation};

use crate::service::Service;

/// How the letters of a card become its texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// As they stand on the keys.
    Keys,
    /// Names through the input method, numbers and addresses without it.
    Method,
}

/// A card.
#[derive(Clone, Debug)]
pub struct Card {
    /// How it is typed.
    pub how: How,
    /// The company: a beginning of its name, or the whole name of a new one.
    pub company: &'static str,
    /// The family name, and its reading where it has one.
    pub family_name: [&'static str; 2],
    /// The first name, and its reading where it has one.
    pub first_name: [&'static str; 2],
    /// The mobile number.
    pub mobile_tel: &'static str,
    /// The mail address.
    pub email: &'static str,
    /// What only a new company's card has to be asked for.
    pub new: Option<NewCompany>,
}

/// What a card tells of a company that nobody knows yet.
#[derive(Clone, Debug)]
pub struct NewCompany {
    /// The telephone number.
    pub tel: &'static str,
    /// The postal code.
    pub zip: &'static str,
    /// What follows the town that the code stands for.
    pub rest: &'static str,
}

/// A company that the service knows.
#[derive(Clone, Debug)]
pub struct Company {
    /// Its name.
    pub name: &'static str,
    /// Its reading.
    pub name_kana: &'static str,
    /// The letters for the whole name.
    pub whole: &'static str,
    /// The beginning that cards have of it.
    pub beginning: &'static str,
    /// By key: what a card of this company shares with the others.
    pub shared: [(&'static str, &'static str); 4],
}

/// The stack, from top to bottom.
#[must_use]
pub fn cards() -> Vec<Card> {
    rows(include_str!("cards.txt")).map(|row| card(&row)).collect()
}

/// The companies that are known.
#[must_use]
pub fn companies() -> Vec<Company> {
    rows(include_str!("companies.txt")).map(|row| company(&row)).collect()
}

/// A colleague has registered the companies at the service.
pub fn register_companies(service: &Service) {
    for company in companies() {
        let mut values = vec![
            ("name", company.name),
            ("name_disp", company.name),
            ("name_kana", company.name_kana),
        ];
        values.extend(company.shared);
        service.colleague(Entity::Clients, Operation::Create, &values);
    }
}

fn card(row: &[&'static str]) -> Card {
    let [how, company, family, family_kana, first, first_kana, mobile_tel, email, new @ ..] = row
    else {
        panic!("a card: {row:?}");
    };
    let new = match new {
        [tel, zip, rest] => Some(NewCompany { tel, zip, rest }),
        _ => None,
    };
    Card {
        how: if *how == "method" { How::Method } else { How::Keys },
        company,
        family_name: [family, family_kana],
        first_name: [first, first_kana],
        mobile_tel,
        email,
        new,
    }
}

fn company(row: &[&'static str]) -> Company {
    let [name, name_kana, whole, beginning, tel, zip, address, url] = row else {
        panic!("a company: {row:?}");
    };
    let shared = [("main_tel", *tel), ("zip", *zip), ("address", *address), ("url", *url)];
    Company { name, name_kana, whole, beginning, shared }
}

fn rows(text: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    text.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('|').collect())
}
