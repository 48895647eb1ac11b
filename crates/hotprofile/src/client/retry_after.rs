//! `Retry-After`: when the service wants to be asked again, in seconds or as a moment.

use std::time::Duration;

use jiff::Timestamp;
use reqwest::header::{DATE, HeaderMap, HeaderName, RETRY_AFTER};

/// How long from now; `None` where it is not said or can not be read.
pub(super) fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let text = text(headers, RETRY_AFTER)?;
    if let Ok(seconds) = text.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let moment = moment(text)?;
    // By the service's own clock: the one of this machine may be wrong.
    let now = self::text(headers, DATE).and_then(self::moment).unwrap_or_else(Timestamp::now);
    Some(Duration::try_from(moment.duration_since(now)).unwrap_or_default())
}

fn text(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    headers.get(name)?.to_str().ok().map(str::trim)
}

fn moment(text: &str) -> Option<Timestamp> {
    Some(jiff::fmt::rfc2822::parse(text).ok()?.timestamp())
}
