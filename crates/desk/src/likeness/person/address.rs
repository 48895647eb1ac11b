//! E-mail addresses of one person alone.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization as _;

/// What mailboxes are called that several people read, and whether only as a whole.
static SHARED: LazyLock<BTreeMap<&str, bool>> = LazyLock::new(|| {
    let lines = include_str!("shared_addresses.txt").lines();
    let words = lines.filter(|line| !line.starts_with('#'));
    words
        .map(|line| line.strip_suffix(" alone").map_or((line, false), |word| (word, true)))
        .collect()
});

/// An e-mail address of one person, for comparing; none where several people read it.
pub fn own_email(text: &str) -> Option<String> {
    let address: String = text.nfkc().flat_map(char::to_lowercase).collect();
    let (mailbox, domain) = address.trim().split_once('@')?;
    // What stands behind a plus names a folder of the same mailbox.
    let mailbox = mailbox.split('+').next().unwrap_or_default();
    let is_whole = !mailbox.is_empty() && !domain.is_empty() && !domain.contains('@');
    (is_whole && !is_shared(mailbox)).then(|| format!("{mailbox}@{domain}"))
}

fn is_shared(mailbox: &str) -> bool {
    let words = mailbox.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let words: Vec<&str> = words.collect();
    let tells_of_nobody = |word: &&str| match SHARED.get(word) {
        Some(only_alone) => !only_alone || words.len() == 1,
        None => false,
    };
    words.iter().any(tells_of_nobody)
}
