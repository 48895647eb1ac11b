//! The contract as plain data, for those who are not Rust: the pages make their forms, tables
//! and filters from it.

use serde::Serialize;

use super::{Answer, Entity, Field, Kind, Matching, Operation, Presence, Tier, shown_as};

/// All three kinds of record.
#[derive(Debug, Serialize)]
pub struct ContractShape {
    business_cards: RecordShape,
    clients: RecordShape,
    leads: RecordShape,
}

/// One kind of record.
#[derive(Debug, Serialize)]
pub struct RecordShape {
    fields: Vec<FieldShape>,
    searches: Vec<SearchShape>,
    listing: ListingShape,
}

/// One field.
#[derive(Debug, Serialize)]
pub struct FieldShape {
    key: &'static str,
    kind: Kind,
    /// Typed in several lines.
    long: bool,
    create: Option<Presence>,
    update: Option<Presence>,
    tier: Tier,
    answer: Option<Answer>,
    /// Key of the field of an answer that shows it by name or as part of a whole.
    shown_as: Option<&'static str>,
}

/// One search parameter.
#[derive(Debug, Serialize)]
pub struct SearchShape {
    parameter: &'static str,
    /// Key of the field that it searches.
    field: &'static str,
    matching: Matching,
    tier: Tier,
}

/// Paging and sorting.
#[derive(Debug, Serialize)]
pub struct ListingShape {
    max_display_number: u16,
    order_keys: Vec<&'static str>,
}

/// The whole contract.
#[must_use]
pub fn contract_shape() -> ContractShape {
    ContractShape {
        business_cards: record_shape(Entity::BusinessCards),
        clients: record_shape(Entity::Clients),
        leads: record_shape(Entity::Leads),
    }
}

fn record_shape(entity: Entity) -> RecordShape {
    let record = entity.record();
    RecordShape {
        fields: record.fields.iter().map(|field| field_shape(entity, field)).collect(),
        searches: record
            .searches()
            .into_iter()
            .map(|(field, search)| SearchShape {
                parameter: search.parameter,
                field: field.key,
                matching: search.matching,
                tier: search.tier,
            })
            .collect(),
        listing: ListingShape {
            max_display_number: record.listing.max_display_number,
            order_keys: record.order_keys().collect(),
        },
    }
}

fn field_shape(entity: Entity, field: &Field) -> FieldShape {
    let presence = |operation| field.write(operation).map(|write| write.presence);
    FieldShape {
        key: field.key,
        kind: field.kind,
        long: field.kind.is_long(),
        create: presence(Operation::Create),
        update: presence(Operation::Update),
        tier: field.tier,
        answer: field.answer,
        shown_as: shown_as(entity, field.key),
    }
}
