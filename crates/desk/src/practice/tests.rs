mod kept;

use std::sync::Arc;
use std::time::Duration;

use hotprofile::{Entity, Fault as BrokenRule, Operation, Order, Problem, Values};
use practice_server::{Calls, Fault};

use crate::Desk;
use crate::connection::ConnectionKind;
use crate::find::Query;
use crate::outbox::record::Form;
use crate::testing::{KEY, Machine, service};
use crate::trouble::Trouble;

fn values<const N: usize>(values: [(&str, &str); N]) -> Values {
    values.map(|(key, value)| (key.to_owned(), value.to_owned())).into()
}

fn query(search: Values) -> Query {
    let order = Some(Order { key: "id".to_owned(), descending: true });
    Query { search, order, number: 1, display_number: 20 }
}

async fn cards(desk: &Desk) -> u32 {
    desk.find(Entity::BusinessCards, query(Values::new()), 1).await.unwrap().total_count
}

#[tokio::test]
async fn practice_starts_once_with_sample_data() {
    let machine = Machine::new();
    let desk = machine.start();
    let (one, other) = tokio::join!(desk.practise(), desk.practise());
    let practice = other.unwrap().connection;
    assert_eq!(one, Err(Trouble::Overtaken));
    assert_eq!(practice.kind, ConnectionKind::Practice);
    assert!(practice.host.starts_with("127.0.0.1:"), "{}", practice.host);
    assert_eq!(desk.practise().await.unwrap().connection, practice);
    assert_eq!(cards(&desk).await, 200);

    desk.close_outbox().await;
    let next = machine.start();
    assert_eq!(next.standing("").last.as_deref(), Some("practice"));
    assert_eq!(next.reopen("practice").await.unwrap().kind, ConnectionKind::Practice);
}

#[tokio::test]
async fn a_company_and_a_card_are_registered_and_found_again() {
    let machine = Machine::new();
    let desk = machine.start();
    desk.practise().await.unwrap();
    let company = values([("name", "髙﨑𠮷商会株式会社"), ("name_disp", "髙﨑𠮷商会")]);
    let client_id = desk.register(&machine, Entity::Clients, company).await;
    let found = desk.companies(" 﨑𠮷 ", false).await.unwrap().companies;
    let [choice] = &found[..] else { panic!("{found:?}") };
    assert_eq!((choice.id, choice.name.as_str()), (client_id, "髙﨑𠮷商会株式会社"));
    assert_eq!(choice.detail, "髙﨑𠮷商会");

    let memo = "名刺交換の記録。".repeat(375);
    let id = client_id.to_string();
    let card = values([
        ("client_id", id.as_str()),
        ("family_name", "　髙橋　"),
        ("extension", "１２３"),
        ("status", "1"),
        ("open_status", "1"),
        ("note", &memo),
    ]);
    let id = desk.register(&machine, Entity::BusinessCards, card).await;
    let search = query(values([("search[family_name]", "髙橋")]));
    let found = desk.find(Entity::BusinessCards, search, 1).await.unwrap();
    let record = &found.records[0];
    assert_eq!(record.id, Some(id));
    assert_eq!(record.fields["client_name"], "髙﨑𠮷商会株式会社");
    assert_eq!(record.fields["note"], memo);

    desk.reset_practice().await.unwrap();
    assert_eq!(cards(&desk).await, 200);
    assert_eq!(desk.companies("﨑𠮷", false).await.unwrap().companies, []);
}

#[tokio::test]
async fn what_is_on_its_way_while_the_data_are_reset_is_not_in_the_new_ones() {
    let desk = Machine::new().start();
    desk.practise().await.unwrap();
    let server = &desk.practice.get().unwrap().server;
    let before = server.count(Entity::Clients).await.unwrap();
    let create = Calls { entity: Some(Entity::Clients), operation: Some(Operation::Create) };
    server.faults().every(create, Fault::DelayBefore(Duration::from_millis(300)));
    desk.submit_company().await;
    while !server.latest().contains_key("name_disp") {
        tokio::task::yield_now().await;
    }
    desk.reset_practice().await.unwrap();
    tokio::time::sleep(Duration::from_millis(500)).await;
    assert_eq!(server.count(Entity::Clients).await.unwrap(), before);
    assert_eq!(desk.outbox().await.unwrap().records().await.unwrap(), []);
}

#[tokio::test]
async fn the_customers_own_items_are_found_with_their_names() {
    let machine = Machine::new();
    let desk = machine.start();
    desk.practise().await.unwrap();
    let found = desk.find(Entity::Clients, query(Values::new()), 1).await.unwrap();
    let item = found.records.iter().flat_map(|record| &record.items).next().unwrap();
    assert_eq!(item.label, "決算月");
    assert!(item.value.ends_with('月'), "{item:?}");
}

#[tokio::test]
async fn what_breaks_a_rule_is_not_sent() {
    let desk = Machine::new().start();
    desk.practise().await.unwrap();
    let before = desk.practice.get().unwrap().server.arrivals().len();
    let short = values([("name", "株式会社")]);
    let required = Problem { key: "name_disp".to_owned(), fault: BrokenRule::Required };
    let checked = desk.check(Entity::Clients, Operation::Create, &short);
    assert_eq!(checked.problems, std::slice::from_ref(&required));
    let form = Form {
        entity: Entity::Clients,
        values: short,
        client_name: None,
        needs: None,
        change: None,
    };
    let refused = desk.outbox().await.unwrap().submit(None, form).await;
    assert_eq!(refused.map_err(Trouble::from), Err(Trouble::Invalid { problems: vec![required] }));

    let unknown = Problem { key: "search[shoe_size]".to_owned(), fault: BrokenRule::Unknown };
    let search = values([("search[shoe_size]", "27")]);
    let checked = desk.check(Entity::Clients, Operation::List, &search);
    assert_eq!(checked.problems, std::slice::from_ref(&unknown));
    let refused = desk.find(Entity::Clients, query(search), 1).await;
    assert_eq!(refused.unwrap_err(), Trouble::Invalid { problems: vec![unknown] });

    assert_eq!(desk.companies(" 　", false).await.unwrap().companies, []);
    assert_eq!(desk.practice.get().unwrap().server.arrivals().len(), before);
}

#[tokio::test]
async fn a_slow_call_holds_nobody_up_and_ends_where_it_began() {
    let machine = Machine::new();
    let desk = Arc::new(machine.start());
    desk.practise().await.unwrap();
    let server = &desk.practice.get().unwrap().server;
    server.faults().next(1, Calls::ALL, Fault::DelayAfter(Duration::from_mins(10)));
    let before = server.arrivals().len();
    let slow = tokio::spawn({
        let desk = Arc::clone(&desk);
        async move { cards(&desk).await }
    });
    while server.arrivals().len() == before {
        tokio::task::yield_now().await;
    }
    // While it waits, others find, switch and switch back.
    assert_eq!(cards(&desk).await, 200);
    let service = service().await;
    desk.connect_to(&service, KEY, true).await.unwrap();
    assert_eq!(cards(&desk).await, 3);
    desk.practise().await.unwrap();
    assert_eq!(cards(&desk).await, 200);
    assert!(!slow.is_finished());
    slow.abort();
}
