use std::future::{pending, ready};

use hotprofile::Entity;

use super::{MOST, Tickets};
use crate::testing::{KEY, Machine, everything, service};
use crate::trouble::Trouble;

#[tokio::test]
async fn a_call_that_was_given_up_before_it_came_is_not_made() {
    let (machine, service) = (Machine::new(), service().await);
    let desk = machine.start();
    desk.connect_to(&service, KEY, false).await.unwrap();
    let calls = service.arrivals().len();
    desk.give_up(5);
    let found = desk.find(Entity::Clients, everything(), 5).await;
    assert_eq!(found.unwrap_err(), Trouble::Overtaken);
    assert_eq!(service.arrivals().len(), calls);
    // That was it: the same ticket serves again.
    assert_eq!(desk.find(Entity::Clients, everything(), 5).await.unwrap().current_number, 1);
}

#[tokio::test]
async fn any_call_can_be_given_up() {
    let desk = Machine::new().start();
    let going_on = desk.unless_given_up(5, pending::<Result<(), _>>());
    let give_up = async {
        desk.give_up(5);
        pending::<()>().await;
    };
    tokio::select! {
        biased;
        done = going_on => assert_eq!(done, Err(Trouble::Overtaken)),
        () = give_up => unreachable!("it never ends"),
    }
}

#[tokio::test]
async fn a_ticket_that_is_given_up_when_its_call_has_ended_does_no_harm() {
    let desk = Machine::new().start();
    for _ in 0..2 {
        assert_eq!(desk.unless_given_up(5, ready(Ok(()))).await, Ok(()));
        desk.give_up(5);
    }
}

#[test]
fn no_more_tickets_are_remembered_than_there_is_room_for() {
    let tickets = Tickets::default();
    for ticket in 0..1_000 {
        tickets.give_up(ticket);
        drop(tickets.begin(10_000 + ticket));
    }
    let calls = tickets.calls();
    assert_eq!((calls.early.len(), calls.came.len()), (MOST, MOST));
    assert!(calls.going_on.len() <= 1);
}
