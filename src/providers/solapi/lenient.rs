//! Reading JSON whose types shift: codes as strings or numbers, booleans as 0 and 1, nulls
//! anywhere, lists as arrays or as maps by id. Strings are borrowed from the answer's bytes.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// A string, number or boolean as text. Anything else is `None`.
#[derive(Debug, Default, Clone)]
pub struct Text<'a>(pub Option<Cow<'a, str>>);

impl Text<'_> {
    /// The text, unless there is none or it is empty.
    pub fn get(&self) -> Option<&str> {
        self.0.as_deref().filter(|s| !s.is_empty())
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Text<'a> {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        d.deserialize_any(TextVisitor).map(Text)
    }
}

struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Option<Cow<'de, str>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a scalar")
    }

    fn visit_borrowed_str<E: Error>(self, s: &'de str) -> Result<Self::Value, E> {
        Ok(Some(Cow::Borrowed(s)))
    }

    fn visit_str<E: Error>(self, s: &str) -> Result<Self::Value, E> {
        Ok(Some(Cow::Owned(s.to_owned())))
    }

    fn visit_u64<E: Error>(self, n: u64) -> Result<Self::Value, E> {
        Ok(Some(Cow::Owned(n.to_string())))
    }

    fn visit_i64<E: Error>(self, n: i64) -> Result<Self::Value, E> {
        Ok(Some(Cow::Owned(n.to_string())))
    }

    fn visit_f64<E: Error>(self, n: f64) -> Result<Self::Value, E> {
        Ok(Some(Cow::Owned(n.to_string())))
    }

    fn visit_bool<E: Error>(self, b: bool) -> Result<Self::Value, E> {
        Ok(Some(Cow::Borrowed(if b { "true" } else { "false" })))
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(None)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(None)
    }
}

/// The `ref` of a `customFields` map, whatever else is in it.
#[derive(Debug, Default, Clone)]
pub struct OurRef<'a>(pub Text<'a>);

impl<'de: 'a, 'a> Deserialize<'de> for OurRef<'a> {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        #[derive(serde::Deserialize)]
        struct Fields<'a>(#[serde(borrow)] List<'a, Text<'a>>);
        let Fields(list) = Fields::deserialize(d)?;
        let found = list.0.into_iter().find(|(key, _)| key.get() == Some(super::wire::REF));
        Ok(Self(found.map(|(_, value)| value).unwrap_or_default()))
    }
}

/// Items of an array, or of a map with their keys. Nulls among them are skipped; a scalar where
/// the list should be is an empty list.
#[derive(Debug, Clone)]
pub struct List<'a, T>(pub Vec<(Text<'a>, T)>);

impl<T> Default for List<'_, T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de: 'a, 'a, T: Deserialize<'de>> Deserialize<'de> for List<'a, T> {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        d.deserialize_any(ListVisitor(PhantomData)).map(List)
    }
}

struct ListVisitor<'a, T>(PhantomData<(&'a (), T)>);

impl<'de: 'a, 'a, T: Deserialize<'de>> Visitor<'de> for ListVisitor<'a, T> {
    type Value = Vec<(Text<'a>, T)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list or a map of items")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let mut items = Vec::with_capacity(seq.size_hint().unwrap_or(0).min(1024));
        while let Some(item) = seq.next_element::<Option<T>>()? {
            items.extend(item.map(|item| (Text::default(), item)));
        }
        Ok(items)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut items = Vec::with_capacity(map.size_hint().unwrap_or(0).min(1024));
        while let Some((key, item)) = map.next_entry::<Text<'a>, Option<T>>()? {
            items.extend(item.map(|item| (key, item)));
        }
        Ok(items)
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(Vec::new())
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Self::Value, E> {
        Ok(Vec::new())
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<Self::Value, E> {
        Ok(Vec::new())
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<Self::Value, E> {
        Ok(Vec::new())
    }
}

/// A count: `3`, `"3"`, `3.0`, `true`.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Count(pub Option<u64>);

impl<'de> Deserialize<'de> for Count {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let text = Text::deserialize(d)?;
        Ok(Self(match text.get() {
            Some("true") => Some(1),
            Some("false") => Some(0),
            Some(n) => n.strip_suffix(".0").unwrap_or(n).parse().ok(),
            None => None,
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(json: &str) -> Vec<(Option<String>, Option<String>)> {
        let list: List<'_, Text<'_>> = serde_json::from_str(json).expect("a list");
        list.0.iter().map(|(k, v)| (k.get().map(str::to_owned), v.get().map(str::to_owned))).collect()
    }

    #[test]
    fn lists_come_as_arrays_maps_or_nothing() {
        assert_eq!(texts(r#"["a",null,7]"#), [(None, Some("a".into())), (None, Some("7".into()))]);
        assert_eq!(texts(r#"{"x":"a","y":null}"#), [(Some("x".into()), Some("a".into()))]);
        for nothing in ["null", "0", "false", "\"\"", "[]", "{}"] {
            assert_eq!(texts(nothing), [], "{nothing}");
        }
    }

    #[test]
    fn scalars_become_text_and_strings_are_borrowed() {
        for (json, text) in [
            ("\"4000\"", Some("4000")),
            ("4000", Some("4000")),
            ("-1", Some("-1")),
            ("true", Some("true")),
            ("\"\"", None),
            ("null", None),
            ("{\"a\":[1,{}]}", None),
            ("[1,[2]]", None),
            ("\"a\\nb\"", Some("a\nb")),
        ] {
            let got: Text<'_> = serde_json::from_str(json).expect("readable");
            assert_eq!(got.get(), text, "{json}");
        }
        let plain: Text<'_> = serde_json::from_str("\"abc\"").expect("readable");
        assert!(matches!(plain.0, Some(Cow::Borrowed("abc"))));
    }

    #[test]
    fn counts_and_references() {
        for (json, n) in [("3", Some(3)), ("\"3\"", Some(3)), ("3.0", Some(3)), ("null", None), ("\"x\"", None)] {
            assert_eq!(serde_json::from_str::<Count>(json).expect("readable").0, n, "{json}");
        }
        for (json, found) in [
            (r#"{"a":1,"ref":"i-1-1"}"#, Some("i-1-1")),
            (r#"{"ref":null}"#, None),
            ("[]", None),
            ("null", None),
            (r#""ref""#, None),
        ] {
            let got: OurRef<'_> = serde_json::from_str(json).expect("readable");
            assert_eq!(got.0.get(), found, "{json}");
        }
    }
}
