use std::time::Duration;

use hotprofile::{Entity, Operation, Order, Values};
use jiff::Timestamp;
use practice_server::{Calls, Fault};
use rusqlite::params;

use crate::Desk;
use crate::find::Query;
use crate::outbox::record::Form;
use crate::testing::{KEY, Machine, everything, service};

/// How much is known of this kind of record.
async fn count(desk: &Desk, entity: Entity) -> u32 {
    desk.remembering.done().await;
    let count = move |db: &rusqlite::Transaction| {
        let sql = "SELECT count(*) FROM known WHERE entity = ?";
        Ok(db.query_row(sql, [entity.key()], |row| row.get(0))?)
    };
    desk.read(count).await.unwrap()
}

/// What the latest answer told of a field.
async fn answered(desk: &Desk, entity: Entity, id: u32, key: &'static str) -> Option<String> {
    desk.remembering.done().await;
    desk.read(move |db| {
        let sql = "SELECT answered ->> ? FROM known WHERE entity = ? AND id = ?";
        Ok(db.query_row(sql, params![key, entity.key(), id], |row| row.get(0))?)
    })
    .await
    .unwrap()
}

#[tokio::test]
async fn every_answer_is_remembered_for_its_own_connection_and_outlives_a_restart() {
    let (machine, service) = (Machine::new(), service().await);
    let desk = machine.start();
    desk.practise().await.unwrap();
    desk.find(Entity::BusinessCards, everything(), 1).await.unwrap();
    desk.companies("株式会社", false).await.unwrap();
    assert_eq!(count(&desk, Entity::BusinessCards).await, 20);
    assert!(count(&desk, Entity::Clients).await > 0);
    desk.connect_to(&service, KEY, false).await.unwrap();
    assert_eq!(count(&desk, Entity::BusinessCards).await, 1, "the newest, from the try");
    desk.close_outbox().await;

    let next = machine.start();
    next.practise().await.unwrap();
    assert_eq!(count(&next, Entity::BusinessCards).await, 20);
    next.reset_practice().await.unwrap();
    assert_eq!(count(&next, Entity::BusinessCards).await, 0);
}

#[tokio::test]
async fn a_later_answer_takes_the_place_of_an_earlier_one_and_what_was_sent_stays() {
    let (machine, service) = (Machine::new(), service().await);
    let desk = machine.start();
    desk.connect_to(&service, KEY, true).await.unwrap();
    let company =
        [("name", "株式会社波"), ("name_disp", "波"), ("name_sub", "Wave"), ("note", "長いメモ")];
    let company: Values = company.map(|(key, text)| (key.to_owned(), text.to_owned())).into();
    let id = desk.register(&machine, Entity::Clients, company).await;
    for number in [1, 2] {
        desk.find(Entity::Clients, everything(), number).await.unwrap();
        let name = answered(&desk, Entity::Clients, id, "name").await;
        assert_eq!(name.as_deref(), Some("株式会社波"));
    }
    let note = answered(&desk, Entity::Clients, id, "note").await;
    assert_eq!(
        note, None,
        "memos are most of what there is, and nobody looks for a record by them"
    );
    let sent = desk.read(move |db| Ok(super::sent_of(db, Entity::Clients, id)?)).await.unwrap();
    assert_eq!(sent.unwrap().values["name_sub"], "Wave");
}

#[tokio::test]
async fn what_a_look_up_of_the_outbox_finds_is_remembered_too() {
    let (machine, service) = (Machine::new(), service().await);
    let desk = machine.start();
    desk.connect_to(&service, KEY, false).await.unwrap();
    let company = [("name", "株式会社渦"), ("name_disp", "渦")];
    let company: Values = company.map(|(key, text)| (key.to_owned(), text.to_owned())).into();
    let create =
        Calls { entity: Some(Entity::Clients), ..Calls::of(hotprofile::Operation::Create) };
    service.faults().next(1, create, Fault::CloseAfter);
    let id = desk.register(&machine, Entity::Clients, company).await;
    let name = answered(&desk, Entity::Clients, id, "name").await;
    assert_eq!(name.as_deref(), Some("株式会社渦"));
}

#[tokio::test]
async fn an_answer_is_no_newer_than_what_was_sent_while_its_call_was_under_way() {
    let (machine, service) = (Machine::new(), service().await);
    let desk = machine.start();
    desk.connect_to(&service, KEY, false).await.unwrap();
    let company = [("name", "株式会社渦"), ("name_disp", "渦")];
    let company: Values = company.map(|(key, text)| (key.to_owned(), text.to_owned())).into();
    let entity = Entity::Clients;
    let id = desk.register(&machine, entity, company).await;
    let listed = desk.find(entity, everything(), 1).await.unwrap();
    let fields = listed.records.into_iter().find(|found| found.id == Some(id)).unwrap().fields;
    desk.remembering.done().await;

    let form = Form { entity, values: Values::new(), client_name: None, needs: None, change: None };
    for way in ["list", "take"] {
        let calls = service.arrivals().len();
        let late = Fault::DelayAfter(Duration::from_millis(100));
        service.faults().next(1, Calls::of(Operation::List), late);
        let call = async {
            match way {
                "list" => drop(desk.find(entity, everything(), 1).await.unwrap()),
                _ => drop(desk.take_into(form.clone(), id, fields.clone(), 1).await.unwrap()),
            }
        };
        let send = async {
            while service.arrivals().len() == calls {
                tokio::task::yield_now().await;
            }
            let values = Values::from([("name".to_owned(), way.to_owned())]);
            let sent = super::Sent { values, at: Timestamp::now() };
            desk.write(move |db| Ok(super::table::write_sent(db, entity, id, &sent)?))
                .await
                .unwrap();
        };
        tokio::join!(call, send);
        desk.remembering.done().await;
        let told = desk.read(move |db| Ok(super::told::told(db, entity, id)?)).await.unwrap();
        assert_eq!(told.unwrap().latest()["name"], way);
    }
}

#[tokio::test]
async fn whoever_connected_or_looked_at_the_newest_spares_the_first_record_a_call() {
    let (machine, service) = (Machine::new(), service().await);
    let desk = machine.start();
    desk.connect_to(&service, KEY, true).await.unwrap();
    desk.remembering.done().await;
    let company = |name: &str| {
        let values = [("name", name), ("name_disp", name)];
        values.map(|(key, text)| (key.to_owned(), text.to_owned())).into()
    };
    let of = |client_id: u32, family_name: &str| {
        let values = [
            ("client_id", &*client_id.to_string()),
            ("family_name", family_name),
            ("status", "1"),
            ("open_status", "1"),
        ];
        values.map(|(key, text)| (key.to_owned(), text.to_owned())).into()
    };
    let calls = || service.arrivals().len();

    let before = calls();
    let id = desk.register(&machine, Entity::Clients, company("株式会社波")).await;
    assert_eq!(
        calls() - before,
        2,
        "nobody looked at companies: their highest number is asked for"
    );
    let before = calls();
    desk.register(&machine, Entity::BusinessCards, of(id, "波野")).await;
    assert_eq!(calls() - before, 1, "the try was told of the newest card");

    let other = Machine::new();
    let theirs = other.start();
    theirs.connect_to(&service, KEY, true).await.unwrap();
    let newest = Order { key: "id".to_owned(), descending: true };
    theirs.find(Entity::Clients, Query { order: Some(newest), ..everything() }, 1).await.unwrap();
    theirs.remembering.done().await;
    let before = calls();
    theirs.register(&other, Entity::Clients, company("株式会社凪")).await;
    assert_eq!(calls() - before, 1, "the table told of the newest company");
}
