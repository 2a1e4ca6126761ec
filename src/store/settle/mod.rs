//! The monthly settlement: what bills are made of, bills, and the job that makes them.
//!
//! A million lines are read by the thousand: each statement answers for all lines behind `$1` up to and with `$2`, as
//! one text, in which rows are parted by `;` and their fields by blanks. That is several times faster than rows, and the
//! codes of lines and discounts have neither in them.

pub mod adjust;
pub mod bill;
pub mod job;
pub mod oracle;
pub mod provider;
pub mod prune;
pub mod site;

use std::collections::HashMap;
use std::str::{FromStr, Split};

use super::{Reads, Result, Sql, StoreError, on, statements};
use crate::domain::bill::{Discount, Facts, From, Held, Month, PlanPrice, Prices, VasPrice};
use crate::domain::period::Period;
use crate::domain::time::Micros;

statements! {
    LINES = Sql::same(
        "SELECT COALESCE(string_agg(l.id || ' ' || l.activated_on || ' ' || COALESCE(l.terminated_on, 2932896) || ' ' ||
         COALESCE((SELECT u.round_unit FROM customer_unit AS u WHERE u.customer_id = c.id AND u.until > $3
         ORDER BY u.until LIMIT 1), c.round_unit) || ' ' || l.code, ';'), '')
         FROM line AS l JOIN customer AS c ON c.id = l.customer_id WHERE l.id > $1 AND l.id <= $2");
    PLANS = Sql::same(
        "SELECT COALESCE(string_agg(line_id || ' ' || plan_id || ' ' || from_day || ' ' || to_day, ';'), '') FROM line_plan
         WHERE line_id > $1 AND line_id <= $2 AND from_day < $4 AND to_day > $3 AND to_day > from_day");
    VAS = Sql::same(
        "SELECT COALESCE(string_agg(line_id || ' ' || vas_id || ' ' || from_day || ' ' || to_day, ';'), '') FROM line_vas
         WHERE line_id > $1 AND line_id <= $2 AND from_day < $4 AND to_day > $3 AND to_day > from_day");
    DISCOUNTS = Sql::same(
        "SELECT COALESCE(string_agg(line_id || ' ' || priority || ' ' || kind || ' ' || from_day || ' ' || to_day || ' ' ||
         target || ' ' || value || ' ' || proratable || ' ' || code, ';'), '') FROM line_discount
         WHERE line_id > $1 AND line_id <= $2 AND from_day < $4 AND to_day > $3 AND to_day > from_day");
    PAYMENTS = Sql::same(
        "SELECT COALESCE(string_agg(line_id || ' ' || CASE kind WHEN 'approve' THEN amount_minor ELSE -amount_minor END, ';'), '')
         FROM micro_payment WHERE line_id > $1 AND line_id <= $2 AND period = $3");
    USAGE = Sql::same(
        "SELECT COALESCE(string_agg(line_id || ' ' || bytes, ';'), '') FROM line_usage
         WHERE period = $3 AND line_id > $1 AND line_id <= $2");
    ADJUSTMENTS = Sql::same(
        "SELECT COALESCE(string_agg(line_id || ' ' || amount_minor, ';'), '') FROM bill_adjustment
         WHERE period = $3 AND line_id > $1 AND line_id <= $2 AND amount_minor <> 0");
    CARRIED = Sql::same(
        "SELECT COALESCE(string_agg(line_id || ' ' || carry_out_minor, ';'), '') FROM bill
         WHERE period = $3 AND line_id > $1 AND line_id <= $2 AND carry_out_minor > 0");
    PLAN_PRICES = Sql::same(
        "SELECT plan_id, valid_from, fee_minor, allowance_bytes, unit_bytes, rate_micro, cap_minor FROM plan_version
         ORDER BY plan_id, valid_from");
    VAS_PRICES = Sql::same("SELECT vas_id, valid_from, fee_minor, proratable FROM vas_version ORDER BY vas_id, valid_from");
    LINE_ID = Sql::same("SELECT id FROM line WHERE code = $1");
    LINE_CODE = Sql::same("SELECT code FROM line WHERE id = $1");
    LINE_COUNT = Sql::same("SELECT COUNT(*) FROM line");
    LINES_IN = Sql::same("SELECT COUNT(*) FROM line WHERE id > $1 AND id <= $2");
    LINE_LAST = Sql::same("SELECT COALESCE(MAX(id), 0) FROM line");
    LINE_STEP = Sql::same(
        "SELECT MAX(t.id) FROM (SELECT id FROM line WHERE id > $1 AND id <= $2 ORDER BY id LIMIT $3) AS t");
    /// Messages of open holds without a final word that were handed over before a moment, and of how many campaigns.
    AWAITED = Sql::same(
        "SELECT CAST(COALESCE(SUM(b.open), 0) AS BIGINT), COUNT(DISTINCT b.campaign_id) FROM hold AS h
         JOIN batch AS b ON b.campaign_id = h.campaign_id AND b.open > 0
         WHERE h.state = 'open' AND b.state <> 'planned' AND b.claimed_at < $1");
    MASTER = Sql::same("SELECT n FROM master WHERE name = 'lines'");
    /// Ids rise, but need not be seen in that order: how many there are tells the rest.
    JOURNALS = Sql::same("SELECT COUNT(*), COALESCE(MAX(id), 0) FROM journal WHERE period = $1");
}

/// A line and what its bill is made of.
#[derive(Debug, Clone)]
pub struct Line {
    /// Its id.
    pub id: i64,
    /// Its code.
    pub code: Box<str>,
    /// What its bill is made of.
    pub facts: Facts,
}

/// Lines behind `lo` up to and with `hi`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Range {
    /// Behind this one.
    pub lo: i64,
    /// Up to and with this one.
    pub hi: i64,
}

/// Fields of one row.
pub(super) struct Fields<'a>(Split<'a, char>);

impl<'a> Fields<'a> {
    pub(super) fn of(row: &'a str) -> Self {
        Self(row.split(' '))
    }

    pub(super) fn text(&mut self) -> Result<&'a str> {
        self.0.next().ok_or_else(|| StoreError::corrupt("a row of a settlement is too short"))
    }

    pub(super) fn number<T: FromStr>(&mut self) -> Result<T> {
        let text = self.text()?;
        text.parse().map_err(|_| StoreError::corrupt(format_args!("`{text}` in a settlement is no number")))
    }
}

pub(super) fn rows(all: &str) -> impl Iterator<Item = Fields<'_>> {
    all.split(';').filter(|row| !row.is_empty()).map(Fields::of)
}

async fn text(c: &mut impl Reads, sql: Sql, range: Range, more: &[i64]) -> Result<String> {
    Ok(on!(c, |c, e| {
        let mut q = sqlx::query_scalar(sql.on(e)).bind(range.lo).bind(range.hi);
        for n in more {
            q = q.bind(*n);
        }
        q.fetch_one(c).await
    })?)
}

/// What the bills of a month are made of, for all lines of a range, in the order of their ids.
pub async fn facts(c: &mut impl Reads, period: Period, month: Month, range: Range) -> Result<Vec<Line>> {
    let mut lines = Vec::new();
    for mut f in rows(&text(c, LINES, range, &[period.ym()]).await?) {
        let id = f.number()?;
        let facts = Facts {
            activated: f.number()?,
            terminated: Some(f.number()?),
            round_unit: f.number()?,
            ..Facts::default()
        };
        lines.push(Line { id, facts, code: f.text()?.into() });
    }
    lines.sort_unstable_by_key(|l| l.id);
    let (days, ym) = ([month.from, month.to], [period.ym()]);
    for (sql, vas) in [(PLANS, false), (VAS, true)] {
        merge(&mut lines, &text(c, sql, range, &days).await?, |facts, f| {
            let held = Held { item: f.number()?, from: f.number()?, to: f.number()? };
            if vas {
                facts.vas.push(held);
            } else {
                facts.plans.push(held);
            }
            Ok(())
        })?;
    }
    merge(&mut lines, &text(c, DISCOUNTS, range, &days).await?, |facts, f| {
        facts.discounts.push(discount(f)?);
        Ok(())
    })?;
    merge(&mut lines, &text(c, PAYMENTS, range, &ym).await?, |facts, f| {
        facts.micro = Some(sum(facts.micro.unwrap_or(0), f.number()?)?);
        Ok(())
    })?;
    merge(&mut lines, &text(c, USAGE, range, &ym).await?, |facts, f| {
        facts.used = f.number()?;
        Ok(())
    })?;
    merge(&mut lines, &text(c, ADJUSTMENTS, range, &ym).await?, |facts, f| {
        facts.adjust = Some(sum(facts.adjust.unwrap_or(0), f.number()?)?);
        Ok(())
    })?;
    merge(&mut lines, &text(c, CARRIED, range, &[period.previous().ym()]).await?, |facts, f| {
        facts.carry_in = -f.number::<i64>()?;
        Ok(())
    })?;
    Ok(lines)
}

fn sum(a: i64, b: i64) -> Result<i64> {
    a.checked_add(b).ok_or_else(|| StoreError::corrupt("amounts beyond 64 bits"))
}

fn discount(f: &mut Fields<'_>) -> Result<Discount> {
    let priority = f.number()?;
    let fixed = f.text()? == "fixed";
    let (from, to) = (f.number()?, f.number()?);
    let target = match f.text()? {
        "plan" => From::Plan,
        "vas" => From::Vas,
        "overage" => From::Overage,
        _ => From::All,
    };
    let (value, proratable) = (f.number()?, f.text()? == "1");
    Ok(Discount { priority, fixed, code: f.text()?.into(), from, to, target, value, proratable })
}

/// Gives each row to its line. Rows come in the order of the lines, or nearly so.
fn merge(lines: &mut [Line], all: &str, mut give: impl FnMut(&mut Facts, &mut Fields<'_>) -> Result<()>) -> Result<()> {
    let mut at = 0;
    for mut f in rows(all) {
        let id: i64 = f.number()?;
        if lines.get(at).is_none_or(|l| l.id != id) {
            match lines.binary_search_by_key(&id, |l| l.id) {
                Ok(there) => at = there,
                Err(_) => continue,
            }
        }
        give(&mut lines[at].facts, &mut f)?;
        if lines.get(at + 1).is_some_and(|next| next.id == id) {
            at += 1;
        }
    }
    Ok(())
}

/// All prices of plans and services.
pub async fn prices(c: &mut impl Reads) -> Result<Prices> {
    type Plan = (i64, i64, i64, Option<i64>, i64, i64, i64);
    let plans: Vec<Plan> = on!(c, |c, e| sqlx::query_as(PLAN_PRICES.on(e)).fetch_all(c).await)?;
    let vas: Vec<(i64, i64, i64, i64)> = on!(c, |c, e| sqlx::query_as(VAS_PRICES.on(e)).fetch_all(c).await)?;
    let mut prices = Prices { plans: HashMap::new(), vas: HashMap::new() };
    for (id, from, fee, allowance, unit, rate, cap) in plans {
        prices.plans.entry(id).or_default().push(PlanPrice { from, fee, allowance, unit, rate, cap });
    }
    for (id, from, fee, proratable) in vas {
        prices.vas.entry(id).or_default().push(VasPrice { from, fee, proratable: proratable == 1 });
    }
    Ok(prices)
}

/// The id of the line with this code.
pub async fn line_id(c: &mut impl Reads, code: &str) -> Result<Option<i64>> {
    Ok(on!(c, |c, e| sqlx::query_scalar(LINE_ID.on(e)).bind(code).fetch_optional(c).await)?)
}

/// The code of the line with this id.
pub async fn line_code(c: &mut impl Reads, id: i64) -> Result<Option<String>> {
    Ok(on!(c, |c, e| sqlx::query_scalar(LINE_CODE.on(e)).bind(id).fetch_optional(c).await)?)
}

/// How many lines there are.
pub async fn line_count(c: &mut impl Reads) -> Result<i64> {
    Ok(on!(c, |c, e| sqlx::query_scalar(LINE_COUNT.on(e)).fetch_one(c).await)?)
}

/// How many lines there are in a range.
pub async fn lines_in(c: &mut impl Reads, range: Range) -> Result<i64> {
    Ok(on!(c, |c, e| sqlx::query_scalar(LINES_IN.on(e)).bind(range.lo).bind(range.hi).fetch_one(c).await)?)
}

/// The highest id of a line; 0: there is none.
pub async fn line_last(c: &mut impl Reads) -> Result<i64> {
    Ok(on!(c, |c, e| sqlx::query_scalar(LINE_LAST.on(e)).fetch_one(c).await)?)
}

/// The last of the first `n` lines of a range; `None`: there is none.
pub async fn line_step(c: &mut impl Reads, range: Range, n: i64) -> Result<Option<i64>> {
    Ok(on!(c, |c, e| sqlx::query_scalar(LINE_STEP.on(e)).bind(range.lo).bind(range.hi).bind(n).fetch_one(c).await)?)
}

/// Messages with money set aside that were handed over before a moment of the wall clock and have no final word, and of how
/// many campaigns they are.
pub async fn awaited(c: &mut impl Reads, before: Micros) -> Result<(i64, i64)> {
    Ok(on!(c, |c, e| sqlx::query_as(AWAITED.on(e)).bind(before).fetch_one(c).await)?)
}

/// How often anything about lines has changed; how many journals the month has, and the last one.
pub async fn changes(c: &mut impl Reads, period: Period) -> Result<(i64, (i64, i64))> {
    let master = on!(c, |c, e| sqlx::query_scalar(MASTER.on(e)).fetch_one(c).await)?;
    let journals = on!(c, |c, e| sqlx::query_as(JOURNALS.on(e)).bind(period).fetch_one(c).await)?;
    Ok((master, journals))
}
