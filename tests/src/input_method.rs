//! A real Japanese input method on a journey's desktop: fcitx5 with Mozc.

use std::fs;
use std::path::Path;

use rustix::process::{Pid, Signal, kill_process};

use crate::desktop::Desktop;
use crate::process::Process;
use crate::until::until;

/// Mozc is on from the first key.
const FILES: &[(&str, &str)] = &[
    (
        "profile",
        "[Groups/0]\nName=Default\nDefault Layout=us\nDefaultIM=mozc\n\n\
         [Groups/0/Items/0]\nName=keyboard-us\nLayout=\n\n\
         [Groups/0/Items/1]\nName=mozc\nLayout=\n\n\
         [GroupOrder]\n0=Default\n",
    ),
    (
        "config",
        "[Hotkey/TriggerKeys]\n0=Control+space\n\n\
         [Behavior]\nActiveByDefault=True\nShareInputState=All\n",
    ),
    ("conf/mozc.conf", "InitialMode=Hiragana\n"),
];

/// What has no place on a desktop without panels and without Wayland.
const WITHOUT: &str =
    "wayland,waylandim,kimpanel,notificationitem,notifications,fcitx4frontend,ibusfrontend";

/// An input method that runs until it is dropped. It knows nothing yet: it learns as it is used.
#[derive(Debug)]
pub struct InputMethod {
    home: String,
    running: Process,
}

impl Desktop {
    /// A desktop for Japanese, with everything on it run as a user without rights: Mozc's
    /// conversion stands still for root.
    #[must_use]
    pub fn japanese() -> (Self, InputMethod) {
        let mut desktop = Self::unprivileged();
        let settings = desktop.folder().join("home/.config");
        desktop.set("XDG_CONFIG_HOME", &settings.to_string_lossy());
        desktop.set("GTK_IM_MODULE", "fcitx");
        desktop.set("XMODIFIERS", "@im=fcitx");
        for (name, text) in FILES {
            desktop.write(&Path::new("home/.config/fcitx5").join(name), text);
        }
        let mut command = desktop.command("fcitx5");
        let running = Process::start(command.arg(format!("--disable={WITHOUT}")));
        until(|| desktop.has_on_bus("org.fcitx.Fcitx5").then_some(())).expect("an input method");
        let home = desktop.folder().join("home").to_string_lossy().into_owned();
        (desktop, InputMethod { home, running })
    }
}

impl Drop for InputMethod {
    /// Mozc's server leaves the one who started it: it is ended by its own number.
    fn drop(&mut self) {
        // Else it would start another one.
        self.running.kill();
        let home = format!("HOME={}", self.home);
        let processes = fs::read_dir("/proc").into_iter().flatten().flatten();
        for process in processes {
            let name = fs::read_to_string(process.path().join("comm")).unwrap_or_default();
            let variables = fs::read(process.path().join("environ")).unwrap_or_default();
            let is_of_here = variables.split(|&byte| byte == 0).any(|set| set == home.as_bytes());
            let number = process.file_name().to_string_lossy().parse().ok();
            if let Some(number) = number.and_then(Pid::from_raw)
                && name.starts_with("mozc")
                && is_of_here
            {
                // It may have ended meanwhile.
                kill_process(number, Signal::KILL).ok();
            }
        }
    }
}
