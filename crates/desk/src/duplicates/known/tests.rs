use hotprofile::{Entity, ListedRecord, Values};
use jiff::Timestamp;

use super::{Duplicate, Whose, likely, with_key};
use crate::database::Database;
use crate::known::answered;
use crate::outbox::record::Form;

/// More than anybody compares.
const MANY: u32 = 1_000;

fn values(pairs: &[(&str, &str)]) -> Values {
    pairs.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect()
}

/// A database in which an answer told of this record and then of many others.
fn told(entity: Entity, first: Values, other: impl Fn(u32) -> Values) -> Database {
    let record = |id, fields| ListedRecord { id: Some(id), fields, items: Vec::new() };
    let others = (2..MANY).map(|id| record(id, other(id)));
    let records: Vec<_> = std::iter::once(record(1, first)).chain(others).collect();
    let database = Database::in_memory().unwrap();
    let at = Timestamp::UNIX_EPOCH;
    database.write(|db| Ok(answered(db, entity, &records, at)?)).unwrap();
    database
}

fn found(
    database: &Database,
    entity: Entity,
    typed: &[(&str, &str)],
    company: Option<&str>,
) -> Vec<Duplicate> {
    let client_name = company.map(str::to_owned);
    let form = Form { entity, values: values(typed), client_name, needs: None, change: None };
    database.read(|db| Ok(likely(db, None, &form)?)).unwrap().duplicates
}

fn is_certain_of_the_first(found: &[Duplicate]) -> bool {
    found.first().is_some_and(|one| one.certain && one.whose == Whose::Service { id: 1 })
}

#[test]
fn a_card_is_found_however_many_later_ones_share_its_number() {
    let first = values(&[
        ("name", "髙橋 一郎"),
        ("client_name", "株式会社霧笛商会"),
        ("mobile_tel", "090-0000-0000"),
        ("email", "ichiro@muteki.example"),
    ]);
    let database = told(Entity::BusinessCards, first, |id| {
        values(&[
            ("name", &format!("鈴木 {id}子")),
            ("client_name", "青空商事"),
            ("mobile_tel", "090-0000-0000"),
        ])
    });
    let name = [("family_name", "高橋"), ("first_name", "一郎")];
    let number = [name[0], name[1], ("mobile_tel", "090-0000-0000")];
    let by_name = found(&database, Entity::BusinessCards, &number, Some("㈱霧笛商会"));
    assert!(is_certain_of_the_first(&by_name), "{by_name:?}");
    let address = [number[0], number[1], number[2], ("email", "ichiro@muteki.example")];
    let by_address = found(&database, Entity::BusinessCards, &address, Some("汽笛商会"));
    assert!(is_certain_of_the_first(&by_address), "{by_address:?}");
}

#[test]
fn a_company_is_found_however_many_later_ones_share_its_number() {
    let first = values(&[("name", "株式会社霧笛商会"), ("main_tel", "03-0000-0000")]);
    let database = told(Entity::Clients, first, |id| {
        values(&[("name", &format!("青空商事{id}")), ("main_tel", "03-0000-0000")])
    });
    let typed = [("name", "霧笛商会"), ("main_tel", "03-0000-0000")];
    let found = found(&database, Entity::Clients, &typed, None);
    assert!(is_certain_of_the_first(&found), "{found:?}");
}

#[test]
fn no_more_is_read_than_what_shares_a_key() {
    let database = Database::in_memory().unwrap();
    let query = format!("EXPLAIN QUERY PLAN {}", with_key(Entity::BusinessCards));
    let plan: Vec<String> = database
        .read(|db| {
            let mut statement = db.prepare(&query)?;
            Ok(statement.raw_query().mapped(|row| row.get(3)).collect::<Result<_, _>>()?)
        })
        .unwrap();
    let reads: Vec<_> = plan
        .iter()
        .filter(|step| step.contains("known"))
        .filter(|step| !step.starts_with("SEARCH known"))
        .collect();
    assert!(reads.is_empty() && plan.len() > 1, "{plan:?}");
}
