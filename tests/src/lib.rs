//! The program as a person meets it: the real window on a virtual display, with a keychain and a
//! home folder of its own. What drives it is here; what is promised is in `tests/tests`.
//!
//! The program is the one that is shipped, without a switch for tests: the page is reached through
//! WebKit's own remote inspector, which WebKit offers to the debug build. (WebDriver is of no use
//! here: WebKitGTK grants it no window that keeps nothing on disk.)
#![cfg(target_os = "linux")]
#![expect(
    clippy::missing_panics_doc,
    reason = "a journey ends in a panic when a promise is broken"
)]

pub mod conversions;
pub mod desktop;
pub mod input_method;
pub mod inspector;
pub mod keyboard;
pub mod keychain;
pub mod network;
pub mod page;
pub mod person;
pub mod process;
pub mod program;
pub mod records_walk;
pub mod service;
pub mod stack;
pub mod traces;
pub mod trouble_walk;
pub mod typing_walk;
pub mod until;
pub mod walk;
pub mod window;
pub mod words;
