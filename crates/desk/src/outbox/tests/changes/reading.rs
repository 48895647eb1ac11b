//! How many calls it takes to read a record again.

use hotprofile::Entity;

use super::{Desk, card, values};
use crate::outbox::record::Form;

/// A reading, the change, and a reading of what became of it.
const FEWEST: usize = 3;

fn lead(name: &str) -> Form {
    let values = values(&[("client_id", "1"), ("family_name", name)]);
    Form { entity: Entity::Leads, values, client_name: None, needs: None, change: None }
}

impl Desk {
    /// How many calls are made until this record is changed.
    async fn calls_of(&mut self, form: Form) -> usize {
        let before = self.server.arrivals().len();
        let change = self.submit(form).await;
        self.until_done(change).await;
        self.server.arrivals().len() - before
    }
}

#[tokio::test]
async fn a_card_is_read_with_one_call_whatever_is_changed_of_it() {
    let mut desk = Desk::sending().await;
    let id = desk.card_to_change().await;
    for pairs in [
        &[("note", "面談")][..],
        &[("family_name", "山本")],
        &[("first_name", "次郎"), ("email", "jiro@aozora.example")],
        &[("family_name", "川本"), ("email", ""), ("tel", "03-0000-5678")],
    ] {
        let form = desk.changing(Entity::BusinessCards, id, pairs).await;
        assert_eq!(desk.calls_of(form).await, FEWEST, "{pairs:?}");
    }
}

#[tokio::test]
async fn a_card_whose_name_is_in_one_piece_is_read_with_one_call() {
    let mut desk = Desk::sending().await;
    let client_id = desk.company().await;
    let registered = desk.submit(card("山田", client_id)).await;
    let id = desk.until_done(registered).await;
    let form = desk.changing(Entity::BusinessCards, id, &[("note", "面談")]).await;
    assert_eq!(form.change.as_ref().unwrap().name.trim(), "山田");
    assert_eq!(desk.calls_of(form).await, FEWEST);
}

#[tokio::test]
async fn companies_and_leads_are_read_with_one_call() {
    let mut desk = Desk::sending().await;
    let company = desk.company_to_change().await;
    let form = desk.changing(Entity::Clients, company, &[("note", "面談")]).await;
    assert_eq!(desk.calls_of(form).await, FEWEST);
    let lead = desk.submit(lead("山田")).await;
    let lead = desk.until_done(lead).await;
    let form = desk.changing(Entity::Leads, lead, &[("note", "面談")]).await;
    assert_eq!(desk.calls_of(form).await, FEWEST);
}

#[tokio::test]
async fn a_card_that_a_colleague_renamed_meanwhile_takes_one_call_more() {
    let mut desk = Desk::sending().await;
    let id = desk.card_to_change().await;
    let form = desk.changing(Entity::BusinessCards, id, &[("note", "面談")]).await;
    let renamed = [("client_id", "1"), ("family_name", "川本")];
    desk.colleague_changes(Entity::BusinessCards, id, &renamed).await;
    let before = desk.server.arrivals().len();
    let change = desk.submit(form).await;
    desk.until_conflict(change).await;
    assert_eq!(desk.server.arrivals().len() - before, 2);
    assert!(desk.shown(Entity::BusinessCards, id).await["name"].starts_with("川本"));
}
