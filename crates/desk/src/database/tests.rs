use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex};

use hotprofile::ApiKey;

use super::{Database, DatabaseError, NotOpened, Opened, Place};
use crate::keychain::{Keychain, KeychainError};

const CARDS: &str = "CREATE TABLE cards (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT";

/// A keychain that can be locked, absent or forgetful.
#[derive(Default)]
struct Chain {
    secrets: Mutex<BTreeMap<String, String>>,
    trouble: Mutex<Option<KeychainError>>,
}

impl Keychain for Chain {
    fn keep(&self, name: &str, secret: &ApiKey) -> Result<(), KeychainError> {
        self.ready()?;
        self.secrets.lock().unwrap().insert(name.to_owned(), secret.expose().to_owned());
        Ok(())
    }

    fn give(&self, name: &str) -> Result<Option<ApiKey>, KeychainError> {
        self.ready()?;
        Ok(self.secrets.lock().unwrap().get(name).map(|text| ApiKey::new(text)))
    }

    fn remove(&self, name: &str) -> Result<(), KeychainError> {
        self.ready()?;
        self.secrets.lock().unwrap().remove(name);
        Ok(())
    }
}

impl Chain {
    fn ready(&self) -> Result<(), KeychainError> {
        self.trouble.lock().unwrap().map_or(Ok(()), Err)
    }
}

fn place(folder: &Path, chain: &Arc<Chain>) -> Place {
    let mut place = Place::new(folder, "1f", Arc::clone(chain) as Arc<dyn Keychain>);
    place.migrations = &[CARDS];
    place
}

#[test]
fn what_is_written_is_there_when_it_is_opened_again() {
    let folder = tempfile::tempdir().unwrap();
    let chain = Arc::new(Chain::default());
    let place = place(folder.path(), &chain);
    let Opened::Made { database, set_aside: None, .. } = place.open().unwrap() else { panic!() };
    database.write(|t| Ok(t.execute("INSERT INTO cards (name) VALUES ('髙橋')", [])?)).unwrap();
    drop(database);
    let Opened::Found(database) = place.open().unwrap() else { panic!() };
    let name: String = database
        .read(|t| Ok(t.query_row("SELECT name FROM cards", [], |row| row.get(0))?))
        .unwrap();
    assert_eq!(name, "髙橋");
    for entry in std::fs::read_dir(folder.path()).unwrap() {
        eprintln!("{:?}", entry.unwrap());
    }
}
