//! Topping up by itself: when a charge is asked for, when it may be made, and how much it is.
//!
//! A charge is wanted once for each descent of the balance below the threshold, or where credits do not suffice for a
//! send. What may not be charged yet is remembered, never dropped; what was never answered is asked about under the same
//! name, never charged under another one.

use std::time::Duration;

use super::channel::words;
use super::money::Minor;
use super::period::Period;
use super::time::{Micros, kst};

words! {
    /// How much is charged.
    Mode ("mode of auto-charge") {
        /// The amount of the rule, always.
        Fixed = "fixed",
        /// As many times the amount as a send lacks, in one charge.
        CoverShortfall = "cover-shortfall",
    }
}

words! {
    /// Where one charge stands. The first three are under way.
    State ("state of a charge") {
        /// Written down; the gateway was not called.
        Requested = "requested",
        /// The gateway is being called.
        Processing = "processing",
        /// Its answer was lost: it is asked about under the same name.
        Unknown = "unknown",
        /// Paid and booked.
        Succeeded = "succeeded",
        /// The gateway said no.
        Declined = "declined",
        /// Taken back before the gateway was called.
        Cancelled = "cancelled",
    }
}

impl State {
    /// Nothing more may be charged for the site while it is in this state.
    pub const fn in_flight(self) -> bool {
        matches!(self, Self::Requested | Self::Processing | Self::Unknown)
    }

    /// Whether it may become `next`.
    pub const fn may_become(self, next: Self) -> bool {
        match self {
            Self::Requested => matches!(next, Self::Processing | Self::Unknown | Self::Cancelled),
            Self::Processing | Self::Unknown => {
                matches!(next, Self::Processing | Self::Unknown | Self::Succeeded | Self::Declined)
            }
            Self::Succeeded | Self::Declined | Self::Cancelled => false,
        }
    }
}

/// What the operator allowed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Off unless somebody says so.
    pub enabled: bool,
    /// A charge is wanted when the available credit falls below it.
    pub threshold: Minor,
    /// What is charged, VAT excluded.
    pub amount: Minor,
    /// How much that makes.
    pub mode: Mode,
    /// From one success to the next at least.
    pub cooldown: Duration,
    /// Successes on one Korean day at most.
    pub max_per_day: u32,
    /// VAT excluded, in one Korean month at most.
    pub max_month: Minor,
    /// Declines in a row after which it is switched off.
    pub max_declines: u32,
}

/// Why a rule is none.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadRule {
    /// One charge might not lift the balance above the threshold.
    #[error("the amount (₩{amount}) must be above the threshold (₩{threshold})")]
    Amount {
        /// Charged.
        amount: Minor,
        /// Below which.
        threshold: Minor,
    },
    /// Nothing could ever be charged.
    #[error("a month of at most ₩{0} leaves no room for one charge")]
    Month(Minor),
    /// A bound of zero.
    #[error("{0} must be at least 1")]
    Zero(&'static str),
}

impl Rule {
    /// Refuses what could not work.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn check(&self) -> Result<(), BadRule> {
        if self.amount <= self.threshold || self.amount <= Minor::ZERO {
            return Err(BadRule::Amount { amount: self.amount, threshold: self.threshold });
        }
        if self.max_month < self.amount {
            return Err(BadRule::Month(self.max_month));
        }
        if self.max_per_day == 0 {
            return Err(BadRule::Zero("charges a day"));
        }
        if self.max_declines == 0 {
            return Err(BadRule::Zero("declines"));
        }
        Ok(())
    }
}

/// What was charged before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Past {
    /// Under way.
    pub in_flight: bool,
    /// When the last one succeeded.
    pub last_success: Option<Micros>,
    /// When the last one was declined.
    pub last_decline: Option<Micros>,
    /// Declines in a row.
    pub declines: u32,
    /// Successes on this Korean day.
    pub today: u32,
    /// Charged in this Korean month, VAT excluded.
    pub month: Minor,
}

words! {
    /// Why nothing is charged now.
    Why ("reason") {
        /// It is switched off, there is no rule, or no gateway.
        Off = "off",
        /// One is under way.
        InFlight = "in-flight",
        /// The last success is too recent.
        Cooldown = "cooldown",
        /// The last decline is too recent.
        BackOff = "back-off",
        /// The day's successes are used up.
        Day = "day",
        /// The month's amount is used up.
        Month = "month",
        /// Even with it a send would not be paid for.
        TooLittle = "too-little",
    }
}

impl Why {
    /// Nothing can be done about it but waiting for a calendar: operators are told.
    pub const fn blocks(self) -> bool {
        matches!(self, Self::Day | Self::Month)
    }
}

/// What is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// Charge this much, VAT excluded.
    Charge(Minor),
    /// Not now; when it may be looked at again, where a clock decides that.
    Not(Why, Option<Micros>),
}

/// How long nothing is tried after so many declines in a row: 1 h, 6 h, 24 h.
pub fn back_off(declines: u32) -> Duration {
    Duration::from_hours(match declines {
        0 => 0,
        1 => 1,
        2 => 6,
        _ => 24,
    })
}

/// What one charge comes to where `short` is missing for a send; nothing missing: the balance is low.
pub fn sum(rule: &Rule, short: Option<Minor>) -> Option<Minor> {
    let short = short.map_or(Minor::ZERO, |s| s.max(Minor::ZERO));
    match rule.mode {
        Mode::Fixed => (rule.amount >= short).then_some(rule.amount),
        Mode::CoverShortfall => {
            let units = short.0.checked_add(rule.amount.0 - 1)?.checked_div(rule.amount.0)?.max(1);
            rule.amount.checked_times(units)
        }
    }
}

/// Whether a charge that is wanted may be made now. `short`: what a send lacks.
pub fn decide(rule: &Rule, past: &Past, short: Option<Minor>, now: Micros) -> Decision {
    if !rule.enabled {
        return Decision::Not(Why::Off, None);
    }
    if past.in_flight {
        return Decision::Not(Why::InFlight, None);
    }
    let Some(amount) = sum(rule, short) else { return Decision::Not(Why::TooLittle, None) };
    if past.today >= rule.max_per_day {
        return Decision::Not(Why::Day, Some(tomorrow(now)));
    }
    if past.month.checked_add(amount).is_none_or(|sum| sum > rule.max_month) {
        return Decision::Not(Why::Month, Some(Period::of(now).end()));
    }
    if let Some(until) = past.last_success.map(|at| at.plus(rule.cooldown)).filter(|until| now < *until) {
        return Decision::Not(Why::Cooldown, Some(until));
    }
    let rest = back_off(past.declines);
    if let Some(until) = past.last_decline.map(|at| at.plus(rest)).filter(|until| past.declines > 0 && now < *until) {
        return Decision::Not(Why::BackOff, Some(until));
    }
    Decision::Charge(amount)
}

/// The first moment of the next Korean day.
pub fn tomorrow(now: Micros) -> Micros {
    let next = now.kst_date().tomorrow().and_then(|d| d.to_zoned(kst()));
    next.map_or(now.plus(Duration::from_hours(24)), |z| z.timestamp().into())
}

/// What a movement of the available credit means for a mark that is told once for each descent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    /// It fell below, and nobody was told yet.
    Fell,
    /// It rose again.
    Rose,
    /// Neither.
    None,
}

/// Compares what is available (with what is about to come in) with a mark.
pub fn edge(available: Minor, mark: Minor, said: bool) -> Edge {
    match (available < mark, said) {
        (true, false) => Edge::Fell,
        (false, true) => Edge::Rose,
        _ => Edge::None,
    }
}

#[cfg(test)]
mod tests;
