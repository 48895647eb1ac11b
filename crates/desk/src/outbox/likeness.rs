//! Whether a record that the service lists is the one whose answer was lost.
//!
//! Compared is what the service both takes and answers. Widths, spaces and dashes are folded on
//! both sides, because the service may write them its own way; letters keep their case.

use hotprofile::contract::{Answer, Field, Kind};
use hotprofile::{Entity, ListedRecord, Operation, Values, check};
use unicode_normalization::UnicodeNormalization;

use super::record::Record;

/// How like two records are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Likeness {
    /// Every comparable field agrees.
    Same,
    /// The name agrees, another field does not.
    Alike,
    /// Not even the name agrees.
    Other,
}

/// How like a listed record is to one of the outbox.
#[must_use]
pub fn likeness(ours: &Record, listed: &ListedRecord) -> Likeness {
    let theirs = &listed.fields;
    let name = name(ours.entity, &ours.values);
    if name != listed_name(theirs) {
        return Likeness::Other;
    }
    let written = ours.entity.record().written(Operation::Create);
    let agree = written
        .iter()
        .all(|(field, _)| agrees(field, text(&ours.values, field.key), text(theirs, field.key)));
    if agree && kana_agrees(ours, theirs) && company_agrees(ours, theirs) {
        Likeness::Same
    } else {
        Likeness::Alike
    }
}

/// A text for comparing alone: widths, spaces and dashes make no difference.
#[must_use]
pub fn fold(text: &str) -> String {
    text.nfkc()
        .filter(|c| !c.is_whitespace() && !matches!(c, '\u{200b}' | '\u{feff}'))
        .map(|c| {
            if matches!(c, '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | 'ー') {
                '-'
            } else {
                c
            }
        })
        .collect()
}

/// The name that people know it by, folded. Cards answer it in one piece.
fn name(entity: Entity, values: &Values) -> String {
    match entity {
        Entity::Clients => fold(text(values, "name")),
        Entity::BusinessCards | Entity::Leads => joined(values, "family_name", "first_name"),
    }
}

fn listed_name(fields: &Values) -> String {
    match text(fields, "name") {
        "" => joined(fields, "family_name", "first_name"),
        name => fold(name),
    }
}

/// Of people the kana are answered in one piece; a company's are a field like others.
fn kana_agrees(ours: &Record, theirs: &Values) -> bool {
    ours.entity == Entity::Clients
        || joined(&ours.values, "family_name_kana", "first_name_kana")
            == fold(text(theirs, "name_kana"))
}

/// The answer names the company where the call took its id.
fn company_agrees(ours: &Record, theirs: &Values) -> bool {
    ours.client_name.as_ref().is_none_or(|name| fold(name) == fold(text(theirs, "client_name")))
}

/// Whether a field agrees, or can not tell.
fn agrees(field: &Field, ours: &str, theirs: &str) -> bool {
    let Some(answer) = field.answer else { return true };
    match field.kind {
        Kind::Text { .. } | Kind::Digits { .. } | Kind::Shown => {
            are_alike(field.kind, ours, theirs)
        }
        // What was left empty the service may fill: a default choice, a place found by the address.
        _ if ours.is_empty() => true,
        // Some ids are answered as the words that they stand for.
        Kind::Id { .. } if answer != Answer::Integer => true,
        kind => are_alike(kind, ours, theirs),
    }
}

/// Whether two texts of a field say the same, whoever wrote them.
#[must_use]
pub fn are_alike(kind: Kind, one: &str, other: &str) -> bool {
    let as_sent = |text| check::check_value(kind, text);
    match kind {
        Kind::Flag => is_marked(one) == is_marked(other),
        Kind::Degrees if let (Ok(one), Ok(other)) = (one.parse::<f64>(), other.parse::<f64>()) => {
            // A ten-millionth of a degree is a centimetre.
            (one - other).abs() < 1e-7
        }
        Kind::Day | Kind::Moment if let (Ok(one), Ok(other)) = (as_sent(one), as_sent(other)) => {
            one == other
        }
        _ => fold(one) == fold(other),
    }
}

/// Whether a flag is set: typed as `true`, or answered as some mark other than `ー`.
#[must_use]
pub fn is_marked(text: &str) -> bool {
    !matches!(fold(text).as_str(), "" | "-" | "0" | "false")
}

/// The same fields, with every flag as it is typed: `true` or `false`.
#[must_use]
pub fn as_flags(entity: Entity, mut fields: Values) -> Values {
    for (key, text) in &mut fields {
        *text = as_flag(entity, key, text);
    }
    fields
}

/// The text of a field; of a flag as it is typed.
#[must_use]
pub fn as_flag(entity: Entity, key: &str, text: &str) -> String {
    match entity.record().field(key).map(|field| field.kind) {
        Some(Kind::Flag) => is_marked(text).to_string(),
        _ => text.to_owned(),
    }
}

fn joined(values: &Values, first: &str, second: &str) -> String {
    fold(text(values, first)) + &fold(text(values, second))
}

fn text<'a>(values: &'a Values, key: &str) -> &'a str {
    values.get(key).map_or("", String::as_str)
}

#[cfg(test)]
mod tests;
