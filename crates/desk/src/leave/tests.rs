use hotprofile::{Entity, Operation, Values};

use super::{Leaving, Left};
use crate::hints::Hint;
use crate::outbox::record::Form;
use crate::testing::{KEY, Machine, service};

fn values(pairs: &[(&str, &str)]) -> Values {
    pairs.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect()
}

fn card(pairs: &[(&str, &str)], typed: &[&str]) -> Leaving {
    Leaving {
        entity: Entity::BusinessCards,
        operation: Operation::Create,
        values: values(pairs),
        standing: values(pairs),
        typed: typed.iter().map(|key| (*key).to_owned()).collect(),
    }
}

#[tokio::test]
async fn what_was_typed_is_tidied_before_it_is_checked_and_what_was_put_back_is_not() {
    let desk = Machine::new().start();
    let typed = [("trade_on", "R8.11.23"), ("tel", "0300001234 内線12")];
    let Left { values, problems, tidied, .. } =
        desk.leave(card(&typed, &["trade_on", "tel"])).await;
    assert_eq!(values["trade_on"], "2026/11/23");
    assert_eq!((&*values["tel"], &*values["extension"]), ("03-0000-1234", "12"));
    assert!(problems.iter().all(|problem| problem.key != "trade_on"));
    let keys: Vec<Vec<_>> =
        tidied.iter().map(|one| one.iter().map(|one| &*one.key).collect()).collect();
    assert_eq!(keys, [vec!["trade_on"], vec!["tel", "extension"]]);

    let Left { values, problems, tidied, .. } = desk.leave(card(&typed, &[])).await;
    assert_eq!(values["tel"], "0300001234 内線12");
    assert!(problems.iter().any(|problem| problem.key == "trade_on"));
    assert_eq!(tidied, Vec::<Vec<_>>::new());
}

#[tokio::test]
async fn a_companys_own_domain_is_known_from_what_was_answered_or_sent() {
    let (machine, service) = (Machine::new(), service().await);
    let desk = machine.start();
    desk.connect_to(&service, KEY, true).await.unwrap();
    let company = [("name", "株式会社波"), ("name_disp", "波"), ("mail_domain", "nami.example")];
    let id = desk.register(&machine, Entity::Clients, values(&company)).await.to_string();
    let hints = |email: &'static str| {
        let (id, desk) = (id.clone(), &desk);
        async move {
            let form = card(&[("client_id", id.as_str()), ("email", email)], &[]);
            desk.leave(form).await.hints.into_iter().map(|one| one.hint).collect::<Vec<_>>()
        }
    };
    assert_eq!(
        hints("umi@nani.example").await,
        [Hint::DomainLike { domain: "nami.example".to_owned() }]
    );
    assert!(hints("umi@nami.example").await.is_empty());
}

#[tokio::test]
async fn a_domain_is_known_from_colleagues_where_their_company_tells_none() {
    let (machine, service) = (Machine::new(), service().await);
    let desk = machine.start();
    desk.connect_to(&service, KEY, true).await.unwrap();
    let company = [("name", "株式会社潮"), ("name_disp", "潮")];
    let id = desk.register(&machine, Entity::Clients, values(&company)).await.to_string();
    let colleague = [
        ("client_id", id.as_str()),
        ("family_name", "潮田"),
        ("status", "1"),
        ("open_status", "1"),
        ("email", "shioda@ushio-shoji.example"),
    ];
    let form = Form {
        entity: Entity::BusinessCards,
        values: values(&colleague),
        client_name: Some("株式会社潮".to_owned()),
        needs: None,
        change: None,
    };
    let mut counts = machine.counts.subscribe();
    desk.outbox().await.unwrap().submit(None, form).await.unwrap();
    counts.wait_for(|counts| counts.unsent() == 0).await.unwrap();
    let email = ("email", "nami@ushio-shoji.exanple");
    let Left { hints, .. } = desk.leave(card(&[("client_id", id.as_str()), email], &[])).await;
    let meant = Hint::DomainLike { domain: "ushio-shoji.example".to_owned() };
    assert_eq!(hints.into_iter().map(|one| one.hint).collect::<Vec<_>>(), [meant]);
}

#[tokio::test]
async fn in_a_change_only_what_would_be_sent_is_looked_at() {
    let desk = Machine::new().start();
    let Left { hints, .. } = desk
        .leave(Leaving {
            operation: Operation::Update,
            values: values(&[("fax", "03-12")]),
            standing: values(&[("fax", "03-12"), ("tel", "03-12")]),
            ..card(&[], &[])
        })
        .await;
    assert_eq!(hints.iter().map(|one| &*one.key).collect::<Vec<_>>(), ["fax"]);
}
