use std::path::Path;
use std::sync::Mutex;

use tokio::task::{JoinHandle, yield_now};

use super::uptime::STEP;
use super::*;

const AT_ONCE: Duration = Duration::ZERO;
const MINUTE: Duration = Duration::from_mins(1);

fn gate(calls: usize, period: Duration) -> Arc<Gate> {
    Gate::new(Allowance { calls, period }, None, Listeners::default())
}

fn gate_with_file(calls: usize, file: &Path) -> Arc<Gate> {
    Gate::new(Allowance { calls, period: MINUTE }, Some(file.to_owned()), Listeners::default())
}

async fn enter_at_once(gate: &Gate) -> Result<Pass, Full> {
    gate.enter(Urgency::Person, AT_ONCE).await
}

#[test]
fn a_wait_is_told_in_whole_seconds_and_never_as_shorter() {
    let cases = [
        (Duration::ZERO, 0),
        (Duration::from_nanos(1), 1),
        (MINUTE, 60),
        (MINUTE + Duration::from_millis(1), 61),
        (Duration::MAX, u32::MAX),
    ];
    for (wait, seconds) in cases {
        assert_eq!(whole_seconds(wait), seconds, "{wait:?}");
    }
}

#[tokio::test]
async fn a_slot_is_free_one_period_after_its_call_ended() {
    let period = Duration::from_millis(200);
    let gate = gate(1, period);
    let pass = enter_at_once(&gate).await.expect("a free slot");
    assert_eq!(enter_at_once(&gate).await.expect_err("in flight").free_in, period);
    let before_end = Instant::now();
    pass.end().await;
    gate.enter(Urgency::Person, MINUTE).await.expect("a wait that is short enough");
    assert!(before_end.elapsed() >= period);
}

/// On one thread a task runs to where it waits before the next is made.
#[tokio::test]
async fn people_go_first_and_then_whoever_came_first() {
    let gate = gate(1, Duration::from_millis(20));
    let order = Arc::new(Mutex::new(Vec::new()));
    let first = enter_at_once(&gate).await.expect("a free slot");
    let mut tasks: Vec<JoinHandle<()>> = Vec::new();
    for (name, urgency) in [
        ("b1", Urgency::Background),
        ("p1", Urgency::Person),
        ("b2", Urgency::Background),
        ("p2", Urgency::Person),
    ] {
        let (gate, order) = (Arc::clone(&gate), Arc::clone(&order));
        tasks.push(tokio::spawn(async move {
            let pass = gate.enter(urgency, MINUTE).await.expect("short waits");
            order.lock().expect("no panic").push(name);
            pass.end().await;
        }));
        yield_now().await;
    }
    first.end().await;
    for task in tasks {
        task.await.expect("no panic");
    }
    assert_eq!(*order.lock().expect("no panic"), ["p1", "p2", "b1", "b2"]);
}

#[tokio::test]
async fn whoever_gives_up_waiting_is_in_nobodys_way() {
    let gate = gate(1, Duration::from_millis(20));
    enter_at_once(&gate).await.expect("a free slot").end().await;
    let waiting = gate.enter(Urgency::Person, MINUTE);
    timeout(AT_ONCE, waiting).await.expect_err("it waits");
    gate.enter(Urgency::Background, MINUTE).await.expect("nobody is ahead");
}

#[tokio::test]
async fn whoever_waits_is_told_how_long() {
    let told = Arc::new(Mutex::new(Vec::new()));
    let heard = Arc::clone(&told);
    let on_wait: OnWait = Arc::new(move |wait| heard.lock().expect("no panic").push(wait));
    let allowance = Allowance { calls: 1, period: Duration::from_millis(50) };
    let gate =
        Gate::new(allowance, None, Listeners { on_wait: Some(on_wait), ..Listeners::default() });
    enter_at_once(&gate).await.expect("a free slot").end().await;
    assert!(told.lock().expect("no panic").is_empty());
    gate.enter(Urgency::Person, MINUTE).await.expect("a short wait");
    let told = told.lock().expect("no panic");
    assert_eq!(told.len(), 1);
    assert!(told[0] > AT_ONCE && told[0] <= allowance.period + STEP);
}

#[tokio::test]
async fn whoever_waits_is_told_again_when_the_service_closes_the_gate() {
    let (tell, mut told) = tokio::sync::mpsc::unbounded_channel();
    let on_wait: OnWait = Arc::new(move |wait| tell.send(wait).expect("the test listens"));
    let gate = Gate::new(
        Allowance { calls: 1, period: MINUTE },
        None,
        Listeners { on_wait: Some(on_wait), ..Listeners::default() },
    );
    enter_at_once(&gate).await.expect("a free slot").end().await;
    let waiting = tokio::spawn({
        let gate = Arc::clone(&gate);
        async move { gate.enter(Urgency::Person, MINUTE * 3).await.map(drop) }
    });
    assert!(told.recv().await.expect("told") <= MINUTE + STEP);
    gate.close(MINUTE * 2).await;
    assert!(told.recv().await.expect("told again") > MINUTE);
    gate.close(MINUTE * 4).await;
    let full = waiting.await.expect("no panic").expect_err("too long by now");
    assert!(full.free_in > MINUTE * 3);
}

#[tokio::test]
async fn every_change_of_what_is_left_is_told() {
    let told = Arc::new(Mutex::new(Vec::new()));
    let heard = Arc::clone(&told);
    let on_change: OnChange = Arc::new(move |left| heard.lock().expect("no panic").push(left));
    let listeners = Listeners { on_change: Some(on_change), ..Listeners::default() };
    let gate = Gate::new(Allowance { calls: 3, period: MINUTE }, None, listeners);
    assert_eq!(gate.left().await, Left { left: 3, more_in: None });
    let first = enter_at_once(&gate).await.expect("a free slot");
    let second = enter_at_once(&gate).await.expect("a free slot");
    first.end().await;
    drop(second);
    gate.close(MINUTE * 5).await;
    enter_at_once(&gate).await.expect_err("closed");
    let told = told.lock().expect("no panic");
    assert_eq!(told.iter().map(|told| told.left).collect::<Vec<_>>(), [2, 1, 1, 1, 0]);
    let more_in: Vec<_> = told.iter().map(|told| told.more_in.expect("not all are left")).collect();
    let a_period = AT_ONCE..=MINUTE + STEP;
    assert!(more_in[..4].iter().all(|more_in| a_period.contains(more_in)), "{more_in:?}");
    assert!(more_in[4] > MINUTE * 2, "{more_in:?}");
}

/// No slot is free again within the test, so that each call can only leave fewer than the one before.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn what_is_left_is_told_in_the_order_of_the_calls() {
    let (tell, mut told) = tokio::sync::mpsc::unbounded_channel();
    let on_change: OnChange = Arc::new(move |left| tell.send(left.left).expect("heard"));
    let listeners = Listeners { on_change: Some(on_change), ..Listeners::default() };
    let gate = Gate::new(Allowance { calls: 100, period: MINUTE }, None, listeners);
    let calls = (0..100).map(|_| {
        let gate = Arc::clone(&gate);
        tokio::spawn(async move {
            let pass = gate.enter(Urgency::Person, MINUTE * 2).await.expect("a free slot");
            pass.end().await;
        })
    });
    for call in calls.collect::<Vec<_>>() {
        call.await.expect("no panic");
    }
    let lefts: Vec<_> = std::iter::from_fn(|| told.try_recv().ok()).collect();
    assert_eq!(lefts.len(), 200);
    assert!(lefts.is_sorted_by(|before, after| before >= after), "{lefts:?}");
    assert_eq!(lefts.last(), Some(&0));
}

#[tokio::test]
async fn calls_of_others_with_the_same_file_leave_fewer() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("calls.json");
    let (gate, other) = (gate_with_file(2, &file), gate_with_file(2, &file));
    let pass = enter_at_once(&other).await.expect("a free slot");
    // Whether a call of another program is still in flight can not be known.
    let in_flight = gate.left().await;
    assert_eq!(in_flight.left, 1);
    assert!(in_flight.more_in > Some(LONGEST_CALL));
    pass.end().await;
    let ended = gate.left().await;
    assert_eq!(ended.left, 1);
    assert!(ended.more_in <= Some(MINUTE + STEP));
    other.close(MINUTE * 3).await;
    let closed = gate.left().await;
    assert_eq!(closed.left, 0);
    assert!(closed.more_in > Some(MINUTE * 2));
}

/// What it sent may still be on its way.
#[tokio::test]
async fn a_call_that_was_given_up_counts_as_one_that_a_crash_left_open() {
    let folder = tempfile::tempdir().expect("a folder");
    for file in [None, Some(folder.path().join("calls.json"))] {
        let allowance = Allowance { calls: 1, period: MINUTE };
        let gate = Gate::new(allowance, file, Listeners::default());
        let pass = enter_at_once(&gate).await.expect("a free slot");
        drop(pass);
        let mut full = enter_at_once(&gate).await.expect_err("in flight");
        while full.free_in == MINUTE {
            // Not written down yet.
            yield_now().await;
            full = enter_at_once(&gate).await.expect_err("given up");
        }
        assert!(full.free_in > MINUTE + STEP && full.free_in <= LONGEST_CALL + MINUTE, "{full:?}");
    }
}

#[tokio::test]
async fn a_mistaken_word_of_the_service_does_not_close_the_gate_for_good() {
    let gate = gate(1, MINUTE);
    gate.close(Duration::MAX).await;
    let full = enter_at_once(&gate).await.expect_err("closed");
    assert!(full.free_in <= LONGEST_CLOSURE + STEP);
}

#[tokio::test]
async fn a_restart_forgets_neither_calls_that_ended_nor_those_in_flight() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("made on the way").join("calls.json");
    let gate = gate_with_file(2, &file);
    enter_at_once(&gate).await.expect("a free slot").end().await;
    let in_flight = enter_at_once(&gate).await.expect("a free slot");
    std::mem::forget(in_flight);
    drop(gate);
    let full = enter_at_once(&gate_with_file(2, &file)).await.expect_err("both slots taken");
    assert!(full.free_in > AT_ONCE && full.free_in <= LONGEST_CALL + MINUTE);
}

/// A call in flight counts for longer than one that ended: the file tells them apart.
#[tokio::test]
async fn a_call_that_was_ended_has_ended_on_disk() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("calls.json");
    enter_at_once(&gate_with_file(1, &file)).await.expect("a free slot").end().await;
    let full = enter_at_once(&gate_with_file(1, &file)).await.expect_err("taken");
    assert!(full.free_in <= MINUTE + STEP, "{full:?}");
}

#[tokio::test]
async fn a_closed_gate_stays_closed_after_a_restart() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("calls.json");
    gate_with_file(2, &file).close(MINUTE).await;
    enter_at_once(&gate_with_file(2, &file)).await.expect_err("closed");
}

#[tokio::test]
async fn gates_with_the_same_file_share_the_limit() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("calls.json");
    let gates = [gate_with_file(3, &file), gate_with_file(3, &file)];
    let mut passes = Vec::new();
    for gate in [&gates[0], &gates[1], &gates[0]] {
        passes.push(enter_at_once(gate).await.expect("a free slot"));
    }
    for gate in &gates {
        enter_at_once(gate).await.expect_err("all slots taken");
    }
}

#[tokio::test]
async fn after_a_file_that_can_not_be_read_every_slot_counts_as_just_used() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("calls.json");
    for nonsense in ["", "{", r#"{"calls":7}"#] {
        std::fs::write(&file, nonsense).expect("written");
        let full = enter_at_once(&gate_with_file(2, &file)).await.expect_err("all slots taken");
        assert_eq!(full.free_in, MINUTE, "{nonsense}");
    }
}

#[tokio::test]
async fn a_file_that_can_not_be_read_is_made_anew() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("calls.json");
    std::fs::write(&file, "nonsense").expect("written");
    let allowance = Allowance { calls: 1, period: Duration::from_millis(50) };
    let gate = Gate::new(allowance, Some(file), Listeners::default());
    gate.enter(Urgency::Person, MINUTE).await.expect("a short wait");
}

#[tokio::test]
async fn where_no_file_can_be_written_the_limit_holds_all_the_same() {
    let folder = tempfile::tempdir().expect("a folder");
    let in_the_way = folder.path().join("no folder");
    std::fs::write(&in_the_way, "").expect("written");
    let allowance = Allowance { calls: 1, period: Duration::from_millis(50) };
    let gate = Gate::new(allowance, Some(in_the_way.join("calls.json")), Listeners::default());
    let _pass = gate.enter(Urgency::Person, MINUTE).await.expect("a short wait");
    enter_at_once(&gate).await.expect_err("in flight");
}
