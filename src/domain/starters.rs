//! Templates that come with the binary, to begin from: the files of `templates/`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::channel::Channel;

/// Name and file.
const FILES: &[(&str, &str)] = &[
    ("delivery", include_str!("../../templates/delivery.toml")),
    ("greeting", include_str!("../../templates/greeting.toml")),
    ("order", include_str!("../../templates/order.toml")),
    ("otp", include_str!("../../templates/otp.toml")),
    ("payment", include_str!("../../templates/payment.toml")),
    ("sale", include_str!("../../templates/sale.toml")),
];

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields)]
pub struct Starter {
    /// Its name, the file's.
    #[serde(skip_deserializing)]
    pub name: &'static str,
    /// One line on what it is for.
    pub about: String,
    /// The channel it is written for; `lms` is text that may be long.
    pub channel: Channel,
    /// It goes around other messages, which replace its message variable.
    #[serde(default)]
    pub wrapper: bool,
    /// An advertisement.
    #[serde(default)]
    pub ad: bool,
    /// For LMS.
    pub subject: Option<String>,
    /// The text.
    pub body: String,
    /// What recipients get as a text message where the Alimtalk does not reach them.
    pub fallback: Option<String>,
    /// A value for every variable, for a look at the result.
    pub sample: BTreeMap<String, String>,
}

/// All of them, by name.
pub fn all() -> &'static [Starter] {
    static STARTERS: LazyLock<Vec<Starter>> = LazyLock::new(|| {
        let read = |(name, text): &(&'static str, &str)| {
            let starter: Starter = toml::from_str(text).unwrap_or_else(|e| panic!("templates/{name}.toml: {e}"));
            Starter { name, ..starter }
        };
        FILES.iter().map(read).collect()
    });
    &STARTERS
}

/// The one of this name.
pub fn named(name: &str) -> Option<&'static Starter> {
    all().iter().find(|s| s.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::lint::{Draft, Finding, lint};
    use crate::domain::template::{MESSAGE, Template};
    use crate::domain::text::{self, Charset};

    fn findings(starter: &Starter, channel: Channel, body: &str, subject: Option<&str>) -> Vec<Finding> {
        let body = Template::parse(body).expect(starter.name);
        let declared: Vec<&str> = starter.sample.keys().map(String::as_str).collect();
        let charset = Charset::Ksx1001;
        let subject = subject.map(|s| Template::parse(s).expect(s));
        let subject = subject.as_ref();
        lint(&Draft { channel, body: &body, whole: &body, subject, ad: starter.ad, charset, declared: Some(&declared) })
    }

    fn rendered(starter: &Starter, body: &str) -> String {
        let mut out = String::new();
        let body = Template::parse(body).expect(starter.name);
        let value = |canonical: &str| {
            let v = body.variables().iter().find(|v| v.canonical == canonical)?;
            starter.sample.get(&v.name).map(String::as_str)
        };
        body.render(value, &mut out).expect(starter.name);
        out
    }

    #[test]
    fn all_are_without_findings() {
        for s in all() {
            assert_eq!(findings(s, s.channel, &s.body, s.subject.as_deref()), [], "{}", s.name);
            if let Some(fallback) = &s.fallback {
                assert_eq!(findings(s, Channel::Sms, fallback, None), [], "{}", s.name);
            }
        }
    }

    #[test]
    fn samples_fill_all_variables_and_fit_their_channel() {
        for s in all() {
            let text = rendered(s, &s.body);
            if s.channel == Channel::Alimtalk {
                text::check_alimtalk(&text).expect(s.name);
                let fallback = rendered(s, s.fallback.as_deref().expect("Alimtalk has a fallback"));
                assert_eq!(text::text_kind(&fallback, None, Charset::Ksx1001), Ok(Channel::Sms), "{}", s.name);
            } else {
                let kind = text::text_kind(&text, s.subject.as_deref(), Charset::Ksx1001);
                assert_eq!(kind, Ok(s.channel), "{}", s.name);
            }
        }
    }

    #[test]
    fn the_wrapper_takes_a_message() {
        let greeting = named("greeting").expect("shipped");
        let wrapper = Template::parse(&greeting.body).expect("a template");
        assert!(greeting.wrapper && wrapper.variables().iter().any(|v| v.canonical == MESSAGE));
        assert_eq!(
            rendered(greeting, &greeting.body),
            "홍길동님, 안녕하세요. 현대 오토에버입니다. 정기 점검이 완료되었습니다."
        );
        assert!(named("nothing").is_none());
    }
}
