//! The program's window as the display has it.

use x11rb::connection::Connection;
use x11rb::protocol::xproto::{AtomEnum, ClientMessageEvent, ConnectionExt, EventMask, Window};
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;

use crate::until::until;

/// Asks the window to close, as its frame's button does.
pub fn close(display: &str) {
    let (x, screen) = x11rb::connect(Some(display)).expect("the display");
    let root = x.setup().roots[screen].root;
    let protocols = atom(&x, "WM_PROTOCOLS");
    let delete = atom(&x, "WM_DELETE_WINDOW");
    let window = until(|| children(&x, root).into_iter().find(|&window| is_program(&x, window)));
    let window = window.expect("the program's window");
    let data = [delete, x11rb::CURRENT_TIME, 0, 0, 0];
    let event = ClientMessageEvent::new(32, window, protocols, data);
    x.send_event(false, window, EventMask::NO_EVENT, event).expect("a display that listens");
    // An answer to anything tells that the display has passed the event on.
    x.sync().expect("a display that listens");
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
