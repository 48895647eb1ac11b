//! The description of the service in OpenAPI, made from the contract so that it can not drift.

mod schema;

use clap::ValueEnum;
use hotprofile::contract::{DateFormatOption, Presence, Record};
use hotprofile::{Entity, Operation};
use utoipa::openapi::path::{
    HttpMethod, Operation as Described, OperationBuilder, Parameter, ParameterBuilder, ParameterIn,
};
use utoipa::openapi::request_body::{RequestBody, RequestBodyBuilder};
use utoipa::openapi::schema::{AdditionalProperties, ObjectBuilder, Schema};
use utoipa::openapi::security::{ApiKey, ApiKeyValue, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{
    Components, ComponentsBuilder, ContentBuilder, InfoBuilder, OpenApi, OpenApiBuilder, PathItem,
    Paths, Required, ResponseBuilder,
};

const KEY: &str = "api_key";

/// Where the parameters of a call stand, the key among them. A description knows one way: `OpenAPI`
/// has no words for parameters that stand in one place or else in another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Way {
    /// In the query string, as published.
    Query,
    /// In a form body, as long calls are sent.
    Form,
}

/// A parameter of an operation.
struct Taken {
    name: &'static str,
    presence: Presence,
    schema: Schema,
}

/// The whole of it.
#[must_use]
pub fn description(way: Way) -> OpenApi {
    let mut paths = Paths::new();
    for entity in Entity::ALL {
        for operation in Operation::ALL {
            let item = PathItem::new(HttpMethod::Post, described(entity, operation, way));
            paths.paths.insert(entity.record().path(operation), item);
        }
    }
    let described = OpenApiBuilder::new().info(
        InfoBuilder::new()
            .title("Practice server of Meishi Desk")
            .version(env!("CARGO_PKG_VERSION"))
            .description(Some(
                "A stand-in for HotProfile's web API. Parameters may stand in the query string, in \
                 a form body or in a JSON body, the key too; this describes one of these ways. \
                 Answers to calls that fail are not published; those here were chosen.",
            )),
    );
    let described = match way {
        Way::Query => described
            .components(Some(key_in_query()))
            .security(Some([SecurityRequirement::new::<_, [&str; 0], _>(KEY, [])])),
        // No scheme has its key in a form: there it is a parameter like the others.
        Way::Form => described,
    };
    described.paths(paths).build()
}

fn key_in_query() -> Components {
    let key = SecurityScheme::ApiKey(ApiKey::Query(ApiKeyValue::new(KEY)));
    ComponentsBuilder::new().security_scheme(KEY, key).build()
}

fn described(entity: Entity, operation: Operation, way: Way) -> Described {
    let record = entity.record();
    let verb = match operation {
        Operation::Create => "create",
        Operation::Update => "update",
        Operation::List => "list",
    };
    let (taken, answer) = match operation {
        Operation::List => (listing_parameters(record), schema::page(record)),
        _ => (written_parameters(record, operation), schema::id()),
    };
    let answered = ResponseBuilder::new()
        .description("Done")
        .content("application/json", ContentBuilder::new().schema(Some(answer)).build());
    let builder = OperationBuilder::new()
        .tag(record.key)
        .operation_id(Some(format!("{}.{verb}", record.key)))
        .response("200", answered);
    let mut builder = match way {
        Way::Query => builder.parameters(Some(taken.into_iter().map(in_query))),
        Way::Form => builder.request_body(Some(form(taken))),
    };
    for (status, meaning) in [
        ("400", "The body can not be read"),
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

fn written_parameters(record: &'static Record, operation: Operation) -> Vec<Taken> {
    let written = record.written(operation).into_iter();
    written
        .map(|(field, write)| Taken {
            name: field.key,
            presence: write.presence,
            schema: schema::kind(field.kind),
        })
        .collect()
}

/// In the published order, searches, order and page mixed as they are there.
fn listing_parameters(record: &'static Record) -> Vec<Taken> {
    let listing = &record.listing;
    let date_format = match listing.date_format_option.1 {
        DateFormatOption::Boolean => schema::boolean(),
        DateFormatOption::Integer => schema::one_of([0, 1]),
    };
    let mut placed = vec![
        (listing.number, "page[number]", schema::count().into()),
        (
            listing.display_number,
            "page[display_number]",
            schema::count().maximum(Some(f64::from(listing.max_display_number))).into(),
        ),
        (listing.date_format_option.0, "page[date_format_option]", date_format),
        (listing.order_key, "order[key]", schema::one_text_of(record.order_keys())),
        (listing.order_type, "order[type]", schema::one_text_of(["asc", "desc"])),
    ];
    placed.extend(
        record.searches().into_iter().map(|(_, search)| {
            (search.position, search.parameter, schema::matching(search.matching))
        }),
    );
    placed.sort_by_key(|(position, ..)| *position);
    placed
        .into_iter()
        .map(|(_, name, schema)| Taken { name, presence: Presence::Optional, schema })
        .collect()
}

fn in_query(taken: Taken) -> Parameter {
    let required = match taken.presence {
        Presence::Required => Required::True,
        Presence::Optional => Required::False,
    };
    ParameterBuilder::new()
        .name(taken.name)
        .parameter_in(ParameterIn::Query)
        .required(required)
        .schema(Some(taken.schema))
        .build()
}

/// All parameters and the key, and nothing else.
fn form(taken: Vec<Taken>) -> RequestBody {
    let mut fields = ObjectBuilder::new()
        .additional_properties(Some(AdditionalProperties::<Schema>::FreeForm(false)))
        .property(KEY, schema::text())
        .required(KEY);
    for Taken { name, presence, schema } in taken {
        fields = fields.property(name, schema);
        if presence == Presence::Required {
            fields = fields.required(name);
        }
    }
    RequestBodyBuilder::new()
        .required(Some(Required::True))
        .content(
            "application/x-www-form-urlencoded",
            ContentBuilder::new().schema(Some(fields)).build(),
        )
        .build()
}
