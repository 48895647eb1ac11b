//! The limit, judged by counts alone.

use std::time::Duration;

use futures_util::future::join_all;
use hotprofile::{Entity, Operation};
use practice_server::{Allowance, Options};

use crate::caller::Caller;

fn five_in_an_hour() -> Options {
    let allowance = Allowance { calls: 5, period: Duration::from_hours(1) };
    Options { allowance, ..Options::default() }
}

#[tokio::test]
async fn as_many_calls_as_allowed_are_let_through_and_the_rest_told_when() {
    let caller = Caller::start(five_in_an_hour()).await;
    let calls = (0..8).map(|_| caller.call(Entity::Leads, Operation::List, &[]));
    let answers = join_all(calls).await;
    let through = answers.iter().filter(|answer| answer.status() == 200).count();
    assert_eq!(through, 5);
    let refused: Vec<_> = answers.iter().filter(|answer| answer.status() == 429).collect();
    assert_eq!(refused.len(), 3);
    for answer in refused {
        let wait: u64 =
            answer.headers()["retry-after"].to_str().expect("text").parse().expect("seconds");
        assert!((1..=3_600).contains(&wait), "{wait}");
    }
    assert_eq!(caller.server.arrivals().len(), 8);
}

#[tokio::test]
async fn calls_with_another_key_leave_the_limit_alone() {
    let caller = Caller::start(five_in_an_hour()).await;
    for _ in 0..6 {
        let answer = caller.bare(Entity::Leads, Operation::List).send().await;
        assert_eq!(answer.expect("an answer").status(), 401);
    }
    assert_eq!(caller.call(Entity::Leads, Operation::List, &[]).await.status(), 200);
    assert_eq!(caller.server.arrivals().len(), 7);
}

#[tokio::test]
async fn many_connections_are_answered_at_once() {
    let allowance = Allowance { calls: 300, period: Duration::from_hours(1) };
    let caller = Caller::start(Options { allowance, records: 10, ..Options::default() }).await;
    let calls = (0..300).map(|_| caller.call(Entity::BusinessCards, Operation::List, &[]));
    let answers = join_all(calls).await;
    assert!(answers.iter().all(|answer| answer.status() == 200));
}
