use proptest::prelude::*;

use super::*;
use crate::error::Strange;

const OPERATIONS: [Operation; 3] = Operation::ALL;
const URGENCIES: [Urgency; 2] = [Urgency::Background, Urgency::Person];

fn refused(status: u16) -> Error {
    Error::Refused { status, text: String::new() }
}

fn error() -> impl Strategy<Value = Error> {
    prop_oneof![
        (100..600_u16).prop_map(refused),
        Just(Error::KeyNotAccepted),
        Just(Error::LimitReached { retry_after: Duration::from_secs(9) }),
        Just(Error::NotReachable),
        Just(Error::ProxyRefused),
        Just(Error::NotTrusted),
        any::<bool>().prop_map(|sent| Error::TimedOut { sent }),
        any::<bool>().prop_map(|sent| Error::Cut { sent }),
        Just(Error::NotUnderstood(Strange::NotJson)),
        Just(Error::Invalid(Vec::new())),
    ]
}

proptest! {
    #[test]
    fn what_may_have_arrived_is_never_written_again(
        error in error().prop_filter("may have arrived", Error::may_have_arrived),
        attempt in 1..5_u32,
        seconds in prop::option::of(0..100_u64),
        random in 0.0..1.0,
    ) {
        let retry_after = seconds.map(Duration::from_secs);
        for operation in [Operation::Create, Operation::Update] {
            for urgency in URGENCIES {
                let next = next(operation, &error, urgency, retry_after, attempt, random);
                prop_assert_eq!(next, Next::GiveUp);
            }
        }
    }

    #[test]
    fn no_call_is_made_more_often_than_it_may_or_pauses_for_long(
        error in error(),
        attempt in any::<u32>(),
        seconds in prop::option::of(any::<u64>()),
        random in any::<f64>(),
    ) {
        for operation in OPERATIONS {
            let retry_after = seconds.map(Duration::from_secs);
            let next = next(operation, &error, Urgency::Background, retry_after, attempt, random);
            if let Next::RetryAfter(pause) = next {
                prop_assert!(attempt < MOST_ATTEMPTS);
                prop_assert!(pause <= Duration::from_mins(1));
            }
        }
    }
}

fn is_repeated_for(urgency: Urgency, operation: Operation, error: &Error) -> bool {
    matches!(next(operation, error, urgency, None, 1, 0.5), Next::RetryAfter(_))
}

fn is_repeated(operation: Operation, error: &Error) -> bool {
    is_repeated_for(Urgency::Background, operation, error)
}

#[test]
fn a_list_is_repeated_after_passing_faults_alone() {
    let passing = [
        Error::Cut { sent: true },
        Error::TimedOut { sent: true },
        Error::LimitReached { retry_after: Duration::ZERO },
        refused(500),
        refused(502),
        refused(503),
        refused(504),
    ];
    assert!(passing.iter().all(|error| is_repeated(Operation::List, error)));
    let lasting = [
        Error::KeyNotAccepted,
        Error::NotTrusted,
        Error::NotReachable,
        Error::ProxyRefused,
        Error::NotUnderstood(Strange::WebPage),
        refused(422),
        refused(501),
    ];
    assert!(!lasting.iter().any(|error| is_repeated(Operation::List, error)));
}

#[test]
fn a_registration_is_repeated_where_it_can_not_have_been_stored() {
    let not_stored = [
        Error::Cut { sent: false },
        Error::TimedOut { sent: false },
        Error::LimitReached { retry_after: Duration::ZERO },
    ];
    assert!(not_stored.iter().all(|error| is_repeated(Operation::Create, error)));
}

#[test]
fn pauses_grow_and_are_as_long_as_the_service_asks() {
    let pause = |attempt, asked: Option<u64>| {
        let asked = asked.map(Duration::from_secs);
        next(Operation::List, &refused(503), Urgency::Person, asked, attempt, 1.0)
    };
    assert_eq!(pause(1, None), Next::RetryAfter(Duration::from_millis(500)));
    assert_eq!(pause(2, None), Next::RetryAfter(Duration::from_secs(1)));
    assert_eq!(pause(1, Some(30)), Next::RetryAfter(Duration::ZERO), "it waits at the gate");
    assert_eq!(pause(1, Some(61)), Next::GiveUp);
}

#[test]
fn a_person_who_waited_a_whole_call_for_nothing_is_told() {
    let late = Error::TimedOut { sent: true };
    assert!(!is_repeated_for(Urgency::Person, Operation::List, &late));
    assert!(is_repeated_for(Urgency::Background, Operation::List, &late));
    let unsent = Error::TimedOut { sent: false };
    assert!(is_repeated_for(Urgency::Person, Operation::List, &unsent));
}

#[test]
fn the_gate_closes_for_longer_than_was_asked_and_not_for_all_machines_alike() {
    let busy = |seconds| Error::LimitReached { retry_after: Duration::from_secs(seconds) };
    let closure = |error, attempt, random| closure(&error, None, attempt, random);
    for asked in [0, 30] {
        let millis = |millis| Some(Duration::from_secs(asked) + Duration::from_millis(millis));
        assert_eq!(closure(busy(asked), 1, 0.0), millis(250));
        assert_eq!(closure(busy(asked), 1, 1.0), millis(500));
        assert_eq!(closure(busy(asked), 2, 1.0), millis(1_000));
    }
}

#[test]
fn a_service_in_trouble_closes_the_gate_where_it_says_for_how_long() {
    let hours = Some(Duration::from_hours(9));
    let closed = closure(&refused(503), hours, 1, 0.0);
    assert_eq!(closed, hours.map(|hours| hours + Duration::from_millis(250)));
    assert_eq!(closure(&refused(503), None, 1, 0.0), None);
    assert_eq!(closure(&refused(404), hours, 1, 0.0), None);
    assert_eq!(closure(&Error::Cut { sent: true }, None, 1, 0.0), None);
    assert_eq!(closure(&refused(503), Some(Duration::MAX), 1, 0.0), Some(Duration::MAX));
}
