//! The state machine against a service that loses answers, delays calls and dies with them: driven
//! through every order of steps, each record is registered exactly once in the end.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::{Circumstances, DELAY, around, at, candidate, refused};
use crate::outbox::state::{Decision, Event, Found, State, next};

/// Two records with the same content are twins on purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Content {
    name: u8,
    rest: u8,
    private: bool,
}

/// What becomes of a call.
#[derive(Clone, Copy, Debug)]
enum Fate {
    Answered,
    StoredAndLost,
    /// Stored after so many seconds, the answer lost.
    Late(i64),
    NeverArrived,
    KnownNotToArrive,
    Refused,
    /// The program is killed before the call goes out, or after it was stored.
    Killed {
        stored: bool,
    },
}

#[derive(Clone, Copy, Debug)]
enum Step {
    TakeBack(usize),
    Submit(usize),
    Send(usize, Fate),
    LookUp(usize),
    Decide(usize),
    Restart,
    Wait(i64),
    SetClockBack(i64),
}

struct World {
    /// True time, and how far the clock on the wall is behind it.
    time: i64,
    behind: i64,
    /// What the service holds; the id is the place, counted from 1.
    service: Vec<Content>,
    on_its_way: Vec<(i64, Content)>,
    records: Vec<(Content, State)>,
    taken: BTreeSet<u32>,
    highest_seen: u32,
}

impl World {
    fn new(contents: &[Content]) -> Self {
        let draft = State::Draft { aside: false };
        Self {
            time: 0,
            behind: 0,
            service: Vec::new(),
            on_its_way: Vec::new(),
            records: contents.iter().map(|content| (*content, draft.clone())).collect(),
            taken: BTreeSet::new(),
            highest_seen: 0,
        }
    }

    fn store(&mut self, content: Content) -> u32 {
        self.service.push(content);
        u32::try_from(self.service.len()).unwrap()
    }

    fn happens(&mut self, index: usize, event: Event) -> bool {
        let another_in_doubt = self.records.iter().enumerate().any(|(other, (_, state))| {
            let in_doubt = matches!(state, State::Uncertain { .. } | State::Undecided { .. });
            other != index && in_doubt
        });
        let (content, state) = &mut self.records[index];
        let around = Circumstances { another_in_doubt, ..around(content.private) };
        let Ok(after) = next(state, event, around) else { return false };
        *state = after;
        if let State::Done { id, .. } = *state {
            assert_eq!(self.service[id as usize - 1], *content, "another's id");
            assert!(self.taken.insert(id), "id {id} was given twice");
            self.highest_seen = self.highest_seen.max(id);
        }
        true
    }

    fn somebody_is_on_the_way(&self) -> bool {
        self.records.iter().any(|(_, state)| matches!(state, State::Sending { .. }))
    }

    fn step(&mut self, step: Step) {
        let now = at(self.time - self.behind);
        match step {
            Step::TakeBack(index) => drop(self.happens(index, Event::TakenBack)),
            Step::Submit(index) => drop(self.happens(index, Event::Submitted)),
            Step::Send(index, fate) if !self.somebody_is_on_the_way() => self.send(index, fate),
            Step::LookUp(index) if !self.somebody_is_on_the_way() => {
                let found = self.found(index);
                self.happens(index, Event::LookedUp { began: now.into(), found });
            }
            Step::Decide(index) => {
                let decision = self.truth(index);
                self.happens(index, Event::Decided { decision, at: now });
            }
            Step::Restart => {
                for index in 0..self.records.len() {
                    self.happens(index, Event::Lost { at: now });
                }
            }
            Step::Wait(seconds) => self.wait(seconds),
            Step::SetClockBack(seconds) => self.behind += seconds,
            Step::Send(..) | Step::LookUp(_) => {}
        }
    }

    fn send(&mut self, index: usize, fate: Fate) {
        let now = at(self.time - self.behind);
        if !self.happens(index, Event::Departs { above: self.highest_seen }) {
            return;
        }
        let content = self.records[index].0;
        let event = match fate {
            Fate::Answered => Event::Answered { id: self.store(content), at: now },
            Fate::StoredAndLost => {
                self.store(content);
                Event::Lost { at: now }
            }
            Fate::Late(seconds) => {
                self.on_its_way.push((self.time + seconds, content));
                Event::Lost { at: now }
            }
            Fate::NeverArrived => Event::Lost { at: now },
            Fate::KnownNotToArrive => Event::Stayed,
            Fate::Refused => refused(),
            Fate::Killed { stored } => {
                if stored {
                    self.store(content);
                }
                return;
            }
        };
        self.happens(index, event);
    }

    fn wait(&mut self, seconds: i64) {
        self.time += seconds;
        self.on_its_way.sort_by_key(|(arrival, _)| *arrival);
        while let Some((arrival, content)) = self.on_its_way.first().copied()
            && arrival <= self.time
        {
            self.on_its_way.remove(0);
            self.store(content);
        }
    }

    /// Everything untaken above the record's bound, with its id.
    fn newer(&self, index: usize) -> impl Iterator<Item = (u32, Content)> {
        let above = match self.records[index].1 {
            State::Uncertain { above, .. } | State::Undecided { above, .. } => above.unwrap_or(0),
            _ => 0,
        };
        (1..)
            .zip(self.service.iter().copied())
            .filter(move |(id, _)| *id > above)
            .filter(|(id, _)| !self.taken.contains(id))
    }

    fn found(&self, index: usize) -> Found {
        let ours = self.records[index].0;
        let listed = || self.newer(index).filter(|(_, content)| !content.private);
        if let Some((id, _)) = listed().find(|(_, content)| *content == ours) {
            return Found::Same { id };
        }
        let alike = listed().filter(|(_, content)| content.name == ours.name);
        let alike: Vec<_> = alike.map(|(id, _)| candidate(id)).collect();
        if alike.is_empty() { Found::Nothing } else { Found::Alike(alike) }
    }

    /// What a person would find in the service's own pages.
    fn truth(&self, index: usize) -> Decision {
        let ours = self.records[index].0;
        match self.newer(index).find(|(_, content)| *content == ours) {
            Some((id, _)) => Decision::ThatOne { id },
            None => Decision::SendAgain,
        }
    }

    /// Peace comes: everything that is left goes its way to the end.
    fn settle(&mut self) {
        for round in 0.. {
            assert!(round < 10, "this never ends: {:?}", self.records);
            self.step(Step::Restart);
            self.step(Step::Wait(DELAY));
            for index in 0..self.records.len() {
                for step in [
                    Step::LookUp(index),
                    Step::Decide(index),
                    Step::TakeBack(index),
                    Step::Submit(index),
                    Step::Send(index, Fate::Answered),
                ] {
                    self.step(step);
                }
            }
            if self.records.iter().all(|(_, state)| matches!(state, State::Done { .. })) {
                return;
            }
        }
    }
}

fn any_step(records: usize) -> impl Strategy<Value = Step> {
    let index = 0..records;
    let fate = prop_oneof![
        2 => Just(Fate::Answered),
        2 => Just(Fate::StoredAndLost),
        2 => (0..DELAY).prop_map(Fate::Late),
        2 => Just(Fate::NeverArrived),
        1 => Just(Fate::KnownNotToArrive),
        1 => Just(Fate::Refused),
        2 => any::<bool>().prop_map(|stored| Fate::Killed { stored }),
    ];
    prop_oneof![
        1 => index.clone().prop_map(Step::TakeBack),
        4 => index.clone().prop_map(Step::Submit),
        6 => (index.clone(), fate).prop_map(|(index, fate)| Step::Send(index, fate)),
        6 => index.clone().prop_map(Step::LookUp),
        2 => index.prop_map(Step::Decide),
        2 => Just(Step::Restart),
        4 => (0..2 * DELAY).prop_map(Step::Wait),
        1 => (0..2 * DELAY).prop_map(Step::SetClockBack),
    ]
}

fn any_content() -> impl Strategy<Value = Content> {
    (0..2_u8, 0..2_u8, prop::bool::weighted(0.2)).prop_map(|(name, rest, private)| Content {
        name,
        rest,
        private,
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn every_record_is_registered_exactly_once_whatever_happens(
        contents in prop::collection::vec(any_content(), 1..5),
        steps in prop::collection::vec(any_step(5), 0..80),
    ) {
        let mut world = World::new(&contents);
        for step in steps {
            match step {
                Step::TakeBack(index) | Step::Submit(index) | Step::Send(index, _)
                | Step::LookUp(index) | Step::Decide(index) if index >= contents.len() => {}
                step => world.step(step),
            }
        }
        world.settle();
        let sorted = |contents: &mut Vec<Content>| {
            contents.sort_by_key(|content| (content.name, content.rest, content.private));
        };
        let (mut wanted, mut stored) = (contents, world.service);
        sorted(&mut wanted);
        sorted(&mut stored);
        prop_assert_eq!(stored, wanted);
    }
}
