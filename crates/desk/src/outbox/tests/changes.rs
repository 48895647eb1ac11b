//! Changes to registered records: what is sent, what is read, what is lost in between.

mod altered;
mod conflicts;
mod lost;
mod reading;

use hotprofile::{Entity, Operation, Update, Urgency, Values};
use practice_server::{Calls, FailureBody, Fault};

use super::{Desk, card, company, values};
use crate::outbox::record::{Change, Form, RecordId, Stage};
use crate::outbox::{HistoryQuery, OutboxError};

impl Desk {
    /// What the service shows of a record.
    async fn shown(&self, entity: Entity, id: u32) -> Values {
        let listed = self.listed(entity).await;
        listed.into_iter().find(|record| record.id == Some(id)).unwrap().fields
    }

    /// The form of a change, as it is when the record was opened just now.
    async fn changing(&self, entity: Entity, id: u32, pairs: &[(&str, &str)]) -> Form {
        let listed = self.shown(entity, id).await;
        let mut values = values(pairs);
        if entity == Entity::BusinessCards {
            let kept = self.server.kept(entity, id).await.unwrap();
            values.entry("client_id".to_owned()).or_insert_with(|| kept["client_id"].clone());
        }
        let change = Some(Change { id, name: listed["name"].clone(), listed });
        Form { entity, values, client_name: None, needs: None, change }
    }

    async fn change(&self, entity: Entity, id: u32, pairs: &[(&str, &str)]) -> RecordId {
        let form = self.changing(entity, id, pairs).await;
        self.submit(form).await
    }

    /// A company with a telephone and a note, registered.
    async fn company_to_change(&mut self) -> u32 {
        let mut form = company("株式会社青空");
        form.values.extend(values(&[("main_tel", "03-0000-1234"), ("note", "展示会")]));
        let id = self.submit(form).await;
        self.until_done(id).await
    }

    /// A card with an extension, which no answer shows, registered.
    async fn card_to_change(&mut self) -> u32 {
        let client_id = self.company().await;
        let mut form = card("山田", client_id);
        form.values.extend(values(&[
            ("first_name", "太郎"),
            ("extension", "123"),
            ("email", "taro@aozora.example"),
        ]));
        let id = self.submit(form).await;
        self.until_done(id).await
    }

    async fn colleague_changes(&self, entity: Entity, id: u32, pairs: &[(&str, &str)]) {
        let mut values = values(pairs);
        values.insert("id".to_owned(), id.to_string());
        let update = Update::new(entity, &values).unwrap();
        self.client(self.server.api_key()).update(&update, Urgency::Person).await.unwrap();
    }

    /// From here on no update can be stored: one that is sent is refused.
    fn refuse_updates(&self) {
        let refusal = Fault::Failure { status: 422, body: FailureBody::Json, stored: false };
        self.server.faults().every(Calls::of(Operation::Update), refusal);
    }
}

#[tokio::test]
async fn a_change_leaves_what_was_not_changed_as_it_was() {
    let mut desk = Desk::sending().await;
    let id = desk.company_to_change().await;
    let change = desk.change(Entity::Clients, id, &[("main_tel", "03-0000-9999")]).await;
    assert_eq!(desk.until_done(change).await, id);
    let shown = desk.shown(Entity::Clients, id).await;
    assert_eq!((&*shown["main_tel"], &*shown["note"]), ("03-0000-9999", "展示会"));
}

#[tokio::test]
async fn a_card_is_found_through_the_list_and_changed() {
    let mut desk = Desk::sending().await;
    let id = desk.card_to_change().await;
    let renamed = [("family_name", "山本"), ("email", "yamamoto@aozora.example")];
    let change = desk.change(Entity::BusinessCards, id, &renamed).await;
    assert_eq!(desk.until_done(change).await, id);
    let shown = desk.shown(Entity::BusinessCards, id).await;
    assert_eq!(shown["name"], "山本 太郎");
    assert_eq!(shown["client_name"], "株式会社青空");
}

#[tokio::test]
async fn a_card_goes_to_another_company_of_the_same_name_though_an_answer_is_lost() {
    let mut desk = Desk::sending().await;
    let id = desk.card_to_change().await;
    let other = desk.company().await;
    desk.befall(Operation::Update, Fault::CloseBefore);
    let sent = [("client_id", &*other.to_string())];
    let mut form = desk.changing(Entity::BusinessCards, id, &sent).await;
    form.client_name = Some("株式会社青空".to_owned());
    let change = desk.submit(form).await;
    desk.until_done(change).await;
    let kept = desk.server.kept(Entity::BusinessCards, id).await.unwrap();
    assert_eq!(kept["client_id"], other.to_string());
}

#[tokio::test]
async fn an_empty_text_empties_its_field() {
    let mut desk = Desk::sending().await;
    let id = desk.company_to_change().await;
    let change = desk.change(Entity::Clients, id, &[("note", "")]).await;
    desk.until_done(change).await;
    assert!(!desk.shown(Entity::Clients, id).await.contains_key("note"));
}

#[tokio::test]
async fn a_form_in_which_nothing_was_changed_can_not_be_saved_into_the_outbox() {
    let mut desk = Desk::sending().await;
    let id = desk.company_to_change().await;
    for pairs in [&[][..], &[("main_tel", " 03-0000-1234"), ("url", "")]] {
        let form = desk.changing(Entity::Clients, id, pairs).await;
        let refused = desk.outbox.submit(None, form).await;
        assert!(matches!(refused, Err(OutboxError::NothingChanged)), "{refused:?}");
    }
    let card = desk.card_to_change().await;
    let form = desk.changing(Entity::BusinessCards, card, &[]).await;
    let refused = desk.outbox.submit(None, form).await;
    assert!(matches!(refused, Err(OutboxError::NothingChanged)), "{refused:?}");
}

#[tokio::test]
async fn what_the_service_shows_already_is_not_sent() {
    let mut desk = Desk::sending().await;
    let id = desk.company_to_change().await;
    let form = desk.changing(Entity::Clients, id, &[("main_tel", "03-0000-9999")]).await;
    desk.colleague_changes(Entity::Clients, id, &[("main_tel", "03-0000-9999")]).await;
    desk.refuse_updates();
    let change = desk.submit(form).await;
    assert_eq!(desk.until_done(change).await, id);
}

#[tokio::test]
async fn where_only_the_writing_is_to_be_changed_it_is_sent() {
    let mut desk = Desk::sending().await;
    let id = desk.company_to_change().await;
    let change = desk.change(Entity::Clients, id, &[("main_tel", "０３−００００−１２３４")]).await;
    desk.until_done(change).await;
    assert_eq!(desk.shown(Entity::Clients, id).await["main_tel"], "０３−００００−１２３４");
}

#[tokio::test]
async fn a_waiting_change_is_taken_back_corrected_and_sent() {
    let mut desk = Desk::sending().await;
    let id = desk.company_to_change().await;
    desk.outbox.stop(std::time::Duration::ZERO).await;
    let change = desk.change(Entity::Clients, id, &[("note", "面談")]).await;
    let mut draft = desk.outbox.take_back(change).await.unwrap();
    assert_eq!(draft.stage, Stage::Draft { aside: false });
    draft.form.values.insert("note".to_owned(), "面会".to_owned());
    desk.outbox.submit(Some(change), draft.form).await.unwrap();
    desk.start();
    desk.until_done(change).await;
    assert_eq!(desk.shown(Entity::Clients, id).await["note"], "面会");
}

#[tokio::test]
async fn a_change_that_the_service_refuses_is_corrected_in_its_form() {
    let mut desk = Desk::sending().await;
    let id = desk.company_to_change().await;
    let refusal = Fault::Failure { status: 422, body: FailureBody::Json, stored: false };
    desk.befall(Operation::Update, refusal);
    let change = desk.change(Entity::Clients, id, &[("note", "面談")]).await;
    desk.until(change, |stage| matches!(stage, Stage::Refused { .. })).await;
    let draft = desk.outbox.take_back(change).await.unwrap();
    desk.outbox.submit(Some(change), draft.form).await.unwrap();
    desk.until_done(change).await;
}

#[tokio::test]
async fn of_two_own_changes_in_a_row_the_second_meets_no_conflict() {
    let mut desk = Desk::sending().await;
    let id = desk.company_to_change().await;
    desk.outbox.stop(std::time::Duration::ZERO).await;
    let first = desk.change(Entity::Clients, id, &[("main_tel", "03-0000-9999")]).await;
    let draft = desk.changing(Entity::Clients, id, &[("note", "面談")]).await;
    let draft_id = desk.outbox.save_draft(None, draft.clone()).await.unwrap();
    let second = desk.change(Entity::Clients, id, &[("main_tel", "03-0000-8888")]).await;
    desk.start();
    desk.until_done(first).await;
    desk.until_done(second).await;
    // The form still has the version that it was opened with.
    desk.outbox.submit(Some(draft_id), draft).await.unwrap();
    desk.until_done(draft_id).await;
    let shown = desk.shown(Entity::Clients, id).await;
    assert_eq!((&*shown["main_tel"], &*shown["note"]), ("03-0000-8888", "面談"));
}

#[tokio::test]
async fn a_change_is_remembered_with_what_it_was_before_and_found_by_the_records_name() {
    let mut desk = Desk::sending().await;
    let id = desk.company_to_change().await;
    let change = desk.change(Entity::Clients, id, &[("note", "面談")]).await;
    desk.until_done(change).await;
    for text in ["青空 面談", "青空"] {
        let query =
            HistoryQuery { text: text.to_owned(), entity: None, number: 1, display_number: 20 };
        let latest = desk.outbox.history(query, 90).await.unwrap().records.remove(0);
        assert_eq!(latest.id, change);
        assert_eq!(latest.form.values["note"], "面談");
        assert_eq!(latest.form.change.unwrap().listed["note"], "展示会");
    }
}
