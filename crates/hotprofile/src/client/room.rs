//! How much an answer may hold. What makes a small text fill the memory is refused: a packed text
//! that is long, and a short one of very many values, each of which takes more than its letters.

/// The most that is read of an answer to a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Room {
    /// Of its text, unpacked.
    pub(super) bytes: usize,
    /// In it: texts, numbers, flags, nulls, lists and objects, those within others too.
    pub(super) values: usize,
}

/// A record's share. A card whose every text is full (10,315 characters in all) of Japanese
/// written as `\uXXXX` (6 bytes a character) comes to 62 kB; its keys, numbers and fields that no
/// table lists come on top. Of values it has some 60, and three for each item of the customer's own.
const RECORD: Room = Room { bytes: 80 << 10, values: 1_000 };

/// What a page may hold beyond the shares of its records: one field may be far longer than
/// published.
const PAGE: Room = Room { bytes: 16 << 20, values: 20_000 };

impl Room {
    /// For the answer to a create or update call, which is an id, or says what is wrong; the record may
    /// come with it.
    pub(super) const WRITE: Self = Self { bytes: 1 << 20, values: PAGE.values };

    /// For a page of so many records.
    pub(super) const fn page(records: u32) -> Self {
        let records = records as usize;
        Self {
            bytes: PAGE.bytes + records * RECORD.bytes,
            values: PAGE.values + records * RECORD.values,
        }
    }
}
