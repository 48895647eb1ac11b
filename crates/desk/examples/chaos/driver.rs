//! The driver: the person at the keyboard, the hand that kills, and the practice server.

use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use desk::outbox::record::RecordId;
use hotprofile::limit::Allowance;
use hotprofile::{ApiKey, Client, Create, Endpoint, Entity, Gate, Listeners, Urgency, Values};
use practice_server::PracticeServer;
use rand::rngs::StdRng;
use rand::{Rng as _, SeedableRng as _};
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader, Lines};
use tokio::process::{Child, ChildStdin, ChildStdout, Command};
use tokio::time::timeout;

use super::core::{Deed, Word};
use super::plan::{self, Registered, Registration};
use super::{PERIOD, SAFE_DELAY, tally};

pub type Failure = Box<dyn std::error::Error + Send + Sync>;

/// The core answers and settles within this, or something is wrong.
const PATIENCE: Duration = Duration::from_mins(5);

/// Registers, kills and counts. Gives whether nothing was lost and nothing is there twice.
pub async fn run(arguments: &super::Run) -> Result<bool, Failure> {
    let begun = Instant::now();
    let folder = tempfile::tempdir()?;
    let data = folder.path().join("practice.sqlite");
    let server = PracticeServer::start(practice_server::Options {
        data: Some(data.clone()),
        allowance: practice_server::Allowance { calls: 100, period: PERIOD },
        ..practice_server::Options::default()
    })
    .await?;
    let registered = register_companies(&server, arguments.registrations / 20).await?;
    let mut random = StdRng::seed_from_u64(arguments.seed);
    let planned = plan::registrations(&mut random, arguments.registrations, &registered);
    plan::plan_faults(&mut random, server.faults(), 10 * arguments.registrations);

    let mut typist = Typist { planned, saved: Vec::new(), is_typing: false, unsent: 0 };
    for kills in 0..arguments.kills {
        let core = Core::start(folder.path(), &server)?;
        let left = typist.planned.len() - typist.saved.len();
        let share = left.div_ceil(arguments.kills - kills);
        // Some die before they are open, most in the middle of their work.
        let longest = if random.random_bool(0.1) { 60 } else { 200 + 120 * u64::try_from(share)? };
        let life = Duration::from_millis(random.random_range(0..longest));
        typist.work_until_killed(core, share, life).await?;
    }
    let mut core = Core::start(folder.path(), &server)?;
    typist.work(&mut core, usize::MAX).await?;
    let records = core.report().await?;
    core.kill().await?;

    let outcome = tally::tally(&data, &typist.forms(), &records, &registered)?;
    println!(
        "seed {}, {} s, {} calls; {} not done after the last kill; of those uncertain {} are private",
        arguments.seed,
        begun.elapsed().as_secs(),
        server.arrivals().len(),
        typist.unsent,
        outcome.private
    );
    for problem in &outcome.problems {
        println!("{problem}");
    }
    println!(
        "{} registered, {} kills, {} lost, {} twice, {} uncertain",
        typist.saved.len(),
        arguments.kills,
        outcome.lost,
        outcome.twice,
        outcome.uncertain
    );
    Ok(outcome.lost == 0 && outcome.twice == 0 && outcome.problems.is_empty())
}

async fn register_companies(
    server: &PracticeServer,
    to_change: usize,
) -> Result<Registered, Failure> {
    let endpoint = Endpoint::practice(server.address()).ok_or("not a loopback address")?;
    let gate = Gate::new(Allowance::PUBLISHED, None, Listeners::default());
    let client = Client::new(endpoint, ApiKey::new(server.api_key()), gate)?;
    let mut registered = Registered { companies: Vec::new(), to_change: Vec::new() };
    for name in ["株式会社青空", "㈱海", "Yama Inc."] {
        registered.companies.push(register_company(&client, name.to_owned()).await?);
    }
    for number in 0..to_change {
        registered.to_change.push(register_company(&client, format!("霧笛{number}号")).await?);
    }
    Ok(registered)
}

async fn register_company(client: &Client, name: String) -> Result<(u32, String), Failure> {
    let values: Values = [("name", &name), ("name_disp", &name)]
        .map(|(key, text)| (key.to_owned(), text.clone()))
        .into();
    let create = Create::new(Entity::Clients, &values).map_err(|_| "values break rules")?;
    Ok((client.create(&create, Urgency::Person).await?, name))
}

/// The person: types one registration after the other, and after a crash goes on where the
/// program stands.
struct Typist {
    planned: Vec<Registration>,
    /// What is safely in the outbox, in the order of the plan.
    saved: Vec<RecordId>,
    /// The next one was given to the core, and no answer came.
    is_typing: bool,
    /// What was not done yet when the core was last opened.
    unsent: usize,
}

impl Typist {
    fn forms(&self) -> Vec<desk::outbox::record::Form> {
        self.planned.iter().map(|registration| registration.form(&self.saved)).collect()
    }

    async fn work_until_killed(
        &mut self,
        mut core: Core,
        share: usize,
        life: Duration,
    ) -> Result<(), Failure> {
        let worked = timeout(life, async {
            self.work(&mut core, share).await?;
            // It sends until it is killed.
            std::future::pending::<Result<(), Failure>>().await
        })
        .await;
        core.kill().await?;
        match worked {
            Ok(failed) => failed,
            Err(_elapsed) => Ok(()),
        }
    }

    /// Types so many registrations.
    async fn work(&mut self, core: &mut Core, share: usize) -> Result<(), Failure> {
        self.go_on(core).await?;
        for _ in 0..share {
            let Some(next) = self.planned.get(self.saved.len()) else { break };
            self.is_typing = true;
            let saved = core.ask(&Deed::Register(next.form(&self.saved))).await?;
            self.note(&saved)?;
        }
        Ok(())
    }

    /// Finds out what became of what was typed last.
    async fn go_on(&mut self, core: &mut Core) -> Result<(), Failure> {
        let Word::Ready { drafts, records, unsent, latest } = core.hear().await? else {
            return Err("the core is not ready".into());
        };
        self.unsent = unsent;
        let missing = (self.saved.len() + usize::from(self.is_typing)).checked_sub(records);
        match (drafts.as_slice(), missing, latest) {
            ([draft], Some(1), _) if self.is_typing => {
                let saved = core.ask(&Deed::Finish(*draft)).await?;
                self.note(&saved)
            }
            ([], Some(0), Some(latest)) if self.is_typing => self.note(&Word::Saved(latest)),
            ([], Some(1), _) if self.is_typing => {
                self.is_typing = false;
                Ok(())
            }
            ([], Some(0), _) => Ok(()),
            _ => Err(format!(
                "{} saved, {records} records and {} drafts found",
                self.saved.len(),
                drafts.len()
            )
            .into()),
        }
    }

    fn note(&mut self, saved: &Word) -> Result<(), Failure> {
        let &Word::Saved(id) = saved else { return Err("the core did not save".into()) };
        self.saved.push(id);
        self.is_typing = false;
        Ok(())
    }
}

/// A core that runs.
struct Core {
    child: Child,
    deeds: ChildStdin,
    words: Lines<BufReader<ChildStdout>>,
}

impl Core {
    fn start(folder: &Path, server: &PracticeServer) -> Result<Self, Failure> {
        let mut child = Command::new(std::env::current_exe()?)
            .arg("core")
            .arg("--folder")
            .arg(folder)
            .args(["--server", &server.address().to_string()])
            .args(["--api-key", server.api_key()])
            .args(["--safe-delay", &SAFE_DELAY.as_millis().to_string()])
            .args(["--period", &PERIOD.as_millis().to_string()])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()?;
        let deeds = child.stdin.take().ok_or("no input")?;
        let words = child.stdout.take().ok_or("no output")?;
        Ok(Self { child, deeds, words: BufReader::new(words).lines() })
    }

    async fn ask(&mut self, deed: &Deed) -> Result<Word, Failure> {
        let line = serde_json::to_string(deed)? + "\n";
        self.deeds.write_all(line.as_bytes()).await?;
        self.hear().await
    }

    async fn hear(&mut self) -> Result<Word, Failure> {
        let line = timeout(PATIENCE, self.words.next_line()).await??;
        Ok(serde_json::from_str(&line.ok_or("the core ended by itself")?)?)
    }

    async fn report(&mut self) -> Result<Vec<Word>, Failure> {
        let mut records = vec![self.ask(&Deed::Report).await?];
        while !matches!(records.last(), Some(Word::End)) {
            records.push(self.hear().await?);
        }
        Ok(records)
    }

    /// Kills it as a power cut would: with SIGKILL, in the middle of whatever it does.
    async fn kill(mut self) -> Result<(), Failure> {
        Ok(self.child.kill().await?)
    }
}
