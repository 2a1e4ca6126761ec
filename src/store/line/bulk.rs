//! Lines by the thousand: what is on record comes as one text for a slice of rows, what is new or changed goes as one
//! JSON parameter.

use crate::domain::line::Day;
use crate::domain::period::Period;
use crate::store::sql::texts;
use crate::store::{Conn, Reads, Result, Sql, StoreError, Tx, bulk, int_rows, ints, on, statements};

/// Rows of one statement.
pub const SLICE: usize = 10_000;

statements! {
    HOLD = Sql::same("UPDATE master SET n = n + 1 WHERE name = 'lines'");
    NOTE_ALL = Sql::same(
        "INSERT INTO line_change (n, lo, hi) SELECT n, 0, 9223372036854775807 FROM master WHERE name = 'lines'");
    NOTE_NONE = Sql::same(
        "UPDATE line_change SET hi = 0 WHERE n = (SELECT n FROM master WHERE name = 'lines')");
    NOTE_LINES = texts!(
        "INSERT INTO line_change (n, lo, hi) SELECT m.n, x.id - 1, x.id FROM master AS m CROSS JOIN",
        "CROSS JOIN line AS x WHERE m.name = 'lines' AND x.code = r.v ON CONFLICT (n, lo) DO UPDATE SET hi = excluded.hi");
    FORGET_CHANGES = Sql::same("DELETE FROM line_change");
    /// How many of the transactions behind `$1` up to `$2` said what they touched.
    NOTED = Sql::same("SELECT COUNT(DISTINCT n) FROM line_change WHERE n > $1 AND n <= $2");
    TOUCHED = Sql::same(
        "SELECT COALESCE(string_agg(lo || ' ' || hi, ';'), '') FROM line_change WHERE n > $1 AND n <= $2 AND hi > lo");
    LAST_CLOSED = Sql::same("SELECT MAX(ym) FROM period WHERE state = 'closed'");
    /// Each: place, id.
    CUSTOMERS = texts!(
        "SELECT COALESCE(string_agg(r.ord || ' ' || x.id, ';'), '') FROM",
        "CROSS JOIN customer AS x WHERE x.code = r.v");
    /// Each: place, id, customer, first and last day.
    LINES = texts!(
        "SELECT COALESCE(string_agg(r.ord || ' ' || x.id || ' ' || x.customer_id || ' ' || x.activated_on || ' '
         || COALESCE(x.terminated_on, 2932896), ';'), '') FROM",
        "CROSS JOIN line AS x WHERE x.code = r.v");
    /// Each: place, id, 1 where it is the same.
    CUSTOMERS_AS = bulk!(
        "SELECT COALESCE(string_agg(r.ord || ' ' || x.id || ' '
         || CASE WHEN x.content_ix = r.x AND x.round_unit = r.u THEN 1 ELSE 0 END, ';'), '') FROM",
        rows(c text, x bytes, u int),
        "CROSS JOIN customer AS x WHERE x.code = r.c");
    ANY_PLAN = Sql::same("SELECT EXISTS (SELECT 1 FROM line_plan WHERE line_id BETWEEN $1 AND $2)");
    ANY_VAS = Sql::same("SELECT EXISTS (SELECT 1 FROM line_vas WHERE line_id BETWEEN $1 AND $2)");
    ANY_DISCOUNT = Sql::same("SELECT EXISTS (SELECT 1 FROM line_discount WHERE line_id BETWEEN $1 AND $2)");
    ANY_PAYMENT = Sql::same("SELECT EXISTS (SELECT 1 FROM micro_payment WHERE line_id BETWEEN $1 AND $2)");
    /// Each: line, plan, first day, number on that day, day behind the last.
    PLANS_OF = ints!(
        "SELECT COALESCE(string_agg(x.line_id || ' ' || x.plan_id || ' ' || x.from_day || ' ' || x.seq || ' ' || x.to_day, ';'), '') FROM",
        "CROSS JOIN line_plan AS x WHERE x.line_id = r.v");
    /// As [`PLANS_OF`].
    SERVICES_OF = ints!(
        "SELECT COALESCE(string_agg(x.line_id || ' ' || x.vas_id || ' ' || x.from_day || ' 0 ' || x.to_day, ';'), '') FROM",
        "CROSS JOIN line_vas AS x WHERE x.line_id = r.v");
    /// Each: line, code, first day, day behind the last, target, kind, value, priority, proratable.
    DISCOUNTS_OF = ints!(
        "SELECT COALESCE(string_agg(x.line_id || ' ' || x.code || ' ' || x.from_day || ' ' || x.to_day || ' ' || x.target
         || ' ' || x.kind || ' ' || x.value || ' ' || x.priority || ' ' || x.proratable, ';'), '') FROM",
        "CROSS JOIN line_discount AS x WHERE x.line_id = r.v");
    /// Each: line, reference, kind, moment, amount, month it is billed in.
    PAYMENTS_OF = ints!(
        "SELECT COALESCE(string_agg(x.line_id || ' ' || x.ref || ' ' || x.kind || ' ' || x.approved_at || ' '
         || x.amount_minor || ' ' || x.period, ';'), '') FROM",
        "CROSS JOIN micro_payment AS x WHERE x.line_id = r.v");
    /// Each: place, bytes.
    USAGE_AS = bulk!(
        "SELECT COALESCE(string_agg(r.ord || ' ' || x.bytes, ';'), '') FROM",
        rows(m int, l int),
        "CROSS JOIN line_usage AS x WHERE x.period = r.m AND x.line_id = r.l");
    ALL_PLANS = Sql::same("SELECT id, code FROM plan");
    ALL_SERVICES = Sql::same("SELECT id, code FROM vas");
    ALL_PLAN_VERSIONS = Sql::same("SELECT * FROM plan_version");
    ALL_SERVICE_VERSIONS = Sql::same("SELECT * FROM vas_version");
    ADD_PLANS = texts!("INSERT INTO plan (code) SELECT r.v FROM", "ORDER BY r.ord");
    ADD_SERVICES = texts!("INSERT INTO vas (code) SELECT r.v FROM", "ORDER BY r.ord");
    PUT_PLAN_VERSIONS = bulk!(
        "INSERT INTO plan_version (plan_id, valid_from, name, fee_minor, allowance_bytes, unit_bytes, rate_micro, cap_minor)
         SELECT r.p, r.f, r.n, r.m, r.a, r.u, r.r, r.c FROM",
        rows(p int, f int, n text, m int, a int, u int, r int, c int),
        "WHERE true ON CONFLICT (plan_id, valid_from) DO UPDATE SET name = excluded.name, fee_minor = excluded.fee_minor,
         allowance_bytes = excluded.allowance_bytes, unit_bytes = excluded.unit_bytes, rate_micro = excluded.rate_micro,
         cap_minor = excluded.cap_minor");
    PUT_SERVICE_VERSIONS = bulk!(
        "INSERT INTO vas_version (vas_id, valid_from, name, fee_minor, proratable) SELECT r.p, r.f, r.n, r.m, r.y FROM",
        rows(p int, f int, n text, m int, y int),
        "WHERE true ON CONFLICT (vas_id, valid_from) DO UPDATE SET name = excluded.name, fee_minor = excluded.fee_minor,
         proratable = excluded.proratable");
    /// The units that customers are about to lose stay those of the months before `$2`.
    KEEP_UNITS = bulk!(
        "INSERT INTO customer_unit (customer_id, until, round_unit) SELECT x.id, $2, x.round_unit FROM",
        rows(c text, u int),
        "CROSS JOIN customer AS x WHERE x.code = r.c AND x.round_unit <> r.u ON CONFLICT (customer_id, until) DO NOTHING");
    /// `$2` now.
    PUT_CUSTOMERS = bulk!(
        "INSERT INTO customer (code, phone_ix, content_ix, sealed, key_id, round_unit, created_at, updated_at)
         SELECT r.c, r.p, r.x, r.s, r.k, r.u, $2, $2 FROM",
        rows(c text, p bytes, x bytes, s bytes, k int, u int),
        "WHERE true ON CONFLICT (code) DO UPDATE SET phone_ix = excluded.phone_ix, content_ix = excluded.content_ix,
         sealed = excluded.sealed, key_id = excluded.key_id, round_unit = excluded.round_unit, updated_at = $2");
    /// `$2` now.
    PUT_LINES = bulk!(
        "INSERT INTO line (code, customer_id, activated_on, terminated_on, created_at, updated_at)
         SELECT r.c, r.k, r.a, r.t, $2, $2 FROM",
        rows(c text, k int, a int, t int),
        "WHERE true ON CONFLICT (code) DO UPDATE SET customer_id = excluded.customer_id,
         activated_on = excluded.activated_on, terminated_on = excluded.terminated_on, updated_at = $2");
    PUT_PLANS = bulk!(
        "INSERT INTO line_plan (line_id, from_day, seq, plan_id, to_day) SELECT r.l, r.f, r.s, r.p, r.t FROM",
        rows(l int, f int, s int, p int, t int),
        "WHERE true ON CONFLICT (line_id, from_day, seq) DO UPDATE SET plan_id = excluded.plan_id, to_day = excluded.to_day");
    PUT_SERVICES = bulk!(
        "INSERT INTO line_vas (line_id, vas_id, from_day, to_day) SELECT r.l, r.p, r.f, r.t FROM",
        rows(l int, f int, s int, p int, t int),
        "WHERE true ON CONFLICT (line_id, vas_id, from_day) DO UPDATE SET to_day = excluded.to_day");
    PUT_DISCOUNTS = bulk!(
        "INSERT INTO line_discount (line_id, code, from_day, to_day, target, kind, value, priority, proratable)
         SELECT r.l, r.c, r.f, r.t, r.g, r.k, r.v, r.p, r.y FROM",
        rows(l int, c text, f int, t int, g text, k text, v int, p int, y int),
        "WHERE true ON CONFLICT (line_id, code, from_day) DO UPDATE SET to_day = excluded.to_day, target = excluded.target,
         kind = excluded.kind, value = excluded.value, priority = excluded.priority, proratable = excluded.proratable");
    PUT_PAYMENTS = bulk!(
        "INSERT INTO micro_payment (line_id, ref, kind, approved_at, amount_minor, period)
         SELECT r.l, r.c, r.k, r.a, r.m, r.p FROM",
        rows(l int, c text, k text, a int, m int, p int),
        "WHERE true ON CONFLICT (line_id, ref, kind) DO UPDATE SET approved_at = excluded.approved_at,
         amount_minor = excluded.amount_minor, period = excluded.period");
    PUT_USAGE = bulk!(
        "INSERT INTO line_usage (period, line_id, bytes) SELECT r.m, r.l, r.b FROM",
        rows(m int, l int, b int),
        "WHERE true ON CONFLICT (period, line_id) DO UPDATE SET bytes = excluded.bytes");
}

/// Holds the lines until the transaction ends: nobody else changes them or closes a month meanwhile. Any line may be
/// touched by it, unless [`touches`] says otherwise.
pub async fn hold(tx: &mut Tx) -> Result<()> {
    on!(tx, |c, e| sqlx::query(HOLD.on(e)).execute(c).await.map(|_| ()))?;
    on!(tx, |c, e| sqlx::query(NOTE_ALL.on(e)).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// The transaction, which holds the lines, touches those of these codes (a JSON array) and no others.
pub async fn touches(tx: &mut Tx, codes: &str) -> Result<()> {
    on!(tx, |c, e| sqlx::query(NOTE_NONE.on(e)).execute(c).await.map(|_| ()))?;
    put(tx, NOTE_LINES, codes).await
}

/// Forgets which lines were touched: from here on all of them may have been.
pub async fn forget_changes(tx: &mut Tx) -> Result<()> {
    on!(tx, |c, e| sqlx::query(FORGET_CHANGES.on(e)).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// Ranges of lines (behind the first up to and with the second) that the transactions numbered from `base + 1` up to
/// `now` have touched, in order; `None`: it may be any.
pub async fn touched(c: &mut impl Reads, base: i64, now: i64) -> Result<Option<Vec<[i64; 2]>>> {
    let noted: i64 = on!(c, |c, e| sqlx::query_scalar(NOTED.on(e)).bind(base).bind(now).fetch_one(c).await)?;
    if noted != now - base {
        return Ok(None);
    }
    let said: String = on!(c, |c, e| sqlx::query_scalar(TOUCHED.on(e)).bind(base).bind(now).fetch_one(c).await)?;
    let mut ranges = numbers::<2>(&said).collect::<Result<Vec<_>>>()?;
    ranges.sort_unstable();
    Ok(Some(ranges))
}

/// The first month that is not closed, where one is.
pub async fn first_open(c: &mut impl Reads) -> Result<Option<Period>> {
    let ym: Option<i64> = on!(c, |c, e| sqlx::query_scalar(LAST_CLOSED.on(e)).fetch_one(c).await)?;
    Ok(ym.and_then(Period::of_ym).map(Period::next))
}

/// What a statement with rows says of them, in one text.
pub(crate) async fn said(tx: &mut Tx, sql: Sql, rows: &str) -> Result<String> {
    Ok(on!(tx, |c, e| sqlx::query_scalar(sql.on(e)).bind(rows).fetch_one(c).await)?)
}

/// Whether any line between the two has rows.
pub(crate) async fn any(tx: &mut Tx, sql: Sql, first: i64, last: i64) -> Result<bool> {
    Ok(on!(tx, |c, e| sqlx::query_scalar(sql.on(e)).bind(first).bind(last).fetch_one(c).await)?)
}

/// As [`said`], of lines by their ids.
pub(crate) async fn said_of(tx: &mut Tx, sql: Sql, lines: &[i64]) -> Result<String> {
    said(tx, sql, &int_rows(lines.iter().copied())).await
}

/// Writes rows.
pub(crate) async fn put(tx: &mut Tx, sql: Sql, rows: &str) -> Result<()> {
    on!(tx, |c, e| sqlx::query(sql.on(e)).bind(rows).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// Writes rows that keep when they were written.
pub(crate) async fn put_at(tx: &mut Tx, sql: Sql, rows: &str, now: i64) -> Result<()> {
    on!(tx, |c, e| sqlx::query(sql.on(e)).bind(rows).bind(now).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// The place of a row in its slice, from what the engine counts.
pub(crate) fn base(tx: &mut Tx) -> i64 {
    match tx.conn() {
        Conn::Sqlite(_) => 0,
        Conn::Postgres(_) => 1,
    }
}

/// The numbers of [`said`], record by record.
pub(crate) fn numbers<const N: usize>(said: &str) -> impl Iterator<Item = Result<[i64; N]>> + '_ {
    said.split(';').filter(|r| !r.is_empty()).map(|record| {
        let mut out = [0; N];
        let mut fields = record.split(' ');
        for slot in &mut out {
            let field = fields.next().and_then(|f| f.parse().ok());
            *slot = field.ok_or_else(|| StoreError::corrupt("a record of lines without its form"))?;
        }
        Ok(out)
    })
}

/// Plans or services by code.
pub(crate) async fn codes(c: &mut impl Reads, sql: Sql) -> Result<Vec<(i64, String)>> {
    Ok(on!(c, |c, e| sqlx::query_as(sql.on(e)).fetch_all(c).await)?)
}

/// A plan from a day on.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct PlanVersion {
    /// Whose.
    pub plan_id: i64,
    /// From which day on.
    pub valid_from: Day,
    /// What people call it.
    pub name: String,
    /// Fee of a whole month.
    pub fee_minor: i64,
    /// Bytes of a whole month; `None`: as many as one likes.
    pub allowance_bytes: Option<i64>,
    /// Bytes of a unit beyond them.
    pub unit_bytes: i64,
    /// Millionths of a won for a unit.
    pub rate_micro: i64,
    /// Most for what is beyond; zero: no limit.
    pub cap_minor: i64,
}

/// A service from a day on.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct VasVersion {
    /// Whose.
    pub vas_id: i64,
    /// From which day on.
    pub valid_from: Day,
    /// What people call it.
    pub name: String,
    /// Fee of a whole month.
    pub fee_minor: i64,
    /// 1: a part of a month costs a part of it.
    pub proratable: i64,
}

/// Every version of every plan.
pub async fn plan_versions(c: &mut impl Reads) -> Result<Vec<PlanVersion>> {
    Ok(on!(c, |c, e| sqlx::query_as(ALL_PLAN_VERSIONS.on(e)).fetch_all(c).await)?)
}

/// Every version of every service.
pub async fn vas_versions(c: &mut impl Reads) -> Result<Vec<VasVersion>> {
    Ok(on!(c, |c, e| sqlx::query_as(ALL_SERVICE_VERSIONS.on(e)).fetch_all(c).await)?)
}
