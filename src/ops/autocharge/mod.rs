//! Topping up by itself: a charge is written down, then the gateway is asked, then it is booked.
//!
//! ```text
//! requested ─commit→ processing ─call under our name→ succeeded (booked) | declined | unknown
//! unknown   the gateway is asked about the same name until it answers; where it never saw the name, it is charged
//!           under that name, never under another one
//! ```
//!
//! The gateway is called outside of any transaction. What a dead process left behind is `unknown` to the next one.

mod rule;

use std::sync::Arc;
use std::time::Duration;

use serde::Serialize;
use serde_json::json;

use crate::domain::autocharge::{Decision, Past, Rule, State, Why, decide, tomorrow};
use crate::domain::clock::Clock;
use crate::domain::id::{ChargeId, SiteId};
use crate::domain::ledger::vat_of_net;
use crate::domain::money::Minor;
use crate::domain::period::Period;
use crate::domain::secret::Secret;
use crate::domain::time::{Micros, kst};
use crate::fault::failpoint;
use crate::ops::credits::{self, By};
use crate::ops::ledger::LedgerError;
use crate::ops::{notice, site};
use crate::providers::payment::{Gateway, GatewayError, Order, Paid};
use crate::store::autocharge::{self, ChargeRow, RuleRow};
use crate::store::{Reads, Store, StoreError, account, period, retrying, site as sites};

pub use rule::{Change, Charge, RuleError, Shown, set, show};

/// Words of a gateway about one charge.
type Verdict = Result<Paid, GatewayError>;

/// What charging works with.
#[derive(Clone)]
pub struct Charger {
    /// The books.
    pub store: Store,
    /// The time.
    pub clock: Clock,
    /// Who charges; `None`: none is configured, nothing is charged.
    pub gateway: Option<Arc<dyn Gateway>>,
    /// How long one call to it may take.
    pub timeout: Duration,
    /// Who asks.
    pub actor: String,
}

impl std::fmt::Debug for Charger {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Charger")
            .field("gateway", &self.gateway.is_some())
            .field("actor", &self.actor)
            .finish_non_exhaustive()
    }
}

/// What became of a wish to charge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "outcome")]
pub enum Outcome {
    /// Paid and booked.
    Charged {
        /// Which.
        charge: ChargeId,
        /// Credits, VAT excluded.
        net_minor: i64,
    },
    /// The gateway said no.
    Declined {
        /// Which.
        charge: ChargeId,
    },
    /// The gateway has not answered yet: it is asked again by a worker or `credits auto run`.
    Open {
        /// Which.
        charge: ChargeId,
    },
    /// Nothing was charged.
    Not {
        /// Why.
        why: Why,
        /// When it can be tried again, where that is known.
        until: Option<Micros>,
    },
    /// It would be charged (rehearsal).
    Would {
        /// Credits, VAT excluded.
        net_minor: i64,
    },
}

/// What one run did for a site.
#[derive(Debug, Clone, Serialize)]
pub struct Ran {
    /// Whose.
    pub site: String,
    /// What became of it.
    #[serde(flatten)]
    pub outcome: Outcome,
}

/// Whether a charge now would pay for a send that lacks `short`: what it would bring, or why there is none.
///
/// # Errors
/// What the database says.
pub async fn would_cover(
    c: &mut impl Reads,
    site: SiteId,
    short: Minor,
    now: Micros,
) -> Result<Result<Minor, Why>, StoreError> {
    let Some(row) = autocharge::rule(c, site).await? else { return Ok(Err(Why::Off)) };
    let past = past(c, &row, now).await?;
    Ok(match decide(&rule_of(&row)?, &past, Some(short), now) {
        Decision::Charge(net) => Ok(net),
        Decision::Not(why, _) => Err(why),
    })
}

impl Charger {
    /// Charges what a send lacks, if the rule of the site allows it and it would then be paid for. `Charged`: try the
    /// hold again.
    ///
    /// # Errors
    /// What the database says.
    pub async fn cover(&self, site: SiteId, short: Minor) -> Result<Outcome, LedgerError> {
        self.try_charge(site, Some(short)).await
    }

    /// Asks about charges that are under way and makes those that are wanted, of one site or of all.
    ///
    /// # Errors
    /// What the database says.
    pub async fn run(&self, only: Option<SiteId>, rehearse: bool) -> Result<Vec<Ran>, LedgerError> {
        let mut ran = Vec::new();
        let mut c = self.store.read().await?;
        let open = autocharge::in_flight(&mut c, only).await?;
        let waiting = autocharge::waiting(&mut c, only).await?;
        drop(c);
        for row in open {
            let outcome = if rehearse { Outcome::Open { charge: row.id } } else { self.settle(row.id).await? };
            ran.push((row.site_id, outcome));
        }
        for site in waiting {
            if ran.iter().any(|(s, o)| *s == site && matches!(o, Outcome::Open { .. })) {
                continue;
            }
            let outcome = if rehearse { self.rehearse(site).await? } else { self.try_charge(site, None).await? };
            ran.push((site, outcome));
        }
        let mut c = self.store.read().await?;
        let mut named = Vec::new();
        for (site, outcome) in ran {
            let name = sites::by_id(&mut c, site).await?.map(|s| s.name).unwrap_or_default();
            named.push(Ran { site: name, outcome });
        }
        Ok(named)
    }

    async fn rehearse(&self, site: SiteId) -> Result<Outcome, LedgerError> {
        let now = self.clock.now();
        let mut c = self.store.read().await?;
        let Some(row) = autocharge::rule(&mut c, site).await? else {
            return Ok(Outcome::Not { why: Why::Off, until: None });
        };
        let past = past(&mut c, &row, now).await?;
        Ok(match decide(&rule_of(&row)?, &past, None, now) {
            Decision::Charge(net) => Outcome::Would { net_minor: net.0 },
            Decision::Not(why, until) => Outcome::Not { why, until },
        })
    }

    /// Writes a charge down if it may be made now, and makes it.
    async fn try_charge(&self, site: SiteId, short: Option<Minor>) -> Result<Outcome, LedgerError> {
        if self.gateway.is_none() {
            return Ok(Outcome::Not { why: Why::Off, until: None });
        }
        let asked = retrying(|| self.request(site, short)).await?;
        let (charge, _) = match asked {
            Ok(asked) => asked,
            Err(not) => return Ok(not),
        };
        failpoint!("charge-requested");
        self.settle(charge).await
    }

    async fn request(
        &self,
        site: SiteId,
        short: Option<Minor>,
    ) -> Result<Result<(ChargeId, Minor), Outcome>, StoreError> {
        let now = self.clock.now();
        // most looks find that it is too early: they need no lock
        let not = |why, until| Ok(Err(Outcome::Not { why, until }));
        let mut c = self.store.read().await?;
        let Some(row) = autocharge::rule(&mut c, site).await? else { return not(Why::Off, None) };
        let seen = past(&mut c, &row, now).await?;
        drop(c);
        if let Decision::Not(why, until) = decide(&rule_of(&row)?, &seen, short, now)
            && (!why.blocks() || row.blocked_said == 1)
        {
            return not(why, until);
        }
        let mut tx = self.store.write().await?;
        // one order of locks: the accounts before the rule
        account::lock(&mut tx, site).await?;
        let Some(row) = autocharge::lock(&mut tx, site).await? else { return not(Why::Off, None) };
        if short.is_none() && row.wanted_at.is_none() {
            return not(Why::Off, None);
        }
        let past = past(&mut tx, &row, now).await?;
        match decide(&rule_of(&row)?, &past, short, now) {
            Decision::Charge(net) => {
                let reason = if short.is_some() { "shortfall" } else { "low" };
                let Some(id) = autocharge::request(&mut tx, site, reason, net, now).await? else {
                    return not(Why::InFlight, None);
                };
                autocharge::unblocked(&mut tx, site).await?;
                tx.commit().await?;
                Ok(Ok((id, net)))
            }
            Decision::Not(why, until) => {
                if why.blocks() && autocharge::blocked(&mut tx, site).await? {
                    let until = until.unwrap_or(now);
                    let bound = if why == Why::Day { "the charges of the day" } else { "the amount of the month" };
                    let text = format!(
                        "auto-charge of `{}` is blocked until {until}: {bound} are used up",
                        name(&mut tx, site).await?
                    );
                    let id = format!("auto-charge-blocked:{site}:{}", now.0);
                    let more = json!({ "why": why, "until": until });
                    notice::tell(&mut tx, site, "auto-charge-blocked", &id, &text, more, now).await?;
                    tx.commit().await?;
                }
                not(why, until)
            }
        }
    }

    /// Asks the gateway about one charge and books its answer.
    async fn settle(&self, id: ChargeId) -> Result<Outcome, LedgerError> {
        let open = Outcome::Open { charge: id };
        let Some(gateway) = &self.gateway else { return Ok(open) };
        let row = self.get(id).await?;
        let Some(state) = state_of(&row)?.in_flight().then_some(row.state.as_str()) else { return ended(&row) };
        let fresh = state == State::Requested.word() && row.asked_at.is_none();
        let next = if fresh { State::Processing } else { State::Unknown };
        let wall = self.clock.wall();
        // longer than the two calls that are made under one lease may take
        let since = wall.minus(self.timeout * 2 + Duration::from_secs(1));
        let ours = retrying(|| async {
            let mut tx = self.store.write().await?;
            let ours = autocharge::ask(&mut tx, id, next.word(), wall, since).await?;
            tx.commit().await?;
            Ok(ours)
        })
        .await?;
        if !ours {
            return ended(&self.get(id).await?);
        }
        failpoint!("charge-before-gateway");
        let (order, reference) = self.order(&row).await?;
        let mut said =
            if fresh { gateway.charge(&order).await } else { ask(gateway.as_ref(), &order, &reference).await };
        failpoint!("charge-answered");
        if fresh && matches!(said, Err(GatewayError::Lost(_)) | Ok(Paid::Pending)) {
            self.doubt(id, &said).await?;
            failpoint!("charge-in-doubt");
            said = ask(gateway.as_ref(), &order, &reference).await;
        }
        match said {
            Ok(Paid::Yes { gateway_tx, gross_minor }) if gross_minor == order.amounts.gross.0 => {
                self.succeeded(&row, &gateway_tx).await
            }
            Ok(Paid::No { code, text }) => self.declined(&row, format!("{code} {text}").trim()).await,
            other => {
                self.doubt(id, &other).await?;
                Ok(open)
            }
        }
    }

    async fn get(&self, id: ChargeId) -> Result<ChargeRow, StoreError> {
        let row = autocharge::by_id(&mut self.store.read().await?, id).await?;
        row.ok_or_else(|| StoreError::corrupt(format_args!("{id} is missing")))
    }

    /// What the gateway is asked, the same each time: made from what was written down.
    async fn order(&self, row: &ChargeRow) -> Result<(Order, String), LedgerError> {
        let mut c = self.store.read().await?;
        let token = autocharge::rule(&mut c, row.site_id).await?.and_then(|r| r.token).unwrap_or_default();
        let name = name(&mut c, row.site_id).await?;
        drop(c);
        let amounts = vat_of_net(row.net_minor).ok_or_else(|| StoreError::corrupt("a charge past all bounds"))?;
        // other installations may use the same gateway
        let reference = format!("{}:auto:{}", self.store.installation().await?, row.id.0);
        let description = format!("msgctl {name}");
        Ok((Order { reference: reference.clone(), token: Secret::new(token), amounts, description }, reference))
    }

    async fn doubt(&self, id: ChargeId, said: &Verdict) -> Result<(), StoreError> {
        let detail = match said {
            Ok(Paid::Pending) => "the gateway is still at it".to_owned(),
            Ok(Paid::Yes { gateway_tx, gross_minor }) => {
                format!("the gateway says that {gateway_tx} was ₩{}, which was not asked for", Minor(*gross_minor))
            }
            Ok(Paid::No { code, .. }) => code.clone(),
            Err(e) => e.to_string(),
        };
        self.keep_doubt(id, &detail).await
    }

    async fn keep_doubt(&self, id: ChargeId, detail: &str) -> Result<(), StoreError> {
        tracing::warn!(charge = %id, %detail, "the answer of the gateway is not known yet");
        retrying(|| async {
            let mut tx = self.store.write().await?;
            autocharge::doubt(&mut tx, id, detail).await?;
            tx.commit().await
        })
        .await
    }

    /// Books a payment, once: the charge, the payment and the journal are one transaction.
    async fn succeeded(&self, row: &ChargeRow, gateway_tx: &str) -> Result<Outcome, LedgerError> {
        failpoint!("charge-before-booking");
        let store = &self.store;
        let site = {
            let mut c = store.read().await?;
            let name = name(&mut c, row.site_id).await?;
            site::get(&mut c, &name).await?
        };
        let key = format!("auto:{}", row.id.0);
        let by = By { actor: &self.actor, key: &key, rehearse: false };
        let booked = retrying(|| async {
            let mut tx = store.write().await?;
            let now = self.clock.now();
            period::book(&mut tx, now).await?;
            if !autocharge::end(&mut tx, row.id, State::Succeeded.word(), gateway_tx, now).await? {
                return Ok(Ok(()));
            }
            match credits::book_gateway(&mut tx, &self.clock, &site, row.net_minor, gateway_tx, by).await {
                Ok(payment) => autocharge::paid(&mut tx, row.id, payment).await?,
                Err(LedgerError::Store(e)) => return Err(e),
                Err(e) => return Ok(Err(e)),
            }
            autocharge::done(&mut tx, row.site_id).await?;
            failpoint!("charge-before-commit");
            tx.commit().await?;
            Ok(Ok(()))
        })
        .await?;
        if let Err(LedgerError::Refused { message, .. }) = booked {
            self.keep_doubt(row.id, &message).await?;
            return Ok(Outcome::Open { charge: row.id });
        }
        booked?;
        failpoint!("charge-booked");
        ended(&self.get(row.id).await?)
    }

    async fn declined(&self, row: &ChargeRow, why: &str) -> Result<Outcome, LedgerError> {
        retrying(|| async {
            let mut tx = self.store.write().await?;
            let (now, site) = (self.clock.now(), row.site_id);
            if !autocharge::end(&mut tx, row.id, State::Declined.word(), why, now).await? {
                return Ok(());
            }
            if let Some((n, false)) = autocharge::declined(&mut tx, site).await? {
                let text = format!(
                    "auto-charge of `{}` is switched off: {n} charges in a row were declined, the last one for `{why}`",
                    name(&mut tx, site).await?
                );
                let id = format!("auto-charge-off:{site}:{}", row.id);
                let more = json!({ "declines": n, "reason": why });
                notice::tell(&mut tx, site, "auto-charge-off", &id, &text, more, now).await?;
            }
            tx.commit().await
        })
        .await?;
        ended(&self.get(row.id).await?)
    }
}

/// What became of the name; charged under it where the gateway has never seen it.
async fn ask(gateway: &dyn Gateway, order: &Order, reference: &str) -> Verdict {
    match gateway.query(reference).await? {
        Some(said) => Ok(said),
        None => gateway.charge(order).await,
    }
}

fn ended(row: &ChargeRow) -> Result<Outcome, LedgerError> {
    Ok(match state_of(row)? {
        State::Succeeded => Outcome::Charged { charge: row.id, net_minor: row.net_minor.0 },
        State::Declined | State::Cancelled => Outcome::Declined { charge: row.id },
        _ => Outcome::Open { charge: row.id },
    })
}

fn state_of(row: &ChargeRow) -> Result<State, StoreError> {
    row.state.parse().map_err(StoreError::corrupt)
}

async fn name(c: &mut impl Reads, site: SiteId) -> Result<String, StoreError> {
    let row = sites::by_id(c, site).await?;
    row.map(|s| s.name).ok_or_else(|| StoreError::corrupt(format_args!("{site} is missing")))
}

fn rule_of(r: &RuleRow) -> Result<Rule, StoreError> {
    let count = |n: i64| u32::try_from(n).unwrap_or(u32::MAX);
    Ok(Rule {
        enabled: r.enabled == 1,
        threshold: r.threshold_minor,
        amount: r.amount_minor,
        mode: r.mode.parse().map_err(StoreError::corrupt)?,
        cooldown: Duration::from_micros(u64::try_from(r.cooldown_us).unwrap_or(0)),
        max_per_day: count(r.max_per_day),
        max_month: r.max_month_minor,
        max_declines: count(r.max_declines),
    })
}

async fn past(c: &mut impl Reads, row: &RuleRow, now: Micros) -> Result<Past, StoreError> {
    let site = row.site_id;
    let day = now.kst_date().to_zoned(kst()).map_or(now, |z| z.timestamp().into());
    let month = Period::of(now);
    Ok(Past {
        in_flight: !autocharge::in_flight(c, Some(site)).await?.is_empty(),
        last_success: autocharge::last(c, site, State::Succeeded.word()).await?,
        last_decline: autocharge::last(c, site, State::Declined.word()).await?,
        declines: u32::try_from(row.declines).unwrap_or(u32::MAX),
        today: u32::try_from(autocharge::charged(c, site, (day, tomorrow(now))).await?.0).unwrap_or(u32::MAX),
        month: autocharge::charged(c, site, (month.start(), month.end())).await?.1,
    })
}
