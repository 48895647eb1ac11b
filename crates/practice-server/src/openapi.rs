//! The description of the service in OpenAPI, made from the contract so that it can not drift.

use hotprofile::contract::{Answer, DateFormatOption, Field, Kind, Matching, Presence, Record};
use hotprofile::{Entity, Operation};
use utoipa::openapi::path::{
    HttpMethod, Operation as Described, OperationBuilder, Parameter, ParameterBuilder, ParameterIn,
};
use utoipa::openapi::schema::{
    ArrayBuilder, KnownFormat, ObjectBuilder, Schema, SchemaFormat, Type,
};
use utoipa::openapi::security::{ApiKey, ApiKeyValue, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{
    ComponentsBuilder, ContentBuilder, InfoBuilder, OpenApi, OpenApiBuilder, PathItem, Paths,
    Required, ResponseBuilder,
};

const KEY: &str = "api_key";

/// The whole of it.
#[must_use]
pub fn description() -> OpenApi {
    let mut paths = Paths::new();
    for entity in Entity::ALL {
        for operation in Operation::ALL {
            let item = PathItem::new(HttpMethod::Post, described(entity, operation));
            paths.paths.insert(entity.record().path(operation), item);
        }
    }
    let key = SecurityScheme::ApiKey(ApiKey::Query(ApiKeyValue::new(KEY)));
    OpenApiBuilder::new()
        .info(
            InfoBuilder::new()
                .title("Practice server of Meishi Desk")
                .version(env!("CARGO_PKG_VERSION"))
                .description(Some(
                    "A stand-in for HotProfile's web API. Parameters may stand in the query \
                     string, in a form body or in a JSON body, the key too. Answers to calls that \
                     fail are not published; those here were chosen.",
                )),
        )
        .paths(paths)
        .components(Some(ComponentsBuilder::new().security_scheme(KEY, key).build()))
        .security(Some([SecurityRequirement::new::<_, [&str; 0], _>(KEY, [])]))
        .build()
}

fn described(entity: Entity, operation: Operation) -> Described {
    let record = entity.record();
    let verb = match operation {
        Operation::Create => "create",
        Operation::Update => "update",
        Operation::List => "list",
    };
    let parameters = match operation {
        Operation::List => listing_parameters(record),
        _ => written_parameters(record, operation),
    };
    let answer = match operation {
        Operation::List => page(record),
        _ => ObjectBuilder::new().property("id", int32()).required("id").into(),
    };
    let answered = ResponseBuilder::new()
        .description("Done")
        .content("application/json", ContentBuilder::new().schema(Some(answer)).build());
    let mut builder = OperationBuilder::new()
        .tag(record.key)
        .operation_id(Some(format!("{}.{verb}", record.key)))
        .parameters(Some(parameters))
        .response("200", answered);
    for (status, meaning) in [
        ("401", "The key is missing or another"),
        ("404", "The record to change does not exist"),
        ("414", "The request line is over 8,192 bytes; a page of HTML"),
        ("422", "Parameters are missing or wrong"),
        ("429", "The limit is reached; Retry-After gives seconds"),
    ] {
        if status != "404" || operation == Operation::Update {
            builder = builder.response(status, ResponseBuilder::new().description(meaning));
        }
    }
    builder.build()
}

fn written_parameters(record: &'static Record, operation: Operation) -> Vec<Parameter> {
    let written = record.written(operation).into_iter();
    written
        .map(|(field, write)| {
            let required = match write.presence {
                Presence::Required => Required::True,
                Presence::Optional => Required::False,
            };
            parameter(field.key, required, kind(field.kind))
        })
        .collect()
}

/// In the published order, searches, order and page mixed as they are there.
fn listing_parameters(record: &'static Record) -> Vec<Parameter> {
    let listing = &record.listing;
    let optional = |name: &str, schema| parameter(name, Required::False, schema);
    let date_format = match listing.date_format_option.1 {
        DateFormatOption::Boolean => ObjectBuilder::new().schema_type(Type::Boolean),
        DateFormatOption::Integer => one_of([0, 1]),
    };
    let order_keys: Vec<_> = record.order_keys().collect();
    let largest = f64::from(listing.max_display_number);
    let mut placed = vec![
        (listing.number, optional("page[number]", count().into())),
        (
            listing.display_number,
            optional("page[display_number]", count().maximum(Some(largest)).into()),
        ),
        (listing.date_format_option.0, optional("page[date_format_option]", date_format.into())),
        (listing.order_key, optional("order[key]", text().enum_values(Some(order_keys)).into())),
        (
            listing.order_type,
            optional("order[type]", text().enum_values(Some(["asc", "desc"])).into()),
        ),
    ];
    placed.extend(record.searches().into_iter().map(|(_, search)| {
        (search.position, optional(search.parameter, matching(search.matching)))
    }));
    placed.sort_by_key(|(position, _)| *position);
    placed.into_iter().map(|(_, parameter)| parameter).collect()
}

fn parameter(name: &str, required: Required, schema: Schema) -> Parameter {
    ParameterBuilder::new()
        .name(name)
        .parameter_in(ParameterIn::Query)
        .required(required)
        .schema(Some(schema))
        .build()
}

/// What may be written into a field.
fn kind(kind: Kind) -> Schema {
    match kind {
        Kind::Text { max } => text().max_length(Some(max.into())).into(),
        Kind::Shown => text().into(),
        Kind::Digits { max } => digits().max_length(Some(max.into())).into(),
        Kind::Degrees => degrees(),
        Kind::Id { of } => count().description(Some(format!("id of {of:?}"))).into(),
        Kind::OneOf { values } => one_of(values.iter().copied().map(i32::from)).into(),
        Kind::Day => described_text("yyyy/mm/dd"),
        Kind::Moment => described_text("yyyy/mm/dd HH:MM:SS"),
        Kind::Flag => ObjectBuilder::new().schema_type(Type::Boolean).into(),
    }
}

/// What may be searched for.
fn matching(matching: Matching) -> Schema {
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
        Matching::Flag => one_of([0, 1]).into(),
        Matching::Status => one_of([1, 2]).into(),
    }
}

fn page(record: &'static Record) -> Schema {
    let mut listed = ObjectBuilder::new();
    for (field, answer) in record.fields.iter().filter_map(|field| Some((field, field.answer?))) {
        listed = listed.property(field.key, answered(field, answer));
    }
    let mut pages = ObjectBuilder::new();
    for counter in ["total_count", "total_number", "current_number", "display_number"] {
        pages = pages.property(counter, int32());
    }
    ObjectBuilder::new()
        .property(record.key, ArrayBuilder::new().items(listed))
        .property("pages", pages)
        .into()
}

/// The published type; answers keep to it loosely, and any of them may be null.
fn answered(field: &Field, answer: Answer) -> Schema {
    match answer {
        Answer::Text => match field.kind {
            Kind::Flag => described_text("○ or ー"),
            _ => text().into(),
        },
        Answer::Integer => int32().into(),
        Answer::Integers => ArrayBuilder::new().items(int32()).into(),
        Answer::Texts | Answer::Items => ArrayBuilder::new().items(text()).into(),
    }
}

fn text() -> ObjectBuilder {
    ObjectBuilder::new().schema_type(Type::String)
}

fn described_text(description: &str) -> Schema {
    text().description(Some(description)).into()
}

fn digits() -> ObjectBuilder {
    text().pattern(Some("^[0-9]*$"))
}

fn degrees() -> Schema {
    let rule = "decimal degrees, at most 3 digits before and 14 after the point";
    text().pattern(Some(r"^-?[0-9]{1,3}(\.[0-9]{1,14})?$")).description(Some(rule)).into()
}

fn count() -> ObjectBuilder {
    ObjectBuilder::new().schema_type(Type::Integer).minimum(Some(1))
}

fn one_of(numbers: impl IntoIterator<Item = i32>) -> ObjectBuilder {
    ObjectBuilder::new().schema_type(Type::Integer).enum_values(Some(numbers))
}

fn int32() -> ObjectBuilder {
    ObjectBuilder::new()
        .schema_type(Type::Integer)
        .format(Some(SchemaFormat::KnownFormat(KnownFormat::Int32)))
}
