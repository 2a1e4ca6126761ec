//! What a bill is made of, step by step, with the names that people know.

use std::collections::HashMap;

use crate::domain::bill::{Discount, Held, Part};
use crate::domain::line::Day;
use crate::store::line::bulk;
use crate::store::settle::adjust::AdjustmentRow;
use crate::store::{Reads, Result};

use super::adjust::number;

/// A plan or a service, and what it was called from which day on.
#[derive(Debug, Clone, Default)]
struct Item {
    code: String,
    names: Vec<(i64, String)>,
}

/// Codes and names of all plans and services.
#[derive(Debug, Clone, Default)]
pub struct Names {
    plans: HashMap<i64, Item>,
    services: HashMap<i64, Item>,
}

impl Names {
    /// Reads them.
    pub async fn read(c: &mut impl Reads) -> Result<Self> {
        let mut names = Self::default();
        for (id, code) in bulk::codes(c, bulk::ALL_PLANS).await? {
            names.plans.entry(id).or_default().code = code;
        }
        for (id, code) in bulk::codes(c, bulk::ALL_SERVICES).await? {
            names.services.entry(id).or_default().code = code;
        }
        for v in bulk::plan_versions(c).await? {
            names.plans.entry(v.plan_id).or_default().names.push((v.valid_from.0, v.name));
        }
        for v in bulk::vas_versions(c).await? {
            names.services.entry(v.vas_id).or_default().names.push((v.valid_from.0, v.name));
        }
        for item in names.plans.values_mut().chain(names.services.values_mut()) {
            item.names.sort_unstable_by_key(|n| n.0);
        }
        Ok(names)
    }
}

/// Code and name on a day.
fn called(items: &HashMap<i64, Item>, id: i64, day: i64) -> (String, String) {
    let Some(item) = items.get(&id) else { return (id.to_string(), String::new()) };
    let name = item.names.iter().rev().find(|n| n.0 <= day).or_else(|| item.names.first());
    (item.code.clone(), name.map(|n| n.1.clone()).unwrap_or_default())
}

/// One step of a bill.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize)]
pub struct Step {
    /// `plan`, `service`, `overage`, `discount`, `adjustment`.
    pub what: &'static str,
    /// Code of the plan, service or discount; number of the adjustment.
    pub code: String,
    /// What people call it; why it is adjusted.
    pub name: String,
    /// Of a plan: the first day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Day>,
    /// Of a plan: the last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Day>,
    /// On so many days of the month.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days: Option<i64>,
    /// The fee of a whole month, or a fixed discount.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base_minor: Option<i64>,
    /// A discount by share, basis points.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rate_bp: Option<i64>,
    /// Bytes used.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub used_bytes: Option<i64>,
    /// Bytes that are included; `None` beside `used_bytes`: as many as one likes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub included_bytes: Option<i64>,
    /// Units beyond them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub units: Option<i64>,
    /// What it adds to the bill, before tax.
    pub amount_minor: i64,
}

/// The steps of a bill in their order.
pub fn steps(
    names: &Names,
    last_day: i64,
    parts: &[Part],
    discounts: &[Discount],
    adjustments: &[AdjustmentRow],
) -> Vec<Step> {
    let mut all: Vec<Step> = parts.iter().map(|p| step(names, last_day, p, discounts)).collect();
    all.extend(adjustments.iter().map(|a| Step {
        what: "adjustment",
        code: number(a.origin_period, &a.line, a.place),
        name: a.reason.clone(),
        amount_minor: a.amount_minor,
        ..Step::default()
    }));
    all
}

fn step(names: &Names, last_day: i64, part: &Part, discounts: &[Discount]) -> Step {
    match *part {
        Part::Plan { held: Held { item, from, to }, fee, amount } => {
            let (code, name) = called(&names.plans, item, from);
            Step {
                what: "plan",
                code,
                name,
                from: Some(Day(from)),
                to: Some(Day(to - 1)),
                days: Some(to - from),
                base_minor: Some(fee),
                amount_minor: amount,
                ..Step::default()
            }
        }
        Part::Vas { item, days, fee, amount } => {
            let (code, name) = called(&names.services, item, last_day);
            let (days, base_minor) = (Some(days), Some(fee));
            Step { what: "service", code, name, days, base_minor, amount_minor: amount, ..Step::default() }
        }
        Part::Overage { used, allowance, units, amount } => Step {
            what: "overage",
            used_bytes: Some(used),
            included_bytes: allowance,
            units: Some(units),
            amount_minor: amount,
            ..Step::default()
        },
        Part::Discount { at, days, amount } => {
            let d = discounts.get(at);
            Step {
                what: "discount",
                code: d.map(|d| d.code.to_string()).unwrap_or_default(),
                days: Some(days),
                base_minor: d.filter(|d| d.fixed).map(|d| d.value),
                rate_bp: d.filter(|d| !d.fixed).map(|d| d.value),
                amount_minor: -amount,
                ..Step::default()
            }
        }
    }
}
