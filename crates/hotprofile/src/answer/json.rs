//! JSON read value by value. One that can not be read exactly is kept as it is written, and loses
//! none of the others: a number beyond every range or with more digits than a machine keeps, half a
//! character, lists in lists without end.

use std::fmt;

use serde::de::{Deserializer as _, MapAccess, Visitor};
use serde_json::value::RawValue;
use serde_json::{Deserializer, Map, Value};

/// Levels of lists and objects that are taken apart. Answers have three.
const DEEPEST: u8 = 16;

/// Why a text is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unread {
    /// It is no JSON, or cut short.
    NotJson,
    /// It holds more values than it may.
    TooMany,
}

/// Reads a text of at most so many values. They are counted first: each takes a hundred bytes of
/// memory and more, and may be two bytes of the text.
pub(crate) fn read(text: &str, most_values: usize) -> Result<Value, Unread> {
    let raw: &RawValue = serde_json::from_str(text).map_err(|_| Unread::NotJson)?;
    if values_in(raw) > most_values { Err(Unread::TooMany) } else { Ok(value(raw, DEEPEST)) }
}

/// The values in it; where lists or objects are empty, one too many for each.
fn values_in(raw: &RawValue) -> usize {
    let (mut in_text, mut escaped) = (false, false);
    let begins_value = |byte: &u8| {
        let is_escaped = std::mem::take(&mut escaped);
        match byte {
            b'\\' => escaped = !is_escaped,
            b'"' if !is_escaped => in_text = !in_text,
            b',' | b'[' | b'{' => return !in_text,
            _ => {}
        }
        false
    };
    1 + raw.get().as_bytes().iter().copied().filter(begins_value).count()
}

fn value(raw: &RawValue, depth: u8) -> Value {
    let text = raw.get();
    let read = match text.as_bytes() {
        [b'{' | b'[', ..] if depth == 0 => None,
        [b'{', ..] => Deserializer::from_str(text).deserialize_map(Members(depth - 1)).ok(),
        [b'[', ..] => serde_json::from_str::<Vec<&RawValue>>(text)
            .ok()
            .map(|list| list.into_iter().map(|raw| value(raw, depth - 1)).collect()),
        _ => serde_json::from_str(text).ok().filter(|value| is_exact(value, text)),
    };
    read.unwrap_or_else(|| text.into())
}

/// Whether a number reads as it is written.
fn is_exact(value: &Value, text: &str) -> bool {
    value.as_number().is_none_or(|number| number.to_string() == text)
}

/// Reads the members of an object, so many levels deep.
struct Members(u8);

impl<'a> Visitor<'a> for Members {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'a>>(self, mut members: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some((key, raw)) = members.next_entry()? {
            object.insert(key, value(raw, self.0));
        }
        Ok(Value::Object(object))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn read(text: &str) -> Result<Value, Unread> {
        super::read(text, usize::MAX)
    }

    /// Texts and numbers, some of the texts with signs that mean something outside them.
    fn any_json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            any::<i64>().prop_map(Value::from),
            "[\"\\\\,\\[{]{0,5}".prop_map(Value::from)
        ];
        leaf.prop_recursive(4, 60, 6, |inner| {
            let list = prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from);
            let object = prop::collection::btree_map("[\",{]{0,3}", inner, 0..6);
            prop_oneof![list, object.prop_map(|members| members.into_iter().collect::<Value>())]
        })
    }

    fn counted(value: &Value) -> usize {
        1 + match value {
            Value::Array(list) if !list.is_empty() => list.iter().map(counted).sum(),
            Value::Object(members) if !members.is_empty() => members.values().map(counted).sum(),
            Value::Array(_) | Value::Object(_) => 1,
            _ => 0,
        }
    }

    proptest! {
        #[test]
        fn values_are_counted_and_not_the_signs_within_texts(value in any_json()) {
            let (text, values) = (value.to_string(), counted(&value));
            prop_assert_eq!(super::read(&text, values), Ok(value));
            prop_assert_eq!(super::read(&text, values - 1), Err(Unread::TooMany));
        }

        #[test]
        fn what_is_usual_is_read_as_ever(text in "\\PC{0,9}", number in any::<i64>(), flag: bool) {
            let usual = json!({"a": [text, number, {"b": flag, "": null}, []], "c": {}});
            prop_assert_eq!(read(&usual.to_string()), Ok(usual.clone()));
            prop_assert_eq!(read(&format!(" {usual:#}\n")), Ok(usual));
        }
    }

    #[test]
    fn what_can_not_be_read_exactly_is_kept_as_it_is_written() {
        for odd in ["1e400", "123456789012345678901234567890", "139.12345678901234", "35.10"] {
            let read = read(&format!(r#"{{"odd": [{odd}], "id": 7}}"#)).expect("JSON");
            assert_eq!(read["id"], 7);
            assert!(read["odd"].to_string().contains(odd), "{read}");
        }
        let endless = "[".repeat(1_000) + &"]".repeat(1_000);
        let read_endless = read(&format!(r#"{{"odd": {endless}, "id": 7}}"#)).expect("JSON");
        assert_eq!(read_endless["id"], 7);
        assert!(read_endless["odd"].to_string().contains(&"[".repeat(900)));
        assert_eq!(read(r#"["\ud83d", "🙂"]"#), Ok(json!([r#""\ud83d""#, "🙂"])));
    }

    #[test]
    fn what_is_no_json_is_none() {
        for other in ["", "<p>", r#"{"a": 1"#, r#"{"a": 1} x"#, "[1,]", "NaN"] {
            assert_eq!(read(other), Err(Unread::NotJson), "{other}");
        }
    }
}
