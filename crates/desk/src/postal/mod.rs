//! Postal codes and addresses, each from the other, without a network: from Japan Post's list, which
//! the program carries. `cargo xtask postal` makes it anew.
//!
//! Where a prefecture has a field of its own, an address begins with the city; so it does here.
//! A prefecture that this connection knows no number of stands before the city, so that it is not lost.

mod address;
mod list;
mod note;
mod writing;

use hotprofile::contract::Choice;
use rusqlite::Connection;
use serde::Serialize;
use specta::Type;

pub use self::list::{Entry, List, list};
use crate::choices;
use crate::desk::Desk;
use crate::trouble::Trouble;

/// A place that has a postal code, as a form takes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct Place {
    /// The prefecture's number at the service; none where it is not known.
    pub pref_id: Option<u32>,
    /// Its name.
    pub prefecture: String,
    /// The address, as far as the code tells it.
    pub address: String,
}

/// What a postal code says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct PostalPlaces {
    /// The code as it is written; none where the text is no whole one.
    pub zip: Option<String>,
    /// The places that share it; none where the list does not know it.
    pub places: Vec<Place>,
    /// What is the same in all of them. With one place alone, that place.
    pub common: Option<Place>,
    /// Year and month of the list.
    pub list: String,
}

/// A postal code that an address may have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct PostalCode {
    /// The code as it is written.
    pub zip: String,
    /// The place as the list names it.
    pub place: String,
    /// Which part of the place has this code, where others have another; empty for the rest.
    pub part: String,
}

impl Desk {
    /// The places of a postal code.
    pub async fn postal_places(&self, zip: &str) -> Result<PostalPlaces, Trouble> {
        let code = writing::code(zip);
        self.read(move |db| Ok(places(db, code)?)).await
    }

    /// The codes that an address may have. The prefecture is a number or a name, and may be empty.
    pub async fn postal_codes(
        &self,
        pref: &str,
        address: &str,
    ) -> Result<Vec<PostalCode>, Trouble> {
        let (pref, address) = (pref.to_owned(), address.to_owned());
        self.read(move |db| {
            let named = match pref.parse() {
                Ok(id) => choices::name(db, Choice::Pref, id)?.unwrap_or_default(),
                Err(_) => pref,
            };
            Ok(codes(&named, &address))
        })
        .await
    }
}

/// The codes that an address may have; the prefecture's name may be empty.
#[must_use]
pub fn codes(prefecture: &str, address: &str) -> Vec<PostalCode> {
    let mut codes: Vec<PostalCode> = Vec::new();
    for entry in address::entries(prefecture, address) {
        let zip = writing::written(entry.code);
        if codes.iter().all(|code| code.zip != zip) {
            let place = [entry.prefecture, entry.city, entry.town, entry.building].concat();
            codes.push(PostalCode { zip, place, part: entry.note.to_owned() });
        }
    }
    codes
}

fn places(db: &Connection, code: Option<u32>) -> rusqlite::Result<PostalPlaces> {
    let entries: Vec<Entry> = code.into_iter().flat_map(|code| list().entries(code)).collect();
    let mut places: Vec<Place> = Vec::new();
    for entry in &entries {
        let place = place(db, entry.prefecture, entry.city, entry.town)?;
        if !places.contains(&place) {
            places.push(place);
        }
    }
    let common = match (places.as_slice(), entries.first()) {
        ([place], _) => Some(place.clone()),
        (_, Some(first)) if entries.iter().all(|entry| entry.prefecture == first.prefecture) => {
            let same = entries.iter().all(|entry| entry.city == first.city);
            let city = if same { first.city } else { "" };
            Some(place(db, first.prefecture, city, "")?)
        }
        _ => None,
    };
    Ok(PostalPlaces {
        zip: code.map(writing::written),
        places,
        common,
        list: list().date().to_owned(),
    })
}

fn place(db: &Connection, prefecture: &str, city: &str, town: &str) -> rusqlite::Result<Place> {
    let pref_id = pref_id(db, prefecture)?;
    let before = if pref_id.is_some() { "" } else { prefecture };
    let address = [before, city, town].concat();
    Ok(Place { pref_id, prefecture: prefecture.to_owned(), address })
}

/// The one choice of this name, which may have been registered without its last character: 東京.
fn pref_id(db: &Connection, prefecture: &str) -> rusqlite::Result<Option<u32>> {
    for name in [prefecture, writing::short(prefecture)] {
        if let [id] = choices::named(db, Choice::Pref, name)?.as_slice() {
            return Ok(Some(*id));
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests;
