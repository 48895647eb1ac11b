//! Stand-ins for what the shell hands in.

use std::collections::BTreeMap;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use hotprofile::limit::Allowance;
use hotprofile::{ApiKey, Endpoint, Entity, Values};
use practice_server::{Options, PracticeServer};
use secrecy::{ExposeSecret, SecretString};
use tempfile::TempDir;
use tokio::sync::watch;

use crate::calls::CallsLeft;
use crate::connection::Connection;
use crate::find::Query;
use crate::keychain::{Keychain, KeychainError};
use crate::open::Opened;
use crate::outbox::record::{Counts, Form, RecordId, Stage};
use crate::outbox::{self, Backoff};
use crate::settings::{Settings, SettingsNotSaved, SettingsStore};
use crate::trouble::Trouble;
use crate::{Desk, Surroundings};

/// The key that the service in these tests accepts.
pub const KEY: &str = "sesame-5d1f-open";
/// The host as a person typed it; the calls go to a server of the test.
pub const HOST: &str = "example.hot-profile.com";

/// The ticket of what connects in these tests.
pub const TICKET: u32 = 4_711;

/// How a keychain behaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mood {
    Works,
    Missing,
    Locked,
    Fails,
    /// Says yes and keeps nothing.
    Forgets,
    /// Says yes and removes nothing.
    Clings,
}

/// A keychain in memory.
#[derive(Default)]
pub struct MemoryKeychain {
    pub secrets: Mutex<BTreeMap<String, String>>,
    pub mood: Mutex<Option<Mood>>,
    /// What was asked of it.
    pub asked: Mutex<Vec<&'static str>>,
    /// While there is one, every new question waits for it first.
    pub person: Mutex<Option<Receiver<()>>>,
    /// Told after each removal.
    pub removed: Mutex<Option<Sender<()>>>,
}

impl MemoryKeychain {
    pub fn set(&self, mood: Mood) {
        *self.mood.lock().unwrap() = Some(mood);
    }

    /// Loses everything.
    pub fn empty(&self) {
        self.secrets.lock().unwrap().clear();
    }

    /// The next question waits until the sender is used or dropped.
    pub fn wait_for_a_person(&self) -> Sender<()> {
        let (unlock, locked) = channel();
        *self.person.lock().unwrap() = Some(locked);
        unlock
    }

    fn ask(&self, what: &'static str) -> Result<Mood, KeychainError> {
        self.asked.lock().unwrap().push(what);
        let person = self.person.lock().unwrap().take();
        if let Some(person) = person {
            let _ = person.recv();
        }
        match self.mood.lock().unwrap().unwrap_or(Mood::Works) {
            Mood::Missing => Err(KeychainError::Missing),
            Mood::Locked => Err(KeychainError::Locked),
            Mood::Fails => Err(KeychainError::Failed),
            mood => Ok(mood),
        }
    }
}

impl Keychain for MemoryKeychain {
    fn keep(&self, name: &str, secret: &SecretString) -> Result<(), KeychainError> {
        if self.ask("keep")? != Mood::Forgets {
            let secret = secret.expose_secret().to_owned();
            self.secrets.lock().unwrap().insert(name.to_owned(), secret);
        }
        Ok(())
    }

    fn give(&self, name: &str) -> Result<Option<SecretString>, KeychainError> {
        self.ask("give")?;
        Ok(self.secrets.lock().unwrap().get(name).map(|secret| secret.as_str().into()))
    }

    fn remove(&self, name: &str) -> Result<(), KeychainError> {
        if self.ask("remove")? != Mood::Clings {
            self.secrets.lock().unwrap().remove(name);
        }
        if let Some(removed) = &*self.removed.lock().unwrap() {
            let _ = removed.send(());
        }
        Ok(())
    }
}

/// Settings in memory; none can be saved while it is full.
#[derive(Default)]
pub struct MemorySettings {
    pub saved: Mutex<Settings>,
    pub full: Mutex<bool>,
}

impl SettingsStore for MemorySettings {
    fn load(&self) -> Settings {
        self.saved.lock().unwrap().clone()
    }

    fn save(&self, settings: &Settings) -> Result<(), SettingsNotSaved> {
        if *self.full.lock().unwrap() {
            return Err(SettingsNotSaved);
        }
        *self.saved.lock().unwrap() = settings.clone();
        Ok(())
    }
}

/// What outlives a start of the program.
pub struct Machine {
    pub keychain: Arc<MemoryKeychain>,
    pub settings: Arc<MemorySettings>,
    pub folder: TempDir,
    /// How many records stand where in the open outbox.
    pub counts: watch::Sender<Counts>,
    /// How often a call began to wait for the limit.
    pub waits: watch::Sender<u32>,
    /// How many calls are left, as it was last told.
    pub calls: watch::Sender<Option<CallsLeft>>,
}

impl Machine {
    pub fn new() -> Self {
        Self {
            keychain: Arc::default(),
            settings: Arc::default(),
            folder: tempfile::tempdir().unwrap(),
            counts: watch::Sender::default(),
            waits: watch::Sender::default(),
            calls: watch::Sender::default(),
        }
    }

    /// The program started on it; a person may take long.
    pub fn start(&self) -> Desk {
        Desk::new(self.surroundings())
    }

    pub fn start_with_patience(&self, keychain_patience: Duration) -> Desk {
        Desk::new(Surroundings { keychain_patience, ..self.surroundings() })
    }

    /// The program started on it, with so many calls in a minute.
    pub fn start_with_calls(&self, calls: usize) -> Desk {
        let allowance = Allowance { calls, ..Allowance::PUBLISHED };
        Desk::new(Surroundings { allowance, ..self.surroundings() })
    }

    fn surroundings(&self) -> Surroundings {
        let (waits, calls) = (self.waits.clone(), self.calls.clone());
        Surroundings {
            keychain: self.keychain.clone(),
            keychain_patience: Duration::from_mins(1),
            settings: self.settings.clone(),
            folder: self.folder.path().to_owned(),
            allowance: Allowance::PUBLISHED,
            on_wait: Arc::new(move |_| waits.send_modify(|waits| *waits += 1)),
            on_calls: Arc::new(move |left| {
                calls.send_replace(Some(left));
            }),
            outbox: self.outbox(),
        }
    }

    /// Nobody waits long for the network; what changes is seen in `counts`.
    fn outbox(&self) -> outbox::Options {
        let counts = self.counts.clone();
        let first = Duration::from_millis(10);
        outbox::Options {
            backoff: Backoff { first, longest: 5 * first },
            ..outbox::Options::new(Arc::new(move |changed| {
                counts.send_replace(changed);
            }))
        }
    }

    /// What is in the keychain beside the keys of databases.
    pub fn api_keys(&self) -> BTreeMap<String, String> {
        let mut secrets = self.secrets();
        secrets.retain(|name, _| !name.starts_with("database "));
        secrets
    }

    pub fn secrets(&self) -> BTreeMap<String, String> {
        self.keychain.secrets.lock().unwrap().clone()
    }
}

/// What stands at the other end.
pub async fn service() -> PracticeServer {
    let options = Options { api_key: KEY.to_owned(), records: 3, ..Options::default() };
    PracticeServer::start(options).await.unwrap()
}

/// The first page of all records.
pub fn everything() -> Query {
    Query { search: Values::new(), order: None, number: 1, display_number: 20 }
}

/// The form of a new company.
pub fn company() -> Form {
    let values = [("name", "めじるし霧笛商会"), ("name_disp", "霧笛")];
    let values = values.map(|(key, text)| (key.to_owned(), text.to_owned())).into();
    Form { entity: Entity::Clients, values, client_name: None, needs: None, change: None }
}

impl Desk {
    /// Connects as with [`Desk::connect`], host and certificate aside.
    pub(crate) async fn connect_to(
        &self,
        service: &PracticeServer,
        key: &str,
        session_only: bool,
    ) -> Result<Connection, Trouble> {
        Ok(self.connected_to(service, key, session_only).await?.connection)
    }

    /// The same, with what is told of the database.
    pub(crate) async fn connected_to(
        &self,
        service: &PracticeServer,
        key: &str,
        session_only: bool,
    ) -> Result<Opened, Trouble> {
        let endpoint = Endpoint::practice(service.address()).unwrap();
        self.establish(HOST, endpoint, ApiKey::new(key), session_only, TICKET).await
    }

    /// Opens a connection as with [`Desk::open_connection`].
    pub(crate) async fn reopen(&self, id: &str) -> Result<Connection, Trouble> {
        Ok(self.open_connection(id).await?.connection)
    }

    /// Saves a new company into the outbox.
    pub(crate) async fn submit_company(&self) -> RecordId {
        self.outbox().await.unwrap().submit(None, company()).await.unwrap().id
    }

    /// Registers a record through the outbox and gives the service's id.
    pub(crate) async fn register(&self, machine: &Machine, entity: Entity, values: Values) -> u32 {
        let mut counts = machine.counts.subscribe();
        let outbox = self.outbox().await.unwrap();
        let form = Form { entity, values, client_name: None, needs: None, change: None };
        let id = outbox.submit(None, form).await.unwrap().id;
        counts.wait_for(|counts| counts.unsent() == 0).await.unwrap();
        match outbox.record(id).await.unwrap().stage {
            Stage::Done { id, .. } => id,
            other => panic!("{other:?}"),
        }
    }
}

/// A list of examples has some in each of the three kinds of script.
pub fn in_three_scripts(texts: &[&str]) {
    let is_japanese = |c: char| matches!(c, '\u{3000}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}');
    let scripts: [(&str, &dyn Fn(char) -> bool); 3] = [
        ("Japanese", &is_japanese),
        ("Latin", &|c| c.is_ascii_alphabetic()),
        ("Cyrillic", &|c| matches!(c, '\u{400}'..='\u{4ff}')),
    ];
    for (name, is_of) in scripts {
        assert!(texts.iter().any(|text| text.contains(is_of)), "no text in {name}");
    }
}
