//! How a kind of record is listed: paging and sorting.

/// Paging and sorting of a list call. Positions are those of the published table, from 1.
#[derive(Clone, Copy, Debug)]
pub struct Listing {
    /// Last part of the path.
    pub path: &'static str,
    /// Most records that a page can hold.
    pub max_display_number: u16,
    /// Records on a page where the call does not say, as far as it is published.
    pub usual_display_number: Option<u16>,
    /// Position of `page[number]`, counted from 1.
    pub number: u8,
    /// Position of `page[display_number]`, the records on a page.
    pub display_number: u8,
    /// Position and type of `page[date_format_option]`.
    pub date_format_option: (u8, DateFormatOption),
    /// Position of `order[key]`.
    pub order_key: u8,
    /// How the keys to sort by are published.
    pub order_keys: OrderKeys,
    /// Position of `order[type]`, `asc` or `desc`.
    pub order_type: u8,
    /// Whether the [counters](COUNTERS) are published inside each record too. They were not seen
    /// there.
    pub counters_in_records: bool,
}

/// What the answer counts, in `pages`.
pub const COUNTERS: [&str; 4] = ["total_count", "total_number", "current_number", "display_number"];

/// How the keys to sort by are published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrderKeys {
    /// All of them.
    Documented,
    /// All of them, the last ones misspelt like this.
    Misspelt(&'static str),
    /// None; what is declared was seen in use.
    Undocumented,
}

/// How the switch for the format of dates is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateFormatOption {
    /// `true` or `false`.
    Boolean,
    /// 1 or 0.
    Integer,
}
