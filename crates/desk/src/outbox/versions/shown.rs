//! What an answer shows of the fields that a change can write.

use hotprofile::contract::{Answer, Kind, WHOLES, shown_as};
use hotprofile::{Entity, Operation, Values};

use crate::outbox::likeness::are_alike;

/// A field of an answer, in two versions.
pub struct Shown {
    /// Key in the answer.
    pub key: &'static str,
    kind: Kind,
    /// The parameters that write it.
    of: Vec<&'static str>,
    /// As it was; empty for nothing.
    pub before: String,
    /// As it is.
    pub now: String,
}

/// The fields of two versions of a record.
pub fn of(entity: Entity, before: &Values, now: &Values) -> Vec<Shown> {
    let of_text = |values: &Values, key| values.get(key).cloned().unwrap_or_default();
    let written = entity.record().written(Operation::Update).into_iter();
    let own = written
        .filter(|(field, _)| field.answer.is_some() && field.key != "id")
        .map(|(field, _)| (field.key, as_answered(field.kind, field.answer), vec![field.key]));
    let stand_ins = stand_ins(entity).into_iter().map(|(key, of)| (key, Kind::Shown, of));
    own.chain(stand_ins)
        .map(|(key, kind, of)| Shown {
            key,
            kind,
            of,
            before: of_text(before, key),
            now: of_text(now, key),
        })
        .flat_map(Shown::in_parts)
        .collect()
}

/// The keys of the answer that hold what is shown under this key.
pub fn answered_as(key: &str) -> impl Iterator<Item = &str> {
    let whole = WHOLES.iter().find(|(_, parts)| parts.contains(&key));
    [key].into_iter().chain(whole.map(|(whole, _)| *whole))
}

/// What is answered under another key than those which write it: names in the place of ids, and
/// names of people in one piece. Who owns a card is written in either of two ways.
fn stand_ins(entity: Entity) -> Vec<(&'static str, Vec<&'static str>)> {
    let mut stand_ins: Vec<(&str, Vec<&str>)> = Vec::new();
    for (field, _) in entity.record().written(Operation::Update) {
        let Some(shown) = shown_as(entity, field.key).filter(|_| field.answer.is_none()) else {
            continue;
        };
        match stand_ins.iter_mut().find(|(key, _)| *key == shown) {
            Some((_, of)) => of.push(field.key),
            None => stand_ins.push((shown, vec![field.key])),
        }
    }
    stand_ins
}

/// Ids that are answered as words are words.
const fn as_answered(kind: Kind, answer: Option<Answer>) -> Kind {
    match (kind, answer) {
        (Kind::Id { .. }, Some(Answer::Integer)) => kind,
        (Kind::Id { .. }, _) => Kind::Shown,
        _ => kind,
    }
}

impl Shown {
    /// Whether this parameter writes it.
    pub fn stands_for(&self, key: &str) -> bool {
        self.of.contains(&key)
    }

    /// Whether it is natural that it changes with this parameter: a place is found by its address.
    pub fn follows(&self, key: &str) -> bool {
        let is_place = matches!(self.key, "latitude" | "longitude");
        self.stands_for(key) || is_place && matches!(key, "zip" | "pref_id" | "address")
    }

    /// Whether people see something else than before.
    pub fn has_moved(&self) -> bool {
        !are_alike(self.kind, &self.before, &self.now)
    }

    /// Whether it shows words in the place of what is written.
    pub fn is_words(&self) -> bool {
        self.kind == Kind::Shown
    }

    /// Whether it shows in words what this parameter writes as an id.
    pub fn names(&self, key: &str) -> bool {
        self.stands_for(key) && WHOLES.iter().all(|(whole, _)| *whole != self.key)
    }

    /// Whether nothing else than this parameter is shown by it.
    pub fn stands_for_nothing_else(&self) -> bool {
        self.of.len() == 1
    }

    /// Whether it now is this, and was not before. Where its writing alone is to be changed, its
    /// widths or spaces, only the very text will do; of words none: two choices may share them.
    pub fn became(&self, ours: &str) -> bool {
        let is_new = !are_alike(self.kind, ours, &self.before);
        let is_exact = ours == self.now && (ours.is_empty() || !self.is_words());
        (is_new || is_exact) && self.is_like(ours)
    }

    /// Whether it now is this, however it is written.
    pub fn is_like(&self, ours: &str) -> bool {
        are_alike(self.kind, ours, &self.now)
    }

    /// A name in its two parts, where the service writes a space between them.
    fn in_parts(self) -> Vec<Self> {
        let (before, now) = (parts(&self.before), parts(&self.now));
        let Some((_, [first, second])) = WHOLES.iter().find(|(key, _)| *key == self.key) else {
            return vec![self];
        };
        if self.of.len() == 1 || before.len().max(now.len()) != 2 {
            return vec![self];
        }
        let part = |number: usize, key| Self {
            key,
            kind: Kind::Text { max: 0 },
            of: vec![key],
            before: before.get(number).copied().unwrap_or_default().to_owned(),
            now: now.get(number).copied().unwrap_or_default().to_owned(),
        };
        vec![part(0, *first), part(1, *second)]
    }
}

fn parts(name: &str) -> Vec<&str> {
    name.split_whitespace().collect()
}
