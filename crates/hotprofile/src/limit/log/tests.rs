//! The log on simulated time: programs that start, crash and share it, a machine that restarts,
//! calls that arrive at any moment while they are in flight.

use proptest::prelude::*;

use super::*;

const PERIOD: Moment = 100;
const LONGEST: Moment = 60_000;

fn allowance(calls: usize) -> Allowance {
    Allowance { calls, period: Duration::from_millis(PERIOD) }
}

#[derive(Clone, Debug)]
enum Step {
    Pass(Moment),
    /// A call by one of two programs, which arrives after this part of its flight.
    Begin {
        program: usize,
        arrival: f64,
    },
    /// The end of one of the calls in flight.
    End(usize),
    /// One of them is given up, and may arrive later all the same.
    GiveUp(usize),
    /// The program crashes: its calls never end, and it comes back with a new gate.
    Crash {
        program: usize,
    },
    /// The machine restarts: every program crashes, the clock starts again, some time has passed.
    Restart {
        uptime: Moment,
    },
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (0..=PERIOD + 20).prop_map(Step::Pass),
        1 => (LONGEST - 50..LONGEST + 200).prop_map(Step::Pass),
        8 => (0..2_usize, prop_oneof![Just(0.0), Just(1.0), 0.0..1.0])
            .prop_map(|(program, arrival)| Step::Begin { program, arrival }),
        5 => any::<usize>().prop_map(Step::End),
        2 => any::<usize>().prop_map(Step::GiveUp),
        1 => (0..2_usize).prop_map(|program| Step::Crash { program }),
        1 => (0..200_u64).prop_map(|uptime| Step::Restart { uptime }),
    ]
}

struct Flight {
    id: CallId,
    began: Moment,
    arrival: f64,
}

/// The world around the log, in true time.
struct World {
    log: CallLog,
    allowance: Allowance,
    true_time: Moment,
    started_at: Moment,
    gates: [u64; 2],
    numbers: u64,
    flights: Vec<Flight>,
    arrivals: Vec<Moment>,
}

impl World {
    fn new(calls: usize) -> Self {
        Self {
            log: CallLog::default(),
            allowance: allowance(calls),
            true_time: 0,
            started_at: 0,
            gates: [1, 2],
            numbers: 2,
            flights: Vec::new(),
            arrivals: Vec::new(),
        }
    }

    fn take(&mut self, step: &Step) {
        match *step {
            // No call is in flight for longer than it can be: it ends on its own.
            Step::Pass(time) => {
                let next_end = |world: &Self| {
                    let ends = world.flights.iter().map(|flight| flight.began + LONGEST);
                    ends.enumerate().min_by_key(|(_, end)| *end)
                };
                let until = self.true_time + time;
                while let Some((index, end)) = next_end(self).filter(|(_, end)| *end <= until) {
                    self.true_time = end;
                    self.end(index);
                }
                self.true_time = until;
            }
            Step::Begin { program, arrival } => {
                self.numbers += 1;
                let id = CallId { gate: self.gates[program], number: self.numbers };
                let now = self.clock();
                self.log.recover(now);
                if self.log.begin(self.allowance, id, now).is_ok() {
                    self.flights.push(Flight { id, began: self.true_time, arrival });
                }
            }
            Step::End(_) | Step::GiveUp(_) if self.flights.is_empty() => {}
            Step::End(index) => self.end(index % self.flights.len()),
            Step::GiveUp(index) => {
                let flight = self.flights.swap_remove(index % self.flights.len());
                let now = self.clock();
                self.log.recover(now);
                self.log.give_up(flight.id, now);
                self.arrive_some_time(vec![flight]);
            }
            Step::Crash { program } => {
                let gate = self.gates[program];
                let (crashed, going_on) =
                    self.flights.drain(..).partition(|flight| flight.id.gate == gate);
                self.flights = going_on;
                self.arrive_some_time(crashed);
                self.numbers += 1;
                self.gates[program] = self.numbers;
            }
            Step::Restart { uptime } => {
                let crashed = self.flights.drain(..).collect();
                self.arrive(crashed, self.true_time);
                // What a machine had on its way ends with it.
                for arrival in &mut self.arrivals {
                    *arrival = self.true_time.min(*arrival);
                }
                self.numbers += 2;
                self.gates = [self.numbers - 1, self.numbers];
                self.started_at = self.true_time;
                self.true_time += uptime;
            }
        }
    }

    fn clock(&self) -> Moment {
        self.true_time - self.started_at
    }

    fn end(&mut self, index: usize) {
        let flight = self.flights.swap_remove(index);
        let now = self.clock();
        self.log.recover(now);
        self.log.end(flight.id, now);
        self.arrive(vec![flight], self.true_time);
    }

    /// Nobody waited for the answers: they arrive within the longest time that a call takes.
    fn arrive_some_time(&mut self, flights: Vec<Flight>) {
        for flight in flights {
            let end = flight.began + LONGEST;
            self.arrive(vec![flight], end);
        }
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_precision_loss,
        clippy::cast_sign_loss,
        reason = "small whole numbers"
    )]
    fn arrive(&mut self, flights: Vec<Flight>, end: Moment) {
        for Flight { began, arrival, .. } in flights {
            let length = (end - began) as f64;
            self.arrivals.push(began + (length * arrival) as Moment);
        }
    }

    fn most_in_a_period(mut self) -> usize {
        let flights = std::mem::take(&mut self.flights);
        self.arrive(flights, self.true_time);
        self.arrivals.sort_unstable();
        let from = |start: &Moment| {
            self.arrivals.iter().filter(|time| (*start..start + PERIOD).contains(time)).count()
        };
        self.arrivals.iter().map(from).max().unwrap_or(0)
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn no_period_holds_more_arrivals_than_are_allowed(
        calls in 1..5_usize,
        steps in prop::collection::vec(step(), 1..120),
    ) {
        let mut world = World::new(calls);
        for step in &steps {
            world.take(step);
        }
        prop_assert!(world.most_in_a_period() <= calls);
    }

    /// Not only never too early: as soon as it can be.
    #[test]
    fn a_slot_is_free_exactly_one_period_after_its_call_ended(
        calls in 1..5_usize,
        gaps in prop::collection::vec((0..80_u64, 0..80_u64), 1..40),
    ) {
        let allowance = allowance(calls);
        let mut log = CallLog::default();
        let (mut now, mut ends) = (0, Vec::new());
        for (number, (gap, length)) in (0..).zip(gaps) {
            now += gap;
            let id = CallId { gate: 1, number };
            let taken = ends.iter().filter(|end| **end + PERIOD > now).count();
            match log.begin(allowance, id, now) {
                Ok(()) => prop_assert!(taken < calls),
                Err(wait) => {
                    prop_assert_eq!(taken, calls);
                    let free = now + millis(wait);
                    prop_assert!(log.begin(allowance, id, free - 1).is_err());
                    prop_assert!(log.begin(allowance, id, free).is_ok());
                    now = free;
                }
            }
            now += length;
            log.end(id, now);
            ends.push(now);
        }
    }
}

proptest! {
    #[test]
    fn what_is_left_is_exactly_what_can_begin(
        calls in 1..5_usize,
        steps in prop::collection::vec(step(), 0..60),
        closed in prop::option::of(0..500_u64),
    ) {
        let mut world = World::new(calls);
        for step in &steps {
            world.take(step);
        }
        let now = world.clock();
        world.log.recover(now);
        if let Some(length) = closed {
            world.log.close(Duration::from_millis(length), now);
        }
        for gate in world.gates {
            let Left { left, more_in } = world.log.left(world.allowance, gate, now);
            let mut begins = world.log.clone();
            for number in 0..u64::try_from(left).expect("few") {
                let id = CallId { gate, number: u64::MAX - number };
                prop_assert!(begins.begin(world.allowance, id, now).is_ok());
            }
            let one_more = CallId { gate, number: 0 };
            prop_assert!(begins.begin(world.allowance, one_more, now).is_err());

            let mut ends = world.log.clone();
            for flight in world.flights.iter().filter(|flight| flight.id.gate == gate) {
                ends.end(flight.id, now);
            }
            let Some(more_in) = more_in else {
                prop_assert_eq!(left, calls);
                continue;
            };
            let then = now + millis(more_in);
            prop_assert!(ends.left(world.allowance, gate, then - 1).left <= left);
            prop_assert!(ends.left(world.allowance, gate, then).left > left);
        }
    }
}

#[test]
fn those_behind_others_are_told_the_slot_that_is_left_for_them() {
    let allowance = allowance(2);
    let mut log = CallLog::default();
    for (number, end) in [(1, 10), (2, 30)] {
        let id = CallId { gate: 1, number };
        assert!(log.begin(allowance, id, 0).is_ok());
        log.end(id, end);
    }
    let waits: Vec<_> = (0..4).map(|ahead| log.wait(allowance, 1, ahead, 50).as_millis()).collect();
    assert_eq!(waits, [60, 80, 160, 180]);
}

#[test]
fn a_closed_gate_opens_at_its_time_and_not_earlier_for_a_shorter_word() {
    let allowance = allowance(2);
    let id = CallId { gate: 1, number: 1 };
    let mut log = CallLog::default();
    log.close(Duration::from_millis(500), 0);
    log.close(Duration::from_millis(100), 10);
    assert_eq!(log.begin(allowance, id, 499), Err(Duration::from_millis(1)));
    assert_eq!(log.begin(allowance, id, 500), Ok(()));
}

#[test]
fn a_closed_gate_stays_closed_when_the_machine_restarts() {
    let mut log = CallLog::default();
    log.close(Duration::from_millis(500), 10_000);
    log.recover(20);
    let id = CallId { gate: 1, number: 1 };
    assert_eq!(log.begin(allowance(1), id, 20), Err(Duration::from_millis(500)));
}

#[test]
fn a_moment_that_lies_ahead_counts_as_just_now() {
    let allowance = allowance(1);
    let mut log = CallLog::default();
    let id = CallId { gate: 1, number: 1 };
    assert!(log.begin(allowance, id, 9_000).is_ok());
    log.end(id, 9_500);
    log.recover(20);
    assert_eq!(log.wait(allowance, 2, 0, 20), Duration::from_millis(PERIOD));
}

#[test]
fn an_end_that_was_rounded_up_stays_so() {
    let allowance = allowance(1);
    let id = CallId { gate: 1, number: 1 };
    let mut log = CallLog::default();
    assert!(log.begin(allowance, id, 0).is_ok());
    let rounded_up = 10 + millis(STEP);
    log.end(id, rounded_up);
    log.recover(10);
    assert_eq!(log.wait(allowance, 1, 0, 10), Duration::from_millis(PERIOD + rounded_up - 10));
}
