//! The program's window as the display has it.

use x11rb::connection::Connection;
use x11rb::protocol::xproto::{
    AtomEnum, ClientMessageEvent, ConfigureWindowAux, ConnectionExt, EventMask, MapState, Window,
};
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;

use crate::until::until;

/// Where a window is on the screen, and how large.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// From the left edge, in pixels.
    pub x: i16,
    /// From the top edge, in pixels.
    pub y: i16,
    /// In pixels.
    pub width: u16,
    /// In pixels.
    pub height: u16,
}

/// Asks the window to close, as its frame's button does.
pub fn close(display: &str) {
    let (x, window) = program(display);
    let protocols = atom(&x, "WM_PROTOCOLS");
    let delete = atom(&x, "WM_DELETE_WINDOW");
    let data = [delete, x11rb::CURRENT_TIME, 0, 0, 0];
    let event = ClientMessageEvent::new(32, window, protocols, data);
    x.send_event(false, window, EventMask::NO_EVENT, event).expect("a display that listens");
    // An answer to anything tells that the display has passed the event on.
    x.sync().expect("a display that listens");
}

/// Moves and resizes the window, as a person does at its frame.
pub fn put(display: &str, place: Place) {
    let (x, window) = program(display);
    let Place { x: left, y: top, width, height } = place;
    let there = ConfigureWindowAux::new()
        .x(i32::from(left))
        .y(i32::from(top))
        .width(u32::from(width))
        .height(u32::from(height));
    x.configure_window(window, &there).expect("a display that listens");
    x.sync().expect("a display that listens");
}

/// Where the window is.
#[must_use]
pub fn place(display: &str) -> Place {
    let (x, window) = program(display);
    let found = x.get_geometry(window).expect("a display that listens");
    let found = found.reply().expect("a window that is there");
    Place { x: found.x, y: found.y, width: found.width, height: found.height }
}

/// The display, and the program's window on it as soon as there is one.
pub(crate) fn program(display: &str) -> (RustConnection, Window) {
    let (x, screen) = x11rb::connect(Some(display)).expect("the display");
    let root = x.setup().roots[screen].root;
    let window = until(|| children(&x, root).into_iter().find(|&window| is_program(&x, window)));
    (x, window.expect("the program's window"))
}

/// The display, and the window on it that asks for a file, as soon as there is one.
pub(crate) fn dialogue(display: &str) -> (RustConnection, Window) {
    let (x, screen) = x11rb::connect(Some(display)).expect("the display");
    let root = x.setup().roots[screen].root;
    let window = until(|| children(&x, root).into_iter().find(|&window| asks(&x, window)));
    (x, window.expect("a dialogue"))
}

/// Whether a window asks for a file.
#[must_use]
pub fn has_dialogue(display: &str) -> bool {
    let (x, screen) = x11rb::connect(Some(display)).expect("the display");
    let root = x.setup().roots[screen].root;
    children(&x, root).into_iter().any(|window| asks(&x, window))
}

/// Whether it is a large window that is seen, and not the program's.
fn asks(x: &RustConnection, window: Window) -> bool {
    let attributes = x.get_window_attributes(window).ok().and_then(|cookie| cookie.reply().ok());
    let place = x.get_geometry(window).ok().and_then(|cookie| cookie.reply().ok());
    attributes.is_some_and(|found| found.map_state == MapState::VIEWABLE)
        && place.is_some_and(|place| place.width > 300 && place.height > 200)
        && !is_program(x, window)
}

fn is_program(x: &RustConnection, window: Window) -> bool {
    let title = x.get_property(false, window, AtomEnum::WM_NAME, AtomEnum::ANY, 0, 64);
    let title = title.ok().and_then(|cookie| cookie.reply().ok());
    title.is_some_and(|title| title.value == b"Meishi Desk")
}

fn children(x: &RustConnection, window: Window) -> Vec<Window> {
    let tree = x.query_tree(window).ok().and_then(|cookie| cookie.reply().ok());
    tree.map(|tree| tree.children).unwrap_or_default()
}

fn atom(x: &RustConnection, name: &str) -> u32 {
    let atom = x.intern_atom(false, name.as_bytes()).expect("a display that listens");
    atom.reply().expect("a display that listens").atom
}
