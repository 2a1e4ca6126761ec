//! What the messages of a campaign are made of, pinned when it is planned, and how one person's
//! message is made from it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::channel::{Channel, Strategy};
use super::money::Minor;
use super::route::Route;
use super::template::{MESSAGE, RenderError, Template, TemplateError};
use super::text::{self, Charset, TextError};

/// Everything that decides text, route and price of a campaign's messages. Kept as JSON.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Content {
    /// The text form: SMS or LMS by its length for each person, wrapper included.
    pub text: String,
    /// The Alimtalk form, where there is an approved template.
    pub talk: Option<Talk>,
    /// Subject of an LMS.
    pub subject: Option<String>,
    /// Registered sender number.
    pub sender: String,
    /// Values that are the same for everybody, by canonical name.
    pub vars: BTreeMap<String, String>,
    /// How the first channel is chosen.
    pub strategy: Strategy,
    /// Advertising: the law on consent and hours applies.
    pub ad: bool,
    /// Which characters a text may hold.
    pub charset: Charset,
    /// Replace what cannot be encoded where there is a proposal.
    pub replace: bool,
    /// Won per delivered message when this was planned, in 1/100.
    pub prices: BTreeMap<Channel, i64>,
}

/// An approved Alimtalk template.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Talk {
    /// Its text with variables.
    pub body: String,
    /// Its id at the provider.
    pub code: String,
    /// The channel's id at the provider.
    pub sender_key: String,
    /// The message that a wrapper's message variable stands for, where the wrapper is the approved template.
    pub inner: Option<String>,
}

/// A person as the texts see one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snapshot {
    /// Digits of the number.
    pub to: String,
    /// Values of variables that are this person's own, by canonical name.
    #[serde(rename = "v", default, skip_serializing_if = "Vec::is_empty")]
    pub vars: Vec<(String, String)>,
}

/// A message that is ready to be handed to a provider.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Composed {
    /// The rendered text.
    pub text: String,
    /// LMS only.
    pub subject: Option<String>,
    /// Alimtalk only: values by the name that the approved template uses.
    pub variables: Vec<(String, String)>,
}

/// Why a person gets no message, or a campaign none at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ContentError {
    /// A template does not parse.
    #[error("the template cannot be read: {0}")]
    Template(#[from] TemplateError),
    /// A variable has no value.
    #[error("{0}")]
    Render(#[from] RenderError),
    /// The text does not fit any channel.
    #[error("{0}")]
    Text(#[from] TextError),
}

/// A [`Content`] with its templates parsed: made once, used for each person.
#[derive(Debug)]
pub struct Composer {
    content: Content,
    text: Template,
    talk: Option<Template>,
    talk_inner: Option<Template>,
    subject: Option<Template>,
}

impl Composer {
    /// Parses the templates.
    ///
    /// # Errors
    /// Where one does not parse.
    pub fn new(content: Content) -> Result<Self, TemplateError> {
        let parse = |t: Option<&str>| t.map(Template::parse).transpose();
        Ok(Self {
            text: Template::parse(&content.text)?,
            talk: parse(content.talk.as_ref().map(|t| t.body.as_str()))?,
            talk_inner: parse(content.talk.as_ref().and_then(|t| t.inner.as_deref()))?,
            subject: parse(content.subject.as_deref())?,
            content,
        })
    }

    /// What it was made from.
    pub fn content(&self) -> &Content {
        &self.content
    }

    /// Canonical names of the variables that each person must bring.
    pub fn personal(&self) -> Vec<String> {
        let mut names: Vec<String> =
            [Some(&self.text), self.talk.as_ref(), self.talk_inner.as_ref(), self.subject.as_ref()]
                .into_iter()
                .flatten()
                .flat_map(|t| t.variables().iter().map(|v| v.canonical.clone()))
                .filter(|n| !self.content.vars.contains_key(n))
                .filter(|n| n != MESSAGE || self.talk_inner.is_none())
                .collect();
        names.sort();
        names.dedup();
        names
    }

    /// What is wrong with the fixed text whoever receives it.
    pub fn check_fixed(&self) -> Result<(), ContentError> {
        if !self.content.replace && !self.text.fixed(self.content.charset).clean {
            let bare: String = self.text.source().to_owned();
            text::text_kind(&bare, None, self.content.charset)?;
        }
        if self.subject.as_ref().is_some_and(|s| s.variables().is_empty()) {
            self.subject(&[])?;
        }
        Ok(())
    }

    fn value<'v>(&'v self, vars: &'v [(String, String)], name: &str) -> Option<&'v str> {
        vars.iter()
            .find(|(n, _)| n == name)
            .map(|(_, v)| v.as_str())
            .or_else(|| self.content.vars.get(name).map(String::as_str))
    }

    /// A person's subject, checked for length and characters.
    fn subject(&self, vars: &[(String, String)]) -> Result<Option<String>, ContentError> {
        let Some(template) = &self.subject else { return Ok(None) };
        let mut out = String::new();
        template.render(|n| self.value(vars, n), &mut out)?;
        if self.content.replace {
            out = text::transliterate(&out, self.content.charset);
        }
        // the subject stands for the text too: only its own length and characters matter here
        text::text_kind(&out, Some(&out), self.content.charset)?;
        Ok(Some(out))
    }

    /// Whether a person's text goes as SMS or LMS.
    ///
    /// # Errors
    /// A missing value, a character that cannot be sent, too long a text.
    pub fn text_kind(&self, vars: &[(String, String)], scratch: &mut String) -> Result<Channel, ContentError> {
        let size = self.text.measure(|n| self.value(vars, n), self.content.charset, scratch)?;
        let has_subject = self.subject.is_some();
        if self.subject.as_ref().is_some_and(|s| !s.variables().is_empty()) {
            self.subject(vars)?;
        }
        if size.clean {
            return Ok(text::kind_of_size(size.bytes, has_subject)?);
        }
        scratch.clear();
        self.text.render(|n| self.value(vars, n), scratch)?;
        let rendered =
            if self.content.replace { text::transliterate(scratch, self.content.charset) } else { scratch.clone() };
        let m = text::text_kind(&rendered, None, self.content.charset)?;
        Ok(if has_subject && m == Channel::Sms { Channel::Lms } else { m })
    }

    /// Whether a person's Alimtalk can be sent; false where there is no approved template.
    ///
    /// # Errors
    /// A missing value, a control character, more than 1,000 characters.
    pub fn talk_fits(&self, vars: &[(String, String)], scratch: &mut String) -> Result<bool, ContentError> {
        if self.talk.is_none() {
            return Ok(false);
        }
        *scratch = self.talk_text(vars)?;
        text::check_alimtalk(scratch)?;
        Ok(true)
    }

    fn talk_text(&self, vars: &[(String, String)]) -> Result<String, ContentError> {
        let mut out = String::new();
        if let Some(talk) = &self.talk {
            let inner = self.talk_message(vars)?;
            talk.render(
                |n| if n == MESSAGE && inner.is_some() { inner.as_deref() } else { self.value(vars, n) },
                &mut out,
            )?;
        }
        Ok(out)
    }

    fn talk_message(&self, vars: &[(String, String)]) -> Result<Option<String>, RenderError> {
        let Some(inner) = &self.talk_inner else { return Ok(None) };
        let mut out = String::new();
        inner.render(|n| self.value(vars, n), &mut out)?;
        Ok(Some(out))
    }

    /// The way of a person with these values, channels in `closed` left out; `None`: no channel is left.
    ///
    /// # Errors
    /// Why this person cannot be written to on any channel.
    pub fn route(
        &self,
        vars: &[(String, String)],
        closed: &[Channel],
        scratch: &mut String,
    ) -> Result<Option<Route>, ContentError> {
        let talk_wanted = self.content.strategy != Strategy::SmsOnly && !closed.contains(&Channel::Alimtalk);
        let talk = talk_wanted && self.talk_fits(vars, scratch)?;
        let text = match self.text_kind(vars, scratch) {
            Ok(kind) => Some(kind).filter(|k| !closed.contains(k)),
            // Alimtalk takes any character: without a text form there is no fallback, but a message
            Err(ContentError::Text(_)) if talk => None,
            Err(e) => return Err(e),
        };
        Ok(Route::choose(self.content.strategy, talk, text, |c| self.price(c)))
    }

    /// Won for one delivered message of a channel.
    pub fn price(&self, channel: Channel) -> Minor {
        Minor(self.content.prices.get(&channel).copied().unwrap_or(0))
    }

    /// Appends what a person reads on a channel to `out`: subject, if any, and text.
    ///
    /// # Errors
    /// As [`Composer::route`].
    pub fn read_into(&self, vars: &[(String, String)], channel: Channel, out: &mut String) -> Result<(), ContentError> {
        if channel == Channel::Alimtalk {
            out.push_str(&self.talk_text(vars)?);
            return Ok(());
        }
        if channel != Channel::Sms
            && let Some(subject) = self.subject(vars)?
        {
            out.push_str(&subject);
            out.push('\n');
        }
        if self.content.replace {
            let mut text = String::new();
            self.text.render(|n| self.value(vars, n), &mut text)?;
            out.push_str(&text::transliterate(&text, self.content.charset));
        } else {
            self.text.render(|n| self.value(vars, n), out)?;
        }
        Ok(())
    }

    /// The message of a person on a channel.
    ///
    /// # Errors
    /// As [`Composer::route`]; a planned message only fails here if its snapshot was damaged.
    pub fn compose(&self, person: &Snapshot, channel: Channel) -> Result<Composed, ContentError> {
        if channel == Channel::Alimtalk {
            let inner = self.talk_message(&person.vars)?;
            let value =
                |n: &str| if n == MESSAGE && inner.is_some() { inner.as_deref() } else { self.value(&person.vars, n) };
            let variables = self.talk.iter().flat_map(Template::variables);
            let variables = variables
                .map(|v| {
                    let value = value(&v.canonical).ok_or_else(|| RenderError::Undefined(v.name.clone()))?;
                    Ok((v.name.clone(), value.to_owned()))
                })
                .collect::<Result<_, RenderError>>()?;
            return Ok(Composed { text: self.talk_text(&person.vars)?, subject: None, variables });
        }
        let mut out = String::new();
        self.text.render(|n| self.value(&person.vars, n), &mut out)?;
        if self.content.replace {
            out = text::transliterate(&out, self.content.charset);
        }
        let subject = if channel == Channel::Sms { None } else { self.subject(&person.vars)? };
        Ok(Composed { text: out, subject, variables: Vec::new() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn content(text: &str, talk: Option<Talk>) -> Content {
        Content {
            text: text.to_owned(),
            talk,
            subject: None,
            sender: "0212345678".to_owned(),
            vars: BTreeMap::new(),
            strategy: Strategy::AlimtalkFirst,
            ad: false,
            charset: Charset::Ksx1001,
            replace: false,
            prices: BTreeMap::from([(Channel::Alimtalk, 900), (Channel::Sms, 2000), (Channel::Lms, 5000)]),
        }
    }

    fn named(name: &str) -> Vec<(String, String)> {
        vec![("name".to_owned(), name.to_owned())]
    }

    /// 83 fixed bytes: a name of three syllables makes 89, of four 91.
    #[test]
    fn the_length_decides_per_person() {
        let fixed = format!("{}abc", "가".repeat(40));
        let c = Composer::new(content(&format!("#{{이름}}{fixed}"), None)).expect("parses");
        let mut s = String::new();
        for (name, kind) in [("홍길동", "sms"), ("남궁민수", "lms"), ("김철", "sms")] {
            let route = c.route(&named(name), &[], &mut s).expect("fits").expect("a channel");
            assert_eq!(route.to_string(), kind, "{name}");
        }
        assert!(matches!(c.route(&[], &[], &mut s), Err(ContentError::Render(RenderError::Undefined(_)))));
    }

    #[test]
    fn a_name_that_text_cannot_carry_goes_by_alimtalk_alone() {
        let talk = Talk { body: "#{이름}님".into(), code: "T".into(), sender_key: "K".into(), inner: None };
        let c = Composer::new(content("#{이름}님", Some(talk))).expect("parses");
        let mut s = String::new();
        let route = |name: &str, closed: &[Channel], s: &mut String| {
            c.route(&named(name), closed, s).map(|r| r.map(|r| r.to_string()))
        };
        assert_eq!(route("똠양", &[], &mut s), Ok(Some("alimtalk".into())));
        assert_eq!(route("홍길동", &[], &mut s), Ok(Some("alimtalk sms".into())));
        assert_eq!(route("홍길동", &[Channel::Alimtalk], &mut s), Ok(Some("sms".into())));
        assert_eq!(route("홍길동", &[Channel::Alimtalk, Channel::Sms], &mut s), Ok(None));
        assert!(route("똠양", &[Channel::Alimtalk], &mut s).is_err());
    }

    #[test]
    fn a_wrapper_that_is_the_approved_template_gets_the_message_as_a_value() {
        let talk = Talk {
            body: "#{회원명}님, 안녕하세요. #{원본메시지}".into(),
            code: "T".into(),
            sender_key: "K".into(),
            inner: Some("쿠폰 #{coupon}".into()),
        };
        let mut content = content("#{회원명}님, 안녕하세요. 쿠폰 #{coupon}", Some(talk));
        content.vars.insert("coupon".into(), "A1".into());
        let c = Composer::new(content).expect("parses");
        assert_eq!(c.personal(), ["name"]);
        let person = Snapshot { to: "01012345678".into(), vars: named("홍길동") };
        let talk = c.compose(&person, Channel::Alimtalk).expect("renders");
        assert_eq!(talk.text, "홍길동님, 안녕하세요. 쿠폰 A1");
        assert_eq!(talk.variables, [("회원명".into(), "홍길동".into()), ("원본메시지".into(), "쿠폰 A1".into())]);
        assert_eq!(c.compose(&person, Channel::Sms).expect("renders").text, talk.text);
    }
}
