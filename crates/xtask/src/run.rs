//! `cargo xtask run`: from a fresh clone to the open program.

use crate::shell::{Failure, cargo, run as start};
use crate::{pages, program, setup};

/// Sets up, builds and opens the program; without a display it walks the journey under a
/// virtual one instead.
pub fn run() -> Result<(), Failure> {
    let display = program::has_display();
    setup::set_up(!display)?;
    pages::build()?;
    if display {
        return start(&mut cargo(&["run", "--package", "meishi-desk"]));
    }
    println!("No display here: the journey is walked under a virtual one, in practice mode.");
    program::build()?;
    program::walk(&["en"])
}
