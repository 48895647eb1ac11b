use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use desk::settings::Language;
use tauri::test::{MockRuntime, mock_builder, mock_context, noop_assets};
use tauri::{App, RunEvent, WebviewUrl, WebviewWindowBuilder};
use tempfile::TempDir;

use super::*;

const NAME: &str = "own/settings.json";

/// Tells the program that is killed where to save.
const FOLDER: &str = "MEISHI_DESK_TEST_FOLDER";

/// A machine with a folder for the settings.
struct Machine {
    folder: TempDir,
}

impl Machine {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder") }
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join(NAME)
    }

    fn aside(&self) -> PathBuf {
        self.folder.path().join("own/settings.set-aside.json")
    }

    fn text(&self) -> String {
        fs::read_to_string(self.file()).expect("it is there")
    }

    fn write(&self, text: &str) {
        fs::create_dir_all(self.folder.path().join("own")).expect("a folder");
        fs::write(self.file(), text).expect("it can be written");
    }

    fn start(&self) -> (App<MockRuntime>, SettingsFile<MockRuntime>) {
        start(&self.file())
    }

    fn load(&self) -> Settings {
        self.start().1.load()
    }
}

/// The settings as a program finds them when it is started.
fn start(file: &Path) -> (App<MockRuntime>, SettingsFile<MockRuntime>) {
    let app = mock_builder()
        .plugin(tauri_plugin_store::Builder::new().build())
        .build(mock_context(noop_assets()))
        .expect("a program");
    let file = SettingsFile::at(&app, file.to_owned()).expect("the plugin is there");
    (app, file)
}

/// Opens a window and closes it: the plugins hear that the program ends.
fn run_to_its_end(app: App<MockRuntime>) {
    let window = WebviewWindowBuilder::new(&app, "main", WebviewUrl::default()).build();
    let window = window.expect("a window");
    app.run(move |_, event| {
        if matches!(event, RunEvent::Ready) {
            window.destroy().expect("it is open");
        }
    });
}

fn settings() -> Settings {
    Settings {
        language: Some(Language::Ru),
        open: Some("practice".to_owned()),
        history_days: Some(30),
        ..Settings::default()
    }
}

/// Two that take a while to be written.
fn long_ones() -> (Settings, Settings) {
    let of = |language| Settings {
        language: Some(language),
        open: Some("x".repeat(200_000)),
        ..Settings::default()
    };
    (of(Language::Ja), of(Language::En))
}

#[test]
fn what_is_saved_is_loaded_and_what_is_broken_takes_nothing_else_with_it() {
    let machine = Machine::new();
    assert_eq!(machine.load(), Settings::default());
    assert_eq!(machine.start().1.save(&settings()), Ok(()));
    assert_eq!(machine.load(), settings());

    machine.write(&machine.text().replace("30", "\"many\""));
    assert_eq!(machine.load(), Settings { history_days: None, ..settings() });
    machine.write("{");
    assert_eq!(machine.load(), Settings::default());
}

#[test]
fn what_was_not_understood_is_set_aside_before_it_is_replaced() {
    for text in ["", "{", "[]", r#"{"connections": {"kind": "of a newer version"}}"#] {
        let machine = Machine::new();
        machine.write(text);
        let (_app, file) = machine.start();
        let settings = Settings { language: Some(Language::Ja), ..file.load() };
        assert_eq!(file.save(&settings), Ok(()));
        assert_eq!(fs::read_to_string(machine.aside()).expect("it is there"), text);

        fs::remove_file(machine.aside()).expect("it is there");
        let (_app, file) = machine.start();
        assert_eq!(file.load(), settings);
        assert_eq!(file.save(&settings), Ok(()));
        assert!(!machine.aside().exists());
    }
}

#[test]
fn what_a_newer_version_keeps_here_stays() {
    let machine = Machine::new();
    let known = r#"{"id": "1", "kind": "hotprofile", "host": "one.example", "kept": "keychain"}"#;
    let newer = r#"{"id": "2", "kind": "of a newer version"}"#;
    machine.write(&format!(
        "\u{feff}{{\"of_a_newer_version\": 7, \"connections\": [{newer}, {known}]}}"
    ));
    let (_app, file) = machine.start();
    let connections = file.load().connections;
    assert_eq!(connections.len(), 1);
    for _ in 0..2 {
        let settings = Settings { connections: connections.clone(), ..settings() };
        assert_eq!(file.save(&settings), Ok(()));
        assert_eq!(machine.load(), settings);
    }
    assert!(machine.text().contains(r#""of_a_newer_version": 7"#));
    assert_eq!(machine.text().matches("of a newer version").count(), 1);
    assert!(!machine.aside().exists());
}

#[test]
fn a_start_after_a_save_that_was_cut_finds_what_was_saved_before() {
    let machine = Machine::new();
    assert_eq!(machine.start().1.save(&settings()), Ok(()));
    // As the plugin leaves it where the program is killed in the middle.
    let (whole, copy) = (machine.text(), machine.file().with_extension("before.json"));
    for length in [0, 1, whole.len() / 2, whole.len() - 1] {
        fs::write(&copy, &whole).expect("it can be written");
        machine.write(&whole[..length]);
        let (_app, file) = machine.start();
        assert_eq!(file.load(), settings());
        assert_eq!(file.save(&settings()), Ok(()));
        assert_eq!(machine.load(), settings());
        assert!(!copy.exists() && !machine.aside().exists());
    }
}

#[test]
fn what_could_not_be_saved_leaves_what_was() {
    let machine = Machine::new();
    let (_app, file) = machine.start();
    assert_eq!(file.save(&settings()), Ok(()));
    let before = machine.text();
    // A folder stands where the copy is to be made.
    let in_the_way = machine.file().with_extension("before.json");
    fs::create_dir_all(in_the_way.join("x")).expect("a folder");
    let other = Settings { language: Some(Language::En), ..settings() };
    assert_eq!(file.save(&other), Err(SettingsNotSaved));
    assert_eq!(file.load(), settings());
    assert_eq!(machine.text(), before);
}

#[test]
fn a_program_that_is_killed_as_it_saves_leaves_what_was_saved_last_or_next() {
    let machine = Machine::new();
    let (one, other) = long_ones();
    assert_eq!(machine.start().1.save(&one), Ok(()));
    for round in 0..40 {
        let mut child = Command::new(std::env::current_exe().expect("a program"))
            .args(["--exact", "settings::tests::saves_for_ever", "--ignored", "--nocapture"])
            .env(FOLDER, machine.folder.path())
            .stdout(Stdio::piped())
            .spawn()
            .expect("it starts");
        let lines = BufReader::new(child.stdout.take().expect("its output")).lines();
        assert!(lines.map_while(Result::ok).any(|line| line == "saves"));
        std::thread::sleep(Duration::from_micros(round * 700));
        child.kill().expect("it runs");
        child.wait().expect("it ends");
        let found = machine.load();
        assert!(found == one || found == other, "{found:?}");
    }
}

#[test]
#[ignore = "another test starts it, as a program of its own, and kills it"]
fn saves_for_ever() {
    let folder = std::env::var_os(FOLDER).expect("a folder");
    let (_app, file) = start(&Path::new(&folder).join(NAME));
    println!("\nsaves");
    for settings in [long_ones().0, long_ones().1].iter().cycle() {
        assert_eq!(file.save(settings), Ok(()));
    }
}

#[test]
fn a_program_that_ends_does_not_write_over_what_the_next_one_saved() {
    let machine = Machine::new();
    let (app, file) = machine.start();
    assert_eq!(file.save(&settings()), Ok(()));
    let next = Settings { language: Some(Language::En), ..settings() };
    assert_eq!(machine.start().1.save(&next), Ok(()));
    run_to_its_end(app);
    assert_eq!(machine.load(), next);
}
