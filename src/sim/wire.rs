//! Bodies of requests, read without copies.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{self, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// A text that borrows from the body unless it has escapes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text<'a>(pub Cow<'a, str>);

impl std::ops::Deref for Text<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Text<'a> {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        struct V;
        impl<'de> Visitor<'de> for V {
            type Value = Text<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text")
            }
            fn visit_borrowed_str<E: de::Error>(self, v: &'de str) -> Result<Self::Value, E> {
                Ok(Text(Cow::Borrowed(v)))
            }
            fn visit_str<E: de::Error>(self, v: &str) -> Result<Self::Value, E> {
                Ok(Text(Cow::Owned(v.to_owned())))
            }
        }
        d.deserialize_str(V)
    }
}

/// One number or several.
#[derive(Debug)]
pub enum To<'a> {
    /// `"to": "…"`.
    One(Text<'a>),
    /// `"to": […]`.
    Many(Vec<Text<'a>>),
}

impl To<'_> {
    /// All of them.
    pub fn numbers(&self) -> &[Text<'_>] {
        match self {
            Self::One(one) => std::slice::from_ref(one),
            Self::Many(many) => many,
        }
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for To<'a> {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        struct V;
        impl<'de> Visitor<'de> for V {
            type Value = To<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number or a list of numbers")
            }
            fn visit_borrowed_str<E: de::Error>(self, v: &'de str) -> Result<Self::Value, E> {
                Ok(To::One(Text(Cow::Borrowed(v))))
            }
            fn visit_str<E: de::Error>(self, v: &str) -> Result<Self::Value, E> {
                Ok(To::One(Text(Cow::Owned(v.to_owned()))))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
                let mut many = Vec::new();
                while let Some(one) = seq.next_element()? {
                    many.push(one);
                }
                Ok(To::Many(many))
            }
        }
        d.deserialize_any(V)
    }
}

/// A map of texts, in order. Values that are not texts are noted, not refused.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pairs<'a> {
    /// What is a text.
    pub pairs: Vec<(Cow<'a, str>, Cow<'a, str>)>,
    /// Something was not.
    pub broken: bool,
}

impl<'de: 'a, 'a> Deserialize<'de> for Pairs<'a> {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        struct V;
        impl<'de> Visitor<'de> for V {
            type Value = Pairs<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object of texts")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut out = Pairs::default();
                while let Some(key) = map.next_key::<Text<'de>>()? {
                    match map.next_value()? {
                        Value::Text(value) => out.pairs.push((key.0, value)),
                        Value::Other => out.broken = true,
                    }
                }
                Ok(out)
            }
            fn visit_unit<E: de::Error>(self) -> Result<Self::Value, E> {
                Ok(Pairs::default())
            }
        }
        d.deserialize_any(V)
    }
}

enum Value<'a> {
    Text(Cow<'a, str>),
    Other,
}

impl<'de: 'a, 'a> Deserialize<'de> for Value<'a> {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        struct V;
        impl<'de> Visitor<'de> for V {
            type Value = Value<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("anything")
            }
            fn visit_borrowed_str<E: de::Error>(self, v: &'de str) -> Result<Self::Value, E> {
                Ok(Value::Text(Cow::Borrowed(v)))
            }
            fn visit_str<E: de::Error>(self, v: &str) -> Result<Self::Value, E> {
                Ok(Value::Text(Cow::Owned(v.to_owned())))
            }
            fn visit_bool<E: de::Error>(self, _: bool) -> Result<Self::Value, E> {
                Ok(Value::Other)
            }
            fn visit_i64<E: de::Error>(self, _: i64) -> Result<Self::Value, E> {
                Ok(Value::Other)
            }
            fn visit_u64<E: de::Error>(self, _: u64) -> Result<Self::Value, E> {
                Ok(Value::Other)
            }
            fn visit_f64<E: de::Error>(self, _: f64) -> Result<Self::Value, E> {
                Ok(Value::Other)
            }
            fn visit_unit<E: de::Error>(self) -> Result<Self::Value, E> {
                Ok(Value::Other)
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
                while seq.next_element::<IgnoredAny>()?.is_some() {}
                Ok(Value::Other)
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                Ok(Value::Other)
            }
        }
        d.deserialize_any(V)
    }
}

/// `kakaoOptions`.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", bound(deserialize = "'de: 'a"))]
pub struct Kakao<'a> {
    /// The channel.
    pub pf_id: Option<Text<'a>>,
    /// The template.
    pub template_id: Option<Text<'a>>,
    /// Values of its variables.
    #[serde(default)]
    pub variables: Pairs<'a>,
    /// No replacement by text when Kakao cannot deliver.
    pub disable_sms: Option<bool>,
    /// An image.
    pub image_id: Option<IgnoredAny>,
}

/// An entry of `messages`.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", bound(deserialize = "'de: 'a"))]
pub struct Message<'a> {
    /// To whom.
    pub to: Option<To<'a>>,
    /// From whom.
    pub from: Option<Text<'a>>,
    /// The text.
    pub text: Option<Text<'a>>,
    /// The type; found out when missing.
    #[serde(rename = "type")]
    pub kind: Option<Text<'a>>,
    /// Subject of LMS and MMS.
    pub subject: Option<Text<'a>>,
    /// Image of MMS.
    pub image_id: Option<Text<'a>>,
    /// Country code without a plus.
    pub country: Option<Text<'a>>,
    /// Find the type out when it is missing.
    pub auto_type_detect: Option<bool>,
    /// Alimtalk and friends.
    pub kakao_options: Option<Kakao<'a>>,
    /// The caller's own data.
    pub custom_fields: Option<Pairs<'a>>,
}

/// A submission, or messages for a group.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", bound(deserialize = "'de: 'a"))]
pub struct Send<'a> {
    /// What to send.
    pub messages: Vec<Message<'a>>,
    /// The same number may come twice.
    pub allow_duplicates: Option<bool>,
    /// When.
    pub scheduled_date: Option<Text<'a>>,
    /// List all messages in the answer.
    pub show_message_list: Option<bool>,
}

/// Bodies of the group calls.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct GroupBody {
    /// The same number may come twice.
    pub allow_duplicates: Option<bool>,
    /// When to send.
    pub scheduled_date: Option<String>,
    /// Which messages to delete.
    pub message_ids: Vec<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_is_borrowed_where_it_can_be() {
        let body = r##"{"messages":[
            {"to":["01012345678","01087654321"],"text":"a\nb","type":"ATA","kakaoOptions":
             {"pfId":"P","templateId":"T","variables":{"#{name}":"Kim","n":1},"buttons":[{"buttonName":"x"}]},
             "customFields":{"ref":"1","deep":{"a":[1,null,true,1.5]}},"later":{"unknown":[]}},
            {"to":"01012345678","from":null}],
            "allowDuplicates":true,"agent":{"sdkVersion":"x"}}"##;
        let send: Send<'_> = serde_json::from_str(body).expect("a body");
        let first = &send.messages[0];
        assert_eq!(first.to.as_ref().map(|to| to.numbers().len()), Some(2));
        assert!(matches!(first.text, Some(Text(Cow::Owned(ref t))) if t == "a\nb"));
        assert!(matches!(first.kind, Some(Text(Cow::Borrowed("ATA")))));
        let kakao = first.kakao_options.as_ref().expect("options");
        assert!(kakao.variables.broken && kakao.variables.pairs.len() == 1);
        assert!(first.custom_fields.as_ref().is_some_and(|c| c.broken && c.pairs[0].1 == "1"));
        assert!(send.messages[1].from.is_none());
        assert!(serde_json::from_str::<Send<'_>>(r#"{"messages":[{"to":1}]}"#).is_err());
    }
}
