//! Answers to calls that fail. What the service answers then is not published; the crate's head
//! says what was chosen.

use std::time::Duration;

use axum::Json;
use axum::http::StatusCode;
use axum::http::header::RETRY_AFTER;
use axum::response::{Html, IntoResponse, Response};
use hotprofile::check::{Fault, Problem};
use hotprofile::limit::whole_seconds;
use serde_json::json;

use crate::server::PracticeError;

/// Why a call is refused.
#[derive(Debug)]
pub enum Refusal {
    /// Its key is missing or another.
    Key,
    /// The limit is reached; the time until another call is let through.
    Limit(Duration),
    /// Its request line is longer than a web server takes.
    RequestLine,
    /// Its body can not be read.
    Body,
    /// No operation has this path.
    Path,
    /// The record to change does not exist.
    Record,
    /// Parameters are missing or wrong.
    Parameters(Vec<Slip>),
    /// The practice server itself failed.
    Failed(PracticeError),
}

/// A parameter that is refused, and why, in Japanese.
#[derive(Debug, PartialEq, Eq)]
pub struct Slip {
    /// Its published name.
    pub field: String,
    /// What the service might say.
    pub message: String,
}

impl Slip {
    pub fn new(field: &str, message: impl Into<String>) -> Self {
        Self { field: field.to_owned(), message: message.into() }
    }
}

impl From<Problem> for Slip {
    fn from(problem: Problem) -> Self {
        let message = match problem.fault {
            Fault::Required => "必須項目です。".to_owned(),
            Fault::TooLong { max, .. } => format!("{max}文字以内で入力してください。"),
            Fault::NotDigits => "数字で入力してください。".to_owned(),
            Fault::TooManyDigits { max } => format!("{max}桁以内で入力してください。"),
            Fault::NotDegrees => "緯度・経度の形式で入力してください。".to_owned(),
            Fault::NotAnId => "IDの形式が正しくありません。".to_owned(),
            Fault::NotAChoice => "選択できない値です。".to_owned(),
            Fault::NotADay => "yyyy/mm/ddの形式で入力してください。".to_owned(),
            Fault::NotAMoment => "yyyy/mm/dd HH:MM:SSの形式で入力してください。".to_owned(),
            Fault::NotAFlag => "trueまたはfalseを指定してください。".to_owned(),
            Fault::Unknown => "このパラメータは使用できません。".to_owned(),
        };
        Self { field: problem.key, message }
    }
}

impl From<PracticeError> for Refusal {
    fn from(error: PracticeError) -> Self {
        Self::Failed(error)
    }
}

impl From<rusqlite::Error> for Refusal {
    fn from(error: rusqlite::Error) -> Self {
        Self::Failed(error.into())
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        match self {
            Self::Key => errors(
                StatusCode::UNAUTHORIZED,
                &[Slip::new("api_key", "APIキーが正しくありません。")],
            ),
            Self::Limit(wait) => too_many(Some(&whole_seconds(wait).to_string())),
            Self::RequestLine => {
                let page = "<html><head><title>414 Request-URI Too Large</title></head>\
                    <body><center><h1>414 Request-URI Too Large</h1></center></body></html>";
                (StatusCode::URI_TOO_LONG, Html(page)).into_response()
            }
            Self::Body => {
                errors(StatusCode::BAD_REQUEST, &[Slip::new("", "リクエストを読み取れません。")])
            }
            Self::Path => errors(StatusCode::NOT_FOUND, &[Slip::new("", "URLが見つかりません。")]),
            Self::Record => {
                errors(StatusCode::NOT_FOUND, &[Slip::new("id", "データが見つかりません。")])
            }
            Self::Parameters(slips) => errors(StatusCode::UNPROCESSABLE_ENTITY, &slips),
            Self::Failed(error) => {
                tracing::error!(%error, "a call failed");
                let slip = Slip::new("", "システムエラーが発生しました。");
                errors(StatusCode::INTERNAL_SERVER_ERROR, &[slip])
            }
        }
    }
}

/// 429, with this text as `Retry-After`.
pub fn too_many(retry_after: Option<&str>) -> Response {
    let slip = Slip::new("", "APIの呼び出し回数が上限に達しました。");
    let answer = errors(StatusCode::TOO_MANY_REQUESTS, &[slip]);
    match retry_after {
        Some(retry_after) => ([(RETRY_AFTER, retry_after)], answer).into_response(),
        None => answer,
    }
}

/// The list of errors that every refusal carries.
pub fn errors(status: StatusCode, slips: &[Slip]) -> Response {
    let errors: Vec<_> =
        slips.iter().map(|slip| json!({ "field": slip.field, "message": slip.message })).collect();
    (status, Json(json!({ "errors": errors }))).into_response()
}
