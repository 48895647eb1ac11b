//! Where calls go: a host over HTTPS, or a practice server on this machine. Nothing else can be
//! expressed.

mod typed;

use std::net::{Ipv6Addr, SocketAddr};

use url::Url;

use self::typed::{address_in, narrow};

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

    /// The address of its root.
    #[must_use]
    pub fn base(&self) -> String {
        match self {
            Self::Https(host) => format!("https://{}/", host.as_str()),
            Self::Practice(PracticeAddress(address)) => format!("http://{address}/"),
        }
    }

    /// Whether the service is there, or its stand-in: nobody else has the host's name.
    #[must_use]
    pub fn is_the_service(&self) -> bool {
        match self {
            Self::Https(host) => host.is_the_service(),
            Self::Practice(_) => true,
        }
    }

    /// Whether it is certain to be on this machine: no proxy is asked for it.
    #[must_use]
    pub fn is_this_machine(&self) -> bool {
        match self {
            Self::Https(host) => host.is_this_machine(),
            Self::Practice(_) => true,
        }
    }
}

impl Host {
    /// Reads what a person typed or pasted: a name, a whole address, full-width letters.
    ///
    /// ```
    /// use hotprofile::{Host, HostProblem};
    ///
    /// let host = Host::parse("https://example.hot-profile.com/clients/5").unwrap();
    /// assert_eq!(host.as_str(), "example.hot-profile.com");
    /// assert_eq!(Host::parse("192.0.2.1"), Err(HostProblem::IpAddress));
    /// ```
    pub fn parse(text: &str) -> Result<Self, HostProblem> {
        let narrow = narrow(text);
        let (scheme, rest) = split_scheme(address_in(&narrow));
        let authority = authority_of(rest);
        if is_meant_as_ip_address(authority) {
            return Err(HostProblem::IpAddress);
        }
        let url = Url::parse(&format!("https://{rest}")).map_err(|_| match authority {
            named if named.contains('@') => HostProblem::Credentials,
            _ => HostProblem::NoHost,
        })?;
        if !url.username().is_empty() || url.password().is_some() {
            return Err(HostProblem::Credentials);
        }
        let Some(url::Host::Domain(name)) = url.host() else {
            return Err(HostProblem::IpAddress);
        };
        let name = name.strip_suffix('.').unwrap_or(name);
        let labels_are_names = name.split('.').all(is_label);
        let is_port = url.port() != Some(0);
        if !labels_are_names || !is_port || !(name.contains('.') || name == LOCALHOST) {
            return Err(HostProblem::NoHost);
        }
        // An `http://` is read as a slip: only its host is used, and the port that is usual there
        // is the usual one here.
        let is_usual = |port: &u16| *port == 80 && scheme.eq_ignore_ascii_case("http");
        Ok(Self(match url.port().filter(|port| !is_usual(port)) {
            Some(port) => format!("{name}:{port}"),
            None => name.to_owned(),
        }))
    }

    /// `name` or `name:port`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is `hot-profile.com` or under it, compared by whole labels.
    #[must_use]
    pub fn is_the_service(&self) -> bool {
        self.is_or_is_under("hot-profile.com")
    }

    /// Whether its name always means this machine.
    #[must_use]
    pub fn is_this_machine(&self) -> bool {
        self.is_or_is_under(LOCALHOST)
    }

    fn is_or_is_under(&self, parent: &str) -> bool {
        let name = self.0.split(':').next().unwrap_or_default();
        name.strip_suffix(parent).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    }
}

const LOCALHOST: &str = "localhost";

/// The scheme of an address on the web, `https` where it names none, and what follows it.
fn split_scheme(text: &str) -> (&str, &str) {
    let Some((scheme, rest)) = text.split_once(':') else { return ("https", text) };
    if ["http", "https"].iter().any(|web| scheme.eq_ignore_ascii_case(web)) {
        // A slash is easily lost.
        let slashes = rest.len() - rest.trim_start_matches('/').len();
        return (scheme, &rest[slashes.min("//".len())..]);
    }
    ("https", text)
}

/// What stands before the path.
fn authority_of(text: &str) -> &str {
    text.split(['/', '?', '#']).next().unwrap_or_default()
}

/// An address of a web page has the newer ones in brackets; by themselves they are written without,
/// with the name of a network card behind them maybe. What has only numbers was meant as one too.
fn is_meant_as_ip_address(authority: &str) -> bool {
    let bare = authority.trim_start_matches('[').split(['%', ']']).next().unwrap_or_default();
    let numbers = authority.split(':').next().unwrap_or_default().split('.');
    let are_numbers =
        numbers.clone().all(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()));
    bare.parse::<Ipv6Addr>().is_ok() || (are_numbers && numbers.count() > 2)
}

/// Letters, digits and hyphens: what a name in the internet is made of, once it is in ASCII.
fn is_label(label: &str) -> bool {
    let plain = label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    plain && !label.is_empty() && !label.starts_with('-') && !label.ends_with('-')
}

#[cfg(test)]
mod tests;
