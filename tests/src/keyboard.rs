//! A keyboard at the display: its keys reach the window as a person's do, input methods between.

use std::cell::Cell;
use std::collections::HashMap;

use x11rb::connection::Connection;
use x11rb::protocol::xproto::{
    ConnectionExt as _, InputFocus, KEY_PRESS_EVENT, KEY_RELEASE_EVENT, Keycode, Window,
};
use x11rb::protocol::xtest::ConnectionExt as _;
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;

use crate::window::{dialogue, program};

/// A key with another meaning than a letter; X11's number for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// Deletes backwards.
    Backspace = 0xff08,
    /// To the next field; in an input method, takes a suggestion.
    Tab = 0xff09,
    /// Confirms.
    Enter = 0xff0d,
    /// Cancels.
    Escape = 0xff1b,
    /// Converts.
    Space = 0x20,
    /// A letter, for what it does with Control.
    A = 0x61,
    /// The next candidate.
    Down = 0xff54,
    /// The one before.
    Up = 0xff52,
    /// To the next part of a form.
    PageDown = 0xff56,
    /// Held with another key.
    Shift = 0xffe1,
    /// Held with another key.
    Control = 0xffe3,
    /// Held with another key.
    Alt = 0xffe9,
    /// The list of keys.
    F1 = 0xffbe,
    /// Changes the record whose details are open.
    F2 = 0xffbf,
}

/// A keyboard.
#[derive(Debug)]
pub struct Keyboard {
    x: RustConnection,
    /// The key that gives each meaning, and whether Shift has to be held for it.
    codes: HashMap<u32, (Keycode, bool)>,
    strokes: Cell<usize>,
}

impl Keyboard {
    /// The keyboard at this display, with the program's window having the keys.
    #[must_use]
    pub fn at(display: &str) -> Self {
        Self::of(program(display))
    }

    /// The keyboard at this display, with the window having the keys that asks for a file.
    #[must_use]
    pub fn at_dialogue(display: &str) -> Self {
        Self::of(dialogue(display))
    }

    fn of((x, window): (RustConnection, Window)) -> Self {
        x.set_input_focus(InputFocus::POINTER_ROOT, window, x11rb::CURRENT_TIME)
            .expect("a display that listens");
        x.sync().expect("a display that listens");
        let codes = codes(&x);
        Self { x, codes, strokes: Cell::new(0) }
    }

    /// How many keys were struck so far. What is held with a key counts as one with it.
    #[must_use]
    pub const fn strokes(&self) -> usize {
        self.strokes.get()
    }

    /// Types what the keys of a keyboard without accents give: letters, digits, signs, spaces.
    pub fn type_letters(&self, letters: &str) {
        for letter in letters.chars() {
            self.tap(u32::from(letter));
        }
    }

    /// Presses keys one after the other.
    pub fn press(&self, keys: &[Key]) {
        for &key in keys {
            self.tap(key as u32);
        }
    }

    /// Presses a key while others are held.
    pub fn press_with(&self, held: &[Key], key: Key) {
        for &held in held {
            self.send(KEY_PRESS_EVENT, self.key(held as u32).0);
        }
        self.tap(key as u32);
        for &held in held.iter().rev() {
            self.send(KEY_RELEASE_EVENT, self.key(held as u32).0);
        }
    }

    fn tap(&self, symbol: u32) {
        let (code, shifted) = self.key(symbol);
        let (shift, _) = self.key(Key::Shift as u32);
        if shifted {
            self.send(KEY_PRESS_EVENT, shift);
        }
        self.send(KEY_PRESS_EVENT, code);
        self.send(KEY_RELEASE_EVENT, code);
        if shifted {
            self.send(KEY_RELEASE_EVENT, shift);
        }
        self.strokes.set(self.strokes.get() + 1);
    }

    fn key(&self, symbol: u32) -> (Keycode, bool) {
        *self.codes.get(&symbol).expect("a key of the keyboard")
    }

    fn send(&self, kind: u8, code: Keycode) {
        let root = self.x.setup().roots[0].root;
        self.x
            .xtest_fake_input(kind, code, x11rb::CURRENT_TIME, root, 0, 0, 0)
            .expect("a display that listens");
        self.x.sync().expect("a display that listens");
    }
}

/// The key of each meaning: alone where it can be had so, else with Shift.
fn codes(x: &RustConnection) -> HashMap<u32, (Keycode, bool)> {
    let (first, last) = (x.setup().min_keycode, x.setup().max_keycode);
    let keys = x.get_keyboard_mapping(first, last - first + 1).expect("a display that listens");
    let keys = keys.reply().expect("a keyboard");
    let symbols = keys.keysyms.chunks(usize::from(keys.keysyms_per_keycode));
    let mut codes = HashMap::new();
    for (code, symbols) in (first..=last).zip(symbols) {
        for (symbol, shifted) in symbols.iter().take(2).zip([false, true]) {
            let known = codes.entry(*symbol).or_insert((code, shifted));
            if known.1 && !shifted {
                *known = (code, shifted);
            }
        }
    }
    codes.remove(&0);
    codes
}
