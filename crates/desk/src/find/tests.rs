use std::collections::BTreeSet;
use std::future::pending;
use std::time::Duration;

use hotprofile::Entity;
use practice_server::{Calls, Fault};

use super::Query;
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

#[tokio::test]
async fn in_place_of_a_page_that_is_no_more_the_last_one_is_found() {
    let (machine, service) = (Machine::new(), service().await);
    let desk = machine.start();
    desk.connect_to(&service, KEY, false).await.unwrap();
    let page = |number| Query { number, display_number: 2, ..everything() };
    for (asked, found, records, calls) in [(2, 2, 1, 1), (9, 2, 1, 2)] {
        let before = service.arrivals().len();
        let page = desk.find(Entity::BusinessCards, page(asked), 1).await.unwrap();
        assert_eq!((page.current_number, page.records.len()), (found, records));
        assert_eq!(service.arrivals().len() - before, calls);
    }
    // Where nothing is found there is one page, and it is empty.
    let search = [("search[family_name]".to_owned(), "誰もいない".to_owned())].into();
    let nothing = Query { search, ..page(1) };
    let before = service.arrivals().len();
    assert_eq!(desk.find(Entity::BusinessCards, nothing, 1).await.unwrap().total_count, 0);
    assert_eq!(service.arrivals().len() - before, 1);
}

#[tokio::test]
async fn the_marks_of_a_lead_are_told_as_true_and_false() {
    let machine = Machine::new();
    let desk = machine.start();
    desk.practise().await.unwrap();
    let found = desk.find(Entity::Leads, everything(), 1).await.unwrap();
    let marks: BTreeSet<_> =
        found.records.iter().filter_map(|lead| lead.fields.get("not_tel_flg")).collect();
    assert!(marks.iter().all(|mark| ["true", "false"].contains(&mark.as_str())), "{marks:?}");
    assert!(!marks.is_empty());
}
