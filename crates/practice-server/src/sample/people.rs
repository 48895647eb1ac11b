//! Names of people.

use super::Dice;
use super::words::{FAMILY_NAMES, FOREIGN_PEOPLE, GIVEN_NAMES};

/// A person's name. Some cards give no reading, some no first name.
pub struct Person {
    pub family_name: String,
    pub first_name: String,
    pub family_name_kana: String,
    pub first_name_kana: String,
    /// What stands before the @ of an address.
    pub mailbox: String,
}

/// Four in five Japanese.
pub fn invent(dice: &mut Dice) -> Person {
    let mut person = if dice.once_in(5) { foreign(dice) } else { japanese(dice) };
    if dice.once_in(8) {
        person.family_name_kana.clear();
        person.first_name_kana.clear();
    }
    if dice.once_in(25) {
        person.first_name.clear();
        person.first_name_kana.clear();
    }
    person
}

fn japanese(dice: &mut Dice) -> Person {
    let (family, given) = (dice.one(&FAMILY_NAMES), dice.one(&GIVEN_NAMES));
    Person {
        family_name: family.name.to_owned(),
        first_name: given.name.to_owned(),
        family_name_kana: family.kana.to_owned(),
        first_name_kana: given.kana.to_owned(),
        mailbox: format!("{}.{}", given.roman, family.roman).to_lowercase(),
    }
}

fn foreign(dice: &mut Dice) -> Person {
    let person = dice.one(&FOREIGN_PEOPLE);
    let name = format!("{}.{}", person.given, person.family);
    let ascii: String = name.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '.').collect();
    Person {
        family_name: person.family.to_owned(),
        first_name: person.given.to_owned(),
        family_name_kana: person.family_kana.to_owned(),
        first_name_kana: person.given_kana.to_owned(),
        mailbox: if ascii == "." { "info".to_owned() } else { ascii.to_lowercase() },
    }
}
