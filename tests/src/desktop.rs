//! A desktop of its own for each journey: display, session bus, home folder, and a keychain where
//! there is to be one. Nothing on it knows of the machine's own.

use std::fs::{self, File, Permissions};
use std::os::unix::fs::{PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

use crate::keychain::Keychain;
use crate::process::Process;

/// A session bus that starts no service by itself: what is there was started by the journey.
const BUS: &str = r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>"#;

/// The user without rights on every Linux.
const NOBODY: u32 = 65_534;

/// Large enough for the window as it opens first.
const SCREEN: &str = "1280x900x24";

/// A desktop.
pub struct Desktop {
    keychain: Option<Keychain>,
    // The display and the bus run until the desktop is dropped.
    running: Vec<Process>,
    variables: Vec<(String, String)>,
    // Whom the programs run as, where that is not whoever runs the journey.
    user: Option<u32>,
    folder: TempDir,
}

impl Desktop {
    /// A desktop with display, bus and an open keychain.
    #[must_use]
    pub fn new() -> Self {
        let mut desktop = Self::without_keychain();
        desktop.keychain = Some(Keychain::start(&desktop));
        desktop
    }

    /// A desktop on which no keychain runs.
    #[must_use]
    pub fn without_keychain() -> Self {
        let mut desktop = Self::without_display();
        desktop.start_display();
        desktop.start_bus();
        desktop
    }

    /// A desktop without a keychain, whose programs are not run as root.
    #[must_use]
    pub fn unprivileged() -> Self {
        let mut desktop = Self::without_display();
        if rustix::process::geteuid().is_root() {
            desktop.user = Some(NOBODY);
            for name in ["", "home", "run", "tmp"] {
                desktop.hand_over(&desktop.folder().join(name));
            }
        }
        desktop.start_display();
        desktop.start_bus();
        desktop
    }

    /// No display, no bus: as over a bare remote shell.
    #[must_use]
    pub fn without_display() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        for name in ["home", "run", "tmp"] {
            fs::create_dir(folder.path().join(name)).expect("a folder");
        }
        let private = Permissions::from_mode(0o700);
        fs::set_permissions(folder.path().join("run"), private).expect("a private folder");
        Self { keychain: None, running: Vec::new(), variables: Vec::new(), user: None, folder }
    }

    /// Where everything is that programs on this desktop write.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The keychain.
    #[must_use]
    pub fn keychain(&self) -> &Keychain {
        self.keychain.as_ref().expect("a desktop with a keychain")
    }

    /// Sets a variable for every program started from now on.
    pub fn set(&mut self, variable: &str, value: &str) {
        self.variables.push((variable.into(), value.into()));
    }

    /// The value of a variable that was set.
    #[must_use]
    pub fn variable(&self, name: &str) -> Option<&str> {
        self.variables.iter().rev().find(|(set, _)| set == name).map(|(_, value)| value.as_str())
    }

    /// A command on this desktop. Should this process be killed before it can tidy up, the system
    /// ends what it started. What the command prints goes to `NAME.out` and `NAME.err` in the
    /// desktop's folder.
    #[must_use]
    pub fn command(&self, program: impl AsRef<Path>) -> Command {
        let program = program.as_ref();
        let name = program.file_name().unwrap_or_default().to_string_lossy();
        let mut command = Command::new("setpriv");
        command.args(["--pdeathsig", "KILL"]);
        if let Some(user) = self.user {
            command.args([format!("--reuid={user}"), format!("--regid={user}")]);
            command.arg("--clear-groups");
        }
        command.arg("--").arg(program).env_clear();
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command.env("LANG", "C.UTF-8");
        command.env("HOME", self.folder().join("home"));
        command.env("XDG_RUNTIME_DIR", self.folder().join("run"));
        command.env("TMPDIR", self.folder().join("tmp"));
        command.envs(self.variables.iter().map(|(name, value)| (name, value)));
        command.current_dir(self.folder().join("home")).process_group(0).stdin(Stdio::null());
        command.stdout(self.log(&format!("{name}.out"))).stderr(self.log(&format!("{name}.err")));
        command
    }

    /// A program of this workspace, where whoever the programs run as can reach it.
    #[must_use]
    pub fn program(&self, name: &str) -> PathBuf {
        let program = built(name);
        if self.user.is_none() {
            return program;
        }
        let here = self.folder().join(name);
        if !here.exists() {
            fs::copy(program, &here).expect("the program can be copied");
        }
        here
    }

    /// Writes a file for the programs, into the desktop's folder.
    pub fn write(&self, file: &Path, text: &str) {
        let mut place = self.folder().to_path_buf();
        for part in file.parent().into_iter().flat_map(Path::components) {
            place.push(part);
            if !place.exists() {
                fs::create_dir(&place).expect("a folder");
                self.hand_over(&place);
            }
        }
        let file = self.folder().join(file);
        fs::write(&file, text).expect("a file");
        self.hand_over(&file);
    }

    /// Gives a file or a folder to whoever the programs run as.
    fn hand_over(&self, file: &Path) {
        if let Some(user) = self.user {
            chown(file, Some(user), Some(user)).expect("a file that can be handed over");
        }
    }

    /// Whether somebody has this name on the bus.
    #[must_use]
    pub fn has_on_bus(&self, name: &str) -> bool {
        let mut ask = self.command("dbus-send");
        ask.args(["--print-reply=literal", "--dest=org.freedesktop.DBus", "/"]);
        ask.args(["org.freedesktop.DBus.NameHasOwner", &format!("string:{name}")]);
        let answer = ask.stdout(Stdio::piped()).output();
        answer.is_ok_and(|answer| String::from_utf8_lossy(&answer.stdout).contains("true"))
    }

    fn log(&self, name: &str) -> File {
        let mut options = File::options();
        options.create(true).append(true).open(self.folder().join(name)).expect("a log")
    }

    fn start_display(&mut self) {
        let mut command = self.command("Xvfb");
        command.args(["-displayfd", "1", "-screen", "0", SCREEN, "-nolisten", "tcp"]);
        let mut display = Process::start(command.stdout(Stdio::piped()));
        let number = display.first_line();
        self.set("DISPLAY", &format!(":{number}"));
        self.running.push(display);
    }

    fn start_bus(&mut self) {
        let configuration = self.folder().join("bus.conf");
        fs::write(&configuration, BUS).expect("a file");
        let mut command = self.command("dbus-daemon");
        command.arg("--config-file").arg(configuration).args(["--nofork", "--print-address=1"]);
        let mut bus = Process::start(command.stdout(Stdio::piped()));
        let address = bus.first_line();
        self.set("DBUS_SESSION_BUS_ADDRESS", &address);
        self.running.push(bus);
    }
}

impl Default for Desktop {
    fn default() -> Self {
        Self::new()
    }
}

/// A program of this workspace, from the folder that this one was built into.
fn built(name: &str) -> PathBuf {
    let here = std::env::current_exe().expect("this program has a path");
    let found = here.ancestors().skip(1).take(2).map(|folder| folder.join(name));
    found.into_iter().find(|program| program.is_file()).unwrap_or_else(|| {
        panic!("`cargo build --package meishi-desk --package practice-server` first: {name}")
    })
}
