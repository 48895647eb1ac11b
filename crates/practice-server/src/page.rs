//! The page that the browser shows of a company: plain, in the service's language, and marked as
//! practice. Nothing on it runs.

use axum::http::StatusCode;
use axum::http::header::CONTENT_SECURITY_POLICY;
use axum::response::{Html, IntoResponse, Response};
use serde_json::Value as Json;

/// What it shows below the name, in this order, under the service's own words.
const ROWS: [(&str, &str); 22] = [
    ("id", "ID"),
    ("name_disp", "会社名略称"),
    ("corporate_number", "法人番号"),
    ("zip", "郵便番号"),
    ("pref", "都道府県"),
    ("address", "住所"),
    ("latitude", "緯度"),
    ("longitude", "経度"),
    ("main_tel", "代表電話番号"),
    ("url", "URL"),
    ("mail_domain", "メールドメイン"),
    ("business_category_kbn", "業種"),
    ("worker_number_kbn", "従業員規模"),
    ("capital_kbn", "資本金"),
    ("ipo_kbn", "上場区分"),
    ("sales_last_year", "前年度売上高"),
    ("user_name", "営業担当者"),
    ("note", "メモ"),
    ("created_at", "登録日時"),
    ("updated_at", "更新日時"),
    ("updated_user_name", "更新者"),
    ("items", "カスタム項目"),
];

const STYLE: &str = "\
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.7 sans-serif; color: #1f2328; background: #fff }
.practice { padding: .5rem .75rem; border: 2px solid #9a6700; background: #fff8c5 }
h1 { margin: 1.5rem 0 0; line-height: 1.4; overflow-wrap: anywhere }
.kana { margin: 0; color: #59636e; overflow-wrap: anywhere }
dl { display: grid; grid-template-columns: 10rem 1fr; margin: 1.5rem 0 }
dt, dd { margin: 0; padding: .35rem 0; border-bottom: 1px solid #d1d9e0 }
dt { color: #59636e }
dd { white-space: pre-line; overflow-wrap: anywhere }";

/// The page of a company as it is listed.
pub fn company(company: &Json) -> Response {
    let name = escaped(&text(&company["name"]));
    let kana = escaped(&text(&company["name_kana"]));
    let rows: Vec<_> = ROWS
        .iter()
        .map(|(key, label)| (label, text(&company[key])))
        .filter(|(_, text)| !text.is_empty())
        .map(|(label, text)| format!("<dt>{label}</dt><dd>{}</dd>", escaped(&text)))
        .collect();
    let rows = rows.join("\n");
    let content = format!("<h1>{name}</h1>\n<p class=\"kana\">{kana}</p>\n<dl>\n{rows}\n</dl>");
    page(StatusCode::OK, &name, &content)
}

/// The page of a company that does not exist.
pub fn no_company() -> Response {
    page(StatusCode::NOT_FOUND, "会社が見つかりません", "<h1>会社が見つかりません</h1>")
}

fn page(status: StatusCode, title: &str, content: &str) -> Response {
    let html = format!(
        "<!doctype html>\n<html lang=\"ja\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n\
         <title>{title}（練習用）</title>\n<style>\n{STYLE}\n</style>\n</head>\n<body>\n\
         <p class=\"practice\"><strong>練習用のデータです。</strong>HotProfileには何も送られていません。</p>\n\
         <main>\n{content}\n</main>\n</body>\n</html>\n"
    );
    let policy = [(CONTENT_SECURITY_POLICY, "default-src 'none'; style-src 'unsafe-inline'")];
    (status, policy, Html(html)).into_response()
}

/// What a person reads of a value. An item of the customer's own is a line.
fn text(value: &Json) -> String {
    match value {
        Json::Null => String::new(),
        Json::String(text) => text.trim().to_owned(),
        Json::Array(values) if values.iter().all(Json::is_string) => {
            values.iter().map(text).collect::<Vec<_>>().join("、")
        }
        Json::Array(items) => items.iter().map(item).collect::<Vec<_>>().join("\n"),
        other => other.to_string(),
    }
}

fn item(item: &Json) -> String {
    format!("{}：{}", text(&item["label"]), text(&item["value"]))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
