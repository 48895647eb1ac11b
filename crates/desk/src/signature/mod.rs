//! An e-mail signature, read into the fields of a form. What is found is only offered: a person
//! looks at it before anything of it is taken over.
//!
//! [`read`] knows no database and no window. It takes the clear things out first (addresses of
//! mail and web, numbers, postal codes), then what is told by its words (address, company,
//! department, title), and of what is left what can be a name. Where a name without a space ends
//! is not guessed.

mod brackets;
mod contacts;
mod labels;
mod lines;
mod numbers;
mod people;
mod places;
mod segments;
mod words;
mod zip;

use std::collections::BTreeMap;

use hotprofile::contract::{Choice, Kind};
use hotprofile::{Entity, Operation, check};
use rusqlite::Connection;
use serde::Serialize;
use specta::Type;

use crate::choices;
use crate::desk::Desk;
use crate::trouble::Trouble;

/// What a field of the form would take from a signature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct Proposal {
    /// Key of the field; `client_name` is the name of the company, which is chosen by it.
    pub key: String,
    /// As it is to stand in the form.
    pub value: String,
    /// Whether it only keeps what has no field of its own: no part of it is read for certain.
    pub is_rest: bool,
}

/// What was read in a signature.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Found {
    client_name: String,
    department: String,
    post: String,
    family_name: String,
    first_name: String,
    family_name_kana: String,
    first_name_kana: String,
    tel: String,
    extension: String,
    mobile_tel: String,
    fax: String,
    email: String,
    mobile_email: String,
    url: String,
    zip: String,
    pref: String,
    address: String,
    /// What is none of these, in the order of reading.
    rest: Vec<String>,
}

impl Desk {
    /// What a form of this kind would take from a signature, in no order. No call.
    pub async fn read_signature(
        &self,
        entity: Entity,
        text: String,
    ) -> Result<Vec<Proposal>, Trouble> {
        self.remembering.done().await;
        self.read(move |db| Ok(proposals(db, entity, read(&text))?)).await
    }
}

/// Reads a signature.
fn read(text: &str) -> Found {
    let mut found = Found::default();
    let mut lines = lines::of(text);
    for line in &mut lines {
        contacts::take(line, &mut found);
        zip::take(line, &mut found);
        numbers::take(line, &mut found);
    }
    places::take(&mut lines, &mut found);
    let pieces = segments::of(&lines);
    people::take(pieces, &mut found);
    found
}

/// What of it has a field in this kind of record.
fn proposals(db: &Connection, entity: Entity, found: Found) -> rusqlite::Result<Vec<Proposal>> {
    let organization_id = only(db, Choice::Organization, &found.department)?;
    let pref_id = only(db, Choice::Pref, &found.pref)?;
    // Where the prefecture can not be chosen it stays a part of the address.
    let address = match &pref_id {
        Some(_) => found.address.clone(),
        None => format!("{}{}", found.pref, found.address),
    };
    let is_company = entity == Entity::Clients;
    let mut values = BTreeMap::from([
        (if is_company { "name" } else { "client_name" }, found.client_name),
        (if is_company { "main_tel" } else { "tel" }, found.tel),
        ("url", found.url),
        ("zip", found.zip),
        ("pref_id", pref_id.unwrap_or_default()),
        ("address", address),
    ]);
    let mut rest = Vec::new();
    if !is_company {
        let has_post = entity
            .record()
            .field("post")
            .is_some_and(|field| field.write(Operation::Create).is_some());
        if let Some(id) = organization_id {
            values.insert("organization_id", id);
        } else {
            rest.push(found.department);
        }
        if has_post {
            values.insert("post", found.post);
        } else {
            rest.push(found.post);
        }
        values.extend([
            ("family_name", found.family_name),
            ("first_name", found.first_name),
            ("family_name_kana", found.family_name_kana),
            ("first_name_kana", found.first_name_kana),
            ("extension", found.extension),
            ("mobile_tel", found.mobile_tel),
            ("fax", found.fax),
            ("email", found.email),
            ("mobile_email", found.mobile_email),
        ]);
        rest.extend(found.rest);
    }
    rest.retain(|line| !line.is_empty());
    let mut proposals: Vec<Proposal> = values
        .into_iter()
        .filter(|(key, value)| !value.is_empty() && fits(entity, key, value))
        .map(|(key, value)| Proposal { key: key.to_owned(), value, is_rest: false })
        .collect();
    let note = rest.join("\n");
    if !note.is_empty() && fits(entity, "note", &note) {
        proposals.push(Proposal { key: "note".to_owned(), value: note, is_rest: true });
    }
    Ok(proposals)
}

/// The id of the choice that is called so, where only one can be it.
fn only(db: &Connection, of: Choice, name: &str) -> rusqlite::Result<Option<String>> {
    if name.is_empty() {
        return Ok(None);
    }
    let ids = choices::named(db, of, name)?;
    Ok(if let [id] = ids.as_slice() { Some(id.to_string()) } else { None })
}

/// Whether the field would be sent with this: what is too long was no such thing.
fn fits(entity: Entity, key: &str, value: &str) -> bool {
    let kind =
        entity.record().field(key).map_or(Kind::Text { max: 255 }, |field| match field.kind {
            // What only answers carry stands for the company that is chosen by it.
            Kind::Shown => Kind::Text { max: 255 },
            kind => kind,
        });
    check::check_value(kind, value).is_ok()
}

#[cfg(test)]
mod tests;
