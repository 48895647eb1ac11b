use hotprofile::Entity;

use super::CallsLeft;
use crate::testing::{KEY, Machine, everything, service};
use crate::trouble::Trouble;

#[tokio::test]
async fn the_pages_are_told_how_many_calls_are_left_to_the_open_connection_alone() {
    let (machine, service) = (Machine::new(), service().await);
    let desk = machine.start_with_calls(10);
    assert_eq!(desk.calls_left().await, Err(Trouble::NoConnection));
    let id = desk.connect_to(&service, KEY, false).await.unwrap().id;
    // Connecting took one.
    let left = desk.calls_left().await.unwrap();
    assert_eq!((left.left, left.allowed), (9, 10));
    // Rounded up, like the moment at which the call ended.
    assert!(left.more_in_seconds.is_some_and(|seconds| (1..=61).contains(&seconds)), "{left:?}");

    desk.practise().await.unwrap();
    let all = CallsLeft { left: 10, allowed: 10, more_in_seconds: None };
    assert_eq!(desk.calls_left().await, Ok(all));
    assert_eq!(*machine.calls.borrow(), None, "nobody is told of a connection that is not open");
    desk.find(Entity::Clients, everything(), 1).await.unwrap();
    assert_eq!(machine.calls.borrow().map(|left| left.left), Some(9));

    desk.reopen(&id).await.unwrap();
    desk.find(Entity::Clients, everything(), 2).await.unwrap();
    assert_eq!(machine.calls.borrow().map(|left| left.left), Some(8));
}
