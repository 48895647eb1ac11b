//! A colleague's change in between.

use hotprofile::Entity;

use super::{Desk, values};
use crate::outbox::OutboxError;
use crate::outbox::record::{Difference, Form, RecordId, Stage};
use crate::outbox::state::Decision;

const TEL: [(&str, &str); 1] = [("main_tel", "03-0000-9999")];

impl Desk {
    pub(super) async fn until_conflict(&mut self, id: RecordId) -> Vec<Difference> {
        let record = self.until(id, |stage| matches!(stage, Stage::Conflict { .. })).await;
        let Stage::Conflict { differences } = record.stage else { unreachable!() };
        differences
    }

    /// A change to a company whose note a colleague changed meanwhile.
    async fn in_conflict(&mut self) -> (u32, RecordId) {
        let id = self.company_to_change().await;
        let form = self.changing(Entity::Clients, id, &TEL).await;
        self.colleague_changes(Entity::Clients, id, &[("note", "訪問済み")]).await;
        let change = self.submit(form).await;
        self.until_conflict(change).await;
        (id, change)
    }
}

fn difference(key: &str, opened: &str, ours: Option<&str>, theirs: &str) -> Difference {
    Difference {
        key: key.to_owned(),
        opened: opened.to_owned(),
        ours: ours.map(str::to_owned),
        theirs: theirs.to_owned(),
    }
}

#[tokio::test]
async fn a_colleagues_change_is_shown_beside_ours_and_nothing_is_sent() {
    let mut desk = Desk::sending().await;
    let (id, change) = desk.in_conflict().await;
    let differences = desk.until_conflict(change).await;
    assert_eq!(
        differences,
        [
            difference("main_tel", "03-0000-1234", Some("03-0000-9999"), "03-0000-1234"),
            difference("note", "展示会", None, "訪問済み"),
        ]
    );
    assert_eq!(desk.outbox.counts().conflict, 1);
    assert_eq!(desk.outbox.counts().unsent(), 1);
    assert_eq!(desk.shown(Entity::Clients, id).await["main_tel"], "03-0000-1234");
}

#[tokio::test]
async fn the_values_that_the_person_chose_are_sent_and_no_others() {
    let mut desk = Desk::sending().await;
    let (id, change) = desk.in_conflict().await;
    desk.outbox.decide(change, Decision::Resolve { values: values(&TEL) }).await.unwrap();
    desk.until_done(change).await;
    let shown = desk.shown(Entity::Clients, id).await;
    assert_eq!((&*shown["main_tel"], &*shown["note"]), ("03-0000-9999", "訪問済み"));
}

#[tokio::test]
async fn a_record_that_changes_yet_again_is_shown_again() {
    let mut desk = Desk::sending().await;
    let (id, change) = desk.in_conflict().await;
    desk.colleague_changes(Entity::Clients, id, &[("note", "取引開始")]).await;
    desk.outbox.decide(change, Decision::Resolve { values: values(&TEL) }).await.unwrap();
    let shown = |stage: &Stage| {
        let note = difference("note", "訪問済み", None, "取引開始");
        matches!(stage, Stage::Conflict { differences } if differences.contains(&note))
    };
    desk.until(change, shown).await;
}

#[tokio::test]
async fn where_the_person_keeps_the_colleagues_version_the_change_leaves_the_outbox() {
    let mut desk = Desk::sending().await;
    let (id, change) = desk.in_conflict().await;
    desk.refuse_updates();
    let none = Decision::Resolve { values: values(&[]) };
    desk.outbox.decide(change, none).await.unwrap();
    let gone = desk.outbox.record(change).await;
    assert!(matches!(gone, Err(OutboxError::Unknown(_))), "{gone:?}");
    assert_eq!(desk.outbox.counts().unsent(), 0);
    assert_eq!(desk.shown(Entity::Clients, id).await["main_tel"], "03-0000-1234");
}

#[tokio::test]
async fn a_conflict_that_is_taken_back_into_its_form_was_opened_at_the_colleagues_version() {
    let mut desk = Desk::sending().await;
    let (_, change) = desk.in_conflict().await;
    let draft = desk.outbox.decide(change, Decision::TakeBack).await.unwrap();
    assert_eq!(draft.stage, Stage::Draft { aside: false });
    assert_eq!(draft.form.values["main_tel"], "03-0000-9999");
    assert_eq!(draft.form.change.as_ref().unwrap().listed["note"], "訪問済み");
    desk.outbox.submit(Some(change), draft.form).await.unwrap();
    desk.until_done(change).await;
}

#[tokio::test]
async fn a_value_that_breaks_a_rule_resolves_no_conflict() {
    let mut desk = Desk::sending().await;
    let (_, change) = desk.in_conflict().await;
    let wrong = Decision::Resolve { values: values(&[("latitude", "north")]) };
    let refused = desk.outbox.decide(change, wrong).await;
    assert!(matches!(refused, Err(OutboxError::Invalid(_))), "{refused:?}");
    assert!(matches!(desk.stage(change).await, Stage::Conflict { .. }));
}

#[tokio::test]
async fn a_card_that_a_colleague_gave_to_another_company_stays_there() {
    let mut desk = Desk::sending().await;
    let id = desk.card_to_change().await;
    let other = desk.submit(super::company("株式会社海")).await;
    let other = desk.until_done(other).await;
    let form = desk.changing(Entity::BusinessCards, id, &[("note", "面談")]).await;
    let moved = [("client_id", &*other.to_string())];
    desk.colleague_changes(Entity::BusinessCards, id, &moved).await;
    let change = desk.submit(Form { client_name: Some("株式会社青空".to_owned()), ..form }).await;
    desk.until_conflict(change).await;

    // Its id is not answered: no other than a person can name it.
    let chosen = Decision::Resolve { values: values(&[("note", "面談")]) };
    let refused = desk.outbox.decide(change, chosen).await;
    let Err(OutboxError::Invalid(problems)) = refused else { panic!("{refused:?}") };
    assert_eq!(problems[0].key, "client_id");
    let draft = desk.outbox.decide(change, Decision::TakeBack).await.unwrap();
    assert_eq!(draft.form.client_name.as_deref(), Some("株式会社海"));
    assert!(!draft.form.values.contains_key("client_id"));
}

#[tokio::test]
async fn a_record_that_is_gone_is_left_to_the_person() {
    let mut desk = Desk::sending().await;
    let id = desk.card_to_change().await;
    let form = desk.changing(Entity::BusinessCards, id, &[("note", "面談")]).await;
    let private = [("client_id", "1"), ("open_status", "3")];
    desk.colleague_changes(Entity::BusinessCards, id, &private).await;
    let change = desk.submit(form).await;
    assert_eq!(desk.until_conflict(change).await, []);

    let chosen = Decision::Resolve { values: values(&[("note", "面談")]) };
    assert!(desk.outbox.decide(change, chosen).await.is_err());
    desk.outbox.decide(change, Decision::SendAgain).await.unwrap();
    assert_eq!(desk.until_done(change).await, id);
    let public = [("client_id", "1"), ("open_status", "1")];
    desk.colleague_changes(Entity::BusinessCards, id, &public).await;
    assert_eq!(desk.shown(Entity::BusinessCards, id).await["note"], "面談");
}

#[tokio::test]
async fn what_others_changed_where_nobody_sees_it_is_no_conflict() {
    let mut desk = Desk::sending().await;
    let id = desk.card_to_change().await;
    let form = desk.changing(Entity::BusinessCards, id, &[("note", "面談")]).await;
    let hidden = [("client_id", "1"), ("extension", "77")];
    desk.colleague_changes(Entity::BusinessCards, id, &hidden).await;
    let change = desk.submit(form).await;
    desk.until_done(change).await;
}
