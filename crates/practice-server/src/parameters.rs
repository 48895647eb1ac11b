//! The parameters of a call, wherever they stand: in the query string, in a form body or in a
//! JSON body.

use axum::body::{Body, to_bytes};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, Request};
use hotprofile::Values;
use serde_json::Value as Json;
use url::form_urlencoded;

use crate::refusal::Refusal;

/// More than every parameter of every operation at its greatest length.
const MOST_BYTES: usize = 1 << 20;

/// Reads them all; what stands in the query string comes before what stands in the body.
pub async fn read(request: Request<Body>) -> Result<Values, Refusal> {
    let (head, body) = request.into_parts();
    let body = to_bytes(body, MOST_BYTES).await.map_err(|_| Refusal::Body)?;
    let mut parameters = if body.is_empty() {
        Values::new()
    } else if media_type(&head.headers).eq_ignore_ascii_case("application/json") {
        flattened(serde_json::from_slice(&body).map_err(|_| Refusal::Body)?)?
    } else {
        pairs(&body)
    };
    parameters.extend(pairs(head.uri.query().unwrap_or_default().as_bytes()));
    Ok(parameters)
}

fn media_type(headers: &HeaderMap) -> &str {
    let content_type = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    content_type.unwrap_or_default().split(';').next().unwrap_or_default().trim()
}

fn pairs(text: &[u8]) -> Values {
    form_urlencoded::parse(text).into_owned().collect()
}

/// `{"search": {"client": {"name_kana": "ア"}}}` as `search[client][name_kana]=ア`.
fn flattened(json: Json) -> Result<Values, Refusal> {
    let Json::Object(members) = json else { return Err(Refusal::Body) };
    let mut parameters = Values::new();
    for (name, value) in members {
        flatten(name, value, &mut parameters);
    }
    Ok(parameters)
}

fn flatten(name: String, value: Json, parameters: &mut Values) {
    match value {
        Json::Object(members) => {
            for (member, value) in members {
                flatten(format!("{name}[{member}]"), value, parameters);
            }
        }
        value => {
            parameters.insert(name, text(&value));
        }
    }
}

fn text(value: &Json) -> String {
    match value {
        Json::Null => String::new(),
        Json::String(text) => text.clone(),
        Json::Array(values) => values.iter().map(text).collect::<Vec<_>>().join(","),
        other => other.to_string(),
    }
}
