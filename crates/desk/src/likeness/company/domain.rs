//! The domains of companies.

/// The host of an e-mail address, of a web page or of a domain alone, without `www`.
#[must_use]
pub fn domain(text: &str) -> &str {
    let host = whole_host(text);
    host.strip_prefix("www.").unwrap_or(host)
}

/// The domains in a text that names several, as a company's own does.
pub fn each_domain(text: &str) -> impl Iterator<Item = &str> {
    text.split([',', ';', ' ', '、', '，', '　', '\n']).map(domain).filter(|one| !one.is_empty())
}

/// The same, where the text is surely such an address: names hold signs of addresses too, as C/D
/// and Re:Build do.
#[must_use]
pub fn host(text: &str) -> Option<&str> {
    let is_address = text.contains('@') || text.contains("://") || is_host(whole_host(text));
    is_address.then(|| domain(text))
}

/// Whether it is typed as domains are, and names are not.
#[must_use]
pub fn is_host(text: &str) -> bool {
    let is_plain = |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, b'.' | b'-');
    let is_last = |label: &str| label.len() > 1 && label.bytes().all(|c| c.is_ascii_lowercase());
    text.bytes().all(is_plain) && text.rsplit_once('.').is_some_and(|(_, label)| is_last(label))
}

/// Whether people of many companies have their mail there, so that the domain tells no company.
#[must_use]
pub fn is_common(domain: &str) -> bool {
    let domain = domain.to_lowercase();
    COMMON_DOMAINS.lines().any(|common| common == domain)
}

const COMMON_DOMAINS: &str = include_str!("common_domains.txt");

fn whole_host(text: &str) -> &str {
    let text = text.trim();
    let text = text.split_once("://").map_or(text, |(_, rest)| rest);
    let text = text.rsplit_once('@').map_or(text, |(_, host)| host);
    text.split(['/', '?', '#', ':']).next().unwrap_or_default()
}
