//! Single messages: where they stand, what they said, and the whole story of how they got there.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::json;

use super::audit::{self, Action, By};
use super::campaign::Names;
use super::send::{SendError, snapshot};
use super::stats::Codes;
use crate::domain::channel::{Channel, Strategy};
use crate::domain::content::{Composer, Content, Snapshot};
use crate::domain::id::{BatchId, CampaignId, MessageId, SiteId};
use crate::domain::mask;
use crate::domain::outcome::Class;
use crate::domain::phone::Mobile;
use crate::domain::route::{Move, Patience, Route, Standing};
use crate::domain::seal::KeyRing;
use crate::domain::state::MessageState;
use crate::domain::text;
use crate::domain::time::Micros;
use crate::store::batch::{self, AttemptRow};
use crate::store::campaign::{self, CampaignRow};
use crate::store::message::{self, MessageRow};
use crate::store::{Reads, Store, StoreError};

/// A message in a list. Number and name are masked unless they were revealed.
#[derive(Debug, Clone, Serialize)]
pub struct View {
    /// Its id.
    pub message: MessageId,
    /// Its campaign.
    pub campaign: CampaignId,
    /// To whom; none: the person was erased, or the record does not open.
    pub phone: Option<String>,
    /// The name, where the text uses it.
    pub name: Option<String>,
    /// Where it stands.
    pub state: MessageState,
    /// On which channel.
    pub channel: Channel,
    /// The channels it may take, in order.
    pub route: Vec<Channel>,
    /// Attempts on the present channel.
    pub tries: i64,
    /// The code that decided last.
    pub code: Option<String>,
    /// What it cost.
    pub price_minor: Option<i64>,
    /// Queued: not before.
    pub due_at: Option<Micros>,
    /// When it last moved.
    pub updated_at: Micros,
}

/// Which messages to list.
#[derive(Debug, Clone)]
pub enum Which {
    /// Those of a campaign behind an id, in order.
    Campaign(CampaignId, Option<MessageId>),
    /// The latest to a number of a site.
    Number(Mobile, String),
}

/// Messages; revealing leaves an entry in the audit trail before anything is shown.
pub async fn list(
    store: &Store,
    ring: &KeyRing,
    which: &Which,
    state: Option<MessageState>,
    limit: u32,
    reveal: Option<&By>,
) -> Result<Vec<View>, SendError> {
    let state = state.map_or("", MessageState::word);
    let mut c = store.read().await?;
    let (rows, site, subject) = match which {
        Which::Campaign(id, after) => {
            let row = campaign_of(&mut c, *id).await?;
            let after = after.map_or(0, |m| m.0).max(row.first_id.unwrap_or(1) - 1);
            let range = (MessageId(after), MessageId(row.last_id.unwrap_or(0)));
            (message::page(&mut c, *id, range, state, i64::from(limit)).await?, row.site_id, id.to_string())
        }
        Which::Number(number, site) => {
            let site = super::site::get(&mut c, site).await?;
            let ix = ring.phone_ix(number);
            let rows = message::of_person(&mut c, ix.as_slice(), site.id, state, i64::from(limit)).await?;
            (rows, site.id, site.name)
        }
    };
    drop(c);
    if let Some(by) = reveal {
        let ids: Vec<MessageId> = rows.first().into_iter().chain(rows.last()).map(|m| m.id).collect();
        audit::record_now(store, by, Action::Reveal, &subject, json!({ "messages": rows.len(), "ends": ids })).await?;
    }
    rows.iter().map(|r| view(r, open(ring, site, r).as_ref(), reveal.is_some())).collect()
}

async fn campaign_of(c: &mut impl Reads, id: CampaignId) -> Result<CampaignRow, SendError> {
    let missing = || SendError::NotFound { what: "campaign", name: id.to_string() };
    campaign::by_id(c, id).await?.ok_or_else(missing)
}

fn open(ring: &KeyRing, site: SiteId, m: &MessageRow) -> Option<Snapshot> {
    snapshot::open(ring, site, &m.phone_ix, m.key_id, m.sealed.as_deref())
}

fn route(m: &MessageRow) -> Result<Route, StoreError> {
    m.route.parse().map_err(StoreError::corrupt)
}

fn view(m: &MessageRow, person: Option<&Snapshot>, reveal: bool) -> Result<View, SendError> {
    let state: MessageState = m.state.parse().map_err(StoreError::corrupt)?;
    let shown = person.map(|p| if reveal { p.clone() } else { masked(p) });
    let number = |p: &Snapshot| match p.to.parse::<Mobile>() {
        Ok(n) if reveal => n.hyphenated(),
        _ => p.to.clone(),
    };
    Ok(View {
        message: m.id,
        campaign: m.campaign_id,
        phone: shown.as_ref().map(number),
        name: shown.and_then(|p| p.vars.into_iter().find(|(n, _)| n == "name").map(|(_, v)| v)),
        state,
        channel: m.channel.parse().map_err(StoreError::corrupt)?,
        route: route(m)?.channels().collect(),
        tries: m.tries,
        code: m.code.clone(),
        price_minor: m.price_minor,
        due_at: (state == MessageState::Queued).then_some(m.due_at),
        updated_at: m.updated_at,
    })
}

/// A person whose values may be shown: number and name by their masks, the rest hidden whole.
pub(super) fn masked(p: &Snapshot) -> Snapshot {
    let number = |text: &str| text.parse::<Mobile>().map_or_else(|_| "*".to_owned(), |m| m.masked());
    let value = |name: &str, v: &str| match name {
        "name" => mask::name(v),
        "phone" => number(v),
        _ => "*".repeat(v.chars().count().min(8)),
    };
    Snapshot { to: number(&p.to), vars: p.vars.iter().map(|(n, v)| (n.clone(), value(n, v))).collect() }
}

/// A message with its text.
#[derive(Debug, Clone, Serialize)]
pub struct Detail {
    /// Whose it is.
    pub site: String,
    /// The template it was made from; none: a text of its own.
    pub template: Option<String>,
    /// Where it stands.
    #[serde(flatten)]
    pub view: View,
    /// The text on its present channel, personal values masked unless revealed.
    pub text: Option<String>,
    /// The subject of an LMS.
    pub subject: Option<String>,
}

/// Why a message takes its way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Why {
    /// How channels were chosen.
    pub strategy: Strategy,
    /// The way that was planned.
    pub route: Vec<Channel>,
    /// The list prices when it was planned, of the channels that mattered.
    pub prices_minor: BTreeMap<Channel, i64>,
    /// The form of its text: SMS or LMS.
    pub text_kind: Option<Channel>,
    /// Bytes of the text in EUC-KR.
    pub text_bytes: Option<usize>,
    /// In words.
    pub reason: String,
}

/// One attempt and what followed from it.
#[derive(Debug, Clone, Serialize)]
pub struct Attempt {
    /// From 1.
    pub number: usize,
    /// The call that carried it.
    pub batch: BatchId,
    /// On which channel.
    pub channel: Channel,
    /// By whom.
    pub provider: String,
    /// The provider's id.
    pub provider_id: Option<String>,
    /// Where it stands.
    pub state: String,
    /// When it was claimed, just before the call.
    pub claimed_at: Micros,
    /// When the call ended.
    pub answered_at: Option<Micros>,
    /// When, by the provider's word, its fate was decided.
    pub reported_at: Option<Micros>,
    /// The code.
    pub code: Option<String>,
    /// Its class when it came.
    pub class: Option<Class>,
    /// What the code says.
    pub meaning: Option<String>,
    /// The provider's words.
    pub detail: Option<String>,
    /// What went wrong with the call.
    pub error: Option<String>,
    /// What the rule made of it: `wait`, `deliver`, `fail`, `fall-back`, `retry`, `hold`, `ask`, `again` (by an operator).
    pub then: &'static str,
    /// The same in words.
    pub then_words: String,
}

/// The whole story of a message.
#[derive(Debug, Clone, Serialize)]
pub struct Story {
    /// Whose it is.
    pub site: String,
    /// The template it was made from; none: a text of its own.
    pub template: Option<String>,
    /// Where it stands.
    #[serde(flatten)]
    pub view: View,
    /// Why it takes its way.
    pub why: Why,
    /// Every attempt, the first one first.
    pub attempts: Vec<Attempt>,
    /// What happens next, or why nothing does.
    pub next: String,
}

struct Found {
    row: MessageRow,
    campaign: CampaignRow,
    composer: Composer,
    person: Option<Snapshot>,
    site: String,
    template: Option<String>,
}

async fn find(store: &Store, ring: &KeyRing, id: MessageId, reveal: Option<&By>) -> Result<Found, SendError> {
    let mut c = store.read().await?;
    let missing = || SendError::NotFound { what: "message", name: id.to_string() };
    let row = message::by_id(&mut c, id).await?.ok_or_else(missing)?;
    let campaign = campaign_of(&mut c, row.campaign_id).await?;
    let names = Names::read(&mut c).await?;
    drop(c);
    if let Some(by) = reveal {
        audit::record_now(store, by, Action::Reveal, &id.to_string(), json!({})).await?;
    }
    let content: Content = serde_json::from_str(&campaign.content).map_err(StoreError::corrupt)?;
    Ok(Found {
        composer: Composer::new(content).map_err(StoreError::corrupt)?,
        person: open(ring, campaign.site_id, &row),
        site: names.site(campaign.site_id),
        template: names.template(campaign.template_id, campaign.template_version),
        row,
        campaign,
    })
}

/// One message with its text.
pub async fn show(store: &Store, ring: &KeyRing, id: MessageId, reveal: Option<&By>) -> Result<Detail, SendError> {
    let f = find(store, ring, id, reveal).await?;
    let view = view(&f.row, f.person.as_ref(), reveal.is_some())?;
    let person = f.person.map(|p| if reveal.is_some() { p } else { masked(&p) });
    let made = person.and_then(|p| f.composer.compose(&p, view.channel).ok());
    let (text, subject) = made.map_or((None, None), |m| (Some(m.text), m.subject));
    Ok(Detail { site: f.site, template: f.template, view, text, subject })
}

/// The whole story of one message.
pub async fn explain(
    store: &Store,
    ring: &KeyRing,
    id: MessageId,
    codes: &Codes,
    patience: Patience,
    reveal: Option<&By>,
) -> Result<Story, SendError> {
    let f = find(store, ring, id, reveal).await?;
    let mut rows = Vec::new();
    let mut next = f.row.batch_id;
    let mut c = store.read().await?;
    while let Some(batch) = next {
        let Some(a) = batch::attempt(&mut c, batch, id).await? else { break };
        next = a.prev_batch_id;
        rows.push(a);
    }
    drop(c);
    rows.reverse();
    let route = route(&f.row)?;
    let mut attempts = Vec::with_capacity(rows.len());
    let mut tries = 0;
    for (i, a) in rows.iter().enumerate() {
        let channel: Channel = a.channel.parse().map_err(StoreError::corrupt)?;
        let before = i.checked_sub(1).and_then(|b| rows.get(b));
        tries = if before.is_some_and(|b| b.channel == a.channel) { tries + 1 } else { 1 };
        let step = u8::from(route.at(0) != Some(channel));
        let rule = rule(a, Standing { route, step, tries }, patience);
        let followed = rows.get(i + 1).map(|n| n.channel.as_str());
        // a way has no step back: whoever took one queued the message again by hand
        let back = followed.is_some_and(|c| step > 0 && route.at(0).is_some_and(|first| first.word() == c));
        let (then, then_words) = consequence(a, rule.map(|m| if back { Move::Fail } else { m }), followed, &f);
        let meaning = a.code.as_deref().and_then(|code| codes.of(&a.provider, channel, code)).map(|(_, m)| m);
        attempts.push(Attempt {
            number: i + 1,
            batch: a.batch_id,
            channel,
            provider: a.provider.clone(),
            provider_id: a
                .provider_id
                .clone()
                .or_else(|| batch::provider_id(a.provider_ids.as_deref()?, a.first_id, id.0)),
            state: a.state.clone(),
            claimed_at: a.claimed_at,
            answered_at: a.ended_at,
            reported_at: a.reported_at,
            code: a.code.clone(),
            class: a.class.as_deref().and_then(|c| c.parse().ok()),
            meaning,
            detail: a.detail.clone().filter(|d| !d.is_empty()),
            error: a.error.clone(),
            then,
            then_words,
        });
    }
    Ok(Story {
        why: why(&f.composer, route, f.person.as_ref()),
        next: next_step(&f, attempts.is_empty()),
        view: view(&f.row, f.person.as_ref(), reveal.is_some())?,
        site: f.site,
        template: f.template,
        attempts,
    })
}

/// What the rule makes of an attempt's last word; `None` while the call is under way.
fn rule(a: &AttemptRow, standing: Standing, patience: Patience) -> Option<Move> {
    let class = match a.class.as_deref() {
        // nothing was taken: no attempt on the person, whatever the count says
        Some("retry") if a.code.as_deref() == Some("NOT_TAKEN") => return Some(Move::Retry { due: a.claimed_at }),
        Some(word) => word.parse().unwrap_or(Class::Unknown),
        None if a.state == "sending" => return None,
        None if a.state == "accepted" => Class::Accepted,
        None => Class::Unknown,
    };
    Some(standing.after(class, a.claimed_at, patience, 0.5, None))
}

/// What followed, in a word and in words. Where the next attempt is known it is the better witness.
fn consequence(a: &AttemptRow, rule: Option<Move>, followed: Option<&str>, f: &Found) -> (&'static str, String) {
    let class: Option<Class> = a.class.as_deref().and_then(|c| c.parse().ok());
    match (rule, followed) {
        (Some(Move::Fail | Move::Deliver), Some(channel)) => {
            ("again", format!("queued again by `campaign retry-failed`, from {channel} on"))
        }
        (Some(Move::Hold), Some(channel)) => {
            ("hold", format!("the route stopped; after `campaign resume` again on {channel}"))
        }
        (_, Some(channel)) if channel == a.channel => ("retry", format!("sent again on {channel} after a pause")),
        (_, Some(channel)) => ("fall-back", format!("proof that {} reached nobody: on to {channel}", a.channel)),
        (None, None) => ("wait", "the call is under way".to_owned()),
        (Some(_), None) if f.row.state == "cancelled" => ("fail", "taken back before it was sent again".to_owned()),
        (Some(Move::Accept), None) => ("wait", "the provider has it; its report is awaited".to_owned()),
        (Some(Move::Deliver), None) => {
            let price = f.row.price_minor.map(crate::domain::money::Minor);
            ("deliver", price.map_or_else(|| "delivered".to_owned(), |p| format!("delivered, for ₩{p}")))
        }
        (Some(Move::Fail), None) => ("fail", why_final(class, &f.row)),
        (Some(Move::FallBack { channel, .. }), None) => {
            ("fall-back", format!("proof that {} reached nobody: waits for its turn on {channel}", a.channel))
        }
        (Some(Move::Retry { .. }), None) => ("retry", format!("waits to be sent again on {}", a.channel)),
        (Some(Move::Hold), None) => ("hold", "the route stopped; waits for `campaign resume`".to_owned()),
        (Some(Move::Doubt), None) => {
            ("ask", "may have arrived: the provider is asked, and it is never sent again on a guess".to_owned())
        }
    }
}

/// Why there is no further attempt.
fn why_final(class: Option<Class>, row: &MessageRow) -> String {
    match class {
        Some(Class::RecipientDead) => "final: the number is wrong, no other channel can help; it was marked".to_owned(),
        Some(Class::Suppressed) => "final: the person opted out".to_owned(),
        Some(Class::Late) => "final: another channel would not help".to_owned(),
        _ if row.route.contains(' ') => "final: it was the last channel of its way".to_owned(),
        _ => format!("final: {} is its only channel", row.channel),
    }
}

/// What happens next with it.
fn next_step(f: &Found, untried: bool) -> String {
    let held = match f.campaign.state.as_str() {
        "paused" => format!("; `msgctl campaign resume {}` first: its campaign is paused", f.campaign.id),
        _ => String::new(),
    };
    match f.row.state.as_str() {
        "queued" if untried => format!("waits for its turn on {}{held}", f.row.channel),
        "queued" => format!("goes out on {}, not before {}{held}", f.row.channel, f.row.due_at),
        "sending" => "its call is under way".to_owned(),
        "accepted" => "its report is awaited; `msgctl reports poll` fetches it where no send is running".to_owned(),
        "unknown" => "the provider is asked what became of it by `msgctl reports poll` or the running send".to_owned(),
        "delivered" => "nothing: it was delivered".to_owned(),
        "failed" => format!("nothing, unless `msgctl campaign retry-failed {}` queues it again", f.campaign.id),
        _ => "nothing: it was taken back".to_owned(),
    }
}

/// Why this way: from what was pinned, and from the person's own text where it still opens.
fn why(composer: &Composer, route: Route, person: Option<&Snapshot>) -> Why {
    let strategy = composer.content().strategy;
    let mut scratch = String::new();
    let vars = person.map(|p| p.vars.as_slice());
    let text_kind = vars.and_then(|v| composer.text_kind(v, &mut scratch).ok());
    let bytes = person
        .zip(text_kind)
        .and_then(|(p, kind)| composer.compose(p, kind).ok())
        .map(|m| text::measure(&m.text, composer.content().charset).bytes);
    let unhindered = vars.and_then(|v| composer.route(v, &[], &mut scratch).ok().flatten());
    let mut prices: BTreeMap<Channel, i64> = route.channels().map(|c| (c, composer.price(c).0)).collect();
    if strategy == Strategy::CostOptimized {
        let rivals = [composer.content().talk.is_some().then_some(Channel::Alimtalk), text_kind];
        prices.extend(rivals.into_iter().flatten().map(|c| (c, composer.price(c).0)));
    }
    let reason = reason(composer, route, text_kind, bytes, unhindered.filter(|u| *u != route));
    Why { strategy, route: route.channels().collect(), prices_minor: prices, text_kind, text_bytes: bytes, reason }
}

fn reason(
    composer: &Composer,
    route: Route,
    text_kind: Option<Channel>,
    bytes: Option<usize>,
    unhindered: Option<Route>,
) -> String {
    let price = |c: Channel| format!("₩{}", composer.price(c));
    let talk = composer.content().talk.is_some();
    let first = route.channels().next();
    let chosen = match (composer.content().strategy, first, text_kind) {
        (Strategy::SmsOnly, ..) => "sms-only: text and nothing else".to_owned(),
        (_, Some(Channel::Alimtalk), Some(text)) if composer.content().strategy == Strategy::CostOptimized => {
            format!("cost-optimized: alimtalk {} is not dearer than {text} {}", price(Channel::Alimtalk), price(text))
        }
        (Strategy::CostOptimized, Some(text), _) if talk && text != Channel::Alimtalk => {
            format!("cost-optimized: {text} {} is cheaper than alimtalk {}", price(text), price(Channel::Alimtalk))
        }
        (strategy, Some(Channel::Alimtalk), _) => match route.at(1) {
            Some(then) => format!("{strategy}: alimtalk first, {then} for those whom it cannot reach"),
            None => format!("{strategy}: alimtalk alone, for the text has no form that {} could carry", Channel::Sms),
        },
        (strategy, ..) if !talk => format!("{strategy}: there is no approved Alimtalk template, so text"),
        (strategy, ..) => format!("{strategy}: text"),
    };
    let hindered = unhindered.map(|u| format!("it would have been `{u}`, but a channel was closed to the person"));
    let length = bytes.zip(text_kind).map(|(bytes, kind)| format!("the text has {bytes} bytes in EUC-KR: {kind}"));
    [Some(chosen), hindered, length].into_iter().flatten().collect::<Vec<_>>().join("; ")
}
