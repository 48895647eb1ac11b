//! The calls themselves.

mod body;
mod call;
mod fault;
mod http;
mod retry_after;
mod room;
mod said;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;

use self::call::{Call, Failure};
use self::http::Http;
use crate::answer::{self, Asked, Page};
use crate::endpoint::Endpoint;
use crate::error::Error;
use crate::key::ApiKey;
use crate::limit::{Full, Gate, LONGEST_CALL, Left, Pass, Urgency};
use crate::request::{Create, List, Update};
use crate::retry::{self, Next};

/// One connection: where, with which key, through which gate.
#[derive(Clone)]
pub struct Client {
    http: Http,
    gate: Arc<Gate>,
}

/// How long a call waits for what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Patience {
    /// For the connection, certificate and all.
    pub connect: Duration,
    /// For the whole call, up to the last byte of its answer; [`LONGEST_CALL`] at most.
    pub whole: Duration,
    /// For a slot at the gate, where a person waits. Background work waits as long as it takes.
    pub at_gate: Duration,
}

impl Default for Patience {
    /// What fits people and a service at the other end of a slow line.
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(10),
            whole: LONGEST_CALL,
            at_gate: Duration::from_mins(5),
        }
    }
}

impl Client {
    /// A connection; nothing is sent yet. Fails where this machine has no certificates to trust.
    pub fn new(endpoint: Endpoint, key: ApiKey, gate: Arc<Gate>) -> Result<Self, Error> {
        Self::with_patience(endpoint, key, gate, Patience::default())
    }

    /// The same with other times to wait; a call takes [`LONGEST_CALL`] at most all the same.
    pub fn with_patience(
        endpoint: Endpoint,
        key: ApiKey,
        gate: Arc<Gate>,
        patience: Patience,
    ) -> Result<Self, Error> {
        // The log of calls relies on it.
        let patience = Patience { whole: patience.whole.min(LONGEST_CALL), ..patience };
        Ok(Self { http: Http::new(endpoint, key, patience)?, gate })
    }

    /// Registers a record and gives its id. Never repeated where it may have arrived.
    pub async fn create(&self, request: &Create, urgency: Urgency) -> Result<u32, Error> {
        self.write(Call::create(request), urgency).await
    }

    /// How many calls the limit leaves at this moment.
    pub async fn left(&self) -> Left {
        self.gate.left().await
    }

    /// Leave for one call, for whoever notes down that a call goes out before it does. Refused at
    /// once where it would take longer than this.
    pub async fn pass(&self, urgency: Urgency, longest_wait: Duration) -> Result<Pass, Full> {
        self.gate.enter(urgency, longest_wait).await
    }

    /// Registers a record with one call, which is not made again, and gives its id.
    pub async fn create_once(&self, request: &Create, pass: Pass) -> Result<u32, Error> {
        self.write_once(Call::create(request), pass).await
    }

    /// Changes a record and gives its id. Never repeated where it may have arrived.
    pub async fn update(&self, request: &Update, urgency: Urgency) -> Result<u32, Error> {
        self.write(Call::update(request), urgency).await
    }

    /// Changes a record with one call, which is not made again, and gives its id.
    pub async fn update_once(&self, request: &Update, pass: Pass) -> Result<u32, Error> {
        self.write_once(Call::update(request), pass).await
    }

    /// Registers a record and gives the answer just as it came; see [`Client::list_as_answered`]. One
    /// without an id is an error here as well.
    pub async fn create_as_answered(
        &self,
        request: &Create,
        urgency: Urgency,
    ) -> Result<Value, Error> {
        self.write_as_answered(Call::create(request), urgency).await
    }

    /// Changes a record and gives the answer just as it came, as for a registration.
    pub async fn update_as_answered(
        &self,
        request: &Update,
        urgency: Urgency,
    ) -> Result<Value, Error> {
        self.write_as_answered(Call::update(request), urgency).await
    }

    /// Lists records. Repeated after passing faults.
    pub async fn list(&self, request: &List, urgency: Urgency) -> Result<Page, Error> {
        let answer = self.call(Call::list(request), urgency).await?;
        self.read_page(request, &answer)
    }

    /// Lists records and gives the answer just as it came, for those who want to see it; a number
    /// that can not be kept exactly is a text. One that is no list is an error here as well.
    pub async fn list_as_answered(&self, request: &List, urgency: Urgency) -> Result<Value, Error> {
        let answer = self.call(Call::list(request), urgency).await?;
        self.read_page(request, &answer).map(|_| answer)
    }

    /// Tries the connection by listing once: it neither waits at the gate nor repeats anything.
    pub async fn probe(&self, request: &List) -> Result<Page, Error> {
        let pass = self.gate.enter(Urgency::Person, Duration::ZERO).await?;
        let answer = self.attempt(Call::list(request), pass, 1).await;
        let is_the_service = self.http.endpoint().is_the_service();
        self.read_page(request, &answer.map_err(|failure| failure.of_probing(is_the_service))?)
    }

    async fn write(&self, call: Call<'_>, urgency: Urgency) -> Result<u32, Error> {
        let answer = self.call(call, urgency).await?;
        self.read_id(&answer)
    }

    async fn write_as_answered(&self, call: Call<'_>, urgency: Urgency) -> Result<Value, Error> {
        let answer = self.call(call, urgency).await?;
        self.read_id(&answer).map(|_| answer)
    }

    async fn write_once(&self, call: Call<'_>, pass: Pass) -> Result<u32, Error> {
        let answer = self.attempt(call, pass, 1).await.map_err(|failure| failure.error)?;
        self.read_id(&answer)
    }

    /// Makes a call, again where it failed and can be repeated.
    async fn call(&self, call: Call<'_>, urgency: Urgency) -> Result<Value, Error> {
        let longest_wait = match urgency {
            Urgency::Person => self.http.patience().at_gate,
            Urgency::Background => Duration::MAX,
        };
        let mut attempt = 1;
        loop {
            let pass = self.gate.enter(urgency, longest_wait).await?;
            let failure = match self.attempt(call, pass, attempt).await {
                Ok(answer) => return Ok(answer),
                Err(failure) => failure,
            };
            let Failure { error, retry_after, .. } = failure;
            tracing::debug!(code = error.code(), attempt, "a call failed");
            let random = rand::random();
            match retry::next(call.operation, &error, urgency, retry_after, attempt, random) {
                Next::RetryAfter(pause) => tokio::time::sleep(pause).await,
                Next::GiveUp => return Err(error),
            }
            attempt += 1;
        }
    }

    /// Makes a call once; attempts are counted from 1. Where the service wants to be left alone,
    /// nobody passes the gate until then: the same key may be in use elsewhere.
    async fn attempt(&self, call: Call<'_>, pass: Pass, attempt: u32) -> Result<Value, Failure> {
        let rest_of_period = self.gate.allowance().period;
        let mut answer = self.http.send(call, rest_of_period).await;
        if let Err(Failure { error, retry_after, .. }) = &mut answer
            && let Some(length) = retry::closure(error, *retry_after, attempt, rand::random())
        {
            let closed = self.gate.close(length).await;
            if let Error::LimitReached { retry_after } = error {
                *retry_after = closed;
            }
        }
        pass.end().await;
        answer
    }

    fn read_id(&self, answer: &Value) -> Result<u32, Error> {
        answer::read_id(answer).ok_or_else(|| self.http.of_another_form(answer))
    }

    fn read_page(&self, request: &List, answer: &Value) -> Result<Page, Error> {
        let asked = Asked { number: request.number(), display_number: request.display_number() };
        Page::read(request.entity(), answer, asked).ok_or_else(|| self.http.of_another_form(answer))
    }
}

impl From<Full> for Error {
    fn from(full: Full) -> Self {
        Self::LimitReached { retry_after: full.free_in }
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("endpoint", self.http.endpoint())
            .field("gate", &self.gate)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
