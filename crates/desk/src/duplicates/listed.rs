//! Records in the fields in which the service lists them, whatever this machine knows them from.

use hotprofile::{Entity, Values};
use jiff::Timestamp;

use crate::known::Sent;
use crate::outbox::record::Record;

/// People are listed with their names in one piece.
const WHOLE: [(&str, [&str; 2]); 2] = [
    ("name", ["family_name", "first_name"]),
    ("name_kana", ["family_name_kana", "first_name_kana"]),
];

/// What is known of a registered record: what was answered, with what this machine sent after it.
pub fn known(
    entity: Entity,
    answered: Values,
    seen_at: Option<Timestamp>,
    sent: Option<Sent>,
) -> Values {
    let mut fields = answered;
    if let Some(sent) = sent.filter(|sent| seen_at.is_none_or(|seen_at| seen_at < sent.at)) {
        fields.extend(sent.values);
        name(entity, &mut fields);
    }
    fields
}

/// A record that is not registered yet.
pub fn waiting(record: &Record) -> Values {
    let mut fields = record.values.clone();
    if let Some(client_name) = &record.client_name {
        fields.insert("client_name".to_owned(), client_name.clone());
    }
    name(record.entity, &mut fields);
    fields
}

/// Puts the parts of names together.
fn name(entity: Entity, fields: &mut Values) {
    if entity == Entity::Clients {
        return;
    }
    for (whole, parts) in WHOLE {
        let texts: Vec<&str> = parts
            .iter()
            .filter_map(|part| fields.get(*part).map(|text| text.trim()))
            .filter(|text| !text.is_empty())
            .collect();
        // Of a change that sent one part alone the listed name says more.
        let has_family = fields.get(parts[0]).is_some_and(|text| !text.trim().is_empty());
        if has_family {
            let text = texts.join(" ");
            fields.insert(whole.to_owned(), text);
        }
    }
}
