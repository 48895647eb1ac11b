//! What a list call sees: every field of the contract as a column, whether a record keeps it or
//! it is made from others. Searching, sorting and answering need no other list of fields.

use hotprofile::Entity;
use hotprofile::contract::{Answer, Choice, Field, Kind};

use super::schema;

/// The view of a kind of record.
pub fn view(entity: Entity) -> String {
    let columns: Vec<_> = entity
        .record()
        .fields
        .iter()
        .map(|field| format!("{} AS {}", column(entity, field), field.key))
        .collect();
    let (key, listed) = (entity.key(), listed(entity));
    format!(
        "CREATE TEMP VIEW listed_{key} AS SELECT {} FROM {key} r WHERE {listed}",
        columns.join(", ")
    )
}

/// A choice whose answer is published as text shows its name in place of its id.
fn column(entity: Entity, field: &Field) -> String {
    match (made(entity, field.key), field.kind, field.answer) {
        (Some(made), _, _) => made,
        (None, Kind::Id { of }, Some(Answer::Text)) => named(of, field.key),
        (None, _, _) => format!("r.{}", field.key),
    }
}

/// Which records are listed: no merged company, no private card.
const fn listed(entity: Entity) -> &'static str {
    match entity {
        Entity::BusinessCards => "r.open_status IS NOT 3",
        Entity::Clients => "r.merged_into IS NULL",
        Entity::Leads => "true",
    }
}

/// How a field is made from others; `None` where a record keeps it. `r` is the record's row.
pub fn made(entity: Entity, key: &str) -> Option<String> {
    match (entity, key) {
        (_, "pref") => Some(named(Choice::Pref, "pref_id")),
        (Entity::Clients, "user_name") => Some(named(Choice::User, "user_id")),
        (Entity::Clients, "user_code") => Some(choice("code", Choice::User, "user_id")),
        (Entity::Clients, _) => None,
        (_, "name") => Some("concat(r.family_name, ' ', r.first_name)".to_owned()),
        (_, "name_kana") => Some("concat(r.family_name_kana, ' ', r.first_name_kana)".to_owned()),
        (_, "client_name") => Some(client("name")),
        (_, "client_name_kana") => Some(client("name_kana")),
        (_, "client_name_disp") => Some(client("name_disp")),
        (_, "role_id") => Some(choice("role_id", Choice::User, "owner_user_id")),
        (_, "owner_user_code") => Some(choice("code", Choice::User, "owner_user_id")),
        (_, "owner_user_name") => Some(named(Choice::User, "owner_user_id")),
        (_, "user_name") => {
            Some(format!("coalesce({}, r.owner_user)", named(Choice::User, "owner_user_id")))
        }
        (_, "user_names") => Some(card_owners()),
        (_, "organization_name") => Some(format!(
            "(SELECT substr(name, 1 + length(rtrim(name, replace(name, '/', '')))) FROM choices \
             WHERE of = '{}' AND id = r.organization_id)",
            schema::of(Choice::Organization)
        )),
        (_, "organization_ancestry_all_name") => {
            Some(named(Choice::Organization, "organization_id"))
        }
        (_, "organization_hierarchy") => Some(format!(
            "'[\"' || replace({}, '/', '\",\"') || '\"]'",
            named(Choice::Organization, "organization_id")
        )),
        (_, "lead_status_name") => Some(named(Choice::LeadStatus, "lead_status")),
        (_, "lead_source_kbn_name") => Some(named(Choice::LeadSource, "lead_source_kbn_id")),
        (_, "tags") => Some(names("tag", "tag_ids")),
        (_, "interest_product_type_names") => {
            Some(names("product_type", "interest_product_type_ids"))
        }
        (_, "multiple") => Some(every_text(entity)),
        _ => None,
    }
}

fn client(column: &str) -> String {
    format!("(SELECT {column} FROM clients WHERE id = r.client_id)")
}

fn named(of: Choice, id: &str) -> String {
    choice("name", of, id)
}

fn choice(column: &str, of: Choice, id: &str) -> String {
    format!("(SELECT {column} FROM choices WHERE of = '{}' AND id = r.{id})", schema::of(of))
}

/// The names of a list of ids, as a list in the same order.
fn names(of: &str, ids: &str) -> String {
    format!(
        "iif(r.{ids} IS NULL, NULL, (SELECT json_group_array(name ORDER BY key) \
         FROM json_each(r.{ids}) JOIN choices ON of = '{of}' AND choices.id = value))"
    )
}

/// The names of the users who own a card of the lead's company.
fn card_owners() -> String {
    format!(
        "(SELECT json_group_array(name) FROM choices WHERE of = '{}' AND id IN \
         (SELECT owner_user_id FROM business_cards WHERE client_id = r.client_id))",
        schema::of(Choice::User)
    )
}

/// All text that a record holds, and its names.
fn every_text(entity: Entity) -> String {
    let text = |field: &&Field| matches!(field.kind, Kind::Text { .. } | Kind::Digits { .. });
    let mut columns: Vec<_> = entity
        .record()
        .fields
        .iter()
        .filter(text)
        .map(|field| format!("r.{}", field.key))
        .collect();
    columns.extend(
        ["name", "client_name", "organization_name", "pref"]
            .iter()
            .filter_map(|key| made(entity, key)),
    );
    format!("concat_ws(char(10), {})", columns.join(", "))
}
