//! One call of an operation, from its arrival to its answer.

use axum::Json;
use axum::extract::Request;
use axum::response::{IntoResponse, Response};
use hotprofile::{Entity, Operation, Values};
use serde_json::json;

use crate::parameters;
use crate::refusal::Refusal;
use crate::router::Service;

/// The longest request line that common web servers take, in bytes.
const LONGEST_REQUEST_LINE: usize = 8_192;

/// Answers a call, or has it meet the fault that was switched on for it.
pub async fn answer(
    service: &Service,
    entity: Entity,
    operation: Operation,
    request: Request,
) -> Response {
    let arrival = service.arrivals.note();
    let fault = service.faults.take(entity, operation);
    let target = request.uri().to_string();
    let altered = fault.clone();
    let work = async {
        if request_line(&request) > LONGEST_REQUEST_LINE {
            return Err(Refusal::RequestLine);
        }
        let mut parameters = parameters::read(request).await?;
        if parameters.remove("api_key").as_deref() != Some(service.api_key.as_str()) {
            return Err(Refusal::Key);
        }
        service.arrivals.note_parameters(&parameters);
        service.arrivals.admit(arrival).map_err(Refusal::Limit)?;
        if let Some(fault) = altered {
            fault.alter(&mut parameters);
        }
        carry_out(service, entity, operation, parameters).await
    };
    match fault {
        Some(fault) => fault.befall(&target, work).await,
        None => work.await.into_response(),
    }
}

async fn carry_out(
    service: &Service,
    entity: Entity,
    operation: Operation,
    parameters: Values,
) -> Result<Response, Refusal> {
    let answer = match operation {
        Operation::List => service.store.list(entity, parameters).await?,
        _ => json!({ "id": service.store.write(entity, operation, parameters).await? }),
    };
    Ok(Json(answer).into_response())
}

/// `POST /path?query HTTP/1.1`, in bytes.
fn request_line(request: &Request) -> usize {
    let target = request.uri().path_and_query().map_or(1, |target| target.as_str().len());
    request.method().as_str().len() + target + " ".len() + " HTTP/1.1".len()
}
