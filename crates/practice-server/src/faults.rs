//! Faults that tests switch on: what a network, a gateway or a tired service does to calls.

use std::collections::VecDeque;
use std::io;
use std::pin::pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::body::{Body, Bytes, to_bytes};
use axum::http::header::{CONTENT_LENGTH, LOCATION};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use futures_util::{StreamExt, stream};
use hotprofile::{Entity, Operation, Values};

use crate::connections::Close;
use crate::refusal::{self, Refusal, Slip};
use crate::store::can_be_emptied;

/// What befalls a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The connection is closed without an answer; nothing was stored.
    CloseBefore,
    /// The connection is closed without an answer; the record was stored.
    CloseAfter,
    /// The call waits, and is then carried out. Whoever hangs up in between stored nothing.
    DelayBefore(Duration),
    /// The call is carried out, and its answer waits.
    DelayAfter(Duration),
    /// 429 with this `Retry-After`, seconds or a date, or without one; nothing was stored.
    TooMany {
        /// The header's text.
        retry_after: Option<String>,
    },
    /// A failing status.
    Failure {
        /// The status: 500, 502, 503 and so on.
        status: u16,
        /// What comes with it.
        body: FailureBody,
        /// Whether the call was carried out all the same, as behind a gateway that gave up.
        stored: bool,
    },
    /// The call is carried out, and its answer breaks off in the middle.
    Truncated,
    /// 200 and a web page; nothing was stored.
    Html,
    /// 302 to this address; nothing was stored.
    Redirect(String),
    /// The call is carried out as if it had sent these parameters too, where it sent others: so
    /// does a service that empties or changes what an update leaves out. An empty text empties.
    Adds(Values),
    /// The call is carried out as if it had left out its empty parameters: so does a service whose
    /// update empties nothing.
    IgnoresEmpty,
}

/// What comes with a failing status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FailureBody {
    /// A list of errors.
    Json,
    /// A list of errors that repeats the address which was asked for, and with it the key.
    Echo,
    /// A gateway's page.
    Html,
    /// Nothing.
    Empty,
}

/// Which calls a fault is meant for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Calls {
    /// Of this kind of record alone.
    pub entity: Option<Entity>,
    /// Of this operation alone.
    pub operation: Option<Operation>,
}

impl Calls {
    /// Every call.
    pub const ALL: Self = Self { entity: None, operation: None };

    /// The calls of an operation, of every kind of record.
    #[must_use]
    pub const fn of(operation: Operation) -> Self {
        Self { entity: None, operation: Some(operation) }
    }

    fn include(self, entity: Entity, operation: Operation) -> bool {
        self.entity.is_none_or(|wanted| wanted == entity)
            && self.operation.is_none_or(|wanted| wanted == operation)
    }
}

/// The faults that are switched on. The first that is meant for a call befalls it.
#[derive(Clone, Debug, Default)]
pub struct Faults(Arc<Mutex<VecDeque<Plan>>>);

#[derive(Debug)]
struct Plan {
    fault: Fault,
    calls: Calls,
    /// How many are left; `None` for every one to come.
    left: Option<usize>,
}

impl Faults {
    /// Befalls the next `count` of these calls, after what was switched on earlier.
    pub fn next(&self, count: usize, calls: Calls, fault: Fault) {
        self.switch_on(Plan { fault, calls, left: Some(count) });
    }

    /// Befalls every one of these calls until [`clear`](Self::clear).
    pub fn every(&self, calls: Calls, fault: Fault) {
        self.switch_on(Plan { fault, calls, left: None });
    }

    /// Switches all of them off.
    pub fn clear(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    fn switch_on(&self, plan: Plan) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push_back(plan);
    }

    pub(crate) fn take(&self, entity: Entity, operation: Operation) -> Option<Fault> {
        let mut plans = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        plans.retain(|plan| plan.left != Some(0));
        let plan = plans.iter_mut().find(|plan| plan.calls.include(entity, operation))?;
        plan.left = plan.left.map(|left| left - 1);
        Some(plan.fault.clone())
    }
}

impl Fault {
    /// Of an update: every field that can be emptied is emptied unless it is sent.
    #[must_use]
    pub fn empties_the_rest(entity: Entity) -> Self {
        let written = entity.record().written(Operation::Update).into_iter();
        let emptied = written.filter(|(field, _)| can_be_emptied(field));
        Self::Adds(emptied.map(|(field, _)| (field.key.to_owned(), String::new())).collect())
    }

    /// Changes what the call says, where that is what the fault does.
    pub(crate) fn alter(&self, parameters: &mut Values) {
        match self {
            Self::Adds(more) => {
                for (key, text) in more {
                    parameters.entry(key.clone()).or_insert_with(|| text.clone());
                }
            }
            Self::IgnoresEmpty => parameters.retain(|_, text| !text.is_empty()),
            _ => {}
        }
    }

    /// Lets the fault befall a call to `target`, a path with its query; `work` carries the call
    /// out.
    pub(crate) async fn befall(
        self,
        target: &str,
        work: impl Future<Output = Result<Response, Refusal>> + Send,
    ) -> Response {
        let work = pin!(work);
        match self {
            Self::CloseBefore => Close.into_response(),
            Self::CloseAfter => {
                drop(work.await);
                Close.into_response()
            }
            Self::DelayBefore(time) => {
                tokio::time::sleep(time).await;
                work.await.into_response()
            }
            Self::DelayAfter(time) => {
                let answer = work.await.into_response();
                tokio::time::sleep(time).await;
                answer
            }
            Self::TooMany { retry_after } => refusal::too_many(retry_after.as_deref()),
            Self::Failure { status, body, stored } => {
                if stored {
                    drop(work.await);
                }
                failure(status, body, target)
            }
            Self::Truncated => truncated(work.await.into_response()).await,
            Self::Html => {
                Html("<html><title>ログイン</title><body>ログイン</body></html>").into_response()
            }
            Self::Redirect(to) => (StatusCode::FOUND, [(LOCATION, to)]).into_response(),
            // What the call says was altered.
            Self::Adds(_) | Self::IgnoresEmpty => work.await.into_response(),
        }
    }
}

fn failure(status: u16, body: FailureBody, target: &str) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    match body {
        FailureBody::Json => {
            refusal::errors(status, &[Slip::new("", "システムエラーが発生しました。")])
        }
        FailureBody::Echo => refusal::errors(status, &[Slip::new("", target)]),
        FailureBody::Html => {
            let page =
                format!("<html><title>{status}</title><body><h1>{status}</h1></body></html>");
            (status, Html(page)).into_response()
        }
        FailureBody::Empty => status.into_response(),
    }
}

/// The head promises the whole body; half of it comes, and then the connection ends.
async fn truncated(answer: Response) -> Response {
    let (mut head, body) = answer.into_parts();
    // The body is an answer of this server, whole in memory.
    let whole = to_bytes(body, usize::MAX).await.unwrap_or_default();
    let half: io::Result<Bytes> = Ok(whole.slice(..whole.len() / 2));
    let cut = async {
        // Only what waits is written out: without a pause the connection ended before the head.
        tokio::task::yield_now().await;
        Err(io::ErrorKind::ConnectionReset.into())
    };
    let body = Body::from_stream(stream::iter([half]).chain(stream::once(cut)));
    head.headers.insert(CONTENT_LENGTH, HeaderValue::from(whole.len()));
    Response::from_parts(head, body)
}
