//! What a parameter may be, and what an answer holds.

use hotprofile::contract::{Answer, Choice, Field, Kind, Matching, Record};
use utoipa::openapi::schema::{
    ArrayBuilder, KnownFormat, ObjectBuilder, Schema, SchemaFormat, SchemaType, Type,
};

/// What may be written into a field.
pub fn kind(kind: Kind) -> Schema {
    match kind {
        Kind::Text { max } => text().max_length(Some(max.into())).into(),
        Kind::Shown => text().into(),
        Kind::Digits { max } => digits().max_length(Some(max.into())).into(),
        Kind::Degrees => degrees(),
        Kind::Id { of } => count().description(Some(format!("id of {of:?}"))).into(),
        Kind::OneOf { values } => one_of(values.iter().copied().map(i32::from)),
        Kind::Day => described_text("yyyy/mm/dd"),
        Kind::Moment => described_text("yyyy/mm/dd HH:MM:SS"),
        Kind::Flag => boolean(),
    }
}

/// What may be searched for.
pub fn matching(matching: Matching) -> Schema {
    match matching {
        Matching::Partial | Matching::PartialNumber => described_text("occurs in the field"),
        Matching::PartialSecondLanguage => {
            described_text("occurs in the field; where the second language is switched on")
        }
        Matching::Words => described_text("several words, all of them found in the record"),
        Matching::AnyOf => described_text("several ids with commas between them, any of them"),
        Matching::Exact => count().into(),
        Matching::FromId => count().description(Some("id at least this")).into(),
        Matching::ToId => count().description(Some("id at most this")).into(),
        Matching::FromDay => described_text("on or after this day, yyyy/mm/dd"),
        Matching::ToDay => described_text("on or before this day, yyyy/mm/dd"),
        Matching::FromMoment => described_text("at or after this moment, yyyy/mm/dd HH:MM:SS"),
        Matching::ToMoment => described_text("at or before this moment, yyyy/mm/dd HH:MM:SS"),
        Matching::FromDegrees | Matching::ToDegrees => degrees(),
        Matching::Flag => one_of([0, 1]),
        Matching::Status => one_of([1, 2]),
    }
}

/// The answer of a call that writes.
pub fn id() -> Schema {
    ObjectBuilder::new().property("id", int32()).required("id").into()
}

/// The answer of a call that lists.
pub fn page(record: &'static Record) -> Schema {
    let mut listed = ObjectBuilder::new();
    for (field, answer) in record.fields.iter().filter_map(|field| Some((field, field.answer?))) {
        listed = listed.property(field.key, answered(field, answer)).required(field.key);
    }
    let mut pages = ObjectBuilder::new();
    for counter in ["total_count", "total_number", "current_number", "display_number"] {
        pages = pages.property(counter, int32()).required(counter);
    }
    ObjectBuilder::new()
        .property(record.key, ArrayBuilder::new().items(listed))
        .property("pages", pages)
        .required(record.key)
        .required("pages")
        .into()
}

/// What was seen where it differs from the published type, else that type. Any of them may be
/// null, but for a flag.
fn answered(field: &Field, answer: Answer) -> Schema {
    match (answer, field.kind) {
        (Answer::Text, Kind::Flag) => one_text_of(["○", "ー"]),
        // A company may be in several industries.
        (Answer::Text, Kind::Id { of: Choice::BusinessCategory }) | (Answer::Texts, _) => {
            list(text())
        }
        (Answer::Text, _) => nullable(Type::String).into(),
        // A number that is only shown has 13 digits.
        (Answer::Integer, Kind::Shown) => {
            formatted(nullable(Type::Integer), KnownFormat::Int64).into()
        }
        (Answer::Integer, _) => formatted(nullable(Type::Integer), KnownFormat::Int32).into(),
        (Answer::Integers, _) => list(int32()),
        (Answer::Items, _) => list(item()),
    }
}

/// A customer's own item.
fn item() -> ObjectBuilder {
    ObjectBuilder::new()
        .property("label", text())
        .property("value", nullable(Type::String))
        .required("label")
        .required("value")
}

pub fn text() -> ObjectBuilder {
    ObjectBuilder::new().schema_type(Type::String)
}

pub fn boolean() -> Schema {
    ObjectBuilder::new().schema_type(Type::Boolean).into()
}

/// A whole number from 1.
pub fn count() -> ObjectBuilder {
    ObjectBuilder::new().schema_type(Type::Integer).minimum(Some(1))
}

pub fn one_of(numbers: impl IntoIterator<Item = i32>) -> Schema {
    ObjectBuilder::new().schema_type(Type::Integer).enum_values(Some(numbers)).into()
}

pub fn one_text_of(texts: impl IntoIterator<Item = &'static str>) -> Schema {
    text().enum_values(Some(texts)).into()
}

fn described_text(description: &str) -> Schema {
    text().description(Some(description)).into()
}

fn digits() -> ObjectBuilder {
    text().pattern(Some("^[0-9]*$"))
}

/// Published as an integer; a text, so that its digits arrive as they are.
fn degrees() -> Schema {
    let rule = "decimal degrees, at most 3 digits before and 14 after the point";
    text().pattern(Some(r"^-?[0-9]{1,3}(\.[0-9]{1,14})?$")).description(Some(rule)).into()
}

fn int32() -> ObjectBuilder {
    formatted(ObjectBuilder::new().schema_type(Type::Integer), KnownFormat::Int32)
}

fn formatted(number: ObjectBuilder, format: KnownFormat) -> ObjectBuilder {
    number.format(Some(SchemaFormat::KnownFormat(format)))
}

fn nullable(of: Type) -> ObjectBuilder {
    ObjectBuilder::new().schema_type(SchemaType::Array(vec![of, Type::Null]))
}

fn list(of: ObjectBuilder) -> Schema {
    let kinds = SchemaType::Array(vec![Type::Array, Type::Null]);
    ArrayBuilder::new().schema_type(kinds).items(of).into()
}
