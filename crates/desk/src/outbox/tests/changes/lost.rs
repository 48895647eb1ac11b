//! Answers that are lost, and programs that end in between.

use std::time::Duration;

use hotprofile::{Entity, Operation};
use practice_server::{Calls, FailureBody, Fault};
use rusqlite::Transaction;

use super::Desk;
use crate::outbox::record::{RecordId, Stage};
use crate::outbox::state::{Decision, MOST_LOSSES, State};
use crate::outbox::table;

const TEL: [(&str, &str); 1] = [("main_tel", "03-0000-9999")];

impl Desk {
    /// Waits until the service answered, and the record is to be read back.
    async fn until_answered(&mut self, id: RecordId) {
        let is_changed = move |db: &Transaction| {
            let record = table::get(db, id)?.unwrap();
            Ok(matches!(record.state, State::Changed { .. }))
        };
        self.changes.mark_changed();
        while !self.outbox.kept.read(is_changed).await.unwrap() {
            self.changes.changed().await.unwrap();
        }
    }
}

#[tokio::test]
async fn a_change_that_was_stored_is_recognised_though_its_answer_was_lost() {
    let mut desk = Desk::sending().await;
    let id = desk.company_to_change().await;
    for (number, fault) in (0..).zip([
        Fault::CloseAfter,
        Fault::Truncated,
        Fault::Failure { status: 502, body: FailureBody::Html, stored: true },
    ]) {
        desk.befall(Operation::Update, fault);
        // Were it sent a second time, it would be refused.
        desk.refuse_updates();
        let tel = format!("03-0000-{number:04}");
        let change = desk.change(Entity::Clients, id, &[("main_tel", &tel)]).await;
        assert_eq!(desk.until_done(change).await, id);
        assert_eq!(desk.shown(Entity::Clients, id).await["main_tel"], tel);
        desk.server.faults().clear();
    }
}

#[tokio::test]
async fn a_change_that_was_not_stored_is_sent_again_after_the_safe_delay() {
    let mut desk = Desk::sending().await;
    let id = desk.company_to_change().await;
    desk.befall(Operation::Update, Fault::CloseBefore);
    let change = desk.change(Entity::Clients, id, &TEL).await;
    desk.until(change, |stage| matches!(stage, Stage::Uncertain { .. })).await;
    desk.until_done(change).await;
    assert_eq!(desk.shown(Entity::Clients, id).await["main_tel"], "03-0000-9999");
}

#[tokio::test]
async fn a_hidden_field_is_sent_again_after_a_lost_answer() {
    let mut desk = Desk::sending().await;
    let id = desk.card_to_change().await;
    desk.befall(Operation::Update, Fault::CloseAfter);
    let change = desk.change(Entity::BusinessCards, id, &[("extension", "77")]).await;
    desk.until(change, |stage| matches!(stage, Stage::Uncertain { .. })).await;
    assert_eq!(desk.until_done(change).await, id);
}

#[tokio::test]
async fn a_colleagues_change_after_a_lost_answer_is_not_overwritten() {
    let mut desk = Desk::sending().await;
    let id = desk.company_to_change().await;
    desk.befall(Operation::Update, Fault::CloseBefore);
    let change = desk.change(Entity::Clients, id, &TEL).await;
    desk.until(change, |stage| matches!(stage, Stage::Uncertain { .. })).await;
    desk.outbox.stop(Duration::from_secs(30)).await;
    desk.colleague_changes(Entity::Clients, id, &[("main_tel", "03-0000-5555")]).await;
    desk.start();
    desk.until(change, |stage| matches!(stage, Stage::Conflict { .. })).await;
    assert_eq!(desk.shown(Entity::Clients, id).await["main_tel"], "03-0000-5555");
}

#[tokio::test]
async fn what_the_service_emptied_is_told_though_the_answer_was_lost() {
    let mut desk = Desk::sending().await;
    let id = desk.company_to_change().await;
    desk.outbox.stop(Duration::ZERO).await;
    let change = desk.change(Entity::Clients, id, &TEL).await;
    desk.befall(Operation::Update, Fault::DelayBefore(Duration::from_mins(1)));
    desk.start();
    desk.until(change, |stage| *stage == Stage::Sending).await;
    desk.outbox.stop(Duration::ZERO).await;
    let stored = [("main_tel", "03-0000-9999"), ("note", "")];
    desk.colleague_changes(Entity::Clients, id, &stored).await;
    desk.start();
    let record = desk.until(change, |stage| matches!(stage, Stage::Altered { .. })).await;
    let Stage::Altered { alterations, .. } = record.stage else { unreachable!() };
    assert_eq!(alterations[0].key, "note");
}

#[tokio::test]
async fn no_change_of_a_record_goes_while_another_is_in_doubt() {
    let mut desk = Desk::sending().await;
    let id = desk.company_to_change().await;
    let elsewhere = desk.company().await;
    desk.outbox.stop(Duration::ZERO).await;
    desk.befall(Operation::Update, Fault::CloseBefore);
    let first = desk.change(Entity::Clients, id, &TEL).await;
    let second = desk.change(Entity::Clients, id, &[("main_tel", "03-0000-8888")]).await;
    let third = desk.change(Entity::Clients, elsewhere, &[("note", "面談")]).await;
    desk.start();
    desk.until(first, |stage| matches!(stage, Stage::Uncertain { .. })).await;
    desk.until_done(third).await;
    desk.until_done(second).await;
    assert!(matches!(desk.stage(first).await, Stage::Done { .. }));
    assert_eq!(desk.shown(Entity::Clients, id).await["main_tel"], "03-0000-8888");
}

#[tokio::test]
async fn what_was_answered_is_read_back_though_the_program_ended_in_between() {
    let mut desk = Desk::sending().await;
    let id = desk.company_to_change().await;
    desk.outbox.stop(Duration::ZERO).await;
    let change = desk.change(Entity::Clients, id, &TEL).await;
    desk.befall(Operation::Update, Fault::empties_the_rest(Entity::Clients));
    // The reading before the change is answered, the one after it is not.
    desk.befall(Operation::List, Fault::DelayAfter(Duration::ZERO));
    desk.befall(Operation::List, Fault::DelayAfter(Duration::from_mins(1)));
    desk.start();
    desk.until_answered(change).await;
    desk.outbox.stop(Duration::ZERO).await;
    assert_eq!(desk.stage(change).await, Stage::Sending);
    desk.server.faults().clear();
    desk.refuse_updates();
    desk.start();
    desk.until(change, |stage| matches!(stage, Stage::Altered { .. })).await;
}

#[tokio::test]
async fn a_change_that_is_lost_time_and_again_is_left_to_the_person() {
    let mut desk = Desk::sending().await;
    let id = desk.company_to_change().await;
    desk.server.faults().next(
        usize::try_from(MOST_LOSSES).unwrap(),
        Calls::of(Operation::Update),
        Fault::CloseBefore,
    );
    let change = desk.change(Entity::Clients, id, &TEL).await;
    let record = desk.until(change, |stage| matches!(stage, Stage::Undecided { .. })).await;
    assert_eq!(record.stage, Stage::Undecided { candidates: Vec::new() });
    desk.outbox.decide(change, Decision::SendAgain).await.unwrap();
    desk.until_done(change).await;
}
