//! Days and moments, in the service's own writing.

use jiff::civil::{Date, DateTime};

use super::Fault;
use super::text::narrow;

/// A day as `yyyy/mm/dd`. Hyphens and dots do as well; a year has its four digits, for `26/2/3` is
/// no day in the year 26.
pub(super) fn day(text: &str) -> Result<String, Fault> {
    let date = read_day(&narrow(text)).ok_or(Fault::NotADay)?;
    Ok(date.strftime("%Y/%m/%d").to_string())
}

/// A moment as `yyyy/mm/dd HH:MM:SS`.
pub(super) fn moment(text: &str) -> Result<String, Fault> {
    let moment = read_moment(&narrow(text)).ok_or(Fault::NotAMoment)?;
    Ok(moment.strftime("%Y/%m/%d %H:%M:%S").to_string())
}

fn read_moment(text: &str) -> Option<DateTime> {
    let (date, time) = text.split_once([' ', 'T'])?;
    let [hour, minute, second] = parts(time.trim(), &[':'])?;
    let small = |number| i8::try_from(number).ok();
    read_day(date)?
        .to_datetime(jiff::civil::Time::midnight())
        .with()
        .hour(small(hour)?)
        .minute(small(minute)?)
        .second(small(second)?)
        .build()
        .ok()
}

fn read_day(text: &str) -> Option<Date> {
    let [year, month, day] = parts(text, &['/', '-', '.'])?;
    let year = i16::try_from(year).ok().filter(|year| *year >= 1_000)?;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// Three numbers of at most four digits between these signs.
fn parts(text: &str, signs: &[char]) -> Option<[u16; 3]> {
    let mut numbers = text.split(signs).map(|part| {
        let plain = (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        plain.then(|| part.parse().ok()).flatten()
    });
    let three = [numbers.next()??, numbers.next()??, numbers.next()??];
    numbers.next().is_none().then_some(three)
}
