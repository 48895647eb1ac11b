//! A test across the whole desk: whatever fails, the key is nowhere but in the keychain.

use std::fmt::Debug;
use std::io::{self, Write};
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use hotprofile::client::Patience;
use hotprofile::limit::Allowance;
use hotprofile::{
    ApiKey, Client, Endpoint, Entity, Error, Gate, List, Listeners, Operation, Values,
};
use practice_server::{Calls, FailureBody, Fault, Options, PracticeServer};
use serde::Serialize;

use crate::Desk;
use crate::connect::ConnectRequest;
use crate::outbox::record::Form;
use crate::testing::{KEY, Machine, Mood, TICKET, service};
use crate::trouble::Trouble;

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Everything that was shown or written.
#[derive(Default)]
struct Seen(String);

impl Seen {
    fn see(&mut self, shown: impl Debug + Serialize) {
        let debug = format!("{shown:?}\n");
        self.0 += &debug;
        self.0 += &serde_json::to_string(&shown).unwrap();
    }

    fn see_files(&mut self, folder: &Path) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                self.see_files(&path);
            } else {
                self.0 += &String::from_utf8_lossy(&std::fs::read(path).unwrap());
            }
        }
    }
}

fn request(host: &str, host_again: &str) -> ConnectRequest {
    let (host, host_again) = (host.to_owned(), host_again.to_owned());
    ConnectRequest { host, host_again, api_key: KEY.to_owned(), session_only: false }
}

/// Nobody is there, nobody vouches for who is there, and who is there never answers.
async fn see_the_way_fail(desk: &Desk, service: &PracticeServer, seen: &mut Seen) {
    let options = Options { tls: true, api_key: KEY.to_owned(), ..Options::default() };
    let stranger = PracticeServer::start(options).await.unwrap();
    let stranger = format!("localhost:{}", stranger.address().port());
    for (host, trouble) in
        [("localhost:1", Trouble::NotReachable), (&*stranger, Trouble::NotTrusted)]
    {
        let tried = desk.connect(request(host, host), TICKET).await;
        assert_eq!(tried.as_ref(), Err(&trouble));
        seen.see(tried);
    }
    service.faults().next(1, Calls::ALL, Fault::DelayBefore(Duration::from_hours(1)));
    let patience = Patience { whole: Duration::from_millis(50), ..Patience::default() };
    let gate = Gate::new(Allowance::PUBLISHED, None, Listeners::default());
    let end = Endpoint::practice(service.address()).unwrap();
    let client = Client::with_patience(end, ApiKey::new(KEY), gate, patience).unwrap();
    let error =
        client.probe(&List::newest(Entity::BusinessCards, 1, 1).unwrap()).await.unwrap_err();
    assert_eq!(error, Error::TimedOut { sent: true });
    let told = format!("{error:?} {error}\n");
    seen.0 += &told;
    seen.see(Err::<(), _>(Trouble::of_probing(error)));
}

#[tokio::test]
async fn the_key_is_in_no_trouble_log_setting_or_file() {
    let log = Log::default();
    let writer = log.clone();
    tracing_subscriber::fmt()
        // What the program writes comes from its own crates alone, see the shell's `log`.
        .with_env_filter("desk=trace,hotprofile=trace,practice_server=trace")
        .with_ansi(false)
        .with_writer(move || writer.clone())
        .try_init()
        .unwrap();
    let (machine, service) = (Machine::new(), service().await);
    let desk = machine.start();
    let mut seen = Seen::default();

    see_the_way_fail(&desk, &service, &mut seen).await;
    for host in ["https://user:pass@hot-profile.com", "hot-profile.com.example"] {
        seen.see(desk.connect(request(host, ""), TICKET).await);
    }
    let failure = |body| Fault::Failure { status: 500, body, stored: false };
    for fault in [
        Fault::CloseBefore,
        Fault::CloseAfter,
        Fault::Truncated,
        Fault::Html,
        Fault::Redirect(format!("https://elsewhere.example/?api_key={KEY}")),
        failure(FailureBody::Json),
        failure(FailureBody::Html),
        failure(FailureBody::Empty),
    ] {
        service.faults().next(1, Calls::ALL, fault);
        seen.see(desk.connect_to(&service, KEY, false).await);
    }
    for mood in [Mood::Locked, Mood::Fails, Mood::Forgets, Mood::Missing, Mood::Works] {
        machine.keychain.set(mood);
        seen.see(desk.connect_to(&service, KEY, false).await);
    }
    let company = Values::from(
        [("name", "鍵のない会社"), ("name_disp", "鍵")].map(|(k, v)| (k.to_owned(), v.to_owned())),
    );
    let faults = [Fault::CloseBefore, Fault::Html, failure(FailureBody::Json)];
    for fault in faults {
        service.faults().next(1, Calls::of(Operation::Create), fault);
        let mut counts = machine.counts.subscribe();
        counts.mark_unchanged();
        let outbox = desk.outbox().await.unwrap();
        let form = Form {
            entity: Entity::Clients,
            values: company.clone(),
            client_name: None,
            needs: None,
            change: None,
        };
        seen.see(outbox.submit(None, form).await.unwrap());
        counts.wait_for(|counts| counts.sending + counts.waiting == 0).await.unwrap();
        seen.see(outbox.records().await.unwrap());
    }
    service.faults().next(1, Calls::ALL, Fault::TooMany { retry_after: Some("60".to_owned()) });
    // Closes the gate: the second try does not get through.
    for _ in 0..2 {
        seen.see(desk.connect_to(&service, KEY, false).await);
    }
    seen.see(desk.standing("ja"));
    seen.see(machine.settings.saved.lock().unwrap().clone());
    seen.see_files(machine.folder.path());
    seen.0 += &String::from_utf8_lossy(&log.0.lock().unwrap());

    assert!(machine.secrets().values().any(|secret| secret == KEY), "it connected in the end");
    for word in
        ["keychain_locked", "calls", "connected", "too_slow", "not_trusted", "not_reachable"]
    {
        // The search below searches where there is something.
        assert!(seen.0.contains(word), "{word} is missing");
    }
    let line = seen.0.lines().find(|line| line.contains(KEY));
    assert_eq!(line, None);
}
