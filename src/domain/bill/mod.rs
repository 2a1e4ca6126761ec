//! The bill of a telephone line for a month: a pure function of what the line is subscribed to and what it used.
//!
//! Days are days since 1970-01-01 on the Korean calendar, ranges of them half-open. Everything is in 1/100 won and cut to
//! whole won, toward zero, at five places only: proration, share of a discount, overage, tax, and the total.

mod fold;
#[cfg(test)]
mod goldens;
#[cfg(test)]
mod laws;

use std::collections::HashMap;

use jiff::civil::{Date, date};

use super::channel::words;
use super::period::Period;

pub use fold::{bill, explain};

/// Value-added tax, basis points (부가가치세법 제30조: 10 %).
pub const VAT_BP: i64 = 1000;

/// A bill of more than this is looked at by a person before it goes out: ten million won.
pub const MOST: i64 = 1_000_000_000;

/// Nor does a bill have more parts than this.
pub const MOST_PARTS: usize = 200;

words! {
    /// Why a line has no bill yet. The words are stable.
    Fault ("bill fault") {
        /// A day of the line has no plan.
        NoPlan = "no-plan",
        /// Two plans, or the same service twice, on one day.
        Overlap = "overlap",
        /// A plan or service without a price on a day that is billed.
        NoPrice = "no-price",
        /// Amounts that no bill has.
        Overflow = "overflow",
        /// Above the amount or number of parts that go out unseen.
        SafetyBound = "safety-bound",
    }
}

impl Fault {
    /// What an operator should know.
    pub const fn reason(self) -> &'static str {
        match self {
            Self::NoPlan => "a day of its life has no plan",
            Self::Overlap => "a day has two plans, or the same service twice",
            Self::NoPrice => "a plan or service has no price on a day that is billed",
            Self::Overflow => "its amounts are beyond what a bill may hold",
            Self::SafetyBound => "it comes to more than ten million won, or has more than 200 parts",
        }
    }
}

/// The days of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Month {
    /// The first.
    pub from: i64,
    /// The first of the next month.
    pub to: i64,
}

/// A day as the number of days since 1970-01-01.
pub fn day(d: Date) -> i64 {
    i64::from(date(1970, 1, 1).until(d).map_or(0, |span| span.get_days()))
}

impl Month {
    /// The days of a period.
    pub fn of(period: Period) -> Self {
        Self { from: day(period.first_day()), to: day(period.next().first_day()) }
    }

    /// How many.
    pub const fn days(self) -> i64 {
        self.to - self.from
    }
}

/// What a plan costs from a day on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlanPrice {
    /// The day.
    pub from: i64,
    /// Fee of a whole month.
    pub fee: i64,
    /// Bytes of a whole month that are included; `None`: as many as one likes.
    pub allowance: Option<i64>,
    /// Bytes of a unit beyond them.
    pub unit: i64,
    /// Millionths of a won for a unit.
    pub rate: i64,
    /// Most for what is beyond; zero: no limit.
    pub cap: i64,
}

/// What an added service costs from a day on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VasPrice {
    /// The day.
    pub from: i64,
    /// Fee of a whole month.
    pub fee: i64,
    /// A part of a month costs a part of the fee.
    pub proratable: bool,
}

/// All prices, by plan and by service, each in the order of the first days.
#[derive(Debug, Clone, Default)]
pub struct Prices {
    /// Of plans.
    pub plans: HashMap<i64, Vec<PlanPrice>>,
    /// Of services.
    pub vas: HashMap<i64, Vec<VasPrice>>,
}

/// A plan or service of a line for a while.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Held {
    /// Which.
    pub item: i64,
    /// First day.
    pub from: i64,
    /// First day after it.
    pub to: i64,
}

/// What a discount takes from. The order is that in which `All` is used up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum From {
    /// The fee of the plan.
    Plan,
    /// The fees of services.
    Vas,
    /// What was used beyond the allowance.
    Overage,
    /// All of them.
    All,
}

/// A discount of a line. The order is that in which discounts are taken.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Discount {
    /// Lower ones first.
    pub priority: i64,
    /// An amount; otherwise a share, which goes first.
    pub fixed: bool,
    /// Decides among equals.
    pub code: Box<str>,
    /// First day.
    pub from: i64,
    /// First day after it.
    pub to: i64,
    /// What it takes from.
    pub target: From,
    /// 1/100 won, or basis points.
    pub value: i64,
    /// A part of a month gives a part of the amount.
    pub proratable: bool,
}

/// What a bill is made of. The order of rows does not matter.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facts {
    /// First day of the line.
    pub activated: i64,
    /// Its last day, which is billed.
    pub terminated: Option<i64>,
    /// Totals are cut to multiples of so many won.
    pub round_unit: i64,
    /// Its plans.
    pub plans: Vec<Held>,
    /// Its services.
    pub vas: Vec<Held>,
    /// Its discounts.
    pub discounts: Vec<Discount>,
    /// Bytes it used in the month.
    pub used: i64,
    /// Micro payments of the month less those that were cancelled, if there were any.
    pub micro: Option<i64>,
    /// Adjustments booked into the month, if there are any.
    pub adjust: Option<i64>,
    /// Brought from the month before, never positive.
    pub carry_in: i64,
}

/// A bill. All in 1/100 won.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize)]
pub struct Bill {
    /// Fee of the plan.
    #[serde(rename = "plan_minor")]
    pub plan: i64,
    /// Fees of services.
    #[serde(rename = "vas_minor")]
    pub vas: i64,
    /// Use beyond the allowance.
    #[serde(rename = "overage_minor")]
    pub overage: i64,
    /// What is taken off.
    #[serde(rename = "discount_minor")]
    pub discount: i64,
    /// Adjustments.
    #[serde(rename = "adjust_minor")]
    pub adjust: i64,
    /// What is taxed.
    #[serde(rename = "supply_minor")]
    pub supply: i64,
    /// The tax.
    #[serde(rename = "vat_minor")]
    pub vat: i64,
    /// Micro payments.
    #[serde(rename = "micro_minor")]
    pub micro: i64,
    /// Brought from the month before, never positive.
    #[serde(rename = "carry_in_minor")]
    pub carry_in: i64,
    /// What was cut off, never positive.
    #[serde(rename = "round_minor")]
    pub round: i64,
    /// What is to be paid.
    #[serde(rename = "total_minor")]
    pub total: i64,
    /// Left for the next month, never negative.
    #[serde(rename = "carry_out_minor")]
    pub carry_out: i64,
}

impl Bill {
    /// Its amounts in the order of the table's columns.
    pub const fn amounts(&self) -> [i64; 12] {
        let b = self;
        [
            b.plan,
            b.vas,
            b.overage,
            b.discount,
            b.adjust,
            b.supply,
            b.vat,
            b.micro,
            b.carry_in,
            b.round,
            b.total,
            b.carry_out,
        ]
    }

    /// From amounts in that order.
    pub const fn of_amounts(a: [i64; 12]) -> Self {
        Self {
            plan: a[0],
            vas: a[1],
            overage: a[2],
            discount: a[3],
            adjust: a[4],
            supply: a[5],
            vat: a[6],
            micro: a[7],
            carry_in: a[8],
            round: a[9],
            total: a[10],
            carry_out: a[11],
        }
    }
}

/// One step of how a bill was computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// A plan for a while.
    Plan {
        /// Which, when.
        held: Held,
        /// Its fee for a whole month.
        fee: i64,
        /// Its part of the month's fee; all parts add up to it.
        amount: i64,
    },
    /// An added service.
    Vas {
        /// Which.
        item: i64,
        /// On so many days.
        days: i64,
        /// Its fee for a whole month, at last.
        fee: i64,
        /// What it costs.
        amount: i64,
    },
    /// Use beyond the allowance.
    Overage {
        /// Bytes used.
        used: i64,
        /// Bytes included; `None`: as many as one likes.
        allowance: Option<i64>,
        /// Units beyond.
        units: i64,
        /// What they cost.
        amount: i64,
    },
    /// A discount.
    Discount {
        /// Its place in the sorted [`Facts::discounts`].
        at: usize,
        /// Active on so many days.
        days: i64,
        /// What it takes off.
        amount: i64,
    },
}
