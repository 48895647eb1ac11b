//! The practice server behind TLS, in the place of HotProfile.

use std::net::SocketAddr;

use hotprofile::{Entity, Operation, Values};
use practice_server::{Faults, Options, PracticeServer};
use reqwest::{Certificate, Client};
use serde_json::Value;
use tokio::runtime::Runtime;

use crate::desktop::Desktop;

/// A running server.
#[derive(Debug)]
pub struct Service {
    server: PracticeServer,
    // The server runs as long as this does.
    runtime: Runtime,
}

impl Service {
    /// Starts it, with no records. Programs that are opened on the desktop afterwards trust its
    /// authority.
    #[must_use]
    pub fn start(desktop: &mut Desktop) -> Self {
        let service = Self::start_untrusted();
        let authority = desktop.folder().join("authority.pem");
        std::fs::write(&authority, service.server.authority().expect("TLS")).expect("a file");
        desktop.set("SSL_CERT_FILE", &authority.to_string_lossy());
        service
    }

    /// The same, and nobody trusts its authority.
    #[must_use]
    pub fn start_untrusted() -> Self {
        let runtime = Runtime::new().expect("a runtime");
        let options = Options { tls: true, ..Options::default() };
        let server = runtime.block_on(PracticeServer::start(options)).expect("a server");
        Self { server, runtime }
    }

    /// What a person types as the host.
    #[must_use]
    pub fn host(&self) -> String {
        format!("localhost:{}", self.server.address().port())
    }

    /// The key that it accepts.
    #[must_use]
    pub fn key(&self) -> &str {
        self.server.api_key()
    }

    /// What can be made to go wrong with it.
    #[must_use]
    pub const fn faults(&self) -> &Faults {
        self.server.faults()
    }

    /// How many companies and how many cards it holds.
    #[must_use]
    pub fn registered(&self) -> [u32; 2] {
        [Entity::Clients, Entity::BusinessCards]
            .map(|entity| self.runtime.block_on(self.server.count(entity)).expect("a count"))
    }

    /// What it holds of a record: every field that can be written, shown or not.
    #[must_use]
    pub fn kept(&self, entity: Entity, id: u32) -> Values {
        self.runtime.block_on(self.server.kept(entity, id)).expect("a record")
    }

    /// A colleague registers or changes a record, past the program. Gives its id.
    pub fn colleague(&self, entity: Entity, operation: Operation, values: &[(&str, &str)]) -> u32 {
        let authority = self.server.authority().expect("TLS").as_bytes();
        let authority = Certificate::from_pem(authority).expect("an authority");
        let path = entity.record().path(operation);
        let url = format!("https://{}{path}", self.host());
        let form: Vec<_> = values.iter().copied().chain([("api_key", self.key())]).collect();
        let answer: Value = self.runtime.block_on(async {
            let client = Client::builder().tls_certs_only([authority]).no_proxy().build();
            let call = client.expect("a client").post(url).form(&form).send();
            call.await.expect("an answer").json().await.expect("JSON")
        });
        let id = answer["id"].as_u64().and_then(|id| u32::try_from(id).ok());
        id.unwrap_or_else(|| panic!("the colleague was refused: {answer}"))
    }

    /// Where it listens.
    #[must_use]
    pub const fn address(&self) -> SocketAddr {
        self.server.address()
    }

    /// How many calls arrived so far.
    #[must_use]
    pub fn calls(&self) -> usize {
        self.server.arrivals().len()
    }
}
