//! The project's chores, one module each. `cargo xtask` alone lists them.

mod bindings;
mod chaos;
mod contract;
mod icons;
mod ime;
mod keystrokes;
mod licences;
mod packages;
mod pages;
mod postal;
mod prism;
mod program;
mod python;
mod run;
mod schemathesis;
mod screenshots;
mod setup;
mod shell;
mod test;

use std::process::ExitCode;

use shell::Failure;

const HELP: &str = "\
cargo xtask CHORE

  run          sets up what is missing, builds the program and opens it
  test         runs everything that CI runs
  screenshots  takes pictures of every page in every language
  api          holds the calls and the practice server against the service's description
  chaos        kills the core at random while the service misbehaves, and counts what became
               of 1,000 registrations; --seed N for others
  ime          types names through a real Japanese input method and counts what it saved, left
               and read
  keystrokes   types twenty cards in the real window and prints what each took
  bindings     writes ui/src/backend/bindings.ts anew from the commands
  contract     prints the contract as CSV: `contract requests` for the parameters of the nine
               operations, `contract responses` for the fields of the three answers
  postal       makes the list of postal codes anew from Japan Post's
  icons        makes the icons of the three systems from icons/icon.svg";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match chore(&arguments.iter().map(String::as_str).collect::<Vec<_>>()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\n{failure}");
            ExitCode::FAILURE
        }
    }
}

fn chore(arguments: &[&str]) -> Result<(), Failure> {
    match arguments {
        ["run"] => run::run(),
        ["test"] => test::test(),
        ["screenshots"] => screenshots::screenshots(),
        ["api"] => prism::check().and_then(|()| schemathesis::check()),
        ["bindings"] => bindings::bindings(),
        ["ime"] => ime::ime(),
        ["keystrokes"] => keystrokes::keystrokes(),
        ["postal"] => postal::postal(),
        ["icons"] => icons::icons(),
        ["contract", table @ ("requests" | "responses")] => contract::contract(table),
        ["chaos", arguments @ ..] => chaos::chaos(arguments),
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(())
        }
        _ => Err(Failure(format!("There is no such chore.\n\n{HELP}"))),
    }
}
