use proptest::prelude::*;

use super::machine::{Machine, found, names};
use super::program::{Program, card};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    /// What was said to be on the disk is there after SIGKILL, and what is there is whole.
    #[test]
    fn a_program_that_is_killed_has_lost_nothing(writes in 1..40_usize) {
        let machine = Machine::new();
        let code = machine.made(&[]);
        let mut program = Program::start("write without end", machine.folder.path(), &code);
        let mut said: Vec<_> = (0..writes).map(|_| program.said().unwrap()).collect();
        said.extend(program.kill());
        let kept = names(&found(machine.place().open().unwrap()));
        prop_assert!(kept.len() >= said.len(), "{} of {}", kept.len(), said.len());
        for (number, kept) in (0..).zip(kept) {
            prop_assert_eq!(kept, card(number));
        }
    }
}

#[test]
fn a_transaction_that_was_killed_is_undone() {
    let machine = Machine::new();
    let code = machine.made(&["髙橋"]);
    let mut program = Program::start("stop in a transaction", machine.folder.path(), &code);
    assert_eq!(program.said().as_deref(), Some("in the middle"));
    program.kill();
    assert_eq!(names(&found(machine.place().open().unwrap())), ["髙橋"]);
}
