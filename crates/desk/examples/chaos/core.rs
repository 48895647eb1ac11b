//! The core: the outbox with its database and its sender, without a window. A line of JSON on its
//! input is what a person does; it answers with a line once that is safe.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use desk::database::{Database, Opened, Place};
use desk::keychain::{Keychain, KeychainError};
use desk::outbox::record::{Counts, Form, OutboxRecord, RecordId, Stage};
use desk::outbox::{Backoff, HistoryQuery, Options, Outbox};
use hotprofile::limit::Allowance;
use hotprofile::{ApiKey, Client, Endpoint, Gate, Listeners};
use secrecy::{ExposeSecret as _, SecretString};
use serde::{Deserialize, Serialize};
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::sync::watch;

use super::driver::Failure;

/// What a person does.
#[derive(Serialize, Deserialize)]
pub enum Deed {
    /// Types a form and saves it.
    Register(Form),
    /// Saves the draft that was found after a crash.
    Finish(RecordId),
    /// Waits until nothing is under way, and looks at everything.
    Report,
}

/// What the core says.
#[derive(Serialize, Deserialize)]
pub enum Word {
    /// It is open: the drafts that it found, how many records are no drafts, how many of these are
    /// not done yet, and the latest.
    Ready { drafts: Vec<RecordId>, records: usize, unsent: usize, latest: Option<RecordId> },
    /// The record is safely in the outbox.
    Saved(RecordId),
    /// Everything, one record after the other.
    Record { form: Form, done: Option<u32>, undecided: bool },
    /// The end of the report.
    End,
}

pub async fn run(arguments: super::Core) -> Result<(), Failure> {
    let (change, changes) = watch::channel(Counts::default());
    let options = Options {
        safe_delay: Duration::from_millis(arguments.safe_delay),
        time_to_undo: Duration::ZERO,
        backoff: Backoff { first: Duration::from_millis(20), longest: Duration::from_millis(200) },
        on_change: Arc::new(move |counts| {
            change.send_replace(counts);
        }),
    };
    let outbox = Outbox::open(database(&arguments.folder)?, options).await?;
    let (unfinished, done) = everything(&outbox).await?;
    let is_draft = |record: &&OutboxRecord| matches!(record.stage, Stage::Draft { .. });
    let drafts: Vec<_> = unfinished.iter().filter(is_draft).map(|record| record.id).collect();
    let unsent = unfinished.len() - drafts.len();
    let records = unsent + done.len();
    let latest = unfinished.iter().filter(|record| !is_draft(record)).chain(&done);
    let latest = latest.map(|record| record.id).max();
    say(&Word::Ready { drafts, records, unsent, latest })?;
    outbox.start(client(&arguments)?);

    let mut lines = BufReader::new(tokio::io::stdin()).lines();
    while let Some(line) = lines.next_line().await? {
        match serde_json::from_str(&line)? {
            Deed::Register(form) => {
                let draft = outbox.save_draft(None, form.clone()).await?;
                say(&Word::Saved(outbox.submit(Some(draft), form).await?.id))?;
            }
            Deed::Finish(draft) => {
                let form = outbox.record(draft).await?.form;
                say(&Word::Saved(outbox.submit(Some(draft), form).await?.id))?;
            }
            Deed::Report => {
                let mut changes = changes.clone();
                changes
                    .wait_for(|counts| counts.waiting + counts.sending + counts.uncertain == 0)
                    .await?;
                report(&outbox).await?;
            }
        }
    }
    Ok(())
}

async fn report(outbox: &Outbox) -> Result<(), Failure> {
    let (unfinished, done) = everything(outbox).await?;
    for record in unfinished.into_iter().chain(done) {
        let (done, undecided) = match record.stage {
            Stage::Done { id, .. } => (Some(id), false),
            Stage::Undecided { .. } => (None, true),
            stage => {
                eprintln!("record {} ended as {stage:?}", record.id);
                (None, false)
            }
        };
        say(&Word::Record { form: record.form, done, undecided })?;
    }
    say(&Word::End)
}

async fn everything(outbox: &Outbox) -> Result<(Vec<OutboxRecord>, Vec<OutboxRecord>), Failure> {
    let all =
        HistoryQuery { text: String::new(), entity: None, number: 1, display_number: u32::MAX };
    Ok((outbox.records().await?, outbox.history(all, 3_650).await?.records))
}

fn say(word: &Word) -> Result<(), Failure> {
    use io::Write as _;
    let mut out = io::stdout().lock();
    writeln!(out, "{}", serde_json::to_string(word)?)?;
    Ok(out.flush()?)
}

fn client(arguments: &super::Core) -> Result<Client, Failure> {
    let allowance =
        Allowance { period: Duration::from_millis(arguments.period), ..Allowance::PUBLISHED };
    let endpoint = Endpoint::practice(arguments.server).ok_or("not a loopback address")?;
    let key = ApiKey::new(&arguments.api_key);
    // The log of calls in a file counts those that a kill left open for a whole minute, which no
    // parameter shortens: 200 kills would fill it.
    Ok(Client::new(endpoint, key, Gate::new(allowance, None, Listeners::default()))?)
}

fn database(folder: &Path) -> Result<Database, Failure> {
    let keychain = Arc::new(FileKeychain(folder.join("keychain")));
    match Place::new(folder, "chaos", keychain).open()? {
        Opened::Found(database) | Opened::Made { database, set_aside: None, .. } => Ok(database),
        Opened::Made { set_aside: Some(_), .. } => Err("the database was set aside".into()),
        Opened::InMemory(_) => Err("the database is in memory".into()),
    }
}

/// In the place of the system's keychain, which is no part of this.
struct FileKeychain(PathBuf);

impl Keychain for FileKeychain {
    fn keep(&self, _name: &str, secret: &SecretString) -> Result<(), KeychainError> {
        // At once or not at all, as a keychain does.
        let new = self.0.with_extension("new");
        fs::write(&new, secret.expose_secret())
            .and_then(|()| fs::rename(&new, &self.0))
            .map_err(|_| KeychainError::Failed)
    }

    fn give(&self, _name: &str) -> Result<Option<SecretString>, KeychainError> {
        match fs::read_to_string(&self.0) {
            Ok(secret) => Ok(Some(secret.into())),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(_) => Err(KeychainError::Failed),
        }
    }

    fn remove(&self, _name: &str) -> Result<(), KeychainError> {
        fs::remove_file(&self.0).map_err(|_| KeychainError::Failed)
    }
}
