use hotprofile::{Entity, Values};
use practice_server::{Calls, Fault, PracticeServer};

use super::{Company, FoundCompanies};
use crate::Desk;
use crate::testing::{KEY, Machine, everything, service};

async fn connected(machine: &Machine) -> (Desk, PracticeServer) {
    let (desk, service) = (machine.start(), service().await);
    desk.connect_to(&service, KEY, false).await.unwrap();
    (desk, service)
}

fn values<const N: usize>(pairs: [(&str, &str); N]) -> Values {
    pairs.map(|(key, text)| (key.to_owned(), text.to_owned())).into()
}

fn muteki() -> Values {
    values([
        ("name", "株式会社めじるし霧笛"),
        ("name_disp", "めじるし霧笛"),
        ("name_kana", "メジルシムテキ"),
        ("main_tel", "03-0000-1234"),
        ("zip", "100-0000"),
        ("pref_id", "13"),
        ("address", "霧笛区汽笛町1-2-3"),
        ("url", "https://www.mejirushi.example/"),
        ("mail_domain", "mejirushi.example"),
    ])
}

/// A service to which another machine registered it.
async fn service_with_muteki() -> (PracticeServer, u32) {
    let machine = Machine::new();
    let (desk, service) = connected(&machine).await;
    let id = desk.register(&machine, Entity::Clients, muteki()).await;
    (service, id)
}

fn ids(found: &FoundCompanies) -> Vec<u32> {
    found.companies.iter().map(|company| company.id).collect()
}

#[tokio::test]
async fn a_company_that_this_machine_knows_is_found_and_offered_without_a_call() {
    let machine = Machine::new();
    let (desk, service) = connected(&machine).await;
    let id = desk.register(&machine, Entity::Clients, muteki()).await;
    let calls = service.arrivals().len();
    for part in [
        "めじ",
        "㈱めじるし霧笛",
        "めじるし霧笛（株）",
        "メジルシ",
        "mejirushi.example",
        "hanako@mejirushi.example",
    ] {
        let found = desk.known_companies(part).await.unwrap();
        assert_eq!(ids(&found), [id], "{part}");
    }
    let offer = desk.company_offer(Entity::BusinessCards, id).await.unwrap();
    let wanted = values([
        ("tel", "03-0000-1234"),
        ("zip", "100-0000"),
        ("pref_id", "13"),
        ("address", "霧笛区汽笛町1-2-3"),
        ("url", "https://www.mejirushi.example/"),
    ]);
    assert_eq!(offer, wanted);
    assert_eq!(desk.company_offer(Entity::Leads, id).await.unwrap(), wanted);
    assert_eq!(desk.company_offer(Entity::Leads, id + 1).await.unwrap(), Values::new());
    let found = desk.known_companies("めじるし霧笛㈱").await.unwrap();
    let [Company { name, detail, .. }] = &found.companies[..] else { panic!("{found:?}") };
    assert_eq!((name.as_str(), detail.as_str()), ("株式会社めじるし霧笛", "霧笛区汽笛町1-2-3"));
    assert_eq!(found.called_so, Some(id));
    assert_eq!(desk.known_companies("めじるし").await.unwrap().called_so, None);
    assert_eq!(service.arrivals().len(), calls);
}

#[tokio::test]
async fn the_prefecture_is_offered_once_its_name_is_that_of_one_number() {
    let machine = Machine::new();
    let (desk, service) = connected(&machine).await;
    desk.find(Entity::Clients, everything(), 1).await.unwrap();
    desk.remembering.done().await;
    let found = desk.find(Entity::Clients, everything(), 2).await.unwrap();
    let is_somewhere = |fields: &Values| fields.contains_key("pref");
    let company = found.records.iter().find(|record| is_somewhere(&record.fields)).unwrap();
    let (id, pref) = (company.id.unwrap(), company.fields["pref"].clone());
    desk.remembering.done().await;
    let calls = service.arrivals().len();
    let before = desk.company_offer(Entity::BusinessCards, id).await.unwrap();
    assert_eq!(before.get("pref_id"), None);
    desk.name_choice(hotprofile::contract::Choice::Pref, 77, &pref).await.unwrap();
    let after = desk.company_offer(Entity::BusinessCards, id).await.unwrap();
    assert_eq!(after.get("pref_id").map(String::as_str), Some("77"));
    assert_eq!(after.get("tel"), company.fields.get("main_tel"));
    assert_eq!(service.arrivals().len(), calls);
}

#[tokio::test]
async fn the_service_is_asked_with_one_call_for_the_name_without_its_legal_form() {
    let (service, id) = service_with_muteki().await;
    let machine = Machine::new();
    let stranger = machine.start();
    stranger.connect_to(&service, KEY, false).await.unwrap();
    for (part, parameter) in [
        ("めじるし霧笛㈱", "search[name]"),
        ("（株） めじるし", "search[name]"),
        ("mejirushi.example", "search[mail_domain]"),
    ] {
        let calls = service.arrivals().len();
        let found = stranger.companies(part, false).await.unwrap();
        assert_eq!(ids(&found), [id], "{part}");
        assert_eq!(service.arrivals().len(), calls + 1);
        assert!(service.latest().contains_key(parameter), "{part}");
    }
    stranger.remembering.done().await;
    let calls = service.arrivals().len();
    assert_eq!(ids(&stranger.known_companies("めじるし").await.unwrap()), [id]);
    assert_eq!(service.arrivals().len(), calls);
}

#[tokio::test]
async fn however_slowly_a_name_is_typed_the_service_is_asked_once_where_it_told_all() {
    let (service, id) = service_with_muteki().await;
    let machine = Machine::new();
    let stranger = machine.start();
    stranger.connect_to(&service, KEY, false).await.unwrap();
    let calls = service.arrivals().len();
    for (part, found) in [
        ("め", true),
        ("めじ", true),
        ("株式会社めじるし", true),
        ("めじるし霧笛", true),
        ("めじるし霧笛店", false),
    ] {
        let companies = stranger.companies(part, false).await.unwrap();
        assert_eq!(ids(&companies), if found { vec![id] } else { vec![] }, "{part}");
        assert_eq!(service.arrivals().len(), calls + 1, "{part}");
    }
    // What was renamed from here since is found under its name of now, and whoever wishes asks.
    let renamed = values([("name", "めじるし汽笛株式会社"), ("name_disp", "めじるし")]);
    let at = jiff::Timestamp::now();
    stranger
        .write(move |db| {
            let record =
                hotprofile::ListedRecord { id: Some(id), fields: renamed, items: Vec::new() };
            Ok(crate::known::answered(db, Entity::Clients, &[record], at)?)
        })
        .await
        .unwrap();
    assert_eq!(ids(&stranger.companies("めじるし霧笛", false).await.unwrap()), [0; 0]);
    assert_eq!(service.arrivals().len(), calls + 1);
    assert_eq!(ids(&stranger.companies("めじるし霧笛", true).await.unwrap()), [id]);
    let calls = calls + 1;
    // Neither what is shorter nor another connection's is in that answer.
    stranger.companies("霧笛", false).await.unwrap();
    assert_eq!(service.arrivals().len(), calls + 2);
    stranger.practise().await.unwrap();
    assert_eq!(stranger.companies("めじるし霧笛", false).await.unwrap(), FoundCompanies::default());
}

#[tokio::test]
async fn a_company_that_is_on_its_way_is_found_as_well_and_a_draft_is_not() {
    let machine = Machine::new();
    let (desk, service) = connected(&machine).await;
    service.faults().every(Calls::ALL, Fault::CloseBefore);
    let waiting = desk.submit_company().await;
    let draft = crate::testing::company();
    desk.outbox().await.unwrap().save_draft(None, draft).await.unwrap();
    let found = desk.known_companies("（株）めじるし霧笛").await.unwrap();
    assert_eq!((found.companies, found.waiting), (vec![], vec![waiting]));
    assert_eq!(desk.known_companies("青空").await.unwrap(), FoundCompanies::default());
    assert_eq!(desk.known_companies(" ").await.unwrap(), FoundCompanies::default());
}

#[tokio::test]
async fn of_two_companies_of_one_name_none_is_taken_for_the_one() {
    let machine = Machine::new();
    let (desk, _service) = connected(&machine).await;
    for _ in 0..2 {
        desk.register(&machine, Entity::Clients, muteki()).await;
    }
    for found in [
        desk.known_companies("めじるし霧笛").await.unwrap(),
        desk.companies("めじるし霧笛", false).await.unwrap(),
    ] {
        assert_eq!((found.companies.len(), found.called_so), (2, None));
    }
}

#[tokio::test]
async fn a_new_company_begins_with_its_short_name_its_kana_and_its_legal_form_written_out() {
    let desk = Machine::new().start();
    for (typed, reading, name, short, kana, is_written) in [
        ("㈱青空", "アオゾラ", "株式会社青空", "青空", "アオゾラ", true),
        ("青空(有)", "", "青空有限会社", "青空", "", true),
        ("㈱青空", "カブアオゾラ", "株式会社青空", "青空", "アオゾラ", true),
        ("青空㈲", "アオゾラユウ", "青空有限会社", "青空", "アオゾラ", true),
        ("㈱兜", "カブカブト", "株式会社兜", "兜", "カブト", true),
        ("㈱兜", "カブシキガイシャカブト", "株式会社兜", "兜", "カブト", true),
        ("㈲ユウキ", "ユウゲンガイシャユウキ", "有限会社ユウキ", "ユウキ", "ユウキ", true),
        ("株田商店", "カブタショウテン", "株田商店", "株田商店", "カブタショウテン", false),
        (" 株式会社髙﨑 ", "カブシキガイシャタカサキ", "株式会社髙﨑", "髙﨑", "タカサキ", false),
        (
            "医療法人社団みなも会",
            "イリョウホウジンシャダンミナモカイ",
            "医療法人社団みなも会",
            "みなも会",
            "ミナモカイ",
            false,
        ),
        (
            "みなもの会NPO法人",
            "ミナモノカイエヌピーオーホウジン",
            "みなもの会NPO法人",
            "みなもの会",
            "ミナモノカイ",
            false,
        ),
        (
            "医療器みなも",
            "イリョウキミナモ",
            "医療器みなも",
            "医療器みなも",
            "イリョウキミナモ",
            false,
        ),
        ("Blue Harbour Ltd.", "", "Blue Harbour Ltd.", "Blue Harbour", "", false),
        ("ООО «Маяк»", "", "ООО «Маяк»", "Маяк", "", false),
    ] {
        let new = desk.new_company(typed, reading);
        let value = |key: &str| new.values.get(key).map_or("", String::as_str);
        assert_eq!((value("name"), value("name_disp"), value("name_kana")), (name, short, kana));
        assert_eq!(new.typed.as_deref(), is_written.then_some(typed));
    }
}

#[test]
fn a_name_with_a_sign_of_addresses_is_asked_for_whole() {
    for (part, key, text) in [
        ("株式会社C/Dジャパン", "search[name]", "C/Dジャパン"),
        ("Re:Build株式会社", "search[name]", "Re:Build"),
        ("https://www.muteki.example/about", "search[mail_domain]", "muteki.example"),
        ("muteki.example/about", "search[mail_domain]", "muteki.example"),
        ("hanako@muteki.example", "search[mail_domain]", "muteki.example"),
    ] {
        assert_eq!(super::Wanted::by(part).search(), values([(key, text)]), "{part}");
    }
}
