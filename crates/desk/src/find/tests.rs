use std::future::pending;
use std::time::Duration;

use hotprofile::Entity;
use practice_server::{Calls, Fault};

use crate::Desk;
use crate::testing::{KEY, Machine, everything, service};
use crate::trouble::Trouble;

/// What takes so long is not waited for by any test.
const FOR_EVER: Duration = Duration::from_hours(1);

/// Begins to find with this ticket, and gives it up as soon as this has happened.
async fn find_and_give_up(desk: &Desk, ticket: u32, happened: impl Future) -> Trouble {
    let give_up = async {
        happened.await;
        desk.give_up(ticket + 1);
        desk.give_up(ticket);
        pending::<()>().await;
    };
    tokio::select! {
        found = desk.find(Entity::Clients, everything(), ticket) => found.unwrap_err(),
        () = give_up => unreachable!("it never ends"),
    }
}

#[tokio::test]
async fn an_answer_that_is_given_up_is_not_waited_for() {
    let (machine, service) = (Machine::new(), service().await);
    let desk = machine.start();
    desk.connect_to(&service, KEY, false).await.unwrap();
    service.faults().next(1, Calls::ALL, Fault::DelayBefore(FOR_EVER));
    let calls = service.arrivals().len();
    let arrived = async {
        while service.arrivals().len() == calls {
            tokio::task::yield_now().await;
        }
    };
    assert_eq!(find_and_give_up(&desk, 7, arrived).await, Trouble::Overtaken);
    // The same ticket serves again.
    assert_eq!(desk.find(Entity::BusinessCards, everything(), 7).await.unwrap().total_count, 3);
}

#[tokio::test]
async fn a_call_that_is_given_up_no_longer_waits_for_the_limit() {
    let (machine, service) = (Machine::new(), service().await);
    let desk = machine.start_with_calls(1);
    desk.connect_to(&service, KEY, false).await.unwrap();
    let calls = service.arrivals().len();
    let mut waits = machine.waits.subscribe();
    let waiting = waits.wait_for(|waits| *waits > 0);
    assert_eq!(find_and_give_up(&desk, 1, waiting).await, Trouble::Overtaken);
    assert_eq!(service.arrivals().len(), calls);
}
