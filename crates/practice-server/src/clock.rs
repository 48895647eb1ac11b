//! Japan's clock. Its offset has been the same since 1951, so no table of zones is needed.

use jiff::civil::{Date, DateTime};
use jiff::tz::Offset;
use jiff::{Timestamp, Unit};

/// Now, in Japan's time, to the second.
pub fn now() -> DateTime {
    let now = Offset::constant(9).to_datetime(Timestamp::now());
    now.round(Unit::Second).unwrap_or(now)
}

/// Today in Japan.
pub fn today() -> Date {
    now().date()
}

/// A moment as the service writes it.
pub fn written(moment: DateTime) -> String {
    moment.strftime("%Y/%m/%d %H:%M:%S").to_string()
}
