//! A service that does more, or less, than it was told.

use hotprofile::{Entity, Operation};
use practice_server::Fault;

use super::{Desk, values};
use crate::outbox::record::{Alteration, RecordId, Stage};
use crate::outbox::state::Decision;

impl Desk {
    async fn until_altered(&mut self, id: RecordId) -> Vec<Alteration> {
        let record = self.until(id, |stage| matches!(stage, Stage::Altered { .. })).await;
        let Stage::Altered { alterations, .. } = record.stage else { unreachable!() };
        alterations
    }
}

fn alteration(key: &str, before: &str, after: &str) -> Alteration {
    Alteration { key: key.to_owned(), before: before.to_owned(), after: after.to_owned() }
}

#[tokio::test]
async fn what_the_service_emptied_is_told_until_the_person_has_seen_it() {
    let mut desk = Desk::sending().await;
    let id = desk.company_to_change().await;
    desk.befall(Operation::Update, Fault::empties_the_rest(Entity::Clients));
    let change = desk.change(Entity::Clients, id, &[("main_tel", "03-0000-9999")]).await;
    assert_eq!(desk.until_altered(change).await, [alteration("note", "展示会", "")]);
    assert_eq!((desk.outbox.counts().altered, desk.outbox.counts().unsent()), (1, 0));
    desk.outbox.decide(change, Decision::Seen).await.unwrap();
    assert_eq!(desk.until_done(change).await, id);
}

#[tokio::test]
async fn a_cards_first_name_that_was_emptied_with_its_family_name_changed_is_told() {
    let mut desk = Desk::sending().await;
    let id = desk.card_to_change().await;
    desk.befall(Operation::Update, Fault::Adds(values(&[("first_name", "")])));
    let change = desk.change(Entity::BusinessCards, id, &[("family_name", "山本")]).await;
    assert_eq!(desk.until_altered(change).await, [alteration("first_name", "太郎", "")]);
}

#[tokio::test]
async fn what_follows_from_what_was_sent_is_not_told() {
    let mut desk = Desk::sending().await;
    let id = desk.card_to_change().await;
    desk.befall(Operation::Update, Fault::Adds(values(&[("latitude", "35.6")])));
    let sent = [("pref_id", "13"), ("address", "霧笛区一丁目"), ("family_name_kana", "ヤマモト")];
    let change = desk.change(Entity::BusinessCards, id, &sent).await;
    desk.until_done(change).await;
}

#[tokio::test]
async fn a_field_that_the_service_did_not_empty_is_told() {
    let mut desk = Desk::sending().await;
    let id = desk.company_to_change().await;
    desk.befall(Operation::Update, Fault::IgnoresEmpty);
    let change =
        desk.change(Entity::Clients, id, &[("note", ""), ("main_tel", "03-0000-9999")]).await;
    assert_eq!(desk.until_altered(change).await, [alteration("note", "", "展示会")]);
}

#[tokio::test]
async fn a_waiting_change_meets_what_the_one_before_it_altered() {
    let mut desk = Desk::sending().await;
    let id = desk.company_to_change().await;
    desk.outbox.stop(std::time::Duration::ZERO).await;
    desk.befall(Operation::Update, Fault::empties_the_rest(Entity::Clients));
    let first = desk.change(Entity::Clients, id, &[("main_tel", "03-0000-9999")]).await;
    let second = desk.change(Entity::Clients, id, &[("url", "https://aozora.example/")]).await;
    desk.start();
    desk.until_altered(first).await;
    let record = desk.until(second, |stage| matches!(stage, Stage::Conflict { .. })).await;
    let Stage::Conflict { differences } = record.stage else { unreachable!() };
    let keys: Vec<_> = differences.iter().map(|difference| &*difference.key).collect();
    assert_eq!(keys, ["url", "note"]);
}
