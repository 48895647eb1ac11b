//! A real Japanese input method in the real window. `cargo xtask ime` does more of it.
#![cfg(target_os = "linux")]

use journeys::conversions::{Figures, Typist, Way, names};
use journeys::keyboard::Key;

#[test]
fn conversions_save_submit_and_leave_nothing_and_leave_their_reading() {
    let mut typist = Typist::sits_down();
    let mut figures = Figures::default();
    let some = [names()[1], names()[11], names()[12]];
    for name in some {
        for way in Way::ALL {
            typist.convert(name, way, &mut figures);
        }
    }
    assert!(figures.are_safe(), "{figures}");
    assert_eq!(figures.kana_right, 12, "{figures}");

    // Nothing of it counts that would not happen for a plain key.
    let name = some[0];
    typist.keyboard.type_letters(name.letters);
    typist.keyboard.press(&[Key::Space, Key::Enter]);
    typist.look_until(name, |now| now["kana"] == name.kana);
    typist.keyboard.press(&[Key::Enter]);
    typist.look_until(name, |now| now["caret"] == "first_name");
    typist.keyboard.press_with(&[Key::Control], Key::Enter);
    let saved = typist.look_until(name, |now| now["text"] == "" && now["caret"] == "client_id");
    assert_eq!(saved["saves"], 1);
}
