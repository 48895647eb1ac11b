//! Taking what is new in a form into a record that is registered.

use hotprofile::contract::{Field, Kind};
use hotprofile::{Entity, Operation, Values};
use serde::Serialize;
use specta::Type;
use unicode_normalization::UnicodeNormalization;

use super::known::values;
use crate::find::FoundRecord;
use crate::likeness::employer;
use crate::likeness::person::Person;
use crate::outbox::likeness::{are_alike, fold};
use crate::outbox::record::Form;

/// A registered record, and what a form holds that it does not.
#[derive(Clone, Debug, Serialize, Type)]
pub struct Taken {
    /// The record as the service shows it now.
    pub record: FoundRecord,
    /// What is new, as it would be sent, by key; with a company its `client_id`.
    pub values: Values,
}

/// What was typed that a listed record does not say already. What is written otherwise alone, a
/// name or a number, is not new, and a memo is added to the one that is there.
pub fn new_in(form: &Form, listed: &Values) -> Values {
    let typed = values(form);
    let (ours, theirs) = (Person::of(&typed), Person::of(listed));
    let mut new = Values::new();
    for (field, _) in form.entity.record().written(Operation::Update) {
        let text = text(&typed, field.key);
        if text.is_empty() || field.key == "id" {
            continue;
        }
        let is_known = match field.key {
            "client_id" => is_same_company(&typed, listed),
            "family_name" | "first_name" if form.entity != Entity::Clients => {
                ours.has_name_of(&theirs)
            }
            "family_name_kana" | "first_name_kana" => ours.has_reading_of(&theirs),
            _ => says(field, text, listed),
        };
        if !is_known {
            new.insert(field.key.to_owned(), added(field, text, listed));
        }
    }
    new
}

fn is_same_company(typed: &Values, listed: &Values) -> bool {
    match (text(typed, "client_id"), text(listed, "client_id")) {
        (ours, theirs) if !ours.is_empty() && !theirs.is_empty() => ours == theirs,
        _ => employer(text(typed, "client_name")) == employer(text(listed, "client_name")),
    }
}

/// Whether a listed record says this already.
fn says(field: &Field, ours: &str, listed: &Values) -> bool {
    let theirs = text(listed, field.key);
    match field.key {
        "tel" | "mobile_tel" | "fax" | "main_tel" | "zip" => digits(ours) == digits(theirs),
        // The day of the latest card counts.
        "trade_on" => ours <= theirs.get(..10).unwrap_or(theirs),
        _ if field.kind.is_long() => fold(theirs).contains(&fold(ours)),
        _ => are_alike(field.kind, ours, theirs),
    }
}

/// The text as it is to stand: what a memo says already stays in it.
fn added(field: &Field, ours: &str, listed: &Values) -> String {
    let is_text = matches!(field.kind, Kind::Text { .. });
    match text(listed, field.key) {
        theirs if is_text && field.kind.is_long() && !theirs.is_empty() => {
            format!("{theirs}\n{ours}")
        }
        _ => ours.to_owned(),
    }
}

fn digits(text: &str) -> String {
    text.nfkc().filter(|c| c.is_ascii_digit() || *c == '+').collect()
}

fn text<'a>(values: &'a Values, key: &str) -> &'a str {
    values.get(key).map_or("", |text| text.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(pairs: &[(&str, &str)]) -> Values {
        pairs.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect()
    }

    fn new(typed: &[(&str, &str)], client_name: &str, listed: &[(&str, &str)]) -> Values {
        let form = Form {
            entity: Entity::BusinessCards,
            values: of(typed),
            client_name: Some(client_name.to_owned()),
            needs: None,
            change: None,
        };
        new_in(&form, &of(listed))
    }

    const LISTED: [(&str, &str); 7] = [
        ("name", "髙橋 一郎"),
        ("name_kana", "タカハシ イチロウ"),
        ("client_name", "株式会社青空"),
        ("tel", "0300001234"),
        ("email", "ichiro@aozora.example"),
        ("trade_on", "2026/11/20"),
        ("note", "展示会で挨拶。"),
    ];

    #[test]
    fn what_is_only_written_otherwise_is_not_new() {
        let typed = [
            ("client_id", "7"),
            ("family_name", "高橋"),
            ("first_name", "一郎"),
            ("family_name_kana", "ﾀｶﾊｼ"),
            ("first_name_kana", "イチロウ"),
            ("tel", "03-0000-1234"),
            ("email", "ichiro@aozora.example"),
            ("trade_on", "2026/11/19"),
            ("note", "展示会で挨拶。"),
        ];
        assert_eq!(new(&typed, "㈱青空", &LISTED), Values::new());
    }

    #[test]
    fn what_differs_or_is_not_there_is_new_and_a_memo_is_added() {
        let typed = [
            ("client_id", "8"),
            ("family_name", "高橋"),
            ("first_name", "一郎"),
            ("tel", "03-0000-9999"),
            ("mobile_tel", "090-0000-1234"),
            ("trade_on", "2026/11/23"),
            ("note", "異動とのこと。"),
            ("direct_note", "折り返し待ち"),
        ];
        let wanted = [
            ("client_id", "8"),
            ("tel", "03-0000-9999"),
            ("mobile_tel", "090-0000-1234"),
            ("trade_on", "2026/11/23"),
            ("note", "展示会で挨拶。\n異動とのこと。"),
            ("direct_note", "折り返し待ち"),
        ];
        assert_eq!(new(&typed, "株式会社青葉", &LISTED), of(&wanted));
    }

    #[test]
    fn another_name_is_new_as_a_whole() {
        let typed = [("family_name", "鈴木"), ("first_name", "一郎")];
        assert_eq!(new(&typed, "株式会社青空", &LISTED), of(&typed));
    }
}
