//! What a card takes where nothing helps: every text is typed whole, every field is passed. It is
//! reckoned, and in favour of such a form: of an address each character counts as one key, though an
//! input method takes more.

use super::clerk::Counted;
use super::{Card, Company, How, companies};

/// Fields from the company to the address, each of which is left with a key.
const FIELDS: usize = 16;
/// Space and Enter, for a name that is converted.
const CONVERSION: usize = 2;
/// A key that makes katakana of what was typed, and Enter.
const INTO_KATAKANA: usize = 2;
/// A prefecture is chosen by its first letters, with Enter.
const PREFECTURE: usize = 4;
/// For a new company: choosing to register it, its kana's and its short name's field, saving it.
const NEW_COMPANY: usize = 4;
/// For a card of the input method: off for the numbers, on for the next name.
const SWITCHES: usize = 2;

/// The calls that nobody is spared: the company is looked for, the card registered, before it a
/// company that is new. Nobody looks for duplicates.
#[must_use]
pub fn unaided(card: &Card) -> Counted {
    let known = companies().into_iter().find(|company| company.beginning == card.company);
    let people = [card.family_name[0], card.first_name[0]];
    let names: usize = people.map(|name| keys_of_name(card.how, name)).iter().sum();
    let own = keys_of_text(card.mobile_tel) + keys_of_text(card.email);
    let of_company = match (&known, &card.new) {
        (Some(company), _) => keys_of_known(card.how, company),
        (None, Some(new)) => {
            // Its short name is typed too; the town as in the shortest of the addresses.
            let town =
                companies().iter().map(|company| of(company, "address").chars().count()).min();
            let address = town.unwrap_or_default();
            2 * keys_of_company(card.how, card.company)
                + keys_of_text(new.tel)
                + keys_of_text(new.zip)
                + address
        }
        (None, None) => keys_of_company(card.how, card.company),
    };
    let is_new = usize::from(card.new.is_some());
    let is_method = usize::from(card.how == How::Method);
    Counted {
        needed: names + own + of_company + PREFECTURE,
        // One more chooses the company, one saves.
        beyond: FIELDS + 1 + is_new * NEW_COMPANY + is_method * SWITCHES,
        calls: 2 + is_new,
    }
}

fn keys_of_known(how: How, company: &Company) -> usize {
    let shared: usize = company.shared.iter().map(|(_, text)| keys_of_text(text)).sum();
    keys_of_company(how, company.whole) + shared
}

fn keys_of_company(how: How, letters: &str) -> usize {
    letters.chars().count() + if how == How::Method { CONVERSION } else { 0 }
}

/// A name, and its reading typed a second time.
fn keys_of_name(how: How, letters: &str) -> usize {
    let once = letters.chars().count();
    if how == How::Method { 2 * once + CONVERSION + INTO_KATAKANA } else { once }
}

fn keys_of_text(text: &str) -> usize {
    text.chars().count()
}

fn of<'a>(company: &'a Company, key: &str) -> &'a str {
    company.shared.iter().find(|(other, _)| *other == key).map_or("", |(_, text)| text)
}
