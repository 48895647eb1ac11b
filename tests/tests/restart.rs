//! Starting, starting again, and starting where there is nothing to show a window on.
#![cfg(target_os = "linux")]

use journeys::desktop::Desktop;
use journeys::window::Place;

#[test]
fn after_a_power_cut_the_program_opens_at_once() {
    let desktop = Desktop::new();
    for _ in 0..3 {
        let person = desktop.person();
        person.see("welcome.lead");
        person.program.kill();
    }
    assert!(!desktop.printed().contains("panicked"), "{}", desktop.printed());
}

#[test]
fn a_person_who_closes_the_window_and_starts_again_at_once_gets_a_window() {
    let desktop = Desktop::new();
    let mut person = desktop.person();
    person.see("welcome.lead");
    for _ in 0..5 {
        person.program.ask_to_close();
        // The old one may still be leaving.
        let again = desktop.person();
        again.see("welcome.lead");
        assert!(person.program.ended().success());
        person = again;
    }
    assert!(!desktop.printed().contains("panicked"), "{}", desktop.printed());
}

#[test]
fn a_second_start_ends_quietly_and_the_first_goes_on() {
    let desktop = Desktop::new();
    let mut person = desktop.person();
    person.see("welcome.lead");
    let mut second = desktop.start();
    assert!(second.ended().success());
    assert!(person.program.runs());
    person.press("welcome.connect");
    person.see("connect.title");
    assert!(!desktop.printed().contains("panicked"), "{}", desktop.printed());
}

#[test]
fn the_window_opens_again_where_it_was_closed_and_as_large() {
    let desktop = Desktop::new();
    let person = desktop.person();
    person.see("welcome.lead");
    let place = Place { x: 60, y: 40, width: 1010, height: 710 };
    person.program.put(place);
    assert!(person.program.close().success());

    let person = desktop.person();
    person.see("welcome.lead");
    person.program.see_at(place);
    // And once more: what was put there by the program is kept too.
    assert!(person.program.close().success());
    desktop.person().program.see_at(place);
}

#[test]
fn without_a_display_the_program_says_so_and_fails() {
    let desktop = Desktop::without_display();
    assert!(!desktop.start().ended().success());
    let printed = desktop.printed();
    assert!(printed.contains("needs a display"), "{printed}");
    assert!(!printed.contains("panicked"), "{printed}");
}

#[test]
fn with_a_display_that_can_not_be_reached_the_program_says_so_and_fails() {
    let mut desktop = Desktop::without_display();
    desktop.set("DISPLAY", ":4095");
    assert!(!desktop.start().ended().success());
    let printed = desktop.printed();
    assert!(printed.contains("Can the display be reached?"), "{printed}");
    assert!(!printed.contains("panicked"), "{printed}");
}
