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

/// What the HTTP library says where a proxy answers the wish for a connection with another status
/// than 200. The type of that error is its own, so its words are all there is.
const PROXY_REFUSED: [&str; 2] =
    ["tunnel error: proxy authorization required", "tunnel error: unsuccessful"];

fn while_connecting(error: &reqwest::Error) -> Error {
    for cause in causes(error) {
        if PROXY_REFUSED.contains(&cause.to_string().as_str()) {
            return Error::ProxyRefused;
        }
        match cause.downcast_ref() {
            Some(
                rustls::Error::InvalidCertificate(_)
                | rustls::Error::NoCertificatesPresented
                | rustls::Error::UnsupportedNameType,
            ) => return Error::NotTrusted,
            Some(_) => return Error::NotReachable,
            None => {}
        }
        if let Some(
            ErrorKind::ConnectionReset
            | ErrorKind::ConnectionAborted
            | ErrorKind::BrokenPipe
            | ErrorKind::UnexpectedEof,
        ) = cause.downcast_ref().map(io::Error::kind)
        {
            return Error::Cut { sent: false };
        }
    }
    Error::NotReachable
}

/// The error and its causes. An `io::Error` hides the one it was made of from the usual walk.
fn causes<'a>(
    error: &'a (dyn StdError + 'static),
) -> impl Iterator<Item = &'a (dyn StdError + 'static)> {
    std::iter::successors(Some(error), |&error| match error.downcast_ref::<io::Error>() {
        Some(error) => error.get_ref().map(|hidden| hidden as &(dyn StdError + 'static)),
        None => error.source(),
    })
}
