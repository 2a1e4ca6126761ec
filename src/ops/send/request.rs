//! What was asked for, and the content that it pins.

use std::collections::BTreeMap;

use sha2::{Digest as _, Sha256};
use tokio::sync::mpsc;

use crate::domain::advert::{self, AdvertError, Advertiser};
use crate::domain::channel::{Channel, Granularity, Lane, Strategy};
use crate::domain::content::{Composer, Content, Talk};
use crate::domain::id::{SiteId, TemplateId};
use crate::domain::ledger::Billing;
use crate::domain::money::Minor;
use crate::domain::person::Person;
use crate::domain::phone::Mobile;
use crate::domain::template::TemplateRef;
use crate::domain::template::{MESSAGE, Template};
use crate::domain::time::Micros;
use crate::ops::credits::price::{self, InForce};
use crate::ops::site::{self, Site};
use crate::ops::template;
use crate::store::Reads;

use super::{SendError, Sending, credits, guard};

/// A person who comes from outside the site's own lists.
#[derive(Debug, Clone)]
pub struct Guest {
    /// Who.
    pub person: Person,
    /// When consent to advertising was given.
    pub ad_consent_at: Option<Micros>,
    /// When consent to advertising at night was given.
    pub night_consent_at: Option<Micros>,
    /// Values of further variables, by canonical name.
    pub vars: Vec<(String, String)>,
}

/// A chunk of people, or why there are no more.
pub type Guests = Result<GuestChunk, Box<dyn std::error::Error + Send + Sync>>;

/// People read in one go, with what was passed over.
#[derive(Debug, Default)]
pub struct GuestChunk {
    /// Good ones.
    pub guests: Vec<Guest>,
    /// Rows that name nobody who can be written to.
    pub invalid: u64,
    /// Rows whose number stood there before.
    pub duplicate: u64,
}

/// Who is to be written to.
#[derive(Debug)]
pub enum Audience {
    /// The members of a list.
    List(String),
    /// These numbers.
    Phones(Vec<Mobile>),
    /// People from a file or another database, in chunks. The label tells one source from another.
    Stream {
        /// What is hashed into the request.
        label: String,
        /// The people.
        chunks: mpsc::Receiver<Guests>,
    },
}

impl Audience {
    /// What tells a source from another, where people come from outside.
    pub(super) fn label(&self) -> Option<&str> {
        match self {
            Self::Stream { label, .. } => Some(label),
            Self::List(_) | Self::Phones(_) => None,
        }
    }
}

/// What they are to get.
#[derive(Debug, Clone)]
pub enum Body {
    /// A template's newest or pinned version.
    Template(TemplateRef),
    /// A text, inside the site's wrapper.
    Text(String),
}

/// A bulk send as the operator asks for it.
#[derive(Debug)]
pub struct Request {
    /// Whose people.
    pub site: String,
    /// Who.
    pub audience: Audience,
    /// What.
    pub body: Body,
    /// Subject of an LMS.
    pub subject: Option<String>,
    /// The text for those whom Alimtalk cannot reach.
    pub fallback: Option<String>,
    /// Values for everybody.
    pub vars: BTreeMap<String, String>,
    /// The site's own where `None`.
    pub strategy: Option<Strategy>,
    /// What `cost-optimized` compares.
    pub granularity: Granularity,
    /// Its lane.
    pub lane: Lane,
    /// Advertising.
    pub ad: bool,
    /// Idempotency key.
    pub key: Option<String>,
    /// Only a test of the text, marked, to numbers of the operator's own.
    pub test: bool,
    /// Also to those who had the same text a moment ago.
    pub allow_repeat: bool,
    /// When it begins; now where `None`.
    pub begins: Option<Micros>,
    /// The version of the site's wrapper; the newest where `None`.
    pub wrapper: Option<TemplateRef>,
    /// Where too much is waiting already, waits until there is room.
    pub wait_for_room: bool,
    /// Where credits do not suffice for everybody: to as many as they suffice for, in order.
    pub partial: bool,
}

/// A request whose content is settled.
#[derive(Debug)]
pub(super) struct Settled {
    pub(super) site: Site,
    pub(super) composer: Composer,
    pub(super) content_json: String,
    pub(super) template: Option<(TemplateId, i64)>,
    pub(super) strategy: Strategy,
    /// When it begins to be sent.
    pub(super) begins: Micros,
    /// What messages cost.
    pub(super) prices: InForce,
    /// It is paid from the site's credits.
    pub(super) credits: bool,
    /// The most that it may cost, where it goes to as many as that suffices for.
    pub(super) budget: Option<Minor>,
}

impl Settled {
    /// When its first message may go, by the wall.
    pub(super) fn due(&self, cx: &Sending) -> Micros {
        cx.clock.wall().plus(self.begins.since(cx.clock.now()))
    }
}

/// Looks up site and template, puts the wrapper around, checks what can be checked for everybody.
pub(super) async fn settle(cx: &Sending, c: &mut impl Reads, r: &Request) -> Result<Settled, SendError> {
    let site = site::get(c, &r.site).await?;
    let now = cx.clock.now();
    if let Some(past) = r.begins.filter(|at| *at <= now) {
        return Err(SendError::refused(
            format!("{past} is over: it is {now}"),
            "Name a time to come, or leave `--schedule` out to send now.",
        ));
    }
    let strategy = if r.ad { ad_strategy(r)? } else { r.strategy.unwrap_or(site.strategy) };
    let sender = site.senders.first().cloned().ok_or_else(|| {
        SendError::refused(
            format!("site `{}` has no registered sender number", site.name),
            format!("Give it one: `msgctl site set {} --sender NUMBER`.", site.name),
        )
    })?;
    let (text, talk, subject, template) = texts(c, r, &site).await?;
    let subject = r.subject.clone().or(subject);
    let (text, subject) = if r.ad { labelled(&site, &text, subject.as_deref())? } else { (text, subject) };
    let text = if r.test { guard::marked(&text) } else { text };
    let vars = r.vars.iter().map(|(k, v)| (crate::domain::template::canonical(k).to_owned(), v.clone())).collect();
    let prices = price::in_force(c, site.id, now, &cx.rules.prices).await?;
    let prepaid = site.billing == Billing::Prepaid;
    let budget = if r.partial && prepaid { Some(credits::spendable(c, site.id).await?) } else { None };
    let content = Content {
        text,
        talk: if strategy == Strategy::SmsOnly { None } else { talk },
        subject,
        sender,
        vars,
        strategy,
        ad: r.ad,
        charset: cx.rules.charset,
        replace: cx.rules.replace,
        prices: prices.prices.iter().map(|(c, p)| (*c, p.0)).collect(),
    };
    if content.talk.is_none() && strategy == Strategy::AlimtalkFirst {
        return Err(SendError::refused(
            "there is no approved Alimtalk template for this text",
            "Send a template with `--provider-code`, make the site's wrapper one, or use `--strategy sms-only`.",
        ));
    }
    let content_json = serde_json::to_string(&content).map_err(crate::store::StoreError::corrupt)?;
    let composer = Composer::new(content).map_err(|e| {
        SendError::refused(format!("the text cannot be read: {e}"), "Variables are written `#{name}` or `{{name}}`.")
    })?;
    check(cx, &composer)?;
    let begins = r.begins.unwrap_or(now);
    Ok(Settled { site, composer, content_json, template, strategy, begins, prices, credits: prepaid, budget })
}

/// What a request that will be made again keeps as it is.
#[derive(Debug)]
pub(in crate::ops) struct Pins {
    pub(in crate::ops) site: SiteId,
    pub(in crate::ops) template: Option<TemplateRef>,
    pub(in crate::ops) wrapper: Option<TemplateRef>,
}

/// Checks a request as for sending it now, and names the versions that it would use.
pub(in crate::ops) async fn pins(cx: &Sending, c: &mut impl Reads, r: &Request) -> Result<Pins, SendError> {
    let settled = settle(cx, c, r).await?;
    let mut pins = Pins { site: settled.site.id, template: None, wrapper: None };
    match (&r.body, settled.template) {
        (Body::Template(t), Some((_, v))) => {
            pins.template = Some(TemplateRef { name: t.name.clone(), version: Some(v) });
        }
        (Body::Text(_), _) if !r.ad => {
            if let Some(name) = &settled.site.wrapper {
                let newest = name.parse().unwrap_or(TemplateRef { name: name.clone(), version: None });
                let row = template::find(c, Some(&settled.site.name), &newest).await?;
                pins.wrapper = Some(TemplateRef { name: newest.name, version: Some(row.version) });
            }
        }
        _ => {}
    }
    Ok(pins)
}

/// Kakao's Alimtalk carries information only: advertising goes as text, whatever the site's strategy is.
fn ad_strategy(r: &Request) -> Result<Strategy, SendError> {
    match r.strategy {
        Some(Strategy::AlimtalkFirst) => Err(SendError::refused(
            "Alimtalk carries information only, no advertising",
            "Leave `--strategy` out: with `--ad` the message goes as SMS or LMS.",
        )),
        _ => Ok(Strategy::SmsOnly),
    }
}

/// Text and subject as the law wants them.
fn labelled(site: &Site, text: &str, subject: Option<&str>) -> Result<(String, Option<String>), SendError> {
    let by = Advertiser { title: &site.title, contact: site.contact.as_deref(), optout: site.optout.as_deref() };
    let refused = |e: AdvertError| SendError::refused(e.to_string(), e.hint(&site.name));
    let subject = subject.map(advert::subject).transpose().map_err(refused)?;
    Ok((advert::text(&by, text).map_err(refused)?, subject))
}

type Texts = (String, Option<Talk>, Option<String>, Option<(TemplateId, i64)>);

async fn texts(c: &mut impl Reads, r: &Request, site: &Site) -> Result<Texts, SendError> {
    let talk = |body: &Template, code: Option<&String>, inner: Option<String>| -> Option<Talk> {
        let (code, sender_key) = (code?.clone(), site.sender_key.clone()?);
        Some(Talk { body: body.source().to_owned(), code, sender_key, inner })
    };
    match &r.body {
        Body::Template(reference) => {
            let row = template::find(c, Some(&site.name), reference).await?;
            let mut compiled = template::compile(c, &row).await?;
            if let Some(fallback) = &r.fallback {
                compiled.text = parse("the fallback", fallback)?;
            }
            let v = &compiled.version;
            let alimtalk = compiled.alimtalk.as_ref().and_then(|t| talk(t, v.provider_code.as_ref(), None));
            let subject = compiled.subject.map(|s| s.source().to_owned());
            Ok((compiled.text.source().to_owned(), alimtalk, subject, Some((row.id, row.version))))
        }
        Body::Text(message) => {
            let inner = parse("the message", message)?;
            let fallback = r.fallback.as_deref().map(|f| parse("the fallback", f)).transpose()?;
            let Some(name) = site.wrapper.as_ref().filter(|_| !r.ad) else {
                return Ok((fallback.unwrap_or(inner).source().to_owned(), None, None, None));
            };
            let newest = || name.parse().unwrap_or(TemplateRef { name: name.clone(), version: None });
            let reference = r.wrapper.clone().unwrap_or_else(newest);
            let row = template::find(c, Some(&site.name), &reference).await?;
            let wrapper = parse("the wrapper", &row.body)?;
            let wrap = |t: &Template| {
                Template::wrap(&wrapper, t).map_err(|e| {
                    SendError::refused(
                        format!("the wrapper `{name}` cannot be used: {e}"),
                        format!("Mend it with `msgctl template edit {name}`."),
                    )
                })
            };
            let text = wrap(fallback.as_ref().unwrap_or(&inner))?;
            let alimtalk = talk(&wrapper, row.provider_code.as_ref(), Some(inner.source().to_owned()));
            Ok((text.source().to_owned(), alimtalk, None, None))
        }
    }
}

fn parse(what: &str, text: &str) -> Result<Template, SendError> {
    Template::parse(text).map_err(|e| {
        SendError::refused(format!("{what} cannot be read: {e}"), "Variables are written `#{name}` or `{{name}}`.")
    })
}

/// What can be refused before anybody is looked at: characters, variables, channels.
fn check(cx: &Sending, composer: &Composer) -> Result<(), SendError> {
    use crate::domain::content::ContentError;
    use crate::domain::text::TextError;
    composer.check_fixed().map_err(|e| {
        let hint = match &e {
            ContentError::Text(TextError::Unencodable { first, .. }) => match first.proposal.as_deref() {
                Some("") => format!("Remove `{}`.", first.ch.escape_debug()),
                Some(p) => format!(
                    "Write `{p}` instead of `{}`, or set `text.unmappable = \"replace\"`.",
                    first.ch.escape_debug()
                ),
                None => format!("Remove `{}`: text messages cannot carry it.", first.ch.escape_debug()),
            },
            _ => "Shorten the text.".to_owned(),
        };
        SendError::refused(e.to_string(), hint)
    })?;
    let missing = composer.personal().into_iter().find(|v| v != "name" && v != "phone" && v != MESSAGE);
    if let Some(missing) = missing {
        return Err(SendError::refused(
            format!("variable `{missing}` has no value"),
            format!("Give it one with `--var {missing}=…`."),
        ));
    }
    let wanted: &[Channel] = match composer.content().strategy {
        Strategy::SmsOnly => &[Channel::Sms, Channel::Lms],
        _ if composer.content().talk.is_none() => &[Channel::Sms, Channel::Lms],
        _ => &[Channel::Alimtalk, Channel::Sms, Channel::Lms],
    };
    for channel in wanted {
        if !cx.rules.channels.contains_key(channel) {
            return Err(SendError::config(
                format!("channel `{channel}` has no provider"),
                format!("Add `[channel.{channel}]` with a `provider` and a `rate` to the configuration file."),
            ));
        }
    }
    Ok(())
}

/// What the idempotency key stands for: everything that was asked, nothing that depends on the time.
pub(super) fn request_hash(r: &Request) -> String {
    let mut h = Sha256::new();
    let mut put = |text: &str| {
        h.update((text.len() as u64).to_be_bytes());
        h.update(text.as_bytes());
    };
    put(&r.site);
    put(r.lane.word());
    match &r.audience {
        Audience::List(name) => {
            put("list");
            put(name);
        }
        Audience::Phones(phones) => {
            put("phones");
            phones.iter().for_each(|p| put(p.as_str()));
        }
        Audience::Stream { label, .. } => {
            put("stream");
            put(label);
        }
    }
    match &r.body {
        Body::Template(reference) => {
            put("template");
            put(&reference.to_string());
        }
        Body::Text(text) => {
            put("text");
            put(text);
        }
    }
    for (k, v) in &r.vars {
        put(k);
        put(v);
    }
    put(r.subject.as_deref().unwrap_or("\0"));
    put(r.fallback.as_deref().unwrap_or("\0"));
    put(r.strategy.map_or("", Strategy::word));
    put(if r.ad { "ad" } else { "" });
    // what an earlier version had no word for stays as it was
    if r.test {
        put("test");
    }
    if r.allow_repeat {
        put("allow-repeat");
    }
    if r.granularity != Granularity::Recipient {
        put(r.granularity.word());
    }
    if r.partial {
        put("partial");
    }
    if let Some(at) = r.begins {
        put("begins");
        put(&at.to_string());
    }
    if let Some(wrapper) = &r.wrapper {
        put("wrapper");
        put(&wrapper.to_string());
    }
    hex::encode(&h.finalize()[..16])
}
