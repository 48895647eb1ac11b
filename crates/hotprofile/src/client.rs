//! The calls themselves.

use std::sync::Arc;

use crate::answer::Page;
use crate::endpoint::Endpoint;
use crate::error::Error;
use crate::key::ApiKey;
use crate::limit::{Gate, Urgency};
use crate::request::{Create, List, Update};

/// One connection: where, with which key, through which gate.
#[derive(Clone, Debug)]
pub struct Client {
    _endpoint: Endpoint,
    _key: ApiKey,
    _gate: Arc<Gate>,
}

impl Client {
    /// A connection; nothing is sent yet.
    pub fn new(endpoint: Endpoint, key: ApiKey, gate: Arc<Gate>) -> Result<Self, Error> {
        Ok(Self { _endpoint: endpoint, _key: key, _gate: gate })
    }

    /// Registers a record and gives its id. Never repeated where it may have arrived.
    pub async fn create(&self, _request: &Create, _urgency: Urgency) -> Result<u32, Error> {
        todo!()
    }

    /// Changes a record and gives its id. Never repeated where it may have arrived.
    pub async fn update(&self, _request: &Update, _urgency: Urgency) -> Result<u32, Error> {
        todo!()
    }

    /// Lists records. Repeated after passing faults.
    pub async fn list(&self, _request: &List, _urgency: Urgency) -> Result<Page, Error> {
        todo!()
    }
}
