//! Days and times of the service. They carry no zone and are Japan's, which is nine hours ahead
//! all year: so *today* and *since* are reckoned here, wherever this machine is.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::{Offset, TimeZone};

/// As the service writes a day.
const DAY: &str = "%Y/%m/%d";

/// As the service writes a moment.
const MOMENT: &str = "%Y/%m/%d %H:%M:%S";

const JAPAN: Offset = Offset::constant(9);

/// The day that it is in Japan, `yyyy/mm/dd`.
#[must_use]
pub fn day(now: Timestamp) -> String {
    date(now).strftime(DAY).to_string()
}

/// The day in Japan so many days before, `yyyy/mm/dd`: where a search *since* then begins.
#[must_use]
pub fn days_before(now: Timestamp, days: u16) -> String {
    let date = date(now);
    date.checked_sub(jiff::Span::new().days(i64::from(days)))
        .unwrap_or(date)
        .strftime(DAY)
        .to_string()
}

/// A moment as the service writes it, `yyyy/mm/dd HH:MM:SS`.
#[must_use]
pub fn written(moment: Timestamp) -> String {
    JAPAN.to_datetime(moment).strftime(MOMENT).to_string()
}

/// The moment that the service wrote; `None` where it is none.
#[must_use]
pub fn read(text: &str) -> Option<Timestamp> {
    let written = DateTime::strptime(MOMENT, text).ok()?;
    Some(written.to_zoned(TimeZone::fixed(JAPAN)).ok()?.timestamp())
}

fn date(now: Timestamp) -> Date {
    JAPAN.to_datetime(now).date()
}

#[cfg(test)]
mod tests {
    use super::{day, days_before, read, written};

    fn at(text: &str) -> jiff::Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn a_day_begins_at_midnight_in_japan() {
        assert_eq!(day(at("2026-11-23T14:59:59Z")), "2026/11/23");
        assert_eq!(day(at("2026-11-23T15:00:00Z")), "2026/11/24");
        assert_eq!(day(at("2026-11-23T23:30:00-08:00")), "2026/11/24");
    }

    #[test]
    fn since_is_counted_in_days_of_japan() {
        assert_eq!(days_before(at("2026-02-28T20:00:00Z"), 1), "2026/02/28");
        assert_eq!(days_before(at("2026-02-28T14:00:00Z"), 30), "2026/01/29");
    }

    #[test]
    fn a_moment_is_read_as_it_was_written() {
        let moment = at("2018-10-19T08:54:06Z");
        assert_eq!(written(moment), "2018/10/19 17:54:06");
        assert_eq!(read("2018/10/19 17:54:06"), Some(moment));
        assert_eq!(read("yesterday"), None);
    }
}
