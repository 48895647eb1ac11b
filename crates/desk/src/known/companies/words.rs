//! The words that find a company: lines of folded text. The first is the core of its name; each
//! further line begins where something begins: the whole name, each of its later words, the short
//! name, the kana, the domain of its mail and of its web page.

use hotprofile::Values;

use crate::likeness::company::{bare, core, each_domain};
use crate::likeness::fold;

/// See above.
pub struct Words(String);

/// How well a text fits, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    at: At,
    /// Of two that begin with it the shorter name is nearer.
    length: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum At {
    /// The name begins with it.
    Name,
    /// Something else does.
    Beginning,
    Inside,
}

impl Words {
    /// Those of a company, out of its fields.
    pub fn of(fields: &Values) -> Self {
        let texts = |keys: &'static [&str]| keys.iter().filter_map(|key| fields.get(*key));
        let name = fields.get("name").map_or("", String::as_str);
        let mut words = Self(core(name));
        for text in texts(&["name", "name_disp", "name_kana", "name_sub", "name_kana_sub"]) {
            words.add(&core(text));
            for word in later_words(bare(text).core) {
                words.add(&fold(word));
            }
        }
        // Whoever types the legal form where it stands finds the name at every key.
        words.add(&fold(name));
        for text in texts(&["mail_domain", "url"]) {
            for domain in each_domain(text) {
                words.add(&fold(domain));
            }
        }
        words
    }

    /// As they are kept.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn add(&mut self, line: &str) {
        let is_there = self.0.split('\n').any(|other| other.starts_with(line));
        if !line.is_empty() && !is_there {
            self.0.push('\n');
            self.0.push_str(line);
        }
    }
}

impl Place {
    /// Whether it is the whole of the name, of which a text of this length was found.
    pub fn is_whole(self, length: usize) -> bool {
        self.at == At::Name && self.length == length
    }
}

/// Where the text stands in these words; none where it does not.
pub fn place(words: &str, text: &str) -> Option<Place> {
    let name = words.split('\n').next().unwrap_or_default();
    let mut at = None;
    for (start, _) in words.match_indices(text) {
        let here = match start {
            0 => At::Name,
            _ if words[..start].ends_with('\n') => At::Beginning,
            _ => At::Inside,
        };
        at = Some(at.map_or(here, |before: At| before.min(here)));
        if here != At::Inside {
            break;
        }
    }
    Some(Place { at: at?, length: name.len() })
}

/// What begins with the second word, the third and so on.
fn later_words(text: &str) -> impl Iterator<Item = &str> {
    let mut is_before_apart = false;
    text.char_indices().filter_map(move |(at, c)| {
        let begins = is_before_apart && c.is_alphanumeric();
        is_before_apart = !c.is_alphanumeric();
        (begins && at > 0).then(|| &text[at..])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(pairs: &[(&str, &str)]) -> Values {
        pairs.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect()
    }

    #[test]
    fn each_beginning_is_a_line_and_nothing_stands_there_twice() {
        let words = Words::of(&fields(&[
            ("name", "Blue Harbour Inc."),
            ("name_disp", "Blue Harbour"),
            ("name_kana", "ブルー・ハーバー"),
            ("mail_domain", "harbour.example, blue.example"),
            ("url", "https://www.harbour.example/"),
        ]));
        let lines: Vec<_> = words.as_str().split('\n').collect();
        let wanted = [
            "blueharbour",
            "harbour",
            "ブルーハーバー",
            "ハーバー",
            "blueharbourinc",
            "harbourexample",
            "blueexample",
        ];
        assert_eq!(lines, wanted);
    }

    #[test]
    fn the_beginning_of_the_name_is_better_than_other_beginnings_and_those_than_the_inside() {
        let words = |name: &str, kana: &str| {
            Words::of(&fields(&[("name", name), ("name_kana", kana)])).as_str().to_owned()
        };
        let place = |name: &str, kana: &str| place(&words(name, kana), "アオ").unwrap();
        let order = [
            place("株式会社あお", ""),
            place("あおば印刷", ""),
            place("青空商事", "アオゾラ"),
            place("ソラアオ", ""),
        ];
        assert!(order.is_sorted() && order[0] < order[3]);
        assert_eq!(super::place(&words("青空", "アオゾラ"), "ソラ"), None);
        assert!(super::place(&words("青空", "アオゾラ"), "ゾラ").is_some());
    }
}
