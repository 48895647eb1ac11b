use hotprofile::{Entity, ListedRecord, Values};
use jiff::Timestamp;
use proptest::prelude::*;

use super::{get, make_missing, search};
use crate::database::Database;
use crate::known::answered;

fn values(pairs: &[(&str, &str)]) -> Values {
    let filled = pairs.iter().filter(|(_, text)| !text.is_empty());
    filled.map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect()
}

/// Answers tell of a record, in this second.
fn told(database: &Database, entity: Entity, id: u32, pairs: &[(&str, &str)], second: i64) {
    let record = ListedRecord { id: Some(id), fields: values(pairs), items: Vec::new() };
    let at = Timestamp::from_second(second).unwrap();
    database.write(|db| Ok(answered(db, entity, &[record], at)?)).unwrap();
}

/// The ids of those that are found, the likeliest first.
fn found(database: &Database, part: &str) -> Vec<u32> {
    let mut matches = database.read(|db| Ok(search(db, part)?)).unwrap();
    matches.sort();
    matches.into_iter().map(|found| found.id).collect()
}

#[test]
fn a_company_is_found_by_what_belongs_to_it_and_by_nothing_else() {
    let mut reader = csv::Reader::from_reader(include_str!("finds.csv").as_bytes());
    let keys = ["name", "name_disp", "name_kana", "mail_domain", "url"];
    let mut counts = [0, 0];
    for row in reader.records() {
        let row = row.unwrap();
        let database = Database::in_memory().unwrap();
        let fields: Vec<_> = keys.iter().zip(row.iter().skip(1)).map(|(k, v)| (*k, v)).collect();
        told(&database, Entity::Clients, 7, &fields, 1);
        let is_wanted = &row[6] == "yes";
        assert_eq!(found(&database, &row[0]) == [7], is_wanted, "{row:?}");
        counts[usize::from(is_wanted)] += 1;
    }
    assert!(counts[0] >= counts[1], "as many that must not as that must");
}

#[test]
fn what_begins_with_the_text_stands_before_what_only_holds_it() {
    let database = Database::in_memory().unwrap();
    for (id, name, kana) in [
        (1, "大青空運輸株式会社", ""),
        (2, "株式会社虹の 青空", ""),
        (3, "青空商事株式会社", "アオゾラショウジ"),
        (4, "株式会社青空", "アオゾラ"),
    ] {
        told(&database, Entity::Clients, id, &[("name", name), ("name_kana", kana)], 1);
    }
    assert_eq!(found(&database, "青空"), [4, 3, 2, 1]);
    assert_eq!(found(&database, "㈱青空"), [4, 3, 2, 1]);
    assert_eq!(found(&database, "あおぞら"), [4, 3]);
}

#[test]
fn people_tell_of_their_company_and_its_mail_but_not_over_its_own_record() {
    let database = Database::in_memory().unwrap();
    let lead = |company, email| {
        [("client_id", "5"), ("client_name", company), ("email", email), ("family_name", "山田")]
    };
    told(&database, Entity::Leads, 1, &lead("株式会社霧笛商会", "a@muteki.example"), 1);
    assert_eq!(found(&database, "霧笛"), [5]);
    assert_eq!(found(&database, "muteki"), [5]);
    told(&database, Entity::Clients, 5, &[("name", "株式会社汽笛商会")], 2);
    told(&database, Entity::Leads, 2, &lead("株式会社霧笛商会", "b@gmail.com"), 3);
    assert_eq!(found(&database, "霧笛"), [0; 0]);
    assert_eq!(found(&database, "汽笛"), [5]);
    // A card is listed with the name of its company alone.
    let card = [("client_name", "株式会社汽笛商会"), ("email", "c@kiteki.example")];
    told(&database, Entity::BusinessCards, 3, &card, 4);
    assert_eq!(found(&database, "kiteki.example"), [5]);
    assert_eq!(found(&database, "gmail"), [0; 0], "a common provider tells no company");
}

#[test]
fn a_company_that_was_renamed_is_found_by_its_latest_name() {
    let database = Database::in_memory().unwrap();
    told(&database, Entity::Clients, 5, &[("name", "霧笛商会"), ("address", "霧町1")], 1);
    told(&database, Entity::Clients, 5, &[("name", "汽笛商会")], 2);
    told(&database, Entity::Clients, 5, &[("name", "霧笛商会")], 1);
    assert_eq!((found(&database, "霧笛"), found(&database, "汽笛")), (vec![], vec![5]));
    let (name, fields) = database.read(|db| Ok(get(db, 5)?)).unwrap().unwrap();
    assert_eq!((name.as_str(), fields.get("address")), ("汽笛商会", None));
}

/// Forgets what was made to find companies by, as if another version had known them.
fn forget(database: &Database) {
    let forget = "DELETE FROM known_companies; DELETE FROM known_domains; DELETE FROM folded;";
    database.write(|db| Ok(db.execute_batch(forget)?)).unwrap();
}

/// Makes a portion of it.
fn make(database: &Database, most: u32) -> bool {
    database.write(|db| Ok(make_missing(db, most)?)).unwrap()
}

#[test]
fn what_was_known_before_the_program_learned_to_look_for_it_is_found() {
    let database = Database::in_memory().unwrap();
    let lead = [("client_id", "6"), ("client_name", "青空㈱"), ("email", "a@aozora.example")];
    told(&database, Entity::Clients, 5, &[("name", "株式会社霧笛商会")], 1);
    told(&database, Entity::Leads, 9, &lead, 1);
    forget(&database);
    assert_eq!(found(&database, "霧笛"), [0; 0]);
    assert!(make(&database, 10));
    assert_eq!((found(&database, "霧笛"), found(&database, "aozora")), (vec![5], vec![6]));
}

#[test]
fn portions_go_on_where_the_last_one_ended_and_what_is_told_in_between_stays() {
    let database = Database::in_memory().unwrap();
    for (id, name) in [(5, "霧笛商会"), (6, "汽笛商会"), (7, "青空商会")] {
        told(&database, Entity::Clients, id, &[("name", name)], 1);
    }
    forget(&database);
    assert!(!make(&database, 1));
    assert_eq!(found(&database, "商会"), [5]);
    told(&database, Entity::Clients, 3, &[("name", "夕凪商会")], 1);
    told(&database, Entity::Clients, 5, &[("name", "霧笛商店")], 2);
    assert_eq!((found(&database, "夕凪"), found(&database, "商店")), (vec![3], vec![5]));
    assert!(!make(&database, 1));
    assert!(make(&database, 2));
    // Whoever comes with another portion after that begins nothing a second time.
    assert!(make(&database, 1));
    assert_eq!(found(&database, "商会"), [3, 6, 7]);
}

#[test]
fn what_was_folded_in_another_way_goes() {
    let database = Database::in_memory().unwrap();
    told(&database, Entity::Clients, 5, &[("name", "霧笛商会")], 1);
    let other = "UPDATE known_companies SET words = 'muteki';
        INSERT INTO folded (what, version) VALUES ('companies', 0);";
    database.write(|db| Ok(db.execute_batch(other)?)).unwrap();
    assert!(make(&database, 10));
    assert_eq!((found(&database, "muteki"), found(&database, "霧笛")), (vec![], vec![5]));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn no_text_makes_it_fail_and_a_name_finds_itself(
        name in "[青空㈱（）株式会社ｱぁA-Za-z.,&'\"%_\\\\ /:#?-]{1,12}|\\PC{0,8}",
        part in any::<String>(),
    ) {
        let database = Database::in_memory().unwrap();
        told(&database, Entity::Clients, 7, &[("name", &name)], 1);
        found(&database, &part);
        let has_letters = !crate::likeness::fold(&name).is_empty();
        // What looks like an address is looked for by its host.
        let is_address = name.contains('@') || name.contains("://") || name.starts_with("www.");
        if has_letters && !is_address {
            prop_assert_eq!(found(&database, &name), [7], "{}", name);
        }
    }
}
