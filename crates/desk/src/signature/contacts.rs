//! Addresses of mail and of the web.

use super::Found;
use super::labels::{self, Label};
use super::lines::Line;

/// Takes what it finds of them out of a line.
pub fn take(line: &mut Line, found: &mut Found) {
    while let Some((start, end)) = mail(line) {
        let address = line.text(start..end);
        let (label, from) = label_of(line, start, &[Label::Email, Label::MobileEmail]);
        let is_mobile = label == Some(Label::MobileEmail) || is_of_a_phone(&address);
        put(is_mobile, address, found);
        line.take(from..closing(line, end));
    }
    while let Some((start, end)) = web(line) {
        let address = line.text(start..end);
        let (_, from) = label_of(line, start, &[Label::Url]);
        if is_social(&address) || !(found.url.is_empty() || is_social(&found.url)) {
            found.rest.push(address);
        } else {
            found.url = address;
        }
        line.take(from..closing(line, end));
    }
}

fn put(is_mobile: bool, address: String, found: &mut Found) {
    let own = if is_mobile { &mut found.mobile_email } else { &mut found.email };
    if own.is_empty() {
        *own = address;
    } else if *own != address {
        found.rest.push(address);
    }
}

/// The label before it, where it is one of these, and where what belongs to it begins.
fn label_of(line: &Line, start: usize, wanted: &[Label]) -> (Option<Label>, usize) {
    match labels::before(line, start) {
        Some((label, from)) if wanted.contains(&label) => (Some(label), from),
        _ => {
            let opened =
                start.checked_sub(1).filter(|at| matches!(line.plain[*at], '<' | '(' | '['));
            (None, opened.unwrap_or(start))
        }
    }
}

/// With the bracket that closes behind it.
fn closing(line: &Line, end: usize) -> usize {
    let closes = line.plain.get(end).is_some_and(|c| matches!(c, '>' | ')' | ']'));
    if closes { end + 1 } else { end }
}

fn mail(line: &Line) -> Option<(usize, usize)> {
    let chars = &line.plain;
    let ats = chars.iter().enumerate().filter(|(_, c)| **c == '@').map(|(at, _)| at);
    ats.into_iter().find_map(|at| {
        let is_local = |c: &char| c.is_ascii_alphanumeric() || "._%+'-".contains(*c);
        let local = chars[..at].iter().rev().take_while(|c| is_local(c)).count();
        let mut start = at - local;
        while start < at && !chars[start].is_ascii_alphanumeric() {
            start += 1;
        }
        let end = host_end(chars, at + 1)?;
        (start < at).then_some((start, end))
    })
}

/// Where a host that begins here ends; none where it is none.
fn host_end(chars: &[char], start: usize) -> Option<usize> {
    let rest = chars.get(start..)?;
    let is_host = |c: &char| c.is_alphanumeric() && !is_wide(*c) || matches!(c, '.' | '-');
    let mut end = start + rest.iter().take_while(|c| is_host(c)).count();
    while end > start && !chars[end - 1].is_alphanumeric() {
        end -= 1;
    }
    let host: String = chars[start..end].iter().collect();
    let last = host.rsplit_once('.').filter(|(name, _)| !name.is_empty())?.1;
    (last.chars().count() >= 2 && last.chars().all(char::is_alphabetic)).then_some(end)
}

/// Text that follows without a space, as Japanese does, is no part of a host.
fn is_wide(c: char) -> bool {
    c >= '\u{2e80}'
}

fn web(line: &Line) -> Option<(usize, usize)> {
    let marked = ["https://", "http://", "www."];
    let start = marked.iter().filter_map(|mark| position(&line.small, mark, 0)).min();
    if let Some(start) = start {
        let ends = |c: &char| c.is_whitespace() || is_wide(*c) || "<>\"|".contains(*c);
        let length = line.plain[start..].iter().take_while(|c| !ends(c)).count();
        let mut end = start + length;
        while end > start && ".,;:)]}'".contains(line.plain[end - 1]) {
            end -= 1;
        }
        // A mark with nothing behind it is read as a word.
        let is_whole = line.plain[start..end].iter().filter(|c| **c == '.').count() > 0
            && end - start > "https://".len();
        return is_whole.then_some((start, end));
    }
    bare(line)
}

/// A host without a mark: alone in its line or behind the label of a web page.
fn bare(line: &Line) -> Option<(usize, usize)> {
    let text = line.small();
    let words = text.split_whitespace().count();
    (0..line.plain.len()).find_map(|start| {
        let begins = line.plain[start].is_ascii_alphanumeric()
            && (start == 0
                || !(line.plain[start - 1].is_alphanumeric()
                    || ".-@".contains(line.plain[start - 1])));
        if !begins {
            return None;
        }
        let host = host_end(&line.plain, start)?;
        let is_named = matches!(labels::before(line, start), Some((Label::Url, _)));
        let is_plain = line.plain[start..host].iter().all(char::is_ascii);
        let rest = line.plain[host..].iter();
        let path = if line.plain.get(host) == Some(&'/') {
            rest.take_while(|c| !c.is_whitespace() && !is_wide(**c)).count()
        } else {
            0
        };
        ((words == 1 && is_plain && start == 0) || is_named).then_some((start, host + path))
    })
}

/// Where a text stands in these characters, from there on.
pub fn position(chars: &[char], text: &str, from: usize) -> Option<usize> {
    let text: Vec<char> = text.chars().collect();
    let rest = chars.get(from..)?;
    rest.windows(text.len().max(1)).position(|window| window == text).map(|at| from + at)
}

fn is_of_a_phone(address: &str) -> bool {
    let hosts = [
        "@docomo.ne.jp",
        "@ezweb.ne.jp",
        "@au.com",
        "@softbank.ne.jp",
        "@i.softbank.jp",
        ".vodafone.ne.jp",
    ];
    let small = address.to_ascii_lowercase();
    hosts.iter().any(|host| small.ends_with(host))
}

/// A page of a person at some network is no page of the company.
fn is_social(address: &str) -> bool {
    let hosts = [
        "linkedin.",
        "facebook.",
        "twitter.",
        "//x.com",
        "instagram.",
        "youtube.",
        "t.me/",
        "vk.com",
        "note.com",
    ];
    let small = address.to_ascii_lowercase();
    hosts.iter().any(|host| small.contains(host))
}
