mod world;

use std::time::Duration;

use jiff::Timestamp;
use proptest::prelude::*;

use super::{
    Began, Circumstances, Decision, Event, Found, MOST_LOSSES, Reading, Reason, State, next,
};
use crate::outbox::record::{Alteration, Candidate, Difference};

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
            .prop_map(|(s, found)| Event::LookedUp { began: at(s).into(), found }),
        2 => (decision, moment).prop_map(|(decision, s)| Event::Decided { decision, at: at(s) }),
    ]
}

/// What happens to a change.
fn any_event_of_a_change() -> impl Strategy<Value = Event> {
    let (difference, alteration) = (
        Difference {
            key: "tel".to_owned(),
            opened: String::new(),
            ours: None,
            theirs: "03-0000-1234".to_owned(),
        },
        Alteration { key: "note".to_owned(), before: "展示会".to_owned(), after: String::new() },
    );
    let alterations = prop_oneof![Just(vec![]), Just(vec![alteration])];
    let reading = prop_oneof![
        2 => Just(Reading::Unchanged),
        1 => Just(Reading::Theirs { differences: vec![difference] }),
        1 => Just(Reading::Gone),
        1 => alterations.clone().prop_map(|alterations| Reading::Ours { id: 7, alterations }),
    ];
    let values = prop_oneof![Just(&[][..]), Just(&[("note", "面談")][..])];
    let decision = prop_oneof![
        Just(Decision::Seen),
        values.prop_map(|pairs| {
            let owned = |(key, text): &(&str, &str)| ((*key).to_owned(), (*text).to_owned());
            Decision::Resolve { values: pairs.iter().map(owned).collect() }
        }),
    ];
    let moment = 0..2 * DELAY;
    prop_oneof![
        4 => any_event(),
        6 => (moment.clone(), reading)
            .prop_map(|(s, reading)| Event::ReadAgain { began: at(s).into(), reading }),
        2 => alterations.prop_map(|alterations| Event::ReadBack { alterations }),
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
            began.at.duration_since(*lost_at).as_secs() >= DELAY
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
        (change, events) in any::<bool>().prop_flat_map(|change| {
            let event = if change { any_event_of_a_change().boxed() } else { any_event().boxed() };
            (Just(change), prop::collection::vec(event, 0..60))
        }),
    ) {
        let around = Circumstances { change, ..around(false) };
        let mut state = State::Draft { aside: false };
        for event in events {
            state = next(&state, event, around).unwrap_or(state);
            let json = serde_json::to_string(&state).unwrap();
            prop_assert_eq!(&serde_json::from_str::<State>(&json).unwrap(), &state);
        }
    }
}

fn uncertain(losses: u32) -> State {
    State::Uncertain { above: Some(3), losses, lost_at: at(0), look_up_at: at(0), anyway: false }
}

fn look_up(state: &State, private: bool, second: i64, found: Found) -> State {
    next(state, Event::LookedUp { began: at(second).into(), found }, around(private)).unwrap()
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

#[test]
fn a_clock_that_was_set_forward_or_back_leaves_the_delay_as_it_is() {
    for (second, above) in [(3_600, Some(3)), (-3_600, Some(3)), (3_600, None)] {
        let began = Began { at: at(second), waited: Some(Duration::from_secs(10)) };
        let (lost, event) = match above {
            Some(_) => (uncertain(1), Event::LookedUp { began, found: Found::Nothing }),
            None => (LOST_CHANGE(1), Event::ReadAgain { began, reading: Reading::Unchanged }),
        };
        let around = Circumstances { change: above.is_none(), ..around(false) };
        let waits = next(&lost, event, around).unwrap();
        let lost_at = at(second - 10);
        let look_up_at = at(second - 10 + DELAY);
        assert_eq!(
            waits,
            State::Uncertain { above, losses: 1, lost_at, look_up_at, anyway: false }
        );
    }
    // However long it was by that clock, the call can no longer arrive.
    let delay = Duration::from_secs(DELAY.try_into().unwrap());
    let began = Began { at: at(1), waited: Some(delay) };
    let event = Event::LookedUp { began, found: Found::Nothing };
    let again = next(&uncertain(1), event, around(false)).unwrap();
    assert_eq!(again, State::Ready { losses: 1, anyway: false });
}

fn read_again(state: &State, second: i64, reading: Reading) -> State {
    let around = Circumstances { change: true, ..around(false) };
    next(state, Event::ReadAgain { began: at(second).into(), reading }, around).unwrap()
}

const LOST_CHANGE: fn(u32) -> State = |losses| lost_change(losses, false);

fn lost_change(losses: u32, anyway: bool) -> State {
    State::Uncertain { above: None, losses, lost_at: at(0), look_up_at: at(0), anyway }
}

#[test]
fn a_change_whose_answer_was_lost_is_recognised_at_once_and_sent_again_only_after_the_delay() {
    let ours = || Reading::Ours { id: 7, alterations: vec![] };
    assert_eq!(read_again(&LOST_CHANGE(1), 1, ours()), State::Done { id: 7, at: at(1) });
    for reading in [Reading::Unchanged, Reading::Gone, Reading::Theirs { differences: vec![] }] {
        let waits = read_again(&LOST_CHANGE(1), 1, reading);
        let State::Uncertain { above: None, look_up_at, .. } = waits else { panic!("{waits:?}") };
        assert_eq!(look_up_at, at(DELAY));
    }
    let again = read_again(&LOST_CHANGE(1), DELAY, Reading::Unchanged);
    assert_eq!(again, State::Sending { above: None, losses: 1, anyway: false });
}

#[test]
fn a_change_that_was_sent_to_a_record_that_was_not_found_is_recognised_only_after_the_delay() {
    let ours = || Reading::Ours { id: 7, alterations: vec![] };
    let waits = read_again(&lost_change(1, true), 1, ours());
    assert!(matches!(waits, State::Uncertain { anyway: true, .. }), "{waits:?}");
    let done = State::Done { id: 7, at: at(DELAY) };
    assert_eq!(read_again(&waits, DELAY, ours()), done);
}

#[test]
fn a_change_that_is_lost_time_and_again_is_left_to_the_person() {
    let asked = read_again(&LOST_CHANGE(MOST_LOSSES), DELAY, Reading::Unchanged);
    assert_eq!(asked, State::Undecided { above: None, candidates: vec![] });
}

#[test]
fn a_person_who_insists_has_the_change_sent_though_its_record_is_not_found() {
    let around = Circumstances { change: true, ..around(false) };
    let waiting = State::Ready { losses: 0, anyway: false };
    let gone = read_again(&waiting, 1, Reading::Gone);
    assert_eq!(gone, State::Conflict { differences: vec![] });
    let insists = Event::Decided { decision: Decision::SendAgain, at: at(2) };
    let again = next(&gone, insists, around).unwrap();
    let sent = read_again(&again, 3, Reading::Gone);
    assert_eq!(sent, State::Sending { above: None, losses: 0, anyway: true });
    // The limit, or the network, holds it back: the decision stands.
    assert_eq!(next(&sent, Event::Stayed, around).unwrap(), again);
}

#[test]
fn a_registration_is_never_sent_as_a_change_nor_a_change_as_a_registration() {
    let waiting = State::Ready { losses: 0, anyway: false };
    let read = Event::ReadAgain { began: at(0).into(), reading: Reading::Unchanged };
    assert!(next(&waiting, read, around(false)).is_err());
    let change = Circumstances { change: true, ..around(false) };
    assert!(next(&waiting, Event::Departs { above: 3 }, change).is_err());
}
