//! The versions of a registered record: as it was when its change was made, as it is wanted, and
//! as the service shows it now. Whether others changed it in between, and whether a change has
//! arrived, is told by these alone.
//!
//! Compared is what a change can write and an answer shows, under the field's own key or, as the
//! names of cards and what stands behind most ids, under another one. The moment of the latest
//! change is not: where it alone differs, nobody sees what else could.

mod shown;

use hotprofile::contract::Kind;
use hotprofile::{Entity, Values, check};

use self::shown::Shown;
use super::likeness::{fold, is_marked};
use super::record::{Alteration, Change, Difference, Record};
use super::state::Reading;

/// What is to be changed: the values without those that the service shows just so, and without what
/// the call needs beside them.
#[must_use]
pub fn wanted(record: &Record, change: &Change) -> Values {
    let mut wanted = record.values.clone();
    wanted.remove("id");
    if !is_another_company(record, change) {
        wanted.remove("client_id");
    }
    let record = record.entity.record();
    wanted.retain(|key, value| {
        let listed = text(&change.listed, key);
        let field = record.field(key).filter(|field| field.answer.is_some());
        field.is_none_or(|field| match field.kind {
            Kind::Flag => is_marked(value) != is_marked(listed),
            kind => {
                let as_sent =
                    |text: &str| check::check_value(kind, text).unwrap_or_else(|_| text.to_owned());
                as_sent(value) != as_sent(listed)
            }
        })
    });
    wanted
}

/// Whether the record goes to another company. Leads are answered with its id, cards with its name;
/// of those the id is there where this machine knows it.
#[must_use]
pub fn is_another_company(record: &Record, change: &Change) -> bool {
    match (record.values.get("client_id"), change.listed.get("client_id")) {
        _ if record.needs.is_some() => true,
        (Some(ours), Some(listed)) => ours != listed,
        _ => {
            let listed = text(&change.listed, "client_name");
            record.client_name.as_ref().is_some_and(|name| fold(name) != fold(listed))
        }
    }
}

/// What the record that a change is for shows now, under this id. `words` are those that are known
/// to stand for an id that the change sends, by the id's key, and for no other.
#[must_use]
pub fn read(ours: &Record, change: &Change, id: u32, theirs: &Values, words: Values) -> Reading {
    let versions = Versions::new(ours, change, theirs, words);
    if versions.is_ours() {
        Reading::Ours { id, alterations: versions.alterations() }
    } else if versions.is_others() {
        Reading::Theirs { differences: versions.differences() }
    } else {
        Reading::Unchanged
    }
}

/// What is not as it should be after the change: what changed beside it, and what was sent and is
/// something else.
#[must_use]
pub fn alterations(ours: &Record, change: &Change, after: &Values) -> Vec<Alteration> {
    // Of words that are only thought to be an id's, none is missed.
    Versions::new(ours, change, after, Values::new()).alterations()
}

/// Whether people see the same in both.
#[must_use]
pub fn are_same(entity: Entity, one: &Values, other: &Values) -> bool {
    shown::of(entity, one, other).iter().all(|shown| !shown.has_moved())
}

/// The version after a change, with everything that it did not mean to alter as it was before:
/// whoever wants that changed has not seen its new value.
#[must_use]
pub fn moved_on(before: &Values, after: &Values, alterations: &[Alteration]) -> Values {
    let mut moved = after.clone();
    for key in alterations.iter().flat_map(|alteration| shown::answered_as(&alteration.key)) {
        match before.get(key) {
            Some(text) => moved.insert(key.to_owned(), text.clone()),
            None => moved.remove(key),
        };
    }
    moved
}

struct Versions {
    ours: Values,
    words: Values,
    shown: Vec<Shown>,
}

impl Versions {
    fn new(record: &Record, change: &Change, theirs: &Values, mut words: Values) -> Self {
        if let Some(name) = &record.client_name {
            words.insert("client_id".to_owned(), name.clone());
        }
        Self {
            ours: wanted(record, change),
            words,
            shown: shown::of(record.entity, &change.listed, theirs),
        }
    }

    /// Everything that is wanted can be seen, and is there.
    fn is_ours(&self) -> bool {
        self.ours.keys().all(|key| {
            let mut shown = self.shown.iter().filter(|shown| shown.stands_for(key));
            shown.next().is_some_and(|shown| self.shows(shown, key))
        })
    }

    fn is_others(&self) -> bool {
        self.shown.iter().any(|shown| {
            let mut wanted = self.ours.keys().filter(|key| shown.stands_for(key)).peekable();
            let is_ours = wanted.peek().is_some() && wanted.all(|key| self.shows(shown, key));
            shown.has_moved() && !is_ours
        })
    }

    /// Whether the service's version has the value that is wanted; false where that can not be told.
    fn shows(&self, shown: &Shown, key: &str) -> bool {
        self.ours_as_shown(shown, key).is_some_and(|ours| shown.became(ours))
    }

    /// The value that is wanted, as the answer would show it; none where that is not known.
    fn ours_as_shown(&self, shown: &Shown, key: &str) -> Option<&str> {
        match text(&self.ours, key) {
            "" if shown.is_words() => shown.stands_for_nothing_else().then_some(""),
            _ if shown.is_words() => self.words.get(key).map(String::as_str),
            ours => Some(ours),
        }
    }

    fn differences(&self) -> Vec<Difference> {
        let shown = self.shown.iter().filter_map(|shown| {
            let ours = self.ours.get(shown.key).cloned();
            (shown.has_moved() || ours.is_some()).then(|| Difference {
                key: shown.key.to_owned(),
                opened: shown.before.clone(),
                ours,
                theirs: shown.now.clone(),
            })
        });
        let unseen = |key: &str| self.shown.iter().all(|shown| shown.key != key);
        let hidden = self.ours.iter().filter(|(key, _)| unseen(key)).map(|(key, ours)| {
            let shown = self.shown.iter().find(|shown| shown.names(key) && !shown.has_moved());
            let (opened, theirs) =
                shown.map_or(("", ""), |shown| (shown.before.as_str(), shown.now.as_str()));
            Difference {
                key: key.clone(),
                opened: opened.to_owned(),
                ours: Some(ours.clone()),
                theirs: theirs.to_owned(),
            }
        });
        shown.chain(hidden).collect()
    }

    fn alterations(&self) -> Vec<Alteration> {
        let alteration = |shown: &Shown, before: &str| Alteration {
            key: shown.key.to_owned(),
            before: before.to_owned(),
            after: shown.now.clone(),
        };
        self.shown
            .iter()
            .filter_map(|shown| {
                let mut sent = self.ours.keys().filter(|key| shown.follows(key)).peekable();
                if sent.peek().is_none() {
                    return shown.has_moved().then(|| alteration(shown, &shown.before));
                }
                sent.filter(|key| shown.stands_for(key))
                    .filter_map(|key| self.ours_as_shown(shown, key))
                    .find(|ours| !shown.is_like(ours))
                    .map(|ours| alteration(shown, ours))
            })
            .collect()
    }
}

fn text<'a>(values: &'a Values, key: &str) -> &'a str {
    values.get(key).map_or("", String::as_str)
}

#[cfg(test)]
mod tests;
