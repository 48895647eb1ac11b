use std::time::Duration;

use hotprofile::{Create, Entity, Operation, Urgency};
use jiff::Timestamp;
use practice_server::{FailureBody, Fault};
use rusqlite::Transaction;

use super::{Desk, card, company, private};
use crate::outbox::record::{RecordId, Stage};
use crate::outbox::state::{Decision, State};
use crate::outbox::table;

fn is_undecided(stage: &Stage) -> bool {
    matches!(stage, Stage::Undecided { .. })
}

fn lost_answers() -> [Fault; 5] {
    let failure = |body| Fault::Failure { status: 502, body, stored: true };
    [
        Fault::CloseAfter,
        Fault::Truncated,
        failure(FailureBody::Html),
        failure(FailureBody::Empty),
        failure(FailureBody::Json),
    ]
}

#[tokio::test]
async fn a_record_that_was_stored_is_found_by_its_fields() {
    let mut desk = Desk::sending().await;
    let client_id = desk.company().await;
    for (number, fault) in (1..).zip(lost_answers()) {
        desk.befall(Operation::Create, fault);
        let id = desk.submit(card("山田", client_id)).await;
        desk.until_done(id).await;
        assert_eq!(desk.listed(Entity::BusinessCards).await.len(), number);
    }
}

#[tokio::test]
async fn a_record_that_was_not_stored_is_sent_again_after_the_safe_delay() {
    let mut desk = Desk::sending().await;
    let client_id = desk.company().await;
    for (number, fault) in (1..).zip([
        Fault::CloseBefore,
        Fault::Html,
        Fault::Failure { status: 500, body: FailureBody::Json, stored: false },
    ]) {
        desk.befall(Operation::Create, fault);
        let id = desk.submit(card("山田", client_id)).await;
        desk.until(id, |stage| matches!(stage, Stage::Uncertain { .. })).await;
        desk.until_done(id).await;
        assert_eq!(desk.listed(Entity::BusinessCards).await.len(), number);
    }
}

#[tokio::test]
async fn of_two_twins_on_purpose_both_are_registered_though_both_answers_are_lost() {
    let mut desk = Desk::sending().await;
    let client_id = desk.company().await;
    desk.befall(Operation::Create, Fault::CloseBefore);
    desk.befall(Operation::Create, Fault::CloseAfter);
    let first = desk.submit(card("山田", client_id)).await;
    let second = desk.submit(card("山田", client_id)).await;
    let (first, second) = (desk.until_done(first).await, desk.until_done(second).await);
    assert_ne!(first, second);
    assert_eq!(desk.listed(Entity::BusinessCards).await.len(), 2);
}

#[tokio::test]
async fn a_private_card_that_is_not_listed_is_left_to_the_person() {
    let mut desk = Desk::sending().await;
    let client_id = desk.company().await;
    desk.befall(Operation::Create, Fault::CloseBefore);
    let id = desk.submit(private(card("山田", client_id))).await;
    let record = desk.until(id, is_undecided).await;
    assert_eq!(record.stage, Stage::Undecided { candidates: Vec::new() });
    desk.outbox.decide(id, Decision::SendAgain).await.unwrap();
    desk.until_done(id).await;
}

#[tokio::test]
async fn a_colleagues_card_of_that_name_is_shown_beside_it() {
    let mut desk = Desk::sending().await;
    let client_id = desk.company().await;
    let seen = desk.submit(card("一番", client_id)).await;
    desk.until_done(seen).await;
    let mut theirs = card("山田", client_id);
    theirs.values.insert("tel".to_owned(), "03-0000-1234".to_owned());
    let create = Create::new(Entity::BusinessCards, &theirs.values).unwrap();
    let colleague = desk.client(desk.server.api_key());
    let theirs = colleague.create(&create, Urgency::Person).await.unwrap();

    for decision in [Decision::ThatOne { id: theirs }, Decision::SendAgain, Decision::TakeBack] {
        desk.befall(Operation::Create, Fault::CloseBefore);
        let id = desk.submit(card("山田", client_id)).await;
        let record =
            desk.until(id, |stage| is_undecided(stage) || matches!(stage, Stage::Done { .. }));
        let Stage::Undecided { candidates } = record.await.stage else {
            // The colleague's card is this machine's since the first decision.
            assert_ne!(decision, Decision::ThatOne { id: theirs });
            continue;
        };
        assert_eq!(candidates[0].id, Some(theirs));
        assert_eq!(candidates[0].fields["tel"], "03-0000-1234");
        desk.outbox.decide(id, decision).await.unwrap();
        assert_eq!(desk.until_done(id).await, theirs);
    }
}

#[tokio::test]
async fn what_was_on_its_way_when_the_program_ended_is_looked_up() {
    let mut desk = Desk::sending().await;
    let client_id = desk.company().await;
    desk.befall(Operation::Create, Fault::DelayAfter(Duration::from_mins(1)));
    let id = desk.submit(card("山田", client_id)).await;
    desk.until(id, |stage| *stage == Stage::Sending).await;
    // It is stored, and its answer waits.
    while desk.listed(Entity::BusinessCards).await.is_empty() {
        tokio::task::yield_now().await;
    }
    desk.outbox.stop(Duration::ZERO).await;
    assert_eq!(desk.stage(id).await, Stage::Sending);
    desk.start();
    desk.until_done(id).await;
    assert_eq!(desk.listed(Entity::BusinessCards).await.len(), 1);
}

#[tokio::test]
async fn a_call_that_is_on_its_way_is_waited_for_before_the_outbox_stops() {
    let mut desk = Desk::sending().await;
    desk.company().await;
    desk.befall(Operation::Create, Fault::DelayAfter(Duration::from_millis(200)));
    let id = desk.submit(company("株式会社海")).await;
    desk.until(id, |stage| *stage == Stage::Sending).await;
    desk.outbox.stop(Duration::from_secs(30)).await;
    assert!(matches!(desk.stage(id).await, Stage::Done { .. }));
}

#[tokio::test]
async fn a_clock_that_is_set_forward_does_not_shorten_the_wait() {
    let mut desk = Desk::with_safe_delay(Duration::from_hours(1)).await;
    desk.start();
    desk.befall(Operation::Create, Fault::CloseBefore);
    let id = desk.submit(company("株式会社青空")).await;
    let waiting = desk.until_waiting(id).await;
    // As it stands for a clock that was set forward by two hours.
    let State::Uncertain { above, losses, lost_at, look_up_at, anyway } = waiting else {
        unreachable!()
    };
    let ago = Duration::from_hours(2);
    let (lost_at, look_up_at) = (lost_at - ago, look_up_at - ago);
    let state = State::Uncertain { above, losses, lost_at, look_up_at, anyway };
    desk.outbox.kept.write(move |db| Ok(table::write_state(db, id, &state)?)).await.unwrap();
    desk.outbox.try_now();
    desk.until_waiting(id).await;
    assert_eq!(desk.listed(Entity::Clients).await, []);
}

impl Desk {
    /// Waits until a record was looked up, and waits for a moment that lies ahead.
    async fn until_waiting(&mut self, id: RecordId) -> State {
        let state = move |db: &Transaction| Ok(table::get(db, id)?.unwrap().state);
        loop {
            self.changes.mark_unchanged();
            let state = self.outbox.kept.read(state).await.unwrap();
            match state {
                State::Uncertain { look_up_at, .. } if look_up_at > Timestamp::now() => {
                    return state;
                }
                _ => self.changes.changed().await.unwrap(),
            }
        }
    }
}
