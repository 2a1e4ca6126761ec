//! Sites: add, look up, change.

use std::collections::BTreeMap;
use std::str::FromStr as _;
use std::time::Duration;

use serde::Serialize as _;

use crate::domain::advert;
use crate::domain::channel::{Channel, Strategy};
use crate::domain::id::SiteId;
use crate::domain::ledger::Billing;
use crate::domain::money::Minor;
use crate::domain::phone::{PhoneError, Sender};
use crate::domain::time::Micros;
use crate::store::site::{self, SiteRow};
use crate::store::{Reads, Store, StoreError, Tx, account, rate, retrying};

/// A tenant.
#[derive(Debug, Clone, serde::Serialize)]
pub struct Site {
    /// Its id.
    pub id: SiteId,
    /// Short name.
    #[serde(rename = "site")]
    pub name: String,
    /// What people call it.
    pub title: String,
    /// Registered sender numbers, the default first.
    pub senders: Vec<String>,
    /// Alimtalk channel id at the provider.
    pub sender_key: Option<String>,
    /// Template that wraps every message.
    pub wrapper: Option<String>,
    /// Default strategy.
    pub strategy: Strategy,
    /// Where results are posted.
    pub callback: Option<String>,
    /// Telephone shown in advertising.
    pub contact: Option<String>,
    /// Free opt-out number.
    pub optout: Option<String>,
    /// How long the same text is not sent to the same person again, zero: it is; as configured where `None`.
    #[serde(rename = "dedupe_s", serialize_with = "seconds")]
    pub dedupe: Option<Duration>,
    /// Messages to one person on one Korean day, zero: any; as configured where `None`.
    pub daily_cap: Option<u32>,
    /// It is only tried out: nobody is written to but the receivers on its allow-list.
    pub trial: bool,
    /// A campaign to more people than this awaits the approval of a second person.
    pub approval_above: Option<u64>,
    /// Limits of its own inside the channels'.
    pub rates: BTreeMap<Channel, SiteRate>,
    /// How it pays for its messages.
    pub billing: Billing,
    /// How far its credits may go below zero.
    pub credit_limit_minor: Minor,
    /// Below this its operators are told, once each time.
    pub low_balance_minor: Option<Minor>,
    /// When it was added.
    pub created_at: Micros,
}

/// Most messages of a site on a channel in any window of a length.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct SiteRate {
    /// How many.
    pub limit: u32,
    /// The length, seconds.
    pub window_s: f64,
}

#[expect(clippy::ref_option, reason = "serde hands it over like this")]
fn seconds<S: serde::Serializer>(d: &Option<Duration>, s: S) -> Result<S::Ok, S::Error> {
    d.map(|d| d.as_secs_f64()).serialize(s)
}

/// What is to be different; `None` leaves a field, an empty text clears it.
#[derive(Debug, Clone, Default)]
pub struct Change {
    /// See [`Site`].
    pub title: Option<String>,
    /// See [`Site`].
    pub senders: Option<Vec<String>>,
    /// See [`Site`].
    pub sender_key: Option<String>,
    /// See [`Site`].
    pub wrapper: Option<String>,
    /// See [`Site`].
    pub strategy: Option<Strategy>,
    /// See [`Site`].
    pub callback: Option<String>,
    /// See [`Site`].
    pub contact: Option<String>,
    /// See [`Site`].
    pub optout: Option<String>,
    /// What protects people and operators.
    pub rules: RuleChange,
    /// Limits of its own; `None`: only the channel's.
    pub rates: Vec<(Channel, Option<(u32, Duration)>)>,
    /// How it pays.
    pub billing: BillingChange,
}

/// What is to be different about how a site pays; `None` leaves it.
#[derive(Debug, Clone, Copy, Default)]
pub struct BillingChange {
    /// See [`Site`].
    pub billing: Option<Billing>,
    /// See [`Site`].
    pub credit_limit: Option<Minor>,
    /// See [`Site`]; `Some(None)` takes it away.
    pub low_balance: Option<Option<Minor>>,
}

/// What is to be different about the protection of people and operators; `None` leaves a rule, `Some(None)` takes it
/// away.
#[derive(Debug, Clone, Copy, Default)]
pub struct RuleChange {
    /// See [`Site`].
    pub dedupe: Option<Option<Duration>>,
    /// See [`Site`].
    pub daily_cap: Option<Option<u32>>,
    /// See [`Site`].
    pub trial: Option<bool>,
    /// See [`Site`].
    pub approval_above: Option<Option<u64>>,
}

/// Why a site was not added, found or changed.
#[derive(Debug, thiserror::Error)]
pub enum SiteError {
    /// No such site.
    #[error("there is no site `{0}`")]
    NotFound(String),
    /// The name is taken.
    #[error("there already is a site `{0}`")]
    Taken(String),
    /// Not a name.
    #[error("`{0}` is not a site name: use 1 to 40 letters, digits, `-` and `_`")]
    BadName(String),
    /// A field does not have its form.
    #[error("{field}: {detail}")]
    BadField {
        /// Which.
        field: &'static str,
        /// What is wrong.
        detail: String,
    },
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Adds a site.
pub async fn add(store: &Store, name: &str, change: Change, now: Micros, rehearse: bool) -> Result<Site, SiteError> {
    let good =
        (1..=40).contains(&name.chars().count()) && name.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_');
    if !good {
        return Err(SiteError::BadName(name.to_owned()));
    }
    let blank = SiteRow {
        id: SiteId(0),
        name: name.to_owned(),
        title: name.to_owned(),
        senders: String::new(),
        sender_key: None,
        wrapper: None,
        strategy: Strategy::AlimtalkFirst.word().to_owned(),
        callback: None,
        contact: None,
        optout: None,
        created_at: now,
        updated_at: now,
        dedupe_us: None,
        daily_cap: None,
        trial: 0,
        approval_above: None,
        billing: Billing::None.word().to_owned(),
        low_balance_minor: None,
    };
    let (rates, limit) = (change.rates.clone(), change.billing.credit_limit);
    let row = apply(blank, change, now)?;
    let added = retrying(|| async {
        let mut tx = store.write().await?;
        let id = site::insert(&mut tx, &row).await?;
        site::keep_rules(&mut tx, &SiteRow { id, ..row.clone() }).await?;
        keep_rates(&mut tx, id, &rates).await?;
        let kept = keep_billing(&mut tx, &SiteRow { id, ..row.clone() }, limit).await?;
        let all = rate::of_sites(&mut tx).await?;
        tx.finish(rehearse).await?;
        Ok((id, all, kept))
    })
    .await;
    match added {
        Ok((id, all, kept)) => from_row(SiteRow { id, ..row }, &all, kept?),
        Err(StoreError::Duplicate(_)) => Err(SiteError::Taken(name.to_owned())),
        Err(e) => Err(e.into()),
    }
}

/// The site of that name.
pub async fn get(c: &mut impl Reads, name: &str) -> Result<Site, SiteError> {
    let row = site::by_name(c, name).await?.ok_or_else(|| SiteError::NotFound(name.to_owned()))?;
    let limit = account::balances(c, row.id).await?.map_or(Minor::ZERO, |b| Minor(-b.floor.0));
    from_row(row, &rate::of_sites(c).await?, limit)
}

/// Makes sure that a site pays from credits, and has accounts. True where it did not before.
pub async fn make_prepaid(tx: &mut Tx, id: SiteId, now: Micros) -> Result<bool, StoreError> {
    let row = site::by_id(tx, id).await?.ok_or_else(|| StoreError::corrupt(format_args!("{id} is missing")))?;
    account::open(tx, id).await?;
    if row.billing == Billing::Prepaid.word() {
        return Ok(false);
    }
    site::keep_billing(tx, &SiteRow { billing: Billing::Prepaid.word().to_owned(), updated_at: now, ..row }).await?;
    Ok(true)
}

/// All sites, by name.
pub async fn list(store: &Store) -> Result<Vec<Site>, SiteError> {
    let mut c = store.read().await?;
    let rates = rate::of_sites(&mut c).await?;
    let limits: BTreeMap<SiteId, Minor> =
        account::all(&mut c).await?.into_iter().map(|(s, b)| (s, Minor(-b.floor.0))).collect();
    let limit = |r: &SiteRow| limits.get(&r.id).copied().unwrap_or_default();
    site::list(&mut c).await?.into_iter().map(|r| (limit(&r), r)).map(|(l, r)| from_row(r, &rates, l)).collect()
}

/// Changes a site.
pub async fn change(store: &Store, name: &str, change: Change, now: Micros, rehearse: bool) -> Result<Site, SiteError> {
    let mut tx = store.write().await?;
    let row = site::by_name(&mut tx, name).await?.ok_or_else(|| SiteError::NotFound(name.to_owned()))?;
    let (rates, limit) = (change.rates.clone(), change.billing.credit_limit);
    let row = apply(row, change, now)?;
    site::update(&mut tx, &row).await?;
    site::keep_rules(&mut tx, &row).await?;
    keep_rates(&mut tx, row.id, &rates).await?;
    let kept = keep_billing(&mut tx, &row, limit).await??;
    let all = rate::of_sites(&mut tx).await?;
    tx.finish(rehearse).await?;
    from_row(row, &all, kept)
}

/// Writes how a site pays; returns how far its credits may go below zero.
async fn keep_billing(
    tx: &mut Tx,
    row: &SiteRow,
    limit: Option<Minor>,
) -> Result<Result<Minor, SiteError>, StoreError> {
    site::keep_billing(tx, row).await?;
    if row.billing == Billing::Prepaid.word() || limit.is_some() {
        account::open(tx, row.id).await?;
    }
    if let Some(limit) = limit
        && !account::set_floor(tx, row.id, Minor(-limit.0)).await?
    {
        let detail = format!("₩{limit} is less than what its credits are below zero now");
        return Ok(Err(SiteError::BadField { field: "credit limit", detail }));
    }
    Ok(Ok(account::balances(tx, row.id).await?.map_or(Minor::ZERO, |b| Minor(-b.floor.0))))
}

async fn keep_rates(tx: &mut Tx, id: SiteId, rates: &[(Channel, Option<(u32, Duration)>)]) -> Result<(), StoreError> {
    for (channel, limit) in rates {
        let limit = limit.map(|(n, w)| (i64::from(n), i64::try_from(w.as_micros()).unwrap_or(i64::MAX)));
        rate::set_of_site(tx, id, channel.word(), limit).await?;
    }
    Ok(())
}

fn apply(mut row: SiteRow, c: Change, now: Micros) -> Result<SiteRow, SiteError> {
    let put = |field: &mut Option<String>, value: Option<String>| {
        if let Some(v) = value {
            *field = Some(v.trim().to_owned()).filter(|v| !v.is_empty());
        }
    };
    if let Some(title) = c.title.filter(|t| !t.trim().is_empty()) {
        row.title = title;
    }
    if let Some(senders) = c.senders {
        let digits: Vec<String> = senders.iter().map(|s| sender(s)).collect::<Result<_, _>>()?;
        row.senders = digits.join(" ");
    }
    if let Some(number) = c.optout.as_deref().map(str::trim).filter(|n| !n.is_empty() && !advert::is_free(n)) {
        let detail = format!("`{number}` is not free of charge: it must be an 080 number");
        return Err(SiteError::BadField { field: "optout", detail });
    }
    put(&mut row.sender_key, c.sender_key);
    put(&mut row.wrapper, c.wrapper);
    put(&mut row.callback, c.callback);
    put(&mut row.contact, c.contact);
    put(&mut row.optout, c.optout);
    if let Some(s) = c.strategy {
        s.word().clone_into(&mut row.strategy);
    }
    if let Some(dedupe) = c.rules.dedupe {
        row.dedupe_us = dedupe.map(|d| i64::try_from(d.as_micros()).unwrap_or(i64::MAX));
    }
    if let Some(cap) = c.rules.daily_cap {
        row.daily_cap = cap.map(i64::from);
    }
    if let Some(trial) = c.rules.trial {
        row.trial = i64::from(trial);
    }
    if let Some(above) = c.rules.approval_above {
        row.approval_above = above.map(|n| i64::try_from(n).unwrap_or(i64::MAX));
    }
    if let Some(billing) = c.billing.billing {
        billing.word().clone_into(&mut row.billing);
    }
    if let Some(low) = c.billing.low_balance {
        row.low_balance_minor = low;
    }
    if let Some(limit) = c.billing.credit_limit.filter(|l| l.0 < 0) {
        let detail = format!("`{limit}` is below zero: it says how far credits may go below zero");
        return Err(SiteError::BadField { field: "credit limit", detail });
    }
    row.updated_at = now;
    Ok(row)
}

fn sender(text: &str) -> Result<String, SiteError> {
    let bad = |e: PhoneError| SiteError::BadField { field: "sender", detail: format!("`{text}`: {e}") };
    Ok(text.parse::<Sender>().map_err(bad)?.to_string())
}

fn from_row(r: SiteRow, rates: &[rate::SiteRate], credit_limit_minor: Minor) -> Result<Site, SiteError> {
    let own = |s: &rate::SiteRate| -> Result<(Channel, SiteRate), StoreError> {
        let window_s = Duration::from_micros(s.window_us.unsigned_abs()).as_secs_f64();
        let limit = u32::try_from(s.limit_n).unwrap_or(u32::MAX);
        Ok((s.channel.parse().map_err(StoreError::corrupt)?, SiteRate { limit, window_s }))
    };
    let rates = rates.iter().filter(|s| s.site_id == r.id).map(own).collect::<Result<_, _>>()?;
    Ok(Site {
        id: r.id,
        name: r.name,
        title: r.title,
        senders: r.senders.split_whitespace().map(ToOwned::to_owned).collect(),
        sender_key: r.sender_key,
        wrapper: r.wrapper,
        strategy: Strategy::from_str(&r.strategy).map_err(StoreError::corrupt)?,
        callback: r.callback,
        contact: r.contact,
        optout: r.optout,
        dedupe: r.dedupe_us.map(|us| Duration::from_micros(us.unsigned_abs())),
        daily_cap: r.daily_cap.map(|n| u32::try_from(n).unwrap_or(u32::MAX)),
        trial: r.trial != 0,
        approval_above: r.approval_above.map(i64::unsigned_abs),
        rates,
        billing: r.billing.parse().map_err(StoreError::corrupt)?,
        credit_limit_minor,
        low_balance_minor: r.low_balance_minor,
        created_at: r.created_at,
    })
}
