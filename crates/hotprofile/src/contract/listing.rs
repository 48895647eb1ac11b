//! How a kind of record is listed: paging and sorting.

/// Paging and sorting of a list call. Positions are those of the published table, from 1.
#[derive(Clone, Copy, Debug)]
pub struct Listing {
    /// Last part of the path.
    pub path: &'static str,
    /// Most records that a page can hold.
    pub max_display_number: u16,
    /// Position of `page[number]`, counted from 1.
    pub number: u8,
    /// Position of `page[display_number]`, the records on a page.
    pub display_number: u8,
    /// Position and type of `page[date_format_option]`.
    pub date_format_option: (u8, DateFormatOption),
    /// Position of `order[key]`.
    pub order_key: u8,
    /// Position of `order[type]`, `asc` or `desc`.
    pub order_type: u8,
}

/// How the switch for the format of dates is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateFormatOption {
    /// `true` or `false`.
    Boolean,
    /// 1 or 0.
    Integer,
}
