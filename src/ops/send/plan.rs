//! The plan: every person once, each with a way and a price, and a hash of all of it.
//!
//! It streams: memory does not grow with a list (for people from outside, sixteen bytes a number
//! are kept to find repeated ones). The same pass serves the dry run and the real one, so that
//! what was shown is what is sent.

use std::collections::{BTreeMap, HashSet};

use sha2::{Digest as _, Sha256};

use crate::domain::advert::Label;
use crate::domain::autocharge::Why;
use crate::domain::channel::Channel;
use crate::domain::content::{ContentError, Snapshot};
use crate::domain::id::CampaignId;
use crate::domain::money::Minor;
use crate::domain::phone::Mobile;
use crate::domain::seal::Ix;
use crate::domain::state::CampaignState;
use crate::domain::text::TextError;
use crate::fault::failpoint;
use crate::ops::ledger::Hold;
use crate::store::consent::{self};
use crate::store::suppression::Stops;
use crate::store::{Store, StoreError, Tx, campaign, retrying};

use super::advert::{Gate, Given};
use super::enqueue::{Planned, enqueue, marks};
use super::feed::{Candidate, Feed};
use super::guard::{Guard, LeftOut};
use super::request::{Audience, Request, Settled, settle};
use super::{SendError, Sending, credits, granularity, limit, outlook, release, snapshot};

/// Who was asked for, and who is left.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Recipients {
    /// All that were asked for.
    pub requested: u64,
    /// Those who get a message.
    pub sendable: u64,
    /// Number wrong or known as dead, no text possible for them.
    pub invalid: u64,
    /// The same number again.
    pub duplicate: u64,
    /// Opted out or blocked.
    pub suppressed: u64,
    /// Advertising without consent.
    pub no_consent: u64,
    /// They had this text a moment ago.
    #[serde(default)]
    pub repeated: u64,
    /// They had all the messages that a day may bring.
    #[serde(default)]
    pub capped: u64,
    /// The site is in trial, and they are not on its allow-list.
    #[serde(default)]
    pub not_allowed: u64,
    /// The site's credits did not suffice for them.
    #[serde(default)]
    pub skipped_insufficient: u64,
}

/// What it costs, in 1/100 won.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Cost {
    /// If every first channel delivers.
    pub min_minor: i64,
    /// With the share of deliveries that was measured in the last 30 days, where there was any.
    #[serde(default)]
    pub expected_minor: Option<i64>,
    /// If everybody takes the dearest step of their way; so much is set aside.
    pub max_minor: i64,
    /// Credit of the site, where credits are kept.
    pub available_minor: Option<i64>,
    /// What is missing of it.
    pub shortfall_minor: i64,
    /// Whether auto-charge would bring what is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub auto_charge: Option<Cover>,
}

/// What auto-charge would do about a shortfall.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cover {
    /// It would charge so much, VAT excluded, and that is enough.
    NetMinor(i64),
    /// It would charge nothing, for this reason.
    Not(Why),
}

/// Where the prices of a plan come from.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct PricesShown {
    /// The price book; none: `[price]` of the configuration file.
    pub book: Option<String>,
    /// Since when it holds.
    pub valid_from: Option<String>,
    /// From when on another one does.
    pub valid_until: Option<String>,
}

/// A plan as `send --dry-run` shows it.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
pub struct Plan {
    /// What `send --plan` takes.
    pub plan_hash: String,
    /// Whose people.
    pub site: String,
    /// How many.
    pub recipients: Recipients,
    /// Messages by their first channel.
    pub kinds: BTreeMap<Channel, u64>,
    /// Messages that could fall back to a channel.
    pub fallbacks: BTreeMap<Channel, u64>,
    /// What it costs.
    pub cost: Cost,
    /// At which prices: those that hold when it is sent are locked then.
    #[serde(default)]
    pub prices: PricesShown,
    /// How long the limits make it take, seconds.
    pub duration_s: u64,
    /// When it would be over, if it began now.
    pub finishes_at: String,
    /// Advertising that falls into the night, for people who did not agree to that.
    #[serde(default)]
    pub held_for_night: u64,
    /// When the first of it goes on.
    #[serde(default)]
    pub resumes_at: Option<String>,
    /// What one should know before sending.
    pub warnings: Vec<String>,
}

/// What the pass is for.
#[derive(Debug, Clone, Copy)]
pub(super) enum Purpose {
    /// To look.
    Show,
    /// To write the messages of this campaign down.
    Enqueue(CampaignId),
}

/// Plans a request without writing anything.
///
/// # Errors
/// What forbids it, or what is missing.
pub async fn show(cx: &Sending, mut request: Request, mut progress: impl FnMut(u64)) -> Result<Plan, SendError> {
    granularity::decide(cx, &mut request, &mut progress).await?;
    let settled = settle(cx, &mut cx.store.read().await?, &request).await?;
    let guard = Guard::new(cx, &settled, &request).await?;
    let mut plan = pass(cx, &settled, &guard, &mut request.audience, Purpose::Show, &mut progress).await?;
    outlook::add(cx, &settled, &mut plan).await?;
    Ok(plan)
}

/// One pass over an audience.
pub(super) async fn pass(
    cx: &Sending,
    settled: &Settled,
    guard: &Guard,
    audience: &mut Audience,
    purpose: Purpose,
    progress: &mut impl FnMut(u64),
) -> Result<Plan, SendError> {
    let source = audience.label().map(ToOwned::to_owned).filter(|_| settled.composer.content().ad);
    let mut feed = Feed::open(cx, settled.site.id, audience).await?;
    let mut tally = Tally::new(cx, settled, guard);
    let mut pending: Vec<Planned> = Vec::new();
    loop {
        // the database writes the last page while this thread decides the next one
        let write = async {
            match purpose {
                _ if pending.is_empty() => Ok(LeftOut::default()),
                Purpose::Enqueue(id) => enqueue(cx, settled, id, guard, &mut pending, source.as_deref()).await,
                Purpose::Show => Ok(guard.look(cx, marks(&pending)).await?),
            }
        };
        let next = async {
            let Some(page) = feed.next(cx, settled.site.id, &mut tally).await? else { return Ok(None) };
            let seals = matches!(purpose, Purpose::Enqueue(_));
            Ok::<_, SendError>(Some(page.into_iter().filter_map(|c| tally.decide(c, seals)).collect::<Vec<_>>()))
        };
        let (written, next) = tokio::join!(write, next);
        tally.leave_out(&pending, &written?);
        let Some(next) = next? else { break };
        pending = next;
        progress(tally.recipients.requested);
    }
    Ok(tally.finish())
}

/// What has been decided so far.
pub(super) struct Tally<'a> {
    cx: &'a Sending,
    settled: &'a Settled,
    guard: &'a Guard,
    personal: Vec<String>,
    pub(super) recipients: Recipients,
    kinds: BTreeMap<Channel, u64>,
    fallbacks: BTreeMap<Channel, u64>,
    min: i64,
    max: i64,
    hash: Sha256,
    seen: HashSet<[u8; 16]>,
    scratch: String,
    json: Vec<u8>,
    no_fallback: u64,
    unfit: BTreeMap<String, u64>,
    rng: rand::rngs::StdRng,
    ways: Vec<(crate::domain::route::Route, &'static str)>,
    /// Advertising only.
    gate: Option<Gate>,
    /// So much was missing for the first person whom the credits did not suffice for: whoever comes behind is left out,
    /// too.
    lacking: Option<i64>,
}

impl<'a> Tally<'a> {
    fn new(cx: &'a Sending, settled: &'a Settled, guard: &'a Guard) -> Self {
        let mut hash = Sha256::new();
        hash.update(settled.site.name.as_bytes());
        hash.update(settled.content_json.as_bytes());
        Self {
            cx,
            settled,
            guard,
            personal: settled.composer.personal(),
            recipients: Recipients::default(),
            kinds: BTreeMap::new(),
            fallbacks: BTreeMap::new(),
            min: 0,
            max: 0,
            hash,
            seen: HashSet::new(),
            scratch: String::new(),
            json: Vec::new(),
            no_fallback: 0,
            unfit: BTreeMap::new(),
            rng: rand::make_rng(),
            ways: Vec::new(),
            gate: settled.composer.content().ad.then(|| Gate::new(&cx.rules, cx.clock.now(), settled.begins)),
            lacking: None,
        }
    }

    /// A number that may come again: counts it, and passes it on the first time only.
    pub(super) fn first_time(&mut self, cx: &Sending, mobile: Mobile) -> Option<(Mobile, Ix)> {
        let ix = cx.keys.phone_ix(&mobile);
        if self.seen.insert(ix.0) {
            return Some((mobile, ix));
        }
        self.recipients.requested += 1;
        self.recipients.duplicate += 1;
        None
    }

    /// The decision about one person.
    fn decide(&mut self, c: Candidate, seals: bool) -> Option<Planned> {
        self.recipients.requested += 1;
        if !self.guard.allows(&c.ix) {
            self.recipients.not_allowed += 1;
            return None;
        }
        let stops = Stops::of(c.scopes.as_deref().unwrap_or(""));
        if stops.all() {
            self.recipients.suppressed += 1;
            return None;
        }
        if c.dead {
            self.recipients.invalid += 1;
            return None;
        }
        if self.gate.as_mut().is_some_and(|g| !g.consents(c.given)) {
            self.recipients.no_consent += 1;
            return None;
        }
        let closed: Vec<Channel> = Channel::ALL.iter().copied().filter(|c| stops.stops(*c)).collect();
        let person = Snapshot { to: c.mobile.as_str().to_owned(), vars: self.values(c.name, c.vars, &c.mobile) };
        let route = match self.settled.composer.route(&person.vars, &closed, &mut self.scratch) {
            Ok(Some(route)) => route,
            Ok(None) => {
                self.recipients.suppressed += 1;
                return None;
            }
            Err(e) => {
                self.recipients.invalid += 1;
                *self.unfit.entry(reason(&e)).or_default() += 1;
                return None;
            }
        };
        let channel = route.at(0)?;
        let price = |c| self.settled.composer.price(c).0;
        let most = route.channels().map(price).max().unwrap_or(0);
        if let Some(budget) = self.settled.budget {
            let lacking = self.max.saturating_add(most) - budget.0;
            if self.lacking.is_some() || lacking > 0 {
                self.lacking.get_or_insert(lacking);
                self.recipients.skipped_insufficient += 1;
                return None;
            }
        }
        let waiting = self.gate.as_ref().map_or(0, Gate::held);
        let Some(night) = self.gate.as_mut().map_or(Some(true), |g| g.place(channel, c.given)) else {
            self.recipients.no_consent += 1;
            return None;
        };
        let held = self.gate.as_ref().is_some_and(|g| g.held() > waiting);
        self.min = self.min.saturating_add(price(channel));
        self.max = self.max.saturating_add(most);
        *self.kinds.entry(channel).or_default() += 1;
        match route.at(1) {
            Some(then) => *self.fallbacks.entry(then).or_default() += 1,
            None if channel == Channel::Alimtalk => self.no_fallback += 1,
            None => {}
        }
        self.recipients.sendable += 1;
        self.json.clear();
        serde_json::to_writer(&mut self.json, &person).ok()?;
        let way = self.word(route);
        self.hash.update(c.ix.0);
        self.hash.update(way.as_bytes());
        self.hash.update(&self.json);
        let content = self.guard.content(&self.settled.composer, &person.vars, channel, &mut self.scratch);
        let mut sealed = Vec::new();
        if seals {
            sealed.reserve(self.json.len() + 96);
            snapshot::seal_into(&self.cx.keys, self.settled.site.id, &c.ix, &self.json, &mut self.rng, &mut sealed);
        }
        let given = if self.gate.is_some() { c.given } else { Given::default() };
        Some(Planned { recipient: c.recipient, ix: c.ix, sealed, route: way, channel, night, given, held, content })
    }

    /// Takes back what [`Tally::decide`] counted of those whom the guard left out. The hash tells it.
    fn leave_out(&mut self, planned: &[Planned], left_out: &LeftOut) {
        if left_out.is_empty() {
            return;
        }
        let mut out: Vec<&Planned> = planned.iter().filter(|p| left_out.contains(&p.ix)).collect();
        // what is written down lies in another order than what is only shown
        out.sort_unstable_by_key(|p| p.ix);
        for p in out {
            let Ok(route) = p.route.parse::<crate::domain::route::Route>() else { continue };
            let price = |c| self.settled.composer.price(c).0;
            self.min -= price(p.channel);
            self.max -= route.channels().map(price).max().unwrap_or(0);
            less(&mut self.kinds, p.channel);
            match route.at(1) {
                Some(then) => less(&mut self.fallbacks, then),
                None if p.channel == Channel::Alimtalk => self.no_fallback -= 1,
                None => {}
            }
            if let Some(gate) = &mut self.gate {
                gate.leave(p.channel, p.held);
            }
            self.recipients.sendable -= 1;
            let (count, word) = if left_out.repeated.contains(&p.ix) {
                (&mut self.recipients.repeated, "repeated")
            } else {
                (&mut self.recipients.capped, "capped")
            };
            *count += 1;
            self.hash.update(word.as_bytes());
            self.hash.update(p.ix.0);
        }
    }

    /// Only what the texts ask for.
    fn values(&self, name: String, mut vars: Vec<(String, String)>, mobile: &Mobile) -> Vec<(String, String)> {
        if self.personal.iter().any(|p| p == "name") && !name.is_empty() {
            vars.push(("name".to_owned(), name));
        }
        if self.personal.iter().any(|p| p == "phone") {
            vars.push(("phone".to_owned(), mobile.hyphenated()));
        }
        vars.retain(|(n, _)| self.personal.contains(n));
        vars
    }

    /// There are a handful of ways; each is spelt once.
    fn word(&mut self, route: crate::domain::route::Route) -> &'static str {
        if let Some((_, word)) = self.ways.iter().find(|(r, _)| *r == route) {
            return word;
        }
        let word = WAYS.iter().copied().find(|w| *w == route.to_string()).unwrap_or("sms");
        self.ways.push((route, word));
        word
    }

    fn finish(self) -> Plan {
        let rules = &self.cx.rules;
        let mut groups: BTreeMap<&str, (super::Limit, u64)> = BTreeMap::new();
        for (channel, n) in &self.kinds {
            if let Some(rule) = rules.channels.get(channel)
                && let Some(l) = rule.limit
            {
                groups.entry(&rule.rate_group).or_insert((l, 0)).1 += n;
            }
        }
        let night = self.gate.as_ref().map(Gate::outlook);
        let unhindered = || groups.values().map(|(l, n)| limit::duration_of(*l, *n)).max().unwrap_or_default();
        let duration = night.map_or_else(unhindered, |n| n.takes);
        let mut warnings: Vec<String> = self
            .unfit
            .iter()
            .map(|(why, n)| format!("{} left out: {why}", crate::domain::money::group_thousands(*n)))
            .collect();
        warnings.extend(self.gate.iter().flat_map(Gate::warnings));
        if self.gate.is_none() && Label::of(&self.settled.composer.content().text) != Label::None {
            warnings
                .push("the text opens like an advertisement: without `--ad` consent and hours are not checked".into());
        }
        if self.no_fallback > 0 {
            warnings.push(format!(
                "{} have no text form: they get an Alimtalk without a fallback",
                crate::domain::money::group_thousands(self.no_fallback)
            ));
        }
        warnings.extend(self.guard.warnings(&self.recipients, self.kinds.contains_key(&Channel::Alimtalk)));
        if self.recipients.sendable == 0 {
            warnings.push("nobody is left to send to".to_owned());
        }
        let nobody = self.recipients.sendable == 0;
        Plan {
            plan_hash: hex::encode(&self.hash.finalize()[..16]),
            site: self.settled.site.name.clone(),
            recipients: self.recipients,
            kinds: self.kinds,
            fallbacks: self.fallbacks,
            cost: Cost {
                min_minor: Minor(self.min).0,
                max_minor: Minor(self.max).0,
                available_minor: None,
                shortfall_minor: self.lacking.filter(|_| nobody).unwrap_or(0),
                ..Cost::default()
            },
            prices: PricesShown::default(),
            duration_s: duration.as_secs(),
            finishes_at: self.settled.begins.plus(duration).to_string(),
            held_for_night: night.map_or(0, |n| n.held),
            resumes_at: night.and_then(|n| n.resumes_at).map(|at| at.to_string()),
            warnings,
        }
    }
}

/// One less; what there is none of is not named.
fn less(by: &mut BTreeMap<Channel, u64>, channel: Channel) {
    if let Some(n) = by.get_mut(&channel) {
        *n -= 1;
        if *n == 0 {
            by.remove(&channel);
        }
    }
}

/// The ways a message can take.
const WAYS: &[&str] = &["alimtalk", "sms", "lms", "mms", "alimtalk sms", "alimtalk lms", "alimtalk mms"];

/// Why a person is left out, without anything of the person.
fn reason(e: &ContentError) -> String {
    match e {
        ContentError::Text(TextError::Unencodable { .. }) => {
            "a value has characters that a text cannot carry".to_owned()
        }
        ContentError::Text(TextError::TooLong { limit, .. }) => format!("the text would exceed {limit} bytes"),
        ContentError::Text(TextError::SubjectTooLong { .. }) => "the subject would be too long".to_owned(),
        ContentError::Text(TextError::AlimtalkTooLong { .. }) => "the Alimtalk would be too long".to_owned(),
        ContentError::Text(TextError::Control { .. }) => "a value has control characters".to_owned(),
        ContentError::Text(TextError::Empty) => "the text would be empty".to_owned(),
        ContentError::Render(e) => e.to_string(),
        ContentError::Template(e) => e.to_string(),
    }
}

/// Writes a plan's campaign as `state` says and sets aside what it may cost, or takes everything back when the plan is
/// not the approved one.
pub(super) async fn complete(
    cx: &Sending,
    id: CampaignId,
    plan: &Plan,
    settled: &Settled,
    approved: Option<&str>,
    state: CampaignState,
) -> Result<(), SendError> {
    if let Some(approved) = approved
        && approved != plan.plan_hash
    {
        discard(&cx.store, id).await?;
        return Err(SendError::PlanMoved { approved: approved.to_owned(), now: plan.plan_hash.clone() });
    }
    let json = serde_json::to_string(plan).map_err(StoreError::corrupt)?;
    let total = i64::try_from(plan.recipients.sendable).unwrap_or(i64::MAX);
    let now = cx.clock.now();
    let most = i64::from(cx.rules.max_backlog);
    let hold = settled.credits.then_some(Hold {
        site: settled.site.id,
        campaign: id,
        book: settled.prices.book,
        most: Minor(plan.cost.max_minor),
        actor: &cx.actor,
        now,
    });
    let done = retrying(|| async {
        let mut tx = cx.store.write().await?;
        // of two plans that are complete at the same moment the second one counts the first
        campaign::admit(&mut tx).await?;
        let waiting = campaign::backlog(&mut tx).await?;
        if waiting.saturating_add(total) > most {
            return Ok(Completed::Full(waiting));
        }
        campaign::planned(&mut tx, id, &plan.plan_hash, &json, total, now, state.word()).await?;
        if let Some(h) = hold
            && let Err(short) = credits::set_aside(&mut tx, h).await?
        {
            tx.rollback().await?;
            return Ok(Completed::Short(short));
        }
        tx.commit().await?;
        Ok(Completed::Planned)
    })
    .await?;
    match done {
        Completed::Planned => {}
        Completed::Full(waiting) => {
            return Err(SendError::BacklogFull { waiting, new: total, most: cx.rules.max_backlog });
        }
        Completed::Short(short) => {
            return Err(SendError::Insufficient {
                site: settled.site.name.clone(),
                most: Minor(plan.cost.max_minor),
                short,
            });
        }
    }
    failpoint!("plan-complete-committed");
    Ok(())
}

/// What came of a plan's last transaction.
enum Completed {
    Planned,
    /// So many messages wait already.
    Full(i64),
    /// So much credit is missing.
    Short(Minor),
}

/// Takes an unfinished plan back.
pub(in crate::ops) async fn discard(store: &Store, id: CampaignId) -> Result<(), StoreError> {
    retrying(|| async {
        let mut tx = store.write().await?;
        discard_in(&mut tx, id).await?;
        tx.commit().await
    })
    .await
}

pub(super) async fn discard_in(tx: &mut Tx, id: CampaignId) -> Result<(), StoreError> {
    consent::discard(tx, id).await?;
    release::all(tx, id).await?;
    campaign::discard(tx, id).await
}
