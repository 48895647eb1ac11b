//! A search parameter as a condition of SQL, by how the contract says that it is compared.

use hotprofile::contract::{Choice, Field, Matching, Search};

use super::schema;

/// A condition with its values, in order.
pub struct Condition {
    pub sql: String,
    pub values: Vec<String>,
}

/// The condition that a checked term puts to a record.
pub fn condition(field: &Field, search: &Search, term: &str) -> Condition {
    let column = field.key;
    match search.matching {
        Matching::Partial | Matching::PartialNumber | Matching::PartialSecondLanguage => {
            one(occurs(column), term)
        }
        Matching::Words => {
            let words: Vec<_> = term.split_whitespace().map(str::to_owned).collect();
            Condition { sql: vec![occurs(column); words.len()].join(" AND "), values: words }
        }
        Matching::Exact => one(format!("{column} = CAST(? AS INTEGER)"), term),
        Matching::FromId => one(format!("{column} >= CAST(? AS INTEGER)"), term),
        Matching::ToId => one(format!("{column} <= CAST(? AS INTEGER)"), term),
        // Days and moments are kept as they are written: their order is that of their texts.
        Matching::FromDay | Matching::FromMoment => one(format!("{column} >= ?"), term),
        Matching::ToDay => one(format!("substr({column}, 1, 10) <= ?"), term),
        Matching::ToMoment => one(format!("{column} <= ?"), term),
        Matching::FromDegrees => one(degrees(column, ">="), term),
        Matching::ToDegrees => one(degrees(column, "<="), term),
        Matching::Flag => one(format!("coalesce({column}, 0) = CAST(? AS INTEGER)"), term),
        Matching::Status => one(
            format!(
                "{column} IN (SELECT id FROM choices WHERE of = '{}' AND active = (? = '1'))",
                schema::of(Choice::LeadStatus)
            ),
            term,
        ),
        // Published as owners of cards: those of the lead's company.
        Matching::AnyOf if search.parameter == "search[user_ids]" => {
            let owners = any_of("owner_user_id", term);
            let cards = format!("SELECT client_id FROM business_cards WHERE {}", owners.sql);
            Condition { sql: format!("client_id IN ({cards})"), values: owners.values }
        }
        Matching::AnyOf => any_of(column, term),
    }
}

fn any_of(column: &str, ids: &str) -> Condition {
    let ids: Vec<_> = ids.split(',').map(str::to_owned).collect();
    let places = vec!["CAST(? AS INTEGER)"; ids.len()].join(", ");
    Condition { sql: format!("{column} IN ({places})"), values: ids }
}

fn one(sql: String, term: &str) -> Condition {
    Condition { sql, values: vec![term.to_owned()] }
}

/// `lower` of SQLite knows ASCII alone.
fn occurs(column: &str) -> String {
    format!("instr(lower({column}), lower(?)) > 0")
}

fn degrees(column: &str, sign: &str) -> String {
    format!("CAST({column} AS REAL) {sign} CAST(? AS REAL)")
}
