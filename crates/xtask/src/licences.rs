//! Every crate that is shipped or built with has a licence that `deny.toml` allows.
//!
//! Checked here and nowhere else, so that it needs no other tool and no network. What does,
//! cargo-deny checks in the workflow: known faults in crates (advisories), bans and sources.

use std::collections::BTreeSet;

use crate::shell::{Failure, cargo, output, root};

/// Names the crates whose licence is not allowed.
pub fn check() -> Result<(), Failure> {
    let deny = std::fs::read_to_string(root().join("deny.toml"))
        .map_err(|error| Failure(format!("deny.toml can not be read: {error}.")))?;
    let allowed = allowed(&deny);
    let tree = cargo(&["tree", "--workspace", "--target", "all", "--prefix", "none"]);
    let crates = output({ tree }.args(["--locked", "--format", "{p}|{l}"]))
        .ok_or_else(|| Failure("`cargo tree` failed.".into()))?;
    let odd: BTreeSet<&str> = crates
        .lines()
        .filter(|line| !line.is_empty() && !line.ends_with("(*)"))
        // Older crates write a slash for OR.
        .filter(|line| {
            let terms = line.split_once('|').map(|(_, terms)| terms.replace('/', " OR "));
            !terms.is_some_and(|terms| accepted(&terms, &allowed))
        })
        .collect();
    if odd.is_empty() {
        return Ok(());
    }
    Err(Failure(format!(
        "Licences that deny.toml does not allow:\n{}",
        Vec::from_iter(odd).join("\n")
    )))
}

/// The names in `allow = [ ... ]`.
fn allowed(deny: &str) -> BTreeSet<&str> {
    let list = deny.split_once("allow = [").and_then(|(_, rest)| rest.split_once(']'));
    list.map(|(list, _)| list.split('"').skip(1).step_by(2).collect()).unwrap_or_default()
}

/// Whether these terms leave a choice that is allowed throughout.
fn accepted(terms: &str, allowed: &BTreeSet<&str>) -> bool {
    let terms = terms.trim();
    let choices = split_outside_brackets(terms, " OR ");
    if choices.len() > 1 {
        return choices.into_iter().any(|choice| accepted(choice, allowed));
    }
    let parts = split_outside_brackets(terms, " AND ");
    if parts.len() > 1 {
        return parts.into_iter().all(|part| accepted(part, allowed));
    }
    match terms.strip_prefix('(').and_then(|inner| inner.strip_suffix(')')) {
        Some(inner) => accepted(inner, allowed),
        None => allowed.contains(terms),
    }
}

fn split_outside_brackets<'a>(terms: &'a str, word: &str) -> Vec<&'a str> {
    let (mut parts, mut start) = (Vec::new(), 0);
    for (at, _) in terms.match_indices(word) {
        let before = &terms[..at];
        if before.matches('(').count() == before.matches(')').count() {
            parts.push(&terms[start..at]);
            start = at + word.len();
        }
    }
    parts.push(&terms[start..]);
    parts
}

#[cfg(test)]
mod tests {
    use super::{accepted, allowed};

    #[test]
    fn one_allowed_choice_is_enough_and_every_part_of_it_counts() {
        let allowed = allowed("[licenses]\nallow = [\n  \"MIT\",\n  \"ISC\",\n]\n");
        assert!(accepted("Apache-2.0 OR MIT", &allowed));
        assert!(accepted("ISC AND MIT", &allowed));
        assert!(!accepted("ISC AND OpenSSL", &allowed));
        assert!(accepted("(MIT OR OpenSSL) AND (OpenSSL OR ISC)", &allowed));
        assert!(!accepted("(MIT OR Apache-2.0) AND OpenSSL", &allowed));
        assert!(!accepted("", &allowed));
    }
}
