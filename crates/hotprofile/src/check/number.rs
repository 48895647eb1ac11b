//! Numbers: ids, digits, degrees.

use super::Fault;
use super::text::narrow;

/// Digits as they stand, leading zeros and all.
pub(super) fn digits(text: &str, max: u32) -> Result<String, Fault> {
    let digits = narrow(text);
    if !is_digits(&digits) {
        Err(Fault::NotDigits)
    } else if digits.len() > max as usize {
        Err(Fault::TooManyDigits { max })
    } else {
        Ok(digits)
    }
}

/// 1 to 4,294,967,295.
pub(super) fn id(text: &str) -> Result<String, Fault> {
    let digits = narrow(text);
    let number = is_digits(&digits).then(|| digits.parse().ok()).flatten().unwrap_or(0_u32);
    if number == 0 { Err(Fault::NotAnId) } else { Ok(number.to_string()) }
}

/// Decimal degrees, at most 3 digits before and 14 after the point.
pub(super) fn degrees(text: &str) -> Result<String, Fault> {
    let number = narrow(text);
    let unsigned = number.strip_prefix('-').unwrap_or(&number);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    let fits = |part: &str, max| is_digits(part) && part.len() <= max;
    if fits(whole, 3) && fits(fraction, 14) { Ok(number) } else { Err(Fault::NotDegrees) }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}
