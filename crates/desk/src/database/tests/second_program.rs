use std::thread;

use super::super::{NotOpened, Opened};
use super::machine::{Machine, add, found, impatient, names, text};
use super::program::{Program, unlocked};

#[test]
fn a_second_program_is_refused_and_the_first_goes_on() {
    let machine = Machine::new();
    let code = machine.made(&[]);
    let mut first = Program::start("hold", machine.folder.path(), &code);
    assert_eq!(first.said().as_deref(), Some("open"));
    let before = machine.files();
    let place = impatient(machine.place());
    assert_eq!(place.open().unwrap_err(), NotOpened::InUse);
    assert_eq!(place.begin_anew().unwrap_err(), NotOpened::InUse);
    assert_eq!(machine.files(), before);
    first.go_on();
    first.end();
    assert_eq!(names(&found(place.open().unwrap())), ["held", "held on"]);
}

#[test]
fn a_program_that_was_killed_holds_nothing() {
    let machine = Machine::new();
    let code = machine.made(&[]);
    let mut first = Program::start("hold", machine.folder.path(), &code);
    assert_eq!(first.said().as_deref(), Some("open"));
    first.kill();
    assert_eq!(names(&found(impatient(machine.place()).open().unwrap())), ["held"]);
}

/// The lock keeps programs apart; where it does not, the transactions do.
#[test]
fn two_programs_past_the_lock_lose_none_of_their_writes() {
    let machine = Machine::new();
    let code = machine.made(&["0"]);
    let mut programs =
        [(), ()].map(|()| Program::start("count past the lock", machine.folder.path(), &code));
    for program in &mut programs {
        assert_eq!(program.said().as_deref(), Some("ready"));
    }
    for program in &mut programs {
        program.go_on();
    }
    programs.into_iter().for_each(Program::end);
    assert_eq!(names(&unlocked(&machine.file(), &code)), ["200"]);
}

#[test]
fn programs_that_make_it_at_once_make_one() {
    let machine = Machine::new();
    let codes: Vec<String> = thread::scope(|scope| {
        let program = || {
            let database = match machine.place().open().unwrap() {
                Opened::Made { database, .. } | Opened::Found(database) => database,
                Opened::InMemory(_) => panic!("there is a keychain"),
            };
            add(&database, "髙橋");
            text(&machine.place().recovery_code().unwrap().unwrap())
        };
        let programs: Vec<_> = (0..8).map(|_| scope.spawn(program)).collect();
        programs.into_iter().map(|program| program.join().unwrap()).collect()
    });
    assert!(codes.iter().all(|code| *code == codes[0]));
    assert_eq!(names(&found(machine.place().open().unwrap())).len(), 8);
}
