//! The legal forms of companies (株式会社, Inc., ООО), and taking them off a name. The list is data:
//! how a form is written, on which side of the name it stands, what it means, whether it is an
//! abbreviation that is written out in a new company's name, and which wider form it is a kind of.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization as _;

use crate::likeness::letters;

/// A form as it can be written.
struct Form {
    /// Normal, as [`Normal`] has it.
    written: String,
    place: Place,
    /// Several writings mean one form; empty where a writing can mean several.
    means: &'static str,
    /// Whether it is written out.
    is_short: bool,
    /// The form that it is a kind of, and may have been called before; empty where there is none.
    wider: &'static str,
}

/// Where a form stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Before a name or behind it.
    Both,
    /// Behind it alone.
    End,
    /// It is a part of the name, whichever side it stands on: a co-operative of a university is not
    /// that university.
    Own,
}

static FORMS: LazyLock<Vec<Form>> = LazyLock::new(|| {
    let lines = include_str!("legal_forms.csv").lines().skip(1);
    let mut forms: Vec<Form> = lines.filter_map(form).collect();
    // Of 一般社団法人 and 社団法人 the longer is meant.
    forms.sort_by_key(|form| std::cmp::Reverse(form.written.len()));
    forms
});

fn form(line: &'static str) -> Option<Form> {
    let [form, place, means, write, wider] = line.split(',').collect::<Vec<_>>().try_into().ok()?;
    let written = form.chars().flat_map(normal).collect();
    let place = match place {
        "both" => Place::Both,
        "own" => Place::Own,
        _ => Place::End,
    };
    Some(Form { written, place, means, is_short: write == "yes", wider })
}

/// A name without its legal forms.
pub struct Bare<'a> {
    /// What is left, in its very characters.
    pub core: &'a str,
    /// What the forms mean that were taken off.
    pub forms: BTreeSet<&'static str>,
}

/// Takes the legal forms off both ends. Where nothing would be left, the name is its form.
pub fn bare(name: &str) -> Bare<'_> {
    let whole = name.trim();
    let mut core = whole;
    let mut forms = BTreeSet::new();
    while let Some((found, at)) = at_an_end(core) {
        let rest = trim(at.rest(core));
        if !rest.contains(char::is_alphanumeric) {
            break;
        }
        core = rest;
        forms.insert(found.means);
    }
    forms.remove("");
    if forms.is_empty() && core == whole {
        return Bare { core: whole, forms };
    }
    Bare { core: unquoted(core), forms }
}

/// Whether two forms can be those of one company: they mean the same, or one of them is a kind of
/// the other. Two kinds of one form are two.
pub fn are_alike(one: &str, other: &str) -> bool {
    one == other || wider(one) == Some(other) || wider(other) == Some(one)
}

fn wider(means: &str) -> Option<&'static str> {
    let form = FORMS.iter().find(|form| form.means == means)?;
    Some(form.wider).filter(|wider| !wider.is_empty())
}

/// The name with an abbreviated form at either end written out, in its place; none where there is
/// none, or where an abbreviation can mean several.
pub fn written_out(name: &str) -> Option<String> {
    let whole = name.trim();
    let (form, at) = at_an_end(whole).filter(|(form, _)| form.is_short)?;
    let rest = at.rest(whole);
    if !rest.contains(char::is_alphanumeric) {
        return None;
    }
    Some(match at {
        At::Beginning(_) => format!("{}{rest}", form.means),
        At::End(_) => format!("{rest}{}", form.means),
    })
}

/// Where a form stands, and where it ends or begins.
#[derive(Clone, Copy)]
enum At {
    Beginning(usize),
    End(usize),
}

impl At {
    fn rest(self, name: &str) -> &str {
        match self {
            Self::Beginning(end) => &name[end..],
            Self::End(start) => &name[..start],
        }
    }
}

fn at_an_end(name: &str) -> Option<(&'static Form, At)> {
    let normal = Normal::of(name);
    let found = FORMS.iter().find_map(|form| {
        let beginning = || normal.begins_with(form).map(At::Beginning);
        let at = normal.ends_with(form).map(At::End).or_else(beginning)?;
        Some((form, at))
    });
    found.filter(|(form, _)| form.place != Place::Own)
}

/// A name as forms are looked for in it: widths, cases and kana are one, spaces, dots and commas
/// make no difference; with the place of each piece in the name.
struct Normal<'a> {
    name: &'a str,
    text: String,
    /// For each character of the name that leaves something: where it begins in the text, and where
    /// it begins and ends in the name.
    pieces: Vec<(usize, usize, usize)>,
}

impl<'a> Normal<'a> {
    fn of(name: &'a str) -> Self {
        let mut text = String::with_capacity(name.len());
        let mut pieces = Vec::with_capacity(name.len());
        for (at, c) in name.char_indices() {
            let before = text.len();
            text.extend(normal(c));
            if text.len() > before {
                pieces.push((before, at, at + c.len_utf8()));
            }
        }
        Self { name, text, pieces }
    }

    /// Where in the name this form ends, if the name begins with it.
    fn begins_with(&self, form: &Form) -> Option<usize> {
        if form.place == Place::End || !self.text.starts_with(&form.written) {
            return None;
        }
        let (_, _, end) = self.pieces[self.piece(form.written.len())?.checked_sub(1)?];
        let is_apart = !is_spaced(&form.written) || ends_a_word(&self.name[end..]);
        is_apart.then_some(end)
    }

    /// Where in the name this form begins, if the name ends with it.
    fn ends_with(&self, form: &Form) -> Option<usize> {
        let before = self.text.strip_suffix(&form.written)?;
        let (_, start, _) = self.pieces[self.piece(before.len())?];
        let is_apart = !is_spaced(&form.written) || begins_a_word(&self.name[..start]);
        is_apart.then_some(start)
    }

    /// The piece that begins here in the text; none inside a character.
    fn piece(&self, at: usize) -> Option<usize> {
        self.pieces.binary_search_by_key(&at, |(text, ..)| *text).ok()
    }
}

fn normal(c: char) -> impl Iterator<Item = char> {
    let circled = match c {
        '㊑' => "(株)",
        '㊒' => "(有)",
        _ => "",
    };
    let own = circled.is_empty().then_some(c);
    circled
        .chars()
        .chain(own.into_iter().nfkc().flat_map(char::to_lowercase))
        .map(|c| match c {
            'ぁ'..='ゖ' => char::from_u32(u32::from(c) + 0x60).unwrap_or(c),
            // 株式會社 is 株式会社.
            _ => letters::usual(c),
        })
        .filter(|c| !c.is_whitespace() && !matches!(c, '.' | ','))
}

/// Whether a form is of letters that are written with spaces between words: it has to be a word.
fn is_spaced(written: &str) -> bool {
    written.starts_with(|c: char| c.is_alphanumeric() && is_western(c))
}

fn is_western(c: char) -> bool {
    u32::from(c) < 0x2e80
}

/// Whether a word can begin after this. A dot is part of a word: of U.S.A. nothing is a form.
fn begins_a_word(before: &str) -> bool {
    last_normal(before).is_none_or(|c| {
        !is_western(c) || matches!(c, ',' | ')' | '"' | '”' | '»') || c.is_whitespace()
    })
}

fn ends_a_word(after: &str) -> bool {
    let next = after.strip_prefix('.').unwrap_or(after).chars().next();
    next.and_then(|c| c.nfkc().next()).is_none_or(|c| !is_western(c) || !c.is_alphanumeric())
}

fn last_normal(text: &str) -> Option<char> {
    text.chars().next_back().and_then(|c| c.nfkc().last())
}

fn trim(text: &str) -> &str {
    let is_between = |c: char| c.is_whitespace() || matches!(c, ',' | '，' | '、' | '・' | '､');
    text.trim_matches(is_between).trim_start_matches(|c| c == '.' || is_between(c))
}

/// Without the quotation marks around it, as Russian names have them after their form.
fn unquoted(text: &str) -> &str {
    const PAIRS: [(char, char); 4] = [('«', '»'), ('"', '"'), ('“', '”'), ('„', '“')];
    let inner = PAIRS.iter().find_map(|(open, close)| {
        let inner = text.strip_prefix(*open)?.strip_suffix(*close)?;
        (!inner.contains([*open, *close])).then_some(inner.trim())
    });
    inner.filter(|inner| !inner.is_empty()).unwrap_or(text)
}
