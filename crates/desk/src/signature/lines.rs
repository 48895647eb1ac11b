//! The lines of a signature, in three forms of the same length: as typed, in usual widths, and
//! in small letters. What was taken out of one is gone from all.

use std::ops::Range;

/// More is no signature.
const MOST_LINES: usize = 80;
const LONGEST_LINE: usize = 300;

/// A line that things are taken out of.
#[derive(Clone, Debug, Default)]
pub struct Line {
    /// The very characters.
    own: Vec<char>,
    /// Full-width letters, digits and signs in their usual width.
    pub plain: Vec<char>,
    /// The same in small letters.
    pub small: Vec<char>,
}

impl Line {
    /// A line of this text.
    pub fn new(text: &str) -> Self {
        let own: Vec<char> = text.chars().filter(|c| !is_unseen(*c)).take(LONGEST_LINE).collect();
        let mut plain: Vec<char> = own.iter().copied().map(narrow).collect();
        for at in 1..plain.len().saturating_sub(1) {
            // Between digits the sign that makes a vowel long is a dash.
            if plain[at] == 'ー' && plain[at - 1].is_ascii_digit() && plain[at + 1].is_ascii_digit()
            {
                plain[at] = '-';
            }
        }
        let small = plain.iter().map(|c| c.to_lowercase().next().unwrap_or(*c)).collect();
        Self { own, plain, small }
    }

    /// A part in usual widths.
    pub fn text(&self, range: Range<usize>) -> String {
        self.plain.get(range).unwrap_or_default().iter().collect()
    }

    /// Takes a part out. What stood on both sides stays apart.
    pub fn take(&mut self, range: Range<usize>) {
        for form in [&mut self.own, &mut self.plain, &mut self.small] {
            let range = range.start.min(form.len())..range.end.min(form.len());
            form.splice(range, ['\t']);
        }
    }

    /// Takes everything.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// What is left, as typed.
    pub fn own(&self) -> String {
        self.own.iter().collect()
    }

    /// What is left, as typed, of these characters.
    pub fn own_of(&self, range: Range<usize>) -> String {
        self.own.get(range).unwrap_or_default().iter().collect()
    }

    /// What is left in small letters.
    pub fn small(&self) -> String {
        self.small.iter().collect()
    }

    /// Whether nothing is left that can be read.
    pub fn is_empty(&self) -> bool {
        !self.plain.iter().any(|c| c.is_alphanumeric())
    }
}

/// The lines that can hold something: of a whole mail those below its last dashes.
pub fn of(text: &str) -> Vec<Line> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let lines: Vec<&str> = text.split('\n').map(unquoted).collect();
    let below = lines.iter().rposition(|line| *line == "--").map_or(0, |at| at + 1);
    let signature = lines.get(below..).unwrap_or_default();
    let has_more = signature.iter().any(|line| line.chars().any(char::is_alphanumeric));
    let lines = if has_more { signature } else { &lines };
    let first = lines.len().saturating_sub(MOST_LINES);
    lines.iter().skip(first).map(|line| Line::new(line)).collect()
}

/// Without the marks of a quoted mail and the spaces around.
fn unquoted(line: &str) -> &str {
    line.trim_start_matches(|c: char| c == '>' || c.is_whitespace()).trim_end()
}

fn is_unseen(c: char) -> bool {
    (c.is_control() && c != '\t')
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}' | '\u{fe0e}' | '\u{fe0f}')
}

/// One character for one.
fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | 'ｰ' => '-',
        '〔' | '【' | '《' | '〈' => '(',
        '〕' | '】' | '》' | '〉' => ')',
        '\u{3000}' | '\u{a0}' | '\u{202f}' | '\u{2009}' => ' ',
        _ => c,
    }
}
