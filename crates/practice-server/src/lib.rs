//! A faithful stand-in for the service on this machine: real HTTP, records in SQLite, invented
//! sample data, and faults that tests can switch on. It knows the service by `hotprofile`'s
//! contract alone, never by a list of keys of its own.
//!
//! **Published, and kept to the letter:** the nine operations and their paths, every parameter
//! with its kind and length, what a call needs, the search parameters, the keys to sort by, the
//! greatest page, 100 calls in 60 seconds, the fields of an answer.
//!
//! **Seen in use, and kept:** parameters in the query string, a form body or a JSON body alike
//! (nested objects become bracketed names); `null` for what is empty; a lone space as `name_kana`
//! where both parts are empty (it is a plain join); times as `2018/10/19 17:54:06` and days as
//! `2018/10/22`; a lead's flags as `○` and `ー`; `items` as a list of `{label, value}`; a `_kbn`
//! that is a list of texts; a `corporate_number` of 13 digits as a number; decimal coordinates; a
//! field that no table lists; a merged company that answers under its new id; 414 for a request
//! line over 8,192 bytes; a page for the browser at `/clients/ID`.
//!
//! **Chosen here, because nothing is published of it:**
//! - A refused call answers `{"errors": [{"field", "message"}]}` in Japanese, as frameworks of the
//!   service's kind commonly do: 400 for a body that can not be read, 401 for the key, 404 for an
//!   unknown path or record, 405 for what is no POST, 422 for parameters, 429 with `Retry-After` in seconds for the limit.
//!   414 is a web server's own page of HTML, as it would come from what stands before the service.
//!   A parameter that the operation does not take is refused too: silence would hide a slip.
//! - Calls that were refused for the limit do not count towards it. The window slides by the
//!   moment of arrival.
//! - A parameter that stands both in the query string and in the body counts as in the query.
//! - In an update a parameter that is left out keeps its field, an empty one empties it. Every
//!   update moves `updated_at` on, by a second at least.
//! - A partial match is a substring, with ASCII letters in either case. `search[multiple]` finds
//!   records that hold every one of its words, in whatever field. `search[lead_status]` asks whether
//!   the lead's status is one in use (1) or not (2), a lead's `search[user_ids]` who owns the cards
//!   of its company. The second language is switched on.
//! - A page has 20 records where nothing else is asked for (published for leads alone), sorted by
//!   ascending id; one beyond the last is empty. A display number out of bounds is refused.
//! - `page[date_format_option]` on writes dates with dashes: `2018-10-22`, `2018-10-19 17:54:06`.
//! - A card with `open_status` 3 is kept and can be changed, but is never listed.
//! - A write that names a merged company means the new one.
//! - Users, departments and the other choices behind ids are invented; the prefectures are 1 to 47
//!   in their official order. The key is that of user 1.
//! - Lengths are counted, and full-width digits read, as `hotprofile`'s checks do. A day is written
//!   as published, `yyyy/mm/dd`, and in no other way.

pub mod openapi;

mod allowance;
mod answer;
mod call;
mod choices;
mod clock;
mod connections;
mod faults;
mod page;
mod parameters;
mod refusal;
mod router;
mod sample;
mod server;
mod store;
mod tls;

pub use faults::{Calls, FailureBody, Fault, Faults};
pub use hotprofile::limit::Allowance;
pub use server::{Options, PracticeError, PracticeServer};
