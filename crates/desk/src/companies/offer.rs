//! What is known of a company, for the form of one of its people.

use hotprofile::contract::Choice;
use hotprofile::{Entity, Operation, Values, check};
use rusqlite::Connection;

use crate::choices;
use crate::desk::Desk;
use crate::known::companies;
use crate::trouble::Trouble;

/// The company's field, and that of its people which it is offered for.
const OFFERED: [(&str, &str); 5] = [
    ("main_tel", "tel"),
    ("zip", "zip"),
    ("pref_id", "pref_id"),
    ("address", "address"),
    ("url", "url"),
];

impl Desk {
    /// What is known of this company that a card or a lead can take: telephone, postal code,
    /// prefecture, address, web page. Without a call.
    pub async fn company_offer(&self, entity: Entity, id: u32) -> Result<Values, Trouble> {
        self.read(move |db| {
            let Some((_, mut fields)) = companies::get(db, id)? else { return Ok(Values::new()) };
            if let Some(pref_id) = pref_id(db, &fields)? {
                fields.insert("pref_id".to_owned(), pref_id);
            }
            Ok(offered(entity, &fields))
        })
        .await
    }
}

/// The prefecture is answered by its name, which has to be that of one alone.
fn pref_id(db: &Connection, fields: &Values) -> rusqlite::Result<Option<String>> {
    let Some(name) = fields.get("pref") else { return Ok(None) };
    let ids = choices::named(db, Choice::Pref, name)?;
    Ok(if let [id] = ids.as_slice() { Some(id.to_string()) } else { None })
}

/// What would break a rule of the other record is not offered.
fn offered(entity: Entity, fields: &Values) -> Values {
    let taken = entity.record().written(Operation::Create);
    let offer = |(own, theirs): (&str, &str)| {
        let (field, _) = taken.iter().find(|(field, _)| field.key == theirs)?;
        let value = check::check_value(field.kind, fields.get(own)?).ok()?;
        (!value.is_empty()).then(|| (theirs.to_owned(), value))
    };
    OFFERED.into_iter().filter_map(offer).collect()
}
