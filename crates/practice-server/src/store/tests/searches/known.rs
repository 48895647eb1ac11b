//! The records that are searched: what each keeps, and what is made from it, both known here.

use std::collections::BTreeMap;

use hotprofile::Entity;

use crate::choices;
use crate::sample::Sample;
use crate::store::{Row, schema};

/// Records of each kind that can be found.
pub const COUNT: usize = 1_000;

/// A record: text by key, without the empty ones. A flag is 1 or 0.
pub type Known = BTreeMap<&'static str, String>;

/// What texts begin with; their record's number follows. Some hold what means something in SQL.
const WORDS: [&str; 7] =
    ["株式会社霧笛", "Kirifue Works", "髙﨑商会", "100%果汁", "KIRI_FUE", "O'Neill", "𠮷野　月見"];

/// All of them.
pub struct World {
    clients: Vec<Known>,
    business_cards: Vec<Known>,
    leads: Vec<Known>,
}

impl World {
    /// The same every time. Ids run from 1; the last ten cards are private.
    pub fn invent() -> Self {
        let clients: Vec<_> = (1..=COUNT).map(client).collect();
        let business_cards: Vec<_> = (1..=COUNT + 10).map(|id| card(id, &clients)).collect();
        let leads = (1..=COUNT).map(|id| lead(id, &clients)).collect();
        Self { clients, business_cards, leads }
    }

    pub fn of(&self, entity: Entity) -> &[Known] {
        match entity {
            Entity::BusinessCards => &self.business_cards,
            Entity::Clients => &self.clients,
            Entity::Leads => &self.leads,
        }
    }

    /// The value that one record in twenty comes before, or has.
    pub fn early(&self, entity: Entity, key: &str) -> &str {
        let values = self.in_order(entity, key);
        values[values.len() / 20]
    }

    /// The value that one record in twenty comes after, or has.
    pub fn late(&self, entity: Entity, key: &str) -> &str {
        let values = self.in_order(entity, key);
        values[values.len() * 19 / 20]
    }

    fn in_order(&self, entity: Entity, key: &str) -> Vec<&str> {
        let records = self.of(entity).iter();
        let mut values: Vec<_> =
            records.filter_map(|record| Some(record.get(key)?.as_str())).collect();
        values.sort_by(|one, other| match (one.parse::<f64>(), other.parse::<f64>()) {
            (Ok(one), Ok(other)) => one.total_cmp(&other),
            _ => one.cmp(other),
        });
        values
    }

    /// What a store is filled with; one more company was merged into the first.
    pub fn sample(&self) -> Sample {
        let rows = |entity| self.of(entity).iter().map(|record| row(entity, record)).collect();
        let mut sample = Sample {
            clients: rows(Entity::Clients),
            business_cards: rows(Entity::BusinessCards),
            leads: rows(Entity::Leads),
        };
        let mut merged = sample.clients[COUNT / 2].clone();
        merged.retain(|(key, _)| *key != "id");
        merged.push(("merged_into", "1".to_owned()));
        sample.clients.push(merged);
        sample
    }
}

pub fn id(record: &Known) -> u32 {
    record["id"].parse().expect("a number")
}

pub fn is_listed(entity: Entity, record: &Known) -> bool {
    entity != Entity::BusinessCards || record["open_status"] != "3"
}

/// What the record keeps itself.
fn row(entity: Entity, record: &Known) -> Row {
    let kept = schema::kept(entity).map(|field| field.key);
    kept.filter_map(|key| Some((key, record.get(key)?.clone()))).collect()
}

fn client(id: usize) -> Known {
    let mut record = begun(id);
    let texts = [
        "name",
        "name_kana",
        "name_disp",
        "zip",
        "address",
        "main_tel",
        "url",
        "mail_domain",
        "note",
        "name_sub",
        "name_kana_sub",
        "zip_sub",
        "address_sub",
        "pref_sub",
    ];
    put_texts(&mut record, id, &texts);
    put(&mut record, "user_id", choice(id, "user_id", 8));
    put(&mut record, "corporate_number", Some(format!("{}", 1_000_000_000_000 + 7_919 * id)));
    record
}

fn card(id: usize, clients: &[Known]) -> Known {
    let mut record = person(id, clients);
    put_texts(&mut record, id, &["direct_note", "request_key"]);
    let private = id > COUNT;
    put(&mut record, "open_status", Some(if private { "3" } else { "1" }.to_owned()));
    record
}

fn lead(id: usize, clients: &[Known]) -> Known {
    let mut record = person(id, clients);
    put_texts(&mut record, id, &["customer_id"]);
    let extension = format!("{:04}", roll(id, "extension", 10_000));
    put(&mut record, "extension", Some(extension));
    put(&mut record, "lead_status", choice(id, "lead_status", 6));
    put(&mut record, "lead_source_kbn_id", choice(id, "lead_source_kbn_id", 8));
    let pref = named("pref", record.get("pref_id"));
    put(&mut record, "pref", pref);
    for flag in [
        "error_mail_flg",
        "error_tel_flg",
        "error_fax_flg",
        "error_address_flg",
        "not_mail_flg",
        "not_tel_flg",
        "not_fax_flg",
        "not_dm_flg",
        "competitor_flg",
        "important_customer_flg",
        "end_user_flg",
        "store_flg",
    ] {
        // Set, taken back, or never touched.
        let value = match roll(id, flag, 20) {
            0 => Some("1"),
            1..10 => Some("0"),
            _ => None,
        };
        put(&mut record, flag, value.map(str::to_owned));
    }
    record
}

/// What cards and leads have in common.
fn person(id: usize, clients: &[Known]) -> Known {
    let mut record = begun(id);
    let texts = [
        "family_name",
        "first_name",
        "family_name_kana",
        "first_name_kana",
        "tel",
        "fax",
        "email",
        "mobile_tel",
        "mobile_email",
        "zip",
        "address",
        "url",
        "lead_source",
        "note",
        "post",
    ];
    put_texts(&mut record, id, &texts);
    put(&mut record, "trade_on", Some(day(id, "trade_on")).filter(|_| !id.is_multiple_of(9)));
    put(&mut record, "pref_id", choice(id, "pref_id", 47));
    put(&mut record, "organization_id", choice(id, "organization_id", 14));
    put(&mut record, "owner_user_id", choice(id, "owner_user_id", 8));

    let index = roll(id, "client_id", clients.len());
    let client = &clients[index];
    put(&mut record, "client_id", Some((index + 1).to_string()));
    for (key, of_client) in [
        ("client_name", "name"),
        ("client_name_kana", "name_kana"),
        ("client_name_disp", "name_disp"),
    ] {
        put(&mut record, key, client.get(of_client).cloned());
    }
    let department = named("organization", record.get("organization_id"));
    let last = department.as_ref().and_then(|path| path.rsplit('/').next()).map(str::to_owned);
    put(&mut record, "organization_name", last);
    put(&mut record, "organization_ancestry_all_name", department);
    let role = listed("user", record.get("owner_user_id")).and_then(|user| user.role_id);
    put(&mut record, "role_id", role.map(|role| role.to_string()));
    let name =
        ["family_name", "first_name"].map(|key| record.get(key).cloned().unwrap_or_default());
    put(&mut record, "name", Some(name.join(" ")));
    record
}

/// What all have in common.
fn begun(id: usize) -> Known {
    let mut record = Known::from([("id", id.to_string())]);
    let time = |key| format!("{} {:02}:30:{:02}", day(id, key), id % 24, id % 60);
    put(&mut record, "created_at", Some(time("created_at")));
    put(&mut record, "updated_at", Some(time("updated_at")));
    let degrees = |key| format!("{}.{:03}", 60 - roll(id, key, 120).cast_signed(), id % 1_000);
    put(&mut record, "latitude", Some(degrees("latitude")).filter(|_| !id.is_multiple_of(3)));
    put(&mut record, "longitude", Some(degrees("longitude")).filter(|_| !id.is_multiple_of(3)));
    record
}

fn put(record: &mut Known, key: &'static str, text: Option<String>) {
    if let Some(text) = text {
        record.insert(key, text);
    }
}

/// One in eight is empty.
fn put_texts(record: &mut Known, id: usize, keys: &[&'static str]) {
    for key in keys {
        let word = WORDS.get(roll(id, key, WORDS.len() + 1));
        put(record, key, word.map(|word| format!("{word}{id}")));
    }
}

fn day(id: usize, key: &str) -> String {
    let days = roll(id, key, 5 * 12 * 28);
    format!("20{}/{:02}/{:02}", 20 + days / 336, 1 + days / 28 % 12, 1 + days % 28)
}

/// An id from 1 up to this, or none.
fn choice(id: usize, key: &str, most: usize) -> Option<String> {
    Some(roll(id, key, most + 1)).filter(|id| *id > 0).map(|id| id.to_string())
}

fn named(of: &str, id: Option<&String>) -> Option<String> {
    listed(of, id).map(|choice| choice.name.to_owned())
}

fn listed(of: &str, id: Option<&String>) -> Option<&'static choices::Listed> {
    let id: u32 = id?.parse().expect("a number");
    choices::ALL.iter().find(|choice| choice.of == of && choice.id == id)
}

/// A number from 0, less than `sides`, that depends on record and field as if by chance.
fn roll(id: usize, key: &str, sides: usize) -> usize {
    let mut mixed = 0xcbf2_9ce4_8422_2325_u64;
    for byte in key.bytes().chain(id.to_le_bytes()) {
        mixed = (mixed ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    usize::try_from((mixed >> 20) % sides as u64).expect("a small number")
}
