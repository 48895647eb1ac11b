//! Domains that are one letter off from a known one.

use hotprofile::{Entity, Values};
use strsim::osa_distance;

use super::Hint;
use crate::tidy::{Shape, domain_of, host_of};

/// Domains in which many people have their mail. Behind each the domains of others that are one
/// letter off from it.
const PROVIDERS: &str = include_str!("providers.txt");

/// What is known about one form's domains.
pub struct Domains {
    /// Of the company, and of what else the form holds.
    own: Vec<String>,
}

impl Domains {
    /// All that the form tells but for the field in question, and what else is known.
    pub fn known(entity: Entity, key: &str, values: &Values, company: &[String]) -> Self {
        let told = values.iter().filter(|(other, _)| *other != key).filter_map(|(other, text)| {
            match Shape::of(entity.record().field(other)?)? {
                Shape::Mail => domain_of(text),
                Shape::MailDomain | Shape::Web => host_of(text),
                _ => None,
            }
        });
        Self { own: company.iter().filter_map(|text| host_of(text)).chain(told).collect() }
    }

    /// The domain that this one was probably meant to be.
    pub fn like(&self, domain: &str) -> Option<Hint> {
        let is_known = self.own.iter().any(|own| is_within(domain, own) || is_within(own, domain));
        if is_known || providers().any(|provider| provider.knows(domain)) {
            return None;
        }
        let own = self.own.iter().map(|own| like_parts(own, domain));
        let common = providers().map(|provider| provider.name).filter(|name| is_telling(name));
        own.chain(common)
            .find(|known| osa_distance(known, domain) == 1)
            .map(|known| Hint::DomainLike { domain: known.to_owned() })
    }
}

struct Provider {
    name: &'static str,
    neighbours: &'static str,
}

impl Provider {
    /// Whether it is its domain, or one that is known to be somebody else's.
    fn knows(&self, domain: &str) -> bool {
        self.name == domain || self.neighbours.split_whitespace().any(|other| other == domain)
    }
}

fn providers() -> impl Iterator<Item = Provider> {
    PROVIDERS.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(|line| {
        let (name, neighbours) = line.split_once(' ').unwrap_or((line, ""));
        Provider { name, neighbours }
    })
}

/// Whether its name is long enough for one letter to be a slip: too much is one letter off `me.com`.
fn is_telling(domain: &str) -> bool {
    domain.split('.').next().is_some_and(|name| name.len() >= 5)
}

/// Whether it is this domain or below it.
fn is_within(domain: &str, other: &str) -> bool {
    domain.strip_suffix(other).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

/// The end of a host that has as many parts as the domain: people have their mail at
/// `aozora.example`, whose pages are at `shop.aozora.example`.
fn like_parts<'a>(host: &'a str, domain: &str) -> &'a str {
    let parts = domain.split('.').count();
    let from = host.rmatch_indices('.').nth(parts.saturating_sub(1)).map_or(0, |(at, _)| at + 1);
    let end = &host[from..];
    // `co.jp` is nobody's.
    let is_somebodys = end.split('.').next().is_some_and(|name| name.chars().count() > 2);
    if is_somebodys { end } else { host }
}
