//! What is known of each field of a record that is to be changed, without a call.

use std::collections::BTreeMap;

use hotprofile::contract::{Answer, Choice, Field, Kind, Named, names};
use hotprofile::{Entity, Operation, Values, check};
use rusqlite::{Connection, Result};

use super::Shown;
use crate::choices;
use crate::known::{self, Sent};
use crate::outbox::likeness::{fold, is_marked};

/// What is known of every field that the update call takes. A card's company is there by its name
/// where its id is not known.
pub fn fields(
    db: &Connection,
    entity: Entity,
    id: u32,
    listed: &Values,
) -> Result<BTreeMap<String, Shown>> {
    let sent = known::sent_of(db, entity, id)?;
    let record = Record { db, entity, listed, sent };
    let mut fields = BTreeMap::new();
    for (field, _) in entity.record().written(Operation::Update) {
        let shown = match field.key {
            "id" => Shown::Listed { value: id.to_string() },
            _ => record.shown(field)?,
        };
        fields.insert(field.key.to_owned(), shown);
    }
    Ok(fields)
}

/// A record that is to be changed.
struct Record<'a> {
    db: &'a Connection,
    entity: Entity,
    listed: &'a Values,
    /// What this machine sent of it.
    sent: Option<Sent>,
}

impl Record<'_> {
    fn shown(&self, field: &Field) -> Result<Shown> {
        let named = names(self.entity).find(|named| named.id == field.key);
        match (named, field.kind) {
            (Some(named), _) => return self.choice(field, named),
            // Words in place of an id are not published here, and not impossible.
            (None, Kind::Id { of }) if field.answer.is_some() => {
                return self.choice(field, Named { id: field.key, of, name: field.key });
            }
            _ => {}
        }
        if field.answer.is_some() {
            return Ok(Shown::Listed { value: as_sent(field.kind, self.text(field.key)) });
        }
        Ok(match field.key {
            "family_name" | "first_name" => self.part("family_name", "first_name", "name", field),
            "family_name_kana" | "first_name_kana" => {
                self.part("family_name_kana", "first_name_kana", "name_kana", field)
            }
            key => self.unseen(key),
        })
    }

    /// An id, which is listed itself or by its name.
    fn choice(&self, field: &Field, Named { of, name, .. }: Named) -> Result<Shown> {
        let own = self.text(field.key);
        if field.answer == Some(Answer::Integer) {
            // Some systems answer 0 for none.
            let id =
                if own == "0" { Ok(String::new()) } else { check::check_value(field.kind, own) };
            if let Ok(value) = id {
                return Ok(Shown::Listed { value });
            }
        }
        let words = match self.text(name) {
            "" => own,
            words => words,
        };
        if words.is_empty() {
            return Ok(match field.answer {
                Some(_) => Shown::Listed { value: String::new() },
                None if of == Choice::Client => self.unseen(field.key),
                None => Shown::Known { value: String::new() },
            });
        }
        let value = match (of, &self.sent) {
            (Choice::Client, Some(sent)) => sent.company(self.db, self.listed)?,
            (Choice::Client, None) => None,
            _ => self.id_of(field, of, words)?,
        };
        Ok(match value {
            Some(value) => Shown::Known { value },
            None => Shown::Words { text: words.to_owned() },
        })
    }

    /// The id of the choice that is called so, where only one can be it.
    fn id_of(&self, field: &Field, of: Choice, words: &str) -> Result<Option<String>> {
        let ids = choices::named(self.db, of, words)?;
        if let Some(sent) = self.sent(field.key)
            && let Ok(id) = sent.parse::<u32>()
        {
            // Of several of that name this machine knows which one it sent.
            let is_it = ids.contains(&id);
            let is_nameless = choices::name(self.db, of, id)?.is_none_or(|name| name.is_empty());
            if is_it || (is_nameless && matches!(self.unseen(field.key), Shown::Known { .. })) {
                return Ok(Some(id.to_string()));
            }
        }
        Ok(if let [id] = ids.as_slice() { Some(id.to_string()) } else { None })
    }

    /// A part of a name that is listed in one piece. Where the one ends and the other begins no
    /// listing tells, a space between them neither.
    fn part(&self, first: &str, second: &str, whole: &str, field: &Field) -> Shown {
        let listed = fold(self.text(whole));
        if listed.is_empty() {
            return Shown::Known { value: String::new() };
        }
        let (one, other) = (self.sent(first), self.sent(second));
        if one.is_some() || other.is_some() {
            let joined = fold(one.unwrap_or_default()) + &fold(other.unwrap_or_default());
            if joined == listed {
                let value = self.sent(field.key).unwrap_or_default().to_owned();
                return Shown::Known { value };
            }
            if one.is_some() && other.is_some() {
                return Shown::Hidden;
            }
        }
        self.unseen(field.key)
    }

    /// What this machine sent of a field that is not listed, where nobody changed the record since.
    fn unseen(&self, key: &str) -> Shown {
        match self.sent.as_ref().and_then(|sent| sent.unseen(key, self.listed)) {
            Some(value) => Shown::Known { value: value.to_owned() },
            None => Shown::Hidden,
        }
    }

    fn sent(&self, key: &str) -> Option<&str> {
        self.sent.as_ref()?.values.get(key).map(String::as_str)
    }

    fn text(&self, key: &str) -> &str {
        self.listed.get(key).map_or("", |text| text.trim())
    }
}

/// What is listed, as it would be sent; what breaks a rule stays as it is.
fn as_sent(kind: Kind, listed: &str) -> String {
    match kind {
        Kind::Flag => is_marked(listed).to_string(),
        Kind::Day => {
            // A day can come with a time of day.
            let day = listed.split_once([' ', 'T']).map_or(listed, |(day, _)| day);
            check::check_value(kind, day).unwrap_or_else(|_| listed.to_owned())
        }
        _ => check::check_value(kind, listed).unwrap_or_else(|_| listed.to_owned()),
    }
}
