//! What a failure of the HTTP library means. Its own errors carry the address with the key in
//! it: they are looked at here and dropped.

use std::error::Error as StdError;
use std::io::{self, ErrorKind};

use crate::error::Error;

/// Why a call was not sent, or has no beginning of an answer.
pub(super) fn while_sending(error: &reqwest::Error) -> Error {
    // The library tells the making of a connection, in which no call travels, from what follows.
    let sent = !error.is_connect();
    if error.is_timeout() {
        Error::TimedOut { sent }
    } else if sent {
        Error::Cut { sent }
    } else {
        while_connecting(error)
    }
}

/// Why an answer that had begun has no end. One that does not unpack counts as cut as well.
pub(super) fn while_reading(error: &reqwest::Error) -> Error {
    if error.is_timeout() { Error::TimedOut { sent: true } } else { Error::Cut { sent: true } }
}

fn while_connecting(error: &reqwest::Error) -> Error {
    match find::<rustls::Error>(error) {
        Some(
            rustls::Error::InvalidCertificate(_)
            | rustls::Error::NoCertificatesPresented
            | rustls::Error::UnsupportedNameType,
        ) => return Error::NotTrusted,
        Some(_) => return Error::NotReachable,
        None => {}
    }
    match find::<io::Error>(error).map(io::Error::kind) {
        Some(
            ErrorKind::ConnectionReset
            | ErrorKind::ConnectionAborted
            | ErrorKind::BrokenPipe
            | ErrorKind::UnexpectedEof,
        ) => Error::Cut { sent: false },
        _ => Error::NotReachable,
    }
}

/// The first error of this type among the causes. An `io::Error` hides the one it was made of
/// from the usual walk.
fn find<'a, E: StdError + 'static>(error: &'a (dyn StdError + 'static)) -> Option<&'a E> {
    let mut cause = Some(error);
    while let Some(error) = cause {
        if let Some(found) = error.downcast_ref::<E>() {
            return Some(found);
        }
        let inner = error.downcast_ref::<io::Error>().and_then(io::Error::get_ref);
        if let Some(found) = inner.and_then(|inner| find::<E>(inner)) {
            return Some(found);
        }
        cause = error.source();
    }
    None
}
