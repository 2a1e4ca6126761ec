//! A provider's statement of a month, held against what we handed over to it.

mod compare;
mod file;

use std::collections::BTreeMap;

use sha2::{Digest as _, Sha256};

use super::SettleError;
use crate::domain::channel::Channel;
use crate::domain::clock::Clock;
use crate::domain::period::Period;
use crate::domain::time::Micros;
use crate::store::settle::provider::{self, Call, DifferenceRow};
use crate::store::{Reads, Result, Store, StoreError, Tx, batch, period, retrying, verify};

pub use compare::Kind;
use compare::{Ours, compare};
pub use file::{Field, FileError};

/// What an operator wants compared.
#[derive(Debug)]
pub struct Comparison {
    /// The month.
    pub month: Period,
    /// The provider; `None`: the only one that was called in it.
    pub provider: Option<String>,
    /// The file.
    pub content: Vec<u8>,
    /// Headers that are not known.
    pub map: Vec<(Field, String)>,
    /// What a message costs at the provider by agreement, 1/100 won.
    pub agreed: BTreeMap<Channel, i64>,
    /// Who.
    pub actor: String,
    /// Compare, and keep nothing.
    pub rehearse: bool,
}

/// A difference that is right all the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// How the two differ.
    pub kind: Kind,
    /// On which channel.
    pub channel: Channel,
    /// In so many messages.
    pub n: i64,
}

impl std::str::FromStr for Accepted {
    type Err = String;

    fn from_str(text: &str) -> std::result::Result<Self, String> {
        let form = || format!("expected KIND:CHANNEL:COUNT like `only_theirs:sms:1`, found `{text}`");
        let mut parts = text.split(':');
        let mut next = || parts.next().ok_or_else(form);
        // these words are written with `_`, as in the JSON
        let word = next()?.to_ascii_lowercase().replace('-', "_");
        let kind = Kind::ALL.iter().copied().find(|k| k.word() == word).ok_or_else(form)?;
        let channel = next()?.parse().map_err(|e| format!("{e}"))?;
        let n = next()?.parse::<i64>().ok().filter(|n| *n > 0).ok_or_else(form)?;
        if parts.next().is_some() { Err(form()) } else { Ok(Self { kind, channel, n }) }
    }
}

/// A difference.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Difference {
    /// The provider.
    pub provider: String,
    /// `only_ours`, `only_theirs`, `status_differs`, `price_differs`.
    pub kind: String,
    /// The channel.
    pub channel: String,
    /// Messages.
    pub count: i64,
    /// Theirs less ours.
    pub amount_minor: i64,
    /// The first ids, or days.
    pub examples: Vec<String>,
    /// Why it is right all the same.
    pub accepted: Option<String>,
}

/// What came of a month's comparisons.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Reconciled {
    /// The month.
    pub month: Period,
    /// Each provider that was compared.
    pub providers: Vec<Compared>,
    /// How they differ.
    pub differences: Vec<Difference>,
    /// Theirs less ours, in all.
    pub difference_minor: i64,
}

/// What one provider's file came to.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Compared {
    /// The provider.
    pub provider: String,
    /// Rows of its file.
    pub rows: u64,
    /// Deliveries on which both agree.
    pub agreed: i64,
}

impl Reconciled {
    /// Differences that nobody has accepted.
    pub fn open(&self) -> impl Iterator<Item = &Difference> {
        self.differences.iter().filter(|d| d.accepted.is_none())
    }
}

/// Calls read in one go.
const PAGE: i64 = 500;

/// Compares a provider's file with what we have, and keeps what came out. An acceptance stays where the same number of
/// messages differs by the same amount.
pub async fn reconcile(store: &Store, clock: &Clock, c: &Comparison) -> std::result::Result<Reconciled, SettleError> {
    let (said, rows) = file::read(c.content.as_slice(), c.month, &c.map)?;
    let mut look = store.look().await?;
    verify::snapshot(&mut look).await?;
    // calls are dated by the wall, months by the calendar that a rehearsal moves
    let wall = |at: Micros| Micros(at.0.saturating_sub(clock.ahead_us()));
    let span = (wall(c.month.start()), wall(c.month.end()));
    let name = match &c.provider {
        Some(name) => name.clone(),
        None => only(provider::providers(&mut look, span.0, span.1).await?)?,
    };
    let ours = ours(&mut look, &name, span, clock.ahead_us()).await?;
    look.rollback().await?;
    let found = compare(said, ours.into_iter(), &c.agreed);
    let body = Compared { provider: name.clone(), rows, agreed: found.agreed };
    let text = serde_json::to_string(&body).map_err(StoreError::corrupt)?;
    let sha256 = crate::store::hex(&Sha256::digest(&c.content));
    retrying(|| async {
        let mut tx = store.write().await?;
        period::ensure(&mut tx, c.month).await?;
        period::lock(&mut tx, c.month).await?;
        if closed(&mut tx, c.month).await? && !c.rehearse {
            return Ok(Err(SettleError::Closed(c.month)));
        }
        let before = provider::differences(&mut tx, c.month).await?;
        let row = |((kind, channel), d): (&(&'static str, Channel), &compare::Differs)| {
            let same = |b: &&DifferenceRow| {
                (b.provider.as_str(), b.kind.as_str(), b.channel.as_str()) == (name.as_str(), *kind, channel.word())
                    && (b.n, b.amount_minor) == (d.n, d.amount)
            };
            let was = before.iter().find(same);
            Ok(DifferenceRow {
                period: c.month,
                provider: name.clone(),
                kind: (*kind).to_owned(),
                channel: channel.word().to_owned(),
                n: d.n,
                amount_minor: d.amount,
                examples: serde_json::to_string(&d.examples).map_err(StoreError::corrupt)?,
                reason: was.and_then(|w| w.reason.clone()),
                actor: was.and_then(|w| w.actor.clone()),
                accepted_at: was.and_then(|w| w.accepted_at),
            })
        };
        let rows = found.differences.iter().map(row).collect::<Result<Vec<_>>>()?;
        provider::put(&mut tx, (c.month, &name), (&sha256, &text), &c.actor, clock.now(), &rows).await?;
        let answer = kept(&mut tx, c.month).await?;
        tx.finish(c.rehearse).await?;
        Ok(Ok(answer))
    })
    .await?
}

/// What is kept of a month's comparisons.
pub async fn reconciled(store: &Store, month: Period) -> Result<Reconciled> {
    kept(&mut store.read().await?, month).await
}

/// Notes why differences are right all the same; `provider` tells whose where several were compared.
pub async fn accept(
    store: &Store,
    clock: &Clock,
    (month, provider): (Period, Option<&str>),
    accepted: &[Accepted],
    (reason, actor): (&str, &str),
) -> std::result::Result<Reconciled, SettleError> {
    retrying(|| async {
        let mut tx = store.write().await?;
        period::lock(&mut tx, month).await?;
        if closed(&mut tx, month).await? {
            return Ok(Err(SettleError::Closed(month)));
        }
        let there = provider::differences(&mut tx, month).await?;
        for a in accepted {
            let mut rows = there.iter().filter(|d| {
                (d.kind.as_str(), d.channel.as_str()) == (a.kind.word(), a.channel.word())
                    && provider.is_none_or(|p| p == d.provider)
            });
            let found = (rows.next(), rows.next());
            let row = match found {
                (Some(row), None) if row.n == a.n => row,
                (Some(_), Some(_)) => return Ok(Err(SettleError::WhichProvider)),
                (row, _) => {
                    let (what, there) = (format!("{}:{}:{}", a.kind, a.channel, a.n), row.map_or(0, |r| r.n));
                    return Ok(Err(SettleError::NoDifference { what, there }));
                }
            };
            let row = DifferenceRow {
                reason: Some(reason.to_owned()),
                actor: Some(actor.to_owned()),
                accepted_at: Some(clock.now()),
                ..row.clone()
            };
            if !provider::accept(&mut tx, &row).await? {
                return Err(StoreError::corrupt("a difference that moved while its month was held"));
            }
        }
        let answer = kept(&mut tx, month).await?;
        tx.commit().await?;
        Ok(Ok(answer))
    })
    .await?
}

async fn closed(tx: &mut Tx, month: Period) -> Result<bool> {
    Ok(period::get(tx, month).await?.is_some_and(|p| p.state == "closed"))
}

pub(super) async fn kept(c: &mut impl Reads, month: Period) -> Result<Reconciled> {
    let read = |(_, body): (String, String)| serde_json::from_str(&body).map_err(StoreError::corrupt);
    let providers = provider::statements(c, month).await?.into_iter().map(read).collect::<Result<Vec<_>>>()?;
    let shown = |d: DifferenceRow| {
        Ok(Difference {
            examples: serde_json::from_str(&d.examples).map_err(StoreError::corrupt)?,
            provider: d.provider,
            kind: d.kind,
            channel: d.channel,
            count: d.n,
            amount_minor: d.amount_minor,
            accepted: d.reason,
        })
    };
    let rows = provider::differences(c, month).await?;
    let differences = rows.into_iter().map(shown).collect::<Result<Vec<_>>>()?;
    let difference_minor = differences.iter().map(|d: &Difference| d.amount_minor).sum();
    Ok(Reconciled { month, providers, differences, difference_minor })
}

fn only(mut all: Vec<String>) -> std::result::Result<String, SettleError> {
    match (all.pop(), all.is_empty()) {
        (Some(one), true) => Ok(one),
        _ => Err(SettleError::WhichProvider),
    }
}

/// Every message that was handed over to a provider in a span of time, with what became of it there.
async fn ours(tx: &mut Tx, name: &str, span: (Micros, Micros), ahead_us: i64) -> Result<Vec<Ours>> {
    let (mut all, mut after) = (Vec::new(), 0);
    loop {
        let calls = provider::calls(tx, name, span, after, PAGE).await?;
        let Some(last) = calls.last() else { return Ok(all) };
        after = last.id;
        for call in &calls {
            of_call(tx, call, ahead_us, &mut all).await?;
        }
    }
}

async fn of_call(tx: &mut Tx, call: &Call, ahead_us: i64, all: &mut Vec<Ours>) -> Result<()> {
    let mut messages: BTreeMap<i64, (Option<i64>, Option<String>)> = BTreeMap::new();
    if let (Some(first), Some(last)) = (call.first_id, call.last_id) {
        for (message, price) in provider::delivered(tx, call.id, first, last).await? {
            messages.insert(message, (Some(price), None));
        }
    }
    for a in provider::attempts(tx, call.id).await? {
        if a.failed == 1 || a.price_minor.is_some() {
            messages.insert(a.message_id, (a.price_minor, a.provider_id));
        } else {
            // another attempt decided
            messages.remove(&a.message_id);
        }
    }
    let channel: Channel = call.channel.parse().map_err(StoreError::corrupt)?;
    let day = Micros(call.claimed_at.0.saturating_add(ahead_us)).kst_date();
    for (message, (delivered, id)) in messages {
        let id = id.or_else(|| batch::provider_id(call.provider_ids.as_deref()?, call.first_id, message));
        all.push(Ours { day, channel, delivered, id });
    }
    Ok(())
}
