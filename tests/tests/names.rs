//! Names of choices go to a colleague as a file, through the system's own dialogues.
#![cfg(target_os = "linux")]

use std::time::Duration;

use hotprofile::Entity;
use journeys::desktop::Desktop;
use journeys::keyboard::{Key, Keyboard};
use journeys::person::Person;
use journeys::until::until;
use journeys::window::has_dialogue;

#[test]
fn names_go_to_a_colleague_as_a_file_that_both_choose_in_the_systems_dialogues() {
    let desktop = Desktop::new();
    let file = desktop.folder().join("names.csv");
    let path = file.to_str().expect("a path of letters").to_owned();
    let display = desktop.variable("DISPLAY").expect("a display").to_owned();
    let person = desktop.person();
    person.practise();
    person.go("find", Entity::Leads);
    person.see("find.page_size");
    person.press_entry("rail.settings");
    person.see("names.title");

    answer(&person, &display, "names.export", &path);
    person.see("names.exported");
    let written = std::fs::read_to_string(&file).expect("it is written where the person said");
    assert!(written.contains("pref,"), "{written}");

    let colleague = written + "role,7,検査の権限\n";
    std::fs::write(&file, colleague).expect("a colleague adds a name");
    answer(&person, &display, "names.import", &path);
    person.page().see(&person.words.with("names.imported", "added", "1")[..7]);
    assert!(person.program.close().success());
}

/// Presses what asks for a file, and types which.
fn answer(person: &Person, display: &str, action: &str, path: &str) {
    person.press(action);
    let keyboard = Keyboard::at_dialogue(display);
    // It opens a field for a path with its first letter, and may miss those that come meanwhile:
    // whoever sees that types it again.
    let answered = until(|| {
        keyboard.press_with(&[Key::Control], Key::A);
        keyboard.type_letters(path);
        keyboard.press(&[Key::Enter]);
        (0..50)
            .any(|_| {
                std::thread::sleep(Duration::from_millis(40));
                !has_dialogue(display)
            })
            .then_some(())
    });
    answered.expect("a dialogue that closes");
}
