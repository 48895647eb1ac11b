//! The program itself, opened on a journey's desktop.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::ExitStatus;

use crate::desktop::Desktop;
use crate::inspector::Inspector;
use crate::page::Page;
use crate::process::Process;
use crate::until::until;
use crate::window::{self, Place};

/// The open program.
#[derive(Debug)]
pub struct Program {
    /// The page in its window.
    pub page: Page,
    process: Process,
    display: String,
}

impl Desktop {
    /// Opens the program and waits until its window has a page.
    #[must_use]
    pub fn open(&self) -> Program {
        let address = free_address();
        let process = self.start_program(&address);
        let page = Page::new(Inspector::connect(&address));
        let display = self.variable("DISPLAY").expect("a display").to_owned();
        Program { page, process, display }
    }

    /// Starts the program and waits for nothing.
    #[must_use]
    pub fn start(&self) -> Process {
        self.start_program(&free_address())
    }

    fn start_program(&self, inspector: &str) -> Process {
        let mut command = self.command(self.program("meishi-desk"));
        // Where a display is made of software, WebKit's painting on it now and then crashes in LLVM.
        command.env("WEBKIT_SKIA_ENABLE_CPU_RENDERING", "1");
        Process::start(command.env("WEBKIT_INSPECTOR_HTTP_SERVER", inspector))
    }

    /// What the program printed so far, and complained of.
    #[must_use]
    pub fn printed(&self) -> String {
        let read = |name| std::fs::read(self.folder().join(name)).unwrap_or_default();
        let bytes = [read("meishi-desk.out"), read("meishi-desk.err")].concat();
        String::from_utf8_lossy(&bytes).into_owned()
    }
}

impl Program {
    /// Closes its window as a person does, and waits until it has ended.
    #[must_use]
    pub fn close(mut self) -> ExitStatus {
        self.ask_to_close();
        self.ended()
    }

    /// Closes its window, and does not wait.
    pub fn ask_to_close(&self) {
        window::close(&self.display);
    }

    /// Moves and resizes its window, and waits until its page has the new size.
    pub fn put(&self, place: Place) {
        window::put(&self.display, place);
        self.page.see_size(place.width, place.height);
    }

    /// Waits until its window is there, as large as that.
    pub fn see_at(&self, place: Place) {
        let mut found = window::place(&self.display);
        until(|| {
            found = window::place(&self.display);
            (found == place).then_some(())
        })
        .unwrap_or_else(|| panic!("the window is at {found:?}, not at {place:?}"));
    }

    /// Waits until it has ended.
    #[must_use]
    pub fn ended(&mut self) -> ExitStatus {
        self.process.ended()
    }

    /// Ends it as a power cut does.
    pub fn kill(mut self) {
        self.process.kill();
    }

    /// Whether it runs.
    pub fn runs(&mut self) -> bool {
        self.process.runs()
    }
}

/// Where pictures are kept.
#[must_use]
pub fn pictures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).with_file_name("target").join("pictures")
}

/// A free port of this machine; the system hands out another one each time.
fn free_address() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("its address").to_string()
}
