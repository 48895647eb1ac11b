//! What the desk knows at a moment: connections, lines, which one is open. Waits for nothing but
//! the settings' file.

mod session;

use std::collections::BTreeMap;
use std::sync::Arc;

use hotprofile::ApiKey;

use crate::connection::{Connection, Kept};
use crate::database::{Database, RecoveryCode};
use crate::line::Line;
use crate::practice::PRACTICE;
use crate::settings::{Language, Settings, SettingsNotSaved, SettingsStore};
use crate::trouble::Trouble;

/// A wish to open a connection. Only the latest is granted, however long an earlier one took.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wish(u64);

/// All of it.
pub struct State {
    settings: Settings,
    /// Connections that last until the program closes.
    session: Vec<Connection>,
    /// Every line of this run, one for an end and a key, so that all their calls are counted by
    /// one gate. Lines that were tried and not kept are among them.
    lines: Vec<Arc<Line>>,
    /// Databases that last until the program closes, by the id of their connection.
    in_memory: BTreeMap<String, Database>,
    /// Recovery codes of databases that were made and not opened since: the person has not seen
    /// them.
    pub codes_to_show: BTreeMap<String, RecoveryCode>,
    open: Option<(Connection, Arc<Line>)>,
    latest_wish: Wish,
    /// Wishes that were given up while something was being kept for them.
    withdrawn: Vec<Wish>,
}

impl State {
    pub fn new(settings: Settings) -> Self {
        Self {
            settings,
            session: Vec::new(),
            lines: Vec::new(),
            in_memory: BTreeMap::new(),
            codes_to_show: BTreeMap::new(),
            open: None,
            latest_wish: Wish(0),
            withdrawn: Vec::new(),
        }
    }

    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Changes the settings; they stay as they were where they can not be saved.
    pub fn change_settings(
        &mut self,
        store: &dyn SettingsStore,
        change: impl FnOnce(&mut Settings),
    ) -> Result<(), SettingsNotSaved> {
        let mut settings = self.settings.clone();
        change(&mut settings);
        store.save(&settings)?;
        self.settings = settings;
        Ok(())
    }

    /// Chooses the language, for now also where it can not be saved.
    pub fn speak(
        &mut self,
        store: &dyn SettingsStore,
        language: Language,
    ) -> Result<(), SettingsNotSaved> {
        self.settings.language = Some(language);
        store.save(&self.settings)
    }

    /// Every connection but practice, those that are kept first.
    pub fn connections(&self) -> impl Iterator<Item = &Connection> {
        self.settings.connections.iter().chain(&self.session)
    }

    pub fn connection(&self, id: &str) -> Option<&Connection> {
        self.connections().find(|connection| connection.id == id)
    }

    pub fn is_listed(&self, id: &str) -> bool {
        self.connection(id).is_some()
    }

    /// Lists a connection for this session, where it is not listed yet.
    pub fn list_for_session(&mut self, connection: Connection) {
        if !self.is_listed(&connection.id) {
            self.session.push(connection);
        }
    }

    /// Lists a connection whose key is in the keychain, in place of what was there for this
    /// session.
    pub fn list_as_kept(
        &mut self,
        store: &dyn SettingsStore,
        connection: Connection,
        in_place_of: &str,
    ) -> Result<(), SettingsNotSaved> {
        self.change_settings(store, |settings| settings.connections.push(connection))?;
        self.session.retain(|session| session.id != in_place_of);
        self.drop_line(in_place_of);
        self.in_memory.remove(in_place_of);
        Ok(())
    }

    /// Strikes a connection off the list and closes it.
    pub fn strike_off(
        &mut self,
        store: &dyn SettingsStore,
        id: &str,
    ) -> Result<(), SettingsNotSaved> {
        self.change_settings(store, |settings| {
            settings.connections.retain(|connection| connection.id != id);
            settings.open.take_if(|open| open == id);
        })?;
        self.session.retain(|connection| connection.id != id);
        self.lines.retain(|line| line.id != id);
        self.in_memory.remove(id);
        self.codes_to_show.remove(id);
        if let Some((_, line)) = self.open.take_if(|(connection, _)| connection.id == id) {
            line.set_open(false);
        }
        Ok(())
    }

    /// The line of a connection that was opened before in this run.
    pub fn line(&self, id: &str) -> Option<Arc<Line>> {
        self.lines.iter().find(|line| line.id == id).cloned()
    }

    /// The line to this end with this key.
    pub fn line_to(&self, host: &str, key: &ApiKey) -> Option<Arc<Line>> {
        self.lines.iter().find(|line| line.leads_to(host, key)).cloned()
    }

    pub fn add_line(&mut self, line: Line) -> Arc<Line> {
        let line = Arc::new(line);
        self.lines.push(Arc::clone(&line));
        line
    }

    pub fn drop_line(&mut self, id: &str) {
        self.lines.retain(|line| line.id != id);
    }

    /// Keeps a database in memory while its connection is not open, and gives the one that was
    /// kept already.
    pub fn keep_in_memory(&mut self, id: &str, database: Database) -> Database {
        self.in_memory.entry(id.to_owned()).or_insert(database).clone()
    }

    /// The database in memory of a connection.
    pub fn in_memory(&self, id: &str) -> Option<Database> {
        self.in_memory.get(id).cloned()
    }

    /// The databases in memory of the connections that are not open.
    pub fn in_memory_elsewhere(&self) -> Vec<Database> {
        let open = self.open().map(|open| open.id.as_str());
        let elsewhere = self.in_memory.iter().filter(|(id, _)| Some(id.as_str()) != open);
        elsewhere.map(|(_, database)| database.clone()).collect()
    }

    pub fn wish(&mut self) -> Wish {
        self.latest_wish.0 += 1;
        self.latest_wish
    }

    /// Nobody wishes for it any more: it is not granted.
    pub fn withdraw(&mut self, wish: Wish) {
        self.withdrawn.push(wish);
    }

    pub fn is_withdrawn(&self, wish: Wish) -> bool {
        self.withdrawn.contains(&wish)
    }

    /// Whether nothing else was wished for since, and this still is.
    pub fn expect_latest(&self, wish: Wish) -> Result<(), Trouble> {
        if wish == self.latest_wish && !self.is_withdrawn(wish) {
            Ok(())
        } else {
            Err(Trouble::Overtaken)
        }
    }

    /// Opens a connection, unless another one was wished for since, or it was removed.
    pub fn grant(
        &mut self,
        wish: Wish,
        store: &dyn SettingsStore,
        connection: &Connection,
        line: Arc<Line>,
    ) -> Result<(), Trouble> {
        self.expect_latest(wish)?;
        if connection.id != PRACTICE && !self.is_listed(&connection.id) {
            return Err(Trouble::UnknownConnection);
        }
        if let Some((_, former)) = &self.open {
            former.set_open(false);
        }
        line.set_open(true);
        self.open = Some((connection.clone(), line));
        let lasting = connection.id == PRACTICE || connection.kept == Kept::Keychain;
        let open = lasting.then(|| connection.id.clone());
        if self.settings.open != open
            && let Err(error) = self.change_settings(store, |settings| settings.open = open)
        {
            tracing::warn!(%error, "the next start will not open this connection");
        }
        Ok(())
    }

    pub fn open(&self) -> Option<&Connection> {
        self.open.as_ref().map(|(connection, _)| connection)
    }

    pub fn open_line(&self) -> Option<Arc<Line>> {
        self.open.as_ref().map(|(_, line)| Arc::clone(line))
    }
}
