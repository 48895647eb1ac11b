mod answers_lost;
mod changes;
mod people;
mod sending;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use hotprofile::limit::Allowance;
use hotprofile::{
    ApiKey, Client, Endpoint, Entity, Gate, List, ListedRecord, Listeners, Operation, Urgency,
    Values,
};
use practice_server::{Calls, Fault, PracticeServer};
use tokio::sync::watch;

use super::record::{Counts, Form, OutboxRecord, RecordId, Stage};
use super::{Backoff, Options, Outbox};
use crate::database::Database;

/// An outbox in memory beside a practice server.
struct Desk {
    outbox: Outbox,
    server: PracticeServer,
    changes: watch::Receiver<Counts>,
}

impl Desk {
    /// Nothing is sent before [`start`](Self::start).
    async fn new() -> Self {
        Self::with_safe_delay(Duration::from_millis(300)).await
    }

    async fn with_safe_delay(safe_delay: Duration) -> Self {
        let server = PracticeServer::start(practice_server::Options::default()).await.unwrap();
        let (change, changes) = watch::channel(Counts::default());
        let options = Options {
            safe_delay,
            time_to_undo: Duration::from_hours(1),
            backoff: Backoff {
                first: Duration::from_millis(10),
                longest: Duration::from_millis(50),
            },
            on_change: Arc::new(move |counts| {
                change.send_replace(counts);
            }),
        };
        let outbox = Outbox::open(Database::in_memory().unwrap(), options).await.unwrap();
        Self { outbox, server, changes }
    }

    async fn sending() -> Self {
        let desk = Self::new().await;
        desk.start();
        desk
    }

    fn start(&self) {
        self.outbox.start(self.client(self.server.api_key()));
    }

    fn client(&self, key: &str) -> Client {
        client(self.server.address(), key)
    }

    async fn submit(&self, form: Form) -> RecordId {
        self.outbox.submit(None, form).await.unwrap().id
    }

    async fn stage(&self, id: RecordId) -> Stage {
        self.outbox.record(id).await.unwrap().stage
    }

    /// Waits until a record stands as is wanted.
    async fn until(&mut self, id: RecordId, wanted: impl Fn(&Stage) -> bool) -> OutboxRecord {
        loop {
            self.changes.mark_unchanged();
            let record = self.outbox.record(id).await.unwrap();
            if wanted(&record.stage) {
                return record;
            }
            let changed = tokio::time::timeout(Duration::from_secs(30), self.changes.changed());
            changed.await.unwrap_or_else(|_| panic!("it stays {:?}", record.stage)).unwrap();
        }
    }

    async fn until_done(&mut self, id: RecordId) -> u32 {
        let record = self.until(id, |stage| matches!(stage, Stage::Done { .. })).await;
        let Stage::Done { id, .. } = record.stage else { unreachable!() };
        id
    }

    fn befall(&self, operation: Operation, fault: Fault) {
        self.server.faults().next(1, Calls::of(operation), fault);
    }

    /// What the service lists.
    async fn listed(&self, entity: Entity) -> Vec<ListedRecord> {
        let list = List::new(entity, &Values::new(), None, 1, 100).unwrap();
        let client = self.client(self.server.api_key());
        client.list(&list, Urgency::Person).await.unwrap().records
    }

    /// A company that is registered.
    async fn company(&mut self) -> u32 {
        let id = self.submit(company("株式会社青空")).await;
        self.until_done(id).await
    }
}

fn client(address: SocketAddr, key: &str) -> Client {
    let gate = Gate::new(Allowance::PUBLISHED, None, Listeners::default());
    Client::new(Endpoint::practice(address).unwrap(), ApiKey::new(key), gate).unwrap()
}

fn values(pairs: &[(&str, &str)]) -> Values {
    pairs.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect()
}

fn company(name: &str) -> Form {
    Form {
        entity: Entity::Clients,
        values: values(&[("name", name), ("name_disp", name)]),
        client_name: None,
        needs: None,
        change: None,
    }
}

fn card(name: &str, client_id: u32) -> Form {
    let client_id = client_id.to_string();
    Form {
        entity: Entity::BusinessCards,
        values: values(&[
            ("client_id", &client_id),
            ("family_name", name),
            ("status", "1"),
            ("open_status", "1"),
        ]),
        client_name: Some("株式会社青空".to_owned()),
        needs: None,
        change: None,
    }
}

fn card_of_new_company(name: &str, company: RecordId) -> Form {
    let mut form = card(name, 1);
    form.values.remove("client_id");
    Form { client_name: None, needs: Some(company), ..form }
}

fn private(mut form: Form) -> Form {
    form.values.insert("open_status".to_owned(), "3".to_owned());
    form
}
