//! The secret of a database, in the form that a person can write down. The keychain keeps the very
//! same text.
//!
//! Seven groups of five letters or digits: `7KQ4M-0RT2C-…`. The first four of a group are the
//! secret, 140 random bits in all; the fifth checks its group and its place: one wrong character,
//! two swapped ones or two swapped groups are always noticed, and the group is named.

use secrecy::{ExposeSecret, SecretBox, SecretString};
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

const GROUPS: usize = 7;
/// Symbols of a group that carry the secret; one more checks them.
const CARRYING: usize = 4;
/// Crockford's base 32: without I, L, O and U, which are read as other characters.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The secret of a database.
#[derive(Debug)]
pub struct RecoveryCode(SecretBox<Symbols>);

/// Each below 32.
type Symbols = [u8; GROUPS * CARRYING];

/// Why a text is no recovery code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CodeProblem {
    /// Too short or too long.
    #[error("{found} characters instead of {wanted}")]
    Length {
        /// Letters and digits that were read.
        found: usize,
        /// Letters and digits of a code.
        wanted: usize,
    },
    /// A character of this group, counted from 1, occurs in no code.
    #[error("a character of group {group} occurs in no code")]
    Character {
        /// Which group.
        group: usize,
    },
    /// This group, counted from 1, has a slip in it.
    #[error("a slip in group {group}")]
    Group {
        /// Which group.
        group: usize,
    },
}

impl RecoveryCode {
    /// A new one, at random.
    #[must_use]
    pub fn random() -> Self {
        Self(SecretBox::init_with_mut(|symbols: &mut Symbols| {
            rand::fill(symbols);
            for symbol in symbols {
                *symbol &= 31;
            }
        }))
    }

    /// Reads what a person typed: in either case, in any width, with or without what stands
    /// between the groups, O for 0, I or L for 1, U for V.
    pub fn read(text: &str) -> Result<Self, CodeProblem> {
        const WANTED: usize = GROUPS * (CARRYING + 1);
        let text: Zeroizing<String> =
            Zeroizing::new(text.nfkc().filter(|character| !is_between(*character)).collect());
        let found = text.chars().count();
        if found != WANTED {
            return Err(CodeProblem::Length { found, wanted: WANTED });
        }
        let mut read = Zeroizing::new([0; WANTED]);
        for (index, character) in text.chars().enumerate() {
            let group = index / (CARRYING + 1) + 1;
            read[index] = symbol(character).ok_or(CodeProblem::Character { group })?;
        }
        let groups = read.chunks_exact(CARRYING + 1);
        if let Some(place) = groups
            .clone()
            .enumerate()
            .position(|(place, group)| check(place, &group[..CARRYING]) != group[CARRYING])
        {
            return Err(CodeProblem::Group { group: place + 1 });
        }
        Ok(Self(SecretBox::init_with_mut(|symbols: &mut Symbols| {
            let carrying = groups.flat_map(|group| &group[..CARRYING]);
            symbols.iter_mut().zip(carrying).for_each(|(symbol, read)| *symbol = *read);
        })))
    }

    /// The code as it is written down, and as the keychain keeps it.
    #[must_use]
    pub fn text(&self) -> SecretString {
        let mut text = String::with_capacity(GROUPS * (CARRYING + 2));
        for (place, group) in self.symbols().chunks_exact(CARRYING).enumerate() {
            if place > 0 {
                text.push('-');
            }
            let symbols = group.iter().copied().chain([check(place, group)]);
            text.extend(symbols.map(|symbol| char::from(ALPHABET[usize::from(symbol)])));
        }
        text.into()
    }

    /// The secret itself, for the key that is derived from it.
    pub(super) fn symbols(&self) -> &Symbols {
        self.0.expose_secret()
    }
}

/// What people and input methods put between groups.
fn is_between(character: char) -> bool {
    character.is_whitespace() || "-‐‑‒–—―−ー_.,·・、。".contains(character)
}

fn symbol(character: char) -> Option<u8> {
    let meant = match character.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        'U' => 'V',
        other => other,
    };
    let place = ALPHABET.iter().position(|known| char::from(*known) == meant)?;
    u8::try_from(place).ok()
}

/// The check symbol of a group: its symbols, each times a power of its own of a generator of the
/// field with 32 elements, and the group's place. Powers that differ are what notices a swap.
fn check(place: usize, group: &[u8]) -> u8 {
    let place = u8::try_from(place).unwrap_or(u8::MAX);
    doubled(group.iter().rev().fold(place, |sum, symbol| doubled(sum) ^ symbol))
}

/// Times the generator, modulo x⁵ + x² + 1.
const fn doubled(element: u8) -> u8 {
    let shifted = element << 1;
    if shifted & 0b10_0000 == 0 { shifted } else { (shifted ^ 0b10_0101) & 31 }
}

#[cfg(test)]
mod tests;
