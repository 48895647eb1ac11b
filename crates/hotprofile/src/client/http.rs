//! One call over HTTP: how it is sent, and what its answer means.

use std::time::Duration;

use reqwest::header::{ACCEPT, CONTENT_TYPE, HeaderValue};
use reqwest::{Response, StatusCode, Url, redirect, retry};
use serde_json::Value;

use super::body::Kind;
use super::call::{Call, Failure};
use super::retry_after::retry_after;
use super::room::Room;
use super::{Patience, fault, said};
use crate::answer::json::{self, Unread};
use crate::endpoint::Endpoint;
use crate::error::{Error, Strange};
use crate::key::ApiKey;

/// Request lines stay shorter than this: web servers commonly refuse those over 8,192 bytes.
const LONGEST_REQUEST_LINE: usize = 8_000;

/// As much as is read of what the service says when it refuses.
const LARGEST_REFUSAL: usize = 64 << 10;

/// A connection is used again only within this time. Common servers keep an idle one for at
/// least 5 seconds; a call sent on one that is just being closed would be of uncertain fate.
const IDLE: Duration = Duration::from_secs(4);

/// Speaks HTTP with one endpoint.
#[derive(Clone)]
pub(super) struct Http {
    endpoint: Endpoint,
    base: Url,
    key: ApiKey,
    patience: Patience,
    requests: reqwest::Client,
}

impl Http {
    pub(super) fn new(endpoint: Endpoint, key: ApiKey, patience: Patience) -> Result<Self, Error> {
        let builder = reqwest::Client::builder()
            .user_agent(concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")))
            .redirect(redirect::Policy::none())
            .retry(retry::never())
            .referer(false)
            .connect_timeout(patience.connect)
            .timeout(patience.whole)
            .pool_idle_timeout(IDLE);
        let builder = match &endpoint {
            Endpoint::Https(_) => builder.https_only(true),
            // No certificates are needed, so none that lack are in the way.
            Endpoint::Practice(_) => builder.tls_certs_only([]),
        };
        let builder = if endpoint.is_this_machine() { builder.no_proxy() } else { builder };
        let requests = builder.build().map_err(|_| Error::NotTrusted)?;
        let base = Url::parse(&endpoint.base()).map_err(|_| Error::NotReachable)?;
        Ok(Self { endpoint, base, key, patience, requests })
    }

    pub(super) const fn endpoint(&self) -> &Endpoint {
        &self.endpoint
    }

    pub(super) const fn patience(&self) -> &Patience {
        &self.patience
    }

    /// Sends a call and reads its answer. A 429 without a time of its own is taken to last for
    /// `rest_of_period`.
    pub(super) async fn send(
        &self,
        call: Call<'_>,
        rest_of_period: Duration,
    ) -> Result<Value, Failure> {
        let response =
            self.request(call).send().await.map_err(|error| fault::while_sending(&error))?;
        let status = response.status();
        let asked = retry_after(response.headers());
        let kind = Kind::of(response.headers());
        if status.is_success() {
            return read(response, call.room).await.map_err(Failure::from);
        }
        let error = match status {
            status if status.is_redirection() => Error::NotUnderstood(Strange::Redirect),
            StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => Error::KeyNotAccepted,
            StatusCode::TOO_MANY_REQUESTS => {
                Error::LimitReached { retry_after: asked.unwrap_or(rest_of_period) }
            }
            status => Error::Refused {
                status: status.as_u16(),
                text: said::in_text(&kind.text(&read_refusal(response).await), &self.key),
            },
        };
        Err(Failure { error, retry_after: asked, is_page: kind.is_page() })
    }

    /// What an answer of success means that is not in the form of one: most likely it says what
    /// is wrong.
    pub(super) fn of_another_form(&self, answer: &Value) -> Error {
        match said::in_message(answer, &self.key) {
            Some(text) => Error::Refused { status: StatusCode::OK.as_u16(), text },
            None => Error::NotUnderstood(Strange::Form),
        }
    }

    fn request(&self, call: Call<'_>) -> reqwest::RequestBuilder {
        let mut url = self.base.clone();
        url.set_path(&call.entity.record().path(call.operation));
        let parameters = self.parameters(call);
        let line = "POST ".len() + url.path().len() + "?".len() + parameters.len();
        let request = if line + " HTTP/1.1".len() < LONGEST_REQUEST_LINE {
            url.set_query(Some(&parameters));
            self.requests.post(url)
        } else {
            let form = HeaderValue::from_static("application/x-www-form-urlencoded");
            self.requests.post(url).header(CONTENT_TYPE, form).body(parameters)
        };
        request.header(ACCEPT, HeaderValue::from_static("application/json"))
    }

    /// All parameters and the key, in the one form that a query and a form body share. A space is
    /// `%20`, which means the same in both; `+` does not everywhere.
    fn parameters(&self, call: Call<'_>) -> String {
        url::form_urlencoded::Serializer::new(String::new())
            .append_pair("api_key", self.key.expose())
            .extend_pairs(call.values)
            .finish()
            .replace('+', "%20")
    }
}

async fn read(mut response: Response, room: Room) -> Result<Value, Error> {
    let kind = Kind::of(response.headers());
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(|error| fault::while_reading(&error))? {
        if body.len() + chunk.len() > room.bytes {
            return Err(Error::NotUnderstood(Strange::TooLarge));
        }
        body.extend_from_slice(&chunk);
    }
    let text = kind.text(&body);
    json::read(&text, room.values).map_err(|unread| {
        Error::NotUnderstood(match unread {
            Unread::TooMany => Strange::TooLarge,
            // What it is called matters only where it is no JSON: kinds are often given wrongly.
            Unread::NotJson if kind.is_page() || text.trim_start().starts_with('<') => {
                Strange::WebPage
            }
            Unread::NotJson => Strange::NotJson,
        })
    })
}

/// The beginning of what the service says, or as much of it as came.
async fn read_refusal(mut response: Response) -> Vec<u8> {
    let mut body = Vec::new();
    while let Ok(Some(chunk)) = response.chunk().await {
        let room = LARGEST_REFUSAL - body.len();
        body.extend_from_slice(&chunk[..chunk.len().min(room)]);
        if body.len() == LARGEST_REFUSAL {
            break;
        }
    }
    body
}
