mod world;

use std::time::Duration;

use jiff::Timestamp;
use proptest::prelude::*;

use super::{Circumstances, Decision, Event, Found, MOST_LOSSES, Reason, State, next};
use crate::outbox::record::Candidate;

const DELAY: i64 = 300;

fn around(private: bool) -> Circumstances {
    let safe_delay = Duration::from_secs(DELAY.unsigned_abs());
    Circumstances { change: false, private, another_in_doubt: false, safe_delay }
}

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_800_000_000 + second).unwrap()
}

fn refused() -> Event {
    Event::Refused { reason: Reason { status: Some(422), text: String::new(), problems: vec![] } }
}

fn candidate(id: u32) -> Candidate {
    Candidate { id: Some(id), fields: [].into() }
}

fn any_event() -> impl Strategy<Value = Event> {
    let found = prop_oneof![
        Just(Found::Nothing),
        Just(Found::Alike(vec![candidate(7)])),
        (1..9_u32).prop_map(|id| Found::Same { id }),
    ];
    let decision = prop_oneof![
        Just(Decision::SendAgain),
        Just(Decision::TakeBack),
        (1..9_u32).prop_map(|id| Decision::ThatOne { id }),
    ];
    let moment = 0..2 * DELAY;
    prop_oneof![
        1 => Just(Event::PutAside),
        1 => Just(Event::TakenUp),
        4 => Just(Event::Submitted),
        1 => Just(Event::TakenBack),
        6 => Just(Event::Departs { above: 3 }),
        1 => Just(Event::Stayed),
        1 => (1..9_u32, moment.clone()).prop_map(|(id, s)| Event::Answered { id, at: at(s) }),
        1 => Just(refused()),
        4 => moment.clone().prop_map(|s| Event::Lost { at: at(s) }),
        6 => (moment.clone(), found)
            .prop_map(|(s, found)| Event::LookedUp { began: at(s), found }),
        2 => (decision, moment).prop_map(|(decision, s)| Event::Decided { decision, at: at(s) }),
    ]
}

/// Whether the service may hold the record without this machine knowing it.
fn is_open(state: &State) -> bool {
    matches!(state, State::Sending { .. } | State::Uncertain { .. } | State::Undecided { .. })
}

/// Whether an event leaves no doubt that the service does not hold the record, or hands that
/// doubt to a person.
fn settles(before: &State, event: &Event) -> bool {
    match (before, event) {
        (State::Uncertain { lost_at, .. }, Event::LookedUp { began, found: Found::Nothing }) => {
            began.duration_since(*lost_at).as_secs() >= DELAY
        }
        (State::Sending { .. }, Event::Stayed | Event::Refused { .. })
        | (State::Undecided { .. }, Event::Decided { .. }) => true,
        _ => false,
    }
}

proptest! {
    /// Whatever happens in whatever order: a record never leaves this machine a second time
    /// unless a look-up after the safe delay found nothing of it, the service said so, or a
    /// person did; what is done stays done; what can not happen changes nothing.
    #[test]
    fn nothing_is_sent_twice_without_a_look_up_in_between(
        private in any::<bool>(),
        events in prop::collection::vec(any_event(), 0..60),
    ) {
        let mut state = State::Draft { aside: false };
        let mut may_be_there = false;
        for event in events {
            let Ok(after) = next(&state, event.clone(), around(private)) else { continue };
            prop_assert!(!matches!(state, State::Done { .. }), "left {state:?} by {event:?}");
            if let Event::Departs { .. } = event {
                prop_assert!(!may_be_there, "sent twice from {state:?}");
                may_be_there = true;
            } else if settles(&state, &event) {
                may_be_there = false;
                prop_assert!(
                    !(private && matches!(event, Event::LookedUp { .. }))
                        || matches!(after, State::Undecided { .. }),
                    "a private record was to be sent again by itself"
                );
            }
            prop_assert!(
                is_open(&after) || !may_be_there || matches!(after, State::Done { .. })
                    || matches!(event, Event::LookedUp { .. }) && matches!(after, State::Undecided { .. }),
                "{after:?} after {event:?} forgets that the service may hold it"
            );
            state = after;
        }
    }

    /// What is read back from the database is the very state.
    #[test]
    fn a_state_survives_being_kept(
        private in any::<bool>(),
        events in prop::collection::vec(any_event(), 0..60),
    ) {
        let mut state = State::Draft { aside: false };
        for event in events {
            state = next(&state, event, around(private)).unwrap_or(state);
            let json = serde_json::to_string(&state).unwrap();
            prop_assert_eq!(&serde_json::from_str::<State>(&json).unwrap(), &state);
        }
    }
}

fn uncertain(losses: u32) -> State {
    State::Uncertain { above: Some(3), losses, lost_at: at(0), look_up_at: at(0) }
}

fn look_up(state: &State, private: bool, second: i64, found: Found) -> State {
    next(state, Event::LookedUp { began: at(second), found }, around(private)).unwrap()
}

#[test]
fn a_lost_answer_is_looked_up_at_once_and_again_after_the_safe_delay() {
    let sending = State::Sending { above: Some(3), losses: 0, anyway: false };
    let lost = next(&sending, Event::Lost { at: at(0) }, around(false)).unwrap();
    assert_eq!(lost, uncertain(1));
    let waits = look_up(&lost, false, 1, Found::Nothing);
    let State::Uncertain { look_up_at, .. } = waits else { panic!("{waits:?}") };
    assert_eq!(look_up_at, at(DELAY));
    assert_eq!(
        look_up(&waits, false, DELAY, Found::Nothing),
        State::Ready { losses: 1, anyway: false }
    );
}

#[test]
fn a_record_that_agrees_is_taken_at_once() {
    let done = look_up(&uncertain(1), true, 1, Found::Same { id: 5 });
    assert_eq!(done, State::Done { id: 5, at: at(1) });
}

#[test]
fn a_person_is_asked_only_after_the_call_can_no_longer_arrive() {
    let alike = || Found::Alike(vec![candidate(7)]);
    assert!(matches!(look_up(&uncertain(1), false, 1, alike()), State::Uncertain { .. }));
    let asked = look_up(&uncertain(1), false, DELAY, alike());
    assert_eq!(asked, State::Undecided { above: Some(3), candidates: vec![candidate(7)] });
}

#[test]
fn a_private_record_that_is_not_found_is_left_to_the_person() {
    let asked = look_up(&uncertain(1), true, DELAY, Found::Nothing);
    assert_eq!(asked, State::Undecided { above: Some(3), candidates: vec![] });
}

#[test]
fn a_record_that_is_lost_time_and_again_is_left_to_the_person() {
    let before = look_up(&uncertain(MOST_LOSSES - 1), false, DELAY, Found::Nothing);
    assert_eq!(before, State::Ready { losses: MOST_LOSSES - 1, anyway: false });
    let asked = look_up(&uncertain(MOST_LOSSES), false, DELAY, Found::Nothing);
    assert_eq!(asked, State::Undecided { above: Some(3), candidates: vec![] });
}

#[test]
fn a_clock_that_was_set_back_makes_the_delay_begin_anew() {
    let waits = look_up(&uncertain(1), false, -1_000, Found::Nothing);
    let State::Uncertain { lost_at, look_up_at, .. } = waits else { panic!("{waits:?}") };
    assert_eq!((lost_at, look_up_at), (at(-1_000), at(DELAY - 1_000)));
}
