//! Where calls go: a host over HTTPS, or a practice server on this machine. Nothing else can be
//! expressed.

use std::net::SocketAddr;

/// Where calls go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Endpoint {
    /// A host, always over HTTPS.
    Https(Host),
    /// A practice server over plain HTTP; see [`Endpoint::practice`].
    Practice(PracticeAddress),
}

/// A loopback address, the only one that plain HTTP is spoken to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PracticeAddress(SocketAddr);

/// A host name with a port where it is not the usual one, in lower case; never an IP address.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Host(String);

/// Why a text names no host that can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HostProblem {
    /// Nothing in it is a host name.
    #[error("no host in it")]
    NoHost,
    /// It holds a user name or a password.
    #[error("a user name or password in it")]
    Credentials,
    /// It is an IP address.
    #[error("an IP address")]
    IpAddress,
}

impl Endpoint {
    /// The practice server at this address; `None` where it is not a loopback address.
    #[must_use]
    pub fn practice(address: SocketAddr) -> Option<Self> {
        address.ip().is_loopback().then_some(Self::Practice(PracticeAddress(address)))
    }
}

impl Host {
    /// Reads what a person typed or pasted: a name, a whole address, full-width letters.
    pub fn parse(_text: &str) -> Result<Self, HostProblem> {
        todo!()
    }

    /// `name` or `name:port`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is `hot-profile.com` or under it, compared by whole labels.
    #[must_use]
    pub fn is_the_service(&self) -> bool {
        todo!()
    }
}
