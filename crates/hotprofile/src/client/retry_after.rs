//! `Retry-After`: when the service wants to be asked again, in seconds or as a moment, which HTTP
//! writes in three ways (RFC 9110, 5.6.7).

use std::time::{Duration, SystemTime};

use httpdate::parse_http_date;
use reqwest::header::{DATE, HeaderMap, HeaderName, RETRY_AFTER};

/// How long from now; `None` where it is not said or can not be read.
pub(super) fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let text = text(headers, RETRY_AFTER)?;
    if text.bytes().all(|byte| byte.is_ascii_digit()) && !text.is_empty() {
        // One that is too large for a number is a very long time.
        return Some(Duration::from_secs(text.parse().unwrap_or(u64::MAX)));
    }
    let moment = parse_http_date(text).ok()?;
    // By the service's own clock: the one of this machine may be wrong.
    let date = self::text(headers, DATE).and_then(|date| parse_http_date(date).ok());
    Some(moment.duration_since(date.unwrap_or_else(SystemTime::now)).unwrap_or_default())
}

fn text(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    headers.get(name)?.to_str().ok().map(str::trim)
}
