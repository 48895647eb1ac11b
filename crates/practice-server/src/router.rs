//! Which path leads where.

use std::num::NonZeroU32;
use std::sync::Arc;

use axum::extract::{Path, Request, State};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use hotprofile::{Entity, Operation};

use crate::allowance::Arrivals;
use crate::faults::Faults;
use crate::openapi::{self, Way};
use crate::refusal::Refusal;
use crate::store::Store;
use crate::{call, page};

/// What calls need.
#[derive(Clone)]
pub struct Service {
    pub api_key: String,
    pub store: Store,
    pub arrivals: Arc<Arrivals>,
    pub faults: Faults,
}

/// The nine operations, the page of a company, and the descriptions of it all.
pub fn router(service: Service) -> Router {
    let mut router = Router::new()
        .route("/clients/{id}", get(company))
        .route("/openapi.json", get(async || Json(openapi::description(Way::Query))))
        .route("/openapi.form.json", get(async || Json(openapi::description(Way::Form))))
        .fallback(async || Refusal::Path.into_response());
    for entity in Entity::ALL {
        for operation in Operation::ALL {
            let handler = async move |State(service): State<Arc<Service>>, request: Request| {
                call::answer(&service, entity, operation, request).await
            };
            router = router.route(&entity.record().path(operation), post(handler));
        }
    }
    router.with_state(Arc::new(service))
}

async fn company(State(service): State<Arc<Service>>, Path(id): Path<String>) -> Response {
    let Ok(id) = id.parse::<NonZeroU32>() else { return page::no_company() };
    match service.store.company(id.get()).await {
        Ok(Some(company)) => page::company(&company),
        Ok(None) => page::no_company(),
        Err(refusal) => refusal.into_response(),
    }
}
