//! The body of an answer as text, however it was written.

use std::borrow::Cow;

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Without the mark that some programs set before it, which JSON does not know. A byte that is no
/// UTF-8 becomes `\u{fffd}`: one damaged character hides no page.
pub(super) fn as_text(body: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(body.strip_prefix(BYTE_ORDER_MARK).unwrap_or(body))
}
